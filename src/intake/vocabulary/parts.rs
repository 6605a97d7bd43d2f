//! The words of tables for parts of a year, for years that are no calendar years, for days at which
//! something is counted, and for the marks of figures that are not final. Lists only.

use crate::intake::vocabulary::has;

/// What numbers from 1 count within a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum PartName {
    Quarter,
    Half,
}

/// What a word before or after a number counts.
pub(in crate::intake) fn part_name(word: &str) -> Option<PartName> {
    // Of Denmark k, of France, Spain and Portugal t.
    const QUARTERS: &str = "q|qtr|quarter|quarters|k|kv|kwartaal|kvartal|kvartalet|kvartál|quartal|t|trim|trimestre|\
        trimestral|trimestrul|triwulan|čtvrtletí|ctvrtleti|štvrťrok|kwartał|negyedév|vuosineljännes|neljännes|квартал|кв|çeyrek|tromesečje";
    const HALVES: &str = "h|hy|half|semestre|halbjahr|halvår|halvårs|halfjaar|pololetí|pololeti|półrocze|félév|полугодие";
    [(QUARTERS, PartName::Quarter), (HALVES, PartName::Half)]
        .into_iter()
        .find_map(|(words, part)| has(words, word).then_some(part))
}

/// The number that a word is, from 1 to 4.
pub(in crate::intake) fn ordinal(word: &str) -> Option<u16> {
    const WORDS: [&str; 4] = [
        "first|premier|primer|primeiro|erstes|eerste|første|primo",
        "second|deuxième|segundo|zweites|tweede|andet",
        "third|troisième|tercer|terceiro|drittes|derde|tredje|terzo",
        "fourth|quatrième|cuarto|quarto|viertes|vierde|fjerde",
    ];
    let place = WORDS.iter().position(|words| has(words, word))?;
    u16::try_from(place + 1).ok()
}

/// The number that Roman numerals are, from 1 to 4.
pub(in crate::intake) fn roman(word: &str) -> Option<u16> {
    let place = ["i", "ii", "iii", "iv"].iter().position(|it| *it == word)?;
    u16::try_from(place + 1).ok()
}

/// True of what follows a number to make it an ordinal, and of what joins a part to its year.
pub(in crate::intake) fn is_joint(word: &str) -> bool {
    const WORDS: &str =
        "º|ª|o|e|er|ère|re|eme|ème|è|a|st|nd|rd|th|de|du|del|of|the|in|des|do|da|di";
    has(WORDS, word)
}

/// What stands before the digits of a year that need not be a calendar year, and whether two digits are
/// enough behind it: year 12 is one of a school.
pub(in crate::intake) const YEAR_HEADS: &[(&str, bool)] = &[
    ("fiscal year", true),
    ("financial year", true),
    ("school year", false),
    ("academic year", false),
    ("schuljahr", false),
    ("année", false),
    ("anno", false),
    ("year", false),
    ("jahr", false),
    ("año", false),
    ("ano", false),
    ("rok", false),
    ("fy", true),
    ("sy", true),
    ("ay", true),
    ("år", false),
];

/// What stands before the day, or the end of the year, at which something is counted.
pub(in crate::intake) const POINT_HEADS: &[&str] = &[
    "as of",
    "as at",
    "as on",
    "at the end of",
    "at end",
    "end of",
    "end",
    "at",
    "on",
    "stand",
    "per",
    "截至",
    "截止",
];

/// What stands before the last month or day of a period, and the months that this has.
pub(in crate::intake) const ENDING_HEADS: &[(&str, u16)] = &[
    ("year ending", 12),
    ("year ended", 12),
    ("year to", 12),
    ("twelve months ending", 12),
    ("twelve months to", 12),
    ("12 months ending", 12),
    ("12 months ended", 12),
    ("12 months to", 12),
    ("12 month period ending", 12),
    ("12 month period to", 12),
    ("12 months up to", 12),
    ("fy ending", 12),
    ("fiscal year ending", 12),
    ("financial year ending", 12),
    ("y/e", 12),
    ("ye", 12),
    ("nine months to", 9),
    ("9 months to", 9),
    ("six months to", 6),
    ("6 months to", 6),
    ("half year ending", 6),
    ("quarter ending", 3),
    ("quarter ended", 3),
    ("three months to", 3),
    ("three months ending", 3),
    ("3 months to", 3),
    ("3 months ending", 3),
];

