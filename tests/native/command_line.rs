//! The command line as its users meet it: the built program on the packages that ship and on made-up
//! ones. Exit codes, the keys of JSON, the vectors of the design, bad questions. It must not know how
//! anything is computed.

use crate::support::{Files, gb18030};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

// ---- running ------------------------------------------------------------------------------------

/// What a run of the program left.
struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run_in(locale: &str, arguments: &[&str]) -> Run {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_zhishe"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", locale)
        .output()
        .unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn run(arguments: &[&str]) -> Run {
    run_in("zh_CN.UTF-8", arguments)
}

/// Runs a command that must give JSON and end with 0.
#[track_caller]
fn json(arguments: &[&str]) -> Json {
    let mut arguments = arguments.to_vec();
    arguments.extend(["--format", "json"]);
    let run = run(&arguments);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    serde_json::from_str(&run.out).unwrap()
}

fn shipped(name: &str) -> String {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    data.join(name).to_str().unwrap().to_string()
}

/// The demonstration district as small as it can be, for questions whose answer hangs on no figure.
fn small_demo() -> String {
    static DEMO: OnceLock<String> = OnceLock::new();
    let written = || {
        let folder = folder("small-demo");
        let folder = folder.to_str().unwrap();
        let options = ["--communities", "20", "--months", "6"];
        let mut arguments = vec!["demo", folder];
        arguments.extend(options);
        assert_eq!(run(&arguments).code, 0);
        folder.to_string()
    };
    DEMO.get_or_init(written).clone()
}

/// A folder of this test's own with a package in it.
fn written(name: &str, files: &Files) -> String {
    let folder = folder(name);
    files.write(&folder);
    folder.to_str().unwrap().to_string()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("command-line")
        .join(name)
}

#[track_caller]
fn check(found: &Json, expected: Json) {
    assert_eq!(*found, expected);
}

/// The number must be this one as far as its digits go.
#[track_caller]
fn near(found: &Json, expected: f64, digits: i32) {
    let found = found.as_f64().unwrap_or(f64::NAN);
    let allowed = 0.5000001 * 10f64.powi(-digits);
    assert!(
        (found - expected).abs() <= allowed,
        "{found}, not {expected}"
    );
}

/// The keys of an object, in the order in which they are written.
fn keys(text: &str, object: &Json) -> Vec<String> {
    let mut keys: Vec<String> = object.as_object().unwrap().keys().cloned().collect();
    keys.sort_by_key(|key| text.find(&format!("\"{key}\":")));
    keys
}

fn row<'a>(answer: &'a Json, area: &str) -> &'a Json {
    let rows = answer["rows"].as_array().unwrap();
    rows.iter().find(|row| row["area_code"] == area).unwrap()
}

// ---- check --------------------------------------------------------------------------------------

#[test]
fn sound_packages_end_with_0() {
    let demo = json(&["check", &shipped("demo")]);
    check(&demo["valid"], true.into());
    check(&demo["faults"], Json::Array(Vec::new()));
    // Next year's file stands ready.
    check(&demo["notes"][0]["kind"], "no-figures".into());
    check(&demo["notes"][1], Json::Null);
    let published = json(&["check", &shipped("published")]);
    check(&published["valid"], true.into());
    let text = run(&["check", &shipped("published")]);
    assert_eq!(text.code, 0);
    assert!(text.out.contains("未发现问题"), "{}", text.out);
}

/// Checks a made-up package: exit code, and each fault as `file:line:column kind`.
#[track_caller]
fn check_package(name: &str, files: &Files, code: i32, expected: &[&str]) {
    let dir = written(name, files);
    let run = run(&["check", &dir, "--format", "json", "--lang", "en"]);
    assert_eq!((run.code, run.err.as_str()), (code, ""), "{name}");
    let found: Json = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["valid"], code == 0, "{name}");
    let listed = |list: &str| -> Vec<String> {
        let faults = found[list].as_array().unwrap().iter();
        let line = |fault: &Json| {
            let text = |key: &str| fault[key].as_str().unwrap().to_string();
            assert!(!text("message").is_empty());
            let (file, column, kind) = (text("file"), text("column"), text("kind"));
            format!("{file}:{}:{column} {kind}", fault["line"])
        };
        faults.map(line).collect()
    };
    let list = if code == 0 { "notes" } else { "faults" };
    assert_eq!(listed(list), expected, "{name}");
}

#[test]
fn faults_end_with_1_and_are_named_by_file_line_and_column() {
    let little = Files::little;
    check_package("sound", &little(), 0, &[]);
    check_package(
        "no-number",
        &little().line(
            "observations.csv",
            3,
            "households,9901002,2024,甲二社区,many,,,,A,register,,",
        ),
        1,
        &["observations.csv:3:value not-a-number"],
    );
    check_package(
        "unknown-area",
        &little().more(
            "observations.csv",
            "households,9909009,2024,,12,,,,A,register,,\n",
        ),
        1,
        &["observations.csv:10:area_code unknown-area"],
    );
    check_package(
        "lacking-file",
        &little().without("sources.csv"),
        1,
        &["sources.csv:0: not-in-folder"],
    );
    check_package(
        "unlisted-file",
        &little().with(
            "observations-2025.csv",
            "indicator,area_code,period,value\n",
        ),
        0,
        &["observations-2025.csv:0: not-in-descriptor"],
    );
    check_package(
        "gb18030",
        &little().change("areas.csv", gb18030),
        0,
        &["areas.csv:0: read-as-gb18030"],
    );
}

