//! What a recipe makes of the first rows, before the whole file is read.

use super::rows::{Cells, Rows};
use super::take::stem;
use super::{IndicatorPlan, Recipe, Remark, Sample, SampleRow, as_kind, as_read};
use crate::model::{Fault, FaultKind, Faults, Kind, Period, Status, sort_by_key};
use crate::package::Package;
use crate::table::Observations;
use rustc_hash::FxBuildHasher;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// One observation of the sample.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewRow {
    /// The line it stands on.
    pub line: u32,
    /// The column it stands in, as the header names it.
    pub column: String,
    /// The area's name.
    pub area: String,
    /// The area's code.
    pub area_code: String,
    /// The indicator.
    pub indicator: String,
    /// The period in its published form; blank where it cannot be read.
    pub period: String,
    /// The values of the dimensions in order.
    pub dimensions: Vec<String>,
    /// The value.
    pub value: Option<f64>,
    /// The numerator.
    pub numerator: Option<f64>,
    /// The denominator.
    pub denominator: Option<f64>,
    /// What is said of the value, or why there is none.
    pub status: Status,
}

/// What a recipe makes of a sample.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Preview {
    /// The first observations.
    pub rows: Vec<PreviewRow>,
    /// Observations in the sample, those with them of which nothing can be used.
    pub row_count: usize,
    /// Figures in the sample that can be used.
    pub figure_count: usize,
    /// Areas in the sample.
    pub area_count: usize,
    /// The indicators in the sample, by name, in the order in which they come.
    pub indicators: Vec<String>,
    /// What is taken of each of these by its name and its figures alone, in step.
    pub plans: Vec<IndicatorPlan>,
    /// Those of them whose values say by themselves what a quotient is multiplied by.
    pub of_own_multiplier: Vec<String>,
    /// First and last period in the sample.
    pub periods: Option<(Period, Period)>,
    /// What cannot be read, or was read in another way than written.
    pub faults: Vec<Fault>,
    /// What shows only when the sample is read.
    pub remarks: Vec<Remark>,
}

impl Preview {
    /// The plan of an indicator as one of another kind. Values stay what they are: a share of one that the
    /// table states is no per cent because it is called a share.
    pub fn as_kind(&self, plan: IndicatorPlan, kind: Kind) -> IndicatorPlan {
        let has_own = self.of_own_multiplier.contains(&plan.name) && plan.unit != "%";
        let (multiplier, unit, decimals) = (plan.multiplier, plan.unit.clone(), plan.decimals);
        let plan = as_kind(plan, kind);
        match has_own && matches!(kind, Kind::Proportion | Kind::Rate | Kind::Ratio) {
            true => IndicatorPlan {
                multiplier,
                unit,
                decimals,
                ..plan
            },
            false => plan,
        }
    }
}

/// So many observations are shown.
const SHOWN_ROWS: usize = 200;

/// Reads the sample by the recipe.
pub fn preview(sample: &Sample, recipe: &Recipe, file_name: &str) -> Preview {
    let rows = read(sample, recipe, file_name);
    let file = file_name.into();
    let remarks = rows.remarks();
    let mut faults = rows.rows.faults;
    let repeats = repeated(&rows.rows.table);
    tell_repeated(&rows.rows.table, &repeats, file_name, &mut faults);
    let mut faults = faults.finish(&file);
    faults.extend(rows.failure);
    let table = &rows.rows.table;
    let (places, indicators) = (&rows.rows.places, &rows.rows.indicators);
    let shown = (0..table.row_count().min(SHOWN_ROWS)).map(|row| PreviewRow {
        line: table.line(row),
        column: table.locator.text(row).to_string(),
        area: places.name(table.area.text(row)).to_string(),
        area_code: table.area.text(row).to_string(),
        indicator: indicators.name_of(table.indicator.text(row)).to_string(),
        period: table.period.text(row).to_string(),
        dimensions: table
            .dimensions
            .iter()
            .map(|it| it.text(row).to_string())
            .collect(),
        value: table.value.get(row),
        numerator: table.numerator.get(row),
        denominator: table.denominator.get(row),
        status: table.status(row),
    });
    let mut periods: Vec<Period> = table
        .period
        .dictionary
        .texts()
        .filter_map(Period::parse)
        .collect();
    sort_by_key(&mut periods, |period| *period);
    Preview {
        rows: shown.collect(),
        row_count: table.row_count(),
        area_count: places.count(),
        figure_count: figure_count(table, &repeats),
        indicators: rows.rows.indicators.names().map(str::to_string).collect(),
        plans: rows.rows.indicators.plans().collect(),
        of_own_multiplier: rows.rows.indicators.of_own_multiplier(),
        periods: periods.first().copied().zip(periods.last().copied()),
        faults,
        remarks,
    }
}

