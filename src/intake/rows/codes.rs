//! The keys of areas that are written level by level: the code of a county within its state, a town in a
//! county in a state. Each level is made part of the key, so that places of one name never become one.

use crate::intake::places::Said;
use crate::intake::plan::Plan;
use crate::intake::rows::area::{bare, code_at};
use crate::intake::rows::{Cells, Rows, push_key};

/// How long the first code in each column was.
#[derive(Debug, Default)]
pub(in crate::intake) struct CodeWidths {
    first: Vec<(usize, usize)>,
    /// True while each code of the key in hand has its usual length.
    is_usual: bool,
}

impl CodeWidths {
    /// True of codes of digits that are as long as the first of their column, and longer than one.
    fn is_usual(&mut self, place: usize, code: &str) -> bool {
        let known = self.first.iter().find(|(at, _)| *at == place);
        let width = known.map(|(_, width)| *width).unwrap_or_else(|| {
            self.first.push((place, code.len()));
            code.len()
        });
        code.len() == width && width > 1 && code.bytes().all(|it| it.is_ascii_digit())
    }
}

impl Rows {
    /// Writes the key of what the area lies in, and meets everything above that.
    pub(in crate::intake) fn set_parent_key(&mut self, plan: &Plan, cells: &dyn Cells) {
        self.parent_key.clear();
        for place in &plan.above {
            let text = bare(cells.cell(*place));
            if text.is_empty() || self.is_zeros_below(plan, text) {
                continue;
            }
            let above = self.parent_key.clone();
            self.extend_parent_key(plan, *place, text);
            let said = Said {
                name: if plan.code_within.is_some() { "" } else { text },
                parent: &above,
                ..Said::default()
            };
            self.places.meet_above(&self.parent_key, said);
        }
        let code = plan
            .parent_code
            .filter(|at| !code_at(cells, *at).is_empty());
        let Some(place) = code.or(plan.parent_name) else {
            return;
        };
        let text = bare(cells.cell(place));
        if text.is_empty() || self.is_zeros_below(plan, text) {
            return;
        }
        let above = self.parent_key.clone();
        if self.blanks_above && code.is_some() && plan.code_within.is_none() {
            // A code is one by itself.
            self.parent_key.clear();
        }
        self.extend_parent_key(plan, place, text);
        if code.is_none() {
            let key = std::mem::take(&mut self.parent_key);
            self.parent_key = self.known_as(cells, plan.parent_name, key);
        }
        if !above.is_empty() {
            let said = Said {
                name: plan.parent_name.map_or("", |at| cells.cell(at)),
                parent: &above,
                ..Said::default()
            };
            self.places.meet_above(&self.parent_key, said);
        }
    }

    /// True of zeros in place of a part of a code: the row is of what stands above.
    fn is_zeros_below(&self, plan: &Plan, text: &str) -> bool {
        plan.code_within.is_some() && !self.parent_key.is_empty() && is_of_whole(text)
    }

    fn extend_parent_key(&mut self, plan: &Plan, place: usize, text: &str) {
        let mut key = std::mem::take(&mut self.parent_key);
        match plan.code_within {
            Some(_) => self.push_code(&mut key, place, text),
            None => {
                if !key.is_empty() {
                    key.push('/');
                }
                push_key(&mut key, text);
            }
        }
        self.parent_key = key;
    }

    /// Adds a code to those of what it lies in: behind them where each has its usual length (01, 001:
    /// 01001), else with a stroke between, so that 1 and 11 is not 11 and 1.
    pub(in crate::intake) fn push_code(&mut self, key: &mut String, place: usize, code: &str) {
        let before = key.is_empty() || self.code_widths.is_usual;
        self.code_widths.is_usual = self.code_widths.is_usual(place, code) && before;
        if !key.is_empty() && !self.code_widths.is_usual {
            key.push('/');
        }
        push_key(key, code);
    }
}

/// True of a code within an area above that stands for all of it: 000.
pub(in crate::intake) fn is_of_whole(code: &str) -> bool {
    code.len() > 1 && code.bytes().all(|it| it == b'0')
}
