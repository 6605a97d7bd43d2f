//! Standards and the split planner as CSV: a row an area and standard, a row a part of a split.

use super::flat::{READING, Table};
use super::names;
use crate::answer::{Split, SplitPlan, StandardEntry, StandardRow, StandardVerdict};
use crate::model::{Bound, Lang, Standard, Value};
use crate::package::Package;
use crate::words;

/// The cells of a row before its reading.
const ABOUT: [&str; 9] = [
    "standard",
    "indicator",
    "operator",
    "limit",
    "unit",
    "strength",
    "period",
    "area_code",
    "area_name",
];

/// The cells of a row after its reading.
const JUDGED: [&str; 6] = [
    "margin",
    "margin_bound",
    "verdict",
    "reason",
    "own_limit",
    "own_verdict",
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
    let mut table = held_against(lang, package);
    for entry in entries {
        for row in &entry.rows {
            write_row((entry, row, tried), &mut table);
        }
    }
    let said = entries.iter();
    let said = said.map(|it| words::standard_entry_sentence(lang, package, it));
    let mut said: Vec<String> = said.collect();
    if let ([entry], Some(tried)) = (entries, tried) {
        said.push(words::tried_sentence(lang, package, entry, tried));
    }
    table.finish_titled(title, said, address)
}

/// One area held against standards, a row a standard.
pub(super) fn area_standards_csv(
    lang: Lang,
    package: &Package,
    rows: &[(&StandardEntry, &StandardRow)],
    (title, address): (&str, &str),
) -> Vec<u8> {
    let mut table = held_against(lang, package);
    for (entry, row) in rows {
        write_row((entry, row, None), &mut table);
    }
    table.finish_titled(title, Vec::new(), address)
}

fn held_against(lang: Lang, package: &Package) -> Table<'_> {
    let columns = [&ABOUT[..], &READING, &JUDGED].concat();
    Table::new(lang, package, &columns)
}

fn write_row(
    (entry, row, tried): (&StandardEntry, &StandardRow, Option<&StandardEntry>),
    table: &mut Table<'_>,
) {
    let lang = table.lang;
    let own = tried.filter(|tried| tried.standard.code == entry.standard.code);
    let own_row = own.and_then(|own| own.row_of(row.area));
    let standard = &entry.standard;
    table
        .word(&standard.code)
        .word(&standard.indicator)
        .word(names::operator(standard.operator))
        .number(Some(standard.value))
        .word(standard.unit.get(lang))
        .word(words::strength_text(lang, standard.strength))
        .period(Some(entry.period))
        .area(row.area)
        .reading(&row.total.reading)
        .number(row.margin.and_then(Value::number))
        .word(row.margin.and_then(Value::bound).map_or("", Bound::word))
        .word(verdict_word(row.verdict))
        .word(match row.verdict {
            StandardVerdict::NotJudged(reason) => words::not_judged_text(lang, reason),
            StandardVerdict::Met | StandardVerdict::Missed => "",
        })
        .number(own.map(|own| own.standard.value))
        .word(own_row.map_or("", |own| verdict_word(own.verdict)))
        .end_row();
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
fn write_premises(split: &Split, standard: &Standard, table: &mut Table<'_>) {
    let need = split.premises.iter().find(|it| it.standard == *standard);
    let parts = split.fewest_parts;
    table
        .number(need.map(|it| parts as f64 * it.standard.value))
        .number(need.and_then(|it| it.now.value.exact()))
        .number(need.and_then(|it| it.lack(parts)));
}

/// The split plan: a row a part of each filling, or one row an area without.
pub fn split_plan_csv(
    lang: Lang,
    package: &Package,
    plan: &SplitPlan,
    (title, address): (&str, &str),
) -> Vec<u8> {
    let premises = premises_of(package, plan);
    let names = premises.iter().flat_map(|(_, names)| names);
    let header: Vec<&str> = PART.into_iter().chain(names.map(|name| &**name)).collect();
    let mut table = Table::new(lang, package, &header);
    for split in &plan.splits {
        let parts = split.packing.as_ref().map_or(0, |it| it.parts.len());
        for part in 0..parts.max(1) {
            write_part((plan, split, part), &mut table);
            for (standard, _) in &premises {
                write_premises(split, standard, &mut table);
            }
            table.end_row();
        }
    }
    let said = vec![
        words::split_lead(lang, package, plan),
        words::packing_note(lang).to_string(),
    ];
    table.finish_titled(title, said, address)
}

fn write_part((plan, split, at): (&SplitPlan, &Split, usize), table: &mut Table<'_>) {
    let limit = plan.limit.as_ref().ok().map(|limit| limit.households());
    let part = split.packing.as_ref().and_then(|it| it.parts.get(at));
    let staff = split.staff.as_ref();
    let units = part.map(|it| words::unit_names_text(table.lang, table.package, &it.units));
    table
        .area(split.area)
        .number(split.households.value.number())
        .number(limit)
        .number(Some(split.fewest_parts as f64))
        .number(part.map(|_| (at + 1) as f64))
        .number(part.map(|it| it.households))
        .word(&units.unwrap_or_default())
        .number(staff.and_then(|it| it.each.get(at).copied()))
        .number(staff.map(|it| it.least))
        .number(staff.map(|it| it.needed()))
        .number(staff.and_then(|it| it.now.value.exact()))
        .number(staff.and_then(|it| it.lack()))
        .period(Some(plan.period));
}
