//! What is told of a table whose recipe the reader has changed: each remark as the recipe now stands.
//! What no longer holds is left out, and what holds only now is added.

use super::doubts::Doubt;
use super::figure_remark::FigureRemark;
use super::pairs::pairs;
use super::shorter;
use super::undated;
use super::when::{self, Dates};
use super::{
    ColumnRole, IndicatorPlan, Part, Preview, Recipe, Recognised, Remark, Sample, SdmxRemark,
    examples,
};
use std::mem::discriminant;

/// The remarks on a table that was recognised and is now to be read by another recipe, of which this
/// preview was made.
pub fn remarks_now(
    found: &Recognised,
    sample: &Sample,
    recipe: &Recipe,
    preview: &Preview,
) -> Vec<Remark> {
    let now = Now {
        first: &found.recipe,
        recipe,
    };
    let mut told: Vec<Remark> = Vec::new();
    let mut read: Vec<Remark> = preview.remarks.clone();
    for remark in &found.remarks {
        if shows_when_read(remark, recipe) {
            let same = |it: &Remark| discriminant(it) == discriminant(remark);
            if let Some(at) = read.iter().position(same) {
                told.push(read.remove(at));
            }
        } else {
            told.extend(now.remark(remark));
        }
    }
    for remark in now.added(sample) {
        if !told.iter().any(|known| is_about_the_same(known, &remark)) {
            told.push(remark);
        }
    }
    told.extend(read);
    shorter::tell(recipe, &mut told);
    told
}

/// True of what the preview tells by itself.
fn shows_when_read(remark: &Remark, recipe: &Recipe) -> bool {
    match remark {
        Remark::KeysRepeat { .. }
        | Remark::Doubt(Doubt::AlikeAreas { .. } | Doubt::CountedAgain { .. })
        | Remark::OfRecords { .. }
        | Remark::ShorterRepeat { .. }
        | Remark::TotalRow { .. }
        | Remark::HoldAreas { .. }
        | Remark::NamesAsOne { .. }
        | Remark::MissingSigns { .. }
        | Remark::FootnoteMarks { .. }
        | Remark::Parentheses { .. }
        | Remark::UnitNotTaken { .. }
        | Remark::Figures(
            FigureRemark::Scaled { .. }
            | FigureRemark::Bounds { .. }
            | FigureRemark::EstimatesAlone { .. }
            | FigureRemark::IntervalRowsAside { .. },
        )
        | Remark::SumsAside { .. } => true,
        // Of SDMX-CSV rows are left out before the others are read.
        Remark::RowsAside { .. } => !recipe.is_sdmx,
        _ => false,
    }
}

/// True where a remark says all that another would.
fn is_about_the_same(known: &Remark, remark: &Remark) -> bool {
    let column = |remark: &Remark| match remark {
        Remark::ColumnAside { column }
        | Remark::PersonalColumn { column }
        | Remark::RowNumbers { column } => Some(column.clone()),
        _ => None,
    };
    match (known, remark) {
        (Remark::Sdmx(SdmxRemark::Constants { columns }), Remark::ColumnAside { column }) => {
            columns.iter().any(|(name, _)| name == column)
        }
        // What its column says is told of the whole table.
        (Remark::Fictional, Remark::ColumnAside { column }) => column == "fictional",
        _ => known == remark || column(known).is_some_and(|it| Some(it) == column(remark)),
    }
}

struct Now<'r> {
    first: &'r Recipe,
    recipe: &'r Recipe,
}

