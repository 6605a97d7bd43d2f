//! Lists that are no figures, as files: sources, standards, files, faults, meetings. Each says what the
//! package says, cell by cell.

use crate::support::{Files, area_id, demo, published, shipped};
use zhishe::answer::{
    OrganisationQuestion, PipelineQuestion, StandardEntry, StandardsQuestion, case_rates,
    organisation, overview, pipeline, standards,
};
use zhishe::export::{
    Sheet, cards_csv, case_rates_csv, definitions_csv, faults_csv, files_csv, meetings_csv,
    register_csv, sources_csv, standards_as_set_csv,
};
use zhishe::model::{Lang, Period, Severity, number_in_full};

const AT: &str = "https://example.org/zhishe/?page=data";

fn march() -> Period {
    Period::parse("2026-03").unwrap()
}

/// A cell by the name of its column.
fn cell<'a>(sheet: &'a Sheet, row: &'a [String], name: &str) -> &'a str {
    let at = sheet.column(name);
    &row[at.unwrap_or_else(|| panic!("no column {name}"))]
}

fn row_of<'a>(sheet: &'a Sheet, name: &str, value: &str) -> &'a [String] {
    let mut rows = sheet.rows.iter();
    rows.find(|row| cell(sheet, row, name) == value).unwrap()
}

/// What every such file has: its title and its address above the rows, and the stamp in each row of a
/// fictional package and in none of another.
fn check_frame(name: &str, bytes: &[u8], rows: usize) -> Sheet {
    let sheet = Sheet::read(bytes);
    assert!(
        sheet.remarks.iter().any(|line| line == AT),
        "{:?}",
        sheet.remarks
    );
    assert_eq!(sheet.rows.len(), rows);
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.header.len()));
    match sheet.column("fictional") {
        Some(at) => assert!(sheet.rows.iter().all(|row| !row[at].is_empty())),
        None => assert_ne!(name, "demo"),
    }
    sheet
}

/// The published file of a table.
fn as_published(name: &str, path: &str) -> Sheet {
    Sheet::read(shipped(name).text(path).as_bytes())
}

#[test]
fn sources_are_those_of_the_published_file() {
    for (name, package) in [("demo", demo()), ("published", published())] {
        let file = as_published(name, "sources.csv");
        let bytes = sources_csv(Lang::Zh, package, AT);
        let sheet = check_frame(name, &bytes, file.rows.len());
        assert!(!file.rows.is_empty());
        assert_eq!(sheet.header[..file.header.len()], file.header, "{name}");
        let rows: Vec<&[String]> = sheet
            .rows
            .iter()
            .map(|it| &it[..file.header.len()])
            .collect();
        assert_eq!(rows, file.rows.iter().map(|it| &it[..]).collect::<Vec<_>>());
    }
    let json: serde_json::Value =
        serde_json::from_str(&Sheet::read(&sources_csv(Lang::Zh, published(), AT)).json()).unwrap();
    // A code and a year are no numbers, though they are written in digits.
    assert_eq!(json["rows"][0]["district_code"], "610113");
    assert_eq!(json["rows"][0]["published"], "2024");
}

#[test]
fn definitions_are_those_of_the_published_file() {
    for (name, package) in [("demo", demo()), ("published", published())] {
        let file = as_published(name, "indicators.csv");
        let sheet = check_frame(
            name,
            &definitions_csv(Lang::En, package, AT),
            file.rows.len(),
        );
        for (row, as_set) in sheet.rows.iter().zip(&file.rows) {
            for column in [
                "indicator",
                "label_zh",
                "definition_en",
                "unit_zh",
                "kind",
                "role",
            ] {
                let (found, wanted) = (cell(&sheet, row, column), cell(&file, as_set, column));
                assert_eq!(found, wanted, "{name}, {column}");
            }
        }
    }
}

#[test]
fn standards_are_those_of_the_published_file() {
    for (name, package) in [("demo", demo()), ("published", published())] {
        let file = as_published(name, "standards.csv");
        let bytes = standards_as_set_csv(Lang::Zh, package, AT);
        let sheet = check_frame(name, &bytes, file.rows.len());
        for (at, (row, as_set)) in sheet.rows.iter().zip(&file.rows).enumerate() {
            for column in file.header.iter().filter(|it| *it != "operator") {
                let (found, wanted) = (cell(&sheet, row, column), cell(&file, as_set, column));
                assert_eq!(found, wanted, "{name}, {column}");
            }
            let is_least = cell(&file, as_set, "operator") == ">=";
            let operator = if is_least { "at-least" } else { "at-most" };
            assert_eq!(cell(&sheet, row, "operator"), operator);
            assert_eq!(cell(&sheet, row, "file"), "standards.csv");
            assert_eq!(cell(&sheet, row, "line"), (at + 2).to_string(), "{name}");
        }
    }
}

