//! The code of pages that the first view does not need: a second file, which web/boot.js fetches.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Fetches the code that deferred pages need, once; true as soon as it stands. False where it could
/// not be had: then the page's shell has already said so, over everything, unless it was asked to keep
/// silence because the page stands without.
pub async fn load_deferred_code(in_silence: bool) -> bool {
    let load = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("load_deferred_code"));
    let load = load.and_then(|it| it.dyn_into::<js_sys::Function>());
    let promise = load.and_then(|it| {
        it.call1(&JsValue::NULL, &JsValue::from_bool(in_silence))?
            .dyn_into::<js_sys::Promise>()
    });
    match promise {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        // Started by another script than ours: then there is one file, and all code is in it.
        Err(_) => true,
    }
}
