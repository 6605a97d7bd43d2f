//! Tables of offices and programs of many countries: headers, codes and years in the forms that they
//! give out. Each stands for a form met in public files; the figures are made up.

use crate::support::own::{check, faults, recipe_of, refused, remarks, told};
use zhishe::intake::{ColumnRole, Problem, Recipe, Remark, problems};
use zhishe::model::{Period, Severity};

fn role(text: &str, column: &str) -> String {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let found = recipe.columns.iter().find(|it| it.name == column);
    found.map_or(String::new(), |it| it.role.word().to_string())
}

// ---- headers ------------------------------------------------------------------------------------

#[test]
fn the_first_row_below_a_header_is_no_second_row_of_it() {
    // Names that stand again, and figures that count up as ages do.
    check(
        "t.csv",
        "Area,2020,2021,2020,2021\nA,1,2,3,4\nB,5,6,7,8\n",
        &[
            "A|#4|2020|3",
            "A|#5|2021|4",
            "A|t|2020|1",
            "A|t|2021|2",
            "B|#4|2020|7",
            "B|#5|2021|8",
            "B|t|2020|5",
            "B|t|2021|6",
        ],
    );
    // Figures with the marks of footnotes.
    check(
        "t.csv",
        "Kreis;2020;2021\nA-Kreis;1.234 1);1.300\nB-Kreis;2.345;2.400 a)\n1) Schätzung;;\n",
        &[
            "A-Kreis|t|2020|1234",
            "A-Kreis|t|2021|1300",
            "B-Kreis|t|2020|2345",
            "B-Kreis|t|2021|2400",
        ],
    );
    assert_eq!(
        faults("t.csv", "area,2020,2021\nA,10?,11\nB,20,21\nC,30,31\n"),
        ["2 2020 “10?” not-a-number"]
    );
    // A second row it is, where it says what the columns are.
    for text in [
        "Area,Male,Male,Female,Female\nArea,2019,2020,2019,2020\nA,1,2,3,4\nB,5,6,7,8\n",
        "Area,Male,,Female,\n,2019,2020,2019,2020\nA,1,2,3,4\nB,5,6,7,8\n",
    ] {
        let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
        assert_eq!(recipe.header_rows, 2, "{text}");
    }
}

#[test]
fn pairs_above_a_short_table_are_no_table() {
    check(
        "t.csv",
        "\"統計名：\",\"国勢調査\"\n\"表番号：\",\"1-1\"\n\"表題：\",\"人口\"\n\"***\",\"当該数値がないもの\"\n\n\"area コード\",\"市区町村\",\"時間軸(年)\",\"value\"\n\"13101\",\"千代田区\",\"2020年\",\"66680\"\n\"13102\",\"中央区\",\"2020年\",\"***\"\n",
        &["13101 千代田区|人口|2020|66680", "13102 中央区|人口|2020|Q"],
    );
}

// ---- codes --------------------------------------------------------------------------------------

#[test]
fn codes_of_registers_are_no_figures() {
    check(
        "t.csv",
        "SA2_MAINCODE_2016,Region,Time,Value\n101021007,Braidwood,2018,4218\n101021008,Karabar,2018,8535\n",
        &[
            "101021007 Braidwood|t|2018|4218",
            "101021008 Karabar|t|2018|8535",
        ],
    );
    check(
        "t_2022.csv",
        "Community Area Number,COMMUNITY AREA NAME,PERCENT CROWDED\n1,Rogers Park,7.7\n2,West Ridge,7.8\n,CHICAGO,4.7\n",
        &[
            "1 Rogers Park|PERCENT CROWDED|2022|7.7",
            "2 West Ridge|PERCENT CROWDED|2022|7.8",
            "CHICAGO|PERCENT CROWDED|2022|4.7",
        ],
    );
    check(
        "t.csv",
        "統計年,區域別代碼,區域別,村里代碼,村里名稱,戶數\n112年,65000010,板橋區,65000010001,留侯里,845\n112年,65000010,板橋區,65000010002,流芳里,600\n",
        &[
            "65000010001 留侯里|戶數|2023|845",
            "65000010002 流芳里|戶數|2023|600",
        ],
    );
    let text = "UID,FIPS,County,year,x\n84001001,1001.0,Autauga,2020,1\n84001003,1003.0,Baldwin,2020,2\n84001005,1005.0,Barbour,2020,3\n";
    assert_eq!(role(text, "FIPS"), "ignored");
    assert_eq!(role(text, "UID"), "area-code");
    let text = "CODGEO;LIBGEO;REG;P19\n01001;Abergement;84;779\n2A004;Ajaccio;94;71361\n";
    assert_ne!(role(text, "REG"), "figure");
}

