//! 数据: where every number comes from, what is wrong with the files, and a check for one's own.

use crate::answer::{Gap, gaps};
use crate::browser;
use crate::export::{
    definitions_csv, faults_csv, files_csv, gaps_csv, sources_csv, standards_as_set_csv,
};
use crate::model::{Fault, Indicator, Severity, Source, Standard, sort_by_key};
use crate::package::{FileState, Package, TableKind};
use crate::route::Page;
use crate::ui::parts::briefing::text_briefing;
use crate::ui::parts::check_own::CheckOwn;
use crate::ui::parts::export_menu::table_menu;
use crate::ui::parts::fault_table::fault_table;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::revision_table::revisions;
use crate::ui::parts::table::{Cell, number_column, table, text_column};
use crate::ui::parts::turns::{is_due, parts_made};
use crate::ui::session::{Session, session};
use crate::words::{self, gap_words, revision_words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let made = parts_made(7);
    Effect::new(move |_| {
        let section = session.sought.get();
        if !section.is_empty() {
            session.sought.set("");
            spawn_local(show(session, section));
        }
    });
    let section = |at, id, label, inner| section(session, made, at, id, label, inner);
    view! {
        <div class="page data">
            {move || heading(session)} <FailedFiles />
            {section(0, "faults", words.faults, faults)} <CheckOwn />
            {section(1, "gaps", gap_words(session.lang()).heading, missing_figures)}
            {section(2, "definitions", words.definitions, definitions)}
            {section(3, "sources", words.sources, sources)}
            {section(4, "standards", words.standards, standards)}
            {section(5, "revisions", revision_words(session.lang()).heading, revisions)}
            {section(6, "files", words.files, files)}
        </div>
    }
}

/// Shows a section that a link led to, once it is there; not where the reader has gone on.
async fn show(session: Session, section: &'static str) {
    const MOST_PICTURES: usize = 600;
    for _ in 0..MOST_PICTURES {
        browser::next_picture().await;
        let is_left = session.view.with_untracked(|view| view.page != Page::Data);
        if is_left || browser::show_section(section) {
            return;
        }
    }
}

/// A section of the open package under its heading: there when it is due, and made again when what
/// is in it changes. Where there is nothing to tell it is not there.
fn section(
    session: Session,
    made: RwSignal<usize>,
    at: usize,
    id: &'static str,
    label: &'static str,
    inner: fn(Session) -> Option<AnyView>,
) -> AnyView {
    let is_due = is_due(made, at);
    let section = move || {
        if !is_due.get() {
            return None;
        }
        let inner = inner(session)?;
        Some(view! { <section id=id><h2>{label}</h2> {inner}</section> }.into_any())
    };
    section.into_any()
}

/// Links to the sections that there are.
fn contents(session: Session, package: &Package) -> AnyView {
    let words = session.words();
    let links = [
        ("#faults", words.faults, true),
        ("#check", words.check_file, true),
        ("#gaps", gap_words(session.lang()).heading, true),
        ("#definitions", words.definitions, true),
        ("#sources", words.sources, !package.sources.is_empty()),
        ("#standards", words.standards, !package.standards.is_empty()),
        (
            "#revisions",
            revision_words(session.lang()).heading,
            package.has_table(TableKind::Revisions),
        ),
        ("#files", words.files, true),
    ];
    let there = links.into_iter().filter(|(_, _, is_there)| *is_there);
    let link = |(address, label, _)| view! { <a href=address>{label}</a> }.into_any();
    let links: Vec<AnyView> = there.map(link).collect();
    view! {
        <nav class="contents" aria-label=words.contents>
            {links}
        </nav>
    }
    .into_any()
}

fn heading(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    let lang = session.lang();
    let title = package.descriptor.title.get(lang);
    let title = format!("{title} · {}", session.words().page_data);
    let counts = words::package_counts_text(lang, &package);
    let lead = format!("{counts} · {}", words::source_line(lang, &package));
    let line = words::named_lines(lang, package.descriptor.title.get(lang), &[&counts]);
    let heading = view! {
        {page_heading(title, lead)}
        {contents(session, &package)}
        {text_briefing(session, line)}
    };
    Some(heading.into_any())
}

/// Every fault found so far.
fn faults(session: Session) -> Option<AnyView> {
    let package = session.package.get()?;
    let faults: Vec<Fault> = package.faults().into_iter().cloned().collect();
    let menu = (!faults.is_empty()).then(|| {
        package_table(session, "faults", |session, package, address| {
            Some(faults_csv(session.lang(), package, address))
        })
    });
    let table = fault_table(session, faults, session.words().no_faults);
    Some(view! { {table} {menu} }.into_any())
}

