//! One area on everything: at which period each indicator is seen, which way it has gone, what stands
//! out, and what is said of it in words.

use crate::support::{area_id, demo, indicator_id, published};
use zhishe::answer::{
    BenchmarkChoice, Change, FindingsQuestion, NotMoved, Portrait, ProfileQuestion, ProfileRow,
    Reshaping, findings, portrait,
};
use zhishe::model::{Lang, Period};
use zhishe::package::Package;
use zhishe::stats::Direction;
use zhishe::words::{portrait_sentence, reorganised_notice};

fn of(package: &Package, area: &str, period: Option<&str>) -> Portrait {
    let question = ProfileQuestion {
        area: area_id(package, area),
        period: period.map(|period| Period::parse(period).unwrap()),
        benchmark: BenchmarkChoice::Top,
    };
    portrait(package, question)
}

fn row<'a>(package: &Package, found: &'a Portrait, indicator: &str) -> &'a ProfileRow {
    let id = indicator_id(package, indicator);
    let mut rows = found.profile.rows.iter();
    rows.find(|row| row.indicator == id).unwrap()
}

const SLIPPED: &str = "990001002001";

#[test]
fn every_indicator_is_seen_at_the_period_that_speaks_for_the_one_asked() {
    let found = of(demo(), SLIPPED, Some("2025-11"));
    let check = |indicator: &str, period: &str| {
        let row = row(demo(), &found, indicator);
        assert_eq!(row.row.period.unwrap().to_string(), period, "{indicator}");
    };
    check("on-time-rate", "2025-11");
    check("key-visits", "2025-Q4");
    check("households", "2025-Q4");
    check("qualified-workers", "2025");
    assert_eq!(found.profile.period().unwrap().to_string(), "2025-11");
    assert_eq!(
        of(demo(), SLIPPED, None)
            .profile
            .period()
            .unwrap()
            .to_string(),
        "2026-03"
    );
}

#[test]
fn an_area_that_is_no_more_is_seen_at_its_own_last_period() {
    // Split in July 2025.
    let found = of(demo(), "990001004006", None);
    let row = row(demo(), &found, "on-time-rate");
    assert_eq!(row.row.period.unwrap().to_string(), "2025-06");
    // In the files: 332/369.
    assert_eq!(row.row.reading.numerator, Some(332.0));
    assert_eq!(row.row.reading.denominator, Some(369.0));
}

#[test]
fn all_of_an_area_that_is_no_more_is_seen_as_it_was() {
    // Whatever is asked for, its panels speak of the time of its figures.
    for asked in [None, Some("2026-03"), Some("2025-06")] {
        let found = of(demo(), "990001004006", asked);
        let (period, _) = found.cases.as_ref().unwrap();
        assert_eq!(period.to_string(), "2025-06", "{asked:?}");
        assert!(found.organisation.is_some(), "{asked:?}");
        let [change] = &found.reorganised[..] else {
            panic!("{:?}", found.reorganised);
        };
        assert_eq!(change.reshaping(), Reshaping::Split);
        let (before, others, after) =
            reorganised_notice(Lang::Zh, found.profile.question.area, change);
        assert_eq!(before + after, "2025 年 7 月拆分为，以下为拆分前数据。");
        assert_eq!(others.len(), 2);
    }
    let part = of(demo(), "990001004016", None);
    let (before, others, after) =
        reorganised_notice(Lang::En, part.profile.question.area, &part.reorganised[0]);
    assert_eq!(
        before + after,
        "Split off in July 2025 from ; there are no figures from before."
    );
    assert_eq!(others, [area_id(demo(), "990001004006")]);
    assert_eq!(part.cases.unwrap().0.to_string(), "2026-03");
    assert!(of(demo(), SLIPPED, None).reorganised.is_empty());
}

#[test]
fn the_change_beside_a_figure_is_its_own() {
    // March 2026 against March 2025; three months pooled would give a change to the other side.
    let district = of(demo(), "990001", None);
    let row_now = row(demo(), &district, "on-time-rate");
    let Change::Points(points) = row_now.on_year else {
        panic!("{:?}", row_now.on_year);
    };
    assert!((-0.15..-0.05).contains(&points), "{points}");
    // What is not final has neither a change nor a direction.
    let unripe = of(demo(), "990001", Some("2026-04"));
    let row = row(demo(), &unripe, "on-time-rate");
    assert!(row.row.reading.is_provisional());
    assert_eq!(row.on_year, Change::NotComparable);
    assert_eq!(row.moved.direction, Err(NotMoved::NoYearBefore));
}

#[test]
fn directions_are_stated_where_they_can_be() {
    let found = of(demo(), SLIPPED, None);
    let direction = |indicator: &str| row(demo(), &found, indicator).moved.direction;
    assert_eq!(direction("on-time-rate"), Ok(Direction::Falling));
    assert_eq!(direction("service-coverage"), Ok(Direction::None));
    // By their intervals a quarter and the same a year before are no different.
    assert_eq!(direction("repeat-rate"), Ok(Direction::None));
    // 2,340 households a year before, 2,380 now; compounds are 5 and were.
    assert_eq!(direction("households"), Ok(Direction::Rising));
    assert_eq!(
        row(demo(), &found, "households").on_year,
        Change::Difference(40.0)
    );
    assert_eq!(direction("compounds"), Ok(Direction::None));
    assert_eq!(direction("cases-taken"), Err(NotMoved::Total));
    assert_eq!(direction("days-to-resolve"), Err(NotMoved::NoCounts));
    let earliest = of(demo(), SLIPPED, Some("2023-06"));
    let before = row(demo(), &earliest, "on-time-rate").moved;
    assert_eq!(before.direction, Err(NotMoved::NoYearBefore));
}

