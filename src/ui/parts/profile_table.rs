//! Every indicator of one area as a table, theme by theme; those without a place on the spine say why.

use super::compare_cells::verdict_class;
use super::export_menu::table_menu;
use super::link::{of_area, view_link};
use super::number::number;
use crate::answer::{Portrait, ProfileRow, is_revised, provenance};
use crate::export::rows_csv;
use crate::model::{Theme, sorted_unique};
use crate::package::Package;
use crate::route::{Page, View};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// What the rows of this area can fill.
#[derive(Clone, Copy)]
struct Columns {
    is_compared: bool,
    is_ranked: bool,
    has_moved: bool,
    /// Of a package that judges nothing the sources are what there is to say.
    has_sources: bool,
}

impl Columns {
    fn count(self) -> usize {
        3 + 3 * usize::from(self.is_compared)
            + usize::from(self.is_ranked)
            + 2 * usize::from(self.has_moved)
            + usize::from(self.has_sources)
    }
}

/// The table.
pub fn profile_table(
    session: Session,
    package: &Package,
    found: &Portrait,
    is_plain: bool,
) -> AnyView {
    let words = session.words();
    let rows = &found.profile.rows;
    let sources = sources(package, rows);
    let columns = Columns {
        is_compared: rows.iter().any(|row| row.benchmark.is_ok()),
        is_ranked: rows.iter().any(|row| row.row.rank.is_some()),
        has_moved: rows.iter().any(|row| row.on_year.number().is_some()),
        has_sources: !package.descriptor.judged && sources.len() > 1,
    };
    let mut themes: Vec<(Theme, Vec<AnyView>)> = Vec::new();
    for row in rows {
        let theme = package.indicators.get(row.indicator).theme;
        let view = view_row(session, package, row, columns, is_plain);
        match themes.iter_mut().find(|(known, _)| *known == theme) {
            Some((_, views)) => views.push(view),
            None => themes.push((theme, vec![view])),
        }
    }
    let bodies = themes.into_iter().map(|(theme, rows)| {
        let heading = words::theme_text(session.lang(), theme);
        view! {
            <tbody>
                <tr class="theme">
                    <th scope="rowgroup" colspan=columns.count().to_string()>
                        {heading}
                    </th>
                </tr>
                {rows}
            </tbody>
        }
        .into_any()
    });
    let bodies: Vec<AnyView> = bodies.collect();
    let own = &words.profile();
    let head = |label: &'static str, class: &'static str| {
        view! { <th scope="col" class=class>{label}</th> }.into_any()
    };
    let verdict = columns.is_compared.then(|| head(words.column_verdict, ""));
    let compared = columns
        .is_compared
        .then(|| {
            [
                head(own.column_interval, "number"),
                head(own.column_benchmark, "number"),
            ]
        })
        .map(Vec::from);
    let ranked = columns.is_ranked.then(|| head(words.column_rank, "number"));
    let moved = columns.has_moved.then(|| {
        vec![
            head(own.column_change, "number"),
            head(own.column_trend, ""),
        ]
    });
    let source_head = columns.has_sources.then(|| head(words.source, ""));
    let one_source = match &sources[..] {
        [only] if !package.descriptor.judged => words::one_source_text(session.lang(), only),
        _ => String::new(),
    };
    let area = package.areas.get(found.profile.question.area).code.clone();
    let listed: Vec<_> = rows.iter().map(|row| (row.indicator, row.row)).collect();
    let csv = Callback::new(move |()| {
        let package = session.package.get_untracked()?;
        Some(rows_csv(session.lang(), &package, &listed))
    });
    let has_totals = columns.is_compared && found.profile.has_totals(package);
    let totals = has_totals.then_some(own.totals);
    let unpublished = words::unpublished_text(session.lang(), found.unpublished);
    view! {
        <section class="table-section profile-all">
            <h2>{own.all_indicators}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=own.all_indicators>
                <table class="profile-table">
                    <thead>
                        <tr>
                            {head(own.column_indicator, "")} {head(words.column_value, "number")}
                            {verdict} {moved} {compared} {ranked}
                            {head(words.column_period, "period-head")} {source_head}
                        </tr>
                    </thead>
                    {bodies}
                </table>
            </div>
            {table_menu(session, &[&package.name, "profile", &area, "table"], csv)}
            <p class="quiet-line">{totals} " " {one_source} " " {unpublished}</p>
        </section>
    }
    .into_any()
}

