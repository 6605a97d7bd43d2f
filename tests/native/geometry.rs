//! Outlines of areas: GeoJSON as publishers and their tools write it, sound, odd and hostile. Every
//! outline is made up: squares that are nowhere.

use crate::support::{CHUNK_SIZES, Files, area_id, fault_lines, indicator_id};
use serde_json::{Value as Json, json};
use zhishe::answer::{BenchmarkChoice, CompareQuestion, Outlines, PeriodChoice, compare, outlines};
use zhishe::figure::{Figure, Look, Mapped, area_figure};
use zhishe::model::{FaultKind, Lang, Period};
use zhishe::package::{FileState, Need, Package, TableKind, needed_files};

const PATH: &str = "boundaries.geojson";

/// A square ring of so many degrees, closed as RFC 7946 asks.
fn square(west: f64, south: f64, side: f64) -> Json {
    let (east, north) = (west + side, south + side);
    json!([
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south]
    ])
}

fn feature(code: Json, sort: &str, coordinates: Json) -> Json {
    json!({
        "type": "Feature",
        "properties": {"area_code": code, "name": "无关"},
        "geometry": {"type": sort, "coordinates": coordinates},
    })
}

fn collection(features: Vec<Json>) -> Vec<u8> {
    let written = json!({"type": "FeatureCollection", "features": features});
    written.to_string().into_bytes()
}

/// The little package with a file of outlines.
fn with_outlines(bytes: impl Into<Vec<u8>>) -> Files {
    let mut files = Files::little().with(PATH, bytes);
    let resources = files.descriptor["resources"].as_array_mut().unwrap();
    resources.push(json!({"name": "boundaries", "path": PATH}));
    files
}

fn codes(package: &Package) -> Vec<&str> {
    let files = package.geometry.iter();
    let outlines = files.flat_map(|file| &file.outlines);
    outlines.map(|outline| outline.code.as_str()).collect()
}

/// The only fault of a file of outlines.
#[track_caller]
fn check_fault(bytes: impl Into<Vec<u8>>, expected: &str) {
    let files = with_outlines(bytes);
    for chunk_bytes in [7, usize::MAX] {
        let found = fault_lines(&files.open(chunk_bytes));
        assert_eq!(found, [expected], "in pieces of {chunk_bytes}");
    }
}

#[test]
fn sound_outlines_are_read_in_pieces_of_any_size() {
    let island = json!([[square(20.0, 10.0, 1.0)], [square(22.0, 10.0, 0.5)]]);
    let features = vec![
        feature(
            json!("9901001"),
            "Polygon",
            json!([square(10.0, 10.0, 1.0), square(10.2, 10.2, 0.5)]),
        ),
        // As a tool writes a code that it takes for a number.
        feature(json!(9_902_001), "MultiPolygon", island),
        // An area of two pieces in two features.
        feature(
            json!("9901002"),
            "Polygon",
            json!([square(12.0, 10.0, 1.0)]),
        ),
        feature(
            json!("9901002"),
            "Polygon",
            json!([square(14.0, 10.0, 1.0)]),
        ),
    ];
    let files = with_outlines(collection(features));
    for chunk_bytes in CHUNK_SIZES {
        let package = files.open(chunk_bytes);
        assert_eq!(fault_lines(&package), Vec::<String>::new());
        assert_eq!(codes(&package), ["9901001", "9902001", "9901002"]);
        let [one, two, three] = &package.geometry[0].outlines[..] else {
            panic!("three outlines");
        };
        let outer = [(10.0, 10.0), (11.0, 10.0), (11.0, 11.0), (10.0, 11.0)];
        assert_eq!(one.pieces[0].outer, outer);
        let hole = [(10.2, 10.2), (10.7, 10.2), (10.7, 10.7), (10.2, 10.7)];
        assert_eq!(one.pieces[0].holes, [hole]);
        assert_eq!((two.pieces.len(), three.pieces.len()), (2, 2));
        // The row count of the file is that of its outlines.
        let states = package.files.iter();
        let counts = states.map(|state| match state {
            FileState::Reference(count, _) => *count,
            _ => 0,
        });
        assert_eq!(counts.collect::<Vec<_>>().last(), Some(&3));
    }
}

