//! A chart on the page: canvas, overlay for hover and keyboard, live region, and what can be done
//! with it.
//!
//! The figure is drawn once for a size, theme and density; hover and focus read the scene's hit
//! regions and redraw nothing.

use super::briefing::briefing_button;
use super::chart_table::chart_table;
use super::export_menu::{Exported, ExportedChart, TableMaker, export_menu};
use super::print_picture::print_picture;
use super::standing::stand_by;
use crate::browser;
use crate::draw::{self, Frame, Hit, Hits, Scene, SizePx, Towards};
use crate::export::picture;
use crate::figure::Figure;
use crate::ui::session::{Session, session};
use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::{self, Canvas, Div};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::HtmlCanvasElement;

/// How near a pointer must be to a mark, in CSS pixels.
const REACH_PX: f64 = 24.0;
/// What stands above and below a chart that is shown alone, in CSS pixels: the package's banner, whether
/// the data is as it was, and the way to the page. A wider frame draws a higher chart, too.
const AROUND_ALONE_PX: f64 = 180.0;

/// Every chart has a number of its own, by which it is found among those of the page.
static LAST_CHART: AtomicU32 = AtomicU32::new(0);

/// What stands around a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartTexts {
    /// Title, period, source and stamp.
    pub frame: Frame,
    /// Name of downloaded files, without ending.
    pub file_stem: String,
    /// The sentence that goes with the picture into a briefing; the title where it is blank.
    pub briefing: String,
    /// True where the page itself shows the chart's table below it.
    pub has_own_table: bool,
}

/// What happens on a chart.
#[derive(Clone, Copy)]
pub struct ChartActions {
    /// The key of the mark that a pointer or the keyboard is on; charts of one answer share it.
    pub touched: RwSignal<Option<u32>>,
    /// Takes the key of the mark that was clicked.
    pub activate: Callback<u32>,
    /// Makes the file behind the chart.
    pub csv: Callback<(), Option<Vec<u8>>>,
}

/// A chart with its title, source line and buttons.
pub fn chart(
    session: Session,
    figure: Memo<Option<Figure>>,
    texts: ChartTexts,
    actions: ChartActions,
) -> AnyView {
    let words = session.words();
    let Frame {
        title,
        subtitle,
        source,
        ..
    } = texts.frame.clone();
    let label = format!("{title} {subtitle}");
    let has_own_table = texts.has_own_table;
    let texts = StoredValue::new(texts);
    let is_open = RwSignal::new(false);
    let table_label = title.clone();
    let briefing = Callback::new(move |()| {
        let texts = texts.get_value();
        let figure = figure.get_untracked()?;
        let frame = Frame {
            link: browser::address_of(&session.pinned_query()),
            ..texts.frame.clone()
        };
        let scene = picture(&figure, &frame, draw::Theme::Light);
        let line = match texts.briefing.is_empty() {
            true => format!("{} {}", texts.frame.title, texts.frame.subtitle),
            false => texts.briefing,
        };
        Some((line, Some(scene)))
    });
    let toggle = (!has_own_table).then(|| {
        view! {
            <button
                type="button"
                class="table-toggle"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {words.table}
            </button>
        }
    });
    let id = LAST_CHART.fetch_add(1, Ordering::Relaxed);
    let own = NodeRef::<html::Figure>::new();
    if session.view.with_untracked(|view| view.embed.is_some()) {
        stand_by(session, (id, own), figure, texts.get_value(), actions);
    }
    let exported = Exported {
        file_stem: texts.with_value(|texts| texts.file_stem.clone()),
        label: "",
        table: TableMaker::AtOnce(actions.csv),
        chart: Some(ExportedChart {
            picture: Callback::new(move |()| {
                let figure = figure.get_untracked()?;
                Some((figure, texts.with_value(|texts| texts.frame.clone())))
            }),
            place: Callback::new(move |()| {
                let places = browser::charts_in_order();
                let place = places.iter().position(|it| *it == id.to_string())?;
                let height_px = own.get_untracked()?.get_bounding_client_rect().height();
                let height_px = (height_px + AROUND_ALONE_PX).ceil() as u32;
                Some((u8::try_from(place + 1).ok()?, height_px))
            }),
        }),
    };
    view! {
        <figure class="chart" node_ref=own data-chart=id.to_string()>
            <figcaption>
                <h2>{title}</h2>
                <span class="subtitle">{subtitle}</span>
            </figcaption>
            {plot(session, figure, label, actions)} {print_picture(figure)}
            <div class="chart-foot">
                <p class="source">{source}</p>
                <div class="actions">
                    {toggle}
                    {export_menu(session, exported)}
                    <CopyLink />
                    {briefing_button(session, briefing)}
                </div>
            </div>
            {move || {
                is_open
                    .get()
                    .then(|| chart_table(session, figure, table_label.clone(), actions.activate))
            }}
            <p class="visually-hidden">{words.chart_keys}</p>
        </figure>
    }
    .into_any()
}

