//! What the researcher's page answers: two indicators against each other, how one is spread, one by the
//! values of a dimension. Expected figures are worked out from the files by numpy, not by the program.

use crate::support::{area_id, demo, indicator_id, period, published, reading, shipped};
use zhishe::answer::{
    BenchmarkChoice, ByCategory, ByCategoryQuestion, Distribution, DistributionQuestion,
    Ingredient, LeftOut, NoFit, PeriodChoice, RelateQuestion, ScatterQuestion, Scattered, ShadeBy,
    Shaded, SharedPart, Verdict, broken_down_indicators, by_category, distribution, scattered,
};
use zhishe::export::{by_category_csv, distribution_csv, scatter_csv};
use zhishe::figure::{Emphasis, Figure, distribution_figure, scatter_figure};
use zhishe::model::{Lang, LevelId, Missing};
use zhishe::package::{Need, Package};
use zhishe::route::{
    Page, View, as_left, early_needs, needs, pinned, pinned_areas, resolve, scatter_question,
};
use zhishe::stats::{BinRule, NoBins};
use zhishe::words;

const COMMUNITY: LevelId = LevelId(2);
const MARCH: &str = "2026-03";

fn scatter_of(package: &Package, x: (&str, &str), y: (&str, &str), level: LevelId) -> Scattered {
    let side = |(code, at): (&str, &str)| {
        let choice = match at {
            "latest" => PeriodChoice::EachLatest,
            at => PeriodChoice::At(period(at)),
        };
        (indicator_id(package, code), choice)
    };
    let question = ScatterQuestion {
        relate: RelateQuestion {
            x: side(x),
            y: side(y),
            level,
            within: None,
        },
        size: None,
        shade: ShadeBy::Nothing,
        benchmark: BenchmarkChoice::Top,
    };
    scattered(package, question)
}

fn spread(package: &Package, indicator: &str, at: &str, level: LevelId) -> Distribution {
    let question = DistributionQuestion {
        indicator: indicator_id(package, indicator),
        level,
        within: None,
        period: match at {
            "latest" => PeriodChoice::EachLatest,
            at => PeriodChoice::At(period(at)),
        },
        benchmark: BenchmarkChoice::Top,
    };
    distribution(package, question)
}

fn broken(indicator: &str, area: &str, is_declared_order: bool) -> ByCategory {
    let question = ByCategoryQuestion {
        indicator: indicator_id(demo(), indicator),
        dimension: 0,
        area: area_id(demo(), area),
        period: Some(period(MARCH)),
        level: None,
        is_declared_order,
    };
    by_category(demo(), question).unwrap()
}

fn said(lang: Lang, found: &Scattered) -> String {
    let mut said = words::scatter_sentences(lang, demo(), found);
    said.extend(words::scatter_cautions(lang, demo(), found));
    said.join("\n")
}

fn close(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-8, "{one} is not {other}");
}

// ---- two indicators -----------------------------------------------------------------------------

#[test]
fn two_indicators_are_correlated_as_numpy_has_it() {
    let x = ("satisfaction-rate", MARCH);
    let found = scatter_of(demo(), x, ("on-time-rate", MARCH), COMMUNITY);
    assert_eq!(found.relate.used_count, 163);
    assert_eq!(found.relate.no_fit(), None);
    close(
        found.relate.pearson.unwrap().coefficient,
        -0.1061862648087062,
    );
    let line = found.relate.line.as_ref().unwrap();
    assert!((line.slope - -0.14183629).abs() < 1e-8);
    assert!(
        said(Lang::Zh, &found).contains("线性相关系数 −0.11（95% 区间 −0.26 至 0.05）：区间包含 0")
    );
    assert!(said(Lang::En, &found).contains("no straight-line relation is seen"));
}

