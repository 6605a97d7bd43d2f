//! The indicators that a table speaks of, as they are met, and the table of indicators made of them.

use super::figure_kind::{FigureKind, Said};
use super::figures::quotient;
use super::per::{planned_unit, unit_texts, whole_of};
use super::rows::push_key;
pub(super) use super::values::MetFigures;
use super::values::Values;
use super::vocabulary::kinds::{is_measured, is_of_counts, is_of_things, is_scaled, names_things};
use super::vocabulary::things::names_counted;
use super::vocabulary::units::sdmx_unit;
use super::written::{Written, by_language};
use super::{IndicatorPlan, Recipe};
use crate::model::{Kind, Nature, Period, fixed_text};
use crate::package::RECOGNISED_INDICATOR_COLUMNS;
use crate::table::Dictionary;

/// More digits after the point than this are not shown.
const MOST_DECIMALS: u8 = 8;
/// So many digits after the point are shown as they are written, such as cents.
const WRITTEN_DECIMALS: u8 = 2;
/// Of figures with more so many digits in all are shown of one of the usual size.
const SHOWN_DIGITS: f64 = 4.0;

/// The indicators met so far.
#[derive(Debug)]
pub(super) struct Met {
    stem: String,
    plans: Vec<IndicatorPlan>,
    /// By name.
    names: Dictionary,
    /// In step with the names; the blank one stands first.
    list: Vec<About>,
    period: (Option<Period>, String),
    /// True where units are codes of SDMX.
    is_sdmx: bool,
}

#[derive(Clone, Debug, Default)]
struct About {
    code: String,
    unit: String,
    /// What its rows say that it is.
    kind: Option<FigureKind>,
    decimals: u8,
    values: Values,
}

/// Whole numbers of which nobody says what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// None is above a hundred: they are no counts.
    MayBeShares,
    /// They are counts by that alone.
    ByFigures,
}

impl About {
    /// True where the figures are numbers of things: whole, none below zero, of no numerator and
    /// denominator, and neither name nor unit says that something is measured; a file's name says what
    /// is counted or nothing.
    fn is_count(&self, name: &str, stem: &str) -> bool {
        self.may_be_count(name) && !self.is_unnamed(name, stem)
    }

    /// True where nothing names it but a file: it may be dollars as well as persons.
    fn is_unnamed(&self, name: &str, stem: &str) -> bool {
        name == stem && self.unit.is_empty() && !names_things(name)
    }

    fn may_be_count(&self, name: &str) -> bool {
        self.is_whole_of_things(name) && !self.is_like_years(name) && !self.is_like_shares(name)
    }

    /// What is to be told of whole numbers that nothing but they themselves call counts.
    fn doubt(&self, name: &str, stem: &str) -> Option<Doubt> {
        if self.kind.is_some() || !self.is_whole_of_things(name) || self.is_earned(name) {
            return None;
        }
        match () {
            () if self.is_unnamed(name, stem) || self.is_like_years(name) => None,
            () if self.is_like_shares(name) => Some(Doubt::MayBeShares),
            () => Some(Doubt::ByFigures),
        }
    }

    /// True where its figures might be shares, scores or marks, and nothing says that they are numbers of
    /// things.
    fn is_like_shares(&self, name: &str) -> bool {
        !self.values.is_beyond_hundred && !self.is_earned(name)
    }

    /// True where name or unit say that its figures are numbers of things.
    fn is_earned(&self, name: &str) -> bool {
        !self.unit.is_empty() || names_counted(name)
    }

    /// True where its figures might be years as well as numbers of things, and nothing says which.
    fn may_be_years(&self, name: &str) -> bool {
        self.is_whole_of_things(name) && self.is_like_years(name)
    }

    fn is_like_years(&self, name: &str) -> bool {
        !self.values.is_beyond_years && !self.is_of_named_things(name)
    }

    /// True where name or unit say of what things its figures are numbers.
    fn is_of_named_things(&self, name: &str) -> bool {
        let mut words = name.split(|it: char| !it.is_alphanumeric());
        names_things(name) || is_of_things(&self.unit) || words.any(is_of_things)
    }

