//! Tables whose figures say little of themselves: columns without a period beside others with one, ages that
//! look like months, numbers that look like years, weeks, halves of a year, estimates with their intervals in
//! one cell. What is not certain is told. The figures are made up.

use crate::support::own::{check, faults, recipe_of, refused, remarks, take, values};
use zhishe::intake::{
    FigureRemark, Problem, Recipe, Remark, as_of, preview, problems, remarks_now,
};
use zhishe::model::{Kind, Lang, Period, Severity};
use zhishe::words;

fn recipe(text: &str) -> Recipe {
    recipe_of("t.csv", text.as_bytes()).recipe
}

/// What is said of how figures are written.
fn said(text: &str) -> Vec<FigureRemark> {
    let of = |remark: Remark| match remark {
        Remark::Figures(remark) => Some(remark),
        _ => None,
    };
    remarks("t.csv", text).into_iter().filter_map(of).collect()
}

/// What is told, in English.
fn told(text: &str) -> String {
    let lines = remarks("t.csv", text).into_iter();
    let lines: Vec<String> = lines
        .map(|it| words::intake::remark_text(Lang::En, &it))
        .collect();
    lines.join("\n")
}

/// The values of a table whose reader states its period.
fn values_as_of(text: &str, period: &str) -> Vec<String> {
    let period = Period::parse(period).unwrap();
    let recipe = as_of(recipe_of("t.csv", text.as_bytes()), period).recipe;
    assert_eq!(problems(&recipe), [], "{text}");
    values(&take("t.csv", text.as_bytes(), &recipe, 64).unwrap())
}

/// The kind that each indicator is taken to be of, once the whole file is read.
fn kinds_as_of(text: &str, period: Option<&str>) -> Vec<(String, Kind)> {
    let found = recipe_of("t.csv", text.as_bytes());
    let found = match period.and_then(Period::parse) {
        Some(period) => as_of(found, period),
        None => found,
    };
    let package = take("t.csv", text.as_bytes(), &found.recipe, 64).unwrap();
    let indicators = package.indicators.iter();
    indicators
        .map(|(id, about)| (format!("{id:?}"), about.kind))
        .collect()
}

// ---- columns without a period beside others with one --------------------------------------------

const MIXED: &str = "Ward,Area (ha),Residents 2011,Residents 2021,Density\nA,412,5120,5520,13.4\nB,388,4890,5011,12.9\n";

#[test]
fn columns_without_a_period_are_told_with_the_reason() {
    check(
        "t.csv",
        MIXED,
        &[
            "A|Residents|2011|5120",
            "A|Residents|2021|5520",
            "B|Residents|2011|4890",
            "B|Residents|2021|5011",
        ],
    );
    let columns = vec!["Area (ha)".to_string(), "Density".to_string()];
    assert_eq!(said(MIXED), [FigureRemark::Undated { columns }]);
    let told = told(MIXED);
    assert!(told.contains("“Area (ha)”, “Density”"), "{told}");
    assert!(
        told.contains("which period the whole table is of"),
        "{told}"
    );
}

#[test]
fn columns_without_a_period_are_of_the_one_that_the_reader_states() {
    let found = values_as_of(MIXED, "2021");
    for line in [
        "A|Area|2021|412",
        "B|Density|2021|12.9",
        "A|Residents|2011|5120",
    ] {
        assert!(found.iter().any(|it| it == line), "{line} in {found:?}");
    }
    assert_eq!(found.len(), 8);
    // And then nothing is told of them, on the page and in the command line.
    let found = recipe_of("t.csv", MIXED.as_bytes());
    let is_undated = |it: &Remark| matches!(it, Remark::Figures(FigureRemark::Undated { .. }));
    let stated = as_of(found.clone(), Period::parse("2021").unwrap());
    assert!(!stated.remarks.iter().any(is_undated));
    let (sample, _) = crate::support::own::recognised("t.csv", MIXED.as_bytes()).unwrap();
    let shown = preview(&sample, &stated.recipe, "t.csv");
    let now = remarks_now(&found, &sample, &stated.recipe, &shown);
    assert!(!now.iter().any(is_undated), "{now:?}");
}