#[test]
fn figures_with_a_part_in_common_are_warned_about() {
    let pair = |x, y| scatter_of(demo(), (x, MARCH), (y, MARCH), COMMUNITY);
    // The share of those rated that are content, against how many were rated.
    let found = pair("cases-rated", "satisfaction-rate");
    let expected = SharedPart {
        x: Ingredient::Count,
        y: Ingredient::Denominator,
    };
    assert_eq!(found.shared, Some(expected));
    assert!(said(Lang::Zh, &found).contains("“评价事项”就是“群众满意率”的分母"));
    assert!(said(Lang::En, &found).contains("Cases rated is the denominator of Satisfaction rate"));
    assert_eq!(pair("service-coverage", "on-time-rate").shared, None);
    assert_eq!(pair("satisfaction-rate", "on-time-rate").shared, None);
    let quarter = ("grid-staff-rate", "2026-03");
    let households = ("households", "2026-Q1");
    let found = scatter_of(demo(), quarter, households, COMMUNITY);
    assert!(found.relate.periods_differ && found.relate.period_kinds_differ);
    assert!(said(Lang::Zh, &found).contains("两项的期间类型不同"));
}

#[test]
fn counts_grow_together_and_that_is_said() {
    let found = scatter_of(
        demo(),
        ("cases-resolved", MARCH),
        ("cases-open", MARCH),
        COMMUNITY,
    );
    assert!(found.both_counts);
    assert!(said(Lang::Zh, &found).contains("两项都是总量"));
    let found = scatter_of(
        demo(),
        ("on-time-rate", MARCH),
        ("cases-open", MARCH),
        COMMUNITY,
    );
    assert!(!found.both_counts);
}

#[test]
fn few_areas_are_shown_without_a_fit() {
    let x = ("building-heads", "latest");
    let found = scatter_of(published(), x, ("compound-branches", "latest"), LevelId(0));
    assert!(matches!(found.relate.no_fit(), Some(NoFit::TooFew(0..=3))));
    let text = words::scatter_sentences(Lang::Zh, published(), &found).join("");
    assert!(text.contains("不足 10 个"), "{text}");
    assert!(!words::relate_caption(Lang::Zh, published(), &found.relate).contains("相关"));
    let ten = scatter_of(
        demo(),
        ("satisfaction-rate", MARCH),
        ("on-time-rate", MARCH),
        LevelId(1),
    );
    assert_eq!((ten.relate.used_count, ten.relate.no_fit()), (10, None));
    let each = scatter_of(
        demo(),
        ("satisfaction-rate", "latest"),
        ("on-time-rate", "latest"),
        COMMUNITY,
    );
    assert_eq!(each.relate.no_fit(), Some(NoFit::EachLatest));
    let Some(Figure::Scatter(figure)) = scatter_figure(Lang::Zh, demo(), &each, &[], false) else {
        panic!("no scatter");
    };
    assert!(figure.line.is_none() && figure.marks.len() == 163);
}

#[test]
fn sizes_and_shades_are_those_of_a_third_indicator() {
    let mut question = scatter_of(
        demo(),
        ("satisfaction-rate", MARCH),
        ("on-time-rate", MARCH),
        COMMUNITY,
    )
    .question;
    // Households are published by the quarter: not at March, so at their newest.
    question.size = Some(indicator_id(demo(), "households"));
    question.shade = ShadeBy::Indicator(indicator_id(demo(), "grid-staff-rate"));
    let found = scattered(demo(), question);
    let size = found.size.as_ref().unwrap();
    let newest = match size.period {
        PeriodChoice::At(period) => period.to_string(),
        PeriodChoice::EachLatest => String::new(),
    };
    assert_eq!(newest, "2026-Q1");
    let place = found
        .relate
        .points
        .iter()
        .position(|it| it.area == area_id(demo(), "990001001001"));
    let place = place.unwrap();
    let households = reading(demo(), "households", "990001001001", "2026-Q1");
    assert_eq!(size.value(place), households.value.exact());
    let Shaded::Groups(_, Ok(shades)) = &found.shade else {
        panic!("{:?}", found.shade);
    };
    assert_eq!(shades.groups.len(), 5);
    assert_eq!(shades.groups.iter().map(|it| it.count).sum::<usize>(), 163);
    let picked = [area_id(demo(), "990001001001")];
    let Some(Figure::Scatter(figure)) = scatter_figure(Lang::En, demo(), &found, &picked, false)
    else {
        panic!("no scatter");
    };
    assert!(figure.is_sized);
    assert_eq!(figure.legend.len(), 2);
    let largest = figure
        .marks
        .iter()
        .map(|dot| dot.weight)
        .fold(0.0, f64::max);
    close(largest, 1.0);
    let marked = figure
        .marks
        .iter()
        .filter(|it| it.mark.emphasis == Emphasis::Picked);
    assert_eq!(marked.count(), 1);
    let key = place as u32;
    let told = Figure::Scatter(figure).told(key).unwrap();
    assert!(
        told.contains("Satisfaction rate") && told.contains("Households"),
        "{told}"
    );
    // Each figure stands apart from the next.
    let parts: Vec<&str> = told.split(" · ").collect();
    assert!(parts.len() >= 4, "{told}");
    let is_one = |part: &&str| part.contains("Satisfaction rate") && part.contains("Households");
    assert!(!parts.iter().any(is_one), "{told}");
}

