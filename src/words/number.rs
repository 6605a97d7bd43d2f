//! Numbers as people read them.

use super::words;
use crate::answer::Change;
use crate::model::{Bound, Indicator, Kind, Lang, Value, fixed_text};

/// A number with so many decimals and separators of thousands.
pub fn number_text(number: f64, decimals: u8) -> String {
    let fixed = fixed_text(number.abs(), usize::from(decimals));
    let (whole, rest) = match fixed.split_once('.') {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (fixed.as_str(), None),
    };
    let mut text = String::new();
    let is_zero = fixed.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if number < 0.0 && !is_zero {
        text.push('−');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(rest) = rest {
        text.push('.');
        text.push_str(rest);
    }
    text
}

/// A number with its noun in English: `1 case`, `3 cases`; the number is in words already.
pub(super) fn counted(number: &str, one: &str, many: &str) -> String {
    [number, " ", if number == "1" { one } else { many }].concat()
}

/// A number with as many decimals as it needs, at most so many.
fn short_number(number: f64, most_decimals: u8) -> String {
    let mut text = number_text(number, most_decimals);
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    text
}

/// The value as shown, bound included and unit left out; none where it is missing.
///
/// Official prose is kept: 3120余 is ≥ 3,120; 近百万 is 近 100 万 or "just under 1,000,000";
/// 近1200余 is ≈ 1,200; 7.3万 stays 7.3 万.
pub fn value_text(lang: Lang, indicator: &Indicator, value: Value) -> Option<String> {
    Some(match value {
        Value::Missing(_) => return None,
        // A count that is none shows it.
        Value::Known(number) if indicator.kind == Kind::Count && number.fract() != 0.0 => {
            short_number(number, 2)
        }
        Value::Known(number) => number_text(number, indicator.decimals),
        Value::Bounded(number, bound) => bounded_text(lang, number, bound),
    })
}

fn bounded_text(lang: Lang, number: f64, bound: Bound) -> String {
    let figure = match lang {
        Lang::Zh if number.abs() >= 10_000.0 => {
            format!("{} 万", short_number(number / 10_000.0, 4))
        }
        _ => short_number(number, 4),
    };
    match (bound, lang) {
        (Bound::Lower, _) => format!("≥ {figure}"),
        (Bound::Upper, Lang::Zh) => format!("近 {figure}"),
        (Bound::Upper, Lang::En) => format!("just under {figure}"),
        (Bound::Approximate, _) => format!("≈ {figure}"),
        (Bound::Rounded, _) => figure,
    }
}

/// A change with its sign and unit; none where there is none to state.
pub fn change_text(lang: Lang, indicator: &Indicator, change: Change) -> Option<String> {
    let signed = |number: f64, decimals: u8| {
        let sign = if number > 0.0 { "+" } else { "" };
        format!("{sign}{}", number_text(number, decimals))
    };
    let (number, decimals) = match change {
        Change::NoEarlier | Change::NotComparable => return None,
        Change::Points(points) => (points, indicator.decimals.max(1)),
        Change::Percent(percent) => (percent, 1),
        Change::Difference(difference) => (difference, indicator.decimals),
    };
    // What did change is not said to be the same since it is little: as many digits as show it.
    let mut shown = decimals..=decimals.saturating_add(MOST_FURTHER_DIGITS);
    let Some(decimals) = shown.find(|it| !rounds_to_zero(number, *it)) else {
        return Some(words(lang).unchanged.to_string());
    };
    let text = signed(number, decimals);
    Some(match (change, lang) {
        (Change::Points(_), Lang::Zh) => format!("{text} 个百分点"),
        (Change::Points(_), Lang::En) => format!("{text} pp"),
        (Change::Percent(_), _) => format!("{text}%"),
        _ => text,
    })
}

/// A change of fewer than so many digits below those shown is an error of computing.
const MOST_FURTHER_DIGITS: u8 = 4;

fn rounds_to_zero(number: f64, decimals: u8) -> bool {
    number.abs() < 0.5 / 10f64.powi(i32::from(decimals))
}

/// The difference of a value from its benchmark, with its sign.
pub fn difference_text(lang: Lang, indicator: &Indicator, difference: f64) -> String {
    let number = signed_text(indicator, difference);
    match (indicator.is_percentage(), lang) {
        (true, Lang::Zh) => format!("{number} 个百分点"),
        (true, Lang::En) => format!("{number} pp"),
        _ => number,
    }
}

/// The same without its unit.
pub fn signed_text(indicator: &Indicator, difference: f64) -> String {
    let decimals = match indicator.kind {
        Kind::Proportion => indicator.decimals.max(1),
        _ => indicator.decimals,
    };
    let sign = if difference > 0.0 && !rounds_to_zero(difference, decimals) {
        "+"
    } else {
        ""
    };
    format!("{sign}{}", number_text(difference, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_carry_separators_and_a_true_minus() {
        let check = |number, decimals, expected: &str| {
            assert_eq!(number_text(number, decimals), expected);
        };
        check(0.0, 0, "0");
        check(999.0, 0, "999");
        check(1000.0, 0, "1,000");
        check(1234567.891, 2, "1,234,567.89");
        check(-1200.0, 0, "−1,200");
        check(-0.04, 1, "0.0");
        check(89.5369, 1, "89.5");
    }

    #[test]
    fn bounds_read_as_official_prose_does() {
        let check = |number, bound, zh: &str, en: &str| {
            assert_eq!(bounded_text(Lang::Zh, number, bound), zh);
            assert_eq!(bounded_text(Lang::En, number, bound), en);
        };
        check(3120.0, Bound::Lower, "≥ 3,120", "≥ 3,120");
        check(
            1_000_000.0,
            Bound::Upper,
            "近 100 万",
            "just under 1,000,000",
        );
        check(1200.0, Bound::Approximate, "≈ 1,200", "≈ 1,200");
        check(73_000.0, Bound::Rounded, "7.3 万", "73,000");
        check(22_100.0, Bound::Rounded, "2.21 万", "22,100");
        check(1.8, Bound::Rounded, "1.8", "1.8");
        check(50_000.0, Bound::Lower, "≥ 5 万", "≥ 50,000");
    }
}
