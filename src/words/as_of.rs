//! Of which earlier day the data is shown, for whatever leaves the page.

use crate::model::Lang;
use crate::package::Package;

/// 按 2026-01-01 时的数据; none where the package is shown as it is.
pub fn as_of_text(lang: Lang, package: &Package) -> Option<String> {
    let day = package.as_of.as_ref()?.day;
    Some(match lang {
        Lang::Zh => format!("按 {day} 时的数据"),
        Lang::En => format!("As the data stood on {day}"),
    })
}

/// The same with what is left out: （之后的 3 处修订未计入）.
pub fn as_of_line(lang: Lang, package: &Package) -> Option<String> {
    let count = package.as_of.as_ref()?.left_out;
    let left_out = match lang {
        _ if count == 0 => String::new(),
        Lang::Zh => format!("（之后的 {count} 处修订未计入）"),
        Lang::En if count == 1 => " (1 later revision left out)".to_string(),
        Lang::En => format!(" ({count} later revisions left out)"),
    };
    as_of_text(lang, package).map(|text| text + &left_out)
}
