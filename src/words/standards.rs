//! Texts of the page 「规范」: who meets which standard, by what margin.

/// Its fixed texts.
#[derive(Debug)]
pub struct StandardsWords {
    /// Page: Standards
    pub title: &'static str,
}

pub(super) const ZH: StandardsWords = StandardsWords { title: "规范" };

pub(super) const EN: StandardsWords = StandardsWords { title: "Standards" };
