//! What is taken of a reader's own figures of which nothing is said: whole numbers are counts, unless
//! their name, their unit or the figures themselves say that something is measured.

use crate::support::own;
use zhishe::answer::{
    BenchmarkChoice, CompareQuestion, NoBenchmark, PeriodChoice, Refusal, compare,
};
use zhishe::cli::NativeDecoders;
use zhishe::intake::{
    ColumnRole, Encoding, Figure, FigureRemark, IndicatorPlan, Part, Recipe, Remark, Sample,
    as_kind, change_recipe, preview, recognise, sample, with_hints,
};
use zhishe::model::{Kind, Lang, LevelId, Nature, Period};
use zhishe::package::{Package, TablePlace};
use zhishe::query::total;

fn recognised(text: &str) -> (Sample, Recipe) {
    let (sample, found) = own::recognised("own.csv", text.as_bytes()).unwrap();
    (sample, found.recipe)
}

fn kind(text: &str, name: &str) -> (Kind, Nature) {
    let (_, recipe) = recognised(text);
    let plan = recipe.indicators.iter().find(|it| it.name == name);
    let plan = plan.unwrap_or_else(|| panic!("{name} in {:?}", recipe.indicators));
    (plan.kind, plan.nature)
}

fn take(recipe: &Recipe, text: &str) -> Package {
    own::take("own.csv", text.as_bytes(), recipe, usize::MAX).unwrap()
}

const COUNTED: (Kind, Nature) = (Kind::Count, Nature::Events);
const PLAIN: (Kind, Nature) = (Kind::Mean, Nature::Survey);

/// A table of one column of figures so called.
fn table(name: &str, values: [&str; 4]) -> String {
    let mut text = format!("area,period,{name}\n");
    for (area, value) in ["North", "South", "East", "West"].iter().zip(values) {
        text += &format!("{area},2024,{value}\n");
    }
    text
}

#[test]
fn whole_numbers_of_things_are_counts() {
    for name in [
        "cases",
        "overdue cases",
        "population",
        "投诉件数",
        "常住人口",
        "homes built",
    ] {
        let text = table(name, ["12", "0", "345", "78"]);
        assert_eq!(kind(&text, name), COUNTED, "{name}");
    }
    // The unit in brackets is one that things are counted in.
    let text = table("户籍户数（户）", ["12", "30", "345", "78"]);
    assert_eq!(kind(&text, "户籍户数"), COUNTED);
    // Marks between thousands, footnotes and signs for no figure change nothing.
    let text = table("cases", ["\"1,234\"", "n/a", "345*", "78"]);
    assert_eq!(kind(&text, "cases"), COUNTED);
    // Nor do zeros that a program wrote behind the point.
    let text = table("things", ["12.0", "30.0", "345.0", "78.0"]);
    assert_eq!(kind(&text, "things"), COUNTED);
}

#[test]
fn what_is_measured_is_no_count() {
    let whole = ["12", "30", "345", "78"];
    let names = [
        "crime rate",
        "score",
        "quality_index",
        "rank",
        "mean wait",
        "median age",
        "age",
        "house price",
        "household income",
        "GDP",
        "density",
        "share_of_over_65",
        "级别",
        "满意度",
        "得分",
        "排名",
        "人均可支配收入",
        "房价",
        "营商环境指数",
        "办结率",
        "平均年龄",
        "同比",
        "per 1000",
        "year built",
        "satisfaction",
        "percent",
    ];
    for name in names {
        assert_eq!(kind(&table(name, whole), name), PLAIN, "{name}");
    }
    // By the unit.
    for (name, stem) in [
        ("cases (%)", "cases"),
        ("宽带（万元）", "宽带"),
        ("用地（公顷）", "用地"),
    ] {
        assert_eq!(kind(&table(name, whole), stem), PLAIN, "{name}");
    }
    // By the figures: fractions, negative ones, and years.
    for values in [
        ["12", "30.5", "345", "78"],
        ["12.0", "30.0", "345.5", "78.0"],
        ["12", "-3", "345", "78"],
        ["1998", "2004", "2011", "1987"],
    ] {
        assert_eq!(
            kind(&table("things", values), "things"),
            PLAIN,
            "{values:?}"
        );
    }
}

