//! Who meets which standard, by what margin, and how the areas over the limit could be split.

use super::parts::{AreaPart, IndicatorPart, PackagePart, TotalPart, level};
use super::split::{PlanPart, plan};
use super::written;
use crate::answer::{SplitPlan, StandardEntry, StandardRow, Standards, StandardsQuestion};
use crate::export::names;
use crate::model::{Bound, Lang, Operator, Standard, Strength, Value};
use crate::package::Package;
use crate::words;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    standards: Vec<EntryPart<'a>>,
    split_plan: PlanPart<'a>,
}

#[derive(Serialize)]
struct Question<'a> {
    area: Option<AreaPart<'a>>,
    period: String,
}

/// A standard as published.
#[derive(Serialize)]
pub(super) struct StandardPart<'a> {
    standard: &'a str,
    label: &'a str,
    operator: &'static str,
    limit: f64,
    unit: &'a str,
    requirement: String,
    strength: &'static str,
    scope: &'a str,
    applies_to: &'a str,
    area_code: &'a str,
    effective_from: &'a str,
    effective_to: &'a str,
    source: &'a str,
    locator: &'a str,
    line: u32,
}

impl<'a> StandardPart<'a> {
    pub(super) fn of(lang: Lang, standard: &'a Standard) -> StandardPart<'a> {
        StandardPart {
            standard: &standard.code,
            label: standard.label.get(lang),
            operator: match standard.operator {
                Operator::AtLeast => ">=",
                Operator::AtMost => "<=",
            },
            limit: standard.value,
            unit: standard.unit.get(lang),
            requirement: words::requirement_text(lang, standard),
            strength: match standard.strength {
                Strength::Required => "required",
                Strength::InPrinciple => "in principle",
                Strength::Planned => "planned",
            },
            scope: standard.scope.get(lang),
            applies_to: &standard.applies_to,
            area_code: &standard.area_code,
            effective_from: &standard.effective_from,
            effective_to: &standard.effective_to,
            source: &standard.source,
            locator: &standard.locator,
            line: standard.line,
        }
    }
}

/// `silent`: why it judges no area at all.
#[derive(Serialize)]
struct EntryPart<'a> {
    #[serde(flatten)]
    standard: StandardPart<'a>,
    set_by: Option<AreaPart<'a>>,
    indicator: Option<IndicatorPart<'a>>,
    level: Option<&'a str>,
    period: String,
    silent: Option<&'static str>,
    met: usize,
    missed: usize,
    not_judged: usize,
    outside: usize,
    rows: Vec<RowPart<'a>>,
}

/// One area held against one standard. `margin` is above 0 on the good side.
#[derive(Serialize)]
pub(super) struct RowPart<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    verdict: &'static str,
    reason: Option<&'static str>,
    margin: Option<f64>,
    margin_bound: Option<&'static str>,
    published: TotalPart<'a>,
}

pub(super) fn row<'a>(lang: Lang, package: &'a Package, row: &StandardRow) -> RowPart<'a> {
    RowPart {
        area: AreaPart::of(lang, package, row.area),
        verdict: names::standard_verdict(row.verdict),
        reason: names::standard_reason(row.verdict),
        margin: row.margin.and_then(Value::number),
        margin_bound: row.margin.and_then(Value::bound).map(Bound::word),
        published: TotalPart::of(package, &row.total),
    }
}

/// Standards in the order of the package, areas in the order of the answer, and the split plan.
///
/// # Errors
/// Those of the writer; standards have nothing that they refuse.
pub fn standards_json(
    lang: Lang,
    package: &Package,
    asked: &StandardsQuestion,
    (found, splits): (&Standards, &SplitPlan),
) -> serde_json::Result<String> {
    let entries = found.entries.iter();
    written(&Answer {
        answer: "standards",
        package: PackagePart::of(lang, package),
        question: Question {
            area: asked.area.map(|it| AreaPart::of(lang, package, it)),
            period: asked.period.to_string(),
        },
        standards: entries.map(|it| entry(lang, package, it)).collect(),
        split_plan: plan(lang, package, splits),
    })
}

fn entry<'a>(lang: Lang, package: &'a Package, found: &'a StandardEntry) -> EntryPart<'a> {
    let indicator = |id| IndicatorPart::of(lang, package, id);
    EntryPart {
        standard: StandardPart::of(lang, &found.standard),
        set_by: found.set_by.map(|it| AreaPart::of(lang, package, it)),
        indicator: found.indicator.map(indicator),
        level: found.level.map(|it| level(package, it)),
        period: found.period.to_string(),
        silent: found.silent.map(names::not_judged),
        met: found.met,
        missed: found.missed,
        not_judged: found.not_judged(),
        outside: found.outside,
        rows: found.rows.iter().map(|it| row(lang, package, it)).collect(),
    }
}
