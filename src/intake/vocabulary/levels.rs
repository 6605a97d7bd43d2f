//! The words that say which of two kinds of places lies in the other wherever they are used, and words for
//! what places are parted by. Lists only; decides nothing.

use crate::intake::vocabulary::subjects::is_side;
use crate::intake::vocabulary::{RANK_ANY, Rank, folded, has, rank_of};

/// Further words for places, with their rank: areas of statistics, of elections and of planning in single
/// countries.
pub(in crate::intake) const FURTHER_PLACES: &[(&str, Rank)] = &[
    (
        "local government area|lower tier local authority|upper tier local authority|second tier authority|\
        bezirk|stadtbezirk|bez|districte",
        6,
    ),
    (
        "stadtraum|police region|police force|police force area|force name|health board|nhs board",
        5,
    ),
    ("council area|nom com|nomcom|libcom|nom de la commune", 6),
    (
        "reference area|area of usual residence|area of residence|usual residence|place of residence|ons geography|\
        geographical area|geographic unit|geographical unit|reporting area|local area|vuzemi txt",
        RANK_ANY,
    ),
    // As the Office for National Statistics shortens them.
    ("ctry", 2),
    ("rgn", 3),
    ("utla|ltla|ctyua|pcon|cauth", 6),
    // Words of single languages, from the largest to the smallest.
    (
        "provinsi|propinsi|provinz|provincie|fylke|fylker|maakunta|kraj|județ|judet|județe|megye|vármegye|il adı|νομός|περιφέρεια|tỉnh|tinh|จังหวัด|región administrativa",
        4,
    ),
    ("län|lan|okrug|oblast|powiat|järás|járás|okrsek", 5),
    (
        "comuna|comunas|comună|comune italiano|kabupaten|kabupaten kota|kabupaten/kota|kab kota|kab/kota|kota|kommun|kommuner|\
        kommuner och regioner|település|belediye|δήμος|huyện|quận|quận huyện|อำเภอ|เขต|taluka|mandal|cantón|canton name|concello|općina|opština|občina|savivaldybė",
        6,
    ),
    (
        "kecamatan|mahalle|xã|phường|phường xã|ตำบล|แขวง|cercle|parroquia",
        7,
    ),
    ("desa|kelurahan|desa kelurahan|desa/kelurahan|barangay", 8),
    // Levels of administration, as offices of the United Nations number them.
    ("admin0|adm0|adm0 en", 2),
    ("admin1|adm1|adm1 en|adm1 fr|adm1 es", 4),
    ("admin2|adm2|adm2 en|adm2 fr|adm2 es", 6),
    ("admin3|adm3|adm3 en|adm3 fr|adm3 es", 7),
    (
        "intermediate zone|barri|bezirksregion|bzr|prognoseraum|pgr|middle layer super output area",
        7,
    ),
    (
        "data zone|datazone|super output area|small area|precinct|voting precinct|election precinct|election district|voting district|polling district|vtd|nta|\
        neighborhood tabulation area|lower layer super output area|output area|planungsraum|plr|iris|census block",
        8,
    ),
];

/// The rank of a place that a column's name speaks of, the name folded.
pub(in crate::intake) fn place_rank(name: &str) -> Option<Rank> {
    let name = without_year(name);
    if let Some(rank) = rank_of(name) {
        return Some(rank);
    }
    // 镇（街道）, 村（社区）: one or the other.
    if let Some((first, second)) = name.strip_suffix(')').and_then(|it| it.split_once('('))
        && rank_of(second.trim()).is_some()
        && let Some(rank) = rank_of(first.trim())
    {
        return Some(rank);
    }
    // Province/State, 街道/镇, 全国・都道府県: one or the other.
    if let Some((first, second)) = name.split_once(['/', '・'])
        && !is_side(name)
    {
        return rank_of(first.trim()).or_else(|| rank_of(second.trim()));
    }
    // 社区名称, county_name, lsoa11nm, LAD23NM: a place and a word for names.
    if let Some(rank) = without_language(name)
        .and_then(|stem| rank_of(stem).or_else(|| rank_of(stem.strip_suffix(" name")?)))
    {
        return Some(rank);
    }
    const HEADS: &str = "nama |nom de la |nom du |nom de |nom |nome do |nome da |nome de |nome |nombre del |nombre de la |nombre de |\
        nombre |denominazione |denominación |denominacion |libellé |libelle |name of |所在";
    let bare = HEADS.split('|').find_map(|it| name.strip_prefix(it));
    if let Some(rank) = bare.and_then(rank_of) {
        return Some(rank);
    }
    const ENDS: &str = "名称|名稱|名| name|name| nm|nm| label| title|.label|.name| desc|desc| nombre| nome| nom| nazwa| navn| namn| nimi| abbr|abbr| abbreviation";
    // laname: closed up.
    let closed = || {
        name.strip_suffix("name")
            .filter(|stem| rank_of(stem).is_some())
    };
    let stem = ENDS
        .split('|')
        .find_map(|end| name.strip_suffix(end))
        .or_else(closed)?;
    // County town name: the last of several words says it.
    let last = || {
        let (_, last) = stem.rsplit_once(' ')?;
        rank_of(last).filter(|rank| *rank != RANK_ANY && name.ends_with(" name"))
    };
    let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    // adm1_name: of which level.
    rank_of(stem).or_else(|| rank_of(bare)).or_else(last)
}

