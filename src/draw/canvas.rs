//! A scene on a 2D canvas. The only file of `draw` that knows the browser. It must not lay out:
//! it paints what the scene says, on whole device pixels where a line is thin.

use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::scene::{Anchor, Dash, Point, Scene, Shape, Stroke, Style, TextShape, UNITS_PER_PX};
use super::theme::{FONT_FAMILY, Role, Theme};
use crate::model::fixed_text;

/// Phones leave a canvas blank that has more pixels than this, or a longer side.
const MOST_PIXELS: f64 = 16_000_000.0;
const LONGEST_SIDE: f64 = 16_384.0;

/// The device pixels for a CSS pixel of a scene: fewer where the canvas could not hold them.
fn ratio_for(scene: &Scene, device_pixel_ratio: f64) -> f64 {
    let (width, height) = (f64::from(scene.width_px), f64::from(scene.height_px));
    let by_area = (MOST_PIXELS / (width * height).max(1.0)).sqrt();
    let by_side = LONGEST_SIDE / width.max(height).max(1.0);
    sane(device_pixel_ratio).min(by_area).min(by_side)
}

/// Gives the canvas as many device pixels as the scene needs. Setting a size clears a canvas, so
/// it is set only where it differs.
pub fn fit(canvas: &HtmlCanvasElement, scene: &Scene, device_pixel_ratio: f64) {
    let ratio = ratio_for(scene, device_pixel_ratio);
    let width = (f64::from(scene.width_px) * ratio).round() as u32;
    let height = (f64::from(scene.height_px) * ratio).round() as u32;
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
}

/// Paints the scene onto a canvas of the right size (see [`fit`]), clearing it first.
pub fn paint(scene: &Scene, context: &CanvasRenderingContext2d, device_pixel_ratio: f64) {
    let ratio = ratio_for(scene, device_pixel_ratio);
    let painter = Painter {
        context,
        theme: scene.theme,
        scale: ratio / UNITS_PER_PX,
        ratio,
    };
    let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
    let (width, height) = (f64::from(scene.width_px), f64::from(scene.height_px));
    context.clear_rect(0.0, 0.0, (width * ratio).ceil(), (height * ratio).ceil());
    context.set_line_join("round");
    context.set_text_baseline("alphabetic");
    let mut index = 0;
    while let Some(first) = scene.shapes.get(index) {
        let style = first.style();
        let rest = &scene.shapes[index..];
        let length = rest
            .iter()
            .take_while(|shape| shape.style() == style)
            .count();
        painter.run(style, &rest[..length]);
        index += length;
    }
}

fn sane(device_pixel_ratio: f64) -> f64 {
    if device_pixel_ratio.is_finite() {
        device_pixel_ratio.clamp(0.25, 8.0)
    } else {
        1.0
    }
}

struct Painter<'a> {
    context: &'a CanvasRenderingContext2d,
    theme: Theme,
    /// Device pixels per scene unit.
    scale: f64,
    /// Device pixels per CSS pixel.
    ratio: f64,
}

