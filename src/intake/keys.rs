//! What tells rows of one area, indicator and period apart: a further column of the key, found by
//! trying.

use super::columns::Column;
use super::doubts::{levels_beside, same_throughout};
use super::figure_remark::FigureRemark;
use super::indicators::Doubt;
use super::ours;
use super::per::whole_of;
use super::plan::Plan;
use super::preview::{read, repeated};
use super::remark::Remark;
use super::roles::labels;
use super::roles::subjects::name_by_unit;
use super::shorter;
use super::spellings::with_brackets;
use super::vocabulary::codes::names_codes;
use super::vocabulary::levels::{RANK_STATE, names_levels};
use super::vocabulary::subjects::{is_side, names_persons};
use super::vocabulary::time::time_name;
use super::vocabulary::totals::is_total;
use super::vocabulary::{self, is_category_name};
use super::{ColumnRole, IndicatorPlan, Recipe, Sample};
use crate::model::{Period, sorted_unique};
use std::slice::from_ref;

/// Of fewer areas nothing shows of what nearly all of them have.
const MANY_AREAS: usize = 20;
/// One of so many areas shares its name with another one.
const FEW_OF: usize = 10;
/// So many rows of the sample are enough to try.
const TRIED_ROWS: usize = 3000;
/// How well a column parts the rows, the least the best: whether it only says something beside, how many rows
/// still repeat, whether it is no level and its size, whether it is named for no category, for codes; and its place.
type Tried = (bool, usize, (bool, usize), bool, bool, usize);

/// So few at least, and in all no more cells than are read in the twinkling of an eye.
const FEWEST_TRIED: usize = 200;
const MOST_TRIED: usize = 1_000_000;
/// More columns than this are not added to the key.
const MOST_ADDED: usize = 4;
/// Stands for the period of a table that states none.
const ANY_YEAR: u16 = 2000;
/// Of a table of very many indicators what is known is not listed.
const MOST_LISTED: usize = 500;

