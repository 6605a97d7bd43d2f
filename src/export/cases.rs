//! Cases as CSV: stages, rates, categories, the score, each number in full.

use super::stamps::Stamps;
use super::{CsvWriter, remarks};
use crate::answer::{
    Breakdown, CaseFlow, CasePair, IntervalRate, OpenCases, Pipeline, Reading, RowPlace, Score,
    Total,
};
use crate::model::{AreaId, Bound, IndicatorId, Lang, Period, Value, number_in_full};
use crate::package::Package;
use crate::words;

/// The stages of the area, then those of the one beside it.
pub fn case_flow_csv(lang: Lang, package: &Package, found: &Pipeline, address: &str) -> Vec<u8> {
    let flows: Vec<&CaseFlow> = std::iter::once(&found.flow).chain(&found.beside).collect();
    stages_csv(lang, package, (&flows, found.question.period), address)
}

/// The stages of these areas at a period; the title is of the first.
pub(super) fn stages_csv(
    lang: Lang,
    package: &Package,
    (flows, period): (&[&CaseFlow], Period),
    address: &str,
) -> Vec<u8> {
    let title = flows.first().map(|flow| flow.area);
    let title = title.map_or(String::new(), |area| {
        words::case_flow_title(lang, package, area)
    });
    let mut table = Table::new(
        lang,
        package,
        &[
            "stage",
            "indicator",
            "value",
            "bound",
            "status",
            "missing",
            "file",
            "line",
            "numerator",
            "denominator",
            "cases",
            "of_before",
            "of_dispatched",
            "loss",
        ],
    );
    for flow in flows {
        for stage in &flow.stages {
            table.place(flow.area, period);
            table.text(stage.role.word());
            table.text(&package.indicators.get(stage.indicator).code);
            // The value of a share is no number of cases.
            table.reading(&stage.total.reading);
            table.number(stage.total.reading.numerator);
            table.number(stage.total.reading.denominator);
            table.number(stage.count);
            table.number(stage.of_before.map(|it| it.share));
            table.number(stage.of_dispatched.map(|it| it.share));
            table.number(stage.loss);
            table.end_row();
        }
    }
    table.finish(title, address)
}

/// The rates of the area and of the one beside it, with their intervals and their difference.
pub fn case_rates_csv(
    lang: Lang,
    package: &Package,
    (found, pairs): (&Pipeline, &[CasePair]),
    address: &str,
) -> Vec<u8> {
    let title = words::case_rates_title(lang, package, found.flow.area);
    let mut table = Table::new(
        lang,
        package,
        &[
            "rate",
            "value",
            "numerator",
            "denominator",
            "lower_95",
            "upper_95",
            "difference",
            "difference_lower_95",
            "difference_upper_95",
            "verdict",
            "numerator_indicator",
            "file",
            "line",
            "denominator_indicator",
            "denominator_file",
            "denominator_line",
        ],
    );
    for pair in pairs {
        let beside = found.beside.as_ref().map(|flow| flow.area).zip(pair.beside);
        let own = pair.own.map(|rate| (found.flow.area, rate));
        for (area, rate) in own.into_iter().chain(beside) {
            let apart = pair.difference.filter(|_| area == found.flow.area);
            table.place(area, found.question.period);
            table.text(pair.name.word());
            table.rate(&rate);
            table.number(apart.map(|it| it.share));
            table.number(apart.map(|it| it.interval_95.lower));
            table.number(apart.map(|it| it.interval_95.upper));
            table.text(apart.map_or("", |it| it.verdict.word()));
            table.made_of(Some(rate.rate.above));
            table.made_of(rate.rate.below);
            table.end_row();
        }
    }
    table.finish(title, address)
}

/// The categories, the heaviest first.
pub fn category_csv(
    lang: Lang,
    package: &Package,
    (area, period): (AreaId, Period),
    breakdown: &Breakdown,
    address: &str,
) -> Vec<u8> {
    let title = words::category_title(lang, package, area, breakdown);
    let dimension = package.descriptor.dimensions.get(breakdown.dimension);
    let indicator = &package.indicators.get(breakdown.indicator).code;
    let mut table = Table::new(
        lang,
        package,
        &[
            // By the name that its column has in the package, so that the file can be brought back.
            dimension.map_or("category", |dimension| &dimension.name),
            "label",
            "indicator",
            "value",
            "bound",
            "status",
            "missing",
            "file",
            "line",
            "share",
            "cumulative_share",
            "on_time_numerator",
            "on_time_denominator",
        ],
    );
    for row in &breakdown.rows {
        table.place(area, period);
        table.text(&row.value);
        table.text(row.label.get(lang));
        table.text(indicator);
        table.reading(&row.reading);
        table.number(row.share);
        table.number(row.cumulative);
        table.number(row.on_time.and_then(|it| it.numerator));
        table.number(row.on_time.and_then(|it| it.denominator));
        table.end_row();
    }
    table.finish(title, address)
}

