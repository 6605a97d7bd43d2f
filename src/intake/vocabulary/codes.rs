//! The words for columns of codes of places. Lists only; decides nothing.

use crate::intake::vocabulary::levels::without_year;
use crate::intake::vocabulary::{
    RANK_ANY, Rank, has, is_category_name, other_name, place_rank, place_rank_of_end, rank_of,
};

/// Digits of codes of places: counties, sub-districts, communities.
const CODE_DIGITS: [usize; 3] = [6, 9, 12];

/// True of the name of a place, by the word at its end (甲街道, Lancaster County), of a province and of
/// the code of a place. The word alone is a kind of place and no name.
pub(in crate::intake) fn is_place(name: &str) -> bool {
    const ENDS: &str = "区|县|市|省|県|縣|區|街道|镇|乡|社区|村|地区|自治州|自治区|新区|开发区|旗";
    const KINDS: &str = "小区|城市|农村|城镇|乡村|城区|郊区|市区|地区|社区|街道|乡镇";
    const LAST_WORDS: &str = "county|parish|district|ward|borough|city|subdistrict|sub-district|\
        community|township|province|prefecture";
    const PROVINCES: &str = "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|\
        山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|\
        香港|澳门|全国|北海道|東京都|大阪府|京都府";
    let name = name.trim().to_lowercase();
    let is_long = name.chars().count() >= 2;
    let has_end =
        || is_long && !has(KINDS, &name) && ENDS.split('|').any(|end| name.ends_with(end));
    let last_word = name.rsplit_once(' ').map(|(_, last)| last);
    let is_code =
        || CODE_DIGITS.contains(&name.len()) && name.bytes().all(|it| it.is_ascii_digit());
    has_end()
        || has(PROVINCES, &name)
        || last_word.is_some_and(|it| has(LAST_WORDS, it))
        || is_code()
}

/// Of what a column so called states the kind: `regiontype`, `area type`.
pub(in crate::intake) fn type_stem(name: &str) -> Option<&str> {
    const ENDS: &str = " type| level|type|类型|级别";
    const STEMS: &str =
        "region|area|geo|geography|geographic|location|place|entity|地区|区域|行政区";
    let stem = ENDS.split('|').find_map(|end| name.strip_suffix(end))?;
    STEMS.split('|').find(|it| *it == stem)
}

/// True of a name with a word that names of places are made of in English.
pub(in crate::intake) fn sounds_like_place(name: &str) -> bool {
    const WORDS: &str = "north|south|east|west|northeast|northwest|southeast|southwest|heights|park|hill|hills|\
        village|valley|beach|lake|river|bay|harbour|harbor|port|mount|downtown|grove|woods|bridge|st|st.|saint|\
        san|santa|los|las|island|islands|creek|springs|junction|corners|town|city|county";
    let words = name.split([' ', '-', '/']).map(str::to_lowercase);
    let mut words = words.filter(|it| !it.is_empty()).peekable();
    words.peek().is_some() && words.any(|word| has(WORDS, &word))
}

/// True of the name of a column of codes of the post, the name folded.
pub(in crate::intake) fn is_postal(name: &str) -> bool {
    const WORDS: &str = "zip|zipcode|zip code|zip5|zip code 5|postcode|post code|postal code|postalcode|plz|\
        postleitzahl|code postal|código postal|codigo postal|cep|邮编|邮政编码|邮政区号|郵便番号|郵遞區號|우편번호";
    has(WORDS, name)
}

