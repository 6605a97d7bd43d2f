//! The small line on a card.

use super::chart::{paint, px, watch_width};
use crate::browser;
use crate::draw::{self, SizePx};
use crate::figure::Sparkline;
use crate::ui::session::Session;
use leptos::html::{Canvas, Div};
use leptos::prelude::*;

/// A sparkline with its description, in words, for those who cannot see it; without
/// one it only repeats what stands beside it.
pub fn sparkline(session: Session, figure: Sparkline, description: String) -> AnyView {
    let is_decoration = description.is_empty();
    let place = NodeRef::<Div>::new();
    let canvas = NodeRef::<Canvas>::new();
    let width_px = watch_width(place);
    Effect::new(move |_| {
        let size = SizePx {
            width_px: width_px.get(),
            height_px: draw::SPARKLINE_HEIGHT_PX,
        };
        let theme = session.theme();
        if let Some(canvas) = canvas.get().filter(|_| size.width_px > 0) {
            paint(&canvas, &draw::sparkline_scene(&figure, size, theme));
            browser::mark_first_chart();
        }
    });
    view! {
        <div
            class="sparkline"
            node_ref=place
            role=(!is_decoration).then_some("img")
            aria-hidden=is_decoration.then_some("true")
            aria-label=(!is_decoration).then_some(description)
        >
            <canvas
                node_ref=canvas
                aria-hidden="true"
                style:width=move || px(width_px.get().into())
                style:height=px(draw::SPARKLINE_HEIGHT_PX.into())
            ></canvas>
        </div>
    }
    .into_any()
}
