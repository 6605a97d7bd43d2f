//! Texts of the charts of standards: what their lines and shapes mean, how many are shown.

use super::standard_texts::{limit_text, standard_margin_text, standard_verdict_text};
use super::{level_count_text, level_text, mark_text, period_text, singular};
use crate::answer::{StandardEntry, StandardRow};
use crate::model::{Indicator, Lang, LevelId, Operator, Period, Standard, Strength};
use crate::package::Package;

/// What the limit of a standard is called at its line: 上限, 下限, 目标.
pub fn limit_name(lang: Lang, standard: &Standard) -> &'static str {
    let (zh, en) = match (standard.strength, standard.operator) {
        (Strength::Planned, _) => ("目标", "Target"),
        (_, Operator::AtLeast) => ("下限", "Minimum"),
        (_, Operator::AtMost) => ("上限", "Maximum"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What is said of a row when it is pointed at: whether it meets the standard, and by what margin.
pub fn standard_row_text(lang: Lang, indicator: &Indicator, row: &StandardRow) -> String {
    let verdict = standard_verdict_text(lang, row.verdict);
    let margin = row
        .margin
        .map(|it| standard_margin_text(lang, indicator, it));
    let margin = margin.filter(|margin| !margin.is_empty());
    match (lang, margin) {
        (_, None) => verdict.to_string(),
        (Lang::Zh, Some(margin)) => format!("{verdict}（余量 {margin}）"),
        (Lang::En, Some(margin)) => format!("{verdict} (margin {margin})"),
    }
}

/// The title of the chart of a standard: 社区办公用房面积下限：各社区余量.
pub fn margins_title(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let label = entry.standard.label.get(lang);
    let level = entry.level.map(|it| level_text(lang, package, it));
    let level = level.unwrap_or_default();
    match lang {
        Lang::Zh => zh!("{label}：各{level}达标情况"),
        Lang::En => format!("{label}: who meets it, by {}", singular(&level)),
    }
}

/// The line under it: which limit, in which period.
pub fn margins_subtitle(lang: Lang, entry: &StandardEntry) -> String {
    let requirement = super::requirement_text(lang, &entry.standard);
    let period = period_text(lang, entry.period);
    match lang {
        Lang::Zh => format!("{requirement}，{period}"),
        Lang::En => format!("{requirement}, {period}"),
    }
}

/// What stands under the chart: how many of each shape, and in which order.
pub fn margins_caption(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let judged = entry.met + entry.missed;
    let level = entry.level.map_or(String::new(), |level| {
        level_count_text(lang, package, level, judged)
    });
    let (met, missed) = (entry.met, entry.missed);
    match lang {
        Lang::Zh => format!(
            "{level}，由差距最大到余量最大；◇ 未达标 {missed} 个（竖线为差距），圆点为达标 {met} 个"
        ),
        Lang::En => format!(
            "{level}, from the largest shortfall to the widest margin; ◇ not met: {missed} (line: the shortfall), dots: met, {met}"
        ),
    }
}

/// The same under labelled bars.
pub fn margin_bars_caption(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let judged = entry.met + entry.missed;
    let level = entry.level.map_or(String::new(), |level| {
        level_count_text(lang, package, level, judged)
    });
    let (met, missed) = (entry.met, entry.missed);
    match (lang, judged) {
        (_, 0) => String::new(),
        (Lang::Zh, _) => {
            format!("{level}，由差距最大到余量最大；◇ 未达标 {missed} 个，✓ 达标 {met} 个")
        }
        (Lang::En, _) => format!(
            "{level}, from the largest shortfall to the widest margin; ◇ not met: {missed}, ✓ met: {met}"
        ),
    }
}

/// How many areas the chart leaves out, and where the reasons stand; blank where none.
pub fn margins_note(lang: Lang, left_out: usize) -> String {
    match (lang, left_out) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => format!("另有 {count} 个未判定，原因见表格"),
        (Lang::En, count) => format!("{count} more not judged; the table says why"),
    }
}

/// How many rows of a long table are shown.
pub fn first_rows_text(lang: Lang, shown: usize, all: usize) -> String {
    match lang {
        Lang::Zh => format!("列出前 {shown} 个，共 {all} 个。"),
        Lang::En => format!("The first {shown} of {all}."),
    }
}

/// What the broken line of another limit is called.
pub fn tried_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "自设限值",
        Lang::En => "Your limit",
    }
}

