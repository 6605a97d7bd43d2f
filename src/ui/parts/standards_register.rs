//! The register: every standard of the package with what it asks, where it is from, and how many meet
//! it. A click looks at one.

use super::export_menu::{Exported, MakeTable, TableMaker, export_menu};
use super::standards_answers::StandardsAnswers;
use crate::answer::{StandardEntry, Standards, setters_figure};
use crate::browser;
use crate::export::{register_csv, standard_rows_csv};
use crate::model::Lang;
use crate::package::{Package, TableKind};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// What stands beside the standards.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// How many areas meet each.
    Counts,
    /// Where nobody is judged: what the places that set them publish.
    OfSetters,
    /// Where these publish nothing either.
    Nothing,
}

impl Shown {
    fn of(package: &Package, found: &Standards) -> Shown {
        let mut entries = found.entries.iter();
        if entries.clone().any(|it| it.met + it.missed > 0) {
            return Shown::Counts;
        }
        // Of a package that is judged the reasons stand there.
        match (
            package.descriptor.judged,
            entries.any(|it| setters_figure(package, it).is_some()),
        ) {
            (true, _) => Shown::Counts,
            (false, true) => Shown::OfSetters,
            (false, false) => Shown::Nothing,
        }
    }
}

/// The register.
pub fn standards_register(session: Session, answers: StandardsAnswers) -> AnyView {
    let words = session.words().standards_page();
    let shown = Memo::new(move |_| {
        let found = session.package.get().zip(answers.found.get());
        found.map_or(Shown::Counts, |(package, found)| {
            Shown::of(&package, &found)
        })
    });
    let rows = move || {
        let (package, found) = (session.package.get()?, answers.found.get()?);
        // Where nobody is judged there is no more to be looked at.
        let judges = shown.get() == Shown::Counts;
        let place = answers.place.get().filter(|_| judges);
        let rows = found.entries.iter().enumerate();
        let rows = rows.map(|(at, entry)| {
            let picked = judges.then_some(place == Some(at));
            row(session, &package, entry, (picked, shown.get()))
        });
        Some(rows.collect::<Vec<AnyView>>())
    };
    // The whole register, as it stands when it is asked for.
    let table = move |write: fn(&Listed<'_>) -> Vec<u8>| {
        Callback::new(move |()| {
            let (package, found) = (
                session.package.get_untracked()?,
                answers.found.get_untracked()?,
            );
            Some(write(&Listed {
                lang: session.lang(),
                package: &package,
                entries: &found.entries.iter().collect::<Vec<_>>(),
                tried: answers.tried.get_untracked().as_deref(),
                named: (
                    words.register,
                    &browser::address_of(&session.pinned_query()),
                ),
            }))
        })
    };
    let areas =
        table(|it| standard_rows_csv(it.lang, it.package, (it.entries, it.tried), it.named));
    let list = table(|it| register_csv(it.lang, it.package, it.entries, it.named));
    view! {
        <section class="register">
            <h2>{words.register}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=words.register>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.column_standard}</th>
                            {move || count_heads(session, shown.get())}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {move || {
                (shown.get() == Shown::Nothing)
                    .then(|| {
                        let text = words::no_setters_figures_text(session.lang());
                        view! { <p class="definition">{text}</p> }
                    })
            }}
            {move || {
                let package = session.references.get()?;
                let areas = (shown.get() == Shown::Counts).then_some(areas);
                Some(menus(session, &package.name, list, areas))
            }}
        </section>
    }
    .into_any()
}

/// What a table of the register is written from.
struct Listed<'a> {
    lang: Lang,
    package: &'a Package,
    entries: &'a [&'a StandardEntry],
    tried: Option<&'a StandardEntry>,
    /// What it is called, and the address that opens its view.
    named: (&'a str, &'a str),
}

/// What leaves the page: the list as it stands here and, where areas are judged, every area held against
/// every standard.
fn menus(session: Session, package: &str, list: MakeTable, areas: Option<MakeTable>) -> AnyView {
    let (own, of_areas) = words::register_menu_labels(session.lang());
    let menu = |word: &str, label: &'static str, table: MakeTable| {
        let exported = Exported {
            file_stem: [package, word].concat().replace(['/', '\\', ' ', ':'], "_"),
            label,
            table: TableMaker::AtOnce(table),
            chart: None,
        };
        export_menu(session, exported)
    };
    let areas = areas.map(|table| menu("-standards", of_areas, table));
    // With nothing beside it the usual word says enough.
    let label = areas.as_ref().map_or("", |_| own);
    view! {
        <div class="actions table-menu">{menu("-standards-list", label, list)} {areas}</div>
    }
    .into_any()
}

