//! The sentences on cases: what came through, where the most was left, how sure the rates are, and how
//! two areas differ. Nothing here computes; it says what an answer holds.

use super::case_texts::{
    beside_name, case_rate_formula, case_rate_text, no_conversion_text, per_cent_text, stage_text,
};
use super::number::counted;
use super::{count_text, number_text, period_text, value_with_unit, verdict_sign, verdict_text};
use crate::answer::{
    BreakdownRow, CaseFlow, CasePair, CaseRateName, HeldAgainst, IntervalRate, RateDifference,
    Stage, Total, Verdict,
};
use crate::model::{AreaId, Lang, Period, Role};
use crate::package::Package;

/// A count at a bar, with its share of the cases dispatched for what comes after the dispatch.
pub fn stage_count_text(role: Role, count: f64, of_dispatched: Option<f64>) -> String {
    let count = count_text(count);
    let is_after = !matches!(role, Role::CaseOrdered | Role::CaseDispatched);
    let share = of_dispatched.filter(|share| is_after && *share <= 1.0);
    match share.map(per_cent_text) {
        None => count,
        Some(share) => [count, share].join(" · "),
    }
}

/// A sum that lacks parts: 合计不完整：163 个中 160 个有数.
pub fn partial_sum_text(lang: Lang, total: &Total) -> String {
    let (known, all) = total.summed.map_or((0, 0), |it| (it.known, it.all));
    match lang {
        Lang::Zh => format!("合计不完整：{all} 个下级中 {known} 个有数"),
        Lang::En => format!("partial sum: {known} of {all} parts have figures"),
    }
}

/// What is said of a slim bar when it is pointed at; `passed` is what came through to its stage.
pub fn beside_said(lang: Lang, count: f64, passed: &str) -> String {
    let count = count_text(count);
    match (lang, passed.is_empty()) {
        (Lang::Zh, true) => format!("（{count} 件，占其派单的比例）"),
        (Lang::Zh, false) => format!("（{count} 件，占其派单的比例）{passed}"),
        (Lang::En, is_bare) => {
            let cases = counted(&count, "case", "cases");
            let space = if is_bare { "" } else { " " };
            format!("({cases}; share of its dispatched){space}{passed}")
        }
    }
}

/// The first sentence: how many were dispatched, accepted and resolved, and where the most was left.
pub fn case_flow_sentence(
    lang: Lang,
    package: &Package,
    flow: &CaseFlow,
    period: Period,
) -> String {
    let area = package.areas.get(flow.area).name.get(lang);
    let period = period_text(lang, period);
    let mut parts: Vec<String> = Vec::new();
    for role in [
        Role::CaseOrdered,
        Role::CaseDispatched,
        Role::CaseTaken,
        Role::CaseResolved,
    ] {
        let stage = flow.stage(role).filter(|it| !it.total.is_partial());
        if let Some((stage, count)) = stage.and_then(|it| Some((it, it.count?))) {
            parts.push(counted_part(lang, stage, count, parts.is_empty()));
        }
    }
    if parts.is_empty() {
        return match lang {
            Lang::Zh => zh!("{period}{area}没有可用的事项件数。"),
            Lang::En => format!("{period}, {area}: no usable counts of cases."),
        };
    }
    let largest = flow.largest_loss().map(|stage| largest_text(lang, stage));
    let largest = largest.unwrap_or_default();
    match lang {
        Lang::Zh => zh!("{period}，{area}{}。{largest}", parts.join("，")),
        Lang::En => format!("{period}, {area}: {}.{largest}", parts.join(", ")),
    }
}

fn counted_part(lang: Lang, stage: &Stage, count: f64, is_first: bool) -> String {
    let name = stage_text(lang, stage.role);
    let share = stage
        .of_dispatched
        .filter(|_| stage.role == Role::CaseResolved);
    let share = share.map(|it| per_cent_text(it.share));
    let count = count_text(count);
    match (lang, share) {
        (Lang::Zh, None) => format!("{name} {count} 件"),
        (Lang::Zh, Some(share)) => format!("{name} {count} 件（占派单 {share}）"),
        (Lang::En, None) => {
            let cases = if is_first { "cases " } else { "" };
            format!("{count} {cases}{}", name.to_ascii_lowercase())
        }
        (Lang::En, Some(share)) => {
            format!(
                "{count} {} ({share} of those dispatched)",
                name.to_ascii_lowercase()
            )
        }
    }
}

