//! Tables in the forms that offices and programs give out: read as their readers read them, or refused
//! with the line and the reason. Each stands for a form met in public files; the texts are made up.

use crate::support::own::{check, faults, recipe_of, recognised, refused, remarks, take, values};
use zhishe::intake::{ColumnRole, Problem, Remark, preview, problems};

fn role(text: &str, column: &str) -> String {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let found = recipe.columns.iter().find(|it| it.name == column);
    found.map_or(String::new(), |it| it.role.word().to_string())
}

fn problems_of(name: &str, text: &str) -> Vec<Problem> {
    problems(&recipe_of(name, text.as_bytes()).recipe)
}

// ---- more than one table ------------------------------------------------------------------------

#[test]
fn a_second_table_is_refused_where_it_begins() {
    let line = |text: &str| {
        let (_, found) = recognised("t.csv", text.as_bytes()).unwrap();
        let fault = take("t.csv", text.as_bytes(), &found.recipe, 5)
            .err()
            .unwrap();
        assert_eq!(fault.kind.name(), "second-table", "{text}");
        fault.line
    };
    // The same header below a title, another one with the same first cell, one of other words, one of
    // other years.
    let first = "Area,2019,2020\nA,10,11\nB,20,21\n";
    for second in [
        "Deaths\nArea,2019,2020\nA,1,2\n",
        "Area,2021,2022\nA,1,2\n",
        "Region,2021,2022\nA,1,2\n",
        "Region,male,female\nA,1,2\n",
    ] {
        let is_titled = second.starts_with("Deaths");
        assert_eq!(line(&format!("{first}{second}")), 4 + u32::from(is_titled));
    }
    // What the preview shows is refused as well.
    let text = format!("{first}Area,2021,2022\nA,1,2\n");
    let (sample, found) = recognised("t.csv", text.as_bytes()).unwrap();
    let shown = preview(&sample, &found.recipe, "t.csv");
    assert!(
        shown
            .faults
            .iter()
            .any(|it| it.kind.name() == "second-table")
    );
}

#[test]
fn a_header_that_stands_again_between_rows_is_no_row() {
    let text = "area,year,x\nA,2020,1\narea,year,x\nB,2020,2\n";
    check("t.csv", text, &["A|x|2020|1", "B|x|2020|2"]);
    // A word in the place of a figure is no header.
    let text = "area,year,x,y\nA,2020,1,2\nB,2020,shut,shut\nC,2020,3,4\n";
    assert_eq!(
        faults("t.csv", text),
        ["3 x “shut” not-a-number", "3 y “shut” not-a-number"]
    );
}

// ---- periods as columns -------------------------------------------------------------------------

#[test]
fn columns_of_a_year_and_a_month_are_months() {
    let expected = [
        "A|t|2020-01|1",
        "A|t|2020-02|2",
        "B|t|2020-01|3",
        "B|t|2020-02|4",
    ];
    for names in [
        "2020-01,2020-02",
        "2020/1,2020/2",
        "202001,202002",
        "2020M01,2020M02",
        "2020-01-31,2020-02-29",
    ] {
        check("t.csv", &format!("ward,{names}\nA,1,2\nB,3,4\n"), &expected);
    }
    check(
        "t.csv",
        "ward,cases_2020_01,cases_2020_02\nA,1,2\nB,3,4\n",
        &expected
            .map(|line| line.replace("|t|", "|cases|"))
            .each_ref()
            .map(String::as_str),
    );
}

#[test]
fn a_month_beside_other_months_is_no_year_that_ends_in_the_next() {
    check(
        "t.csv",
        "ward,2011-11,2011-12,2012-01\nA,1,2,3\nB,4,5,6\n",
        &[
            "A|t|2011-11|1",
            "A|t|2011-12|2",
            "A|t|2012-01|3",
            "B|t|2011-11|4",
            "B|t|2011-12|5",
            "B|t|2012-01|6",
        ],
    );
    let text = "ward,2011-12,2012-13\nA,1,2\nB,4,5\n";
    check(
        "t.csv",
        text,
        &["A|t|2011|1", "A|t|2012|2", "B|t|2011|4", "B|t|2012|5"],
    );
    let found = remarks("t.csv", text);
    assert!(
        found
            .iter()
            .any(|it| matches!(it, Remark::SplitYears { example, .. } if example == "2011-12"))
    );
}

