//! Which columns of a sample hold its periods, and how its dates are written.

use crate::intake::columns::Column;
use crate::intake::figure_remark::FigureRemark;
use crate::intake::remark::Remark;
use crate::intake::roles::Roles;
use crate::intake::vocabulary::time::{self, TimeName};
use crate::intake::when::days;
use crate::intake::when::ending::Ending;
use crate::intake::when::looks::{has_decimal, holds_years, may_be_time};
use crate::intake::when::parts::{is_short, of_romans};
use crate::intake::when::serial::serial_day;
use crate::intake::when::span::{span, years_between};
use crate::intake::when::weeks::holds_weeks;
use crate::intake::when::words::roman_part;
use crate::intake::when::{self, Dates, Form, republic, turn, weeks};
use crate::intake::{ColumnRole, DayOrder, YearParts};

impl Roles<'_, '_> {
    /// Finds the columns of periods.
    pub(in crate::intake) fn set_times(&mut self, has_periods_in_names: bool) {
        let mut found: Vec<(usize, TimeName)> = Vec::new();
        let mut unread = Vec::new();
        let weeks = self.columns.iter().position(holds_weeks);
        for (at, column) in self.open() {
            if weeks == Some(at) {
                unread.push(at);
                continue;
            }
            let name = time::time_name(&column.folded);
            let ends = || Ending::of_name(&column.name).map(|_| TimeName::Period);
            let Some(name) = name.or_else(ends) else {
                continue;
            };
            match self.time_kind(column, name) {
                Some(kind) => found.push((at, kind)),
                // A name of two rows may be that of the years and the year itself.
                None if when::in_name(&column.name).is_some_and(|(_, rest)| rest.is_empty()) => {}
                None => unread.push(at),
            }
        }
        let unread_time = unread.first().copied();
        if !found
            .iter()
            .any(|(_, kind)| matches!(kind, TimeName::Year | TimeName::Period))
            && let Some(at) = self.time_by_content(has_periods_in_names)
        {
            found.push((at, TimeName::Period));
        }
        let of = |kind: TimeName| found.iter().find(|(_, it)| *it == kind).map(|(at, _)| *at);
        let half = of(TimeName::Half);
        let (year, month, quarter) = (
            of(TimeName::Year),
            of(TimeName::Month),
            of(TimeName::Quarter).or(half),
        );
        match (of(TimeName::Period), year) {
            (Some(period), Some(year)) if !self.is_finer(period, year) => {
                self.set_year(year, month, quarter)
            }
            (Some(period), _) => self.set(period, ColumnRole::Period),
            (None, Some(year)) => self.set_year(year, month, quarter),
            (None, None) => {}
        }
        if let Some(year) = of(TimeName::Period).or(year)
            && let Some(part) = month.or(quarter)
            && let Err(example) = self.set_over_two_years(year, part, month.is_some())
        {
            for at in [year, part] {
                self.roles[at] = Some(ColumnRole::Ignored);
            }
            self.has_unread_time = true;
            let column = self.columns[year].name.clone();
            let remark = FigureRemark::TurnOpen { column, example };
            self.remarks.push(Remark::Figures(remark));
            return;
        }
        self.leave_days(
            year.filter(|it| self.roles[*it] == Some(ColumnRole::Year)),
            month,
        );
        let has_time = found
            .iter()
            .any(|(_, kind)| matches!(kind, TimeName::Year | TimeName::Period));
        // A period beside them may say the same, a year does not.
        let is_by_week = weeks.filter(|_| of(TimeName::Period).is_none());
        self.has_unread_time = (!unread.is_empty() || is_by_week.is_some()) && !has_time;
        if let Some(at) = is_by_week {
            self.remarks.push(weeks::remark(&self.columns[at]));
        } else if let Some((at, example)) = self.open_romans(&unread) {
            let column = self.columns[at].name.clone();
            self.remarks
                .push(Remark::RomanNotCertain { column, example });
        } else if let Some(at) = unread_time.filter(|_| self.has_unread_time) {
            let values = self.columns[at].values();
            let example = values.first().map_or(String::new(), |it| it.to_string());
            let column = self.columns[at].name.clone();
            self.remarks.push(Remark::PeriodNotRead { column, example });
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
        // Times that cannot be read are no figures, nor is a time beside the rows' own.
        let same =
            |at: usize| chosen.is_some_and(|it| self.columns[it].cells == self.columns[at].cells);
        let is_other =
            |column: &Column<'_>| chosen.is_some() && may_be_time(column) && holds_years(column);
        let again = self
            .open()
            .filter(|(at, column)| same(*at) || is_other(column));
        let again: Vec<usize> = again.map(|(at, _)| at).collect();
        for at in unread.into_iter().chain(again) {
            if self.roles[at].is_none() && is_by_week == Some(at) {
                self.set(at, ColumnRole::Ignored);
            } else if self.roles[at].is_none() {
                self.aside(at);
            }
        }
        if let Some(at) = chosen {
            let begins = self.dates.year_begins;
            self.tell_times(at);
            self.dates.year_begins = begins;
        }
        let is_of_halves = |at: usize| self.roles[at] == Some(ColumnRole::Quarter);
        if half.is_some_and(is_of_halves) {
            self.dates.numbered_parts = Some(YearParts::Halves);
        }
    }

    /// A column of years with Roman numbers, and one of these, where nothing says what the numbers count.
    fn open_romans(&self, unread: &[usize]) -> Option<(usize, String)> {
        unread.iter().find_map(|at| {
            let values = self.columns[*at].values();
            let first = values.first()?;
            let is_so = |text: &&str| roman_part(&text.trim().to_lowercase()).is_some();
            values.iter().all(is_so).then(|| (*at, first.to_string()))
        })
    }

    fn set_year(&mut self, year: usize, month: Option<usize>, quarter: Option<usize>) {
        self.set(year, ColumnRole::Year);
        match (month, quarter) {
            (Some(month), _) => self.set(month, ColumnRole::Month),
            (None, Some(quarter)) => self.set(quarter, ColumnRole::Quarter),
            (None, None) => {}
        }
    }

    /// Makes a column of years over two calendar years, and one of their months or quarters, the year and the part
    /// of it, where the order of the months shows with which the years begin. An error with such a year where
    /// nothing shows it.
    fn set_over_two_years(
        &mut self,
        year: usize,
        part: usize,
        is_month: bool,
    ) -> Result<(), String> {
        let (years, parts) = (&self.columns[year], &self.columns[part]);
        let dates = dates_of(years);
        let values = years.values();
        let is_other = |text: &&str| {
            turn::is_over_two(text, dates)
                || turn::says_other_year(&years.folded) && when::year(text, dates).is_some()
        };
        let mut others = values.iter().filter(|text| is_other(text));
        let Some(example) = others.next() else {
            return Ok(());
        };
        // Of one among others its own rows are told.
        if (others.count() + 1) * 2 <= values.len() {
            return Ok(());
        }
        let are_split = values.iter().all(|text| turn::is_over_two(text, dates));
        let begins = turn::begins_in_rows(&years.cells, &parts.cells);
        let begins = begins.filter(|_| are_split && is_month);
        let begins = begins.ok_or_else(|| example.to_string())?;
        self.dates.year_begins = u8::try_from(begins).ok();
        self.set(year, ColumnRole::Year);
        self.set(part, ColumnRole::Month);
        Ok(())
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
        let mut dates = dates_of(column);
        dates.serial_days &= name == TimeName::Period;
        let is_year = |text: &str| when::year(text, dates).is_some();
        let is_period = |text: &str| when::period(text, dates).is_ok();
        // Of what cannot be read each row is told; the column is one of times all the same.
        let is_mostly = |fits: &dyn Fn(&str) -> bool| {
            let rows = column.cells.iter().filter(|cell| !cell.is_empty());
            let fitting = values.iter().filter(|value| fits(value)).count();
            fitting * 2 > values.len() || rows.filter(|cell| fits(cell)).count() * 2 > column.filled
        };
        if when::is_tenth_lost(&values) {
            return None;
        }
        match name {
            TimeName::Month if share(&when::is_of_months) => Some(TimeName::Month),
            TimeName::Quarter if share(&|text| when::quarter(text).is_some()) => {
                Some(TimeName::Quarter)
            }
            TimeName::Half if share(&|text| when::half(text).is_some()) => Some(TimeName::Half),
            _ if share(&is_year) => Some(TimeName::Year),
            TimeName::Year if days::stand_for_years(column) => Some(TimeName::Year),
            _ if is_mostly(&is_period) => Some(TimeName::Period),
            _ => None,
        }
    }

    /// A column that holds periods though nothing names it for that.
    fn time_by_content(&self, has_periods_in_names: bool) -> Option<usize> {
        let fits = |(_, column): &(usize, &Column<'_>)| {
            let values = column.values();
            let mut dates = Dates {
                century: None,
                ..dates_of(column)
            };
            // A sum of money may be as large as the number of a day.
            dates.serial_days &= time::names_date(&column.folded);
            let all = |reads: &dyn Fn(&str) -> bool| {
                !values.is_empty() && values.iter().all(|it| reads(it))
            };
            // Several years may be those in which people were born or houses built.
            let is_written = all(&|text| {
                // So may a mark or a letter be that of a code.
                when::period(text, dates).is_ok_and(|it| match it.form {
                    Form::Span | Form::Marked => false,
                    Form::Words => !when::is_of_one_letter(text),
                    _ => true,
                }) && !text.bytes().all(|byte| byte.is_ascii_digit())
            });
            let is_year = all(&|text| {
                text.parse::<u16>()
                    .is_ok_and(|year| (1900..=2100).contains(&year))
                    && text.len() == 4
            });
            // So does a number of another year for each row, and one with a decimal: 106.7.
            let repeats = column.distinct * 2 <= column.filled;
            let is_figure = is_year && !repeats && column.distinct > 1 || all(&has_decimal);
            let is_named =
                may_be_time(column) && !is_figure && all(&|text| when::period(text, dates).is_ok());
            let is_of_rows = time::is_of_writing(&column.folded) && column.distinct > 1 && !repeats;
            !time::is_of_event(&column.folded)
                && !is_of_rows
                && !holds_weeks(column)
                && !when::is_tenth_lost(&values)
                && (is_named
                    || (!has_periods_in_names
                        && (is_written || (is_year && (repeats || column.name.is_empty())))))
        };
        self.open().find(fits).map(|(at, _)| at)
    }

    fn tell_times(&mut self, at: usize) {
        let values = self.columns[at].values();
        self.dates = dates_of(&self.columns[at]);
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
        if let Some((text, when)) = of(&|form| form == Form::Span) {
            let (example, read_as) = (text.to_string(), when.period);
            self.remarks.push(Remark::SpansOfYears { example, read_as });
        }
        if let Some((text, when)) = of(&|form| form == Form::Words) {
            let (example, read_as) = (text.to_string(), when.period);
            self.remarks
                .push(Remark::PeriodInWords { example, read_as });
        }
        if let Some((text, _)) = of(&|form| form == Form::Marked) {
            let mark = when::without_status(text).map_or("*".to_string(), |(_, mark)| mark);
            let example = text.to_string();
            self.remarks.push(Remark::StatusOfPeriod { example, mark });
        }
        if let Some((text, when)) = of(&|form| matches!(form, Form::SerialDay(_))) {
            let (example, read_as) = (text.to_string(), when.period);
            self.remarks.push(Remark::SerialDays { example, read_as });
        }
        let open = of(&|form| matches!(form, Form::OpenDay(_)));
        if let Some((text, when)) = open.filter(|_| day_order(&values).is_none()) {
            let (example, read_as) = (text.to_string(), when.period);
            self.remarks
                .push(Remark::DayOrderNotCertain { example, read_as });
        }
        let is_day = |form| matches!(form, Form::Day(_) | Form::OpenDay(_) | Form::SerialDay(_));
        let is_of_years = self.roles[at] == Some(ColumnRole::Year);
        if let Some((text, when)) = of(&is_day).filter(|_| is_of_years) {
            let read_as = days::year_of(*when);
            let example = text.to_string();
            self.remarks
                .push(Remark::PeriodInWords { example, read_as });
        } else if of(&is_day).is_some() {
            self.remarks.push(Remark::DaysAsMonths);
        }
    }
}

/// How these dates are written, as far as they show it.
fn dates_of(column: &Column<'_>) -> Dates {
    let values = &column.values()[..];
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
    let short_parts = values.iter().filter(|text| is_short(text)).count();
    let short_count = values.iter().filter(short).count().max(short_parts);
    let named_count = values.iter().filter(named).count();
    // Mar-20 among 2018 and 2019/20: what stands behind a month's name is a year.
    let is_named = |text: &&&str| named(text) && text.starts_with(char::is_alphabetic);
    let named_months = values.iter().filter(is_named).count();
    let is_mixed = named_months > 0 && named_months == named_count && short_count == 0;
    let is_short = short_count.max(named_count) * 5 >= values.len() * 4 || is_mixed;
    Dates {
        day_order: day_order(values).unwrap_or(DayOrder::DayFirst),
        century: (is_short && !values.is_empty()).then_some(when::CENTURY),
        split_years: states_split_years(values),
        serial_days: !values.is_empty() && values.iter().all(|it| serial_day(it).is_some()),
        numbered_parts: match time::time_name(&column.folded) {
            Some(TimeName::Quarter) => Some(YearParts::Quarters),
            Some(TimeName::Half) => Some(YearParts::Halves),
            _ => of_romans(values.iter().copied()),
        },
        republic_years: republic::is_so(&column.folded, values),
        year_begins: None,
        days_apart: false,
        ending: Ending::of_name(&column.name),
    }
}

/// True where a year and two digits are years and no months: each is a year that ends in the next or a
/// span of years, and they show it.
fn states_split_years(values: &[&str]) -> bool {
    let folded = values.iter().map(|text| {
        let text = text.trim().replace(['–', '—'], "-").replace('／', "/");
        text.replace(" - ", "-")
    });
    // 202223 and 202324, and none of them a month.
    let is_of_six = |text: &&str| text.len() == 6 && when::is_split_only(text);
    if values.iter().any(is_of_six) && values.iter().all(|text| when::is_split_of_six(text)) {
        return true;
    }
    let split: Vec<String> = folded.filter(|text| when::looks_split(text)).collect();
    let is_certain = split.iter().any(|text| when::is_split_only(text));
    if !split.is_empty()
        && (split.len() > 1 || is_certain)
        && split.iter().all(|text| when::fits_split(text))
    {
        return true;
    }
    let lengths: Option<Vec<u16>> = split.iter().map(|text| years_between(text)).collect();
    let Some(lengths) = lengths.filter(|it| !it.is_empty()) else {
        return false;
    };
    let is_span_only = |text: &String| span(text, false).is_some();
    // 2006-08, 2007-09, 2008-10: months of several years do not rise with them.
    let is_steady = lengths.len() > 2 && lengths.iter().all(|it| *it == lengths[0]);
    split.iter().any(is_span_only) || is_steady
}

/// Whether the day or the month stands first; none where no date shows it.
fn day_order(values: &[&str]) -> Option<DayOrder> {
    let number = |text: &str| text.parse::<u8>().ok();
    let mut pairs = Vec::new();
    for text in values {
        // Of two days in one cell each may show it.
        for text in text.split([' ', 'T']) {
            let marks = ['/', '-', '.'];
            let mark = marks.into_iter().find(|mark| text.contains(*mark));
            let parts: Vec<&str> = mark.map_or(Vec::new(), |mark| text.split(mark).collect());
            if let [first, second, year] = parts[..]
                && matches!(year.len(), 2 | 4)
                && first.len() <= 2
            {
                pairs.extend(number(first).zip(number(second)));
            }
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
