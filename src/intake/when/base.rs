//! Years in a title that are not of its figures: those of the prices in which they are told, of an index, of the
//! boundaries of the areas: `at constant 2015 prices`, `(2023 boundaries)`, `按2020年不变价计算`.

use crate::intake::vocabulary::has;
use crate::intake::vocabulary::months::month_number;
use crate::intake::vocabulary::parts::{
    follows_base_year, is_of_boundaries, joins_base_year, stands_before_base_year,
};
use crate::intake::when::name::year_places;
use crate::intake::when::words::words;
use std::borrow::Cow;

/// The text without such years.
pub(in crate::intake) fn without_base_years(text: &str) -> Cow<'_, str> {
    let mut kept = Cow::Borrowed(text);
    for start in year_places(text).into_iter().rev() {
        let (Some(before), Some(after)) = (text.get(..start), text.get(start + 4..)) else {
            continue;
        };
        if is_base_year(before, after) {
            kept.to_mut().replace_range(start..start + 4, "");
        }
    }
    kept
}

/// True where what stands around a year says so.
fn is_base_year(before: &str, after: &str) -> bool {
    // So many words may stand between a year and what it is of: 2023 local authority boundaries.
    const BETWEEN: usize = 3;
    let (before, after) = (before.to_lowercase(), after.to_lowercase());
    let tail = after
        .trim_start()
        .trim_start_matches(['年', ')', '）', ' ']);
    let is_of_hundred = tail
        .replace([' ', '＝'], "=")
        .trim_start_matches('=')
        .starts_with("100")
        && tail.starts_with(['=', '＝']);
    let (heads, tails) = (words(&before), words(&after));
    let mut near = heads.iter().rev().skip_while(|word| is_joint(word));
    let has_head = near
        .next()
        .is_some_and(|word| stands_before_base_year(word));
    // Boundaries of another year are those of that year.
    let is_beside = |word: &&&str| {
        !has("on|by|for|in|at|of|with", word) && !word.starts_with(|it: char| it.is_ascii_digit())
    };
    let mut beside = tails.iter().take_while(is_beside).take(BETWEEN + 1);
    is_of_hundred
        || has_head
        || follows_base_year(tail)
        || beside.any(|word| is_of_boundaries(word))
}

/// True of what joins a year to what it is of, and of a month of it.
fn is_joint(word: &str) -> bool {
    joins_base_year(word) || month_number(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_prices_and_of_boundaries_are_left_out() {
        for (text, expected) in [
            (
                "Prices at constant 2015 prices",
                "Prices at constant  prices",
            ),
            (
                "GDP 2022 at constant 2015 prices",
                "GDP 2022 at constant  prices",
            ),
            ("GDP 2022, constant 2015 US$", "GDP 2022, constant  US$"),
            ("GDP, chained (2017) dollars", "GDP, chained () dollars"),
            ("Index, 2015=100", "Index, =100"),
            ("Index (2015 = 100)", "Index ( = 100)"),
            ("Index, base year 2015", "Index, base year "),
            ("按2020年不变价计算", "按年不变价计算"),
            ("以2015年为基期", "以年为基期"),
            ("基期：2015年", "基期：年"),
            ("按2023年行政区划统计", "按年行政区划统计"),
            (
                "Local authorities (2023 boundaries)",
                "Local authorities ( boundaries)",
            ),
            (
                "April 2023 local authority district boundaries",
                "April  local authority district boundaries",
            ),
            (
                "Cases 2022 on boundaries as of April 2023",
                "Cases 2022 on boundaries as of April ",
            ),
            // Of the figures.
            ("House prices 2022", "House prices 2022"),
            ("2022 house prices", "2022 house prices"),
            ("Knowledge base survey 2022", "Knowledge base survey 2022"),
            ("2022年不同街道人口", "2022年不同街道人口"),
            ("2022年价格指数", "2022年价格指数"),
            ("Population 2022", "Population 2022"),
        ] {
            assert_eq!(without_base_years(text), expected, "{text}");
        }
    }
}
