//! The words of tables: what columns are called, what stands for no figure, for the whole, for a
//! unit. Lists only; decides nothing.

pub(in crate::intake) mod codes;
pub(in crate::intake) mod countries;
pub(in crate::intake) mod entities;
pub(in crate::intake) mod eras;
pub(in crate::intake) mod figures;
pub(in crate::intake) mod headed_units;
pub(in crate::intake) mod intervals;
pub(in crate::intake) mod kinds;
pub(in crate::intake) mod letters;
pub(in crate::intake) mod levels;
pub(in crate::intake) mod months;
pub(in crate::intake) mod notes;
pub(in crate::intake) mod numbers;
pub(in crate::intake) mod parts;
pub(in crate::intake) mod registers;
pub(in crate::intake) mod scales;
pub(in crate::intake) mod scripts;
pub(in crate::intake) mod signs;
pub(in crate::intake) mod subjects;
pub(in crate::intake) mod things;
pub(in crate::intake) mod time;
pub(in crate::intake) mod titles;
pub(in crate::intake) mod totals;
pub(in crate::intake) mod units;
pub(in crate::intake) mod years;

pub(in crate::intake) use crate::intake::vocabulary::codes::{
    code_rank, is_name_of_names, is_place,
};
pub(in crate::intake) use crate::intake::vocabulary::levels::{
    is_kind_alone, is_kind_of_place, place_rank, place_rank_of_end,
};
pub(in crate::intake) use crate::intake::vocabulary::signs::missing_sign;
use crate::intake::vocabulary::subjects::names_categories;

/// How fine a place is that a column's name speaks of; the finest column is the area, the next
/// coarser one what it lies in.
pub(in crate::intake) type Rank = u8;

/// A word that says nothing of how fine the place is.
pub(in crate::intake) const RANK_ANY: Rank = 12;

/// Words for places, with their rank.
const PLACES: &[(&str, Rank)] = &[
    ("world region|continent", 1),
    (
        "region name|region|regions|subnational unit|sub national unit|région|región|regione|comunidad autónoma",
        3,
    ),
    (
        "country|country name|country or area|nation|economy|国家|国别|\
        region or country|país|pais|pays|paese|staat",
        2,
    ),
    (
        "state|state name|stname|province|land|bundesland|estado|kanton|canton|département|departement|departamento|entidad|entidad federativa|省|省份|省市|省区|省市区|省级",
        4,
    ),
    (
        "city|prefecture|都道府県|시도|縣市|縣市別|縣市名稱|województwo|okres|область|регион|город|sa4|provincia|provincias|stadt|ville|ciudad|cidade|市|城市|地市|市州|地级市",
        5,
    ),
    (
        "county|county name|ctyname|district|borough|local authority|\
        local authority name|la|la name|lad|municipality|commune|kreis|\
        area council|council|lga|sa3|concelho|upazila|tehsil|taluk|市区町村|市町村|區|區別|行政區|行政區別|鄉鎮市區|鄉鎮市區別|鄉鎮區|鄉鎮|區里|gmina|obec|ilçe|район|kunta|comune di residenza|comuni|自治体|시군구|\
        landkreis|mun|gemeinde|gemeinden|municipio|municipios|município|municípios|comune|kommune|gemeente|区|县|区县|\
        县区|县市|县市区|市区县|区市县|辖区",
        6,
    ),
    (
        "ward|ward name|constituency|constituency name|parish|freguesia|suburb|sa2|읍면동|barrio|bairro|distrito|quartier|stadtteil|township|town|subdistrict|sub district|street|msoa|街道|\
        街镇|镇街|乡镇|乡镇街道|镇|乡",
        7,
    ),
    (
        "community|loc|localidad|neighbourhood|neighborhood|village|tract|community area|町丁目|町丁|町字|町名|大字|村里|村里別|里別|里|section censal|sección|sección censal|丁目|block group|sa1|lsoa|oa|社区|村|村社区|\
        社区村|居委会|村居",
        8,
    ),
    ("网格", 9),
    ("小区|住宅小区|院落", 10),
    ("楼栋", 11),
    (
        "name|名称|nom|nombre|nome|libellé|libelle|libgeo|libellé commune|nom commune|area|area name|areas|geography|geography name|geo|geo name|\
        geographic area|geographic area name|ref area|entity|location|place|\
        place name|zone|territory|jurisdiction|gebiet|地区|地区名称|地区名|各地区|地方|区域|\
        区划|区划名称|行政区|行政区划|行政区名称|行政区划名称|地域|地域名|행정구역|지역|구분 지역|地區|地區別|區域|區域別|territorio|localização geográfica|localizacao geografica|행정구역별|시군구별|행정구역(시군구)별|regios|territoire|område|omrade|alue|unidad territorial|单位名称|辖区名称|地点",
        RANK_ANY,
    ),
];

