//! Funnel plots, control charts, heat tables, scatters, spines and icicles of random and of hostile
//! data.

use super::*;
use crate::figure::{
    BoxShape, ControlChart, ControlPoint, Distribution, DistributionBin, DotSample, FitLine,
    FunnelLimit, FunnelMark, FunnelPlot, HeatCell, HeatColumn, HeatRow, HeatTable, LineNames,
    OrgCell, OrgColumn, OrgState, OrgTree, Scatter, ScatterLegend, ScatterMark, Shading, Spine,
    SpineGroup, SpineHeads, SpineRow,
};

const CAPTION: &str = "虚线为 95% 界限，实线为 99.8% 界限 (broken: 95%, solid: 99.8%)";

/// A number that may be anything where values are hostile, else one up to `most`.
fn number(most: f64, values: Values, random: &mut Random) -> f64 {
    match values {
        Values::Hostile => HOSTILE[random.next(HOSTILE.len())],
        Values::Equal => most,
        _ => most * random.share(),
    }
}

pub(super) fn funnel_plot(count: usize, values: Values, random: &mut Random) -> Figure {
    let mut dots = Vec::new();
    for mark in marks(count, values, random) {
        let size = number(500.0, values, random);
        dots.push(FunnelMark { mark, size });
    }
    let mut limits = Vec::new();
    for step in 1..30 {
        let size = f64::from(step * step);
        let mut limit = FunnelLimit {
            size,
            lower_95: 87.5 - 90.0 / f64::from(step),
            upper_95: 87.5 + 90.0 / f64::from(step),
            lower_998: 87.5 - 140.0 / f64::from(step),
            upper_998: 87.5 + 140.0 / f64::from(step),
        };
        if values == Values::Hostile {
            limit.size = number(0.0, values, random);
            limit.upper_998 = number(0.0, values, random);
        }
        limits.push(limit);
    }
    let line = Benchmark {
        label: "全区（不含本社区）".to_string(),
        value: 87.5,
        value_text: "87.5%".to_string(),
    };
    let titles = ["", "到期件数 Cases due in the month of the order"];
    Figure::FunnelPlot(FunnelPlot {
        marks: dots,
        axis: axis(random),
        size_label: titles[random.next(2)].to_string(),
        benchmark: benchmark(random).unwrap_or(line),
        limits,
        limit_labels: ("95%".to_string(), "99.8%".to_string()),
        caption: CAPTION.to_string(),
        note: String::new(),
    })
}

pub(super) fn control_chart(count: usize, values: Values, random: &mut Random) -> Figure {
    let mut points = Vec::new();
    for mark in marks(count, values, random) {
        let flag = "低于控制下限 below the limit".to_string();
        let point = ControlPoint {
            mark,
            centre: number(80.0, values, random),
            lower: number(70.0, values, random),
            upper: number(90.0, values, random),
            flags: vec![flag; random.next(4) / 2],
        };
        points.push((random.next(9) > 0).then_some(point));
    }
    let reference = (0..count + 3).map(|_| (random.next(6) > 0).then_some(88.0));
    let reference: Vec<Option<f64>> = reference.collect();
    let baselines = [(0, 23), (5, 2), (900, 1000), (usize::MAX, usize::MAX)];
    let labels = ["", "基线：2023 年 4 月至 2025 年 3 月 (24 periods)"];
    let boundaries = [None, Some(0), Some(count / 2), Some(usize::MAX)];
    Figure::ControlChart(ControlChart {
        points,
        axis: axis(random),
        baseline: baselines[random.next(4)],
        line_names: LineNames {
            centre: "均值 Mean".to_string(),
            upper: "上限 Upper".to_string(),
            lower: "下限 Lower".to_string(),
        },
        baseline_label: labels[random.next(2)].to_string(),
        target: benchmark(random),
        reference: (random.next(2) == 0).then_some(reference),
        reference_label: "全区 District".to_string(),
        boundary: boundaries[random.next(4)].map(|at| (at, "拆分 split in two".to_string())),
        caption: CAPTION.to_string(),
        note: "试用界限 trial limits".to_string(),
    })
}