#[test]
fn sums_signs_codes_and_changes_are_of_no_period_that_a_reader_may_state() {
    let text = "Ward,2019,%,2020,%,Total,Change 2019-2020,LineCode,SUMLEV\n\
        A,10,1.5,12,1.7,22,2,7,50\nB,20,2.5,21,2.7,41,1,9,50\n";
    let columns = ["%", "%", "Total", "Change 2019-2020", "LineCode", "SUMLEV"];
    let columns = columns.map(str::to_string).to_vec();
    assert_eq!(said(text), [FigureRemark::UndatedAside { columns }]);
    assert_eq!(values_as_of(text, "2021").len(), 4);
    assert!(!told(text).contains("say which period"));
}

#[test]
fn the_year_of_its_money_is_no_period_of_a_column() {
    let text =
        "Ward,Residents,Median income (in 2022 inflation-adjusted dollars)\nA,10,900\nB,20,950\n";
    assert_eq!(problems(&recipe(text)), [Problem::NoPeriod]);
    assert_eq!(values_as_of(text, "2023").len(), 4);
}

// ---- numbers of things --------------------------------------------------------------------------

#[test]
fn numbers_of_named_things_that_look_like_years_are_counts() {
    let text = "Ward,Year,Households,Pupils,Built\nA,2021,1980,1990,1961\nB,2021,2010,2020,1975\n";
    let kinds = kinds_as_of(text, None);
    let of = |kind| move |it: &(String, Kind)| it.1 == kind;
    let counts: Vec<_> = kinds.iter().filter(|it| of(Kind::Count)(it)).collect();
    assert_eq!(counts.len(), 2, "{kinds:?}");
    let is_told = |it: &FigureRemark| matches!(it, FigureRemark::MayBeYears { indicator } if indicator == "Built");
    assert!(said(text).iter().any(is_told), "{:?}", said(text));
}

#[test]
fn the_kind_of_a_figure_is_the_same_whoever_states_the_period() {
    let table = "街道,户数,总人口\n东街道,18234,45120\n西街道,20110,51230\n";
    let titled = format!("2022年户数人口,,\n{table}");
    let kinds = kinds_as_of(table, Some("2022"));
    assert_eq!(kinds, kinds_as_of(&titled, None));
    assert!(kinds.iter().all(|it| it.1 == Kind::Count), "{kinds:?}");
}

#[test]
fn whole_numbers_are_counts_however_many_zeros_are_behind_the_point() {
    for [one, other] in [["7.000000", "9.000000"], ["12.0", "31.0"], ["12", "31.0"]] {
        let text = format!("Ward,Year,Complaints,Weight\nA,2021,{one},1.5\nB,2021,{other},2.0\n");
        let kinds = kinds_as_of(&text, None);
        assert_eq!(kinds[0].1, Kind::Count, "{text}");
        assert_eq!(kinds[1].1, Kind::Mean, "{text}");
        let plans = recipe(&text).indicators;
        assert_eq!((plans[0].decimals, plans[1].decimals), (0, 1), "{text}");
    }
}

// ---- letters with numbers -----------------------------------------------------------------------

#[test]
fn ages_and_questions_are_no_months_and_no_quarters() {
    let rows = |count: usize| format!("A{0}\nB{0}\n", ",5".repeat(count));
    for names in [
        "F0,F1,F2,M0,M1,M2",
        "F1,F2,M1,M2",
        "M0,M1,M2,M13",
        "Q1,Q2,Q3,Q4,Q5",
    ] {
        let text = format!("Ward,{names}\n{}", rows(names.split(',').count()));
        assert_eq!(problems(&recipe(&text)), [Problem::NoPeriod], "{names}");
        let found = values_as_of(&text, "2022");
        assert!(
            found[0].starts_with("A|") && found[0].contains("|2022|5"),
            "{found:?}"
        );
    }
    // These are.
    for names in ["M1,M2,M3", "Q1,Q2,Q3,Q4", "1月,2月,3月", "Jan,Feb,M3"] {
        let text = format!("Ward,{names}\n{}", rows(names.split(',').count()));
        let open = [Problem::NoPeriod, Problem::MonthsAsColumns];
        assert_eq!(problems(&recipe(&text)), open, "{names}");
    }
}

