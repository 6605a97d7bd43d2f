//! Marks at the end of a name that lead to a footnote. It must not know of what the names are.

/// A name without footnote marks at its end: `Bristol*`, `Bristol ¹`, `Bristol [note 2]`, `曙光社区[1]`.
/// Letters and numbers in round brackets stay: they tell places apart.
pub fn without_footnote(name: &str) -> &str {
    without(name, false)
}

/// The same, also without a number, a letter or a note in round brackets: `Southwick (a)`, `曙光社区（1）`,
/// which may lead to a footnote as well. What is one name by this may be two.
pub fn without_any_mark(name: &str) -> &str {
    without(name, true)
}

fn without(name: &str, with_round: bool) -> &str {
    const SQUARE: ([char; 2], [char; 2]) = (['[', '［'], [']', '］']);
    const ROUND: ([char; 2], [char; 2]) = (['(', '（'], [')', '）']);
    let mut rest = name.trim_end();
    loop {
        let before = rest;
        rest = rest.trim_end_matches(is_mark).trim_end();
        for (open, close) in [Some(SQUARE), with_round.then_some(ROUND)]
            .into_iter()
            .flatten()
        {
            let at = rest.strip_suffix(close).and_then(|inner| {
                let at = inner.rfind(open)?;
                let mark = inner.get(at..)?.trim_start_matches(open).trim();
                is_note(mark).then_some(at)
            });
            rest = at.map_or(rest, |at| rest[..at].trim_end());
        }
        if rest == before {
            return rest;
        }
    }
}

fn is_mark(character: char) -> bool {
    matches!(
        character,
        '*' | '＊' | '†' | '‡' | '§' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'
    )
}

/// What stands in brackets at a name that leads to a footnote.
fn is_note(mark: &str) -> bool {
    let is_number = mark.bytes().all(|it| it.is_ascii_digit()) && mark.len() <= 2;
    let is_letter = mark.len() == 1 && mark.bytes().all(|it| it.is_ascii_lowercase());
    let is_word = mark.to_lowercase().starts_with("note") || mark.starts_with('注');
    !mark.is_empty() && (is_number || is_letter || is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off() {
        let check = |name: &str, without: &str, without_any: &str| {
            assert_eq!(without_footnote(name), without, "{name}");
            assert_eq!(without_any_mark(name), without_any, "{name}");
        };
        check("Eastham [note 1]", "Eastham", "Eastham");
        check("Eastham ¹*", "Eastham", "Eastham");
        check("曙光社区［注1］", "曙光社区", "曙光社区");
        check("Southwick (a)", "Southwick (a)", "Southwick");
        check("曙光社区（1）", "曙光社区（1）", "曙光社区");
        check("曙光社区（一）", "曙光社区（一）", "曙光社区（一）");
        check("Ward (Upper)", "Ward (Upper)", "Ward (Upper)");
        check("Ward (A)", "Ward (A)", "Ward (A)");
        check("(1)", "(1)", "");
        check("Ward [1](2)*", "Ward [1](2)", "Ward");
        check("]", "]", "]");
        check("", "", "");
    }
}
