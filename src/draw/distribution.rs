//! A distribution on paper: bars that count, a dot for each value, and a box with whiskers, one below
//! the other over one axis; what is picked runs through all three. It must not know how values are
//! binned.

use crate::figure::{Axis, BoxShape, Distribution, Emphasis, Mark};
use crate::model::sort_by;

use super::axis::{Ticks, extent_of, is_sign, open_ticks, tame};
use super::dots::{self, Dot};
use super::field::{Field, LINE_PX, Margins, Notes, TICK_ROW_PX, head_px, letter_across};
use super::geometry::Panel;
use super::hit::Hit;
use super::pen::{Lettering, Pen, Plot, dashed, stroke};
use super::scene::{Dash, Ink, Stroke};
use super::text_width;
use super::theme::{LABEL_PX, LEAST_WIDTH_PX, Role};

/// The right end of the axis across keeps this much free for its last number.
const RIGHT_PX: f64 = 12.0;
const GAP_PX: f64 = 8.0;
const BOX_PX: f64 = 34.0;
/// Names stand in no more rows than this.
const MOST_ROWS: usize = 5;
/// More names than this are not written; their lines stand all the same.
const MOST_NAMED: usize = 8;

fn notes(figure: &Distribution, width_px: f64) -> Notes {
    let mut title = figure.label.clone();
    if !figure.axis.unit.is_empty() && !is_sign(&figure.axis.unit) {
        title.push_str(" · ");
        title.push_str(&figure.axis.unit);
    }
    Notes::new(&title, &figure.caption, &figure.note, width_px)
}

fn bars_px(figure: &Distribution, width_px: f64) -> f64 {
    match figure.bins.is_empty() {
        true => 0.0,
        false => (width_px * 0.3).clamp(120.0, 220.0),
    }
}

fn strip_px(figure: &Distribution) -> f64 {
    let is_named = |mark: &Mark| mark.emphasis == Emphasis::Named;
    match figure.marks.len() {
        _ if figure.marks.iter().any(is_named) => 80.0,
        0..=12 => 30.0,
        13..=80 => 48.0,
        _ => 64.0,
    }
}

fn box_px(figure: &Distribution) -> f64 {
    figure.box_shape.map_or(0.0, |_| BOX_PX)
}

/// The height that is kept below the bars.
fn below_px(figure: &Distribution) -> f64 {
    GAP_PX + strip_px(figure) + box_px(figure) + TICK_ROW_PX
}

/// How tall a distribution likes to be, in px, at a width.
pub(super) fn natural_height_px(figure: &Distribution, width_px: f64) -> f64 {
    let rows = named(figure).len().min(MOST_ROWS) as f64;
    let head = head_px(&head(figure)) + rows * LINE_PX;
    head + bars_px(figure, width_px) + below_px(figure) + notes(figure, width_px).height_px()
}

fn head(figure: &Distribution) -> String {
    match figure.bins.is_empty() {
        true => String::new(),
        false => figure.count_label.clone(),
    }
}

/// What runs through the whole figure: the benchmark, and what is picked.
struct Through {
    value: f64,
    text: String,
    is_benchmark: bool,
}

fn named(figure: &Distribution) -> Vec<Through> {
    let said = |label: &str, value: &str| match value.is_empty() {
        true => label.to_string(),
        false => [label, " ", value].concat(),
    };
    let benchmark = figure.benchmark.iter().map(|it| Through {
        value: it.value,
        text: said(&it.label, &it.value_text),
        is_benchmark: true,
    });
    let picked = figure.marks.iter();
    let picked = picked.filter(|mark| mark.emphasis == Emphasis::Picked);
    let picked = picked.map(|mark| Through {
        value: mark.value,
        text: said(&mark.label, &mark.value_text),
        is_benchmark: false,
    });
    let mut all: Vec<Through> = benchmark.chain(picked).collect();
    all.retain(|it| it.value.is_finite());
    all
}

