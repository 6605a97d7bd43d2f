//! Answers to figures: every mark carries the row of the answer that it stands for.

use super::reach::hold_back;
use super::{
    Arrangement, Axis, Benchmark, Caterpillar, Emphasis, Figure, MOST_BARS, Mark, MarkStatus,
    MissingMark, RankedBars,
};
use crate::answer::{Compare, CompareRow, Reading, Verdict};
use crate::model::{AreaId, Indicator, Kind, Lang};
use crate::package::Package;
use crate::words;

/// How a reader wants to see a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The area picked out.
    pub picked: Option<AreaId>,
    /// Verdicts by each area's own counts alone, without allowing for the spread among all.
    pub is_plain: bool,
}

/// A comparison as labelled bars, or as a caterpillar where there are too many for labels. Where
/// no order is sound the values stand side by side.
pub fn compare_figure(lang: Lang, package: &Package, compare: &Compare, look: Look) -> Figure {
    let indicator = package.indicators.get(compare.question.indicator);
    let marks = compare_marks(lang, package, compare, look);
    let mut axis = axis(lang, indicator);
    let benchmark = compare.benchmark.as_ref().ok();
    let benchmark = benchmark.map(|benchmark| Benchmark {
        label: words::benchmark_name(lang, package, benchmark),
        value: benchmark.value,
        value_text: axis_value(lang, indicator, &benchmark.total.reading),
    });
    let caption = words::compare_caption(lang, package, compare);
    let fixed = words::words(lang);
    let is_caterpillar = compare.is_ordered() && marks.len() > MOST_BARS;
    let is_cut = hold_back(&mut axis, &marks, benchmark.as_ref(), !is_caterpillar);
    let cut = if is_cut {
        words::cut_intervals_text(lang)
    } else {
        ""
    };
    if is_caterpillar {
        let picked_or_ends = marks.len() - 1;
        let mut marks = marks;
        for (place, mark) in marks.iter_mut().enumerate() {
            if mark.emphasis == Emphasis::None && (place == 0 || place == picked_or_ends) {
                mark.emphasis = Emphasis::Named;
            }
        }
        return Figure::Caterpillar(Caterpillar {
            marks,
            axis,
            benchmark,
            start_hint: format!("← {}", fixed.low),
            end_hint: format!("{} →", fixed.high),
            caption,
            note: words::notes_text(
                lang,
                &[&words::missing_note(lang, compare.missing().len()), cut],
            ),
        });
    }
    let missing = if compare.rows.len() <= MOST_BARS {
        compare
            .missing()
            .iter()
            .enumerate()
            .map(|(at, row)| MissingMark {
                key: (compare.known_count + at) as u32,
                label: name(lang, package, row.area),
                reason: words::value_with_unit(lang, indicator, &row.reading),
            })
            .collect()
    } else {
        Vec::new()
    };
    Figure::RankedBars(RankedBars {
        marks,
        missing,
        axis,
        benchmark,
        arrangement: if compare.is_ordered() {
            Arrangement::Ranked
        } else {
            Arrangement::SideBySide
        },
        caption: words::notes_text(lang, &[&caption, cut]),
    })
}

pub(super) fn compare_marks(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    look: Look,
) -> Vec<Mark> {
    let rows = compare.known().iter().enumerate();
    rows.filter_map(|(key, row)| compare_mark(lang, package, compare, (key, row), look))
        .collect()
}

pub(super) fn compare_mark(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    (key, row): (usize, &CompareRow),
    look: Look,
) -> Option<Mark> {
    let indicator = package.indicators.get(compare.question.indicator);
    let reading = &row.reading;
    let mut mark = Mark::plain(
        key as u32,
        name(lang, package, row.area),
        reading.value.number()?,
        match compare.is_ordered() {
            true => axis_value(lang, indicator, reading),
            false => words::value_with_unit(lang, indicator, reading),
        },
    );
    // Where all are of one period, the heading says it.
    if !compare.is_ordered() && compare.period.is_none() {
        mark.detail = row
            .period
            .map(|period| words::period_text(lang, period))
            .unwrap_or_default();
    }
    if compare.is_ordered() {
        let interval = row.judged.map(|judged| judged.interval_95);
        mark.interval = interval.map(|interval| (interval.lower, interval.upper));
    }
    let verdict = row.verdict(indicator.polarity, !look.is_plain);
    mark.status = match verdict {
        Verdict::NotCompared if reading.is_provisional() => MarkStatus::Provisional,
        // Where nothing is judged, hollow marks would say nothing.
        Verdict::NotCompared if compare.judged_count == 0 => MarkStatus::Plain,
        verdict => verdict_status(verdict),
    };
    mark.said = words::row_said_text(lang, indicator, row, look.is_plain);
    // What lies far off is named, whether or not either way is good.
    let is_far = matches!(
        verdict,
        Verdict::MuchBetter | Verdict::MuchWorse | Verdict::MuchHigher | Verdict::MuchLower
    );
    if is_far {
        mark.emphasis = Emphasis::Named;
    }
    if look.picked == Some(row.area) {
        mark.emphasis = Emphasis::Picked;
    }
    Some(mark)
}

/// The status of a mark by the verdict on it.
pub(super) fn verdict_status(verdict: Verdict) -> MarkStatus {
    match verdict {
        Verdict::MuchBetter => MarkStatus::MuchBetter,
        Verdict::Better => MarkStatus::Better,
        Verdict::Similar => MarkStatus::Similar,
        Verdict::Worse => MarkStatus::Worse,
        Verdict::MuchWorse => MarkStatus::MuchWorse,
        Verdict::MuchHigher => MarkStatus::MuchHigher,
        Verdict::Higher => MarkStatus::Higher,
        Verdict::Lower => MarkStatus::Lower,
        Verdict::MuchLower => MarkStatus::MuchLower,
        Verdict::NotCompared => MarkStatus::NotJudged,
    }
}

/// A value at a mark: a unit that is a word stands once, at the axis.
pub(super) fn axis_value(lang: Lang, indicator: &Indicator, reading: &Reading) -> String {
    let unit = indicator.unit.get(lang);
    match words::value_text(lang, indicator, reading.value) {
        Some(text) if matches!(unit, "%" | "‰") => words::with_unit(&text, unit),
        Some(text) => text,
        None => String::new(),
    }
}

pub(super) fn name(lang: Lang, package: &Package, area: AreaId) -> String {
    package.areas.get(area).name.get(lang).to_string()
}

/// An axis below its own name: a word that the name says already does not stand at it again.
pub(super) fn named_axis(lang: Lang, indicator: &Indicator) -> Axis {
    let mut axis = axis(lang, indicator);
    if words::unit_below(lang, indicator).is_empty() {
        axis.unit.clear();
    }
    axis
}

pub(super) fn axis(lang: Lang, indicator: &Indicator) -> Axis {
    let unit = indicator.unit.get(lang).to_string();
    match indicator.kind {
        Kind::Proportion => Axis {
            unit,
            floor: Some(0.0),
            ceiling: Some(indicator.multiplier),
            reach: None,
        },
        Kind::Mean => Axis {
            unit,
            ..Axis::default()
        },
        _ => Axis::from_zero(unit),
    }
}
