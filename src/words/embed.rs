//! What is said around a chart on another site's page.

use crate::model::Lang;

/// The fixed texts.
#[derive(Debug)]
pub struct EmbedWords {
    /// The way to the whole page.
    pub open: &'static str,
    /// The page has no chart at the place asked for.
    pub no_such_chart: &'static str,
}

/// The texts of a language.
pub fn embed_words(lang: Lang) -> &'static EmbedWords {
    match lang {
        Lang::Zh => &EmbedWords {
            open: "在知社中打开",
            no_such_chart: "页面上没有这张图，或已没有可画的数据。",
        },
        Lang::En => &EmbedWords {
            open: "Open in Zhishe",
            no_such_chart: "The page has no such chart, or no data left to draw it from.",
        },
    }
}