#[test]
fn a_shade_by_verdict_is_the_verdict_of_the_comparison() {
    let mut question = scatter_of(
        demo(),
        ("satisfaction-rate", MARCH),
        ("on-time-rate", MARCH),
        COMMUNITY,
    )
    .question;
    question.shade = ShadeBy::Verdict;
    let found = scattered(demo(), question);
    let Shaded::Verdicts(verdicts) = &found.shade else {
        panic!("{:?}", found.shade);
    };
    let of = |code: &str| {
        let area = area_id(demo(), code);
        let place = found.relate.points.iter().position(|it| it.area == area);
        verdicts[place.unwrap()]
    };
    // The planted one that slipped, and one like the rest.
    assert_eq!(of("990001002001").1, Verdict::MuchWorse);
    assert_eq!(of("990001001001").1, Verdict::Similar);
}

// ---- one indicator ------------------------------------------------------------------------------

#[test]
fn a_distribution_is_as_numpy_has_it() {
    let found = spread(demo(), "on-time-rate", MARCH, COMMUNITY);
    let drawn = found.box_plot.unwrap();
    close(drawn.five.minimum, 69.89247311827957);
    assert!((drawn.five.lower_quartile - 85.92035398).abs() < 1e-8);
    close(drawn.five.median, 87.5);
    assert!((drawn.five.upper_quartile - 89.41605839).abs() < 1e-8);
    assert_eq!(drawn.beyond, (3, 1));
    let bins = found.bins.as_ref().unwrap();
    assert_eq!(bins.rule, BinRule::FreedmanDiaconis);
    close(bins.rule_width, 1.2798787550053883);
    close(bins.width, 1.0);
    close(bins.start, 69.0);
    let expected = [
        1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 5, 9, 21, 23, 27, 20, 22, 19, 7, 2, 0, 1, 0, 0, 1,
    ];
    assert_eq!(bins.counts, expected);
    assert_eq!(found.bin_of(69.9), Some(0));
    assert_eq!(found.bin_of(97.7), Some(28));
    let text = words::distribution_sentences(Lang::Zh, demo(), &found).join("");
    assert!(
        text.contains(
            "163 个社区：中位数 87.5%，中间 50% 在 85.9% 至 89.4% 之间，最低 69.9%（甲05社区）"
        ),
        "{text}"
    );
}

#[test]
fn counts_are_binned_by_whole_numbers() {
    let found = spread(demo(), "cases-open", MARCH, COMMUNITY);
    let bins = found.bins.as_ref().unwrap();
    assert!(bins.is_whole);
    assert_eq!((bins.width, bins.start), (5.0, -0.5));
    let indicator = demo().indicators.get(found.question.indicator);
    assert_eq!(words::bin_text(Lang::Zh, indicator, bins, 0), "0–4 件");
}

