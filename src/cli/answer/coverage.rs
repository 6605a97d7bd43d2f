//! `zhishe answer coverage`.

use super::{Common, Forms, printed};
use crate::answer::{Coverage, CoverageQuestion, CoverageRow, coverage};
use crate::cli::ask::Asking;
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{coverage_csv, json::coverage_json};
use crate::model::{AreaId, IndicatorId, Kind, Lang, LevelId, Nature};
use crate::package::Package;
use crate::words;
use crate::words::command_line::{self, Asked, Heading, heading_text};
use clap::Args;

/// Options of `answer coverage`.
#[derive(Debug, Args)]
pub struct CoverageArguments {
    #[command(flatten)]
    common: Common,
    /// A proportion of an inventory, or a count of what stands in units below; the first such
    /// proportion of the package where none is given.
    #[arg(long)]
    indicator: Option<String>,
    /// The area as a whole, by its code; the one top area where none is given.
    #[arg(long)]
    area: Option<String>,
    /// The level of the areas inside it that are listed, as the package writes it.
    #[arg(long)]
    level: Option<String>,
    /// The period; the newest where none is given.
    #[arg(long)]
    period: Option<String>,
    /// The count that tells unit by unit who is covered; found by its figures where none is given.
    #[arg(long)]
    units: Option<String>,
}

pub(super) fn answer(arguments: &CoverageArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let question = arguments.question(&Asking {
        lang,
        package: &package,
    })?;
    let found = coverage(&package, question);
    arguments.common.output(
        lang,
        package
            .indicators
            .get(found.question.indicator)
            .label
            .get(lang),
        &Forms {
            is_empty: found.known_count == 0 && found.whole.numerator.is_none(),
            text: &|| text(lang, &package, &found),
            csv: &|| coverage_csv(lang, &package, &found),
            json: &|| coverage_json(lang, &package, &found),
        },
    )
}

impl CoverageArguments {
    fn question(&self, asking: &Asking<'_>) -> Result<CoverageQuestion, String> {
        let code = self.indicator.as_deref();
        let indicator = match code
            .is_none()
            .then(|| first_share(asking.package))
            .flatten()
        {
            Some(first) => first,
            None => asking.indicator(code)?,
        };
        let area = asking.area_or_top(self.area.as_deref())?;
        let level = match &self.level {
            Some(word) => asking.level(word)?,
            None => level_inside(asking, indicator, area)?,
        };
        let period = match asking.until(self.period.as_deref())? {
            Some(period) => period,
            None => asking.newest(indicator, level)?,
        };
        let units = self.units.as_ref();
        let units = units.map(|code| asking.indicator_of(Asked::Units, code));
        Ok(CoverageQuestion {
            indicator,
            area,
            level,
            period,
            units: units.transpose()?,
        })
    }
}

/// The first proportion of an inventory.
fn first_share(package: &Package) -> Option<IndicatorId> {
    let mut all = package.indicators.iter();
    let first =
        all.find(|(_, it)| it.kind == Kind::Proportion && it.nature == Nature::Inventory)?;
    Some(first.0)
}

/// The usual level of the indicator where that lies inside the area, else the next one down.
fn level_inside(
    asking: &Asking<'_>,
    indicator: IndicatorId,
    area: AreaId,
) -> Result<LevelId, String> {
    let own = asking.package.areas.get(area).level;
    let lowest = asking.package.descriptor.levels.len().saturating_sub(1);
    let next = usize::from(own.0) + 1;
    match asking.level_or_usual(None, indicator) {
        Ok(level) if level > own => Ok(level),
        _ if next <= lowest => Ok(LevelId(own.0 + 1)),
        _ => Ok(own),
    }
}

fn text(lang: Lang, package: &Package, found: &Coverage) -> String {
    let fixed = words::words(lang);
    let mut columns = Columns::new(&[
        (heading_text(lang, Heading::Code), Align::Left),
        (fixed.column_area, Align::Left),
        (fixed.column_value, Align::Right),
        (heading_text(lang, Heading::Covered), Align::Right),
        (heading_text(lang, Heading::All), Align::Right),
        (heading_text(lang, Heading::Lacking), Align::Right),
        (heading_text(lang, Heading::Units), Align::Left),
    ]);
    for row in found.rows.iter().filter(|_| found.basis.is_ok()) {
        columns.row(cells(lang, package, found, row));
    }
    let asked = &found.question;
    let label = package.indicators.get(asked.indicator).label.get(lang);
    let title = command_line::area_title(lang, package, label, asked.area, asked.period);
    let said = command_line::coverage_sentences(lang, package, found);
    printed(lang, package, title, &said, &columns)
}

fn cells(lang: Lang, package: &Package, found: &Coverage, row: &CoverageRow) -> Vec<String> {
    let indicator = package.indicators.get(found.question.indicator);
    let area = package.areas.get(row.area);
    let count = |number: Option<f64>| number.map_or(String::new(), words::count_text);
    let units = row.units.iter().flat_map(|units| &units.lacking);
    let units: Vec<&str> = units
        .map(|unit| package.areas.get(unit.area).name.get(lang))
        .collect();
    vec![
        area.code.clone(),
        area.name.get(lang).to_string(),
        words::value_with_unit(lang, indicator, &row.total.reading),
        count(row.numerator),
        count(row.denominator),
        count(row.missing),
        units.join(match lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        }),
    ]
}