/// Draws the distribution into `panel`.
pub(super) fn draw(figure: &Distribution, pen: &mut Pen, panel: Panel) {
    let notes = notes(figure, panel.width());
    let mut values: Vec<f64> = figure.marks.iter().map(|mark| mark.value).collect();
    values.extend(figure.bins.iter().flat_map(|bin| [bin.low, bin.high]));
    values.extend(figure.benchmark.iter().map(|it| it.value));
    let Some((low, high)) = extent_of(&values) else {
        return notes.draw(pen, panel, panel);
    };
    let below = below_px(figure) + notes.height_px();
    let through = named(figure);
    let names_px = through.len().min(MOST_ROWS) as f64 * LINE_PX;
    let head = head(figure);
    let most = figure.bins.iter().filter_map(|bin| tame(bin.mark.value));
    // Under five a count would stand between whole numbers.
    let most = most.fold(5.0, f64::max);
    let margins = Margins {
        head: &head,
        head_px: head_px(&head) + names_px,
        below_px: below,
        right_px: RIGHT_PX,
    };
    let counts = Axis::from_zero("");
    let field = match figure.bins.is_empty() {
        true => None,
        false => Field::new(panel, &margins, (0.0, most), &counts),
    };
    let top = panel.top + margins.head_px;
    let bars = match &field {
        Some(field) => field.panel,
        None => Panel::new(panel.left + GAP_PX, top, panel.right - RIGHT_PX, top),
    };
    let strip_top = bars.bottom + GAP_PX;
    let strip = Panel::new(
        bars.left,
        strip_top,
        bars.right,
        strip_top + strip_px(figure),
    );
    let boxed = Panel::new(
        bars.left,
        strip.bottom,
        bars.right,
        strip.bottom + box_px(figure),
    );
    let foot_px = TICK_ROW_PX + notes.height_px();
    let is_lost = panel.width() < LEAST_WIDTH_PX
        || boxed.bottom + foot_px > panel.bottom + 0.5
        || (field.is_none() && !figure.bins.is_empty());
    if is_lost || bars.width() < 10.0 {
        return notes.draw(pen, panel, panel);
    }
    let wanted = (bars.width() / 70.0) as usize;
    let ticks = open_ticks(low, high, &figure.axis, wanted);
    let foot = Panel::new(bars.left, bars.top, bars.right, boxed.bottom);
    let plot = Plot::new(foot, (ticks.low, ticks.high), (0.0, 1.0));
    if let Some(field) = &field {
        let ups = (field.ticks.low, field.ticks.high);
        let bar_plot = Plot::new(bars, (ticks.low, ticks.high), ups);
        field.draw(pen, &bar_plot);
        draw_bars(figure, pen, &bar_plot);
    }
    pen.rule(bars.left, bars.right, strip.bottom, Role::Hairline);
    letter_axis(figure, pen, &plot, &ticks, foot, panel);
    let lines_top = bars.top - 2.0;
    draw_through(pen, &plot, &through, lines_top, names_px, boxed.bottom);
    let dots = strip_dots(figure, &plot, strip);
    dots::paint(pen, &dots, true);
    let is_named = |at: &usize| dots[*at].mark.emphasis == Emphasis::Named;
    let wanted: Vec<usize> = (0..dots.len()).filter(is_named).collect();
    let mut obstacles = dots::obstacles(&dots, strip, None);
    obstacles.lines = through
        .iter()
        .map(|it| plot.x(it.value))
        .map(|x| Panel::new(x - 2.0, strip.top, x + 2.0, strip.bottom))
        .collect();
    dots::name(pen, &dots, &wanted, strip, &mut obstacles);
    if let Some(shape) = &figure.box_shape {
        draw_box(figure, shape, pen, &plot, boxed);
    }
    notes.draw(pen, foot, panel);
    bar_regions(figure, pen, &plot, bars);
    dots::cloud_regions(pen, &dots);
}

fn letter_axis(
    figure: &Distribution,
    pen: &Pen,
    plot: &Plot,
    ticks: &Ticks,
    foot: Panel,
    panel: Panel,
) {
    let lines = (foot.bottom, foot.bottom + 4.0);
    let y = foot.bottom + TICK_ROW_PX / 2.0 + 2.0;
    pen.rule(foot.left, foot.right, foot.bottom, Role::InkThird);
    letter_across(pen, plot, ticks, (&figure.axis.unit, lines, y), panel);
}

