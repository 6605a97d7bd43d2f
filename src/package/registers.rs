//! Small reference tables: reading their cells with faults named, and the sources, the standards
//! and the lineage.

use super::descriptor::TableKind;
use super::open::Package;
use crate::model::{
    FaultKind, Faults, Lineage, Operator, PeriodKind, Source, Standard, Strength, Text,
    holds_personal_number,
};
use crate::parse::{RowSink, cell};
use crate::table::Dictionary;
use std::sync::Arc;

/// Codes that stand in a table although their rows could not be used: whoever names them is not at
/// fault.
#[derive(Clone, Debug, Default)]
pub(super) struct Refused {
    codes: Dictionary,
    /// Some codes cannot be told: they were damaged, or a whole file could not be read.
    pub(super) some_unknown: bool,
}

impl Refused {
    /// Takes a row that could not be used.
    pub(super) fn add(&mut self, code: &str) {
        self.some_unknown |= cell::looks_like_excel_exponent(code);
        self.codes.code(code);
    }

    /// True where a code that is not known may be one of these.
    pub(super) fn may_hold(&self, code: &str) -> bool {
        self.some_unknown || self.codes.find(code).is_some_and(|place| place > 0)
    }
}

/// The rows of one reference file, and the faults found while they are given meaning.
pub(super) struct Table<'r> {
    rows: &'r RowSink,
    file: Arc<str>,
    pub(super) faults: Faults,
}

impl<'r> Table<'r> {
    /// The rows of a file, and what was found in them so far.
    pub(super) fn new(rows: &'r RowSink, file: Arc<str>, faults: Faults) -> Table<'r> {
        Table { rows, file, faults }
    }

    /// Notes an encoding that nobody declared.
    pub(super) fn check_encoding(&mut self) {
        if let Some(kind) = self.rows.read_as.clone() {
            self.faults.push(&self.file, 0, "", "", kind);
        }
    }

    /// Checks what every row must be, whatever the table: whole, and about no person.
    pub(super) fn check_row(&mut self, at: usize) {
        let row = &self.rows.rows[at];
        let is_last = at + 1 == self.rows.rows.len();
        let (expected_cells, found_cells) = (self.rows.header.len(), row.cells.len());
        if found_cells != expected_cells {
            let kind = if is_last && self.rows.breaks_off {
                FaultKind::Truncated {
                    expected_cells,
                    found_cells,
                }
            } else {
                FaultKind::RowShape {
                    expected_cells,
                    found_cells,
                }
            };
            let found = row.cells.join(",");
            self.faults.push(&self.file, row.line, "", &found, kind);
        }
        for (place, text) in row.cells.iter().enumerate() {
            if holds_personal_number(text) {
                let column = self.rows.header.get(place).map_or("", |name| name);
                // Codes of census tracts have eleven digits as mobile numbers have.
                let is_area = matches!(column, "area_code" | "parent_code");
                if is_area && text.len() == 11 {
                    continue;
                }
                let kind = FaultKind::PersonalNumber;
                self.faults.push(&self.file, row.line, column, text, kind);
            }
        }
    }

    pub(super) fn row_count(&self) -> usize {
        self.rows.rows.len()
    }

    /// True where a row has as many cells as the header.
    pub(super) fn is_whole(&self, at: usize) -> bool {
        self.rows.rows[at].cells.len() == self.rows.header.len()
    }

    pub(super) fn line(&self, at: usize) -> u32 {
        self.rows.rows[at].line
    }

    pub(super) fn cell(&self, at: usize, column: &str) -> &'r str {
        self.rows.cell(&self.rows.rows[at], column)
    }

    /// True where a row ends before a column that the table has.
    pub(super) fn breaks_off_before(&self, at: usize, column: &str) -> bool {
        let place = self.rows.place(column);
        place.is_some_and(|place| place >= self.rows.rows[at].cells.len())
    }

    /// A cell that must not be blank.
    pub(super) fn needed(&mut self, at: usize, column: &str) -> Option<String> {
        let text = self.cell(at, column);
        if text.is_empty() {
            self.fault(at, column, FaultKind::Blank);
            return None;
        }
        if column.ends_with("code") && cell::looks_like_excel_exponent(text) {
            self.fault(at, column, FaultKind::ExcelExponent);
            return None;
        }
        Some(text.to_string())
    }

    pub(super) fn fault(&mut self, at: usize, column: &str, kind: FaultKind) {
        let (line, found) = (self.line(at), self.cell(at, column));
        self.faults.push(&self.file, line, column, found, kind);
    }

    /// A fault of a cell that must not be shown.
    pub(super) fn fault_hidden(&mut self, at: usize, column: &str, kind: FaultKind) {
        let line = self.line(at);
        self.faults.push(&self.file, line, column, "…", kind);
    }

    /// The file that the rows are from.
    pub(super) fn file(&self) -> &Arc<str> {
        &self.file
    }

    pub(super) fn duplicate(&mut self, at: usize, column: &str, other_line: u32) {
        let file = self.file.clone();
        self.duplicate_of(at, column, file, other_line);
    }

    pub(super) fn duplicate_of(
        &mut self,
        at: usize,
        column: &str,
        other_file: Arc<str>,
        other_line: u32,
    ) {
        let kind = FaultKind::DuplicateKey {
            other_file,
            other_lines: vec![other_line],
        };
        self.fault(at, column, kind);
    }

    /// A text in both languages from `column_zh` and `column_en`.
    pub(super) fn text(&self, at: usize, column: &str) -> Text {
        Text::new(
            self.cell(at, &format!("{column}_zh")),
            self.cell(at, &format!("{column}_en")),
        )
    }
}

