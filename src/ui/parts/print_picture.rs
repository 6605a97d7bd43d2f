//! A chart on paper: drawn anew for the page's width in the light theme at the moment of printing, so
//! that it looks the same whatever screen it is printed from.

use crate::draw::{self, SizePx, Theme};
use crate::figure::Figure;
use leptos::html::Canvas;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The width of a chart on an upright A4 page, in CSS pixels: a little more than there are, so that its
/// letters are a little smaller than on the screen.
const PAPER_WIDTH_PX: u32 = 760;
/// Device pixels a CSS pixel on paper.
const PAPER_DENSITY: f64 = 3.0;

/// The picture; empty, and of no weight, until the page is printed.
pub fn print_picture(figure: Memo<Option<Figure>>) -> AnyView {
    let canvas = NodeRef::<Canvas>::new();
    let before = window_event_listener_untyped("beforeprint", move |_| {
        let Some(canvas) = canvas.get_untracked() else {
            return;
        };
        figure.with_untracked(|figure| {
            if let Some(figure) = figure {
                paint(&canvas, figure);
            }
        });
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        if let Some(canvas) = canvas.get_untracked() {
            canvas.set_width(0);
            canvas.set_height(0);
        }
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    view! {
        <canvas
            node_ref=canvas
            class="on-paper"
            width="0"
            height="0"
            aria-hidden="true"
        ></canvas>
    }
    .into_any()
}

fn paint(canvas: &HtmlCanvasElement, figure: &Figure) {
    let natural_px = draw::natural_height_px(figure, PAPER_WIDTH_PX);
    let size = SizePx {
        width_px: PAPER_WIDTH_PX,
        height_px: match figure {
            // Its rows may stand closer on paper, where nobody points at them.
            Figure::Spine(_) => natural_px - natural_px / 6,
            _ => natural_px,
        },
    };
    let scene = draw::scene(figure, size, Theme::Light);
    draw::canvas::fit(canvas, &scene, PAPER_DENSITY);
    let context = canvas.get_context("2d").ok().flatten();
    let context: Option<CanvasRenderingContext2d> = context.and_then(|it| it.dyn_into().ok());
    if let Some(context) = context {
        draw::canvas::paint(&scene, &context, PAPER_DENSITY);
    }
}
