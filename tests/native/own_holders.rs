//! Areas of a reader's own table that hold others: a country among its districts. They stand above these,
//! are not ranked among them nor counted twice, and that is told.

use crate::support::own;
use zhishe::intake::{HoldSign, Remark, preview};
use zhishe::model::{FaultKind, Lang};
use zhishe::package::Package;
use zhishe::words::intake::remark_text;

struct Read {
    package: Package,
    told: Vec<Remark>,
}

fn read(text: &str) -> Read {
    let (sample, found) = own::recognised("own.csv", text.as_bytes()).unwrap();
    let preview = preview(&sample, &found.recipe, "own.csv");
    let whole = |it: &Remark| matches!(it, Remark::HoldAreas { .. } | Remark::TotalRow { .. });
    Read {
        package: own::take("own.csv", text.as_bytes(), &found.recipe, usize::MAX).unwrap(),
        told: preview.remarks.into_iter().filter(whole).collect(),
    }
}

/// Each area with its level and what it lies in.
fn areas(package: &Package) -> String {
    let told = package.areas.iter().map(|(_, area)| {
        let level = &package.descriptor.levels[usize::from(area.level.0)];
        let above = area.parent.map(|it| package.areas.get(it).code.clone());
        format!("{} {level} {}", area.code, above.unwrap_or_default())
    });
    let told: Vec<String> = told.map(|it| it.trim_end().to_string()).collect();
    told.join(", ")
}

#[track_caller]
fn check(text: &str, expected: &str) -> Read {
    let read = read(text);
    assert_eq!(areas(&read.package), expected);
    assert_eq!(read.package.fault_count(), 0);
    read
}

#[test]
fn a_country_below_its_authorities() {
    let read = check(
        "Area code,Area name,Year,Claimants,Population\nE06000001,Hartlepool,2024,2510,56023\n\
         E06000002,Middlesbrough,2024,5301,91777\nE06000003,Redcar and Cleveland,2024,2904,80139\n\
         E12000001,North East,2024,10715,227939\nE92000001,England,2024,10715,227939\n",
        "E06000001 area E12000001, E06000002 area E12000001, E06000003 area E12000001, \
         E12000001 region E92000001, E92000001 whole",
    );
    let Remark::HoldAreas {
        count: 2,
        line: 5,
        sign: HoldSign::Figures,
        ..
    } = read.told[0]
    else {
        panic!("{:?}", read.told);
    };
    let en = remark_text(Lang::En, &read.told[0]);
    assert!(
        en.starts_with("“North East”, “England” (from line 5) have figures"),
        "{en}"
    );
    let zh = remark_text(Lang::Zh, &read.told[0]);
    assert!(
        zh.starts_with("“North East”、“England”（第 5 行起）的数据等于"),
        "{zh}"
    );
    let faults = read.package.faults();
    let lines = faults.iter().filter(|it| it.kind == FaultKind::SumOfAreas);
    assert_eq!(lines.map(|it| it.line).collect::<Vec<_>>(), [5, 6]);
}

#[test]
fn of_rates_alone_the_codes_tell() {
    let read = check(
        "Area code,Area name,Year,Rate (%)\nE92000001,England,2024,14.2\nE12000001,North East,2024,17.9\n\
         E06000001,Hartlepool,2024,18.3\nE06000002,Middlesbrough,2024,12.5\nE08000037,Gateshead,2024,13.1\n",
        "E92000001 whole, E12000001 region E92000001, E06000001 area E92000001, \
         E06000002 area E92000001, E08000037 area E92000001",
    );
    assert!(matches!(
        &read.told[..],
        [Remark::HoldAreas {
            count: 2,
            sign: HoldSign::Codes,
            ..
        }]
    ));
    check(
        "geo,TIME_PERIOD,OBS_VALUE\nDE,2023,5.1\nDE1,2023,4.2\nDE2,2023,6.3\nDE11,2023,4.0\n\
         DE12,2023,4.5\nDE21,2023,6.3\n",
        "DE whole, DE1 region DE, DE2 region DE, DE11 area DE1, DE12 area DE1, DE21 area DE2",
    );
    check(
        "行政区划代码,地区,年份,覆盖率（%）\n330000,浙江省,2023,91.2\n330106,西湖区,2023,93.0\n\
         330110,余杭区,2023,90.1\n340000,安徽省,2023,85.0\n340104,蜀山区,2023,88.0\n340111,包河区,2023,84.5\n",
        "330000 region, 330106 area 330000, 330110 area 330000, 340000 region, \
         340104 area 340000, 340111 area 340000",
    );
}

