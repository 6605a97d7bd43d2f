//! What headings and the lines above a table say of its figures: units in rows of their own or in brackets,
//! made of others, months beside what is counted in them, years of two digits, and what was asked for. Each
//! stands for a form met in public files; the figures are made up.

use crate::support::own::{check, faults, recipe_of, remarks, roles};
use zhishe::intake::{ColumnRole, Remark};

/// The name, the unit and the kind of each indicator.
fn indicators(text: &str) -> Vec<String> {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let plans = recipe.indicators.iter();
    let said = plans.map(|it| format!("{}|{}|{}", it.name, it.unit, it.kind.word()));
    said.collect()
}

// ---- units --------------------------------------------------------------------------------------

#[test]
fn a_unit_above_a_name_is_that_of_its_own_column() {
    let text = "\"Weekly pay, United Kingdom, 2023\"\n\n,,(thousand),,Annual,,Annual\n\
        Description,Code,Number of jobs,Median,percentage change,Mean,percentage change\n\
        Hartlepool,E06000001,106,530.9,1.9,677.6,1.4\nMiddlesbrough,E06000002,32,535.2,8.9,689.1,5.0\n\
        Darlington,E06000005,48,526.6,1.6,630.2,8.9\n";
    let found = indicators(text);
    assert_eq!(found[0], "Number of jobs|thousand|count");
    // What is counted in thousands is none of events, and a median has no thousands.
    assert_eq!(found[1], "Median||mean");
    assert!(
        found[2].starts_with("Annual percentage change|"),
        "{found:?}"
    );
    assert_eq!(found[3], "Mean||mean");
}

#[test]
fn a_row_of_units_closes_a_header_of_spans() {
    let text = ",,ERP at 30 June,,ERP change 2021-22,,Area,Population density 2022\n\
        LGA code,Local Government Area,2021,2022,,,,\n,,no.,no.,no.,%,km2,persons/km2\n\
        20570,Ballarat,123952,130041,6089,4.9,1140.3,114.0\n20580,Greater Bendigo,125618,131705,6087,4.8,756.6,174.1\n\
        20590,Greater Geelong,209803,216422,6619,3.2,673.3,321.4\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert!(recipe.has_unit_row && recipe.header_rows == 3);
    let names: Vec<&str> = recipe.columns.iter().map(|it| &*it.name).collect();
    // 2022 stands above its own columns and reaches no further.
    assert_eq!(
        names[4..],
        [
            "ERP change 2021-22 (no.)",
            "ERP change 2021-22 (%)",
            "Area (km2)",
            "Population density 2022 (persons/km2)"
        ]
    );
    let of = |name: &str| {
        let plan = recipe.indicators.iter().find(|it| it.name == name).unwrap();
        plan.unit.clone()
    };
    assert_eq!(of("Population density"), "persons/km2");
    assert_eq!(of("ERP change (%)"), "%");
}

#[test]
fn units_of_one_by_another_and_of_money_are_known() {
    let text = "区县,年份,发病率(1/10万),PM2.5平均浓度（微克/立方米）,Taux de pauvreté (en %),absence_percent,Rate per 100,财政收入(元/人)\n\
        东区,2023,71.25,38.5,14.2,4.5,3.5,1200.5\n西区,2023,65.10,41.2,15.1,5.5,4.5,1300.5\n南区,2023,80.00,29.9,13.3,6.5,5.5,1100.5\n";
    assert_eq!(
        indicators(text),
        [
            "发病率|/100000|mean",
            "PM2.5平均浓度|微克/立方米|mean",
            "Taux de pauvreté|%|mean",
            "absence_percent|%|mean",
            "Rate per 100|/100|mean",
            "财政收入|元/人|mean",
        ]
    );
    // The title of the only indicator.
    let text = "Variável - Produto Interno Bruto a preços correntes (Mil Reais)\nCód.;Município;2020;2021\n\
        1100015;Alta Floresta;8506503;9791898\n1100023;Ariquemes;139473;5608289\n1100031;Cabixi;1484849;1660844\n";
    assert_eq!(
        indicators(text),
        ["Produto Interno Bruto a preços correntes|Mil Reais|mean"]
    );
}

#[test]
fn what_stands_before_a_year_in_brackets_goes_with_it() {
    let text = "Area,Population figures (mid-2021),Population figures (mid-2022)\nA,585030,586030\nB,385030,386030\n";
    check(
        "t.csv",
        text,
        &[
            "A|Population figures|2021|585030",
            "A|Population figures|2022|586030",
            "B|Population figures|2021|385030",
            "B|Population figures|2022|386030",
        ],
    );
}