fn largest_text(lang: Lang, stage: &Stage) -> String {
    let (Some(loss), Some(passed)) = (stage.loss, stage.of_before) else {
        return String::new();
    };
    let share = per_cent_text(1.0 - passed.share);
    let (before, name) = (stage_text(lang, passed.of), stage_text(lang, stage.role));
    let loss = count_text(loss);
    match lang {
        Lang::Zh => zh!(
            "办结之前，流失最多的是{before}到{name}：{loss} 件{before}后未{name}，占{before}的 {share}。"
        ),
        Lang::En => {
            let (before, name) = (before.to_ascii_lowercase(), name.to_ascii_lowercase());
            format!(
                " Up to resolution, the largest loss is from {before} to {name}: {loss} cases, {share} of those {before}."
            )
        }
    }
}

/// Response, resolution and satisfaction with their intervals, and for how many the last one speaks;
/// why there are none, where that is so.
pub fn case_rates_sentence(lang: Lang, flow: &CaseFlow, pairs: &[CasePair]) -> String {
    if let Some(reason) = flow.no_conversion {
        return no_conversion_text(lang, reason).to_string();
    }
    let of = |name: CaseRateName| pairs.iter().find(|pair| pair.name == name)?.own;
    let mut is_first = true;
    let mut parts = Vec::new();
    for name in [
        CaseRateName::Response,
        CaseRateName::Resolution,
        CaseRateName::Satisfaction,
    ] {
        if let Some(rate) = of(name) {
            parts.push(rate_part(lang, &rate, is_first));
            is_first = false;
        }
    }
    if parts.is_empty() {
        return String::new();
    }
    let rated = of(CaseRateName::Rated).filter(|_| of(CaseRateName::Satisfaction).is_some());
    let rated = rated.map(|it| per_cent_text(it.rate.share));
    match (lang, rated) {
        (Lang::Zh, None) => format!("{}。", parts.join("，")),
        (Lang::Zh, Some(rated)) => {
            format!("{}；满意率只代表已评价的 {rated}。", parts.join("，"))
        }
        (Lang::En, None) => format!("{}.", parts.join(", ")),
        (Lang::En, Some(rated)) => format!(
            "{}; satisfaction speaks only for the {rated} of resolved cases that were rated.",
            parts.join(", ")
        ),
    }
}

fn rate_part(lang: Lang, rate: &IntervalRate, is_first: bool) -> String {
    let name = case_rate_text(lang, rate.rate.name);
    let name = match (lang, is_first) {
        (Lang::En, false) => name.to_ascii_lowercase(),
        _ => name.to_string(),
    };
    let share = per_cent_text(rate.rate.share);
    let level = match (lang, is_first) {
        (Lang::Zh, true) => "95% 区间 ",
        (Lang::En, true) => "95% interval ",
        (_, false) => "",
    };
    let interval = rate_interval_text(rate);
    match (lang, interval.is_empty()) {
        (_, true) => format!("{name} {share}"),
        (Lang::Zh, false) => zh!("{name} {share}（{level}{interval}）"),
        (Lang::En, false) => format!("{name} {share} ({level}{interval})"),
    }
}

/// The interval of a rate: 98.4–98.7%. Blank where it has none.
pub fn rate_interval_text(rate: &IntervalRate) -> String {
    let end = |share: f64| number_text(share * 100.0, 1);
    rate.interval_95.map_or(String::new(), |it| {
        format!("{}–{}%", end(it.lower), end(it.upper))
    })
}

/// The counts of a rate: 36,649/37,190. Blank where it is published as a bare rate.
pub fn rate_counts_text(rate: &IntervalRate) -> String {
    let counts = rate.rate.counts;
    counts.map_or(String::new(), |(above, below)| {
        [count_text(above), count_text(below)].join("/")
    })
}

