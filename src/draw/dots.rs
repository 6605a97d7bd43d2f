//! Dots of many areas: painted so that what deviates lies on top, named where there is room. It
//! must not know what their place means.

use crate::figure::{Emphasis, Mark, MarkStatus};
use crate::model::sort_by_key;

use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::labels::{self, Obstacles, Wish};
use super::pen::{Lettering, Pen, dashed, stroke};
use super::scene::{Dash, Ink};
use super::text_width;
use super::theme::{LABEL_PX, Role};

/// More names than this are never tried: a chart with so many is read by hover or in the table.
const MOST_NAMES: usize = 40;
/// A cloud has less room for names, and looking for it takes longer.
const MOST_IN_CLOUD: usize = 24;
/// Names that found no room are tried once more, this many at most.
const MOST_AGAIN: usize = 12;
/// The height that a name takes.
pub(super) const NAME_HEIGHT_PX: f64 = 13.5;
/// A name wider than this share of the field is cut.
pub(super) const MOST_OF_FIELD: f64 = 0.6;
/// From this many dots on, a cloud is thinned.
const MANY: usize = 60;

/// A dot that lets others shine through: alone it still stands at three to one from its ground, in both
/// themes, and where dots lie over each other it darkens.
pub(super) const THIN: Ink = Ink {
    role: Role::InkSecond,
    opacity_percent: 70,
};

/// One drawn mark.
pub(super) struct Dot<'a> {
    pub mark: &'a Mark,
    pub place: (f64, f64),
    pub radius: f64,
    /// The ends of its interval, where one is drawn: the y of the low and of the high end.
    pub interval: Option<(f64, f64)>,
}

impl Dot<'_> {
    pub fn is_picked(&self) -> bool {
        self.mark.emphasis == Emphasis::Picked
    }
}

/// The radius of a mark, larger where it deviates or is picked.
pub(super) fn radius(mark: &Mark, radius: f64) -> f64 {
    let is_strong = glyph::deviates(mark.status) || mark.emphasis == Emphasis::Picked;
    if is_strong {
        (radius + 0.5).max(3.0)
    } else {
        radius
    }
}

/// The dots, those that deviate or are picked on top. In a cloud of many, dots that do not deviate
/// let each other shine through, so that its middle stays readable.
pub(super) fn paint(pen: &Pen, dots: &[Dot], is_cloud: bool) {
    let is_thin = |dot: &Dot| {
        let is_quiet = matches!(dot.mark.status, MarkStatus::Plain | MarkStatus::Similar);
        is_cloud && dots.len() >= MANY && is_quiet
    };
    for layer in 0..3 {
        for dot in dots.iter().filter(|dot| rank(dot) == layer) {
            if layer == 2 {
                pen.disc(dot.place, dot.radius + 3.0, Ink::of(Role::Surface));
                pen.ring(dot.place, dot.radius + 2.5, stroke(Role::Ink, 1.25));
            }
            if layer == 0 && is_thin(dot) {
                pen.disc(dot.place, dot.radius, THIN);
            } else {
                glyph::draw(pen, dot.mark.status, dot.place, dot.radius);
            }
        }
    }
}

fn rank(dot: &Dot) -> usize {
    match dot.mark.emphasis {
        Emphasis::Picked => 2,
        _ => usize::from(glyph::deviates(dot.mark.status)),
    }
}

/// The dots that ask for a name: the picked first, then by `order`, which is the lower the more a
/// name is wanted.
pub(super) fn wanted(dots: &[Dot], order: &dyn Fn(usize) -> usize) -> Vec<usize> {
    let mut wanted: Vec<usize> = (0..dots.len())
        .filter(|index| dots[*index].mark.emphasis > Emphasis::None)
        .collect();
    sort_by_key(&mut wanted, |index| {
        (!dots[*index].is_picked(), order(*index))
    });
    wanted.truncate(MOST_NAMES);
    wanted
}

/// How much a name is wanted in a cloud: what lies beyond 99.8 % first.
pub(super) fn by_verdict(dots: &[Dot]) -> Vec<usize> {
    let is_strong = |index: usize| {
        let status = dots.get(index).map(|dot| dot.mark.status);
        matches!(status, Some(MarkStatus::MuchBetter | MarkStatus::MuchWorse))
    };
    let mut wanted = wanted(dots, &|index| usize::from(!is_strong(index)));
    wanted.truncate(MOST_IN_CLOUD);
    wanted
}

/// Names the dots `wanted`, with their values, where there is room.
pub(super) fn name(
    pen: &Pen,
    dots: &[Dot],
    wanted: &[usize],
    field: Panel,
    obstacles: &mut Obstacles,
) -> Vec<usize> {
    let text = |index: &usize| {
        let mut text = dots[*index].mark.label.clone();
        if !dots[*index].mark.value_text.is_empty() {
            text.push(' ');
            text.push_str(&dots[*index].mark.value_text);
        }
        text
    };
    let texts: Vec<String> = wanted.iter().map(text).collect();
    letter(pen, dots, wanted, &texts, field, obstacles)
}

