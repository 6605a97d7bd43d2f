//! Which column, or which part of the header, says of which area the figures are, in tables that nobody here
//! wrote; and what these lie in. Each stands for a form met in public files; the figures are made up.

use crate::support::own::{check, faults, recipe_of, remarks, roles, take, told};
use zhishe::intake::{HoldSign, Recipe, Remark};
use zhishe::model::Severity;

#[track_caller]
fn check_roles(text: &str, expected: &str) {
    assert_eq!(roles(text), expected, "{text}");
}

/// Each area with its level and what it lies in.
fn areas(text: &str) -> String {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = take("t.csv", text.as_bytes(), &recipe, 7).unwrap();
    let told = package.areas.iter().map(|(_, area)| {
        let level = &package.descriptor.levels[usize::from(area.level.0)];
        let above = area.parent.map(|it| package.areas.get(it).code.clone());
        format!("{} {level} {}", area.code, above.unwrap_or_default())
    });
    let told: Vec<String> = told.map(|it| it.trim_end().to_string()).collect();
    told.join(", ")
}

#[track_caller]
fn check_areas(text: &str, expected: &str) {
    assert_eq!(areas(text), expected, "{text}");
    assert_eq!(faults("t.csv", text), [""; 0], "{text}");
}

// ---- codes and names of the same places ---------------------------------------------------------

#[test]
fn areas_that_are_fewer_than_the_categories_beside_them() {
    check(
        "t.csv",
        "Lower tier local authorities Code,Lower tier local authorities,Age (3 categories) Code,\
            Age (3 categories),Year,Observation\nE06000001,Hartlepool,1,Under 16,2021,17\n\
            E06000001,Hartlepool,2,16 to 64,2021,57\nE06000001,Hartlepool,3,Over 64,2021,18\n\
            E06000002,Middlesbrough,1,Under 16,2021,29\nE06000002,Middlesbrough,2,16 to 64,2021,91\n\
            E06000002,Middlesbrough,3,Over 64,2021,23\n",
        &[
            "E06000001 Hartlepool|16 to 64|2021|57",
            "E06000001 Hartlepool|Over 64|2021|18",
            "E06000001 Hartlepool|Under 16|2021|17",
            "E06000002 Middlesbrough|16 to 64|2021|91",
            "E06000002 Middlesbrough|Over 64|2021|23",
            "E06000002 Middlesbrough|Under 16|2021|29",
        ],
    );
    let of = |heading: &str| {
        format!(
            "{heading} Code,{heading},Sex (2 categories) Code,Sex (2 categories),Year,Observation\n\
                A1,Alpha,1,Female,2021,1\nA1,Alpha,2,Male,2021,2\nB2,Bravo,1,Female,2021,3\n\
                B2,Bravo,2,Male,2021,4\nC3,Charlie,1,Female,2021,5\nC3,Charlie,2,Male,2021,6\n"
        )
    };
    for heading in [
        "Countries",
        "Regions",
        "Upper tier local authorities",
        "Westminster Parliamentary constituencies",
        "Output Areas",
        // What no list knows has its name in the column of the same heading.
        "Health Board Localities",
    ] {
        let expected = "area-code area-name ignored part-of-indicator year figure";
        check_roles(&of(heading), expected);
    }
    // Of two codes of what no list knows the first is the area's, though it has fewer; that is told.
    let zones = "Sanitary zone code,Sanitary zone,Cause code,Cause,Year,Deaths\nZ1,Am,C1,Flu,2021,1\n\
            Z1,Am,C2,Fall,2021,2\nZ1,Am,C3,Fire,2021,3\nZ2,Bo,C1,Flu,2021,4\nZ2,Bo,C2,Fall,2021,5\n\
            Z2,Bo,C3,Fire,2021,6\n";
    check_roles(
        zones,
        "area-code area-name ignored part-of-indicator year figure",
    );
    let column = "Sanitary zone code".to_string();
    assert!(remarks("t.csv", zones).contains(&Remark::AreaByContent { column }));
}

