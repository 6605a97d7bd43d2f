//! Figures of standards for the tests of every figure, and what holds for these alone.

use super::*;
use crate::figure::{Margins, SplitBar, SplitParts};

fn limit(random: &mut Random) -> Benchmark {
    benchmark(random).unwrap_or(Benchmark {
        label: "下限".to_string(),
        value: 80.0,
        value_text: "80%".to_string(),
    })
}

pub(super) fn margins(count: usize, values: Values) -> Figure {
    let random = &mut Random(count as u64 + 41);
    let caption = ["", "163 个社区，由差距最大到余量最大"][random.next(2)].to_string();
    Figure::Margins(Margins {
        marks: marks(count, values, random),
        axis: axis(random),
        limit: limit(random),
        tried: benchmark(random),
        start_hint: "← 差距最大".to_string(),
        end_hint: "余量最大 →".to_string(),
        note: caption.clone(),
        caption,
    })
}

pub(super) fn split_parts(count: usize, values: Values) -> Figure {
    let random = &mut Random(count as u64 + 43);
    let bars = marks(count, values, random).into_iter().map(|mark| {
        let units = random.next(9);
        SplitBar {
            units: (0..units).map(|_| mark.value / units as f64).collect(),
            mark,
        }
    });
    Figure::SplitParts(SplitParts {
        bars: bars.collect(),
        axis: axis(random),
        limit: limit(random),
        caption: ["", "只看户数，不考虑边界"][random.next(2)].to_string(),
    })
}

fn drawn(figure: &Figure) -> Scene {
    let size = SizePx {
        width_px: 700,
        height_px: natural_height_px(figure, 700),
    };
    scene(figure, size, Theme::Light)
}

/// Upright strokes in the colour of a standard that is not met.
fn stems(scene: &Scene) -> usize {
    let is_stem = |shape: &&Shape| match shape {
        Shape::Line { from, to, stroke } => {
            stroke.ink.role == Role::Worse && from.x == to.x && from.y != to.y
        }
        _ => false,
    };
    scene.shapes.iter().filter(is_stem).count()
}

#[test]
fn only_what_misses_a_limit_has_a_stem_to_it() {
    let mark = |key: u32, value: f64, status: MarkStatus| {
        let mut mark = Mark::plain(key, format!("{key}"), value, format!("{value}"));
        mark.status = status;
        mark
    };
    let mut margins = Margins {
        marks: vec![
            mark(0, 330.0, MarkStatus::NotMet),
            mark(1, 590.0, MarkStatus::NotMet),
            mark(2, 600.0, MarkStatus::Met),
            mark(3, 910.0, MarkStatus::Met),
            mark(4, 300.0, MarkStatus::NotJudged),
        ],
        axis: Axis::from_zero("m²"),
        limit: Benchmark {
            label: "limit".to_string(),
            value: 600.0,
            value_text: "600".to_string(),
        },
        tried: None,
        start_hint: String::new(),
        end_hint: String::new(),
        caption: String::new(),
        note: String::new(),
    };
    assert_eq!(stems(&drawn(&Figure::Margins(margins.clone()))), 2);
    margins.limit.value = f64::NAN;
    assert_eq!(stems(&drawn(&Figure::Margins(margins))), 0);
}

#[test]
fn a_bar_is_cut_once_between_each_two_of_its_units() {
    let cuts = |units: Vec<f64>| {
        let mark = Mark::plain(0, "1", 900.0, "900");
        let split = Figure::SplitParts(SplitParts {
            bars: vec![SplitBar { mark, units }],
            axis: Axis::from_zero("户"),
            limit: Benchmark {
                label: String::new(),
                value: 1000.0,
                value_text: String::new(),
            },
            caption: String::new(),
        });
        let is_cut = |shape: &&Shape| matches!(shape, Shape::Line { stroke, .. } if stroke.ink.role == Role::Surface);
        drawn(&split).shapes.iter().filter(is_cut).count()
    };
    assert_eq!(cuts(vec![300.0, 300.0, 300.0]), 2);
    // What is left over is cut off as well.
    assert_eq!(cuts(vec![300.0, 300.0]), 2);
    assert_eq!(cuts(vec![900.0]), 0);
    assert_eq!(cuts(Vec::new()), 0);
    assert_eq!(cuts(vec![f64::NAN, 300.0]), 0);
}
