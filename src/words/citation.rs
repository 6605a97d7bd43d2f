//! How a view is cited: the title that it goes by, and the parts that stand around it.

use super::{as_of_text, level_entry_text, period_text, words};
use crate::model::{AreaId, IndicatorId, Lang, LevelId, Period};
use crate::package::{Package, beside_of};

/// The fixed texts of the panel.
#[derive(Debug)]
pub struct CiteWords {
    /// Its button, and its heading.
    pub cite: &'static str,
    /// The citation in words.
    pub text: &'static str,
    /// Copies it.
    pub copy: &'static str,
    /// The digest.
    pub digest: &'static str,
    /// What the digest is good for.
    pub digest_about: &'static str,
    /// While it is made.
    pub wait: &'static str,
    /// The data is as it was.
    pub same: &'static str,
    /// It is not.
    pub changed: &'static str,
}

/// The texts of a language.
pub fn cite_words(lang: Lang) -> &'static CiteWords {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

const ZH: CiteWords = CiteWords {
    cite: "引用",
    text: "参考文献",
    copy: "复制",
    digest: "数据摘要（SHA-256）",
    digest_about: "由本页所用的全部数据算出；以后打开引用的链接时，页面会说明数据是否有变动。之后新增的时期不影响摘要。",
    wait: "正在计算数据摘要……",
    same: "数据与引用时一致",
    changed: "引用之后数据已有变动：页面上的数字可能与当时不同",
};

const EN: CiteWords = CiteWords {
    cite: "Cite",
    text: "Reference",
    copy: "Copy",
    digest: "Digest of the data (SHA-256)",
    digest_about: "Made from all data that this page uses. Whoever opens the cited link is told whether the data has changed since; periods added later do not count as a change.",
    wait: "Making the digest of the data…",
    same: "The data is as it was when cited",
    changed: "The data has changed since this link was made: figures may differ from those cited",
};

/// What a view is about, as far as its page goes by it.
#[derive(Clone, Copy, Debug, Default)]
pub struct ViewSubject<'a> {
    /// The name of the page.
    pub page: &'a str,
    /// The indicator.
    pub indicator: Option<IndicatorId>,
    /// The level.
    pub level: Option<LevelId>,
    /// The area.
    pub area: Option<AreaId>,
    /// The period.
    pub period: Option<Period>,
}

/// The title of a view: 示范区治理指标：对比，按期办结率，社区，2026 年 3 月.
pub fn view_title(lang: Lang, package: &Package, subject: &ViewSubject<'_>) -> String {
    let mut parts = vec![subject.page.to_string()];
    let label = |id| package.indicators.get(id).label.get(lang).to_string();
    parts.extend(subject.indicator.map(label));
    let name = |id| package.areas.get(id).name.get(lang).to_string();
    parts.extend(subject.area.map(name));
    let level = |level| match lang {
        Lang::Zh => level_entry_text(lang, package, level),
        Lang::En => super::level_text(lang, package, level),
    };
    parts.extend(subject.level.map(level));
    parts.extend(subject.period.map(|period| period_text(lang, period)));
    parts.retain(|part| !part.is_empty());
    let title = package.descriptor.title.get(lang);
    match lang {
        Lang::Zh => [title, "：", &parts.join("，")].concat(),
        Lang::En => [title, ": ", &parts.join(", ")].concat(),
    }
}

/// Names of publishers or sources in a row; of a long list the first, and that there are more.
pub fn and_others(lang: Lang, names: &[&str], most: usize) -> String {
    let comma = if lang == Lang::Zh { "，" } else { ", " };
    let shown: Vec<&str> = names.iter().take(most).copied().collect();
    let shown = shown.join(comma);
    match (lang, names.len() > most) {
        (_, false) => shown,
        (Lang::Zh, true) => shown + "，等",
        (Lang::En, true) => shown + ", et al.",
    }
}

/// A title in its own language; in an English reference a Chinese one says that it is.
pub fn cited_title(lang: Lang, title: &str) -> String {
    let count = |is_of: fn(char) -> bool| title.chars().filter(|it| is_of(*it)).count();
    let chinese = count(|it| matches!(it, '\u{3400}'..='\u{9fff}'));
    let latin = count(|it| it.is_ascii_alphabetic());
    // Japanese and Korean titles have Chinese letters too.
    let others = count(|it| matches!(it, '\u{3041}'..='\u{30fa}' | '\u{ac00}'..='\u{d7a3}'));
    // A name in an English title makes no Chinese one: a word has about as many letters as this.
    let is_chinese = others == 0 && chinese * 3 > latin;
    match lang {
        Lang::En if is_chinese => [title, " [in Chinese]"].concat(),
        _ => title.to_string(),
    }
}

/// `1.0.0 版` / `Version 1.0.0`.
pub fn version_text(lang: Lang, version: &str) -> String {
    match lang {
        Lang::Zh => format!("{version} 版"),
        Lang::En => format!("Version {version}"),
    }
}

/// What stands in the note of an entry: that it is fictional, that figures are not public, of which earlier
/// day they are, where they are from, the digest.
pub fn citation_notes(
    lang: Lang,
    package: &Package,
    sources: &[&str],
    digest: &str,
) -> Vec<String> {
    let (colon, semicolon) = match lang {
        Lang::Zh => ("：", "；"),
        Lang::En => (": ", "; "),
    };
    let mut notes = Vec::new();
    if package.descriptor.fictional {
        notes.push(words(lang).fictional.to_string());
    }
    notes.extend(own_note(lang, package).map(str::to_string));
    notes.extend(as_of_text(lang, package));
    if !sources.is_empty() {
        let label = match lang {
            Lang::Zh => "数字出处",
            Lang::En => "Figures from",
        };
        notes.push([label, colon, &sources.join(semicolon)].concat());
    }
    notes.push([cite_words(lang).digest, colon, digest].concat());
    notes
}

/// That nobody else can open what is cited.
fn own_note(lang: Lang, package: &Package) -> Option<&'static str> {
    let is_alone = beside_of(&package.name)?.is_empty();
    Some(match (lang, is_alone) {
        (Lang::Zh, true) => "引用者的自有数据，未上传；打开此网址并放入同一文件才能看到",
        (Lang::Zh, false) => "含引用者的自有数据，未上传；打开此网址并放入同一文件才能看到",
        (Lang::En, true) => {
            "The citing author’s own data, not published here: this address shows it to whoever puts in the same file"
        }
        (Lang::En, false) => {
            "Includes the citing author’s own data, not published here: this address shows it to whoever puts in the same file"
        }
    })
}