#[test]
fn what_rows_are_of_is_known_in_other_languages() {
    check(
        "t.csv",
        "Provincias;Indicador;Periodo;Total\n02 Albacete;Tasa de Natalidad;2021;7,45\n03 Alicante;Tasa de Natalidad;2021;6,89\n",
        &[
            "02 Albacete|Tasa de Natalidad · Total|2021|7.45",
            "03 Alicante|Tasa de Natalidad · Total|2021|6.89",
        ],
    );
}

// ---- times --------------------------------------------------------------------------------------

#[test]
fn years_of_other_calendars_are_years() {
    for (first, second) in [
        ("民國112年", "民國113年"),
        ("112年", "113年"),
        ("令和5年", "令和6年"),
        ("2023년", "2024년"),
    ] {
        check(
            "t.csv",
            &format!("區域別,年度,人口數\n甲區,{first},1\n甲區,{second},2\n"),
            &["甲區|人口數|2023|1", "甲區|人口數|2024|2"],
        );
        check(
            "t.csv",
            &format!("區域別,{first},{second}\n甲區,1,2\n乙區,3,4\n"),
            &[
                "乙區|t|2023|3",
                "乙區|t|2024|4",
                "甲區|t|2023|1",
                "甲區|t|2024|2",
            ],
        );
    }
    // A number alone says no calendar, nor does a letter.
    for year in ["112", "R5"] {
        let text = format!("區域別,年度,人口數\n甲區,{year},1\n乙區,{year},2\n");
        let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
        assert_eq!(problems(&recipe), [Problem::NoPeriod], "{year}");
        assert!(
            recipe
                .columns
                .iter()
                .all(|it| it.name != "年度" || it.role == ColumnRole::Ignored)
        );
    }
}

#[test]
fn months_of_korea_and_quarters_by_their_months_are_read() {
    check(
        "t.csv",
        "행정구역,2023년01월_총인구수,2023년01월_세대수,2023년02월_총인구수,2023년02월_세대수\n종로구,1,2,3,4\n중구,5,6,7,8\n",
        &[
            "종로구|세대수|2023-01|2",
            "종로구|세대수|2023-02|4",
            "종로구|총인구수|2023-01|1",
            "종로구|총인구수|2023-02|3",
            "중구|세대수|2023-01|6",
            "중구|세대수|2023-02|8",
            "중구|총인구수|2023-01|5",
            "중구|총인구수|2023-02|7",
        ],
    );
    check(
        "t.csv",
        "area,Period,x\nA,Jan-Mar 2020,1\nA,April to June 2020,2\n",
        &["A|x|2020-Q1|1", "A|x|2020-Q2|2"],
    );
    check(
        "t.csv",
        "地区,时间,值\nA,2020上半年,1\nA,2020下半年,2\n",
        &["A|t|2020-S1|1", "A|t|2020-S2|2"],
    );
}

// ---- names and codes without a heading ----------------------------------------------------------

