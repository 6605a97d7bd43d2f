//! What should be looked into, in sentences: each leads to the view that shows it and copies as a
//! briefing line with its picture.

use crate::answer::{
    Finding, Findings, FindingsQuestion, Gathering, Shortfall, finding_indicators,
};
use crate::browser;
use crate::draw::Scene;
use crate::export::{finding_picture, findings_list_csv, shortfall_picture, shortfalls_csv};
use crate::model::Lang;
use crate::package::Package;
use crate::route::{Page, PeriodKey, Resolved, Shown, View};
use crate::ui::parts::briefing::briefing_button;
use crate::ui::parts::export_menu::{Exported, TableMaker, export_menu};
use crate::ui::parts::link::view_link;
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

type Found = (Arc<Package>, Arc<Findings>);

/// The list.
pub fn findings_view(session: Session, resolved: Memo<Option<Resolved>>) -> AnyView {
    let found: RwSignal<Option<Found>> = RwSignal::new(None);
    let level = Memo::new(move |_| resolved.get().and_then(|resolved| resolved.level));
    let until = Memo::new(move |_| session.asked_period());
    let judged = Memo::new(move |_| session.package.get().map(|it| it.descriptor.judged));
    Effect::new(move |_| {
        let (package, level, until) = (session.package.get(), level.get(), until.get());
        // Before everything is read there is nothing to hold against each other.
        let asked = package.zip(level).filter(|_| session.settled.get());
        let asked = asked.filter(|(package, _)| package.descriptor.judged);
        found.set(None);
        if let Some((package, level)) = asked {
            gather(session, package, FindingsQuestion { level, until }, found);
        }
    });
    (move || match found.get() {
        _ if judged.get() == Some(false) => {
            view! { <p class="lead">{session.words().not_judged_here}</p> }.into_any()
        }
        Some((package, findings)) => view_list(session, &package, &findings),
        None => view! { <p class="progress">{session.words().finding}</p> }.into_any(),
    })
    .into_any()
}

/// Gathers the findings, an indicator a turn, so that the page answers meanwhile.
fn gather(
    session: Session,
    package: Arc<Package>,
    question: FindingsQuestion,
    found: RwSignal<Option<Found>>,
) {
    session.unfinished.update(|lists| *lists += 1);
    spawn_local(async move {
        if let Some(findings) = gathered(session, &package, question).await {
            found.try_set(Some((package, Arc::new(findings))));
        }
        session.unfinished.update(|lists| *lists -= 1);
    });
}

/// The findings of a package; none where it has been read further meanwhile, so that nobody asks for
/// them any more.
pub async fn gathered(
    session: Session,
    package: &Arc<Package>,
    question: FindingsQuestion,
) -> Option<Findings> {
    let is_newest = || {
        session
            .package
            .with_untracked(|newest| newest.as_ref().is_some_and(|it| Arc::ptr_eq(it, package)))
    };
    let mut gathering = Gathering::new(question);
    for indicator in finding_indicators(package) {
        if !is_newest() {
            return None;
        }
        gathering.add(package, indicator);
        browser::next_turn().await;
    }
    gathering.add_standards(package);
    is_newest().then(|| gathering.finish())
}

fn view_list(session: Session, package: &Arc<Package>, findings: &Arc<Findings>) -> AnyView {
    let (lang, words) = (session.lang(), session.words());
    if findings.compared_count == 0 && findings.shortfalls.is_empty() {
        let text = words::spread_words(lang).not_tested;
        return view! { <p class="sentence">{text}</p> }.into_any();
    }
    let is_empty = findings.findings.is_empty();
    let items = findings.findings.iter();
    let items: Vec<AnyView> = items.map(|it| finding_item(session, package, it)).collect();
    let shortfalls = findings.shortfalls.iter();
    let shortfalls: Vec<AnyView> = shortfalls
        .map(|it| shortfall_item(session, package, it))
        .collect();
    let level = &package.descriptor.levels[usize::from(findings.question.level.0)];
    let all = Arc::new(vec![(**findings).clone()]);
    let menu = |(word, make): (&str, MakeFindings)| {
        let stem = [&package.name, word, level].join("-");
        let menu = findings_menu(session, package, (stem, ""), all.clone(), make);
        view! { <div class="actions table-menu">{menu}</div> }
    };
    let standards = (!shortfalls.is_empty()).then(|| {
        view! {
            <h2>{words.standards_missed}</h2>
            <ol class="findings">{shortfalls}</ol>
            {menu(("shortfalls", shortfalls_csv))}
        }
    });
    let menu = (!is_empty).then(|| menu(("findings", findings_list_csv)));
    view! {
        <section class="findings-section">
            <p class="definition">
                {words.findings_lead} {words::findings_basis_text(lang, package, findings)}
            </p>
            {is_empty.then(|| view! { <p class="sentence">{words.no_findings}</p> })}
            <ol class="findings">{items}</ol>
            {menu}
            {standards}
        </section>
    }
    .into_any()
}