#[test]
fn columns_of_months_are_of_the_year_that_the_title_states_or_are_refused() {
    check(
        "2020年各月.csv",
        "地区,1月,2月\n东区,1,2\n西区,3,4\n",
        &[
            "东区|2020年各月|2020-01|1",
            "东区|2020年各月|2020-02|2",
            "西区|2020年各月|2020-01|3",
            "西区|2020年各月|2020-02|4",
        ],
    );
    check(
        "2020.csv",
        "地区,一季度,二季度\n东区,1,2\n西区,3,4\n",
        &[
            "东区|2020|2020-Q1|1",
            "东区|2020|2020-Q2|2",
            "西区|2020|2020-Q1|3",
            "西区|2020|2020-Q2|4",
        ],
    );
    for text in [
        "Year,Jan,Feb,Mar\n2019,1,2,3\n2020,4,5,6\n",
        "地区,年份,1月,2月\n东区,2020,1,2\n西区,2020,3,4\n",
    ] {
        assert_eq!(
            problems_of("t.csv", text),
            [Problem::MonthsAsColumns],
            "{text}"
        );
    }
    assert!(problems_of("t.csv", "地区,年份,人数,5\n东区,2020,1,2\n西区,2020,3,4\n").is_empty());
}

#[test]
fn days_of_a_month_as_columns_are_no_indicators() {
    let text = "ward,2020-01-01,2020-01-02\nA,1,2\nB,3,4\n";
    assert_eq!(problems_of("t.csv", text), [Problem::FigureTwice]);
}

// ---- areas and codes ----------------------------------------------------------------------------

#[test]
fn blanks_beside_another_place_are_not_merged_cells() {
    // A country without provinces, and a group of countries without a name.
    let text = "Province/State,Country/Region,year,x\nHubei,China,2020,1\nAnhui,China,2020,2\nHenan,China,2020,2\nTibet,China,2020,2\n,France,2020,3\n,Spain,2020,4\n";
    assert_eq!(
        faults("t.csv", text),
        ["6 Province/State “” blank", "7 Province/State “” blank"]
    );
    check(
        "t.csv",
        "Country Name,Country Code,2019,2020\nAruba,ABW,1,2\n,AFE,3,4\nAngola,AGO,5,6\n,AFW,7,8\n",
        &[
            "ABW Aruba|t|2019|1",
            "ABW Aruba|t|2020|2",
            "AFE|t|2019|3",
            "AFE|t|2020|4",
            "AFW|t|2019|7",
            "AFW|t|2020|8",
            "AGO Angola|t|2019|5",
            "AGO Angola|t|2020|6",
        ],
    );
}

#[test]
fn codes_that_a_spreadsheet_broke_are_told_where_they_stand() {
    let text = "社区代码,社区,年份,户数\n1.10E+11,甲社区,2023,1\n1.10E+11,乙社区,2023,2\n110105001003,丙社区,2023,3\n";
    assert_eq!(
        faults("t.csv", text),
        [
            "2 社区代码 “1.10E+11” excel-exponent",
            "3 社区代码 “1.10E+11” excel-exponent"
        ]
    );
    let text = "code,area,year,x\n0101,A,2020,1\n0102,B,2020,2\n101,A,2021,3\n0102,B,2021,4\n";
    assert_eq!(faults("t.csv", text), ["4 code “101” lost-zeros"]);
    assert!(faults("t.csv", "code,area,year,x\n0101,A,2020,1\n1010,B,2020,2\n").is_empty());
}

#[test]
fn codes_in_many_languages_are_no_figures() {
    for (names, code) in [
        ("Municipio;Código IBGE", "Código IBGE"),
        ("Gemeinde;Gemeindeschlüssel", "Gemeindeschlüssel"),
        ("市区町村;団体コード", "団体コード"),
        ("LSOA name (2011);LSOA code (2011)", "LSOA code (2011)"),
        ("state;id", "id"),
        ("area;ref", "ref"),
    ] {
        let text = format!("{names};year;x\nNorth;3100203;2020;5\nSouth;3100302;2020;6\n");
        assert_eq!(role(&text, code), "area-code", "{names}");
        check(
            "t.csv",
            &text,
            &["3100203 North|x|2020|5", "3100302 South|x|2020|6"],
        );
    }
    // Numbers before the names, one for each, whatever they are called.
    let text = "dp,area,year,x\n101,North,2020,5\n102,South,2020,6\n904,West,2020,7\n";
    assert_eq!(role(text, "dp"), "area-code");
    // The number of a row is no code of its place.
    let text =
        "id,county,year,x\n10,North,2020,5\n11,South,2020,6\n12,North,2021,7\n13,South,2021,8\n";
    assert_eq!(role(text, "county"), "area-name");
    assert_ne!(role(text, "id"), "area-code");
}

