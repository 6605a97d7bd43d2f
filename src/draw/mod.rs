//! Drawing: a figure becomes a scene, a scene becomes SVG, a canvas and hit regions.
//!
//! plotters draws through one recording backend into a flat list of shapes; this room alone
//! knows pixels, colours and fonts. It must not know where a number comes from or what it means
//! beyond what its figure says.
//!
//! ```text
//! figure ─ one file per kind ─▶ pen ─ plotters ─▶ record ─▶ scene ─▶ svg · canvas · hit
//! ```
//!
//! A new figure is a struct in `figure/`, a file here, and a line in each `match` below.

mod apart;
mod area_map;
mod axis;
mod bar_rows;
#[cfg(feature = "ui")]
pub mod canvas;
mod caterpillar;
mod control_chart;
mod control_signals;
mod distribution;
mod dots;
mod field;
mod frame;
mod funnel_plot;
mod geometry;
mod glyph;
mod heat_table;
mod hit;
mod labels;
mod lines;
mod margins;
mod org_tree;
mod pen;
mod periods;
mod ranked_bars;
mod record;
mod scatter;
mod scatter_dots;
mod scene;
mod shading;
mod small_multiples;
mod sparkline;
mod spine;
mod split_parts;
mod svg;
#[cfg(test)]
mod tests;
mod text_width;
mod theme;
mod tile_map;

mod case_flow;
mod pareto;

pub use frame::Frame;
pub use geometry::Panel;
pub use hit::{Hit, Hits, Towards};
pub use scene::{Anchor, Dash, Ink, Point, Scene, Shape, Stroke, Style, TextShape, UNITS_PER_PX};
pub use svg::{SvgMeta, svg};
pub use text_width::width_px as text_width_px;
pub use theme::{AXIS_PX, FONT_FAMILY, LABEL_PX, Role, TITLE_PX, Theme};

use crate::figure::{Figure, Sparkline};

use pen::Pen;

/// No picture is wider or taller than this, in CSS pixels; canvases fail beyond.
const MOST_PX: u32 = 16_000;

/// A size in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SizePx {
    /// Width.
    pub width_px: u32,
    /// Height.
    pub height_px: u32,
}

/// Lays a figure out at a size, for the page: no title, no ground. What has no room is left out.
pub fn scene(figure: &Figure, size: SizePx, theme: Theme) -> Scene {
    laid_out(size, theme, |pen| {
        let panel = pen.bounds();
        draw_figure(figure, pen, panel);
    })
}

/// How tall the small line on a card is, in CSS pixels.
pub const SPARKLINE_HEIGHT_PX: u32 = sparkline::NATURAL_HEIGHT_PX;

/// The same for the small line on a card alone, so that a page of cards need not have the code of
/// every other figure.
pub fn sparkline_scene(sparkline: &Sparkline, size: SizePx, theme: Theme) -> Scene {
    laid_out(size, theme, |pen| {
        let panel = pen.bounds();
        sparkline::draw(sparkline, pen, panel);
    })
}

/// Lays a figure out with its title, source and stamp on a ground, for a picture that leaves
/// the page (SVG, PNG, print, command line).
pub fn framed_scene(figure: &Figure, frame: &Frame, size: SizePx, theme: Theme) -> Scene {
    laid_out(size, theme, |pen| {
        let panel = frame::draw(frame, pen);
        draw_figure(figure, pen, panel);
    })
}

/// How tall a figure likes to be at a width, in CSS pixels.
pub fn natural_height_px(figure: &Figure, width_px: u32) -> u32 {
    figure_height_px(figure, f64::from(width_px.min(MOST_PX))).ceil() as u32
}

/// The same with a frame around it.
pub fn framed_height_px(figure: &Figure, frame: &Frame, width_px: u32) -> u32 {
    let width_px = f64::from(width_px.min(MOST_PX));
    let inner_px = figure_height_px(figure, frame::inner_width_px(width_px));
    (inner_px + frame::extra_px(frame, width_px)).ceil() as u32
}