    fn is_whole_of_things(&self, name: &str) -> bool {
        let values = &self.values;
        // 2,154.5 thousands of persons are persons.
        let is_whole = !values.is_uncounted
            || !values.has_negative
                && is_scaled(&self.unit)
                && (is_of_things(&self.unit) || names_counted(name));
        values.any
            && is_whole
            && !values.has_parts
            && is_of_counts(&self.unit)
            && !is_measured(name)
    }

    /// Digits after the point that are more than zeros which a program wrote behind whole numbers.
    fn decimals(&self) -> u8 {
        let values = &self.values;
        if values.any && !values.has_fraction && !values.has_parts {
            return 0;
        }
        let (sum, count) = values.sizes;
        let usual = sum / count;
        if self.decimals <= WRITTEN_DECIMALS || !(usual.is_finite() && usual > 0.0) {
            return self.decimals.min(MOST_DECIMALS);
        }
        let decimals = (SHOWN_DIGITS - 1.0 - usual.log10().floor()).max(0.0) as u8;
        decimals
            .max(WRITTEN_DECIMALS)
            .min(self.decimals)
            .min(MOST_DECIMALS)
    }

    /// Of figures as they are written, so many digits after the point as their size asks for. Of quotients so many
    /// that two of the quotient of all are seen, `0.0066%`: small quotients
    /// that round to one another would be told as no difference. At least so many as planned, and
    /// those that the table itself states.
    fn shown_decimals(&self, plan: &IndicatorPlan) -> u8 {
        if self.values.any && !self.values.has_parts && !plan.is_told {
            return self.decimals();
        }
        let (numerator, denominator) = self.values.parts;
        let shown = plan.multiplier * numerator / denominator;
        if plan.is_told || !(shown.is_finite() && shown > 0.0 && shown < 1.0) {
            return plan.decimals;
        }
        // Those that the table states have more than that: of most areas two are to be seen as well.
        let more = if self.values.any { 2.0 } else { 1.0 };
        let digits = (-shown.log10()).ceil() + more;
        plan.decimals.max((digits as u8).min(MOST_DECIMALS))
    }

    /// True where its value is made of a numerator and a denominator alone.
    fn is_quotient(&self) -> bool {
        self.values.has_parts && !self.values.any && self.values.parts.1 > 0.0
    }

    /// What is taken of the indicator by its name and its figures, and by what is known of the one that it
    /// is a part of.
    fn plan(&self, name: &str, stem: &str, plans: &[IndicatorPlan]) -> IndicatorPlan {
        let whole = whole_of(plans, name).filter(|it| self.kind.is_none() && !it.is_guessed());
        if let Some(whole) = whole.filter(|_| self.values.any && !self.values.has_negative) {
            return IndicatorPlan {
                name: name.to_string(),
                label: String::new(),
                ..whole.clone()
            };
        }
        let plain = IndicatorPlan {
            unit: self.unit.clone(),
            decimals: self.decimals(),
            ..IndicatorPlan::plain(name)
        };
        let values = &self.values;
        let plan = match self.kind.filter(|_| !values.has_parts) {
            _ if self.is_quotient() && self.unit.is_empty() && self.kind.is_none() => {
                quotient(plain, !values.is_beyond_whole, !values.is_of_amounts)
            }
            // No share and no rate is below zero: it is a change.
            Some(_) if values.has_negative => plain,
            Some(kind) => kind.plan(plain, values.any && !values.is_uncounted),
            None if self.is_count(name, stem) => plain.counted(),
            None => plain,
        };
        match plan.kind {
            // Chance in single events does not show in thousands.
            Kind::Count if values.is_scaled => IndicatorPlan {
                nature: Nature::Inventory,
                ..plan
            },
            _ => plan,
        }
    }

    /// True where a row says that its figure is another one than this, though the name is the same.
    fn is_other(&self, said: &Said) -> bool {
        !said.unit.is_empty() && self.unit != said.unit
            || said.kind.is_some() && self.kind != said.kind
    }
}