// ---- cells ----------------------------------------------------------------------------------------

#[test]
fn cells_carry_the_sign_that_their_row_states() {
    let text = "County profile 2022\nIndicator,Autauga County,Baldwin County\nPopulation,22194,11762\nHouseholds,9844,5822\n\
        Median household income ($),\"$32,945\",\"$62,750\"\nPersons in poverty,6122,2807\n";
    check(
        "t.csv",
        text,
        &[
            "Autauga County|Households|2022|9844",
            "Autauga County|Median household income|2022|32945",
            "Autauga County|Persons in poverty|2022|6122",
            "Autauga County|Population|2022|22194",
            "Baldwin County|Households|2022|5822",
            "Baldwin County|Median household income|2022|62750",
            "Baldwin County|Persons in poverty|2022|2807",
            "Baldwin County|Population|2022|11762",
        ],
    );
    // Where it states none, that of its numbers is their unit.
    let bare = text.replace("income ($)", "income");
    assert_eq!(faults("t.csv", &bare), [""; 0]);
    // A sign that it does not state, or that not all of them carry, is of another figure.
    let other = text.replace("income ($)", "income (€)");
    assert_eq!(faults("t.csv", &other).len(), 2);
    let some = bare.replace("\"$62,750\"", "\"62,750\"");
    assert_eq!(faults("t.csv", &some).len(), 1);
}

#[test]
fn parentheses_around_a_share_are_a_mark() {
    let text = "District,Year,Births (%),Change in births (%)\nAraria,2021,51.2,2.5\nArwal,2021,43.6,(1.5)\nBanka,2021,(71.4),(2.1)\n";
    check(
        "t.csv",
        text,
        &[
            "Araria|Births|2021|51.2",
            "Araria|Change in births|2021|2.5",
            "Arwal|Births|2021|43.6",
            "Arwal|Change in births|2021|-1.5",
            "Banka|Births|2021|71.4",
            "Banka|Change in births|2021|-2.1",
        ],
    );
    check(
        "t.csv",
        "county,year,rate\nA,2021,11.9 (Unreliable)\nB,2021,12.5\nC,2021,13.1\n",
        &["A|rate|2021|11.9", "B|rate|2021|12.5", "C|rate|2021|13.1"],
    );
}

// ---- periods ------------------------------------------------------------------------------------

#[test]
fn months_above_what_is_counted_in_them() {
    let text = "2024年1-2月城市管理案件月报,,,,\n街道,1月,,2月,\n,受理数(件),办结数(件),受理数(件),办结数(件)\n\
        朝阳门街道,769,737,569,568\n建国门街道,427,390,405,403\n东华门街道,484,474,262,257\n";
    check(
        "t.csv",
        text,
        &[
            "东华门街道|办结数|2024-01|474",
            "东华门街道|办结数|2024-02|257",
            "东华门街道|受理数|2024-01|484",
            "东华门街道|受理数|2024-02|262",
            "建国门街道|办结数|2024-01|390",
            "建国门街道|办结数|2024-02|403",
            "建国门街道|受理数|2024-01|427",
            "建国门街道|受理数|2024-02|405",
            "朝阳门街道|办结数|2024-01|737",
            "朝阳门街道|办结数|2024-02|568",
            "朝阳门街道|受理数|2024-01|769",
            "朝阳门街道|受理数|2024-02|569",
        ],
    );
    // Of a year of another kind a quarter is none of the calendar's.
    let text = "Area,Q1 2022/23,Q2 2022/23\nAshford,380,530\nDartford,240,940\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert!(
        recipe.columns[1..]
            .iter()
            .all(|it| it.figure().unwrap().period.is_none())
    );
}

#[test]
fn years_of_two_digits_before_what_is_counted() {
    let text = "CODGEO;LIBGEO;P20_POP;P14_POP;P20_LOG\n01001;Abergement;2220;7859;3861\n01002;Varey;6886;7149;2607\n";
    check(
        "t.csv",
        text,
        &[
            "01001 Abergement|P_LOG|2020|3861",
            "01001 Abergement|P_POP|2014|7859",
            "01001 Abergement|P_POP|2020|2220",
            "01002 Varey|P_LOG|2020|2607",
            "01002 Varey|P_POP|2014|7149",
            "01002 Varey|P_POP|2020|6886",
        ],
    );
    // Q01_a and Q02_b are questions.
    let text = "area;Q01_a;Q02_b;Q03_c\nA;1;2;3\nB;4;5;6\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert!(
        recipe.columns[1..]
            .iter()
            .all(|it| it.figure().unwrap().period.is_none())
    );
}

