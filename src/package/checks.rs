//! What one observation must satisfy on its own: the rules between value, numerator, denominator,
//! bound and status.

use crate::model::{
    Bound, FaultKind, Indicator, Invalid, Kind, Status, fixed_text, number_in_full,
};

/// The figures of one row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Figures {
    pub value: Option<f64>,
    pub numerator: Option<f64>,
    pub denominator: Option<f64>,
    pub bound: Option<Bound>,
    pub status: Status,
}

/// Which cell a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Value,
    Numerator,
    Denominator,
    Bound,
    Status,
}

/// What is wrong with a row, in which cell, and why its value cannot be used.
#[derive(Debug, PartialEq)]
pub(super) struct Finding {
    pub part: Part,
    pub kind: FaultKind,
    pub invalid: Option<Invalid>,
}

/// Checks one row; the first thing wrong is told.
pub(super) fn check(
    indicator: &Indicator,
    figures: &Figures,
    few_persons: bool,
) -> Option<Finding> {
    let finding = |part, kind, invalid| {
        Some(Finding {
            part,
            kind,
            invalid,
        })
    };
    if !figures.status.has_figure() && (figures.value.is_some() || figures.numerator.is_some()) {
        let status = figures.status.letter().to_string();
        return finding(Part::Status, FaultKind::ValueWithStatus { status }, None);
    }
    if figures.bound.is_some() && (figures.numerator.is_some() || figures.denominator.is_some()) {
        let invalid = Some(Invalid::Qualifier);
        return finding(Part::Bound, FaultKind::BoundWithCounts, invalid);
    }
    let negative = |number: Option<f64>| number.is_some_and(|number| number < 0.0);
    let counts_only = !matches!(indicator.kind, Kind::Ratio | Kind::Mean);
    for (part, bad) in [
        (Part::Value, counts_only && negative(figures.value)),
        (Part::Numerator, negative(figures.numerator)),
        (Part::Denominator, negative(figures.denominator)),
    ] {
        if bad {
            return finding(part, FaultKind::Negative, Some(Invalid::Negative));
        }
    }
    let pair = (figures.numerator, figures.denominator);
    if figures.status.has_figure()
        && figures.value.is_none()
        && pair.0.is_some() != pair.1.is_some()
    {
        let blank = match pair.0 {
            None => Part::Numerator,
            Some(_) => Part::Denominator,
        };
        return finding(blank, FaultKind::CountAlone, Some(Invalid::CountAlone));
    }
    if let (Some(numerator), Some(denominator)) = pair {
        if indicator.is_quotient() && denominator == 0.0 && numerator > 0.0 {
            // The reading says so by itself.
            return finding(Part::Denominator, FaultKind::ZeroDenominator, None);
        }
        if indicator.kind == Kind::Proportion && numerator > denominator {
            let kind = FaultKind::NumeratorOverDenominator {
                denominator: number_in_full(denominator),
            };
            let invalid = Some(Invalid::NumeratorOverDenominator);
            return finding(Part::Numerator, kind, invalid);
        }
        if indicator.is_quotient()
            && denominator > 0.0
            && let Some(value) = figures.value
        {
            let computed = numerator / denominator * indicator.multiplier;
            if (value - computed).abs() > rounding_of(value) {
                let kind = FaultKind::ValueDisagrees {
                    computed: fixed_text(computed, 4),
                };
                return finding(Part::Value, kind, Some(Invalid::ValueDisagrees));
            }
        }
    }
    let whole = indicator.multiplier;
    if indicator.kind == Kind::Proportion
        && figures
            .value
            .is_some_and(|value| value > whole + rounding_of(value))
    {
        let kind = FaultKind::ShareOverWhole {
            whole: number_in_full(whole),
        };
        return finding(Part::Value, kind, Some(Invalid::NumeratorOverDenominator));
    }
    if few_persons
        && figures.status != Status::Suppressed
        && figures
            .value
            .is_some_and(|value| (1.0..=4.0).contains(&value))
    {
        let invalid = Some(Invalid::NotSuppressed);
        return finding(Part::Value, FaultKind::NotSuppressed, invalid);
    }
    None
}