pub(super) fn heat_table(count: usize, values: Values, random: &mut Random) -> Figure {
    let width = [0, 1, 3, 12][random.next(4)];
    let mut rows = Vec::new();
    for (index, mark) in marks(count, values, random).into_iter().enumerate() {
        let mut cells = Vec::new();
        // Some rows are longer than the columns, some shorter.
        for column in 0..(width + random.next(3)).saturating_sub(1) {
            cells.push(HeatCell {
                said: String::new(),
                key: (index * 100 + column) as u32,
                text: mark.value_text.clone(),
                status: STATUSES[random.next(STATUSES.len())],
                share: (random.next(3) > 0).then(|| number(1.0, values, random)),
            });
        }
        rows.push(HeatRow {
            key: mark.key,
            label: mark.label,
            cells,
        });
    }
    let heads = [
        "按期办结率",
        "Unquestionably",
        "Cases resolved on time",
        "率",
    ];
    let details = ["", "%", "per 1,000 households"];
    let column = |index: usize| HeatColumn {
        label: heads[index % 4].repeat(1 + index % 2),
        detail: details[random.next(3)].to_string(),
        told: String::new(),
    };
    Figure::HeatTable(HeatTable {
        columns: (0..width).map(column).collect(),
        rows,
        caption: CAPTION.to_string(),
        note: CAPTION.to_string(),
    })
}

pub(super) fn scatter(count: usize, values: Values, random: &mut Random) -> Figure {
    // Of its own, so that the numbers of the others stay as they are.
    let mut own = Random(count as u64 + 3);
    let mut dots = Vec::new();
    for mark in marks(count, values, random) {
        dots.push(ScatterMark {
            mark,
            x: number(9.0, values, random),
            x_text: String::new(),
            weight: number(4.0, values, random),
            shading: [Shading::Status, Shading::Shade(7), Shading::Missing][own.next(3)],
        });
    }
    let mut points = Vec::new();
    for step in 0..20 {
        let x = f64::from(step) * 0.5;
        let mut next = || number(100.0, values, random);
        points.push((x, next(), next(), next()));
    }
    let samples = [
        DotSample::Filled(Shading::Shade(2), MarkStatus::Plain),
        DotSample::Sized(number(1.0, values, &mut own)),
        DotSample::Filled(Shading::Status, MarkStatus::Worse),
    ];
    let legend = ScatterLegend {
        title: "面积：户数，2026 年一季度".to_string(),
        entries: samples.map(|it| (it, "1,000–2,000".to_string())).to_vec(),
    };
    Figure::Scatter(Scatter {
        is_sized: own.next(2) > 0,
        legend: vec![legend; own.next(3)],
        marks: dots,
        x_axis: axis(random),
        y_axis: axis(random),
        x_label: "专职网格员 Full-time grid staff".to_string(),
        y_label: "按期办结率 Resolved on time".to_string(),
        line: (random.next(3) > 0).then_some(FitLine { points }),
        caption: CAPTION.to_string(),
        note: String::new(),
    })
}

pub(super) fn distribution(count: usize, values: Values, random: &mut Random) -> Figure {
    let dots = marks(count, values, random);
    let mut bins = Vec::new();
    for at in 0..random.next(14) as u32 {
        let low = f64::from(at) * 7.5;
        let mark = Mark::plain(
            90_000 + at,
            "0–7.5%",
            number(40.0, values, random),
            "40 个社区",
        );
        bins.push(DistributionBin {
            mark,
            low,
            high: low + 7.5,
        });
    }
    let mut end = || number(100.0, values, random);
    let mut ends = [end(), end(), end(), end(), end()];
    ends.sort_by(f64::total_cmp);
    let [
        lower_whisker,
        lower_quartile,
        median,
        upper_quartile,
        upper_whisker,
    ] = ends;
    Figure::Distribution(Distribution {
        marks: dots,
        bins,
        box_shape: (random.next(3) > 0).then_some(BoxShape {
            lower_whisker,
            lower_quartile,
            median,
            upper_quartile,
            upper_whisker,
        }),
        benchmark: None,
        axis: axis(random),
        label: "按期办结率 Resolved on time".to_string(),
        count_label: "社区数 Communities".to_string(),
        caption: CAPTION.to_string(),
        note: CAPTION.to_string(),
    })
}

