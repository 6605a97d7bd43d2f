//! Indicators, areas and categories whose names are in Latin letters: a Chinese sentence keeps them apart
//! from the Chinese around them, and leaves Chinese names as they are. It must not know how that is done.

use crate::support::{Files, demo, published, shipped};
use serde_json::Value as Json;
use std::sync::Arc;
use zhishe::answer::{
    BenchmarkChoice, ByCategoryQuestion, CompareQuestion, DistributionQuestion, FindingsQuestion,
    MultiplesQuestion, PeriodChoice, PipelineQuestion, ProfileQuestion, RelateQuestion,
    ScatterQuestion, ShadeBy, TrendQuestion, by_category, compare, distribution, findings,
    multiples, pipeline, portrait, scattered, trend,
};
use zhishe::cli::NativeDecoders;
use zhishe::intake::{ColumnRole, Figure, Intake, Part, change_recipe, recognise, sample};
use zhishe::model::{AreaId, IndicatorId, Lang, LevelId};
use zhishe::package::{Package, Resolving};
use zhishe::query::latest_period;
use zhishe::words;

const ZH: Lang = Lang::Zh;
const TOP: BenchmarkChoice = BenchmarkChoice::Top;

// ---- what the pages say -------------------------------------------------------------------------

/// The Chinese titles and sentences of an indicator at a level.
fn said_of_level(package: &Package, indicator: IndicatorId, level: LevelId) -> Vec<String> {
    let Some(newest) = latest_period(package, indicator, Some(level)) else {
        return Vec::new();
    };
    let period = PeriodChoice::At(newest);
    let mut said = Vec::new();
    for within in [None, package.areas.roots().first().copied()] {
        let question = CompareQuestion {
            indicator,
            level,
            within,
            period,
            benchmark: TOP,
        };
        let answer = compare(package, question);
        said.push(words::compare_heading(ZH, package, &answer));
        said.push(words::compare_sentence(ZH, package, &answer));
        said.push(words::compare_caption(ZH, package, &answer));
        for is_plain in [false, true] {
            said.push(words::verdicts_sentence(ZH, package, &answer, is_plain));
        }
        let question = DistributionQuestion {
            indicator,
            level,
            within,
            period,
            benchmark: TOP,
        };
        let answer = distribution(package, question);
        said.push(words::distribution_title(ZH, package, &answer));
        said.extend(words::distribution_sentences(ZH, package, &answer));
    }
    let question = MultiplesQuestion {
        indicator,
        level,
        within: None,
        until: None,
    };
    if let Some(answer) = multiples(package, question) {
        said.push(words::multiples_title(ZH, package, &answer));
        said.push(words::multiples_sentence(ZH, package, &answer));
        said.push(words::multiples_caption(ZH, package, &answer));
    }
    for (other, _) in package.indicators.iter().take(2) {
        let relate = RelateQuestion {
            x: (other, PeriodChoice::EachLatest),
            y: (indicator, period),
            level,
            within: None,
        };
        let question = ScatterQuestion {
            relate,
            size: None,
            shade: ShadeBy::Nothing,
            benchmark: TOP,
        };
        let answer = scattered(package, question);
        said.push(words::scatter_title(ZH, package, &answer.relate));
        said.extend(words::scatter_sentences(ZH, package, &answer));
        said.extend(words::scatter_cautions(ZH, package, &answer));
    }
    said
}

/// Those of an indicator at an area.
fn said_of_area(package: &Package, indicator: IndicatorId, area: AreaId) -> Vec<String> {
    let answer = trend(
        package,
        TrendQuestion {
            indicator,
            area,
            until: None,
            baseline: None,
            target: None,
        },
    );
    let mut said = vec![
        words::series_title(ZH, package, &answer),
        words::trend_lead(ZH, package, &answer).1,
        words::control_caption(ZH, package, &answer),
    ];
    said.extend(words::trend_more(ZH, package, &answer));
    for dimension in 0..package.descriptor.dimensions.len() {
        let question = ByCategoryQuestion {
            indicator,
            dimension,
            area,
            period: None,
            level: Some(package.areas.get(area).level),
            is_declared_order: false,
        };
        if let Some(answer) = by_category(package, question) {
            said.push(words::by_category_title(ZH, package, &answer));
            said.push(words::category_table_title(ZH, package, &answer));
            said.extend(words::by_category_sentences(ZH, package, &answer));
        }
    }
    said
}

/// Those of an area over all indicators.
fn said_of_profile(package: &Package, area: AreaId) -> Vec<String> {
    let question = ProfileQuestion {
        area,
        period: None,
        benchmark: TOP,
    };
    let answer = portrait(package, question);
    let mut said = vec![
        words::profile_briefing(ZH, package, &answer),
        words::spine_title(ZH, package, &answer.profile),
        words::case_flow_title(ZH, package, area),
        words::case_rates_title(ZH, package, area),
    ];
    said.extend(
        answer
            .course
            .iter()
            .map(|it| words::course_title(ZH, package, it)),
    );
    if let Some(period) = answer.profile.period() {
        let beside = package.areas.get(area).parent;
        let question = PipelineQuestion {
            area,
            beside,
            period,
        };
        let flow = pipeline(package, question).flow;
        said.push(words::case_flow_sentence(ZH, package, &flow, period));
        for breakdown in &flow.breakdowns {
            said.push(words::category_title(ZH, package, area, breakdown));
            said.push(words::category_sentence(ZH, package, breakdown));
        }
    }
    said
}

