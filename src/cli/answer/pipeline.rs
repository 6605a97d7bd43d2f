//! `zhishe answer pipeline`.

use super::{Common, Forms, printed};
use crate::answer::{CaseFlow, Pipeline, PipelineQuestion, Stage, pipeline};
use crate::cli::ask::Asking;
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{json::pipeline_json, pipeline_csv};
use crate::model::{Lang, Role};
use crate::package::Package;
use crate::words;
use crate::words::command_line::{self, Asked, Heading, heading_text};
use clap::Args;

/// Options of `answer pipeline`.
#[derive(Debug, Args)]
pub struct PipelineArguments {
    #[command(flatten)]
    common: Common,
    /// The area's code; the one top area where none is given.
    #[arg(long)]
    area: Option<String>,
    /// A second area beside it, by its code.
    #[arg(long)]
    beside: Option<String>,
    /// The period; the newest ripe one where none is given.
    #[arg(long)]
    period: Option<String>,
}

pub(super) fn answer(arguments: &PipelineArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let asking = Asking {
        lang,
        package: &package,
    };
    let beside = arguments.beside.as_ref();
    let beside = beside.map(|code| asking.area(Asked::Beside, code));
    let question = PipelineQuestion {
        area: asking.area_or_top(arguments.area.as_deref())?,
        beside: beside.transpose()?,
        period: match asking.until(arguments.period.as_deref())? {
            Some(period) => period,
            None => asking.newest_of_roles(Role::is_of_cases)?,
        },
    };
    let found = pipeline(&package, question);
    arguments.common.output(
        lang,
        package.areas.get(question.area).name.get(lang),
        &Forms {
            is_empty: found.flow.stages.is_empty(),
            text: &|| text(lang, &package, &found),
            csv: &|| pipeline_csv(lang, &package, &found),
            json: &|| pipeline_json(lang, &package, &found),
        },
    )
}

fn text(lang: Lang, package: &Package, found: &Pipeline) -> String {
    let fixed = words::words(lang);
    let mut columns = Columns::new(&[
        (fixed.column_area, Align::Left),
        (heading_text(lang, Heading::Stage), Align::Left),
        (fixed.column_value, Align::Right),
        (heading_text(lang, Heading::OfBefore), Align::Right),
        (heading_text(lang, Heading::OfDispatched), Align::Right),
        (heading_text(lang, Heading::Loss), Align::Right),
    ]);
    for flow in std::iter::once(&found.flow).chain(&found.beside) {
        for stage in &flow.stages {
            columns.row(cells(lang, package, flow, stage));
        }
    }
    let asked = &found.question;
    let about = heading_text(lang, Heading::CaseFlow);
    let title = command_line::area_title(lang, package, about, asked.area, asked.period);
    let said = command_line::case_sentences(lang, &found.flow);
    printed(lang, package, title, &said, &columns)
}

fn cells(lang: Lang, package: &Package, flow: &CaseFlow, stage: &Stage) -> Vec<String> {
    let indicator = package.indicators.get(stage.indicator);
    let share = |share: Option<f64>| share.map_or(String::new(), words::per_cent_text);
    vec![
        package.areas.get(flow.area).name.get(lang).to_string(),
        words::stage_text(lang, stage.role).to_string(),
        match stage.count {
            Some(count) => words::count_text(count),
            None => words::value_with_unit(lang, indicator, &stage.total.reading),
        },
        share(stage.of_before.map(|it| it.share)),
        share(stage.of_dispatched.map(|it| it.share)),
        stage.loss.map_or(String::new(), words::count_text),
    ]
}