/// A pixel of ground stands between two bars, where they are wide enough.
fn draw_bars(figure: &Distribution, pen: &Pen, plot: &Plot) {
    let base = plot.panel.bottom;
    let picked: Vec<f64> = named(figure)
        .iter()
        .filter(|it| !it.is_benchmark)
        .map(|it| it.value)
        .collect();
    for bin in &figure.bins {
        let (Some(low), Some(high)) = (tame(bin.low), tame(bin.high)) else {
            continue;
        };
        let (left, right) = (plot.x(low), plot.x(high));
        let gap = if right - left > 4.0 { 0.5 } else { 0.0 };
        let top = plot.y(bin.mark.value.max(0.0));
        let holds = picked.iter().any(|it| *it >= low && *it < high);
        let ink = Ink {
            role: Role::Similar,
            opacity_percent: if holds { 80 } else { 45 },
        };
        if bin.mark.value > 0.0 {
            pen.rect(Panel::new(left + gap, top, right - gap, base), ink);
        }
    }
    pen.rule(plot.panel.left, plot.panel.right, base, Role::InkThird);
}

/// The parts of an upright line that run through no name: one that comes from a name further up leaves out
/// those below it.
fn beside_names(x: f64, (from, bottom): (f64, f64), names: &[Panel]) -> Vec<(f64, f64)> {
    const MARGIN_PX: f64 = 2.0;
    let met = names
        .iter()
        .filter(|name| x > name.left - MARGIN_PX && x < name.right + MARGIN_PX);
    let mut met: Vec<&Panel> = met.filter(|name| name.top >= from - 0.5).collect();
    sort_by(&mut met, |one, other| one.top.total_cmp(&other.top));
    let mut parts = Vec::new();
    let mut start = from;
    for name in met {
        parts.push((start, name.top));
        start = name.bottom;
    }
    parts.push((start, bottom));
    parts.retain(|(start, end)| end - start > 1.0);
    parts
}

/// Lines through all three parts, their names above in as few rows as there is room for.
fn draw_through(pen: &Pen, plot: &Plot, through: &[Through], top: f64, names_px: f64, bottom: f64) {
    let panel = plot.panel;
    let mut order: Vec<&Through> = through.iter().collect();
    sort_by(&mut order, |one, other| one.value.total_cmp(&other.value));
    let rows = (names_px / LINE_PX) as usize;
    let mut taken: Vec<f64> = vec![f64::NEG_INFINITY; rows];
    let (mut lines, mut names, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    for (at, it) in order.iter().enumerate() {
        let x = plot.x(it.value);
        let line: Stroke = match it.is_benchmark {
            true => stroke(Role::Ink, 1.25),
            false => dashed(stroke(Role::InkSecond, 1.0), Dash::Dashed),
        };
        let text = text_width::fitted(&it.text, LABEL_PX, true, panel.width());
        let width = text_width::width_px(&text, LABEL_PX, true);
        let left = (x - width / 2.0).min(panel.right - width).max(panel.left);
        let free = taken.iter().position(|right| *right + 8.0 <= left);
        let row = free.filter(|_| at < MOST_NAMED);
        let from = row.map_or(top, |row| top - row as f64 * LINE_PX);
        lines.push((x, from, line));
        if let Some(row) = row {
            taken[row] = left + width;
            names.push(Panel::new(left, from - LINE_PX, left + width, from));
            texts.push((text, left, from - LINE_PX / 2.0));
        }
    }
    for (x, from, line) in lines {
        for (start, end) in beside_names(x, (from, bottom), &names) {
            pen.path(&[(x, start), (x, end)], line);
        }
    }
    for (text, left, y) in texts {
        let lettering = Lettering::new(LABEL_PX, Role::Ink).bold().halo();
        pen.text(&text, left, y, lettering);
    }
}

/// Dots that stand apart from each other up and down, in the same way each time: by the digits of their
/// place in two, read backwards, which fill the height evenly.
fn strip_dots<'a>(figure: &'a Distribution, plot: &Plot, strip: Panel) -> Vec<Dot<'a>> {
    let radius = match figure.marks.len() {
        0..=60 => 3.5,
        61..=400 => 2.75,
        _ => 1.75,
    };
    let height = (strip.height() - 2.0 * radius - 8.0).max(0.0);
    let place = |at: usize| f64::from((at as u32).reverse_bits()) / (f64::from(u32::MAX) + 1.0);
    let dots = figure.marks.iter().enumerate().filter_map(|(at, mark)| {
        let x = plot.x(tame(mark.value)?);
        let y = match figure.marks.len() {
            1 => (strip.top + strip.bottom) / 2.0,
            _ => strip.top + radius + 4.0 + height * place(at),
        };
        Some(Dot {
            mark,
            place: (x, y),
            radius: dots::radius(mark, radius),
            interval: None,
        })
    });
    dots.collect()
}

