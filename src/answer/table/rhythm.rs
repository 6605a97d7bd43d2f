//! How often each indicator of a table is published, so that a month of a quarterly one is not told to be
//! missing, and no column stands that nothing can be in.

use super::TableQuestion;
use crate::model::{IndicatorId, Period, PeriodKind};
use crate::package::Package;
use crate::query::read_periods_of;

/// The periods that each indicator has on the level, as far as they have been read.
#[derive(Clone, Debug, Default)]
pub(super) struct Rhythms(Vec<(IndicatorId, Vec<Period>)>);

impl Rhythms {
    pub(super) fn of(package: &Package, question: &TableQuestion) -> Rhythms {
        let ids = question.indicators.iter();
        let with = |id: &IndicatorId| (*id, read_periods_of(package, *id, question.level));
        Rhythms(ids.map(with).collect())
    }

    /// Every period of one indicator, the earliest first.
    pub(super) fn periods(&self, id: IndicatorId) -> &[Period] {
        let found = self.0.iter().find(|(own, _)| *own == id);
        found.map_or(&[], |(_, periods)| periods)
    }

    /// Every period of any.
    pub(super) fn all(&self) -> impl Iterator<Item = Period> {
        self.0.iter().flat_map(|(_, periods)| periods).copied()
    }

    /// Those of these periods that an indicator has; the last of them where it has none, so that it keeps
    /// a column in which that can be told.
    pub(super) fn own_of(&self, id: IndicatorId, periods: &[Period]) -> Vec<Period> {
        let own = self.periods(id);
        let kept = periods.iter().copied().filter(|it| own.contains(it));
        let kept: Vec<Period> = kept.collect();
        match kept.is_empty() {
            true => periods.last().copied().into_iter().collect(),
            false => kept,
        }
    }

    /// How often an indicator is published that never has a period of this one's kind: by the shortest of
    /// its kinds. None where it has, or where nothing of it has been read.
    pub(super) fn other_kind(&self, id: IndicatorId, period: Period) -> Option<PeriodKind> {
        const SHORTEST_FIRST: [PeriodKind; 5] = [
            PeriodKind::Month,
            PeriodKind::Quarter,
            PeriodKind::Half,
            PeriodKind::Year,
            PeriodKind::Interval,
        ];
        let kinds = || self.periods(id).iter().map(|it| it.kind());
        let has_it = kinds().any(|kind| kind == period.kind());
        let mut other = SHORTEST_FIRST.into_iter();
        other.find(|kind| !has_it && kinds().any(|own| own == *kind))
    }
}
