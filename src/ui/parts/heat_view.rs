//! All indicators over the areas of a level: a chart of verdicts, from which one click leads
//! to the comparison behind a cell.

use crate::answer::{Heat, HeatQuestion, heat, heat_indicators};
use crate::export::{heat_csv, heat_frame};
use crate::figure::{Look, heat_figure};
use crate::route::{PeriodKey, Resolved, Shown};
use crate::ui::parts::chart::{ChartActions, ChartTexts, chart};
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The chart.
pub fn heat_view(session: Session, resolved: Memo<Option<Resolved>>, look: Memo<Look>) -> AnyView {
    let until = Memo::new(move |_| session.asked_period());
    let answer = kept(move || {
        let (package, resolved) = (session.package.get()?, resolved.get()?);
        let question = HeatQuestion {
            level: resolved.level?,
            within: resolved.within,
            indicators: heat_indicators(&package),
            until: until.get(),
        };
        Some(Arc::new(heat(&package, question)))
    });
    let figure = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        heat_figure(session.lang(), &package, &answer, look.get())
    });
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let lang = session.lang();
        let is_drawn = figure.with(|figure| figure.is_some());
        is_drawn.then(|| ChartTexts {
            frame: heat_frame(lang, &package, &answer),
            file_stem: [&*package.name, "-indicators"].concat(),
            briefing: words::sentences(
                lang,
                &[
                    &words::heat_heading(lang, &package, &answer),
                    &words::heat_sentence(lang, &package, &answer, look.get().is_plain),
                ],
            ),
            has_own_table: false,
        })
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key| open_cell(session, answer, key)),
        csv: Callback::new(move |()| {
            let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
            Some(heat_csv(session.lang(), &package, &answer))
        }),
    };
    let said = move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let said = words::heat_sentence(session.lang(), &package, &answer, look.get().is_plain);
        (!said.is_empty()).then(|| view! { <p class="sentence">{said}</p> })
    };
    let chart = move || {
        let texts = texts.get();
        texts.map(|texts| chart(session, figure, texts, actions))
    };
    view! { {said} {chart} }.into_any()
}

/// The comparison behind a cell: its indicator at its period, the area picked out.
fn open_cell(session: Session, answer: Memo<Option<Arc<Heat>>>, key: u32) {
    let (Some(package), Some(answer)) = (session.package.get_untracked(), answer.get_untracked())
    else {
        return;
    };
    let width = answer.columns.len().max(1);
    let (row, column) = (key as usize / width, key as usize % width);
    if let (Some(area), Some(column)) = (answer.areas.get(row), answer.columns.get(column)) {
        let indicator = package.indicators.get(column.indicator).code.clone();
        let area = package.areas.get(*area).code.clone();
        let period = PeriodKey::At(column.period);
        session.change(|view| {
            view.shown = Shown::One;
            view.indicator = indicator;
            view.area = area;
            view.period = period;
            view.sort = String::new();
        });
    }
}
