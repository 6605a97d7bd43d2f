//! What is said of an SDMX-CSV file before it is read, in both languages.

use crate::intake::SdmxRemark;
use crate::model::Lang;

/// A remark as a sentence without its full stop.
pub(super) fn sdmx_remark_text(lang: Lang, remark: &SdmxRemark) -> String {
    let (zh, en) = match remark {
        SdmxRemark::Structure { name } if name.is_empty() => {
            ("SDMX-CSV 文件".to_string(), "An SDMX-CSV file".to_string())
        }
        SdmxRemark::Structure { name } => (
            format!("SDMX-CSV 文件，数据集：{name}；写明数据集的列不列入下表"),
            format!(
                "An SDMX-CSV file of the data set {name}; the columns that name it are not listed below"
            ),
        ),
        SdmxRemark::Constants { columns } => {
            let told = |mark: &str, equals: &str| {
                let each = columns.iter();
                let each: Vec<String> = each
                    .map(|(name, value)| format!("{name}{equals}{value}"))
                    .collect();
                each.join(mark)
            };
            (
                format!("全表取同一值的维度，未读取：{}", told("；", " = ")),
                format!(
                    "Dimensions that hold one value throughout are not read: {}",
                    told("; ", " = ")
                ),
            )
        }
        SdmxRemark::Deleted { count, line } => (
            format!("{count} 行是删除指令，不是数据，未读取，首见于第 {line} 行"),
            match count {
                1 => format!("1 row, on line {line}, deletes data elsewhere and is not read"),
                _ => format!(
                    "{count} rows, the first on line {line}, delete data elsewhere and are not read"
                ),
            },
        ),
        SdmxRemark::TooFine {
            count,
            line,
            example,
        } => (
            format!(
                "{count} 行是按日或按周的数据（如第 {line} 行的 {example}），未读取；先汇总到月再导入"
            ),
            match count {
                1 => format!(
                    "1 row is of a day or a week ({example} on line {line}) and is not read; sum such rows by month first"
                ),
                _ => format!(
                    "{count} rows are of days or weeks (such as {example} on line {line}) and are not read; sum them by month first"
                ),
            },
        ),
        SdmxRemark::Scaled {
            written,
            power,
            read_as,
        } => (
            format!("数值按 UNIT_MULT 列乘以 10 的幂：{written} × 10^{power} 读作 {read_as}"),
            format!(
                "Figures are multiplied by the power of ten in UNIT_MULT: {written} × 10^{power} is read as {read_as}"
            ),
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
