//! Holds `data/published/` against the three tables in `tests/reference/published/`: every figure,
//! standard and source is in the package once and unchanged, and the package adds nothing of its
//! own but codes, definitions and the two things the reference leaves open. It must not know how
//! the application reads a package: it names only the csv and serde_json crates.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

type Row = BTreeMap<String, String>;

const BANNER_ZH: &str = "数字摘自公开文章，由发布方自行统计，本站未核实；时点与口径不同，不排名、不判定达标。所示为发表时情况，不代表现状。";

/// Places that the texts name without a code, and the code given here.
const LOCAL_CODES: [(&str, &str); 3] = [
    ("曙光社区", "local:dongsheng-shuguang"),
    ("铁西社区", "local:dongsheng-tiexi"),
    ("金辉大厦", "local:dongsheng-jinhui"),
];

/// The reference gives this id one label per district; the definition must quote both.
const SEVERAL_LABELS: &str = "delegated-items";

/// A count of sub-districts in the reference, shown as the percentage it stands for.
const SHOWN_AS_PERCENT: &str = "subdistricts-with-regional-committee";

#[test]
fn every_figure_is_present_once_and_unchanged() {
    let observations = keyed(&observations(), &["indicator", "area_code", "period"]);
    let figures = reference("figures");
    check("number of observations", observations.len(), figures.len());
    for figure in &figures {
        let code = area_code(figure);
        let key = vec![figure["indicator"].clone(), code, figure["as_of"].clone()];
        let Some(observation) = observations.get(&key) else {
            panic!("no observation for {key:?}");
        };
        check_columns(
            &key,
            observation,
            figure,
            &[
                "value",
                "bound",
                "numerator",
                "denominator",
                "source",
                "locator",
                "note",
            ],
        );
        check((&key, "status"), observation["status"].as_str(), "A");
    }
}

#[test]
fn an_observation_has_a_value_or_a_fraction_and_a_bound_only_on_a_value() {
    for row in observations() {
        let fraction = (!row["numerator"].is_empty(), !row["denominator"].is_empty());
        let has_value = !row["value"].is_empty();
        check((&row, "numerator and denominator"), fraction.0, fraction.1);
        check((&row, "value or fraction"), has_value, !fraction.0);
        check(
            (&row, "bound on a value"),
            row["bound"].is_empty() || has_value,
            true,
        );
    }
}

#[test]
fn every_indicator_keeps_its_kind_nature_unit_and_label() {
    let indicators = keyed(&package("indicators"), &["indicator"]);
    for figure in reference("figures") {
        let id = &figure["indicator"];
        let indicator = &indicators[&vec![id.clone()]];
        check_columns(id, indicator, &figure, &["kind", "nature"]);
        if id == SHOWN_AS_PERCENT {
            check(
                (id, "unit"),
                (indicator["unit_zh"].as_str(), indicator["unit_en"].as_str()),
                ("%", "%"),
            );
        } else {
            check_columns(id, indicator, &figure, &["unit_zh", "unit_en"]);
        }
        for (label, definition) in [("label_zh", "definition_zh"), ("label_en", "definition_en")] {
            if id == SEVERAL_LABELS {
                check(
                    (id, label),
                    indicator[definition].contains(&figure[label]),
                    true,
                );
            } else {
                check(
                    (id, label),
                    indicator[label].as_str(),
                    figure[label].as_str(),
                );
            }
        }
    }
}

#[test]
fn the_package_defines_just_the_indicators_that_the_reference_names() {
    let named = |rows: &[Row]| -> BTreeSet<String> {
        rows.iter().map(|row| row["indicator"].clone()).collect()
    };
    let figures = named(&reference("figures"));
    let standards = named(&reference("standards"));
    let indicators = package("indicators");
    check(
        "ids",
        named(&indicators),
        figures.union(&standards).cloned().collect(),
    );
    check(
        "no id twice",
        keyed(&indicators, &["indicator"]).len(),
        indicators.len(),
    );
    for indicator in &indicators {
        let without_figure = !figures.contains(&indicator["indicator"]);
        check(
            (indicator, "zh says no figure"),
            indicator["definition_zh"].contains("没有该指标的数字"),
            without_figure,
        );
        check(
            (indicator, "en says no figure"),
            indicator["definition_en"].contains("No figure is published"),
            without_figure,
        );
    }
}

