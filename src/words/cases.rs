//! Texts of the page 「事项」: where cases get stuck.

/// Its fixed texts.
#[derive(Debug)]
pub struct CasesWords {
    /// Page: Cases
    pub title: &'static str,
}

pub(super) const ZH: CasesWords = CasesWords { title: "事项" };

pub(super) const EN: CasesWords = CasesWords { title: "Cases" };