/// What should be looked into at a level.
fn said_of_findings(package: &Package, level: LevelId) -> Vec<String> {
    let answer = findings(package, FindingsQuestion { level, until: None });
    let found = answer.findings.iter();
    let found = found.map(|it| words::finding_text(ZH, package, it));
    let short = answer.shortfalls.iter();
    let short = short.map(|it| words::shortfall_text(ZH, package, it));
    let mut said: Vec<String> = found.chain(short).collect();
    said.push(words::findings_basis_text(ZH, package, &answer));
    for finding in &answer.findings {
        let (who, what) = words::finding_brief(ZH, package, finding);
        let label = package.indicators.get(finding.indicator).label.get(ZH);
        let is_latin = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
        let touch = is_latin(who.chars().last()) && is_latin(label.chars().next());
        assert_eq!(what.starts_with(' '), touch, "{who}{what}");
        said.push(who + &what);
    }
    said
}

/// All of them; where only some indicators are asked for, of the first two areas of each level.
fn said(package: &Package, indicators: &[&str]) -> Vec<String> {
    // All of a little table.
    let areas_per_level = if indicators.is_empty() { 20 } else { 2 };
    let levels: Vec<LevelId> = (0..package.descriptor.levels.len())
        .map(|at| LevelId(at.try_into().unwrap()))
        .collect();
    let mut areas: Vec<AreaId> = Vec::new();
    for level in &levels {
        let of_level = package.areas.iter().filter(|(_, it)| it.level == *level);
        areas.extend(of_level.map(|(id, _)| id).take(areas_per_level));
    }
    let mut said = Vec::new();
    for (indicator, about) in package.indicators.iter() {
        if !indicators.is_empty() && !indicators.contains(&about.code.as_str()) {
            continue;
        }
        for level in &levels {
            said.extend(said_of_level(package, indicator, *level));
        }
        for area in &areas {
            said.extend(said_of_area(package, indicator, *area));
        }
    }
    for level in levels {
        said.extend(said_of_findings(package, level));
    }
    for area in areas {
        said.extend(said_of_profile(package, area));
    }
    said.retain(|text| !text.is_empty());
    said
}

// ---- what is looked for -------------------------------------------------------------------------

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

/// Where a Chinese character and a Latin word of two or more letters touch.
fn glued(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_latin = |letter: char| letter.is_ascii_alphabetic();
    let found = letters.windows(3).find(|it| {
        let [first, middle, last] = [it[0], it[1], it[2]];
        is_latin(middle)
            && (is_chinese(first) && is_latin(last) || is_latin(first) && is_chinese(last))
    });
    found.map(|it| it.iter().collect())
}

#[track_caller]
fn check_apart(said: &[String]) {
    for text in said {
        assert_eq!(glued(text), None, "{text}");
        assert!(!text.contains("  "), "two spaces: {text}");
    }
}

/// A text that holds both, so that something is checked.
#[track_caller]
fn check_says(said: &[String], part: &str) {
    let found = said.iter().any(|text| text.contains(part));
    assert!(found, "{part} in none of\n{}", said.join("\n"));
}

#[test]
fn what_touches_is_found() {
    assert_eq!(glued("2023 年overdue cases"), Some("年ov".to_string()));
    assert_eq!(glued("overdue cases的"), Some("es的".to_string()));
    assert_eq!(glued("甲A座p值，95% 区间 overdue 的"), None);
}

// ---- a reader's own table -----------------------------------------------------------------------

/// Ten areas over three years: cases, those overdue, and these by kind.
fn own() -> Package {
    let mut text = String::from("area,month,overdue cases,all cases\n");
    for (at, area) in [
        "Northgate",
        "Southgate",
        "Eastfield",
        "Westfield",
        "Mill Lane",
        "Ward 6",
        "St. Mary’s",
        "Old Town",
        "New Town",
        "Harbour",
        "Île Street",
        "Zone 12",
    ]
    .iter()
    .enumerate()
    {
        for month in 0..36 {
            let (year, of_year) = (2021 + month / 12, 1 + month % 12);
            let overdue = 20 + (at * 7 + month * 5) % 9 + if at == 3 { 60 } else { 0 };
            text += &format!("{area},{year}-{of_year:02},{overdue},{}\n", 200 + at);
        }
    }
    taken(&text, |name| match name {
        "overdue cases" => Some(Part::Numerator),
        "all cases" => Some(Part::Denominator),
        _ => None,
    })
}

