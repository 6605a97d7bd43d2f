//! Forms met in whole collections of published tables (panels of economists, of sociologists, of geographers): what
//! tells their areas apart, and what only looks like a figure or like a whole. The figures here are made up.

use crate::support::own::{check, faults, recipe_of, recognised, remarks, roles, take, told};
use zhishe::intake::{Doubt, Remark, preview};
use zhishe::model::Severity;

/// Each area with its level.
fn levels(text: &str) -> String {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = take("t.csv", text.as_bytes(), &recipe, 7).unwrap();
    let told = package.areas.iter().map(|(_, area)| {
        let level = &package.descriptor.levels[usize::from(area.level.0)];
        format!("{} {level}", area.code)
    });
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn schools_in_counties_are_named_by_the_school() {
    let mut text = "rownames,district,school,county,Year,pupils,score\n".to_string();
    for at in 1..=24 {
        let (county, code) = (["Alder", "Birch", "Cedar"][at / 9], 61_000 + at * 137);
        text += &format!(
            "{at},{code},School {at},{county},2019,{},{}.5\n",
            at * 31,
            600 + at
        );
    }
    assert_eq!(
        roles(&text),
        "ignored area-code area-name parent-name year figure figure"
    );
    // One of the codes happens to end in zeros.
    let text = text.replace("61411,School 3,", "62000,School 3,");
    assert!(!levels(&text).contains("whole"));
    assert!(levels(&text).contains("62000 area"), "{}", levels(&text));
}

#[test]
fn numbers_that_tell_areas_apart_are_codes_under_any_heading() {
    let table = |heading: &str| {
        let mut text = format!("county,state,{heading},Year,rate\n");
        for at in 0..20 {
            let (county, state) = (at % 10, ["IA", "OH"][at / 10]);
            text += &format!(
                "County {county},{state},{},2019,{}.5\n",
                561 + at,
                3 + at % 7
            );
        }
        roles(&text)
    };
    for heading in ["PID", "FIPSNO", "areakey", "countyid"] {
        let found = table(heading);
        assert_eq!(
            found, "area-name parent-name area-code year figure",
            "{heading}"
        );
    }
    // Figures that happen to differ from each other are none.
    for heading in ["paid", "votes", "No", "population"] {
        assert!(table(heading).ends_with("figure year figure"), "{heading}");
    }
}

#[test]
fn a_town_of_a_countrys_name_is_no_whole_of_the_towns_before_and_behind_it() {
    let town = |name: &str, at: usize| format!("{name},2019,{},{}\n", 4000 + at * 37, 700 + at * 3);
    let mut text = "municipality,Year,spent,score\n".to_string();
    for (at, name) in ["Avon", "Ware", "Wales", "Wilbraham", "Yarmouth"]
        .iter()
        .enumerate()
    {
        text += &town(name, at);
    }
    assert!(!levels(&text).contains("whole"), "{}", levels(&text));
    // Its figures make it one.
    let text =
        "Area,Year,Births\nAnglesey,2019,611\nWales,2019,1903\nConwy,2019,702\nPowys,2019,590\n";
    assert!(levels(text).contains("Wales whole"), "{}", levels(text));
}

#[test]
fn an_island_beside_regions_is_one_of_the_areas() {
    let text = "Region,Department,Year,Crimes,Pupils\nE,Ain,1830,28870,331\nE,Jura,1830,26221,351\n\
        N,Aisne,1830,26226,371\nN,Eure,1830,14795,329\n,Corse,1830,2199,309\n";
    assert!(!levels(text).contains("whole"), "{}", levels(text));
    assert!(levels(text).contains("Corse area"), "{}", levels(text));
}

#[test]
fn years_before_1900_are_years() {
    check(
        "t.csv",
        "County,year,Freq\nBerks,1876,175\nHerts,1876,174\nBerks,1877,172\nHerts,1877,169\n",
        &[
            "Berks|Freq|1876|175",
            "Berks|Freq|1877|172",
            "Herts|Freq|1876|174",
            "Herts|Freq|1877|169",
        ],
    );
}

#[test]
fn names_of_rows_name_the_areas_and_their_numbers_none() {
    let lakes = "rownames,elevation,area,Year\nWinnipeg,217,24387,2000\nDauphin,258,521,2000\nGods,178,1151,2000\n";
    assert_eq!(roles(lakes), "area-name figure figure year");
    let regions =
        "rownames,Region,Year,Rate\n5,North,2001,188.2\n6,South,2001,199.1\n11,East,2001,177.5\n";
    assert_eq!(roles(regions), "ignored area-name year figure");
}

#[test]
fn metres_on_a_map_are_no_figures() {
    let text = "ID,Year,PctPov,X,Y\n133,1990,19.9,941396.6,3521764\n158,1990,26.0,895553.0,3471916\n\
        146,1990,24.1,930946.4,3502787\n";
    assert_eq!(roles(text), "area-code year figure ignored ignored");
    let small = "area,year,x,y\nA,2020,3,4\nB,2020,5,6\nC,2020,7,9\n";
    assert_eq!(roles(small), "area-name year figure figure");
}

#[test]
fn rows_of_single_persons_are_told_to_be_such() {
    let mut text = "region,year,wage,tests\n".to_string();
    for at in 0..60 {
        text += &format!(
            "{},2001,{}.5,{}\n",
            ["north", "south"][at % 2],
            at + 3,
            20 + at
        );
    }
    let is_told = |text: &str| {
        let told = remarks("t.csv", text);
        told.iter().any(|it| matches!(it, Remark::OfRecords { .. }))
    };
    assert!(is_told(&text));
    // Days of one month repeat as well, and are told to be days.
    let days = "date,area,cases\n2021-03-01,A,1\n2021-03-02,A,2\n2021-03-03,A,5\n2021-03-01,B,3\n\
        2021-03-02,B,4\n2021-03-03,B,6\n";
    assert!(!is_told(days));
}

#[test]
fn towns_of_one_name_are_told_apart_by_where_they_lie() {
    let mut text = "name,website,status,division,pop 2001,pop 2006\n".to_string();
    for at in 0..30 {
        // The last two share their names with the first two.
        let (name, status) = (at % 28, ["upper", "lower", "single"][at % 3]);
        text += &format!(
            "Town {name},w{at},{status},Division {},{},{}\n",
            at / 4,
            900 + at,
            950 + at
        );
    }
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = take("t.csv", text.as_bytes(), &recipe, 64).unwrap();
    assert_eq!(package.indicators.iter().count(), 1);
    assert_eq!(roles(&text).split(' ').nth(3), Some("area-above"));
}

#[test]
fn a_code_before_the_name_in_one_cell_is_the_code() {
    let text = "Local,Year,Residents\n11A: Porto and around,2021,1736\n11A1312: Porto,2021,231\n\
        11A1317: Gaia,2021,303\n";
    assert_eq!(levels(text), "11A whole, 11A1312 area, 11A1317 area");
    check(
        "t.csv",
        text,
        &[
            "11A Porto and around|Residents|2021|1736",
            "11A1312 Porto|Residents|2021|231",
            "11A1317 Gaia|Residents|2021|303",
        ],
    );
    // A text with a colon is a name.
    assert_eq!(
        levels("Area,Year,Cases\nNorth: upper,2021,5\nNorth: lower,2021,7\n"),
        "North: upper area, North: lower area"
    );
}

#[test]
fn names_set_wide_lose_their_blanks_and_leaves_stand_together() {
    let text = "地   区,年份,总户数(户)\n全   市,2022,1102\n市  区,2022,512\n  东湖区,2022,260\n  西山区,2022,252\n\
        平 江 县,2022,301\n临　水　市,2022,289\n";
    assert_eq!(
        levels(text),
        "全市 whole, 市区 region, 东湖区 area, 西山区 area, 平江县 area, 临水市 area"
    );
}

#[test]
fn what_is_elsewhere_or_not_known_is_no_area() {
    let text =
        "社区,年份,案件\n甲社区,2022,12\n乙社区,2022,9\n其他,2022,4\n不详,2022,2\n合计,2022,27\n";
    assert_eq!(levels(text), "甲社区 area, 乙社区 area, 合计 whole");
    assert_eq!(
        told("t.csv", text, Severity::Note),
        [
            "4 社区 “其他” elsewhere-aside",
            "5 社区 “不详” elsewhere-aside"
        ]
    );
    // With a code of its own it is one.
    let coded = "code,area,year,cases\n01,North,2022,12\n99,Other,2022,4\n";
    assert_eq!(levels(coded), "01 area, 99 area");
    assert!(faults("t.csv", coded).is_empty());
}

#[test]
fn a_title_names_the_only_area() {
    let area = |text: &str| recipe_of("表.csv", text.as_bytes()).recipe.area;
    let of_title = |title: &str| {
        area(&format!(
            "{title},,\n指标,单位,2023年\n受理量,件,1200\n办结量,件,1180\n"
        ))
    };
    assert_eq!(of_title("江宁区2023年政务服务主要指标"), "江宁区");
    assert_eq!(of_title("2023年江宁区政务服务主要指标"), "江宁区");
    assert_eq!(of_title("表3-1 平江县国民经济主要指标"), "平江县");
    for none in [
        "地区生产总值",
        "全市2023年主要指标",
        "城市居民收入情况",
        "市辖区主要指标",
        "主要指标",
    ] {
        assert_eq!(of_title(none), "表", "{none}");
    }
}

#[test]
fn offices_under_the_word_for_units_are_the_areas() {
    let text = "单位,年份,本期,上年同期\n南门所,2023,101,173\n北门所,2023,143,82\n车站所,2023,104,179\n合计,2023,348,434\n";
    assert_eq!(roles(text), "area-name year figure figure");
    let units = "指标,单位,年份,数值\n人口,人,2023,100\n户数,户,2023,40\n面积,公顷,2023,30\n";
    assert!(roles(units).contains("unit"), "{}", roles(units));
}

#[test]
fn more_headings_of_areas_of_their_names_and_codes() {
    assert_eq!(
        roles(
            "Reference Area,Council Area,Year,Pupils\nS12000033,Aberdeen City,2019,2783\n\
            S12000034,Aberdeenshire,2019,2489\nS12000041,Angus,2019,2683\n"
        ),
        "area-code area-name year figure"
    );
    assert_eq!(
        roles(
            "Statistical Area Level 2 (SA2) (2016 ASGS),SA2 Code (2016 ASGS),Jun-22,Sep-22\n\
            Braidwood,101021007,2.1,2.0\nKarabar,101021008,3.4,3.3\nQueanbeyan,101021009,4.4,4.1\n"
        ),
        "area-name area-code figure figure"
    );
    assert_eq!(
        roles(
            "Anno;Id_Nil;Nil;Residenti\n2021;1;DUOMO;1050\n2021;2;BRERA;998\n2021;3;PORTA;1150\n"
        ),
        "year ignored area-name figure"
    );
}

#[test]
fn days_of_one_month_in_a_column_of_years_are_the_years() {
    check(
        "t.csv",
        "year,source,made\n2001-01-01,Coal,35361\n2001-01-01,Wind,1437\n2002-01-01,Coal,35991\n2002-01-01,Wind,1963\n",
        &[
            "Coal|made|2001|35361",
            "Coal|made|2002|35991",
            "Wind|made|2001|1437",
            "Wind|made|2002|1963",
        ],
    );
    // Of several months they are months, whatever the heading says.
    check(
        "t.csv",
        "year,area,made\n2001-01-31,A,5\n2001-02-28,A,7\n",
        &["A|made|2001-01|5", "A|made|2001-02|7"],
    );
}

#[test]
fn the_only_area_without_a_larger_one_is_the_whole_by_its_figures_alone() {
    let with = |persons: &str, name: &str| {
        levels(&format!(
            "街道,社区,年份,人口,低保户数\n甲街道,甲社区,2025,4201,31\n甲街道,乙社区,2025,3900,12\n乙街道,丙社区,2025,5100,40\n\
             ,{name},2025,{persons},21\n"
        ))
    };
    assert!(!with("5120", "丁社区").contains("whole"));
    assert!(with("13201", "示范区").contains("示范区 whole"));
}

#[test]
fn names_found_by_their_repeating_keep_the_numbers_beside_them_as_codes() {
    let mut text = "dept,Region,Department,Year,Crimes\n".to_string();
    for at in 0..12 {
        let (region, crimes) = (["E", "N", "S"][at % 3], 2800 + at * 31);
        text += &format!("{},{region},Name {at},1830,{crimes}\n", 1 + at * 3);
    }
    assert_eq!(roles(&text), "area-code parent-name area-name year figure");
}

#[test]
fn lines_of_forms_state_units_and_head_nothing() {
    let text = "2024年5月份各镇（街道）预算收入完成情况表,,,,\n编制单位：区财政局,,,,金额单位：万元\n\
        镇（街道）,年初预算数,占预算%,比上年同期增减,\n,,,增减额,增减%\n海桥镇,58993,50.4,14003,89.1\n\
        枫林镇,57432,19.2,6876,123.2\n南桥街道,39641,53.1,329,1.6\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let units: Vec<(&str, &str)> = recipe
        .indicators
        .iter()
        .map(|it| (&*it.name, &*it.unit))
        .collect();
    assert_eq!(
        units,
        [
            ("年初预算数", "万元"),
            ("占预算", "%"),
            ("比上年同期增减 增减额", "万元"),
            ("比上年同期增减 增减", "%"),
        ]
    );
    // A title in another language between ends in years, which are no unit.
    let text = "3-5  各区年末户籍人口（2019—2020年）,,,\nRegistered Population at Year-end by District (2019-2020),,,\n\
        ,,,单位：万人 (10 000 persons)\n地  区,,2019,2020\n城　区,Chengqu,50.02,86.22\n郊　区,Jiaoqu,40.28,64.59\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let units: Vec<&str> = recipe.indicators.iter().map(|it| &*it.unit).collect();
    assert_eq!(units, ["万人"]);
}

#[test]
fn rows_that_number_the_columns_are_no_data() {
    let form = "单位,年份,户数,人数\n甲,乙,1,2\n南门所,2023,101,173\n北门所,2023,143,82\n车站所,2023,104,179\n";
    assert_eq!(levels(form), "南门所 area, 北门所 area, 车站所 area");
    let census = "Sl. No.,District,Year,Rural,Urban,Total\n1,2,3,4,5,6\n1.,North,2011,100,20,120\n2.,South,2011,90,31,121\n";
    assert_eq!(levels(census), "North area, South area");
    assert!(roles(census).starts_with("ignored"), "{}", roles(census));
}

#[test]
fn marks_behind_and_before_a_name_are_none_of_it() {
    assert_eq!(
        levels("地区,年份,人口\n全　市[2],2020,1250\n江宁县[3],2020,650\n栖云区,2020,600\n"),
        "全市 whole, 江宁县[3] area, 栖云区 area"
    );
    // The code keeps it, and the name loses it.
    check(
        "t.csv",
        "地区,年份,人口\n江宁县[3],2020,650\n栖云区,2020,600\n",
        &["栖云区|人口|2020|600", "江宁县[3] 江宁县|人口|2020|650"],
    );
    assert_eq!(
        levels(
            "Kanton (-) / Bezirk (>>),Year,Persons\nSchweiz,2020,300\n- Zürich,2020,180\n>> Bezirk Affoltern,2020,100\n\
            >> Bezirk Uster,2020,80\n- Bern,2020,120\n>> Bezirk Biel,2020,70\n>> Bezirk Thun,2020,50\n"
        ),
        "Schweiz whole, Zürich region, Bezirk Affoltern area, Bezirk Uster area, Bern region, Bezirk Biel area, Bezirk Thun area"
    );
}

#[test]
fn numbers_of_one_text_are_its_code() {
    let mut text = "CODE,area,STATCIV2,Stato civile,Year,Value\n".to_string();
    for at in 0..12 {
        text += &format!("ITC4{at:02},Place {at},99,totale,2022,{}\n", 500 + at * 7);
    }
    let found = roles(&text);
    assert!(found.contains("area-name ignored"), "{found}");
    // A year that is the same in all rows is one.
    let dated = text
        .replace("STATCIV2", "Anno")
        .replace(",99,", ",2021,")
        .replace(",Year", ",x");
    assert!(
        roles(&dated).contains("area-name year"),
        "{}",
        roles(&dated)
    );
}

#[test]
fn a_finer_code_that_is_the_same_in_each_row_is_none() {
    let text = "DISTRICT_CODE;SUB_DISTRICT_CODE;REF_YEAR;AUT\n90100;90000;2021;40593\n90200;90000;2021;48520\n90300;90000;2021;58381\n";
    assert_eq!(roles(text), "area-code ignored period figure");
}

fn doubts(text: &str) -> Vec<Doubt> {
    let (sample, found) = recognised("t.csv", text.as_bytes()).unwrap();
    let seen = preview(&sample, &found.recipe, "t.csv").remarks;
    let doubt = |it: Remark| match it {
        Remark::Doubt(doubt) => Some(doubt),
        _ => None,
    };
    let all = found.remarks.into_iter().chain(seen);
    let mut doubts: Vec<Doubt> = all.filter_map(doubt).collect();
    doubts.dedup();
    doubts
}

#[test]
fn a_stated_unit_that_goes_to_no_figure_is_told() {
    let table = |unit: &str| {
        format!(
            "各区户籍情况,,,\n,,,单位：{unit}\n地区,年份,甲项,乙项\n东区,2023,1203,45\n西区,2023,998,31\n南区,2023,1100,40\n"
        )
    };
    let unused = |text: &str| Doubt::UnitUnused {
        text: text.to_string(),
        line: 2,
    };
    assert_eq!(doubts(&table("户、人")), [unused("户、人")]);
    assert_eq!(doubts(&table("标准箱")), [unused("标准箱")]);
    assert_eq!(doubts(&table("万元")), []);
}

#[test]
fn figures_that_are_the_same_in_every_row_are_told() {
    let table = |figure: &str| {
        let rows = (0..12).map(|at| format!("A{at},2023,{figure},{}\n", 40 + at * 3));
        let rows: String = rows.collect();
        format!("area,year,wave,cases\n{rows}")
    };
    let columns = vec!["wave".to_string()];
    assert_eq!(doubts(&table("7")), [Doubt::SameThroughout { columns }]);
    assert_eq!(doubts(&table("0")), []);
}

#[test]
fn areas_of_the_same_figures_may_hold_each_other() {
    let text = "region,year,men,women\nGotland,2023,3110,3250\nGotland (kommun),2023,3110,3250\nUppsala,2023,4100,4012\n";
    let alike = Doubt::AlikeAreas {
        first: "Gotland".to_string(),
        second: "Gotland (kommun)".to_string(),
        count: 1,
    };
    assert_eq!(doubts(text), [alike]);
    // Small numbers agree by chance.
    assert_eq!(
        doubts("area,year,x,y\nA,2023,3,4\nB,2023,3,4\nC,2023,5,1\n"),
        []
    );
    // Of what lies in the other by its row nothing is open.
    let nested = "county,area,year,men,women\nGotland,Visby,2023,3110,3250\nGotland,Total,2023,3110,3250\nKalmar,Oskarshamn,2023,410,400\n";
    assert_eq!(doubts(nested), []);
}
