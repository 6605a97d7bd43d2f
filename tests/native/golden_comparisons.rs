//! Funnel plot, control chart, heat table and scatter, drawn exactly as they were last looked at.
//! `UPDATE_GOLDEN=1 cargo test golden_comparisons::` writes the pictures anew: look at them.

use crate::support::golden::{Both, Lang, Random, STEMS, check_one, check_pair, district};
use zhishe::draw::Theme;
use zhishe::figure::{
    Axis, Benchmark, ControlChart, ControlPoint, Emphasis, Figure, FitLine, FunnelLimit,
    FunnelMark, FunnelPlot, HeatCell, HeatColumn, HeatRow, HeatTable, LineNames, Mark, MarkStatus,
    Scatter, ScatterMark, Shading,
};

fn community(lang: Lang, index: usize) -> String {
    let stem = lang.pick(STEMS[index % 10]);
    let stem = stem.replace("街道", "").replace(" Sub-district", " ");
    format!("{stem}{:02}{}", index / 10 + 1, lang.pick(("社区", "")))
}

/// Shares around 87.7 %, of which a few deviate.
fn funnel(lang: Lang, count: usize) -> Figure {
    let mut random = Random(7);
    let centre = 0.877;
    let deviation = |size: f64| (centre * (1.0 - centre) / size).sqrt();
    let mark = |index: usize| {
        let size = (12.0 + 480.0 * random.share().powi(3)).round();
        let mut z = random.normal() * 0.95;
        match index {
            11 => z = -6.5,
            34 => z = -4.4,
            52 => z = 3.9,
            _ => {}
        }
        let share = (centre + z * deviation(size)).clamp(0.0, 1.0);
        let z = (share - centre) / deviation(size);
        let value = 100.0 * share;
        let mut mark = Mark::plain(
            index as u32,
            community(lang, index),
            value,
            format!("{value:.1}%"),
        );
        mark.status = match z {
            z if z < -3.09 => MarkStatus::MuchWorse,
            z if z < -1.96 => MarkStatus::Worse,
            z if z > 3.09 => MarkStatus::MuchBetter,
            z if z > 1.96 => MarkStatus::Better,
            _ => MarkStatus::Similar,
        };
        if z.abs() > 1.96 {
            mark.emphasis = Emphasis::Named;
        }
        if index == 20 {
            mark.emphasis = Emphasis::Picked;
        }
        FunnelMark { mark, size }
    };
    let marks: Vec<FunnelMark> = (0..count).map(mark).collect();
    let limit = |step: i32| {
        let size = 4.0 * 1.06_f64.powi(step);
        let at = |z: f64| 100.0 * (centre + z * deviation(size)).clamp(0.0, 1.0);
        FunnelLimit {
            size,
            lower_95: at(-1.96),
            upper_95: at(1.96),
            lower_998: at(-3.09),
            upper_998: at(3.09),
        }
    };
    Figure::FunnelPlot(FunnelPlot {
        marks,
        axis: Axis::percent(),
        size_label: lang.pick(("到期件数", "Cases due")),
        benchmark: district(lang, 87.7, "87.7%").expect("a benchmark"),
        limits: (0..90).map(limit).collect(),
        limit_labels: ("95%".to_string(), "99.8%".to_string()),
        caption: lang.pick((
            "虚线为 95% 界限，实线为 99.8% 界限：件数越少，波动越大",
            "Broken lines: 95% limits; solid: 99.8% limits. The fewer cases, the more chance",
        )),
        note: String::new(),
    })
}

fn month(lang: Lang, index: usize) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (year, month) = (2023 + (index + 3) / 12, (index + 3) % 12);
    match lang {
        Lang::Zh => format!("{year} 年 {} 月", month + 1),
        Lang::En => format!("{} {year}", MONTHS[month]),
    }
}

