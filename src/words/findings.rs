//! Findings as sentences: who, what, how sure, how many cases, since when. Never why, and never a
//! reproach: the cause may be the data.

use super::names::in_sentence;
use super::{
    benchmark_text, level_count_text, level_text, listed_areas_text, number_text, period_text,
    requirement_text, singular, value_beside, value_with_unit, with_unit,
};
use crate::answer::{ExpectedOf, Finding, Findings, LEAST_DENOMINATOR, Shortfall, Sign};
use crate::model::{Indicator, Lang, Period, PeriodKind, Polarity, Standard, Theme};
use crate::package::Package;
use crate::stats::Side;

/// One finding in one sentence, for a page, a briefing and a file.
pub fn finding_text(lang: Lang, package: &Package, finding: &Finding) -> String {
    let parts = [
        stated(lang, package, finding),
        apart(lang, package, finding),
        changed(lang, package, finding),
        lasting_on_side(lang, package, finding),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    match lang {
        Lang::Zh => zh!("{}。", parts.join("，")),
        Lang::En => format!("{}.", parts.join("; ")),
    }
}

/// Areas that do not meet a standard, in one sentence: how many of how many, what is short in all,
/// the furthest from it.
pub fn shortfall_text(lang: Lang, package: &Package, shortfall: &Shortfall) -> String {
    let indicator = package.indicators.get(shortfall.indicator);
    let standard = &shortfall.standard;
    let requirement = requirement_text(lang, standard);
    let period = period_text(lang, shortfall.period);
    let judged = level_entry(lang, package, shortfall);
    let missed = shortfall.missed.len();
    let short = shortfall
        .short
        .map(|short| number_text(short, u8::from(short.fract() != 0.0)));
    let furthest = shortfall.missed.iter().take(NAMED).map(|row| {
        let name = package.areas.get(row.area).name.get(lang);
        let value = value_with_unit(lang, indicator, &row.total.reading);
        match lang {
            Lang::Zh => format!("{name} {value}"),
            Lang::En => format!("{name} ({value})"),
        }
    });
    let furthest: Vec<String> = furthest.collect();
    let is_all = missed <= NAMED;
    let label = standard.label.get(lang);
    let since = period_of_standard(lang, standard);
    match lang {
        Lang::Zh => {
            let short = short.map_or(String::new(), |short| format!("，分子合计还差 {short}"));
            let furthest = furthest.join("、");
            let furthest = match is_all {
                true => format!("：{furthest}"),
                false => format!("，差距最大的是{furthest}"),
            };
            zh!(
                "{period}，{judged}中 {missed} 个未达到“{label}”（{requirement}{since}）{short}{furthest}。"
            )
        }
        Lang::En => {
            let short = short.map_or(String::new(), |short| {
                format!(", the numerators {short} short in all")
            });
            let furthest = furthest.join(", ");
            let furthest = match is_all {
                true => format!(": {furthest}"),
                false => format!("; furthest from it: {furthest}"),
            };
            format!(
                "{period}: {missed} of {judged} do not meet “{label}” ({requirement}{since}){short}{furthest}."
            )
        }
    }
}

/// As many areas as are named in a sentence.
const NAMED: usize = 3;

fn level_entry(lang: Lang, package: &Package, shortfall: &Shortfall) -> String {
    let level = package.descriptor.level(&shortfall.standard.level);
    level.map_or(String::new(), |level| {
        level_count_text(lang, package, level, shortfall.judged_count)
    })
}

/// Since when a standard holds: ，2024 年 1 月起施行. Blank where that is not said.
fn period_of_standard(lang: Lang, standard: &Standard) -> String {
    let Some(from) = Period::parse(&standard.effective_from) else {
        return String::new();
    };
    let from = period_text(lang, from);
    match lang {
        Lang::Zh => format!("，{from}起施行"),
        Lang::En => format!(", in force since {from}"),
    }
}

/// 乙01社区 2026 年 3 月按期办结率 70.1%（138/197，95% 区间 63.3%–76.0%）
fn stated(lang: Lang, package: &Package, finding: &Finding) -> String {
    let indicator = package.indicators.get(finding.indicator);
    let area = package.areas.get(finding.area).name.get(lang);
    let label = indicator.label.get(lang);
    let period = period_text(lang, finding.period);
    let value = value_beside(lang, indicator, &finding.reading);
    let count = |number: Option<f64>| number.map_or(String::new(), super::count_text);
    let (above, below) = (
        count(finding.reading.numerator),
        count(finding.reading.denominator),
    );
    let lower = number_in_unit(lang, indicator, finding.interval_95.lower, true);
    let upper = number_in_unit(lang, indicator, finding.interval_95.upper, true);
    match lang {
        Lang::Zh => {
            format!("{area} {period}{label} {value}（{above}/{below}，95% 区间 {lower}–{upper}）")
        }
        Lang::En => format!(
            "{area}, {period}: {label} {value} ({above}/{below}; 95% interval {lower} to {upper})"
        ),
    }
}

/// 在 99.8% 置信水平上低于全区的 87.6%，比按全区水平推算少约 34 件
fn apart(lang: Lang, package: &Package, finding: &Finding) -> String {
    let indicator = package.indicators.get(finding.indicator);
    let expected = number_in_unit(lang, indicator, finding.expected, true);
    let is_more = finding.excess > 0.0;
    let cases = cases_text(lang, indicator, finding.excess.abs());
    let is_trend = finding
        .signs
        .iter()
        .all(|it| matches!(it, Sign::Years { .. }));
    if is_trend {
        return match (lang, is_more) {
            (Lang::Zh, true) => format!("比五年合计的 {expected} 多约 {cases}"),
            (Lang::Zh, false) => format!("比五年合计的 {expected} 少约 {cases}"),
            (Lang::En, true) => {
                format!("about {cases} more than at the {expected} of all five years")
            }
            (Lang::En, false) => {
                format!("about {cases} fewer than at the {expected} of all five years")
            }
        };
    }
    let Some(place) = expected_of(lang, package, finding) else {
        return match (lang, is_more) {
            (Lang::Zh, true) => format!("比控制图中线（{expected}）多约 {cases}"),
            (Lang::Zh, false) => format!("比控制图中线（{expected}）少约 {cases}"),
            (Lang::En, true) => {
                format!(
                    "about {cases} more than at the centre line of its control chart, {expected}"
                )
            }
            (Lang::En, false) => {
                format!(
                    "about {cases} fewer than at the centre line of its control chart, {expected}"
                )
            }
        };
    };
    match (lang, is_more) {
        (Lang::Zh, true) => {
            format!("在 99.8% 置信水平上高于{place}的 {expected}，按后者推算多约 {cases}")
        }
        (Lang::Zh, false) => {
            format!("在 99.8% 置信水平上低于{place}的 {expected}，按后者推算少约 {cases}")
        }
        (Lang::En, true) => format!(
            "above {place} ({expected}) at the 99.8% level, about {cases} more than at that rate"
        ),
        (Lang::En, false) => format!(
            "below {place} ({expected}) at the 99.8% level, about {cases} fewer than at that rate"
        ),
    }
}

/// 控制图出现信号，且近三个月与上年同期的差异达到 99.8% 置信水平
fn changed(lang: Lang, package: &Package, finding: &Finding) -> String {
    let mut parts: Vec<String> = Vec::new();
    for sign in &finding.signs {
        let (zh, en) = match sign {
            Sign::Apart => continue,
            Sign::Changed {
                season_excluded: true,
                ..
            } => {
                let whole = top_in_sentence(lang, package);
                parts.push(match lang {
                    Lang::Zh => format!("与{whole}同月相比已发生变化（控制图信号，且与上年同期的差异达到 99.8% 置信水平）"),
                    Lang::En => format!("changed relative to {whole} in the same months (control chart signal, and different from the year before at the 99.8% level)"),
                });
                continue;
            }
            Sign::Changed { .. } => (
                "已发生变化（控制图信号，且与上年同期的差异达到 99.8% 置信水平，不排除季节影响）",
                "changed (control chart signal, and different from the year before at the 99.8% level; season not excluded)",
            ),
            Sign::Years {
                is_rising: true, ..
            } => (
                "近五年呈上升趋势（趋势检验，p < 0.002）",
                "an upward trend over the last five years (test for trend, p < 0.002)",
            ),
            Sign::Years { .. } => (
                "近五年呈下降趋势（趋势检验，p < 0.002）",
                "a downward trend over the last five years (test for trend, p < 0.002)",
            ),
        };
        let text = match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        parts.push(text.to_string());
    }
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => "; ",
    })
}