#[test]
fn the_register_counts_who_meets_which() {
    let package = demo();
    let (area, period) = (None, march());
    let found = standards(package, StandardsQuestion { area, period });
    let entries: Vec<&StandardEntry> = found.entries.iter().collect();
    let bytes = register_csv(Lang::En, package, &entries, ("Register", AT));
    let sheet = check_frame("demo", &bytes, entries.len());
    let mut judged = 0;
    for (row, entry) in sheet.rows.iter().zip(&entries) {
        let counts = [
            ("met", entry.met),
            ("missed", entry.missed),
            ("not_judged", entry.not_judged()),
        ];
        for (name, count) in counts {
            let wanted = match entry.silent {
                None => count.to_string(),
                Some(_) => String::new(),
            };
            assert_eq!(cell(&sheet, row, name), wanted, "{name}");
        }
        assert_eq!(
            cell(&sheet, row, "reason").is_empty(),
            entry.silent.is_none()
        );
        judged += entry.met + entry.missed;
    }
    assert!(judged > 500, "{judged}");
    // Of those not in force at the period nothing is counted.
    let early = row_of(&sheet, "effective_to", "2024-12");
    assert_eq!(cell(&sheet, early, "reason"), "not-in-force");
    assert_eq!(cell(&sheet, early, "met"), "");
}

#[test]
fn where_nobody_is_judged_the_register_has_what_the_setters_publish() {
    let package = published();
    let (area, period) = (None, Period::parse("2023").unwrap());
    let found = standards(package, StandardsQuestion { area, period });
    let entries: Vec<&StandardEntry> = found.entries.iter().collect();
    let bytes = register_csv(Lang::Zh, package, &entries, ("规范", AT));
    let sheet = check_frame("published", &bytes, entries.len());
    for (row, entry) in sheet.rows.iter().zip(&entries) {
        assert_eq!(cell(&sheet, row, "met").parse().unwrap_or(0), entry.met);
        let setters = zhishe::answer::setters_figure(package, entry);
        let value = setters.and_then(|(_, reading)| reading.value.number());
        let value = value.map(number_in_full).unwrap_or_default();
        assert_eq!(cell(&sheet, row, "setters_value"), value);
        let period = setters.map_or(String::new(), |(period, _)| period.to_string());
        assert_eq!(cell(&sheet, row, "setters_period"), period);
    }
}

#[test]
fn files_say_what_they_hold_and_how_far_they_were_read() {
    let package = demo();
    let count = package.descriptor.resources.len();
    let sheet = check_frame("demo", &files_csv(Lang::Zh, package, AT), count);
    let areas = row_of(&sheet, "file", "areas.csv");
    assert_eq!(cell(&sheet, areas, "table"), "areas");
    assert_eq!(cell(&sheet, areas, "state"), "read");
    let lines = shipped("demo").text("areas.csv").lines().count();
    assert_eq!(cell(&sheet, areas, "rows"), (lines - 1).to_string());
    let wide = sheet
        .rows
        .iter()
        .filter(|row| cell(&sheet, row, "layout") == "wide");
    assert!(wide.count() > 0);
    let headline = row_of(&sheet, "file", "observations-headline-2025.csv");
    assert_eq!(cell(&sheet, headline, "headline"), "yes");
    let ends = (cell(&sheet, headline, "from"), cell(&sheet, headline, "to"));
    assert_eq!(ends, ("2025-01", "2025-12"));

    // One that is missing, one with a fault, one that nobody asked for.
    let files = Files::little().without("sources.csv").more(
        "observations.csv",
        "nothing,9901001,2024,,1,,,,A,register,,\n",
    );
    let package = files.open(4096);
    let sheet = Sheet::read(&files_csv(Lang::En, &package, AT));
    let sources = row_of(&sheet, "file", "sources.csv");
    assert_eq!(cell(&sheet, sources, "state"), "failed");
    assert_eq!(cell(&sheet, sources, "rows"), "");
    let long = row_of(&sheet, "file", "observations.csv");
    let found = package.faults_of(4);
    let found = found
        .iter()
        .filter(|it| it.kind.severity() == Severity::Fault);
    let found = found.count();
    assert!(found > 0);
    assert_eq!(cell(&sheet, long, "faults"), found.to_string());
    let unread = Files::little().open_descriptor();
    let sheet = Sheet::read(&files_csv(Lang::En, &unread, AT));
    assert!(
        sheet
            .rows
            .iter()
            .all(|row| cell(&sheet, row, "state") == "unread")
    );
    assert!(
        sheet
            .rows
            .iter()
            .all(|row| cell(&sheet, row, "faults").is_empty())
    );
}

