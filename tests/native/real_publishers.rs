//! Forms in which offices of several countries publish tables by area: what their headings, rows and signs say. The
//! figures here are made up.

use crate::support::own::{check, recipe_of, refused, remarks, roles, take};
use zhishe::intake::{Doubt, Recipe, Remark};
use zhishe::model::{FaultKind, Period};

/// The unit of each indicator of the package that a table becomes.
fn units(name: &str, text: &str) -> Vec<String> {
    let recipe = recipe_of(name, text.as_bytes()).recipe;
    let package = take(name, text.as_bytes(), &recipe, 9).unwrap();
    let units = package.indicators.iter().map(|(_, it)| {
        let unit = match it.unit.zh.is_empty() {
            true => &it.unit.en,
            false => &it.unit.zh,
        };
        format!("{}: {unit}", it.code)
    });
    units.collect()
}

fn doubts(name: &str, text: &str) -> Vec<Doubt> {
    let doubts = remarks(name, text).into_iter().filter_map(|it| match it {
        Remark::Doubt(doubt) => Some(doubt),
        _ => None,
    });
    doubts.collect()
}

// ---- areas side by side --------------------------------------------------------------------------

#[test]
fn headings_say_the_area_and_what_is_estimated() {
    let text = "Label (Grouping),\"Adams County, Ohio!!Total!!Estimate\",\"Adams County, Ohio!!Percent!!Estimate\",\
        \"Allen County, Ohio!!Total!!Estimate\",\"Allen County, Ohio!!Percent!!Estimate\"\n\
        Under 5 years,\"1,234\",5.5%,901,6.5%\n5 to 9 years,\"1,410\",6.5%,950,7.5%\n";
    check(
        "S0101 2022.csv",
        text,
        &[
            "Adams County, Ohio|5 to 9 years · Percent|2022|6.5",
            "Adams County, Ohio|5 to 9 years · Total|2022|1410",
            "Adams County, Ohio|Under 5 years · Percent|2022|5.5",
            "Adams County, Ohio|Under 5 years · Total|2022|1234",
            "Allen County, Ohio|5 to 9 years · Percent|2022|7.5",
            "Allen County, Ohio|5 to 9 years · Total|2022|950",
            "Allen County, Ohio|Under 5 years · Percent|2022|6.5",
            "Allen County, Ohio|Under 5 years · Total|2022|901",
        ],
    );
    assert_eq!(
        units("S0101 2022.csv", text),
        [
            "Under 5 years · Total: ",
            "Under 5 years · Percent: %",
            "5 to 9 years · Total: ",
            "5 to 9 years · Percent: %",
        ]
    );
}

#[test]
fn facts_stand_in_rows_each_with_a_sign_of_its_own() {
    let text = "Fact,Fact Note,\"Adams County, Ohio\",\"Value Note for Adams County, Ohio\",\"Allen County, Ohio\"\n\
        Residents 2022,,\"27,420\",,\"101,115\"\n\"Persons under 5 years, percent\",,6.1%,,6.3%\n\
        Median income,,\"$46,234\",,\"$59,320\"\nFIPS Code,,\"39001\",,\"39003\"\n";
    check(
        "2022.csv",
        text,
        &[
            "Adams County, Ohio|Median income|2022|46234",
            "Adams County, Ohio|Persons under 5 years|2022|6.1",
            "Adams County, Ohio|Residents 2022|2022|27420",
            "Allen County, Ohio|Median income|2022|59320",
            "Allen County, Ohio|Persons under 5 years|2022|6.3",
            "Allen County, Ohio|Residents 2022|2022|101115",
        ],
    );
    assert_eq!(
        units("2022.csv", text),
        [
            "Residents 2022: ",
            "Persons under 5 years: %",
            "Median income: $",
        ]
    );
    // Where a row holds two signs, nobody knows which figure is meant.
    let other = text.replace("$59,320", "59.3%");
    assert_eq!(refused("2022.csv", other.as_bytes()), "no-numbers");
}

#[test]
fn the_unit_of_a_heading_goes_before_that_of_the_row() {
    let text = "地区,指标,单位,年份,数值,增速(%)\n甲区,产值,亿元,2024,120.5,-5.2\n乙区,产值,亿元,2024,130.6,4.8\n\
        甲区,收入,万元,2024,34200,3.1\n乙区,收入,万元,2024,36700,2.2\n";
    let units = units("t.csv", text);
    assert!(units.contains(&"产值: 亿元".to_string()), "{units:?}");
    assert!(units.contains(&"收入: 万元".to_string()), "{units:?}");
    let growth = units.iter().filter(|it| it.contains("增速"));
    assert!(
        growth.into_iter().all(|it| it.ends_with(": %")),
        "{units:?}"
    );
}

