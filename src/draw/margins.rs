//! Margins on paper: values in order against the line of a limit, a stem from each that misses it, and
//! names for those that miss it by the most. It must not know which side of the limit is good.

use crate::figure::{Benchmark, Emphasis, Margins, Mark, MarkStatus};

use super::axis::{extent, tame, unit_in_words};
use super::dots::{self, Dot};
use super::field::{
    Field, LINE_PX, Margins as Around, Notes, benchmark_lines, benchmark_px, head_px,
};
use super::geometry::Panel;
use super::glyph;
use super::labels::Obstacles;
use super::pen::{Lettering, Pen, Plot, dashed, stroke};
use super::scene::{Dash, Ink, Stroke};
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

const HINT_GAP_PX: f64 = 10.0;
/// Between a mark and its name; the ring of a picked mark lies in it.
const LABEL_GAP_PX: f64 = 5.0;

/// How tall margins like to be, in px, at a width.
pub(super) fn natural_height_px(margins: &Margins, width_px: f64) -> f64 {
    (width_px * 0.46).clamp(220.0, 340.0) + below_px(&notes(margins, width_px))
}

fn notes(margins: &Margins, width_px: f64) -> Notes {
    Notes::new("", &margins.caption, &margins.note, width_px)
}

/// The hints, then the notes.
fn below_px(notes: &Notes) -> f64 {
    HINT_GAP_PX + LINE_PX + notes.height_px()
}

/// A line across the field with its name beside it.
struct Limit {
    value: f64,
    name: Vec<String>,
    is_tried: bool,
}

/// Draws the margins into `panel`.
pub(super) fn draw(margins: &Margins, pen: &mut Pen, panel: Panel) {
    let notes = notes(margins, panel.width());
    let limits = limits(margins, panel.width());
    let Some(extent) = extent_of(margins) else {
        return notes.draw(pen, panel, panel);
    };
    let head = unit_in_words(&margins.axis);
    let names_px = limits.iter().map(|limit| benchmark_px(&limit.name));
    let around = Around {
        head,
        head_px: head_px(head),
        below_px: below_px(&notes),
        right_px: names_px.fold(0.0, f64::max),
    };
    let Some(sheet) = Field::new(panel, &around, extent, &margins.axis) else {
        return;
    };
    let (field, room) = (sheet.panel, sheet.room);
    let count = margins.marks.len().max(1) as f64;
    let up = (sheet.ticks.low, sheet.ticks.high);
    let plot = Plot::new(field, (-0.5, count - 0.5), up);

    sheet.draw(pen, &plot);
    let dots = placed(margins, &plot);
    stems(pen, &dots, field.width() / count);
    for limit in &limits {
        let y = plot.y(limit.value);
        pen.path(&[(field.left, y), (field.right + 2.0, y)], line(limit));
    }
    letter_limits(pen, &limits, &plot, room);
    paint(pen, &dots);
    let wanted = dots::wanted(&dots, &|index| index);
    let mut obstacles = dots::obstacles(&dots, field, None);
    let across = |limit: &Limit| {
        let y = plot.y(limit.value);
        Panel::new(field.left, y - 2.0, field.right, y + 2.0)
    };
    obstacles.lines = limits.iter().map(across).collect();
    for dot in &dots {
        if let Some((from, to)) = dot.interval {
            let x = dot.place.0;
            let panel = Panel::new(x - 1.5, from.min(to), x + 1.5, from.max(to));
            obstacles.solid.push(panel);
        }
    }
    name_level(pen, &dots, &wanted, (field, obstacles));
    hints(pen, margins, field, panel.bottom - notes.height_px());
    notes.draw(pen, field, panel);
    dots::column_regions(pen, &dots, field);
}

fn extent_of(margins: &Margins) -> Option<(f64, f64)> {
    let (low, high) = extent(margins.marks.iter(), Some(&margins.limit))?;
    let tried = margins.tried.as_ref().and_then(|it| tame(it.value));
    Some(match tried {
        Some(tried) => (low.min(tried), high.max(tried)),
        None => (low, high),
    })
}

/// The lines that an axis can bear.
fn limits(margins: &Margins, width_px: f64) -> Vec<Limit> {
    let limit = |of: &Benchmark, is_tried: bool| {
        Some(Limit {
            value: tame(of.value)?,
            name: benchmark_lines(of, width_px),
            is_tried,
        })
    };
    let tried = margins.tried.as_ref().and_then(|of| limit(of, true));
    limit(&margins.limit, false)
        .into_iter()
        .chain(tried)
        .collect()
}

fn line(limit: &Limit) -> Stroke {
    match limit.is_tried {
        true => dashed(stroke(Role::InkSecond, 1.25), Dash::Dashed),
        false => stroke(Role::Ink, 1.25),
    }
}

/// The names of the limits, at their lines or as near as they do not cover each other.
fn letter_limits(pen: &Pen, limits: &[Limit], plot: &Plot, room: Panel) {
    let mut placed: Vec<(f64, &Limit)> = Vec::new();
    for limit in limits {
        let half = limit.name.len() as f64 * LINE_PX / 2.0;
        let y = plot.y(limit.value);
        let mut middle = y.min(room.bottom - half).max(room.top + half - 6.0);
        for (other, taken) in &placed {
            let apart = half + taken.name.len() as f64 * LINE_PX / 2.0 + 2.0;
            if (middle - other).abs() < apart {
                let is_above = y < *other && other - apart - half >= room.top - 8.0;
                middle = if is_above {
                    other - apart
                } else {
                    other + apart
                };
            }
        }
        let is_held = middle + half <= room.bottom + 8.0 && middle - half >= room.top - 9.0;
        if !is_held && !placed.is_empty() {
            continue;
        }
        let lettering = match limit.is_tried {
            true => Lettering::new(LABEL_PX, Role::InkSecond),
            false => Lettering::new(LABEL_PX, Role::Ink).bold(),
        };
        for (index, line) in limit.name.iter().enumerate() {
            let y = middle - half + (index as f64 + 0.5) * LINE_PX;
            pen.text(line, plot.panel.right + 8.0, y, lettering);
        }
        placed.push((middle, limit));
    }
}

