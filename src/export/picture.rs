//! A figure as a picture that leaves the page: framed, with its title, period, source and stamp
//! burnt in. The page's downloads and the command line make it here. It must not know who asks.

use crate::answer::{
    BenchmarkChoice, Compare, CompareQuestion, Finding, Heat, PeriodChoice, Shortfall, Sign,
    TrendQuestion, compare, trend,
};
use crate::draw::{self, Frame, Scene, SizePx, SvgMeta, Theme};
use crate::figure::{Figure, Look, compare_figure, trend_figure};
use crate::model::{IndicatorId, Lang, LevelId, Period, Standard};
use crate::package::Package;
use crate::words;

/// Width of a picture, in CSS pixels.
const PICTURE_WIDTH_PX: u32 = 960;

/// What stands around the figure of a comparison.
pub fn compare_frame(lang: Lang, package: &Package, compare: &Compare) -> Frame {
    let title = words::compare_title(lang, package, compare);
    let period = words::compare_period_text(lang, compare);
    frame(lang, package, title, period)
}

/// The same around its funnel plot.
pub fn funnel_frame(lang: Lang, package: &Package, compare: &Compare) -> Frame {
    let mut frame = compare_frame(lang, package, compare);
    frame.subtitle = [words::words(lang).funnel, " · ", &frame.subtitle].concat();
    frame
}

/// The same around its map, whose places carry numbers without their unit.
pub fn map_frame(lang: Lang, package: &Package, compare: &Compare) -> Frame {
    let mut frame = compare_frame(lang, package, compare);
    let indicator = package.indicators.get(compare.question.indicator);
    frame.subtitle = words::map_subtitle(lang, indicator, &frame.subtitle);
    frame
}

/// What stands around a heat table.
pub fn heat_frame(lang: Lang, package: &Package, heat: &Heat) -> Frame {
    let title = words::heat_title(lang, package, heat);
    let subtitle = words::heat_subtitle(lang, package, heat);
    frame(lang, package, title, subtitle)
}

/// The picture of a finding: the area among its like where it stands apart from them, its own control
/// chart where it has changed.
pub fn finding_picture(lang: Lang, package: &Package, finding: &Finding) -> Option<Scene> {
    let is_apart = finding.signs.iter().all(|sign| *sign == Sign::Apart);
    let indicator = package.indicators.get(finding.indicator);
    if !is_apart {
        let question = TrendQuestion {
            indicator: finding.indicator,
            area: finding.area,
            until: Some(finding.period),
            baseline: None,
            target: None,
        };
        let figure = trend_figure(lang, package, &trend(package, question))?;
        let area = package.areas.get(finding.area).name.get(lang);
        let title = [area, " ", indicator.label.get(lang)].concat();
        let frame = frame(
            lang,
            package,
            title,
            words::period_text(lang, finding.period),
        );
        return Some(picture(&figure, &frame, Theme::Light));
    }
    let look = Look {
        picked: Some(finding.area),
        is_plain: false,
    };
    let level = package.areas.get(finding.area).level;
    let at = (finding.indicator, level, finding.period);
    comparison_picture(lang, package, at, BenchmarkChoice::Top, look)
}

/// The picture of a standard that areas do not meet: all areas, against its limit.
pub fn shortfall_picture(lang: Lang, package: &Package, shortfall: &Shortfall) -> Option<Scene> {
    let standard = &shortfall.standard;
    let is_same =
        |it: &Standard| it.code == standard.code && it.effective_from == standard.effective_from;
    let place = package.standards.iter().position(is_same)?;
    let level = package.descriptor.level(&standard.level)?;
    let at = (shortfall.indicator, level, shortfall.period);
    let benchmark = BenchmarkChoice::Standard(place);
    comparison_picture(lang, package, at, benchmark, Look::default())
}

fn comparison_picture(
    lang: Lang,
    package: &Package,
    (indicator, level, period): (IndicatorId, LevelId, Period),
    benchmark: BenchmarkChoice,
    look: Look,
) -> Option<Scene> {
    let question = CompareQuestion {
        indicator,
        level,
        within: None,
        period: PeriodChoice::At(period),
        benchmark,
    };
    let compare = compare(package, question);
    let figure = compare_figure(lang, package, &compare, look);
    let frame = compare_frame(lang, package, &compare);
    (compare.known_count > 0).then(|| picture(&figure, &frame, Theme::Light))
}

/// Title and subtitle, with the source and the stamp of the package.
pub fn frame(lang: Lang, package: &Package, title: String, subtitle: String) -> Frame {
    Frame {
        title,
        subtitle,
        source: words::source_line(lang, package),
        link: String::new(),
        stamp: stamp(lang, package),
    }
}

/// That the package is fictional, that a reader's own data are in it, and of which earlier day it is.
fn stamp(lang: Lang, package: &Package) -> Option<String> {
    let mut parts: Vec<String> = words::stamp_text(lang, package).into_iter().collect();
    parts.extend(words::own_text(lang, package));
    parts.extend(words::as_of_text(lang, package));
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The picture, as wide as pictures are and as tall as the figure likes to be. Its address is for people, who
/// read or type it.
pub fn picture(figure: &Figure, frame: &Frame, theme: Theme) -> Scene {
    let frame = &Frame {
        link: words::readable_address(&words::printed_address(&frame.link)),
        ..frame.clone()
    };
    let size = SizePx {
        width_px: PICTURE_WIDTH_PX,
        height_px: draw::framed_height_px(figure, frame, PICTURE_WIDTH_PX),
    };
    draw::framed_scene(figure, frame, size, theme)
}

/// The picture as a standalone SVG document.
pub fn picture_svg(lang: Lang, figure: &Figure, frame: &Frame, theme: Theme) -> String {
    let meta = SvgMeta {
        title: frame.title.clone(),
        description: [&*frame.subtitle, " ", &frame.link]
            .concat()
            .trim()
            .to_string(),
        lang: lang.tag().to_string(),
    };
    draw::svg(&picture(figure, frame, theme), &meta)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::HeatTable;

    #[test]
    fn the_foot_of_a_picture_is_read_and_its_description_is_followed() {
        let figure = Figure::HeatTable(HeatTable {
            columns: Vec::new(),
            rows: Vec::new(),
            caption: String::new(),
            note: String::new(),
        });
        let address = "https://example.org/?indicator=%E5%8A%9E%E7%BB%93%20a";
        let frame = Frame {
            link: address.to_string(),
            ..Frame::default()
        };
        let svg = picture_svg(Lang::Zh, &figure, &frame, Theme::Light);
        assert!(
            svg.contains("https://example.org/?indicator=办结%20a"),
            "{svg}"
        );
        let described = svg
            .split_once("<desc")
            .and_then(|(_, rest)| rest.split_once("</desc>"));
        assert!(
            described.is_some_and(|(text, _)| text.contains(address)),
            "{svg}"
        );
    }
}
