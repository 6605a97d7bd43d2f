//! Special functions and their roots: the gamma function, its incomplete forms, the quantile of
//! Student's t. Private to this room; it must not know what they are for.

use std::f64::consts::PI;

/// The natural logarithm of the gamma function above zero.
///
/// Source: C. Lanczos, SIAM J. Numer. Anal. B 1 (1964) 86–96; coefficients for g = 7, n = 9 by
/// P. Godfrey.
pub(super) fn ln_gamma(x: f64) -> f64 {
    const COEFFICIENTS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    let mut sum = 0.999_999_999_999_809_9;
    for (place, coefficient) in COEFFICIENTS.iter().enumerate() {
        sum += coefficient / (x + place as f64);
    }
    let shifted = x + 6.5;
    (x - 0.5) * shifted.ln() - shifted + (2.0 * PI).sqrt().ln() + sum.ln()
}

/// The density of the gamma distribution with scale 1.
pub(super) fn gamma_density(shape: f64, x: f64) -> f64 {
    ((shape - 1.0) * x.ln() - x - ln_gamma(shape)).exp()
}

/// The regularised lower incomplete gamma function P(a, x), for a above zero.
pub(super) fn gamma_lower(shape: f64, x: f64) -> f64 {
    match x {
        _ if x <= 0.0 => 0.0,
        _ if x < shape + 1.0 => gamma_series(shape, x),
        _ => 1.0 - gamma_fraction(shape, x),
    }
}

/// The regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x).
pub(super) fn gamma_upper(shape: f64, x: f64) -> f64 {
    match x {
        _ if x <= 0.0 => 1.0,
        _ if x < shape + 1.0 => 1.0 - gamma_series(shape, x),
        _ => gamma_fraction(shape, x),
    }
}

/// The point of the distribution of t with so many degrees of freedom that has 2.5 % above it.
///
/// Source: Abramowitz and Stegun (1964), 26.7.3, 26.7.4 and, for many degrees, 26.7.5.
pub(super) fn student_quantile(degrees: usize) -> f64 {
    const MANY: usize = 200;
    let start = student_expansion(degrees as f64);
    if degrees >= MANY {
        return start;
    }
    let tail = |t: f64| (student_outside(degrees, t), -student_density(degrees, t));
    solve_tail(start.ln(), 0.05, &tail)
}

/// The point above zero where a tail's probability has a given value, by Newton's steps from the
/// logarithm of a start. The tail gives its probability and the derivative of that.
///
/// The tails asked for here have log-concave densities in the logarithm of their argument, so that
/// log probability over log argument is concave and the steps cannot run away.
pub(super) fn solve_tail(start: f64, target: f64, tail: &dyn Fn(f64) -> (f64, f64)) -> f64 {
    let mut logarithm = start;
    for _ in 0..60 {
        let x = logarithm.exp();
        let (probability, derivative) = tail(x);
        let step = (probability / target).ln() * probability / (x * derivative);
        if !step.is_finite() {
            break;
        }
        logarithm -= step.clamp(-2.0, 2.0);
        if step.abs() < 1e-15 {
            break;
        }
    }
    logarithm.exp()
}

/// The last number from `low` on that is not past a boundary, and the first that is, in a range in
/// which no number past it comes before one that is not. As close as numbers can be.
pub(super) fn boundary(low: f64, high: f64, is_past: &dyn Fn(f64) -> bool) -> (f64, f64) {
    let (mut low, mut high) = (low, high);
    for _ in 0..1100 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if is_past(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    (low, high)
}

/// xᵃe⁻ˣ/Γ(a).
fn gamma_factor(shape: f64, x: f64) -> f64 {
    (shape * x.ln() - x - ln_gamma(shape)).exp()
}

/// P(a, x) by its power series, which is short for x below a + 1.
fn gamma_series(shape: f64, x: f64) -> f64 {
    let (mut term, mut divisor) = (1.0 / shape, shape);
    let mut sum = term;
    for _ in 0..1000 {
        divisor += 1.0;
        term *= x / divisor;
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum * gamma_factor(shape, x)
}

/// Q(a, x) by its continued fraction (Lentz's way), which is short for x above a + 1.
fn gamma_fraction(shape: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut b = x + 1.0 - shape;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / away(b);
    let mut product = d;
    for place in 1..1000 {
        let a = place as f64 * (shape - place as f64);
        b += 2.0;
        d = 1.0 / away(a * d + b);
        c = away(b + a / c);
        product *= c * d;
        if (c * d - 1.0).abs() < 1e-16 {
            break;
        }
    }
    product * gamma_factor(shape, x)
}

/// The quantile of t as a series in the degrees of freedom.
fn student_expansion(degrees: f64) -> f64 {
    const Z: f64 = 1.959_963_984_540_054;
    let s = Z * Z;
    let first = (s + 1.0) / 4.0;
    let second = ((5.0 * s + 16.0) * s + 3.0) / 96.0;
    let third = (((3.0 * s + 19.0) * s + 17.0) * s - 15.0) / 384.0;
    let fourth = ((((79.0 * s + 776.0) * s + 1482.0) * s - 1920.0) * s - 945.0) / 92160.0;
    let by = 1.0 / degrees;
    Z * (1.0 + by * (first + by * (second + by * (third + by * fourth))))
}

/// The probability of t outside of −t to t: a finite sum for whole degrees of freedom.
fn student_outside(degrees: usize, t: f64) -> f64 {
    // The angle whose tangent is t/√degrees: its sine and cosine need no table of their own.
    let tangent = t / (degrees as f64).sqrt();
    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
    let sine = tangent * cosine;
    let is_odd = degrees % 2 == 1;
    let mut power = degrees % 2;
    let mut term = if is_odd { cosine } else { 1.0 };
    let mut sum = 0.0;
    while power + 2 <= degrees {
        sum += term;
        term *= cosine * cosine * (power + 1) as f64 / (power + 2) as f64;
        power += 2;
    }
    let inside = if is_odd {
        (tangent.atan() + sine * sum) * 2.0 / PI
    } else {
        sine * sum
    };
    1.0 - inside
}

/// Twice the density of t: how fast the probability outside falls.
fn student_density(degrees: usize, t: f64) -> f64 {
    let degrees = degrees as f64;
    let constant = ln_gamma((degrees + 1.0) / 2.0) - ln_gamma(degrees / 2.0);
    let power = (degrees + 1.0) / 2.0 * (1.0 + t * t / degrees).ln();
    2.0 * (constant - power).exp() / (degrees * PI).sqrt()
}
