//! Texts of the page 「画像」: how one area stands on everything. Its facts, its spine chart, its table
//! and the panels beside it; what it says in a sentence stands in `profile_said`.

use super::findings::top_in_sentence;
use super::names::in_sentence;
use super::number::counted;
use super::spacing::beside;
use super::{interval_text, level_text, number_text, period_text, value_with_unit, verdict_text};
use crate::answer::{Moved, Profile, ProfileRow, Trend};
use crate::model::{Kind, Lang, Nature, Role};
use crate::package::Package;
use crate::stats::Direction;

/// Its fixed texts.
#[derive(Debug)]
pub struct ProfileWords {
    /// Page: Profile
    pub title: &'static str,
    /// Heading of the table: All indicators
    pub all_indicators: &'static str,
    /// Heading: Standards
    pub standards: &'static str,
    /// Heading of standards that nobody is held to
    pub standards_here: &'static str,
    /// Heading: Cases
    pub cases: &'static str,
    /// Heading: Organisation
    pub organisation: &'static str,
    /// Column: Indicator
    pub column_indicator: &'static str,
    /// Column: 95% interval
    pub column_interval: &'static str,
    /// Column: Benchmark
    pub column_benchmark: &'static str,
    /// Column: Change on a year
    pub column_change: &'static str,
    /// Column: Trend
    pub column_trend: &'static str,
    /// Column: Standard
    pub column_standard: &'static str,
    /// Column: Actual
    pub column_actual: &'static str,
    /// Column: Margin
    pub column_margin: &'static str,
    /// Column: Met
    pub column_met: &'static str,
    /// Column: Not met
    pub column_missed: &'static str,
    /// Column: Stage
    pub column_stage: &'static str,
    /// Column: Cases
    pub column_count: &'static str,
    /// Column: Of the stage it comes from
    pub column_passed: &'static str,
    /// Link: All standards
    pub to_standards: &'static str,
    /// Link: Cases in full
    pub to_cases: &'static str,
    /// Link: Organisation in full
    pub to_organisation: &'static str,
    /// Where the package gives no standard
    pub no_standards: &'static str,
    /// Where no case figures are published for the area
    pub no_cases: &'static str,
    /// Where no organisation figures are published for the area
    pub no_organisation: &'static str,
    /// Where nothing at all is published for the area
    pub nothing: &'static str,
    /// Column: Organisations and the units that should each have one
    pub column_of_units: &'static str,
    /// Column: How many of each
    pub column_have: &'static str,
    /// Column: Lacking
    pub column_lacking: &'static str,
    /// What the table of similar areas is called
    pub similar: &'static str,
    /// Column: Households
    pub column_households: &'static str,
    /// Column: Grid staff per 1,000 households
    pub column_staff: &'static str,
    /// Under the table: rows without a verdict are totals
    pub totals: &'static str,
    /// Link: On the map
    pub to_map: &'static str,
    /// Link: Against its like
    pub to_compare: &'static str,
    /// Button: Print on one page
    pub print: &'static str,
    /// Under standards that nobody is held to
    pub not_judged_here: &'static str,
    /// Where the place has set no standard
    pub none_set_here: &'static str,
}

pub(super) const ZH: ProfileWords = ProfileWords {
    title: "画像",
    all_indicators: "全部指标",
    standards: "规范达标",
    standards_here: "本地规范",
    cases: "事项流转",
    organisation: "组织覆盖",
    column_indicator: "指标",
    column_interval: "95% 区间",
    column_benchmark: "基准",
    column_change: "同比",
    column_trend: "同比检验",
    column_standard: "规范",
    column_actual: "现状",
    column_margin: "差额",
    column_met: "达到",
    column_missed: "未达到",
    column_stage: "环节",
    column_count: "件数",
    column_passed: "占上一环节",
    to_standards: "全部规范",
    to_cases: "事项详情",
    to_organisation: "组织详情",
    no_standards: "数据包没有列出规范。",
    no_cases: "未发布该地区的事项数据。",
    no_organisation: "未发布该地区的组织数据。",
    nothing: "未发布该地区的数据。",
    column_of_units: "组织 / 单位",
    column_have: "数目",
    column_lacking: "缺口",
    similar: "相近地区",
    column_households: "户数",
    column_staff: "每千户专职网格员",
    totals: "未写判断的是总量（件数、个数等），随地区大小而定，不作比较。",
    to_map: "在地图上看",
    to_compare: "与同级地区对比",
    print: "打印一页",
    not_judged_here: "以上规范由本地或其上级制定，适用范围以原文为准；发布方声明不作达标判定。",
    none_set_here: "数据中没有本地或其上级制定的规范；其他地区的规范在此不适用。",
};

