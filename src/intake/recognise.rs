//! A recipe guessed from the first rows of a table, and everything that was assumed.

use super::across;
use super::blanks;
use super::columns::{self, Column, Marks};
use super::dated_names;
use super::figures;
use super::foreign;
use super::genesis;
use super::header::{self, Header};
use super::keys;
use super::merged;
use super::our_notes;
use super::ours;
use super::remark::Remark;
use super::roles::Roles;
use super::second_table::stands_beside;
use super::sentinels;
use super::take::stem;
use super::titles::{Titles, area_in_titles};
use super::undated;
use super::vocabulary::notes::is_stamp;
use super::when::bands;
use super::when::titled::{self, Titled, stated_period};
use super::{
    ColumnPlan, ColumnRole, DayOrder, DecimalMark, Encoding, Recipe, Sample, SampleRow, quotients,
    shares,
};
use crate::model::FaultKind;
use crate::parse::FileFault;

/// What was made of a sample.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// How to read the table.
    pub recipe: Recipe,
    /// Everything assumed.
    pub remarks: Vec<Remark>,
}

/// Guesses how a table is to be read.
///
/// # Errors
/// Where nothing can be made of it: no rows, no numbers.
pub fn recognise(
    sample: &Sample,
    encoding: Encoding,
    delimiter: u8,
    file_name: &str,
) -> Result<Recognised, FileFault> {
    if let Some(recognised) = super::sdmx::recognise_sdmx(sample, encoding, delimiter) {
        return recognised;
    }
    if let Some(kind) = foreign::foreign_table(sample) {
        return Err(FileFault::at(
            sample.rows.first().map_or(0, |it| it.line),
            kind,
        ));
    }
    let header = header::find(sample);
    let rows = columns::data_rows(sample, &header);
    if rows.is_empty() {
        return Err(FileFault::whole(FaultKind::NoNumbers));
    }
    if let Some((header_cells, row_cells)) = header.misfit(sample) {
        let line = sample.rows.get(header.first).map_or(0, |row| row.line);
        let kind = FaultKind::HeaderShape {
            header_cells,
            row_cells,
        };
        return Err(FileFault::at(line, kind));
    }
    let mark = columns::marks(&rows, header.names.len(), delimiter).mark;
    let mark = mark.unwrap_or(DecimalMark::Point);
    if stands_beside(&columns::columns(&rows, &header.names, mark)) {
        let line = sample.rows.get(header.first).map_or(0, |row| row.line);
        return Err(FileFault::at(line, FaultKind::SecondTable));
    }
    let recognised = fit(sample, encoding, delimiter, file_name, &header);
    let has_figures = recognised
        .recipe
        .columns
        .iter()
        .any(|it| it.figure().is_some());
    match has_figures {
        true => Ok(recognised),
        false => Err(FileFault::whole(FaultKind::NoNumbers)),
    }
}

/// Guesses anew what the columns are after the reader chose another header: its first line (0 for
/// none) and number of rows.
pub fn refit(
    sample: &Sample,
    recipe: &Recipe,
    header_line: u32,
    header_rows: u8,
    file_name: &str,
) -> Recognised {
    let header = header::at_line(sample, header_line, header_rows);
    fit(
        sample,
        recipe.encoding,
        recipe.delimiter,
        file_name,
        &header,
    )
}

