//! `zhishe answer relate`.

use super::{Common, Forms, printed};
use crate::answer::{PeriodChoice, Relate, RelateQuestion, relate};
use crate::cli::ask::Asking;
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{json::relate_json, relate_csv};
use crate::model::Lang;
use crate::package::Package;
use crate::words::command_line::{Asked, Heading, heading_text};
use crate::words::{self, command_line};
use clap::Args;

/// Options of `answer relate`.
#[derive(Debug, Args)]
pub struct RelateArguments {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    options: RelateOptions,
}

/// Which two indicators, where.
#[derive(Debug, Args)]
pub struct RelateOptions {
    /// The two indicators by their codes, the one across first: given twice, or with a comma between.
    #[arg(long, num_args = 1, value_delimiter = ',', required = true)]
    indicator: Vec<String>,
    /// The period of both, or one of each, or `latest` for each area's own newest; the newest of each
    /// where none is given.
    #[arg(long, num_args = 1, value_delimiter = ',')]
    period: Vec<String>,
    /// The level whose areas are looked at, as the package writes it.
    #[arg(long)]
    level: Option<String>,
    /// Only areas inside this one, by its code.
    #[arg(long)]
    within: Option<String>,
}

pub(super) fn answer(arguments: &RelateArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let found = arguments.options.answer(lang, &package)?;
    arguments.common.output(
        lang,
        &command_line::relate_title(lang, &package, &found),
        &Forms {
            is_empty: found.used_count == 0,
            text: &|| text(lang, &package, &found),
            csv: &|| relate_csv(lang, &package, &found),
            json: &|| relate_json(lang, &package, &found),
        },
    )
}

impl RelateOptions {
    /// Sets the two side by side.
    ///
    /// # Errors
    /// The line that says which option fits nothing.
    pub fn answer(&self, lang: Lang, package: &Package) -> Result<Relate, String> {
        let question = self.question(&Asking { lang, package })?;
        Ok(relate(package, question))
    }

    fn question(&self, asking: &Asking<'_>) -> Result<RelateQuestion, String> {
        let [x, y] = &self.indicator[..] else {
            let said = command_line::two_indicators_text(asking.lang, self.indicator.len());
            return Err(said);
        };
        let (x, y) = (asking.indicator(Some(x))?, asking.indicator(Some(y))?);
        if x == y {
            return Err(command_line::two_indicators_text(asking.lang, 1));
        }
        let level = asking.level_or_usual(self.level.as_deref(), x)?;
        let period = |text: Option<&String>, id| -> Result<PeriodChoice, String> {
            Ok(match text.map(String::as_str) {
                Some("latest") => PeriodChoice::EachLatest,
                Some(text) => PeriodChoice::At(asking.period(Asked::Period, text)?),
                None => PeriodChoice::At(asking.newest(id, level)?),
            })
        };
        let periods = (self.period.first(), self.period.last());
        Ok(RelateQuestion {
            x: (x, period(periods.0, x)?),
            y: (y, period(periods.1, y)?),
            level,
            within: asking.within(self.within.as_deref(), level)?,
        })
    }
}

fn text(lang: Lang, package: &Package, found: &Relate) -> String {
    let fixed = words::words(lang);
    let (x, y) = (found.question.x, found.question.y);
    let named = |(id, period): (_, PeriodChoice)| {
        let label = package.indicators.get(id).label.get(lang);
        format!("{label} {}", words::choice_text(lang, period))
    };
    let mut columns = Columns::new(&[
        (heading_text(lang, Heading::Code), Align::Left),
        (fixed.column_area, Align::Left),
        (&named(x), Align::Right),
        (&named(y), Align::Right),
    ]);
    for point in &found.points {
        let area = package.areas.get(point.area);
        let value = |id, reading| words::value_with_unit(lang, package.indicators.get(id), reading);
        columns.row(vec![
            area.code.clone(),
            area.name.get(lang).to_string(),
            value(x.0, &point.x),
            value(y.0, &point.y),
        ]);
    }
    let said = command_line::relate_sentences(lang, package, found);
    let title = command_line::relate_title(lang, package, found);
    printed(lang, package, title, &said, &columns)
}
