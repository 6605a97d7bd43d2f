//! What the overview shows after its first picture: its findings, a line each, those of sub-districts,
//! those of communities, standards not met; and the copy of its cards. Each line leads to the view that
//! shows it and copies as a briefing with its picture.

use super::briefing::{briefing_button, copy_briefing};
use super::export_menu::{Exported, export_menu_as};
use super::findings_view::{MakeFindings, findings_menu, gathered};
use super::link::{of_area, on_page, view_link};
use super::sparkline::sparkline;
use super::waiting::findings_wait;
use crate::answer::{
    Finding, Findings, FindingsQuestion, Overview, Reorganised, Shortfall, Sign, reorganised,
};
use crate::browser;
use crate::export::{
    cards_csv, finding_picture, findings_list_csv, shortfall_picture, shortfalls_csv,
};
use crate::figure::finding_line;
use crate::model::{AreaId, LevelId, Period};
use crate::package::Package;
use crate::route::{Page, PeriodKey, Shown, View};
use crate::ui::missing::later_is_read;
use crate::ui::session::{Gathered, Session, session};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// As many findings of a level as stand on the overview.
const MOST_LINES: usize = 4;

/// The list.
#[component]
pub fn OverviewFindings() -> impl IntoView {
    let session = session();
    let is_read = Memo::new(move |_| later_is_read(session));
    let until = Memo::new(move |_| session.asked_period());
    // Of another package or another period they are gathered anew.
    let found = move || {
        let package = session.package.get()?;
        let found = session.findings.get()?;
        (Arc::ptr_eq(&found.package, &package) && found.until == until.get()).then_some(found)
    };
    Effect::new(move |_| {
        let (package, until) = (session.package.get(), until.get());
        if let Some(package) = package.filter(|_| is_read.get())
            && untrack(found).is_none()
        {
            gather(session, package, until);
        }
    });
    move || match found() {
        Some(found) => list(session, &found.package, &found.findings),
        None => findings_wait(session),
    }
}

/// Copies the cards as lines of text.
pub fn copy_cards(session: Session, answer: &Overview, outcome: RwSignal<Option<bool>>) {
    if let Some(package) = session.package.get_untracked() {
        let line = words::cards_text(session.lang(), &package, answer);
        copy_briefing(session, (line, None), outcome);
    }
}

/// What leaves the page of the cards: their figures. Their pictures leave from the trends they lead to.
pub fn cards_menu(session: Session, shown: Arc<Overview>, is_open: RwSignal<bool>) -> AnyView {
    let package = session.package.get_untracked();
    let name = package.map_or(String::new(), |package| package.name.clone());
    let csv = Callback::new(move |()| {
        let package = session.package.get_untracked()?;
        let title = session.words().headlines;
        let title = [package.descriptor.title.get(session.lang()), title].join(" · ");
        let address = browser::address_of(&session.pinned_query());
        cards_csv(session.lang(), &package, &shown, (&title, &address))
    });
    let exported = Exported::of_table(&[&name, "headlines"], csv);
    export_menu_as(session, exported, is_open)
}

/// Gathers the findings of each level below the top, down to the community.
fn gather(session: Session, package: Arc<Package>, until: Option<Period>) {
    session.unfinished.update(|lists| *lists += 1);
    spawn_local(async move {
        let levels = levels(&package);
        let mut findings = Vec::new();
        for level in &levels {
            let question = FindingsQuestion {
                level: *level,
                until,
            };
            match gathered(session, &package, question).await {
                Some(found) => findings.push(found),
                None => break,
            }
        }
        if findings.len() == levels.len() {
            session.findings.set(Some(Gathered {
                package,
                until,
                findings,
            }));
        }
        session.unfinished.update(|lists| *lists -= 1);
    });
}

/// The levels below the top that have areas, down to the community; the top, too, where it is not one
/// area alone.
fn levels(package: &Package) -> Vec<LevelId> {
    let first = u8::from(package.areas.roots().len() == 1);
    let last = package.descriptor.level("community");
    let last = last.unwrap_or(LevelId(u8::MAX));
    let count = package.descriptor.levels.len().min(usize::from(u8::MAX)) as u8;
    let lower = (first..count).map(LevelId).filter(|level| *level <= last);
    let has_areas = |level: &LevelId| package.areas.iter().any(|(_, it)| it.level == *level);
    lower.filter(has_areas).collect()
}