/// Adds columns to the key until no row repeats, tells what is left aside, and lists the indicators
/// that rows name.
pub(super) fn settle(
    sample: &Sample,
    recipe: &mut Recipe,
    columns: &[Column<'_>],
    file_name: &str,
    remarks: &mut Vec<Remark>,
) {
    // Each further column is tried with each row.
    let open = (0..columns.len()).filter(|at| is_candidate(recipe, *at, &columns[*at]));
    let cells = columns.len().max(1) * open.count().max(1);
    let rows = (MOST_TRIED / cells).clamp(FEWEST_TRIED, TRIED_ROWS);
    let tried = Sample {
        rows: sample.rows.iter().take(rows).cloned().collect(),
        is_whole: sample.is_whole,
        spaced_quotes: sample.spaced_quotes,
        joined_keys: sample.joined_keys,
        inner_quotes: sample.inner_quotes,
    };
    let is_timed = Plan::of(recipe).says_when();
    let count = |recipe: &Recipe| {
        repeated(
            &read(&tried, &as_of_one_period(recipe), file_name)
                .rows
                .table,
        )
        .len()
    };
    name_by_unit(recipe, columns, remarks);
    let mut left = count(recipe);
    for _ in 0..MOST_ADDED {
        if left == 0 {
            break;
        }
        let mut best: Option<Tried> = None;
        for (at, column) in columns.iter().enumerate() {
            if !is_candidate(recipe, at, column) || !is_timed && may_be_time(column) {
                continue;
            }
            let mut with = recipe.clone();
            with.columns[at].role = match is_level(recipe, columns, at) {
                true => ColumnRole::AreaAbove,
                false => ColumnRole::Dimension {
                    total: String::new(),
                },
            };
            // What is said about a figure names it only where nothing else does.
            let is_side = is_side(&column.folded) || column.is_numeric();
            let is_named = is_category_name(&column.folded);
            let is_code = names_codes(&column.folded);
            // Of what parts areas the finer says more of where they are.
            let size = match with.columns[at].role {
                ColumnRole::AreaAbove => (false, usize::MAX - column.distinct),
                _ => (true, column.distinct),
            };
            let now = (is_side, count(&with), size, !is_named, is_code, at);
            if now.1 < left && best.is_none_or(|best| now < best) {
                best = Some(now);
            }
        }
        let Some((_, now, _, _, _, at)) = best else {
            break;
        };
        left = now;
        if let Some(above) = coarser_area(recipe, columns, at) {
            recipe.columns[above].role = match recipe.columns[above].role {
                ColumnRole::AreaCode => ColumnRole::ParentCode,
                _ => ColumnRole::ParentName,
            };
            recipe.columns[at].role = ColumnRole::AreaName;
            if let Some(code) = labels::code_of(columns, at).filter(|it| is_figure(recipe, *it)) {
                recipe.columns[code].role = ColumnRole::AreaCode;
            }
            left = count(recipe);
            let column = recipe.columns[at].name.clone();
            remarks.push(Remark::AreaByContent { column });
            continue;
        }
        recipe.columns[at].role = match is_level(recipe, columns, at) {
            true => ColumnRole::AreaAbove,
            false => key_role(&columns[at], remarks),
        };
    }
    tell_aside(recipe, columns, remarks);
    remarks.extend(same_throughout(recipe, columns).map(Remark::Doubt));
    remarks.extend(levels_beside(recipe, columns).map(Remark::Doubt));
    let mut named = recipe.columns.iter().zip(columns);
    let named = named.find(|(plan, _)| plan.role == ColumnRole::AreaName);
    if let Some(example) = named.and_then(|(_, column)| with_brackets(&column.values())) {
        let example = example.to_string();
        remarks.push(Remark::BracketsInNames { example });
    }
    tell_read(&tried, recipe, file_name, remarks);
    shorter::tell(recipe, remarks);
}

/// The recipe, and where it does not say of which period the rows are, with one: whichever the reader will
/// name, they are of one.
fn as_of_one_period(recipe: &Recipe) -> Recipe {
    let mut recipe = recipe.clone();
    if !Plan::of(&recipe).says_when() {
        recipe.period = Period::year(ANY_YEAR);
    }
    recipe
}

/// The column of areas, where each value of the column found lies in one of them: it names the finer
/// places, whatever it is called.
fn coarser_area(recipe: &Recipe, columns: &[Column<'_>], at: usize) -> Option<usize> {
    let place_of = |role: ColumnRole| recipe.columns.iter().position(|it| it.role == role);
    let is_plain = [ColumnRole::ParentName, ColumnRole::ParentCode]
        .into_iter()
        .all(|role| place_of(role).is_none());
    let area = match (
        place_of(ColumnRole::AreaName),
        place_of(ColumnRole::AreaCode),
    ) {
        (Some(name), None) => Some(name),
        // A code alone that stands with several names is that of what these lie in.
        (None, Some(code)) => Some(code),
        _ => None,
    };
    let area = area.filter(|_| is_plain)?;
    let (own, area_column) = (&columns[at], &columns[area]);
    let has_total = own.values().iter().any(|value| is_total(value));
    let is_finer = own.is_text()
        && own.filled == own.cells.len()
        && !is_category_name(&own.folded)
        && (area_column.distinct > 1 || vocabulary::is_name_of_names(&own.folded))
        && own.distinct > area_column.distinct
        && own.decides(area_column)
        && !has_total;
    is_finer.then_some(area)
}

/// True of a column that is named for places of a country, or that says of nearly every area one thing and no
/// other, where areas are known by their names: it says which of those of one name is meant, and nothing of what is
/// measured.
fn is_level(recipe: &Recipe, columns: &[Column<'_>], at: usize) -> bool {
    let column = &columns[at];
    let place_of = |role: ColumnRole| recipe.columns.iter().position(|it| it.role == role);
    let Some(name) = place_of(ColumnRole::AreaName) else {
        return false;
    };
    // What says of which kind an area is parts it from none of its name.
    if names_levels(&column.folded) {
        return false;
    }
    let rank = vocabulary::place_rank(&column.folded);
    let is_named = rank.is_some_and(|it| it >= RANK_STATE && it != vocabulary::RANK_ANY);
    place_of(ColumnRole::AreaCode).is_none()
        && (is_named || is_of_areas(&columns[name], column))
        && !column.values().iter().any(|value| is_total(value))
}

/// True of a column of texts in which nearly every area has one and the same, some areas several, and several areas
/// the same.
fn is_of_areas(areas: &Column<'_>, column: &Column<'_>) -> bool {
    let pairs = areas.cells.iter().zip(&column.cells);
    let pairs = sorted_unique(pairs.map(|(area, own)| (*area, *own))).len();
    column.is_text()
        && column.filled == column.cells.len()
        && areas.distinct >= MANY_AREAS
        && column.distinct * 2 < areas.distinct
        && pairs > areas.distinct
        && (pairs - areas.distinct) * FEW_OF <= areas.distinct
}

fn is_figure(recipe: &Recipe, at: usize) -> bool {
    recipe
        .columns
        .get(at)
        .is_some_and(|it| it.figure().is_some())
}

fn is_candidate(recipe: &Recipe, at: usize, column: &Column<'_>) -> bool {
    let is_open = match &recipe.columns[at].role {
        ColumnRole::Ignored => column.is_text() || is_category_name(&column.folded),
        ColumnRole::Figure(_) => is_category_name(&column.folded) && column.is_whole(),
        _ => false,
    };
    // One word in some rows parts them from those without.
    let has_blank = column.filled < column.cells.len() && !is_side(&column.folded);
    let parts = column.distinct > 1 || column.distinct == 1 && has_blank;
    is_open && parts && !column.is_personal() && !names_persons(&column.folded)
}

/// True of what may be a time that could not be read, which tells rows apart and is no part of an indicator.
fn may_be_time(column: &Column<'_>) -> bool {
    let holds_digit = |cell: &&str| cell.contains(|it: char| it.is_numeric());
    time_name(&column.folded).is_some() || column.cells.iter().any(holds_digit)
}

fn key_role(column: &Column<'_>, remarks: &mut Vec<Remark>) -> ColumnRole {
    let values = column.values();
    let mut totals = values.iter().filter(|value| is_total(value));
    let name = column.name.clone();
    match (totals.next(), totals.next()) {
        (Some(total), None) => {
            let total = total.to_string();
            remarks.push(Remark::DimensionFound {
                column: name,
                total: total.clone(),
            });
            ColumnRole::Dimension { total }
        }
        _ => {
            remarks.push(Remark::IndicatorPartFound { column: name });
            ColumnRole::PartOfIndicator
        }
    }
}

/// Tells the columns that hold something and are left aside, each once.
fn tell_aside(recipe: &Recipe, columns: &[Column<'_>], remarks: &mut Vec<Remark>) {
    // What was aside at first may tell rows apart in the end.
    let is_read = |column: &String| {
        let mut all = recipe.columns.iter();
        all.any(|it| it.name == *column && it.role != ColumnRole::Ignored)
    };
    remarks.retain(|it| !matches!(it, Remark::ColumnAside { column } if is_read(column)));
    for (plan, column) in recipe.columns.iter().zip(columns) {
        let name = &plan.name;
        let is_told = remarks.iter().any(|remark| match remark {
            Remark::ColumnAside { column }
            | Remark::Weeks { column, .. }
            | Remark::PersonalColumn { column }
            | Remark::RowNumbers { column } => {
                column == name || column.is_empty() && name.starts_with('#')
            }
            Remark::Figures(
                FigureRemark::IntervalsAside { columns } | FigureRemark::UndatedAside { columns },
            ) => columns.contains(name),
            // Of what it says the whole table is told.
            Remark::Fictional => ours::stamp_place(std::slice::from_ref(plan)).is_some(),
            _ => false,
        });
        if plan.role == ColumnRole::Ignored && column.filled > 0 && !is_told {
            let column = name.clone();
            remarks.push(Remark::ColumnAside { column });
        }
    }
}

/// Tells what shows only when the sample is read.
fn tell_read(tried: &Sample, recipe: &mut Recipe, file_name: &str, remarks: &mut Vec<Remark>) {
    let read = read(tried, &as_of_one_period(recipe), file_name);
    let table = &read.rows.table;
    let is_timed = Plan::of(recipe).says_when();
    // Of rows whose period is not known yet nobody can say that they repeat.
    let repeats = |it: &Remark| matches!(it, Remark::KeysRepeat { .. } | Remark::OfRecords { .. });
    let is_told = |it: &Remark| is_timed || !repeats(it);
    remarks.extend(read.remarks().into_iter().filter(is_told));
    if is_timed {
        shorter::set(recipe, table, remarks);
    }
    if let Some(indicator) = read.rows.indicators.unnamed() {
        let indicator = indicator.to_string();
        remarks.push(Remark::NotCounted { indicator });
    } else if let Some(indicator) = read.rows.indicators.like_years() {
        let indicator = indicator.to_string();
        remarks.push(Remark::Figures(FigureRemark::MayBeYears { indicator }));
    }
    let doubtful = |doubt| Some(read.rows.indicators.doubtful(doubt)).filter(|it| !it.is_empty());
    if let Some(indicators) = doubtful(Doubt::MayBeShares) {
        remarks.push(Remark::Figures(FigureRemark::MayBeShares { indicators }));
    }
    if let Some(indicators) = doubtful(Doubt::ByFigures) {
        remarks.push(Remark::Figures(FigureRemark::CountedByFigures {
            indicators,
        }));
    }
    let known = &recipe.indicators;
    let met: Vec<IndicatorPlan> = read.rows.indicators.plans().collect();
    let new: Vec<IndicatorPlan> = met
        .iter()
        .filter(|plan| !known.iter().any(|it| it.name == plan.name))
        .take(MOST_LISTED)
        .cloned()
        .collect();
    recipe.indicators.extend(new);
    // Of columns that nothing else is known of, their figures say whether they count.
    for plan in recipe.indicators.iter_mut().filter(|it| it.is_plain()) {
        if let Some(met) = met.iter().find(|it| it.name == plan.name && !it.is_plain()) {
            (plan.kind, plan.nature, plan.decimals) = (met.kind, met.nature, met.decimals);
            plan.multiplier = met.multiplier;
        }
    }
    // A category that was taken for a figure is none.
    let met = &read.rows.indicators;
    let is_part = |name: &str, whole: &IndicatorPlan| whole_of(from_ref(whole), name).is_some();
    let has_parts =
        |plan: &IndicatorPlan| !plan.is_guessed() && met.names().any(|name| is_part(name, plan));
    let is_met = |plan: &IndicatorPlan| met.holds(&plan.name) || has_parts(plan);
    if table.row_count() > 0 {
        recipe.indicators.retain(is_met);
    }
}
