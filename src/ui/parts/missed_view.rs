//! Who misses which: the areas that miss the most standards, and what they miss.

use super::chart::{ChartActions, ChartTexts, chart};
use super::standards_answers::StandardsAnswers;
use crate::answer::{StandardEntry, Standards};
use crate::browser;
use crate::export::{frame, standard_rows_csv};
use crate::figure::missed_figure;
use crate::package::Package;
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;

/// The table of verdicts, as a chart; nothing where nobody misses any.
pub fn missed_view(session: Session, answers: StandardsAnswers) -> AnyView {
    let found = answers.found;
    let figure = kept(move || {
        let (package, found) = (session.package.get()?, found.get()?);
        missed_figure(session.lang(), &package, &found)
    });
    let texts = Memo::new(move |_| {
        let (package, question) = (session.package.get()?, answers.question.get()?);
        let place = question.area.or(package.areas.roots().first().copied());
        let said = found.with(|found| {
            let found = found.as_ref()?;
            let said = words::standards_sentence(session.lang(), &package, found);
            let at = (place?, question.period);
            Some(words::placed_sentence(session.lang(), &package, at, &said))
        });
        let is_drawn = figure.with(|figure| figure.is_some());
        let lang = session.lang();
        is_drawn.then(|| ChartTexts {
            frame: frame(
                lang,
                &package,
                session.words().standards_page().matrix.to_string(),
                words::matrix_subtitle(lang, question.period),
            ),
            file_stem: [&*package.name, "-standards"].concat(),
            briefing: said.unwrap_or_default(),
            has_own_table: false,
        })
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key| {
            if let (Some(package), Some(found)) =
                (session.package.get_untracked(), found.get_untracked())
            {
                pick(session, &package, &found, key as usize);
            }
        }),
        csv: Callback::new(move |()| {
            let (package, found) = (session.package.get_untracked()?, found.get_untracked()?);
            let entries = found.entries.iter().filter(|it| it.is_in_force());
            let entries: Vec<&StandardEntry> = entries.collect();
            let title = session.words().standards_page().matrix;
            let address = browser::address_of(&session.pinned_query());
            Some(standard_rows_csv(
                session.lang(),
                &package,
                (&entries, None),
                (title, &address),
            ))
        }),
    };
    (move || {
        texts
            .get()
            .map(|texts| chart(session, figure, texts, actions))
    })
    .into_any()
}

/// A cell leads to its standard, the area picked out.
fn pick(session: Session, package: &Package, found: &Standards, key: usize) {
    let columns = found.missed_most();
    let areas = found.missing_areas();
    let width = columns.len().max(1);
    if let (Some((area, _)), Some(entry)) = (areas.get(key / width), columns.get(key % width)) {
        let area = package.areas.get(*area).code.clone();
        let standard = entry.standard.code.clone();
        session.change(|view| {
            view.area = area;
            view.standard = standard;
            view.limit = String::new();
        });
    }
}