#[test]
fn every_indicator_speaks_both_languages() {
    for indicator in package("indicators") {
        for stem in ["label", "definition", "unit"] {
            let (zh, en) = (
                &indicator[&format!("{stem}_zh")],
                &indicator[&format!("{stem}_en")],
            );
            check(
                (&indicator["indicator"], stem),
                (zh.is_empty(), en.is_empty()),
                (false, false),
            );
        }
        let caveats = (
            indicator["caveat_zh"].is_empty(),
            indicator["caveat_en"].is_empty(),
        );
        check((&indicator["indicator"], "caveat"), caveats.0, caveats.1);
    }
}

#[test]
fn a_role_has_one_indicator() {
    // But for the centres, which have one a tier.
    let roles: Vec<String> = package("indicators")
        .into_iter()
        .map(|row| row["role"].clone())
        .filter(|role| !role.is_empty() && role != "centre.reported")
        .collect();
    check(
        "roles",
        roles.iter().collect::<BTreeSet<_>>().len(),
        roles.len(),
    );
}

#[test]
fn multipliers_stand_where_a_fraction_needs_them() {
    for indicator in package("indicators") {
        let hundred = indicator["kind"] == "proportion"
            || indicator["indicator"] == "party-groups-per-100-grids";
        check(
            &indicator["indicator"],
            indicator["multiplier"].as_str(),
            if hundred { "100" } else { "1" },
        );
    }
}

#[test]
fn the_headline_file_holds_just_the_headline_indicators() {
    let headline: BTreeSet<String> = package("indicators")
        .into_iter()
        .filter(|row| row["headline"] == "yes")
        .map(|row| row["indicator"].clone())
        .collect();
    check("between 8 and 14", (8..=14).contains(&headline.len()), true);
    let first: BTreeSet<String> = package("observations-headline")
        .into_iter()
        .map(|row| row["indicator"].clone())
        .collect();
    check("headline file", first, headline.clone());
    for row in package("observations-rest") {
        check(
            &row["indicator"],
            headline.contains(&row["indicator"]),
            false,
        );
    }
}

#[test]
fn every_standard_is_present_and_unchanged() {
    check_same_rows("standards", &["standard", "effective_from"], &[]);
}

#[test]
fn every_source_is_present_and_unchanged_and_claims_no_license() {
    check_same_rows("sources", &["source"], &["license"]);
    for row in package("sources") {
        check(&row["source"], row["license"].as_str(), "");
    }
}

#[test]
fn places_have_their_codes() {
    let areas = keyed(&package("areas"), &["area_code"]);
    let district = |code: &str, zh: &str, en: &str| {
        (
            code.to_owned(),
            zh.to_owned(),
            en.to_owned(),
            "district".to_owned(),
            String::new(),
            "GB/T 2260".to_owned(),
        )
    };
    let local = |code: &str, zh: &str, en: &str, level: &str| {
        (
            code.to_owned(),
            zh.to_owned(),
            en.to_owned(),
            level.to_owned(),
            "150602".to_owned(),
            "local".to_owned(),
        )
    };
    let actual: BTreeSet<_> = areas
        .values()
        .map(|row| {
            let cell = |column: &str| row[column].clone();
            (
                cell("area_code"),
                cell("name_zh"),
                cell("name_en"),
                cell("level"),
                cell("parent_code"),
                cell("code_system"),
            )
        })
        .collect();
    let expected = BTreeSet::from([
        district("610113", "雁塔区", "Yanta District"),
        district("511381", "阆中市", "Langzhong City"),
        district("150602", "东胜区", "Dongsheng District"),
        local(
            "local:dongsheng-shuguang",
            "曙光社区",
            "Shuguang Community",
            "community",
        ),
        local(
            "local:dongsheng-tiexi",
            "铁西社区",
            "Tiexi Community",
            "community",
        ),
        local(
            "local:dongsheng-jinhui",
            "金辉大厦",
            "Jinhui Building",
            "building",
        ),
    ]);
    check("areas", actual, expected);
    for row in observations() {
        check(
            &row,
            row["area_name"].as_str(),
            areas[&vec![row["area_code"].clone()]]["name_zh"].as_str(),
        );
    }
}

