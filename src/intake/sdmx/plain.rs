//! The rows of an SDMX-CSV file as those of a plain table: codes and their labels in columns of
//! their own, figures in full, times as periods, status letters that packages know. What is no
//! observation is left out.

use super::columns::{Component, Labels, Part, components};
use super::period::period;
use super::status::{is_confidential, status};

/// The value by which a plain table says that a row is the total of a part of the key.
pub(super) const TOTAL: &str = "_T";

/// How rows are made plain.
#[derive(Clone, Debug)]
pub(super) struct Plain {
    /// Number of the file's columns.
    width: usize,
    /// What the file's columns are.
    pub components: Vec<Component>,
    /// The columns of the plain table.
    pub columns: Vec<PlainColumn>,
}

/// A column of the plain table.
#[derive(Clone, Debug)]
pub(super) struct PlainColumn {
    /// Its name.
    pub name: String,
    /// The component that it is made of; none for the notes.
    pub component: Option<usize>,
    /// True where it holds what people call the codes.
    pub is_label: bool,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is an observation.
    Kept,
    /// It takes an observation out of a database.
    Deleted,
    /// It tells something of several observations, and has no figure.
    NoFigure,
    /// It is of a day or a week.
    TooFine,
}

/// The cells of one row, one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    pub text: String,
    pub ends: Vec<usize>,
}

impl Cells {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    pub(super) fn to_vec(&self) -> Vec<String> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(self.ends.iter().copied());
        spans
            .map(|(start, end)| self.text.get(start..end).unwrap_or_default().to_string())
            .collect()
    }
}

impl Plain {
    /// How the rows below a header are made plain; none where it is no SDMX-CSV.
    pub(super) fn of(header: &[&str]) -> Option<Plain> {
        let components = components(header)?;
        let mut columns: Vec<PlainColumn> = Vec::new();
        for (at, component) in components.iter().enumerate() {
            if matches!(component.part, Part::Structure | Part::Action) {
                continue;
            }
            columns.push(PlainColumn {
                name: component.id.clone(),
                component: Some(at),
                is_label: false,
            });
            if component.has_label_column() {
                let known = |name: &str| columns.iter().any(|column| column.name == name);
                let mut name = match component.label.as_str() {
                    "" => component.id.to_lowercase(),
                    label => label.to_string(),
                };
                while known(&name) {
                    name.push('*');
                }
                columns.push(PlainColumn {
                    name,
                    component: Some(at),
                    is_label: true,
                });
            }
        }
        columns.push(PlainColumn {
            name: "NOTES".to_string(),
            component: None,
            is_label: false,
        });
        Some(Plain {
            width: header.len(),
            components,
            columns,
        })
    }

    /// The component of a part, of which there is one at most.
    pub(super) fn component(&self, part: Part) -> Option<&Component> {
        self.components.iter().find(|it| it.part == part)
    }

    /// True where a row has a cell for each column; blank ones more are no harm.
    pub(super) fn fits(&self, cells: &[&str]) -> bool {
        let mut more = cells.iter().skip(self.width);
        cells.len() >= self.width && more.all(|cell| cell.is_empty())
    }

    /// Makes a row plain; the cells are empty where it is not kept.
    pub(super) fn row(&self, cells: &[&str], plain: &mut Cells) -> Fate {
        plain.clear();
        let code = |part: Part| self.component(part).map_or("", |it| it.code(cells));
        if code(Part::Action).eq_ignore_ascii_case("D") {
            return Fate::Deleted;
        }
        let (time, area, written) = (code(Part::Time), code(Part::Area), code(Part::Value));
        let value = figure(written, code(Part::Multiplier));
        if value.is_empty() && (time.is_empty() || area.is_empty()) {
            return Fate::NoFigure;
        }
        let frequency = code(Part::Frequency);
        let period = period(time, frequency);
        if period.is_none() && is_too_fine(time, frequency) {
            return Fate::TooFine;
        }
        let (letter, note) = self.status(cells, !value.is_empty());
        for column in &self.columns {
            let Some(component) = column.component.and_then(|at| self.components.get(at)) else {
                plain.push(&note);
                continue;
            };
            match component.part {
                Part::Time => match period {
                    Some(period) => plain.push(&period.to_string()),
                    None => plain.push(time),
                },
                Part::Value => plain.push(&value),
                Part::Status | Part::Flag => plain.push(letter),
                Part::Dimension if component.is_total(cells) => plain.push(TOTAL),
                _ if column.is_label => plain.push(component.label_of(cells)),
                _ => plain.push(component.code(cells)),
            }
        }
        Fate::Kept
    }

    /// The letter of a row, and what is noted.
    fn status(&self, cells: &[&str], has_value: bool) -> (&'static str, String) {
        let (mut letter, mut notes) = ("", Vec::new());
        for component in &self.components {
            let code = component.code(cells);
            match component.part {
                Part::Status | Part::Flag => {
                    let read = status(code, component.part == Part::Flag, has_value);
                    if letter.is_empty() {
                        letter = read.letter;
                    }
                    if !read.note.is_empty() {
                        let label = component.label_of(cells);
                        let is_told = label.is_empty() || label == code || read.note != code;
                        notes.push(match is_told {
                            true => format!("{} {}", component.id, read.note),
                            false => format!("{} {}: {label}", component.id, read.note),
                        });
                    }
                }
                Part::Comment if !code.is_empty() => {
                    notes.push(component.cell(cells).to_string());
                }
                _ => {}
            }
        }
        let confidentiality = self.component(Part::Confidentiality);
        let is_hidden = confidentiality.is_some_and(|it| is_confidential(it.code(cells)));
        if !has_value && is_hidden && letter != "M" {
            letter = "Q";
        }
        (letter, notes.join("; "))
    }
}

