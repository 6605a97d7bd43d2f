//! The spine chart, drawn exactly as it was last looked at.
//! `UPDATE_GOLDEN=1 cargo test golden_spine::` writes the pictures anew: look at them.

use crate::support::golden::{Both, Lang, check_one, check_pair};
use zhishe::draw::Theme;
use zhishe::figure::{Emphasis, Figure, Mark, MarkStatus, Spine, SpineGroup, SpineHeads, SpineRow};

/// Name, value, benchmark, trend, place, all, middle half, status.
type Row = (Both, &'static str, &'static str, Both, [f64; 5], MarkStatus);

const UP: Both = ("↑ 上升", "↑ rising");
const DOWN: Both = ("↓ 下降", "↓ falling");
const STEADY: Both = ("→ 平稳", "→ steady");
const UNKNOWN: Both = ("–", "–");

fn groups() -> Vec<(Both, Vec<Row>)> {
    use MarkStatus::{Better, Higher, MuchBetter, MuchWorse, NotJudged, Similar, Worse};
    vec![
        (
            ("服务", "Services"),
            vec![
                (
                    ("服务覆盖率", "Service coverage rate"),
                    "93.1%",
                    "92.4%",
                    STEADY,
                    [0.06, -1.0, 0.45, -0.16, 0.15],
                    Similar,
                ),
                (
                    ("每百户走访次数", "Visits per 100 households"),
                    "18.6",
                    "18.1",
                    STEADY,
                    [0.3, -0.6, 1.0, -0.2, 0.25],
                    Higher,
                ),
            ],
        ),
        (
            ("事项办理", "Cases"),
            vec![
                (
                    ("按期办结率", "On-time resolution rate"),
                    "69.3%",
                    "87.7%",
                    DOWN,
                    [-1.0, -1.0, 0.56, -0.1, 0.12],
                    MuchWorse,
                ),
                (
                    ("群众满意率", "Satisfaction rate"),
                    "90.2%",
                    "94.6%",
                    DOWN,
                    [-0.66, -1.0, 0.65, -0.16, 0.15],
                    Worse,
                ),
                (
                    ("重复诉求率", "Repeat-case rate"),
                    "2.1%",
                    "4.7%",
                    DOWN,
                    [0.8, -0.7, 1.0, -0.2, 0.2],
                    Better,
                ),
                (
                    ("平均办理天数", "Mean days to resolution"),
                    "4.3",
                    "3.4",
                    UNKNOWN,
                    [-1.0, -1.0, 0.66, -0.1, 0.0],
                    NotJudged,
                ),
            ],
        ),
        (
            ("组织", "Organisation"),
            vec![
                (
                    ("小区党组织覆盖率", "Compounds with a party organisation"),
                    "100.0%",
                    "97.7%",
                    UP,
                    [0.1, -1.0, 0.1, 0.1, 0.1],
                    NotJudged,
                ),
                (
                    ("议定事项落实率", "Resolutions carried out"),
                    "98.0%",
                    "86.8%",
                    UP,
                    [0.9, -1.0, 0.9, -0.2, 0.3],
                    MuchBetter,
                ),
            ],
        ),
    ]
}

fn spine(lang: Lang) -> Figure {
    let mut key = 0;
    let mut row = |row: &Row| {
        let (label, value, benchmark, trend, [own, worst, best, lower, upper], status) = *row;
        let mut mark = Mark::plain(key, lang.pick(label), own, value);
        key += 1;
        mark.status = status;
        if matches!(status, MarkStatus::MuchWorse | MarkStatus::MuchBetter) {
            mark.emphasis = Emphasis::Named;
        }
        SpineRow {
            mark,
            benchmark_text: benchmark.to_string(),
            trend_text: lang.pick(trend),
            all: (worst, best),
            middle: (lower, upper),
        }
    };
    let groups = groups();
    let groups = groups.iter().map(|(label, rows)| SpineGroup {
        label: lang.pick(*label),
        rows: rows.iter().map(&mut row).collect(),
    });
    let pick = |zh, en| lang.pick((zh, en));
    Figure::Spine(Spine {
        heads: SpineHeads {
            label: pick("指标", "Indicator"),
            value: pick("数值", "Value"),
            benchmark: pick("全区", "District"),
            trend: pick("走势", "Trend"),
        },
        groups: groups.collect(),
        ends: [
            pick("最差", "worst"),
            pick("全区", "District"),
            pick("最好", "best"),
        ],
        caption: pick(
            "浅带为全部社区，深带为中间一半，竖线为全区",
            "Bands: all communities, darker their middle half. Line: the district",
        ),
        note: pick(
            "○ 清点数或均值，不作检验",
            "○ a full count or a mean, not tested",
        ),
    })
}

#[test]
fn spines() {
    let title = ("乙01社区", "Yi 01 Community");
    check_pair("spine", 760, Some(title), spine);
    check_one("spine-phone", 340, None, Lang::Zh, Theme::Light, spine);
    check_one("spine-phone", 340, None, Lang::En, Theme::Light, spine);
}
