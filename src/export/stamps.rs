//! What every row of a table says that leaves the page: that its package is fictional, and of which
//! earlier day it is.

use super::CsvWriter;
use crate::model::Lang;
use crate::package::Package;
use crate::words;

/// Columns at the end of a table, each with the one text that all its cells hold.
pub(super) struct Stamps(Vec<(&'static str, String)>);

impl Stamps {
    /// Those of a package; most have none.
    pub(super) fn of(lang: Lang, package: &Package) -> Stamps {
        let fictional = words::stamp_text(lang, package).map(|text| ("fictional", text));
        let as_of = package.as_of.as_ref();
        let as_of = as_of.map(|state| ("as_of", state.day.to_string()));
        Stamps(fictional.into_iter().chain(as_of).collect())
    }

    /// A header with the columns added.
    pub(super) fn header<'h>(&self, own: &[&'h str]) -> Vec<&'h str> {
        let stamps = self.0.iter().map(|(name, _)| *name);
        own.iter().copied().chain(stamps).collect()
    }

    /// The cells at the end of a row.
    pub(super) fn write(&self, table: &mut CsvWriter) {
        for (_, text) in &self.0 {
            table.text_guarded(text);
        }
    }
}
