//! Draws every series over its periods and areas, marks what is missing and why, and sorts the
//! rows into tables. Must not know files.

use super::areas::{Area, Level};
use super::calendar::{LAST, LAST_RIPE, Month, Span, quarters};
use super::cases::CATEGORIES;
use super::measures::{Amount, World};
use super::series::{Frequency, Levels, Series};
use super::stories::{LATE_HOTLINE_MONTH, OUTAGE_MONTH, Stories};
use crate::model::Status;

/// One figure of one area.
#[derive(Clone, Debug)]
pub struct Observation {
    /// The indicator.
    pub indicator: &'static str,
    /// The area's index in its list.
    pub area: usize,
    /// The months it speaks of.
    pub span: Span,
    /// The case category, where it is not the total.
    pub category: Option<&'static str>,
    /// The true amount, published or not.
    pub amount: Amount,
    /// What it is worth.
    pub status: Status,
}

impl Observation {
    /// The row's status once an impossible quotient is marked as such.
    fn settled(mut self) -> Observation {
        let impossible = matches!(self.amount, Amount::Share(_, 0) | Amount::Mean(_, 0));
        if impossible && self.status.has_figure() {
            self.status = Status::Impossible;
        }
        self
    }
}

/// The spans over which a series is published.
pub fn spans(series: &Series, first: Month) -> Vec<Span> {
    let last_year = LAST_RIPE.year() - i32::from(LAST_RIPE.of_year() < 12);
    match series.frequency {
        Frequency::Month => first.through(LAST_RIPE).map(Span::month).collect(),
        Frequency::MonthOfCases => first.through(LAST).map(Span::month).collect(),
        Frequency::Quarter => quarters(first, LAST_RIPE),
        Frequency::Year => (first.year()..=last_year).map(Span::year).collect(),
        Frequency::FiveYears => (last_year - 4..=last_year).map(Span::year).collect(),
        Frequency::YearToDate => (quarters(first, LAST_RIPE).into_iter())
            .filter(|quarter| Month::new(quarter.last.year(), 1) >= first)
            .map(|quarter| Span::year_to_date(quarter.last))
            .collect(),
    }
}

/// All rows of a series, by period and then by area.
pub fn draw(world: &World, areas: &[Area], series: &Series) -> Vec<Observation> {
    let mut rows = Vec::new();
    for span in spans(series, world.plan.first) {
        let amounts: Vec<Amount> = (0..world.plan.units.len())
            .map(|unit| (series.measure)(world, unit, &span))
            .collect();
        for (index, area) in areas.iter().enumerate() {
            if !is_published_at(series.levels, area.level) || !area.is_valid(span.last) {
                continue;
            }
            let parts = area.units.iter().map(|&unit| amounts[unit]);
            let amount = parts.reduce(Amount::plus).unwrap_or(Amount::Count(0));
            let row = Observation {
                indicator: series.indicator,
                area: index,
                span,
                category: None,
                amount,
                status: status(world, series, area, &span),
            };
            rows.push(row.settled());
        }
    }
    rows
}

/// Cases taken by category for the district and its sub-districts, and the on-time rate by
/// category for the district.
pub fn draw_categories(world: &World, areas: &[Area]) -> Vec<Observation> {
    let mut taken = Vec::new();
    let mut on_time = Vec::new();
    let upper = |area: &&Area| area.level != Level::Community;
    for month in world.plan.first.through(LAST) {
        for (category, (name, _)) in CATEGORIES.iter().enumerate() {
            for (index, area) in areas.iter().filter(upper).enumerate() {
                let subdistricts = match area.level {
                    Level::District => 0..10,
                    _ => index - 1..index,
                };
                let cohorts = subdistricts.map(|s| world.cases.of_category(s, category, month));
                let (cases, timely) = cohorts.fold(
                    (Amount::Count(0), Amount::Share(0, 0)),
                    |(cases, timely), cohort| {
                        (
                            cases.plus(Amount::Count(cohort.taken)),
                            timely.plus(Amount::Share(cohort.on_time, cohort.due)),
                        )
                    },
                );
                let row = |indicator, amount| {
                    Observation {
                        indicator,
                        area: index,
                        span: Span::month(month),
                        category: Some(name),
                        amount,
                        status: ripeness(month),
                    }
                    .settled()
                };
                taken.push(row("cases-taken", cases));
                if area.level == Level::District {
                    on_time.push(row("on-time-rate", timely));
                }
            }
        }
    }
    taken.append(&mut on_time);
    taken
}

fn is_published_at(levels: Levels, level: Level) -> bool {
    match levels {
        Levels::All => true,
        Levels::Upper => level != Level::Community,
        Levels::District => level == Level::District,
        Levels::Community => level == Level::Community,
    }
}

fn ripeness(month: Month) -> Status {
    if Stories::is_unripe(month) {
        Status::Provisional
    } else {
        Status::Normal
    }
}

fn status(world: &World, series: &Series, area: &Area, span: &Span) -> Status {
    let stories = &world.plan.stories;
    let is_community = |unit| area.level == Level::Community && area.units == [unit];
    let silent_theme = ["service", "participation"].contains(&series.theme);
    if series.frequency == Frequency::Month
        && silent_theme
        && is_community(stories.silent)
        && stories.is_silent(stories.silent, span.last)
    {
        return Status::Missing;
    }
    if series.theme == "cases" {
        let lost = span.months().any(|month| month == OUTAGE_MONTH);
        return if lost && is_community(stories.outage) {
            Status::Missing
        } else {
            ripeness(span.last)
        };
    }
    let late = (area.units.iter())
        .all(|&unit| world.plan.units[unit].subdistrict == stories.late_hotline_subdistrict);
    if series.indicator == "hotline-answered" && late && span.last < LATE_HOTLINE_MONTH {
        return Status::NotCollected;
    }
    Status::Normal
}
