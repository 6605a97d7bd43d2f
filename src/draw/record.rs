//! The one plotters backend: it records what plotters draws into a list of shapes. It must not
//! know figures or colours: a plotters colour carries a role, an opacity and a line's dash.

use std::convert::Infallible;

use plotters::style::text_anchor::{HPos, VPos};
use plotters::style::{FontStyle, RGBAColor};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::scene::{Anchor, Dash, Ink, Point, Shape, Stroke, TextShape, UNITS_PER_PX};
use super::text_width;
use super::theme::Role;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Records into a list of shapes. Its pixel is a scene unit, ⅛ of a CSS pixel.
pub(super) struct Recorder<'a> {
    /// Width and height in scene units.
    pub size: (u32, u32),
    /// Where the shapes go.
    pub shapes: &'a mut Vec<Shape>,
}

/// An ink as a plotters colour: red is the role, green the dash (or a text's halo).
pub(super) fn encoded(ink: Ink, flag: u8) -> RGBAColor {
    RGBAColor(
        ink.role as u8,
        flag,
        0,
        f64::from(ink.opacity_percent) / 100.0,
    )
}

fn ink_of(color: BackendColor) -> Ink {
    let role = Role::ALL
        .get(usize::from(color.rgb.0))
        .copied()
        .unwrap_or(Role::Ink);
    Ink {
        role,
        opacity_percent: (color.alpha * 100.0).round().clamp(0.0, 100.0) as u8,
    }
}

fn stroke_of<S: BackendStyle>(style: &S) -> Stroke {
    let color = BackendStyle::color(style);
    let dash = match color.rgb.1 {
        1 => Dash::Dotted,
        2 => Dash::Dashed,
        _ => Dash::Solid,
    };
    Stroke {
        ink: ink_of(color),
        width: BackendStyle::stroke_width(style),
        dash,
    }
}

fn point((x, y): BackendCoord) -> Point {
    Point { x, y }
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        let unit = UNITS_PER_PX as i32;
        self.shapes.push(Shape::Rect {
            from: Point { x, y },
            to: Point {
                x: x.saturating_add(unit),
                y: y.saturating_add(unit),
            },
            ink: ink_of(color),
        });
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        let (from, to) = (point(from), point(to));
        self.shapes.push(Shape::Line {
            from,
            to,
            stroke: stroke_of(style),
        });
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (from, to) = (point(upper_left), point(bottom_right));
        if fill {
            self.shapes.push(Shape::Rect {
                from,
                to,
                ink: ink_of(style.color()),
            });
        } else {
            let (upper_right, lower_left) = (Point { x: to.x, ..from }, Point { x: from.x, ..to });
            let points = vec![from, upper_right, to, lower_left, from];
            self.shapes.push(Shape::Path {
                points,
                stroke: stroke_of(style),
            });
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<Point> = path.into_iter().map(point).collect();
        let stroke = stroke_of(style);
        match points.as_slice() {
            [] | [_] => {}
            [from, to] => self.shapes.push(Shape::Line {
                from: *from,
                to: *to,
                stroke,
            }),
            _ => self.shapes.push(Shape::Path { points, stroke }),
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let centre = point(center);
        self.shapes.push(if fill {
            Shape::Disc {
                centre,
                radius,
                ink: ink_of(style.color()),
            }
        } else {
            Shape::Ring {
                centre,
                radius,
                stroke: stroke_of(style),
            }
        });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        let points = vert.into_iter().map(point).collect();
        self.shapes.push(Shape::Polygon {
            points,
            ink: ink_of(style.color()),
        });
        Ok(())
    }

    fn draw_text<TStyle: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &TStyle,
        (x, y): BackendCoord,
    ) -> Drawn {
        let size = style.size();
        let bold = matches!(style.style(), FontStyle::Bold);
        // Capitals and digits stand .73 em high, Chinese characters reach from −.12 to .88 em.
        let below = match style.anchor().v_pos {
            VPos::Top => 0.88,
            VPos::Center => 0.36,
            VPos::Bottom => -0.12,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let color = style.color();
        self.shapes.push(Shape::Text(TextShape {
            text: text.to_string(),
            baseline: Point {
                x,
                y: y.saturating_add((below * size).round() as i32),
            },
            anchor,
            size: size.round() as u32,
            bold,
            ink: ink_of(color),
            halo: color.rgb.1 == 1,
            width: text_width::width_px(text, size, bold).ceil() as u32,
        }));
        Ok(())
    }

    fn estimate_text_size<TStyle: BackendTextStyle>(
        &self,
        text: &str,
        style: &TStyle,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = text_width::width_px(text, style.size(), bold).ceil();
        Ok((width as u32, style.size().ceil() as u32))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        // No figure draws bitmaps through plotters yet; a dense scatter will be a shape of its own.
        Ok(())
    }
}
