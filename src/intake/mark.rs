//! What an address says of a reader's own file: which file it is, and how it was read, so that whoever has
//! the file sees the same, and whoever has another one is told.
//!
//! The reading is said by a digest and by what differs from what the program recognises by itself, which is
//! mostly nothing. The digest holds where that is no longer the same.

use super::Recipe;
use crate::model::holds_personal_number;
use crate::package::{FileDigest, JoinChoices};

/// How many digits tell one file from another.
const FILE_DIGITS: usize = 16;
/// How many tell one reading of a file from another.
const READING_DIGITS: usize = 8;
/// What the line of decisions begins with; no line of a difference does.
const CHOICES: char = '=';
/// What the line of the file's name begins with.
const NAME: char = '@';
/// A longer name, or one that could be mistaken for something else on a page, is left out.
const LONGEST_NAME: usize = 80;
/// A longer difference makes an address that is cut off on its way: it is left out.
const MOST_BYTES: usize = 4000;

/// The mark of a file and its reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnMark {
    /// First digits of the digest of its bytes.
    pub file: String,
    /// Which of the tables that were put in; none for a package of this program.
    pub table: Option<usize>,
    /// What the file is called, for whoever has it to find it by; blank where that is not said. Decides
    /// nothing.
    pub name: String,
    /// What the reader decided of how areas go with published ones.
    pub choices: JoinChoices,
    /// First digits of the digest of the recipe; blank for a package.
    reading: String,
    /// What of the recipe differs from what is recognised.
    difference: String,
}

/// How what is in use goes with what an address was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkMatch {
    /// The same file, read in the same way.
    Same,
    /// The same file, read in another way.
    OtherReading,
    /// Another file.
    OtherFile,
}

impl OwnMark {
    /// The mark of a package of this program.
    pub fn of_package(digest: FileDigest) -> OwnMark {
        OwnMark {
            file: digest.digits(FILE_DIGITS),
            ..OwnMark::default()
        }
    }

    /// The mark of one of the tables that were put in, with what is recognised in it and how it was read.
    /// Where nothing is recognised without the reader's word, the whole recipe goes along.
    pub fn of_table(
        digest: FileDigest,
        table: usize,
        recognised: Option<&Recipe>,
        recipe: &Recipe,
    ) -> OwnMark {
        let recognised = recognised.map_or(String::new(), Recipe::to_text);
        let difference = difference(&recognised, &recipe.to_text());
        let is_short = difference.len() <= MOST_BYTES;
        OwnMark {
            file: digest.digits(FILE_DIGITS),
            table: Some(table),
            name: String::new(),
            choices: JoinChoices::default(),
            reading: reading_digest(recipe),
            difference: if is_short { difference } else { String::new() },
        }
    }

    /// The mark with the name of the file, without the folder that it lies in.
    pub fn named(self, name: &str) -> OwnMark {
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
        OwnMark {
            name: plain_file_name(name),
            ..self
        }
    }

    /// The mark where areas go with published ones by these decisions.
    pub fn with_choices(self, choices: JoinChoices) -> OwnMark {
        OwnMark { choices, ..self }
    }

    /// The mark as an address carries it.
    pub fn text(&self) -> String {
        let table = self.table.map_or(String::new(), |at| at.to_string());
        let mut text = [&self.file, ".", &table, ".", &self.reading].concat();
        if !self.name.is_empty() {
            text.push('\n');
            text.push(NAME);
            text.push_str(&self.name);
        }
        if self.choices != JoinChoices::default() {
            text.push('\n');
            text.push(CHOICES);
            text.push_str(&self.choices.to_text());
        }
        if !self.difference.is_empty() {
            text.push('\n');
            text.push_str(&self.difference);
        }
        text
    }

