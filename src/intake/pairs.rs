//! A numerator and a denominator that belong together, after the reader has said of a column that it
//! is one of them. Must not know how either was chosen.

use super::{ColumnRole, Figure, IndicatorPlan, Part, Recipe};
use crate::model::{Kind, Nature, sorted_unique};

/// Changes a recipe as a reader asks for. Where it then has numerators of one indicator and
/// denominators of one, these go together under the numerator's name, and readers see what is divided
/// by what; an indicator that came to have both and of which nothing else is known is a share, and one
/// that no longer has both is none.
pub fn change_recipe(recipe: &mut Recipe, change: impl FnOnce(&mut Recipe)) {
    let before = pairs(recipe);
    let named = names(recipe);
    change(recipe);
    rename(recipe, &named);
    if let Some((numerator, denominator)) = bring_together(recipe) {
        let label = quotient_label(&numerator, &denominator);
        // A name that the reader gave stays.
        let is_of_file = |name: &String| recipe.columns.iter().any(|it| it.name.contains(name));
        let is_auto = [&numerator, &denominator].into_iter().all(is_of_file);
        let plan = plan_of(recipe, &numerator);
        if is_auto && plan.label.is_empty() {
            plan.label = label;
        }
    }
    let now = pairs(recipe);
    for name in now.iter().filter(|name| !before.contains(name)) {
        let divisor = divisor_name(recipe, name).map(str::to_string);
        let plan = plan_of(recipe, name);
        if plan.is_guessed() {
            *plan = as_kind(plan.clone(), Kind::Proportion);
            if let Some(divisor) = divisor.filter(|_| plan.label.is_empty()) {
                plan.label = quotient_label(name, &divisor);
            }
        }
    }
    for name in before.iter().filter(|name| !now.contains(name)) {
        let share = as_kind(IndicatorPlan::plain(name), Kind::Proportion);
        // What it is now the figures say.
        let auto = quotient_label(name, "");
        for plan in &mut recipe.indicators {
            if plan.name == *name && plan.label.starts_with(&auto) {
                plan.label.clear();
            }
        }
        recipe.indicators.retain(|plan| *plan != share);
    }
}

/// Gives the indicator of a column another name, in all columns that are of it.
pub fn name_indicator(recipe: &mut Recipe, at: usize, name: &str) {
    let own = recipe.columns.get(at).and_then(|column| column.figure());
    let Some(own) = own.map(|figure| figure.indicator.clone()) else {
        return;
    };
    for column in &mut recipe.columns {
        if let ColumnRole::Figure(figure) = &mut column.role
            && figure.indicator == own
        {
            figure.indicator = name.to_string();
        }
    }
}

/// The indicators that columns name, each once.
fn names(recipe: &Recipe) -> Vec<String> {
    let figures = recipe.columns.iter().filter_map(|it| it.figure());
    sorted_unique(figures.map(|figure| figure.indicator.clone()))
}

/// What is known of an indicator goes along with its new name. Of areas side by side that had one
/// indicator, a new name for one is the name of all.
fn rename(recipe: &mut Recipe, before: &[String]) {
    let now = names(recipe);
    let new: Vec<&String> = now.iter().filter(|name| !before.contains(name)).collect();
    let ([new], [first, rest @ ..]) = (&new[..], before) else {
        return;
    };
    let new = String::clone(new);
    if recipe.states_areas() && rest.is_empty() {
        for column in &mut recipe.columns {
            if let ColumnRole::Figure(figure) = &mut column.role {
                figure.indicator.clone_from(&new);
            }
        }
    }
    let now = names(recipe);
    let mut gone = before.iter().filter(|name| !now.contains(name));
    let (Some(gone), None) = (gone.next(), gone.next()) else {
        return;
    };
    // Without a name it goes under that of the file.
    let is_meant = |plan: &IndicatorPlan| plan.name == *gone || gone.is_empty() && rest.is_empty();
    let is_known = recipe.indicators.iter().any(|plan| plan.name == new);
    if let Some(plan) = recipe.indicators.iter_mut().find(|plan| is_meant(plan))
        && !is_known
        && (rest.is_empty() || !first.is_empty())
    {
        plan.name = new;
        plan.label.clear();
    }
}

/// What readers see of a share whose parts are named and that is not: `overdue cases / all cases`, in
/// either language.
fn quotient_label(numerator: &str, denominator: &str) -> String {
    [numerator, " / ", denominator].concat()
}