/// So many figures can be used: of rows that say the same the first counts, of others of one key none.
fn figure_count(table: &Observations, repeats: &[(usize, usize)]) -> usize {
    let mut is_lost: HashSet<usize, FxBuildHasher> = HashSet::default();
    for (row, earlier) in repeats {
        is_lost.insert(*row);
        if !table.says_the_same(*row, *earlier) {
            is_lost.insert(*earlier);
        }
    }
    let has_figure = |row: &usize| {
        let parts = table.numerator.get(*row).zip(table.denominator.get(*row));
        let has_any = table.value.get(*row).is_some() || parts.is_some();
        has_any && table.invalid(*row).is_none() && !is_lost.contains(row)
    };
    (0..table.row_count()).filter(has_figure).count()
}

/// A sample that was read.
pub(super) struct ReadSample {
    pub rows: Rows,
    /// What is wrong with the whole file.
    pub failure: Option<Fault>,
}

impl ReadSample {
    /// What shows only when the sample is read.
    pub(super) fn remarks(&self) -> Vec<Remark> {
        let table = &self.rows.table;
        let mut remarks = Vec::new();
        let repeats = repeated(table);
        let mut differing = repeats
            .iter()
            .filter(|(row, earlier)| !table.says_the_same(*row, *earlier));
        if let Some((row, earlier)) = differing.next() {
            remarks.push(Remark::KeysRepeat {
                line: table.line(*row),
                earlier: table.line(*earlier),
            });
            let (count, of) = (differing.count() + 1, table.row_count());
            if count * 2 > of {
                remarks.push(Remark::OfRecords { count, of });
            }
        }
        if self.rows.sum_count > 0 {
            let count = self.rows.sum_count;
            remarks.push(Remark::SumsAside { count });
        }
        let whole = self.rows.places.whole_name();
        if let Some(area) = whole.filter(|name| !self.rows.holders.tell(name)) {
            let area = area.to_string();
            remarks.push(Remark::TotalRow { area });
        }
        remarks.extend(self.rows.holders.remarks());
        remarks.extend(self.rows.spellings.remark());
        remarks.extend(self.rows.seen.remarks());
        if let Some((line, count)) = self.rows.aside() {
            remarks.push(Remark::RowsAside { count, line });
        }
        remarks
    }
}

/// Reads the sample row by row, as the file is read.
pub(super) fn read(sample: &Sample, recipe: &Recipe, file_name: &str) -> ReadSample {
    let mut rows = Rows::new(recipe, file_name, stem(file_name));
    let sample = as_read(sample, recipe);
    for row in &sample.rows {
        rows.row(row);
    }
    let outcome = rows.end();
    while outcome.is_ok() && rows.settle(usize::MAX) {}
    let failure = outcome
        .err()
        .map(|fault| Package::named_fault(file_name, fault));
    ReadSample { rows, failure }
}

/// Tells each row whose key stands earlier in the sample.
fn tell_repeated(
    table: &Observations,
    repeats: &[(usize, usize)],
    file_name: &str,
    faults: &mut Faults,
) {
    let file = file_name.into();
    for (row, earlier) in repeats.iter().copied() {
        let line = table.line(earlier);
        let kind = match table.says_the_same(row, earlier) {
            true => FaultKind::RowRepeated { line },
            false => FaultKind::DuplicateKey {
                other_file: file_name.into(),
                other_lines: vec![line],
            },
        };
        let found = [
            table.indicator.text(row),
            table.area.text(row),
            table.period.text(row),
        ];
        faults.push(&file, table.line(row), "", &found.join(" "), kind);
    }
}

/// Rows whose key stands in an earlier row, and that row.
pub(super) fn repeated(table: &Observations) -> Vec<(usize, usize)> {
    let mut first: HashMap<Vec<u32>, usize, FxBuildHasher> = HashMap::default();
    let mut found = Vec::new();
    for row in 0..table.row_count() {
        let mut key = vec![
            table.indicator.code(row),
            table.area.code(row),
            table.period.code(row),
        ];
        key.extend(table.dimensions.iter().map(|column| column.code(row)));
        match first.entry(key) {
            Entry::Occupied(earlier) => found.push((row, *earlier.get())),
            Entry::Vacant(new) => {
                new.insert(row);
            }
        }
    }
    found
}

impl Cells for SampleRow {
    fn line(&self) -> u32 {
        self.line
    }

    fn count(&self) -> usize {
        self.cells.len()
    }

    fn cell(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", String::as_str)
    }

    fn indent(&self, place: usize) -> usize {
        self.indents.get(place).map_or(0, |it| usize::from(*it))
    }

    fn breaks_off(&self) -> bool {
        false
    }
}
