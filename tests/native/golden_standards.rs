//! Margins to a standard and the parts of a split, drawn exactly as they were last looked at.
//! `UPDATE_GOLDEN=1 cargo test golden_standards::` writes the pictures anew: look at them.

use crate::support::golden::{Lang, STEMS, check_one, check_pair};
use zhishe::draw::Theme;
use zhishe::figure::{
    Axis, Benchmark, Emphasis, Figure, Margins, Mark, MarkStatus, SplitBar, SplitParts,
};

fn community(lang: Lang, index: usize) -> String {
    let stem = lang.pick(STEMS[(index * 7 + 1) % 10]);
    let stem = stem.replace("街道", "").replace(" Sub-district", " ");
    format!("{stem}{:02}{}", index % 16 + 1, lang.pick(("社区", "")))
}

fn limit(
    lang: Lang,
    value: f64,
    value_text: &str,
    label: (&'static str, &'static str),
) -> Benchmark {
    Benchmark {
        label: lang.pick(label),
        value,
        value_text: value_text.to_string(),
    }
}

/// 163 offices, 42 of them too small, two just large enough, one picked.
fn offices(lang: Lang, tried: Option<f64>) -> Figure {
    let area = |index: usize| match index {
        0..42 => 330.0 + 10.0 * (index * 26 / 41) as f64,
        42 | 43 => 600.0,
        _ => (600.0 + 1.1 * (index - 43) as f64 + 0.03 * ((index - 43) as f64).powi(2)).round(),
    };
    let mark = |index: usize| {
        let value = area(index);
        let mut mark = Mark::plain(
            index as u32,
            community(lang, index),
            value,
            format!("{value}"),
        );
        mark.status = match value < 600.0 {
            true => MarkStatus::NotMet,
            false => MarkStatus::Met,
        };
        mark.emphasis = match index {
            70 => Emphasis::Picked,
            0..6 => Emphasis::Named,
            _ => Emphasis::None,
        };
        mark
    };
    Figure::Margins(Margins {
        marks: (0..163).map(mark).collect(),
        axis: Axis::from_zero(lang.pick(("平方米", "m²"))),
        limit: limit(lang, 600.0, "600", ("下限", "Minimum")),
        tried: tried.map(|it| limit(lang, it, &it.to_string(), ("自设限值", "Your limit"))),
        start_hint: lang.pick(("← 差距最大", "← largest shortfall")),
        end_hint: lang.pick(("余量最大 →", "widest margin →")),
        caption: lang.pick((
            "163 个社区，由差距最大到余量最大；◇ 未达标 42 个（竖线为差距），圆点为达标 121 个",
            "163 communities, from the largest shortfall to the widest margin; ◇ not met: 42 (line: the shortfall), dots: met, 121",
        )),
        note: String::new(),
    })
}

/// Households against an upper limit: those that miss it lie above the line.
fn households(lang: Lang) -> Figure {
    let mark = |index: usize| {
        let value = match index {
            0..6 => [5212.0, 4630.0, 4208.0, 3985.0, 3764.0, 3618.0][index],
            _ => (3500.0 - 15.0 * (index - 5) as f64).max(1200.0),
        };
        let mut mark = Mark::plain(
            index as u32,
            community(lang, index),
            value,
            format!("{value}"),
        );
        if index < 6 {
            mark.status = MarkStatus::NotMet;
            mark.emphasis = Emphasis::Named;
        } else {
            mark.status = MarkStatus::Met;
        }
        mark
    };
    Figure::Margins(Margins {
        marks: (0..163).map(mark).collect(),
        axis: Axis::from_zero(lang.pick(("户", "households"))),
        limit: limit(lang, 3500.0, "3,500", ("上限", "Maximum")),
        tried: Some(limit(lang, 3400.0, "3,400", ("自设限值", "Your limit"))),
        start_hint: lang.pick(("← 差距最大", "← largest shortfall")),
        end_hint: lang.pick(("余量最大 →", "widest margin →")),
        caption: String::new(),
        note: lang.pick((
            "另有 2 个未判定，原因见表格",
            "2 more not judged; the table says why",
        )),
    })
}

fn split(lang: Lang) -> Figure {
    let bar = |key: u32, label: (&'static str, &'static str), units: &[f64], is_met: bool| {
        let value: f64 = units.iter().sum();
        let thousands = (value / 1000.0).floor();
        let text = format!("{thousands},{:03}", value - 1000.0 * thousands);
        let mut mark = Mark::plain(key, lang.pick(label), value, text);
        mark.status = if is_met {
            MarkStatus::Met
        } else {
            MarkStatus::NotMet
        };
        if is_met {
            let count = units.len();
            mark.detail = match lang {
                Lang::Zh => format!("{count} 个小区"),
                Lang::En => format!("{count} compounds"),
            };
        }
        SplitBar {
            mark,
            units: units.to_vec(),
        }
    };
    Figure::SplitParts(SplitParts {
        bars: vec![
            bar(0, ("现状", "As it is"), &[3457.0, 1755.0], false),
            bar(1, ("第 1 部分", "Part 1"), &[901.0, 850.0, 702.0, 611.0, 393.0], true),
            bar(2, ("第 2 部分", "Part 2"), &[540.0, 501.0, 402.0, 312.0], true),
        ],
        axis: Axis::from_zero(lang.pick(("户", "households"))),
        limit: limit(lang, 3500.0, "3,500", ("上限", "Maximum")),
        caption: lang.pick((
            "每格为一个小区；只看户数，不考虑位置和边界，不是拆分方案",
            "Each piece is a compound. Households alone count, not where compounds lie; not a proposal",
        )),
    })
}

#[test]
fn margins() {
    let title = (
        "社区办公用房面积下限：各社区达标情况",
        "Community office area: who meets it, by community",
    );
    check_pair("margins", 680, Some(title), |lang| offices(lang, None));
    let phone = |lang| offices(lang, Some(500.0));
    check_one("margins-phone", 340, None, Lang::Zh, Theme::Light, phone);
}

#[test]
fn margins_to_an_upper_limit_beside_another() {
    let title = (
        "社区规模上限：各社区达标情况",
        "Households: who meets it, by community",
    );
    check_pair("margins-tried", 680, Some(title), households);
}

#[test]
fn split_parts() {
    let title = ("甲09社区拆分测算", "A split of Jia 09 Community");
    check_pair("split-parts", 560, Some(title), split);
    check_one(
        "split-parts-phone",
        340,
        None,
        Lang::Zh,
        Theme::Light,
        split,
    );
}