// ---- periods -------------------------------------------------------------------------------------

#[test]
fn a_month_stands_beside_the_months_up_to_it() {
    let text = "2024年1—6月各区收入,,\n地区,本月,本年累计\n甲区,523,3010\n乙区,401,2502\n";
    check(
        "t.csv",
        text,
        &[
            "乙区|本年累计|2024-01/2024-06|2502",
            "乙区|本月|2024-06|401",
            "甲区|本年累计|2024-01/2024-06|3010",
            "甲区|本月|2024-06|523",
        ],
    );
    // Another period that the reader names goes for both, and of a year nobody says "this month".
    let mut recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let periods = |recipe: &Recipe| -> Vec<String> {
        let figures = recipe.columns.iter().filter_map(|it| it.figure());
        let of = figures.map(|it| it.period.map_or(String::new(), |it| it.to_string()));
        of.collect()
    };
    recipe.set_period(Period::parse("2023-05"));
    assert_eq!(periods(&recipe), ["", "2023-01/2023-05"]);
    recipe.set_period(Period::parse("2023"));
    assert_eq!(periods(&recipe), ["", ""]);
    // What says its own keeps it.
    let own = text.replace("本月", "2023年6月当月");
    let recipe = recipe_of("t.csv", own.as_bytes()).recipe;
    assert_eq!(periods(&recipe)[0], "2023-06");
    let text = text.replace("1—6月", "6月").replace("本年累计", "累计");
    check(
        "t.csv",
        &text,
        &[
            "乙区|本月|2024-06|401",
            "乙区|累计|2024-01/2024-06|2502",
            "甲区|本月|2024-06|523",
            "甲区|累计|2024-01/2024-06|3010",
        ],
    );
}

#[test]
fn years_that_count_otherwise_are_read_as_usual() {
    let short =
        "Force area,Apr '20 to Mar '21,Apr '21 to Mar '22\nAvon,120345,130234\nKent,42345,44123\n";
    check(
        "crimes.csv",
        short,
        &[
            "Avon|crimes|2020-04/2021-03|120345",
            "Avon|crimes|2021-04/2022-03|130234",
            "Kent|crimes|2020-04/2021-03|42345",
            "Kent|crimes|2021-04/2022-03|44123",
        ],
    );
    // Of Thailand by nothing but the numbers that follow each other.
    let thai = "Province,2556,2555,2554\nนครราชสีมา,2610,2601,2585\nอุบลราชธานี,1836,1826,1816\n";
    check(
        "pop.csv",
        thai,
        &[
            "นครราชสีมา|pop|2011|2585",
            "นครราชสีมา|pop|2012|2601",
            "นครราชสีมา|pop|2013|2610",
            "อุบลราชธานี|pop|2011|1816",
            "อุบลราชธานี|pop|2012|1826",
            "อุบลราชธานี|pop|2013|1836",
        ],
    );
    let republic = "統計期,行政區,樹木[株]\n99年,大安區,81\n100年,大安區,86\n99年,中正區,41\n100年,中正區,46\n";
    check(
        "t.csv",
        republic,
        &[
            "中正區|樹木|2010|41",
            "中正區|樹木|2011|46",
            "大安區|樹木|2010|81",
            "大安區|樹木|2011|86",
        ],
    );
}

#[test]
fn days_beside_years_and_months_are_told() {
    let text =
        "年,月,日,都道府県,件数\n2020,3,11,北海道,118\n2020,3,12,北海道,120\n2020,3,11,青森県,30\n";
    assert_eq!(roles(text), "year month ignored area-name figure");
    assert!(remarks("t.csv", text).contains(&Remark::DaysApart));
    assert_eq!(refused("t.csv", text.as_bytes()), "day-of-month");
    let each_once = text.replace("2020,3,12,北海道,120\n", "");
    assert!(remarks("t.csv", &each_once).contains(&Remark::DaysAsMonths));
}

// ---- which column is the area --------------------------------------------------------------------

