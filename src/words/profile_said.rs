//! What a profile says in a sentence or two: the worst first, how sure, since when; the standards not
//! met, by how much. Never why, and never a reproach: the cause may be the data.

use super::findings::{expected_of, lasting, top_in_sentence};
use super::{
    interval_text, level_count_text, level_text, margin_text, number_text, period_text, singular,
    value_beside, value_with_unit,
};
use crate::answer::{
    ExpectedOf, Finding, Portrait, Profile, ProfileRow, Sign, StandardEntry, StandardRow,
    StandardVerdict, Standards, Verdict, newest_signal_count, standing,
};
use crate::model::{AreaId, Indicator, Lang, Strength};
use crate::package::Package;
use crate::stats::{Side, Signal};

/// As many findings, and as many standards, as are named.
const MOST_NAMED: usize = 2;

/// What matters most of an area, in a sentence or two.
pub fn portrait_sentence(lang: Lang, package: &Package, portrait: &Portrait) -> String {
    let (profile, findings) = (&portrait.profile, &portrait.findings);
    let said = [
        match findings.is_empty() {
            true => nothing_found(lang, package, portrait),
            false => found(lang, package, portrait, findings),
        },
        missed(lang, package, profile.question.area, &portrait.standards),
    ];
    let said: Vec<String> = said.into_iter().filter(|it| !it.is_empty()).collect();
    said.join(match lang {
        Lang::Zh => "",
        Lang::En => " ",
    })
}

/// The line that goes with the picture of a profile: the area, the period, and what it says.
pub fn profile_briefing(lang: Lang, package: &Package, portrait: &Portrait) -> String {
    let area = portrait.profile.question.area;
    let name = package.areas.get(area).name.get(lang);
    let period = portrait.profile.period();
    let period = period.map_or(String::new(), |period| period_text(lang, period));
    let said = portrait_sentence(lang, package, portrait);
    // A sentence that begins with a finding names its period itself, one of its own begins anew.
    match (lang, portrait.findings.is_empty()) {
        (Lang::Zh, true) => format!("{name}（{period}）{said}"),
        (Lang::Zh, false) => format!("{name}：{said}"),
        (Lang::En, true) => format!("{name}, {period}. {said}"),
        (Lang::En, false) => format!("{name}: {said}"),
    }
}

fn found(lang: Lang, package: &Package, portrait: &Portrait, findings: &[Finding]) -> String {
    let named = findings.iter().take(MOST_NAMED);
    // A period is named where it is another than the one before.
    let mut before = None;
    let named: Vec<String> = named
        .map(|finding| {
            let is_dated = before.replace(finding.period) != Some(finding.period);
            finding_part(lang, package, portrait, finding, is_dated)
        })
        .collect();
    let more = findings.len().saturating_sub(MOST_NAMED);
    match (lang, more) {
        (Lang::Zh, 0) => zh!("{}。", named.join("；")),
        (Lang::Zh, _) => zh!("{}；另有 {more} 项。", named.join("；")),
        (Lang::En, 0) => format!("{}.", named.join("; ")),
        (Lang::En, _) => format!("{}; and {more} more.", named.join("; ")),
    }
}

