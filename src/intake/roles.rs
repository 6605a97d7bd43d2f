//! What each column of a sample is: first by what it is called, then by what it holds.

use super::columns::Column;
use super::remark::Remark;
use super::vocabulary::{self, OtherName, Rank, TimeName, is_unit};
use super::when::{self, Dates, Form};
use super::{ColumnRole, DayOrder};
use crate::parse::cell;

/// The columns of a sample and the roles found so far.
pub(super) struct Roles<'c, 's> {
    pub columns: &'c [Column<'s>],
    pub roles: Vec<Option<ColumnRole>>,
    pub remarks: Vec<Remark>,
    pub dates: Dates,
}

impl<'c, 's> Roles<'c, 's> {
    pub(super) fn new(columns: &'c [Column<'s>]) -> Roles<'c, 's> {
        Roles {
            columns,
            roles: vec![None; columns.len()],
            remarks: Vec::new(),
            dates: Dates {
                day_order: DayOrder::DayFirst,
                century: None,
                split_years: false,
            },
        }
    }

    fn open(&self) -> impl Iterator<Item = (usize, &'c Column<'s>)> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(at, _)| self.roles[*at].is_none())
    }

    fn set(&mut self, at: usize, role: ColumnRole) {
        self.roles[at] = Some(role);
    }

    fn has(&self, wanted: &ColumnRole) -> bool {
        self.roles.iter().flatten().any(|role| role == wanted)
    }

    /// Sets what needs no other column to be known: empty columns, personal numbers, row numbers.
    pub(super) fn set_aside(&mut self) {
        for (at, column) in self.columns.iter().enumerate() {
            let by_code = vocabulary::code_rank(&column.folded).is_some();
            if column.filled == 0 {
                self.set(at, ColumnRole::Ignored);
            } else if column.is_personal() && !by_code {
                self.set(at, ColumnRole::Ignored);
                let column = column.name.clone();
                self.remarks.push(Remark::PersonalColumn { column });
            } else if vocabulary::is_row_number_name(&column.folded) && column.counts_rows()
                || at == 0 && column.name == "#1" && column.counts_rows()
            {
                self.set(at, ColumnRole::Ignored);
                let column = column.name.clone();
                self.remarks.push(Remark::RowNumbers { column });
            }
        }
    }

    // ---- times -----------------------------------------------------------------------------------

    /// Finds the columns of periods.
    pub(super) fn set_times(&mut self, has_periods_in_names: bool) {
        let mut found: Vec<(usize, TimeName)> = Vec::new();
        for (at, column) in self.open() {
            if let Some(name) = vocabulary::time_name(&column.folded)
                && let Some(kind) = self.time_kind(column, name)
            {
                found.push((at, kind));
            }
        }
        if !found
            .iter()
            .any(|(_, kind)| matches!(kind, TimeName::Year | TimeName::Period))
            && let Some(at) = self.time_by_content(has_periods_in_names)
        {
            found.push((at, TimeName::Period));
        }
        let of = |kind: TimeName| found.iter().find(|(_, it)| *it == kind).map(|(at, _)| *at);
        let (year, month, quarter) = (
            of(TimeName::Year),
            of(TimeName::Month),
            of(TimeName::Quarter),
        );
        match (of(TimeName::Period), year) {
            (Some(period), Some(year)) if !self.is_finer(period, year) => {
                self.set_year(year, month, quarter)
            }
            (Some(period), _) => self.set(period, ColumnRole::Period),
            (None, Some(year)) => self.set_year(year, month, quarter),
            (None, None) => {}
        }
        let chosen = self
            .roles
            .iter()
            .position(|role| matches!(role, Some(ColumnRole::Period | ColumnRole::Year)));
        for (at, _) in found {
            if self.roles[at].is_none() && chosen.is_some() {
                self.set(at, ColumnRole::Ignored);
                let column = self.columns[at].name.clone();
                self.remarks.push(Remark::ColumnAside { column });
            }
        }
        if let Some(at) = chosen {
            self.tell_times(at);
        }
    }

    fn set_year(&mut self, year: usize, month: Option<usize>, quarter: Option<usize>) {
        self.set(year, ColumnRole::Year);
        match (month, quarter) {
            (Some(month), _) => self.set(month, ColumnRole::Month),
            (None, Some(quarter)) => self.set(quarter, ColumnRole::Quarter),
            (None, None) => {}
        }
    }

    /// True where a column of periods tells more times apart than one of years.
    fn is_finer(&self, period: usize, year: usize) -> bool {
        self.columns[period].distinct >= self.columns[year].distinct
    }

    /// What a column that is named for times really holds; notes how its dates are written.
    fn time_kind(&self, column: &Column<'_>, name: TimeName) -> Option<TimeName> {
        let values = column.values();
        let share = |fits: &dyn Fn(&str) -> bool| {
            let fitting = values.iter().filter(|value| fits(value)).count();
            fitting * 5 >= values.len() * 4 && fitting > 0
        };
        let dates = dates_of(&values);
        let is_year = |text: &str| when::year(text, dates).is_some();
        let is_period = |text: &str| when::period(text, dates).is_ok();
        match name {
            TimeName::Month if share(&|text| when::month(text).is_some()) => Some(TimeName::Month),
            TimeName::Quarter if share(&|text| when::quarter(text).is_some()) => {
                Some(TimeName::Quarter)
            }
            _ if share(&is_year) => Some(TimeName::Year),
            _ if share(&is_period) => Some(TimeName::Period),
            _ => None,
        }
    }

    /// A column that holds periods though nothing names it for that.
    fn time_by_content(&self, has_periods_in_names: bool) -> Option<usize> {
        let fits = |(_, column): &(usize, &Column<'_>)| {
            let values = column.values();
            let dates = Dates {
                century: None,
                ..dates_of(&values)
            };
            let all = |reads: &dyn Fn(&str) -> bool| {
                !values.is_empty() && values.iter().all(|it| reads(it))
            };
            let is_written = all(&|text| {
                when::period(text, dates).is_ok() && !text.bytes().all(|byte| byte.is_ascii_digit())
            });
            let is_year = all(&|text| {
                text.parse::<u16>()
                    .is_ok_and(|year| (1900..=2100).contains(&year))
                    && text.len() == 4
            });
            let is_named = vocabulary::speaks_of_time(&column.folded)
                && all(&|text| when::period(text, dates).is_ok());
            let repeats = column.distinct * 2 <= column.filled;
            is_named || (!has_periods_in_names && (is_written || (is_year && repeats)))
        };
        self.open().find(fits).map(|(at, _)| at)
    }

    fn tell_times(&mut self, at: usize) {
        let values = self.columns[at].values();
        self.dates = dates_of(&values);
        let read: Vec<(&str, when::When)> = values
            .iter()
            .filter_map(|text| {
                when::period(text, self.dates)
                    .ok()
                    .map(|when| (*text, when))
            })
            .collect();
        let of = |form: &dyn Fn(Form) -> bool| read.iter().find(|(_, when)| form(when.form));
        let mut periods = read.iter().filter(|(_, when)| when.form == Form::ShortYear);
        if let Some((_, first)) = periods.next() {
            let (mut from, mut to) = (first.period, first.period);
            for (_, when) in periods {
                (from, to) = (from.min(when.period), to.max(when.period));
            }
            self.remarks.push(Remark::TwoDigitYears { from, to });
        }
        if let Some((text, when)) = of(&|form| form == Form::SplitYear) {
            let (example, read_as) = (text.to_string(), when.period);
            self.remarks.push(Remark::SplitYears { example, read_as });
        }
        let open = of(&|form| matches!(form, Form::OpenDay(_)));
        if let Some((text, when)) = open.filter(|_| day_order(&values).is_none()) {
            let (example, read_as) = (text.to_string(), when.period);
            self.remarks
                .push(Remark::DayOrderNotCertain { example, read_as });
        }
        if of(&|form| matches!(form, Form::Day(_) | Form::OpenDay(_))).is_some() {
            self.remarks.push(Remark::DaysAsMonths);
        }
    }

    // ---- areas -----------------------------------------------------------------------------------

    /// Finds the columns of areas by their names; those of what they lie in with them.
    pub(super) fn set_areas(&mut self) {
        let mut names: Vec<(usize, Rank)> = Vec::new();
        let mut codes: Vec<usize> = Vec::new();
        let mut parents: Vec<(usize, bool)> = Vec::new();
        for (at, column) in self.open() {
            let is_code = vocabulary::code_rank(&column.folded).is_some();
            if let Some(is_code) = vocabulary::is_parent(&column.folded) {
                parents.push((at, is_code));
            } else if is_code && column.decimals == 0 {
                codes.push(at);
            } else if let Some(rank) = vocabulary::place_rank(&column.folded) {
                match column.is_text() {
                    true => names.push((at, rank)),
                    false if column.is_whole() => codes.push(at),
                    false => {}
                }
            }
        }
        let finest = |(at, rank): &&(usize, Rank)| {
            // Of columns that tell as many places apart the one that speaks of the finest.
            (self.columns[*at].distinct, *rank)
        };
        let area = names.iter().max_by_key(finest).copied();
        let code = self.code_of(area.map(|(at, _)| at), &codes);
        if let Some((at, _)) = area {
            self.set(at, ColumnRole::AreaName);
        }
        if let Some(at) = code {
            self.set(at, ColumnRole::AreaCode);
        }
        if let Some(own) = area.map(|(at, _)| at).or(code) {
            self.set_parent(
                own,
                area.map_or(0, |(_, rank)| rank),
                &names,
                &codes,
                &parents,
            );
        }
        let rest = names.iter().map(|(at, _)| *at).chain(codes);
        for at in rest.chain(parents.iter().map(|(at, _)| *at)) {
            // What is left may still tell rows apart; see the keys.
            if self.roles[at].is_none() && self.columns[at].is_numeric() {
                self.set(at, ColumnRole::Ignored);
                let column = self.columns[at].name.clone();
                self.remarks.push(Remark::ColumnAside { column });
            }
        }
    }

    /// The column of codes that go with the names: each code has one name.
    fn code_of(&self, name: Option<usize>, codes: &[usize]) -> Option<usize> {
        let Some(name) = name else {
            return codes
                .iter()
                .copied()
                .max_by_key(|at| (self.columns[*at].distinct, usize::MAX - at));
        };
        let name = &self.columns[name];
        let fits = |at: &&usize| {
            let code = &self.columns[**at];
            code.distinct >= name.distinct && code.decides(name)
        };
        codes.iter().find(fits).copied()
    }

    fn set_parent(
        &mut self,
        own: usize,
        rank: Rank,
        names: &[(usize, Rank)],
        codes: &[usize],
        parents: &[(usize, bool)],
    ) {
        for (at, is_code) in parents {
            let role = match is_code {
                true => ColumnRole::ParentCode,
                false => ColumnRole::ParentName,
            };
            if !self.has(&role) {
                self.set(*at, role);
            }
        }
        if !parents.is_empty() {
            return;
        }
        let area = &self.columns[own];
        let is_above = |(at, above): &&(usize, Rank)| {
            let column = &self.columns[*at];
            let is_coarser = column.distinct < area.distinct || *above < rank;
            *at != own
                && is_coarser
                && (area.decides(column) || *above < rank && *above != vocabulary::RANK_ANY)
        };
        let above = names
            .iter()
            .filter(is_above)
            .max_by_key(|(at, rank)| (self.columns[*at].distinct, *rank));
        let Some((above, _)) = above.copied() else {
            return;
        };
        self.set(above, ColumnRole::ParentName);
        let name = &self.columns[above];
        let fits = |at: &&usize| {
            let code = &self.columns[**at];
            self.roles[**at].is_none() && code.decides(name) && name.decides(code)
        };
        if let Some(at) = codes.iter().find(fits).copied() {
            self.set(at, ColumnRole::ParentCode);
        }
    }

    /// Finds the column of areas by what it holds, where none is named for it.
    pub(super) fn set_area_by_content(&mut self) {
        if self.has(&ColumnRole::AreaName) || self.has(&ColumnRole::AreaCode) {
            return;
        }
        let time = self
            .roles
            .iter()
            .position(|role| matches!(role, Some(ColumnRole::Period | ColumnRole::Year)));
        let is_key = |column: &Column<'_>| {
            let mut keys: Vec<(&str, &str)> = (0..column.cells.len())
                .map(|row| {
                    let time = time.map_or("", |at| self.columns[at].cells[row]);
                    (column.cells[row], time)
                })
                .collect();
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            keys.len() == all && column.filled == all
        };
        let texts: Vec<(usize, &Column<'_>)> = self.open().filter(|(_, it)| it.is_text()).collect();
        let by_key = texts
            .iter()
            .find(|(_, column)| is_key(column) && column.distinct > 1);
        let by_size = texts
            .iter()
            .max_by_key(|(at, column)| (column.distinct, usize::MAX - at));
        // A number that with the period is each row's own is a number of the area.
        let whole = |(_, column): &(usize, &Column<'_>)| {
            column.is_whole()
                && is_key(column)
                && time.is_some()
                && column.distinct * 2 <= column.filled
        };
        let by_number = self.open().find(whole);
        let found = by_key
            .map(|(at, _)| (*at, ColumnRole::AreaName))
            .or_else(|| by_number.map(|(at, _)| (at, ColumnRole::AreaCode)))
            .or_else(|| by_size.map(|(at, _)| (*at, ColumnRole::AreaName)));
        if let Some((at, role)) = found {
            self.set(at, role);
            let column = self.columns[at].name.clone();
            self.remarks.push(Remark::AreaByContent { column });
        }
    }

    // ---- the rest --------------------------------------------------------------------------------

    /// Finds columns of indicators, units, status, notes.
    pub(super) fn set_others(&mut self) {
        for at in 0..self.columns.len() {
            let column = &self.columns[at];
            if self.roles[at].is_some() {
                continue;
            }
            let role = match vocabulary::other_name(&column.folded) {
                Some(OtherName::Indicator) if column.is_text() => ColumnRole::Indicator,
                Some(OtherName::Unit) if column.is_text() && holds_units(column) => {
                    ColumnRole::Unit
                }
                Some(OtherName::Status) if holds_status(column) => ColumnRole::Status,
                Some(OtherName::Note) if column.is_text() => ColumnRole::Note,
                Some(OtherName::CodeSystem) if column.is_text() => ColumnRole::CodeSystem,
                _ => continue,
            };
            if !self.has(&role) {
                self.set(at, role);
            }
        }
        for at in 0..self.columns.len() {
            let is_code =
                vocabulary::other_name(&self.columns[at].folded) == Some(OtherName::IndicatorCode);
            if self.roles[at].is_none() && is_code {
                let role = match self.has(&ColumnRole::Indicator) {
                    true => ColumnRole::Ignored,
                    false => ColumnRole::Indicator,
                };
                self.set(at, role);
            }
        }
    }
}

