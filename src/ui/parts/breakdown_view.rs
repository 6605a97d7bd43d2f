//! One indicator by the values of a dimension: at one area as a table with bars, and over all areas of
//! a level; or which indicators are broken down, where this one is not.

use super::chart::{ChartActions, ChartTexts, chart};
use super::compare_cells::verdict_class;
use super::explore_controls::own_indicator;
use super::export_menu::table_menu;
use super::link::view_link;
use super::number::number;
use super::pinned_list::pinned;
use super::select::{Choice, select};
use super::trend_charts::file_stem;
use crate::answer::{
    ByCategory, ByCategoryQuestion, CategoryRow, areas_broken_down, broken_down_indicators,
    by_category, category_levels, category_periods_of,
};
use crate::browser;
use crate::export::{by_category_csv, frame};
use crate::figure::{Figure, by_category_figure, category_table_figure};
use crate::model::{IndicatorId, LevelId};
use crate::package::Package;
use crate::route::{DECLARED_ORDER, PeriodKey, View, by_category_question};
use crate::ui::parts::area_picker::named_area_box;
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// More areas than this are found by typing, not in a list.
const MOST_LISTED: usize = 60;

type Answer = Memo<Option<Arc<ByCategory>>>;

/// The view.
pub fn breakdown_view(session: Session) -> AnyView {
    let question = Memo::new(move |_| {
        let (package, resolved) = (session.package.get()?, session.resolved.get()?);
        session
            .view
            .with(|view| by_category_question(view, &package, &resolved))
    });
    let answer = kept(move || {
        let (package, question) = (session.package.get()?, question.get()?);
        by_category(&package, question).map(Arc::new)
    });
    let bars = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        Some(by_category_figure(session.lang(), &package, &answer))
    });
    let pinned = pinned(session);
    let cells = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let table = answer.table.as_ref()?;
        let lang = session.lang();
        pinned.with(|pinned| {
            Some(category_table_figure(
                lang, &package, &answer, table, pinned,
            ))
        })
    });
    view! {
        {controls(session, question)}
        {move || said(session, question, answer)}
        <div class="charts">{one_chart(session, answer, bars, false)}</div>
        {move || table(session, answer)}
        <div class="charts">{one_chart(session, answer, cells, true)}</div>
    }
    .into_any()
}

fn controls(session: Session, question: Memo<Option<ByCategoryQuestion>>) -> AnyView {
    let words = session.words().explore();
    let lang = session.lang();
    let about = move || session.package.get().zip(question.get());
    let dimensions = Signal::derive(move || {
        let Some((package, question)) = about() else {
            return Vec::new();
        };
        let broken = broken_down_indicators(&package).into_iter();
        let mut own = broken.filter(|(id, _)| *id == question.indicator);
        let own = own.next().map_or(Vec::new(), |(_, dimensions)| dimensions);
        let choice = |at: usize| {
            let declared = package.descriptor.dimensions.get(at)?;
            let label = words::dimension_text(lang, &package, at);
            Some(Choice::new(declared.name.clone(), label))
        };
        own.into_iter().filter_map(choice).collect::<Vec<_>>()
    });
    let dimension = Signal::derive(move || {
        about().map_or(String::new(), |(package, question)| {
            let declared = package.descriptor.dimensions.get(question.dimension);
            declared.map_or(String::new(), |it| it.name.clone())
        })
    });
    let choose_dimension = Callback::new(move |name: String| {
        session.change(|view| {
            view.set_explored("dimension", &name);
        });
    });
    let levels = Signal::derive(move || {
        let Some((package, question)) = about() else {
            return Vec::new();
        };
        let levels = category_levels(&package, question.indicator, question.dimension);
        let many = |level: &LevelId| package.areas.of_level(*level, None, None).len() > 1;
        let levels = levels.into_iter().filter(many);
        let choice = |level: LevelId| {
            let word = package.descriptor.levels[usize::from(level.0)].clone();
            Choice::new(word, words::level_entry_text(lang, &package, level))
        };
        levels.map(choice).collect::<Vec<_>>()
    });
    let level = Signal::derive(move || session.view.with(|view| view.level.clone()));
    let choose_level = Callback::new(move |level| session.change(|view| view.level = level));
    let order = select(
        words.order,
        "order",
        false,
        Signal::derive(move || {
            vec![
                Choice::new("", words.order_value),
                Choice::new(DECLARED_ORDER, words.order_declared),
            ]
        }),
        Signal::derive(move || {
            let is_declared = session.view.with(|view| view.sort == DECLARED_ORDER);
            (if is_declared { DECLARED_ORDER } else { "" }).to_string()
        }),
        Callback::new(move |order| session.change(|view| view.sort = order)),
    );
    let has_many = |choices: Signal<Vec<Choice>>| move || choices.with(|it| it.len() < 2);
    view! {
        <div class="controls">
            {own_indicator(session, session.words().indicator)}
            <div class:none=has_many(
                dimensions,
            )>
                {select(
                    words.dimension,
                    "dimension",
                    false,
                    dimensions,
                    dimension,
                    choose_dimension,
                )}
            </div> {move || area_control(session, question)}
            <div class:none=has_many(
                levels,
            )>{select(words.table_level, "level", false, levels, level, choose_level)}</div> {order}
        </div>
    }
    .into_any()
}

