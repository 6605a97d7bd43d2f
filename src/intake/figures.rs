//! What columns of figures are of, by what they are called: an indicator, its unit, a period, a
//! numerator or a denominator; and what is known of the indicators by that.

use super::column_names::{unit_within, without_mark, without_unit};
use super::columns::Column;
use super::figure_remark::FigureRemark;
use super::heading_units::of_heading;
use super::number::multiples::unit_of_sign;
use super::quotients::of_columns;
use super::remark::Remark;
use super::roles::Roles;
use super::titles::Titles;
use super::undated;
use super::vocabulary::time;
use super::vocabulary::years::without_year_words;
use super::vocabulary::{self, OtherName};
use super::when::period_names;
use super::{ColumnRole, Figure, IndicatorPlan, Part, Recipe, when};
use crate::model::{Kind, Nature, Period};

/// More digits after the point than this are not shown.
const MOST_DECIMALS: u8 = 4;

/// What the names of the columns say, in step with them.
pub(super) struct Names(Vec<Name>);

#[derive(Clone, Debug)]
struct Name {
    /// Without unit and period.
    stem: String,
    unit: String,
    period: Option<Period>,
    /// Without the unit.
    with_period: String,
    part: Part,
    is_numeric: bool,
}

impl Names {
    pub(super) fn of(columns: &[Column<'_>]) -> Names {
        let names = || {
            columns
                .iter()
                .map(|column| without_mark(&column.name).trim())
        };
        let ways = when::Ways::of(names());
        let name = |column: &Column<'_>| {
            let (named, unit) = without_unit(without_mark(&column.name));
            let stated = when::in_name_of(named, ways).filter(|_| !time::is_of_prices(named));
            let (period, stem) = match stated {
                Some(stated) => (Some(stated.period), stated.rest),
                None => (None, named.to_string()),
            };
            // GDP (万元) 2019, and 人口 2019（万人）.
            let (stem, inner) = match without_unit(&stem) {
                (inner, inner_unit) if !inner_unit.is_empty() => {
                    (inner.to_string(), inner_unit.to_string())
                }
                _ => (stem, String::new()),
            };
            let is_open = unit.is_empty() && inner.is_empty();
            let within = unit_within(&stem).filter(|_| is_open);
            let with_period = match (&within, period) {
                (Some((bare, _)), None) => bare.clone(),
                _ => named.to_string(),
            };
            let (stem, inner) = match within {
                Some((stem, inner)) => (stem, inner.to_string()),
                None => (stem, inner),
            };
            let unit = if unit.is_empty() {
                inner
            } else {
                unit.to_string()
            };
            let unit = of_heading(unit.trim_start_matches(vocabulary::is_unit_head), &stem);
            let is_period_alone = period.is_some() && stem.is_empty();
            Name {
                stem,
                unit: if unit.is_empty() {
                    unit_of_sign(column.sign).to_string()
                } else {
                    unit
                },
                period,
                with_period,
                part: Part::Value,
                // A column of a period is one of figures, though many of them cannot be read.
                is_numeric: column.is_numeric()
                    || (period.is_some() && column.is_of_signs())
                    || (is_period_alone && column.numbers > 0),
            }
        };
        let mut names = Names(columns.iter().map(name).collect());
        names.leave_year_words();
        names
    }

    /// Takes off the words for a year and the marks beside it, where no two columns become one by that.
    fn leave_year_words(&mut self) {
        // % 2020: the unit alone.
        for name in self
            .0
            .iter_mut()
            .filter(|it| it.stem == "%" && it.unit.is_empty())
        {
            name.unit = std::mem::take(&mut name.stem);
        }
        let bare = |name: &Name| match name.period {
            Some(_) => without_year_words(&name.with_period, &name.stem),
            None => name.stem.clone(),
        };
        let stems: Vec<String> = self.0.iter().map(bare).collect();
        let of = |stem: &String, name: &Name| (stem.clone(), name.unit.clone(), name.period);
        let all = stems.iter().zip(&self.0);
        let keys: Vec<_> = all.map(|(stem, name)| of(stem, name)).collect();
        for (at, (name, stem)) in self.0.iter_mut().zip(stems).enumerate() {
            let is_other = stem != name.stem;
            if is_other && keys.iter().filter(|key| **key == keys[at]).count() == 1 {
                name.stem = stem;
            }
        }
    }

