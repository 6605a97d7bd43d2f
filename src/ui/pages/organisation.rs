//! 组织: whether the organisation reaches every level; what is missing, and where.

use crate::answer::{OrganisationQuestion, newest_of_area};
use crate::export::{frame, org_tree_csv};
use crate::figure::org_tree_figure;
use crate::model::AreaId;
use crate::route::Page;
use crate::ui::parts::area_picker::area_picker;
use crate::ui::parts::breadcrumbs::breadcrumbs;
use crate::ui::parts::briefing::text_briefing;
use crate::ui::parts::chart::{ChartActions, ChartTexts, chart};
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::link::of_area;
use crate::ui::parts::org_cells::{AreaAnswers, area_link, sign};
use crate::ui::parts::org_counts::{centres_table, counts_table, levels_list, meetings_part};
use crate::ui::parts::org_lacking::lacking_list;
use crate::ui::parts::org_tree_table::org_tree_table;
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::{Session, kept, session};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// What the page says: of one area, or of each top area where there are several and none is picked.
type Shown = Memo<Option<Vec<Arc<AreaAnswers>>>>;

/// The page.
#[component]
pub fn OrganisationPage() -> impl IntoView {
    let session = session();
    let questions = Memo::new(move |_| {
        let package = session.package.get()?;
        let resolved = session.resolved.get()?;
        let areas = match resolved.picked {
            Some(area) => vec![area],
            None if resolved.area.is_none() => Vec::new(),
            None => package.areas.roots(),
        };
        // Of several places each publishes at another time, and is seen at its own.
        let has_several = package.areas.roots().len() > 1;
        let at = |area: AreaId| {
            let own = resolved.at.filter(|_| has_several);
            let own = own.and_then(|until| newest_of_area(&package, area, until));
            own.or(resolved.at)
        };
        let questions = areas.into_iter().filter_map(|area| {
            let period = at(area)?;
            Some(OrganisationQuestion { area, period })
        });
        Some(questions.collect::<Vec<OrganisationQuestion>>())
    });
    // Until all files are read nothing is said: what is not read would seem to be missing.
    let shown: Shown = Memo::new_with_compare(
        move |before: Option<&Option<Vec<Arc<AreaAnswers>>>>| {
            if !session.settled.get() {
                return before.cloned().flatten();
            }
            let (package, questions) = (session.package.get()?, questions.get()?);
            let answers = questions.into_iter();
            let answers = answers.map(|it| Arc::new(AreaAnswers::of(package.clone(), it)));
            Some(answers.collect())
        },
        |_, _| true,
    );
    let kind = chosen_kind(session, shown);
    view! {
        <div class="page organisation">
            <div class="page-head">
                {move || heading(session, shown)}
                <div class="controls">
                    {area_picker(session, Page::Organisation)} {kind_select(session, shown, kind)}
                </div>
            </div>
            <FailedFiles />
            {move || body(session, shown)}
        </div>
    }
}

/// The kind of organisation that the address asks for, else the first.
fn chosen_kind(session: Session, shown: Shown) -> Memo<Option<usize>> {
    Memo::new(move |_| {
        let single = single(shown)?;
        let code = session.view.with(|view| view.indicator.clone());
        let mut kinds = single.tree.kinds.iter();
        let chosen =
            kinds.position(|kind| single.package.indicators.get(kind.indicator).code == code);
        Some(chosen.unwrap_or(0))
    })
}

/// The answers where the page is about one area.
fn single(shown: Shown) -> Option<Arc<AreaAnswers>> {
    shown.with(|shown| match shown.as_deref() {
        Some([single]) => Some(single.clone()),
        _ => None,
    })
}