/// 自 2025 年 5 月起已连续 11 个月; blank where it has not lasted.
pub(super) fn lasting(lang: Lang, finding: &Finding) -> String {
    let is_trend = finding
        .signs
        .iter()
        .all(|it| matches!(it, Sign::Years { .. }));
    if finding.persistence < 2 || is_trend {
        return String::new();
    }
    let since = period_text(lang, finding.since);
    let count = finding.persistence;
    let (zh, en) = match finding.period.kind() {
        PeriodKind::Month => ("个月", "months"),
        PeriodKind::Quarter => ("个季度", "quarters"),
        PeriodKind::Half => ("个半年", "half-years"),
        PeriodKind::Year => ("年", "years"),
        PeriodKind::Interval => ("期", "periods"),
    };
    match lang {
        Lang::Zh => format!("自 {since}起已连续 {count} {zh}"),
        Lang::En => format!("for {count} {en} in a row since {since}"),
    }
}

/// 自 2025 年 5 月起已连续 11 个月低于全区; blank where it has not lasted.
fn lasting_on_side(lang: Lang, package: &Package, finding: &Finding) -> String {
    let lasting = lasting(lang, finding);
    let side = side_text(lang, package, finding);
    match lang {
        _ if lasting.is_empty() => lasting,
        Lang::Zh => format!("{lasting}{side}"),
        Lang::En => format!("{side} {lasting}"),
    }
}

