//! One mark of a figure: a value with its name, its interval and its verdict.
//!
//! It must not know how a verdict looks: shapes and colours belong to `draw`.

/// One value of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which row of the answer this is; what a hover or a click gives back.
    pub key: u32,
    /// Its name, worded (`乙01社区`; in a series the period).
    pub label: String,
    /// A second, quieter text by the name (its own period, where periods differ); may be empty.
    pub detail: String,
    /// The value in the unit of the axis. A value that is not finite is not drawn.
    pub value: f64,
    /// The value as people read it, bound and unit included (`≥ 3,120`, `69.3%`).
    pub value_text: String,
    /// What more is said of it when it is pointed at or read out: its verdict, its interval.
    pub said: String,
    /// The 95 % interval, low and high, in the unit of the axis.
    pub interval: Option<(f64, f64)>,
    /// The verdict.
    pub status: MarkStatus,
    /// Whether the mark asks for its name where names are rationed.
    pub emphasis: Emphasis,
}

impl Mark {
    /// A mark that nobody has judged: no interval, exact, not emphasised.
    pub fn plain(
        key: u32,
        label: impl Into<String>,
        value: f64,
        value_text: impl Into<String>,
    ) -> Mark {
        Mark {
            key,
            label: label.into(),
            detail: String::new(),
            value,
            value_text: value_text.into(),
            said: String::new(),
            interval: None,
            status: MarkStatus::Plain,
            emphasis: Emphasis::None,
        }
    }
}

/// The verdict on a mark, or why there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarkStatus {
    /// Compared without a judgement; filled, neutral.
    #[default]
    Plain,
    /// Better than the benchmark beyond 99.8 %.
    MuchBetter,
    /// Better than the benchmark beyond 95 %.
    Better,
    /// Not distinguishable from the benchmark.
    Similar,
    /// Worse than the benchmark beyond 95 %.
    Worse,
    /// Worse than the benchmark beyond 99.8 %.
    MuchWorse,
    /// Above the benchmark beyond 99.8 %, where neither direction is good.
    MuchHigher,
    /// Above the benchmark beyond 95 %, where neither direction is good.
    Higher,
    /// Below the benchmark beyond 95 %, where neither direction is good.
    Lower,
    /// Below the benchmark beyond 99.8 %, where neither direction is good.
    MuchLower,
    /// Cannot be judged (inventory, a borrowed standard); hollow.
    NotJudged,
    /// Not final yet; hollow.
    Provisional,
    /// A standard is not met.
    NotMet,
    /// A standard is met.
    Met,
}

/// Whether a mark asks for its name where names are rationed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emphasis {
    /// It does not.
    #[default]
    None,
    /// It deviates: named where there is room.
    Named,
    /// The reader has picked it: named first, and drawn stronger.
    Picked,
}
