//! Gives the page its turn: long work goes in slices of at most 8 ms.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// So long may work run before the page gets its turn.
const SLICE_MS: f64 = 8.0;

/// Watches how long the work has been running.
#[derive(Debug)]
pub struct Pace {
    began_ms: f64,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace { began_ms: now_ms() }
    }
}

impl Pace {
    /// Gives the page its turn where the slice is used up.
    pub async fn breathe(&mut self) {
        if now_ms() - self.began_ms >= SLICE_MS {
            next_turn().await;
            self.began_ms = now_ms();
        }
    }
}

pub(super) fn now_ms() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Waits until the page has had its turn: `scheduler.yield()`, else a timer.
pub async fn next_turn() {
    let promise = yield_promise().unwrap_or_else(timer_promise);
    // Neither promise is ever rejected; if it were, going on at once would be right.
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
