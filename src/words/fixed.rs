//! The fixed texts, by name.

use crate::model::Lang;

/// Every fixed text of a language that the first view may show; those of single pages are apart, so that
/// they come with their pages.
#[derive(Debug)]
pub struct Words {
    /// The language itself
    pub lang: Lang,
    /// Upper half of the mark
    pub seal_above: &'static str,
    /// Lower half of the mark
    pub seal_below: &'static str,
    /// The name: Zhishe
    pub app: &'static str,
    /// Page: Overview
    pub page_overview: &'static str,
    /// Page: Compare
    pub page_compare: &'static str,
    /// Page: Data
    pub page_data: &'static str,
    /// Page: Profile
    pub page_profile: &'static str,
    /// Page: Trends
    pub page_trends: &'static str,
    /// Page: Map
    pub page_map: &'static str,
    /// Page: Organisation
    pub page_organisation: &'static str,
    /// Page: Cases
    pub page_cases: &'static str,
    /// Page: Standards
    pub page_standards: &'static str,
    /// Page: Explore
    pub page_explore: &'static str,
    /// Mark of a reader’s own data: Own data
    pub own_data: &'static str,
    /// Label of the rail: Pages
    pub navigation: &'static str,
    /// Link past the rail: Skip to content
    pub skip: &'static str,
    /// Label of a control: Package
    pub package: &'static str,
    /// Label of a control: Indicator
    pub indicator: &'static str,
    /// Label of a control: Period
    pub period: &'static str,
    /// Label of a control: Level
    pub level: &'static str,
    /// Label of a control: Within
    pub within: &'static str,
    /// Choice: All areas
    pub whole_area: &'static str,
    /// Choice: Each area’s latest
    pub each_latest: &'static str,
    /// Choice: Latest
    pub newest: &'static str,
    /// The other language, as a button: 中文
    pub other_language: &'static str,
    /// What that button does: 切换为中文
    pub switch_language: &'static str,
    /// Button: Light or dark
    pub theme: &'static str,
    /// Choice of theme: Light
    pub theme_light: &'static str,
    /// Choice of theme: Dark
    pub theme_dark: &'static str,
    /// Choice of theme: As the system
    pub theme_system: &'static str,
    /// Tag of a made-up package: Fictional data
    pub fictional: &'static str,
    /// Heading: Headline indicators
    pub headlines: &'static str,
    /// While loading: Reading data
    pub loading: &'static str,
    /// Button: Try again
    pub retry: &'static str,
    /// Button: Link
    pub link: &'static str,
    /// Button: Cite
    pub cite: &'static str,
    /// Said after copying: Copied
    pub copied: &'static str,
    /// Said when copying failed: Could not copy; please copy the address from the address …
    pub not_copied: &'static str,
    /// Button: Source
    pub source_of_number: &'static str,
    /// In a downloaded table: open it so that its codes stay whole
    pub codes_as_text: &'static str,
    /// Button: Close
    pub close: &'static str,
    /// Label: Benchmark
    pub benchmark: &'static str,
    /// Label: Source
    pub source: &'static str,
    /// Label of a date: package dated
    pub published: &'static str,
    /// Link: Download the whole file
    pub download: &'static str,
    /// Column: Area
    pub column_area: &'static str,
    /// Column: Part of
    pub column_parent: &'static str,
    /// Column: Value
    pub column_value: &'static str,
    /// Column: Verdict
    pub column_verdict: &'static str,
    /// Column: Rank (range)
    pub column_rank: &'static str,
    /// Heading: Standards not met
    pub standards_missed: &'static str,
    /// Label of a control: View
    pub shown: &'static str,
    /// Choice: One indicator
    pub shown_one: &'static str,
    /// Choice: All indicators
    pub shown_all: &'static str,
    /// Choice: To be looked into
    pub shown_findings: &'static str,
    /// Text: Looking through all areas and periods
    pub finding: &'static str,
    /// Text: Nothing stands out
    pub no_findings: &'static str,
    /// Button: Copy as briefing
    pub copy_briefing: &'static str,
    /// Link: Show
    pub show_finding: &'static str,
    /// Beside findings: the cause may be the data
    pub findings_lead: &'static str,
    /// Title of the funnel plot: against the denominator
    pub funnel: &'static str,
    /// Label of a control: Verdicts
    pub verdicts: &'static str,
    /// Choice: limits widened for the spread among areas beyond chance
    pub verdicts_adjusted: &'static str,
    /// Choice: by each area’s own counts
    pub verdicts_plain: &'static str,
    /// A line that values should reach: Target
    pub target: &'static str,
    /// Beside two indicators: one need not cause the other
    pub no_cause: &'static str,
    /// Choice: Standard
    pub standard: &'static str,
    /// Column: Numerator
    pub column_numerator: &'static str,
    /// Column: Denominator
    pub column_denominator: &'static str,
    /// Column: Period
    pub column_period: &'static str,
    /// Hint: Select a column heading to sort
    pub sort_hint: &'static str,
    /// Direction: low
    pub low: &'static str,
    /// Direction: high
    pub high: &'static str,
    /// Heading: Not ranked
    pub not_ranked: &'static str,
    /// A benchmark that is a number of the reader's: Chosen value
    pub given_benchmark: &'static str,
    /// Heading: Definition
    pub definition: &'static str,
    /// Heading: Caveat
    pub caveat: &'static str,
    /// Missing: not applicable
    pub missing_impossible: &'static str,
    /// Missing: not reported
    pub missing_not_reported: &'static str,
    /// Missing: not collected
    pub missing_not_collected: &'static str,
    /// Missing: suppressed for confidentiality
    pub missing_suppressed: &'static str,
    /// Missing: denominator is zero
    pub missing_no_denominator: &'static str,
    /// Missing: blank, no reason given
    pub missing_blank: &'static str,
    /// Missing: no record
    pub missing_no_row: &'static str,
    /// Missing: invalid, see the data page
    pub missing_invalid: &'static str,
    /// Status: provisional
    pub provisional: &'static str,
    /// Status: estimated
    pub estimated: &'static str,
    /// Change: no change
    pub unchanged: &'static str,
    /// Bound: rounded by the publisher
    pub rounded: &'static str,
    /// Heading: Packages
    pub packages: &'static str,
    /// Heading: Files
    pub files: &'static str,
    /// Heading: Data problems
    pub faults: &'static str,
    /// Heading: Notes
    pub notes: &'static str,
    /// Label of the links to the sections: On this page
    pub contents: &'static str,
    /// Heading: Indicator definitions
    pub definitions: &'static str,
    /// Heading: Sources
    pub sources: &'static str,
    /// Heading: Standards
    pub standards: &'static str,
    /// Heading: Check my file
    pub check_file: &'static str,
    /// Text: Before publishing, drop a CSV file or a whole folder here…
    pub check_file_lead: &'static str,
    /// Button: Choose files
    pub choose_files: &'static str,
    /// Button: Choose a folder
    pub choose_folder: &'static str,
    /// Heading: Result
    pub check_result: &'static str,
    /// Text: no package to check against
    pub check_no_package: &'static str,
    /// Text: Nothing wrong was found.
    pub check_clean: &'static str,
    /// Text: There is no CSV file to check.
    pub check_nothing: &'static str,
    /// Summary: The other rows
    pub other_rows: &'static str,
    /// Text: The files read hold no figures yet.
    pub no_figures: &'static str,
    /// Text: Nothing wrong was found in the files read.
    pub no_faults: &'static str,
    /// Text: Single files are checked against the package now open; a …
    pub checking_against: &'static str,
    /// Column: File
    pub column_file: &'static str,
    /// Column: Line
    pub column_line: &'static str,
    /// Column: Column
    pub column_column: &'static str,
    /// Column: Found
    pub column_found: &'static str,
    /// Column: What is wrong
    pub column_problem: &'static str,
    /// Column: Expected
    pub column_expected: &'static str,
    /// Column: What to do
    pub column_cure: &'static str,
    /// Column: Rows
    pub column_rows: &'static str,
    /// Column: State
    pub column_state: &'static str,
    /// Column: Contents
    pub column_contents: &'static str,
    /// Column: Theme
    pub column_theme: &'static str,
    /// Column: Kind
    pub column_kind: &'static str,
    /// Column: Unit
    pub column_unit: &'static str,
    /// Column: Title
    pub column_title: &'static str,
    /// Column: Publisher
    pub column_publisher: &'static str,
    /// Column: Date
    pub column_date: &'static str,
    /// Column: As of
    pub column_as_of: &'static str,
    /// Column: Licence
    pub column_license: &'static str,
    /// Column: Basis
    pub column_basis: &'static str,
    /// Column: Note
    pub column_note: &'static str,
    /// Column: Standard
    pub column_standard: &'static str,
    /// Column: Requirement
    pub column_requirement: &'static str,
    /// Column: Scope
    pub column_scope: &'static str,
    /// Column: Strength
    pub column_strength: &'static str,
    /// Column: From
    pub column_effective: &'static str,
    /// State: read
    pub state_read: &'static str,
    /// State: not read yet
    pub state_unread: &'static str,
    /// State: reading
    pub state_reading: &'static str,
    /// State: could not be read
    pub state_failed: &'static str,
    /// Text: whole file
    pub whole_file: &'static str,
    /// Text: not stated
    pub not_stated: &'static str,
    /// Text: wide table
    pub layout_wide: &'static str,
    /// Strength: required
    pub strength_required: &'static str,
    /// Strength: in principle
    pub strength_in_principle: &'static str,
    /// Strength: planned
    pub strength_planned: &'static str,
    /// Text: No headline indicator has a usable figure.
    pub nothing_usable: &'static str,
    /// Text: This package has no headline indicators.
    pub nothing_here: &'static str,
    /// Text: Filter by name
    pub search_indicators: &'static str,
    /// Heading: Parts of the address that were not used
    pub ignored: &'static str,
    /// Text: Arrow keys move between the marks, Enter opens one
    pub chart_keys: &'static str,
    /// Text: This site reads only files in its own folder and sends no…
    pub own_website: &'static str,
    /// Label of a box: Find an area
    pub find_area: &'static str,
    /// In that box: what can be typed
    pub find_area_hint: &'static str,
    /// Text: No area fits
    pub nothing_found: &'static str,
    /// Summary: Choose from the list
    pub by_level: &'static str,
    /// Label of the path above an area: Lies in
    pub hierarchy: &'static str,
    /// Button: Table
    pub table: &'static str,
    /// Column: Name
    pub column_name: &'static str,
    /// Column: Remarks
    pub column_said: &'static str,
    /// Column: Lower limit
    pub column_lower: &'static str,
    /// Column: Upper limit
    pub column_upper: &'static str,
    /// Column: Mean
    pub column_centre: &'static str,
    /// Heading: To be looked into
    pub to_verify: &'static str,
    /// While findings are gathered: Reading and comparing every area
    pub findings_wait: &'static str,
    /// Why a package has no findings
    pub not_judged_here: &'static str,
    /// Link: All, with their grounds
    pub all_findings: &'static str,
    /// Label of a group of findings: Standards
    pub standards_short: &'static str,
    /// Button: Meeting mode, full screen
    pub full_screen: &'static str,
    /// Button: Leave meeting mode
    pub leave_meeting: &'static str,
    /// Said in meeting mode: paused
    pub meeting_paused: &'static str,
    /// Label of the data's date: Data as of
    pub data_date: &'static str,
    /// Beside the heading of findings: how they are to be read
    pub findings_how: &'static str,
    /// Face of the button: Full screen
    pub full_screen_short: &'static str,
    /// Name of the mark, which leads to the start: 知社, overview
    pub home: &'static str,
    /// Where findings could not be fetched
    pub findings_failed: &'static str,
    /// The heading of splits and mergers on the overview.
    pub boundaries: &'static str,
}
