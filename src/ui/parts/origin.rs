//! Where a number is from: a panel with its file, line and cells.

use super::as_of::before_link;
use crate::answer::{Provenance, is_left_out, provenance, revisions_of};
use crate::browser;
use crate::model::Day;
use crate::ui::session::{Session, session};
use crate::words;
use leptos::prelude::*;

/// The panel; shown while a number is picked.
#[component]
pub fn OriginPanel() -> impl IntoView {
    let session = session();
    // Whoever opened the panel gets the focus back.
    let opener = StoredValue::new_local(None);
    let close = move || {
        session.origin.set(None);
        opener.with_value(browser::give_focus);
    };
    let found = move || {
        let package = session.package.get()?;
        let place = session.origin.get()?;
        let origin = provenance(&package, place)?;
        // A reader's own file is nowhere to be fetched from.
        let is_own = package.is_own(place.resource);
        let address = (!is_own).then(|| format!("{}{}", package.address, origin.file));
        let heading = words::number_in_words(session.lang(), &package, &origin);
        let earlier = revisions_of(&package, place).into_iter();
        let earlier = earlier.map(|it| {
            let text = words::earlier_value_text(session.lang(), &package, it);
            (text, it.released, is_left_out(&package, it))
        });
        Some((heading, origin, address, earlier.collect::<Vec<_>>()))
    };
    let panel = NodeRef::<leptos::html::Aside>::new();
    Effect::new(move |_| {
        if let Some(panel) = panel.get() {
            opener.set_value(browser::focused_element());
            // Focus is a service to keyboard users; without it the panel still stands.
            let _ = panel.focus();
        }
    });
    // Wherever the focus has gone.
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && session.origin.with_untracked(Option::is_some) {
            close();
        }
    });
    on_cleanup(move || escape.remove());
    move || {
        found().map(|(heading, origin, address, earlier)| {
            view! {
                <aside
                    class="origin"
                    node_ref=panel
                    tabindex="-1"
                    role="dialog"
                    aria-label=session.words().source_of_number
                >
                    <h2>{heading}</h2>
                    {earlier_values(session, earlier)} <Origin origin=origin address=address />
                    <button type="button" on:click=move |_| close()>
                        {session.words().close}
                    </button>
                </aside>
            }
        })
    }
}

/// What the value was before, the newest first, each with the way to its state; nothing where it was never
/// revised.
fn earlier_values(session: Session, earlier: Vec<(String, Day, bool)>) -> Option<AnyView> {
    let lang = session.lang();
    if earlier.is_empty() {
        return None;
    }
    let items = earlier.into_iter().map(|(text, released, is_left_out)| {
        let link = (!is_left_out).then(|| before_link(lang, released));
        view! { <p>{text} " " {link}</p> }.into_any()
    });
    let items: Vec<AnyView> = items.collect();
    let label = words::revision_words(lang).heading;
    let list = view! {
        <div class="earlier" role="group" aria-label=label>
            {items}
        </div>
    };
    Some(list.into_any())
}

#[component]
fn Origin(origin: Provenance, address: Option<String>) -> impl IntoView {
    let session = session();
    let lang = session.lang();
    let cells = origin
        .cells
        .into_iter()
        .map(|cell| {
            view! {
                <tr>
                    <th scope="row"><code>{cell.column}</code></th>
                    <td>{cell.text}</td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    let (title, publisher) = origin.source.unwrap_or_default();
    let mut source = vec![title, publisher, origin.locator];
    source.retain(|text| !text.is_empty());
    let download = address.map(|address| {
        view! {
            <a class="quiet" href=address download="">
                {session.words().download}
            </a>
        }
    });
    view! {
        <p>{source.join(" · ")}</p>
        <p class="place">{words::file_line_text(lang, &origin.file, origin.line)}</p>
        <table class="cells">
            <tbody>{cells}</tbody>
        </table>
        {download}
    }
}