#[test]
fn headings_of_many_languages_name_areas() {
    for (text, expected) in [
        (
            "Region,Codigo region,Comuna,Codigo comuna,Año,Casos\nArica,15.0,Putre,15201.0,2021,7\nArica,15.0,Camarones,15102.0,2021,12\n\
             Maule,7.0,Talca,7101.0,2021,74\nMaule,7.0,Maule,7105.0,2021,34\n",
            "parent-name parent-code area-name area-code year figure",
        ),
        (
            "nama_provinsi,nama_kabupaten_kota,tahun,jumlah\nJAWA BARAT,KOTA BEKASI,2020,123\nJAWA BARAT,KOTA BOGOR,2020,104\n",
            "parent-name area-name period figure",
        ),
        (
            "Län,Kommun,År,Antal\nSkåne,Lund,2020,124\nSkåne,Malmö,2020,344\nHalland,Laholm,2020,25\n",
            "parent-name area-name year figure",
        ),
        (
            "code,name_fr,name_ar,region_code,year,households\n01.511,Tanger,طنجة,01,2024,418\n01.573,Fnideq,الفنيدق,01,2024,64\n\
             02.573,Oujda,وجدة,02,2024,164\n",
            "area-code area-name ignored parent-code year figure",
        ),
    ] {
        assert_eq!(roles(text), expected, "{text}");
    }
}

#[test]
fn a_column_of_kinds_is_none_of_areas() {
    let text = "level,name,year,rate\nstate,Johor,2019,3.9\ndistrict,Batu Pahat,2019,5.1\ndistrict,Muar,2019,4.4\n";
    assert_eq!(roles(text), "ignored area-name year figure");
    let column = "level".to_string();
    assert!(doubts("t.csv", text).contains(&Doubt::LevelsSideBySide { column }));
    // Where a place of each kind has one name, the kind tells them apart.
    let text = "area_type,area,year,rate\nstate,Melaka,2019,3.9\ndistrict,Melaka,2019,5.1\ndistrict,Muar,2019,4.4\n";
    assert_eq!(roles(text), "part-of-indicator area-name year figure");
}

#[test]
fn sizes_and_numbers_of_rows_are_no_areas_and_no_figures() {
    let text = "State,Area,Year,Residents\nBihar,\"94,163 km2 (36,357 sq mi)\",2011,104\nGoa,\"3,702 km2 (1,429 sq mi)\",2011,15\n";
    assert_eq!(roles(text), "area-name ignored year figure");
    let numbered = |heading: &str, first: usize| {
        let mut text = format!("{heading},district,year,residents\n");
        for at in 0..12 {
            text += &format!(
                "{},District {at},2020,{}\n",
                first + at,
                500 + at * 37 % 100
            );
        }
        text
    };
    assert_eq!(roles(&numbered("idxs", 0)), "ignored area-name year figure");
    assert_eq!(roles(&numbered("Rang", 1)), "ignored area-name year figure");
    // What does not begin with the rows is the code of each.
    let codes = numbered("id", 4001);
    assert_eq!(roles(&codes), "area-code area-name year figure");
    // Unless an area stands in several rows.
    let of_sexes = codes.replace("District 1,", "District 0,");
    let of_sexes = of_sexes.replacen("district", "sex,district", 1);
    let mut rows = of_sexes.lines();
    let mut text = rows.next().unwrap().to_string() + "\n";
    for (at, row) in rows.enumerate() {
        let sex = ["female", "male"][at % 2];
        text += &(row.replacen(',', &format!(",{sex},"), 1) + "\n");
    }
    assert!(roles(&text).starts_with("ignored"), "{text}");
    // A name that begins as a word for codes does is a name.
    let text = "district,Coderre,Joly,district_id\nBois,2481,3024,101\nCap,1163,2675,102\nPierre,2031,2550,103\n";
    assert_eq!(roles(text), "area-name figure figure area-code");
    // Digits led by zeros are codes where nothing else names the rows.
    let text = "MB2025,residents,year\n0000100,31,2025\n0000200,24,2025\n0120300,18,2025\n";
    assert_eq!(roles(text), "area-code figure year");
}

#[test]
fn what_programs_and_offices_put_around_cells_is_none_of_them() {
    // A tab behind each cell, as the National Bureau of Statistics has.
    check(
        "t.csv",
        "指标：总人口\t\n地区\t,2024年\t,2023年\t,\n甲区\t,120\t,119\t,\n乙区\t,50\t,49\t,\n",
        &[
            "乙区|总人口|2023|49",
            "乙区|总人口|2024|50",
            "甲区|总人口|2023|119",
            "甲区|总人口|2024|120",
        ],
    );
    let text = "地区,年份,出生人口(万)\n甲区,2020,27\n乙区,2020,9\n";
    assert_eq!(units("t.csv", text), ["出生人口: 万"]);
    let text = "city,year,jd,wd,beds\n甲,2020,116.46,39.9,12\n乙,2020,121.48,31.23,15\n";
    assert_eq!(roles(text), "area-name year ignored ignored figure");
    let text = "指标：床位数\n地区：上海\n时间,数值\n2020,12\n2021,15\n";
    check(
        "t.csv",
        text,
        &["上海|床位数|2020|12", "上海|床位数|2021|15"],
    );
}

