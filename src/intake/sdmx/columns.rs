//! What the columns of an SDMX-CSV file are, by its header alone: versions 1.0, 2.0 and 2.1, with
//! labels in the same cell, in a column beside, or without.
//!
//! Source: SDMX-CSV field guides 1.0 and 2.0 of the SDMX Technical Working Group.

/// What a column is to a table of observations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Of which structure the row is.
    Structure,
    /// What the row does to a database.
    Action,
    /// How often observations come.
    Frequency,
    /// The place.
    Area,
    /// When.
    Time,
    /// The figure.
    Value,
    /// Status letters of SDMX.
    Status,
    /// Status letters of Eurostat.
    Flag,
    /// Whether the figure is confidential.
    Confidentiality,
    /// The power of ten by which the figure is written shorter.
    Multiplier,
    /// The unit.
    Unit,
    /// A remark on the figure.
    Comment,
    /// Something told of the figure or its series that is no part of the key.
    Attribute,
    /// What is measured.
    Indicator,
    /// A part of the key, or what is not known not to be one.
    Dimension,
}

/// A component of the structure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Component {
    /// Its identifier as written, without the sign of several values.
    pub id: String,
    /// What it is.
    pub part: Part,
    /// The column of its codes.
    pub place: usize,
    /// What people call it; blank where the header does not say.
    pub label: String,
    /// Where the label of a cell's code stands.
    pub labels: Labels,
}

/// Where the label of a code stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Labels {
    /// Nowhere.
    None,
    /// In the same cell, after a colon.
    Within,
    /// In the next column.
    Beside,
}

/// The components of a header in order; none where it is no SDMX-CSV.
pub(super) fn components(header: &[&str]) -> Option<Vec<Component>> {
    let heads: Vec<(&str, &str)> = header.iter().map(|cell| parted(cell)).collect();
    let has = |wanted: Part| heads.iter().any(|(id, _)| part_of(id) == wanted);
    let first = heads.first().map(|(id, _)| *id).unwrap_or_default();
    let is_declared = matches!(first, "DATAFLOW" | "STRUCTURE" | "KEY");
    let has_both = heads.iter().any(|(id, _)| *id == "TIME_PERIOD") && has(Part::Area);
    if !has(Part::Value) || !has(Part::Time) || !(is_declared || has_both) {
        return None;
    }
    let names_beside = heads.iter().any(|(id, _)| *id == "STRUCTURE_NAME");
    let are_within = heads.iter().any(|(_, label)| !label.is_empty());
    let mut found: Vec<Component> = Vec::new();
    let mut places = heads.iter().enumerate().peekable();
    while let Some((place, (id, label))) = places.next() {
        let part = part_of(id);
        let next = places.peek().map(|(_, (next, _))| *next);
        let is_plain = matches!(part, Part::Structure | Part::Action);
        let beside =
            next.filter(|next| !is_plain && !are_within && is_label_beside(id, next, names_beside));
        found.push(Component {
            id: id.to_string(),
            part,
            place,
            label: match beside {
                Some(beside) => beside.to_string(),
                None => label.to_string(),
            },
            labels: match beside {
                Some(_) => Labels::Beside,
                None if are_within => Labels::Within,
                None => Labels::None,
            },
        });
        if beside.is_some() {
            places.next();
        }
    }
    only_one(&mut found);
    Some(found)
}

/// Of several that can be the place or what is measured, the first by its name is; the others are
/// parts of the key like any other.
fn only_one(found: &mut [Component]) {
    for (part, rank) in [
        (Part::Area, area_rank as fn(&str) -> Option<usize>),
        (Part::Indicator, indicator_rank),
    ] {
        let ranked = found.iter().filter(|it| it.part == part);
        let best = ranked.min_by_key(|it| rank(&it.id)).map(|it| it.place);
        for other in found.iter_mut() {
            if other.part == part && Some(other.place) != best {
                other.part = Part::Dimension;
            }
        }
    }
}

/// An identifier and what people call it: `REF_AREA: Reference area`, `ATTR[en;fr]`.
fn parted(cell: &str) -> (&str, &str) {
    let (id, label) = match cell.split_once(':') {
        Some((id, label)) => (id.trim(), label.trim()),
        None => (cell.trim(), ""),
    };
    (id.split('[').next().unwrap_or(id).trim(), label)
}

/// True where a column holds the labels of the one before it. Those of whole files come in pairs;
/// otherwise only codes that are written in capitals have one.
fn is_label_beside(id: &str, next: &str, in_pairs: bool) -> bool {
    let is_capital = |text: &str| !text.is_empty() && !text.contains(|it: char| !is_of_id(it));
    let is_known = part_of(next) != Part::Dimension && is_capital(next);
    if in_pairs {
        return !is_known;
    }
    let is_word = !next.contains('_') && next.contains(|it: char| it == ' ' || it.is_lowercase());
    is_capital(id) && is_word
}

