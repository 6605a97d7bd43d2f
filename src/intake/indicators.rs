//! The indicators that a table speaks of, as they are met, and the table of indicators made of them.

use super::rows::push_key;
use super::written::{Written, by_language};
use super::{IndicatorPlan, Recipe};
use crate::model::{Period, fixed_text};
use crate::package::RECOGNISED_INDICATOR_COLUMNS;
use crate::table::Dictionary;

/// More digits after the point than this are not shown.
const MOST_DECIMALS: u8 = 4;

/// The indicators met so far.
#[derive(Debug)]
pub(super) struct Met {
    plans: Vec<IndicatorPlan>,
    /// By name.
    names: Dictionary,
    /// In step with the names; the blank one stands first.
    list: Vec<About>,
    period: (Option<Period>, String),
}

#[derive(Clone, Debug, Default)]
struct About {
    code: String,
    unit: String,
    decimals: u8,
}

impl Met {
    pub(super) fn new(recipe: &Recipe) -> Met {
        Met {
            plans: recipe.indicators.clone(),
            names: Dictionary::default(),
            list: vec![About::default()],
            period: (None, String::new()),
        }
    }

    /// Takes the indicator of a figure and gives its code. The same name with another unit is another
    /// indicator.
    pub(super) fn meet(&mut self, name: &str, unit: &str, decimals: u8) -> &str {
        let mut at = self.at(name, unit);
        if !unit.is_empty() && self.list[at].unit != unit {
            at = self.at(&format!("{name} ({unit})"), unit);
        }
        let about = &mut self.list[at];
        about.decimals = about.decimals.max(decimals);
        &about.code
    }

    fn at(&mut self, name: &str, unit: &str) -> usize {
        let at = self.names.code(name) as usize;
        if at == self.list.len() {
            let mut code = String::new();
            push_key(&mut code, name);
            let planned = self.plans.iter().find(|plan| plan.name == name);
            let planned = planned.map_or("", |plan| &plan.unit);
            self.list.push(About {
                code,
                unit: if unit.is_empty() { planned } else { unit }.to_string(),
                decimals: 0,
            });
        }
        at
    }

    /// Number of indicators.
    pub(super) fn count(&self) -> usize {
        self.list.len() - 1
    }

    /// The names of those met, in the order in which they came.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.texts().skip(1)
    }

    /// True where an indicator of this name was met.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.names.find(name).is_some_and(|at| at > 0)
    }

    /// What is known of the indicators met, in the order in which they came.
    pub(super) fn plans(&self) -> impl Iterator<Item = IndicatorPlan> {
        let about = self.list.iter().enumerate().skip(1);
        about.map(|(at, about)| IndicatorPlan {
            unit: about.unit.clone(),
            decimals: about.decimals.min(MOST_DECIMALS),
            ..IndicatorPlan::plain(self.names.text(at as u32))
        })
    }

    /// A period in its published form. Rows of one period follow one another.
    pub(super) fn period_text(&mut self, period: Period) -> &str {
        if self.period.0 != Some(period) {
            self.period = (Some(period), period.to_string());
        }
        &self.period.1
    }

    /// The table of indicators.
    pub(super) fn table(&self) -> String {
        let mut written = Written::new(&RECOGNISED_INDICATOR_COLUMNS);
        for (at, about) in self.list.iter().enumerate().skip(1) {
            let name = self.names.text(at as u32);
            let known = self.plans.iter().find(|plan| plan.name == name);
            let plain = IndicatorPlan::plain(name);
            let plan = known.unwrap_or(&plain);
            let decimals = match known {
                Some(plan) => plan.decimals,
                None => about.decimals.min(MOST_DECIMALS),
            };
            let label = match plan.label.as_str() {
                "" => name,
                label => label,
            };
            let (label, unit) = (by_language(label), by_language(&about.unit));
            written.row(&[
                &about.code,
                // No table says it.
                "other",
                label.0,
                label.1,
                unit.0,
                unit.1,
                plan.kind.word(),
                plan.nature.word(),
                &fixed_text(plan.multiplier, 0),
                &decimals.to_string(),
                plan.polarity.word(),
                if at <= HEADLINES { "yes" } else { "" },
            ]);
        }
        written.text
    }
}

/// So many indicators are shown as cards.
const HEADLINES: usize = 8;
