//! Where cases get stuck.

use super::parts::{AreaPart, IndicatorPart, PackagePart, ReadingPart, TotalPart};
use super::written;
use crate::answer::{
    Breakdown, BreakdownRow, CaseFlow, CaseRate, OpenCases, Passed, Pipeline, ShareBase, Stage,
    StageFault,
};
use crate::export::names;
use crate::model::Lang;
use crate::package::{CaseBasis, Package};
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    basis: Option<&'static str>,
    flow: Flow<'a>,
    beside: Option<Flow<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    beside: Option<AreaPart<'a>>,
    period: String,
}

#[derive(Serialize)]
struct Flow<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    no_conversion: Option<&'static str>,
    stages: Vec<StagePart<'a>>,
    absent: Vec<&'static str>,
    rates: Vec<RatePart<'a>>,
    faults: Vec<FaultPart>,
    open: Option<OpenPart<'a>>,
    breakdowns: Vec<BreakdownPart<'a>>,
}

#[derive(Serialize)]
struct StagePart<'a> {
    role: &'static str,
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    published: TotalPart<'a>,
    count: Option<f64>,
    published_whole: Option<f64>,
    of_before: Option<PassedPart>,
    of_dispatched: Option<PassedPart>,
    loss: Option<f64>,
}

#[derive(Serialize)]
struct PassedPart {
    of: &'static str,
    numerator: f64,
    denominator: f64,
    share: f64,
}

#[derive(Serialize)]
struct RatePart<'a> {
    rate: &'static str,
    share: f64,
    numerator: Option<f64>,
    denominator: Option<f64>,
    numerator_from: FromPart<'a>,
    denominator_from: Option<FromPart<'a>>,
}

#[derive(Serialize)]
struct FromPart<'a> {
    indicator: &'a str,
    published: TotalPart<'a>,
}

/// More cases than in a stage before, or a share of another whole than the stage that it is of.
#[derive(Serialize)]
struct FaultPart {
    fault: &'static str,
    role: &'static str,
    count: f64,
    against: &'static str,
    against_count: f64,
}

#[derive(Serialize)]
struct OpenPart<'a> {
    indicator: &'a str,
    published: TotalPart<'a>,
    series: Vec<PointPart<'a>>,
}

#[derive(Serialize)]
struct PointPart<'a> {
    period: String,
    #[serde(flatten)]
    reading: ReadingPart<'a>,
}

/// `base` is what the shares are of.
#[derive(Serialize)]
struct BreakdownPart<'a> {
    dimension: &'a str,
    role: &'static str,
    indicator: &'a str,
    published: TotalPart<'a>,
    base: &'static str,
    base_count: Option<f64>,
    unassigned: Option<f64>,
    rows: Vec<CategoryPart<'a>>,
}

#[derive(Serialize)]
struct CategoryPart<'a> {
    category: &'a str,
    label: &'a str,
    #[serde(flatten)]
    reading: ReadingPart<'a>,
    share: Option<f64>,
    cumulative: Option<f64>,
    on_time: Option<ReadingPart<'a>>,
}

/// The cases of an area, stages from the order to the rating.
///
/// # Errors
/// Those of the writer; a pipeline has nothing that it refuses.
pub fn pipeline_json(
    lang: Lang,
    package: &Package,
    pipeline: &Pipeline,
) -> serde_json::Result<String> {
    let asked = &pipeline.question;
    let beside = pipeline.beside.as_ref();
    written(&Answer {
        answer: "pipeline",
        package: PackagePart::of(lang, package),
        question: Question {
            area: AreaPart::of(lang, package, asked.area),
            beside: asked.beside.map(|it| AreaPart::of(lang, package, it)),
            period: asked.period.to_string(),
        },
        basis: pipeline.basis.map(|basis| match basis {
            CaseBasis::Cohort => "cohort",
            CaseBasis::Event => "event",
        }),
        flow: flow(lang, package, &pipeline.flow),
        beside: beside.map(|it| flow(lang, package, it)),
    })
}

