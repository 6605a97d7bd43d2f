//! How a view is cited: a line for a list of references, and an entry for BibTeX. It must not know
//! pages or clocks.

use crate::model::Lang;
use crate::package::{DataDigest, Package};
use crate::words::{self, ViewSubject};

/// Publishers that a reference names before it says that there are more.
const MOST_PUBLISHERS: usize = 3;
/// Sources that it names.
const MOST_SOURCES: usize = 6;

/// A view that is cited.
#[derive(Clone, Copy, Debug)]
pub struct CitedView<'a> {
    /// What it is about.
    pub subject: ViewSubject<'a>,
    /// The address that opens it.
    pub address: &'a str,
    /// The digest of its data.
    pub digest: &'a DataDigest,
    /// The day on which it was read, as `2026-11-29`.
    pub date: &'a str,
}

/// A citation in its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// In Chinese as GB/T 7714-2015 has it, in English much as APA 7 has it.
    pub text: String,
    /// An entry for BibTeX.
    pub bibtex: String,
}

/// The citation of a view.
pub fn citation(lang: Lang, package: &Package, view: &CitedView<'_>) -> Citation {
    let codes = view.digest.sources.iter();
    let sources: Vec<_> = codes.filter_map(|code| package.source(code)).collect();
    let mut publishers: Vec<&str> = Vec::new();
    for source in &sources {
        if !source.publisher.is_empty() && !publishers.contains(&&*source.publisher) {
            publishers.push(&source.publisher);
        }
    }
    let titles: Vec<String> = sources
        .iter()
        .map(|source| words::cited_title(lang, &source.title))
        .collect();
    // A demonstration has no publishers, only names of some.
    let publishers = match package.descriptor.fictional {
        true => Vec::new(),
        false => publishers,
    };
    let more = titles.len().saturating_sub(MOST_SOURCES);
    let mut shown: Vec<&str> = titles.iter().take(MOST_SOURCES).map(|it| &**it).collect();
    if more > 0 {
        shown.push("…");
    }
    let parts = Parts {
        title: words::view_title(lang, package, &view.subject),
        publishers: words::and_others(lang, &publishers, MOST_PUBLISHERS),
        // Of a date as written only the day counts.
        created: package.descriptor.created.split('T').next().unwrap_or(""),
        version: &package.descriptor.version,
        notes: words::citation_notes(lang, package, &shown, &view.digest.digest),
        address: view.address,
        date: view.date,
    };
    Citation {
        text: match lang {
            Lang::Zh => parts.gb7714(),
            Lang::En => parts.apa(),
        },
        bibtex: parts.bibtex(&package.name, &view.digest.digest),
    }
}

/// What every form is made of.
struct Parts<'a> {
    title: String,
    publishers: String,
    created: &'a str,
    version: &'a str,
    notes: Vec<String>,
    address: &'a str,
    date: &'a str,
}

impl Parts<'_> {
    fn year(&self) -> &str {
        self.created.get(..4).unwrap_or(self.created)
    }

    /// 责任者. 题名[DS/OL]. 版本. 注. (更新日期)[引用日期]. 地址. No stop stands behind the address, into which it
    /// would be taken where the text is pasted.
    fn gb7714(&self) -> String {
        let mut text = String::new();
        if !self.publishers.is_empty() {
            text.extend([&self.publishers, ". "]);
        }
        text.extend([&*self.title, "[DS/OL]. "]);
        if !self.version.is_empty() {
            text.extend([&words::version_text(Lang::Zh, self.version), ". "]);
        }
        if !self.notes.is_empty() {
            text.extend([&self.notes.join(". "), ". "]);
        }
        if !self.created.is_empty() {
            text.extend(["(", self.created, ")"]);
        }
        text.extend(["[", self.date, "]. ", self.address]);
        text
    }

    /// Publisher. (Year). Title (Version) [Data set]. Notes. Retrieved date, from address
    fn apa(&self) -> String {
        let year = match self.year() {
            "" => "n.d.",
            year => year,
        };
        let version = match self.version {
            "" => String::new(),
            version => [" (", &words::version_text(Lang::En, version), ")"].concat(),
        };
        let head = match self.publishers.is_empty() {
            // Without an author the title comes first.
            true => [&self.title, &*version, " [Data set]. (", year, ")."].concat(),
            false => [
                &self.publishers,
                ". (",
                year,
                "). ",
                &self.title,
                &version,
                " [Data set].",
            ]
            .concat(),
        };
        let notes = self.notes.join(". ");
        let read = [" Retrieved ", self.date, ", from ", self.address].concat();
        [&head, " ", &notes, ".", &read].concat()
    }

    fn bibtex(&self, package: &str, digest: &str) -> String {
        let key: String = package
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let short = digest.get(..8).unwrap_or(digest);
        let mut fields: Vec<(&str, String)> = vec![("title", escaped(&self.title))];
        if !self.publishers.is_empty() {
            // Braces keep the name of an office from being cut into given and family names.
            fields.push(("author", ["{", &escaped(&self.publishers), "}"].concat()));
        }
        fields.push(("year", escaped(self.year())));
        fields.push(("version", escaped(self.version)));
        fields.push(("url", in_braces(self.address)));
        fields.push(("urldate", self.date.to_string()));
        fields.push(("note", escaped(&self.notes.join(". "))));
        fields.retain(|(_, text)| !text.is_empty());
        let fields = fields.iter();
        let lines: Vec<String> = fields
            .map(|(name, text)| format!("  {name} = {{{text}}},\n"))
            .collect();
        format!("@misc{{{key}-{short},\n{}}}\n", lines.concat())
    }
}

/// A text as LaTeX sets it: none of its letters is a command.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '#' | '_' | '$' => escaped.extend(['\\', letter]),
            '\n' | '\r' | '\t' => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// An address, which is set letter by letter: only what would end the field is written otherwise.
fn in_braces(address: &str) -> String {
    let address = address.replace('{', "%7B").replace('}', "%7D");
    address.replace('\\', "%5C")
}
