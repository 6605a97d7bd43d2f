//! The overview of a package whose areas have no whole: an indicator a row, with how many areas have a
//! value, the ends and the middle.

use super::export_menu::table_menu;
use super::link::{on_page, view_link};
use crate::answer::{Distribution, spreads};
use crate::browser;
use crate::export::spreads_csv;
use crate::model::Lang;
use crate::package::Package;
use crate::route::{Page, View};
use crate::ui::session::{kept, session};
use crate::words::{self, SpreadWords, spread_words};
use leptos::prelude::*;

/// As many indicators as are listed.
const MOST: usize = 30;

/// The table; nothing while there are no figures.
#[component]
pub fn SpreadTable() -> impl IntoView {
    let session = session();
    let lang = session.lang();
    let texts = spread_words(lang);
    let found = kept(move || {
        let package = session.package.get()?;
        let (found, others) = spreads(&package, session.asked_period(), MOST);
        (!found.is_empty()).then_some((package, found, others))
    });
    let csv = Callback::new(move |()| {
        let address = browser::address_of(&session.pinned_query());
        found.with_untracked(|found| {
            let (package, found, _) = found.as_ref()?;
            Some(spreads_csv(lang, package, found, &address))
        })
    });
    move || {
        found.with(|found| {
            let (package, found, others) = found.as_ref()?;
            let rows: Vec<AnyView> = found
                .iter()
                .map(|of| row(lang, package, of, texts))
                .collect();
            let more = (*others > 0).then(|| {
                let target = Box::new(|view: &View| on_page(view, Page::Data));
                let text = words::more_spreads_text(lang, *others);
                let link = view_link("", None, "", target, text.into_any());
                view! { <p>{link}</p> }
            });
            let menu = table_menu(session, &[&package.name, "overview"], csv);
            let view = view! {
                <section class="cards-section">
                    <h2>{texts.heading}</h2>
                    <p class="lead">{texts.note}</p>
                    {table(session.words().indicator, rows, texts)}
                    {more}
                    {menu}
                </section>
            };
            Some(view.into_any())
        })
    }
}

fn table(indicator: &'static str, rows: Vec<AnyView>, texts: &'static SpreadWords) -> AnyView {
    view! {
        <div class="scroll listed" tabindex="0" role="region" aria-label=texts.heading>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{indicator}</th>
                        <th scope="col" class="number">{texts.areas}</th>
                        <th scope="col" class="number">{texts.lowest}</th>
                        <th scope="col" class="number">{texts.median}</th>
                        <th scope="col" class="number">{texts.highest}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(lang: Lang, package: &Package, of: &Distribution, texts: &'static SpreadWords) -> AnyView {
    let about = package.indicators.get(of.question.indicator);
    let (label, label_lang) = about.label.get_with_lang(lang);
    let (code, label) = (about.code.clone(), label.to_string());
    let target = Box::new(move |view: &View| View {
        indicator: code.clone(),
        ..on_page(view, Page::Compare)
    });
    let name = view! { <span lang=label_lang.tag()>{label}</span> };
    let name = view_link("", None, "", target, name.into_any());
    let cell = |label: &'static str, (text, second): (String, String)| {
        let second = (!second.is_empty()).then(|| view! { <span class="second">{second}</span> });
        view! { <td class="number" data-label=label>{text} {second}</td> }
    };
    let (first, last) = (of.used().first(), of.used().last());
    view! {
        <tr>
            <th scope="row">{name} <span class="second">{words::spread_period_text(lang, package, of)}</span></th>
            {cell(texts.areas, (words::spread_count_text(of), String::new()))}
            {cell(texts.lowest, words::spread_end_text(lang, package, of, first))}
            {cell(texts.median, words::spread_median_text(lang, package, of))}
            {cell(texts.highest, words::spread_end_text(lang, package, of, last))}
        </tr>
    }
    .into_any()
}
