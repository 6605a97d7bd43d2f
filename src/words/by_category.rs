//! Texts of a breakdown: one indicator by the values of a dimension.

use super::names::{as_a_whole, in_sentence, singular};
use super::spacing::beside;
use super::{
    benchmark_text, count_text, level_text, measure_text, missing_text, number_text, period_text,
    value_with_unit, verdict_text, with_unit,
};
use crate::answer::{ByCategory, CategoryRow, Verdict};
use crate::model::{IndicatorId, Kind, Lang, Nature, Value};
use crate::package::Package;

/// What a dimension is called.
pub fn dimension_text(lang: Lang, package: &Package, dimension: usize) -> String {
    let found = package.descriptor.dimensions.get(dimension);
    let label = found.map_or("", |it| it.label.get(lang));
    match (found, label) {
        (Some(it), "") => it.name.clone(),
        (_, label) => label.to_string(),
    }
}

/// The title of a breakdown: 示范区受理事项：按事项类别.
pub fn by_category_title(lang: Lang, package: &Package, found: &ByCategory) -> String {
    let question = &found.question;
    let area = package.areas.get(question.area).name.get(lang);
    let label = package.indicators.get(question.indicator).label.get(lang);
    let dimension = dimension_text(lang, package, question.dimension);
    match lang {
        Lang::Zh => zh!("{}：按{dimension}", beside(area, label)),
        Lang::En => format!("{label} by {}, {area}", dimension.to_lowercase()),
    }
}

/// The title of the table of all areas.
pub fn category_table_title(lang: Lang, package: &Package, found: &ByCategory) -> String {
    let question = &found.question;
    let label = package.indicators.get(question.indicator).label.get(lang);
    let dimension = dimension_text(lang, package, question.dimension);
    let level = found.table.as_ref();
    let level = level.map_or(String::new(), |it| level_text(lang, package, it.level));
    match lang {
        Lang::Zh => zh!("各{}：按{dimension}", beside(&level, label)),
        Lang::En => {
            let (dimension, level) = (dimension.to_lowercase(), singular(&level));
            format!("{label} by {level} and {dimension}")
        }
    }
}

