//! Tables that this program has written and that are brought back: their columns are known by name, and
//! no guess may make anything else of them. What a quotient is multiplied by is read off the figures.

use super::columns::Column;
use super::roles::Roles;
use super::rows::remark::ENDING as REMARK;
use super::{ColumnPlan, ColumnRole, Figure, IndicatorPlan, Part, Recipe};
use crate::model::{Kind, Nature, Period, read_number};
use std::collections::HashMap;

/// Digits after the point on screen of a proportion, and of another quotient.
const DECIMALS: (u8, u8) = (1, 2);
/// What a quotient may be multiplied by.
const MULTIPLIERS: [f64; 8] = [1.0, 100.0, 1000.0, 1e4, 1e5, 1e6, 1e7, 1e8];

/// The column in which every row of a fictional package says so.
const STAMP: &str = "fictional";
/// The code in the rows of sums of a group of areas, which is no area.
pub(super) const GROUP: &str = "group";

/// The place of the column that says that the figures are fictional.
pub(super) fn stamp_place(columns: &[ColumnPlan]) -> Option<usize> {
    columns.iter().position(|column| column.name == STAMP)
}

/// The place of the codes in a table of this program, whose rows of sums are no areas.
pub(super) fn code_place(columns: &[ColumnPlan]) -> Option<usize> {
    let is_ours = |it: &ColumnPlan| it.name == "missing" || it.name.ends_with(REMARK);
    let place = columns.iter().position(|it| it.name == "area_code")?;
    columns.iter().any(is_ours).then_some(place)
}

