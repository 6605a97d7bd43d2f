//! Numbers that stand for there being none, such as `-999`: known by what the rest of their column holds.

use super::Recipe;
use super::columns::Column;
use super::number::{Numbers, Read};

/// True of what offices write for no figure where only a number can stand: a minus, nines and no more.
fn is_form(text: &str) -> bool {
    let Some(size) = text.strip_prefix(['-', '−']) else {
        return false;
    };
    let (whole, fraction) = size.split_once(['.', ',']).unwrap_or((size, ""));
    let is_of = |text: &str, digit: u8| text.bytes().all(|byte| byte == digit);
    whole.len() >= 2 && is_of(whole, b'9') && (is_of(fraction, b'9') || is_of(fraction, b'0'))
}

/// The texts of that form, where no column of figures that holds one has another number below zero.
pub(super) fn of(recipe: &Recipe, columns: &[Column<'_>]) -> Vec<String> {
    let mut numbers = Numbers::default();
    let (mut found, mut refused) = (Vec::new(), Vec::new());
    for (plan, column) in recipe.columns.iter().zip(columns) {
        let Some(figure) = plan.figure() else {
            continue;
        };
        let values = column.values();
        let forms: Vec<&str> = values.iter().copied().filter(|it| is_form(it)).collect();
        if forms.is_empty() {
            continue;
        }
        let mut others = values.iter().filter(|it| !is_form(it));
        let mut is_negative = |text: &str| {
            let read = numbers.read(text, recipe.decimal_mark, &figure.sign);
            matches!(read, Read::Number(number) if number.value < 0.0)
        };
        // A change or a balance may be minus ninety-nine.
        let may_be_real = forms.len() == values.len() || others.any(|text| is_negative(text));
        match may_be_real {
            true => refused.extend(forms),
            false => found.extend(forms),
        }
    }
    found.retain(|text| !refused.contains(text));
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(str::to_string).collect()
}
