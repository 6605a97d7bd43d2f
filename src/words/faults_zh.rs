//! Faults in Chinese.

use super::faults::{PERIOD_FORMS, Said, say};
use super::number_text;
use crate::model::{FaultKind, Severity};

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
        FaultKind::BrokenDescriptor { detail } => say(
            format!("描述文件无法解读：{detail}"),
            "有效的 JSON",
            "按提示的行列改正 JSON",
        ),
        FaultKind::MissingTable { table } => say(
            format!("数据包没有 {table} 表"),
            format!("名为 {table} 的资源"),
            "在 datapackage.json 中加入该资源",
        ),
        FaultKind::RowShape {
            expected_cells,
            found_cells,
        } => say(
            format!("这一行有 {found_cells} 列"),
            format!("{expected_cells} 列，与列名相同"),
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
            format!("分子大于分母（{denominator}）"),
            "分子不大于分母",
            "核对分子与分母",
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
            format!("状态 {status} 表示没有数值，却填了数值；未采用"),
            "数值留空",
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
        FaultKind::More {
            count,
            severity: Severity::Note,
        } => say(
            format!("另有 {} 处同样处理", number_text(*count as f64, 0)),
            "",
            "无须处理",
        ),
        FaultKind::More { count, .. } => say(
            format!(
                "同类问题还有 {} 处，未逐一列出",
                number_text(*count as f64, 0)
            ),
            "",
            "改正后重新检查",
        ),
    }
}
