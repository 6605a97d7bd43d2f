//! Numbers as people and offices write them: marks between thousands, decimal commas, full-width
//! digits, footnote marks, parentheses for a minus, signs for there being none. Exact or not at all:
//! what does not keep the rules is no number.

pub(in crate::intake) mod bounds;
pub(in crate::intake) mod estimates;
mod footnotes;
pub(in crate::intake) mod multiples;
pub(in crate::intake) mod row_signs;
pub(in crate::intake) mod triangles;

use crate::intake::DecimalMark;
use crate::intake::number::multiples::SCALED;
use crate::intake::number::row_signs::OF_ROWS;
use crate::intake::scale;
use crate::intake::vocabulary::signs::sign_beside_numbers;
use crate::intake::vocabulary::{SIGNS, missing_sign, narrow};
use crate::model::{Bound, Status, read_number};
use crate::parse::cell;
use footnotes::strip_footnotes;

/// What a cell of figures holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::intake) enum Read {
    /// Nothing.
    Blank,
    /// A number.
    Number(Number),
    /// A sign that says why there is none.
    Sign(Status),
    /// Something else.
    Other,
}

/// A number and how it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::intake) struct Number {
    pub value: f64,
    /// Digits after the decimal mark.
    pub decimals: u8,
    /// With marks between thousands.
    pub thousands: bool,
    /// With a mark that is no part of it, which has been taken off.
    pub footnote: bool,
    /// In parentheses.
    pub parentheses: bool,
    /// With a triangle for a minus.
    pub triangle: bool,
    /// What a letter beside it says.
    pub status: Status,
    /// What a sign or a word makes of it: at least so many, about so many.
    pub bound: Option<Bound>,
    /// The power of ten that it was multiplied by, since a word or a letter says so.
    pub power: u8,
    /// True where classes and groups are written so as well: `2a`, `65+`.
    pub is_loose: bool,
    /// Limits or a margin stand behind it, which have been taken off.
    pub interval: bool,
}

impl Number {
    /// The same where the parentheses are a mark of it and no minus.
    pub(in crate::intake) fn marked(self) -> Number {
        Number {
            value: self.value.abs(),
            parentheses: false,
            footnote: true,
            ..self
        }
    }
}

/// Reads cells of one table; keeps room for the text, so that a cell takes no memory of its own.
#[derive(Debug, Default)]
pub(in crate::intake) struct Numbers {
    text: String,
    digits: String,
}

impl Numbers {
    /// Reads a cell whose numbers all carry this sign (blank: none).
    pub(in crate::intake) fn read(&mut self, text: &str, mark: DecimalMark, sign: &str) -> Read {
        if text.is_empty() {
            return Read::Blank;
        }
        if sign == OF_ROWS {
            return self.read(text, mark, sign_of(text).unwrap_or_default());
        }
        let is_open = sign.is_empty() && (mark == DecimalMark::Point || !text.contains('.'));
        if is_open
            && let Ok(Some(value)) =
                cell::number(text).map(|it| it.filter(|it| is_exact(*it, text)))
        {
            if bounds::is_stand_in(text) {
                return Read::Sign(Status::Missing);
            }
            return Read::Number(plain(value, decimals_of(text)));
        }
        self.fold(text);
        let folded = std::mem::take(&mut self.text);
        let read = self.read_folded(folded.trim(), mark, sign);
        self.text = folded;
        read
    }

    fn fold(&mut self, text: &str) {
        self.text.clear();
        for character in text.chars().map(narrow) {
            self.text.extend(character.to_lowercase());
        }
    }

    fn read_folded(&mut self, text: &str, mark: DecimalMark, sign: &str) -> Read {
        if text.is_empty() {
            return Read::Blank;
        }
        let sign_of_none = missing_sign(text).or_else(|| bounds::no_figure(text));
        if let Some(status) = sign_of_none.or_else(|| sign_beside_numbers(text)) {
            return Read::Sign(status);
        }
        if let Some(estimate) = estimates::estimate(text, mark) {
            let interval = true;
            return match self.read_folded(estimate, mark, sign) {
                Read::Number(number) => Read::Number(Number { interval, ..number }),
                _ => Read::Other,
            };
        }
        let bounded = bounds::cut(text);
        if let Some(base) = sign.strip_prefix(SCALED) {
            let read = self.read_scaled(bounded.rest, mark, base);
            return with_bound(read, &bounded);
        }
        let bare = strip(bounded.rest);
        if bare.sign != sign {
            return Read::Other;
        }
        let Some((thousands, decimals)) = self.digits_of(bare.body, mark) else {
            return Read::Other;
        };
        let size = read_number(&self.digits).filter(|size| size.is_finite());
        let Some(size) = size.filter(|size| is_exact(*size, &self.digits)) else {
            return Read::Other;
        };
        let number = Number {
            value: if bare.negative { -size } else { size },
            thousands,
            footnote: bare.footnote,
            parentheses: bare.parentheses,
            triangle: bare.triangle,
            status: bare.status,
            is_loose: bare.is_joined,
            ..plain(size, decimals)
        };
        with_bound(Read::Number(number), &bounded)
    }

