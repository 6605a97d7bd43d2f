//! Years and parts of years in the ways of other calendars and languages, as the usual ones: `令和6年`,
//! `民國113年`, `2023년 1월`, `Jan-Mar 2024`. Only what can be no other.

use std::borrow::Cow;

/// What a year of an era begins with, the year before its first, and its last.
const ERAS: &[(&str, u16, u16)] = &[
    ("中華民國", 1911, 150),
    ("中华民国", 1911, 150),
    ("民國", 1911, 150),
    ("民国", 1911, 150),
    ("令和", 2018, 40),
    ("平成", 1988, 31),
    ("昭和", 1925, 64),
    ("大正", 1911, 15),
];

/// What after a year of an era makes it a time of another kind: the thirties, the year of a birth.
const NO_YEARS: [char; 4] = ['代', '生', '築', '龄'];

/// The text with its years and months written as they usually are; narrow characters are expected.
pub(in crate::intake) fn usual(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        let other = months_of_quarter(text).or_else(|| of_netherlands(text));
        return other.map_or(Cow::Borrowed(text), Cow::Owned);
    }
    let mut text = Cow::Borrowed(text);
    if text.contains('년') || text.contains('월') {
        text = Cow::Owned(korean(&text));
    }
    if let Some(other) = of_buddha(&text) {
        text = Cow::Owned(other);
    }
    if let Some(other) = in_signs(&text) {
        text = Cow::Owned(other);
    }
    if let Some(other) = parts_as_usual(&text) {
        text = Cow::Owned(other);
    }
    if let Some(other) = with_era(&text).or_else(|| of_three_digits(&text)) {
        text = Cow::Owned(other);
    }
    for half in ["上半年", "下半年"] {
        if let Some((before, after)) = text.split_once(half)
            && before.ends_with(|it: char| it.is_ascii_digit())
        {
            text = Cow::Owned(format!("{before}年{half}{after}"));
        }
    }
    text
}

/// `2023년01월` as `2023年01月`; the letters stand in other words as well, and there no digit before them.
fn korean(text: &str) -> String {
    let mut before = ' ';
    let mut other = String::with_capacity(text.len());
    for character in text.chars() {
        // 2023년 1월: the space parts nothing.
        if character == ' ' && before == '년' {
            continue;
        }
        if matches!(character, '년' | '월') && other.ends_with(' ') {
            let stem = other.trim_end().len();
            if other[..stem].ends_with(|it: char| it.is_ascii_digit()) {
                other.truncate(stem);
                before = '0';
            }
        }
        let is_after_digit = before.is_ascii_digit();
        other.push(match character {
            '년' if is_after_digit => '年',
            '월' if is_after_digit => '月',
            '일' if is_after_digit => '日',
            character => character,
        });
        before = character;
    }
    other
}

fn with_era(text: &str) -> Option<String> {
    let (at, (era, before, last)) = ERAS
        .iter()
        .find_map(|era| text.find(era.0).map(|at| (at, *era)))?;
    let rest = text.get(at + era.len()..)?.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = match rest.strip_prefix('元') {
        Some(rest) => (1, rest),
        None => (rest.get(..digits)?.parse().ok()?, rest.get(digits..)?),
    };
    let is_year = rest.is_empty() || begins_with_year(rest);
    ((1..=last).contains(&number) && is_year)
        .then(|| format!("{}{}{rest}", text.get(..at).unwrap_or(""), before + number))
}

/// `113年`: no other calendar counts so.
fn of_three_digits(text: &str) -> Option<String> {
    let (number, rest) = text.trim_start().split_at_checked(3)?;
    let is_number = number.bytes().all(|it| it.is_ascii_digit());
    let number: u16 = number.parse().ok().filter(|_| is_number)?;
    ((100..=150).contains(&number) && begins_with_year(rest))
        .then(|| format!("{}{rest}", 1911 + number))
}

fn begins_with_year(rest: &str) -> bool {
    rest.strip_prefix('年')
        .is_some_and(|after| !after.starts_with(NO_YEARS))
}