#[test]
fn the_descriptor_says_what_the_package_is() {
    let descriptor = descriptor();
    check(
        "schema",
        &descriptor["$schema"],
        &json!("https://datapackage.org/profiles/2.0/datapackage.json"),
    );
    check("name", &descriptor["name"], &json!("published"));
    for required in ["version", "created"] {
        check(required, descriptor[required].is_string(), true);
    }
    check("no licence is claimed", descriptor.get("licenses"), None);
    let zhishe = &descriptor["zhishe"];
    check("banner_zh", &zhishe["banner_zh"], &json!(BANNER_ZH));
    check(
        "banner_en",
        zhishe["banner_en"]
            .as_str()
            .is_some_and(|text| text.contains("not been verified")),
        true,
    );
    check("judged", &zhishe["judged"], &json!(false));
    check("fictional", &zhishe["fictional"], &json!(false));
    check(
        "levels",
        &zhishe["levels"],
        &json!([
            "district",
            "subdistrict",
            "community",
            "grid",
            "compound",
            "building"
        ]),
    );
    check("dimensions", &zhishe["dimensions"], &json!([]));
    check("case_basis", zhishe.get("case_basis"), None);
}

#[test]
fn every_resource_is_a_file_whose_header_is_its_schema() {
    let tables = [
        "areas",
        "indicators",
        "observations",
        "sources",
        "standards",
        "lineage",
        "revisions",
    ];
    for resource in descriptor()["resources"].as_array().expect("resources") {
        let name = resource["name"].as_str().expect("name");
        let known = tables
            .iter()
            .any(|table| name == *table || name.starts_with(&format!("{table}-")));
        check((name, "names its table"), known, true);
        check(
            (name, "neither bytes nor hash"),
            resource.get("bytes").or(resource.get("hash")),
            None,
        );
        let schema = parse_json(&package_dir().join(resource["schema"].as_str().expect("schema")));
        let fields: Vec<String> = schema["fields"]
            .as_array()
            .expect("fields")
            .iter()
            .map(|field| field["name"].as_str().expect("field name").to_owned())
            .collect();
        check(
            (name, "header"),
            header(&package_dir().join(resource["path"].as_str().expect("path"))),
            fields,
        );
    }
}

#[test]
fn a_resource_declares_the_themes_levels_and_periods_that_it_holds() {
    let themes = keyed(&package("indicators"), &["indicator"]);
    let levels = keyed(&package("areas"), &["area_code"]);
    for resource in descriptor()["resources"].as_array().expect("resources") {
        let Some(declared) = resource.get("zhishe") else {
            continue;
        };
        let name = resource["name"].as_str().expect("name");
        let rows = package(name);
        let strings = |key: &str| -> BTreeSet<String> {
            declared[key]
                .as_array()
                .expect("a list")
                .iter()
                .map(|item| item.as_str().expect("text").to_owned())
                .collect()
        };
        check(
            (name, "themes"),
            strings("themes"),
            rows.iter()
                .map(|row| themes[&vec![row["indicator"].clone()]]["theme"].clone())
                .collect(),
        );
        check(
            (name, "levels"),
            strings("levels"),
            rows.iter()
                .map(|row| levels[&vec![row["area_code"].clone()]]["level"].clone())
                .collect(),
        );
        let periods: BTreeSet<&str> = rows.iter().map(|row| row["period"].as_str()).collect();
        check(
            (name, "from"),
            declared["from"].as_str(),
            periods.first().copied(),
        );
        check(
            (name, "to"),
            declared["to"].as_str(),
            periods.last().copied(),
        );
    }
}

#[test]
fn files_are_utf_8_with_line_feeds_and_no_byte_order_mark() {
    for entry in fs::read_dir(package_dir()).expect("package folder") {
        let path = entry.expect("entry").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "csv" || extension == "json")
        {
            let bytes = fs::read(&path).expect("readable");
            check((&path, "UTF-8"), std::str::from_utf8(&bytes).is_ok(), true);
            check((&path, "carriage return"), bytes.contains(&b'\r'), false);
            check(
                (&path, "byte order mark"),
                bytes.starts_with(b"\xEF\xBB\xBF"),
                false,
            );
            check((&path, "ends its last line"), bytes.ends_with(b"\n"), true);
        }
    }
}