#[test]
fn who_is_left_out_is_counted_by_reason() {
    let files = shipped("demo").change("observations-cases-2026.csv", |text| {
        let changed = |line: &str| match line {
            _ if line.starts_with("on-time-rate,990001001001,2026-03") => {
                "on-time-rate,990001001001,2026-03,,,,M".to_string()
            }
            _ if line.starts_with("on-time-rate,990001001002,2026-03") => String::new(),
            _ => line.to_string(),
        };
        let lines: Vec<String> = text
            .lines()
            .map(changed)
            .filter(|it| !it.is_empty())
            .collect();
        (lines.join("\n") + "\n").into_bytes()
    });
    let package = files.open(1 << 18);
    let found = spread(&package, "on-time-rate", MARCH, COMMUNITY);
    assert_eq!((found.used_count, found.rows.len()), (161, 163));
    let reasons = found.reasons();
    assert!(
        reasons.contains(&(LeftOut::Missing(Missing::Impossible), 1)),
        "{reasons:?}"
    );
    assert!(
        reasons.contains(&(LeftOut::Missing(Missing::NoRow), 1)),
        "{reasons:?}"
    );
    let text = words::distribution_sentences(Lang::Zh, &package, &found).join("");
    assert!(text.contains("未计入："), "{text}");
    let across = scatter_of(
        &package,
        ("satisfaction-rate", MARCH),
        ("on-time-rate", MARCH),
        COMMUNITY,
    );
    let text = words::scatter_cautions(Lang::Zh, &package, &across).join("");
    assert!(text.contains("甲01社区（按期办结率："), "{text}");
}

#[test]
fn three_places_are_shown_one_by_one() {
    let found = spread(published(), "compound-branches", "latest", LevelId(0));
    assert!(matches!(found.bins, Err(NoBins::TooFew(_))));
    assert_eq!(found.box_plot, None);
    let figure = distribution_figure(Lang::Zh, published(), &found, &[]);
    match (found.used_count, figure) {
        (0, figure) => assert!(figure.is_none()),
        (count, Some(Figure::Distribution(figure))) => {
            assert!(figure.bins.is_empty() && figure.marks.len() == count);
        }
        (_, other) => panic!("{other:?}"),
    }
}

// ---- a dimension --------------------------------------------------------------------------------

#[test]
fn the_indicators_that_are_broken_down_are_known() {
    let found = broken_down_indicators(demo());
    let codes = found
        .iter()
        .map(|(id, _)| &*demo().indicators.get(*id).code);
    let codes: Vec<&str> = codes.collect();
    assert_eq!(codes, ["cases-taken", "on-time-rate"]);
    assert!(broken_down_indicators(published()).is_empty());
}

#[test]
fn counts_stand_by_size_with_their_shares() {
    let found = broken("cases-taken", "990001", false);
    let order: Vec<&str> = found.rows.iter().map(|row| &*row.value).collect();
    let by_size = [
        "property",
        "sanitation",
        "facilities",
        "parking",
        "noise",
        "heating",
        "welfare",
        "other",
        "disputes",
    ];
    assert_eq!(order, by_size);
    close(found.rows[0].share.unwrap(), 6987.0 / 36078.0);
    assert_eq!(found.unassigned, Some(0.0));
    assert_eq!((found.judged_count, found.is_over), (0, false));
    let declared = broken("cases-taken", "990001", true);
    assert_eq!(declared.rows[8].value, "heating");
    let table = found.table.as_ref().unwrap();
    assert_eq!(
        (table.level, table.areas.len(), table.columns.len()),
        (LevelId(1), 10, 9)
    );
    assert_eq!(table.columns[0].0, "property");
    let csv = by_category_csv(Lang::En, demo(), &found, "https://example.org/");
    let csv = String::from_utf8(csv).unwrap();
    assert!(
        csv.contains(",indicator,period,category,label,value,"),
        "{csv}"
    );
    assert!(
        csv.contains(",cases-taken,2026-03,property,Property management,6987"),
        "{csv}"
    );
    // The area itself, and ten others, nine values each.
    assert_eq!(
        csv.lines()
            .filter(|it| it.contains(",cases-taken,2026-03,"))
            .count(),
        99
    );
}

#[test]
fn shares_are_held_against_the_rest_of_the_area() {
    let found = broken("on-time-rate", "990001", false);
    assert_eq!(found.judged_count, 9);
    let row = found.rows.iter().find(|it| it.value == "heating").unwrap();
    let against = row.judged.unwrap().against.unwrap();
    // 3,040 of 36,045: under a tenth, so against the whole.
    assert!(!against.is_rest);
    close(against.benchmark, 100.0 * 31558.0 / 36045.0);
    let row = found.rows.iter().find(|it| it.value == "property").unwrap();
    let against = row.judged.unwrap().against.unwrap();
    assert!(against.is_rest);
    close(
        against.benchmark,
        100.0 * (31558.0 - 6100.0) / (36045.0 - 6964.0),
    );
    let text = words::by_category_sentences(Lang::Zh, demo(), &found).join("");
    assert!(text.contains("按事项类别分 9 类"), "{text}");
}

