//! Rows to observations, by a plan. The same rows are read for the preview and for the whole file.
//! What does not keep the plan is told with its line and its column, and never read.

pub(in crate::intake) mod area;
pub(in crate::intake) mod codes;
pub(in crate::intake) mod figures;
pub(in crate::intake) mod label;
pub(in crate::intake) mod period;
pub(in crate::intake) mod remark;
pub(in crate::intake) mod shape;
pub(in crate::intake) mod told;

use crate::intake::figure_kind::SaidOnce;
use crate::intake::indicators::Met;
use crate::intake::merged::{Above, Filled};
use crate::intake::number::Numbers;
use crate::intake::once::Once;
use crate::intake::places::Places;
use crate::intake::plan::Plan;
use crate::intake::rows::codes::CodeWidths;
use crate::intake::rows::period::ReadPeriod;
use crate::intake::rows::shape::{holds_figures, is_note};
use crate::intake::second_table::{Again, Headers};
use crate::intake::seen::Seen;
use crate::intake::spellings::Spellings;
use crate::intake::sums::groups::Groups;
use crate::intake::sums::holders::Holders;
use crate::intake::tail::Tail;
use crate::intake::vocabulary::codes::speaks_of_codes;
use crate::intake::vocabulary::notes::is_stamp;
use crate::intake::vocabulary::{code_rank, folded};
use crate::intake::when::Dates;
use crate::intake::{DecimalMark, Recipe, ours, vocabulary};
use crate::model::{FaultKind, Faults, holds_personal_number};
use crate::parse::FileFault;
use crate::table::{Dictionary, Observations};
use std::sync::Arc;

/// The cells of one row, wherever they come from.
pub(in crate::intake) trait Cells {
    /// Line on which the row begins.
    fn line(&self) -> u32;
    /// Number of cells.
    fn count(&self) -> usize;
    /// A cell; blank past the end.
    fn cell(&self, place: usize) -> &str;
    /// So many spaces stand before what a cell holds, where that is known.
    fn indent(&self, _place: usize) -> usize {
        0
    }
    /// True where the row is the file's last and no line end follows it.
    fn breaks_off(&self) -> bool;
}

/// More areas than this are no table of areas.
pub(in crate::intake) const MOST_AREAS: usize = 200_000;
/// More indicators than this cannot be numbered.
pub(in crate::intake) const MOST_INDICATORS: usize = u16::MAX as usize;

/// Takes rows and fills columns.
pub(in crate::intake) struct Rows {
    pub(in crate::intake) file: Arc<str>,
    plan: Plan,
    /// Names of the columns, for telling where something stands.
    pub(in crate::intake) names: Vec<String>,
    pub(in crate::intake) mark: DecimalMark,
    /// See [`Recipe::missing`].
    pub(in crate::intake) missing: Vec<String>,
    pub(in crate::intake) dates: Dates,
    header_line: u32,
    header_left: u8,
    headers: Headers,
    /// Stands for the name of an indicator where none is given: the file's.
    pub(in crate::intake) stem: String,
    pub(in crate::intake) numbers: Numbers,
    /// Periods as written, and what each was read as.
    pub(in crate::intake) written_periods: Dictionary,
    pub(in crate::intake) periods: Vec<ReadPeriod>,
    pub places: Places,
    pub spellings: Spellings,
    pub holders: Holders,
    groups: Groups,
    pub indicators: Met,
    pub table: Observations,
    pub faults: Faults,
    tail: Tail,
    above: Above,
    pub seen: Seen,
    /// Cells of each column that were told to be read in another way than written.
    pub(in crate::intake) told: Vec<u32>,
    pub(in crate::intake) time_key: String,
    pub(in crate::intake) key: String,
    pub(in crate::intake) parent_key: String,
    /// True where the row above was left aside as a statistic.
    pub(in crate::intake) below_statistics: bool,
    pub(in crate::intake) code_widths: CodeWidths,
    /// Whether the name of an area is a word for a sum.
    pub(in crate::intake) sums: Once<bool>,
    /// The name of an indicator without the period at its end.
    pub(in crate::intake) bare_names: Once<String>,
    /// Whether the name of an indicator is one of codes.
    code_labels: Once<bool>,
    pub(in crate::intake) label: String,
    pub(in crate::intake) unit: String,
    /// The sign of the row's numbers, where rows have one each; none before the first of them.
    pub(in crate::intake) row_sign: Option<&'static str>,
    /// The word for the kind of figure of the row.
    pub(in crate::intake) kind: String,
    pub(in crate::intake) said: SaidOnce,
    /// The column that says that the figures are fictional, and whether a row does.
    stamp: Option<usize>,
    pub is_fictional: bool,
    /// True where the table says that its figures are not to be judged.
    pub is_unjudged: bool,
    /// See [`Recipe::blanks_above`].
    pub(in crate::intake) blanks_above: bool,
    /// The column of codes in a table of this program, and how many rows are sums of a group.
    codes: Option<usize>,
    pub sum_count: usize,
    /// What is wrong with the whole file.
    pub failure: Option<FileFault>,
}

