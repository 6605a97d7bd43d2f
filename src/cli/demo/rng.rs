//! Chance of our own making: the same seed gives the same draws on every machine, for ever.
//!
//! Integers only. A probability is given in basis points (1/10,000) and a mean in 64ths, since
//! the last digit of `exp` and `ln` differs between machines. Must not know what is drawn.

/// A xoshiro256** generator (Blackman & Vigna 2018), seeded through SplitMix64.
pub struct Rng {
    state: [u64; 4],
}

impl Rng {
    /// A stream of its own for a purpose (`label`) and two counters, so that a new indicator does
    /// not change the draws of another.
    pub fn stream(seed: u64, label: &str, first: u64, second: u64) -> Rng {
        let mut key = label
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
            });
        for part in [seed, first, second] {
            key = split_mix(&mut (key ^ part.wrapping_mul(0xd605_1f5c_95c1_e8c5)));
        }
        Rng {
            state: std::array::from_fn(|_| split_mix(&mut key)),
        }
    }

    fn next(&mut self) -> u64 {
        let s = &mut self.state;
        let result = s[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// A whole number from 0 to `limit - 1`.
    pub fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    /// A whole number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as u64) as i64
    }

    /// A symmetric deviation around 0, at most `2 * half_width`, with standard deviation
    /// 0.82 of `half_width`: the sum of two even draws.
    pub fn wobble(&mut self, half_width: i64) -> i64 {
        self.between(-half_width, half_width) + self.between(-half_width, half_width)
    }

    /// How many of `trials` succeed when each does with a chance of `basis_points` in 10,000.
    pub fn binomial(&mut self, trials: u64, basis_points: i64) -> u64 {
        if basis_points >= 10_000 {
            return trials;
        }
        let threshold = ((basis_points.max(0) as u64) << 32) / 10_000;
        let mut successes = 0;
        for _ in 0..trials / 2 {
            let both = self.next();
            successes += u64::from((both >> 32) < threshold);
            successes += u64::from((both & 0xffff_ffff) < threshold);
        }
        if trials % 2 == 1 {
            successes += u64::from((self.next() >> 32) < threshold);
        }
        successes
    }

    /// How many events arrive where `mean_64ths / 64` are expected. Each 64th is one trial with a
    /// chance of 1 in 64: a Poisson draw whose variance is 63/64 of the true one.
    pub fn arrivals(&mut self, mean_64ths: u64) -> u64 {
        let mut events = 0;
        for _ in 0..mean_64ths / 64 {
            events += self.one_in_64().count_ones();
        }
        let rest = mean_64ths % 64;
        events += (self.one_in_64() & ((1 << rest) - 1)).count_ones();
        u64::from(events)
    }

    /// 64 trials at once, each bit set with a chance of 1 in 64.
    fn one_in_64(&mut self) -> u64 {
        (0..6).fold(u64::MAX, |bits, _| bits & self.next())
    }

    /// Puts items in a random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u64 + 1) as usize);
        }
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Shares `total` out in proportion to `weights`, nobody getting more than their `cap`; what is
/// left over goes to the largest remainders, the first of equals first.
pub fn apportion(total: u64, weights: &[u64], caps: &[u64]) -> Vec<u64> {
    let sum: u64 = weights.iter().sum::<u64>().max(1);
    let mut shares: Vec<u64> = (weights.iter().zip(caps))
        .map(|(weight, cap)| (total * weight / sum).min(*cap))
        .collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(total * weights[i] % sum), i));
    let room: u64 = caps.iter().sum();
    let mut left = total.min(room) - shares.iter().sum::<u64>();
    while left > 0 {
        for &i in &order {
            if left > 0 && shares[i] < caps[i] {
                shares[i] += 1;
                left -= 1;
            }
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_the_same_for_ever() {
        let mut rng = Rng::stream(1, "test", 2, 3);
        let drawn: Vec<u64> = (0..4).map(|_| rng.below(1000)).collect();
        let mut again = Rng::stream(1, "test", 2, 3);
        assert_eq!(drawn, (0..4).map(|_| again.below(1000)).collect::<Vec<_>>());
        let mut other = Rng::stream(1, "test", 2, 4);
        assert_ne!(drawn, (0..4).map(|_| other.below(1000)).collect::<Vec<_>>());
    }

    #[test]
    fn draws_have_their_mean_and_spread() {
        let mut rng = Rng::stream(7, "moments", 0, 0);
        let check = |draws: Vec<f64>, mean: f64, variance: f64| {
            let n = draws.len() as f64;
            let m = draws.iter().sum::<f64>() / n;
            let v = draws.iter().map(|x| (x - m) * (x - m)).sum::<f64>() / n;
            assert!((m - mean).abs() < 4.0 * (variance / n).sqrt(), "{m}");
            assert!((v / variance - 1.0).abs() < 0.1, "{v}");
        };
        let binomial = (0..5000).map(|_| rng.binomial(201, 8800) as f64);
        check(binomial.collect(), 176.88, 21.2256);
        let arrivals = (0..5000).map(|_| rng.arrivals(64 * 25 + 32) as f64);
        check(arrivals.collect(), 25.5, 25.5 * 63.0 / 64.0);
    }

    #[test]
    fn shares_add_up_and_keep_to_their_caps() {
        assert_eq!(apportion(10, &[1, 1, 1], &[99, 99, 99]), [4, 3, 3]);
        assert_eq!(apportion(10, &[8, 1, 1], &[5, 9, 9]), [5, 3, 2]);
        assert_eq!(apportion(10, &[1, 0], &[3, 3]), [3, 3]);
    }
}
