//! What is said of a reader's own table before it is opened: what its columns are, what was assumed,
//! what is still lacking. Of use only where a table is opened.

use super::intake_doubts::doubt_text;
use super::intake_figures::figure_remark_text;
use super::intake_holders::{holders_text, quotient_text, share_text};
use super::intake_more::{
    area_from_title, brackets_in_names, inner_quotes, joined_keys, keys_repeat, kind_column,
    names_as_one, not_counted, of_records, quotes_kept, serial_days, spaced_quotes, spans_of_years,
    sums_aside, unit_from_title, unit_not_taken,
};
pub use super::intake_more::{encoding_text, taken_text};
use super::intake_periods::{
    days_apart, period_in_words, period_not_read, periods_between_rows, roman_not_certain,
    shorter_repeat, status_of_period, weeks,
};
use super::intake_sdmx::sdmx_remark_text;
use super::period_text;
use crate::intake::{ColumnRole, DecimalMark, Figure, Part, Problem, Recipe, Remark};
use crate::model::{Lang, number_in_full};

/// The name of a column's role, as an entry of a list.
pub fn role_text(lang: Lang, role: &ColumnRole) -> &'static str {
    let (zh, en) = match role {
        ColumnRole::Ignored => ("不读取", "Not read"),
        ColumnRole::AreaCode => ("地区代码", "Area code"),
        ColumnRole::AreaName => ("地区名称", "Area name"),
        ColumnRole::CodeWithin => (
            "地区代码（与上级代码相连）",
            "Area code within the area above",
        ),
        ColumnRole::AreaAbove => ("更上一级地区", "Area further above"),
        ColumnRole::CodeSystem => ("代码体系", "Register of the codes"),
        ColumnRole::ParentCode => ("上级地区代码", "Code of the area above"),
        ColumnRole::ParentName => ("上级地区名称", "Name of the area above"),
        ColumnRole::Period => ("期间", "Period"),
        ColumnRole::Year => ("年份", "Year"),
        ColumnRole::Month => ("月份", "Month"),
        ColumnRole::Quarter => ("季度或半年", "Quarter or half-year"),
        ColumnRole::Indicator => ("指标名称", "Indicator"),
        ColumnRole::Unit => ("单位", "Unit"),
        ColumnRole::Kind => ("数据类型（计数、百分比等）", "Kind of figure"),
        ColumnRole::Scale => ("数量级（千、百万等）", "What the value is multiplied by"),
        ColumnRole::Status => ("数据状态", "Status"),
        ColumnRole::Bound => ("数值的精确程度", "How exact the value is"),
        ColumnRole::Note => ("备注", "Note"),
        ColumnRole::Figure(_) => ("数据", "Figures"),
        ColumnRole::Dimension { .. } => ("分类维度", "Breakdown"),
        ColumnRole::PartOfIndicator => ("并入指标名称", "Part of the indicator’s name"),
    };
    in_language(lang, zh, en)
}

/// The name of a part of an indicator, as an entry of a list.
pub fn part_text(lang: Lang, part: Part) -> &'static str {
    let (zh, en) = match part {
        Part::Value => ("数值", "Value"),
        Part::Numerator => ("分子", "Numerator"),
        Part::Denominator => ("分母", "Denominator"),
    };
    in_language(lang, zh, en)
}

/// The name of a delimiter.
pub fn delimiter_text(lang: Lang, delimiter: u8) -> String {
    let (zh, en) = match delimiter {
        b',' => ("逗号", "comma"),
        b';' => ("分号", "semicolon"),
        b'\t' => ("制表符", "tab"),
        b'|' => ("竖线", "vertical bar"),
        other => return char::from(other).to_string(),
    };
    in_language(lang, zh, en).to_string()
}

/// How numbers are written, as an entry of a list.
pub fn decimal_mark_text(lang: Lang, mark: DecimalMark) -> &'static str {
    match mark {
        DecimalMark::Point => in_language(lang, "小数点（1,234.5）", "decimal point (1,234.5)"),
        DecimalMark::Comma => in_language(lang, "小数逗号（1.234,5）", "decimal comma (1.234,5)"),
    }
}

/// Where the header stands.
pub fn header_text(lang: Lang, recipe: &Recipe) -> String {
    let (line, rows) = (recipe.header_line, recipe.header_rows);
    match (lang, line, rows) {
        (Lang::Zh, 0, _) => "没有列名行".to_string(),
        (Lang::En, 0, _) => "no header".to_string(),
        (Lang::Zh, _, 0 | 1) => format!("列名在第 {line} 行"),
        (Lang::En, _, 0 | 1) => format!("header on line {line}"),
        (Lang::Zh, ..) => format!("列名自第 {line} 行起，共 {rows} 行"),
        (Lang::En, ..) => format!("header from line {line}, {rows} rows"),
    }
}

