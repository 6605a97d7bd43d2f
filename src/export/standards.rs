//! Standards and the split planner as CSV: a row an area and standard, a row a part of a split.

use super::stamps::Stamps;
use super::{CsvWriter, remarks};
use crate::answer::{Split, SplitPlan, StandardEntry, StandardRow, StandardVerdict};
use crate::model::{Bound, Lang, Operator, Standard, Value, number_in_full};
use crate::package::Package;
use crate::words;

const ROW: [&str; 22] = [
    "standard",
    "indicator",
    "operator",
    "limit",
    "unit",
    "strength",
    "period",
    "area_code",
    "area_name",
    "value",
    "bound",
    "status",
    "numerator",
    "denominator",
    "margin",
    "margin_bound",
    "verdict",
    "reason",
    "own_limit",
    "own_verdict",
    "file",
    "line",
];

/// Areas held against standards, with a byte-order mark so that a spreadsheet reads the names right.
/// `title` and `said` stand above the header, in lines marked with `#`; `address` opens the view that
/// the file was made from. `tried` is the one standard with the reader's own limit in place of its own. A
/// fictional package says so in every row.
pub fn standard_rows_csv(
    lang: Lang,
    package: &Package,
    (entries, tried): (&[&StandardEntry], Option<&StandardEntry>),
    (title, address): (&str, &str),
) -> Vec<u8> {
    let stamps = Stamps::of(lang, package);
    let mut table = CsvWriter::new(&stamps.header(&ROW));
    for entry in entries {
        for row in &entry.rows {
            write_row(lang, package, (entry, row, tried), &mut table);
            stamps.write(&mut table);
            table.end_row();
        }
    }
    let said = entries.iter();
    let said = said.map(|it| words::standard_entry_sentence(lang, package, it));
    let mut said: Vec<String> = said.collect();
    if let ([entry], Some(tried)) = (entries, tried) {
        said.push(words::tried_sentence(lang, package, entry, tried));
    }
    let notes = words::standard_notes(lang, package, title, said, address);
    file(&notes, table)
}

/// One area held against standards, a row a standard.
pub(super) fn area_standards_csv(
    lang: Lang,
    package: &Package,
    rows: &[(&StandardEntry, &StandardRow)],
    (title, address): (&str, &str),
) -> Vec<u8> {
    let stamps = Stamps::of(lang, package);
    let mut table = CsvWriter::new(&stamps.header(&ROW));
    for (entry, row) in rows {
        write_row(lang, package, (entry, row, None), &mut table);
        stamps.write(&mut table);
        table.end_row();
    }
    let notes = words::standard_notes(lang, package, title, Vec::new(), address);
    file(&notes, table)
}

fn write_row(
    lang: Lang,
    package: &Package,
    (entry, row, tried): (&StandardEntry, &StandardRow, Option<&StandardEntry>),
    table: &mut CsvWriter,
) {
    let own = tried.filter(|tried| tried.standard.code == entry.standard.code);
    let own_row = own.and_then(|own| own.row_of(row.area));
    let standard = &entry.standard;
    let area = package.areas.get(row.area);
    let reading = &row.total.reading;
    let given = |number: Option<f64>| {
        let number = number.filter(|number| number.is_finite());
        number.map(number_in_full).unwrap_or_default()
    };
    let place = reading.place;
    let resource = place.and_then(|it| package.descriptor.resources.get(it.resource));
    table
        .text_guarded(&standard.code)
        .text_guarded(&standard.indicator)
        // A sign at the beginning of a cell would be taken for a formula.
        .plain(match standard.operator {
            Operator::AtLeast => "at-least",
            Operator::AtMost => "at-most",
        })
        .plain(&given(Some(standard.value)))
        .text_guarded(standard.unit.get(lang))
        .text_guarded(words::strength_text(lang, standard.strength))
        .plain(&entry.period.to_string())
        .text_guarded(&area.code)
        .text_guarded(area.name.get(lang))
        .plain(&given(reading.value.number()))
        .plain(reading.value.bound().map_or("", Bound::word))
        .plain(place.map_or("", |_| reading.status.letter()))
        .plain(&given(reading.numerator))
        .plain(&given(reading.denominator))
        .plain(&given(row.margin.and_then(Value::number)))
        .plain(row.margin.and_then(Value::bound).map_or("", Bound::word))
        .plain(verdict_word(row.verdict))
        .text_guarded(match row.verdict {
            StandardVerdict::NotJudged(reason) => words::not_judged_text(lang, reason),
            StandardVerdict::Met | StandardVerdict::Missed => "",
        })
        .plain(&given(own.map(|own| own.standard.value)))
        .plain(own_row.map_or("", |own| verdict_word(own.verdict)))
        .text_guarded(resource.map_or("", |resource| &*resource.path))
        .plain(&place.map_or(String::new(), |it| it.line.to_string()));
}

