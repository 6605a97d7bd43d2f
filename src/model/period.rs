//! Periods of one kind each: a year, a half-year, a quarter, a month, or a stated interval.

use std::fmt;

/// What sort of span a period is. Two periods compare only if they are of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PeriodKind {
    /// A calendar month, `2024-03`.
    Month,
    /// A calendar quarter, `2024-Q1`.
    Quarter,
    /// A half-year, `2024-S1`.
    Half,
    /// A calendar year, `2024`.
    Year,
    /// A running total over an ISO interval of months, `2024-01/2024-09`.
    Interval,
}

/// Registers of births and of deaths reach back into the seventeenth century.
const FIRST_YEAR: u16 = 1600;
const LAST_YEAR: u16 = 2199;

/// A period, ordered by its end, then its start. Months are counted from January of year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    kind: PeriodKind,
    start_month: u16,
    end_month: u16,
}

impl Period {
    /// Before every other period.
    pub const EARLIEST: Period = Period {
        kind: PeriodKind::Month,
        start_month: FIRST_YEAR * 12,
        end_month: FIRST_YEAR * 12,
    };

    /// A calendar month; `month` from 1 to 12.
    pub fn month(year: u16, month: u16) -> Option<Period> {
        Period::span(PeriodKind::Month, year, month, 1)
    }

    /// A calendar quarter; `quarter` from 1 to 4.
    pub fn quarter(year: u16, quarter: u16) -> Option<Period> {
        let first = quarter.checked_sub(1)?.checked_mul(3)?.checked_add(1)?;
        Period::span(PeriodKind::Quarter, year, first, 3)
    }

    /// A half-year; `half` 1 or 2.
    pub fn half(year: u16, half: u16) -> Option<Period> {
        let first = half.checked_sub(1)?.checked_mul(6)?.checked_add(1)?;
        Period::span(PeriodKind::Half, year, first, 6)
    }

    /// A calendar year.
    pub fn year(year: u16) -> Option<Period> {
        Period::span(PeriodKind::Year, year, 1, 12)
    }

    /// The months from `start` to `end`, both included and both months.
    pub fn interval(start: Period, end: Period) -> Option<Period> {
        let both = start.kind == PeriodKind::Month && end.kind == PeriodKind::Month;
        (both && start.start_month <= end.end_month).then_some(Period {
            kind: PeriodKind::Interval,
            start_month: start.start_month,
            end_month: end.end_month,
        })
    }

    fn span(kind: PeriodKind, year: u16, first_month: u16, months: u16) -> Option<Period> {
        let sound = (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&first_month);
        sound.then(|| {
            let start_month = year * 12 + first_month - 1;
            Period {
                kind,
                start_month,
                end_month: start_month + months - 1,
            }
        })
    }

    /// Reads the written forms of the published package and no others: `2024`, `2024-S1`,
    /// `2024-Q1`, `2024-03`, `2024-01/2024-09`.
    pub fn parse(text: &str) -> Option<Period> {
        if let Some((start, end)) = text.split_once('/') {
            return Period::interval(Period::parse_month(start)?, Period::parse_month(end)?);
        }
        match text.split_once('-') {
            None => Period::year(digits(text, 4)?),
            Some((year, part)) => {
                let year = digits(year, 4)?;
                if let Some(quarter) = part.strip_prefix('Q') {
                    Period::quarter(year, digits(quarter, 1)?)
                } else if let Some(half) = part.strip_prefix('S') {
                    Period::half(year, digits(half, 1)?)
                } else {
                    Period::month(year, digits(part, 2)?)
                }
            }
        }
    }

    fn parse_month(text: &str) -> Option<Period> {
        let (year, month) = text.split_once('-')?;
        Period::month(digits(year, 4)?, digits(month, 2)?)
    }

    /// What sort of span this is.
    pub fn kind(self) -> PeriodKind {
        self.kind
    }

    /// The calendar year of the first month.
    pub fn start_year(self) -> u16 {
        self.start_month / 12
    }

    /// The first month, 1 to 12.
    pub fn start_month(self) -> u16 {
        self.start_month % 12 + 1
    }

    /// The calendar year of the last month.
    pub fn end_year(self) -> u16 {
        self.end_month / 12
    }

    /// The last month, 1 to 12.
    pub fn end_month(self) -> u16 {
        self.end_month % 12 + 1
    }

    /// The last month of it.
    pub fn last_month(self) -> Period {
        Period {
            kind: PeriodKind::Month,
            start_month: self.end_month,
            end_month: self.end_month,
        }
    }

    /// Months covered, at least 1.
    pub fn length_months(self) -> u16 {
        self.end_month - self.start_month + 1
    }

    /// True where some month lies in both.
    pub fn shares_a_month_with(self, other: Period) -> bool {
        self.start_month <= other.end_month && other.start_month <= self.end_month
    }

