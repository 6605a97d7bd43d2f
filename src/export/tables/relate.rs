//! A relation: a row an area.

use super::{READING, Table};
use crate::answer::Relate;
use crate::model::{Lang, Period};
use crate::package::Package;
use crate::words::command_line;

/// The areas of a relation in the order of the package, both values of each.
pub fn relate_csv(lang: Lang, package: &Package, relate: &Relate) -> Vec<u8> {
    let named = |side: &str| READING.map(|name| format!("{side}_{name}"));
    let (across, upwards) = (named("x"), named("y"));
    let mut header = vec!["area_code", "area_name", "x_indicator", "x_period"];
    header.extend(across.iter().map(String::as_str));
    header.extend(["y_indicator", "y_period"]);
    header.extend(upwards.iter().map(String::as_str));
    header.push("used");
    let mut table = Table::new(lang, package, &header);
    let (x, y) = (relate.question.x.0, relate.question.y.0);
    let period = |it: Option<Period>| it.map_or(String::new(), |it| it.to_string());
    let code = |id| &*package.indicators.get(id).code;
    for point in &relate.points {
        table
            .area(point.area)
            .word(code(x))
            .word(&period(point.x_period))
            .reading(&point.x)
            .word(code(y))
            .word(&period(point.y_period))
            .reading(&point.y)
            .word(if point.pair().is_some() { "yes" } else { "no" })
            .end_row();
    }
    let title = command_line::relate_title(lang, package, relate);
    let said = command_line::relate_sentences(lang, package, relate);
    table.finish(&command_line::answer_notes(lang, package, title, said))
}