/// The months of the periods whose last months or days a column so named holds, folded, and what else the name
/// says: `year ending`, `rolling year ending`, `year ended 31 march`.
pub(in crate::intake) fn ending_head(name: &str) -> Option<(u16, &str)> {
    let name = ["rolling ", "annual "]
        .iter()
        .find_map(|head| name.strip_prefix(head))
        .unwrap_or(name);
    let mut heads = ENDING_HEADS.iter().filter_map(|(head, months)| {
        let rest = name.strip_prefix(head)?;
        (rest.is_empty() || rest.starts_with([' ', ':', '('])).then_some((*months, rest))
    });
    let (months, rest) = heads.next()?;
    Some((months, rest.trim_matches([' ', ':', '(', ')'])))
}

/// What may stand at the end of a name whose period is taken off and says no more.
pub(in crate::intake) fn is_left_over(word: &str) -> bool {
    const WORDS: &str = "as of|as at|as on|at|on|in|of|for|am|au|per|fy|sy|ay|ano|año|anno|année|jahr|rok|år|the year|mid|mid-year";
    has(WORDS, word)
}

/// True of a word for a part of a year that is no month, quarter or half-year: seasons, school terms,
/// weeks.
pub(in crate::intake) fn is_season(word: &str) -> bool {
    const WORDS: &str = "autumn|spring|summer|winter|fall|term|week|weeks|wk|season|session|semester|sem|trimester|kw|herbst|frühjahr|frühling|sommer|\
        sommersemester|wintersemester|ws|ss|automne|printemps|été|hiver|otoño|primavera|verano|invierno|outono|verão|inverno|\
        najaar|voorjaar|höst|vår|efterår|forår|tertial|cuatrimestre|quadrimestre|bimestre|ytd|to|ending|ended";
    has(WORDS, word)
}

/// True of what stands before the number of a thing, which is no year then.
pub(in crate::intake) fn counts_things(word: &str) -> bool {
    const WORDS: &str = "zone|route|tract|block|code|no|nr|id|plz|zip|postcode|highway|room|item|table|form|lot|parcel|sector|group|type|line|road|bus|model|iso|rule";
    has(WORDS, word)
}

/// True of what says of a year before or behind it that it is none of the calendar.
pub(in crate::intake) fn is_other_year(word: &str) -> bool {
    has("fy|sy|ay|fiscal|financial|school|academic", word)
}

/// True of a word before a year that makes it the one in whose prices, or from which on, figures are told, or that
/// of the boundaries of areas.
pub(in crate::intake) fn stands_before_base_year(word: &str) -> bool {
    has("constant|base|chained|基期|基年", word) || is_of_boundaries(word)
}

/// True of a word that stands between such a word and the year.
pub(in crate::intake) fn joins_base_year(word: &str) -> bool {
    has("year|of|as|at|in|from|is|为", word)
}

/// True of a word for the boundaries of areas.
pub(in crate::intake) fn is_of_boundaries(word: &str) -> bool {
    has("boundaries|boundary", word)
}

/// True of a text that begins with a word behind such a year, folded and without the sign of a year.
pub(in crate::intake) fn follows_base_year(text: &str) -> bool {
    const HEADS: &[&str] = &[
        "prices",
        "price level",
        "price base",
        "dollars",
        "us dollars",
        "us$",
        "base year",
        "不变价",
        "可比价",
        "价格计算",
        "价格水平",
        "为基期",
        "为基年",
        "为100",
        "行政区划",
        "区划",
    ];
    HEADS.iter().any(|head| text.starts_with(head))
}