#[test]
fn a_code_and_a_name_without_a_heading_are_of_one_area() {
    check(
        "t.csv",
        ";;31.12.2020;31.12.2021\n01001;Flensburg, kreisfreie Stadt;90164;91113\n01002;Kiel, kreisfreie Stadt;246601;-\n",
        &[
            "01001 Flensburg, kreisfreie Stadt|t|2020-12|90164",
            "01001 Flensburg, kreisfreie Stadt|t|2021-12|91113",
            "01002 Kiel, kreisfreie Stadt|t|2020-12|246601",
            "01002 Kiel, kreisfreie Stadt|t|2021-12|O",
        ],
    );
    check(
        "t_2022.csv",
        ",,Owned,Rented\nHartlepool,E06000001,0,\"9,850\"\nMiddlesbrough,E06000002,18,\"14,160\"\n",
        &[
            "E06000001 Hartlepool|Owned|2022|0",
            "E06000001 Hartlepool|Rented|2022|9850",
            "E06000002 Middlesbrough|Owned|2022|18",
            "E06000002 Middlesbrough|Rented|2022|14160",
        ],
    );
    check(
        "t.csv",
        "Region/Country/Area,,Year,Value\n2,Africa,2010,1055.23\n4,Afghanistan,2010,28.19\n",
        &["2 Africa|t|2010|1055.23", "4 Afghanistan|t|2010|28.19"],
    );
}

#[test]
fn a_column_that_names_no_place_is_no_area() {
    // Signs for there being no figure.
    let text = "Year,Firefox,Chrome\n2002,1.5,None\n2003,2.5,None\n2004,3.5,None\n";
    let recipe = recipe_of("browsers.csv", text.as_bytes()).recipe;
    assert_eq!(recipe.area, "browsers");
    // The code of a unit, and a word for places of a kind.
    let text = "Regions,TIME,Unit Code,Unit,Value\nNew South Wales,2015,PER,Persons,7616168\nVictoria,2015,PER,Persons,6022322\n";
    check(
        "t.csv",
        text,
        &["New South Wales|t|2015|7616168", "Victoria|t|2015|6022322"],
    );
    check(
        "t.csv",
        "area_code,area_name,geography,period,value\nE01,Bolton,Local authority,2021,1\nE02,Bury,Local authority,2021,2\n",
        &["E01 Bolton|t|2021|1", "E02 Bury|t|2021|2"],
    );
}

#[test]
fn a_row_of_units_is_of_what_stands_above_it() {
    let text = "Area,Households,,Persons,\n,Number,%,Number,%\nA,10,5.5,20,6.5\nB,30,7.5,40,8.5\n";
    check(
        "t_2020.csv",
        text,
        &[
            "A|Households (%)|2020|5.5",
            "A|Households (Number)|2020|10",
            "A|Persons (%)|2020|6.5",
            "A|Persons (Number)|2020|20",
            "B|Households (%)|2020|7.5",
            "B|Households (Number)|2020|30",
            "B|Persons (%)|2020|8.5",
            "B|Persons (Number)|2020|40",
        ],
    );
}

// ---- the forms of single offices ----------------------------------------------------------------

#[test]
fn flat_files_of_german_data_banks() {
    let rows: String = ["2019", "2020"]
        .iter()
        .flat_map(|year| {
            [("08", "Baden"), ("09", "Bayern")].map(|(code, name)| {
                [("GESM", "männlich", 1), ("GESW", "weiblich", 2), ("", "Insgesamt", 3)]
                    .map(|(part, label, value)| {
                        format!("23211;Todes;JAHR;Jahr;{year};DLAND;Bundesländer;{code};{name};GES;Geschlecht;{part};{label};{value}\n")
                    })
                    .concat()
            })
        })
        .collect();
    let header = "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;BEV003__Gestorbene__Anzahl\n";
    let mut expected = Vec::new();
    for area in ["08 Baden", "09 Bayern"] {
        for year in ["2019", "2020"] {
            for (part, value) in [("", 3), ("männlich", 1), ("weiblich", 2)] {
                expected.push(format!(
                    "{area}|BEV003__Gestorbene__Anzahl|{year}|{part}|{value}"
                ));
            }
        }
    }
    expected.sort();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    check("t.csv", &format!("{header}{rows}"), &expected);
}

