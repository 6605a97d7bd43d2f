//! Areas of the reader's that have the code of a published one and nearly its name: likely the same, and
//! joined where the reader ticks them.

use crate::model::AreaId;
use crate::ui::own::{Joined, OwnState, match_by_hand};
use crate::ui::session::Session;
use crate::words::{self, own_words};
use leptos::prelude::*;

/// So many are shown; the others are named as they are matched by code.
const SHOWN: usize = 60;

/// The table; nothing where there are none.
pub fn own_likely(
    session: Session,
    state: OwnState,
    joined: &Joined,
    pairs: &[(AreaId, AreaId)],
) -> Option<AnyView> {
    if pairs.is_empty() {
        return None;
    }
    let lang = session.lang();
    let fixed = own_words(lang);
    let row = |(own, published): &(AreaId, AreaId)| {
        let own_code = joined.own.areas.get(*own).code.clone();
        let code = joined.published.areas.get(*published).code.clone();
        let name = words::area_and_code(lang, &joined.own, *own);
        let label = [fixed.is_same, " ", &name].concat();
        let is_joined = {
            let (own_code, code) = (own_code.clone(), code.clone());
            move || {
                let is_by_hand = state
                    .by_hand
                    .with(|it| it.get(&own_code).map(|it| *it == code));
                is_by_hand.unwrap_or_else(|| state.takes_code_alone.get())
            }
        };
        let choose = move |event| {
            let published = match event_target_checked(&event) {
                true => code.clone(),
                false => String::new(),
            };
            match_by_hand(session, own_code.clone(), published);
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td data-label=fixed.published_area>
                    {words::area_and_code(lang, &joined.published, *published)}
                </td>
                <td data-label=fixed.is_same>
                    <input
                        type="checkbox"
                        name="likely"
                        aria-label=label
                        prop:checked=is_joined
                        on:change=choose
                    />
                </td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = pairs.iter().take(SHOWN).map(row).collect();
    let more = pairs.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| view! { <p class="hint">{words::others_text(lang, more)}</p> });
    let shown = view! {
        <h3>{fixed.likely}</h3>
        <table class="own-matching">
            <thead>
                <tr>
                    <th scope="col">{fixed.own_area}</th>
                    <th scope="col">{fixed.published_area}</th>
                    <th scope="col">{fixed.is_same}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {more}
    };
    Some(shown.into_any())
}
