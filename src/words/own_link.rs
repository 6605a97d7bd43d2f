//! Texts of a link to a view of own data: whether what is in use is what it was made of.

use crate::model::Lang;

/// The texts.
pub struct OwnLinkWords {
    /// The file is another one.
    pub other_file: &'static str,
    /// It is the same file, read in another way.
    pub other_reading: &'static str,
    /// The button that reads it as the link says.
    pub read_so: &'static str,
    /// What the link says of the file cannot be read.
    pub unknown: &'static str,
    /// In the reading step: what the link says of the reading does not fit this file.
    pub not_as_linked: &'static str,
}

/// These texts in a language.
pub fn own_link_words(lang: Lang) -> &'static OwnLinkWords {
    match lang {
        Lang::Zh => &OwnLinkWords {
            other_file: "现用的文件不是生成此链接时所用的文件：所示数字可能与链接所指的不同。",
            other_reading: "文件与生成此链接时相同，但读取方式不同：所示数字可能与链接所指的不同。",
            read_so: "按链接的方式读取",
            unknown: "链接中关于文件的部分不完整：无法核对现用的文件是否就是生成此链接时所用的文件。",
            not_as_linked: "此链接的读取方式不适用于这个文件：文件可能不是生成链接时所用的那一个。以下为重新识别的结果，请核对。",
        },
        Lang::En => &OwnLinkWords {
            other_file: "The file in use is not the one that this link was made of: figures may differ from those meant.",
            other_reading: "The file is the one that this link was made of, but it is read in another way: figures may differ from those meant.",
            read_so: "Read it as the link does",
            unknown: "What the link says of its file is not whole: whether the file in use is the one it was made of cannot be told.",
            not_as_linked: "The reading that this link carries does not fit this file, which may not be the one that it was made of. What follows was recognised anew: please check it.",
        },
    }
}

/// Which file the link that was opened needs.
pub fn needed_file_text(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("打开的链接需要文件“{name}”：请放入该文件。"),
        Lang::En => format!("The link that was opened needs the file “{name}”: please put it in."),
    }
}