fn list(session: Session, package: &Arc<Package>, all: &[Findings]) -> AnyView {
    let lang = session.lang();
    let words = session.words();
    let is_tested = |findings: &Findings| findings.compared_count + findings.shortfalls.len() > 0;
    if !all.iter().any(is_tested) {
        let text = words::spread_words(lang).not_tested;
        return view! { <p class="lead">{text}</p> }.into_any();
    }
    let mut groups: Vec<AnyView> = Vec::new();
    for findings in all {
        let level = findings.question.level;
        let shown = findings.findings.iter().take(MOST_LINES);
        let mut items: Vec<AnyView> = shown
            .map(|finding| finding_item(session, package, finding))
            .collect();
        if items.is_empty() {
            items.push(view! { <li class="none">{words.no_findings}</li> }.into_any());
        }
        let hidden = findings.findings.len().saturating_sub(MOST_LINES) + findings.more;
        items.extend((hidden > 0).then(|| {
            let text = words::more_findings_text(lang, hidden);
            let link = all_link(session, package, level, text);
            view! { <li class="more">{link}</li> }.into_any()
        }));
        groups.push(group(words::findings_group(lang, package, level), items));
    }
    let shortfalls = all.iter().flat_map(|findings| &findings.shortfalls);
    let shortfalls: Vec<AnyView> = shortfalls
        .take(MOST_LINES + 2)
        .map(|shortfall| shortfall_item(session, package, shortfall))
        .collect();
    if !shortfalls.is_empty() {
        groups.push(group(words.standards_short.to_string(), shortfalls));
    }
    let until = session.resolved.get().and_then(|it| it.at);
    let changes = until.map_or(Vec::new(), |until| reorganised(package, until));
    let changes: Vec<AnyView> = changes
        .iter()
        .take(MOST_LINES)
        .map(|change| reorganised_item(session, package, change))
        .collect();
    if !changes.is_empty() {
        groups.push(group(words.boundaries.to_string(), changes));
    }
    let deepest = all.last().map(|findings| {
        let basis = words::findings_basis_text(lang, package, findings);
        let link = all_link(
            session,
            package,
            findings.question.level,
            words.all_findings.to_string(),
        );
        view! { <p class="basis">{basis} " " {link}</p> }
    });
    let menus = menus(session, package, all);
    view! { <div class="verify-groups">{groups}</div> {deepest} {menus} }.into_any()
}

/// The findings and the standards not met as files, with those for which there is no room here.
fn menus(session: Session, package: &Arc<Package>, all: &[Findings]) -> AnyView {
    let (of_findings, of_shortfalls) = words::findings_menu_labels(session.lang());
    let shared = Arc::new(all.to_vec());
    let menu = |is_there: bool, word: &str, label: &'static str, make: MakeFindings| {
        let stem = [&package.name, word].concat();
        is_there.then(|| findings_menu(session, package, (stem, label), shared.clone(), make))
    };
    let has_findings = all.iter().any(|it| !it.findings.is_empty());
    let has_shortfalls = all.iter().any(|it| !it.shortfalls.is_empty());
    view! {
        <div class="actions table-menu">
            {menu(has_findings, "-findings", of_findings, findings_list_csv)}
            {menu(has_shortfalls, "-shortfalls", of_shortfalls, shortfalls_csv)}
        </div>
    }
    .into_any()
}

fn group(name: String, items: Vec<AnyView>) -> AnyView {
    view! {
        <section class="verify-group">
            <h3>{name}</h3>
            <ol>{items}</ol>
        </section>
    }
    .into_any()
}

/// Leads to all findings of a level, with what they rest on.
fn all_link(_: Session, package: &Package, level: LevelId, text: String) -> AnyView {
    let level = package.descriptor.levels[usize::from(level.0)].clone();
    let target = Box::new(move |view: &View| View {
        shown: Shown::Findings,
        level: level.clone(),
        within: String::new(),
        area: String::new(),
        ..on_page(view, Page::Compare)
    });
    view_link("quiet", None, "", target, text.into_any())
}

