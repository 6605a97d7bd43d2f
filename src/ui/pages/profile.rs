//! 画像: how one area stands on everything.

use crate::answer::{BenchmarkChoice, ProfileQuestion, Reorganised, portrait};
use crate::browser;
use crate::figure::Look;
use crate::model::AreaId;
use crate::package::Package;
use crate::route::{Page, View, is_offered};
use crate::ui::parts::area_picker::area_picker;
use crate::ui::parts::breadcrumbs::breadcrumbs;
use crate::ui::parts::briefing::text_briefing;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::link::{of_area, view_link};
use crate::ui::parts::profile_charts::{Answer, course_chart, spine_chart};
use crate::ui::parts::profile_panels::{has_panels, organisation_panel, profile_panels};
use crate::ui::parts::profile_table::profile_table;
use crate::ui::session::{Session, kept, session};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let session = session();
    let question = Memo::new(move |_| {
        let resolved = session.resolved.get()?;
        Some(ProfileQuestion {
            area: resolved.area?,
            period: session.asked_period(),
            // A number or a standard is one indicator's own; only an area can be held against on all.
            benchmark: match resolved.benchmark {
                BenchmarkChoice::Area(area) => BenchmarkChoice::Area(area),
                _ => BenchmarkChoice::Top,
            },
        })
    });
    let answer: Answer = kept(move || {
        let (package, question) = (session.package.get()?, question.get()?);
        Some(Arc::new(portrait(&package, question)))
    });
    let look = Memo::new(move |_| Look {
        picked: None,
        is_plain: session.view.with(|view| view.is_plain),
    });
    // Known as soon as the indicators are: the chart does not change its width under the reader.
    let is_alone = Memo::new(move |_| {
        let package = session.references.get();
        package.is_some_and(|package| !has_panels(&package))
    });
    view! {
        <div class="page profile">
            <div class="page-head">
                {move || heading(session, answer)}
                <div class="choosing">
                    {area_picker(session, Page::Profile)} {move || elsewhere(session, answer)}
                </div>
            </div>
            {move || said(session, answer)}
            <FailedFiles />
            <div class="portrait" class:alone=move || is_alone.get()>
                <div class="portrait-main">
                    {spine_chart(session, answer, look)} {course_chart(session, answer)}
                    {move || table(session, answer, look, false)}
                    {move || organisation(session, answer)}
                </div>
                <div class="portrait-side">{move || panels(session, answer)}</div>
            </div>
            {move || table(session, answer, look, true)}
        </div>
    }
}

/// Where the area lies, its name, and the basic facts.
fn heading(session: Session, answer: Answer) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    let lang = session.lang();
    let area = answer.profile.question.area;
    let name = package.areas.get(area).name.get(lang).to_string();
    let facts = words::profile_facts(lang, &package, &answer.profile);
    let path = breadcrumbs(session, &package, area, Page::Profile);
    let changes = answer.reorganised.iter();
    let changes: Vec<AnyView> = changes
        .map(|change| reorganised(session, &package, (area, change)))
        .collect();
    let heading = page_heading(name, facts);
    Some(view! { <div class="who">{path} {heading} {changes}</div> }.into_any())
}

/// What a split or a merger means for the figures below, with links to the places on its other side.
fn reorganised(
    session: Session,
    package: &Package,
    (area, change): (AreaId, &Reorganised),
) -> AnyView {
    let lang = session.lang();
    let (before, others, after) = words::reorganised_notice(lang, area, change);
    let links = others.into_iter().enumerate().map(|(place, other)| {
        let about = package.areas.get(other);
        let code = about.code.clone();
        let target = Box::new(move |view: &View| of_area(view, Page::Profile, &code));
        let (name, name_lang) = about.name.get_with_lang(lang);
        let name = view! { <span lang=name_lang.tag()>{name.to_string()}</span> };
        let comma = (place > 0).then(|| words::list_comma(lang));
        view! { {comma} {view_link("", None, "", target, name.into_any())} }
    });
    let links: Vec<_> = links.collect();
    view! { <p class="reorganised">{before} {links} {after}</p> }.into_any()
}

/// The same area on other pages, and on paper.
fn elsewhere(session: Session, answer: Answer) -> Option<AnyView> {
    let (package, answer) = (session.references.get()?, answer.get()?);
    let own = session.words().profile();
    let link = |page: Page, label: &'static str| {
        let code = package.areas.get(answer.profile.question.area).code.clone();
        let target = Box::new(move |view: &View| of_area(view, page, &code));
        view_link("quiet", None, "", target, label.into_any())
    };
    let print = move |_| browser::print();
    let links = view! {
        <p class="elsewhere">
            {link(Page::Map, own.to_map)} {link(Page::Compare, own.to_compare)}
            <button type="button" class="quiet" on:click=print>
                {own.print}
            </button>
        </p>
    };
    Some(links.into_any())
}

/// The package, once all is read: before that nothing can be said to be missing.
fn read_package(session: Session) -> Option<Arc<Package>> {
    session
        .settled
        .get()
        .then(|| session.package.get())
        .flatten()
}

fn said(session: Session, answer: Answer) -> Option<AnyView> {
    let (package, answer) = (read_package(session)?, answer.get()?);
    let sentence = words::portrait_sentence(session.lang(), &package, &answer);
    if sentence.is_empty() {
        // Where nothing is judged there is no sentence, and no picture that could be taken along.
        let line = words::profile_line(session.lang(), &package, &answer.profile);
        let has_rows = !answer.profile.rows.is_empty();
        return has_rows.then(|| text_briefing(session, line));
    }
    Some(view! { <p class="sentence">{sentence}</p> }.into_any())
}

fn panels(session: Session, answer: Answer) -> Option<AnyView> {
    let (package, answer) = (read_package(session)?, answer.get()?);
    Some(profile_panels(session, &package, &answer))
}

fn organisation(session: Session, answer: Answer) -> Option<AnyView> {
    let (package, answer) = (read_package(session)?, answer.get()?);
    let has_any = is_offered(Page::Organisation, &package);
    has_any.then(|| organisation_panel(session, &package, &answer))
}

/// Every indicator: across the page below a spine chart; where there is none, in its place.
fn table(session: Session, answer: Answer, look: Memo<Look>, is_below: bool) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    let rows = &answer.profile.rows;
    let has_spine = rows.iter().any(|row| row.spine.is_some());
    let is_here = !rows.is_empty() && has_spine == is_below;
    is_here.then(|| profile_table(session, &package, &answer, look.get().is_plain))
}