    /// Reads a number of a column that is read in full.
    fn read_scaled(&mut self, text: &str, mark: DecimalMark, base: &str) -> Read {
        let Some(parts) = multiples::parts(text).filter(|it| it.base == base) else {
            return Read::Other;
        };
        let Some((thousands, decimals)) = self.digits_of(parts.body, mark) else {
            return Read::Other;
        };
        let Some(size) = read_number(&self.digits).filter(|size| size.is_finite()) else {
            return Read::Other;
        };
        let size = scale::scaled(size, i32::from(parts.power));
        Read::Number(Number {
            value: if parts.negative { -size } else { size },
            thousands,
            power: parts.power,
            ..plain(size, decimals.saturating_sub(parts.power))
        })
    }

    /// Writes the digits as the program reads them. Whether marks part thousands, and the decimals;
    /// none where the rules are not kept.
    fn digits_of(&mut self, body: &str, mark: DecimalMark) -> Option<(bool, u8)> {
        let (decimal, thousand) = match mark {
            DecimalMark::Point => ('.', ','),
            DecimalMark::Comma => (',', '.'),
        };
        let (body, exponent) = match body.split_once('e') {
            Some((body, exponent)) => (body, Some(exponent)),
            None => (body, None),
        };
        let (whole, fraction) = match body.split_once(decimal) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (body, None),
        };
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        if fraction.is_some_and(|fraction| !is_digits(fraction)) {
            return None;
        }
        self.digits.clear();
        let mut thousands = false;
        if is_digits(whole) || (whole.is_empty() && fraction.is_some()) {
            self.digits.push_str(whole);
        } else {
            let separator = whole.chars().find(|it| !it.is_ascii_digit())?;
            if ![thousand, ' ', '\''].contains(&separator) || exponent.is_some() {
                return None;
            }
            let count = whole.split(separator).count();
            let is_lakh = separator == ',' && is_lakh(whole);
            for (place, group) in whole.split(separator).enumerate() {
                let fits = match place {
                    0 => (1..=3).contains(&group.len()) && !group.starts_with('0'),
                    _ if is_lakh && place + 1 < count => group.len() == 2,
                    _ => group.len() == 3,
                };
                if !fits || !is_digits(group) {
                    return None;
                }
                self.digits.push_str(group);
            }
            thousands = true;
        }
        if let Some(fraction) = fraction {
            self.digits.push('.');
            self.digits.push_str(fraction);
        }
        if let Some(exponent) = exponent {
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            if !is_digits(digits) {
                return None;
            }
            self.digits.push('e');
            self.digits.push_str(exponent);
        }
        Some((thousands, fraction.map_or(0, |it| it.len().min(9) as u8)))
    }
}

/// True where no digit before the point is lost: the program counts to 2^53 and no further one by one. Of a
/// number with an exponent its writer kept a few digits.
fn is_exact(value: f64, text: &str) -> bool {
    const LAST: f64 = 9_007_199_254_740_992.0;
    value.abs() < LAST || text.contains(['e', 'E'])
}

/// True of marks as India sets them, after the thousands every two digits: `19,98,12,341`.
fn is_lakh(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().map_or(0, str::len);
    (1..=2).contains(&first) && groups.next().is_some_and(|group| group.len() == 2)
}

fn plain(value: f64, decimals: u8) -> Number {
    Number {
        value,
        decimals,
        thousands: false,
        footnote: false,
        parentheses: false,
        triangle: false,
        status: Status::Normal,
        bound: None,
        power: 0,
        is_loose: false,
        interval: false,
    }
}