#[test]
fn a_broken_descriptor_is_a_fault_of_its_line() {
    let dir = written("broken", &Files::little());
    std::fs::write(
        folder("broken").join("datapackage.json"),
        "{\n  \"name\": ,\n}",
    )
    .unwrap();
    let run = run(&["check", &dir, "--format", "json"]);
    assert_eq!(run.code, 1);
    let found: Json = serde_json::from_str(&run.out).unwrap();
    let fault = &found["faults"][0];
    check(&fault["file"], "datapackage.json".into());
    check(&fault["line"], 2.into());
    check(&fault["kind"], "broken-descriptor".into());
}

#[test]
fn faults_are_told_in_either_language() {
    let files = Files::little().line(
        "observations.csv",
        3,
        "households,9901002,2024,甲二社区,many,,,,A,register,,",
    );
    let dir = written("told", &files);
    let zh = run(&["check", &dir]);
    let en = run_in("en_GB.UTF-8", &["check", &dir]);
    assert_eq!((zh.code, en.code), (1, 1));
    assert!(
        zh.out.contains("observations.csv 第 3 行，value：“many”"),
        "{}",
        zh.out
    );
    assert!(
        en.out.contains("observations.csv, line 3, value: “many”"),
        "{}",
        en.out
    );
    let asked = run_in("en_GB.UTF-8", &["check", &dir, "--lang", "zh"]);
    assert_eq!(asked.out, zh.out);
}

/// Exit 2, nothing on standard output, and one line on standard error that holds each of these.
#[track_caller]
fn refused(arguments: &[&str], expected: &[&str]) {
    let run = run_in("en_GB.UTF-8", arguments);
    assert_eq!(
        (run.code, run.out.as_str()),
        (2, ""),
        "{arguments:?}: {}",
        run.err
    );
    assert_eq!(run.err.matches('\n').count(), 1, "{}", run.err);
    assert!(run.err.ends_with('\n'));
    for part in expected {
        assert!(run.err.contains(part), "{part} in {}", run.err);
    }
}

#[test]
fn what_cannot_be_read_ends_with_2() {
    let nowhere = folder("nowhere");
    let nowhere = nowhere.to_str().unwrap();
    refused(&["check", nowhere], &[nowhere]);
    refused(&["answer", "compare", nowhere], &[nowhere]);
    // The folder of the packages is none itself, and says which lie in it.
    let data = shipped("");
    refused(
        &["check", &data],
        &["datapackage.json", "demo", "published"],
    );
    let dir = written("broken-answer", &Files::little());
    let descriptor = folder("broken-answer").join("datapackage.json");
    std::fs::write(descriptor, "[]").unwrap();
    refused(&["answer", "trend", &dir], &["datapackage.json"]);
}

// ---- the vectors of the design ------------------------------------------------------------------

const AREAS: &str = "\
area_code,name_zh,level,parent_code
99,示例区,district,
9901,甲社区,community,99
9902,乙社区,community,99
9903,丙社区,community,99
9904,丁社区,community,99
9905,戊社区,community,99
";

/// Shares and rates with a multiplier of 1 and of 1,000, so that the vectors stand as they are.
const INDICATORS: &str = "\
indicator,theme,label_zh,label_en,unit_zh,unit_en,kind,nature,multiplier,decimals,polarity,headline
share,cases,占比,Share,,,proportion,events,1,3,higher,yes
rate,cases,比率,Rate,件,cases,rate,events,1000,3,none,no
rising,cases,上升,Rising,,,proportion,events,1,3,higher,no
level,cases,平稳,Level,,,proportion,events,1,3,higher,no
days,cases,天数,Days,天,days,mean,events,1,1,lower,no
";

fn vectors() -> Files {
    let mut rows = "indicator,area_code,period,value,numerator,denominator\n".to_string();
    let mut add = |indicator: &str, area: &str, period: &str, value: &str, counts: &str| {
        let counts = if counts.is_empty() { "," } else { counts };
        rows.push_str(&format!("{indicator},{area},{period},{value},{counts}\n"));
    };
    let shares = ["188,200", "0,20", "20,20", "45,50", "40,50"];
    for (area, counts) in shares.iter().enumerate() {
        add("share", &format!("990{}", area + 1), "2024-03", "", counts);
    }
    for (area, events) in [10, 0, 3, 400, 12].iter().enumerate() {
        let counts = format!("{events},1000");
        add("rate", &format!("990{}", area + 1), "2024-03", "", &counts);
    }
    let rising = [150, 155, 162, 170, 181];
    let level = [150, 151, 152, 153, 155];
    for (year, (rising, level)) in rising.iter().zip(level).enumerate() {
        let period = (2019 + year).to_string();
        add("rising", "9901", &period, "", &format!("{rising},200"));
        add("level", "9901", &period, "", &format!("{level},200"));
    }
    for month in 0..18 {
        let value = match month {
            4 => "10",
            month if (month < 4) == (month % 2 == 0) => "1",
            _ => "2",
        };
        let period = format!("{}-{:02}", 2023 + month / 12, month % 12 + 1);
        add("days", "9901", &period, value, "");
    }
    Files::little()
        .with("areas.csv", AREAS)
        .with("indicators.csv", INDICATORS)
        .with("standards.csv", "standard,effective_from,indicator,operator,value,strength,source\nnine-tenths,2020,share,>=,0.9,required,register\n")
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,area_name,period,days\n")
}

