//! What the lines above a header say of the whole table: an indicator, a unit.

use super::column_names::without_unit;
use super::doubts::Doubt;
use super::header::Header;
use super::remark::Remark;
use super::vocabulary::headed_units::without_in;
use super::vocabulary::kinds::is_of_counts;
use super::vocabulary::titles::{
    area_in_title, called_unit, may_have_unit, name_in_title, stated_unit, unit_at_end,
};
use super::vocabulary::{is_indicator_word, stated_indicator};
use super::{ColumnPlan, ColumnRole, IndicatorPlan, Recipe, Sample, SampleRow};

/// The one area that the titles say a table is of.
pub(super) fn area_in_titles<'s>(sample: &'s Sample, header: &Header) -> Option<&'s str> {
    let above = sample.rows.iter().take(header.first);
    let mut named = above
        .flat_map(|row| &row.cells)
        .filter_map(|it| area_in_title(it));
    named.next()
}

/// What the titles say; blank where they do not.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// The name of the only indicator.
    pub indicator: String,
    /// The unit of every figure that may have it; blank where several are stated.
    unit: String,
    /// The line that states it.
    line: u32,
    /// What lines call a unit, with these.
    called: Vec<(String, u32)>,
}

impl Titles {
    pub(super) fn of(sample: &Sample, header: &Header) -> Titles {
        let mut titles = Titles::default();
        let mut units: Vec<(&str, u32)> = Vec::new();
        let mut stated: Vec<(&str, u32)> = Vec::new();
        let above = sample.rows.iter().take(header.first);
        // A list of what was asked for, a word and what it is.
        let pairs = above.clone().filter_map(|row| named_by_pair(row));
        for (name, unit, line) in pairs {
            titles.indicator = name.to_string();
            units.extend((!unit.is_empty()).then_some((unit, line)));
        }
        for (row, cell) in above.flat_map(|row| row.cells.iter().map(move |cell| (row, cell))) {
            if let Some(name) = stated_indicator(cell) {
                let (name, unit) = without_unit(name);
                titles.indicator = name.to_string();
                units.extend((!unit.is_empty()).then_some((unit, row.line)));
            } else {
                // What a line calls the unit counts more than what a title ends in.
                if let Some(text) = called_unit(cell) {
                    titles.called.push((text.to_string(), row.line));
                }
                match stated_unit(cell) {
                    Some(unit) => stated.push((unit, row.line)),
                    None => units.extend(unit_at_end(cell).map(|unit| (unit, row.line))),
                }
            }
        }
        if !stated.is_empty() {
            units = stated;
        }
        if titles.indicator.is_empty() {
            let cells = sample
                .rows
                .iter()
                .take(header.first)
                .flat_map(|row| &row.cells);
            let mut names = cells.filter_map(|cell| name_in_title(cell));
            titles.indicator = match (names.next(), names.next()) {
                (Some(name), None) => name.to_string(),
                _ => String::new(),
            };
        }
        // The corner of a table may state it in the place of a name.
        let corner = sample.rows.get(header.first).filter(|_| header.rows > 0);
        let corner = corner.and_then(|row| Some((row.line, row.cells.first()?)));
        if let Some((line, unit)) = corner.and_then(|(line, cell)| Some((line, corner_unit(cell)?)))
        {
            units.push((unit, line));
        }
        if let [(unit, line), rest @ ..] = &units[..]
            && rest.iter().all(|(other, _)| other == unit)
        {
            titles.unit = without_in(unit).to_string();
            titles.line = *line;
        }
        titles
    }

