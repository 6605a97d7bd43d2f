//! What is told of single cells while rows are read.

use crate::intake::number::Number;
use crate::intake::rows::{Cells, Rows};
use crate::model::{FaultKind, Status, Written, holds_personal_number, number_in_full};

impl Rows {
    pub(in crate::intake) fn tell(&mut self, cells: &dyn Cells, place: usize, kind: FaultKind) {
        let column = self.names.get(place).map_or("", String::as_str);
        let text = cells.cell(place);
        self.faults
            .push(&self.file, cells.line(), column, text, kind);
    }

    /// Of what is told by the thousand only the first are written out.
    pub(in crate::intake) fn tell_read(
        &mut self,
        cells: &dyn Cells,
        place: usize,
        number: &Number,
    ) {
        let read_as = match self.is_told(place) {
            true => String::new(),
            false => number_in_full(number.value),
        };
        self.tell(cells, place, FaultKind::NumberRead { read_as });
    }

    pub(in crate::intake) fn tell_sign(&mut self, cells: &dyn Cells, place: usize, why: Status) {
        let status = match self.is_told(place) {
            true => "",
            false => why.letter(),
        };
        let status = status.to_string();
        self.tell(cells, place, FaultKind::SignRead { status });
    }

    fn is_told(&mut self, place: usize) -> bool {
        const WRITTEN_OUT: u32 = 16;
        let Some(told) = self.told.get_mut(place) else {
            return false;
        };
        *told = told.saturating_add(1);
        *told > WRITTEN_OUT
    }

    pub(in crate::intake) fn tell_no_number(&mut self, cells: &dyn Cells, place: usize) {
        let kind = match holds_personal_number(cells.cell(place)) {
            true => FaultKind::PersonalNumber,
            false => FaultKind::NotANumber {
                written: Written::Otherwise,
            },
        };
        self.tell(cells, place, kind);
    }
}
