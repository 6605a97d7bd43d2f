//! `zhishe answer standards`.

use super::{Common, Forms, printed};
use crate::answer::{
    SplitPlan, SplitQuestion, StandardEntry, StandardRow, Standards, StandardsQuestion, split_plan,
    standards,
};
use crate::cli::ask::Asking;
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{json::standards_json, standards_csv};
use crate::model::Lang;
use crate::package::Package;
use crate::words;
use crate::words::command_line::{self, Heading, heading_text};
use clap::Args;

/// Options of `answer standards`.
#[derive(Debug, Args)]
pub struct StandardsArguments {
    #[command(flatten)]
    common: Common,
    /// Only standards on this indicator, by its code.
    #[arg(long)]
    indicator: Option<String>,
    /// Only areas inside this one, itself included, by its code.
    #[arg(long)]
    area: Option<String>,
    /// The period; the newest where none is given. What has none such is seen at the one that
    /// speaks for it.
    #[arg(long)]
    period: Option<String>,
    /// Households that a part of a split may have, in place of what the standard says.
    #[arg(long)]
    limit: Option<f64>,
}

pub(super) fn answer(arguments: &StandardsArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let asking = Asking {
        lang,
        package: &package,
    };
    let asked = arguments.question(&asking)?;
    let mut found = standards(&package, asked);
    if let Some(code) = &arguments.indicator {
        asking.indicator(Some(code))?;
        found.entries.retain(|it| it.standard.indicator == *code);
    }
    let plan = SplitQuestion {
        area: asked.area,
        period: asked.period,
        limit: arguments.limit,
    };
    let both = (&found, &split_plan(&package, plan));
    let title = title(lang, &package, &asked);
    arguments.common.output(
        lang,
        &title,
        &Forms {
            is_empty: found.entries.is_empty(),
            text: &|| text(lang, &package, both, title.clone()),
            csv: &|| standards_csv(lang, &package, both, title.clone()),
            json: &|| standards_json(lang, &package, &asked, both),
        },
    )
}

impl StandardsArguments {
    fn question(&self, asking: &Asking<'_>) -> Result<StandardsQuestion, String> {
        let area = self.area.as_ref();
        let area = area.map(|code| asking.area_or_top(Some(code)));
        Ok(StandardsQuestion {
            area: area.transpose()?,
            period: match asking.until(self.period.as_deref())? {
                Some(period) => period,
                None => asking.newest_of_all()?,
            },
        })
    }
}

fn title(lang: Lang, package: &Package, asked: &StandardsQuestion) -> String {
    let about = heading_text(lang, Heading::Standards);
    match asked.area {
        Some(area) => command_line::area_title(lang, package, about, area, asked.period),
        None => format!("{about} · {}", words::period_text(lang, asked.period)),
    }
}

/// A sentence a standard, and the areas that do not meet it; those that do are in the tables.
fn text(
    lang: Lang,
    package: &Package,
    (found, plan): (&Standards, &SplitPlan),
    title: String,
) -> String {
    let fixed = words::words(lang);
    let mut columns = Columns::new(&[
        (fixed.column_standard, Align::Left),
        (heading_text(lang, Heading::Code), Align::Left),
        (fixed.column_area, Align::Left),
        (fixed.column_value, Align::Right),
        (heading_text(lang, Heading::Margin), Align::Right),
        (heading_text(lang, Heading::Status), Align::Left),
    ]);
    let mut said = Vec::new();
    for entry in &found.entries {
        said.push(command_line::standard_sentence(lang, package, entry));
        for row in entry.rows.iter().take(entry.missed) {
            columns.row(cells(lang, package, entry, row));
        }
    }
    said.extend(command_line::split_sentences(lang, package, plan));
    printed(lang, package, title, &said, &columns)
}

fn cells(lang: Lang, package: &Package, entry: &StandardEntry, row: &StandardRow) -> Vec<String> {
    let indicator = entry.indicator.map(|id| package.indicators.get(id));
    let area = package.areas.get(row.area);
    let reading = &row.total.reading;
    let value = indicator.map(|it| words::value_with_unit(lang, it, reading));
    let margin = indicator.zip(row.margin);
    let margin = margin.map(|(it, margin)| words::standard_margin_text(lang, it, margin));
    vec![
        entry.standard.label.get(lang).to_string(),
        area.code.clone(),
        area.name.get(lang).to_string(),
        value.unwrap_or_default(),
        margin.unwrap_or_default(),
        words::standard_verdict_text(lang, row.verdict).to_string(),
    ]
}
