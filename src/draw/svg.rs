//! A scene as SVG text, for print, download and golden tests. Presentation attributes only: no
//! style attribute, no script, nothing that a strict content policy would refuse.

use super::scene::{Anchor, Ink, Point, Scene, Shape, Stroke, Style, TextShape};
use super::theme::{FONT_FAMILY, Role, Theme};

/// What a reader that cannot see the picture is told, already worded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SvgMeta {
    /// The picture's title.
    pub title: String,
    /// What it shows, in a sentence; may be empty.
    pub description: String,
    /// The language of its texts, as in HTML (`zh-CN`, `en`).
    pub lang: String,
}

/// The scene as a standalone SVG document.
pub fn svg(scene: &Scene, meta: &SvgMeta) -> String {
    let mut out = Writer {
        text: String::with_capacity(4096 + scene.shapes.len() * 64),
    };
    out.head(scene, meta);
    let mut index = 0;
    while let Some(first) = scene.shapes.get(index) {
        let style = first.style();
        let rest = &scene.shapes[index..];
        let length = rest
            .iter()
            .take_while(|shape| shape.style() == style)
            .count();
        out.run(style, &rest[..length], scene.theme);
        index += length;
    }
    out.text.push_str("</svg>\n");
    out.text
}

struct Writer {
    text: String,
}

impl Writer {
    fn head(&mut self, scene: &Scene, meta: &SvgMeta) {
        let (width, height) = (scene.width_px.to_string(), scene.height_px.to_string());
        self.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.attribute("width", &width);
        self.attribute("height", &height);
        self.attribute("viewBox", &["0 0", &width, &height].join(" "));
        if !meta.lang.is_empty() {
            self.attribute("lang", &meta.lang);
            self.attribute("xml:lang", &meta.lang);
        }
        self.attribute("role", "img");
        self.attribute("font-family", FONT_FAMILY);
        self.attribute("font-variant", "tabular-nums");
        self.raw(">\n");
        for (element, text) in [("title", &meta.title), ("desc", &meta.description)] {
            if !text.is_empty() {
                self.raw("<");
                self.raw(element);
                self.raw(">");
                self.escaped(text);
                self.raw("</");
                self.raw(element);
                self.raw(">\n");
            }
        }
    }

    /// Shapes of one style: a group, except that a lone shape needs none.
    fn run(&mut self, style: Style, shapes: &[Shape], theme: Theme) {
        self.raw("<g");
        match style {
            Style::Fill(ink) => self.ink("fill", ink, theme),
            Style::Stroke(stroke) => self.stroke(stroke, theme),
            Style::Text {
                size,
                bold,
                ink,
                halo,
            } => {
                self.number_attribute("font-size", size as i32);
                if bold {
                    self.attribute("font-weight", "bold");
                }
                self.ink("fill", ink, theme);
                if halo {
                    self.attribute("stroke", &Role::Surface.css(theme, 100));
                    self.attribute("stroke-width", "3");
                    self.attribute("stroke-linejoin", "round");
                    self.attribute("paint-order", "stroke");
                }
            }
        }
        self.raw(">\n");
        let lines: Vec<(Point, Point)> = shapes.iter().filter_map(line_of).collect();
        if lines.len() == shapes.len() {
            self.lines(&lines);
        } else {
            for shape in shapes {
                self.shape(shape);
            }
        }
        self.raw("</g>\n");
    }

    fn lines(&mut self, lines: &[(Point, Point)]) {
        self.raw("<path d=\"");
        for (from, to) in lines {
            self.corners(&[*from, *to]);
        }
        self.raw("\"/>\n");
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { from, to, .. } => {
                self.raw("<rect");
                self.number_attribute("x", from.x);
                self.number_attribute("y", from.y);
                self.number_attribute("width", to.x.saturating_sub(from.x).max(0));
                self.number_attribute("height", to.y.saturating_sub(from.y).max(0));
                self.raw("/>\n");
            }
            Shape::Line { from, to, .. } => self.lines(&[(*from, *to)]),
            Shape::Path { points, .. } => {
                let is_closed = points.len() > 2 && points.first() == points.last();
                let open = if is_closed {
                    &points[..points.len() - 1]
                } else {
                    &points[..]
                };
                self.outline(open, is_closed);
            }
            Shape::Polygon { points, .. } => self.outline(points, true),
            Shape::Disc { centre, radius, .. } | Shape::Ring { centre, radius, .. } => {
                self.raw("<circle");
                self.number_attribute("cx", centre.x);
                self.number_attribute("cy", centre.y);
                self.number_attribute("r", *radius as i32);
                self.raw("/>\n");
            }
            Shape::Text(text) => self.letters(text),
        }
    }

    fn outline(&mut self, points: &[Point], is_closed: bool) {
        self.raw("<path d=\"");
        self.corners(points);
        self.raw(if is_closed { "Z\"/>\n" } else { "\"/>\n" });
    }

    fn corners(&mut self, points: &[Point]) {
        for (index, point) in points.iter().enumerate() {
            self.raw(if index == 0 { "M" } else { "L" });
            self.number(point.x);
            self.raw(" ");
            self.number(point.y);
        }
    }

    fn letters(&mut self, text: &TextShape) {
        self.raw("<text");
        self.number_attribute("x", text.baseline.x);
        self.number_attribute("y", text.baseline.y);
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => self.attribute("text-anchor", "middle"),
            Anchor::End => self.attribute("text-anchor", "end"),
        }
        self.raw(">");
        self.escaped(&text.text);
        self.raw("</text>\n");
    }

    fn ink(&mut self, attribute: &str, ink: Ink, theme: Theme) {
        self.attribute(attribute, &ink.role.css(theme, 100));
        if ink.opacity_percent < 100 {
            let percent = usize::from(ink.opacity_percent);
            self.raw(" ");
            self.raw(attribute);
            self.raw("-opacity=\"0.");
            self.raw(["", "0"][usize::from(percent < 10)]);
            self.raw(&percent.to_string());
            self.raw("\"");
        }
    }

    fn stroke(&mut self, stroke: Stroke, theme: Theme) {
        self.attribute("fill", "none");
        self.ink("stroke", stroke.ink, theme);
        self.number_attribute("stroke-width", stroke.width as i32);
        self.attribute("stroke-linejoin", "round");
        if let Some((ink, gap)) = stroke.dash.pattern() {
            self.raw(" stroke-dasharray=\"");
            self.number(ink as i32);
            self.raw(" ");
            self.number(gap as i32);
            self.raw("\"");
        }
    }

    fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.escaped(value);
        self.raw("\"");
    }

    fn number_attribute(&mut self, name: &str, units: i32) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.number(units);
        self.raw("\"");
    }

    /// Scene units as pixels, exactly.
    fn number(&mut self, units: i32) {
        const EIGHTHS: [&str; 8] = ["", ".125", ".25", ".375", ".5", ".625", ".75", ".875"];
        if units < 0 {
            self.raw("-");
        }
        let size = units.unsigned_abs();
        self.raw(&(size / 8).to_string());
        self.raw(EIGHTHS[(size % 8) as usize]);
    }

    /// Text with what XML reserves escaped, and what XML forbids left out.
    fn escaped(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\t' | '\n' | '\r' => self.raw(" "),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
                other => self.text.push(other),
            }
        }
    }
}

fn line_of(shape: &Shape) -> Option<(Point, Point)> {
    match shape {
        Shape::Line { from, to, .. } => Some((*from, *to)),
        _ => None,
    }
}
