//! Times of SDMX in the form in which periods are published.

use crate::model::Period;

/// A time as a period: `2020-A1`, `2020-M01`, `2020-T1`, `2020-01-01/P3M`, or a date that stands for
/// the month, quarter or year in which it lies where the frequency says so. None for what is
/// shorter than a month, and for what is no time.
pub(super) fn period(text: &str, frequency: &str) -> Option<Period> {
    if let Some((start, duration)) = text.split_once('/') {
        return match duration.strip_prefix('P') {
            Some(duration) => lasting(start, duration),
            None => Period::parse(text),
        };
    }
    // A moment is the day on which it lies.
    let text = text.split_once('T').map_or(text, |(day, time)| match time {
        "" => text,
        time if time.contains(':') => day,
        _ => text,
    });
    Period::parse(text)
        .or_else(|| numbered(text))
        .or_else(|| of_day(text, frequency))
}

/// A year and the number of a part of it: `2020-A1`, `2020-S1`, `2020-M01`, `2020Q1`.
fn numbered(text: &str) -> Option<Period> {
    let (year, part) = text.split_at_checked(4)?;
    let year = number(year)?;
    let part = part.strip_prefix('-').unwrap_or(part);
    let place = number(part.get(1..)?)?;
    match part.chars().next()? {
        'A' if place == 1 => Period::year(year),
        'S' | 'B' | 'H' => Period::half(year, place),
        'Q' => Period::quarter(year, place),
        'M' => Period::month(year, place),
        // A third of a year.
        'T' if (1..=3).contains(&place) => months(year, place * 4 - 3, 4),
        _ => None,
    }
}

/// A day that stands for the whole period, at whose beginning, middle or end it was taken.
fn of_day(text: &str, frequency: &str) -> Option<Period> {
    let (year, month, _) = day(text)?;
    match frequency {
        "A" => Period::year(year),
        "S" | "H" => Period::half(year, (month - 1) / 6 + 1),
        "Q" => Period::quarter(year, (month - 1) / 3 + 1),
        "M" => Period::month(year, month),
        _ => None,
    }
}

/// Whole months from the first day of one on.
fn lasting(start: &str, duration: &str) -> Option<Period> {
    let (year, month, first) = match day(start.split('T').next()?) {
        Some(day) => day,
        None => {
            let (year, month) = start.split_once('-')?;
            (number(year)?, number(month)?, 1)
        }
    };
    let count = match (duration.strip_suffix('Y'), duration.strip_suffix('M')) {
        (Some(years), _) => number(years)?.checked_mul(12)?,
        (_, Some(months)) => number(months)?,
        _ => return None,
    };
    if first != 1 {
        return None;
    }
    match (count, month % 12) {
        (12, 1) => Period::year(year),
        (6, 1) => Period::half(year, 1),
        (6, 7) => Period::half(year, 2),
        (3, 1 | 4 | 7 | 10) => Period::quarter(year, (month - 1) / 3 + 1),
        (1, _) => Period::month(year, month),
        _ => months(year, month, count),
    }
}

fn months(year: u16, month: u16, count: u16) -> Option<Period> {
    let last = month.checked_add(count)?.checked_sub(2)?;
    let end = Period::month(year.checked_add(last / 12)?, last % 12 + 1)?;
    Period::interval(Period::month(year, month)?, end)
}

fn day(text: &str) -> Option<(u16, u16, u16)> {
    let mut parts = text.split('-').map(number);
    let day = (parts.next()??, parts.next()??, parts.next()??);
    let is_day = (1..=12).contains(&day.1) && (1..=31).contains(&day.2);
    (is_day && parts.next().is_none() && text.len() == 10).then_some(day)
}

fn number(text: &str) -> Option<u16> {
    let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Period;

    #[track_caller]
    fn check(text: &str, frequency: &str, expected: &str) {
        let found = period(text, frequency);
        assert_eq!(found, Period::parse(expected), "{text} {frequency}");
    }

    #[test]
    fn times_of_sdmx() {
        for (text, expected) in [
            ("2020", "2020"),
            ("2020-A1", "2020"),
            ("2020-S2", "2020-S2"),
            ("2020-B1", "2020-S1"),
            ("2020-Q3", "2020-Q3"),
            ("2020Q3", "2020-Q3"),
            ("2020-M02", "2020-02"),
            ("2020-M2", "2020-02"),
            ("2020M12", "2020-12"),
            ("2020-02", "2020-02"),
            ("2020-T3", "2020-09/2020-12"),
            ("2020-01-01/P1Y", "2020"),
            ("2020-07-01/P6M", "2020-S2"),
            ("2020-04-01T00:00:00/P3M", "2020-Q2"),
            ("2020-04/P1M", "2020-04"),
            ("2019-09-01/P1Y", "2019-09/2020-08"),
            ("2020-11-01/P4M", "2020-11/2021-02"),
            ("2020-01-01/P2Y", "2020-01/2021-12"),
        ] {
            check(text, "", expected);
        }
        // What is shorter than a month, and what is no time.
        for text in [
            "2020-W05",
            "2020-D035",
            "2020-02-03",
            "2020-02-03/P7D",
            "2020-02-15/P1M",
            "2020-T4",
            "2020-A2",
            "2020-M13",
            "",
            "T",
            "社区",
            "2020-01-01/PM",
            "2020-/P1M",
        ] {
            assert_eq!(period(text, ""), None, "{text}");
        }
    }

    #[test]
    fn a_day_stands_for_its_period_where_the_frequency_says_so() {
        check("2014-12-31", "A", "2014");
        check("2014-05-15", "Q", "2014-Q2");
        check("2014-08-01", "S", "2014-S2");
        check("2014-08-01", "M", "2014-08");
        check("2014-08-01T00:00:00", "M", "2014-08");
        check("2014-08-01", "D", "none");
        check("2014-08-01", "W", "none");
        check("2014-13-01", "M", "none");
    }
}
