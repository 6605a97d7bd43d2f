//! Cases as CSV: stages, rates, categories, the score, each number in full.

use super::flat::{READING, Table};
use crate::answer::{
    Breakdown, CaseFlow, CasePair, IntervalRate, OpenCases, Pipeline, Score, Total,
};
use crate::model::{AreaId, IndicatorId, Lang, Period};
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
    let own = ["cases", "of_before", "of_dispatched", "loss"];
    let begin = [&["stage", "indicator"][..], &READING, &own].concat();
    let mut table = by_place(lang, package, &begin);
    for flow in flows {
        for stage in &flow.stages {
            place(&mut table, flow.area, period)
                .word(stage.role.word())
                .word(&package.indicators.get(stage.indicator).code)
                .reading(&stage.total.reading)
                // The value of a share is no number of cases.
                .number(stage.count)
                .number(stage.of_before.map(|it| it.share))
                .number(stage.of_dispatched.map(|it| it.share))
                .number(stage.loss)
                .end_row();
        }
    }
    table.finish_titled(&title, Vec::new(), address)
}

/// The rates of the area and of the one beside it, with their intervals and their difference.
pub fn case_rates_csv(
    lang: Lang,
    package: &Package,
    (found, pairs): (&Pipeline, &[CasePair]),
    address: &str,
) -> Vec<u8> {
    let title = words::case_rates_title(lang, package, found.flow.area);
    let columns = [
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
    ];
    let mut table = by_place(lang, package, &columns);
    for pair in pairs {
        let beside = found.beside.as_ref().map(|flow| flow.area).zip(pair.beside);
        let own = pair.own.map(|rate| (found.flow.area, rate));
        for (area, rate) in own.into_iter().chain(beside) {
            let apart = pair.difference.filter(|_| area == found.flow.area);
            place(&mut table, area, found.question.period).word(pair.name.word());
            rate_cells(&mut table, &rate);
            table
                .number(apart.map(|it| it.share))
                .number(apart.map(|it| it.interval_95.lower))
                .number(apart.map(|it| it.interval_95.upper))
                .word(apart.map_or("", |it| it.verdict.word()));
            made_of(&mut table, Some(rate.rate.above));
            made_of(&mut table, rate.rate.below);
            table.end_row();
        }
    }
    table.finish_titled(&title, Vec::new(), address)
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
    // By the name that its column has in the package, so that the file can be brought back.
    let category = dimension.map_or("category", |dimension| &dimension.name);
    let own = [
        "share",
        "cumulative_share",
        "on_time_numerator",
        "on_time_denominator",
    ];
    let columns = [&[category, "label", "indicator"][..], &READING, &own].concat();
    let mut table = by_place(lang, package, &columns);
    for row in &breakdown.rows {
        place(&mut table, area, period)
            .word(&row.value)
            .word(row.label.get(lang))
            .word(indicator)
            .reading(&row.reading)
            .number(row.share)
            .number(row.cumulative)
            .number(row.on_time.and_then(|it| it.numerator))
            .number(row.on_time.and_then(|it| it.denominator))
            .end_row();
    }
    table.finish_titled(&title, Vec::new(), address)
}

/// Open cases, period by period.
pub fn open_cases_csv(
    lang: Lang,
    package: &Package,
    (area, open): (AreaId, &OpenCases),
    address: &str,
) -> Vec<u8> {
    let title = words::open_cases_title(lang, package, area);
    let mut table = by_place(lang, package, &[&["indicator"][..], &READING].concat());
    for point in &open.series {
        place(&mut table, area, point.period)
            .word(&package.indicators.get(open.indicator).code)
            .reading(&point.reading)
            .end_row();
    }
    table.finish_titled(&title, Vec::new(), address)
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
    let mut table = by_place(lang, package, &header);
    for row in &score.rows {
        place(&mut table, row.area, score.question.period)
            .number(row.rank.map(f64::from))
            .number(row.range.map(|(from, _)| f64::from(from)))
            .number(row.range.map(|(_, to)| f64::from(to)))
            .number(Some(row.score))
            .number(row.interval_95.map(|it| it.lower))
            .number(row.interval_95.map(|it| it.upper));
        for (name, _) in &score.counted {
            let rate = row.rates.iter().find(|it| it.name == *name);
            table.number(rate.map(|it| it.share));
        }
        table.number(row.dispatched()).end_row();
    }
    let said = vec![words::score_formula(lang, score)];
    table.finish_titled(&title, said, address)
}

/// A table whose rows begin with an area and a period.
fn by_place<'a>(lang: Lang, package: &'a Package, columns: &[&str]) -> Table<'a> {
    let begin = &["area_code", "area_name", "period"][..];
    Table::new(lang, package, &[begin, columns].concat())
}

/// Three cells: the area and the period that a row begins with.
fn place<'t, 'a>(table: &'t mut Table<'a>, area: AreaId, period: Period) -> &'t mut Table<'a> {
    table.area(area).period(Some(period))
}

/// Five cells: value, counts, interval.
fn rate_cells(table: &mut Table<'_>, rate: &IntervalRate) {
    table
        .number(Some(rate.rate.share))
        .number(rate.rate.counts.map(|(above, _)| above))
        .number(rate.rate.counts.map(|(_, below)| below))
        .number(rate.interval_95.map(|it| it.lower))
        .number(rate.interval_95.map(|it| it.upper));
}

/// Three cells: what was read, and where that stands.
fn made_of(table: &mut Table<'_>, read: Option<(IndicatorId, Total)>) {
    let code = read.map(|(id, _)| &*table.package.indicators.get(id).code);
    table
        .word(code.unwrap_or_default())
        .stands(read.and_then(|(_, total)| total.reading.place));
}
