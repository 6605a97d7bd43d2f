//! Lines and small multiples of random and of hostile data.

use super::*;
use crate::figure::{LineSeries, Lines, ReferenceLine, SmallMultiples, SmallPanel, SmallPoint};

const CAPTION: &str = "空心为尚未到期 (hollow: not yet final)";

/// A line longer than the periods, with gaps.
fn reference(count: usize, values: Values, random: &mut Random) -> Option<ReferenceLine> {
    let points = marks(count + 3, values, random).into_iter();
    let points = points.map(|mark| (mark.key % 5 != 2).then_some(mark.value));
    let values: Vec<Option<f64>> = points.collect();
    (random.next(2) == 0).then(|| ReferenceLine {
        label: "全区 District".to_string(),
        values,
    })
}

pub(super) fn lines(count: usize, values: Values, random: &mut Random) -> Figure {
    let series = (0..random.next(7)).map(|place| {
        // Some series are shorter than the periods.
        let length = count.saturating_sub(random.next(4));
        let mut points = marks(length, values, random);
        for mark in &mut points {
            mark.key += (place * count) as u32;
        }
        LineSeries {
            label: ["乙01社区", "Yi 01 Community of a very long name indeed"][place % 2]
                .to_string(),
            points: points
                .into_iter()
                .map(|mark| (mark.key % 9 != 4).then_some(mark))
                .collect(),
        }
    });
    Figure::Lines(Lines {
        series: series.collect(),
        periods: (0..count)
            .map(|index| format!("{} 年 3 月", 1990 + index))
            .collect(),
        reference: reference(count, values, random),
        axis: axis(random),
        caption: CAPTION.to_string(),
        note: String::new(),
    })
}

pub(super) fn small_multiples(count: usize, values: Values, random: &mut Random) -> Figure {
    let panels = marks(count, values, random).into_iter().map(|mark| {
        let points = marks(random.next(30), values, random).into_iter();
        SmallPanel {
            mark,
            points: points
                .map(|point| {
                    (point.key % 7 != 3).then_some(SmallPoint {
                        value: point.value,
                        is_provisional: point.status == MarkStatus::Provisional,
                    })
                })
                .collect(),
        }
    });
    Figure::SmallMultiples(SmallMultiples {
        panels: panels.collect(),
        scale_label: "各格同一纵轴".to_string(),
        ends: ("2023 年 5 月".to_string(), "2026 年 4 月".to_string()),
        axis: axis(random),
        reference: reference(30, values, random),
        caption: CAPTION.to_string(),
        note: String::new(),
    })
}

#[test]
fn what_is_not_final_sets_no_scale_and_is_not_lost() {
    let mark = |key: u32, value: f64| Mark::plain(key, "2026", value, format!("{value}%"));
    let mut last = mark(2, 10.0);
    last.status = MarkStatus::Provisional;
    let figure = |last: Option<Mark>| {
        Figure::Lines(Lines {
            periods: vec!["1".to_string(), "2".to_string(), "3".to_string()],
            series: vec![LineSeries {
                label: "乙01".to_string(),
                points: vec![Some(mark(0, 85.7)), Some(mark(1, 88.0)), last],
            }],
            reference: None,
            axis: Axis::percent(),
            caption: String::new(),
            note: String::new(),
        })
    };
    let size = SizePx {
        width_px: 640,
        height_px: 300,
    };
    let place = |figure: &Figure, key: u32| {
        let scene = scene(figure, size, Theme::Light);
        scene.hits().of(key).map(|hit| hit.y_px)
    };
    let (with, without) = (figure(Some(last)), figure(None));
    assert_eq!(place(&with, 0), place(&without, 0));
    assert!(
        place(&with, 2) > place(&with, 0),
        "hollow at the lower edge"
    );
    assert_eq!(place(&without, 2), None);
}
