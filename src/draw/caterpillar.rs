//! A caterpillar on paper: dots in order, intervals behind them, the benchmark across, names
//! only for what deviates. It must not know why a mark deviates.

use crate::figure::{Benchmark, Caterpillar, Emphasis, Mark};
use crate::model::sort_by_key;

use super::axis::{Ticks, extent, is_sign, open_ticks, tame, tick_text};
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::labels::{self, Obstacles, Wish};
use super::pen::{Lettering, Pen, Plot, stroke};
use super::scene::{Ink, Stroke};
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

const LINE_PX: f64 = 15.0;
/// More names than this are never tried: a chart with so many is read by hover or in the table.
const MOST_NAMES: usize = 40;
const FOOTER_GAP_PX: f64 = 10.0;
const LABEL_HEIGHT_PX: f64 = 13.5;

/// How tall a caterpillar likes to be, in px, at a width.
pub(super) fn natural_height_px(caterpillar: &Caterpillar, width_px: f64) -> f64 {
    let lines = footer(caterpillar, width_px).height_px();
    (width_px * 0.52).clamp(230.0, 400.0) + lines
}

/// What stands under the plot.
struct Footer {
    caption: Vec<String>,
    is_caption_between: bool,
    note: Vec<String>,
}

impl Footer {
    fn height_px(&self) -> f64 {
        let below = if self.is_caption_between {
            0
        } else {
            self.caption.len()
        };
        FOOTER_GAP_PX + LINE_PX * (1 + below + self.note.len()) as f64
    }
}

/// The caption stands between the two hints where it fits, else below them.
fn footer(caterpillar: &Caterpillar, width_px: f64) -> Footer {
    let width = |text: &str| text_width::width_px(text, AXIS_PX, false);
    let hints = width(&caterpillar.start_hint).max(width(&caterpillar.end_hint));
    let is_caption_between = width(&caterpillar.caption) + 2.0 * hints + 130.0 <= width_px;
    Footer {
        caption: text_width::wrapped(&caterpillar.caption, AXIS_PX, false, width_px, 3),
        is_caption_between,
        note: text_width::wrapped(&caterpillar.note, AXIS_PX, false, width_px, 4),
    }
}

/// Draws the caterpillar into `panel`.
pub(super) fn draw(caterpillar: &Caterpillar, pen: &mut Pen, panel: Panel) {
    let footer = footer(caterpillar, panel.width());
    let benchmark = caterpillar
        .benchmark
        .as_ref()
        .filter(|line| line.value.is_finite());
    let Some((low, high)) = extent(caterpillar.marks.iter(), benchmark) else {
        letter_footer(pen, caterpillar, &footer, panel, panel);
        return;
    };
    let unit = &caterpillar.axis.unit;
    let unit_px = if unit.is_empty() || is_sign(unit) {
        8.0
    } else {
        22.0
    };
    let room = panel.shrunk(0.0, unit_px, 0.0, footer.height_px());
    if room.height() < 24.0 || panel.width() < LEAST_WIDTH_PX {
        return;
    }
    let ticks = open_ticks(
        low,
        high,
        &caterpillar.axis,
        (room.height() / 36.0) as usize,
    );
    let texts = tick_texts(&ticks, unit);
    let tick = Lettering::new(AXIS_PX, Role::InkThird);
    let gutter = texts
        .iter()
        .map(|text| tick.width_px(text))
        .fold(0.0, f64::max);
    let gutter = gutter.min(panel.width() * 0.3) + 8.0;
    let name = benchmark.map(|line| benchmark_lines(line, panel.width()));
    let name_px = name.as_ref().map_or(0.0, |lines| lines_width(lines) + 8.0);
    let field = room.shrunk(gutter, 0.0, name_px.max(6.0), 0.0);
    if field.width() < 10.0 {
        return;
    }
    let count = caterpillar.marks.len() as f64;
    let plot = Plot::new(field, (-0.5, count - 0.5), (ticks.low, ticks.high));

    for (value, text) in ticks.values.iter().zip(&texts) {
        let y = plot.y(*value);
        pen.rule(field.left, field.right, y, Role::Hairline);
        let text = text_width::fitted(text, AXIS_PX, false, gutter - 8.0);
        pen.text(&text, field.left - 8.0, y, tick.end());
    }
    if unit_px > 8.0 {
        let text = text_width::fitted(unit, AXIS_PX, false, panel.width());
        pen.text(&text, panel.left, panel.top + 7.0, tick);
    }
    let dots = dots(caterpillar, &plot);
    intervals(pen, &dots, &plot, field.width() / count);
    let line_y = benchmark
        .and_then(|line| tame(line.value))
        .map(|value| plot.y(value));
    if let (Some(y), Some(lines)) = (line_y, &name) {
        pen.path(
            &[(field.left, y), (field.right + 2.0, y)],
            stroke(Role::Ink, 1.25),
        );
        letter_benchmark(pen, lines, field.right + 8.0, y, room);
    }
    paint(pen, &dots);
    name_dots(pen, &dots, field, line_y);
    letter_footer(pen, caterpillar, &footer, field, panel);
    regions(pen, &dots, field);
}

