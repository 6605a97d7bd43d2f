//! Gives the page its turn: long work goes in slices of at most 8 ms.

use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// So long may work run before the page gets its turn.
const SLICE_MS: f64 = 8.0;
/// After so many slices even timers and pictures get theirs, which a mere yield passes over.
const SLICES_A_TIMER: u32 = 3;

thread_local! {
    /// When the slice began that all work of the page shares, and how many came before it.
    static SLICE: Cell<(f64, u32)> = const { Cell::new((0.0, 0)) };
    /// The turn of the page that all work is waiting for, where the slice is used up.
    static TURN: Cell<Option<js_sys::Promise>> = const { Cell::new(None) };
}

/// Gives the page its turn where the slice is used up. All work shares one slice and waits for the
/// same turn, so that ten tasks hold up the page no longer than one.
pub async fn breathe() {
    loop {
        let (began_ms, slices) = SLICE.get();
        if now_ms() - began_ms < SLICE_MS {
            return;
        }
        let turn = TURN.take().unwrap_or_else(|| {
            let yielded = (!slices.is_multiple_of(SLICES_A_TIMER)).then(yield_promise);
            yielded.flatten().unwrap_or_else(timer_promise)
        });
        TURN.set(Some(turn.clone()));
        wait(turn).await;
        if SLICE.get().0 == began_ms {
            // The first to go on opens the next slice; the others go on within it.
            TURN.set(None);
            SLICE.set((now_ms(), slices.wrapping_add(1)));
            return;
        }
    }
}

/// Milliseconds since the page was opened.
pub fn now_ms() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Waits until the page has had its turn: `scheduler.yield()`, else a timer.
pub async fn next_turn() {
    wait(yield_promise().unwrap_or_else(timer_promise)).await;
}

/// Waits for the next picture of the page, so that what was made so far is laid out by itself; where
/// the page is out of sight and has no pictures, for its next turn.
pub async fn next_picture() {
    let window = web_sys::window();
    let document = window.as_ref().and_then(web_sys::Window::document);
    match window.filter(|_| document.is_some_and(|document| !document.hidden())) {
        Some(window) => {
            let promise = js_sys::Promise::new(&mut |resolve, _| {
                let _ = window.request_animation_frame(&resolve);
            });
            wait(promise).await;
        }
        None => next_turn().await,
    }
}

async fn wait(promise: js_sys::Promise) {
    // No such promise is ever rejected; if one were, going on at once would be right.
    let _ = JsFuture::from(promise).await;
}

fn yield_promise() -> Option<js_sys::Promise> {
    let scheduler =
        js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("scheduler")).ok()?;
    let function = js_sys::Reflect::get(&scheduler, &JsValue::from_str("yield")).ok()?;
    let function = function.dyn_into::<js_sys::Function>().ok()?;
    function.call0(&scheduler).ok()?.dyn_into().ok()
}

fn timer_promise() -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    })
}