#[test]
fn a_name_of_many_codes_is_of_what_they_lie_in() {
    let text = "cd_code,region,year,x\nAL-01,South,2020,1\nAL-02,South,2020,2\nNY-01,East,2020,3\nNY-02,East,2020,4\n";
    assert_eq!(role(text, "cd_code"), "area-code");
    assert_eq!(role(text, "region"), "parent-name");
}

#[test]
fn finer_places_are_the_areas_whatever_they_are_called() {
    check(
        "t.csv",
        "县,辖地,年份,户数\n甲县,一镇,2020,5\n甲县,二镇,2020,6\n乙县,三镇,2020,7\n乙县,四镇,2020,8\n",
        &[
            "乙县/三镇 三镇|户数|2020|7",
            "乙县/四镇 四镇|户数|2020|8",
            "甲县/一镇 一镇|户数|2020|5",
            "甲县/二镇 二镇|户数|2020|6",
        ],
    );
}

#[test]
fn places_in_one_district_are_the_areas_by_their_names_and_not_by_their_rows() {
    // The rows of a table from which some were left out.
    check(
        "2019.csv",
        ",片区名,世帯数,区\n0,一丁目,24,品川区\n1,二丁目,76,品川区\n3,四丁目,53,品川区\n",
        &[
            "品川区/一丁目 一丁目|世帯数|2019|24",
            "品川区/二丁目 二丁目|世帯数|2019|76",
            "品川区/四丁目 四丁目|世帯数|2019|53",
        ],
    );
}

#[test]
fn what_kept_every_row_from_being_read_is_told() {
    let text = "区划代码,街道,2020年\n6.1E+11,甲街道,1\n6.1E+11,乙街道,2\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let fault = take("t.csv", text.as_bytes(), &recipe, 9).err().unwrap();
    assert_eq!((fault.line, fault.column.as_str()), (2, "区划代码"));
    assert_eq!(fault.kind.name(), "excel-exponent");
}

#[test]
fn what_parts_people_names_no_place() {
    check(
        "t.csv",
        "Municipios;Sexo;Periodo;Total\n44001 Ababuj;Total;2022;1.067\n44001 Ababuj;Hombres;2022;535\n44001 Ababuj;Mujeres;2022;532\n",
        &[
            "44001 Ababuj|Total|2022|Hombres|535",
            "44001 Ababuj|Total|2022|Mujeres|532",
            "44001 Ababuj|Total|2022||1067",
        ],
    );
}

#[test]
fn rows_of_sums_are_of_what_they_name() {
    let expected = [
        "乙街道/三社区 三社区|户数|2023|300",
        "乙街道|户数|2023|300",
        "总计|户数|2023|600",
        "甲街道/一社区 一社区|户数|2023|100",
        "甲街道/二社区 二社区|户数|2023|200",
        "甲街道|户数|2023|300",
    ];
    check(
        "2023.csv",
        "街道,社区,户数\n甲街道,一社区,100\n甲街道,二社区,200\n甲街道小计,,300\n乙街道,三社区,300\n乙街道小计,,300\n总计,,600\n",
        &expected,
    );
}

#[test]
fn a_clerks_table_has_numbered_rows_a_sum_and_a_footer() {
    let text = "2023年各街道人口,,,\n,,,单位：人\n序号,街道,户籍人口,常住人口\n1,甲街道,1000,1100\n2,乙街道,2000,2100\n合计,,3000,3200\n填表人：某,,审核人：某,\n";
    check(
        "t.csv",
        text,
        &[
            "乙街道|常住人口|2023|2100",
            "乙街道|户籍人口|2023|2000",
            "合计|常住人口|2023|3200",
            "合计|户籍人口|2023|3000",
            "甲街道|常住人口|2023|1100",
            "甲街道|户籍人口|2023|1000",
        ],
    );
    assert!(faults("t.csv", text).is_empty());
    assert!(remarks("t.csv", text).contains(&Remark::RowsAside { count: 1, line: 7 }));
}

