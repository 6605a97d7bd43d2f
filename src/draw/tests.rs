//! What holds for every figure, whatever its data and its size: nothing panics, no text leaves
//! the scene, no two texts overlap, every mark can be reached.

mod case_tests;
mod comparison_tests;
mod map_tests;
mod standard_tests;
mod trend_tests;

use super::*;
use crate::figure::{
    Arrangement, Axis, Benchmark, Caterpillar, Emphasis, Mark, MarkStatus, MissingMark, RankedBars,
    Sparkline,
};

const WIDTHS_PX: [u32; 7] = [0, 1, 48, 320, 390, 700, 1400];

/// A small generator of numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % below.max(1)
    }

    fn share(&mut self) -> f64 {
        self.next(1 << 20) as f64 / f64::from(1 << 20)
    }
}

const STATUSES: [MarkStatus; 12] = [
    MarkStatus::Plain,
    MarkStatus::MuchBetter,
    MarkStatus::Better,
    MarkStatus::Similar,
    MarkStatus::Worse,
    MarkStatus::MuchWorse,
    MarkStatus::Higher,
    MarkStatus::Lower,
    MarkStatus::NotJudged,
    MarkStatus::Provisional,
    MarkStatus::NotMet,
    MarkStatus::Met,
];

const HOSTILE: [f64; 12] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    0.0,
    -0.0,
    1e15,
    1.000_000_000_000_1,
    -1e-9,
];

/// How values are chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Values {
    Share,
    Negative,
    Equal,
    Hostile,
}

fn marks(count: usize, values: Values, random: &mut Random) -> Vec<Mark> {
    let one = |index: usize, random: &mut Random| {
        let value = match values {
            Values::Share => 60.0 + 40.0 * random.share(),
            Values::Negative => 50.0 * (random.share() - 0.7),
            Values::Equal => 87.5,
            Values::Hostile => HOSTILE[random.next(HOSTILE.len())],
        };
        let long = "很长的社区名称 with a tail of Latin letters, brackets () & <signs>";
        let length = [4, 8, 20, 60][random.next(4)];
        let label: String = long
            .chars()
            .cycle()
            .skip(random.next(9))
            .take(length)
            .collect();
        let value_text = if value.abs() < 1e9 {
            format!("{value:.1}")
        } else {
            "–".to_string()
        };
        let mut mark = Mark::plain(index as u32, label, value, value_text);
        mark.status = STATUSES[random.next(STATUSES.len())];
        mark.emphasis = [Emphasis::None, Emphasis::Named, Emphasis::Picked][random.next(3)];
        if random.next(3) > 0 {
            mark.interval = Some((value - 9.0 * random.share(), value + 9.0 * random.share()));
        }
        if random.next(5) == 0 {
            mark.detail = "2024-S1".to_string();
        }
        mark
    };
    (0..count).map(|index| one(index, random)).collect()
}

fn axis(random: &mut Random) -> Axis {
    let units = [
        "",
        "%",
        "户",
        "per 1,000 households of the whole sub-district and beyond",
    ];
    let unit = units[random.next(units.len())].to_string();
    let bounded = random.next(2) == 0;
    Axis {
        unit,
        floor: bounded.then_some(0.0),
        ceiling: bounded.then_some(100.0),
        reach: bounded.then_some((20.0, 60.0)),
    }
}

fn benchmark(random: &mut Random) -> Option<Benchmark> {
    let value = [87.5, -3.0, f64::NAN, 1e300][random.next(4)];
    let labels = [
        "全区",
        "District",
        "全区（不含本社区，含各街道直管单位）之和",
    ];
    let label = labels[random.next(labels.len())].to_string();
    (random.next(3) > 0).then(|| Benchmark {
        label,
        value,
        value_text: "87.5%".to_string(),
    })
}

fn figures(count: usize, values: Values, random: &mut Random) -> Vec<Figure> {
    let caption = ["", "163 个社区，由低到高；竖线为 95% 置信区间"][random.next(2)].to_string();
    let missing = (0..random.next(4)).map(|index| MissingMark {
        key: 10_000 + index as u32,
        label: "某某社区".to_string(),
        reason: "隐去：不足五人，按规定不予公布 (suppressed)".to_string(),
    });
    let arrangement = [
        Arrangement::Ranked,
        Arrangement::Dotted,
        Arrangement::SideBySide,
    ][random.next(3)];
    let gap = |mark: Mark| if mark.key % 7 == 3 { None } else { Some(mark) };
    vec![
        Figure::RankedBars(RankedBars {
            missing: missing.collect(),
            marks: marks(count, values, random),
            axis: axis(random),
            benchmark: benchmark(random),
            arrangement,
            caption: caption.clone(),
        }),
        Figure::Caterpillar(Caterpillar {
            marks: marks(count, values, random),
            axis: axis(random),
            benchmark: benchmark(random),
            start_hint: "← 低".to_string(),
            end_hint: "高 →".to_string(),
            note: caption.clone(),
            caption,
        }),
        Figure::Sparkline(Sparkline {
            points: marks(count, values, random).into_iter().map(gap).collect(),
            reference: benchmark(random),
        }),
        comparison_tests::funnel_plot(count, values, random),
        comparison_tests::control_chart(count, values, random),
        comparison_tests::heat_table(count, values, random),
        comparison_tests::scatter(count, values, random),
        trend_tests::lines(count, values, random),
        trend_tests::small_multiples(count, values, random),
        case_tests::case_flow(count, values, random),
        case_tests::pareto(count, values, random),
        map_tests::tile_map(count, values, &mut Random(count as u64)),
        map_tests::area_map(count, values, &mut Random(count as u64)),
        standard_tests::margins(count, values),
        standard_tests::split_parts(count, values),
        // Its own numbers, so that those of the others stay as they are.
        comparison_tests::spine(count, values, &mut Random(count as u64 + 1)),
        // A generator of its own: what the others are given stays what it was.
        comparison_tests::org_tree(count, values, &mut Random(count as u64)),
        comparison_tests::distribution(count, values, &mut Random(count as u64 + 2)),
    ]
}

