//! Further remarks on a reader's own table, in Chinese and in English: kinds of figures, units, spans of
//! years, encodings. Of use only where a table is opened.

use super::{number_text, period_text};
use crate::intake::Encoding;
use crate::model::{Lang, Period, Text};

/// A column that says what kind of figure each row carries.
pub(super) fn kind_column(zh: &str, en: &str, is_in_name: bool) -> (String, String) {
    match is_in_name {
        true => (
            format!(
                "{zh}说明数据类型（计数、百分比等）；同一指标有几种类型，分作几个指标，类型并入指标名称"
            ),
            format!(
                "{en} says what kind of figure a row holds; one indicator has several kinds, which are taken for indicators of their own, with the kind in their names"
            ),
        ),
        false => (
            format!("{zh}说明数据类型（计数、百分比等），据此确定类型和单位"),
            format!("{en} says what kind of figure a row holds; kind and unit follow it"),
        ),
    }
}

/// A unit that a row's kind of figure cannot have.
pub(super) fn unit_not_taken(unit: &str, kind: &str, line: u32) -> (String, String) {
    (
        format!("单位“{unit}”与数据类型“{kind}”不符，不采用这个单位，首见于第 {line} 行"),
        format!(
            "The unit “{unit}” does not go with the kind of figure “{kind}” and is not taken, first on line {line}"
        ),
    )
}

/// Whole numbers that nothing but the file names.
pub(super) fn not_counted(indicator: &str) -> (String, String) {
    (
        format!(
            "没有列名说明“{indicator}”是什么，标题中也没有认出，不按计数处理，不相加；如是计数，请把类型改为计数"
        ),
        format!(
            "No column, and no title that was understood, says what “{indicator}” is; it is not taken for a count and not added up. If it is one, set its kind to count"
        ),
    )
}

/// Dates that are the numbers of days.
pub(super) fn serial_days(example: &str, read_as: Period) -> (String, String) {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| period_text(lang, read_as));
    (
        format!("日期是 Excel 的日序数，如 {example} 读作{zh}"),
        format!("Dates are Excel’s numbers of days; {example} is read as {en}"),
    )
}

/// A unit stated above the table.
pub(super) fn unit_from_title(unit: &str, line: u32) -> (String, String) {
    (
        format!("第 {line} 行注明的单位“{unit}”用于没有自己单位、也能以此计量的指标"),
        format!(
            "The unit “{unit}”, stated on line {line}, is taken for the figures that have none of their own and may have it"
        ),
    )
}

/// Spaces before the quotation marks that open cells.
pub(super) fn spaced_quotes(line: u32) -> (String, String) {
    (
        format!("双引号前有空格，引号内作为一格读取，首见于第 {line} 行"),
        format!(
            "Spaces stand before quotation marks, first on line {line}; what the marks enclose is read as one cell"
        ),
    )
}

/// Quotation marks within cells that are not doubled.
pub(super) fn inner_quotes(line: u32) -> (String, String) {
    (
        format!("引号内的单元格中有未写成两个的双引号，作为文字读取，首见于第 {line} 行"),
        format!(
            "Quotation marks within quoted cells are not doubled, first on line {line}; they are read as part of what the cells hold"
        ),
    )
}

/// A first column that holds several.
pub(super) fn joined_keys() -> (String, String) {
    (
        "首列以逗号并列了几项（Eurostat TSV），拆成几列读取".to_string(),
        "The first column holds several, parted by commas (Eurostat TSV); each is read as a column of its own".to_string(),
    )
}

/// Quotation marks that stay in what is read.
pub(super) fn quotes_kept(example: &str, line: u32) -> (String, String) {
    (
        format!("单元格中的双引号照原样保留，如第 {line} 行的 {example}"),
        format!("Quotation marks in cells are kept as they are, such as {example} on line {line}"),
    )
}

/// Names that end in numbers in round brackets.
pub(super) fn brackets_in_names(example: &str) -> (String, String) {
    (
        format!(
            "有的地区名称以括号中的数字结尾，如“{example}”：可能是注释，也可能用来区分地区，照原样保留"
        ),
        format!(
            "Some names of areas end in a number in brackets, such as “{example}”: it may lead to a footnote or tell areas apart, and is kept"
        ),
    )
}

