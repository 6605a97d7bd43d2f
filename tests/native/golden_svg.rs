//! Every figure in both languages and both themes, drawn exactly as it was last looked at.
//! `UPDATE_GOLDEN=1 cargo test golden_svg::` writes the pictures anew: look at them.

use crate::support::golden::{Both, Lang, STEMS, check, district};
use zhishe::figure::{
    Arrangement, Axis, Caterpillar, Emphasis, Figure, Mark, MarkStatus, MissingMark, RankedBars,
    Sparkline,
};

/// Shares without a verdict: how the first release compares.
fn bars_plain(lang: Lang) -> Figure {
    let values = [94.6, 92.9, 91.3, 90.2, 89.0, 88.4, 87.6, 86.9, 83.1, 79.4];
    let mark = |(key, value): (usize, &f64)| {
        Mark::plain(
            key as u32,
            lang.pick(STEMS[(key * 7) % 10]),
            *value,
            format!("{value}%"),
        )
    };
    Figure::RankedBars(RankedBars {
        marks: values.iter().enumerate().map(mark).collect(),
        missing: Vec::new(),
        axis: Axis::percent(),
        benchmark: district(lang, 87.7, "87.7%"),
        arrangement: Arrangement::Ranked,
        caption: lang.pick(("10 个街道，由高到低", "10 sub-districts, highest first")),
    })
}

/// Rates with intervals, verdicts and every other status.
fn bars_judged(lang: Lang) -> Figure {
    use MarkStatus::*;
    let statuses = [
        MuchBetter,
        Better,
        Similar,
        Similar,
        Higher,
        Lower,
        NotJudged,
        Provisional,
        Worse,
        MuchWorse,
    ];
    let mark = |(key, status): (usize, &MarkStatus)| {
        let value = 7.9 - 0.55 * key as f64;
        let mut mark = Mark::plain(
            key as u32,
            lang.pick(STEMS[key]),
            value,
            format!("{value:.1}"),
        );
        mark.status = *status;
        mark.interval = Some((value - 0.6 - 0.05 * key as f64, value + 0.7));
        if key == 4 {
            mark.emphasis = Emphasis::Picked;
        }
        mark
    };
    let missing = |key: u32, label: Both, reason: Both| MissingMark {
        key,
        label: lang.pick(label),
        reason: lang.pick(reason),
    };
    Figure::RankedBars(RankedBars {
        marks: statuses.iter().enumerate().map(mark).collect(),
        missing: vec![
            missing(
                10,
                ("东苑社区", "Dongyuan Community"),
                ("未采集", "not collected"),
            ),
            missing(
                11,
                ("西苑社区", "Xiyuan Community"),
                ("隐去（1 至 4）", "suppressed (1 to 4)"),
            ),
        ],
        axis: Axis::from_zero(lang.pick(("人 / 千户", "per 1,000 households"))),
        benchmark: district(lang, 5.2, "5.2"),
        arrangement: Arrangement::Ranked,
        caption: String::new(),
    })
}

/// Values so close that bars would all look alike: dots on a scale of their range.
fn bars_dotted(lang: Lang) -> Figure {
    let Figure::RankedBars(bars) = bars_judged(lang) else {
        unreachable!("these are bars");
    };
    let closer = |mut mark: Mark| {
        let close = |value: f64| 84.0 + value;
        mark.value = close(mark.value);
        mark.value_text = format!("{:.1}%", mark.value);
        mark.interval = mark.interval.map(|(low, high)| (close(low), close(high)));
        mark
    };
    Figure::RankedBars(RankedBars {
        marks: bars.marks.into_iter().map(closer).collect(),
        axis: Axis::percent(),
        benchmark: district(lang, 89.2, "89.2%"),
        arrangement: Arrangement::Dotted,
        ..bars
    })
}

/// Bounded values of different periods: an order was refused.
fn bars_side_by_side(lang: Lang) -> Figure {
    let mark = |key: u32, label: Both, detail: &str, value: f64, text: &str| Mark {
        detail: detail.to_string(),
        status: MarkStatus::NotJudged,
        ..Mark::plain(key, lang.pick(label), value, text)
    };
    Figure::RankedBars(RankedBars {
        marks: vec![
            mark(0, ("东区", "East District"), "2024", 674.0, "674"),
            mark(1, ("南市", "South City"), "2023", 3120.0, "≥ 3,120"),
            mark(2, ("西区", "West District"), "2024-S1", 1200.0, "≈ 1,200"),
            mark(3, ("北区", "North District"), "2022", 2000.0, "< 2,000"),
        ],
        missing: vec![MissingMark {
            key: 4,
            label: lang.pick(("中区", "Central District")),
            reason: lang.pick(("未公布", "not published")),
        }],
        axis: Axis::from_zero(lang.pick(("个", ""))),
        benchmark: None,
        arrangement: Arrangement::SideBySide,
        caption: lang.pick((
            "时点不同，且含约数：并列，不排序",
            "Different periods and bounded values: side by side, in no order",
        )),
    })
}