pub(super) fn spine(count: usize, values: Values, random: &mut Random) -> Figure {
    let heads = ["", "指标", "Indicator of the profile"];
    let trends = ["", "–", "↑ 上升", "→ steady"];
    let mut groups: Vec<SpineGroup> = Vec::new();
    for (index, mut mark) in marks(count, values, random).into_iter().enumerate() {
        mark.value = number(2.0, values, random) - 1.0;
        let mut place = || number(2.0, values, random) - 1.0;
        let row = SpineRow {
            benchmark_text: mark.value_text.clone(),
            trend_text: trends[index % trends.len()].to_string(),
            all: (place(), place()),
            middle: (place(), place()),
            mark,
        };
        match groups.last_mut().filter(|_| index % 5 > 0) {
            Some(group) => group.rows.push(row),
            None => groups.push(SpineGroup {
                label: ["", "事项办理 Cases"][random.next(2)].to_string(),
                rows: vec![row],
            }),
        }
    }
    let mut head = || heads[random.next(3)].to_string();
    Figure::Spine(Spine {
        heads: SpineHeads {
            label: head(),
            value: head(),
            benchmark: head(),
            trend: head(),
        },
        groups,
        ends: ["最差 worst", "全区 District", "最好 best"].map(str::to_string),
        caption: CAPTION.to_string(),
        note: CAPTION.to_string(),
    })
}

/// A root, a branch of every few units, and the units; where values are hostile, cells lie anywhere.
pub(super) fn org_tree(count: usize, values: Values, random: &mut Random) -> Figure {
    let states = [
        OrgState::Share(1.0),
        OrgState::Share(0.0),
        OrgState::Share(f64::NAN),
        OrgState::Missing,
        OrgState::Unknown,
        OrgState::Empty,
    ];
    let mut cells = Vec::new();
    let mut add = |column: usize, units: (f64, f64), mark: &Mark, random: &mut Random| {
        let (column, units) = match values {
            Values::Hostile => {
                let mut end = || number(0.0, values, random);
                (column + 3, (end(), end()))
            }
            _ => (column, units),
        };
        cells.push(OrgCell {
            key: cells.len() as u32,
            column: column % 4,
            units,
            name: mark.label.clone(),
            label: mark.label.clone(),
            value_text: ["", "缺 23", "23 without"][random.next(3)].to_string(),
            said: mark.said.clone(),
            state: states[random.next(states.len())],
        });
    };
    let every = 1 + random.next(9);
    for (index, mark) in marks(count, values, random).iter().enumerate() {
        let from = index as f64;
        if index == 0 {
            add(0, (0.0, count as f64), mark, random);
        }
        if index % every == 0 {
            let to = (index + every).min(count) as f64;
            add(1, (from, to), mark, random);
        }
        add(2, (from, from + 1.0), mark, random);
    }
    let column = |label: &str| OrgColumn {
        label: label.to_string(),
        detail: ["", "163", "1,234,567"][label.len() % 3].to_string(),
    };
    let heads = ["区县 District", "街道和镇 Sub-districts and towns", "网格"];
    Figure::OrgTree(OrgTree {
        columns: heads.map(column).to_vec(),
        cells,
        is_judged: random.next(2) == 0,
        caption: CAPTION.to_string(),
        note: String::new(),
    })
}
