//! A day of the calendar. Knows no clock.

use std::fmt;

/// A day as data writes it: `2026-03-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// Reads a day that there is, written as `2026-03-31`.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let mut next = |width: usize| {
            let part = parts.next()?;
            let is_number = part.len() == width && part.bytes().all(|it| it.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| is_number)
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let longest = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let is_day = (1900..=2199).contains(&year) && (1..=longest).contains(&day);
        (is_day && parts.next().is_none()).then_some(Day {
            year,
            month: month as u8,
            day: day as u8,
        })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_there_are_are_read() {
        for text in ["2026-03-31", "2024-02-29", "2000-02-29", "1900-01-01"] {
            assert_eq!(
                Day::parse(text).map(|it| it.to_string()).as_deref(),
                Some(text)
            );
        }
        for text in [
            "",
            "2026",
            "2026-03",
            "2026-3-31",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-01-01-01",
            "+026-01-01",
            "2026/01/01",
            "二〇二六-01-01",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::parse("2026-01-09") < Day::parse("2026-01-10"));
    }
}