// ---- addresses ----------------------------------------------------------------------------------

fn view(query: &str) -> View {
    let (view, ignored) = View::parse(query);
    assert!(ignored.is_empty(), "{ignored:?}");
    view
}

#[test]
fn a_copied_link_says_both_indicators_and_both_periods() {
    let asked = view("?page=explore&indicator=on-time-rate&beside=990001002001");
    let (resolved, ignored) = resolve(&asked, demo());
    assert!(ignored.is_empty());
    let query = pinned(&asked, demo(), &resolved).query();
    let said = View::parse(&query).0;
    assert_eq!(
        (&*said.indicator, &*said.level),
        ("on-time-rate", "community")
    );
    assert_eq!(said.explore_choice("across"), "service-coverage");
    assert_eq!(said.explore_choice("across-period"), MARCH);
    assert!(query.contains("period=2026-03") && query.contains("beside=990001002001"));
    let (again, _) = resolve(&said, demo());
    assert_eq!(
        scatter_question(&said, demo(), &again),
        scatter_question(&asked, demo(), &resolved)
    );
}

#[test]
fn choices_that_fit_nothing_are_told() {
    let asked = view(
        "?page=explore&indicator=on-time-rate&across=on-time-rate&size=nothing&shade=verdict&dimension=age&across-period=Mar",
    );
    let (resolved, ignored) = resolve(&asked, demo());
    let keys: Vec<&str> = ignored.iter().map(|(key, _)| &**key).collect();
    assert_eq!(keys, ["across", "size", "across-period", "dimension"]);
    // Never against itself.
    let question = scatter_question(&asked, demo(), &resolved).unwrap();
    assert_ne!(question.relate.x.0, question.relate.y.0);
    assert_eq!((question.size, question.shade), (None, ShadeBy::Verdict));
    let asked = view("?page=explore&shade=verdict");
    let (_, ignored) = resolve(&asked, published());
    assert_eq!(ignored, [("shade".to_string(), "verdict".to_string())]);
    // On another page they are nobody's business.
    let elsewhere = View {
        page: Page::Data,
        ..view("?page=explore&size=nothing")
    };
    assert!(resolve(&elsewhere, demo()).1.is_empty());
}

#[test]
fn marks_are_the_area_those_beside_and_the_group_each_once() {
    let asked = view(
        "?page=explore&area=990001002001&beside=990001001001,nowhere&group=990001002001,990001001002",
    );
    let codes = pinned_areas(&asked, demo()).into_iter();
    let codes: Vec<&str> = codes.map(|id| &*demo().areas.get(id).code).collect();
    assert_eq!(codes, ["990001002001", "990001001001", "990001001002"]);
}

/// Reads only what the view needs, as a browser does, until it needs nothing more.
fn opened(query: &str) -> (Package, View, Vec<String>) {
    let files = shipped("demo");
    let mut package = files.open_descriptor();
    let asked = view(query);
    let mut read = Vec::new();
    for _ in 0..12 {
        let wanted: Vec<Need> = needs(&asked, &package);
        let before = read.len();
        for need in wanted {
            read.extend(files.read(&mut package, &need, 1 << 18));
        }
        if read.len() == before {
            break;
        }
    }
    (package, asked, read)
}

#[test]
fn the_files_of_both_indicators_and_of_the_third_are_read() {
    let (package, asked, read) = opened(
        "?page=explore&indicator=on-time-rate&across=activity-attendance&size=households&shade=office-area",
    );
    let (resolved, _) = resolve(&asked, &package);
    let question = scatter_question(&asked, &package, &resolved).unwrap();
    let found = scattered(&package, question);
    let whole = scattered(
        demo(),
        scatter_question(&asked, demo(), &resolve(&asked, demo()).0).unwrap(),
    );
    assert_eq!(found.relate.used_count, whole.relate.used_count);
    assert!(found.relate.used_count > 100);
    assert_eq!(found.size, whole.size);
    let has = |name: &str| read.iter().any(|it| it.contains(name));
    assert!(has("observations-participation-2026") && has("observations-organisation-2026"));
    // One period needs no other year, and no category.
    assert!(!has("cases-2024") && !has("category"), "{read:?}");
    let (_, _, read) = opened("?page=explore&explore=breakdown&indicator=cases-taken");
    assert!(
        read.iter().any(|it| it.contains("cases-category-2026")),
        "{read:?}"
    );
}

