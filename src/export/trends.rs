//! Trends as tables: a row an area and period. It must not know pages or charts.

use super::flat::FIGURE;
use super::stamps::Stamps;
use super::{CsvWriter, remarks};
use crate::answer::{
    Change, Move, Movement, Multiples, Reading, RowPlace, Together, Trend, moves, signals,
};
use crate::model::{AreaId, Bound, IndicatorId, Lang, Period, Value, number_in_full};
use crate::package::Package;
use crate::stats::ControlChart;
use crate::words;

/// The columns of every row after those of its figure.
const AFTER_FIGURE: [&str; 3] = ["missing", "file", "line"];

/// One series as CSV with its limits, its signals and how each point moved, the earliest first; what it
/// is stands above the header. `address` opens the view that it was made from.
pub fn series_csv(lang: Lang, package: &Package, trend: &Trend, address: &str) -> Vec<u8> {
    let more = [
        "lower",
        "centre",
        "upper",
        "signals",
        "against_lower",
        "against_centre",
        "against_upper",
        "against_signals",
        "on_previous",
        "on_year",
    ];
    let question = &trend.question;
    let mut table = Table::new(lang, package, question.indicator, &more);
    let moved = moves(package, trend);
    for (at, point) in trend.points.iter().enumerate() {
        table.reading(question.area, point.period, &point.reading);
        table.limits(trend.chart.as_ref().ok(), at);
        table.limits(trend.against.as_ref(), at);
        let Move {
            on_previous,
            on_year,
        } = moved[at];
        table.change(on_previous).change(on_year).end_row();
    }
    let (_, lead) = words::trend_lead(lang, package, trend);
    let mut said = vec![words::series_title(lang, package, trend), lead];
    said.extend(words::trend_more(lang, package, trend));
    table.finish(said, address)
}

/// Several areas as CSV, area by area.
pub fn together_csv(lang: Lang, package: &Package, together: &Together, address: &str) -> Vec<u8> {
    let mut table = Table::new(lang, package, together.question.indicator, &[]);
    for series in &together.series {
        for (period, reading) in together.periods.iter().zip(&series.readings) {
            table.reading(series.area, *period, reading);
            table.end_row();
        }
    }
    let said = vec![
        words::together_title(lang, package, together),
        words::together_note(lang, package, together),
    ];
    table.finish(said, address)
}

/// All areas of a level as CSV, in the order of their changes; the change stands in every row of an
/// area.
pub fn multiples_csv(
    lang: Lang,
    package: &Package,
    multiples: &Multiples,
    address: &str,
) -> Vec<u8> {
    let more = ["change", "change_lower_998", "change_upper_998"];
    let mut table = Table::new(lang, package, multiples.question.indicator, &more);
    for row in &multiples.rows {
        let change = row.movement.as_ref().and_then(Movement::number);
        let interval = match &row.movement {
            Some(Movement::OnYear(change)) => Some(change.interval_998),
            _ => None,
        };
        for (period, reading) in multiples.periods.iter().zip(&row.readings) {
            table.reading(row.area, *period, reading);
            table
                .number(change)
                .number(interval.map(|it| it.lower))
                .number(interval.map(|it| it.upper))
                .end_row();
        }
    }
    let said = vec![
        words::multiples_title(lang, package, multiples),
        words::multiples_sentence(lang, package, multiples),
    ];
    table.finish(said, address)
}

/// The letter of a figure's status; blank where there is no row and nothing was summed, which no letter
/// says.
pub(super) fn status_letter(reading: &Reading) -> &'static str {
    match (reading.place, reading.value) {
        (None, Value::Missing(_)) => "",
        _ => reading.status.letter(),
    }
}

/// A table with a stamp in every row of a fictional package.
pub(super) struct Table<'a> {
    lang: Lang,
    package: &'a Package,
    pub(super) indicator: IndicatorId,
    rows: CsvWriter,
    stamps: Stamps,
}

impl<'a> Table<'a> {
    pub(super) fn new(
        lang: Lang,
        package: &'a Package,
        indicator: IndicatorId,
        more: &[&'static str],
    ) -> Table<'a> {
        let stamps = Stamps::of(lang, package);
        let mut header = [&FIGURE[..], &AFTER_FIGURE].concat();
        header.extend(more);
        Table {
            lang,
            package,
            indicator,
            rows: CsvWriter::new(&stamps.header(&header)),
            stamps,
        }
    }

    /// The cells of [`FIGURE`] and [`AFTER_FIGURE`].
    pub(super) fn reading(&mut self, area: AreaId, period: Period, reading: &Reading) {
        let indicator = self.package.indicators.get(self.indicator);
        let area = self.package.areas.get(area);
        let given = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
        let missing = match reading.value {
            Value::Missing(missing) => words::missing_text(self.lang, missing),
            _ => "",
        };
        let path = |place: RowPlace| &*self.package.descriptor.resources[place.resource].path;
        let line = reading.place.map(|place| place.line.to_string());
        self.rows
            .text_guarded(&indicator.code)
            .text_guarded(&area.code)
            .text_guarded(area.name.get(self.lang))
            .plain(&period.to_string())
            .plain(&given(reading.value.number()))
            .text_guarded(indicator.unit.get(self.lang))
            .plain(reading.value.bound().map_or("", Bound::word))
            .plain(status_letter(reading))
            .plain(&given(reading.numerator))
            .plain(&given(reading.denominator))
            .text_guarded(missing)
            .text_guarded(reading.place.map_or("", path))
            .plain(&line.unwrap_or_default());
    }

    /// Four cells: lower limit, centre, upper limit, signals.
    fn limits(&mut self, chart: Option<&ControlChart>, at: usize) {
        for list in [
            |chart: &ControlChart, at: usize| chart.lower.get(at).copied(),
            |chart: &ControlChart, at: usize| chart.centre.get(at).copied(),
            |chart: &ControlChart, at: usize| chart.upper.get(at).copied(),
        ] {
            self.number(chart.and_then(|chart| list(chart, at)));
        }
        let texts = signals(chart, at).iter();
        let texts: Vec<String> = texts
            .map(|signal| words::signal_text(self.lang, *signal))
            .collect();
        self.rows.text_guarded(&texts.join("; "));
    }

    /// What a change is, whatever it is counted in; blank where there is nothing to state.
    pub(super) fn change(&mut self, change: Change) -> &mut Table<'a> {
        self.number(change.number())
    }

    /// A number in full; blank where there is none.
    fn number(&mut self, number: Option<f64>) -> &mut Table<'a> {
        let number = number.filter(|number| number.is_finite());
        self.rows
            .plain(&number.map(number_in_full).unwrap_or_default());
        self
    }

    pub(super) fn end_row(&mut self) {
        self.stamps.write(&mut self.rows);
        self.rows.end_row();
    }

    /// The file, with remarks above the header and a byte-order mark for spreadsheets.
    pub(super) fn finish(self, said: Vec<String>, address: &str) -> Vec<u8> {
        let fixed = words::words(self.lang);
        let mut notes = said;
        notes.extend(words::stamp_text(self.lang, self.package));
        notes.push(self.package.descriptor.banner.get(self.lang).to_string());
        notes.push(words::source_line(self.lang, self.package));
        notes.push(address.to_string());
        notes.push(fixed.codes_as_text.to_string());
        notes.retain(|line| !line.is_empty());
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        bytes.extend(remarks(&notes).into_bytes());
        bytes.extend(self.rows.finish());
        bytes
    }
}
