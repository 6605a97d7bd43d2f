//! What the page of standards asks and is answered, made once and shared by its parts.

use crate::answer::{
    SplitPlan, SplitQuestion, StandardEntry, Standards, StandardsQuestion, limit_tried, split_plan,
    standards,
};
use crate::model::{Operator, Role, read_number};
use crate::package::Package;
use crate::ui::session::{Session, kept};
use leptos::prelude::*;
use std::sync::Arc;

/// The answers of the page. All are blank until every file that they need has been read: verdicts on
/// half of the areas would be wrong for a moment.
#[derive(Clone, Copy)]
pub struct StandardsAnswers {
    /// What was asked.
    pub question: Memo<Option<StandardsQuestion>>,
    /// Every standard and who meets it.
    pub found: Memo<Option<Arc<Standards>>>,
    /// The place of the one looked at.
    pub place: Memo<Option<usize>>,
    /// The same standard with the reader's own limit.
    pub tried: Memo<Option<Arc<StandardEntry>>>,
    /// The splits of what is too large.
    pub plan: Memo<Option<Arc<SplitPlan>>>,
}

impl StandardsAnswers {
    /// The answers to what the view asks.
    pub fn new(session: Session) -> StandardsAnswers {
        let question = Memo::new(move |_| {
            let resolved = session.resolved.get().filter(|_| session.settled.get())?;
            Some(StandardsQuestion {
                area: resolved.within,
                period: resolved.at?,
            })
        });
        let found = kept(move || {
            let package = session.package.get()?;
            Some(Arc::new(standards(&package, question.get()?)))
        });
        let code = Memo::new(move |_| session.view.with(|view| view.standard.clone()));
        let place = Memo::new(move |_| found.get()?.picked(&code.get()));
        let limit = Memo::new(move |_| {
            let limit = session.view.with(|view| read_number(view.limit.trim()));
            limit.filter(|limit| limit.is_finite() && *limit > 0.0)
        });
        let tried = kept(move || {
            let limit = limit.get()?;
            let (package, found) = (session.package.get()?, found.get()?);
            let entry = found.entries.get(place.get()?)?;
            let tried = limit_tried(&package, question.get()?, &entry.standard, limit)?;
            Some(Arc::new(tried))
        });
        let plan = kept(move || {
            let (package, found) = (session.package.get()?, found.get()?);
            let entry = found.entries.get(place.get()?);
            let own = entry.filter(|entry| limits_households(&package, entry));
            let question = question.get()?;
            let asked = SplitQuestion {
                area: question.area,
                period: question.period,
                limit: limit.get().filter(|_| own.is_some()),
            };
            Some(Arc::new(split_plan(&package, asked)))
        });
        StandardsAnswers {
            question,
            found,
            place,
            tried,
            plan,
        }
    }

    /// The standard looked at, with everything read so far.
    pub fn entry(&self, session: Session) -> Option<(Arc<Package>, StandardEntry)> {
        let (package, found) = (session.package.get()?, self.found.get()?);
        let entry = found.entries.get(self.place.get()?)?;
        Some((package, entry.clone()))
    }
}

/// True of a standard that says how many households a community may have: its limit is also that of
/// the parts of a split.
fn limits_households(package: &Package, entry: &StandardEntry) -> bool {
    let indicator = entry.indicator.map(|id| package.indicators.get(id));
    entry.standard.operator == Operator::AtMost
        && indicator.is_some_and(|it| it.role == Some(Role::UnitHouseholds))
}