// ---- parts of a year ----------------------------------------------------------------------------

/// The periods that the cells of a column are read as, in order.
fn periods_of(heading: &str, cells: &[&str]) -> Vec<String> {
    let rows: Vec<String> = cells.iter().map(|it| format!("A,{it},5\n")).collect();
    let text = format!("Area,{heading},x\n{}", rows.concat());
    let found = recipe_of("t.csv", text.as_bytes()).recipe;
    if !problems(&found).is_empty() {
        return Vec::new();
    }
    let package = take("t.csv", text.as_bytes(), &found, 64).unwrap();
    let lines = values(&package);
    lines
        .iter()
        .filter_map(|it| it.split('|').nth(2).map(str::to_string))
        .collect()
}

#[test]
fn halves_and_quarters_in_cells_are_read_in_many_ways() {
    for (heading, cells, expected) in [
        ("Period", ["1H20", "2H20"], ["2020-S1", "2020-S2"]),
        ("Period", ["H1 2020", "H2 2020"], ["2020-S1", "2020-S2"]),
        ("Period", ["1Q20", "4Q20"], ["2020-Q1", "2020-Q4"]),
        ("Period", ["Q1-20", "Q2-20"], ["2020-Q1", "2020-Q2"]),
        ("Half-year", ["2H19", "1H20"], ["2019-S2", "2020-S1"]),
        ("Periodo", ["2022 I", "2022 III"], ["2022-Q1", "2022-Q3"]),
        ("Periodo", ["II/2022", "IV/2022"], ["2022-Q2", "2022-Q4"]),
        ("Trimestre", ["2022 I", "2022 II"], ["2022-Q1", "2022-Q2"]),
        ("Semestre", ["2022 I", "2022 II"], ["2022-S1", "2022-S2"]),
        (
            "半年",
            ["2022年上半年", "2022年下半年"],
            ["2022-S1", "2022-S2"],
        ),
    ] {
        assert_eq!(periods_of(heading, &cells), expected, "{heading} {cells:?}");
    }
    // What numbers count nobody says, and two digits in a code are no year.
    assert_eq!(periods_of("Periodo", &["2022 I", "2022 II"]), [""; 0]);
    assert_eq!(periods_of("Block", &["1H20", "2H20"]), [""; 0]);
    let text = "Area,Periodo,x\nA,2022 I,1\nA,2022 II,2\n";
    assert!(
        told(text).contains("may be a quarter or a half-year"),
        "{}",
        told(text)
    );
    let text = "Area,2022 I,2022 II\nA,1,2\nB,3,4\n";
    assert!(
        told(text).contains("may be a quarter or a half-year"),
        "{}",
        told(text)
    );
}

#[test]
fn a_half_beside_its_year_is_half_a_year() {
    for (heading, one, other) in [
        ("Half", "H1", "H2"),
        ("Half", "1", "2"),
        ("Semestre", "I", "II"),
        ("半年", "上半年", "下半年"),
    ] {
        let text = format!("Area,Year,{heading},Visits\nA,2021,{one},5\nA,2021,{other},6\n");
        check(
            "t.csv",
            &text,
            &["A|Visits|2021-S1|5", "A|Visits|2021-S2|6"],
        );
        let recipe = recipe(&text);
        assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe));
    }
    let text = "Area,Year,Quarter,Visits\nA,2021,I,5\nA,2021,II,6\n";
    check("t.csv", text, &["A|Visits|2021-Q1|5", "A|Visits|2021-Q2|6"]);
}