impl Met {
    /// `stem` is the name of the file, which stands for that of an indicator that has none.
    pub(super) fn new(recipe: &Recipe, stem: &str) -> Met {
        Met {
            stem: stem.to_string(),
            plans: recipe.indicators.clone(),
            names: Dictionary::default(),
            list: vec![About::default()],
            period: (None, String::new()),
            is_sdmx: recipe.is_sdmx,
        }
    }

    /// Takes the indicator of a figure and gives its code. The same name with another unit or of another
    /// kind is another indicator.
    pub(super) fn meet(&mut self, name: &str, said: &Said, figures: MetFigures) -> &str {
        let mut at = self.at(name, said);
        if self.list[at].is_other(said) {
            at = self.at(&format!("{name} ({})", said.word), said);
        }
        let about = &mut self.list[at];
        about.decimals = about.decimals.max(figures.decimals);
        about.values.take(&figures);
        &about.code
    }

    fn at(&mut self, name: &str, said: &Said) -> usize {
        let at = self.names.code(name) as usize;
        if at == self.list.len() {
            let mut code = String::new();
            push_key(&mut code, name);
            let planned = planned_unit(&self.plans, name);
            let unit = match said.unit.as_str() {
                // A percentage is none of what the whole table is of.
                "" if said.kind.is_none_or(|it| it == FigureKind::Count) => planned,
                unit => unit,
            };
            self.list.push(About {
                code,
                unit: unit.to_string(),
                kind: said.kind,
                ..About::default()
            });
        }
        at
    }

    /// Takes the figures of an indicator for no numbers of things, whole as they are.
    pub(super) fn refute_count(&mut self, code: &str) {
        let mut met = self.list.iter_mut().skip(1);
        if let Some(about) = met.find(|about| about.code == code) {
            about.values.is_uncounted = true;
        }
    }

    /// What the quotients of an indicator of this name are multiplied by.
    pub(super) fn multiplier(&self, name: &str) -> f64 {
        let planned = self.plans.iter().find(|plan| plan.name == name);
        let planned = planned.or_else(|| whole_of(&self.plans, name));
        planned.map_or(1.0, |plan| plan.multiplier)
    }

    /// Number of indicators.
    pub(super) fn count(&self) -> usize {
        self.list.len() - 1
    }

