//! Finding room for names: labels that overlap neither each other nor a mark, the most wanted
//! first. What finds no room stays unnamed. It must not know what is named.

use super::geometry::Panel;

/// A label that wants a place by its mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// The mark's centre, in CSS pixels.
    pub x: f64,
    /// See `x`.
    pub y: f64,
    /// How far the mark reaches from its centre.
    pub reach: f64,
    /// The width of the label.
    pub width: f64,
    /// The height of the label.
    pub height: f64,
}

/// A place found for a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// The box of the label.
    pub panel: Panel,
    /// The ends of a leader line from the mark to the label, where the two stand apart:
    /// its x, and the y at which it begins and ends.
    pub leader: Option<(f64, f64, f64)>,
}

/// What labels have to keep away from.
#[derive(Clone, Debug, Default)]
pub(super) struct Obstacles {
    /// Marks, and intervals of marks that deviate: covered by nothing.
    pub solid: Vec<Panel>,
    /// Lines across the chart: no label on them, but a leader may cross them.
    pub lines: Vec<Panel>,
    /// Intervals of marks that do not deviate: covered only where nothing better is near.
    pub soft: Vec<Panel>,
}

impl Obstacles {
    /// Those that any place for a label could touch.
    fn near(&self, wish: &Wish) -> Obstacles {
        let reach = wish.width + wish.reach + 2.0 * GAP;
        let is_near = |panel: &&Panel| panel.right > wish.x - reach && panel.left < wish.x + reach;
        let near = |list: &[Panel]| list.iter().filter(is_near).copied().collect();
        Obstacles {
            solid: near(&self.solid),
            lines: near(&self.lines),
            soft: near(&self.soft),
        }
    }
}

/// Room between a label and its mark.
const GAP: f64 = 4.0;
/// How long a leader may be, as a share of the chart's height.
const MOST_LEADER: f64 = 0.55;
/// What crossing one soft obstacle costs, in pixels of distance.
const CROSSING: f64 = 7.0;

/// Places labels: the first `fixed` wishes first, then those of the left half, then the right.
///
/// A leader must not cross a label, so it matters which neighbour comes first. The least wanted
/// of a half stands innermost: placed first, it leaves the way free for leaders of the outer
/// ones. Where that leaves some unnamed, the order of the wishes is tried, and the better kept.
pub(super) fn place(
    wishes: &[Wish],
    fixed: usize,
    bounds: Panel,
    obstacles: &Obstacles,
) -> Vec<Option<Place>> {
    let fixed = fixed.min(wishes.len());
    let middle = (bounds.left + bounds.right) / 2.0;
    let half = |is_left: bool| {
        (fixed..wishes.len()).filter(move |index| (wishes[*index].x < middle) == is_left)
    };
    let mut places = vec![None; wishes.len()];
    let mut obstacles = obstacles.clone();
    for group in [
        (0..fixed).collect(),
        half(true).collect(),
        half(false).collect(),
    ] {
        let group: Vec<usize> = group;
        let mut best = tried(group.iter().rev().copied(), wishes, bounds, &obstacles);
        if best.iter().any(|(_, place)| place.is_none()) {
            let forward = tried(group.iter().copied(), wishes, bounds, &obstacles);
            if worth(&group, &forward) > worth(&group, &best) {
                best = forward;
            }
        }
        for (index, place) in best {
            places[index] = place;
            obstacles.solid.extend(place.iter().flat_map(covered));
        }
    }
    places
}

/// How good it is to have these named: every name counts, the most wanted ones more.
fn worth(group: &[usize], tried: &[(usize, Option<Place>)]) -> f64 {
    let rank = |index: usize| {
        group
            .iter()
            .position(|member| *member == index)
            .unwrap_or(0)
    };
    let named = tried.iter().filter(|(_, place)| place.is_some());
    named
        .map(|(index, _)| 1.0 + 2.0 / (1 + rank(*index)) as f64)
        .sum()
}

fn tried(
    order: impl Iterator<Item = usize>,
    wishes: &[Wish],
    bounds: Panel,
    obstacles: &Obstacles,
) -> Vec<(usize, Option<Place>)> {
    let mut obstacles = obstacles.clone();
    let place = |index: usize| {
        let place = best(&wishes[index], bounds, &obstacles);
        obstacles.solid.extend(place.iter().flat_map(covered));
        (index, place)
    };
    order.map(place).collect()
}

/// What a placed label takes away from the next.
pub(super) fn covered(place: &Place) -> impl Iterator<Item = Panel> + use<> {
    let leader = place
        .leader
        .map(|(x, from, to)| Panel::new(x - 1.5, from.min(to), x + 1.5, from.max(to)));
    [Some(place.panel.shrunk(-3.0, 0.0, -3.0, 0.0)), leader]
        .into_iter()
        .flatten()
}

