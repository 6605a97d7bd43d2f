//! Areas that are most like one in what it has to serve and whom it has to do so: the nearest in
//! households and staffing. It must not know how they perform: likeness is no verdict.

use crate::model::{AreaId, IndicatorId, LevelId, Period, Role, sort_by};
use crate::package::Package;
use crate::query::{Reading, expected_areas, latest_period, readings, standing_period};
use crate::stats::standardised_distances;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SimilarQuestion {
    /// The area.
    pub area: AreaId,
    /// The period; an indicator that has none such is seen at the one that speaks for it. The newest
    /// where none.
    pub period: Option<Period>,
}

/// The two figures by which areas are likened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// The area.
    pub area: AreaId,
    /// Its households.
    pub households: Reading,
    /// Its grid staff.
    pub staff: Reading,
    /// Grid staff per 1,000 households.
    pub staff_per_1000: f64,
    /// How far it lies from the area asked about, in standard deviations; 0 for that area itself.
    pub distance: f64,
}

/// Why no area can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSimilar {
    /// Households or grid staff are not published for areas of this level.
    NotPublished,
    /// The area itself lacks one of the two figures.
    OwnLacking,
    /// No other area of the level has both figures.
    NoOther,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Similar {
    /// What was asked.
    pub question: SimilarQuestion,
    /// What counts households, and its period.
    pub households: (IndicatorId, Period),
    /// What counts grid staff, and its period.
    pub staff: (IndicatorId, Period),
    /// The area itself.
    pub own: Likeness,
    /// At most [`MOST_SIMILAR`], the nearest first; of equals the one with the lower code.
    pub areas: Vec<Likeness>,
    /// Number of other areas of the level that have both figures.
    pub compared_count: usize,
    /// Number of areas of the level that lack one of the two and are left out.
    pub left_out: usize,
}

/// As many as are named.
pub const MOST_SIMILAR: usize = 5;

/// The areas of the same level that are nearest in the logarithm of households and in grid staff per
/// 1,000 households. Each of the two is taken in standard deviations over the areas of the level and
/// counts the same; the logarithm makes 1,000 households against 2,000 as far as 2,000 against 4,000.
/// Only exact and final figures count, and areas that lack one of the two are left out.
///
/// # Errors
/// The figures are not published, the area lacks one, or no other area has both.
pub fn similar(package: &Package, question: SimilarQuestion) -> Result<Similar, NoSimilar> {
    let level = package.areas.get(question.area).level;
    let find = |role: Role| find(package, role, level, question.period);
    let households = find(Role::UnitHouseholds).ok_or(NoSimilar::NotPublished)?;
    let staff = find(Role::StaffGrid).ok_or(NoSimilar::NotPublished)?;
    let areas = expected_areas(package, households.0, level, None, households.1);
    let (all, own_households) = (
        areas.len(),
        readings(package, households.0, &areas, households.1),
    );
    let own_staff = readings(package, staff.0, &areas, staff.1);
    let rows = areas.into_iter().zip(own_households).zip(own_staff);
    let known: Vec<Likeness> = rows
        .filter_map(|((area, households), staff)| likeness(area, households, staff))
        .collect();
    let own = known.iter().position(|it| it.area == question.area);
    let own = own.ok_or(NoSimilar::OwnLacking)?;
    let left_out = all - known.len();
    let mut areas = with_distances(known, own);
    let own = areas.remove(own);
    let compared_count = areas.len();
    if compared_count == 0 {
        return Err(NoSimilar::NoOther);
    }
    sort_by(&mut areas, |one, other| {
        let code = |it: &Likeness| &package.areas.get(it.area).code;
        let nearer = one.distance.total_cmp(&other.distance);
        nearer.then_with(|| code(one).cmp(code(other)))
    });
    areas.truncate(MOST_SIMILAR);
    Ok(Similar {
        question,
        households,
        staff,
        own,
        areas,
        compared_count,
        left_out,
    })
}

/// The first indicator of a role with rows on the level, and the period at which it is seen.
fn find(
    package: &Package,
    role: Role,
    level: LevelId,
    period: Option<Period>,
) -> Option<(IndicatorId, Period)> {
    let mut of_role = package.indicators.iter();
    of_role.find_map(|(id, indicator)| {
        let is_asked = indicator.role == Some(role);
        let period = is_asked.then(|| match period {
            Some(period) => standing_period(package, id, level, period),
            None => latest_period(package, id, Some(level)),
        });
        Some((id, period.flatten()?))
    })
}

/// The figures of one area, where both are exact and final and there are households.
fn likeness(area: AreaId, households: Reading, staff: Reading) -> Option<Likeness> {
    let exact = |reading: &Reading| reading.value.exact().filter(|_| !reading.is_provisional());
    let households_count = exact(&households).filter(|count| *count > 0.0)?;
    let staff_per_1000 = exact(&staff).filter(|count| *count >= 0.0)? / households_count * 1000.0;
    Some(Likeness {
        area,
        households,
        staff,
        staff_per_1000,
        distance: 0.0,
    })
}

fn with_distances(mut known: Vec<Likeness>, own: usize) -> Vec<Likeness> {
    let measures = known.iter().map(|it| {
        let households = it.households.value.exact().unwrap_or(1.0);
        [households.ln(), it.staff_per_1000]
    });
    let measures: Vec<[f64; 2]> = measures.collect();
    let distances = standardised_distances(&measures, own);
    for (likeness, distance) in known.iter_mut().zip(distances) {
        likeness.distance = distance;
    }
    known
}