/// Every cell without a figure, once all files are read: until then nothing can be said to be missing.
fn missing_figures(session: Session) -> Option<AnyView> {
    const MOST_ROWS: usize = 40;
    if !session.settled.get() {
        return None;
    }
    let package = session.package.get()?;
    let fixed = gap_words(session.lang());
    let found = gaps(&package);
    if found.is_empty() {
        return Some(view! { <p>{fixed.none}</p> }.into_any());
    }
    let (shown, others) = found.split_at(found.len().min(MOST_ROWS));
    let others = (!others.is_empty()).then(|| {
        view! {
            <details>
                <summary>{session.words().other_rows}</summary>
                {gap_table(session, &package, others)}
            </details>
        }
        .into_any()
    });
    let menu = package_table(session, "gaps", move |session, package, address| {
        let found = gaps(package);
        gaps_csv(session.lang(), package, &found, (fixed.heading, address))
    });
    let all = view! { <p>{fixed.lead}</p> {gap_table(session, &package, shown)} {others} {menu} };
    Some(all.into_any())
}

/// The menu of a table of the whole package.
fn package_table(
    session: Session,
    word: &'static str,
    make: impl Fn(Session, &Package, &str) -> Option<Vec<u8>> + Send + Sync + 'static,
) -> AnyView {
    let table = Callback::new(move |()| {
        let package = session.package.get_untracked()?;
        let address = browser::address_of(&session.pinned_query());
        make(session, &package, &address)
    });
    let package = session.package.get_untracked();
    let name = package.map_or(String::new(), |package| package.name.clone());
    table_menu(session, &[&name, word], table)
}

fn gap_table(session: Session, package: &Package, gaps: &[Gap]) -> AnyView {
    let (lang, words) = (session.lang(), session.words());
    let fixed = gap_words(lang);
    let columns = [
        text_column(fixed.reason),
        text_column(words.column_area),
        text_column(words.indicator),
        text_column(fixed.periods),
        number_column(fixed.cells),
    ];
    let rows = gaps.iter().map(|gap| {
        vec![
            Cell::text(words::gap_reason_text(lang, gap)),
            Cell::text(words::gap_areas_text(lang, package, gap)),
            Cell::text(words::gap_indicators_text(lang, package, gap)),
            Cell::text(words::gap_periods_text(lang, &gap.periods)),
            Cell::text(words::count_text(gap.cell_count() as f64)),
        ]
    });
    table(fixed.heading, "gaps", &columns, rows)
}

/// The files of the package, how far they were read, and their downloads.
fn files(session: Session) -> Option<AnyView> {
    let package = session.package.get()?;
    let words = session.words();
    let columns = [
        text_column(words.column_file),
        text_column(words.column_contents),
        number_column(words.column_rows),
        number_column(words.faults),
        text_column(words.column_state),
    ];
    let rows = (0..package.files.len()).map(|at| file_cells(session, &package, at));
    let menu = package_table(session, "files", |session, package, address| {
        Some(files_csv(session.lang(), package, address))
    });
    Some(view! { {table(words.files, "", &columns, rows)} {menu} }.into_any())
}

fn file_cells(session: Session, package: &Package, at: usize) -> Vec<Cell> {
    let (lang, words) = (session.lang(), session.words());
    let about = &package.descriptor.resources[at];
    // Not the progress itself, which changes with every piece read.
    let is_reading = !session.settled.get();
    let (rows, told) = match &package.files[at] {
        FileState::Reference(rows, _) => (Some(*rows), words.state_read),
        FileState::Observations(file) => (Some(file.table.record_count), words.state_read),
        FileState::Failed(_) => (None, words.state_failed),
        FileState::Unread if is_reading => (None, words.state_reading),
        FileState::Unread => (None, words.state_unread),
    };
    let count = |count: usize| words::count_text(count as f64);
    let faults = package.faults_of(at);
    let is_fault = |fault: &&Fault| fault.kind.severity() == Severity::Fault;
    let faults = faults.iter().filter(is_fault).count();
    vec![
        match about.is_own {
            true => Cell::code(&*about.path),
            false => Cell::code(&*about.path).link(format!("{}{}", package.address, about.path)),
        },
        Cell::text(words::holding_text(lang, package, about)),
        Cell::text(rows.map(count).unwrap_or_default()),
        Cell::text(rows.map(|_| count(faults)).unwrap_or_default()),
        Cell::text(told),
    ]
}

