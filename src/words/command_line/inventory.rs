//! Titles and sentences of what there is: coverage, cases, organisation, standards.

use crate::answer::{
    CaseFlow, CentreTier, Counted, Coverage, LevelCount, MeetingPeriod, NoCoverage, Organisation,
    OrganisationShare,
};
use crate::model::{AreaId, Lang, Period};
use crate::package::Package;
use crate::words::{
    case_rate_text, count_text, level_count_text, level_text, no_conversion_text, not_judged_text,
    per_cent_text, period_text,
};

/// So many areas are named in a sentence.
const MOST_NAMED: usize = 10;

/// Names of areas, the first ten.
fn names_text(lang: Lang, package: &Package, areas: &[AreaId]) -> String {
    let named = areas.iter().take(MOST_NAMED);
    let names: Vec<&str> = named
        .map(|it| package.areas.get(*it).name.get(lang))
        .collect();
    let more = areas.len().saturating_sub(MOST_NAMED);
    match (lang, more) {
        (Lang::Zh, 0) => names.join("、"),
        (Lang::Zh, _) => format!("{}等 {} 个", names.join("、"), areas.len()),
        (Lang::En, 0) => names.join(", "),
        (Lang::En, _) => format!("{} and {more} more", names.join(", ")),
    }
}

/// What an answer is about, where it is of one area and one period: 示范区组织覆盖 · 2026 年 3 月.
pub fn area_title(
    lang: Lang,
    package: &Package,
    about: &str,
    area: AreaId,
    period: Period,
) -> String {
    let (area, period) = (
        package.areas.get(area).name.get(lang),
        period_text(lang, period),
    );
    match lang {
        Lang::Zh => format!("{area}{about} · {period}"),
        Lang::En => format!("{about}, {area} · {period}"),
    }
}

/// What a coverage says, a sentence each.
pub fn coverage_sentences(lang: Lang, package: &Package, found: &Coverage) -> Vec<String> {
    if let Err(reason) = found.basis {
        return vec![no_coverage_text(lang, reason).to_string()];
    }
    let mut said = Vec::new();
    let whole = &found.whole;
    if let (Some(numerator), Some(denominator), Some(share)) =
        (whole.numerator, whole.denominator, whole.share)
    {
        let missing = count_text(whole.missing.unwrap_or(0.0));
        let (numerator, denominator) = (count_text(numerator), count_text(denominator));
        let share = per_cent_text(share);
        said.push(match lang {
            Lang::Zh => {
                format!("共 {denominator}，已覆盖 {numerator}（{share}），尚缺 {missing}。")
            }
            Lang::En => {
                format!("{numerator} of {denominator} covered ({share}); {missing} missing.")
            }
        });
    }
    let sum = &found.sum;
    if sum.is_partial() {
        let known = sum.known;
        let all = level_count_text(lang, package, found.question.level, sum.all);
        said.push(match lang {
            Lang::Zh => format!("{all}中 {known} 个有数值，合计不完整。"),
            Lang::En => format!("{known} of {all} have figures: the sum is partial."),
        });
    }
    let over: Vec<AreaId> = found
        .rows
        .iter()
        .filter(|it| it.over.is_some())
        .map(|it| it.area)
        .collect();
    if !over.is_empty() {
        let names = names_text(lang, package, &over);
        said.push(match lang {
            Lang::Zh => format!("超过 100%，数据有误：{names}。"),
            Lang::En => format!("Over 100%, so the data is wrong: {names}."),
        });
    }
    said
}

