//! The stages of cases: what passes on in ripe cohorts, what cannot be, and what is said of flows. On
//! the demo district, whose figures were read from its CSV files, and on small made-up packages. It
//! must not know how any of it is worded or drawn.

use crate::support::{self, Files, area_id, check, demo};
use zhishe::answer::{
    CaseFlow, CaseRateName, NoConversion, NoStages, Pipeline, PipelineQuestion, ShareBase,
    StageFault, pipeline, provenance, stages_elsewhere,
};
use zhishe::model::{Invalid, Lang, Missing, Period, Role, Value};
use zhishe::package::Package;

fn followed(package: &Package, area: &str, at: &str) -> Pipeline {
    let question = PipelineQuestion {
        area: area_id(package, area),
        beside: None,
        period: Period::parse(at).unwrap(),
    };
    pipeline(package, question)
}

fn rate(flow: &CaseFlow, name: CaseRateName) -> Option<(f64, f64)> {
    let rate = flow.rates.iter().find(|rate| rate.name == name)?;
    let (numerator, denominator) = rate.counts?;
    check(rate.share, numerator / denominator);
    Some((numerator, denominator))
}

// ---- the demo district --------------------------------------------------------------------------

#[test]
fn a_ripe_cohort_is_followed_from_the_order_to_the_rating() {
    let answer = followed(demo(), "990001", "2026-03");
    let flow = &answer.flow;
    check(flow.no_conversion, None);
    check(flow.absent.clone(), Vec::new());
    let stages: Vec<(Role, Option<f64>, Option<f64>)> = flow
        .stages
        .iter()
        .map(|stage| (stage.role, stage.count, stage.loss))
        .collect();
    check(
        stages,
        vec![
            (Role::CaseOrdered, Some(38367.0), None),
            (Role::CaseDispatched, Some(37190.0), Some(1177.0)),
            (Role::CaseResponded, Some(36649.0), Some(541.0)),
            (Role::CaseTaken, Some(36078.0), Some(1112.0)),
            (Role::CaseResolved, Some(34391.0), Some(1687.0)),
            (Role::CaseRated, Some(20908.0), Some(13483.0)),
            (Role::CaseSatisfied, Some(19430.0), Some(1478.0)),
        ],
    );
    let resolved = flow.stages[4].of_before.unwrap();
    check(
        (resolved.of, resolved.denominator),
        (Role::CaseTaken, 36078.0),
    );
    let resolved = flow.stages[4].of_dispatched.unwrap();
    check(resolved.share, 34391.0 / 37190.0);
    check(flow.faults.clone(), Vec::new());
    let rate = |name| rate(flow, name);
    check(rate(CaseRateName::Response), Some((36649.0, 37190.0)));
    check(rate(CaseRateName::Resolution), Some((34391.0, 37190.0)));
    check(rate(CaseRateName::Rated), Some((20908.0, 34391.0)));
    check(rate(CaseRateName::Satisfaction), Some((19430.0, 20908.0)));
    check(rate(CaseRateName::OnTime), Some((31558.0, 36045.0)));
    check(rate(CaseRateName::SettledInside), Some((25159.0, 34391.0)));
    let open = flow.open.as_ref().unwrap();
    check(open.total.reading.value, Value::Known(2799.0));
    check(open.series.len(), 35);
    check(open.series[34].reading.value, Value::Known(2799.0));
}

#[test]
fn an_unripe_cohort_is_followed_nowhere() {
    let answer = followed(demo(), "990001", "2026-04");
    let flow = &answer.flow;
    check(flow.no_conversion, Some(NoConversion::Unripe));
    check((flow.rates.len(), flow.faults.len()), (0, 0));
    check(flow.stages[0].count, Some(36381.0));
    let said = flow.stages.iter().any(|stage| {
        stage.of_before.is_some() || stage.of_dispatched.is_some() || stage.loss.is_some()
    });
    check(said, false);
}

