//! Doubles from text and to text, exactly.
//!
//! std does the same by tables that weigh more in the page than a room of this crate. The tests hold
//! the two together: bit for bit in reading, letter for letter in writing.

use std::cmp::Ordering;

/// So many digits fit a `u64`.
const SHORT_DIGITS: usize = 19;
/// A number halfway between two doubles has fewer digits than this: what follows only tells whether
/// there is more.
const MOST_DIGITS: usize = 800;

/// The double nearest to a decimal, ties to even; infinite where none is large enough. None where
/// the text is no decimal.
pub fn read_number(text: &str) -> Option<f64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, read_exponent(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = [whole, fraction].concat();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant = digits.trim_end_matches('0');
    let scale = exponent - fraction.len() as i64 + (digits.len() - significant.len()) as i64;
    let size = positive(significant.trim_start_matches('0'), scale);
    Some(if negative { -size } else { size })
}

/// A double with so many decimals, ties to even. What rounds to zero has no sign.
pub fn fixed_text(number: f64, decimals: usize) -> String {
    if !number.is_finite() {
        return if number.is_nan() { "NaN" } else { "∞" }.to_string();
    }
    let fraction = number.to_bits() & ((1 << 52) - 1);
    let (fraction, exponent) = match (number.to_bits() >> 52 & 0x7ff) as i32 {
        0 => (fraction, -1074),
        exponent => (fraction | 1 << 52, exponent - 1075),
    };
    let mut units = Big(vec![fraction as u32, (fraction >> 32) as u32]);
    for _ in 0..decimals {
        units.times_plus(10, 0);
    }
    for _ in 0..exponent {
        units.times_plus(2, 0);
    }
    units.halve(-exponent);
    let mut text = units.digits();
    if text.len() <= decimals {
        text.insert_str(0, &"0".repeat(decimals + 1 - text.len()));
    }
    if decimals > 0 {
        text.insert(text.len() - decimals, '.');
    }
    if number < 0.0 && text.bytes().any(|digit| matches!(digit, b'1'..=b'9')) {
        text.insert(0, '-');
    }
    text
}

/// A double with as few decimals as read back to it.
pub fn number_in_full(number: f64) -> String {
    let mut decimals = 0;
    loop {
        let text = fixed_text(number, decimals);
        if !number.is_finite() || read_number(&text) == Some(number) {
            return text;
        }
        decimals += 1;
    }
}

fn read_exponent(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let sound = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    // Larger exponents than any cell has digits are all one.
    let size = digits.parse().unwrap_or(i64::MAX).min(1 << 40);
    sound.then_some(sign * size)
}

/// The digits, which neither begin nor end with a zero, times ten to the scale.
fn positive(digits: &str, scale: i64) -> f64 {
    let magnitude = digits.len() as i64 + scale;
    if digits.is_empty() || magnitude < -330 {
        return 0.0;
    }
    if magnitude > 310 {
        return f64::INFINITY;
    }
    let cut = digits.len().saturating_sub(SHORT_DIGITS);
    let first = digits[..digits.len() - cut].parse().unwrap_or(0);
    let scale_of_first = (scale + cut as i64) as i32;
    if (-21..=SHORT_DIGITS as i32).contains(&scale_of_first) {
        let low = short(first, scale_of_first);
        // Where the digits that were cut off cannot matter, they need not be looked at.
        if cut == 0 || low == short(first + 1, scale_of_first) {
            return low;
        }
    }
    let mut numerator = Big::default();
    let mut scale = scale as i32;
    for digit in digits.bytes().take(MOST_DIGITS) {
        numerator.times_plus(10, u32::from(digit - b'0'));
    }
    if digits.len() > MOST_DIGITS {
        numerator.times_plus(10, 1);
        scale += (digits.len() - MOST_DIGITS - 1) as i32;
    }
    let mut denominator = Big(vec![1]);
    let scaled = if scale < 0 {
        &mut denominator
    } else {
        &mut numerator
    };
    for _ in 0..scale.abs() {
        scaled.times_plus(10, 0);
    }
    divided(numerator, denominator)
}

/// A number of at most 20 digits times ten to a small scale.
fn short(digits: u64, scale: i32) -> f64 {
    let power = 10u128.pow(scale.unsigned_abs());
    if scale >= 0 {
        return rounded(u128::from(digits) * power, 0, false);
    }
    let shift = 64 + digits.leading_zeros();
    let shifted = u128::from(digits) << shift;
    rounded(
        shifted / power,
        -(shift as i32),
        !shifted.is_multiple_of(power),
    )
}

