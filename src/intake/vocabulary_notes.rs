//! Words in tables that this program has written, in both languages: in the notes above the header and
//! in the column that says that figures are fictional; and what stands below tables.

/// Before an indicator with its code, in a note above the header.
pub(super) const INDICATOR: [&str; 2] = ["指标：", "Indicator: "];
/// Before its unit, in the same note.
pub(super) const UNIT: [&str; 2] = ["单位：", "Unit: "];

/// True of a row's name that is no place: below a table stand the mean and the spread of its areas.
pub(super) fn is_statistic(name: &str) -> bool {
    const WORDS: &str = "mean|average|avg|median|std dev|std. dev.|stdev|st. dev.|standard deviation|\
        variance|minimum|maximum|mittelwert|durchschnitt|moyenne|médiane|promedio|mediana|\
        平均|平均值|平均数|均值|中位数|标准差|方差|最大值|最小值|最高值|最低值";
    // Asked of every row: nothing is copied.
    let name = name.trim_end_matches([':', '：', ' ']);
    WORDS.split('|').any(|word| word.eq_ignore_ascii_case(name))
}

/// True where a cell of the column that is called fictional says that its row is.
pub(super) fn is_stamp(cell: &str) -> bool {
    let word = cell.to_lowercase();
    !matches!(
        word.as_str(),
        "" | "no" | "n" | "false" | "0" | "否" | "不是"
    )
}
