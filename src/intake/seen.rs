//! Ways of writing met while rows were read, for telling a reader what was assumed.

use super::doubts::Doubt;
use super::figure_remark::FigureRemark;
use super::number::Number;
use super::once::Once;
use super::remark::Remark;
use super::vocabulary::folded;
use super::vocabulary::intervals::names_interval;
use super::vocabulary::totals::says_counted_again;

/// What was met.
#[derive(Debug, Default)]
pub(super) struct Seen {
    signs: Vec<String>,
    sign_count: usize,
    footnote: Option<String>,
    parentheses: Option<String>,
    unit: Option<(String, String, u32)>,
    scaled: Option<(String, f64)>,
    /// Whether a label names a confidence limit or the like.
    names_interval: Once<bool>,
    intervals: Option<(String, usize, u32)>,
    bound: Option<String>,
    estimate: Option<(String, f64)>,
    again: Option<(String, u32)>,
    /// True since a row of figures has come below that line.
    has_again: bool,
}

/// More distinct signs than this are not listed.
const MOST_SIGNS: usize = 12;

impl Seen {
    pub(super) fn number(&mut self, text: &str, number: &Number) {
        if number.footnote && self.footnote.is_none() {
            self.footnote = Some(text.to_string());
        }
        if number.parentheses && self.parentheses.is_none() {
            self.parentheses = Some(text.to_string());
        }
        if number.power > 0 && self.scaled.is_none() {
            self.scaled = Some((text.to_string(), number.value));
        }
        if number.interval && self.estimate.is_none() {
            self.estimate = Some((text.to_string(), number.value));
        }
        if number.bound.is_some() && self.bound.is_none() {
            self.bound = Some(text.to_string());
        }
    }

    pub(super) fn sign(&mut self, text: &str) {
        self.sign_count += 1;
        if self.signs.len() < MOST_SIGNS && !self.signs.iter().any(|known| known == text) {
            self.signs.push(text.to_string());
        }
    }

    /// A line without figures that says of the areas below it that they were counted above.
    pub(super) fn line_between(&mut self, text: &str, line: u32) {
        if self.again.is_none() && says_counted_again(text) {
            self.again = Some((text.to_string(), line));
        }
    }

    /// A row of figures has come.
    pub(super) fn rows_go_on(&mut self) {
        self.has_again |= self.again.is_some();
    }

    /// A unit that the kind of figure beside it cannot have.
    pub(super) fn unit(&mut self, unit: &str, kind: &str, line: u32) {
        if self.unit.is_none() {
            self.unit = Some((unit.to_string(), kind.to_string(), line));
        }
    }

    /// True where what a row says of its figure is that it is a confidence limit or the like; counts it.
    pub(super) fn is_interval(&mut self, label: &str, line: u32) -> bool {
        let ask = |label: &str| names_interval(&folded(label));
        let is_interval = *self.names_interval.of(label, ask);
        if is_interval {
            let known = self.intervals.get_or_insert((label.to_string(), 0, line));
            known.1 += 1;
        }
        is_interval
    }

    /// What to tell.
    pub(super) fn remarks(&self) -> Vec<Remark> {
        let signs = (self.sign_count > 0).then(|| Remark::MissingSigns {
            signs: self.signs.clone(),
            count: self.sign_count,
        });
        let footnote = self
            .footnote
            .clone()
            .map(|example| Remark::FootnoteMarks { example });
        let parentheses = self
            .parentheses
            .clone()
            .map(|example| Remark::Parentheses { example });
        let unit = self.unit.clone();
        let unit = unit.map(|(unit, kind, line)| Remark::UnitNotTaken { unit, kind, line });
        let scaled = self.scaled.clone();
        let scaled = scaled.map(|(example, read_as)| FigureRemark::Scaled { example, read_as });
        let bound = self.bound.clone();
        let bound = bound.map(|example| FigureRemark::Bounds { example });
        let estimate = self.estimate.clone();
        let estimate =
            estimate.map(|(example, read_as)| FigureRemark::EstimatesAlone { example, read_as });
        let intervals = self.intervals.clone();
        let intervals = intervals.map(|(word, count, line)| FigureRemark::IntervalRowsAside {
            word,
            count,
            line,
        });
        let figures = [scaled, bound, estimate, intervals];
        let figures = figures.into_iter().flatten().map(Remark::Figures);
        // Below the last row it is a note.
        let again = self.again.clone().filter(|_| self.has_again);
        let again = again.map(|(text, line)| Remark::Doubt(Doubt::CountedAgain { text, line }));
        let others = [signs, footnote, parentheses, unit, again];
        others.into_iter().flatten().chain(figures).collect()
    }
}
