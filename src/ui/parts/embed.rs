//! One chart of a page alone, for the page of another site: its title, what it is, where it is from,
//! and the way to the rest. The page that it is of stands beside it unseen.

use super::chart::plot;
use super::file_trouble::FailedFiles;
use super::notices::Notices;
use super::standing::{ChartParts, standing_charts};
use crate::browser;
use crate::route::View;
use crate::ui::session::{Session, session};
use crate::words::embed_words;
use leptos::portal::Portal;
use leptos::prelude::*;

/// The chart of the page at the place that the address asks for; nothing where it asks for none.
#[component]
pub fn EmbeddedChart() -> impl IntoView {
    let session = session();
    let place = session
        .view
        .with_untracked(|view| view.embed)
        .and_then(|_| browser::place_beside_application());
    place.map(|place| view! { <Portal mount=place>{inner(session)}</Portal> })
}

fn inner(session: Session) -> AnyView {
    let words = embed_words(session.lang());
    let asked = move || session.view.with(|view| view.embed);
    let found = move || {
        let charts = standing_charts(session);
        let order = browser::charts_in_order();
        let known = order.iter().filter_map(|id| {
            let mut charts = charts.iter();
            charts.find(|chart| chart.id.to_string() == *id)
        });
        let place = usize::from(asked()?).checked_sub(1)?;
        known.into_iter().nth(place).cloned()
    };
    let stands = move || session.settled.get() && session.unfinished.get() == 0;
    view! {
        <Notices />
        <div class="embedded">
            {move || match found() {
                Some(chart) => alone(session, chart),
                None if stands() => {
                    view! {
                        <FailedFiles />
                        <p>{words.no_such_chart}</p>
                        {way(session)}
                    }
                        .into_any()
                }
                None => ().into_any(),
            }}
        </div>
    }
    .into_any()
}

/// The way to the whole page, in a window of its own.
fn way(session: Session) -> AnyView {
    let address = move || {
        let whole = View {
            embed: None,
            ..session.view.get()
        };
        browser::address_of(&whole.query())
    };
    view! {
        <p class="embedded-way">
            <a href=address target="_blank" rel="noopener">
                {embed_words(session.lang()).open}
            </a>
        </p>
    }
    .into_any()
}

fn alone(session: Session, chart: ChartParts) -> AnyView {
    let frame = chart.texts.frame;
    let label = [&*frame.title, " ", &frame.subtitle].concat();
    let mut actions = chart.actions;
    // Where a number is from is shown in the whole page.
    actions.activate = Callback::new(|_| {});
    let stamp = frame
        .stamp
        .map(|stamp| view! { <strong class="fictional">{stamp}</strong> });
    view! {
        <figure class="chart alone">
            <figcaption>
                <h1>{frame.title}</h1>
                <span class="subtitle">{frame.subtitle}</span>
                {stamp}
            </figcaption>
            {plot(session, chart.figure, label, actions)}
            <div class="chart-foot">
                <p class="source">{frame.source}</p>
                {way(session)}
            </div>
        </figure>
    }
    .into_any()
}
