//! How a table was recognised: each guess can be changed, and the first rows show what comes of it.

use super::fault_table::fault_table;
use super::own_columns::own_columns;
use super::own_indicators::own_indicators;
use super::own_period::whole_period;
use super::select::{Choice, select};
use super::table::{Cell, number_column, table, text_column};
use crate::answer::small_shares;
use crate::intake::{
    DayOrder, DecimalMark, Encoding, Preview, Problem, Recipe, Remark, problems, remarks_now,
};
use crate::model::{Lang, number_in_full};
use crate::ui::own::{Asked, OwnState, look_at, take_asked};
use crate::ui::session::Session;
use crate::words::{self, OwnWords, own_words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Observations of the preview that are shown.
const SHOWN_ROWS: usize = 10;
/// So many lines are offered as the header's, and so many beyond the one that was chosen.
const HEADER_LINES: usize = 40;

const DELIMITERS: [u8; 5] = [b',', b'\t', b';', b'|', b' '];

/// The step.
pub fn own_recipe(session: Session, state: OwnState) -> AnyView {
    let fixed = own_words(session.lang());
    let name = Memo::new(move |_| {
        let name = |asked: &Asked| asked.name().to_string();
        state.asked.with(|asked| asked.as_ref().map(name))
    });
    let found = Memo::new(move |_| state.asked.with(|it| it.as_ref().map(Asked::preview)));
    let problems = Memo::new(move |_| {
        let recipe = |asked: &Asked| problems(&asked.recipe);
        state
            .asked
            .with(|it| it.as_ref().map_or(Vec::new(), recipe))
    });
    view! {
        <section class="own-recipe">
            <h2>{move || words::recognised_text(session.lang(), &name.get().unwrap_or_default())}</h2>
            {settings(session, state, fixed, problems)}
            <div role="status">{move || kept_from(session.lang(), fixed, problems.get())}</div>
            {move || remarks(session, state, fixed, found)}
            {own_columns(session, state)}
            {move || found.with(|it| it.as_ref().map(|it| rows(session, state, fixed, it)))}
            {own_indicators(session, state, found)}
            <div class="choose own-agree">
                <button
                    type="button"
                    class="primary"
                    disabled=move || problems.with(|it| !it.is_empty())
                    on:click=move |_| take_asked(session)
                >
                    {fixed.take}
                </button>
                <button type="button" on:click=move |_| state.cancel()>
                    {fixed.cancel}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// A choice that reads the recipe and changes it.
fn setting<T: 'static>(
    state: OwnState,
    (label, name): (&'static str, &'static str),
    choices: Vec<Choice>,
    chosen: fn(&Recipe) -> String,
    choose: impl Fn(String) -> T + Send + Sync + 'static,
) -> AnyView {
    let chosen = Memo::new(move |_| {
        let chosen = |asked: &Asked| chosen(&asked.recipe);
        state
            .asked
            .with(|it| it.as_ref().map_or(String::new(), chosen))
    });
    let choose = Callback::new(move |value: String| {
        choose(value);
    });
    let choices = Signal::stored(choices);
    select(label, name, false, choices, chosen.into(), choose)
}

fn settings(
    session: Session,
    state: OwnState,
    fixed: &'static OwnWords,
    problems: Memo<Vec<Problem>>,
) -> AnyView {
    let numbered = |labels: &[&'static str]| -> Vec<Choice> {
        let labels = labels.iter().enumerate();
        labels
            .map(|(at, label)| Choice::new(at.to_string(), *label))
            .collect()
    };
    let again = move |encoding: Option<Encoding>, delimiter: Option<u8>| {
        if let Some(asked) = state.asked.get_untracked() {
            let encoding = encoding.unwrap_or(asked.recipe.encoding);
            let delimiter = delimiter.unwrap_or(asked.recipe.delimiter);
            let (given, at) = (asked.given, asked.at);
            spawn_local(look_at(state, given, at, Some(encoding), Some(delimiter)));
        }
    };
    let encoding = setting(
        state,
        (fixed.encoding, "encoding"),
        numbered(&Encoding::ALL.map(words::intake::encoding_text)),
        |recipe| place_of(Encoding::ALL.into_iter(), recipe.encoding),
        move |value| again(at_place(&value, &Encoding::ALL), None),
    );
    let delimiter = setting(
        state,
        (fixed.delimiter, "delimiter"),
        numbered(&fixed.delimiters),
        |recipe| place_of(DELIMITERS.into_iter(), recipe.delimiter),
        move |value| again(None, at_place(&value, &DELIMITERS)),
    );
    let marks = setting(
        state,
        (fixed.decimal_mark, "decimal-mark"),
        numbered(&fixed.decimal_marks),
        |recipe| place_of(MARKS.into_iter(), recipe.decimal_mark),
        move |value| {
            let mark = at_place(&value, &MARKS);
            state.change(|recipe| recipe.decimal_mark = mark.unwrap_or(recipe.decimal_mark));
        },
    );
    let orders = move || {
        setting(
            state,
            (fixed.day_order, "day-order"),
            numbered(&fixed.day_orders),
            |recipe| place_of(ORDERS.into_iter(), recipe.day_order),
            move |value| {
                let order = at_place(&value, &ORDERS);
                state.change(|recipe| recipe.day_order = order.unwrap_or(recipe.day_order));
            },
        )
    };
    let has_dates = Memo::new(move |_| {
        // 2001-01-31 can be read in one way.
        let is_open = |it: &Remark| matches!(it, Remark::DayOrderNotCertain { .. });
        let has = |asked: &Asked| asked.found.remarks.iter().any(is_open);
        state.asked.with(|it| it.as_ref().is_some_and(has))
    });
    view! {
        <div class="controls">
            {tables(state, fixed)} {encoding} {delimiter} {header(session, state, fixed)} {marks}
            {move || {
                has_dates.get().then(orders)
            }} {whole_period(session, state, problems)} {across(state, fixed)}
        </div>
    }
    .into_any()
}

const MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];
const ORDERS: [DayOrder; 2] = [DayOrder::DayFirst, DayOrder::MonthFirst];

fn place_of<T: PartialEq>(all: impl Iterator<Item = T>, one: T) -> String {
    let place = all.into_iter().position(|it| it == one);
    place.unwrap_or(0).to_string()
}

fn at_place<T: Copy>(value: &str, all: &[T]) -> Option<T> {
    all.get(value.parse::<usize>().ok()?).copied()
}

/// Which of several files is the table.
fn tables(state: OwnState, fixed: &'static OwnWords) -> AnyView {
    let asked = move || state.asked.get();
    let choices = Signal::derive(move || {
        let tables = asked().map_or(Vec::new(), |it| it.given.tables.to_vec());
        let named = tables.iter().enumerate();
        named
            .map(|(at, table)| Choice::new(at.to_string(), table.shown_name()))
            .collect()
    });
    let chosen = Signal::derive(move || asked().map_or(String::new(), |it| it.at.to_string()));
    let choose = Callback::new(move |value: String| {
        if let (Some(asked), Ok(at)) = (state.asked.get_untracked(), value.parse()) {
            spawn_local(look_at(state, asked.given, at, None, None));
        }
    });
    let is_one = Memo::new(move |_| choices.with(|it: &Vec<Choice>| it.len() < 2));
    (move || {
        (!is_one.get()).then(|| select(fixed.table, "own-table", false, choices, chosen, choose))
    })
    .into_any()
}

/// On which line the header begins, and how many rows it has.
fn header(_: Session, state: OwnState, fixed: &'static OwnWords) -> AnyView {
    let recipe = move || {
        state
            .asked
            .with(|it| it.as_ref().map(|it| it.recipe.clone()))
    };
    let choices = Signal::derive(move || {
        let mut choices = vec![Choice::new("0", fixed.no_header)];
        if let Some(asked) = state.asked.get() {
            let lines = asked.sample.rows.iter();
            let above = lines.take_while(|row| row.line <= asked.recipe.header_line);
            let offered = above.count() + HEADER_LINES;
            let rows = asked.sample.rows.iter().take(offered);
            choices.extend(rows.map(|row| {
                let mut text: String = row.cells.join(" ").chars().take(24).collect();
                text.insert_str(0, &format!("{} · ", row.line));
                Choice::new(row.line.to_string(), text)
            }));
        }
        choices
    });
    let chosen = Signal::derive(move || {
        recipe().map_or(String::new(), |recipe| recipe.header_line.to_string())
    });
    let choose = Callback::new(move |value: String| {
        if let (Some(recipe), Ok(line)) = (untrack(recipe), value.parse()) {
            state.change_header(line, recipe.header_rows.max(1));
        }
    });
    let line = select(
        fixed.header_line,
        "header-line",
        false,
        choices,
        chosen,
        choose,
    );
    let rows: Vec<Choice> = (1..=3)
        .map(|rows: u8| Choice::new(rows.to_string(), rows.to_string()))
        .collect();
    let chosen = Signal::derive(move || {
        recipe().map_or(String::new(), |recipe| recipe.header_rows.to_string())
    });
    let choose = Callback::new(move |value: String| {
        if let (Some(recipe), Ok(rows)) = (untrack(recipe), value.parse()) {
            state.change_header(recipe.header_line, rows);
        }
    });
    let rows = Signal::stored(rows);
    let rows = select(
        fixed.header_rows,
        "header-rows",
        false,
        rows,
        chosen,
        choose,
    );
    view! { {line} {rows} }.into_any()
}

/// Whether the names of the columns of figures are indicators or areas, where they may be either.
fn across(state: OwnState, fixed: &'static OwnWords) -> AnyView {
    let is_across = Memo::new(move |_| {
        let of = |recipe: &Recipe| recipe.may_state_areas().then(|| recipe.states_areas());
        state.asked.with(|it| of(&it.as_ref()?.recipe))
    });
    let word = |is_across: bool| if is_across { "areas" } else { "indicators" };
    let choices = Signal::stored(vec![
        Choice::new(word(false), fixed.names_are_indicators),
        Choice::new(word(true), fixed.names_are_areas),
    ]);
    let chosen = Signal::derive(move || word(is_across.get() == Some(true)).to_string());
    let choose = Callback::new(move |value: String| {
        let name = state
            .asked
            .with_untracked(|it| it.as_ref().map(|it| it.name().to_string()));
        state.change(|recipe| {
            let before =
                std::mem::replace(recipe, Recipe::blank(recipe.encoding, recipe.delimiter));
            *recipe = before.with_areas_across(value == word(true), &name.unwrap_or_default());
        });
    });
    let may_be = Memo::new(move |_| is_across.with(Option::is_some));
    (move || {
        let label = fixed.names_are;
        may_be
            .get()
            .then(|| select(label, "across", false, choices, chosen, choose))
    })
    .into_any()
}

/// What keeps the table from being used.
fn kept_from(lang: Lang, fixed: &'static OwnWords, problems: Vec<Problem>) -> Option<AnyView> {
    if problems.is_empty() {
        return None;
    }
    let lines = problems.into_iter();
    let lines: Vec<AnyView> = lines
        .map(|it| view! { <li>{words::intake::problem_text(lang, it)}</li> }.into_any())
        .collect();
    let told = view! {
        <h3>{fixed.problems}</h3>
        <ul class="own-problems">{lines}</ul>
    };
    Some(told.into_any())
}

fn remarks(
    session: Session,
    state: OwnState,
    fixed: &'static OwnWords,
    found: Memo<Option<Preview>>,
) -> Option<AnyView> {
    let asked = state.asked.get()?;
    let lang = session.lang();
    let (remarks, small) = found.with(|preview| {
        let preview = preview.as_ref()?;
        let remarks = remarks_now(&asked.found, &asked.sample, &asked.recipe, preview);
        Some((remarks, small_shares(preview, &asked.recipe)))
    })?;
    let told = remarks.iter();
    let told = told.map(|it| words::intake::remark_text(lang, it));
    let small = small.iter().map(|it| {
        let name = state.shown_name(&it.indicator);
        words::small_shares_text(lang, &name, it.per)
    });
    let lines: Vec<AnyView> = told
        .chain(small)
        .map(|text| view! { <li>{text}</li> }.into_any())
        .collect();
    if lines.is_empty() {
        return None;
    }
    let list = view! {
        <h3>{fixed.remarks}</h3>
        <ul class="own-remarks">{lines}</ul>
    };
    Some(list.into_any())
}

/// How much there is, the first observations, and what could not be read of the sample; nothing while
/// nothing can be read.
fn rows(
    session: Session,
    state: OwnState,
    fixed: &'static OwnWords,
    found: &Preview,
) -> Option<AnyView> {
    if found.rows.is_empty() && found.faults.is_empty() {
        return None;
    }
    let (lang, words) = (session.lang(), session.words());
    let is_whole = state
        .asked
        .with(|it| it.as_ref().is_some_and(|it| it.sample.is_whole));
    let summary = words::preview_text(lang, found, is_whole);
    let number = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
    let columns = [
        text_column(words.column_line),
        text_column(words.column_area),
        text_column(words.indicator),
        text_column(words.period),
        number_column(fixed.value),
        number_column(fixed.numerator),
        number_column(fixed.denominator),
    ];
    let rows = found.rows.iter().take(SHOWN_ROWS).map(|row| {
        let code = match row.area_code == row.area {
            true => String::new(),
            false => row.area_code.clone(),
        };
        let status = words::status_text(lang, row.status);
        let value = match row.value {
            Some(_) => Cell::text(number(row.value)).second(status),
            None => Cell::text(status),
        };
        let mut indicator = vec![state.shown_name(&row.indicator)];
        indicator.extend(row.dimensions.iter().cloned());
        indicator.retain(|part| !part.is_empty());
        vec![
            Cell::text(words::line_name(lang, row.line)),
            Cell::text(row.area.clone()).second(code),
            Cell::text(indicator.join(" · ")),
            Cell::text(row.period.clone()),
            value,
            Cell::text(number(row.numerator)),
            Cell::text(number(row.denominator)),
        ]
    });
    let counts = found
        .rows
        .iter()
        .map(|row| row.numerator.or(row.denominator));
    let has_counts = counts.flatten().next().is_some();
    let columns = &columns[..if has_counts { 7 } else { 5 }];
    let shown = table(fixed.preview, "", columns, rows);
    // All of them: the table folds what is alike, and says on which lines it stands.
    let faults =
        (!found.faults.is_empty()).then(|| fault_table(session, found.faults.clone(), fixed.sound));
    let told = view! {
        <p class="sentence own-summary">{summary}</p>
        <h3>{fixed.preview}</h3>
        {shown}
        {faults}
    };
    Some(told.into_any())
}
