//! What was published otherwise before: a few revisions whose new figures are those of the files,
//! and the lineage of the split community.

use super::areas::Area;
use super::calendar::Month;
use super::measures::{Amount, World};
use super::observations;
use super::plan::Plan;
use super::series::Series;
use super::stories::{SPLIT_MONTH, Split};
use crate::export::CsvWriter;

/// A revision of a community's count, and with it of its sub-district's and the district's.
struct Revision {
    indicator: &'static str,
    /// The revised period's last month.
    month: Month,
    subdistrict: usize,
    /// The community's place in it, from 0.
    place: usize,
    /// New less old.
    change: u64,
    released: &'static str,
    reason: &'static str,
}

const REVISIONS: [Revision; 3] = [
    Revision {
        indicator: "cases-taken",
        month: Month::new(2025, 11),
        subdistrict: 2,
        place: 2,
        change: 9,
        released: "2026-01-08",
        reason: "补录热线转办事项 / cases passed on by the hotline entered late",
    },
    Revision {
        indicator: "cases-taken",
        month: Month::new(2026, 1),
        subdistrict: 8,
        place: 1,
        change: 6,
        released: "2026-03-09",
        reason: "更正重复登记 / registration corrected",
    },
    Revision {
        indicator: "deliberation-meetings",
        month: Month::new(2025, 12),
        subdistrict: 3,
        place: 1,
        change: 1,
        released: "2026-02-06",
        reason: "补报一次议事会 / one meeting reported late",
    },
];

/// `revisions.csv`. Revisions of months before the figures begin are left out.
pub fn table(world: &World, areas: &[Area], all: &[Series]) -> Vec<u8> {
    let mut table = CsvWriter::new(&[
        "indicator",
        "area_code",
        "period",
        "category",
        "old",
        "new",
        "released",
        "reason",
    ]);
    for revision in REVISIONS {
        let Some(series) = (all.iter()).find(|series| series.indicator == revision.indicator)
        else {
            continue;
        };
        let Some(unit) = (world.plan.units_of(revision.subdistrict)).nth(revision.place) else {
            continue;
        };
        let rows = observations::draw(world, areas, series);
        for row in &rows {
            let area = &areas[row.area];
            let touched = area.units.contains(&unit) && row.span.last == revision.month;
            if let (true, Amount::Count(count)) = (touched, row.amount) {
                table
                    .plain(row.indicator)
                    .plain(&area.code)
                    .plain(&row.span.period.to_string())
                    .plain("")
                    .plain(&(count - revision.change.min(count)).to_string())
                    .plain(&count.to_string())
                    .plain(revision.released)
                    .plain(revision.reason)
                    .end_row();
            }
        }
    }
    table.finish()
}

/// `lineage.csv`.
pub fn lineage(plan: &Plan, split: &Split) -> Vec<u8> {
    let mut table = CsvWriter::new(&["from_code", "to_code", "period"]);
    for part in split.parts {
        table
            .plain(&split.old_code)
            .plain(&plan.units[part].code)
            .plain(&SPLIT_MONTH.text())
            .end_row();
    }
    table.finish()
}
