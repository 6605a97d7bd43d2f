//! Texts of two indicators against each other: how they go together, how sure that is, what must be
//! known before anybody makes anything of it.

use super::agreement::{apart_text, decisive_text, together_text};
use super::names::singular;
use super::slope::{line_text, slopes_text};
use super::trend_said::capitalised;
use super::{
    choice_text, count_text, left_out_text, level_count_text, level_text, measure_text,
    number_text, word_unit, words,
};
use crate::answer::{Ingredient, NoFit, NoShades, NotShown, Relate, Scattered, Shaded, SharedPart};
use crate::model::{Indicator, Kind, Lang};
use crate::package::Package;
use crate::stats::Correlation;

/// The most areas that are named as left out.
const MOST_NAMED: usize = 4;

/// The title of a scatter: 各社区群众满意率与按期办结率.
pub fn scatter_title(lang: Lang, package: &Package, relate: &Relate) -> String {
    let label = |id| package.indicators.get(id).label.get(lang);
    let (x, y) = (label(relate.question.x.0), label(relate.question.y.0));
    let level = level_text(lang, package, relate.question.level);
    let within = relate.question.within;
    let place = within.map_or("", |area| package.areas.get(area).name.get(lang));
    match lang {
        Lang::Zh => zh!("{place}各{level}：{y}与{x}"),
        Lang::En if place.is_empty() => format!("{y} against {x}, by {}", singular(&level)),
        Lang::En => format!("{y} against {x}, by {}, {place}", singular(&level)),
    }
}

/// The period of both, or that of each.
pub fn scatter_period_text(lang: Lang, relate: &Relate) -> String {
    let (x, y) = (relate.question.x.1, relate.question.y.1);
    let (x_text, y_text) = (choice_text(lang, x), choice_text(lang, y));
    match (lang, x == y) {
        (_, true) => x_text,
        (Lang::Zh, false) => format!("横轴 {x_text}，纵轴 {y_text}"),
        (Lang::En, false) => format!("horizontal axis {x_text}, vertical axis {y_text}"),
    }
}

/// How many areas, how the two go together and how sure that is, what the line says.
pub fn scatter_sentences(lang: Lang, package: &Package, found: &Scattered) -> Vec<String> {
    let relate = &found.relate;
    let level = relate.question.level;
    let all = level_count_text(lang, package, level, relate.points.len());
    let used = relate.used_count;
    if used == 0 {
        return vec![match lang {
            Lang::Zh => zh!("{all}中没有一个两项都有确切的最终值，无图可画。"),
            Lang::En => {
                format!("None of {all} has exact and final values of both: nothing to draw.")
            }
        }];
    }
    let mut said = vec![match (lang, used == relate.points.len()) {
        (Lang::Zh, true) => zh!("{all}两项均有确切的最终值。"),
        (Lang::Zh, false) => zh!("{all}中 {used} 个两项均有确切的最终值。"),
        (Lang::En, true) => format!("All {all} have exact and final values of both."),
        (Lang::En, false) if used == 1 => {
            format!("1 of {all} has exact and final values of both.")
        }
        (Lang::En, false) => format!("{used} of {all} have exact and final values of both."),
    }];
    if let Some(reason) = relate.no_fit() {
        said.push(no_fit_text(lang, reason));
        return said;
    }
    if let (Ok(pearson), Ok(line)) = (&relate.pearson, &relate.line) {
        let each = level_text(lang, package, level);
        match (&relate.spearman, relate.disagrees()) {
            (Ok(spearman), true) => said.push(apart_text(lang, &each, pearson, spearman)),
            _ => said.push(together_text(lang, &each, pearson)),
        }
        said.extend(relate.decisive.map(|it| decisive_text(lang, package, &it)));
        // A slope that could as well be the other way is nothing to be told.
        if line.slope_interval.lower > 0.0 || line.slope_interval.upper < 0.0 {
            said.push(line_text(lang, package, relate, line));
        }
    }
    said
}

/// Why there is no line.
fn no_fit_text(lang: Lang, reason: NoFit) -> String {
    match (reason, lang) {
        (NoFit::TooFew(count), Lang::Zh) => {
            format!("只有 {count} 个，不足 10 个：任何一个都足以左右结果，不画拟合线，不报相关系数。")
        }
        (NoFit::TooFew(count), Lang::En) => format!(
            "With {count}, fewer than 10, each single one would decide the result: no line is fitted and no correlation given."
        ),
        (NoFit::EachLatest, Lang::Zh) => {
            "各地区取各自最新的期间，不画拟合线，不报相关系数。".to_string()
        }
        (NoFit::EachLatest, Lang::En) => "Each area is shown at its own latest period: no line is fitted and no correlation given.".to_string(),
        (NoFit::Constant, Lang::Zh) => {
            "其中一项各地区数值相同，无从计算相关。".to_string()
        }
        (NoFit::Constant, Lang::En) => {
            "One of the two does not vary: there is nothing to correlate.".to_string()
        }
    }
}

