//! Areas that are like one: the rule, checked against a second reckoning from the files' own figures,
//! and what is left out.

use crate::support::{area_id, demo, published, reading, shipped};
use zhishe::answer::{NoSimilar, Similar, SimilarQuestion, similar};
use zhishe::model::Period;
use zhishe::package::Package;

fn of(package: &Package, area: &str, period: Option<&str>) -> Result<Similar, NoSimilar> {
    let period = period.map(|period| Period::parse(period).unwrap());
    let area = area_id(package, area);
    similar(package, SimilarQuestion { area, period })
}

fn codes(package: &Package, found: &Similar) -> Vec<String> {
    let areas = found.areas.iter();
    areas
        .map(|it| package.areas.get(it.area).code.clone())
        .collect()
}

/// The five nearest of a level, reckoned anew: by the squares of the differences over the variances.
fn nearest(level: &str, area: &str, period: &str) -> Vec<String> {
    let level = demo().descriptor.level(level).unwrap();
    let figures = demo().areas.iter().filter(|(_, it)| it.level == level);
    let figures: Vec<(String, f64, f64)> = figures
        .filter_map(|(_, it)| {
            let exact = |indicator| reading(demo(), indicator, &it.code, period).value.exact();
            let (households, staff) = (exact("households")?, exact("grid-staff")?);
            Some((it.code.clone(), households.log2(), staff / households))
        })
        .collect();
    let variance = |value: fn(&(String, f64, f64)) -> f64| {
        let count = figures.len() as f64;
        let sum: f64 = figures.iter().map(value).sum();
        let squares: f64 = figures.iter().map(|it| value(it).powi(2)).sum();
        (squares - sum * sum / count) / (count - 1.0)
    };
    let (of_size, of_staff) = (variance(|it| it.1), variance(|it| it.2));
    let own = figures.iter().find(|it| it.0 == area).unwrap().clone();
    let mut others: Vec<(f64, String)> = figures
        .iter()
        .filter(|it| it.0 != area)
        .map(|it| {
            let squared = (it.1 - own.1).powi(2) / of_size + (it.2 - own.2).powi(2) / of_staff;
            (squared, it.0.clone())
        })
        .collect();
    others.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    others.into_iter().take(5).map(|(_, code)| code).collect()
}

#[test]
fn the_nearest_are_those_of_a_second_reckoning() {
    for area in [
        "990001002001",
        "990001001009",
        "990001008008",
        "990001010009",
    ] {
        let found = of(demo(), area, Some("2026-Q1")).unwrap();
        assert_eq!(
            codes(demo(), &found),
            nearest("community", area, "2026-Q1"),
            "{area}"
        );
        assert_eq!(found.compared_count, 162);
        assert_eq!(found.left_out, 0);
        let distances: Vec<f64> = found.areas.iter().map(|it| it.distance).collect();
        assert!(distances.windows(2).all(|pair| pair[0] <= pair[1]));
    }
    let found = of(demo(), "990001002", Some("2026-Q1")).unwrap();
    assert_eq!(
        codes(demo(), &found),
        nearest("subdistrict", "990001002", "2026-Q1")
    );
}

#[test]
fn a_month_is_seen_at_the_quarter_that_speaks_for_it() {
    let by_month = of(demo(), "990001002001", Some("2026-02")).unwrap();
    let by_quarter = of(demo(), "990001002001", Some("2026-Q1")).unwrap();
    assert_eq!(codes(demo(), &by_month), codes(demo(), &by_quarter));
    assert_eq!(by_month.households.1.to_string(), "2026-Q1");
    assert_eq!(
        of(demo(), "990001002001", None).unwrap().areas,
        by_quarter.areas
    );
}

#[test]
fn its_own_figures_are_those_of_the_files() {
    let found = of(demo(), "990001002001", None).unwrap();
    // In the files: 2,380 households and 6 grid workers.
    assert_eq!(found.own.households.value.exact(), Some(2380.0));
    assert_eq!(found.own.staff.value.exact(), Some(6.0));
    assert!((found.own.staff_per_1000 - 6.0 / 2.38).abs() < 1e-12);
    assert_eq!(found.own.distance, 0.0);
}

#[test]
fn areas_that_lack_a_figure_are_left_out_and_counted() {
    let file = "observations-staffing-2026.csv";
    let text = shipped("demo").text(file);
    let nearest = &codes(demo(), &of(demo(), "990001002001", None).unwrap())[0];
    let lacking = format!("grid-staff,{nearest},");
    let kept: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with(&lacking))
        .collect();
    assert!(
        kept.len() < text.lines().count(),
        "{file} holds grid staff in long rows"
    );
    let package = shipped("demo")
        .with(file, kept.join("\n") + "\n")
        .open(1 << 18);
    let found = of(&package, "990001002001", None).unwrap();
    assert_eq!(found.left_out, 1);
    assert!(!codes(&package, &found).contains(nearest));
    assert_eq!(of(&package, nearest, None), Err(NoSimilar::OwnLacking));
}

#[test]
fn where_none_can_be_named_it_is_said_why() {
    assert_eq!(of(demo(), "990001", None), Err(NoSimilar::NoOther));
    assert_eq!(
        of(published(), "610113", None),
        Err(NoSimilar::NotPublished)
    );
}