#[test]
fn what_is_no_outline_is_told_and_costs_only_itself() {
    let sound = || {
        feature(
            json!("9901001"),
            "Polygon",
            json!([square(10.0, 10.0, 1.0)]),
        )
    };
    let metres = json!([[
        [508_000.0, 4_410_000.0],
        [508_100.0, 4_410_000.0],
        [508_100.0, 4_410_100.0]
    ]]);
    let without_code = json!({"type": "Feature", "properties": null,
        "geometry": {"type": "Polygon", "coordinates": [square(1.0, 1.0, 1.0)]}});
    let features = vec![
        sound(),
        feature(json!("9901002"), "Point", json!([10.0, 10.0])),
        feature(json!("9901002"), "Polygon", metres),
        feature(
            json!("9901002"),
            "Polygon",
            json!([[[1.0, 1.0], [2.0, 2.0]]]),
        ),
        feature(json!("9901002"), "Polygon", json!({"x": 1})),
        feature(json!(""), "Polygon", json!([square(10.0, 10.0, 1.0)])),
        without_code,
        json!("no feature"),
        json!({"type": "Feature", "properties": {"area_code": "9902001"}, "geometry": null}),
        feature(
            json!("nowhere"),
            "Polygon",
            json!([square(30.0, 10.0, 1.0)]),
        ),
        // A code that is a number with a sign or a fraction is none.
        feature(json!(-5), "Polygon", json!([square(10.0, 10.0, 1.0)])),
        feature(
            json!("9902001"),
            "Polygon",
            json!([[[1e300, 1.0], [2.0, 2.0], [3.0, 1.0]]]),
        ),
    ];
    let package = with_outlines(collection(features)).open(usize::MAX);
    assert_eq!(
        fault_lines(&package),
        [
            "boundaries.geojson:0:features[1] outline-left-out \"9901002 Point\"",
            "boundaries.geojson:0:features[2] broken-outline \"9901002\"",
            "boundaries.geojson:0:features[3] broken-outline \"9901002\"",
            "boundaries.geojson:0:features[4] broken-outline \"9901002\"",
            "boundaries.geojson:0:features[5] outline-without-code \"\"",
            "boundaries.geojson:0:features[6] outline-without-code \"\"",
            "boundaries.geojson:0:features[7] broken-outline \"\"",
            "boundaries.geojson:0:features[8] outline-left-out \"9902001 \"",
            "boundaries.geojson:0:features[10] outline-without-code \"\"",
            "boundaries.geojson:0:features[11] broken-outline \"9902001\"",
            "boundaries.geojson:0:area_code unknown-area \"nowhere\"",
        ]
    );
    assert_eq!(codes(&package), ["9901001", "nowhere"]);
    // A point is no fault.
    assert_eq!(package.fault_count(), 9);
}

#[test]
fn what_is_wrong_with_every_feature_is_told_once() {
    let check = |property: &str, coordinates: Json, expected: &str| {
        let of = |code: &str| {
            json!({
                "type": "Feature",
                "properties": {property: code, "n": 1},
                "geometry": {"type": "Polygon", "coordinates": coordinates},
            })
        };
        check_fault(collection(vec![of("9901001"), of("9901002")]), expected);
    };
    // Another property holds the code: those that there are are named.
    check(
        "DM",
        json!([square(1.0, 1.0, 1.0)]),
        "boundaries.geojson:0:features[0–1] outline-without-code \"DM, n\"",
    );
    let metres = json!([[[508e3, 4.41e6], [508.1e3, 4.41e6], [508.1e3, 4.4e6]]]);
    check(
        "area_code",
        metres,
        "boundaries.geojson:0:features[0–1] broken-outline \"9901001\"",
    );
}

#[test]
fn a_file_that_is_no_geojson_is_refused_with_its_reason() {
    check_fault("", "boundaries.geojson:0: empty \"\"");
    check_fault("  \n ", "boundaries.geojson:0: empty \"\"");
    let broken = |line: usize| format!("boundaries.geojson:{line}: broken-geometry \"\"");
    check_fault(
        "\n<!doctype html>",
        "boundaries.geojson:0: html-instead \"\"",
    );
    check_fault("{\"type\": \"Topology\", \"objects\": {}}", &broken(0));
    check_fault("{\"features\": [\n{]}", &broken(2));
    check_fault("[]", &broken(0));
    check_fault("{\"type\": \"FeatureCollection\"}", &broken(0));
    check_fault("{\"features\": 7}", &broken(0));
    check_fault(b"{\"features\": [\n\xff]}".to_vec(), &broken(2));
    let sound = collection(vec![feature(
        json!("9901001"),
        "Polygon",
        json!([square(1.0, 1.0, 1.0)]),
    )]);
    check_fault(&sound[..sound.len() - 4], &broken(1));
    // Deeper than anybody nests, be it in a place that nobody reads.
    let deep = format!(
        "{{\"x\": {}1{}, \"features\": []}}",
        "[".repeat(400),
        "]".repeat(400)
    );
    check_fault(deep, &broken(1));
    // A number that no double can hold.
    check_fault(
        "{\"features\": [{\"properties\": {\"area_code\": \"9901001\"}, \"geometry\": \
         {\"type\": \"Polygon\", \"coordinates\": [[[1e999, 1], [2, 2], [3, 1]]]}}]}",
        &broken(1),
    );
}

#[test]
fn a_file_beyond_the_limit_is_not_kept() {
    let mut bytes = collection(Vec::new());
    bytes.resize(8_000_001, b' ');
    let package = with_outlines(bytes).open(1 << 18);
    let faults = package.faults();
    assert_eq!(faults.len(), 1);
    let limit_bytes = 8_000_000;
    assert_eq!(faults[0].kind, FaultKind::TooLarge { limit_bytes });
}

