//! One cell: a number, a period, a bound, a status, a code.

use crate::model::{Bound, FaultKind, Period, Status, Written, read_number};

/// Reads a number: blank is none. White space around it has been taken off already.
///
/// Plain decimals with an optional sign and exponent are read; `inf`, `nan`, separators of
/// thousands, percent signs and full-width digits are not.
pub fn number(text: &str) -> Result<Option<f64>, FaultKind> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(number) = short_decimal(text.as_bytes()) {
        return Ok(Some(number));
    }
    let plain = text
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E'));
    let parsed = plain.then(|| read_number(text)).flatten();
    match parsed.filter(|number| number.is_finite()) {
        Some(number) => Ok(Some(number)),
        None => Err(FaultKind::NotANumber {
            written: written(text),
        }),
    }
}

fn written(text: &str) -> Written {
    const NO_FIGURE: [&str; 9] = [
        "无",
        "暂无",
        "没有",
        "未填",
        "不详",
        "缺",
        "无数据",
        "NA",
        "N/A",
    ];
    let is_dash = |character| matches!(character, '-' | '–' | '—' | '－' | '/' | '／' | '\\');
    if text.chars().all(is_dash) || NO_FIGURE.iter().any(|word| text.eq_ignore_ascii_case(word)) {
        Written::NoFigure
    } else if text.contains(|character| matches!(character, '０'..='９')) {
        Written::FullWidth
    } else {
        Written::Otherwise
    }
}

/// Decimals of at most 15 digits: the digits as an integer, divided by a power of ten, is the
/// nearest double, because both are exact.
fn short_decimal(text: &[u8]) -> Option<f64> {
    const POWERS_OF_TEN: [f64; 16] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    if digits.is_empty() || digits.len() > 16 {
        return None;
    }
    let mut integer: u64 = 0;
    let mut digit_count = 0;
    let mut point = None;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                integer = integer * 10 + u64::from(byte - b'0');
                digit_count += 1;
            }
            b'.' if point.is_none() => point = Some(digit_count),
            _ => return None,
        }
    }
    let decimals = digit_count - point.unwrap_or(digit_count);
    if digit_count == 0
        || digit_count > 15
        || point == Some(0)
        || (point.is_some() && decimals == 0)
    {
        return None;
    }
    let number = integer as f64 / POWERS_OF_TEN[decimals];
    Some(if negative { -number } else { number })
}

/// A period, and whether it was written in another way than the published form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodCell {
    /// The period.
    pub period: Period,
    /// False where it was read from another way of writing.
    pub canonical: bool,
}

/// Reads a period: the published forms, and dates as Excel and people write them (`2024年3月`,
/// `2024/3`, `2024/3/1`, `202403`, `2024年第1季度`, `2024年上半年`, `2024年`).
pub fn period(text: &str) -> Result<PeriodCell, FaultKind> {
    if let Some(period) = Period::parse(text) {
        return Ok(PeriodCell {
            period,
            canonical: true,
        });
    }
    if let Some(period) = written_period(text) {
        return Ok(PeriodCell {
            period,
            canonical: false,
        });
    }
    if looks_like_excel_date(text) {
        Err(FaultKind::ExcelDate)
    } else {
        Err(FaultKind::PeriodForm)
    }
}

fn written_period(text: &str) -> Option<Period> {
    if let Some((year, rest)) = text.split_once('年') {
        return chinese_period(small_number(year.trim(), 4, 4)?, rest.trim());
    }
    let separator = ['/', '-', '.']
        .into_iter()
        .find(|mark| text.contains(*mark));
    let Some(separator) = separator else {
        // 202403
        let (year, month) = text.split_at_checked(4)?;
        return Period::month(small_number(year, 4, 4)?, small_number(month, 2, 2)?);
    };
    let mut parts = text.split(separator);
    let year = small_number(parts.next()?, 4, 4)?;
    let month = small_number(parts.next()?, 1, 2)?;
    if let Some(day) = parts.next() {
        // A date with its time, as Excel exports it, keeps its day.
        let day = day.split_once(' ').map_or(day, |(day, _)| day);
        let day = small_number(day, 1, 2)?;
        if !(1..=31).contains(&day) {
            return None;
        }
    }
    match parts.next() {
        None => Period::month(year, month),
        Some(_) => None,
    }
}

fn chinese_period(year: u16, rest: &str) -> Option<Period> {
    if rest.is_empty() || rest == "度" {
        return Period::year(year);
    }
    match rest {
        "上半年" => return Period::half(year, 1),
        "下半年" => return Period::half(year, 2),
        _ => {}
    }
    if let Some(quarter) = rest
        .strip_suffix("季度")
        .map(|quarter| quarter.trim_start_matches('第'))
    {
        let number = match quarter.trim() {
            "一" => 1,
            "二" => 2,
            "三" => 3,
            "四" => 4,
            digits => small_number(digits, 1, 1)?,
        };
        return Period::quarter(year, number);
    }
    let (month, day) = rest.split_once('月')?;
    let month = small_number(month.trim(), 1, 2)?;
    let day = day.trim();
    let sound = day.is_empty()
        || day.strip_suffix(['日', '号']).is_some_and(|day| {
            small_number(day.trim(), 1, 2).is_some_and(|day| (1..=31).contains(&day))
        });
    sound.then(|| Period::month(year, month)).flatten()
}

fn small_number(text: &str, fewest_digits: usize, most_digits: usize) -> Option<u16> {
    let sound = (fewest_digits..=most_digits).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| text.parse().ok()).flatten()
}