impl Rows {
    pub(in crate::intake) fn new(recipe: &Recipe, file: &str, stem: &str) -> Rows {
        let plan = Plan::of(recipe);
        let mut table = Observations::with_dimensions(plan.dimensions.len());
        table.header_line = recipe.header_line;
        Rows {
            file: file.into(),
            names: recipe.columns.iter().map(|it| it.name.clone()).collect(),
            mark: recipe.decimal_mark,
            missing: recipe.missing.clone(),
            dates: Dates::of(recipe),
            header_line: recipe.header_line,
            header_left: match recipe.header_line {
                0 => 0,
                _ => recipe.header_rows.max(1),
            },
            headers: Headers::default(),
            stem: stem.to_string(),
            numbers: Numbers::default(),
            written_periods: Dictionary::default(),
            periods: vec![Err((0, FaultKind::Blank))],
            time_key: String::new(),
            places: Places::default(),
            spellings: Spellings::default(),
            holders: Holders::default(),
            groups: Groups::default(),
            indicators: Met::new(recipe, stem),
            table,
            faults: Faults::default(),
            tail: Tail::default(),
            above: Above::new(recipe),
            seen: Seen::default(),
            told: vec![0; plan.width],
            plan,
            key: String::new(),
            parent_key: String::new(),
            below_statistics: false,
            code_widths: CodeWidths::default(),
            sums: Once::default(),
            bare_names: Once::default(),
            code_labels: Once::default(),
            label: String::new(),
            unit: String::new(),
            row_sign: None,
            kind: String::new(),
            said: SaidOnce::default(),
            stamp: ours::stamp_place(&recipe.columns),
            is_fictional: false,
            is_unjudged: recipe.is_unjudged,
            blanks_above: recipe.blanks_above,
            codes: ours::code_place(&recipe.columns),
            sum_count: 0,
            failure: None,
        }
    }

    /// Takes one row of the file, the header's and those above it as well.
    pub(in crate::intake) fn row(&mut self, cells: &dyn Cells) {
        if self.failure.is_some() || cells.line() < self.header_line {
            return;
        }
        if self.header_left > 0 {
            self.header_left -= 1;
            self.headers.take(cells);
            return;
        }
        self.table.record_count += 1;
        let plan = std::mem::take(&mut self.plan);
        if cells.count() != plan.width {
            self.tail.odd(cells, &self.file, &mut self.faults);
        } else if self
            .codes
            .is_some_and(|place| cells.cell(place) == ours::GROUP)
        {
            self.sum_count += 1;
        } else if !holds_figures(&plan, cells)
            || is_note(&plan, cells)
            || is_rule(cells)
            || self.is_of_codes(&plan, cells)
        {
            self.above.take(cells);
            let mut texts = (0..cells.count()).map(|place| cells.cell(place));
            if let Some(text) = texts.find(|it| !it.is_empty()) {
                self.seen.line_between(text, cells.line());
            }
            self.tail.aside(cells, &self.file, &mut self.faults);
        } else if let Some(again) = self.headers.again(&plan, cells) {
            // Below a title the same columns hold other figures.
            match again {
                Again::Same if !self.tail.has_note() => {
                    self.tail.aside(cells, &self.file, &mut self.faults);
                }
                _ => self.failure = Some(FileFault::at(cells.line(), FaultKind::SecondTable)),
            }
        } else {
            self.tail.sound(&self.file, &mut self.faults, plan.width);
            self.seen.rows_go_on();
            self.is_fictional |= self.stamp.is_some_and(|it| is_stamp(cells.cell(it)));
            if self.above.is_empty() {
                self.sound_row(&plan, cells);
            } else {
                let mut above = std::mem::take(&mut self.above);
                above.take(cells);
                self.sound_row(&plan, &Filled::of(cells, &above, plan.area()));
                self.above = above;
            }
        }
        self.plan = plan;
    }

