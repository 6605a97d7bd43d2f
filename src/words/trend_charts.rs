//! Texts of the charts of trends other than the control chart: against the benchmark, several areas
//! together, small multiples of a level.

use super::spacing::beside;
use super::{
    change_text, difference_text, level_count_text, level_text, missing_text, period_text,
    singular, span_text,
};
use crate::answer::{Boundary, Change, Movement, Multiples, MultiplesRow, Together, Trend};
use crate::model::{Indicator, Lang, Missing, Period, Polarity};
use crate::package::Package;
use crate::stats::{Confidence, expected_by_chance};

/// The title of several areas together.
pub fn together_title(lang: Lang, package: &Package, together: &Together) -> String {
    let indicator = package.indicators.get(together.question.indicator);
    let label = indicator.label.get(lang);
    let names = together.series.iter();
    let names = names.map(|it| package.areas.get(it.area).name.get(lang));
    let names: Vec<&str> = names.collect();
    match lang {
        Lang::Zh => format!("{}：{label}", names.join("、")),
        Lang::En => format!("{label}: {}", names.join(", ")),
    }
}

/// How lines are read.
pub fn together_caption(lang: Lang, package: &Package, together: &Together) -> String {
    let whole = together.benchmark.as_ref();
    let whole = whole.map(|(top, _)| super::benchmark_text(lang, package, *top));
    match lang {
        Lang::Zh => {
            let dotted = whole.map_or(String::new(), |name| zh!("点线为{name}；"));
            format!(
                "{dotted}缺数处断开，空心为尚未到期（超出纵轴的画在边上）。未作检验，是否变化见各自的控制图"
            )
        }
        Lang::En => {
            let dotted = whole.map_or("Broken".to_string(), |name| {
                format!("Dotted: {}; broken", super::names::in_sentence(&name))
            });
            format!(
                "{dotted} where there is no value; hollow: not yet final (at the edge where off the scale). Nothing is tested here: each area’s own control chart says whether it has changed"
            )
        }
    }
}