fn check(figure: &Figure, scene: &Scene) {
    let bounds = Panel::new(
        0.0,
        0.0,
        f64::from(scene.width_px),
        f64::from(scene.height_px),
    );
    let close = bounds.shrunk(-0.25, -0.25, -0.25, -0.25);
    let texts: Vec<(&str, Panel)> = scene.shapes.iter().filter_map(text).collect();
    for (index, (text, panel)) in texts.iter().enumerate() {
        assert!(
            close.holds(panel),
            "{text:?} leaves the scene: {panel:?} in {bounds:?}"
        );
        let inner = panel.shrunk(0.5, 1.5, 0.5, 1.5);
        for (other, other_panel) in &texts[index + 1..] {
            let other_inner = other_panel.shrunk(0.5, 1.5, 0.5, 1.5);
            assert!(
                !inner.overlaps(&other_inner),
                "{text:?} {panel:?} overlaps {other:?} {other_panel:?} in {bounds:?}\n{}",
                kind(figure)
            );
        }
    }
    if matches!(figure, Figure::Caterpillar(_) | Figure::ControlChart(_)) {
        for mark in scene.shapes.iter().filter_map(dot) {
            let covering = texts.iter().find(|(_, panel)| panel.overlaps(&mark));
            assert!(covering.is_none(), "{covering:?} covers a mark at {mark:?}");
        }
    }
    for hit in scene.hits().iter() {
        let numbers = [
            hit.x_px,
            hit.y_px,
            hit.region.left,
            hit.region.right,
            hit.extent.top,
        ];
        assert!(numbers.iter().all(|number| number.is_finite()));
    }
    let document = svg(scene, &SvgMeta::default());
    assert!(document.starts_with("<svg ") && document.ends_with("</svg>\n"));
    for forbidden in ["NaN", "inf", "style=", "<script", "<signs>"] {
        assert!(!document.contains(forbidden), "{forbidden} in an SVG");
    }
}

fn text(shape: &Shape) -> Option<(&str, Panel)> {
    match shape {
        Shape::Text(text) => Some((text.text.as_str(), text.panel())),
        _ => None,
    }
}

/// The middle of a round mark.
fn dot(shape: &Shape) -> Option<Panel> {
    match shape {
        Shape::Disc {
            centre,
            radius,
            ink,
        } if ink.role != Role::Surface => {
            let (x, y) = (f64::from(centre.x), f64::from(centre.y));
            let reach = f64::from(*radius) / UNITS_PER_PX - 0.5;
            Some(Panel::around(x / UNITS_PER_PX, y / UNITS_PER_PX, reach))
        }
        _ => None,
    }
}

fn kind(figure: &Figure) -> &'static str {
    match figure {
        Figure::RankedBars(_) => "ranked bars",
        Figure::Caterpillar(_) => "caterpillar",
        Figure::Sparkline(_) => "sparkline",
        Figure::FunnelPlot(_) => "funnel plot",
        Figure::ControlChart(_) => "control chart",
        Figure::HeatTable(_) => "heat table",
        Figure::Scatter(_) => "scatter",
        Figure::Distribution(_) => "distribution",
        Figure::Lines(_) => "lines",
        Figure::SmallMultiples(_) => "small multiples",
        Figure::CaseFlow(_) => "case flow",
        Figure::Pareto(_) => "pareto",
        Figure::Spine(_) => "spine",
        Figure::OrgTree(_) => "organisation tree",
        Figure::TileMap(_) => "tile map",
        Figure::AreaMap(_) => "map of outlines",
        Figure::Margins(_) => "margins",
        Figure::SplitParts(_) => "split parts",
    }
}