fn heading(session: Session, shown: Shown) -> Option<AnyView> {
    let title = session.words().organisation().title;
    let Some(single) = single(shown) else {
        let package = session.references.get()?;
        let place = package.descriptor.title.get(session.lang()).to_string();
        let title = [&place, " · ", title].concat();
        return Some(page_heading(title, String::new()));
    };
    let area = single.tree.question.area;
    let name = single.package.areas.get(area).name.get(session.lang());
    let period = words::period_text(session.lang(), single.tree.question.period);
    let heading = page_heading([name, " · ", title].concat(), period);
    let path = breadcrumbs(session, &single.package, area, Page::Organisation);
    Some(view! { <div>{path} {heading}</div> }.into_any())
}

/// Which organisation chart and list are about.
fn kind_select(session: Session, shown: Shown, kind: Memo<Option<usize>>) -> AnyView {
    let code = move |single: &AreaAnswers, kind: usize| {
        let kind = single.tree.kinds.get(kind)?;
        Some(single.package.indicators.get(kind.indicator).code.clone())
    };
    let choices = Signal::derive(move || {
        let Some(single) = single(shown) else {
            return Vec::new();
        };
        let kinds = single.tree.kinds.iter();
        kinds
            .map(|kind| {
                let indicator = single.package.indicators.get(kind.indicator);
                Choice::new(indicator.code.clone(), indicator.label.get(session.lang()))
            })
            .collect()
    });
    let chosen = Signal::derive(move || {
        let chosen = single(shown).zip(kind.get());
        chosen
            .and_then(|(single, kind)| code(&single, kind))
            .unwrap_or_default()
    });
    let choose = Callback::new(move |code: String| session.change(|view| view.indicator = code));
    let has_choice = Memo::new(move |_| single(shown).is_some_and(|it| it.tree.kinds.len() > 1));
    (move || {
        has_choice.get().then(|| {
            let label = session.words().organisation().kind;
            select(label, "kind", false, choices, chosen, choose)
        })
    })
    .into_any()
}

fn body(session: Session, shown: Shown) -> Option<AnyView> {
    let answers = shown.get()?;
    if answers.is_empty() {
        // That there is no such area is told above.
        session.resolved.get()?.area?;
        let text = words::no_organisation_text(session.lang());
        return Some(view! { <p class="refusal">{text}</p> }.into_any());
    }
    if let [single] = answers.as_slice() {
        return Some(one_area(session, shown, single));
    }
    let areas: Vec<AnyView> = answers
        .iter()
        .map(|answers| {
            let area = answers.tree.question.area;
            let name = area_link(session, &answers.package, area, None);
            view! {
                <section class="place">
                    <h2>{name}</h2>
                    {said(session, answers)}
                    {counts_table(session, answers)}
                    {centres_table(session, answers)}
                    {meetings_part(session, answers)}
                </section>
            }
            .into_any()
        })
        .collect();
    Some(areas.into_any())
}

fn one_area(session: Session, shown: Shown, answers: &Arc<AreaAnswers>) -> AnyView {
    let fixed = session.words().organisation();
    let figure_part = match answers.tree.kinds.is_empty() {
        true => view! { <p class="refusal">{fixed.no_icicle}</p> }.into_any(),
        false => icicle_part(session, shown),
    };
    let part = |title: &'static str, inner: AnyView| {
        view! { <section class="org-part"><h2>{title}</h2> {inner}</section> }.into_any()
    };
    let found = &answers.found;
    let is_asked = !answers.is_below_community();
    let has_parts = !answers.is_lowest();
    let tree = has_parts.then(|| org_tree_table(session, answers));
    let centres = (is_asked || !found.centres.is_empty())
        .then(|| part(fixed.centres, centres_table(session, answers)));
    let levels = has_parts.then(|| part(fixed.levels, levels_list(session, answers)));
    let meetings = (is_asked || !found.meetings.is_empty())
        .then(|| part(fixed.meetings, meetings_part(session, answers)));
    view! {
        {said(session, answers)}
        {figure_part}
        {tree}
        {part(fixed.counts, counts_table(session, answers))}
        <div class="org-pair">{centres} {levels}</div>
        {meetings}
    }
    .into_any()
}

