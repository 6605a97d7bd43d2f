//! Footnote marks and letters of a status at numbers. Must not know what the number is.

use crate::intake::vocabulary::signs::status_word;
use crate::model::Status;

/// Takes off marks that lead to a footnote: `1,234*`, `12.3(a)`, `45 [1]`, `6²`, `7 p`.
pub(super) fn strip_footnotes(text: &str) -> (&str, bool, Status, bool) {
    let (mut rest, mut footnote, mut status) = (text, false, Status::Normal);
    let mut is_joined = false;
    while let Some((shorter, letter)) = strip_footnote(rest) {
        let is_letter = letter.starts_with(|it: char| it.is_ascii_lowercase());
        is_joined |= is_letter && shorter.len() + letter.len() == rest.len();
        rest = shorter.trim_end();
        footnote = true;
        status = match letter {
            "p" | "[p]" | "(p)" | "bp" | "ep" | "dp" | "pb" => Status::Provisional,
            "e" | "[e]" | "(e)" | "be" | "de" | "es" => Status::Estimated,
            _ => status,
        };
    }
    (rest, footnote, status, is_joined)
}

fn strip_footnote(text: &str) -> Option<(&str, &str)> {
    let last = text.chars().next_back()?;
    let before = &text[..text.len() - last.len_utf8()];
    let holds_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let (rest, mark) = match last {
        // km², and no footnote.
        '²' | '³' if before.ends_with('m') => return None,
        '*'
        | '†'
        | '‡'
        | '§'
        | '#'
        | '¹'
        | '²'
        | '³'
        | '⁰'
        | '\u{2074}'..='\u{2079}'
        | '①'..='⑳'
        | 'ª' => (before, "*"),
        ']' => {
            let open = text.rfind('[')?;
            let inner = &text[open + 1..text.len() - 1];
            let fits = inner.len() <= 8
                && inner
                    .chars()
                    .all(|it| it.is_ascii_alphanumeric() || it == ' ');
            fits.then(|| text.split_at(open))?
        }
        ')' if !text.contains('(') => {
            // 1,234 2): the mark of a footnote set apart, as German offices write it.
            let (rest, mark) = before.rsplit_once(' ')?;
            let fits = mark.len() <= 2 && mark.bytes().all(|it| it.is_ascii_alphanumeric());
            (fits && !mark.is_empty()).then_some((rest, "*"))?
        }
        ')' => {
            let open = text.rfind('(')?;
            let inner = &text[open + 1..text.len() - 1];
            let mark = match (inner.len(), status_word(inner)) {
                (1, _) => text.get(open..)?,
                (_, mark) => mark?,
            };
            (open > 0).then_some((text.get(..open)?, mark))?
        }
        'ᵃ' | 'ᵇ' | 'ᶜ' | 'ᵈ' | 'ʳ' | 'ˢ' | 'ᵘ' => (before, "*"),
        'ᵖ' => (before, "[p]"),
        'ᵉ' => (before, "[e]"),
        'a'..='z' => {
            let (rest, letters) = match text.rsplit_once(' ') {
                Some((rest, letters)) if letters.len() <= 2 => (rest, letters),
                // 12.3e: at the last digit of a number that carries nothing else. 1.2b may be a billion.
                _ if last != 'b' && is_joined_number(before) => (before, text.get(before.len()..)?),
                _ => return None,
            };
            let is_letter = |it: u8| b"abcdefinprsuz".contains(&it);
            let fits = letters.len() <= 2 && letters.bytes().all(is_letter);
            fits.then_some((rest, letters))?
        }
        _ => return None,
    };
    holds_digit(rest).then_some((rest, mark))
}

/// True of digits and their marks alone, which end in a digit: a letter at `$1.2` may multiply.
fn is_joined_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let is_part = |it: u8| it.is_ascii_digit() || matches!(it, b'.' | b',');
    text.ends_with(|it: char| it.is_ascii_digit()) && text.bytes().all(is_part)
}
