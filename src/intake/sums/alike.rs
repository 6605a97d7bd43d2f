//! Areas that follow one another in a table with the same figures throughout: a county of one district, beside it. Which
//! of them holds the other no figure says. Must not know what they are called.

use crate::intake::places::Places;
use crate::intake::sums::series::Figures;

/// So many figures that are the same are no chance, each of them larger than small numbers that often agree.
const FEWEST: usize = 2;
const SMALL: f64 = 20.0;

/// The first two such areas, as places in the list of codes, and how many pairs there are.
pub(in crate::intake) fn alike(
    codes: &[&str],
    places: &Places,
    figures: &[Figures],
) -> Option<(usize, usize, usize)> {
    let is_pair = |(one, other): &(usize, usize)| {
        let (mut same, mut other_than) = (0, 0);
        for by_area in figures {
            match (by_area.get(one), by_area.get(other)) {
                (Some(first), Some(second)) if first == second => {
                    same += usize::from(first.abs() > SMALL);
                }
                (None, None) => {}
                _ => other_than += 1,
            }
        }
        let lies_in = |inner: usize, outer: usize| {
            let code = codes.get(inner).copied().unwrap_or_default();
            codes
                .get(outer)
                .is_some_and(|it| places.parent_code(code) == *it)
        };
        same >= FEWEST && other_than == 0 && !lies_in(*one, *other) && !lies_in(*other, *one)
    };
    let mut pairs = (1..codes.len()).map(|at| (at - 1, at)).filter(is_pair);
    let (one, other) = pairs.next()?;
    Some((one, other, pairs.count() + 1))
}