#[test]
fn a_total_by_name_is_told_as_such() {
    let read = check(
        "地区,年份,件数\n甲社区,2023,1231\n乙社区,2023,2342\n丙社区,2023,3453\n合计,2023,7026\n",
        "甲社区 area 合计, 乙社区 area 合计, 丙社区 area 合计, 合计 whole",
    );
    assert!(matches!(&read.told[..], [Remark::TotalRow { area }] if area == "合计"));
}

#[test]
fn chance_is_no_sum() {
    // 5 = 2 + 3, in small figures of one year.
    check(
        "Area,Year,Cases\nA,2023,2\nB,2023,3\nC,2023,5\nD,2023,10\n",
        "A area, B area, C area, D area",
    );
    // One that is as large as the others together in one year and not in the other.
    check(
        "Area,Year,Cases\nA,2022,2311\nB,2022,3129\nC,2022,5440\nA,2023,2290\nB,2023,3001\nC,2023,5444\n",
        "A area, B area, C area",
    );
    // A figure that is not known makes no sum.
    check(
        "Area,Year,Cases\nA,2023,..\nB,2023,31290\nC,2023,12011\nD,2023,43301\n",
        "A area, B area, C area, D area",
    );
}

#[test]
fn a_state_beside_the_code_is_the_state_of_the_code() {
    check(
        "FIPS,State,Area,Year,Persons,Rate\n00000,US,United States,2023,3000300,5.1\n\
         01000,AL,Alabama,2023,500100,4.0\n01001,AL,Autauga,2023,21861,4.3\n01003,AL,Baldwin,2023,69979,3.8\n\
         02000,AK,Alaska,2023,70010,6.0\n02013,AK,Aleutians,2023,3400,6.3\n02016,AK,Kodiak,2023,5400,5.9\n",
        "00000 whole, 01000 region 00000, 01001 area 01000, 01003 area 01000, 02000 region 00000, \
         02013 area 02000, 02016 area 02000",
    );
}

#[test]
fn small_sums_are_sure_together() {
    let read = check(
        "Area,2021,2022\nCounty total,967,1043\nNorth,507,540\nA,301,313\nB,206,227\nSouth,460,503\n\
         C,257,271\nD,203,232\n",
        "County total whole, North region County total, A area North, B area North, \
         South region County total, C area South, D area South",
    );
    assert!(matches!(
        &read.told[..],
        [
            Remark::TotalRow { .. },
            Remark::HoldAreas {
                count: 2,
                sign: HoldSign::Figures,
                ..
            }
        ]
    ));
    // One of them alone is not: South is not made of what stands below it.
    check(
        "Area,2021,2022\nNorth,507,540\nA,301,313\nB,206,227\nSouth,460,503\nC,257,291\nD,213,232\n",
        "North area, A area, B area, South area, C area, D area",
    );
}

#[test]
fn rows_that_are_no_areas_are_left_aside_and_told() {
    let aside = |text: &str| -> Vec<String> {
        let read = read(text);
        let faults = read.package.faults();
        let told = faults
            .iter()
            .map(|it| format!("{} {}", it.line, it.kind.name()));
        assert_eq!(read.package.fault_count(), 0);
        assert_eq!(read.package.areas.count(), 3, "{}", areas(&read.package));
        told.collect()
    };
    assert_eq!(
        aside("Ward,2021,2022\nA,10,12\nB,20,21\nC,31,35\nMax,31,35\nMin,10,12\nN,3,3\n"),
        ["5 statistic-aside", "6 statistic-aside", "0 more"]
    );
    assert_eq!(
        aside(
            "镇,2021年,2022年\n甲镇,10,12\n乙镇,20,21\n　其中：城区,6,6\n丙镇,98,103\n占全县比重（%）,1.2,1.3\n"
        ),
        ["4 of-which-aside", "6 statistic-aside"]
    );
    assert_eq!(
        aside("Ward,2021,2022\nA,10,12\nB,20,21\nC,31,35\nSource,2022,2023\n"),
        ["5 row-aside"]
    );
}

