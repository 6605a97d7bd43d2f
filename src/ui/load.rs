//! Reads what the view needs: the catalog, the descriptor, then file by file. The code of its page is read
//! by `load_code`.
//!
//! Downloads run side by side; their contents enter the package in the order of the plan, since
//! observations get their meaning from the reference tables before them.

use super::deferred::open_own;
use super::enter::enter;
use super::load_code::{has_later_code, waits_for_code};
use super::missing::{missing_files, missing_of};
use super::session::{Progress, Session};
use super::shown::{Shown, show};
use crate::browser::{self, BrowserDecoders};
use crate::model::FaultKind;
use crate::package::{
    Catalog, Descriptor, FileReading, Need, Package, ReadFile, TableKind, beside_of,
};
use crate::parse::FileFault;
use crate::route::later_needs;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Where packages lie, from the page.
const DATA: &str = "data/";
/// The list of them.
pub const CATALOG: &str = "data/catalog.json";
/// What the server says of a file that is not there.
const NOT_FOUND: FaultKind = FaultKind::FileMissing { status: 404 };
/// While files keep entering, pages are made anew so often and no more.
const SHOWN_EVERY_MS: f64 = 400.0;

/// Reads the catalog; the package and its files follow by themselves.
pub fn load_catalog(session: Session) {
    session.catalog.set(None);
    session.progress.set(Some(Progress::default()));
    spawn_local(async move {
        let outcome = match browser::fetch_small(CATALOG).await {
            Ok(bytes) => Catalog::parse(&bytes),
            Err(fault) if fault.kind == NOT_FOUND => {
                Err(FileFault::whole(FaultKind::CatalogMissing))
            }
            Err(fault) => Err(fault),
        };
        let outcome = outcome.map_err(|fault| Package::named_fault(CATALOG, fault));
        if outcome.is_err() {
            session.progress.set(None);
        }
        session.catalog.set(Some(outcome.map(Arc::new)));
    });
}

/// Opens the package that the view asks for, or the first of the catalog; where it is open, reads
/// what the view needs of it.
pub fn load_asked(session: Session) {
    let catalog = session.catalog.get_untracked().and_then(Result::ok);
    let name = session.view.with_untracked(|view| view.package.clone());
    let beside = beside_of(&name);
    if beside.is_some_and(|published| published.is_empty() || catalog.is_some()) {
        spawn_local(load_own(session, name));
        return;
    }
    let Some(catalog) = catalog else {
        return;
    };
    if let Some(entry) = catalog.entry(&name).or(catalog.packages.first()) {
        let stands = session.loads.with_value(|loads| loads.name == entry.name);
        if stands && session.package_fault.with_untracked(Option::is_none) {
            load_for_view(session);
        } else {
            load_package(session, &entry.name, &entry.path);
        }
    }
}

/// Opens what a reader's own data are part of, where the code for it can be had.
async fn load_own(session: Session, name: String) {
    let stands = session.loads.with_value(|loads| loads.name == name);
    if stands && session.package_fault.with_untracked(Option::is_none) {
        load_for_view(session);
        return;
    }
    begin(session, &name);
    let wanted = generation(session);
    let has_code = has_later_code(session).await;
    session.later_failed.set(!has_code);
    if has_code && generation(session) == wanted {
        open_own(session);
    }
}

/// Shows a package of which nothing need be fetched to begin with.
pub fn open_package(session: Session, package: Package) {
    begin(session, &package.name.clone());
    keep(session, package, false);
    load_for_view(session);
}

/// Lets go of the package that stands: another is on its way. Gives the number that tells its files from
/// those of earlier ones.
fn begin(session: Session, name: &str) -> u32 {
    let wanted = next_generation(session, name);
    session.package.set(None);
    session.package_fault.set(None);
    session.settled.set(false);
    session.progress.set(Some(Progress::default()));
    wanted
}

/// Opens a package of the catalog, which is not complete until a reader's own figures stand beside its
/// own (see `own_stands`). Gives its number.
pub fn load_package_and_wait(session: Session, name: &str, path: &str) -> u32 {
    load_package(session, name, path);
    session.loads.update_value(|loads| loads.awaits_own = true);
    generation(session)
}

/// Reads what is needed beyond the view.
pub fn read(session: Session, needs: Vec<Need>) {
    if let Some(package) = current(session) {
        for resource in missing_of(needs, &package) {
            start(session, &package, resource);
        }
    }
}

/// Keeps a package that a reader's own figures have been put into.
pub fn put(session: Session, package: Package) {
    keep(session, package, true);
}

/// The reader's own figures stand beside the published ones.
pub fn own_stands(session: Session) {
    session.loads.update_value(|loads| loads.awaits_own = false);
    if let Some(package) = current(session) {
        // Where nothing more is needed nothing else shows it.
        show(session, package);
    }
    load_for_view(session);
}

