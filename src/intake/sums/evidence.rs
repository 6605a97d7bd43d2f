//! How sure it is that equal sums are no chance. Knows nothing of areas.

use rustc_hash::FxHashSet;

/// An equality is believed where figures of this size would come to it by chance less than once in a
/// thousand tables.
const CERTAINTY: f64 = 1000.0;
/// Two parts are found by chance more easily than three.
const CERTAINTY_OF_TWO: f64 = 1000.0;
/// As many parts as need no such care.
pub(in crate::intake) const MANY: usize = 3;

/// How much speaks for one equality: figures that came to it, each as a logarithm of ten. Figures that
/// repeat count once.
#[derive(Default)]
pub(in crate::intake) struct Evidence {
    known: FxHashSet<(i64, i64)>,
    /// A logarithm of ten.
    pub sum: f64,
}

impl Evidence {
    /// Takes what one series shows: each sum, what it should be, and by how much these may differ for
    /// rounding. Nothing where one of them differs by more.
    pub(in crate::intake) fn take(&mut self, equalities: &[(i64, i64)], rounding: i64) -> bool {
        let off = |(is, should): &(i64, i64)| (is - should).abs();
        let most = equalities.iter().map(off).max().unwrap_or(0);
        if most > rounding {
            return false;
        }
        let within = if most == 0 { 0 } else { rounding };
        let mut shown = false;
        for (is, should) in equalities {
            if self.known.insert((*is, *should)) {
                let chance = (*should as f64) / (1.0 + 2.0 * within as f64);
                self.sum += chance.max(1.0).log10();
                shown |= *should > 0;
            }
        }
        shown
    }
}

/// What so many rounded figures and their rounded sum may differ by, in units of the last digit: three
/// standard deviations of the sum of as many errors of half a unit at most.
pub(in crate::intake) fn rounding(count: usize) -> i64 {
    (3.0 * (count as f64 / 12.0).sqrt()).ceil() as i64
}

/// What the evidence must exceed, as a logarithm of ten.
pub(in crate::intake) fn bar(tests: f64, parts: usize) -> f64 {
    let of_two = if parts < MANY { CERTAINTY_OF_TWO } else { 1.0 };
    (CERTAINTY * of_two * tests.max(1.0)).log10()
}
