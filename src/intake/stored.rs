//! A recipe as text and back, for keeping it. A line each: a key, then its values with tabs between.

use super::{
    ColumnPlan, ColumnRole, DayOrder, DecimalMark, Encoding, Figure, IndicatorPlan, Part, Quotient,
    Recipe, YearParts,
};
use crate::model::{Kind, Nature, Period, Polarity, number_in_full, parse_word, read_number};
use crate::parse::InnerQuotes;

/// What the text begins with; another one is of another version.
const MARK: &str = "zhishe-recipe-1";
/// Behind an indicator of which the table itself says all.
const TOLD: &str = "told";

impl Recipe {
    /// The recipe as text, for keeping.
    pub fn to_text(&self) -> String {
        let mut lines = vec![
            MARK.to_string(),
            line(&["encoding", self.encoding.name()]),
            line(&["delimiter", &self.delimiter.to_string()]),
            line(&["decimal", mark_word(self.decimal_mark)]),
            line(&["days", order_word(self.day_order)]),
            line(&[
                "header",
                &self.header_line.to_string(),
                &self.header_rows.to_string(),
                flag_word(self.has_unit_row),
            ]),
            line(&["split", flag_word(self.split_years)]),
            line(&["sdmx", flag_word(self.is_sdmx)]),
        ];
        if self.spaced_quotes {
            lines.push(line(&["spaced", flag_word(true)]));
        }
        if let Some(how) = self.inner_quotes {
            lines.push(line(&["quotes", quotes_word(how)]));
        }
        if self.serial_days {
            lines.push(line(&["serial", flag_word(true)]));
        }
        if let Some(parts) = self.numbered_parts {
            lines.push(line(&["numbered", parts_word(parts)]));
        }
        if self.republic_years {
            lines.push(line(&["republic", flag_word(true)]));
        }
        if let Some(month) = self.year_begins {
            lines.push(line(&["begins", &month.to_string()]));
        }
        if self.dated_names {
            lines.push(line(&["dated", flag_word(true)]));
        }
        if self.days_apart {
            lines.push(line(&["apart", flag_word(true)]));
        }
        if self.joined_keys {
            lines.push(line(&["joined", flag_word(true)]));
        }
        if let Some(century) = self.century {
            lines.push(line(&["century", &century.to_string()]));
        }
        if let Some(period) = self.period {
            lines.push(line(&["period", &period.to_string()]));
        }
        if self.blanks_above {
            lines.push(line(&["blanks", flag_word(true)]));
        }
        if self.is_unjudged {
            lines.push(line(&["unjudged"]));
        }
        for text in &self.missing {
            lines.push(line(&["missing", text]));
        }
        for place in &self.filled_down {
            lines.push(line(&["filled", &place.to_string()]));
        }
        for it in &self.quotients {
            let places = [it.value, it.numerator, it.denominator, it.decimals.into()];
            let [value, numerator, denominator, decimals] = places.map(|it| it.to_string());
            lines.push(line(&[
                "quotient",
                &value,
                &numerator,
                &denominator,
                &decimals,
            ]));
        }
        if !self.area.is_empty() {
            lines.push(line(&["area", &self.area]));
        }
        for column in &self.columns {
            let mut cells = vec!["column".to_string(), column.name.clone()];
            cells.extend(role_words(&column.role));
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            lines.push(line(&cells));
        }
        for plan in &self.indicators {
            let (multiplier, decimals) =
                (number_in_full(plan.multiplier), plan.decimals.to_string());
            let mut cells = vec![
                "indicator",
                &plan.name,
                &plan.unit,
                plan.kind.word(),
                plan.nature.word(),
                plan.polarity.word(),
                &multiplier,
                &decimals,
            ];
            if plan.is_told {
                cells.extend([plan.label.as_str(), TOLD]);
            } else if !plan.label.is_empty() {
                cells.push(&plan.label);
            }
            lines.push(line(&cells));
        }
        lines.join("\n")
    }

