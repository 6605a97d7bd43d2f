//! What the researcher's table is asked: its controls and their choices.

use super::group_control::group_control;
use super::indicator_list::indicator_list;
use crate::answer::{Across, TablePeriods, TableQuestion, period_options};
use crate::model::Period;
use crate::route::Resolved;
use crate::ui::parts::question_controls::{level_control, within_control};
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// So many periods a span has at first.
const FIRST_SPAN: usize = 12;

/// The controls.
pub fn table_controls(session: Session, question: Memo<Option<TableQuestion>>) -> AnyView {
    let lang = session.lang();
    let texts = words::table_words(lang);
    let resolved = session.resolved;
    let across = select(
        texts.across,
        "pivot",
        false,
        Signal::derive(move || {
            let choice =
                |across: Across| Choice::new(across.word(), words::across_text(lang, across));
            Across::ALL.map(choice).to_vec()
        }),
        Signal::derive(move || {
            session
                .view
                .with(|view| view.explore_choice("pivot").to_string())
        }),
        Callback::new(move |word: String| {
            // A column of one layout is none of another.
            session.change(|view| {
                view.set_explored("pivot", &word);
                view.sort = String::new();
            });
        }),
    );
    view! {
        <div class="controls table-controls">
            {indicator_list(session, question)} {level_control(session, resolved)}
            {within_control(session, resolved)} {periods_control(session, resolved)} {across}
            {filter_box(session)} {group_control(session)}
        </div>
    }
    .into_any()
}

/// What the table is narrowed to, while it is typed.
fn filter_box(session: Session) -> AnyView {
    let texts = words::table_words(session.lang());
    let typed = move || session.view.with(|view| view.filter.clone());
    view! {
        <label class="select">
            <span>{texts.filter}</span>
            <input
                type="search"
                name="filter"
                autocomplete="off"
                placeholder=texts.filter_hint
                prop:value=typed
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    session.adjust(|view| view.filter = typed);
                }
            />
        </label>
    }
    .into_any()
}

/// The period of the page, all, or from one to another.
fn periods_control(session: Session, resolved: Memo<Option<Resolved>>) -> AnyView {
    let lang = session.lang();
    let texts = words::table_words(lang);
    let asked = Memo::new(move |_| {
        session
            .view
            .with(|view| view.explore_choice("periods").to_string())
    });
    let kind = Memo::new(move |_| {
        asked.with(|asked| match asked.as_str() {
            "" | "all" => asked.clone(),
            _ => "span".to_string(),
        })
    });
    let choices = Signal::derive(move || {
        let of_page = resolved.get().and_then(|it| it.period);
        let of_page = of_page.map(|it| match it {
            crate::answer::PeriodChoice::At(period) => TablePeriods::At(period),
            crate::answer::PeriodChoice::EachLatest => TablePeriods::EachLatest,
        });
        vec![
            Choice::new("", words::page_period_text(lang, of_page)),
            Choice::new("all", texts.all_periods),
            Choice::new("span", texts.span),
        ]
    });
    let choose = Callback::new(move |kind: String| {
        let span = match kind.as_str() {
            "span" => first_span(session).map(|(from, to)| format!("{from}..{to}")),
            _ => Some(kind),
        };
        session.change(|view| {
            view.set_explored("periods", &span.unwrap_or_default());
        });
    });
    let ends = move || {
        (kind.with(|kind| kind == "span")).then(|| {
            view! {
                {span_end(session, asked, false)}
                {span_end(session, asked, true)}
            }
        })
    };
    view! {
        {select(texts.periods, "periods", false, choices, kind.into(), choose)}
        {ends}
    }
    .into_any()
}

/// The periods on offer, the newest first.
fn offered(session: Session) -> Vec<Period> {
    let asked = session.package.get().zip(session.resolved.get());
    asked.map_or(Vec::new(), |(package, resolved)| {
        let asked = resolved.indicator.zip(resolved.level);
        asked.map_or(Vec::new(), |(id, level)| {
            period_options(&package, id, level)
        })
    })
}

fn first_span(session: Session) -> Option<(Period, Period)> {
    let periods = untrack(|| offered(session));
    let to = periods.first()?;
    let from = periods.get(FIRST_SPAN - 1).or(periods.last())?;
    Some((*from, *to))
}

/// One end of the span; the other stays, unless it would come out on the wrong side.
fn span_end(session: Session, asked: Memo<String>, is_last: bool) -> AnyView {
    let lang = session.lang();
    let texts = words::table_words(lang);
    let read = |text: &str| {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        Period::parse(from).zip(Period::parse(to))
    };
    let chosen = Signal::derive(move || {
        let span = asked.with(|asked| read(asked));
        let end = span.map(|(from, to)| if is_last { to } else { from });
        end.map_or(String::new(), |end| end.to_string())
    });
    let choices = Signal::derive(move || {
        let mut periods = offered(session);
        let end = Period::parse(&chosen.get());
        if let Some(end) = end.filter(|end| !periods.contains(end)) {
            periods.insert(0, end);
        }
        let choice =
            |period: Period| Choice::new(period.to_string(), words::period_text(lang, period));
        periods.into_iter().map(choice).collect()
    });
    let choose = Callback::new(move |value: String| {
        let span = asked.with_untracked(|asked| read(asked));
        if let Some((period, (from, to))) = Period::parse(&value).zip(span) {
            let (from, to) = match is_last {
                true => (from.min(period), period),
                false => (period, to.max(period)),
            };
            session.change(|view| {
                view.set_explored("periods", &format!("{from}..{to}"));
            });
        }
    });
    let (label, name) = match is_last {
        false => (texts.from, "periods-from"),
        true => (texts.to, "periods-to"),
    };
    select(label, name, false, choices, chosen, choose)
}
