//! A map of outlines on paper, as an equirectangular projection about its middle: a degree of
//! longitude is shortened by the cosine of the middle latitude, which is true to shape on the scale
//! of a district (Snyder, Map Projections: A Working Manual, 1987, p. 90). It must not know what an
//! area is.

use crate::figure::{AreaMap, AreaShape, Emphasis, Shading};
use crate::model::{Piece, Ring, sort_by, sort_by_key};

use super::field::Notes;
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::pen::{Lettering, Pen, stroke};
use super::scene::Stroke;
use super::shading::{self, Legend};
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

const LEAST_HEIGHT_PX: f64 = 220.0;
const MOST_HEIGHT_PX: f64 = 560.0;
/// Around the outermost lines.
const MARGIN_PX: f64 = 2.0;
/// Corners nearer to the last than this are left out: no eye tells them apart.
const LEAST_STEP_PX: f64 = 0.35;
const SHAPE_PX: f64 = 11.0;
const LINE_PX: f64 = 14.0;

/// A piece of an area in CSS pixels: the outer ring, then the holes.
type Rings = Vec<Vec<(f64, f64)>>;

/// Degrees to CSS pixels.
struct Projection {
    west: f64,
    north: f64,
    /// How many degrees of latitude a degree of longitude is as long as.
    narrowing: f64,
    /// Width and height in degrees of latitude.
    size: (f64, f64),
}

impl Projection {
    /// The projection about the middle of all outlines; none where there is no extent.
    fn of(map: &AreaMap) -> Option<Projection> {
        let (mut west, mut east) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
        let pieces = map.shapes.iter().flat_map(|shape| &shape.pieces);
        for (longitude, latitude) in pieces.flat_map(|piece| &piece.outer) {
            if is_on_earth(*longitude, *latitude) {
                (west, east) = (west.min(*longitude), east.max(*longitude));
                (south, north) = (south.min(*latitude), north.max(*latitude));
            }
        }
        // At the poles a degree of longitude has no length.
        let narrowing = ((south + north) / 2.0).to_radians().cos().max(0.01);
        let size = ((east - west) * narrowing, north - south);
        let has_extent = size.0 > 1e-9 && size.1 > 1e-9;
        has_extent.then_some(Projection {
            west,
            north,
            narrowing,
            size,
        })
    }

    /// CSS pixels per degree of latitude where the map fills a panel, and the panel that it fills.
    fn fitted(&self, panel: Panel) -> (f64, Panel) {
        let inner = panel.shrunk(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX);
        let scale = (inner.width() / self.size.0).min(inner.height() / self.size.1);
        let left = inner.left + (inner.width() - self.size.0 * scale) / 2.0;
        let fitted = Panel::new(
            left,
            inner.top,
            left + self.size.0 * scale,
            inner.top + self.size.1 * scale,
        );
        (scale, fitted)
    }
}

fn is_on_earth(longitude: f64, latitude: f64) -> bool {
    longitude.abs() <= 180.0 && latitude.abs() <= 90.0
}

fn notes(map: &AreaMap, width_px: f64) -> Notes {
    Notes::new("", &map.caption, &map.note, width_px)
}

/// How tall a map likes to be, in px, at a width.
pub(super) fn natural_height_px(map: &AreaMap, width_px: f64) -> f64 {
    let legend_px = Legend::new(&map.legend, width_px).height_px();
    let map_px = Projection::of(map).map_or(0.0, |projection| {
        let (across, down) = projection.size;
        (width_px * down / across).clamp(LEAST_HEIGHT_PX, MOST_HEIGHT_PX)
    });
    legend_px + map_px + notes(map, width_px).height_px()
}

