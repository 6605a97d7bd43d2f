//! Figures that look like times or like numbers of things and are neither, and cities called as their provinces.
//! Each stands for a form met in public files; the figures are made up.

use crate::support::own::{self, check, recipe_of, remarks, roles};
use zhishe::intake::Remark;

/// The name, the unit and the kind of each indicator of the package made of a table.
fn kinds(text: &str) -> Vec<String> {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = own::take("t.csv", text.as_bytes(), &recipe, usize::MAX).unwrap();
    let all = package.indicators.iter();
    // A word is of one language or of both.
    let said = all.map(|(_, it)| {
        let [label, unit] = [&it.label, &it.unit].map(|it| match it.zh.is_empty() {
            true => it.en.clone(),
            false => it.zh.clone(),
        });
        format!("{label}|{unit}|{}", it.kind.word())
    });
    said.collect()
}

/// Each area with its level and what it lies in.
fn areas(text: &str) -> Vec<String> {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = own::take("t.csv", text.as_bytes(), &recipe, usize::MAX).unwrap();
    let told = package.areas.iter().map(|(_, area)| {
        let level = &package.descriptor.levels[usize::from(area.level.0)];
        let above = area.parent.map(|it| package.areas.get(it).code.clone());
        format!("{} {level} {}", area.code, above.unwrap_or_default())
    });
    let mut told: Vec<String> = told.map(|it| it.trim_end().to_string()).collect();
    told.sort();
    told
}

// ---- times --------------------------------------------------------------------------------------

#[test]
fn households_at_the_end_of_a_year_are_no_years() {
    let text = "2022年年报,,\n乡镇,年末户数（户）,年末人口（人）\n河东乡,1987,5961\n河西乡,2034,6102\n石塘乡,2011,6033\n";
    check(
        "t.csv",
        text,
        &[
            "河东乡|年末人口|2022|5961",
            "河东乡|年末户数|2022|1987",
            "河西乡|年末人口|2022|6102",
            "河西乡|年末户数|2022|2034",
            "石塘乡|年末人口|2022|6033",
            "石塘乡|年末户数|2022|2011",
        ],
    );
    let text = "Local authority,Reception,Year 1,Year 6\nHartlepool,2001,2012,2000\nMiddlesbrough,1973,1975,1969\nDarlington,2036,1964,1956\n";
    assert_eq!(roles(text), "area-name figure figure figure");
}

#[test]
fn a_number_with_a_decimal_is_no_month_of_the_republic() {
    let text = "区县,2021年常住人口(万人),2022年常住人口(万人)\n锦江区,106.7,129.1\n青羊区,119.2,105.6\n金牛区,121.7,116.4\n";
    check(
        "t.csv",
        text,
        &[
            "金牛区|常住人口|2021|121.7",
            "金牛区|常住人口|2022|116.4",
            "锦江区|常住人口|2021|106.7",
            "锦江区|常住人口|2022|129.1",
            "青羊区|常住人口|2021|119.2",
            "青羊区|常住人口|2022|105.6",
        ],
    );
}

#[test]
fn when_a_row_was_written_is_no_time_of_its_figures() {
    let text = "2022年底台账,,\n社区,常住人口（人）,更新时间\n府前社区,3405,2023-01-05\n学宫社区,6432,2023-02-06\n南苑社区,8663,2023-03-11\n";
    assert_eq!(roles(text), "area-name figure ignored");
    // Of one day for all it is the day of the file.
    let text = "ORG_CODE,PATIENTS,EXTRACT_DATE\nA81001,4054,2024-04-01\nA81002,17902,2024-04-01\nA81004,11530,2024-04-01\n";
    assert_eq!(roles(text), "area-code figure period");
}

// ---- units and kinds ----------------------------------------------------------------------------

#[test]
fn a_square_behind_a_metre_is_no_footnote() {
    let text = "Bezirk;Jahr;Fläche in km²;Einwohner/km²;Anteil in %;Bevölkerung²\nInnere Stadt;2022;1883;18030;13,5;24422\n\
        Leopoldstadt;2022;2770;23463;14,5;25824\nLandstraße;2022;1595;17846;15,5;44711\n";
    assert_eq!(
        kinds(text),
        [
            "Fläche in km²||mean",
            "Einwohner/km²||mean",
            "Anteil|%|mean",
            "Bevölkerung||count"
        ]
    );
}

