//! 对比: one indicator over the areas of one level, in order where an order is sound; or all
//! indicators over them.

use crate::answer::{Compare, compare};
use crate::browser;
use crate::export::{compare_csv, compare_frame, funnel_csv, funnel_frame};
use crate::figure::{Figure, Look, compare_figure, funnel_figure, mark_group};
use crate::model::{AreaId, Lang};
use crate::package::Package;
use crate::route::{Shown, is_only_group};
use crate::ui::parts::chart::{ChartActions, ChartTexts, chart};
use crate::ui::parts::compare_controls::compare_controls;
use crate::ui::parts::compare_table::compare_table;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::findings_view::findings_view;
use crate::ui::parts::group_control::group_memo;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::heat_view::heat_view;
use crate::ui::parts::no_comparison::no_comparison_note;
use crate::ui::parts::question_controls::follow_indicator;
use crate::ui::session::{Session, kept, session};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn ComparePage() -> impl IntoView {
    let session = session();
    let resolved = session.resolved;
    let shown = Memo::new(move |_| session.view.with(|view| view.shown));
    let question = Memo::new(move |_| resolved.get()?.question());
    let group = group_memo(session);
    let is_narrowed = Memo::new(move |_| session.view.with(is_only_group));
    let answer = kept(move || {
        let package = session.package.get()?;
        let question = question.get().filter(|_| shown.get() == Shown::One)?;
        let answer = compare(&package, question);
        Some(Arc::new(match is_narrowed.get() {
            true => answer.narrowed(&group.get()),
            false => answer,
        }))
    });
    let look = Memo::new(move |_| Look {
        picked: resolved.get().and_then(|resolved| resolved.picked),
        is_plain: session.view.with(|view| view.is_plain),
    });
    let figure = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let shown = answer.known_count > 0;
        let drawn = shown.then(|| compare_figure(session.lang(), &package, &answer, look.get()));
        marked(drawn, &answer, is_narrowed.get(), &group.get())
    });
    let funnel = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let drawn = funnel_figure(session.lang(), &package, &answer, look.get());
        marked(drawn, &answer, is_narrowed.get(), &group.get())
    });
    let indicator_changed = RwSignal::new(false);
    follow_indicator(session, answer, indicator_changed);
    view! {
        <div class="page compare">
            <div class="page-head">
                {move || heading(session)}
                {compare_controls(session, resolved, indicator_changed)}
            </div>
            {move || said(session, answer)}
            {move || is_narrowed.get().then(|| narrowed_note(session))}
            {move || match shown.get() {
                Shown::One | Shown::All => no_comparison_note(session, resolved),
                Shown::Findings => None,
            }}
            <FailedFiles />
            {move || match shown.get() {
                Shown::One => None,
                Shown::All => Some(heat_view(session, resolved, look)),
                Shown::Findings => Some(findings_view(session, resolved)),
            }}
            <div class="charts">
                {one_chart(session, answer, figure, false)} {one_chart(session, answer, funnel, true)}
            </div>
            {compare_table(session, answer, group)}
        </div>
    }
}

/// The figure with the reader's group picked out; where there is nothing else in it, nothing is.
fn marked(
    figure: Option<Figure>,
    answer: &Compare,
    is_narrowed: bool,
    group: &[AreaId],
) -> Option<Figure> {
    let mut figure = figure?;
    if !is_narrowed && !group.is_empty() {
        mark_group(&mut figure, &answer.places(group));
    }
    Some(figure)
}

fn narrowed_note(session: Session) -> AnyView {
    let text = words::table_words(session.lang()).narrowed_note;
    view! { <p class="refusal">{text}</p> }.into_any()
}

/// One of the charts of a comparison, as far as there is something to draw. They share what is
/// touched: a mark pointed at in one is marked in the other and in the table.
fn one_chart(
    session: Session,
    answer: Memo<Option<Arc<Compare>>>,
    figure: Memo<Option<Figure>>,
    is_funnel: bool,
) -> AnyView {
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let is_drawn = figure.with(|figure| figure.is_some());
        is_drawn.then(|| texts(session, &package, &answer, is_funnel))
    });
    let actions = ChartActions {
        touched: session.touched,
        activate: Callback::new(move |key: u32| {
            let place = answer.with_untracked(|answer| {
                let row = answer.as_ref()?.rows.get(key as usize)?;
                row.reading.place
            });
            session.origin.set(place);
        }),
        csv: Callback::new(move |()| {
            let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
            let address = browser::address_of(&session.pinned_query());
            let is_adjusted = !session.view.with_untracked(|view| view.is_plain);
            let lang = session.lang();
            Some(match is_funnel {
                false => compare_csv(lang, &package, &answer, &address),
                true => funnel_csv(lang, &package, &answer, is_adjusted, &address),
            })
        }),
    };
    (move || {
        texts
            .get()
            .map(|texts| chart(session, figure, texts, actions))
    })
    .into_any()
}

