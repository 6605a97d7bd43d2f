//! Rates told of so many: the number in a plan's unit, and that unit as readers of either language see it.

use super::IndicatorPlan;
use super::rows::label::PARTED;
use super::vocabulary::kinds::PER;
use super::written::by_language;
use crate::model::fixed_text;

/// Rates of so many and more are shown with one digit after the point.
const LARGE: f64 = 10_000.0;

/// A rate told of so many: 100,000 persons, 1,000 households. Its unit says the number (`‰`, `/100000`);
/// one of the reader's own stays.
pub fn per_so_many(plan: IndicatorPlan, multiplier: f64) -> IndicatorPlan {
    let says_number = matches!(plan.unit.as_str(), "" | "%" | "‰") || number(&plan.unit).is_some();
    IndicatorPlan {
        multiplier,
        decimals: if multiplier >= LARGE { 1 } else { 2 },
        unit: match (multiplier, says_number) {
            (_, false) => plan.unit,
            (1.0, _) => String::new(),
            (100.0, _) => "%".to_string(),
            (1000.0, _) => "‰".to_string(),
            _ => format!("/{multiplier}"),
        },
        ..plan
    }
}

impl IndicatorPlan {
    /// Of how many it is told, where its unit says that and nothing else.
    pub fn unit_is_per(&self) -> Option<f64> {
        number(&self.unit)
    }
}

fn number(unit: &str) -> Option<f64> {
    let number: f64 = unit.strip_prefix('/')?.parse().ok()?;
    number.is_finite().then_some(number)
}

/// A unit in Chinese and in English; one that is a word of one language is blank in the other.
pub(super) fn unit_texts(unit: &str) -> [String; 2] {
    match number(unit) {
        Some(number) => {
            let number = grouped(number);
            PER.map(|word| [word, &number].concat())
        }
        None => {
            let (zh, en) = by_language(unit);
            [zh.to_string(), en.to_string()]
        }
    }
}

/// A whole number with commas between thousands.
fn grouped(number: f64) -> String {
    let digits = fixed_text(number, 0);
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The unit that is planned for an indicator: where a part of it is told apart by its name, that of the whole.
pub(super) fn planned_unit<'p>(plans: &'p [IndicatorPlan], name: &str) -> &'p str {
    let mut own = plans.iter().filter(|plan| plan.name == name);
    let plan = own.next().or_else(|| whole_of(plans, name));
    plan.map_or("", |plan| &plan.unit)
}

/// What is planned for the indicator of which another is a part by its name: of `Population` for
/// `Population · Male`.
pub(super) fn whole_of<'p>(plans: &'p [IndicatorPlan], name: &str) -> Option<&'p IndicatorPlan> {
    let mut wholes = name.match_indices(PARTED).map(|(at, _)| name.get(..at));
    wholes.find_map(|whole| plans.iter().find(|plan| whole == Some(&*plan.name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_that_are_numbers_are_said_in_both_languages() {
        let check = |unit: &str, zh: &str, en: &str| {
            assert_eq!(unit_texts(unit), [zh.to_string(), en.to_string()], "{unit}");
        };
        let [zh, en] = PER;
        check("/10000", &[zh, "10,000"].concat(), &[en, "10,000"].concat());
        check("/1000000", &[zh, "1,000,000"].concat(), "per 1,000,000");
        check("/km2", "", "/km2");
        check("件", "件", "");
        check("%", "", "%");
        check("/inf", "", "/inf");
    }
}
