//! Choosing several indicators: a list of boxes to tick under their themes, which a box above narrows.

use super::question_controls::indicator_choices;
use crate::answer::TableQuestion;
use crate::browser;
use crate::ui::session::Session;
use crate::words;
use leptos::ev::KeyboardEvent;
use leptos::html::Details;
use leptos::prelude::*;

/// The list, closed until it is asked for.
pub fn indicator_list(session: Session, question: Memo<Option<TableQuestion>>) -> AnyView {
    let lang = session.lang();
    let texts = words::table_words(lang);
    let typed = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let place = NodeRef::<Details>::new();
    let chosen = Memo::new(move |_| {
        let package = session.references.get()?;
        let question = question.get()?;
        let ids = question.indicators.iter();
        let codes = ids.map(|id| package.indicators.get(*id).code.clone());
        Some(codes.collect::<Vec<String>>())
    });
    let list = move || {
        is_open.get().then(|| {
            let typed = typed.get().trim().to_lowercase();
            let mut group = String::new();
            let fits = |label: &str, code: &str| {
                label.to_lowercase().contains(&typed) || code.to_lowercase().contains(&typed)
            };
            let choices = indicator_choices(session).into_iter();
            let choices = choices.filter(|it| fits(&it.label, &it.value));
            let entries: Vec<AnyView> = choices
                .map(|choice| {
                    let is_new = group != choice.group;
                    group.clone_from(&choice.group);
                    let head = is_new.then(|| view! { <li class="second">{choice.group}</li> });
                    view! {
                        {head}
                        {entry(session, chosen, choice.value, choice.label)}
                    }
                    .into_any()
                })
                .collect();
            match entries.is_empty() {
                true => view! { <li>{session.words().nothing_found}</li> }.into_any(),
                false => entries.into_any(),
            }
        })
    };
    let close = move |event: KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(details) = place.get_untracked()
        {
            details.set_open(false);
            browser::focus_within(&details, "summary");
        }
    };
    let count = move || {
        chosen
            .get()
            .map(|codes| words::chosen_text(lang, codes.len()))
    };
    view! {
        <details
            class="pick-list"
            node_ref=place
            on:keydown=close
            on:toggle=move |_| {
                is_open.try_set(place.get_untracked().is_some_and(|it| it.open()));
            }
        >
            <summary>
                <span>{texts.indicators}</span>
                " "
                {count}
            </summary>
            <div>
                <input
                    type="search"
                    name="find-indicator"
                    autocomplete="off"
                    aria-label=texts.find_indicator
                    placeholder=texts.find_indicator
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <ul>{list}</ul>
            </div>
        </details>
    }
    .into_any()
}

fn entry(
    session: Session,
    chosen: Memo<Option<Vec<String>>>,
    code: String,
    label: String,
) -> AnyView {
    let name = code.clone();
    let is_chosen = {
        let code = code.clone();
        move || chosen.with(|codes| codes.as_ref().is_some_and(|codes| codes.contains(&code)))
    };
    let toggle = move |_| {
        let mut codes = chosen.get_untracked().unwrap_or_default();
        match codes.iter().position(|other| *other == code) {
            Some(at) => {
                codes.remove(at);
            }
            None => codes.push(code.clone()),
        }
        session.change(|view| {
            // The first tells levels and periods, as the one indicator of other pages does.
            if let Some(first) = codes.first() {
                view.indicator.clone_from(first);
            }
            let all = match codes.len() {
                0 | 1 => String::new(),
                _ => codes.join(","),
            };
            view.set_explored("indicators", &all);
        });
    };
    view! {
        <li>
            <label>
                <input type="checkbox" name=name prop:checked=is_chosen on:change=toggle />
                {label}
            </label>
        </li>
    }
    .into_any()
}
