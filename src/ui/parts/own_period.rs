//! The field for the period of a table of which no column says it. Takes what a table could say, and tells what it
//! cannot take.

use super::own_columns::has_period;
use crate::intake::{Problem, Recipe, stated_period};
use crate::ui::own::OwnState;
use crate::ui::session::Session;
use crate::words::{own_words, period_unread_text};
use leptos::prelude::*;

/// The field; nothing where the columns say when.
pub fn whole_period(session: Session, state: OwnState, problems: Memo<Vec<Problem>>) -> AnyView {
    let period = Memo::new(move |_| {
        let of_recipe = |recipe: &Recipe| match has_period(recipe) {
            true => None,
            false => Some(
                recipe
                    .period
                    .map_or(String::new(), |period| period.to_string()),
            ),
        };
        state
            .asked
            .with(|it| it.as_ref().and_then(|it| of_recipe(&it.recipe)))
    });
    let is_needed = Memo::new(move |_| period.with(Option::is_some));
    let is_lacking = move || problems.with(|it| it.contains(&Problem::NoPeriod));
    // What was typed and is no period stays, so that it can be mended.
    let unread = RwSignal::new(String::new());
    let shown = move || match unread.get() {
        typed if typed.is_empty() => period.get().unwrap_or_default(),
        typed => typed,
    };
    let told = move || {
        let typed = unread.get();
        let text = period_unread_text(session.lang(), &typed);
        (!typed.is_empty()).then(|| view! { <small role="alert">{text}</small> })
    };
    (move || {
        is_needed.get().then(|| {
            view! {
                <label class="select" class:own-lacking=is_lacking>
                    <span>{own_words(session.lang()).whole_period}</span>
                    <input
                        name="whole-period"
                        size="10"
                        placeholder="2024"
                        aria-invalid=move || is_lacking().then_some("true")
                        prop:value=shown
                        on:change=move |event| {
                            let typed = event_target_value(&event).trim().to_string();
                            let period = stated_period(&typed);
                            state.change(|recipe| recipe.set_period(period));
                            unread.set(if period.is_none() { typed } else { String::new() });
                        }
                    />
                    {told}
                </label>
            }
        })
    })
    .into_any()
}
