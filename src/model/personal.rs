//! What a package must never hold: numbers that name a person.

/// True where the text holds what looks like a mainland identity-card or mobile number.
pub fn holds_personal_number(text: &str) -> bool {
    next_personal_number(text, 0).is_some()
}

/// The text with each such number replaced by `…`, so that a fault does not spread it.
pub fn hide_personal_numbers(text: &str) -> String {
    let mut hidden = String::with_capacity(text.len());
    let mut from = 0;
    while let Some((start, end)) = next_personal_number(text, from) {
        hidden.push_str(&text[from..start]);
        hidden.push('…');
        from = end;
    }
    hidden.push_str(&text[from..]);
    hidden
}

/// The first such number at or after `from`. It stands alone: a longer run of digits, a decimal or
/// a part of an address is none.
fn next_personal_number(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut start = from;
    while start < bytes.len() {
        if !bytes[start].is_ascii_digit() {
            start += 1;
            continue;
        }
        let mut end = start;
        while end < bytes.len() && bytes[end].is_ascii_digit() {
            end += 1;
        }
        if end - start == 17 && matches!(bytes.get(end), Some(b'X' | b'x')) {
            end += 1;
        }
        let joins = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'=');
        let before = start.checked_sub(1).map(|at| bytes[at]);
        let joined = before.is_some_and(|byte| joins(&byte) || byte == b'.')
            || bytes.get(end).is_some_and(joins);
        let run = &bytes[start..end];
        if !joined && (is_mobile_number(run) || is_identity_number(run)) {
            return Some((start, end));
        }
        start = end;
    }
    None
}

fn is_mobile_number(run: &[u8]) -> bool {
    run.len() == 11 && run[0] == b'1' && (b'3'..=b'9').contains(&run[1])
}

fn is_identity_number(run: &[u8]) -> bool {
    run.len() == 18
        && matches!(&run[6..8], b"18" | b"19" | b"20")
        && (1..=12).contains(&two_digits(&run[10..12]))
        && (1..=31).contains(&two_digits(&run[12..14]))
        && identity_check_digit(run)
}

fn two_digits(bytes: &[u8]) -> u8 {
    (bytes[0] - b'0') * 10 + bytes[1] - b'0'
}

/// The check digit of GB 11643 (ISO 7064 MOD 11-2).
fn identity_check_digit(run: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = run
        .iter()
        .zip(WEIGHTS)
        .map(|(byte, weight)| u32::from(byte - b'0') * weight)
        .sum();
    b"10X98765432"[(sum % 11) as usize] == run[17].to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(hide_personal_numbers(text), expected, "{text}");
        assert_eq!(holds_personal_number(text), text != expected, "{text}");
    }

    #[test]
    fn mobile_numbers_are_hidden_wherever_they_stand() {
        check("13800000000", "…");
        check("电话13800000000，19900000000.", "电话…，….");
        check("(13800000000)", "(…)");
    }

    #[test]
    fn an_identity_number_is_known_by_its_check_digit() {
        // A made-up number of which one last digit fits.
        let base = "99000119900101001";
        let fits = |last: &char| holds_personal_number(&format!("证{base}{last}号"));
        assert_eq!("0123456789X".chars().filter(fits).count(), 1);
    }

    #[test]
    fn codes_addresses_and_figures_are_none() {
        for text in [
            "",
            "990001001001",
            "99000100100101001",
            "12800000000",
            "1380000000",
            "138000000001",
            "2024",
            "0.13800000000",
            "http://localhost/n/13800000000.html",
            "id=13800000000",
            "a13800000000",
            "13800000000a",
        ] {
            check(text, text);
        }
    }
}
