//! What is wrong, what was expected, and what to do, in words.

use super::{faults_en, faults_zh, missing_text, number_text, words};
use crate::model::{ArchiveReason, FaultKind, JsonReason, Lang, Missing, sorted_unique};
use crate::package::Against;

/// A fault in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultWords {
    /// What is wrong.
    pub problem: String,
    /// What was expected.
    pub expected: String,
    /// What to do.
    pub cure: String,
}

/// Says a fault in a language.
pub fn fault_words(lang: Lang, kind: &FaultKind) -> FaultWords {
    let arguments = arguments(lang, kind);
    let mut sentences = sentences(lang, kind).split('|');
    let mut next = || fill(sentences.next().unwrap_or_default(), &arguments);
    FaultWords {
        problem: next(),
        expected: next(),
        cure: next(),
    }
}

fn sentences(lang: Lang, kind: &FaultKind) -> &'static str {
    match lang {
        Lang::Zh => faults_zh::sentences(kind),
        Lang::En => faults_en::sentences(kind),
    }
}

fn fill(sentence: &str, arguments: &[String]) -> String {
    let mut text = String::new();
    for (at, part) in sentence.split(['{', '}']).enumerate() {
        let place = || usize::from(part.as_bytes()[0] - b'0');
        text.push_str(match at % 2 {
            0 => part,
            _ => &arguments[place()],
        });
    }
    text
}

/// What a file is in place of a table.
fn format_text(lang: Lang, name: &str) -> String {
    let text = match (lang, name) {
        (Lang::Zh, "PNG" | "JPEG" | "GIF") => return [name, " 图片"].concat(),
        (Lang::En, "PNG" | "JPEG" | "GIF") => return ["a ", name, " picture"].concat(),
        (Lang::Zh, "DOCX") => "Word 文档",
        (Lang::En, "DOCX") => "a Word document",
        (Lang::Zh, "PDF") => "PDF 文档",
        (Lang::En, "PDF") => "a PDF document",
        (_, other) => other,
    };
    text.to_string()
}

/// Why there is no figure, as a sign was read.
fn sign_text(lang: Lang, letter: &str) -> String {
    let missing = match letter {
        "M" => Missing::Impossible,
        "O" => Missing::NotReported,
        "L" => Missing::NotCollected,
        "Q" => Missing::Suppressed,
        _ => return letter.to_string(),
    };
    let text = missing_text(lang, missing);
    match lang {
        Lang::Zh => text.to_string(),
        Lang::En => format!("“{text}”"),
    }
}

