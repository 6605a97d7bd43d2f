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

/// A labelled `select`. `chosen` is the value in force, `choose` takes the new one; `name` is the
/// word that style sheets and tests know it by. A bare one shows its label to screen readers only.
pub fn select(
    label: &'static str,
    name: &'static str,
    is_bare: bool,
    choices: Signal<Vec<Choice>>,
    chosen: Signal<String>,
    choose: Callback<String>,
) -> AnyView {
    let options = move || {
        let chosen = chosen.get();
        let mut groups: Vec<(String, Vec<AnyView>)> = Vec::new();
        for choice in choices.get() {
            let entry = option(&choice, chosen == choice.value);
            match groups
                .last_mut()
                .filter(|(group, _)| *group == choice.group)
            {
                Some((_, entries)) => entries.push(entry),
                None => groups.push((choice.group, vec![entry])),
            }
        }
        groups.into_iter().map(group).collect::<Vec<_>>()
    };
    view! {
        <label class="select">
            <span class=if is_bare { "visually-hidden" } else { "" }>{label}</span>
            <select
                name=name
                prop:value=chosen
                on:change=move |event| choose.run(event_target_value(&event))
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn option(choice: &Choice, is_chosen: bool) -> AnyView {
    let (value, label) = (choice.value.clone(), choice.label.clone());
    view! { <option value=value selected=is_chosen>{label}</option> }.into_any()
}

fn group((label, entries): (String, Vec<AnyView>)) -> AnyView {
    if label.is_empty() {
        entries.into_any()
    } else {
        view! { <optgroup label=label>{entries}</optgroup> }.into_any()
    }
}