#[test]
fn weeks_are_told_and_are_no_periods() {
    for text in [
        "Area,Week,Cases\nA,2023-W05,10\nA,2023-W06,11\n",
        "Area,Time,Cases\nA,2023-W05,10\nA,2023-W06,11\n",
        "Area,Week ending,Cases\nA,06/01/2023,10\nA,13/01/2023,11\n",
        "Area,Week ending 06-Jan-23,Week ending 13-Jan-23\nA,10,11\nB,20,23\n",
        "Area,2023W01,2023W02\nA,10,11\nB,20,23\n",
        "地区,2023年第5周,2023年第6周\n甲,10,11\n乙,20,23\n",
    ] {
        assert_eq!(problems(&recipe(text)), [Problem::NoPeriod], "{text}");
        let is_told =
            |it: &Remark| matches!(it, Remark::Weeks { example, .. } if !example.is_empty());
        let found = remarks("t.csv", text);
        assert_eq!(
            found.iter().filter(|it| is_told(it)).count(),
            1,
            "{found:?}"
        );
        assert!(told(text).contains("never weeks"), "{}", told(text));
    }
    // Beside a year the number of a week tells rows apart which are of no year as a whole.
    let text = "Area,Year,Week,Cases\nA,2023,5,10\nA,2023,6,11\n";
    assert!(told(text).contains("“Week” holds weeks"), "{}", told(text));
    assert!(
        !told(text).contains("no column tells them apart"),
        "{}",
        told(text)
    );
    // Where most rows are such, none is of its year or month.
    assert!(remarks("t.csv", text).contains(&Remark::DaysApart));
    assert_eq!(refused("t.csv", text.as_bytes()), "day-of-month");
    let others: String = (2013..2023).map(|year| format!("A,{year},,10\n")).collect();
    let days: String = (1..10)
        .map(|month| format!("A,2022-0{month}-01,12\n"))
        .collect();
    let text = format!("{text}{others}");
    let days = format!("Area,Date,Cases\nA,2023-01-01,10\nA,2023-01-02,11\n{days}");
    for text in [&text, &days] {
        let repeat = Remark::ShorterRepeat {
            line: 3,
            earlier: 2,
        };
        assert!(remarks("t.csv", text).contains(&repeat), "{}", told(text));
        let found = recipe_of("t.csv", text.as_bytes());
        let (sample, _) = crate::support::own::recognised("t.csv", text.as_bytes()).unwrap();
        let shown = preview(&sample, &found.recipe, "t.csv");
        let now = remarks_now(&found, &sample, &found.recipe, &shown);
        let repeats = now
            .iter()
            .filter(|it| matches!(it, Remark::KeysRepeat { .. } | Remark::ShorterRepeat { .. }));
        assert_eq!(repeats.collect::<Vec<_>>(), [&repeat]);
    }
    // A month that stands beside says it all.
    let text = "Area,Month,Week,Cases\nA,2023-01,1,10\nB,2023-01,1,11\n";
    assert!(!told(text).contains("weeks"), "{}", told(text));
}

#[test]
fn years_of_taiwan_are_read_by_their_number_alone() {
    let text = |heading: &str, time: &str| {
        format!("{heading},村里,戶數\n{time},德里,2410\n{time},仁里,1980\n")
    };
    for (heading, time, expected) in [
        ("統計年月", "11312", "2024-12"),
        ("統計年月", "113/06", "2024-06"),
        ("日期", "1121231", "2023-12"),
    ] {
        let text = text(heading, time);
        let [one, other] = [("仁里", 1980), ("德里", 2410)]
            .map(|(name, value)| format!("{name}|戶數|{expected}|{value}"));
        check("t.csv", &text, &[&one, &other]);
        assert!(
            told(&text).contains(&format!("“{time}” is read as")),
            "{}",
            told(&text)
        );
        let recipe = recipe(&text);
        assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe));
    }
    // The same digits under another name, or beside others, are no such years.
    assert_eq!(
        problems(&recipe(&text("Date", "11312"))),
        [Problem::NoPeriod]
    );
    let mixed = "統計年月,村里,戶數\n11312,德里,2410\n99999,仁里,1980\n";
    assert_eq!(problems(&recipe(mixed)), [Problem::NoPeriod]);
    assert_eq!(problems(&recipe(&text("年度", "113"))), [Problem::NoPeriod]);
}

