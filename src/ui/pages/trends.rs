//! 趋势: whether it has really changed. One indicator at one area between its control limits, or at all
//! areas of a level.

use crate::answer::{Trend, moves, together, trend};
use crate::model::Polarity;
use crate::package::Package;
use crate::route::{Page, Resolved, Shown, together_question, trend_question};
use crate::ui::parts::breadcrumbs::breadcrumbs;
use crate::ui::parts::briefing::text_briefing;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::multiples_view::multiples_view;
use crate::ui::parts::trend_charts::{series_charts, together_chart};
use crate::ui::parts::trend_controls::trend_controls;
use crate::ui::parts::trend_table::trend_table;
use crate::ui::session::{Session, kept, session};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn TrendsPage() -> impl IntoView {
    let session = session();
    let resolved = session.resolved;
    let is_all = Memo::new(move |_| session.view.with(|view| view.shown == Shown::All));
    let question = Memo::new(move |_| {
        let (package, resolved) = (session.package.get()?, resolved.get()?);
        let question = session
            .view
            .with(|view| trend_question(view, &package, &resolved));
        question.filter(|_| !is_all.get())
    });
    let answer = kept(move || {
        let (package, question) = (session.package.get()?, question.get()?);
        Some(Arc::new(trend(&package, question)))
    });
    let beside = Memo::new(move |_| {
        let (package, resolved) = (session.package.get()?, resolved.get()?);
        let question = session
            .view
            .with(|view| together_question(view, &package, &resolved));
        question.filter(|_| !is_all.get())
    });
    let others = kept(move || {
        let (package, question) = (session.package.get()?, beside.get()?);
        Some(Arc::new(together(&package, question)))
    });
    view! {
        <div class="page trends">
            <div class="page-head">
                {move || heading(session, resolved, is_all)}
                {trend_controls(session, resolved, answer)}
            </div>
            {move || said(session, answer)}
            <FailedFiles />
            {move || match is_all.get() {
                true => multiples_view(session, resolved),
                false => ().into_any(),
            }}
            {series_charts(session, answer)}
            {together_chart(session, others)}
            {trend_table(session, answer)}
            {move || rules(session, answer)}
        </div>
    }
}

fn heading(
    session: Session,
    resolved: Memo<Option<Resolved>>,
    is_all: Memo<bool>,
) -> Option<AnyView> {
    let package = session.references.get()?;
    let title = session.words().trends().title;
    let area = resolved.get().and_then(|it| it.area);
    let area = area.filter(|_| !is_all.get());
    let place = match area {
        Some(area) => package.areas.get(area).name.get(session.lang()),
        None => package.descriptor.title.get(session.lang()),
    };
    let heading = page_heading(format!("{place} · {title}"), String::new());
    let path = area.and_then(|area| breadcrumbs(session, &package, area, Page::Trends));
    Some(view! { <div class="of-area">{path} {heading}</div> }.into_any())
}

/// Whether it has changed, since when and by which rule; the changes of the newest period; what else
/// has to be known. Or that nothing is published.
fn said(session: Session, answer: Memo<Option<Arc<Trend>>>) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    let lang = session.lang();
    let (sign, lead) = words::trend_lead(lang, &package, &answer);
    if lead.is_empty() {
        // What is still being read is not said to be missing.
        let is_settled = session.settled.get();
        let text = session.words().trends().no_series;
        return is_settled.then(|| view! { <p class="refusal">{text}</p> }.into_any());
    }
    let class = sign_class(&package, &answer, sign);
    let sign = (!sign.is_empty())
        .then(|| view! { <span class=class aria-hidden="true">{sign} "\u{a0}"</span> });
    let known = answer.points.iter();
    let known = known.filter(|point| point.reading.value.number().is_some());
    let one_period = (known.count() == 1).then(|| {
        let words = session.words().trends();
        let text = match answer.points.len() {
            1 => words.one_period,
            _ => words.one_known,
        };
        let copy = text_briefing(session, lead.clone());
        view! { <p class="refusal">{text}</p> {copy} }
    });
    let more = words::trend_more(lang, &package, &answer);
    let more: Vec<&str> = more.iter().map(String::as_str).collect();
    let more = words::sentences(lang, &more);
    let more = (!more.is_empty()).then(|| view! { <p class="more">{more}</p> });
    let changes = changes(session, &package, &answer);
    let changes = (!changes.is_empty()).then(|| view! { <p class="changes">{changes}</p> });
    let against = words::no_against_text(lang, &package, &answer);
    let indicator = package.indicators.get(answer.question.indicator);
    let (definition, definition_lang) = indicator.definition.get_with_lang(lang);
    let (caveat, caveat_lang) = indicator.caveat.get_with_lang(lang);
    let (definition, caveat) = (definition.to_string(), caveat.to_string());
    let said = view! {
        <p class="sentence">{sign} {lead}</p>
        {changes}
        {more}
        {one_period}
        <p class="definition">
            <span lang=definition_lang.tag()>{definition}</span>
            " "
            <span lang=caveat_lang.tag()>{caveat}</span>
            " "
            {against}
        </p>
    };
    Some(said.into_any())
}

/// The colour of a verdict, where one direction is good.
fn sign_class(package: &Package, answer: &Trend, sign: &str) -> &'static str {
    let polarity = package.indicators.get(answer.question.indicator).polarity;
    match sign {
        _ if polarity == Polarity::None => "verdict",
        "▲" => "verdict better",
        "▼" => "verdict worse",
        _ => "verdict",
    }
}

/// How the newest final value moved: 2026 年 3 月环比 … · 同比 ….
fn changes(session: Session, package: &Package, answer: &Trend) -> String {
    let lang = session.lang();
    let indicator = package.indicators.get(answer.question.indicator);
    let is_final = |reading: &crate::answer::Reading| {
        reading.value.number().is_some() && !reading.is_provisional()
    };
    let newest = answer.points.iter().rposition(|it| is_final(&it.reading));
    let Some(at) = newest else {
        return String::new();
    };
    let moved = moves(package, answer);
    let text = |change| words::change_text(lang, indicator, change);
    let (previous, year) = (text(moved[at].on_previous), text(moved[at].on_year));
    words::newest_changes_text(lang, answer.points[at].period, previous, year)
}

/// What the signals mean, where there are any to be had.
fn rules(session: Session, answer: Memo<Option<Arc<Trend>>>) -> Option<AnyView> {
    let words = session.words().trends();
    let has_limits = answer.get()?.chart.is_ok();
    has_limits.then(|| {
        view! {
            <details class="rules">
                <summary>{words.rules_heading}</summary>
                <p>{words.rules}</p>
            </details>
        }
        .into_any()
    })
}
