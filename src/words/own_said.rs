//! What is said of a reader's own data: how a table is read, how its areas go together with published
//! ones, whose the figures are. Must not know where it stands.

use super::{count_text, missing_text, period_text, words};
use crate::intake::Preview;
use crate::model::{AreaId, Kind, Lang, Missing, Status, Text, fixed_text};
use crate::package::{Joining, MatchedBy, Package, PackageSaid};

/// How much a recipe makes of the first rows: `前 630 行：90 个地区，22 项指标，1981–1987 年`.
pub fn preview_text(lang: Lang, preview: &Preview, is_whole: bool) -> String {
    let count = |number: usize| count_text(number as f64);
    let (areas, indicators) = (preview.area_count, preview.indicators.len());
    let figures = preview.figure_count;
    let periods = preview.periods.map_or(String::new(), |(from, to)| {
        let (from, to) = (period_text(lang, from), period_text(lang, to));
        match (lang, from == to) {
            (Lang::Zh, true) => format!("，{from}"),
            (Lang::Zh, false) => format!("，{from}至 {to}"),
            (Lang::En, true) => format!(", {from}"),
            (Lang::En, false) => format!(", {from} to {to}"),
        }
    });
    let several = |number: usize, one: &str, many: &str| match number {
        1 => format!("1 {one}"),
        _ => format!("{} {many}", count(number)),
    };
    match lang {
        Lang::Zh => {
            let of = if is_whole { "全表" } else { "开头部分" };
            let (areas, indicators) = (count(areas), count(indicators));
            let figures = count(figures);
            format!("{of} {figures} 个可用数据：{areas} 个地区，{indicators} 项指标{periods}。")
        }
        Lang::En => {
            let of = match is_whole {
                true => "in the whole table",
                false => "in the beginning of the file",
            };
            let figures = several(figures, "usable figure", "usable figures");
            let areas = several(areas, "area", "areas");
            let indicators = several(indicators, "indicator", "indicators");
            format!("{figures} {of}: {areas}, {indicators}{periods}.")
        }
    }
}

/// Heading of what a table was recognised as.
pub fn recognised_text(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("识别结果：{name}"),
        Lang::En => format!("How {name} was recognised"),
    }
}

/// What is said of a value, or why there is none; blank where it is normal.
pub fn status_text(lang: Lang, status: Status) -> &'static str {
    let missing = match status {
        Status::Normal => return "",
        Status::Estimated => return words(lang).estimated,
        Status::Provisional => return words(lang).provisional,
        Status::Impossible => Missing::Impossible,
        Status::Missing => Missing::NotReported,
        Status::NotCollected => Missing::NotCollected,
        Status::Suppressed => Missing::Suppressed,
    };
    missing_text(lang, missing)
}

/// How many further entries a list has: `另外 19 个`.
pub fn others_text(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("另外 {count} 个"),
        Lang::En => format!("{count} more"),
    }
}

/// How far the reading has come: `12.3 MB / 200.0 MB`.
pub fn reading_text(read_bytes: f64, all_bytes: f64) -> String {
    let megabytes = |bytes: f64| fixed_text(bytes / 1e6, 1);
    format!("{} / {} MB", megabytes(read_bytes), megabytes(all_bytes))
}

