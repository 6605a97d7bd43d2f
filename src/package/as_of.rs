//! The package as it stood at the end of a day: the revisions released later are undone, and periods that
//! had not ended by then are not there: nobody knew their figures. Whoever reads the package need not know.

use super::open::{FileState, ObservationFile, Package};
use super::revisions::has_counts;
use crate::model::{Day, Period, RevisedFigure, Revision, Status, Text, sort_by_key};
use crate::table::{Index, Observations, SliceKey};
use std::sync::Arc;

/// Of which earlier day a package is shown, and what was done for that.
#[derive(Debug)]
pub struct AsOf {
    /// The day.
    pub day: Day,
    /// Number of later revisions that are left out.
    pub left_out: usize,
    /// Number of earlier values of which the counts are not known: they have no interval and cannot be
    /// summed.
    pub bare: usize,
    /// True where values of periods that end after the day are left out.
    pub hides_periods: bool,
    /// True where the revisions could not be read, so that none of them is undone.
    pub is_unread: bool,
    /// The line that says so on whatever leaves the page; put here by whoever has words.
    pub said: Text,
    /// The rows that show an earlier value, file and row, each with the revision undone; in order.
    undone: Vec<((usize, usize), Revision)>,
}

/// A file of observations on its way to an earlier state.
struct Earlier {
    table: Arc<Observations>,
    index: Index,
    is_changed: bool,
}

impl Package {
    /// The package as it stood at the end of a day; unchanged where nothing came later. It must know what
    /// its revisions mean (`revised`).
    pub fn as_of(&self, day: Day) -> Package {
        let mut package = self.clone();
        let mut state = AsOf {
            day,
            left_out: 0,
            bare: 0,
            hides_periods: false,
            is_unread: self.has_failed(super::TableKind::Revisions),
            said: Text::default(),
            undone: Vec::new(),
        };
        let of_file = |state: &FileState| match state {
            FileState::Observations(file) => Some(Earlier {
                table: file.table.clone(),
                index: file.index.clone(),
                is_changed: false,
            }),
            _ => None,
        };
        let mut files: Vec<Option<Earlier>> = self.files.iter().map(of_file).collect();
        for chain in self.revisions.chains() {
            let later = chain.iter().filter(|it| it.released > day);
            state.left_out += later.clone().count();
            if let Some(first) = later.into_iter().next()
                && has_ended(first.period, day)
            {
                self.undo(first, &mut files, &mut state);
            }
        }
        for earlier in files.iter_mut().flatten() {
            let hides = earlier.index.retain(|key| has_ended(key.period, day));
            state.hides_periods |= hides;
            earlier.is_changed |= hides;
        }
        for (place, earlier) in package.files.iter_mut().zip(files) {
            if let FileState::Observations(file) = place
                && let Some(earlier) = earlier.filter(|it| it.is_changed)
            {
                *place = FileState::Observations(Arc::new(ObservationFile {
                    table: earlier.table,
                    index: earlier.index,
                    ..ObservationFile::clone(file)
                }));
            }
        }
        sort_by_key(&mut state.undone, |(at, _)| *at);
        let differs = state.left_out > 0 || state.hides_periods || state.is_unread;
        package.as_of = differs.then(|| Arc::new(state));
        package
    }

    /// The revision that is undone in a row that shows an earlier value.
    pub fn undone(&self, resource: usize, row: usize) -> Option<&Revision> {
        let undone = &self.as_of.as_ref()?.undone;
        let found = undone.binary_search_by(|(at, _)| at.cmp(&(resource, row)));
        found.ok().map(|place| &undone[place].1)
    }

    /// Gives the value of a revision the figure that stood before it.
    fn undo(&self, revision: &Revision, files: &mut [Option<Earlier>], state: &mut AsOf) {
        let about = self.indicators.get(revision.indicator);
        let figure = &revision.old;
        let place = match self.published_row(revision) {
            // What is wrong with a row hides whatever it held.
            Some((file, _, row)) if file.table.invalid(row).is_some() => return,
            Some((file, key, row)) => Some((file.resource, key, Some(row))),
            None => self.place_for(revision).map(|(at, key)| (at, key, None)),
        };
        let Some((resource, key, row)) = place else {
            return;
        };
        let Some(earlier) = files.get_mut(resource).and_then(Option::as_mut) else {
            return;
        };
        if figure.is_none() {
            earlier.index.set_row(key, revision.area, None);
            earlier.is_changed |= row.is_some();
            return;
        }
        let table = Arc::make_mut(&mut earlier.table);
        let row = row.unwrap_or_else(|| {
            let row = table.add_row(0);
            table.indicator.set(row, &about.code);
            table.area.set(row, &self.areas.get(revision.area).code);
            table.period.set(row, &revision.period.to_string());
            earlier.index.set_row(key, revision.area, Some(row));
            row
        });
        let is_counted =
            has_counts(about) && figure.numerator.is_some() && figure.denominator.is_some();
        set_figure(table, row, figure, is_counted);
        state.bare += usize::from(has_counts(about) && !is_counted);
        state.undone.push(((resource, row), revision.clone()));
        earlier.is_changed = true;
    }

    /// The file in which a value that was withdrawn may have stood: one with others of its indicator, of
    /// its period where there is such. None for a part of a total.
    fn place_for(&self, revision: &Revision) -> Option<(usize, SliceKey)> {
        if !super::revisions::is_total(revision) {
            return None;
        }
        let key = SliceKey {
            indicator: revision.indicator,
            category: 0,
            period: revision.period,
        };
        if self.is_in_conflict(key, revision.area) {
            return None;
        }
        let mut files = self.observation_files();
        let of_period = files.find(|file| file.index.slice(key).is_some());
        let file = of_period.or_else(|| {
            let mut files = self.observation_files();
            files.find(|file| file.index.of_indicator(key.indicator, 0).next().is_some())
        });
        Some((file?.resource, key))
    }
}

fn set_figure(table: &mut Observations, row: usize, figure: &RevisedFigure, is_counted: bool) {
    table
        .value
        .replace(row, figure.value.filter(|_| !is_counted));
    table
        .numerator
        .replace(row, figure.numerator.filter(|_| is_counted));
    table
        .denominator
        .replace(row, figure.denominator.filter(|_| is_counted));
    if is_counted {
        table.set_bound(row, None);
    }
    if !table.status(row).has_figure() {
        table.set_status(row, Status::Normal);
    }
}

/// True for a period whose last day has passed at the end of the day. A year goes on until its December
/// has ended, a figure of a point in time until the period that it is told for has.
fn has_ended(period: Period, day: Day) -> bool {
    let last_month = (u32::from(period.end_year()), u32::from(period.end_month()));
    let of_day = (u32::from(day.year), u32::from(day.month));
    last_month < of_day || (last_month == of_day && day.ends_month())
}
