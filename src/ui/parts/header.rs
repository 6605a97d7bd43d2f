//! The header: mark, package, what stands on every screen of it, language and theme.

use super::rail::{is_plain_click, on_page};
use super::select::{Choice, Select};
use crate::browser;
use crate::route::{Page, PeriodKey, ThemeChoice, View};
use crate::ui::session::session;
use crate::words;
use leptos::prelude::*;

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    let session = session();
    let packages = Signal::derive(move || {
        let lang = session.lang();
        let catalog = session.catalog.get().and_then(Result::ok);
        let entries = catalog
            .map(|catalog| catalog.packages.clone())
            .unwrap_or_default();
        let choice = |entry: &crate::package::CatalogEntry| {
            Choice::new(entry.name.clone(), entry.title.get(lang))
        };
        entries.iter().map(choice).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let asked = session.view.with(|view| view.package.clone());
        let choices = packages.get();
        let known = choices.iter().any(|choice| choice.value == asked);
        match (known, choices.first()) {
            (true, _) | (_, None) => asked,
            (false, Some(first)) => first.value.clone(),
        }
    });
    let fictional = move || {
        let package = session.package.get()?;
        package
            .descriptor
            .fictional
            .then(|| view! { <strong class="fictional">{session.words().fictional}</strong> })
    };
    view! {
        <header class="top">
            <a
                class="seal"
                href="./"
                aria-label=move || session.words().app
                on:click=move |event| {
                    if is_plain_click(&event) {
                        event.prevent_default();
                        session.change(|view| *view = on_page(view, Page::Overview));
                    }
                }
            >
                <span aria-hidden="true">"知"<br />"社"</span>
            </a>
            <Select
                label=Signal::derive(move || session.words().package.to_string())
                name="package"
                choices=packages
                chosen=chosen
                bare=true
                choose=move |name| {
                    session
                        .change(|view| {
                            *view = View {
                                page: view.page,
                                package: name,
                                period: PeriodKey::Newest,
                                lang: view.lang,
                                theme: view.theme,
                                ..View::default()
                            };
                        });
                }
            />
            {fictional}
            <Counts />
            <Preferences />
        </header>
    }
}

/// How much there is, and how much of it is faulty.
#[component]
fn Counts() -> impl IntoView {
    let session = session();
    move || {
        let package = session.package.get()?;
        let lang = session.lang();
        let faults = package.fault_count();
        let address = session.view.with(|view| on_page(view, Page::Data).query());
        let open = move |event: leptos::ev::MouseEvent| {
            if is_plain_click(&event) {
                event.prevent_default();
                session.change(|view| *view = on_page(view, Page::Data));
            }
        };
        Some(view! {
            <p class="counts">
                <span class="counts-package">{words::package_counts_text(lang, &package)} " · "</span>
                <a href=format!("{address}#faults") class:faulty={faults > 0} on:click=open>
                    {words::fault_count_text(lang, faults)}
                </a>
            </p>
        })
    }
}

/// Language and theme. Both go into the address and are remembered.
#[component]
fn Preferences() -> impl IntoView {
    let session = session();
    let switch_language = move |_| {
        let lang = session.lang().other();
        browser::remember("lang", lang.code());
        session.usual_lang.set(lang);
        session.change(|view| view.lang = Some(lang));
    };
    let theme_name = move || {
        let words = session.words();
        match session.theme_choice() {
            ThemeChoice::System => words.theme_system,
            ThemeChoice::Light => words.theme_light,
            ThemeChoice::Dark => words.theme_dark,
        }
    };
    let next_theme = move |_| {
        let choice = session.theme_choice().next();
        browser::remember("theme", choice.word());
        session.usual_theme.set(choice);
        session.change(|view| view.theme = Some(choice));
    };
    view! {
        <div class="preferences">
            <button
                type="button"
                class="language"
                lang=move || session.lang().other().tag()
                title=move || session.words().switch_language
                on:click=switch_language
            >
                {move || session.words().other_language}
            </button>
            <button
                type="button"
                class="theme"
                title=move || session.words().theme
                on:click=next_theme
            >
                <span aria-hidden="true">"◐ "</span>
                {theme_name}
            </button>
        </div>
    }
}
