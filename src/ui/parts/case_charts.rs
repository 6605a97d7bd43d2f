//! The charts of cases: the flow, the rates, the categories, the open cases.

use crate::answer::{
    Breakdown, CaseFlow, OpenCases, RowPlace, Trend, TrendQuestion, case_stages, trend,
};
use crate::browser;
use crate::draw::Frame;
use crate::export::{case_flow_csv, case_rates_csv, category_csv, frame, open_cases_csv};
use crate::figure::{
    BESIDE_KEY, Figure, case_flow_figure, case_rates_figure, category_figure, trend_figure,
};
use crate::model::AreaId;
use crate::package::Package;
use crate::ui::pages::cases::{Cases, CasesAnswer};
use crate::ui::parts::chart::{ChartActions, ChartTexts, chart};
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;

/// A chart of the page: how it is made of the answer.
#[derive(Clone, Copy)]
struct Kind {
    word: &'static str,
    figure: fn(Session, &Package, &Cases) -> Option<Figure>,
    /// Title, subtitle, and the sentence that goes with the picture.
    texts: fn(Session, &Package, &Cases) -> (String, String, String),
    place: fn(&Cases, u32) -> Option<RowPlace>,
    csv: fn(Session, &Package, &Cases, &str) -> Option<Vec<u8>>,
    has_own_table: bool,
    /// Why there is none; blank where that is said above.
    absent: fn(Session, &Cases) -> &'static str,
}

/// The charts, two beside each other.
pub fn case_charts(session: Session, answer: CasesAnswer) -> AnyView {
    let draw = move |kind: Kind| one_chart(session, answer, kind);
    view! {
        <div class="charts">{draw(FLOW)} {draw(RATES)}</div>
        <div class="charts">{draw(CATEGORIES)} {draw(OPEN)}</div>
    }
    .into_any()
}

const FLOW: Kind = Kind {
    word: "flow",
    figure: |session, package, cases| case_flow_figure(session.lang(), package, &cases.found),
    texts: |session, package, cases| {
        let (lang, found) = (session.lang(), &cases.found);
        (
            words::case_flow_title(lang, package, found.flow.area),
            words::case_period_text(lang, found.question.period, &found.flow),
            words::case_flow_sentence(lang, package, &found.flow, found.question.period),
        )
    },
    place: |cases, key| {
        let found = &cases.found;
        match key.checked_sub(BESIDE_KEY) {
            Some(at) => stage_place(found.beside.as_ref()?, at),
            None => stage_place(&found.flow, key),
        }
    },
    csv: |session, package, cases, address| {
        Some(case_flow_csv(
            session.lang(),
            package,
            &cases.found,
            address,
        ))
    },
    has_own_table: false,
    absent: |_, _| "",
};

fn stage_place(flow: &CaseFlow, at: u32) -> Option<RowPlace> {
    let role = case_stages().nth(at as usize)?;
    flow.stage(role)?.total.reading.place
}

const RATES: Kind = Kind {
    word: "rates",
    figure: |session, package, cases| {
        let found = &cases.found;
        let other = found.beside.as_ref().map(|flow| flow.area);
        case_rates_figure(
            session.lang(),
            package,
            &cases.pairs,
            (found.flow.area, other),
        )
    },
    texts: |session, package, cases| {
        let (lang, found) = (session.lang(), &cases.found);
        (
            words::case_rates_title(lang, package, found.flow.area),
            words::case_period_text(lang, found.question.period, &found.flow),
            words::placed_sentence(
                lang,
                package,
                (found.flow.area, found.question.period),
                &words::case_rates_sentence(lang, &found.flow, &cases.pairs),
            ),
        )
    },
    place: |cases, key| {
        let (at, is_beside) = match key.checked_sub(BESIDE_KEY) {
            Some(at) => (at, true),
            None => (key, false),
        };
        let pair = cases.pairs.get(at as usize)?;
        let rate = if is_beside { pair.beside } else { pair.own };
        rate?.rate.above.1.reading.place
    },
    csv: |session, package, cases, address| {
        let of = (&cases.found, &*cases.pairs);
        Some(case_rates_csv(session.lang(), package, of, address))
    },
    has_own_table: true,
    absent: |session, cases| match cases.found.flow.no_conversion {
        Some(_) => "",
        None => session.words().cases().no_rates,
    },
};

