//! Tables of further countries and offices: months cut short, signs for no figure and for less than zero, headers
//! of codes and labels, years of schools and of money. The figures are made up.

use crate::support::own::{check, recipe_of, take, told};
use zhishe::intake::{ColumnRole, Recipe, Remark, problems};
use zhishe::model::{Indicator, Period, Severity};

/// The periods of the columns of figures, in order; blank where there is none.
fn of_columns(text: &str) -> Vec<String> {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let figures = recipe.columns.iter().filter_map(|it| match &it.role {
        ColumnRole::Figure(figure) => Some(figure.period),
        _ => None,
    });
    let text = |period: Option<_>| period.map_or(String::new(), |it: Period| it.to_string());
    figures.map(text).collect()
}

// ---- months -------------------------------------------------------------------------------------

#[test]
fn months_are_read_in_full_and_cut_short_in_romance_languages() {
    let check = |names: &str, expected: &[&str]| {
        let figures = ",1.5".repeat(expected.len());
        let text = format!("Area,{names}\nA{figures}\nB{figures}\n");
        assert_eq!(of_columns(&text), expected, "{names}");
    };
    check("Ene-23,Dic-23", &["2023-01", "2023-12"]);
    check("Ene 2023,Dic 2022", &["2023-01", "2022-12"]);
    check("fev/22,set/22,out/22", &["2022-02", "2022-09", "2022-10"]);
    check(
        "gen-22,mag-22,lug-22,ott-22",
        &["2022-01", "2022-05", "2022-07", "2022-10"],
    );
    check(
        "janv. 2022,févr. 2022,juil. 2022,déc. 2022",
        &["2022-01", "2022-02", "2022-07", "2022-12"],
    );
    check(
        "Gener 2022,Març 2022,Maig 2022,Desembre 2022",
        &["2022-01", "2022-03", "2022-05", "2022-12"],
    );
    check(
        "Nacimientos ene 2022,Nacimientos dic 2022",
        &["2022-01", "2022-12"],
    );
    // Words of their own within a name.
    check("Data set 2021,Data set 2022", &["2021", "2022"]);
    check("Phased out 2021,Phased out 2022", &["2021", "2022"]);
}

#[test]
fn a_column_of_months_may_be_called_so_in_spanish() {
    let text = "Area,mes,x\nA,ene-22,1\nA,ago-22,2\nB,ene-22,3\nB,ago-22,4\n";
    let expected = [
        "A|x|2022-01|1",
        "A|x|2022-08|2",
        "B|x|2022-01|3",
        "B|x|2022-08|4",
    ];
    check("t.csv", text, &expected);
}

// ---- signs at figures ---------------------------------------------------------------------------

#[test]
fn letters_for_no_figure_are_signs_beside_numbers_alone() {
    let text =
        "Commune,Population,Taux\nA,123,4.5\nB,nc,4.6\nC,n.c.,s.o.\nD,s.o.,n.d.\nE,456,5.5\n";
    let expected = [
        "A|Population|2022|123",
        "A|Taux|2022|4.5",
        "B|Population|2022|O",
        "B|Taux|2022|4.6",
        "C|Population|2022|O",
        "C|Taux|2022|M",
        "D|Population|2022|M",
        "D|Taux|2022|O",
        "E|Population|2022|456",
        "E|Taux|2022|5.5",
    ];
    check("t_2022.csv", text, &expected);
    // The state of North Carolina.
    let text = "State,County,Births\nNC,Wake,11\nNC,Durham,12\nSC,Aiken,13\nSC,Union,14\n";
    let recipe = recipe_of("t_2022.csv", text.as_bytes()).recipe;
    let roles: Vec<&ColumnRole> = recipe.columns.iter().map(|it| &it.role).take(2).collect();
    assert_eq!(roles, [&ColumnRole::ParentName, &ColumnRole::AreaName]);
}

