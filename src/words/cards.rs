//! The cards of the overview as lines of text, to be taken along.

use super::{basis_text, change_text, changes_text, period_text, value_beside};
use crate::answer::{Card, Overview, Section};
use crate::model::Lang;
use crate::package::Package;

/// A line for each top area: its name, and each headline indicator with its value, counts, changes and,
/// where it is another than most have, its period.
pub fn cards_text(lang: Lang, package: &Package, overview: &Overview) -> String {
    let filled = overview.sections.iter().filter(|it| !it.cards.is_empty());
    let lines = filled.map(|section| section_text(lang, package, overview, section));
    lines.collect::<Vec<String>>().join("\n")
}

fn section_text(lang: Lang, package: &Package, overview: &Overview, section: &Section) -> String {
    let name = package.areas.get(section.area).name.get(lang);
    let period = overview.newest.map(|period| period_text(lang, period));
    let period = period.unwrap_or_default();
    let cards = section.cards.iter();
    let cards = cards.map(|card| card_text(lang, package, card, overview));
    let cards = cards.collect::<Vec<String>>();
    match lang {
        Lang::Zh => format!("{name}（{period}）：{}。", cards.join("；")),
        Lang::En => format!("{name}, {period}: {}.", cards.join("; ")),
    }
}

fn card_text(lang: Lang, package: &Package, card: &Card, overview: &Overview) -> String {
    let indicator = package.indicators.get(card.indicator);
    let label = indicator.label.get(lang);
    let value = value_beside(lang, indicator, &card.total.reading);
    let own_period = (overview.newest != Some(card.period)).then(|| period_text(lang, card.period));
    let basis = basis_text(lang, package, indicator, &card.total);
    let beside = own_period
        .into_iter()
        .chain((!basis.is_empty()).then_some(basis));
    let beside: Vec<String> = beside.collect();
    let changes = changes_text(
        lang,
        card.period,
        change_text(lang, indicator, card.on_previous),
        change_text(lang, indicator, card.on_year),
    );
    // On a card they stand under each other.
    let changes = changes.replace('\n', ", ");
    let beside = match (lang, beside.is_empty()) {
        (_, true) => String::new(),
        (Lang::Zh, false) => format!("（{}）", beside.join("，")),
        (Lang::En, false) => format!(" ({})", beside.join(", ")),
    };
    match (lang, changes.is_empty()) {
        (_, true) => format!("{label} {value}{beside}"),
        (Lang::Zh, false) => zh!("{label} {value}{beside}，{changes}"),
        (Lang::En, false) => format!("{label} {value}{beside}, {changes}"),
    }
}