#[test]
fn the_finest_of_several_codes_by_their_headings() {
    let tracts = "Borough,Year,FIPS County Code,NTA Code,NTA Name,Population\nBronx,2010,005,BX01,Claremont,310\n\
        Bronx,2010,005,BX03,Eastchester,345\nBrooklyn,2010,047,BK09,Heights,205\n";
    check_roles(
        tracts,
        "parent-name year parent-code area-code area-name figure",
    );
    check_areas(
        tracts,
        "BX01 area 005, 005 region, BX03 area 005, BK09 area 047, 047 region",
    );
    // Each column holds a part of the code of the area, and none of them a figure.
    check_roles(
        "ZEIT;RAUMID;BEZ;PGR;BZR;PLR;E_E\n201512;01011101;01;01;11;01;2877\n201512;01011102;01;01;11;02;984\n\
            201512;02010101;02;01;01;01;3412\n",
        "period area-code parent-code ignored ignored ignored figure",
    );
    // What a column is of is said in another one.
    let zips = "RegionID,RegionName,RegionType,StateName,State,City,CountyName,2023-10-31,2023-11-30\n\
        91982,77494,zip,TX,TX,Katy,Fort Bend County,4974.5,4958.5\n\
        91989,77450,zip,TX,TX,Katy,Fort Bend County,4011.5,4019.25\n\
        91996,77479,zip,TX,TX,Sugar Land,Fort Bend County,4022.5,4029.25\n";
    check_roles(
        zips,
        "ignored area-code ignored ignored ignored parent-name ignored figure figure",
    );
    check_areas(
        zips,
        "77494 area Katy, Katy region, 77450 area Katy, 77479 area Sugar Land, Sugar Land region",
    );
}

#[test]
fn names_beside_codes_are_theirs() {
    check_roles(
        "LGA code,Local Government Area,2021,2022\n10050,Albury,56036,56665\n10180,Armidale,29218,29331\n\
            10250,Ballina,46190,46850\n",
        "area-code area-name figure figure",
    );
    check_roles(
        "Departamento;Municipio;Código DANE;Año;Hombres\nAntioquia;Medellín;05001;2022;116\n\
            Antioquia;Abejorral;05002;2022;98\nCundinamarca;Soacha;25754;2022;310\n",
        "parent-name area-name area-code year figure",
    );
    check_roles(
        "Code IRIS;Libellé;Année;Ménages\n751010101;Auxerrois 1;2020;945\n751010102;Auxerrois 2;2020;186\n\
            751010201;Halles 1;2020;2350\n",
        "area-code area-name year figure",
    );
    // The numbering in use stands, whichever comes first.
    check_roles(
        "time_period,old_la_code,new_la_code,la_name,schools\n2022,841,E06000005,Darlington,41\n\
            2022,805,E06000001,Hartlepool,38\n2022,806,E06000002,Middlesbrough,50\n",
        "year ignored area-code area-name figure",
    );
    // The name of what the area lies in is not its own.
    check_roles(
        "LSOA code,Ward name,Year,Score\nE01000001,Aldersgate,2019,6.2\nE01000002,Barbican,2019,5.1\n\
            E01000003,Cripplegate,2019,4.9\n",
        "area-code parent-name year figure",
    );
    // Nor is a class or an answer.
    let beside = |column: &str| {
        format!(
            "area_code,{column},Year,Score\nE01000001,Yes,2019,6.2\nE01000002,No,2019,5.1\n\
                E01000003,Unknown,2019,4.9\n"
        )
    };
    for column in ["Category", "Remark", "Pupils"] {
        assert!(!roles(&beside(column)).contains("area-name"), "{column}");
    }
}

#[test]
fn of_columns_that_no_list_knows_the_first_names_the_areas() {
    let is_told = |text: &str, column: &str| {
        let column = column.to_string();
        remarks("t.csv", text).contains(&Remark::AreaByContent { column })
    };
    let causes = "Zone sanitaire,Cause de décès,Année,Décès\nAm,Grippe,2021,1\nAm,Chute,2021,2\n\
        Am,Feu,2021,3\nBo,Grippe,2021,4\nBo,Chute,2021,5\nBo,Feu,2021,6\n";
    check_roles(causes, "area-name part-of-indicator year figure");
    assert!(is_told(causes, "Zone sanitaire"));
    let offences = "Fire service,Statute code,Statute,Year,Count\nAvon,8N,Assault,2021,100\n\
        Avon,30C,Burglary,2021,110\nKent,8N,Assault,2021,120\nKent,30C,Burglary,2021,130\n";
    check_roles(offences, "area-name ignored part-of-indicator year figure");
    assert!(is_told(offences, "Fire service"));
    // What lies in the first is finer.
    let forces = "Fire service,Station,Year,Count\nAvon,Bath,2021,100\nAvon,Wells,2021,110\nKent,Deal,2021,120\n\
        Avon,Bath,2022,101\nAvon,Wells,2022,111\nKent,Deal,2022,121\n";
    assert!(is_told(forces, "Station"));
    check_roles(
        "Codi_Districte,Nom_Districte,Codi_Barri,Nom_Barri,Any,Nombre\n1,Ciutat Vella,1,Raval,2021,100\n\
            1,Ciutat Vella,2,Gòtic,2021,110\n2,Eixample,5,Pienc,2021,120\n2,Eixample,6,Sagrada,2021,130\n",
        "parent-code parent-name code-within area-name period figure",
    );
}