impl Now<'_> {
    fn role(&self, name: &str) -> Option<&ColumnRole> {
        let named = |it: &&super::ColumnPlan| {
            it.name == name || name.is_empty() && it.name.starts_with('#')
        };
        self.recipe.columns.iter().find(named).map(|it| &it.role)
    }

    fn any(&self, wanted: impl Fn(&ColumnRole) -> bool) -> bool {
        self.recipe.columns.iter().any(|it| wanted(&it.role))
    }

    fn is_timed(&self) -> bool {
        self.any(|role| matches!(role, ColumnRole::Period | ColumnRole::Year))
    }

    /// A remark as the recipe now stands; none where it no longer holds.
    fn remark(&self, remark: &Remark) -> Option<Remark> {
        let role = |name: &str| self.role(name);
        let is_mark_kept = self.recipe.decimal_mark == self.first.decimal_mark;
        let holds = match remark {
            Remark::ColumnAside { column }
            | Remark::RowNumbers { column }
            | Remark::PersonalColumn { column } => role(column) == Some(&ColumnRole::Ignored),
            Remark::AreasAsColumns { .. } => return self.areas_as_columns(),
            Remark::Figures(FigureRemark::Undated { .. }) => return undated::remark(self.recipe),
            Remark::AreaFromFileName { .. } | Remark::AreaFromTitle { .. } => {
                !self.recipe.states_areas()
                    && !self.any(|role| {
                        matches!(
                            role,
                            ColumnRole::AreaCode | ColumnRole::CodeWithin | ColumnRole::AreaName
                        )
                    })
            }
            Remark::AreaByContent { column } => {
                matches!(
                    role(column),
                    Some(ColumnRole::AreaCode | ColumnRole::CodeWithin | ColumnRole::AreaName)
                )
            }
            Remark::FilledDown { column } => {
                let mut filled = self.recipe.filled_down.iter();
                filled.any(|at| {
                    self.recipe
                        .columns
                        .get(*at)
                        .is_some_and(|it| it.name == *column)
                })
            }
            Remark::RepeatedName { column } => {
                matches!(role(column), Some(ColumnRole::Figure(_)))
            }
            Remark::TwoDigitYears { .. }
            | Remark::SplitYears { .. }
            | Remark::SpansOfYears { .. }
            | Remark::PeriodInWords { .. }
            | Remark::StatusOfPeriod { .. }
            | Remark::SerialDays { .. }
            | Remark::DaysAsMonths
            | Remark::DaysApart => self.is_timed(),
            Remark::PeriodFromTitle { period } => {
                self.recipe.period == Some(*period) && !self.is_timed()
            }
            Remark::ThousandsMarks { .. } => is_mark_kept,
            // The reader has decided.
            Remark::MarkNotCertain { .. } => is_mark_kept,
            Remark::DayOrderNotCertain { example, .. } => {
                let read = when::period(example, Dates::of(self.recipe)).ok()?;
                let read_as = read.period;
                let example = example.clone();
                let holds = self.is_timed();
                return holds.then_some(Remark::DayOrderNotCertain { example, read_as });
            }
            Remark::KindColumn { column, is_in_name } => {
                let expected = match is_in_name {
                    true => ColumnRole::PartOfIndicator,
                    false => ColumnRole::Kind,
                };
                role(column) == Some(&expected)
            }
            Remark::Figures(FigureRemark::ScaleColumn { column, .. }) => {
                role(column) == Some(&ColumnRole::Scale)
            }
            Remark::Figures(FigureRemark::IntervalsAside { columns }) => {
                let columns = self.aside(columns)?;
                return Some(Remark::Figures(FigureRemark::IntervalsAside { columns }));
            }
            Remark::Figures(FigureRemark::UndatedAside { columns }) => {
                let columns = self.aside(columns)?;
                return Some(Remark::Figures(FigureRemark::UndatedAside { columns }));
            }
            Remark::Figures(FigureRemark::MayBeShares { indicators }) => {
                let indicators = self.still(indicators, IndicatorPlan::is_plain)?;
                return Some(Remark::Figures(FigureRemark::MayBeShares { indicators }));
            }
            Remark::Figures(FigureRemark::CountedByFigures { indicators }) => {
                let indicators = self.still(indicators, IndicatorPlan::is_counted)?;
                return Some(Remark::Figures(FigureRemark::CountedByFigures {
                    indicators,
                }));
            }
            Remark::NotCounted { indicator }
            | Remark::Figures(FigureRemark::MayBeYears { indicator }) => {
                let mut plans = self.recipe.indicators.iter();
                plans.any(|plan| plan.name == *indicator && plan.is_plain())
            }
            Remark::Doubt(Doubt::LevelsSideBySide { column }) => {
                role(column) == Some(&ColumnRole::Ignored)
            }
            Remark::Doubt(Doubt::SameThroughout { columns }) => columns
                .iter()
                .any(|it| matches!(role(it), Some(ColumnRole::Figure(_)))),
            Remark::UnitFromTitle { unit, .. } => {
                let mut plans = self.recipe.indicators.iter();
                plans.any(|plan| plan.unit == *unit)
            }
            Remark::IndicatorPartFound { column } => {
                role(column) == Some(&ColumnRole::PartOfIndicator)
            }
            Remark::DimensionFound { column, .. } => {
                let Some(ColumnRole::Dimension { total }) = role(column) else {
                    return None;
                };
                let (column, total) = (column.clone(), total.clone());
                return (!total.is_empty()).then_some(Remark::DimensionFound { column, total });
            }
            Remark::MayBeShare { numerator, .. } => {
                matches!(role(numerator), Some(ColumnRole::Figure(figure)) if figure.part == Part::Value)
            }
            Remark::QuotientOfColumns { column, .. } => {
                matches!(role(column), Some(ColumnRole::Figure(figure)) if figure.part == Part::Value)
            }
            Remark::Pair { indicator } => pairs(self.recipe).contains(indicator),
            Remark::PeriodsAsColumns { .. } => {
                let count = self.columns_of_periods();
                return (count > 0).then_some(Remark::PeriodsAsColumns { count });
            }
            Remark::Sdmx(SdmxRemark::Constants { columns }) => {
                let is_left = |it: &&(String, String)| role(&it.0) == Some(&ColumnRole::Ignored);
                let columns: Vec<_> = columns.iter().filter(is_left).cloned().collect();
                let is_any = !columns.is_empty();
                return is_any.then_some(Remark::Sdmx(SdmxRemark::Constants { columns }));
            }
            _ => true,
        };
        holds.then(|| remark.clone())
    }

    /// What holds only since the reader's change.
    fn added(&self, sample: &Sample) -> Vec<Remark> {
        let mut added = Vec::new();
        for (at, column) in self.recipe.columns.iter().enumerate() {
            let first = self.first.columns.get(at).map(|it| &it.role);
            let is_dropped = column.role == ColumnRole::Ignored && first != Some(&column.role);
            if is_dropped && !examples(sample, self.recipe, at, 1).is_empty() {
                let column = column.name.clone();
                added.push(Remark::ColumnAside { column });
            }
        }
        added.extend(self.areas_as_columns());
        added.extend(undated::remark(self.recipe));
        // Of a pair that the reader has made nothing is assumed.
        added
    }

    /// Those of the columns that are still left aside; none where none is.
    fn aside(&self, columns: &[String]) -> Option<Vec<String>> {
        let is_aside = |name: &&String| self.role(name) == Some(&ColumnRole::Ignored);
        let columns: Vec<String> = columns.iter().filter(is_aside).cloned().collect();
        (!columns.is_empty()).then_some(columns)
    }

    /// Those of the indicators of which this still holds; none where it does of none.
    fn still(&self, names: &[String], holds: fn(&IndicatorPlan) -> bool) -> Option<Vec<String>> {
        let plans = || self.recipe.indicators.iter();
        let is_so = |name: &&String| plans().any(|plan| plan.name == **name && holds(plan));
        let names: Vec<String> = names.iter().filter(is_so).cloned().collect();
        (!names.is_empty()).then_some(names)
    }

    fn areas_as_columns(&self) -> Option<Remark> {
        let figures = self.recipe.columns.iter().filter_map(|it| it.figure());
        let count = figures.filter(|figure| !figure.area.is_empty()).count();
        (count > 0).then_some(Remark::AreasAsColumns { count })
    }

    fn columns_of_periods(&self) -> usize {
        let figures = self.recipe.columns.iter().filter_map(|it| it.figure());
        figures.filter(|figure| figure.period.is_some()).count()
    }
}
