//! Sorting and the middle of a list: the one sort and the one selection of this room, for plain
//! numbers, so that each stands in the program once. It must not know what is sorted.

/// The places of the values from the lowest to the highest; equals keep their order, and what is no
/// number comes last.
pub(super) fn ascending(values: &[f64]) -> Vec<u32> {
    let mut places: Vec<u32> = (0..values.len() as u32).collect();
    let mut merged = places.clone();
    let mut width = 1;
    while width < places.len() {
        for start in (0..places.len()).step_by(2 * width) {
            let middle = (start + width).min(places.len());
            let end = (middle + width).min(places.len());
            let (mut left, mut right) = (start, middle);
            for slot in &mut merged[start..end] {
                let takes_left = left < middle
                    && (right >= end || !is_before(values, places[right], places[left]));
                let from = if takes_left { &mut left } else { &mut right };
                *slot = places[*from];
                *from += 1;
            }
        }
        std::mem::swap(&mut places, &mut merged);
        width *= 2;
    }
    places
}

/// The values from the lowest to the highest.
pub(super) fn sorted(values: &[f64]) -> Vec<f64> {
    let places = ascending(values);
    places.iter().map(|place| values[*place as usize]).collect()
}

/// The middle value, or the mean of the middle two; `None` for no values. All must be numbers.
/// Selecting instead of sorting: a slope over all pairs has hundreds of thousands of values.
pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    let middle = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let upper = select(&mut values, middle);
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = values[..middle]
        .iter()
        .fold(f64::NEG_INFINITY, |highest, value| highest.max(*value));
    Some(lower + (upper - lower) / 2.0)
}

/// The mean, exact for equal values; 0 for no values.
pub(super) fn mean(values: &[f64]) -> f64 {
    let Some(first) = values.first() else {
        return 0.0;
    };
    let above: f64 = values.iter().map(|value| value - first).sum();
    first + above / values.len() as f64
}

fn is_before(values: &[f64], one: u32, other: u32) -> bool {
    let (one, other) = (values[one as usize], values[other as usize]);
    one < other || (other.is_nan() && !one.is_nan())
}

/// Puts the value of a rank in its place, all lower ones before it, and gives it.
///
/// Source: C. A. R. Hoare, Algorithm 65: Find, Communications of the ACM 4 (1961) 321.
fn select(values: &mut [f64], rank: usize) -> f64 {
    // The rank is in low..end, and so is a value on either side of which the scans stop.
    let (mut low, mut end) = (0, values.len());
    while low + 1 < end {
        let pivot = values[low + (end - low) / 2];
        let (mut left, mut right) = (low, end);
        while left < right {
            while values[left] < pivot {
                left += 1;
            }
            while values[right - 1] > pivot {
                right -= 1;
            }
            if left < right {
                values.swap(left, right - 1);
                left += 1;
                right -= 1;
            }
        }
        // Between the two halves lies nothing, or the pivot alone.
        if rank < right {
            end = right;
        } else if rank >= left {
            low = left;
        } else {
            break;
        }
    }
    values[rank]
}
