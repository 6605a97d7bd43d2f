//! Browser entry: mounts the application in place of the shell that index.html shows meanwhile.

use zhishe::browser;
use zhishe::ui::{App, Embedded, is_embedded};

fn main() {
    if let Some(place) = browser::take_over_shell() {
        if is_embedded() {
            leptos::mount::mount_to(place, Embedded).forget();
        } else {
            leptos::mount::mount_to(place, App).forget();
        }
    }
}