/// `2020JJ00`, `2020MM03` and `2020KW01`, which stand for the year, a month and a quarter.
fn of_netherlands(text: &str) -> Option<String> {
    let (year, rest) = text.trim().split_at_checked(4)?;
    let (kind, number) = rest.split_at_checked(2)?;
    let is_number = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    let is_sound = is_number(year) && number.len() == 2 && is_number(number);
    match kind.to_ascii_uppercase().as_str() {
        "JJ" if is_sound && number == "00" => Some(year.to_string()),
        "MM" if is_sound => Some(format!("{year}m{number}")),
        "KW" if is_sound => Some(format!("{year}q{}", number.trim_start_matches('0'))),
        _ => None,
    }
}

/// `二〇二二年`: the four digits of a year in signs.
fn in_signs(text: &str) -> Option<String> {
    const SIGNS: &str = "〇一二三四五六七八九";
    let digit = |it: char| {
        let it = if matches!(it, '零' | '○') {
            '〇'
        } else {
            it
        };
        SIGNS.chars().position(|sign| sign == it)
    };
    let (before, after) = text.split_once('年')?;
    let signs: Vec<(usize, usize)> = before
        .char_indices()
        .rev()
        .map_while(|(at, it)| digit(it).map(|digit| (at, digit)))
        .collect();
    let [(_, four), (_, three), (_, two), (at, one)] = signs[..] else {
        return None;
    };
    let year = format!("{one}{two}{three}{four}");
    let head = before.get(..at)?;
    (year.starts_with("19") || year.starts_with("20")).then(|| format!("{head}{year}年{after}"))
}

/// `第1季`, `第1四半期`, `1분기`, `1/4분기`, `상반기` as `第1季度` and `上半年`.
fn parts_as_usual(text: &str) -> Option<String> {
    const OTHERS: [(&str, &str); 6] = [
        ("四半期", "季度"),
        ("/4분기", "季度"),
        ("/4 분기", "季度"),
        ("분기", "季度"),
        ("상반기", "上半年"),
        ("하반기", "下半年"),
    ];
    let mut found = text.to_string();
    for (other, usual) in OTHERS {
        found = found.replace(other, usual);
    }
    let is_short = |at: usize| !found[at + '季'.len_utf8()..].starts_with(['度', '节', '節', '军']);
    let is_counted = |at: usize| {
        let before = found[..at].chars().next_back();
        before.is_some_and(|it| it.is_ascii_digit() || "一二三四".contains(it))
    };
    let places: Vec<usize> = found.match_indices('季').map(|(at, _)| at).collect();
    if let [at] = places[..]
        && is_short(at)
        && is_counted(at)
    {
        found.insert(at + '季'.len_utf8(), '度');
    }
    (found != text).then_some(found)
}

/// True where a text is in the letters of Thailand, whose years begin 543 earlier.
pub(in crate::intake) fn is_thai(text: &str) -> bool {
    text.chars().any(|it| ('\u{e01}'..='\u{e5b}').contains(&it))
}

/// True of headings that are in the letters of Thailand, or whose only numbers are years that count from Buddha, each
/// next to the one before it: 2556, 2555, 2554.
pub(in crate::intake) fn are_thai<'a>(headings: impl Iterator<Item = &'a str> + Clone) -> bool {
    const FEWEST: usize = 3;
    let numbers: Vec<u16> = headings
        .clone()
        .filter_map(|it| it.trim().parse().ok())
        .collect();
    let follow = numbers
        .windows(2)
        .all(|pair| pair[0].abs_diff(pair[1]) == 1);
    let is_of_buddha = numbers.iter().all(|it| OF_BUDDHA.contains(it));
    headings.clone().any(is_thai) || numbers.len() >= FEWEST && follow && is_of_buddha
}

