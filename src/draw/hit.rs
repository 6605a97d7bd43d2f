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

/// What lies further to the side than this many times its distance ahead is not ahead.
const MOST_ASLANT: f64 = 4.0;
/// How much further a mark may be for being straight ahead.
const ASLANT_COST: f64 = 3.0;

/// All places of a scene, in the order of the figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    list: Vec<Hit>,
    outlines: Vec<Outline>,
}

/// The rings of a mark that fills no rectangle.
#[derive(Clone, Debug, PartialEq)]
struct Outline {
    /// Its place in the list.
    at: usize,
    /// Outer lines and holes, in CSS pixels.
    rings: Vec<Vec<(f64, f64)>>,
}

impl Outline {
    /// Whether a point lies inside: a line from it to the right crosses the rings an odd number of
    /// times.
    fn holds(&self, x_px: f64, y_px: f64) -> bool {
        let mut is_inside = false;
        for ring in &self.rings {
            let next = ring.iter().cycle().skip(1);
            for ((x0, y0), (x1, y1)) in ring.iter().zip(next) {
                let crosses = (*y0 > y_px) != (*y1 > y_px);
                if crosses && x_px < x0 + (y_px - y0) / (y1 - y0) * (x1 - x0) {
                    is_inside = !is_inside;
                }
            }
        }
        is_inside
    }
}

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

impl Hits {
    pub(super) fn push(&mut self, hit: Hit) {
        self.list.push(hit);
    }

    pub(super) fn push_outline(&mut self, hit: Hit, rings: Vec<Vec<(f64, f64)>>) {
        let at = self.list.len();
        self.list.push(hit);
        self.outlines.push(Outline { at, rings });
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
        let inside = self.outlines.iter().find(|it| it.holds(x_px, y_px));
        if let Some(outline) = inside {
            return self.list.get(outline.at);
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

    /// The nearest mark on one side of this one, what lies straight ahead before what lies aslant;
    /// this one where there is none. An unknown key starts at the first.
    pub fn beside(&self, key: u32, towards: Towards) -> Option<&Hit> {
        let Some(own) = self.of(key) else {
            return self.list.first();
        };
        let mut best: Option<(&Hit, f64)> = None;
        for hit in &self.list {
            let (across, down) = (hit.x_px - own.x_px, hit.y_px - own.y_px);
            let (ahead, aside) = match towards {
                Towards::Left => (-across, down),
                Towards::Right => (across, down),
                Towards::Up => (-down, across),
                Towards::Down => (down, across),
            };
            // Half a pixel is the same line.
            if ahead < 0.5 || aside.abs() > ahead * MOST_ASLANT {
                continue;
            }
            let distance = ahead + ASLANT_COST * aside.abs();
            if best.is_none_or(|(_, least)| distance < least) {
                best = Some((hit, distance));
            }
        }
        best.map(|(hit, _)| hit).or(Some(own))
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
    fn four_arrow_keys_walk_a_grid() {
        // 0 1 2
        // 3 4
        let mut hits = Hits::default();
        for key in 0..5 {
            let (x_px, y_px) = (f64::from(key % 3) * 60.0, f64::from(key / 3) * 40.0);
            let region = Panel::around(x_px, y_px, 15.0);
            hits.push(Hit {
                key,
                region,
                extent: region,
                x_px,
                y_px,
            });
        }
        let check = |key: u32, towards: Towards, expected: u32| {
            let found = hits.beside(key, towards).map(|hit| hit.key);
            assert_eq!(found, Some(expected), "{key} {towards:?}");
        };
        check(0, Towards::Right, 1);
        check(1, Towards::Left, 0);
        check(1, Towards::Down, 4);
        check(4, Towards::Up, 1);
        // Below the last of a longer line stands the end of the shorter one.
        check(2, Towards::Down, 4);
        check(0, Towards::Left, 0);
        check(3, Towards::Down, 3);
        check(99, Towards::Up, 0);
        assert!(Hits::default().beside(0, Towards::Up).is_none());
    }

    #[test]
    fn a_pointer_inside_an_outline_finds_it_and_not_the_nearer_middle() {
        // An L around a small square: the square's box lies inside that of the L.
        let mut hits = Hits::default();
        let push = |hits: &mut Hits, key, rings: Vec<Vec<(f64, f64)>>, (x_px, y_px)| {
            let region = Panel::new(0.0, 0.0, 100.0, 100.0);
            let extent = region;
            let hit = Hit {
                key,
                region,
                extent,
                x_px,
                y_px,
            };
            hits.push_outline(hit, rings);
        };
        let corner = [(0.0, 0.0), (100.0, 0.0), (100.0, 40.0), (40.0, 40.0)];
        let corner = [&corner[..], &[(40.0, 100.0), (0.0, 100.0)]].concat();
        let square = vec![(40.0, 40.0), (100.0, 40.0), (100.0, 100.0), (40.0, 100.0)];
        let hole = vec![(60.0, 60.0), (80.0, 60.0), (80.0, 80.0), (60.0, 80.0)];
        push(&mut hits, 1, vec![corner], (20.0, 20.0));
        push(&mut hits, 2, vec![square, hole], (50.0, 50.0));
        let at = |x_px: f64, y_px: f64| hits.nearest(x_px, y_px, 0.0).map(|hit| hit.key);
        assert_eq!(at(90.0, 20.0), Some(1));
        assert_eq!(at(45.0, 95.0), Some(2));
        assert_eq!(at(20.0, 95.0), Some(1));
        // In the hole nothing stands; the box of one of the two is as near as can be.
        assert_eq!(at(70.0, 70.0), Some(2));
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
