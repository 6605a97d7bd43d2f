//! What the options of a command ask for, found in a package. An option that fits nothing is one
//! line that says so and what there is; nothing is ever put in its place.

use super::nearest::nearest;
use crate::answer::{self, BenchmarkChoice, latest_period};
use crate::model::{AreaId, IndicatorId, Lang, LevelId, Period, Role, read_number};
use crate::package::Package;
use crate::route::{PeriodKey, View, benchmark_choice, read_baseline, resolve};
use crate::words::command_line::Asked;
use crate::words::{self, command_line};

/// A package, and the language in which it is asked.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// The language.
    pub lang: Lang,
    /// The package.
    pub package: &'a Package,
}

const PERIOD_FORMS: &str = "2024, 2024-S1, 2024-Q1, 2024-03, 2024-01/2024-09";
const SPAN_FORM: &str = "2023-01..2024-12";

impl Asking<'_> {
    /// The indicator of a code; that of the page where none is asked for.
    pub fn indicator(&self, code: Option<&str>) -> Result<IndicatorId, String> {
        let Some(code) = code else {
            let (resolved, _) = resolve(&View::default(), self.package);
            return resolved.indicator.ok_or_else(|| self.nothing());
        };
        self.indicator_of(Asked::Indicator, code)
    }

    /// The indicator of a code that an option asks for.
    pub fn indicator_of(&self, asked: Asked, code: &str) -> Result<IndicatorId, String> {
        let names = || {
            let all = self.package.indicators.iter();
            let names = all.map(|(_, it)| (it.code.clone(), it.label.get(self.lang).to_string()));
            names.collect::<Vec<_>>()
        };
        let found = self.package.indicators.id(code);
        found.ok_or_else(|| self.unknown(asked, code, &names()))
    }

    /// The area of a code.
    pub fn area(&self, asked: Asked, code: &str) -> Result<AreaId, String> {
        let found = self.package.areas.id(code);
        found.ok_or_else(|| self.unknown(asked, code, &self.area_names(|_| true)))
    }

    /// The area of a code; the one top area where none is asked for.
    pub fn area_or_top(&self, code: Option<&str>) -> Result<AreaId, String> {
        match (code, &self.package.areas.roots()[..]) {
            (Some(code), _) => self.area(Asked::Area, code),
            (None, [top]) => Ok(*top),
            (None, []) => Err(self.nothing()),
            (None, roots) => {
                let (names, more) = nearest("", &self.area_names(|area| roots.contains(&area)));
                Err(command_line::needed_text(
                    self.lang,
                    Asked::Area,
                    &names,
                    more,
                ))
            }
        }
    }

    /// The level of a word.
    pub fn level(&self, word: &str) -> Result<LevelId, String> {
        let names = || {
            let words = self.package.descriptor.levels.iter();
            let names = words.map(|word| (word.clone(), String::new()));
            names.collect::<Vec<_>>()
        };
        let found = self.package.descriptor.level(word);
        found.ok_or_else(|| self.unknown(Asked::Level, word, &names()))
    }

    /// The level of a word, or else that on which the page compares the indicator.
    pub fn level_or_usual(&self, word: Option<&str>, id: IndicatorId) -> Result<LevelId, String> {
        if let Some(word) = word {
            return self.level(word);
        }
        let view = View {
            indicator: self.package.indicators.get(id).code.clone(),
            ..View::default()
        };
        let (resolved, _) = resolve(&view, self.package);
        resolved.level.ok_or_else(|| self.nothing())
    }

    /// The area within which is looked, which must lie above the level.
    pub fn within(&self, code: Option<&str>, level: LevelId) -> Result<Option<AreaId>, String> {
        let Some(code) = code else {
            return Ok(None);
        };
        let outer = self.area(Asked::Within, code)?;
        match self.package.areas.get(outer).level < level {
            true => Ok(Some(outer)),
            false => Err(command_line::not_above_text(
                self.lang,
                code,
                &words::level_text(self.lang, self.package, level),
            )),
        }
    }

    /// A period as it is written; `latest` is each area's own newest.
    pub fn period_key(&self, text: Option<&str>) -> Result<PeriodKey, String> {
        match text {
            None => Ok(PeriodKey::Newest),
            Some("latest") => Ok(PeriodKey::EachLatest),
            Some(text) => Ok(PeriodKey::At(self.period(Asked::Period, text)?)),
        }
    }

    /// One period as it is written.
    pub fn period(&self, asked: Asked, text: &str) -> Result<Period, String> {
        let line = || command_line::period_form_text(self.lang, asked, text, PERIOD_FORMS);
        Period::parse(text).ok_or_else(line)
    }

    /// The last period that counts: none for the newest there is.
    pub fn until(&self, text: Option<&str>) -> Result<Option<Period>, String> {
        match self.period_key(text)? {
            PeriodKey::At(period) => Ok(Some(period)),
            PeriodKey::Newest | PeriodKey::EachLatest => Ok(None),
        }
    }

    /// From the first to the last period: `2023-01..2024-12`.
    pub fn baseline(&self, text: Option<&str>) -> Result<Option<(Period, Period)>, String> {
        let Some(text) = text else {
            return Ok(None);
        };
        let line = || command_line::period_form_text(self.lang, Asked::Baseline, text, SPAN_FORM);
        read_baseline(text).map(Some).ok_or_else(line)
    }

    /// The line that says that a baseline is not of the periods that a series has.
    pub fn other_baseline(&self, (from, to): (Period, Period)) -> String {
        let text = format!("{from}..{to}");
        command_line::period_form_text(self.lang, Asked::Baseline, &text, SPAN_FORM)
    }

    /// The newest period of an indicator on a level, or on any level, or of any indicator's kind.
    pub fn newest(&self, id: IndicatorId, level: LevelId) -> Result<Period, String> {
        let on_level = latest_period(self.package, id, Some(level));
        let found = on_level.or_else(|| latest_period(self.package, id, None));
        found.ok_or_else(|| self.nothing())
    }

    /// The newest of the newest ripe periods of the indicators whose role is meant.
    pub fn newest_of_roles(&self, is_meant: fn(Role) -> bool) -> Result<Period, String> {
        answer::newest_of_roles(self.package, is_meant).ok_or_else(|| self.nothing())
    }

    /// The newest of the newest ripe periods of all indicators.
    pub fn newest_of_all(&self) -> Result<Period, String> {
        answer::newest_of_all(self.package).ok_or_else(|| self.nothing())
    }

    /// What areas are held against: an area, a number, `standard:` and a code.
    pub fn benchmark(
        &self,
        asked: Asked,
        text: Option<&str>,
        id: IndicatorId,
        period: Option<Period>,
    ) -> Result<BenchmarkChoice, String> {
        let text = text.unwrap_or_default();
        let found = benchmark_choice(self.package, text, id, period);
        found.ok_or_else(|| self.unknown(asked, text, &self.benchmark_names(id)))
    }

    /// What values should reach, in the unit of the indicator: a number, or `standard:` and a code.
    pub fn target(&self, text: Option<&str>, id: IndicatorId) -> Result<Option<f64>, String> {
        let Some(text) = text else {
            return Ok(None);
        };
        let number = match text.starts_with("standard:") {
            true => match self.benchmark(Asked::Target, Some(text), id, None)? {
                BenchmarkChoice::Standard(place) => {
                    self.package.standards.get(place).map(|it| it.value)
                }
                _ => None,
            },
            false => read_number(text),
        };
        let line = || self.unknown(Asked::Target, text, &self.standard_names(id));
        number.map(Some).ok_or_else(line)
    }

    /// There is nothing to answer from.
    pub fn nothing(&self) -> String {
        command_line::nothing_to_answer_text(self.lang, self.package)
    }

    /// Something that is not there, and the nearest of what is.
    pub fn unknown(&self, asked: Asked, value: &str, names: &[(String, String)]) -> String {
        let (nearest, more) = nearest(value, names);
        command_line::unknown_text(self.lang, asked, value, &nearest, more)
    }

    /// Codes and names of the areas that are meant, in the order of the package.
    pub fn area_names(&self, is_meant: impl Fn(AreaId) -> bool) -> Vec<(String, String)> {
        let areas = self.package.areas.iter().filter(|(id, _)| is_meant(*id));
        let name = |area: &crate::model::Area| area.name.get(self.lang).to_string();
        areas
            .map(|(_, area)| (area.code.clone(), name(area)))
            .collect()
    }

    fn standard_names(&self, id: IndicatorId) -> Vec<(String, String)> {
        let code = &self.package.indicators.get(id).code;
        let own = self.package.standards.iter();
        let own = own.filter(|it| it.indicator == *code);
        let name = |it: &crate::model::Standard| it.label.get(self.lang).to_string();
        own.map(|it| (format!("standard:{}", it.code), name(it)))
            .collect()
    }

    fn benchmark_names(&self, id: IndicatorId) -> Vec<(String, String)> {
        let mut names = self.standard_names(id);
        names.extend(self.area_names(|_| true));
        names
    }
}
