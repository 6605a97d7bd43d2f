//! `zhishe chart`: a view's picture as SVG, the same that the page lets one download. Draws nothing
//! itself.

use super::answer::compare::CompareOptions;
use super::answer::distribution::{Spread, spread};
use super::answer::relate::RelateOptions;
use super::answer::trend::TrendOptions;
use super::ask::Asking;
use super::language::{LangWord, language};
use super::open::{open_as_of, read_day};
use super::output::{Outcome, Output, open_error_line};
use crate::answer::{Compare, HeatQuestion, heat, heat_indicators, outlines, pattern};
use crate::draw::{Frame, Theme};
use crate::export::{compare_frame, frame, funnel_frame, heat_frame, map_frame, picture_svg};
use crate::figure::{
    Figure, Look, Mapped, area_figure, compare_figure, distribution_figure, funnel_figure,
    heat_figure, relate_figure, tile_figure, trend_figure,
};
use crate::model::{AreaId, Day, Lang};
use crate::package::{Need, Package};
use crate::words::{self, command_line};
use clap::{Args, Subcommand, ValueEnum};
use std::fs;
use std::path::PathBuf;

/// Which view.
#[derive(Debug, Subcommand)]
pub enum ChartCommand {
    /// The areas of a level: bars, or a caterpillar where there are too many for labels.
    ///
    /// Example:
    ///   zhishe chart compare data/demo --indicator on-time-rate --lang en --out on-time.svg
    #[command(verbatim_doc_comment)]
    Compare(Picture<CompareOptions>),
    /// The same against their denominators, with the limits of chance.
    ///
    /// Example:
    ///   zhishe chart funnel data/demo --indicator on-time-rate --out funnel.svg
    #[command(verbatim_doc_comment)]
    Funnel(Picture<CompareOptions>),
    /// The areas where they lie: a tile for each, or its boundary where the package has one.
    ///
    /// Example:
    ///   zhishe chart map data/demo --indicator grids-with-group --out map.svg
    #[command(verbatim_doc_comment)]
    Map(Picture<CompareOptions>),
    /// Verdicts, indicator by area.
    ///
    /// Example:
    ///   zhishe chart heat data/demo --level subdistrict --out heat.svg
    #[command(verbatim_doc_comment)]
    Heat(Picture<HeatOptions>),
    /// One indicator at one area over time, with its control limits.
    ///
    /// Example:
    ///   zhishe chart trend data/demo --indicator on-time-rate --area 990001001005 --out trend.svg
    #[command(verbatim_doc_comment)]
    Trend(Picture<TrendOptions>),
    /// Two indicators against each other.
    ///
    /// Example:
    ///   zhishe chart relate data/demo --indicator on-time-rate,satisfaction-rate --out relate.svg
    #[command(verbatim_doc_comment)]
    Relate(Picture<RelateOptions>),
    /// How the values of one indicator are spread: a histogram, every area, and a box.
    ///
    /// Example:
    ///   zhishe chart distribution data/demo --indicator on-time-rate --out distribution.svg
    #[command(verbatim_doc_comment)]
    Distribution(Picture<CompareOptions>),
}

/// The picture of a view.
#[derive(Debug, Args)]
pub struct Picture<Options: Args> {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    options: Options,
}

/// Which areas, and which indicators.
#[derive(Debug, Args)]
pub struct HeatOptions {
    /// The indicators by their codes, given several times or with commas between; all that do not
    /// hang on the size of an area where none is given.
    #[arg(long, num_args = 1, value_delimiter = ',')]
    indicator: Vec<String>,
    /// The level whose areas are shown, as the package writes it.
    #[arg(long)]
    level: Option<String>,
    /// Only areas inside this one, by its code.
    #[arg(long)]
    within: Option<String>,
}

