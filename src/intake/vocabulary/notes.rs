//! Words in tables that this program has written, in both languages: in the notes above the header and
//! in the column that says that figures are fictional; and what stands below tables.

/// Before an indicator with its code, in a note above the header.
pub(in crate::intake) const INDICATOR: [&str; 2] = ["指标：", "Indicator: "];
/// Before its unit, in the same note.
pub(in crate::intake) const UNIT: [&str; 2] = ["单位：", "Unit: "];

/// True of a row's name that is no place: below a table stand the mean and the spread of its areas.
pub(in crate::intake) fn is_statistic(name: &str) -> bool {
    const WORDS: &str = "mean|average|avg|median|std dev|std. dev.|stdev|st. dev.|standard deviation|\
        variance|minimum|maximum|min|max|range|cv|coefficient of variation|iqr|mittelwert|durchschnitt|moyenne|médiane|promedio|mediana|\
        平均|平均值|平均数|均值|中位数|标准差|方差|最大值|最小值|最高值|最低值|最大|最小|极差|变异系数";
    // Asked of every row: nothing is copied.
    let name = name.trim_end_matches([':', '：', ' ']);
    const ENDS: &str = "平均|平均值|平均数|平均分|平均水平|均值";
    const LAST: &str = " average| avg| mean| median";
    const FIRST: &str = "average of |average for |mean of |mean for |median of ";
    let ends = |end: &str| {
        let at = name.len().checked_sub(end.len()).filter(|at| *at > 0);
        let tail = at.and_then(|at| name.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end))
    };
    let starts = |start: &str| {
        let head = name.get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    WORDS.split('|').any(|word| word.eq_ignore_ascii_case(name))
        || ENDS.split('|').any(|end| name.ends_with(end))
        || LAST.split('|').any(ends)
        || FIRST.split('|').any(starts)
        || is_comparison(name)
}

/// True of what stands below other statistics and alone may be a name.
pub(in crate::intake) fn is_further_statistic(name: &str) -> bool {
    const WORDS: &str = "n|se|sd|count|obs|observations|sum|个数|样本数";
    let name = name.trim_end_matches([':', '：', ' ']);
    WORDS.split('|').any(|word| word.eq_ignore_ascii_case(name))
}

/// True of the name of a row that compares the one above: `% of county`, `占全市比重（%）`, `同比增长`.
fn is_comparison(name: &str) -> bool {
    const STARTS: &str = "% of |%of |% change|percent of |percentage of |per cent of |share of |change from |\
        percent change|percentage change|change since |change on |年增长|同比|环比|比上年|比去年|较上年|较去年|增长率|增速";
    let starts = |start: &str| {
        name.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    STARTS.split('|').any(starts)
        || name.starts_with('占')
            && ["比重", "比例", "%", "％"]
                .iter()
                .any(|it| name.contains(it))
}

/// True of a name that opens a note or a source and is none of a place, whatever stands beside it.
pub(in crate::intake) fn is_source(name: &str) -> bool {
    const WORDS: &str = "source|sources|note|notes|footnote|footnotes|quelle|quellen|fuente|fuentes|nota|notas|\
        fonte|来源|资料来源|数据来源|注|备注|說明|资料说明|出典|資料|출처|자료";
    let name = name.trim_end_matches([':', '：', ' ']);
    WORDS.split('|').any(|word| word.eq_ignore_ascii_case(name))
}

/// True where a cell of the column that is called fictional says that its row is.
pub(in crate::intake) fn is_stamp(cell: &str) -> bool {
    let word = cell.to_lowercase();
    !matches!(
        word.as_str(),
        "" | "no" | "n" | "false" | "0" | "否" | "不是"
    )
}