/// What stands beside each other: `自有 42 个地区中 40 个有对应：代码和名称相同 38，名称相同 2`.
pub fn joining_text(lang: Lang, joining: &Joining) -> String {
    let all = joining.matched.len()
        + joining.by_code_alone.len()
        + joining.contradictory.len()
        + joining.ambiguous.len()
        + joining.unmatched_own.len();
    let of = |by: MatchedBy| joining.matched.iter().filter(|it| it.by == by).count();
    let name = |by: MatchedBy| match (lang, by) {
        (Lang::Zh, MatchedBy::CodeAndSystem) => "代码和代码体系相同",
        (Lang::Zh, MatchedBy::CodeAndName) => "代码和名称相同",
        (Lang::Zh, MatchedBy::Name) => "名称相同",
        (Lang::Zh, MatchedBy::NameWithoutMark) => "去掉注释符号后名称相同",
        (Lang::Zh, MatchedBy::Code) => "仅代码相同",
        (Lang::Zh, MatchedBy::Hand) => "手动对应",
        (Lang::En, MatchedBy::CodeAndSystem) => "by code and code system",
        (Lang::En, MatchedBy::CodeAndName) => "by code and name",
        (Lang::En, MatchedBy::Name) => "by name",
        (Lang::En, MatchedBy::NameWithoutMark) => "by name without its footnote mark",
        (Lang::En, MatchedBy::Code) => "by code alone",
        (Lang::En, MatchedBy::Hand) => "by hand",
    };
    let kinds = [
        MatchedBy::CodeAndSystem,
        MatchedBy::CodeAndName,
        MatchedBy::Name,
        MatchedBy::NameWithoutMark,
        MatchedBy::Code,
        MatchedBy::Hand,
    ];
    let parts = kinds
        .into_iter()
        .filter(|by| of(*by) > 0)
        .map(|by| match lang {
            Lang::Zh => format!("{} {}", name(by), of(by)),
            Lang::En => format!("{} {}", of(by), name(by)),
        });
    let parts: Vec<String> = parts.collect();
    let matched = joining.matched.len();
    let detail = match (lang, parts.is_empty()) {
        (_, true) => String::new(),
        (Lang::Zh, false) => format!("：{}", parts.join("，")),
        (Lang::En, false) => format!(": {}", parts.join(", ")),
    };
    match lang {
        Lang::Zh => format!("自有数据的 {all} 个地区中，{matched} 个已对应{detail}。"),
        Lang::En if matched == 1 => format!("Of your {all} areas 1 has a counterpart{detail}."),
        Lang::En => format!("Of your {all} areas {matched} have a counterpart{detail}."),
    }
}

/// What the row of the whole may be: `示范区（990001）：如果这一行就是它的合计`.
pub fn its_total_text(lang: Lang, package: &Package, area: AreaId) -> String {
    let named = area_and_code(lang, package, area);
    match lang {
        Lang::Zh => format!("{named}：如果这一行就是它的合计"),
        Lang::En => format!("{named}, if this row is its total"),
    }
}

/// Of the matched areas those that no page compares: `其中 1 个在数据所属期间已不存在，不参加比较：丁06社区（99…）`.
/// Blank where there are none.
pub fn not_there_text(lang: Lang, package: &Package, areas: &[AreaId]) -> String {
    const NAMED: usize = 5;
    let named = areas.iter().take(NAMED);
    let named: Vec<String> = named.map(|id| area_and_code(lang, package, *id)).collect();
    let count = areas.len();
    match lang {
        _ if areas.is_empty() => String::new(),
        Lang::Zh => {
            let more = if count > NAMED { "等" } else { "" };
            format!(
                "其中 {count} 个在数据所属期间不存在（已撤并或尚未设立），各页比较时不计入：{}{more}。",
                named.join("、")
            )
        }
        Lang::En => {
            let more = if count > NAMED { " and others" } else { "" };
            let (were, them) = match count {
                1 => ("1 of these was".to_string(), "it"),
                _ => (format!("{count} of these were"), "them"),
            };
            format!(
                "{were} not there in the periods of your figures (abolished, or not yet set up), and no page counts {them} among the areas compared: {}{more}.",
                named.join(", ")
            )
        }
    }
}

/// That shares are so small that a rate tells them better, and of how many.
pub fn small_shares_text(lang: Lang, indicator: &str, per: f64) -> String {
    let (per, kind) = (
        super::per_text(lang, per),
        super::kind_text(lang, Kind::Rate),
    );
    match lang {
        Lang::Zh => {
            format!("“{indicator}”的比例都低于 0.1%：把类型改为“{kind}”、按{per} 表示，更易读")
        }
        Lang::En => format!(
            "Every share of “{indicator}” is below 0.1%: it reads better with the kind “{kind}”, {per}"
        ),
    }
}

