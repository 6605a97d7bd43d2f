//! Browser entry.
fn main() {
    leptos::mount::mount_to_body(|| leptos::view! { <p>"知社"</p> });
}