impl Painter<'_> {
    fn run(&self, style: Style, shapes: &[Shape]) {
        match style {
            Style::Fill(ink) => {
                self.context
                    .set_fill_style_str(&ink.role.css(self.theme, ink.opacity_percent));
                self.fills(shapes);
            }
            Style::Stroke(stroke) => self.strokes(stroke, shapes),
            Style::Text {
                size,
                bold,
                ink,
                halo,
            } => {
                let size_px = fixed_text(f64::from(size) * self.scale, 2);
                let weight = if bold { "bold " } else { "" };
                self.context
                    .set_font(&format!("{weight}{size_px}px {FONT_FAMILY}"));
                self.context
                    .set_fill_style_str(&ink.role.css(self.theme, ink.opacity_percent));
                if halo {
                    self.context
                        .set_stroke_style_str(&Role::Surface.css(self.theme, 100));
                    self.context.set_line_width(3.0 * self.ratio);
                }
                for shape in shapes {
                    if let Shape::Text(text) = shape {
                        self.letters(text, halo);
                    }
                }
            }
        }
    }

    /// Rectangles one by one (a path of many is far slower in software), the rest as one path.
    fn fills(&self, shapes: &[Shape]) {
        let context = self.context;
        let mut is_open = false;
        for shape in shapes {
            if let Shape::Rect { from, to, .. } = shape {
                let (left, top) = (self.snapped(from.x), self.snapped(from.y));
                let (right, bottom) = (self.snapped(to.x), self.snapped(to.y));
                // What is drawn at all is at least one device pixel wide.
                context.fill_rect(left, top, (right - left).max(1.0), (bottom - top).max(1.0));
                continue;
            }
            if !is_open {
                context.begin_path();
                is_open = true;
            }
            match shape {
                Shape::Polygon { points, .. } => {
                    self.trace(points);
                    context.close_path();
                }
                Shape::Disc { centre, radius, .. } => self.round(*centre, *radius),
                _ => {}
            }
        }
        if is_open {
            context.fill();
        }
    }

    fn strokes(&self, stroke: Stroke, shapes: &[Shape]) {
        let context = self.context;
        let colour = stroke.ink.role.css(self.theme, stroke.ink.opacity_percent);
        let width = f64::from(stroke.width) * self.scale;
        context.set_stroke_style_str(&colour);
        context.set_fill_style_str(&colour);
        context.set_line_width(width);
        self.dash(stroke.dash);
        context.begin_path();
        for shape in shapes {
            match shape {
                Shape::Line { from, to, .. } if is_hairline(stroke, *from, *to) => {
                    self.hairline(*from, *to, width);
                }
                Shape::Line { from, to, .. } => self.trace(&[*from, *to]),
                Shape::Path { points, .. } => {
                    self.trace(points);
                    if points.len() > 2 && points.first() == points.last() {
                        context.close_path();
                    }
                }
                Shape::Ring { centre, radius, .. } => self.round(*centre, *radius),
                _ => {}
            }
        }
        context.stroke();
        if stroke.dash != Dash::Solid {
            self.dash(Dash::Solid);
        }
    }

    /// A straight thin line as a rectangle of whole device pixels.
    fn hairline(&self, from: Point, to: Point, width: f64) {
        let thick = width.round().max(1.0);
        let (x0, y0) = (
            f64::from(from.x) * self.scale,
            f64::from(from.y) * self.scale,
        );
        let (x1, y1) = (f64::from(to.x) * self.scale, f64::from(to.y) * self.scale);
        let start = |middle: f64| (middle - thick / 2.0).round();
        if from.y == to.y {
            let left = x0.min(x1).round();
            self.context
                .fill_rect(left, start(y0), x0.max(x1).round() - left, thick);
        } else {
            let top = y0.min(y1).round();
            self.context
                .fill_rect(start(x0), top, thick, y0.max(y1).round() - top);
        }
    }

    fn dash(&self, dash: Dash) {
        let lengths = js_sys::Array::new();
        if let Some((ink, gap)) = dash.pattern() {
            lengths.push(&(f64::from(ink) * self.scale).into());
            lengths.push(&(f64::from(gap) * self.scale).into());
        }
        let _ = self.context.set_line_dash(&lengths);
    }

    fn trace(&self, points: &[Point]) {
        for (index, point) in points.iter().enumerate() {
            let (x, y) = (
                f64::from(point.x) * self.scale,
                f64::from(point.y) * self.scale,
            );
            if index == 0 {
                self.context.move_to(x, y);
            } else {
                self.context.line_to(x, y);
            }
        }
    }

    fn round(&self, centre: Point, radius: u32) {
        let (x, y) = (
            f64::from(centre.x) * self.scale,
            f64::from(centre.y) * self.scale,
        );
        let radius = f64::from(radius) * self.scale;
        self.context.move_to(x + radius, y);
        let _ = self.context.arc(x, y, radius, 0.0, std::f64::consts::TAU);
    }

    fn letters(&self, text: &TextShape, halo: bool) {
        let anchor = match text.anchor {
            Anchor::Start => "left",
            Anchor::Middle => "center",
            Anchor::End => "right",
        };
        self.context.set_text_align(anchor);
        let x = f64::from(text.baseline.x) * self.scale;
        let y = (f64::from(text.baseline.y) * self.scale).round();
        if halo {
            let _ = self.context.stroke_text(&text.text, x, y);
        }
        let _ = self.context.fill_text(&text.text, x, y);
    }

    fn snapped(&self, units: i32) -> f64 {
        (f64::from(units) * self.scale).round()
    }
}

/// Thin, unbroken and upright or level: worth whole device pixels.
fn is_hairline(stroke: Stroke, from: Point, to: Point) -> bool {
    let is_thin = stroke.width <= 10 && stroke.dash == Dash::Solid;
    is_thin && stroke.ink.opacity_percent == 100 && (from.x == to.x || from.y == to.y)
}
