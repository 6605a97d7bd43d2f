//! Any areas, indicators and periods as a table of which each cell is read when it is asked for: a
//! hundred thousand rows are a list of places, not of figures.
//!
//! A column holds one quantity in one unit, whatever stands across, so that it can be put in order. It
//! must not know how a cell is worded, nor which rows a screen has room for.

mod filter;
mod group;
mod order;
mod rhythm;

pub use filter::{Condition, TableFilter};
pub use group::{GroupSum, can_be_summed, group_sum, members_of};
pub use order::{TableOrder, TableSort, TableSorting};

use self::rhythm::Rhythms;
use super::unjudged;
use crate::model::{
    AreaId, IndicatorId, LevelId, Missing, Period, PeriodKind, Value, sorted_unique,
};
use crate::package::Package;
use crate::query::{Reading, readings, select, select_latest};

/// What stands across.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Across {
    /// A column an indicator, a row an area and period.
    #[default]
    Indicators,
    /// A column an indicator and period, a row an area.
    Periods,
    /// A column an indicator and area, a row a period.
    Areas,
}

impl Across {
    /// Everything that there is to choose from.
    pub const ALL: [Across; 3] = [Across::Indicators, Across::Periods, Across::Areas];

    /// The word in addresses; blank for what is usual.
    pub fn word(self) -> &'static str {
        match self {
            Across::Indicators => "",
            Across::Periods => "period",
            Across::Areas => "area",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Across> {
        Across::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// Which periods the table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TablePeriods {
    /// One for all.
    At(Period),
    /// Each area's own newest ripe one, of each indicator.
    EachLatest,
    /// Every one of which the level has a row, ripe or not.
    All,
    /// Those of them that lie between the first month of one and the last month of another.
    Span(Period, Period),
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableQuestion {
    /// The indicators, in the order of their columns.
    pub indicators: Vec<IndicatorId>,
    /// The level of the areas.
    pub level: LevelId,
    /// Only areas inside this one.
    pub within: Option<AreaId>,
    /// The reader's own group; areas of another level in it are no part of the table.
    pub group: Vec<AreaId>,
    /// True where only the group is shown.
    pub is_only_group: bool,
    /// The periods.
    pub periods: TablePeriods,
    /// What stands across.
    pub across: Across,
}

/// What a row or a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An area.
    Area(AreaId),
    /// The reader's group, summed from counts.
    Group,
}

/// A column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The period, where periods stand across.
    pub period: Option<Period>,
    /// The place, where areas stand across.
    pub place: Option<Place>,
}

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The place; none where areas stand across.
    pub place: Option<Place>,
    /// The period; none where periods stand across, or where each area shows its newest.
    pub period: Option<Period>,
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TableCell {
    /// What the data says.
    pub reading: Reading,
    /// The period of it.
    pub period: Option<Period>,
    /// The 95 % interval in the unit of the indicator, where chance has a part in the value.
    pub interval: Option<(f64, f64)>,
    /// How it was summed, where it is of the group.
    pub group: Option<GroupSum>,
    /// How often the indicator is published, where it never is for a period of this cell's kind.
    pub other_kind: Option<PeriodKind>,
}

/// The table.
#[derive(Clone, Debug)]
pub struct Table {
    /// What was asked.
    pub question: TableQuestion,
    /// Areas of the table, in the order of the package.
    pub areas: Vec<AreaId>,
    /// Members of the group that are of the level, in the order of the package.
    pub members: Vec<AreaId>,
    /// The periods, the earliest first; empty where each area shows its newest.
    pub periods: Vec<Period>,
    /// The columns of figures.
    pub columns: Vec<TableColumn>,
    /// The rows: those of the group first, then area by area, the earliest period first.
    pub rows: Vec<TableRow>,
    /// How many rows are of the group; they come first.
    pub group_rows: usize,
    /// The periods of each indicator, where no newest is asked for.
    rhythms: Rhythms,
    /// Per indicator the newest reading of each area, where that is what is asked.
    latest: Vec<Vec<Option<(Period, Reading)>>>,
    /// Places of the rows of each period, where a row is an area and period.
    by_period: Vec<Vec<u32>>,
}

/// Lays the table out. No figure is read but to find the newest of each area.
pub fn table(package: &Package, question: TableQuestion) -> Table {
    let rhythms = match question.periods {
        TablePeriods::EachLatest => Rhythms::default(),
        _ => Rhythms::of(package, &question),
    };
    let periods = periods(&rhythms, &question);
    let members = members_of(package, &question.group, question.level);
    let mut areas = areas(package, &question, &periods);
    if question.is_only_group {
        areas.retain(|area| members.contains(area));
    }
    let latest = match question.periods {
        TablePeriods::EachLatest => {
            let ids = question.indicators.iter();
            ids.map(|id| select_latest(package, *id, &areas)).collect()
        }
        _ => Vec::new(),
    };
    let mut table = Table {
        columns: columns(&question, &areas, &members, (&periods, &rhythms)),
        rows: Vec::new(),
        group_rows: 0,
        by_period: Vec::new(),
        question,
        areas,
        members,
        periods,
        rhythms,
        latest,
    };
    table.add_rows(package);
    table
}

/// The periods asked for, the earliest first.
fn periods(rhythms: &Rhythms, question: &TableQuestion) -> Vec<Period> {
    let span = match question.periods {
        TablePeriods::At(period) => return vec![period],
        TablePeriods::EachLatest => return Vec::new(),
        TablePeriods::All => None,
        TablePeriods::Span(from, to) => Some((from, to)),
    };
    let start = |period: Period| (period.start_year(), period.start_month());
    let lies_in = |period: &Period| {
        span.is_none_or(|(from, to)| {
            start(*period) >= start(from) && period.end_index() <= to.end_index()
        })
    };
    sorted_unique(rhythms.all().filter(lies_in))
}

/// Areas of the level that were valid in any of the periods; today where each shows its newest.
fn areas(package: &Package, question: &TableQuestion, periods: &[Period]) -> Vec<AreaId> {
    let of = |period| {
        package
            .areas
            .of_level(question.level, question.within, period)
    };
    match question.periods {
        TablePeriods::EachLatest => of(None),
        _ => sorted_unique(periods.iter().flat_map(|period| of(Some(*period)))),
    }
}

fn columns(
    question: &TableQuestion,
    areas: &[AreaId],
    members: &[AreaId],
    (periods, rhythms): (&[Period], &Rhythms),
) -> Vec<TableColumn> {
    let of_indicator = |indicator: IndicatorId| {
        let column = TableColumn {
            indicator,
            period: None,
            place: None,
        };
        match question.across {
            Across::Indicators => vec![column],
            Across::Periods if periods.is_empty() => vec![column],
            Across::Periods => {
                let with = |period: Period| TableColumn {
                    period: Some(period),
                    ..column
                };
                let own = rhythms.own_of(indicator, periods);
                own.into_iter().map(with).collect()
            }
            Across::Areas => {
                let group = (!members.is_empty()).then_some(Place::Group);
                let places = group
                    .into_iter()
                    .chain(areas.iter().copied().map(Place::Area));
                places
                    .map(|place| TableColumn {
                        place: Some(place),
                        ..column
                    })
                    .collect()
            }
        }
    };
    let all = question.indicators.iter();
    all.flat_map(|indicator| of_indicator(*indicator)).collect()
}

impl Table {
    fn add_rows(&mut self, package: &Package) {
        let periods = || self.periods.iter().copied().map(Some);
        let row = |place, period| TableRow { place, period };
        let each: Vec<Option<Period>> = match self.periods.is_empty() {
            true => vec![None],
            false => periods().collect(),
        };
        let group = (!self.members.is_empty()).then_some(Some(Place::Group));
        match self.question.across {
            Across::Areas => self.rows = each.iter().map(|period| row(None, *period)).collect(),
            Across::Periods => {
                let places = self.areas.iter().map(|area| Some(Place::Area(*area)));
                self.group_rows = usize::from(group.is_some());
                let places = group.into_iter().chain(places);
                self.rows = places.map(|place| row(place, None)).collect();
            }
            Across::Indicators => {
                if let Some(group) = group {
                    self.rows = each.iter().map(|period| row(group, *period)).collect();
                }
                self.group_rows = self.rows.len();
                self.by_period = vec![Vec::new(); each.len()];
                for area in &self.areas {
                    for (at, period) in each.iter().enumerate() {
                        let is_valid =
                            period.is_none_or(|period| package.areas.is_valid_in(*area, period));
                        if is_valid {
                            self.by_period[at].push(self.rows.len() as u32);
                            self.rows.push(row(Some(Place::Area(*area)), *period));
                        }
                    }
                }
            }
        }
    }

