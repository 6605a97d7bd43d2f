//! The figures of one observation: numbers, signs, what stands beside them. What does not keep the plan is
//! told with its line and its column, and never read.

use crate::intake::indicators::MetFigures;
use crate::intake::number::bounds;
use crate::intake::number::multiples::unit_of_sign;
use crate::intake::number::row_signs::OF_ROWS;
use crate::intake::number::{Number, Read, sign_of};
use crate::intake::plan::{Cell, Group, Plan};
use crate::intake::rows::codes::is_of_whole;
use crate::intake::rows::remark;
use crate::intake::rows::{Cells, MOST_INDICATORS, Rows};
use crate::intake::scale;
use crate::intake::vocabulary::SIGNS;
use crate::intake::vocabulary::scales::EXPECTED_SCALES;
use crate::model::{FaultKind, Invalid, Period, Status};
use crate::parse::cell;

impl Rows {
    pub(in crate::intake) fn group(
        &mut self,
        plan: &Plan,
        group: &Group,
        cells: &dyn Cells,
        period: Period,
    ) {
        let mut status = Status::Normal;
        if let Some(place) = plan.status {
            match cell::status(cells.cell(place)) {
                Ok(read) => status = read,
                Err(kind) => self.tell(cells, place, kind),
            }
        }
        let said = group.remark.map(|place| remark::read(cells.cell(place)));
        let said = said.unwrap_or_default();
        status = said.status.unwrap_or(status);
        let is_filled = |cell: &Cell| !cells.cell(cell.place).is_empty();
        if status.has_figure() && !group.cells().any(is_filled) {
            return;
        }
        let Some(power) = self.power_of(plan, cells) else {
            return;
        };
        if !self.set_label(plan, group, cells) {
            return;
        }
        let is_said = plan.indicator.is_some() || !plan.indicator_parts.is_empty();
        if is_said && self.seen.is_interval(&self.label, cells.line()) {
            return;
        }
        let row = self.table.add_row(cells.line());
        let mut invalid = false;
        let mut sign = None;
        let mut decimals = 0;
        let mut note = None;
        let mut bound = None;
        let mut is_scaled = power != 0;
        let parts = [&group.value, &group.numerator, &group.denominator];
        let numbers = parts.map(|part| {
            let part = part.as_ref()?;
            let text = cells.cell(part.place);
            let read = match self.missing.iter().any(|it| it == text) {
                true => Read::Sign(Status::Missing),
                false => self.numbers.read(text, self.mark, &part.sign),
            };
            let read = match part.sign == OF_ROWS {
                true => self.with_sign_of_row(text, read),
                false => read,
            };
            // Of areas side by side the figures carry the sign that the row's name states.
            let read = match read {
                Read::Other if part.sign.is_empty() && !self.unit.is_empty() => {
                    self.numbers.read(text, self.mark, &self.unit)
                }
                read => read,
            };
            match read {
                Read::Blank => None,
                Read::Number(number) => {
                    let number = match part.is_share && number.parentheses {
                        true => number.marked(),
                        false => number,
                    };
                    decimals = decimals.max(number.decimals);
                    bound = bound.or(number.bound);
                    is_scaled |= number.power > 0;
                    if number.status != Status::Normal && status == Status::Normal {
                        status = number.status;
                    }
                    self.seen.number(text, &number);
                    if is_read_otherwise(&number) {
                        note.get_or_insert(part.place);
                        self.tell_read(cells, part.place, &number);
                    }
                    Some(scale::scaled(number.value, power))
                }
                Read::Sign(why) => {
                    self.seen.sign(text);
                    sign.get_or_insert(why);
                    note.get_or_insert(part.place);
                    self.tell_sign(cells, part.place, why);
                    None
                }
                Read::Other => {
                    invalid = true;
                    self.tell_no_number(cells, part.place);
                    None
                }
            }
        });
        if invalid {
            self.table.set_invalid(row, Invalid::NotANumber);
        }
        // A sign in the place of one part leaves the others without a meaning.
        let is_known = sign.is_none();
        if let Some(why) = sign.filter(|_| status.has_figure()) {
            status = why;
        }
        let [value, mut numerator, mut denominator] =
            numbers.map(|number| number.filter(|_| is_known));
        let parts = value.and_then(|value| self.parts_of(group, cells, value));
        if let Some(parts) = parts.filter(|_| status.has_figure()) {
            (numerator, denominator) = (Some(parts.0), Some(parts.1));
        }
        self.table.value.set(row, value);
        self.table.numerator.set(row, numerator);
        self.table.denominator.set(row, denominator);
        self.table.set_status(row, status);
        if let Some(bound) = said.bound.or(bound).filter(|_| value.is_some()) {
            self.table.set_bound(row, Some(bound));
        }
        if let Some(place) = plan.bound.filter(|_| numerator.is_none()) {
            let text = cells.cell(place);
            match bounds::of_sign(text).map_or_else(|| cell::bound(text), Ok) {
                Ok(None) => {}
                Ok(bound) => self.table.set_bound(row, bound.filter(|_| value.is_some())),
                Err(kind) => self.tell(cells, place, kind),
            }
        }
        self.set_texts(plan, group, cells, row, note);
        self.table
            .period
            .set(row, self.indicators.period_text(period));
        let unit = match plan.unit.map_or("", |place| cells.cell(place)) {
            _ if plan.unit.is_some() && !group.unit.is_empty() => &group.unit,
            "" => &self.unit,
            unit => unit,
        };
        let figures = MetFigures {
            value,
            has_parts: group.has_parts(),
            parts: numerator.zip(denominator),
            decimals,
            is_scaled,
        };
        let said = self.said.of(&self.kind, unit);
        if said.contradicts {
            self.seen.unit(unit, &self.kind, cells.line());
        }
        let code = self.indicators.meet(&self.label, said, figures);
        self.table.indicator.set(row, code);
        if self.indicators.count() > MOST_INDICATORS {
            let kind = FaultKind::TooManyIndicators {
                limit: MOST_INDICATORS,
            };
            self.fail(cells, plan.indicator.unwrap_or(0), kind);
        }
    }