#[test]
fn codes_that_a_program_took_for_numbers() {
    let text =
        "fips,county,year,x\n1001.0,Autauga,2020,1\n1003.0,Baldwin,2020,2\n48301.0,Loving,2020,3\n";
    check(
        "t.csv",
        text,
        &[
            "1001 Autauga|x|2020|1",
            "1003 Baldwin|x|2020|2",
            "48301 Loving|x|2020|3",
        ],
    );
    let notes = told("t.csv", text, Severity::Note);
    assert_eq!(notes[0], "2 fips “1001.0” name-read");
}

#[test]
fn numbers_that_count_places_of_two_levels_are_two() {
    let text = "State Code,State Name,District Code,District Name,Year,Population\n1,Alpha,1,Kup,2020,100\n\
        1,Alpha,2,Bad,2020,110\n2,Beta,3,Cha,2020,120\n2,Beta,4,Kan,2020,130\n";
    check_areas(
        text,
        "1/1 area 1, 1 region, 1/2 area 1, 2/3 area 2, 2 region, 2/4 area 2",
    );
    // Zeros at the start tell them apart, and none were lost.
    check_areas(
        "State Code,State Name,District Code,District Name,Year,Population\n01,Alpha,001,Kup,2020,100\n\
            01,Alpha,003,Bad,2020,110\n02,Beta,023,Cha,2020,120\n02,Beta,024,Kan,2020,130\n\
            02,Beta,002,Lah,2020,140\n",
        "001 area 01, 01 region, 003 area 01, 023 area 02, 02 region, 024 area 02, 002 area 02",
    );
    // In one column they were.
    let lost = "Area code,Year,x\n01,2020,1\n02,2020,2\n1,2021,3\n";
    assert_eq!(faults("t.csv", lost), ["4 Area code “1” lost-zeros"]);
    // A code of one register may stand in both.
    check_areas(
        "Area code,Area name,Region code,Year,x\n110000,All,110000,2020,10\n110101,East,110000,2020,7\n\
            110102,West,110000,2020,3\n",
        "110000 whole, 110101 area 110000, 110102 area 110000",
    );
}

#[test]
fn the_row_of_a_state_is_the_state_of_its_counties() {
    check_areas(
        "State FIPS Code,County FIPS Code,5-digit FIPS Code,State Abbreviation,Name,Year,Rate\n\
            01,000,01000,AL,Alabama,2023,8.5\n01,001,01001,AL,Autauga County,2023,8.0\n\
            01,003,01003,AL,Baldwin County,2023,9.1\n02,000,02000,AK,Alaska,2023,7.1\n\
            02,013,02013,AK,Aleutians East,2023,7.5\n02,016,02016,AK,Aleutians West,2023,6.5\n",
        "01000 region, 01001 area 01000, 01003 area 01000, 02000 region, 02013 area 02000, \
         02016 area 02000",
    );
}

#[test]
fn one_region_with_figures_holds_no_other() {
    check_areas(
        "Region,Local Authority,Code,Year,x\nNorth East,Durham,E06000047,2020,50\nNorth East,Darlington,E06000005,2020,15\n\
            North East Total,,,2020,66\nLondon,Camden,E09000007,2020,10\n",
        "E06000047 area North East, North East region, E06000005 area North East, \
         E09000007 area London, London region",
    );
}