/// What the figures of a column are of: GDP, 2019, %.
pub fn figure_text(lang: Lang, figure: &Figure) -> String {
    let part = (figure.part != Part::Value).then(|| part_text(lang, figure.part).to_string());
    let period = figure.period.map(|period| period_text(lang, period));
    let parts = [
        Some(figure.indicator.clone()),
        part,
        period,
        Some(figure.unit_sign().to_string()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(in_language(lang, "，", ", "))
}

/// What keeps a table from being opened, and what to do.
pub fn problem_text(lang: Lang, problem: Problem) -> &'static str {
    let (zh, en) = match problem {
        Problem::NoArea => (
            "没有地区：请指定哪一列是地区代码或名称，或填写全表所属地区",
            "No area: say which column holds its code or name, or which area the whole table is of",
        ),
        Problem::NoFigure => (
            "没有数据列：请指定哪一列是数据",
            "No figures: say which column holds them",
        ),
        Problem::NoPeriod => (
            "没有期间：请指定哪一列是期间，或填写全表所属期间",
            "No period: say which column holds it, or which period the whole table is of",
        ),
        Problem::NoYear => (
            "有月份或季度，没有年份：请指定哪一列是年份",
            "Months or quarters without a year: say which column holds it",
        ),
        Problem::MonthsAsColumns => (
            "列名是月份或季度，无从确定属于哪一年：请在列名中写明年份（如 2024年1月），或填写全表所属的年份或十二个月（如 2024-04/2025-03）",
            "Columns are named for months or quarters, and it is not certain of which year each is: write it in their names, as in Jan 2024, or give the year or the twelve months that the whole table is of, as in 2024-04/2025-03",
        ),
        Problem::RoleTwice => (
            "两列同为一种内容：请将其中一列改为其他内容或不读取",
            "Two columns are said to hold the same: change one, or leave it unread",
        ),
        Problem::FigureTwice => (
            "两列是同一指标、同一期间的同一数据：请改正其中一列的指标或期间",
            "Two columns hold the same part of one indicator and period: correct one of them",
        ),
        Problem::PartAlone => (
            "分子、分母缺一：请指定另一列，或改为数值",
            "A numerator or a denominator without the other: say which column holds it, or make it a value",
        ),
    };
    in_language(lang, zh, en)
}

/// Something that was assumed of a table, for a reader to confirm.
pub fn remark_text(lang: Lang, remark: &Remark) -> String {
    let text = match remark {
        Remark::Sdmx(remark) => return sdmx_remark_text(lang, remark),
        Remark::Figures(remark) => figure_remark_text(remark),
        Remark::KindColumn { column, is_in_name } => {
            kind_column(&column_zh(column), &column_en(column), *is_in_name)
        }
        Remark::UnitNotTaken { unit, kind, line } => unit_not_taken(unit, kind, *line),
        Remark::UnitFromTitle { unit, line } => unit_from_title(unit, *line),
        Remark::NotCounted { indicator } => not_counted(indicator),
        Remark::SerialDays { example, read_as } => serial_days(example, *read_as),
        Remark::JoinedKeys => joined_keys(),
        Remark::SpacedQuotes { line } => spaced_quotes(*line),
        Remark::InnerQuotes { line } => inner_quotes(*line),
        Remark::QuotesKept { example, line } => quotes_kept(example, *line),
        Remark::SpansOfYears { example, read_as } => spans_of_years(example, *read_as),
        Remark::PeriodInWords { example, read_as } => period_in_words(example, *read_as),
        Remark::StatusOfPeriod { example, mark } => status_of_period(example, mark),
        Remark::PeriodNotRead { column, example } => period_not_read(column, example),
        Remark::BracketsInNames { example } => brackets_in_names(example),
        Remark::DaysApart => days_apart(),
        Remark::ShorterRepeat { line, earlier } => shorter_repeat(*line, *earlier),
        Remark::Weeks { column, example } => weeks(column, example),
        Remark::RomanNotCertain { column, example } => roman_not_certain(column, example),
        Remark::PeriodsBetweenRows { first, second } => periods_between_rows(*first, *second),
        Remark::TitleLines { from, to } if from == to => (
            format!("第 {from} 行是标题，未读取"),
            format!("Line {from} is a title and is not read"),
        ),
        Remark::TitleLines { from, to } => (
            format!("第 {from}–{to} 行是标题，未读取"),
            format!("Lines {from}–{to} are titles and are not read"),
        ),
        Remark::HeaderRows { rows } => (
            format!("列名由 {rows} 行合成"),
            format!("The header is made of {rows} rows"),
        ),
        Remark::UnitRow { line } => (
            format!("第 {line} 行是单位"),
            format!("Line {line} holds the units"),
        ),
        Remark::NoHeader => (
            "没有列名行，各列按位置命名".to_string(),
            "There is no header; columns are named by their place".to_string(),
        ),
        Remark::RowsAside { count, line } => (
            format!("{count} 行没有数据，未读取，首见于第 {line} 行"),
            match count {
                1 => format!("1 row without figures, on line {line}, is left aside"),
                _ => format!(
                    "{count} rows without figures, the first on line {line}, are left aside"
                ),
            },
        ),
        Remark::Doubt(doubt) => doubt_text(doubt),
        Remark::AreaFromTitle { area } => area_from_title(area),
        Remark::AreaFromFileName { area } => (
            format!("没有地区列，全表归于“{area}”（取自文件名）"),
            format!(
                "No column holds the area; the whole table is taken to be of “{area}”, from the file’s name"
            ),
        ),
        Remark::FilledDown { column } => (
            format!("{}的空格按上一格读取（合并的单元格）", column_zh(column)),
            format!(
                "{}: blank cells are read as the cell above (merged cells)",
                column_en(column)
            ),
        ),
        Remark::BlanksOfLevel { column } => (
            format!("{}为空的行是上级地区的数据，按所填的上级地区读取", column_zh(column)),
            format!(
                "{}: rows where it is blank are of a higher level, and are read as the place above that they name",
                column_en(column)
            ),
        ),
        Remark::BlanksAbove { column } => (
            format!(
                "{}为空的行等于所在上级地区各行之和，按上级地区读取",
                column_zh(column)
            ),
            format!(
                "{}: rows where it is blank are the sums of the place that they name, and are read as that place",
                column_en(column)
            ),
        ),
        Remark::RowNumbers { column } => (
            format!("{}是行号，未读取", column_zh(column)),
            format!("{} numbers the rows and is not read", column_en(column)),
        ),
        Remark::ColumnAside { column } => (
            format!("{}未读取", column_zh(column)),
            format!("{} is not read", column_en(column)),
        ),
        Remark::RepeatedName { column } => (
            format!("{}与前面的列同名，作为另一指标", column_zh(column)),
            format!(
                "{} has the name of an earlier column and is taken for another indicator",
                column_en(column)
            ),
        ),
        Remark::PersonalColumn { column } => (
            format!("{}疑似身份证号或手机号，不予读取", column_zh(column)),
            format!(
                "{} looks like identity-card or mobile numbers and is not read",
                column_en(column)
            ),
        ),
        Remark::AreaByContent { column } => (
            format!("{}按内容判断为地区", column_zh(column)),
            format!(
                "{} is taken for the area by what it holds",
                column_en(column)
            ),
        ),
        Remark::TwoDigitYears { from, to } => (
            match from == to {
                true => format!("两位数的年份补全世纪，如 {from}"),
                false => format!("两位数的年份读作 {from}–{to}"),
            },
            match from == to {
                true => format!("Years of two digits are read with their century, as {from}"),
                false => format!("Years of two digits are read as {from}–{to}"),
            },
        ),
        Remark::PeriodFromTitle { period } => (
            format!(
                "全表的期间为 {}，取自标题或文件名",
                period_text(lang, *period)
            ),
            format!(
                "The whole table is taken to be of {}, from its title or the file’s name",
                period_text(lang, *period)
            ),
        ),
        Remark::ThousandsMarks { example } => (
            format!("数字有千位分隔，如 {example}"),
            format!("Numbers have marks between thousands, such as {example}"),
        ),
        Remark::MarkNotCertain { example, read_as } => (
            format!(
                "{example} 无从确定是千位分隔还是小数，按{}读取",
                decimal_mark_text(lang, *read_as)
            ),
            format!(
                "Nothing decides whether the mark in {example} parts thousands or decimals; it is read with a {}",
                decimal_mark_text(lang, *read_as)
            ),
        ),
        Remark::DayOrderNotCertain { example, read_as } => (
            format!(
                "{example} 无从确定日、月先后，读作{}",
                period_text(lang, *read_as)
            ),
            format!(
                "Nothing decides whether {example} begins with the day or the month; it is read as {}",
                period_text(lang, *read_as)
            ),
        ),
        Remark::DaysAsMonths => (
            "日期只取年、月".to_string(),
            "Of dates the month is kept".to_string(),
        ),
        Remark::SplitYears { example, read_as } => (
            format!("{example} 跨两年，读作{}", period_text(lang, *read_as)),
            format!(
                "{example} runs over two years and is read as {}",
                period_text(lang, *read_as)
            ),
        ),
        Remark::Parentheses { example } => (
            format!("括号中的数字读作负数，如 {example}"),
            format!("Numbers in parentheses are read as negative, such as {example}"),
        ),
        Remark::MissingSigns { signs, count } => (
            format!("{count} 个单元格以符号表示没有数据：{}", signs.join(" ")),
            format!(
                "Cells with a sign for no figure: {count} ({})",
                signs.join(" ")
            ),
        ),
        Remark::FootnoteMarks { example } => (
            format!("数字旁的注释符号不计入数字，如 {example}"),
            format!("Footnote marks at numbers are taken off, such as {example}"),
        ),
        Remark::Pair { indicator } if indicator.is_empty() => (
            "分子、分母两列合为一个指标".to_string(),
            "Two columns are the numerator and the denominator of one indicator".to_string(),
        ),
        Remark::Pair { indicator } => (
            format!("“{indicator}”由分子、分母两列组成"),
            format!("Two columns are the numerator and the denominator of “{indicator}”"),
        ),
        Remark::PeriodsAsColumns { count } => (
            format!("{count} 列的列名是期间"),
            match count {
                1 => "The name of 1 column is a period".to_string(),
                _ => format!("The names of {count} columns are periods"),
            },
        ),
        Remark::AreasAsColumns { count } => (
            format!("{count} 列的列名是地区"),
            format!("The names of {count} columns are areas"),
        ),
        Remark::NamesAsOne {
            count,
            example,
            read_as,
            line,
        } => names_as_one(*count, example, read_as, *line),
        Remark::TotalRow { area } => (
            format!("“{area}”的数据作为其他地区的整体"),
            format!("“{area}” is taken for the whole of the other areas"),
        ),
        Remark::QuotientOfColumns { .. } => quotient_text(remark),
        Remark::MayBeShare {
            numerator,
            denominator,
        } => share_text(numerator, denominator),
        Remark::HoldAreas { .. } => holders_text(remark),
        Remark::DimensionFound { column, total } => (
            format!("{}是分类维度，其中“{total}”是合计", column_zh(column)),
            format!(
                "{} is a breakdown; its “{total}” is the total",
                column_en(column)
            ),
        ),
        Remark::IndicatorPartFound { column } => (
            format!("{}没有合计，并入指标名称", column_zh(column)),
            format!(
                "{} has no total and is taken into the indicator’s name",
                column_en(column)
            ),
        ),
        Remark::Fictional => (
            "表中注明数据是虚构的，页面和导出照样标明".to_string(),
            "The table says that its figures are fictional; pages and exports say so too"
                .to_string(),
        ),
        Remark::SavedWithoutNotes => (
            "这份由知社导出的表不含说明，没有写明指标的类型、小数位数和好坏方向：这里按数据推断，不判断优劣，可在指标表中改。含说明的 CSV 会写明"
                .to_string(),
            "This table was saved here without its notes. It does not say how its figures are made, how many digits they show and which way is good: that is guessed, nothing is called better or worse, and the table of indicators lets you say it. CSV with notes says it all"
                .to_string(),
        ),
        Remark::BenchmarkAside { value, code } => {
            let value = number_in_full(*value);
            let code = |colon: &str| match code.as_str() {
                "" => String::new(),
                code => [code, colon].concat(),
            };
            (
                format!(
                    "原表与基准（{}{value}）比较，它不在各行之中；这里默认与表中各地区合计比较，要与原表一致，请把基准设为数值 {value}",
                    code("：")
                ),
                format!(
                    "The table was held against a benchmark ({}{value}) that is in none of its rows. Here it is held against its areas together; for the same verdicts set the number {value} as the benchmark",
                    code(": ")
                ),
            )
        }
        Remark::SumsAside { count } => sums_aside(*count),
        Remark::KeysRepeat { line, earlier } => keys_repeat(*line, *earlier),
        Remark::OfRecords { count, of } => of_records(*count, *of),
    };
    match lang {
        Lang::Zh => text.0,
        Lang::En => text.1,
    }
}

fn column_zh(name: &str) -> String {
    match name {
        "" => "没有列名的一列".to_string(),
        name => format!("“{name}”列"),
    }
}

fn column_en(name: &str) -> String {
    match name {
        "" => "A column without a name".to_string(),
        name => format!("Column “{name}”"),
    }
}

fn in_language(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