/// Draws the map into `panel`.
pub(super) fn draw(map: &AreaMap, pen: &mut Pen, panel: Panel) {
    if panel.width() < LEAST_WIDTH_PX {
        return;
    }
    let notes = notes(map, panel.width());
    let legend = Legend::new(&map.legend, panel.width());
    notes.draw(pen, panel, panel);
    let room = panel.shrunk(0.0, 0.0, 0.0, notes.height_px());
    legend.draw(pen, room);
    let room = room.shrunk(0.0, legend.height_px(), 0.0, 0.0);
    let Some(projection) = Projection::of(map).filter(|_| room.height() >= 24.0) else {
        return;
    };
    let (scale, field) = projection.fitted(room);
    let place = |(longitude, latitude): (f64, f64)| {
        let across = (longitude - projection.west) * projection.narrowing;
        let down = projection.north - latitude;
        (field.left + across * scale, field.top + down * scale)
    };
    let placed = map.shapes.iter().map(|shape| {
        let pieces = shape.pieces.iter();
        pieces.filter_map(|piece| rings(piece, &place)).collect()
    });
    let placed: Vec<Vec<Rings>> = placed.collect();
    for (shape, pieces) in map.shapes.iter().zip(&placed) {
        fill(pen, shape, pieces);
    }
    // Lines above all fills, so that no neighbour covers half of one; those of hollow places, which
    // say something, above the others.
    let is_hollow = |shape: &AreaShape| shading::tint(shape.shading, shape.mark.status).is_none();
    for is_last in [false, true] {
        for (shape, pieces) in map.shapes.iter().zip(&placed) {
            if is_hollow(shape) == is_last {
                if is_last {
                    // Gaps between the dashes would show the neighbour's line.
                    line(pen, pieces, stroke(Role::Surface, 1.5));
                }
                line(pen, pieces, line_of(shape));
            }
        }
    }
    let picked = |shape: &AreaShape| shape.mark.emphasis == Emphasis::Picked;
    for (shape, pieces) in map.shapes.iter().zip(&placed) {
        if picked(shape) {
            line(pen, pieces, stroke(Role::Ink, 2.0));
        }
    }
    let mut labelled: Vec<(&AreaShape, Hit)> = Vec::new();
    for (shape, pieces) in map.shapes.iter().zip(placed) {
        if let Some(hit) = hit(shape.mark.key, &pieces) {
            labelled.push((shape, hit));
            pen.outline_hit(hit, pieces.into_iter().flatten().collect());
        }
    }
    // Where there is not room for all, what was picked is lettered first, then what deviates.
    sort_by_key(&mut labelled, |(shape, _)| {
        let deviates =
            shading::shape(shape.shading, shape.mark.status).is_some_and(glyph::deviates);
        (!picked(shape), !deviates)
    });
    let mut taken = Vec::new();
    for (shape, hit) in labelled {
        label(pen, shape, hit, field, &mut taken);
    }
}

/// A piece in CSS pixels, the outer ring running one way and the holes the other; none where too
/// little of it is left to be seen.
fn rings(piece: &Piece, place: &impl Fn((f64, f64)) -> (f64, f64)) -> Option<Rings> {
    let mut rings = vec![ring(&piece.outer, place, true)?];
    let holes = piece.holes.iter();
    rings.extend(holes.filter_map(|hole| ring(hole, place, false)));
    Some(rings)
}

fn ring(
    ring: &Ring,
    place: &impl Fn((f64, f64)) -> (f64, f64),
    is_outer: bool,
) -> Option<Vec<(f64, f64)>> {
    let mut points: Vec<(f64, f64)> = Vec::new();
    for (longitude, latitude) in ring.iter().copied() {
        if !is_on_earth(longitude, latitude) {
            continue;
        }
        let (x, y) = place((longitude, latitude));
        let is_apart = points.last().is_none_or(|(last_x, last_y)| {
            (x - last_x).abs() >= LEAST_STEP_PX || (y - last_y).abs() >= LEAST_STEP_PX
        });
        if is_apart {
            points.push((x, y));
        }
    }
    if points.len() < 3 {
        return None;
    }
    if (doubled_area(&points) > 0.0) != is_outer {
        points.reverse();
    }
    Some(points)
}

/// Twice the area inside a ring in square pixels, below zero where it runs the other way.
fn doubled_area(points: &[(f64, f64)]) -> f64 {
    let next = points.iter().cycle().skip(1);
    let pairs = points.iter().zip(next);
    pairs.map(|((x0, y0), (x1, y1))| x0 * y1 - x1 * y0).sum()
}

fn fill(pen: &Pen, shape: &AreaShape, pieces: &[Rings]) {
    let Some(ink) = shading::tint(shape.shading, shape.mark.status) else {
        if shape.shading == Shading::Suppressed {
            for rings in pieces {
                shading::hatch(pen, rings);
            }
        }
        return;
    };
    for rings in pieces {
        // One run of corners: out to each hole and back on the same line. Since holes run the other
        // way, what they enclose stays free.
        let mut corners: Vec<(f64, f64)> = Vec::new();
        for ring in rings {
            corners.extend(ring);
            corners.extend(ring.first());
            if corners.len() > ring.len() + 1 {
                corners.extend(rings[0].first());
            }
        }
        pen.polygon(&corners, ink);
    }
}

fn line_of(shape: &AreaShape) -> Stroke {
    match shading::tint(shape.shading, shape.mark.status) {
        // Most areas of a map are like the benchmark and pale: without a line they would not be seen.
        Some(_) => stroke(Role::InkThird, 0.75),
        None => shading::outline(shape.shading),
    }
}