#[test]
fn triangles_are_minus_where_numbers_above_zero_have_none() {
    let text = "地域,増減数,増減率\nA,△484,△1.5%\nB,120,0.3%\nC,▲12,▲ 0.2%\nD,−3,△０．１%\n";
    let expected = [
        "A|増減数|2022|-484",
        "A|増減率|2022|-1.5",
        "B|増減数|2022|120",
        "B|増減率|2022|0.3",
        "C|増減数|2022|-12",
        "C|増減率|2022|-0.2",
        "D|増減数|2022|-3",
        "D|増減率|2022|-0.1",
    ];
    check("t_2022.csv", text, &expected);
    let notes = told("t_2022.csv", text, Severity::Note);
    assert_eq!(
        notes.iter().filter(|it| it.contains("△484")).count(),
        1,
        "{notes:?}"
    );
    // Up and down, or up alone: no number is made of either.
    for change in [
        ["▲2.3%", "▼1.2%", "0.5%"],
        ["▲2.3%", "▲1.2%", "0.0%"],
        ["▲2.3%", "▲1.2%", "-0.5%"],
    ] {
        let [a, b, c] = change;
        let text = format!("Area,x,Change\nA,10.5,{a}\nB,20.5,{b}\nC,30.5,{c}\n");
        check(
            "t_2022.csv",
            &text,
            &["A|x|2022|10.5", "B|x|2022|20.5", "C|x|2022|30.5"],
        );
    }
}

#[test]
fn about_so_many_is_a_number_in_any_script() {
    let text = "社区,人数\n甲社区,約500\n乙社区,约600\n丙社区,c. 700\n丁社区,612\n";
    let expected = [
        "丁社区|人数|2022|612",
        "丙社区|人数|2022|700",
        "乙社区|人数|2022|600",
        "甲社区|人数|2022|500",
    ];
    check("t_2022.csv", text, &expected);
}

// ---- years of other kinds -----------------------------------------------------------------------

#[test]
fn a_title_may_state_a_year_of_schools_by_both_its_years() {
    for title in [
        "2022/2023学年初全区中小学基本情况",
        "2022—2023学年全区中小学",
        "2022－2023学年度中小学",
        "2022至2023學年中小學",
        "Pupils by school, academic year 2022-2023",
        "School year 2022/2023: pupils",
    ] {
        let text = format!("\"{title}\",\n学校,在校生数\n甲小学,1200\n乙小学,900\n");
        let found = recipe_of("t.csv", text.as_bytes());
        assert_eq!(found.recipe.period, Period::year(2022), "{title}");
        let is_told = |it: &Remark| matches!(it, Remark::SplitYears { read_as, .. } if Some(*read_as) == Period::year(2022));
        assert!(
            found.remarks.iter().any(is_told),
            "{title} {:?}",
            found.remarks
        );
    }
    // A part of it, two years of other kinds and years that are no neighbours are none.
    for title in [
        "2022-2023学年第一学期中小学",
        "2022-2023年全区中小学",
        "2020-2023学年中小学",
    ] {
        let text = format!("\"{title}\",\n学校,在校生数\n甲小学,1200\n乙小学,900\n");
        assert_eq!(
            recipe_of("t.csv", text.as_bytes()).recipe.period,
            None,
            "{title}"
        );
    }
    let text = "学校,2022-2023学年初在校生,2021—2022学年初在校生\n甲小学,1200,80\n乙小学,900,60\n";
    assert_eq!(of_columns(text), ["2022", "2021"]);
}

#[test]
fn years_of_buddha_are_read_where_their_sign_or_their_heading_says_so() {
    let text = "อำเภอ,ประชากร พ.ศ. 2565,ประชากร พ.ศ.2564\nเมือง,1200,80\nบาง,900,60\n";
    assert_eq!(of_columns(text), ["2022", "2021"]);
    let text = "\"ประชากร พ.ศ. 2565\",,\nอำเภอ,ชาย,หญิง\nเมือง,1200,80\nบาง,900,60\n";
    assert_eq!(
        recipe_of("t.csv", text.as_bytes()).recipe.period,
        Period::year(2022)
    );
    for heading in ["พ.ศ.", "ปี"] {
        let text = format!("Area,{heading},x\nA,2565,1\nB,2565,2\nA,2564,3\nB,2564,4\n");
        check(
            "t.csv",
            &text,
            &["A|x|2021|3", "A|x|2022|1", "B|x|2021|4", "B|x|2022|2"],
        );
    }
    // Any other heading leaves the number what it is.
    let text = "Area,Beds,x\nA,2565,1\nB,2565,2\n";
    check(
        "t_2022.csv",
        text,
        &[
            "A|Beds|2022|2565",
            "A|x|2022|1",
            "B|Beds|2022|2565",
            "B|x|2022|2",
        ],
    );
}

