//! Weeks, which are no kind of period here: where a table has them, that is told and nothing is read of them.

use crate::intake::columns::Column;
use crate::intake::remark::Remark;
use crate::intake::vocabulary::narrow;
use crate::intake::vocabulary::time::{begins_week, joins_week, names_weeks, week_word};
use crate::intake::when::digits;
use crate::intake::when::words::words;

/// True of a text that is a week and nothing else: `2023-W05`, `Week 5`, `2023年第5周`, `Week ending 06-Jan-23`.
pub(in crate::intake) fn is_week(text: &str) -> bool {
    let folded: String = text.trim().chars().map(narrow).collect();
    let folded = folded.to_lowercase();
    if begins_week(&folded) {
        return folded.contains(|it: char| it.is_ascii_digit());
    }
    let (mut year, mut number, mut word) = (false, false, None);
    for part in words(&folded) {
        let is_new = if digits(part, 4, 4).is_some() {
            !std::mem::replace(&mut year, true)
        } else if digits(part, 1, 2).is_some_and(|it| (1..=53).contains(&it)) {
            !std::mem::replace(&mut number, true)
        } else {
            match week_word(part) {
                Some(is_letter) => word.replace(is_letter).is_none(),
                None => joins_week(part),
            }
        };
        if !is_new {
            return false;
        }
    }
    // W5 alone may be a ward.
    number && word.is_some_and(|is_letter| year || !is_letter)
}

/// True where a column holds weeks, by its name or by all that it holds.
pub(in crate::intake) fn holds_weeks(column: &Column<'_>) -> bool {
    if column.filled == 0 {
        return false;
    }
    // A column of figures may be named for its week.
    let is_named = names_weeks(&column.folded) && !is_week(&column.name);
    is_named || column.values().iter().all(|it| is_week(it))
}

/// What is told of a column that holds weeks.
pub(in crate::intake) fn remark(column: &Column<'_>) -> Remark {
    let example = column.values().first().map_or("", |it| *it).to_string();
    let column = column.name.clone();
    Remark::Weeks { column, example }
}

#[cfg(test)]
mod tests {
    use super::is_week;

    #[test]
    fn weeks_are_told_from_wards_and_other_times() {
        for text in [
            "2023-W05",
            "2023W5",
            "W05 2023",
            "Week 5",
            "week 5, 2023",
            "KW 12",
            "5. KW 2023",
            "2023年第5周",
            "第12週",
            "Week ending 06-Jan-23",
            "w/e 6 Jan 2023",
            "２０２３年第５周",
        ] {
            assert!(is_week(text), "{text}");
        }
        for text in [
            "W05",
            "Ward 5",
            "2023",
            "2023-05",
            "Week",
            "Weekly",
            "5",
            "W5 north",
            "week 54",
            "第5週末店",
            "周庄 5 号",
            "weekend 5",
        ] {
            assert!(!is_week(text), "{text}");
        }
    }
}