/// What must be known of several areas together: those without a series, changed boundaries.
pub fn together_note(lang: Lang, package: &Package, together: &Together) -> String {
    let mut notes = Vec::new();
    for series in &together.series {
        let name = package.areas.get(series.area).name.get(lang);
        let has_value = series.readings.iter().any(|it| it.value.number().is_some());
        if !has_value {
            let missing = missing_text(lang, Missing::NoRow);
            notes.push(match lang {
                Lang::Zh => format!("{name}：{missing}"),
                Lang::En => format!("{name}: {missing}"),
            });
        } else if let Some(boundary) = &series.boundary {
            let text = super::boundary_text(lang, package, boundary);
            notes.push(match lang {
                Lang::Zh => format!("{name}：{text}"),
                Lang::En => format!("{name}: {text}"),
            });
        }
    }
    notes.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// The title of small multiples: 各社区按期办结率的变化.
pub fn multiples_title(lang: Lang, package: &Package, multiples: &Multiples) -> String {
    let question = &multiples.question;
    let label = package.indicators.get(question.indicator).label.get(lang);
    let level = level_text(lang, package, question.level);
    let within = question.within;
    let place = within.map_or("", |area| package.areas.get(area).name.get(lang));
    match lang {
        Lang::Zh => zh!("{place}各{}的变化", beside(&level, label)),
        Lang::En if place.is_empty() => format!("{label} over time, by {}", singular(&level)),
        Lang::En => format!("{label} over time, by {}, {place}", singular(&level)),
    }
}

/// From the first to the last of some periods; blank where there are none.
pub fn periods_span_text(lang: Lang, periods: &[Period]) -> String {
    match (periods.first(), periods.last()) {
        (Some(first), Some(last)) => span_text(lang, *first, *last),
        _ => String::new(),
    }
}

/// From when to when a series reaches.
pub fn points_span_text(lang: Lang, trend: &Trend) -> String {
    let periods: Vec<Period> = trend.points.iter().map(|point| point.period).collect();
    periods_span_text(lang, &periods)
}

/// Where each area stands at its newest final value, for a briefing.
pub fn together_sentence(lang: Lang, package: &Package, together: &Together) -> String {
    let indicator = package.indicators.get(together.question.indicator);
    let newest = |series: &crate::answer::TogetherSeries| {
        let is_final = |reading: &crate::answer::Reading| {
            reading.value.number().is_some() && !reading.is_provisional()
        };
        let at = series.readings.iter().rposition(is_final)?;
        let period = period_text(lang, *together.periods.get(at)?);
        let name = package.areas.get(series.area).name.get(lang);
        let value = super::value_with_unit(lang, indicator, &series.readings[at]);
        Some(match lang {
            Lang::Zh => format!("{name} {value}（{period}）"),
            Lang::En => format!("{name} {value} ({period})"),
        })
    };
    let parts: Vec<String> = together.series.iter().filter_map(newest).collect();
    let label = indicator.label.get(lang);
    match lang {
        Lang::Zh => format!("{label}：{}。", parts.join("；")),
        Lang::En => format!("{label}: {}.", parts.join("; ")),
    }
}

/// How many areas changed beyond chance, and how many chance alone would give; or between which two
/// periods the change is.
pub fn multiples_sentence(lang: Lang, package: &Package, multiples: &Multiples) -> String {
    let indicator = package.indicators.get(multiples.question.indicator);
    let changes: Vec<_> = multiples.rows.iter().filter_map(on_year).collect();
    let moved = multiples.moved_count();
    let all = level_count_text(lang, package, multiples.question.level, moved);
    let sentence = match (changes.first(), multiples.between) {
        (Some(change), _) if package.descriptor.judged => {
            let months = span_text(lang, change.months.0, change.months.1);
            let beyond = |is_up: bool| {
                let is_so = |it: &&&crate::answer::ChangeOnYear| {
                    it.is_beyond_chance() && (it.change > 0.0) == is_up
                };
                changes.iter().filter(is_so).count()
            };
            let (up, down) = (beyond(true), beyond(false));
            let expected = expected_by_chance(moved, Confidence::NinetyNinePointEight);
            let chance = super::chance_text(lang, expected);
            let (good, bad) = match (lang, indicator.polarity) {
                (Lang::Zh, Polarity::Higher) => ("上升（变好）", "下降（变差）"),
                (Lang::Zh, Polarity::Lower) => ("上升（变差）", "下降（变好）"),
                (Lang::Zh, Polarity::None) => ("上升", "下降"),
                (Lang::En, Polarity::Higher) => ("rose (better)", "fell (worse)"),
                (Lang::En, Polarity::Lower) => ("rose (worse)", "fell (better)"),
                (Lang::En, Polarity::None) => ("rose", "fell"),
            };
            let named = beyond_names(lang, package, indicator, multiples);
            match lang {
                Lang::Zh if up + down == 0 => {
                    zh!("{all}的变化均未超出偶然波动（99.8%）。按 {months}合计与上年同期之差排列。")
                }
                Lang::En if up + down == 0 => format!(
                    "None of {all} changed beyond chance (99.8%). In the order of {months} against the same months of the year before."
                ),
                Lang::Zh => zh!(
                    "{all}中，{down} 个{bad}、{up} 个{good}超出偶然波动（99.8%）；如实际并无变化，仅因偶然超出的{chance} 个。{named}按 {months}合计与上年同期之差排列。"
                ),
                Lang::En => format!(
                    "Of {all}, {down} {bad} and {up} {good} beyond chance (99.8%); {chance} by chance alone, were nothing changed. {named}In the order of {months} against the same months of the year before."
                ),
            }
        }
        (_, Some((from, to))) => {
            let (from, to) = (period_text(lang, from), period_text(lang, to));
            match lang {
                Lang::Zh => zh!("{all}按 {to}较 {from}的变化排列，未作检验。"),
                Lang::En => {
                    format!(
                        "{all} in the order of the change from {from} to {to}; nothing is tested."
                    )
                }
            }
        }
        _ => match lang {
            Lang::Zh => "没有可以比较的两期，按地区顺序排列。".to_string(),
            Lang::En => "No two periods to compare: in the order of the areas.".to_string(),
        },
    };
    let rest = multiples.rows.len() - moved;
    let rest = match (lang, rest) {
        (_, 0) => String::new(),
        (Lang::Zh, rest) => format!("另有 {rest} 个缺少可比的数据，排在最后。"),
        (Lang::En, rest) => format!(" {rest} without comparable figures come last."),
    };
    let absent = match (lang, multiples.absent_count) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => format!("{count} 个没有数据，未列出。"),
        (Lang::En, count) => format!(" {count} without any value are not shown."),
    };
    [sentence, rest, absent].concat()
}

/// More than these are not named in a sentence.
const MOST_NAMED: usize = 6;

