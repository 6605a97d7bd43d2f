//! Organisation: a row a counted indicator.

use super::{READING, Table};
use crate::answer::{Counted, Organisation};
use crate::model::Lang;
use crate::package::Package;
use crate::words::command_line::{self, Heading};

/// The indicators of organisations and units, beside the units listed.
pub fn organisation_csv(lang: Lang, package: &Package, found: &Organisation) -> Vec<u8> {
    let mut header = vec![
        "role",
        "indicator",
        "label",
        "area_code",
        "area_name",
        "period",
    ];
    header.extend(READING);
    header.extend(["parts_known", "parts", "listed", "differs"]);
    let mut table = Table::new(lang, package, &header);
    for count in &found.counts {
        let summed = count.total.summed;
        let units = count.units.as_ref();
        let listed = units.and_then(|units| match units.counted {
            Counted::Units(count) => Some(count as f64),
            Counted::NotRead | Counted::NotListed | Counted::Later => None,
        });
        table
            .word(count.role.word())
            .indicator(count.indicator)
            .area(found.area)
            .word(&count.period.to_string())
            .reading(&count.total.reading)
            .number(summed.map(|it| it.known as f64))
            .number(summed.map(|it| it.all as f64))
            .number(listed)
            .word(match units.map(|units| units.differs) {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            })
            .end_row();
    }
    let about = command_line::heading_text(lang, Heading::Organisation);
    let title = command_line::area_title(lang, package, about, found.area, found.period);
    let said = command_line::organisation_sentences(lang, package, found);
    table.finish(&command_line::answer_notes(lang, package, title, said))
}