/// The whole, how many values there are and which are the highest and the lowest, what stands apart.
pub fn by_category_sentences(lang: Lang, package: &Package, found: &ByCategory) -> Vec<String> {
    let question = &found.question;
    let indicator = package.indicators.get(question.indicator);
    let area = package.areas.get(question.area).name.get(lang);
    let period = period_text(lang, found.period);
    let label = indicator.label.get(lang);
    let dimension = dimension_text(lang, package, question.dimension);
    let whole = value_with_unit(lang, indicator, &found.total.reading);
    let is_known = found.total.reading.value.number().is_some();
    let mut said = vec![match (lang, is_known) {
        (Lang::Zh, true) => zh!("{period}{}合计 {whole}。", beside(area, label)),
        (Lang::Zh, false) => zh!("{period}{area}没有公布{label}的合计。"),
        (Lang::En, true) => format!("{area}, {period}: {label} {whole} in all."),
        (Lang::En, false) => format!("{area}, {period}: no total is published of {label}."),
    }];
    if let (true, true, Lang::Zh) = (is_known, indicator.is_quotient(), lang) {
        said[0] = zh!("{period}{}{label} {whole}。", as_a_whole(lang, area));
    }
    if let (true, true, Lang::En) = (is_known, indicator.is_quotient(), lang) {
        said[0] = format!("{}, {period}: {label} {whole}.", as_a_whole(lang, area));
    }
    let known = found.rows.iter();
    let known = known.filter_map(|row| Some((row, row.reading.value.number()?)));
    let known: Vec<(&CategoryRow, f64)> = known.collect();
    let most = known
        .iter()
        .copied()
        .reduce(|one, it| if it.1 > one.1 { it } else { one });
    let least = known
        .iter()
        .copied()
        .reduce(|one, it| if it.1 < one.1 { it } else { one });
    let named = |(row, _): (&CategoryRow, f64)| {
        let value = value_with_unit(lang, indicator, &row.reading);
        let share = row.share.map(|share| number_text(100.0 * share, 1));
        let name = row.label.get(lang);
        match (lang, share) {
            (Lang::Zh, Some(share)) => format!("{name}（{value}，占 {share}%）"),
            (Lang::Zh, None) => format!("{name}（{value}）"),
            (Lang::En, Some(share)) => format!("{name} ({value}, {share}% of all)"),
            (Lang::En, None) => format!("{name} ({value})"),
        }
    };
    let count = found.rows.len();
    if let (Some(most), Some(least)) = (most, least)
        && known.len() > 1
    {
        let (most, least) = (named(most), named(least));
        said.push(match lang {
            Lang::Zh => zh!("按{dimension}分 {count} 类，最高为{most}，最低为{least}。"),
            Lang::En => {
                let dimension = dimension.to_lowercase();
                format!(
                    "Of {count} values of {dimension} the highest is {most}, the lowest {least}."
                )
            }
        });
    }
    said.push(apart_text(lang, package, found));
    if found.is_over {
        said.push(
            match lang {
                Lang::Zh => "各类之和大于合计，不计算占比：两者必有一误，或类别有重叠。",
                Lang::En => "The values sum up to more than the whole, so no shares are given: one of them is wrong, or values overlap.",
            }
            .to_string(),
        );
    }
    if let Some(left) = found.unassigned.filter(|left| *left > 0.0) {
        let left = with_unit(&count_text(left), indicator.unit.get(lang));
        said.push(match lang {
            Lang::Zh => format!("另有 {left} 未归入任何一类。"),
            Lang::En => format!("{left} are in none of them."),
        });
    }
    let lacking = found.rows.iter().filter_map(|row| match row.reading.value {
        Value::Missing(missing) => {
            let why = missing_text(lang, missing);
            Some(match lang {
                Lang::Zh => format!("{}（{why}）", row.label.get(lang)),
                Lang::En => format!("{} ({why})", row.label.get(lang)),
            })
        }
        _ => None,
    });
    let lacking: Vec<String> = lacking.collect();
    if !lacking.is_empty() {
        said.push(match lang {
            Lang::Zh => format!("没有数值：{}。", lacking.join("、")),
            Lang::En => format!("Without a value: {}.", lacking.join(", ")),
        });
    }
    said.retain(|text| !text.is_empty());
    said
}

/// Which values differ from the whole beyond chance, or that none does.
fn apart_text(lang: Lang, package: &Package, found: &ByCategory) -> String {
    if found.judged_count == 0 {
        return String::new();
    }
    let indicator = found.question.indicator;
    let apart = |is_meant: fn(Verdict) -> bool| {
        let rows = found.rows.iter();
        let rows = rows.filter(|row| is_meant(row.verdict(package, indicator)));
        let names: Vec<&str> = rows.map(|row| row.label.get(lang)).collect();
        names.join(match lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        })
    };
    let sides = [
        apart(|it| matches!(it, Verdict::MuchWorse | Verdict::MuchLower)),
        apart(|it| matches!(it, Verdict::MuchBetter | Verdict::MuchHigher)),
    ];
    let area = benchmark_text(lang, package, found.question.area);
    let is_neither = found.rows.iter().any(|row| {
        matches!(
            row.verdict(package, indicator),
            Verdict::MuchLower | Verdict::MuchHigher
        )
    });
    let parts = sides
        .into_iter()
        .enumerate()
        .filter(|(_, names)| !names.is_empty());
    let parts: Vec<String> = parts
        .map(|(side, names)| match (lang, side, is_neither) {
            (Lang::Zh, 0, false) => zh!("{names}差于整体"),
            (Lang::Zh, 0, true) => zh!("{names}低于整体"),
            (Lang::Zh, _, false) => zh!("{names}优于整体"),
            (Lang::Zh, _, true) => zh!("{names}高于整体"),
            (Lang::En, 0, false) => format!("{names} worse"),
            (Lang::En, 0, true) => format!("{names} lower"),
            (Lang::En, _, false) => format!("{names} better"),
            (Lang::En, _, true) => format!("{names} higher"),
        })
        .collect();
    match (lang, parts.is_empty()) {
        (Lang::Zh, true) => "各类与整体之间没有超出偶然波动的差异（99.8%）。".to_string(),
        (Lang::En, true) => {
            let area = in_sentence(&area);
            format!("None differs from {area} as a whole beyond chance (99.8%).")
        }
        (Lang::Zh, false) => format!("超出偶然波动（99.8%）：{}。", parts.join("；")),
        (Lang::En, false) => {
            let area = in_sentence(&area);
            format!(
                "Beyond chance (99.8%), against {area} as a whole: {}.",
                parts.join("; ")
            )
        }
    }
}

