//! Gives the rows of one file of observations their meaning: which area, indicator and period each
//! is about, what is wrong with it, and the index over them.
//!
//! It goes in steps, so that a large file never holds up the page.

use super::checks::{self, Figures, Part};
use super::descriptor::{Resource, TableKind};
use super::open::{ObservationFile, Package};
use super::reading::{Contents, ReadFile};
use super::texts;
use crate::model::{
    AreaId, FaultKind, Faults, IndicatorId, Invalid, LevelId, Period, Status, Written,
    number_in_full, sort_by_key,
};
use crate::parse::{Layout, cell, cell::PeriodCell};
use crate::table::{CodedColumn, Dictionary, IndexBuilder, Observations, SliceKey};
use std::sync::Arc;

/// A file of observations on its way into the package.
pub struct Resolving {
    package: Arc<Package>,
    resource: usize,
    table: Observations,
    faults: Faults,
    builder: IndexBuilder,
    /// The key of each row whose area is in no table.
    placeless: Vec<SliceKey>,
    indicators: Vec<Option<IndicatorId>>,
    areas: Vec<Option<AreaId>>,
    periods: Vec<Option<PeriodCell>>,
    /// Each combination of dimension values; the blank one is the total.
    categories: Dictionary,
    row: usize,
    checked: Option<CheckedLine>,
    /// Indicators of which a part stands under a name that is not known.
    misspelt: Vec<IndicatorId>,
    /// The last line that was told to be outside the descriptor.
    told_outside: u32,
}

/// What was found out about the line that the last row stands on; a wide file's line makes
/// several rows, and its faults are told once.
#[derive(Clone, Copy)]
struct CheckedLine {
    line: u32,
    area: Option<AreaId>,
    period: Option<Period>,
    name_differs: bool,
}

impl Resolving {
    /// Begins with a file that was read; none where it is no file of observations.
    pub fn new(package: Arc<Package>, file: ReadFile) -> Option<Resolving> {
        let Contents::Observations(table, faults) = file.contents else {
            return None;
        };
        let ids = |column: &CodedColumn| column.dictionary.texts().map(str::to_string).collect();
        let indicator_texts: Vec<String> = ids(&table.indicator);
        let area_texts: Vec<String> = ids(&table.area);
        let period_texts: Vec<String> = ids(&table.period);
        let read_period = |text: &String| cell::period(text).ok();
        let mut resolving = Resolving {
            indicators: indicator_texts
                .iter()
                .map(|code| package.indicators.id(code))
                .collect(),
            areas: area_texts
                .iter()
                .map(|code| package.areas.id(code))
                .collect(),
            periods: period_texts.iter().map(read_period).collect(),
            categories: Dictionary::default(),
            package,
            resource: file.resource,
            table: *table,
            faults,
            builder: IndexBuilder::default(),
            placeless: Vec::new(),
            row: 0,
            checked: None,
            misspelt: Vec::new(),
            told_outside: 0,
        };
        for (line, column, text, kind) in
            texts::check(&resolving.package, resolving.resource, &resolving.table)
        {
            let file = resolving.about().path.clone();
            if let FaultKind::UnknownIndicator | FaultKind::UnknownSuffix = kind {
                // What stands in such a column need not be a number, and nothing else of its
                // indicator may have come.
                let written = Written::Otherwise;
                let follows = &FaultKind::NotANumber { written };
                resolving.faults.take_back(follows, &column);
                let part_of = texts::misspelt_part(&resolving.package, &column);
                resolving.misspelt.extend(part_of);
            }
            resolving.faults.push(&file, line, &column, &text, kind);
        }
        Some(resolving)
    }

    /// Does so many more rows; false when all are done.
    pub fn step(&mut self, row_count: usize) -> bool {
        let end = (self.row + row_count).min(self.table.row_count());
        while self.row < end {
            self.resolve_row(self.row);
            self.row += 1;
        }
        self.row < self.table.row_count()
    }

    /// Settles so many slices of the index when all rows are done; false when all are.
    pub fn settle(&mut self, slice_count: usize) -> bool {
        self.builder.settle(slice_count)
    }

    /// The file's observations, indexed.
    pub fn finish(mut self) -> ObservationFile {
        while self.step(usize::MAX / 2) {}
        let (index, mut duplicates) = std::mem::take(&mut self.builder).finish();
        sort_by_key(&mut duplicates, |pair| *pair);
        let file = self.about().path.clone();
        let is_wide = self.about().layout == Layout::Wide;
        let is_recognised = self.about().is_recognised;
        let mut told = 0;
        for (row, earlier) in duplicates {
            // A table of another maker may hold a row twice; a publisher mends it.
            if is_recognised && self.table.says_the_same(row, earlier) {
                let (line, kind) = (
                    self.table.line(row),
                    FaultKind::RowRepeated {
                        line: self.table.line(earlier),
                    },
                );
                let found = [self.table.area.text(row), self.table.period.text(row)].join(" ");
                self.faults.push(&file, line, "", &found, kind);
                continue;
            }
            self.table.set_invalid(row, Invalid::DuplicateKey);
            self.table.set_invalid(earlier, Invalid::DuplicateKey);
            let line = self.table.line(row);
            // A wide file's row has the same area and period in all its columns.
            if is_wide && line == told {
                continue;
            }
            told = line;
            let mut found = [self.table.area.text(row), self.table.period.text(row)].join(" ");
            if !is_wide {
                found = format!("{} {found}", self.table.indicator.text(row));
            }
            let kind = FaultKind::DuplicateKey {
                other_file: file.clone(),
                other_lines: vec![self.table.line(earlier)],
            };
            self.faults.push(&file, line, "", &found, kind);
        }
        if self.table.row_count() == 0 {
            self.faults.push(&file, 0, "", "", FaultKind::NoFigures);
        }
        ObservationFile {
            resource: self.resource,
            layout: self.about().layout,
            faults: self.faults.finish(&file),
            placeless: {
                sort_by_key(&mut self.placeless, |key| *key);
                self.placeless
            },
            table: Arc::new(self.table),
            index,
        }
    }