#[test]
fn categories_come_by_weight() {
    let answer = followed(demo(), "990001", "2026-03");
    check(answer.flow.breakdowns.len(), 1);
    let breakdown = &answer.flow.breakdowns[0];
    check(breakdown.role, Role::CaseTaken);
    check(breakdown.base, ShareBase::Total(36078.0));
    check(breakdown.unassigned, Some(0.0));
    let names: Vec<&str> = breakdown.rows.iter().map(|row| &*row.value).collect();
    check(
        names,
        vec![
            "property",
            "sanitation",
            "facilities",
            "parking",
            "noise",
            "heating",
            "welfare",
            "other",
            "disputes",
        ],
    );
    let first = &breakdown.rows[0];
    check(first.label.zh.as_str(), "物业管理");
    check(first.label.en.as_str(), "Property management");
    check(first.share, Some(6987.0 / 36078.0));
    check(first.reading.place.is_some(), true);
    let on_time = first.on_time.unwrap();
    check(
        (on_time.numerator, on_time.denominator),
        (Some(6100.0), Some(6964.0)),
    );
    // 6,987 + 5,409 + 4,931.
    check(breakdown.rows[2].cumulative, Some(17327.0 / 36078.0));
    check(breakdown.rows[8].cumulative, Some(1.0));
}

#[test]
fn a_second_area_stands_beside_the_first() {
    let package = demo();
    let question = PipelineQuestion {
        area: area_id(package, "990001"),
        beside: Some(area_id(package, "990001002001")),
        period: Period::parse("2026-03").unwrap(),
    };
    let answer = pipeline(package, question);
    let beside = answer.beside.unwrap();
    check(
        rate(&beside, CaseRateName::Resolution),
        Some((161.0, 201.0)),
    );
    check(rate(&beside, CaseRateName::OnTime), Some((138.0, 197.0)));
    // Communities are not broken down.
    check(beside.breakdowns.len(), 0);
}

#[test]
fn a_lost_month_has_rows_and_no_figures() {
    let answer = followed(demo(), "990001005012", "2024-07");
    let flow = &answer.flow;
    check(flow.stages.len(), 7);
    let lost = flow.stages.iter().all(|stage| {
        stage.total.reading.value == Value::Missing(Missing::NotReported) && stage.count.is_none()
    });
    check(lost, true);
    check((flow.rates.len(), flow.faults.len()), (0, 0));
}

// ---- the edges ----------------------------------------------------------------------------------

const AREAS: &str = "\
area_code,name_zh,name_en,level,parent_code
99,某区,District,district,
990101,甲一,Jia 1,community,99
990102,甲二,Jia 2,community,99
";

const INDICATORS: &str = "\
indicator,theme,unit_zh,kind,nature,multiplier,role
ordered,cases,件,count,events,1,case.ordered
dispatched,cases,件,count,events,1,case.dispatched
responded,cases,件,count,events,1,case.responded
taken,cases,件,count,events,1,case.taken
resolved,cases,%,proportion,events,100,case.resolved
rated,cases,件,count,events,1,case.rated
satisfied,cases,件,count,events,1,case.satisfied
inside,cases,件,count,events,1,case.settled_inside
open,cases,件,count,events,1,case.open
";

const COLUMNS: &str =
    "indicator,area_code,period,value,numerator,denominator,bound,status,category\n";

/// A package of these observations of January 2024 at 99, `taken,5` and so on.
fn made(basis: &str, rows: &[&str]) -> Package {
    let mut observations = COLUMNS.to_string();
    for row in rows {
        let (indicator, rest) = row.split_once(',').unwrap();
        let (area, rest) = rest.split_once('@').unwrap_or(("99", rest));
        observations += &format!("{indicator},{area},2024-01,{rest}\n");
    }
    Files::little()
        .declare("/zhishe", "case_basis", basis.into())
        .with("areas.csv", AREAS)
        .with("indicators.csv", INDICATORS)
        .with("standards.csv", "standard,indicator,operator,value\n")
        .with("observations.csv", observations)
        .with("observations-wide.csv", "area_code,area_name,period\n")
        .open(4096)
}

