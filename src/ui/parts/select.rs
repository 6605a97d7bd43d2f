//! A labelled choice from a list.

use leptos::prelude::*;

/// One entry of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is written into the address.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// Heading under which it stands; blank where there is none.
    pub group: String,
}

impl Choice {
    /// An entry under no heading.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            label: label.into(),
            group: String::new(),
        }
    }
}

/// A labelled `select`. `chosen` is the value in force, `choose` takes the new one.
#[component]
pub fn Select(
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// A word that the browser tests and style sheets know it by.
    name: &'static str,
    /// The entries.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value in force.
    #[prop(into)]
    chosen: Signal<String>,
    /// Takes the new value.
    choose: impl Fn(String) + Copy + Send + 'static,
    /// The label is for screen readers only.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let options = move || {
        let chosen = chosen.get();
        let mut groups: Vec<(String, Vec<Choice>)> = Vec::new();
        for choice in choices.get() {
            match groups
                .last_mut()
                .filter(|(group, _)| *group == choice.group)
            {
                Some((_, entries)) => entries.push(choice),
                None => groups.push((choice.group.clone(), vec![choice])),
            }
        }
        groups
            .into_iter()
            .map(|(group, entries)| {
                let entries = entries
                    .into_iter()
                    .map(|choice| {
                        let selected = choice.value == chosen;
                        view! { <option value=choice.value selected=selected>{choice.label}</option> }
                    })
                    .collect_view();
                if group.is_empty() {
                    entries.into_any()
                } else {
                    view! { <optgroup label=group>{entries}</optgroup> }.into_any()
                }
            })
            .collect_view()
    };
    view! {
        <label class="select" class:bare=bare>
            <span class:visually-hidden=bare>{label}</span>
            <select
                name=name
                prop:value=move || chosen.get()
                on:change=move |event| choose(event_target_value(&event))
            >
                {options}
            </select>
        </label>
    }
}
