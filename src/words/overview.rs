//! Texts of the overview.

use super::names::parts_text;
use super::{count_text, date_text, period_text, value_text, value_with_unit, words};
use crate::answer::{Card, Reading, SeriesPoint, Total};
use crate::model::{Bound, Indicator, Lang, Period, PeriodKind, Status};
use crate::package::Package;

/// What a card says under its value of how it came about: its numerator and denominator, that it
/// is a sum of parts, that it is rounded.
pub fn basis_text(lang: Lang, package: &Package, indicator: &Indicator, total: &Total) -> String {
    let reading = &total.reading;
    let mut parts = Vec::new();
    if let (true, Some(numerator), Some(denominator)) = (
        indicator.is_quotient(),
        reading.numerator,
        reading.denominator,
    ) {
        parts.push(format!(
            "{} / {}",
            count_text(numerator),
            count_text(denominator)
        ));
    }
    if let Some(summed) = total.summed {
        let level = parts_text(lang, package, summed);
        let known = summed.known;
        parts.push(match (lang, total.is_partial()) {
            (Lang::Zh, false) => zh!("{level}合计"),
            (Lang::Zh, true) => zh!("部分合计（{level}中的 {known} 个）"),
            (Lang::En, false) => format!("sum of {level}"),
            (Lang::En, true) => format!("partial sum ({known} of {level})"),
        });
    }
    if reading.value.bound() == Some(Bound::Rounded) {
        parts.push(words(lang).rounded.to_string());
    }
    if reading.is_provisional() {
        parts.push(words(lang).provisional.to_string());
    }
    if reading.status == Status::Estimated {
        parts.push(words(lang).estimated.to_string());
    }
    parts.join(" · ")
}

/// The change line of a card: 环比 +0.3 · 同比 +2.1 个百分点. Empty where there is none to state.
/// Of a year the period before is a year as well: 较上年 +0.3.
pub fn changes_text(
    lang: Lang,
    period: Period,
    on_previous: Option<String>,
    on_year: Option<String>,
) -> String {
    let is_year = period.kind() == PeriodKind::Year;
    // 环比 +0.3 个百分点, but 环比持平: a word follows at once.
    let space = |change: &str| match change == words(lang).unchanged {
        true => "",
        false => " ",
    };
    let mut parts = Vec::new();
    if let Some(change) = on_previous {
        parts.push(match lang {
            Lang::Zh if is_year => format!("较上年{}{change}", space(&change)),
            Lang::Zh => format!("环比{}{change}", space(&change)),
            Lang::En if is_year => format!("{change} on the previous year"),
            Lang::En => format!("{change} on previous period"),
        });
    }
    if let Some(change) = on_year {
        parts.push(match lang {
            Lang::Zh => format!("同比{}{change}", space(&change)),
            Lang::En => format!("{change} on a year earlier"),
        });
    }
    match lang {
        Lang::Zh => parts.join(" · "),
        // Side by side they would break where they happen to.
        Lang::En => parts.join("\n"),
    }
}

/// The title of the overview: 示范区基层治理总览; of a package of several places, its own title.
pub fn overview_title(lang: Lang, place: &str, several: bool) -> String {
    match (lang, several) {
        (Lang::Zh, false) => zh!("{place}基层治理总览"),
        (Lang::Zh, true) => zh!("{place}总览"),
        (Lang::En, _) => format!("{place}: overview"),
    }
}

/// How old the data of the overview is.
pub struct DataDates<'a> {
    /// The period asked for, where the overview has none such.
    pub absent: Option<Period>,
    /// The period shown.
    pub shown: Option<Period>,
    /// The newest that there is.
    pub newest: Option<Period>,
    /// A later one that is not final and not counted.
    pub unripe: Option<Period>,
    /// Whole months from the end of the period shown to today, or to the day as of which the data stand.
    pub age_months: Option<i32>,
    /// True where that is an earlier day.
    pub is_as_of: bool,
    /// Date of publication, blank where none is given.
    pub published: &'a str,
}

