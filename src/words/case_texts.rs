//! What is said of cases: their stages, what passes from one to the next, rates, categories, and what
//! is not published. Nothing here computes; it says what an answer holds.

use super::names::in_sentence;
use super::number::counted;
use super::spacing::beside;
use super::{benchmark_text, count_text, number_text, period_text, with_unit};
use crate::answer::{
    Breakdown, CaseFlow, CaseRateName, NoConversion, ShareBase, Stage, StageFault,
};
use crate::model::{AreaId, Lang, Period, Role};
use crate::package::Package;

/// A share in per cent: 89.5%.
pub fn per_cent_text(share: f64) -> String {
    format!("{}%", number_text(share * 100.0, 1))
}

/// A stage of the cases.
pub fn stage_text(lang: Lang, role: Role) -> &'static str {
    let (zh, en) = match role {
        Role::CaseOrdered => ("点单", "Submitted"),
        Role::CaseDispatched => ("派单", "Dispatched"),
        Role::CaseResponded => ("响应", "Responded to"),
        Role::CaseTaken => ("受理", "Accepted"),
        Role::CaseResolved => ("办结", "Resolved"),
        Role::CaseRated => ("评价", "Rated"),
        Role::CaseSatisfied => ("满意", "Satisfied"),
        other => (other.word(), other.word()),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A stage inside an English sentence: of those dispatched.
fn stage_inside(lang: Lang, role: Role) -> String {
    match lang {
        Lang::Zh => stage_text(lang, role).to_string(),
        Lang::En => stage_text(lang, role).to_ascii_lowercase(),
    }
}

/// A rate.
pub fn case_rate_text(lang: Lang, name: CaseRateName) -> &'static str {
    let (zh, en) = match name {
        CaseRateName::Response => ("响应率", "Response rate"),
        CaseRateName::Resolution => ("办结率", "Resolution rate"),
        CaseRateName::Rated => ("评价率", "Share rated"),
        CaseRateName::Satisfaction => ("满意率", "Satisfaction rate"),
        CaseRateName::OnTime => ("按期办结率", "On-time rate"),
        CaseRateName::SettledInside => ("社区内化解率", "Settled locally"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What a rate is of what.
pub fn case_rate_formula(lang: Lang, name: CaseRateName) -> &'static str {
    let (zh, en) = match name {
        CaseRateName::Response => ("响应 ÷ 派单", "responded to ÷ dispatched"),
        CaseRateName::Resolution => ("办结 ÷ 派单", "resolved ÷ dispatched"),
        CaseRateName::Rated => ("评价 ÷ 办结", "rated ÷ resolved"),
        CaseRateName::Satisfaction => ("满意 ÷ 评价", "satisfied ÷ rated"),
        CaseRateName::OnTime => ("按期办结 ÷ 到期", "resolved on time ÷ due"),
        CaseRateName::SettledInside => (
            "社区内化解 ÷ 办结",
            "settled within the community ÷ resolved",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Why nothing is said of what passes from stage to stage.
pub fn no_conversion_text(lang: Lang, reason: NoConversion) -> &'static str {
    let (zh, en) = match reason {
        NoConversion::EventBasis => (
            "各环节按发生月份统计，当月办结的不全是当月派单的，只列件数，不计算转化率。",
            "Each stage is counted in the month in which it happened, so one month’s resolved are not its dispatched: counts only, no conversion rates.",
        ),
        NoConversion::BasisUnknown => (
            "数据包未说明各环节按哪个月份统计，只列件数，不计算转化率。",
            "The package does not say in which month a stage is counted: counts only, no conversion rates.",
        ),
        NoConversion::Unripe => (
            "本期事项尚在办理，件数为初步数，不计算转化率，也不作比较。",
            "Cases of this period are still being handled: counts are provisional, so there are no conversion rates and no comparison.",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What came through to a stage and what was left: 占派单 97.0%，1,112 件未受理. With an area beside whose
/// stage is of the same: 占受理 86.6%（全区 95.3%），25 件未办结. Blank where nothing is said of it.
pub fn passed_text(lang: Lang, stage: &Stage, beside: Option<(&str, &Stage)>) -> String {
    let Some(passed) = stage.of_before else {
        return String::new();
    };
    let (share, of) = (per_cent_text(passed.share), stage_inside(lang, passed.of));
    let other = beside.and_then(|(name, stage)| {
        let other = stage.of_before.filter(|other| other.of == passed.of)?;
        Some((name, per_cent_text(other.share)))
    });
    let other = match (lang, other) {
        (_, None) => String::new(),
        (Lang::Zh, Some((name, share))) => format!("（{name} {share}）"),
        (Lang::En, Some((name, share))) => format!(" ({name} {share})"),
    };
    let loss = stage.loss.map(|loss| lost_text(lang, stage.role, loss));
    match (lang, loss) {
        (Lang::Zh, Some(loss)) => zh!("占{of} {share}{other}，{loss}"),
        (Lang::Zh, None) => zh!("占{of} {share}{other}"),
        (Lang::En, Some(loss)) => format!("{share} of those {of}{other}; {loss}"),
        (Lang::En, None) => format!("{share} of those {of}{other}"),
    }
}

/// Cases that did not come to a stage: 1,112 件未受理.
fn lost_text(lang: Lang, role: Role, loss: f64) -> String {
    let count = count_text(loss);
    match (lang, role) {
        (Lang::Zh, Role::CaseSatisfied) => format!("{count} 件未评为满意"),
        (Lang::Zh, _) => format!("{count} 件未{}", stage_text(lang, role)),
        (Lang::En, _) => format!("{count} not {}", stage_inside(lang, role)),
    }
}

/// What cannot be in one cohort, and what was left out for it.
pub fn stage_fault_text(lang: Lang, fault: StageFault) -> String {
    match fault {
        StageFault::Larger {
            role,
            count,
            before,
            before_count,
        } => {
            let (count, before_count) = (count_text(count), count_text(before_count));
            let (name, earlier) = (stage_name(lang, role), stage_name(lang, before));
            match lang {
                Lang::Zh => zh!(
                    "{name} {count} 件，多于{earlier} {before_count} 件，二者必有一误，不计算转化率。"
                ),
                Lang::En => format!(
                    "{name} ({count}) exceed {earlier} ({before_count}): one of the two is wrong, and no rate is made of them."
                ),
            }
        }
        StageFault::OtherWhole {
            role,
            denominator,
            of,
            count,
        } => {
            let (denominator, count) = (count_text(denominator), count_text(count));
            let (name, of) = (stage_name(lang, role), stage_name(lang, of));
            match lang {
                Lang::Zh => {
                    zh!("{name}的分母为 {denominator} 件，与{of} {count} 件不一致，按原样列出。")
                }
                Lang::En => format!(
                    "The denominator published with {name} is {denominator}, not the {count} {of}; both are shown as they are."
                ),
            }
        }
    }
}

fn stage_name(lang: Lang, role: Role) -> String {
    match (lang, role) {
        (Lang::Zh, Role::CaseSettledInside) => "社区内化解".to_string(),
        (Lang::Zh, Role::CaseOnTime) => "按期办结".to_string(),
        (Lang::En, Role::CaseSettledInside) => "cases settled within the community".to_string(),
        (Lang::En, Role::CaseOnTime) => "cases resolved on time".to_string(),
        (Lang::Zh, _) => stage_text(lang, role).to_string(),
        (Lang::En, _) => ["cases ", &stage_inside(lang, role)].concat(),
    }
}

/// What the flow of an area's cases is called: 示范区事项流转.
pub fn case_flow_title(lang: Lang, package: &Package, area: AreaId) -> String {
    let area = package.areas.get(area).name.get(lang);
    match lang {
        Lang::Zh => zh!("{area}事项流转"),
        Lang::En => format!("Cases from submission to rating, {area}"),
    }
}

/// What its rates are called.
pub fn case_rates_title(lang: Lang, package: &Package, area: AreaId) -> String {
    let area = package.areas.get(area).name.get(lang);
    match lang {
        Lang::Zh => zh!("{area}事项办理指标"),
        Lang::En => format!("Case-handling rates, {area}"),
    }
}

/// What its categories are called: 示范区受理事项按事项类别.
pub fn category_title(
    lang: Lang,
    package: &Package,
    area: AreaId,
    breakdown: &Breakdown,
) -> String {
    let area = package.areas.get(area).name.get(lang);
    let label = package.indicators.get(breakdown.indicator).label.get(lang);
    let dimension = package.descriptor.dimensions.get(breakdown.dimension);
    let dimension = dimension.map_or("", |it| it.label.get(lang));
    match lang {
        Lang::Zh => zh!("{}：按{dimension}", beside(area, label)),
        Lang::En => format!("{label} by {}, {area}", dimension.to_ascii_lowercase()),
    }
}

/// The largest category, and how few of them make up four fifths; blank where no shares are known.
pub fn category_sentence(lang: Lang, package: &Package, breakdown: &Breakdown) -> String {
    const FOUR_FIFTHS: f64 = 0.8;
    let Some(first) = breakdown.rows.first() else {
        return String::new();
    };
    let (Some(share), Some(count)) = (first.share, first.reading.value.exact()) else {
        return String::new();
    };
    let (name, share) = (first.label.get(lang), per_cent_text(share));
    let unit = package.indicators.get(breakdown.indicator).unit.get(lang);
    let count = with_unit(&count_text(count), unit);
    let of = stage_inside(lang, breakdown.role);
    let reaches =
        |row: &&crate::answer::BreakdownRow| row.cumulative.is_some_and(|it| it >= FOUR_FIFTHS);
    let at = breakdown.rows.iter().position(|row| reaches(&row));
    let many = at.filter(|at| *at > 0 && at + 1 < breakdown.rows.len());
    let together =
        many.and_then(|at| Some((at + 1, per_cent_text(breakdown.rows.get(at)?.cumulative?))));
    match (lang, together) {
        (Lang::Zh, None) => zh!("{name}最多，{count}，占{of} {share}。"),
        (Lang::Zh, Some((many, sum))) => {
            zh!("{name}最多，{count}，占{of} {share}；前 {many} 类合计占 {sum}。")
        }
        (Lang::En, None) => format!("Most common: {name}, {count} ({share} of those {of})."),
        (Lang::En, Some((many, sum))) => format!(
            "Most common: {name}, {count} ({share} of those {of}); the first {many} categories make up {sum}."
        ),
    }
}

/// Whose categories stand in place of those that an area does not publish.
pub fn category_instead(lang: Lang, package: &Package, (area, other): (AreaId, AreaId)) -> String {
    let area = package.areas.get(area).name.get(lang);
    let other = beside_name(lang, package, other);
    match lang {
        Lang::Zh => zh!("{area}没有按类别公布的件数，所示为{other}。"),
        Lang::En => format!("{area} publishes no counts by category; shown is {other}. "),
    }
}

/// What the shares of the categories are of, where that is not the published total, and what is in none.
pub fn category_note(lang: Lang, breakdown: &Breakdown) -> String {
    let base = match (breakdown.base, lang) {
        (ShareBase::Total(_), _) => String::new(),
        (ShareBase::Sum(_), Lang::Zh) => "未公布总数，占比以各类合计为分母。".to_string(),
        (ShareBase::Sum(_), Lang::En) => {
            "No total is published: shares are of the sum of the categories.".to_string()
        }
        (ShareBase::OverTotal { sum, total }, Lang::Zh) => format!(
            "各类合计 {} 件，多于公布的总数 {} 件，必有一误；占比以各类合计为分母。",
            count_text(sum),
            count_text(total)
        ),
        (ShareBase::OverTotal { sum, total }, Lang::En) => format!(
            "The categories sum to {}, more than the published total of {}: one is wrong. Shares are of the sum.",
            count_text(sum),
            count_text(total)
        ),
        (ShareBase::Unknown, Lang::Zh) => "有类别缺数且未公布总数，不计算占比。".to_string(),
        (ShareBase::Unknown, Lang::En) => {
            "No shares: a category lacks a figure and no total is published.".to_string()
        }
    };
    let rest = breakdown.unassigned.filter(|rest| *rest > 0.0);
    let rest = rest.map_or(String::new(), |rest| match lang {
        Lang::Zh => format!("另有 {} 件未归类。", count_text(rest)),
        Lang::En => format!(
            "{} in no category.",
            counted(&count_text(rest), "case is", "cases are")
        ),
    });
    match (lang, base.is_empty() || rest.is_empty()) {
        (Lang::En, false) => [base, rest].join(" "),
        _ => base + &rest,
    }
}

/// The one beside it as it is named in texts: 全区, the district, Yi Sub-district.
pub fn beside_name(lang: Lang, package: &Package, area: AreaId) -> String {
    let name = benchmark_text(lang, package, area);
    match lang {
        Lang::Zh => name,
        Lang::En => in_sentence(&name).to_string(),
    }
}

/// How the slim bars are named.
pub fn beside_bars_text(lang: Lang, package: &Package, area: AreaId) -> String {
    let name = beside_name(lang, package, area);
    match lang {
        Lang::Zh => zh!("空心条：{name}各环节占其派单的比例（以本地派单数为 100%）"),
        Lang::En => format!(
            "Hollow bars: {name}, each stage as a share of its dispatched (those here are 100%)"
        ),
    }
}

/// How the pale bars are read, and from where responses and acceptances count.
pub fn case_flow_caption(lang: Lang, flow: &CaseFlow) -> String {
    let (zh, en) = match flow.no_conversion {
        Some(_) => ("", ""),
        None => (
            "件数后的百分数为占派单的比例。空框：未进入该环节的件数。响应与受理均从派单起算",
            "Per cent after a count: of those dispatched. Empty boxes: cases that did not come so far. Responses and acceptances both count from the dispatch",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
    .to_string()
}

/// What an area publishes nothing of: 未公布：点单、响应.
pub fn absent_stages_text(lang: Lang, flow: &CaseFlow) -> String {
    let names: Vec<String> = flow
        .absent
        .iter()
        .map(|it| stage_inside(lang, *it))
        .collect();
    match lang {
        _ if names.is_empty() => String::new(),
        Lang::Zh => format!("未公布的环节：{}。", names.join("、")),
        Lang::En => format!("Stages not published: {}.", names.join(", ")),
    }
}

/// The place and the period before a sentence that is to stand alone: 2026 年 3 月，乙01社区：….
pub fn placed_sentence(
    lang: Lang,
    package: &Package,
    (area, period): (AreaId, Period),
    said: &str,
) -> String {
    let (area, period) = (
        package.areas.get(area).name.get(lang),
        period_text(lang, period),
    );
    match lang {
        _ if said.is_empty() => String::new(),
        Lang::Zh => format!("{period}，{area}：{said}"),
        Lang::En => format!("{period}, {area}: {said}"),
    }
}

/// A period and what it is of.
pub fn case_period_text(lang: Lang, period: Period, flow: &CaseFlow) -> String {
    let text = period_text(lang, period);
    match (lang, flow.no_conversion) {
        (Lang::Zh, Some(NoConversion::Unripe)) => format!("{text}（初步数）"),
        (Lang::En, Some(NoConversion::Unripe)) => format!("{text} (provisional)"),
        _ => text,
    }
}

/// The heading of the page about an area: 事项：示范区.
pub fn cases_heading(lang: Lang, place: &str) -> String {
    match lang {
        Lang::Zh => format!("事项：{place}"),
        Lang::En => format!("Cases: {place}"),
    }
}

/// Why there is no flow, and what stands in its place.
///
/// `area` is the one asked for; the package where none is.
pub fn no_stages_sentence(
    lang: Lang,
    package: &Package,
    area: Option<&str>,
    figures: usize,
) -> String {
    // Of a package that may be judged somebody is to fill the page, and is told by what.
    if package.descriptor.judged && figures > 0 {
        return match lang {
            Lang::Zh => format!(
                "没有指标在指标表的 role 列中标明事项环节（case.ordered、case.dispatched 等），不能分析流转；下表为事项类的 {figures} 个数字。"
            ),
            Lang::En => format!(
                "No indicator is named as a stage of cases (case.ordered, case.dispatched and so on, in the column role of the table of indicators), so their way cannot be followed. The {figures} figures on cases stand below."
            ),
        };
    }
    let place = area.unwrap_or(match lang {
        Lang::Zh => "本数据包",
        Lang::En => "This package",
    });
    match (lang, figures) {
        (Lang::Zh, 0) => zh!(
            "{place}没有公布点单、派单、响应、受理、办结、评价各环节的件数，也没有其他事项数字。"
        ),
        (Lang::En, 0) => format!(
            "{place}: no counts of cases submitted, dispatched, responded to, accepted, resolved or rated are published, and no other figures on cases."
        ),
        (Lang::Zh, _) => zh!(
            "{place}没有公布点单、派单、响应、受理、办结、评价各环节的件数，看不出事项卡在哪一环节；下表为已公布的 {figures} 个事项数字。"
        ),
        (Lang::En, _) => format!(
            "{place}: counts of cases submitted, dispatched, responded to, accepted, resolved and rated are not published, so nothing can be said of where cases get stuck. The {figures} figures on cases that are published stand below."
        ),
    }
}

/// What a published package does not say of its cases.
pub fn cases_unpublished_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => {
            "未公布：各环节件数、响应率、办结率、满意率、社区内化解、事项类别、在办件数。各数字的时点与口径不同，不相加、不排位次、不作判断。"
        }
        Lang::En => {
            "Not published: counts by stage, response, resolution and satisfaction rates, cases settled within the community, categories, open cases. The figures differ in date and definition: they are not added up, ranked or judged."
        }
    }
}

/// Rows that are not listed.
pub fn more_figures_text(lang: Lang, more: usize) -> String {
    match lang {
        Lang::Zh => format!("另有 {more} 行未列出，见数据页。"),
        Lang::En => format!(
            "{} on the data page.",
            counted(&more.to_string(), "more row is", "more rows are")
        ),
    }
}
