//! Tables with an area a column: a row a period, or a row a period and indicator.

use super::remark::Remark;
use super::{ColumnRole, Figure, Part, Recipe};

/// Fewer columns than this are no areas side by side.
const FEWEST: usize = 3;

impl Recipe {
    /// True where columns of figures state the area that they are of.
    pub fn states_areas(&self) -> bool {
        let mut figures = self.columns.iter().filter_map(|it| it.figure());
        figures.any(|figure| !figure.area.is_empty())
    }

    /// True where the names of columns may be areas: no other column says the area, and every figure is a
    /// value.
    pub fn may_state_areas(&self) -> bool {
        let mut roles = self.columns.iter().map(|it| &it.role);
        let says_area = |role: &ColumnRole| {
            matches!(role, ColumnRole::AreaCode | ColumnRole::AreaName)
                || matches!(role, ColumnRole::Figure(figure) if figure.part != Part::Value)
        };
        self.columns.iter().any(|it| it.figure().is_some()) && !roles.any(says_area)
    }

    /// The names of the columns of figures as their areas, or as their indicators again.
    pub fn with_areas_across(mut self, is_across: bool) -> Recipe {
        let has_indicator = self
            .columns
            .iter()
            .any(|it| it.role == ColumnRole::Indicator);
        for column in &mut self.columns {
            if let ColumnRole::Figure(figure) = &mut column.role {
                let name = column.name.clone();
                let (area, indicator) = match is_across {
                    true => (name, String::new()),
                    false if has_indicator => Default::default(),
                    false => (String::new(), name),
                };
                *figure = Figure {
                    area,
                    indicator,
                    ..std::mem::take(figure)
                };
            }
        }
        self
    }
}

/// Takes the names of columns for areas, where most of them are named as places are and nothing else says
/// the area.
pub(super) fn set(recipe: &mut Recipe, remarks: &mut Vec<Remark>) {
    let figures = recipe.columns.iter().filter(|it| it.figure().is_some());
    let names: Vec<&str> = figures.map(|it| it.name.as_str()).collect();
    let places = names.iter().filter(|name| is_place_name(name)).count();
    let says_time = |role: &ColumnRole| matches!(role, ColumnRole::Period | ColumnRole::Year);
    let has_time = recipe.period.is_some() || recipe.columns.iter().any(|it| says_time(&it.role));
    if has_time
        && recipe.may_state_areas()
        && names.len() >= FEWEST
        && places * 5 >= names.len() * 4
    {
        let count = names.len();
        *recipe = std::mem::replace(recipe, Recipe::blank(recipe.encoding, recipe.delimiter))
            .with_areas_across(true);
        remarks.push(Remark::AreasAsColumns { count });
    }
}

/// What names of places end with.
const ENDS: [&str; 24] = [
    "省",
    "市",
    "区",
    "县",
    "旗",
    "州",
    "盟",
    "镇",
    "乡",
    "街道",
    "社区",
    "村",
    " county",
    " parish",
    " district",
    " ward",
    " borough",
    " city",
    " subdistrict",
    " sub-district",
    " community",
    " township",
    " province",
    " prefecture",
];

/// What stands for provinces in tables.
const PROVINCES: &str = "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 \
     河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 全国";

/// Digits of codes of places: counties, sub-districts, communities.
const CODE_DIGITS: [usize; 3] = [6, 9, 12];

/// True for 甲街道, 江苏, Lancaster County, 110101.
fn is_place_name(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let is_code = CODE_DIGITS.contains(&name.len()) && name.bytes().all(|it| it.is_ascii_digit());
    // An end alone is a kind of place and no name.
    let has_end = |end: &str| name.strip_suffix(end).is_some_and(|rest| !rest.is_empty());
    is_code || ENDS.into_iter().any(has_end) || PROVINCES.split(' ').any(|it| it == name)
}
