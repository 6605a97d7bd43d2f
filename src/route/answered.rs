//! The answer of a page for programs: what the command line gives for the same question, from the same
//! functions. Pages that put several answers beside each other have that of which they speak.

use super::{Page, Shown, View, case_beside, resolve, trend_question};
use crate::answer::{
    BenchmarkChoice, FindingsQuestion, OrganisationQuestion, PipelineQuestion, ProfileQuestion,
    SplitQuestion, StandardsQuestion, compare, findings, organisation, pipeline, profile,
    split_plan, standards, trend,
};
use crate::export::json;
use crate::model::{Lang, read_number};
use crate::package::Package;

/// True where a page has such an answer.
pub fn has_answer(view: &View) -> bool {
    match view.page {
        Page::Compare | Page::Trends => view.shown != Shown::All,
        Page::Explore | Page::Data => false,
        _ => true,
    }
}

/// The answer as JSON. None where the page has none, or what it needs is not known yet.
pub fn answer_json(lang: Lang, view: &View, package: &Package) -> Option<String> {
    if !has_answer(view) {
        return None;
    }
    let (resolved, _) = resolve(view, package);
    let (area, at) = (resolved.area, resolved.at);
    let written = match (view.page, view.shown) {
        (Page::Compare, Shown::One | Shown::All) | (Page::Map, _) => {
            let found = compare(package, resolved.question()?);
            json::compare_json(lang, package, &found)
        }
        (Page::Compare, Shown::Findings) | (Page::Overview, _) => {
            let question = FindingsQuestion {
                level: resolved.level?,
                until: at,
            };
            json::findings_json(lang, package, &findings(package, question))
        }
        (Page::Trends, _) => {
            let question = trend_question(view, package, &resolved)?;
            json::trend_json(lang, package, &trend(package, question))
        }
        (Page::Profile, _) => {
            let question = ProfileQuestion {
                area: area?,
                period: at,
                benchmark: match resolved.benchmark {
                    BenchmarkChoice::Area(area) => BenchmarkChoice::Area(area),
                    _ => BenchmarkChoice::Top,
                },
            };
            json::profile_json(lang, package, &profile(package, question))
        }
        (Page::Organisation, _) => {
            let question = OrganisationQuestion {
                area: area?,
                period: at?,
            };
            json::organisation_json(lang, package, &organisation(package, question))
        }
        (Page::Cases, _) => {
            let question = PipelineQuestion {
                area: area?,
                beside: case_beside(view, package, area?),
                period: at?,
            };
            json::pipeline_json(lang, package, &pipeline(package, question))
        }
        (Page::Standards, _) => {
            let asked = StandardsQuestion {
                area: resolved.within,
                period: at?,
            };
            let split = SplitQuestion {
                area: asked.area,
                period: asked.period,
                limit: read_number(view.limit.trim()),
            };
            let found = (&standards(package, asked), &split_plan(package, split));
            json::standards_json(lang, package, &asked, found)
        }
        (Page::Explore | Page::Data, _) => return None,
    };
    written.ok()
}
