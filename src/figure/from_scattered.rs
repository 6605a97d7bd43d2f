//! Two indicators against each other as a scatter.

use super::from_answer::{name, named_axis, verdict_status};
use super::from_map::spread_shade;
use super::{
    Axis, DotSample, Emphasis, Figure, FitLine, Look, Mark, MarkStatus, Scatter, ScatterLegend,
    ScatterMark, Shading,
};
use crate::answer::{
    FEWEST_FITTED, Relate, RelatePoint, Scattered, Shaded, Shades, Third, Verdict,
};
use crate::model::{AreaId, Indicator, Kind, Lang};
use crate::package::Package;
use crate::words;

/// Two indicators as a scatter; none where fewer than two areas have both values.
pub fn relate_figure(lang: Lang, package: &Package, relate: &Relate, look: Look) -> Option<Figure> {
    let picked: Vec<AreaId> = look.picked.into_iter().collect();
    let scatter = plain(lang, package, relate, &picked);
    (scatter.marks.len() >= 2).then_some(Figure::Scatter(scatter))
}

/// The same with sizes and colours; the areas of `picked` are marked and named. None where no area has
/// both values: even one dot has its place. A dot's key is the place of its point.
pub fn scatter_figure(
    lang: Lang,
    package: &Package,
    found: &Scattered,
    picked: &[AreaId],
    is_plain: bool,
) -> Option<Figure> {
    let mut scatter = plain(lang, package, &found.relate, picked);
    if scatter.marks.is_empty() {
        return None;
    }
    shade(lang, package, found, &mut scatter, is_plain);
    if let Some(size) = &found.size {
        resize(lang, package, size, &mut scatter);
    }
    Some(Figure::Scatter(scatter))
}

fn plain(lang: Lang, package: &Package, relate: &Relate, picked: &[AreaId]) -> Scatter {
    let (x, y) = (
        package.indicators.get(relate.question.x.0),
        package.indicators.get(relate.question.y.0),
    );
    let mark = |(at, point): (usize, &RelatePoint)| {
        let (across, upwards) = point.pair()?;
        let mut mark = Mark::plain(
            at as u32,
            name(lang, package, point.area),
            upwards,
            words::value_with_unit(lang, y, &point.y),
        );
        if picked.contains(&point.area) {
            mark.emphasis = Emphasis::Picked;
        }
        Some(ScatterMark {
            mark,
            x: across,
            x_text: words::value_with_unit(lang, x, &point.x),
            weight: 1.0,
            shading: Shading::Status,
        })
    };
    let mut marks: Vec<ScatterMark> = relate.points.iter().enumerate().filter_map(mark).collect();
    // Few are all told by name.
    if marks.len() < FEWEST_FITTED {
        for dot in &mut marks {
            dot.mark.emphasis = dot.mark.emphasis.max(Emphasis::Named);
        }
    }
    Scatter {
        line: fit_line(relate, &marks),
        x_axis: free_axis(lang, x),
        y_axis: free_axis(lang, y),
        x_label: x.label.get(lang).to_string(),
        y_label: y.label.get(lang).to_string(),
        is_sized: false,
        legend: Vec::new(),
        caption: words::relate_caption(lang, package, relate),
        note: words::relate_note(lang, relate),
        marks,
    }
}

/// An axis that need not reach to where shares end.
fn free_axis(lang: Lang, indicator: &Indicator) -> Axis {
    let axis = named_axis(lang, indicator);
    match indicator.kind {
        Kind::Mean => Axis {
            unit: axis.unit,
            ..Axis::default()
        },
        _ => axis,
    }
}

/// Places at which a band is sampled.
const SAMPLES: usize = 32;

fn fit_line(relate: &Relate, marks: &[ScatterMark]) -> Option<FitLine> {
    if relate.no_fit().is_some() {
        return None;
    }
    let line = relate.line.as_ref().ok()?;
    let (low, high) = marks
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), mark| {
            (low.min(mark.x), high.max(mark.x))
        });
    let points = (0..=SAMPLES).map(|step| {
        let x = low + (high - low) * step as f64 / SAMPLES as f64;
        let band = line.band(x);
        (x, line.at(x), band.lower, band.upper)
    });
    Some(FitLine {
        points: points.collect(),
    })
}