    /// Reads what [`Recipe::to_text`] wrote; none where it is no such text.
    pub fn from_text(text: &str) -> Option<Recipe> {
        let mut lines = text.split('\n');
        if lines.next() != Some(MARK) {
            return None;
        }
        let mut recipe = Recipe::blank(Encoding::Utf8, b',');
        for line in lines {
            let cells: Vec<String> = line.split('\t').map(unescaped).collect();
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            recipe.read_line(&cells)?;
        }
        Some(recipe)
    }

    fn read_line(&mut self, cells: &[&str]) -> Option<()> {
        match *cells {
            ["encoding", name] => {
                self.encoding = Encoding::ALL.into_iter().find(|it| it.name() == name)?;
            }
            ["delimiter", byte] => self.delimiter = byte.parse().ok()?,
            ["decimal", word] => {
                let marks = [DecimalMark::Point, DecimalMark::Comma];
                self.decimal_mark = marks.into_iter().find(|it| mark_word(*it) == word)?;
            }
            ["days", word] => {
                let orders = [DayOrder::DayFirst, DayOrder::MonthFirst];
                self.day_order = orders.into_iter().find(|it| order_word(*it) == word)?;
            }
            ["header", line, rows, units] => {
                self.header_line = line.parse().ok()?;
                self.header_rows = rows.parse().ok()?;
                self.has_unit_row = read_flag(units)?;
            }
            ["split", flag] => self.split_years = read_flag(flag)?,
            ["sdmx", flag] => self.is_sdmx = read_flag(flag)?,
            ["spaced", flag] => self.spaced_quotes = read_flag(flag)?,
            ["quotes", word] => {
                let ways = [InnerQuotes::Escaped, InnerQuotes::Bare];
                self.inner_quotes = ways.into_iter().find(|it| quotes_word(*it) == word);
            }
            ["blanks", flag] => self.blanks_above = read_flag(flag)?,
            ["serial", flag] => self.serial_days = read_flag(flag)?,
            ["numbered", word] => {
                let parts = [YearParts::Quarters, YearParts::Halves];
                self.numbered_parts = parts.into_iter().find(|it| parts_word(*it) == word);
            }
            ["republic", flag] => self.republic_years = read_flag(flag)?,
            ["begins", month] => self.year_begins = Some(month.parse().ok()?),
            ["dated", flag] => self.dated_names = read_flag(flag)?,
            ["apart", flag] => self.days_apart = read_flag(flag)?,
            ["joined", flag] => self.joined_keys = read_flag(flag)?,
            ["century", year] => self.century = Some(year.parse().ok()?),
            ["period", period] => self.period = Some(Period::parse(period)?),
            ["unjudged"] => self.is_unjudged = true,
            ["missing", text] => self.missing.push(text.to_string()),
            ["filled", place] => self.filled_down.push(place.parse().ok()?),
            ["quotient", value, numerator, denominator, decimals] => {
                self.quotients.push(Quotient {
                    value: value.parse().ok()?,
                    numerator: numerator.parse().ok()?,
                    denominator: denominator.parse().ok()?,
                    decimals: decimals.parse().ok()?,
                })
            }
            ["area", name] => self.area = name.to_string(),
            ["column", name, ref role @ ..] => self.columns.push(ColumnPlan {
                name: name.to_string(),
                role: read_role(role)?,
            }),
            [
                "indicator",
                name,
                unit,
                kind,
                nature,
                polarity,
                multiplier,
                decimals,
                ref label @ ..,
            ] => {
                self.indicators.push(IndicatorPlan {
                    name: name.to_string(),
                    label: label.first().map_or(String::new(), |it| it.to_string()),
                    unit: unit.to_string(),
                    kind: parse_word::<Kind>(kind)?,
                    nature: parse_word::<Nature>(nature)?,
                    polarity: parse_word::<Polarity>(polarity)?,
                    multiplier: read_number(multiplier)?,
                    decimals: decimals.parse().ok()?,
                    is_told: label.get(1) == Some(&TOLD),
                });
            }
            _ => return None,
        }
        Some(())
    }
}

