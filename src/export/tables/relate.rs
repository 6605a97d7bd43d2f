//! A relation: two rows an area, one an indicator, each under the names of the published columns.

use super::{READING, Table};
use crate::answer::Relate;
use crate::model::{Lang, Period};
use crate::package::Package;
use crate::words::command_line;

/// The areas of a relation in the order of the package: first what stands across, then upwards. `used`
/// says whether both values of the area are there.
pub fn relate_csv(lang: Lang, package: &Package, relate: &Relate) -> Vec<u8> {
    let mut header = vec![
        "axis",
        "indicator",
        "label",
        "area_code",
        "area_name",
        "period",
    ];
    header.extend(READING);
    header.push("used");
    let mut table = Table::new(lang, package, &header);
    let period = |it: Option<Period>| it.map_or(String::new(), |it| it.to_string());
    for point in &relate.points {
        let (x, y) = (relate.question.x.0, relate.question.y.0);
        let sides = [
            ("x", (x, point.x_period), &point.x),
            ("y", (y, point.y_period), &point.y),
        ];
        for (axis, (indicator, of), reading) in sides {
            table
                .word(axis)
                .indicator(indicator)
                .area(point.area)
                .word(&period(of))
                .reading(reading)
                .word(if point.pair().is_some() { "yes" } else { "no" })
                .end_row();
        }
    }
    let title = command_line::relate_title(lang, package, relate);
    let said = command_line::relate_sentences(lang, package, relate);
    table.finish(&command_line::answer_notes(lang, package, title, said))
}
