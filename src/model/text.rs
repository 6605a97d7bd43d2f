//! A name in the two languages that a package may give.

/// The language in which a page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The key used in addresses and files: `zh` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The BCP 47 tag for a document's `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The other of the two.
    pub fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// Reads `zh` or `en`.
    pub fn from_code(code: &str) -> Option<Lang> {
        match code {
            "zh" => Some(Lang::Zh),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// A published text in one or both languages. A text given in one language only is shown as it is
/// in the other, marked with its own language; that is no fault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Chinese, blank where none is given.
    pub zh: String,
    /// English, blank where none is given.
    pub en: String,
}

impl Text {
    /// A text from its two columns.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Text {
        Text {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The text for a reader of `lang`, falling back to the other language.
    pub fn get(&self, lang: Lang) -> &str {
        self.get_with_lang(lang).0
    }

    /// The text for a reader of `lang` and the language it really is in.
    pub fn get_with_lang(&self, lang: Lang) -> (&str, Lang) {
        let (own, other) = match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        };
        if own.is_empty() && !other.is_empty() {
            (other, lang.other())
        } else {
            (own, lang)
        }
    }

    /// True where neither language is given.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}
