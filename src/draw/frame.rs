//! What a picture carries when it leaves the page: title, subtitle, source, and a stamp that
//! says what it is not. It must not know the figure inside.

use super::geometry::Panel;
use super::pen::{Lettering, Pen, stroke};
use super::scene::Ink;
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, Role, TITLE_PX};

const MARGIN_PX: f64 = 16.0;
const TITLE_LINE_PX: f64 = 20.0;
const LINE_PX: f64 = 16.0;
const STAMP_PX: f64 = 20.0;
const SOURCE_LINES: usize = 4;
/// A long address is cut nowhere but in ones that no view has.
const LINK_LINES: usize = 8;

/// Texts around a figure that stands alone (SVG, PNG, print, command line), already worded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// What is shown.
    pub title: String,
    /// Period and unit.
    pub subtitle: String,
    /// Where the numbers come from.
    pub source: String,
    /// The address that opens the view again; blank where nobody has it.
    pub link: String,
    /// A mark burnt into the picture (`虚构演示数据`).
    pub stamp: Option<String>,
}

struct Texts {
    title: Vec<String>,
    subtitle: Vec<String>,
    /// The source, then the address.
    foot: Vec<String>,
    stamp: Option<String>,
    stamp_px: f64,
}

impl Texts {
    fn new(frame: &Frame, width_px: f64) -> Texts {
        let room_px = (width_px - 2.0 * MARGIN_PX).max(0.0);
        let stamp = frame.stamp.as_deref().filter(|stamp| !stamp.is_empty());
        let stamp = stamp.map(|text| text_width::fitted(text, AXIS_PX, false, room_px * 0.6));
        let lettering_px = stamp
            .as_deref()
            .map(|text| text_width::width_px(text, AXIS_PX, false));
        let stamp_px = lettering_px.map_or(0.0, |width_px| width_px + 14.0);
        let beside_px = if stamp_px > 0.0 {
            room_px - stamp_px - 12.0
        } else {
            room_px
        };
        Texts {
            title: text_width::wrapped(&frame.title, TITLE_PX, true, beside_px, 3),
            subtitle: text_width::wrapped(&frame.subtitle, LABEL_PX, false, room_px, 3),
            foot: [(&frame.source, SOURCE_LINES), (&frame.link, LINK_LINES)]
                .iter()
                .flat_map(|(text, most)| text_width::wrapped(text, AXIS_PX, false, room_px, *most))
                .collect(),
            stamp,
            stamp_px,
        }
    }

    fn above_px(&self) -> f64 {
        let title_px = self.title.len() as f64 * TITLE_LINE_PX;
        let stamp_px = if self.stamp.is_some() { STAMP_PX } else { 0.0 };
        MARGIN_PX + title_px.max(stamp_px) + self.subtitle.len() as f64 * LINE_PX + 10.0
    }

    fn below_px(&self) -> f64 {
        if self.foot.is_empty() {
            return MARGIN_PX;
        }
        self.foot.len() as f64 * LINE_PX + 16.0 + MARGIN_PX * 0.5
    }
}

/// How much height the frame takes, in px, at a width.
pub(super) fn extra_px(frame: &Frame, width_px: f64) -> f64 {
    let texts = Texts::new(frame, width_px);
    texts.above_px() + texts.below_px()
}

/// How wide the figure inside a frame is, in px.
pub(super) fn inner_width_px(width_px: f64) -> f64 {
    (width_px - 2.0 * MARGIN_PX).max(0.0)
}

/// Draws the frame over the whole scene; gives back the room that is left for the figure.
pub(super) fn draw(frame: &Frame, pen: &Pen) -> Panel {
    let bounds = pen.bounds();
    let texts = Texts::new(frame, bounds.width());
    pen.rect(bounds, Ink::of(Role::Surface));
    let (left, right) = (MARGIN_PX, bounds.right - MARGIN_PX);

    let mut y = MARGIN_PX + TITLE_LINE_PX / 2.0;
    if let Some(stamp) = &texts.stamp {
        let top = MARGIN_PX + (TITLE_LINE_PX - STAMP_PX) / 2.0;
        let seal = Panel::new(right - texts.stamp_px, top, right, top + STAMP_PX);
        pen.frame(seal.shrunk(0.5, 0.5, 0.5, 0.5), stroke(Role::Worse, 1.0));
        let middle = (seal.left + seal.right) / 2.0;
        pen.text(
            stamp,
            middle,
            y,
            Lettering::new(AXIS_PX, Role::Worse).middle(),
        );
    }
    for line in &texts.title {
        pen.text(line, left, y, Lettering::new(TITLE_PX, Role::Ink).bold());
        y += TITLE_LINE_PX;
    }
    let title_px = (texts.title.len() as f64 * TITLE_LINE_PX).max(if texts.stamp.is_some() {
        STAMP_PX
    } else {
        0.0
    });
    y = MARGIN_PX + title_px + LINE_PX / 2.0;
    for line in &texts.subtitle {
        pen.text(line, left, y, Lettering::new(LABEL_PX, Role::InkSecond));
        y += LINE_PX;
    }
    let room = Panel::new(
        left,
        texts.above_px(),
        right,
        bounds.bottom - texts.below_px(),
    );
    if !texts.foot.is_empty() {
        pen.rule(left, right, room.bottom + 8.0, Role::Hairline);
        y = room.bottom + 8.0 + 6.0 + LINE_PX / 2.0;
        for line in &texts.foot {
            pen.text(line, left, y, Lettering::new(AXIS_PX, Role::InkSecond));
            y += LINE_PX;
        }
    }
    room
}