pub(super) const EN: ProfileWords = ProfileWords {
    title: "Profile",
    all_indicators: "All indicators",
    standards: "Standards",
    standards_here: "Local standards",
    cases: "Cases",
    organisation: "Organisation",
    column_indicator: "Indicator",
    column_interval: "95% interval",
    column_benchmark: "Benchmark",
    column_change: "vs a year earlier",
    column_trend: "Tested change",
    column_standard: "Standard",
    column_actual: "Actual",
    column_margin: "Margin",
    column_met: "Met",
    column_missed: "Not met",
    column_stage: "Stage",
    column_count: "Cases",
    column_passed: "of previous stage",
    to_standards: "All standards",
    to_cases: "Cases in full",
    to_organisation: "Organisation in full",
    no_standards: "The package lists no standards.",
    no_cases: "No case figures are published for this area.",
    no_organisation: "No figures on organisation are published for this area.",
    nothing: "Nothing is published for this area.",
    column_of_units: "Organisations / units",
    column_have: "Number",
    column_lacking: "Lacking",
    similar: "Similar areas",
    column_households: "Households",
    column_staff: "Grid staff per 1,000",
    totals: "Rows without a verdict are totals, which depend on the size of the area and are not compared.",
    to_map: "On the map",
    to_compare: "Compare",
    print: "Print one page",
    not_judged_here: "Set by the place itself or one above it, for whom each of them says; the publisher states that nobody is to be judged by them.",
    none_set_here: "The package holds no standard set by this place or one above it; those of other places do not apply here.",
};

/// The basic facts: 2,380 户 · 197 件应办结事项 · 6 名网格员. Blank where none is published.
pub fn profile_facts(lang: Lang, package: &Package, profile: &Profile) -> String {
    let row = |role: Role| {
        let is_of = |row: &&ProfileRow| package.indicators.get(row.indicator).role == Some(role);
        let row = profile.rows.iter().find(is_of)?;
        Some((package.indicators.get(row.indicator), row.row.reading))
    };
    let households = row(Role::UnitHouseholds)
        .filter(|(_, reading)| reading.value.number().is_some())
        .map(|(indicator, reading)| value_with_unit(lang, indicator, &reading));
    let due = row(Role::CaseOnTime).and_then(|(_, reading)| reading.denominator);
    let due = due.map(|due| match lang {
        Lang::Zh => format!("{} 件应办结事项", number_text(due, 0)),
        Lang::En => counted(&number_text(due, 0), "case due", "cases due"),
    });
    let staff = row(Role::StaffGrid).and_then(|(_, reading)| reading.value.number());
    let staff = staff.map(|staff| match lang {
        Lang::Zh => format!("{} 名网格员", number_text(staff, 0)),
        Lang::En => format!("{} grid staff", number_text(staff, 0)),
    });
    let facts = [households, due, staff].into_iter().flatten();
    facts.collect::<Vec<String>>().join(" · ")
}

/// The title of the spine chart: 与全区及其他社区相比.
pub fn spine_title(lang: Lang, package: &Package, profile: &Profile) -> String {
    let name = package.areas.get(profile.question.area).name.get(lang);
    let level = package.areas.get(profile.question.area).level;
    let level = level_text(lang, package, level);
    let whole = top_in_sentence(lang, package);
    match lang {
        Lang::Zh => zh!("{name}：与{whole}及其他{level}相比"),
        Lang::En => format!("{name} against {whole} and the other {level}"),
    }
}

/// The newest period of a profile, and that others are older.
pub fn profile_period_text(lang: Lang, profile: &Profile) -> String {
    let Some(period) = profile.period() else {
        return String::new();
    };
    let text = period_text(lang, period);
    let is_other = |row: &ProfileRow| row.row.period.is_some_and(|it| it != period);
    match (lang, profile.rows.iter().any(is_other)) {
        (_, false) => text,
        (Lang::Zh, true) => format!("{text}；季度、年度指标取最近一期"),
        (Lang::En, true) => format!("{text}; quarterly and yearly figures: the latest"),
    }
}

