//! What stands beside a profile, as tables: its standards, its cases, its organisation, areas that are like
//! it. Each is nothing where the portrait shows no such table. It must not know pages.

use super::cases::stages_csv;
use super::flat::{READING, Table};
use super::register::register_csv;
use super::standards::area_standards_csv;
use crate::answer::{Portrait, PortraitStandards, portrait_standards};
use crate::model::{IndicatorId, Lang, Period};
use crate::package::Package;
use crate::words;

/// The standards shown: the area held against each, or how many inside meet each, or what was set here.
pub fn portrait_standards_csv(
    lang: Lang,
    package: &Package,
    found: &Portrait,
    address: &str,
) -> Option<Vec<u8>> {
    let fixed = words::words(lang).profile();
    let about = match package.descriptor.judged {
        true => fixed.standards,
        false => fixed.standards_here,
    };
    let title = titled(lang, package, found, about);
    let named = (&*title, address);
    match portrait_standards(package, found) {
        PortraitStandards::Own(rows) => Some(area_standards_csv(lang, package, &rows, named)),
        PortraitStandards::Inside(entries) | PortraitStandards::SetHere(entries) => {
            let has_any = !entries.is_empty();
            has_any.then(|| register_csv(lang, package, &entries, named))
        }
    }
}

/// The stages of its cases.
pub fn portrait_cases_csv(
    lang: Lang,
    package: &Package,
    found: &Portrait,
    address: &str,
) -> Option<Vec<u8>> {
    let (period, flow) = found.cases.as_ref()?;
    Some(stages_csv(lang, package, (&[flow], *period), address))
}

/// Its organisations and the units that should each have one, a row a figure. Beside the organisations
/// stand how many units lack one at least, and those that are known to, by their codes.
pub fn portrait_organisation_csv(
    lang: Lang,
    package: &Package,
    found: &Portrait,
    address: &str,
) -> Option<Vec<u8>> {
    let (organised, lacking) = found.organisation.as_ref()?;
    if organised.shares.is_empty() {
        return None;
    }
    let mut header = vec!["indicator", "label", "area_code", "area_name", "period"];
    header.extend(READING);
    header.extend(["units_indicator", "lacking_at_least", "lacking"]);
    let mut table = Table::new(lang, package, &header);
    // Each figure has a period of its own.
    let period_of = |id: IndicatorId| {
        let count = organised.counts.iter().find(|it| it.indicator == id);
        count.map(|count| count.period)
    };
    let mut written: Vec<IndicatorId> = Vec::new();
    for share in &organised.shares {
        let units = lacking.iter();
        let mut units = units.filter(|it| it.organisations == share.organisations);
        let codes = units.next().map(|it| {
            let areas = it.units.lacking.iter();
            let codes = areas.map(|unit| &*package.areas.get(unit.area).code);
            codes.collect::<Vec<&str>>().join(" ")
        });
        let of = (
            &*package.indicators.get(share.units).code,
            share.lacking_at_least,
            codes.unwrap_or_default(),
        );
        let all = ("", None, String::new());
        let figures = [
            (share.organisations, &share.have, of),
            (share.units, &share.all, all),
        ];
        for (id, total, (units, at_least, codes)) in figures {
            // Two kinds of organisation may stand on the same units, whose figure stands once.
            if written.contains(&id) {
                continue;
            }
            written.push(id);
            table
                .indicator(id)
                .area(organised.area)
                .period(period_of(id).or(Some(organised.period)))
                .reading(&total.reading)
                .word(units)
                .number(at_least)
                .word(&codes)
                .end_row();
        }
    }
    let title = titled(
        lang,
        package,
        found,
        words::words(lang).profile().organisation,
    );
    Some(table.finish_titled(&title, Vec::new(), address))
}

/// The area, then those that are like it, the nearest first: two rows each, its households and its staff.
pub fn portrait_similar_csv(
    lang: Lang,
    package: &Package,
    found: &Portrait,
    address: &str,
) -> Option<Vec<u8>> {
    let similar = found.similar.as_ref().ok()?;
    let mut header = vec!["indicator", "label", "area_code", "area_name", "period"];
    header.extend(READING);
    header.extend(["staff_per_1000", "distance"]);
    let mut table = Table::new(lang, package, &header);
    for area in std::iter::once(&similar.own).chain(&similar.areas) {
        let figures: [((IndicatorId, Period), _); 2] = [
            (similar.households, &area.households),
            (similar.staff, &area.staff),
        ];
        for ((id, period), reading) in figures {
            table
                .indicator(id)
                .area(area.area)
                .period(Some(period))
                .reading(reading)
                .number(Some(area.staff_per_1000))
                .number(Some(area.distance))
                .end_row();
        }
    }
    let about = words::similar_heading(lang, package, found.profile.question.area);
    let title = titled(lang, package, found, &about);
    let said = vec![words::similar_rule(lang, package, similar)];
    Some(table.finish_titled(&title, said, address))
}

/// What a table is called, and of which area it is.
fn titled(lang: Lang, package: &Package, found: &Portrait, about: &str) -> String {
    let area = package.areas.get(found.profile.question.area);
    [area.name.get(lang), " · ", about].concat()
}