#[test]
fn precincts_are_areas_and_an_answer_is_none() {
    check(
        "t.csv",
        "Precinct,Year,Registered,Smith (DEM)\n0101,2022,1203,512\n0102,2022,980,301\nTotal,2022,2183,813\n",
        &[
            "0101|Registered|2022|1203",
            "0101|Smith (DEM)|2022|512",
            "0102|Registered|2022|980",
            "0102|Smith (DEM)|2022|301",
            "Total|Registered|2022|2183",
            "Total|Smith (DEM)|2022|813",
        ],
    );
    check_areas(
        "社区,小区名称,年份,户数,是否老旧小区\n光明社区,阳光花园,2022,860,否\n光明社区,邮电宿舍,2022,210,是\n\
            和平社区,和平里,2022,720,是\n和平社区,锦绣苑,2022,540,否\n",
        "光明社区/阳光花园 area 光明社区, 光明社区 region, 光明社区/邮电宿舍 area 光明社区, \
         和平社区/和平里 area 和平社区, 和平社区 region, 和平社区/锦绣苑 area 和平社区",
    );
}

// ---- areas across the header --------------------------------------------------------------------

#[test]
fn areas_stand_across_and_indicators_down() {
    let are_across = |text: &str| {
        let remarks = remarks("t.csv", text);
        let mut remarks = remarks.iter();
        remarks.any(|it| matches!(it, Remark::AreasAsColumns { .. }))
    };
    check(
        "t_2022.csv",
        "指标,单位,东街道,西街道,全区\n常住人口,人,451,512,963\n社区数,个,8,9,17\n",
        &[
            "东街道|常住人口|2022|451",
            "东街道|社区数|2022|8",
            "全区|常住人口|2022|963",
            "全区|社区数|2022|17",
            "西街道|常住人口|2022|512",
            "西街道|社区数|2022|9",
        ],
    );
    check(
        "t_2022.csv",
        "Topic,Characteristic,Mill North,Alderwood,Annex\nPeople,Population,291,120,305\n\
            Homes,Total private dwellings,93,47,181\n",
        &[
            "Alderwood|Population|2022|120",
            "Alderwood|Total private dwellings|2022|47",
            "Annex|Population|2022|305",
            "Annex|Total private dwellings|2022|181",
            "Mill North|Population|2022|291",
            "Mill North|Total private dwellings|2022|93",
        ],
    );
    let census = "Label (Grouping),\"Adams County, Ohio!!Estimate\",\"Adams County, Ohio!!Margin of Error\",\
        \"Allen County, Ohio!!Estimate\",\"Allen County, Ohio!!Margin of Error\"\nHouseholds,280,±75,113,±12\n\
        Families,160,±40,60,±9\n";
    assert!(are_across(census));
    let recipe = recipe_of("t.csv", census.as_bytes()).recipe;
    let named = recipe.columns.iter().filter_map(|it| it.figure());
    let named: Vec<&str> = named.map(|it| it.area.as_str()).collect();
    assert_eq!(named, ["Adams County, Ohio", "Allen County, Ohio"]);
    // What is counted stands across, or how, or of whom: of these nobody can say that they are places.
    for text in [
        "Characteristic,Population,Households,North share\nPeople in work,10,4,3\nPopulation aged 5,20,5,1\n",
        "Characteristic,Owned,Rented,Free\nPopulation,10,4,3\nHouseholds,20,5,1\n",
        "Characteristic,Male,Female,2021 North\nPopulation,10,4,3\nHouseholds,20,5,1\n",
        "指标,城市,农村,合计\n常住人口,10,4,14\n户数,20,5,25\n",
    ] {
        assert!(!are_across(text), "{text}");
    }
}

#[test]
fn what_the_rows_are_called_may_stand_in_a_row_of_its_own() {
    let text = ",Population,Population,Households,Households\nsex,Male,Female,Male,Female\nward,,,,\n\
        Abbey,6500,6651,2100,1999\nAlibon,5100,5353,1900,1822\nBeam,6100,6398,2050,1977\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let names: Vec<&str> = recipe.columns.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names[..2], ["ward", "Population Male"]);
    check(
        "t_2022.csv",
        text,
        &[
            "Abbey|Households Female|2022|1999",
            "Abbey|Households Male|2022|2100",
            "Abbey|Population Female|2022|6651",
            "Abbey|Population Male|2022|6500",
            "Alibon|Households Female|2022|1822",
            "Alibon|Households Male|2022|1900",
            "Alibon|Population Female|2022|5353",
            "Alibon|Population Male|2022|5100",
            "Beam|Households Female|2022|1977",
            "Beam|Households Male|2022|2050",
            "Beam|Population Female|2022|6398",
            "Beam|Population Male|2022|6100",
        ],
    );
    // A part of the table that is headed so is no header.
    let parts = "Area,2021,2022\nWard,,\nAbbey,1,2\nBeam,3,4\n";
    assert_eq!(
        recipe_of("t.csv", parts.as_bytes()).recipe.columns[0].name,
        "Area"
    );
}