#[test]
fn intervals_are_those_of_the_design() {
    let dir = written("intervals", &vectors());
    let shares = json(&[
        "answer",
        "compare",
        &dir,
        "--indicator",
        "share",
        "--benchmark",
        "0.9",
    ]);
    let ends = |area: &str| {
        (
            row(&shares, area)["lower_95"].clone(),
            row(&shares, area)["upper_95"].clone(),
        )
    };
    let (lower, upper) = ends("9901");
    near(&lower, 0.898068, 6);
    near(&upper, 0.965348, 6);
    let (lower, upper) = ends("9902");
    check(&lower, 0.0.into());
    near(&upper, 0.161125, 6);
    check(&ends("9903").1, 1.0.into());
    let rates = json(&["answer", "compare", &dir, "--indicator", "rate"]);
    near(&row(&rates, "9901")["lower_95"], 4.78745, 5);
    near(&row(&rates, "9901")["upper_95"], 18.39146, 5);
}

#[test]
fn the_funnel_is_that_of_the_design() {
    let dir = written("funnel", &vectors());
    let answer = json(&[
        "answer",
        "compare",
        &dir,
        "--indicator",
        "share",
        "--benchmark",
        "0.9",
    ]);
    check(&answer["benchmark"]["kind"], "number".into());
    let funnel = answer["funnel"].as_array().unwrap();
    let at_50 = funnel.iter().find(|it| it["area_code"] == "9904").unwrap();
    check(&at_50["denominator"], 50.0.into());
    near(&at_50["lower_95"], 0.816846, 6);
    near(&at_50["upper_95"], 0.983154, 6);
    near(&at_50["lower_998"], 0.768893, 6);
    check(&at_50["upper_998"], 1.0.into());
    // 45 of 50 is the benchmark; 40 of 50 is below the one limit and not below the other.
    check(&row(&answer, "9904")["verdict"], "similar".into());
    check(&row(&answer, "9905")["verdict"], "worse".into());
    check(&row(&answer, "9902")["verdict"], "much-worse".into());
    near(&row(&answer, "9905")["excess"], -5.0, 9);
}

#[test]
fn trends_are_those_of_the_design() {
    let dir = written("trends", &vectors());
    let trend = |indicator: &str| {
        json(&[
            "answer",
            "trend",
            &dir,
            "--indicator",
            indicator,
            "--area",
            "9901",
        ])
    };
    let (rising, level) = (trend("rising"), trend("level"));
    near(&rising["trend"]["chi_squared"], 19.9125, 4);
    check(&rising["trend"]["verdict"], "rising".into());
    near(&level["trend"]["chi_squared"], 0.3959, 4);
    check(&level["trend"]["verdict"], "none".into());
    check(&rising["change_on_year"], Json::Null);
    check(&rising["no_change_on_year"], "not-monthly".into());
}

#[test]
fn individual_values_are_screened_as_in_the_design() {
    let dir = written("individual", &vectors());
    let answer = json(&[
        "answer",
        "trend",
        &dir,
        "--indicator",
        "days",
        "--area",
        "9901",
        "--target",
        "5",
    ]);
    check(&answer["chart"], "xmr".into());
    check(&answer["screened"], 2.into());
    check(&answer["trial"], false.into());
    near(&answer["mean"], 1.94, 2);
    let first = &answer["points"][0];
    near(&first["lower"], -0.72, 2);
    near(&first["centre"], 1.94, 2);
    near(&first["upper"], 4.60, 2);
    check(
        &answer["points"][4]["flags"][0]["signal"],
        "outside-limit".into(),
    );
    check(&answer["points"][4]["flags"][0]["side"], "above".into());
    check(&answer["baseline"]["from"], "2023-01".into());
    check(&answer["baseline"]["to"], "2024-06".into());
    check(&answer["assurance"], "will-pass".into());
    check(&answer["season_not_excluded"], true.into());
    check(&answer["trend"]["refused"], "too-few".into());
}

// ---- the form of answers ------------------------------------------------------------------------

