//! Cells without a figure: those of the demonstration district are found, each for its reason, and what
//! hardly anybody publishes is none. It must not know how they are found.

use crate::support::{demo, published, shipped};
use zhishe::answer::{Gap, gaps};
use zhishe::package::Package;

/// `reason indicators areas first..last cells`: names where there is one, numbers where there are more.
fn line(package: &Package, gap: &Gap) -> String {
    let some = |codes: Vec<&str>| match codes[..] {
        [only] => only.to_string(),
        _ => codes.len().to_string(),
    };
    let indicators = gap.indicators.iter();
    let indicators = indicators.map(|id| &*package.indicators.get(*id).code);
    let areas = gap.areas.iter().map(|id| &*package.areas.get(*id).code);
    format!(
        "{} {} {} {}..{} {}",
        gap.missing.name(),
        some(indicators.collect()),
        some(areas.collect()),
        gap.periods[0],
        gap.periods[gap.periods.len() - 1],
        gap.cell_count()
    )
}

fn lines(package: &Package) -> Vec<String> {
    gaps(package).iter().map(|gap| line(package, gap)).collect()
}

#[test]
fn each_cell_of_the_demonstration_district_is_told_once_with_its_reason() {
    // The numbers of cells are those of its files: 70 Q, 11 M, 13 and 4 O, 136 L; the wide file of
    // participation is blank twice in each of its three columns.
    assert_eq!(
        lines(demo()),
        [
            "not-reported 2 990001006009 2025-08..2025-09 4",
            "not-reported 3 990001005012 2024-Q3..2024-Q3 3",
            "not-reported 10 990001005012 2024-07..2024-07 10",
            "no-row 3 990001006009 2025-08..2025-09 6",
            "not-collected hotline-answered 17 2023-05..2023-12 136",
            "suppressed registered-volunteers 70 2026-03..2026-03 70",
            "impossible compounds-with-organisation 990001007016 2023-Q3..2026-Q1 11",
        ]
    );
}

#[test]
fn what_each_of_three_places_publishes_by_itself_is_no_gap_of_the_others() {
    assert_eq!(lines(published()), [""; 0]);
}

#[test]
fn a_row_that_most_have_is_missed_and_a_faulty_one_is_not() {
    let text = shipped("demo").text("observations-delegation.csv");
    let row = text
        .lines()
        .position(|line| line.contains("990001003,2025"));
    let row = row.expect("a row of one sub-district") + 1;
    let cells: Vec<String> = text
        .lines()
        .nth(row - 1)
        .unwrap()
        .split(',')
        .map(str::to_string)
        .collect();
    let lost = text.replace(&(cells.join(",") + "\n"), "");
    let of_year = |package: &Package| {
        let lines = lines(package).into_iter();
        lines
            .filter(|line| line.contains(" 990001003 2025..2025 "))
            .collect::<Vec<String>>()
    };
    let package = shipped("demo")
        .with("observations-delegation.csv", lost)
        .open(1 << 18);
    let indicator = &cells[0];
    assert_eq!(
        of_year(&package),
        [format!("no-row {indicator} 990001003 2025..2025 1")]
    );

    let mut faulty = cells.clone();
    faulty[3] = "x1".to_string();
    let package = shipped("demo")
        .line("observations-delegation.csv", row, &faulty.join(","))
        .open(1 << 18);
    assert_eq!(of_year(&package), [""; 0]);
}
