//! Which rows of the researcher's table are shown, in which order. Long work goes in slices, and is left
//! off where something else is asked for meanwhile.

use super::sheet::Shown;
use crate::answer::{Across, Place, Reading, Table, TableFilter, TableOrder, TableSort};
use crate::browser;
use crate::model::{Lang, sort_by_key};
use crate::package::Package;
use crate::ui::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Areas whose initials are made before the page gets its turn.
const NAMES_A_SLICE: usize = 32;

/// What is shown of the table: first as it comes, then as it was asked for. Until then the page does not
/// call itself ready.
pub fn ordered(
    session: Session,
    answer: Memo<Option<Arc<Table>>>,
    sort: Memo<String>,
) -> RwSignal<Option<Shown>> {
    let shown: RwSignal<Option<Shown>> = RwSignal::new(None);
    let filter = Memo::new(move |_| session.view.with(|view| view.filter.clone()));
    let newest = StoredValue::new(0_u64);
    Effect::new(move |_| {
        let (sort, typed) = (sort.get(), filter.get());
        let Some((package, table)) = session.package.get_untracked().zip(answer.get()) else {
            shown.set(None);
            return;
        };
        newest.update_value(|newest| *newest += 1);
        let own = newest.get_value();
        let sort = table.read_sort(&package, &sort);
        let whole = Shown::whole(package, table);
        if sort.is_none() && typed.trim().is_empty() {
            shown.set(Some(whole));
            return;
        }
        session.unfinished.update(|lists| *lists += 1);
        let lang = session.lang();
        spawn_local(async move {
            let is_wanted = move || newest.try_get_value() == Some(own);
            let found = arranged(lang, whole, sort, &typed, &is_wanted).await;
            if let Some(found) = found.filter(|_| is_wanted()) {
                shown.try_set(Some(found));
            }
            session.unfinished.update(|lists| *lists -= 1);
        });
    });
    shown
}

/// The rows that fit what was typed, in the order asked for; none where it is no longer wanted.
async fn arranged(
    lang: Lang,
    mut shown: Shown,
    sort: Option<(TableSort, bool)>,
    typed: &str,
    is_wanted: &impl Fn() -> bool,
) -> Option<Shown> {
    let (package, table) = (shown.package.clone(), shown.table.clone());
    let filter = TableFilter::read(&package, &table, typed);
    let mut rows: Vec<u32> = shown.rows.to_vec();
    if !filter.words.is_empty() {
        let fits = fitting(&package, &table, &filter, is_wanted).await?;
        let is_kept = |place: Option<Place>| match place {
            Some(Place::Area(area)) => fits.get(area.0 as usize) == Some(&true),
            Some(Place::Group) | None => true,
        };
        match table.question.across {
            Across::Areas => {
                let columns = shown.columns.iter().copied();
                let kept = |at: &usize| table.columns.get(*at).is_some_and(|it| is_kept(it.place));
                shown.columns = Arc::new(columns.filter(kept).collect());
            }
            _ => rows.retain(|row| {
                let row = table.rows.get(*row as usize);
                row.is_some_and(|row| is_kept(row.place))
            }),
        }
    }
    for condition in &filter.conditions {
        // Of any column that is shown.
        let columns = match condition.column {
            Some(column) => vec![column],
            None => shown.columns.to_vec(),
        };
        let mut fits = vec![false; table.rows.len()];
        for column in columns {
            let numbers = numbers(&package, &table, column, is_wanted).await?;
            let met = numbers.into_iter().map(|number| condition.holds(number));
            fits.iter_mut().zip(met).for_each(|(fit, met)| *fit |= met);
        }
        rows.retain(|row| fits.get(*row as usize) == Some(&true));
    }
    if let Some((by, is_falling)) = sort {
        let order = match by {
            TableSort::Column(column) => {
                TableOrder::Numbers(numbers(&package, &table, column, is_wanted).await?)
            }
            TableSort::Period => TableOrder::Periods,
            TableSort::Area | TableSort::Code => {
                TableOrder::Ranks(ranks(lang, &package, &table, by == TableSort::Area))
            }
        };
        let mut sorting = order.sorting(&table, &rows, is_falling);
        while sorting.step() {
            browser::breathe().await;
            is_wanted().then_some(())?;
        }
        rows = sorting.finish();
    }
    shown.rows = Arc::new(rows);
    Some(shown)
}

/// Of each area, by its id, whether it has the words.
async fn fitting(
    package: &Package,
    table: &Table,
    filter: &TableFilter,
    is_wanted: &impl Fn() -> bool,
) -> Option<Vec<bool>> {
    let mut fits = vec![false; package.areas.count()];
    for areas in table.areas.chunks(NAMES_A_SLICE) {
        for area in areas {
            let initials = browser::pinyin_initials(&package.areas.get(*area).name.zh);
            if let Some(fit) = fits.get_mut(area.0 as usize) {
                *fit = filter.has_words(package, *area, &initials);
            }
        }
        browser::breathe().await;
        is_wanted().then_some(())?;
    }
    Some(fits)
}

/// The numbers of a column row by row; not a number where there is none.
async fn numbers(
    package: &Package,
    table: &Table,
    column: usize,
    is_wanted: &impl Fn() -> bool,
) -> Option<Vec<f64>> {
    let mut numbers = vec![f64::NAN; table.rows.len()];
    for part in 0..table.part_count() {
        for (row, reading) in table.part(package, column, part) {
            if let (Some(place), Some(number)) = (numbers.get_mut(row), reading.value.number()) {
                *place = number;
            }
        }
        browser::breathe().await;
        is_wanted().then_some(())?;
    }
    Some(numbers)
}

/// Every reading of these columns, column by column, row by row.
pub async fn readings(package: &Package, table: &Table, columns: &[usize]) -> Vec<Vec<Reading>> {
    let mut all = Vec::new();
    for column in columns {
        let mut readings = vec![Reading::NO_ROW; table.rows.len()];
        for part in 0..table.part_count() {
            for (row, reading) in table.part(package, *column, part) {
                if let Some(place) = readings.get_mut(row) {
                    *place = reading;
                }
            }
            browser::breathe().await;
        }
        all.push(readings);
    }
    all
}

/// The place of each area's name, or of its code, in their order, by the area's id.
fn ranks(lang: Lang, package: &Package, table: &Table, by_name: bool) -> Vec<u32> {
    let areas = table.areas.iter().map(|area| package.areas.get(*area));
    let places = match by_name {
        true => {
            let names: Vec<String> = areas.map(|it| it.name.get(lang).to_string()).collect();
            browser::text_ranks(lang, &names)
        }
        false => {
            let mut codes: Vec<(usize, &str)> = areas.map(|it| &*it.code).enumerate().collect();
            sort_by_key(&mut codes, |(_, code)| *code);
            let mut places = vec![0; codes.len()];
            for (place, (at, _)) in codes.into_iter().enumerate() {
                places[at] = place as u32;
            }
            places
        }
    };
    let mut ranks = vec![u32::MAX; package.areas.count()];
    for (area, place) in table.areas.iter().zip(places) {
        if let Some(rank) = ranks.get_mut(area.0 as usize) {
            *rank = place;
        }
    }
    ranks
}
