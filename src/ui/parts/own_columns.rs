//! What each column of a reader's own table holds, to be changed.

use super::scrolling::scrolling;
use super::select::{Choice, select};
use crate::intake::{ColumnRole, Figure, Part, Recipe, examples, name_indicator};
use crate::model::{Lang, Period};
use crate::ui::own::{Asked, OwnState};
use crate::ui::session::Session;
use crate::words::{self, OwnWords, own_words};
use leptos::prelude::*;

/// So many columns are shown at first, so that the first rows stay near; the others for the asking.
const SHOWN_COLUMNS: usize = 12;
/// Examples of a column's cells.
const EXAMPLES: usize = 3;

/// Every role, as it is before anything is said of it.
fn roles() -> Vec<ColumnRole> {
    let figure = |part: Part| {
        ColumnRole::Figure(Figure {
            part,
            ..Figure::default()
        })
    };
    vec![
        ColumnRole::Ignored,
        ColumnRole::AreaName,
        ColumnRole::AreaCode,
        ColumnRole::CodeWithin,
        ColumnRole::CodeSystem,
        ColumnRole::ParentName,
        ColumnRole::ParentCode,
        ColumnRole::AreaAbove,
        ColumnRole::Period,
        ColumnRole::Year,
        ColumnRole::Quarter,
        ColumnRole::Month,
        ColumnRole::Indicator,
        figure(Part::Value),
        figure(Part::Numerator),
        figure(Part::Denominator),
        ColumnRole::Unit,
        ColumnRole::Kind,
        ColumnRole::Scale,
        ColumnRole::Status,
        ColumnRole::Bound,
        ColumnRole::Note,
        ColumnRole::Dimension {
            total: String::new(),
        },
        ColumnRole::PartOfIndicator,
    ]
}

fn role_name(lang: Lang, role: &ColumnRole) -> String {
    let name = words::intake::role_text(lang, role);
    match role {
        ColumnRole::Figure(figure) => {
            let part = words::intake::part_text(lang, figure.part);
            [name, " · ", part].concat()
        }
        _ => name.to_string(),
    }
}