fn line(pen: &Pen, pieces: &[Rings], stroke: Stroke) {
    for ring in pieces.iter().flatten() {
        let closed: Vec<(f64, f64)> = ring.iter().chain(ring.first()).copied().collect();
        pen.path(&closed, stroke);
    }
}

/// The place of an area: the box of its largest piece, and in it the middle of that piece.
fn hit(key: u32, pieces: &[Rings]) -> Option<Hit> {
    let mut largest: Option<(&Rings, f64)> = None;
    for rings in pieces {
        let area = rings.first().map_or(0.0, |outer| doubled_area(outer).abs());
        if largest.is_none_or(|(_, most)| area > most) {
            largest = Some((rings, area));
        }
    }
    let (rings, _) = largest?;
    let mut region = Panel::new(
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    );
    for (x, y) in rings.first()? {
        region.left = region.left.min(*x);
        region.right = region.right.max(*x);
        region.top = region.top.min(*y);
        region.bottom = region.bottom.max(*y);
    }
    let (x_px, y_px) = inside(rings, region);
    Some(Hit {
        key,
        region,
        extent: region,
        x_px,
        y_px,
    })
}

/// A point well inside a piece: of the stretches of the middle line that lie inside, the middle of
/// the longest.
fn inside(rings: &Rings, region: Panel) -> (f64, f64) {
    let y = (region.top + region.bottom) / 2.0;
    let mut crossings: Vec<f64> = Vec::new();
    for ring in rings {
        let next = ring.iter().cycle().skip(1);
        for ((x0, y0), (x1, y1)) in ring.iter().zip(next) {
            if (*y0 > y) != (*y1 > y) {
                crossings.push(x0 + (y - y0) / (y1 - y0) * (x1 - x0));
            }
        }
    }
    sort_by(&mut crossings, f64::total_cmp);
    let mut best = (region.left, region.right);
    let mut widest = 0.0;
    for pair in crossings.chunks_exact(2) {
        if pair[1] - pair[0] > widest {
            (best, widest) = ((pair[0], pair[1]), pair[1] - pair[0]);
        }
    }
    ((best.0 + best.1) / 2.0, y)
}

/// The value and the name of an area where they have room inside its box; else its shape alone.
fn label(pen: &Pen, shape: &AreaShape, hit: Hit, field: Panel, taken: &mut Vec<Panel>) {
    let status = shading::shape(shape.shading, shape.mark.status);
    let value = match shape.mark.value.is_finite() {
        true => Lettering::new(LABEL_PX, Role::Ink).bold(),
        false => Lettering::new(AXIS_PX, Role::InkSecond).halo(),
    };
    let name = Lettering::new(AXIS_PX, Role::Ink);
    let shape_px = if status.is_some() { SHAPE_PX } else { 0.0 };
    let value_px = shape_px + value.width_px(&shape.short_text);
    let name_px = name.width_px(&shape.short_label);
    let (x, y) = (hit.x_px, hit.y_px);
    let around = |width_px: f64, lines: f64| {
        let (across, down) = (width_px / 2.0, lines * LINE_PX / 2.0);
        Panel::new(x - across, y - down, x + across, y + down)
    };
    let has_room = |panel: &Panel, taken: &[Panel]| {
        let outer = panel.shrunk(-1.0, -1.0, -1.0, -1.0);
        hit.region.holds(&outer)
            && field.holds(&outer)
            && !taken.iter().any(|other| other.overlaps(&outer))
    };
    let both = around(value_px.max(name_px), 2.0);
    let one = around(value_px, 1.0);
    let (panel, value_y) = if has_room(&both, taken) {
        pen.text(&shape.short_label, x, y + LINE_PX / 2.0, name.middle());
        (both, y - LINE_PX / 2.0)
    } else if has_room(&one, taken) {
        (one, y)
    } else {
        let alone = around(SHAPE_PX, 1.0);
        if let Some(status) = status.filter(|_| !taken.iter().any(|it| it.overlaps(&alone))) {
            glyph::draw(pen, status, (x, y), shading::glyph_radius(status));
            taken.push(alone);
        }
        return;
    };
    let left = x - value_px / 2.0;
    if let Some(status) = status {
        let place = (left + SHAPE_PX / 2.0 - 1.5, value_y);
        glyph::draw(pen, status, place, shading::glyph_radius(status));
    }
    pen.text(&shape.short_text, left + shape_px, value_y, value);
    taken.push(panel);
}