// ---- estimates with their limits ----------------------------------------------------------------

#[test]
fn of_an_estimate_with_its_limits_the_estimate_is_read() {
    for [one, other] in [
        ["98.5 (90.1, 107.2)", "103.2 (95.0, 111.9)"],
        ["98.5 [90.1-107.2]", "103.2 [95.0-111.9]"],
        [
            "98.5 (95% CI: 90.1 to 107.2)",
            "103.2 (95% CI: 95.0 to 111.9)",
        ],
        ["98.5 ± 4.2", "103.2 ± 5.1"],
    ] {
        let text = format!(
            "Ward;Year;SMR (95% CI);Deaths\nA;2020;{one};12\nB;2020;{other};31\nC;2020;*;1\n"
        );
        check(
            "t.csv",
            &text,
            &[
                "A|Deaths|2020|12",
                "A|SMR (95% CI)|2020|98.5",
                "B|Deaths|2020|31",
                "B|SMR (95% CI)|2020|103.2",
                "C|Deaths|2020|1",
                "C|SMR (95% CI)|2020|Q",
            ],
        );
        let (example, read_as) = (one.to_string(), 98.5);
        assert_eq!(
            said(&text),
            [FigureRemark::EstimatesAlone { example, read_as }]
        );
        assert!(
            !told(&text).contains("between thousands"),
            "{}",
            told(&text)
        );
        // Each cell is told with its line and its column.
        let notes = crate::support::own::told("t.csv", &text, Severity::Note);
        let note = format!("2 SMR (95% CI) “{one}” ");
        assert!(notes.iter().any(|it| it.starts_with(&note)), "{notes:?}");
    }
    // With a decimal comma; and a number behind a figure that is no limit is none.
    let text = "Ward;Year;Quote\nA;2020;98,5 (90,1 – 107,2)\nB;2020;103,2 (95,0 – 111,9)\n";
    check("t.csv", text, &["A|Quote|2020|98.5", "B|Quote|2020|103.2"]);
    let text = "Ward;Year;Wert\nA;2020;12\nB;2020;13\nC;2020;98 (45%)\n";
    assert_eq!(faults("t.csv", text).len(), 1);
    // Where the estimate stands by itself as well it is read there, and not rounded.
    let text = "Ward,Year,Exact,Shown\nA,2020,98.517,98.5 [90.1-107.2]\nB,2020,103.163,103.2 [95.0-111.9]\n";
    check(
        "t.csv",
        text,
        &["A|Exact|2020|98.517", "B|Exact|2020|103.163"],
    );
    // A cell of another column that only looks so stays a name.
    let text = "Ward,Year,x\nWard 5 (1-9),2020,1\nWard 6 (1-9),2020,2\n";
    check(
        "t.csv",
        text,
        &["Ward 5 (1-9)|x|2020|1", "Ward 6 (1-9)|x|2020|2"],
    );
}

// ---- numbers beside names -----------------------------------------------------------------------

#[test]
fn codes_before_names_are_no_years() {
    let text = "Measure,2010 Darlinghurst,2011 Potts Point,2015 Alexandria\nBirths,10,20,30\nDeaths,11,21,31\n";
    assert_eq!(problems(&recipe(text)), [Problem::NoPeriod]);
    let text = "Suburb,Year,x\n2010 Darlinghurst,2021,5\n2011 Potts Point,2021,6\n";
    check(
        "t.csv",
        text,
        &["2010 Darlinghurst|x|2021|5", "2011 Potts Point|x|2021|6"],
    );
    // Years before what is counted stay years.
    let text = "Suburb,2020 Residents,2021 Households\nA,10,20\nB,11,21\n";
    assert_eq!(problems(&recipe(text)), []);
    let text = "Suburb,2020 Male,2020 Female,2021 Male\nA,10,20,1\nB,11,21,2\n";
    assert_eq!(problems(&recipe(text)), []);
}