const ROLES: [(&str, ColumnRole); 20] = [
    ("ignored", ColumnRole::Ignored),
    ("area-code", ColumnRole::AreaCode),
    ("area-name", ColumnRole::AreaName),
    ("code-within", ColumnRole::CodeWithin),
    ("area-above", ColumnRole::AreaAbove),
    ("code-system", ColumnRole::CodeSystem),
    ("parent-code", ColumnRole::ParentCode),
    ("parent-name", ColumnRole::ParentName),
    ("period", ColumnRole::Period),
    ("year", ColumnRole::Year),
    ("month", ColumnRole::Month),
    ("quarter", ColumnRole::Quarter),
    ("indicator", ColumnRole::Indicator),
    ("unit", ColumnRole::Unit),
    ("kind", ColumnRole::Kind),
    ("scale", ColumnRole::Scale),
    ("status", ColumnRole::Status),
    ("bound", ColumnRole::Bound),
    ("note", ColumnRole::Note),
    ("part-of-indicator", ColumnRole::PartOfIndicator),
];

impl ColumnRole {
    /// A short stable name, for machines and for keeping.
    pub fn word(&self) -> &'static str {
        match self {
            ColumnRole::Figure(_) => "figure",
            ColumnRole::Dimension { .. } => "dimension",
            other => ROLES
                .iter()
                .find(|(_, role)| role == other)
                .map_or("", |(word, _)| word),
        }
    }
}

fn role_words(role: &ColumnRole) -> Vec<String> {
    let mut words = vec![role.word().to_string()];
    match role {
        ColumnRole::Dimension { total } => words.push(total.clone()),
        ColumnRole::Figure(figure) => words.extend([
            figure.indicator.clone(),
            figure.part.word().to_string(),
            figure.period.map(|it| it.to_string()).unwrap_or_default(),
            figure.sign.clone(),
            figure.area.clone(),
        ]),
        _ => {}
    }
    words
}

fn read_role(words: &[&str]) -> Option<ColumnRole> {
    match *words {
        ["dimension", total] => Some(ColumnRole::Dimension {
            total: total.to_string(),
        }),
        ["figure", indicator, part, period, sign, area] => Some(ColumnRole::Figure(Figure {
            indicator: indicator.to_string(),
            part: Part::ALL.into_iter().find(|it| it.word() == part)?,
            period: match period {
                "" => None,
                text => Some(Period::parse(text)?),
            },
            area: area.to_string(),
            sign: sign.to_string(),
        })),
        [word] => ROLES
            .into_iter()
            .find(|(known, _)| *known == word)
            .map(|(_, role)| role),
        _ => None,
    }
}

impl Part {
    /// Every part, in the order in which they are offered.
    pub const ALL: [Part; 3] = [Part::Value, Part::Numerator, Part::Denominator];

    /// A short stable name, for machines and for keeping.
    pub fn word(self) -> &'static str {
        match self {
            Part::Value => "value",
            Part::Numerator => "numerator",
            Part::Denominator => "denominator",
        }
    }
}

fn quotes_word(how: InnerQuotes) -> &'static str {
    match how {
        InnerQuotes::Escaped => "escaped",
        InnerQuotes::Bare => "bare",
    }
}

fn mark_word(mark: DecimalMark) -> &'static str {
    match mark {
        DecimalMark::Point => "point",
        DecimalMark::Comma => "comma",
    }
}

fn parts_word(parts: YearParts) -> &'static str {
    match parts {
        YearParts::Quarters => "quarters",
        YearParts::Halves => "halves",
    }
}

fn order_word(order: DayOrder) -> &'static str {
    match order {
        DayOrder::DayFirst => "day-first",
        DayOrder::MonthFirst => "month-first",
    }
}

fn flag_word(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

fn read_flag(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn line(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    cells.join("\t")
}

/// Names of columns may run over lines and hold tabs.
fn escaped(cell: &str) -> String {
    cell.replace('\\', "\\\\")
        .replace('\t', "\\t")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
}

fn unescaped(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut characters = cell.chars();
    while let Some(character) = characters.next() {
        text.push(match character {
            '\\' => match characters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    text
}
