//! Years as Taiwan and Thailand count them, by their number alone: `113`, `11312`, `113/12/31`, `2565`. Any number
//! may look so: only a column that is named for times in their letters and holds nothing else is read by this.

use crate::intake::vocabulary::eras::{is_thai, of_thailand};

/// The year before the first.
const BEFORE: u16 = 1911;
/// Years of three digits that may be meant.
const YEARS: std::ops::RangeInclusive<u16> = 100..=150;

/// The text with the year as it is usually counted; none where it does not begin with such a year.
pub(in crate::intake) fn as_usual(text: &str) -> Option<String> {
    let text = text.trim();
    let of_buddha = of_thailand(text);
    if of_buddha != text {
        return Some(of_buddha);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    // 70年
    if digits == 2
        && let Some(year) = text.strip_suffix('年')
    {
        let year: u16 = year.parse().ok()?;
        return Some((BEFORE + year).to_string());
    }
    let (year, rest) = text.split_at_checked(3)?;
    let year: u16 = year.parse().ok().filter(|it| YEARS.contains(it))?;
    let two = |at: usize| rest.get(at..at + 2).and_then(|it| it.parse::<u8>().ok());
    let is_month = || two(0).is_some_and(|it| (1..=12).contains(&it));
    let is_day = || two(2).is_some_and(|it| (1..=31).contains(&it));
    let is_sound = match digits {
        3 => true,
        5 => text.len() == 5 && is_month(),
        7 => text.len() == 7 && is_month() && is_day(),
        _ => false,
    };
    is_sound.then(|| format!("{}{rest}", BEFORE + year))
}

/// True where the name of a column is in the letters of Taiwan and speaks of times, and all that it holds begins
/// with such a year and goes on: the number of a year by itself says no calendar. Of a column named for years in
/// the letters of Thailand it does.
pub(in crate::intake) fn is_so(name: &str, values: &[&str]) -> bool {
    if is_thai(name) {
        return !values.is_empty() && values.iter().all(|it| of_thailand(it) != *it);
    }
    let speaks = name.contains(['年', '月', '期', '時', '民']);
    let digits = |text: &&&str| text.bytes().take_while(u8::is_ascii_digit).count();
    speaks
        && values.iter().any(|it| digits(&it) > 2)
        && values
            .iter()
            .all(|it| it.len() > 3 && as_usual(it).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_three_digits_are_written_as_usual() {
        for (text, expected) in [
            ("113", Some("2024")),
            ("11312", Some("202412")),
            ("1131231", Some("20241231")),
            ("113/12", Some("2024/12")),
            ("113年12月", Some("2024年12月")),
            ("11313", None),
            ("11300", None),
            ("1131232", None),
            ("1131", None),
            ("099", None),
            ("199", None),
            ("2565", Some("2022")),
            ("2024", None),
            ("年", None),
        ] {
            assert_eq!(as_usual(text).as_deref(), expected, "{text}");
        }
        assert!(is_so("統計年月", &["11312", "11311"]));
        assert!(is_so("統計期", &["70年", "99年", "100年"]));
        assert!(!is_so("統計期", &["70年", "99年"]));
        assert!(!is_so("date", &["11312"]));
        assert!(!is_so("統計年月", &["11312", "2024"]));
        assert!(!is_so("年度", &["113", "112"]));
        assert!(!is_so("統計年月", &[]));
        assert!(is_so("ปี", &["2565", "2564"]));
        assert!(!is_so("ปี", &["2022"]) && !is_so("year", &["2565"]));
    }
}
