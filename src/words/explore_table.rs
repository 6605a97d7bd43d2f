//! Texts of the researcher's table and of the reader's own group of areas.

use super::groups::no_sum_text;
use super::table_rhythm::rhythm_text;
use super::{
    count_text, level_count_text, level_text, period_text, reading_interval_text, unit_beside,
    value_text, with_unit,
};
use crate::answer::{Across, Place, Table, TableCell, TableColumn, TablePeriods};
use crate::model::{Indicator, Kind, Lang, Missing, Value};
use crate::package::Package;

/// The fixed texts.
#[derive(Debug)]
pub struct TableWords {
    /// Label: indicators
    pub indicators: &'static str,
    /// Label of the box that narrows the list of indicators
    pub find_indicator: &'static str,
    /// Label: periods
    pub periods: &'static str,
    /// All periods
    pub all_periods: &'static str,
    /// From one to another
    pub span: &'static str,
    /// Label: from
    pub from: &'static str,
    /// Label: to
    pub to: &'static str,
    /// Label: what stands across
    pub across: &'static str,
    /// Label: filter
    pub filter: &'static str,
    /// What can be typed there
    pub filter_hint: &'static str,
    /// How the table is used
    pub hint: &'static str,
    /// Column: code
    pub column_code: &'static str,
    /// Nothing fits
    pub no_rows: &'static str,
    /// The reader's group
    pub group: &'static str,
    /// The group's sum
    pub together: &'static str,
    /// Box that adds an area
    pub add_to_group: &'static str,
    /// Button that takes an area away
    pub remove: &'static str,
    /// Button that empties the group
    pub clear_group: &'static str,
    /// Button: those that fit the filter become the group
    pub group_found: &'static str,
    /// Choice: only the group
    pub only_group: &'static str,
    /// Button: the group stands beside the series
    pub group_beside: &'static str,
    /// Marks a member of the group
    pub member: &'static str,
    /// File with a row for each figure
    pub csv_long: &'static str,
    /// File as the table stands
    pub csv_shown: &'static str,
    /// Said where a comparison is narrowed to the group
    pub narrowed_note: &'static str,
    /// How the group's sum comes about
    pub together_note: &'static str,
}

const ZH: TableWords = TableWords {
    indicators: "指标",
    find_indicator: "查找指标",
    periods: "期间",
    all_periods: "全部期间",
    span: "自选起止",
    from: "自",
    to: "至",
    across: "列为",
    filter: "筛选",
    filter_hint: "名称、首字母；>80 <90",
    hint: "点列标题排序，点数值看出处。方向键、PageUp、PageDown、Home、End 移动，回车看出处。",
    column_code: "代码",
    no_rows: "没有符合筛选条件的行。",
    group: "本组",
    together: "本组合计",
    add_to_group: "加入本组",
    remove: "移出本组",
    clear_group: "清空",
    group_found: "以筛选结果为本组",
    only_group: "仅本组",
    group_beside: "对照本组",
    member: "本组",
    csv_long: "导出（一值一行）",
    csv_shown: "导出（如表所示）",
    narrowed_note: "只列本组各地区；基准、名次和判断仍按全部地区得出。",
    together_note: "本组合计由各成员的分子、分母或计数相加得出，缺任何一个成员的数即不合计；均值与累计数不相加。本组在网址中，复制链接即保存。",
};

const EN: TableWords = TableWords {
    indicators: "Indicators",
    find_indicator: "Find an indicator",
    periods: "Periods",
    all_periods: "All periods",
    span: "From one to another",
    from: "From",
    to: "to",
    across: "Columns",
    filter: "Filter",
    filter_hint: "name, code; >80 <90",
    hint: "A click on a heading sorts, on a value shows its source. Arrow keys, PageUp, PageDown, Home and End move, Enter shows the source.",
    column_code: "Code",
    no_rows: "No row fits the filter.",
    group: "My group",
    together: "My group",
    add_to_group: "Add to group",
    remove: "Remove from the group",
    clear_group: "Clear",
    group_found: "Make what is found my group",
    only_group: "Only my group",
    group_beside: "My group beside it",
    member: "in my group",
    csv_long: "Export, a row per value",
    csv_shown: "Export as shown",
    narrowed_note: "Only the areas of your group are listed; benchmark, ranks and verdicts are still those of all areas.",
    together_note: "My group is summed from the numerators and denominators, or the counts, of its members, and only where each of them has a figure; means and running totals are not summed. The group is in the address: copying the link saves it.",
};

