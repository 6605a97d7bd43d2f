//! Areas that follow one another in a table with the same figures throughout: a county of one district, beside it. Which
//! of them holds the other no figure says. Must not know what they are called.

use crate::intake::places::Places;
use crate::intake::sums::groups::Groups;
use crate::table::Observations;

/// So many figures that are the same are no chance, each of them larger than small numbers that often agree.
const FEWEST: usize = 2;
const SMALL: f64 = 20.0;

/// The first two such areas, as places in the list of codes, and how many pairs there are. Every figure is looked at
/// once, until no pair is left.
pub(in crate::intake) fn alike(
    table: &Observations,
    groups: &Groups,
    places: &Places,
) -> Option<(usize, usize, usize)> {
    let codes: Vec<&str> = table.area.dictionary.texts().skip(1).collect();
    let lies_in = |inner: &str, outer: &str| places.parent_code(inner) == outer;
    let is_open = |pair: &[&str]| !lies_in(pair[0], pair[1]) && !lies_in(pair[1], pair[0]);
    // Of each area and the one behind it the figures that agree; none where one does not.
    let mut pairs: Vec<Option<usize>> = codes
        .windows(2)
        .map(|pair| is_open(pair).then_some(0))
        .collect();
    let mut figures: Vec<Option<f64>> = vec![None; codes.len()];
    let columns = [&table.value, &table.numerator, &table.denominator];
    for (group, column) in groups
        .list()
        .iter()
        .flat_map(|group| columns.iter().map(move |column| (group, column)))
    {
        if pairs.iter().all(Option::is_none) {
            return None;
        }
        figures.fill(None);
        for row in group.rows.iter().copied() {
            let at = (table.area.code(row) as usize).checked_sub(1);
            let place = at.and_then(|at| figures.get_mut(at));
            if let Some(place) = place.filter(|_| table.invalid(row).is_none()) {
                *place = column.get(row);
            }
        }
        for (same, pair) in pairs.iter_mut().zip(figures.windows(2)) {
            match (pair[0], pair[1]) {
                (None, None) => {}
                (first, second) if first != second => *same = None,
                (first, _) => {
                    let is_large = first.is_some_and(|it| it.abs() > SMALL);
                    *same = same.map(|count| count + usize::from(is_large));
                }
            }
        }
    }
    let is_alike = |(_, same): &(usize, &Option<usize>)| same.is_some_and(|it| it >= FEWEST);
    let mut alike = pairs.iter().enumerate().filter(is_alike);
    let (first, _) = alike.next()?;
    Some((first, first + 1, alike.count() + 1))
}
