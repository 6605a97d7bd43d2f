//! What the columns of tables are that nobody here wrote: which is the area, what it lies in, which codes
//! belong to it, what names the indicator. Each stands for a form met in public files; the figures are made
//! up.

use crate::support::own::{check, faults, recipe_of, refused, remarks, roles, told};
use zhishe::intake::{ColumnRole, Remark};
use zhishe::model::Severity;

fn is_aside(text: &str, column: &str) -> bool {
    let column = column.to_string();
    remarks("t.csv", text).contains(&Remark::ColumnAside { column })
}

// ---- figures are no codes -----------------------------------------------------------------------

#[test]
fn what_is_counted_left_of_the_names_is_no_code() {
    check(
        "t.csv",
        "population,municipality,year,rate\n1775,Aa,2020,5.1\n2055,Bb,2020,6.2\n3000,Cc,2020,4.3\n",
        &[
            "Aa|population|2020|1775",
            "Aa|rate|2020|5.1",
            "Bb|population|2020|2055",
            "Bb|rate|2020|6.2",
            "Cc|population|2020|3000",
            "Cc|rate|2020|4.3",
        ],
    );
    assert_eq!(
        roles(
            "人口,街道,年份,户数\n17750,东街道,2020,510\n20550,西街道,2020,622\n30001,南街道,2020,843\n"
        ),
        "figure area-name year figure"
    );
    // The only numbers are what the table is about, whatever they are called.
    assert_eq!(
        roles("b01,name,year\n1775,Tract x,2020\n2055,Tract y,2020\n3000,Tract z,2020\n"),
        "figure area-name year"
    );
}

// ---- levels -------------------------------------------------------------------------------------

#[test]
fn towns_of_one_name_in_several_states_are_several_areas() {
    let text = "State,City,Year,Pop\nIL,Springfield,2020,1\nIL,Chicago,2020,2\nMA,Springfield,2020,3\n\
        MA,Boston,2020,4\nMO,Springfield,2020,5\n";
    check(
        "t.csv",
        text,
        &[
            "IL/Chicago Chicago|Pop|2020|2",
            "IL/Springfield Springfield|Pop|2020|1",
            "MA/Boston Boston|Pop|2020|4",
            "MA/Springfield Springfield|Pop|2020|3",
            "MO/Springfield Springfield|Pop|2020|5",
        ],
    );
    // Even where all have one name.
    let text = "State,City,Year,Pop\nIL,Springfield,2020,1\nMA,Springfield,2020,3\n";
    assert_eq!(roles(text), "parent-name area-name year figure");
    let text = "Departamento,Municipio,Año,Población\nAntioquia,Armenia,2020,5\nQuindío,Armenia,2020,7\n\
        Antioquia,Barbosa,2020,8\nSantander,Barbosa,2020,9\n";
    assert_eq!(roles(text), "parent-name area-name year figure");
}

#[test]
fn every_level_above_tells_areas_apart() {
    check(
        "t.csv",
        "省,市,区,年份,人口\n江苏省,南京市,鼓楼区,2020,940\n江苏省,徐州市,鼓楼区,2020,810\n\
            福建省,福州市,鼓楼区,2020,670\n福建省,福州市,台江区,2020,410\n",
        &[
            "江苏省/南京市/鼓楼区 鼓楼区|人口|2020|940",
            "江苏省/徐州市/鼓楼区 鼓楼区|人口|2020|810",
            "福建省/福州市/台江区 台江区|人口|2020|410",
            "福建省/福州市/鼓楼区 鼓楼区|人口|2020|670",
        ],
    );
    // Counties of one name in two states, and cities in counties, whichever way the columns stand.
    let rows = [
        ["IL", "Greene", "Carrollton"],
        ["IL", "Greene", "White Hall"],
        ["MO", "Greene", "Republic"],
        ["MO", "Cole", "Jefferson"],
    ];
    for order in [[0, 1, 2], [2, 1, 0]] {
        let names = ["State", "County", "City"];
        let mut text = format!("{},Year,Rent\n", order.map(|at| names[at]).join(","));
        for (at, row) in rows.iter().enumerate() {
            let cells = order.map(|place| row[place]).join(",");
            text.push_str(&format!("{cells},2020,{at}\n"));
        }
        check(
            "t.csv",
            &text,
            &[
                "IL/Greene/Carrollton Carrollton|Rent|2020|0",
                "IL/Greene/White Hall White Hall|Rent|2020|1",
                "MO/Cole/Jefferson Jefferson|Rent|2020|3",
                "MO/Greene/Republic Republic|Rent|2020|2",
            ],
        );
    }
}

