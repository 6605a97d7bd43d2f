//! 地图: whether there is a pattern in place. A tile for each area, or its outline where the package
//! has one; what stands apart, where it clusters, and the area that was picked.

use super::compare::file_stem;
use crate::answer::{Colouring, Compare, Outlines, Pattern, compare, outlines, pattern};
use crate::browser;
use crate::export::{compare_csv, map_frame};
use crate::figure::{Figure, Look, Mapped, area_figure, mark_group, tile_figure};
use crate::model::{AreaId, Lang};
use crate::package::Package;
use crate::route::{Page, View};
use crate::ui::parts::chart::{ChartActions, ChartTexts, chart};
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::group_control::group_memo;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::link::{on_page, view_link};
use crate::ui::parts::map_side::{Beside, map_side};
use crate::ui::parts::no_comparison::no_comparison_note;
use crate::ui::parts::question_controls::{
    follow_indicator, indicator_control, level_control, verdict_control, within_control,
};
use crate::ui::parts::rail::page_name;
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::{Session, kept, session};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The word in addresses for groups of values.
const QUANTILE: &str = "quantile";
/// The word in addresses for tiles where there are outlines.
const TILES: &str = "tiles";

/// What the page shows of one question.
struct Answer {
    package: Arc<Package>,
    compare: Compare,
    pattern: Pattern,
}

/// The page.
#[component]
pub fn MapPage() -> impl IntoView {
    let session = session();
    let resolved = session.resolved;
    let question = Memo::new(move |_| resolved.get()?.question());
    let answer = kept(move || {
        let (package, question) = (session.package.get()?, question.get()?);
        let compare = compare(&package, question);
        let pattern = pattern(&package, &compare);
        Some(Arc::new(Answer {
            package,
            compare,
            pattern,
        }))
    });
    let compared = kept(move || Some(Arc::new(answer.get()?.compare.clone())));
    let colouring = Memo::new(move |_| {
        let answer = answer.get()?;
        let wants_shades = session.view.with(|view| view.colour == QUANTILE);
        Some(answer.pattern.colouring(&answer.compare, wants_shades))
    });
    let look = Memo::new(move |_| Look {
        picked: resolved.get().and_then(|resolved| resolved.picked),
        is_plain: session.view.with(|view| view.is_plain),
    });
    let group = group_memo(session);
    let wants_tiles = Memo::new(move |_| session.view.with(|view| view.open == TILES));
    let figure = kept(move || {
        let (answer, colouring) = (answer.get()?, colouring.get()?);
        let mapped = answer.mapped(colouring, look.get());
        let drawn = match wants_tiles.get() {
            true => None,
            false => area_figure(session.lang(), mapped, &answer.outlines()),
        };
        let mut drawn = drawn.or_else(|| tile_figure(session.lang(), mapped))?;
        mark_group(&mut drawn, &answer.compare.places(&group.get()));
        Some(drawn)
    });
    let has_outlines = Memo::new(move |_| {
        let answer = answer.get();
        answer.is_some_and(|answer| !answer.outlines().matched.is_empty())
    });
    let indicator_changed = RwSignal::new(false);
    follow_indicator(session, compared, indicator_changed);
    view! {
        <div class="page map">
            <div class="page-head">
                {move || heading(session)}
                <div class="controls">
                    {indicator_control(session, resolved, indicator_changed)}
                    {level_control(session, resolved)} {within_control(session, resolved)}
                    {colour_control(session, answer, colouring)}
                    <div class:none=move || colouring.get() != Some(Colouring::Verdicts)>
                        {verdict_control(session)}
                    </div> {move || form_control(session, has_outlines.get())}
                </div>
            </div>
            {move || said(session, &*answer.get()?, colouring.get()?)}
            {move || no_comparison_note(session, resolved)}
            <FailedFiles />
            <div class="map-columns">
                <div class="map-main">
                    {map_chart(session, answer, colouring, figure)}
                    {move || unmatched(session, &*answer.get()?)}
                    {move || definition(session, &*answer.get()?)}
                </div>
                {move || {
                    let (answer, colouring) = (answer.get()?, colouring.get()?);
                    Some(map_side(session, answer.beside(colouring, look.get())))
                }}
            </div>
        </div>
    }
}

