//! What the page of data lists: sources, files, and what is wrong with the files. No figures of the
//! package, so nothing here is brought back as one. It must not know pages.

use super::flat::Table;
use crate::model::{Lang, Period, Severity};
use crate::package::{FileState, Package, Resource};
use crate::parse::Layout;
use crate::words;

/// Every source under the names that its published table has, in the order of the package.
pub fn sources_csv(lang: Lang, package: &Package, address: &str) -> Vec<u8> {
    let header = [
        "source",
        "title",
        "publisher",
        "published",
        "as_of",
        "district_code",
        "basis",
        "license",
        "note",
    ];
    let mut table = Table::new(lang, package, &header);
    for source in package.sources.iter() {
        let texts = [
            &source.code,
            &source.title,
            &source.publisher,
            &source.published,
            &source.as_of,
            &source.district_code,
            &source.basis,
            &source.license,
            &source.note,
        ];
        for text in texts {
            table.word(text);
        }
        table.end_row();
    }
    let title = words::words(lang).sources;
    table.finish_titled(title, Vec::new(), address)
}

/// Every file of the package in the order of its descriptor: what it holds, and how far it was read. Of
/// a file that has not been read the number of rows and faults is blank.
pub fn files_csv(lang: Lang, package: &Package, address: &str) -> Vec<u8> {
    let header = [
        "file", "name", "table", "layout", "headline", "themes", "levels", "from", "to", "bytes",
        "state", "rows", "faults", "notes",
    ];
    let mut table = Table::new(lang, package, &header);
    for (at, about) in package.descriptor.resources.iter().enumerate() {
        what_it_holds(&mut table, about);
        let (state, rows) = match package.files.get(at) {
            Some(FileState::Reference(rows, _)) => ("read", Some(*rows)),
            Some(FileState::Observations(file)) => ("read", Some(file.table.record_count)),
            Some(FileState::Failed(_)) => ("failed", None),
            Some(FileState::Unread) | None => ("unread", None),
        };
        let found = package.faults_of(at);
        let of = |wanted: Severity| {
            let of = found.iter().filter(|it| it.kind.severity() == wanted);
            rows.map(|_| of.count() as f64)
        };
        table
            .word(state)
            .number(rows.map(|rows| rows as f64))
            .number(of(Severity::Fault))
            .number(of(Severity::Note))
            .end_row();
    }
    let title = words::words(lang).files;
    table.finish_titled(title, Vec::new(), address)
}

/// Ten cells, from `file` to `bytes`.
fn what_it_holds(table: &mut Table<'_>, about: &Resource) {
    let levels = about.levels.iter();
    let levels = levels.filter_map(|it| table.package.descriptor.levels.get(usize::from(it.0)));
    let levels: Vec<&str> = levels.map(|level| &**level).collect();
    let themes: Vec<&str> = about.themes.iter().map(|it| it.word()).collect();
    let layout = match about.layout {
        Layout::Long => "long",
        Layout::Wide => "wide",
    };
    let ends = about.periods;
    let end = |of: fn((Period, Period)) -> Period| ends.map(of);
    table
        .word(&about.path)
        .word(&about.name)
        .word(about.table.word())
        .word(layout)
        .word(if about.headline { "yes" } else { "no" })
        .word(&themes.join(" "))
        .word(&levels.join(" "))
        .period(end(|(from, _)| from))
        .period(end(|(_, to)| to))
        .number(about.bytes.map(|bytes| bytes as f64));
}

/// Every fault and note in the order in which they were found, one a row. A line of 0 is the whole file's.
pub fn faults_csv(lang: Lang, package: &Package, address: &str) -> Vec<u8> {
    let header = [
        "file", "line", "column", "found", "severity", "kind", "problem", "expected", "cure",
    ];
    let mut table = Table::new(lang, package, &header);
    for fault in package.faults() {
        let told = words::fault_words(lang, &fault.kind);
        let severity = match fault.kind.severity() {
            Severity::Fault => "fault",
            Severity::Note => "note",
        };
        table
            .word(&fault.file)
            .number(Some(f64::from(fault.line)))
            .word(&fault.column)
            .word(&fault.found)
            .word(severity)
            .word(fault.kind.name())
            .word(&told.problem)
            .word(&told.expected)
            .word(&told.cure)
            .end_row();
    }
    let title = words::words(lang).faults;
    table.finish_titled(title, Vec::new(), address)
}
