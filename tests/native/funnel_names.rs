//! Which dots of a funnel plot bear a name: those beyond 99.8 %, whether or not either way is good.

use crate::support::{demo, indicator_id};
use zhishe::answer::{BenchmarkChoice, CompareQuestion, PeriodChoice, Verdict, compare};
use zhishe::figure::{Emphasis, Figure, Look, MarkStatus, funnel_figure};
use zhishe::model::{Lang, Polarity};

/// How many are named above and how many below, of an indicator that has no good end.
fn named_of_neutral(indicator: &str) -> (usize, usize) {
    let package = demo();
    let id = indicator_id(package, indicator);
    assert_eq!(package.indicators.get(id).polarity, Polarity::None);
    let question = CompareQuestion {
        indicator: id,
        level: package.descriptor.level("community").unwrap(),
        within: None,
        period: PeriodChoice::EachLatest,
        benchmark: BenchmarkChoice::Top,
    };
    let latest = compare(package, question);
    let newest = latest.rows.iter().filter_map(|row| row.period).max();
    let period = PeriodChoice::At(newest.unwrap());
    let found = compare(package, CompareQuestion { period, ..question });
    let look = Look {
        picked: None,
        is_plain: true,
    };
    let Some(Figure::FunnelPlot(funnel)) = funnel_figure(Lang::Zh, package, &found, look) else {
        panic!("no funnel of {indicator}");
    };
    let mut named = (0, 0);
    for dot in &funnel.marks {
        let row = found.row(dot.mark.key as usize).unwrap();
        let verdict = row.verdict(Polarity::None, false);
        let is_far = matches!(verdict, Verdict::MuchHigher | Verdict::MuchLower);
        assert_eq!(dot.mark.emphasis == Emphasis::Named, is_far, "{verdict:?}");
        match (is_far, dot.mark.status) {
            (true, MarkStatus::MuchHigher) => named.0 += 1,
            (true, MarkStatus::MuchLower) => named.1 += 1,
            (true, status) => panic!("{status:?} says more than above or below"),
            (false, _) => {}
        }
    }
    named
}

#[test]
fn a_neutral_indicator_names_its_outliers() {
    let (above, below) = named_of_neutral("case-rate");
    assert!(above > 0 && below > 0, "{above} above, {below} below");
}