/// A steady series whose limits, mean, target and benchmark are near to each other on the scale of one month
/// far out.
fn near_limits(lang: Lang) -> Figure {
    let Figure::ControlChart(mut chart) = control(lang) else {
        unreachable!("a control chart")
    };
    for (index, point) in chart.points.iter_mut().enumerate() {
        let Some(point) = point else { continue };
        let value = match index {
            8 => 71.0,
            _ => 89.7 + 0.1 * (index % 7) as f64,
        };
        point.mark.value = value;
        point.mark.value_text = format!("{value:.1}%");
        point.mark.status = MarkStatus::Plain;
        point.flags.clear();
        point.upper = 90.9;
        point.lower = 88.9;
    }
    if let Some(target) = &mut chart.target {
        (target.value, target.value_text) = (90.2, "90.2%".to_string());
    }
    chart.reference = Some(vec![Some(89.6); 36]);
    Figure::ControlChart(chart)
}

/// 36 months that fall from the 25th on, with a gap and a last month that is not final.
fn control(lang: Lang) -> Figure {
    let mut random = Random(11);
    let point = |index: usize| {
        let wave = random.normal();
        let width = 2.4 + 0.9 * random.share();
        if index == 14 {
            return None;
        }
        let fall = 1.7 * index.saturating_sub(23) as f64;
        let value = 89.9 + 0.9 * wave - fall;
        let label = month(lang, index);
        let mut mark = Mark::plain(index as u32, label, value, format!("{value:.1}%"));
        let mut flags = Vec::new();
        if value < 89.9 - width {
            mark.status = MarkStatus::MuchWorse;
            flags.push(lang.pick(("低于下限", "below the lower limit")));
        }
        if index == 22 {
            mark.status = MarkStatus::Better;
            flags.push(lang.pick(("连续 7 期高于均值", "7 above the mean")));
        }
        if index == 35 {
            mark.status = MarkStatus::Provisional;
            flags.clear();
        }
        Some(ControlPoint {
            mark,
            centre: 89.9,
            lower: 89.9 - width,
            upper: (89.9 + width).min(100.0),
            flags,
        })
    };
    let points = (0..36).map(point).collect();
    let reference = (0..36).map(|index| (index != 14).then_some(87.2 + 0.03 * f64::from(index)));
    Figure::ControlChart(ControlChart {
        points,
        axis: Axis::percent(),
        baseline: (0, 23),
        line_names: LineNames {
            centre: lang.pick(("均值", "Mean")),
            upper: lang.pick(("上限", "Upper")),
            lower: lang.pick(("下限", "Lower")),
        },
        baseline_label: lang.pick((
            "基线：2023 年 4 月至 2025 年 3 月",
            "Baseline: April 2023 to March 2025",
        )),
        target: Some(Benchmark {
            label: lang.pick(("目标", "Target")),
            value: 95.0,
            value_text: "95%".to_string(),
        }),
        reference: Some(reference.collect()),
        reference_label: lang.pick(("全区", "District")),
        boundary: None,
        caption: lang.pick((
            "实线为均值，虚线为控制界限；空心为未定期",
            "Solid: mean; broken: control limits; hollow: not final",
        )),
        note: String::new(),
    })
}

const INDICATORS: [Both; 12] = [
    ("按期办结率", "Resolved on time"),
    ("响应率", "Responded"),
    ("群众满意率", "Satisfied"),
    ("服务覆盖率", "Households served"),
    ("走访率", "Visited"),
    ("有党小组的网格", "Grids with a group"),
    ("每千户网格员", "Grid staff per 1,000"),
    ("社区内解决率", "Settled in the community"),
    ("议事会召开率", "Meetings held"),
    ("志愿者注册率", "Volunteers registered"),
    ("重复诉求率", "Repeated requests"),
    ("经费执行率", "Funds spent"),
];