#[test]
fn the_catalog_lists_demo_first_and_then_this_package() {
    let catalog = parse_json(&root().join("data/catalog.json"));
    let packages = catalog["packages"].as_array().expect("packages");
    let names: Vec<_> = packages
        .iter()
        .map(|package| (package["name"].as_str(), package["path"].as_str()))
        .collect();
    check(
        "catalog",
        names,
        vec![
            (Some("demo"), Some("demo/")),
            (Some("published"), Some("published/")),
        ],
    );
    let title = (&packages[1]["title_zh"], &packages[1]["title_en"]);
    let descriptor = descriptor();
    check(
        "title",
        title,
        (
            &descriptor["zhishe"]["title_zh"],
            &descriptor["zhishe"]["title_en"],
        ),
    );
}

/// Fails, naming what was looked at, unless the two are equal.
#[track_caller]
fn check<T: PartialEq + Debug>(what: impl Debug, actual: T, expected: T) {
    assert_eq!(actual, expected, "{what:?}");
}

/// The named columns of a reference row stand in the package row, with m2 written m².
#[track_caller]
fn check_columns(what: impl Debug, actual: &Row, expected: &Row, columns: &[&str]) {
    for column in columns {
        check(
            (&what, column),
            actual[*column].as_str(),
            square_metres(&expected[*column]),
        );
    }
}

/// A table holds the reference's rows with all their columns, and only the added columns besides.
#[track_caller]
fn check_same_rows(table: &str, key: &[&str], added: &[&str]) {
    let (ours, theirs) = (package(table), reference(table));
    check((table, "rows"), ours.len(), theirs.len());
    let actual = keyed(&ours, key);
    for (key, expected) in keyed(&theirs, key) {
        let Some(row) = actual.get(&key) else {
            panic!("{table} lacks {key:?}")
        };
        let columns: Vec<&str> = expected.keys().map(String::as_str).collect();
        check_columns(&key, row, &expected, &columns);
        let besides: Vec<&str> = row
            .keys()
            .map(String::as_str)
            .filter(|column| !columns.contains(column))
            .collect();
        check((&key, "added columns"), besides, added.to_vec());
    }
}

fn square_metres(unit: &str) -> &str {
    if unit == "m2" { "m²" } else { unit }
}

fn area_code(figure: &Row) -> String {
    match figure["area_zh"].as_str() {
        "" => figure["district_code"].clone(),
        name => LOCAL_CODES
            .iter()
            .find(|(zh, _)| *zh == name)
            .map(|(_, code)| (*code).to_owned())
            .expect("a known place"),
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn package_dir() -> PathBuf {
    root().join("data/published")
}

fn package(table: &str) -> Vec<Row> {
    read(&package_dir().join(format!("{table}.csv")))
}

fn observations() -> Vec<Row> {
    [
        package("observations-headline"),
        package("observations-rest"),
    ]
    .concat()
}

fn reference(table: &str) -> Vec<Row> {
    read(&root().join(format!("tests/reference/published/{table}.csv")))
}

fn descriptor() -> Value {
    parse_json(&package_dir().join("datapackage.json"))
}

fn parse_json(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn header(path: &Path) -> Vec<String> {
    let mut reader = csv::Reader::from_path(path).expect("a CSV file");
    reader
        .headers()
        .expect("a header")
        .iter()
        .map(str::to_owned)
        .collect()
}

/// Strict reading: a row with another number of cells than the header is a failure.
fn read(path: &Path) -> Vec<Row> {
    let mut reader =
        csv::Reader::from_path(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    reader
        .deserialize()
        .map(|row| row.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        .collect()
}

/// Rows by key; the same key twice is a failure.
#[track_caller]
fn keyed(rows: &[Row], columns: &[&str]) -> BTreeMap<Vec<String>, Row> {
    let mut map = BTreeMap::new();
    for row in rows {
        let key: Vec<String> = columns.iter().map(|column| row[*column].clone()).collect();
        assert!(
            map.insert(key.clone(), row.clone()).is_none(),
            "{key:?} stands twice"
        );
    }
    map
}
