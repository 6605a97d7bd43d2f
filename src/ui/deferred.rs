//! What the first view does not need, and the only ways to it.
//!
//! The program is built as two files: web/split.mjs moves into the second whatever is reached through
//! functions named `deferred_…` alone, and web/boot.js fetches that file when a page asks for it. What
//! stands in the second file is therefore decided here: code that nothing else names goes along by
//! itself. It must not be called before `Session::code_stands`: it would trap.

use super::own;
use super::pages::{
    cases::CasesPage, compare::ComparePage, data::DataPage, explore::ExplorePage, map::MapPage,
    organisation::OrganisationPage, overview::OverviewPage, profile::ProfilePage,
    standards::StandardsPage, trends::TrendsPage,
};
use super::parts::as_of;
use super::parts::cite_panel::CitePanel;
use super::parts::data_check::DataCheck;
use super::parts::embed::EmbeddedChart;
use super::parts::meeting::MeetingBar;
use super::parts::origin::OriginPanel;
use super::parts::overview_findings::{self, OverviewFindings};
use super::parts::own_data;
use super::parts::spread_table::SpreadTable;
use super::session::Session;
use crate::answer::Overview;
use crate::model::{FaultKind, Lang, Period};
use crate::package::{Need, Package};
use crate::route::{Page, Resolved, View};
use crate::words::{self, FaultWords};
use leptos::ev::DragEvent;
use leptos::prelude::*;
use std::hint::black_box;
use std::sync::Arc;

/// True for a page whose code lies in the second file.
pub fn is_deferred(page: Page) -> bool {
    page != Page::Overview
}

/// Makes a page. The code of a deferred one has to stand.
pub fn make_page(page: Page) -> AnyView {
    let deferred: fn() -> AnyView = match page {
        Page::Overview => return view! { <OverviewPage /> }.into_any(),
        Page::Compare => deferred_compare,
        Page::Profile => deferred_profile,
        Page::Trends => deferred_trends,
        Page::Map => deferred_map,
        Page::Organisation => deferred_organisation,
        Page::Cases => deferred_cases,
        Page::Standards => deferred_standards,
        Page::Explore => deferred_explore,
        Page::Data => deferred_data,
    };
    // The first file may know a deferred function by its address alone: a call that the compiler sees
    // through would pull all that it needs into the first file. The build fails where that happens.
    black_box(deferred)()
}

/// The findings of the overview, which come after its first picture. The code has to stand.
pub fn make_overview_findings() -> AnyView {
    let deferred: fn() -> AnyView = deferred_overview_findings;
    black_box(deferred)()
}

/// The overview of a package without a whole. The code has to stand.
pub fn make_spread_table() -> AnyView {
    let deferred: fn() -> AnyView = deferred_spread_table;
    black_box(deferred)()
}

/// Copies the overview's cards as lines of text. The code has to stand.
pub fn copy_cards(session: Session, answer: &Overview, outcome: RwSignal<Option<bool>>) {
    let deferred: fn(Session, &Overview, RwSignal<Option<bool>>) = deferred_copy_cards;
    black_box(deferred)(session, answer, outcome);
}

/// What leaves the page of the overview's cards. The code has to stand.
pub fn make_cards_menu(session: Session, shown: Arc<Overview>, is_open: RwSignal<bool>) -> AnyView {
    let deferred: fn(Session, Arc<Overview>, RwSignal<bool>) -> AnyView = deferred_cards_menu;
    black_box(deferred)(session, shown, is_open)
}

/// What stands over a page: where a number is from, and in place of the page the one chart that the
/// address asks for. No page that shows a number leading there stands without this code. It has to
/// stand.
pub fn make_panels() -> AnyView {
    let deferred: fn() -> AnyView = deferred_panels;
    black_box(deferred)()
}

/// How the view is cited. The code has to stand.
pub fn make_cite_panel(is_open: RwSignal<bool>) -> AnyView {
    let deferred: fn(RwSignal<bool>) -> AnyView = deferred_cite_panel;
    black_box(deferred)(is_open)
}

/// Whether the data is as it was when the address was made. The code has to stand.
pub fn make_data_check() -> AnyView {
    let deferred: fn() -> AnyView = deferred_data_check;
    black_box(deferred)()
}

/// The bar of a meeting. The code has to stand.
pub fn make_meeting_bar() -> AnyView {
    let deferred: fn() -> AnyView = deferred_meeting_bar;
    black_box(deferred)()
}

/// The package as pages show it: with what its revisions mean, and as it stood on a day where one is asked
/// for; none until that can be said. The code has to stand.
pub fn as_shown(opened: &Arc<Package>, as_of: &str) -> Option<Arc<Package>> {
    let deferred: fn(&Arc<Package>, &str) -> Option<Arc<Package>> = as_of::deferred_as_shown;
    black_box(deferred)(opened, as_of)
}

