//! Texts of the page 「趋势」: whether it has really changed.

/// Its fixed texts.
#[derive(Debug)]
pub struct TrendsWords {
    /// Page: Trends
    pub title: &'static str,
}

pub(super) const ZH: TrendsWords = TrendsWords { title: "趋势" };

pub(super) const EN: TrendsWords = TrendsWords { title: "Trends" };