fn placed<'a>(margins: &'a Margins, plot: &Plot) -> Vec<Dot<'a>> {
    let pitch = plot.panel.width() / margins.marks.len().max(1) as f64;
    let radius = (pitch * 0.7).clamp(1.75, 3.5);
    let limit = tame(margins.limit.value);
    let dot = |(index, mark): (usize, &'a Mark)| {
        let place = plot.place(index as f64, tame(mark.value)?);
        let stem = limit.filter(|_| mark.status == MarkStatus::NotMet);
        Some(Dot {
            mark,
            place,
            radius: match mark.status {
                MarkStatus::NotMet => radius.max(2.75),
                _ => dots::radius(mark, radius).min(radius.max(2.0)),
            },
            interval: stem.map(|limit| (plot.y(limit), place.1)),
        })
    };
    let marks = margins.marks.iter().enumerate();
    marks.filter_map(dot).collect()
}

/// The way from the limit to each value that misses it.
fn stems(pen: &Pen, dots: &[Dot], pitch: f64) {
    let role = glyph::role(MarkStatus::NotMet);
    let stem = Stroke {
        ink: Ink {
            role,
            opacity_percent: 45,
        },
        ..stroke(role, (pitch * 0.4).clamp(0.75, 2.0))
    };
    for dot in dots {
        if let Some((from, to)) = dot.interval {
            pen.path(&[(dot.place.0, from), (dot.place.0, to)], stem);
        }
    }
}

/// Those that meet the limit as quiet dots, since ticks in a row would be a wall; those that miss it
/// on top of them, the picked one above all.
fn paint(pen: &Pen, dots: &[Dot]) {
    let is_missed = |dot: &Dot| dot.mark.status == MarkStatus::NotMet;
    for layer in 0..3 {
        for dot in dots {
            let own = match (dot.mark.emphasis, is_missed(dot)) {
                (Emphasis::Picked, _) => 2,
                (_, is_missed) => usize::from(is_missed),
            };
            if own != layer {
                continue;
            }
            if layer == 2 {
                pen.disc(dot.place, dot.radius + 3.0, Ink::of(Role::Surface));
                pen.ring(dot.place, dot.radius + 2.5, stroke(Role::Ink, 1.25));
            }
            match dot.mark.status {
                MarkStatus::Met => {
                    let ink = Ink::of(glyph::role(MarkStatus::Met));
                    pen.disc(dot.place, dot.radius, ink);
                }
                status => glyph::draw(pen, status, dot.place, dot.radius),
            }
        }
    }
}

/// Names the marks wanted, each level with its own mark: a name a row higher or lower would be read as
/// its neighbour's. Only the outermost mark and the picked one, which stands out, may have theirs above or
/// below, beginning or ending at the mark. Where there is no room for the name the value stands alone, never a part of it; where
/// there is none for that either, nothing.
fn name_level(pen: &Pen, dots: &[Dot], wanted: &[usize], (field, obstacles): (Panel, Obstacles)) {
    let lettering = Lettering::new(LABEL_PX, Role::Ink).halo();
    let mut taken = obstacles.solid;
    taken.extend(obstacles.lines);
    let outermost = dots.first().map(|dot| dot.place);
    for dot in wanted.iter().filter_map(|index| dots.get(*index)) {
        let (label, value) = (&*dot.mark.label, &*dot.mark.value_text);
        let gap = dot.radius + LABEL_GAP_PX;
        let place = |text: &str| {
            let width = lettering.width_px(text);
            let (x, y) = dot.place;
            let half = LINE_PX / 2.0;
            let mut places = vec![(x + gap, y), (x - gap - width, y)];
            if dot.is_picked() || outermost == Some(dot.place) {
                let away = gap + half - 2.0;
                let begin = (x - dot.radius).max(field.left);
                let end = x + dot.radius - width;
                let outer = [
                    (begin, y + away),
                    (begin, y - away),
                    (end, y - away),
                    (end, y + away),
                ];
                places.extend(outer);
            }
            let panel = |(left, y): (f64, f64)| Panel::new(left, y - half, left + width, y + half);
            let panels = places.into_iter().map(panel);
            let is_free = |panel: &Panel| {
                field.holds(panel) && taken.iter().all(|other| !other.overlaps(panel))
            };
            { panels }.find(is_free)
        };
        let texts = [[label, " ", value].concat(), value.to_string()];
        let placed = texts
            .into_iter()
            .find_map(|text| Some((place(&text)?, text)));
        if let Some((panel, text)) = placed {
            pen.text(
                &text,
                panel.left,
                (panel.top + panel.bottom) / 2.0,
                lettering,
            );
            taken.push(panel);
        }
    }
}

fn hints(pen: &Pen, margins: &Margins, field: Panel, bottom: f64) {
    let quiet = Lettering::new(AXIS_PX, Role::InkThird);
    let y = bottom - LINE_PX / 2.0;
    let start = pen.text(&margins.start_hint, field.left, y, quiet);
    let end_px = quiet.width_px(&margins.end_hint);
    if field.right - end_px > start.right + 8.0 && field.width() > LEAST_WIDTH_PX / 2.0 {
        pen.text(&margins.end_hint, field.right, y, quiet.end());
    }
}