fn shade(lang: Lang, package: &Package, found: &Scattered, scatter: &mut Scatter, is_plain: bool) {
    match &found.shade {
        Shaded::Nothing | Shaded::Groups(_, Err(_)) => {}
        Shaded::Verdicts(verdicts) => {
            let verdict = |key: u32| {
                let (plain, adjusted) = verdicts.get(key as usize)?;
                Some(if is_plain { *plain } else { *adjusted })
            };
            let mut seen: Vec<MarkStatus> = Vec::new();
            let mut entries = Vec::new();
            for of_dot in &mut scatter.marks {
                let verdict = verdict(of_dot.mark.key).unwrap_or(Verdict::NotCompared);
                of_dot.mark.status = verdict_status(verdict);
                let said = words::verdict_text(lang, verdict);
                of_dot.mark.said = words::mark_text(&[&of_dot.mark.said, said]);
                if !seen.contains(&of_dot.mark.status) {
                    seen.push(of_dot.mark.status);
                    entries.push((verdict, of_dot.mark.status));
                }
            }
            crate::model::sort_by_key(&mut entries, |(verdict, _)| {
                Verdict::IN_ORDER.iter().position(|it| it == verdict)
            });
            let entries = entries.into_iter().map(|(verdict, status)| {
                let sample = DotSample::Filled(Shading::Status, status);
                (sample, words::verdict_text(lang, verdict).to_string())
            });
            scatter.legend.push(ScatterLegend {
                title: words::shade_title(lang, None, String::new()),
                entries: entries.collect(),
            });
        }
        Shaded::Groups(third, Ok(shades)) => groups(lang, package, third, shades, scatter),
    }
}

fn groups(lang: Lang, package: &Package, third: &Third, shades: &Shades, scatter: &mut Scatter) {
    let indicator = package.indicators.get(third.indicator);
    let count = shades.groups.len();
    let mut has_none = false;
    for of_dot in &mut scatter.marks {
        let at = of_dot.mark.key as usize;
        let group = shades.of_row.get(at).copied().flatten();
        of_dot.shading = group.map_or(Shading::Missing, |group| spread_shade(group, count));
        has_none |= group.is_none();
        let text = third.readings.get(at).map_or(String::new(), |it| {
            words::value_with_unit(lang, indicator, it)
        });
        let label = indicator.label.get(lang);
        of_dot.mark.said = words::mark_text(&[&of_dot.mark.said, label, &text]);
    }
    let mut entries = Vec::new();
    for group in 0..count as u8 {
        let sample = DotSample::Filled(spread_shade(group, count), MarkStatus::Plain);
        entries.push((sample, words::shade_range(lang, indicator, shades, group)));
    }
    if has_none {
        let sample = DotSample::Filled(Shading::Missing, MarkStatus::NotJudged);
        entries.push((sample, words::no_shade_text(lang).to_string()));
    }
    let period = words::choice_text(lang, third.period);
    scatter.legend.push(ScatterLegend {
        title: words::shade_title(lang, Some(indicator), period),
        entries,
    });
}

/// Areas of dots in proportion to the values; values at or under zero have the smallest dot.
fn resize(lang: Lang, package: &Package, third: &Third, scatter: &mut Scatter) {
    let indicator = package.indicators.get(third.indicator);
    let keys = scatter.marks.iter().map(|dot| dot.mark.key as usize);
    let values: Vec<Option<f64>> = keys.map(|at| third.value(at)).collect();
    let most = values.iter().flatten().copied().fold(0.0, f64::max);
    if !(most > 0.0 && most.is_finite()) {
        return;
    }
    let label = indicator.label.get(lang);
    let mut has_none = false;
    for (of_dot, value) in scatter.marks.iter_mut().zip(values) {
        of_dot.weight = value.map_or(f64::NAN, |value| value.max(0.0) / most);
        has_none |= value.is_none();
        if value.is_none() && of_dot.shading == Shading::Status {
            of_dot.shading = Shading::Missing;
        }
        let at = of_dot.mark.key as usize;
        let text = third.readings.get(at).map_or(String::new(), |it| {
            words::value_with_unit(lang, indicator, it)
        });
        of_dot.mark.said = words::mark_text(&[&of_dot.mark.said, label, &text]);
    }
    scatter.is_sized = true;
    let top = round_down(most);
    let shown = [top / 10.0, top / 2.0, top];
    let entries = shown.into_iter().map(|value| {
        let text = words::size_text(lang, indicator, value);
        (DotSample::Sized(value / most), text)
    });
    let mut entries: Vec<(DotSample, String)> = entries.collect();
    if has_none {
        let sample = DotSample::Filled(Shading::Missing, MarkStatus::NotJudged);
        entries.push((sample, words::no_shade_text(lang).to_string()));
    }
    let period = words::choice_text(lang, third.period);
    scatter.legend.push(ScatterLegend {
        title: words::size_title(lang, indicator, period),
        entries,
    });
}

/// The largest of 1, 2 and 5 times a power of ten that is no more.
fn round_down(value: f64) -> f64 {
    let power = 10f64.powf(value.log10().floor());
    let rounds = [5.0, 2.0, 1.0].map(|multiple| multiple * power);
    let found = rounds.into_iter().find(|round| *round <= value);
    found.unwrap_or(value)
}
