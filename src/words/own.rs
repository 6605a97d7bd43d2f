//! Texts of the reader's own data: taking them in, putting them beside published ones, forgetting them.

use super::{count_text, missing_text, period_text, words};
use crate::intake::Preview;
use crate::model::{AreaId, Lang, Missing, Status, Text, fixed_text};
use crate::package::{Joining, MatchedBy, Package, PackageSaid};

/// The fixed texts.
pub struct OwnWords {
    /// What happens with the files.
    pub privacy: &'static str,
    /// What can be put in.
    pub accepted: &'static str,
    /// Said while the first bytes are looked at.
    pub looking: &'static str,
    /// Choice of the table where there are several.
    pub table: &'static str,
    /// Choice: encoding.
    pub encoding: &'static str,
    /// Choice: delimiter.
    pub delimiter: &'static str,
    /// Names of the delimiters comma, tab, semicolon, vertical bar, space.
    pub delimiters: [&'static str; 5],
    /// Choice: line of the header.
    pub header_line: &'static str,
    /// Choice: the table has no header.
    pub no_header: &'static str,
    /// Choice: rows of the header.
    pub header_rows: &'static str,
    /// Choice: the decimal mark.
    pub decimal_mark: &'static str,
    /// The decimal marks point and comma.
    pub decimal_marks: [&'static str; 2],
    /// Choice: the order of day and month.
    pub day_order: &'static str,
    /// Day first, month first.
    pub day_orders: [&'static str; 2],
    /// Choice: the period of the whole table.
    pub whole_period: &'static str,
    /// Heading of what was assumed.
    pub remarks: &'static str,
    /// Heading of what keeps the table from being used.
    pub problems: &'static str,
    /// Heading of the columns.
    pub columns: &'static str,
    /// Column: the name of a column.
    pub column: &'static str,
    /// Column: some of its cells.
    pub cells: &'static str,
    /// Column: what it holds.
    pub role: &'static str,
    /// Label: which indicator a column of figures is of.
    pub figure_of: &'static str,
    /// Label: which period a column of figures is of.
    pub figure_period: &'static str,
    /// Label: the value of a column that stands for all others together.
    pub total_value: &'static str,
    /// Heading of the indicators.
    pub indicators: &'static str,
    /// Column: unit.
    pub unit: &'static str,
    /// Column: kind.
    pub kind: &'static str,
    /// Column: nature.
    pub nature: &'static str,
    /// Natures: events, survey, inventory.
    pub natures: [&'static str; 3],
    /// Column: polarity.
    pub polarity: &'static str,
    /// Polarities: higher, lower, none.
    pub polarities: [&'static str; 3],
    /// What kinds are for.
    pub kinds_hint: &'static str,
    /// Heading of the first rows as they are read.
    pub preview: &'static str,
    /// Column: value.
    pub value: &'static str,
    /// Column: numerator.
    pub numerator: &'static str,
    /// Column: denominator.
    pub denominator: &'static str,
    /// Button: use the table.
    pub take: &'static str,
    /// Button: leave it.
    pub cancel: &'static str,
    /// Said while the whole file is read.
    pub reading: &'static str,
    /// Said where nothing is wrong.
    pub sound: &'static str,
    /// Heading of what is in use.
    pub in_use: &'static str,
    /// Links to the pages, after the data are in.
    pub open_on: &'static str,
    /// Button: look at the recipe again.
    pub change_reading: &'static str,
    /// Choice: keep the files in this browser.
    pub keep: &'static str,
    /// What keeping means.
    pub keep_hint: &'static str,
    /// Said where the browser does not keep them.
    pub not_kept: &'static str,
    /// Button: forget everything.
    pub forget: &'static str,
    /// Heading of joining.
    pub beside: &'static str,
    /// What joining does.
    pub beside_lead: &'static str,
    /// Choice of the published package.
    pub beside_package: &'static str,
    /// Choice: none.
    pub beside_none: &'static str,
    /// Said while the published areas are read.
    pub beside_reading: &'static str,
    /// Choice: join by code alone too.
    pub code_alone: &'static str,
    /// Heading: areas of the reader's without a counterpart.
    pub unmatched_own: &'static str,
    /// Heading: published areas without a counterpart.
    pub unmatched_other: &'static str,
    /// Heading: areas that could be several.
    pub ambiguous: &'static str,
    /// Heading: areas whose code and name say different places.
    pub contradictory: &'static str,
    /// Column: the area of the code.
    pub by_its_code: &'static str,
    /// Column: the area of the name.
    pub by_its_name: &'static str,
    /// Column: the areas that could be meant.
    pub may_be: &'static str,
    /// Heading: areas to be matched by hand.
    pub by_hand: &'static str,
    /// Column: areas of nearly that name.
    pub similar_names: &'static str,
    /// Said where there are none.
    pub no_similar: &'static str,
    /// Column: what an area is joined to.
    pub joined_to: &'static str,
    /// Choice: nothing.
    pub not_joined: &'static str,
    /// Group of choices: all areas that have no counterpart yet.
    pub all_open: &'static str,
    /// Heading: areas that share a code and nothing else.
    pub by_code_alone: &'static str,
    /// Column: the reader's area.
    pub own_area: &'static str,
    /// Column: the published area.
    pub published_area: &'static str,
}

/// These texts in a language.
pub fn own_words(lang: Lang) -> &'static OwnWords {
    match lang {
        Lang::Zh => &OwnWords {
            privacy: "文件只在本浏览器中读取和计算，不会上传。",
            accepted: "可放入：CSV、TSV 或分号分隔的表格（UTF-8、GB18030、UTF-16），SDMX-CSV，Data Package 文件夹或 zip。最大 200 MB。拖到页面任意处即可。",
            looking: "正在识别…",
            table: "表格",
            encoding: "编码",
            delimiter: "分隔符",
            delimiters: ["逗号", "制表符", "分号", "竖线", "空格"],
            header_line: "表头所在行",
            no_header: "无表头",
            header_rows: "表头行数",
            decimal_mark: "小数点",
            decimal_marks: ["点（1,234.5）", "逗号（1.234,5）"],
            day_order: "日期写法",
            day_orders: ["日/月/年", "月/日/年"],
            whole_period: "整表期间",
            remarks: "以下为推定，请核对",
            problems: "还不能使用",
            columns: "各列含义",
            column: "列",
            cells: "示例",
            role: "含义",
            figure_of: "指标",
            figure_period: "期间",
            total_value: "合计值",
            indicators: "各指标",
            unit: "单位",
            kind: "类型",
            nature: "性质",
            natures: ["事件", "抽样", "存量"],
            polarity: "方向",
            polarities: ["越高越好", "越低越好", "不分好坏"],
            kinds_hint: "只有带分子、分母的事件或抽样指标才有区间和判定；只有数值的，按原样排列和比较。",
            preview: "读出的前几行",
            value: "数值",
            numerator: "分子",
            denominator: "分母",
            take: "使用这张表",
            cancel: "取消",
            reading: "正在读取",
            sound: "未发现问题。",
            in_use: "正在使用",
            open_on: "查看",
            change_reading: "重新设定读取方式",
            keep: "保留在本浏览器中",
            keep_hint: "保留后，刷新或重新打开仍在；不保留，刷新或关闭页面即消失。",
            not_kept: "浏览器不允许保留，或空间不足。",
            forget: "立即清除",
            beside: "并入已发布的数据包",
            beside_lead: "自有指标列在所选数据包的地区之下，可与已发布的指标同图比较。地区按“代码＋代码体系”或“代码＋名称”对应；代码不在数据包中的，按名称对应。只有代码相同，或代码与名称指向不同地区的，不自动并入。",
            beside_package: "数据包",
            beside_none: "不并入",
            beside_reading: "正在读取该数据包的地区…",
            code_alone: "代码相同的也并入",
            unmatched_own: "自有数据中没有对应的地区",
            unmatched_other: "数据包中没有对应的地区",
            ambiguous: "对应不唯一的地区",
            contradictory: "代码与名称不一致的地区",
            by_its_code: "代码所指",
            by_its_name: "名称所指",
            may_be: "可能是",
            by_hand: "可手动对应的地区",
            similar_names: "名称相近",
            no_similar: "无",
            joined_to: "并入",
            not_joined: "不并入",
            all_open: "尚未对应的地区",
            by_code_alone: "只有代码相同的地区",
            own_area: "自有数据",
            published_area: "数据包",
        },
        Lang::En => &OwnWords {
            privacy: "Files are read and computed in this browser only; nothing is uploaded.",
            accepted: "Put in a CSV, TSV or semicolon table (UTF-8, GB18030, UTF-16), SDMX-CSV, or a Data Package as a folder or zip, up to 200 MB. Drop it anywhere on the page.",
            looking: "Looking at the file…",
            table: "Table",
            encoding: "Encoding",
            delimiter: "Delimiter",
            delimiters: ["comma", "tab", "semicolon", "vertical bar", "space"],
            header_line: "Header on line",
            no_header: "no header",
            header_rows: "Header rows",
            decimal_mark: "Decimal mark",
            decimal_marks: ["point (1,234.5)", "comma (1.234,5)"],
            day_order: "Dates",
            day_orders: ["day/month/year", "month/day/year"],
            whole_period: "Period of the table",
            remarks: "Assumed; please check",
            problems: "Cannot be used yet",
            columns: "What the columns are",
            column: "Column",
            cells: "Examples",
            role: "Holds",
            figure_of: "Indicator",
            figure_period: "Period",
            total_value: "Total is written",
            indicators: "Indicators",
            unit: "Unit",
            kind: "Kind",
            nature: "Nature",
            natures: ["events", "sample", "inventory"],
            polarity: "Polarity",
            polarities: ["higher is better", "lower is better", "neither"],
            kinds_hint: "Only events and samples with a numerator and a denominator have intervals and verdicts; plain figures are put in order and compared as they are.",
            preview: "The first rows as read",
            value: "Value",
            numerator: "Numerator",
            denominator: "Denominator",
            take: "Use this table",
            cancel: "Cancel",
            reading: "Reading",
            sound: "Nothing wrong was found.",
            in_use: "In use",
            open_on: "Look at",
            change_reading: "Read it differently",
            keep: "Keep in this browser",
            keep_hint: "Kept, it is there after a reload and when the page is opened again; otherwise it goes with a reload or when the page is closed.",
            not_kept: "The browser does not allow it, or has no room.",
            forget: "Forget it now",
            beside: "Beside a published package",
            beside_lead: "Your indicators stand under the areas of the package you choose and can be compared with its own. Areas are matched on code and code system, or on code and name; where the package does not know the code, on name. Areas that share nothing but a code, or whose code and name point to different areas, are not joined by themselves.",
            beside_package: "Package",
            beside_none: "on its own",
            beside_reading: "Reading the areas of that package…",
            code_alone: "Join those that share a code too",
            unmatched_own: "Areas of yours without a counterpart",
            unmatched_other: "Areas of the package without a counterpart",
            ambiguous: "Areas that could be several",
            contradictory: "Areas whose code and name disagree",
            by_its_code: "By its code",
            by_its_name: "By its name",
            may_be: "May be",
            by_hand: "Areas to match by hand",
            similar_names: "Similar names",
            no_similar: "none",
            joined_to: "Joined to",
            not_joined: "not joined",
            all_open: "areas without a counterpart",
            by_code_alone: "Areas that share nothing but a code",
            own_area: "Yours",
            published_area: "Package",
        },
    }
}

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
        (Lang::Zh, MatchedBy::Code) => "仅代码相同",
        (Lang::Zh, MatchedBy::Hand) => "手动对应",
        (Lang::En, MatchedBy::CodeAndSystem) => "by code and code system",
        (Lang::En, MatchedBy::CodeAndName) => "by code and name",
        (Lang::En, MatchedBy::Name) => "by name",
        (Lang::En, MatchedBy::Code) => "by code alone",
        (Lang::En, MatchedBy::Hand) => "by hand",
    };
    let kinds = [
        MatchedBy::CodeAndSystem,
        MatchedBy::CodeAndName,
        MatchedBy::Name,
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
