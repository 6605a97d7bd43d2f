//! What the figures of a row are called, and what kind of figure the row says that they are.

use crate::intake::column_names::without_unit;
use crate::intake::dated_names;
use crate::intake::number::multiples::unit_of_sign;
use crate::intake::plan::{Group, Plan};
use crate::intake::rows::{Cells, Rows};
use crate::model::FaultKind;

/// What stands between the parts of an indicator's name.
pub(in crate::intake) const PARTED: &str = " · ";

impl Rows {
    /// Writes the name of the group's indicator; false where the row does not say it.
    pub(in crate::intake) fn set_label(
        &mut self,
        plan: &Plan,
        group: &Group,
        cells: &dyn Cells,
    ) -> bool {
        self.label.clear();
        self.unit.clear();
        self.kind.clear();
        let kind = plan.kind.map_or("", |place| cells.cell(place));
        self.kind.push_str(kind);
        if let Some(place) = plan.indicator {
            let text = cells.cell(place);
            if text.is_empty() {
                self.tell(cells, place, FaultKind::Blank);
                return false;
            }
            let ask = |text: &str| dated_names::parted(text).map_or(String::new(), |it| it.1);
            let bare = plan.is_dated.then(|| self.bare_names.of(text, ask).clone());
            let (name, unit) = without_unit(bare.as_deref().unwrap_or(text));
            self.label.push_str(name);
            self.unit.push_str(unit);
            self.take_kind(name);
        }
        if !group.indicator.is_empty() && plan.indicator.is_some() {
            // Of shares beside numbers of things each column says what it is told in, or its numbers do.
            let sign = group.value.as_ref().map_or("", |it| unit_of_sign(&it.sign));
            match group.unit.as_str() {
                "" if self.unit.is_empty() => self.unit.push_str(sign),
                "" => {}
                unit => self.unit.replace_range(.., unit),
            }
        }
        self.add_to_label(&group.indicator);
        for place in &plan.indicator_parts {
            let part = cells.cell(*place);
            self.take_kind(part);
            if self.label.is_empty() && self.kind == part {
                // A kind of figure alone says not of what it is.
                let stem = std::mem::take(&mut self.stem);
                self.label.push_str(&stem);
                self.stem = stem;
            }
            self.add_to_label(part);
        }
        if self.label.is_empty() {
            self.label.push_str(&self.stem);
        }
        true
    }

    fn add_to_label(&mut self, part: &str) {
        if part.is_empty() {
            return;
        }
        if !self.label.is_empty() {
            self.label.push_str(PARTED);
        }
        self.label.push_str(part);
    }

    /// What tells rows apart and is a word for a kind of figure says what the figure is, where no column
    /// does.
    fn take_kind(&mut self, part: &str) {
        if self.kind.is_empty() && self.said.of(part, "").kind.is_some() {
            self.kind.push_str(part);
        }
    }
}