fn holds_units(column: &Column<'_>) -> bool {
    let values = column.values();
    let units = values.iter().filter(|value| is_unit(value)).count();
    units * 2 >= values.len() || column.folded.starts_with("unit") || column.folded == "uom"
}

fn holds_status(column: &Column<'_>) -> bool {
    let values = column.values();
    !values.is_empty() && values.iter().all(|value| cell::status(value).is_ok())
}

/// How these dates are written, as far as they show it.
fn dates_of(values: &[&str]) -> Dates {
    /// Of a two-digit year from this one on, the 1900s are meant.
    const PIVOT: u8 = 30;
    let short = |text: &&&str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let named = |text: &&&str| {
        let mut parts = text.split(['-', '/', '.', ' ']);
        let last = parts.next_back().unwrap_or_default();
        let is_short = last.trim_start_matches('\'').len() == 2
            && last
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'\'');
        let first = text.bytes().take_while(u8::is_ascii_digit).count();
        is_short && first < 4 && text.len() > 2
    };
    let short_count = values.iter().filter(short).count();
    let named_count = values.iter().filter(named).count();
    let split: Vec<&&str> = values
        .iter()
        .filter(|text| when::looks_split(&text.trim().replace(['–', '—', '／'], "-")))
        .collect();
    let certain = split.iter().any(|text| when::is_split_only(text));
    Dates {
        day_order: day_order(values).unwrap_or(DayOrder::DayFirst),
        century: (short_count.max(named_count) * 5 >= values.len() * 4 && !values.is_empty())
            .then_some(PIVOT),
        split_years: !split.is_empty()
            && (split.len() > 1 || certain)
            && split.iter().all(|text| when::fits_split(text)),
    }
}