/// How the figure of a split is read.
pub fn split_caption(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "每格为一个小区；只看户数，不考虑位置和边界，不是拆分方案",
        Lang::En => {
            "Each piece is a compound. Households alone count, not where compounds lie; not a proposal"
        }
    }
}

/// The bar of an area before its split.
pub fn whole_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "现状",
        Lang::En => "As it is",
    }
}

/// A number of units of a level, short: 5 个小区.
pub fn units_text(lang: Lang, package: &Package, level: LevelId, count: usize) -> String {
    level_count_text(lang, package, level, count)
}

/// The line under the title of the table of areas that miss standards.
pub fn matrix_subtitle(lang: Lang, at: Period) -> String {
    let period = period_text(lang, at);
    match lang {
        Lang::Zh => format!("{period}，现行规范"),
        Lang::En => format!("{period}, standards in force"),
    }
}

/// What is said of a standard, with the place and the standard before it: 示范区，社区规模上限：….
pub fn standard_briefing(lang: Lang, (place, label): (&str, &str), said: &str) -> String {
    match lang {
        Lang::Zh => format!("{place}，{label}：{said}"),
        Lang::En => format!("{place}, {label}: {said}"),
    }
}

/// What the shapes of that table mean.
pub fn matrix_caption(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => {
            "地区名后为未达标项数，由多到少排列；◇ 未达标，✓ 达标，○ 未判定，— 该规范不适用"
        }
        Lang::En => {
            "After each name the number of standards missed, the most first; ◇ not met, ✓ met, ○ not judged, — the standard does not speak of it"
        }
    }
}

/// How many standards an area misses: 3 项.
pub fn missed_count_text(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 项"),
        Lang::En => count.to_string(),
    }
}

/// What chance has to do with the verdicts of a column: those of events and surveys.
pub fn matrix_chance_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "含偶然波动，未作检验",
        Lang::En => "chance has a part; untested",
    }
}

/// How many more areas miss some standard than the table lists; blank where none.
pub fn matrix_note(lang: Lang, more: usize, most_missed: usize) -> String {
    match (lang, more) {
        (_, 0) => String::new(),
        (Lang::Zh, more) => {
            format!(
                "另有 {more} 个未达标项数不超过 {most_missed} 项，未列出；可用“范围”缩小到一个街道"
            )
        }
        (Lang::En, more) => format!(
            "{more} more miss {most_missed} or fewer and are not listed; choose a sub-district to see them"
        ),
    }
}

/// What is said of a cell of that table.
pub fn matrix_cell_text(standard: &str, value: &str, said: &str) -> String {
    mark_text(&[standard, value, said])
}

/// The limit at its line, without a unit that stands at the axis.
pub fn limit_value_text(lang: Lang, standard: &Standard) -> String {
    let unit = standard.unit.get(lang);
    match unit {
        "%" | "‰" => limit_text(lang, standard),
        _ => super::count_text(standard.value),
    }
}

/// What stands above the rows of a downloaded table of standards: title, stamp, banner, package, what
/// the answer says, the address of the view, how its codes stay whole.
pub fn standard_notes(
    lang: Lang,
    package: &Package,
    title: &str,
    said: Vec<String>,
    address: &str,
) -> Vec<String> {
    let mut lines = vec![title.to_string()];
    lines.extend(super::stamp_text(lang, package));
    lines.push(package.descriptor.banner.get(lang).to_string());
    lines.push(super::source_line(lang, package));
    lines.extend(said);
    lines.push(address.to_string());
    lines.push(super::words(lang).codes_as_text.to_string());
    lines.retain(|line| !line.is_empty());
    lines
}
