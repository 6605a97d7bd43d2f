//! Indicators and the closed vocabularies that describe them.

use super::Text;

/// An indicator's position in the package's list of indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IndicatorId(pub u16);

/// A closed list of words: each variant and the word that files use for it.
macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$note])* $variant,)* }

        impl $name {
            /// Every variant, in the order in which pages show them.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The word that files use.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }

        impl Word for $name {
            fn all() -> &'static [$name] { $name::ALL }
            fn as_word(self) -> &'static str { self.word() }
        }
    };
}

/// A member of a closed vocabulary.
pub trait Word: Copy + Sized + 'static {
    /// Every member.
    fn all() -> &'static [Self];
    /// The word that files use.
    fn as_word(self) -> &'static str;
}

/// Reads a word of a closed vocabulary.
pub fn parse_word<W: Word>(text: &str) -> Option<W> {
    W::all().iter().copied().find(|word| word.as_word() == text)
}

/// The words of a closed vocabulary, for telling what was expected.
pub fn word_list<W: Word>() -> String {
    let words: Vec<&str> = W::all().iter().map(|word| word.as_word()).collect();
    words.join(", ")
}

vocabulary! {
    /// The field of governance that an indicator belongs to.
    Theme {
        /// Public services and their coverage.
        Service = "service",
        /// Residents' cases and their resolution.
        Cases = "cases",
        /// Party branches, groups and grids.
        Organisation = "organisation",
        /// Staff.
        Staffing = "staffing",
        /// Offices, centres and activity space.
        Premises = "premises",
        /// Volunteers and participation.
        Participation = "participation",
        /// Meetings held.
        Meetings = "meetings",
        /// Powers handed to sub-districts.
        Delegation = "delegation",
        /// Money.
        Funding = "funding",
        /// Anything else, or nothing is said of it.
        Other = "other",
    }
}

vocabulary! {
    /// How a value is made.
    Kind {
        /// A number of things at or in a period.
        Count = "count",
        /// A running total since some start.
        Cumulative = "cumulative",
        /// A numerator that is part of its denominator, times the multiplier.
        Proportion = "proportion",
        /// Events per multiplier of exposure.
        Rate = "rate",
        /// One count against another that it is no part of.
        Ratio = "ratio",
        /// An average of measurements.
        Mean = "mean",
    }
}

vocabulary! {
    /// Whether chance has a part in a value. Intervals, limits and verdicts are for the first two.
    Nature {
        /// Things that happen: cases, visits.
        Events = "events",
        /// A sample.
        Survey = "survey",
        /// What there is: decided and counted, not drawn by chance.
        Inventory = "inventory",
    }
}

vocabulary! {
    /// Which way is good.
    Polarity {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
        /// Neither.
        None = "none",
    }
}

vocabulary! {
    /// What a domain page needs an indicator for. This is the full list, in one place; each says
    /// what the indicator must be.
    Role {
        /// Count: orders that residents placed.
        CaseOrdered = "case.ordered",
        /// Count: orders dispatched to a unit.
        CaseDispatched = "case.dispatched",
        /// Count: dispatched orders that the unit responded to.
        CaseResponded = "case.responded",
        /// Count: orders taken on.
        CaseTaken = "case.taken",
        /// Count or proportion of dispatched: resolved.
        CaseResolved = "case.resolved",
        /// Proportion: resolved within the term, of those due.
        CaseOnTime = "case.on_time",
        /// Count: resolved orders that the resident rated.
        CaseRated = "case.rated",
        /// Count or proportion of rated: satisfied.
        CaseSatisfied = "case.satisfied",
        /// Count: open at the end of the period.
        CaseOpen = "case.open",
        /// Count: orders settled inside the community.
        CaseSettledInside = "case.settled_inside",
        /// Count: party branches in compounds.
        OrganisationBranches = "org.branches",
        /// Count: party groups in grids or compounds.
        OrganisationGroups = "org.groups",
        /// Count: member households.
        OrganisationMemberHouseholds = "org.member_households",
        /// Count: compounds.
        UnitCompounds = "unit.compounds",
        /// Count: grids.
        UnitGrids = "unit.grids",
        /// Count: buildings.
        UnitBuildings = "unit.buildings",
        /// Count: households.
        UnitHouseholds = "unit.households",
        /// Count: party-mass service centres reported.
        CentreReported = "centre.reported",
        /// Area in square metres: community offices.
        PremisesOfficeArea = "premises.office_area",
        /// Area in square metres: outdoor activity space.
        PremisesOutdoorArea = "premises.outdoor_area",
        /// Area in square metres: the service centre.
        PremisesCentreArea = "premises.centre_area",
        /// Count: full-time grid workers.
        StaffGrid = "staff.grid",
        /// Count: meetings held.
        MeetingHeld = "meeting.held",
    }
}

impl Role {
    /// True of what the page of cases is about.
    pub fn is_of_cases(self) -> bool {
        self.word().starts_with("case.")
    }

    /// True of what the page of the organisation is about.
    pub fn is_of_organisation(self) -> bool {
        let words = ["org.", "unit.", "centre.", "meeting."];
        words.iter().any(|head| self.word().starts_with(head))
    }
}

/// An indicator as defined by its package.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// The identifier as written, unique in a package.
    pub code: String,
    /// The field it belongs to.
    pub theme: Theme,
    /// The short name.
    pub label: Text,
    /// What exactly is counted.
    pub definition: Text,
    /// The unit of the value.
    pub unit: Text,
    /// How the value is made.
    pub kind: Kind,
    /// Whether chance has a part in it.
    pub nature: Nature,
    /// What a numerator over a denominator is multiplied by.
    pub multiplier: f64,
    /// Digits after the point on screen.
    pub decimals: u8,
    /// Which way is good.
    pub polarity: Polarity,
    /// The part it plays for the domain pages.
    pub role: Option<Role>,
    /// Shown as a card on the overview.
    pub headline: bool,
    /// The identifier of its source, blank where none is given.
    pub source: String,
    /// What a reader must know before using it.
    pub caveat: Text,
    /// Line in the file of indicators, from 1.
    pub line: u32,
}

impl Indicator {
    /// True where the value is a numerator over a denominator.
    pub fn is_quotient(&self) -> bool {
        matches!(self.kind, Kind::Proportion | Kind::Rate | Kind::Ratio)
    }

    /// True where the value is a share in per cent, whose differences are percentage points.
    pub fn is_percentage(&self) -> bool {
        self.kind == Kind::Proportion && self.multiplier == 100.0
    }

    /// True where the value is a number of persons, of which a few below the community are not
    /// shown.
    pub fn counts_persons(&self) -> bool {
        self.kind == Kind::Count
            && (matches!(self.unit.zh.as_str(), "人" | "名")
                || matches!(self.unit.en.as_str(), "person" | "persons" | "people"))
    }
}