fn fit(
    sample: &Sample,
    encoding: Encoding,
    delimiter: u8,
    file_name: &str,
    header: &Header,
) -> Recognised {
    let rows = columns::data_rows(sample, header);
    let marks = columns::marks(&rows, header.names.len(), delimiter);
    let mark = marks.mark.unwrap_or(DecimalMark::Point);
    let mut columns = columns::columns(&rows, &header.names, mark);
    columns::know_by_rows(&mut columns, &header.by_row);
    let mut roles = Roles::new(&columns, sample.is_whole);
    header_remarks(sample, header, &mut roles.remarks);
    let names = figures::Names::of(&columns);
    let is_ours = ours::set(&mut roles);
    if !is_ours {
        genesis::set(&mut roles);
        roles.set_qualifier();
        roles.set_aside();
        roles.set_scale();
        roles.set_intervals(mark);
        roles.set_times(names.state_periods());
        roles.set_other_quarters();
        if !roles.has(&ColumnRole::AreaName) {
            roles.set_areas();
        }
        roles.set_kinds();
        roles.set_others();
        roles.part_by_kind();
        roles.set_postal();
        roles.set_area_by_content();
        roles.pair_unnamed();
        roles.pair_by_content();
        roles.set_labels();
        roles.set_class_codes();
    }
    let has_time = roles
        .roles
        .iter()
        .flatten()
        .any(|role| matches!(role, ColumnRole::Period | ColumnRole::Year));
    let units = names.units();
    let mut titles = Titles::of(sample, header);
    names.set_figures(&mut roles, has_time);
    if !is_ours {
        roles.settle_qualifier();
    }
    mark_remarks(&marks, mark, &mut roles.remarks);
    let Roles {
        roles,
        mut remarks,
        dates,
        has_unread_time,
        ..
    } = roles;
    let plan = |(at, (column, role)): (usize, (&Column<'_>, Option<ColumnRole>))| ColumnPlan {
        name: match column.name.is_empty() {
            true => format!("#{}", at + 1),
            false => column.name.clone(),
        },
        role: role.unwrap_or(ColumnRole::Ignored),
    };
    let plans = columns.iter().zip(roles).enumerate().map(plan).collect();
    let header_line = match header.rows {
        0 => 0,
        _ => sample.rows.get(header.first).map_or(0, |row| row.line),
    };
    let mut recipe = Recipe {
        encoding,
        delimiter,
        decimal_mark: mark,
        day_order: dates.day_order,
        header_line,
        header_rows: u8::try_from(header.rows).unwrap_or(u8::MAX),
        has_unit_row: header.has_unit_row,
        columns: plans,
        period: None,
        filled_down: Vec::new(),
        quotients: Vec::new(),
        missing: Vec::new(),
        area: String::new(),
        indicators: Vec::new(),
        century: dates.century,
        split_years: dates.split_years,
        serial_days: dates.serial_days,
        numbered_parts: dates.numbered_parts,
        republic_years: dates.republic_years,
        year_begins: dates.year_begins,
        dated_names: false,
        days_apart: false,
        is_sdmx: false,
        spaced_quotes: sample.spaced_quotes.is_some(),
        joined_keys: sample.joined_keys,
        inner_quotes: sample.inner_quotes.map(|(how, _)| how),
        blanks_above: false,
        is_unjudged: false,
    };
    if !has_unread_time && !states_time(&recipe) {
        dated_names::set(&mut recipe, &columns, &mut remarks);
    }
    // A title says nothing where a column was to say it.
    if !has_unread_time && !states_time(&recipe) {
        let of_band = bands::only(sample, header, &mut remarks);
        if !has_bands(&remarks) {
            let stated = of_band.map(Titled::plain);
            let stated = stated.or_else(|| stated_period(sample, header, file_name));
            titled::set(&mut recipe, stated, &mut remarks);
        }
    }
    if !is_ours {
        across::set(&mut recipe, &columns, &mut remarks);
    }
    let has_area = recipe.states_areas()
        || recipe.columns.iter().any(|it| {
            matches!(
                it.role,
                ColumnRole::AreaCode | ColumnRole::CodeWithin | ColumnRole::AreaName
            )
        });
    if let Some(area) = area_in_titles(sample, header).filter(|_| !has_area) {
        recipe.area = area.to_string();
        let area = recipe.area.clone();
        remarks.push(Remark::AreaFromTitle { area });
    } else if !has_area && !stem(file_name).is_empty() {
        recipe.area = stem(file_name).to_string();
        let area = recipe.area.clone();
        remarks.push(Remark::AreaFromFileName { area });
    }
    if !is_ours {
        merged::set(&mut recipe, &columns, &mut remarks);
    }
    if !is_ours {
        blanks::set(&mut recipe, &columns, &mut remarks);
    }
    recipe.missing = sentinels::of(&recipe, &columns);
    figures::set_indicators(&mut recipe, &columns, &units, stem(file_name), &titles);
    ours::set_indicators(&mut recipe, &columns);
    if !is_ours {
        quotients::set(&mut recipe, &columns, &mut remarks);
        remarks.extend(shares::remark(&recipe, &columns));
    }
    let is_stamped = |place: usize| {
        let cells = columns.get(place).map_or(&[][..], |column| &column.cells);
        cells.iter().any(|cell| is_stamp(cell))
    };
    if ours::stamp_place(&recipe.columns).is_some_and(is_stamped) {
        remarks.push(Remark::Fictional);
    }
    keys::settle(sample, &mut recipe, &columns, file_name, &mut remarks);
    remarks.extend(undated::remark(&recipe));
    titles.take_unit_of_columns(&recipe, &units);
    titles.finish(&mut recipe, &mut remarks);
    remarks.extend(our_notes::set(&mut recipe, sample));
    Recognised { recipe, remarks }
}

fn has_bands(remarks: &[Remark]) -> bool {
    let mut remarks = remarks.iter();
    remarks.any(|it| matches!(it, Remark::PeriodsBetweenRows { .. }))
}

fn states_time(recipe: &Recipe) -> bool {
    recipe.dated_names
        || recipe.columns.iter().any(|column| match &column.role {
            ColumnRole::Period | ColumnRole::Year => true,
            ColumnRole::Figure(figure) => figure.period.is_some(),
            _ => false,
        })
}

fn header_remarks(sample: &Sample, header: &Header, remarks: &mut Vec<Remark>) {
    let line = |at: usize| sample.rows.get(at).map_or(0, |row: &SampleRow| row.line);
    if header.first > 0 {
        let (from, to) = (line(0), line(header.first - 1));
        remarks.push(Remark::TitleLines { from, to });
    }
    if sample.joined_keys {
        remarks.push(Remark::JoinedKeys);
    }
    if let Some((_, line)) = sample.inner_quotes {
        remarks.push(Remark::InnerQuotes { line });
    }
    if let Some(line) = sample.spaced_quotes {
        remarks.push(Remark::SpacedQuotes { line });
    }
    let quoted = sample.rows.iter().find_map(|row| {
        let mut cells = row.cells.iter();
        let is_quoted =
            |cell: &&String| cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"');
        Some((row.line, cells.find(is_quoted)?.clone()))
    });
    if let Some((line, example)) = quoted {
        remarks.push(Remark::QuotesKept { example, line });
    }
    if header.rows == 0 {
        remarks.push(Remark::NoHeader);
    }
    if header.rows > 1 + usize::from(header.has_unit_row) {
        let rows = u8::try_from(header.rows).unwrap_or(u8::MAX);
        remarks.push(Remark::HeaderRows { rows });
    }
    if header.has_unit_row {
        remarks.push(Remark::UnitRow {
            line: line(header.end() - 1),
        });
    }
}

fn mark_remarks(marks: &Marks, mark: DecimalMark, remarks: &mut Vec<Remark>) {
    if let Some(example) = &marks.thousands {
        remarks.push(Remark::ThousandsMarks {
            example: example.clone(),
        });
    }
    if let Some(example) = &marks.open {
        remarks.push(Remark::MarkNotCertain {
            example: example.clone(),
            read_as: mark,
        });
    }
}

impl Recipe {
    /// A recipe of which nothing is known but how the file is cut.
    pub fn blank(encoding: Encoding, delimiter: u8) -> Recipe {
        Recipe {
            encoding,
            delimiter,
            decimal_mark: DecimalMark::Point,
            day_order: DayOrder::DayFirst,
            header_line: 1,
            header_rows: 1,
            has_unit_row: false,
            columns: Vec::new(),
            period: None,
            filled_down: Vec::new(),
            quotients: Vec::new(),
            missing: Vec::new(),
            area: String::new(),
            indicators: Vec::new(),
            century: None,
            split_years: false,
            serial_days: false,
            numbered_parts: None,
            republic_years: false,
            year_begins: None,
            dated_names: false,
            days_apart: false,
            is_sdmx: false,
            spaced_quotes: false,
            joined_keys: false,
            inner_quotes: None,
            blanks_above: false,
            is_unjudged: false,
        }
    }
}