/// One drawn mark.
struct Dot<'a> {
    mark: &'a Mark,
    place: (f64, f64),
    radius: f64,
    interval: Option<(f64, f64)>,
}

fn dots<'a>(caterpillar: &'a Caterpillar, plot: &Plot) -> Vec<Dot<'a>> {
    let pitch = plot.panel.width() / caterpillar.marks.len().max(1) as f64;
    let radius = (pitch * 0.8).clamp(1.75, 3.5);
    let dot = |(index, mark): (usize, &'a Mark)| {
        let place = plot.place(index as f64, tame(mark.value)?);
        let ends = mark
            .interval
            .and_then(|(low, high)| Some((tame(low)?, tame(high)?)));
        let interval = ends.map(|(low, high)| (plot.y(low), plot.y(high)));
        let is_strong = glyph::deviates(mark.status) || mark.emphasis == Emphasis::Picked;
        let radius = if is_strong {
            (radius + 0.5).max(3.0)
        } else {
            radius
        };
        Some(Dot {
            mark,
            place,
            radius,
            interval,
        })
    };
    caterpillar
        .marks
        .iter()
        .enumerate()
        .filter_map(dot)
        .collect()
}

fn tick_texts(ticks: &Ticks, unit: &str) -> Vec<String> {
    let text = |value: &f64| tick_text(*value, ticks.decimals);
    let mut texts: Vec<String> = ticks.values.iter().map(text).collect();
    if let Some(top) = texts.last_mut().filter(|_| is_sign(unit)) {
        top.push_str(unit);
    }
    texts
}

/// The benchmark's name over at most two lines, its value below.
fn benchmark_lines(benchmark: &Benchmark, width_px: f64) -> Vec<String> {
    let room_px = (width_px * 0.2).clamp(48.0, 110.0);
    let mut lines = text_width::wrapped(&benchmark.label, LABEL_PX, true, room_px, 2);
    if !benchmark.value_text.is_empty() {
        lines.push(text_width::fitted(
            &benchmark.value_text,
            LABEL_PX,
            true,
            room_px,
        ));
    }
    lines
}

fn lines_width(lines: &[String]) -> f64 {
    let width = |line: &String| text_width::width_px(line, LABEL_PX, true);
    lines.iter().map(width).fold(0.0, f64::max)
}

fn letter_benchmark(pen: &Pen, lines: &[String], left: f64, y: f64, room: Panel) {
    let half = lines.len() as f64 * LINE_PX / 2.0;
    let top = (y - half).min(room.bottom - 2.0 * half).max(room.top - 6.0);
    for (index, line) in lines.iter().enumerate() {
        let line_y = top + (index as f64 + 0.5) * LINE_PX;
        pen.text(
            line,
            left,
            line_y,
            Lettering::new(LABEL_PX, Role::Ink).bold(),
        );
    }
}

