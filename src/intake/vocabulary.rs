//! The words of tables: what columns are called, what stands for no figure, for the whole, for a
//! unit. Lists only; decides nothing.

use crate::model::Status;

/// How fine a place is that a column's name speaks of; the finest column is the area, the next
/// coarser one what it lies in.
pub(super) type Rank = u8;

/// A word that says nothing of how fine the place is.
pub(super) const RANK_ANY: Rank = 9;

/// Words for places, with their rank.
const PLACES: &[(&str, Rank)] = &[
    ("world region|continent", 1),
    ("region name|region|regions", 3),
    (
        "country|country name|country or area|nation|economy|国家|国别|\
        region or country",
        2,
    ),
    (
        "state|state name|province|land|bundesland|省|省份|省市|省区|省市区|省级",
        4,
    ),
    ("city|prefecture|市|城市|地市|市州|地级市", 5),
    (
        "county|county name|district|borough|local authority|\
        local authority name|la|la name|lad|municipality|commune|kreis|区|县|区县|\
        县区|县市|县市区|市区县|区市县|辖区",
        6,
    ),
    (
        "ward|ward name|township|town|subdistrict|sub district|street|msoa|街道|\
        街镇|镇街|乡镇|乡镇街道|镇|乡",
        7,
    ),
    (
        "community|neighbourhood|neighborhood|village|tract|lsoa|oa|社区|村|村社区|\
        社区村|居委会|村居",
        8,
    ),
    (
        "area|area name|areas|geography|geography name|geo|geo name|\
        geographic area|geographic area name|ref area|entity|location|place|\
        place name|zone|territory|jurisdiction|gebiet|地区|地区名称|地区名|各地区|地方|区域|\
        区划|区划名称|行政区|行政区划|行政区名称|行政区划名称|单位名称|辖区名称|小区|网格|地点",
        RANK_ANY,
    ),
];

/// True where a list, parted by `|`, holds the word.
fn has(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word)
}

fn rank_of(word: &str) -> Option<Rank> {
    let of = PLACES.iter().find(|(list, _)| has(list, word));
    of.map(|(_, rank)| *rank)
}

/// The rank of a place that a column's name speaks of, the name folded.
pub(super) fn place_rank(name: &str) -> Option<Rank> {
    if let Some(rank) = rank_of(name) {
        return Some(rank);
    }
    // 社区名称, county_name, lsoa11nm, LAD23NM: a place and a word for names.
    let stem = ["名称", "名", " name", " nm", "nm", " label", " title"]
        .iter()
        .find_map(|end| name.strip_suffix(end))?;
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    rank_of(stem)
}

/// The rank of a place whose code a column holds.
pub(super) fn code_rank(name: &str) -> Option<Rank> {
    const CODES: &str = "code|geoid|fips|fipscode|fips code|ags|nuts|iso|iso3|iso2|iso code|\
        iso3c|iso2c|ons code|gss code|geo id|geocode|geo code|代码|编码|区划代码|地区代码|\
        行政区划代码|行政区代码|统计用区划代码|区划码|地区编码|区划编码|行政区划编码|adcode|area id|location id|\
        region id|insee|ibge";
    if has(CODES, name) {
        return Some(RANK_ANY);
    }
    let ends = [
        "代码", "编码", "编号", "码", " code", " cd", "cd", " id", " fips", " geoid", "code",
        " number", " no",
    ];
    let stem = ends.iter().find_map(|end| name.strip_suffix(end))?;
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    rank_of(stem)
}

/// Names of columns of the code or the name of what the area lies in.
pub(super) fn is_parent(name: &str) -> Option<bool> {
    const CODES: &str =
        "上级代码|上级编码|上级区划代码|上级地区代码|parent code|parent id|父级代码";
    const NAMES: &str = "上级|上级名称|所属|所属地区|所属区|所属街道|所属社区|所属区县|所属镇街|所属省份|所属市|上级地区|parent|\
        parent name|parent area";
    if has(CODES, name) {
        Some(true)
    } else if has(NAMES, name) {
        Some(false)
    } else {
        None
    }
}