/// A heading without the language in which it says its names: `name_fr`. None where it states none.
pub(in crate::intake) fn without_language(name: &str) -> Option<&str> {
    const ENDS: &str = " fr| en| ar| es| pt| de| it| ru| zh| cn| ja| ko| vi| th";
    ENDS.split('|').find_map(|it| name.strip_suffix(it))
}

/// A heading without the two digits of a year that stand closed up behind a word for codes or names: `ladcode23`.
pub(in crate::intake) fn without_year(name: &str) -> &str {
    let bare = name.trim_end_matches(|it: char| it.is_ascii_digit());
    let is_of_year = name.len() == bare.len() + 2;
    let is_known = ["code", "name", "cd", "nm"]
        .iter()
        .any(|end| bare.ends_with(end));
    match is_of_year && is_known {
        true => bare,
        false => name,
    }
}

/// The rank of a place that the last word of a column's name speaks of: `home county`, `所在区县`. Of
/// figures this says nothing.
pub(in crate::intake) fn place_rank_of_end(name: &str) -> Option<Rank> {
    const AREAS: &[(&str, Rank)] = &[
        ("output area", 8),
        ("statistical area level 1", 8),
        ("statistical area level 2", 7),
        ("statistical area level 3", 6),
        ("statistical area level 4", 5),
        ("local authority", 6),
        ("tier authority", 6),
        ("parliamentary constituency", 6),
        ("electoral ward", 7),
    ];
    // LSOA2011: of which register.
    let bare = name.trim_end_matches(|it: char| it.is_ascii_digit());
    if matches!(name.len() - bare.len(), 2 | 4) && !bare.ends_with(' ') {
        return rank_of(bare);
    }
    // Countries, Westminster Parliamentary constituencies.
    let single = singular(name);
    let forms = [Some(name), single.as_deref()].into_iter().flatten();
    let mut known = AREAS
        .iter()
        .filter(|(words, _)| forms.clone().any(|it| it.contains(words)));
    if let Some((_, rank)) = known.next() {
        return Some(*rank);
    }
    if let Some(rank) = single
        .as_deref()
        .and_then(rank_of)
        .filter(|it| *it != RANK_ANY)
    {
        return Some(rank);
    }
    const ENDS: &str = "区县|县区|县市|省份|城市|街道|社区|地区|乡镇|镇街|网格|小区|county|\
        district|state|country|province|city|ward|borough|municipality|township";
    let end = ENDS.split('|').find(|end| {
        let before = name.strip_suffix(end);
        before.is_some_and(|before| !end.is_ascii() || before.ends_with(' '))
    });
    end.and_then(rank_of)
}

/// An English word without the ending of the plural; none where it has none.
fn singular(name: &str) -> Option<String> {
    if let Some(stem) = name.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    let stem = name.strip_suffix('s')?;
    let is_plural = stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']);
    is_plural.then(|| stem.to_string())
}

/// True of a word for places of a kind, in English, where no place is called so.
pub(in crate::intake) fn is_kind_of_place(text: &str) -> bool {
    text.is_ascii() && text.contains(' ') && rank_of(&folded(text)).is_some()
}

