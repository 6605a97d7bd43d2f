//! What researchers take along as CSV: a scatter, a distribution, a breakdown, each number in full with
//! the file and the line that it stands on.

use super::flat::{READING, Table};
use crate::answer::{
    ByCategory, CategoryRow, Distribution, LeftOut, PeriodChoice, Reading, Scattered, Shaded,
    Verdict,
};
use crate::model::{IndicatorId, Lang, Period};
use crate::package::Package;
use crate::words;

/// A row an area and indicator, areas in the order of the package: the value upwards and that across, then
/// those that size and shade, each with its axis and whether the area counts. A row a value, as published
/// files have it, so that each keeps its own period and status when the file is brought back.
pub fn scatter_csv(lang: Lang, package: &Package, found: &Scattered, address: &str) -> Vec<u8> {
    let relate = &found.relate;
    let shade = match &found.shade {
        Shaded::Groups(third, _) => Some(third),
        Shaded::Nothing | Shaded::Verdicts(_) => None,
    };
    let thirds = [("size", found.size.as_ref()), ("shade", shade)];
    let mut header = vec!["area_code", "area_name", "axis", "indicator", "period"];
    header.extend(READING);
    header.push("used");
    let mut table = Table::new(lang, package, &header);
    let (x, y) = (relate.question.x.0, relate.question.y.0);
    for (at, point) in relate.points.iter().enumerate() {
        let is_used = point.pair().is_some();
        // Brought back, the first of two is that upwards.
        let mut rows = vec![
            ("y", y, point.y_period, point.y),
            ("x", x, point.x_period, point.x),
        ];
        for (axis, third) in thirds {
            let Some(third) = third else {
                continue;
            };
            let reading = third.readings.get(at).copied();
            let reading = reading.unwrap_or(Reading::NO_ROW);
            let period = period_of(package, third.period, &reading);
            // An indicator may be on two axes; its figure stands once.
            let is_there = |row: &(&str, IndicatorId, Option<Period>, Reading)| {
                row.1 == third.indicator && row.2 == period
            };
            if !rows.iter().any(is_there) {
                rows.push((axis, third.indicator, period, reading));
            }
        }
        for (axis, id, period, reading) in rows {
            table.area(point.area).word(axis);
            table.word(&package.indicators.get(id).code).period(period);
            table.reading(&reading);
            table.word(if is_used { "yes" } else { "no" }).end_row();
        }
    }
    let mut said = words::scatter_sentences(lang, package, found);
    said.extend(words::scatter_cautions(lang, package, found));
    let period = words::scatter_period_text(lang, relate);
    let title = words::scatter_title(lang, package, relate);
    table.finish_titled(&[title, period].join(" · "), said, address)
}

/// The period of a reading: where each area has its newest, that of the row it stands on.
fn period_of(package: &Package, choice: PeriodChoice, reading: &Reading) -> Option<Period> {
    match (choice, reading.place) {
        (PeriodChoice::At(period), _) => Some(period),
        (PeriodChoice::EachLatest, Some(place)) => {
            let file = package.observations(place.resource)?;
            Period::parse(file.table.period.text(place.row))
        }
        (PeriodChoice::EachLatest, None) => None,
    }
}

/// A row an area, the lowest value first, with the ends of its bin; then those left out, with why.
pub fn distribution_csv(
    lang: Lang,
    package: &Package,
    found: &Distribution,
    address: &str,
) -> Vec<u8> {
    let mut header = vec!["area_code", "area_name", "indicator", "period"];
    header.extend(READING);
    header.extend(["bin_low", "bin_high", "left_out"]);
    let mut table = Table::new(lang, package, &header);
    let code = &package.indicators.get(found.question.indicator).code;
    for (at, row) in found.rows.iter().enumerate() {
        let value = row.reading.value.number();
        let value = value.filter(|_| at < found.used_count);
        let bins = found.bins.as_ref().ok();
        let ends = value.and_then(|value| Some(bins?.ends(found.bin_of(value)?)));
        table.area(row.area).word(code).period(row.period);
        table.reading(&row.reading);
        table.number(ends.map(|(low, _)| low));
        table.number(ends.map(|(_, high)| high));
        let reason = LeftOut::of_reading(&row.reading).filter(|_| at >= found.used_count);
        table.word(reason.map_or("", left_out_word)).end_row();
    }
    let indicator = package.indicators.get(found.question.indicator);
    let mut said = words::distribution_sentences(lang, package, found);
    said.push(words::distribution_caption(lang, indicator, found));
    said.push(words::distribution_note(lang, found));
    let period = words::distribution_period_text(lang, found);
    let title = words::distribution_title(lang, package, found);
    table.finish_titled(&[title, period].join(" · "), said, address)
}

/// Why an area is left out, for machines.
pub(super) fn left_out_word(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::Provisional => "provisional",
        LeftOut::Inexact => "bounded",
        LeftOut::Missing(missing) => missing.name(),
    }
}

/// A row a value of the dimension: of the area, then of every area of the level beside it.
pub fn by_category_csv(
    lang: Lang,
    package: &Package,
    found: &ByCategory,
    address: &str,
) -> Vec<u8> {
    let question = &found.question;
    let code = &package.indicators.get(question.indicator).code;
    let dimension = package.descriptor.dimensions.get(question.dimension);
    // By the name that its column has in the package, so that the file can be brought back.
    let dimension = dimension.map_or("category", |it| &*it.name);
    let mut header = vec![
        "area_code",
        "area_name",
        "indicator",
        "period",
        dimension,
        "label",
    ];
    header.extend(READING);
    header.extend(["share", "lower_95", "upper_95", "verdict"]);
    let mut table = Table::new(lang, package, &header);
    let mut rows = Vec::new();
    for row in &found.rows {
        let label = row.label.get(lang).to_string();
        let value = row.value.clone();
        rows.push((
            question.area,
            value,
            label,
            row.reading,
            Some(row),
            row.share,
        ));
    }
    if let Some(beside) = &found.table {
        for (at, area) in beside.areas.iter().enumerate() {
            for (column, (value, label, readings)) in beside.columns.iter().enumerate() {
                if *area == question.area {
                    continue;
                }
                let reading = readings.get(at).copied().unwrap_or(Reading::NO_ROW);
                let label = label.get(lang).to_string();
                let share = beside.share(column, at);
                rows.push((*area, value.clone(), label, reading, None, share));
            }
        }
    }
    for (area, value, label, reading, row, share) in rows {
        table.area(area).word(code).period(Some(found.period));
        table.word(&value).word(&label);
        table.reading(&reading).number(share);
        let interval = row.and_then(CategoryRow::interval);
        table.number(interval.map(|it| it.lower));
        table.number(interval.map(|it| it.upper));
        let verdict = row.map(|row| row.verdict(package, question.indicator));
        table.word(verdict.map_or("", Verdict::word)).end_row();
    }
    let title = words::by_category_title(lang, package, found);
    let said = words::by_category_sentences(lang, package, found);
    table.finish_titled(&title, said, address)
}