#[test]
fn what_is_told_by_another_is_no_number_of_things() {
    let text = "镇街,年份,在校生（人）,班额（人/班）\n东镇,2022,2200,145\n西镇,2022,3680,146\n南镇,2022,2700,147\n";
    assert_eq!(kinds(text), ["在校生|人|count", "班额|人/班|mean"]);
    // The row of the whole says it of a name that says nothing.
    let text = "postnummer,år,asukkaat,tulot\nKOKO MAA,2022,30582,24941\nA,2022,9138,26941\nB,2022,10898,23959\nC,2022,10546,24100\n";
    let found = kinds(text);
    assert!(found[0].ends_with("count"), "{found:?}");
    assert!(found[1].ends_with("mean"), "{found:?}");
}

#[test]
fn a_unit_of_the_title_is_that_of_items_in_rows_and_of_no_sample() {
    let text = "2023年乡镇一般公共预算支出预算表,,,\n单位：万元,,,\n科目,城关镇,白沙镇,石门乡\n教育支出,1299,1087,1269\n卫生健康支出,929,808,726\n农林水支出,633,571,662\n";
    let found = kinds(text);
    assert!(found.iter().all(|it| it.contains("|万元|")), "{found:?}");
    let text = "各社区居民评价分布（%）,,\n社区,年份,样本数,很满意\n紫竹社区,2022,154,30\n南湖社区,2022,142,21\n北苑社区,2022,160,25\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let units: Vec<(&str, &str)> = recipe
        .indicators
        .iter()
        .map(|it| (&*it.name, &*it.unit))
        .collect();
    assert_eq!(units, [("样本数", ""), ("很满意", "%")]);
}

// ---- cities called as their provinces ------------------------------------------------------------

#[test]
fn a_city_of_the_name_of_its_province_stays_beside_the_others() {
    let text = "Provincia;Código INE;Municipio;Año;Paro\nBarcelona;08019;Barcelona;2022;41095\nBarcelona;08015;Badalona;2022;62579\n\
        Valencia;46250;Valencia;2022;32771\nValencia;46131;Gandia;2022;16651\n";
    assert_eq!(
        areas(text),
        [
            "08015 area Barcelona",
            "08019 area Barcelona",
            "46131 area Valencia",
            "46250 area Valencia",
            "Barcelona region",
            "Valencia region",
        ]
    );
    // A code that ends in zeros is that of the whole.
    let text = "市,行政区划代码,区县,年份,人口\n西安市,610100,西安市,2022,12952\n西安市,610102,新城区,2022,6447\n西安市,610103,碑林区,2022,6505\n";
    let found = areas(text);
    assert!(
        found.contains(&"610102 area 610100".to_string()),
        "{found:?}"
    );
}

#[test]
fn a_name_alone_is_told_from_its_province_by_its_counts() {
    let text = "provincia,comune,anno,popolazione\nMilano,Milano,2021,1374582\nMilano,Sesto,2021,790732\nMilano,Monza,2021,1179732\n\
        Pavia,Pavia,2021,123195\nPavia,Vigevano,2021,59930\nPavia,Voghera,2021,63265\n";
    assert_eq!(
        areas(text),
        [
            "/Milano region",
            "Milano area /Milano",
            "Milano/Monza area /Milano",
            "Milano/Sesto area /Milano",
            "Pavia region",
            "Pavia/Vigevano area Pavia",
            "Pavia/Voghera area Pavia",
        ]
    );
    // What is its own province lies beside the cities of others.
    let text = "省份,城市,年份,排放量(吨)\n北京市,北京市,2019,34884\n天津市,天津市,2019,58113\n河北省,石家庄市,2019,66284\n河北省,唐山市,2019,76284\n";
    assert_eq!(
        areas(text),
        [
            "北京市 area",
            "天津市 area",
            "河北省 region",
            "河北省/唐山市 area 河北省",
            "河北省/石家庄市 area 河北省",
        ]
    );
}

// ---- which column is the area --------------------------------------------------------------------

#[test]
fn the_finest_places_are_the_areas_whatever_they_are_called() {
    let text = "Cod_bairro;Nome_do_bairro;Cod_municipio;Nome_do_municipio;Ano;Moradores\n3304557001;Saúde;3304557;Rio de Janeiro;2022;12787\n\
        3304557002;Gamboa;3304557;Rio de Janeiro;2022;12992\n3304557003;Santo Cristo;3304557;Rio de Janeiro;2022;15131\n";
    assert_eq!(
        roles(text),
        "area-code area-name parent-code parent-name year figure"
    );
    let text = "ons_id,constituency_name,county_name,year,electorate\nE14000534,Altrincham,Greater Manchester,2019,52498\n\
        E14000535,Amber Valley,Derbyshire,2019,47659\nE14000554,Barrow,Cumbria,2019,51350\n";
    assert!(
        roles(text).starts_with("area-code area-name parent-name"),
        "{}",
        roles(text)
    );
    let text = "Country Name,Country Code,Subnational Unit,Year,Population\nTanzania,TZA,Dar es Salaam,2018,2720950\n\
        Tanzania,TZA,Dodoma,2018,1867188\nTanzania,TZA,Arusha,2018,1267188\n";
    assert!(
        roles(text).contains("area-name year figure"),
        "{}",
        roles(text)
    );
}

