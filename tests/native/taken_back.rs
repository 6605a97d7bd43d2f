//! A table that was downloaded and is brought back by whoever has nothing but the file: it is recognised
//! like any foreign table, and its figures are those that it was made from.

use crate::support::exports::{
    AT, Exported, exports_at_once, exports_of_cases_and_organisation, exports_of_exploring,
    exports_of_findings, exports_of_portraits, exports_over_time, tabled,
};
use crate::support::{self, area_id, demo, indicator_id, published};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use zhishe::answer::{
    Across, BenchmarkChoice, CompareQuestion, PeriodChoice, Reading, TablePeriods, TableQuestion,
    compare, gaps, level_options, table,
};
use zhishe::cli::NativeDecoders;
use zhishe::export::{self, Sheet};
use zhishe::intake::{ColumnRole, Intake, Recipe, Remark, recognise, sample};
use zhishe::model::{Lang, Period, Severity, Value};
use zhishe::package::{Package, Resolving};
use zhishe::query::{categories, select};
use zhishe::words;

/// As much as the browser looks at.
const SAMPLE_BYTES: usize = 256 * 1024;

/// The file as the menu saves it, with everything said above it.
fn saved(package: &Package, bytes: &[u8]) -> Vec<u8> {
    let sheet = export::with_notes(
        Lang::Zh,
        package,
        Sheet::read(bytes),
        (AT, AT),
        "2026-11-29",
    );
    sheet.csv(true)
}

fn taken(name: &str, bytes: &[u8]) -> (Package, Recipe, Vec<Remark>) {
    let decoders = NativeDecoders;
    let head = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let is_whole = head.len() == bytes.len();
    let (sample, encoding, delimiter) = sample(head, is_whole, None, None, &decoders).unwrap();
    let found = recognise(&sample, encoding, delimiter, name).unwrap();
    let kept = Recipe::from_text(&found.recipe.to_text()).unwrap();
    assert_eq!(kept, found.recipe, "{name}");
    let mut intake = Intake::new(&found.recipe, name, &decoders).unwrap();
    for piece in bytes.chunks(1 << 16) {
        intake.push(piece).unwrap();
    }
    let taken = intake.finish().unwrap();
    let package = Arc::new(taken.package);
    let resolving = Resolving::new(package.clone(), taken.file).unwrap();
    let package = package.with_observations(resolving.finish());
    (package, found.recipe, found.remarks)
}

/// What the package that a file came from says of one of its keys.
fn known(package: &Package, key: &Key, dimension: Option<usize>) -> Option<Reading> {
    let indicator = indicator_id(package, &key.indicator);
    let area = package.areas.id(&key.area)?;
    let period = Period::parse(&key.period)?;
    let reading = match dimension.filter(|_| !key.category.is_empty()) {
        None => select(package, indicator, area, period),
        Some(dimension) => {
            let all = categories(package, indicator, dimension, area, period);
            all.into_iter().find(|it| it.value == key.category)?.reading
        }
    };
    reading.place.map(|_| reading)
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    indicator: String,
    area: String,
    period: String,
    category: String,
}

