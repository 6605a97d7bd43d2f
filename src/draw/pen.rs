//! Drawing in CSS pixels: a thin hand on plotters' drawing area, with styles by role. It must
//! not know figures.

use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, Shift, cartesian::Cartesian2d};
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters_backend::BackendStyle;

use super::geometry::Panel;
use super::hit::{Hit, Hits};
use super::record::{Recorder, encoded};
use super::scene::{Anchor, Dash, Ink, Shape, Stroke, UNITS_PER_PX};
use super::text_width;
use super::theme::Role;

/// A place to draw in CSS pixels.
pub(super) struct Pen<'a> {
    area: DrawingArea<Recorder<'a>, Shift>,
    bounds: Panel,
    hits: &'a mut Hits,
}

/// How a text looks and where it is held. Texts stand centred on their y.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lettering {
    pub size_px: f64,
    pub bold: bool,
    pub role: Role,
    pub anchor: Anchor,
    pub halo: bool,
}

impl Lettering {
    pub fn new(size_px: f64, role: Role) -> Lettering {
        Lettering {
            size_px,
            bold: false,
            role,
            anchor: Anchor::Start,
            halo: false,
        }
    }

    pub fn bold(self) -> Lettering {
        Lettering { bold: true, ..self }
    }

    pub fn middle(self) -> Lettering {
        Lettering {
            anchor: Anchor::Middle,
            ..self
        }
    }

    pub fn end(self) -> Lettering {
        Lettering {
            anchor: Anchor::End,
            ..self
        }
    }

    pub fn halo(self) -> Lettering {
        Lettering { halo: true, ..self }
    }

    pub fn width_px(&self, text: &str) -> f64 {
        text_width::width_px(text, self.size_px, self.bold)
    }
}

/// A stroke of the given width in CSS pixels.
pub(super) fn stroke(role: Role, width_px: f64) -> Stroke {
    let width = (width_px * UNITS_PER_PX).round().max(1.0) as u32;
    Stroke {
        ink: Ink::of(role),
        width,
        dash: Dash::Solid,
    }
}

/// The same stroke, broken.
pub(super) fn dashed(stroke: Stroke, dash: Dash) -> Stroke {
    Stroke { dash, ..stroke }
}

fn units(px: f64) -> i32 {
    (px * UNITS_PER_PX).round() as i32
}

fn at((x, y): (f64, f64)) -> (i32, i32) {
    (units(x), units(y))
}

fn filled(ink: Ink) -> ShapeStyle {
    ShapeStyle {
        color: encoded(ink, 0),
        filled: true,
        stroke_width: 0,
    }
}

fn outlined(stroke: Stroke) -> ShapeStyle {
    let color = encoded(stroke.ink, stroke.dash as u8);
    ShapeStyle {
        color,
        filled: false,
        stroke_width: stroke.width,
    }
}