/// The heads of the counts; where nobody is judged, of what the place that set a standard publishes.
fn count_heads(session: Session, shown: Shown) -> Vec<AnyView> {
    let words = session.words().standards_page();
    let counts = [words.column_missed, words.column_met, words.column_open];
    let of_setter = [words::setters_figure_head(session.lang())];
    let (heads, class) = match shown {
        Shown::Counts => (&counts[..], "number"),
        Shown::OfSetters => (&of_setter[..], ""),
        Shown::Nothing => (&[][..], ""),
    };
    let heads = heads.iter();
    heads
        .map(|head| view! { <th scope="col" class=class>{*head}</th> }.into_any())
        .collect()
}

/// `picked` says whether it is looked at; none where none can be.
fn row(
    session: Session,
    package: &Package,
    entry: &StandardEntry,
    (picked, shown): (Option<bool>, Shown),
) -> AnyView {
    let class = match (picked, entry.is_in_force()) {
        (Some(true), _) => "picked",
        (_, true) => "",
        (_, false) => "out",
    };
    view! {
        <tr class=class>
            {head(session, package, entry, picked)}
            {match shown {
                Shown::Counts => Some(counts(session, package, entry)),
                Shown::OfSetters => Some(of_setter(session, package, entry)),
                Shown::Nothing => None,
            }}
        </tr>
    }
    .into_any()
}

/// Name and requirement; strength, validity, scope and who set it; source.
fn head(
    session: Session,
    package: &Package,
    entry: &StandardEntry,
    picked: Option<bool>,
) -> AnyView {
    let lang = session.lang();
    let standard = &entry.standard;
    let (label, label_lang) = standard.label.get_with_lang(lang);
    let (label, code) = (label.to_string(), standard.code.clone());
    let name = match picked.filter(|_| entry.is_in_force()) {
        None => view! { <span lang=label_lang.tag()>{label}</span> }.into_any(),
        Some(is_picked) => view! {
            <button
                type="button"
                class="name"
                lang=label_lang.tag()
                aria-pressed=is_picked.to_string()
                on:click=move |_| {
                    let code = code.clone();
                    session
                        .change(|view| {
                            view.standard = code;
                            view.limit = String::new();
                        });
                    browser::bring_into_view(".standard-detail");
                }
            >
                {label}
            </button>
        }
        .into_any(),
    };
    let asked = words::requirement_text(lang, standard);
    let holds = words::standard_holds_text(lang, package, entry);
    let source = words::standard_source_text(lang, package, standard);
    // Beside the number of those that miss it stands what chance could explain of it.
    let by_chance = words::missed_within_chance_text(lang, package, entry);
    let by_chance =
        (!by_chance.is_empty()).then(|| view! { <span class="second">{by_chance}</span> });
    let file = standards_file(package);
    let line = words::file_line_text(lang, &file, standard.line);
    let address = [&*package.address, &file].concat();
    view! {
        <th scope="row">
            {name} " " <span class="asked">{asked}</span> <span class="second">{holds}</span>
            <span class="second">
                <a class="quiet" href=address download="" title=line>
                    {source}
                </a>
            </span>
            {by_chance}
        </th>
    }
    .into_any()
}

/// The path of the table of standards.
fn standards_file(package: &Package) -> String {
    let mut resources = package.descriptor.resources.iter();
    let found = resources.find(|it| it.table == TableKind::Standards);
    found.map_or(String::new(), |it| it.path.to_string())
}

/// What the place that set it publishes itself.
fn of_setter(session: Session, package: &Package, entry: &StandardEntry) -> AnyView {
    let lang = session.lang();
    let text = words::setters_figure_text(lang, package, entry);
    let label = words::setters_figure_head(lang);
    view! { <td class="missing" data-label=label>{text}</td> }.into_any()
}

/// How many miss it, meet it, are not judged and why; where nobody is judged the reason alone.
fn counts(session: Session, package: &Package, entry: &StandardEntry) -> AnyView {
    let lang = session.lang();
    if let Some(reason) = entry.silent {
        let reason = words::not_judged_text(lang, reason);
        return view! { <td class="missing" colspan="3">{["○ ", reason].concat()}</td> }.into_any();
    }
    let reasons = words::reasons_text(lang, package, entry);
    if entry.met + entry.missed == 0 {
        return view! { <td class="missing" colspan="3">{["○ ", &reasons].concat()}</td> }
            .into_any();
    }
    let counted = |sign: &str, count: usize| match count {
        0 => "0".to_string(),
        count => format!("{sign}\u{a0}{count}"),
    };
    let open = entry.not_judged();
    let reasons = (open > 0).then(|| view! { <span class="second">{reasons}</span> });
    let missed = if entry.missed > 0 {
        "number verdict worse"
    } else {
        "number none"
    };
    let met = if entry.met > 0 {
        "number verdict better"
    } else {
        "number none"
    };
    let words = session.words().standards_page();
    let opened = if open > 0 { "number" } else { "number none" };
    view! {
        <td class=missed data-label=words.column_missed>{counted("◇", entry.missed)}</td>
        <td class=met data-label=words.column_met>{counted("✓", entry.met)}</td>
        <td class=opened data-label=words.column_open>{counted("○", open)} {reasons}</td>
    }
    .into_any()
}
