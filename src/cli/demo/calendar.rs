//! Months, and the spans of months that figures speak of. Must not know any figure.

use crate::model::Period;

/// A calendar month, counted from January of year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

/// The last month of every demonstration district. Its cases are not ripe.
pub const LAST: Month = Month::new(2026, 4);
/// The last month whose cases are ripe; everything else that is monthly ends here.
pub const LAST_RIPE: Month = Month::new(2026, 3);

impl Month {
    /// A month; `month` from 1 to 12.
    pub const fn new(year: i32, month: i32) -> Month {
        Month(year * 12 + month - 1)
    }

    /// The month so many months later, or earlier where negative.
    pub const fn plus(self, months: i32) -> Month {
        Month(self.0 + months)
    }

    /// The months from `self` to `later`; negative where that is earlier.
    pub const fn until(self, later: Month) -> i32 {
        later.0 - self.0
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    pub fn of_year(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// How many days it has.
    pub fn days(self) -> u64 {
        let leap = self.year() % 4 == 0 && (self.year() % 100 != 0 || self.year() % 400 == 0);
        match self.of_year() {
            2 => 28 + u64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// A number that tells this month from every other, for a stream of chance.
    pub fn key(self) -> u64 {
        self.0 as u64
    }

    /// The months from this one to `last`, both included.
    pub fn through(self, last: Month) -> impl Iterator<Item = Month> {
        (self.0..=last.0).map(Month)
    }

    /// `2025-07`.
    pub fn text(self) -> String {
        format!("{:04}-{:02}", self.year(), self.of_year())
    }

    fn period(self) -> Option<Period> {
        Period::month(self.year() as u16, self.of_year() as u16)
    }
}

/// The months that one figure speaks of, and the period that it is published under.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
    /// As published.
    pub period: Period,
}

impl Span {
    /// One month.
    pub fn month(month: Month) -> Span {
        Span::of(month, month, month.period())
    }

    /// The calendar quarter that ends with `last`.
    pub fn quarter(last: Month) -> Span {
        let quarter = Period::quarter(last.year() as u16, last.of_year() as u16 / 3);
        Span::of(last.plus(-2), last, quarter)
    }

    /// A calendar year.
    pub fn year(year: i32) -> Span {
        let (first, last) = (Month::new(year, 1), Month::new(year, 12));
        Span::of(first, last, Period::year(year as u16))
    }

    /// The running total of `last`'s year up to `last`.
    pub fn year_to_date(last: Month) -> Span {
        let first = Month::new(last.year(), 1);
        let interval = (first.period().zip(last.period()))
            .and_then(|(start, end)| Period::interval(start, end));
        Span::of(first, last, interval)
    }

    fn of(first: Month, last: Month, period: Option<Period>) -> Span {
        Span {
            first,
            last,
            period: period.expect("the demonstration's years are real years"),
        }
    }

    /// The months in it.
    pub fn months(&self) -> impl Iterator<Item = Month> + use<> {
        self.first.through(self.last)
    }
}

/// The quarters that lie wholly between two months.
pub fn quarters(first: Month, last: Month) -> Vec<Span> {
    (first.plus(2).through(last))
        .filter(|month| month.of_year() % 3 == 0)
        .map(Span::quarter)
        .collect()
}