/// Whose value a finding is held against, inside a sentence: 全区, 全区其余地区, the rest of the district,
/// all areas listed; none where it is its own mean.
pub(super) fn expected_of(lang: Lang, package: &Package, finding: &Finding) -> Option<String> {
    let name = match finding.benchmark {
        ExpectedOf::OwnMean => return None,
        ExpectedOf::Listed => listed_areas_text(lang).to_string(),
        ExpectedOf::Area(area) => benchmark_text(lang, package, area),
    };
    let is_listed = finding.benchmark == ExpectedOf::Listed;
    Some(match (lang, finding.is_rest) {
        (Lang::Zh, false) => name,
        (Lang::Zh, true) if is_listed => "其余所列地区合计".to_string(),
        (Lang::Zh, true) => zh!("{name}其余地区"),
        (Lang::En, false) => in_sentence(&name).to_string(),
        (Lang::En, true) if is_listed => "the other areas taken together".to_string(),
        (Lang::En, true) => format!("the rest of {}", in_sentence(&name)),
    })
}

/// What all areas of a level lie in, or else they together, inside a sentence: 全区, the district.
pub(super) fn top_in_sentence(lang: Lang, package: &Package) -> String {
    match package.areas.roots()[..] {
        [top] => in_sentence(&benchmark_text(lang, package, top)).to_string(),
        _ => in_sentence(listed_areas_text(lang)).to_string(),
    }
}

/// On which side of what it is held against, period by period: 显著低于全区.
pub(super) fn side_text(lang: Lang, package: &Package, finding: &Finding) -> String {
    // Beside an area it is counted where the 95 % interval is, beside its own mean each point.
    let (place, is_sure) = match (expected_of(lang, package, finding), lang) {
        (Some(place), _) => (place, true),
        (None, Lang::Zh) => ("自身均值".to_string(), false),
        (None, Lang::En) => ("its own mean".to_string(), false),
    };
    let (zh_sure, en_sure) = if is_sure {
        ("（95%）", " (95%)")
    } else {
        ("", "")
    };
    match (lang, finding.excess > 0.0) {
        (Lang::Zh, true) => zh!("高于{place}{zh_sure}"),
        (Lang::Zh, false) => zh!("低于{place}{zh_sure}"),
        (Lang::En, true) => format!("above {place}{en_sure}"),
        (Lang::En, false) => format!("below {place}{en_sure}"),
    }
}

/// The way a change went: 上升, up; blank where none is signalled.
fn direction_text(lang: Lang, finding: &Finding) -> &'static str {
    let side = finding.signs.iter().find_map(|sign| match sign {
        Sign::Changed { signals, .. } => signals.first().map(|signal| signal.side()),
        _ => None,
    });
    match (lang, side) {
        (_, None) => "",
        (Lang::Zh, Some(Side::Above)) => "上升",
        (Lang::Zh, Some(Side::Below)) => "下降",
        (Lang::En, Some(Side::Above)) => "up",
        (Lang::En, Some(Side::Below)) => "down",
    }
}

/// The same on the year before: 较上年同期下降.
pub(super) fn changed_brief(lang: Lang, finding: &Finding) -> String {
    let direction = direction_text(lang, finding);
    match lang {
        Lang::Zh => format!("较上年同期{direction}"),
        Lang::En => format!("{direction} on a year earlier"),
    }
}

