//! Every revision of the package: what each value was, what it became, when and why.

use super::as_of::as_of_controls;
use super::export_menu::table_menu;
use super::table::{Cell, number_column, table, text_column};
use crate::answer::all_revisions;
use crate::browser;
use crate::export::revisions_csv;
use crate::model::{RevisedFigure, Revision};
use crate::package::Package;
use crate::ui::session::Session;
use crate::words::{self, revision_words};
use leptos::prelude::*;

/// So many rows stand open.
const MOST_ROWS: usize = 40;

/// The table, with the choice of a day above it; nothing for a package without revisions.
pub fn revisions(session: Session) -> Option<AnyView> {
    let package = session.package.get()?;
    let all = all_revisions(&package);
    if all.is_empty() {
        return None;
    }
    let fixed = revision_words(session.lang());
    let (shown, others) = all.split_at(all.len().min(MOST_ROWS));
    let others = (!others.is_empty()).then(|| {
        view! {
            <details>
                <summary>{session.words().other_rows}</summary>
                {rows(session, &package, others)}
            </details>
        }
        .into_any()
    });
    let found = view! {
        <p>{fixed.lead}</p>
        {as_of_controls(session, &package)}
        {rows(session, &package, shown)}
        {others}
        {menu(session, &package.name)}
    };
    Some(found.into_any())
}

fn rows(session: Session, package: &Package, revisions: &[&Revision]) -> AnyView {
    let (lang, words) = (session.lang(), session.words());
    let fixed = revision_words(lang);
    let columns = [
        text_column(fixed.date),
        text_column(words.indicator),
        text_column(words.column_area),
        text_column(words.column_period),
        number_column(fixed.old),
        number_column(fixed.new),
        number_column(fixed.change),
        text_column(fixed.reason),
    ];
    let rows = revisions.iter().map(|it| {
        let figure = |figure: &RevisedFigure| {
            let text = words::revised_figure_text(lang, package, it, figure);
            Cell::text(text).second(words::revised_counts_text(figure))
        };
        let indicator = package.indicators.get(it.indicator);
        let area = package.areas.get(it.area);
        vec![
            Cell::text(it.released.to_string()),
            Cell::text_in(indicator.label.get_with_lang(lang)),
            Cell::text_in(area.name.get_with_lang(lang)),
            Cell::text(words::revision_period_text(lang, package, it)),
            figure(&it.old),
            figure(&it.new),
            Cell::text(words::revision_change_text(lang, package, it)),
            Cell::text_in(it.reason.get_with_lang(lang)),
        ]
    });
    table(fixed.heading, "", &columns, rows)
}

fn menu(session: Session, package: &str) -> AnyView {
    let csv = Callback::new(move |()| {
        let package = session.package.get_untracked()?;
        let address = browser::address_of(&session.pinned_query());
        Some(revisions_csv(session.lang(), &package, &address))
    });
    table_menu(session, &[package, "revisions"], csv)
}
