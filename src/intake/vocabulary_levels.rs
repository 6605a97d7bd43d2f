//! The words that say which of two kinds of places lies in the other wherever they are used, and words for
//! what places are parted by. Lists only; decides nothing.

use super::vocabulary::{RANK_ANY, Rank, has};

/// Ranks of places of one country, which lie in each other everywhere: states, cities, districts, streets,
/// communities.
const WITHIN: std::ops::RangeInclusive<Rank> = 4..=8;
/// The rank of states and provinces.
pub(super) const RANK_STATE: Rank = 4;
/// The rank of counties and districts.
pub(super) const RANK_COUNTY: Rank = 6;
/// The rank of countries.
const RANK_COUNTRY: Rank = 2;

/// True where a place called by the first word lies in one called by the second, in every country that uses
/// the words. Each is given folded, with its rank.
pub(super) fn lies_in(lower: (&str, Rank), upper: (&str, Rank)) -> bool {
    // Words that mean a larger place in one country and a smaller one in another.
    const OPEN: &str = "canton|kanton|distrito|stadt|kreis|landkreis|okres|provincia|provincias|\
        town|township|territory|prefecture";
    let is_of_level = |rank: Rank| rank == RANK_COUNTRY || WITHIN.contains(&rank);
    let is_open = |name: &str| name.split(' ').any(|word| has(OPEN, word));
    lower.1 > upper.1
        && lower.1 != RANK_ANY
        && is_of_level(lower.1)
        && is_of_level(upper.1)
        && !is_open(lower.0)
        && !is_open(upper.0)
        && !(is_county(lower.0) && is_city(upper.0))
}

/// A county holds cities in some countries, and lies in one in others.
pub(super) fn is_county(name: &str) -> bool {
    has("county|county name|ctyname|counties", name)
}

/// See [`is_county`].
pub(super) fn is_city(name: &str) -> bool {
    has("city|city name|cities|town|municipality", name)
}

/// True of a word that parts all places by how they are settled, and names none.
pub(super) fn is_kind_of_settlement(text: &str) -> bool {
    const WORDS: &str = "urban|rural|total|all|both|urban areas|rural areas|all areas|combined|城镇|\
        城市|农村|乡村|合计|总计|全部|城乡|都市|郊区|城区";
    has(WORDS, text.trim().to_lowercase().as_str())
}

/// True of a column's name that says what is counted or measured, so that its numbers are no codes.
pub(super) fn is_measure(name: &str) -> bool {
    const WORDS: &str = "population|pop|people|persons|residents|households|household|families|births|\
        deaths|count|counts|total|totals|value|values|amount|number|rate|ratio|index|score|income|gdp|\
        area|sales|cases|visits|pupils|students|employment|employed|jobs|dwellings|houses|units|rank|\
        percent|percentage|density|mean|average|median|sum|estimate|obs|population2020|einwohner|\
        población|poblacion|população|populacao|popolazione|bevölkerung|befolkning|人口|户数|人数|总数|\
        数量|总量|面积|金额|收入|支出|产值|比例|比率|指数|得分|户籍人口|常住人口|世帯数|人口数";
    const CODES: &str = "code|id|fips|no|nr|number code|代码|编码|编号|コード";
    const ENDS: &str = "人口|户数|人数|总数|数量|面积|金额|收入|支出|总值|产值|数";
    let words = || name.split([' ', '(', ')', '/']);
    let is_code = words().any(|word| has(CODES, word)) || name.contains('码');
    let ends = || ENDS.split('|').any(|end| name.ends_with(end));
    !is_code && (words().any(|word| has(WORDS, word)) || ends())
}
