//! What stands above the rows of every table that leaves the page, whatever its own remarks say
//! already. It must not know pages.

use super::Sheet;
use crate::model::{Indicator, Lang, ToldKind, sort_by_key, unjudged_line};
use crate::package::Package;
use crate::words;

/// The table with everything said above it that whoever finds the file needs: package and version, the
/// indicators with their definitions and units, what has no figure, the address of the view and the
/// day. `plain_address` is the one that its own remarks may name, `address` the one to be named.
pub fn with_notes(
    lang: Lang,
    package: &Package,
    mut sheet: Sheet,
    (plain_address, address): (&str, &str),
    date: &str,
) -> Sheet {
    let cures = words::words(lang).codes_as_text;
    let is_named = |line: &String| !plain_address.is_empty() && line.ends_with(plain_address);
    sheet
        .remarks
        .retain(|line| line != cures && !is_named(line));
    let mut more = Vec::new();
    if let Some(stamp) = words::stamp_text(lang, package) {
        more.push(stamp);
    }
    more.push(package.descriptor.banner.get(lang).to_string());
    more.extend(words::own_source_text(lang, package).map(str::to_string));
    if let Some(state) = &package.as_of {
        more.push(state.said.get(lang).to_string());
    }
    more.push(words::package_note(lang, package));
    let indicators = indicators(package, &sheet);
    more.extend(indicator_notes(lang, &indicators, &sheet));
    let reasons = reasons(&sheet);
    if !reasons.is_empty() {
        more.push(words::left_out_note(lang, &reasons));
    }
    more.push(words::address_note(lang, address));
    more.push(words::exported_note(lang, date));
    more.push(cures.to_string());
    more.extend(machine_notes(package, &indicators));
    // The line of the source may have said it.
    let is_said = |line: &String| {
        sheet
            .remarks
            .iter()
            .any(|said| said.ends_with(line.as_str()))
    };
    more.retain(|line| !line.is_empty() && !is_said(line));
    sheet.remarks.extend(more);
    sheet
}

/// What whoever brings a table back must know of its figures, in words for machines.
pub(super) fn machine_notes(package: &Package, indicators: &[&Indicator]) -> Vec<String> {
    let unjudged = (!package.descriptor.judged).then(|| unjudged_line().to_string());
    let kinds = indicators.iter().map(|indicator| ToldKind::line(indicator));
    unjudged.into_iter().chain(kinds).collect()
}

/// The indicators that a table has figures of, in its order.
fn indicators<'p>(package: &'p Package, sheet: &Sheet) -> Vec<&'p Indicator> {
    let mut codes: Vec<&str> = Vec::new();
    if let Some(place) = sheet.column("indicator") {
        for row in &sheet.rows {
            let code = row.get(place).map_or("", String::as_str);
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    // As it was shown, a column is an indicator, of a period where it names one, and has its remarks.
    for name in &sheet.header {
        if sheet.column(&[name, ":remark"].concat()).is_some() {
            let code = name.split_once(':').map_or(name.as_str(), |(code, _)| code);
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    let ids = codes
        .into_iter()
        .filter_map(|code| package.indicators.id(code));
    ids.map(|id| package.indicators.get(id)).collect()
}

/// What is said of the indicators of a table; of a single one only what its remarks do not say.
fn indicator_notes(lang: Lang, indicators: &[&Indicator], sheet: &Sheet) -> Vec<String> {
    let notes = indicators.iter().filter_map(|indicator| {
        let definition = indicator.definition.get(lang);
        let mut said = sheet.remarks.iter();
        let is_said = !definition.is_empty() && said.any(|line| line.ends_with(definition));
        (!is_said).then(|| words::indicator_note(lang, indicator))
    });
    notes.collect()
}

/// Why rows have no figure, and how many: the most frequent first.
fn reasons(sheet: &Sheet) -> Vec<(String, usize)> {
    let mut reasons: Vec<(String, usize)> = Vec::new();
    if let Some(place) = sheet.column("missing") {
        for row in &sheet.rows {
            let reason = row.get(place).map_or("", String::as_str);
            match reasons.iter_mut().find(|(known, _)| known == reason) {
                Some((_, count)) => *count += 1,
                None if reason.is_empty() => {}
                None => reasons.push((reason.to_string(), 1)),
            }
        }
    }
    sort_by_key(&mut reasons, |(_, count)| std::cmp::Reverse(*count));
    reasons
}