/// Division bit by bit, with more bits than a double has.
fn divided(mut numerator: Big, mut denominator: Big) -> f64 {
    const BITS: i32 = 66;
    let lead = numerator.bit_count() - denominator.bit_count();
    let behind = if lead < 0 {
        &mut numerator
    } else {
        &mut denominator
    };
    for _ in 0..lead.abs() {
        behind.times_plus(2, 0);
    }
    let mut quotient = 0;
    for _ in 0..BITS {
        quotient <<= 1;
        if numerator.cmp(&denominator) != Ordering::Less {
            numerator.subtract(&denominator);
            quotient |= 1;
        }
        numerator.times_plus(2, 0);
    }
    rounded(quotient, lead + 1 - BITS, !numerator.0.is_empty())
}

/// `number` and perhaps a little more, times two to the exponent, as the nearest double.
fn rounded(number: u128, exponent: i32, more: bool) -> f64 {
    const SMALLEST_EXPONENT: i32 = -1074;
    let bits = 128 - number.leading_zeros() as i32;
    let kept = (bits + exponent - SMALLEST_EXPONENT).min(53);
    if kept < 0 {
        return 0.0;
    }
    let cut = (bits - kept).max(0);
    let (whole, rest) = (number >> cut, number & ((1 << cut) - 1));
    let up = match rest.cmp(&((1 << cut) >> 1)) {
        _ if cut == 0 => false,
        Ordering::Less => false,
        Ordering::Equal => more || whole % 2 == 1,
        Ordering::Greater => true,
    };
    (whole as u64 + u64::from(up)) as f64 * power_of_two(exponent + cut)
}

fn power_of_two(exponent: i32) -> f64 {
    f64::from_bits(match exponent {
        ..-1022 => 1 << (exponent + 1074),
        _ => ((exponent + 1023) as u64) << 52,
    })
}

/// A whole number of any size: 32 bits a limb, the lowest first, no zero at the end.
#[derive(Default)]
struct Big(Vec<u32>);

