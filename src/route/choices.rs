//! What a view chooses among, each with its word in addresses. Knows nothing of the view itself.

use crate::model::Period;

/// What the comparison shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shown {
    /// One indicator.
    #[default]
    One,
    /// Every indicator, in one table of verdicts.
    All,
    /// What should be looked into, in sentences.
    Findings,
}

impl Shown {
    /// Everything that there is to choose from.
    pub const ALL: [Shown; 3] = [Shown::One, Shown::All, Shown::Findings];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Shown::One => "one",
            Shown::All => "all",
            Shown::Findings => "findings",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Shown> {
        Shown::ALL.into_iter().find(|shown| shown.word() == word)
    }
}

/// What the researcher's page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Explored {
    /// Two indicators against each other.
    #[default]
    Scatter,
    /// How the values of one indicator are spread.
    Distribution,
    /// One indicator broken down by a dimension.
    Breakdown,
    /// Any areas, indicators and periods in a table.
    Table,
    /// The reader's own files.
    Own,
}

impl Explored {
    /// Everything that there is to choose from.
    pub const ALL: [Explored; 5] = [
        Explored::Scatter,
        Explored::Distribution,
        Explored::Breakdown,
        Explored::Table,
        Explored::Own,
    ];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Explored::Scatter => "scatter",
            Explored::Distribution => "distribution",
            Explored::Breakdown => "breakdown",
            Explored::Table => "table",
            Explored::Own => "own",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Explored> {
        Explored::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ThemeChoice {
    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            ThemeChoice::System => "system",
            ThemeChoice::Light => "light",
            ThemeChoice::Dark => "dark",
        }
    }

    /// The next in the round.
    pub fn next(self) -> ThemeChoice {
        match self {
            ThemeChoice::System => ThemeChoice::Light,
            ThemeChoice::Light => ThemeChoice::Dark,
            ThemeChoice::Dark => ThemeChoice::System,
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<ThemeChoice> {
        [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark]
            .into_iter()
            .find(|choice| choice.word() == word)
    }
}

/// The period asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PeriodKey {
    /// The newest that all share.
    #[default]
    Newest,
    /// Each area's own newest: `latest`.
    EachLatest,
    /// This one.
    At(Period),
}