/// What is told of indicators that whole numbers alone call counts or shares: both lists.
fn doubts(text: &str) -> [Vec<String>; 2] {
    let (_, found) = own::recognised("own.csv", text.as_bytes()).unwrap();
    let mut doubts = [Vec::new(), Vec::new()];
    for remark in found.remarks {
        match remark {
            Remark::Figures(FigureRemark::MayBeShares { indicators }) => doubts[0] = indicators,
            Remark::Figures(FigureRemark::CountedByFigures { indicators }) => {
                doubts[1] = indicators;
            }
            _ => {}
        }
    }
    doubts
}

#[test]
fn small_whole_numbers_are_no_counts_unless_their_name_says_so() {
    let small = ["50", "61", "58", "100"];
    for name in [
        "Coverage",
        "Turnout",
        "Occupancy",
        "Uptake",
        "达标情况",
        "好评",
        "pupils meeting the standard",
        // Of shares there is one as well.
        "Total",
    ] {
        let text = table(name, small);
        assert_eq!(kind(&text, name), PLAIN, "{name}");
        assert_eq!(
            doubts(&text),
            [vec![name.to_string()], Vec::new()],
            "{name}"
        );
    }
    for name in [
        "deaths",
        "Births",
        "cases",
        "murders",
        "households",
        "homes built",
        "P20_POP",
        "低保人数",
        "低保",
        "投诉量",
        "志愿者",
        "n_obs",
        "Óbitos",
    ] {
        let text = table(name, small);
        assert_eq!(kind(&text, name), COUNTED, "{name}");
        assert_eq!(
            doubts(&text),
            [(); 2].map(|()| Vec::<String>::new()),
            "{name}"
        );
    }
    // The unit says it as well as the name.
    assert_eq!(kind(&table("新建（套）", small), "新建"), COUNTED);
}

#[test]
fn names_of_measures_are_no_counts_however_large() {
    for name in [
        "MED21",
        "TX_CHOM",
        "Prevalence",
        "Incidence",
        "Mortality",
        "Attainment 8",
        "confidence",
        "target",
        "Q50",
        "p90",
        "hhsize",
        "yrs_school",
        "no2",
        "noise_db",
        "考核分",
        "完成进度",
        "响应时间",
        "距离",
        "高程",
        "楼层",
        "千人床位",
    ] {
        let text = table(name, ["120", "61", "580", "1000"]);
        assert_eq!(kind(&text, name), PLAIN, "{name}");
    }
}

#[test]
fn counts_by_their_figures_alone_are_told_once() {
    let text = "area,period,Alpha,Beta,cases,Gamma,Delta,Zeta\nA,2024,120,300,4,500,600,700\nB,2024,140,20,5,10,20,30\n";
    assert_eq!(kind(text, "Alpha"), COUNTED);
    let names = ["Alpha", "Beta", "Gamma", "Delta", "Zeta"].map(str::to_string);
    assert_eq!(doubts(text), [Vec::<String>::new(), names.to_vec()]);
    let remark = FigureRemark::CountedByFigures {
        indicators: names.to_vec(),
    };
    let said = zhishe::words::intake::remark_text(Lang::En, &Remark::Figures(remark));
    assert!(
        said.starts_with("“Alpha”, “Beta”, “Gamma”, “Delta” and 1 more:"),
        "{said}"
    );
}

#[test]
fn money_means_and_the_like_are_no_counts_in_any_language() {
    let whole = ["21000", "30450", "34500", "27800"];
    for name in [
        "MedianIncome",
        "median_income",
        "medianincome",
        "avg_wage",
        "GDP per head",
        "per capita personal earnings",
        "Amount",
        "Fees paid",
        "人均可支配收入",
        "职工工资总额",
        "房租",
        "家賃",
        "平均所得",
        "평균소득",
        "Durchschnittseinkommen",
        "Altersquotient",
        "Kaufpreis",
        "revenu médian",
        "Taux de chômage",
        "Salario medio",
        "Renda média",
        "Reddito",
        "Gemiddeld inkomen",
        "medianinntekt",
        "Средняя зарплата",
    ] {
        assert_eq!(kind(&table(name, whole), name), PLAIN, "{name}");
    }
    // Numbers of things, whatever the things are known by.
    for name in [
        "低收入户数",
        "租房人数",
        "60岁以上人口",
        "初中人数",
        "number of low income households",
        "count of rented homes",
        "Anzahl Haushalte",
        "出租屋",
        "单元",
        "Mieter",
        "sewage works",
        "current tenants",
    ] {
        assert_eq!(kind(&table(name, whole), name), COUNTED, "{name}");
    }
    assert_eq!(
        kind(
            &table("number of days per case", whole),
            "number of days per case"
        ),
        PLAIN
    );
}

