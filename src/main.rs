//! Browser entry: mounts the application in place of the shell that index.html shows meanwhile.

use zhishe::browser;
use zhishe::ui::App;

fn main() {
    if let Some(place) = browser::take_over_shell() {
        leptos::mount::mount_to(place, App).forget();
    }
}