/// After a caption: the scale shows the range of the values.
pub fn range_scale_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；横轴只显示数值所在的范围，不从 0 开始",
        Lang::En => "; the scale shows the range of the values and does not start at zero",
    }
}

/// How the bars of a breakdown are read.
pub fn by_category_caption(lang: Lang, package: &Package, found: &ByCategory) -> String {
    let order = match (found.question.is_declared_order, lang) {
        (false, Lang::Zh) => "由高到低",
        (false, Lang::En) => "the highest first",
        (true, Lang::Zh) => "按声明的次序",
        (true, Lang::En) => "in the declared order",
    };
    let indicator = package.indicators.get(found.question.indicator);
    let has_intervals = found.rows.iter().any(|row| row.judged.is_some());
    let is_inventory = indicator.nature == Nature::Inventory;
    let mut text = order.to_string();
    if has_intervals {
        text.push_str(match (lang, found.judged_count > 0) {
            (Lang::Zh, true) => {
                "；细线为 95% 区间；各类与该地区整体相比，占一成以上的与其余部分相比，只计各自的偶然波动"
            }
            (Lang::En, true) => {
                "; thin lines: 95% intervals; each is held against the area as a whole, or the rest of it where it is over a tenth, by its own counts"
            }
            (Lang::Zh, false) => "；细线为 95% 区间",
            (Lang::En, false) => "; thin lines: 95% intervals",
        });
    } else if indicator.kind == Kind::Count || is_inventory {
        text.push_str(match lang {
            Lang::Zh => "；总量没有区间，也不作检验",
            Lang::En => "; counts have no interval and are not tested",
        });
    }
    match lang {
        Lang::Zh => text,
        Lang::En => super::trend_said::capitalised(&text),
    }
}

/// How the table of all areas is read.
pub fn category_table_caption(lang: Lang, package: &Package, id: IndicatorId) -> String {
    let is_count = package.indicators.get(id).kind == Kind::Count;
    match (lang, is_count) {
        (Lang::Zh, true) => "每格为该类占该地区合计的比例；深浅为其在该列中的位置，不作检验",
        (Lang::En, true) => {
            "Each cell: the share of the value in the area’s whole; its shade is its place in the column, which is not tested"
        }
        (Lang::Zh, false) => "深浅为数值在该列中的位置，不作检验；分母小的格偶然波动大",
        (Lang::En, false) => {
            "Shade: the place of the value in its column, which is not tested; cells of small denominators vary by chance"
        }
    }
    .to_string()
}

/// What is said of a value when it is pointed at: its share, its interval with its counts, its verdict.
pub fn category_row_said(
    lang: Lang,
    package: &Package,
    indicator: IndicatorId,
    row: &CategoryRow,
) -> String {
    let about = package.indicators.get(indicator);
    let mut parts = Vec::new();
    if let Some(share) = row.share {
        let share = number_text(100.0 * share, 1);
        parts.push(match lang {
            Lang::Zh => format!("占 {share}%"),
            Lang::En => format!("{share}% of all"),
        });
    }
    if let Some(judged) = row.judged {
        let events = count_text(judged.sample.events());
        let size = count_text(judged.sample.size());
        let lower = measure_text(lang, about, judged.interval_95.lower);
        let upper = measure_text(lang, about, judged.interval_95.upper);
        parts.push(match lang {
            Lang::Zh => format!("{events}/{size}，95% 区间 {lower}–{upper}"),
            Lang::En => format!("{events}/{size}; 95% interval {lower}–{upper}"),
        });
        if judged.against.is_some() {
            parts.push(verdict_text(lang, row.verdict(package, indicator)).to_string());
        }
    }
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => "; ",
    })
}
