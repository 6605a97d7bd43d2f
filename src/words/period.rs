//! Periods as people read them.

use crate::model::{Lang, Period, PeriodKind};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month, such as 2026 年 3 月 or March 2026.
pub fn month_text(lang: Lang, year: u16, month: u16) -> String {
    let name = month_name(month);
    match lang {
        Lang::Zh => format!("{year} 年 {month} 月"),
        Lang::En => format!("{name} {year}"),
    }
}

/// The English name of a month, from 1.
pub(super) fn month_name(month: u16) -> &'static str {
    MONTHS[usize::from(month.clamp(1, 12)) - 1]
}

/// A day, such as 2026 年 5 月 8 日 or 8 May 2026; what is no date stands as it is written.
pub fn date_text(lang: Lang, date: &str) -> String {
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<u16>().ok());
    let (Some(Some(year)), Some(Some(month)), Some(Some(day))) =
        (parts.next(), parts.next(), parts.next())
    else {
        return date.to_string();
    };
    let month = month_text(lang, year, month);
    let date = match lang {
        Lang::Zh => format!("{month} {day} 日"),
        Lang::En => format!("{day} {month}"),
    };
    // A line does not break within a date.
    date.replace(' ', "\u{a0}")
}

/// A period of any kind.
pub fn period_text(lang: Lang, period: Period) -> String {
    let (year, month) = (period.start_year(), period.start_month());
    match (period.kind(), lang) {
        (PeriodKind::Year, Lang::Zh) => format!("{year} 年"),
        (PeriodKind::Year, Lang::En) => format!("{year}"),
        (PeriodKind::Half, Lang::Zh) if month == 1 => format!("{year} 年上半年"),
        (PeriodKind::Half, Lang::Zh) => format!("{year} 年下半年"),
        (PeriodKind::Half, Lang::En) => {
            let half = if month == 1 { "first" } else { "second" };
            format!("{half} half of {year}")
        }
        (PeriodKind::Quarter, Lang::Zh) => format!("{year} 年第 {} 季度", (month - 1) / 3 + 1),
        (PeriodKind::Quarter, Lang::En) => format!("Q{} {year}", (month - 1) / 3 + 1),
        (PeriodKind::Month, _) => month_text(lang, year, month),
        (PeriodKind::Interval, lang) if month == 1 && is_of_years(period) => {
            let years = format!("{year}–{}", period.end_year());
            match lang {
                Lang::Zh => format!("{years} 年"),
                Lang::En => years,
            }
        }
        (PeriodKind::Interval, _) => {
            let start = month_text(lang, year, month);
            let end = month_text(lang, period.end_year(), period.end_month());
            match lang {
                Lang::Zh => format!("{start}至 {end}"),
                Lang::En => format!("{start} to {end}"),
            }
        }
    }
}

/// True of several whole years in one.
fn is_of_years(period: Period) -> bool {
    let months = period.length_months();
    months > 12 && months.is_multiple_of(12)
}

/// The time of day: 14:05.
pub fn clock_text((hour, minute): (u32, u32)) -> String {
    format!("{hour}:{minute:02}")
}
