//! Which indicator is published how often, at which levels and in which file. The indicators'
//! own words stand in `texts/indicators.csv`.

use super::measures::{self as measure, Measure};

/// How often an indicator is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Every month up to the last ripe one.
    Month,
    /// Every month, the unripe one too, marked provisional.
    MonthOfCases,
    /// Every quarter that is complete and ripe.
    Quarter,
    /// Every calendar year whose end lies in the months covered.
    Year,
    /// The last five calendar years, however few months are covered.
    FiveYears,
    /// Running totals of the year, at the end of each quarter.
    YearToDate,
}

/// At which levels an indicator is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Levels {
    /// District, sub-district and community.
    All,
    /// District and sub-district.
    Upper,
    /// District only.
    District,
    /// Community only; readers add up.
    Community,
}

/// One indicator's publication.
pub struct Series {
    /// The indicator.
    pub indicator: &'static str,
    /// Its theme, which names its file.
    pub theme: &'static str,
    /// A headline indicator: its district and sub-district rows stand in files of their own.
    pub headline: bool,
    /// How often.
    pub frequency: Frequency,
    /// Where.
    pub levels: Levels,
    /// How it is measured.
    pub measure: Measure,
}

/// Every indicator, in the order of `texts/indicators.csv`.
pub fn all() -> Vec<Series> {
    use Frequency::{FiveYears, Month, MonthOfCases, Quarter, Year, YearToDate};
    use Levels::{All, Community, District, Upper};
    let mut list = Vec::new();
    let mut add = |indicator: &'static str, theme, headline, frequency, levels, measure| {
        list.push(Series {
            indicator,
            theme,
            headline,
            frequency,
            levels,
            measure,
        });
    };
    let mut on_theme = |theme, rows: &[(&'static str, bool, Frequency, Levels, Measure)]| {
        for (indicator, headline, frequency, levels, measure) in rows {
            add(indicator, theme, *headline, *frequency, *levels, *measure);
        }
    };
    on_theme(
        "service",
        &[
            (
                "service-coverage",
                true,
                Month,
                All,
                measure::service_coverage,
            ),
            (
                "hotline-answered",
                false,
                Month,
                All,
                measure::hotline_answered,
            ),
            (
                "key-visits",
                false,
                Quarter,
                All,
                measure::key_households_visited,
            ),
            ("visit-rate", false, Quarter, All, measure::household_visits),
            ("service-points", false, Year, All, measure::service_points),
        ],
    );
    on_theme(
        "cases",
        &[
            ("cases-ordered", false, MonthOfCases, All, measure::ordered),
            (
                "cases-dispatched",
                false,
                MonthOfCases,
                All,
                measure::dispatched,
            ),
            (
                "cases-responded",
                false,
                MonthOfCases,
                All,
                measure::responded,
            ),
            ("cases-taken", true, MonthOfCases, All, measure::taken),
            (
                "cases-resolved",
                false,
                MonthOfCases,
                All,
                measure::resolved,
            ),
            ("on-time-rate", true, MonthOfCases, All, measure::on_time),
            ("cases-rated", false, MonthOfCases, All, measure::rated),
            (
                "satisfaction-rate",
                true,
                MonthOfCases,
                All,
                measure::satisfied,
            ),
            ("cases-open", false, MonthOfCases, All, measure::open),
            (
                "cases-settled",
                false,
                MonthOfCases,
                All,
                measure::settled_inside,
            ),
            ("repeat-rate", false, Quarter, All, measure::repeated),
            (
                "days-to-resolve",
                false,
                Quarter,
                All,
                measure::days_to_resolve,
            ),
            (
                "case-rate",
                false,
                Quarter,
                All,
                measure::cases_per_household,
            ),
        ],
    );
    on_theme(
        "organisation",
        &[
            (
                "compound-branches",
                true,
                Month,
                All,
                measure::compound_branches,
            ),
            (
                "grids-with-group",
                true,
                Month,
                All,
                measure::grids_with_group,
            ),
            (
                "grid-party-groups",
                false,
                Quarter,
                All,
                measure::grid_groups,
            ),
            (
                "compounds-with-organisation",
                false,
                Quarter,
                All,
                measure::compounds_with_organisation,
            ),
            (
                "member-households",
                false,
                Quarter,
                All,
                measure::member_households,
            ),
            ("building-heads", false, Year, All, measure::building_heads),
            ("compounds", false, Quarter, All, measure::compounds),
            ("grids", false, Quarter, All, measure::grids),
            ("buildings", false, Quarter, All, measure::buildings),
            ("households", false, Quarter, All, measure::households),
            (
                "centres-district",
                false,
                Year,
                District,
                measure::district_centre,
            ),
            (
                "centres-subdistrict",
                false,
                Year,
                Upper,
                measure::subdistrict_centre,
            ),
            (
                "centres-community",
                false,
                Year,
                All,
                measure::community_centre,
            ),
        ],
    );
    on_theme(
        "staffing",
        &[
            (
                "grid-staff-rate",
                true,
                Month,
                All,
                measure::grid_staff_per_household,
            ),
            ("grid-staff", false, Quarter, All, measure::grid_staff),
            (
                "community-workers",
                false,
                Year,
                All,
                measure::community_workers,
            ),
            (
                "qualified-workers",
                false,
                Year,
                All,
                measure::qualified_workers,
            ),
        ],
    );
    on_theme(
        "premises",
        &[
            (
                "offices-meeting-standard",
                true,
                Month,
                Upper,
                measure::offices_meeting_standard,
            ),
            ("office-area", false, Quarter, All, measure::office_area),
            ("outdoor-area", false, Year, All, measure::outdoor_area),
            ("centre-area", false, Year, All, measure::centre_area),
        ],
    );
    on_theme(
        "participation",
        &[
            (
                "registered-volunteers",
                false,
                Month,
                Community,
                measure::volunteers,
            ),
            (
                "volunteer-services",
                false,
                Month,
                Community,
                measure::volunteer_services,
            ),
            (
                "activity-attendance",
                false,
                Month,
                Community,
                measure::activity_attendance,
            ),
        ],
    );
    on_theme(
        "meetings",
        &[
            (
                "deliberation-meetings",
                false,
                Quarter,
                All,
                measure::meetings,
            ),
            (
                "resolutions-done",
                false,
                Quarter,
                All,
                measure::resolutions_carried_out,
            ),
        ],
    );
    on_theme(
        "delegation",
        &[
            (
                "delegated-items",
                false,
                FiveYears,
                Upper,
                measure::delegated_items,
            ),
            (
                "delegated-finished",
                false,
                FiveYears,
                Upper,
                measure::delegated_matters_finished,
            ),
        ],
    );
    on_theme(
        "funding",
        &[
            ("service-funds", false, Year, All, measure::service_funds),
            (
                "service-funds-spent",
                false,
                YearToDate,
                Upper,
                measure::service_funds_spent,
            ),
        ],
    );
    list
}