/// The file is taken, and every figure of it is that of the package: value, counts, bound, status; no key
/// stands twice, nothing is refused, and every row with a figure is there.
fn check(what: &str, package: &Package, bytes: &[u8], least: usize) {
    let bytes = saved(package, bytes);
    let (own, recipe, remarks) = taken(&format!("{what}.csv"), &bytes);
    let faults: Vec<String> = own
        .faults()
        .iter()
        .filter(|fault| fault.kind.severity() == Severity::Fault)
        .map(|fault| support::fault_line(fault))
        .collect();
    assert_eq!(faults, [""; 0], "{what}");
    assert!(
        !remarks
            .iter()
            .any(|it| matches!(it, Remark::KeysRepeat { .. })),
        "{what}: {remarks:?}"
    );
    // What stands above the header is told.
    assert!(
        matches!(remarks[0], Remark::TitleLines { from: 1, to } if to > 3),
        "{what}: {remarks:?}"
    );
    let dimension = recipe.columns.iter().find_map(|it| match &it.role {
        ColumnRole::Dimension { .. } => Some(it.name.clone()),
        _ => None,
    });
    let declared = package.descriptor.dimensions.iter();
    let dimension = dimension.map(|name| declared.clone().position(|it| it.name == name).unwrap());
    let file = own.observation_files().next().unwrap();
    let rows = &file.table;
    let mut keys: BTreeMap<Key, usize> = BTreeMap::new();
    let mut figures = 0;
    for row in 0..rows.row_count() {
        let key = Key {
            indicator: rows.indicator.text(row).to_string(),
            area: rows.area.text(row).to_string(),
            period: rows.period.text(row).to_string(),
            category: rows
                .dimensions
                .first()
                .map_or("", |it| it.text(row))
                .to_string(),
        };
        let line = format!("{what}, line {}: {key:?}", rows.line(row));
        assert_eq!(keys.insert(key.clone(), row), None, "{line} twice");
        let id = own.indicators.id(&key.indicator).unwrap();
        let area = own.areas.id(&key.area).unwrap();
        let period = Period::parse(&key.period).unwrap();
        let reading = match key.category.as_str() {
            "" => select(&own, id, area, period),
            value => {
                let all = categories(&own, id, 0, area, period);
                all.into_iter()
                    .find(|it| it.value == value)
                    .unwrap()
                    .reading
            }
        };
        let Some(known) = known(package, &key, dimension) else {
            continue;
        };
        assert_eq!(reading.status, known.status, "{line}");
        match (reading.value, known.value) {
            (Value::Missing(one), Value::Missing(other)) => assert_eq!(one, other, "{line}"),
            (one, other) => {
                let (found, wanted) = (one.number(), other.number());
                let is_same = found
                    .zip(wanted)
                    .is_some_and(|(one, other)| (one - other).abs() <= other.abs() * 1e-12);
                assert!(is_same, "{line}: {one:?} for {other:?}");
                assert_eq!(one.bound(), other.bound(), "{line}");
                figures += 1;
            }
        }
        let has_counts = recipe.columns.iter().any(|it| it.name == "numerator");
        if has_counts {
            assert_eq!(reading.numerator, known.numerator, "{line}");
            assert_eq!(reading.denominator, known.denominator, "{line}");
        }
        // Codes stay as they are.
        assert!(package.areas.id(&key.area).is_some(), "{line}");
    }
    assert!(figures >= least, "{what}: {figures} figures");
    // Every row of the file that has a figure, or says why it must not have one, has come in.
    let sheet = Sheet::read(&bytes);
    let at = |name: &str| sheet.column(name).unwrap();
    let (value, status) = (at("value"), sheet.column("status"));
    let has_figure = |row: &&Vec<String>| {
        let letter = status.map_or("", |status| &row[status]);
        !row[value].is_empty() || matches!(letter, "Q" | "M" | "O" | "L")
    };
    let named: BTreeSet<Vec<&str>> = sheet
        .rows
        .iter()
        .filter(has_figure)
        .filter(|row| package.areas.id(&row[at("area_code")]).is_some())
        .map(|row| {
            let category = dimension.map_or("", |it| {
                let name = &package.descriptor.dimensions[it].name;
                &*row[at(name)]
            });
            let columns = ["indicator", "area_code", "period"].map(|name| &*row[at(name)]);
            [&columns[..], &[category]].concat()
        })
        .collect();
    for row in &named {
        let key = Key {
            indicator: row[0].into(),
            area: row[1].into(),
            period: row[2].into(),
            category: row[3].into(),
        };
        assert!(keys.contains_key(&key), "{what}: {key:?} was lost");
    }
}

fn check_all(exported: Vec<Exported>) {
    for Exported { what, bytes, least } in exported {
        check(what, demo(), &bytes, least);
    }
}

#[test]
fn comparisons_profiles_and_heat_tables() {
    check_all(exports_at_once());
}

#[test]
fn series() {
    check_all(exports_over_time());
}

#[test]
fn cases_and_the_organisation() {
    check_all(exports_of_cases_and_organisation());
}

#[test]
fn explored_pictures_and_tables() {
    check_all(exports_of_exploring());
}

#[test]
fn tables_beside_a_profile() {
    check_all(exports_of_portraits());
}

#[test]
fn findings_with_their_figures() {
    check_all(exports_of_findings());
}

#[test]
fn bounds_of_official_prose() {
    let package = published();
    let mut bounded = 0;
    for (id, _) in package.indicators.iter() {
        for level in level_options(package, Some(id)) {
            let question = CompareQuestion {
                indicator: id,
                level,
                within: None,
                period: PeriodChoice::EachLatest,
                benchmark: BenchmarkChoice::Top,
            };
            let found = compare(package, question);
            let bytes = export::compare_csv(Lang::Zh, package, &found, AT);
            check(&package.indicators.get(id).code.clone(), package, &bytes, 1);
            let rows = found.rows.iter();
            bounded += rows
                .filter(|row| row.reading.value.bound().is_some())
                .count();
        }
    }
    assert!(bounded > 3, "{bounded} bounds");
}