fn is_of_id(character: char) -> bool {
    character.is_ascii_uppercase() || character.is_ascii_digit() || "_$@-.".contains(character)
}

fn part_of(id: &str) -> Part {
    let id = id.to_ascii_uppercase();
    match id.as_str() {
        "DATAFLOW" | "STRUCTURE" | "STRUCTURE_ID" | "STRUCTURE_NAME" | "KEY" | "SERIES_KEY"
        | "OBS_KEY" => Part::Structure,
        "ACTION" => Part::Action,
        "FREQ" | "FREQUENCY" => Part::Frequency,
        "TIME_PERIOD" | "TIME" => Part::Time,
        "OBS_VALUE" => Part::Value,
        "OBS_STATUS" => Part::Status,
        "OBS_FLAG" => Part::Flag,
        "CONF_STATUS" | "OBS_CONF" => Part::Confidentiality,
        "UNIT_MULT" | "UNIT_MULTIPLIER" => Part::Multiplier,
        "UNIT_MEASURE" | "UNIT" => Part::Unit,
        "OBS_COMMENT" | "COMMENT_OBS" | "OBS_NOTE" | "OBS_FOOTNOTE" => Part::Comment,
        id if is_attribute(id) => Part::Attribute,
        id if area_rank(id).is_some() => Part::Area,
        id if indicator_rank(id).is_some() => Part::Indicator,
        _ => Part::Dimension,
    }
}

/// Names that the cross-domain concepts and the large publishers give to attributes.
fn is_attribute(id: &str) -> bool {
    const NAMES: &str = "DECIMALS|LAST UPDATE|LAST_UPDATE|UPDATED|TIME_FORMAT|BASE_PER|REF_PERIOD|\
        REF_PERIOD_DETAIL|COLLECTION|COMPILATION|COVERAGE|AVAILABILITY|EMBARGO_TIME|EMBARGO_DATE|\
        DATA_SOURCE|SOURCE|SOURCE_DETAIL|SOURCE_AGENCY|SOURCE_LINK|SERIES_FOOTNOTE|COUNTRY_NOTES|\
        LOWER_BOUND|UPPER_BOUND|WGTD_SAMPL_SIZE|UNWGTD_SAMPL_SIZE|CUSTODIAN|VALIDFROM|VALIDTO|\
        OBS_PRE_BREAK|PRE_BREAK_VALUE|PUBL_ECB|PUBL_MU|PUBL_PUBLIC|UNIT_INDEX_BASE|DOM_SER_IDS|\
        BREAKS|DISS_ORG|CONTACT|METADATA_URL|DATABASE_ID|REPYEARSTART|REPYEAREND|TIME_DETAIL|\
        NATURE|INT_LOWER|INT_UPPER|OBS_STATUS_2|OBS_STATUS_3|OBS_STATUS_4|PREPARED";
    let starts = ["TITLE", "COMMENT", "FOOTNOTE", "NOTE_", "SUPP_INFO"];
    NAMES.split('|').any(|name| name == id) || starts.iter().any(|start| id.starts_with(start))
}

/// How likely a column of this name is the place that a row is about.
fn area_rank(id: &str) -> Option<usize> {
    const NAMES: [&str; 21] = [
        "REF_AREA",
        "GEO",
        "AREA",
        "LOCATION",
        "COUNTRY",
        "GEOGRAPHY",
        "GEO_PICT",
        "REGION",
        "TERRITORY",
        "SPATIAL",
        "REPORTING_COUNTRY",
        "REPORTER",
        "LGA",
        "SA1",
        "SA2",
        "SA3",
        "SA4",
        "GCCSA",
        "ASGS",
        "STATE",
        "MUNICIPALITY",
    ];
    let id = id.to_ascii_uppercase();
    // The register of a year: LGA_2022.
    let is_year = |it: &str| it.len() == 4 && it.bytes().all(|byte| byte.is_ascii_digit());
    let split = id.rsplit_once('_').filter(|(_, year)| is_year(year));
    let id = split.map_or(id.as_str(), |(stem, _)| stem);
    let other = ["COUNTERPART", "PARTNER", "CP_", "VIS_"];
    if let Some(rank) = NAMES.iter().position(|name| *name == id) {
        return Some(rank);
    }
    let is_place = id.ends_with("_AREA") || id.ends_with("_CTY") || id.ends_with("_COUNTRY");
    (is_place && !other.iter().any(|word| id.contains(word))).then_some(NAMES.len())
}

/// How likely a column of this name says what is measured.
fn indicator_rank(id: &str) -> Option<usize> {
    const NAMES: [&str; 9] = [
        "INDICATOR",
        "SERIES",
        "MEASURE",
        "SUBJECT",
        "VARIABLE",
        "NA_ITEM",
        "STATINFO",
        "INDICATORS",
        "STAT",
    ];
    let id = id.to_ascii_uppercase();
    let named = NAMES.iter().position(|name| *name == id);
    named.or_else(|| id.starts_with("INDIC").then_some(NAMES.len()))
}