// ---- wholes --------------------------------------------------------------------------------------

#[test]
fn a_country_among_its_districts_is_their_whole() {
    let text = "District,Year,Death rate (%)\nTshwane,2020,4.7\nSedibeng,2020,5.2\nAmajuba,2020,5.0\nSouth Africa,2020,4.7\n";
    let area = "South Africa".to_string();
    assert!(remarks("t.csv", text).contains(&Remark::TotalRow { area }));
}

#[test]
fn areas_that_are_counted_again_are_told() {
    let text = "都道府県,年,人口\n北海道,2020,2208\n青森県,2020,708\n岩手県,2020,808\n（指定都市再掲）,,\n札幌市,2020,926\n";
    let told = doubts("t.csv", text);
    let expected = Doubt::CountedAgain {
        text: "（指定都市再掲）".to_string(),
        line: 5,
    };
    assert!(told.contains(&expected), "{told:?}");
    assert!(doubts("t.csv", &text.replace("再掲", "")).is_empty());
    // Below the last row it is a note, and a sentence is one anywhere.
    let note = text.replace("札幌市,2020,926\n", "");
    assert!(doubts("t.csv", &note).is_empty());
    let sentence = text.replace("（指定都市再掲）", "其中部分数据为推算");
    assert!(doubts("t.csv", &sentence).is_empty());
}

#[test]
fn the_only_district_of_a_state_is_called_as_the_state() {
    let text = "state,district,year,beds\nMalaysia,All,2022,100\nJohor,All Districts,2022,60\nJohor,Muar,2022,35\n\
        Johor,Kluang,2022,25\nPerlis,All Districts,2022,28\nPerlis,Perlis,2022,28\nLabuan,All Districts,2022,12\n\
        Labuan,Labuan,2022,12\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = take("t.csv", text.as_bytes(), &recipe, 9).unwrap();
    let areas = package.areas.iter().map(|(_, it)| {
        let above = it.parent.map_or("", |id| &package.areas.get(id).code);
        format!("{} in {above}: {}", it.code, it.level.0)
    });
    assert_eq!(
        areas.collect::<Vec<String>>(),
        [
            "Malaysia in : 0",
            "Johor in Malaysia: 1",
            "Johor/Muar in Johor: 2",
            "Johor/Kluang in Johor: 2",
            "Perlis in Malaysia: 1",
            "Perlis/Perlis in Perlis: 2",
            "Labuan in Malaysia: 1",
            "Labuan/Labuan in Labuan: 2",
        ]
        .map(str::to_string)
        .to_vec(),
    );
    assert_eq!(package.fault_count(), 0);
}

// ---- days ----------------------------------------------------------------------------------------

#[test]
fn a_day_that_has_its_month_alone_is_no_month_in_a_table_of_days() {
    let text =
        "date,area,cases\n2021-12-31,A,19\n2022-01-01,A,18\n2022-01-02,A,7\n2022-01-03,A,9\n";
    assert!(remarks("t.csv", text).contains(&Remark::DaysApart));
    assert_eq!(refused("t.csv", text.as_bytes()), "day-of-month");
    // A month stands beside them, and one day that was written twice makes no table of days.
    let beside = format!("{text}2022-02,A,88\n");
    let recipe = recipe_of("t.csv", beside.as_bytes()).recipe;
    assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe.clone()));
    let package = take("t.csv", beside.as_bytes(), &recipe, 9).unwrap();
    assert_eq!(package.observations(2).unwrap().table.row_count(), 1);
    let twice = "date,area,beds\n2021-12-31,A,19\n2022-01-31,A,18\n2022-02-28,A,17\n2022-03-31,A,15\n2022-03-31,A,16\n";
    let told = remarks("t.csv", twice);
    assert!(told.contains(&Remark::DaysAsMonths) && !told.contains(&Remark::DaysApart));
}

// ---- words in two scripts ------------------------------------------------------------------------

