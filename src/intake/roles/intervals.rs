//! Columns that say how exact the figures beside them are: confidence limits, margins of error, standard
//! errors, which are no indicators; and signs such as `<`, which make bounds of them.

use crate::intake::column_names::{without_mark, without_unit};
use crate::intake::columns::Column;
use crate::intake::figure_remark::FigureRemark;
use crate::intake::number::bounds::of_sign;
use crate::intake::number::estimates::holds_estimates;
use crate::intake::number::{Numbers, Read};
use crate::intake::remark::Remark;
use crate::intake::roles::Roles;
use crate::intake::vocabulary::intervals::{
    LIMITS, SURE_LIMITS, has_extremes, names_interval, names_qualifier,
};
use crate::intake::vocabulary::kinds::words_apart;
use crate::intake::vocabulary::time::time_name;
use crate::intake::vocabulary::{self, folded, has};
use crate::intake::{ColumnRole, DecimalMark};

impl Roles<'_, '_> {
    /// Leaves columns of intervals aside where other figures stand beside them, and tells it.
    pub(in crate::intake) fn set_intervals(&mut self, mark: DecimalMark) {
        let open: Vec<usize> = self.open().map(|(at, _)| at).collect();
        let found: Vec<usize> = open
            .iter()
            .copied()
            .filter(|at| self.is_interval(*at, mark))
            .collect();
        let is_figure = |at: &&usize| {
            let column = &self.columns[**at];
            let name = &column.folded;
            let is_other = time_name(name).is_some()
                || vocabulary::code_rank(name).is_some()
                || vocabulary::place_rank(name).is_some();
            column.is_numeric() && !is_other && !found.contains(at)
        };
        if found.is_empty() || !open.iter().any(|at| is_figure(&at)) {
            return;
        }
        let mut columns: Vec<String> = Vec::new();
        for at in found {
            self.set(at, ColumnRole::Ignored);
            columns.push(self.columns[at].name.clone());
        }
        let remark = FigureRemark::IntervalsAside { columns };
        self.remarks.push(Remark::Figures(remark));
    }

    fn is_interval(&self, at: usize, mark: DecimalMark) -> bool {
        let column = &self.columns[at];
        let name = words_of(column);
        // An estimate with its limits in one cell is a figure, unless another column has it by itself.
        if holds_estimates(column) {
            return self.is_said_beside(at, mark);
        }
        if !column.is_numeric() {
            return column.filled > 0 && names_interval(&name) && is_of_margins(column);
        }
        names_interval(&name)
            || self.is_standard_error(at, &name)
            || self.is_margin_of_census(at)
            || self.is_limit(at, &name, mark)
    }

    /// True where another column holds the same numbers and nothing beside them, as exact at least.
    fn is_said_beside(&self, at: usize, mark: DecimalMark) -> bool {
        let own = self.values_of(at, mark);
        let half = 0.5 * 10_f64.powi(-i32::from(self.columns[at].decimals)) + 1e-9;
        let is_same = |other: usize| {
            let pairs = own.iter().zip(self.values_of(other, mark));
            let mut pairs = pairs
                .filter_map(|(one, other)| Some(((*one)?, other?)))
                .peekable();
            pairs.peek().is_some() && pairs.all(|(one, other)| (one - other).abs() <= half)
        };
        let mut others = self.columns.iter().enumerate();
        others.any(|(other, it)| {
            other != at && it.is_numeric() && !holds_estimates(it) && is_same(other)
        })
    }

    /// The numbers of a column, row by row.
    fn values_of(&self, at: usize, mark: DecimalMark) -> Vec<Option<f64>> {
        let mut numbers = Numbers::default();
        let column = &self.columns[at];
        let cells = column.cells.iter();
        let value = |cell: &&str| match numbers.read(cell, mark, column.sign) {
            Read::Number(number) => Some(number.value),
            _ => None,
        };
        cells.map(value).collect()
    }

    /// `poverty_se` beside `poverty_pct`.
    fn is_standard_error(&self, at: usize, name: &str) -> bool {
        let Some(stem) = name
            .strip_suffix(" se")
            .or_else(|| name.strip_suffix(" s.e."))
        else {
            return name == "se" || name == "s.e.";
        };
        let mut others = self.columns.iter().enumerate();
        others.any(|(other, it)| other != at && it.is_numeric() && words_of(it).starts_with(stem))
    }

