//! Standards as figures: margins of the areas, the parts of a split, who misses which.

use super::from_answer::{axis, axis_value, name};
use super::{
    Arrangement, Axis, Benchmark, Emphasis, Figure, HeatCell, HeatColumn, HeatRow, HeatTable,
    MOST_BARS, Margins, Mark, MarkStatus, MissingMark, RankedBars, SplitBar, SplitParts,
};
use crate::answer::{
    NotJudged, Packing, Part, Split, SplitPlan, StandardEntry, StandardRow, StandardVerdict,
    Standards,
};
use crate::model::{AreaId, Indicator, Lang, Role, Standard, Value};
use crate::package::Package;
use crate::words;

/// Of so many of those that miss a limit by the most the names are asked for: more would crowd each
/// other out, and the worst with them.
const NAMED: usize = 6;

/// The areas held against a standard: labelled bars for few, dots against the limit for many or where
/// another limit is tried. A mark's key is its row. None where no area has a value.
pub fn margins_figure(
    lang: Lang,
    package: &Package,
    entry: &StandardEntry,
    tried: Option<&Standard>,
    picked: Option<AreaId>,
) -> Option<Figure> {
    let indicator = package.indicators.get(entry.indicator?);
    let rows = || entry.rows.iter().enumerate();
    // What is held to nothing, as a borrowed standard, stands against no limit.
    let is_shown = |row: &StandardRow| row.margin.is_some();
    let marks: Vec<Mark> = rows()
        .filter(|(_, row)| is_shown(row))
        .filter_map(|(key, row)| margin_mark(lang, package, indicator, (key, row), picked))
        .collect();
    if marks.is_empty() {
        return None;
    }
    let left_out = entry.rows.len() - marks.len();
    if marks.len() > MOST_BARS || tried.is_some() {
        return Some(Figure::Margins(Margins {
            marks,
            axis: axis(lang, indicator),
            limit: limit(lang, &entry.standard),
            tried: tried.map(|tried| Benchmark {
                label: words::tried_name(lang).to_string(),
                ..limit(lang, tried)
            }),
            start_hint: words::words(lang).standards_page().start_hint.to_string(),
            end_hint: words::words(lang).standards_page().end_hint.to_string(),
            caption: words::margins_caption(lang, package, entry),
            note: words::margins_note(lang, left_out),
        }));
    }
    let missing = rows().filter(|(_, row)| !is_shown(row));
    let missing = missing.map(|(key, row)| MissingMark {
        key: key as u32,
        label: name(lang, package, row.area),
        reason: words::standard_verdict_text(lang, row.verdict).to_string(),
    });
    let missing: Vec<MissingMark> = match entry.rows.len() > MOST_BARS {
        true => Vec::new(),
        false => missing.collect(),
    };
    Some(Figure::RankedBars(RankedBars {
        marks,
        missing,
        axis: axis(lang, indicator),
        benchmark: Some(limit(lang, &entry.standard)),
        arrangement: Arrangement::Ranked,
        caption: words::margin_bars_caption(lang, package, entry),
    }))
}

fn limit(lang: Lang, standard: &Standard) -> Benchmark {
    Benchmark {
        label: words::limit_name(lang, standard).to_string(),
        value: standard.value,
        value_text: words::limit_value_text(lang, standard),
    }
}

fn margin_mark(
    lang: Lang,
    package: &Package,
    indicator: &Indicator,
    (key, row): (usize, &StandardRow),
    picked: Option<AreaId>,
) -> Option<Mark> {
    let reading = &row.total.reading;
    let mut mark = Mark::plain(
        key as u32,
        name(lang, package, row.area),
        reading.value.number()?,
        axis_value(lang, indicator, reading),
    );
    mark.status = status(row.verdict);
    mark.said = words::standard_row_text(lang, indicator, row);
    mark.emphasis = match row.verdict {
        _ if picked == Some(row.area) => Emphasis::Picked,
        StandardVerdict::Missed if key < NAMED => Emphasis::Named,
        _ => Emphasis::None,
    };
    Some(mark)
}

fn status(verdict: StandardVerdict) -> MarkStatus {
    match verdict {
        StandardVerdict::Met => MarkStatus::Met,
        StandardVerdict::Missed => MarkStatus::NotMet,
        StandardVerdict::NotJudged(NotJudged::Provisional) => MarkStatus::Provisional,
        StandardVerdict::NotJudged(_) => MarkStatus::NotJudged,
    }
}

