//! Whether a row is one of figures or a note: by what it holds, whatever it says.

use crate::intake::plan::{Cell, Group, Plan};
use crate::intake::rows::Cells;
use crate::intake::rows::remark;
use crate::intake::vocabulary;
use crate::parse::cell;

/// True where a row holds a figure, or says why it holds none.
pub(in crate::intake) fn holds_figures(plan: &Plan, cells: &dyn Cells) -> bool {
    let is_filled = |cell: &Cell| !cells.cell(cell.place).is_empty();
    let mut all = plan.groups.iter().flat_map(Group::cells);
    let says_why = plan.status.is_some_and(|place| {
        cell::status(cells.cell(place)).is_ok_and(|status| !status.has_figure())
    });
    let remarks = plan.groups.iter().filter_map(|group| group.remark);
    let mut said = remarks.map(|place| remark::read(cells.cell(place)));
    let says_so = |it: remark::Said| it.status.is_some_and(|status| !status.has_figure());
    says_why || all.any(is_filled) || said.any(says_so)
}

/// True where a row opens as a note does and holds no digit where its figures would stand.
pub(in crate::intake) fn is_note(plan: &Plan, cells: &dyn Cells) -> bool {
    let first = (0..cells.count()).map(|place| cells.cell(place));
    let mut first = first.filter(|text| !text.is_empty());
    let mut figures = plan.groups.iter().flat_map(Group::cells);
    let holds_digit = |cell: &Cell| cells.cell(cell.place).contains(|it: char| it.is_numeric());
    // Nearly every row holds one.
    !figures.any(holds_digit) && first.next().is_some_and(vocabulary::is_note_start)
}
