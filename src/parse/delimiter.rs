//! What parts the cells of a file, by its first line.

/// So much of the first line is looked at, however the text comes.
pub(super) const SNIFFED_BYTES: usize = 8 * 1024;

/// The delimiter that the first line uses most, outside quotation marks; a comma where none is.
pub(super) fn sniff_delimiter(text: &[u8]) -> u8 {
    let text = &text[..text.len().min(SNIFFED_BYTES)];
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if !quoted => {
                for (delimiter, count) in &mut counts {
                    *count += usize::from(delimiter == byte);
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let chosen = counts.iter().find(|(_, count)| *count == most);
    chosen.map_or(b',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sniffs_the_delimiter_from_the_header_alone() {
        assert_eq!(sniff_delimiter(b"a,b;c\n;;;;"), b',');
        assert_eq!(sniff_delimiter(b"a;b;c\n1,2,3,4"), b';');
        assert_eq!(sniff_delimiter(b"a\tb\n"), b'\t');
        assert_eq!(sniff_delimiter(b"\"x;y;z\",b\n"), b',');
        assert_eq!(sniff_delimiter(b"a\n"), b',');
    }
}
