//! Tables whose figures say little of themselves: columns without a period beside others with one, ages that
//! look like months, numbers that look like years, weeks, halves of a year, estimates with their intervals in
//! one cell. What is not certain is told. The figures are made up.

use crate::support::own::{check, recipe_of, remarks, take, values};
use zhishe::intake::{
    FigureRemark, Problem, Recipe, Remark, as_of, preview, problems, remarks_now,
};
use zhishe::model::{Kind, Lang, Period};
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
