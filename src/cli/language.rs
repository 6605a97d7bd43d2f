//! The language of what is printed: asked for, or that of the terminal. Reads no environment.

use crate::model::Lang;
use clap::ValueEnum;

/// A language by its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangWord {
    /// 中文
    Zh,
    /// English
    En,
}

/// The language asked for, or else that of a POSIX locale (`en_GB.UTF-8`), or else Chinese.
pub fn language(asked: Option<LangWord>, locale: &str) -> Lang {
    match asked {
        Some(LangWord::Zh) => Lang::Zh,
        Some(LangWord::En) => Lang::En,
        None if locale.starts_with("en") => Lang::En,
        None => Lang::Zh,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_goes_before_the_locale() {
        let check = |asked, locale, expected| assert_eq!(language(asked, locale), expected);
        check(None, "", Lang::Zh);
        check(None, "C.UTF-8", Lang::Zh);
        check(None, "zh_CN.UTF-8", Lang::Zh);
        check(None, "en_GB.UTF-8", Lang::En);
        check(Some(LangWord::Zh), "en_GB.UTF-8", Lang::Zh);
        check(Some(LangWord::En), "zh_CN.UTF-8", Lang::En);
    }
}