/// One indicator of numerators and one of denominators, neither of which has the other, become one. Gives
/// the names of both.
fn bring_together(recipe: &mut Recipe) -> Option<(String, String)> {
    let lone = |part: Part, other: Part| {
        let figures = || recipe.columns.iter().filter_map(|it| it.figure());
        let has =
            |name: &str, part: Part| figures().any(|it| it.part == part && it.indicator == name);
        let of_part = figures().filter(|it| it.part == part && !has(&it.indicator, other));
        sorted_unique(of_part.map(|it| it.indicator.clone()))
    };
    let numerators = lone(Part::Numerator, Part::Denominator);
    let denominators = lone(Part::Denominator, Part::Numerator);
    let ([numerator], [denominator]) = (&numerators[..], &denominators[..]) else {
        return None;
    };
    for column in &mut recipe.columns {
        if let ColumnRole::Figure(figure) = &mut column.role
            && figure.part == Part::Denominator
            && figure.indicator == *denominator
        {
            figure.indicator.clone_from(numerator);
        }
    }
    Some((numerator.clone(), denominator.clone()))
}

/// The indicators that have a numerator and a denominator in one period, each once.
pub(super) fn pairs(recipe: &Recipe) -> Vec<String> {
    let figures = || recipe.columns.iter().filter_map(|it| it.figure());
    let has_other = |numerator: &&Figure| denominator_of(recipe, numerator).is_some();
    let numerators = figures().filter(|it| it.part == Part::Numerator);
    sorted_unique(numerators.filter(has_other).map(|it| it.indicator.clone()))
}

/// The column that a numerator is divided by: the denominator of its indicator, else the only one of its period and
/// area, which several numerators may share. None for one that stands beside a value.
pub(super) fn denominator_of(recipe: &Recipe, numerator: &Figure) -> Option<usize> {
    let of_part = |part: Part| {
        let columns = recipe.columns.iter().enumerate();
        columns.filter_map(move |(at, it)| Some((at, it.figure().filter(|it| it.part == part)?)))
    };
    let own = of_part(Part::Denominator).find(|(_, it)| it.is_beside(numerator));
    if let Some((at, _)) = own {
        return Some(at);
    }
    let has_value = of_part(Part::Value).any(|(_, it)| it.is_beside(numerator));
    let is_near = |it: &&Figure| (it.period, &it.area) == (numerator.period, &numerator.area);
    let mut near = of_part(Part::Denominator).filter(|(_, it)| is_near(it));
    match (near.next(), near.next()) {
        (Some((at, _)), None) if !has_value => Some(at),
        _ => None,
    }
}

/// True of a denominator by which numerators of other indicators are divided.
pub(super) fn is_shared(recipe: &Recipe, at: usize) -> bool {
    let figures = recipe.columns.iter().filter_map(|it| it.figure());
    let mut numerators = figures.filter(|it| it.part == Part::Numerator);
    numerators.any(|it| denominator_of(recipe, it) == Some(at))
}

/// The name of the column by which an indicator is divided as others are, where it goes by that of its own column.
fn divisor_name<'r>(recipe: &'r Recipe, indicator: &str) -> Option<&'r str> {
    let mut figures = recipe.columns.iter().filter_map(|it| it.figure());
    let numerator = figures.find(|it| it.part == Part::Numerator && it.indicator == indicator)?;
    let column = recipe.columns.get(denominator_of(recipe, numerator)?)?;
    let is_shared = column.figure().is_some_and(|it| it.indicator != indicator);
    // A name that the reader gave stays.
    let is_of_file = recipe.columns.iter().any(|it| it.name.contains(indicator));
    (is_shared && is_of_file).then_some(&*column.name)
}

fn plan_of<'r>(recipe: &'r mut Recipe, name: &str) -> &'r mut IndicatorPlan {
    let known = recipe.indicators.iter().position(|plan| plan.name == name);
    let at = known.unwrap_or_else(|| {
        recipe.indicators.push(IndicatorPlan::plain(name));
        recipe.indicators.len() - 1
    });
    &mut recipe.indicators[at]
}

/// The plan as one of another kind, with what is usual for that kind.
pub fn as_kind(plan: IndicatorPlan, kind: Kind) -> IndicatorPlan {
    let (multiplier, unit, decimals) = match kind {
        Kind::Proportion => (100.0, "%", 1),
        Kind::Rate => (1000.0, "‰", 2),
        Kind::Ratio => (1.0, "", 2),
        Kind::Count | Kind::Cumulative | Kind::Mean => (1.0, "", plan.decimals),
    };
    let is_usual = matches!(plan.unit.as_str(), "" | "%" | "‰") || plan.unit_is_per().is_some();
    IndicatorPlan {
        kind,
        multiplier,
        decimals,
        // A share of persons is told in per cent, whatever its parts are counted in.
        unit: match is_usual || kind == Kind::Proportion {
            true => unit.to_string(),
            false => plan.unit,
        },
        nature: match kind {
            Kind::Proportion | Kind::Rate => Nature::Events,
            _ => plan.nature,
        },
        ..plan
    }
}
