//! What is said of how figures of a reader's own table hang together: areas that hold others, columns that
//! are the quotient of others. Of use only where a table is opened.

use super::number_text;
use crate::intake::{HoldSign, Remark};

/// What is told of them, in Chinese and in English; blank of another remark.
pub(super) fn holders_text(remark: &Remark) -> (String, String) {
    let Remark::HoldAreas {
        names,
        count,
        line,
        sign,
        is_mixed,
    } = remark
    else {
        return Default::default();
    };
    let quoted = |joint: &str| {
        let quoted = names.iter().map(|name| format!("“{name}”"));
        quoted.collect::<Vec<_>>().join(joint)
    };
    let more = count.saturating_sub(names.len());
    let (more_zh, more_en) = match more {
        0 => Default::default(),
        _ => (format!("等 {count} 个地区"), format!(" and {more} more")),
    };
    let is_one = *count == 1;
    let (why_zh, why_en) = match (sign, is_one) {
        (HoldSign::Figures, true) => (
            "的数据等于其他地区之和",
            "has figures that are the sum of those of other areas",
        ),
        (HoldSign::Figures, false) => (
            "的数据等于其他地区之和",
            "have figures that are the sums of those of other areas",
        ),
        (HoldSign::Codes, true) => (
            "从代码看是其他地区的上级地区",
            "has a code that says that it holds other areas",
        ),
        (HoldSign::Codes, false) => (
            "从代码看是其他地区的上级地区",
            "have codes that say that they hold other areas",
        ),
        (HoldSign::Names, true) => (
            "从名称看是其他地区的上级地区或合计",
            "has a name that says that it holds other areas or is a sum of them",
        ),
        (HoldSign::Names, false) => (
            "从名称看是其他地区的上级地区或合计",
            "have names that say that they hold other areas or are sums of them",
        ),
        (HoldSign::Indents, true) => (
            "下面的地区名称缩进，是它们的上级地区",
            "has areas below it whose names stand further in, and holds these",
        ),
        (HoldSign::Indents, false) => (
            "下面的地区名称缩进，是它们的上级地区",
            "have areas below them whose names stand further in, and hold these",
        ),
    };
    let ranked_en = match is_one {
        true => "it stands above these and is not ranked among them",
        false => "they stand above these and are not ranked among them",
    };
    let (mixed_zh, mixed_en) = match is_mixed {
        true => (
            "；还有一些地区也是合计，但认不出是哪些，请先从文件中删去",
            ". More areas are sums, but which could not be told: remove them from the file first",
        ),
        false => ("", ""),
    };
    (
        format!(
            "{}{more_zh}（第 {line} 行起）{why_zh}，不与它们并列，不参加排序{mixed_zh}",
            quoted("、")
        ),
        format!(
            "{}{more_en} (from line {line}) {why_en}: {ranked_en}{mixed_en}",
            quoted(", "),
        ),
    )
}

/// What is told of a column that is the quotient of two others, in Chinese and in English; blank of another
/// remark.
pub(super) fn quotient_text(remark: &Remark) -> (String, String) {
    let Remark::QuotientOfColumns {
        column,
        numerator,
        denominator,
        multiplier,
    } = remark
    else {
        return Default::default();
    };
    let times = match multiplier {
        1.0 => String::new(),
        multiplier => format!(" × {}", number_text(*multiplier, 0)),
    };
    (
        format!(
            "“{column}”列各行都等于“{numerator}” ÷ “{denominator}”{times}，以这两列作分子、分母，可计算区间"
        ),
        format!(
            "Column “{column}” is “{numerator}” ÷ “{denominator}”{times} in every row: with these two as numerator and denominator its intervals can be computed"
        ),
    )
}

/// What is told of a column of counts beside one of all persons or households, in Chinese and in English.
pub(super) fn share_text(numerator: &str, denominator: &str) -> (String, String) {
    (
        format!(
            "计数的大小随地区规模而变。如“{numerator}”是“{denominator}”中的一部分，把前者改为“数据 · 分子”、后者改为“数据 · 分母”，填同一个指标名称，即可比较比率及其区间"
        ),
        format!(
            "Counts grow with the size of areas. If “{numerator}” is part of “{denominator}”, make them “Figures · Numerator” and “Figures · Denominator” of one indicator to compare rates with their intervals"
        ),
    )
}