fn view_row(
    session: Session,
    package: &Package,
    row: &ProfileRow,
    columns: Columns,
    is_plain: bool,
) -> AnyView {
    let lang = session.lang();
    let indicator = package.indicators.get(row.indicator);
    let reading = &row.row.reading;
    let (label, label_lang) = indicator.label.get_with_lang(lang);
    let (code, area) = (
        indicator.code.clone(),
        package.areas.get(row.row.area).code.clone(),
    );
    let target = Box::new(move |view: &View| View {
        indicator: code.clone(),
        ..of_area(view, Page::Trends, &area)
    });
    let name = view! { <span lang=label_lang.tag()>{label.to_string()}</span> }.into_any();
    // A unit that is a word stands with the name.
    let value = match reading.value.number() {
        Some(_) => words::bare_value_text(lang, indicator, reading.value),
        None => words::value_with_unit(lang, indicator, reading),
    };
    let unit = words::word_unit(lang, indicator);
    let unit = (!unit.is_empty()).then(|| view! { " " <span class="unit">{unit}</span> });
    let revised = is_revised(package, reading.place).then(|| {
        let mark = words::with_revised_mark(lang, String::new());
        view! { <span class="second">{mark}</span> }
    });
    let value_class = match reading.value.number() {
        Some(_) => "number",
        None => "missing",
    };
    let verdict = columns
        .is_compared
        .then(|| verdict_cell(session, package, row, is_plain));
    let compared = columns
        .is_compared
        .then(|| compared_cells(session, package, row));
    let ranked = columns.is_ranked.then(|| {
        let rank = words::rank_text(lang, row.row.rank);
        view! { <td class="number">{rank}</td> }.into_any()
    });
    let moved = columns.has_moved.then(|| {
        let change = words::change_cell_text(lang, indicator, row.on_year);
        view! {
            <td class="number">{change}</td>
            <td class="moved">{words::moved_text(lang, &row.moved)}</td>
        }
        .into_any()
    });
    let source = columns
        .has_sources
        .then(|| view! { <td class="source-cell">{source(package, row)}</td> }.into_any());
    let period = row
        .row
        .period
        .map(|period| words::period_text(lang, period));
    view! {
        <tr>
            <th scope="row">{view_link("plain", None, "", target, name)} {unit}</th>
            <td class=value_class>{number(session, value, reading.place)} {revised}</td>
            {verdict}
            {moved}
            {compared}
            {ranked}
            <td class="period">{period}</td>
            {source}
        </tr>
    }
    .into_any()
}

/// The title of the source of a figure; blank where none is named.
fn source(package: &Package, row: &ProfileRow) -> String {
    let place = row.row.reading.place;
    let origin = place.and_then(|place| provenance(package, place));
    let source = origin.and_then(|origin| origin.source);
    source.map_or(String::new(), |(title, _)| title)
}

/// The sources of all figures, each once.
fn sources(package: &Package, rows: &[ProfileRow]) -> Vec<String> {
    sorted_unique(rows.iter().map(|row| source(package, row)))
}

/// The verdict, or why there is none.
fn verdict_cell(session: Session, package: &Package, row: &ProfileRow, is_plain: bool) -> AnyView {
    let lang = session.lang();
    let indicator = package.indicators.get(row.indicator);
    let is_tested = row.row.judged.is_some_and(|it| it.against.is_some());
    let verdict = row.row.verdict(indicator.polarity, !is_plain);
    let (class, said) = match is_tested {
        true => (
            verdict_class(verdict),
            [
                words::verdict_sign(verdict),
                " ",
                words::verdict_text(lang, verdict),
            ]
            .concat(),
        ),
        false => ("reason", words::no_verdict_text(lang, package, row)),
    };
    view! { <td class=class>{said}</td> }.into_any()
}

/// The interval, and what the area is held against.
fn compared_cells(session: Session, package: &Package, row: &ProfileRow) -> AnyView {
    let lang = session.lang();
    let indicator = package.indicators.get(row.indicator);
    let benchmark = row.benchmark.as_ref().ok();
    let against = benchmark.map_or(().into_any(), |benchmark| {
        let total = &benchmark.total.reading;
        let text = words::bare_value_text(lang, indicator, total.value);
        number(session, text, total.place)
    });
    view! {
        <td class="number">{words::interval_text(indicator, &row.row)}</td>
        <td class="number">{against}</td>
    }
    .into_any()
}