/// True where a list, parted by `|`, holds the word.
pub(in crate::intake) fn has(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word)
}

pub(in crate::intake) fn rank_of(word: &str) -> Option<Rank> {
    let mut lists = PLACES.iter().chain(levels::FURTHER_PLACES);
    let of = lists.find(|(list, _)| has(list, word));
    of.map(|(_, rank)| *rank)
}

/// True where a column so called is one of places or of what else a table says beside figures.
pub(in crate::intake) fn is_known(name: &str) -> bool {
    !name.is_empty()
        && (place_rank(name).is_some()
            || code_rank(name).is_some()
            || is_parent(name).is_some()
            || other_name(name).is_some()
            || crate::intake::vocabulary::time::time_name(name).is_some())
}

/// Names of columns of the code or the name of what the area lies in.
pub(in crate::intake) fn is_parent(name: &str) -> Option<bool> {
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

/// Names of columns that number the rows; some say so in the first column alone.
pub(in crate::intake) fn is_row_number_name(name: &str, is_first: bool) -> bool {
    const ANYWHERE: &str = "rownames|rowname|row names|row number|row id|rowid|unnamed: 0|\
        unnamed:0|unnamed 0|s/n|s.no|s. no.|序号|行号|序";
    const FIRST: &str = "|row|index|no|no.|nr|nr.|#|id|sn|obs|x|x1|编号|排名|rank|...1|v1";
    let is_unnamed = name.starts_with("unnamed:") || name.starts_with("unnamed ");
    has(ANYWHERE, name) || is_unnamed || is_first && has(FIRST, name)
}

/// True of the name of a column of places or of their codes.
pub(in crate::intake) fn speaks_of_place(name: &str) -> bool {
    place_rank(name).is_some() || code_rank(name).is_some()
}

/// Names of columns of what the rows are called where they are of programs; of numbers none is an area's beside
/// others that name it.
pub(in crate::intake) fn is_row_name(name: &str) -> bool {
    has(
        "rownames|rowname|row names|row name|row id|rowid|unnamed: 0",
        name,
    )
}

/// True of a heading that may mean how large a place is as well as a place.
pub(in crate::intake) fn is_surface(name: &str) -> bool {
    has(
        "area|surface|superficie|fläche|flaeche|superfície|areal",
        name,
    )
}

/// Names that say nothing but that a column numbers the rows, whatever it holds: 一, 1, 2, 二.
pub(in crate::intake) fn is_row_number_alone(name: &str) -> bool {
    has(
        "row number|s/n|s.no|s. no.|sl. no.|sl no|sl. no|sl.no.|sr. no.|sr no|序号|行号|序號",
        name,
    )
}

/// Other things that a column's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum OtherName {
    Indicator,
    IndicatorCode,
    Unit,
    Status,
    Note,
    Value,
    CodeSystem,
}

