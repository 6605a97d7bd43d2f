//! Texts of slopes: of the line of least squares and of the one that outliers do not bend, for a step
//! across that can be pictured, with their unit.

use super::distribution::{edge_text, gap};
use super::{number_text, with_unit};
use crate::answer::Relate;
use crate::model::{Indicator, Lang};
use crate::package::Package;
use crate::stats::Line;

/// More decimals say nothing to a reader.
const MOST_DECIMALS: u8 = 9;

/// What the line says, in what is measured: “办理时长”每高 1 天，“按期办结率”平均低 2.27 个百分点（95% 区间 1.80
/// 至 2.74）. Said only of a slope whose interval leaves out 0.
pub(super) fn line_text(lang: Lang, package: &Package, relate: &Relate, line: &Line) -> String {
    let (x, y) = (
        package.indicators.get(relate.question.x.0),
        package.indicators.get(relate.question.y.0),
    );
    // A slope is told for a step of x in which y moves by a figure that can be read.
    let step = step_of(relate, line.slope);
    let ends = (
        line.slope_interval.lower * step,
        line.slope_interval.upper * step,
    );
    let slope = line.slope * step;
    let decimals = slope_decimals(slope);
    let is_up = slope > 0.0;
    // The word says which way: what follows it is how much, the smaller end first.
    let (least, most) = match is_up {
        true => ends,
        false => (-ends.1, -ends.0),
    };
    let [low, high, slope] = [least, most, slope.abs()].map(|it| number_text(it, decimals));
    let (step, unit) = (
        unit_text(lang, x, &edge_text(step)),
        unit_text(lang, y, &slope),
    );
    let (x, y) = (x.label.get(lang), y.label.get(lang));
    let share = number_text(100.0 * line.r_squared, 0);
    match lang {
        Lang::Zh => format!(
            "“{x}”每高 {step}，“{y}”平均{} {unit}（95% 区间 {low} 至 {high}）；拟合线解释了各地区差异的 {share}%。",
            if is_up { "高" } else { "低" }
        ),
        Lang::En => format!(
            "Where “{x}” is {step} higher, “{y}” is on average {unit} {} (95% interval {low} to {high}); the line explains {share}% of the variance among areas.",
            if is_up { "higher" } else { "lower" }
        ),
    }
}

/// A power of ten, so that the slope times it is not a row of zeros, and no more than the values across
/// are apart.
fn step_of(relate: &Relate, slope: f64) -> f64 {
    let across = relate.points.iter().filter_map(|it| it.pair());
    let (low, high) = across.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (x, _)| {
        (low.min(x), high.max(x))
    });
    let mut step = 1.0;
    while (slope * step).abs() < 0.1 && step * 10.0 <= high - low {
        step *= 10.0;
    }
    while step > high - low && step > 1e-6 {
        step /= 10.0;
    }
    step
}

/// So many decimals that a slope has two or three significant digits.
pub(super) fn slope_decimals(slope: f64) -> u8 {
    let size = slope.abs();
    let mut decimals = match size {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    // 0.0224 and 0.00319 have three.
    let mut least = 0.1;
    while size > 0.0 && size < least && decimals < MOST_DECIMALS {
        decimals = if decimals == 2 { 4 } else { decimals + 1 };
        least /= 10.0;
    }
    decimals
}

/// A difference with its unit: 1 个百分点, 10 percentage points.
fn unit_text(lang: Lang, indicator: &Indicator, number: &str) -> String {
    match (lang, indicator.unit.get(lang)) {
        (Lang::Zh, "%") => format!("{number} 个百分点"),
        (Lang::En, "%") => format!("{number} pp"),
        (_, unit) => with_unit(number, unit),
    }
}

/// Both slopes for one step: 每 1 天的斜率：最小二乘 2.27 个百分点，…. None where no line is fitted.
pub(super) fn slopes_text(lang: Lang, package: &Package, relate: &Relate) -> Option<String> {
    let (Ok(line), Ok(robust)) = (&relate.line, &relate.robust_line) else {
        return None;
    };
    let step = step_of(relate, line.slope);
    let (x, y) = (
        package.indicators.get(relate.question.x.0),
        package.indicators.get(relate.question.y.0),
    );
    let [slope, robust] = [line.slope * step, robust.slope * step]
        .map(|it| unit_text(lang, y, &number_text(it, slope_decimals(it))));
    let step = unit_text(lang, x, &edge_text(step));
    let gap = gap(&step);
    Some(match lang {
        Lang::Zh => {
            format!("每 {step}{gap}的斜率：最小二乘 {slope}，Theil–Sen（对离群值稳健）{robust}")
        }
        Lang::En => format!(
            "slope per {step}: least squares {slope}, Theil–Sen (robust to outliers) {robust}"
        ),
    })
}