#[test]
fn a_mark_in_brackets_behind_a_short_year_is_of_the_figures() {
    let text = "Area Code,Area Title,Period,Unemployed\nCN01001,Autauga,Sep-23,1153\nCN01001,Autauga,Oct-23(p),1971\n\
        CN01003,Baldwin,Sep-23,1533\nCN01003,Baldwin,Oct-23(p),2083\n";
    check(
        "t.csv",
        text,
        &[
            "CN01001 Autauga|Unemployed|2023-09|1153",
            "CN01001 Autauga|Unemployed|2023-10|1971",
            "CN01003 Baldwin|Unemployed|2023-09|1533",
            "CN01003 Baldwin|Unemployed|2023-10|2083",
        ],
    );
}

// ---- names --------------------------------------------------------------------------------------

#[test]
fn a_list_of_what_was_asked_for_names_the_indicator() {
    let text = "annual population survey\n\ndate,Jan 2023-Dec 2023\nvariable,Employment rate - aged 16-64\n\n\
        local authority,mnemonic,numerator,denominator\nHartlepool,E06000001,55800,72900\nMiddlesbrough,E06000002,71200,93000\n\
        Darlington,E06000005,45200,58500\n";
    assert_eq!(
        indicators(text),
        ["Employment rate - aged 16-64|%|proportion"]
    );
    let text = "PIP Cases with Entitlement from 2019\nMonth by National - Regional - LA - OAs\nCounting: PIP Cases with Entitlement\n\n\
        ,Jan-23,Feb-23,Mar-23\nHartlepool,8585,5053,6807\nMiddlesbrough,7423,5909,6484\nDarlington,4490,7142,8470\n";
    assert_eq!(indicators(text), ["PIP Cases with Entitlement||count"]);
    let text = "各街道养老机构床位数（单位：张）\n街道,2022年,2023年\n朝阳门街道,287,160\n建国门街道,337,127\n东华门街道,114,456\n";
    assert_eq!(indicators(text), ["养老机构床位数|张|count"]);
}

#[test]
fn who_is_counted_is_no_measure() {
    let text = "area,year,Below poverty level,Lives rent free,Median rent\nA,2021,1520,320,710\nB,2021,2520,420,820\nC,2021,3520,520,930\n";
    assert_eq!(
        indicators(text),
        [
            "Below poverty level||count",
            "Lives rent free||count",
            "Median rent||mean"
        ]
    );
}

// ---- codes and names of areas -------------------------------------------------------------------

#[test]
fn codes_and_names_that_stand_one_for_one_are_of_the_area() {
    let text = "Kod;Nazwa;bezrobotni 2021;bezrobotni 2022\n0201000;Powiat bolesławiecki;3407;3300\n\
        0202000;Powiat dzierżoniowski;4743;4600\n0203000;Powiat głogowski;4349;4200\n";
    assert_eq!(roles(text), "area-code area-name figure figure");
    let text = "v4_0,Time,administrative-geography,Geography\n72717,2021,E06000001,Hartlepool\n82882,2021,E06000002,Middlesbrough\n\
        90745,2021,E06000003,Redcar\n";
    assert!(
        roles(text).ends_with("area-code area-name"),
        "{}",
        roles(text)
    );
    let text = "FeatureCode,FeatureName,DateCode,Value\nS12000033,Aberdeen City,2021,96.5\nS12000034,Aberdeenshire,2021,89.0\n\
        S12000041,Angus,2021,93.6\n";
    assert_eq!(roles(text), "area-code area-name period figure");
    // Figures are no codes, whatever their length; nor are numbers with their letter.
    let text = "Country,1990,2000,2010\nEthiopia,51.6M,66.2M,87.6M\nKenya,23.4M,31.1M,42.0M\nUganda,17.4M,24.0M,32.4M\n";
    assert_eq!(roles(text), "area-name figure figure figure");
    let text = "city,a,b\nAa,123456,223456\nBb,323456,423456\nCc,523456,623456\n";
    assert_eq!(roles(text), "area-name figure figure");
}

#[test]
fn a_number_of_its_own_for_each_county_is_nothing_above_it() {
    let text = "LAUS Area Code,State FIPS Code,County FIPS Code,Area Title,Year,Unemployed\n\
        CN0100100000000,01,001,\"Autauga County, AL\",2023,1153\nCN0100300000000,01,003,\"Baldwin County, AL\",2023,1533\n\
        CN0100500000000,01,005,\"Barbour County, AL\",2023,531\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_eq!(recipe.columns[2].role, ColumnRole::Ignored);
    let column = "County FIPS Code".to_string();
    assert!(remarks("t.csv", text).contains(&Remark::ColumnAside { column }));
}
