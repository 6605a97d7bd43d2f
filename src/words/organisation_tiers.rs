//! Service centres by tier and meetings held against those required, in words.

use super::{
    count_text, few_names_text, missing_text, period_text, requirement_text, unit_count_text,
};
use crate::answer::{CentreTier, MeetingPeriod, NoTier, NotJudged};
use crate::model::{AreaId, Lang, Standard};
use crate::package::Package;

/// The centres of all tiers in a sentence; blank where none is published.
pub fn centres_sentence(lang: Lang, package: &Package, tiers: &[CentreTier]) -> String {
    if tiers.is_empty() {
        return String::new();
    }
    let plus = if lang == Lang::Zh { "+" } else { " + " };
    let reported: Vec<String> = tiers
        .iter()
        .map(|tier| {
            tier.total
                .reading
                .value
                .number()
                .map_or("?".to_string(), count_text)
        })
        .collect();
    let expected: Option<Vec<String>> = tiers
        .iter()
        .map(|tier| tier.expected.map(|count| count_text(count as f64)))
        .collect();
    let reported = reported.join(plus);
    let Some(expected) = expected else {
        return match lang {
            Lang::Zh => {
                format!(
                    "党群服务中心上报 {reported} 个；各级单位名单没有公布，无法判断应有多少个。"
                )
            }
            Lang::En => format!(
                "Service centres: {reported} reported. The areas of the tiers are not listed, so how many there should be is not known."
            ),
        };
    };
    let expected = expected.join(plus);
    let without: Vec<AreaId> = tiers
        .iter()
        .flat_map(|tier| &tier.without)
        .map(|it| it.area)
        .collect();
    let names = few_names_text(lang, package, &without);
    match (lang, without.is_empty()) {
        (Lang::Zh, false) => {
            format!(
                "党群服务中心应有 {expected} 个，上报 {reported} 个，缺 {} 个：{names}。",
                without.len()
            )
        }
        (Lang::En, false) => format!(
            "Service centres: {expected} expected, {reported} reported; missing in {names}."
        ),
        (Lang::Zh, true) => format!("党群服务中心应有 {expected} 个，上报 {reported} 个。"),
        (Lang::En, true) => format!("Service centres: {expected} expected, {reported} reported."),
    }
}

/// Why a tier has no expected number; blank where it has one.
pub fn no_tier_text(lang: Lang, tier: &CentreTier) -> &'static str {
    match (tier.tier, lang) {
        (Ok(_), _) => "",
        (Err(NoTier::AreaAlone), Lang::Zh) => "下级单位没有公布，应有数不明",
        (Err(NoTier::AreaAlone), Lang::En) => {
            "the areas below are not published: expected number unknown"
        }
        (Err(NoTier::NotRead), Lang::Zh) => "下级的数字尚未读取",
        (Err(NoTier::NotRead), Lang::En) => "the figures below have not been read",
    }
}

/// What is said of the areas of a tier that are not as expected.
pub fn tier_lists_text(lang: Lang, list: TierList) -> &'static str {
    match (lang, list) {
        (Lang::Zh, TierList::Without) => "缺：",
        (Lang::En, TierList::Without) => "Missing:",
        (Lang::Zh, TierList::Several) => "不止一个：",
        (Lang::En, TierList::Several) => "More than one:",
        (Lang::Zh, TierList::Unknown) => "未公布：",
        (Lang::En, TierList::Unknown) => "Not published:",
    }
}

/// A list of areas of a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TierList {
    /// They report none.
    Without,
    /// They report more than one.
    Several,
    /// They give no exact figure.
    Unknown,
}

/// Meetings held against those required in one period.
pub fn meetings_sentence(
    lang: Lang,
    package: &Package,
    standard: &Standard,
    held: &MeetingPeriod,
) -> String {
    let (label, requirement) = (standard.label.get(lang), requirement_text(lang, standard));
    let period = period_text(lang, held.period);
    if let Some(reason) = held.silent {
        let reason = not_judged_reason(lang, reason);
        return match lang {
            Lang::Zh => format!("{label}（要求 {requirement}），{period}：未判定，{reason}。"),
            Lang::En => {
                format!("{label} ({requirement} required), {period}: not judged, {reason}.")
            }
        };
    }
    let judged = held.enough + held.short.len();
    if judged == 0 {
        return none_judged_text(lang, package, standard, held);
    }
    let level = package.descriptor.level(&standard.level);
    let all = match level {
        Some(level) => unit_count_text(lang, package, level, judged),
        None => judged.to_string(),
    };
    let short: Vec<AreaId> = held.short.iter().map(|row| row.area).collect();
    let names = few_names_text(lang, package, &short);
    let (enough, count) = (count_text(held.enough as f64), short.len());
    match (lang, count) {
        (Lang::Zh, 0) if judged == 1 => zh!("{period}{label}达到要求（{requirement}）。"),
        (Lang::En, 0) if judged == 1 => {
            format!("{label}, {period}: as many as required ({requirement}).")
        }
        (Lang::Zh, 0) => zh!("{period}，{all}的{label}都达到要求（{requirement}）。"),
        (Lang::En, 0) => format!("{label}, {period}: all {all} held enough ({requirement})."),
        (Lang::Zh, _) => zh!(
            "{period}，{all}中 {enough} 个的{label}达到要求（{requirement}），{count} 个未达到：{names}。"
        ),
        (Lang::En, _) => format!(
            "{label}, {period}: {enough} of {all} held enough ({requirement}); {count} held fewer: {names}."
        ),
    }
}

/// Where nothing can be said of any area; blank where there is no area that it is asked of.
fn none_judged_text(
    lang: Lang,
    package: &Package,
    standard: &Standard,
    held: &MeetingPeriod,
) -> String {
    let level = package.descriptor.level(&standard.level);
    let Some(level) = level.filter(|_| !held.not_judged.is_empty()) else {
        return String::new();
    };
    let all = unit_count_text(lang, package, level, held.not_judged.len());
    let (label, period) = (standard.label.get(lang), period_text(lang, held.period));
    let requirement = requirement_text(lang, standard);
    match lang {
        Lang::Zh => zh!("{label}（要求 {requirement}），{period}：{all}均未判定。"),
        Lang::En => format!("{label} ({requirement} required), {period}: none of {all} is judged."),
    }
}

/// Why a requirement judges nobody.
pub fn not_judged_reason(lang: Lang, reason: NotJudged) -> &'static str {
    let (zh, en) = match reason {
        NotJudged::Missing(missing) => return missing_text(lang, missing),
        NotJudged::PackageForbids => (
            "发布方声明不作判定",
            "the publisher states that nothing is to be judged",
        ),
        NotJudged::Borrowed => (
            "标准由其他地区制定，在此不适用",
            "the standard was set by another place",
        ),
        NotJudged::NotInForce => ("当时规范未施行", "the standard was not in force then"),
        NotJudged::Provisional => ("初步数", "the value is provisional"),
        _ => (
            "口径不同，不能比较",
            "the figures cannot be held against it",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A requirement of which no number held is published: 常委会党建专题会议：要求 ≥ 1 次/半年，未公布召开次数.
pub fn unreported_meeting_text(lang: Lang, standard: &Standard) -> String {
    let (label, requirement) = (standard.label.get(lang), requirement_text(lang, standard));
    match lang {
        Lang::Zh => format!("{label}：要求 {requirement}，没有公布实际召开次数"),
        Lang::En => format!("{label}: {requirement} required; the number held is not published"),
    }
}
