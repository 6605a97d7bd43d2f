//! Cases: a row a stage.

use super::{READING, Table};
use crate::answer::Pipeline;
use crate::model::Lang;
use crate::package::Package;
use crate::words::command_line::{self, Heading};

/// The stages of the area, then those of the one beside it.
pub fn pipeline_csv(lang: Lang, package: &Package, found: &Pipeline) -> Vec<u8> {
    let mut header = vec![
        "stage",
        "indicator",
        "label",
        "area_code",
        "area_name",
        "period",
    ];
    header.extend(READING);
    header.extend(["cases", "of_before", "of_dispatched", "loss"]);
    let mut table = Table::new(lang, package, &header);
    let asked = &found.question;
    for flow in std::iter::once(&found.flow).chain(&found.beside) {
        for stage in &flow.stages {
            table
                .word(stage.role.word())
                .indicator(stage.indicator)
                .area(flow.area)
                .word(&asked.period.to_string())
                .reading(&stage.total.reading)
                .number(stage.count)
                .number(stage.of_before.map(|it| it.share))
                .number(stage.of_dispatched.map(|it| it.share))
                .number(stage.loss)
                .end_row();
        }
    }
    let about = command_line::heading_text(lang, Heading::CaseFlow);
    let title = command_line::area_title(lang, package, about, asked.area, asked.period);
    let said = command_line::case_sentences(lang, &found.flow);
    table.finish(&command_line::answer_notes(lang, package, title, said))
}
