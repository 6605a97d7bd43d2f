//! What is wrong, what was expected, and what to do, in words.

use super::{faults_en, faults_zh, number_text, words};
use crate::model::{FaultKind, Lang, sorted_unique};
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
    let (problem, expected, cure) = match lang {
        Lang::Zh => faults_zh::say_fault(kind),
        Lang::En => faults_en::say_fault(kind),
    };
    FaultWords {
        problem,
        expected,
        cure,
    }
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
    match (lang, against) {
        (_, Against::Nothing) => String::new(),
        (Lang::Zh, Against::OwnDescriptor) => "已按文件夹中的 datapackage.json 检查。".to_string(),
        (Lang::En, Against::OwnDescriptor) => {
            "Checked by the datapackage.json of the folder.".to_string()
        }
        (Lang::Zh, Against::Package { title, is_folder }) => {
            let title = title.get(lang);
            match is_folder {
                true => format!(
                    "文件夹中没有 datapackage.json，其中的 CSV 文件已逐个对照数据包“{title}”检查。"
                ),
                false => format!("已对照数据包“{title}”检查。"),
            }
        }
        (Lang::En, Against::Package { title, is_folder }) => {
            let title = title.get(lang);
            match is_folder {
                true => format!(
                    "The folder has no datapackage.json: each CSV file of it was checked on its own against the package “{title}”."
                ),
                false => format!("Checked against the package “{title}”."),
            }
        }
    }
}

/// A reader's own file, and the published one whose place it takes.
pub fn checked_file_text(lang: Lang, path: &str, in_place_of: Option<&str>) -> String {
    match (lang, in_place_of) {
        (_, None) => path.to_string(),
        (Lang::Zh, Some(published)) => format!("{path}（代替 {published}）"),
        (Lang::En, Some(published)) => format!("{path} (in place of {published})"),
    }
}

/// Problem, expectation, cure.
pub(super) type Said = (String, String, String);

pub(super) fn say(
    problem: impl Into<String>,
    expected: impl Into<String>,
    cure: impl Into<String>,
) -> Said {
    (problem.into(), expected.into(), cure.into())
}

pub(super) const PERIOD_FORMS: &str = "2024, 2024-S1, 2024-Q1, 2024-03, 2024-01/2024-09";
