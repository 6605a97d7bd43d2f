//! Several series together, small multiples, and a control chart across a split, drawn exactly as they
//! were last looked at. `UPDATE_GOLDEN=1 cargo test golden_trends::` writes the pictures anew: look
//! at them.

use crate::support::golden::{Lang, Random, STEMS, check_one, check_pair};
use zhishe::draw::Theme;
use zhishe::figure::{
    Axis, ControlChart, ControlPoint, Emphasis, Figure, LineNames, LineSeries, Lines, Mark,
    MarkStatus, ReferenceLine, SmallMultiples, SmallPanel, SmallPoint,
};

const MONTHS: usize = 36;
const UNRIPE: usize = MONTHS - 1;

fn month(lang: Lang, index: usize) -> String {
    const NAMES: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (year, month) = (2023 + (index + 4) / 12, (index + 4) % 12);
    match lang {
        Lang::Zh => format!("{year} 年 {} 月", month + 1),
        Lang::En => format!("{} {year}", NAMES[month]),
    }
}

/// A series around a level that drifts by so much a month from the 24th on; its last month is not final
/// and far below.
fn walk(random: &mut Random, level: f64, drift: f64) -> Vec<f64> {
    let value = |index: usize| {
        let late = index.saturating_sub(23) as f64;
        let value = level + 1.6 * random.normal() + drift * late;
        if index == UNRIPE {
            value - 35.0
        } else {
            value.min(100.0)
        }
    };
    (0..MONTHS).map(value).collect()
}

fn community(lang: Lang, index: usize) -> String {
    let stem = lang.pick(STEMS[index % 10]);
    let stem = stem.replace("街道", "").replace(" Sub-district", " ");
    format!("{stem}{:02}", index / 10 + 1)
}

fn wave() -> Vec<Option<f64>> {
    let value = |index: usize| 88.0 + 1.2 * (index as f64 * std::f64::consts::TAU / 12.0).sin();
    (0..MONTHS)
        .map(|index| (index != UNRIPE).then(|| value(index)))
        .collect()
}

fn reference(lang: Lang) -> Option<ReferenceLine> {
    Some(ReferenceLine {
        label: lang.pick(("全区", "District")),
        values: wave(),
    })
}

/// Five areas: one falls, one rises, one begins late, one has a gap; two end almost together.
fn lines(lang: Lang) -> Figure {
    let mut random = Random(17);
    let shapes = [
        (89.0, -1.6),
        (87.5, 0.8),
        (87.0, 0.0),
        (89.5, 0.05),
        (86.0, 0.1),
    ];
    let series = |(place, (level, drift)): (usize, &(f64, f64))| {
        let values = walk(&mut random, *level, *drift);
        let point = |(index, value): (usize, f64)| {
            let is_missing =
                (place == 2 && index < 26) || (place == 3 && (14..17).contains(&index));
            let key = (place * MONTHS + index) as u32;
            let mut mark = Mark::plain(key, month(lang, index), value, format!("{value:.1}%"));
            if index == UNRIPE {
                mark.status = MarkStatus::Provisional;
            }
            (!is_missing).then_some(mark)
        };
        LineSeries {
            label: community(lang, place * 7),
            points: values.into_iter().enumerate().map(point).collect(),
        }
    };
    Figure::Lines(Lines {
        periods: (0..MONTHS).map(|index| month(lang, index)).collect(),
        series: shapes.iter().enumerate().map(series).collect(),
        reference: reference(lang),
        axis: Axis::percent(),
        caption: lang.pick((
            "点线为上级；缺数处断开，空心为尚未到期",
            "Thin grey line: the benchmark; broken where there is no value; hollow: not yet final",
        )),
        note: String::new(),
    })
}

