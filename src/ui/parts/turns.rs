//! A long page is made part by part, a part a picture, so that a click on the way is answered: laid
//! out at once, six hundred rows hold the page up longer than they take to make.

use crate::browser;
use crate::ui::session::session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Rows of one part of a long table: the communities of a district in two parts.
pub const ROWS_A_PART: usize = 84;

/// How many of `count` parts are made: one at once, and one more a picture of the page. Until all are,
/// the page does not call itself ready.
pub fn parts_made(count: usize) -> RwSignal<usize> {
    let made = RwSignal::new(1);
    if count > 1 {
        let unfinished = session().unfinished;
        unfinished.update(|lists| *lists += 1);
        spawn_local(async move {
            // The page may be gone before it is whole.
            while made.try_get_untracked().is_some_and(|made| made < count) {
                browser::next_picture().await;
                made.try_update(|made| *made += 1);
            }
            unfinished.update(|lists| *lists -= 1);
        });
    }
    made
}

/// True as soon as the part at this place is to be made.
pub fn is_due(made: RwSignal<usize>, at: usize) -> Memo<bool> {
    Memo::new(move |_| made.get() > at)
}
