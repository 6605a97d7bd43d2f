//! Texts that repeat, each stored once and named by a small code.

use rustc_hash::FxBuildHasher;
use std::collections::HashMap;

/// Texts in the order of their first appearance. Code 0 is the blank text.
#[derive(Clone, Debug)]
pub struct Dictionary {
    texts: Vec<Box<str>>,
    /// A table of twenty thousand places spent a third of its time in the standard hasher.
    codes: HashMap<Box<str>, u32, FxBuildHasher>,
    /// After code a came code b: neighbouring rows repeat themselves.
    followers: Vec<u32>,
    last: u32,
}

impl Default for Dictionary {
    fn default() -> Dictionary {
        Dictionary {
            texts: vec!["".into()],
            codes: HashMap::from_iter([("".into(), 0)]),
            followers: vec![0],
            last: 0,
        }
    }
}

impl Dictionary {
    /// The code of a text, new where the text is new.
    pub fn code(&mut self, text: &str) -> u32 {
        let predicted = self.followers[self.last as usize];
        let code = if *self.texts[self.last as usize] == *text {
            return self.last;
        } else if *self.texts[predicted as usize] == *text {
            predicted
        } else {
            self.look_up(text)
        };
        self.followers[self.last as usize] = code;
        self.last = code;
        code
    }

    /// The code of a text that is known.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.codes.get(text).copied()
    }

    fn look_up(&mut self, text: &str) -> u32 {
        if let Some(code) = self.codes.get(text) {
            return *code;
        }
        let code = self.texts.len() as u32;
        self.texts.push(text.into());
        self.followers.push(0);
        self.codes.insert(text.into(), code);
        code
    }

    /// The text of a code that this dictionary gave.
    pub fn text(&self, code: u32) -> &str {
        &self.texts[code as usize]
    }

    /// Every text by code, the blank one first.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }

    /// Number of texts, the blank one included.
    pub fn size(&self) -> usize {
        self.texts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_each_text_one_code_whatever_the_order() {
        let mut dictionary = Dictionary::default();
        let texts = ["a", "b", "a", "", "b", "b", "c", "a", "", "c"];
        let codes: Vec<u32> = texts.iter().map(|text| dictionary.code(text)).collect();
        assert_eq!(codes, [1, 2, 1, 0, 2, 2, 3, 1, 0, 3]);
        assert_eq!(dictionary.size(), 4);
        for (text, code) in texts.iter().zip(codes) {
            assert_eq!(dictionary.text(code), *text);
        }
    }
}
