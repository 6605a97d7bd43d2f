//! Where the marks of a scene are: what lies under a pointer, what comes next for an arrow key,
//! and where an overlay goes. It must not know what a mark means; it gives back its key.

use super::geometry::Panel;

/// One mark's place, in CSS pixels from the upper left corner of the scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The row of the answer.
    pub key: u32,
    /// The region that belongs to the mark: its row, or its column.
    pub region: Panel,
    /// What the mark itself covers, for an overlay.
    pub extent: Panel,
    /// The mark's point of value: a dot's centre, a bar's end.
    pub x_px: f64,
    /// See `x_px`.
    pub y_px: f64,
}

/// All places of a scene, in the order of the figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    list: Vec<Hit>,
}

impl Hits {
    pub(super) fn push(&mut self, hit: Hit) {
        self.list.push(hit);
    }

    /// The places in the order of the figure.
    pub fn iter(&self) -> std::slice::Iter<'_, Hit> {
        self.list.iter()
    }

    /// How many marks can be reached.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether no mark can be reached.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The place of one mark.
    pub fn of(&self, key: u32) -> Option<&Hit> {
        self.list.iter().find(|hit| hit.key == key)
    }

    /// The mark nearest to a point, if any region lies within `reach_px` of it. Where regions
    /// overlap, the one whose value point is nearer.
    pub fn nearest(&self, x_px: f64, y_px: f64, reach_px: f64) -> Option<&Hit> {
        if !(x_px.is_finite() && y_px.is_finite()) {
            return None;
        }
        let mut best: Option<(&Hit, f64, f64)> = None;
        for hit in &self.list {
            let to_region = hit.region.distance_squared(x_px, y_px);
            if to_region > reach_px * reach_px {
                continue;
            }
            let to_point = (hit.x_px - x_px).powi(2) + (hit.y_px - y_px).powi(2);
            let is_better = best.is_none_or(|(_, region, point)| {
                to_region < region || (to_region == region && to_point < point)
            });
            if is_better {
                best = Some((hit, to_region, to_point));
            }
        }
        best.map(|(hit, ..)| hit)
    }

    /// The first mark, for the Home key and for entering with the keyboard.
    pub fn first(&self) -> Option<&Hit> {
        self.list.first()
    }

    /// The last mark, for the End key.
    pub fn last(&self) -> Option<&Hit> {
        self.list.last()
    }

    /// The mark after this one; the last stays. An unknown key starts at the first.
    pub fn next(&self, key: u32) -> Option<&Hit> {
        match self.position(key) {
            Some(position) => self.list.get(position + 1).or(self.list.last()),
            None => self.list.first(),
        }
    }

    /// The mark before this one; the first stays. An unknown key starts at the last.
    pub fn previous(&self, key: u32) -> Option<&Hit> {
        match self.position(key) {
            Some(position) => self.list.get(position.saturating_sub(1)),
            None => self.list.last(),
        }
    }

    fn position(&self, key: u32) -> Option<usize> {
        self.list.iter().position(|hit| hit.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three_columns() -> Hits {
        let mut hits = Hits::default();
        for key in 0..3 {
            let x_px = 10.0 * f64::from(key) + 5.0;
            hits.push(Hit {
                key: key + 7,
                region: Panel::new(x_px - 5.0, 0.0, x_px + 5.0, 100.0),
                extent: Panel::around(x_px, 50.0, 3.0),
                x_px,
                y_px: 50.0,
            });
        }
        hits
    }

    #[test]
    fn a_pointer_finds_the_mark_of_its_column() {
        let hits = three_columns();
        let check = |x_px: f64, y_px: f64, expected: Option<u32>| {
            assert_eq!(hits.nearest(x_px, y_px, 12.0).map(|hit| hit.key), expected);
        };
        check(1.0, 2.0, Some(7));
        check(14.0, 99.0, Some(8));
        check(10.0, 50.0, Some(7));
        check(41.0, 50.0, Some(9));
        check(43.0, 50.0, None);
        check(f64::NAN, 50.0, None);
    }

    #[test]
    fn arrow_keys_walk_and_stop_at_the_ends() {
        let hits = three_columns();
        assert_eq!(hits.next(7).map(|hit| hit.key), Some(8));
        assert_eq!(hits.next(9).map(|hit| hit.key), Some(9));
        assert_eq!(hits.previous(7).map(|hit| hit.key), Some(7));
        assert_eq!(hits.previous(9).map(|hit| hit.key), Some(8));
        assert_eq!(hits.next(99).map(|hit| hit.key), Some(7));
        assert!(Hits::default().next(0).is_none());
    }
}
