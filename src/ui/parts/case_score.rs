//! A score of the rates whose weights the reader sets: the weights, how it is made, and the areas.

use crate::answer::{
    CaseRateName, PipelineQuestion, Score, ScoreQuestion, ScoreRow, score, score_levels,
};
use crate::browser;
use crate::export::score_csv;
use crate::model::{AreaId, LevelId};
use crate::package::Package;
use crate::route::{Page, View, case_weights, score_level};
use crate::ui::parts::export_menu::table_menu;
use crate::ui::parts::link::{of_area, view_link};
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows that are shown at first of a long list.
const FIRST_ROWS: usize = 20;

type ScoreAnswer = Memo<Option<Arc<Score>>>;

/// The section; nothing where no level has several areas with stages.
pub fn case_score(session: Session, question: Memo<Option<PipelineQuestion>>) -> AnyView {
    let levels = Memo::new(move |_| {
        let (Some(package), Some(question)) = (session.package.get(), question.get()) else {
            return Vec::new();
        };
        score_levels(&package, question.period)
    });
    let weights = Memo::new(move |_| session.view.with(case_weights));
    let asked = Memo::new(move |_| {
        let (package, question) = (session.package.get()?, question.get()?);
        let level = session
            .view
            .with(|view| score_level(view, &package, question.period, question.area))?;
        Some((level, question.period, question.area))
    });
    let answer: ScoreAnswer = kept(move || {
        let (package, (level, period, _)) = (session.package.get()?, asked.get()?);
        let question = ScoreQuestion {
            level,
            period,
            weights: weights.get().0,
        };
        Some(Arc::new(score(&package, question)))
    });
    let available = Memo::new(move |_| {
        answer.with(|answer| {
            let answer = answer.as_ref();
            answer.map_or(Vec::new(), |it| it.available.clone())
        })
    });
    let is_all = RwSignal::new(false);
    let words = session.words().cases();
    let section = move || {
        view! {
            <section class="table-section case-score">
                <h2>{words.score}</h2>
                <div class="controls">{level_select(session, levels, asked)}</div>
                {move || weight_inputs(session, &available.get())}
                {move || {
                    let is_sound = weights.get().1;
                    (!is_sound).then(|| view! { <p class="refusal">{words.weights_ignored}</p> })
                }}
                {move || score_table(session, answer, asked.get()?.2, is_all)}
            </section>
        }
    };
    (move || levels.with(|levels| !levels.is_empty()).then(section)).into_any()
}

fn level_select(
    session: Session,
    levels: Memo<Vec<LevelId>>,
    asked: Memo<Option<(LevelId, crate::model::Period, AreaId)>>,
) -> AnyView {
    let word = |package: &Package, level: LevelId| {
        let levels = &package.descriptor.levels;
        levels
            .get(usize::from(level.0))
            .cloned()
            .unwrap_or_default()
    };
    let choices = Signal::derive(move || {
        let Some(package) = session.references.get() else {
            return Vec::new();
        };
        let levels = levels.get().into_iter();
        let choice = |level| {
            let label = words::level_entry_text(session.lang(), &package, level);
            Choice::new(word(&package, level), label)
        };
        levels.map(choice).collect()
    });
    let chosen = Signal::derive(move || {
        let found = session.references.get().zip(asked.get());
        found.map_or(String::new(), |(package, (level, ..))| {
            word(&package, level)
        })
    });
    let choose = Callback::new(move |level| session.change(|view| view.level = level));
    select(
        session.words().level,
        "level",
        false,
        choices,
        chosen,
        choose,
    )
}

/// A slider a rate. They are made once for the rates there are, so that none loses the focus while it
/// is moved.
fn weight_inputs(session: Session, available: &[CaseRateName]) -> Option<AnyView> {
    if available.is_empty() {
        return None;
    }
    let inputs: Vec<AnyView> = available
        .iter()
        .map(|name| weight_input(session, *name))
        .collect();
    let inputs = view! {
        <div class="weights">
            {inputs}
            <button
                type="button"
                class="quiet"
                on:click=move |_| session.change(|view| view.weights = String::new())
            >
                {session.words().cases().reset_weights}
            </button>
        </div>
    };
    Some(inputs.into_any())
}

fn weight_input(session: Session, name: CaseRateName) -> AnyView {
    let weight = Memo::new(move |_| session.view.with(|view| case_weights(view).0.of(name)));
    let text = move || words::count_text(weight.get());
    let set = move |number: String| {
        let number = crate::model::read_number(&number).unwrap_or(0.0);
        session.adjust(|view| {
            let (weights, _) = case_weights(view);
            view.weights = weights.with(name, number).text();
        });
    };
    view! {
        <label class="weight">
            <span>{words::case_rate_text(session.lang(), name)}</span>
            <input
                type="range"
                min="0"
                max="100"
                step="5"
                name=format!("weight-{}", name.word())
                prop:value=text
                on:input=move |event| set(event_target_value(&event))
            />
            <output>{text}</output>
        </label>
    }
    .into_any()
}

