//! The names of columns, as words that may hold a footnote mark, a unit, or a level of a header. Must not
//! know what stands below them.

use super::vocabulary::headed_units::{is_divisor, is_measure_word, is_unit};

/// A column's name without marks that lead to a footnote: `2019 [note 1]`, `2020*`, `2021 (p)`.
pub(super) fn without_mark(name: &str) -> &str {
    let mut rest = name.trim_end();
    loop {
        let before = rest;
        // Einwohner/km²: that is the unit.
        let is_power = rest.ends_with("m²") || rest.ends_with("m³");
        if !is_power {
            rest = rest
                .trim_end_matches(['*', '†', '‡', '¹', '²', '³', '⁴', '⁵'])
                .trim_end();
        }
        let inner = |open: char, close: char| {
            let inner = rest.strip_suffix(close)?;
            let at = inner.rfind(open).filter(|at| *at > 0)?;
            let mark = inner.get(at + open.len_utf8()..)?.trim();
            // 人口（男）: whose.
            let is_word = |it: char| ('\u{4e00}'..='\u{9fff}').contains(&it);
            let is_short = mark.chars().count() == 1 && !is_unit(mark) && !mark.contains(is_word);
            let is_note = mark.to_lowercase().starts_with("note") || mark.starts_with('注');
            let before = rest[..at].trim_end();
            // (a)+(b): what the figures are made of.
            let is_sum = before.ends_with(['+', '-', '−', '/', '×', '*', '÷', '=']);
            (is_short && !is_sum || is_note).then_some(before)
        };
        let cut = inner('[', ']')
            .or_else(|| inner('(', ')'))
            .or_else(|| inner('（', '）'));
        rest = cut.unwrap_or(rest);
        if rest == before || rest.is_empty() {
            return rest;
        }
    }
}

/// What the rows are by, where the corner of a table says that and what the columns are by: `geo\\time`.
pub(super) fn below(name: &str) -> &str {
    match name.split_once('\\') {
        Some((rows, _)) if !rows.trim().is_empty() => rows,
        _ => name,
    }
}

/// A folded name without what a program adds to those of its columns of labels: `area itemname eng`.
pub(super) fn known_by(mut name: String) -> String {
    if let Some(at) = name.find(" itemname").filter(|at| *at > 0) {
        name.truncate(at);
    }
    name
}

/// A column's name without the year of the register that its places or codes are of: `LSOA code (2011)`.
pub(super) fn without_edition(name: &str) -> &str {
    let cut = |open: char, close: char| {
        let (stem, year) = name.trim_end().strip_suffix(close)?.rsplit_once(open)?;
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        is_year.then(|| stem.trim_end())
    };
    let cut = cut('(', ')')
        .or_else(|| cut('（', '）'))
        .or_else(|| cut('[', ']'));
    cut.unwrap_or(name)
}

/// A column's name without the unit in brackets at its end, and the unit.
pub(super) fn without_unit(name: &str) -> (&str, &str) {
    let trimmed = name.trim_end();
    let cut = |open: char, close: char| {
        let inner = trimmed.strip_suffix(close)?;
        let at = inner.rfind(open)?;
        let unit = inner.get(at + open.len_utf8()..)?.trim();
        let stem = trimmed.get(..at)?.trim_end();
        let is_its = is_unit(unit) || is_measure_word(stem, unit);
        (is_its && !stem.is_empty()).then_some((stem, unit))
    };
    cut('(', ')')
        .or_else(|| cut('（', '）'))
        .or_else(|| cut('[', ']'))
        .or_else(|| {
            let (stem, unit) = trimmed.rsplit_once([',', '，', '/'])?;
            // Of 100,000 the zeros are no unit.
            let is_digit = |it: char| it.is_ascii_digit();
            let is_number = stem.ends_with(is_digit) && unit.starts_with(is_digit);
            // Einwohner/km²: what is counted by what, and no name with its unit.
            let is_by = trimmed.ends_with(&["/", unit].concat()) && is_divisor(unit.trim());
            let is_its = is_unit(unit.trim()) && !is_number && !is_by;
            is_its.then(|| (stem.trim_end(), unit.trim()))
        })
        .or_else(|| {
            trimmed
                .strip_suffix('%')
                // 95%: of how many, and no sign of the figures below.
                .filter(|stem| !stem.ends_with(|it: char| it.is_ascii_digit()))
                .map(|stem| (stem.trim_end(), "%"))
                .map(|(stem, unit)| (stem.strip_suffix(" in").unwrap_or(stem), unit))
                .filter(|(stem, _)| !stem.is_empty())
        })
        .unwrap_or((trimmed, ""))
}

/// A name in two languages, or with a category behind it, without the unit in brackets between them, and the unit:
/// `出生率(‰) Birth rate`, `Population (thousands) · Male`.
pub(super) fn unit_within(name: &str) -> Option<(String, &str)> {
    const BETWEEN: [char; 9] = ['·', '・', '|', ':', '：', '-', '–', '—', '_'];
    let of = |open: char, close: char| {
        let (stem, rest) = name.split_once(open)?;
        let (unit, rest) = rest.split_once(close)?;
        let (stem, rest) = (stem.trim(), rest.trim());
        let bare = rest.trim_start_matches(BETWEEN).trim_start();
        let mark = rest.strip_suffix(bare).unwrap_or("").trim_end();
        let joint = match mark {
            "" => " ".to_string(),
            mark => format!(" {mark} "),
        };
        let is_named = !stem.is_empty() && bare.starts_with(char::is_alphabetic);
        (is_named && is_unit(unit)).then(|| ([stem, &joint, bare].concat(), unit.trim()))
    };
    of('(', ')').or_else(|| of('（', '）'))
}
