//! The headline indicators of each top area: where they stand and how they moved.

use super::trend::{ChangeOnYear, change_on_year};
use crate::model::{AreaId, Indicator, IndicatorId, Kind, Nature, Period, Value, sort_by_key};
use crate::package::Package;
use crate::query::{Reading, SeriesPoint, Total, newest_of_all, newest_sum, total, total_series};

/// The overview of a package.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// One section a top area, in the order of the package; none where there are too many to look through.
    pub sections: Vec<Section>,
    /// True where there are too many top areas for cards of each.
    pub is_flat: bool,
    /// The newest period among the cards.
    pub newest: Option<Period>,
    /// A later one whose figures are not final and which no card counts.
    pub unripe: Option<Period>,
    /// Whole months from the end of that period to today, or to the day as of which the package stands.
    pub age_months: Option<i32>,
}

/// The cards of one top area.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The area.
    pub area: AreaId,
    /// Its cards, theme by theme, those of one in the order of the table of indicators.
    pub cards: Vec<Card>,
}

/// One headline indicator at one area.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The period of the value.
    pub period: Period,
    /// The last period after it, where that is not final.
    pub unripe: Option<Period>,
    /// The value and how it came about.
    pub total: Total,
    /// Against the period just before (环比).
    pub on_previous: Change,
    /// Against the same period of the year before (同比).
    pub on_year: Change,
    /// The last three months against the same three of the year before, tested; none where chance has
    /// no part in the value, where months are missing, or where nothing of the package is judged.
    pub tested: Option<ChangeOnYear>,
    /// The whole series up to the chosen period, the earliest first, periods of one kind.
    pub series: Vec<SeriesPoint>,
    /// The lowest and the highest reading of the series.
    pub range: Option<(Reading, Reading)>,
}

/// How a value moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// There is nothing to compare with.
    NoEarlier,
    /// One of the two is bounded, provisional, partial or missing.
    NotComparable,
    /// The difference of two proportions, in percentage points (or points of another multiplier).
    Points(f64),
    /// The difference of two other values, in their unit.
    Difference(f64),
    /// The relative change of two counts of events, in per cent.
    Percent(f64),
}

impl Change {
    /// Its number, whatever it is counted in; none where there is nothing to state.
    pub fn number(self) -> Option<f64> {
        match self {
            Change::NoEarlier | Change::NotComparable => None,
            Change::Points(number) | Change::Difference(number) | Change::Percent(number) => {
                Some(number)
            }
        }
    }
}

/// Cards of more top areas than this are no overview.
const MOST_SECTIONS: usize = 12;

/// The overview up to `until` (or to the newest ripe period), seen on the day `today` (year, month); of a
/// package as it stood on an earlier day, on that.
pub fn overview(package: &Package, until: Option<Period>, today: (u16, u16)) -> Overview {
    let day = package.as_of.as_ref().map(|state| state.day);
    let today = day.map_or(today, |day| (day.year, day.month.into()));
    let mut roots = package.areas.roots();
    let is_flat = roots.len() > MOST_SECTIONS;
    if is_flat {
        roots.clear();
    }
    let sections: Vec<Section> = roots
        .into_iter()
        .map(|area| Section {
            area,
            cards: cards(package, area, until),
        })
        .collect();
    let cards = || sections.iter().flat_map(|section| &section.cards);
    let newest = match is_flat {
        true => newest_of_all(package),
        false => cards().map(|card| card.period).max(),
    };
    let unripe = cards().filter_map(|card| card.unripe).max();
    Overview {
        age_months: newest.map(|period| period.months_until(today.0, today.1)),
        unripe: unripe.filter(|unripe| newest < Some(*unripe)),
        newest,
        is_flat,
        sections,
    }
}

fn cards(package: &Package, area: AreaId, until: Option<Period>) -> Vec<Card> {
    let headlines = package.indicators.iter().filter(|(_, it)| it.headline);
    let mut headlines: Vec<(IndicatorId, &Indicator)> = headlines.collect();
    sort_by_key(&mut headlines, |(_, indicator)| indicator.theme);
    headlines
        .into_iter()
        .filter_map(|(id, indicator)| card(package, id, indicator, area, until))
        .collect()
}

fn card(
    package: &Package,
    id: IndicatorId,
    indicator: &Indicator,
    area: AreaId,
    until: Option<Period>,
) -> Option<Card> {
    let mut points = total_series(package, id, area);
    if let Some(until) = until {
        points.retain(|point| point.period.end_index() <= until.end_index());
    }
    let newest = points
        .iter()
        .rev()
        .find(|point| !point.reading.is_provisional() && point.reading.value.number().is_some())
        .or(points
            .iter()
            .rev()
            .find(|point| !point.reading.is_provisional()))
        .or(points.last());
    let period = match newest {
        Some(point) => point.period,
        // Where nothing is whole, what there is, said to be partial.
        None => newest_sum(package, id, area, until)?,
    };
    let last = points.last().filter(|point| point.reading.is_provisional());
    let unripe = last.map(|point| point.period).filter(|last| *last > period);
    // What comes after the value shown is not yet ripe and would bend the line.
    points.retain(|point| point.period.kind() == period.kind() && point.period <= period);
    let now = total(package, id, area, period);
    let against = |earlier: Option<Period>| match earlier {
        None => Change::NoEarlier,
        Some(earlier) => change(indicator, &now, &total(package, id, area, earlier)),
    };
    Some(Card {
        indicator: id,
        period,
        unripe,
        on_previous: against(period.previous()),
        on_year: match period.previous() == period.year_before() {
            true => Change::NoEarlier,
            false => against(period.year_before()),
        },
        total: now,
        tested: package
            .descriptor
            .judged
            .then(|| change_on_year(indicator, &points).ok())
            .flatten(),
        range: range(&points),
        series: points,
    })
}

fn range(points: &[SeriesPoint]) -> Option<(Reading, Reading)> {
    let mut range: Option<(Reading, Reading)> = None;
    for reading in points.iter().map(|point| point.reading) {
        let Some(number) = reading.value.number() else {
            continue;
        };
        let (low, high) = range.get_or_insert((reading, reading));
        if low.value.number() > Some(number) {
            *low = reading;
        }
        if high.value.number() < Some(number) {
            *high = reading;
        }
    }
    range
}

/// The change from one value to another. Bounded, provisional, partial and missing values have
/// none.
fn change(indicator: &Indicator, now: &Total, earlier: &Total) -> Change {
    if earlier.reading != Reading::NO_ROW && (now.is_partial() || earlier.is_partial()) {
        return Change::NotComparable;
    }
    reading_change(indicator, &now.reading, &earlier.reading)
}

/// The same of two readings that are whole.
pub(super) fn reading_change(indicator: &Indicator, now: &Reading, earlier: &Reading) -> Change {
    if *earlier == Reading::NO_ROW {
        return Change::NoEarlier;
    }
    let exact = |reading: &Reading| match reading.value {
        Value::Known(number) if !reading.is_provisional() => Some(number),
        _ => None,
    };
    let (Some(now), Some(earlier)) = (exact(now), exact(earlier)) else {
        return Change::NotComparable;
    };
    match (indicator.kind, indicator.nature) {
        _ if indicator.is_percentage() => Change::Points(now - earlier),
        (Kind::Count, Nature::Events | Nature::Survey) if earlier > 0.0 => {
            Change::Percent((now / earlier - 1.0) * 100.0)
        }
        _ => Change::Difference(now - earlier),
    }
}