#[test]
fn no_data_and_no_size_breaks_a_drawing() {
    let mut random = Random(20_260_301);
    let frame = Frame {
        title: "各社区按期办结率 Share of cases resolved on time".to_string(),
        subtitle: "2026 年 3 月".to_string(),
        source: "来源：示范区发布数据".to_string(),
        link: "https://example.org/?page=compare".to_string(),
        stamp: Some("虚构演示数据".to_string()),
    };
    for values in [
        Values::Share,
        Values::Negative,
        Values::Equal,
        Values::Hostile,
    ] {
        for count in [0, 1, 2, 7, 40, 163, 600] {
            for figure in figures(count, values, &mut random) {
                for width_px in WIDTHS_PX {
                    let natural_px = natural_height_px(&figure, width_px);
                    for height_px in [0, 9, 60, 300, natural_px] {
                        let size = SizePx {
                            width_px,
                            height_px,
                        };
                        check(&figure, &scene(&figure, size, Theme::Light));
                    }
                    let height_px = framed_height_px(&figure, &frame, width_px);
                    let size = SizePx {
                        width_px,
                        height_px,
                    };
                    check(&figure, &framed_scene(&figure, &frame, size, Theme::Dark));
                }
            }
        }
    }
}

#[test]
fn every_mark_with_a_value_can_be_reached_in_order() {
    let mut random = Random(7);
    for figure in figures(163, Values::Share, &mut random) {
        let height_px = natural_height_px(&figure, 700);
        let size = SizePx {
            width_px: 700,
            height_px,
        };
        let scene = scene(&figure, size, Theme::Light);
        let shown: Vec<u32> = scene.hits().iter().map(|hit| hit.key).collect();
        let mut wanted: Vec<u32> = figure.marks().iter().map(|mark| mark.key).collect();
        if let Figure::RankedBars(bars) = &figure {
            wanted.extend(bars.missing.iter().map(|missing| missing.key));
        }
        if let Figure::HeatTable(table) = &figure {
            for row in &table.rows {
                let cells = row.cells.iter().take(table.columns.len());
                wanted.extend(cells.map(|cell| cell.key));
            }
        }
        if let Figure::OrgTree(tree) = &figure {
            wanted.extend(tree.cells.iter().map(|cell| cell.key));
        }
        assert_eq!(shown, wanted, "{}", kind(&figure));
        for hit in scene.hits().iter() {
            let found = scene.hits().nearest(hit.x_px, hit.y_px, 1.0);
            // In a cloud two marks may stand on one place; a pointer then gives either.
            let is_at_place =
                found.is_some_and(|found| (found.x_px, found.y_px) == (hit.x_px, hit.y_px));
            let is_cloud = matches!(
                figure,
                Figure::FunnelPlot(_) | Figure::Scatter(_) | Figure::Distribution(_)
            );
            let is_own = found.is_some_and(|found| found.key == hit.key);
            assert!(
                is_own || (is_cloud && is_at_place),
                "{} {hit:?} {found:?}",
                kind(&figure)
            );
        }
    }
}

#[test]
fn no_size_no_picture() {
    let mut random = Random(1);
    for figure in figures(5, Values::Share, &mut random) {
        let size = SizePx {
            width_px: 0,
            height_px: 300,
        };
        assert!(scene(&figure, size, Theme::Light).shapes.is_empty());
    }
}

#[test]
fn a_theme_changes_colours_and_nothing_else() {
    let mut random = Random(3);
    for figure in figures(50, Values::Share, &mut random) {
        let size = SizePx {
            width_px: 640,
            height_px: 400,
        };
        let light = scene(&figure, size, Theme::Light);
        let dark = Scene {
            theme: Theme::Dark,
            ..light.clone()
        };
        assert_eq!(dark, scene(&figure, size, Theme::Dark));
    }
}

#[test]
fn a_value_that_is_no_number_is_not_drawn_and_not_dropped() {
    let mut random = Random(9);
    for mut figure in figures(6, Values::Share, &mut random) {
        let broken = match &mut figure {
            Figure::FunnelPlot(funnel) => {
                funnel.benchmark.value = 87.5;
                funnel.marks[1].mark.value = f64::NAN;
                funnel.marks[2].size = -1.0;
                vec![funnel.marks[1].mark.key, funnel.marks[2].mark.key]
            }
            Figure::Scatter(scatter) => {
                scatter.marks[1].mark.value = f64::INFINITY;
                scatter.marks[2].x = f64::NAN;
                vec![scatter.marks[1].mark.key, scatter.marks[2].mark.key]
            }
            Figure::ControlChart(chart) => {
                let mut known = chart.points.iter_mut().flatten();
                let point = known.next().expect("a known period");
                point.mark.value = f64::NAN;
                vec![point.mark.key]
            }
            Figure::Spine(spine) => {
                let row = &mut spine.groups[0].rows[0];
                row.mark.value = f64::NAN;
                row.all = (f64::INFINITY, f64::NAN);
                vec![row.mark.key]
            }
            _ => continue,
        };
        let size = SizePx {
            width_px: 700,
            height_px: natural_height_px(&figure, 700),
        };
        let scene = scene(&figure, size, Theme::Light);
        let count = figure.marks().len();
        assert_eq!(
            scene.hits().len(),
            count - broken.len(),
            "{}",
            kind(&figure)
        );
        for key in broken {
            assert!(figure.mark(key).is_some() && scene.hits().of(key).is_none());
        }
    }
}
