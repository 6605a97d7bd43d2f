//! A table that was downloaded and is brought back says the same: its figures are read by the reader of
//! published files and held against those that it was made from.

use crate::support::exports::{
    AT, Exported, comparison, exports_at_once, exports_of_cases_and_organisation,
    exports_of_exploring, exports_of_findings, exports_of_portraits, exports_over_time,
};
use crate::support::{self, Files, area_id, demo, indicator_id, published, reading_line, shipped};
use std::sync::Arc;
use zhishe::answer::{BenchmarkChoice, CompareQuestion, PeriodChoice, Reading, compare, gaps};
use zhishe::cli::NativeDecoders;
use zhishe::export;
use zhishe::model::{Lang, Period};
use zhishe::package::Package;
use zhishe::parse::{FileOptions, FileParser, Layout, ObservationSink};
use zhishe::query::{categories, select};
use zhishe::table::Observations;

/// The file without the lines that say what it is.
fn plain(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.split_inclusive('\n');
    lines.skip_while(|line| line.starts_with('#')).collect()
}

/// Read as a published file in the long layout.
fn observations(package: &Package, bytes: &[u8]) -> Observations {
    let text = plain(bytes);
    let dimensions = package.descriptor.dimensions.iter();
    let dimensions = dimensions.map(|it| it.name.clone()).collect();
    let mut sink = ObservationSink::new("back.csv".into(), Layout::Long, dimensions);
    let decoders = NativeDecoders;
    let mut parser = FileParser::new(&FileOptions::default(), &decoders).unwrap();
    parser.push(text.as_bytes(), &mut sink).unwrap();
    parser.finish(&mut sink).unwrap();
    let (table, faults) = sink.finish().unwrap();
    let faults: Vec<String> = faults
        .finish(&"back.csv".into())
        .iter()
        .map(support::fault_line)
        .filter(|line| !line.contains("unknown-column"))
        .collect();
    assert_eq!(faults, [""; 0]);
    table
}

/// What a package says of a row's key: of a category where the row is of one.
fn known(package: &Package, table: &Observations, row: usize) -> Option<Reading> {
    if table.period.text(row).is_empty() {
        // An area that has published nothing: it has no newest period.
        return None;
    }
    let indicator = indicator_id(package, table.indicator.text(row));
    let area = area_id(package, table.area.text(row));
    let period = Period::parse(table.period.text(row)).unwrap();
    let mut dimensions = table.dimensions.iter().enumerate();
    let reading = match dimensions.find(|(_, column)| !column.text(row).is_empty()) {
        None => select(package, indicator, area, period),
        Some((place, column)) => {
            let of_all = categories(package, indicator, place, area, period);
            let value = column.text(row);
            of_all.into_iter().find(|it| it.value == value)?.reading
        }
    };
    reading.place.map(|_| reading)
}

/// Every row says what the package says of its key; `least` of them have a figure.
fn check(what: &str, package: &Package, bytes: &[u8], least: usize) {
    let table = observations(package, bytes);
    let mut figures = 0;
    for row in 0..table.row_count() {
        let Some(known) = known(package, &table, row) else {
            // Summed from parts, or none at all: no file has such a row.
            continue;
        };
        let line = format!("{what}, line {}", table.line(row));
        let value = table.value.get(row);
        assert_eq!(value, known.value.number(), "{line}");
        assert_eq!(table.bound(row), known.value.bound(), "{line}");
        assert_eq!(table.status(row), known.status, "{line}");
        if has_counts(bytes) {
            assert_eq!(table.numerator.get(row), known.numerator, "{line}");
            assert_eq!(table.denominator.get(row), known.denominator, "{line}");
        }
        figures += usize::from(value.is_some());
    }
    assert!(figures >= least, "{what}: {figures} figures");
}

fn has_counts(bytes: &[u8]) -> bool {
    let text = plain(bytes);
    let header = text.lines().next().unwrap();
    header.split(',').any(|name| name == "numerator")
}

fn check_all(exported: Vec<Exported>) {
    for Exported { what, bytes, least } in exported {
        check(what, demo(), &bytes, least);
    }
}

#[test]
fn tables_of_the_page_say_the_same() {
    check_all(exports_at_once());
}

#[test]
fn tables_over_time_say_the_same() {
    check_all(exports_over_time());
}

#[test]
fn tables_of_cases_and_organisation_say_the_same() {
    check_all(exports_of_cases_and_organisation());
}

