//! Choosing the area that stands beside the page's own.

use crate::answer::PipelineQuestion;
use crate::model::AreaId;
use crate::package::Package;
use crate::route::NO_AREA_BESIDE;
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The control: none, or any area down to the community.
pub fn beside_select(session: Session, question: Memo<Option<PipelineQuestion>>) -> AnyView {
    let choices = Signal::derive(move || {
        let (Some(package), Some(question)) = (session.references.get(), question.get()) else {
            return Vec::new();
        };
        choices(session, &package, question.area)
    });
    let chosen = Signal::derive(move || {
        let beside = question.get().and_then(|question| question.beside);
        let found = session.references.get().zip(beside);
        found.map_or(NO_AREA_BESIDE.to_string(), |(package, area)| {
            package.areas.get(area).code.clone()
        })
    });
    let choose = Callback::new(move |code: String| session.change(|view| view.beside = vec![code]));
    select(
        session.words().cases().beside,
        "beside",
        false,
        choices,
        chosen,
        choose,
    )
}

/// None; the areas above; then all others, those of one under its name.
fn choices(session: Session, package: &Package, area: AreaId) -> Vec<Choice> {
    let lang = session.lang();
    let words = session.words().cases();
    let mut choices = vec![Choice::new(NO_AREA_BESIDE, words.beside_none)];
    let last = package.descriptor.level("community");
    let add = |id: AreaId, group: String| {
        let about = package.areas.get(id);
        Choice {
            value: about.code.clone(),
            label: words::benchmark_text(lang, package, id),
            group,
        }
    };
    for level in 0..package.descriptor.levels.len() {
        for (id, about) in package.areas.iter() {
            let is_shown = usize::from(about.level.0) == level
                && id != area
                && last.is_none_or(|last| about.level <= last);
            if !is_shown {
                continue;
            }
            let group = match about.parent {
                Some(parent) => package.areas.get(parent).name.get(lang).to_string(),
                None => String::new(),
            };
            choices.push(add(id, group));
        }
    }
    choices
}
