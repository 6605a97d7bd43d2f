//! What a page gives to programs is what the command line gives for the same question.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use zhishe::cli;
use zhishe::model::Lang;
use zhishe::package::{Need, Package};
use zhishe::route::{View, answer_json, pinned, resolve};

fn demo() -> &'static Package {
    static PACKAGE: OnceLock<Package> = OnceLock::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo");
    PACKAGE.get_or_init(|| cli::open(&folder, &Need::Everything).unwrap())
}

fn of_page(query: &str) -> Option<String> {
    let (view, ignored) = View::parse(query);
    assert_eq!(ignored, []);
    let (resolved, _) = resolve(&view, demo());
    answer_json(Lang::Zh, &pinned(&view, demo(), &resolved), demo())
}

fn check(query: &str, arguments: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo");
    let run = Command::new(env!("CARGO_BIN_EXE_zhishe"))
        .args(["answer", arguments[0]])
        .arg(folder)
        .args(&arguments[1..])
        .args(["--lang", "zh", "--format", "json"])
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let of_program = String::from_utf8(run.stdout).unwrap();
    let of_page = of_page(query).unwrap();
    let differs = of_page
        .lines()
        .zip(of_program.lines())
        .find(|(one, other)| one != other);
    assert_eq!(differs, None, "{query}");
    assert_eq!(of_page.len(), of_program.len(), "{query}");
}

#[test]
fn the_page_gives_what_the_command_line_gives() {
    let compared = [
        "compare",
        "--indicator",
        "on-time-rate",
        "--period",
        "2026-03",
    ];
    check(
        "?page=compare&indicator=on-time-rate&period=2026-03",
        &compared,
    );
    check("?page=map&indicator=on-time-rate&period=2026-03", &compared);
    let findings = ["findings", "--level", "community", "--period", "2026-03"];
    check(
        "?page=compare&show=findings&level=community&period=2026-03",
        &findings,
    );
    let profile = ["profile", "--area", "990001002001", "--period", "2026-03"];
    check("?page=profile&area=990001002001&period=2026-03", &profile);
    let organisation = ["organisation", "--area", "990001002", "--period", "2026-03"];
    check(
        "?page=organisation&area=990001002&period=2026-03",
        &organisation,
    );
    let cases = [
        "pipeline",
        "--area",
        "990001002",
        "--beside",
        "990001",
        "--period",
        "2026-03",
    ];
    check("?page=cases&area=990001002&period=2026-03", &cases);
    let standards = ["standards", "--area", "990001002", "--period", "2026-03"];
    check(
        "?page=standards&within=990001002&period=2026-03",
        &standards,
    );
    let relate = [
        "relate",
        "--indicator",
        "satisfaction-rate,on-time-rate",
        "--period",
        "2026-03",
        "--level",
        "community",
    ];
    check(
        "?page=explore&indicator=on-time-rate&across=satisfaction-rate&period=2026-03&level=community",
        &relate,
    );
    let spread = [
        "distribution",
        "--indicator",
        "on-time-rate",
        "--period",
        "2026-03",
        "--level",
        "community",
    ];
    check(
        "?page=explore&explore=distribution&indicator=on-time-rate&period=2026-03&level=community",
        &spread,
    );
    let table = [
        "table",
        "--indicators",
        "on-time-rate,households",
        "--periods",
        "2026-03",
        "--level",
        "community",
        "--within",
        "990001002",
    ];
    check(
        "?page=explore&explore=table&indicators=on-time-rate,households&period=2026-03&level=community&within=990001002",
        &table,
    );
    // What is not yet ripe is shown with the newest that is.
    let trend = [
        "trend",
        "--indicator",
        "on-time-rate",
        "--area",
        "990001002001",
        "--period",
        "2026-04",
    ];
    check(
        "?page=trends&indicator=on-time-rate&area=990001002001",
        &trend,
    );
}

#[test]
fn pages_without_such_an_answer_give_none() {
    for query in [
        "?page=data",
        "?page=compare&show=all",
        "?page=trends&show=all",
        "?page=explore&explore=own",
        // No breakdown.
        "?page=explore&explore=breakdown&indicator=service-coverage",
        // Too long to be written at once.
        "?page=explore&explore=table&indicators=on-time-rate,satisfaction-rate,cases-taken,cases-rated&periods=all",
    ] {
        assert_eq!(of_page(query), None, "{query}");
    }
}

#[test]
fn a_breakdown_has_its_values_and_those_of_all_areas() {
    let json = of_page("?page=explore&explore=breakdown&indicator=cases-taken&period=2026-03");
    let json: serde_json::Value = serde_json::from_str(&json.unwrap()).unwrap();
    assert_eq!(json["answer"], "breakdown");
    assert_eq!(json["question"]["dimension"], "category");
    assert_eq!(json["question"]["area_code"], "990001");
    let values = json["values"].as_array().unwrap();
    assert_eq!(values.len(), 9);
    assert_eq!(values[0]["category"], "property");
    assert_eq!(values[0]["value"], 6987.0);
    let areas = json["areas"]["rows"].as_array().unwrap();
    assert_eq!(
        (areas.len(), &json["areas"]["level"]),
        (10, &"subdistrict".into())
    );
    let sum = |category: &str| {
        let of = areas
            .iter()
            .flat_map(|row| row["values"].as_array().unwrap());
        let of = of.filter(|cell| cell["category"] == category);
        of.filter_map(|cell| cell["value"].as_f64()).sum::<f64>()
    };
    assert_eq!(sum("property"), 6987.0);
}
