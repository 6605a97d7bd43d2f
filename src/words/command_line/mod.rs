//! What the command line says beside its answers: what could not be opened, what was asked for and
//! is not there, how a check came out.

mod answers;
mod headings;
mod inventory;
mod reasons;
mod standards;

pub use answers::*;
pub use headings::*;
pub use inventory::*;
pub use reasons::*;
pub use standards::*;

use super::{fault_words, file_line_text, words};
use crate::model::{Fault, Lang, Severity};
use crate::package::Package;

/// A folder without a descriptor, and the packages right inside it.
pub fn no_descriptor_text(lang: Lang, folder: &str, packages: &[String]) -> String {
    let packages = packages.join(", ");
    match (lang, packages.is_empty()) {
        (Lang::Zh, true) => format!("{folder}：没有 datapackage.json，不是数据包"),
        (Lang::Zh, false) => {
            format!("{folder}：没有 datapackage.json，不是数据包；其中的数据包有：{packages}")
        }
        (Lang::En, true) => format!("{folder}: no datapackage.json, so this is not a package"),
        (Lang::En, false) => format!(
            "{folder}: no datapackage.json, so this is not a package; packages inside it: {packages}"
        ),
    }
}

/// A file or folder that the system did not let be read or written.
pub fn refused_text(lang: Lang, path: &str, error: &str) -> String {
    match lang {
        Lang::Zh => format!("{path}：无法读写（{error}）"),
        Lang::En => format!("{path}: {error}"),
    }
}

/// Several tables where one is asked for, or another than is there.
pub fn several_tables_text(lang: Lang, paths: &[&str]) -> String {
    let paths = paths.join(", ");
    match lang {
        Lang::Zh => format!("用 --table 指明要导入的表；可选：{paths}"),
        Lang::En => format!("say with --table which table to import; there are: {paths}"),
    }
}

/// A package where a table is asked for.
pub fn is_package_text(lang: Lang, place: &str) -> String {
    match lang {
        Lang::Zh => format!("{place}：已是数据包，无须导入；可用 zhishe check 检查"),
        Lang::En => format!(
            "{place}: this is a package already and needs no import; zhishe check checks it"
        ),
    }
}

/// A file that holds no recipe.
pub fn no_recipe_text(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Zh => format!("{path}：不是 zhishe import --format recipe 所输出的内容"),
        Lang::En => format!("{path}: not what zhishe import --format recipe prints"),
    }
}

/// A fault in one line: where, what was found, what is wrong.
pub fn fault_line_text(lang: Lang, fault: &Fault) -> String {
    let (place, problem) = (
        fault_place_text(lang, fault),
        fault_words(lang, &fault.kind),
    );
    match lang {
        Lang::Zh => format!("{place}：{}", problem.problem),
        Lang::En => format!("{place}: {}", problem.problem),
    }
}

/// Where a fault stands and what was found there: observations.csv, line 12, numerator: “12a”.
pub fn fault_place_text(lang: Lang, fault: &Fault) -> String {
    let mut text = file_line_text(lang, &fault.file, fault.line);
    if !fault.column.is_empty() {
        text.push_str(match lang {
            Lang::Zh => "，",
            Lang::En => ", ",
        });
        text.push_str(&fault.column);
    }
    if !fault.found.is_empty() {
        text.push_str(&match lang {
            Lang::Zh => format!("：“{}”", fault.found),
            Lang::En => format!(": “{}”", fault.found),
        });
    }
    text
}

/// A fault for people: where and what was found, then what is wrong, what was expected and what to
/// do, a line each.
pub fn fault_lines(lang: Lang, fault: &Fault) -> Vec<String> {
    let (said, fixed) = (fault_words(lang, &fault.kind), words(lang));
    let colon = match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let problem = match fault.kind.severity() {
        Severity::Fault => fixed.column_problem,
        Severity::Note => match lang {
            Lang::Zh => "说明",
            Lang::En => "Note",
        },
    };
    let parts = [
        (problem, said.problem),
        (fixed.column_expected, said.expected),
        (fixed.column_cure, said.cure),
    ];
    let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
    let mut lines = vec![fault_place_text(lang, fault)];
    lines.extend(parts.map(|(label, text)| format!("  {label}{colon}{text}")));
    lines
}

/// How a check came out: so many faults and notes in so many files and rows.
pub fn check_summary(
    lang: Lang,
    (faults, notes): (usize, usize),
    (files, rows): (usize, usize),
) -> String {
    match lang {
        Lang::Zh => {
            let found = match faults {
                0 => "未发现问题".to_string(),
                count => format!("发现 {count} 处问题"),
            };
            let notes = match notes {
                0 => String::new(),
                count => format!("，另有 {count} 条说明"),
            };
            format!("共检查 {files} 个文件、{rows} 行：{found}{notes}。")
        }
        Lang::En => {
            let counted = |count: usize, one: &str, many: &str| match count {
                0 => format!("no {many}"),
                1 => format!("1 {one}"),
                count => format!("{count} {many}"),
            };
            let (faults, notes) = (
                counted(faults, "fault", "faults"),
                counted(notes, "note", "notes"),
            );
            let files = counted(files, "file", "files");
            let rows = counted(rows, "row", "rows");
            format!("{files} and {rows} checked: {faults}, {notes}.")
        }
    }
}