/// 163 shares in order; `spread` widens their intervals.
fn communities(lang: Lang, is_judged: bool) -> Figure {
    let mut seed = 20_260_301_u32;
    let mut random = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 8) / f64::from(1 << 24)
    };
    let mut values: Vec<f64> = (0..163)
        .map(|_| (88.0 + 13.0 * (random() + random() + random() - 1.5)).min(98.0 + 1.6 * random()))
        .collect();
    values[0] = 69.3;
    values[1] = 72.4;
    values.sort_by(f64::total_cmp);
    let mark = |(index, value): (usize, f64)| {
        let stem = lang.pick(STEMS[(index * 7 + 1) % 10]);
        let stem = stem.replace("街道", "").replace(" Sub-district", " ");
        let label =
            format!("{stem}{:02}{}", index % 16 + 1, lang.pick(("社区", ""))).replace("  ", " ");
        let mut mark = Mark::plain(index as u32, label, value, format!("{value:.1}%"));
        let is_outside = matches!(index, 3 | 6 | 13 | 151 | 155 | 158);
        if matches!(index, 0..3 | 161..) || (is_judged && is_outside) {
            mark.emphasis = Emphasis::Named;
        }
        if index == 90 {
            mark.emphasis = Emphasis::Picked;
        }
        if is_judged {
            let half = 3.0 + 9.0 * random() * random();
            mark.interval = Some((value - half * 1.2, (value + half).min(100.0)));
            mark.status = match index {
                0 | 1 => MarkStatus::MuchWorse,
                3 | 6 | 13 => MarkStatus::Worse,
                151 | 155 | 158 => MarkStatus::Better,
                161 | 162 => MarkStatus::MuchBetter,
                _ => MarkStatus::Similar,
            };
        }
        mark
    };
    let marks = values.into_iter().enumerate().map(mark).collect();
    let caption: Both = if is_judged {
        (
            "163 个社区，由低到高；竖线为 95% 置信区间",
            "163 communities, lowest first; lines: 95% intervals",
        )
    } else {
        ("163 个社区，由低到高", "163 communities, lowest first")
    };
    Figure::Caterpillar(Caterpillar {
        marks,
        axis: Axis::percent(),
        benchmark: district(lang, 87.7, "87.7%"),
        start_hint: lang.pick(("← 低", "← low")),
        end_hint: lang.pick(("高 →", "high →")),
        caption: lang.pick(caption),
        note: lang.pick(("另有 2 个社区未采集", "2 more communities: not collected")),
    })
}

/// The same where the intervals of two run out of all bounds: the axis goes as far as it did.
fn communities_cut(lang: Lang) -> Figure {
    let Figure::Caterpillar(mut all) = communities(lang, true) else {
        unreachable!("these are a caterpillar");
    };
    all.axis = Axis {
        reach: Some((60.0, 100.0)),
        ..Axis::from_zero("%")
    };
    for (place, interval) in [(1, (40.0, 400.0)), (120, (60.0, 700.0))] {
        all.marks[place].interval = Some(interval);
    }
    Figure::Caterpillar(all)
}

/// Bars of which one interval runs out.
fn bars_cut(lang: Lang) -> Figure {
    let Figure::RankedBars(mut bars) = bars_judged(lang) else {
        unreachable!("these are bars");
    };
    bars.axis.reach = Some((0.0, 9.0));
    bars.marks[2].interval = Some((1.0, 80.0));
    Figure::RankedBars(bars)
}

fn series(lang: Lang, is_short: bool) -> Figure {
    let values = [
        61, 62, 64, 63, 66, 65, 68, 71, 70, 73, 74, 73, 76, 79, 78, 80, 83, 82,
    ];
    let count = if is_short { 3 } else { values.len() };
    let point = |(index, value): (usize, &i32)| {
        if !is_short && (index == 6 || index == 7 || index == 9) {
            return None;
        }
        let label = format!("2025-{:02}", index + 1);
        let mut mark = Mark::plain(index as u32, label, f64::from(*value), value.to_string());
        if index + 1 == count {
            mark.status = MarkStatus::Provisional;
        }
        Some(mark)
    };
    Figure::Sparkline(Sparkline {
        points: values[..count].iter().enumerate().map(point).collect(),
        reference: if is_short {
            None
        } else {
            district(lang, 72.0, "72")
        },
    })
}

#[test]
fn ranked_bars() {
    check(
        "ranked-bars",
        640,
        Some(("各街道按期办结率", "Cases resolved on time")),
        bars_plain,
    );
}

#[test]
fn ranked_bars_judged() {
    let title = (
        "每千户专职网格员",
        "Full-time grid staff per 1,000 households",
    );
    check("ranked-bars-judged", 640, Some(title), bars_judged);
}

#[test]
fn ranked_bars_as_dots() {
    check("dots-in-rows", 640, None, bars_dotted);
    check("dots-in-rows-phone", 340, None, bars_dotted);
}

#[test]
fn ranked_bars_side_by_side() {
    let title = ("小区党支部", "Party branches in residential compounds");
    check("side-by-side", 480, Some(title), bars_side_by_side);
}

#[test]
fn ranked_bars_on_a_phone() {
    check("ranked-bars-phone", 340, None, bars_judged);
}

#[test]
fn intervals_that_run_out() {
    check("ranked-bars-cut", 640, None, bars_cut);
    check("caterpillar-cut", 760, None, communities_cut);
    check("caterpillar-cut-phone", 340, None, communities_cut);
}

#[test]
fn caterpillar() {
    let title = ("各社区按期办结率", "Cases resolved on time, by community");
    check("caterpillar", 680, Some(title), |lang| {
        communities(lang, false)
    });
}

#[test]
fn caterpillar_judged() {
    let title = ("各社区按期办结率", "Cases resolved on time, by community");
    check("caterpillar-judged", 680, Some(title), |lang| {
        communities(lang, true)
    });
}

#[test]
fn caterpillar_on_a_phone() {
    check("caterpillar-phone", 340, None, |lang| {
        communities(lang, true)
    });
}

#[test]
fn sparkline() {
    check("sparkline", 104, None, |lang| series(lang, false));
    check("sparkline-short", 104, None, |lang| series(lang, true));
}
