//! Areas by what a reader types: a name, initials or a code.

use crate::model::{AreaId, sort_by_key};
use crate::package::Package;

/// At most `most` of `areas` that fit what was typed, best first: the code itself, codes and names that
/// begin so, initials that begin so, names that hold it, initials that hold it; equals in the order of
/// `areas`. `initials` has one text an area, in step with them; blank where a name has none. Letters
/// count alike whether large or small; spaces are left aside. Nothing typed fits everything.
pub fn find_areas(
    package: &Package,
    areas: &[AreaId],
    initials: &[String],
    typed: &str,
    most: usize,
) -> Vec<AreaId> {
    let typed = plain(typed);
    let pairs = areas.iter().zip(initials);
    let fits = |(area, initials): (&AreaId, &String)| {
        let about = package.areas.get(*area);
        let code = plain(&about.code);
        let names = [plain(&about.name.zh), plain(&about.name.en)];
        let place = match &*typed {
            "" => 0,
            typed if code == typed => 0,
            typed if code.starts_with(typed) => 1,
            typed if names.iter().any(|name| name.starts_with(typed)) => 1,
            typed if initials.starts_with(typed) => 2,
            typed if names.iter().any(|name| name.contains(typed)) => 3,
            typed if initials.contains(typed) => 4,
            _ => return None,
        };
        Some((place, *area))
    };
    let mut found: Vec<(usize, AreaId)> = pairs.filter_map(fits).collect();
    sort_by_key(&mut found, |(place, _)| *place);
    found.truncate(most);
    found.into_iter().map(|(_, area)| area).collect()
}

fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}
