//! The researcher's table on the screen: of a hundred thousand rows those in sight are made. It scrolls in
//! a box of its own, its heads and its first column stay; the keyboard moves from cell to cell.

use super::sheet_cells::{Named, names, sheet_row};
use super::sheet_window::{Window, rows_in_sight, scrolled_to_column, scrolled_to_row, window};
use crate::answer::Table;
use crate::browser::{self, SheetRow};
use crate::package::Package;
use crate::ui::session::Session;
use crate::words;
use leptos::ev::{Event, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// After so many pictures a sheet has its size.
const MOST_PICTURES: usize = 6;
/// So much is printed; the rest is in the files.
const PRINTED_ROWS: usize = 300;
const PRINTED_COLUMNS: usize = 8;

/// What is shown of a table, in which order.
#[derive(Clone)]
pub struct Shown {
    /// The package.
    pub package: Arc<Package>,
    /// The table.
    pub table: Arc<Table>,
    /// Places of its rows.
    pub rows: Arc<Vec<u32>>,
    /// Places of its columns of figures.
    pub columns: Arc<Vec<usize>>,
    /// Texts of those columns that stand before the figures.
    pub named: Arc<Vec<Named>>,
}

impl Shown {
    /// All of a table, in its own order.
    pub fn whole(package: Arc<Package>, table: Arc<Table>) -> Shown {
        Shown {
            rows: Arc::new((0..table.rows.len() as u32).collect()),
            columns: Arc::new((0..table.columns.len()).collect()),
            named: Arc::new(names(&package, &table)),
            package,
            table,
        }
    }

    /// Number of columns, names included.
    fn column_count(&self) -> usize {
        self.named.len() + self.columns.len()
    }
}

/// The elements of the table and what is made in them.
#[derive(Clone, Copy)]
struct Sheet {
    session: Session,
    shown: Signal<Option<Shown>>,
    frame: NodeRef<html::Div>,
    table: NodeRef<html::Table>,
    body: NodeRef<html::Tbody>,
    made: RwSignal<Window>,
    /// Row and column that the keyboard is at.
    at: RwSignal<(usize, usize)>,
}

/// The table. `shown` is replaced where another order or other rows are asked for.
pub fn sheet(session: Session, shown: Signal<Option<Shown>>, sort: Memo<String>) -> AnyView {
    let sheet = Sheet {
        session,
        shown,
        frame: NodeRef::new(),
        table: NodeRef::new(),
        body: NodeRef::new(),
        made: RwSignal::new(Window::default()),
        at: RwSignal::new((0, 0)),
    };
    sheet.follow(sort);
    let title = move || {
        shown.with(|shown| {
            let shown = shown.as_ref()?;
            Some(words::table_title(
                session.lang(),
                &shown.package,
                &shown.table,
            ))
        })
    };
    let heads = move || super::sheet_cells::heads(session, shown, sheet.made, sort);
    let row_count = move || shown.with(|it| it.as_ref().map(|it| it.rows.len() + 1));
    let column_count = move || shown.with(|it| it.as_ref().map(Shown::column_count));
    view! {
        <div class="scroll sheet-frame" node_ref=sheet.frame on:scroll=move |_| sheet.look()>
            <table
                class="sheet"
                node_ref=sheet.table
                role="grid"
                tabindex="0"
                aria-label=title
                aria-rowcount=row_count
                aria-colcount=column_count
                on:keydown=move |event| sheet.walk(&event)
                on:focus=move |_| sheet.mark()
                on:click=move |event| sheet.point(&event)
            >
                <thead>{heads}</thead>
                <tbody node_ref=sheet.body></tbody>
            </table>
        </div>
        <p class="definition printed">{move || sheet.paper()}</p>
    }
    .into_any()
}

impl Sheet {
    /// Makes rows where others are asked for, and all of what is printed before it is.
    fn follow(self, sort: Memo<String>) {
        Effect::new(move |_| {
            self.shown.track();
            if let Some(frame) = self.frame.get() {
                self.at.update(|(row, _)| *row = 0);
                let left_px = browser::sheet_room(&frame).left_px;
                browser::scroll_sheet(&frame, 0.0, left_px);
                self.make();
                self.settle(sort.get_untracked());
            }
        });
        let before = window_event_listener_untyped("beforeprint", move |_| {
            self.make_rows(Window {
                end: PRINTED_ROWS,
                end_column: PRINTED_COLUMNS,
                ..Window::default()
            });
        });
        let after = window_event_listener_untyped("afterprint", move |_| self.make());
        let resized = window_event_listener_untyped("resize", move |_| self.look());
        on_cleanup(move || {
            for listener in [before, after, resized] {
                listener.remove();
            }
        });
    }

    /// Rows and heads tell their size once they stand: then what is in sight is made by it, and the column
    /// that rows are in order by comes into sight.
    fn settle(self, sort: String) {
        spawn_local(async move {
            for _ in 0..MOST_PICTURES {
                browser::next_picture().await;
                // The page may be gone by now.
                let Some(frame) = self.frame.try_get_untracked().flatten() else {
                    return;
                };
                let room = browser::sheet_room(&frame);
                // Heads that do not stand yet have no size.
                let stands = room.before_px > 0.0 && room.column_px > 0.0;
                let column = self.sorted_column(&sort);
                let left_px = column.and_then(|column| scrolled_to_column(&room, column));
                if let Some(left_px) = left_px {
                    browser::scroll_sheet(&frame, room.top_px, left_px);
                }
                self.look();
                if stands && left_px.is_none() {
                    return;
                }
            }
        });
    }

    /// The column that rows are in order by, which is to be in sight.
    fn sorted_column(self, sort: &str) -> Option<usize> {
        let key = sort.trim_start_matches('-');
        self.shown.with_untracked(|shown| {
            let shown = shown.as_ref()?;
            let is_meant = |at: &usize| {
                let column = shown.table.columns.get(*at);
                column.is_some_and(|it| shown.table.column_key(&shown.package, it) == key)
            };
            shown.columns.iter().position(is_meant)
        })
    }

    fn window(self) -> Option<Window> {
        let frame = self.frame.get_untracked()?;
        let room = browser::sheet_room(&frame);
        self.shown.with_untracked(|shown| {
            let shown = shown.as_ref()?;
            Some(window(&room, shown.rows.len(), shown.columns.len()))
        })
    }

    /// Follows the bar: rows are made where others have come into sight.
    fn look(self) {
        let window = self.window();
        if window.is_some_and(|window| window != self.made.get_untracked()) {
            self.make();
        }
    }

    fn make(self) {
        if let Some(window) = self.window() {
            self.make_rows(window);
        }
    }

    fn make_rows(self, window: Window) {
        let Some(body) = self.body.get_untracked() else {
            return;
        };
        self.made.set(window);
        self.shown.with_untracked(|shown| {
            let Some(shown) = shown else {
                return;
            };
            let columns = shown.columns.iter().copied().enumerate();
            let columns: Vec<(usize, usize)> = columns
                .skip(window.first_column)
                .take(window.end_column - window.first_column)
                .collect();
            let places = shown.rows.iter().enumerate();
            let places = places.skip(window.first).take(window.end - window.first);
            let rows: Vec<SheetRow> = places
                .map(|(place, row)| {
                    let lang = self.session.lang();
                    sheet_row(lang, shown, (place, *row as usize), &columns)
                })
                .collect();
            browser::fill_sheet(&body, window.above_px, &rows, window.below_px);
        });
        self.mark();
    }

    /// Marks the cell that the keyboard is at, as far as it is made.
    fn mark(self) {
        if let Some(table) = self.table.get_untracked() {
            browser::mark_sheet_cell(&table, Some(self.at.get_untracked()));
        }
    }

    fn walk(self, event: &KeyboardEvent) {
        let is_on_table = browser::is_on_itself(event);
        let Some(frame) = self.frame.get_untracked() else {
            return;
        };
        let counts = self.shown.with_untracked(|shown| {
            let shown = shown.as_ref()?;
            Some((shown.rows.len(), shown.column_count(), shown.named.len()))
        });
        // A heading with the focus sorts by the same keys.
        let Some((rows, columns, named)) = counts.filter(|_| is_on_table) else {
            return;
        };
        let room = browser::sheet_room(&frame);
        let page = rows_in_sight(&room).max(2) - 1;
        let (row, column) = self.at.get_untracked();
        let last = rows.saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowDown" => ((row + 1).min(last), column),
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowRight" => (row, (column + 1).min(columns.saturating_sub(1))),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "PageDown" => ((row + page).min(last), column),
            "PageUp" => (row.saturating_sub(page), column),
            "Home" => (0, column),
            "End" => (last, column),
            "Enter" | " " => {
                event.prevent_default();
                self.open_origin((row, column));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.at.set(next);
        let top_px = scrolled_to_row(&room, rows, next.0);
        let left_px = next.1.checked_sub(named);
        let left_px = left_px.and_then(|column| scrolled_to_column(&room, column));
        if top_px.is_some() || left_px.is_some() {
            let (top_px, left_px) = (
                top_px.unwrap_or(room.top_px),
                left_px.unwrap_or(room.left_px),
            );
            browser::scroll_sheet(&frame, top_px, left_px);
            self.look();
        }
        self.mark();
    }

    fn point(self, event: &Event) {
        if let Some(place) = browser::sheet_place(event) {
            self.at.set(place);
            self.mark();
            self.open_origin(place);
        }
    }

    /// Shows where the number of a cell is from.
    fn open_origin(self, (place, column): (usize, usize)) {
        let found = self.shown.with_untracked(|shown| {
            let shown = shown.as_ref()?;
            let column = column.checked_sub(shown.named.len())?;
            let (row, column) = (*shown.rows.get(place)?, *shown.columns.get(column)?);
            shown.table.cell(&shown.package, row as usize, column)
        });
        if let Some(place) = found.and_then(|cell| cell.reading.place) {
            self.session.origin.set(Some(place));
        }
    }

    fn paper(self) -> String {
        self.shown.with(|shown| {
            let Some(shown) = shown else {
                return String::new();
            };
            let rows = (PRINTED_ROWS, shown.rows.len());
            let columns = (PRINTED_COLUMNS, shown.columns.len());
            words::paper_text(self.session.lang(), rows, columns)
        })
    }
}