fn best(wish: &Wish, bounds: Panel, obstacles: &Obstacles) -> Option<Place> {
    let obstacles = &obstacles.near(wish);
    let mut best: Option<(f64, Place)> = None;
    for (distance, candidate) in candidates(wish, bounds) {
        if best.is_some_and(|(cost, _)| distance >= cost) {
            continue;
        }
        if !bounds.holds(&candidate.panel) || is_blocked(wish, &candidate, obstacles) {
            continue;
        }
        let crossed = obstacles
            .soft
            .iter()
            .filter(|panel| panel.overlaps(&candidate.panel))
            .count();
        let cost = distance + CROSSING * crossed.min(6) as f64;
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, candidate));
        }
    }
    best.map(|(_, place)| place)
}

fn is_blocked(wish: &Wish, candidate: &Place, obstacles: &Obstacles) -> bool {
    let own = Panel::around(wish.x, wish.y, wish.reach);
    let is_on_line = obstacles
        .lines
        .iter()
        .any(|panel| panel.overlaps(&candidate.panel));
    is_on_line
        || obstacles.solid.iter().any(|panel| {
            panel.overlaps(&candidate.panel)
                || candidate.leader.is_some_and(|(x, from, to)| {
                    let line = Panel::new(x - 0.5, from.min(to), x + 0.5, from.max(to));
                    // A leader may leave its own mark and run along its own interval.
                    let is_own = (panel.left + panel.right) / 2.0 == wish.x || panel.overlaps(&own);
                    !is_own && panel.overlaps(&line)
                })
        })
}

/// Places to try, with their distance from the mark: beside it, then above and below along a
/// leader line that stands on the mark.
fn candidates(wish: &Wish, bounds: Panel) -> Vec<(f64, Place)> {
    let Wish {
        x,
        y,
        reach,
        width,
        height,
    } = *wish;
    let away = reach + GAP;
    let half = height / 2.0;
    let mut list = Vec::with_capacity(96);
    let mut beside = |left: f64, middle: f64, distance: f64| {
        let panel = Panel::new(left, middle - half, left + width, middle + half);
        list.push((
            distance,
            Place {
                panel,
                leader: None,
            },
        ));
    };
    beside(x + away, y, 0.0);
    beside(x - away - width, y, 1.0);
    for (rise, distance) in [(-1.0, 2.0), (1.0, 3.0)] {
        let middle = y + rise * (half + reach + 1.0);
        beside(x + away * 0.5, middle, distance);
        beside(x - away * 0.5 - width, middle, distance + 1.0);
        beside(x - width / 2.0, middle + rise * 2.0, distance + 2.0);
    }
    for count in 2..((bounds.height() * MOST_LEADER / 8.0) as usize).min(40) {
        for direction in [-1.0, 1.0] {
            let middle = y + direction * (count as f64 * 8.0 + half);
            let distance = 12.0 + count as f64 * 8.0;
            // A flag beside the end of its leader, or a label across it.
            for (left, end) in [
                (x + 3.0, middle),
                (x - 3.0 - width, middle),
                (x - width / 2.0, middle - direction * half),
            ] {
                let leader = Some((x, y + direction * reach, end));
                let panel = Panel::new(left, middle - half, left + width, middle + half);
                list.push((distance, Place { panel, leader }));
            }
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_clear_of_each_other_and_of_marks() {
        let bounds = Panel::new(0.0, 0.0, 400.0, 300.0);
        let wish = |index: usize| Wish {
            x: 40.0 + 4.0 * index as f64,
            y: 250.0 - 3.0 * index as f64,
            reach: 3.0,
            width: 80.0,
            height: 13.0,
        };
        let wishes: Vec<Wish> = (0..30).map(wish).collect();
        let marks: Vec<Panel> = wishes
            .iter()
            .map(|wish| Panel::around(wish.x, wish.y, wish.reach))
            .collect();
        let places = place(
            &wishes,
            0,
            bounds,
            &Obstacles {
                solid: marks.clone(),
                ..Obstacles::default()
            },
        );
        let panels: Vec<Panel> = places.iter().flatten().map(|place| place.panel).collect();
        assert!(panels.len() >= 8, "only {} of 30 found room", panels.len());
        for (index, panel) in panels.iter().enumerate() {
            assert!(bounds.holds(panel));
            assert!(!marks.iter().any(|mark| mark.overlaps(panel)));
            assert!(
                !panels[index + 1..]
                    .iter()
                    .any(|other| other.overlaps(panel))
            );
        }
    }
}