/// True where a column's name ends in a word for names.
pub(in crate::intake) fn is_name_of_names(name: &str) -> bool {
    ["名", "名称", " name"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// The rank of a place whose code a column holds.
pub(in crate::intake) fn code_rank(name: &str) -> Option<Rank> {
    // Area Code (M49): by which register.
    let bracket = name.strip_suffix(')').and_then(|it| it.rsplit_once(" ("));
    let bare = bracket.map_or(name, |(before, _)| before);
    code_kind(without_year(bare)).map(|(rank, _)| rank)
}

/// How headings of codes begin: Código Distrito, Codi Barri, Code IRIS, Codes Insee, Cod Mun, Id Nil.
const STARTS: &str = "code |codes |codi |codigo |código |cod |codice |kod |kode |id ";

/// True of a heading of codes, whatever of: `item code`, `sex_id`, `类别代码`.
pub(in crate::intake) fn names_codes(name: &str) -> bool {
    const ENDS: &str = " code| codes| id| ids| cd| cod| kod| kód| cis|代码|编码|代碼|編碼|コード";
    ENDS.split('|').any(|end| name.ends_with(end))
        || STARTS.split('|').any(|start| name.starts_with(start))
}

/// True of a heading below which digits are codes, long as they are. Persons have ids as well.
pub(in crate::intake) fn speaks_of_codes(name: &str) -> bool {
    let is_open = name.ends_with(" id") || name.ends_with(" ids");
    code_rank(name).is_some() || names_codes(name) && !is_open
}

/// True of a folded name whose last word says that its numbers tell rows apart and are no figures.
pub(in crate::intake) fn is_label(name: &str) -> bool {
    const WORDS: &str = "code|id|number|no|nr|num|flag|division|sumlev|type|代码|编码|编号";
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    words.next_back().is_some_and(|word| has(WORDS, word))
}

/// True of a folded name whose numbers may tell the areas apart, though no list of codes has it: `townid`, `pid`,
/// `areakey`, `fipsno`, `dept`.
pub(in crate::intake) fn may_label(name: &str) -> bool {
    const ENDS: &str = "id|cod|code|codes|kod|fips|fipsno|key|insee|编号|序号";
    const STARTS: &str = "id |id_|fips|idhod";
    const WHOLE: &str = "dept|dep|prov|cis|district|region|county|municipality|canton|commune";
    // Words that end as an identifier does: paid, covid, valid, grid.
    const WORDS: &str = "heid|paid|said|laid|raid|caid|ovid|alid|olid|quid|acid|void|grid|brid|bid|apid|umid|turkey|whiskey";
    if WORDS.split('|').any(|end| name.ends_with(end)) || has("aid|bid", name) {
        return false;
    }
    // Codmun, codegeo; Coderre is a name.
    let is_joined = |start: &str| {
        let rest = name.strip_prefix(start)?;
        let is_word = rest.starts_with(char::is_alphabetic);
        let is_short = rest.len() <= 4 && !rest.starts_with('e');
        Some(!is_word || is_short && start.len() == 3 || place_rank(rest).is_some())
    };
    let mut heads = ["codes", "code", "cod", "kod"]
        .into_iter()
        .filter_map(is_joined);
    has(WHOLE, name)
        || ENDS.split('|').any(|end| name.ends_with(end))
        || STARTS.split('|').any(|start| name.starts_with(start))
        || heads.next().is_some_and(|it| it)
}

/// True of the code of something that is called by no known word for places: `school code`.
pub(in crate::intake) fn is_code_of_other(name: &str) -> bool {
    code_kind(name).is_some_and(|(_, is_known)| !is_known)
}

/// The rank, and whether a known word for places or for their codes says so.
fn code_kind(name: &str) -> Option<(Rank, bool)> {
    const CODES: &str = "code|codes|area codes|raumid|raum id|mnemonic|id|geoid|fips|fipscode|fips code|ags|nuts|nuts id|nuts code|iso|iso3|iso2|iso code|\
        iso3c|iso2c|ons code|gss code|dguid|geo id|geocode|geo code|代码|编码|区划代码|地区代码|\
        行政区划代码|行政区代码|统计用区划代码|区划码|地区编码|区划编码|行政区划编码|adcode|area id|location id|\
        region id|insee|ibge|code insee|codgeo|código|codigo|cód|código ibge|codigo ibge|cod ibge|\
        código municipio|codigo municipio|cod municipio|código do município|cod mun|codmun|código ine|\
        code commune|code postal commune|kennziffer|gemeindeschlüssel|gemeindekennziffer|schlüssel|\
        bfs nr|gemeindenummer|istat|codice istat|codice comune|gemeentecode|kommunenummer|kommunekode|コード|地域コード|市区町村コード|団体コード|\
        都道府県コード|cód.|cod.|uid|code3|reg id|reg|gisjoin|codprov|cod prov|procom|comuna cod|teryt|nis|niscode|nis code|refnis|cd refnis|gkz|gkz code|gemeindekennzahl|代碼|編碼|代號|區域別代碼|행정구역코드|지역코드|ref|dico";
    // Numbers of the regions and departments of France.
    const OF_REGIONS: &str = "reg|reg id|codreg|code région|code region|region id|codereg";
    const OF_DEPARTMENTS: &str = "dep|coddep|code département|code departement|codedep";
    let known = |rank: Rank| (rank, true);
    if has(OF_REGIONS, name) {
        return rank_of("region").map(known);
    }
    if has(OF_DEPARTMENTS, name) {
        return rank_of("département").map(known);
    }
    // Codes of what figures are of, and of how they were come by.
    const OTHERS: &str = "indicator|series|measure|unit|flag|status|currency|item|element|domain|\
        survey|variable|power|question|product|industry|occupation|category|\
        offence|offense|crime|disease|diagnosis|icd|指标|项目|单位|产品|行业|\
        职业|调查|专业";
    // Numbers of the United States that say of what they are.
    const OF_COUNTIES: &str = "county fips|countyfips|countyfp";
    const OF_STATES: &str = "state fips|statefips|statefp";
    if has(OF_COUNTIES, name) {
        return rank_of("county").map(known);
    }
    if has(OF_STATES, name) {
        return rank_of("state").map(known);
    }
    // Código comuna, kode_provinsi.
    let behind = STARTS.split('|').find_map(|it| name.strip_prefix(it));
    if let Some(rank) = behind.and_then(place_rank) {
        return Some(known(rank));
    }
    // GEOID10, geoid20: of which census.
    let bare = name.trim_end_matches(|it: char| it.is_ascii_digit());
    if has(CODES, name) || bare.len() > 3 && has(CODES, bare) {
        return Some((RANK_ANY, true));
    }
    // SA2_MAINCODE_2016: the year is that of the register.
    let name = match name.rsplit_once(' ') {
        Some((stem, year)) if year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit()) => stem,
        _ => name,
    };
    let ends = [
        "代码",
        "编码",
        "编号",
        "码",
        "代碼",
        "編碼",
        "編號",
        "代號",
        "コード",
        "maincode",
        " code",
        " cd",
        "cd",
        " id",
        " fips",
        " geoid",
        "code",
        " number",
        " no",
    ];
    if let Some(rank) = name.strip_suffix(" pcode").and_then(rank_of) {
        return Some(known(rank));
    }
    // GeoFIPS: closed up.
    if let Some(rank) = name.strip_suffix("fips").and_then(rank_of) {
        return Some(known(rank));
    }
    let closed = || {
        // countyid; but paid and covid are no places.
        let stem = name.strip_suffix("id")?;
        (stem.len() > 3).then_some(stem)
    };
    let stem = ends.iter().find_map(|end| name.strip_suffix(end));
    let whole = stem.or_else(closed)?;
    let stem = whole.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let is_code = [
        "代码",
        "编码",
        "代碼",
        "編碼",
        "代號",
        "コード",
        "maincode",
        " code",
    ]
    .iter()
    .any(|end| name.ends_with(end));
    let is_of_other = other_name(name).is_some()
        || other_name(stem).is_some()
        || is_category_name(stem)
        || OTHERS.split('|').any(|word| name.contains(word));
    // adm1_code: of which level.
    let of_stem = rank_of(whole)
        .or_else(|| place_rank(stem))
        .or_else(|| code_rank(stem).filter(|it| *it != RANK_ANY));
    let of_end = || {
        let stem = without_age(stem);
        place_rank(stem).or_else(|| place_rank_of_end(stem))
    };
    let is_open = is_code && !is_of_other;
    of_stem
        .or_else(|| of_end().filter(|_| is_open))
        .map(known)
        .or(is_open.then_some((RANK_ANY, false)))
}

/// True of the heading of codes that are no longer in use.
pub(in crate::intake) fn is_old_code(name: &str) -> bool {
    const HEADS: &[&str] = &["old ", "former ", "previous ", "legacy ", "旧", "原"];
    HEADS.iter().any(|head| name.starts_with(head))
}

/// A heading without the word for whether it is of old or of new codes.
fn without_age(name: &str) -> &str {
    const HEADS: &[&str] = &[
        "old ", "new ", "former ", "current ", "fips ", "ons ", "gss ",
    ];
    let head = HEADS.iter().find_map(|head| name.strip_prefix(head));
    head.unwrap_or(name)
}

/// What a heading of codes or of names is of: `nta` for NTA Code and NTA Name, the name folded.
pub(in crate::intake) fn stem_of(name: &str) -> &str {
    const ENDS: &str =
        " code| codes| cd| id| name| names| nm| label|代码|编码|代碼|編碼|コード|名称|名稱|名";
    const STARTS: &str =
        "code |codi |codigo |código |cod |codice |kod |kode |nom |nome |nombre |libellé |name ";
    let end = ENDS.split('|').find_map(|end| name.strip_suffix(end));
    let start = || STARTS.split('|').find_map(|it| name.strip_prefix(it));
    end.or_else(start).unwrap_or(name)
}
