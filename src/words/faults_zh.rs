//! Faults in Chinese.

use super::faults::{PERIOD_FORMS, Said, say};
use super::number_text;
use crate::model::{FaultKind, JsonReason, Lang, Severity};

pub(super) fn say_fault(kind: &FaultKind) -> Said {
    match kind {
        FaultKind::FileMissing { status: 404 } => say(
            "服务器上没有这个文件（404）",
            "描述文件所列的文件",
            "将文件放入数据包文件夹，文件名与大小写须与 datapackage.json 一致",
        ),
        FaultKind::FileMissing { status } => say(
            format!("服务器未给出文件（状态码 {status}）"),
            "状态码 200",
            "检查服务器设置后重新读取",
        ),
        FaultKind::PackageMissing => say(
            "服务器上没有这个数据包（404）",
            "catalog.json 所列文件夹中的 datapackage.json",
            "改正 catalog.json 中的 path，或将数据包放到该位置；大小写须一致",
        ),
        FaultKind::NotInFolder => say(
            "文件夹中没有这个文件",
            "datapackage.json 所列的文件",
            "补上文件，或改正 datapackage.json 中的 path；大小写须一致",
        ),
        FaultKind::NotInDescriptor => say(
            "datapackage.json 未列出这个文件，页面不会读取",
            "",
            "如需发布，请在 datapackage.json 的 resources 中加入",
        ),
        FaultKind::Network { detail } => say(
            format!("读取中断：{detail}"),
            "完整的文件",
            "检查网络后重新读取；若文件不完整，请重新上传",
        ),
        FaultKind::HtmlInstead => say(
            "收到的是网页，不是 CSV",
            "CSV 文件",
            "多为文件不存在而服务器以网页代替：检查文件名，并关闭服务器的改写规则",
        ),
        FaultKind::WorkbookInstead => say(
            "这是 Excel 工作簿，不是 CSV",
            "CSV 文件",
            "在 Excel 中另存为“CSV UTF-8（逗号分隔）”",
        ),
        FaultKind::Utf16 => say(
            "文件为 UTF-16 编码",
            "UTF-8 或 GB18030",
            "在 Excel 中另存为“CSV UTF-8（逗号分隔）”",
        ),
        FaultKind::NulBytes => say(
            "文件中有 NUL 字节，不是文本",
            "文本文件",
            "重新从原表导出 CSV",
        ),
        FaultKind::WrongEncoding { encoding } => say(
            format!("从这一行起不是有效的 {encoding} 文本"),
            "全文同一种编码",
            "在 Excel 中另存为“CSV UTF-8（逗号分隔）”，或在描述文件中注明编码",
        ),
        FaultKind::UnknownEncoding { encoding } => say(
            format!("不认识的编码 {encoding}"),
            "utf-8 或 gb18030",
            "改正描述文件中的 encoding",
        ),
        FaultKind::UnterminatedQuote => say(
            "这一行的双引号没有结束",
            "双引号成对；单元格内的双引号写两个",
            "补上双引号后重新保存",
        ),
        FaultKind::Truncated {
            expected_cells,
            found_cells,
        } => say(
            format!("文件在这一行中断：应有 {expected_cells} 列，只有 {found_cells} 列"),
            "完整的文件",
            "重新导出并上传完整的文件",
        ),
        FaultKind::Empty => say("文件是空的", "至少一行列名", "重新导出文件"),
        FaultKind::NoHeader { needed } => say(
            "第一行不是列名",
            format!("列名：{needed}"),
            "在第一行写上列名",
        ),
        FaultKind::MissingColumn { needed } => say(
            format!("缺少必需的列 {needed}"),
            needed.clone(),
            "补上这一列，列名须完全一致",
        ),
        FaultKind::HeaderShape {
            header_cells,
            row_cells,
        } => say(
            format!("列名有 {header_cells} 个，数据行却有 {row_cells} 列"),
            "列名与数据行的列数相同",
            "核对列名是否漏写或多写，各行是否多了或少了逗号",
        ),
        FaultKind::RepeatedColumn => say("同一列名出现两次", "列名各不相同", "删去或改名"),
        FaultKind::UnknownColumn => say(
            "描述文件未声明这一列，未读取",
            "",
            "如为分类维度，请在描述文件的 zhishe.dimensions 中声明",
        ),
        FaultKind::TooLarge { limit_bytes } => say(
            "文件过大",
            format!("不超过 {} MB", limit_bytes / 1_000_000),
            "按年份拆分文件",
        ),
        FaultKind::TooManyColumns { limit } => say(
            "列数过多",
            format!("不超过 {limit} 列"),
            "检查分隔符，或改用长表",
        ),
        FaultKind::BrokenDescriptor { reason } => say_json("描述文件", reason),
        FaultKind::BrokenCatalog { reason } => say_json("数据目录", reason),
        FaultKind::MissingTable { table } => say(
            format!("数据包没有 {table} 表"),
            format!("名为 {table} 的资源"),
            "在 datapackage.json 中加入该资源",
        ),
        FaultKind::NoFigures => say("文件中尚无数据", "", "无须处理；填入数据后即可显示"),
        FaultKind::ForeignCodes {
            known,
            all,
            package,
        } => say(
            format!(
                "{all} 个地区代码中，属于数据包“{}”的有 {known} 个",
                package.get(Lang::Zh)
            ),
            "当前数据包的地区代码",
            "打开文件所属的数据包后再检查，或将整个文件夹连同 datapackage.json 一起检查",
        ),
        FaultKind::RowShape {
            expected_cells,
            found_cells,
        } => say(
            "这一行的列数与列名不符",
            format!("{expected_cells} 列；这一行有 {found_cells} 列"),
            "检查是否多了或少了逗号；含逗号的文字须加双引号",
        ),
        FaultKind::NotANumber => say(
            "不是数字",
            "数字，如 3120 或 92.4",
            "去掉千分位逗号、单位、百分号和“约”“余”等字；约数写在 bound 列",
        ),
        FaultKind::ExcelExponent => say(
            "代码被 Excel 改成了科学记数法",
            "完整的代码",
            "将该列设为“文本”格式后重新填写代码，再另存为 CSV",
        ),
        FaultKind::ExcelDate => say(
            "期间被 Excel 改成了日期",
            PERIOD_FORMS,
            "将该列设为“文本”格式，写成 2024-03 或 2024年3月，再另存为 CSV",
        ),
        FaultKind::UnknownArea => say(
            "地区代码不在 areas 表中",
            "areas 表中的 area_code",
            "核对代码；新设地区请先加入 areas 表",
        ),
        FaultKind::UnknownIndicator => say(
            "指标不在 indicators 表中",
            "indicators 表中的 indicator",
            "核对指标代号；新指标请先加入 indicators 表",
        ),
        FaultKind::UnknownSource => say(
            "来源不在 sources 表中",
            "sources 表中的 source",
            "核对来源代号，或加入 sources 表",
        ),
        FaultKind::UnknownLevel { expected } => say(
            "未声明的层级",
            expected.clone(),
            "改为所列层级之一，或在描述文件中声明",
        ),
        FaultKind::UnknownWord { expected } => {
            say("不是规定的用词", expected.clone(), "改为所列用词之一")
        }
        FaultKind::UnknownParent => say(
            "上级代码不存在，或上下级成环",
            "areas 表中的 area_code",
            "核对 parent_code",
        ),
        FaultKind::NameMismatch { expected } => say(
            "名称与代码不符",
            expected.clone(),
            "核对代码与名称，改正其中错误的一个",
        ),
        FaultKind::DuplicateKey {
            other_file,
            other_line,
        } => say(
            format!("与 {other_file} 第 {other_line} 行重复，两行均未采用"),
            "同一指标、地区、期间只有一行",
            "删去多余的一行",
        ),
        FaultKind::NumeratorOverDenominator { denominator } => say(
            "分子大于分母",
            format!("不大于分母 {denominator}"),
            "核对分子与分母",
        ),
        FaultKind::ZeroDenominator => say("分母为零，分子却不为零", "大于零", "核对分子与分母"),
        FaultKind::CountAlone => say(
            "分子、分母缺一，又没有数值",
            "分子、分母都填，或填数值",
            "补填；确无数据的，在 status 列注明原因（M、O、L、Q）",
        ),
        FaultKind::ValueDisagrees { computed } => say(
            "数值与分子、分母不符",
            format!("分子 / 分母 × 倍数 = {computed}"),
            "核对三者，或将数值留空",
        ),
        FaultKind::Negative => say("出现负数", "不小于零", "核对数字"),
        FaultKind::BoundWithCounts => say(
            "约数不能同时有分子、分母",
            "bound 留空，或只填数值",
            "删去 bound，或删去分子和分母",
        ),
        FaultKind::ValueWithStatus { status } => say(
            "状态表示没有数值，却填了数值；未采用",
            format!("状态为 {status} 时数值留空"),
            "改正状态，或删去数值",
        ),
        FaultKind::NotSuppressed => say(
            "社区以下 1 至 4 人的人数须不公布",
            "数值留空，status 写 Q",
            "删去数值，status 写 Q",
        ),
        FaultKind::PeriodForm => say("不是规定的期间写法", PERIOD_FORMS, "按所列写法改写"),
        FaultKind::PeriodRead { read_as } => say(
            format!("已按 {read_as} 读取"),
            read_as.clone(),
            "无须处理；写成标准形式更好",
        ),
        FaultKind::Blank => say("必填的单元格为空", "填写内容", "补填"),
        FaultKind::OutsideDescriptor { declared } => say(
            "超出描述文件所声明的范围，页面可能不会读取",
            declared.clone(),
            "将这一行移到相应文件，或修改描述文件中的 zhishe 声明",
        ),
        FaultKind::PersonalNumber => say(
            "疑似身份证号或手机号，不予显示",
            "不含个人信息",
            "立即从发布文件中删去",
        ),
        FaultKind::ReadAsGb18030 => say(
            "已按 GB18030（GBK）编码读取",
            "",
            "无须处理；另存为 UTF-8 更好",
        ),
        FaultKind::More { of, count } => {
            let (kind, count) = (name(of), number_text(*count as f64, 0));
            match of.severity() {
                Severity::Note => say(format!("{kind}：另有 {count} 处同样处理"), "", "无须处理"),
                Severity::Fault => say(
                    format!("{kind}：同类问题还有 {count} 处"),
                    "",
                    "改正后重新检查",
                ),
            }
        }
    }
}

/// A kind without what differs from one fault to the next.
fn name(kind: &FaultKind) -> String {
    match kind {
        FaultKind::DuplicateKey { .. } => "与其他行重复".to_string(),
        FaultKind::PeriodRead { .. } => "期间已改读".to_string(),
        kind => say_fault(kind).0,
    }
}

fn say_json(file: &str, reason: &JsonReason) -> Said {
    let (problem, expected, cure) = match reason {
        JsonReason::Syntax { line, column } => say(
            format!("第 {line} 行第 {column} 列处不是有效的 JSON"),
            "有效的 JSON",
            "检查该处；多为上一行末尾漏写或多写了逗号",
        ),
        JsonReason::Missing { key } => say(format!("缺少 {key}"), key.clone(), "补上这一项"),
        JsonReason::WrongSort {
            key,
            found,
            expected,
        } => {
            let key = match key.as_str() {
                "" => "最外层",
                key => key,
            };
            say(format!("{key} 现为 {found}"), *expected, "改正这一项")
        }
        JsonReason::WrongValue { key, found } => say(
            format!("{key} 不能是“{found}”"),
            "数据包格式规定的值",
            "改正这一项",
        ),
    };
    (format!("{file}无法解读：{problem}"), expected, cure)
}
