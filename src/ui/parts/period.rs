//! The period of what is shown, in the header: the same place on every page.

use super::select::{Choice, select};
use crate::answer::PeriodChoice;
use crate::model::Period;
use crate::route::{Page, PeriodKey, overview_periods};
use crate::ui::deferred::page_periods;
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The control; nothing on a page that shows no period of its own.
pub fn period_select(session: Session) -> AnyView {
    let lang = session.lang();
    let page = Memo::new(move |_| session.view.with(|view| view.page));
    let is_compared = move || matches!(page.get(), Page::Compare | Page::Map);
    let resolved = session.resolved;
    let asked = move || session.asked_period();
    let periods = Memo::new(move |_| {
        let (Some(package), Some(resolved)) = (session.package.get(), resolved.get()) else {
            return Vec::new();
        };
        let mut periods = match page.get() {
            Page::Overview => overview_periods(&package),
            // The page itself does not stand yet either.
            _ if !session.code_stands.get() => return Vec::new(),
            _ => session
                .view
                .with(|view| page_periods(view, &package, &resolved)),
        };
        if is_compared()
            && let Some(PeriodChoice::At(asked)) = resolved.period
            && !periods.contains(&asked)
        {
            let place = periods.partition_point(|period| *period > asked);
            periods.insert(place, asked);
        }
        periods
    });
    let choices = Signal::derive(move || {
        let words = session.words();
        let mut choices = vec![match is_compared() {
            true => Choice::new("latest", words.each_latest),
            false => Choice::new("", words.newest),
        }];
        choices.extend(
            periods
                .get()
                .into_iter()
                .map(|period| Choice::new(period.to_string(), words::period_text(lang, period))),
        );
        choices
    });
    let chosen = Signal::derive(move || match is_compared() {
        true => match resolved.get().and_then(|it| it.period) {
            Some(PeriodChoice::At(period)) => period.to_string(),
            Some(PeriodChoice::EachLatest) => "latest".to_string(),
            // Where there is no period at all, the one choice that there is.
            None if session.settled.get() => "latest".to_string(),
            None => String::new(),
        },
        // What is not on offer is not shown either.
        false => {
            let asked = asked().filter(|asked| periods.with(|periods| periods.contains(asked)));
            asked.map(|period| period.to_string()).unwrap_or_default()
        }
    });
    let choose = Callback::new(move |value: String| {
        let period = match Period::parse(&value) {
            Some(period) => PeriodKey::At(period),
            None if value == "latest" => PeriodKey::EachLatest,
            None => PeriodKey::Newest,
        };
        session.change(|view| view.period = period);
    });
    (move || {
        (page.get() != Page::Data).then(|| {
            select(
                session.words().period,
                "period",
                true,
                choices,
                chosen,
                choose,
            )
        })
    })
    .into_any()
}