    /// The area, the group or the period that a cell is about; none for a place that is not there.
    fn place_of(&self, row: usize, column: usize) -> Option<(Place, IndicatorId, Option<Period>)> {
        let (row, column) = (self.rows.get(row)?, self.columns.get(column)?);
        let place = row.place.or(column.place)?;
        Some((place, column.indicator, row.period.or(column.period)))
    }

    /// Reads a cell.
    pub fn cell(&self, package: &Package, row: usize, column: usize) -> Option<TableCell> {
        let (place, id, period) = self.place_of(row, column)?;
        let reading = match (place, period) {
            (Place::Area(area), Some(period)) => select(package, id, area, period),
            (Place::Area(area), None) => match self.newest(id, area) {
                Some((_, reading)) => reading,
                None => Reading::NO_ROW,
            },
            (Place::Group, period) => group_sum(package, id, &self.members, period).0,
        };
        self.cell_of(package, row, column, reading)
    }

    /// A cell of which the reading is known already.
    pub fn cell_of(
        &self,
        package: &Package,
        row: usize,
        column: usize,
        reading: Reading,
    ) -> Option<TableCell> {
        let (place, id, period) = self.place_of(row, column)?;
        let (period, group) = match (place, period) {
            (Place::Area(area), None) => (self.newest(id, area).map(|(period, _)| period), None),
            (Place::Area(_), period) => (period, None),
            (Place::Group, period) => {
                let (_, sum) = group_sum(package, id, &self.members, period);
                (period, Some(sum))
            }
        };
        let judged = unjudged(package.indicators.get(id), &reading);
        let is_absent = reading.value == Value::Missing(Missing::NoRow);
        let other_kind = period.filter(|_| is_absent);
        Some(TableCell {
            reading,
            period,
            interval: judged.map(|it| (it.interval_95.lower, it.interval_95.upper)),
            group,
            other_kind: other_kind.and_then(|period| self.rhythms.other_kind(id, period)),
        })
    }