/// What an option of the command line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// `--indicator`
    Indicator,
    /// `--area`
    Area,
    /// `--within`
    Within,
    /// `--level`
    Level,
    /// `--period`
    Period,
    /// `--baseline`
    Baseline,
    /// `--benchmark`
    Benchmark,
    /// `--target`
    Target,
    /// `--beside`
    Beside,
    /// `--units`
    Units,
    /// `--indicators`
    Indicators,
    /// `--periods`
    Periods,
    /// `--group`
    Group,
}

impl Asked {
    /// The option.
    pub fn option(self) -> &'static str {
        match self {
            Asked::Indicator => "--indicator",
            Asked::Area => "--area",
            Asked::Within => "--within",
            Asked::Level => "--level",
            Asked::Period => "--period",
            Asked::Baseline => "--baseline",
            Asked::Benchmark => "--benchmark",
            Asked::Target => "--target",
            Asked::Beside => "--beside",
            Asked::Units => "--units",
            Asked::Indicators => "--indicators",
            Asked::Periods => "--periods",
            Asked::Group => "--group",
        }
    }
}

/// Something that was asked for and is not there, and what there is: the nearest, and how many more.
pub fn unknown_text(
    lang: Lang,
    asked: Asked,
    value: &str,
    nearest: &[String],
    more: usize,
) -> String {
    let (option, nearest) = (asked.option(), nearest.join(", "));
    match (lang, nearest.is_empty(), more) {
        (Lang::Zh, true, _) => format!("{option} {value}：数据包中没有，也没有可选的"),
        (Lang::Zh, false, 0) => format!("{option} {value}：没有此项；可用：{nearest}"),
        (Lang::Zh, false, _) => {
            format!("{option} {value}：没有此项；相近的有：{nearest}，另有 {more} 项")
        }
        (Lang::En, true, _) => format!("{option} {value}: no such thing here, and none to choose"),
        (Lang::En, false, 0) => format!("{option} {value}: no such thing; there are {nearest}"),
        (Lang::En, false, _) => {
            format!("{option} {value}: no such thing; the nearest are {nearest}, and {more} more")
        }
    }
}

/// A period, or a span of periods, that is not written as one.
pub fn period_form_text(lang: Lang, asked: Asked, value: &str, examples: &str) -> String {
    let option = asked.option();
    match lang {
        Lang::Zh => format!("{option} {value}：不是期间，应写作 {examples}"),
        Lang::En => format!("{option} {value}: not a period; write it as {examples}"),
    }
}

/// An option that is needed, and what there is to choose from.
pub fn needed_text(lang: Lang, asked: Asked, nearest: &[String], more: usize) -> String {
    let (option, nearest) = (asked.option(), nearest.join(", "));
    match (lang, more) {
        (Lang::Zh, 0) => format!("请用 {option} 指明；可用：{nearest}"),
        (Lang::Zh, _) => format!("请用 {option} 指明；可用：{nearest}，另有 {more} 项"),
        (Lang::En, 0) => format!("say which with {option}; there are {nearest}"),
        (Lang::En, _) => format!("say which with {option}; there are {nearest}, and {more} more"),
    }
}

/// Another number of indicators than the two that a relation takes.
pub fn two_indicators_text(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("--indicator：需要两项指标，给了 {count} 项"),
        Lang::En => format!("--indicator: it takes two indicators, {count} given"),
    }
}

/// An area that does not lie below the level that is asked for.
pub fn not_above_text(lang: Lang, value: &str, level: &str) -> String {
    match lang {
        Lang::Zh => format!("--within {value}：不在“{level}”之上，其中没有这一级的地区"),
        Lang::En => format!("--within {value}: not above the level {level}, so nothing lies in it"),
    }
}

/// That there is no value to answer from.
pub fn no_value_text(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Zh => format!("{title}：没有可供回答的数值"),
        Lang::En => format!("{title}: there is no value to answer from"),
    }
}

/// An answer that cannot be given, since nothing is published that it could be made of.
pub fn nothing_to_answer_text(lang: Lang, package: &Package) -> String {
    let name = &package.name;
    match lang {
        Lang::Zh => format!("{name}：没有可用的指标或数据，无法作答；请先运行 zhishe check"),
        Lang::En => {
            format!("{name}: no usable indicator or figure to answer from; run zhishe check")
        }
    }
}

/// A part of a view's address that is none.
pub fn unread_view_text(lang: Lang, key: &str, value: &str) -> String {
    match lang {
        Lang::Zh => format!("视图地址中的 {key}={value} 无法识别"),
        Lang::En => format!("{key}={value} of the view is not understood"),
    }
}
