//! The split planner: what is too large, the fewest parts, one way to fill them, and what they need.

use super::chart::{ChartActions, ChartTexts, chart};
use super::export_menu::{MakeTable, table_menu};
use super::row_table::{RowTable, row_table};
use super::standards_answers::StandardsAnswers;
use crate::answer::{Split, SplitPlan};
use crate::browser::{self, RowCell};
use crate::export::{frame, split_plan_csv};
use crate::figure::split_figure;
use crate::model::Role;
use crate::package::Package;
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The planner.
pub fn split_view(session: Session, answers: StandardsAnswers) -> AnyView {
    let plan = answers.plan;
    let touched: RwSignal<Option<u32>> = RwSignal::new(None);
    let place = Memo::new(move |_| picked_split(session, &*plan.get()?));
    view! {
        <section class="splits" id="splits">
            <h2>{session.words().standards_page().split_planner}</h2>
            <div class="split-columns">
                <div class="split-said">{move || said(session, answers)}</div>
                {parts_chart(session, answers, place)}
            </div>
            {move || {
                let (package, plan) = (session.package.get()?, plan.get()?);
                let is_shown = !plan.splits.is_empty();
                is_shown
                    .then(|| {
                        let stem = [&*package.name, "splits"];
                        let menu = table_menu(session, &stem, plan_csv(session, answers));
                        view! {
                            {plan_table(session, package, plan, place, touched)}
                            {menu}
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

/// The place of the split of the area picked out, else of the largest.
fn picked_split(session: Session, plan: &SplitPlan) -> Option<usize> {
    let picked = session.resolved.get()?.picked;
    let mut splits = plan.splits.iter();
    let own = splits.position(|split| Some(split.area) == picked);
    own.or((!plan.splits.is_empty()).then_some(0))
}

fn said(session: Session, answers: StandardsAnswers) -> Option<AnyView> {
    let (package, plan) = (session.package.get()?, answers.plan.get()?);
    let lang = session.lang();
    let lead = words::split_lead(lang, &package, &plan);
    let totals = plan.totals();
    let said = totals
        .map(|totals| words::split_totals_sentences(lang, &package, &plan, &totals))
        .unwrap_or_default();
    let said: Vec<AnyView> = said
        .into_iter()
        .map(|text| view! { <li>{text}</li> }.into_any())
        .collect();
    let totals = (!said.is_empty()).then(|| view! { <ul class="totals">{said}</ul> });
    let rule = plan.splits.iter().find_map(|split| split.staff.as_ref());
    let rule = rule.map(|staff| words::staff_rule_text(lang, &staff.rule));
    let has_packing = plan.splits.iter().any(|split| split.packing.is_some());
    let note = has_packing.then(|| words::packing_note(lang));
    let notes = [note.unwrap_or_default(), &rule.unwrap_or_default()];
    let notes = words::sentences(lang, &notes);
    let notes = (!notes.is_empty()).then(|| view! { <p class="definition">{notes}</p> });
    let said = view! {
        <p>{lead}</p>
        {totals}
        {notes}
    };
    Some(said.into_any())
}

fn plan_table(
    session: Session,
    package: Arc<Package>,
    plan: Arc<SplitPlan>,
    place: Memo<Option<usize>>,
    touched: RwSignal<Option<u32>>,
) -> AnyView {
    let (fixed, words) = (session.words(), session.words().standards_page());
    let lang = session.lang();
    let first = plan.splits.first();
    let premises = first.map_or(&[][..], |split| &split.premises);
    let mut heads = vec![
        (fixed.column_area.to_string(), ""),
        (fixed.column_parent.to_string(), "parent"),
        (words::households_head(lang).to_string(), "number"),
        (words.column_parts.to_string(), "number"),
        (words.column_filled.to_string(), ""),
    ];
    for need in premises {
        let label = package.indicators.get(need.indicator).label.get(lang);
        heads.push((words::needed_heading(lang, label), "number"));
    }
    heads.push((words.column_staff.to_string(), "number"));
    heads.push((String::new(), ""));
    let codes = plan.splits.iter();
    let codes: Vec<String> = codes
        .map(|split| package.areas.get(split.area).code.clone())
        .collect();
    let places = plan.splits.iter().map(|split| split.households.place);
    let places: Vec<_> = places.collect();
    let about = RowTable {
        label: words.split_planner.to_string(),
        class: "splits-table",
        heads,
        keys: (0..plan.splits.len() as u32).collect(),
        cells: Box::new(move |key| {
            let split = plan.splits.get(key as usize);
            split.map_or(Vec::new(), |split| cells(session, &package, split))
        }),
        activate: Callback::new(move |(key, is_origin): (u32, bool)| {
            let key = key as usize;
            if is_origin {
                session.origin.set(places.get(key).copied().flatten());
            } else if let Some(code) = codes.get(key).cloned() {
                session.change(|view| view.area = code);
            }
        }),
        picked: Memo::new(move |_| place.get().map(|it| it as u32)),
    };
    row_table(about, touched)
}

fn cells(session: Session, package: &Package, split: &Split) -> Vec<RowCell> {
    let lang = session.lang();
    let area = package.areas.get(split.area);
    let (name, name_lang) = area.name.get_with_lang(lang);
    let parent = area.parent.map(|parent| package.areas.get(parent));
    let mut households = package.indicators.iter();
    let households = households.find(|(_, it)| it.role == Some(Role::UnitHouseholds));
    let value = households.map(|(_, it)| words::value_with_unit(lang, it, &split.households));
    let cell = |class: &'static str, text: String, second: String| RowCell {
        class,
        text,
        second,
        ..RowCell::default()
    };
    let mut cells = vec![
        RowCell {
            is_head: true,
            button: Some("name"),
            lang: Some(name_lang.tag()),
            text: name.to_string(),
            ..RowCell::default()
        },
        cell(
            "parent",
            parent.map_or("", |it| it.name.get(lang)).to_string(),
            String::new(),
        ),
        cell("number", value.unwrap_or_default(), String::new()),
        cell("number", split.fewest_parts.to_string(), String::new()),
        match &split.packing {
            Some(packing) => cell(
                "",
                words::filled_text(lang, packing),
                words::unpacked_text(lang, package, packing),
            ),
            None => cell(
                "missing",
                words::no_packing_text(lang).to_string(),
                String::new(),
            ),
        },
    ];
    for need in &split.premises {
        let indicator = package.indicators.get(need.indicator);
        let (needed, now) = words::premises_need_text(lang, indicator, need, split.fewest_parts);
        cells.push(cell("number", needed, now));
    }
    let (needed, now) = words::staff_need_text(lang, split.staff.as_ref());
    cells.push(cell("number", needed, now));
    let label = split
        .households
        .place
        .map(|_| session.words().source_of_number);
    cells.push(RowCell::origin(label));
    cells
}

/// The figure of one split.
fn parts_chart(session: Session, answers: StandardsAnswers, place: Memo<Option<usize>>) -> AnyView {
    let plan = answers.plan;
    let figure = kept(move || {
        let (package, plan) = (session.package.get()?, plan.get()?);
        let split = plan.splits.get(place.get()?)?;
        split_figure(session.lang(), &package, &plan, split)
    });
    let texts = Memo::new(move |_| {
        let (package, plan) = (session.package.get()?, plan.get()?);
        let split = plan.splits.get(place.get()?)?;
        let is_drawn = figure.with(|figure| figure.is_some());
        is_drawn.then(|| chart_texts(session, &package, &plan, split))
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key: u32| {
            let found = plan.get_untracked().zip(place.get_untracked());
            let split = found.and_then(|(plan, place)| plan.splits.get(place).cloned());
            // The parts are computed: only the area itself stands in a file.
            let place = split.filter(|_| key == 0);
            session.origin.set(place.and_then(|it| it.households.place));
        }),
        csv: plan_csv(session, answers),
    };
    (move || {
        texts
            .get()
            .map(|texts| chart(session, figure, texts, actions))
    })
    .into_any()
}

/// The whole plan, whichever split is looked at.
fn plan_csv(session: Session, answers: StandardsAnswers) -> MakeTable {
    Callback::new(move |()| {
        let (package, plan) = (
            session.package.get_untracked()?,
            answers.plan.get_untracked()?,
        );
        let title = session.words().standards_page().split_planner;
        let address = browser::address_of(&session.pinned_query());
        let named = (title, &*address);
        Some(split_plan_csv(session.lang(), &package, &plan, named))
    })
}

fn chart_texts(session: Session, package: &Package, plan: &SplitPlan, split: &Split) -> ChartTexts {
    let lang = session.lang();
    let title = words::split_title(lang, package, split);
    let subtitle = words::split_subtitle(lang, plan);
    let code = &package.areas.get(split.area).code;
    let stem = [&*package.name, "split", code].join("-");
    ChartTexts {
        frame: frame(lang, package, title, subtitle),
        file_stem: stem.replace(['/', '\\', ' ', ':'], "_"),
        briefing: words::placed_sentence(
            lang,
            package,
            (split.area, plan.period),
            &words::split_sentence(lang, plan, split),
        ),
        has_own_table: false,
    }
}
