//! Which parts of the key tell the rows of an SDMX-CSV file apart, and what each column is by that.

use super::columns::{Component, Part};
use super::plain::{Plain, TOTAL};
use crate::intake::{ColumnRole, Figure, Remark, SampleRow, SdmxRemark};
use rustc_hash::FxHashMap;

/// What the columns of a plain table are.
pub(super) struct Roles {
    /// Of each column of the plain table.
    pub columns: Vec<ColumnRole>,
    /// What a reader should confirm.
    pub remarks: Vec<Remark>,
}

/// The plain sample, asked column by column.
struct Table<'t> {
    plain: &'t Plain,
    rows: &'t [SampleRow],
}

impl<'t> Table<'t> {
    fn cell(&self, row: &'t SampleRow, column: usize) -> &'t str {
        row.cells.get(column).map_or("", String::as_str)
    }

    /// The column of a component's codes or of their labels.
    fn column(&self, component: usize, is_label: bool) -> Option<usize> {
        let mut columns = self.plain.columns.iter();
        columns.position(|it| it.component == Some(component) && it.is_label == is_label)
    }

    /// The column of the labels where each code has one of its own, else that of the codes.
    fn readable(&self, component: usize) -> Option<usize> {
        let codes = self.column(component, false)?;
        let Some(labels) = self.column(component, true) else {
            return Some(codes);
        };
        let (mut label_of, mut code_of) = (FxHashMap::default(), FxHashMap::default());
        let is_one_to_one = self.rows.iter().all(|row| {
            let (code, label) = (self.cell(row, codes), self.cell(row, labels));
            let is_label = !label.is_empty() || code.is_empty();
            is_label
                && *label_of.entry(code).or_insert(label) == label
                && *code_of.entry(label).or_insert(code) == code
        });
        Some(if is_one_to_one { labels } else { codes })
    }

    /// The distinct values of a column in the order in which they come.
    fn values(&self, column: usize) -> Vec<&'t str> {
        let mut seen: FxHashMap<&str, ()> = FxHashMap::default();
        let cells = self.rows.iter().map(|row| self.cell(row, column));
        cells
            .filter(|cell| seen.insert(cell, ()).is_none())
            .collect()
    }

    /// Rows whose cells in these columns stand in an earlier row: how many, and the first with the
    /// line that it repeats.
    fn repeats(&self, columns: &[usize]) -> (usize, Option<(u32, u32)>) {
        let mut seen: FxHashMap<Vec<&str>, u32> = FxHashMap::default();
        let (mut count, mut first) = (0, None);
        for row in self.rows {
            let key: Vec<&str> = columns.iter().map(|at| self.cell(row, *at)).collect();
            let earlier = *seen.entry(key).or_insert(row.line);
            if earlier != row.line {
                count += 1;
                first = first.or(Some((row.line, earlier)));
            }
        }
        (count, first)
    }

    /// True where each value of one column has one value of the other.
    fn determines(&self, from: usize, to: usize) -> bool {
        let mut known: FxHashMap<&str, &str> = FxHashMap::default();
        self.rows.iter().all(|row| {
            let value = self.cell(row, to);
            *known.entry(self.cell(row, from)).or_insert(value) == value
        })
    }
}

impl Roles {
    pub(super) fn of(plain: &Plain, rows: &[SampleRow], structure: &str) -> Roles {
        let table = Table { plain, rows };
        let mut roles = Roles {
            columns: vec![ColumnRole::Ignored; plain.columns.len()],
            remarks: Vec::new(),
        };
        roles.set_known(&table, structure);
        let key = roles.set_key(&table);
        if let (_, Some((line, earlier))) = table.repeats(&key) {
            roles.remarks.push(Remark::KeysRepeat { line, earlier });
        }
        roles
    }

    fn set(&mut self, column: Option<usize>, role: ColumnRole) {
        if let Some(column) = column.and_then(|at| self.columns.get_mut(at)) {
            *column = role;
        }
    }

    /// The columns whose names say all.
    fn set_known(&mut self, table: &Table<'_>, structure: &str) {
        let parts = |part: Part| table.plain.components.iter().any(|it| it.part == part);
        let has_indicator = parts(Part::Indicator);
        for (at, component) in table.plain.components.iter().enumerate() {
            let (codes, labels) = (table.column(at, false), table.column(at, true));
            match component.part {
                Part::Area => {
                    self.set(codes, ColumnRole::AreaCode);
                    self.set(labels, ColumnRole::AreaName);
                }
                Part::Time => self.set(codes, ColumnRole::Period),
                Part::Indicator => self.set(table.readable(at), ColumnRole::Indicator),
                Part::Status => self.set(codes, ColumnRole::Status),
                Part::Flag if !parts(Part::Status) => self.set(codes, ColumnRole::Status),
                Part::Value => {
                    let indicator = match has_indicator {
                        true => String::new(),
                        false => structure.to_string(),
                    };
                    let figure = Figure {
                        indicator,
                        ..Figure::default()
                    };
                    self.set(codes, ColumnRole::Figure(figure));
                }
                _ => {}
            }
        }
        let notes = table
            .plain
            .columns
            .iter()
            .position(|it| it.component.is_none());
        self.set(notes, ColumnRole::Note);
    }

