//! What is said of areas of a reader's own table whose figures are the sums of others. Of use only where a
//! table is opened.

/// What is told of them, in Chinese and in English: the names of the first, how many there are, the line
/// of the first, and whether there are more that could not be told.
pub(super) fn sums_text(
    names: &[String],
    count: usize,
    line: u32,
    is_mixed: bool,
) -> (String, String) {
    let quoted = |joint: &str| {
        let quoted = names.iter().map(|name| format!("“{name}”"));
        quoted.collect::<Vec<_>>().join(joint)
    };
    let more = count.saturating_sub(names.len());
    let (more_zh, more_en) = match more {
        0 => Default::default(),
        _ => (format!("等 {count} 个地区"), format!(" and {more} more")),
    };
    let zh = match is_mixed {
        true => "；还有一些地区也是合计，但认不出是哪些，请先从文件中删去",
        false => "",
    };
    let en = match (count, is_mixed) {
        (1, false) => "it stands above these and is not ranked among them",
        (_, false) => "they stand above these and are not ranked among them",
        (1, true) => {
            "it stands above these. More areas are sums, but which could not be told: remove them from the file first"
        }
        (_, true) => {
            "they stand above these. More areas are sums, but which could not be told: remove them from the file first"
        }
    };
    (
        format!(
            "{}{more_zh}（第 {line} 行起）的数据等于其他地区之和，作为它们的上级地区，不参加排序{zh}",
            quoted("、")
        ),
        format!(
            "The figures of {}{more_en} (from line {line}) are the sums of those of other areas: {en}",
            quoted(", "),
        ),
    )
}