/// Opens a package of the catalog in place of the one that stands.
fn load_package(session: Session, name: &str, path: &str) {
    let wanted = begin(session, name);
    let name = name.to_string();
    let folder = format!("{DATA}{path}");
    spawn_local(async move {
        let address = format!("{folder}datapackage.json");
        let outcome = match browser::fetch_small(&address).await {
            Ok(bytes) => Descriptor::parse(&bytes),
            Err(fault) if fault.kind == NOT_FOUND => {
                Err(FileFault::whole(FaultKind::PackageMissing))
            }
            Err(fault) => Err(fault),
        };
        if generation(session) != wanted {
            return;
        }
        match outcome {
            Ok(descriptor) => {
                let package = Package::open(&name, &folder, descriptor);
                keep(session, package, false);
                load_for_view(session);
            }
            Err(fault) => {
                session.progress.set(None);
                session
                    .package_fault
                    .set(Some(Package::named_fault(&address, fault)));
            }
        }
    });
}

/// Reads what the view needs of the open package and is neither read nor on its way. What is on its
/// way for an earlier view goes on: it will be wanted again.
pub fn load_for_view(session: Session) {
    let Some(package) = current(session) else {
        return;
    };
    let view = session.view.get_untracked();
    let missing = missing_files(session, &view, &package);
    let shown = session.loads.with_value(|loads| loads.shown.clone());
    let of_day = |shown: &Shown| shown.as_of == view.as_of;
    let awaits_own = session.loads.with_value(|loads| loads.awaits_own);
    if missing.is_empty() && !awaits_own {
        // A page that has all it needs is not made anew while files of other pages come in.
        let opened = shown.filter(of_day).map(|shown| shown.opened);
        let stands = |shown: &Arc<Package>| {
            Arc::ptr_eq(shown, &package) || missing_files(session, &view, shown).is_empty()
        };
        show(session, opened.filter(stands).unwrap_or(package.clone()));
        session.loads.update_value(|loads| {
            loads.read_bytes = 0;
            loads.expected_bytes = Some(0);
        });
    } else if !shown.is_none_or(|shown| of_day(&shown)) {
        // What is of another day must not stand under this one while more is read.
        show(session, package.clone());
    }
    let is_whole = missing.is_empty() && !awaits_own;
    if session.settled.get_untracked() != is_whole {
        session.settled.set(is_whole);
    }
    for resource in missing {
        start(session, &package, resource);
    }
    tell(session);
    if is_whole && !missing_of(later_needs(&view, &package), &package).is_empty() {
        spawn_local(load_later(session));
    }
}

/// Reads what the view shows after its first picture, once that stands: what it draws is laid out in
/// one picture of the page and drawn for the next.
async fn load_later(session: Session) {
    browser::next_picture().await;
    browser::next_picture().await;
    let view = session.view.get_untracked();
    if let Some(package) = current(session).filter(|_| session.settled.get_untracked()) {
        for resource in missing_of(later_needs(&view, &package), &package) {
            start(session, &package, resource);
        }
    }
}

/// The package with everything that has entered.
pub fn current(session: Session) -> Option<Arc<Package>> {
    session.loads.with_value(|loads| loads.package.clone())
}

/// Keeps the package, and shows it: at once, or where more is about to enter only now and then and
/// only while the page waits for it, since every page is made anew.
fn keep(session: Session, package: Package, more_to_come: bool) {
    let package = Arc::new(package);
    let now_ms = browser::now_ms();
    let is_due = session.loads.try_update_value(|loads| {
        loads.package = Some(package.clone());
        now_ms - loads.shown_ms >= SHOWN_EVERY_MS
    });
    let is_settled = session.settled.get_untracked();
    let is_waited_for = is_due == Some(true) && !is_settled;
    // What is read beyond the view does not make its page anew.
    let is_beyond = is_settled && session.loads.with_value(|loads| loads.beyond > 0);
    if (!more_to_come && !is_beyond) || is_waited_for {
        show(session, package);
    }
}

/// Reads a file anew that could not be used.
pub fn retry(session: Session, resource: usize) {
    if let Some(package) = current(session) {
        if beside_of(&package.name).is_some() {
            // What the reader's figures mean hangs on what is read anew.
            return open_own(session);
        }
        keep(session, package.with_retry(resource), false);
        load_for_view(session);
    }
}

/// The files on their way into the open package.
#[derive(Default)]
pub struct Loads {
    /// Goes up with every package, so that what was meant for an earlier one is dropped.
    generation: u32,
    /// Name of that package.
    name: String,
    /// The package with everything that has entered; the session's may be a moment older.
    package: Option<Arc<Package>>,
    /// What the session's was made of.
    pub(super) shown: Option<Shown>,
    /// When it was last renewed.
    pub(super) shown_ms: f64,
    /// Bytes read since the view was last complete, and those expected where every file says.
    read_bytes: u64,
    expected_bytes: Option<u64>,
    /// Files asked for and not yet entered.
    on_the_way: Vec<usize>,
    /// Read to their end, or failed, and waiting for their turn to enter.
    arrived: Vec<(usize, Result<ReadFile, FileFault>)>,
    entering: bool,
    /// True until a reader's own figures stand beside the published ones.
    awaits_own: bool,
    /// Readings that go beyond what the view shows.
    pub(super) beyond: usize,
}

