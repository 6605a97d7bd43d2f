//! A figure as a picture that leaves the page: framed, with its title, period, source and stamp
//! burnt in. The page's downloads and the command line make it here. It must not know who asks.

use crate::answer::{Compare, Heat};
use crate::draw::{self, Frame, Scene, SizePx, SvgMeta, Theme};
use crate::figure::Figure;
use crate::model::Lang;
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

/// What stands around a heat table.
pub fn heat_frame(lang: Lang, package: &Package, heat: &Heat) -> Frame {
    let title = words::heat_title(lang, package, heat);
    let subtitle = words::heat_subtitle(lang, package, heat);
    frame(lang, package, title, subtitle)
}

/// Title and subtitle, with the source and the stamp of the package.
pub fn frame(lang: Lang, package: &Package, title: String, subtitle: String) -> Frame {
    Frame {
        title,
        subtitle,
        source: words::source_line(lang, package),
        stamp: words::stamp_text(lang, package),
    }
}

/// The picture, as wide as pictures are and as tall as the figure likes to be.
pub fn picture(figure: &Figure, frame: &Frame, theme: Theme) -> Scene {
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
        description: frame.subtitle.clone(),
        lang: lang.tag().to_string(),
    };
    draw::svg(&picture(figure, frame, theme), &meta)
}
