//! What is said of the periods of a reader's own table that are written in words, marked, or not
//! understood.

use super::period_text;
use crate::model::{Lang, Period};

/// A period in words.
pub(super) fn period_in_words(example: &str, read_as: Period) -> (String, String) {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| period_text(lang, read_as));
    (
        format!("“{example}”读作{zh}"),
        format!("“{example}” is read as {en}"),
    )
}

/// A mark of figures that are not final.
pub(super) fn status_of_period(example: &str, mark: &str) -> (String, String) {
    (
        format!("“{example}”中的“{mark}”表示数据为初步、估计、预测或修订，已略去"),
        format!(
            "“{mark}” in “{example}” says that figures are provisional, estimated, projected or revised; it is left out"
        ),
    )
}

/// A time that is not understood.
pub(super) fn period_not_read(column: &str, example: &str) -> (String, String) {
    if !column.is_empty() {
        return (
            format!("“{column}”列的“{example}”无法读作时间"),
            format!("Column “{column}”: “{example}” cannot be read as a time"),
        );
    }
    (
        format!("“{example}”所指的时间无法识别，未当作整年读取"),
        format!(
            "“{example}” speaks of a time that cannot be read; it is not taken for a whole year"
        ),
    )
}

/// Periods that stand in rows of their own.
pub(super) fn periods_between_rows(
    first: (u32, Period),
    second: (u32, Period),
) -> (String, String) {
    let [(zh, next_zh), (en, next_en)] =
        [Lang::Zh, Lang::En].map(|lang| (period_text(lang, first.1), period_text(lang, second.1)));
    let (line, next) = (first.0, second.0);
    (
        format!(
            "期间单独成行（第 {line} 行{zh}、第 {next} 行{next_zh}），无法分到各行；请增加一列期间，或按期间拆成几个表"
        ),
        format!(
            "Periods stand in rows of their own ({en} on line {line}, {next_en} on line {next}) and cannot be given to the rows below; add a column of periods, or part the table"
        ),
    )
}
