//! A profile as a spine chart. A mark's key is the place of its row in the profile.

use super::from_answer::{axis_value, verdict_status};
use super::{Emphasis, Figure, Look, Mark, MarkStatus, Spine, SpineGroup, SpineHeads, SpineRow};
use crate::answer::{Profile, ProfileRow, Verdict};
use crate::model::{Lang, Polarity, Theme};
use crate::package::Package;
use crate::words;

/// A profile as a spine chart, its rows under their themes; none where no indicator has a spine.
pub fn profile_figure(
    lang: Lang,
    package: &Package,
    profile: &Profile,
    look: Look,
) -> Option<Figure> {
    let mut groups: Vec<(Theme, SpineGroup)> = Vec::new();
    for (key, row) in profile.rows.iter().enumerate() {
        let theme = package.indicators.get(row.indicator).theme;
        let Some(drawn) = spine_row(lang, package, row, key as u32, look) else {
            continue;
        };
        match groups.iter_mut().find(|(known, _)| *known == theme) {
            Some((_, group)) => group.rows.push(drawn),
            None => groups.push((
                theme,
                SpineGroup {
                    label: words::theme_text(lang, theme).to_string(),
                    rows: vec![drawn],
                },
            )),
        }
    }
    let benchmark = profile
        .rows
        .iter()
        .find(|row| row.spine.is_some())
        .and_then(|row| row.benchmark.as_ref().ok())?;
    let benchmark = words::benchmark_name(lang, package, benchmark);
    let polarity = |row: &ProfileRow| package.indicators.get(row.indicator).polarity;
    let mut shown = profile.rows.iter().filter(|row| row.spine.is_some());
    let is_neutral = shown.all(|row| polarity(row) == Polarity::None);
    let (heads, ends) = words::spine_heads(lang, is_neutral);
    let [label, value, trend] = heads.map(str::to_string);
    let [worst, best] = ends.map(str::to_string);
    Some(Figure::Spine(Spine {
        heads: SpineHeads {
            label,
            value,
            benchmark: benchmark.clone(),
            trend,
        },
        groups: groups.into_iter().map(|(_, group)| group).collect(),
        caption: words::spine_caption(lang, package, profile, &benchmark),
        note: words::spine_note(lang, &benchmark, look.is_plain),
        ends: [worst, benchmark, best],
    }))
}

fn spine_row(
    lang: Lang,
    package: &Package,
    row: &ProfileRow,
    key: u32,
    look: Look,
) -> Option<SpineRow> {
    let indicator = package.indicators.get(row.indicator);
    let (place, benchmark) = (row.spine?, row.benchmark.as_ref().ok()?);
    let mut mark = Mark::plain(
        key,
        indicator.label.get(lang),
        place.own,
        axis_value(lang, indicator, &row.row.reading),
    );
    let verdict = row.row.verdict(indicator.polarity, !look.is_plain);
    mark.status = match verdict {
        Verdict::NotCompared => MarkStatus::NotJudged,
        verdict => verdict_status(verdict),
    };
    if matches!(mark.status, MarkStatus::MuchBetter | MarkStatus::MuchWorse) {
        mark.emphasis = Emphasis::Named;
    }
    mark.said = words::spine_said(lang, package, row, look.is_plain);
    Some(SpineRow {
        mark,
        benchmark_text: axis_value(lang, indicator, &benchmark.total.reading),
        trend_text: words::moved_text(lang, &row.moved).to_string(),
        all: (place.all.minimum, place.all.maximum),
        middle: (place.all.lower_quartile, place.all.upper_quartile),
    })
}