#[test]
fn tables_of_exploring_say_the_same() {
    check_all(exports_of_exploring());
}

#[test]
fn tables_beside_a_profile_say_the_same() {
    check_all(exports_of_portraits());
}

#[test]
fn findings_say_the_same() {
    check_all(exports_of_findings());
}

#[test]
fn every_gap_has_a_row() {
    let found = gaps(demo());
    let bytes = export::gaps_csv(Lang::Zh, demo(), &found, ("gaps", AT)).unwrap();
    let cells: usize = found.iter().map(|gap| gap.cell_count()).sum();
    assert!(cells > 0);
    assert_eq!(observations(demo(), &bytes).row_count(), cells);
}

#[test]
fn bounds_of_official_prose_come_back() {
    let package = published();
    for (id, _) in package.indicators.iter() {
        let options = zhishe::answer::level_options(package, Some(id));
        for level in options {
            let question = CompareQuestion {
                indicator: id,
                level,
                within: None,
                period: PeriodChoice::EachLatest,
                benchmark: BenchmarkChoice::Top,
            };
            let found = compare(package, question);
            let bytes = export::compare_csv(Lang::Zh, package, &found, AT);
            check("published", package, &bytes, 1);
        }
    }
}

/// The whole way: the file in the place of all published files, and the comparison asked again.
#[test]
fn the_comparison_brought_back_gives_the_same_answer() {
    let before = compare(demo(), comparison(demo(), "on-time-rate"));
    let bytes = export::compare_csv(Lang::Zh, demo(), &before, AT);
    let mut files: Files = shipped("demo").with("back.csv", plain(&bytes));
    let resources = files.descriptor["resources"].as_array_mut().unwrap();
    resources.retain(|it| !it["name"].as_str().unwrap().starts_with("observations"));
    resources.push(serde_json::json!({"name": "observations-back", "path": "back.csv"}));
    let back = files.open(1 << 18);
    let again = compare(&back, comparison(&back, "on-time-rate"));
    assert_eq!(again.rows.len(), before.rows.len());
    let said = |package: &Package, found: &zhishe::answer::Compare| {
        let mut lines: Vec<String> = found
            .rows
            .iter()
            .map(|row| {
                let counts = (row.reading.numerator, row.reading.denominator);
                let code = &package.areas.get(row.area).code;
                let interval = row.judged.map(|judged| judged.interval_95);
                let rank = row.rank.map(|rank| (rank.rank, rank.range));
                format!(
                    "{code} {} {counts:?} {interval:?} {rank:?}",
                    reading_line(row.reading)
                )
            })
            .collect();
        lines.sort();
        lines
    };
    let reasons = |line: String| line.replace("Blank", "NoRow");
    let before: Vec<String> = said(demo(), &before).into_iter().map(reasons).collect();
    let again: Vec<String> = said(&back, &again).into_iter().map(reasons).collect();
    assert_eq!(again, before);
}

#[test]
fn every_table_says_what_it_is() {
    let package = Arc::new(demo().clone());
    let found = compare(&package, comparison(&package, "on-time-rate"));
    let bytes = export::compare_csv(Lang::En, &package, &found, AT);
    let cited = "https://example.org/zhishe/?page=compare&data=0123456789abcdef";
    let sheet = export::Sheet::read(&bytes);
    let sheet = export::with_notes(Lang::En, &package, sheet, (AT, cited), "2026-11-29");
    let said = sheet.remarks.join("\n");
    for part in [
        "Fictional data",
        "Link: https://example.org/zhishe/?page=compare&data=0123456789abcdef",
        "Exported: 2026-11-29",
        "(package), 1.0.0, 2026-05-08",
    ] {
        assert!(
            said.to_lowercase().contains(&part.to_lowercase()),
            "{part}\n{said}"
        );
    }
    assert_eq!(said.matches(AT).count(), 1, "{said}");
    let definition = package.indicators.get(found.question.indicator);
    let definition = definition.definition.get(Lang::En);
    assert_eq!(said.matches(definition).count(), 1, "{said}");
    // What stands above the rows does not change them.
    assert_eq!(sheet.csv(false), export::Sheet::read(&bytes).csv(false));
    let json: serde_json::Value = serde_json::from_str(&sheet.json()).unwrap();
    let rows = json["rows"].as_array().unwrap();
    assert_eq!(rows.len(), found.rows.len());
    assert!(rows.iter().all(|row| row["area_code"].is_string()));
    assert!(rows.iter().any(|row| row["numerator"].is_number()));
}
