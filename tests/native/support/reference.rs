//! Reading the tables under `tests/reference/`, and when two numbers are the same. It must not know
//! what any table holds.

use zhishe::stats::{Confidence, Interval, Sample};

/// The rows of a table without its head; there must be at least 200.
pub fn rows(name: &str) -> Vec<Vec<String>> {
    let path = format!("tests/reference/{name}.csv");
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let record = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.unwrap();
        record.iter().map(str::to_string).collect()
    };
    let rows: Vec<Vec<String>> = reader.records().map(record).collect();
    assert!(rows.len() >= 200, "{path}: {}", rows.len());
    rows
}

/// Within 1e-9 of the expected number, or within 1e-12 near zero.
pub fn is_close(actual: f64, expected: f64) -> bool {
    is_within(actual, expected, 1e-9)
}

/// Within 1e-6, for what a root was searched for.
pub fn is_close_root(actual: f64, expected: f64) -> bool {
    is_within(actual, expected, 1e-6)
}

fn is_within(actual: f64, expected: f64, relative: f64) -> bool {
    actual == expected || (actual - expected).abs() <= (relative * expected.abs()).max(1e-12)
}

pub fn number(cell: &str) -> f64 {
    match cell.parse() {
        Ok(number) => number,
        Err(_) => panic!("no number: {cell:?}"),
    }
}

/// The numbers of a list.
pub fn numbers(cell: &str) -> Vec<f64> {
    cell.split_whitespace().map(number).collect()
}

/// The numbers of a list with gaps.
pub fn values(cell: &str) -> Vec<Option<f64>> {
    let value = |part: &str| (part != "-").then(|| number(part));
    cell.split_whitespace().map(value).collect()
}

pub fn confidence(cell: &str) -> Confidence {
    match cell {
        "95" => Confidence::NinetyFive,
        "99.8" => Confidence::NinetyNinePointEight,
        other => panic!("no level: {other}"),
    }
}

pub fn yes(cell: &str) -> bool {
    assert!(cell == "yes" || cell == "no", "{cell}");
    cell == "yes"
}

pub fn interval(lower: &str, upper: &str) -> Interval {
    Interval {
        lower: number(lower),
        upper: number(upper),
    }
}

pub fn sample_of(kind: &str, events: f64, size: f64) -> Sample {
    match kind {
        "proportion" => Sample::proportion(events, size).unwrap(),
        "rate" => Sample::rate(events, size).unwrap(),
        other => panic!("no kind: {other}"),
    }
}

/// The samples of a list `events/size` with gaps.
pub fn samples(kind: &str, cell: &str) -> Vec<Option<Sample>> {
    let part = |part: &str| {
        let (events, size) = part.split_once('/')?;
        Some(sample_of(kind, number(events), number(size)))
    };
    cell.split_whitespace().map(part).collect()
}

/// The samples of a list `events/size@benchmark` with gaps.
pub fn benchmarked(kind: &str, cell: &str) -> Vec<Option<(Sample, f64)>> {
    let part = |part: &str| {
        let (sample, benchmark) = part.split_once('@')?;
        let (events, size) = sample.split_once('/')?;
        let sample = sample_of(kind, number(events), number(size));
        Some((sample, number(benchmark)))
    };
    cell.split_whitespace().map(part).collect()
}