/// Names of columns that number the rows.
pub(super) fn is_row_number_name(name: &str) -> bool {
    const NAMES: &str = "|rownames|rowname|row|row names|row number|row id|rowid|unnamed: 0|\
        unnamed:0|index|no|no.|nr|nr.|#|id|sn|s/n|s.no|s. no.|obs|x|x1|序号|编号|\
        行号|序|排名|rank|unnamed 0|...1|v1";
    has(NAMES, name) || name.starts_with("unnamed:") || name.starts_with("unnamed ")
}

/// What a column of times holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeName {
    Year,
    Month,
    Quarter,
    Period,
}

/// What times a column's name speaks of.
pub(super) fn time_name(name: &str) -> Option<TimeName> {
    const YEARS: &str = "year|yr|years|年|年份|年度|calendar year|fiscal year|financial year|jahr|\
        año|année|统计年份|统计年度|fy|school year|academic year|reporting year";
    const MONTHS: &str = "month|months|月|月份|mon|month number|统计月份|monat";
    const QUARTERS: &str = "quarter|qtr|quarters|季|季度|q";
    const PERIODS: &str = "date|time|period|time period|reporting period|day|datum|日期|时间|时期|期间|\
        统计期|统计时间|统计日期|数据时间|年月|期别|报告期|数据日期|year month|yearmonth|refper|\
        ref date|time code|as of|reference period|week ending|month year";
    for (names, kind) in [
        (YEARS, TimeName::Year),
        (MONTHS, TimeName::Month),
        (QUARTERS, TimeName::Quarter),
        (PERIODS, TimeName::Period),
    ] {
        if has(names, name) {
            return Some(kind);
        }
    }
    None
}

/// Other things that a column's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OtherName {
    Indicator,
    IndicatorCode,
    Unit,
    Status,
    Note,
    Value,
    CodeSystem,
}

/// What else a column's name says.
pub(super) fn other_name(name: &str) -> Option<OtherName> {
    const LISTS: &[(OtherName, &str)] = &[
        (
            OtherName::Indicator,
            "indicator|indicator name|indicators|variable|variable name|measure|\
            measure name|series|series name|metric|statistic|stat|subject|item|指标|\
            指标名称|指标名|统计指标|项目|项目名称|变量|merkmal",
        ),
        (
            OtherName::IndicatorCode,
            "indicator code|series code|indicator id|measure code|variable code|\
            指标代码|指标编码|指标编号|subject code",
        ),
        (
            OtherName::Unit,
            "unit|units|uom|unit measure|unit of measure|measure unit|计量单位|单位|\
            einheit|unit name",
        ),
        (
            OtherName::Status,
            "status|obs status|observation status|状态|数据状态",
        ),
        (
            OtherName::Note,
            "note|notes|remark|remarks|comment|comments|footnote|footnotes|备注|说明|注|\
            注释|附注|value footnotes",
        ),
        (
            OtherName::Value,
            "value|values|obs value|observation|数值|值|数据|指标值|数据值|统计值|val|wert|\
            observation value|data value|figure",
        ),
        (OtherName::CodeSystem, "code system|代码体系|区划版本"),
    ];
    LISTS
        .iter()
        .find(|(_, names)| has(names, name))
        .map(|(kind, _)| *kind)
}

/// Words that part the people or things counted, by which rows of one place are told apart though
/// they are written as numbers.
pub(super) fn is_category_name(name: &str) -> bool {
    const NAMES: &str = "sex|gender|age|age group|age band|ageband|race|ethnicity|type|\
        category|group|class|sector|性别|年龄|年龄组|年龄段|类型|类别|分类|分组|民族|户口|城乡|行业|\
        origin|tenure";
    has(NAMES, name)
}

/// True of a word for all together, in a column of areas or of categories.
pub(super) fn is_total(text: &str) -> bool {
    const WORDS: &str = "合计|总计|共计|总和|合 计|总 计|全部|小计|总数|总体|全体|不分|all|total|totals|grand total|\
        overall|_t|t|both sexes|all ages|all persons|both|persons|sum|whole|\
        insgesamt|gesamt|全市|全省|全区|全县|全国|全镇|全街道|全市合计|全区合计|全省合计|全县合计|全国合计|全市总计|\
        全国总计|全区总计|城市合计|区合计|all areas|all districts|district total|county total";
    let folded = text.trim().to_lowercase();
    let folded = folded.trim_end_matches([':', '：']).trim();
    let closed: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    has(WORDS, folded) || (!closed.is_ascii() && has(WORDS, &closed))
}

