//! The cells of one row of the comparison.

use crate::answer::{Compare, CompareRow, Verdict, group_sum, is_revised, members_of};
use crate::browser::RowCell;
use crate::model::{AreaId, Indicator, Lang};
use crate::package::Package;
use crate::ui::session::Session;
use crate::words;

/// What of the rows is shown.
pub struct Asked {
    /// The columns, in order.
    pub columns: Vec<&'static str>,
    /// Verdicts by each area's own counts alone.
    pub is_plain: bool,
    /// The reader's group of areas.
    pub group: Vec<AreaId>,
}

/// The cells of the group together; none where it has no member on the level, or each area is at a period
/// of its own.
pub fn group_cells(
    lang: Lang,
    package: &Package,
    answer: &Compare,
    asked: &Asked,
) -> Option<Vec<RowCell>> {
    let (id, level) = (answer.question.indicator, answer.question.level);
    let members = members_of(package, &asked.group, level);
    let period = answer.period.filter(|_| !members.is_empty())?;
    let (reading, sum) = group_sum(package, id, &members, Some(period));
    let indicator = package.indicators.get(id);
    let count = |number: Option<f64>| number.map(words::count_text).unwrap_or_default();
    let cells = asked.columns.iter().map(|column| match *column {
        "area" => RowCell {
            is_head: true,
            text: words::group_row_text(lang, package, level, members.len()),
            ..RowCell::default()
        },
        "value" => RowCell {
            class: "number",
            text: words::group_value_text(lang, indicator, &reading, sum),
            second: words::reading_interval_text(indicator, &reading),
            ..RowCell::default()
        },
        "numerator" => RowCell {
            class: "number",
            text: count(reading.numerator),
            ..RowCell::default()
        },
        "denominator" => RowCell {
            class: "number",
            text: count(reading.denominator),
            ..RowCell::default()
        },
        "parent" => RowCell {
            class: "parent",
            ..RowCell::default()
        },
        _ => RowCell::default(),
    });
    let mut cells: Vec<RowCell> = cells.collect();
    cells.push(RowCell::origin(None));
    Some(cells)
}

/// The cells of a row; the last leads to where its number is from.
pub fn row_cells(
    session: Session,
    package: &Package,
    answer: &Compare,
    asked: &Asked,
    key: usize,
    row: &CompareRow,
) -> Vec<RowCell> {
    let cells = asked.columns.iter();
    let cells = cells.map(|column| {
        if *column == "verdict" {
            return verdict_cell(session.lang(), package, answer, asked.is_plain, row);
        }
        row_cell(session.lang(), package, answer, column, key, row)
    });
    let mut cells: Vec<RowCell> = cells.collect();
    let label = row.reading.place.map(|_| session.words().source_of_number);
    cells.push(RowCell::origin(label));
    cells
}

fn row_cell(
    lang: Lang,
    package: &Package,
    answer: &Compare,
    column: &str,
    key: usize,
    row: &CompareRow,
) -> RowCell {
    let indicator = package.indicators.get(answer.question.indicator);
    let area = package.areas.get(row.area);
    let reading = &row.reading;
    let count = |number: Option<f64>| number.map(words::count_text).unwrap_or_default();
    let (class, text) = match column {
        "area" => return area_cell(lang, package, answer, key, row),
        "parent" => {
            let parent = area.parent.map(|parent| package.areas.get(parent));
            let name = parent.map_or("", |parent| parent.name.get(lang));
            ("parent", name.to_string())
        }
        "value" => {
            let missing = reading.value.number().is_none();
            let mut second = words::interval_text(indicator, row);
            if is_revised(package, reading.place) {
                second = words::with_revised_mark(lang, second);
            }
            return RowCell {
                class: if missing { "number missing" } else { "number" },
                text: words::value_with_unit(lang, indicator, reading),
                second,
                ..RowCell::default()
            };
        }
        "rank" => ("number", words::rank_text(lang, row.rank)),
        "difference" => {
            let difference = difference(lang, indicator, answer, row);
            ("number", difference.unwrap_or_default())
        }
        "numerator" => ("number", count(reading.numerator)),
        "denominator" => ("number", count(reading.denominator)),
        _ => {
            let period = row.period.map(|period| words::period_text(lang, period));
            ("", period.unwrap_or_default())
        }
    };
    RowCell {
        class,
        text,
        ..RowCell::default()
    }
}

/// A verdict with its shape and its level; blank beside a reference.
fn verdict_cell(
    lang: Lang,
    package: &Package,
    answer: &Compare,
    is_plain: bool,
    row: &CompareRow,
) -> RowCell {
    let polarity = package.indicators.get(answer.question.indicator).polarity;
    let verdict = row.verdict(polarity, !is_plain);
    if row.period.is_none() || row.reading.value.number().is_none() {
        return RowCell::default();
    }
    let sign = words::verdict_sign(verdict);
    RowCell {
        class: verdict_class(verdict),
        text: [sign, "\u{a0}", words::verdict_text(lang, verdict)].concat(),
        ..RowCell::default()
    }
}

/// The class of a verdict: the colour of its mark.
pub fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::MuchBetter => "verdict much-better",
        Verdict::Better => "verdict better",
        Verdict::Worse => "verdict worse",
        Verdict::MuchWorse => "verdict much-worse",
        Verdict::Similar => "verdict similar",
        _ => "verdict",
    }
}

/// The area's name: as a button, so that the row which takes the click can be reached by key. What
/// the areas are held against is named for that.
fn area_cell(
    lang: Lang,
    package: &Package,
    answer: &Compare,
    key: usize,
    row: &CompareRow,
) -> RowCell {
    let (name, name_lang) = package.areas.get(row.area).name.get_with_lang(lang);
    if key < answer.rows.len() {
        return RowCell {
            is_head: true,
            button: Some("name"),
            lang: Some(name_lang.tag()),
            text: name.to_string(),
            ..RowCell::default()
        };
    }
    let is_benchmark = key == answer.rows.len();
    let reference = match is_benchmark {
        true => answer.benchmark.ok(),
        false => answer.within,
    };
    let summed = reference.and_then(|it| words::summed_text(lang, package, &it.total));
    RowCell {
        is_head: true,
        text: words::reference_text(lang, package, row.area, is_benchmark),
        second: summed.unwrap_or_default(),
        ..RowCell::default()
    }
}

fn difference(
    lang: Lang,
    indicator: &Indicator,
    answer: &Compare,
    row: &CompareRow,
) -> Option<String> {
    let benchmark = answer.benchmark.ok()?;
    let other = Some(benchmark).filter(|it| it.area != Some(row.area))?;
    let value = row.reading.value.exact()? - other.value;
    Some(words::difference_text(lang, indicator, value))
}
