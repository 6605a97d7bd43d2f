//! Texts of the frame: counts, progress, sources, what was left aside.

use super::{level_count_text, period_text, value_beside, words};
use crate::answer::Provenance;
use crate::model::{Lang, LevelId, fixed_text};
use crate::package::{Package, beside_of};

/// The counts in the header: 163 个社区 · 48 项指标.
pub fn package_counts_text(lang: Lang, package: &Package) -> String {
    let mut parts = Vec::new();
    let level = |word: &str| package.descriptor.level(word);
    // The areas of a reader's own table, not what they lie in.
    let levels = level("community").or(level("area")).into_iter();
    let levels = levels.chain([LevelId(0)]);
    let counted = levels
        .map(|level| (level, package.areas.of_level(level, None, None).len()))
        .find(|(level, count)| *count > 2 || (level.0 == 0 && *count > 0));
    if let Some((level, count)) = counted {
        parts.push(level_count_text(lang, package, level, count));
    }
    let indicators = package.indicators.count();
    if indicators > 0 {
        parts.push(match lang {
            Lang::Zh => format!("{indicators} 项指标"),
            Lang::En if indicators == 1 => "1 indicator".to_string(),
            Lang::En => format!("{indicators} indicators"),
        });
    }
    parts.join(" · ")
}

/// The count of faults in the header.
pub fn fault_count_text(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 处数据问题"),
        (Lang::En, 1) => "1 data problem".to_string(),
        (Lang::En, _) => format!("{count} data problems"),
    }
}

/// Progress of loading, in per cent where the length is known, else in bytes.
pub fn progress_text(
    lang: Lang,
    files_left: usize,
    read_bytes: u64,
    percent: Option<u32>,
) -> String {
    let amount = match percent {
        Some(percent) => format!("{percent}%"),
        None if read_bytes < 1_000_000 => format!("{} kB", read_bytes / 1000),
        None => format!("{} MB", fixed_text(read_bytes as f64 / 1e6, 1)),
    };
    match (lang, files_left) {
        (Lang::Zh, 0) => format!("正在读取数据 {amount}"),
        (Lang::Zh, _) => format!("正在读取数据 {amount}，还有 {files_left} 个文件"),
        (Lang::En, 0) => format!("Reading data {amount}"),
        (Lang::En, 1) => format!("Reading data {amount}, 1 file to go"),
        (Lang::En, _) => format!("Reading data {amount}, {files_left} files to go"),
    }
}

/// The parts of the address that were not used.
pub fn ignored_line(lang: Lang, ignored: &[(String, String)]) -> String {
    let parts: Vec<String> = ignored
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    match lang {
        Lang::Zh => format!("地址中有无法识别的部分，已略去：{}。", parts.join("、")),
        Lang::En => format!(
            "Parts of the address were not understood and left aside: {}. What is shown goes without them.",
            parts.join(", ")
        ),
    }
}

/// That what a view is about is not in the package, and that nothing stands in its place. `key` is that of
/// the address: an area, or else an indicator.
pub fn absent_line(lang: Lang, key: &str, code: &str) -> String {
    match (lang, key) {
        (Lang::Zh, "area") => {
            format!("地址所指的地区“{code}”不在这份数据中：未显示其内容，也没有以其他地区代替。")
        }
        (Lang::Zh, _) => format!(
            "地址所指的指标“{code}”不在这份数据中：未作图，也没有以其他指标代替。请另选一项，或核对数据及其读取方式。"
        ),
        (Lang::En, "area") => format!(
            "The area “{code}” that the address names is not in this data: nothing is shown, and no other area stands in its place."
        ),
        (Lang::En, _) => format!(
            "The indicator “{code}” that the address names is not in this data: nothing is drawn, and no other indicator stands in its place. Choose another, or check the data and how it is read."
        ),
    }
}

