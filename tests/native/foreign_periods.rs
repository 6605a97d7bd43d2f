//! Periods as tables of many countries write them: quarters of other languages, years that are no calendar
//! years, spans, marks of figures that are not final. What says that only a part of a year is meant and
//! cannot be read is refused and told; digits in codes are no years. The figures are made up.

use crate::support::own::{check, faults, recipe_of, refused, remarks, told};
use zhishe::intake::{ColumnRole, Problem, Recipe, Remark, problems};
use zhishe::model::{Period, Severity};

fn recipe(text: &str) -> Recipe {
    recipe_of("t.csv", text.as_bytes()).recipe
}

/// The periods of the columns of figures, in order; blank where there is none.
fn of_columns(text: &str) -> Vec<String> {
    let recipe = recipe(text);
    let figures = recipe.columns.iter().filter_map(|it| match &it.role {
        ColumnRole::Figure(figure) => Some(figure.period),
        _ => None,
    });
    figures
        .map(|it| it.map_or(String::new(), |it| it.to_string()))
        .collect()
}

/// The periods that the names of columns beside one of areas are read as, and nothing left of the names.
fn named(names: &[&str], expected: &[&str]) {
    let header = names.join(";");
    let text = format!("Region;{header}\nA{0}\nB{0}\n", ";1,5".repeat(names.len()));
    assert_eq!(of_columns(&text), expected, "{names:?}");
    let recipe = recipe(&text);
    let figures = recipe.columns.iter().filter_map(|it| match &it.role {
        ColumnRole::Figure(figure) => Some(figure.indicator.as_str()),
        _ => None,
    });
    let is_period = |period: &str| !period.is_empty();
    if expected.iter().all(|it| is_period(it)) {
        assert!(
            figures.clone().all(str::is_empty),
            "{names:?} {:?}",
            figures.collect::<Vec<_>>()
        );
    }
}

/// The periods that the cells of a column of times are read as.
fn rows(heading: &str, cells: [&str; 2], expected: [&str; 2]) {
    let text = format!(
        "Area,{heading},x\nA,{0},1\nB,{0},2\nA,{1},3\nB,{1},4\n",
        cells[0], cells[1]
    );
    let [one, two] = expected;
    let expected = [
        format!("A|x|{one}|1"),
        format!("A|x|{two}|3"),
        format!("B|x|{one}|2"),
        format!("B|x|{two}|4"),
    ];
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    check("t.csv", &text, &expected);
}

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

// ---- parts of a year ----------------------------------------------------------------------------

#[test]
fn quarters_are_read_in_the_letters_and_words_of_others() {
    for names in [
        ["2022K1", "2022K2"],
        ["2022T1", "2022T2"],
        ["T1 2022", "T2 2022"],
        ["1T2022", "2T2022"],
        ["1. čtvrtletí 2022", "2. čtvrtletí 2022"],
        ["2022 1e kwartaal", "2022 2e kwartaal"],
        ["1. Quartal 2022", "2. Quartal 2022"],
        ["1er trimestre 2022", "2e trimestre 2022"],
        ["First quarter 2022", "Second quarter of 2022"],
        ["2022年第1季 1º Trim. 2022", "2022年第2季 2º Trim. 2022"],
        ["2022年第1四半期", "2022年第2四半期"],
        ["2022년 1분기", "2022년 2/4분기"],
    ] {
        named(&names, &["2022-Q1", "2022-Q2"]);
    }
    rows("tid", ["2022K1", "2022K2"], ["2022-Q1", "2022-Q2"]);
    rows(
        "Perioden",
        ["2022 1e kwartaal", "2022 2e kwartaal*"],
        ["2022-Q1", "2022-Q2"],
    );
    let found = remarks("t.csv", "område;2022K1;2022K2\nA;10;11\nB;20;21\n");
    let (example, read_as) = ("2022K1".to_string(), period("2022-Q1"));
    assert!(
        found.contains(&Remark::PeriodInWords { example, read_as }),
        "{found:?}"
    );
}

