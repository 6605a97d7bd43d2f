//! What a heat table says in a sentence.

use super::verdict::chance_text;
use super::{count_text, heat_subtitle, heat_title};
use crate::answer::{CompareRow, Heat, HeatColumnAnswer, Verdict};
use crate::model::Lang;
use crate::package::Package;
use crate::stats::{Confidence, expected_by_chance};

/// What stands before that sentence where it leaves the page by itself.
pub fn heat_heading(lang: Lang, package: &Package, heat: &Heat) -> String {
    let title = heat_title(lang, package, heat);
    let subtitle = heat_subtitle(lang, package, heat);
    match (lang, subtitle.is_empty()) {
        (Lang::Zh, true) => format!("{title}："),
        (Lang::Zh, false) => format!("{title}（{subtitle}）："),
        (Lang::En, true) => format!("{title}:"),
        (Lang::En, false) => format!("{title} ({subtitle}):"),
    }
}

/// How many values of a heat table stand apart from what they are held against, at which level; blank
/// where none were held against anything.
pub fn heat_sentence(lang: Lang, package: &Package, heat: &Heat, is_plain: bool) -> String {
    let held = |column: &&HeatColumnAnswer| column.rows.iter().any(is_held);
    let columns: Vec<&HeatColumnAnswer> = heat.columns.iter().filter(held).collect();
    if columns.is_empty() {
        return String::new();
    }
    let count = |meant: &[Verdict]| {
        let cells = columns.iter().flat_map(|column| {
            let polarity = package.indicators.get(column.indicator).polarity;
            column
                .rows
                .iter()
                .map(move |row| row.verdict(polarity, !is_plain))
        });
        cells.filter(|verdict| meant.contains(verdict)).count()
    };
    let all = columns.iter().flat_map(|column| &column.rows);
    let held = all.filter(|row| is_held(row)).count();
    let chance = |confidence| chance_text(lang, expected_by_chance(held, confidence));
    let far_by_chance = chance(Confidence::NinetyNinePointEight);
    let near_by_chance = chance(Confidence::NinetyFive);
    let all = count_text(held as f64);
    let (worse, better) = (count(&[Verdict::MuchWorse]), count(&[Verdict::MuchBetter]));
    let near_worse = count(&[Verdict::MuchWorse, Verdict::Worse]);
    let near_better = count(&[Verdict::MuchBetter, Verdict::Better]);
    let indicators = columns.len();
    let tested = match indicators {
        1 => "one indicator".to_string(),
        _ => format!("{indicators} indicators"),
    };
    match lang {
        Lang::Zh => format!(
            "可检验的 {indicators} 项指标、{all} 个数值中，在 99.8% 置信水平上差于基准 {worse} 个、优于基准 {better} 个；在 95% 置信水平上（含前述）分别为 {near_worse} 个、{near_better} 个；如实际并无差别，仅因偶然超出 99.8% 的{far_by_chance} 个，超出 95% 的{near_by_chance} 个。"
        ),
        Lang::En => format!(
            "Of {all} values of the {tested} that can be tested, {worse} are worse than the benchmark and {better} better at the 99.8% level; at 95%, those included, {near_worse} and {near_better}. By chance alone {far_by_chance} would stand apart at 99.8% and {near_by_chance} at 95%."
        ),
    }
}

/// True where a value was held against the benchmark.
fn is_held(row: &CompareRow) -> bool {
    row.judged.is_some_and(|judged| judged.against.is_some())
}