/// The headings of the columns of a spine chart, and what its ends mean.
/// `is_neutral` says that neither side of any is good.
pub fn spine_heads(lang: Lang, is_neutral: bool) -> ([&'static str; 3], [&'static str; 2]) {
    let heads = match lang {
        Lang::Zh => ["指标", "数值", "同比检验"],
        Lang::En => ["Indicator", "Value", "Tested change"],
    };
    let ends = match (lang, is_neutral) {
        (Lang::Zh, false) => ["最差", "最好"],
        (Lang::Zh, true) => ["最低", "最高"],
        (Lang::En, false) => ["worst", "best"],
        (Lang::En, true) => ["lowest", "highest"],
    };
    (heads, ends)
}

/// How the bands and the trends of a spine chart are read.
pub fn spine_caption(lang: Lang, package: &Package, profile: &Profile, benchmark: &str) -> String {
    let level = package.areas.get(profile.question.area).level;
    let level = level_text(lang, package, level);
    match lang {
        Lang::Zh => zh!(
            "浅带为全部{level}，深带为中间 50%，竖线为{benchmark}，越靠右越好（无优劣之分的，右侧为高）。同比检验：近 3 个月合计（季度、年度为当期）与上年同期相比，在 99.8% 置信水平上能确认的才记为升降；清点数按实际增减。"
        ),
        Lang::En => format!(
            "Bands: all {level}, darker their middle half. Line: {}. Further right is better (higher, where neither is). Tested change: the last 3 months (or the quarter, the year) against a year earlier, at the 99.8% level; counts: actual change.",
            in_sentence(benchmark)
        ),
    }
}

/// What the marks of a spine chart mean.
pub fn spine_note(lang: Lang, benchmark: &str, is_plain: bool) -> String {
    let (zh, en) = match is_plain {
        false => (
            "，地区间差异超出偶然的，界限相应放宽",
            ", limits widened where areas spread beyond chance",
        ),
        true => ("，只看自身样本", ", by its own counts alone"),
    };
    match lang {
        Lang::Zh => zh!(
            "▲ 优于、▼ 差于{benchmark}（深色 99.8%、浅色 95% 置信水平{zh}），● 相近，○ 清点数或均值，不作检验"
        ),
        Lang::En => format!(
            "▲ better, ▼ worse than {} (dark: 99.8%, light: 95% level{en}); ● similar; ○ a full count or a mean, not tested",
            in_sentence(benchmark)
        ),
    }
}