/// The area: from a list of those that are broken down, where that is short.
fn area_control(session: Session, question: Memo<Option<ByCategoryQuestion>>) -> Option<AnyView> {
    let (package, asked) = (session.package.get()?, question.get()?);
    let words = session.words().explore();
    let areas = areas_broken_down(&package, asked.indicator, asked.dimension);
    let choose = Callback::new(move |code: String| session.change(|view| view.area = code));
    if areas.len() > MOST_LISTED {
        return Some(named_area_box(session, words.area, choose));
    }
    let choice = |area| {
        let area = package.areas.get(area);
        Choice::new(area.code.clone(), area.name.get(session.lang()))
    };
    let mut choices: Vec<Choice> = areas.iter().copied().map(choice).collect();
    if !areas.contains(&asked.area) {
        choices.push(choice(asked.area));
    }
    let own = package.areas.get(asked.area).code.clone();
    Some(select(
        words.area,
        "area",
        false,
        Signal::derive(move || choices.clone()),
        Signal::derive(move || own.clone()),
        choose,
    ))
}

/// What the breakdown says; or, where there is none, which indicators or periods have one.
fn said(
    session: Session,
    question: Memo<Option<ByCategoryQuestion>>,
    answer: Answer,
) -> Option<AnyView> {
    let package = session.package.get()?;
    let lang = session.lang();
    if let Some(answer) = answer.get() {
        let text = words::by_category_sentences(lang, &package, &answer);
        let text: Vec<&str> = text.iter().map(String::as_str).collect();
        let text = words::sentences(lang, &text);
        return Some(view! { <p class="sentence">{text}</p> }.into_any());
    }
    // What is still being read is not said to be missing.
    if !session.settled.get() {
        return None;
    }
    let words = session.words().explore();
    if let Some(asked) = question.get() {
        let periods = category_periods_of(&package, asked.indicator, asked.dimension, asked.area);
        let links = periods.into_iter().rev().take(12).map(|period| {
            let target = Box::new(move |view: &View| View {
                period: PeriodKey::At(period),
                ..view.clone()
            });
            let name = words::period_text(lang, period);
            view! { <li>{view_link("", None, "", target, name.into_any())}</li> }.into_any()
        });
        let links: Vec<AnyView> = links.collect();
        let note = view! {
            <p class="refusal">{words.no_breakdown_there}</p>
            <ul class="chips">{links}</ul>
        };
        return Some(note.into_any());
    }
    if package.descriptor.dimensions.is_empty() {
        return Some(view! { <p class="refusal">{words.no_dimension}</p> }.into_any());
    }
    let broken = broken_down_indicators(&package);
    let link = |(id, _): (IndicatorId, Vec<usize>)| {
        let indicator = package.indicators.get(id);
        let code = indicator.code.clone();
        let choose = Box::new(move |view: &View| View {
            indicator: code.clone(),
            period: PeriodKey::Newest,
            ..view.clone()
        });
        let label = indicator.label.get(lang).to_string();
        view! { <li>{view_link("", None, "", choose, label.into_any())}</li> }.into_any()
    };
    let links: Vec<AnyView> = broken.into_iter().map(link).collect();
    let text = match links.is_empty() {
        true => words.nothing_broken_down,
        false => words.no_breakdown,
    };
    let note = view! {
        <p class="refusal">{text}</p>
        <ul class="chips">{links}</ul>
    };
    Some(note.into_any())
}

/// The bars of the area, or the table of all areas.
fn one_chart(
    session: Session,
    answer: Answer,
    figure: Memo<Option<Figure>>,
    is_table: bool,
) -> AnyView {
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let is_drawn = figure.with(Option::is_some);
        is_drawn.then(|| texts(session, &package, &answer, is_table))
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key: u32| {
            let place = answer.with_untracked(|answer| {
                let answer = answer.as_ref()?;
                if !is_table {
                    return answer.rows.get(key as usize)?.reading.place;
                }
                let table = answer.table.as_ref()?;
                let width = table.columns.len().max(1);
                let column = table.columns.get(key as usize % width)?;
                column.2.get(key as usize / width)?.place
            });
            session.origin.set(place);
        }),
        csv: Callback::new(move |()| {
            let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
            let address = browser::address_of(&session.pinned_query());
            Some(by_category_csv(session.lang(), &package, &answer, &address))
        }),
    };
    (move || {
        let texts = texts.get();
        texts.map(|texts| chart(session, figure, texts, actions))
    })
    .into_any()
}