fn heading(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    let title = package.descriptor.title.get(session.lang());
    let title = format!("{title} · {}", session.words().page_compare);
    Some(page_heading(title, String::new()))
}

fn texts(session: Session, package: &Package, answer: &Compare, is_funnel: bool) -> ChartTexts {
    let (lang, stem) = (session.lang(), file_stem(package, answer));
    let is_plain = session.view.with(|view| view.is_plain);
    let briefing = words::sentences(
        lang,
        &[
            &words::compare_heading(lang, package, answer),
            &words::compare_sentence(lang, package, answer),
            &words::verdicts_sentence(lang, package, answer, is_plain),
        ],
    );
    match is_funnel {
        false => ChartTexts {
            frame: compare_frame(lang, package, answer),
            file_stem: stem,
            briefing,
            has_own_table: true,
        },
        true => ChartTexts {
            frame: funnel_frame(lang, package, answer),
            file_stem: stem + "-funnel",
            briefing,
            has_own_table: true,
        },
    }
}

/// The name of downloaded files, of codes only: demo-on-time-rate-community-2026-03-990001002.
pub fn file_stem(package: &Package, answer: &Compare) -> String {
    let question = &answer.question;
    let period = answer.period.map(|period| period.to_string());
    let mut parts = vec![
        &*package.name,
        &package.indicators.get(question.indicator).code,
        &package.descriptor.levels[usize::from(question.level.0)],
        period.as_deref().unwrap_or("latest"),
    ];
    if let Some(within) = question.within {
        parts.push(&package.areas.get(within).code);
    }
    parts.join("-").replace(['/', '\\', ' ', ':'], "_")
}

/// The sentence above the chart, why there is no order or no benchmark, and what the indicator is.
fn said(session: Session, answer: Memo<Option<Arc<Compare>>>) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    let lang = session.lang();
    let indicator = package.indicators.get(answer.question.indicator);
    let is_plain = session.view.with(|view| view.is_plain);
    let verdicts = words::verdicts_sentence(lang, &package, &answer, is_plain);
    let verdicts =
        (!verdicts.is_empty()).then(|| view! { <p class="sentence">{verdicts}</p> }.into_any());
    let refused = (!answer.refusals.is_empty() && answer.known_count > 0).then(|| {
        let line = words::refusal_line(lang, &answer.refusals);
        view! { <p class="refusal">{line}</p> }.into_any()
    });
    let provisional = answer
        .known()
        .iter()
        .filter(|row| row.reading.is_provisional())
        .count();
    let provisional = (provisional > 0).then(|| {
        let text = words::provisional_text(lang, provisional, answer.known_count);
        view! { <p class="refusal">{text}</p> }.into_any()
    });
    let differing = words::differing_text(lang, &package, &answer);
    let differing =
        (!differing.is_empty()).then(|| view! { <p class="refusal">{differing}</p> }.into_any());
    let no_benchmark = answer.benchmark.err();
    let no_benchmark = no_benchmark.map(|reason| words::no_benchmark_text(lang, reason));
    let (definition, definition_lang) = indicator.definition.get_with_lang(lang);
    let (caveat, caveat_lang) = indicator.caveat.get_with_lang(lang);
    let (definition, caveat) = (definition.to_string(), caveat.to_string());
    // A full stop of Chinese type brings its own space.
    let space = if lang == Lang::Zh { "" } else { " " };
    let said = view! {
        <p class="sentence">{words::compare_sentence(lang, &package, &answer)}</p>
        {verdicts}
        {refused} {provisional} {differing}
        <p class="definition">
            <span lang=definition_lang.tag()>{definition}</span>
            {space}
            <span lang=caveat_lang.tag()>{caveat}</span>
            {space}
            {no_benchmark}
        </p>
    };
    Some(said.into_any())
}
