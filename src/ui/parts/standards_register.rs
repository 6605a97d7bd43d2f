//! The register: every standard of the package with what it asks, where it is from, and how many meet
//! it. A click looks at one.

use super::standards_answers::StandardsAnswers;
use crate::answer::StandardEntry;
use crate::package::{Package, TableKind};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The register.
pub fn standards_register(session: Session, answers: StandardsAnswers) -> AnyView {
    let words = &session.words().standards_page;
    let rows = move || {
        let (package, found) = (session.package.get()?, answers.found.get()?);
        let place = answers.place.get();
        let rows = found.entries.iter().enumerate();
        let rows = rows.map(|(at, entry)| row(session, &package, entry, place == Some(at)));
        Some(rows.collect::<Vec<AnyView>>())
    };
    view! {
        <section class="register">
            <h2>{words.register}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=words.register>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.column_standard}</th>
                            <th scope="col" class="number">{words.column_missed}</th>
                            <th scope="col" class="number">{words.column_met}</th>
                            <th scope="col" class="number">{words.column_open}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(session: Session, package: &Package, entry: &StandardEntry, is_picked: bool) -> AnyView {
    let class = match (is_picked, entry.is_in_force()) {
        (true, _) => "picked",
        (false, true) => "",
        (false, false) => "out",
    };
    view! {
        <tr class=class>
            {head(session, package, entry, is_picked)}
            {counts(session, entry)}
        </tr>
    }
    .into_any()
}

/// Name, requirement, strength and validity, scope and who set it, source.
fn head(session: Session, package: &Package, entry: &StandardEntry, is_picked: bool) -> AnyView {
    let lang = session.lang();
    let standard = &entry.standard;
    let (label, label_lang) = standard.label.get_with_lang(lang);
    let (label, code) = (label.to_string(), standard.code.clone());
    let name = match entry.is_in_force() {
        false => view! { <span lang=label_lang.tag()>{label}</span> }.into_any(),
        true => view! {
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
                }
            >
                {label}
            </button>
        }
        .into_any(),
    };
    let asked = words::standard_asks_text(lang, standard);
    let holds = words::standard_holds_text(lang, package, entry);
    let source = words::standard_source_text(lang, package, standard);
    let line = words::file_line_text(lang, &standards_file(package), standard.line);
    let address = [&*package.address, &standards_file(package)].concat();
    view! {
        <th scope="row">
            {name} <span class="second asked">{asked}</span> <span class="second">{holds}</span>
            <span class="second">
                {source} " · " <a class="quiet" href=address download="">
                    {line}
                </a>
            </span>
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

/// How many miss it, meet it, are not judged and why; where nobody is judged the reason alone.
fn counts(session: Session, entry: &StandardEntry) -> AnyView {
    let lang = session.lang();
    if let Some(reason) = entry.silent {
        let reason = words::not_judged_text(lang, reason);
        return view! { <td class="missing" colspan="3">{["○ ", reason].concat()}</td> }.into_any();
    }
    let reasons = words::reasons_text(lang, entry);
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
    let opened = if open > 0 { "number" } else { "number none" };
    view! {
        <td class=missed>{counted("◇", entry.missed)}</td>
        <td class=met>{counted("✓", entry.met)}</td>
        <td class=opened>{counted("○", open)} {reasons}</td>
    }
    .into_any()
}
