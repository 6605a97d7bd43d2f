//! The flow of cases, their categories and their rates, drawn exactly as they were last looked at.
//! `UPDATE_GOLDEN=1 cargo test golden_cases::` writes the pictures anew: look at them.

use crate::support::golden::{self, Both, Lang, check_one, check_pair};
use zhishe::draw::Theme;
use zhishe::figure::{
    Axis, CaseFlow, Emphasis, Figure, FlowStage, Mark, MarkStatus, Pareto, ParetoBar,
};

/// A stage: its name, its cases, those of the stage before, what passed.
type Stage = (Both, Option<f64>, Option<f64>, Both);

const STAGES: [Stage; 7] = [
    (("点单", "Submitted"), Some(498.0), None, ("", "")),
    (
        ("派单", "Dispatched"),
        Some(482.0),
        Some(498.0),
        (
            "占点单 96.8%，16 件未派单",
            "96.8% of those submitted; 16 not dispatched",
        ),
    ),
    (
        ("响应", "Responded to"),
        Some(470.0),
        Some(482.0),
        (
            "占派单 97.5%，12 件未响应",
            "97.5% of those dispatched; 12 not responded to",
        ),
    ),
    (
        ("受理", "Accepted"),
        Some(455.0),
        Some(482.0),
        (
            "占派单 94.4%，27 件未受理",
            "94.4% of those dispatched; 27 not accepted",
        ),
    ),
    (
        ("办结", "Resolved"),
        Some(381.0),
        Some(455.0),
        (
            "占受理 83.7%，74 件未办结",
            "83.7% of those accepted; 74 not resolved",
        ),
    ),
    (("评价", "Rated"), None, None, ("", "")),
    (("满意", "Satisfied"), Some(204.0), None, ("", "")),
];

fn flow(lang: Lang, has_beside: bool, is_unripe: bool) -> Figure {
    let mut stages = Vec::new();
    for (index, (name, count, before, passed)) in STAGES.into_iter().enumerate() {
        let text = match count {
            Some(count) => format!("{count}"),
            None => lang.pick(("未公布", "not published")),
        };
        let mut mark = Mark::plain(
            index as u32,
            lang.pick(name),
            count.unwrap_or(f64::NAN),
            text,
        );
        if index == 4 && !is_unripe {
            mark.emphasis = Emphasis::Named;
        }
        if is_unripe {
            mark.status = MarkStatus::Provisional;
        }
        let share = [103.2, 100.0, 98.5, 97.0, 92.5, 56.2, 52.2][index];
        let beside = Mark::plain(index as u32 + 100, "", 4.82 * share, format!("{share:.1}%"));
        stages.push(FlowStage {
            mark,
            before: before.filter(|_| !is_unripe),
            passed: if is_unripe {
                String::new()
            } else {
                lang.pick(passed)
            },
            beside: (has_beside && count.is_some()).then_some(beside),
        });
    }
    let beside_label = lang.pick((
        "全区：各环节占派单的比例，以本地派单为 100% 画",
        "the district: shares of its dispatched, drawn with those here as 100%",
    ));
    let unripe = lang.pick((
        "本期事项尚在办理，件数为初步数，不计算转化率。",
        "Cases of this period are still being handled: no conversion rates.",
    ));
    Figure::CaseFlow(CaseFlow {
        stages,
        axis: Axis::from_zero(lang.pick(("件", "cases"))),
        beside_label: if has_beside { beside_label } else { String::new() },
        caption: lang.pick((
            "浅色框：未进入该环节的件数。响应与受理均从派单起算",
            "Pale: cases that did not come so far. Responses and acceptances both count from the dispatch",
        )),
        note: if is_unripe { unripe } else { String::new() },
    })
}

const CATEGORIES: [(Both, f64, f64); 6] = [
    (("物业管理", "Property management"), 6987.0, 87.6),
    (("环境卫生", "Sanitation"), 5409.0, 90.2),
    (("公共设施", "Public facilities"), 4931.0, 86.9),
    (("停车秩序", "Parking"), 4210.0, 88.0),
    (("噪声扰民", "Noise"), 3120.0, 84.4),
    (("矛盾纠纷", "Disputes"), 1011.0, 79.5),
];

fn pareto(lang: Lang) -> Figure {
    let sum: f64 = CATEGORIES.iter().map(|(_, count, _)| count).sum();
    let mut before = 0.0;
    let mut bars = Vec::new();
    for (index, (name, count, rate)) in CATEGORIES.into_iter().enumerate() {
        before += count;
        let text = format!("{count} · {:.1}%", 100.0 * count / sum);
        bars.push(ParetoBar {
            mark: Mark::plain(index as u32, lang.pick(name), count, text),
            cumulative_text: format!("{:.1}%", 100.0 * before / sum),
            rate_text: format!("{rate:.1}%"),
        });
    }
    bars.push(ParetoBar {
        mark: Mark::plain(
            6,
            lang.pick(("其他事项", "Other")),
            f64::NAN,
            lang.pick(("缺报", "not reported")),
        ),
        cumulative_text: String::new(),
        rate_text: String::new(),
    });
    Figure::Pareto(Pareto {
        bars,
        axis: Axis::from_zero(lang.pick(("件", "cases"))),
        cumulative_label: lang.pick(("累计", "Cumulative")),
        rate_label: lang.pick(("按期办结率", "On-time rate")),
        caption: String::new(),
        note: lang.pick((
            "未公布总数，占比以各类合计为分母。",
            "No total is published: shares are of the sum of the categories.",
        )),
    })
}

const TITLE: Option<Both> = Some((
    "乙01社区事项流转",
    "Cases from submission to rating, Yi 01 Community",
));

#[test]
fn a_flow_beside_another() {
    check_pair("case-flow", 760, TITLE, |lang| flow(lang, true, false));
}

#[test]
fn a_flow_alone() {
    check_pair("case-flow-alone", 760, None, |lang| {
        flow(lang, false, false)
    });
}

#[test]
fn a_flow_that_is_not_ripe() {
    check_one(
        "case-flow-unripe",
        640,
        None,
        golden::Lang::Zh,
        Theme::Light,
        |lang| flow(lang, false, true),
    );
}

#[test]
fn a_flow_on_a_phone() {
    check_pair("case-flow-phone", 350, None, |lang| flow(lang, true, false));
}

#[test]
fn categories() {
    let title = Some(("示范区受理事项：按事项类别", "Cases accepted by category"));
    check_pair("pareto", 700, title, pareto);
}

#[test]
fn categories_on_a_phone() {
    check_pair("pareto-phone", 350, None, pareto);
}