/// The sentences first: what is missing and where, whether figures agree.
fn said(session: Session, answers: &Arc<AreaAnswers>) -> AnyView {
    let said = words::organisation_said(
        session.lang(),
        &answers.package,
        &answers.tree,
        &answers.found,
    );
    let area = answers.package.areas.get(answers.tree.question.area);
    let texts: Vec<&str> = said.iter().map(|(text, _)| text.as_str()).collect();
    let copied = words::named_lines(session.lang(), area.name.get(session.lang()), &texts);
    let lines: Vec<AnyView> = said
        .into_iter()
        .map(|(text, is_missing)| {
            let is_judged = answers.is_judged() && is_missing.is_some();
            let sign = sign(is_judged, is_missing.unwrap_or_default());
            view! { <li>{sign} <span>{text}</span></li> }.into_any()
        })
        .collect();
    view! { <ul class="org-said">{lines}</ul> {text_briefing(session, copied)} }.into_any()
}

/// The icicle of the kind chosen, and beside it by name what is missing.
fn icicle_part(session: Session, shown: Shown) -> AnyView {
    let kind = chosen_kind(session, shown);
    let figure = kept(move || {
        let (single, kind) = (single(shown)?, kind.get()?);
        org_tree_figure(session.lang(), &single.package, &single.tree, kind)
    });
    let texts = Memo::new(move |_| {
        let (single, kind) = (single(shown)?, kind.get()?);
        let is_drawn = figure.with(Option::is_some);
        is_drawn.then(|| chart_texts(session, &single, kind))
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key: u32| {
            if let Some((single, kind)) = single_now(shown).zip(kind.get_untracked()) {
                open_cell(session, &single, kind, key as usize);
            }
        }),
        csv: Callback::new(move |()| {
            let (single, kind) = (single_now(shown)?, kind.get_untracked()?);
            org_tree_csv(session.lang(), &single.package, &single.tree, kind)
        }),
    };
    let drawn = move || {
        texts
            .get()
            .map(|texts| chart(session, figure, texts, actions))
    };
    let list = move || lacking_list(session, &single(shown)?, kind.get()?);
    view! { <div class="org-icicle">{drawn} {list}</div> }.into_any()
}

fn single_now(shown: Shown) -> Option<Arc<AreaAnswers>> {
    untrack(|| single(shown))
}

fn chart_texts(session: Session, answers: &AreaAnswers, kind: usize) -> ChartTexts {
    let (lang, package, tree) = (session.lang(), &answers.package, &answers.tree);
    let title = words::org_tree_title(lang, package, tree, kind);
    let about = tree.kinds.get(kind);
    let subtitle = about.map_or(String::new(), |kind| {
        words::org_tree_subtitle(lang, package, *kind)
    });
    let code = |area: AreaId| package.areas.get(area).code.clone();
    let indicator = about.map(|kind| package.indicators.get(kind.indicator).code.as_str());
    let stem = [
        &*package.name,
        indicator.unwrap_or_default(),
        &code(tree.question.area),
    ];
    ChartTexts {
        frame: frame(lang, package, title, subtitle),
        file_stem: stem.join("-").replace(['/', '\\', ' ', ':'], "_"),
        briefing: words::briefing_of_reach(lang, package, tree, kind),
        has_own_table: false,
    }
}

/// A unit leads to the row that its figure is from, an area to the same page about it; the area that
/// the page is about leads to what it lies in.
fn open_cell(session: Session, answers: &AreaAnswers, kind: usize, at: usize) {
    let Some(node) = answers.tree.nodes.get(at) else {
        return;
    };
    let is_unit = answers.tree.kinds.get(kind).map(|kind| kind.level) == Some(node.level);
    let place = answers.tree.reach(at, kind).place;
    if is_unit && place.is_some() {
        session.origin.set(place);
        return;
    }
    let areas = &answers.package.areas;
    let target = match node.parent {
        None => areas.get(node.area).parent,
        Some(_) => Some(node.area),
    };
    if let Some(target) = target {
        let code = areas.get(target).code.clone();
        session.change(|view| *view = of_area(view, Page::Organisation, &code));
    }
}