#[test]
fn the_descriptor_says_how_outlines_are_matched_and_who_approved_them() {
    let written = json!({"type": "FeatureCollection", "features": [{
        "type": "Feature",
        "properties": {"代码": "9901001", "area_code": "else"},
        "geometry": {"type": "Polygon", "coordinates": [square(1.0, 1.0, 1.0)]},
    }]});
    let mut files = Files::little().with("shapes.json", written.to_string());
    let resources = files.descriptor["resources"].as_array_mut().unwrap();
    resources.push(json!({
        "name": "anything", "path": "shapes.json", "format": "GeoJSON",
        "zhishe": {"match": "代码", "approval": "GS(2026)0001号"},
    }));
    let package = files.open(usize::MAX);
    assert_eq!(fault_lines(&package), Vec::<String>::new());
    assert_eq!(codes(&package), ["9901001"]);
    assert_eq!(package.geometry[0].approval, "GS(2026)0001号");
}

#[test]
fn only_a_map_reads_outlines() {
    let files = with_outlines(collection(Vec::new()));
    let mut package = files.open_descriptor();
    let headlines = Need::Headlines { levels: Vec::new() };
    let read = files.read(&mut package, &headlines, usize::MAX);
    assert!(!read.contains(&PATH.to_string()), "{read:?}");
    assert!(package.has_table(TableKind::Geometry));
    let read = files.read(&mut package, &Need::Geometry, usize::MAX);
    assert_eq!(read, [PATH]);
    assert!(needed_files(&package, &Need::Geometry).is_empty());
    // To read them anew is to read nothing else anew.
    let place = package
        .descriptor
        .resources
        .iter()
        .position(|it| *it.path == *PATH);
    let anew = package.with_retry(place.unwrap());
    assert_eq!(needed_files(&anew, &Need::Geometry), [place.unwrap()]);
    assert!(needed_files(&anew, &headlines).is_empty());
    assert!(anew.geometry.is_empty());
}

#[test]
fn outlines_find_their_areas_and_the_rest_is_listed() {
    let features = vec![
        feature(
            json!("9902001"),
            "Polygon",
            json!([square(11.0, 10.0, 1.0)]),
        ),
        feature(
            json!("9901001"),
            "Polygon",
            json!([square(10.0, 10.0, 1.0)]),
        ),
        feature(
            json!("9909999"),
            "Polygon",
            json!([square(12.0, 10.0, 1.0)]),
        ),
        // An area of another level is known, and not on this map.
        feature(json!("9901"), "Polygon", json!([square(13.0, 10.0, 1.0)])),
    ];
    let package = with_outlines(collection(features)).open(usize::MAX);
    let question = CompareQuestion {
        indicator: indicator_id(&package, "on-time"),
        level: package.descriptor.level("community").unwrap(),
        within: None,
        period: PeriodChoice::At(Period::parse("2024-03").unwrap()),
        benchmark: BenchmarkChoice::Top,
    };
    let compare = compare(&package, question);
    let found = outlines(&package, &compare);
    let area = |at: usize| compare.rows[at].area;
    let matched = found.matched.iter().map(|(at, outline)| {
        assert_eq!(package.areas.get(area(*at)).code, outline.code);
        outline.code.as_str()
    });
    let matched: Vec<&str> = matched.collect();
    assert_eq!(
        matched,
        ["9901001", "9902001"],
        "in the order of the package"
    );
    assert_eq!(found.without, [area_id(&package, "9901002")]);
    assert_eq!(found.unknown, ["9909999"]);
    let files: Vec<&str> = found.approvals.iter().map(|(_, file)| *file).collect();
    assert_eq!((files.len(), found.approvals[0].0), (1, ""));

    let pattern = zhishe::answer::pattern(&package, &compare);
    let mapped = Mapped {
        package: &package,
        compare: &compare,
        pattern: &pattern,
        colouring: pattern.colouring(&compare, false),
        look: Look::default(),
    };
    for (lang, declared) in [
        (Lang::Zh, "发布方未声明审图号"),
        (
            Lang::En,
            "The publisher declares no map approval number (审图号)",
        ),
    ] {
        let Some(Figure::AreaMap(map)) = area_figure(lang, mapped, &found) else {
            panic!("a map of outlines");
        };
        // What the picture leaves out is said in the picture.
        let without = package.areas.get(found.without[0]).name.get(lang);
        assert!(map.caption.starts_with(declared), "{}", map.caption);
        assert!(map.caption.ends_with(without), "{}", map.caption);
        assert_eq!(map.shapes.len(), 2);
    }
    // One file's number does not speak for another's.
    let of_two = Outlines {
        approvals: vec![("", "c.geojson"), ("GS(2026)0001号", "b.geojson")],
        ..found.clone()
    };
    let Some(Figure::AreaMap(map)) = area_figure(Lang::Zh, mapped, &of_two) else {
        panic!("a map of outlines");
    };
    let declared = "审图号：GS(2026)0001号；c.geojson 未声明审图号；";
    assert!(map.caption.starts_with(declared), "{}", map.caption);
    let nothing = Default::default();
    assert_eq!(area_figure(Lang::Zh, mapped, &nothing), None);
}