// ---- what areas lie in --------------------------------------------------------------------------

/// Rows without an area, of which the figures say whether they are sums.
#[test]
fn a_row_without_an_area_is_the_sum_of_those_beside_it() {
    let is_told = |text: &str| {
        let column = "Ward".to_string();
        remarks("t.csv", text).contains(&Remark::BlanksAbove { column })
    };
    let text = "Region,Ward,Year,Claims,Rate\nNorth,,2020,5210,3.1\nNorth,Ash,2020,2210,3.3\n\
        North,Elm,2020,3000,5.2\nSouth,,2020,9100,3.9\nSouth,Oak,2020,5000,5.9\nSouth,Yew,2020,4100,4.7\n";
    assert!(is_told(text));
    check_areas(
        text,
        "North region, North/Ash area North, North/Elm area North, South region, \
         South/Oak area South, South/Yew area South",
    );
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe));
    // Below merged cells, and after the parts.
    check(
        "t_2020.csv",
        "县,镇,人口,户数\n甲县,一镇,17,6\n,二镇,20,8\n,,37,14\n乙县,三镇,41,19\n,四镇,57,22\n,,98,41\n",
        &[
            "乙县/三镇 三镇|人口|2020|41",
            "乙县/三镇 三镇|户数|2020|19",
            "乙县/四镇 四镇|人口|2020|57",
            "乙县/四镇 四镇|户数|2020|22",
            "乙县|人口|2020|98",
            "乙县|户数|2020|41",
            "甲县/一镇 一镇|人口|2020|17",
            "甲县/一镇 一镇|户数|2020|6",
            "甲县/二镇 二镇|人口|2020|20",
            "甲县/二镇 二镇|户数|2020|8",
            "甲县|人口|2020|37",
            "甲县|户数|2020|14",
        ],
    );
    // Where they are none, a name is missing.
    let missing = "Region,Ward,Year,Claims\nNorth,Ash,2020,2210\nNorth,,2020,3000\nNorth,Elm,2020,310\n\
        South,Oak,2020,5000\nSouth,Yew,2020,4100\n";
    assert!(!is_told(missing));
    assert_eq!(faults("t.csv", missing), ["3 Ward “” blank"]);
    // Of two rows without a name at most one is the sum.
    let two = text.replace("North,Ash", "North,");
    assert!(!is_told(&two));
}

#[test]
fn names_that_stand_further_in_lie_in_those_above() {
    let text = "Area,Year,Rate (%)\nUnited Kingdom,2022,4.2\n  England,2022,4.3\n    North East,2022,5.1\n\
        \u{20}   North West,2022,4.4\n  Scotland,2022,3.9\n    Fife,2022,4.0\n    Highland,2022,3.1\n";
    let expected = "United Kingdom whole, England region United Kingdom, North East area England, \
        North West area England, Scotland region United Kingdom, Fife area Scotland, \
        Highland area Scotland";
    check_areas(text, expected);
    let notes = told("t.csv", text, Severity::Note);
    assert_eq!(notes[0], "2 Area “United Kingdom” holds-indented");
    let holds = |text: &str| {
        let remarks = remarks("t.csv", text);
        let mut remarks = remarks.iter();
        remarks.any(|it| {
            matches!(
                it,
                Remark::HoldAreas {
                    sign: HoldSign::Indents,
                    ..
                }
            )
        })
    };
    assert!(holds(text));
    // In quotation marks, in Chinese width, in front of figures that miss some of the parts.
    check_areas(
        "\"地区\",\"年份\",\"出生人数\"\n\"甲县\",2022,900\n\"　　一镇\",2022,310\n\"　　二镇\",2022,280\n\
            \"乙县\",2022,800\n\"　　三镇\",2022,150\n\"　　四镇\",2022,170\n",
        "甲县 region, 一镇 area 甲县, 二镇 area 甲县, 乙县 region, 三镇 area 乙县, 四镇 area 乙县",
    );
    // A slip, or figures that contradict it.
    for flat in [
        "Area,Year,x\nAsh,2022,4\n Elm,2022,5\nOak,2022,6\nYew,2022,7\n Fir,2022,8\n",
        "Area,Year,x\nAsh,2022,4\n  Elm,2022,5\nOak,2022,6\nYew,2022,7\n",
        "Area,Year,x\nAsh,2022,40\n  Elm,2022,55\n  Fir,2022,60\nOak,2022,70\n  Yew,2022,85\n  Box,2022,90\n",
    ] {
        assert!(!holds(flat), "{flat}");
        assert!(!areas(flat).contains("region"), "{flat}");
    }
}

