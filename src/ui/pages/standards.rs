//! 规范: who meets which standard, by what margin.

use crate::package::Package;
use crate::ui::parts::briefing::text_briefing;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::missed_view::missed_view;
use crate::ui::parts::select::{Choice, select};
use crate::ui::parts::split_view::split_view;
use crate::ui::parts::standards_answers::StandardsAnswers;
use crate::ui::parts::standards_detail::standards_detail;
use crate::ui::parts::standards_register::standards_register;
use crate::ui::session::{Session, session};
use crate::words;
use leptos::prelude::*;

/// The page.
#[component]
pub fn StandardsPage() -> impl IntoView {
    let session = session();
    let answers = StandardsAnswers::new(session);
    let judges = Memo::new(move |_| {
        let found = answers.found.get();
        found.is_some_and(|found| found.entries.iter().any(|it| it.met + it.missed > 0))
    });
    let has_rows = Memo::new(move |_| answers.found.get().is_some_and(|it| !it.entries.is_empty()));
    view! {
        <div class="page standards">
            <div class="page-head">
                {move || heading(session)} {move || judges.get().then(|| controls(session, answers))}
            </div>
            {move || lead(session, answers)}
            <FailedFiles />
            {move || {
                has_rows
                    .get()
                    .then(|| {
                        view! {
                            <div class="standards-columns" class:alone=move || !judges.get()>
                                {standards_register(session, answers)}
                                {judges.get().then(|| standards_detail(session, answers))}
                            </div>
                            {split_view(session, answers)}
                            {missed_view(session, answers)}
                        }
                            .into_any()
                    })
            }}
        </div>
    }
}

fn heading(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    let title = package.descriptor.title.get(session.lang());
    let title = [title, " · ", session.words().standards_page().title].concat();
    Some(page_heading(title, String::new()))
}

/// The sentences at the top: how many are missed and by whom, and what is too large.
fn lead(session: Session, answers: StandardsAnswers) -> Option<AnyView> {
    let (package, found) = (session.package.get()?, answers.found.get()?);
    let lang = session.lang();
    let fixed = session.words().standards_page();
    if found.entries.is_empty() {
        return Some(view! { <p class="sentence">{fixed.no_standards}</p> }.into_any());
    }
    let sentence = words::standards_sentence(lang, &package, &found);
    let judged = package.descriptor.judged;
    let not_judged = (!judged).then(|| {
        let line = [sentence.as_str(), &words::standards_line(lang, &package)].concat();
        view! { <p class="refusal">{fixed.judges_nobody}</p> {text_briefing(session, line)} }
    });
    let plan = answers.plan.get().filter(|plan| !plan.splits.is_empty());
    let split = plan.map(|plan| {
        let lead = words::split_lead(lang, &package, &plan);
        view! { <p class="sentence">{lead}</p> }
    });
    let said = view! {
        <p class="sentence">{sentence}</p>
        {split}
        {not_judged}
    };
    Some(said.into_any())
}

fn controls(session: Session, answers: StandardsAnswers) -> AnyView {
    let words = session.words();
    let standard = select(
        words.standards_page().standard,
        "standard",
        false,
        Signal::derive(move || standard_choices(session, answers)),
        Signal::derive(move || {
            let entry = answers.entry(session);
            entry.map_or(String::new(), |(_, entry)| entry.standard.code)
        }),
        Callback::new(move |code| {
            session.change(|view| {
                view.standard = code;
                view.limit = String::new();
            });
        }),
    );
    let within = select(
        words.within,
        "within",
        false,
        Signal::derive(move || within_choices(session)),
        Signal::derive(move || {
            let package = session.package.get();
            let within = package.as_ref().and_then(|package| {
                let within = session.resolved.get()?.within?;
                Some(package.areas.get(within).code.clone())
            });
            within.unwrap_or_default()
        }),
        Callback::new(move |code| session.change(|view| view.within = code)),
    );
    view! { <div class="controls">{standard} {within}</div> }.into_any()
}

/// The standards in force, each once.
fn standard_choices(session: Session, answers: StandardsAnswers) -> Vec<Choice> {
    let Some(found) = answers.found.get() else {
        return Vec::new();
    };
    let lang = session.lang();
    let mut choices: Vec<Choice> = Vec::new();
    for entry in found.entries.iter().filter(|it| it.is_in_force()) {
        let standard = &entry.standard;
        if !choices.iter().any(|it| it.value == standard.code) {
            choices.push(Choice::new(standard.code.clone(), standard.label.get(lang)));
        }
    }
    choices
}

/// Areas within which the rest lie: those with a parent and with parts.
fn within_choices(session: Session) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", session.words().whole_area)];
    if let Some(package) = session.references.get() {
        choices.extend(areas_between(session, &package));
    }
    choices
}

fn areas_between(session: Session, package: &Package) -> Vec<Choice> {
    let lang = session.lang();
    let lowest = package.descriptor.level("community");
    let between = package.areas.iter().filter(|(id, area)| {
        area.parent.is_some()
            && lowest.is_none_or(|lowest| area.level < lowest)
            && !package.areas.children(*id).is_empty()
    });
    between
        .map(|(_, area)| Choice::new(area.code.clone(), area.name.get(lang)))
        .collect()
}