/// What varies in the sentences of a fault.
fn arguments(lang: Lang, kind: &FaultKind) -> Vec<String> {
    let count = |count: usize| count.to_string();
    match kind {
        FaultKind::OtherFormat { name } => vec![format_text(lang, name)],
        FaultKind::RowRepeated { line } => vec![count(*line as usize)],
        FaultKind::NumberRead { read_as } => vec![read_as.clone()],
        FaultKind::SignRead { status } => vec![sign_text(lang, status)],
        FaultKind::FileMissing { status } => vec![count(usize::from(*status))],
        FaultKind::TooLarge { limit_bytes } => vec![count((limit_bytes / 1_000_000) as usize)],
        FaultKind::TooManyColumns { limit }
        | FaultKind::BrokenArchive {
            reason: ArchiveReason::TooManyFiles { limit },
        }
        | FaultKind::TooManyAreas { limit }
        | FaultKind::TooManyIndicators { limit } => vec![count(*limit)],
        FaultKind::HeaderShape {
            header_cells: first,
            row_cells: second,
        }
        | FaultKind::Truncated {
            expected_cells: first,
            found_cells: second,
        }
        | FaultKind::RowShape {
            expected_cells: first,
            found_cells: second,
        } => vec![count(*first), count(*second)],
        FaultKind::Network { detail: text }
        | FaultKind::WrongEncoding { encoding: text }
        | FaultKind::UnknownEncoding { encoding: text }
        | FaultKind::NoHeader { needed: text }
        | FaultKind::MissingColumn { needed: text }
        | FaultKind::MissingTable { table: text }
        | FaultKind::UnknownLevel { expected: text }
        | FaultKind::UnknownWord { expected: text }
        | FaultKind::NameMismatch { expected: text }
        | FaultKind::NumeratorOverDenominator { denominator: text }
        | FaultKind::ShareOverWhole { whole: text }
        | FaultKind::ValueDisagrees { computed: text }
        | FaultKind::ValueWithStatus { status: text }
        | FaultKind::LostZeros { other: text }
        | FaultKind::PeriodRead { read_as: text }
        | FaultKind::NameRead { read_as: text }
        | FaultKind::OwnAbsent { name: text }
        | FaultKind::OutsideDescriptor { declared: text }
        | FaultKind::RevisionMismatch { expected: text }
        | FaultKind::OutlineWithoutCode { needed: text } => vec![text.clone()],
        FaultKind::DuplicateKey {
            other_file,
            other_lines,
        } => {
            let lines = lines_text(lang, other_lines);
            let lines = match (lang, &other_lines[..]) {
                (Lang::Zh, _) => lines,
                (Lang::En, [one, others @ ..]) if others.iter().all(|it| it == one) => {
                    format!("line {lines}")
                }
                (Lang::En, _) => format!("lines {lines}"),
            };
            vec![other_file.to_string(), lines]
        }
        FaultKind::ForeignCodes {
            known,
            all,
            package,
        } => vec![count(*known), count(*all), package.get(lang).to_string()],
        FaultKind::More { of, count } => {
            vec![name(lang, of), number_text(*count as f64, 0)]
        }
        FaultKind::BrokenDescriptor { reason }
        | FaultKind::BrokenCatalog { reason }
        | FaultKind::BrokenGeometry { reason }
        | FaultKind::EntryLeftOut { reason, .. } => {
            let mut arguments = vec![json_subject(lang, kind)];
            arguments.extend(json_arguments(lang, reason));
            arguments
        }
        FaultKind::UndeclaredWide => vec![WIDE_ENTRY.to_string()],
        FaultKind::ExcelDate | FaultKind::PeriodForm => vec![PERIOD_FORMS.to_string()],
        _ => Vec::new(),
    }
}

/// What of a JSON file cannot be read.
fn json_subject(lang: Lang, kind: &FaultKind) -> String {
    let sentence = match (lang, kind) {
        (Lang::Zh, FaultKind::BrokenDescriptor { .. }) => "描述文件无法解读",
        (Lang::Zh, FaultKind::BrokenGeometry { .. }) => "边界文件无法解读",
        (Lang::En, FaultKind::BrokenGeometry { .. }) => "the file of boundaries cannot be read",
        (Lang::Zh, FaultKind::EntryLeftOut { .. }) => "数据目录中第 {0} 个数据包{1}未采用",
        (Lang::Zh, _) => "数据目录无法解读",
        (Lang::En, FaultKind::BrokenDescriptor { .. }) => "the descriptor cannot be read",
        (Lang::En, FaultKind::EntryLeftOut { .. }) => "package {0} of the catalog{1} is left out",
        (Lang::En, _) => "the catalog cannot be read",
    };
    let FaultKind::EntryLeftOut { place, name, .. } = kind else {
        return sentence.to_string();
    };
    let name = match (lang, name.as_str()) {
        (_, "") => String::new(),
        (Lang::Zh, name) => ["（", name, "）"].concat(),
        (Lang::En, name) => [" (", name, ")"].concat(),
    };
    fill(sentence, &[place.to_string(), name])
}

fn json_arguments(lang: Lang, reason: &JsonReason) -> [String; 3] {
    let key = |key: &String| match (lang, key.as_str()) {
        (Lang::Zh, "") => "最外层".to_string(),
        (Lang::En, "") => "the outermost value".to_string(),
        (_, key) => key.to_string(),
    };
    match reason {
        JsonReason::Encoding { line } => [line.to_string(), String::new(), String::new()],
        JsonReason::Syntax { line, column } => {
            [line.to_string(), column.to_string(), String::new()]
        }
        JsonReason::Missing { key: it } => [key(it), String::new(), String::new()],
        JsonReason::WrongSort {
            key: it,
            found,
            expected,
        } => [key(it), found.to_string(), expected.to_string()],
        JsonReason::WrongValue { key: it, found } | JsonReason::Repeated { key: it, found } => {
            [key(it), found.clone(), String::new()]
        }
    }
}

