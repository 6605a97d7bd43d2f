//! The answer of a page for programs: what the command line gives for the same question, from the same
//! functions. Pages that put several answers beside each other have that of which they speak.

use super::{
    Explored, Page, Resolved, Shown, View, by_category_question, case_beside,
    distribution_question, resolve, scatter_question, table_question, trend_question,
};
use crate::answer::{
    BenchmarkChoice, FindingsQuestion, OrganisationQuestion, PipelineQuestion, ProfileQuestion,
    SplitQuestion, StandardsQuestion, by_category, compare, distribution, findings, organisation,
    pipeline, profile, relate, split_plan, standards, table, trend,
};
use crate::export::json;
use crate::model::{Lang, read_number};
use crate::package::Package;

/// More values of a table are not written at once: its CSV is, in slices.
const MOST_VALUES: usize = 20_000;

/// True where a page has such an answer.
pub fn has_answer(view: &View, package: &Package) -> bool {
    match view.page {
        Page::Compare | Page::Trends => view.shown != Shown::All,
        Page::Explore => {
            let (resolved, _) = resolve(view, package);
            has_explored(view, package, &resolved)
        }
        Page::Data => false,
        _ => true,
    }
}

/// The answer as JSON. None where the page has none, or what it needs is not known yet.
pub fn answer_json(lang: Lang, view: &View, package: &Package) -> Option<String> {
    if !has_answer(view, package) {
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
        (Page::Explore, _) => return explored_json(lang, view, package, &resolved),
        (Page::Data, _) => return None,
    };
    written.ok()
}

fn has_explored(view: &View, package: &Package, resolved: &Resolved) -> bool {
    match view.explored {
        Explored::Scatter => scatter_question(view, package, resolved).is_some(),
        Explored::Distribution => distribution_question(resolved).is_some(),
        Explored::Breakdown => {
            let question = by_category_question(view, package, resolved);
            question.is_some_and(|question| by_category(package, question).is_some())
        }
        Explored::Table => table_question(view, package, resolved).is_some_and(|question| {
            let table = table(package, question);
            table.rows.len() * table.columns.len() <= MOST_VALUES
        }),
        Explored::Own => false,
    }
}

fn explored_json(
    lang: Lang,
    view: &View,
    package: &Package,
    resolved: &Resolved,
) -> Option<String> {
    let written = match view.explored {
        Explored::Scatter => {
            let question = scatter_question(view, package, resolved)?;
            json::relate_json(lang, package, &relate(package, question.relate))
        }
        Explored::Distribution => {
            let question = distribution_question(resolved)?;
            json::distribution_json(lang, package, &distribution(package, question))
        }
        Explored::Breakdown => {
            let question = by_category_question(view, package, resolved)?;
            json::by_category_json(lang, package, &by_category(package, question)?)
        }
        Explored::Table => {
            let question = table_question(view, package, resolved)?;
            json::table_json(lang, package, &table(package, question))
        }
        Explored::Own => return None,
    };
    written.ok()
}
