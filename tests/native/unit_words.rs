//! Units where names of indicators stand: what a name says already is not said again, and a unit that is a
//! number reads as one.

use crate::support::exports::{community, march, tabled};
use crate::support::{demo, indicator_id, published};
use zhishe::answer::{
    Across, BenchmarkChoice, HeatQuestion, PeriodChoice, RelateQuestion, ScatterQuestion, ShadeBy,
    heat, overview, scattered, table,
};
use zhishe::figure::{Figure, Look, heat_figure, scatter_figure};
use zhishe::model::{Lang, Period};
use zhishe::words;

/// Names that end in their unit, in the sample data.
const RATES: [&str; 3] = ["case-rate", "visit-rate", "grid-staff-rate"];

fn is_twice(text: &str) -> bool {
    let lower = text.to_lowercase();
    [" per 1,000 households", " per 100 households"]
        .iter()
        .any(|unit| lower.matches(unit).count() > 1)
}

#[test]
fn a_heading_does_not_repeat_the_unit_of_its_name() {
    let package = demo();
    let answer = table(package, tabled(package, Across::Indicators));
    let heads = |lang| {
        let columns = answer.columns.iter();
        let heads = columns.map(|it| words::column_heads(lang, package, &answer, it).0);
        heads.collect::<Vec<String>>()
    };
    let english = heads(Lang::En);
    assert!(english.contains(&"Cases accepted per 1,000 households".to_string()));
    assert!(english.contains(&"Households".to_string()));
    assert!(english.contains(&"On-time resolution rate (%)".to_string()));
    let chinese = heads(Lang::Zh);
    assert!(chinese.contains(&"每千户受理事项（件/千户）".to_string()));
    assert!(chinese.contains(&"户数（户）".to_string()));
}

#[test]
fn a_heat_table_and_a_scatter_say_it_once() {
    let package = demo();
    let question = HeatQuestion {
        level: community(package),
        within: None,
        indicators: RATES.map(|code| indicator_id(package, code)).to_vec(),
        until: Some(march()),
    };
    let found = heat(package, question);
    let figure = heat_figure(Lang::En, package, &found, Look::default()).unwrap();
    let Figure::HeatTable(figure) = figure else {
        panic!("no heat table")
    };
    assert_eq!(figure.columns.len(), RATES.len());
    for column in &figure.columns {
        assert!(!is_twice(&format!("{} {}", column.label, column.detail)));
        assert!(!column.detail.is_empty());
    }
    let mut said = figure.rows.iter().flat_map(|row| &row.cells);
    assert!(said.all(|cell| !is_twice(&cell.said)));

    let quarter = Period::parse("2026-Q1").unwrap();
    let at = |code| (indicator_id(package, code), PeriodChoice::At(quarter));
    let question = ScatterQuestion {
        relate: RelateQuestion {
            x: at("case-rate"),
            y: at("days-to-resolve"),
            level: community(package),
            within: None,
        },
        size: None,
        shade: ShadeBy::Nothing,
        benchmark: BenchmarkChoice::Top,
    };
    let found = scattered(package, question);
    let figure = scatter_figure(Lang::En, package, &found, &[], false);
    let Some(Figure::Scatter(figure)) = figure else {
        panic!("no scatter")
    };
    assert_eq!(figure.x_axis.unit, "");
    assert_eq!(figure.y_axis.unit, "");
    let figure = scatter_figure(Lang::Zh, package, &found, &[], false);
    let Some(Figure::Scatter(figure)) = figure else {
        panic!("no scatter")
    };
    assert_eq!(figure.x_axis.unit, "件/千户");
}

#[test]
fn a_line_of_cards_says_it_once_and_multiplies_with_a_unit_that_is_a_number() {
    let said = |package, lang| {
        let overview = overview(package, None, (2026, 11));
        words::cards_text(lang, package, &overview)
    };
    let english = said(published(), Lang::En);
    let funds = "Funding per community per year 20 × 10,000 yuan (";
    assert!(english.contains(funds), "{english}");
    assert!(!english.contains("branches 674 branches"), "{english}");
    assert!(english.contains("branches 674"), "{english}");
    assert!(said(published(), Lang::Zh).contains("每社区每年经费 20 万元"));
    for card in said(demo(), Lang::En).split("; ") {
        assert!(!is_twice(card), "{card}");
    }
}

#[test]
fn no_unit_that_ships_is_shortened() {
    for package in [demo(), published()] {
        for (_, indicator) in package.indicators.iter() {
            let unit = indicator.unit.get(Lang::En);
            let is_short = unit.split(' ').any(|word| {
                let number = word.trim_end_matches(['k', 'm']);
                number.len() < word.len() && number.parse::<u32>().is_ok()
            });
            assert!(!is_short, "{unit}");
        }
    }
}