    /// The parts of the key; gives the columns of all of it.
    fn set_key(&mut self, table: &Table<'_>) -> Vec<usize> {
        let components: Vec<(usize, &Component)> =
            table.plain.components.iter().enumerate().collect();
        let mut key: Vec<usize> = Vec::new();
        for (at, component) in &components {
            if matches!(component.part, Part::Area | Part::Time | Part::Indicator) {
                key.extend(table.column(*at, false));
            }
        }
        let value_place = table.plain.component(Part::Value).map_or(0, |it| it.place);
        let (mut constant, mut later) = (Vec::new(), Vec::new());
        for (at, component) in &components {
            let Some(codes) = table.column(*at, false) else {
                continue;
            };
            let is_part = component.part == Part::Dimension;
            if !is_part || self.is_of_area(table, component, codes) {
                continue;
            }
            let values = table.values(codes);
            if values.len() > 1 && component.place > value_place {
                later.push((*at, codes));
            } else if values.len() > 1 {
                self.set_part(table, *at, component);
                key.push(codes);
            } else if component.place < value_place {
                constant.push((*at, *component));
            }
        }
        self.set_unit(table, &mut key);
        // What stands behind the figure is told of it, unless rows are told apart by nothing else.
        for (at, codes) in later {
            let (without, _) = table.repeats(&key);
            let with: Vec<usize> = key.iter().copied().chain([codes]).collect();
            if without > 0 && table.repeats(&with).0 < without {
                let component = components.iter().find(|(known, _)| *known == at);
                if let Some((_, component)) = component {
                    self.set_part(table, at, component);
                    key.push(codes);
                }
            }
        }
        self.tell_constants(table, &constant);
        key
    }

    /// The level of an area is no part of what is measured there.
    fn is_of_area(&mut self, table: &Table<'_>, component: &Component, codes: usize) -> bool {
        let id = component.id.to_ascii_uppercase();
        let is_level = id.starts_with("TERRITORIAL_") || id.ends_with("LEVEL");
        let areas = table.plain.components.iter();
        let area = areas.clone().position(|it| it.part == Part::Area);
        let area = area.and_then(|at| table.column(at, false));
        let is_of_area = is_level
            && table.values(codes).len() > 1
            && area.is_some_and(|area| table.determines(area, codes));
        if is_of_area {
            let column = component.id.clone();
            self.remarks.push(Remark::ColumnAside { column });
        }
        is_of_area
    }

    fn set_part(&mut self, table: &Table<'_>, at: usize, component: &Component) {
        let column = table.readable(at);
        let codes = table.column(at, false);
        let has_total = codes.is_some_and(|codes| table.values(codes).contains(&TOTAL));
        let name = column.and_then(|column| table.plain.columns.get(column));
        let name = name.map_or(component.id.clone(), |column| column.name.clone());
        if has_total && component.part == Part::Dimension {
            let total = TOTAL.to_string();
            self.set(column, ColumnRole::Dimension { total });
            self.remarks.push(Remark::DimensionFound {
                column: name,
                total: TOTAL.to_string(),
            });
        } else {
            self.set(column, ColumnRole::PartOfIndicator);
            self.remarks
                .push(Remark::IndicatorPartFound { column: name });
        }
    }

    /// A unit is told of the indicator where it has one only; else it tells rows apart.
    fn set_unit(&mut self, table: &Table<'_>, key: &mut Vec<usize>) {
        let mut components = table.plain.components.iter();
        let Some(at) = components.position(|it| it.part == Part::Unit) else {
            return;
        };
        let (Some(codes), Some(component)) =
            (table.column(at, false), table.plain.components.get(at))
        else {
            return;
        };
        let with: Vec<usize> = key.iter().copied().chain([codes]).collect();
        if table.repeats(key).0 > table.repeats(&with).0 {
            self.set_part(table, at, component);
            key.push(codes);
        } else {
            self.set(table.readable(at), ColumnRole::Unit);
        }
    }

    fn tell_constants(&mut self, table: &Table<'_>, constant: &[(usize, &Component)]) {
        let told = constant.iter().filter_map(|(at, component)| {
            let row = table.rows.first()?;
            let value = table.cell(row, table.readable(*at)?).to_string();
            let name = match component.label.as_str() {
                "" => component.id.clone(),
                label => label.to_string(),
            };
            (!value.is_empty()).then_some((name, value))
        });
        let columns: Vec<(String, String)> = told.collect();
        if !columns.is_empty() {
            self.remarks
                .push(Remark::Sdmx(SdmxRemark::Constants { columns }));
        }
    }
}
