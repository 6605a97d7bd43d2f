//! What each column of a reader's own table holds and what its indicators are, to be changed.

use super::select::{Choice, select};
use crate::intake::{
    ColumnRole, Figure, IndicatorPlan, Part, Preview, Recipe, as_kind, examples, per_so_many,
};
use crate::model::{Kind, Lang, Nature, Period, Polarity, parse_word};
use crate::ui::own::{Asked, OwnState};
use crate::ui::session::Session;
use crate::words::{self, OwnWords, own_words};
use leptos::prelude::*;

/// So many columns are shown at first; the others for the asking.
const SHOWN_COLUMNS: usize = 40;
/// So many indicators are shown.
const SHOWN_INDICATORS: usize = 40;
/// Of so many a rate may be told.
const PER: [u32; 6] = [1, 100, 1000, 10_000, 100_000, 1_000_000];
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
        ColumnRole::CodeSystem,
        ColumnRole::ParentName,
        ColumnRole::ParentCode,
        ColumnRole::Period,
        ColumnRole::Year,
        ColumnRole::Quarter,
        ColumnRole::Month,
        ColumnRole::Indicator,
        figure(Part::Value),
        figure(Part::Numerator),
        figure(Part::Denominator),
        ColumnRole::Unit,
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

/// True where some column says of which period a figure is.
pub fn has_period(recipe: &Recipe) -> bool {
    recipe.columns.iter().any(|column| match &column.role {
        ColumnRole::Period | ColumnRole::Year => true,
        ColumnRole::Figure(figure) => figure.period.is_some(),
        _ => false,
    })
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
                    <table>{head()} <tbody>{rows(first, count)}</tbody></table>
                </details>
            }
        });
        view! {
            <table>{head()} <tbody>{rows(0, first)}</tbody></table>
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
    let input = |label: &'static str, text: String, set: fn(&mut ColumnRole, &str)| {
        view! {
            <label class="select">
                <span>{label}</span>
                <input
                    prop:value=text
                    on:change=move |event| {
                        let text = event_target_value(&event);
                        change_role(state, at, |role| set(role, text.trim()));
                    }
                />
            </label>
        }
        .into_any()
    };
    let more = match role {
        ColumnRole::Figure(figure) => {
            let period = figure.period.map_or(String::new(), |it| it.to_string());
            let name = input(fixed.figure_of, figure.indicator.clone(), |role, text| {
                if let ColumnRole::Figure(figure) = role {
                    figure.indicator = text.to_string();
                }
            });
            let period = figure.period.is_some().then(|| {
                input(fixed.figure_period, period, |role, text| {
                    if let ColumnRole::Figure(figure) = role {
                        figure.period = Period::parse(text);
                    }
                })
            });
            view! { {name} {period} }.into_any()
        }
        ColumnRole::Dimension { total } => input(fixed.total_value, total.clone(), |role, text| {
            if let ColumnRole::Dimension { total } = role {
                *total = text.to_string();
            }
        }),
        _ => return None,
    };
    Some(more)
}

fn set_role(state: OwnState, at: usize, role: ColumnRole) {
    change_role(state, at, |before| *before = role);
}

fn change_role(state: OwnState, at: usize, change: impl FnOnce(&mut ColumnRole)) {
    state.change(|recipe| {
        if let Some(column) = recipe.columns.get_mut(at) {
            change(&mut column.role);
        }
    });
}

