//! How the rates of two areas differ, in a sentence: the worse first, then the better, then what differs
//! and is neither, then what cannot be told apart.

use super::case_sentences::held_text;
use super::case_texts::case_rate_text;
use super::number_text;
use crate::answer::{CasePair, HeldAgainst, Verdict};
use crate::model::{AreaId, Lang};
use crate::package::Package;

/// What is said of the rates of one kind: each, and how sure it is.
type Said = Vec<(String, &'static str)>;

/// How the area differs from the one beside it, the worse first; blank where nothing was held apart.
pub fn case_difference_sentence(
    lang: Lang,
    package: &Package,
    pairs: &[CasePair],
    (area, other): (AreaId, AreaId),
) -> String {
    let (mut worse, mut better, mut neither) = (Said::new(), Said::new(), Said::new());
    let mut similar: Vec<String> = Vec::new();
    let mut held = None;
    for pair in pairs {
        let Some(apart) = &pair.difference else {
            continue;
        };
        held = Some(apart.held);
        let part = rate_apart(lang, pair, apart.share);
        match apart.verdict {
            Verdict::MuchWorse => worse.push((part, "99.8%")),
            Verdict::Worse => worse.push((part, "95%")),
            Verdict::MuchBetter => better.push((part, "99.8%")),
            Verdict::Better => better.push((part, "95%")),
            Verdict::Higher | Verdict::Lower => neither.push((part, "95%")),
            Verdict::MuchHigher | Verdict::MuchLower => neither.push((part, "99.8%")),
            Verdict::Similar => similar.push(rate_name(lang, pair)),
            Verdict::NotCompared => {}
        }
    }
    let mut parts = Vec::new();
    if !worse.is_empty() {
        parts.push(format!("▼\u{a0}{}", by_level(lang, &worse)));
    }
    if !better.is_empty() {
        parts.push(format!("▲\u{a0}{}", by_level(lang, &better)));
    }
    if !neither.is_empty() {
        let said = by_level(lang, &neither);
        parts.push(match lang {
            Lang::Zh => format!("○\u{a0}{said}，不分优劣"),
            Lang::En => format!("○\u{a0}{said}, neither good nor bad"),
        });
    }
    if !similar.is_empty() {
        let names = similar.join(if lang == Lang::Zh { "、" } else { ", " });
        parts.push(match lang {
            Lang::Zh => zh!("●\u{a0}{names}未见差别"),
            Lang::En => format!("●\u{a0}no difference shown in {names}"),
        });
    }
    let Some(held) = held.filter(|_| !parts.is_empty()) else {
        return String::new();
    };
    let than = held_text(lang, package, held, other);
    let own = package.areas.get(area).name.get(lang);
    match (lang, held == HeldAgainst::RestOfOwn) {
        (Lang::Zh, false) => zh!("与{than}相比：{}。", parts.join("；")),
        (Lang::Zh, true) => zh!("{own}其余地区与{than}相比：{}。", parts.join("；")),
        (Lang::En, false) => format!("Against {than}: {}.", parts.join("; ")),
        (Lang::En, true) => format!("The rest of {own} against {than}: {}.", parts.join("; ")),
    }
}

fn rate_name(lang: Lang, pair: &CasePair) -> String {
    let name = case_rate_text(lang, pair.name);
    match lang {
        Lang::Zh => name.to_string(),
        Lang::En => name.to_ascii_lowercase(),
    }
}

/// 办结率低 12.4 个百分点
fn rate_apart(lang: Lang, pair: &CasePair, share: f64) -> String {
    let name = rate_name(lang, pair);
    let points = number_text(share.abs() * 100.0, 1);
    match (lang, share > 0.0) {
        (Lang::Zh, true) => zh!("{name}高 {points} 个百分点"),
        (Lang::Zh, false) => zh!("{name}低 {points} 个百分点"),
        (Lang::En, true) => format!("{name} {points} pp higher"),
        (Lang::En, false) => format!("{name} {points} pp lower"),
    }
}

/// What is said, the level of confidence once behind those that share it.
fn by_level(lang: Lang, said: &Said) -> String {
    let mut groups: Vec<(Vec<&str>, &str)> = Vec::new();
    for (text, level) in said {
        match groups.iter_mut().find(|(_, known)| known == level) {
            Some((texts, _)) => texts.push(text),
            None => groups.push((vec![text], level)),
        }
    }
    let comma = if lang == Lang::Zh { "，" } else { ", " };
    let groups = groups.iter().map(|(texts, level)| {
        let texts = texts.join(comma);
        match lang {
            Lang::Zh => format!("{texts}（置信水平 {level}）"),
            Lang::En => format!("{texts} ({level} confidence)"),
        }
    });
    groups.collect::<Vec<String>>().join(comma)
}
