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
    /// The day before.
    pub fn previous(self) -> Day {
        let (year, month) = match self.month {
            1 => (self.year - 1, 12),
            month => (self.year, month - 1),
        };
        if self.day > 1 {
            return Day {
                day: self.day - 1,
                ..self
            };
        }
        let day = longest(year, month);
        Day { year, month, day }
    }

    /// True for the last day of its month.
    pub fn ends_month(self) -> bool {
        self.day == longest(self.year, self.month)
    }

    /// Reads a day that there is, written as `2026-03-31`.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let mut next = |width: usize| {
            let part = parts.next()?;
            let is_number = part.len() == width && part.bytes().all(|it| it.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| is_number)
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        let (month, day) = (month as u8, day as u8);
        let is_month = (1900..=2199).contains(&year) && (1..=12).contains(&month);
        let is_day = is_month && (1..=longest(year, month)).contains(&day);
        (is_day && parts.next().is_none()).then_some(Day { year, month, day })
    }
}

/// The last day of a month.
fn longest(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
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
        for (day, before) in [
            ("2026-01-08", "2026-01-07"),
            ("2026-01-01", "2025-12-31"),
            ("2024-03-01", "2024-02-29"),
            ("2025-03-01", "2025-02-28"),
        ] {
            assert_eq!(Day::parse(day).map(Day::previous), Day::parse(before));
        }
        let ends = |text| Day::parse(text).is_some_and(Day::ends_month);
        assert!(ends("2024-02-29") && ends("2026-12-31") && ends("2026-04-30"));
        assert!(!ends("2024-02-28") && !ends("2026-12-30") && !ends("2026-03-02"));
        assert!(Day::parse("2026-01-09") < Day::parse("2026-01-10"));
    }
}