/// What the score is, and the areas by it.
fn score_table(
    session: Session,
    answer: ScoreAnswer,
    own: AreaId,
    is_all: RwSignal<bool>,
) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    let lang = session.lang();
    let fixed = session.words().cases();
    if answer.available.is_empty() {
        let text = words::no_scores_text(lang, &answer);
        return Some(view! { <p class="refusal">{text}</p> }.into_any());
    }
    let refusal = answer.refusal.map(|reason| {
        let text = words::no_case_rank_text(lang, reason);
        view! { <p class="refusal">{text}</p> }
    });
    let formula = words::score_formula(lang, &answer);
    let sentence = words::score_sentence(lang, &package, &answer);
    let space = words::sentence_space(lang);
    let is_cut = answer.rows.len() > FIRST_ROWS + FIRST_ROWS / 2 && !is_all.get();
    let shown = |(at, row): &(usize, &ScoreRow)| !is_cut || *at < FIRST_ROWS || row.area == own;
    let rows: Vec<AnyView> = answer
        .rows
        .iter()
        .enumerate()
        .filter(shown)
        .map(|(_, row)| score_row(session, &package, &answer, row, row.area == own))
        .collect();
    let table = (!rows.is_empty()).then(|| table(session, &package, &answer, rows));
    let all = is_cut.then(|| {
        let text = [fixed.show_all, " (", &answer.rows.len().to_string(), ")"].concat();
        view! {
            <button type="button" class="quiet" on:click=move |_| is_all.set(true)>
                {text}
            </button>
        }
    });
    let menu = (!answer.rows.is_empty()).then(|| score_menu(session, answer.clone()));
    Some(
        view! {
            <p>{sentence}</p>
            <p class="definition">{formula} {space} {fixed.score_caveat}</p>
            {refusal}
            {table}
            <div class="actions">{all}</div>
            {menu}
            {lacking(session, &package, &answer)}
        }
        .into_any(),
    )
}

fn table(session: Session, package: &Package, answer: &Score, rows: Vec<AnyView>) -> AnyView {
    let lang = session.lang();
    let fixed = session.words().cases();
    let is_ranked = answer.refusal.is_none();
    let mut heads = Vec::new();
    if is_ranked {
        heads.push(fixed.column_rank.to_string());
    }
    heads.push(fixed.column_area.to_string());
    heads.push(fixed.column_score.to_string());
    heads.push(fixed.column_interval.to_string());
    let rates = answer.counted.iter();
    heads.extend(rates.map(|(name, _)| words::case_rate_text(lang, *name).to_string()));
    heads.push(fixed.column_dispatched.to_string());
    let place = usize::from(is_ranked);
    let count = heads.len();
    let heads: Vec<AnyView> = heads
        .into_iter()
        .enumerate()
        .map(|(at, text)| {
            let is_rate = at > place + 2 && at + 1 < count;
            let class = match (at == place, is_rate) {
                (true, _) => "",
                (_, true) => "number rate",
                _ => "number",
            };
            view! { <th scope="col" class=class>{text}</th> }.into_any()
        })
        .collect();
    let label = words::score_title(lang, package, answer);
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="case-score-table">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn score_row(
    session: Session,
    package: &Package,
    answer: &Score,
    row: &ScoreRow,
    is_own: bool,
) -> AnyView {
    let number = |text: String| view! { <td class="number">{text}</td> }.into_any();
    let rate_cell = |text: String| view! { <td class="number rate">{text}</td> }.into_any();
    let rank = row.rank.map(|_| number(words::score_rank_text(row)));
    let rates: Vec<AnyView> = answer
        .counted
        .iter()
        .map(|(name, _)| {
            let rate = row.rates.iter().find(|it| it.name == *name);
            rate_cell(rate.map_or(String::new(), |it| words::per_cent_text(it.share)))
        })
        .collect();
    let dispatched = row.dispatched().map_or(String::new(), words::count_text);
    let class = if is_own { "case-own" } else { "" };
    view! {
        <tr class=class>
            {rank} <th scope="row">{area_link(session, package, row.area)}</th>
            {number(words::number_text(row.score, 1))}
            {number(words::score_interval_text(row))} {rates} {number(dispatched)}
        </tr>
    }
    .into_any()
}

/// The area, which leads to its profile.
fn area_link(session: Session, package: &Package, area: AreaId) -> AnyView {
    let about = package.areas.get(area);
    let code = about.code.clone();
    let target = Box::new(move |view: &View| of_area(view, Page::Profile, &code));
    let (name, lang) = about.name.get_with_lang(session.lang());
    let name = view! { <span lang=lang.tag()>{name.to_string()}</span> };
    view_link("", None, "", target, name.into_any())
}

/// The areas without a score, and what each lacks.
fn lacking(session: Session, package: &Package, answer: &Score) -> Option<AnyView> {
    let lang = session.lang();
    let entries: Vec<AnyView> = answer
        .lacking
        .iter()
        .map(|lack| {
            let text = words::score_lack_text(lang, lack);
            view! { <li>{area_link(session, package, lack.area)} " " {text}</li> }.into_any()
        })
        .collect();
    if entries.is_empty() {
        return None;
    }
    let is_open = entries.len() <= 10;
    let title = [
        session.words().cases().lacking,
        " (",
        &entries.len().to_string(),
        ")",
    ]
    .concat();
    Some(
        view! {
            <details class="case-lacking" open=is_open>
                <summary>{title}</summary>
                <ul>{entries}</ul>
            </details>
        }
        .into_any(),
    )
}

fn score_menu(session: Session, answer: Arc<Score>) -> AnyView {
    let csv = Callback::new(move |()| {
        let package = session.package.get_untracked()?;
        let address = browser::address_of(&session.pinned_query());
        Some(score_csv(session.lang(), &package, &answer, &address))
    });
    let package = session.package.get_untracked();
    let name = package.map_or(String::new(), |package| package.name.clone());
    table_menu(session, &[&name, "cases", "score"], csv)
}