fn flow<'a>(lang: Lang, package: &'a Package, flow: &'a CaseFlow) -> Flow<'a> {
    let breakdowns = flow.breakdowns.iter();
    Flow {
        area: AreaPart::of(lang, package, flow.area),
        no_conversion: flow.no_conversion.map(names::no_conversion),
        stages: flow
            .stages
            .iter()
            .map(|it| stage(lang, package, it))
            .collect(),
        absent: flow.absent.iter().map(|role| role.word()).collect(),
        rates: flow.rates.iter().map(|it| rate(package, it)).collect(),
        faults: flow.faults.iter().map(fault).collect(),
        open: flow.open.as_ref().map(|it| open(package, it)),
        breakdowns: breakdowns.map(|it| breakdown(lang, package, it)).collect(),
    }
}

fn stage<'a>(lang: Lang, package: &'a Package, stage: &Stage) -> StagePart<'a> {
    let passed = |it: Passed| PassedPart {
        of: it.of.word(),
        numerator: it.numerator,
        denominator: it.denominator,
        share: it.share,
    };
    StagePart {
        role: stage.role.word(),
        indicator: IndicatorPart::of(lang, package, stage.indicator),
        published: TotalPart::of(package, &stage.total),
        count: stage.count,
        published_whole: stage.published_whole,
        of_before: stage.of_before.map(passed),
        of_dispatched: stage.of_dispatched.map(passed),
        loss: stage.loss,
    }
}

fn rate<'a>(package: &'a Package, rate: &CaseRate) -> RatePart<'a> {
    let from = |(id, total): &(_, _)| FromPart {
        indicator: &package.indicators.get(*id).code,
        published: TotalPart::of(package, total),
    };
    RatePart {
        rate: rate.name.word(),
        share: rate.share,
        numerator: rate.counts.map(|(above, _)| above),
        denominator: rate.counts.map(|(_, below)| below),
        numerator_from: from(&rate.above),
        denominator_from: rate.below.as_ref().map(from),
    }
}

fn fault(fault: &StageFault) -> FaultPart {
    match *fault {
        StageFault::Larger {
            role,
            count,
            before,
            before_count,
        } => FaultPart {
            fault: "larger",
            role: role.word(),
            count,
            against: before.word(),
            against_count: before_count,
        },
        StageFault::OtherWhole {
            role,
            denominator,
            of,
            count,
        } => FaultPart {
            fault: "other-whole",
            role: role.word(),
            count: denominator,
            against: of.word(),
            against_count: count,
        },
    }
}

fn open<'a>(package: &'a Package, open: &OpenCases) -> OpenPart<'a> {
    let series = open.series.iter().map(|point| PointPart {
        period: point.period.to_string(),
        reading: ReadingPart::of(package, &point.reading),
    });
    OpenPart {
        indicator: &package.indicators.get(open.indicator).code,
        published: TotalPart::of(package, &open.total),
        series: series.collect(),
    }
}

fn breakdown<'a>(lang: Lang, package: &'a Package, found: &'a Breakdown) -> BreakdownPart<'a> {
    let dimension = package.descriptor.dimensions.get(found.dimension);
    let (base, base_count) = match found.base {
        ShareBase::Total(total) => ("total", Some(total)),
        ShareBase::Sum(sum) => ("sum", Some(sum)),
        ShareBase::OverTotal { sum, .. } => ("over-total", Some(sum)),
        ShareBase::Unknown => ("unknown", None),
    };
    let category = |row: &'a BreakdownRow| CategoryPart {
        category: &row.value,
        label: row.label.get(lang),
        reading: ReadingPart::of(package, &row.reading),
        share: row.share,
        cumulative: row.cumulative,
        on_time: row.on_time.map(|it| ReadingPart::of(package, &it)),
    };
    BreakdownPart {
        dimension: dimension.map_or("", |it| &it.name),
        role: found.role.word(),
        indicator: &package.indicators.get(found.indicator).code,
        published: TotalPart::of(package, &found.total),
        base,
        base_count,
        unassigned: found.unassigned,
        rows: found.rows.iter().map(category).collect(),
    }
}