/// Whether the day or the month stands first; none where no date shows it.
fn day_order(values: &[&str]) -> Option<DayOrder> {
    let number = |text: &str| text.parse::<u8>().ok();
    let mut pairs = Vec::new();
    for text in values {
        let text = text.split([' ', 'T']).next().unwrap_or_default();
        let mark = ['/', '-', '.']
            .into_iter()
            .find(|mark| text.contains(*mark));
        let parts: Vec<&str> = mark.map_or(Vec::new(), |mark| text.split(mark).collect());
        if let [first, second, year] = parts[..]
            && matches!(year.len(), 2 | 4)
            && first.len() <= 2
        {
            pairs.extend(number(first).zip(number(second)));
        }
    }
    let any = |fits: &dyn Fn(&(u8, u8)) -> bool| pairs.iter().any(fits);
    match (
        any(&|(first, _)| *first > 12),
        any(&|(_, second)| *second > 12),
    ) {
        (true, _) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        // The first of each month: the number that never changes is the day.
        (false, false) => {
            let seconds_vary = any(&|(_, second)| *second != 1);
            let firsts_vary = any(&|(first, _)| *first != 1);
            match (pairs.len() > 1, firsts_vary, seconds_vary) {
                (true, false, true) => Some(DayOrder::DayFirst),
                (true, true, false) => Some(DayOrder::MonthFirst),
                _ => None,
            }
        }
    }
}