    /// The names of those met, in the order in which they came.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.texts().skip(1)
    }

    /// The name of the indicator of a code, in which commas are other ones; the code where there is none.
    pub(super) fn name_of<'c>(&'c self, code: &'c str) -> &'c str {
        let at = self.list.iter().position(|about| about.code == code);
        at.filter(|at| *at > 0)
            .map_or(code, |at| self.names.text(at as u32))
    }

    /// True where an indicator of this name was met.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.names.find(name).is_some_and(|at| at > 0)
    }

    /// What is known of the indicators met, in the order in which they came.
    pub(super) fn plans(&self) -> impl Iterator<Item = IndicatorPlan> {
        let about = self.list.iter().enumerate().skip(1);
        about.map(|(at, about)| about.plan(self.names.text(at as u32), &self.stem, &self.plans))
    }

    /// The indicator that would be taken for a count if anything but the file named it.
    pub(super) fn unnamed(&self) -> Option<&str> {
        let mut about = self.list.iter().enumerate().skip(1);
        let is_unnamed = |(at, about): &(usize, &About)| {
            let name = self.names.text(*at as u32);
            let is_open = about.kind.is_none() && about.is_unnamed(name, &self.stem);
            is_open && about.is_whole_of_things(name) && !about.is_like_years(name)
        };
        about
            .find(is_unnamed)
            .map(|(at, _)| self.names.text(at as u32))
    }

    /// The first indicator whose figures might be years as well as numbers of things.
    pub(super) fn like_years(&self) -> Option<&str> {
        let mut about = self.list.iter().enumerate().skip(1);
        let is_so = |(at, about): &(usize, &About)| {
            about.kind.is_none() && about.may_be_years(self.names.text(*at as u32))
        };
        about.find(is_so).map(|(at, _)| self.names.text(at as u32))
    }

    /// The indicators of which this is to be told.
    pub(super) fn doubtful(&self, doubt: Doubt) -> Vec<String> {
        let about = self.list.iter().enumerate().skip(1);
        let named = about.map(|(at, about)| (self.names.text(at as u32), about));
        let doubtful = named.filter(|(name, about)| about.doubt(name, &self.stem) == Some(doubt));
        doubtful.map(|(name, _)| name.to_string()).collect()
    }

    /// The indicators whose values say by themselves what a quotient is multiplied by: those with both parts
    /// beside them, and those of which none is above one.
    pub(super) fn of_own_multiplier(&self) -> Vec<String> {
        let about = self.list.iter().enumerate().skip(1);
        let is_so = |about: &About| {
            let values = &about.values;
            values.any && (values.parts.1 > 0.0 || !values.is_beyond_one && !values.has_negative)
        };
        let own = about.filter(|(_, about)| is_so(about));
        own.map(|(at, _)| self.names.text(at as u32).to_string())
            .collect()
    }

    /// A period in its published form. Rows of one period follow one another.
    pub(super) fn period_text(&mut self, period: Period) -> &str {
        if self.period.0 != Some(period) {
            self.period = (Some(period), period.to_string());
        }
        &self.period.1
    }

    /// The table of indicators.
    pub(super) fn table(&self) -> String {
        let mut written = Written::new(&RECOGNISED_INDICATOR_COLUMNS);
        for (at, about) in self.list.iter().enumerate().skip(1) {
            let name = self.names.text(at as u32);
            let known = self.plans.iter().find(|plan| plan.name == name);
            let plain = about.plan(name, &self.stem, &self.plans);
            // Whole numbers in the first rows, and others further down.
            let is_none = known.is_some_and(|it| {
                it.is_counted() && about.values.is_uncounted
                    || it.is_guessed() && about.is_quotient()
            });
            let plan = known.filter(|_| !is_none).unwrap_or(&plain);
            let label = match plan.label.as_str() {
                "" => name,
                label => label,
            };
            let coded = sdmx_unit(&about.unit).filter(|_| self.is_sdmx);
            let unit = coded.map(|texts| texts.map(str::to_string));
            let [unit_zh, unit_en] = unit.unwrap_or_else(|| match about.unit.as_str() {
                "" => unit_texts(&plan.unit),
                unit => unit_texts(unit),
            });
            let label = by_language(label);
            written.row(&[
                &about.code,
                // No table says it.
                "other",
                label.0,
                label.1,
                &unit_zh,
                &unit_en,
                plan.kind.word(),
                plan.nature.word(),
                &fixed_text(plan.multiplier, 0),
                &about.shown_decimals(plan).to_string(),
                plan.polarity.word(),
                if at <= HEADLINES { "yes" } else { "" },
            ]);
        }
        written.text
    }
}

/// So many indicators are shown as cards.
const HEADLINES: usize = 8;

impl IndicatorPlan {
    /// The plan as one of a number of things, each of which is an event as far as anything is known. Of
    /// thousands of them nothing is known.
    pub(super) fn counted(self) -> IndicatorPlan {
        IndicatorPlan {
            kind: Kind::Count,
            nature: match is_scaled(&self.unit) {
                true => Nature::Inventory,
                false => Nature::Events,
            },
            ..self
        }
    }

    /// True where it says no more than what is taken of whole numbers.
    pub(super) fn is_counted(&self) -> bool {
        let plan = IndicatorPlan {
            label: self.label.clone(),
            unit: self.unit.clone(),
            ..IndicatorPlan::plain(&self.name).counted()
        };
        *self == plan
    }

    /// True where nothing is known of it but how it is written.
    pub(super) fn is_plain(&self) -> bool {
        let plain = IndicatorPlan {
            label: self.label.clone(),
            unit: self.unit.clone(),
            decimals: self.decimals,
            ..IndicatorPlan::plain(&self.name)
        };
        *self == plain
    }

    /// True where it is what is taken of figures of which nothing is said.
    pub(super) fn is_guessed(&self) -> bool {
        self.is_plain() || self.is_counted()
    }
}