fn texts(session: Session, package: &Package, answer: &ByCategory, is_table: bool) -> ChartTexts {
    let lang = session.lang();
    let title = match is_table {
        true => words::category_table_title(lang, package, answer),
        false => words::by_category_title(lang, package, answer),
    };
    let period = words::period_text(lang, answer.period);
    let question = &answer.question;
    let indicator = &package.indicators.get(question.indicator).code;
    let dimension = package.descriptor.dimensions.get(question.dimension);
    let dimension = dimension.map_or("", |it| &*it.name);
    let area = &package.areas.get(question.area).code;
    let at = answer.period.to_string();
    let said = match is_table {
        true => Vec::new(),
        false => words::by_category_sentences(lang, package, answer),
    };
    let subtitle = match words::word_unit(lang, package.indicators.get(question.indicator)) {
        "" => period.clone(),
        unit => [&period, " · ", unit].concat(),
    };
    ChartTexts {
        briefing: words::explore_briefing(lang, &title, &period, &said),
        frame: frame(lang, package, title, subtitle),
        file_stem: file_stem(&[&package.name, indicator, dimension, area, &at]),
        has_own_table: !is_table,
    }
}

/// The values as a table: figure, share, interval, verdict, each figure leading to its cells.
fn table(session: Session, answer: Answer) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    let lang = session.lang();
    let (fixed, words) = (session.words(), session.words().explore());
    let id = answer.question.indicator;
    let indicator = package.indicators.get(id);
    let has_share = answer.rows.iter().any(|row| row.share.is_some());
    let has_interval = answer.rows.iter().any(|row| row.judged.is_some());
    let has_verdict = answer.judged_count > 0;
    let heads = [
        (indicator.label.get(lang).to_string(), true, true),
        (words.column_share.to_string(), true, has_share),
        (fixed.column_numerator.to_string(), true, has_interval),
        (fixed.column_denominator.to_string(), true, has_interval),
        (words.column_interval.to_string(), true, has_interval),
        (words.column_verdict.to_string(), false, has_verdict),
    ];
    let heads: Vec<AnyView> = heads
        .into_iter()
        .filter(|(_, _, is_shown)| *is_shown)
        .map(|(head, is_number, _)| {
            let class = if is_number { "number" } else { "" };
            view! { <th scope="col" class=class>{head}</th> }.into_any()
        })
        .collect();
    let cell = |text: String| view! { <td class="number">{text}</td> }.into_any();
    let row = |row: &CategoryRow| {
        let (label, label_lang) = row.label.get_with_lang(lang);
        let label = label.to_string();
        let value = words::value_with_unit(lang, indicator, &row.reading);
        let mut cells = vec![
            view! { <td class="number">{number(session, value, row.reading.place)}</td> }
                .into_any(),
        ];
        if has_share {
            let share = row.share.map(words::per_cent_text);
            cells.push(cell(share.unwrap_or_default()));
        }
        if has_interval {
            let sample = row.judged.map(|it| it.sample);
            let count = |it: Option<f64>| it.map_or(String::new(), words::count_text);
            cells.push(cell(count(sample.map(|it| it.events()))));
            cells.push(cell(count(sample.map(|it| it.size()))));
            let interval = row.interval().map(|it| {
                let end = |value| words::number_text(value, indicator.decimals);
                [&*end(it.lower), "–", &end(it.upper)].concat()
            });
            cells.push(cell(interval.unwrap_or_default()));
        }
        if has_verdict {
            let verdict = row.verdict(&package, id);
            let sign = words::verdict_sign(verdict);
            let text = words::verdict_text(lang, verdict);
            let verdict = view! {
                <td>
                    <span class=verdict_class(verdict)>{sign} " " {text}</span>
                </td>
            };
            cells.push(verdict.into_any());
        }
        view! {
            <tr>
                <th scope="row" lang=label_lang.tag()>{label}</th>
                {cells}
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = answer.rows.iter().map(row).collect();
    let title = words::by_category_title(lang, &package, &answer);
    let menu = {
        let code = &package.areas.get(answer.question.area).code;
        let at = answer.period.to_string();
        let stem = [&*package.name, &*indicator.code, "breakdown", &**code, &at];
        let (package, answer) = (package.clone(), answer.clone());
        let csv = Callback::new(move |()| {
            let address = browser::address_of(&session.pinned_query());
            Some(by_category_csv(lang, &package, &answer, &address))
        });
        table_menu(session, &stem, csv)
    };
    let view = view! {
        <div class="scroll" tabindex="0" role="region" aria-label=title>
            <table class="by-category">
                <thead>
                    <tr>
                        <th scope="col">
                            {words::dimension_text(lang, &package, answer.question.dimension)}
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {menu}
    };
    Some(view.into_any())
}