#[test]
fn an_indicator_keeps_its_name_beside_a_part_of_a_year() {
    for name in [
        "Births 2022K1",
        "T1 2022 Births",
        "Births (1. Quartal 2022)",
    ] {
        let text = format!("Region;{name};Deaths 2022K2\nA;1,5;2\nB;1,5;3\n");
        assert_eq!(of_columns(&text), ["2022-Q1", "2022-Q2"], "{name}");
        let figure = recipe(&text).columns[1].figure().cloned().unwrap();
        assert_eq!(figure.indicator, "Births", "{name}");
    }
}

#[test]
fn roman_numerals_are_quarters_where_there_are_more_than_two() {
    named(
        &["2022 I", "2022 II", "2022 III"],
        &["2022-Q1", "2022-Q2", "2022-Q3"],
    );
    // Quarters or half-years: nothing tells, and the names are no figures.
    let text = "Región;2022 I;2022 II\nNorte;10;11\nSur;20;23\nEste;31;35\n";
    assert_eq!(of_columns(text), ["", ""]);
    assert_eq!(recipe(text).header_rows, 1);
    assert!(problems(&recipe(text)).contains(&Problem::NoPeriod));
    let (column, example) = (String::new(), "2022 I".to_string());
    let found = remarks("t.csv", text);
    assert!(
        found.contains(&Remark::RomanNotCertain { column, example }),
        "{found:?}"
    );
}

#[test]
fn months_from_january_on_are_intervals() {
    named(
        &[
            "January-March 2023",
            "January-June 2023",
            "January to September 2023",
        ],
        &["2023-Q1", "2023-01/2023-06", "2023-01/2023-09"],
    );
    named(
        &[
            "2023年第一季度",
            "2023年上半年",
            "2023年前三季度",
            "2023年1-3季度",
            "2023年前5个月",
            "2023年",
        ],
        &[
            "2023-Q1",
            "2023-S1",
            "2023-01/2023-09",
            "2023-01/2023-09",
            "2023-01/2023-05",
            "2023",
        ],
    );
}

#[test]
fn a_part_of_a_year_that_cannot_be_read_is_not_the_year() {
    for name in [
        "2019/20 Autumn",
        "2022 Semester 1",
        "Term 1 2022",
        "2022 Spring",
        "2022K7",
        "2023年秋季",
        "2023年第一学期",
        "2022 week 7",
        "Births trimestre 2022",
    ] {
        let text = format!("Region;{name}\nA;1,5\nB;2,5\n");
        assert_eq!(of_columns(&text), [""], "{name}");
        let found = remarks("t.csv", &text);
        let (column, example) = (String::new(), name.to_string());
        let expected = match name.contains("week") {
            true => Remark::Weeks { column, example },
            false => Remark::PeriodNotRead { column, example },
        };
        assert!(found.contains(&expected), "{name} {found:?}");
        assert!(
            problems(&recipe(&text)).contains(&Problem::NoPeriod),
            "{name}"
        );
    }
    let text = "Area,Time period,x\nA,2019/20 Autumn,1\nB,2019/20 Autumn,2\nA,2020/21 Autumn,3\n";
    assert!(problems(&recipe(text)).contains(&Problem::NoPeriod));
    let (column, example) = ("Time period".to_string(), "2019/20 Autumn".to_string());
    let found = remarks("t.csv", text);
    assert!(
        found.contains(&Remark::PeriodNotRead { column, example }),
        "{found:?}"
    );
}