/// An area with its code: `曙光社区（610113001）`.
pub fn area_and_code(lang: Lang, package: &Package, area: AreaId) -> String {
    let area = package.areas.get(area);
    let name = area.name.get(lang);
    match (lang, name == area.code) {
        (_, true) => area.code.clone(),
        (Lang::Zh, false) => format!("{name}（{}）", area.code),
        (Lang::En, false) => format!("{name} ({})", area.code),
    }
}

/// What stands above every page of a reader's own data: whether they are fictional, and what the package
/// that they come in says of itself.
pub fn own_banner(is_fictional: bool, about: &PackageSaid) -> Text {
    let mut banner = Text::new(
        "读者的自有数据：只在本浏览器中，未经发布方或本站核实。",
        "A reader’s own data: in this browser only, verified neither by a publisher nor by this site.",
    );
    if is_fictional {
        banner
            .zh
            .push_str("表中注明数据是虚构的，不对应任何真实地方。");
        banner
            .en
            .push_str(" The table says that its figures are fictional and refer to no real place.");
    }
    let (zh, en) = (said_text(Lang::Zh, about), said_text(Lang::En, about));
    if !zh.is_empty() {
        banner.zh.push_str(&zh);
        banner.en.push_str(&[" ", &en].concat());
    }
    banner
}

/// What the package of a reader's own table says of itself; blank where it says nothing.
pub fn said_text(lang: Lang, about: &PackageSaid) -> String {
    let (labels, colon, stop, end) = match lang {
        Lang::Zh => (["数据包", "来源", "许可"], "：", "；", "。"),
        Lang::En => (["Package", "Source", "Licence"], ": ", "; ", "."),
    };
    let texts = [&about.title, &about.sources, &about.licences];
    let said = labels
        .iter()
        .zip(texts)
        .filter(|(_, text)| !text.is_empty());
    let said: Vec<String> = said
        .map(|(label, text)| [label, colon, text].concat())
        .collect();
    match said.is_empty() {
        true => String::new(),
        false => said.join(stop) + end,
    }
}

/// What stands above every page of a reader's own data beside published ones: which are fictional, and
/// which are whose.
pub fn joined_banner(published: &Package, own: &Package) -> Text {
    let (theirs, title) = (&published.descriptor, &published.descriptor.title);
    let of = |lang: Lang| {
        let title = title.get(lang);
        let first = match (lang, theirs.fictional) {
            (Lang::Zh, true) => {
                format!("“{title}”的地名和数字是虚构的，由程序生成，不对应任何真实地方。")
            }
            (Lang::En, true) => format!(
                "Places and figures of “{title}” are fictional: generated by a program, they refer to no real place. "
            ),
            (Lang::Zh, false) => theirs.banner.get(lang).to_string(),
            (Lang::En, false) => match theirs.banner.get(lang) {
                "" => String::new(),
                text => [text, " "].concat(),
            },
        };
        let name = own.descriptor.title.get(lang);
        let second = match (lang, own.descriptor.fictional) {
            (Lang::Zh, true) => {
                format!("并入的“{name}”是读者的自有数据，注明为虚构，只在本浏览器中，未经核实。")
            }
            (Lang::Zh, false) => {
                format!("并入的“{name}”是读者的自有数据，只在本浏览器中，未经核实。")
            }
            (Lang::En, true) => format!(
                "The figures of “{name}” are a reader’s own, marked as fictional, in this browser only and unverified."
            ),
            (Lang::En, false) => format!(
                "The figures of “{name}” are a reader’s own, in this browser only and unverified."
            ),
        };
        first + &second
    };
    Text::new(of(Lang::Zh), of(Lang::En))
}

/// A line of a file as the name of a row: 第 12 行, Line 12.
pub fn line_name(lang: Lang, line: u32) -> String {
    match lang {
        Lang::Zh => format!("第 {line} 行"),
        Lang::En => format!("Line {line}"),
    }
}