#[test]
fn years_above_months_in_other_languages() {
    check(
        "t.csv",
        "Tabelle: 45412;;;;\n;;2022;2022;2023\n;;Januar;März;Januar\n08;Baden;10;11;12\n09;Bayern;20;21;22\n",
        &[
            "08 Baden|t|2022-01|10",
            "08 Baden|t|2022-03|11",
            "08 Baden|t|2023-01|12",
            "09 Bayern|t|2022-01|20",
            "09 Bayern|t|2022-03|21",
            "09 Bayern|t|2023-01|22",
        ],
    );
    check(
        "t.csv",
        "commune,date,x\nA,1 août 2022,1\nA,15 septembre 2022,2\n",
        &["A|x|2022-08|1", "A|x|2022-09|2"],
    );
}

#[test]
fn periods_of_the_netherlands() {
    check(
        "t.csv",
        "\"ID\";\"Perioden\";\"RegioS\";\"Bevolking_1\"\n0;\"2020JJ00\";\"NL01  \";\"     17407585\"\n1;\"2020JJ00\";\"GM1680\";\"        25390\"\n2;\"2020JJ00\";\"GM0358\";\"            .\"\n",
        &[
            "GM0358|Bevolking_1|2020|O",
            "GM1680|Bevolking_1|2020|25390",
            "NL01|Bevolking_1|2020|17407585",
        ],
    );
}

#[test]
fn codes_and_places_of_a_census_are_no_figures() {
    let text = "objectid,geoid10,name,intptlat10,pop,year\n1,42101009400,Tract 94,+39.963,1000,2010\n2,42101009500,Tract 95,+39.965,2000,2010\n";
    check(
        "t.csv",
        text,
        &[
            "42101009400 Tract 94|pop|2010|1000",
            "42101009500 Tract 95|pop|2010|2000",
        ],
    );
}

#[test]
fn weeks_are_no_year() {
    let text = "area,2020W01,2020W02\nA,1,2\nB,3,4\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_eq!(problems(&recipe), [Problem::NoPeriod]);
    let text = "area,year,week,x\nA,2020,1,1\nB,2020,1,2\n";
    assert_eq!(role(text, "week"), "ignored");
}

#[test]
fn a_part_in_brackets_is_not_below_zero() {
    let text = "町丁名,人口,（うち外国人）\n一丁目,250,(12)\n二丁目,220,(8)\n";
    check(
        "2024.csv",
        text,
        &["一丁目|人口|2024|250", "二丁目|人口|2024|220"],
    );
    // What is lost may stand in brackets.
    check(
        "2024.csv",
        "area,gain\nA,(12)\nB,(8)\n",
        &["A|gain|2024|-12", "B|gain|2024|-8"],
    );
}

#[test]
fn the_name_of_a_statistic_is_no_area() {
    let text = "STATISTIC,STATISTIC Label,Year,UNIT,VALUE\nPEA01,Population,2020,Thousand,4985.7\nPEA01,Population,2021,Thousand,5033.2\n";
    let recipe = recipe_of("ireland.csv", text.as_bytes()).recipe;
    assert_eq!(recipe.area, "ireland");
}

// ---- what would be read wrongly -----------------------------------------------------------------

#[test]
fn a_table_beside_another_is_refused() {
    let text = "Area,2019,2020,,Area,2019,2020\nA,1,2,,C,5,6\nB,3,4,,D,7,8\n";
    assert_eq!(refused("t.csv", text.as_bytes()), "second-table");
    // Names of two kinds of places under one heading are of one table.
    let text = "Code,Name,Code,Name,year,x\nR1,North,D1,Ashby,2020,1\nR1,North,D2,Barrow,2020,2\n";
    assert!(faults("t.csv", text).is_empty());
}

#[test]
fn years_in_a_corner_without_a_name_are_the_times() {
    check(
        "t.csv",
        ",东区,西区,南区\n2019,1,2,3\n2020,4,5,6\n",
        &[
            "东区|t|2019|1",
            "东区|t|2020|4",
            "南区|t|2019|3",
            "南区|t|2020|6",
            "西区|t|2019|2",
            "西区|t|2020|5",
        ],
    );
}

