//! The clipboard.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlCanvasElement};

/// Copies a text with a picture beside it, drawn with `paint`: a letter takes both, a line of text the
/// text alone. Where the browser does not take pictures, the text alone. False where it takes neither.
pub async fn copy_with_picture(text: &str, paint: impl FnOnce(&HtmlCanvasElement)) -> bool {
    match picture_item(text, paint).await {
        Some(item) => {
            let Some(clipboard) = clipboard() else {
                return false;
            };
            let write = js_sys::Reflect::get(&clipboard, &JsValue::from_str("write"));
            let write = write.and_then(|it| it.dyn_into::<js_sys::Function>());
            let items = js_sys::Array::of1(&item);
            let promise = write.and_then(|it| it.call1(&clipboard, &items)?.dyn_into::<Promise>());
            let is_copied = match promise {
                Ok(promise) => JsFuture::from(promise).await.is_ok(),
                Err(_) => false,
            };
            is_copied || copy_text(text).await
        }
        None => copy_text(text).await,
    }
}

/// `new ClipboardItem({ "text/plain": …, "image/png": … })`, where the browser knows such a thing.
async fn picture_item(text: &str, paint: impl FnOnce(&HtmlCanvasElement)) -> Option<JsValue> {
    let item = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("ClipboardItem")).ok()?;
    let item: js_sys::Function = item.dyn_into().ok()?;
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.unchecked_into();
    paint(&canvas);
    let promise = Promise::new(&mut |resolve, _| {
        let _ = canvas.to_blob(&resolve);
    });
    let picture = JsFuture::from(promise).await.ok()?;
    let picture: Blob = picture.dyn_into().ok()?;
    let options = BlobPropertyBag::new();
    options.set_type("text/plain");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let line = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let held = js_sys::Object::new();
    js_sys::Reflect::set(&held, &JsValue::from_str("text/plain"), &line).ok()?;
    js_sys::Reflect::set(&held, &JsValue::from_str("image/png"), &picture).ok()?;
    js_sys::Reflect::construct(&item, &js_sys::Array::of1(&held)).ok()
}

/// The clipboard; it is missing on pages served without encryption.
fn clipboard() -> Option<web_sys::Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    (!clipboard.is_undefined()).then(|| clipboard.unchecked_into())
}

/// Copies a text; false where the browser does not let it.
pub async fn copy_text(text: &str) -> bool {
    match clipboard() {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}