#[test]
fn the_name_of_a_file_says_what_is_counted_or_nothing() {
    let text = "Name,1999,2000,2001\nNorth,21000,22000,24000\nSouth,30100,31000,33500\n";
    let of = |file: &str| {
        let recipe = own::recognised(file, text.as_bytes()).unwrap().1.recipe;
        let plan = &recipe.indicators[0];
        (plan.kind, plan.nature)
    };
    assert_eq!(of("usjoin.csv"), PLAIN);
    assert_eq!(of("table.csv"), PLAIN);
    assert_eq!(of("income_by_state.csv"), PLAIN);
    assert_eq!(of("countydata.csv"), PLAIN);
    assert_eq!(of("pop2000.csv"), COUNTED);
    assert_eq!(of("population.csv"), COUNTED);
    assert_eq!(of("各街道户数.csv"), COUNTED);
    assert_eq!(of("countymurders.csv"), COUNTED);
    let told = |file: &str| {
        let (_, found) = own::recognised(file, text.as_bytes()).unwrap();
        let mut remarks = found.remarks.into_iter();
        remarks.find(|it| matches!(it, Remark::NotCounted { .. }))
    };
    let indicator = "usjoin".to_string();
    assert_eq!(told("usjoin.csv"), Some(Remark::NotCounted { indicator }));
    assert_eq!(told("population.csv"), None);
    assert_eq!(told("income_by_state.csv"), None);
    // A unit or a title says it as well.
    let titled = "指标：办件\n".to_string() + text;
    let (_, found) = own::recognised("t.csv", titled.as_bytes()).unwrap();
    assert_eq!(found.recipe.indicators[0].kind, Kind::Count);
}

#[test]
fn thousands_of_things_are_no_events() {
    let whole = ["12", "30", "345", "78"];
    for (name, stem) in [
        ("常住人口（万人）", "常住人口"),
        ("population (thousands)", "population"),
    ] {
        let expected = (Kind::Count, Nature::Inventory);
        assert_eq!(kind(&table(name, whole), stem), expected, "{name}");
    }
}

#[test]
fn a_unit_stated_above_the_table_is_of_what_may_have_it() {
    let units = |text: &str| -> Vec<String> {
        let (_, recipe) = recognised(text);
        let plans = recipe.indicators.iter();
        let unit = plans.map(|it| format!("{} [{}] {}", it.name, it.unit, it.kind.word()));
        unit.collect()
    };
    let told = |text: &str| {
        let (_, found) = own::recognised("own.csv", text.as_bytes()).unwrap();
        let mut remarks = found.remarks.into_iter();
        remarks.find_map(|it| match it {
            Remark::UnitFromTitle { unit, line } => Some((unit, line)),
            _ => None,
        })
    };
    let text = "单位：人,,,,\n地区,年份,户籍人口,老龄化率,面积（公顷）\n东区,2020,1234,15,3\n西区,2020,2234,16,4\n";
    assert_eq!(
        units(text),
        [
            "户籍人口 [人] count",
            "老龄化率 [] mean",
            "面积 [公顷] mean"
        ]
    );
    assert_eq!(told(text), Some(("人".to_string(), 1)));
    // Of indicators that rows name as well, and in the corner of the table.
    let text = "单位：万元,,,\n地区,年份,指标,值\n东区,2020,税额,15\n西区,2020,税额,16\n东区,2020,增长率,5\n西区,2020,增长率,6\n";
    assert_eq!(units(text), ["税额 [万元] mean", "增长率 [] mean"]);
    assert_eq!(told(text), Some(("万元".to_string(), 1)));
    let text = "（单位：万人）,2019,2020\n东区,12,13\n西区,22,23\n";
    assert_eq!(units(text), ["own [万人] count"]);
    // Two units, an office, and a column of units.
    for text in [
        "单位：人,单位：户,,\n地区,年份,人口,户数\n东区,2020,1234,15\n西区,2020,2234,16\n",
        "单位：人、户,,,\n地区,年份,人口,户数\n东区,2020,1234,15\n西区,2020,2234,16\n",
        "填报单位：某街道,,,\n地区,年份,人口,户数\n东区,2020,1234,15\n西区,2020,2234,16\n",
    ] {
        assert_eq!(units(text), ["人口 [] count", "户数 [] count"], "{text}");
        assert_eq!(told(text), None, "{text}");
    }
}