    /// True where the names of several columns of numbers state periods.
    pub(super) fn state_periods(&self) -> bool {
        let stated = self
            .0
            .iter()
            .filter(|name| name.is_numeric && name.period.is_some());
        stated.count() > 1
    }

    /// Gives the columns of numbers that are still open their roles.
    pub(super) fn set_figures(mut self, roles: &mut Roles<'_, '_>, has_time: bool) {
        let open: Vec<usize> = (0..self.0.len())
            .filter(|at| roles.roles[*at].is_none() && self.0[*at].is_numeric)
            .collect();
        let has_indicator = roles
            .roles
            .iter()
            .flatten()
            .any(|role| *role == ColumnRole::Indicator);
        let with_period = open
            .iter()
            .filter(|at| self.0[**at].period.is_some())
            .count();
        let by_period = !has_time && with_period > 0;
        for at in &open {
            let name = &mut self.0[*at];
            if !by_period {
                name.period = None;
                name.stem.clone_from(&name.with_period);
            }
        }
        if by_period {
            roles
                .remarks
                .push(Remark::PeriodsAsColumns { count: with_period });
        }
        self.tell_periods(&open, by_period, has_time, roles);
        self.pair(&open, roles);
        let has_value = open.iter().any(|at| self.is_value(*at));
        let mut aside = Vec::new();
        for at in &open {
            let column = &roles.columns[*at];
            let name = &self.0[*at];
            // Of rows that name their indicator a further number is none of its figures.
            let is_undated = by_period && name.period.is_none();
            if is_undated && (has_indicator || undated::is_of_other(&roles.columns[*at])) {
                roles.set(*at, ColumnRole::Ignored);
                aside.push(roles.columns[*at].name.clone());
                continue;
            }
            let is_category = vocabulary::is_category_name(&column.folded) && column.is_whole();
            if has_value && !self.is_value(*at) && is_category {
                // An age beside a value is what the value is of; it may tell rows apart.
                roles.set(*at, ColumnRole::Ignored);
                continue;
            }
            if has_indicator && has_value && !self.is_value(*at) && name.part == Part::Value {
                // The indicator's name is said by the row, and its value by another column.
                roles.aside(*at);
                continue;
            }
            let is_value = self.is_value(*at);
            let values = open
                .iter()
                .filter(|at| self.0[**at].part == Part::Value)
                .filter(|at| roles.roles[**at] != Some(ColumnRole::Ignored))
                .count();
            let needs_no_name = (has_indicator || values == 1 || by_period) && !is_undated;
            let indicator = match is_value && needs_no_name {
                true => String::new(),
                false if column.name.is_empty() => format!("#{}", at + 1),
                false => self.indicator(*at, &open),
            };
            roles.roles[*at] = Some(ColumnRole::Figure(Figure {
                indicator,
                part: name.part,
                period: name.period,
                area: String::new(),
                sign: column.sign.to_string(),
            }));
        }
        if !aside.is_empty() {
            let remark = FigureRemark::UndatedAside { columns: aside };
            roles.remarks.push(Remark::Figures(remark));
        }
        self.part_repeated(&open, roles);
    }