#[test]
fn levels_have_the_meaning_of_their_language() {
    let check_roles = |text: &str, expected: &str| assert_eq!(roles(text), expected, "{text}");
    let three = "area-above parent-name area-name year figure";
    check_roles(
        "Distrito,Concelho,Freguesia,Ano,Pop\nLisboa,Lisboa,Arroios,2021,33\n\
            Lisboa,Sintra,Agualva,2021,35\nPorto,Porto,Bonfim,2021,22\nPorto,Maia,Agualva,2021,12\n",
        three,
    );
    check_roles(
        "Región,Provincia,Distrito,Año,Población\nLima,Lima,Miraflores,2020,5\n\
            Lima,Huaral,Aucallama,2020,7\nArequipa,Arequipa,Miraflores,2020,8\n",
        three,
    );
    check_roles(
        "Bundesland,Landkreis,Gemeinde,Jahr,Einwohner\nBayern,Rosenheim,Neukirchen,2020,5\n\
            Bayern,Passau,Neukirchen,2020,6\nHessen,Fulda,Hilders,2020,7\n",
        three,
    );
    check_roles(
        "所在市,所在区,小区名称,年份,户数\n南京市,鼓楼区,阳光花园,2020,100\n南京市,玄武区,阳光花园,2020,120\n\
            徐州市,鼓楼区,阳光花园,2020,140\n",
        three,
    );
    check_roles(
        "省份,地市,区县,街道,社区,年份,户数\n甲省,乙市,丙区,和平街道,新村社区,2020,5\n\
            甲省,乙市,丁区,和平街道,新村社区,2020,6\n戊省,己市,丙区,和平街道,新村社区,2020,7\n",
        "area-above area-above area-above parent-name area-name year figure",
    );
    // A larger place that has nothing to do with the smaller is no place above.
    check_roles(
        "Borough,Country of birth,Year,People\nCamden,Poland,2021,10\nCamden,India,2021,20\n\
            Barnet,India,2021,30\nBarnet,Poland,2021,5\n",
        "area-name part-of-indicator year figure",
    );
    // Numbers of smaller places beside the larger are no names of those.
    assert_ne!(
        roles("Province,County,Year,Cases\nNorth,3,2021,10\nSouth,5,2021,20\nEast,8,2021,30\n"),
        "parent-name area-code year figure"
    );
}

// ---- codes in parts -----------------------------------------------------------------------------

#[test]
fn codes_of_levels_are_joined() {
    check(
        "t.csv",
        "STATE,COUNTY,STNAME,CTYNAME,POP2020,POP2021\n01,000,Alabama,Alabama,30,31\n\
            01,001,Alabama,Autauga County,10,11\n01,003,Alabama,Baldwin County,20,20\n\
            13,000,Georgia,Georgia,5,6\n13,001,Georgia,Appling County,5,6\n",
        &[
            "01 Alabama|POP|2020|30",
            "01 Alabama|POP|2021|31",
            "01001 Autauga County|POP|2020|10",
            "01001 Autauga County|POP|2021|11",
            "01003 Baldwin County|POP|2020|20",
            "01003 Baldwin County|POP|2021|20",
            "13 Georgia|POP|2020|5",
            "13 Georgia|POP|2021|6",
            "13001 Appling County|POP|2020|5",
            "13001 Appling County|POP|2021|6",
        ],
    );
    check(
        "t.csv",
        "state,county,tract,pop,year,name\n01,001,020100,1775,2020,Tract 201 Autauga\n\
            01,003,020100,3000,2020,Tract 201 Baldwin\n36,061,000100,4471,2020,Tract 1 New York\n",
        &[
            "01001020100 Tract 201 Autauga|pop|2020|1775",
            "01003020100 Tract 201 Baldwin|pop|2020|3000",
            "36061000100 Tract 1 New York|pop|2020|4471",
        ],
    );
    // Without names, and where the state is the same throughout.
    check(
        "t.csv",
        "state,county,year,pop\n01,001,2020,5\n01,003,2020,7\n",
        &["01001|pop|2020|5", "01003|pop|2020|7"],
    );
    // Codes of no one length keep apart: 1 and 11 is not 11 and 1.
    check(
        "t.csv",
        "state,county,year,pop\n1,11,2020,5\n11,1,2020,7\n1,1,2020,8\n11,11,2020,9\n",
        &[
            "1/11|pop|2020|5",
            "1/1|pop|2020|8",
            "11/11|pop|2020|9",
            "11/1|pop|2020|7",
        ],
    );
}

