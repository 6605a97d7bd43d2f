//! What is told of a reader's own table that looks as if it had been read otherwise than it was meant.

use crate::intake::Doubt;

/// In Chinese and in English.
pub(super) fn doubt_text(doubt: &Doubt) -> (String, String) {
    match doubt {
        Doubt::UnitUnused { text, line } => (
            format!("第 {line} 行注明的单位“{text}”没有用于任何指标；如属实，请在指标中填写单位"),
            format!(
                "The unit stated on line {line}, “{text}”, is given to no figure; where it is theirs, write it into the indicators"
            ),
        ),
        Doubt::SameThroughout { columns } => {
            let [zh, en] = [listed(columns, "”、“"), listed(columns, "”, “")];
            (
                format!("“{zh}”各行是同一个数，可能是代码而不是数据；如是，请改为“不读取”"),
                format!(
                    "“{en}”: the same number in every row, which may be a code and no figure. If so, set the column to “Not read”"
                ),
            )
        }
        Doubt::CountedAgain { text, line } => (
            format!(
                "第 {line} 行“{text}”表明其下地区已计入上面的地区，这里却与之并列，会重复计算；请删去这些行，或指明上级地区列"
            ),
            format!(
                "Line {line}, “{text}”, says that the areas below it are counted in those above; here they stand beside these and count twice. Remove those rows, or say which column holds what areas lie in"
            ),
        ),
        Doubt::LevelsSideBySide { column } => (
            format!(
                "“{column}”列说明各地区属于哪一级，不同级别的地区在此并列比较；如只比同级，请将该列改为“并入指标名称”，或只保留一级"
            ),
            format!(
                "Column “{column}” says of what kind each area is, and areas of several kinds are compared side by side; to keep these apart, set it to “Part of the indicator’s name”, or keep the rows of one kind"
            ),
        ),
        Doubt::AlikeAreas {
            first,
            second,
            count,
        } => {
            let more_zh = match count {
                0 | 1 => String::new(),
                _ => format!("（共有 {count} 对）"),
            };
            let more_en = match count {
                0 | 1 => String::new(),
                _ => format!(" ({count} such pairs)"),
            };
            (
                format!(
                    "“{first}”与“{second}”的数值全部相同{more_zh}：可能一个包含另一个；如是，请指明上级地区列，或去掉其中一行"
                ),
                format!(
                    "“{first}” and “{second}” have the same figures throughout{more_en}: one may hold the other. If so, say which column holds what areas lie in, or leave one of the rows out"
                ),
            )
        }
    }
}

fn listed(names: &[String], between: &str) -> String {
    const NAMED: usize = 4;
    let named = names.iter().take(NAMED).cloned();
    named.collect::<Vec<_>>().join(between)
}
