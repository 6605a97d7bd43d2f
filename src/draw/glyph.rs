//! How a verdict looks: a shape and a role for each status, so that colour never speaks alone.
//! It must not know where a mark stands.

use crate::figure::MarkStatus;

use super::pen::{Pen, dashed, stroke};
use super::scene::{Dash, Ink, Stroke};
use super::theme::Role;

/// The role that a status is drawn in.
pub(super) fn role(status: MarkStatus) -> Role {
    match status {
        MarkStatus::Plain | MarkStatus::Similar => Role::Similar,
        MarkStatus::MuchBetter => Role::MuchBetter,
        MarkStatus::Better | MarkStatus::Met => Role::Better,
        MarkStatus::Worse | MarkStatus::NotMet => Role::Worse,
        MarkStatus::MuchWorse => Role::MuchWorse,
        MarkStatus::MuchHigher | MarkStatus::MuchLower => Role::Ink,
        MarkStatus::Higher | MarkStatus::Lower => Role::InkSecond,
        MarkStatus::NotJudged | MarkStatus::Provisional => Role::InkThird,
    }
}

/// Whether a status is a judgement, which needs its shape beside its colour.
pub(super) fn is_judged(status: MarkStatus) -> bool {
    use MarkStatus::{NotJudged, Plain, Provisional};
    !matches!(status, Plain | NotJudged | Provisional)
}

/// Whether a mark of this status is drawn hollow.
pub(super) fn is_hollow(status: MarkStatus) -> bool {
    matches!(status, MarkStatus::NotJudged | MarkStatus::Provisional)
}

/// Whether a mark of this status deviates: it is painted last and keeps its own colour.
pub(super) fn deviates(status: MarkStatus) -> bool {
    is_judged(status) && status != MarkStatus::Similar
}

/// The mark of a status, `radius_px` around its centre.
pub(super) fn draw(pen: &Pen, status: MarkStatus, (x, y): (f64, f64), radius_px: f64) {
    let role = role(status);
    let ink = Ink::of(role);
    let reach = radius_px * 1.2;
    match status {
        MarkStatus::Plain | MarkStatus::Similar => pen.disc((x, y), radius_px, ink),
        MarkStatus::MuchBetter | MarkStatus::Better => pen.polygon(&upward((x, y), reach), ink),
        MarkStatus::MuchWorse | MarkStatus::Worse => pen.polygon(&downward((x, y), reach), ink),
        // A filled triangle says good or bad; a hollow one only above or below.
        MarkStatus::Higher | MarkStatus::MuchHigher => {
            hollow(pen, upward((x, y), reach), stroke(role, weight(status)));
        }
        MarkStatus::Lower | MarkStatus::MuchLower => {
            hollow(pen, downward((x, y), reach), stroke(role, weight(status)));
        }
        MarkStatus::NotJudged | MarkStatus::Provisional => {
            pen.disc((x, y), radius_px, Ink::of(Role::Surface));
            pen.ring((x, y), (radius_px - 0.5).max(0.5), stroke(role, 1.25));
        }
        MarkStatus::NotMet => {
            let corners = [
                (x, y - reach),
                (x + reach, y),
                (x, y + reach),
                (x - reach, y),
            ];
            pen.polygon(&corners, Ink::of(Role::Surface));
            let [first, ..] = corners;
            let outline = [corners[0], corners[1], corners[2], corners[3], first];
            pen.path(&outline, stroke(role, 1.5));
        }
        MarkStatus::Met => {
            let tick = [
                (x - reach, y),
                (x - reach * 0.3, y + reach * 0.75),
                (x + reach, y - reach * 0.75),
            ];
            pen.path(&tick, stroke(role, 1.75));
        }
    }
}

/// The head of an arrow with its point at `(x, y)`: what it ends goes on that way, beyond the drawing.
pub(super) fn arrow(pen: &Pen, (x, y): (f64, f64), (right, down): (f64, f64), ink: Ink) {
    const LONG_PX: f64 = 7.0;
    const HALF_PX: f64 = 3.5;
    let foot = (x - right * LONG_PX, y - down * LONG_PX);
    let corner = |side: f64| {
        (
            foot.0 + side * down * HALF_PX,
            foot.1 + side * right * HALF_PX,
        )
    };
    pen.polygon(&[(x, y), corner(1.0), corner(-1.0)], ink);
}

type Triangle = [(f64, f64); 3];

fn upward((x, y): (f64, f64), reach: f64) -> Triangle {
    let (top, foot) = (y - reach, y + reach * 0.8);
    [(x, top), (x + reach, foot), (x - reach, foot)]
}

fn downward((x, y): (f64, f64), reach: f64) -> Triangle {
    let (top, foot) = (y - reach * 0.8, y + reach);
    [(x - reach, top), (x + reach, top), (x, foot)]
}

/// The line of a hollow triangle, in px: the surer, the stronger.
fn weight(status: MarkStatus) -> f64 {
    match status {
        MarkStatus::MuchHigher | MarkStatus::MuchLower => 2.0,
        _ => 1.25,
    }
}

fn hollow(pen: &Pen, corners: Triangle, line: Stroke) {
    let [first, second, third] = corners;
    pen.polygon(&corners, Ink::of(Role::Surface));
    pen.path(&[first, second, third, first], line);
}

/// How the outline of a hollow bar is drawn: broken where the value is not final.
pub(super) fn outline(status: MarkStatus) -> Stroke {
    let line = stroke(role(status), 1.0);
    match status {
        MarkStatus::Provisional => dashed(line, Dash::Dashed),
        _ => line,
    }
}