impl Big {
    fn times_plus(&mut self, factor: u32, addend: u32) {
        let mut carry = u64::from(addend);
        for limb in &mut self.0 {
            carry += u64::from(*limb) * u64::from(factor);
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Takes away a number that is not larger.
    fn subtract(&mut self, other: &Big) {
        let mut borrow = 0;
        for (place, limb) in self.0.iter_mut().enumerate() {
            let taken = i64::from(other.0.get(place).copied().unwrap_or(0)) + borrow;
            let left = i64::from(*limb) - taken;
            *limb = left as u32;
            borrow = i64::from(left < 0);
        }
        self.trim();
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// The quotient, and what is left.
    fn divide(&mut self, divisor: u32) -> u32 {
        let mut rest = 0;
        for limb in self.0.iter_mut().rev() {
            let part = rest << 32 | u64::from(*limb);
            *limb = (part / u64::from(divisor)) as u32;
            rest = part % u64::from(divisor);
        }
        self.trim();
        rest as u32
    }

    /// The nearest whole number after so many halvings, ties to even.
    fn halve(&mut self, times: i32) {
        let (mut half, mut less) = (0, 0);
        for _ in 0..times {
            less |= half;
            half = self.divide(2);
        }
        let odd = self.0.first().map_or(0, |limb| limb & 1);
        if half == 1 && (less | odd) == 1 {
            self.times_plus(1, 1);
        }
    }

    fn digits(mut self) -> String {
        let mut groups = Vec::new();
        while !self.0.is_empty() {
            groups.push(format!("{:09}", self.divide(1_000_000_000)));
        }
        groups.reverse();
        groups.concat().trim_start_matches('0').to_string()
    }

    fn cmp(&self, other: &Big) -> Ordering {
        let lengths = self.0.len().cmp(&other.0.len());
        lengths.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    fn bit_count(&self) -> i32 {
        let top = self.0.last().map_or(32, |limb| limb.leading_zeros());
        self.0.len() as i32 * 32 - top as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) {
        let expected = text.parse::<f64>().ok().map(f64::to_bits);
        assert_eq!(read_number(text).map(f64::to_bits), expected, "{text}");
    }

    #[test]
    fn reads_what_the_standard_library_reads() {
        for text in [
            "",
            "-",
            "+",
            ".",
            "e5",
            "1e",
            "1e+",
            "1.2.3",
            "1e5.0",
            "--1",
            "1-",
            "0",
            "-0",
            "0.0",
            "+7",
            "1.",
            ".5",
            "-.5e1",
            "1.e3",
            "007",
            "0e99999999999999999999",
            "1e99999999999999999999",
            "1e-99999999999999999999",
            "1e308",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.797693134862315807e308",
            "1.8e308",
            "-1e309",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2e-324",
            "1e-400",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "9007199254740993",
            "9007199254740993.0000000000000000000000000001",
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551616",
            "0.33333333333333333333333333",
            "0.1000000000000000055511151231257827021181583404541015625",
            "0.10000000000000000555111512312578270211815834045410156251",
            "123456789e-30",
        ] {
            check(text);
        }
        check(&format!("0.{}1e1000", "0".repeat(999)));
        check(&format!("1{}e-1000", "0".repeat(1000)));
        check(&"9".repeat(3000));
        check(&format!("0.{}", "7".repeat(3000)));
    }

    fn random() -> impl FnMut() -> u64 {
        let mut state = 1u64;
        move || {
            state = state
                .wrapping_mul(6364136223846793005)
                .wrapping_add(1442695040888963407);
            state ^ (state >> 29)
        }
    }

    #[test]
    fn rounds_as_the_standard_library_does() {
        let mut random = random();
        for _ in 0..2_000 {
            let (digits, bits) = (random(), random());
            check(&format!("{}.{}", digits % 1000, random()));
            check(&format!("0.{digits:020}{bits}"));
            check(&format!("{digits}e{}", bits as i64 % 350));
            let double = f64::from_bits(bits >> 1);
            if double.is_finite() {
                check(&format!("{double:e}"));
                check(&format!("{double:.16e}"));
            }
        }
    }

    #[test]
    fn ties_go_to_the_even_double() {
        // Odd numbers of 54 bits lie halfway between doubles, and so do their quotients by two.
        for odd in [
            (1u128 << 53) + 1,
            (1 << 53) + 3,
            (1 << 54) - 1,
            (1 << 54) - 3,
        ] {
            for halvings in 0..=30 {
                let digits = odd * 5u128.pow(halvings);
                check(&format!("{digits}e-{halvings}"));
                check(&format!("{}e-{halvings}", digits - 1));
                check(&format!("{digits}00000000000000000001e-{}", halvings + 20));
            }
        }
        // Half of the smallest doubles.
        for small in [1, 3, 5, (1u64 << 52) - 1, (1 << 52) + 1].map(f64::from_bits) {
            let mut carry = 0;
            let mut half = String::new();
            for digit in format!("{small:.1074}0").replacen("0.", "", 1).bytes() {
                let twice = carry * 10 + (digit - b'0');
                half.push(char::from(b'0' + twice / 2));
                carry = twice % 2;
            }
            check(&format!("0.{half}"));
            check(&format!("0.{half}001"));
        }
    }

    #[test]
    fn writes_as_the_standard_library_does() {
        let check = |number: f64| {
            for decimals in [0, 1, 2, 4, 9, 20] {
                let signed = format!("{number:.decimals$}");
                let is_zero = signed
                    .bytes()
                    .all(|byte| matches!(byte, b'-' | b'0' | b'.'));
                let expected = signed.trim_start_matches(if is_zero { "-" } else { "" });
                assert_eq!(fixed_text(number, decimals), expected);
            }
        };
        for number in [
            0.0,
            -0.0,
            0.5,
            1.5,
            2.5,
            -0.05,
            0.125,
            0.375,
            1.005,
            99.995,
            1e-9,
            5e-324,
            1e22,
            1e23,
            123_456_789.123_456_79,
            9007199254740993.0,
            f64::MAX,
            f64::MIN_POSITIVE,
        ] {
            check(number);
            check(-number);
        }
        let mut random = random();
        for _ in 0..1_000 {
            check(random() as f64 / 10f64.powi((random() % 30) as i32));
            let decimal = (random() % 1_000_000_000) as f64 / 10f64.powi((random() % 9) as i32);
            assert_eq!(number_in_full(decimal), decimal.to_string());
            assert_eq!(number_in_full(-1.0 / decimal), (-1.0 / decimal).to_string());
        }
    }
}
