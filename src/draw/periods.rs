//! Periods across a drawing: their names below, and lines from one to the next without bridging a
//! gap. It must not know what is drawn.

use super::axis::tame;
use super::dots;
use super::field::TICK_ROW_PX;
use super::geometry::Panel;
use super::pen::{Lettering, Pen, Plot, dashed, stroke};
use super::scene::{Dash, Stroke};
use super::text_width;
use super::theme::{AXIS_PX, Role};

/// How many periods may lie between two names below: fewest first. Months and quarters both
/// come out at whole years.
const STEPS: [usize; 8] = [1, 2, 4, 12, 24, 48, 60, 120];

/// Periods below, as many as fit, from the first on; what has no name is passed over.
pub(super) fn letter(pen: &Pen, names: &[&str], plot: &Plot, panel: Panel) {
    let field = plot.panel;
    let quiet = Lettering::new(AXIS_PX, Role::InkThird);
    let widths = names.iter().map(|name| quiet.width_px(name));
    let widest = widths.fold(0.0, f64::max);
    let pitch = field.width() / names.len().max(1) as f64;
    let is_roomy = |step: &&usize| pitch * **step as f64 >= widest + 14.0;
    let step = STEPS.iter().find(is_roomy).copied().unwrap_or(usize::MAX);
    let y = field.bottom + TICK_ROW_PX / 2.0 + 3.0;
    let mut taken = panel.left - 8.0;
    for (index, name) in names.iter().enumerate() {
        if name.is_empty() || index % step != 0 {
            continue;
        }
        let x = plot.x(index as f64);
        let text = text_width::fitted(name, AXIS_PX, false, field.width());
        let width = quiet.width_px(&text);
        let left = (x - width / 2.0).min(panel.right - width).max(panel.left);
        if left < taken + 8.0 {
            continue;
        }
        pen.upright(x, field.bottom, field.bottom + 4.0, Role::InkThird);
        pen.text(&text, left, y, quiet);
        taken = left + width;
    }
}

/// How the series of the benchmark is drawn, beside whatever it stands.
pub(super) fn reference_stroke() -> Stroke {
    dashed(stroke(Role::InkSecond, 1.0), Dash::Dotted)
}

/// One line per stretch without a gap, a dot where a value stands alone; gives back the boxes.
pub(super) fn series(pen: &Pen, values: &[Option<f64>], plot: &Plot, line: Stroke) -> Vec<Panel> {
    let mut boxes = Vec::new();
    let mut run: Vec<(f64, f64)> = Vec::new();
    for index in 0..=values.len() {
        let value = values.get(index).copied().flatten().and_then(tame);
        if let Some(value) = value {
            run.push(plot.place(index as f64, value));
            continue;
        }
        if let [alone] = run.as_slice() {
            pen.disc(*alone, 1.25, line.ink);
        }
        finish(pen, &mut run, line, &mut boxes);
    }
    boxes
}

/// A value, and whether it is not final yet.
pub(super) type Valued = Option<(f64, bool)>;

/// The values that set a scale: the final ones, or all where none is. What is not final yet may lie far
/// off, and would press the rest together.
pub(super) fn scaling(values: &[Valued]) -> Vec<f64> {
    let finite = |value: &Valued| value.and_then(|(value, is_open)| Some((tame(value)?, is_open)));
    let all: Vec<(f64, bool)> = values.iter().filter_map(finite).collect();
    let has_final = all.iter().any(|(_, is_open)| !is_open);
    let kept = all.iter().filter(|(_, is_open)| !(has_final && *is_open));
    kept.map(|(value, _)| *value).collect()
}

/// The same line through what is final, a dotted one on to what is not; none to what lies outside
/// `scale` and is drawn at its edge.
pub(super) fn valued_series(
    pen: &Pen,
    values: &[Valued],
    (plot, scale): (&Plot, (f64, f64)),
    line: Stroke,
) -> Vec<Panel> {
    let has_final = values.iter().flatten().any(|(_, is_open)| !is_open);
    let is_open = |value: &Valued| has_final && value.is_some_and(|(_, is_open)| is_open);
    let finals = values.iter();
    let finals = finals.map(|value| value.filter(|_| !is_open(value)).map(|(value, _)| value));
    let boxes = series(pen, &finals.collect::<Vec<Option<f64>>>(), plot, line);
    let dotted = dashed(stroke(Role::InkThird, 1.0), Dash::Dotted);
    for (index, pair) in values.windows(2).enumerate() {
        let (Some((from, _)), Some((to, _))) = (pair[0], pair[1]) else {
            continue;
        };
        let is_inside = |value: f64| value >= scale.0 && value <= scale.1;
        if pair.iter().any(is_open) && is_inside(from) && is_inside(to) {
            let ends = [
                plot.place(index as f64, from),
                plot.place((index + 1) as f64, to),
            ];
            pen.path(&ends, dotted);
        }
    }
    boxes
}

/// Ends a stretch.
pub(super) fn finish(pen: &Pen, run: &mut Vec<(f64, f64)>, line: Stroke, boxes: &mut Vec<Panel>) {
    if run.len() > 1 {
        pen.path(run, line);
        boxes.extend(dots::along(run));
    }
    run.clear();
}
