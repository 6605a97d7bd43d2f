//! Answers as tables.

use super::flat::FIGURE;
use super::notes::machine_notes;
use super::stamps::Stamps;
use super::trends::status_letter;
use super::{CsvWriter, remarks};
use crate::answer::{Compare, CompareRow, Heat, funnel_of, sources};
use crate::model::{
    Bound, Indicator, IndicatorId, Lang, Value, benchmark_line, fixed_text, number_in_full,
};
use crate::package::Package;
use crate::words;

/// Decimals of a limit or a difference beyond those of its indicator. Values stand in full: the file
/// brought back gives the same answer.
const MORE_DECIMALS: usize = 2;

/// The columns of every row after those of its figure.
const AFTER_FIGURE: [&str; 12] = [
    "lower_95",
    "upper_95",
    "lower_998",
    "upper_998",
    "verdict",
    "verdict_adjusted",
    "rank",
    "rank_low",
    "rank_high",
    "missing",
    "file",
    "line",
];

/// The columns of a funnel plot: what the area is held against, and the limits around it.
const LIMITS: [&str; 5] = [
    "expected",
    "limit_lower_95",
    "limit_upper_95",
    "limit_lower_998",
    "limit_upper_998",
];

/// A comparison as CSV, rows in the order of the answer, with a byte-order mark so that a
/// spreadsheet reads the names right. What it is stands above the header, in lines marked with
/// `#`; `address` opens the view that it was made from. A fictional package says so in every row.
pub fn compare_csv(lang: Lang, package: &Package, compare: &Compare, address: &str) -> Vec<u8> {
    compared_csv(lang, package, compare, None, address)
}

/// The same with what the funnel plot shows: what each area is held against and the limits around it at the
/// area's own denominator, adjusted or plain as the plot is.
pub fn funnel_csv(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    is_adjusted: bool,
    address: &str,
) -> Vec<u8> {
    compared_csv(lang, package, compare, Some(is_adjusted), address)
}

fn compared_csv(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    limits_adjusted: Option<bool>,
    address: &str,
) -> Vec<u8> {
    let mut header = [&FIGURE[..], &AFTER_FIGURE].concat();
    let benchmark = compare.benchmark.as_ref().ok().map(|benchmark| {
        let area = benchmark.area.map(|area| package.areas.get(area));
        let name = words::benchmark_name(lang, package, benchmark);
        (area.map_or(name, |area| area.code.clone()), benchmark.value)
    });
    if benchmark.is_some() {
        header.extend(["benchmark", "benchmark_value", "difference"]);
    }
    if limits_adjusted.is_some() {
        header.extend(LIMITS);
    }
    let stamps = Stamps::of(lang, package);
    let indicator = package.indicators.get(compare.question.indicator);
    let mut table = CsvWriter::new(&stamps.header(&header));
    for row in &compare.rows {
        write_row(lang, package, indicator, row, &mut table);
        if let Some((code, number)) = &benchmark {
            let value = row.reading.value.exact();
            let difference = value.map(|value| rounded(indicator, value - *number));
            table
                .text_guarded(code)
                .plain(&rounded(indicator, *number))
                .plain(&difference.unwrap_or_default());
        }
        if let Some(is_adjusted) = limits_adjusted {
            let found = funnel_of(indicator, compare, row, is_adjusted);
            let numbers = found.map(|(expected, limits)| {
                let [near, far] = [limits.near, limits.far];
                [expected, near.lower, near.upper, far.lower, far.upper]
            });
            for at in 0..LIMITS.len() {
                let number = numbers.map(|numbers| rounded(indicator, numbers[at]));
                table.plain(&number.unwrap_or_default());
            }
        }
        stamps.write(&mut table);
        table.end_row();
    }
    let sources = sources(package, compare);
    let mut notes = words::compare_notes(lang, package, compare, &sources, address);
    if let Some(is_adjusted) = limits_adjusted {
        let is_plain = !is_adjusted || compare.spread.is_none() || compare.has_no_spread();
        notes.push(words::funnel_limits_note(lang, is_plain));
    }
    notes.extend(machine_notes(package, &[indicator]));
    notes.extend(benchmark_note(package, compare));
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(remarks(&notes).into_bytes());
    bytes.extend(table.finish());
    bytes
}