// ---- headers of two rows ------------------------------------------------------------------------

/// The names of the columns.
fn names(text: &str) -> Vec<String> {
    let recipe = recipe_of("t_2022.csv", text.as_bytes()).recipe;
    recipe.columns.into_iter().map(|it| it.name).collect()
}

#[test]
fn periods_may_stand_in_the_second_row_of_a_header_alone() {
    let text = "Kennziffer;Name;Quote;Anteil\n;;2021;2020\n01001;Flensburg;8,2;18,4\n01002;Kiel;7,6;16,9\n";
    let expected = [
        "01001 Flensburg|Anteil|2020|18.4",
        "01001 Flensburg|Quote|2021|8.2",
        "01002 Kiel|Anteil|2020|16.9",
        "01002 Kiel|Quote|2021|7.6",
    ];
    check("t.csv", text, &expected);
    // Figures that may be years are a row of the table.
    let text = "Code;Name;Births;Deaths\n;;2021;2019\n01;Aa;2010;2008\n02;Bb;2011;2012\n";
    assert_eq!(names(text), ["Code", "Name", "Births", "Deaths"]);
}

#[test]
fn codes_above_labels_give_way_to_them() {
    let text = "Sgnyea,Cntcd,Cntnm,Popu,GDP01\n统计年度,县代码,县名称,年末总人口,地区生产总值\n没有单位,没有单位,没有单位,万人,万元\n2019,320281,江阴市,125.3,343.5\n2020,320281,江阴市,121.3,358.5\n";
    let expected = [
        "320281 江阴市|地区生产总值|2019|343.5",
        "320281 江阴市|地区生产总值|2020|358.5",
        "320281 江阴市|年末总人口|2019|125.3",
        "320281 江阴市|年末总人口|2020|121.3",
    ];
    check("t.csv", text, &expected);
    assert_eq!(names(text)[2..4], ["县名称", "年末总人口 (万人)"]);
    // Labels of the figures alone, and not of all.
    let text = "KEY_CODE,HYOSYO,NAME,T001081001,T001081002\n,,,総数,男\n131010010,2,丸の内,1357,493\n131010020,3,大手町,887,529\n";
    assert_eq!(names(text), ["KEY_CODE", "HYOSYO", "NAME", "総数", "男"]);
    // Labels of the same script stand behind their codes, and a code that says what it is of stays.
    let text = "GEO_ID,NAME,B01\nGeography,Geographic Area Name,Total\nUS01,Autauga,55\nUS02,Baldwin,208\n";
    assert_eq!(names(text)[2], "B01 Total");
    let text = "GEO_ID,NAME,B01\n地区,名称,总数\n01,甲区,55\n02,乙区,208\n";
    assert_eq!(names(text)[0], "GEO_ID 地区");
    // Names in two languages are no codes.
    let text = "Area,Population,Households\n地区,人口,户数\n甲区,135,49\n乙区,88,52\n";
    assert_eq!(names(text)[1..], ["Population 人口", "Households 户数"]);
}

// ---- months of running totals, codes of eleven digits --------------------------------------------