    /// The period just before, of the same kind; none for an interval, which is a running total.
    pub fn previous(self) -> Option<Period> {
        (self.kind != PeriodKind::Interval)
            .then(|| self.shifted_back(self.length_months()))
            .flatten()
    }

    /// The same period a year earlier.
    pub fn year_before(self) -> Option<Period> {
        self.shifted_back(12)
    }

    fn shifted_back(self, months: u16) -> Option<Period> {
        let start_month = self.start_month.checked_sub(months)?;
        (start_month / 12 >= FIRST_YEAR).then_some(Period {
            kind: self.kind,
            start_month,
            end_month: self.end_month - months,
        })
    }

    /// Whole months from the end of this period to the end of the month of `year` and `month`.
    pub fn months_until(self, year: u16, month: u16) -> i32 {
        i32::from(year) * 12 + i32::from(month) - 1 - i32::from(self.end_month)
    }

    /// Steps from `earlier` to this period when both are of one kind, for placing points in time.
    pub fn end_index(self) -> u16 {
        self.end_month
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl Ord for Period {
    fn cmp(&self, other: &Period) -> std::cmp::Ordering {
        (self.end_month, self.start_month, self.kind).cmp(&(
            other.end_month,
            other.start_month,
            other.kind,
        ))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Period) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The written form of the published package.
impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.start_year(), self.start_month());
        match self.kind {
            PeriodKind::Year => write!(out, "{year:04}"),
            PeriodKind::Half => write!(out, "{year:04}-S{}", (month - 1) / 6 + 1),
            PeriodKind::Quarter => write!(out, "{year:04}-Q{}", (month - 1) / 3 + 1),
            PeriodKind::Month => write!(out, "{year:04}-{month:02}"),
            PeriodKind::Interval => write!(
                out,
                "{year:04}-{month:02}/{:04}-{:02}",
                self.end_year(),
                self.end_month()
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(PeriodKind, u16, u16, u16)>) {
        let found = Period::parse(text);
        let seen = found.map(|period| {
            (
                period.kind(),
                period.start_year(),
                period.start_month(),
                period.length_months(),
            )
        });
        assert_eq!(seen, expected, "{text}");
        if let Some(period) = found {
            assert_eq!(period.to_string(), text);
        }
    }

    #[test]
    fn reads_the_five_forms_and_writes_them_back() {
        check("2024", Some((PeriodKind::Year, 2024, 1, 12)));
        check("2024-S2", Some((PeriodKind::Half, 2024, 7, 6)));
        check("2024-Q3", Some((PeriodKind::Quarter, 2024, 7, 3)));
        check("2024-03", Some((PeriodKind::Month, 2024, 3, 1)));
        check("2023-11/2024-02", Some((PeriodKind::Interval, 2023, 11, 4)));
    }

    #[test]
    fn refuses_other_forms() {
        for text in [
            "",
            "24",
            "2024-3",
            "2024-13",
            "2024-00",
            "2024-Q5",
            "2024-Q0",
            "2024-S3",
            "2024-S0",
            "2024/03",
            "2024-03-01",
            "2024-05/2024-04",
            "2024-Q1/2024-Q2",
            "Mar-24",
            "１２３４",
            "1599",
            "2200",
            "2024-+1",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_month_lies_in_its_quarter_and_in_no_other() {
        let shares = |one: &str, other: &str| {
            let (one, other) = (Period::parse(one).unwrap(), Period::parse(other).unwrap());
            assert_eq!(
                one.shares_a_month_with(other),
                other.shares_a_month_with(one)
            );
            one.shares_a_month_with(other)
        };
        assert!(shares("2024-03", "2024-Q1"));
        assert!(!shares("2024-04", "2024-Q1"));
        assert!(shares("2024", "2023-11/2024-01"));
        assert!(!shares("2024", "2023-11/2023-12"));
    }

    #[test]
    fn ends_with_a_month() {
        let last = |text: &str| Period::parse(text).unwrap().last_month().to_string();
        assert_eq!(last("2024"), "2024-12");
        assert_eq!(last("2024-Q1"), "2024-03");
        assert_eq!(last("2024-05"), "2024-05");
    }

    #[test]
    fn steps_back_by_its_own_length() {
        let before = |text: &str| {
            let period = Period::parse(text).unwrap();
            let show = |found: Option<Period>| found.map(|period| period.to_string());
            (show(period.previous()), show(period.year_before()))
        };
        let some = |text: &str| Some(text.to_string());
        assert_eq!(before("2024-01"), (some("2023-12"), some("2023-01")));
        assert_eq!(before("2024-Q1"), (some("2023-Q4"), some("2023-Q1")));
        assert_eq!(before("2024"), (some("2023"), some("2023")));
        assert_eq!(before("2024-01/2024-09"), (None, some("2023-01/2023-09")));
        assert_eq!(before("1600"), (None, None));
    }
}
