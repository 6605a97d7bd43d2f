//! The code that shows a chart on another site's page. It is a text for that page's author, who pastes
//! it into HTML: what stands between quotation marks stays there.

/// A frame of the page's width that shows an address.
pub fn embed_code(address: &str, title: &str, height_px: u32) -> String {
    let height_px = height_px.to_string();
    [
        "<iframe src=\"",
        &attribute(address),
        "\" title=\"",
        &attribute(title),
        "\" width=\"100%\" height=\"",
        &height_px,
        "\" loading=\"lazy\" style=\"border:0\"></iframe>",
    ]
    .concat()
}

/// The text of an attribute.
fn attribute(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '"' => written.push_str("&quot;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            letter if letter.is_control() => written.push(' '),
            letter => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_attribute() {
        let code = embed_code(
            "https://a.example/?page=compare&period=2026-03",
            "甲\"><script>\n&",
            420,
        );
        assert_eq!(
            code,
            "<iframe src=\"https://a.example/?page=compare&amp;period=2026-03\" \
             title=\"甲&quot;&gt;&lt;script&gt; &amp;\" width=\"100%\" height=\"420\" \
             loading=\"lazy\" style=\"border:0\"></iframe>"
        );
    }
}