#[test]
fn running_totals_are_of_the_months_from_january_on() {
    let text = "2023年各区固定资产投资（亿元）累计,,\n区,1-2月,1—3月\n江岸区,33.3,51.1\n江汉区,42.0,54.1\n";
    assert_eq!(of_columns(text), ["2023-01/2023-02", "2023-01/2023-03"]);
    let text = "年份,月份,区,投资\n2023,1-2月,甲,3.5\n2023,1-3月,甲,4.5\n2023,1-2月,乙,5.5\n2023,1-3月,乙,6.5\n";
    let expected = [
        "乙|投资|2023-01/2023-02|5.5",
        "乙|投资|2023-01/2023-03|6.5",
        "甲|投资|2023-01/2023-02|3.5",
        "甲|投资|2023-01/2023-03|4.5",
    ];
    check("t.csv", text, &expected);
    // No year, no period; and a span of no months is a name.
    assert_eq!(
        of_columns("区,1-2月,1-3月\n甲,33.3,51.1\n乙,42.0,54.1\n"),
        ["", ""]
    );
    let text = "2023年投资,,\n区,3-2月,1-13月\n甲,33.3,51.1\n乙,42.0,54.1\n";
    assert_eq!(of_columns(text), ["", ""]);
}

#[test]
fn digits_under_a_heading_of_codes_are_no_telephone_numbers() {
    let table = |heading: &str| {
        format!(
            "{heading},CITYNAME,NAME,人口\n13101003001,千代田区,一丁目,1038\n13101003002,千代田区,二丁目,555\n"
        )
    };
    let text = table("KEY_CODE");
    check(
        "t_2022.csv",
        &text,
        &[
            "13101003001 一丁目|人口|2022|1038",
            "13101003002 二丁目|人口|2022|555",
        ],
    );
    assert_eq!(told("t_2022.csv", &text, Severity::Fault), [""; 0]);
    let found = recipe_of("t_2022.csv", table("電話").as_bytes());
    let is_personal = |it: &Remark| matches!(it, Remark::PersonalColumn { .. });
    assert!(found.remarks.iter().any(is_personal), "{:?}", found.remarks);
}

// ---- units --------------------------------------------------------------------------------------

/// The names of the indicators in the package, each with its unit in English.
fn units(text: &str) -> Vec<String> {
    let recipe = recipe_of("t_2022.csv", text.as_bytes()).recipe;
    let package = take("t_2022.csv", text.as_bytes(), &recipe, 16).unwrap();
    let all = package.indicators.iter();
    let one = |(_, it): (_, &Indicator)| {
        let unit = if it.unit.en.is_empty() {
            &it.unit.zh
        } else {
            &it.unit.en
        };
        format!("{}|{unit}", it.code)
    };
    all.map(one).collect()
}

#[test]
fn a_unit_in_a_heading_stays_beside_periods_and_categories() {
    let text = "Area,Population (thousands) · 2020,Population (thousands) · 2021,Income (£) · 2020\nA,33.3,51.1,66.4\nB,42.1,54.1,69.4\n";
    assert_eq!(units(text), ["Population|thousands", "Income|£"]);
    assert_eq!(of_columns(text), ["2020", "2021", "2020"]);
    let text = "Area,Population (thousands) · Male · 2020,Population (thousands) 2021 in total\nA,33.3,51.1\nB,42.1,54.1\n";
    assert_eq!(units(text)[0], "Population · Male|thousands");
    let text = "区,人口（万人）,,面积（平方公里）\n,男,女,\n甲,33.3,51.1,6.5\n乙,42.5,54.1,6.6\n";
    assert_eq!(
        units(text),
        ["人口 男|万人", "人口 女|万人", "面积|平方公里"]
    );
    let text = "Area,Population 2020 in thousands,Population 2021 in thousands\nA,33.3,51.1\nB,42.1,54.1\n";
    assert_eq!(units(text), ["Population in thousands|thousands"]);
}

#[test]
fn a_unit_in_a_heading_is_that_of_what_rows_tell_apart() {
    let text = "Area,Sex,Population (thousands),Rate (%)\nA,Male,33.3,5.5\nA,Female,34.3,6.5\nB,Male,43.3,7.5\nB,Female,44.3,8.5\n";
    let mut found = units(text);
    found.sort();
    assert_eq!(
        found,
        [
            "Population · Female|thousands",
            "Population · Male|thousands",
            "Rate · Female|%",
            "Rate · Male|%"
        ]
    );
    let text = "Area,Indicator,2020 (thousands),2021 (thousands)\nA,Pop,33.3,3.5\nA,Share (%),34.3,3.5\nB,Pop,43.3,3.5\nB,Share (%),44.3,3.5\n";
    assert_eq!(units(text), ["Pop|thousands", "Share|%"]);
    let text =
        "Area,Sex,Value (thousands)\nA,Male,33.3\nA,Female,34.3\nB,Male,43.3\nB,Female,44.3\n";
    assert_eq!(units(text), ["Male|thousands", "Female|thousands"]);
}