/// What says that a year is one of Thailand.
const THAI_HEADS: [&str; 3] = ["พ.ศ.", "พ.ศ", "พศ"];
/// Years before those that count from Buddha.
const BEFORE: u16 = 543;
/// What they are between.
const OF_BUDDHA: std::ops::RangeInclusive<u16> = 2443..=2642;

/// `ประชากร พ.ศ. 2565` with the usual year in the place of the one behind the sign.
fn of_buddha(text: &str) -> Option<String> {
    let head = THAI_HEADS.iter().find(|it| text.contains(**it))?;
    let (before, rest) = text.split_once(head)?;
    let rest = rest.trim_start();
    let (number, after) = rest.split_at_checked(4)?;
    let is_number = number.bytes().all(|it| it.is_ascii_digit());
    let year: u16 = number
        .parse()
        .ok()
        .filter(|it| is_number && OF_BUDDHA.contains(it))?;
    let goes_on = after.starts_with(|it: char| it.is_ascii_digit());
    (!goes_on).then(|| format!("{before}{}{after}", year - BEFORE))
}

/// A year of Thailand as the usual one: `2565`, `พ.ศ. 2565`.
pub(in crate::intake) fn of_thailand(text: &str) -> String {
    let core = text.trim();
    let core = ["พ.ศ.", "พ.ศ", "ปี"].iter().fold(core, |core, head| {
        core.strip_prefix(head).unwrap_or(core).trim_start()
    });
    let year: Option<u16> = core.parse().ok();
    match year.filter(|year| OF_BUDDHA.contains(year)) {
        Some(year) => (year - BEFORE).to_string(),
        None => text.to_string(),
    }
}

/// `Jan-Mar 2024`, `October to December 2023` as a quarter.
fn months_of_quarter(text: &str) -> Option<String> {
    const QUARTERS: [(&str, &str); 4] = [
        ("jan", "mar"),
        ("apr", "jun"),
        ("jul", "sep"),
        ("oct", "dec"),
    ];
    let lower = text.trim().to_lowercase();
    let (months, year) = lower.rsplit_once(' ')?;
    let is_year = year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit());
    let (first, last) = months
        .split_once('-')
        .or_else(|| months.split_once(" to "))?;
    let is_month = |text: &str, short: &str| {
        let text = text.trim();
        text.starts_with(short)
            && text.len() <= 9
            && text.bytes().all(|it| it.is_ascii_alphabetic())
    };
    let of = |(from, to): &(&str, &str)| is_month(first, from) && is_month(last, to);
    let quarter = QUARTERS.iter().position(of).filter(|_| is_year)?;
    Some(format!("q{} {year}", quarter + 1))
}

#[cfg(test)]
mod tests {
    use super::usual;

    #[test]
    fn years_of_other_calendars_are_written_as_usual() {
        for (text, expected) in [
            ("令和6年", "2024年"),
            ("令和元年度", "2019年度"),
            ("平成31年3月", "2019年3月"),
            ("昭和64年", "1989年"),
            ("中華民國 113年", "2024年"),
            ("民國113", "2024"),
            ("112年", "2023年"),
            ("112年12月", "2023年12月"),
            ("2023년01월", "2023年01月"),
            ("2023년 1월", "2023年1月"),
            ("2020上半年", "2020年上半年"),
            ("2023 년", "2023年"),
            ("พ.ศ. 2565", "2022"),
            ("ประชากร พ.ศ.2565 (คน)", "ประชากร 2022 (คน)"),
            ("2020JJ00", "2020"),
            ("2020MM03", "2020m03"),
            ("2020KW04", "2020q4"),
            ("Jan-Mar 2024", "q1 2024"),
            ("October to December 2023", "q4 2023"),
            // What is none of them stays.
            ("昭和30年代", "昭和30年代"),
            ("平成40年", "平成40年"),
            ("112", "112"),
            ("99年", "99年"),
            ("인천년", "인천년"),
            ("Jan-Feb 2024", "Jan-Feb 2024"),
            ("2020年上半年", "2020年上半年"),
        ] {
            assert_eq!(usual(text), expected, "{text}");
        }
    }
}
