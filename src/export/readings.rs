//! Any figures as a table: a row an indicator, area and period. It must not know pages.

use super::trends::Table;
use crate::answer::{Change, Gap, Overview, Reading};
use crate::model::{AreaId, IndicatorId, Lang, Period};
use crate::package::Package;
use crate::query::select;

/// One figure and what it is of.
pub type Figure = (IndicatorId, AreaId, Period, Reading);

/// Figures in the order given; what they are stands above the header. Nothing where there are none.
pub fn readings_csv(
    lang: Lang,
    package: &Package,
    figures: &[Figure],
    (title, address): (&str, &str),
) -> Option<Vec<u8>> {
    let (first, ..) = figures.first()?;
    let mut table = Table::new(lang, package, *first, &[]);
    for (indicator, area, period, reading) in figures {
        table.indicator = *indicator;
        table.reading(*area, *period, reading);
        table.end_row();
    }
    Some(table.finish(vec![title.to_string()], address))
}

/// Every cell that holds no figure, with its reason.
pub fn gaps_csv(
    lang: Lang,
    package: &Package,
    gaps: &[Gap],
    named: (&str, &str),
) -> Option<Vec<u8>> {
    let mut figures: Vec<Figure> = Vec::new();
    for gap in gaps {
        for indicator in &gap.indicators {
            for area in &gap.areas {
                let periods = gap.periods.iter();
                figures.extend(periods.map(|period| {
                    let reading = select(package, *indicator, *area, *period);
                    (*indicator, *area, *period, reading)
                }));
            }
        }
    }
    readings_csv(lang, package, &figures, named)
}

/// The cards of an overview as CSV: a row a point of the line that each draws, the earliest first. How
/// the value moved stands in the row of the card's own period.
pub fn cards_csv(
    lang: Lang,
    package: &Package,
    shown: &Overview,
    named: (&str, &str),
) -> Option<Vec<u8>> {
    let mut cards = shown
        .sections
        .iter()
        .flat_map(|section| section.cards.iter().map(|card| (section.area, card)))
        .peekable();
    let (_, first) = cards.peek()?;
    let more = ["on_previous", "on_year"];
    let mut table = Table::new(lang, package, first.indicator, &more);
    for (area, card) in cards {
        table.indicator = card.indicator;
        let own = (card.period, &card.total.reading);
        let points = card
            .series
            .iter()
            .map(|point| (point.period, &point.reading));
        let before = points.filter(|(period, _)| *period != card.period);
        for (period, reading) in before.chain([own]) {
            table.reading(area, period, reading);
            let is_own = period == card.period;
            let stated = |change: Change| if is_own { change } else { Change::NoEarlier };
            table
                .change(stated(card.on_previous))
                .change(stated(card.on_year))
                .end_row();
        }
    }
    let (title, address) = named;
    Some(table.finish(vec![title.to_string()], address))
}
