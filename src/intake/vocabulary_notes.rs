//! Words in tables that this program has written, in both languages: in the notes above the header and
//! in the column that says that figures are fictional.

/// Before an indicator with its code, in a note above the header.
pub(super) const INDICATOR: [&str; 2] = ["指标：", "Indicator: "];
/// Before its unit, in the same note.
pub(super) const UNIT: [&str; 2] = ["单位：", "Unit: "];

/// True where a cell of the column that is called fictional says that its row is.
pub(super) fn is_stamp(cell: &str) -> bool {
    let word = cell.to_lowercase();
    !matches!(
        word.as_str(),
        "" | "no" | "n" | "false" | "0" | "否" | "不是"
    )
}