/// The indicators: unit, kind, nature, polarity.
pub fn own_indicators(session: Session, state: OwnState, found: Memo<Option<Preview>>) -> AnyView {
    let fixed = own_words(session.lang());
    let names = Memo::new(move |_| {
        // Those that the rows have as they are now read; nothing else is an indicator any more.
        let met = found.with(|it| it.as_ref().map_or(Vec::new(), |it| it.indicators.clone()));
        let mut names = match met.is_empty() {
            true => state.asked.with(|it| {
                let planned = it.iter().flat_map(|it| &it.recipe.indicators);
                planned.map(|plan| plan.name.clone()).collect()
            }),
            false => met,
        };
        names.truncate(SHOWN_INDICATORS);
        names
    });
    let rows = move || -> Vec<AnyView> {
        let names = names.get().into_iter();
        names
            .map(|name| indicator_row(session, state, fixed, found, name))
            .collect()
    };
    // Which way is good cannot be read from a table: while it is open for some indicator, it is asked.
    let is_open = untrack(|| {
        let names = names.get();
        state.asked.with(|it| {
            let plans = it.iter().flat_map(|it| &it.recipe.indicators);
            let plans: Vec<&IndicatorPlan> = plans.collect();
            let is_said = |name: &String| {
                let mut plans = plans.iter();
                plans.any(|plan| plan.name == *name && plan.polarity != Polarity::None)
            };
            !names.iter().all(is_said)
        })
    });
    view! {
        <details class="own-columns" open=is_open>
            <summary>{fixed.indicators}</summary>
            <p class="hint">{fixed.kinds_hint}</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{fixed.figure_of}</th>
                        <th scope="col">{fixed.unit}</th>
                        <th scope="col">{fixed.kind}</th>
                        <th scope="col">{fixed.nature}</th>
                        <th scope="col">{fixed.polarity}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn indicator_row(
    session: Session,
    state: OwnState,
    fixed: &'static OwnWords,
    found: Memo<Option<Preview>>,
    name: String,
) -> AnyView {
    let lang = session.lang();
    let own = name.clone();
    let plan = Memo::new(move |_| {
        state.asked.with(|it| {
            let plans = it.iter().flat_map(|it| &it.recipe.indicators);
            let mut known = plans.filter(|plan| plan.name == own);
            let known = known.next().cloned();
            known.unwrap_or_else(|| guessed(found, &own))
        })
    });
    let of = name.clone();
    // Under the title that the file gives it, where it does.
    let shown_name = move || match plan.with(|plan| plan.label.clone()) {
        label if label.is_empty() => name.clone(),
        label => label,
    };
    let change = move |change: &dyn Fn(&mut IndicatorPlan)| {
        change_plan(state, untrack(|| guessed(found, &of)), change)
    };
    let words_of = |labels: Vec<(&'static str, &'static str)>| {
        let choices = labels.into_iter();
        let choices: Vec<Choice> = choices
            .map(|(word, label)| Choice::new(word, label))
            .collect();
        Signal::stored(choices)
    };
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Cumulative);
    let kinds = kinds.map(|kind| (kind.word(), words::kind_text(lang, *kind)));
    let natures = Nature::ALL.iter().map(|it| it.word()).zip(fixed.natures);
    let polarities = Polarity::ALL
        .iter()
        .map(|it| it.word())
        .zip(fixed.polarities);
    let set_unit = change.clone();
    let set_kind = change.clone();
    let set_per = change.clone();
    let set_nature = change.clone();
    let unit = view! {
        <input
            size="6"
            aria-label=fixed.unit
            prop:value=move || {
                plan.with(|plan| match plan.unit_is_per() {
                    Some(count) => words::per_text(lang, count),
                    None => plan.unit.clone(),
                })
            }
            on:change=move |event| {
                let unit = event_target_value(&event);
                set_unit(&|plan| plan.unit = unit.trim().to_string());
            }
        />
    };
    let kind = select(
        fixed.kind,
        "kind",
        true,
        words_of(kinds.collect()),
        Signal::derive(move || plan.get().kind.word().to_string()),
        Callback::new(move |word: String| {
            set_kind(&|plan| {
                let kind = parse_word(&word).unwrap_or(plan.kind);
                *plan = as_kind(plan.clone(), kind);
            });
        }),
    );
    let per = Signal::stored(
        PER.iter()
            .map(|per| Choice::new(per.to_string(), words::per_text(lang, f64::from(*per))))
            .collect::<Vec<Choice>>(),
    );
    let per_now = Signal::derive(move || plan.with(|plan| plan.multiplier.to_string()));
    let set_per = Callback::new(move |per: String| {
        set_per(&|plan| *plan = per_so_many(plan.clone(), per.parse().unwrap_or(plan.multiplier)));
    });
    let is_rate = Memo::new(move |_| plan.with(|plan| plan.kind == Kind::Rate));
    let per = move || {
        is_rate
            .get()
            .then(|| select(fixed.per, "per", true, per, per_now, set_per))
    };
    let nature = select(
        fixed.nature,
        "nature",
        true,
        words_of(natures.collect()),
        Signal::derive(move || plan.get().nature.word().to_string()),
        Callback::new(move |word: String| {
            set_nature(&|plan| plan.nature = parse_word(&word).unwrap_or(plan.nature));
        }),
    );
    let polarity = select(
        fixed.polarity,
        "polarity",
        true,
        words_of(polarities.collect()),
        Signal::derive(move || plan.get().polarity.word().to_string()),
        Callback::new(move |word: String| {
            change(&|plan| plan.polarity = parse_word(&word).unwrap_or(plan.polarity));
        }),
    );
    view! {
        <tr>
            <th scope="row">{shown_name}</th>
            <td data-label=fixed.unit>{unit}</td>
            <td data-label=fixed.kind>{kind} {per}</td>
            <td data-label=fixed.nature>{nature}</td>
            <td data-label=fixed.polarity>{polarity}</td>
        </tr>
    }
    .into_any()
}

/// What is taken of an indicator of which nothing is said.
fn guessed(found: Memo<Option<Preview>>, name: &str) -> IndicatorPlan {
    found.with(|it| {
        let mut plans = it.iter().flat_map(|it| &it.plans);
        let plan = plans.find(|plan| plan.name == name).cloned();
        plan.unwrap_or_else(|| IndicatorPlan::plain(name))
    })
}

fn change_plan(state: OwnState, guessed: IndicatorPlan, change: &dyn Fn(&mut IndicatorPlan)) {
    state.change(|recipe| {
        let mut plans = recipe.indicators.iter();
        let known = plans.position(|plan| plan.name == guessed.name);
        let at = known.unwrap_or_else(|| {
            recipe.indicators.push(guessed);
            recipe.indicators.len() - 1
        });
        if let Some(plan) = recipe.indicators.get_mut(at) {
            change(plan);
        }
    });
}
