//! Rectangles in CSS pixels, for laying out. It must not know what stands in them.

/// An upright rectangle in CSS pixels, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Panel {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Panel {
    /// A rectangle from its four edges.
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Panel {
        Panel {
            left,
            top,
            right,
            bottom,
        }
    }

    /// A square around a point.
    pub fn around(x: f64, y: f64, reach: f64) -> Panel {
        Panel::new(x - reach, y - reach, x + reach, y + reach)
    }

    /// Its width, never negative.
    pub fn width(&self) -> f64 {
        (self.right - self.left).max(0.0)
    }

    /// Its height, never negative.
    pub fn height(&self) -> f64 {
        (self.bottom - self.top).max(0.0)
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Panel) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether `other` lies inside, edges included.
    pub fn holds(&self, other: &Panel) -> bool {
        other.left >= self.left
            && other.right <= self.right
            && other.top >= self.top
            && other.bottom <= self.bottom
    }

    /// The distance from a point to the nearest point of the rectangle, squared.
    pub fn distance_squared(&self, x: f64, y: f64) -> f64 {
        let across = (self.left - x).max(x - self.right).max(0.0);
        let down = (self.top - y).max(y - self.bottom).max(0.0);
        across * across + down * down
    }

    /// The rectangle without a margin of the given widths.
    pub fn shrunk(&self, left: f64, top: f64, right: f64, bottom: f64) -> Panel {
        Panel::new(
            self.left + left,
            self.top + top,
            self.right - right,
            self.bottom - bottom,
        )
    }
}
