//! Months and quarters whose year stands elsewhere: in a title, in the name of the file, in a column beside
//! them. The figures are made up.

use crate::support::own::{check, faults, recipe_of, remarks, take, values};
use zhishe::intake::{ColumnRole, FigureRemark, Problem, Recipe, Remark, as_of, problems};
use zhishe::model::Period;

fn recipe(text: &str) -> Recipe {
    recipe_of("t.csv", text.as_bytes()).recipe
}

/// The periods of the columns of figures, in order; blank where there is none.
fn of_columns(recipe: &Recipe) -> Vec<String> {
    let figures = recipe.columns.iter().filter_map(|it| match &it.role {
        ColumnRole::Figure(figure) => Some(figure.period),
        _ => None,
    });
    figures
        .map(|it| it.map_or(String::new(), |it| it.to_string()))
        .collect()
}

const CALENDAR: [&str; 12] = [
    "2022-01", "2022-02", "2022-03", "2022-04", "2022-05", "2022-06", "2022-07", "2022-08",
    "2022-09", "2022-10", "2022-11", "2022-12",
];

/// A table of two wards with a column a month.
fn across(title: &str, names: &str) -> String {
    let row = ",5".repeat(names.split(',').count());
    format!("{title}\nWard,{names}\nElm{row}\nOak{row}\n")
}

// ---- names of months ----------------------------------------------------------------------------

#[test]
fn march_and_may_are_months_as_the_others_are() {
    for names in [
        "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec",
        "JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC",
        "January,February,March,April,May,June,July,August,September,October,November,December",
        "M1,M2,M3,M4,M5,M6,M7,M8,M9,M10,M11,M12",
        "1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月",
    ] {
        let text = across("\"Fly-tipping reports by ward, 2022\"", names);
        assert_eq!(of_columns(&recipe(&text)), CALENDAR, "{names}");
        let titled = across("", names);
        let bare = titled.trim_start();
        let by_name = recipe_of("fly_tipping_2022.csv", bare.as_bytes()).recipe;
        assert_eq!(of_columns(&by_name), CALENDAR, "{names}");
    }
    let text = across("\"Crime, 2022\"", "Mar,Apr,May");
    let expected = ["2022-03", "2022-04", "2022-05"];
    assert_eq!(of_columns(&recipe(&text)), expected);
}

#[test]
fn march_and_may_are_months_in_a_column_of_them() {
    let text = "Area,Year,Month,Cases\nA,2022,January,1\nA,2022,March,2\nA,2022,May,3\n\
                B,2022,January,4\nB,2022,March,5\nB,2022,May,6\n";
    let expected = [
        "A|Cases|2022-01|1",
        "A|Cases|2022-03|2",
        "A|Cases|2022-05|3",
        "B|Cases|2022-01|4",
        "B|Cases|2022-03|5",
        "B|Cases|2022-05|6",
    ];
    check("t.csv", text, &expected);
    let short = text.replace("January", "Jan").replace("March", "Mar");
    check("t.csv", &short, &expected);
}

// ---- years over two calendar years --------------------------------------------------------------

const FROM_APRIL: &str = "Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar";

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// True of what is told where nothing shows in which calendar year months or quarters lie.
fn is_turn_open(remark: &Remark) -> bool {
    matches!(remark, Remark::Figures(FigureRemark::TurnOpen { .. }))
}

/// The recipe as of a period that the reader states, and what keeps it from being used.
fn as_of_period(text: &str, stated: &str) -> (Recipe, Vec<Problem>) {
    let found = as_of(recipe_of("t.csv", text.as_bytes()), period(stated));
    let open = problems(&found.recipe);
    (found.recipe, open)
}