/// The same in languages without blanks.
pub(in crate::intake) const OTHER_YEAR_SIGNS: &[&str] =
    &["财政年度", "财年", "財年", "学年", "學年"];

/// True of a text that begins with such a sign behind two years.
pub(in crate::intake) fn is_other_year_tail(text: &str) -> bool {
    let mut signs = OTHER_YEAR_SIGNS.iter().chain(&["年度"]);
    signs.any(|sign| text.starts_with(sign))
}

/// True of a head before a year that makes it none of the calendar.
pub(in crate::intake) fn names_other_year(head: &str) -> bool {
    head.split(' ').any(is_other_year)
}

/// What in languages without blanks a part of a year is written with.
pub(in crate::intake) const PART_SIGNS: &[&str] = &[
    "季",
    "半年",
    "学期",
    "學期",
    "四半期",
    "분기",
    "반기",
    "학기",
    "ไตรมาส",
];

const NUMBER_SIGNS: &str = "一二三四五六七八九十";

/// True of a sign that a number is written with, or that parts a month in three.
pub(in crate::intake) fn is_number_sign(it: char) -> bool {
    NUMBER_SIGNS.contains(it) || "上中下".contains(it)
}

/// A number from 1 to 10 in signs, or one in digits.
pub(in crate::intake) fn chinese_number(text: &str) -> Option<u16> {
    let mut signs = NUMBER_SIGNS.chars().map(String::from);
    let place = signs.position(|it| it == text);
    let place = place.and_then(|at| u16::try_from(at + 1).ok());
    place.or_else(|| text.parse().ok().filter(|number| *number < 100))
}

/// What stands before quarters or months that are counted, and how many months each has.
pub(in crate::intake) fn counted_months(text: &str) -> Option<(&str, u16)> {
    let text = text.trim_end_matches("累计");
    let tails = [("季度", 3), ("个月", 1), ("個月", 1)];
    tails
        .into_iter()
        .find_map(|(tail, months)| Some((text.strip_suffix(tail)?, months)))
}

/// What makes a year the end of a class of its own: built before it, born since.
pub(in crate::intake) const OPEN_HEADS: &[&str] = &[
    "pre", "post", "before", "after", "since", "until", "till", "prior", "avant", "après", "vor",
    "nach", "bis", "ab", "antes", "después", "depois", "prima", "dopo", "før", "efter",
];

/// The same behind the year.
pub(in crate::intake) const OPEN_TAILS: &[&str] = &[
    "+",
    " or later",
    " or earlier",
    " or after",
    " or before",
    " or newer",
    " or older",
    " and later",
    " and earlier",
    " and after",
    " and before",
    " and newer",
    " and older",
    " onwards",
    "以前",
    "之前",
    "以后",
    "之后",
    "以來",
    "以来",
    "前建",
    "后建",
    "代",
];

/// True of a mark that says of the figures of a year that they are not final, or no longer what they
/// were, the text folded.
pub(in crate::intake) fn is_status(text: &str, is_in_brackets: bool) -> bool {
    const WORDS: &str = "est|est.|prov|prov.|provisional|prelim|prelim.|preliminary|\
        revised|rev|rev.|proj|proj.|初步|初步数|初步核算|初步数据|初值|快报|快报数|预|预计|预计数|\
        预测|预测数|修订|修订数|估计|估算|速報|速報値|確報|暫定|推計|잠정|vorläufig|provisoire|provisorio|provisional data|p.|r.|e.";
    const LETTERS: &str = "p|r|e|pr|pe|er|rp";
    const BRACKETED: &str =
        "f|b|d|s|c|estimate|estimated|estimates|projected|projection|projections|forecast";
    has(WORDS, text) || has(LETTERS, text) || (is_in_brackets && has(BRACKETED, text))
}
