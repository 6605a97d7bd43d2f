//! Areas of the reader's that nothing settles, each with what it may be: the reader says which it is.

use super::select::{Choice, select};
use crate::model::AreaId;
use crate::package::similar_areas;
use crate::ui::own::{Joined, OwnState, match_by_hand};
use crate::ui::session::Session;
use crate::words::{self, OwnWords, own_words};
use leptos::prelude::*;
use std::sync::Arc;

/// So many areas are offered to be matched by hand.
const SHOWN: usize = 30;
/// So many published areas are offered for one of the reader's.
const OFFERED: usize = 300;

/// The tables; nothing where everything is settled.
pub fn own_matching(session: Session, state: OwnState, joined: &Joined) -> AnyView {
    let fixed = own_words(session.lang());
    let joining = &joined.joining;
    let contradictory: Vec<Open> = joining
        .contradictory
        .iter()
        .map(|it| Open {
            own: it.own,
            likely: vec![it.by_code, it.by_name],
            whole: None,
        })
        .collect();
    let ambiguous = joining.ambiguous.iter().map(|(own, several)| Open {
        own: *own,
        likely: several.clone(),
        whole: None,
    });
    let candidates = &joining.unmatched_other;
    let wholes = joining.wholes(&joined.own.areas, &joined.published.areas);
    let unmatched = joining.unmatched_own.iter().map(|own| {
        let (area, areas) = (joined.own.areas.get(*own), &joined.published.areas);
        let whole = wholes.filter(|(it, _)| it == own).map(|(_, whole)| whole);
        Open {
            own: *own,
            likely: match whole {
                Some(whole) => vec![whole],
                None => similar_areas(area, areas, candidates),
            },
            whole,
        }
    });
    let heads = [fixed.by_its_code, fixed.by_its_name];
    view! {
        {matching(session, state, joined, fixed.contradictory, &heads, contradictory)}
        {matching(session, state, joined, fixed.ambiguous, &[fixed.may_be], ambiguous.collect())}
        {matching(session, state, joined, fixed.by_hand, &[fixed.similar_names], unmatched.collect())}
    }
    .into_any()
}

/// An area that is not settled, and what it may be.
struct Open {
    own: AreaId,
    likely: Vec<AreaId>,
    /// The published area that it may be the total of.
    whole: Option<AreaId>,
}

/// A table of such areas: what each may be, in a column each where there are several heads, and a choice.
fn matching(
    session: Session,
    state: OwnState,
    joined: &Joined,
    label: &'static str,
    heads: &[&'static str],
    open: Vec<Open>,
) -> Option<AnyView> {
    if open.is_empty() {
        return None;
    }
    let lang = session.lang();
    let fixed = own_words(lang);
    let likely_head = |text: &'static str| view! { <th scope="col">{text}</th> };
    let likely_heads: Vec<_> = heads.iter().copied().map(likely_head).collect();
    let rows: Vec<AnyView> = open
        .iter()
        .take(SHOWN)
        .map(|it| row(session, state, fixed, joined, heads, it))
        .collect();
    let more = open.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| view! { <p class="hint">{words::others_text(lang, more)}</p> });
    let shown = view! {
        <h3>{label} " " {open.len()}</h3>
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="own-matching">
                <thead>
                    <tr>
                        <th scope="col">{fixed.own_area}</th>
                        {likely_heads}
                        <th scope="col">{fixed.joined_to}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    };
    Some(shown.into_any())
}

fn row(
    session: Session,
    state: OwnState,
    fixed: &'static OwnWords,
    joined: &Joined,
    heads: &[&'static str],
    open: &Open,
) -> AnyView {
    let lang = session.lang();
    let published = &joined.published;
    let name = |id: &AreaId| words::area_and_code(lang, published, *id);
    let code = |id: &AreaId| published.areas.get(*id).code.clone();
    let cells: Vec<AnyView> = heads
        .iter()
        .enumerate()
        .map(|(at, head)| {
            let ids: Vec<AreaId> = match heads.len() {
                1 => open.likely.clone(),
                _ => open.likely.get(at).copied().into_iter().collect(),
            };
            let total = open
                .whole
                .map(|it| words::its_total_text(lang, published, it));
            let names: Vec<String> = match total {
                Some(total) => vec![total],
                None => ids.iter().map(name).collect(),
            };
            let text = match names.is_empty() {
                true => fixed.no_similar.to_string(),
                false => names.join(" · "),
            };
            view! { <td data-label=*head>{text}</td> }.into_any()
        })
        .collect();
    let own_code = joined.own.areas.get(open.own).code.clone();
    let mut choices = vec![Choice::new("", fixed.not_joined)];
    let mut offer = |ids: &[AreaId], group: &str| {
        for id in ids {
            let value = code(id);
            if !choices.iter().any(|it| it.value == value) {
                choices.push(Choice {
                    group: group.to_string(),
                    ..Choice::new(value, name(id))
                });
            }
        }
    };
    offer(&open.likely, "");
    let others = &joined.joining.unmatched_other;
    let (others, _) = others.split_at(others.len().min(OFFERED));
    offer(others, fixed.all_open);
    let chosen = {
        let own_code = own_code.clone();
        // What is in force: a published area can have one counterpart only.
        let settled: Arc<_> = joined.settled.clone();
        let (own, areas) = (open.own, published.clone());
        Signal::derive(move || {
            let by_hand = state.by_hand.with(|it| it.get(&own_code).cloned());
            let mut matched = settled.matched.iter().filter(|it| it.own == own);
            let in_force = matched
                .next()
                .map(|it| areas.areas.get(it.other).code.clone());
            by_hand
                .filter(|code| in_force.as_ref() == Some(code))
                .unwrap_or_default()
        })
    };
    let choose = Callback::new(move |value: String| {
        match_by_hand(session, own_code.clone(), value);
    });
    view! {
        <tr>
            <th scope="row">{words::area_and_code(lang, &joined.own, open.own)}</th>
            {cells}
            <td data-label=fixed.joined_to>
                {select(fixed.joined_to, "joined-to", true, Signal::stored(choices), chosen, choose)}
            </td>
        </tr>
    }
    .into_any()
}
