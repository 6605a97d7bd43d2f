//! Why an area has no stages of cases at a period, in words.

use super::case_sentences::sentence_space;
use super::period_text;
use crate::answer::{NoStages, StagesElsewhere};
use crate::model::{AreaId, Lang, Period, PeriodKind};
use crate::package::Package;

/// Why there are no stages of an area at a period, where there are some elsewhere.
pub fn stages_elsewhere_sentence(
    lang: Lang,
    package: &Package,
    (area, period): (AreaId, Period),
    found: &StagesElsewhere,
) -> String {
    let name = package.areas.get(area).name.get(lang);
    let at = period_text(lang, period);
    match (lang, &found.reason) {
        (Lang::Zh, NoStages::NotYet(from)) => {
            format!("{name} {} 设立，此前无数据。", period_text(lang, *from))
        }
        (Lang::En, NoStages::NotYet(from)) => format!(
            "{name} was set up in {}: there are no figures before.",
            period_text(lang, *from)
        ),
        (_, NoStages::Gone(to, heirs)) => gone_sentence(lang, package, (name, *to), heirs),
        (Lang::Zh, NoStages::OtherKind) => zh!(
            "{at}没有{}公布的事项件数，请改选{}。",
            by_kind(lang, period.kind()),
            kind_asked(lang, found.nearest)
        ),
        (Lang::En, NoStages::OtherKind) => format!(
            "{at}: counts of cases are not published {}; please choose {}.",
            by_kind(lang, period.kind()),
            kind_asked(lang, found.nearest)
        ),
        (Lang::Zh, NoStages::NotThen) => zh!("{at}没有{name}的事项件数，其他时期有。"),
        (Lang::En, NoStages::NotThen) => {
            format!("{at}: no counts of cases for {name}; there are some for other periods.")
        }
        (Lang::Zh, NoStages::NotOfArea) => {
            zh!("没有公布{name}的各环节事项件数，请查看上级地区。")
        }
        (Lang::En, NoStages::NotOfArea) => format!(
            "No counts of cases by stage are published for {name}; please look at the area above it."
        ),
    }
}

fn gone_sentence(
    lang: Lang,
    package: &Package,
    (name, to): (&str, Period),
    heirs: &[AreaId],
) -> String {
    let last = period_text(lang, to);
    let heirs: Vec<&str> = heirs
        .iter()
        .map(|heir| package.areas.get(*heir).name.get(lang))
        .collect();
    let gone = match lang {
        Lang::Zh => zh!("{name}的数据截至 {last}，此后已撤并。"),
        Lang::En => format!("{name} was dissolved after {last}: there are no later figures."),
    };
    if heirs.is_empty() {
        return gone;
    }
    let heirs = match lang {
        Lang::Zh => zh!("原辖区现属{}。", heirs.join("、")),
        Lang::En => format!("Its territory is now {}.", heirs.join(" and ")),
    };
    [gone, heirs].join(sentence_space(lang))
}

/// By which kind of period: 按季, by quarter.
fn by_kind(lang: Lang, kind: PeriodKind) -> &'static str {
    let (zh, en) = match kind {
        PeriodKind::Month => ("按月", "by month"),
        PeriodKind::Quarter => ("按季", "by quarter"),
        PeriodKind::Half => ("按半年", "by half-year"),
        PeriodKind::Year => ("按年", "by year"),
        PeriodKind::Interval => ("按区间", "for spans of months"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The kind of period to choose instead.
fn kind_asked(lang: Lang, nearest: Option<Period>) -> &'static str {
    let (zh, en) = match nearest.map(Period::kind) {
        Some(PeriodKind::Month) => ("月份", "a month"),
        Some(PeriodKind::Quarter) => ("季度", "a quarter"),
        Some(PeriodKind::Half) => ("半年", "a half-year"),
        Some(PeriodKind::Year) => ("年度", "a year"),
        Some(PeriodKind::Interval) | None => ("其他时期", "another period"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The link to the nearest period that has stages: 查看 2026 年 3 月.
pub fn see_period_text(lang: Lang, period: Period) -> String {
    let period = period_text(lang, period);
    match lang {
        Lang::Zh => format!("查看 {period}"),
        Lang::En => format!("See {period}"),
    }
}