fn no_coverage_text(lang: Lang, reason: NoCoverage) -> &'static str {
    let (zh, en) = match reason {
        NoCoverage::NotInventory => (
            "不作覆盖分析：该指标是事件或调查，请用 compare。",
            "No coverage: this counts events or a survey; ask compare.",
        ),
        NoCoverage::NotPartOfWhole => (
            "不作覆盖分析：该指标不是整体中的一部分。",
            "No coverage: this is no part of a whole.",
        ),
        NoCoverage::NoUnits => (
            "不作覆盖分析：下级没有逐个单位的数据。",
            "No coverage: no unit below has a row of its own.",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What is said of the cases of an area beside the table of stages: why nothing passes on, or the
/// rates; what does not add up.
pub fn case_sentences(lang: Lang, flow: &CaseFlow) -> Vec<String> {
    let mut said = Vec::new();
    let (colon, stop) = match lang {
        Lang::Zh => ("：", "。"),
        Lang::En => (": ", "."),
    };
    said.extend(
        flow.no_conversion
            .map(|it| no_conversion_text(lang, it).to_string()),
    );
    for rate in &flow.rates {
        let counts = rate.counts.map_or(String::new(), |(above, below)| {
            let (above, below) = (count_text(above), count_text(below));
            match lang {
                Lang::Zh => format!("（{above}/{below}）"),
                Lang::En => format!(" ({above}/{below})"),
            }
        });
        let (name, share) = (case_rate_text(lang, rate.name), per_cent_text(rate.share));
        said.push([name, colon, &share, &counts, stop].concat());
    }
    if !flow.faults.is_empty() {
        let count = flow.faults.len();
        said.push(match lang {
            Lang::Zh => format!("各环节之间有 {count} 处对不上，详见 JSON。"),
            Lang::En => format!("{count} stages do not add up; the JSON says which."),
        });
    }
    said
}

/// A level and what is empty in it.
fn level_sentence(lang: Lang, package: &Package, found: &LevelCount) -> String {
    let all = level_count_text(lang, package, found.level, found.count);
    let empty: Vec<AreaId> = found.empty.iter().map(|it| it.area).collect();
    let next = found.next.map(|it| level_text(lang, package, it));
    match (next.filter(|_| !empty.is_empty()), lang) {
        (None, Lang::Zh) => format!("{all}。"),
        (None, Lang::En) => format!("{all}."),
        (Some(next), Lang::Zh) => {
            format!(
                "{all}，其中没有{next}的：{}。",
                names_text(lang, package, &empty)
            )
        }
        (Some(next), Lang::En) => {
            format!(
                "{all}; without {next}: {}.",
                names_text(lang, package, &empty)
            )
        }
    }
}

/// What is said of an area's organisation, a sentence each: levels, orphans, shares, centres, and
/// the newest meetings.
pub fn organisation_sentences(lang: Lang, package: &Package, found: &Organisation) -> Vec<String> {
    let levels = found.levels.iter();
    let mut said: Vec<String> = levels.map(|it| level_sentence(lang, package, it)).collect();
    said.push(orphans_sentence(lang, package, &found.orphans));
    let shares = found.shares.iter();
    said.extend(shares.map(|it| share_sentence(lang, package, it)));
    let centres = found.centres.iter();
    said.extend(centres.map(|it| centres_sentence(lang, package, it)));
    for requirement in &found.meetings {
        let label = requirement.standard.label.get(lang);
        let newest = requirement.periods.first();
        said.extend(newest.map(|it| meetings_sentence(lang, package, label, it)));
    }
    said.retain(|text| !text.is_empty());
    said
}

/// Areas whose parent cannot be found; blank where there are none.
fn orphans_sentence(lang: Lang, package: &Package, orphans: &[AreaId]) -> String {
    let names = names_text(lang, package, orphans);
    match lang {
        _ if orphans.is_empty() => String::new(),
        Lang::Zh => format!("找不到上级的地区：{names}。"),
        Lang::En => format!("Areas whose parent cannot be found: {names}."),
    }
}

/// Organisations beside the units that should each have one.
fn share_sentence(lang: Lang, package: &Package, found: &OrganisationShare) -> String {
    let label = |id| package.indicators.get(id).label.get(lang);
    let number = |total: &crate::answer::Total| match total.reading.value.number() {
        Some(number) => count_text(number),
        None => "–".to_string(),
    };
    let (have, all) = (number(&found.have), number(&found.all));
    let (organisations, units) = (label(found.organisations), label(found.units));
    let lacking = found
        .lacking_at_least
        .filter(|it| *it > 0.0)
        .map(count_text);
    match (lang, lacking) {
        (Lang::Zh, None) => format!("{organisations} {have}，{units} {all}。"),
        (Lang::Zh, Some(lacking)) => {
            format!("{organisations} {have}，{units} {all}：至少 {lacking} 个没有。")
        }
        (Lang::En, None) => format!("{organisations} {have}, {units} {all}."),
        (Lang::En, Some(lacking)) => {
            format!("{organisations} {have}, {units} {all}: at least {lacking} without.")
        }
    }
}

/// Centres reported beside those expected, and which areas make the difference.
fn centres_sentence(lang: Lang, package: &Package, found: &CentreTier) -> String {
    let label = package.indicators.get(found.indicator).label.get(lang);
    let reported = found.total.reading.value.number();
    let reported = reported.map_or("–".to_string(), count_text);
    let expected = found.expected.map_or("–".to_string(), |it| it.to_string());
    let without: Vec<AreaId> = found.without.iter().map(|it| it.area).collect();
    let without = match (lang, without.is_empty()) {
        (_, true) => String::new(),
        (Lang::Zh, false) => format!("；缺：{}", names_text(lang, package, &without)),
        (Lang::En, false) => format!("; missing in {}", names_text(lang, package, &without)),
    };
    match lang {
        Lang::Zh => format!("{label}：上报 {reported}，应有 {expected}{without}。"),
        Lang::En => format!("{label}: {reported} reported, {expected} expected{without}."),
    }
}

/// Meetings held against those required in one period.
fn meetings_sentence(lang: Lang, package: &Package, label: &str, held: &MeetingPeriod) -> String {
    let period = period_text(lang, held.period);
    let short: Vec<AreaId> = held.short.iter().map(|it| it.area).collect();
    let (enough, count) = (held.enough, short.len());
    let silent = held.silent.map(|it| not_judged_text(lang, it));
    let names = names_text(lang, package, &short);
    match (lang, silent) {
        (Lang::Zh, Some(reason)) => format!("{label}，{period}：未判定（{reason}）。"),
        (Lang::En, Some(reason)) => format!("{label}, {period}: not judged ({reason})."),
        (Lang::Zh, None) if count == 0 => format!("{label}，{period}：达到 {enough} 个。"),
        (Lang::En, None) if count == 0 => format!("{label}, {period}: {enough} held enough."),
        (Lang::Zh, None) => {
            format!("{label}，{period}：达到 {enough} 个，未达到 {count} 个：{names}。")
        }
        (Lang::En, None) => {
            format!("{label}, {period}: {enough} held enough, {count} fewer: {names}.")
        }
    }
}

/// How many units are listed, beside what is published.
pub fn counted_text(lang: Lang, counted: Counted) -> String {
    let (zh, en) = match counted {
        Counted::Units(count) => return count.to_string(),
        Counted::NotRead => ("未读取", "not read"),
        Counted::NotListed => ("未列出", "not listed"),
        Counted::Later => ("该期无名单", "no list of the period"),
    };
    match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }
}