/// The column that names the indicator of each row; none where the table is none of this program's.
fn indicator_column(columns: &[Column<'_>]) -> Option<usize> {
    let place = |name: &str| columns.iter().position(|it| it.name == name);
    let has = |names: &[&str]| names.iter().all(|name| place(name).is_some());
    if !has(&["area_code", "area_name", "period", "value"]) {
        return None;
    }
    match has(&["missing"]) {
        true => place("indicator"),
        // The rates of the cases stand by their own names.
        false => place("rate").filter(|_| has(&["numerator", "denominator", "lower_95"])),
    }
}

/// Sets every column of such a table; false where it is none.
pub(super) fn set(roles: &mut Roles<'_, '_>) -> bool {
    let columns = roles.columns;
    let Some(indicator) = indicator_column(columns) else {
        return set_as_shown(roles);
    };
    let is_label = |at: usize| columns.get(at).is_some_and(|it| it.name == "label");
    for (at, column) in columns.iter().enumerate() {
        let figure = |part| {
            ColumnRole::Figure(Figure {
                part,
                ..Figure::default()
            })
        };
        let role = match column.name.as_str() {
            _ if at == indicator => ColumnRole::Indicator,
            // What a value of a dimension is called stands behind it.
            _ if is_label(at + 1) => ColumnRole::Dimension {
                total: String::new(),
            },
            "area_code" => ColumnRole::AreaCode,
            "area_name" => ColumnRole::AreaName,
            "period" => ColumnRole::Period,
            "value" => figure(Part::Value),
            "numerator" => figure(Part::Numerator),
            "denominator" => figure(Part::Denominator),
            "unit" => ColumnRole::Unit,
            "bound" => ColumnRole::Bound,
            "status" => ColumnRole::Status,
            "missing" => ColumnRole::Note,
            _ => ColumnRole::Ignored,
        };
        roles.set(at, role);
    }
    true
}

/// The table as it was shown: a column an indicator, of periods too, each with its remarks beside it.
fn set_as_shown(roles: &mut Roles<'_, '_>) -> bool {
    let columns = roles.columns;
    let name = |at: usize| columns.get(at).map_or("", |it| it.name.as_str());
    let has_remark = |at: usize| name(at + 1).strip_suffix(REMARK) == Some(name(at));
    let has_areas = name(0) == "area_code" && name(1) == "area_name";
    // Areas across: on-time-rate:990001.
    let is_across = name(0) == "period";
    if !(has_areas || is_across) || !(1..columns.len()).any(has_remark) {
        return false;
    }
    for at in 0..columns.len() {
        let role = match name(at) {
            "area_code" => ColumnRole::AreaCode,
            "area_name" => ColumnRole::AreaName,
            "period" => ColumnRole::Period,
            figure if has_remark(at) => {
                // on-time-rate:2026-03
                let parts = figure.rsplit_once(':').filter(|_| has_areas);
                let parts = parts.and_then(|(code, text)| Some((code, Period::parse(text)?)));
                let period = parts.map(|(_, period)| period);
                let indicator = parts.map_or(figure, |(code, _)| code);
                let area = indicator.split_once(':').filter(|_| is_across);
                let (indicator, area) = area.unwrap_or((indicator, ""));
                ColumnRole::Figure(Figure {
                    indicator: indicator.to_string(),
                    period,
                    area: area.to_string(),
                    ..Figure::default()
                })
            }
            _ => ColumnRole::Ignored,
        };
        roles.set(at, role);
    }
    true
}

/// What the rows of such a table say of their indicators.
pub(super) fn set_indicators(recipe: &mut Recipe, columns: &[Column<'_>]) {
    let Some(indicator) = indicator_column(columns) else {
        return;
    };
    let cells = |name: &str| {
        let found = columns.iter().find(|it| it.name == name);
        found.map_or(&[][..], |column| &column.cells)
    };
    let (values, units) = (cells("value"), cells("unit"));
    let (numerators, denominators) = (cells("numerator"), cells("denominator"));
    let limits = cells("lower_95");
    let number = |cells: &[&str], row: usize| read_number(cells.get(row)?);
    let mut found: HashMap<&str, Quotient> = HashMap::new();
    let names = columns.get(indicator).map_or(&[][..], |it| &it.cells);
    let mut order: Vec<&str> = Vec::new();
    for (row, name) in names.iter().enumerate() {
        let counts = number(numerators, row).zip(number(denominators, row));
        let Some((counts, value)) = counts.zip(number(values, row)) else {
            continue;
        };
        let quotient = found.entry(name).or_insert_with(|| {
            order.push(name);
            Quotient::default()
        });
        quotient.take(counts, value);
        quotient.is_judged |= number(limits, row).is_some();
        let unit = units.get(row).copied().unwrap_or_default();
        quotient.unit = unit.to_string();
    }
    let plans = order.into_iter().filter_map(|name| {
        let quotient = found.get(name)?;
        quotient.plan(name, !limits.is_empty())
    });
    recipe.indicators.extend(plans);
}

/// What the rows of an indicator have in common.
#[derive(Default)]
struct Quotient {
    /// By what every value is its quotient multiplied; none while that is not known.
    multiplier: Option<f64>,
    /// True where there is no such number.
    is_none: bool,
    /// True where a numerator is larger than its denominator.
    is_over: bool,
    /// True where a numerator is no whole number.
    is_measured: bool,
    /// True where a value has an interval.
    is_judged: bool,
    unit: String,
}

impl Quotient {
    fn take(&mut self, (numerator, denominator): (f64, f64), value: f64) {
        self.is_over |= numerator > denominator;
        self.is_measured |= numerator.fract() != 0.0;
        if denominator == 0.0 || numerator == 0.0 {
            return;
        }
        let fits = |multiplier: &f64| {
            let computed = numerator / denominator * multiplier;
            (computed - value).abs() <= computed.abs() * 1e-9
        };
        match self.multiplier {
            Some(known) => self.is_none |= !fits(&known),
            None => {
                self.multiplier = MULTIPLIERS.into_iter().find(fits);
                self.is_none |= self.multiplier.is_none();
            }
        }
    }

    fn plan(&self, name: &str, tells_intervals: bool) -> Option<IndicatorPlan> {
        let multiplier = self.multiplier.filter(|_| !self.is_none)?;
        let is_part = !self.is_over && matches!(multiplier, 100.0 | 1000.0);
        let kind = match (is_part, self.is_measured) {
            (true, _) => Kind::Proportion,
            (false, true) => Kind::Ratio,
            (false, false) => Kind::Rate,
        };
        let sign = if multiplier == 1000.0 { "‰" } else { "%" };
        let unit = match (self.unit.as_str(), is_part) {
            ("", true) => sign,
            (unit, _) => unit,
        };
        Some(IndicatorPlan {
            unit: unit.to_string(),
            kind,
            // The program gave no interval where chance has no part.
            nature: match tells_intervals && !self.is_judged {
                true => Nature::Inventory,
                false => Nature::Events,
            },
            multiplier,
            decimals: if is_part { DECIMALS.0 } else { DECIMALS.1 },
            ..IndicatorPlan::plain(name)
        })
    }
}
