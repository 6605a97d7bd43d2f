//! The address that cites a view: everything said that was left to the package, and the digest of the
//! data that the view is made from.

use super::load_beyond::read_for;
use super::parts::as_of::deferred_as_shown;
use super::session::Session;
use crate::browser;
use crate::package::{DataDigest, Digesting, Package};
use crate::route::{View, digest_needs, digest_scope, short_digest};
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// Rows that are taken in before the page may have its turn.
const STEP_ROWS: usize = 2000;

thread_local! {
    /// The view that was cited last. No signal: nothing follows it, and the first view has no part of it.
    static LAST: RefCell<Option<Arc<Cited>>> = const { RefCell::new(None) };
}

/// A view and the data that it is made from.
#[derive(Clone, Debug)]
pub struct Cited {
    /// The package that was shown when the digest was asked for.
    package: Arc<Package>,
    /// The view, pinned, with the digest's first digits.
    pub view: View,
    /// The digest.
    pub data: DataDigest,
}

impl Cited {
    /// The whole address.
    pub fn address(&self) -> String {
        browser::address_of(&self.view.query())
    }
}

/// The view that stands, to be cited. Reads what of its data has not been read yet, and gives the page
/// its turns. None while no package is open.
pub async fn cited(session: Session) -> Option<Arc<Cited>> {
    let package = session.package.get_untracked()?;
    let mut view = session.pinned_view();
    let stands = LAST.with_borrow(|stands| {
        let stands = stands.as_ref()?;
        let own = View {
            digest: String::new(),
            ..stands.view.clone()
        };
        let is_same = Arc::ptr_eq(&stands.package, &package) && own == view;
        is_same.then(|| stands.clone())
    });
    if stands.is_some() {
        return stands;
    }
    // A reader's own package is whole as it stands: nothing of it is fetched.
    let whole = read_for(session, |package| digest_needs(&view, package)).await;
    let whole = whole.filter(|whole| whole.name == package.name);
    let whole = whole.unwrap_or_else(|| package.clone());
    // An earlier state is that of the day: what was revised since is no part of it.
    let whole = deferred_as_shown(&whole, &view.as_of)?;
    let scope = digest_scope(&view, &whole);
    browser::breathe().await;
    let mut digesting = Digesting::new(whole, scope);
    while digesting.step(STEP_ROWS) {
        browser::breathe().await;
    }
    let data = digesting.finish();
    view.digest = short_digest(&data.digest).to_string();
    let cited = Arc::new(Cited {
        package,
        view,
        data,
    });
    LAST.set(Some(cited.clone()));
    Some(cited)
}

/// The address of the view with its digest; without one where no package is open.
pub async fn cited_address(session: Session) -> String {
    match cited(session).await {
        Some(cited) => cited.address(),
        None => browser::address_of(&session.pinned_query()),
    }
}
