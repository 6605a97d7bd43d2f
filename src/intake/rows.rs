//! Rows to observations, by a plan. The same rows are read for the preview and for the whole file.
//! What does not keep the plan is told with its line and its column, and never read.

use super::indicators::Met;
use super::number::{Number, Numbers, Read};
use super::places::{Places, Said};
use super::plan::{Cell, Group, Plan};
use super::seen::Seen;
use super::tail::Tail;
use super::vocabulary::is_total;
use super::when::{self, Dates};
use super::{DecimalMark, Recipe, vocabulary};
use crate::model::{
    FaultKind, Faults, Invalid, Period, Status, Written, holds_personal_number, number_in_full,
};
use crate::parse::{FileFault, cell};
use crate::table::{Dictionary, Observations};
use std::sync::Arc;

/// The cells of one row, wherever they come from.
pub(super) trait Cells {
    /// Line on which the row begins.
    fn line(&self) -> u32;
    /// Number of cells.
    fn count(&self) -> usize;
    /// A cell; blank past the end.
    fn cell(&self, place: usize) -> &str;
    /// True where the row is the file's last and no line end follows it.
    fn breaks_off(&self) -> bool;
}

/// More areas than this are no table of areas.
pub(super) const MOST_AREAS: usize = 200_000;
/// More indicators than this cannot be numbered.
pub(super) const MOST_INDICATORS: usize = u16::MAX as usize;

/// Takes rows and fills columns.
pub(super) struct Rows {
    file: Arc<str>,
    plan: Plan,
    /// Names of the columns, for telling where something stands.
    names: Vec<String>,
    mark: DecimalMark,
    dates: Dates,
    header_line: u32,
    header_left: u8,
    /// Stands for the name of an indicator where none is given: the file's.
    stem: String,
    numbers: Numbers,
    /// Periods as written, and what each was read as.
    written_periods: Dictionary,
    periods: Vec<Result<Period, FaultKind>>,
    pub places: Places,
    pub indicators: Met,
    pub table: Observations,
    pub faults: Faults,
    tail: Tail,
    pub seen: Seen,
    /// Cells of each column that were told to be read in another way than written.
    told: Vec<u32>,
    key: String,
    parent_key: String,
    label: String,
    /// What is wrong with the whole file.
    pub failure: Option<FileFault>,
}

impl Rows {
    pub(super) fn new(recipe: &Recipe, file: &str, stem: &str) -> Rows {
        let plan = Plan::of(recipe);
        let mut table = Observations::with_dimensions(plan.dimensions.len());
        table.header_line = recipe.header_line;
        Rows {
            file: file.into(),
            names: recipe.columns.iter().map(|it| it.name.clone()).collect(),
            mark: recipe.decimal_mark,
            dates: Dates::of(recipe),
            header_line: recipe.header_line,
            header_left: match recipe.header_line {
                0 => 0,
                _ => recipe.header_rows.max(1),
            },
            stem: stem.to_string(),
            numbers: Numbers::default(),
            written_periods: Dictionary::default(),
            periods: vec![Err(FaultKind::Blank)],
            places: Places::default(),
            indicators: Met::new(recipe),
            table,
            faults: Faults::default(),
            tail: Tail::default(),
            seen: Seen::default(),
            told: vec![0; plan.width],
            plan,
            key: String::new(),
            parent_key: String::new(),
            label: String::new(),
            failure: None,
        }
    }

    /// Takes one row of the file, the header's and those above it as well.
    pub(super) fn row(&mut self, cells: &dyn Cells) {
        if self.failure.is_some() || cells.line() < self.header_line {
            return;
        }
        if self.header_left > 0 {
            self.header_left -= 1;
            return;
        }
        self.table.record_count += 1;
        let plan = std::mem::take(&mut self.plan);
        if cells.count() != plan.width {
            self.tail.odd(cells);
        } else if self.holds_figures(&plan, cells) {
            self.tail.sound(&self.file, &mut self.faults, plan.width);
            self.sound_row(&plan, cells);
        } else {
            self.tail.aside(cells);
        }
        self.plan = plan;
    }

