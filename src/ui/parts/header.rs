//! The header: mark, package, what stands on every screen of it, language and theme.

use super::link::{on_page, view_link};
use super::period::period_select;
use super::select::{Choice, select};
use crate::browser;
use crate::package::{OWN, beside_of};
use crate::route::{Meeting, Page, PeriodKey, ThemeChoice, View};
use crate::ui::deferred::make_meeting_bar;
use crate::ui::load_code::load_later_code;
use crate::ui::session::{Session, session};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    let session = session();
    let words = session.words();
    let seal = view! {
        <span aria-hidden="true">
            {words.seal_above}<br />{words.seal_below}
        </span>
    };
    let home = Box::new(|view: &View| on_page(view, Page::Overview));
    let fictional = move || {
        let package = session.package.get()?;
        let is_own = beside_of(&package.name).is_some();
        let tags = [
            (package.descriptor.fictional, words.fictional),
            (is_own, words.own_data),
        ];
        let tag = |text| view! { <strong class="fictional">{text}</strong> }.into_any();
        let tags = tags.into_iter().filter(|(stands, _)| *stands);
        Some(tags.map(|(_, text)| tag(text)).collect::<Vec<_>>())
    };
    view! {
        <header class="top">
            {view_link("seal", Some(words.home.to_string()), "", home, seal.into_any())}
            {package_select(session)}
            {period_select(session)}
            {fictional}
            {move || counts(session)}
            {meeting_bar(session)}
            <Preferences />
        </header>
    }
}

fn package_select(session: Session) -> AnyView {
    let lang = session.lang();
    let choices = Signal::derive(move || {
        let catalog = session.catalog.get().and_then(Result::ok);
        let choice = |entry: &crate::package::CatalogEntry| {
            Choice::new(entry.name.clone(), entry.title.get(lang))
        };
        let published = catalog.as_ref().map_or(&[][..], |it| &it.packages);
        let mut choices: Vec<Choice> = published.iter().map(choice).collect();
        let asked = session.view.with(|view| view.package.clone());
        let beside = beside_of(&asked);
        let own = session.own_title.get();
        if own.is_some() || beside.is_some() {
            let own = own.unwrap_or_else(|| session.words().own_data.to_string());
            if let Some(entry) = published.iter().find(|it| Some(&*it.name) == beside) {
                let both = [entry.title.get(lang), " + ", &own].concat();
                choices.push(Choice::new(asked, both));
            }
            choices.push(Choice::new(OWN, own));
        }
        choices
    });
    let chosen = Signal::derive(move || {
        let asked = session.view.with(|view| view.package.clone());
        let choices = choices.get();
        let known = choices.iter().any(|choice| choice.value == asked);
        match (known, choices.first()) {
            (true, _) | (_, None) => asked,
            (false, Some(first)) => first.value.clone(),
        }
    });
    let choose = Callback::new(move |name| {
        session.change(|view| {
            *view = View {
                page: view.page,
                package: name,
                period: PeriodKey::Newest,
                lang: view.lang,
                theme: view.theme,
                ..View::default()
            };
        });
    });
    select(
        session.words().package,
        "package",
        true,
        choices,
        chosen,
        choose,
    )
}

/// What a meeting sees in place of the controls.
fn meeting_bar(session: Session) -> AnyView {
    let is_meeting = Memo::new(move |_| session.view.with(|view| view.meeting.is_some()));
    Effect::new(move |_| {
        browser::set_document_meeting(is_meeting.get());
        if is_meeting.get() {
            load_later_code(session);
        }
    });
    (move || (is_meeting.get() && session.code_stands.get()).then(make_meeting_bar)).into_any()
}

/// How much there is, and how much of it is faulty.
fn counts(session: Session) -> Option<AnyView> {
    let package = session.package.get()?;
    let lang = session.lang();
    let faults = package.fault_count();
    let class = if faults > 0 { "faulty" } else { "" };
    let target = Box::new(|view: &View| on_page(view, Page::Data));
    let text = words::fault_count_text(lang, faults).into_any();
    // A page without figures has read neither areas nor indicators.
    let counts = words::package_counts_text(lang, &package);
    let counts = (!counts.is_empty()).then(|| [&counts, " · "].concat());
    let counted = view! {
        <p class="counts">
            <span class="counts-package">{counts}</span>
            {view_link(class, None, "#faults", target, text)}
        </p>
    };
    Some(counted.into_any())
}

/// Language and theme. Both go into the address and are remembered.
#[component]
fn Preferences() -> impl IntoView {
    let session = session();
    let words = session.words();
    let switch_language = move |_| {
        let lang = session.lang().other();
        browser::remember("lang", lang.code());
        session.usual_lang.set(lang);
        session.change(|view| view.lang = Some(lang));
        // The page is made anew in the other language; the focus stays where it was.
        spawn_local(async {
            browser::next_turn().await;
            browser::focus(".language");
        });
    };
    let theme_name = move || match session.theme_choice() {
        ThemeChoice::System => words.theme_system,
        ThemeChoice::Light => words.theme_light,
        ThemeChoice::Dark => words.theme_dark,
    };
    let next_theme = move |_| {
        let choice = session.theme_choice().next();
        browser::remember("theme", choice.word());
        session.usual_theme.set(choice);
        session.change(|view| view.theme = Some(choice));
    };
    let begin_meeting = move |_| {
        browser::enter_full_screen();
        session.change(|view| {
            view.meeting.get_or_insert_with(Meeting::usual);
        });
    };
    view! {
        <div class="preferences">
            <button
                type="button"
                class="language"
                lang=session.lang().other().tag()
                title=words.switch_language
                on:click=switch_language
            >
                {words.other_language}
            </button>
            <button type="button" class="theme" title=words.theme on:click=next_theme>
                <span aria-hidden="true">"◐ "</span>
                {theme_name}
            </button>
            <button
                type="button"
                class="full-screen"
                title=words.full_screen
                on:click=begin_meeting
            >
                {words.full_screen_short}
            </button>
        </div>
    }
}
