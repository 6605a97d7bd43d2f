//! What the status letters of SDMX and of Eurostat say, in the letters that packages have.
//!
//! Sources: code lists CL_OBS_STATUS 2.2 and CL_CONF_STATUS 1.3 of SDMX; Eurostat's flags.

/// The letter of a package, and what is left to say in a note.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Read {
    /// One of A, E, P, M, O, L, Q; blank where nothing is told.
    pub letter: &'static str,
    /// What the letter does not say, as written.
    pub note: String,
}

/// Reads a status; several may stand in one cell. `has_value` tells whether a figure stands beside
/// it, of which no letter may say that there is none.
pub(super) fn status(written: &str, is_eurostat: bool, has_value: bool) -> Read {
    let mut read = Read::default();
    let mut untold = Vec::new();
    for code in codes(written, is_eurostat) {
        let letter = match is_eurostat {
            true => of_eurostat(code),
            false => of_sdmx(code),
        };
        // A letter that says why there is no figure beside a figure contradicts it: it is told.
        let is_fitting = |letter: &str| !has_value || matches!(letter, "A" | "E" | "P");
        match letter.filter(|letter| is_fitting(letter)) {
            Some(letter) if rank(letter) >= rank(read.letter) => read.letter = letter,
            Some(_) => {}
            None => {}
        }
        let is_told = letter.is_some_and(is_fitting) && is_whole(code, is_eurostat);
        if !is_told {
            untold.push(code);
        }
    }
    if !untold.is_empty() {
        read.note = untold.join("; ");
    }
    read
}

/// True where confidentiality explains why there is no figure: everything but free.
pub(super) fn is_confidential(code: &str) -> bool {
    !matches!(code.to_ascii_uppercase().as_str(), "" | "F" | "B")
}

fn codes(written: &str, is_eurostat: bool) -> impl Iterator<Item = &str> {
    // Eurostat writes several flags without a mark between them: `bd`.
    let is_letters = is_eurostat && written.bytes().all(|it| it.is_ascii_alphabetic());
    let parts = written.split(move |it: char| !is_letters && matches!(it, ';' | ',' | ' '));
    parts
        .flat_map(move |part| match is_letters {
            true => part.split("").collect(),
            false => vec![part],
        })
        .filter(|code| !code.is_empty())
}

fn of_sdmx(code: &str) -> Option<&'static str> {
    Some(match code {
        "A" => "A",
        // Imputed and forecast figures are estimates of a kind; which one is told in the note.
        "E" | "I" | "F" => "E",
        "P" => "P",
        "M" => "M",
        "O" | "H" | "K" => "O",
        "L" => "L",
        "Q" => "Q",
        _ => return None,
    })
}

fn of_eurostat(code: &str) -> Option<&'static str> {
    Some(match code.to_ascii_lowercase().as_str() {
        "e" | "s" | "f" | "i" => "E",
        "p" => "P",
        "z" => "M",
        "c" => "Q",
        "l" | "x" => "L",
        "o" | ":" => "O",
        _ => return None,
    })
}

/// True where the package's letter says all that the code does.
fn is_whole(code: &str, is_eurostat: bool) -> bool {
    match is_eurostat {
        true => !matches!(code.to_ascii_lowercase().as_str(), "s" | "f" | "i"),
        false => !matches!(code, "I" | "F" | "H" | "K"),
    }
}

/// Of several letters the one that a reader must know.
fn rank(letter: &str) -> usize {
    let order = ["", "A", "E", "P", "L", "O", "M", "Q"];
    order.iter().position(|known| *known == letter).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, is_eurostat: bool, has_value: bool, expected: (&str, &str)) {
        let read = status(written, is_eurostat, has_value);
        assert_eq!((read.letter, read.note.as_str()), expected, "{written}");
    }

    #[test]
    fn letters_of_sdmx() {
        check("", false, true, ("", ""));
        check("A", false, true, ("A", ""));
        check("P", false, true, ("P", ""));
        check("E;P", false, true, ("P", ""));
        check("B", false, true, ("", "B"));
        check("I", false, true, ("E", "I"));
        check("F", false, true, ("E", "F"));
        check("AVAILABLE", false, true, ("", "AVAILABLE"));
        for letter in ["M", "O", "L", "Q"] {
            check(letter, false, false, (letter, ""));
            // Beside a figure it is told, and takes nothing from it.
            check(letter, false, true, ("", letter));
        }
        check("H", false, false, ("O", "H"));
    }

    #[test]
    fn flags_of_eurostat() {
        check("bd", true, true, ("", "b; d"));
        check("ep", true, true, ("P", ""));
        check("s", true, true, ("E", "s"));
        check("c", true, false, ("Q", ""));
        check("z", true, false, ("M", ""));
        check(":", true, false, ("O", ""));
        check("u", true, true, ("", "u"));
    }

    #[test]
    fn only_what_is_not_free_is_confidential() {
        assert!(!is_confidential("") && !is_confidential("F"));
        assert!(is_confidential("C") && is_confidential("n"));
    }
}
