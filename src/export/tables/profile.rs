//! A profile: a row an indicator.

use super::{READING, Table};
use crate::answer::{Profile, ProfileRow};
use crate::export::names;
use crate::model::Lang;
use crate::package::Package;
use crate::words::command_line;

const HELD: [&str; 12] = [
    "lower_95",
    "upper_95",
    "lower_998",
    "upper_998",
    "verdict",
    "verdict_adjusted",
    "rank",
    "rank_low",
    "rank_high",
    "known_count",
    "benchmark",
    "spine",
];

/// The indicators of a profile in the order of their table.
pub fn profile_csv(lang: Lang, package: &Package, profile: &Profile) -> Vec<u8> {
    let mut header = vec!["indicator", "label", "area_code", "area_name", "period"];
    header.extend(READING);
    header.extend(HELD);
    header.extend(["change_on_year", "trend"]);
    let mut table = Table::new(lang, package, &header);
    for row in &profile.rows {
        let period = row.row.period.map_or(String::new(), |it| it.to_string());
        table
            .indicator(row.indicator)
            .area(row.row.area)
            .word(&period)
            .reading(&row.row.reading);
        held(&mut table, package, row);
        let change = row.change_on_year.as_ref().ok();
        let trend = row.yearly.as_ref().ok();
        table
            .number(change.map(|it| it.change))
            .word(trend.map_or("", |it| names::direction(it.direction)))
            .end_row();
    }
    let title = command_line::profile_title(lang, package, profile);
    let said = vec![command_line::profile_sentence(lang, package, profile)];
    table.finish(&command_line::answer_notes(lang, package, title, said))
}

fn held(table: &mut Table<'_>, package: &Package, row: &ProfileRow) {
    let polarity = package.indicators.get(row.indicator).polarity;
    let judged = row.row.judged;
    let against = judged.and_then(|judged| judged.against);
    let whole = |number: Option<u32>| number.map(f64::from);
    let range = row.row.rank.and_then(|rank| rank.range);
    let level = row.benchmark.as_ref().ok().map(|it| it.value);
    table
        .number(judged.map(|it| it.interval_95.lower))
        .number(judged.map(|it| it.interval_95.upper))
        .number(judged.map(|it| it.interval_998.lower))
        .number(judged.map(|it| it.interval_998.upper))
        .word(row.row.verdict(polarity, false).word())
        .word(row.row.verdict(polarity, true).word())
        .number(whole(row.row.rank.map(|rank| rank.rank)))
        .number(whole(range.map(|(low, _)| low)))
        .number(whole(range.map(|(_, high)| high)))
        .number(Some(row.known_count as f64))
        .number(against.map(|it| it.benchmark).or(level))
        .number(row.spine.map(|it| it.own));
}
