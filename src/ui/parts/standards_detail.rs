//! One standard looked at: what is said of it, the reader's own limit, the chart of its margins.

use super::chart::{ChartActions, ChartTexts, chart};
use super::standards_answers::StandardsAnswers;
use super::standards_table::standards_table;
use crate::answer::StandardEntry;
use crate::browser;
use crate::export::{frame, standard_rows_csv};
use crate::figure::{Figure, margins_figure};
use crate::model::AreaId;
use crate::package::Package;
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;

/// The standard looked at; nothing where the package has none.
pub fn standards_detail(session: Session, answers: StandardsAnswers) -> AnyView {
    let figure = kept(move || {
        let (package, entry) = answers.entry(session)?;
        let tried = answers.tried.get();
        let tried = tried.as_ref().map(|it| &it.standard);
        let picked = session.resolved.get()?.picked;
        margins_figure(session.lang(), &package, &entry, tried, picked)
    });
    view! {
        <section class="standard-detail">
            {move || said(session, answers)} {own_limit(session, answers)}
            {margins_chart(session, answers, figure)} {standards_table(session, answers)}
        </section>
    }
    .into_any()
}

/// What is said of it.
fn said(session: Session, answers: StandardsAnswers) -> Option<AnyView> {
    let (package, entry) = answers.entry(session)?;
    let lang = session.lang();
    let (label, label_lang) = entry.standard.label.get_with_lang(lang);
    let label = label.to_string();
    let sentence = words::standard_entry_sentence(lang, &package, &entry);
    let chance = words::chance_in_standard_text(lang, &package, &entry);
    let chance = (!chance.is_empty()).then(|| view! { <p class="definition">{chance}</p> });
    let said = view! {
        <h2 class="visually-hidden" lang=label_lang.tag()>
            {label}
        </h2>
        <p class="said">{sentence}</p>
        {chance}
    };
    Some(said.into_any())
}

/// The reader's own limit and what it would do.
fn own_limit(session: Session, answers: StandardsAnswers) -> AnyView {
    let words = session.words().standards_page();
    let is_asked = Memo::new(move |_| {
        let entry = answers.entry(session);
        entry.is_some_and(|(_, entry)| entry.met + entry.missed > 0)
    });
    let unit = move || {
        let entry = answers.entry(session);
        entry.map(|(_, entry)| words::unit_behind(entry.standard.unit.get(session.lang())))
    };
    let said = move || {
        let (package, entry) = answers.entry(session)?;
        let tried = answers.tried.get()?;
        Some(words::tried_sentence(
            session.lang(),
            &package,
            &entry,
            &tried,
        ))
    };
    let given = move || session.view.with(|view| view.limit.clone());
    let clear = move || {
        (!given().is_empty()).then(|| {
            let clear = move |_| session.change(|view| view.limit = String::new());
            view! {
                <button type="button" class="quiet" on:click=clear>
                    {words.clear_limit}
                </button>
            }
        })
    };
    let field = move || {
        view! {
            <div class="own-limit">
                <label>
                    <span>{words.own_limit}</span>
                    <input
                        type="number"
                        step="any"
                        name="limit"
                        prop:value=given
                        on:change=move |event| {
                            let limit = event_target_value(&event);
                            session.change(|view| view.limit = limit);
                        }
                    />
                </label>
                <span class="unit">{unit}</span>
                {clear}
            </div>
        }
    };
    view! {
        {move || is_asked.get().then(field)}
        <p class="tried" role="status">
            {said}
        </p>
    }
    .into_any()
}

/// The chart; in its place the reason where there is nothing to draw.
fn margins_chart(
    session: Session,
    answers: StandardsAnswers,
    figure: Memo<Option<Figure>>,
) -> AnyView {
    let texts = Memo::new(move |_| {
        let (package, entry) = answers.entry(session)?;
        let is_drawn = figure.with(|figure| figure.is_some());
        let tried = answers.tried.get();
        let within = session.resolved.get().and_then(|it| it.within);
        let place = within.or(package.areas.roots().first().copied());
        is_drawn.then(|| {
            let briefing = briefing(session, &package, (&entry, tried.as_deref()), place);
            ChartTexts {
                briefing,
                ..chart_texts(session, &package, &entry)
            }
        })
    });
    let actions = ChartActions {
        touched: session.touched,
        activate: Callback::new(move |key: u32| {
            let found = untrack(|| answers.entry(session));
            let row = found.and_then(|(_, entry)| entry.rows.get(key as usize).copied());
            session
                .origin
                .set(row.and_then(|row| row.total.reading.place));
        }),
        csv: Callback::new(move |()| {
            let (package, entry) = untrack(|| answers.entry(session))?;
            let lang = session.lang();
            let title = words::margins_title(lang, &package, &entry);
            let address = browser::address_of(&session.pinned_query());
            let named = (&*title, &*address);
            let tried = answers.tried.get_untracked();
            let shown = (&[&entry][..], tried.as_deref());
            Some(standard_rows_csv(lang, &package, shown, named))
        }),
    };
    let no_values = session.words().standards_page().no_values;
    (move || match texts.get() {
        Some(texts) => Some(chart(session, figure, texts, actions)),
        None => answers
            .entry(session)
            .map(|_| view! { <p class="refusal">{no_values}</p> }.into_any()),
    })
    .into_any()
}

/// What is said of the standard and of the reader's own limit, with the place.
fn briefing(
    session: Session,
    package: &Package,
    (entry, tried): (&StandardEntry, Option<&StandardEntry>),
    place: Option<AreaId>,
) -> String {
    let lang = session.lang();
    let said = words::standard_entry_sentence(lang, package, entry);
    let own = tried.map(|tried| words::tried_sentence(lang, package, entry, tried));
    let label = entry.standard.label.get(lang);
    let place = place.map_or("", |place| package.areas.get(place).name.get(lang));
    let said = words::sentences(lang, &[&said, &own.unwrap_or_default()]);
    words::standard_briefing(lang, (place, label), &said)
}

fn chart_texts(session: Session, package: &Package, entry: &StandardEntry) -> ChartTexts {
    let lang = session.lang();
    let title = words::margins_title(lang, package, entry);
    let subtitle = words::margins_subtitle(lang, entry);
    let period = entry.period.to_string();
    let stem = [&*package.name, &entry.standard.code, &period].join("-");
    ChartTexts {
        frame: frame(lang, package, title, subtitle),
        file_stem: stem.replace(['/', '\\', ' ', ':'], "_"),
        briefing: String::new(),
        has_own_table: true,
    }
}
