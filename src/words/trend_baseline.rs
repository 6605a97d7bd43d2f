//! Text of a baseline that is no steady ground: what breaks the rules in it, and what its limits are worth.

use crate::answer::{Trend, deciding_chart};
use crate::model::Lang;
use crate::stats::{Unsteady, unsteady_baseline};

/// That the limits say little, and why; none where the baseline is steady as far as can be told. It is that
/// of the chart by which changes are stated.
pub(super) fn unsteady_text(lang: Lang, trend: &Trend) -> Option<String> {
    let why = match (unsteady_baseline(deciding_chart(trend)?)?, lang) {
        (Unsteady::Signals { signals, points }, Lang::Zh) => {
            format!("{points} 期中有 {signals} 期本身就是信号")
        }
        (Unsteady::Signals { signals, points }, Lang::En) => {
            format!("{signals} of its {points} points are signals themselves")
        }
        (
            Unsteady::Runs {
                crossings,
                longest,
                points,
            },
            Lang::Zh,
        ) => format!(
            "{points} 期只穿过中位数 {crossings} 次，最长连续 {longest} 期在同侧，不像随机波动"
        ),
        (
            Unsteady::Runs {
                crossings,
                longest,
                points,
            },
            Lang::En,
        ) => format!(
            "its {points} points cross their median only {crossings} times, with up to {longest} in a row on one side, unlike chance"
        ),
    };
    Some(match lang {
        Lang::Zh => format!(
            "基线本身不稳定（{why}）：控制界限说明不了多少，宜另选一段平稳的时期作基线（Montgomery 2019；NHS《Making Data Count》）。"
        ),
        Lang::En => format!(
            "The baseline is not stable itself ({why}): its limits say little, and a steady stretch would make a better one (Montgomery 2019; NHS England, Making Data Count)."
        ),
    })
}