fn taken(text: &str, part_of: fn(&str) -> Option<Part>) -> Package {
    let (sample, encoding, delimiter) =
        sample(text.as_bytes(), true, None, None, &NativeDecoders).unwrap();
    let mut recipe = recognise(&sample, encoding, delimiter, "own.csv")
        .unwrap()
        .recipe;
    change_recipe(&mut recipe, |recipe| {
        for column in &mut recipe.columns {
            if let Some(part) = part_of(&column.name) {
                column.role = ColumnRole::Figure(Figure {
                    indicator: "overdue rate".to_string(),
                    part,
                    ..Figure::default()
                });
            }
        }
    });
    let mut intake = Intake::new(&recipe, "own.csv", &NativeDecoders).unwrap();
    intake.push(text.as_bytes()).unwrap();
    let taken = intake.finish().unwrap();
    let package = Arc::new(taken.package);
    let resolving = Resolving::new(package.clone(), taken.file).unwrap();
    package.with_observations(resolving.finish())
}

#[test]
fn names_of_a_readers_own_table_stand_apart() {
    let package = own();
    let said = said(&package, &[]);
    check_apart(&said);
    for part in [
        "各地区 overdue rate",
        " overdue rate 的分布",
        "Westfield 2023 年 12 月 overdue rate",
        "Ward 6",
    ] {
        check_says(&said, part);
    }
}

#[test]
fn categories_of_a_readers_own_table_stand_apart() {
    let mut text = String::from("area,year,age group,residents\n");
    for (at, area) in ["Northgate", "Southgate", "Eastfield"].iter().enumerate() {
        for year in [2022, 2023] {
            for (kind, count) in [
                ("Total", 90),
                ("under 18", 20),
                ("adults", 45),
                ("over 65", 25),
            ] {
                text += &format!("{area},{year},{kind},{}\n", (at + 1) * count);
            }
        }
    }
    let said = said(&taken(&text, |_| None), &[]);
    check_apart(&said);
    check_says(&said, "：按 age group");
    check_says(&said, "2023 年 Northgate residents 合计 90");
    check_says(&said, "最高为 adults");
}

// ---- the packages that ship ---------------------------------------------------------------------

/// The demonstration district with its English names for Chinese ones.
fn renamed() -> Package {
    let mut files = shipped("demo");
    for path in [
        "areas.csv",
        "areas-below.csv",
        "indicators.csv",
        "standards.csv",
    ] {
        files = files.change(path, english_for_chinese);
    }
    rename(&mut files.descriptor["zhishe"]["dimensions"]);
    Files::open(&files, 1 << 18)
}

fn english_for_chinese(text: &str) -> Vec<u8> {
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let header = rows.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|it| it == name);
    let pairs = [("name_zh", "name_en"), ("label_zh", "label_en")];
    let pair = pairs.iter().find_map(|(zh, en)| place(zh).zip(place(en)));
    let (zh, en) = pair.unwrap();
    let mut written = csv::Writer::from_writer(Vec::new());
    written.write_record(&header).unwrap();
    for row in rows.records() {
        let row = row.unwrap();
        let cell = |at: usize| &row[if at == zh { en } else { at }];
        written.write_record((0..row.len()).map(cell)).unwrap();
    }
    written.into_inner().unwrap()
}

fn rename(labelled: &mut Json) {
    match labelled {
        Json::Array(all) => all.iter_mut().for_each(rename),
        Json::Object(one) => {
            let label = one.get("label_en").cloned();
            one.extend(label.map(|label| ("label_zh".to_string(), label)));
            one.values_mut().for_each(rename);
        }
        _ => {}
    }
}

const SOME: [&str; 4] = [
    "on-time-rate",
    "cases-taken",
    "households",
    "satisfaction-rate",
];

#[test]
fn english_names_stand_apart_in_every_chinese_sentence() {
    let said = said(&renamed(), &SOME);
    check_apart(&said);
    for part in [
        "各社区 On-time resolution rate 的分布",
        "Demonstration District 整体 87.6%",
        "按 Case category 分",
        "Jia Sub-district Cases accepted 没有可以确认的变化",
    ] {
        check_says(&said, part);
    }
}

#[test]
fn chinese_names_are_left_as_they_are() {
    for (package, indicators) in [(demo(), &SOME[..]), (published(), &[])] {
        let said = said(package, indicators);
        check_apart(&said);
        let area = package.areas.roots()[0];
        let place = package.areas.get(area).name.get(ZH);
        for (indicator, about) in package.indicators.iter() {
            let title = format!("{place}{}", about.label.get(ZH));
            let said = said_of_area(package, indicator, area);
            assert_eq!(said[0], title);
            assert!(
                said[1].is_empty() || said[1].starts_with(&title),
                "{}",
                said[1]
            );
        }
    }
    let said = said(demo(), &SOME);
    for part in [
        "2026 年 3 月示范区各社区按期办结率：",
        "163 个社区，最低 69.9%（甲05社区），最高 97.7%（辛08社区）。示范区整体 87.6%。",
        "甲街道受理事项没有可以确认的变化：2026 年 3 月为 4,527 件",
        "2026 年 3 月示范区整体按期办结率 87.6%。",
    ] {
        check_says(&said, part);
    }
}
