//! Files that leave the page.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, Url,
};

/// Hands the reader a file.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        download_blob(name, &blob);
    }
}

fn download_blob(name: &str, blob: &Blob) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some((document, address)) = document.zip(Url::create_object_url_with_blob(blob).ok())
    else {
        return;
    };
    if let Ok(anchor) = document.create_element("a") {
        let anchor: HtmlAnchorElement = anchor.unchecked_into();
        anchor.set_href(&address);
        anchor.set_download(&plain_name(name));
        anchor.click();
    }
    // The browser has taken the blob by the time the timer runs.
    let closure = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    if let Some(window) = web_sys::window() {
        let timeout_ms = 10_000;
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            closure.unchecked_ref(),
            timeout_ms,
        );
    }
}

/// A tilde, with which a reader's own data are told from packages, has another meaning in the names of files,
/// and browsers put a mark of their own in its place: `~own-rate.csv` is saved as `own-rate.csv`.
fn plain_name(name: &str) -> String {
    name.trim_start_matches('~').replace('~', "-")
}

/// Draws with `paint` on a canvas of its own and hands the reader the picture; false where the browser
/// makes none, as of one that is too large.
pub async fn download_png(
    name: &str,
    paint: impl FnOnce(&HtmlCanvasElement, &CanvasRenderingContext2d),
) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(canvas) = document.and_then(|document| document.create_element("canvas").ok()) else {
        return false;
    };
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    let context = canvas.get_context("2d").ok().flatten();
    let Some(context) = context.and_then(|context| context.dyn_into().ok()) else {
        return false;
    };
    paint(&canvas, &context);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = canvas.to_blob(&resolve);
    });
    let blob = JsFuture::from(promise).await.unwrap_or(JsValue::NULL);
    match blob.dyn_into::<Blob>() {
        Ok(blob) => {
            download_blob(name, &blob);
            true
        }
        Err(_) => false,
    }
}