/// What is said of a row of the spine chart when it is pointed at.
pub fn spine_said(lang: Lang, package: &Package, row: &ProfileRow, is_plain: bool) -> String {
    let indicator = package.indicators.get(row.indicator);
    let verdict = row.row.verdict(indicator.polarity, !is_plain);
    let benchmark = row.benchmark.as_ref().ok().map(|benchmark| {
        let name = super::benchmark_name(lang, package, benchmark);
        let value = value_with_unit(lang, indicator, &benchmark.total.reading);
        format!("{name} {value}")
    });
    let interval = interval_text(indicator, &row.row);
    let interval = (!interval.is_empty()).then(|| match lang {
        Lang::Zh => format!("95% 区间 {interval}"),
        Lang::En => format!("95% interval {interval}"),
    });
    let rank = profile_rank_text(lang, row);
    let mut parts = vec![
        interval.unwrap_or_default(),
        benchmark.unwrap_or_default(),
        match row.row.judged.and_then(|it| it.against) {
            Some(_) => verdict_text(lang, verdict).to_string(),
            None => String::new(),
        },
        rank,
        moved_text(lang, &row.moved).to_string(),
    ];
    parts.retain(|part| !part.is_empty());
    parts.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// A rank, its range and among how many: 第 162 位（160–163），共 163 个. Blank where there is none.
pub fn profile_rank_text(lang: Lang, row: &ProfileRow) -> String {
    let Some(rank) = row.row.rank else {
        return String::new();
    };
    let (own, all) = (rank.rank, row.known_count);
    let range = rank.range.filter(|(low, high)| low != high);
    match (lang, range) {
        (Lang::Zh, Some((low, high))) => format!("第 {own} 位（{low}–{high}），共 {all} 个"),
        (Lang::Zh, None) => format!("第 {own} 位，共 {all} 个"),
        (Lang::En, Some((low, high))) => format!("rank {own} ({low}–{high}) of {all}"),
        (Lang::En, None) => format!("rank {own} of {all}"),
    }
}

/// Which way a figure goes: ↑ 上升. A dash where that cannot be said, blank where it would mean
/// nothing.
pub fn moved_text(lang: Lang, moved: &Moved) -> &'static str {
    let (zh, en) = match moved.direction {
        Ok(Direction::Rising) => ("↑ 上升", "↑ rising"),
        Ok(Direction::Falling) => ("↓ 下降", "↓ falling"),
        Ok(Direction::None) => ("→ 平稳", "→ steady"),
        Err(_) => ("–", "–"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Why no verdict is given on an indicator, and why it has no place on the spine where it has none.
/// Blank where there is no value to speak of.
pub fn no_verdict_text(lang: Lang, package: &Package, row: &ProfileRow) -> String {
    let indicator = package.indicators.get(row.indicator);
    if row.row.reading.value.number().is_none() {
        return String::new();
    }
    let (zh, en) = match (&row.benchmark, indicator.kind) {
        _ if row.spine.is_some() && indicator.nature == Nature::Inventory => {
            ("○ 清点数，不作检验", "○ a full count, not tested")
        }
        _ if row.spine.is_some() => ("○ 没有分子分母，不作检验", "○ no counts given, not tested"),
        _ if !package.descriptor.judged => (
            "发布方声明不作比较",
            "the publisher states that nothing is to be compared",
        ),
        // Said once for all of them.
        (_, Kind::Count | Kind::Cumulative) => ("", ""),
        _ if row.row.reading.is_provisional() => ("初步数，不作比较", "provisional, not compared"),
        _ if row.row.reading.value.exact().is_none() => {
            ("约数，不作比较", "bounded or rounded, not compared")
        }
        (Err(_), _) => ("没有可比的基准", "no benchmark"),
        _ if row.known_count < 4 => (
            "有数据的地区不足 4 个",
            "fewer than four areas have a figure",
        ),
        _ => ("各地区数值相同", "all areas have the same figure"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
    .to_string()
}

/// How many indicators of the package are not published for the area. Blank where all are.
pub fn unpublished_text(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => format!("另有 {count} 项指标未发布该地区的数据，未列出。"),
        (Lang::En, 1) => "1 further indicator is not published for this area.".to_string(),
        (Lang::En, count) => {
            format!("{count} further indicators are not published for this area.")
        }
    }
}

/// The one source of all figures of an area. Blank where none is named.
pub fn one_source_text(lang: Lang, title: &str) -> String {
    match (lang, title.is_empty()) {
        (_, true) => String::new(),
        (Lang::Zh, false) => format!("来源：{title}。"),
        (Lang::En, false) => format!("Source: {title}."),
    }
}

/// The title of the course of one indicator: 乙01社区按期办结率.
pub fn course_title(lang: Lang, package: &Package, trend: &Trend) -> String {
    let indicator = package.indicators.get(trend.question.indicator);
    let label = indicator.label.get(lang);
    let area = package.areas.get(trend.question.area).name.get(lang);
    match lang {
        Lang::Zh => zh!("{}", beside(area, label)),
        Lang::En => format!("{label}, {area}"),
    }
}

/// From when to when a course runs, and in how many periods.
pub fn course_period_text(lang: Lang, trend: &Trend) -> String {
    let (Some(first), Some(last)) = (trend.points.first(), trend.points.last()) else {
        return String::new();
    };
    let (first, last) = (
        period_text(lang, first.period),
        period_text(lang, last.period),
    );
    let count = trend.points.len();
    match lang {
        Lang::Zh => format!("{first}至 {last}，{count} 期"),
        Lang::En => {
            let periods = counted(&count.to_string(), "period", "periods");
            format!("{first} to {last}, {periods}")
        }
    }
}
