//! Every text for people, in Chinese and in English.
//!
//! Fixed texts are fields of [`Words`], which both languages must fill: a missing text does not
//! compile. Texts with figures in them are functions that match on the language. Nothing here
//! computes; it says what an answer holds.

#[macro_use]
mod spacing;

mod address;
mod agreement;
mod as_of;
mod brief;
mod by_category;
mod cards;
mod cases;
mod charts;
mod citation;
#[cfg(feature = "cli")]
pub mod command_line;
mod compare;
mod distribution;
mod download;
mod embed;
mod en;
mod explore;
mod explore_table;
mod export;
mod faults;
mod faults_en;
mod faults_zh;
mod findings;
mod fixed;
mod gaps;
mod groups;
mod heat;
mod icicle;
pub mod intake;
mod intake_doubts;
mod intake_figures;
mod intake_holders;
mod intake_more;
mod intake_periods;
mod intake_sdmx;
mod lines;
mod map;
mod map_captions;
mod map_sentences;
mod names;
mod notices;
mod number;
mod organisation;
mod organisation_checks;
mod organisation_tiers;
mod overview;
mod own;
mod own_link;
mod own_said;
mod period;
mod profile;
mod profile_panels;
mod profile_said;
mod reach;
mod revisions;
mod scattered;
mod slope;
mod split_needs;
mod split_texts;
mod spread;
mod standard_charts;
mod standard_more;
mod standard_texts;
mod standards;
mod table_rhythm;
mod trend_against;
mod trend_baseline;
mod trend_boundary;
mod trend_charts;
mod trend_said;
mod trend_target;
mod trend_verdict;
mod trends;
mod units;
mod verdict;
mod zh;

mod case_absence;
mod case_difference;
mod case_open;
mod case_score;
mod case_sentences;
mod case_texts;

pub use address::{printed_address, readable_address};
pub use as_of::*;
pub use brief::*;
pub use by_category::*;
pub use cards::*;
pub use cases::*;
pub use charts::*;
pub use citation::*;
pub use compare::*;
pub use distribution::*;
pub use download::{compare_notes, funnel_limits_note};
pub use embed::*;
pub use explore::ExploreWords;
pub use explore_table::*;
pub use export::*;
pub use faults::{FaultWords, against_text, checked_file_text, fault_words, lines_text};
pub use findings::*;
pub use fixed::Words;
pub use gaps::*;
pub use groups::*;
pub use heat::*;
pub use icicle::*;
pub use intake_periods::period_unread_text;
pub use lines::*;
pub use map::*;
pub use map_captions::*;
pub use map_sentences::{map_benchmark_line, map_briefing, map_sentences};
pub use names::*;
pub use notices::*;
pub use number::{change_text, difference_text, number_text, signed_text, value_text};
pub use organisation::*;
pub use organisation_checks::*;
pub use organisation_tiers::*;
pub use overview::*;
pub use own::*;
pub use own_link::*;
pub use own_said::*;
pub use period::{clock_text, date_text, month_text, period_text};
pub use profile::*;
pub use profile_panels::*;
pub use profile_said::*;
pub use reach::*;
pub use revisions::*;
pub use scattered::*;
pub use split_needs::*;
pub use split_texts::*;
pub use spread::*;
pub use standard_charts::*;
pub use standard_more::*;
pub use standard_texts::*;
pub use standards::*;
pub use table_rhythm::{filter_note, other_rhythm_text};
pub use trend_against::*;
pub use trend_boundary::{boundary_label, boundary_text, list_comma, reorganised_notice};
pub use trend_charts::*;
pub use trend_said::*;
pub use trend_verdict::season_text;
pub use trends::*;
pub use units::*;
pub use verdict::*;

pub use case_absence::*;
pub use case_difference::*;
pub use case_open::*;
pub use case_score::*;
pub use case_sentences::*;
pub use case_texts::*;

use crate::model::Lang;

/// The fixed texts of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Zh => &zh::ZH,
        Lang::En => &en::EN,
    }
}

/// Fixed texts of single pages.
impl Words {
    /// Those of the page Profile.
    pub fn profile(&self) -> &'static ProfileWords {
        match self.lang {
            Lang::Zh => &profile::ZH,
            Lang::En => &profile::EN,
        }
    }

    /// Those of the page Trends.
    pub fn trends(&self) -> &'static TrendsWords {
        match self.lang {
            Lang::Zh => &trends::ZH,
            Lang::En => &trends::EN,
        }
    }

    /// Those of the page Explore.
    pub fn explore(&self) -> &'static ExploreWords {
        match self.lang {
            Lang::Zh => &explore::ZH,
            Lang::En => &explore::EN,
        }
    }

    /// Those of the page Map.
    pub fn map(&self) -> &'static MapWords {
        match self.lang {
            Lang::Zh => &map::ZH,
            Lang::En => &map::EN,
        }
    }

    /// Those of the page Organisation.
    pub fn organisation(&self) -> &'static OrganisationWords {
        match self.lang {
            Lang::Zh => &organisation::ZH,
            Lang::En => &organisation::EN,
        }
    }

    /// Those of the page Cases.
    pub fn cases(&self) -> &'static CasesWords {
        match self.lang {
            Lang::Zh => &cases::ZH,
            Lang::En => &cases::EN,
        }
    }

    /// Those of the page Standards.
    pub fn standards_page(&self) -> &'static StandardsWords {
        match self.lang {
            Lang::Zh => &standards::ZH,
            Lang::En => &standards::EN,
        }
    }
}