/// 按期办结率 70.1%（63.3–76.0），在 99.8% 置信水平上低于全区的 87.6%，自 2025 年 5 月起已连续 11 个月
fn finding_part(
    lang: Lang,
    package: &Package,
    portrait: &Portrait,
    finding: &Finding,
    is_dated: bool,
) -> String {
    let indicator = package.indicators.get(finding.indicator);
    let label = indicator.label.get(lang);
    let value = value_beside(lang, indicator, &finding.reading);
    let of_row = |row: &&ProfileRow| row.indicator == finding.indicator;
    let row = portrait.profile.rows.iter().find(of_row);
    let interval = row.map_or(String::new(), |row| interval_text(indicator, &row.row));
    let period = match is_dated {
        true => period_text(lang, finding.period),
        false => String::new(),
    };
    let mut parts = vec![match (lang, period.is_empty()) {
        (Lang::Zh, _) => format!("{period}{label} {value}（{interval}）"),
        (Lang::En, true) => format!("{label} {value} ({interval})"),
        (Lang::En, false) => format!("{label} {value} ({interval}) in {period}"),
    }];
    parts.push(apart(lang, package, indicator, finding));
    parts.push(lasting_apart(lang, package, finding));
    parts.push(changed(lang, portrait, finding));
    parts.retain(|part| !part.is_empty());
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

/// 自 2025 年 5 月起已连续 11 个月低于全区（95%）; blank where it has not lasted.
fn lasting_apart(lang: Lang, package: &Package, finding: &Finding) -> String {
    let lasting = lasting(lang, finding);
    let place = expected_of(lang, package, finding);
    let Some(place) = place.filter(|_| !lasting.is_empty()) else {
        return lasting;
    };
    match (lang, finding.excess > 0.0) {
        (Lang::Zh, true) => format!("{lasting}高于{place}（95%）"),
        (Lang::Zh, false) => format!("{lasting}低于{place}（95%）"),
        (Lang::En, true) => format!("above it (95%) {lasting}"),
        (Lang::En, false) => format!("below it (95%) {lasting}"),
    }
}

/// That it has changed from its own past: since when it lies on one side of its mean, where the course
/// shows that. Blank where it has not, and where that has been said.
fn changed(lang: Lang, portrait: &Portrait, finding: &Finding) -> String {
    let is_change = |sign: &Sign| matches!(sign, Sign::Changed { .. });
    if !finding.signs.iter().any(is_change) || finding.benchmark == ExpectedOf::OwnMean {
        return String::new();
    }
    let course = portrait.course.as_ref();
    let course = course.filter(|trend| trend.question.indicator == finding.indicator);
    let shift = course.and_then(|trend| {
        let stands = standing(trend.chart.as_ref().ok()?)?;
        let is_shift = |signal: &&Signal| matches!(signal, Signal::Shift(_));
        let side = stands.signals.iter().find(is_shift)?.side();
        Some((
            side,
            period_text(lang, trend.points.get(stands.since)?.period),
        ))
    });
    match (lang, shift) {
        (Lang::Zh, Some((Side::Below, since))) => format!("且自 {since}起低于自身基线均值"),
        (Lang::Zh, Some((Side::Above, since))) => format!("且自 {since}起高于自身基线均值"),
        (Lang::Zh, None) => "与自身以往相比也已变化".to_string(),
        (Lang::En, Some((Side::Below, since))) => {
            format!("and below its own baseline mean since {since}")
        }
        (Lang::En, Some((Side::Above, since))) => {
            format!("and above its own baseline mean since {since}")
        }
        (Lang::En, None) => "and changed from its own past".to_string(),
    }
}

/// 在 99.8% 置信水平上低于全区的 87.6%; of a change the side of its own mean, of years the trend.
fn apart(lang: Lang, package: &Package, indicator: &Indicator, finding: &Finding) -> String {
    let is_more = finding.excess > 0.0;
    let is_trend = finding
        .signs
        .iter()
        .all(|it| matches!(it, Sign::Years { .. }));
    if is_trend {
        let is_rising = finding.signs.iter().any(|it| {
            matches!(
                it,
                Sign::Years {
                    is_rising: true,
                    ..
                }
            )
        });
        let (zh, en) = match is_rising {
            true => (
                "近五年呈上升趋势（趋势检验，p < 0.002）",
                "on an upward trend over the last five years (test for trend, p < 0.002)",
            ),
            false => (
                "近五年呈下降趋势（趋势检验，p < 0.002）",
                "on a downward trend over the last five years (test for trend, p < 0.002)",
            ),
        };
        return if lang == Lang::Zh { zh } else { en }.to_string();
    }
    let expected = number_text(finding.expected, indicator.decimals);
    let unit = indicator.unit.get(lang);
    let sign = if matches!(unit, "%" | "‰") {
        unit
    } else {
        ""
    };
    let expected = format!("{expected}{sign}");
    let Some(place) = expected_of(lang, package, finding) else {
        return match (lang, is_more) {
            (Lang::Zh, true) => format!("高于自身控制图中线（{expected}）"),
            (Lang::Zh, false) => format!("低于自身控制图中线（{expected}）"),
            (Lang::En, true) => format!("above the centre of its own control chart ({expected})"),
            (Lang::En, false) => format!("below the centre of its own control chart ({expected})"),
        };
    };
    match (lang, is_more) {
        (Lang::Zh, true) => format!("在 99.8% 置信水平上高于{place}的 {expected}"),
        (Lang::Zh, false) => format!("在 99.8% 置信水平上低于{place}的 {expected}"),
        (Lang::En, true) => format!("above {place}’s {expected} at the 99.8% level"),
        (Lang::En, false) => format!("below {place}’s {expected} at the 99.8% level"),
    }
}

/// That nothing stands out, of how many figures, and how many chance alone would put beyond 95 %.
fn nothing_found(lang: Lang, package: &Package, portrait: &Portrait) -> String {
    if !package.descriptor.judged {
        return String::new();
    }
    let tested = portrait.profile.rows.iter().filter(|row| {
        let judged = row.row.judged;
        judged.is_some_and(|judged| judged.against.is_some())
    });
    let mut beyond = 0;
    let mut count = 0;
    for row in tested {
        let polarity = package.indicators.get(row.indicator).polarity;
        count += 1;
        beyond += usize::from(row.row.verdict(polarity, true) != Verdict::Similar);
    }
    let whole = top_in_sentence(lang, package);
    let chance = number_text(count as f64 * 0.05, 1);
    let calm = calm_text(lang, package, portrait);
    match (lang, count) {
        (_, 0) => String::new(),
        (Lang::Zh, 1) => zh!(
            "可检验的指标只有 1 项，在 99.8% 置信水平上未发现偏离{whole}（{}）。{calm}",
            match beyond {
                0 => "也未超出 95% 界限",
                _ => "但超出 95% 界限",
            }
        ),
        (Lang::Zh, _) => zh!(
            "可检验的 {count} 项指标，在 99.8% 置信水平上均未发现偏离{whole}（超出 95% 界限 {beyond} 项，偶然因素下预计约 {chance} 项）。{calm}"
        ),
        (Lang::En, 1) => format!(
            "The one indicator that can be tested is not confirmed to differ from {whole} at the 99.8% level ({}).{calm}",
            match beyond {
                0 => "nor is it beyond 95%",
                _ => "it is beyond 95%",
            }
        ),
        (Lang::En, _) => format!(
            "None of the {count} indicators that can be tested is confirmed to differ from {whole} at the 99.8% level ({beyond} beyond 95%; about {chance} by chance alone).{calm}"
        ),
    }
}

/// That the course that is shown has older signals, but none of late. Blank where it has none at all.
fn calm_text(lang: Lang, package: &Package, portrait: &Portrait) -> String {
    let course = portrait.course.as_ref();
    let shown = course.and_then(|trend| Some((trend, trend.chart.as_ref().ok()?)));
    let Some((trend, chart)) = shown else {
        return String::new();
    };
    let has_older = chart.signals.iter().any(|it| !it.is_empty());
    if !has_older || newest_signal_count(chart) > 0 {
        return String::new();
    }
    let label = package
        .indicators
        .get(trend.question.indicator)
        .label
        .get(lang);
    match lang {
        Lang::Zh => zh!("{label}近 3 期无信号。"),
        Lang::En => format!(" {label}: no signal in the last 3 periods."),
    }
}

/// The standards that are not met: by the area itself with what is short, or by how many of those
/// inside it. Targets that are only planned come after those in force.
fn missed(lang: Lang, package: &Package, area: AreaId, standards: &Standards) -> String {
    let own = standards.entries.iter().filter_map(|entry| {
        let row = entry.row_of(area)?;
        Some((entry, row))
    });
    let own: Vec<(&StandardEntry, &StandardRow)> = own.collect();
    let is_judged = |row: &StandardRow| !matches!(row.verdict, StandardVerdict::NotJudged(_));
    let judged = own.iter().filter(|(_, row)| is_judged(row)).count();
    if judged == 0 {
        return missed_inside(lang, package, standards);
    }
    let is_missed = |row: &StandardRow| row.verdict == StandardVerdict::Missed;
    let missed = own.iter().filter(|(_, row)| is_missed(row));
    let binding = missed
        .clone()
        .filter(|(entry, _)| entry.standard.strength != Strength::Planned);
    let planned = missed.filter(|(entry, _)| entry.standard.strength == Strength::Planned);
    let name = |(entry, row): &(&StandardEntry, &StandardRow)| {
        let label = entry.standard.label.get(lang);
        let value = entry.indicator.map(|id| {
            let indicator = package.indicators.get(id);
            value_with_unit(lang, indicator, &row.total.reading)
        });
        let (value, margin) = (
            value.unwrap_or_default(),
            margin_text(lang, package, entry, row),
        );
        match lang {
            Lang::Zh => format!("{label}（{value}，{margin}）"),
            Lang::En => format!("{label} ({value}, {margin})"),
        }
    };
    let binding: Vec<String> = binding.map(name).collect();
    let planned: Vec<String> = planned.map(name).collect();
    let listed = |names: &[String]| {
        let shown = names.iter().take(MOST_NAMED).cloned();
        let shown: Vec<String> = shown.collect();
        shown.join(if lang == Lang::Zh { "、" } else { ", " })
    };
    let mut parts = Vec::new();
    if !binding.is_empty() {
        let (count, names) = (binding.len(), listed(&binding));
        parts.push(match lang {
            Lang::Zh => format!("未达到规范 {count} 项：{names}"),
            Lang::En if count == 1 => format!("1 standard not met: {names}"),
            Lang::En => format!("{count} standards not met: {names}"),
        });
    }
    if !planned.is_empty() {
        let (count, names) = (planned.len(), listed(&planned));
        parts.push(match lang {
            Lang::Zh => format!("未达到计划目标 {count} 项：{names}"),
            Lang::En if count == 1 => format!("1 planned target not met: {names}"),
            Lang::En => format!("{count} planned targets not met: {names}"),
        });
    }
    match (lang, parts.is_empty()) {
        (Lang::Zh, true) => format!("已判定的 {judged} 项规范全部达到。"),
        (Lang::En, true) if judged == 1 => "The one standard judged is met.".to_string(),
        (Lang::En, true) => format!("All {judged} standards judged are met."),
        (Lang::Zh, false) => format!("{}。", parts.join("；")),
        (Lang::En, false) => format!("{}.", parts.join("; ")),
    }
}

/// 辖内 17 个社区中，网格党小组全覆盖 5 个未达到、…
fn missed_inside(lang: Lang, package: &Package, standards: &Standards) -> String {
    let mut missed: Vec<&StandardEntry> = standards
        .entries
        .iter()
        .filter(|entry| entry.missed > 0 && entry.standard.strength != Strength::Planned)
        .collect();
    crate::model::sort_by(&mut missed, |one, other| other.missed.cmp(&one.missed));
    let named = missed.iter().take(MOST_NAMED).filter_map(|entry| {
        let level = entry.level?;
        let label = entry.standard.label.get(lang);
        let (count, all) = (entry.missed, entry.met + entry.missed);
        let all = level_count_text(lang, package, level, all);
        Some(match lang {
            Lang::Zh => zh!("{label}（{all}中 {count} 个）"),
            Lang::En => format!("{label} ({count} of {all})"),
        })
    });
    let named: Vec<String> = named.collect();
    let level = missed.first().and_then(|entry| entry.level);
    match (lang, level) {
        (_, None) => String::new(),
        (Lang::Zh, Some(level)) => {
            let level = level_text(lang, package, level);
            zh!("辖内未达标{level}较多的规范：{}。", named.join("、"))
        }
        (Lang::En, Some(level)) => {
            let level = level_text(lang, package, level);
            format!(
                "Standards most often missed by {level} inside: {}.",
                named.join(", ")
            )
        }
    }
}

/// Where there is no spine chart: why.
pub fn no_chart_of_profile(lang: Lang, package: &Package, profile: &Profile) -> String {
    let area = profile.question.area;
    let is_top = package.areas.get(area).parent.is_none();
    let is_ranked = profile.rows.iter().any(|row| row.row.rank.is_some());
    let level = singular(&level_text(lang, package, package.areas.get(area).level));
    match (lang, package.descriptor.judged, is_top) {
        (Lang::Zh, false, _) => "发布方声明不排名、不判定，以下只列数值和出处。".to_string(),
        (Lang::En, false, _) => {
            "The publisher states that nothing is to be ranked or judged: figures and their sources only.".to_string()
        }
        (Lang::Zh, true, true) => "已是最高层级，无上级可比，只列数值和同比。".to_string(),
        (Lang::En, true, true) => {
            "This is the highest level, with nothing above to compare with: figures and their change vs a year earlier.".to_string()
        }
        (Lang::Zh, true, false) if is_ranked => {
            "没有指标可与整体同尺度对照，以下列数值和位次。".to_string()
        }
        (Lang::En, true, false) if is_ranked => {
            "No indicator can be drawn against the whole on one scale: figures and ranks only.".to_string()
        }
        (Lang::Zh, true, false) => zh!("没有可与其他{level}比较的指标，以下只列数值。"),
        (Lang::En, true, false) => {
            "No indicator can be compared with other areas: figures only.".to_string()
        }
    }
}
