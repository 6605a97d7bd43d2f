//! What leaves the page, behind one quiet button: the table in its forms, the chart's picture in its
//! sizes, the code that shows the chart on another site.
//!
//! A list of buttons that opens at the button: Escape and whatever is done elsewhere close it, arrows
//! walk it.

use crate::browser;
use crate::draw::{self, Frame, Theme};
use crate::export::{Sheet, picture, picture_svg, with_notes};
use crate::figure::Figure;
use crate::package::beside_of;
use crate::ui::cite::{cited, cited_address};
use crate::ui::session::Session;
use crate::words::{self, ExportWords, export_words};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, Node};

/// Device pixels that a point of a PNG has: for a screen, for print, for a wall.
const DENSITIES: [u8; 3] = [1, 2, 4];

/// How long it is said what has become of a copy.
const OUTCOME_SHOWN: Duration = Duration::from_secs(8);

/// Makes the file of a table.
pub type MakeTable = Callback<(), Option<Vec<u8>>>;
/// A file on its way.
pub type Writing = Pin<Box<dyn Future<Output = Option<Vec<u8>>>>>;

/// How the file of a table is made.
#[derive(Clone, Copy)]
pub enum TableMaker {
    /// At once.
    AtOnce(MakeTable),
    /// In slices, since it may be long.
    InSlices(Callback<(), Writing>),
}

impl TableMaker {
    async fn run(self, writing: &'static str, outcome: RwSignal<&'static str>) -> Option<Vec<u8>> {
        match self {
            TableMaker::AtOnce(make) => make.run(()),
            TableMaker::InSlices(make) => {
                outcome.try_set(writing);
                let bytes = make.run(()).await;
                outcome.try_set("");
                bytes
            }
        }
    }
}

/// What is to be exported.
#[derive(Clone)]
pub struct Exported {
    /// Name of the files, without ending.
    pub file_stem: String,
    /// What stands on the button where one page has several tables at one place; the usual word where blank.
    pub label: &'static str,
    /// The table.
    pub table: TableMaker,
    /// The chart, where there is one.
    pub chart: Option<ExportedChart>,
}

impl Exported {
    /// A table without a chart; the parts of the files' name are joined.
    pub fn of_table(stem: &[&str], table: MakeTable) -> Exported {
        Exported {
            file_stem: stem.join("-").replace(['/', '\\', ' ', ':'], "_"),
            label: "",
            table: TableMaker::AtOnce(table),
            chart: None,
        }
    }
}

/// A chart to be exported.
#[derive(Clone, Copy)]
pub struct ExportedChart {
    /// What is drawn, and what stands around it.
    pub picture: Callback<(), Option<(Figure, Frame)>>,
    /// Its place among the charts of the page, from 1, and its height in CSS pixels.
    pub place: Callback<(), Option<(u8, u32)>>,
}

/// What can be done.
#[derive(Clone, Copy, PartialEq)]
enum Item {
    Png(u8),
    Svg,
    Csv,
    CsvPlain,
    Json,
    Tabbed,
    Embed,
}

impl Item {
    const OF_CHARTS: [Item; 5] = [
        Item::Png(DENSITIES[0]),
        Item::Png(DENSITIES[1]),
        Item::Png(DENSITIES[2]),
        Item::Svg,
        Item::Embed,
    ];
    const OF_TABLES: [Item; 4] = [Item::Csv, Item::CsvPlain, Item::Json, Item::Tabbed];

    fn label(self, session: Session) -> String {
        let words = export_words(session.lang());
        let label = match self {
            Item::Png(density) => return words::png_text(session.lang(), density),
            Item::Svg => words.svg,
            Item::Csv => words.csv,
            Item::CsvPlain => words.csv_plain,
            Item::Json => words.json,
            Item::Tabbed => words.tabbed,
            Item::Embed => words.embed,
        };
        label.to_string()
    }

    /// The word by which tests and style find it.
    fn word(self) -> String {
        match self {
            Item::Png(density) => format!("png-{density}"),
            Item::Svg => "svg".to_string(),
            Item::Csv => "csv".to_string(),
            Item::CsvPlain => "csv-plain".to_string(),
            Item::Json => "json".to_string(),
            Item::Tabbed => "tabbed".to_string(),
            Item::Embed => "embed".to_string(),
        }
    }
}

/// The button and its list.
pub fn export_menu(session: Session, exported: Exported) -> AnyView {
    export_menu_as(session, exported, RwSignal::new(false))
}