/// True of a word for a kind of place that alone may also be a name.
pub(in crate::intake) fn is_kind_alone(text: &str) -> bool {
    const WORDS: &str = "country|nation|region|state|province|county|district|borough|city|town|ward|parish|unitary|\
        commune|cercle|prefecture|arrondissement|département|municipio|município|freguesia|distrito|provincia|comuna|\
        nuts i|nuts ii|nuts iii|nuts 1|nuts 2|nuts 3|lau|municipality|metropolitan|unitary authority|metropolitan district|non-metropolitan district|london borough|\
        metropolitan county|council area|local government district|metropolitan borough|combined authority|\
        local authority|electoral ward|census tract|metro area|metropolitan area";
    WORDS.split('|').any(|word| word.eq_ignore_ascii_case(text))
}

/// True of the heading of a column that says of each area of what kind it is.
pub(in crate::intake) fn names_levels(name: &str) -> bool {
    const NAMES: &str = "level|geo level|geographic level|geography level|area level|area type|geography type|geo type|place type|region type|\
        type of area|admin level|administrative level|level name|geolevel|niveau|niveau géographique|nivel|nivel geográfico|âmbito geográfico|\
        ebene|livello|级别|层级|地区类型|地区级别|行政级别|区划级别|區域層級";
    has(NAMES, name)
}

/// Ranks of places of one country, which lie in each other everywhere: states, cities, districts, streets,
/// communities, grids, compounds, buildings.
const WITHIN: std::ops::RangeInclusive<Rank> = 4..=11;
/// The rank of states and provinces.
pub(in crate::intake) const RANK_STATE: Rank = 4;
/// The rank of counties and districts.
pub(in crate::intake) const RANK_COUNTY: Rank = 6;
/// The rank of countries.
const RANK_COUNTRY: Rank = 2;

/// True where a place called by the first word lies in one called by the second, in every country that uses
/// the words. Each is given folded, with its rank.
pub(in crate::intake) fn lies_in(lower: (&str, Rank), upper: (&str, Rank)) -> bool {
    // Words that mean a larger place in one country and a smaller one in another.
    const OPEN: &str = "canton|kanton|distrito|stadt|kreis|landkreis|okres|provincia|provincias|\
        town|township|territory|prefecture";
    if is_pair(lower.0, upper.0) {
        return true;
    }
    if is_pair(upper.0, lower.0) {
        return false;
    }
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

/// True where the first word lies in the second by the words of one language, whatever they mean in others.
fn is_pair(lower: &str, upper: &str) -> bool {
    const PAIRS: &[(&str, &str)] = &[
        (
            "distrito",
            "provincia|provincias|departamento|cantón|canton|región|estado",
        ),
        ("concelho|freguesia", "distrito"),
        ("freguesia", "concelho|município"),
        ("parroquia", "cantón|canton"),
        (
            "gemeinde|gemeinden|stadt",
            "landkreis|kreis|bundesland|kanton",
        ),
        ("landkreis|kreis", "bundesland|land|region"),
        ("comune|comuni", "provincia|provincias|regione"),
        ("provincia|provincias", "regione|región|comunidad autónoma"),
        (
            "municipio|municipios",
            "provincia|provincias|comunidad autónoma",
        ),
        ("commune", "canton|département|departement|région"),
        ("obec", "okres"),
        ("gmina", "województwo"),
        ("district|county|state|province", "continent|world region"),
        ("country", "continent|world region"),
    ];
    PAIRS
        .iter()
        .any(|(lowers, uppers)| has(lowers, lower) && has(uppers, upper))
}

/// A county holds cities in some countries, and lies in one in others.
pub(in crate::intake) fn is_county(name: &str) -> bool {
    has("county|county name|countyname|ctyname|counties", name)
}

/// See [`is_county`].
pub(in crate::intake) fn is_city(name: &str) -> bool {
    has("city|city name|cityname|cities|town|municipality", name)
}

/// True of a word that parts all places by how they are settled, and names none.
pub(in crate::intake) fn is_kind_of_settlement(text: &str) -> bool {
    const WORDS: &str = "urban|rural|total|all|both|urban areas|rural areas|all areas|combined|城镇|\
        城市|农村|乡村|合计|总计|全部|城乡|都市|郊区|城区";
    has(WORDS, text.trim().to_lowercase().as_str())
}

/// True of a column's name that says what is counted or measured, so that its numbers are no codes.
pub(in crate::intake) fn is_measure(name: &str) -> bool {
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
