//! What the reader chose last time: language and theme, and what the data are called that this browser
//! was told to keep.

fn storage() -> Option<web_sys::Storage> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten())
}

/// What was remembered under a key.
pub fn recall(key: &str) -> Option<String> {
    storage().and_then(|storage| storage.get_item(&format!("zhishe.{key}")).ok().flatten())
}

/// Remembers a choice; a browser that forbids storage forgets it, which is its right.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("zhishe.{key}"), value);
    }
}