#[test]
fn numbers_of_rows_are_no_figures_though_words_stand_among_them() {
    let text = "序号,单位名称,年份,户数（户）\n一,城关镇,2022,1498\n1,东关村,2022,421\n2,西关村,2022,492\n";
    assert!(
        roles(text).starts_with("ignored area-name"),
        "{}",
        roles(text)
    );
    check(
        "t.csv",
        "area,year,x\nA,2021,12\nB,2021,†\nC,2021,‡\n",
        &["A|x|2021|12", "B|x|2021|O", "C|x|2021|O"],
    );
}

// ---- marks, letters and rows that are no areas ----------------------------------------------------

#[test]
fn points_between_thousands_beside_bare_numbers_of_four_digits() {
    let text = "Municipio;Año;Población;Viviendas\nAlcalá;2022;12.345;5410\nGetafe;2022;8790;3920\nParla;2022;101.230;40.150\n\
        Pinto;2022;64.320;22.110\n";
    check(
        "t.csv",
        text,
        &[
            "Alcalá|Población|2022|12345",
            "Alcalá|Viviendas|2022|5410",
            "Getafe|Población|2022|8790",
            "Getafe|Viviendas|2022|3920",
            "Parla|Población|2022|101230",
            "Parla|Viviendas|2022|40150",
            "Pinto|Población|2022|64320",
            "Pinto|Viviendas|2022|22110",
        ],
    );
    let is_open = |text: &str| {
        let found = remarks("t.csv", text);
        found
            .iter()
            .any(|it| matches!(it, Remark::MarkNotCertain { .. }))
    };
    assert!(is_open(text));
    // A number of five digits without one says that they are decimals.
    let text = "area,year,x\nA,2022,12.345\nB,2022,87901\nC,2022,101.231\n";
    check(
        "t.csv",
        text,
        &["A|x|2022|12.345", "B|x|2022|87901", "C|x|2022|101.231"],
    );
    assert!(!is_open(text));
}

#[test]
fn an_average_of_a_place_is_no_area() {
    let text = "Ward,Year,Population\nAbbey,2022,11100\nAlibon,2022,10200\nBecontree,2022,12006\nBorough average,2022,11102\n\
        Average for borough,2022,11102\n";
    check(
        "t.csv",
        text,
        &[
            "Abbey|Population|2022|11100",
            "Alibon|Population|2022|10200",
            "Becontree|Population|2022|12006",
        ],
    );
}

#[test]
fn hungarian_is_not_of_western_europe() {
    // Győr-Moson-Sopron, Hódmezővásárhely in ISO-8859-2.
    let bytes = b"ter\xfclet;\xe9v;n\xe9pess\xe9g\nGy\xf5r-Moson-Sopron;2022;467\nH\xf3dmez\xf5v\xe1s\xe1rhely;2022;43\nB\xe9k\xe9s;2022;320\n";
    let recipe = recipe_of("t.csv", bytes).recipe;
    let package = own::take("t.csv", bytes, &recipe, usize::MAX).unwrap();
    let names: Vec<&str> = package.areas.iter().map(|(_, it)| &*it.name.en).collect();
    assert!(
        names.contains(&"Győr-Moson-Sopron") && names.contains(&"Hódmezővásárhely"),
        "{names:?}"
    );
    // Portuguese has õ too.
    let bytes = b"munic\xedpio;ano;popula\xe7\xe3o\nPort\xf5es;2022;467\n\xc1guas;2022;43\nB\xe9ja;2022;320\n";
    let recipe = recipe_of("t.csv", bytes).recipe;
    let package = own::take("t.csv", bytes, &recipe, usize::MAX).unwrap();
    assert!(package.areas.iter().any(|(_, it)| it.name.en == "Portões"));
}

#[test]
fn a_street_of_one_community_stays_a_street() {
    let text = "街道,社区,网格,年份,户数（户）\n北城街道,花园社区,第一网格,2022,310\n北城街道,花园社区,第二网格,2022,420\n\
        北城街道,振兴社区,第一网格,2022,330\n南城街道,河滨社区,第一网格,2022,350\n南城街道,河滨社区,第二网格,2022,290\n";
    let found = areas(text);
    assert!(found.contains(&"南城街道 area-1".to_string()), "{found:?}");
    assert!(
        found.contains(&"南城街道/河滨社区 area-2 南城街道".to_string()),
        "{found:?}"
    );
    let grids = found.iter().filter(|it| it.contains(" area-3 "));
    assert_eq!(grids.count(), 5, "{found:?}");
}