#[test]
fn indicators_named_in_rows_are_each_known_by_their_own_figures() {
    let text = "area,period,indicator,unit,value\nA,2024,cases,,3\nA,2024,wait,days,4\n\
        A,2024,burglary rate,,7\nB,2024,cases,,12\nB,2024,wait,days,9\nB,2024,burglary rate,,2\n";
    assert_eq!(kind(text, "cases"), COUNTED);
    assert_eq!(kind(text, "wait"), PLAIN);
    assert_eq!(kind(text, "burglary rate"), PLAIN);
}

#[test]
fn counts_are_added_up_and_listed_without_ranks() {
    let text = table("cases", ["12", "0", "345", "78"]) + "Total,2024,435\n";
    let (_, recipe) = recognised(&text);
    let package = take(&recipe, &text);
    let (id, about) = package.indicators.iter().next().unwrap();
    assert_eq!((about.kind, about.decimals), (Kind::Count, 0));
    let period = Period::parse("2024").unwrap();
    let level = LevelId(1);
    let question = CompareQuestion {
        indicator: id,
        level,
        within: None,
        period: PeriodChoice::At(period),
        benchmark: BenchmarkChoice::Top,
    };
    let answer = compare(&package, question);
    assert!(answer.refusals.contains(&Refusal::CountWithoutDenominator));
    assert!(answer.rows.iter().all(|row| row.rank.is_none()));
    assert_eq!(answer.benchmark.err(), Some(NoBenchmark::Count));
    // Without a row of the whole the parts are added up.
    let parts = "region,area,period,cases\nN,A,2024,3\nN,B,2024,4\nS,C,2024,5\nS,D,2024,9\n";
    let (_, recipe) = recognised(parts);
    let package = take(&recipe, parts);
    let north = package
        .areas
        .iter()
        .find(|(_, it)| it.name.get(Lang::En) == "N");
    let indicator = package.indicators.iter().next().unwrap().0;
    let sum = total(&package, indicator, north.unwrap().0, period);
    assert_eq!(sum.reading.value.exact(), Some(7.0));
    assert_eq!(
        (sum.reading.numerator, sum.reading.denominator),
        (None, None)
    );
}

#[test]
fn what_the_reader_says_of_a_kind_stays() {
    let text = table("cases", ["12", "0", "345", "78"]);
    let (sample, mut recipe) = recognised(&text);
    change_recipe(&mut recipe, |recipe| {
        recipe.indicators[0] = as_kind(recipe.indicators[0].clone(), Kind::Mean);
    });
    assert_eq!(
        preview(&sample, &recipe, "own.csv").plans[0].kind,
        Kind::Count
    );
    let package = take(&recipe, &text);
    assert_eq!(package.indicators.iter().next().unwrap().1.kind, Kind::Mean);
    // A number of things told in halves is one where the reader says so.
    let halves = table("posts", ["1.5", "2", "3", "4"]);
    let (_, mut recipe) = recognised(&halves);
    change_recipe(&mut recipe, |recipe| {
        recipe.indicators[0] = as_kind(recipe.indicators[0].clone(), Kind::Count);
    });
    let package = take(&recipe, &halves);
    assert_eq!(
        package.indicators.iter().next().unwrap().1.kind,
        Kind::Count
    );
}

#[test]
fn whole_numbers_in_the_first_rows_alone_make_no_count() {
    let first = table("things", ["12", "0", "345", "78"]);
    let (_, recipe) = recognised(&first);
    assert_eq!(recipe.indicators[0].kind, Kind::Count);
    for (further, decimals) in [("2.5", 1), ("-3", 0)] {
        let package = take(&recipe, &format!("{first}Mid,2024,{further}\n"));
        let about = package.indicators.iter().next().unwrap().1;
        assert_eq!((about.kind, about.decimals), (Kind::Mean, decimals));
        assert_eq!(package.fault_count(), 0, "{:?}", package.faults());
    }
    // An indicator that the first rows do not name is known by its figures too.
    let rows = "area,period,indicator,value\nA,2024,x,1.5\nB,2024,x,2.5\n";
    let (_, recipe) = recognised(rows);
    let package = take(&recipe, &format!("{rows}A,2024,cases,3\nB,2024,cases,4\n"));
    let kinds: Vec<Kind> = package.indicators.iter().map(|it| it.1.kind).collect();
    assert_eq!(kinds, [Kind::Mean, Kind::Count]);
}

