//! Flows of cases and parts of a whole, of random and of hostile data.

use super::*;
use crate::figure::{CaseFlow, FlowStage, Pareto, ParetoBar};

const CAPTION: &str = "浅色为未进入下一环节的件数 (pale: cases that did not come so far)";

pub(super) fn case_flow(count: usize, values: Values, random: &mut Random) -> Figure {
    let mut stages = Vec::new();
    for mut mark in marks(count, values, random) {
        mark.interval = None;
        let has_beside = random.next(2) == 0;
        let mut beside = Mark::plain(mark.key + 10_000, "全区", mark.value * 0.9, "全区 87.6%");
        if values == Values::Hostile {
            beside.value = HOSTILE[random.next(HOSTILE.len())];
        }
        let befores = [
            None,
            Some(mark.value),
            Some(110.0),
            Some(f64::NAN),
            Some(1e300),
        ];
        let passed = [
            "",
            "占派单 97.0%，未受理 1,112 件 97.0% of those dispatched; 1,112 not taken",
        ];
        stages.push(FlowStage {
            before: befores[random.next(if values == Values::Hostile { 5 } else { 3 })],
            passed: passed[random.next(2)].to_string(),
            beside: has_beside.then_some(beside),
            mark,
        });
    }
    let labels = [
        "",
        "细条：全区，按占派单的比例 Slim: the district, as a share of dispatched",
    ];
    Figure::CaseFlow(CaseFlow {
        stages,
        axis: axis(random),
        beside_label: labels[random.next(2)].to_string(),
        caption: CAPTION.to_string(),
        note: CAPTION.to_string(),
    })
}

pub(super) fn pareto(count: usize, values: Values, random: &mut Random) -> Figure {
    let mut bars = Vec::new();
    for mut mark in marks(count, values, random) {
        mark.interval = None;
        bars.push(ParetoBar {
            mark,
            cumulative_text: ["", "48.0%", "100.0%"][random.next(3)].to_string(),
            rate_text: ["", "87.6%", "数值无效，未采用 not readable"][random.next(3)].to_string(),
        });
    }
    let heads = ["", "累计", "Cumulative share of all cases taken"];
    let rates = ["", "按期办结率", "On-time resolution rate of the category"];
    Figure::Pareto(Pareto {
        bars,
        axis: axis(random),
        cumulative_label: heads[random.next(3)].to_string(),
        rate_label: rates[random.next(3)].to_string(),
        caption: CAPTION.to_string(),
        note: String::new(),
    })
}
