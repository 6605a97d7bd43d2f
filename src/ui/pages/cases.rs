//! 事项: where cases get stuck.

use crate::answer::{
    Breakdown, CaseFigures, CasePair, Pipeline, PipelineQuestion, StagesElsewhere, case_figures,
    case_rates, nearest_breakdown, pipeline, stages_elsewhere,
};
use crate::model::AreaId;
use crate::package::Package;
use crate::route::{Page, PeriodKey, Resolved, View, case_beside};
use crate::ui::parts::area_picker::area_picker;
use crate::ui::parts::breadcrumbs::breadcrumbs;
use crate::ui::parts::case_beside::beside_select;
use crate::ui::parts::case_charts::case_charts;
use crate::ui::parts::case_figures::figures_table;
use crate::ui::parts::case_outliers::outliers_sentence;
use crate::ui::parts::case_rates::rates_table;
use crate::ui::parts::case_score::case_score;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::link::view_link;
use crate::ui::session::{Session, kept, session};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// What the page holds: the stages of both areas, and their rates held apart.
#[derive(Clone, Debug)]
pub struct Cases {
    /// The stages.
    pub found: Pipeline,
    /// The rates.
    pub pairs: Vec<CasePair>,
    /// The cases by category, and the area that they are of: the own one or the nearest above it.
    pub categories: Option<(AreaId, Breakdown)>,
}

/// The answer that the parts of the page share.
pub type CasesAnswer = Memo<Option<Arc<Cases>>>;

/// The page.
#[component]
pub fn CasesPage() -> impl IntoView {
    let session = session();
    let resolved = session.resolved;
    let question = Memo::new(move |_| question(session, resolved.get()?));
    let answer: CasesAnswer = kept(move || {
        let (package, question) = (session.package.get()?, question.get()?);
        let found = pipeline(&package, question);
        let pairs = case_rates(&package, &found);
        let asked = (found.question.area, found.question.period);
        let categories = nearest_breakdown(&package, asked.0, asked.1);
        Some(Arc::new(Cases {
            found,
            pairs,
            categories,
        }))
    });
    let is_followed = Memo::new(move |_| {
        answer.with(|answer| {
            let answer = answer.as_ref();
            answer.is_some_and(|it| !it.found.flow.stages.is_empty())
        })
    });
    let elsewhere = Memo::new(move |_| {
        let (package, asked) = (session.package.get()?, question.get()?);
        stages_elsewhere(&package, asked.area, asked.period)
    });
    let has_stages = move || is_followed.get() || elsewhere.with(Option::is_some);
    view! {
        <div class="page cases">
            <div class="page-head">
                {move || heading(session, resolved, has_stages())}
                <div class="controls">
                    {area_picker(session, Page::Cases)}
                    {move || is_followed.get().then(|| beside_select(session, question))}
                </div>
            </div>
            <FailedFiles />
            {move || match (is_followed.get(), elsewhere.get()) {
                (true, _) => followed(session, answer, question),
                (false, Some(found)) => not_here(session, question, &found),
                (false, None) => as_published(session, resolved),
            }}
        </div>
    }
}

/// The area, the one beside it and the period; none while files are on their way, since a stage that
/// is not read would look like one that is not published.
fn question(session: Session, resolved: Resolved) -> Option<PipelineQuestion> {
    if !session.settled.get() {
        return None;
    }
    let package = session.package.get()?;
    let area = resolved.area?;
    Some(PipelineQuestion {
        area,
        beside: session.view.with(|view| case_beside(view, &package, area)),
        period: resolved.at?,
    })
}

fn heading(
    session: Session,
    resolved: Memo<Option<Resolved>>,
    is_followed: bool,
) -> Option<AnyView> {
    let (package, resolved) = (session.package.get()?, resolved.get()?);
    let place = place_name(session, &package, &resolved, is_followed);
    let title = words::cases_heading(session.lang(), &place);
    let area = resolved.picked.or(resolved.area);
    let above = area.and_then(|area| breadcrumbs(session, &package, area, Page::Cases));
    Some(view! { <div>{above} {page_heading(title, String::new())}</div> }.into_any())
}

/// The area; the package, where it has several top areas and none was asked for.
fn place_name(
    session: Session,
    package: &Package,
    resolved: &Resolved,
    is_followed: bool,
) -> String {
    let area = match is_followed {
        true => resolved.area,
        false => shown_area(package, resolved),
    };
    let name = match area {
        Some(area) => &package.areas.get(area).name,
        None => &package.descriptor.title,
    };
    name.get(session.lang()).to_string()
}