    /// A number of a row all of which carry one sign; that is its unit where nothing else says one.
    fn with_sign_of_row(&mut self, text: &str, read: Read) -> Read {
        if !matches!(read, Read::Number(_)) {
            return read;
        }
        let sign = sign_of(text).unwrap_or_default();
        let is_other = SIGNS.contains(&&*self.unit) && !sign.is_empty() && sign != self.unit;
        if is_other || *self.row_sign.get_or_insert(sign) != sign {
            return Read::Other;
        }
        if self.unit.is_empty() {
            self.unit.push_str(unit_of_sign(sign));
        }
        read
    }

    /// The power of ten that the row's figures are multiplied by; none where its cell does not say it.
    fn power_of(&mut self, plan: &Plan, cells: &dyn Cells) -> Option<i32> {
        let Some((place, is_of_powers)) = plan.scale else {
            return Some(0);
        };
        let power = scale::power(cells.cell(place), is_of_powers);
        if power.is_none() {
            let expected = EXPECTED_SCALES.to_string();
            self.tell(cells, place, FaultKind::UnknownWord { expected });
        }
        power
    }

    fn set_texts(
        &mut self,
        plan: &Plan,
        group: &Group,
        cells: &dyn Cells,
        row: usize,
        noted: Option<usize>,
    ) {
        self.table.area.set(row, &self.key);
        // A row of the whole is called otherwise than what it is the whole of.
        let is_whole = plan
            .code_within
            .is_some_and(|at| is_of_whole(cells.cell(at)));
        let is_own = |name: &str| !is_whole || name == self.places.name(&self.key);
        if let (Some(_), Some(place)) = (plan.area_code.or(plan.code_within), plan.area_name)
            && is_own(cells.cell(place))
        {
            let other = self.other_spelling(cells, place);
            let name = other.as_deref().unwrap_or(cells.cell(place));
            // A name with a mark may yet give way to the one without: it is held against none.
            let gives_way =
                self.spellings.is_marked(&self.key) && self.places.name(&self.key) == name;
            let name = if gives_way { "" } else { name };
            self.table.area_name.set(row, name);
        }
        for (at, (place, total)) in plan.dimensions.iter().enumerate() {
            let text = cells.cell(*place);
            // Not broken down by this.
            let is_none = NOT_BROKEN_DOWN.contains(&text);
            if is_none {
                self.seen.sign(text);
            }
            let text = if text == total || is_none { "" } else { text };
            self.table.dimensions[at].set(row, text);
        }
        let column = group.cells().next().and_then(|it| self.names.get(it.place));
        self.table
            .locator
            .set(row, column.map_or("", String::as_str));
        let note = plan.note.map_or("", |place| cells.cell(place));
        let note = match (note, noted) {
            ("", Some(place)) => cells.cell(place),
            (note, _) => note,
        };
        self.table.note.set(row, note);
    }
}

/// What programs write where a row is not of any category.
const NOT_BROKEN_DOWN: [&str; 5] = ["NA", "N/A", "NaN", "#N/A", "NULL"];

/// True of a number that is another than its digits alone would be.
fn is_read_otherwise(number: &Number) -> bool {
    number.footnote
        || number.parentheses
        || number.triangle
        || number.bound.is_some()
        || number.power > 0
        || number.interval
}