/// An earlier state says its day in a column, which is none of the key and no figure.
#[test]
fn an_earlier_state_comes_back_as_it_stood() {
    let day = zhishe::model::Day::parse("2026-01-01").unwrap();
    let package = words::package_as_of(demo(), day);
    let mut asked = tabled(&package, Across::Indicators);
    asked.periods = TablePeriods::At(Period::parse("2025-11").unwrap());
    asked.indicators = vec![indicator_id(&package, "cases-taken")];
    let found = table(&package, asked);
    let bytes = export::table_csv(Lang::Zh, &package, &found, true, AT);
    let sheet = Sheet::read(&bytes);
    let at = sheet.column("as_of").unwrap();
    assert!(sheet.rows.iter().all(|row| row[at] == "2026-01-01"));
    check("as-of", &package, &bytes, 100);
    let (_, recipe, _) = taken("as-of.csv", &saved(&package, &bytes));
    for name in ["as_of", "fictional", "file", "line", "lower_95", "upper_95"] {
        let column = recipe.columns.iter().find(|it| it.name == name).unwrap();
        assert_eq!(column.role, ColumnRole::Ignored, "{name}");
    }
}

/// The table as it stands has no counts beside its numbers; the numbers come back with their status and
/// bounds, and what has none with its reason.
#[test]
fn the_tables_as_shown_bring_their_numbers_back() {
    let package = demo();
    // Those with cells that say why they have no figure.
    let lacking = gaps(package);
    let lacking = lacking.iter().flat_map(|gap| gap.indicators.clone());
    let lacking: BTreeSet<_> = lacking.map(|id| id.0).collect();
    for across in [Across::Indicators, Across::Periods, Across::Areas] {
        let mut asked = tabled(package, across);
        asked.indicators = package.indicators.iter().map(|(id, _)| id).collect();
        asked.indicators.retain(|id| lacking.contains(&id.0));
        if across == Across::Areas {
            // Each has two columns an area: with all of them more than a table may have.
            asked.indicators.truncate(8);
        }
        asked.periods = TablePeriods::All;
        as_shown(package, asked, (1500, 5));
    }
    let published = published();
    let mut bounds = 0;
    for (id, _) in published.indicators.iter() {
        for level in level_options(published, Some(id)) {
            let asked = TableQuestion {
                indicators: vec![id],
                level,
                within: None,
                group: Vec::new(),
                is_only_group: false,
                periods: TablePeriods::All,
                across: Across::Indicators,
            };
            let across = TableQuestion {
                across: Across::Areas,
                ..asked.clone()
            };
            assert_eq!(
                as_shown(published, across, (1, 0)),
                as_shown(published, asked.clone(), (1, 0))
            );
            bounds += as_shown(published, asked, (1, 0));
        }
    }
    assert!(bounds > 3, "{bounds} bounds");
}

/// Gives how many figures are bounded.
fn as_shown(package: &Package, asked: TableQuestion, (figures, others): (usize, usize)) -> usize {
    let what = format!("{:?} {:?}", asked.indicators, asked.across);
    let found = table(package, asked);
    let bytes = export::table_csv(Lang::Zh, package, &found, false, AT);
    let (own, _, remarks) = taken("as-shown.csv", &saved(package, &bytes));
    let repeats = |it: &Remark| matches!(it, Remark::KeysRepeat { .. });
    assert!(!remarks.iter().any(repeats), "{what}");
    let rows = &own.observation_files().next().unwrap().table;
    let (mut with, mut without, mut bounds) = (0, 0, 0);
    for row in 0..rows.row_count() {
        let indicator = indicator_id(package, rows.indicator.text(row));
        let area = area_id(package, rows.area.text(row));
        let period = Period::parse(rows.period.text(row)).unwrap();
        let known = select(package, indicator, area, period);
        let line = format!("{what}, line {}", rows.line(row));
        assert_eq!(rows.value.get(row), known.value.number(), "{line}");
        assert_eq!(rows.bound(row), known.value.bound(), "{line}");
        assert_eq!(rows.status(row), known.status, "{line}");
        with += usize::from(rows.value.get(row).is_some());
        without += usize::from(rows.value.get(row).is_none());
        bounds += usize::from(rows.bound(row).is_some());
    }
    let mut numbers = 0;
    for row in 0..found.rows.len() {
        for column in 0..found.columns.len() {
            let cell = found.cell(package, row, column);
            let number = cell.and_then(|cell| cell.reading.value.number());
            numbers += usize::from(number.is_some());
        }
    }
    assert_eq!(with, numbers, "{what}");
    assert!(
        with >= figures && without >= others,
        "{what}: {with} and {without}"
    );
    bounds
}
