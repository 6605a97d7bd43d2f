//! Texts of revisions: what a value was before, and the package as it stood on a day.

use super::as_of::line_of;
use super::{count_text, period_text, signed_text, value_with_unit, words};
use crate::answer::{Reading, figure_of, is_left_out};
use crate::model::{Lang, Missing, RevisedFigure, Revision, Value};
use crate::package::{AsOf, Package};

/// Fixed texts of revisions.
pub struct RevisionWords {
    /// The heading of their section and of their list.
    pub heading: &'static str,
    /// What stands above their table.
    pub lead: &'static str,
    /// Heads of the table's columns.
    pub date: &'static str,
    /// What stood before.
    pub old: &'static str,
    /// What stands since.
    pub new: &'static str,
    /// The difference.
    pub change: &'static str,
    /// Why.
    pub reason: &'static str,
    /// Label of the choice of a day.
    pub choose: &'static str,
    /// The first choice: the data as it is.
    pub today: &'static str,
    /// Label of the field for any day.
    pub any_day: &'static str,
    /// The way back from an earlier state.
    pub back: &'static str,
    /// The way to the state before a revision.
    pub before: &'static str,
    /// The state in force.
    pub viewed: &'static str,
    /// Marks a value that was published otherwise before.
    pub mark: &'static str,
    /// There was no value.
    pub none: &'static str,
}

const ZH: RevisionWords = RevisionWords {
    heading: "修订",
    lead: "已公布的数后来改动的，逐条列出，最近的在前。可以按某一天时的数据查看所有页面：此后公布的修订不计入，到这一天尚未结束的时期不显示；没有修订记录而后来补上的行仍会显示，指标定义、规范和地区名单也是现在的。",
    date: "修订日期",
    old: "原为",
    new: "改为",
    change: "变动",
    reason: "原因",
    choose: "按某日时的数据查看",
    today: "当前数据",
    any_day: "其他日期",
    back: "回到当前数据",
    before: "查看修订前",
    viewed: "正在查看",
    mark: "有修订",
    none: "无",
};

const EN: RevisionWords = RevisionWords {
    heading: "Revisions",
    lead: "Published values that were changed later, the newest first. All pages can show the data as it stood on a day: revisions released later are left out, and periods that had not ended by then are not shown. Rows added later without a revision entry still show, and definitions, standards and areas are those of now.",
    date: "Revised on",
    old: "Was",
    new: "Became",
    change: "Change",
    reason: "Reason",
    choose: "View the data as of",
    today: "Current data",
    any_day: "Another day",
    back: "Back to the current data",
    before: "View before this revision",
    viewed: "Shown now",
    mark: "revised",
    none: "none",
};

/// The fixed texts of revisions.
pub fn revision_words(lang: Lang) -> &'static RevisionWords {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// The notice above every page that shows an earlier state.
pub fn as_of_notice(lang: Lang, package: &Package) -> Option<String> {
    let state: &AsOf = package.as_of.as_ref()?;
    let mut text = line_of(lang, state);
    if state.is_unread {
        return Some(text);
    }
    if state.hides_periods {
        text.push_str(match lang {
            Lang::Zh => "；到这一天尚未结束的时期不显示",
            Lang::En => "; periods that had not ended by then are not shown",
        });
    }
    if state.bare > 0 {
        let count = state.bare;
        text.push_str(&match lang {
            Lang::Zh => format!("；其中 {count} 个数没有当时的分子和分母，没有区间，也不能合计"),
            Lang::En if count == 1 => {
                "; 1 value has no numerator and denominator of that time, hence no interval and no place in a sum".to_string()
            }
            Lang::En => format!(
                "; {count} values have no numerator and denominator of that time, hence no interval and no place in a sum"
            ),
        });
    }
    Some(text)
}

/// A figure before or after a revision: 87.1%, or that there was none.
pub fn revised_figure_text(
    lang: Lang,
    package: &Package,
    about: &Revision,
    figure: &RevisedFigure,
) -> String {
    let reading: Reading = figure_of(figure);
    match reading.value {
        Value::Missing(Missing::NoRow) => revision_words(lang).none.to_string(),
        _ => value_with_unit(lang, package.indicators.get(about.indicator), &reading),
    }
}

