//! Cases as figures: their flow, their rates, their categories. Marks carry the place of what they
//! stand for in the answer.

use super::from_answer::verdict_status;
use super::{
    Arrangement, Axis, CaseFlow, Emphasis, Figure, FlowStage, Mark, MarkStatus, Pareto, ParetoBar,
    RankedBars,
};
use crate::answer::{
    Breakdown, BreakdownRow, CasePair, IntervalRate, Pipeline, Stage, case_stages,
};
use crate::model::{AreaId, Lang, Role};
use crate::package::Package;
use crate::words;

/// The key of a stage of the area beside is that of the own one and this.
pub const BESIDE_KEY: u32 = 100;

/// The stages of an area's cases, and of the one beside it; none where no stage has a figure. The keys
/// are the places of the stages.
pub fn case_flow_figure(lang: Lang, package: &Package, found: &Pipeline) -> Option<Figure> {
    let flow = &found.flow;
    let first = flow.stages.first()?;
    let unit = package.indicators.get(first.indicator).unit.get(lang);
    let dispatched = dispatched_of(&flow.stages);
    let is_followed = flow.no_conversion.is_none();
    let other = found.beside.as_ref().filter(|_| is_followed);
    let other = other.filter(|it| it.no_conversion.is_none());
    let other_dispatched = other.and_then(|other| dispatched_of(&other.stages));
    let scale = dispatched.zip(other_dispatched);
    let largest = flow.largest_loss().map(|stage| stage.role);
    let other_name = other.map_or(String::new(), |other| {
        words::beside_name(lang, package, other.area)
    });
    let mut stages = Vec::new();
    for (at, role) in case_stages().enumerate() {
        let name = words::stage_text(lang, role);
        let Some(stage) = flow.stage(role) else {
            let not_published = words::words(lang).cases().not_published;
            stages.push(FlowStage {
                mark: Mark::plain(at as u32, name, f64::NAN, not_published),
                before: None,
                passed: String::new(),
                beside: None,
            });
            continue;
        };
        let beside = other.zip(scale).and_then(|(other, scale)| {
            let label = words::beside_name(lang, package, other.area);
            let value = other.stage(role)?.count? / scale.1;
            let mut mark = Mark::plain(
                at as u32 + BESIDE_KEY,
                [&label, " ", name].concat(),
                value * scale.0,
                words::per_cent_text(value),
            );
            let passed = words::passed_text(lang, other.stage(role)?, None);
            mark.said = words::beside_said(lang, other.stage(role)?.count?, &passed);
            Some(mark)
        });
        let passed = stage.of_before.filter(|_| stage.loss.is_some());
        let other_stage = other.and_then(|other| other.stage(role));
        let other_stage = other_stage.map(|stage| (&*other_name, stage));
        // Alone, what came through says the share of all but the resolved, which are of the accepted.
        let is_shared = is_followed && (other.is_some() || role == Role::CaseResolved);
        let mut mark = stage_mark(lang, package, stage, dispatched.filter(|_| is_shared));
        mark.key = at as u32;
        if largest == Some(role) {
            mark.emphasis = Emphasis::Named;
        }
        stages.push(FlowStage {
            mark,
            before: passed.map(|passed| passed.denominator),
            passed: words::passed_text(lang, stage, other_stage),
            beside,
        });
    }
    let note = flow
        .no_conversion
        .map(|it| words::no_conversion_text(lang, it));
    let named = other.filter(|_| stages.iter().any(|stage| stage.beside.is_some()));
    Some(Figure::CaseFlow(CaseFlow {
        stages,
        axis: Axis::from_zero(unit),
        beside_label: named.map_or(String::new(), |other| {
            words::beside_bars_text(lang, package, other.area)
        }),
        caption: match flow.stages.iter().any(|stage| stage.of_before.is_some()) {
            true => words::case_flow_caption(lang, flow),
            false => String::new(),
        },
        note: note.unwrap_or_default().to_string(),
    }))
}

/// The cases dispatched, where there are any.
fn dispatched_of(stages: &[Stage]) -> Option<f64> {
    let stage = stages.iter().find(|it| it.role == Role::CaseDispatched)?;
    stage.count.filter(|count| *count > 0.0)
}

