//! Fixed texts of the reader's own data: taking them in, putting them beside published ones, forgetting
//! them.

use crate::model::Lang;

/// The fixed texts.
pub struct OwnWords {
    /// What happens with the files.
    pub privacy: &'static str,
    /// What can be put in.
    pub accepted: &'static str,
    /// Said while the first bytes are looked at.
    pub looking: &'static str,
    /// Choice of the table where there are several.
    pub table: &'static str,
    /// Choice: encoding.
    pub encoding: &'static str,
    /// Choice: delimiter.
    pub delimiter: &'static str,
    /// Names of the delimiters comma, tab, semicolon, vertical bar, space.
    pub delimiters: [&'static str; 5],
    /// Choice: line of the header.
    pub header_line: &'static str,
    /// Choice: the table has no header.
    pub no_header: &'static str,
    /// Choice: rows of the header.
    pub header_rows: &'static str,
    /// Choice: the decimal mark.
    pub decimal_mark: &'static str,
    /// The decimal marks point and comma.
    pub decimal_marks: [&'static str; 2],
    /// Choice: the order of day and month.
    pub day_order: &'static str,
    /// Day first, month first.
    pub day_orders: [&'static str; 2],
    /// Choice: the period of the whole table.
    pub whole_period: &'static str,
    /// Label: what the names of the columns of figures are
    pub names_are: &'static str,
    /// Choice: they are indicators
    pub names_are_indicators: &'static str,
    /// Choice: they are areas
    pub names_are_areas: &'static str,
    /// Heading of what was assumed.
    pub remarks: &'static str,
    /// Heading of what keeps the table from being used.
    pub problems: &'static str,
    /// Heading of the columns.
    pub columns: &'static str,
    /// Column: the name of a column.
    pub column: &'static str,
    /// Column: some of its cells.
    pub cells: &'static str,
    /// Column: what it holds.
    pub role: &'static str,
    /// Label: which indicator a column of figures is of.
    pub figure_of: &'static str,
    /// Label: which period a column of figures is of.
    pub figure_period: &'static str,
    /// Label: the value of a column that stands for all others together.
    pub total_value: &'static str,
    /// Heading of the indicators.
    pub indicators: &'static str,
    /// Column: unit.
    pub unit: &'static str,
    /// Column: kind.
    pub kind: &'static str,
    /// Column: nature.
    pub nature: &'static str,
    /// Natures: events, survey, inventory.
    pub natures: [&'static str; 3],
    /// Label: of how many a rate is told.
    pub per: &'static str,
    /// Column: polarity.
    pub polarity: &'static str,
    /// Polarities: higher, lower, none.
    pub polarities: [&'static str; 3],
    /// What kinds are for.
    pub kinds_hint: &'static str,
    /// Heading of the first rows as they are read.
    pub preview: &'static str,
    /// Column: value.
    pub value: &'static str,
    /// Column: numerator.
    pub numerator: &'static str,
    /// Column: denominator.
    pub denominator: &'static str,
    /// Button: use the table.
    pub take: &'static str,
    /// Button: leave it.
    pub cancel: &'static str,
    /// Said while the whole file is read.
    pub reading: &'static str,
    /// Said where nothing is wrong.
    pub sound: &'static str,
    /// Heading of what is in use.
    pub in_use: &'static str,
    /// Links to the pages, after the data are in.
    pub open_on: &'static str,
    /// Button: look at the recipe again.
    pub change_reading: &'static str,
    /// Choice: keep the files in this browser.
    pub keep: &'static str,
    /// What keeping means.
    pub keep_hint: &'static str,
    /// Said where the browser does not keep them.
    pub not_kept: &'static str,
    /// Button: forget everything.
    pub forget: &'static str,
    /// Heading of joining.
    pub beside: &'static str,
    /// What joining does.
    pub beside_lead: &'static str,
    /// Choice of the published package.
    pub beside_package: &'static str,
    /// Choice: none.
    pub beside_none: &'static str,
    /// Said while the published areas are read.
    pub beside_reading: &'static str,
    /// Choice: join by code alone too.
    pub code_alone: &'static str,
    /// Heading: areas of the reader's without a counterpart.
    pub unmatched_own: &'static str,
    /// Heading: published areas without a counterpart.
    pub unmatched_other: &'static str,
    /// Heading: areas that could be several.
    pub ambiguous: &'static str,
    /// Heading: areas whose code and name say different places.
    pub contradictory: &'static str,
    /// Column: the area of the code.
    pub by_its_code: &'static str,
    /// Column: the area of the name.
    pub by_its_name: &'static str,
    /// Column: the areas that could be meant.
    pub may_be: &'static str,
    /// Heading: areas to be matched by hand.
    pub by_hand: &'static str,
    /// Column: areas of nearly that name.
    pub similar_names: &'static str,
    /// Said where there are none.
    pub no_similar: &'static str,
    /// Column: what an area is joined to.
    pub joined_to: &'static str,
    /// Choice: nothing.
    pub not_joined: &'static str,
    /// Group of choices: all areas that have no counterpart yet.
    pub all_open: &'static str,
    /// Heading: areas of one code and nearly one name.
    pub likely: &'static str,
    /// Column, a box to tick: take them for the same.
    pub is_same: &'static str,
    /// Heading: areas that share a code and nothing else.
    pub by_code_alone: &'static str,
    /// Column: the reader's area.
    pub own_area: &'static str,
    /// Column: the published area.
    pub published_area: &'static str,
}

/// These texts in a language.
pub fn own_words(lang: Lang) -> &'static OwnWords {
    match lang {
        Lang::Zh => &OwnWords {
            privacy: "文件只在本浏览器中读取和计算，不会上传。",
            accepted: "可放入：CSV、TSV 或分号分隔的表格（UTF-8、UTF-16、GB18030 等，自动识别），SDMX-CSV，Data Package 文件夹或 zip。最大 200 MB。拖到页面任意处即可。",
            looking: "正在识别…",
            table: "表格",
            encoding: "编码",
            delimiter: "分隔符",
            delimiters: ["逗号", "制表符", "分号", "竖线", "空格"],
            header_line: "表头所在行",
            no_header: "无表头",
            header_rows: "表头行数",
            decimal_mark: "小数点",
            decimal_marks: ["点（1,234.5）", "逗号（1.234,5）"],
            day_order: "日期写法",
            day_orders: ["日/月/年", "月/日/年"],
            whole_period: "整表期间",
            names_are: "数值列的列名是",
            names_are_indicators: "指标",
            names_are_areas: "地区",
            remarks: "以下为推定，请核对",
            problems: "还不能使用",
            columns: "各列含义",
            column: "列",
            cells: "示例",
            role: "含义",
            figure_of: "指标",
            figure_period: "期间",
            total_value: "合计值",
            indicators: "各指标",
            unit: "单位",
            kind: "类型",
            nature: "性质",
            natures: ["事件", "抽样", "存量"],
            per: "每多少",
            polarity: "方向",
            polarities: ["越高越好", "越低越好", "不分好坏"],
            kinds_hint: "只有带分子、分母的事件或抽样指标才有区间和判定；只有数值的，按原样排列和比较。全为非负整数、名称和单位也不表明是比率或均值的，推定为计数：各地区可以相加，只排列不排名。",
            preview: "读出的前几行",
            value: "数值",
            numerator: "分子",
            denominator: "分母",
            take: "使用这张表",
            cancel: "取消",
            reading: "正在读取",
            sound: "未发现问题。",
            in_use: "正在使用",
            open_on: "查看",
            change_reading: "重新设定读取方式",
            keep: "保留在本浏览器中",
            keep_hint: "保留后，刷新或重新打开仍在；不保留，刷新或关闭页面即消失。",
            not_kept: "浏览器不允许保留，或空间不足。",
            forget: "立即清除",
            beside: "并入已发布的数据包",
            beside_lead: "自有指标列在所选数据包的地区之下，可与已发布的指标同图比较。地区按“代码＋代码体系”或“代码＋名称”对应；代码不在数据包中的，按名称对应。只有代码相同，或代码与名称指向不同地区的，不自动并入。",
            beside_package: "数据包",
            beside_none: "不并入",
            beside_reading: "正在读取该数据包的地区…",
            code_alone: "代码相同的也并入",
            unmatched_own: "自有数据中没有对应的地区",
            unmatched_other: "数据包中没有对应的地区",
            ambiguous: "对应不唯一的地区",
            contradictory: "代码与名称不一致的地区",
            by_its_code: "代码所指",
            by_its_name: "名称所指",
            may_be: "可能是",
            by_hand: "可手动对应的地区",
            similar_names: "名称相近",
            no_similar: "无",
            joined_to: "并入",
            not_joined: "不并入",
            all_open: "尚未对应的地区",
            likely: "代码相同、名称相近的地区：很可能是同一地区，勾选即并入",
            is_same: "是同一地区",
            by_code_alone: "只有代码相同的地区",
            own_area: "自有数据",
            published_area: "数据包",
        },
        Lang::En => &OwnWords {
            privacy: "Files are read and computed in this browser only; nothing is uploaded.",
            accepted: "Put in a CSV, TSV or semicolon table (UTF-8, UTF-16, GB18030 and others, found out by itself), SDMX-CSV, or a Data Package as a folder or zip, up to 200 MB. Drop it anywhere on the page.",
            looking: "Looking at the file…",
            table: "Table",
            encoding: "Encoding",
            delimiter: "Delimiter",
            delimiters: ["comma", "tab", "semicolon", "vertical bar", "space"],
            header_line: "Header on line",
            no_header: "no header",
            header_rows: "Header rows",
            decimal_mark: "Decimal mark",
            decimal_marks: ["point (1,234.5)", "comma (1.234,5)"],
            day_order: "Dates",
            day_orders: ["day/month/year", "month/day/year"],
            whole_period: "Period of the table",
            names_are: "Columns of figures are named for",
            names_are_indicators: "indicators",
            names_are_areas: "areas",
            remarks: "Assumed; please check",
            problems: "Cannot be used yet",
            columns: "What the columns are",
            column: "Column",
            cells: "Examples",
            role: "Holds",
            figure_of: "Indicator",
            figure_period: "Period",
            total_value: "Total is written",
            indicators: "Indicators",
            unit: "Unit",
            kind: "Kind",
            nature: "Nature",
            natures: ["events", "sample", "inventory"],
            per: "Per how many",
            polarity: "Polarity",
            polarities: ["higher is better", "lower is better", "neither"],
            kinds_hint: "Only events and samples with a numerator and a denominator have intervals and verdicts; plain figures are put in order and compared as they are. Whole numbers, none below zero, are taken for counts unless name or unit says otherwise: areas are added up, and listed in order without ranks.",
            preview: "The first rows as read",
            value: "Value",
            numerator: "Numerator",
            denominator: "Denominator",
            take: "Use this table",
            cancel: "Cancel",
            reading: "Reading",
            sound: "Nothing wrong was found.",
            in_use: "In use",
            open_on: "Look at",
            change_reading: "Read it differently",
            keep: "Keep in this browser",
            keep_hint: "Kept, it is there after a reload and when the page is opened again; otherwise it goes with a reload or when the page is closed.",
            not_kept: "The browser does not allow it, or has no room.",
            forget: "Forget it now",
            beside: "Beside a published package",
            beside_lead: "Your indicators stand under the areas of the package you choose and can be compared with its own. Areas are matched on code and code system, or on code and name; where the package does not know the code, on name. Areas that share nothing but a code, or whose code and name point to different areas, are not joined by themselves.",
            beside_package: "Package",
            beside_none: "on its own",
            beside_reading: "Reading the areas of that package…",
            code_alone: "Join those that share a code too",
            unmatched_own: "Areas of yours without a counterpart",
            unmatched_other: "Areas of the package without a counterpart",
            ambiguous: "Areas that could be several",
            contradictory: "Areas whose code and name disagree",
            by_its_code: "By its code",
            by_its_name: "By its name",
            may_be: "May be",
            by_hand: "Areas to match by hand",
            similar_names: "Similar names",
            no_similar: "none",
            joined_to: "Joined to",
            not_joined: "not joined",
            all_open: "areas without a counterpart",
            likely: "Areas of one code and nearly one name: likely the same; tick to join",
            is_same: "The same",
            by_code_alone: "Areas that share nothing but a code",
            own_area: "Yours",
            published_area: "Package",
        },
    }
}

/// Of how many a rate is told: 每 1,000, per 1,000.
pub fn per_text(lang: Lang, count: f64) -> String {
    let count = super::number_text(count, 0);
    match lang {
        Lang::Zh => format!("每 {count}"),
        Lang::En => format!("per {count}"),
    }
}
