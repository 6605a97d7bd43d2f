//! Open cases in words: how many, and whether that is more than chance explains.

use super::number::counted;
use super::{count_text, number_text};
use crate::answer::OpenCases;
use crate::model::{AreaId, Lang, Period};
use crate::package::Package;

/// How many are open now, a period before and a year before.
pub fn open_cases_sentence(lang: Lang, period: Period, open: &OpenCases) -> String {
    let count = |at: &dyn Fn(Period) -> bool| {
        let point = open.series.iter().rev().find(|point| at(point.period));
        point
            .and_then(|point| point.reading.value.exact())
            .map(count_text)
    };
    let Some(now) = open.total.reading.value.exact().map(count_text) else {
        return String::new();
    };
    let cases = counted(&now, "case", "cases");
    if open.total.reading.is_provisional() {
        // What is still being handled is no more than before: it is only earlier.
        return match lang {
            Lang::Zh => format!("在办 {now} 件（初步数），不与往期比较。"),
            Lang::En => format!("{cases} open (provisional), not compared with earlier ones."),
        };
    }
    let length = period.length_months();
    let back = |months: u16| {
        move |at: Period| {
            period.kind() == at.kind() && at.end_index() + months == period.end_index()
        }
    };
    let (before, year) = (count(&back(length)), count(&back(12)));
    let (mut zh, mut en) = (format!("在办 {now} 件"), format!("{cases} open"));
    if let Some(before) = before {
        zh.push_str(&format!("，上期 {before} 件"));
        en.push_str(&format!("; {before} a period before"));
    }
    if let Some(year) = year.filter(|_| length < 12) {
        zh.push_str(&format!("，上年同期 {year} 件"));
        en.push_str(&format!("; {year} a year before"));
    }
    match lang {
        Lang::Zh => zh + "。",
        Lang::En => en + ".",
    }
}

/// That open cases are outside what chance explains, after how many there are: 高于控制上限 24 件. Blank
/// where they are not.
pub fn open_signal_text(lang: Lang, now: f64, (lower, upper): (f64, f64)) -> String {
    let limit = |limit: f64| number_text(limit, 0);
    match lang {
        Lang::Zh if now > upper => format!("高于控制上限 {} 件。", limit(upper)),
        Lang::Zh if now < lower => format!("低于控制下限 {} 件。", limit(lower)),
        Lang::En if now > upper => {
            format!("This is above the upper control limit of {}.", limit(upper))
        }
        Lang::En if now < lower => {
            format!("This is below the lower control limit of {}.", limit(lower))
        }
        _ => String::new(),
    }
}

/// What open cases over time are called.
pub fn open_cases_title(lang: Lang, package: &Package, area: AreaId) -> String {
    let area = package.areas.get(area).name.get(lang);
    match lang {
        Lang::Zh => zh!("{area}在办事项"),
        Lang::En => format!("Open cases, {area}"),
    }
}