#[test]
fn codes_and_names_whose_headings_say_little_of_which_is_which() {
    check(
        "t.csv",
        "LOCATION,Country,SUBJECT,Subject,TIME,Value\nAUS,Australia,LFEM,Employed,2022-Q1,4461\n\
            AUT,Austria,LFEM,Employed,2022-Q1,6837\nBEL,Belgium,LFEM,Employed,2022-Q1,29699\n\
            AUS,Australia,UNEM,Unemployed,2022-Q1,461\nAUT,Austria,UNEM,Unemployed,2022-Q1,837\n\
            BEL,Belgium,UNEM,Unemployed,2022-Q1,2699\n",
        &[
            "AUS Australia|Employed|2022-Q1|4461",
            "AUS Australia|Unemployed|2022-Q1|461",
            "AUT Austria|Employed|2022-Q1|6837",
            "AUT Austria|Unemployed|2022-Q1|837",
            "BEL Belgium|Employed|2022-Q1|29699",
            "BEL Belgium|Unemployed|2022-Q1|2699",
        ],
    );
    check_roles(
        "STATISTIC,Statistic Label,Year,County and City,VALUE\nFY001,Population,2016,Carlow,139617\n\
            FY001,Population,2022,Carlow,149617\nFY001,Population,2016,Kildare,39617\n\
            FY001,Population,2022,Kildare,49617\n",
        "ignored indicator year area-name figure",
    );
    // Two places of one name.
    check(
        "t.csv",
        "Area code,Area,2021,2022\nE1,Newport,10,11\nW1,Newport,20,21\nE2,Ely,30,31\nW2,Ely,40,41\n",
        &[
            "E1 Newport|t|2021|10",
            "E1 Newport|t|2022|11",
            "E2 Ely|t|2021|30",
            "E2 Ely|t|2022|31",
            "W1 Newport|t|2021|20",
            "W1 Newport|t|2022|21",
            "W2 Ely|t|2021|40",
            "W2 Ely|t|2022|41",
        ],
    );
}

#[test]
fn headings_that_end_in_two_digits_of_a_year() {
    for (code, name) in [
        ("ladcode23", "laname23"),
        ("utla22cd", "utla22nm"),
        ("msoa21cd", "msoa21nm"),
    ] {
        check_roles(
            &format!(
                "{code},{name},country,year,rate\nE06000035,Medway,E,2021,5\nE06000036,Bracknell,E,2021,6\n\
                    W06000001,Anglesey,W,2021,7\n"
            ),
            "area-code area-name parent-name year figure",
        );
    }
    check_areas(
        "country,adm1_name,adm2_name,year,pop\nKenya,Nairobi,Westlands,2021,10\nKenya,Nairobi,Langata,2021,20\n\
            Kenya,Kiambu,Thika,2021,30\nKenya,Kiambu,Langata,2021,31\n",
        "Nairobi/Westlands area Nairobi, Nairobi region, Nairobi/Langata area Nairobi, \
            Kiambu/Thika area Kiambu, Kiambu region, Kiambu/Langata area Kiambu",
    );
}