/// What must be known before anything is made of it: periods that differ, a part in common, counts that
/// grow together, who is left out, and that nothing is said of causes.
pub fn scatter_cautions(lang: Lang, package: &Package, found: &Scattered) -> Vec<String> {
    let relate = &found.relate;
    let mut said = Vec::new();
    if relate.periods_differ {
        let periods = scatter_period_text(lang, relate);
        said.push(match (lang, relate.period_kinds_differ) {
            (Lang::Zh, false) => format!("两项的期间不同（{periods}）。"),
            (Lang::Zh, true) => format!("两项的期间类型不同（{periods}）。"),
            (Lang::En, false) => format!("The two are of different periods ({periods})."),
            (Lang::En, true) => format!("The two are of different kinds of period ({periods})."),
        });
    }
    if let Some(shared) = found.shared {
        said.push(shared_text(lang, package, relate, shared));
    }
    if found.both_counts && relate.used_count > 1 {
        said.push(
            match lang {
                Lang::Zh => "两项都是总量，都随地区规模增大，一起变大不说明别的；宜换用比例或每千户的指标。",
                Lang::En => "Both are counts, which grow with the size of an area and so together: shares, or rates per household, would say more.",
            }
            .to_string(),
        );
    }
    if let Shaded::Groups(third, Err(reason)) = &found.shade {
        let label = package.indicators.get(third.indicator).label.get(lang);
        said.push(no_groups_text(lang, label, reason));
    }
    said.push(not_shown_text(lang, package, relate, &found.left_out));
    said.retain(|text| !text.is_empty());
    said
}

fn shared_text(lang: Lang, package: &Package, relate: &Relate, shared: SharedPart) -> String {
    let label = |id| package.indicators.get(id).label.get(lang);
    let (x, y) = (label(relate.question.x.0), label(relate.question.y.0));
    use Ingredient::{Count, Denominator, Numerator};
    let part = |part: Ingredient| match (part, lang) {
        (Count, _) => "",
        (Numerator, Lang::Zh) => "的分子",
        (Denominator, Lang::Zh) => "的分母",
        (Numerator, Lang::En) => "the numerator of ",
        (Denominator, Lang::En) => "the denominator of ",
    };
    match (lang, shared.x == shared.y) {
        (Lang::Zh, true) => format!(
            "两项{}相同，即使互不相干也会呈现相关（比率的伪相关，Pearson 1897）。",
            part(shared.x)
        ),
        (Lang::Zh, false) => format!(
            "“{x}”{}就是“{y}”{}，两项含有同一个数，即使互不相干也会呈现相关（比率的伪相关，Pearson 1897）。",
            part(shared.x),
            part(shared.y)
        ),
        (Lang::En, true) => format!(
            "Both have the same {}: they would be correlated even if unrelated (spurious correlation of ratios, Pearson 1897).",
            match shared.x {
                Numerator | Count => "numerator",
                Denominator => "denominator",
            }
        ),
        (Lang::En, false) => capitalised(&format!(
            "{}{x} is {}{y}: with a figure in common they would be correlated even if unrelated (spurious correlation of ratios, Pearson 1897).",
            part(shared.x),
            part(shared.y)
        )),
    }
}

fn no_groups_text(lang: Lang, label: &str, reason: &NoShades) -> String {
    let equal = *reason == NoShades::AllEqual;
    match (lang, equal) {
        (Lang::Zh, true) => format!("“{label}”各地区数值相同，未按其着色。"),
        (Lang::Zh, false) => format!("“{label}”可用的数值太少，未按其着色。"),
        (Lang::En, true) => format!("{label} is the same everywhere: nothing is coloured by it."),
        (Lang::En, false) => format!("{label} has too few values to colour by."),
    }
}

/// Who is left out and why, the first few by name.
fn not_shown_text(lang: Lang, package: &Package, relate: &Relate, left_out: &[NotShown]) -> String {
    if left_out.is_empty() {
        return String::new();
    }
    let label = |id| package.indicators.get(id).label.get(lang);
    let (x, y) = (label(relate.question.x.0), label(relate.question.y.0));
    let named = left_out.iter().take(MOST_NAMED).map(|it| {
        let name = package.areas.get(it.area).name.get(lang);
        let why = |label: &str, reason| {
            let reason = left_out_text(lang, reason);
            match lang {
                Lang::Zh => format!("{label}：{reason}"),
                Lang::En => format!("{label}: {reason}"),
            }
        };
        let reasons = [it.x.map(|it| why(x, it)), it.y.map(|it| why(y, it))];
        let reasons: Vec<String> = reasons.into_iter().flatten().collect();
        match lang {
            Lang::Zh => format!("{name}（{}）", reasons.join("，")),
            Lang::En => format!("{name} ({})", reasons.join(", ")),
        }
    });
    let named: Vec<String> = named.collect();
    let more = left_out.len() - named.len();
    match (lang, more) {
        (Lang::Zh, 0) => format!("未计入：{}。", named.join("、")),
        (Lang::Zh, more) => format!("未计入：{}，另有 {more} 个。", named.join("、")),
        (Lang::En, 0) => format!("Left out: {}.", named.join(", ")),
        (Lang::En, more) => format!("Left out: {}, and {more} more.", named.join(", ")),
    }
}