/// Intervals, those of deviating marks last and in their own colour.
fn intervals(pen: &Pen, dots: &[Dot], plot: &Plot, pitch: f64) {
    let width_px = (pitch * 0.5).clamp(0.75, 2.0);
    for is_deviating in [false, true] {
        for dot in dots
            .iter()
            .filter(|dot| glyph::deviates(dot.mark.status) == is_deviating)
        {
            let Some((low, high)) = dot.interval else {
                continue;
            };
            let role = if is_deviating {
                glyph::role(dot.mark.status)
            } else {
                Role::Similar
            };
            let opacity_percent = if is_deviating { 70 } else { 38 };
            let line = Stroke {
                ink: Ink {
                    role,
                    opacity_percent,
                },
                ..stroke(role, width_px)
            };
            let x = dot.place.0;
            let (low, high) = (low.min(plot.panel.bottom), high.max(plot.panel.top));
            pen.path(&[(x, low), (x, high)], line);
        }
    }
}

/// The dots, those that deviate or are picked on top.
fn paint(pen: &Pen, dots: &[Dot]) {
    let rank = |dot: &Dot| match dot.mark.emphasis {
        Emphasis::Picked => 2,
        _ => usize::from(glyph::deviates(dot.mark.status)),
    };
    for layer in 0..3 {
        for dot in dots.iter().filter(|dot| rank(dot) == layer) {
            if layer == 2 {
                pen.disc(dot.place, dot.radius + 3.0, Ink::of(Role::Surface));
                pen.ring(dot.place, dot.radius + 2.5, stroke(Role::Ink, 1.25));
            }
            glyph::draw(pen, dot.mark.status, dot.place, dot.radius);
        }
    }
}

/// Names for the marks that ask for one: the picked first, then from the two ends inwards.
fn name_dots(pen: &Pen, dots: &[Dot], field: Panel, line_y: Option<f64>) {
    let mut wanted: Vec<usize> = (0..dots.len())
        .filter(|index| dots[*index].mark.emphasis > Emphasis::None)
        .collect();
    sort_by_key(&mut wanted, |index| {
        let is_picked = dots[*index].mark.emphasis == Emphasis::Picked;
        (!is_picked, (*index).min(dots.len() - 1 - *index))
    });
    wanted.truncate(MOST_NAMES);
    let text = |dot: &Dot| {
        let mut text = dot.mark.label.clone();
        if !dot.mark.value_text.is_empty() {
            text.push(' ');
            text.push_str(&dot.mark.value_text);
        }
        text_width::fitted(&text, LABEL_PX, is_bold(dot), field.width() * 0.6)
    };
    let texts: Vec<String> = wanted.iter().map(|index| text(&dots[*index])).collect();
    let wish = |(index, text): (&usize, &String)| {
        let dot = &dots[*index];
        let width = text_width::width_px(text, LABEL_PX, is_bold(dot));
        let reach = dot.radius + if is_bold(dot) { 3.0 } else { 1.0 };
        Wish {
            x: dot.place.0,
            y: dot.place.1,
            reach,
            width,
            height: LABEL_HEIGHT_PX,
        }
    };
    let wishes: Vec<Wish> = wanted.iter().zip(&texts).map(wish).collect();
    let obstacles = obstacles(dots, field, line_y);
    let picked = wanted
        .iter()
        .filter(|index| is_bold(&dots[**index]))
        .count();
    let places = labels::place(&wishes, picked, field, &obstacles);
    for ((place, text), index) in places.iter().zip(&texts).zip(&wanted) {
        let Some(place) = place else { continue };
        if let Some(leader) = place.leader {
            draw_leader(pen, &dots[*index], leader);
        }
        let mut lettering = Lettering::new(LABEL_PX, Role::Ink).halo();
        lettering.bold = is_bold(&dots[*index]);
        let middle = (place.panel.top + place.panel.bottom) / 2.0;
        pen.text(text, place.panel.left, middle, lettering);
    }
}