// ---- periods in the names of rows, quarters of years of money -------------------------------------

#[test]
fn names_of_indicators_in_rows_may_end_in_their_period() {
    let text = "FIPS_Code,Area_Name,Attribute,Value\n\
        37063,Durham County,Unemployment_rate_2021,4.1\n\
        37063,Durham County,Rural_code_2013,1\n\
        37063,Durham County,Unemployment_rate_2022,3.1\n\
        37183,Wake County,Unemployment_rate_2021,3.9\n\
        37183,Wake County,Rural_code_2013,2\n\
        37183,Wake County,Unemployment_rate_2022,2.9\n";
    let expected = [
        "37063 Durham County|Rural_code|2013|1",
        "37063 Durham County|Unemployment_rate|2021|4.1",
        "37063 Durham County|Unemployment_rate|2022|3.1",
        "37183 Wake County|Rural_code|2013|2",
        "37183 Wake County|Unemployment_rate|2021|3.9",
        "37183 Wake County|Unemployment_rate|2022|2.9",
    ];
    check("t.csv", text, &expected);
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_eq!(problems(&recipe), []);
    assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe));
    // Where one has none, the year is a part of the others' names; where a column has it, as well.
    let text = "Area,Indicator,Value\nA,Pop 2021,500\nA,Homes,510\nB,Pop 2021,600\nB,Homes,610\n";
    let expected = [
        "A|Homes|2022|510",
        "A|Pop 2021|2022|500",
        "B|Homes|2022|610",
        "B|Pop 2021|2022|600",
    ];
    check("t_2022.csv", text, &expected);
    let text = "Area,Year,Indicator,Value\nA,2022,Plan 2021,5\nA,2022,Plan 2020,6\nB,2022,Plan 2021,7\nB,2022,Plan 2020,8\n";
    let expected = [
        "A|Plan 2020|2022|6",
        "A|Plan 2021|2022|5",
        "B|Plan 2020|2022|8",
        "B|Plan 2021|2022|7",
    ];
    check("t.csv", text, &expected);
}

#[test]
fn quarters_of_years_of_money_tell_rows_apart_and_are_no_figures() {
    for (heading, one, two) in [
        ("Financial Quarter", "1", "2"),
        ("Fiscal Quarter", "Q1", "Q2"),
        ("财季", "1", "2"),
    ] {
        let text = format!(
            "Area,Financial Year,{heading},Cases\nA,2022/23,{one},11\nA,2022/23,{two},12\nB,2022/23,{one},21\nB,2022/23,{two},22\n"
        );
        let expected = [
            format!("A|Cases · {one}|2022|11"),
            format!("A|Cases · {two}|2022|12"),
            format!("B|Cases · {one}|2022|21"),
            format!("B|Cases · {two}|2022|22"),
        ];
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check("t.csv", &text, &expected);
        let column = heading.to_string();
        let told = recipe_of("t.csv", text.as_bytes()).remarks;
        assert!(
            told.contains(&Remark::IndicatorPartFound { column }),
            "{heading} {told:?}"
        );
    }
    // Where months say more they are left aside.
    let text = "Area,Date,Fiscal Quarter,Cases\nA,2022-01,Q4,11\nA,2022-04,Q1,12\nA,2022-07,Q2,13\nA,2022-10,Q3,14\nA,2023-01,Q4,15\n";
    let expected = [
        "A|Cases|2022-01|11",
        "A|Cases|2022-04|12",
        "A|Cases|2022-07|13",
        "A|Cases|2022-10|14",
        "A|Cases|2023-01|15",
    ];
    check("t.csv", text, &expected);
}
