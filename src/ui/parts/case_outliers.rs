//! The sentence on the places in which cases get stuck, each of them a link to its own page of cases.

use crate::answer::{CaseOutlier, CaseOutliers, CaseRateName, PipelineQuestion, case_outliers};
use crate::package::Package;
use crate::route::{Page, View};
use crate::ui::parts::link::{of_area, view_link};
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// So many are named.
const MOST_NAMED: usize = 5;

/// The sentence; nothing inside an area without areas of its own.
pub fn outliers_sentence(session: Session, question: Memo<Option<PipelineQuestion>>) -> AnyView {
    let found = kept(move || {
        let (package, question) = (session.package.get()?, question.get()?);
        let name = CaseRateName::Resolution;
        case_outliers(&package, question.area, question.period, name).map(Arc::new)
    });
    let view = move || {
        let (package, found) = (session.package.get()?, found.get()?);
        Some(sentence(session, &package, &found))
    };
    (move || view()).into_any()
}

fn sentence(session: Session, package: &Package, found: &CaseOutliers) -> AnyView {
    let lang = session.lang();
    let count = found.worse.len();
    let named: Vec<AnyView> = found
        .worse
        .iter()
        .take(MOST_NAMED)
        .enumerate()
        .map(|(at, outlier)| {
            let stop = words::list_stop(lang, at + 1 == count.min(MOST_NAMED), count > MOST_NAMED);
            named(session, package, outlier, stop)
        })
        .collect();
    view! { <p class="sentence">{words::case_outliers_text(lang, package, found)} {named}</p> }
        .into_any()
}

fn named(
    session: Session,
    package: &Package,
    outlier: &CaseOutlier,
    stop: &'static str,
) -> AnyView {
    let about = package.areas.get(outlier.area);
    let code = about.code.clone();
    let target = Box::new(move |view: &View| of_area(view, Page::Cases, &code));
    let (name, lang) = about.name.get_with_lang(session.lang());
    let name = view! { <span lang=lang.tag()>{name.to_string()}</span> };
    let sign = [words::verdict_sign(outlier.verdict), "\u{a0}"].concat();
    let said = words::case_outlier_text(session.lang(), outlier);
    view! { {sign} {view_link("", None, "", target, name.into_any())} {said} {stop} }.into_any()
}