/// The line under a title: data period, its age, date of publication.
pub fn data_date_text(lang: Lang, dates: &DataDates) -> String {
    let mut parts = Vec::new();
    if let Some(absent) = dates.absent {
        let absent = period_text(lang, absent);
        parts.push(match lang {
            Lang::Zh => format!("总览中没有 {absent}的数据"),
            Lang::En => format!("The overview has nothing for {absent}"),
        });
    }
    if let Some((shown, newest)) = dates.shown.zip(dates.newest) {
        let is_newest = shown == newest;
        let (shown, newest) = (period_text(lang, shown), period_text(lang, newest));
        let (zh, en) = match dates.absent {
            _ if is_newest => ("最新数据期", "Latest data"),
            None => ("所选数据期", "Selected period"),
            Some(_) => ("所示数据期", "Period shown"),
        };
        let (mut text, latest) = match lang {
            Lang::Zh => (format!("{zh} {shown}"), format!("（最新为 {newest}）")),
            Lang::En => (format!("{en}: {shown}"), format!(" (latest: {newest})")),
        };
        if !is_newest {
            text.push_str(&latest);
        }
        parts.push(text);
    }
    if let Some(months) = dates.age_months.filter(|months| *months > 0) {
        let (years, rest) = (months / 12, months % 12);
        let (from, then) = match dates.is_as_of {
            true => ("距该日", " on that day"),
            false => ("距今", ""),
        };
        parts.push(match (lang, years) {
            (Lang::Zh, 0) => format!("{from} {months} 个月"),
            (Lang::Zh, _) if rest == 0 => format!("{from} {years} 年"),
            (Lang::Zh, _) => format!("{from} {years} 年 {rest} 个月"),
            (Lang::En, 0) if months == 1 => format!("1 month old{then}"),
            (Lang::En, 0) => format!("{months} months old{then}"),
            (Lang::En, _) => {
                let unit = if years == 1 { "year" } else { "years" };
                format!("over {years} {unit} old{then}")
            }
        });
    }
    if let Some(unripe) = dates.unripe {
        let unripe = period_text(lang, unripe);
        parts.push(match lang {
            Lang::Zh => format!("{unripe}为初步数，未计入"),
            Lang::En => format!("{unripe} is provisional and left out"),
        });
    }
    if !dates.published.is_empty() {
        let date = date_text(lang, dates.published);
        parts.push(format!("{} {date}", words(lang).published));
    }
    parts.join(" · ")
}

/// The accessible description of a sparkline: what, from when to when, between which values.
pub fn series_text(lang: Lang, indicator: &Indicator, card: &Card) -> String {
    let label = indicator.label.get(lang);
    let (Some((low, high)), [first, .., last]) = (card.range, &card.series[..]) else {
        return label.to_string();
    };
    let (first, last) = (
        period_text(lang, first.period),
        period_text(lang, last.period),
    );
    let value = |reading: &Reading| value_with_unit(lang, indicator, reading);
    let (low, high, count) = (value(&low), value(&high), card.series.len());
    match lang {
        Lang::Zh => format!("{label}，{first}至 {last}，{count} 期，最低 {low}，最高 {high}"),
        Lang::En => {
            format!("{label}, {first} to {last}, {count} periods, lowest {low}, highest {high}")
        }
    }
}

/// Between which values a series lies, in the unit of its card: 35 期 82.1–88.4. The number of its
/// periods keeps it apart from an interval of confidence.
pub fn range_text(lang: Lang, indicator: &Indicator, card: &Card) -> String {
    let text = |reading: Reading| value_text(lang, indicator, reading.value);
    let ends = card.range.and_then(|(low, high)| text(low).zip(text(high)));
    let Some((low, high)) = ends else {
        return String::new();
    };
    let has_value = |point: &&SeriesPoint| point.reading.value.number().is_some();
    let count = card.series.iter().filter(has_value).count();
    let range = match low == high {
        true => low,
        false => format!("{low}–{high}"),
    };
    let (zh, en) = match card.period.kind() {
        PeriodKind::Month => ("个月", "months"),
        PeriodKind::Quarter => ("个季度", "quarters"),
        PeriodKind::Year => ("年", "years"),
        PeriodKind::Half | PeriodKind::Interval => ("期", "periods"),
    };
    match lang {
        Lang::Zh => format!("近 {count} {zh} {range}"),
        Lang::En => format!("{count} {en}: {range}"),
    }
}