#[test]
fn more_digits_than_are_kept_are_no_figure() {
    let text = "area,year,x\nA,2020,9007199254740993\nB,2020,5\nC,2020,6\n";
    assert_eq!(
        faults("t.csv", text),
        ["2 x “9007199254740993” not-a-number"]
    );
    check(
        "t.csv",
        "area,year,x\nA,2020,1.5e18\nB,2020,0.36209999999999998\n",
        &["A|x|2020|1500000000000000000", "B|x|2020|0.3621"],
    );
}

#[test]
fn means_and_medians_below_a_table_are_no_areas() {
    let text = "Area,2019,2020\nA,1,2\nB,3,4\nMean,2,3\nStd dev,1,1\n";
    check(
        "t.csv",
        text,
        &["A|t|2019|1", "A|t|2020|2", "B|t|2019|3", "B|t|2020|4"],
    );
    assert_eq!(
        told("t.csv", text, Severity::Note),
        [
            "4 Area “Mean” statistic-aside",
            "5 Area “Std dev” statistic-aside"
        ]
    );
    // A place that has a code of its own is one, whatever it is called.
    let text = "code,name,year,x\nD1,Mean,2020,1\nD2,Barrow,2020,2\n";
    assert!(faults("t.csv", text).is_empty());
}

#[test]
fn of_two_columns_of_codes_the_one_that_tells_places_apart_is_the_area() {
    // Counties are numbered anew in each state.
    let mut text = "cases,countyid,year,statefips,countyfips\n".to_string();
    for (state, county) in [(1, 1), (1, 3), (1, 5), (2, 1), (2, 3), (2, 5)] {
        for year in [2019, 2020] {
            let line = format!(
                "{},{state}00{county},{year},{state},{county}\n",
                state * year + county
            );
            text.push_str(&line);
        }
    }
    let roles = ["countyid", "statefips", "countyfips"].map(|column| role(&text, column));
    assert_eq!(roles, ["area-code", "parent-code", "ignored"]);
    assert!(faults("t.csv", &text).is_empty());
    // A word that ends so is no code.
    let text = "area,year,paid,covid\nA,2020,7,1\nB,2020,8,2\nC,2020,9,3\n";
    assert_eq!(role(text, "paid"), role(text, "covid"));
    assert_ne!(role(text, "paid"), "area-code");
}

// ---- quotation marks ----------------------------------------------------------------------------

#[test]
fn spaces_before_quotation_marks_are_no_part_of_cells() {
    let text = "name, year, x\n\"A\", 2020, 1\n \"B, north\", 2020, 2\nC, 2020,  \"3,500\"\n";
    check(
        "t.csv",
        text,
        &["A|x|2020|1", "B, north|x|2020|2", "C|x|2020|3500"],
    );
    let told = remarks("t.csv", text);
    assert!(told.contains(&Remark::SpacedQuotes { line: 3 }), "{told:?}");
    // A recipe that is kept says so.
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe));
    // Spaces without marks, and marks without spaces, are nothing of the sort.
    let told = remarks("t.csv", "name, year, x\n\"A, b\", 2020, 1\n");
    assert!(
        !told
            .iter()
            .any(|it| matches!(it, Remark::SpacedQuotes { .. }))
    );
}

#[test]
fn quotation_marks_that_stay_are_told() {
    // One of them is not closed in its cell, so that none is taken off.
    let text = "year, name, x\n2020, \"A\", 1\n2020, \"B\" c, 2\n";
    check("t.csv", text, &["\"A\"|x|2020|1", "\"B\" c|x|2020|2"]);
    let example = "\"A\"".to_string();
    let told = remarks("t.csv", text);
    assert!(
        told.contains(&Remark::QuotesKept { example, line: 2 }),
        "{told:?}"
    );
}

// ---- keys in one column -------------------------------------------------------------------------