/// A leader begins where the mark's own interval ends, and is not needed inside it.
fn draw_leader(pen: &Pen, dot: &Dot, (x, from, to): (f64, f64, f64)) {
    let (low, high) = dot.interval.unwrap_or((from, from));
    let from = if to > from {
        from.max(low)
    } else {
        from.min(high)
    };
    if (to > dot.place.1) == (to > from) {
        pen.path(&[(x, from), (x, to)], stroke(Role::Similar, 0.75));
    }
}

fn is_bold(dot: &Dot) -> bool {
    dot.mark.emphasis == Emphasis::Picked
}

/// What names never cover, and what they rather would not.
fn obstacles(dots: &[Dot], field: Panel, line_y: Option<f64>) -> Obstacles {
    let around = |dot: &Dot| Panel::around(dot.place.0, dot.place.1, dot.radius + 1.0);
    let across = |y: f64| Panel::new(field.left, y - 2.0, field.right, y + 2.0);
    let mut obstacles = Obstacles {
        solid: dots.iter().map(around).collect(),
        lines: line_y.map(across).into_iter().collect(),
        soft: Vec::new(),
    };
    for dot in dots {
        if let Some((low, high)) = dot.interval {
            let x = dot.place.0;
            let panel = Panel::new(x - 1.5, high.min(low), x + 1.5, high.max(low));
            let is_deviating = glyph::deviates(dot.mark.status);
            let list = if is_deviating {
                &mut obstacles.solid
            } else {
                &mut obstacles.soft
            };
            list.push(panel);
        }
    }
    obstacles
}

fn letter_footer(pen: &Pen, figure: &Caterpillar, footer: &Footer, field: Panel, panel: Panel) {
    let quiet = Lettering::new(AXIS_PX, Role::InkThird);
    let mut y = panel.bottom - footer.height_px() + FOOTER_GAP_PX + LINE_PX / 2.0;
    let start = pen.text(&figure.start_hint, field.left, y, quiet);
    let end_hint_px = quiet.width_px(&figure.end_hint);
    if field.right - end_hint_px > start.right + 8.0 {
        pen.text(&figure.end_hint, field.right, y, quiet.end());
    }
    if footer.is_caption_between {
        pen.text(
            &figure.caption,
            (field.left + field.right) / 2.0,
            y,
            quiet.middle(),
        );
    }
    y += LINE_PX;
    let below: &[String] = if footer.is_caption_between {
        &[]
    } else {
        &footer.caption
    };
    for line in below.iter().chain(&footer.note) {
        pen.text(line, panel.left, y, quiet);
        y += LINE_PX;
    }
}

/// Each mark owns its column, as wide as the way to its neighbours.
fn regions(pen: &mut Pen, dots: &[Dot], field: Panel) {
    let half = |index: usize, other: Option<usize>| {
        let other = other.and_then(|other| dots.get(other));
        other.map_or(field.width(), |other| {
            (other.place.0 - dots[index].place.0).abs() / 2.0
        })
    };
    for (index, dot) in dots.iter().enumerate() {
        let (x, y) = dot.place;
        let left = (x - half(index, index.checked_sub(1))).max(field.left);
        let right = (x + half(index, Some(index + 1))).min(field.right);
        let (low, high) = dot.interval.unwrap_or((y, y));
        let top = (y - dot.radius).min(high.min(low));
        let bottom = (y + dot.radius).max(low.max(high));
        pen.hit(Hit {
            key: dot.mark.key,
            region: Panel::new(left, field.top, right, field.bottom),
            extent: Panel::new(x - dot.radius, top, x + dot.radius, bottom),
            x_px: x,
            y_px: y,
        });
    }
}