// ---- figures ------------------------------------------------------------------------------------

#[test]
fn marks_as_india_sets_them() {
    check(
        "t.csv",
        "State,2011,2021\nGoa,\"14,58,545\",\"15,59,000\"\nBihar,\"10,40,99,452\",\"12,85,00,364\"\n",
        &[
            "Bihar|t|2011|104099452",
            "Bihar|t|2021|128500364",
            "Goa|t|2011|1458545",
            "Goa|t|2021|1559000",
        ],
    );
}

#[test]
fn a_scale_in_words_multiplies_the_figure() {
    check(
        "t.csv",
        "REF_DATE,GEO,Series name,UOM,SCALAR_FACTOR,VALUE\n2020,North,Jobs,Persons,thousands,14.5\n2020,South,Jobs,Persons,thousands,7\n",
        &["North|Jobs|2020|14500", "South|Jobs|2020|7000"],
    );
    let text = "REF_DATE,GEO,UOM,SCALAR_FACTOR,VALUE\n2020,North,Persons,units,14\n2020,South,Persons,units,7\n";
    assert_eq!(role(text, "SCALAR_FACTOR"), "scale");
    check("t.csv", text, &["North|t|2020|14", "South|t|2020|7"]);
}

#[test]
fn a_minus_of_nines_among_counts_stands_for_no_figure() {
    let text = "area,year,x\nA,2020,5\nB,2020,-999\nC,2020,6\n";
    check("t.csv", text, &["A|x|2020|5", "B|x|2020|O", "C|x|2020|6"]);
    let found = remarks("t.csv", text);
    assert!(found.contains(&Remark::MissingSigns {
        signs: vec!["-999".to_string()],
        count: 1
    }));
    // A balance may be that.
    check(
        "t.csv",
        "area,year,x\nA,2020,-5\nB,2020,-999\nC,2020,6\n",
        &["A|x|2020|-5", "B|x|2020|-999", "C|x|2020|6"],
    );
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let again = zhishe::intake::Recipe::from_text(&recipe.to_text());
    assert_eq!(again, Some(recipe));
}

#[test]
fn an_age_or_another_time_beside_a_value_is_no_figure() {
    let text = "v4_0,calendar-years,Time,Geography,sex,single-year-of-age\n12,2019,2019,Hartlepool,male,0\n14,2019,2019,Hartlepool,male,1\n";
    check(
        "t.csv",
        text,
        &["Hartlepool|v4_0 · 0|2019|12", "Hartlepool|v4_0 · 1|2019|14"],
    );
    let text = "country,first_year,year,x\nA,1990,2017,5\nB,1991,2019,6\n";
    assert_eq!(role(text, "first_year"), "ignored");
    // A column of times that cannot be read is told, and no figure.
    let text = "area,year,x\nA,108,1\nB,109,2\n";
    assert_eq!(role(text, "year"), "ignored");
    assert!(remarks("t.csv", text).contains(&Remark::ColumnAside {
        column: "year".to_string()
    }));
}

#[test]
fn the_year_in_which_a_place_was_built_is_not_that_of_its_figures() {
    for name in ["建成年代", "成立日期", "year built"] {
        let text =
            format!("社区,户数,{name}\n甲社区,1200,1998\n乙社区,900,2005\n丙社区,800,1998\n");
        let found = recipe_of("2023.csv", text.as_bytes()).recipe;
        assert!(
            found.columns.iter().all(|it| it.role != ColumnRole::Period),
            "{name}"
        );
        assert_eq!(
            found.period.map(|it| it.to_string()),
            Some("2023".to_string()),
            "{name}"
        );
    }
    assert_eq!(
        role(
            "社区,户数,统计年月\n甲,1200,2020-01\n乙,900,2020-01\n",
            "统计年月"
        ),
        "period"
    );
}

#[test]
fn numbers_of_footnotes_are_no_figures() {
    let text = "City,Year,Value,Value Footnotes\nDurres,2011,113,1\nTirana,2011,418,2\n";
    check("t.csv", text, &["Durres|t|2011|113", "Tirana|t|2011|418"]);
}