#[test]
fn numbers_in_brackets_behind_names_are_told() {
    let text = "Code,County,Year,Cases\n01,Ashton(6),2020,5\n02,Barton,2020,6\n03,Corby,2020,7\n";
    assert!(told(text).contains("“Ashton(6)”"), "{}", told(text));
    let text = "Code,County,Year,Cases\n01,Ashton(6),2020,5\n02,Barton(6),2020,6\n";
    assert!(told(text).contains("“Ashton(6)”"), "{}", told(text));
    let text = "County,Year,Cases\nAshton (1),2020,5\nAshton (2),2020,6\n";
    assert!(!told(text).contains("brackets"), "{}", told(text));
}

#[test]
fn the_thousands_of_a_rate_are_no_unit() {
    for text in [
        "County;Year;Deaths per 100,000\nA;2020;12.5\nB;2020;13.5\n",
        "County;Year;Deaths, per 1,000\nA;2020;12.5\nB;2020;13.5\n",
        "County\tYear\tRate - cases per 100,000\nA\t2020\t12.5\nB\t2020\t13.5\n",
    ] {
        let plans = recipe(text).indicators;
        assert!(
            plans[0].unit.is_empty() || plans[0].unit.contains("per"),
            "{plans:?}"
        );
    }
}

// ---- what stands beside the year of a heading ----------------------------------------------------

/// The indicators that the columns of figures are of, each once.
fn named(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for column in recipe(text).columns {
        if let Some(figure) = column.figure()
            && !names.contains(&figure.indicator)
        {
            names.push(figure.indicator.clone());
        }
    }
    names
}

#[test]
fn words_for_a_year_and_marks_beside_it_name_no_indicator() {
    for headings in [
        "2021-22,2022-23 P",
        "2021,2022 R",
        "2021,2022 E",
        "2022 Q4 (provisional),2023 Q1",
        "2021 г.,2022 г.",
        "2021 год,2022 год",
        "Año 2021,Año 2022",
    ] {
        let text = format!("Area,{headings}\nKent,310,411\nEssex,520,621\nSurrey,99,101\n");
        assert_eq!(named(&text), [""], "{headings}");
    }
    // Two letters of one year are names.
    let text = "Area,2022 P,2022 R\nKent,310,411\nEssex,520,621\nSurrey,99,101\n";
    assert_eq!(named(text), ["P", "R"]);
}

// ---- headers that hold numbers -------------------------------------------------------------------

#[test]
fn percentages_of_years_ages_and_percentiles_are_headers() {
    let text = "Ward,% 2020,% 2021\nA,10.5,11.0\nB,9.5,9.9\n";
    let found = recipe(text);
    assert_eq!((found.header_line, found.header_rows), (1, 1), "{found:?}");
    assert_eq!(found.indicators[0].unit, "%");
    assert_eq!(named(text), [""]);
    let text = "Area code,Area name,Sex,All Ages,0,1,2,3,4,5,10,15\n\
        S12000033,Aberdeen City,Persons,181717,2093,2212,2801,1232,1973,1524,1350,1620\n\
        S12000033,Aberdeen City,Females,158573,2067,1252,2462,2846,2451,1194,806,2677\n\
        S12000034,Aberdeenshire,Persons,94737,549,2887,1806,2195,1571,1179,1057,2909\n";
    let found = recipe(text);
    assert_eq!(found.header_line, 1);
    let kind = |name: &str| {
        found
            .indicators
            .iter()
            .find(|it| it.name == name)
            .map(|it| it.kind)
    };
    assert_eq!(kind("All Ages"), Some(Kind::Count));
    assert!(named(text).contains(&"15".to_string()), "{:?}", named(text));
    let text = "Description,Code,Jobs,Median,10,20,25,30\n\
        Ashford,E07000105,67,688.7,165.4,265.3,274.9,378.7\nDover,E07000108,76,555.5,100.4,235.5,273.6,376.5\n\
        Kent,E07000106,51,553.4,142.1,290.8,255.6,326.4\n";
    assert_eq!(recipe(text).header_line, 1);
    // Rows of figures that happen to rise are none.
    let text = "甲,1,3,5,9\n乙,2,4,6,8\n丙,3,2,1,7\n";
    assert_eq!(recipe(text).header_line, 0);
}