    /// Tells how the periods in names were read.
    fn tell_periods(
        &self,
        open: &[usize],
        by_period: bool,
        has_time: bool,
        roles: &mut Roles<'_, '_>,
    ) {
        let name = |at: &usize| roles.columns[*at].name.trim();
        let ways = when::Ways::of(roles.columns.iter().map(|it| without_mark(&it.name).trim()));
        let is_stated = |at: &&usize| self.0[**at].period.is_some();
        let (stated, others): (Vec<&usize>, Vec<&usize>) = open.iter().partition(is_stated);
        let [stated, others] =
            [stated, others].map(|it| it.into_iter().map(name).collect::<Vec<_>>());
        if by_period {
            period_names::tell(&stated, ways, &mut roles.remarks);
        }
        if !has_time {
            period_names::tell_unread(&others, ways, &mut roles.remarks);
        }
    }

    /// True where a column is called value, or the like.
    fn is_value(&self, at: usize) -> bool {
        let name = vocabulary::folded(&self.0[at].stem);
        vocabulary::other_name(&name) == Some(OtherName::Value)
    }

    /// The name of a column's indicator: with its unit where another column differs by that alone.
    fn indicator(&self, at: usize, open: &[usize]) -> String {
        let own = &self.0[at];
        let mut others = open
            .iter()
            .filter(|other| **other != at)
            .map(|other| &self.0[*other]);
        let differs = |other: &Name| {
            other.stem == own.stem
                && other.unit != own.unit
                && other.period == own.period
                && other.part == own.part
        };
        match others.any(differs) && !own.unit.is_empty() {
            true => format!("{} ({})", own.stem, own.unit),
            false => own.stem.clone(),
        }
    }

    /// Finds numerators and denominators that belong together.
    fn pair(&mut self, open: &[usize], roles: &mut Roles<'_, '_>) {
        let parts: Vec<Option<(bool, String)>> = open
            .iter()
            .map(|at| vocabulary::pair_part(&self.0[*at].stem))
            .collect();
        for (place, at) in open.iter().enumerate() {
            let Some((is_numerator, base)) = &parts[place] else {
                continue;
            };
            let is_other = |(other, part): (&usize, &Option<(bool, String)>)| {
                let fits = part
                    .as_ref()
                    .is_some_and(|(it, of)| it != is_numerator && of == base);
                fits && self.0[*other].period == self.0[*at].period
            };
            if !open.iter().zip(&parts).any(is_other) {
                continue;
            }
            if *is_numerator {
                let indicator = base.clone();
                let remark = Remark::Pair { indicator };
                if !roles.remarks.contains(&remark) {
                    roles.remarks.push(remark);
                }
            }
            self.0[*at].stem.clone_from(base);
            self.0[*at].part = match is_numerator {
                true => Part::Numerator,
                false => Part::Denominator,
            };
        }
    }

    /// Columns of one and the same name become indicators of their own.
    fn part_repeated(&self, open: &[usize], roles: &mut Roles<'_, '_>) {
        for (place, at) in open.iter().enumerate() {
            let Some(ColumnRole::Figure(own)) = roles.roles[*at].clone() else {
                continue;
            };
            let is_same = |other: &&usize| {
                matches!(&roles.roles[**other], Some(ColumnRole::Figure(figure))
                    if figure.is_beside(&own) && figure.part == own.part)
            };
            // Columns of one period that are called otherwise, such as days of a month, are no
            // indicators; what they are the reader must say.
            let is_called_so =
                |other: &usize| roles.columns[*other].name == roles.columns[*at].name;
            let is_repeated =
                |other: &&usize| is_same(other) && (own.period.is_none() || is_called_so(other));
            if open[..place].iter().any(|other| is_repeated(&other)) {
                let column = roles.columns[*at].name.clone();
                // The letter of a column tells it from another: Votes (a), Votes (d).
                let indicator = match open[..place].iter().any(is_called_so) {
                    true => format!("{} #{}", own.indicator, at + 1).trim().to_string(),
                    false => column.clone(),
                };
                roles.remarks.push(Remark::RepeatedName { column });
                roles.roles[*at] = Some(ColumnRole::Figure(Figure { indicator, ..own }));
            }
        }
    }
}