/// Copies the address, which is the view.
#[component]
fn CopyLink() -> impl IntoView {
    let session = session();
    let words = session.words();
    let outcome: RwSignal<Option<bool>> = RwSignal::new(None);
    // A new view is not yet copied.
    Effect::new(move |_| {
        session.view.track();
        outcome.set(None);
    });
    view! {
        <button
            type="button"
            on:click=move |_| {
                spawn_local(async move {
                    let copied = browser::copy_text(&browser::address_of(&session.pinned_query())).await;
                    outcome.try_set(Some(copied));
                });
            }
        >
            {words.link}
        </button>
        <span class="outcome" role="status">
            {move || outcome.get().map(|copied| if copied { words.copied } else { words.not_copied })}
        </span>
    }
}

/// The canvas and what lies over it.
pub fn plot(
    session: Session,
    figure: Memo<Option<Figure>>,
    label: String,
    actions: ChartActions,
) -> AnyView {
    let ChartActions {
        touched, activate, ..
    } = actions;
    let place = NodeRef::<Div>::new();
    let canvas = NodeRef::<Canvas>::new();
    let width_px = watch_width(place);
    let hits: StoredValue<Hits> = StoredValue::new(Hits::default());
    // A finger cannot hover: its first touch of a mark names it, the second opens its source.
    let is_touch = RwSignal::new(false);
    let named: RwSignal<Option<u32>> = RwSignal::new(None);
    let height_px = move || {
        let width_px = width_px.get();
        figure.with(|figure| {
            let height = |figure: &Figure| draw::natural_height_px(figure, width_px);
            figure.as_ref().map_or(0, height)
        })
    };

    Effect::new(move |_| {
        let (width_px, theme) = (width_px.get(), session.theme());
        let (Some(canvas), Some(figure)) = (canvas.get(), figure.get()) else {
            return;
        };
        let size = SizePx {
            width_px,
            height_px: draw::natural_height_px(&figure, width_px),
        };
        let scene = draw::scene(&figure, size, theme);
        paint(&canvas, &scene);
        // Where the layout stands, so does the place of a pointer or the keyboard: whoever picks a mark
        // by key goes on from it.
        let place = |hits: &Hits| {
            touched
                .get_untracked()
                .and_then(|key| hits.of(key).copied())
        };
        let before = hits.with_value(place);
        hits.set_value(scene.hits().clone());
        if before.is_none() || before != place(scene.hits()) {
            touched.set(None);
            named.set(None);
        }
        if width_px > 0 {
            browser::mark_first_chart();
        }
    });

    let hit = move || {
        let key = touched.get()?;
        hits.with_value(|hits| hits.of(key).copied())
    };
    let told = move || {
        let hit = hit()?;
        figure.with(|figure| {
            let told = figure.as_ref()?.told(hit.key)?;
            Some((hit, told))
        })
    };
    let point = move |event: &MouseEvent| {
        let key = hits.with_value(|hits| {
            let (x_px, y_px) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            hits.nearest(x_px, y_px, REACH_PX).map(|hit| hit.key)
        });
        if touched.get_untracked() != key {
            touched.set(key);
        }
    };
    let walk = move |event: KeyboardEvent| {
        let current = touched.get_untracked();
        let step = |by: &dyn Fn(&Hits) -> Option<u32>| hits.with_value(by);
        let key_of = |hit: Option<&Hit>| hit.map(|hit| hit.key);
        let is_plane =
            figure.with_untracked(|figure| figure.as_ref().is_some_and(Figure::is_plane));
        let towards = match event.key().as_str() {
            "ArrowLeft" => Some(Towards::Left),
            "ArrowRight" => Some(Towards::Right),
            "ArrowUp" => Some(Towards::Up),
            "ArrowDown" => Some(Towards::Down),
            _ => None,
        };
        if let (true, Some(towards), Some(key)) = (is_plane, towards, current) {
            event.prevent_default();
            touched.set(step(&|hits| key_of(hits.beside(key, towards))));
            return;
        }
        let next = match (event.key().as_str(), current) {
            ("ArrowRight" | "ArrowDown", Some(key)) => {
                step(&|hits| key_of(hits.next(key)).or(Some(key)))
            }
            ("ArrowLeft" | "ArrowUp", Some(key)) => {
                step(&|hits| key_of(hits.previous(key)).or(Some(key)))
            }
            ("ArrowRight" | "ArrowDown" | "Home", _) => step(&|hits| key_of(hits.first())),
            ("ArrowLeft" | "ArrowUp" | "End", _) => step(&|hits| key_of(hits.last())),
            ("Escape", _) => None,
            ("Enter" | " ", Some(key)) => {
                event.prevent_default();
                activate.run(key);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        touched.set(next);
    };
    view! {
        <div
            class="plot"
            node_ref=place
            tabindex="0"
            role="group"
            lang=session.lang().tag()
            aria-label=label
            on:keydown=walk
            on:pointermove=move |event: PointerEvent| point(&event)
            on:pointerleave=move |_| touched.set(None)
            on:pointerdown=move |event: PointerEvent| {
                is_touch.set(event.pointer_type() == "touch");
            }
            on:click=move |event: MouseEvent| {
                point(&event);
                let key = touched.get_untracked();
                let is_first = is_touch.get_untracked() && named.get_untracked() != key;
                named.set(key);
                if let Some(key) = key.filter(|_| !is_first) {
                    activate.run(key);
                }
            }
            on:blur=move |_| touched.set(None)
        >
            <canvas
                node_ref=canvas
                aria-hidden="true"
                style:width=move || px(width_px.get().into())
                style:height=move || px(height_px().into())
            ></canvas>
            {move || {
                told()
                    .map(|(hit, told)| {
                        let right_half = hit.x_px * 2.0 > f64::from(width_px.get());
                        view! {
                            <span
                                class="touch"
                                style:left=px(hit.extent.left - 3.0)
                                style:top=px(hit.extent.top - 3.0)
                                style:width=px(hit.extent.width() + 6.0)
                                style:height=px(hit.extent.height() + 6.0)
                            ></span>
                            <span
                                class="tip"
                                class:left=right_half
                                style:left=px(hit.x_px)
                                style:top=px(hit.y_px)
                            >
                                {told}
                            </span>
                        }
                    })
            }}
            <p class="visually-hidden" aria-live="polite">
                {move || told().map(|(_, told)| told)}
            </p>
        </div>
    }
    .into_any()
}

/// A length of the style sheet.
pub fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

/// Paints a scene on a canvas of the page.
pub fn paint(canvas: &HtmlCanvasElement, scene: &Scene) {
    let density = browser::device_pixel_ratio();
    draw::canvas::fit(canvas, scene, density);
    let context = canvas.get_context("2d").ok().flatten();
    if let Some(context) = context.and_then(|context| context.dyn_into().ok()) {
        draw::canvas::paint(scene, &context, density);
    }
}

/// The inner width of an element in CSS pixels, kept up to date for as long as the element stands.
pub fn watch_width(place: NodeRef<Div>) -> RwSignal<u32> {
    let width_px = RwSignal::new(0);
    Effect::new(move |_| {
        let Some(element) = place.get() else {
            return;
        };
        // The observer tells the first width too, once the page is laid out: to ask for it here would
        // lay the page out once for every chart on it.
        let target = element.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            let now = target.client_width().max(0) as u32;
            // The element may outlive the part of the page that watches it.
            if width_px
                .try_get_untracked()
                .is_some_and(|before| before != now)
            {
                width_px.try_set(now);
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let watched = StoredValue::new_local((observer, resized));
            on_cleanup(move || {
                watched.try_with_value(|(observer, _)| observer.disconnect());
            });
        }
    });
    width_px
}