fn stage_mark(lang: Lang, package: &Package, stage: &Stage, dispatched: Option<f64>) -> Mark {
    let indicator = package.indicators.get(stage.indicator);
    let reading = &stage.total.reading;
    let is_partial = stage.total.is_partial();
    let count = stage.count.filter(|_| !is_partial);
    let text = match count {
        Some(count) => {
            let share = dispatched.map(|dispatched| count / dispatched);
            words::stage_count_text(stage.role, count, share)
        }
        None if is_partial => words::partial_sum_text(lang, &stage.total),
        None => words::value_with_unit(lang, indicator, reading),
    };
    let name = words::stage_text(lang, stage.role);
    let mut mark = Mark::plain(0, name, count.unwrap_or(f64::NAN), text);
    mark.said = words::passed_text(lang, stage, None);
    if reading.is_provisional() {
        mark.status = MarkStatus::Provisional;
    }
    mark
}

/// The rates with their intervals as bars, each followed by that of the area beside; none without
/// rates. The key of a rate is its place, that of the one beside with [`BESIDE_KEY`] added.
pub fn case_rates_figure(
    lang: Lang,
    package: &Package,
    pairs: &[CasePair],
    (area, other): (AreaId, Option<AreaId>),
) -> Option<Figure> {
    let mut marks = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let name = words::case_rate_text(lang, pair.name);
        if let Some(rate) = &pair.own {
            let mut mark = rate_mark(lang, rate, at as u32, name.to_string());
            if other.is_some() {
                mark.detail = package.areas.get(area).name.get(lang).to_string();
            }
            if let Some(apart) = &pair.difference {
                mark.status = verdict_status(apart.verdict);
                mark.said = words::difference_said(lang, package, pair, other);
            }
            marks.push(mark);
        }
        if let (Some(rate), Some(other)) = (&pair.beside, other) {
            let beside = words::benchmark_text(lang, package, other);
            let label = if pair.own.is_some() {
                beside
            } else {
                [name, " · ", &beside].concat()
            };
            let mut mark = rate_mark(lang, rate, at as u32 + BESIDE_KEY, label);
            mark.status = MarkStatus::NotJudged;
            mark.said = words::rate_said(lang, pair.name, rate);
            marks.push(mark);
        }
    }
    (!marks.is_empty()).then(|| {
        Figure::RankedBars(RankedBars {
            marks,
            missing: Vec::new(),
            axis: Axis::percent(),
            benchmark: None,
            arrangement: Arrangement::Ranked,
            caption: words::case_rates_caption(lang, other.is_some()),
        })
    })
}

fn rate_mark(lang: Lang, rate: &IntervalRate, key: u32, label: String) -> Mark {
    let share = rate.rate.share;
    let mut mark = Mark::plain(key, label, share * 100.0, words::per_cent_text(share));
    let interval = rate.interval_95;
    mark.interval = interval.map(|it| (it.lower * 100.0, it.upper * 100.0));
    mark.said = words::rate_said(lang, rate.rate.name, rate);
    mark
}

/// The categories in falling order with their cumulative share. The keys are their places.
///
/// `caption` stands below them.
pub fn category_figure(
    lang: Lang,
    package: &Package,
    breakdown: &Breakdown,
    caption: String,
) -> Figure {
    let indicator = package.indicators.get(breakdown.indicator);
    let bar = |(at, row): (usize, &BreakdownRow)| {
        let value = row.reading.value.exact();
        let text = match (value, row.share) {
            (Some(value), Some(share)) => {
                [words::count_text(value), words::per_cent_text(share)].join(" · ")
            }
            _ => words::value_with_unit(lang, indicator, &row.reading),
        };
        let label = row.label.get(lang);
        let mut mark = Mark::plain(at as u32, label, value.unwrap_or(f64::NAN), text);
        if row.reading.is_provisional() {
            mark.status = MarkStatus::Provisional;
        }
        mark.said = words::category_said(lang, package, row);
        ParetoBar {
            mark,
            cumulative_text: row.cumulative.map_or(String::new(), words::per_cent_text),
            rate_text: words::category_rate_text(lang, package, row),
        }
    };
    let fixed = words::words(lang).cases();
    let bars: Vec<ParetoBar> = breakdown.rows.iter().enumerate().map(bar).collect();
    let has_rate = bars.iter().any(|bar| !bar.rate_text.is_empty());
    Figure::Pareto(Pareto {
        bars,
        axis: Axis::from_zero(indicator.unit.get(lang)),
        cumulative_label: match breakdown.rows.iter().any(|row| row.cumulative.is_some()) {
            true => fixed.cumulative.to_string(),
            false => String::new(),
        },
        rate_label: if has_rate {
            fixed.on_time.to_string()
        } else {
            String::new()
        },
        caption,
        note: words::category_note(lang, breakdown),
    })
}
