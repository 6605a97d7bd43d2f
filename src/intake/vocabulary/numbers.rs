//! The words and signs that stand at numbers: bounds, what they are multiplied by, and what is written for
//! a number that is not given. Lists only; decides nothing.

use crate::model::Bound;

/// What stands before a number and makes a bound of it.
pub(in crate::intake) const BEFORE: [(Bound, &str); 3] = [
    (
        Bound::Approximate,
        "approx.|approx|approximately|circa|ca.|ca|c.|about|around|~|≈|∼|大约|约|約|rund",
    ),
    (
        Bound::Lower,
        ">=|≥|>|more than|over|at least|超过|不少于|逾|超",
    ),
    (Bound::Upper, "近|nearly|almost"),
];

/// What stands behind one.
pub(in crate::intake) const BEHIND: [(Bound, &str); 2] = [
    (Bound::Approximate, "左右|上下"),
    (
        Bound::Lower,
        "+|or more|or over|and over|or above|余|多|以上",
    ),
];

/// What is written for a number that is known and not given.
pub(in crate::intake) const HIDDEN: &str = "low|[low]|(low)|ns|n.s.|(ns)|[ns]|unreliable|[unreliable]|not shown|withheld|too few|\
        not significant|数据过小|样本不足";

/// What is written for one that is not known.
pub(in crate::intake) const MISSING: &str = "!|not stated|not reported|not recorded";

/// What stands before the number that another one, not given, is below.
pub(in crate::intake) const BELOW_BEFORE: &str =
    "<=|≤|<|less than|fewer than|under|below|up to|不足|少于|低于|小于";

/// What stands behind it.
pub(in crate::intake) const BELOW_BEHIND: &str = "or fewer|or less|or under|及以下|以下";

/// What stands in a column of its own beside a number that is a bound.
pub(in crate::intake) const SIGNS: [(Bound, &str); 3] = [
    (Bound::Upper, "<|<=|≤|＜"),
    (Bound::Lower, ">|>=|≥|＞"),
    (Bound::Approximate, "~|≈|c.|approx|approx.|约"),
];

/// Units that numbers in full carry.
pub(in crate::intake) const SCALES: &str = "万亿";

/// The signs of columns whose numbers are read in full.
pub(in crate::intake) const SCALED_SIGNS: [&str; 12] = [
    "×", "×元", "×人", "×户", "×件", "×吨", "×$", "×£", "×€", "×¥", "×₹", "×us$",
];

/// What is written behind a number, what it multiplies by, and the unit; the longer first.
pub(in crate::intake) const SCALE_ENDS: [(&str, u8, &str); 31] = [
    ("万亿元", 12, "元"),
    ("亿元", 8, "元"),
    ("万元", 4, "元"),
    ("千元", 3, "元"),
    ("亿人", 8, "人"),
    ("万人", 4, "人"),
    ("千人", 3, "人"),
    ("万户", 4, "户"),
    ("万件", 4, "件"),
    ("亿吨", 8, "吨"),
    ("万吨", 4, "吨"),
    ("元", 0, "元"),
    ("人", 0, "人"),
    ("户", 0, "户"),
    ("件", 0, "件"),
    ("吨", 0, "吨"),
    ("万亿", 12, ""),
    ("亿", 8, ""),
    ("億", 8, ""),
    ("万", 4, ""),
    ("萬", 4, ""),
    ("thousand", 3, ""),
    ("million", 6, ""),
    ("billion", 9, ""),
    ("trillion", 12, ""),
    ("mln", 6, ""),
    ("mn", 6, ""),
    ("bn", 9, ""),
    ("k", 3, ""),
    ("m", 6, ""),
    ("b", 9, ""),
];

/// Signs of money.
pub(in crate::intake) const CURRENCIES: [&str; 6] = ["us$", "$", "£", "€", "¥", "₹"];