/// Those that changed beyond chance by name, where they are few: 乙01社区 −17.6 个百分点。
fn beyond_names(
    lang: Lang,
    package: &Package,
    indicator: &Indicator,
    multiples: &Multiples,
) -> String {
    let beyond = multiples.rows.iter().filter_map(|row| {
        let change = on_year(row).filter(|change| change.is_beyond_chance())?;
        let name = package.areas.get(row.area).name.get(lang);
        let change = difference_text(lang, indicator, change.change);
        Some([name, " ", &change].concat())
    });
    let named: Vec<String> = beyond.collect();
    match (lang, named.len()) {
        (_, 0) => String::new(),
        (_, count) if count > MOST_NAMED => String::new(),
        (Lang::Zh, _) => format!("{}。", named.join("，")),
        (Lang::En, _) => format!("{}. ", named.join(", ")),
    }
}

fn on_year(row: &MultiplesRow) -> Option<&crate::answer::ChangeOnYear> {
    match &row.movement {
        Some(Movement::OnYear(change)) => Some(change),
        _ => None,
    }
}

/// The change of an area, short enough for its panel, with its direction: ↓ −17.4 个百分点.
pub fn movement_text(lang: Lang, indicator: &Indicator, row: &MultiplesRow) -> String {
    let arrow = |number: f64, text: &str| match number {
        _ if !text.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) => "→ ",
        number if number > 0.0 => "↑ ",
        _ => "↓ ",
    };
    let (number, text) = match (&row.movement, &row.boundary) {
        (Some(Movement::OnYear(change)), _) => {
            let change = change.change;
            (change, difference_text(lang, indicator, change))
        }
        (Some(Movement::Between(change)), _) => {
            let text = change_text(lang, indicator, *change).unwrap_or_default();
            (change.number().unwrap_or(0.0), text)
        }
        (None, Some(Boundary::Cut { reshaping, .. })) => {
            return super::trend_boundary::new_boundary_text(lang, *reshaping).to_string();
        }
        (None, _) => {
            return match lang {
                Lang::Zh => "无可比数据",
                Lang::En => "not comparable",
            }
            .to_string();
        }
    };
    [arrow(number, &text), &text].concat()
}

/// What is said of a panel when it is pointed at: whether its change is beyond chance.
pub fn movement_said(lang: Lang, row: &MultiplesRow, is_judged: bool) -> &'static str {
    let (zh, en) = match on_year(row) {
        Some(change) if is_judged && change.is_beyond_chance() => (
            "较上年同期，超出偶然波动（99.8%）",
            "on the year before, beyond chance (99.8%)",
        ),
        Some(_) if is_judged => (
            "较上年同期，在偶然波动范围内",
            "on the year before, within chance",
        ),
        Some(_) => ("较上年同期", "on the year before"),
        None => ("", ""),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What stands before the scale of the small multiples.
pub fn scale_label(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "各格同一纵轴",
        Lang::En => "One scale",
    }
}

/// How small multiples are read.
pub fn multiples_caption(lang: Lang, package: &Package, multiples: &Multiples) -> String {
    let polarity = package
        .indicators
        .get(multiples.question.indicator)
        .polarity;
    let is_tested = multiples.rows.iter().any(|row| on_year(row).is_some());
    let (zh, en) = match (is_tested && package.descriptor.judged, polarity) {
        (true, Polarity::None) => (
            "▲ 上升、▼ 下降超出偶然波动（99.8%），● 在偶然波动范围内；升降幅大的在两端；空心为尚未到期（超出纵轴的画在边上）",
            "▲ risen, ▼ fallen beyond chance (99.8%), ● within chance; the largest changes at both ends; hollow: not yet final (at the edge where off the scale)",
        ),
        (true, _) => (
            "▼ 变差、▲ 变好超出偶然波动（99.8%），● 在偶然波动范围内；变差最多的在前；空心为尚未到期（超出纵轴的画在边上）",
            "▼ worse, ▲ better beyond chance (99.8%), ● within chance; the largest change for the worse first; hollow: not yet final (at the edge where off the scale)",
        ),
        (false, Polarity::None) => (
            "下降最多的在前，上升最多的在后；空心为尚未到期（超出纵轴的画在边上）",
            "The largest fall first, the largest rise last; hollow: not yet final (at the edge where off the scale)",
        ),
        (false, _) => (
            "变差最多的在前，变好最多的在后；空心为尚未到期（超出纵轴的画在边上）",
            "The largest change for the worse first, for the better last; hollow: not yet final (at the edge where off the scale)",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
    .to_string()
}

/// A change in a table: blank where there is nothing to compare, a dash where the two do not compare.
pub fn change_cell_text(lang: Lang, indicator: &Indicator, change: Change) -> String {
    match change {
        Change::NoEarlier => String::new(),
        Change::NotComparable => "–".to_string(),
        change => change_text(lang, indicator, change).unwrap_or_default(),
    }
}
