//! What a descriptor says of a table's columns, brought to a recipe that was guessed without it.

use super::{ColumnRole, DayOrder, DecimalMark, Encoding, Figure, Recognised, Remark};
use crate::package::{CellsHint, FieldHint, FieldKind, TablePlace};

impl TablePlace {
    /// The declared encoding, where it is one that tables are read in. UTF-8 is found out without
    /// being declared, and often declared wrongly.
    pub fn declared_encoding(&self) -> Option<Encoding> {
        let name = self.options.encoding.as_deref()?.to_ascii_lowercase();
        let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        match name.as_str() {
            "gb18030" | "gbk" | "gb2312" => Some(Encoding::Gb18030),
            "utf16" | "utf16le" => Some(Encoding::Utf16Le),
            "utf16be" => Some(Encoding::Utf16Be),
            "shiftjis" | "sjis" | "cp932" | "windows31j" => Some(Encoding::ShiftJis),
            "euckr" | "cp949" | "ksc56011987" => Some(Encoding::EucKr),
            "big5" | "cp950" => Some(Encoding::Big5),
            _ => None,
        }
    }

    /// By which name the table is known: its title, else that of its file.
    pub fn shown_name(&self) -> &str {
        match self.title.as_str() {
            "" => &self.path,
            title => title,
        }
    }
}

/// Brings what is declared of a table to what was guessed: text is no figure, a number is no note, a
/// key tells rows apart, a title names the indicator; and how numbers, dates and blanks are written.
pub fn with_hints(mut recognised: Recognised, place: &TablePlace) -> Recognised {
    let fields: &[FieldHint] = &place.fields;
    set_written(&mut recognised, &place.written);
    let has_year = recognised
        .recipe
        .columns
        .iter()
        .any(|column| matches!(column.role, ColumnRole::Year | ColumnRole::Period));
    for column in &mut recognised.recipe.columns {
        let Some(field) = fields.iter().find(|field| field.name == column.name) else {
            continue;
        };
        match (&mut column.role, field.kind) {
            (ColumnRole::Figure(_), FieldKind::Text | FieldKind::Date) => {
                column.role = match field.is_key {
                    true => ColumnRole::PartOfIndicator,
                    false => ColumnRole::Ignored,
                };
            }
            (ColumnRole::Figure(_) | ColumnRole::Ignored, FieldKind::Year) if !has_year => {
                column.role = ColumnRole::Year;
            }
            (ColumnRole::Figure(figure), _)
                if figure.indicator == column.name && !field.title.is_empty() =>
            {
                figure.indicator.clone_from(&field.title);
            }
            (ColumnRole::Note, FieldKind::Number) => {
                column.role = ColumnRole::Figure(Figure {
                    indicator: match field.title.as_str() {
                        "" => column.name.clone(),
                        title => title.to_string(),
                    },
                    ..Figure::default()
                });
            }
            _ => {}
        }
    }
    for plan in &mut recognised.recipe.indicators {
        let titled = fields.iter().find(|field| field.name == plan.name);
        if let Some(field) = titled.filter(|field| !field.title.is_empty()) {
            plan.name.clone_from(&field.title);
        }
    }
    recognised
}

fn set_written(recognised: &mut Recognised, written: &CellsHint) {
    let Recognised { recipe, remarks } = recognised;
    for text in &written.missing {
        if !recipe.missing.contains(text) {
            recipe.missing.push(text.clone());
        }
    }
    let mark = match written.decimal {
        Some('.') => Some(DecimalMark::Point),
        Some(',') => Some(DecimalMark::Comma),
        _ => None,
    };
    if let Some(mark) = mark {
        remarks.retain(|it| !matches!(it, Remark::MarkNotCertain { .. }));
        if recipe.decimal_mark != mark {
            recipe.decimal_mark = mark;
            remarks.retain(|it| !matches!(it, Remark::ThousandsMarks { .. }));
            // How many decimals there are shows when the rows are read.
            recipe.indicators.retain(|plan| !plan.is_guessed());
        }
    }
    let places = ["%d", "%m"].map(|part| written.date_format.find(part));
    if let [Some(day), Some(month)] = places {
        recipe.day_order = match day < month {
            true => DayOrder::DayFirst,
            false => DayOrder::MonthFirst,
        };
        remarks.retain(|it| !matches!(it, Remark::DayOrderNotCertain { .. }));
    }
}