/// What every picture takes.
#[derive(Debug, Args)]
struct Common {
    /// The package: a folder with datapackage.json, or a zip of one.
    dir: PathBuf,
    /// The language; that of the terminal where none is given, else Chinese.
    #[arg(long, value_enum)]
    lang: Option<LangWord>,
    /// The package as it stood at the end of a day, as 2026-03-31: later revisions are left out.
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    as_of: Option<Day>,
    /// Light or dark.
    #[arg(long, value_enum, default_value_t = ThemeWord::Light)]
    theme: ThemeWord,
    /// The file to write; standard output where none is given.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ThemeWord {
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// Makes the picture. The error is the line that says why there is none.
pub fn chart(command: &ChartCommand, locale: &str) -> Outcome {
    match command {
        ChartCommand::Compare(it) => it.common.drawn(locale, &|lang, package| {
            compared(lang, package, &it.options, compare_picture)
        }),
        ChartCommand::Funnel(it) => it.common.drawn(locale, &|lang, package| {
            compared(lang, package, &it.options, funnel_picture)
        }),
        ChartCommand::Map(it) => it.common.drawn(locale, &|lang, package| {
            compared(lang, package, &it.options, map_picture)
        }),
        ChartCommand::Heat(it) => it
            .common
            .drawn(locale, &|lang, package| it.options.drawing(lang, package)),
        ChartCommand::Trend(it) => it.common.drawn(locale, &|lang, package| {
            let trend = it.options.answer(lang, package)?;
            let title = command_line::trend_title(lang, package, &trend);
            let period = command_line::trend_period_text(lang, &trend);
            let figure = trend_figure(lang, package, &trend);
            drawable(lang, figure, frame(lang, package, title, period))
        }),
        ChartCommand::Relate(it) => it.common.drawn(locale, &|lang, package| {
            let relate = it.options.answer(lang, package)?;
            let title = command_line::relate_title(lang, package, &relate);
            let period = command_line::relate_period_text(lang, &relate);
            let figure = relate_figure(lang, package, &relate, Look::default());
            drawable(lang, figure, frame(lang, package, title, period))
        }),
        ChartCommand::Distribution(it) => it.common.drawn(locale, &|lang, package| {
            let Spread { found, picked, .. } = spread(&it.options, lang, package)?;
            let picked: Vec<AreaId> = picked.into_iter().collect();
            let figure = distribution_figure(lang, package, &found, &picked);
            let title = words::distribution_title(lang, package, &found);
            let period = words::distribution_period_text(lang, &found);
            drawable(lang, figure, frame(lang, package, title, period))
        }),
    }
}

/// A view's figure and what stands around it, or why there is none.
type Drawing = Result<(Figure, Frame), String>;

/// A figure and what stands around it, where there is something to draw.
type Drawn = Option<(Figure, Frame)>;

fn compare_picture(lang: Lang, package: &Package, compare: &Compare, look: Look) -> Drawn {
    let figure = compare_figure(lang, package, compare, look);
    Some((figure, compare_frame(lang, package, compare)))
}

fn funnel_picture(lang: Lang, package: &Package, compare: &Compare, look: Look) -> Drawn {
    let figure = funnel_figure(lang, package, compare, look)?;
    Some((figure, funnel_frame(lang, package, compare)))
}

fn map_picture(lang: Lang, package: &Package, compare: &Compare, look: Look) -> Drawn {
    let pattern = pattern(package, compare);
    let mapped = Mapped {
        package,
        compare,
        pattern: &pattern,
        colouring: pattern.colouring(compare, false),
        look,
    };
    let drawn = area_figure(lang, mapped, &outlines(package, compare));
    let figure = drawn.or_else(|| tile_figure(lang, mapped))?;
    Some((figure, map_frame(lang, package, compare)))
}

/// A picture made of a comparison. Where there is none, the line says why as the page does in its
/// place: no value, or no order.
fn compared(
    lang: Lang,
    package: &Package,
    options: &CompareOptions,
    drawn: fn(Lang, &Package, &Compare, Look) -> Drawn,
) -> Drawing {
    let asked = options.answer(lang, package)?;
    let compare = &asked.compare;
    if compare.known_count == 0 {
        return Err(words::compare_sentence(lang, package, compare));
    }
    let look = Look {
        picked: asked.picked,
        is_plain: false,
    };
    match (drawn(lang, package, compare, look), compare.benchmark) {
        (Some(drawing), _) => Ok(drawing),
        (None, _) if !compare.refusals.is_empty() => {
            Err(words::refusal_line(lang, &compare.refusals))
        }
        (None, Err(reason)) => Err(words::no_benchmark_text(lang, reason).to_string()),
        (None, Ok(_)) => Err(command_line::no_picture_text(lang).to_string()),
    }
}

/// A figure and what stands around it, where there is one.
fn drawable(lang: Lang, figure: Option<Figure>, frame: Frame) -> Drawing {
    let figure = figure.ok_or_else(|| command_line::no_picture_text(lang).to_string());
    Ok((figure?, frame))
}

impl HeatOptions {
    fn drawing(&self, lang: Lang, package: &Package) -> Drawing {
        let asking = Asking { lang, package };
        let named = self.indicator.iter();
        let named = named.map(|code| asking.indicator(Some(code)));
        let mut indicators = named.collect::<Result<Vec<_>, String>>()?;
        if indicators.is_empty() {
            indicators = heat_indicators(package);
        }
        let first = match indicators.first() {
            Some(first) => *first,
            None => asking.indicator(None)?,
        };
        let level = asking.level_or_usual(self.level.as_deref(), first)?;
        let question = HeatQuestion {
            level,
            within: asking.within(self.within.as_deref(), level)?,
            indicators,
            until: None,
        };
        let found = heat(package, question);
        let figure = heat_figure(lang, package, &found, Look::default());
        drawable(lang, figure, heat_frame(lang, package, &found))
    }
}

impl Common {
    fn drawn(&self, locale: &str, draw: &dyn Fn(Lang, &Package) -> Drawing) -> Outcome {
        let lang = language(self.lang, locale);
        let package = open_as_of(&self.dir, &Need::Everything, self.as_of);
        let package = package.map_err(|error| open_error_line(lang, &error))?;
        let (figure, frame) = draw(lang, &package)?;
        let theme = match self.theme {
            ThemeWord::Light => Theme::Light,
            ThemeWord::Dark => Theme::Dark,
        };
        let svg = picture_svg(lang, &figure, &frame, theme);
        let Some(path) = &self.out else {
            return Ok(Output::of(svg.into_bytes()));
        };
        let line = |error: std::io::Error| {
            command_line::refused_text(lang, &path.display().to_string(), &error.to_string())
        };
        fs::write(path, svg).map_err(line)?;
        Ok(Output::default())
    }
}
