//! The district, its sub-districts and its communities as areas, the split one before and after.

use super::calendar::Month;
use super::plan::{DISTRICT_CODE, Plan, STEMS, community_code, community_names, subdistrict_code};
use super::stories::SPLIT_MONTH;
use crate::export::CsvWriter;

/// The columns of every file of areas.
const HEADER: [&str; 8] = [
    "area_code",
    "name_zh",
    "name_en",
    "level",
    "parent_code",
    "code_system",
    "valid_from",
    "valid_to",
];

/// Where in the hierarchy an area stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 区
    District,
    /// 街道
    Subdistrict,
    /// 社区
    Community,
    /// 网格
    Grid,
    /// 小区
    Compound,
    /// 楼栋
    Building,
}

impl Level {
    /// The word that files use.
    pub fn word(self) -> &'static str {
        match self {
            Level::District => "district",
            Level::Subdistrict => "subdistrict",
            Level::Community => "community",
            Level::Grid => "grid",
            Level::Compound => "compound",
            Level::Building => "building",
        }
    }
}

/// An area as published.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its code.
    pub code: String,
    /// Its names in Chinese and English.
    pub names: (String, String),
    /// Its level.
    pub level: Level,
    /// The code of the area it lies in, blank for the district.
    pub parent: String,
    /// First month of validity, where not open.
    pub valid_from: Option<Month>,
    /// Last month of validity, where not open.
    pub valid_to: Option<Month>,
    /// The communities as they stand at the end that make it up, as indexes.
    pub units: Vec<usize>,
}

impl Area {
    /// True where the area exists in a month.
    pub fn is_valid(&self, month: Month) -> bool {
        self.valid_from.is_none_or(|from| month >= from)
            && self.valid_to.is_none_or(|to| month <= to)
    }
}

/// The district, the sub-districts and the communities, in this order and then by code.
pub fn published(plan: &Plan) -> Vec<Area> {
    let district = Area {
        code: DISTRICT_CODE.to_string(),
        names: ("示范区".to_string(), "Demonstration District".to_string()),
        level: Level::District,
        parent: String::new(),
        valid_from: None,
        valid_to: None,
        units: (0..plan.units.len()).collect(),
    };
    let subdistricts = (0..STEMS.len()).map(|subdistrict| {
        let (zh, en) = STEMS[subdistrict];
        Area {
            code: subdistrict_code(subdistrict),
            names: (format!("{zh}街道"), format!("{en} Sub-district")),
            level: Level::Subdistrict,
            parent: DISTRICT_CODE.to_string(),
            valid_from: None,
            valid_to: None,
            units: plan.units_of(subdistrict).collect(),
        }
    });
    let parts = plan.stories.split.as_ref().map(|split| split.parts);
    let mut communities: Vec<Area> = (plan.units.iter().enumerate())
        .map(|(index, unit)| Area {
            valid_from: parts
                .filter(|parts| parts.contains(&index))
                .map(|_| SPLIT_MONTH),
            ..community(unit.subdistrict, unit.number, vec![index])
        })
        .collect();
    if let Some(split) = &plan.stories.split {
        communities.push(Area {
            valid_to: Some(SPLIT_MONTH.plus(-1)),
            ..community(split.subdistrict, split.old_number, split.parts.to_vec())
        });
    }
    communities.sort_by(|a, b| a.code.cmp(&b.code));
    std::iter::once(district)
        .chain(subdistricts)
        .chain(communities)
        .collect()
}

fn community(subdistrict: usize, number: usize, units: Vec<usize>) -> Area {
    Area {
        code: community_code(subdistrict, number),
        names: community_names(subdistrict, number),
        level: Level::Community,
        parent: subdistrict_code(subdistrict),
        valid_from: None,
        valid_to: None,
        units,
    }
}

/// A file of areas.
pub fn table<'a>(areas: impl IntoIterator<Item = &'a Area>) -> Vec<u8> {
    let mut table = CsvWriter::new(&HEADER);
    for area in areas {
        table
            .plain(&area.code)
            .plain(&area.names.0)
            .plain(&area.names.1)
            .plain(area.level.word())
            .plain(&area.parent)
            .plain("demo")
            .plain(&area.valid_from.map(Month::text).unwrap_or_default())
            .plain(&area.valid_to.map(Month::text).unwrap_or_default())
            .end_row();
    }
    table.finish()
}
