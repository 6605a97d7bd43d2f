//! What is said of files that leave the page: the menu, and the lines above the rows of a table.

use super::download::coded;
use super::words;
use crate::model::{Indicator, Lang};
use crate::package::{Package, beside_of};

/// The fixed texts of the menu.
#[derive(Debug)]
pub struct ExportWords {
    /// Its button.
    pub menu: &'static str,
    /// What it is, for those who do not see it.
    pub menu_label: &'static str,
    /// A picture of points, before how many device pixels each has.
    pub png: &'static str,
    /// A picture of lines.
    pub svg: &'static str,
    /// The table with what is said of it.
    pub csv: &'static str,
    /// The table alone.
    pub csv_plain: &'static str,
    /// The table for programs.
    pub json: &'static str,
    /// The whole answer for programs.
    pub answer_json: &'static str,
    /// The table to be pasted into a spreadsheet.
    pub tabbed: &'static str,
    /// What has become of it.
    pub tabbed_done: &'static str,
    /// The chart on another site's page.
    pub embed: &'static str,
    /// What has become of it.
    pub embed_done: &'static str,
    /// The same of a chart of the reader's own data.
    pub embed_own: &'static str,
    /// While a long table is written.
    pub writing: &'static str,
    /// Neither: the browser did not let it.
    pub refused: &'static str,
    /// A picture that the browser cannot make.
    pub too_large: &'static str,
}

/// The texts of a language.
pub fn export_words(lang: Lang) -> &'static ExportWords {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// The word on the button of a menu.
const MENU: [&str; 2] = ["导出", "Export"];

/// The same before the code of menus stands.
pub fn export_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => MENU[0],
        Lang::En => MENU[1],
    }
}

const ZH: ExportWords = ExportWords {
    menu: MENU[0],
    menu_label: "导出的格式",
    png: "图片 PNG",
    svg: "矢量图 SVG",
    csv: "表格 CSV（含说明）",
    csv_plain: "表格 CSV（仅数据）",
    json: "表格 JSON",
    answer_json: "本页完整结果 JSON",
    tabbed: "复制表格，贴入 Excel",
    tabbed_done: "已复制。粘贴前请把代码列设为“文本”格式，否则 Excel 会去掉代码开头的 0",
    embed: "复制嵌入代码",
    embed_done: "已复制嵌入代码",
    embed_own: "已复制嵌入代码。自有数据只在本浏览器中，嵌入的图在别处看不到这些数据",
    writing: "正在写文件…",
    refused: "浏览器不允许复制",
    too_large: "图片过大，浏览器无法生成，请选较小的倍数或 SVG",
};

const EN: ExportWords = ExportWords {
    menu: MENU[1],
    menu_label: "Export as",
    png: "Picture, PNG",
    svg: "Vector picture, SVG",
    csv: "Table, CSV with notes",
    csv_plain: "Table, CSV, data only",
    json: "Table, JSON",
    answer_json: "The page’s full answer, JSON",
    tabbed: "Copy table for Excel",
    tabbed_done: "Copied. Format code columns as Text before pasting: Excel drops leading zeros otherwise",
    embed: "Copy embed code",
    embed_done: "Embed code copied",
    embed_own: "Embed code copied. Own data stays in this browser: embedded elsewhere, the chart does not show it",
    writing: "Writing the file…",
    refused: "The browser does not allow copying",
    too_large: "The picture is too large for this browser; choose a smaller one or SVG",
};

/// A picture and how many device pixels a point of it has.
pub fn png_text(lang: Lang, density: u8) -> String {
    format!("{} {density}×", export_words(lang).png)
}

/// The package of a table: 数据包：示范区（demo），1.0.0，2026-05-08; what it does not say is left out, and a
/// reader's own has a name and nothing else.
pub fn package_note(lang: Lang, package: &Package) -> String {
    let (fixed, about) = (words(lang), &package.descriptor);
    let title = about.title.get(lang);
    let named = match beside_of(&package.name) {
        Some("") => title.to_string(),
        _ => coded(lang, title, &package.name),
    };
    let (colon, comma) = marks(lang);
    let said = [&*named, &about.version, &about.created];
    let said: Vec<&str> = said.into_iter().filter(|it| !it.is_empty()).collect();
    [fixed.package, colon, &said.join(comma)].concat()
}

/// An indicator of a table, what it counts, its unit, and what must be known of it.
pub fn indicator_note(lang: Lang, indicator: &Indicator) -> String {
    let fixed = words(lang);
    let (colon, _) = marks(lang);
    let mut note = [
        fixed.indicator,
        colon,
        &coded(lang, indicator.label.get(lang), &indicator.code),
    ]
    .concat();
    let stop = if lang == Lang::Zh { "；" } else { "; " };
    for (label, text) in [
        (fixed.definition, indicator.definition.get(lang)),
        (fixed.column_unit, indicator.unit.get(lang)),
        (fixed.caveat, indicator.caveat.get(lang)),
    ] {
        let text = text.trim_end_matches(['。', '.']);
        if !text.is_empty() {
            note.extend([stop, label, colon, text]);
        }
    }
    note
}

/// Rows that hold no figure, by reason: what was left out of every sum and every mean.
pub fn left_out_note(lang: Lang, reasons: &[(String, usize)]) -> String {
    let said = reasons
        .iter()
        .map(|(reason, count)| format!("{reason} {count}"));
    let said: Vec<String> = said.collect();
    match lang {
        Lang::Zh => format!("没有数字的行，不计入任何合计：{}", said.join("，")),
        Lang::En => format!("Rows without a figure, in no total: {}", said.join(", ")),
    }
}

/// The day of the export, as `2026-11-29`.
pub fn exported_note(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Zh => format!("导出日期：{date}"),
        Lang::En => format!("Exported: {date}"),
    }
}

/// The view that a table was made from.
pub fn address_note(lang: Lang, address: &str) -> String {
    let (colon, _) = marks(lang);
    [words(lang).link, colon, address].concat()
}

fn marks(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("：", "，"),
        Lang::En => (": ", ", "),
    }
}