    /// `B01001_001M` beside `B01001_001E`, as the census of the United States calls them.
    fn is_margin_of_census(&self, at: usize) -> bool {
        let first = |column: &Column<'_>| {
            let word = column.name.split_whitespace().next().unwrap_or_default();
            word.to_ascii_uppercase()
        };
        let own = first(&self.columns[at]);
        let Some(stem) = own.strip_suffix('M') else {
            return false;
        };
        let is_code = stem.ends_with(|it: char| it.is_ascii_digit()) && stem.contains('_');
        let twin = format!("{stem}E");
        is_code && self.columns.iter().any(|it| first(it) == twin)
    }

    /// One of two columns called by the same name but for lower and upper, between which a third one lies.
    fn is_limit(&self, at: usize, name: &str, mark: DecimalMark) -> bool {
        LIMITS.iter().any(|(low, high)| {
            let (own, other, is_lower) = match (with(name, low, high), with(name, high, low)) {
                (Some(other), _) => (low, other, true),
                (None, Some(other)) => (high, other, false),
                (None, None) => return false,
            };
            let mut columns = self.columns.iter();
            let Some(twin) = columns.position(|it| it.is_numeric() && words_of(it) == other) else {
                return false;
            };
            let (lower, upper) = if is_lower { (at, twin) } else { (twin, at) };
            let stem = with(name, own, "").map(|it| it.trim().to_string());
            let stem = stem.unwrap_or_default();
            let mut thirds = self.columns.iter().enumerate();
            thirds.any(|(third, column)| {
                let is_named =
                    has(SURE_LIMITS, own) || words_of(column) == stem && !has_extremes(&stem);
                let is_third = third != lower && third != upper && column.is_numeric();
                is_named && is_third && self.lies_between(lower, third, upper, mark)
            })
        })
    }

    fn lies_between(&self, lower: usize, third: usize, upper: usize, mark: DecimalMark) -> bool {
        let [lower, third, upper] = [lower, third, upper].map(|at| self.values_of(at, mark));
        let all = lower.into_iter().zip(third).zip(upper);
        let all: Vec<[f64; 3]> = all
            .filter_map(|((lower, third), upper)| Some([lower?, third?, upper?]))
            .collect();
        let is_so = |[lower, value, upper]: &[f64; 3]| lower <= value && value <= upper;
        !all.is_empty() && all.iter().all(is_so) && all.iter().any(|it| it[0] < it[2])
    }

    /// Finds a column of signs that make bounds of the figures.
    pub(in crate::intake) fn set_qualifier(&mut self) {
        if self.has(&ColumnRole::Bound) {
            return;
        }
        let is_its = |(_, column): &(usize, &Column<'_>)| {
            let values = column.values();
            let are_signs = values.iter().all(|it| of_sign(it).is_some());
            let is_sure = values.iter().any(|it| has("<|>|≤|≥|<=|>=", it));
            are_signs && (is_sure || names_qualifier(&column.folded))
        };
        let found = self.open().find(is_its).map(|(at, _)| at);
        if let Some(at) = found {
            self.set(at, ColumnRole::Bound);
        }
    }

    /// Leaves signs aside where it is not said which of several figures they are of.
    pub(in crate::intake) fn settle_qualifier(&mut self) {
        let of = |role: &&Option<ColumnRole>| matches!(role, Some(ColumnRole::Figure(_)));
        let count = self.roles.iter().filter(of).count();
        let place = self
            .roles
            .iter()
            .position(|it| *it == Some(ColumnRole::Bound));
        if let Some(at) = place.filter(|_| count > 1) {
            self.set(at, ColumnRole::Ignored);
        }
    }
}

/// True of `±75` and `+/-75` in each cell that holds a digit.
fn is_of_margins(column: &Column<'_>) -> bool {
    let mut values = column.values().into_iter();
    values.all(|text| text.starts_with(['±', '*', '-', '(']) || text.starts_with("+/-"))
}

/// The words of a name: `FactValueNumericLow` has four.
fn words_of(column: &Column<'_>) -> String {
    folded(&words_apart(without_unit(without_mark(&column.name)).0))
}

/// A name with one word for another; none where it does not hold it.
fn with(name: &str, word: &str, other: &str) -> Option<String> {
    if !word.is_ascii() {
        return name.contains(word).then(|| name.replace(word, other));
    }
    let mut words: Vec<&str> = name.split(' ').collect();
    let at = words.iter().position(|it| *it == word)?;
    words[at] = other;
    Some(words.join(" "))
}
