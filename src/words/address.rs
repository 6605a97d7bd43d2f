//! An address as people read it. It must not know what a view says.

/// The address with escapes undone where nobody is misled and what is copied still leads there: letters and
/// digits of any script, and the few marks that names have. Spaces, controls, quotes, what is unseen, what
/// an address gives a meaning to, and bytes that are no UTF-8 stay as they are. Browsers take such addresses
/// and escape them again in the same way.
pub fn readable_address(address: &str) -> String {
    let mut readable = String::with_capacity(address.len());
    let mut rest = address;
    while let Some(at) = rest.find('%') {
        let (before, escaped) = rest.split_at(at);
        readable.push_str(before);
        let bytes: Vec<u8> = (0..4).map_while(|place| escape(escaped, place)).collect();
        // The first character that the bytes spell, whatever follows it.
        let lengths = 1..=bytes.len();
        let spelt = lengths
            .filter_map(|length| Some((length, std::str::from_utf8(bytes.get(..length)?).ok()?)))
            .next();
        let character = spelt.and_then(|(length, text)| Some((length, text.chars().next()?)));
        match character.filter(|(_, character)| is_plain(*character)) {
            Some((length, character)) => {
                readable.push(character);
                rest = escaped.get(3 * length..).unwrap_or("");
            }
            None => {
                readable.push('%');
                rest = escaped.get(1..).unwrap_or("");
            }
        }
    }
    readable.push_str(rest);
    readable
}

/// An address as it is printed below a picture: parts of it that nobody reads nor types, such as how a reader's own
/// file was read, are left out, and three points stand for them. It opens the same view, where that file is chosen.
pub fn printed_address(address: &str) -> String {
    const LONGEST: usize = 160;
    let Some((page, query)) = address.split_once('?') else {
        return address.to_string();
    };
    let shortened = query.split('&').map(|part| match part.split_once('=') {
        Some((key, value)) if value.len() > LONGEST => [key, "=…"].concat(),
        _ => part.to_string(),
    });
    [page, "?", &shortened.collect::<Vec<_>>().join("&")].concat()
}

/// The byte of the escape that stands in this place of a row of escapes.
fn escape(text: &str, place: usize) -> Option<u8> {
    let digits = text.get(3 * place..3 * place + 3)?.strip_prefix('%')?;
    let is_hex = digits.bytes().all(|it| it.is_ascii_hexdigit());
    is_hex.then(|| u8::from_str_radix(digits, 16).ok())?
}

fn is_plain(character: char) -> bool {
    // Letters that leave nothing on paper.
    let is_unseen = matches!(character, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}');
    let is_mark = matches!(character, ',' | '·' | '（' | '）' | '、');
    is_mark || (character.is_alphanumeric() && !character.is_ascii() && !is_unseen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_what_could_mislead_stays_escaped() {
        let check = |address: &str, expected: &str| {
            assert_eq!(readable_address(address), expected, "{address}");
        };
        let site = "https://example.org/a/?page=compare&indicator=";
        let of = |rest: &str| [site, rest].concat();
        check(site, site);
        check(
            &of("%E5%8A%9E%E7%BB%93%E7%8E%87&lang=zh"),
            &of("办结率&lang=zh"),
        );
        check(&of("%E5%8A%9E%20%E7%BB%93%22"), &of("办%20结%22"));
        check(&of("a%2Cb%26c%3Dd%25E5%23e"), &of("a,b%26c%3Dd%25E5%23e"));
        check(&of("caf%C3%A9%2Bx"), &of("café%2Bx"));
        check(&of("%F0%A0%80%80"), &of("𠀀"));
        // Quotes, a line separator, a mark that turns the direction, letters that are not seen.
        for kept in [
            "%E2%80%9C",
            "%E2%80%A8",
            "%E2%80%AE",
            "%E3%85%A4",
            "%0A",
            "%C2%A0",
        ] {
            check(&of(kept), &of(kept));
        }
        // No UTF-8, or cut short.
        for kept in ["%B0%EC%BD%E1", "%E5%8A", "%E5%8", "%", "%zz", "%E5%8A办"] {
            check(&of(kept), &of(kept));
        }
    }
}
