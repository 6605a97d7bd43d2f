//! Where cases get stuck: the stages from the order to the rating, what passes from one to the next,
//! and what does not add up.
//!
//! What passes on is said of cohorts only, where every stage is counted in the month of the order.
//! Where each stage is counted in the month in which it happened, the figures are flows: one month's
//! resolved are not its dispatched, and only the figures themselves are given.

mod absence;
mod categories;
mod stages;

pub use absence::{NoStages, StagesElsewhere, stages_elsewhere};
pub use categories::{Breakdown, BreakdownRow, ShareBase, nearest_breakdown};
pub use stages::{CaseRate, CaseRateName, Passed, Stage, StageFault, case_stages};

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

impl CaseFlow {
    /// The stage before whose end the most cases were left: up to the resolution, for a case that is
    /// resolved and not rated is not stuck. None where nothing is said of what passes on, and where
    /// nothing was left. Of equals the earlier.
    pub fn largest_loss(&self) -> Option<&Stage> {
        const HANDLING: [Role; 4] = [
            Role::CaseDispatched,
            Role::CaseResponded,
            Role::CaseTaken,
            Role::CaseResolved,
        ];
        let mut largest: Option<(&Stage, f64)> = None;
        for stage in &self.stages {
            let loss = stage.loss.filter(|loss| *loss > 0.0);
            let Some(loss) = loss.filter(|_| HANDLING.contains(&stage.role)) else {
                continue;
            };
            if largest.is_none_or(|(_, most)| loss > most) {
                largest = Some((stage, loss));
            }
        }
        largest.map(|(stage, _)| stage)
    }

    /// The stage of a role, where it has a figure.
    pub fn stage(&self, role: Role) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.role == role)
    }

    /// A rate, where it could be made.
    pub fn rate(&self, name: CaseRateName) -> Option<&CaseRate> {
        self.rates.iter().find(|rate| rate.name == name)
    }
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
    let no_conversion = no_conversion(package, &stages);
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

/// The rates of an area alone, without its stages: what a score of many areas needs.
///
/// # Errors
/// Why nothing is said of what passes from stage to stage.
pub(super) fn rates_of_area(
    package: &Package,
    area: AreaId,
    period: Period,
) -> Result<Vec<CaseRate>, NoConversion> {
    let (stages, _) = stages::read_stages(package, area, period);
    match no_conversion(package, &stages) {
        Some(reason) => Err(reason),
        None => Ok(stages::rates(
            package,
            area,
            period,
            &stages,
            &mut Vec::new(),
        )),
    }
}

fn no_conversion(package: &Package, stages: &[Stage]) -> Option<NoConversion> {
    let is_unripe = stages.iter().any(|it| it.total.reading.is_provisional());
    match package.descriptor.case_basis {
        None => Some(NoConversion::BasisUnknown),
        Some(CaseBasis::Event) => Some(NoConversion::EventBasis),
        Some(CaseBasis::Cohort) if is_unripe => Some(NoConversion::Unripe),
        Some(CaseBasis::Cohort) => None,
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