/// The same, open from the beginning where its reader has asked for it before it could be had.
pub fn export_menu_as(session: Session, exported: Exported, is_open: RwSignal<bool>) -> AnyView {
    let words = export_words(session.lang());
    let label = match exported.label {
        "" => words.menu,
        label => label,
    };
    let outcome: RwSignal<&'static str> = RwSignal::new("");
    let place = NodeRef::<Div>::new();
    if is_open.get_untracked() {
        place.on_load(move |_| focus_button(place));
    }
    let mut items: Vec<Item> = Item::OF_TABLES.to_vec();
    if exported.chart.is_some() {
        items.splice(0..0, Item::OF_CHARTS);
    }
    let exported = StoredValue::new(exported);
    close_elsewhere(place, is_open);
    let toggle = move |_| {
        outcome.set("");
        is_open.update(|is_open| *is_open = !*is_open);
        if is_open.get_untracked() {
            // By the time a link is asked for, its digest stands: a browser lets a page write to the
            // clipboard only just after a click.
            spawn_local(async move {
                cited(session).await;
            });
        }
    };
    let pick = move |item: Item| {
        is_open.set(false);
        focus_button(place);
        run(session, item, exported.get_value(), outcome);
    };
    let list = move || {
        let items = items.iter().copied().map(|item| {
            view! {
                <li>
                    <button type="button" data-export=item.word() on:click=move |_| pick(item)>
                        {item.label(session)}
                    </button>
                </li>
            }
            .into_any()
        });
        let items: Vec<AnyView> = items.collect();
        view! { <ul class="menu-list" aria-label=words.menu_label>{items}</ul> }.into_any()
    };
    view! {
        <div class="menu" node_ref=place on:keydown=move |event| walk(&event, place, is_open)>
            <button
                type="button"
                class="menu-button"
                aria-expanded=move || is_open.get().to_string()
                on:click=toggle
            >
                {label}
            </button>
            {move || is_open.get().then(&list)}
            <p class="menu-said" role="status">
                {move || outcome.get()}
            </p>
        </div>
    }
    .into_any()
}

/// The menu of a table that is no chart's, on a line of its own. `stem` is cut to what file names bear.
pub fn table_menu(session: Session, stem: &[&str], table: MakeTable) -> AnyView {
    let exported = Exported::of_table(stem, table);
    view! { <div class="actions table-menu">{export_menu(session, exported)}</div> }.into_any()
}

/// A click elsewhere closes the list, and so does the focus where it goes elsewhere.
fn close_elsewhere(place: NodeRef<Div>, is_open: RwSignal<bool>) {
    let close = move |target: Option<web_sys::EventTarget>| {
        if is_open.try_get_untracked() != Some(true) {
            return;
        }
        let target = target.and_then(|target| target.dyn_into::<Node>().ok());
        let own = place.try_get_untracked().flatten();
        if !own.is_some_and(|own| own.contains(target.as_ref())) {
            is_open.set(false);
        }
    };
    let pressed =
        window_event_listener(leptos::ev::pointerdown, move |event| close(event.target()));
    let focused = window_event_listener(leptos::ev::focusin, move |event| close(event.target()));
    on_cleanup(move || {
        pressed.remove();
        focused.remove();
    });
}

fn focus_button(place: NodeRef<Div>) {
    let button = place.get_untracked();
    let button = button.and_then(|place| place.query_selector("button").ok().flatten());
    browser::give_focus(&button.and_then(|button| button.dyn_into::<HtmlElement>().ok()));
}

