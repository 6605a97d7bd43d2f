//! What the indicators of a reader's own table are, to be changed: which way is good stands in no table.

use super::scrolling::scrolling;
use super::select::{Choice, select};
use crate::intake::{IndicatorPlan, Preview, per_so_many};
use crate::model::{Kind, Nature, Polarity, parse_word};
use crate::ui::own::OwnState;
use crate::ui::session::Session;
use crate::words::{self, OwnWords, own_words};
use leptos::prelude::*;

/// So many indicators are shown at first; the others for the asking.
const SHOWN_INDICATORS: usize = 12;
/// Of more indicators the kinds are taken as they were recognised.
const MOST_INDICATORS: usize = 200;
/// Of so many a rate may be told.
const PER: [u32; 6] = [1, 100, 1000, 10_000, 100_000, 1_000_000];

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
        names.truncate(MOST_INDICATORS);
        names
    });
    let rows = move |names: &[String]| -> Vec<AnyView> {
        let names = names.iter().cloned();
        names
            .map(|name| indicator_row(session, state, fixed, found, name))
            .collect()
    };
    let head = move || {
        view! {
            <thead>
                <tr>
                    <th scope="col">{fixed.figure_of}</th>
                    <th scope="col">{fixed.unit}</th>
                    <th scope="col">{fixed.kind}</th>
                    <th scope="col">{fixed.nature}</th>
                    <th scope="col">{fixed.polarity}</th>
                </tr>
            </thead>
        }
    };
    let tables = move || {
        let names = names.get();
        let (first, others) = names.split_at(names.len().min(SHOWN_INDICATORS));
        let others = (!others.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{words::others_text(session.lang(), others.len())}</summary>
                    {scrolling(
                        fixed.indicators,
                        view! { <table>{head()} <tbody>{rows(others)}</tbody></table> },
                    )}
                </details>
            }
        });
        view! {
            {scrolling(
                fixed.indicators,
                view! { <table>{head()} <tbody>{rows(first)}</tbody></table> },
            )}
            {others}
        }
    };
    view! {
        <details class="own-columns" open=true>
            <summary>{fixed.indicators}</summary>
            <p class="hint">{fixed.kinds_hint}</p>
            {tables}
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
                let found = found.get_untracked().unwrap_or_default();
                *plan = found.as_kind(plan.clone(), kind);
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