#[test]
fn the_order_of_months_shows_where_a_year_over_two_turns() {
    for title in [
        "Missed bin collections 2022-23",
        "Missed bin collections 2022/23",
        "Missed bin collections 2022–23",
        "Missed bin collections FY 2022/23",
    ] {
        let text = across(title, FROM_APRIL);
        let found = of_columns(&recipe(&text));
        let months: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(months[..3], ["2022-04", "2022-05", "2022-06"], "{title}");
        assert_eq!(
            months[8..],
            ["2022-12", "2023-01", "2023-02", "2023-03"],
            "{title}"
        );
        let told = remarks("t.csv", &text);
        let period = period("2022-04/2023-03");
        assert!(
            told.contains(&Remark::PeriodFromTitle { period }),
            "{told:?}"
        );
    }
    let text = across("x", FROM_APRIL);
    let bare = text.trim_start_matches("x\n");
    let by_name = recipe_of("missed_bins_2022-23.csv", bare.as_bytes()).recipe;
    assert_eq!(of_columns(&by_name)[9], "2023-01");
    let school = across("2022/23学年各校", "9月,10月,11月,1月");
    let expected = ["2022-09", "2022-10", "2022-11", "2023-01"];
    assert_eq!(of_columns(&recipe(&school)), expected);
}

#[test]
fn months_and_quarters_of_a_year_that_may_turn_anywhere_are_not_dated() {
    for (title, names) in [
        ("Crime 2022/23", "Q1,Q2,Q3,Q4"),
        ("Crime 2022/23", "Apr,May,Jun"),
        (
            "Crime 2022/23",
            "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec",
        ),
        ("Crime, financial year 2022", "Q1,Q2,Q3,Q4"),
        ("Crime, financial year 2022", FROM_APRIL),
        // No calendar year begins with April.
        ("\"Crime, 2022\"", FROM_APRIL),
    ] {
        let text = across(title, names);
        let found = recipe(&text);
        let open = [Problem::NoPeriod, Problem::MonthsAsColumns];
        assert_eq!(problems(&found), open, "{title} {names}");
        let told = remarks("t.csv", &text);
        assert!(told.iter().any(is_turn_open), "{told:?}");
        // The twelve months say it.
        let (dated, open) = as_of_period(&text, "2022-04/2023-03");
        assert_eq!(open, [], "{title} {names}");
        let is_quarters = names.starts_with('Q');
        let first = if is_quarters { "2022-Q2" } else { "2022-04" };
        let months = of_columns(&dated);
        assert!(months.contains(&first.to_string()), "{months:?}");
        let last = if is_quarters { "2023-Q1" } else { "2023-01" };
        let has_last = months.contains(&last.to_string());
        assert_eq!(has_last, names != "Apr,May,Jun", "{months:?}");
    }
}

#[test]
fn the_year_that_a_reader_states_is_that_of_the_months() {
    for names in ["Jan,Feb,Mar", "Mar,May,Jul", "1月,2月,3月"] {
        let text = across("Crime", names);
        let (dated, open) = as_of_period(&text, "2022");
        assert_eq!(open, [], "{names}");
        assert!(of_columns(&dated)[0].starts_with("2022-"), "{names}");
        let package = take("t.csv", text.as_bytes(), &dated, 64).unwrap();
        let lines = values(&package);
        assert_eq!(lines.len(), 6, "{lines:?}");
        assert!(lines[0].starts_with("Elm|t|2022-0"), "{lines:?}");
    }
    let (dated, _) = as_of_period(&across("Crime", "Q1,Q2"), "2022");
    assert_eq!(of_columns(&dated), ["2022-Q1", "2022-Q2"]);
    // Of a month, of two years, and of a year that the order of the months is not that of.
    for stated in ["2022-01", "2021-01/2022-12"] {
        let (_, open) = as_of_period(&across("Crime", "Jan,Feb,Mar"), stated);
        assert_eq!(open, [Problem::MonthsAsColumns], "{stated}");
    }
    let (_, open) = as_of_period(&across("Crime", FROM_APRIL), "2022");
    assert_eq!(open, [Problem::MonthsAsColumns]);
    // A title that speaks of the four quarters is of none of them.
    let quarters = across("2022年四季度表", "一季度,二季度,三季度,四季度");
    assert_eq!(problems(&recipe(&quarters)), [Problem::MonthsAsColumns]);
    let (dated, open) = as_of_period(&quarters, "2022");
    assert_eq!(open, []);
    assert_eq!(of_columns(&dated)[3], "2022-Q4");
    // Stated anew they are of the other year.
    let (mut dated, _) = as_of_period(&across("Crime", "Jan,Feb"), "2022");
    dated.set_period(Some(period("2023")));
    assert_eq!(of_columns(&dated), ["2023-01", "2023-02"]);
}