impl Answer {
    fn mapped(&self, colouring: Colouring, look: Look) -> Mapped<'_> {
        Mapped {
            package: &self.package,
            compare: &self.compare,
            pattern: &self.pattern,
            colouring,
            look,
        }
    }

    fn outlines(&self) -> Outlines<'_> {
        outlines(&self.package, &self.compare)
    }

    fn beside(&self, colouring: Colouring, look: Look) -> Beside<'_> {
        let mut rows = self.compare.rows.iter();
        Beside {
            package: &self.package,
            compare: &self.compare,
            pattern: &self.pattern,
            colouring,
            is_plain: look.is_plain,
            picked: rows.position(|row| look.picked == Some(row.area)),
        }
    }
}

fn heading(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    let title = package.descriptor.title.get(session.lang());
    let title = format!("{title} · {}", session.words().map().title);
    Some(page_heading(title, String::new()))
}

/// By what the map is coloured. A choice that cannot be had is not offered.
fn colour_control(
    session: Session,
    answer: Memo<Option<Arc<Answer>>>,
    colouring: Memo<Option<Colouring>>,
) -> AnyView {
    let words = session.words().map();
    let choices = Signal::derive(move || {
        let Some(answer) = answer.get() else {
            return Vec::new();
        };
        let mut choices = Vec::new();
        if answer.compare.judged_count > 0 {
            choices.push(Choice::new("", words.colour_verdict));
        }
        if answer.pattern.shades.is_ok() {
            choices.push(Choice::new(QUANTILE, words.colour_quantile));
        }
        choices
    });
    let chosen = Signal::derive(move || match colouring.get() {
        Some(Colouring::Shades) => QUANTILE.to_string(),
        _ => String::new(),
    });
    let control = select(
        words.colour,
        "colour",
        false,
        choices,
        chosen,
        Callback::new(move |choice| session.change(|view| view.colour = choice)),
    );
    view! { <div class:none=move || choices.with(|list| list.len() < 2)>{control}</div> }.into_any()
}

/// Outlines or tiles, where any area shown has an outline.
fn form_control(session: Session, has_outlines: bool) -> Option<AnyView> {
    let words = session.words().map();
    has_outlines.then(|| {
        let choices = vec![
            Choice::new("", words.form_outlines),
            Choice::new(TILES, words.form_tiles),
        ];
        let chosen = move || match session.view.with(|view| view.open == TILES) {
            true => TILES.to_string(),
            false => String::new(),
        };
        select(
            words.form,
            "form",
            false,
            Signal::derive(move || choices.clone()),
            Signal::derive(chosen),
            Callback::new(move |choice| session.change(|view| view.open = choice)),
        )
    })
}

/// The sentences above the map, and what must be known of it.
fn said(session: Session, answer: &Answer, colouring: Colouring) -> Option<AnyView> {
    let lang = session.lang();
    let Answer {
        package,
        compare,
        pattern,
    } = answer;
    let is_plain = session.view.with(|view| view.is_plain);
    let sentences = words::map_sentences(lang, package, compare, pattern, colouring, is_plain);
    let is_blank = sentences.iter().all(String::is_empty);
    let sentences = match is_blank {
        true => vec![words::compare_sentence(lang, package, compare)],
        false => sentences.to_vec(),
    };
    let sentences: Vec<AnyView> = sentences
        .into_iter()
        .filter(|sentence| !sentence.is_empty())
        .map(|sentence| view! { <p class="sentence">{sentence}</p> }.into_any())
        .collect();
    let has_values = compare.known_count > 0;
    let provisional = compare.known().iter();
    let provisional = provisional.filter(|row| row.reading.is_provisional());
    let provisional = match provisional.count() {
        0 => String::new(),
        count => words::provisional_text(lang, count, compare.known_count),
    };
    let refused = match (&pattern.shades, colouring) {
        (Err(reason), Colouring::Nothing) if has_values => words::no_shades_text(lang, reason),
        _ => String::new(),
    };
    let no_verdict = match (colouring, package.descriptor.judged) {
        (Colouring::Nothing | Colouring::Shades, _) if has_values => {
            words::map_no_verdict_text(lang, package, compare).to_string()
        }
        _ => String::new(),
    };
    let note = words::sentences(lang, &[&no_verdict, &refused, &provisional]);
    // That a full count is not tested is how it is; that something is refused is news.
    let class = match colouring {
        Colouring::Shades if package.descriptor.judged => "definition",
        _ => "refusal",
    };
    let note = (!note.is_empty()).then(|| view! { <p class=class>{note}</p> });
    Some(view! { {sentences} {note} }.into_any())
}