fn with_bound(read: Read, bounded: &bounds::Bounded<'_>) -> Read {
    match read {
        Read::Number(number) => Read::Number(Number {
            bound: bounded.bound,
            is_loose: number.is_loose || bounded.is_loose,
            ..number
        }),
        other => other,
    }
}

fn decimals_of(text: &str) -> u8 {
    match text.split_once('.') {
        Some((_, fraction)) => fraction
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count()
            .min(9) as u8,
        None => 0,
    }
}

/// A number without what stands around its digits.
struct Bare<'t> {
    body: &'t str,
    negative: bool,
    parentheses: bool,
    triangle: bool,
    footnote: bool,
    sign: &'static str,
    status: Status,
    /// A letter stands at the last digit, and nothing between.
    is_joined: bool,
}

fn strip(text: &str) -> Bare<'_> {
    let (rest, footnote, status, is_joined) = strip_footnotes(text);
    let mut bare = Bare {
        body: rest,
        negative: false,
        parentheses: false,
        triangle: false,
        footnote,
        sign: "",
        status,
        is_joined,
    };
    if let Some(inner) = rest.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        bare.body = inner.trim();
        bare.negative = true;
        bare.parentheses = true;
    }
    // -$5, $-5, 5%, $5.
    for _ in 0..2 {
        let minus = ['-', '–', triangles::WHITE, triangles::BLACK];
        if let Some(rest) = bare.body.strip_prefix(minus).filter(|_| !bare.negative) {
            bare.triangle = bare.body.starts_with(&minus[2..]);
            bare.body = rest.trim_start();
            bare.negative = true;
        } else if let Some(rest) = bare.body.strip_prefix('+').filter(|_| !bare.negative) {
            bare.body = rest.trim_start();
        }
        if bare.sign.is_empty()
            && let Some((rest, sign)) = cut_sign(bare.body)
        {
            (bare.body, bare.sign) = (rest, sign);
        }
    }
    bare
}

fn cut_sign(body: &str) -> Option<(&str, &'static str)> {
    let is_digit = |end: Option<&u8>| end.is_some_and(u8::is_ascii_digit);
    let bytes = body.as_bytes();
    if is_digit(bytes.first()) && is_digit(bytes.last()) {
        return None;
    }
    SIGNS.iter().find_map(|sign| {
        let rest = body
            .strip_suffix(sign)
            .or_else(|| body.strip_prefix(sign))?;
        Some((rest.trim(), *sign))
    })
}

/// The sign that a number carries, if it is one in either way of writing.
pub(in crate::intake) fn sign_of(text: &str) -> Option<&'static str> {
    let folded: String = text
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    let bare = strip(estimates::bare(folded.trim()));
    let is_body = !bare.body.is_empty()
        && bare.body.bytes().any(|byte| byte.is_ascii_digit())
        && bare.body.bytes().all(|byte| {
            byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b' ' | b'\'' | b'e' | b'+' | b'-')
        });
    (is_body && !bare.is_joined).then_some(bare.sign)
}

/// What one number says of the mark that parts decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum Evidence {
    /// Digits alone.
    Nothing,
    /// It can be written only so.
    Certain(DecimalMark),
    /// `1,234`: read by either.
    OpenComma,
    /// `1.234`: read by either.
    OpenPoint,
    /// No number in either way.
    NoNumber,
}

/// What a cell says of the mark that parts decimals, whatever sign it carries.
pub(in crate::intake) fn evidence(numbers: &mut Numbers, text: &str) -> Evidence {
    let text = estimates::bare(text);
    let Some(sign) = sign_of(text) else {
        return match multiples::body_of(text) {
            Some(body) if body.len() < text.len() => evidence(numbers, &body),
            _ => Evidence::NoNumber,
        };
    };
    if bounds::is_stand_in(text) {
        return Evidence::Nothing;
    }
    let mut is_read =
        |mark| matches!(numbers.read(text, mark, sign), Read::Number(it) if !it.is_loose);
    match (is_read(DecimalMark::Point), is_read(DecimalMark::Comma)) {
        (true, false) => Evidence::Certain(DecimalMark::Point),
        (false, true) => Evidence::Certain(DecimalMark::Comma),
        (false, false) => Evidence::NoNumber,
        (true, true) if text.contains([',', '，']) => Evidence::OpenComma,
        (true, true) if text.contains(['.', '．']) => Evidence::OpenPoint,
        (true, true) => Evidence::Nothing,
    }
}

#[cfg(test)]
mod tests;