    /// Ends the file: no more rows come.
    pub(in crate::intake) fn end(&mut self) -> Result<(), FileFault> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        let (width, rows) = (self.plan.width, self.table.record_count);
        self.tail
            .finish(&self.file, &mut self.faults, width, rows, self.header_line)
    }

    /// Looks at so many more rows for what whole tables say; false where all is said.
    pub(in crate::intake) fn settle(&mut self, most_rows: usize) -> bool {
        if self.groups.step(&self.table, most_rows) {
            return true;
        }
        let groups = std::mem::take(&mut self.groups);
        self.settle_holders(&groups);
        false
    }

    pub(in crate::intake) fn read_as(&mut self, note: FaultKind) {
        self.faults.push(&self.file, 0, "", "", note);
    }

    /// The name of the column that says which area a row is about.
    pub(in crate::intake) fn area_column(&self) -> &str {
        let name = self.plan.area().and_then(|place| self.names.get(place));
        name.map_or("", String::as_str)
    }

    /// A code or a name of an area that looks like a person's number. Codes of eleven digits that
    /// begin as mobile numbers do, such as those of census tracts, are none in a column that is named
    /// for codes.
    pub(in crate::intake) fn personal_number(&self) -> Option<&str> {
        let name = vocabulary::folded(self.area_column());
        let is_for_codes = self.plan.area_code.is_some() && speaks_of_codes(&name);
        let is_short = |code: &str| code.len() == 11 && is_for_codes;
        let mut all = self.places.codes().chain(self.places.names());
        all.find(|text| holds_personal_number(text) && !is_short(text))
    }

    /// Line of the first row that was left aside, and how many were.
    pub(in crate::intake) fn aside(&self) -> Option<(u32, usize)> {
        self.tail.told
    }

    /// True of a row that says the codes of areas that stand side by side.
    fn is_of_codes(&mut self, plan: &Plan, cells: &dyn Cells) -> bool {
        let is_across = || plan.groups.first().is_some_and(|it| !it.area.is_empty());
        let label = plan.indicator.filter(|_| is_across());
        let ask = |text: &str| code_rank(&folded(text)).is_some();
        label.is_some_and(|place| *self.code_labels.of(cells.cell(place), ask))
    }

    fn sound_row(&mut self, plan: &Plan, cells: &dyn Cells) {
        self.row_sign = None;
        if !self.set_area_key(plan, cells) {
            return;
        }
        if !plan.says_when() {
            // That is one thing to be said of the table, and of none of its cells.
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
            if group.area.is_empty() || self.set_stated_area(&group.area, cells) {
                self.group(plan, group, cells, period);
            }
        }
    }

    pub(in crate::intake) fn fail(&mut self, cells: &dyn Cells, place: usize, kind: FaultKind) {
        let column = self.names.get(place).map_or("", String::as_str);
        self.failure = Some(FileFault::at(cells.line(), kind).in_column(column));
    }
}

/// True where a row is a line that was drawn: `------|-----`.
fn is_rule(cells: &dyn Cells) -> bool {
    let is_drawn = |text: &str| {
        text.bytes()
            .all(|it| matches!(it, b'-' | b'=' | b':' | b'+' | b'_'))
    };
    let mut longest = 0;
    for place in 0..cells.count() {
        let text = cells.cell(place);
        if !is_drawn(text) {
            return false;
        }
        longest = longest.max(text.len());
    }
    longest > 2
}

/// A comma parts codes in addresses, so that no code holds one.
pub(in crate::intake) fn push_key(key: &mut String, text: &str) {
    key.extend(text.chars().map(|it| if it == ',' { '，' } else { it }));
}
