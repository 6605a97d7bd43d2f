//! Times every answer inside a browser: tests/browser/answers.mjs gives it a package and prints what
//! comes back. It holds no answer of its own and shows nothing.

use std::sync::Arc;
use wasm_bindgen::prelude::*;
use zhishe::answer::{
    BenchmarkChoice, CompareQuestion, CoverageQuestion, FindingsQuestion, Gathering,
    OrganisationQuestion, PeriodChoice, PipelineQuestion, ProfileQuestion, RelateQuestion,
    StandardsQuestion, TrendQuestion, compare, coverage, findings, latest_period, organisation,
    pipeline, profile, relate, standards, trend,
};
use zhishe::model::{AreaId, IndicatorId, LevelId, Period, Role};
use zhishe::package::{Descriptor, FileReading, Need, Package, Resolving, TableKind, needed_files};
use zhishe::parse::{Decoder, Decoders, FileFault};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

fn main() {}

struct Utf8Only;

impl Decoders for Utf8Only {
    fn decoder(&self, _: &str) -> Option<Box<dyn Decoder>> {
        None
    }
}

/// A package being read, then asked.
#[wasm_bindgen]
pub struct Bench {
    package: Package,
}

#[wasm_bindgen]
impl Bench {
    /// Opens a descriptor.
    #[wasm_bindgen(constructor)]
    pub fn new(descriptor: &[u8]) -> Result<Bench, String> {
        let descriptor = Descriptor::parse(descriptor).map_err(|fault| fault.kind.name().into());
        let package = descriptor.map(|descriptor| Package::open("bench", "", descriptor));
        package.map(|package| Bench { package })
    }

    /// The files that are still to be read, tables of reference first.
    pub fn files_left(&self) -> Vec<String> {
        let paths = needed_files(&self.package, &Need::Everything).into_iter();
        let path = |at: usize| self.package.descriptor.resources[at].path.to_string();
        paths.map(path).collect()
    }

    /// Reads a file.
    pub fn read(&mut self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let mut resources = self.package.descriptor.resources.iter();
        let at = resources.position(|it| &*it.path == path);
        let at = at.ok_or("no such file")?;
        self.enter(at, bytes)
            .map_err(|fault| fault.kind.name().to_string())
    }

    /// Number of rows of observations.
    pub fn row_count(&self) -> usize {
        let files = self.package.observation_files();
        files.map(|file| file.table.row_count()).sum()
    }

    /// Milliseconds of each of so many runs of an answer, every run with another question.
    pub fn time(&self, answer: &str, runs: usize) -> Vec<f64> {
        let asked = Asked::of(&self.package);
        let run_once = |run| {
            let start = now();
            let size = asked.run(&self.package, answer, run);
            let time = now() - start;
            assert!(size > 0, "{answer} has nothing to say");
            time
        };
        (0..runs).map(run_once).collect()
    }
}

impl Bench {
    fn enter(&mut self, at: usize, bytes: &[u8]) -> Result<(), FileFault> {
        let mut reading = FileReading::new(&self.package.descriptor, at, &Utf8Only)?;
        reading.push(bytes)?;
        let file = reading.finish()?;
        if self.package.descriptor.resources[at].table != TableKind::Observations {
            self.package = self.package.with_reference(file);
            return Ok(());
        }
        if let Some(mut resolving) = Resolving::new(Arc::new(self.package.clone()), file) {
            while resolving.step(usize::MAX) {}
            self.package = self.package.with_observations(resolving.finish());
        }
        Ok(())
    }
}

/// What there is to ask about.
struct Asked {
    level: LevelId,
    communities: Vec<AreaId>,
    top: AreaId,
    /// Indicators with a value on that level, each with its newest period.
    indicators: Vec<(IndicatorId, Period)>,
    on_time: (IndicatorId, Period),
}

impl Asked {
    fn of(package: &Package) -> Asked {
        let level = package.descriptor.level("community").unwrap_or(LevelId(0));
        let newest = |id| latest_period(package, id, Some(level));
        let indicators = package.indicators.iter();
        let indicators = indicators.filter_map(|(id, _)| Some((id, newest(id)?)));
        let indicators: Vec<_> = indicators.collect();
        let is_on_time = |(id, _): &&(IndicatorId, Period)| {
            package.indicators.get(*id).role == Some(Role::CaseOnTime)
        };
        Asked {
            on_time: *indicators.iter().find(is_on_time).unwrap_or(&indicators[0]),
            communities: package.areas.of_level(level, None, None),
            top: package.areas.roots()[0],
            indicators,
            level,
        }
    }

    /// Gives something of the answer's size, so that nothing of it is left out.
    fn run(&self, package: &Package, answer: &str, run: usize) -> usize {
        let (indicator, period) = self.indicators[run % self.indicators.len()];
        let area = self.communities[run * 7 % self.communities.len()];
        // On-time rates of another month each time.
        let (on_time, newest) = self.on_time;
        let month = (0..run % 12).fold(newest, |month, _| month.previous().unwrap_or(month));
        let asked = |indicator, period| CompareQuestion {
            indicator,
            level: self.level,
            within: None,
            period: PeriodChoice::At(period),
            benchmark: BenchmarkChoice::Top,
        };
        match answer {
            "compare" => compare(package, asked(indicator, period)).rows.len(),
            "compare, judged" => compare(package, asked(on_time, month)).judged_count,
            "profile" => {
                let (benchmark, period) = (BenchmarkChoice::Top, None);
                let question = ProfileQuestion {
                    area,
                    period,
                    benchmark,
                };
                profile(package, question).rows.len()
            }
            "trend" => {
                let question = TrendQuestion {
                    indicator: on_time,
                    area,
                    until: None,
                    baseline: None,
                    target: Some(86.0),
                };
                trend(package, question).points.len()
            }
            "relate" => {
                let question = RelateQuestion {
                    x: (on_time, PeriodChoice::At(month)),
                    y: (indicator, PeriodChoice::At(period)),
                    level: self.level,
                    within: None,
                };
                relate(package, question).points.len()
            }
            _ => self.run_inventory(package, answer, (indicator, period), run),
        }
    }

    fn run_inventory(
        &self,
        package: &Package,
        answer: &str,
        (indicator, period): (IndicatorId, Period),
        run: usize,
    ) -> usize {
        let (_, newest) = self.on_time;
        let month = (0..run % 12).fold(newest, |month, _| month.previous().unwrap_or(month));
        match answer {
            "coverage" => {
                let question = CoverageQuestion {
                    indicator,
                    area: self.top,
                    level: self.level,
                    period,
                    units: None,
                };
                coverage(package, question).rows.len()
            }
            "organisation" => {
                let question = OrganisationQuestion {
                    area: self.top,
                    period: month,
                };
                organisation(package, question).levels.len()
            }
            "standards" => {
                let question = StandardsQuestion {
                    area: None,
                    period: month,
                };
                standards(package, question).entries.len()
            }
            "pipeline" => {
                let question = PipelineQuestion {
                    area: self.top,
                    beside: None,
                    period: month,
                };
                pipeline(package, question).flow.stages.len()
            }
            // One indicator on one level: the page gathers these one at a time.
            "findings, an indicator" => {
                let question = FindingsQuestion {
                    level: self.level,
                    until: Some(month),
                };
                let mut gathering = Gathering::new(question);
                gathering.add(package, indicator);
                gathering.finish().compared_count + 1
            }
            "findings" => {
                let question = FindingsQuestion {
                    level: self.level,
                    until: Some(month),
                };
                findings(package, question).compared_count + 1
            }
            _ => 0,
        }
    }
}
