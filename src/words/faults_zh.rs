//! Faults in Chinese: `problem|expected|cure`, `{0}` and so on for what varies.

use crate::model::{ArchiveReason, FaultKind, JsonReason, Severity, Written};

pub(super) fn sentences(kind: &FaultKind) -> &'static str {
    match kind {
        FaultKind::FileMissing { status: 404 } => {
            "服务器上没有这个文件（404）|描述文件所列的文件|将文件放入数据包文件夹，文件名与大小写须与 datapackage.json 一致"
        }
        FaultKind::FileMissing { .. } => {
            "服务器未给出文件（状态码 {0}）|状态码 200|检查服务器设置后重新读取"
        }
        FaultKind::OwnAbsent { name } if !name.is_empty() => {
            "此视图用的是读者自己的文件“{0}”，不在本浏览器中。||在此选择该文件，或把它拖到页面任意处，就会显示此视图。"
        }
        FaultKind::OwnAbsent { .. } => {
            "此视图用的是读者的自有数据，不在本浏览器中。||在此选择同一文件，或把它拖到页面任意处，就会显示此视图。"
        }
        FaultKind::PackageMissing => {
            "服务器上没有这个数据包（404）|catalog.json 所列文件夹中的 datapackage.json|改正 catalog.json 中的 path，或将数据包放到该位置；大小写须一致"
        }
        FaultKind::NotInFolder => {
            "文件夹中没有这个文件|datapackage.json 所列的文件|补上文件，或改正 datapackage.json 中的 path；大小写须一致"
        }
        FaultKind::NotInDescriptor => {
            "datapackage.json 未列出这个文件，页面不会读取||如需发布，请在 datapackage.json 的 resources 中加入"
        }
        FaultKind::UnlistedWorkbook => {
            "Excel 工作簿，页面不会读取||如需发布，请在 Excel 中另存为“CSV UTF-8（逗号分隔）”，再将该 CSV 文件列入 datapackage.json 的 resources"
        }
        FaultKind::NoTable => {
            "没有可读的表|CSV 或 TSV 文件|放入 CSV 文件；Excel 表另存为“CSV UTF-8（逗号分隔）”"
        }
        FaultKind::NoDescriptor => {
            "文件夹中没有 datapackage.json，数据包无法打开|datapackage.json，列出数据包的文件|补上这个文件，在 resources 中写明各文件的 name 和 path"
        }
        FaultKind::Network { .. } => {
            "读取中断：{0}|完整的文件|检查网络后重新读取；若文件不完整，请重新上传"
        }
        FaultKind::HtmlInstead => {
            "收到的是网页，不是 CSV|CSV 文件|多为文件不存在而服务器以网页代替：检查文件名，并关闭服务器的改写规则"
        }
        FaultKind::WorkbookInstead => {
            "这是 Excel 工作簿，不是 CSV|CSV 文件|在 Excel 中另存为“CSV UTF-8（逗号分隔）”"
        }
        FaultKind::ArchiveInstead => {
            "这是压缩文件，不是 CSV|CSV 文件，或 zip|先解压，或重新压缩为 zip"
        }
        FaultKind::BrokenArchive { reason } => match reason {
            ArchiveReason::Damaged => "压缩包不完整或已损坏|完整的 zip|重新下载或重新压缩",
            ArchiveReason::Encrypted => "文件已加密|没有密码的 zip|去掉密码后重新压缩",
            ArchiveReason::Method => {
                "压缩方式无法读取|Deflate 或不压缩的 zip|用系统自带的功能重新压缩"
            }
            ArchiveReason::TooManyFiles { .. } => {
                "压缩包中的文件多于 {0} 个|至多 {0} 个|只压缩需要的文件"
            }
            ArchiveReason::UnsafePath => {
                "压缩包中有文件指向文件夹之外|都在文件夹之内的文件|重新压缩"
            }
        },
        FaultKind::OtherFormat { .. } => {
            "这是 {0}，不是 CSV|CSV 文件|导出时选 CSV（SDMX 数据选 SDMX-CSV）"
        }
        FaultKind::NulBytes => "文件中有 NUL 字节，不是文本|文本文件|重新从原表导出 CSV",
        FaultKind::WrongEncoding { .. } => {
            "从这一行起不是有效的 {0} 文本|全文同一种编码|在 Excel 中另存为“CSV UTF-8（逗号分隔）”，或指明所用编码（数据包写在描述文件中）"
        }
        FaultKind::NoEncoding => {
            "按可读取的任一种编码都得不到通顺的文字|UTF-8、UTF-16、GB18030（GBK）、Big5、Shift_JIS、EUC-KR 或 Windows-1250、1251、1252、1254|在 Excel 中打开原表，另存为“CSV UTF-8（逗号分隔）”"
        }
        FaultKind::UnknownEncoding { .. } => {
            "不认识的编码 {0}|utf-8、gb18030 或浏览器认识的其他编码名（如 big5、shift_jis、windows-1252）|改正描述文件中的 encoding"
        }
        FaultKind::UnterminatedQuote => {
            "这一行的双引号没有结束|双引号成对；单元格内的双引号写两个|补上双引号后重新保存"
        }
        FaultKind::Truncated { .. } => {
            "文件在这一行中断：应有 {0} 列，只有 {1} 列|完整的文件|重新导出并上传完整的文件"
        }
        FaultKind::Empty => "文件是空的|至少一行列名|重新导出文件",
        FaultKind::NoHeader { .. } => "第一行不是列名|列名：{0}|在第一行写上列名",
        FaultKind::MissingColumn { .. } => "缺少必需的列 {0}|{0}|补上这一列，列名须完全一致",
        FaultKind::UndeclaredWide => {
            "列名是宽表的写法，但 datapackage.json 未注明这个文件是宽表|{0}|在 datapackage.json 中该文件的条目内、name 和 path 之后加上 {0}；如为长表，须有 indicator 列"
        }
        FaultKind::HeaderShape { .. } => {
            "列名有 {0} 个，数据行却有 {1} 列|列名与数据行的列数相同|核对列名是否漏写或多写，各行是否多了或少了逗号"
        }
        FaultKind::LostZeros { .. } => {
            "与另一处的代码 {0} 只差开头的 0，同一地区成了两个|同一代码写法一致|把这一列设为文本格式，补上开头的 0 后重新保存"
        }
        FaultKind::Garbled => {
            "文字是乱码：文件曾按错误的编码打开后另存|可读的文字|从来源重新导出，存为 UTF-8"
        }
        FaultKind::SecondTable => {
            "这一行是另一张表的表头，一个文件中有不止一张表|一个文件一张表|把各张表分别存为文件"
        }
        FaultKind::RepeatedColumn => "同一列名出现两次|列名各不相同|删去或改名",
        FaultKind::UnknownColumn => {
            "描述文件未声明这一列，未读取||如为分类维度，请在描述文件的 zhishe.dimensions 中声明"
        }
        FaultKind::TooLarge { .. } => "文件过大|不超过 {0} MB|按年份拆分文件",
        FaultKind::TooManyColumns { .. } => "列数过多|不超过 {0} 列|检查分隔符，或改用长表",
        FaultKind::BrokenDescriptor { reason }
        | FaultKind::BrokenCatalog { reason }
        | FaultKind::BrokenGeometry { reason }
        | FaultKind::EntryLeftOut { reason, .. } => match **reason {
            JsonReason::Encoding { .. } => {
                "{0}：从第 {1} 行起不是 UTF-8 文本|UTF-8 编码|用文本编辑器打开，另存为 UTF-8 编码（记事本：另存为，编码选 UTF-8）"
            }
            JsonReason::Syntax { .. } => {
                "{0}：第 {1} 行第 {2} 列处不是有效的 JSON|有效的 JSON|检查该处；多为上一行末尾漏写或多写了逗号"
            }
            JsonReason::Missing { .. } => "{0}：缺少 {1}|{1}|补上这一项",
            JsonReason::WrongSort { .. } => "{0}：{1} 现为 {2}|{3}|改正这一项",
            JsonReason::Repeated { .. } => {
                "{0}：{1} 与前面的数据包同为“{2}”|各数据包的 {1} 各不相同|修改其中一个"
            }
            JsonReason::WrongValue { .. } => "{0}：{1} 不能是“{2}”|数据包格式规定的值|改正这一项",
        },
        FaultKind::CatalogMissing => {
            "服务器上没有 catalog.json（404），不知有哪些数据包|data/catalog.json，列出本站的数据包|将 catalog.json 放入 data 文件夹，写明各数据包的 name 和 path"
        }
        FaultKind::MissingTable { .. } => {
            "数据包没有 {0} 表|名为 {0} 的资源|在 datapackage.json 中加入该资源"
        }
        FaultKind::TooFine => "只有按日或按周的数据|月、季、半年或年|先汇总到月再导入",
        FaultKind::NoFigures => "文件中尚无数据||无须处理；填入数据后即可显示",
        FaultKind::ForeignCodes { .. } => {
            "{1} 个地区代码中，属于数据包“{2}”的有 {0} 个|当前数据包的地区代码|打开文件所属的数据包后再检查，或将整个文件夹连同 datapackage.json 一起检查"
        }
        FaultKind::RowShape { .. } => {
            "这一行的列数与列名不符|{0} 列；这一行有 {1} 列|检查是否多了或少了逗号；含逗号的文字须加双引号"
        }
        FaultKind::NotANumber {
            written: Written::NoFigure,
        } => "不是数字|数字，或留空|没有数字的单元格留空",
        FaultKind::NotANumber {
            written: Written::FullWidth,
        } => "不是数字|数字，如 3120 或 92.4|数字是全角的，改用半角",
        FaultKind::NotANumber { .. } => {
            "不是数字|数字，如 3120 或 92.4|去掉千分位逗号、单位、百分号和“约”“余”等字；约数写在 bound 列"
        }
        FaultKind::ExcelExponent => {
            "代码被 Excel 改成了科学记数法|完整的代码|将该列设为“文本”格式后重新填写代码，再另存为 CSV"
        }
        FaultKind::ExcelDate => {
            "期间被 Excel 改成了日期|{0}|将该列设为“文本”格式，写成 2024-03 或 2024年3月，再另存为 CSV"
        }
        FaultKind::UnknownArea => {
            "地区代码不在 areas 表中|areas 表中的 area_code|核对代码；新设地区请先加入 areas 表"
        }
        FaultKind::UnknownIndicator => {
            "指标不在 indicators 表中|indicators 表中的 indicator|核对指标代号；新指标请先加入 indicators 表"
        }
        FaultKind::UnknownSuffix => {
            "列名中指标之后的后缀不是 :numerator 或 :denominator|:numerator（分子）或 :denominator（分母），冒号为半角|改正列名的后缀"
        }
        FaultKind::UnknownSource => {
            "来源不在 sources 表中|sources 表中的 source|核对来源代号，或加入 sources 表"
        }
        FaultKind::UnknownLevel { .. } => "未声明的层级|{0}|改为所列层级之一，或在描述文件中声明",
        FaultKind::UnknownWord { .. } => "不是规定的用词|{0}|改为所列用词之一",
        FaultKind::UnknownParent => {
            "上级代码不存在，或上下级成环|areas 表中的 area_code|核对 parent_code"
        }
        FaultKind::NameMismatch { .. } => "名称与代码不符|{0}|核对代码与名称，改正其中错误的一个",
        FaultKind::DuplicateKey { .. } => {
            "与 {0} 第 {1} 行重复，两处均未采用|同一指标、地区、期间只有一行|删去其中一处；若是复制后未改期间或地区，请改正"
        }
        FaultKind::ShareOverWhole { .. } => {
            "比例大于整体|不大于 {0}|核对数值；最好改为填写分子和分母"
        }
        FaultKind::NumeratorOverDenominator { .. } => "分子大于分母|不大于分母 {0}|核对分子与分母",
        FaultKind::ZeroDenominator => "分母为零，分子却不为零|大于零|核对分子与分母",
        FaultKind::CountAlone => {
            "分子、分母缺一，又没有数值|分子、分母都填，或填数值|补填；确无数据的，在 status 列注明原因（M、O、L、Q）"
        }
        FaultKind::ValueDisagrees { .. } => {
            "数值与分子、分母不符|分子 / 分母 × 倍数 = {0}|核对三者，或将数值留空"
        }
        FaultKind::Negative => "出现负数|不小于零|核对数字",
        FaultKind::BoundWithCounts => {
            "约数不能同时有分子、分母|bound 留空，或只填数值|删去 bound，或删去分子和分母"
        }
        FaultKind::ValueWithStatus { .. } => {
            "状态表示没有数值，却填了数值；未采用|状态为 {0} 时数值留空|改正状态，或删去数值"
        }
        FaultKind::NotSuppressed => {
            "社区以下 1 至 4 人的人数须不公布|数值留空，status 写 Q|删去数值，status 写 Q"
        }
        FaultKind::PeriodForm => "不是规定的期间写法|{0}|按所列写法改写",
        FaultKind::DayOfMonth => {
            "表中数据按日或按周列出，而期间最短为月，此行不采用|月或更长期间的数字|把数据按月汇总后再列出"
        }
        FaultKind::PeriodRead { .. }
        | FaultKind::NumberRead { .. }
        | FaultKind::NameRead { .. } => "已读作 {0}|{0}|无须处理；写成标准形式更好",
        FaultKind::SignRead { .. } => {
            "这个符号表示没有数字，已读作“{0}”||无须处理；留空并在状态列注明原因更好"
        }
        FaultKind::DayForm => "不是日期|2026-03-31 这样的日期|按这种写法填写",
        FaultKind::RevisionMismatch { .. } => {
            "与前后的修订或已公布的数不符|{0}|核对这一行和已公布的数"
        }
        FaultKind::Blank => "必填的单元格为空|填写内容|补填",
        FaultKind::OutsideDescriptor { .. } => {
            "超出描述文件所声明的范围，页面可能不会读取|{0}|将这一行移到相应文件，或修改描述文件中的 zhishe 声明"
        }
        FaultKind::PersonalNumber => {
            "疑似身份证号或手机号，不予显示|不含个人信息|立即从发布文件中删去"
        }
        FaultKind::ReadAsGb18030 => "已按 GB18030（GBK）编码读取||无须处理；另存为 UTF-8 更好",
        FaultKind::ReadAsUtf16 => {
            "已按 UTF-16（Excel 的“Unicode 文本”）编码读取||无须处理；另存为 UTF-8 更好"
        }
        FaultKind::OutlineWithoutCode { .. } => {
            "没有地区代码，未绘制|properties 中的 {0}|补上地区代码；如代码写在其他属性中，在 datapackage.json 的 zhishe.match 中写明属性名"
        }
        FaultKind::BrokenOutline => {
            "边界无法绘制|每个环至少三个不同的点，坐标为经纬度（度）|检查坐标；如为投影坐标（米），转换为经纬度后重新导出"
        }
        FaultKind::OutlineLeftOut => {
            "不是面状要素，未绘制||只绘制 Polygon 和 MultiPolygon；点和线无须处理"
        }
        FaultKind::NoNumbers => {
            "没有可作指标的数字列（代码、坐标和时间不算）|至少一列数字|核对表头、分隔符与编码"
        }
        FaultKind::RowRepeated { .. } => "与第 {0} 行完全相同，只计第一次||无须处理",
        FaultKind::SumOfAreas => {
            "各项数据等于其他地区之和，作为它们的上级地区，不与它们并列，也不重复计入||无须处理；如不是上级地区，请先从文件中删去"
        }
        FaultKind::HoldsAreas => {
            "从代码看是其他地区的上级地区，不与它们并列||无须处理；如不是上级地区，请把代码列改为“不读取”"
        }
        FaultKind::HoldsIndented => {
            "下面的地区名称缩进，按它们的上级地区处理，不与它们并列排序||无须处理；如果不是上级地区，请删去这些名称前的空格"
        }
        FaultKind::HoldsByName => {
            "从名称看是其他地区的上级地区或合计，不与它们并列||无须处理；如果不是，请改写名称"
        }
        FaultKind::OfWhichAside => {
            "“其中”行是上一行的一部分，不与其他地区并列，未读取||如须作为地区，请去掉“其中”并注明上级地区"
        }
        FaultKind::SexAside => {
            "只写性别的行不是一个地区，未读取||如须读取，请把性别另列一栏，与地区并列"
        }
        FaultKind::ElsewhereAside => {
            "“其他”“不详”之类的行不是一个地区，未读取||如确为地区，请改用它的名称或加上代码"
        }
        FaultKind::StatisticAside => {
            "平均数、最大值、比重、同比等统计量的行，不作为地区，未读取||无须处理"
        }
        FaultKind::RowAside => "没有数据的行，未读取||如为表注，无须处理",
        FaultKind::TooManyAreas { .. } => "地区过多|不超过 {0} 个|核对哪一列是地区",
        FaultKind::TooManyIndicators { .. } => "指标过多|不超过 {0} 个|核对哪一列是指标",
        FaultKind::More { of, .. } => match of.severity() {
            Severity::Note => "{0}：另有 {1} 处同样处理||无须处理",
            Severity::Fault => "{0}：同类问题还有 {1} 处||改正后重新检查",
        },
    }
}
