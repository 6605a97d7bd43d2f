//! Areas whose names stand further in than that of an area above them, and lie in it. Believed only where that
//! is no stray space and the figures do not contradict it.

use crate::intake::places::Places;
use crate::intake::sums::nested_codes::{is_contradicted, is_full};
use crate::intake::sums::series::Figures;
use crate::intake::vocabulary::totals::{is_total, total_of};
use rustc_hash::FxHashMap;

/// Spaces that are no slip.
const SURE_STEP: usize = 2;
/// Fewer areas further in than these are a slip.
const FEWEST: usize = 2;

/// The areas that lie in others by how far in their names stand, each with the nearest such, as places in the
/// list of codes, the innermost first.
pub(in crate::intake) fn indented(
    codes: &[&str],
    places: &Places,
    figures: &dyn Fn() -> Vec<Figures>,
) -> Vec<(usize, usize)> {
    let indents = places.indents();
    let least = indents.iter().map(|it| it.1).min().unwrap_or(0);
    let deeper = indents.iter().filter(|it| it.1 > least);
    let step = deeper.clone().map(|it| it.1 - least).min().unwrap_or(0);
    let count = deeper.count();
    let is_meant = step >= SURE_STEP || count * 2 >= indents.len();
    if count < FEWEST || !is_meant {
        return Vec::new();
    }
    let known: FxHashMap<&str, usize> = codes.iter().copied().zip(0..).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut above: Vec<(&str, usize)> = Vec::new();
    for (code, indent) in indents {
        let name = places.name(code);
        if is_total(name) || total_of(name).is_some() {
            // A sum stands further in for the eye alone.
            continue;
        }
        above.retain(|it| it.1 < indent);
        let whole = above.last().and_then(|it| known.get(it.0));
        found.extend(known.get(code).copied().zip(whole.copied()));
        above.push((code, indent));
    }
    // A place is put into another before that one is put elsewhere.
    found.reverse();
    let is_whole = is_full(codes.len(), &found);
    match is_contradicted(&found, &figures(), is_whole) {
        true => Vec::new(),
        false => found,
    }
}