/// Its counts: 151 / 187; blank where they are not known.
pub fn revised_counts_text(figure: &RevisedFigure) -> String {
    match figure.numerator.zip(figure.denominator) {
        Some((numerator, denominator)) => {
            format!("{} / {}", count_text(numerator), count_text(denominator))
        }
        None => String::new(),
    }
}

/// New less old, with its sign; blank where one of them is not there.
pub fn revision_change_text(lang: Lang, package: &Package, about: &Revision) -> String {
    let indicator = package.indicators.get(about.indicator);
    let Some(change) = about
        .new
        .value
        .zip(about.old.value)
        .map(|(new, old)| new - old)
    else {
        return String::new();
    };
    let number = signed_text(indicator, change);
    match (indicator.is_percentage(), lang) {
        (true, Lang::Zh) => format!("{number} 个百分点"),
        (true, Lang::En) => format!("{number} pp"),
        _ => number,
    }
}

/// What a value was before: 此前为 87.1%（2026-01-08 更正：漏报补录）. Where the revision came after the day
/// that is shown, what it became then.
pub fn earlier_value_text(lang: Lang, package: &Package, about: &Revision) -> String {
    let is_later = is_left_out(package, about);
    let figure = if is_later { &about.new } else { &about.old };
    let value = revised_figure_text(lang, package, about, figure);
    let (day, reason) = (about.released, about.reason.get(lang));
    let (first, withdrawn) = (about.old.is_none(), about.new.is_none());
    match lang {
        Lang::Zh => {
            let reason = if reason.is_empty() {
                String::new()
            } else {
                format!("：{reason}")
            };
            match (is_later, first, withdrawn) {
                (false, true, _) => format!("此前未公布（{day} 首次公布{reason}）"),
                (false, false, true) => format!("此前为 {value}（{day} 撤回{reason}）"),
                (false, false, false) => format!("此前为 {value}（{day} 更正{reason}）"),
                (true, _, true) => format!("后来撤回（{day}{reason}）"),
                (true, _, false) => format!("后来改为 {value}（{day} 更正{reason}）"),
            }
        }
        Lang::En => {
            let reason = if reason.is_empty() {
                String::new()
            } else {
                format!(": {reason}")
            };
            match (is_later, first, withdrawn) {
                (false, true, _) => {
                    format!("Not published before (first published on {day}{reason})")
                }
                (false, false, true) => format!("Previously {value} (withdrawn on {day}{reason})"),
                (false, false, false) => format!("Previously {value} (corrected on {day}{reason})"),
                (true, _, true) => format!("Withdrawn later (on {day}{reason})"),
                (true, _, false) => format!("Later {value} (corrected on {day}{reason})"),
            }
        }
    }
}

/// The period of a revision, with the category where it is of one.
pub fn revision_period_text(lang: Lang, package: &Package, about: &Revision) -> String {
    let mut parts = vec![period_text(lang, about.period)];
    let dimensions = package.descriptor.dimensions.iter().zip(&about.category);
    let named = dimensions.filter(|(_, value)| !value.is_empty());
    parts
        .extend(named.map(|(dimension, value)| dimension.value_label(value).get(lang).to_string()));
    parts.join(" · ")
}

/// The mark of a value that was published otherwise before, in the table's quieter second line.
pub fn with_revised_mark(lang: Lang, second: String) -> String {
    let mark = revision_words(lang).mark;
    match second.is_empty() {
        true => mark.to_string(),
        false => format!("{second} · {mark}"),
    }
}

/// What stands above the rows of the downloaded table of revisions.
pub fn revision_notes(lang: Lang, package: &Package, address: &str) -> Vec<String> {
    let mut lines = vec![
        [
            package.descriptor.title.get(lang),
            " · ",
            revision_words(lang).heading,
        ]
        .concat(),
    ];
    lines.extend(super::stamp_text(lang, package));
    lines.push(package.descriptor.banner.get(lang).to_string());
    lines.push(super::source_line(lang, package));
    lines.push(address.to_string());
    lines.push(words(lang).codes_as_text.to_string());
    lines.retain(|line| !line.is_empty());
    lines
}