impl<'a> Pen<'a> {
    /// A pen for a scene of the given size.
    pub fn new(
        width_px: u32,
        height_px: u32,
        shapes: &'a mut Vec<Shape>,
        hits: &'a mut Hits,
    ) -> Pen<'a> {
        let scale = UNITS_PER_PX as u32;
        let size = (
            width_px.saturating_mul(scale),
            height_px.saturating_mul(scale),
        );
        Pen {
            area: Recorder { size, shapes }.into_drawing_area(),
            bounds: Panel::new(0.0, 0.0, f64::from(width_px), f64::from(height_px)),
            hits,
        }
    }

    /// The whole scene.
    pub fn bounds(&self) -> Panel {
        self.bounds
    }

    /// Says where a mark is.
    pub fn hit(&mut self, hit: Hit) {
        self.hits.push(hit);
    }

    /// Says where a mark is that fills no rectangle: its rings, in CSS pixels.
    pub fn outline_hit(&mut self, hit: Hit, rings: Vec<Vec<(f64, f64)>>) {
        self.hits.push_outline(hit, rings);
    }

    /// Where the marks drawn so far are.
    pub fn hits(&self) -> &Hits {
        self.hits
    }

    /// A filled rectangle.
    pub fn rect(&self, panel: Panel, ink: Ink) {
        let corners = [at((panel.left, panel.top)), at((panel.right, panel.bottom))];
        infallible(self.area.draw(&Rectangle::new(corners, filled(ink))));
    }

    /// The outline of a rectangle.
    pub fn frame(&self, panel: Panel, stroke: Stroke) {
        let corners = [at((panel.left, panel.top)), at((panel.right, panel.bottom))];
        infallible(self.area.draw(&Rectangle::new(corners, outlined(stroke))));
    }

    /// A run of straight lines.
    pub fn path(&self, points: &[(f64, f64)], stroke: Stroke) {
        let points: Vec<(i32, i32)> = points.iter().copied().map(at).collect();
        infallible(self.area.draw(&PathElement::new(points, outlined(stroke))));
    }

    /// A line one pixel wide, on whole pixels, from left to right.
    pub fn rule(&self, left: f64, right: f64, y: f64, role: Role) {
        let y = y.floor() + 0.5;
        self.path(&[(left, y), (right, y)], stroke(role, 1.0));
    }

    /// A line one pixel wide, on whole pixels, from top to bottom.
    pub fn upright(&self, x: f64, top: f64, bottom: f64, role: Role) {
        let x = x.floor() + 0.5;
        self.path(&[(x, top), (x, bottom)], stroke(role, 1.0));
    }

    /// A filled polygon.
    pub fn polygon(&self, points: &[(f64, f64)], ink: Ink) {
        let points: Vec<(i32, i32)> = points.iter().copied().map(at).collect();
        infallible(self.area.draw(&Polygon::new(points, filled(ink))));
    }

    /// A filled circle.
    pub fn disc(&self, centre: (f64, f64), radius_px: f64, ink: Ink) {
        infallible(
            self.area
                .draw(&Circle::new(at(centre), units(radius_px), filled(ink))),
        );
    }

    /// The outline of a circle.
    pub fn ring(&self, centre: (f64, f64), radius_px: f64, stroke: Stroke) {
        infallible(
            self.area
                .draw(&Circle::new(at(centre), units(radius_px), outlined(stroke))),
        );
    }

    /// A line of text, centred on `y`. A text that would leave the scene is moved in and, where
    /// it is wider than the scene, cut. Gives back the box that it covers.
    pub fn text(&self, text: &str, x: f64, y: f64, lettering: Lettering) -> Panel {
        let room_px = self.bounds.width();
        let text = &text_width::fitted(text, lettering.size_px, lettering.bold, room_px);
        let width_px = lettering.width_px(text);
        let half_px = lettering.size_px * 0.55;
        let left = match lettering.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width_px / 2.0,
            Anchor::End => x - width_px,
        };
        let moved_left = left.min(self.bounds.right - width_px).max(self.bounds.left);
        let x = x + (moved_left - left);
        let y = y
            .min(self.bounds.bottom - half_px)
            .max(self.bounds.top + half_px);
        let panel = Panel::new(moved_left, y - half_px, moved_left + width_px, y + half_px);
        if !text.is_empty() && self.bounds.holds(&panel) {
            self.letters(text, x, y, lettering);
        }
        panel
    }

    fn letters(&self, text: &str, x: f64, y: f64, lettering: Lettering) {
        let slant = if lettering.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        let size = lettering.size_px * UNITS_PER_PX;
        let horizontal = match lettering.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let color = encoded(Ink::of(lettering.role), u8::from(lettering.halo));
        let style = TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, size, slant),
            color: BackendStyle::color(&color.to_backend_color()),
            pos: Pos::new(horizontal, VPos::Center),
        };
        infallible(self.area.draw(&Text::new(text, at((x, y)), style)));
    }
}

/// Recording cannot fail; plotters' signature says it might.
fn infallible<E>(drawn: Result<(), E>) {
    debug_assert!(drawn.is_ok(), "recording a shape failed");
}

/// The mapping from data to pixels inside a panel, by plotters' coordinates.
pub(super) struct Plot {
    /// Where the data is drawn.
    pub panel: Panel,
    across: (f64, f64),
    up: (f64, f64),
    coordinates: Cartesian2d<RangedCoordf64, RangedCoordf64>,
}

impl Plot {
    /// `across` runs from left to right, `up` from bottom to top; both must be rising.
    pub fn new(panel: Panel, across: (f64, f64), up: (f64, f64)) -> Plot {
        let columns = units(panel.left)..units(panel.right);
        let rows = units(panel.bottom)..units(panel.top);
        let coordinates = Cartesian2d::new(across.0..across.1, up.0..up.1, (columns, rows));
        Plot {
            panel,
            across,
            up,
            coordinates,
        }
    }

    /// The place of a value in CSS pixels. What lies outside is moved to the edge: plotters'
    /// integers overflow on values far away.
    pub fn place(&self, across: f64, up: f64) -> (f64, f64) {
        let across = across.max(self.across.0).min(self.across.1);
        let up = up.max(self.up.0).min(self.up.1);
        let (x, y) = self.coordinates.translate(&(across, up));
        (f64::from(x) / UNITS_PER_PX, f64::from(y) / UNITS_PER_PX)
    }

    /// The x of a value in CSS pixels.
    pub fn x(&self, across: f64) -> f64 {
        self.place(across, self.up.0).0
    }

    /// The y of a value in CSS pixels.
    pub fn y(&self, up: f64) -> f64 {
        self.place(self.across.0, up).1
    }
}
