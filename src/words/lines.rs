//! Figures as a line of text, to be taken along from a view that has no picture.

use super::{period_text, requirement_text, value_beside};
use crate::answer::{CaseFigures, Profile};
use crate::model::{AreaId, IndicatorId, Lang, Period};
use crate::package::Package;
use crate::query::Reading;

/// 雁塔区：小区党支部 674 个（2024 年）；…: what an area's profile holds, as far as it has values.
pub fn profile_line(lang: Lang, package: &Package, profile: &Profile) -> String {
    let rows = profile.rows.iter();
    let figures = rows.filter_map(|row| {
        let period = row.row.period?;
        row.row.reading.value.number()?;
        Some(figure_text(
            lang,
            package,
            row.indicator,
            &row.row.reading,
            period,
        ))
    });
    let figures: Vec<String> = figures.collect();
    of_area(lang, package, profile.question.area, &figures)
}

/// The same of figures on cases, area by area.
pub fn case_figures_line(lang: Lang, package: &Package, found: &CaseFigures) -> String {
    let mut lines: Vec<(AreaId, Vec<String>)> = Vec::new();
    for row in &found.rows {
        let text = figure_text(lang, package, row.indicator, &row.reading, row.period);
        match lines.iter_mut().find(|(area, _)| *area == row.area) {
            Some((_, figures)) => figures.push(text),
            None => lines.push((row.area, vec![text])),
        }
    }
    let lines = lines.iter();
    let lines = lines.map(|(area, figures)| of_area(lang, package, *area, figures));
    lines.collect::<Vec<String>>().join("\n")
}

/// The standards of a package, each with what it asks: a line.
pub fn standards_line(lang: Lang, package: &Package) -> String {
    let standards = package.standards.iter().map(|standard| {
        let label = standard.label.get(lang);
        let requirement = requirement_text(lang, standard);
        let place = package.areas.id(&standard.area_code);
        let place = place.map_or("", |id| package.areas.get(id).name.get(lang));
        match lang {
            Lang::Zh => format!("{place}“{label}”（{requirement}）"),
            Lang::En => format!("{place}: “{label}” ({requirement})"),
        }
    });
    standards.collect::<Vec<String>>().join(stop(lang))
}

/// Sentences under the name that they are about.
pub fn named_lines(lang: Lang, name: &str, sentences: &[&str]) -> String {
    let said = super::sentences(lang, sentences);
    match lang {
        Lang::Zh => format!("{name}：{said}"),
        Lang::En => format!("{name}: {said}"),
    }
}

fn of_area(lang: Lang, package: &Package, area: AreaId, figures: &[String]) -> String {
    let name = package.areas.get(area).name.get(lang);
    let figures = figures.join(stop(lang));
    match lang {
        Lang::Zh => format!("{name}：{figures}。"),
        Lang::En => format!("{name}: {figures}."),
    }
}

fn figure_text(
    lang: Lang,
    package: &Package,
    indicator: IndicatorId,
    reading: &Reading,
    period: Period,
) -> String {
    let indicator = package.indicators.get(indicator);
    let label = indicator.label.get(lang);
    let value = value_beside(lang, indicator, reading);
    let period = period_text(lang, period);
    match lang {
        Lang::Zh => format!("{label} {value}（{period}）"),
        Lang::En => format!("{label} {value} ({period})"),
    }
}

fn stop(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}
