//! What was published otherwise before: a few revisions whose new figures are those of the files,
//! and the lineage of the split community.

use super::areas::Area;
use super::calendar::Month;
use super::measures::{Amount, World};
use super::observations::{self, Observation};
use super::plan::Plan;
use super::series::Series;
use super::stories::{SPLIT_MONTH, Split};
use crate::export::CsvWriter;

/// A revision of a community's figure, and with it of its sub-district's and the district's.
struct Revision {
    indicator: &'static str,
    /// The revised period's last month.
    month: Month,
    subdistrict: usize,
    /// The community's place in it, from 0.
    place: usize,
    change: Change,
    released: &'static str,
    reason_zh: &'static str,
    reason_en: &'static str,
}

/// How a figure came to be the one of the files.
#[derive(Clone, Copy)]
enum Change {
    /// It was less by the first, and by the second after this revision: another one came later.
    Added(Amount, Amount),
    /// The community reported late: nothing was published of it before, and the others lacked it.
    Late,
}

const REVISIONS: [Revision; 6] = [
    Revision {
        indicator: "cases-taken",
        month: Month::new(2025, 11),
        subdistrict: 2,
        place: 2,
        change: Change::Added(Amount::Count(12), Amount::Count(3)),
        released: "2026-01-08",
        reason_zh: "补录热线转办事项",
        reason_en: "cases passed on by the hotline entered late",
    },
    Revision {
        indicator: "cases-taken",
        month: Month::new(2025, 11),
        subdistrict: 2,
        place: 2,
        change: Change::Added(Amount::Count(3), Amount::Count(0)),
        released: "2026-02-12",
        reason_zh: "补录漏登记的来访",
        reason_en: "visits that had not been registered entered late",
    },
    Revision {
        indicator: "cases-taken",
        month: Month::new(2026, 1),
        subdistrict: 8,
        place: 1,
        change: Change::Added(Amount::Count(6), Amount::Count(0)),
        released: "2026-03-09",
        reason_zh: "更正登记错误",
        reason_en: "registration corrected",
    },
    Revision {
        indicator: "on-time-rate",
        month: Month::new(2026, 2),
        subdistrict: 4,
        place: 3,
        change: Change::Added(Amount::Share(8, 0), Amount::Share(0, 0)),
        released: "2026-04-10",
        reason_zh: "漏报的办结时间补录",
        reason_en: "missing times of resolution entered late",
    },
    Revision {
        indicator: "service-coverage",
        month: Month::new(2025, 12),
        subdistrict: 5,
        place: 4,
        change: Change::Late,
        released: "2026-02-06",
        reason_zh: "调查表迟交",
        reason_en: "survey forms handed in late",
    },
    Revision {
        indicator: "deliberation-meetings",
        month: Month::new(2025, 12),
        subdistrict: 3,
        place: 1,
        change: Change::Added(Amount::Count(1), Amount::Count(0)),
        released: "2026-02-06",
        reason_zh: "补报一次议事会",
        reason_en: "one meeting reported late",
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
        "old_numerator",
        "old_denominator",
        "new",
        "new_numerator",
        "new_denominator",
        "released",
        "reason_zh",
        "reason_en",
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
        let touched: Vec<_> = (rows.iter())
            .filter(|row| areas[row.area].units.contains(&unit))
            .filter(|row| row.span.last == revision.month && row.status.has_figure())
            .collect();
        let is_own = |row: &Observation| areas[row.area].units == [unit];
        let Some(own) = touched.iter().find(|row| is_own(row)).map(|row| row.amount) else {
            continue;
        };
        for row in touched {
            let (old, new) = match revision.change {
                Change::Added(change, after) => {
                    let new = less(row.amount, after);
                    (Some(less(new, change)), new)
                }
                Change::Late if is_own(row) => (None, row.amount),
                Change::Late => (Some(less(row.amount, own)), row.amount),
            };
            table
                .plain(row.indicator)
                .plain(&areas[row.area].code)
                .plain(&row.span.period.to_string())
                .plain("");
            for cell in cells(old).iter().chain(&cells(Some(new))) {
                table.plain(cell);
            }
            table
                .plain(revision.released)
                .plain(revision.reason_zh)
                .plain(revision.reason_en)
                .end_row();
        }
    }
    table.finish()
}

/// An amount before another was added to it.
fn less(amount: Amount, added: Amount) -> Amount {
    match (amount, added) {
        (Amount::Count(all), Amount::Count(part)) => Amount::Count(all.saturating_sub(part)),
        (Amount::Share(n, d), Amount::Share(part_n, part_d)) => {
            Amount::Share(n.saturating_sub(part_n), d.saturating_sub(part_d))
        }
        (amount, _) => amount,
    }
}

/// Value, numerator and denominator, as the files of observations write them.
fn cells(amount: Option<Amount>) -> [String; 3] {
    match amount {
        Some(Amount::Count(count)) => [count.to_string(), String::new(), String::new()],
        Some(Amount::Share(numerator, denominator)) => [
            String::new(),
            numerator.to_string(),
            denominator.to_string(),
        ],
        Some(Amount::Mean(..)) | None => Default::default(),
    }
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