#[test]
fn faults_stand_one_a_row_and_run_no_formula() {
    let files = Files::little().more(
        "observations.csv",
        "=HYPERLINK(1),9901001,2024,,1,,,,A,register,,\nhouseholds,@A,2024,,x,,,,A,register,,\n",
    );
    let package = files.open(4096);
    let faults = package.faults();
    assert!(faults.len() >= 2);
    let sheet = check_frame("little", &faults_csv(Lang::Zh, &package, AT), faults.len());
    for (row, fault) in sheet.rows.iter().zip(&faults) {
        assert_eq!(cell(&sheet, row, "file"), &*fault.file);
        assert_eq!(cell(&sheet, row, "line"), fault.line.to_string());
        assert_eq!(cell(&sheet, row, "kind"), fault.kind.name());
        assert!(!cell(&sheet, row, "problem").is_empty());
    }
    let formula = row_of(&sheet, "found", "'=HYPERLINK(1)");
    assert_eq!(cell(&sheet, formula, "severity"), "fault");
    assert!(
        sheet
            .rows
            .iter()
            .flatten()
            .all(|it| !it.starts_with(['=', '+', '-', '@']))
    );
}

#[test]
fn meetings_say_how_many_held_enough() {
    let package = demo();
    let area = area_id(package, "990001002");
    let period = march();
    let found = organisation(package, OrganisationQuestion { area, period });
    let periods: Vec<_> = found.meetings.iter().flat_map(|it| &it.periods).collect();
    let bytes = meetings_csv(Lang::Zh, package, &found, AT).unwrap();
    let sheet = check_frame("demo", &bytes, periods.len());
    assert!(periods.len() > 3);
    for (row, held) in sheet.rows.iter().zip(&periods) {
        assert_eq!(cell(&sheet, row, "period"), held.period.to_string());
        assert_eq!(cell(&sheet, row, "enough"), held.enough.to_string());
        let codes = held
            .short
            .iter()
            .map(|row| &*package.areas.get(row.area).code);
        assert_eq!(
            cell(&sheet, row, "short_areas"),
            codes.collect::<Vec<_>>().join(" ")
        );
        assert_eq!(cell(&sheet, row, "short"), held.short.len().to_string());
    }
    assert!(periods.iter().any(|held| !held.short.is_empty()));
    let first = &sheet.rows[0];
    assert_eq!(cell(&sheet, first, "standard"), "meetings-a-quarter");
    assert_eq!(cell(&sheet, first, "area_code"), "990001002");
    assert_eq!(cell(&sheet, first, "file"), "standards.csv");
}

#[test]
fn rates_of_cases_say_where_both_their_counts_stand() {
    let package = demo();
    let question = PipelineQuestion {
        area: area_id(package, "990001002001"),
        beside: Some(area_id(package, "990001")),
        period: march(),
    };
    let found = pipeline(package, question);
    let pairs = case_rates(package, &found);
    let bytes = case_rates_csv(Lang::Zh, package, (&found, &pairs), AT);
    let sheet = Sheet::read(&bytes);
    let own = pairs.iter().filter_map(|it| it.own);
    assert!(own.clone().count() > 2);
    let rows = sheet.rows.iter();
    let rows = rows.filter(|row| cell(&sheet, row, "area_code") == "990001002001");
    for (row, rate) in rows.zip(own) {
        let ends = [
            ("file", "line", Some(rate.rate.above)),
            ("denominator_file", "denominator_line", rate.rate.below),
        ];
        for (file, line, read) in ends {
            let place = read.and_then(|(_, total)| total.reading.place);
            let path = place.map_or("", |it| &*package.descriptor.resources[it.resource].path);
            assert_eq!(cell(&sheet, row, file), path);
            let wanted = place.map_or(String::new(), |it| it.line.to_string());
            assert_eq!(cell(&sheet, row, line), wanted);
        }
        assert!(cell(&sheet, row, "file").starts_with("observations-cases-"));
    }
}

#[test]
fn a_card_is_its_line_and_says_in_its_own_row_how_it_moved() {
    for (name, package) in [("demo", demo()), ("published", published())] {
        let shown = overview(package, None, (2026, 11));
        let cards = shown.sections.iter();
        let cards: Vec<_> = cards.flat_map(|it| it.cards.iter()).collect();
        let earlier = cards.iter().map(|card| {
            let points = card.series.iter();
            points.filter(|it| it.period != card.period).count()
        });
        let rows = cards.len() + earlier.sum::<usize>();
        let bytes = cards_csv(Lang::En, package, &shown, ("Headlines", AT)).unwrap();
        let sheet = check_frame(name, &bytes, rows);
        let mut moved = 0;
        for card in cards {
            let code = &package.indicators.get(card.indicator).code;
            let period = card.period.to_string();
            let number = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
            let mut rows = sheet.rows.iter();
            let row = rows.find(|row| {
                let is_own = cell(&sheet, row, "indicator") == code;
                is_own
                    && cell(&sheet, row, "period") == period
                    && cell(&sheet, row, "value") == number(card.total.reading.value.number())
            });
            let row = row.unwrap_or_else(|| panic!("{code} {period}"));
            assert_eq!(
                cell(&sheet, row, "on_previous"),
                number(card.on_previous.number())
            );
            assert_eq!(cell(&sheet, row, "on_year"), number(card.on_year.number()));
            moved += usize::from(card.on_year.number().is_some());
        }
        assert!(moved > 0 || name != "demo");
    }
}