/// Names the dots of a cloud: in full, else without the value. The picked one is named even where
/// its name covers dots that do not deviate.
pub(super) fn name_cloud(pen: &Pen, dots: &[Dot], field: Panel, mut obstacles: Obstacles) {
    let without_value = |left: &[usize]| -> Vec<String> {
        let label = |index: &usize| dots[*index].mark.label.clone();
        left.iter().map(label).collect()
    };
    let mut left = name(pen, dots, &by_verdict(dots), field, &mut obstacles);
    left.truncate(MOST_AGAIN);
    let texts = without_value(&left);
    let mut left = letter(pen, dots, &left, &texts, field, &mut obstacles);
    left.retain(|index| dots[*index].is_picked());
    if left.is_empty() {
        return;
    }
    // What the dots took first is in front; names and leaders placed since stay solid.
    let since = obstacles
        .solid
        .split_off(dots.len().min(obstacles.solid.len()));
    let of_dots = std::mem::replace(&mut obstacles.solid, since);
    for (dot, panel) in dots.iter().zip(of_dots) {
        let is_own = left.iter().any(|index| std::ptr::eq(&dots[*index], dot));
        match glyph::deviates(dot.mark.status) || is_own {
            true => obstacles.solid.push(panel),
            false => obstacles.soft.push(panel),
        }
    }
    letter(
        pen,
        dots,
        &left,
        &without_value(&left),
        field,
        &mut obstacles,
    );
}

/// Letters `texts` by the dots `wanted` where there is room; gives back those that found none,
/// and makes the places taken obstacles.
pub(super) fn letter(
    pen: &Pen,
    dots: &[Dot],
    wanted: &[usize],
    texts: &[String],
    field: Panel,
    obstacles: &mut Obstacles,
) -> Vec<usize> {
    let fitted = |(index, text): (&usize, &String)| {
        text_width::fitted(
            text,
            LABEL_PX,
            dots[*index].is_picked(),
            field.width() * MOST_OF_FIELD,
        )
    };
    let texts: Vec<String> = wanted.iter().zip(texts).map(fitted).collect();
    let wish = |(index, text): (&usize, &String)| {
        let dot = &dots[*index];
        let width = text_width::width_px(text, LABEL_PX, dot.is_picked());
        let reach = dot.radius + if dot.is_picked() { 3.0 } else { 1.0 };
        Wish {
            x: dot.place.0,
            y: dot.place.1,
            reach,
            width,
            height: NAME_HEIGHT_PX,
        }
    };
    let wishes: Vec<Wish> = wanted.iter().zip(&texts).map(wish).collect();
    let picked = wanted
        .iter()
        .filter(|index| dots[**index].is_picked())
        .count();
    let places = labels::place(&wishes, picked, field, obstacles);
    let mut left = Vec::new();
    for ((place, text), index) in places.iter().zip(&texts).zip(wanted) {
        let Some(place) = place else {
            left.push(*index);
            continue;
        };
        if let Some(leader) = place.leader {
            draw_leader(pen, &dots[*index], leader);
        }
        let mut lettering = Lettering::new(LABEL_PX, Role::Ink).halo();
        lettering.bold = dots[*index].is_picked();
        let middle = (place.panel.top + place.panel.bottom) / 2.0;
        pen.text(text, place.panel.left, middle, lettering);
        obstacles.solid.extend(labels::covered(place));
    }
    left
}

/// A leader begins beyond the end of the mark's own interval, and is not needed inside it. Dotted and
/// apart, it is not taken for more of the interval.
fn draw_leader(pen: &Pen, dot: &Dot, (x, from, to): (f64, f64, f64)) {
    const APART_PX: f64 = 4.0;
    let (low, high) = dot.interval.unwrap_or((from, from));
    let from = if to > from {
        from.max(low) + APART_PX
    } else {
        from.min(high) - APART_PX
    };
    if (to > dot.place.1) == (to > from) {
        let line = dashed(stroke(Role::InkThird, 1.0), Dash::Dotted);
        pen.path(&[(x, from), (x, to)], line);
    }
}

/// What names never cover: the dots, and a line across the field.
pub(super) fn obstacles(dots: &[Dot], field: Panel, line_y: Option<f64>) -> Obstacles {
    let around = |dot: &Dot| Panel::around(dot.place.0, dot.place.1, dot.radius + 1.0);
    let across = |y: f64| Panel::new(field.left, y - 2.0, field.right, y + 2.0);
    Obstacles {
        solid: dots.iter().map(around).collect(),
        lines: line_y.map(across).into_iter().collect(),
        soft: Vec::new(),
    }
}

/// The boxes of a curve, piece by piece.
pub(super) fn along(curve: &[(f64, f64)]) -> Vec<Panel> {
    let piece = |pair: &[(f64, f64)]| match *pair {
        [(x0, y0), (x1, y1)] => Panel::new(x0, y0.min(y1) - 1.5, x1, y0.max(y1) + 1.5),
        _ => Panel::default(),
    };
    curve.windows(2).map(piece).collect()
}

/// Each mark of a cloud owns what it covers.
pub(super) fn cloud_regions(pen: &mut Pen, dots: &[Dot]) {
    for dot in dots {
        let (x, y) = dot.place;
        let extent = Panel::around(x, y, dot.radius);
        pen.hit(Hit {
            key: dot.mark.key,
            region: extent,
            extent,
            x_px: x,
            y_px: y,
        });
    }
}

/// Each mark owns its column, as wide as the way to its neighbours.
pub(super) fn column_regions(pen: &mut Pen, dots: &[Dot], field: Panel) {
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