/// How two indicators go together: how many areas, both correlations with their intervals, and the line
/// that outliers do not bend.
pub fn relate_caption(lang: Lang, package: &Package, relate: &Relate) -> String {
    let count = level_count_text(lang, package, relate.question.level, relate.used_count);
    let mut parts = vec![count];
    if relate.no_fit().is_none() {
        let mut add = |zh: &str, en: &str, correlation: Option<&Correlation>| {
            if let Some(it) = correlation {
                let [coefficient, lower, upper] =
                    [it.coefficient, it.interval.lower, it.interval.upper]
                        .map(|number| number_text(number, 2));
                parts.push(match lang {
                    Lang::Zh => format!("{zh}{coefficient}（95% 区间 {lower} 至 {upper}）"),
                    Lang::En => format!("{en} {coefficient} (95% interval {lower} to {upper})"),
                });
            }
        };
        add(
            "线性相关（Pearson）",
            "linear correlation (Pearson)",
            relate.pearson.as_ref().ok(),
        );
        add(
            "秩相关（Spearman）",
            "rank correlation (Spearman)",
            relate.spearman.as_ref().ok(),
        );
        parts.extend(slopes_text(lang, package, relate));
    }
    parts.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// What must be known of two indicators side by side.
pub fn relate_note(lang: Lang, relate: &Relate) -> String {
    let mut notes = Vec::new();
    match (relate.no_fit(), lang) {
        (None, Lang::Zh) => notes.push("线为最小二乘拟合，带为其 95% 置信带；每个地区计一次，不论大小"),
        (None, Lang::En) => notes.push(
            "line of least squares with its 95% confidence band; an area counts once, whatever its size",
        ),
        (Some(NoFit::TooFew(_)), Lang::Zh) => notes.push("不足 10 个地区，不拟合"),
        (Some(NoFit::TooFew(_)), Lang::En) => notes.push("nothing is fitted to fewer than 10 areas"),
        (Some(NoFit::EachLatest), Lang::Zh) => notes.push("各地区期间不同，不拟合"),
        (Some(NoFit::EachLatest), Lang::En) => {
            notes.push("nothing is fitted, since the periods differ from area to area");
        }
        (Some(NoFit::Constant), Lang::Zh) => notes.push("一项没有变化，不计算相关"),
        (Some(NoFit::Constant), Lang::En) => {
            notes.push("no correlation: one of the two does not vary");
        }
    }
    if relate.periods_differ && relate.question.x.1 != relate.question.y.1 {
        notes.push(match lang {
            Lang::Zh => "两项指标的期间不同",
            Lang::En => "the two are of different periods",
        });
    }
    notes.push(words(lang).no_cause);
    let text = notes.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    });
    capitalised(&text)
}

/// What heads a legend of colours: by verdict where there is no indicator.
pub fn shade_title(lang: Lang, indicator: Option<&Indicator>, period: String) -> String {
    let Some(indicator) = indicator else {
        return match lang {
            Lang::Zh => "与基准相比（纵轴）".to_string(),
            Lang::En => "Against the benchmark (vertical axis)".to_string(),
        };
    };
    titled(lang, ("深浅", "Shade"), indicator, &period)
}

/// What heads a legend of sizes.
pub fn size_title(lang: Lang, indicator: &Indicator, period: String) -> String {
    titled(lang, ("面积", "Area"), indicator, &period)
}

fn titled(lang: Lang, (zh, en): (&str, &str), indicator: &Indicator, period: &str) -> String {
    let label = indicator.label.get(lang);
    let unit = match (word_unit(lang, indicator), lang) {
        ("", _) => String::new(),
        (unit, Lang::Zh) => format!("（{unit}）"),
        (unit, Lang::En) => format!(" ({unit})"),
    };
    match lang {
        Lang::Zh => zh!("{zh}：{label}{unit}，{period}"),
        Lang::En => format!("{en}: {label}{unit}, {period}"),
    }
}

/// The value that a dot of a legend stands for.
pub fn size_text(lang: Lang, indicator: &Indicator, value: f64) -> String {
    match indicator.kind {
        Kind::Proportion => measure_text(lang, indicator, value),
        _ => count_text(value),
    }
}

/// A dot without a value of what sizes or colours.
pub fn no_shade_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "无数值",
        Lang::En => "no value",
    }
}