fn verdict_word(verdict: StandardVerdict) -> &'static str {
    match verdict {
        StandardVerdict::Met => "met",
        StandardVerdict::Missed => "missed",
        StandardVerdict::NotJudged(_) => "not-judged",
    }
}

const PART: [&str; 14] = [
    "area_code",
    "area_name",
    "households",
    "limit",
    "fewest_parts",
    "part",
    "part_households",
    "part_units",
    "part_staff",
    "staff_least",
    "staff_needed",
    "staff_now",
    "staff_lack",
    "period",
];

/// What stands of each standard on premises, after the code of its indicator.
const PREMISES: [&str; 3] = ["needed", "now", "lack"];

/// The standards on premises that hold for the first split, each with the columns of its indicator.
fn premises_of<'a>(package: &Package, plan: &'a SplitPlan) -> Vec<(&'a Standard, Vec<String>)> {
    let first = plan.splits.first();
    let needs = first.into_iter().flat_map(|split| &split.premises);
    let columns = needs.map(|need| {
        let code = &package.indicators.get(need.indicator).code;
        let columns = PREMISES.map(|part| [&**code, "_", part].concat());
        (&need.standard, columns.to_vec())
    });
    columns.collect()
}

/// What the fewest parts of an area need, have and lack by a standard on premises; blank where it does
/// not hold for the area.
fn write_premises(split: &Split, standard: &Standard, table: &mut CsvWriter) {
    let given = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
    let need = split.premises.iter().find(|it| it.standard == *standard);
    let parts = split.fewest_parts;
    table
        .plain(&given(need.map(|it| parts as f64 * it.standard.value)))
        .plain(&given(need.and_then(|it| it.now.value.exact())))
        .plain(&given(need.and_then(|it| it.lack(parts))));
}

/// The split plan: a row a part of each filling, or one row an area without.
pub fn split_plan_csv(
    lang: Lang,
    package: &Package,
    plan: &SplitPlan,
    (title, address): (&str, &str),
) -> Vec<u8> {
    let stamps = Stamps::of(lang, package);
    let premises = premises_of(package, plan);
    let mut header = PART.to_vec();
    header.extend(
        premises
            .iter()
            .flat_map(|(_, names)| names.iter().map(|name| &**name)),
    );
    let mut table = CsvWriter::new(&stamps.header(&header));
    for split in &plan.splits {
        let parts = split.packing.as_ref().map_or(0, |it| it.parts.len());
        for part in 0..parts.max(1) {
            write_part(lang, package, (plan, split, part), &mut table);
            for (standard, _) in &premises {
                write_premises(split, standard, &mut table);
            }
            stamps.write(&mut table);
            table.end_row();
        }
    }
    let said = vec![
        words::split_lead(lang, package, plan),
        words::packing_note(lang).to_string(),
    ];
    file(
        &words::standard_notes(lang, package, title, said, address),
        table,
    )
}

fn write_part(
    lang: Lang,
    package: &Package,
    (plan, split, at): (&SplitPlan, &Split, usize),
    table: &mut CsvWriter,
) {
    let given = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
    let area = package.areas.get(split.area);
    let limit = plan.limit.as_ref().ok().map(|limit| limit.households());
    let part = split.packing.as_ref().and_then(|it| it.parts.get(at));
    let staff = split.staff.as_ref();
    let units = part.map(|it| words::unit_names_text(lang, package, &it.units));
    table
        .text_guarded(&area.code)
        .text_guarded(area.name.get(lang))
        .plain(&given(split.households.value.number()))
        .plain(&given(limit))
        .plain(&split.fewest_parts.to_string())
        .plain(&part.map_or(String::new(), |_| (at + 1).to_string()))
        .plain(&given(part.map(|it| it.households)))
        .text_guarded(&units.unwrap_or_default())
        .plain(&given(staff.and_then(|it| it.each.get(at).copied())))
        .plain(&given(staff.map(|it| it.least)))
        .plain(&given(staff.map(|it| it.needed())))
        .plain(&given(staff.and_then(|it| it.now.value.exact())))
        .plain(&given(staff.and_then(|it| it.lack())))
        .plain(&plan.period.to_string());
}

fn file(notes: &[String], table: CsvWriter) -> Vec<u8> {
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(remarks(notes).into_bytes());
    bytes.extend(table.finish());
    bytes
}