const CATEGORIES: Kind = Kind {
    word: "categories",
    figure: |session, package, cases| {
        let (area, first) = categories_of(cases)?;
        let lang = session.lang();
        let mut caption = words::category_sentence(lang, package, first);
        if area != cases.found.flow.area {
            let areas = (cases.found.flow.area, area);
            caption.insert_str(0, &words::category_instead(lang, package, areas));
        }
        Some(category_figure(lang, package, first, caption))
    },
    texts: |session, package, cases| {
        let (lang, found) = (session.lang(), &cases.found);
        let period = words::case_period_text(lang, found.question.period, &found.flow);
        match categories_of(cases) {
            Some((area, first)) => (
                words::category_title(lang, package, area, first),
                period,
                words::placed_sentence(
                    lang,
                    package,
                    (area, found.question.period),
                    &words::category_sentence(lang, package, first),
                ),
            ),
            None => (String::new(), period, String::new()),
        }
    },
    place: |cases, key| {
        let (_, first) = categories_of(cases)?;
        first.rows.get(key as usize)?.reading.place
    },
    csv: |session, package, cases, address| {
        let (area, first) = categories_of(cases)?;
        let at = (area, cases.found.question.period);
        Some(category_csv(session.lang(), package, at, first, address))
    },
    has_own_table: false,
    absent: |session, _| session.words().cases().no_categories,
};

/// The categories of the area, or else of the nearest one above it.
fn categories_of(cases: &Cases) -> Option<(AreaId, &Breakdown)> {
    let (area, breakdown) = cases.categories.as_ref()?;
    Some((*area, breakdown))
}

const OPEN: Kind = Kind {
    word: "open",
    figure: |session, package, cases| {
        trend_figure(session.lang(), package, &open_trend(package, cases)?)
    },
    texts: |session, package, cases| {
        let (lang, found) = (session.lang(), &cases.found);
        let said = |open: &OpenCases| words::open_cases_sentence(lang, found.question.period, open);
        let said = found.flow.open.as_ref().map(said).unwrap_or_default();
        let signal = open_signal(package, cases).map(|(now, limits)| {
            let signal = words::open_signal_text(lang, now, limits);
            words::sentences(lang, &[&*said, &*signal])
        });
        let at = (found.flow.area, found.question.period);
        let signal = signal.unwrap_or(said.clone());
        (
            words::open_cases_title(lang, package, found.flow.area),
            said,
            words::placed_sentence(lang, package, at, &signal),
        )
    },
    place: |cases, key| {
        let open = cases.found.flow.open.as_ref()?;
        open.series.get(key as usize)?.reading.place
    },
    csv: |session, package, cases, address| {
        let found = &cases.found;
        let open = found.flow.open.as_ref()?;
        Some(open_cases_csv(
            session.lang(),
            package,
            (found.flow.area, open),
            address,
        ))
    },
    has_own_table: false,
    absent: |session, cases| match cases.found.flow.open {
        Some(_) => session.words().cases().open_once,
        None => session.words().cases().no_open_cases,
    },
};

/// The series of the open cases against their limits.
fn open_trend(package: &Package, cases: &Cases) -> Option<Trend> {
    let found = &cases.found;
    let question = TrendQuestion {
        indicator: found.flow.open.as_ref()?.indicator,
        area: found.flow.area,
        until: Some(found.question.period),
        baseline: None,
        target: None,
    };
    Some(trend(package, question))
}

/// The open cases of the period and their limits; none where they are not final.
fn open_signal(package: &Package, cases: &Cases) -> Option<(f64, (f64, f64))> {
    let reading = &cases.found.flow.open.as_ref()?.total.reading;
    let now = reading
        .value
        .exact()
        .filter(|_| !reading.is_provisional())?;
    let chart = open_trend(package, cases)?.chart.ok()?;
    Some((now, (*chart.lower.last()?, *chart.upper.last()?)))
}

/// One chart, or why there is none.
fn one_chart(session: Session, answer: CasesAnswer, kind: Kind) -> AnyView {
    let figure = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        (kind.figure)(session, &package, &answer)
    });
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let is_drawn = figure.with(|figure| figure.is_some());
        is_drawn.then(|| texts(session, &package, &answer, kind))
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key: u32| {
            let place = answer.with_untracked(|answer| (kind.place)(answer.as_ref()?, key));
            session.origin.set(place);
        }),
        csv: Callback::new(move |()| {
            let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
            let address = browser::address_of(&session.pinned_query());
            (kind.csv)(session, &package, &answer, &address)
        }),
    };
    (move || match texts.get() {
        Some(texts) => Some(chart(session, figure, texts, actions)),
        // While files are on their way nothing is said to be missing.
        None if !session.settled.get() => None,
        None => answer.with(|answer| {
            let text = (kind.absent)(session, answer.as_ref()?);
            let is_said = !text.is_empty();
            is_said.then(|| view! { <p class="chart absent">{text}</p> }.into_any())
        }),
    })
    .into_any()
}

fn texts(session: Session, package: &Package, cases: &Cases, kind: Kind) -> ChartTexts {
    let (title, subtitle, briefing) = (kind.texts)(session, package, cases);
    let area = &package.areas.get(cases.found.flow.area).code;
    let period = cases.found.question.period.to_string();
    let stem = [&*package.name, "cases", kind.word, area, &period].join("-");
    let frame: Frame = frame(session.lang(), package, title, subtitle);
    ChartTexts {
        frame,
        file_stem: stem.replace(['/', '\\', ' ', ':'], "_"),
        briefing,
        has_own_table: kind.has_own_table,
    }
}
