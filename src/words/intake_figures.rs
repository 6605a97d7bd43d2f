//! What is said of how the figures of a reader's own table are written: what they are multiplied by, bounds,
//! confidence limits. Of use only where a table is opened.

use super::intake_periods::turn_open;
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
        FigureRemark::EstimatesAlone { example, read_as } => {
            let read_as = number_in_full(*read_as);
            (
                format!(
                    "单元格中的估计值后附有置信区间或误差范围，只读取估计值，如“{example}”读作 {read_as}"
                ),
                format!(
                    "Of an estimate with its limits or its margin in one cell the estimate alone is read: “{example}” is read as {read_as}"
                ),
            )
        }
        FigureRemark::IntervalsAside { columns } => intervals_aside(columns),
        FigureRemark::Undated { columns } => {
            let (zh, en) = undated(columns);
            (
                format!("{zh}，暂不读取；填写全表所属期间后，按该期间读取"),
                format!(
                    "{en}; say which period the whole table is of, and those that state none are read as of it"
                ),
            )
        }
        FigureRemark::UndatedAside { columns } => {
            let (zh, en) = undated(columns);
            (format!("{zh}，不读取"), en)
        }
        FigureRemark::TurnOpen { column, example } => turn_open(column, example),
        FigureRemark::MayBeYears { indicator } => (
            format!(
                "“{indicator}”的数值都在 1900 至 2100 之间，可能是年份，不按计数处理，不相加；如是计数，请把类型改为计数"
            ),
            format!(
                "All figures of “{indicator}” lie between 1900 and 2100 and may be years; it is not taken for a count and not added up. If it is one, set its kind to count"
            ),
        ),
        FigureRemark::MayBeShares { indicators } => {
            let [zh, en] = few(indicators);
            (
                format!(
                    "{zh}的数值都是不大于 100 的整数，可能是比率、得分，不按计数处理，不相加；如是计数，请把类型改为计数"
                ),
                format!(
                    "All figures of {en} are whole and none is above 100; they may be shares or scores and are not taken for counts nor added up. Where they are counts, set the kind to count"
                ),
            )
        }
        FigureRemark::CountedByFigures { indicators } => {
            let [zh, en] = few(indicators);
            (
                format!(
                    "仅因数值都是整数，把{zh}按计数处理，汇总时相加；如是比率、得分或均值，请改类型"
                ),
                format!(
                    "{en}: taken for counts, which are added up, only since all figures are whole. Where they are rates, scores or means, change the kind"
                ),
            )
        }
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

fn undated(columns: &[String]) -> (String, String) {
    let [zh, en] = ["、", ", "].map(|joint| quoted(columns, joint));
    let en = match columns.len() {
        1 => format!("Column {en} does not state one period, as others do, and is not read"),
        _ => format!("Columns {en} do not state one period, as others do, and are not read"),
    };
    (format!("{zh}列没有注明单一期间，而其他列已注明"), en)
}

/// The first of several names, and how many more there are.
fn few(names: &[String]) -> [String; 2] {
    const FEW: usize = 4;
    let (first, more) = names.split_at(names.len().min(FEW));
    let [zh, en] = ["、", ", "].map(|joint| quoted(first, joint));
    match more.len() {
        0 => [zh, en],
        count => [
            format!("{zh}等 {} 个指标", names.len()),
            format!("{en} and {count} more"),
        ],
    }
}

fn quoted(names: &[String], joint: &str) -> String {
    let quoted = names.iter().map(|name| format!("“{name}”"));
    quoted.collect::<Vec<_>>().join(joint)
}

fn intervals_aside(columns: &[String]) -> (String, String) {
    let is = match columns.len() {
        1 => {
            "Column {} holds confidence limits, margins of error or standard errors and is not read"
        }
        _ => {
            "Columns {} hold confidence limits, margins of error or standard errors and are not read"
        }
    };
    let is = is.replace("{}", &quoted(columns, ", "));
    (
        format!(
            "{}列是置信限、误差范围或标准误，不读取；已知分子和分母时，本程序自行计算区间",
            quoted(columns, "、")
        ),
        format!("{is}; intervals are computed here where numerator and denominator are known"),
    )
}