/// The parts that a split could have, against the limit. The key of the area itself is 0, that of a
/// part its number from 1; what no part can take follows.
pub fn split_figure(
    lang: Lang,
    package: &Package,
    plan: &SplitPlan,
    split: &Split,
) -> Option<Figure> {
    let limit = plan.limit.as_ref().ok()?;
    let households = package.indicators.iter();
    let mut households = households.filter(|(_, it)| it.role == Some(Role::UnitHouseholds));
    let (_, indicator) = households.next()?;
    let number = split.households.value.number()?;
    // A limit that a reader tries on a package that is not judged says nothing of its areas.
    let is_judged = package.descriptor.judged;
    let of = |status: MarkStatus| match is_judged {
        true => status,
        false => MarkStatus::Plain,
    };
    let mut whole = Mark::plain(
        0,
        words::whole_text(lang),
        number,
        axis_value(lang, indicator, &split.households),
    );
    whole.status = of(MarkStatus::NotMet);
    whole.said = name(lang, package, split.area);
    let parts = split.packing.as_ref().map_or(&[][..], |it| &it.parts);
    let mut bars = vec![SplitBar {
        mark: whole,
        units: parts.iter().map(|part| part.households).collect(),
    }];
    if let Some(packing) = &split.packing {
        let parts = packing.parts.iter().enumerate();
        bars.extend(parts.map(|(at, part)| part_bar(lang, package, packing, (at, part), &of)));
        let first = bars.len();
        let too_large = packing.too_large.iter().enumerate();
        bars.extend(too_large.filter_map(|(at, unit)| {
            let key = (first + at) as u32;
            unit_bar(lang, package, plan, (key, *unit), &of)
        }));
    }
    let households = limit.households();
    let is_given = !matches!(limit, crate::answer::SplitLimit::Standard(_));
    Some(Figure::SplitParts(SplitParts {
        bars,
        axis: Axis::from_zero(indicator.unit.get(lang)),
        limit: Benchmark {
            label: match is_given {
                true => words::tried_name(lang).to_string(),
                false => words::words(lang).standards_page().maximum.to_string(),
            },
            value: households,
            value_text: words::count_text(households),
        },
        caption: words::split_caption(lang).to_string(),
    }))
}

fn part_bar(
    lang: Lang,
    package: &Package,
    packing: &Packing,
    (at, part): (usize, &Part),
    of: &dyn Fn(MarkStatus) -> MarkStatus,
) -> SplitBar {
    let mut mark = Mark::plain(
        at as u32 + 1,
        words::part_text(lang, at + 1),
        part.households,
        words::count_text(part.households),
    );
    mark.status = of(MarkStatus::Met);
    mark.detail = words::units_text(lang, package, packing.level, part.units.len());
    mark.said = words::unit_names_text(lang, package, &part.units);
    SplitBar {
        mark,
        units: part.sizes.clone(),
    }
}

/// A unit over the limit by itself.
fn unit_bar(
    lang: Lang,
    package: &Package,
    plan: &SplitPlan,
    (key, unit): (u32, AreaId),
    of: &dyn Fn(MarkStatus) -> MarkStatus,
) -> Option<SplitBar> {
    let households = plan.households_of(package, unit)?;
    let number = households.value.number()?;
    let mut mark = Mark::plain(
        key,
        name(lang, package, unit),
        number,
        words::count_text(number),
    );
    mark.status = of(MarkStatus::NotMet);
    Some(SplitBar {
        mark,
        units: Vec::new(),
    })
}

/// The areas that miss the most standards, and all that they miss; at most [`MOST_BARS`] of them. A
/// cell's key is its place: row by row. None where nobody misses any.
pub fn missed_figure(lang: Lang, package: &Package, found: &Standards) -> Option<Figure> {
    let columns: Vec<&StandardEntry> = found.missed_most();
    let areas = found.missing_areas();
    if areas.is_empty() {
        return None;
    }
    let heads = columns.iter().map(|entry| HeatColumn {
        label: entry.standard.label.get(lang).to_string(),
        detail: {
            let asked = words::requirement_text(lang, &entry.standard);
            match entry.missed_within_chance(package) {
                None => asked,
                Some(_) => [&asked, " · ", words::matrix_chance_text(lang)].concat(),
            }
        },
        told: String::new(),
    });
    let width = columns.len();
    let rows = areas.iter().take(MOST_BARS).enumerate();
    let rows = rows.map(|(at, (area, missed))| HeatRow {
        key: at as u32,
        label: [
            &*name(lang, package, *area),
            " · ",
            &words::missed_count_text(lang, missed.len()),
        ]
        .concat(),
        cells: columns
            .iter()
            .enumerate()
            .map(|(place, entry)| missed_cell(lang, package, entry, *area, at * width + place))
            .collect(),
    });
    let more = areas.len().saturating_sub(MOST_BARS);
    let most_missed = areas.get(MOST_BARS).map_or(0, |(_, places)| places.len());
    Some(Figure::HeatTable(HeatTable {
        columns: heads.collect(),
        rows: rows.collect(),
        caption: words::matrix_caption(lang).to_string(),
        note: words::matrix_note(lang, more, most_missed),
    }))
}

fn missed_cell(
    lang: Lang,
    package: &Package,
    entry: &StandardEntry,
    area: AreaId,
    key: usize,
) -> HeatCell {
    let row = entry.rows.iter().find(|row| row.area == area);
    let indicator = entry.indicator.map(|id| package.indicators.get(id));
    let label = entry.standard.label.get(lang);
    let Some((row, indicator)) = row.zip(indicator) else {
        return HeatCell {
            key: key as u32,
            text: "—".to_string(),
            said: label.to_string(),
            status: MarkStatus::Plain,
            share: Some(0.0),
        };
    };
    let reading = &row.total.reading;
    let value = words::value_with_unit(lang, indicator, reading);
    let said = words::standard_row_text(lang, indicator, row);
    HeatCell {
        key: key as u32,
        text: match reading.value {
            Value::Missing(_) => String::new(),
            _ => axis_value(lang, indicator, reading),
        },
        said: words::matrix_cell_text(label, &value, &said),
        status: status(row.verdict),
        share: None,
    }
}