/// What is said of a rate when it is pointed at: what it is of what, its counts and its interval.
pub fn rate_said(lang: Lang, name: CaseRateName, rate: &IntervalRate) -> String {
    let (of, counts) = (case_rate_formula(lang, name), rate_counts_text(rate));
    let interval = rate_interval_text(rate);
    let mut parts = vec![of.to_string(), counts];
    if !interval.is_empty() {
        parts.push(match lang {
            Lang::Zh => format!("95% 区间 {interval}"),
            Lang::En => format!("95% interval {interval}"),
        });
    }
    parts.retain(|part| !part.is_empty());
    match lang {
        Lang::Zh => format!("（{}）", parts.join("，")),
        Lang::En => format!("({})", parts.join("; ")),
    }
}

/// The same with the difference from the area beside.
pub fn difference_said(
    lang: Lang,
    package: &Package,
    pair: &CasePair,
    other: Option<AreaId>,
) -> String {
    let own = pair.own.as_ref();
    let said = own.map_or(String::new(), |rate| rate_said(lang, pair.name, rate));
    let (Some(apart), Some(other)) = (&pair.difference, other) else {
        return said;
    };
    let than = held_text(lang, package, apart.held, other);
    let verdict = case_verdict_text(lang, apart.verdict);
    let points = points_text(lang, apart);
    match lang {
        Lang::Zh => zh!("{said}较{than} {points}，{verdict}"),
        Lang::En => format!("{said} {points} against {than}, {verdict}"),
    }
}

/// The difference and its interval: −2.1 个百分点（−3.0 至 −1.2）.
pub fn points_text(lang: Lang, apart: &RateDifference) -> String {
    let signed = |share: f64| {
        let text = number_text(share * 100.0, 1);
        let is_above = share > 0.0 && text != "0.0";
        [if is_above { "+" } else { "" }, &text].concat()
    };
    let interval = apart.interval_95;
    let (lower, upper) = (signed(interval.lower), signed(interval.upper));
    let share = signed(apart.share);
    match lang {
        Lang::Zh => format!("{share} 个百分点（{lower} 至 {upper}）"),
        Lang::En => format!("{share} pp ({lower} to {upper})"),
    }
}

/// A verdict on two estimates, its sign before it. There is no benchmark in it.
pub fn case_verdict_text(lang: Lang, verdict: Verdict) -> String {
    let said = match (lang, verdict) {
        (Lang::Zh, Verdict::MuchBetter) => "较好（99.8%）",
        (Lang::Zh, Verdict::Better) => "较好（95%）",
        (Lang::Zh, Verdict::Similar) => "未见差别",
        (Lang::Zh, Verdict::Worse) => "较差，需核实（95%）",
        (Lang::Zh, Verdict::MuchWorse) => "较差，需核实（99.8%）",
        (Lang::Zh, Verdict::MuchHigher) => "较高（99.8%），不分优劣",
        (Lang::Zh, Verdict::Higher) => "较高（95%），不分优劣",
        (Lang::Zh, Verdict::Lower) => "较低（95%），不分优劣",
        (Lang::Zh, Verdict::MuchLower) => "较低（99.8%），不分优劣",
        (Lang::En, Verdict::Similar) => "no difference shown",
        (Lang::En, Verdict::MuchHigher) => "higher (99.8%), neither good nor bad",
        (Lang::En, Verdict::Higher) => "higher (95%), neither good nor bad",
        (Lang::En, Verdict::Lower) => "lower (95%), neither good nor bad",
        (Lang::En, Verdict::MuchLower) => "lower (99.8%), neither good nor bad",
        (_, other) => verdict_text(lang, other),
    };
    [verdict_sign(verdict), "\u{a0}", said].concat()
}

/// What the difference is from: 全区, 全区其余地区, the rest of the district.
pub fn held_text(lang: Lang, package: &Package, held: HeldAgainst, other: AreaId) -> String {
    let name = beside_name(lang, package, other);
    match (lang, held) {
        (Lang::Zh, HeldAgainst::RestOfBeside) => zh!("{name}其余地区"),
        (Lang::En, HeldAgainst::RestOfBeside) => format!("the rest of {name}"),
        _ => name,
    }
}

