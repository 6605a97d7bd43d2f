//! Texts of the researcher's table: how often an indicator is published, and on which figures a filter
//! looks.

use crate::answer::{Condition, Table, TableFilter};
use crate::model::{Lang, PeriodKind, number_in_full};
use crate::package::Package;

/// How often an indicator is published, in a cell of another kind of period.
pub(super) fn rhythm_text(lang: Lang, kind: PeriodKind) -> &'static str {
    let (zh, en) = match kind {
        PeriodKind::Month => ("按月发布", "monthly"),
        PeriodKind::Quarter => ("按季发布", "quarterly"),
        PeriodKind::Half => ("按半年发布", "half-yearly"),
        PeriodKind::Year => ("按年发布", "yearly"),
        PeriodKind::Interval => ("按累计或多年发布", "running total or several years"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Indicators that have nothing at the one period of a table since they are published for others; blank
/// where there are none.
pub fn other_rhythm_text(lang: Lang, package: &Package, table: &Table) -> String {
    let others = table.of_other_kinds().into_iter();
    let told = others.map(|(id, kind)| {
        let label = package.indicators.get(id).label.get(lang);
        let rhythm = rhythm_text(lang, kind);
        match lang {
            Lang::Zh => zh!("{label}{rhythm}"),
            Lang::En => format!("{label}: {rhythm}"),
        }
    });
    let told: Vec<String> = told.collect();
    match lang {
        _ if told.is_empty() => String::new(),
        Lang::Zh => format!("{}，所选期间没有数值；可改选期间。", told.join("，")),
        Lang::En => format!(
            "{}. Nothing is published for the period chosen; choose another.",
            told.join("; ")
        ),
    }
}

/// On which figures a filter looks; blank where it is on words alone.
pub fn filter_note(lang: Lang, package: &Package, table: &Table, typed: &str) -> String {
    let filter = TableFilter::read(package, table, typed);
    let told = filter.conditions.iter().map(|it| {
        let span = span_text(lang, it);
        let column = it.column.and_then(|at| table.columns.get(at));
        match (column, lang) {
            (Some(column), Lang::Zh) => {
                let (label, across) = super::column_heads(lang, package, table, column);
                zh!("{label}{across} {span}")
            }
            (Some(column), Lang::En) => {
                let (label, across) = super::column_heads(lang, package, table, column);
                let named = [label, across].join(" ");
                format!("{span} in {}", named.trim())
            }
            (None, Lang::Zh) => format!("任一列的数值{span}"),
            (None, Lang::En) => format!("{span} in any column"),
        }
    });
    let told: Vec<String> = told.collect();
    let mut first = filter.conditions.iter().filter(|it| it.column.is_none());
    let example = first.next().zip(table.columns.first());
    let example = example.map(|(_, column)| {
        let sign = typed
            .split_whitespace()
            .find(|it| it.starts_with(['>', '<', '≥', '≤', '=', '＞', '＜']));
        [&table.column_key(package, column), sign.unwrap_or(">80")].concat()
    });
    match (lang, example) {
        _ if told.is_empty() => String::new(),
        (Lang::Zh, None) => format!("按数值筛选：{}。", told.join("；")),
        (Lang::En, None) => format!("Filter on figures: {}.", told.join("; ")),
        (Lang::Zh, Some(example)) => format!(
            "按数值筛选：{}。只看某一列时，在前面写上其代码：{example}。",
            told.join("；")
        ),
        (Lang::En, Some(example)) => format!(
            "Filter on figures: {}. For one column alone, write its code before: {example}.",
            told.join("; ")
        ),
    }
}

/// 高于 93、低于 97.
fn span_text(lang: Lang, condition: &Condition) -> String {
    let low = condition.lowest.map(|(number, itself)| {
        let number = number_in_full(number);
        match (lang, itself) {
            (Lang::Zh, true) => format!("不低于 {number}"),
            (Lang::Zh, false) => format!("高于 {number}"),
            (Lang::En, true) => format!("at least {number}"),
            (Lang::En, false) => format!("above {number}"),
        }
    });
    let high = condition.highest.map(|(number, itself)| {
        let number = number_in_full(number);
        match (lang, itself) {
            (Lang::Zh, true) => format!("不高于 {number}"),
            (Lang::Zh, false) => format!("低于 {number}"),
            (Lang::En, true) => format!("at most {number}"),
            (Lang::En, false) => format!("below {number}"),
        }
    });
    let both: Vec<String> = low.into_iter().chain(high).collect();
    both.join(match lang {
        Lang::Zh => "、",
        Lang::En => " and ",
    })
}