    /// Takes the unit that every column of figures states, where rows name the indicators.
    pub(super) fn take_unit_of_columns(&mut self, recipe: &Recipe, names: &[(String, String)]) {
        let has = |role: ColumnRole| recipe.columns.iter().any(|it| it.role == role);
        let mut figures = recipe.columns.iter().filter_map(ColumnPlan::figure);
        let is_named_in_rows = has(ColumnRole::Indicator)
            || has(ColumnRole::PartOfIndicator) && figures.all(|it| it.indicator.is_empty());
        let columns = recipe.columns.iter().zip(names);
        let columns = columns.filter(|(column, _)| column.figure().is_some());
        let mut units = columns.map(|(_, (_, unit))| unit);
        if let Some(unit) = units
            .next()
            .filter(|_| is_named_in_rows && self.unit.is_empty())
            && units.all(|other| other == unit)
        {
            self.unit.clone_from(unit);
            self.line = recipe.header_line;
        }
    }

    /// The unit that an indicator has by them; blank where it can have no such unit.
    pub(super) fn unit_of(&self, name: &str) -> &str {
        match !self.unit.is_empty() && may_have_unit(name, &self.unit) {
            true => &self.unit,
            false => "",
        }
    }

    /// Gives the unit to the indicators that rows name, where no column has units, and tells it.
    pub(super) fn finish(&self, recipe: &mut Recipe, remarks: &mut Vec<Remark>) {
        let has =
            |recipe: &Recipe, role: ColumnRole| recipe.columns.iter().any(|it| it.role == role);
        let is_named_in_rows =
            has(recipe, ColumnRole::Indicator) || has(recipe, ColumnRole::PartOfIndicator);
        if is_named_in_rows && !has(recipe, ColumnRole::Unit) {
            for plan in recipe.indicators.iter_mut().filter(|it| it.unit.is_empty()) {
                let unit = self.unit_of(&plan.name);
                if unit.is_empty() || !plan.is_guessed() {
                    continue;
                }
                let plain = IndicatorPlan {
                    unit: unit.to_string(),
                    decimals: plan.decimals,
                    ..IndicatorPlan::plain(&plan.name)
                };
                *plan = match plan.is_counted() && is_of_counts(unit) {
                    true => plain.counted(),
                    false => plain,
                };
            }
        }
        let is_of_title = |plan: &IndicatorPlan| {
            !plan.unit.is_empty() && plan.unit == self.unit && self.unit_of(&plan.name) == self.unit
        };
        if recipe.indicators.iter().any(is_of_title) {
            let (unit, line) = (self.unit.clone(), self.line);
            remarks.push(Remark::UnitFromTitle { unit, line });
        }
        // In each of its parts: of 人、户 one may be that of some.
        let has_unit = |text: &str| {
            let mut plans = recipe.indicators.iter();
            plans.any(|plan| !plan.unit.is_empty() && text.contains(&plan.unit))
        };
        let unused = self.called.iter().find(|(text, _)| !has_unit(text));
        remarks.extend(unused.map(|(text, line)| {
            let (text, line) = (text.clone(), *line);
            Remark::Doubt(Doubt::UnitUnused { text, line })
        }));
    }
}

/// The indicator that a row names behind the word for one, its unit and the line: `variable,Employment rate`.
fn named_by_pair(row: &SampleRow) -> Option<(&str, &str, u32)> {
    let mut cells = row.cells.iter().filter(|cell| !cell.is_empty());
    let (Some(word), Some(name), None) = (cells.next(), cells.next(), cells.next()) else {
        return None;
    };
    let word = word.trim_end_matches([':', '：']);
    let is_named =
        row.cells.first().is_some_and(|it| it.starts_with(word)) && is_indicator_word(word);
    let (name, unit) = without_unit(name);
    is_named.then_some((name, unit, row.line))
}

/// The unit that a cell states and nothing else.
fn corner_unit(cell: &str) -> Option<&str> {
    let bare = cell.trim_start_matches(['(', '（', '[']);
    let unit = stated_unit(bare)?;
    let head = bare.get(..bare.find([':', '：'])?)?;
    // A heading of its own before it is the name of the column, with its unit.
    head.trim().chars().count().le(&8).then_some(unit)
}
