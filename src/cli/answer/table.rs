//! `zhishe answer table`.

use super::{Common, Forms, printed};
use crate::answer::{Across, Table, TablePeriods, TableQuestion, TableRow, place_code, table};
use crate::cli::ask::Asking;
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{json::table_json, table_csv};
use crate::model::{AreaId, Lang, Period};
use crate::package::Package;
use crate::route::{View, read_baseline, resolve};
use crate::words;
use crate::words::command_line::{self, Asked, Heading, heading_text};
use clap::{Args, ValueEnum};

const PERIODS_FORMS: &str = "2024-03, 2024-01..2024-12, all, latest";

/// Options of `answer table`.
#[derive(Debug, Args)]
pub struct TableArguments {
    #[command(flatten)]
    common: Common,
    /// The indicators by their codes, with commas between them; that of the page where none is given.
    #[arg(long, value_delimiter = ',')]
    indicators: Vec<String>,
    /// One period, `all`, from one to another as `2024-01..2024-12`, or `latest`; the newest of the first
    /// indicator where none is given.
    #[arg(long)]
    periods: Option<String>,
    /// The level of the areas, as the package writes it.
    #[arg(long)]
    level: Option<String>,
    /// Only areas inside this one, by its code.
    #[arg(long)]
    within: Option<String>,
    /// A group of areas by their codes, with commas between them: its sum stands first, where it is sound.
    #[arg(long, value_delimiter = ',')]
    group: Vec<String>,
    /// Only the group.
    #[arg(long, requires = "group")]
    only_group: bool,
    /// What stands across beside the indicators.
    #[arg(long, value_enum, default_value_t = Pivot::Indicator)]
    pivot: Pivot,
    /// A row a value, in place of the columns that the table has.
    #[arg(long)]
    long: bool,
}

/// What stands across.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Pivot {
    /// A column an indicator.
    Indicator,
    /// A column an indicator and period.
    Period,
    /// A column an indicator and area.
    Area,
}

pub(super) fn answer(arguments: &TableArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let question = arguments.question(&Asking {
        lang,
        package: &package,
    })?;
    let found = table(&package, question);
    arguments.common.output(
        lang,
        &words::table_title(lang, &package, &found),
        &Forms {
            is_empty: !has_values(&package, &found),
            text: &|| text(lang, &package, &found),
            csv: &|| table_csv(lang, &package, &found, arguments.long, ""),
            json: &|| table_json(lang, &package, &found),
        },
    )
}

impl TableArguments {
    fn question(&self, asking: &Asking<'_>) -> Result<TableQuestion, String> {
        let codes = self.indicators.iter();
        let found = codes.map(|code| asking.indicator_of(Asked::Indicators, code));
        let mut indicators = found.collect::<Result<Vec<_>, String>>()?;
        if indicators.is_empty() {
            indicators.push(asking.indicator(None)?);
        }
        let first = indicators[0];
        let level = asking.level_or_usual(self.level.as_deref(), first)?;
        let group = self.group.iter();
        let group = group.map(|code| asking.area(Asked::Group, code));
        let mut seen = Vec::new();
        indicators.retain(|id| {
            let is_new = !seen.contains(id);
            seen.push(*id);
            is_new
        });
        Ok(TableQuestion {
            level,
            within: asking.within(self.within.as_deref(), level)?,
            group: group.collect::<Result<Vec<AreaId>, String>>()?,
            is_only_group: self.only_group,
            periods: self.periods(asking, first, level)?,
            across: match self.pivot {
                Pivot::Indicator => Across::Indicators,
                Pivot::Period => Across::Periods,
                Pivot::Area => Across::Areas,
            },
            indicators,
        })
    }

