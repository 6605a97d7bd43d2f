//! The small line on a card.

use super::chart::{paint, px, watch_width};
use crate::browser;
use crate::draw::{self, SizePx};
use crate::figure::Figure;
use crate::ui::session::Session;
use leptos::html::{Canvas, Div};
use leptos::prelude::*;

/// A sparkline with its description, in words, for those who cannot see it.
pub fn sparkline(session: Session, figure: Figure, description: String) -> AnyView {
    let place = NodeRef::<Div>::new();
    let canvas = NodeRef::<Canvas>::new();
    let width_px = watch_width(place);
    let height_px = {
        let figure = figure.clone();
        move || draw::natural_height_px(&figure, width_px.get())
    };
    let shown_height_px = height_px.clone();
    Effect::new(move |_| {
        let size = SizePx {
            width_px: width_px.get(),
            height_px: height_px(),
        };
        let theme = session.theme();
        if let Some(canvas) = canvas.get().filter(|_| size.width_px > 0) {
            paint(&canvas, &draw::scene(&figure, size, theme));
            browser::mark_first_chart();
        }
    });
    view! {
        <div class="sparkline" node_ref=place role="img" aria-label=description>
            <canvas
                node_ref=canvas
                aria-hidden="true"
                style:width=move || px(width_px.get().into())
                style:height=move || px(shown_height_px().into())
            ></canvas>
        </div>
    }
    .into_any()
}