/// An area that has changed leads to its trend, one that stands apart to the comparison.
fn finding_item(session: Session, package: &Arc<Package>, finding: &Finding) -> AnyView {
    let lang = session.lang();
    let indicator = package.indicators.get(finding.indicator);
    let is_apart = finding.signs.iter().all(|sign| *sign == Sign::Apart);
    let page = match is_apart {
        true => Page::Compare,
        false => Page::Trends,
    };
    let (code, period) = (indicator.code.clone(), period_of(session, finding.period));
    let target = target_of_area(package, finding.area, page, move |view| {
        view.indicator.clone_from(&code);
        view.period = period;
    });
    let line = finding_line(lang, package, finding);
    let line = line.map(|line| sparkline(session, line, String::new()));
    let full = words::finding_text(lang, package, finding);
    let (picture_package, about) = (package.clone(), finding.clone());
    let make = Callback::new(move |()| {
        let scene = finding_picture(lang, &picture_package, &about);
        Some((full.clone(), scene))
    });
    let sign = words::finding_sign(indicator.polarity, finding);
    let said = words::finding_brief(lang, package, finding);
    let period = words::period_text(lang, finding.period);
    let beside = view! {
        <span class="period">{period}</span>
        {line}
    };
    item(session, sign, (said, target), beside.into_any(), Some(make))
}

/// The period that the line of a finding leads to: of a time that was asked for its own, else the newest,
/// so that whoever goes back sees the newest again.
fn period_of(session: Session, own: Period) -> PeriodKey {
    match session.asked_period() {
        Some(_) => PeriodKey::At(own),
        None => PeriodKey::Newest,
    }
}

fn shortfall_item(session: Session, package: &Arc<Package>, shortfall: &Shortfall) -> AnyView {
    let lang = session.lang();
    let standard = shortfall.standard.code.clone();
    let period = period_of(session, shortfall.period);
    let target: super::link::Target = Box::new(move |view: &View| View {
        standard: standard.clone(),
        area: String::new(),
        level: String::new(),
        within: String::new(),
        period,
        ..on_page(view, Page::Standards)
    });
    let full = words::shortfall_text(lang, package, shortfall);
    let (picture_package, about) = (package.clone(), shortfall.clone());
    let make = Callback::new(move |()| {
        let scene = shortfall_picture(lang, &picture_package, &about);
        Some((full.clone(), scene))
    });
    let said = words::shortfall_brief(lang, package, shortfall);
    let period = words::period_text(lang, shortfall.period);
    let share = words::shortfall_share(shortfall);
    let beside = view! {
        <span class="period">{period}</span>
        <span class="share">{share}</span>
    };
    item(
        session,
        ("verdict worse", "◇"),
        (said, target),
        beside.into_any(),
        Some(make),
    )
}

/// A split or a merger leads to the trend of the area as it was.
fn reorganised_item(session: Session, package: &Package, change: &Reorganised) -> AnyView {
    let said = words::reorganised_brief(session.lang(), package, change);
    let target = target_of_area(package, change.from[0], Page::Trends, |_| {});
    item(
        session,
        ("verdict", "→"),
        (said, target),
        ().into_any(),
        None,
    )
}

fn target_of_area(
    package: &Package,
    area: AreaId,
    page: Page,
    change: impl Fn(&mut View) + Send + Sync + 'static,
) -> super::link::Target {
    let code = package.areas.get(area).code.clone();
    Box::new(move |view: &View| {
        let mut target = of_area(view, page, &code);
        change(&mut target);
        target
    })
}

fn item(
    session: Session,
    (class, sign): (&'static str, &'static str),
    ((who, said), target): (words::Line, super::link::Target),
    beside: AnyView,
    make: Option<Callback<(), Option<super::briefing::Briefing>>>,
) -> AnyView {
    // A name in Latin letters wants a space before what is said of it.
    let space = match session.lang() {
        crate::model::Lang::Zh => "",
        crate::model::Lang::En => " ",
    };
    let inner = view! { <strong>{who}</strong> {space} {said} }.into_any();
    view! {
        <li>
            <span class=class aria-hidden="true">{sign}</span>
            <p>{view_link("", None, "", target, inner)}</p>
            <div class="beside">{beside}</div>
            <div class="actions">{make.map(|make| briefing_button(session, make))}</div>
        </li>
    }
    .into_any()
}