/// Writes down what is known of the indicators that columns are named for.
pub(super) fn set_indicators(
    recipe: &mut Recipe,
    columns: &[Column<'_>],
    names: &[(String, String)],
    stem: &str,
    titles: &Titles,
) {
    let has_indicator = recipe
        .columns
        .iter()
        .any(|it| it.role == ColumnRole::Indicator);
    let title = match titles.indicator.is_empty() {
        true => stem,
        false => &titles.indicator,
    };
    let mut plans: Vec<IndicatorPlan> = Vec::new();
    for column in &mut recipe.columns {
        if let ColumnRole::Figure(figure) = &mut column.role
            && figure.indicator.is_empty()
            && !has_indicator
        {
            figure.indicator.clone_from(&titles.indicator);
        }
    }
    let figures: Vec<(usize, Figure)> = recipe
        .columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| column.figure().map(|figure| (at, figure.clone())))
        .collect();
    for (at, figure) in &figures {
        if has_indicator {
            continue;
        }
        let name = if figure.indicator.is_empty() {
            title
        } else {
            &figure.indicator
        };
        let plan = match plans.iter_mut().find(|plan| plan.name == name) {
            Some(plan) => plan,
            None => {
                let mut plan = IndicatorPlan::plain(name);
                plan.unit = names
                    .get(*at)
                    .map(|(_, unit)| unit.clone())
                    .unwrap_or_default();
                if plan.unit.is_empty() {
                    plan.unit = titles.unit_of(name).to_string();
                }
                plans.push(plan);
                let last = plans.len() - 1;
                &mut plans[last]
            }
        };
        if figure.part == Part::Value {
            // Whole numbers that a program wrote with zeros behind the point show none.
            let decimals = match columns[*at].is_of_floats() {
                true => 0,
                false => columns[*at].decimals.min(MOST_DECIMALS),
            };
            plan.decimals = plan.decimals.max(decimals);
        }
        if figure.part == Part::Numerator {
            let is_denominator = |(_, other): &&(usize, Figure)| {
                other.is_beside(figure) && other.part == Part::Denominator
            };
            if let Some((other, _)) = figures.iter().find(is_denominator) {
                let is_value =
                    |(_, it): &&(usize, Figure)| it.is_beside(figure) && it.part == Part::Value;
                let value = figures.iter().find(is_value).map(|(at, _)| &columns[*at]);
                let parts = [&columns[*at], &columns[*other]];
                *plan = of_columns(plan.clone(), recipe, parts, value);
            }
        }
    }
    recipe.indicators = plans;
}

/// The plan as that of a quotient whose value stands nowhere: a part of its whole in per cent.
pub(super) fn quotient(plan: IndicatorPlan, is_part: bool, is_counted: bool) -> IndicatorPlan {
    let plan = quotient_kind(plan, is_part, is_counted);
    let (multiplier, decimals) = if is_part { (100.0, 1) } else { (1.0, 2) };
    IndicatorPlan {
        multiplier,
        decimals,
        unit: if is_part { "%".to_string() } else { plan.unit },
        ..plan
    }
}

/// The plan as that of a quotient: of a part and its whole, of events and what they are counted by, or of
/// amounts.
pub(super) fn quotient_kind(plan: IndicatorPlan, is_part: bool, is_counted: bool) -> IndicatorPlan {
    let kind = match (is_part, is_counted) {
        (true, _) => Kind::Proportion,
        (false, true) => Kind::Rate,
        (false, false) => Kind::Ratio,
    };
    IndicatorPlan {
        kind,
        nature: Nature::Events,
        ..plan
    }
}

impl Names {
    /// The stem and the unit of each name.
    pub(super) fn units(&self) -> Vec<(String, String)> {
        self.0
            .iter()
            .map(|name| (name.stem.clone(), name.unit.clone()))
            .collect()
    }
}