#[test]
fn words_for_all_in_other_languages() {
    for total in [
        "總計",
        "総数",
        "전국",
        "Totale",
        "Ogółem",
        "Итого",
        "Hele landet",
        "Total Nacional",
        "Borough",
    ] {
        check(
            &format!("Area,Year,Cases\n{total},2023,101\nA,2023,10\nB,2023,40\nC,2023,50\n"),
            &format!("{total} whole, A area {total}, B area {total}, C area {total}"),
        );
    }
}

#[test]
fn states_without_a_whole_above_them() {
    let read = check(
        "STATE_NAME,NAME,Year,Rate\nIowa,Clay,2020,5.1\nIowa,Lee,2020,4.2\nOhio,Clay,2020,6.3\nOhio,Lake,2020,7.7\n",
        "Iowa/Clay area Iowa, Iowa region, Iowa/Lee area Iowa, Ohio/Clay area Ohio, Ohio region, \
         Ohio/Lake area Ohio",
    );
    // None of them is the whole: each is told beside its counties, and may be chosen.
    assert!(read.package.areas.has_several_tops());
    let one = check(
        "Area,Year,Cases\nTotal,2023,7026\nA,2023,1231\nB,2023,2342\nC,2023,3453\n",
        "Total whole, A area Total, B area Total, C area Total",
    );
    assert!(!one.package.areas.has_several_tops());
}

#[test]
fn codes_that_each_say_their_level_hold_some_of_their_parts() {
    // A mean above or below those of the parts that are listed, and counts of some of them.
    let read = check(
        "行政区划代码,地区,年份,城镇化率（%）\n330000,浙江省,2023,70.1\n330100,杭州市,2023,80.2\n\
         330200,宁波市,2023,75.5\n",
        "330000 whole, 330100 area 330000, 330200 area 330000",
    );
    assert!(matches!(
        &read.told[..],
        [Remark::HoldAreas {
            count: 1,
            sign: HoldSign::Codes,
            ..
        }]
    ));
    check(
        "行政区划代码,地区,年份,人数\n330100,杭州市,2023,9004\n330102,上城区,2023,310\n330105,拱墅区,2023,290\n",
        "330100 whole, 330102 area 330100, 330105 area 330100",
    );
    // The offices of the province itself stand among its cities.
    check(
        "行政区划代码,地区,年份,人数\n330000,省本级,2023,1204\n330100,杭州市,2023,3107\n330200,宁波市,2023,2903\n",
        "330000 area, 330100 area, 330200 area",
    );
    check(
        "REF_DATE,GEO,DGUID,VALUE\n2021,Canada,2021A000011124,9.2\n2021,Quebec,2021A000224,8.7\n\
         2021,Ontario,2021A000235,13.6\n2021,Montréal,2021A00032466,9.1\n2021,Laval,2021A00032465,8.1\n",
        "2021A000011124 whole, 2021A000224 region 2021A000011124, 2021A000235 region 2021A000011124, \
         2021A00032466 area 2021A000224, 2021A00032465 area 2021A000224",
    );
}

