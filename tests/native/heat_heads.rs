//! The heads of a heat table: unit and period of every column are to be found, however narrow it is.

use crate::support::exports::{community, march};
use crate::support::{demo, indicator_id};
use zhishe::answer::{HeatQuestion, heat};
use zhishe::draw::{self, SizePx, Theme};
use zhishe::figure::{
    Figure, HeatCell, HeatColumn, HeatRow, HeatTable, Look, MarkStatus, heat_figure,
};
use zhishe::model::Lang;

const NAMES: [&str; 9] = [
    "Average annual household income after taxes",
    "On-time resolution rate",
    "Satisfaction rate",
    "Community workers",
    "Registered volunteers",
    "Visits per 100 households",
    "Unqualified community workers",
    "Activity places taken up",
    "Area of the party-mass service centre",
];

/// Nine columns whose names are wider than the columns, over places whose names are short.
fn narrow(detail: impl Fn(usize) -> String) -> Figure {
    let columns = NAMES.iter().enumerate().map(|(at, name)| HeatColumn {
        label: (*name).to_string(),
        detail: detail(at),
        told: String::new(),
    });
    let cells = (0..NAMES.len()).map(|at| HeatCell {
        key: at as u32,
        text: "12".to_string(),
        said: String::new(),
        status: MarkStatus::Similar,
        share: None,
    });
    Figure::HeatTable(HeatTable {
        columns: columns.collect(),
        rows: vec![HeatRow {
            key: 0,
            label: "A".to_string(),
            cells: cells.collect(),
        }],
        caption: String::new(),
        note: String::new(),
    })
}

/// All that is written, in one.
fn written(figure: &Figure, width_px: u32) -> String {
    let height_px = draw::natural_height_px(figure, width_px);
    let size = SizePx {
        width_px,
        height_px,
    };
    let scene = draw::scene(figure, size, Theme::Light);
    let meta = draw::SvgMeta {
        title: String::new(),
        description: String::new(),
        lang: "en".to_string(),
    };
    let svg = draw::svg(&scene, &meta);
    let texts = svg.split("<text").skip(1).filter_map(|it| {
        let inside = it.split_once('>')?.1;
        Some(inside.split_once("</text>")?.0)
    });
    texts.collect::<Vec<&str>>().join(" ")
}

#[test]
fn the_first_head_of_stairs_has_its_unit_and_period_too() {
    let figure = narrow(|at| format!("unit {at} · July 201{at}"));
    let written = written(&figure, 800);
    assert!(!written.contains('…'), "{written}");
    for at in 0..NAMES.len() {
        let detail = format!("unit {at} · July 201{at}");
        assert!(written.contains(&detail), "{detail} not in {written}");
    }
}

#[test]
fn numbered_heads_have_theirs_in_the_list() {
    let figure = narrow(|at| format!("unit {at} · July 201{at}"));
    let text = written(&figure, 340);
    for at in 0..NAMES.len() {
        let parts = [format!("unit {at}"), format!("July 201{at}")];
        assert!(parts.iter().all(|part| text.contains(part)), "{text}");
    }
    // What all share is written once.
    let text = written(&narrow(|at| format!("unit {at} · July 2015")), 340);
    assert_eq!(text.matches("July 2015").count(), 1, "{text}");
    assert!(text.contains("unit 8"), "{text}");
}

#[test]
fn who_points_at_a_cell_is_told_its_period() {
    let package = demo();
    let codes = ["on-time-rate", "community-workers"];
    let question = HeatQuestion {
        level: community(package),
        within: None,
        indicators: codes.map(|code| indicator_id(package, code)).to_vec(),
        until: Some(march()),
    };
    let found = heat(package, question);
    let told = |lang| {
        let figure = heat_figure(lang, package, &found, Look::default());
        figure.unwrap().told(0).unwrap()
    };
    assert!(
        told(Lang::Zh).ends_with(" · 2026 年 3 月"),
        "{}",
        told(Lang::Zh)
    );
    assert!(
        told(Lang::En).ends_with(" · March 2026"),
        "{}",
        told(Lang::En)
    );
}
