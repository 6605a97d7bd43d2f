//! The words for machines of what statistics say and refuse.

use crate::answer::{
    Agreement, CoverageBasis, NoChange, NoControlChart, NoConversion, NoCoverage, NoNames, NoTier,
    NotJudged, PeriodChoice, Sign, StandardVerdict, Unsplit,
};
use crate::model::Operator;
use crate::stats::{
    Assurance, BinRule, ChartKind, Direction, NoBins, NoChart, NoCorrelation, NoLine, NoTrend,
    Side, Signal,
};

/// Which way a standard binds; in words, since a sign at the beginning of a cell would be taken for a
/// formula.
pub(super) fn operator(operator: Operator) -> &'static str {
    match operator {
        Operator::AtLeast => "at-least",
        Operator::AtMost => "at-most",
    }
}

/// A period, or that each area has its own newest.
pub(super) fn period(choice: PeriodChoice) -> String {
    match choice {
        PeriodChoice::At(period) => period.to_string(),
        PeriodChoice::EachLatest => "latest".to_string(),
    }
}

pub(super) fn bin_rule(rule: BinRule) -> &'static str {
    match rule {
        BinRule::FreedmanDiaconis => "freedman-diaconis",
        BinRule::Scott => "scott",
        BinRule::Most => "most",
    }
}

pub(super) fn no_bins(reason: NoBins) -> &'static str {
    match reason {
        NoBins::TooFew(_) => "too-few",
        NoBins::Constant => "constant",
        NoBins::NotFinite => "not-finite",
    }
}

pub(super) fn chart_kind(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::PPrime => "p-prime",
        ChartKind::Xmr => "xmr",
    }
}

pub(super) fn no_chart(reason: NoControlChart) -> &'static str {
    match reason {
        NoControlChart::Inventory => "inventory",
        NoControlChart::Cumulative => "cumulative",
        NoControlChart::PackageForbids => "package-forbids",
        NoControlChart::Numbers(NoChart::TooFew) => "too-few",
        NoControlChart::Numbers(NoChart::NoVariation) => "no-variation",
    }
}

pub(super) fn no_change(reason: NoChange) -> &'static str {
    match reason {
        NoChange::NotMonthly => "not-monthly",
        NoChange::NoCounts => "no-counts",
        NoChange::MonthsMissing => "months-missing",
    }
}

pub(super) fn no_trend(reason: NoTrend) -> &'static str {
    match reason {
        NoTrend::TooFew(_) => "too-few",
        NoTrend::UnequalSpacing => "unequal-spacing",
        NoTrend::PooledAtBound => "pooled-at-bound",
        NoTrend::MixedKinds => "mixed-kinds",
    }
}

pub(super) fn no_correlation(reason: NoCorrelation) -> &'static str {
    match reason {
        NoCorrelation::TooFew(_) => "too-few",
        NoCorrelation::Constant => "constant",
        NoCorrelation::NotFinite => "not-finite",
    }
}

pub(super) fn no_line(reason: NoLine) -> &'static str {
    match reason {
        NoLine::TooFew(_) => "too-few",
        NoLine::Constant => "constant",
        NoLine::NotFinite => "not-finite",
    }
}

pub(super) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Rising => "rising",
        Direction::Falling => "falling",
        Direction::None => "none",
    }
}

pub(super) fn assurance(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::WillPass => "will-pass",
        Assurance::WillFail => "will-fail",
        Assurance::HitAndMiss => "hit-and-miss",
    }
}

pub(super) fn signal(signal: Signal) -> &'static str {
    match signal {
        Signal::OutsideLimit(_) => "outside-limit",
        Signal::Run(_) => "run",
        Signal::TwoOfThree(_) => "two-of-three",
        Signal::Shift(_) => "shift",
    }
}

pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::Above => "above",
        Side::Below => "below",
    }
}

/// A signal and its side in one word: `run-above`.
pub(super) fn flag(it: Signal) -> String {
    [signal(it), "-", side(it.side())].concat()
}

pub(super) fn sign(sign: &Sign) -> &'static str {
    match sign {
        Sign::Apart => "apart",
        Sign::Changed { .. } => "changed",
        Sign::Years { .. } => "years",
    }
}

pub(super) fn coverage_basis(basis: CoverageBasis) -> &'static str {
    match basis {
        CoverageBasis::Published => "published",
        CoverageBasis::Counted => "counted",
    }
}

pub(super) fn no_coverage(reason: NoCoverage) -> &'static str {
    match reason {
        NoCoverage::NotInventory => "not-inventory",
        NoCoverage::NotPartOfWhole => "not-part-of-whole",
        NoCoverage::NoUnits => "no-units",
    }
}

pub(super) fn no_names(reason: NoNames) -> &'static str {
    match reason {
        NoNames::NoneAgrees => "none-agrees",
        NoNames::NotRead => "not-read",
    }
}

pub(super) fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Agrees => "agrees",
        Agreement::Differs => "differs",
        Agreement::Incomplete => "incomplete",
        Agreement::Open => "open",
    }
}

pub(super) fn no_conversion(reason: NoConversion) -> &'static str {
    match reason {
        NoConversion::EventBasis => "event-basis",
        NoConversion::BasisUnknown => "basis-unknown",
        NoConversion::Unripe => "unripe",
    }
}

pub(super) fn no_tier(reason: NoTier) -> &'static str {
    match reason {
        NoTier::AreaAlone => "area-alone",
        NoTier::NotRead => "not-read",
    }
}

pub(super) fn standard_verdict(verdict: StandardVerdict) -> &'static str {
    match verdict {
        StandardVerdict::Met => "met",
        StandardVerdict::Missed => "missed",
        StandardVerdict::NotJudged(_) => "not-judged",
    }
}

/// Why a standard is not held to be met or missed; none where it is.
pub(super) fn standard_reason(verdict: StandardVerdict) -> Option<&'static str> {
    match verdict {
        StandardVerdict::Met | StandardVerdict::Missed => None,
        StandardVerdict::NotJudged(reason) => Some(not_judged(reason)),
    }
}

pub(super) fn not_judged(reason: NotJudged) -> &'static str {
    match reason {
        NotJudged::Missing(missing) => missing.name(),
        NotJudged::Bounded(_) => "bounded",
        NotJudged::Partial(..) => "partial",
        NotJudged::Provisional => "provisional",
        NotJudged::Borrowed => "borrowed",
        NotJudged::PackageForbids => "package-forbids",
        NotJudged::UnitDiffers => "unit-differs",
        NotJudged::SpanDiffers => "span-differs",
        NotJudged::NotInForce => "not-in-force",
        NotJudged::DatesUnreadable => "dates-unreadable",
        NotJudged::ListUnknown => "list-unknown",
        NotJudged::SplitsUnknown => "splits-unknown",
        NotJudged::UnknownIndicator => "unknown-indicator",
        NotJudged::UnknownLevel => "unknown-level",
    }
}

pub(super) fn unsplit(reason: Unsplit) -> &'static str {
    match reason {
        Unsplit::NoHouseholds => "no-households",
        Unsplit::NoStandard => "no-standard",
        Unsplit::PackageForbids => "package-forbids",
        Unsplit::NoLimit(_) => "no-limit",
        Unsplit::NoLevel => "no-level",
    }
}