/// A number of cases: 34 件, 34 cases.
pub fn cases_text(lang: Lang, indicator: &Indicator, count: f64) -> String {
    let number = number_text(count, u8::from(count < 10.0));
    match (lang, indicator.theme) {
        (Lang::Zh, Theme::Cases) => format!("{number} 件"),
        (Lang::Zh, _) => format!("{number} 例"),
        (Lang::En, Theme::Cases) => format!("{number} cases"),
        (Lang::En, _) => number,
    }
}

/// A computed number beside the value: in per cent with its sign where that is asked for; a unit that is
/// a word need not stand again.
pub fn number_in_unit(lang: Lang, indicator: &Indicator, number: f64, has_sign: bool) -> String {
    let unit = indicator.unit.get(lang);
    let sign = match unit {
        "%" | "‰" if has_sign => unit,
        _ => "",
    };
    with_unit(&number_text(number, indicator.decimals), sign)
}

/// What a list of findings rests on: of how many values, how many lie beyond the limits and how many chance
/// alone would give; why these are not as many as the findings; how many findings there are.
pub fn findings_basis_text(lang: Lang, package: &Package, findings: &Findings) -> String {
    let level = level_text(lang, package, findings.question.level);
    let (compared, beyond) = (findings.compared_count, findings.beyond_count);
    let [compared, beyond_said] = [compared, beyond].map(|it| number_text(it as f64, 0));
    let is_little = findings.expected_by_chance < 0.1;
    let chance = number_text(findings.expected_by_chance.max(0.1), 1);
    let (all, apart) = findings.counts;
    let (aside, changed) = (beyond.saturating_sub(apart), all - apart);
    let (listed, least) = (findings.findings.len(), LEAST_DENOMINATOR);
    let mut said = vec![match lang {
        Lang::Zh => {
            let about = if is_little { "不足" } else { "约有" };
            zh!(
                "共比较{level}数据 {compared} 项，其中 {beyond_said} 项超出 99.8% 界限；如各{level}实际并无差别，仅因偶然超出的{about} {chance} 项。"
            )
        }
        Lang::En => {
            let level = singular(&level);
            let about = if is_little { "under" } else { "about" };
            let beyond = match beyond {
                0 => "none".to_string(),
                _ => format!("{beyond_said} of them"),
            };
            format!(
                "{compared} {level} values compared, {beyond} beyond the 99.8% limits; were there no real differences, {about} {chance} would lie there by chance alone."
            )
        }
    }];
    if aside > 0 {
        said.push(match (lang, aside) {
            (Lang::Zh, _) => format!(
                "超出界限的有 {aside} 项分母小于 {least}，或按精确分布并未超出，不列为需核实事项。"
            ),
            (Lang::En, 1) => format!(
                "1 of these is no finding: its denominator is under {least}, or its exact distribution does not bear it out."
            ),
            (Lang::En, _) => format!(
                "{aside} of these are no findings: their denominator is under {least}, or their exact distribution does not bear them out."
            ),
        });
    }
    if changed > 0 {
        said.push(match lang {
            Lang::Zh => format!("未超出界限、但与自身过去相比有变化的 {changed} 项也列入。"),
            Lang::En => {
                format!("{changed} within the limits changed against their own past and are findings too.")
            }
        });
    }
    if all > listed {
        said.push(match lang {
            Lang::Zh => format!("需核实事项共 {all} 项，清单列出影响最大的 {listed} 项。"),
            Lang::En => format!("{all} findings in all; the list holds the {listed} largest."),
        });
    }
    said.join(if lang == Lang::Zh { "" } else { " " })
}

/// The shape that stands before a finding and the class of its colour: by which side is good, and never
/// by which is up; hollow where neither is good.
pub fn finding_sign(polarity: Polarity, finding: &Finding) -> (&'static str, &'static str) {
    match (polarity, finding.excess > 0.0) {
        (Polarity::Higher, true) => ("verdict better", "▲"),
        (Polarity::Higher, false) => ("verdict worse", "▼"),
        (Polarity::Lower, true) => ("verdict worse", "▼"),
        (Polarity::Lower, false) => ("verdict better", "▲"),
        (Polarity::None, true) => ("verdict", "△"),
        (Polarity::None, false) => ("verdict", "▽"),
    }
}

/// The two files of the overview: what should be looked into, and which areas do not meet a standard.
pub fn findings_menu_labels(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("导出需核实事项", "导出未达标地区"),
        Lang::En => ("Export findings", "Export areas short of standards"),
    }
}