/// The fixed texts of the table.
pub fn table_words(lang: Lang) -> &'static TableWords {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// What stands across, as an entry of a list.
pub fn across_text(lang: Lang, across: Across) -> &'static str {
    let (zh, en) = match across {
        Across::Indicators => ("指标", "Indicators"),
        Across::Periods => ("指标 × 期间", "Indicators × periods"),
        Across::Areas => ("指标 × 地区", "Indicators × areas"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What the table is: 按期办结率等 3 项指标 · 社区 · 2024-01 至 2026-03.
pub fn table_title(lang: Lang, package: &Package, table: &Table) -> String {
    let ids = &table.question.indicators;
    let first = ids.first().map(|id| package.indicators.get(*id));
    let first = first.map_or("", |it| it.label.get(lang));
    let indicators = match (lang, ids.len()) {
        (_, 0 | 1) => first.to_string(),
        (Lang::Zh, count) => zh!("{first}等 {count} 项指标"),
        (Lang::En, count) => format!("{first} and {} more", count - 1),
    };
    let mut parts = vec![indicators, level_text(lang, package, table.question.level)];
    if let Some(within) = table.question.within {
        parts.insert(1, package.areas.get(within).name.get(lang).to_string());
    }
    if table.question.is_only_group {
        parts.push(table_words(lang).only_group.to_string());
    }
    let ends = table.periods.first().zip(table.periods.last());
    parts.push(match (ends, lang) {
        (None, Lang::Zh) => "各地区最新一期".to_string(),
        (None, Lang::En) => "each area's newest".to_string(),
        (Some((from, to)), _) if from == to => period_text(lang, *from),
        (Some((from, to)), Lang::Zh) => {
            format!("{}至 {}", period_text(lang, *from), period_text(lang, *to))
        }
        (Some((from, to)), Lang::En) => {
            format!("{} to {}", period_text(lang, *from), period_text(lang, *to))
        }
    });
    parts.join(" · ")
}

/// How large the table is: 163 个社区 · 27 期 · 4,401 行, of which so many are shown.
pub fn table_size_text(lang: Lang, package: &Package, table: &Table, shown: usize) -> String {
    let areas = level_count_text(lang, package, table.question.level, table.areas.len());
    let count = |count: usize| count_text(count as f64);
    let mut parts = vec![areas];
    if table.periods.len() > 1 {
        let periods = count(table.periods.len());
        parts.push(match lang {
            Lang::Zh => format!("{periods} 期"),
            Lang::En => format!("{periods} periods"),
        });
    }
    let (rows, all) = (count(shown), count(table.rows.len()));
    parts.push(match (lang, shown == table.rows.len()) {
        (Lang::Zh, true) => format!("{all} 行"),
        (Lang::Zh, false) => format!("{all} 行中的 {rows} 行"),
        (Lang::En, true) if shown == 1 => "1 row".to_string(),
        (Lang::En, true) => format!("{all} rows"),
        (Lang::En, false) => format!("{rows} of {all} rows"),
    });
    parts.join(" · ")
}

/// Areas of the group that are of another level than the table's; blank where there are none.
pub fn other_level_text(lang: Lang, package: &Package, table: &Table) -> String {
    let others = table.question.group.len() - table.members.len();
    let level = level_text(lang, package, table.question.level);
    match (lang, others) {
        (_, 0) => String::new(),
        (Lang::Zh, _) => zh!("本组中有 {others} 个不属于{level}一级，未列入。"),
        (Lang::En, 1) => format!("1 of the group is of another level than {level} and left out."),
        (Lang::En, _) => {
            format!("{others} of the group are of another level than {level} and left out.")
        }
    }
}

/// That a chosen indicator is a running total, whose periods are not comparable with one another; blank
/// where none is.
pub fn running_totals_text(lang: Lang, package: &Package, table: &Table) -> String {
    let has_several = table.periods.len() != 1;
    let ids = table.question.indicators.iter();
    let mut names = ids
        .map(|id| package.indicators.get(*id))
        .filter(|it| has_several && it.kind == Kind::Cumulative)
        .map(|it| it.label.get(lang));
    match (lang, names.next()) {
        (_, None) => String::new(),
        (Lang::Zh, Some(name)) => zh!("{name}为累计数，不同期间不可比。"),
        (Lang::En, Some(name)) => {
            format!("{name} is a running total: periods of different length do not compare.")
        }
    }
}

/// What stands above a column: its indicator with the unit, and what of it stands across.
pub fn column_heads(
    lang: Lang,
    package: &Package,
    table: &Table,
    column: &TableColumn,
) -> (String, String) {
    let indicator = package.indicators.get(column.indicator);
    let label = with_unit_in_brackets(lang, indicator);
    let across = match (column.period, column.place) {
        (Some(period), _) => period_text(lang, period),
        (None, Some(Place::Group)) => table_words(lang).together.to_string(),
        (None, Some(Place::Area(area))) => package.areas.get(area).name.get(lang).to_string(),
        (None, None) => String::new(),
    };
    // Where there is one indicator, what stands across is what tells columns apart.
    match across.is_empty() || table.question.indicators.len() > 1 {
        true => (label, across),
        false => (across, indicator.unit.get(lang).to_string()),
    }
}

fn with_unit_in_brackets(lang: Lang, indicator: &Indicator) -> String {
    let (label, unit) = (indicator.label.get(lang), unit_beside(lang, indicator));
    match (lang, unit.is_empty()) {
        (_, true) => label.to_string(),
        (Lang::Zh, false) => format!("{label}（{unit}）"),
        (Lang::En, false) => format!("{label} ({unit})"),
    }
}

/// A cell as it stands under a head that says the unit: the value with its bound, or why there is none.
pub fn cell_text(lang: Lang, package: &Package, column: &TableColumn, cell: &TableCell) -> String {
    let indicator = package.indicators.get(column.indicator);
    match (cell.reading.value, cell.group) {
        (Value::Missing(missing), sum) => {
            let of_group = sum.and_then(|sum| no_sum_text(lang, indicator, sum));
            let rhythm = cell.other_kind.map(|kind| rhythm_text(lang, kind));
            let why = || rhythm.unwrap_or_else(|| short_missing_text(lang, missing));
            of_group.unwrap_or_else(|| why().to_string())
        }
        (value, _) => value_text(lang, indicator, value).unwrap_or_default(),
    }
}

/// The 95 % interval of a cell under a head that says the unit; blank where it has none.
pub fn cell_interval_text(package: &Package, column: &TableColumn, cell: &TableCell) -> String {
    reading_interval_text(package.indicators.get(column.indicator), &cell.reading)
}

/// Why there is no value, in the least room that keeps the reasons apart.
fn short_missing_text(lang: Lang, missing: Missing) -> &'static str {
    let (zh, en) = match missing {
        Missing::NoRow => ("无记录", "no record"),
        Missing::Suppressed => ("不公布", "suppressed"),
        Missing::Impossible => ("不适用", "not applicable"),
        Missing::NotReported => ("缺报", "not reported"),
        Missing::NotCollected => ("未采集", "not collected"),
        Missing::Invalid(_) => ("数据有误", "invalid"),
        Missing::NoDenominator => ("分母为零", "denominator 0"),
        Missing::Blank => ("空白", "blank"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A cell in a sentence, for who points at it: the value with its unit, its interval, why there is none.
pub fn cell_said(lang: Lang, package: &Package, column: &TableColumn, cell: &TableCell) -> String {
    let indicator = package.indicators.get(column.indicator);
    let text = cell_text(lang, package, column, cell);
    let mut parts = vec![match cell.reading.value {
        Value::Missing(missing) if cell.group.is_none() && cell.other_kind.is_none() => {
            super::missing_text(lang, missing).to_string()
        }
        Value::Missing(_) => text,
        _ => with_unit(&text, indicator.unit.get(lang)),
    }];
    let interval = cell_interval_text(package, column, cell);
    if !interval.is_empty() {
        parts.push(match lang {
            Lang::Zh => format!("95% 区间 {interval}"),
            Lang::En => format!("95% interval {interval}"),
        });
    }
    if cell.reading.is_provisional() && cell.reading.value.number().is_some() {
        parts.push(super::words(lang).provisional.to_string());
    }
    parts.join(" · ")
}

/// What the paper leaves out; blank where it leaves out nothing.
pub fn paper_text(lang: Lang, (rows, all_rows): (usize, usize), columns: (usize, usize)) -> String {
    let count = |number: usize| count_text(number as f64);
    let (rows, all_rows_text) = (rows.min(all_rows), count(all_rows));
    let (columns, all_columns) = (columns.0.min(columns.1), columns.1);
    match (lang, rows < all_rows, columns < all_columns) {
        (_, false, false) => String::new(),
        (Lang::Zh, _, false) => format!(
            "只打印前 {} 行，全表 {all_rows_text} 行，见 CSV。",
            count(rows)
        ),
        (Lang::Zh, _, true) => format!(
            "只打印前 {} 行、前 {columns} 列，全表 {all_rows_text} 行、{all_columns} 列，见 CSV。",
            count(rows)
        ),
        (Lang::En, _, false) => format!(
            "Printed: the first {} of {all_rows_text} rows; the CSV has all.",
            count(rows)
        ),
        (Lang::En, _, true) => format!(
            "Printed: the first {} of {all_rows_text} rows and {columns} of {all_columns} columns; the CSV has all.",
            count(rows)
        ),
    }
}

/// The choice of the period that the page is at, and that of each area's newest.
pub fn page_period_text(lang: Lang, periods: Option<TablePeriods>) -> String {
    match (periods, lang) {
        (Some(TablePeriods::At(period)), Lang::Zh) => {
            format!("本页期间 {}", period_text(lang, period))
        }
        (Some(TablePeriods::At(period)), Lang::En) => {
            format!("The page’s, {}", period_text(lang, period))
        }
        (Some(TablePeriods::EachLatest), Lang::Zh) => "各地区最新一期".to_string(),
        (Some(TablePeriods::EachLatest), Lang::En) => "Each area's newest".to_string(),
        (_, Lang::Zh) => "本页期间".to_string(),
        (_, Lang::En) => "The page’s".to_string(),
    }
}

/// How many indicators are chosen: 3 项, 3 chosen.
pub fn chosen_text(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 项"),
        Lang::En => format!("{count} chosen"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_for_no_value_stay_apart() {
        let reasons = [
            Missing::NoRow,
            Missing::Suppressed,
            Missing::Impossible,
            Missing::NotReported,
            Missing::NotCollected,
            Missing::NoDenominator,
            Missing::Blank,
        ];
        for lang in [Lang::Zh, Lang::En] {
            let texts =
                crate::model::sorted_unique(reasons.iter().map(|it| short_missing_text(lang, *it)));
            assert_eq!(texts.len(), reasons.len());
        }
    }

    #[test]
    fn paper_says_what_it_leaves_out() {
        assert_eq!(paper_text(Lang::Zh, (300, 40), (10, 2)), "");
        assert_eq!(
            paper_text(Lang::Zh, (300, 72_000), (10, 2)),
            "只打印前 300 行，全表 72,000 行，见 CSV。"
        );
        assert_eq!(
            paper_text(Lang::En, (300, 72_000), (10, 36)),
            "Printed: the first 300 of 72,000 rows and 10 of 36 columns; the CSV has all."
        );
    }
}
