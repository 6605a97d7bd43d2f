//! Series as small lines: on a card, beside a finding.

use super::{Benchmark, Mark, MarkStatus, Sparkline};
use crate::answer::{Card, Finding, SeriesPoint, finding_series};
use crate::model::{Indicator, Lang, Polarity};
use crate::package::Package;
use crate::words;

/// Fewer periods with a value make no line.
const LEAST_POINTS: usize = 3;
/// A longer gap is drawn no longer.
const LONGEST_GAP: u16 = 120;

/// The series of a card as a small line; none where fewer than three periods have a value. A
/// missing period is a gap.
pub fn card_figure(lang: Lang, package: &Package, card: &Card) -> Option<Sparkline> {
    let indicator = package.indicators.get(card.indicator);
    small_line(lang, indicator, &card.series)
}

/// The series that a finding is about, with what it is held against as a dotted line, its last point
/// marked as better or worse; none where fewer than three periods have a value.
pub fn finding_line(lang: Lang, package: &Package, finding: &Finding) -> Option<Sparkline> {
    let indicator = package.indicators.get(finding.indicator);
    let mut line = small_line(lang, indicator, &finding_series(package, finding))?;
    line.reference = Some(Benchmark {
        label: String::new(),
        value: finding.expected,
        value_text: String::new(),
    });
    if let Some(last) = line.points.iter_mut().rev().flatten().next() {
        last.status = match (indicator.polarity, finding.excess > 0.0) {
            (Polarity::Higher, true) | (Polarity::Lower, false) => MarkStatus::Better,
            (Polarity::Higher, false) | (Polarity::Lower, true) => MarkStatus::Worse,
            (Polarity::None, true) => MarkStatus::Higher,
            (Polarity::None, false) => MarkStatus::Lower,
        };
    }
    Some(line)
}

fn small_line(lang: Lang, indicator: &Indicator, series: &[SeriesPoint]) -> Option<Sparkline> {
    let mut points: Vec<Option<Mark>> = Vec::new();
    let mut before: Option<&SeriesPoint> = None;
    for (key, point) in series.iter().enumerate() {
        if let Some(before) = before {
            let steps = point.period.end_index() - before.period.end_index();
            let length = point.period.length_months().max(1);
            let missing = (steps / length).saturating_sub(1);
            points.extend((0..missing.min(LONGEST_GAP)).map(|_| None));
        }
        points.push(point.reading.value.number().map(|number| {
            let mut mark = Mark::plain(
                key as u32,
                words::period_text(lang, point.period),
                number,
                words::value_with_unit(lang, indicator, &point.reading),
            );
            if point.reading.is_provisional() {
                mark.status = MarkStatus::Provisional;
            }
            mark
        }));
        before = Some(point);
    }
    let known = points.iter().flatten().count();
    (known >= LEAST_POINTS).then_some(Sparkline {
        points,
        reference: None,
    })
}
