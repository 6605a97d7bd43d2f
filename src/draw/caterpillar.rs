//! A caterpillar on paper: dots in order, intervals behind them, the benchmark across, names
//! only for what deviates. It must not know why a mark deviates.

use crate::figure::{Caterpillar, Mark};

use super::axis::{extent_within, tame, unit_in_words};
use super::dots::{self, Dot};
use super::field::{
    Field, LINE_PX, Margins, benchmark_lines, benchmark_px, head_px, letter_benchmark,
};
use super::geometry::Panel;
use super::glyph::{self, arrow};
use super::labels::Obstacles;
use super::pen::{Lettering, Pen, Plot, stroke};
use super::scene::{Ink, Stroke};
use super::text_width;
use super::theme::{AXIS_PX, LEAST_WIDTH_PX, Role};

const FOOTER_GAP_PX: f64 = 10.0;

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
    let reach = caterpillar.axis.reach;
    let Some(extent) = extent_within(caterpillar.marks.iter(), benchmark, reach) else {
        if panel.height() >= footer.height_px() && panel.width() >= LEAST_WIDTH_PX {
            letter_footer(pen, caterpillar, &footer, panel, panel);
        }
        return;
    };
    let head = unit_in_words(&caterpillar.axis);
    let name = benchmark.map(|line| benchmark_lines(line, panel.width()));
    let margins = Margins {
        head,
        head_px: head_px(head),
        below_px: footer.height_px(),
        right_px: name.as_deref().map_or(0.0, benchmark_px),
    };
    let Some(sheet) = Field::new(panel, &margins, extent, &caterpillar.axis) else {
        return;
    };
    let (field, room) = (sheet.panel, sheet.room);
    let count = caterpillar.marks.len() as f64;
    let up = (sheet.ticks.low, sheet.ticks.high);
    let plot = Plot::new(field, (-0.5, count - 0.5), up);

    sheet.draw(pen, &plot);
    let dots = placed(caterpillar, &plot);
    intervals(pen, &dots, (&plot, up), field.width() / count);
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
    dots::paint(pen, &dots, false);
    // Names go to the picked, then from the two ends inwards.
    let wanted = dots::wanted(&dots, &|index| index.min(dots.len() - 1 - index));
    let mut obstacles = obstacles(&dots, field, line_y);
    dots::name(pen, &dots, &wanted, field, &mut obstacles);
    letter_footer(pen, caterpillar, &footer, field, panel);
    dots::column_regions(pen, &dots, field);
}

fn placed<'a>(caterpillar: &'a Caterpillar, plot: &Plot) -> Vec<Dot<'a>> {
    let pitch = plot.panel.width() / caterpillar.marks.len().max(1) as f64;
    let radius = (pitch * 0.8).clamp(1.75, 3.5);
    let dot = |(index, mark): (usize, &'a Mark)| {
        let place = plot.place(index as f64, tame(mark.value)?);
        let ends = mark
            .interval
            .and_then(|(low, high)| Some((tame(low)?, tame(high)?)));
        Some(Dot {
            mark,
            place,
            radius: dots::radius(mark, radius),
            interval: ends.map(|(low, high)| (plot.y(low), plot.y(high))),
        })
    };
    caterpillar
        .marks
        .iter()
        .enumerate()
        .filter_map(dot)
        .collect()
}

/// Intervals, those of deviating marks last and in their own colour; with an arrow where one runs beyond
/// the axis.
fn intervals(pen: &Pen, dots: &[Dot], (plot, up): (&Plot, (f64, f64)), pitch: f64) {
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
            let (least, most) = dot.mark.interval.unwrap_or(up);
            // A pale one would be lost.
            let ink = Ink::of(role);
            if least < up.0 {
                arrow(pen, (x, plot.panel.bottom), (0.0, 1.0), ink);
            }
            if most > up.1 {
                arrow(pen, (x, plot.panel.top), (0.0, -1.0), ink);
            }
        }
    }
}

/// What names never cover, and what they rather would not.
fn obstacles(dots: &[Dot], field: Panel, line_y: Option<f64>) -> Obstacles {
    let mut obstacles = dots::obstacles(dots, field, line_y);
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
