//! A split on paper: labelled bars against the line of a limit, each cut into its units. It must not
//! know how the parts were filled.

use crate::figure::{Arrangement, RankedBars, SplitParts};

use super::geometry::Panel;
use super::pen::{Pen, stroke};
use super::ranked_bars;
use super::theme::Role;

/// Units narrower than this are not told apart.
const LEAST_UNIT_PX: f64 = 3.0;

/// How tall a split likes to be, in px, at a width.
pub(super) fn natural_height_px(split: &SplitParts, width_px: f64) -> f64 {
    ranked_bars::natural_height_px(&bars(split), width_px)
}

/// Draws the split into `panel`: bars like any others, then the cuts between their units.
pub(super) fn draw(split: &SplitParts, pen: &mut Pen, panel: Panel) {
    let first = pen.hits().len();
    ranked_bars::draw(&bars(split), pen, panel);
    let places: Vec<Panel> = pen.hits().iter().skip(first).map(|it| it.extent).collect();
    for (bar, place) in split.bars.iter().zip(places) {
        let all = bar.mark.value;
        let known = bar
            .units
            .iter()
            .all(|unit| unit.is_finite() && *unit >= 0.0);
        if !(all.is_finite() && all > 0.0 && known) {
            continue;
        }
        let mut before = 0.0;
        let mut drawn = place.left;
        for unit in &bar.units {
            before += unit;
            let x = place.left + (before / all).min(1.0) * place.width();
            if x - drawn >= LEAST_UNIT_PX && place.right - x >= 1.0 {
                pen.path(
                    &[(x, place.top), (x, place.bottom)],
                    stroke(Role::Surface, 1.0),
                );
                drawn = x;
            }
        }
    }
}

fn bars(split: &SplitParts) -> RankedBars {
    RankedBars {
        marks: split.bars.iter().map(|bar| bar.mark.clone()).collect(),
        missing: Vec::new(),
        axis: split.axis.clone(),
        benchmark: Some(split.limit.clone()),
        arrangement: Arrangement::Ranked,
        caption: split.caption.clone(),
    }
}