#[test]
fn things_and_persons_are_no_areas() {
    for text in [
        "Disease,2020,2021\nMeasles,10,12\nMumps,5,6\nRubella,0,1\n",
        "Cause of death,2020,2021\nStroke,10,12\nCancer,5,6\nFalls,50,61\n",
        "Offence type,2020,2021\nBurglary,10,12\nRobbery,5,6\nTheft,50,61\n",
        "病名,2020年,2021年\n麻疹,10,12\n风疹,5,6\n水痘,50,61\n",
        "Series ID,Year,Label,Value\nLAUCN01,2021,2021 Jan,4.1\nLAUCN01,2022,2022 Jan,3.4\n",
    ] {
        let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
        assert_eq!(recipe.area, "t", "{text}");
    }
    // What is done where they are says nothing of the place.
    let text = "Crime reporting hub,2020,2021\nAsh,10,12\nElm,5,6\nFir,50,61\n";
    check_roles(text, "area-name figure figure");
    let text =
        "ref_area.label,classif1.label,time,obs_value\nChad,Total,2021,4\nMali,Total,2021,5\n";
    check_roles(text, "area-name ignored year figure");
    // What people are called is not read at all.
    let text = "姓名,岗位,工资\n张三,会计,5000\n李四,出纳,4500\n";
    let recipe = recipe_of("t_2021.csv", text.as_bytes()).recipe;
    assert_eq!(recipe.area, "t_2021");
    assert_eq!(recipe.columns[0].role.word(), "ignored");
}

#[test]
fn a_place_above_stands_once_or_in_a_row_of_its_own() {
    let expected = "城东街道/东门社区 area 城东街道, 城东街道 region, 城东街道/南门社区 area 城东街道, \
            城西街道/西门社区 area 城西街道, 城西街道 region, 城西街道/北门社区 area 城西街道, \
            城西街道/南门社区 area 城西街道";
    check_areas(
        "序号,镇（街道）,村（社区）,2022年人口\n1,城东街道,东门社区,3000\n2,,南门社区,2500\n\
            3,城西街道,西门社区,4100\n4,,北门社区,1800\n5,,南门社区,1700\n",
        expected,
    );
    check_areas(
        "街道,社区,2022年人口,2023年人口\n城东街道,,,\n,东门社区,3000,3010\n,南门社区,2500,2510\n\
            城西街道,,,\n,西门社区,4100,4110\n,北门社区,1800,1810\n,南门社区,1700,1710\n",
        expected,
    );
    // Lines between the rows that say no place are none.
    let text =
        "Theme,Area,2022,2023\nHealth,,,\n,Ash,3,4\n,Elm,2,3\nOther,,,\n,Oak,4,5\n,Fir,1,2\n";
    check_roles(text, "ignored area-name figure figure");
}

#[test]
fn rows_of_levels_above_are_those_of_the_places_that_they_name() {
    let text = "time_period,geographic_level,country_name,region_code,region_name,la_code,la_name,rate\n\
        2021,National,England,,,,,7.4\n2021,Regional,England,E12000008,South East,,,7.5\n\
        2021,Local authority,England,E12000008,South East,E10000016,Kent,8.4\n\
        2021,Local authority,England,E12000008,South East,E06000035,Medway,6.8\n";
    check_areas(
        text,
        "England whole, E12000008 region England, E10000016 area E12000008, E06000035 area E12000008",
    );
    let is_told = |text: &str| {
        let remarks = remarks("t.csv", text);
        let mut remarks = remarks.iter();
        remarks.any(|it| matches!(it, Remark::BlanksOfLevel { column } if column == "la_name"))
    };
    assert!(is_told(text));
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe));
    // Where the level does not say it, a name is missing.
    let missing = text.replace("Regional", "Local authority");
    assert!(!is_told(&missing));
    assert_eq!(faults("t.csv", &missing).len(), 2);
}

#[test]
fn what_tells_rows_apart_is_not_said_to_be_left_aside() {
    let text = "code,name,age,population_2021,population_2022\n\
        E07000105,Ashford,0,749,760\nE07000105,Ashford,1,801,790\n\
        E07000106,Canterbury,0,1402,1390\nE07000106,Canterbury,1,1455,1460\n";
    let all: Vec<String> = remarks("t.csv", text)
        .iter()
        .map(|it| zhishe::words::intake::remark_text(zhishe::model::Lang::En, it))
        .collect();
    assert!(all.iter().any(|it| it.contains("age")), "{all:?}");
    for remark in &all {
        assert!(
            !(remark.contains("“age”") && remark.contains("not read")),
            "{remark}"
        );
    }
}