#[test]
fn another_decimal_mark_makes_no_counts_of_fractions() {
    let text = "area;period;things\nA;2024;1.234\nB;2024;5.678\nC;2024;2.345\n";
    let (sample, encoding, delimiter) = sample(
        text.as_bytes(),
        true,
        Some(Encoding::Utf8),
        None,
        &NativeDecoders,
    )
    .unwrap();
    let found = recognise(&sample, encoding, delimiter, "own.csv").unwrap();
    assert_eq!(found.recipe.indicators[0].kind, Kind::Count);
    let mut place = TablePlace::default();
    place.written.decimal = Some('.');
    let recipe = with_hints(found, &place).recipe;
    let package = take(&recipe, text);
    let about = package.indicators.iter().next().unwrap().1;
    assert_eq!((about.kind, about.decimals), (Kind::Mean, 3));
}

#[test]
fn a_small_quotient_shows_digits_of_its_own() {
    let check = |cases: [u32; 2], persons: u32, kind: Kind, decimals: u8| {
        let [first, second] = cases;
        let text = format!(
            "area,year,cases,persons\nA,2020,{first},{persons}\nB,2020,{second},{persons}\n"
        );
        let (_, mut recipe) = recognised(&text);
        let mut change = |at: usize, part: Part| {
            let figure = Figure {
                part,
                indicator: "cases".to_string(),
                ..Figure::default()
            };
            recipe.columns[at].role = ColumnRole::Figure(figure);
        };
        change(2, Part::Numerator);
        change(3, Part::Denominator);
        let plan = IndicatorPlan::plain("cases");
        recipe.indicators = vec![as_kind(plan, kind)];
        let package = take(&recipe, &text);
        let about = package.indicators.iter().next().unwrap().1;
        assert_eq!(
            (about.kind, about.decimals),
            (kind, decimals),
            "{cases:?} of {persons}"
        );
    };
    // 0.0128 % and 0.0175 %: with one digit both were 0.0 %, and told as no change.
    check([5, 7], 39_000, Kind::Proportion, 3);
    check([5, 7], 3_900_000, Kind::Proportion, 5);
    check([5, 7], 1_000, Kind::Proportion, 2);
    check([50, 70], 1_000, Kind::Proportion, 1);
    check([5, 7], 390_000, Kind::Rate, 3);
    check([0, 0], 390_000, Kind::Proportion, 1);
}

#[test]
fn zeros_behind_the_point_are_not_shown() {
    let decimals = |text: &str| {
        let package = take(&recognised(text).1, text);
        let (_, indicator) = package.indicators.iter().next().unwrap();
        indicator.decimals
    };
    assert_eq!(
        decimals("State,Year,pcgdp\nA,1940,8684.000\nB,1940,9120.000\nC,1940,10384.000\n"),
        0
    );
    assert_eq!(
        decimals("State,Year,pcgdp\nA,1940,8684.000\nB,1940,9120.250\nC,1940,10384.000\n"),
        2
    );
    // As many as the size of the figures asks for: 0.001787 of 0.0017868, and 26.69 of 26.69128.
    assert_eq!(
        decimals("Area,Year,x\nA,1990,0.0017868\nB,1990,0.0021342\n"),
        6
    );
    assert_eq!(
        decimals("Area,Year,x\nA,1990,26.69128\nB,1990,31.00217\n"),
        2
    );
    assert_eq!(
        decimals("Area,Year,x\nA,1990,10544.15234375\nB,1990,9544.5\n"),
        2
    );
}

#[test]
fn the_sum_of_amounts_is_no_yardstick_for_its_parts() {
    let held_against = |rows: &str| {
        let text = format!("地区,年份,收入(亿元)\n{rows}");
        let (_, recipe) = recognised(&text);
        let package = take(&recipe, &text);
        let question = CompareQuestion {
            indicator: package.indicators.iter().next().unwrap().0,
            level: LevelId(1),
            within: None,
            period: PeriodChoice::At(Period::parse("2024").unwrap()),
            benchmark: BenchmarkChoice::Top,
        };
        compare(&package, question).benchmark.map(|it| it.value)
    };
    let amounts = "全市,2024,70.3\n甲区,2024,30.1\n乙区,2024,25.0\n丙区,2024,15.2\n";
    assert_eq!(held_against(amounts), Err(NoBenchmark::Count));
    // Gains beside losses.
    let changes = "全市,2024,-1.5\n甲区,2024,30.1\n乙区,2024,-25.0\n丙区,2024,-6.6\n";
    assert_eq!(held_against(changes), Err(NoBenchmark::Count));
    // A mean lies among those of the parts.
    let means = "全市,2024,23.1\n甲区,2024,30.1\n乙区,2024,25.0\n丙区,2024,15.2\n";
    assert_eq!(held_against(means), Ok(23.1));
}