    /// Ends the file.
    pub(super) fn finish(&mut self) -> Result<(), FileFault> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        let (width, rows) = (self.plan.width, self.table.record_count);
        self.tail
            .finish(&self.file, &mut self.faults, width, rows, self.header_line)
    }

    pub(super) fn read_as(&mut self, note: FaultKind) {
        self.faults.push(&self.file, 0, "", "", note);
    }

    /// The name of the column that says which area a row is about.
    pub(super) fn area_column(&self) -> &str {
        let name = self.plan.area().and_then(|place| self.names.get(place));
        name.map_or("", String::as_str)
    }

    /// A code or a name of an area that looks like a person's number. Codes of eleven digits that
    /// begin as mobile numbers do, such as those of census tracts, are none in a column that is named
    /// for codes.
    pub(super) fn personal_number(&self) -> Option<&str> {
        let name = vocabulary::folded(self.area_column());
        let is_for_codes = self.plan.area_code.is_some() && vocabulary::code_rank(&name).is_some();
        let is_short = |code: &str| code.len() == 11 && is_for_codes;
        let mut all = self.places.codes().chain(self.places.names());
        all.find(|text| holds_personal_number(text) && !is_short(text))
    }

    /// Line of the first row that was left aside, and how many were.
    pub(super) fn aside(&self) -> Option<(u32, usize)> {
        self.tail.told
    }

    fn holds_figures(&self, plan: &Plan, cells: &dyn Cells) -> bool {
        let is_filled = |cell: &Cell| !cells.cell(cell.place).is_empty();
        let mut all = plan.groups.iter().flat_map(Group::cells);
        let says_why = plan.status.is_some_and(|place| {
            cell::status(cells.cell(place)).is_ok_and(|status| !status.has_figure())
        });
        says_why || all.any(is_filled)
    }

    fn sound_row(&mut self, plan: &Plan, cells: &dyn Cells) {
        if !self.set_area_key(plan, cells) {
            return;
        }
        let row_period = self.row_period(plan, cells);
        let mut told_period = false;
        for group in &plan.groups {
            let period = match (group.period, &row_period) {
                (Some(period), _) => period,
                (None, Ok(period)) => *period,
                (None, Err((place, kind))) => {
                    let has_any = group.cells().any(|it| !cells.cell(it.place).is_empty());
                    if has_any && !std::mem::replace(&mut told_period, true) {
                        self.tell(cells, *place, kind.clone());
                    }
                    continue;
                }
            };
            self.group(plan, group, cells, period);
        }
    }

    /// Writes the key of the row's area; false where it has none, which is told.
    fn set_area_key(&mut self, plan: &Plan, cells: &dyn Cells) -> bool {
        let at = |place: Option<usize>| place.map_or("", |place| cells.cell(place));
        let (code, name) = (at(plan.area_code), at(plan.area_name));
        let (parent_code, parent_name) = (at(plan.parent_code), at(plan.parent_name));
        let Some(place) = plan.area() else {
            self.key.clear();
            push_key(&mut self.key, &plan.table_area);
            let said = Said {
                name: &plan.table_area,
                ..Said::default()
            };
            self.places.meet(&self.key, said);
            return true;
        };
        if cell::looks_like_excel_exponent(code) {
            self.tell(cells, place, FaultKind::ExcelExponent);
            return false;
        }
        self.parent_key.clear();
        let parent = if parent_code.is_empty() {
            parent_name
        } else {
            parent_code
        };
        push_key(&mut self.parent_key, parent);
        self.key.clear();
        let own_name = if name.is_empty() { code } else { name };
        if own_name.is_empty() {
            self.tell(cells, place, FaultKind::Blank);
            return false;
        }
        if !parent.is_empty() && (is_total(own_name) || own_name == parent_name) {
            // The sum of those in one parent is the parent's own figure.
            self.key.push_str(&self.parent_key);
            self.parent_key.clear();
            let said = Said {
                name: parent_name,
                ..Said::default()
            };
            self.places.meet(&self.key, said);
        } else {
            if code.is_empty() && !parent.is_empty() {
                // Two parents may have areas of one name.
                self.key.push_str(&self.parent_key);
                self.key.push('/');
            }
            push_key(&mut self.key, if code.is_empty() { name } else { code });
            if self.key == self.parent_key {
                self.parent_key.clear();
            }
            let said = Said {
                name: own_name,
                parent: &self.parent_key,
                parent_name,
                system: at(plan.code_system),
            };
            self.places.meet(&self.key, said);
        }
        if self.places.count() > MOST_AREAS {
            let kind = FaultKind::TooManyAreas { limit: MOST_AREAS };
            self.fail(cells, place, kind);
            return false;
        }
        true
    }

    fn fail(&mut self, cells: &dyn Cells, place: usize, kind: FaultKind) {
        let column = self.names.get(place).map_or("", String::as_str);
        self.failure = Some(FileFault::at(cells.line(), kind).in_column(column));
    }

    /// The period of the row, or the column that it cannot be read from and why.
    fn row_period(&mut self, plan: &Plan, cells: &dyn Cells) -> Result<Period, (usize, FaultKind)> {
        if let Some(place) = plan.period {
            return self
                .written_period(cells.cell(place))
                .map_err(|kind| (place, kind));
        }
        let Some(place) = plan.year else {
            return plan.table_period.ok_or((0, FaultKind::Blank));
        };
        let wrong = |place: usize| {
            let kind = match cells.cell(place) {
                "" => FaultKind::Blank,
                _ => FaultKind::PeriodForm,
            };
            Err((place, kind))
        };
        let Some((year, _)) = when::year(cells.cell(place), self.dates) else {
            return match cells.cell(place) {
                "" => wrong(place),
                // A column of years may hold 2019/20.
                text => self.written_period(text).map_err(|kind| (place, kind)),
            };
        };
        let found = match (plan.quarter, plan.month) {
            (Some(place), _) => match when::quarter(cells.cell(place)) {
                Some(quarter) => Period::quarter(year, quarter),
                None => return wrong(place),
            },
            (None, Some(place)) => match when::month(cells.cell(place)) {
                Some(month) => Period::month(year, month),
                None => return wrong(place),
            },
            (None, None) => Period::year(year),
        };
        found.ok_or((place, FaultKind::PeriodForm))
    }

    fn written_period(&mut self, text: &str) -> Result<Period, FaultKind> {
        let code = self.written_periods.code(text) as usize;
        if code == self.periods.len() {
            let read = when::period(text, self.dates).map(|when| when.period);
            self.periods.push(read);
        }
        self.periods[code].clone()
    }

    fn group(&mut self, plan: &Plan, group: &Group, cells: &dyn Cells, period: Period) {
        let mut status = Status::Normal;
        if let Some(place) = plan.status {
            match cell::status(cells.cell(place)) {
                Ok(read) => status = read,
                Err(kind) => self.tell(cells, place, kind),
            }
        }
        let is_filled = |cell: &Cell| !cells.cell(cell.place).is_empty();
        if status.has_figure() && !group.cells().any(is_filled) {
            return;
        }
        if !self.set_label(plan, group, cells) {
            return;
        }
        let row = self.table.add_row(cells.line());
        let mut invalid = false;
        let mut sign = None;
        let mut decimals = 0;
        let mut note = None;
        let parts = [&group.value, &group.numerator, &group.denominator];
        let numbers = parts.map(|part| {
            let part = part.as_ref()?;
            let text = cells.cell(part.place);
            match self.numbers.read(text, self.mark, &part.sign) {
                Read::Blank => None,
                Read::Number(number) => {
                    decimals = decimals.max(number.decimals);
                    if number.status != Status::Normal && status == Status::Normal {
                        status = number.status;
                    }
                    self.seen.number(text, &number);
                    if number.footnote || number.parentheses {
                        note.get_or_insert(part.place);
                        self.tell_read(cells, part.place, &number);
                    }
                    Some(number.value)
                }
                Read::Sign(why) => {
                    self.seen.sign(text);
                    sign.get_or_insert(why);
                    note.get_or_insert(part.place);
                    self.tell_sign(cells, part.place, why);
                    None
                }
                Read::Other => {
                    invalid = true;
                    self.tell_no_number(cells, part.place);
                    None
                }
            }
        });
        if invalid {
            self.table.set_invalid(row, Invalid::NotANumber);
        }
        // A sign in the place of one part leaves the others without a meaning.
        let is_known = sign.is_none();
        if let Some(why) = sign.filter(|_| status.has_figure()) {
            status = why;
        }
        let [value, numerator, denominator] = numbers.map(|number| number.filter(|_| is_known));
        self.table.value.set(row, value);
        self.table.numerator.set(row, numerator);
        self.table.denominator.set(row, denominator);
        self.table.set_status(row, status);
        self.set_texts(plan, group, cells, row, note);
        self.table
            .period
            .set(row, self.indicators.period_text(period));
        let unit = plan.unit.map_or("", |place| cells.cell(place));
        let code = self.indicators.meet(&self.label, unit, decimals);
        self.table.indicator.set(row, code);
        if self.indicators.count() > MOST_INDICATORS {
            let kind = FaultKind::TooManyIndicators {
                limit: MOST_INDICATORS,
            };
            self.fail(cells, plan.indicator.unwrap_or(0), kind);
        }
    }

    fn set_texts(
        &mut self,
        plan: &Plan,
        group: &Group,
        cells: &dyn Cells,
        row: usize,
        noted: Option<usize>,
    ) {
        self.table.area.set(row, &self.key);
        if let (Some(_), Some(place)) = (plan.area_code, plan.area_name) {
            self.table.area_name.set(row, cells.cell(place));
        }
        for (at, (place, total)) in plan.dimensions.iter().enumerate() {
            let text = cells.cell(*place);
            let text = if text == total { "" } else { text };
            self.table.dimensions[at].set(row, text);
        }
        let column = group.cells().next().and_then(|it| self.names.get(it.place));
        self.table
            .locator
            .set(row, column.map_or("", String::as_str));
        let note = plan.note.map_or("", |place| cells.cell(place));
        let note = match (note, noted) {
            ("", Some(place)) => cells.cell(place),
            (note, _) => note,
        };
        self.table.note.set(row, note);
    }

    /// Writes the name of the group's indicator; false where the row does not say it.
    fn set_label(&mut self, plan: &Plan, group: &Group, cells: &dyn Cells) -> bool {
        self.label.clear();
        if let Some(place) = plan.indicator {
            let text = cells.cell(place);
            if text.is_empty() {
                self.tell(cells, place, FaultKind::Blank);
                return false;
            }
            self.label.push_str(text);
        }
        let parts = plan.indicator_parts.iter().map(|place| cells.cell(*place));
        for part in std::iter::once(group.indicator.as_str()).chain(parts) {
            if !part.is_empty() {
                if !self.label.is_empty() {
                    self.label.push_str(" · ");
                }
                self.label.push_str(part);
            }
        }
        if self.label.is_empty() {
            self.label.push_str(&self.stem);
        }
        true
    }

    fn tell(&mut self, cells: &dyn Cells, place: usize, kind: FaultKind) {
        let column = self.names.get(place).map_or("", String::as_str);
        let text = cells.cell(place);
        self.faults
            .push(&self.file, cells.line(), column, text, kind);
    }

    /// Of what is told by the thousand only the first are written out.
    fn tell_read(&mut self, cells: &dyn Cells, place: usize, number: &Number) {
        let read_as = match self.is_told(place) {
            true => String::new(),
            false => number_in_full(number.value),
        };
        self.tell(cells, place, FaultKind::NumberRead { read_as });
    }

    fn tell_sign(&mut self, cells: &dyn Cells, place: usize, why: Status) {
        let read_as = match self.is_told(place) {
            true => String::new(),
            false => format!("status {}", why.letter()),
        };
        self.tell(cells, place, FaultKind::NumberRead { read_as });
    }

    fn is_told(&mut self, place: usize) -> bool {
        const WRITTEN_OUT: u32 = 16;
        let Some(told) = self.told.get_mut(place) else {
            return false;
        };
        *told = told.saturating_add(1);
        *told > WRITTEN_OUT
    }

    fn tell_no_number(&mut self, cells: &dyn Cells, place: usize) {
        let kind = match holds_personal_number(cells.cell(place)) {
            true => FaultKind::PersonalNumber,
            false => FaultKind::NotANumber {
                written: Written::Otherwise,
            },
        };
        self.tell(cells, place, kind);
    }
}

/// A comma parts codes in addresses, so that no code holds one.
pub(super) fn push_key(key: &mut String, text: &str) {
    key.extend(text.chars().map(|it| if it == ',' { '，' } else { it }));
}