#[test]
fn months_beside_a_column_of_years_over_two_lie_where_their_order_shows() {
    let text = "Area,Financial Year,Month,Cases\nA,2022/23,April,1\nA,2022/23,May,2\n\
                A,2022/23,January,3\nA,2023/24,April,4\nB,2022/23,April,5\n";
    let expected = [
        "A|Cases|2022-04|1",
        "A|Cases|2022-05|2",
        "A|Cases|2023-01|3",
        "A|Cases|2023-04|4",
        "B|Cases|2022-04|5",
    ];
    check("t.csv", text, &expected);
    let found = recipe(text);
    assert_eq!(Recipe::from_text(&found.to_text()), Some(found));
    let numbers = text.replace("April", "4").replace("May", "5");
    check("t.csv", &numbers.replace("January", "1"), &expected);
}

#[test]
fn months_and_quarters_beside_years_that_may_turn_anywhere_are_not_read() {
    for (heading, year, parts) in [
        // In the order of their letters.
        ("Financial Year,Month", "2022/23", ["April", "January"]),
        ("Financial Year,Month", "2022/23", ["January", "April"]),
        ("Financial year,Quarter", "2022-23", ["Q1", "Q4"]),
        ("Fiscal Year,Month", "2022", ["October", "November"]),
        ("School year,Month", "2022/2023", ["9", "10"]),
    ] {
        let [one, other] = parts;
        let text = format!(
            "Area,{heading},Cases\nA,{year},{one},1\nA,{year},{other},2\nB,{year},{one},3\nB,{year},{other},4\n"
        );
        let found = recipe(&text);
        assert_eq!(problems(&found), [Problem::NoPeriod], "{text}");
        let told = remarks("t.csv", &text);
        assert!(told.iter().any(is_turn_open), "{told:?}");
        // They are not all of one period.
        assert_eq!(as_of_period(&text, "2022").1, [Problem::NoPeriod], "{text}");
    }
}

#[test]
fn a_year_over_two_in_a_title_is_told() {
    let text = "Crime 2022/23,\nArea,Cases\nA,1\nB,2\n";
    let (example, read_as) = ("Crime 2022/23".to_string(), period("2022"));
    let told = remarks("t.csv", text);
    assert!(
        told.contains(&Remark::SplitYears { example, read_as }),
        "{told:?}"
    );
    let (example, read_as) = ("crime_2022-23".to_string(), period("2022"));
    let told = remarks("crime_2022-23.csv", "Area,Cases\nA,1\nB,2\n");
    assert!(
        told.contains(&Remark::SplitYears { example, read_as }),
        "{told:?}"
    );
}

// ---- years that are not of the figures ----------------------------------------------------------

#[test]
fn years_of_prices_and_boundaries_are_no_periods_of_figures() {
    for title in [
        "Output at constant 2015 prices",
        "按2020年不变价计算",
        "Local authorities (2023 boundaries)",
        "Output (2015 = 100)",
    ] {
        let text = format!("{title},\nArea,Cases\nA,10\nB,20\n");
        let found = recipe(&text);
        assert_eq!(found.period, None, "{title}");
        assert_eq!(problems(&found), [Problem::NoPeriod], "{title}");
        // Of a year beside it the figures are.
        let text = text.replace(title, &format!("2022 {title}"));
        assert_eq!(recipe(&text).period, Some(period("2022")), "{title}");
    }
}

// ---- columns of the ends of periods -------------------------------------------------------------