/// What else a column's name says.
pub(in crate::intake) fn other_name(name: &str) -> Option<OtherName> {
    const LISTS: &[(OtherName, &str)] = &[
        (
            OtherName::Indicator,
            "indicator|indicator name|indicators|attribute|variable|variable name|measure|\
            measure name|series|series name|metric|statistic|stat|subject|item|指标|\
            指标名称|指标名|label (grouping)|fact|统计指标|项目|项目名称|变量|merkmal|\
            indicador|indicadores|indicatore|indicateur|statistikkvariabel|指標|項目|項目別|表章項目|항목|statistic label|項目名稱|tipo dato|tipo di dato|tipo de dato|contents|contentscode|statistics|estimates|characteristic|characteristics|labour force characteristics|subject descriptor",
        ),
        (
            OtherName::IndicatorCode,
            "indicator code|series code|indicator id|measure code|variable code|\
            指标代码|指标编码|指标编号|subject code",
        ),
        (
            OtherName::Unit,
            "unit|units|uom|data value unit|factvalueuom|uom name|unit of measurement|units of measurement|measurement unit|단위|單位|unit measure|unit of measure|measure unit|计量单位|单位|\
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
            "data|value|values|obs value|observation|数值|值|数据|指标值|数据值|统计值|val|wert|\
            observation value|data value|figure|v4 0|v4 1|v4 2|v4 3|valor|valeur|\
        obs|數值|観測値|værdi|verdi|värde|arvo|wartość|hodnota|значение",
        ),
        (OtherName::CodeSystem, "code system|代码体系|区划版本"),
    ];
    LISTS
        .iter()
        .find(|(_, names)| has(names, name))
        .map(|(kind, _)| *kind)
}

/// Names of columns that say in words by what the figures are to be multiplied.
pub(in crate::intake) fn is_scale_name(name: &str) -> bool {
    const NAMES: &str =
        "scalar factor|scale|multiplier|unit multiplier|unit mult|magnitude|数量级|倍数";
    has(NAMES, name)
}

/// True of the words for figures that are multiplied by nothing.
pub(in crate::intake) fn is_scale_of_one(text: &str) -> bool {
    const WORDS: &str = "unit|units|one|ones|1|个|无";
    has(WORDS, text.trim().to_lowercase().as_str())
}

/// Words that part the people or things counted, by which rows of one place are told apart though
/// they are written as numbers.
pub(in crate::intake) fn is_category_name(name: &str) -> bool {
    const NAMES: &str = "sex|gender|age|age group|agegrp|age grp|agegroup|agecat|age cat|age class|ageclass|\
        agecode|age code|sexcode|sex code|racecat|race code|educ|education level|marital status|age band|ageband|race|ethnicity|type|\
        category|group|class|sector|性别|年龄|年龄组|年龄段|类型|类别|分类|分组|民族|户口|城乡|行业|\
        origin|tenure|sexo|sexe|sesso|geschlecht|edad|idade|âge|alter|altersgruppe|grupo de edad|single year of age";
    has(NAMES, name) || names_categories(name)
}

/// Names of columns whose numbers are no figures.
pub(in crate::intake) fn is_no_figure(name: &str) -> bool {
    const WORDS: &str = "uom id|scalar id|idhod|coordinate|decimals|vector|objectid|fid|gid|latitude|longitude|lat|\
        lon|lng|long|latitud|longitud|easting|northing|x coord|y coord|intptlat|intptlon|week|week number|iso week|epi week|周次|第几周|经度|纬度|phone|telephone|tel|mobile|zip|zipcode|zip code|postcode|postal code|fax|\
        pdf page|page|page no|page number|update|last update|last updated|更新日|更新日期|更新时间|和暦|和暦年|元号|\
        电话|手机|联系电话|手机号|邮编|邮政编码|传真|身份证|身份证号|contact phone number|phone number";
    let bare = name.trim_end_matches(|it: char| it.is_ascii_digit());
    has(WORDS, name) || bare.len() > 3 && has(WORDS, bare)
}

/// True where a column's name says in brackets, or by a word, that it is a part of the one before: `（うち外国人）`.
pub(in crate::intake) fn is_part_before(name: &str) -> bool {
    let is_bracketed = name.starts_with(['(', '（']) && name.ends_with([')', '）']);
    is_bracketed
        || ["うち", "其中", "of which"]
            .iter()
            .any(|it| name.contains(it))
}