#[test]
fn one_area_alone_is_found_as_among_all() {
    for level in ["community", "subdistrict"] {
        let level = demo().descriptor.level(level).unwrap();
        let question = FindingsQuestion { level, until: None };
        let all = findings(demo(), question);
        assert!(!all.findings.is_empty() && all.more == 0);
        let mut count = 0;
        for area in demo().areas.of_level(level, None, None) {
            let code = &demo().areas.get(area).code;
            let expected = all.findings.iter().filter(|it| it.area == area);
            let expected: Vec<_> = expected.collect();
            // Reading every area takes long; those with findings and a few without are enough.
            if expected.is_empty() && !code.ends_with("03") {
                continue;
            }
            let found = of(demo(), code, None).findings;
            assert_eq!(found.len(), expected.len(), "{code}");
            for finding in expected {
                assert!(found.contains(finding), "{code}");
                count += 1;
            }
        }
        assert_eq!(count, all.findings.len());
    }
}

#[test]
fn the_bad_side_stands_first_and_its_course_is_shown() {
    let found = of(demo(), SLIPPED, None);
    assert_eq!(
        found.findings[0].indicator,
        indicator_id(demo(), "on-time-rate")
    );
    let course = found.course.unwrap();
    assert_eq!(
        course.question.indicator,
        indicator_id(demo(), "on-time-rate")
    );
    assert_eq!(course.points.last().unwrap().period.to_string(), "2026-03");
}

#[test]
fn lacking_units_are_those_of_the_list() {
    let found = of(demo(), SLIPPED, None);
    let (organisation, lacking) = found.organisation.unwrap();
    for share in &organisation.shares {
        let units = lacking
            .iter()
            .find(|it| it.organisations == share.organisations)
            .unwrap();
        let exact = |total: &zhishe::answer::Total| total.reading.value.exact().unwrap();
        assert_eq!(units.units.all as f64, exact(&share.all));
        assert_eq!(
            Some(units.units.lacking.len() as f64),
            share.lacking_at_least
        );
    }
    assert_eq!(organisation.shares.len(), 3);
}

#[test]
fn the_sentence_says_the_worst_and_what_is_short() {
    let check = |package: &Package, area: &str, lang: Lang, parts: &[&str]| {
        let said = portrait_sentence(lang, package, &of(package, area, None));
        for part in parts {
            assert!(said.contains(part), "{said} lacks {part}");
        }
    };
    let slipped_zh = [
        "2026 年 3 月按期办结率 70.1%（63.3–76.0）",
        "在 99.8% 置信水平上低于全区的 87.6%",
        "自 2025 年 5 月起已连续 11 个月",
        "未达到规范 1 项：网格党小组全覆盖（75.0%，差 25.0 个百分点）",
        "未达到计划目标 1 项：按期办结率目标（70.1%，差 15.9 个百分点）",
    ];
    check(demo(), SLIPPED, Lang::Zh, &slipped_zh);
    let slipped_en = [
        "On-time resolution rate 70.1% (63.3–76.0) in March 2026",
        "below the district’s 87.6% at the 99.8% level",
        "for 11 months in a row since May 2025",
        "short by 25.0 pp",
    ];
    check(demo(), SLIPPED, Lang::En, &slipped_en);
    // 4,630 households against at most 3,500.
    check(
        demo(),
        "990001002010",
        Lang::Zh,
        &["社区规模上限（4,630 户，超 1,130）"],
    );
    check(
        demo(),
        "990001002",
        Lang::Zh,
        &["可检验的 10 项指标", "均未发现偏离全区", "17 个社区中 6 个"],
    );
    check(demo(), "990001", Lang::En, &["52 of 163 communities"]);
    let said = portrait_sentence(Lang::Zh, published(), &of(published(), "610113", None));
    assert_eq!(said, "");
}

#[test]
fn a_published_place_shows_what_is_published_for_it_and_nothing_judged() {
    for area in ["610113", "511381", "150602"] {
        let found = of(published(), area, None);
        assert!(found.profile.rows.len() > 10, "{area}");
        assert_eq!(
            found.profile.rows.len() + found.unpublished,
            published().indicators.iter().count()
        );
        assert!(found.findings.is_empty());
        for row in &found.profile.rows {
            assert!(row.spine.is_none() && row.row.rank.is_none());
            assert!(row.row.judged.is_none_or(|judged| judged.against.is_none()));
            assert!(row.row.reading.place.is_some());
        }
    }
}

#[test]
fn an_area_without_any_figure_breaks_nothing() {
    for (area, _) in published().areas.iter() {
        let code = &published().areas.get(area).code;
        let found = of(published(), code, Some("1999"));
        assert_eq!(found.profile.period(), None, "{code}");
        assert!(found.course.is_none());
        assert_eq!(portrait_sentence(Lang::En, published(), &found), "");
    }
}
