//! Days that a spreadsheet numbers from the beginning of 1900, as dates become where they lose their
//! format: 43831 is the first of January 2020. Any number may be one, so that only a column that is
//! named for dates and holds such numbers alone is read by this.

use crate::model::Period;

/// The numbers of the days from 2000-01-01 to 2050-12-31.
const DAYS: std::ops::RangeInclusive<u32> = 36_526..=55_153;
/// The number of 1970-01-01.
const EPOCH: u32 = 25_569;

/// The month in which a numbered day lies, and which day of it that is from 1. A part of a day behind
/// the point is its time.
pub(in crate::intake) fn serial_day(text: &str) -> Option<(Period, u8)> {
    let (day, time) = text.split_once('.').unwrap_or((text, ""));
    let is_whole = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    if day.len() != 5 || !is_whole(day) || !is_whole(time) {
        return None;
    }
    let number: u32 = day.parse().ok()?;
    let days = DAYS.contains(&number).then(|| number - EPOCH)?;
    let (mut year, mut rest) = (1970, days);
    while rest >= length(year) {
        rest -= length(year);
        year += 1;
    }
    let mut month = 1;
    while rest >= length_of_month(year, month) {
        rest -= length_of_month(year, month);
        month += 1;
    }
    let period = Period::month(year, month)?;
    Some((period, u8::try_from(rest + 1).ok()?))
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn length(year: u16) -> u32 {
    365 + u32::from(is_leap(year))
}

fn length_of_month(year: u16, month: u16) -> u32 {
    match month {
        2 => 28 + u32::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_as_spreadsheets_do() {
        let check = |text: &str, expected: &str| {
            let found = serial_day(text).map(|(period, day)| format!("{period}-{day:02}"));
            assert_eq!(found.unwrap_or_default(), expected, "{text}");
        };
        check("36526", "2000-01-01");
        check("36585", "2000-02-29");
        check("36586", "2000-03-01");
        check("43831", "2020-01-01");
        check("45351", "2024-02-29");
        check("45657", "2024-12-31");
        check("45657.75", "2024-12-31");
        check("55153", "2050-12-31");
        for text in ["36525", "55154", "4383", "43831a", "-43831", "20200", ""] {
            check(text, "");
        }
    }
}
