//! What is said of how the figures of a reader's own table are written: what they are multiplied by, bounds,
//! confidence limits. Of use only where a table is opened.

use crate::intake::FigureRemark;
use crate::model::number_in_full;

/// What is told, in Chinese and in English.
pub(super) fn figure_remark_text(remark: &FigureRemark) -> (String, String) {
    match remark {
        FigureRemark::ScaleColumn { column, example } => (
            format!("数值按“{column}”列说明的数量级（如 {example}）换算后读取"),
            format!("Figures are multiplied by what the column “{column}” says, such as {example}"),
        ),
        FigureRemark::Scaled { example, read_as } => {
            let read_as = number_in_full(*read_as);
            (
                format!("带数量级的数字换算后读取，如 {example} 读作 {read_as}"),
                format!("Numbers are read in full; {example} is read as {read_as}"),
            )
        }
        FigureRemark::Bounds { example } => (
            format!("{example} 这类数字作为约数或界限读取，不是精确值"),
            format!(
                "Numbers such as {example} are read as bounds or as about so many, not as exact"
            ),
        ),
        FigureRemark::IntervalsAside { columns } => intervals_aside(columns),
        FigureRemark::IntervalRowsAside { word, count, line } => (
            format!(
                "{count} 行是置信限、误差范围或标准误（“{word}”），不读取，首见于第 {line} 行；已知分子和分母时，本程序自行计算区间"
            ),
            match count {
                1 => format!(
                    "1 row is a confidence limit, a margin of error or a standard error (“{word}”, line {line}) and is not read; intervals are computed here where numerator and denominator are known"
                ),
                _ => format!(
                    "{count} rows are confidence limits, margins of error or standard errors (“{word}”, first on line {line}) and are not read; intervals are computed here where numerator and denominator are known"
                ),
            },
        ),
    }
}

fn intervals_aside(columns: &[String]) -> (String, String) {
    let quoted = |joint: &str| {
        let quoted = columns.iter().map(|name| format!("“{name}”"));
        quoted.collect::<Vec<_>>().join(joint)
    };
    let is = match columns.len() {
        1 => {
            "Column {} holds confidence limits, margins of error or standard errors and is not read"
        }
        _ => {
            "Columns {} hold confidence limits, margins of error or standard errors and are not read"
        }
    };
    let is = is.replace("{}", &quoted(", "));
    (
        format!(
            "{}列是置信限、误差范围或标准误，不读取；已知分子和分母时，本程序自行计算区间",
            quoted("、")
        ),
        format!("{is}; intervals are computed here where numerator and denominator are known"),
    )
}