#[test]
fn a_cell_that_cannot_be_read_is_told_by_its_line() {
    let text = "område,tid,x\nA,2022K1,1\nB,2022K1,2\nA,2022K2,3\nB,2022K2,4\nA,2022K9,5\nB,2022 forår,6\n";
    assert_eq!(
        faults("t.csv", text),
        [
            "6 tid “2022K9” period-form",
            "7 tid “2022 forår” period-form"
        ]
    );
    assert!(told("t.csv", text, Severity::Note).is_empty());
    let text = "Area,Week,Cases\nA,2023-W05,10\nA,2023-W06,11\nB,2023-W05,20\nB,2023-W06,22\n";
    assert_eq!(refused("t.csv", text.as_bytes()), "missing-column");
}

// ---- years that are no calendar years -----------------------------------------------------------

#[test]
fn fiscal_and_school_years_are_the_years_in_which_they_begin() {
    named(&["FY19", "FY20"], &["2019", "2020"]);
    named(&["FY2019-20", "FY2020-21"], &["2019", "2020"]);
    named(&["FY 19/20", "FY 20/21"], &["2019", "2020"]);
    named(&["SY2019-20", "SY2020-21"], &["2019", "2020"]);
    named(&["'19", "'20"], &["2019", "2020"]);
    named(&["Ano 2019", "Ano 2020"], &["2019", "2020"]);
    named(&["2019-2020", "2020-2021"], &["2019", "2020"]);
    rows("Fiscal year", ["FY2019-20", "FY2020-21"], ["2019", "2020"]);
    rows("SchoolYear", ["SY2019-20", "SY2020-21"], ["2019", "2020"]);
    rows("time_period", ["202223", "202324"], ["2022", "2023"]);
    // Months all of them.
    rows("time_period", ["202211", "202212"], ["2022-11", "2022-12"]);
    let found = remarks("t.csv", "District,2019-2020,2020-2021\nA,10,11\nB,20,23\n");
    let (example, read_as) = ("2019-2020".to_string(), period("2019"));
    assert!(
        found.contains(&Remark::SplitYears { example, read_as }),
        "{found:?}"
    );
    // The twelfth year of a school is no year.
    assert_eq!(of_columns("Area;Year 10;Year 12\nA;1;2\nB;3;4\n"), ["", ""]);
}

#[test]
fn twelve_months_across_two_years_are_the_interval_that_they_are() {
    named(
        &["Apr 2019 to Mar 2020", "Apr 2020 to Mar 2021"],
        &["2019-04/2020-03", "2020-04/2021-03"],
    );
    named(
        &["Year ending March 2020", "Year ending 31 March 2021"],
        &["2019-04/2020-03", "2020-04/2021-03"],
    );
    named(
        &["Jan 2019 - Dec 2019", "Jan 2020 - Dec 2020"],
        &["2019", "2020"],
    );
    rows(
        "Period",
        ["01/04/2019 - 31/03/2020", "01/04/2020 - 31/03/2021"],
        ["2019-04/2020-03", "2020-04/2021-03"],
    );
    rows(
        "Period",
        ["04/01/2019 - 03/31/2020", "04/01/2020 - 03/31/2021"],
        ["2019-04/2020-03", "2020-04/2021-03"],
    );
    // Days that are no whole months are none.
    let text = "Area,Period,x\nA,06/04/2019 - 05/04/2020,1\nB,06/04/2019 - 05/04/2020,2\n";
    assert!(problems(&recipe(text)).contains(&Problem::NoPeriod));
}

#[test]
fn spans_of_years_are_told_in_rows_and_in_names() {
    named(
        &["2015-2019", "2016-2020"],
        &["2015-01/2019-12", "2016-01/2020-12"],
    );
    rows(
        "Time period",
        ["2018 - 20", "2019 - 21"],
        ["2018-01/2020-12", "2019-01/2021-12"],
    );
    rows(
        "Period",
        ["2018/19 - 20/21", "2019/20 - 21/22"],
        ["2018-01/2020-12", "2019-01/2021-12"],
    );
    let found = remarks(
        "t.csv",
        "County,2015-2019,2016-2020\nA,10.1,11.2\nB,20.3,23.4\n",
    );
    let (example, read_as) = ("2015-2019".to_string(), period("2015-01/2019-12"));
    assert!(
        found.contains(&Remark::SpansOfYears { example, read_as }),
        "{found:?}"
    );
}