#[test]
fn amounts_with_letters_are_no_second_header_and_are_read_in_full() {
    let text = "Council,Budget 2021/22,Budget 2022/23\nFife,£1.2m,£1.3m\nAngus,£0.8m,£0.9m\nMoray,£950k,£1.0m\n";
    let package = take("t.csv", text.as_bytes(), &recipe(text), 64).unwrap();
    assert_eq!(values(&package).len(), 6, "{:?}", faults("t.csv", text));
    let text =
        "country,1990,2000\nAfghanistan,51.6M,2.42B\nAlbania,11.9M,1.18B\nAlgeria,49.6M,950M\n";
    let package = take("t.csv", text.as_bytes(), &recipe(text), 64).unwrap();
    let read = values(&package);
    assert_eq!(read.len(), 6, "{read:?}");
    assert!(read.iter().any(|it| it.contains("2420000000")), "{read:?}");
}

// ---- numerators and denominators beside their values ---------------------------------------------

#[test]
fn the_values_say_what_their_quotients_are_multiplied_by() {
    for (values_of, multiplier) in [
        ([200, 250], 1000.0),
        ([20, 25], 100.0),
        ([20000, 25000], 100_000.0),
    ] {
        let [one, other] = values_of;
        let text = format!(
            "Area,Period,Value,Numerator,Denominator\nKent,2021,{one},200,1000\nEssex,2021,{other},500,2000\n"
        );
        let found = recipe(&text);
        assert_eq!(found.indicators[0].multiplier, multiplier, "{text}");
        let package = take("t.csv", text.as_bytes(), &found, 64).unwrap();
        assert_eq!(values(&package).len(), 2, "{text}");
        assert!(
            faults("t.csv", &text).is_empty(),
            "{:?}",
            faults("t.csv", &text)
        );
    }
}

// ---- titles that name the only indicator ---------------------------------------------------------

#[test]
fn a_title_names_the_only_indicator_without_a_name() {
    let text = "\"Table 122: Net additional dwellings by local authority, England, 2018-19 to 2019-20\",,\n,,\n\
        Area,2018-19,2019-20\nAshford,258,404\nDover,700,785\nKent,884,760\n";
    let found = recipe(text);
    assert_eq!(found.indicators[0].name, "Net additional dwellings");
    assert_eq!(found.indicators[0].kind, Kind::Count);
    assert!(!told(text).contains("no title"), "{}", told(text));
    // Of two titles, or of one that names no things, nothing is taken, and it is said as it is.
    let text = "Kent and around,,\nArea,2018,2019\nAshford,258,404\nDover,700,785\nKent,884,760\n";
    assert_eq!(recipe(text).indicators[0].kind, Kind::Mean);
    assert!(
        told(text).contains("no title that was understood"),
        "{}",
        told(text)
    );
}

#[test]
fn densities_and_products_are_measured_in_any_language() {
    for name in [
        "Bevolkingsdichtheid_57",
        "Befolkningstäthet",
        "Befolkningstæthed",
        "Väestötiheys",
        "Gęstość zaludnienia",
        "Produto Interno Bruto a preços correntes (Mil Reais)",
    ] {
        let text =
            format!("code,year,{name}\nGM0014,2021,2225\nGM0034,2021,1858\nGM0037,2021,904\n");
        let found = recipe_of("t.csv", text.as_bytes());
        let package = take("t.csv", text.as_bytes(), &found.recipe, usize::MAX).unwrap();
        let (_, about) = package.indicators.iter().next().unwrap();
        assert_eq!(about.kind, zhishe::model::Kind::Mean, "{name}");
    }
}
