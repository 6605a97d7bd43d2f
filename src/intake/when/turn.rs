//! Where a year that begins in one calendar year and ends in the next turns from the one to the other, as the
//! order of its months shows: April to March, September to August. Quarters show nothing.

use crate::intake::vocabulary::parts::{OTHER_YEAR_SIGNS, is_other_year};
use crate::intake::when::words::words;
use crate::intake::when::{Dates, Form, period, quarter};
use crate::model::{Period, PeriodKind};

/// The month with which the years begin whose months stand in this order, each once: that of the first, where
/// they run on over the turn of a calendar year. None where they do not, or may stand so by their letters.
pub(in crate::intake) fn begins_with(months: &[u16], names: &[&str]) -> Option<u16> {
    let (first, last) = (*months.first()?, *months.last()?);
    let falls = months.windows(2).filter(|pair| pair[0] >= pair[1]).count();
    let is_by_letters =
        names.is_sorted() && names.iter().any(|it| it.starts_with(char::is_alphabetic));
    (falls == 1 && first > last && !is_by_letters).then_some(first)
}

/// The same of rows: the months of each year in the order in which they first stand there. Those of one year at
/// least show it, and those of no other say otherwise.
pub(in crate::intake) fn begins_in_rows(years: &[&str], parts: &[&str]) -> Option<u16> {
    let mut seen: Vec<(&str, Vec<&str>)> = Vec::new();
    for (year, part) in years.iter().zip(parts).filter(|it| !it.1.is_empty()) {
        let at = seen.iter().position(|it| it.0 == *year);
        let at = at.unwrap_or_else(|| {
            seen.push((year, Vec::new()));
            seen.len() - 1
        });
        if !seen[at].1.contains(part) {
            seen[at].1.push(part);
        }
    }
    let months: Option<Vec<(Vec<u16>, Vec<&str>)>> = seen
        .into_iter()
        .map(|(_, names)| {
            let months: Option<Vec<u16>> = names.iter().map(|it| super::month(it)).collect();
            Some((months?, names))
        })
        .collect();
    let months = months?;
    let begins = months
        .iter()
        .find_map(|(months, names)| begins_with(months, names))?;
    let place = |month: &u16| (month + MONTHS - begins) % MONTHS;
    let is_so = |months: &[u16]| {
        months
            .windows(2)
            .all(|pair| place(&pair[0]) < place(&pair[1]))
    };
    months.iter().all(|it| is_so(&it.0)).then_some(begins)
}

/// The year from this month of a calendar year on; that year where it begins with January.
pub(in crate::intake) fn year_from(year: u16, begins_with: u16) -> Option<Period> {
    if begins_with == 1 {
        return Period::year(year);
    }
    let last = Period::month(year + 1, begins_with - 1)?;
    Period::interval(Period::month(year, begins_with)?, last)
}

/// A month of a period of twelve months at most.
pub(in crate::intake) fn month_within(of: Period, month: u16) -> Option<Period> {
    let years = [of.start_year(), of.end_year()];
    let months = years
        .into_iter()
        .filter_map(|year| Period::month(year, month));
    let mut within = months.filter(|it| of.shares_a_month_with(*it));
    within.next().filter(|_| of.length_months() <= MONTHS)
}

/// The months of a year of the calendar from a first to a last one.
pub(in crate::intake) fn months_within(of: Period, first: u16, last: u16) -> Option<Period> {
    let year = Some(of.start_year()).filter(|_| of.kind() == PeriodKind::Year)?;
    Period::interval(Period::month(year, first)?, Period::month(year, last)?)
}

/// A quarter of twelve months, from their first on: that of the calendar where it is one.
pub(in crate::intake) fn quarter_within(of: Period, quarter: u16) -> Option<Period> {
    let skipped = quarter.checked_sub(1).filter(|it| *it < 4)? * 3;
    if of.length_months() != MONTHS {
        return None;
    }
    let first = of.start_year() * MONTHS + of.start_month() - 1 + skipped;
    let month = |index: u16| Period::month(index / MONTHS, index % MONTHS + 1);
    let start = month(first)?;
    match start.start_month() % 3 {
        1 => Period::quarter(start.start_year(), start.start_month() / 3 + 1),
        _ => Period::interval(start, month(first + 2)?),
    }
}

const MONTHS: u16 = 12;

/// True where a text says that its year is of money or of a school, which is none of the calendar.
pub(in crate::intake) fn says_other_year(text: &str) -> bool {
    let lower = text.to_lowercase();
    words(&lower).into_iter().any(is_other_year)
        || OTHER_YEAR_SIGNS.iter().any(|sign| lower.contains(sign))
}

/// True of a cell that is a year over two calendar years.
pub(in crate::intake) fn is_over_two(text: &str, dates: Dates) -> bool {
    period(text, dates).is_ok_and(|it| it.form == Form::SplitYear)
}

/// The month or the quarter of a year that begins with the month that `dates` say; none where this is not known
/// or the year is another.
pub(in crate::intake) fn part_of(
    year: &str,
    part: &str,
    is_month: bool,
    dates: Dates,
) -> Option<Period> {
    let begins = u16::from(dates.year_begins?);
    let year = period(year, dates)
        .ok()
        .filter(|it| it.form == Form::SplitYear)?;
    let of = year_from(year.period.start_year(), begins)?;
    match is_month {
        true => month_within(of, super::month(part)?),
        false => quarter_within(of, quarter(part)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_months_shows_where_a_year_turns() {
        let check = |months: &[u16], expected: Option<u16>| {
            assert_eq!(begins_with(months, &[]), expected, "{months:?}");
        };
        check(&[4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3], Some(4));
        check(&[9, 10, 1], Some(9));
        check(&[1, 2, 3, 4], None);
        check(&[12, 11, 10], None);
        check(&[9, 10, 1, 9], None);
        check(&[4, 8, 12, 2, 1], None);
        check(&[], None);
        assert_eq!(begins_with(&[4, 1], &["April", "January"]), None);
        assert_eq!(begins_with(&[4, 1], &["4", "1"]), Some(4));
    }

    #[test]
    fn parts_lie_in_the_calendar_year_in_which_they_come() {
        let of = year_from(2022, 4).unwrap();
        let text = |it: Option<Period>| it.map_or(String::new(), |it| it.to_string());
        assert_eq!(of.to_string(), "2022-04/2023-03");
        assert_eq!(text(month_within(of, 4)), "2022-04");
        assert_eq!(text(month_within(of, 3)), "2023-03");
        assert_eq!(text(quarter_within(of, 1)), "2022-Q2");
        assert_eq!(text(quarter_within(of, 4)), "2023-Q1");
        let school = year_from(2022, 9).unwrap();
        assert_eq!(text(quarter_within(school, 1)), "2022-09/2022-11");
        assert_eq!(
            text(quarter_within(Period::year(2022).unwrap(), 1)),
            "2022-Q1"
        );
        // Of two years and more each month comes twice.
        let two = Period::parse("2021-01/2022-12").unwrap();
        assert_eq!(text(month_within(two, 4)), "");
        assert_eq!(
            text(quarter_within(Period::parse("2022-Q1").unwrap(), 1)),
            ""
        );
    }
}