#[test]
fn the_only_country_is_the_whole_of_places_that_are_none() {
    let read = check(
        "GEO,Year,Rate (%)\nCanada,2021,8.1\nQuebec,2021,9.2\nOntario,2021,7.4\n",
        "Canada whole, Quebec area Canada, Ontario area Canada",
    );
    assert!(matches!(&read.told[..], [Remark::TotalRow { area }] if area == "Canada"));
    check(
        "Area,Year,Cases\nKent,2021,310\nEssex,2021,420\nEngland,2021,9120\n",
        "Kent area England, Essex area England, England whole",
    );
    check(
        "Area,Year,Rate (%)\nUnited Kingdom,2021,4.2\nEngland,2021,4.3\nScotland,2021,3.9\nWales,2021,4.9\n",
        "United Kingdom whole, England area United Kingdom, Scotland area United Kingdom, \
         Wales area United Kingdom",
    );
    // Two countries, one that is smaller than what would be a part, and one beside the rest of the world.
    for flat in [
        "Canada,8.1\nFrance,9.2\nOntario,7.4",
        "Canada,12\nQuebec,310\nOntario,420",
        "Canada,8.1\nAfrica,9.2\nOther Asia,7.4",
        "Auburn,8.1\nPoland,7.9\nTurner,7.4",
        "Georgia,8.1\nOhio,9.2\nTexas,7.4",
    ] {
        let table = format!("Area,Year,Value\n{}\n", flat.replace(',', ",2021,"));
        assert!(
            !areas(&self::read(&table).package).contains("whole"),
            "{flat}"
        );
    }
}

#[test]
fn words_for_all_places_and_names_that_are_like_them() {
    check(
        "Ward,Year,Rate (%)\nAll wards,2021,12.1\nAsh,2021,10.1\nElm,2021,14.5\n",
        "All wards whole, Ash area All wards, Elm area All wards",
    );
    check(
        "Ward,Year,Rate (%)\nAll Saints,2021,12.1\nAsh,2021,10.1\nElm,2021,14.5\n",
        "All Saints area, Ash area, Elm area",
    );
    // A hospital called City, and a city above its wards.
    check(
        "Area,Year,Cases\nCity,2021,120\nGeneral,2021,200\nRoyal,2021,180\n",
        "City area, General area, Royal area",
    );
    check(
        "Area,Year,Rate (%)\nCity,2021,12.1\nAsh,2021,10.1\nElm,2021,14.5\n",
        "City whole, Ash area City, Elm area City",
    );
}

#[test]
fn a_sum_by_its_name_alone_is_the_whole() {
    // Of its parts some are missing: it is no sum of those that are there.
    let read = check(
        "code,area,year,population\n20570,Ballarat,2021,123952\n20580,Bendigo,2021,125618\n\
         20590,Geelong,2021,209803\n,TOTAL VICTORIA,2021,6547822\n",
        "20570 area TOTAL VICTORIA, 20580 area TOTAL VICTORIA, 20590 area TOTAL VICTORIA, TOTAL VICTORIA whole",
    );
    assert!(
        matches!(read.told[..], [Remark::TotalRow { .. }]),
        "{:?}",
        read.told
    );
    // A name alone against the figures says nothing.
    check(
        "area,year,population\nAa,2021,90\nBb,2021,800\nTotal Oil Depot,2021,70\n",
        "Aa area, Bb area, Total Oil Depot area",
    );
}

#[test]
fn a_city_whose_name_those_of_its_districts_begin_with() {
    let read = check(
        "area_code,地域,年,人口\n01100,札幌市,2020,973395\n01101,札幌市中央区,2020,252638\n01102,札幌市北区,2020,249682\n\
         02201,青森市,2020,275192\n",
        "01100 region, 01101 area 01100, 01102 area 01100, 02201 region",
    );
    let [
        Remark::HoldAreas {
            sign: HoldSign::Names,
            ref names,
            ..
        },
    ] = read.told[..]
    else {
        panic!("{:?}", read.told);
    };
    assert_eq!(names[..], ["札幌市"]);
}

#[test]
fn groups_of_countries_stand_above_them() {
    let read = check(
        "Country Name,Country Code,Year,Population\nKenya,KEN,2021,53005614\nNamibia,NAM,2021,2530151\n\
         Uganda,UGA,2021,45853778\nSub-Saharan Africa,SSF,2021,1181162739\n",
        "KEN area, NAM area, UGA area, SSF region",
    );
    assert_eq!(read.told.len(), 1, "{:?}", read.told);
}