#[test]
fn a_constant_beside_a_time_is_no_area() {
    let text = "date,x,days\n1958-03,315.7,-1\n1958-04,317.4,-1\n";
    let recipe = recipe_of("co2.csv", text.as_bytes()).recipe;
    assert_eq!(recipe.area, "co2");
    assert!(
        recipe
            .columns
            .iter()
            .all(|it| it.role != ColumnRole::AreaCode)
    );
}

// ---- text ---------------------------------------------------------------------------------------

#[test]
fn marks_that_nobody_sees_are_no_part_of_a_name() {
    check(
        "t.csv",
        "area,year,x\nA,2020,1\n\u{feff}B,2020,2\nB\u{200b},2021,\u{202a}3\n",
        &["A|x|2020|1", "B|x|2020|2", "B|x|2021|3"],
    );
}

#[test]
fn garbled_text_is_refused() {
    let garbled: String = "地区,年份,人口\n东区,2020,12\n西区,2020,13\n"
        .bytes()
        .map(char::from)
        .collect();
    assert_eq!(refused("t.csv", garbled.as_bytes()), "garbled");
    assert_eq!(
        refused("t.csv", "area,year,x\nK\u{fffd}ln,2020,1\n".as_bytes()),
        "garbled"
    );
}

#[test]
fn a_tab_in_every_row_parts_the_cells_whatever_else_does() {
    let text = "unit,sex,geo\\time\t2019 \t2020 \nNR,T,AT\t1 \t2 p\nNR,T,BE\t3 \t: c\n";
    // Several in one cell are no area; each is a column of its own.
    check(
        "t.tsv",
        text,
        &["AT|t|2019|1", "AT|t|2020|2", "BE|t|2019|3", "BE|t|2020|Q"],
    );
    let text = "geo\\time\t2019\t2020\nAT\t1,5\t2,5 p\nBE\t3,5\t: c\n";
    let recipe = recipe_of("t.tsv", text.as_bytes()).recipe;
    assert_eq!(recipe.delimiter, b'\t');
    let package = take("t.tsv", text.as_bytes(), &recipe, 9).unwrap();
    assert_eq!(
        values(&package),
        [
            "AT|t|2019|1.5",
            "AT|t|2020|2.5",
            "BE|t|2019|3.5",
            "BE|t|2020|Q"
        ]
    );
}

#[test]
fn columns_named_for_places_are_areas() {
    for text in [
        "年份,东区,西区\n2019,1,2\n2020,3,4\n",
        "指标,东区,西区\n人口,1,2\n户数,3,4\n",
    ] {
        let found = recipe_of("2020.csv", text.as_bytes());
        assert!(found.recipe.states_areas(), "{text}");
        assert_eq!(problems(&found.recipe), [], "{text}");
    }
    let text = "年份,城镇,农村\n2019,1,2\n2020,3,4\n";
    assert!(!recipe_of("2020.csv", text.as_bytes()).recipe.states_areas());
}

#[test]
fn periods_that_are_none_are_not_read() {
    let text = "area,date,x\nA,2020-02-30,1\nB,2020-02-29,2\nC,2020-01-01,3\nD,2020-01-02,4\nE,31/04/2020,5\nF,30/04/2020,6\nG,2020-01-03,7\nH,2020-01-04,8\nI,2020-01-05,9\nJ,2020-01-06,10\n";
    assert_eq!(
        faults("t.csv", text),
        [
            "2 date “2020-02-30” period-form",
            "6 date “31/04/2020” period-form"
        ]
    );
    // October as a number has lost its zero.
    let text = "area,时间,x\nA,2023.9,1\nA,2023.1,2\nA,2023.11,3\n";
    assert_eq!(problems_of("t.csv", text), [Problem::NoPeriod]);
    assert_eq!(
        role(
            "area,时间,x\nA,2023.1,1\nA,2023.10,2\nA,2023.11,3\n",
            "时间"
        ),
        "period"
    );
}

#[test]
fn a_column_of_a_year_is_read_though_half_of_it_cannot_be() {
    let text = "area;2019;2020\nA;1.5;2.5\nB;1,5x;2\n";
    assert_eq!(faults("t.csv", text), ["3 2019 “1,5x” not-a-number"]);
}