/// Escape closes the list and nothing else; up and down walk it.
fn walk(event: &KeyboardEvent, place: NodeRef<Div>, is_open: RwSignal<bool>) {
    if !is_open.get_untracked() {
        return;
    }
    let step: isize = match event.key().as_str() {
        "Escape" => {
            event.stop_propagation();
            is_open.set(false);
            focus_button(place);
            return;
        }
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    let Some(own) = place.get_untracked() else {
        return;
    };
    let buttons = own.get_elements_by_tag_name("button");
    let all =
        (0..buttons.length()).filter_map(|at| buttons.item(at)?.dyn_into::<HtmlElement>().ok());
    let all: Vec<HtmlElement> = all.collect();
    let focused = browser::focused_element();
    let now = all.iter().position(|it| Some(it) == focused.as_ref());
    let next = now.map_or(0, |now| now.saturating_add_signed(step));
    browser::give_focus(&all.get(next.min(all.len().saturating_sub(1))).cloned());
}

fn run(session: Session, item: Item, exported: Exported, outcome: RwSignal<&'static str>) {
    let words = export_words(session.lang());
    let Exported {
        file_stem,
        table,
        chart,
        ..
    } = exported;
    let drawn = chart.and_then(|chart| chart.picture.run(()));
    spawn_local(async move {
        match item {
            Item::Png(density) => {
                if let Some(drawn) = drawn
                    && !save_png(session, &file_stem, drawn, density).await
                {
                    told(words.too_large, outcome);
                }
            }
            Item::Svg => {
                if let Some(drawn) = drawn {
                    save_svg(session, &file_stem, drawn).await;
                }
            }
            Item::Embed => {
                let copied = copy_embed(session, chart, drawn).await;
                let package = session.package.get_untracked();
                let is_own = package.is_some_and(|it| beside_of(&it.name).is_some());
                let done = if is_own {
                    words.embed_own
                } else {
                    words.embed_done
                };
                told(said(words, copied, done), outcome);
            }
            Item::Tabbed => {
                let bytes = table.run(words.writing, outcome).await;
                let text = bytes.map(|bytes| Sheet::read(&bytes).tabbed());
                let copied = match text {
                    Some(text) => browser::copy_text(&text).await,
                    None => false,
                };
                told(said(words, copied, words.tabbed_done), outcome);
            }
            Item::Csv | Item::CsvPlain | Item::Json => {
                if let Some(bytes) = table.run(words.writing, outcome).await {
                    save_table(session, item, &file_stem, &bytes).await;
                }
            }
        }
    });
}

fn said(words: &'static ExportWords, copied: bool, done: &'static str) -> &'static str {
    if copied { done } else { words.refused }
}

fn told(text: &'static str, outcome: RwSignal<&'static str>) {
    outcome.try_set(text);
    let is_over = move || {
        outcome.try_set("");
    };
    set_timeout(is_over, OUTCOME_SHOWN);
}

async fn save_table(session: Session, item: Item, file_stem: &str, bytes: &[u8]) {
    let address = cited_address(session).await;
    let Some(package) = session.package.get_untracked() else {
        return;
    };
    let plain = browser::address_of(&session.pinned_query());
    let (date, lang) = (browser::date(), session.lang());
    let sheet = with_notes(
        lang,
        &package,
        Sheet::read(bytes),
        (&plain, &address),
        &date,
    );
    let (ending, media_type, bytes) = match item {
        Item::Json => (".json", "application/json", sheet.json().into_bytes()),
        Item::CsvPlain => ("-data.csv", "text/csv", sheet.csv(false)),
        _ => (".csv", "text/csv", sheet.csv(true)),
    };
    browser::download(&[file_stem, ending].concat(), media_type, &bytes);
}

async fn save_svg(session: Session, file_stem: &str, (figure, mut frame): (Figure, Frame)) {
    frame.link = cited_address(session).await;
    let svg = picture_svg(session.lang(), &figure, &frame, Theme::Light);
    let name = [file_stem, ".svg"].concat();
    browser::download(&name, "image/svg+xml", svg.as_bytes());
}

/// False where the browser makes no picture that large.
async fn save_png(
    session: Session,
    file_stem: &str,
    (figure, mut frame): (Figure, Frame),
    density: u8,
) -> bool {
    frame.link = cited_address(session).await;
    let scene = picture(&figure, &frame, Theme::Light);
    let name = match density {
        1 => [file_stem, ".png"].concat(),
        density => format!("{file_stem}@{density}x.png"),
    };
    let density = f64::from(density);
    let paint = |canvas: &HtmlCanvasElement, context: &CanvasRenderingContext2d| {
        draw::canvas::fit(canvas, &scene, density);
        draw::canvas::paint(&scene, context, density);
    };
    browser::download_png(&name, paint).await
}

async fn copy_embed(
    session: Session,
    chart: Option<ExportedChart>,
    drawn: Option<(Figure, Frame)>,
) -> bool {
    let place = chart.and_then(|chart| chart.place.run(()));
    let (Some((place, height_px)), Some((_, frame))) = (place, drawn) else {
        return false;
    };
    let Some(cited) = cited(session).await else {
        return false;
    };
    let mut view = cited.view.clone();
    view.embed = Some(place);
    view.lang = Some(session.lang());
    let address = browser::address_of(&view.query());
    let title = [&*frame.title, " ", &frame.subtitle].concat();
    let code = crate::export::embed_code(&address, title.trim(), height_px);
    browser::copy_text(&code).await
}
