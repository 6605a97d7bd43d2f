//! Two indicators whose figures and ranks say different things, and slopes that are small: what is said.
//! Expected values are from SciPy 1.17.1 (`pearsonr`, `spearmanr` with Bonett and Wright's interval,
//! `theilslopes`) and statsmodels 0.15.0 (`OLS`, `get_influence`).

use crate::support::{demo, indicator_id};
use std::sync::Arc;
use zhishe::answer::{
    BenchmarkChoice, PeriodChoice, RelateQuestion, ScatterQuestion, Scattered, ShadeBy, scattered,
};
use zhishe::cli::NativeDecoders;
use zhishe::intake::{Intake, recognise, sample};
use zhishe::model::{Lang, Period};
use zhishe::package::{Package, Resolving};
use zhishe::words;

/// Twelve places of a reader's own: figures that rise together, and one far out.
const PLACES: [(&str, u32, u32); 12] = [
    ("A", 1, 21),
    ("B", 2, 19),
    ("C", 3, 26),
    ("D", 4, 24),
    ("E", 5, 31),
    ("F", 6, 28),
    ("G", 7, 34),
    ("H", 8, 33),
    ("I", 9, 38),
    ("J", 10, 35),
    ("K", 11, 41),
    ("Far", 40, 27),
];

fn far_out() -> Package {
    let mut text = "area,year,polpc,crmrte\n".to_string();
    for (name, x, y) in PLACES {
        text += &format!("{name},1987,0.{x:03},0.{y:03}\n");
    }
    let decoders = NativeDecoders;
    let (rows, encoding, delimiter) = sample(text.as_bytes(), true, None, None, &decoders).unwrap();
    let recipe = recognise(&rows, encoding, delimiter, "far").unwrap().recipe;
    let mut intake = Intake::new(&recipe, "far", &decoders).unwrap();
    intake.push(text.as_bytes()).unwrap();
    let taken = intake.finish().unwrap();
    let package = Arc::new(taken.package);
    let resolving = Resolving::new(package.clone(), taken.file).unwrap();
    package.with_observations(resolving.finish())
}

fn scatter_of(package: &Package, x: (&str, &str), y: (&str, &str), level: &str) -> Scattered {
    let side = |(code, at): (&str, &str)| {
        let period = Period::parse(at).unwrap();
        (indicator_id(package, code), PeriodChoice::At(period))
    };
    let question = ScatterQuestion {
        relate: RelateQuestion {
            x: side(x),
            y: side(y),
            level: package.descriptor.level(level).unwrap(),
            within: None,
        },
        size: None,
        shade: ShadeBy::Nothing,
        benchmark: BenchmarkChoice::Top,
    };
    scattered(package, question)
}

fn of_far_out(package: &Package) -> Scattered {
    scatter_of(package, ("polpc", "1987"), ("crmrte", "1987"), "area")
}

#[test]
fn where_figures_and_ranks_disagree_both_are_told_and_the_area_that_decides() {
    let package = far_out();
    let found = of_far_out(&package);
    let decisive = found.relate.decisive.unwrap();
    assert_eq!(package.areas.get(decisive.area).name.get(Lang::En), "Far");
    let is_close = |one: f64, other: f64| (one / other - 1.0).abs() < 1e-9;
    assert!(
        is_close(decisive.cooks_distance, 47.57457077140245),
        "{decisive:?}"
    );
    let without = decisive.without.unwrap();
    assert!(
        is_close(without.coefficient, 0.9480526503054543),
        "{without:?}"
    );
    assert!(found.relate.disagrees());
    let said = |lang| words::scatter_sentences(lang, &package, &found).join(" ");
    assert!(
        said(Lang::En).ends_with(
            "The linear correlation 0.17 (95% interval −0.45 to 0.68) and the rank correlation 0.77 (95% interval 0.27 to 0.94) disagree: by rank, areas high on one tend to be high on the other; no straight-line relation is seen. The relation may not be a straight line, or single areas may decide it. The linear result hangs on one area: Far moves the line most (Cook’s distance 47.57, Cook 1977); without it the linear correlation is 0.95 (0.81 to 0.99)."
        ),
        "{}",
        said(Lang::En)
    );
    assert!(
        said(Lang::Zh).ends_with(
            "线性相关系数 0.17（95% 区间 −0.45 至 0.68）与秩相关系数 0.77（95% 区间 0.27 至 0.94）不一致：按名次看，一项较高的地区，另一项往往也较高；按数值看，看不出线性关系。可能不是直线关系，也可能由个别地区左右。 线性结果系于一个地区：Far 对拟合线影响最大（Cook 距离 47.57，Cook 1977），去掉后线性相关系数为 0.95（0.81 至 0.99）。"
        ),
        "{}",
        said(Lang::Zh)
    );
}

#[test]
fn where_they_agree_one_is_told_and_nobody_is_named_who_decides_nothing() {
    let found = scatter_of(
        demo(),
        ("households", "2026-Q1"),
        ("cases-taken", "2026-03"),
        "community",
    );
    assert!(!found.relate.disagrees());
    assert_eq!(found.relate.decisive, None);
    let said = words::scatter_sentences(Lang::En, demo(), &found).join(" ");
    assert!(said.contains("Linear correlation "), "{said}");
    assert!(!said.contains("rank"), "{said}");
}

#[test]
fn a_slope_is_told_in_what_is_measured_and_which_way() {
    let told = |lang, x, y| {
        let found = scatter_of(demo(), (x, "2026-03"), (y, "2026-03"), "community");
        words::scatter_sentences(lang, demo(), &found).join(" ")
    };
    let check = |lang, x, expected: &str| {
        let said = told(lang, x, "cases-open");
        assert!(said.contains(expected), "{said}");
    };
    check(
        Lang::En,
        "cases-taken",
        " Where “Cases accepted” is 10 cases higher, “Cases open” is on average 0.73 cases higher (95% interval 0.63 to 0.82); ",
    );
    // The slope is −1.17 (−1.57 to −0.77).
    check(
        Lang::En,
        "on-time-rate",
        " Where “On-time resolution rate” is 1 pp higher, “Cases open” is on average 1.17 cases lower (95% interval 0.77 to 1.57); ",
    );
    check(
        Lang::Zh,
        "on-time-rate",
        " “按期办结率”每高 1 个百分点，“在办事项”平均低 1.17 件（95% 区间 0.77 至 1.57）；",
    );
}

#[test]
fn a_small_slope_is_told_with_its_digits_and_its_unit() {
    let package = far_out();
    let found = of_far_out(&package);
    // Slopes of 0.10900541 and 1.79166667 for 1, of which the places are never apart.
    let caption = words::relate_caption(Lang::En, &package, &found.relate);
    assert!(
        caption.ends_with(
            "slope per 0.01: least squares 0.00109, Theil–Sen (robust to outliers) 0.0179"
        ),
        "{caption}"
    );
    // A slope of a share says that it is in points, and for how much across.
    let found = scatter_of(
        demo(),
        ("satisfaction-rate", "2026-03"),
        ("on-time-rate", "2026-03"),
        "community",
    );
    for (lang, unit, step) in [
        (Lang::Zh, " 个百分点", "每 "),
        (Lang::En, " pp", "slope per "),
    ] {
        let caption = words::relate_caption(lang, demo(), &found.relate);
        let slopes = caption.split(step).last().unwrap();
        assert_eq!(slopes.matches(unit).count(), 3, "{caption}");
    }
}