#[test]
fn a_whole_code_stays_as_it_is_written() {
    // The department is the start of the commune's code.
    check(
        "t.csv",
        "CODGEO;LIBGEO;REG;DEP;ANNEE;POP\n01001;Abergement;84;01;2019;779\n\
            01002;Varey;84;01;2019;256\n02004;Laon;32;02;2019;713\n",
        &[
            "01001 Abergement|POP|2019|779",
            "01002 Varey|POP|2019|256",
            "02004 Laon|POP|2019|713",
        ],
    );
}

// ---- codes of other things ----------------------------------------------------------------------

#[test]
fn codes_of_other_things_are_nothing_above() {
    let surveys = "Survey code,Area code,Area name,Year,Rate\nLFS01,E06000001,Hartlepool,2020,5.1\n\
        LFS01,E06000002,Middlesbrough,2020,6.1\nLFS01,E06000005,Darlington,2020,4.7\n";
    assert_eq!(roles(surveys), "ignored area-code area-name year figure");
    assert!(is_aside(surveys, "Survey code"));
    let powers = "REG_ID,Regions,Indicator,Year,PowerCode Code,Value\nAU1,New South Wales,Population,2018,3,7980\n\
        AU2,Victoria,Population,2018,3,6460\n";
    assert_eq!(
        roles(powers),
        "area-code area-name indicator year scale figure"
    );
    let crops = "Domain Code,Area Code (M49),Area,Item Code (CPC),Item,Year,Value\n\
        QCL,004,Afghanistan,0111,Wheat,2019,5\nQCL,008,Albania,0111,Wheat,2019,6\n";
    assert_eq!(
        roles(crops),
        "ignored area-code area-name ignored indicator year figure"
    );
    // Nor are they figures.
    let sexes = "Area code,Area name,sex_code,Sex,Year,x\nE1,A,1,F,2020,1.5\nE1,A,2,M,2020,2.5\n\
        E2,B,1,F,2020,3.5\nE2,B,2,M,2020,4.5\n";
    assert!(is_aside(sexes, "sex_code"));
    // The code of what lies in the place is not the place's, but that of the school.
    let schools = "School code,School name,Municipality,Year,Pupils\n1001,Alpha,North,2020,100\n\
        1002,Beta,North,2020,230\n1003,Gamma,South,2020,170\n";
    assert_eq!(
        roles(schools),
        "area-code area-name parent-name year figure"
    );
}

#[test]
fn sums_in_the_column_of_smaller_places_are_those_of_the_larger() {
    check(
        "t.csv",
        "Region,Country,Year,x\nTotal,Total,2020,30\nAsia,Total,2020,20\nAsia,China,2020,12\n\
            Asia,Japan,2020,8\nEurope,Total,2020,10\nEurope,France,2020,10\n",
        &[
            "Asia/China China|x|2020|12",
            "Asia/Japan Japan|x|2020|8",
            "Asia|x|2020|20",
            "Europe/France France|x|2020|10",
            "Europe|x|2020|10",
            "Total|x|2020|30",
        ],
    );
}

