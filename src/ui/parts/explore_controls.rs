//! What the pictures of the researcher's page are asked: the controls that they share, and those of the
//! scatter.

use crate::answer::{ShadeBy, period_options};
use crate::model::IndicatorId;
use crate::package::Package;
use crate::route::{PeriodKey, Resolved, SHADE_BY_VERDICT, across, scatter_question};
use crate::ui::parts::question_controls::{
    indicator_choices, indicator_code, level_control, verdict_control, within_control,
};
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The choice of the indicator that the page is about. A period that the new one does not have gives
/// way to its newest.
pub fn own_indicator(session: Session, label: &'static str) -> AnyView {
    let resolved = session.resolved;
    select(
        label,
        "indicator",
        false,
        Signal::derive(move || indicator_choices(session)),
        Signal::derive(move || indicator_code(session, resolved.get())),
        Callback::new(move |code: String| choose_indicator(session, code)),
    )
}

/// Chooses the indicator that the page is about; the one across changes places with it.
pub fn choose_indicator(session: Session, code: String) {
    let Some(package) = session.package.get_untracked() else {
        return;
    };
    let resolved = session.resolved.get_untracked();
    let before = resolved.and_then(|it| it.indicator);
    let before = before.map(|id| package.indicators.get(id).code.clone());
    let keeps = keeps_period(session, &package, &code, resolved);
    session.change(|view| {
        if view.explore_choice("across") == code {
            view.set_explored("across", &before.unwrap_or_default());
            view.set_explored("across-period", "");
        }
        view.indicator = code;
        if !keeps {
            view.period = PeriodKey::Newest;
        }
    });
}

fn keeps_period(
    session: Session,
    package: &Package,
    code: &str,
    resolved: Option<Resolved>,
) -> bool {
    let PeriodKey::At(period) = session.view.with_untracked(|view| view.period) else {
        return true;
    };
    let level = resolved.and_then(|it| it.level);
    let asked = package.indicators.id(code).zip(level);
    asked.is_some_and(|(id, level)| period_options(package, id, level).contains(&period))
}

/// The controls of a distribution: indicator, level, within.
pub fn distribution_controls(session: Session) -> AnyView {
    view! {
        <div class="controls">
            {own_indicator(session, session.words().indicator)}
            {level_control(session, session.resolved)} {within_control(session, session.resolved)}
        </div>
    }
    .into_any()
}

/// The controls of a scatter.
pub fn scatter_controls(session: Session) -> AnyView {
    let resolved = session.resolved;
    let words = session.words().explore();
    let across_id = Memo::new(move |_| {
        let (package, resolved) = (session.package.get()?, resolved.get()?);
        session.view.with(|view| across(view, &package, &resolved))
    });
    let code = move |id: Option<IndicatorId>| {
        let found = session.references.get().zip(id);
        found.map_or(String::new(), |(package, id)| {
            package.indicators.get(id).code.clone()
        })
    };
    let across_control = select(
        words.across,
        "across",
        false,
        Signal::derive(move || {
            let own = indicator_code(session, resolved.get());
            let mut choices = indicator_choices(session);
            choices.retain(|choice| choice.value != own);
            choices
        }),
        Signal::derive(move || code(across_id.get())),
        Callback::new(move |code: String| {
            session.change(|view| {
                view.set_explored("across", &code);
                view.set_explored("across-period", "");
            });
        }),
    );
    let is_judged = move || {
        let package = session.references.get();
        package.is_some_and(|package| package.descriptor.judged)
    };
    let by_verdict = move || {
        let shade = session
            .view
            .with(|view| view.explore_choice("shade") == SHADE_BY_VERDICT);
        shade && is_judged()
    };
    view! {
        <div class="controls">
            {own_indicator(session, words.upwards)} {across_control}
            {across_period_control(session, across_id)}
            <button type="button" class="quiet" on:click=move |_| swap(session)>
                {words.swap}
            </button> {level_control(session, resolved)} {within_control(session, resolved)}
            {third_control(session, "size", words.size, words.size_none)}
            {third_control(session, "shade", words.shade, words.shade_none)}
            {move || by_verdict().then(|| verdict_control(session))}
        </div>
    }
    .into_any()
}

/// Another period across than upwards.
fn across_period_control(session: Session, across_id: Memo<Option<IndicatorId>>) -> AnyView {
    let words = session.words().explore();
    let asked = move || {
        session
            .view
            .with(|view| view.explore_choice("across-period").to_string())
    };
    select(
        words.across_period,
        "across-period",
        false,
        Signal::derive(move || {
            let lang = session.lang();
            let mut choices = vec![Choice::new("", words.same_period)];
            let level = session.resolved.get().and_then(|it| it.level);
            let found = session.package.get().zip(across_id.get()).zip(level);
            if let Some(((package, id), level)) = found {
                let periods = period_options(&package, id, level).into_iter();
                choices.extend(periods.map(|period| {
                    Choice::new(period.to_string(), words::period_text(lang, period))
                }));
                choices.push(Choice::new("latest", session.words().each_latest));
            }
            let asked = asked();
            if !choices.iter().any(|choice| choice.value == asked) {
                choices.push(Choice::new(asked.clone(), asked));
            }
            choices
        }),
        Signal::derive(asked),
        Callback::new(move |period: String| {
            session.change(|view| {
                view.set_explored("across-period", &period);
            });
        }),
    )
}

/// A third indicator, or none; a shade can be the verdict, too.
fn third_control(
    session: Session,
    key: &'static str,
    label: &'static str,
    none: &'static str,
) -> AnyView {
    select(
        label,
        key,
        false,
        Signal::derive(move || {
            let mut choices = vec![Choice::new("", none)];
            let package = session.references.get();
            let is_judged = package.is_some_and(|package| package.descriptor.judged);
            if key == "shade" && is_judged {
                let words = session.words().explore();
                choices.push(Choice::new(SHADE_BY_VERDICT, words.shade_verdict));
            }
            choices.extend(indicator_choices(session));
            choices
        }),
        Signal::derive(move || {
            session
                .view
                .with(|view| view.explore_choice(key).to_string())
        }),
        Callback::new(move |code: String| {
            session.change(|view| {
                view.set_explored(key, &code);
            });
        }),
    )
}

/// What stood across now stands upwards, at its own period.
fn swap(session: Session) {
    let (Some(package), Some(resolved)) = (
        session.package.get_untracked(),
        session.resolved.get_untracked(),
    ) else {
        return;
    };
    let view = session.view.get_untracked();
    let Some(question) = scatter_question(&view, &package, &resolved) else {
        return;
    };
    let ((x, x_period), (y, y_period)) = (question.relate.x, question.relate.y);
    let code = |id| package.indicators.get(id).code.clone();
    let key = |period| match period {
        crate::answer::PeriodChoice::At(period) => PeriodKey::At(period),
        crate::answer::PeriodChoice::EachLatest => PeriodKey::EachLatest,
    };
    session.change(|view| {
        view.indicator = code(x);
        view.set_explored("across", &code(y));
        if x_period != y_period {
            view.period = key(x_period);
            let text = match key(y_period) {
                PeriodKey::At(period) => period.to_string(),
                _ => "latest".to_string(),
            };
            view.set_explored("across-period", &text);
        }
        // A verdict is on what stands upwards, and that is another now.
        if question.shade == ShadeBy::Verdict {
            view.set_explored("shade", SHADE_BY_VERDICT);
        }
    });
}