/// Half a unit of the last digit that the value shows: what rounding may have taken or added.
pub(super) fn rounding_of(value: f64) -> f64 {
    let mut unit = 1.0;
    for _ in 0..9 {
        let scaled = value / unit;
        if (scaled - scaled.round()).abs() < 1e-6 {
            break;
        }
        unit /= 10.0;
    }
    // Many tables were computed in single precision.
    unit * 0.5 * (1.0 + 1e-9) + value.abs() * 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Nature, Polarity, Text, Theme};

    fn indicator(kind: Kind) -> Indicator {
        Indicator {
            code: "x".into(),
            theme: Theme::Cases,
            label: Text::default(),
            definition: Text::default(),
            unit: Text::default(),
            kind,
            nature: Nature::Events,
            multiplier: 100.0,
            decimals: 1,
            polarity: Polarity::Higher,
            role: None,
            headline: false,
            source: String::new(),
            caveat: Text::default(),
            line: 2,
        }
    }

    fn check_kind(kind: Kind, figures: Figures, expected: Option<&str>) {
        let found = check(&indicator(kind), &figures, false);
        assert_eq!(
            found.map(|finding| finding.kind.name()),
            expected,
            "{figures:?}"
        );
    }

    #[test]
    fn a_value_may_be_rounded_and_no_more() {
        let given = |value| Figures {
            value: Some(value),
            numerator: Some(522.0),
            denominator: Some(583.0),
            ..Figures::default()
        };
        // 522 / 583 = 89.5369…
        for value in [89.5, 89.54, 89.537, 90.0] {
            check_kind(Kind::Proportion, given(value), None);
        }
        for value in [89.6, 89.53, 89.0, 0.895] {
            check_kind(Kind::Proportion, given(value), Some("value-disagrees"));
        }
    }

    #[test]
    fn a_part_is_no_larger_than_the_whole_but_a_ratio_may_be() {
        let figures = Figures {
            numerator: Some(3.0),
            denominator: Some(2.0),
            ..Figures::default()
        };
        check_kind(
            Kind::Proportion,
            figures,
            Some("numerator-over-denominator"),
        );
        check_kind(Kind::Ratio, figures, None);
    }

    #[test]
    fn a_quotient_needs_both_its_parts() {
        let given = |numerator, denominator| Figures {
            numerator,
            denominator,
            ..Figures::default()
        };
        for kind in [Kind::Proportion, Kind::Rate, Kind::Ratio] {
            check_kind(kind, given(Some(3.0), None), Some("count-alone"));
            check_kind(kind, given(None, Some(3.0)), Some("count-alone"));
            check_kind(kind, given(Some(3.0), Some(0.0)), Some("zero-denominator"));
            check_kind(kind, given(Some(0.0), Some(0.0)), None);
            check_kind(kind, given(None, None), None);
            let value = Some(3.0);
            let with_value = Figures {
                value,
                ..given(None, Some(3.0))
            };
            check_kind(kind, with_value, None);
            let explained = Figures {
                status: Status::NotCollected,
                ..given(None, Some(3.0))
            };
            check_kind(kind, explained, None);
        }
    }

    #[test]
    fn qualifiers_must_fit_the_figures() {
        let bounded = Figures {
            value: Some(3.0),
            numerator: Some(3.0),
            bound: Some(Bound::Lower),
            ..Figures::default()
        };
        check_kind(Kind::Count, bounded, Some("bound-with-counts"));
        let suppressed = Figures {
            value: Some(3.0),
            status: Status::Suppressed,
            ..Figures::default()
        };
        check_kind(Kind::Count, suppressed, Some("value-with-status"));
        let negative = Figures {
            value: Some(-3.0),
            ..Figures::default()
        };
        check_kind(Kind::Count, negative, Some("negative"));
        check_kind(Kind::Mean, negative, None);
    }

    #[test]
    fn few_persons_are_not_shown() {
        let count = |value| Figures {
            value: Some(value),
            ..Figures::default()
        };
        let told = |value| check(&indicator(Kind::Count), &count(value), true).is_some();
        assert_eq!([0.0, 1.0, 4.0, 5.0].map(told), [false, true, true, false]);
    }
}
