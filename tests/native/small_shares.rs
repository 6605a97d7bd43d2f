//! Shares of a reader's own table that are a row of zeros in per cent: a rate is suggested, where it helps.

use crate::support::own::recognised;
use zhishe::answer::{SmallShares, small_shares};
use zhishe::intake::{ColumnRole, Figure, IndicatorPlan, Part, as_kind, preview};
use zhishe::model::{Kind, Lang};
use zhishe::words::small_shares_text;

/// So many of so many in the first of 20 areas, in every other one less.
fn table(events: u32, people: u32) -> String {
    let mut text = "area,year,deaths,people\n".to_string();
    for at in 0..20 {
        let events = events.saturating_sub(at % 2);
        text += &format!("Area {at},2024,{events},{}\n", people + 7 * at);
    }
    text
}

/// What is found where the reader says that both are parts of one indicator of this kind.
fn found(events: u32, people: u32, kind: Kind) -> Vec<SmallShares> {
    let (sample, found) = recognised("t.csv", table(events, people).as_bytes()).unwrap();
    let mut recipe = found.recipe;
    let parts = [Part::Numerator, Part::Denominator];
    for (column, part) in recipe.columns.iter_mut().skip(2).zip(parts) {
        column.role = ColumnRole::Figure(Figure {
            indicator: "share".to_string(),
            part,
            ..Figure::default()
        });
    }
    recipe.indicators = vec![as_kind(IndicatorPlan::plain("share"), kind)];
    small_shares(&preview(&sample, &recipe, "t"), &recipe)
}

#[test]
fn shares_below_a_thousandth_are_told_as_a_rate() {
    let check = |events, people, expected: Option<f64>| {
        let found = found(events, people, Kind::Proportion);
        let per: Vec<f64> = found.iter().map(|it| it.per).collect();
        assert_eq!(
            per,
            expected.into_iter().collect::<Vec<f64>>(),
            "{events}/{people}"
        );
        assert!(found.iter().all(|it| it.indicator == "share"));
    };
    check(8, 100_000, Some(100_000.0));
    check(3, 1_000_000, Some(1_000_000.0));
    check(99, 100_000, Some(100_000.0));
    check(100, 100_000, None);
    check(20, 1_000, None);
}

#[test]
fn what_is_a_rate_already_is_not_told_to_become_one() {
    assert_eq!(found(8, 100_000, Kind::Proportion).len(), 1);
    assert!(found(8, 100_000, Kind::Rate).is_empty());
}

#[test]
fn it_is_said_in_both_languages() {
    assert_eq!(
        small_shares_text(Lang::Zh, "死亡", 100_000.0),
        "“死亡”的比例都低于 0.1%：把类型改为“比率”、按每 100,000 表示，更易读"
    );
    assert_eq!(
        small_shares_text(Lang::En, "Deaths", 100_000.0),
        "Every share of “Deaths” is below 0.1%: it reads better with the kind “rate”, per 100,000"
    );
}
