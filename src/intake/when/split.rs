//! Years that begin in one calendar year and end in the next: `2019/20`, `2019-2020`, `202223`. Two digits that
//! may be a month are read so only where the column says it.

use crate::intake::vocabulary::narrow;
use crate::intake::vocabulary::parts::{YEAR_HEADS, is_other_year_tail, names_other_year};
use crate::intake::when::digits;
use crate::intake::when::name::year_places;
use crate::model::Period;

/// `2019/20`, and `2019-20` where the whole column is so.
pub(in crate::intake) fn split_year(text: &str, split_years: bool) -> Option<Period> {
    // 202223 is 2022/23.
    let (first, second) = match text.split_once(['/', '-']) {
        Some(parts) => parts,
        None => text.split_at_checked(4).filter(|_| text.len() == 6)?,
    };
    let is_split = if second.len() == 4 {
        digits(second, 4, 4)? == digits(first, 4, 4)? + 1
    } else {
        // 2011/12 could be a month: only the column tells.
        let next = (digits(first, 4, 4)? + 1) % 100;
        digits(second, 2, 2)? == next && (split_years || next > 12)
    };
    is_split
        .then(|| Period::year(digits(first, 4, 4)?))
        .flatten()
}

/// True where the text is a year and two digits more.
pub(in crate::intake) fn looks_split(text: &str) -> bool {
    let parts = text.split_once(['/', '-']);
    parts.is_some_and(|(first, second)| {
        digits(first, 4, 4).is_some() && digits(second, 2, 2).is_some()
    })
}

/// True where the text is a year and the two digits of the next.
pub(in crate::intake) fn fits_split(text: &str) -> bool {
    let narrow: String = text.chars().map(narrow).collect();
    let is_parted = narrow.contains(['-', '/', '–', '—']);
    is_parted && split_year(&narrow.trim().replace(['–', '—'], "-"), true).is_some()
}

/// `202223`, which is a month as well where it may be.
pub(in crate::intake) fn is_split_of_six(text: &str) -> bool {
    text.len() == 6 && split_year(text, true).is_some()
}

/// True where a name is a year that ends in the next: `2019-20`, `2019-2020`.
pub(in crate::intake) fn is_stated_split(name: &str) -> bool {
    let narrow: String = name.chars().map(narrow).collect();
    let text = narrow.trim().replace(['–', '—'], "-");
    text.contains(['-', '/']) && split_year(&text, true).is_some()
}

/// True where the text is a year and the two digits of the next, and cannot be a month.
pub(in crate::intake) fn is_split_only(text: &str) -> bool {
    let narrow: String = text.chars().map(narrow).collect();
    split_year(&narrow.trim().replace(['–', '—'], "-"), false).is_some()
}

/// A text with the second of two years in two digits where they are one year of a school or of money, and what
/// stands beside them says so: `2022/2023学年`, `academic year 2022-2023`.
pub(in crate::intake) fn with_short_end(text: &str) -> Option<String> {
    const BETWEEN: [char; 7] = ['/', '-', '–', '—', '~', '至', '―'];
    let mut places = year_places(text).into_iter();
    let (first, second) = (places.next()?, places.next()?);
    if places.next().is_some() {
        return None;
    }
    let (before, after) = (text.get(..first)?, text.get(second + 4..)?);
    let [begins, ends] =
        [first, second].map(|at| text.get(at..at + 4).and_then(|it| digits(it, 4, 4)));
    let between = text.get(first + 4..second)?.trim_start_matches('年').trim();
    let mut marks = between.chars();
    let is_joined = marks.next().is_some_and(|it| BETWEEN.contains(&it))
        && marks.all(|it| BETWEEN.contains(&it));
    let lower = before.to_lowercase();
    let is_said = is_other_year_tail(after.trim_start())
        || YEAR_HEADS
            .iter()
            .any(|(head, _)| names_other_year(head) && lower.trim_end().ends_with(head));
    let year = begins.filter(|year| ends == Some(year + 1) && is_joined && is_said)?;
    Some(format!("{before}{year}/{:02}{after}", (year + 1) % 100))
}
