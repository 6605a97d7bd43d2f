//! Reads what the view that stands does not show, for whoever asks for more than is seen: a digest.

use super::load::{current, generation, start};
use super::missing::missing_of;
use super::session::Session;
use super::shown::show;
use crate::browser;
use crate::package::{Need, Package};
use crate::route::later_needs;
use leptos::prelude::*;
use std::sync::Arc;

/// Reads what is needed beyond what the view shows, which is not made anew for it, and gives the package
/// with it. None where no package is open, or another one was opened meanwhile.
pub async fn read_for(
    session: Session,
    needs: impl Fn(&Package) -> Vec<Need>,
) -> Option<Arc<Package>> {
    let wanted = generation(session);
    session.loads.update_value(|loads| loads.beyond += 1);
    let whole = loop {
        let Some(package) = current(session).filter(|_| generation(session) == wanted) else {
            break None;
        };
        let missing = missing_of(needs(&package), &package);
        if missing.is_empty() {
            break Some(package);
        }
        for resource in missing {
            start(session, &package, resource);
        }
        browser::next_picture().await;
    };
    if generation(session) == wanted {
        session.loads.update_value(|loads| loads.beyond -= 1);
        // What the view shows after its first picture may have come in with it.
        let view = session.view.get_untracked();
        let shown = session.package.get_untracked();
        let lacks = |shown: &Arc<Package>| !missing_of(later_needs(&view, shown), shown).is_empty();
        if let Some(whole) = whole.clone().filter(|_| shown.as_ref().is_some_and(lacks)) {
            show(session, whole);
        }
    }
    whole
}
