//! The period that a title above a table or the name of its file states, and what it makes of the columns of
//! months and quarters below it.

use crate::intake::figure_remark::FigureRemark;
use crate::intake::header::Header;
use crate::intake::remark::Remark;
use crate::intake::take::stem;
use crate::intake::when::base::without_base_years;
use crate::intake::when::turn::says_other_year;
use crate::intake::when::{Form, Ways, in_name_of, months, totals};
use crate::intake::{ColumnPlan, Recipe, Sample, vocabulary};
use crate::model::{Period, PeriodKind};

/// A period that a text states of a whole table.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::intake) struct Titled {
    pub period: Period,
    /// The text, where its year is none of the calendar or need not be one.
    other_year: Option<OtherYear>,
}

#[derive(Clone, Debug, PartialEq)]
struct OtherYear {
    text: String,
    /// True where it begins in the year stated; else it may end in it.
    is_split: bool,
}

impl Titled {
    /// One of the calendar.
    pub(in crate::intake) fn plain(period: Period) -> Titled {
        Titled {
            period,
            other_year: None,
        }
    }

    /// What a text states, and whether it states nothing else.
    fn of(text: &str) -> Option<(Titled, bool)> {
        let bare = without_base_years(text);
        let stated = in_name_of(&bare, Ways::ALONE)?;
        let is_split = stated.form == Form::SplitYear;
        let is_other = is_split || says_other_year(&bare);
        let other_year = is_other.then(|| OtherYear {
            text: text.to_string(),
            is_split,
        });
        let other_year = other_year.filter(|_| stated.period.kind() == PeriodKind::Year);
        let period = stated.period;
        Some((Titled { period, other_year }, stated.rest.is_empty()))
    }
}

/// The period that the titles above the header or the file's name state: a cell that is nothing but
/// a period before others; none where they state several.
pub(in crate::intake) fn stated_period(
    sample: &Sample,
    header: &Header,
    file_name: &str,
) -> Option<Titled> {
    let above = sample.rows.iter().take(header.first);
    let titles: Vec<&str> = above
        .flat_map(|row| row.cells.iter().map(String::as_str))
        .collect();
    let whole = |text: &&str| Titled::of(text).filter(|it| it.1).map(|it| it.0);
    let mut wholes = titles.iter().filter_map(whole);
    if let Some(first) = wholes.next() {
        return wholes
            .all(|other| other.period == first.period)
            .then_some(first);
    }
    let is_title = |text: &&&str| !vocabulary::speaks_of_publishing(text);
    let texts = titles.iter().filter(is_title).copied();
    let texts = texts.chain(std::iter::once(stem(file_name)));
    let mut stated = texts.filter_map(|text| Titled::of(text).map(|it| it.0));
    let first = stated.next()?;
    stated
        .all(|other| other.period == first.period)
        .then_some(first)
}

/// Makes a table one of the period stated, and its columns of months and quarters parts of it. Where these are of
/// a year over two calendar years that does not show where it turns, nothing is dated, and that is told.
pub(in crate::intake) fn set(
    recipe: &mut Recipe,
    stated: Option<Titled>,
    remarks: &mut Vec<Remark>,
) {
    let Some(Titled { period, other_year }) = stated else {
        return;
    };
    let mut whole = period;
    let turn_open = |example: String| {
        let column = String::new();
        Remark::Figures(FigureRemark::TurnOpen { column, example })
    };
    if let Some(OtherYear { text, is_split }) = other_year {
        match months::over_two_years(recipe, period.start_year()) {
            Ok(Some(twelve)) if is_split => whole = twelve,
            Ok(None) if is_split => remarks.push(Remark::SplitYears {
                example: text,
                read_as: period,
            }),
            Ok(None) => {}
            Ok(Some(_)) | Err(()) => {
                remarks.push(turn_open(text));
                return;
            }
        }
    }
    if months::set(recipe, whole) {
        let count = recipe.columns.iter().filter_map(ColumnPlan::figure);
        let count = count.filter(|figure| figure.period.is_some()).count();
        remarks.push(Remark::PeriodsAsColumns { count });
    } else if whole.kind() == PeriodKind::Year && months::are_open(recipe) {
        remarks.push(turn_open(whole.to_string()));
        return;
    }
    let count = totals::set(recipe, Some(whole));
    if count > 0 {
        remarks.push(Remark::PeriodsAsColumns { count });
    }
    recipe.period = Some(whole);
    remarks.push(Remark::PeriodFromTitle { period: whole });
}
