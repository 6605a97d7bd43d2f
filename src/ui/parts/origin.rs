//! Where a number is from: a panel with its file, line and cells.

use crate::answer::{Provenance, provenance};
use crate::browser;
use crate::ui::session::session;
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
        let address = format!("{}{}", package.address, origin.file);
        let heading = words::number_in_words(session.lang(), &package, &origin);
        Some((heading, origin, address))
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
        found().map(|(heading, origin, address)| {
            view! {
                <aside
                    class="origin"
                    node_ref=panel
                    tabindex="-1"
                    role="dialog"
                    aria-label=session.words().source_of_number
                >
                    <h2>{heading}</h2>
                    <Origin origin=origin address=address />
                    <button type="button" on:click=move |_| close()>
                        {session.words().close}
                    </button>
                </aside>
            }
        })
    }
}

#[component]
fn Origin(origin: Provenance, address: String) -> impl IntoView {
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
    view! {
        <p>{source.join(" · ")}</p>
        <p class="place">{words::file_line_text(lang, &origin.file, origin.line)}</p>
        <table class="cells">
            <tbody>{cells}</tbody>
        </table>
        <a class="quiet" href=address download="">
            {session.words().download}
        </a>
    }
}