#[test]
fn below_the_end_of_a_period_a_month_is_its_last() {
    for (heading, cells, expected) in [
        (
            "Year ending",
            ["Mar 2022", "Dec 2022"],
            ["2021-04/2022-03", "2022"],
        ),
        (
            "Year ended",
            ["2022-03", "2022-12"],
            ["2021-04/2022-03", "2022"],
        ),
        (
            "12 months to",
            ["31/03/2022", "30/06/2022"],
            ["2021-04/2022-03", "2021-07/2022-06"],
        ),
        (
            "Year to",
            ["31 March 2022", "30 June 2022"],
            ["2021-04/2022-03", "2021-07/2022-06"],
        ),
        (
            "Rolling year ending",
            ["Mar-22", "Dec-22"],
            ["2021-04/2022-03", "2022"],
        ),
        (
            "Year ended 31 March",
            ["2021", "2022"],
            ["2020-04/2021-03", "2021-04/2022-03"],
        ),
        (
            "Quarter ending",
            ["Mar 2022", "Jun 2022"],
            ["2022-Q1", "2022-Q2"],
        ),
        (
            "Quarter ending",
            ["Feb 2022", "Mar 2022"],
            ["2021-12/2022-02", "2022-Q1"],
        ),
        ("Month", ["Mar 2022", "Jun 2022"], ["2022-03", "2022-06"]),
    ] {
        let [one, other] = cells;
        let text = format!("Area,{heading},x\nA,{one},1\nA,{other},2\nB,{one},3\nB,{other},4\n");
        let found = recipe(&text);
        let package = take("t.csv", text.as_bytes(), &found, 64).unwrap();
        let mut lines = values(&package);
        let [one, other] = expected;
        let mut expected = vec![
            format!("A|x|{one}|1"),
            format!("A|x|{other}|2"),
            format!("B|x|{one}|3"),
            format!("B|x|{other}|4"),
        ];
        lines.sort();
        expected.sort();
        assert_eq!(lines, expected, "{heading}");
        let again = Recipe::from_text(&found.to_text()).unwrap();
        let package = take("t.csv", text.as_bytes(), &again, 64).unwrap();
        assert_eq!(values(&package), expected, "{heading}");
    }
    let text = "Area,Year ending,x\nA,Mar 2022,1\nB,Mar 2022,3\n";
    let (example, read_as) = ("Mar 2022".to_string(), period("2021-04/2022-03"));
    let told = remarks("t.csv", text);
    assert!(
        told.contains(&Remark::PeriodInWords { example, read_as }),
        "{told:?}"
    );
    // A day within a month ends no month.
    let text = "Area,Year ending,x\nA,31/03/2022,1\nB,31/03/2022,3\nA,15/03/2021,2\n";
    assert_eq!(
        faults("t.csv", text),
        ["4 Year ending “15/03/2021” period-form"]
    );
}

// ---- further ways of writing --------------------------------------------------------------------

#[test]
fn twelve_months_in_a_name_are_a_year_or_an_interval() {
    let text = "Area,Jan 2021-Dec 2021,,Jan 2022-Dec 2022,\n,numerator,denominator,numerator,denominator\n\
                A,1,10,2,10\nB,3,10,4,10\n";
    let found = recipe(text);
    assert_eq!(of_columns(&found), ["2021", "2021", "2022", "2022"]);
    for (names, expected) in [
        (
            "Jobs Apr 2021-Mar 2022,Jobs Apr 2022-Mar 2023",
            ["2021-04/2022-03", "2022-04/2023-03"],
        ),
        (
            "Jobs (Jul 2021 – Jun 2022),Jobs (Jul 2022 – Jun 2023)",
            ["2021-07/2022-06", "2022-07/2023-06"],
        ),
        (
            "2018–2020,2019–2021",
            ["2018-01/2020-12", "2019-01/2021-12"],
        ),
        ("JAN2022,FEB2022", ["2022-01", "2022-02"]),
    ] {
        let text = format!("Area,{names}\nA,1,10\nB,3,10\n");
        let found = recipe(&text);
        assert_eq!(of_columns(&found), expected, "{names}");
        let figures = found.columns.iter().filter_map(|it| it.figure());
        assert!(
            figures
                .clone()
                .all(|it| matches!(it.indicator.as_str(), "" | "Jobs")),
            "{names}"
        );
    }
    let text = "Area,date,x\nA,01APR2024,1\nA,01MAY2024,2\nB,01APR2024,3\nB,01MAY2024,4\n";
    let expected = [
        "A|x|2024-04|1",
        "A|x|2024-05|2",
        "B|x|2024-04|3",
        "B|x|2024-05|4",
    ];
    check("t.csv", text, &expected);
}

#[test]
fn columns_of_periods_that_cannot_be_read_are_not_all_of_the_one_stated() {
    let text = "Area,Michaelmas term 2021,Michaelmas term 2022\nA,1,2\nB,3,4\n";
    let told = remarks("t.csv", text);
    let is_unread = |it: &Remark| matches!(it, Remark::PeriodNotRead { .. });
    assert!(told.iter().any(is_unread), "{told:?}");
    assert_eq!(as_of_period(text, "2022").1, [Problem::NoPeriod]);
}
