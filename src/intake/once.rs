//! What is asked of texts that repeat from row to row, answered once for each text: a list of words is
//! gone through in a microsecond, and a file of 200 MB has five million rows. Must not know what is asked.

use crate::table::Dictionary;

/// Answers by text.
#[derive(Debug)]
pub(in crate::intake) struct Once<T> {
    texts: Dictionary,
    /// By the codes of the texts; none where that of the blank text was not asked for.
    answers: Vec<Option<T>>,
}

impl<T> Default for Once<T> {
    fn default() -> Once<T> {
        Once {
            texts: Dictionary::default(),
            answers: Vec::new(),
        }
    }
}

impl<T> Once<T> {
    /// The answer for a text, found by `ask` where the text is new.
    pub(in crate::intake) fn of(&mut self, text: &str, ask: impl FnOnce(&str) -> T) -> &T {
        let at = self.texts.code(text) as usize;
        if at >= self.answers.len() {
            self.answers.resize_with(at + 1, || None);
        }
        self.answers[at].get_or_insert_with(|| ask(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_asked_about_once() {
        let mut lengths = Once::default();
        let mut asked = Vec::new();
        for text in ["North", "", "North", "South End", "", "South End"] {
            let length = *lengths.of(text, |text| {
                asked.push(text.to_string());
                text.len()
            });
            assert_eq!(length, text.len());
        }
        assert_eq!(asked, ["North", "", "South End"]);
    }
}