/// Reads the table of sources.
pub(super) fn read_sources(table: &mut Table<'_>) -> Vec<Source> {
    let mut sources: Vec<(u32, Source)> = Vec::new();
    for at in 0..table.row_count() {
        let Some(code) = table.needed(at, "source") else {
            continue;
        };
        if let Some((line, _)) = sources.iter().find(|(_, source)| source.code == code) {
            let line = *line;
            table.duplicate(at, "source", line);
            continue;
        }
        let cell = |column: &str| table.cell(at, column).to_string();
        let source = Source {
            title: cell("title"),
            publisher: cell("publisher"),
            published: cell("published"),
            as_of: cell("as_of"),
            district_code: cell("district_code"),
            basis: cell("basis"),
            license: cell("license"),
            note: cell("note"),
            code,
        };
        sources.push((table.line(at), source));
    }
    sources.into_iter().map(|(_, source)| source).collect()
}

/// Reads the table of standards.
pub(super) fn read_standards(table: &mut Table<'_>) -> Vec<Standard> {
    let mut standards: Vec<Standard> = Vec::new();
    for at in 0..table.row_count() {
        if let Some(standard) = read_standard(table, at) {
            let same = |known: &&Standard| {
                known.code == standard.code && known.effective_from == standard.effective_from
            };
            match standards.iter().find(same).map(|known| known.line) {
                Some(line) => table.duplicate(at, "standard", line),
                None => standards.push(standard),
            }
        }
    }
    standards
}

fn read_standard(table: &mut Table<'_>, at: usize) -> Option<Standard> {
    let code = table.needed(at, "standard")?;
    let indicator = table.needed(at, "indicator")?;
    let operator = match table.cell(at, "operator") {
        ">=" | "≥" => Operator::AtLeast,
        "<=" | "≤" => Operator::AtMost,
        _ => {
            let expected = ">=, <=".to_string();
            table.fault(at, "operator", FaultKind::UnknownWord { expected });
            return None;
        }
    };
    let value = match cell::number(table.cell(at, "value")) {
        Ok(Some(value)) => value,
        Ok(None) => {
            table.fault(at, "value", FaultKind::Blank);
            return None;
        }
        Err(kind) => {
            table.fault(at, "value", kind);
            return None;
        }
    };
    let strength = match table.cell(at, "strength") {
        "required" | "" => Strength::Required,
        "in principle" => Strength::InPrinciple,
        "planned" => Strength::Planned,
        _ => {
            let expected = "required, in principle, planned".to_string();
            table.fault(at, "strength", FaultKind::UnknownWord { expected });
            return None;
        }
    };
    let cell = |column: &str| table.cell(at, column).to_string();
    let unit = table.text(at, "unit");
    Some(Standard {
        per: span_of_unit(&unit),
        label: table.text(at, "label"),
        indicator,
        operator,
        value,
        unit,
        area_code: cell("area_code"),
        level: cell("level"),
        applies_to: cell("applies_to"),
        scope: table.text(at, "scope"),
        strength,
        effective_from: cell("effective_from"),
        effective_to: cell("effective_to"),
        source: cell("source"),
        locator: cell("locator"),
        line: table.line(at),
        code,
    })
}

/// Reads the table of splits and mergers. Each code must be one of a place, where all are known.
pub(super) fn read_lineage(table: &mut Table<'_>, package: &Package) -> Vec<Lineage> {
    let mut lineage = Vec::new();
    for at in 0..table.row_count() {
        let codes = table.needed(at, "from_code");
        let Some((from_code, to_code)) = codes.zip(table.needed(at, "to_code")) else {
            continue;
        };
        let mut is_known = true;
        for (column, code) in [("from_code", &from_code), ("to_code", &to_code)] {
            if package.areas.id(code).is_none() && package.lacks(TableKind::Areas, code) {
                table.fault(at, column, FaultKind::UnknownArea);
                is_known = false;
            }
        }
        match cell::period(table.cell(at, "period")) {
            Ok(read) if is_known => lineage.push(Lineage {
                from_code,
                to_code,
                period: read.period,
                line: table.line(at),
            }),
            Ok(_) => {}
            Err(kind) => table.fault(at, "period", kind),
        }
    }
    lineage
}

/// The span of time that a unit counts per; none where it names no span or two of them.
fn span_of_unit(unit: &Text) -> Option<PeriodKind> {
    const SPANS: [(&str, &str, PeriodKind); 4] = [
        ("月", "month", PeriodKind::Month),
        ("季", "quarter", PeriodKind::Quarter),
        ("半年", "half-year", PeriodKind::Half),
        ("年", "year", PeriodKind::Year),
    ];
    let chinese = unit.zh.rsplit_once('/').map(|(_, span)| span.trim());
    let english = unit.en.rsplit_once("per ").map(|(_, span)| span.trim());
    let of_chinese = SPANS.iter().find(|(word, _, _)| chinese == Some(*word));
    let of_english = SPANS.iter().find(|(_, word, _)| english == Some(*word));
    match (of_chinese, of_english) {
        (Some(one), Some(other)) if one.2 != other.2 => None,
        (found, other) => found.or(other).map(|span| span.2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(unit_zh: &str, unit_en: &str, expected: Option<PeriodKind>) {
        assert_eq!(span_of_unit(&Text::new(unit_zh, unit_en)), expected);
    }

    #[test]
    fn a_unit_may_count_per_span_of_time() {
        check("次/季", "per quarter", Some(PeriodKind::Quarter));
        check("次/月", "", Some(PeriodKind::Month));
        check("", "meetings per half-year", Some(PeriodKind::Half));
        check("次/年", "meetings", Some(PeriodKind::Year));
        check("次/年", "per month", None);
        check("人/千户", "per 1,000 households", None);
        check("次", "meetings", None);
        check("", "", None);
    }
}
