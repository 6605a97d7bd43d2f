//! What stands above the rows of a downloaded table, line by line.

use super::{
    benchmark_name, compare_period_text, compare_title, no_benchmark_text, package_note,
    refusal_line, stamp_text, value_with_unit, words,
};
use crate::answer::{Benchmark, Compare};
use crate::model::{Indicator, Lang, Source};
use crate::package::Package;

/// What a downloaded comparison is: title, package, indicator, benchmark, sources, the address of
/// the view that it was made from, and how its codes stay whole.
pub fn compare_notes(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    sources: &[&Source],
    address: &str,
) -> Vec<String> {
    let (fixed, about) = (words(lang), &package.descriptor);
    let indicator = package.indicators.get(compare.question.indicator);
    let reference = |it: &Benchmark| reference(lang, package, indicator, it);
    let colon = match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let mut lines = Vec::new();
    let mut add = |label: &str, text: &str| {
        if !text.is_empty() {
            let colon = if label.is_empty() { "" } else { colon };
            lines.push([label, colon, text].concat());
        }
    };
    add("", &compare_title(lang, package, compare));
    add("", &stamp_text(lang, package).unwrap_or_default());
    add("", about.banner.get(lang));
    if let Some(state) = &package.as_of {
        add("", state.said.get(lang));
    }
    add("", &package_note(lang, package));
    let named = coded(lang, indicator.label.get(lang), &indicator.code);
    add(fixed.indicator, &named);
    add(fixed.definition, indicator.definition.get(lang));
    add(fixed.caveat, indicator.caveat.get(lang));
    add(fixed.column_unit, indicator.unit.get(lang));
    add(fixed.period, &compare_period_text(lang, compare));
    match &compare.benchmark {
        Ok(benchmark) => add(fixed.benchmark, &reference(benchmark)),
        Err(reason) => add("", &no_benchmark_text(lang, *reason)),
    }
    if compare.benchmark.is_ok() {
        add("", verdict_columns_text(lang));
    }
    if let Some(within) = &compare.within {
        add(fixed.within, &reference(within));
    }
    if !compare.refusals.is_empty() {
        add("", &refusal_line(lang, &compare.refusals));
    }
    for source in sources {
        let named = [&*source.title, " · ", &source.publisher];
        add(fixed.source, &named.concat());
    }
    add(fixed.link, address);
    add("", fixed.codes_as_text);
    lines
}

/// A name and its code.
pub(super) fn coded(lang: Lang, name: &str, code: &str) -> String {
    let (open, close) = match lang {
        Lang::Zh => ("（", "）"),
        Lang::En => (" (", ")"),
    };
    [name, open, code, close].concat()
}

fn reference(
    lang: Lang,
    package: &Package,
    indicator: &Indicator,
    reference: &Benchmark,
) -> String {
    let value = value_with_unit(lang, indicator, &reference.total.reading);
    let name = match reference.area.map(|area| package.areas.get(area)) {
        Some(place) => coded(lang, place.name.get(lang), &place.code),
        None => benchmark_name(lang, package, reference),
    };
    [&*name, " ", &value].concat()
}

/// What the columns of limits in the file of a funnel plot are.
pub fn funnel_limits_note(lang: Lang, is_plain: bool) -> String {
    let (zh, en) = match is_plain {
        true => ("只计偶然波动", "of chance alone"),
        false => (
            "已按地区间超出偶然的差异放宽",
            "widened for the spread among areas beyond chance",
        ),
    };
    match lang {
        Lang::Zh => format!(
            "expected 列为各地区所比较的基准；limit_ 各列为漏斗图在各地区自身分母处的 95%、99.8% 界限，{zh}"
        ),
        Lang::En => format!(
            "expected: what the area is held against; limit_ columns: the 95% and 99.8% limits of the funnel plot at the area’s own denominator, {en}"
        ),
    }
}

/// What the two columns of verdicts in a file are.
fn verdict_columns_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => {
            "verdict 列只看各地区自身样本；verdict_adjusted 列按地区之间超出偶然的差异放宽界限，页面默认采用这一列"
        }
        Lang::En => {
            "verdict: by each area’s own counts alone; verdict_adjusted: by limits widened for the spread among areas beyond chance, as the pages do unless asked otherwise"
        }
    }
}