/// `Mar-24`, `24-Mar`, or a bare serial number such as 45352: what Excel makes of a period.
fn looks_like_excel_date(text: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = text.to_ascii_lowercase();
    let named_month = MONTHS.iter().any(|month| {
        lower.split(['-', ' ', '/', '.', ',']).any(|part| {
            part.starts_with(month) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
    });
    let serial = text
        .parse::<u32>()
        .is_ok_and(|serial| (30_000..60_000).contains(&serial));
    named_month || serial
}

/// True where a code was turned into a number with an exponent, as Excel does with long codes.
pub fn looks_like_excel_exponent(text: &str) -> bool {
    text.split_once(['E', 'e'])
        .is_some_and(|(digits, exponent)| {
            digits.contains('.')
                && digits
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'.')
                && exponent.strip_prefix('+').is_some_and(|exponent| {
                    !exponent.is_empty() && exponent.bytes().all(|byte| byte.is_ascii_digit())
                })
        })
}

/// Reads a bound: blank is an exact figure.
pub fn bound(text: &str) -> Result<Option<Bound>, FaultKind> {
    match text {
        "" => Ok(None),
        "lower" => Ok(Some(Bound::Lower)),
        "upper" => Ok(Some(Bound::Upper)),
        "approx" => Ok(Some(Bound::Approximate)),
        "rounded" => Ok(Some(Bound::Rounded)),
        _ => Err(FaultKind::UnknownWord {
            expected: "lower, upper, approx, rounded".to_string(),
        }),
    }
}

/// Reads an SDMX status letter: blank is A.
pub fn status(text: &str) -> Result<Status, FaultKind> {
    match text {
        "" | "A" => Ok(Status::Normal),
        "E" => Ok(Status::Estimated),
        "P" => Ok(Status::Provisional),
        "M" => Ok(Status::Impossible),
        "O" => Ok(Status::Missing),
        "L" => Ok(Status::NotCollected),
        "Q" => Ok(Status::Suppressed),
        _ => Err(FaultKind::UnknownWord {
            expected: "A, E, P, M, O, L, Q".to_string(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_standard_library_bit_for_bit() {
        for text in [
            "0",
            "-0",
            "1",
            "12",
            "0.1",
            "92.4",
            "-12.5",
            "3120",
            "123456789012345",
            "0.000000000000001",
            "99999.99999",
            "1234567.89012345",
            "1e3",
            "1.5E+2",
            "+7",
            "00012",
            "12345678901234567890",
            "4.35",
            "2.675",
            "1.005",
        ] {
            let expected: f64 = text.parse().unwrap();
            let found = number(text).unwrap().unwrap();
            assert_eq!(found.to_bits(), expected.to_bits(), "{text}");
        }
        assert_eq!(number(""), Ok(None));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "inf", "-inf", "nan", "NaN", "infinity", "1,234", "92.4%", "１２", "—", "-", ".",
            "1.2.3", "约30", "0x10", "1e999", "e5", "+", "1 2",
        ] {
            let error = number(text).unwrap_err();
            assert_eq!(error.name(), "not-a-number", "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_told_apart_by_what_there_is_to_do() {
        let check = |texts: &[&str], written| {
            for text in texts {
                assert_eq!(
                    number(text),
                    Err(FaultKind::NotANumber { written }),
                    "{text}"
                );
            }
        };
        check(
            &["暂无", "无", "—", "——", "-", "/", "／", "n/a"],
            Written::NoFigure,
        );
        check(
            &["１２", "1２", "１２．５", "１，２００"],
            Written::FullWidth,
        );
        check(
            &["约30", "1,234", "无12", "12/", "十", "inf"],
            Written::Otherwise,
        );
    }

    fn check_period(text: &str, expected: &str, canonical: bool) {
        let found = period(text).map(|cell| (cell.period.to_string(), cell.canonical));
        assert_eq!(found, Ok((expected.to_string(), canonical)), "{text}");
    }

    #[test]
    fn periods_are_read_as_people_and_spreadsheets_write_them() {
        check_period("2024-03", "2024-03", true);
        check_period("2024年3月", "2024-03", false);
        check_period("2024年03月15日", "2024-03", false);
        check_period("2024/3", "2024-03", false);
        check_period("2024/3/1", "2024-03", false);
        check_period("2024-3-1", "2024-03", false);
        check_period("2024-03-01 00:00:00", "2024-03", false);
        check_period("2024.3", "2024-03", false);
        check_period("202403", "2024-03", false);
        check_period("2024年", "2024", false);
        check_period("2024年度", "2024", false);
        check_period("2024年第1季度", "2024-Q1", false);
        check_period("2024年三季度", "2024-Q3", false);
        check_period("2024年上半年", "2024-S1", false);
    }

    #[test]
    fn damage_done_by_a_spreadsheet_is_named() {
        for text in ["Mar-24", "24-Mar", "March 2024", "45352", "1-Mar-24"] {
            assert_eq!(period(text), Err(FaultKind::ExcelDate), "{text}");
        }
        for text in [
            "",
            "2024/13",
            "2024/0",
            "2024/3/32",
            "24/3",
            "三月",
            "2024-3-1-1",
            "202413",
        ] {
            assert_eq!(period(text), Err(FaultKind::PeriodForm), "{text}");
        }
        for text in ["6.10113E+11", "1.2e+5"] {
            assert!(looks_like_excel_exponent(text), "{text}");
        }
        for text in ["610113001001", "E1", "local:e+1", "610113E+", "A.1E+2"] {
            assert!(!looks_like_excel_exponent(text), "{text}");
        }
    }
}