    /// Indicators that are never published for the kind of the one period of the table, and how often they
    /// are.
    pub fn of_other_kinds(&self) -> Vec<(IndicatorId, PeriodKind)> {
        let [period] = self.periods[..] else {
            return Vec::new();
        };
        let ids = self.question.indicators.iter();
        let other = |id: &IndicatorId| Some((*id, self.rhythms.other_kind(*id, period)?));
        ids.filter_map(other).collect()
    }

    fn newest(&self, id: IndicatorId, area: AreaId) -> Option<(Period, Reading)> {
        let at = self.question.indicators.iter().position(|it| *it == id)?;
        let place = self.areas.binary_search(&area).ok()?;
        *self.latest.get(at)?.get(place)?
    }

    /// In how many parts a column is read, each short enough to be read at once.
    pub fn part_count(&self) -> usize {
        self.by_period.len().max(1)
    }

    /// One part of a column: places of rows, each with its reading. Together the parts hold every row,
    /// each once.
    pub fn part(&self, package: &Package, column: usize, part: usize) -> Vec<(usize, Reading)> {
        let read = |row: usize| {
            let cell = self.cell(package, row, column);
            cell.map(|cell| (row, cell.reading))
        };
        let mut found: Vec<(usize, Reading)> = Vec::new();
        let Some(about) = self.columns.get(column) else {
            return found;
        };
        if part == 0 {
            found.extend((0..self.group_rows).filter_map(read));
        }
        let rows: Vec<usize> = match self.by_period.get(part) {
            Some(rows) => rows.iter().map(|row| *row as usize).collect(),
            None => (self.group_rows..self.rows.len()).collect(),
        };
        let first = rows.first().and_then(|row| self.place_of(*row, column));
        match (
            self.question.across,
            first.and_then(|(_, _, period)| period),
        ) {
            // Every row of the part is of one period, which is looked up in the files once.
            (Across::Indicators | Across::Periods, Some(period)) => {
                let area = |row: &usize| match self.place_of(*row, column) {
                    Some((Place::Area(area), ..)) => Some(area),
                    _ => None,
                };
                let areas: Vec<AreaId> = rows.iter().filter_map(area).collect();
                let column = readings(package, about.indicator, &areas, period);
                found.extend(rows.into_iter().zip(column));
            }
            _ => found.extend(rows.into_iter().filter_map(read)),
        }
        found
    }

    /// The name of a column for machines: its indicator, and what it is of where that stands across.
    pub fn column_key(&self, package: &Package, column: &TableColumn) -> String {
        let code = &package.indicators.get(column.indicator).code;
        match (column.period, column.place) {
            (Some(period), _) => format!("{code}:{period}"),
            (None, Some(place)) => format!("{code}:{}", place_code(package, place)),
            (None, None) => code.clone(),
        }
    }

    /// True for an area of the group.
    pub fn is_member(&self, place: Option<Place>) -> bool {
        matches!(place, Some(Place::Area(area)) if self.members.binary_search(&area).is_ok())
    }
}

/// The code of a place for machines; `group` for the reader's group.
pub fn place_code(package: &Package, place: Place) -> &str {
    match place {
        Place::Area(area) => &package.areas.get(area).code,
        Place::Group => "group",
    }
}