/// Several years in one.
pub(super) fn spans_of_years(example: &str, read_as: Period) -> (String, String) {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| period_text(lang, read_as));
    (
        format!("{example} 是几年合计或平均，读作{zh}"),
        format!("{example} is several years in one and is read as {en}"),
    )
}

/// Spellings of one name.
pub(super) fn names_as_one(
    count: usize,
    example: &str,
    read_as: &str,
    line: u32,
) -> (String, String) {
    let (more, names, taken) = match count {
        1 => ("", "1 name of an area differs".to_string(), "is taken"),
        _ => (
            "，等等",
            format!("{count} names of areas differ"),
            "are taken",
        ),
    };
    let example_en = match count {
        1 => "",
        _ => "such as ",
    };
    (
        format!(
            "{count} 个地区名称只差大小写、空格、全半角或注释符号，已并作同一地区：第 {line} 行的“{example}”作“{read_as}”{more}"
        ),
        format!(
            "{names} only in capitals, spaces, letter width or footnote marks from an earlier one and {taken} for the same area, {example_en}“{example}” on line {line} for “{read_as}”"
        ),
    )
}

/// How many areas, indicators and observations a table has, and over which periods.
pub fn taken_text(lang: Lang, counts: [usize; 3], periods: Option<(Period, Period)>) -> String {
    let [areas, indicators, observations] = counts.map(|count| number_text(count as f64, 0));
    let span = match periods {
        None => Text::default(),
        Some((first, last)) if first == last => {
            let period = period_text(lang, first);
            Text::new(format!("，{period}"), format!(", {period}"))
        }
        Some((first, last)) => {
            let (first, last) = (period_text(lang, first), period_text(lang, last));
            Text::new(
                format!("，{first}至 {last}"),
                format!(", {first} to {last}"),
            )
        }
    };
    match lang {
        Lang::Zh => format!(
            "{areas} 个地区，{indicators} 个指标，{observations} 个数据{}",
            span.zh
        ),
        Lang::En => format!(
            "areas: {areas}, indicators: {indicators}, figures: {observations}{}",
            span.en
        ),
    }
}

/// The name of an encoding.
pub fn encoding_text(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Gb18030 => "GB18030 / GBK",
        Encoding::Western => "Windows-1252 (Latin-1)",
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
        Encoding::Central => "Windows-1250 (Latin-2)",
        Encoding::Turkish => "Windows-1254",
        Encoding::Cyrillic => "Windows-1251",
        Encoding::ShiftJis => "Shift_JIS",
        Encoding::EucKr => "EUC-KR",
        Encoding::Big5 => "Big5",
    }
}

/// Rows of sums.
pub(super) fn sums_aside(count: usize) -> (String, String) {
    (
        format!("{count} 行是一组地区的合计，不是地区，未读取"),
        match count {
            1 => "1 row is the sum of a group, not an area, and is not read".to_string(),
            _ => format!("{count} rows are sums of a group, not areas, and are not read"),
        },
    )
}

/// Rows that nothing tells apart.
pub(super) fn keys_repeat(line: u32, earlier: u32) -> (String, String) {
    (
        format!(
            "第 {line} 行与第 {earlier} 行的地区、指标、期间相同，没有其他列可以区分，两处均不采用"
        ),
        format!(
            "Line {line} has the area, indicator and period of line {earlier}, and no column tells them apart; neither is used"
        ),
    )
}

pub(super) fn of_records(count: usize, of: usize) -> (String, String) {
    (
        format!(
            "{of} 个数值中有 {count} 个与他行的地区、指标、期间相同：表中每行像是一个人、一户或一件事的记录，请先按地区、期间汇总，再导入"
        ),
        format!(
            "{count} of {of} figures have the area, indicator and period of others: the rows look like records of single persons, households or cases. Add them up by area and period first"
        ),
    )
}

pub(super) fn area_from_title(area: &str) -> (String, String) {
    (
        format!("没有地区列，全表归于“{area}”（取自标题）"),
        format!(
            "No column holds the area; the whole table is taken to be of “{area}”, from its title"
        ),
    )
}