impl Component {
    /// The cell as written.
    pub(super) fn cell<'c>(&self, cells: &[&'c str]) -> &'c str {
        cells.get(self.place).copied().unwrap_or_default()
    }

    /// The code of the cell.
    pub(super) fn code<'c>(&self, cells: &[&'c str]) -> &'c str {
        let cell = self.cell(cells);
        match self.labels {
            Labels::Within if self.may_be_labelled() => {
                // A moment has colons of its own.
                let mark = if self.part == Part::Time { ": " } else { ":" };
                match cell.split_once(mark) {
                    Some((code, _)) => code.trim(),
                    None => cell,
                }
            }
            _ => cell,
        }
    }

    /// What people call the code; blank where the file does not say.
    pub(super) fn label_of<'c>(&self, cells: &[&'c str]) -> &'c str {
        match self.labels {
            Labels::None => "",
            Labels::Within => match self.cell(cells).split_once(':') {
                Some((_, label)) => label.trim(),
                None => "",
            },
            Labels::Beside => cells.get(self.place + 1).copied().unwrap_or_default(),
        }
    }

    /// Free text and figures hold colons of their own.
    fn may_be_labelled(&self) -> bool {
        !matches!(self.part, Part::Comment | Part::Attribute)
    }

    /// True where the codes' labels are a column of the plain table.
    fn has_label_column(&self) -> bool {
        let is_coded = matches!(
            self.part,
            Part::Area | Part::Indicator | Part::Dimension | Part::Unit
        );
        is_coded && self.labels != Labels::None
    }

    /// True where the cell stands for all codes together, or where the component does not apply to
    /// the row.
    fn is_total(&self, cells: &[&str]) -> bool {
        match self.code(cells) {
            "_T" | "_Z" | "TOTAL" | "Total" | "total" => true,
            "T" => {
                let label = self.label_of(cells).to_lowercase();
                let is_of_sex = matches!(self.id.to_ascii_uppercase().as_str(), "SEX" | "GENDER");
                label.starts_with("total") || (label.is_empty() && is_of_sex)
            }
            _ => false,
        }
    }
}

/// The figure in full; blank where there is none.
pub(super) fn figure(written: &str, multiplier: &str) -> String {
    let written = match written {
        ":" | "-" | ".." | "…" => "",
        other if other.eq_ignore_ascii_case("nan") => "",
        other => other,
    };
    // No thousands are marked in SDMX: a comma is a decimal one.
    let written = match written.contains('.') {
        true => written.to_string(),
        false => written.replacen(',', ".", 1),
    };
    match multiplier.parse::<i32>() {
        Ok(power) if power != 0 && (-12..=15).contains(&power) => shifted(&written, power),
        _ => written,
    }
}

/// A decimal multiplied by a power of ten, to the last digit; unchanged where it is none.
pub(in super::super) fn in_full(written: &str, power: i32) -> String {
    shifted(written, power)
}

/// A decimal with its point moved, to the last digit; unchanged where it is none.
fn shifted(written: &str, power: i32) -> String {
    let (sign, size) = match written.strip_prefix('-') {
        Some(size) => ("-", size),
        None => ("", written),
    };
    if let Some((size, exponent)) = size.split_once(['e', 'E']) {
        return match exponent
            .parse::<i32>()
            .ok()
            .and_then(|it| it.checked_add(power))
        {
            Some(exponent) => format!("{sign}{size}e{exponent}"),
            None => written.to_string(),
        };
    }
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return written.to_string();
    }
    let point = whole.len() as i32 + power;
    let digits = match point {
        ..=0 => format!("{}{digits}", "0".repeat((1 - point) as usize)),
        _ => digits,
    };
    let point = point.max(1) as usize;
    let whole = format!("{digits:0<point$}");
    let (whole, fraction) = whole.split_at(point);
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    }
}

/// True for a day, a week or a moment, which no period of a package is.
fn is_too_fine(time: &str, frequency: &str) -> bool {
    let is_numbered = |mark: char| {
        let rest = time.split_once(mark).map(|(_, rest)| rest);
        rest.is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()))
    };
    let is_day = time.len() >= 10 && time.is_char_boundary(10) && time.matches('-').count() == 2;
    matches!(frequency, "D" | "W" | "B" | "N")
        || is_numbered('W')
        || is_numbered('D')
        || time.ends_with('D')
        || (is_day && !frequency.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_in_full() {
        for (written, multiplier, expected) in [
            ("1.25", "3", "1250"),
            ("1.25", "0", "1.25"),
            ("1.25", "", "1.25"),
            ("1.25", "x", "1.25"),
            ("-0.5", "6", "-500000"),
            ("12345", "-2", "123.45"),
            ("5", "-3", "0.005"),
            ("0", "6", "0"),
            ("12,4", "3", "12400"),
            ("12,4", "", "12.4"),
            ("1.5E2", "3", "1.5e5"),
            ("NaN", "3", ""),
            (":", "", ""),
            ("", "3", ""),
            ("n/a", "3", "n/a"),
            ("0.1234567", "6", "123456.7"),
        ] {
            assert_eq!(
                figure(written, multiplier),
                expected,
                "{written} {multiplier}"
            );
        }
    }
}