/// The number of the package that is open or on its way.
pub fn generation(session: Session) -> u32 {
    session.loads.with_value(|loads| loads.generation)
}

fn next_generation(session: Session, name: &str) -> u32 {
    session.loads.update_value(|loads| {
        *loads = Loads {
            generation: loads.generation + 1,
            name: name.to_string(),
            expected_bytes: Some(0),
            ..Loads::default()
        };
    });
    generation(session)
}

/// Says how far the reading has come.
pub(super) fn tell(session: Session) {
    let waits_for_code = untrack(|| waits_for_code(session));
    let settled = session.settled.get_untracked() && !waits_for_code;
    let progress = session.loads.with_value(|loads| Progress {
        files_left: loads.on_the_way.len() + usize::from(waits_for_code),
        read_bytes: loads.read_bytes,
        expected_bytes: loads.expected_bytes.filter(|bytes| *bytes > 0),
    });
    // Where nothing could be opened nothing is on its way.
    let has_failed = !waits_for_code && session.package_fault.with_untracked(Option::is_some);
    let progress = (!settled && !has_failed).then_some(progress);
    if session.progress.get_untracked() != progress {
        session.progress.set(progress);
    }
}

pub(super) fn start(session: Session, package: &Arc<Package>, resource: usize) {
    let is_new = session.loads.try_update_value(|loads| {
        let known = loads.on_the_way.contains(&resource);
        if !known {
            loads.on_the_way.push(resource);
            let bytes = package.descriptor.resources[resource].bytes;
            loads.expected_bytes = loads
                .expected_bytes
                .zip(bytes)
                .map(|(sum, more)| sum + more);
        }
        !known
    });
    if is_new != Some(true) {
        return;
    }
    let (package, wanted) = (package.clone(), generation(session));
    spawn_local(async move {
        let outcome = download(session, &package, resource, wanted).await;
        if generation(session) != wanted {
            return;
        }
        session.loads.update_value(|loads| {
            loads.arrived.push((resource, outcome));
        });
        enter_arrived(session, wanted).await;
    });
}

async fn download(
    session: Session,
    package: &Package,
    resource: usize,
    wanted: u32,
) -> Result<ReadFile, FileFault> {
    let decoders = BrowserDecoders;
    let mut reading = FileReading::new(&package.descriptor, resource, &decoders)?;
    let path = &package.descriptor.resources[resource].path;
    let address = format!("{}{path}", package.address);
    let mut push = |bytes: &[u8]| {
        if generation(session) != wanted {
            let detail = String::new();
            return Err(FileFault::whole(FaultKind::Network { detail }));
        }
        reading.push(bytes)?;
        let count = bytes.len() as u64;
        session
            .loads
            .update_value(|loads| loads.read_bytes += count);
        tell(session);
        Ok(())
    };
    browser::read_address(&address, &mut push).await?;
    reading.finish()
}

/// Enters what has arrived, each file when its turn has come. One at a time.
async fn enter_arrived(session: Session, wanted: u32) {
    let already = session
        .loads
        .try_update_value(|loads| std::mem::replace(&mut loads.entering, true));
    if already != Some(false) {
        return;
    }
    while let Some((resource, outcome)) = next_in_turn(session) {
        let entered = enter(&|| current(session), resource, outcome).await;
        if generation(session) != wanted {
            return;
        }
        session.loads.update_value(|loads| {
            loads.on_the_way.retain(|at| *at != resource);
        });
        if let Some(package) = entered {
            let more = session
                .loads
                .with_value(|loads| !loads.on_the_way.is_empty());
            keep(session, package, more);
        }
        load_for_view(session);
        // Pages made anew for it have a turn of their own.
        browser::next_turn().await;
        if generation(session) != wanted {
            return;
        }
    }
    session.loads.update_value(|loads| loads.entering = false);
}

/// The first arrived file that no other on its way must enter before: places before places further
/// down, reference tables before observations.
fn next_in_turn(session: Session) -> Option<(usize, Result<ReadFile, FileFault>)> {
    let package = current(session)?;
    let about = |at: usize| &package.descriptor.resources[at];
    let top = |at: usize| (about(at).levels.iter().min().copied(), at);
    let goes_first = |other: usize, at: usize| match (about(at).table, about(other).table) {
        (TableKind::Areas, TableKind::Areas) => top(other) < top(at),
        (TableKind::Observations, TableKind::Observations | TableKind::Geometry) => false,
        (TableKind::Observations, _) | (TableKind::Geometry, TableKind::Areas) => true,
        _ => false,
    };
    let next = session.loads.try_update_value(|loads| {
        let waits = |at: usize| {
            let mut others = loads.on_the_way.iter();
            others.any(|other| goes_first(*other, at))
        };
        let next = loads.arrived.iter().position(|(at, _)| !waits(*at))?;
        Some(loads.arrived.remove(next))
    });
    next.flatten()
}