/// That an earlier state is shown. The code has to stand.
pub fn make_as_of_notice() -> AnyView {
    let deferred: fn() -> AnyView = as_of::deferred_notice;
    black_box(deferred)()
}

/// True where a view of the comparison asks for an order by value of values that stand in none. The
/// code has to stand, since to say so is to compare.
pub fn refuses_sort(view: &View, package: &Package) -> bool {
    let deferred: fn(&View, &Package) -> bool = deferred_refuses_sort;
    black_box(deferred)(view, package)
}

/// The files that a view needs. The code has to stand.
pub fn all_needs(view: &View, package: &Package) -> Vec<Need> {
    let deferred: fn(&View, &Package) -> Vec<Need> = deferred_needs;
    black_box(deferred)(view, package)
}

/// The periods that a page offers other than the overview. The code has to stand.
pub fn page_periods(view: &View, package: &Package, resolved: &Resolved) -> Vec<Period> {
    let deferred: fn(&View, &Package, &Resolved) -> Vec<Period> = deferred_page_periods;
    black_box(deferred)(view, package, resolved)
}

/// Opens what a reader's own data are part of. The code has to stand.
pub fn open_own(session: Session) {
    let deferred: fn(Session) = deferred_open_own;
    black_box(deferred)(session);
}

/// Takes files that were dropped anywhere on the page. The code has to stand.
pub fn take_drop(session: Session, event: DragEvent) {
    let deferred: fn(Session, DragEvent) = deferred_take_drop;
    black_box(deferred)(session, event);
}

/// Chooses the files of own data that are not in this browser. The code has to stand.
pub fn choose_own(session: Session) -> AnyView {
    let deferred: fn(Session) -> AnyView = deferred_choose_own;
    black_box(deferred)(session)
}

/// Says a fault. The code has to stand.
pub fn fault_words(lang: Lang, kind: &FaultKind) -> FaultWords {
    let deferred: fn(Lang, &FaultKind) -> FaultWords = deferred_fault_words;
    black_box(deferred)(lang, kind)
}

fn deferred_needs(view: &View, package: &Package) -> Vec<Need> {
    crate::route::needs(view, package)
}

fn deferred_page_periods(view: &View, package: &Package, resolved: &Resolved) -> Vec<Period> {
    crate::route::page_periods(view, package, resolved)
}

fn deferred_fault_words(lang: Lang, kind: &FaultKind) -> FaultWords {
    words::fault_words(lang, kind)
}

fn deferred_open_own(session: Session) {
    own::open_own(session);
}

fn deferred_choose_own(session: Session) -> AnyView {
    own_data::choose_files(session)
}

fn deferred_take_drop(session: Session, event: DragEvent) {
    own::take_drop(session, event);
}

fn deferred_overview_findings() -> AnyView {
    view! { <OverviewFindings /> }.into_any()
}

fn deferred_spread_table() -> AnyView {
    view! { <SpreadTable /> }.into_any()
}

fn deferred_copy_cards(session: Session, answer: &Overview, outcome: RwSignal<Option<bool>>) {
    overview_findings::copy_cards(session, answer, outcome);
}

fn deferred_cards_menu(session: Session, shown: Arc<Overview>, is_open: RwSignal<bool>) -> AnyView {
    overview_findings::cards_menu(session, shown, is_open)
}

fn deferred_panels() -> AnyView {
    view! {
        <OriginPanel />
        <EmbeddedChart />
    }
    .into_any()
}

fn deferred_cite_panel(is_open: RwSignal<bool>) -> AnyView {
    view! { <CitePanel is_open=is_open /> }.into_any()
}

fn deferred_data_check() -> AnyView {
    view! { <DataCheck /> }.into_any()
}

fn deferred_meeting_bar() -> AnyView {
    view! { <MeetingBar /> }.into_any()
}

fn deferred_compare() -> AnyView {
    view! { <ComparePage /> }.into_any()
}

fn deferred_profile() -> AnyView {
    view! { <ProfilePage /> }.into_any()
}

fn deferred_trends() -> AnyView {
    view! { <TrendsPage /> }.into_any()
}

fn deferred_map() -> AnyView {
    view! { <MapPage /> }.into_any()
}

fn deferred_organisation() -> AnyView {
    view! { <OrganisationPage /> }.into_any()
}

fn deferred_cases() -> AnyView {
    view! { <CasesPage /> }.into_any()
}

fn deferred_standards() -> AnyView {
    view! { <StandardsPage /> }.into_any()
}

fn deferred_explore() -> AnyView {
    view! { <ExplorePage /> }.into_any()
}

fn deferred_data() -> AnyView {
    view! { <DataPage /> }.into_any()
}

fn deferred_refuses_sort(view: &View, package: &Package) -> bool {
    crate::route::refuses_sort(view, package)
}