fn heat(lang: Lang, count: usize) -> Figure {
    use MarkStatus::*;
    let mut random = Random(3);
    let mut cell = |key: usize, column: usize| {
        let value = 80.0 + 20.0 * random.share();
        let status = match random.share() {
            _ if column == 6 => NotJudged,
            _ if column == 11 => Plain,
            share if share < 0.03 => MuchWorse,
            share if share < 0.09 => Worse,
            share if share < 0.90 => Similar,
            share if share < 0.97 => Better,
            _ => MuchBetter,
        };
        HeatCell {
            said: String::new(),
            key: key as u32,
            text: format!("{value:.1}"),
            status,
            share: Some((value - 80.0) / 20.0),
        }
    };
    let row = |index: usize| HeatRow {
        key: index as u32,
        label: community(lang, index),
        cells: (0..12)
            .map(|column| cell(index * 12 + column, column))
            .collect(),
    };
    let column = |label: &Both| HeatColumn {
        label: lang.pick(*label),
        detail: lang.pick(("% · 2026 年 3 月", "% · March 2026")),
        told: String::new(),
    };
    Figure::HeatTable(HeatTable {
        rows: (0..count).map(row).collect(),
        columns: INDICATORS.iter().map(column).collect(),
        caption: lang.pick((
            "▼ 差于全区，▲ 好于全区，● 无显著差异（95%）；○ 不作判断；深色为 99.8%",
            "▼ worse, ▲ better, ● no different from the district (95%); ○ not judged; dark: 99.8%",
        )),
        note: String::new(),
    })
}

fn scatter(lang: Lang) -> Figure {
    let mut random = Random(5);
    let mark = |index: usize| {
        let x = 2.4 + 0.8 * random.normal();
        let value = 70.0 + 6.5 * x + 4.5 * random.normal();
        let mut mark = Mark::plain(
            index as u32,
            community(lang, index),
            value.min(100.0),
            format!("{:.1}%", value.min(100.0)),
        );
        if (value - 70.0 - 6.5 * x).abs() > 10.0 {
            mark.emphasis = Emphasis::Named;
        }
        if index == 60 {
            mark.emphasis = Emphasis::Picked;
        }
        ScatterMark {
            mark,
            x,
            x_text: format!("{x:.1}"),
            weight: 0.5 + 1.5 * random.share(),
            shading: Shading::Status,
        }
    };
    let marks = (0..163).map(mark).collect();
    let fitted = |step: i32| {
        let x = 0.3 + 0.1 * f64::from(step);
        let y = 70.0 + 6.5 * x;
        let half = 0.8 + 0.5 * (x - 2.4).powi(2);
        (x, y, y - half, y + half)
    };
    Figure::Scatter(Scatter {
        marks,
        x_axis: Axis::from_zero(lang.pick(("人 / 千户", "per 1,000 households"))),
        y_axis: Axis::percent(),
        x_label: lang.pick(("专职网格员", "Full-time grid staff")),
        y_label: lang.pick(("按期办结率", "Resolved on time")),
        is_sized: false,
        legend: Vec::new(),
        line: Some(FitLine {
            points: (0..45).map(fitted).collect(),
        }),
        caption: lang.pick((
            "163 个社区；灰带为拟合线的 95% 区间",
            "163 communities; band: 95% interval of the fitted line",
        )),
        note: String::new(),
    })
}

const ON_TIME: Both = ("各社区按期办结率", "Cases resolved on time, by community");

#[test]
fn funnel_plot() {
    check_pair("funnel", 640, Some(ON_TIME), |lang| funnel(lang, 163));
    let phone = |lang| funnel(lang, 163);
    check_one("funnel-phone", 340, None, Lang::Zh, Theme::Light, phone);
    let dense = |lang| funnel(lang, 600);
    check_one("funnel-600", 640, None, Lang::Zh, Theme::Light, dense);
}

#[test]
fn control_chart() {
    let title = ("乙01社区按期办结率", "Yi 01: cases resolved on time");
    check_pair("control", 680, Some(title), control);
    check_one("control-phone", 340, None, Lang::Zh, Theme::Light, control);
    check_one(
        "control-near",
        680,
        Some(title),
        Lang::En,
        Theme::Light,
        near_limits,
    );
}

#[test]
fn heat_table() {
    let title = ("各社区各项指标", "Every indicator, by community");
    check_pair("heat", 900, Some(title), |lang| heat(lang, 24));
    let phone = |lang| heat(lang, 163);
    check_one("heat-phone", 340, None, Lang::Zh, Theme::Light, phone);
}

#[test]
fn scatter_plot() {
    let title = (
        "网格员与按期办结率",
        "Grid staff and cases resolved on time",
    );
    check_pair("scatter", 640, Some(title), scatter);
    check_one("scatter-phone", 340, None, Lang::Zh, Theme::Light, scatter);
}
