//! `zhishe answer organisation`.

use super::{Common, Forms, printed};
use crate::answer::{Organisation, OrganisationQuestion, RoleCount, organisation};
use crate::cli::ask::Asking;
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{json::organisation_json, organisation_csv};
use crate::model::{Lang, Role};
use crate::package::Package;
use crate::words;
use crate::words::command_line::{self, Heading, heading_text};
use clap::Args;

/// Options of `answer organisation`.
#[derive(Debug, Args)]
pub struct OrganisationArguments {
    #[command(flatten)]
    common: Common,
    /// The area's code; the one top area where none is given.
    #[arg(long)]
    area: Option<String>,
    /// The period; the newest where none is given. What has none such is seen at the one that
    /// speaks for it.
    #[arg(long)]
    period: Option<String>,
}

pub(super) fn answer(arguments: &OrganisationArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let asking = Asking {
        lang,
        package: &package,
    };
    let question = OrganisationQuestion {
        area: asking.area_or_top(arguments.area.as_deref())?,
        period: match asking.until(arguments.period.as_deref())? {
            Some(period) => period,
            None => asking.newest_of_roles(Role::is_of_organisation)?,
        },
    };
    let found = organisation(&package, question);
    arguments.common.output(
        lang,
        package.areas.get(question.area).name.get(lang),
        &Forms {
            is_empty: found.counts.is_empty() && found.centres.is_empty(),
            text: &|| text(lang, &package, &found),
            csv: &|| organisation_csv(lang, &package, &found),
            json: &|| organisation_json(lang, &package, &found),
        },
    )
}

fn text(lang: Lang, package: &Package, found: &Organisation) -> String {
    let fixed = words::words(lang);
    let mut columns = Columns::new(&[
        (fixed.indicator, Align::Left),
        (fixed.column_period, Align::Left),
        (fixed.column_value, Align::Right),
        (heading_text(lang, Heading::Listed), Align::Right),
        (heading_text(lang, Heading::Remark), Align::Left),
    ]);
    for count in &found.counts {
        columns.row(cells(lang, package, count));
    }
    let about = heading_text(lang, Heading::Organisation);
    let title = command_line::area_title(lang, package, about, found.area, found.period);
    let said = command_line::organisation_sentences(lang, package, found);
    printed(lang, package, title, &said, &columns)
}

fn cells(lang: Lang, package: &Package, count: &RoleCount) -> Vec<String> {
    let indicator = package.indicators.get(count.indicator);
    let listed = count.units.as_ref();
    let listed = listed.map(|it| command_line::counted_text(lang, it.counted));
    vec![
        indicator.label.get(lang).to_string(),
        words::period_text(lang, count.period),
        words::value_with_unit(lang, indicator, &count.total.reading),
        listed.unwrap_or_default(),
        words::basis_text(lang, package, indicator, &count.total),
    ]
}