fn flow(basis: &str, rows: &[&str]) -> CaseFlow {
    followed(&made(basis, rows), "99", "2024-01").flow
}

#[test]
fn an_empty_package_has_no_stages() {
    let flow = flow("cohort", &[]);
    check((flow.stages.len(), flow.absent.len()), (0, 7));
    check((flow.rates.len(), flow.faults.len()), (0, 0));
    check(flow.open, None);
    check(flow.breakdowns.len(), 0);
}

#[test]
fn flows_are_not_divided_by_each_other() {
    let rows = ["dispatched,100,,,,,", "responded,120,,,,,", "open,30,,,,,"];
    let event = flow("event", &rows);
    check(event.no_conversion, Some(NoConversion::EventBasis));
    check((event.rates.len(), event.faults.len()), (0, 0));
    check(event.stages[1].count, Some(120.0));
    check(event.stages[1].of_before, None);
    check(
        event.open.map(|it| it.total.reading.value),
        Some(Value::Known(30.0)),
    );
    check(
        flow("", &rows).no_conversion,
        Some(NoConversion::BasisUnknown),
    );
}

#[test]
fn more_than_passed_the_stage_before_is_a_fault_and_no_rate() {
    let flow = flow("cohort", &["dispatched,100,,,,,", "responded,120,,,,,"]);
    check(
        flow.faults.clone(),
        vec![StageFault::Larger {
            role: Role::CaseResponded,
            count: 120.0,
            before: Role::CaseDispatched,
            before_count: 100.0,
        }],
    );
    check(flow.rates.len(), 0);
    check(flow.stages[1].loss, None);
}

#[test]
fn a_stage_may_be_a_proportion_and_its_whole_is_checked() {
    let sound = flow("cohort", &["dispatched,100,,,,,", "resolved,,80,100,,,"]);
    check(sound.stages[1].count, Some(80.0));
    check(rate(&sound, CaseRateName::Resolution), Some((80.0, 100.0)));
    check(sound.faults, Vec::new());
    let other = flow("cohort", &["dispatched,100,,,,,", "resolved,,80,90,,,"]);
    check(
        other.faults,
        vec![StageFault::OtherWhole {
            role: Role::CaseResolved,
            denominator: 90.0,
            of: Role::CaseDispatched,
            count: 100.0,
        }],
    );
    // A bare rate is given as it is, and no number of cases made of it.
    let bare = flow("cohort", &["dispatched,100,,,,,", "resolved,80,,,,,"]);
    check(bare.stages[1].count, None);
    check(bare.stages[1].of_before, None);
    check(bare.rates[0].counts, None);
    check(bare.rates[0].share, 0.8);
}

#[test]
fn a_missing_stage_is_left_out_and_said() {
    let flow = flow(
        "cohort",
        &["dispatched,100,,,,,", "rated,40,,,,,", "satisfied,30,,,,,"],
    );
    check(
        flow.absent.clone(),
        vec![
            Role::CaseOrdered,
            Role::CaseResponded,
            Role::CaseTaken,
            Role::CaseResolved,
        ],
    );
    let before = flow.stages[1].of_before.unwrap();
    check((before.of, before.share), (Role::CaseDispatched, 0.4));
    check(rate(&flow, CaseRateName::Satisfaction), Some((30.0, 40.0)));
    check(rate(&flow, CaseRateName::Rated), None);
}

#[test]
fn nothing_divides_by_nothing() {
    let flow = flow(
        "cohort",
        &["dispatched,0,,,,,", "responded,0,,,,,", "resolved,,0,0,,,"],
    );
    check(flow.faults.clone(), Vec::new());
    check(flow.rates.len(), 0);
    check(flow.stages[1].of_before, None);
    check(flow.stages[1].loss, Some(0.0));
}

