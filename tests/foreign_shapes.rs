//! Tables of offices and programs of many countries: headers, codes and years in the forms that they
//! give out. Each stands for a form met in public files; the figures are made up.
#![cfg(feature = "cli")]

#[path = "intake/support.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod support;

use support::{check, faults, recipe_of};
use zhishe::intake::{ColumnRole, Problem, problems};

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
        &["13101 千代田区|t|2020|66680", "13102 中央区|t|2020|Q"],
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