fn map_chart(
    session: Session,
    answer: Memo<Option<Arc<Answer>>>,
    colouring: Memo<Option<Colouring>>,
    figure: Memo<Option<Figure>>,
) -> AnyView {
    let texts = Memo::new(move |_| {
        let (answer, colouring) = (answer.get()?, colouring.get()?);
        let is_drawn = figure.with(|figure| figure.is_some());
        is_drawn.then(|| texts(session, &answer, colouring))
    });
    let actions = ChartActions {
        touched: session.touched,
        activate: Callback::new(move |key: u32| {
            let code = answer.with_untracked(|answer| {
                let answer = answer.as_ref()?;
                let row = answer.compare.rows.get(key as usize)?;
                Some(answer.package.areas.get(row.area).code.clone())
            });
            if let Some(code) = code {
                session.change(|view| view.area = code);
            }
        }),
        csv: Callback::new(move |()| {
            let answer = answer.get_untracked()?;
            let address = browser::address_of(&session.pinned_query());
            let lang = session.lang();
            Some(compare_csv(
                lang,
                &answer.package,
                &answer.compare,
                &address,
            ))
        }),
    };
    (move || {
        texts
            .get()
            .map(|texts| chart(session, figure, texts, actions))
    })
    .into_any()
}

fn texts(session: Session, answer: &Answer, colouring: Colouring) -> ChartTexts {
    let lang = session.lang();
    let Answer {
        package,
        compare,
        pattern,
    } = answer;
    let is_plain = session.view.with(|view| view.is_plain);
    let sentences = words::map_sentences(lang, package, compare, pattern, colouring, is_plain);
    ChartTexts {
        frame: map_frame(lang, package, compare),
        file_stem: file_stem(package, compare) + "-map",
        briefing: words::map_briefing(lang, package, compare, &sentences),
        has_own_table: false,
    }
}

/// What the indicator is, and what must be known of it.
fn definition(session: Session, answer: &Answer) -> Option<AnyView> {
    let question = &answer.compare.question;
    let indicator = answer.package.indicators.get(question.indicator);
    // A full stop of Chinese type brings its own space.
    let space = if session.lang() == Lang::Zh { "" } else { " " };
    let texts = [&indicator.definition, &indicator.caveat];
    let texts = texts.map(|text| {
        let (text, lang) = text.get_with_lang(session.lang());
        let text = text.to_string();
        view! { <span lang=lang.tag()>{text}</span> {space} }
    });
    Some(view! { <p class="definition">{texts}</p> }.into_any())
}

/// What of the outlines fits no area, and which areas have none.
fn unmatched(session: Session, answer: &Answer) -> Option<AnyView> {
    let (lang, package) = (session.lang(), &answer.package);
    if package.geometry.is_empty() {
        return None;
    }
    let words = session.words().map();
    let found = answer.outlines();
    let name = |area: &AreaId| package.areas.get(*area).name.get(lang);
    let without: Vec<&str> = found.without.iter().map(name).collect();
    // A file may fit no area, or hold nothing that can be drawn: the data page then says what is wrong.
    let is_usable = package
        .geometry
        .iter()
        .any(|file| !file.outlines.is_empty());
    let none_fits = found.matched.is_empty().then(|| {
        let text = match is_usable {
            true => words.no_outline_fits,
            false => words.no_outline_usable,
        };
        let target = Box::new(|view: &View| on_page(view, Page::Data));
        let name = page_name(session.words(), Page::Data);
        let link = view_link("", None, "", target, name.into_any());
        view! { <p class="refusal">{text} " " {link}</p> }
    });
    let part = |heading: &'static str, names: &[&str]| {
        let list = words::map_name_list(lang, names);
        let heading = words::map_counted_text(lang, heading, names.len());
        (!names.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{heading}</summary>
                    <p>{list}</p>
                </details>
            }
        })
    };
    let without = part(words.without_outline, &without);
    let unknown = part(words.unknown_outlines, &found.unknown);
    Some(view! { <div class="unmatched">{none_fits} {without} {unknown}</div> }.into_any())
}