/// Whether a name says that it is a numerator (true) or a denominator (false), and the name of what
/// they are of.
pub(super) fn pair_part(name: &str) -> Option<(bool, String)> {
    const ENDS: &[(&str, bool)] = &[
        (":numerator", true),
        (":denominator", false),
        ("：分子", true),
        ("：分母", false),
        (":分子", true),
        (":分母", false),
        ("(分子)", true),
        ("(分母)", false),
        ("（分子）", true),
        ("（分母）", false),
        ("_numerator", true),
        ("_denominator", false),
        (" numerator", true),
        (" denominator", false),
        (".numerator", true),
        (".denominator", false),
        ("_num", true),
        ("_den", false),
        ("_denom", false),
        ("分子", true),
        ("分母", false),
    ];
    const WHOLE: &[(&str, bool)] = &[
        ("numerator", true),
        ("denominator", false),
        ("num", true),
        ("den", false),
        ("denom", false),
    ];
    let lower = name.to_lowercase();
    if let Some((_, is_numerator)) = WHOLE.iter().find(|(word, _)| *word == lower) {
        return Some((*is_numerator, String::new()));
    }
    let (end, is_numerator) = ENDS.iter().find(|(end, _)| lower.ends_with(end))?;
    // Case folding may change lengths beyond ASCII; then the ending is not there to be cut.
    let stem = name.get(..name.len().checked_sub(end.len())?)?;
    Some((*is_numerator, stem.trim().to_string()))
}

/// What a sign that stands in a figure's place says, the text folded to narrow characters and lower
/// case.
pub(super) fn missing_sign(text: &str) -> Option<Status> {
    const MISSING: &str = "-|--|---|----|–|—|——|―|.|..|...|....|…|……|......|n/a|na|n.a.|n.a|#n/a|\
        null|none|nan|nil|n.d.|nd|\\n|?|/|:|missing|unknown|not available|[x]|\
        (na)|[n/a]|no data|暂无|无|无数据|暂无数据|缺|缺失|不详|未知|未填|没有|—-|#value!|#ref!|\
        #div/0!|n.v.|(x)|[u]";
    const SUPPRESSED: &str = "c|x|*|**|[c]|(c)|s|(s)|d|(d)|suppressed|confidential|保密|#|***|[s]";
    const IMPOSSIBLE: &str = "[z]|z|(z)|not applicable|不适用|n.app.";
    if has(MISSING, text) {
        Some(Status::Missing)
    } else if has(SUPPRESSED, text) {
        Some(Status::Suppressed)
    } else if has(IMPOSSIBLE, text) {
        Some(Status::Impossible)
    } else {
        let under = text.strip_prefix('<')?.trim_start();
        let is_number = !under.is_empty() && under.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(Status::Suppressed)
    }
}

/// Signs before or after a number that are no part of it, the longer first.
pub(super) const SIGNS: &[&str] = &[
    "万元", "亿元", "万人", "万户", "us$", "hk$", "a$", "r$", "%", "‰", "$", "£", "€", "¥", "₹",
    "元", "人", "户", "个", "件", "次", "岁",
];

