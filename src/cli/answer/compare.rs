//! `zhishe answer compare`.

use super::{Common, Forms, printed};
use crate::answer::{Compare, CompareQuestion, CompareRow, PeriodChoice, compare};
use crate::cli::ask::Asking;
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{compare_csv, json::compare_json};
use crate::model::{AreaId, Lang};
use crate::package::Package;
use crate::route::{Page, PeriodKey, View, pinned, resolve};
use crate::words;
use crate::words::command_line::{Asked, Heading, heading_text};
use clap::Args;

/// Options of `answer compare`.
#[derive(Debug, Args)]
pub struct CompareArguments {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    options: CompareOptions,
}

/// What is compared.
#[derive(Debug, Args)]
pub struct CompareOptions {
    /// The indicator's code; the package's main one where none is given.
    #[arg(long)]
    indicator: Option<String>,
    /// A period (2024, 2024-S1, 2024-Q1, 2024-03), or `latest` for each area's own newest; the
    /// newest that most share where none is given.
    #[arg(long)]
    period: Option<String>,
    /// The level whose areas are compared, as the package writes it.
    #[arg(long)]
    level: Option<String>,
    /// Only areas inside this one, by its code.
    #[arg(long)]
    within: Option<String>,
    /// What they are held against: an area's code, a number, or `standard:` and a code; the whole
    /// where none is given.
    #[arg(long, allow_negative_numbers = true)]
    benchmark: Option<String>,
    /// The area to pick out, by its code.
    #[arg(long)]
    area: Option<String>,
}

/// A comparison as it was asked for.
pub struct Comparison {
    /// The answer.
    pub compare: Compare,
    /// The area picked out.
    pub picked: Option<AreaId>,
    /// The same view in the browser, as a query string.
    pub address: String,
}

pub(super) fn answer(arguments: &CompareArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let asked = arguments.options.answer(lang, &package)?;
    let compare = &asked.compare;
    if compare.known_count == 0 {
        return Err(words::compare_sentence(lang, &package, compare));
    }
    let forms = Forms {
        is_empty: false,
        text: &|| text(lang, &package, &asked),
        csv: &|| compare_csv(lang, &package, compare, &asked.address),
        json: &|| compare_json(lang, &package, compare),
    };
    arguments.common.output(lang, "", &forms)
}

impl CompareOptions {
    /// Compares, with the defaults of the page for what is not asked for.
    ///
    /// # Errors
    /// The line that says which option fits nothing.
    pub fn answer(&self, lang: Lang, package: &Package) -> Result<Comparison, String> {
        let asking = Asking { lang, package };
        let indicator = asking.indicator(self.indicator.as_deref())?;
        let level = asking.level_or_usual(self.level.as_deref(), indicator)?;
        let within = asking.within(self.within.as_deref(), level)?;
        let period = asking.period_key(self.period.as_deref())?;
        let about = &package.descriptor;
        let view = View {
            page: Page::Compare,
            indicator: package.indicators.get(indicator).code.clone(),
            level: about.levels[usize::from(level.0)].clone(),
            within: self.within.clone().unwrap_or_default(),
            area: self.area.clone().unwrap_or_default(),
            benchmark: self.benchmark.clone().unwrap_or_default(),
            period,
            lang: Some(lang),
            ..View::default()
        };
        let (mut resolved, _) = resolve(&view, package);
        let is_as_asked = resolved.level == Some(level);
        let period = match (period, resolved.period.filter(|_| is_as_asked)) {
            (PeriodKey::At(period), _) => PeriodChoice::At(period),
            (PeriodKey::EachLatest, _) => PeriodChoice::EachLatest,
            (PeriodKey::Newest, Some(period)) => period,
            // The level has no values: of the newest period that others have, it says so.
            (PeriodKey::Newest, None) => PeriodChoice::At(asking.newest(indicator, level)?),
        };
        let at = match period {
            PeriodChoice::At(period) => Some(period),
            PeriodChoice::EachLatest => None,
        };
        let benchmark = self.benchmark.as_deref();
        let question = CompareQuestion {
            indicator,
            level,
            within,
            period,
            benchmark: asking.benchmark(Asked::Benchmark, benchmark, indicator, at)?,
        };
        (resolved.level, resolved.within) = (Some(level), within);
        resolved.period = Some(period);
        Ok(Comparison {
            picked: self.picked(&asking, &question)?,
            compare: compare(package, question),
            address: pinned(&view, package, &resolved).query(),
        })
    }

