//! Flat files of the German offices' data banks, in which each part of the key has four columns: the code and
//! the name of what it is, and of which one. Knows their headings by heart.

use super::ColumnRole;
use super::remark::Remark;
use super::roles::Roles;
use super::vocabulary::totals::is_total;

/// What the columns of one part of the key end in: what it is, the code of one, and its name. The second
/// row is that of files since 2024.
const ENDS: [[&str; 3]; 2] = [
    ["_merkmal_label", "_auspraegung_code", "_auspraegung_label"],
    [
        "_variable_label",
        "_variable_attribute_code",
        "_variable_attribute_label",
    ],
];

/// Columns that say of every row the same, or again what another says.
const REPEATED: &str = "statistik_code|statistik_label|zeit_code|zeit_label|statistics_code|statistics_label|\
    time_code|time_label|value_variable_code";

/// Sets the area of such a table and leaves aside what says it again; what else parts the rows stays open.
pub(super) fn set(roles: &mut Roles<'_, '_>) {
    let names: Vec<String> = roles
        .columns
        .iter()
        .map(|it| it.name.trim().to_lowercase())
        .collect();
    let place_of = |name: &str| names.iter().position(|it| it == name);
    for part in 1..=9 {
        let parts = ENDS.map(|ends| ends.map(|end| place_of(&format!("{part}{end}"))));
        for [kind, code, label] in parts {
            let (Some(kind), Some(code), Some(label)) = (kind, code, label) else {
                continue;
            };
            let is_free = !roles.has(&ColumnRole::AreaName);
            if is_free
                && roles.columns[kind]
                    .values()
                    .iter()
                    .all(|it| is_of_places(it))
            {
                roles.set(code, ColumnRole::AreaCode);
                roles.set(label, ColumnRole::AreaName);
            } else {
                roles.set(code, ColumnRole::Ignored);
                set_breakdown(roles, label);
            }
            roles.set(kind, ColumnRole::Ignored);
            for end in ["_merkmal_code", "_variable_code"] {
                if let Some(at) = place_of(&format!("{part}{end}")) {
                    roles.set(at, ColumnRole::Ignored);
                }
            }
        }
    }
    if roles.has(&ColumnRole::AreaName) {
        for at in REPEATED.split('|').filter_map(place_of) {
            roles.set(at, ColumnRole::Ignored);
        }
    }
}

/// A part of the key that is no place and differs between rows: a breakdown where one of it is the whole.
fn set_breakdown(roles: &mut Roles<'_, '_>, at: usize) {
    let values = roles.columns[at].values();
    let column = roles.columns[at].name.clone();
    let total = values.iter().find(|it| is_total(it));
    let total = total.map(|it| it.to_string());
    match total {
        _ if values.len() < 2 => roles.set(at, ColumnRole::Ignored),
        Some(total) => {
            roles.set(
                at,
                ColumnRole::Dimension {
                    total: total.clone(),
                },
            );
            roles.remarks.push(Remark::DimensionFound { column, total });
        }
        None => {
            roles.set(at, ColumnRole::PartOfIndicator);
            roles.remarks.push(Remark::IndicatorPartFound { column });
        }
    }
}

/// True of what the office calls its kinds of places.
fn is_of_places(text: &str) -> bool {
    const WORDS: &str =
        "länder|kreise|gemeinden|bezirke|städte|deutschland|regionen|ortsteile|nuts";
    let lower = text.to_lowercase();
    WORDS.split('|').any(|word| lower.contains(word))
}
