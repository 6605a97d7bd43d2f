//! Months and quarters whose year stands elsewhere: in a title, in the name of the file, in a column beside
//! them. The figures are made up.

use crate::support::own::{check, recipe_of};
use zhishe::intake::{ColumnRole, Recipe};

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
