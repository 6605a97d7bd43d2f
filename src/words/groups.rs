//! What is said of the reader's own group of areas.

use super::{level_count_text, number_text, table_words, value_with_unit};
use crate::answer::{GroupSum, Reading, can_be_summed, unjudged};
use crate::model::{Indicator, Lang, LevelId};
use crate::package::Package;

/// Why a group has no sum; none where its members have nothing to be summed, or a sum.
pub(super) fn no_sum_text(lang: Lang, indicator: &Indicator, sum: GroupSum) -> Option<String> {
    let (zh, en) = match sum {
        GroupSum::Never if !can_be_summed(indicator) => ("不合计", "not summed"),
        // Each member shows a period of its own.
        GroupSum::Never => ("期间不一", "periods differ"),
        GroupSum::Partial(known, all) => {
            return Some(match lang {
                Lang::Zh => format!("不全（{known}/{all}）"),
                Lang::En => format!("incomplete ({known} of {all})"),
            });
        }
        GroupSum::Nothing | GroupSum::Whole(_) => return None,
    };
    Some(match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    })
}

/// What a group comes to, with its unit, or why it comes to nothing.
pub fn group_value_text(
    lang: Lang,
    indicator: &Indicator,
    reading: &Reading,
    sum: GroupSum,
) -> String {
    let none = no_sum_text(lang, indicator, sum);
    none.unwrap_or_else(|| value_with_unit(lang, indicator, reading))
}

/// The 95 % interval of a reading without its unit; blank where chance has no part in it.
pub fn reading_interval_text(indicator: &Indicator, reading: &Reading) -> String {
    let judged = unjudged(indicator, reading);
    judged.map_or(String::new(), |it| {
        let end = |number| number_text(number, indicator.decimals);
        let (lower, upper) = (it.interval_95.lower, it.interval_95.upper);
        format!("{}–{}", end(lower), end(upper))
    })
}

/// The reader's group as an entry of a list, with its size.
pub fn only_group_text(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("仅本组（{count}）"),
        Lang::En => format!("Only my group ({count})"),
    }
}

/// The group as a row: 本组合计（3 个社区）.
pub fn group_row_text(lang: Lang, package: &Package, level: LevelId, members: usize) -> String {
    let count = level_count_text(lang, package, level, members);
    let words = table_words(lang);
    match lang {
        Lang::Zh => format!("{}（{count}）", words.together),
        Lang::En => format!("{} together ({count})", words.together),
    }
}