/// A kind without what differs from one fault to the next.
fn name(lang: Lang, kind: &FaultKind) -> String {
    let name = match (lang, kind) {
        (Lang::Zh, FaultKind::DuplicateKey { .. }) => "与其他行重复",
        (Lang::Zh, FaultKind::PeriodRead { .. }) => "期间已改读",
        (Lang::Zh, FaultKind::NumberRead { .. }) => "数字已改读",
        (Lang::Zh, FaultKind::SignRead { .. }) => "表示没有数字的符号",
        (Lang::Zh, FaultKind::NameRead { .. }) => "地区名称写法不一",
        (Lang::En, FaultKind::DuplicateKey { .. }) => "a row that stands twice",
        (Lang::En, FaultKind::PeriodRead { .. }) => "a period written in another way",
        (Lang::En, FaultKind::NumberRead { .. }) => "a number written in another way",
        (Lang::En, FaultKind::SignRead { .. }) => "a sign for a missing figure",
        (Lang::En, FaultKind::NameRead { .. }) => "an area’s name written in another way",
        _ => return fault_words(lang, kind).problem,
    };
    name.to_string()
}

/// So many ranges of lines are told one by one.
const TOLD_RANGES: usize = 5;

/// Where faults stand: 14–37, 52, 60–61; the whole file where they are on no line.
pub fn lines_text(lang: Lang, lines: &[u32]) -> String {
    let known = sorted_unique(lines.iter().copied().filter(|line| *line > 0));
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for line in &known {
        match ranges.last_mut() {
            Some((_, end)) if *line == *end + 1 => *end = *line,
            _ => ranges.push((*line, *line)),
        }
    }
    let range = |(start, end): &(u32, u32)| match start == end {
        true => start.to_string(),
        false => format!("{start}–{end}"),
    };
    let told = &ranges[..ranges.len().min(TOLD_RANGES)];
    let texts: Vec<String> = told.iter().map(range).collect();
    let separator = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    let text = texts.join(separator);
    let told: u32 = told.iter().map(|(start, end)| end - start + 1).sum();
    let more = known.len() - told as usize;
    let number = |count: usize| number_text(count as f64, 0);
    match lang {
        _ if ranges.is_empty() => words(lang).whole_file.to_string(),
        // Faults are counted whose lines are not known.
        _ if lines.contains(&0) => format!("{text} …"),
        _ if more == 0 => text,
        Lang::Zh => format!("{text} 等共 {} 行", number(known.len())),
        Lang::En if more == 1 => format!("{text} and 1 more line"),
        Lang::En => format!("{text} and {} more lines", number(more)),
    }
}

/// What a reader's own files were checked against; blank where there was nothing.
pub fn against_text(lang: Lang, against: &Against) -> String {
    let (text, title) = match (lang, against) {
        (_, Against::Nothing) => ("", None),
        (Lang::Zh, Against::OwnDescriptor) => ("已按文件夹中的 datapackage.json 检查。", None),
        (Lang::En, Against::OwnDescriptor) => {
            ("Checked by the datapackage.json of the folder.", None)
        }
        (Lang::Zh, Against::Package { title, is_folder }) => match is_folder {
            true => (
                "文件夹中没有 datapackage.json，其中的 CSV 文件已逐个对照数据包“{0}”检查。",
                Some(title),
            ),
            false => ("已对照数据包“{0}”检查。", Some(title)),
        },
        (Lang::En, Against::Package { title, is_folder }) => match is_folder {
            true => (
                "The folder has no datapackage.json: each CSV file of it was checked on its own against the package “{0}”.",
                Some(title),
            ),
            false => ("Checked against the package “{0}”.", Some(title)),
        },
    };
    let title = title.map_or("", |title| title.get(lang));
    fill(text, &[title.to_string()])
}

/// A reader's own file, and the published one whose place it takes.
pub fn checked_file_text(lang: Lang, path: &str, in_place_of: Option<&str>) -> String {
    match (lang, in_place_of) {
        (_, None) => path.to_string(),
        (Lang::Zh, Some(published)) => format!(
            "{path}（代替 {published}；发布时须以 {published} 为名，或在 datapackage.json 中改列新文件名，否则不会读取）"
        ),
        (Lang::En, Some(published)) => format!(
            "{path} (in place of {published}; to be read, it must be published under that name or be named in datapackage.json)"
        ),
    }
}

const WIDE_ENTRY: &str = "\"zhishe\": {\"layout\": \"wide\"}";
const PERIOD_FORMS: &str = "2024, 2024-S1, 2024-Q1, 2024-03, 2024-01/2024-09";
