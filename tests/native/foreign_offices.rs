//! Ordinary tables of offices and of publishers: whose column of areas, units and sums are not where a
//! machine would look for them.

use crate::support::own;
use zhishe::package::Package;

fn read(text: &str) -> Package {
    let found = own::recipe_of("t.csv", text.as_bytes());
    own::take("t.csv", text.as_bytes(), &found.recipe, usize::MAX).unwrap()
}

/// Each area with what it lies in.
fn areas(package: &Package) -> String {
    let told = package.areas.iter().map(|(_, area)| {
        let above = area.parent.map(|it| package.areas.get(it).code.clone());
        match above {
            Some(above) => format!("{} in {above}", area.code),
            None => area.code.clone(),
        }
    });
    told.collect::<Vec<_>>().join(", ")
}

/// Each indicator with its unit.
fn indicators(package: &Package) -> String {
    let told = package.indicators.iter().map(|(_, it)| {
        let unit = match it.unit.zh.as_str() {
            "" => &it.unit.en,
            unit => unit,
        };
        format!("{} {unit}", it.code).trim_end().to_string()
    });
    told.collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(text: &str, expected_areas: &str, expected_indicators: &str) {
    let package = read(text);
    assert_eq!(areas(&package), expected_areas);
    assert_eq!(indicators(&package), expected_indicators);
    assert_eq!(package.fault_count(), 0, "{:?}", package.faults());
}

#[test]
fn the_offices_that_report_are_areas() {
    let expected = "东华街道 in 全区, 西园街道 in 全区, 南门街道 in 全区, 全区";
    check(
        "单位,年份,一般公共预算收入（万元）,户数\n东华街道,2023,12350,4500\n西园街道,2023,8920,3800\n\
         南门街道,2023,6780,2100\n全区,2023,28050,10400\n",
        expected,
        "一般公共预算收入 万元, 户数",
    );
    // Two rows of a header under a title; of amounts and rates the amounts have the unit that is not per cent.
    check(
        "2023年各街道主要经济指标,,,,\n,,,,单位：万元、%\n单位,一般公共预算收入,,固定资产投资,\n\
         ,本期,同比增长,本期,同比增长\n东华街道,12350,5.2,45000,12.0\n西园街道,8920,-1.4,38000,8.8\n\
         南门街道,6780,2.3,21000,3.1\n全区,28050,2.2,104000,9.0\n",
        expected,
        "一般公共预算收入 本期 万元, 一般公共预算收入 同比增长, 固定资产投资 本期 万元, 固定资产投资 同比增长",
    );
    // A column of units stays one.
    check(
        "地区,年份,指标,单位,数值\n甲区,2023,人口,人,100\n甲区,2023,户数,户,40\n乙区,2023,人口,人,90\n\
         乙区,2023,户数,户,35\n",
        "甲区, 乙区",
        "人口 人, 户数 户",
    );
}

#[test]
fn who_made_the_table_and_when_is_no_area() {
    check(
        "2023年末各街道户籍人口,,,,\n序号,街道,户数,总人口,面积（㎡）\n1,东华街道,18234,45120,350\n\
         2,西园街道,20110,51230,300\n3,南门街道,9980,24560,420\n合计,,48324,120910,1070\n\
         审核人：张三,,,制表人：李四,填表日期：2024年1月5日\n",
        "东华街道 in 合计, 西园街道 in 合计, 南门街道 in 合计, 合计",
        "户数, 总人口, 面积 ㎡",
    );
}

#[test]
fn a_mean_by_any_name_is_no_area() {
    check(
        "街道,年份,办结率（%）\n全区平均,2023,91.2\n东华街道,2023,93.4\n西园街道,2023,90.0\n平均分,2023,91.7\n",
        "东华街道, 西园街道",
        "办结率 %",
    );
}

#[test]
fn a_state_named_in_both_columns_holds_its_counties() {
    check(
        "fips,state,county,year,rate\n00000,United States,United States,2023,10.2\n\
         01000,Alabama,Alabama,2023,11.1\n01001,Alabama,Autauga,2023,10.4\n01003,Alabama,Baldwin,2023,11.5\n\
         02000,Alaska,Alaska,2023,8.8\n02013,Alaska,Aleutians East,2023,9.0\n02020,Alaska,Anchorage,2023,8.1\n",
        "00000, 01000 in 00000, 01001 in 01000, 01003 in 01000, 02000 in 00000, 02013 in 02000, \
         02020 in 02000",
        "rate",
    );
}

#[test]
fn kinds_of_areas_hold_none() {
    check(
        "Code,Name,Geography,Year,All ages\nE92000001,ENGLAND,Country,2023,57106398\n\
         E12000001,NORTH EAST,Region,2023,2683040\nE06000047,County Durham,Unitary Authority,2023,528127\n\
         E06000005,Darlington,Unitary Authority,2023,109469\nE08000037,Gateshead,Metropolitan District,2023,197722\n",
        "E92000001, E12000001 in E92000001, E06000047 in E92000001, E06000005 in E92000001, \
         E08000037 in E92000001",
        "All ages",
    );
}

#[test]
fn numbers_are_no_names() {
    // Nombre is a number in Catalan and a name in Spanish.
    check(
        "Any,Codi_Barri,Nom_Barri,Sexe,Nombre\n2017,1,el Raval,Home,25543\n2017,1,el Raval,Dona,22443\n\
         2017,2,el Barri Gòtic,Home,8501\n2017,2,el Barri Gòtic,Dona,7563\n2017,5,el Fort Pienc,Home,14816\n\
         2017,5,el Fort Pienc,Dona,17022\n",
        "1, 2, 5",
        "Nombre · Home, Nombre · Dona",
    );
}