#[test]
fn partial_sums_and_bounds_pass_nothing_on() {
    let partial = flow(
        "cohort",
        &["dispatched,990101@100,,,,,", "responded,99@90,,,,,"],
    );
    check(
        partial.stages[0].total.summed.map(|it| (it.known, it.all)),
        Some((1, 2)),
    );
    check((partial.rates.len(), partial.faults.len()), (0, 0));
    check(partial.stages[1].of_before, None);
    let bounded = flow("cohort", &["dispatched,100,,,lower,,", "responded,90,,,,,"]);
    check(bounded.stages[0].count, None);
    check(bounded.rates.len(), 0);
    let suppressed = flow("cohort", &["dispatched,,,,,Q,", "responded,90,,,,,"]);
    check(suppressed.rates.len(), 0);
}

#[test]
fn more_settled_inside_than_resolved_is_a_fault() {
    let flow = flow("cohort", &["resolved,,80,100,,,", "inside,81,,,,,"]);
    check(
        flow.faults,
        vec![StageFault::Larger {
            role: Role::CaseSettledInside,
            count: 81.0,
            before: Role::CaseResolved,
            before_count: 80.0,
        }],
    );
}

#[test]
fn shares_of_categories_say_what_they_are_of() {
    let of = |rows: &[&str]| flow("cohort", rows).breakdowns.remove(0);
    let (a, b) = ("taken,60,,,,,a", "taken,30,,,,,b");
    let whole = of(&["taken,100,,,,,", b, a]);
    check(
        (whole.base, whole.unassigned),
        (ShareBase::Total(100.0), Some(10.0)),
    );
    let shown: Vec<(&str, Option<f64>, Option<f64>)> = whole
        .rows
        .iter()
        .map(|row| (&*row.value, row.share, row.cumulative))
        .collect();
    check(
        shown,
        vec![("a", Some(0.6), Some(0.6)), ("b", Some(0.3), Some(0.9))],
    );
    let alone = of(&[a, b]);
    check(alone.base, ShareBase::Sum(90.0));
    let over = of(&["taken,80,,,,,", a, b]);
    check(
        over.base,
        ShareBase::OverTotal {
            sum: 90.0,
            total: 80.0,
        },
    );
    check(over.rows[1].cumulative, Some(1.0));
    // What is suppressed is not given away by a difference.
    let suppressed = of(&["taken,100,,,,,", a, "taken,,,,,Q,b"]);
    check(suppressed.unassigned, None);
    check(suppressed.rows[1].share, None);
    let unknown = of(&[a, "taken,,,,,Q,b"]);
    check(unknown.base, ShareBase::Unknown);
    check(unknown.rows[0].share, None);
}

#[test]
fn a_category_that_two_files_speak_of_counts_for_neither() {
    let rows = "taken,99,2024-01,100,,,,,\ntaken,99,2024-01,60,,,,,a\n";
    let files = Files::little()
        .with("areas.csv", AREAS)
        .with("indicators.csv", INDICATORS)
        .with("standards.csv", "standard,indicator,operator,value\n")
        .with("observations.csv", format!("{COLUMNS}{rows}"))
        .with(
            "observations-wide.csv",
            "area_code,area_name,period,category,taken\n99,某区,2024-01,a,50\n99,某区,2024-01,b,20\n",
        );
    let package = files.open(4096);
    let breakdown = followed(&package, "99", "2024-01")
        .flow
        .breakdowns
        .remove(0);
    let shown: Vec<(&str, Value)> = breakdown
        .rows
        .iter()
        .map(|row| (&*row.value, row.reading.value))
        .collect();
    let twice = Value::Missing(Missing::Invalid(Invalid::DuplicateKey));
    check(shown, vec![("b", Value::Known(20.0)), ("a", twice)]);
}