/// Where there are no stages: the area asked for, or the one top area; all where there are several.
fn shown_area(package: &Package, resolved: &Resolved) -> Option<AreaId> {
    resolved
        .picked
        .or_else(|| resolved.area.filter(|_| package.areas.roots().len() == 1))
}

/// The page where there are stages.
fn followed(
    session: Session,
    answer: CasesAnswer,
    question: Memo<Option<PipelineQuestion>>,
) -> AnyView {
    view! {
        <div class="said">
            {move || said(session, answer)} {outliers_sentence(session, question)}
        </div>
        {case_charts(session, answer)}
        {move || rates_table(session, answer)}
        {case_score(session, question)}
    }
    .into_any()
}

/// The sentences: what came through, how sure the rates are, how the two areas differ.
fn said(session: Session, answer: CasesAnswer) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    let lang = session.lang();
    let (found, pairs) = (&answer.found, &answer.pairs);
    let flow = &found.flow;
    let other = found.beside.as_ref().map(|flow| flow.area);
    let apart = other.map_or(String::new(), |other| {
        words::case_difference_sentence(lang, &package, pairs, (flow.area, other))
    });
    let rates = words::case_rates_sentence(lang, flow, pairs);
    let is_refusal = flow.no_conversion.is_some();
    let sentence = |text: String| view! { <p class="sentence">{text}</p> }.into_any();
    let mut said = vec![sentence(words::case_flow_sentence(
        lang,
        &package,
        flow,
        found.question.period,
    ))];
    if is_refusal {
        said.push(view! { <p class="refusal">{rates}</p> }.into_any());
    } else {
        let more = [rates, apart].into_iter().filter(|text| !text.is_empty());
        said.extend(more.map(sentence));
    }
    for fault in &flow.faults {
        let text = words::stage_fault_text(lang, *fault);
        said.push(view! { <p class="refusal">{text}</p> }.into_any());
    }
    let absent = words::absent_stages_text(lang, flow);
    if !absent.is_empty() {
        said.push(view! { <p class="definition">{absent}</p> }.into_any());
    }
    Some(said.into_any())
}

/// The page where stages are counted, but not of this area at this period: why, and the way to the
/// nearest period.
fn not_here(
    session: Session,
    question: Memo<Option<PipelineQuestion>>,
    found: &StagesElsewhere,
) -> AnyView {
    let (Some(package), Some(asked)) = (session.package.get(), question.get()) else {
        return ().into_any();
    };
    let lang = session.lang();
    let at = (asked.area, asked.period);
    let text = words::stages_elsewhere_sentence(lang, &package, at, found);
    let link = found.nearest.map(|nearest| {
        let target = move |view: &View| View {
            period: PeriodKey::At(nearest),
            ..view.clone()
        };
        let label = words::see_period_text(lang, nearest);
        view_link("", None, "", Box::new(target), label.into_any())
    });
    view! {
        <p class="sentence">{text}</p>
        <p>{link}</p>
    }
    .into_any()
}

/// The page where no stage is counted: what is published instead, as it is.
fn as_published(session: Session, resolved: Memo<Option<Resolved>>) -> AnyView {
    let figures = kept(move || {
        let (package, resolved) = (session.package.get()?, resolved.get()?);
        // An area that is not there has no figures; those of all others are not its.
        resolved.area?;
        let within = shown_area(&package, &resolved);
        Some(Arc::new(case_figures(&package, within)))
    });
    let table = move |found: &Arc<CaseFigures>| {
        let package = session.package.get()?;
        Some(figures_table(session, &package, found))
    };
    (move || {
        let (package, found) = (session.package.get()?, figures.get()?);
        // While files are on their way nothing is said to be missing.
        if !session.settled.get() {
            return None;
        }
        let lang = session.lang();
        let area = shown_area(&package, &resolved.get()?);
        let area = area.map(|area| package.areas.get(area).name.get(lang));
        let text = words::no_stages_sentence(lang, &package, area, found.rows.len());
        let has_any = !found.rows.is_empty();
        let is_judged = package.descriptor.judged;
        let unpublished = (has_any && !is_judged).then(|| words::cases_unpublished_text(lang));
        Some(view! {
            <p class="sentence">{text}</p>
            {has_any.then(|| table(&found))}
            <p class="definition">{unpublished}</p>
        })
    })
    .into_any()
}