/// Open cases, period by period.
pub fn open_cases_csv(
    lang: Lang,
    package: &Package,
    (area, open): (AreaId, &OpenCases),
    address: &str,
) -> Vec<u8> {
    let title = words::open_cases_title(lang, package, area);
    let mut table = Table::new(
        lang,
        package,
        &[
            "indicator",
            "value",
            "bound",
            "status",
            "missing",
            "file",
            "line",
        ],
    );
    for point in &open.series {
        table.place(area, point.period);
        table.text(&package.indicators.get(open.indicator).code);
        table.reading(&point.reading);
        table.end_row();
    }
    table.finish(title, address)
}

/// The score of every area that has one, with the rates that count.
pub fn score_csv(lang: Lang, package: &Package, score: &Score, address: &str) -> Vec<u8> {
    let title = words::score_title(lang, package, score);
    let mut header = vec![
        "rank",
        "rank_from",
        "rank_to",
        "score",
        "score_lower_95",
        "score_upper_95",
    ];
    header.extend(score.counted.iter().map(|(name, _)| name.word()));
    header.push("dispatched");
    let mut table = Table::new(lang, package, &header);
    for row in &score.rows {
        table.place(row.area, score.question.period);
        table.number(row.rank.map(f64::from));
        table.number(row.range.map(|(from, _)| f64::from(from)));
        table.number(row.range.map(|(_, to)| f64::from(to)));
        table.number(Some(row.score));
        table.number(row.interval_95.map(|it| it.lower));
        table.number(row.interval_95.map(|it| it.upper));
        for (name, _) in &score.counted {
            let rate = row.rates.iter().find(|it| it.name == *name);
            table.number(rate.map(|it| it.share));
        }
        table.number(row.dispatched());
        table.end_row();
    }
    table.finish(
        [title, words::score_formula(lang, score)].join(" · "),
        address,
    )
}

/// A table whose rows begin with an area and a period, with the stamp of a fictional package at the end.
struct Table<'a> {
    lang: Lang,
    package: &'a Package,
    rows: CsvWriter,
    stamps: Stamps,
}

impl<'a> Table<'a> {
    fn new(lang: Lang, package: &'a Package, own: &[&str]) -> Table<'a> {
        let stamps = Stamps::of(lang, package);
        let mut header = vec!["area_code", "area_name", "period"];
        header.extend(own);
        Table {
            lang,
            package,
            rows: CsvWriter::new(&stamps.header(&header)),
            stamps,
        }
    }

    fn place(&mut self, area: AreaId, period: Period) {
        let about = self.package.areas.get(area);
        let name = about.name.get(self.lang);
        self.rows.text_guarded(&about.code).text_guarded(name);
        self.rows.plain(&period.to_string());
    }

    fn text(&mut self, text: &str) {
        self.rows.text_guarded(text);
    }

    /// A number in full; blank where there is none.
    fn number(&mut self, number: Option<f64>) {
        let number = number.filter(|number| number.is_finite());
        self.rows
            .plain(&number.map(number_in_full).unwrap_or_default());
    }

    /// Six cells: value, bound, status, why there is none, and where it stands.
    fn reading(&mut self, reading: &Reading) {
        self.number(reading.value.number());
        self.text(reading.value.bound().map_or("", Bound::word));
        self.text(reading.status.letter());
        self.text(match reading.value {
            Value::Missing(missing) => missing.name(),
            Value::Known(_) | Value::Bounded(..) => "",
        });
        self.stands(reading.place);
    }

    /// Two cells: file and line; blank of a sum.
    fn stands(&mut self, place: Option<RowPlace>) {
        let resources = &self.package.descriptor.resources;
        let file = place.and_then(|place| resources.get(place.resource));
        self.rows.text_guarded(file.map_or("", |file| &*file.path));
        let line = place.map_or(String::new(), |place| place.line.to_string());
        self.rows.plain(&line);
    }

    /// Three cells: what was read, and where that stands.
    fn made_of(&mut self, read: Option<(IndicatorId, Total)>) {
        let code = read.map(|(id, _)| &*self.package.indicators.get(id).code);
        self.text(code.unwrap_or_default());
        self.stands(read.and_then(|(_, total)| total.reading.place));
    }

    /// Five cells: value, counts, interval.
    fn rate(&mut self, rate: &IntervalRate) {
        self.number(Some(rate.rate.share));
        self.number(rate.rate.counts.map(|(above, _)| above));
        self.number(rate.rate.counts.map(|(_, below)| below));
        self.number(rate.interval_95.map(|it| it.lower));
        self.number(rate.interval_95.map(|it| it.upper));
    }

    fn end_row(&mut self) {
        self.stamps.write(&mut self.rows);
        self.rows.end_row();
    }

    /// The file, with remarks above the header and a byte-order mark for spreadsheets.
    fn finish(self, title: String, address: &str) -> Vec<u8> {
        let mut notes = vec![title];
        notes.extend(words::stamp_text(self.lang, self.package));
        notes.push(self.package.descriptor.banner.get(self.lang).to_string());
        notes.push(words::source_line(self.lang, self.package));
        notes.push(address.to_string());
        notes.push(words::words(self.lang).codes_as_text.to_string());
        notes.retain(|line| !line.is_empty());
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        bytes.extend(remarks(&notes).into_bytes());
        bytes.extend(self.rows.finish());
        bytes
    }
}