    /// Reads what [`OwnMark::text`] wrote; none where it is no such text.
    pub fn parse(text: &str) -> Option<OwnMark> {
        let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
        let (name, rest) = marked_line(rest, NAME);
        let (choices, difference) = marked_line(rest, CHOICES);
        let mut parts = head.split('.');
        let (file, table, reading) = (parts.next()?, parts.next()?, parts.next()?);
        let is_hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_whole = parts.next().is_none() && file.len() == FILE_DIGITS;
        if !is_whole || !is_hex(file) || !is_hex(reading) {
            return None;
        }
        Some(OwnMark {
            file: file.to_string(),
            table: match table {
                "" => None,
                place => Some(place.parse().ok()?),
            },
            name: plain_file_name(name),
            choices: JoinChoices::from_text(choices),
            reading: reading.to_string(),
            difference: difference.to_string(),
        })
    }

    /// The recipe of the mark, made from what is recognised in a file; none where that gives another one:
    /// the file is another, or is recognised as something else by now.
    pub fn recipe(&self, recognised: &Recipe) -> Option<Recipe> {
        let text = rebuilt(&recognised.to_text(), &self.difference)?;
        let recipe = Recipe::from_text(&text)?;
        (reading_digest(&recipe) == self.reading).then_some(recipe)
    }

    /// How what is in use goes with this mark, which an address was made with.
    pub fn compared_with(&self, in_use: &OwnMark) -> MarkMatch {
        let is_file = self.file == in_use.file;
        let is_reading = self.table.is_some() == in_use.table.is_some()
            && self.reading == in_use.reading
            && self.choices == in_use.choices;
        match (is_file, is_reading) {
            (true, true) => MarkMatch::Same,
            (true, false) => MarkMatch::OtherReading,
            (false, _) => MarkMatch::OtherFile,
        }
    }
}

/// The first line after its mark, and the lines behind it; all lines where it has another mark.
fn marked_line(text: &str, mark: char) -> (&str, &str) {
    match text.strip_prefix(mark) {
        Some(rest) => rest.split_once('\n').unwrap_or((rest, "")),
        None => ("", text),
    }
}

/// A file's name that can stand in a sentence; blank where it is long, or holds what turns or breaks a line.
fn plain_file_name(name: &str) -> String {
    let turns = |it: char| matches!(it, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let is_plain = name.chars().count() <= LONGEST_NAME
        && !name.chars().any(|it| it.is_control() || turns(it))
        && !holds_personal_number(name);
    let name = if is_plain { name.trim() } else { "" };
    name.to_string()
}

fn reading_digest(recipe: &Recipe) -> String {
    let mut digest = FileDigest::default();
    digest.push(recipe.to_text().as_bytes());
    digest.digits(READING_DIGITS)
}

/// What turns one text into another, line by line: `3-5` takes so many lines of the first from its fourth
/// on, `+` is a line of its own. Blank where they are the same.
fn difference(from: &str, to: &str) -> String {
    if from == to {
        return String::new();
    }
    let old: Vec<&str> = from.split('\n').collect();
    let mut parts: Vec<String> = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    let end = |run: &mut Option<(usize, usize)>, parts: &mut Vec<String>| {
        parts.extend(run.take().map(|(start, count)| format!("{start}-{count}")));
    };
    for line in to.split('\n') {
        if let Some((start, count)) = run
            && old.get(start + count) == Some(&line)
        {
            run = Some((start, count + 1));
            continue;
        }
        end(&mut run, &mut parts);
        match old.iter().position(|it| *it == line) {
            Some(start) => run = Some((start, 1)),
            None => parts.push(["+", line].concat()),
        }
    }
    end(&mut run, &mut parts);
    parts.join("\n")
}

fn rebuilt(from: &str, difference: &str) -> Option<String> {
    if difference.is_empty() {
        return Some(from.to_string());
    }
    let old: Vec<&str> = from.split('\n').collect();
    let mut lines: Vec<&str> = Vec::new();
    for part in difference.split('\n') {
        if let Some(line) = part.strip_prefix('+') {
            lines.push(line);
            continue;
        }
        let (start, count) = part.split_once('-')?;
        let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
        lines.extend(old.get(start..start.checked_add(count)?)?);
    }
    Some(lines.join("\n"))
}
