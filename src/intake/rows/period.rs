//! Which period a row is about. Each way of writing is read once.

use crate::intake::plan::Plan;
use crate::intake::rows::{Cells, Rows};
use crate::intake::{YearParts, dated_names, when};
use crate::model::{FaultKind, Period};

/// A period, or the column that it cannot be read from and why.
pub(in crate::intake) type ReadPeriod = Result<Period, (usize, FaultKind)>;

impl Rows {
    /// The period that the row's own cells or the whole table state.
    pub(in crate::intake) fn row_period(&mut self, plan: &Plan, cells: &dyn Cells) -> ReadPeriod {
        let Some(place) = plan.period.or(plan.year) else {
            return plan.table_period.ok_or((0, FaultKind::Blank));
        };
        // Beside a period a month says nothing more.
        let part = plan
            .quarter
            .or(plan.month)
            .filter(|_| plan.period.is_none());
        self.time_key.clear();
        self.time_key.push_str(cells.cell(place));
        if let Some(part) = part {
            self.time_key.push('\u{1f}');
            self.time_key.push_str(cells.cell(part));
        }
        let code = self.written_periods.code(&self.time_key) as usize;
        if code == self.periods.len() {
            let read = self.read_period(plan, cells, place, part);
            self.periods.push(read);
        }
        match (&self.periods[code], self.time_key.is_empty()) {
            (_, true) => Err((place, FaultKind::Blank)),
            (read, false) => read.clone(),
        }
    }

    fn read_period(
        &self,
        plan: &Plan,
        cells: &dyn Cells,
        place: usize,
        part: Option<usize>,
    ) -> ReadPeriod {
        let text = cells.cell(place);
        let wrong = |place: usize| match cells.cell(place) {
            "" => (place, FaultKind::Blank),
            _ => (place, FaultKind::PeriodForm),
        };
        if plan.is_dated {
            let (period, _) = dated_names::parted(text).ok_or_else(|| wrong(place))?;
            return Ok(period);
        }
        if self.dates.days_apart && plan.period.is_none() {
            // The day or the week stands in a column of its own.
            return Err((place, FaultKind::DayOfMonth));
        }
        let Some(part) = part else {
            // A column of years may hold 2019/20.
            let read = when::period(text, self.dates).map_err(|kind| (place, kind));
            return match (plan.period, read?) {
                (Some(_), when) if self.dates.days_apart && when::days::is_day(when) => {
                    Err((place, FaultKind::DayOfMonth))
                }
                (Some(_), when) => Ok(when.period),
                (None, when) => Ok(when::days::year_of(when)),
            };
        };
        if self.dates.year_begins.is_some() {
            let (is_month, written) = (plan.quarter.is_none(), cells.cell(part));
            let read = when::turn::part_of(text, written, is_month, self.dates);
            let is_year_sound = when::turn::is_over_two(text, self.dates);
            return read.ok_or_else(|| wrong(if is_year_sound { part } else { place }));
        }
        let (year, _) = when::year(text, self.dates).ok_or_else(|| wrong(place))?;
        let text = cells.cell(part);
        let period = match plan.quarter {
            Some(_) if self.dates.numbered_parts == Some(YearParts::Halves) => {
                when::half(text).and_then(|half| Period::half(year, half))
            }
            Some(_) => when::quarter(text).and_then(|quarter| Period::quarter(year, quarter)),
            None => match when::months_between(text) {
                Some((first, last)) => {
                    Period::year(year).and_then(|of| when::turn::months_within(of, first, last))
                }
                None => when::month(text).and_then(|month| Period::month(year, month)),
            },
        };
        period.ok_or_else(|| wrong(part))
    }
}