/// Whether a name says that it is a numerator (true) or a denominator (false), and the name of what
/// they are of.
pub(in crate::intake) fn pair_part(name: &str) -> Option<(bool, String)> {
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
    let stem = stem
        .trim()
        .trim_end_matches(['_', '-', ':', '：', '(', '（', '·']);
    Some((*is_numerator, stem.trim().to_string()))
}

/// Signs before or after a number that are no part of it, the longer first.
pub(in crate::intake) const SIGNS: &[&str] = &[
    "万元",
    "亿元",
    "万人",
    "万户",
    "us$",
    "hk$",
    "a$",
    "r$",
    "%",
    "‰",
    "$",
    "£",
    "€",
    "¥",
    "₹",
    "元",
    "人",
    "户",
    "个",
    "万",
    "亿",
    "件",
    "次",
    "岁",
    "平方公里",
    "公里",
    "公顷",
    "亩",
    "吨",
    "km²",
    "km2",
    "km",
    "m²",
    "m2",
    " m",
    "ha",
    "kg",
];

/// True of headings that are nothing but a word for names.
pub(in crate::intake) fn names_names(name: &str) -> bool {
    has(
        "name|names|nombre|nom|nome|naam|navn|namn|nazwa|ime|nimi",
        name,
    )
}

/// True of headings for the offices that report, which are also those of units.
pub(in crate::intake) fn names_offices(name: &str) -> bool {
    const WORDS: &str =
        "单位|單位|单位名称|填报单位|报送单位|上报单位|责任单位|承办单位|所属单位|單位名稱";
    has(WORDS, name)
}

/// True of what may stand before a unit, as in `单位：万人`.
pub(in crate::intake) fn is_unit_head(character: char) -> bool {
    matches!(character, '单' | '位' | '：' | ':' | ' ')
}

/// The indicator that a line above a table states.
pub(in crate::intake) fn stated_indicator(text: &str) -> Option<&str> {
    const HEADS: &str = "指标：|指标:|Indicator:|Variable:|Measure:|Variável:|Variável -|Counting:";
    let rest = HEADS
        .split('|')
        .find_map(|head| text.strip_prefix(head))
        .map(str::trim)
        .or_else(|| {
            // A data set is called by what it is of and by what it is broken down by.
            let rest = text.strip_prefix("Dataset:")?;
            let rest = rest.split(" by ").next().unwrap_or(rest);
            Some(rest.split(", ").next().unwrap_or(rest).trim())
        })?;
    (!rest.is_empty()).then_some(rest)
}

/// True of a word for the indicator of a table, in a list of what was asked for above it.
pub(in crate::intake) fn is_indicator_word(word: &str) -> bool {
    const WORDS: &str =
        "variable|indicator|measure|指标|指标名称|变量|variável|indicador|indicateur|merkmal";
    has(WORDS, &folded(word))
}

/// True of a line that says when or by whom a table was published, and not of what time it is.
pub(in crate::intake) fn speaks_of_publishing(text: &str) -> bool {
    const WORDS: &str = "source|copyright|updated|retrieved|downloaded|published|released|last |©|\
        reserved|来源|发布|更新|制表|打印|导出";
    let lower = text.to_lowercase();
    WORDS.split('|').any(|word| lower.contains(word))
}

/// The words that mark a note below or above a table.
pub(in crate::intake) fn is_note_start(text: &str) -> bool {
    const STARTS: &str = "注|说明|编制单位|填报单位|制表单位|报送单位|金额单位|货币单位|填表人|制表人|制表|填报人|审核人|负责人|单位负责人|统计负责人|报出日期|填报日期|填表日期|资料来源|数据来源|来源|备注|note|source|footnote|*|data from|last updated|©|\
        copyright|(1)|1)|[1]|©";
    let lower = text.trim_start().to_lowercase();
    STARTS.split('|').any(|start| lower.starts_with(start))
}

/// A name folded for comparison: narrow characters, lower case, `_` and `.` as spaces.
pub(in crate::intake) fn folded(name: &str) -> String {
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
pub(in crate::intake) fn narrow(character: char) -> char {
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
