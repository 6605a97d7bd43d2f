//! Why areas are not ranked, and what is shown instead.

use super::{BenchmarkChoice, CompareQuestion, CompareRow, PeriodChoice};
use crate::model::{Indicator, Kind, Nature, sorted_unique};
use crate::package::Package;

/// A reason against a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The package says that nothing of it may be ranked.
    PackageForbids,
    /// The periods differ.
    PeriodsDiffer,
    /// The periods are of different kinds.
    PeriodKindsDiffer,
    /// Each area's own newest is shown, be it the same period for all.
    EachLatest,
    /// So many values are bounded or rounded.
    Bounded(usize),
    /// Running totals, whose starts may differ.
    Cumulative,
    /// Counts without a denominator hang on the size of an area.
    CountWithoutDenominator,
    /// What there is, held against a standard that another place has set.
    BorrowedStandard,
    /// So many areas with a value that can be ranked, fewer than four.
    FewerThanFour(usize),
    /// The denominators are too small to tell any two areas apart.
    NoneToldApart,
}

/// What stands in place of a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// The figures side by side, in the order of the package.
    SideBySide,
    /// The figures in order of value, without ranks.
    InOrder,
}

impl Refusal {
    /// What to show instead.
    pub fn instead(self) -> Instead {
        match self {
            Refusal::CountWithoutDenominator | Refusal::EachLatest => Instead::InOrder,
            _ => Instead::SideBySide,
        }
    }

    /// A short stable name, for machines.
    pub fn name(self) -> &'static str {
        match self {
            Refusal::PackageForbids => "package-forbids",
            Refusal::PeriodsDiffer => "periods-differ",
            Refusal::PeriodKindsDiffer => "period-kinds-differ",
            Refusal::EachLatest => "each-latest",
            Refusal::Bounded(_) => "bounded",
            Refusal::Cumulative => "cumulative",
            Refusal::CountWithoutDenominator => "count-without-denominator",
            Refusal::BorrowedStandard => "borrowed-standard",
            Refusal::FewerThanFour(_) => "fewer-than-four",
            Refusal::NoneToldApart => "none-told-apart",
        }
    }
}

/// The reasons that show before any two values are held against each other.
pub(super) fn refusals(
    package: &Package,
    question: &CompareQuestion,
    rows: &[CompareRow],
) -> Vec<Refusal> {
    let indicator = package.indicators.get(question.indicator);
    let known = || {
        rows.iter()
            .filter(|row| row.reading.value.number().is_some())
    };
    let mut reasons = Vec::new();
    let periods = sorted_unique(known().filter_map(|row| row.period));
    let kinds = sorted_unique(periods.iter().map(|period| period.kind()));
    if kinds.len() > 1 {
        reasons.push(Refusal::PeriodKindsDiffer);
    }
    if periods.len() > 1 {
        reasons.push(Refusal::PeriodsDiffer);
    } else if question.period == PeriodChoice::EachLatest {
        reasons.push(Refusal::EachLatest);
    }
    let bounded = known().filter(|row| row.reading.value.bound().is_some());
    let bounded = bounded.count();
    if bounded > 0 {
        reasons.push(Refusal::Bounded(bounded));
    }
    match indicator.kind {
        Kind::Cumulative => reasons.push(Refusal::Cumulative),
        Kind::Count => reasons.push(Refusal::CountWithoutDenominator),
        _ => {}
    }
    if is_borrowed_inventory(package, question, indicator) {
        reasons.push(Refusal::BorrowedStandard);
    }
    let rankable = rows.iter().filter(|row| row.is_rankable()).count();
    if rankable < 4 {
        reasons.push(Refusal::FewerThanFour(rankable));
    }
    if !package.descriptor.judged {
        reasons.push(Refusal::PackageForbids);
    }
    reasons
}

fn is_borrowed_inventory(
    package: &Package,
    question: &CompareQuestion,
    indicator: &Indicator,
) -> bool {
    let BenchmarkChoice::Standard(place) = question.benchmark else {
        return false;
    };
    indicator.nature == Nature::Inventory
        && package.standards.get(place).is_some_and(|standard| {
            let areas = package
                .areas
                .of_level(question.level, question.within, None);
            let own = package.areas.id(&standard.area_code);
            !own.is_some_and(|own| areas.iter().all(|it| package.areas.lies_in(*it, own)))
        })
}
