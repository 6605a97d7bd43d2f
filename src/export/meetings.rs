//! Meetings held against those required: a row a standard and period. It must not know pages.

use super::flat::Table;
use super::names;
use super::register::place;
use crate::answer::{MeetingRequirement, Organisation, StandardRow};
use crate::model::Lang;
use crate::package::Package;
use crate::words;

const HEADER: [&str; 19] = [
    "standard",
    "label",
    "indicator",
    "operator",
    "limit",
    "unit",
    "area_code",
    "area_name",
    "period",
    "enough",
    "judged",
    "share",
    "short",
    "short_areas",
    "not_judged",
    "not_judged_areas",
    "reason",
    "file",
    "line",
];

/// Every requirement with its periods, the newest first: how many areas inside held enough of those that
/// are judged, and by their codes those that did not and those of which it is not said.
pub fn meetings_csv(
    lang: Lang,
    package: &Package,
    found: &Organisation,
    address: &str,
) -> Option<Vec<u8>> {
    if found.meetings.is_empty() {
        return None;
    }
    let mut table = Table::new(lang, package, &HEADER);
    for requirement in &found.meetings {
        rows(&mut table, found, requirement);
    }
    let area = package.areas.get(found.area).name.get(lang);
    let about = words::words(lang).organisation().meetings;
    let title = [area, " · ", about].concat();
    Some(table.finish_titled(&title, Vec::new(), address))
}

fn rows(table: &mut Table<'_>, found: &Organisation, requirement: &MeetingRequirement) {
    let (lang, package) = (table.lang, table.package);
    let standard = &requirement.standard;
    let codes = |rows: &[StandardRow]| {
        let codes = rows.iter().map(|row| &*package.areas.get(row.area).code);
        codes.collect::<Vec<&str>>().join(" ")
    };
    for held in &requirement.periods {
        let judged = held.enough + held.short.len();
        let share = (judged > 0).then(|| held.enough as f64 / judged as f64);
        table
            .word(&standard.code)
            .word(standard.label.get(lang))
            .word(&standard.indicator)
            .word(names::operator(standard.operator))
            .number(Some(standard.value))
            .word(standard.unit.get(lang))
            .area(found.area)
            .word(&held.period.to_string())
            .number(Some(held.enough as f64))
            .number(Some(judged as f64))
            .number(share)
            .number(Some(held.short.len() as f64))
            .word(&codes(&held.short))
            .number(Some(held.not_judged.len() as f64))
            .word(&codes(&held.not_judged))
            .word(held.silent.map_or("", names::not_judged));
        place(table, standard);
        table.end_row();
    }
}
