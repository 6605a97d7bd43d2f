//! The indicators of a package.

use super::registers::{Refused, Table};
use crate::model::{
    FaultKind, Indicator, IndicatorId, Kind, Nature, Polarity, Role, Theme, parse_word, word_list,
};
use crate::parse::cell;
use crate::table::Dictionary;

/// Every indicator, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Indicators {
    list: Vec<Indicator>,
    /// The code of each indicator; the blank text stands before the first.
    codes: Dictionary,
    /// The place of the first that a reader put beside those of the publisher; none where nobody did.
    pub(super) first_beside: Option<usize>,
    /// Rows that could not be used.
    pub(super) refused: Refused,
}

impl Indicators {
    /// Adds the indicators of one file.
    pub(super) fn add(&mut self, table: &mut Table<'_>) {
        for at in 0..table.row_count() {
            if self.list.len() > usize::from(u16::MAX) {
                return;
            }
            match self.read(table, at) {
                Some(indicator) => {
                    self.codes.code(&indicator.code);
                    self.list.push(indicator);
                }
                None => self.refused.add(table.cell(at, "indicator")),
            }
        }
    }

    /// True where a reader put the indicator beside those of the publisher.
    pub fn is_beside(&self, id: IndicatorId) -> bool {
        (self.first_beside).is_some_and(|first| usize::from(id.0) >= first)
    }

    /// Adds an indicator under a code that none has.
    pub(super) fn push(&mut self, indicator: Indicator) {
        if self.list.len() <= usize::from(u16::MAX) && self.id(&indicator.code).is_none() {
            self.codes.code(&indicator.code);
            self.list.push(indicator);
        }
    }

    fn read(&self, table: &mut Table<'_>, at: usize) -> Option<Indicator> {
        let code = table.needed(at, "indicator")?;
        if let Some(earlier) = self.id(&code) {
            let line = self.get(earlier).line;
            table.duplicate(at, "indicator", line);
            return None;
        }
        let theme = word::<Theme>(table, at, "theme", None)?;
        let kind = word::<Kind>(table, at, "kind", None)?;
        let nature = word::<Nature>(table, at, "nature", None)?;
        let polarity = word(table, at, "polarity", Some(Polarity::None))?;
        let role = match table.cell(at, "role") {
            "" => None,
            text => {
                let role = parse_word::<Role>(text);
                if role.is_none() {
                    let expected = word_list::<Role>();
                    table.fault(at, "role", FaultKind::UnknownWord { expected });
                }
                role
            }
        };
        let mut label = table.text(at, "label");
        if label.is_empty() {
            label.zh.clone_from(&code);
            label.en.clone_from(&code);
        }
        Some(Indicator {
            theme,
            label,
            definition: table.text(at, "definition"),
            unit: table.text(at, "unit"),
            kind,
            nature,
            multiplier: number(table, at, "multiplier").unwrap_or(1.0),
            decimals: number(table, at, "decimals")
                .map_or(0, |digits| digits.clamp(0.0, 9.0) as u8),
            polarity,
            role,
            headline: matches!(table.cell(at, "headline"), "yes" | "true" | "1"),
            source: table.cell(at, "source").to_string(),
            caveat: table.text(at, "caveat"),
            line: table.line(at),
            code,
        })
    }

    /// The id of a code.
    pub fn id(&self, code: &str) -> Option<IndicatorId> {
        let place = self.codes.find(code)?.checked_sub(1)?;
        u16::try_from(place).ok().map(IndicatorId)
    }

    /// An indicator. `id` must come from these indicators.
    pub fn get(&self, id: IndicatorId) -> &Indicator {
        &self.list[usize::from(id.0)]
    }

    /// Every indicator in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (IndicatorId, &Indicator)> {
        let ids = (0..self.list.len() as u16).map(IndicatorId);
        ids.zip(&self.list)
    }

    /// Number of indicators.
    pub fn count(&self) -> usize {
        self.list.len()
    }
}

fn word<W: crate::model::Word>(
    table: &mut Table<'_>,
    at: usize,
    column: &str,
    blank: Option<W>,
) -> Option<W> {
    let text = table.cell(at, column);
    if text.is_empty() && blank.is_some() {
        return blank;
    }
    let word = parse_word::<W>(text);
    if word.is_none() {
        let expected = word_list::<W>();
        table.fault(at, column, FaultKind::UnknownWord { expected });
    }
    word
}

fn number(table: &mut Table<'_>, at: usize, column: &str) -> Option<f64> {
    match cell::number(table.cell(at, column)) {
        Ok(number) => number,
        Err(kind) => {
            table.fault(at, column, kind);
            None
        }
    }
}