#[test]
fn codes_that_are_whole_at_every_level_stay_apart() {
    let text = "LSOA code,LSOA name,MSOA code,MSOA name,LAD code,LAD name,Year,x\n\
        E01000001,City 001A,E02000001,City 001,E09000001,City of London,2020,5\n\
        E01000002,City 001B,E02000001,City 001,E09000001,City of London,2020,6\n\
        E01000007,Barking 015A,E02000017,Barking 015,E09000002,Barking,2020,7\n";
    assert_eq!(
        roles(text),
        "area-code area-name parent-code parent-name ignored ignored year figure"
    );
    assert!(is_aside(text, "LAD name"));
}

#[test]
fn a_number_with_a_dash_in_its_place_is_still_the_code() {
    check(
        "t.csv",
        "LA Number,LA / Region,2018,2019\n840,County Durham,12.5,11.2\n841,Darlington,14.5,13.2\n\
            -,North East,15.0,14.0\n970,England,13.0,12.5\n",
        &[
            "840 County Durham|t|2018|12.5",
            "840 County Durham|t|2019|11.2",
            "841 Darlington|t|2018|14.5",
            "841 Darlington|t|2019|13.2",
            "970 England|t|2018|13",
            "970 England|t|2019|12.5",
            "North East|t|2018|15",
            "North East|t|2019|14",
        ],
    );
}

#[test]
fn words_for_how_places_are_settled_are_no_names() {
    check(
        "t.csv",
        "Country or Area,Year,Area,Value\nÅland,2021,Total,30\nÅland,2021,Urban,12\nÅland,2021,Rural,18\n\
            Albania,2021,Total,28\nAlbania,2021,Urban,17\nAlbania,2021,Rural,11\n",
        &[
            "Albania|t|2021|Rural|11",
            "Albania|t|2021|Urban|17",
            "Albania|t|2021||28",
            "Åland|t|2021|Rural|18",
            "Åland|t|2021|Urban|12",
            "Åland|t|2021||30",
        ],
    );
}

// ---- names beside codes -------------------------------------------------------------------------

#[test]
fn headings_of_several_words_name_places() {
    // The state's name has several codes, and the county's stands in several states.
    check(
        "t.csv",
        "Year,StateDesc,LocationName,LocationID,Value\n2021,Alabama,Autauga,01001,1\n\
            2021,Alabama,Jackson,01071,2\n2021,Florida,Jackson,12063,3\n2021,Georgia,Jackson,13157,4\n",
        &[
            "01001 Autauga|t|2021|1",
            "01071 Jackson|t|2021|2",
            "12063 Jackson|t|2021|3",
            "13157 Jackson|t|2021|4",
        ],
    );
    assert_eq!(
        roles("area_code,全国・都道府県,年,x\n01000,北海道,2020,1\n02000,青森県,2020,2\n"),
        "area-code area-name year figure"
    );
    let wales = "Data,Area_Code,Area_ItemName_ENG,Year,Measure_ItemName_ENG\n\
        24.5,W06000001,Anglesey,2019,Homes let\n22.1,W06000002,Gwynedd,2019,Homes let\n";
    assert_eq!(roles(wales), "figure area-code area-name year indicator");
    let towns = "fips2010,areaname,state_alpha,2020,county_town_name\n0100199999,Montgomery MSA,AL,7,Autauga\n\
        2300105180,Lewiston MSA,ME,8,Durham town\n2300119105,Lewiston MSA,ME,9,Lisbon town\n";
    assert_eq!(
        roles(towns),
        "area-code parent-name ignored figure area-name"
    );
    // A number in the heading says of which register, and the finer of two levels is the area.
    let small = "LSOA2011,Ward2021 name,Year,x\nE01000001,Aldersgate,2020,1\nE01000002,Barbican,2020,2\n\
        E01000003,Cripplegate,2020,3\n";
    assert_eq!(roles(small), "area-code parent-name year figure");
    let regions = "GeoFIPS,GeoName,Region,Year,x\n00000,United States,,2020,9\n01001,Autauga,5,2020,2\n\
        51901,Albemarle,5,2020,3\n";
    assert_eq!(
        roles(regions),
        "area-code area-name parent-code year figure"
    );
    // Notes about a country are none.
    let notes = "Country,Country/Series-specific Notes,Year,x\nA,Source: NSO,2020,1\nA,Source: UN,2021,2\n\
        B,Source: IMF,2020,3\n";
    assert_eq!(roles(notes), "area-name ignored year figure");
    assert!(is_aside(notes, "Country/Series-specific Notes"));
}

