//! 复制为简报: a line of text and its picture, for a report or a message.

use crate::browser;
use crate::draw::{self, Scene};
use crate::ui::session::Session;
use crate::words::briefing_text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Device pixels a CSS pixel of a copied picture.
const PICTURE_DENSITY: f64 = 2.0;

/// How long the button says what came of a copy.
const OUTCOME_SHOWN: Duration = Duration::from_secs(3);

/// What is copied: a line, and where there is one its picture.
pub type Briefing = (String, Option<Scene>);

/// The button, and what came of it. `make` is asked when it is pressed.
pub fn briefing_button(session: Session, make: Callback<(), Option<Briefing>>) -> AnyView {
    let words = session.words();
    let outcome: RwSignal<Option<bool>> = RwSignal::new(None);
    let copy = move |_| {
        if let Some(briefing) = make.run(()) {
            copy_briefing(session, briefing, outcome);
        }
    };
    let told = move || {
        let copied = outcome.get()?;
        Some(if copied {
            words.copied
        } else {
            words.not_copied
        })
    };
    // What came of it stands on the button for a while, so that nothing around it moves.
    view! {
        <button type="button" class="briefing" on:click=copy>
            {move || told().unwrap_or(words.copy_briefing)}
        </button>
        <span class="visually-hidden" role="status">
            {told}
        </span>
    }
    .into_any()
}

/// Copies a briefing, stamped and with its source. For a while `outcome` tells what came of it.
pub fn copy_briefing(session: Session, (line, scene): Briefing, outcome: RwSignal<Option<bool>>) {
    let line = match session.package.get_untracked() {
        Some(package) => briefing_text(session.lang(), &package, &line),
        None => line,
    };
    spawn_local(async move {
        let copied = match &scene {
            Some(scene) => browser::copy_with_picture(&line, |canvas| paint(canvas, scene)).await,
            None => browser::copy_text(&line).await,
        };
        outcome.try_set(Some(copied));
        let is_over = move || {
            outcome.try_set(None);
        };
        set_timeout(is_over, OUTCOME_SHOWN);
    });
}

/// The button of a view that has no picture, on a line of its own.
pub fn text_briefing(session: Session, line: String) -> AnyView {
    let make = Callback::new(move |()| Some((line.clone(), None)));
    view! {
        <p class="text-briefing">
            <span class="actions">{briefing_button(session, make)}</span>
        </p>
    }
    .into_any()
}

fn paint(canvas: &HtmlCanvasElement, scene: &Scene) {
    draw::canvas::fit(canvas, scene, PICTURE_DENSITY);
    let context = canvas.get_context("2d").ok().flatten();
    let context: Option<CanvasRenderingContext2d> = context.and_then(|it| it.dyn_into().ok());
    if let Some(context) = context {
        draw::canvas::paint(scene, &context, PICTURE_DENSITY);
    }
}
