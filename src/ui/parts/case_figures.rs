//! Figures on cases as they were published, each with its source.

use crate::answer::{CaseFigure, CaseFigures};
use crate::browser;
use crate::export::readings_csv;
use crate::package::Package;
use crate::ui::parts::briefing::text_briefing;
use crate::ui::parts::case_rates::source_button;
use crate::ui::parts::export_menu::table_menu;
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The table.
pub fn figures_table(session: Session, package: &Package, found: &CaseFigures) -> AnyView {
    let lang = session.lang();
    let fixed = session.words().cases();
    let heads = [
        (fixed.column_indicator, ""),
        (fixed.column_area, ""),
        (fixed.column_value, "number"),
        (fixed.column_period, ""),
        (fixed.column_source, ""),
    ];
    let heads = heads.map(|(text, class)| view! { <th scope="col" class=class>{text}</th> });
    let rows: Vec<AnyView> = found
        .rows
        .iter()
        .map(|figure| row(session, package, figure))
        .collect();
    let more = (found.more > 0).then(|| {
        let text = words::more_figures_text(lang, found.more);
        view! { <p class="definition">{text}</p> }
    });
    let listed = found.rows.iter();
    let listed: Vec<_> = listed
        .map(|it| (it.indicator, it.area, it.period, it.reading))
        .collect();
    let csv = Callback::new(move |()| {
        let package = session.package.get_untracked()?;
        let address = browser::address_of(&session.pinned_query());
        readings_csv(lang, &package, &listed, (fixed.published, &address))
    });
    view! {
        <section class="table-section">
            <h2>{fixed.published}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=fixed.published>
                <table class="case-figures">
                    <thead>
                        <tr>{heads.to_vec()}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {table_menu(session, &[&package.name, "cases"], csv)}
            {more} {text_briefing(session, words::case_figures_line(lang, package, found))}
        </section>
    }
    .into_any()
}

fn row(session: Session, package: &Package, figure: &CaseFigure) -> AnyView {
    let lang = session.lang();
    let fixed = session.words().cases();
    let indicator = package.indicators.get(figure.indicator);
    let value = words::value_with_unit(lang, indicator, &figure.reading);
    let (label, label_lang) = indicator.label.get_with_lang(lang);
    let (area, area_lang) = package.areas.get(figure.area).name.get_with_lang(lang);
    let (caveat, caveat_lang) = indicator.caveat.get_with_lang(lang);
    let (label, area, caveat) = (label.to_string(), area.to_string(), caveat.to_string());
    let (title, publisher) = figure.source.clone().unwrap_or_default();
    let period = words::period_text(lang, figure.period);
    view! {
        <tr>
            <th scope="row">
                <span lang=label_lang.tag()>{label}</span>
                <span class="second" lang=caveat_lang.tag()>{caveat}</span>
            </th>
            <td class="short" data-label=fixed.column_area>
                <span lang=area_lang.tag()>{area}</span>
            </td>
            <td class="number" data-label=fixed.column_value>{source_button(session, value, figure.reading.place)}</td>
            <td class="short" data-label=fixed.column_period>{period}</td>
            <td data-label=fixed.column_source>{title} <span class="second">{publisher}</span></td>
        </tr>
    }
    .into_any()
}