#[test]
fn years_of_other_calendars_and_in_signs_are_the_usual_ones() {
    named(&["二〇二一年", "二〇二二年"], &["2021", "2022"]);
    let text = "จังหวัด,2565,2566\nกรุงเทพ,10,11\nเชียงใหม่,20,23\n";
    assert_eq!(of_columns(text), ["2022", "2023"]);
    // Without letters of that country they are numbers.
    assert_eq!(of_columns("Area,2565,2566\nA,10,11\nB,20,23\n"), ["", ""]);
    named(&["2023.01 월", "2023.02 월"], &["2023-01", "2023-02"]);
    rows(
        "Luna",
        ["ianuarie 2023", "februarie 2023"],
        ["2023-01", "2023-02"],
    );
}

#[test]
fn a_day_of_a_count_is_its_month_and_told() {
    let text = "Area,As of 1 Jan 2020,As of 1 Jan 2021\nA,10,12\nB,20,21\n";
    assert_eq!(of_columns(text), ["2020-01", "2021-01"]);
    assert!(remarks("t.csv", text).contains(&Remark::DaysAsMonths));
    let text = "Area,Population at 1 January 2020,Births 2020\nA,10,12\nB,20,21\n";
    assert_eq!(of_columns(text), ["2020-01", "2020"]);
    assert_eq!(
        recipe(text).columns[1].figure().unwrap().indicator,
        "Population"
    );
}

// ---- marks --------------------------------------------------------------------------------------

#[test]
fn marks_of_figures_that_are_not_final_are_no_indicators() {
    named(
        &[
            "2019r",
            "2020",
            "2021p",
            "2022 (est.)",
            "2023年(初步)",
            "2024*",
        ],
        &["2019", "2020", "2021", "2022", "2023", "2024"],
    );
    let found = remarks("t.csv", "Town,2020,2021p\nA,10,12\nB,20,21\n");
    let (example, mark) = ("2021p".to_string(), "p".to_string());
    assert!(
        found.contains(&Remark::StatusOfPeriod { example, mark }),
        "{found:?}"
    );
    rows("Year", ["2020", "2021p"], ["2020", "2021"]);
    // Men and women are no marks, nor is an estimate between its limits.
    let text = "Area,2021 Estimate,2021 Lower\nA,1.5,1.2\nB,2.5,2.1\n";
    assert_eq!(
        recipe(text).columns[1].figure().unwrap().indicator,
        "Estimate"
    );
    let text = "Area,2021M,2021F\nA,1.5,1.2\nB,2.5,2.1\n";
    assert_eq!(recipe(text).columns[2].figure().unwrap().indicator, "F");
}

// ---- no years -----------------------------------------------------------------------------------

#[test]
fn digits_in_codes_and_classes_are_no_years() {
    for text in [
        "GEOID,B1901_E,B2001_E,P2010\n01001,100,5,7\n01003,200,6,8\n",
        "GEOID,S1901_C01_012E,DP2001_C01_2E\n01001,100,5\n01003,200,6\n",
        "LSOA,Pre-1900,1900-1918,1919-1929,2010-2015\nE01000001,1,2,3,4\nE01000002,5,6,7,8\n",
        "LSOA,1900-1918,1919-1929,1930-1939,2012 or later\nE01000001,1,2,3,4\nE01000002,5,6,7,8\n",
        "LSOA,1900-1918,1919-1929,1930-1939\nE01000001,1,2,3\nE01000002,5,6,7\n",
        "街道,1980年以前,1990年代,2000年以后\n东街道,1,2,3\n西街道,5,6,7\n",
    ] {
        assert!(of_columns(text).iter().all(String::is_empty), "{text}");
        assert!(
            problems(&recipe(text)).contains(&Problem::NoPeriod),
            "{text}"
        );
    }
    // A word before a year is no code.
    assert_eq!(
        of_columns("GEOID,pop2019,hh_2020,x2021\n01001,1,2,3\n01003,2,3,4\n"),
        ["2019", "2020", "2021"]
    );
}

