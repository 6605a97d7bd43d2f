//! Of which earlier day the data is shown, for whatever leaves the page.

use crate::model::{Day, Lang, Text};
use crate::package::{AsOf, Package};
use std::sync::Arc;

/// The package as it stood at the end of a day, with the line that says so. The first view, which shows no
/// earlier state, does without these words.
pub fn package_as_of(package: &Package, day: Day) -> Package {
    let mut package = package.as_of(day);
    if let Some(state) = package.as_of.as_mut().and_then(Arc::get_mut) {
        state.said = Text::new(line_of(Lang::Zh, state), line_of(Lang::En, state));
    }
    package
}

/// 按 2026-01-01 时的数据; none where the package is shown as it is, or cannot be shown as it was.
pub fn as_of_text(lang: Lang, package: &Package) -> Option<String> {
    let state = package.as_of.as_ref()?;
    (!state.is_unread).then(|| day_text(lang, state.day))
}

fn day_text(lang: Lang, day: Day) -> String {
    match lang {
        Lang::Zh => format!("按 {day} 时的数据"),
        Lang::En => format!("As the data stood on {day}"),
    }
}

/// The same with what is left out: （之后的 3 处修订未计入）; or that it could not be.
pub(super) fn line_of(lang: Lang, state: &AsOf) -> String {
    let (day, count) = (state.day, state.left_out);
    if state.is_unread {
        return match lang {
            Lang::Zh => {
                format!("修订记录未能读取，无法按 {day} 时的数据显示；所示含其后的修订")
            }
            Lang::En => format!(
                "The revisions could not be read, so the data cannot be shown as it stood on {day}: later revisions are included"
            ),
        };
    }
    let left_out = match lang {
        _ if count == 0 => String::new(),
        Lang::Zh => format!("（之后的 {count} 处修订未计入）"),
        Lang::En if count == 1 => " (1 later revision left out)".to_string(),
        Lang::En => format!(" ({count} later revisions left out)"),
    };
    day_text(lang, day) + &left_out
}