/// Areas in the order of their change: the first falls, the last but one rises, one has no value, one
/// begins late.
fn small(lang: Lang, count: usize) -> Figure {
    let mut random = Random(23);
    let panel = |index: usize| {
        let change = match index {
            0 => -14.6,
            _ if index + 2 == count => 9.8,
            _ => 6.0 * (index as f64 / count as f64 - 0.5),
        };
        let values = walk(&mut random, 88.0, change / 12.0);
        let newest = values[UNRIPE - 1];
        let mut mark = Mark::plain(
            index as u32,
            community(lang, index),
            newest,
            format!("{newest:.1}%"),
        );
        mark.detail = match (lang, change < 0.0) {
            (Lang::Zh, true) => format!("↓ −{:.1} 个百分点", -change),
            (Lang::Zh, false) => format!("↑ +{change:.1} 个百分点"),
            (Lang::En, true) => format!("↓ −{:.1} pp", -change),
            (Lang::En, false) => format!("↑ +{change:.1} pp"),
        };
        mark.status = match index {
            0 => MarkStatus::MuchWorse,
            _ if index + 2 == count => MarkStatus::MuchBetter,
            _ if index + 1 == count => MarkStatus::Plain,
            _ => MarkStatus::Similar,
        };
        if index == 3 {
            mark.emphasis = Emphasis::Picked;
        }
        let point = |(at, value): (usize, f64)| {
            let is_missing = (index == 4) || (index + 1 == count && at < 26);
            (!is_missing).then_some(SmallPoint {
                value: if index == 2 && at == 9 {
                    f64::NAN
                } else {
                    value
                },
                is_provisional: at == UNRIPE,
            })
        };
        SmallPanel {
            mark,
            points: values.into_iter().enumerate().map(point).collect(),
        }
    };
    Figure::SmallMultiples(SmallMultiples {
        panels: (0..count).map(panel).collect(),
        scale_label: lang.pick(("各格同一纵轴", "One scale")),
        ends: (month(lang, 0), month(lang, UNRIPE)),
        axis: Axis::percent(),
        reference: reference(lang),
        caption: lang.pick((
            "▼ 变差、▲ 变好超出偶然波动（99.8%），● 在偶然波动范围内；空心为尚未到期",
            "▼ worse, ▲ better beyond chance (99.8%), ● within chance; hollow: not yet final",
        )),
        note: String::new(),
    })
}

/// A series that goes on as the sum of two after a split in its 27th month.
fn split(lang: Lang) -> Figure {
    let mut random = Random(29);
    let values = walk(&mut random, 88.0, 0.0);
    let point = |(index, value): (usize, f64)| {
        let is_open = index == UNRIPE;
        let mut mark = Mark::plain(
            index as u32,
            month(lang, index),
            value,
            format!("{value:.1}%"),
        );
        if is_open {
            mark.status = MarkStatus::Provisional;
        }
        let limit = |limit: f64| if is_open { f64::NAN } else { limit };
        Some(ControlPoint {
            mark,
            centre: limit(88.0),
            lower: limit(82.5),
            upper: limit(93.5),
            flags: Vec::new(),
        })
    };
    Figure::ControlChart(ControlChart {
        points: values.into_iter().enumerate().map(point).collect(),
        axis: Axis::percent(),
        baseline: (0, 23),
        line_names: LineNames {
            centre: lang.pick(("均值", "Mean")),
            upper: lang.pick(("上限", "Upper")),
            lower: lang.pick(("下限", "Lower")),
        },
        baseline_label: lang.pick((
            "基线：2023 年 5 月至 2025 年 4 月",
            "Baseline: May 2023 to April 2025",
        )),
        target: None,
        reference: Some(wave()),
        reference_label: lang.pick(("全区", "District")),
        boundary: Some((
            26,
            lang.pick(("拆分，此后为丁16、丁17合计", "split; from here the sum of Ding 16 and Ding 17")),
        )),
        caption: lang.pick((
            "实线为基线均值，虚线为控制界限；空心为尚未到期，超出纵轴的画在边上",
            "Solid: mean; dashed: control limits; hollow: not yet final, at the edge where off the scale",
        )),
        note: String::new(),
    })
}

#[test]
fn several_series() {
    let title = ("按期办结率", "Resolved on time");
    check_pair("lines", 900, Some(title), lines);
    check_one("lines-phone", 340, None, Lang::Zh, Theme::Light, lines);
}

#[test]
fn small_multiples() {
    let title = ("各社区按期办结率的变化", "Resolved on time, by community");
    check_pair("small-multiples", 900, Some(title), |lang| small(lang, 24));
    let phone = |lang| small(lang, 9);
    check_one(
        "small-multiples-phone",
        340,
        None,
        Lang::Zh,
        Theme::Light,
        phone,
    );
}

#[test]
fn a_split_series() {
    let title = ("丁06社区按期办结率", "Ding 06: resolved on time");
    check_pair("control-split", 680, Some(title), split);
    check_one(
        "control-split-phone",
        340,
        None,
        Lang::Zh,
        Theme::Light,
        split,
    );
}