#[test]
fn what_stands_around_a_year_is_read_with_it_or_not_at_all() {
    for (name, expected, indicator) in [
        ("Births 03/2024", "2024-03", "Births"),
        ("Births (Jan 2020)", "2020-01", "Births"),
        ("2020 Jan-Jun", "2020-01/2020-06", ""),
        ("2022年前三季度GDP", "2022-01/2022-09", "GDP"),
        ("2021年上半年累计", "2021-S1", ""),
        ("2018–20 combined", "2018-01/2020-12", "combined"),
        ("截至2023年末", "2023", ""),
        ("2019-20学年", "2019", ""),
        ("Age 5-2020", "2020", "Age 5"),
        ("2020年月均收入", "2020", "月均收入"),
        ("Rate per 1000 2021", "2021", "Rate per 1000"),
        ("1000 2021 1000", "2021", "1000 1000"),
        // Refused.
        ("2020 Q1 to Q3", "", ""),
        ("Q4 FY2020", "", ""),
        ("FY2020 Q4", "", ""),
        ("3 years to 2020", "", ""),
        ("2020 YTD", "", ""),
        ("Zone 1901", "", ""),
        ("March population 2020", "", ""),
    ] {
        let text = format!("Region;{name};x 2024\nA;1,5;1,5\nB;2,5;1,5\n");
        let recipe = recipe(&text);
        let figure = recipe.columns[1].figure();
        let found = figure.and_then(|it| it.period).map(|it| it.to_string());
        assert_eq!(found.unwrap_or_default(), expected, "{name}");
        if !expected.is_empty() {
            let read = figure.map(|it| it.indicator.as_str());
            assert_eq!(read, Some(indicator), "{name}");
        }
    }
}

#[test]
fn a_period_that_stands_in_a_row_of_its_own_is_that_of_the_rows_below_if_it_is_the_only_one() {
    let text = "\"Regionalstatistik\"\n;;Wahlberechtigte;Wahlbeteiligung\n;;Anzahl;Prozent\n26.09.2021;;;\nDG;Deutschland;61181;76,4\n01001;Flensburg;71346;73,2\n01002;Kiel;187129;77,0\n";
    let found = recipe(text);
    assert_eq!(found.period, Some(period("2021-09")));
    let names: Vec<&str> = found.columns.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(
        names[2..],
        ["Wahlberechtigte Anzahl", "Wahlbeteiligung Prozent"]
    );
    let text = "Area,Code,Births\n2021,,\nA,1,408178\nB,2,451\n2022,,\nA,1,379000\nB,2,440\n";
    assert!(problems(&recipe(text)).contains(&Problem::NoPeriod));
    let (first, second) = ((2, period("2021")), (5, period("2022")));
    let found = remarks("t.csv", text);
    assert!(
        found.contains(&Remark::PeriodsBetweenRows { first, second }),
        "{found:?}"
    );
}

#[test]
fn letters_and_marks_alone_make_no_column_one_of_times() {
    for cells in [
        ["2022K1", "2022K2"],
        ["T1 2020", "T2 2020"],
        ["2010p", "2011r"],
    ] {
        let text = format!(
            "Area,Code,x\nA,{0},1\nB,{0},2\nA,{1},3\nB,{1},4\n",
            cells[0], cells[1]
        );
        assert!(
            problems(&recipe(&text)).contains(&Problem::NoPeriod),
            "{text}"
        );
    }
    rows("Trimestre", ["2022T1", "2022T2"], ["2022-Q1", "2022-Q2"]);
}
