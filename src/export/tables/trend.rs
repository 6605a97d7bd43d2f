//! A trend: a row a period.

use super::{READING, Table};
use crate::answer::{Trend, signals};
use crate::export::names;
use crate::model::Lang;
use crate::package::Package;
use crate::stats::ControlChart;
use crate::words::command_line;

/// The points of a trend in the order of time, with the limits of the chart, and those against the
/// benchmark of the same period where there are some.
pub fn trend_csv(lang: Lang, package: &Package, trend: &Trend) -> Vec<u8> {
    let mut header = vec!["indicator", "label", "area_code", "area_name", "period"];
    header.extend(READING);
    header.extend(["lower", "centre", "upper", "flags"]);
    header.extend([
        "against_lower",
        "against_centre",
        "against_upper",
        "against_flags",
    ]);
    let mut table = Table::new(lang, package, &header);
    for (at, point) in trend.points.iter().enumerate() {
        table
            .indicator(trend.question.indicator)
            .area(trend.question.area)
            .word(&point.period.to_string())
            .reading(&point.reading);
        limits(&mut table, trend.chart.as_ref().ok(), at);
        limits(&mut table, trend.against.as_ref(), at);
        table.end_row();
    }
    let title = command_line::trend_title(lang, package, trend);
    let said = command_line::trend_sentences(lang, package, trend);
    table.finish(&command_line::answer_notes(lang, package, title, said))
}

fn limits(table: &mut Table<'_>, chart: Option<&ControlChart>, at: usize) {
    let number = |list: &[f64]| list.get(at).copied();
    let flags: Vec<String> = signals(chart, at)
        .iter()
        .map(|it| names::flag(*it))
        .collect();
    table
        .number(chart.and_then(|chart| number(&chart.lower)))
        .number(chart.and_then(|chart| number(&chart.centre)))
        .number(chart.and_then(|chart| number(&chart.upper)))
        .word(&flags.join(" "));
}