    fn periods(
        &self,
        asking: &Asking<'_>,
        first: crate::model::IndicatorId,
        level: crate::model::LevelId,
    ) -> Result<TablePeriods, String> {
        let text = self.periods.as_deref();
        if text == Some("all") {
            return Ok(TablePeriods::All);
        }
        if let Some((from, to)) = text.and_then(read_baseline) {
            return Ok(TablePeriods::Span(from, to));
        }
        match text {
            None => self.newest(asking, first, level),
            Some("latest") => Ok(TablePeriods::EachLatest),
            Some(text) => match Period::parse(text) {
                Some(period) => Ok(TablePeriods::At(period)),
                None => Err(command_line::period_form_text(
                    asking.lang,
                    Asked::Periods,
                    text,
                    PERIODS_FORMS,
                )),
            },
        }
    }

    /// What the page shows where no period is asked for.
    fn newest(
        &self,
        asking: &Asking<'_>,
        first: crate::model::IndicatorId,
        level: crate::model::LevelId,
    ) -> Result<TablePeriods, String> {
        let package = asking.package;
        let view = View {
            indicator: package.indicators.get(first).code.clone(),
            level: package.descriptor.levels[usize::from(level.0)].clone(),
            ..View::default()
        };
        let (resolved, _) = resolve(&view, package);
        match resolved.period {
            Some(crate::answer::PeriodChoice::EachLatest) => Ok(TablePeriods::EachLatest),
            _ => asking.newest(first, level).map(TablePeriods::At),
        }
    }
}

fn has_values(package: &Package, found: &Table) -> bool {
    let mut places =
        (0..found.rows.len()).flat_map(|row| (0..found.columns.len()).map(move |at| (row, at)));
    places.any(|(row, at)| {
        let cell = found.cell(package, row, at);
        cell.is_some_and(|cell| cell.reading.value.number().is_some())
    })
}

fn text(lang: Lang, package: &Package, found: &Table) -> String {
    let fixed = words::words(lang);
    let has_areas = found.question.across != Across::Areas;
    let heads: Vec<String> = found
        .columns
        .iter()
        .map(|column| {
            let (label, second) = words::column_heads(lang, package, found, column);
            [label, second].join(" ").trim().to_string()
        })
        .collect();
    let mut headings = Vec::new();
    if has_areas {
        headings.push((heading_text(lang, Heading::Code), Align::Left));
        headings.push((fixed.column_area, Align::Left));
    }
    headings.push((fixed.column_period, Align::Left));
    headings.extend(heads.iter().map(|head| (head.as_str(), Align::Right)));
    let mut columns = Columns::new(&headings);
    for (row, about) in found.rows.iter().enumerate() {
        let mut cells = names(lang, package, about, has_areas);
        cells.extend((0..found.columns.len()).map(|at| cell(lang, package, found, (row, at))));
        columns.row(cells);
    }
    let said = [
        words::table_size_text(lang, package, found, found.rows.len()),
        words::other_level_text(lang, package, found),
        words::running_totals_text(lang, package, found),
    ];
    let title = words::table_title(lang, package, found);
    printed(lang, package, title, &said, &columns)
}

fn names(lang: Lang, package: &Package, row: &TableRow, has_areas: bool) -> Vec<String> {
    let period = row.period.map(|period| words::period_text(lang, period));
    let mut cells = Vec::new();
    if has_areas {
        let (code, name) = match row.place {
            Some(crate::answer::Place::Area(area)) => (
                place_code(package, crate::answer::Place::Area(area)),
                package.areas.get(area).name.get(lang),
            ),
            _ => ("", words::table_words(lang).together),
        };
        cells.extend([code.to_string(), name.to_string()]);
    }
    cells.push(period.unwrap_or_default());
    cells
}

fn cell(lang: Lang, package: &Package, found: &Table, (row, at): (usize, usize)) -> String {
    let cell = found.cell(package, row, at);
    let Some((cell, column)) = cell.zip(found.columns.get(at)) else {
        return String::new();
    };
    let text = words::cell_text(lang, package, column, &cell);
    let period = cell.period.filter(|_| found.periods.is_empty());
    match (period, cell.reading.is_provisional()) {
        (Some(period), _) => format!("{text} · {}", words::period_text(lang, period)),
        (None, true) if cell.reading.value.number().is_some() => format!("○ {text}"),
        (None, _) => text,
    }
}
