//! Texts of what splits and mergers did to a series, and to an area that is looked at.

use super::period_text;
use crate::answer::{Boundary, Reorganised, Reshaping};
use crate::model::{AreaId, Lang};
use crate::package::Package;

/// What a split or a merger did to a series.
pub fn boundary_text(lang: Lang, package: &Package, boundary: &Boundary) -> String {
    let (Boundary::Joined { at, .. } | Boundary::Cut { at, .. }) = boundary;
    let at = period_text(lang, *at);
    let (places, reshaping) = match boundary {
        Boundary::Joined { parts, .. } => {
            let names = place_names(lang, package, parts);
            return match lang {
                Lang::Zh => zh!("{at}起为拆分后{names}的合计，沿用原边界"),
                Lang::En => format!("from {at} the sum of {names}, on the old boundary"),
            };
        }
        Boundary::Cut {
            others, reshaping, ..
        } => (place_names(lang, package, others), reshaping),
    };
    match (lang, reshaping) {
        (Lang::Zh, Reshaping::Split) => zh!("{at}由{places}拆分设立，序列自此开始"),
        (Lang::Zh, Reshaping::Merger) => zh!("{at}合并（涉及{places}），序列在此断开"),
        (Lang::Zh, Reshaping::Redrawn) => {
            zh!("{at}边界调整（涉及{places}），序列在此断开")
        }
        (Lang::En, Reshaping::Split) => {
            format!("split off from {places} in {at}, where the series begins")
        }
        (Lang::En, Reshaping::Merger) => format!("cut at {at}, when it was merged ({places})"),
        (Lang::En, Reshaping::Redrawn) => {
            format!("cut at {at}, when the boundary changed ({places})")
        }
    }
}

/// What stands where a boundary changed, short enough for a chart.
pub fn boundary_label(lang: Lang, package: &Package, boundary: &Boundary) -> String {
    let (places, reshaping) = match boundary {
        Boundary::Joined { parts, .. } => {
            let names = place_names(lang, package, parts);
            return match lang {
                Lang::Zh => zh!("拆分，此后为{names}合计"),
                Lang::En => format!("split; from here the sum of {names}"),
            };
        }
        Boundary::Cut {
            others, reshaping, ..
        } => (place_names(lang, package, others), reshaping),
    };
    match (lang, reshaping) {
        (Lang::Zh, Reshaping::Split) => zh!("由{places}拆分设立"),
        (Lang::Zh, Reshaping::Merger) => format!("合并（{places}）"),
        (Lang::Zh, Reshaping::Redrawn) => format!("边界调整（{places}）"),
        (Lang::En, Reshaping::Split) => format!("split off from {places}"),
        (Lang::En, Reshaping::Merger) => format!("merged ({places})"),
        (Lang::En, Reshaping::Redrawn) => format!("boundary changed ({places})"),
    }
}

/// Why an area has no year before, short enough for its small panel: 拆分新设.
pub(super) fn new_boundary_text(lang: Lang, reshaping: Reshaping) -> &'static str {
    match (lang, reshaping) {
        (Lang::Zh, Reshaping::Split) => "拆分新设，无上年",
        (Lang::Zh, Reshaping::Merger) => "合并，无上年",
        (Lang::Zh, Reshaping::Redrawn) => "边界调整",
        (Lang::En, Reshaping::Split) => "new by split",
        (Lang::En, Reshaping::Merger) => "merged",
        (Lang::En, Reshaping::Redrawn) => "new boundary",
    }
}

/// What a split or a merger means for the profile of an area: what stands before the names of the places
/// on the other side, these places, and what stands after them.
pub fn reorganised_notice(
    lang: Lang,
    area: AreaId,
    change: &Reorganised,
) -> (String, Vec<AreaId>, &'static str) {
    let at = period_text(lang, change.at);
    let is_gone = change.from.contains(&area);
    let (before, after) = match (lang, is_gone, change.reshaping()) {
        (Lang::Zh, true, Reshaping::Split) => (format!("{at}拆分为"), "，以下为拆分前数据。"),
        (Lang::Zh, true, Reshaping::Merger) => (format!("{at}并为"), "，以下为合并前数据。"),
        (Lang::Zh, true, Reshaping::Redrawn) => (format!("{at}调整为"), "，以下为调整前数据。"),
        (Lang::Zh, false, Reshaping::Split) => (format!("{at}由"), "拆分设立，此前没有数据。"),
        (Lang::Zh, false, Reshaping::Merger) => (format!("{at}由"), "合并而成。"),
        (Lang::Zh, false, Reshaping::Redrawn) => (format!("{at}由"), "调整而成。"),
        (Lang::En, true, Reshaping::Split) => (
            format!("Split in {at} into "),
            "; the figures below are from before.",
        ),
        (Lang::En, true, Reshaping::Merger) => (
            format!("Merged in {at} as "),
            "; the figures below are from before.",
        ),
        (Lang::En, true, Reshaping::Redrawn) => (
            format!("Became in {at} "),
            "; the figures below are from before.",
        ),
        (Lang::En, false, Reshaping::Split) => (
            format!("Split off in {at} from "),
            "; there are no figures from before.",
        ),
        (Lang::En, false, Reshaping::Merger) => (format!("Merged in {at} from "), "."),
        (Lang::En, false, Reshaping::Redrawn) => (format!("Formed in {at} from "), "."),
    };
    let others = if is_gone { &change.to } else { &change.from };
    (before, others.clone(), after)
}

/// What stands between two names of a list.
pub fn list_comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

fn place_names(lang: Lang, package: &Package, areas: &[AreaId]) -> String {
    let names = areas
        .iter()
        .map(|area| package.areas.get(*area).name.get(lang));
    let names: Vec<&str> = names.collect();
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => " and ",
    })
}
