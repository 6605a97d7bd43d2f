//! Distributions, and scatters with sizes and shades, drawn exactly as they were last looked at.
//! `UPDATE_GOLDEN=1 cargo test golden_distribution::` writes the pictures anew: look at them.

use crate::support::golden::{Both, Lang, Random, STEMS, check_one, check_pair, district};
use zhishe::draw::Theme;
use zhishe::figure::{
    Axis, BoxShape, Distribution, DistributionBin, DotSample, Emphasis, Figure, Mark, MarkStatus,
    Scatter, ScatterLegend, ScatterMark, Shading,
};

fn community(lang: Lang, index: usize) -> String {
    let stem = lang.pick(STEMS[index % 10]);
    let stem = stem.replace("街道", "").replace(" Sub-district", " ");
    format!("{stem}{:02}{}", index / 10 + 1, lang.pick(("社区", "")))
}

/// So many shares around 88, of which some are picked; bins of 2.5 from 65 on.
fn distribution(lang: Lang, count: usize, picked: &[usize]) -> Figure {
    let mut random = Random(13);
    let mut values: Vec<f64> = (0..count).map(|_| 88.0 + 4.0 * random.normal()).collect();
    for value in &mut values {
        *value = value.clamp(65.0, 100.0);
    }
    values.sort_by(f64::total_cmp);
    let mark = |(at, value): (usize, &f64)| {
        let name = community(lang, at);
        let mut mark = Mark::plain(at as u32, name, *value, format!("{value:.1}%"));
        if picked.contains(&at) {
            mark.emphasis = Emphasis::Picked;
        } else if count < 10 {
            mark.emphasis = Emphasis::Named;
        }
        mark
    };
    let marks: Vec<Mark> = values.iter().enumerate().map(mark).collect();
    let bin = |at: usize| {
        let (low, high) = (65.0 + 2.5 * at as f64, 67.5 + 2.5 * at as f64);
        let held = values.iter().filter(|it| **it >= low && **it < high);
        let held = held.count() as f64;
        let label = format!("{low}–{high}%");
        DistributionBin {
            mark: Mark::plain(1 << 24 | at as u32, label, held, format!("{held}")),
            low,
            high,
        }
    };
    let quarter = |share: f64| values[(share * (count - 1) as f64) as usize];
    Figure::Distribution(Distribution {
        bins: if count < 10 {
            Vec::new()
        } else {
            (0..14).map(bin).collect()
        },
        box_shape: (count >= 5).then(|| BoxShape {
            lower_whisker: quarter(0.02),
            lower_quartile: quarter(0.25),
            median: quarter(0.5),
            upper_quartile: quarter(0.75),
            upper_whisker: quarter(0.98),
        }),
        benchmark: district(lang, 87.7, "87.7%"),
        axis: Axis::percent(),
        label: lang.pick(("按期办结率", "On-time resolution rate")),
        count_label: lang.pick(("社区数", "Communities")),
        caption: lang.pick((
            "直方图：14 组，组距 2.5%；各组含下限，不含上限",
            "Histogram: 14 bins of 2.5%; each holds its lower end and not its upper, the last one both",
        )),
        note: lang.pick((
            "点：每个地区一点，上下位置只为错开，没有含义",
            "Dots: one for each area, apart up and down for legibility alone",
        )),
        marks,
    })
}

/// Dots of five shades, sized by a third figure that two of them lack.
fn shaded(lang: Lang) -> Figure {
    let mut random = Random(5);
    let mark = |index: usize| {
        let x = 2.4 + 0.8 * random.normal();
        let value = (70.0 + 6.5 * x + 4.5 * random.normal()).min(100.0);
        let name = community(lang, index);
        let mut mark = Mark::plain(index as u32, name, value, format!("{value:.1}%"));
        if index == 20 || index == 41 {
            mark.emphasis = Emphasis::Picked;
        }
        let share = random.share();
        let lacks = index % 40 == 9;
        ScatterMark {
            mark,
            x,
            x_text: format!("{x:.1}"),
            weight: if lacks { f64::NAN } else { share * share },
            shading: match lacks {
                true => Shading::Missing,
                false => Shading::Shade((index % 5) as u8),
            },
        }
    };
    let marks = (0..80).map(mark).collect();
    let shades = [
        (0, "0.8–1.9"),
        (1, "1.9–2.2"),
        (2, "2.2–2.6"),
        (3, "2.6–3.0"),
        (4, "3.1–4.4"),
    ];
    let shades = shades.map(|(shade, text)| {
        let sample = DotSample::Filled(Shading::Shade(shade), MarkStatus::Plain);
        (sample, text.to_string())
    });
    let mut sizes: Vec<(DotSample, String)> = [(0.1, "500"), (0.5, "2,500"), (1.0, "5,000")]
        .map(|(share, text)| (DotSample::Sized(share), text.to_string()))
        .to_vec();
    sizes.push((
        DotSample::Filled(Shading::Missing, MarkStatus::NotJudged),
        lang.pick(("无数值", "no value")),
    ));
    Figure::Scatter(Scatter {
        marks,
        x_axis: Axis::from_zero(lang.pick(("人 / 千户", "per 1,000 households"))),
        y_axis: Axis::percent(),
        x_label: lang.pick(("专职网格员", "Full-time grid staff")),
        y_label: lang.pick(("按期办结率", "Resolved on time")),
        line: None,
        is_sized: true,
        legend: vec![
            ScatterLegend {
                title: lang.pick((
                    "深浅：平均办理天数，2026 年一季度",
                    "Shade: mean days, Q1 2026",
                )),
                entries: shades.to_vec(),
            },
            ScatterLegend {
                title: lang.pick(("面积：户数，2026 年一季度", "Area: households, Q1 2026")),
                entries: sizes,
            },
        ],
        caption: lang.pick(("80 个社区", "80 communities")),
        note: String::new(),
    })
}

const SPREAD: Both = (
    "各社区按期办结率的分布",
    "On-time resolution rate: distribution over communities",
);

#[test]
fn a_distribution() {
    let many = |lang| distribution(lang, 163, &[3, 60, 61, 158]);
    check_pair("distribution", 640, Some(SPREAD), many);
    check_one(
        "distribution-phone",
        340,
        None,
        Lang::Zh,
        Theme::Light,
        many,
    );
}

#[test]
fn a_distribution_of_three() {
    let few = |lang| distribution(lang, 3, &[1]);
    check_pair("distribution-few", 640, Some(SPREAD), few);
}

#[test]
fn a_scatter_with_shades_and_sizes() {
    let title = (
        "各社区：按期办结率与专职网格员",
        "Resolved on time against grid staff",
    );
    check_pair("scatter-shaded", 640, Some(title), shaded);
    check_one(
        "scatter-shaded-phone",
        340,
        None,
        Lang::Zh,
        Theme::Light,
        shaded,
    );
}
