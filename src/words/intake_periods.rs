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

/// Weeks, which are no kind of period.
pub(super) fn weeks(column: &str, example: &str) -> (String, String) {
    const WHAT: [&str; 2] = [
        "期间只有年、半年、季度和月，没有周：请把数据汇总到月或更长的期间",
        "periods are years, half-years, quarters and months, and never weeks: give figures by month or longer",
    ];
    let [zh, en] = WHAT;
    match column {
        "" => (
            format!("列名“{example}”是周，不作为期间读取；{zh}"),
            format!("“{example}” is a week and is not read as a period; {en}"),
        ),
        column => (
            format!("“{column}”列是周（如 {example}），不读取；{zh}"),
            format!("Column “{column}” holds weeks, such as {example}, and is not read; {en}"),
        ),
    }
}

/// Rows that repeat since they are of days or weeks.
pub(super) fn shorter_repeat(line: u32, earlier: u32) -> (String, String) {
    (
        format!(
            "第 {line} 行与第 {earlier} 行的地区、指标、期间相同：日和周不作为期间，两行都不采用；请把数据汇总到月或更长的期间"
        ),
        format!(
            "Line {line} has the area, indicator and period of line {earlier}, since days and weeks are no periods here; neither is used. Give figures by month or longer"
        ),
    )
}

/// A table of days or weeks.
pub(super) fn days_apart() -> (String, String) {
    (
        "表中数据按日或按周列出，而期间最短为月：这些行都不采用；请先把数据汇总到月或更长的期间".to_string(),
        "The table is by day or week, and the shortest period here is a month: these rows are not used. Give figures by month or longer"
            .to_string(),
    )
}

/// Roman numbers of which nothing says what they count.
pub(super) fn roman_not_certain(column: &str, example: &str) -> (String, String) {
    let [zh, en] = match column {
        "" => [String::new(), String::new()],
        column => [format!("“{column}”列的"), format!("Column “{column}”: ")],
    };
    (
        format!("{zh}“{example}”可能是季度，也可能是半年，未读取；请写成 2022Q1 或 2022H1"),
        format!(
            "{en}“{example}” may be a quarter or a half-year and is not read; write 2022Q1 or 2022H1"
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

/// Parts of a year that begins in one calendar year and ends in the next.
pub(super) fn turn_open(column: &str, example: &str) -> (String, String) {
    let (zh, en) = match column {
        "" => (
            "请填写全表所属的十二个月（如 2022-04/2023-03）",
            "give the twelve months that the whole table is of, as in 2022-04/2023-03",
        ),
        _ => (
            "请增加一列，写明日历年月或季度（如 2022-04、2022-Q2）",
            "add a column of calendar months or quarters, as in 2022-04 or 2022-Q2",
        ),
    };
    (
        format!(
            "无从确定“{example}”的各月、各季度属于哪一个日历年（跨两年，或并非从1月起），未读取；{zh}"
        ),
        format!(
            "“{example}”: it is not certain in which calendar year each month or quarter lies, since the year may run over two of them; they are not read. To read them, {en}"
        ),
    )
}

/// That what was typed for the period of a whole table is none, and how one is written.
pub fn period_unread_text(lang: Lang, typed: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "“{typed}”不是可识别的期间（1600—2199 年），写法如 2024、2024-Q1、2024-03 或 2024-01/2024-09"
        ),
        Lang::En => format!(
            "“{typed}” is not read as a period (years from 1600 to 2199): write 2024, 2024-Q1, 2024-03 or 2024-01/2024-09"
        ),
    }
}