    /// The area to pick out, which must be one of those compared.
    fn picked(
        &self,
        asking: &Asking<'_>,
        question: &CompareQuestion,
    ) -> Result<Option<AreaId>, String> {
        let Some(code) = &self.area else {
            return Ok(None);
        };
        let areas = &asking.package.areas;
        let is_compared = |area: AreaId| {
            areas.get(area).level == question.level
                && question.within.is_none_or(|it| areas.lies_in(area, it))
        };
        let area = asking.area(Asked::Area, code)?;
        match is_compared(area) {
            true => Ok(Some(area)),
            false => Err(asking.unknown(Asked::Area, code, &asking.area_names(is_compared))),
        }
    }
}

fn text(lang: Lang, package: &Package, asked: &Comparison) -> String {
    let compare = &asked.compare;
    let title = words::compare_title(lang, package, compare);
    let period = words::compare_period_text(lang, compare);
    let mut said = vec![words::compare_sentence(lang, package, compare)];
    if !compare.refusals.is_empty() {
        said.push(words::refusal_line(lang, &compare.refusals));
    }
    let known = compare.known();
    let provisional = known.iter().filter(|row| row.reading.is_provisional());
    let provisional = provisional.count();
    if provisional > 0 {
        said.push(words::provisional_text(lang, provisional, known.len()));
    }
    said.push(words::differing_text(lang, package, compare));
    said.push(words::verdicts_sentence(lang, package, compare, false));
    let no_benchmark = compare.benchmark.err();
    said.extend(no_benchmark.map(|it| words::no_benchmark_text(lang, it)));
    let columns = columns(lang, package, asked);
    printed(
        lang,
        package,
        format!("{title} · {period}"),
        &said,
        &columns,
    )
}

fn columns(lang: Lang, package: &Package, asked: &Comparison) -> Columns {
    let fixed = words::words(lang);
    let mut columns = Columns::new(&[
        ("", Align::Left),
        (fixed.column_rank, Align::Left),
        (heading_text(lang, Heading::Code), Align::Left),
        (fixed.column_area, Align::Left),
        (fixed.column_value, Align::Right),
        (heading_text(lang, Heading::Interval), Align::Right),
        (fixed.verdicts_plain, Align::Left),
        (fixed.verdicts_adjusted, Align::Left),
        (fixed.column_numerator, Align::Right),
        (fixed.column_denominator, Align::Right),
        (fixed.column_period, Align::Left),
    ]);
    // Where no area has a value, the sentence says all that a thousand such rows would.
    let rows = asked.compare.rows.iter();
    for row in rows.filter(|_| asked.compare.known_count > 0) {
        columns.row(cells(lang, package, asked, row));
    }
    columns
}

fn cells(lang: Lang, package: &Package, asked: &Comparison, row: &CompareRow) -> Vec<String> {
    let indicator = package.indicators.get(asked.compare.question.indicator);
    let area = package.areas.get(row.area);
    let count = |number: Option<f64>| number.map_or(String::new(), words::count_text);
    let against = row.judged.and_then(|judged| judged.against);
    let verdict = |is_adjusted| match against {
        Some(_) => {
            let verdict = row.verdict(indicator.polarity, is_adjusted);
            words::verdict_text(lang, verdict).to_string()
        }
        None => String::new(),
    };
    let is_picked = asked.picked == Some(row.area);
    vec![
        if is_picked { "→" } else { "" }.to_string(),
        words::rank_text(lang, row.rank),
        area.code.clone(),
        area.name.get(lang).to_string(),
        words::value_with_unit(lang, indicator, &row.reading),
        words::interval_text(indicator, row),
        verdict(false),
        verdict(true),
        count(row.reading.numerator),
        count(row.reading.denominator),
        row.period
            .map_or(String::new(), |it| words::period_text(lang, it)),
    ]
}