#[test]
fn a_dimension_is_broken_down_over_all_values_of_the_others() {
    let dimensions = serde_json::json!([
        {"name": "category", "values": [{"value": "a", "label_zh": "甲类"}, 7, {"value": 3}]},
        {"name": "age"},
    ]);
    let rows = "indicator,area_code,period,value,category,age\n\
        taken,99,2024-01,100,,\ntaken,99,2024-01,60,a,\ntaken,99,2024-01,40,b,\n\
        taken,99,2024-01,30,,old\ntaken,99,2024-01,9,a,old\n";
    let package = Files::little()
        .declare("/zhishe", "dimensions", dimensions)
        .with("areas.csv", AREAS)
        .with("indicators.csv", INDICATORS)
        .with("standards.csv", "standard,indicator,operator,value\n")
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,area_name,period\n")
        .open(4096);
    let flow = followed(&package, "99", "2024-01").flow;
    let shown: Vec<Vec<(&str, &str, Value)>> = flow
        .breakdowns
        .iter()
        .map(|breakdown| {
            let rows = breakdown.rows.iter();
            rows.map(|row| (&*row.value, &*row.label.zh, row.reading.value))
                .collect()
        })
        .collect();
    check(
        shown,
        vec![
            vec![
                ("a", "甲类", Value::Known(60.0)),
                ("b", "b", Value::Known(40.0)),
            ],
            vec![("old", "old", Value::Known(30.0))],
        ],
    );
}

// ---- where the stages stand ----------------------------------------------------------------------

#[track_caller]
fn elsewhere(area: &str, at: &str, expected: Option<(NoStages, &str)>) {
    let package = demo();
    let period = |text: &str| Period::parse(text).unwrap();
    let found = stages_elsewhere(package, area_id(package, area), period(at));
    let found = found.map(|it| (it.reason, it.nearest));
    check(
        found,
        expected.map(|(why, nearest)| (why, Some(period(nearest)))),
    );
}

#[test]
fn stages_of_another_period_are_not_called_unpublished() {
    elsewhere("990001", "2026-03", None);
    elsewhere("990001", "2026-Q1", Some((NoStages::OtherKind, "2026-03")));
    elsewhere("990001", "2024", Some((NoStages::OtherKind, "2024-12")));
    elsewhere("990001", "2022-03", Some((NoStages::NotThen, "2023-05")));
    let from = Period::parse("2025-07").unwrap();
    elsewhere(
        "990001004017",
        "2025-03",
        Some((NoStages::NotYet(from), "2025-07")),
    );
    let (until, heirs) = (
        Period::parse("2025-06").unwrap(),
        ["990001004016", "990001004017"],
    );
    let heirs = heirs.map(|code| area_id(demo(), code)).to_vec();
    elsewhere(
        "990001004006",
        "2026-03",
        Some((NoStages::Gone(until, heirs), "2025-06")),
    );
}

#[test]
fn a_package_without_stages_has_them_nowhere_else() {
    let package = support::published();
    for (area, _) in package.areas.iter() {
        let period = Period::parse("2024").unwrap();
        check(stages_elsewhere(package, area, period), None);
    }
}

#[test]
fn the_origin_of_a_category_is_its_own_row() {
    let package = demo();
    let found = followed(package, "990001", "2026-03");
    let row = &found.flow.breakdowns[0].rows[0];
    let origin = provenance(package, row.reading.place.unwrap()).unwrap();
    let said = zhishe::words::number_in_words(Lang::Zh, package, &origin);
    check(
        &*said,
        "示范区 · 受理事项 · 物业管理 6,987 件 · 2026 年 3 月",
    );
    let cells: Vec<(&str, &str)> = origin
        .cells
        .iter()
        .map(|it| (&*it.column, &*it.text))
        .collect();
    assert!(cells.contains(&("category", "property")), "{cells:?}");
    assert!(cells.contains(&("value", "6987")), "{cells:?}");
    // A total has no category.
    let total = found
        .flow
        .stage(Role::CaseTaken)
        .unwrap()
        .total
        .reading
        .place;
    let origin = provenance(package, total.unwrap()).unwrap();
    assert!(origin.category.is_none() && origin.cells.iter().all(|it| it.column != "category"));
}
