//! The charts that stand on a page of which one is shown alone, each known for as long as it stands.

use super::chart::{ChartActions, ChartTexts};
use crate::figure::Figure;
use crate::ui::session::Session;
use leptos::html;
use leptos::prelude::*;
use std::cell::RefCell;

thread_local! {
    /// The charts of a page of which one is shown alone. The first view has no part of it: the session
    /// knows only that they change.
    static STANDING: RefCell<Vec<ChartParts>> = const { RefCell::new(Vec::new()) };
}

/// A chart that may be shown alone.
#[derive(Clone)]
pub struct ChartParts {
    /// Its number.
    pub id: u32,
    /// What is drawn.
    pub figure: Memo<Option<Figure>>,
    /// What stands around it.
    pub texts: ChartTexts,
    /// What happens on it.
    pub actions: ChartActions,
}

/// The charts that stand on the page, in the order in which they came. Follows them.
pub fn standing_charts(session: Session) -> Vec<ChartParts> {
    session.charts.track();
    STANDING.with_borrow(Vec::clone)
}

/// Makes a chart known for as long as it stands.
pub fn stand_by(
    session: Session,
    (id, own): (u32, NodeRef<html::Figure>),
    figure: Memo<Option<Figure>>,
    texts: ChartTexts,
    actions: ChartActions,
) {
    let parts = StoredValue::new(ChartParts {
        id,
        figure,
        texts,
        actions,
    });
    Effect::new(move |_| {
        // Its place among the others is known once it stands.
        if own.get().is_some() {
            STANDING.with_borrow_mut(|charts| {
                charts.retain(|chart| chart.id != id);
                charts.push(parts.get_value());
            });
            session.charts.update(|changes| *changes += 1);
        }
    });
    on_cleanup(move || {
        STANDING.with_borrow_mut(|charts| charts.retain(|chart| chart.id != id));
        session.charts.update(|changes| *changes += 1);
    });
}
