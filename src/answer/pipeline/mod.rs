//! Where cases get stuck: the stages from the order to the rating, what passes from one to the next,
//! and what does not add up.
//!
//! What passes on is said of cohorts only, where every stage is counted in the month of the order.
//! Where each stage is counted in the month in which it happened, the figures are flows: one month's
//! resolved are not its dispatched, and only the figures themselves are given.

mod categories;
mod stages;

pub use categories::{Breakdown, BreakdownRow, ShareBase};
pub use stages::{CaseRate, CaseRateName, Passed, Stage, StageFault};

use crate::model::{AreaId, IndicatorId, Period, Role};
use crate::package::{CaseBasis, Package};
use crate::query::{SeriesPoint, Total, total, total_series};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PipelineQuestion {
    /// The area.
    pub area: AreaId,
    /// A second one beside it.
    pub beside: Option<AreaId>,
    /// The period.
    pub period: Period,
}

/// Why nothing is said of what passes from stage to stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoConversion {
    /// Each stage is counted in the month in which it happened.
    EventBasis,
    /// The package does not say in which month a stage is counted.
    BasisUnknown,
    /// The cohort is not yet ripe: what is not resolved may still be.
    Unripe,
}

/// Cases still open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenCases {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Open at the end of the period.
    pub total: Total,
    /// Up to the period, the earliest first.
    pub series: Vec<SeriesPoint>,
}

/// The cases of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFlow {
    /// The area.
    pub area: AreaId,
    /// The stages that the package has figures of, from the order to the rating.
    pub stages: Vec<Stage>,
    /// The stages that no indicator counts or that have no row here, in the same order.
    pub absent: Vec<Role>,
    /// Why nothing is said of what passes on, where that is so.
    pub no_conversion: Option<NoConversion>,
    /// Response, resolution and satisfaction, and what stands beside them.
    pub rates: Vec<CaseRate>,
    /// What cannot be, named and left as it is.
    pub faults: Vec<StageFault>,
    /// Open cases, where they are counted.
    pub open: Option<OpenCases>,
    /// Cases by category, a breakdown a dimension.
    pub breakdowns: Vec<Breakdown>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Pipeline {
    /// What was asked.
    pub question: PipelineQuestion,
    /// In which month stages are counted, as the package says.
    pub basis: Option<CaseBasis>,
    /// The area asked about.
    pub flow: CaseFlow,
    /// The one beside it.
    pub beside: Option<CaseFlow>,
}

/// Follows the cases of an area, and of a second one beside it.
pub fn pipeline(package: &Package, question: PipelineQuestion) -> Pipeline {
    let flow = |area: AreaId| case_flow(package, area, question.period);
    Pipeline {
        basis: package.descriptor.case_basis,
        flow: flow(question.area),
        beside: question.beside.map(flow),
        question,
    }
}

fn case_flow(package: &Package, area: AreaId, period: Period) -> CaseFlow {
    let (mut stages, absent) = stages::read_stages(package, area, period);
    let is_unripe = stages.iter().any(|it| it.total.reading.is_provisional());
    let no_conversion = match package.descriptor.case_basis {
        None => Some(NoConversion::BasisUnknown),
        Some(CaseBasis::Event) => Some(NoConversion::EventBasis),
        Some(CaseBasis::Cohort) if is_unripe => Some(NoConversion::Unripe),
        Some(CaseBasis::Cohort) => None,
    };
    let (mut rates, mut faults) = (Vec::new(), Vec::new());
    if no_conversion.is_none() {
        faults = stages::convert(&mut stages);
        rates = stages::rates(package, area, period, &stages, &mut faults);
    }
    CaseFlow {
        area,
        stages,
        absent,
        no_conversion,
        rates,
        faults,
        open: open_cases(package, area, period),
        breakdowns: categories::breakdowns(package, area, period),
    }
}

fn open_cases(package: &Package, area: AreaId, period: Period) -> Option<OpenCases> {
    let (indicator, total) = of_role(package, Role::CaseOpen, area, period)?;
    let mut series = total_series(package, indicator, area);
    series.retain(|point| point.period.kind() == period.kind() && point.period <= period);
    Some(OpenCases {
        indicator,
        total,
        series,
    })
}

/// The first indicator of a role that has a row at an area and period, or else in its parts.
fn of_role(
    package: &Package,
    role: Role,
    area: AreaId,
    period: Period,
) -> Option<(IndicatorId, Total)> {
    let indicators = package.indicators.iter();
    let of_role = indicators.filter(|(_, it)| it.role == Some(role));
    let totals = of_role.map(|(id, _)| (id, total(package, id, area, period)));
    let mut with_row =
        totals.filter(|(_, total)| total.reading.place.is_some() || total.summed.is_some());
    with_row.next()
}
