//! The reader's own data beside a published package: which one, and which area is which.

use super::own_likely::own_likely;
use super::own_matching::own_matching;
use super::select::{Choice, select};
use super::table::{Cell, table, text_column};
use crate::model::AreaId;
use crate::package::{Package, beside_of, name_beside};
use crate::route::{Explored, Page, View};
use crate::ui::own::{Joined, OwnState, take_code_alone};
use crate::ui::session::Session;
use crate::words::{self, OwnWords, own_words};
use leptos::prelude::*;
use std::sync::Arc;

/// So many areas of a list are shown before the rest is folded.
const SHOWN: usize = 30;

/// The section.
pub fn own_beside(session: Session, state: OwnState) -> AnyView {
    let fixed = own_words(session.lang());
    let asked = move || {
        session
            .view
            .with(|view| beside_of(&view.package).map(str::to_string))
    };
    let lang = session.lang();
    let choices = Signal::derive(move || {
        let mut choices = vec![Choice::new("", fixed.beside_none)];
        if let Some(Ok(catalog)) = session.catalog.get() {
            let packages = catalog.packages.iter();
            choices.extend(packages.map(|it| Choice::new(it.name.clone(), it.title.get(lang))));
        }
        choices
    });
    let chosen = Signal::derive(move || asked().unwrap_or_default());
    let choose = Callback::new(move |published: String| {
        session.change(|view| {
            *view = View {
                page: Page::Explore,
                explored: Explored::Own,
                package: name_beside(&published),
                lang: view.lang,
                theme: view.theme,
                ..View::default()
            };
        });
    });
    let waits = move || {
        let is_beside = asked().is_some_and(|published| !published.is_empty());
        (is_beside && state.joined.with(Option::is_none))
            .then(|| view! { <p role="status">{fixed.beside_reading}</p> })
    };
    view! {
        <section id="beside">
            <h2>{fixed.beside}</h2>
            <p>{fixed.beside_lead}</p>
            <div class="controls">
                {select(fixed.beside_package, "beside-package", false, choices, chosen, choose)}
            </div>
            {waits} {move || joined(session, state, fixed)}
        </section>
    }
    .into_any()
}

/// How the areas go together, both ways, after what the reader has decided.
fn joined(session: Session, state: OwnState, fixed: &'static OwnWords) -> Option<AnyView> {
    let joined = state.joined.get()?;
    let lang = session.lang();
    let (joining, settled) = (&joined.joining, &joined.settled);
    let name_own = |id: &AreaId| words::area_and_code(lang, &joined.own, *id);
    let name_published = |id: &AreaId| words::area_and_code(lang, &joined.published, *id);
    let likely = joining.likely_by_code(&joined.own.areas, &joined.published.areas);
    let others = joining.by_code_alone.iter();
    let others: Vec<_> = others.filter(|it| !likely.contains(it)).collect();
    let pairs = others.iter().map(|(own, published)| {
        let cells = [name_own(own), name_published(published)];
        cells.map(Cell::text).to_vec()
    });
    let by_code = (!others.is_empty()).then(|| {
        let columns = [
            text_column(fixed.own_area),
            text_column(fixed.published_area),
        ];
        view! {
            <h3>{fixed.by_code_alone}</h3>
            <label class="own-keep">
                <input
                    type="checkbox"
                    name="code-alone"
                    prop:checked=state.takes_code_alone
                    on:change=move |event| take_code_alone(session, event_target_checked(&event))
                />
                {fixed.code_alone}
            </label>
            {table(fixed.by_code_alone, "", &columns, pairs)}
        }
        .into_any()
    });
    // A few are offered to be matched by hand, each in its row.
    let is_listed = joining.unmatched_own.len() > SHOWN;
    let own = |it: &Joined| it.own.clone();
    let unmatched = is_listed.then(|| {
        list(
            fixed.unmatched_own,
            &joined,
            &settled.unmatched_own,
            own,
            session,
        )
    });
    let shown = view! {
        <p class="sentence">
            {words::joining_text(lang, settled)} " "
            {words::not_there_text(
                lang,
                &joined.published,
                &settled.not_there(&joined.published.areas),
            )}
        </p>
        {own_likely(session, state, &joined, &likely)}
        {own_matching(session, state, &joined)}
        {by_code}
        {unmatched}
        {list(
            fixed.unmatched_other,
            &joined,
            &settled.unmatched_other,
            |it| it.published.clone(),
            session,
        )}
    };
    Some(shown.into_any())
}

/// Areas without a counterpart; a long list is folded.
fn list(
    label: &'static str,
    joined: &Joined,
    areas: &[AreaId],
    of: fn(&Joined) -> Arc<Package>,
    session: Session,
) -> Option<AnyView> {
    if areas.is_empty() {
        return None;
    }
    let package = of(joined);
    let name = |id: &AreaId| words::area_and_code(session.lang(), &package, *id);
    let (first, others) = areas.split_at(areas.len().min(SHOWN));
    let text = |ids: &[AreaId]| ids.iter().map(name).collect::<Vec<_>>().join(" · ");
    let others = (!others.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words::others_text(session.lang(), others.len())}</summary>
                <p>{text(others)}</p>
            </details>
        }
        .into_any()
    });
    let list = view! {
        <h3>{label} " " {areas.len()}</h3>
        <p>{text(first)}</p>
        {others}
    };
    Some(list.into_any())
}
