//! A picture of the researcher's page in which areas are marked: the chart, and below it the areas with
//! their values. What is drawn and what is said of it is the caller's.

use super::chart::{ChartActions, ChartTexts, chart};
use super::no_comparison::no_comparison_note;
use super::pinned_list::{PinnedValue, pinned_list, toggle};
use crate::browser;
use crate::figure::Figure;
use crate::model::{AreaId, Lang};
use crate::package::Package;
use crate::ui::session::Session;
use leptos::prelude::*;
use std::sync::Arc;

/// What a picture tells of its answer.
pub struct PictureOf<A> {
    /// Title, source and file name.
    pub texts: fn(Session, &Package, &A) -> ChartTexts,
    /// The area of a mark by the mark's key.
    pub area_of: fn(&A, u32) -> Option<AreaId>,
    /// Every area that is drawn.
    pub areas: fn(&A) -> Vec<AreaId>,
    /// The file of the picture, which names the address.
    pub csv: fn(Lang, &Package, &A, &str) -> Vec<u8>,
    /// The heads of the columns of values.
    pub heads: fn(Lang, &Package, &A) -> Vec<String>,
    /// The values of an area; none where it is not in the picture.
    pub values: fn(Lang, &Package, &A, AreaId) -> Option<Vec<PinnedValue>>,
}

/// Controls, what is said, the chart with the marked areas in it, and their list.
pub fn pinned_picture<A: Send + Sync + 'static>(
    session: Session,
    answer: Memo<Option<Arc<A>>>,
    (pinned, figure): (Memo<Vec<AreaId>>, Memo<Option<Figure>>),
    (controls, said): (
        AnyView,
        impl Fn() -> Option<AnyView> + Send + Sync + 'static,
    ),
    picture: PictureOf<A>,
) -> AnyView {
    let found = move || session.package.get().zip(answer.get());
    let found_now = move || {
        let package = session.package.get_untracked();
        package.zip(answer.get_untracked())
    };
    let texts = Memo::new(move |_| {
        let (package, answer) = found()?;
        let is_drawn = figure.with(Option::is_some);
        is_drawn.then(|| (picture.texts)(session, &package, &answer))
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key: u32| {
            if let Some((package, answer)) = found_now()
                && let Some(area) = (picture.area_of)(&answer, key)
            {
                toggle(session, &package, area);
            }
        }),
        csv: Callback::new(move |()| {
            let (package, answer) = found_now()?;
            let address = browser::address_of(&session.pinned_query());
            Some((picture.csv)(session.lang(), &package, &answer, &address))
        }),
    };
    let chart = move || {
        let texts = texts.get();
        texts.map(|texts| chart(session, figure, texts, actions))
    };
    let heads = Signal::derive(move || {
        found().map_or(Vec::new(), |(package, answer)| {
            (picture.heads)(session.lang(), &package, &answer)
        })
    });
    let areas = Memo::new(move |_| {
        let answer = answer.get();
        answer.map_or(Vec::new(), |answer| (picture.areas)(&answer))
    });
    let values = move |area| {
        let (package, answer) = found()?;
        (picture.values)(session.lang(), &package, &answer, area)
    };
    let stem = Signal::derive(move || {
        let texts = texts.get();
        texts.map_or(String::new(), |texts| texts.file_stem)
    });
    let list = pinned_list(session, (pinned, stem), areas, heads, values, actions.csv);
    view! {
        {controls}
        <div class="pictured">
            <div class="told">
                {said} {move || no_comparison_note(session, session.resolved)}
            </div>
            <div class="charts">{chart}</div>
            {list}
        </div>
    }
    .into_any()
}
