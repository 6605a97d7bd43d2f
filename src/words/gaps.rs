//! Texts of the cells that hold no figure.

use super::trend_said::span_text;
use super::{count_text, missing_text, period_text};
use crate::answer::Gap;
use crate::model::{Lang, Missing, Period};
use crate::package::Package;

/// As many names as are listed before they are counted.
const MOST_NAMES: usize = 3;

/// The fixed texts.
pub struct GapWords {
    /// Heading of the list.
    pub heading: &'static str,
    /// What it holds.
    pub lead: &'static str,
    /// What is said where there is none.
    pub none: &'static str,
    /// Column: the reason.
    pub reason: &'static str,
    /// Column: the periods.
    pub periods: &'static str,
    /// Column: number of cells.
    pub cells: &'static str,
}

/// These texts in a language.
pub fn gap_words(lang: Lang) -> &'static GapWords {
    match lang {
        Lang::Zh => &GapWords {
            heading: "空缺的数值",
            lead: "缺报、无记录、未采集、不适用、不公布各不相同，也都不等于零。",
            none: "已读取的文件中没有空缺的数值。",
            reason: "原因",
            periods: "期间",
            cells: "空缺数",
        },
        Lang::En => &GapWords {
            heading: "Missing values",
            lead: "Not reported, no record, not collected, not applicable and withheld are different things, and none of them is zero.",
            none: "No figure is missing in the files read.",
            reason: "Reason",
            periods: "Period",
            cells: "Cells",
        },
    }
}

/// Why the figures are not there; what most areas have is said to be so.
pub fn gap_reason_text(lang: Lang, gap: &Gap) -> String {
    let reason = missing_text(lang, gap.missing);
    match (lang, gap.missing) {
        (Lang::Zh, Missing::NoRow) => format!("{reason}（多数地区有）"),
        (Lang::En, Missing::NoRow) => format!("{reason}, though most areas have one"),
        _ => reason.to_string(),
    }
}

/// The indicators: the first few by name, all by number.
pub fn gap_indicators_text(lang: Lang, package: &Package, gap: &Gap) -> String {
    let ids = gap.indicators.iter();
    let names = ids.map(|id| package.indicators.get(*id).label.get(lang).to_string());
    some_of(lang, names.collect(), "项")
}

/// The areas likewise.
pub fn gap_areas_text(lang: Lang, package: &Package, gap: &Gap) -> String {
    let ids = gap.areas.iter();
    let names = ids.map(|id| package.areas.get(*id).name.get(lang).to_string());
    some_of(lang, names.collect(), "个")
}

/// The periods: from one to another where none lies between that is not meant.
pub fn gap_periods_text(lang: Lang, periods: &[Period]) -> String {
    let follows = |pair: &[Period]| pair[1].previous() == Some(pair[0]);
    match periods {
        [first, .., last] if periods.windows(2).all(follows) => span_text(lang, *first, *last),
        _ => {
            let names = periods.iter().map(|period| period_text(lang, *period));
            some_of(lang, names.collect(), "期")
        }
    }
}

fn some_of(lang: Lang, names: Vec<String>, counted: &str) -> String {
    let stop = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    if names.len() <= MOST_NAMES {
        return names.join(stop);
    }
    let shown = names[..MOST_NAMES].join(stop);
    let all = count_text(names.len() as f64);
    match lang {
        Lang::Zh => zh!("{shown}等 {all} {counted}"),
        Lang::En => format!("{shown} and others, {all} in all"),
    }
}