/// True where both are of one sort, whatever is said of it.
fn is_alike(one: &ColumnRole, other: &ColumnRole) -> bool {
    match (one, other) {
        (ColumnRole::Figure(one), ColumnRole::Figure(other)) => one.part == other.part,
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// True where columns say of which period each figure is.
pub fn has_period(recipe: &Recipe) -> bool {
    let is_time = |role: &ColumnRole| matches!(role, ColumnRole::Period | ColumnRole::Year);
    let mut figures = recipe
        .columns
        .iter()
        .filter_map(|it| it.figure())
        .peekable();
    recipe.columns.iter().any(|it| is_time(&it.role))
        || figures.peek().is_some() && figures.all(|figure| figure.period.is_some())
}

/// The columns.
pub fn own_columns(session: Session, state: OwnState) -> AnyView {
    let fixed = own_words(session.lang());
    let count = Memo::new(move |_| {
        let count = |asked: &Asked| asked.recipe.columns.len();
        state.asked.with(|it| it.as_ref().map_or(0, count))
    });
    // Columns are made anew with another header, and each follows what is chosen for it.
    let header = Memo::new(move |_| {
        state.asked.with(|it| {
            let recipe = &it.as_ref()?.recipe;
            let names = recipe.columns.iter().map(|column| column.name.clone());
            Some((recipe.header_line, names.collect::<Vec<_>>()))
        })
    });
    let rows = move |from: usize, to: usize| -> Vec<AnyView> {
        (from..to)
            .map(|at| column_row(session, state, fixed, at))
            .collect()
    };
    let head = move || {
        view! {
            <thead>
                <tr>
                    <th scope="col">{fixed.column}</th>
                    <th scope="col">{fixed.cells}</th>
                    <th scope="col">{fixed.role}</th>
                </tr>
            </thead>
        }
    };
    let tables = move || {
        header.track();
        let count = count.get();
        let first = count.min(SHOWN_COLUMNS);
        let others = (first < count).then(|| {
            view! {
                <details>
                    <summary>{words::others_text(session.lang(), count - first)}</summary>
                    {scrolling(
                        fixed.columns,
                        view! { <table>{head()} <tbody>{rows(first, count)}</tbody></table> },
                    )}
                </details>
            }
        });
        view! {
            {scrolling(
                fixed.columns,
                view! { <table>{head()} <tbody>{rows(0, first)}</tbody></table> },
            )}
            {others}
        }
    };
    view! {
        <details class="own-columns" open=true>
            <summary>{fixed.columns}</summary>
            {tables}
        </details>
    }
    .into_any()
}

fn column_row(session: Session, state: OwnState, fixed: &'static OwnWords, at: usize) -> AnyView {
    let lang = session.lang();
    let role = Memo::new(move |_| {
        state.asked.with(|it| {
            let column = it.as_ref()?.recipe.columns.get(at)?;
            Some(column.role.clone())
        })
    });
    let (name, examples) = untrack(|| state.asked.with(|it| column_texts(it.as_ref(), at)));
    let choices: Vec<Choice> = roles()
        .iter()
        .enumerate()
        .map(|(place, role)| Choice::new(place.to_string(), role_name(lang, role)))
        .collect();
    let chosen = Memo::new(move |_| {
        let role = role.get().unwrap_or(ColumnRole::Ignored);
        let place = roles().iter().position(|it| is_alike(it, &role));
        place.unwrap_or(0).to_string()
    });
    let heading = name.clone();
    let choose = Callback::new(move |value: String| {
        let found = value
            .parse()
            .ok()
            .and_then(|place: usize| roles().into_iter().nth(place));
        if let Some(mut found) = found {
            if let ColumnRole::Figure(figure) = &mut found {
                figure.indicator.clone_from(&name);
            }
            set_role(state, at, found);
        }
    });
    let choices = Signal::stored(choices);
    view! {
        <tr>
            <th scope="row">{heading}</th>
            <td class="own-cells" data-label=fixed.cells>{examples}</td>
            <td class="own-role" data-label=fixed.role>
                {select(fixed.role, "role", true, choices, chosen.into(), choose)}
                {move || role.get().and_then(|role| more(state, fixed, at, &role))}
            </td>
        </tr>
    }
    .into_any()
}

/// The name of a column and some of its cells.
fn column_texts(asked: Option<&Asked>, at: usize) -> (String, String) {
    let Some(asked) = asked else {
        return Default::default();
    };
    let name = asked.recipe.columns.get(at).map_or("", |it| &it.name);
    let examples = examples(&asked.sample, &asked.recipe, at, EXAMPLES);
    (name.to_string(), examples.join(" · "))
}

/// What else there is to be said of a column of this role.
fn more(
    state: OwnState,
    fixed: &'static OwnWords,
    at: usize,
    role: &ColumnRole,
) -> Option<AnyView> {
    let input = |label: &'static str, text: String, set: fn(&mut Recipe, usize, &str)| {
        view! {
            <label class="select">
                <span>{label}</span>
                <input
                    prop:value=text
                    on:change=move |event| {
                        let text = event_target_value(&event);
                        state.change(|recipe| set(recipe, at, text.trim()));
                    }
                />
            </label>
        }
        .into_any()
    };
    let more = match role {
        ColumnRole::Figure(figure) => {
            let period = figure.period.map_or(String::new(), |it| it.to_string());
            let name = input(fixed.figure_of, figure.indicator.clone(), name_indicator);
            let period = figure.period.is_some().then(|| {
                input(fixed.figure_period, period, |recipe, at, text| {
                    if let Some(ColumnRole::Figure(figure)) = role_at(recipe, at) {
                        figure.period = Period::parse(text);
                    }
                })
            });
            view! { {name} {period} }.into_any()
        }
        ColumnRole::Dimension { total } => {
            input(fixed.total_value, total.clone(), |recipe, at, text| {
                if let Some(ColumnRole::Dimension { total }) = role_at(recipe, at) {
                    *total = text.to_string();
                }
            })
        }
        _ => return None,
    };
    Some(more)
}

fn set_role(state: OwnState, at: usize, role: ColumnRole) {
    state.change(|recipe| {
        if let Some(before) = role_at(recipe, at) {
            *before = role;
        }
    });
}

fn role_at(recipe: &mut Recipe, at: usize) -> Option<&mut ColumnRole> {
    recipe.columns.get_mut(at).map(|column| &mut column.role)
}