/// How the bars of the rates are read.
pub fn case_rates_caption(lang: Lang, has_beside: bool) -> String {
    match (lang, has_beside) {
        (Lang::Zh, false) => "横线为 95% 置信区间（Wilson）",
        (Lang::Zh, true) => "横线为 95% 置信区间（Wilson）；空心为对照地区；符号为两者之差的判断",
        (Lang::En, false) => "Lines: 95% confidence intervals (Wilson)",
        (Lang::En, true) => {
            "Lines: 95% confidence intervals (Wilson); hollow: the area beside; signs: the verdict on the difference"
        }
    }
    .to_string()
}

/// The on-time rate of a category, or why there is none; blank where none is published, and where it
/// is not final: most cases of the period are not yet due.
pub fn category_rate_text(lang: Lang, package: &Package, row: &BreakdownRow) -> String {
    let Some(reading) = row.on_time.filter(|it| !it.is_provisional()) else {
        return String::new();
    };
    let mut indicators = package.indicators.iter();
    let indicator = indicators.find(|(_, it)| it.role == Some(Role::CaseOnTime));
    indicator.map_or(String::new(), |(_, indicator)| {
        value_with_unit(lang, indicator, &reading)
    })
}

/// What is said of a category when it is pointed at.
pub fn category_said(lang: Lang, package: &Package, row: &BreakdownRow) -> String {
    let cumulative = row.cumulative.map(per_cent_text);
    let rate = category_rate_text(lang, package, row);
    let mut parts = Vec::new();
    if let Some(cumulative) = cumulative {
        parts.push(match lang {
            Lang::Zh => format!("累计 {cumulative}"),
            Lang::En => format!("cumulative {cumulative}"),
        });
    }
    if !rate.is_empty() {
        let counts = row.on_time.and_then(|it| it.numerator.zip(it.denominator));
        let counts = counts.map_or(String::new(), |(above, below)| {
            [" (", &count_text(above), "/", &count_text(below), ")"].concat()
        });
        parts.push(match lang {
            Lang::Zh => zh!("按期办结率 {rate}{counts}"),
            Lang::En => format!("resolved on time {rate}{counts}"),
        });
    }
    match lang {
        Lang::Zh => parts.join("，"),
        Lang::En => parts.join(", "),
    }
}

/// What the differences are between, and what the verdict rests on.
pub fn held_note(lang: Lang, package: &Package, held: HeldAgainst, other: AreaId) -> String {
    let name = beside_name(lang, package, other);
    match (lang, held) {
        (Lang::Zh, HeldAgainst::RestOfBeside) => {
            zh!("该地区是{name}的一部分，相差与判断以{name}其余地区为对照（Newcombe 法）。")
        }
        (Lang::Zh, HeldAgainst::RestOfOwn) => {
            zh!("{name}是本地区的一部分，相差与判断以本地区其余部分与{name}比较（Newcombe 法）。")
        }
        (Lang::Zh, HeldAgainst::Whole) => {
            "相差与判断按两个独立估计计算（Newcombe 法）。".to_string()
        }
        (Lang::En, HeldAgainst::RestOfBeside) => format!(
            "This area is part of {name}: differences and verdicts are against the rest of {name} (Newcombe’s method)."
        ),
        (Lang::En, HeldAgainst::RestOfOwn) => format!(
            "{name} is part of this area: differences and verdicts are of the rest of this area against {name} (Newcombe’s method)."
        ),
        (Lang::En, HeldAgainst::Whole) => {
            "Differences and verdicts are of two independent estimates (Newcombe’s method)."
                .to_string()
        }
    }
}

/// What a rate is of what; a rate that is published as such is said to be.
pub fn rate_formula_text(lang: Lang, package: &Package, rate: &IntervalRate) -> String {
    let of = case_rate_formula(lang, rate.rate.name);
    let indicator = package.indicators.get(rate.rate.above.0);
    match (indicator.is_quotient(), lang) {
        (false, _) => of.to_string(),
        (true, Lang::Zh) => format!("{of}（直接公布的比率）"),
        (true, Lang::En) => format!("{of} (published as a rate)"),
    }
}

/// What stands between two sentences: a full stop of Chinese type brings its own space.
pub fn sentence_space(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => " ",
    }
}