#[test]
fn keys_that_commas_join_before_tabs_are_columns_of_their_own() {
    let text = "freq,unit,sex,geo\\TIME_PERIOD\t2018 \t2019 \t2020 \n\
        A,PC,F,DE\t12.3 \t13.1 b\t: \nA,PC,M,DE\t11.3 \t14.1 \t15.2 p\n\
        A,NR,F,DE\t120 \t131 \t140 \nA,NR,M,DE\t110 \t141 \t: c\n";
    let expected = [
        "DE|F (NR)|2018|120",
        "DE|F (NR)|2019|131",
        "DE|F (NR)|2020|140",
        "DE|F|2018|12.3",
        "DE|F|2019|13.1",
        "DE|F|2020|O",
        "DE|M (NR)|2018|110",
        "DE|M (NR)|2019|141",
        "DE|M (NR)|2020|Q",
        "DE|M|2018|11.3",
        "DE|M|2019|14.1",
        "DE|M|2020|15.2",
    ];
    check("t.tsv", text, &expected);
    let found = recipe_of("t.tsv", text.as_bytes());
    assert!(found.remarks.contains(&Remark::JoinedKeys));
    assert_eq!(
        Recipe::from_text(&found.recipe.to_text()),
        Some(found.recipe)
    );
    // Saved as CSV it is of another shape, and refused.
    let saved = "\"freq,geo\\TIME_PERIOD\",2018,2019\n\"A,DE\",1,2\n\"A,FR\",3,4\n";
    assert_eq!(refused("t.csv", saved.as_bytes()), "other-format");
}

// ---- three rows of a header, and dates by their numbers ------------------------------------------

#[test]
fn a_header_of_three_rows_is_read_whole() {
    let text = "area,Male,,,,Female,,,\n,2019,,2020,,2019,,2020,\n\
        ,cases,rate,cases,rate,cases,rate,cases,rate\n\
        A,1,2.5,3,4.5,5,6.5,7,8.5\nB,11,12.5,13,14.5,15,16.5,17,18.5\n";
    let expected = [
        "A|Female cases|2019|5",
        "A|Female cases|2020|7",
        "A|Female rate|2019|6.5",
        "A|Female rate|2020|8.5",
        "A|Male cases|2019|1",
        "A|Male cases|2020|3",
        "A|Male rate|2019|2.5",
        "A|Male rate|2020|4.5",
        "B|Female cases|2019|15",
        "B|Female cases|2020|17",
        "B|Female rate|2019|16.5",
        "B|Female rate|2020|18.5",
        "B|Male cases|2019|11",
        "B|Male cases|2020|13",
        "B|Male rate|2019|12.5",
        "B|Male rate|2020|14.5",
    ];
    check("t.csv", text, &expected);
    assert!(remarks("t.csv", text).contains(&Remark::HeaderRows { rows: 3 }));
    // A title above two rows is none of them.
    let titled = format!(
        ",,,Cases and rates,,,,,\n{}",
        text.replacen("Male", "2019", 1)
    );
    assert!(!remarks("t.csv", &titled).contains(&Remark::HeaderRows { rows: 4 }));
}

#[test]
fn days_by_their_numbers_are_dates_where_the_column_is_named_for_dates() {
    let text = "report_date,area,x\n43831,North,5\n43862,North,6\n43831,South,7\n43862,South,8\n";
    check(
        "t.csv",
        text,
        &[
            "North|x|2020-01|5",
            "North|x|2020-02|6",
            "South|x|2020-01|7",
            "South|x|2020-02|8",
        ],
    );
    let found = recipe_of("t.csv", text.as_bytes());
    let (example, read_as) = ("43831".to_string(), Period::parse("2020-01").unwrap());
    let told = Remark::SerialDays { example, read_as };
    assert!(found.remarks.contains(&told), "{:?}", found.remarks);
    assert_eq!(
        Recipe::from_text(&found.recipe.to_text()),
        Some(found.recipe)
    );
    // Sums of money in a year are none.
    check(
        "t_2020.csv",
        "地区,年收入\n东区,43831\n西区,52400\n",
        &["东区|年收入|2020|43831", "西区|年收入|2020|52400"],
    );
}