/// What each indicator counts.
fn definitions(session: Session) -> Option<AnyView> {
    if session.references.with(Option::is_none) {
        return None;
    }
    let words = session.words();
    let filter = Memo::new(move |_| session.view.with(|view| view.filter.clone()));
    let found = view! {
        <label class="filter">
            <span>{words.search_indicators}</span>
            <input
                type="search"
                name="filter"
                prop:value=filter
                on:input=move |event| {
                    let wanted = event_target_value(&event);
                    session.adjust(|view| view.filter = wanted);
                }
            />
        </label>
        {move || definition_table(session, &filter.get())}
        {package_table(
            session,
            "definitions",
            |session, package, address| Some(definitions_csv(session.lang(), package, address)),
        )}
    };
    Some(found.into_any())
}

fn definition_table(session: Session, filter: &str) -> Option<AnyView> {
    let package = session.references.get()?;
    let (lang, words) = (session.lang(), session.words());
    let wanted = filter.to_ascii_lowercase();
    let matches = |indicator: &Indicator| {
        let texts = [&indicator.label.zh, &indicator.label.en, &indicator.code];
        texts
            .iter()
            .any(|text| text.to_ascii_lowercase().contains(&wanted))
    };
    let all = package.indicators.iter().map(|(_, indicator)| indicator);
    let mut shown: Vec<&Indicator> = all.filter(|indicator| matches(indicator)).collect();
    sort_by_key(&mut shown, |indicator| indicator.theme);
    let columns = [
        text_column(words.indicator),
        text_column(words.column_theme),
        text_column(words.column_kind),
        text_column(words.column_unit),
        text_column(words.definition),
    ];
    let rows = shown.into_iter().map(|indicator| {
        vec![
            Cell::text_in(indicator.label.get_with_lang(lang)).second(&indicator.code),
            Cell::text(words::theme_text(lang, indicator.theme)),
            Cell::text(words::kind_text(lang, indicator.kind)),
            Cell::text(indicator.unit.get(lang)),
            Cell::text_in(indicator.definition.get_with_lang(lang))
                .second(indicator.caveat.get(lang)),
        ]
    });
    Some(table(words.definitions, "definitions", &columns, rows))
}

/// Where the figures come from.
fn sources(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    if package.sources.is_empty() {
        return None;
    }
    let (lang, words) = (session.lang(), session.words());
    let columns = [
        text_column(words.column_title),
        text_column(words.column_publisher),
        text_column(words.column_date),
        text_column(words.column_as_of),
        text_column(words.column_basis),
        text_column(words.column_license),
        text_column(words.column_note),
    ];
    let stated = |text: &str| match text {
        "" => Cell::text(words.not_stated),
        text => Cell::text(text),
    };
    let rows = package.sources.iter().map(|source: &Source| {
        vec![
            Cell::text(&source.title).second(&source.code),
            stated(&source.publisher),
            stated(&source.published),
            stated(&source.as_of),
            Cell::text(words::basis_word(lang, &source.basis)),
            stated(&source.license),
            Cell::text(&source.note),
        ]
    });
    let menu = package_table(session, "sources", |session, package, address| {
        Some(sources_csv(session.lang(), package, address))
    });
    Some(view! { {table(words.sources, "", &columns, rows)} {menu} }.into_any())
}

/// The standards of the package, each as it was set and where.
fn standards(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    if package.standards.is_empty() {
        return None;
    }
    let (lang, words) = (session.lang(), session.words());
    let columns = [
        text_column(words.column_standard),
        number_column(words.column_requirement),
        text_column(words.column_area),
        text_column(words.column_scope),
        text_column(words.column_strength),
        text_column(words.column_effective),
        text_column(words.source),
    ];
    let rows = package.standards.iter().map(|standard: &Standard| {
        let place = package.areas.id(&standard.area_code);
        let place = place.map(|id| package.areas.get(id).name.get(lang));
        vec![
            Cell::text(standard.label.get(lang)),
            Cell::text(words::requirement_text(lang, standard)),
            Cell::text(place.unwrap_or(words.not_stated)),
            Cell::text(standard.scope.get(lang)),
            Cell::text(words::strength_text(lang, standard.strength)),
            Cell::text(&standard.effective_from),
            Cell::code(&standard.source).second(&standard.locator),
        ]
    });
    let menu = package_table(session, "standards-list", |session, package, address| {
        Some(standards_as_set_csv(session.lang(), package, address))
    });
    Some(view! { {table(words.standards, "", &columns, rows)} {menu} }.into_any())
}