fn draw_box(figure: &Distribution, shape: &BoxShape, pen: &Pen, plot: &Plot, boxed: Panel) {
    let ends = [
        shape.lower_whisker,
        shape.lower_quartile,
        shape.median,
        shape.upper_quartile,
        shape.upper_whisker,
    ];
    if !ends.iter().all(|end| end.is_finite()) {
        return;
    }
    let [lower, first, median, third, upper] = ends.map(|end| plot.x(end));
    let middle = (boxed.top + boxed.bottom) / 2.0;
    let half = 8.0;
    let line = stroke(Role::InkSecond, 1.0);
    for (end, side) in [(lower, first), (upper, third)] {
        pen.path(&[(end, middle), (side, middle)], line);
        pen.path(&[(end, middle - 4.0), (end, middle + 4.0)], line);
    }
    let body = Panel::new(first, middle - half, third, middle + half);
    pen.rect(body, Ink::of(Role::Band));
    pen.frame(body, line);
    let mid = [(median, middle - half), (median, middle + half)];
    pen.path(&mid, stroke(Role::Ink, 2.0));
    for mark in figure.marks.iter().filter(|mark| mark.value.is_finite()) {
        let at = (plot.x(mark.value), middle);
        let is_beyond = mark.value < shape.lower_whisker || mark.value > shape.upper_whisker;
        if mark.emphasis == Emphasis::Picked {
            pen.disc(at, 4.5, Ink::of(Role::Surface));
            pen.disc(at, 3.0, Ink::of(Role::Ink));
        } else if is_beyond {
            pen.ring(at, 2.5, stroke(Role::InkThird, 1.0));
        }
    }
}

/// Each bin owns its column.
fn bar_regions(figure: &Distribution, pen: &mut Pen, plot: &Plot, bars: Panel) {
    for bin in &figure.bins {
        let (Some(low), Some(high)) = (tame(bin.low), tame(bin.high)) else {
            continue;
        };
        let region = Panel::new(plot.x(low), bars.top, plot.x(high), bars.bottom);
        pen.hit(Hit {
            key: bin.mark.key,
            region,
            extent: region,
            x_px: (region.left + region.right) / 2.0,
            y_px: bars.bottom,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_from_a_name_further_up_runs_through_no_other() {
        let lower = Panel::new(100.0, 20.0, 220.0, 34.0);
        let upper = Panel::new(180.0, 6.0, 270.0, 20.0);
        let names = [lower, upper];
        // Its own name ends where it begins; the one below is left out.
        assert_eq!(beside_names(210.0, (20.0, 300.0), &names), [(34.0, 300.0)]);
        assert_eq!(beside_names(150.0, (34.0, 300.0), &names), [(34.0, 300.0)]);
        assert_eq!(beside_names(260.0, (20.0, 300.0), &names), [(20.0, 300.0)]);
        // Of three rows the middle is passed beside.
        let middle = Panel::new(300.0, 20.0, 400.0, 34.0);
        assert_eq!(
            beside_names(310.0, (6.0, 300.0), &[middle]),
            [(6.0, 20.0), (34.0, 300.0)]
        );
    }
}