    fn about(&self) -> &Resource {
        &self.package.descriptor.resources[self.resource]
    }

    fn fault(&mut self, row: usize, column: &str, found: &str, kind: FaultKind) {
        let line = self.table.line(row);
        let file = self.about().path.clone();
        self.faults.push(&file, line, column, found, kind);
    }

    /// A code that is in no table. Where the table itself could not be read, or the code's row of it,
    /// that is the fault, and its thousand consequences are not told.
    fn reference_fault(
        &mut self,
        row: usize,
        column: &str,
        found: &str,
        kind: FaultKind,
        table: TableKind,
    ) {
        let unknown = matches!(kind, FaultKind::UnknownArea | FaultKind::UnknownIndicator);
        if !unknown || self.package.lacks(table, found) {
            self.fault(row, column, found, kind);
        }
    }

    fn resolve_row(&mut self, row: usize) {
        let line = self.table.line(row);
        let checked = match self.checked {
            Some(checked) if checked.line == line && self.about().layout == Layout::Wide => checked,
            _ => self.check_line(row),
        };
        self.checked = Some(checked);
        if checked.name_differs {
            self.table.set_invalid(row, Invalid::NameMismatch);
        }
        let indicator = self.find_indicator(row);
        let (Some(indicator), Some(period)) = (indicator, checked.period) else {
            return;
        };
        let Some(area) = checked.area else {
            let category = self.category(row);
            self.placeless.push(SliceKey {
                indicator,
                category,
                period,
            });
            return;
        };
        self.check_holding(row, indicator, area, period);
        self.check_figures(row, indicator, area);
        let dimensions = &self.table.dimensions;
        if !self.is_in_place(row) && !dimensions.iter().all(CodedColumn::is_blank) {
            // Its category may stand in another column, and its key would be another row's.
            return;
        }
        let key = SliceKey {
            indicator,
            category: self.category(row),
            period,
        };
        self.builder.add(key, area, row);
    }

    /// The area, its name and the period of a line. Of cells that may have slid into other columns
    /// nothing is told: the number of cells was.
    fn check_line(&mut self, row: usize) -> CheckedLine {
        let area = self.areas[self.table.area.code(row) as usize];
        let in_place = self.is_in_place(row);
        if area.is_none() && in_place {
            let text = self.table.area.text(row).to_string();
            let kind = if text.is_empty() {
                FaultKind::Blank
            } else if cell::looks_like_excel_exponent(&text) {
                FaultKind::ExcelExponent
            } else {
                FaultKind::UnknownArea
            };
            self.reference_fault(row, "area_code", &text, kind, TableKind::Areas);
        }
        let name_differs = self.check_name(row, area);
        let read = self.periods[self.table.period.code(row) as usize];
        if in_place && read.is_none_or(|read| !read.canonical) {
            self.tell_period(row, read);
        }
        CheckedLine {
            line: self.table.line(row),
            area,
            period: read.map(|read| read.period),
            name_differs,
        }
    }

    /// False where the row has too many or too few cells.
    fn is_in_place(&self, row: usize) -> bool {
        self.table.invalid(row) != Some(Invalid::RowShape)
    }

    fn check_name(&mut self, row: usize, area: Option<AreaId>) -> bool {
        let given = self.table.area_name.text(row);
        let Some(id) = area.filter(|_| !given.is_empty()) else {
            return false;
        };
        let known = &self.package.areas.get(id).name;
        if given == known.zh || given == known.en {
            return false;
        }
        let known = if known.zh.is_empty() {
            &known.en
        } else {
            &known.zh
        };
        let (given, expected) = (given.to_string(), known.clone());
        self.fault(
            row,
            "area_name",
            &given,
            FaultKind::NameMismatch { expected },
        );
        true
    }

    fn tell_period(&mut self, row: usize, read: Option<PeriodCell>) {
        let text = self.table.period.text(row).to_string();
        let kind = match (read, cell::period(&text)) {
            (Some(read), _) => FaultKind::PeriodRead {
                read_as: read.period.to_string(),
            },
            (None, _) if text.is_empty() => FaultKind::Blank,
            (None, Err(kind)) => kind,
            (None, Ok(_)) => return,
        };
        self.fault(row, "period", &text, kind);
    }