#[test]
fn numbered_wards_beside_the_whole_city() {
    check(
        "t.csv",
        "Ward,2021,2022\n1,117,119\n2,293,301\n3,88,90\nCitywide,498,510\n",
        &[
            "1|t|2021|117",
            "1|t|2022|119",
            "2|t|2021|293",
            "2|t|2022|301",
            "3|t|2021|88",
            "3|t|2022|90",
            "Citywide|t|2021|498",
            "Citywide|t|2022|510",
        ],
    );
}

#[test]
fn numbers_with_a_range_are_no_areas() {
    let text = "Label (Grouping),Autauga!!Estimate,Autauga!!Margin of Error,Year\n\
        Male:,28663,±75,2020\nFemale:,30098,±79,2020\nOther:,12,±3,2020\n";
    assert_eq!(roles(text), "indicator figure ignored year");
}

// ---- what names the indicator -------------------------------------------------------------------

#[test]
fn what_is_measured_names_the_indicator_and_not_its_unit() {
    check(
        "t.csv",
        "Area,Year,Topic of statistics,Unit,Value\nA,2022,Employment,Persons,245300\n\
            A,2022,Unemployment rate,Percentage,5.6\nB,2022,Employment,Persons,85100\n\
            B,2022,Unemployment rate,Percentage,6.6\n",
        &[
            "A|Employment|2022|245300",
            "A|Unemployment rate|2022|5.6",
            "B|Employment|2022|85100",
            "B|Unemployment rate|2022|6.6",
        ],
    );
    check(
        "t.csv",
        "Area,Item,Element,Unit,2019,Flag\nA,Wheat,Area harvested,ha,23,X\nA,Wheat,Production,t,48,Y\n\
            B,Wheat,Area harvested,ha,57,X\nB,Wheat,Production,t,33,X\n",
        &[
            "A|Wheat · Area harvested|2019|23",
            "A|Wheat · Production|2019|48",
            "B|Wheat · Area harvested|2019|57",
            "B|Wheat · Production|2019|33",
        ],
    );
    // A flag parts the rows no less, and says nothing of what they are.
    let flags = "Area,Year,Recent trend,Kind of case,x\nA,2020,Up,New,1\nA,2020,Down,Old,2\n\
        B,2020,Up,New,3\nB,2020,Down,Old,4\n";
    assert_eq!(
        roles(flags),
        "area-name year ignored part-of-indicator figure"
    );
}

#[test]
fn numbers_that_stand_for_words_are_no_figures() {
    let sexes = "Territorio,SEXISTAT1,Sesso,TIME,Value\nA,9,totale,2022,6.5\nA,1,maschi,2022,5.7\n\
        B,9,totale,2022,7.4\nB,1,maschi,2022,6.8\n";
    assert!(is_aside(sexes, "SEXISTAT1"));
    let flags = "County,Year,Clustered (Yes=1/No=0),x\nA,2020,1,5.5\nB,2020,0,6.5\nC,2020,1,7.5\n";
    assert!(is_aside(flags, "Clustered (Yes=1/No=0)"));
    check(
        "t.csv",
        "area,year,sex,agegrp,n\nA,2021,1,1,100\nA,2021,2,1,110\nA,2021,1,2,400\nA,2021,2,2,390\n",
        &[
            "A|n · 1 · 1|2021|100",
            "A|n · 1 · 2|2021|400",
            "A|n · 2 · 1|2021|110",
            "A|n · 2 · 2|2021|390",
        ],
    );
    // Figures beside words that happen to go with them are figures.
    let homes = "Area,Year,Type,Homes\nA,2020,Flat,300\nA,2020,House,200\nB,2020,Flat,300\n\
        B,2020,House,200\n";
    assert!(roles(homes).ends_with("figure"));
    assert!(faults("t.csv", homes).is_empty());
}