/// True where a bracket at the end of a header holds a unit, as `人口（万人）` does.
pub(super) fn is_unit(text: &str) -> bool {
    const UNITS: &str = "%|‰|％|percent|per cent|pct|人|万人|千人|百万人|户|万户|个|万个|件|起|次|万次|元|万元|亿元|千元|\
        元/人|元/月|元/平方米|平方米|万平方米|平方公里|平方千米|公顷|亩|万亩|公里|千米|米|吨|万吨|公斤|千克|千瓦时|万千瓦时|\
        亿千瓦时|岁|年|天|小时|分钟|辆|万辆|张|所|家|名|床|人/平方公里|百分点|间|座|套|万套|栋|对|kg|t|km|km2|\
        km²|m|m2|m²|ha|usd|us$|$|£|€|gbp|eur|cny|rmb|number|no.|thousand|\
        thousands|million|millions|000s|'000|000|£000|£m|£ million|$000|\
        $ million|us$ million|persons|people|households|years|days|hours|\
        years old|per 1,000|per 1000|per 100,000|per 100000|per 10,000|index|\
        rate|count|ratio|gwh|mwh|kwh|μg/m3|μg/m³|℃|°c|mm|人次|万人次|户/人|人/户|公顷/人";
    let lower = text.trim().to_lowercase();
    has(UNITS, &lower) || lower.starts_with("单位")
}

/// True of what may stand before a unit, as in `单位：万人`.
pub(super) fn is_unit_head(character: char) -> bool {
    matches!(character, '单' | '位' | '：' | ':' | ' ')
}

/// True where a column's name speaks of time, whatever else it says.
pub(super) fn speaks_of_time(name: &str) -> bool {
    const WORDS: &str = "year|date|period|年|日期|时间|期";
    WORDS.split('|').any(|word| name.contains(word))
}

/// The number from 1 to 12 of a month's name, folded.
pub(super) fn month_number(text: &str) -> Option<u16> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const CHINESE: [&str; 12] = [
        "一月",
        "二月",
        "三月",
        "四月",
        "五月",
        "六月",
        "七月",
        "八月",
        "九月",
        "十月",
        "十一月",
        "十二月",
    ];
    let text = text.trim_end_matches('.');
    let is_it = |name: &&str| {
        **name == *text || (text.len() >= 3 && text.len() <= 4 && name.starts_with(text))
    };
    let place = MONTHS.iter().position(|name| is_it(&name));
    let place = place.or_else(|| CHINESE.iter().position(|name| *name == text));
    place.map(|place| place as u16 + 1)
}

/// The number from 1 to 4 of a quarter's name, folded.
pub(super) fn quarter_number(text: &str) -> Option<u16> {
    let core = text
        .trim_start_matches('第')
        .trim_end_matches("季度")
        .trim_end_matches('季');
    let core = core.strip_prefix('q').unwrap_or(core);
    match core.trim() {
        "1" | "一" | "i" => Some(1),
        "2" | "二" | "ii" => Some(2),
        "3" | "三" | "iii" => Some(3),
        "4" | "四" | "iv" => Some(4),
        _ => None,
    }
}

/// What may follow a year and says no more than that it is one.
pub(super) const YEAR_TAILS: &[&str] = &["年度", "年末", "年底", "年初", "年"];

/// The words that mark a note below or above a table.
pub(super) fn is_note_start(text: &str) -> bool {
    const STARTS: &str = "注|说明|资料来源|数据来源|来源|备注|note|source|footnote|*|data from|last updated|©|\
        copyright|(1)|1)|[1]|©";
    let lower = text.trim_start().to_lowercase();
    STARTS.split('|').any(|start| lower.starts_with(start))
}

/// A name folded for comparison: narrow characters, lower case, `_` and `.` as spaces.
pub(super) fn folded(name: &str) -> String {
    let narrow: String = name.chars().map(narrow).collect();
    let mut spaced = String::with_capacity(narrow.len());
    for character in narrow.to_lowercase().chars() {
        let character = match character {
            '_' | '-' => ' ',
            other if other.is_whitespace() => ' ',
            other => other,
        };
        if character != ' ' || !spaced.ends_with(' ') {
            spaced.push(character);
        }
    }
    let text = spaced.trim();
    // Characters of one Chinese word are set apart to fill a cell: 地　区.
    match text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        true => text.replace(' ', ""),
        false => text.to_string(),
    }
}

/// A full-width character as the narrow one that means the same.
pub(super) fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\u{2002}' | '\u{2003}' => {
            ' '
        }
        '\u{2212}' | '\u{2010}' | '\u{2011}' => '-',
        '\u{ffe5}' => '¥',
        '\u{ffe1}' => '£',
        '\u{2019}' => '\'',
        '、' => '、',
        other => other,
    }
}