    fn find_indicator(&mut self, row: usize) -> Option<IndicatorId> {
        let code = self.table.indicator.code(row) as usize;
        let found = self.indicators[code];
        if found.is_none() && self.is_in_place(row) {
            let text = self.table.indicator.text(row).to_string();
            match self.about().layout {
                Layout::Long if text.is_empty() => {
                    self.fault(row, "indicator", "", FaultKind::Blank);
                }
                Layout::Long => {
                    let kind = FaultKind::UnknownIndicator;
                    let table = TableKind::Indicators;
                    self.reference_fault(row, "indicator", &text, kind, table);
                }
                // Told once, at the header: see `texts`.
                Layout::Wide => {}
            }
        }
        found
    }

    fn category(&mut self, row: usize) -> u32 {
        let columns = &self.table.dimensions;
        if columns.iter().all(|column| column.code(row) == 0) {
            return 0;
        }
        let texts: Vec<&str> = columns.iter().map(|column| column.text(row)).collect();
        self.categories.code(&texts.join("\u{1f}"))
    }

    fn check_figures(&mut self, row: usize, indicator: IndicatorId, area: AreaId) {
        if self.table.invalid(row).is_some() {
            return;
        }
        let figures = figures(&self.table, row);
        let package = self.package.clone();
        let about = package.indicators.get(indicator);
        let level = package.areas.get(area).level;
        let below_community = package
            .descriptor
            .level("community")
            .is_some_and(|community| level > community);
        let persons = about.counts_persons();
        let Some(finding) = checks::check(about, &figures, persons && below_community) else {
            return;
        };
        let found = match finding.part {
            Part::Value => figures.value,
            Part::Numerator => figures.numerator,
            Part::Denominator => figures.denominator,
            Part::Bound | Part::Status => figures.value.or(figures.numerator),
        };
        let mut found = found.map(number_in_full).unwrap_or_default();
        if finding.kind == FaultKind::NotSuppressed || figures.status == Status::Suppressed {
            // What must not be shown is not shown here either.
            found = "…".to_string();
        }
        let column = self.column_name(row, finding.part);
        if let Some(reason) = finding.invalid {
            self.table.set_invalid(row, reason);
        }
        let follows = finding.kind == FaultKind::CountAlone && self.misspelt.contains(&indicator);
        if !follows {
            self.fault(row, &column, &found, finding.kind);
        }
    }

    fn column_name(&self, row: usize, part: Part) -> String {
        let name = match part {
            Part::Value => "value",
            Part::Numerator => "numerator",
            Part::Denominator => "denominator",
            Part::Bound => "bound",
            Part::Status => "status",
        };
        match (self.about().layout, part) {
            (Layout::Wide, Part::Value) => self.table.indicator.text(row).to_string(),
            (Layout::Wide, Part::Numerator | Part::Denominator) => {
                format!("{}:{name}", self.table.indicator.text(row))
            }
            _ => name.to_string(),
        }
    }

    /// A row outside what the descriptor says the file holds would not be found by the pages that
    /// load only what they need.
    fn check_holding(&mut self, row: usize, indicator: IndicatorId, area: AreaId, period: Period) {
        let package = self.package.clone();
        let about = &package.descriptor.resources[self.resource];
        let indicator = package.indicators.get(indicator);
        let level: LevelId = package.areas.get(area).level;
        let told = if !about.themes.is_empty() && !about.themes.contains(&indicator.theme) {
            let declared: Vec<&str> = about.themes.iter().map(|theme| theme.word()).collect();
            ("indicator", indicator.code.clone(), declared.join(", "))
        } else if about.headline && !indicator.headline {
            let declared = "headline".to_string();
            ("indicator", indicator.code.clone(), declared)
        } else if !about.levels.is_empty() && !about.levels.contains(&level) {
            let names = &package.descriptor.levels;
            let declared = about.levels.iter().map(|level| &*names[level.0 as usize]);
            let found = names[level.0 as usize].clone();
            ("area_code", found, declared.collect::<Vec<_>>().join(", "))
        } else if let Some((from, to)) = about.periods.filter(|(from, to)| {
            (period.start_year(), period.start_month()) < (from.start_year(), from.start_month())
                || (period.end_year(), period.end_month()) > (to.end_year(), to.end_month())
        }) {
            ("period", period.to_string(), format!("{from} – {to}"))
        } else {
            return;
        };
        let (mut column, found, declared) = told;
        if about.layout == Layout::Wide {
            let line = self.table.line(row);
            match column {
                "indicator" => column = &indicator.code,
                // Of a wide file's row these are the same in all its columns.
                _ if self.told_outside == line => return,
                _ => self.told_outside = line,
            }
        }
        self.fault(
            row,
            column,
            &found,
            FaultKind::OutsideDescriptor { declared },
        );
    }
}

fn figures(table: &Observations, row: usize) -> Figures {
    Figures {
        value: table.value.get(row),
        numerator: table.numerator.get(row),
        denominator: table.denominator.get(row),
        bound: table.bound(row),
        status: table.status(row),
    }
}