#[test]
fn traditional_words_say_what_simplified_ones_do() {
    let text = "里別,年,結婚對數_異性,建置數[處],綠地面積[平方公尺],參加人員\n甲里,2024,3,1,81780,12\n乙里,2024,0,2,66011,9\n\
        丙里,2024,5,0,70025,4\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let kinds = recipe.indicators.iter();
    let kinds = kinds.map(|it| format!("{} {} {}", it.name, it.unit, it.kind.word()));
    assert_eq!(
        kinds.collect::<Vec<String>>(),
        [
            "結婚對數_異性  count",
            "建置數 處 count",
            "綠地面積 平方公尺 mean",
            "參加人員  count",
        ]
        .map(str::to_string)
        .to_vec(),
    );
}

// ---- persons by age and by sex -------------------------------------------------------------------

#[test]
fn persons_of_an_age_are_counted_and_a_sex_is_no_area() {
    let text = "Ward,Year,Age: 0-4,Age: 65+,Median age 25-34,% aged 65+,Population (thousands)\n\
        A,2021,2601,1800,31,14,21.4\nB,2021,655,1700,29,15,19.8\nC,2021,955,1900,28,13,20\n\
        Male,2021,2101,2500,29,14,30.2\n男_Female,2021,2110,2900,30,14,31\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = take("t.csv", text.as_bytes(), &recipe, 9).unwrap();
    let kinds = package.indicators.iter();
    let kinds = kinds.map(|(_, it)| format!("{} {} {}", it.code, it.kind.word(), it.nature.word()));
    assert_eq!(
        kinds.collect::<Vec<String>>(),
        [
            "Age: 0-4 count events",
            "Age: 65+ count events",
            "Median age 25-34 mean survey",
            "% aged 65+ mean survey",
            "Population count inventory",
        ]
    );
    assert_eq!(package.areas.count(), 3);
    let asides = package.faults();
    let asides = asides.iter().filter(|it| it.kind == FaultKind::SexAside);
    assert_eq!(asides.count(), 2);
}

// ---- found by fresh eyes -------------------------------------------------------------------------

#[test]
fn a_sex_in_brackets_is_no_mark_and_a_measure_word_is_a_unit() {
    let text = "里別,年,人口（総数）,人口（男）,人口（女）,栓數(栓)\n甲里,2020,235,124,111,8\n乙里,2020,341,170,171,6\n";
    assert_eq!(
        units("t.csv", text),
        ["人口（総数）: ", "人口（男）: ", "人口（女）: ", "栓數: 栓"]
    );
}

#[test]
fn months_below_a_quarter_are_its_quarters() {
    let text = "Quarter,Area,Rate\nSep-06,A,3.6\nDec-06,A,3.5\nMar-07,A,3.9\n";
    check(
        "t.csv",
        text,
        &[
            "A|Rate|2006-Q3|3.6",
            "A|Rate|2006-Q4|3.5",
            "A|Rate|2007-Q1|3.9",
        ],
    );
}

#[test]
fn numbers_of_rows_out_of_order_and_pages_are_no_figures() {
    let text = "index;Comunidad;Año;Total;pdf_page\n1;Andalucía;2021;18906;1\n2;Aragón;2021;28912;1\n\
        4;Asturias;2021;23299;2\n3;Canarias;2021;18990;2\n5;Cantabria;2021;24383;3\n0;Ceuta;2021;19335;3\n";
    assert_eq!(roles(text), "ignored area-name year figure ignored");
}

#[test]
fn a_country_in_the_midst_of_others_is_no_whole() {
    let text = "geo,year,rate\nAutriche,2024,5.2\nBelgique,2024,5.7\nEstonie,2024,7.6\nFinlande,2024,8.4\n";
    let area = "Belgique".to_string();
    assert!(!remarks("t.csv", text).contains(&Remark::TotalRow { area }));
}

#[test]
fn a_code_of_each_area_is_that_of_none_above() {
    let text = "county,population,poor,adm1_pcode\nMombasa,1265,402,KE001\nKwale,820,350,KE002\nKilifi,1300,600,KE003\n\
        Lamu,130,40,KE005\nTaita,340,90,KE006\nGarissa,430,210,KE007\nWajir,460,250,KE008\nMeru,1500,300,KE012\n";
    assert!(!roles(text).contains("parent-code"), "{}", roles(text));
}

#[test]
fn quartiles_and_rates_of_so_many_are_no_counts() {
    let text = "村里,年,戶數,第一分位數,標準差,homicidios_100k\n甲里,2015,1469,422,2348,24\n乙里,2015,980,387,1800,31\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let kinds = recipe.indicators.iter().map(|it| it.kind.word());
    assert_eq!(
        kinds.collect::<Vec<&str>>(),
        ["count", "mean", "mean", "mean"]
    );
}