#[test]
fn what_cannot_be_told_apart_is_told() {
    // One county twice in one year: neither is used.
    let twice = "STATE,COUNTY,year,x\n01,001,2020,1\n01,001,2020,2\n01,003,2020,3\n";
    assert_eq!(faults("t.csv", twice).len(), 1);
    assert!(told("t.csv", twice, Severity::Note).is_empty());
    assert_eq!(
        refused("t.csv", b"item code,area\n101,A\n102,B\n"),
        "no-numbers"
    );
}

#[test]
fn rows_are_told_apart_before_a_period_is_named() {
    let text = "State,District,Level,Name,TRU,Persons\n35,000,STATE,Andaman,Total,12\n\
        35,000,STATE,Andaman,Rural,8\n35,000,STATE,Andaman,Urban,4\n35,638,DISTRICT,Nicobars,Total,12\n\
        35,638,DISTRICT,Nicobars,Rural,8\n35,638,DISTRICT,Nicobars,Urban,4\n";
    assert_eq!(
        roles(text),
        "parent-code code-within ignored area-name dimension figure"
    );
    // The row of the state is called by its name, though its district is zeros.
    check(
        "2011.csv",
        text,
        &[
            "35 Andaman|Persons|2011|Rural|8",
            "35 Andaman|Persons|2011|Urban|4",
            "35 Andaman|Persons|2011||12",
            "35638 Nicobars|Persons|2011|Rural|8",
            "35638 Nicobars|Persons|2011|Urban|4",
            "35638 Nicobars|Persons|2011||12",
        ],
    );
    // What may be a time that was not read is no part of an indicator.
    assert_eq!(
        roles("Area,Stage,x\nA,wave 7,1\nA,wave 8,2\nB,wave 7,3\nB,wave 8,4\n"),
        "area-name ignored figure"
    );
}

#[test]
fn one_word_in_some_rows_parts_them_from_those_without() {
    let text = "Area,Sex,Category,Year,Compared to England,Value\nA,Male,,2020,Better,1\n\
        A,Male,Most deprived,2020,Worse,2\nB,Male,,2020,Better,3\n";
    check(
        "t.csv",
        text,
        &["A|Most deprived|2020|2", "A|t|2020|1", "B|t|2020|3"],
    );
}

#[test]
fn counties_of_one_name_in_several_states_are_named_by_it() {
    // Three counties in each of four states, of which two have the same names everywhere.
    let mut text = String::from("FIPS,County,State,Year,Deaths\n");
    for (state, name) in ["AL", "IA", "OH", "PA"].into_iter().enumerate() {
        for (at, county) in ["Adams County", "Clay County", "Polk County"]
            .into_iter()
            .enumerate()
        {
            text += &format!(
                "{:02}{:03},{county},{name},2023,{}\n",
                state + 1,
                at * 2 + 1,
                state * 7 + at * 3 + 5
            );
        }
    }
    let found = recipe_of("t.csv", text.as_bytes());
    let roles = [0, 1].map(|at| &found.recipe.columns[at].role);
    assert_eq!(roles, [&ColumnRole::AreaCode, &ColumnRole::AreaName]);
    // Tracts are not named by the county that they lie in.
    let mut text = String::from("GEOID,County,State,Year,Households\n");
    for at in 0..24 {
        text += &format!(
            "0100{}{:06},{},AL,2023,{}\n",
            at / 8 + 1,
            at * 100,
            ["Adams", "Clay", "Polk"][at / 8],
            700 + at * 31
        );
    }
    let found = recipe_of("t.csv", text.as_bytes());
    let roles = [0, 1].map(|at| &found.recipe.columns[at].role);
    assert_eq!(roles, [&ColumnRole::AreaCode, &ColumnRole::ParentName]);
}
