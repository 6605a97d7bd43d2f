//! Columns that say by what the figures beside them are to be multiplied, such as `PowerCode` and
//! `SCALAR_FACTOR`: 7980.2 thousands are 7,980,200. Knows nothing of rows.

use super::columns::Column;
use super::figure_remark::FigureRemark;
use super::remark::Remark;
use super::roles::Roles;
use super::sdmx::in_full;
use super::vocabulary::scales::{names_powers, power_of_word};
use super::vocabulary::{self, OtherName, has};
use super::{ColumnRole, Recipe};

/// Powers of ten beyond these stand in no table.
const POWERS: std::ops::RangeInclusive<i32> = -12..=15;

/// The power of ten that a cell of such a column says; none where it says something else. Under some names
/// a number is the power itself, under others what is multiplied by.
pub(super) fn power(text: &str, is_of_powers: bool) -> Option<i32> {
    let text = text.trim();
    // A code and its label: 3: Thousands.
    let text = text.split_once(": ").map_or(text, |(_, label)| label);
    if text.is_empty() {
        return Some(0);
    }
    if is_of_powers && let Ok(power) = text.parse::<i32>() {
        return Some(power).filter(|it| POWERS.contains(it));
    }
    factor(text).or_else(|| power_of_word(text))
}

/// `1000` and `1,000,000`.
fn factor(text: &str) -> Option<i32> {
    let digits: String = text.chars().filter(|it| !matches!(it, ',' | ' ')).collect();
    let zeros = digits.strip_prefix('1')?;
    let is_round = zeros.bytes().all(|byte| byte == b'0');
    let power = i32::try_from(zeros.len()).ok()?;
    Some(power).filter(|it| is_round && POWERS.contains(it))
}

/// A value with its point moved, to the last digit that was written.
pub(super) fn scaled(value: f64, power: i32) -> f64 {
    match power {
        0 => value,
        _ => in_full(&value.to_string(), power).parse().unwrap_or(value),
    }
}

/// What a column of a recipe says: its place, and whether its numbers are powers.
pub(super) fn column_of(recipe: &Recipe, place: usize) -> (usize, bool) {
    let name = recipe.columns.get(place).map_or("", |it| &it.name);
    (place, names_powers(&vocabulary::folded(name)))
}

impl Roles<'_, '_> {
    /// Finds the column that says what the figures are multiplied by. Of a code and its label the label.
    pub(super) fn set_scale(&mut self) {
        let open: Vec<(usize, &Column<'_>)> = self.open().collect();
        let scales = |(_, column): &&(usize, &Column<'_>)| says_scale(column);
        let named: Vec<usize> = open.iter().filter(scales).map(|(at, _)| *at).collect();
        let by_label = named.iter().find(|at| self.columns[**at].is_text());
        let Some(found) = by_label.or(named.first()).copied() else {
            return;
        };
        for at in named {
            self.set(at, ColumnRole::Ignored);
        }
        self.set(found, ColumnRole::Scale);
        let column = &self.columns[found];
        let is_of_powers = names_powers(&column.folded);
        let is_other = |text: &&&str| power(text, is_of_powers).is_some_and(|it| it != 0);
        if let Some(example) = column.values().iter().find(is_other) {
            let (column, example) = (column.name.clone(), example.to_string());
            let remark = FigureRemark::ScaleColumn { column, example };
            self.remarks.push(Remark::Figures(remark));
        }
    }
}

/// True of a column that is named for it and says it in each cell; and of one of units that holds nothing
/// but words for it, and several.
fn says_scale(column: &Column<'_>) -> bool {
    let values = column.values();
    let is_of_powers = names_powers(&column.folded);
    let powers: Option<Vec<i32>> = values.iter().map(|it| power(it, is_of_powers)).collect();
    let Some(powers) = powers.filter(|it| !it.is_empty()) else {
        return false;
    };
    let differ = powers.iter().any(|it| *it != powers[0]);
    if vocabulary::is_scale_name(&column.folded) || is_of_powers {
        // A number that is no power of the name may be anything but for round ones.
        return column.is_text() || is_of_powers || powers.iter().any(|it| *it > 1);
    }
    let is_of_units = vocabulary::other_name(&column.folded) == Some(OtherName::Unit);
    let is_word = |text: &&str| !has("number|count|index", &text.to_lowercase());
    is_of_units && column.is_text() && differ && values.iter().all(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_said_by_words_powers_and_factors() {
        for (text, is_of_powers, expected) in [
            ("Thousands", false, Some(3)),
            ("units", false, Some(0)),
            ("", false, Some(0)),
            ("3", true, Some(3)),
            ("3", false, None),
            ("1000", false, Some(3)),
            ("1,000,000", false, Some(6)),
            ("-2", true, Some(-2)),
            ("6: Millions", true, Some(6)),
            ("万", false, Some(4)),
            ("dozens", false, None),
            ("99", true, None),
        ] {
            assert_eq!(power(text, is_of_powers), expected, "{text}");
        }
    }

    #[test]
    fn no_digit_is_lost_or_made_by_scaling() {
        assert_eq!(scaled(7980.2, 3), 7_980_200.0);
        assert_eq!(scaled(-0.1, 4), -1000.0);
        assert_eq!(scaled(1.1, 8), 110_000_000.0);
        assert_eq!(scaled(5.0, 0), 5.0);
    }
}
