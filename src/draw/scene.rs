//! The scene: a flat list of shapes in painting order, at ⅛-pixel precision, text already
//! measured, colours by role. It must not know figures, nor who reads it.

use super::geometry::Panel;
use super::hit::Hits;
use super::theme::{Role, Theme};

/// How many scene units make one CSS pixel.
pub const UNITS_PER_PX: f64 = 8.0;

/// A laid-out picture. Changing `theme` recolours it without a new layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width_px: u32,
    /// Height in CSS pixels.
    pub height_px: u32,
    /// Which colours the roles stand for.
    pub theme: Theme,
    /// The shapes, first painted first.
    pub shapes: Vec<Shape>,
    /// Where the marks are.
    pub hits: Hits,
}

impl Scene {
    /// Where the marks are: for hover, arrow keys and overlays.
    pub fn hits(&self) -> &Hits {
        &self.hits
    }
}

/// A point in scene units (⅛ px), y downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// A colour by role, with its opacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// What the colour is for.
    pub role: Role,
    /// 100 is opaque.
    pub opacity_percent: u8,
}

impl Ink {
    /// The opaque colour of a role.
    pub fn of(role: Role) -> Ink {
        Ink {
            role,
            opacity_percent: 100,
        }
    }
}

/// Whether a stroke is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Dash {
    /// Unbroken.
    #[default]
    Solid,
    /// Dots, for lines of reference.
    Dotted,
    /// Dashes, for limits and for outlines of what is not final.
    Dashed,
}

impl Dash {
    /// Lengths of ink and gap in scene units; nothing where the stroke is unbroken.
    pub fn pattern(self) -> Option<(u32, u32)> {
        match self {
            Dash::Solid => None,
            Dash::Dotted => Some((12, 20)),
            Dash::Dashed => Some((24, 16)),
        }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width in scene units (⅛ px).
    pub width: u32,
    /// Whether it is broken.
    pub dash: Dash,
}

/// Which end of a text its position names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextShape {
    /// The text.
    pub text: String,
    /// Where its anchor stands on the alphabetic baseline.
    pub baseline: Point,
    /// Which end the position names.
    pub anchor: Anchor,
    /// Its size in scene units (⅛ px).
    pub size: u32,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub ink: Ink,
    /// Whether a rim of the ground's colour keeps it readable on lines.
    pub halo: bool,
    /// Its width in scene units as the width table measures it.
    pub width: u32,
}

impl TextShape {
    /// The box that the text keeps to, in CSS pixels.
    pub fn panel(&self) -> Panel {
        let width_px = f64::from(self.width) / UNITS_PER_PX;
        let size_px = f64::from(self.size) / UNITS_PER_PX;
        let x_px = f64::from(self.baseline.x) / UNITS_PER_PX;
        let y_px = f64::from(self.baseline.y) / UNITS_PER_PX;
        let left = match self.anchor {
            Anchor::Start => x_px,
            Anchor::Middle => x_px - width_px / 2.0,
            Anchor::End => x_px - width_px,
        };
        Panel::new(
            left,
            y_px - 0.88 * size_px,
            left + width_px,
            y_px + 0.16 * size_px,
        )
    }
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Upper left corner.
        from: Point,
        /// Lower right corner.
        to: Point,
        /// Its colour.
        ink: Ink,
    },
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// An open or closed run of straight lines.
    Path {
        /// Its corners; closed where the last is the first.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A filled polygon.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// Its colour.
        ink: Ink,
    },
    /// A filled circle.
    Disc {
        /// Its centre.
        centre: Point,
        /// Its radius in scene units.
        radius: u32,
        /// Its colour.
        ink: Ink,
    },
    /// The outline of a circle.
    Ring {
        /// Its centre.
        centre: Point,
        /// Its radius in scene units.
        radius: u32,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A line of text.
    Text(TextShape),
}

/// What shapes share that can be painted in one go. Readers batch runs of one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Filled.
    Fill(Ink),
    /// Drawn as a line.
    Stroke(Stroke),
    /// Text of one size, weight and colour.
    Text {
        /// Size in scene units.
        size: u32,
        /// Whether bold.
        bold: bool,
        /// Colour.
        ink: Ink,
        /// Whether it has a rim.
        halo: bool,
    },
}

impl Shape {
    /// The style by which readers batch.
    pub fn style(&self) -> Style {
        match self {
            Shape::Rect { ink, .. } | Shape::Polygon { ink, .. } | Shape::Disc { ink, .. } => {
                Style::Fill(*ink)
            }
            Shape::Line { stroke, .. }
            | Shape::Path { stroke, .. }
            | Shape::Ring { stroke, .. } => Style::Stroke(*stroke),
            Shape::Text(text) => Style::Text {
                size: text.size,
                bold: text.bold,
                ink: text.ink,
                halo: text.halo,
            },
        }
    }
}
