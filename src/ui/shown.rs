//! The package as pages are shown it. Knows nothing of files on their way.

use super::deferred::as_shown;
use super::session::Session;
use crate::browser;
use crate::package::Package;
use leptos::prelude::*;
use std::sync::Arc;

/// What pages were shown last.
#[derive(Clone)]
pub struct Shown {
    /// The package as it was read.
    pub opened: Arc<Package>,
    /// The day as of which it was asked for.
    pub as_of: String,
    /// Whether there was code to find out what its revisions mean.
    code_stands: bool,
}

/// Shows the package: with what its revisions mean as soon as they and their code stand, and as it stood on
/// the day that the view asks for. Until that can be said, nothing is shown.
pub fn show(session: Session, opened: Arc<Package>) {
    let as_of = session.view.with_untracked(|view| view.as_of.clone());
    let code_stands = session.code_stands.get_untracked();
    let stands = session.loads.with_value(|loads| {
        loads.shown.as_ref().is_some_and(|shown| {
            Arc::ptr_eq(&shown.opened, &opened)
                && shown.as_of == as_of
                && shown.code_stands == code_stands
        })
    });
    if stands {
        return;
    }
    let package = match code_stands {
        true => as_shown(&opened, &as_of),
        false => as_of.is_empty().then_some(opened.clone()),
    };
    let now_ms = browser::now_ms();
    session.loads.update_value(|loads| {
        loads.shown_ms = now_ms;
        loads.shown = Some(Shown {
            opened,
            as_of,
            code_stands,
        });
    });
    let is_same = session.package.with_untracked(|before| {
        let address = |package: &Option<Arc<Package>>| package.as_ref().map(Arc::as_ptr);
        address(before) == address(&package)
    });
    if !is_same {
        session.package.set(package);
    }
}
