//! The charts of one indicator at one area: between its control limits, against the benchmark, beside
//! other areas.

use crate::answer::{Together, Trend};
use crate::browser;
use crate::draw::Frame;
use crate::export::{frame, series_csv, together_csv};
use crate::figure::{Figure, against_figure, together_figure, trend_figure};
use crate::package::Package;
use crate::ui::parts::chart::{ChartActions, ChartTexts, chart};
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The control chart and, where there is one, that against the benchmark. They share what is touched.
pub fn series_charts(session: Session, answer: Memo<Option<Arc<Trend>>>) -> AnyView {
    let own = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        trend_figure(session.lang(), &package, &answer)
    });
    let against = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        against_figure(session.lang(), &package, &answer)
    });
    view! {
        <div class="charts">
            {one_chart(session, answer, own, false)} {one_chart(session, answer, against, true)}
        </div>
    }
    .into_any()
}

fn one_chart(
    session: Session,
    answer: Memo<Option<Arc<Trend>>>,
    figure: Memo<Option<Figure>>,
    is_against: bool,
) -> AnyView {
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let is_drawn = figure.with(Option::is_some);
        is_drawn.then(|| series_texts(session, &package, &answer, is_against))
    });
    let actions = ChartActions {
        touched: session.touched,
        activate: Callback::new(move |key: u32| {
            let place = answer.with_untracked(|answer| {
                let point = answer.as_ref()?.points.get(key as usize)?;
                point.reading.place
            });
            session.origin.set(place);
        }),
        csv: Callback::new(move |()| {
            let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
            let address = browser::address_of(&session.pinned_query());
            Some(series_csv(session.lang(), &package, &answer, &address))
        }),
    };
    (move || {
        texts
            .get()
            .map(|texts| chart(session, figure, texts, actions))
    })
    .into_any()
}

fn series_texts(
    session: Session,
    package: &Package,
    answer: &Trend,
    is_against: bool,
) -> ChartTexts {
    let lang = session.lang();
    let title = words::series_title(lang, package, answer);
    let span = words::points_span_text(lang, answer);
    let code = &package.areas.get(answer.question.area).code;
    let indicator = &package.indicators.get(answer.question.indicator).code;
    let (_, lead) = words::trend_lead(lang, package, answer);
    let stem = file_stem(&[&package.name, indicator, code, "trend"]);
    if is_against {
        let against = words::against_title(lang, package, answer);
        return ChartTexts {
            frame: titled(session, package, title, [&against, " · ", &span].concat()),
            file_stem: stem + "-against",
            briefing: words::sentences(
                lang,
                &[&lead, &words::against_sentence(lang, package, answer)],
            ),
            has_own_table: false,
        };
    }
    let mut said = vec![lead];
    said.extend(words::trend_more(lang, package, answer));
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let subtitle = match answer.chart {
        Ok(_) => [session.words().trends().control_chart, " · ", &span].concat(),
        Err(_) => span,
    };
    ChartTexts {
        frame: titled(session, package, title, subtitle),
        file_stem: stem,
        briefing: words::sentences(lang, &said),
        has_own_table: true,
    }
}

fn titled(session: Session, package: &Package, title: String, subtitle: String) -> Frame {
    frame(session.lang(), package, title, subtitle)
}

/// The name of downloaded files, of codes only.
pub fn file_stem(parts: &[&str]) -> String {
    parts.join("-").replace(['/', '\\', ' ', ':'], "_")
}

/// Several areas as lines.
pub fn together_chart(session: Session, answer: Memo<Option<Arc<Together>>>) -> AnyView {
    let figure = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        together_figure(session.lang(), &package, &answer)
    });
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let lang = session.lang();
        let is_drawn = figure.with(Option::is_some);
        let indicator = &package.indicators.get(answer.question.indicator).code;
        is_drawn.then(|| ChartTexts {
            frame: titled(
                session,
                &package,
                words::together_title(lang, &package, &answer),
                words::periods_span_text(lang, &answer.periods),
            ),
            file_stem: file_stem(&[&package.name, indicator, "together"]),
            briefing: words::together_sentence(lang, &package, &answer),
            has_own_table: false,
        })
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key: u32| {
            let place = answer.with_untracked(|answer| {
                let answer = answer.as_ref()?;
                let width = answer.periods.len().max(1);
                let series = answer.series.get(key as usize / width)?;
                series.readings.get(key as usize % width)?.place
            });
            session.origin.set(place);
        }),
        csv: Callback::new(move |()| {
            let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
            let address = browser::address_of(&session.pinned_query());
            Some(together_csv(session.lang(), &package, &answer, &address))
        }),
    };
    (move || {
        texts
            .get()
            .map(|texts| chart(session, figure, texts, actions))
    })
    .into_any()
}