#[test]
fn before_the_code_of_the_page_stands_the_one_indicator_is_on_its_way_and_nothing_in_vain() {
    let said = |query: &str| {
        (
            early_needs(&view(query), demo()),
            needs(&view(query), demo()),
        )
    };
    for explored in ["scatter", "distribution", "breakdown", "table", "own"] {
        let (early, all) = said(&format!("?page=explore&explore={explored}"));
        assert!(early.iter().all(|need| all.contains(need)), "{explored}");
        let has_one = matches!(explored, "scatter" | "distribution");
        assert_eq!(!early.is_empty(), has_one, "{explored}");
        assert_eq!(
            all.len() > early.len(),
            !matches!(explored, "distribution" | "own")
        );
    }
    for page in [
        "overview",
        "compare",
        "profile",
        "trends",
        "standards",
        "data",
    ] {
        let (early, all) = said(&format!("?page={page}&as-of=2026-03-31"));
        assert_eq!(early, all, "{page}");
        assert!(all.contains(&Need::Revisions), "{page}");
    }
}

// ---- files --------------------------------------------------------------------------------------

#[test]
fn the_files_hold_every_area_once() {
    let found = spread(demo(), "on-time-rate", MARCH, COMMUNITY);
    let csv = String::from_utf8(distribution_csv(Lang::Zh, demo(), &found, "a")).unwrap();
    let rows: Vec<&str> = csv
        .lines()
        .filter(|it| it.contains(",on-time-rate,"))
        .collect();
    assert_eq!(rows.len(), 163);
    assert!(rows[0].starts_with("990001001005,甲05社区,on-time-rate,2026-03,69.89247"));
    assert!(rows[0].contains(",69,70,"), "{}", rows[0]);
    let found = scatter_of(
        demo(),
        ("satisfaction-rate", MARCH),
        ("on-time-rate", MARCH),
        COMMUNITY,
    );
    let csv = String::from_utf8(scatter_csv(Lang::Zh, demo(), &found, "a")).unwrap();
    for axis in [",x,satisfaction-rate,2026-03,", ",y,on-time-rate,2026-03,"] {
        let rows = csv.lines().filter(|it| it.contains(axis));
        assert_eq!(rows.count(), 163, "{axis}");
    }
    assert!(csv.contains("虚构演示数据"));
}

#[test]
fn who_comes_back_finds_what_was_chosen() {
    let left = view(
        "?page=explore&package=demo&indicator=on-time-rate&period=2026-03&explore=distribution&across=households&across-period=2026-Q1&size=cases-taken&shade=repeat-rate&beside=990001001001",
    );
    let elsewhere = "?page=explore&package=demo&indicator=satisfaction-rate&period=2026-02";
    let back = as_left(view(elsewhere), &left);
    assert_eq!(
        back.query(),
        "?page=explore&package=demo&indicator=satisfaction-rate&period=2026-02&beside=990001001001&explore=distribution&across=households&across-period=2026-Q1&size=cases-taken&shade=repeat-rate"
    );
    // What stands upwards by now does not stand across.
    let same = as_left(
        view("?page=explore&package=demo&indicator=households"),
        &left,
    );
    assert_eq!(
        (same.explore_choice("across"), same.explore_choice("size")),
        ("", "cases-taken")
    );
    // Another package has other indicators, and another page none of it.
    for other in [
        "?page=explore&package=published",
        "?page=compare&package=demo",
    ] {
        assert_eq!(as_left(view(other), &left), view(other));
    }
    let own = view("?page=explore&package=demo&explore=own&size=cases-taken");
    let back = as_left(view("?page=explore&package=demo"), &own);
    assert_eq!(back.query(), "?page=explore&package=demo&size=cases-taken");
}
