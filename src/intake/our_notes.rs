//! What the lines above the header say in tables that this program has written and that are brought back:
//! titles and units of indicators, how their figures are to be taken, and whether they may be judged. It
//! must not know what the columns hold.

use super::rows::remark::ENDING;
use super::vocabulary::notes::{INDICATOR, UNIT};
use super::{ColumnPlan, IndicatorPlan, Recipe, Remark, Sample};
use crate::model::{ToldKind, read_benchmark_line, unjudged_line};

/// What a line above the header begins with.
const NOTE: &str = "#";

/// Takes in what the lines say. Gives what a reader must know of it.
pub(super) fn set(recipe: &mut Recipe, sample: &Sample) -> Vec<Remark> {
    let above = sample.rows.iter();
    let above = above.take_while(|row| row.line < recipe.header_line);
    let notes = above.filter_map(|row| match &row.cells[..] {
        [mark, note, ..] if mark == NOTE => Some(note.as_str()),
        _ => None,
    });
    let notes: Vec<&str> = notes.collect();
    recipe.is_unjudged = notes.contains(&unjudged_line());
    let told: Vec<ToldKind> = notes.iter().filter_map(|it| ToldKind::read(it)).collect();
    let is_untold = told.is_empty();
    for kind in told {
        set_kind(recipe, kind);
    }
    let mut benchmarks = notes.iter().filter_map(|it| read_benchmark_line(it));
    let benchmark = benchmarks.next();
    let benchmark = benchmark.map(|(value, code)| (value, code.to_string()));
    for note in notes {
        set_title(recipe, note);
    }
    let is_untold = is_untold && is_ours(&recipe.columns);
    let untold = is_untold.then_some(Remark::SavedWithoutNotes);
    let benchmark = benchmark.map(|(value, code)| Remark::BenchmarkAside { value, code });
    untold.into_iter().chain(benchmark).collect()
}

/// True of the columns of a table that this program has saved.
fn is_ours(columns: &[ColumnPlan]) -> bool {
    let has = |name: &str| columns.iter().any(|it| it.name == name);
    let is_remark = |it: &ColumnPlan| it.name.ends_with(ENDING);
    let is_long = ["indicator", "area_code", "period", "value", "missing"];
    is_long.iter().all(|name| has(name)) || columns.iter().any(is_remark)
}

/// How the figures of an indicator are to be taken.
fn set_kind(recipe: &mut Recipe, told: ToldKind) {
    let known = recipe.indicators.iter_mut();
    let mut known = known.filter(|plan| plan.name == told.code);
    let blank = IndicatorPlan::plain(&told.code);
    let plan = |plan: IndicatorPlan| IndicatorPlan {
        kind: told.kind,
        nature: told.nature,
        multiplier: told.multiplier,
        decimals: told.decimals,
        polarity: told.polarity,
        is_told: true,
        ..plan
    };
    match known.next() {
        Some(known) => *known = plan(known.clone()),
        None => recipe.indicators.push(plan(blank)),
    }
}

/// The title and the unit of an indicator.
fn set_title(recipe: &mut Recipe, note: &str) {
    let mut starts = INDICATOR.iter();
    let Some(told) = starts.find_map(|start| note.strip_prefix(start)) else {
        return;
    };
    for plan in &mut recipe.indicators {
        let marks = [format!(" ({})", plan.name), format!("（{}）", plan.name)];
        let ends = marks.iter().find_map(|mark| told.split_once(mark.as_str()));
        let Some((label, rest)) = ends else {
            continue;
        };
        plan.label = label.to_string();
        let mut units = UNIT.iter();
        let unit = units.find_map(|start| rest.split_once(start));
        if let (Some((_, unit)), true) = (unit, plan.unit.is_empty()) {
            let unit = unit.split(['；', ';']).next().unwrap_or(unit);
            plan.unit = unit.trim().to_string();
        }
    }
}