/// A line that leaves the page by itself: it begins with the stamp of a fictional package and ends with
/// its source.
pub fn briefing_text(lang: Lang, package: &Package, line: &str) -> String {
    let stamp = stamp_text(lang, package).map(|stamp| match lang {
        Lang::Zh => format!("【{stamp}】"),
        Lang::En => format!("[{stamp}] "),
    });
    let source = source_line(lang, package);
    let source = match lang {
        Lang::Zh => format!("（{source}）"),
        Lang::En => format!(" ({source})"),
    };
    [&stamp.unwrap_or_default(), line.trim_end(), &source].concat()
}

/// The stamp that stands inside every picture of a fictional package.
pub fn stamp_text(lang: Lang, package: &Package) -> Option<String> {
    package
        .descriptor
        .fictional
        .then(|| words(lang).fictional.to_string())
}

/// The mark that stands inside every picture made from a reader's own data, alone or beside published ones.
pub fn own_text(lang: Lang, package: &Package) -> Option<String> {
    let is_own = beside_of(&package.name).is_some();
    is_own.then(|| words(lang).own_data.to_string())
}

/// That figures are the reader's own, whatever else may be published of them: all of them, or those beside published ones.
pub fn own_source_text(lang: Lang, package: &Package) -> Option<&'static str> {
    let is_alone = beside_of(&package.name)?.is_empty();
    Some(match (lang, is_alone) {
        (Lang::Zh, true) => "读者自有数据，未公开发布",
        (Lang::Zh, false) => "含读者自有数据，未公开发布",
        (Lang::En, true) => "a reader’s own data, not published",
        (Lang::En, false) => "with a reader’s own data, not published",
    })
}

/// The source line of a chart.
pub fn source_line(lang: Lang, package: &Package) -> String {
    let title = package.descriptor.title.get(lang);
    let (version, created) = (&package.descriptor.version, &package.descriptor.created);
    let own = beside_of(&package.name).map(|_| words(lang).own_data);
    let line = match (lang, own) {
        (Lang::Zh, Some(own)) if version.is_empty() => format!("来源：{title}（{own}）"),
        (Lang::En, Some(own)) if version.is_empty() => format!("Source: {title} ({own})"),
        (Lang::Zh, _) => format!("来源：{title}，{version} 版，{created}"),
        (Lang::En, _) => format!("Source: {title}, version {version}, {created}"),
    };
    // A package may say no day.
    let line = line.trim_end_matches(['，', ',', ' ']).to_string();
    let line = match own.filter(|_| !version.is_empty()) {
        Some(own) => [&line, " + ", own].concat(),
        None => line,
    };
    let as_of = package.as_of.as_ref().map(|state| state.said.get(lang));
    let more = own_source_text(lang, package).into_iter().chain(as_of);
    more.fold(line, |line, more| [&line, " · ", more].concat())
}

/// What a number is: 甲05社区 · 按期办结率 69.9% · 2026 年 3 月; of a category with its name:
/// 示范区 · 受理事项 · 物业管理 6,987 件 · 2026 年 3 月.
pub fn number_in_words(lang: Lang, package: &Package, provenance: &Provenance) -> String {
    let Some((indicator, area, period, reading)) = &provenance.about else {
        return words(lang).source_of_number.to_string();
    };
    let indicator = package.indicators.get(*indicator);
    let value = value_beside(lang, indicator, reading);
    let category = provenance.category.as_ref().map(|it| it.get(lang));
    let category = category.map_or(String::new(), |it| [" · ", it].concat());
    [
        package.areas.get(*area).name.get(lang),
        " · ",
        indicator.label.get(lang),
        &category,
        " ",
        &value,
        " · ",
        &period_text(lang, *period),
    ]
    .concat()
}

/// Where a number was read: file and line.
pub fn file_line_text(lang: Lang, file: &str, line: u32) -> String {
    match (lang, line) {
        (Lang::Zh, 0) => file.to_string(),
        (Lang::Zh, _) => format!("{file} 第 {line} 行"),
        (Lang::En, 0) => file.to_string(),
        (Lang::En, _) => format!("{file}, line {line}"),
    }
}
