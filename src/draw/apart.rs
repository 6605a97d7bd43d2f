//! Texts in one column moved apart: each as near to where it belongs as the others let it, none past another.
//! It must not know what they say.

/// What wants a height, and how much it wants it: what weighs more moves less.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// The height wished, in CSS pixels.
    pub y: f64,
    /// Above zero.
    pub weight: f64,
}

/// Heights at least `gap_px` apart within `top` and `bottom`, in the order of the wishes, which rise from top
/// to bottom: those with the least sum of squared weighted ways from what was wished (pooling adjacent
/// violators; Ayer and others, The Annals of Mathematical Statistics 26, 1955). What has no room within them
/// stands below the bottom.
pub(super) fn apart(wishes: &[Wish], gap_px: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    // With the gaps taken out they may touch, and only have to keep their order.
    let mut blocks: Vec<(f64, f64, usize)> = Vec::with_capacity(wishes.len());
    for (place, wish) in wishes.iter().enumerate() {
        let mut block = (wish.y - place as f64 * gap_px, wish.weight, 1);
        while let Some(above) = blocks.pop_if(|above| above.0 > block.0) {
            let weight = above.1 + block.1;
            let y = (above.0 * above.1 + block.0 * block.1) / weight;
            block = (y, weight, above.2 + block.2);
        }
        blocks.push(block);
    }
    let gaps_px = wishes.len().saturating_sub(1) as f64 * gap_px;
    let lowest = (bottom - gaps_px).max(top);
    let ys = blocks
        .iter()
        .flat_map(|(y, _, count)| std::iter::repeat_n(y.clamp(top, lowest), *count));
    ys.enumerate()
        .map(|(place, y)| y + place as f64 * gap_px)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_moves_as_little_as_the_others_let_it() {
        let check = |wished: &[(f64, f64)], expected: &[f64]| {
            let wishes: Vec<Wish> = wished
                .iter()
                .map(|(y, weight)| Wish {
                    y: *y,
                    weight: *weight,
                })
                .collect();
            assert_eq!(apart(&wishes, 10.0, (0.0, 100.0)), expected);
        };
        check(&[], &[]);
        check(&[(10.0, 1.0), (50.0, 1.0)], &[10.0, 50.0]);
        check(&[(50.0, 1.0), (54.0, 1.0)], &[47.0, 57.0]);
        // Three at one place; the middle stays.
        check(
            &[(50.0, 1.0), (50.0, 1.0), (50.0, 1.0)],
            &[40.0, 50.0, 60.0],
        );
        // What weighs more moves less.
        check(&[(50.0, 4.0), (50.0, 1.0)], &[48.0, 58.0]);
        // What is pushed pushes what it meets.
        check(
            &[(30.0, 1.0), (42.0, 1.0), (42.0, 1.0)],
            &[28.0, 38.0, 48.0],
        );
        check(&[(-5.0, 1.0), (2.0, 1.0)], &[0.0, 10.0]);
        check(&[(99.0, 1.0), (103.0, 1.0)], &[90.0, 100.0]);
    }
}