/// How findings are made a table.
pub type MakeFindings = fn(Lang, &Package, &[Findings], &str) -> Vec<u8>;

/// What was found with the figures that it rests on, to leave the page.
pub fn findings_menu(
    session: Session,
    package: &Arc<Package>,
    (stem, label): (String, &'static str),
    all: Arc<Vec<Findings>>,
    make: MakeFindings,
) -> AnyView {
    let package = package.clone();
    let csv = Callback::new(move |()| {
        let address = browser::address_of(&session.pinned_query());
        Some(make(session.lang(), &package, &all, &address))
    });
    let exported = Exported {
        file_stem: stem.replace(['/', '\\', ' ', ':'], "_"),
        label,
        table: TableMaker::AtOnce(csv),
        chart: None,
    };
    export_menu(session, exported)
}

fn finding_item(session: Session, package: &Arc<Package>, finding: &Finding) -> AnyView {
    let lang = session.lang();
    let text = words::finding_text(lang, package, finding);
    let polarity = package.indicators.get(finding.indicator).polarity;
    let sign = words::finding_sign(polarity, finding);
    let about = View {
        page: Page::Compare,
        indicator: package.indicators.get(finding.indicator).code.clone(),
        area: package.areas.get(finding.area).code.clone(),
        period: PeriodKey::At(finding.period),
        ..View::default()
    };
    let (package, finding) = (package.clone(), finding.clone());
    let picture = Box::new(move || finding_picture(lang, &package, &finding));
    item(session, sign, text, about, picture)
}

fn shortfall_item(session: Session, package: &Arc<Package>, shortfall: &Shortfall) -> AnyView {
    let lang = session.lang();
    let text = words::shortfall_text(lang, package, shortfall);
    let about = View {
        page: Page::Compare,
        indicator: package.indicators.get(shortfall.indicator).code.clone(),
        period: PeriodKey::At(shortfall.period),
        benchmark: ["standard:", &shortfall.standard.code].concat(),
        ..View::default()
    };
    let (package, shortfall) = (package.clone(), shortfall.clone());
    let picture = Box::new(move || shortfall_picture(lang, &package, &shortfall));
    item(session, ("verdict", "◇"), text, about, picture)
}

type Picture = Box<dyn Fn() -> Option<Scene> + Send + Sync>;

/// One line: its sign, its sentence, the way to what shows it, and the copy.
fn item(
    session: Session,
    (class, sign): (&'static str, &'static str),
    text: String,
    about: View,
    picture: Picture,
) -> AnyView {
    let words = session.words();
    let target = Box::new(move |view: &View| View {
        shown: Shown::One,
        indicator: about.indicator.clone(),
        area: about.area.clone(),
        period: about.period,
        benchmark: about.benchmark.clone(),
        sort: String::new(),
        within: String::new(),
        ..view.clone()
    });
    let line = text.clone();
    let make = Callback::new(move |()| Some((line.clone(), picture())));
    view! {
        <li>
            <p>
                <span class=class aria-hidden="true">{sign}</span>
                {text}
            </p>
            <p class="actions">
                {view_link("", None, "", target, words.show_finding.into_any())}
                {briefing_button(session, make)}
            </p>
        </li>
    }
    .into_any()
}
