//! Source files as a test sees them: Rust text parted into code and string literals, comments and
//! tests left out. It must not know any rule.

use std::fs;
use std::path::Path;

/// One source file.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path from the root of the repository, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
    /// For Rust: the text with comments, string contents and test modules blanked out. For others:
    /// the text without comments.
    pub code: String,
    /// For Rust: each string literal outside tests with its line.
    pub strings: Vec<(usize, String)>,
}

impl Source {
    /// A file of this path and text.
    pub fn new(path: &str, text: &str) -> Source {
        let (mut code, mut strings) = match path.ends_with(".rs") {
            true => part_rust(text),
            false => (without_block_comments(text), Vec::new()),
        };
        if path.ends_with(".rs") {
            blank_tests(&mut code, &mut strings);
        }
        if path.ends_with("tests.rs") || path.starts_with("tests/") {
            strings.clear();
            code = blank(&code);
        }
        Source {
            path: path.to_string(),
            text: text.to_string(),
            code,
            strings,
        }
    }

    /// The room that the file belongs to, blank for the entries.
    pub fn room(&self) -> &str {
        let inner = self.path.strip_prefix("src/").unwrap_or_default();
        match inner.split_once('/') {
            Some(("bin", _)) | None => "",
            Some((room, _)) => room,
        }
    }

    /// The line of an offset in `code`, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.code[..offset].matches('\n').count() + 1
    }
}

/// Every file under a folder of the repository with one of these endings, by path.
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join(folder), &mut paths);
    paths.sort();
    let wanted = paths.iter().filter_map(|path| {
        let name = path.strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
        let ending = name.rsplit('.').next()?;
        endings.contains(&ending).then(|| {
            let text = fs::read_to_string(path).unwrap();
            Source::new(&name, &text)
        })
    });
    wanted.collect()
}

fn collect(path: &Path, paths: &mut Vec<std::path::PathBuf>) {
    if path.is_file() {
        paths.push(path.to_path_buf());
    } else if let Ok(entries) = fs::read_dir(path) {
        for entry in entries {
            collect(&entry.unwrap().path(), paths);
        }
    }
}

/// Parts Rust text into code, in which comments and the insides of literals are spaces, and string
/// literals. Offsets and lines stay as they are.
fn part_rust(text: &str) -> (String, Vec<(usize, String)>) {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut strings = Vec::new();
    let mut at = 0;
    let blank = |code: &mut Vec<u8>, from: usize, to: usize| {
        for byte in &mut code[from..to] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    };
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
    while at < bytes.len() {
        let rest = &text[at..];
        if rest.starts_with("//") {
            let end = at + rest.find('\n').unwrap_or(rest.len());
            blank(&mut code, at, end);
            at = end;
        } else if rest.starts_with("/*") {
            let end = block_comment_end(bytes, at);
            blank(&mut code, at, end);
            at = end;
        } else if let Some((open, close)) =
            raw_string(rest).filter(|_| at == 0 || !is_word(bytes[at - 1]))
        {
            let start = at + open;
            let length = text[start..].find(&close).unwrap_or(text.len() - start);
            strings.push((line(at), text[start..start + length].to_string()));
            blank(&mut code, start, start + length);
            at = (start + length + close.len()).min(bytes.len());
        } else if bytes[at] == b'"' {
            let start = at + 1;
            let mut end = start;
            while end < bytes.len() && bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            let end = end.min(bytes.len());
            strings.push((line(at), text[start..end].to_string()));
            blank(&mut code, start, end);
            at = end + 1;
        } else if bytes[at] == b'\'' {
            let end = character_end(rest).map_or(at + 1, |length| at + length);
            blank(&mut code, (at + 1).min(end), end);
            at = end;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    (String::from_utf8(code).unwrap(), strings)
}

fn block_comment_end(bytes: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0);
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    bytes.len()
}

/// The length of a raw string's opening and what closes it.
fn raw_string(rest: &str) -> Option<(usize, String)> {
    let prefix = ["r", "br", "cr"].into_iter().find(|prefix| {
        rest.strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with(['"', '#']))
    })?;
    let after = &rest[prefix.len()..];
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then(|| {
        (
            prefix.len() + hashes + 1,
            format!("\"{}", "#".repeat(hashes)),
        )
    })
}

/// The length of a character literal; none where the mark begins a lifetime.
fn character_end(rest: &str) -> Option<usize> {
    let inner = &rest[1..];
    if inner.starts_with('\\') {
        return inner[2..].find('\'').map(|end| end + 4);
    }
    let first = inner.chars().next()?;
    inner[first.len_utf8()..]
        .starts_with('\'')
        .then(|| first.len_utf8() + 2)
}

/// Blanks out every `#[cfg(test)] mod … { … }`.
fn blank_tests(code: &mut String, strings: &mut Vec<(usize, String)>) {
    while let Some(start) = code.find("#[cfg(test)]") {
        let rest = &code[start..];
        let end = match (rest.find('{'), rest.find(';')) {
            (Some(open), semicolon) if semicolon.is_none_or(|at| open < at) => {
                start + open + braces(&rest[open..])
            }
            (_, Some(semicolon)) => start + semicolon + 1,
            _ => code.len(),
        };
        let lines = |offset: usize| code[..offset].matches('\n').count() + 1;
        let (first, last) = (lines(start), lines(end));
        strings.retain(|(line, _)| !(first..=last).contains(line));
        let blanked = blank(&code[start..end]);
        code.replace_range(start..end, &blanked);
    }
}

/// The length of a text in braces.
fn braces(text: &str) -> usize {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

fn blank(text: &str) -> String {
    let spaces = text
        .bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' });
    spaces.collect()
}

fn without_block_comments(text: &str) -> String {
    let mut plain = text.to_string();
    for (open, close) in [("/*", "*/"), ("<!--", "-->")] {
        while let Some(start) = plain.find(open) {
            let end = plain[start..].find(close);
            let end = end.map_or(plain.len(), |end| start + end + close.len());
            let blanked = blank(&plain[start..end]);
            plain.replace_range(start..end, &blanked);
        }
    }
    plain
}