fn laid_out(size: SizePx, theme: Theme, draw: impl FnOnce(&mut Pen)) -> Scene {
    let mut scene = Scene {
        width_px: size.width_px.min(MOST_PX),
        height_px: size.height_px.min(MOST_PX),
        theme,
        ..Scene::default()
    };
    if scene.width_px > 0 && scene.height_px > 0 {
        let Scene {
            width_px,
            height_px,
            shapes,
            hits,
            ..
        } = &mut scene;
        draw(&mut Pen::new(*width_px, *height_px, shapes, hits));
    }
    scene
}

fn draw_figure(figure: &Figure, pen: &mut Pen, panel: Panel) {
    match figure {
        Figure::RankedBars(bars) => ranked_bars::draw(bars, pen, panel),
        Figure::Caterpillar(caterpillar) => caterpillar::draw(caterpillar, pen, panel),
        Figure::Sparkline(sparkline) => sparkline::draw(sparkline, pen, panel),
        Figure::FunnelPlot(funnel) => funnel_plot::draw(funnel, pen, panel),
        Figure::ControlChart(chart) => control_chart::draw(chart, pen, panel),
        Figure::HeatTable(table) => heat_table::draw(table, pen, panel),
        Figure::Scatter(scatter) => scatter::draw(scatter, pen, panel),
        Figure::Distribution(figure) => distribution::draw(figure, pen, panel),
        Figure::Spine(spine) => spine::draw(spine, pen, panel),
        Figure::Lines(figure) => lines::draw(figure, pen, panel),
        Figure::SmallMultiples(small) => small_multiples::draw(small, pen, panel),
        Figure::CaseFlow(flow) => case_flow::draw(flow, pen, panel),
        Figure::Pareto(pareto) => pareto::draw(pareto, pen, panel),
        Figure::OrgTree(tree) => org_tree::draw(tree, pen, panel),
        Figure::TileMap(map) => tile_map::draw(map, pen, panel),
        Figure::AreaMap(map) => area_map::draw(map, pen, panel),
        Figure::Margins(margins) => margins::draw(margins, pen, panel),
        Figure::SplitParts(split) => split_parts::draw(split, pen, panel),
    }
}

fn figure_height_px(figure: &Figure, width_px: f64) -> f64 {
    match figure {
        Figure::RankedBars(bars) => ranked_bars::natural_height_px(bars, width_px),
        Figure::Caterpillar(caterpillar) => caterpillar::natural_height_px(caterpillar, width_px),
        Figure::Sparkline(_) => sparkline::NATURAL_HEIGHT_PX.into(),
        Figure::FunnelPlot(funnel) => funnel_plot::natural_height_px(funnel, width_px),
        Figure::ControlChart(chart) => control_chart::natural_height_px(chart, width_px),
        Figure::HeatTable(table) => heat_table::natural_height_px(table, width_px),
        Figure::Scatter(scatter) => scatter::natural_height_px(scatter, width_px),
        Figure::Distribution(figure) => distribution::natural_height_px(figure, width_px),
        Figure::Spine(spine) => spine::natural_height_px(spine, width_px),
        Figure::Lines(figure) => lines::natural_height_px(figure, width_px),
        Figure::SmallMultiples(small) => small_multiples::natural_height_px(small, width_px),
        Figure::CaseFlow(flow) => case_flow::natural_height_px(flow, width_px),
        Figure::Pareto(pareto) => pareto::natural_height_px(pareto, width_px),
        Figure::OrgTree(tree) => org_tree::natural_height_px(tree, width_px),
        Figure::TileMap(map) => tile_map::natural_height_px(map, width_px),
        Figure::AreaMap(map) => area_map::natural_height_px(map, width_px),
        Figure::Margins(margins) => margins::natural_height_px(margins, width_px),
        Figure::SplitParts(split) => split_parts::natural_height_px(split, width_px),
    }
}
