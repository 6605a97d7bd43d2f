//! The words for what figures are multiplied by: thousands, millions, 万, 亿. Lists only; decides nothing.

use crate::intake::vocabulary::has;

/// What each power of ten is called.
const POWERS: [(i32, &str); 12] = [
    (
        0,
        "unit|units|one|ones|actual|none|个|无|einheiten|unités|unidades|unità",
    ),
    (1, "tens"),
    (2, "hundred|hundreds|百"),
    (
        3,
        "thousand|thousands|000|'000|000s|千|千位|tausend|milliers|miles|milhares|migliaia|тыс.|тысяч|천",
    ),
    (4, "ten thousand|ten thousands|tens of thousands|万|萬|만"),
    (5, "hundred thousands|hundreds of thousands|lakh|lakhs|十万"),
    (
        6,
        "million|millions|mn|mio|mio.|百万|millionen|millones|milhões|milioni|млн",
    ),
    (7, "crore|crores|tens of millions|千万"),
    (8, "hundred millions|hundreds of millions|亿|億|억"),
    (
        9,
        "billion|billions|bn|十亿|milliarden|milliards|miliardi|млрд",
    ),
    (11, "千亿"),
    (12, "trillion|trillions|tn|万亿|兆|조"),
];

/// The words that are asked for where a cell says another.
pub(in crate::intake) const EXPECTED_SCALES: &str = "units, thousands, millions, billions";

/// The power of ten that a word stands for.
pub(in crate::intake) fn power_of_word(text: &str) -> Option<i32> {
    let text = text.trim().to_lowercase();
    let found = POWERS.iter().find(|(_, words)| has(words, &text));
    found.map(|(power, _)| *power)
}

/// Names of columns whose numbers are powers of ten.
pub(in crate::intake) fn names_powers(name: &str) -> bool {
    const NAMES: &str = "powercode code|powercode|power code|power code code|unit mult|unit multiplier|\
        unitmult|unit multiplier code|scalar id|scalar factor id|scalar factor code|scale code|exponent|power of ten";
    has(NAMES, name)
}