/// Of a benchmark that the rows together do not make up: who brings them back must know of it.
fn benchmark_note(package: &Package, compare: &Compare) -> Option<String> {
    let benchmark = compare.benchmark.as_ref().ok()?;
    let indicator = package.indicators.get(compare.question.indicator);
    let readings = compare.known().iter().map(|row| row.reading);
    let counts = readings.filter_map(|it| it.numerator.zip(it.denominator));
    let sum = counts.fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    let together = sum.0 / sum.1 * indicator.multiplier;
    let is_same = (together - benchmark.value).abs() <= benchmark.value.abs() * 1e-9;
    let is_of_rows = benchmark.is_listed() || benchmark.area.is_some() && is_same;
    let code = benchmark.area.map(|area| &*package.areas.get(area).code);
    (!is_of_rows).then(|| benchmark_line(benchmark.value, code.unwrap_or_default()))
}

/// All indicators over the areas of a level as CSV, area by area, with a byte-order mark. A
/// fictional package says so in every row.
pub fn heat_csv(lang: Lang, package: &Package, heat: &Heat) -> Vec<u8> {
    let stamps = Stamps::of(lang, package);
    let mut table = CsvWriter::new(&stamps.header(&[&FIGURE[..], &AFTER_FIGURE].concat()));
    for at in 0..heat.areas.len() {
        for column in &heat.columns {
            let indicator = package.indicators.get(column.indicator);
            if let Some(row) = column.rows.get(at) {
                write_row(lang, package, indicator, row, &mut table);
                stamps.write(&mut table);
                table.end_row();
            }
        }
    }
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(table.finish());
    bytes
}

/// Rows of one area or of several as CSV, in the order given, with a byte-order mark. A fictional
/// package says so in every row.
pub fn rows_csv(lang: Lang, package: &Package, rows: &[(IndicatorId, CompareRow)]) -> Vec<u8> {
    let stamps = Stamps::of(lang, package);
    let mut table = CsvWriter::new(&stamps.header(&[&FIGURE[..], &AFTER_FIGURE].concat()));
    for (indicator, row) in rows {
        write_row(
            lang,
            package,
            package.indicators.get(*indicator),
            row,
            &mut table,
        );
        stamps.write(&mut table);
        table.end_row();
    }
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(table.finish());
    bytes
}

/// A computed value.
fn rounded(indicator: &Indicator, number: f64) -> String {
    fixed_text(number, usize::from(indicator.decimals) + MORE_DECIMALS)
}

/// The columns that every row has.
fn write_row(
    lang: Lang,
    package: &Package,
    indicator: &Indicator,
    row: &CompareRow,
    table: &mut CsvWriter,
) {
    let given = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
    let area = package.areas.get(row.area);
    let reading = &row.reading;
    let value = given(reading.value.number());
    let period = row.period.map(|it| it.to_string()).unwrap_or_default();
    let missing = match reading.value {
        Value::Missing(missing) => words::missing_text(lang, missing),
        _ => "",
    };
    let place = reading.place;
    let file = place.map(|it| &*package.descriptor.resources[it.resource].path);
    table
        .text_guarded(&indicator.code)
        .text_guarded(&area.code)
        .text_guarded(area.name.get(lang))
        .plain(&period)
        .plain(&value)
        .text_guarded(indicator.unit.get(lang))
        .plain(reading.value.bound().map_or("", Bound::word))
        .plain(status_letter(reading))
        .plain(&given(reading.numerator))
        .plain(&given(reading.denominator));
    let (near, far) = (
        row.judged.map(|judged| judged.interval_95),
        row.judged.map(|judged| judged.interval_998),
    );
    for interval in [near, far] {
        let end = |end: Option<f64>| end.map(|end| rounded(indicator, end)).unwrap_or_default();
        table
            .plain(&end(interval.map(|it| it.lower)))
            .plain(&end(interval.map(|it| it.upper)));
    }
    for is_adjusted in [false, true] {
        table.plain(row.verdict(indicator.polarity, is_adjusted).word());
    }
    let range = row.rank.and_then(|rank| rank.range);
    let rank = |rank: Option<u32>| rank.map(|it| it.to_string()).unwrap_or_default();
    table
        .plain(&rank(row.rank.map(|rank| rank.rank)))
        .plain(&rank(range.map(|(low, _)| low)))
        .plain(&rank(range.map(|(_, high)| high)))
        .text_guarded(missing)
        .text_guarded(file.unwrap_or(""))
        .plain(&place.map(|it| it.line.to_string()).unwrap_or_default());
}