#[test]
fn the_keys_of_a_comparison_are_fixed() {
    let dir = written("keys", &vectors());
    let run = run(&[
        "answer",
        "compare",
        &dir,
        "--indicator",
        "share",
        "--format",
        "json",
    ]);
    let answer: Json = serde_json::from_str(&run.out).unwrap();
    let rows = &run.out[run.out.find("\"rows\"").unwrap()..];
    let expected = "area_code, area_name, period, value, numerator, denominator, lower_95, \
        upper_95, lower_998, upper_998, verdict, verdict_adjusted, rank, rank_low, rank_high, \
        indistinguishable_from, benchmark, is_rest, excess, adjusted_z, bound, status, missing, \
        source";
    let expected: Vec<&str> = expected.split(", ").collect();
    assert_eq!(keys(rows, &answer["rows"][0]), expected);
    for key in ["question", "benchmark", "refusal", "overdispersion"] {
        assert!(answer.as_object().unwrap().contains_key(key), "{key}");
    }
    // Five were judged against all of them, re-summed: 293 of 340.
    check(&answer["judged"], 5.into());
    near(&answer["expected_by_chance"], 0.01, 9);
    near(&answer["expected_by_chance_95"], 0.25, 9);
    let benchmark = &answer["benchmark"];
    check(&benchmark["kind"], "top".into());
    check(&benchmark["area_code"], "99".into());
    check(&benchmark["numerator"], 293.0.into());
    check(&benchmark["denominator"], 340.0.into());
    check(&benchmark["source"], Json::Null);
    check(&answer["refusal"], Json::Null);
    // 188 of 200 is over a tenth of 340: held against the rest, 105 of 140.
    let first = row(&answer, "9901");
    check(&first["is_rest"], true.into());
    near(&first["benchmark"], 0.75, 9);
    near(&first["excess"], 38.0, 9);
    check(&first["source"]["file"], "observations.csv".into());
    check(&first["source"]["line"], 2.into());
    check(&first["missing"], Json::Null);
    check(&first["status"], "A".into());
    let best = row(&answer, "9903");
    check(&best["rank"], 1.into());
    let alike: Vec<&str> = best["indistinguishable_from"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    assert!(
        alike.contains(&"9901") && !alike.contains(&"9902"),
        "{alike:?}"
    );
}

#[test]
fn a_standard_is_named_with_its_line() {
    let dir = written("standard", &vectors());
    let answer = json(&[
        "answer",
        "compare",
        &dir,
        "--indicator",
        "share",
        "--benchmark",
        "standard:nine-tenths",
    ]);
    let benchmark = &answer["benchmark"];
    check(&benchmark["kind"], "standard".into());
    check(&benchmark["value"], 0.9.into());
    check(&benchmark["source"]["file"], "standards.csv".into());
    check(&benchmark["source"]["line"], 2.into());
}

#[test]
fn the_keys_of_a_trend_are_fixed() {
    let answer = json(&[
        "answer",
        "trend",
        &shipped("demo"),
        "--indicator",
        "on-time-rate",
        "--area",
        "990001001005",
        "--target",
        "85",
    ]);
    for key in [
        "points",
        "chart",
        "baseline",
        "mean",
        "trial",
        "screened",
        "assurance",
        "change_on_year",
        "trend",
        "against_benchmark",
        "boundary",
        "season_not_excluded",
        "season",
    ] {
        assert!(answer.as_object().unwrap().contains_key(key), "{key}");
    }
    check(&answer["chart"], "p-prime".into());
    let point = answer["points"][0].as_object().unwrap();
    for key in [
        "period",
        "value",
        "numerator",
        "denominator",
        "lower",
        "upper",
        "centre",
        "flags",
        "source",
    ] {
        assert!(point.contains_key(key), "{key}");
    }
    // 36 months; limits from the first 24.
    check(&answer["points"][35]["status"], "P".into());
    check(&answer["points"][36], Json::Null);
    check(&answer["baseline"]["from"], "2023-05".into());
    check(&answer["baseline"]["to"], "2025-04".into());
    let change = &answer["change_on_year"];
    check(&change["from"], "2026-01".into());
    check(&change["to"], "2026-03".into());
    let number = |key: &str| change[key].as_f64().unwrap();
    near(&change["change"], number("now") - number("before"), 9);
    assert!(number("lower_998") < number("change") && number("change") < number("upper_998"));
    check(
        &answer["against_benchmark"]["benchmark_area_code"],
        "990001".into(),
    );
    check(
        &answer["against_benchmark"]["points"][35]["period"],
        "2026-04".into(),
    );
}

#[test]
fn profile_relate_and_findings_answer_in_every_form() {
    let demo = shipped("demo");
    let profile = json(&["answer", "profile", &demo, "--area", "990001001005"]);
    let rows = profile["rows"].as_array().unwrap();
    let on_time = rows
        .iter()
        .find(|it| it["indicator"] == "on-time-rate")
        .unwrap();
    check(&on_time["row"]["verdict"], "much-worse".into());
    check(&on_time["held_against"]["area_code"], "990001".into());
    assert!(on_time["spine"]["own"].as_f64().unwrap() < 0.0);
    let relate = json(&[
        "answer",
        "relate",
        &demo,
        "--indicator",
        "on-time-rate,satisfaction-rate",
    ]);
    check(&relate["used"], 163.into());
    let rho = &relate["spearman"];
    let number = |key: &str| rho[key].as_f64().unwrap();
    assert!(
        number("lower_95") < number("coefficient") && number("coefficient") < number("upper_95")
    );
    let spread = json(&["answer", "distribution", &demo, "--period", "2026-03"]);
    check(&spread["used"], 163.into());
    check(&spread["bins"]["rule"], "freedman-diaconis".into());
    let bins = spread["bins"]["bins"].as_array().unwrap();
    let held = bins.iter().map(|bin| bin["count"].as_u64().unwrap());
    assert_eq!(held.sum::<u64>(), 163);
    let findings = json(&[
        "answer",
        "findings",
        &demo,
        "--level",
        "community",
        "--lang",
        "en",
    ]);
    let list = findings["findings"].as_array().unwrap();
    assert!(!list.is_empty() && list.len() <= 7);
    for pair in list.windows(2) {
        let excess = |it: &Json| it["excess"].as_f64().unwrap().abs();
        assert!(excess(&pair[0]) >= excess(&pair[1]));
    }
    assert!(list[0]["sentence"].as_str().unwrap().contains("99.8%"));
    for command in ["profile", "findings", "distribution"] {
        let csv = run(&["answer", command, &demo, "--format", "csv"]);
        assert_eq!(csv.code, 0);
        is_table(&csv.out);
    }
}

/// Remarks, then rows of one width; fictional in each of them.
#[track_caller]
fn is_table(csv: &str) {
    let text = csv.strip_prefix('\u{feff}').unwrap();
    let rows: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("#,"))
        .collect();
    let mut reader = csv::Reader::from_reader(rows.join("\n").leak().as_bytes());
    assert_eq!(
        reader.headers().unwrap().iter().next_back(),
        Some("fictional")
    );
    let mut count = 0;
    for record in reader.records() {
        assert_eq!(record.unwrap().iter().next_back(), Some("虚构演示数据"));
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn tables_and_texts_hold_what_the_json_does() {
    let demo = shipped("demo");
    let asked = [
        "answer",
        "compare",
        demo.as_str(),
        "--indicator",
        "on-time-rate",
        "--period",
        "2026-03",
    ];
    let answer = json(&asked);
    let with = |format: &str| {
        let mut arguments = asked.to_vec();
        arguments.extend(["--format", format]);
        run(&arguments).out
    };
    let (csv, text) = (with("csv"), with("text"));
    is_table(&csv);
    assert!(csv.contains("?page=compare&package=demo&indicator=on-time-rate&period=2026-03"));
    assert!(text.contains(answer["sentence"].as_str().unwrap()));
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 163);
    for row in rows {
        let code = row["area_code"].as_str().unwrap();
        assert!(text.contains(code) && csv.contains(code), "{code}");
    }
    assert!(text.contains("虚构演示数据"));
    check(&answer["package"]["fictional"], true.into());
}

#[test]
fn a_table_of_any_periods_answers_in_every_form() {
    let demo = shipped("demo");
    let base = [
        "answer",
        "table",
        &demo,
        "--indicators",
        "on-time-rate,households",
        "--periods",
        "2025-12..2026-03",
        "--level",
        "subdistrict",
        "--group",
        "990001001,990001002",
    ];
    let found = json(&base);
    check(
        &found["periods"],
        ["2025-12", "2026-01", "2026-02", "2026-Q1", "2026-03"][..].into(),
    );
    // The group and ten sub-districts at five periods, two indicators each. The last quarter of 2025 began
    // before December.
    check(
        &found["values"].as_array().unwrap().len().into(),
        110.into(),
    );
    let values = found["values"].as_array().unwrap();
    let of = |code: &str, period: &str| {
        let is_meant = |it: &&Json| {
            it["indicator"] == "on-time-rate"
                && it["period"] == period
                && match code {
                    "group" => it["group"] == true,
                    code => it["area"]["area_code"] == code,
                }
        };
        values.iter().find(is_meant).unwrap()
    };
    let count = |code, key: &str| of(code, "2026-03")[key].as_f64().unwrap();
    for key in ["numerator", "denominator"] {
        let sum = count("990001001", key) + count("990001002", key);
        assert_eq!(count("group", key), sum);
    }
    check(&of("group", "2026-03")["summed"]["known"], 2.into());
    check(&of("group", "2026-Q1")["value"], Json::Null);

    let csv = |more: &[&str]| {
        let mut arguments = base.to_vec();
        arguments.extend(["--format", "csv"]);
        arguments.extend(more);
        let run = run(&arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        is_table(&run.out);
        let lines = run.out.lines().filter(|line| !line.contains("#,"));
        lines.map(str::to_string).collect::<Vec<String>>()
    };
    let wide = csv(&[]);
    assert_eq!(
        wide[0],
        "area_code,area_name,period,on-time-rate,on-time-rate:remark,households,households:remark,fictional"
    );
    assert_eq!(wide.len(), 1 + 55);
    assert_eq!(csv(&["--long"]).len(), 1 + 110);
    assert_eq!(csv(&["--pivot", "area"]).len(), 1 + 5);
    let alone = csv(&["--pivot", "period", "--only-group"]);
    assert_eq!(alone.len(), 1 + 3);

    let text = run(&base);
    assert!(text.out.contains("本组合计"), "{}", text.out);
    refused(
        &["answer", "table", &demo, "--periods", "2026-1"],
        &["--periods 2026-1", "2024-01..2024-12", "all"],
    );
    refused(
        &["answer", "table", &demo, "--indicators", "on-time"],
        &["--indicators on-time", "on-time-rate"],
    );
}

#[test]
fn inventories_are_answered_with_what_is_missing() {
    let demo = shipped("demo");
    let coverage = json(&[
        "answer",
        "coverage",
        &demo,
        "--indicator",
        "grids-with-group",
    ]);
    check(&coverage["whole"]["numerator"], 522.0.into());
    check(&coverage["whole"]["denominator"], 583.0.into());
    check(&coverage["whole"]["missing"], 61.0.into());
    let rows = coverage["rows"].as_array().unwrap();
    let missing: f64 = rows.iter().filter_map(|it| it["missing"].as_f64()).sum();
    assert_eq!(missing, 61.0);
    let named = rows
        .iter()
        .map(|it| it["units"]["lacking"].as_array().unwrap().len());
    assert_eq!(named.sum::<usize>(), 61);
    let events = json(&["answer", "coverage", &demo, "--indicator", "on-time-rate"]);
    check(&events["no_coverage"], "not-inventory".into());

    let organisation = json(&["answer", "organisation", &demo]);
    check(&organisation["levels"][2]["count"], 163.into());
    let counts = organisation["counts"].as_array().unwrap().iter();
    let mut branches = counts.filter(|it| it["role"] == "org.branches");
    check(
        &branches.next().unwrap()["published"]["value"],
        674.0.into(),
    );
    let share = &organisation["shares"][0];
    near(&share["lacking_at_least"], 61.0, 9);
    check(
        &organisation["meetings"][0]["periods"][0]["enough"],
        154.into(),
    );
}

#[test]
fn cases_are_followed_and_standards_hold_where_they_were_set() {
    let demo = shipped("demo");
    let asked = [
        "answer",
        "pipeline",
        &demo,
        "--area",
        "990001002",
        "--beside",
        "990001",
    ];
    let pipeline = json(&asked);
    check(&pipeline["basis"], "cohort".into());
    let stages = pipeline["flow"]["stages"].as_array().unwrap();
    let roles: Vec<&str> = stages
        .iter()
        .map(|it| it["role"].as_str().unwrap())
        .collect();
    assert_eq!(roles[..2], ["case.ordered", "case.dispatched"]);
    for pair in stages.windows(2).take(1) {
        let count = |stage: &Json| stage["count"].as_f64().unwrap();
        near(&pair[1]["loss"], count(&pair[0]) - count(&pair[1]), 9);
    }
    check(&pipeline["beside"]["area_code"], "990001".into());
    // The newest month is not yet ripe.
    let mut unripe = asked.to_vec();
    unripe.extend(["--period", "2026-04"]);
    check(&json(&unripe)["flow"]["no_conversion"], "unripe".into());

    let standards = json(&["answer", "standards", &demo, "--indicator", "households"]);
    let entry = &standards["standards"][0];
    check(&entry["limit"], 3500.0.into());
    check(&entry["missed"], 6.into());
    assert!(entry["rows"][0]["margin"].as_f64().unwrap() < 0.0);
    let plan = &standards["split_plan"];
    assert_eq!(plan["splits"].as_array().unwrap().len(), 6);
    check(&plan["splits"][0]["fewest_parts"], 2.into());
    // Nothing is judged of the published package; a standard stands there for whoever set it.
    let published = json(&["answer", "standards", &shipped("published")]);
    for entry in published["standards"].as_array().unwrap() {
        check(&entry["met"], 0.into());
        check(&entry["missed"], 0.into());
    }
    let demo = small_demo();
    for command in ["coverage", "pipeline", "organisation", "standards"] {
        let csv = run(&["answer", command, &demo, "--format", "csv"]);
        assert_eq!(csv.code, 0);
        is_table(&csv.out);
        let text = run(&["answer", command, &demo, "--lang", "en"]);
        assert_eq!(text.code, 0);
        assert!(text.out.contains("Fictional data"), "{}", text.out);
    }
}

#[test]
fn margins_of_shares_are_points_and_an_expectation_says_its_ground() {
    let demo = shipped("demo");
    let text = |lang: &str, arguments: &[&str]| {
        let mut all = vec!["answer"];
        all.extend(arguments);
        all.extend(["--lang", lang]);
        let run = run(&all);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    let standards = ["standards", &demo, "--indicator", "grids-with-group"];
    let row = |text: &str| {
        let mut lines = text.lines().filter(|line| line.contains("990001"));
        lines.next().unwrap().to_string()
    };
    let (zh, en) = (text("zh", &standards), text("en", &standards));
    assert!(
        row(&zh).contains(" 个百分点") && row(&zh).ends_with("未达标"),
        "{zh}"
    );
    assert!(row(&en).contains(" pp  not met"), "{en}");
    let trend = |target: &str, lang: &str| {
        let mut asked = vec!["trend", &demo, "--indicator", "on-time-rate"];
        asked.extend(["--area", "990001001005", "--target", target]);
        text(lang, &asked)
    };
    // No share is above 100 %, and none below 0 %.
    for (target, expected) in [
        ("0", "meet the target consistently"),
        ("101", "miss the target"),
    ] {
        let said = trend(target, "en");
        assert!(
            said.contains("By the control limits from the baseline"),
            "{said}"
        );
        assert!(said.contains(expected), "{said}");
        assert!(trend(target, "zh").contains("按基线期控制限"));
    }
}

// ---- the published package, and bad questions ---------------------------------------------------

#[test]
fn published_branches_stand_side_by_side_and_are_not_ranked() {
    let answer = json(&[
        "answer",
        "compare",
        &shipped("published"),
        "--indicator",
        "compound-branches",
        "--period",
        "latest",
    ]);
    let stated = |area: &str| {
        let row = row(&answer, area);
        (
            row["value"].as_f64(),
            row["period"].as_str().map(str::to_string),
            row["rank"].clone(),
        )
    };
    assert_eq!(
        stated("610113"),
        (Some(674.0), Some("2024".into()), Json::Null)
    );
    assert_eq!(
        stated("511381"),
        (Some(249.0), Some("2023-04".into()), Json::Null)
    );
    assert_eq!(stated("150602"), (None, None, Json::Null));
    check(&row(&answer, "150602")["missing"], "no-row".into());
    let reasons: Vec<&str> = answer["refusal"]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    for reason in [
        "periods-differ",
        "count-without-denominator",
        "fewer-than-four",
    ] {
        assert!(reasons.contains(&reason), "{reason} in {reasons:?}");
    }
    check(&answer["refusal"]["instead"], "side-by-side".into());
    assert_eq!(
        answer["refusal"]["sentences"].as_array().unwrap().len(),
        reasons.len()
    );
    check(&answer["benchmark"], Json::Null);
    check(&answer["no_benchmark"], "count".into());
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let demo = small_demo();
    let compare = |option: &str, value: &str, expected: &[&str]| {
        let mut expected = expected.to_vec();
        expected.push(value);
        refused(&["answer", "compare", &demo, option, value], &expected);
    };
    compare("--indicator", "on-tme-rate", &["on-time-rate", "more"]);
    compare("--level", "comunity", &["community"]);
    compare("--within", "99000100", &["990001001"]);
    compare("--within", "990001001001", &["--within"]);
    compare("--benchmark", "standard:nothing", &["--benchmark"]);
    compare("--period", "Mar-24", &["2024-03"]);
    compare("--area", "990001", &["990001001001"]);
    refused(
        &["answer", "trend", &demo, "--target", "much"],
        &["--target much"],
    );
    refused(
        &["answer", "trend", &demo, "--baseline", "2024"],
        &["--baseline 2024"],
    );
    refused(
        &["answer", "trend", &demo, "--baseline", "2023..2024"],
        &["--baseline 2023..2024", "2023-01..2024-12"],
    );
    refused(
        &["answer", "trend", &shipped("published")],
        &["--area", "610113"],
    );
    refused(
        &["answer", "relate", &demo, "--indicator", "on-time-rate"],
        &["--indicator"],
    );
    refused(&["answer", "profile", &demo, "--area", "x"], &["--area x"]);
    refused(
        &["chart", "compare", &demo, "--indicator", "x"],
        &["--indicator x"],
    );
}

#[test]
fn a_level_or_a_period_without_data_is_told_in_one_line() {
    let demo = shipped("demo");
    let compare = |dir: &str, option: &str, value: &str, expected: &[&str]| {
        let asked = ["answer", "compare", dir, option, value];
        refused(&asked, expected);
        let asked = [&asked[..], &["--format", "json"]].concat();
        refused(&asked, expected);
    };
    compare(&demo, "--level", "building", &["buildings"]);
    compare(
        &demo,
        "--period",
        "1999",
        &["None of 162 communities", "the nearest is"],
    );
    compare(&demo, "--period", "2099-12", &["None of 163 communities"]);
    // A level that is declared and has no area at all.
    let little = written("no-grid", &vectors());
    compare(&little, "--level", "grid", &["0 grids"]);
    for answer in ["trend", "profile", "coverage", "pipeline", "organisation"] {
        let asked = ["answer", answer, demo.as_str(), "--period", "1999-12"];
        refused(&asked, &["no value to answer from"]);
    }
    // A picture of nothing is none.
    refused(
        &["chart", "compare", &little, "--level", "grid"],
        &["grids"],
    );
}

// ---- pictures -----------------------------------------------------------------------------------

#[test]
fn a_picture_carries_title_period_source_and_stamp() {
    let demo = shipped("demo");
    let asked = [
        "chart",
        "compare",
        demo.as_str(),
        "--indicator",
        "on-time-rate",
        "--period",
        "2026-03",
        "--lang",
        "en",
    ];
    let light = run(&asked);
    assert_eq!((light.code, light.err.as_str()), (0, ""));
    assert!(light.out.starts_with("<svg xmlns="));
    for text in [
        "On-time resolution rate, by community",
        "March 2026",
        "Source: Demonstration District",
        "Fictional data",
    ] {
        assert!(light.out.contains(text), "{text}");
    }
    assert_eq!(run(&asked).out, light.out);
    let file = folder("picture.svg");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    let mut arguments = asked.to_vec();
    arguments.extend(["--theme", "dark", "--out", file.to_str().unwrap()]);
    let dark = run(&arguments);
    assert_eq!((dark.code, dark.out.as_str()), (0, ""));
    let dark = std::fs::read_to_string(file).unwrap();
    assert!(dark.starts_with("<svg xmlns=") && dark != light.out);
    let mut nowhere = asked.to_vec();
    nowhere.extend(["--out", "/nowhere/at/all.svg"]);
    assert_eq!(run(&nowhere).code, 2);
}

#[test]
fn every_view_has_its_picture() {
    let demo = shipped("demo");
    let views: [(&str, &[&str], &str); 6] = [
        ("distribution", &["--area", "990001002001"], "Histogram: "),
        ("funnel", &[], "March 2026"),
        (
            "map",
            &["--indicator", "grids-with-group"],
            "One tile per community, in blocks by sub-district",
        ),
        (
            "heat",
            &["--level", "subdistrict"],
            "Indicators, by sub-district",
        ),
        (
            "trend",
            &["--area", "990001001005"],
            "May 2023 to April 2026",
        ),
        (
            "relate",
            &["--indicator", "on-time-rate,satisfaction-rate"],
            "Satisfaction rate",
        ),
    ];
    for (view, options, text) in views {
        let mut arguments = vec!["chart", view, demo.as_str(), "--lang", "en"];
        arguments.extend(options);
        let picture = run(&arguments);
        assert_eq!((picture.code, picture.err.as_str()), (0, ""), "{view}");
        assert!(picture.out.starts_with("<svg xmlns="));
        for text in [text, "Source: Demonstration District", "Fictional data"] {
            assert!(picture.out.contains(text), "{view}: {text}");
        }
    }
    let published = shipped("published");
    let branches = ["--indicator", "compound-branches", "--period", "latest"];
    let mut funnel = vec!["chart", "funnel", published.as_str()];
    funnel.extend(branches);
    refused(&funnel, &["Not ranked"]);
}

// ---- help ---------------------------------------------------------------------------------------

#[test]
fn every_command_helps_itself() {
    let commands: [&[&str]; 20] = [
        &["check"],
        &["demo"],
        &["chart", "compare"],
        &["chart", "funnel"],
        &["chart", "heat"],
        &["chart", "map"],
        &["chart", "trend"],
        &["chart", "relate"],
        &["chart", "distribution"],
        &["answer", "compare"],
        &["answer", "profile"],
        &["answer", "trend"],
        &["answer", "relate"],
        &["answer", "table"],
        &["answer", "distribution"],
        &["answer", "findings"],
        &["answer", "coverage"],
        &["answer", "pipeline"],
        &["answer", "organisation"],
        &["answer", "standards"],
    ];
    for command in commands {
        let mut arguments = command.to_vec();
        arguments.push("--help");
        let run = run(&arguments);
        assert_eq!(run.code, 0);
        let example = format!("zhishe {}", command.join(" "));
        assert!(
            run.out.contains("Example") && run.out.contains(&example),
            "{example}"
        );
    }
}

// ---- a package in a zip -------------------------------------------------------------------------

/// A zip of a folder, its files stored under a folder of their own.
fn zipped(folder: &str, inside: &str, to: &str) -> String {
    use std::io::Write;
    std::fs::create_dir_all(self::folder("zips")).unwrap();
    let path = self::folder("zips").join(to);
    let mut out = rawzip::ZipArchiveWriter::new(std::fs::File::create(&path).unwrap());
    for path in zhishe::cli::Folder::open(Path::new(folder))
        .unwrap()
        .paths()
    {
        let name = format!("{inside}{path}");
        let deflated = rawzip::CompressionMethod::DEFLATE;
        let (mut file, config) = out
            .new_file(&name)
            .compression_method(deflated)
            .start()
            .unwrap();
        let encoder = flate2::write::DeflateEncoder::new(&mut file, flate2::Compression::fast());
        let mut writer = config.wrap(encoder);
        writer
            .write_all(&std::fs::read(Path::new(folder).join(&path)).unwrap())
            .unwrap();
        let (encoder, descriptor) = writer.finish().unwrap();
        encoder.finish().unwrap();
        file.finish(descriptor).unwrap();
    }
    out.finish().unwrap();
    path.to_str().unwrap().to_string()
}

#[test]
fn a_package_in_a_zip_is_checked_and_asked_as_its_folder_is() {
    let demo = small_demo();
    for (inside, name) in [("", "flat.zip"), ("mydistrict/", "nested.zip")] {
        let zip = zipped(&demo, inside, name);
        for arguments in [vec!["check"], vec!["answer", "coverage"]] {
            let ask = |place: &str| {
                let run = run(&[&arguments[..], &[place, "--format", "json"]].concat());
                (run.code, run.out, run.err)
            };
            let found = ask(&zip);
            assert_eq!(found, ask(&demo), "{arguments:?} {inside}");
            assert_eq!((found.0, found.2.as_str()), (0, ""));
        }
    }
}

#[test]
fn a_file_that_is_no_package_is_named_with_its_reason() {
    std::fs::create_dir_all(folder("zips-empty")).unwrap();
    std::fs::create_dir_all(folder("zips")).unwrap();
    let path = folder("zips").join("broken.zip");
    std::fs::write(&path, b"PK\x03\x04 and so on").unwrap();
    let found = run(&["check", path.to_str().unwrap()]);
    assert_eq!(found.code, 1);
    assert!(
        found.out.contains("broken.zip") && found.out.contains("压缩包"),
        "{}",
        found.out
    );
    let empty = zipped(folder("zips-empty").to_str().unwrap(), "", "empty.zip");
    let found = run(&["check", &empty]);
    assert_eq!(found.code, 2);
    assert!(found.err.contains("datapackage.json"), "{}", found.err);
}

// ---- tables of another maker, packed ------------------------------------------------------------

/// A folder of a data package with two tables, one of them with a schema.
fn foreign_package() -> PathBuf {
    let place = folder("foreign");
    std::fs::create_dir_all(place.join("data")).unwrap();
    let descriptor = r#"{"name": "prices", "resources": [
        {"name": "cities", "path": "data/cities.csv", "encoding": "gbk", "dialect": {"delimiter": ";"},
         "schema": {"fields": [{"name": "城市", "type": "string"}, {"name": "年份", "type": "year"},
            {"name": "编号", "type": "string"}, {"name": "房价", "type": "number", "title": "平均房价"}]}},
        {"name": "other", "path": "data/other.csv"},
        {"name": "book", "path": "data/book.xlsx"}
    ]}"#;
    std::fs::write(place.join("datapackage.json"), descriptor).unwrap();
    let cities = "城市;年份;编号;房价\n甲市;2020;101;5.5\n乙市;2020;102;6.25\n甲市;2021;103;5.75\n";
    std::fs::write(place.join("data/cities.csv"), gb18030(cities)).unwrap();
    std::fs::write(
        place.join("data/other.csv"),
        "area,year,rate\nx,2020,1\ny,2020,2\n",
    )
    .unwrap();
    std::fs::write(place.join("data/book.xlsx"), b"PK").unwrap();
    place
}

#[test]
fn tables_of_another_maker_are_imported_from_a_folder_or_a_zip() {
    let place = foreign_package();
    let place = place.to_str().unwrap();
    for place in [place.to_string(), zipped(place, "prices/", "prices.zip")] {
        let several = run(&["import", &place]);
        assert_eq!(several.code, 2);
        assert!(
            several.err.contains("data/cities.csv, data/other.csv"),
            "{}",
            several.err
        );
        let found = json(&["import", &place, "--table", "data/cities.csv"]);
        assert_eq!(found["recipe"]["encoding"], "gb18030");
        assert_eq!(found["observations"], 3, "{found:#}");
        let columns = found["recipe"]["columns"].as_array().unwrap();
        let of = |name: &str| columns.iter().find(|it| it["name"] == name).unwrap();
        // Text by its schema is no figure; a title names the indicator.
        assert_eq!(of("编号")["indicator"], Json::Null);
        assert_eq!(of("房价")["indicator"], "平均房价");
    }
    let own = run(&["import", &shipped("published")]);
    assert_eq!(own.code, 2);
    assert!(own.err.contains("zhishe check"), "{}", own.err);
}

#[test]
fn a_packed_csv_is_imported_like_the_file() {
    let gz = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archives/table.csv.gz");
    let found = json(&["import", gz.to_str().unwrap()]);
    assert_eq!(
        (&found["observations"], &found["areas"]),
        (&200.into(), &200.into())
    );
    let place = folder("packed-csv");
    std::fs::create_dir_all(&place).unwrap();
    std::fs::write(place.join("表.csv"), "area,year,rate\nx,2020,1\ny,2020,2\n").unwrap();
    let zip = zipped(place.to_str().unwrap(), "", "csv.zip");
    assert_eq!(json(&["import", &zip])["observations"], 2);
}
