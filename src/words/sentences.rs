//! Texts with figures in them.

use super::{number_text, period_text, value_text, words};
use crate::answer::{Compare, NoBenchmark, NoOrder, PeriodChoice, Reading, Total};
use crate::model::{
    AreaId, Indicator, Kind, Lang, LevelId, Missing, Operator, Period, Standard, Strength, Theme,
};
use crate::package::{Package, Resource, TableKind};
use crate::parse::Layout;

/// A level by its word in the descriptor; a level that is not one of the usual is shown as written.
pub fn level_text(lang: Lang, package: &Package, level: LevelId) -> String {
    let word = package.descriptor.levels.get(usize::from(level.0));
    let word = word.map_or("", String::as_str);
    let (zh, en) = match word {
        "district" => ("区县", "districts"),
        "subdistrict" => ("街道", "sub-districts"),
        "community" => ("社区", "communities"),
        "grid" => ("网格", "grids"),
        "compound" => ("小区", "compounds"),
        "building" => ("楼栋", "buildings"),
        other => (other, other),
    };
    match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }
}

/// A level as an entry of a list.
pub fn level_entry_text(lang: Lang, package: &Package, level: LevelId) -> String {
    let text = level_text(lang, package, level);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text,
    }
}

/// The name of a benchmark at its line: 全区 for the top area where that is a district.
pub fn benchmark_text(lang: Lang, package: &Package, area: AreaId) -> String {
    let place = package.areas.get(area);
    let word = package.descriptor.levels.get(usize::from(place.level.0));
    match (lang, word.map(String::as_str)) {
        (Lang::Zh, Some("district")) => "全区".to_string(),
        (Lang::En, Some("district")) => "District".to_string(),
        _ => place.name.get(lang).to_string(),
    }
}

/// So many units of a level: 163 个社区, 163 communities, 1 district.
pub fn level_count_text(lang: Lang, package: &Package, level: LevelId, count: usize) -> String {
    let name = level_text(lang, package, level);
    match lang {
        Lang::Zh => format!("{count} 个{name}"),
        Lang::En if count == 1 => {
            let singular = match name.strip_suffix("ies") {
                Some(stem) => format!("{stem}y"),
                None => name.trim_end_matches('s').to_string(),
            };
            format!("1 {singular}")
        }
        Lang::En => format!("{count} {name}"),
    }
}

/// A theme.
pub fn theme_text(lang: Lang, theme: Theme) -> &'static str {
    let (zh, en) = match theme {
        Theme::Service => ("服务", "Services"),
        Theme::Cases => ("事项办理", "Cases"),
        Theme::Organisation => ("组织", "Organisation"),
        Theme::Staffing => ("人员", "Staffing"),
        Theme::Premises => ("阵地", "Premises"),
        Theme::Participation => ("参与", "Participation"),
        Theme::Meetings => ("会议", "Meetings"),
        Theme::Delegation => ("权责下沉", "Delegation"),
        Theme::Funding => ("经费", "Funding"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A kind of indicator.
pub fn kind_text(lang: Lang, kind: Kind) -> &'static str {
    let (zh, en) = match kind {
        Kind::Count => ("计数", "count"),
        Kind::Cumulative => ("累计数", "running total"),
        Kind::Proportion => ("比例", "proportion"),
        Kind::Rate => ("比率", "rate"),
        Kind::Ratio => ("比值", "ratio"),
        Kind::Mean => ("均值", "mean"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Why there is no value.
pub fn missing_text(lang: Lang, missing: Missing) -> &'static str {
    let words = words(lang);
    match missing {
        Missing::Impossible => words.missing_impossible,
        Missing::NotReported => words.missing_not_reported,
        Missing::NotCollected => words.missing_not_collected,
        Missing::Suppressed => words.missing_suppressed,
        Missing::NoDenominator => words.missing_no_denominator,
        Missing::Blank => words.missing_blank,
        Missing::NoRow => words.missing_no_row,
        Missing::Invalid(_) => words.missing_invalid,
    }
}

/// A value with its unit, or the reason why there is none: 69.3%, 3,120 件, 未采集.
pub fn value_with_unit(lang: Lang, indicator: &Indicator, reading: &Reading) -> String {
    match (value_text(lang, indicator, reading.value), reading.value) {
        (Some(text), _) => with_unit(&text, indicator.unit.get(lang)),
        (None, crate::model::Value::Missing(missing)) => missing_text(lang, missing).to_string(),
        (None, _) => String::new(),
    }
}

/// A number and its unit: the per-cent sign closes up, a word stands apart.
pub fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" => number.to_string(),
        "%" | "‰" => format!("{number}{unit}"),
        unit => format!("{number} {unit}"),
    }
}

/// What a card says under its value of how it came about: its numerator and denominator, that it
/// is a sum of parts, that it is rounded.
pub fn basis_text(lang: Lang, package: &Package, indicator: &Indicator, total: &Total) -> String {
    let reading = &total.reading;
    let mut parts = Vec::new();
    if let (true, Some(numerator), Some(denominator)) = (
        indicator.is_quotient(),
        reading.numerator,
        reading.denominator,
    ) {
        parts.push(format!(
            "{} / {}",
            number_text(numerator, decimals_of(numerator)),
            number_text(denominator, decimals_of(denominator))
        ));
    }
    if let Some((known, all, level)) = total.summed {
        let level = level_count_text(lang, package, level, all);
        parts.push(match (lang, known < all) {
            (Lang::Zh, false) => format!("{level}合计"),
            (Lang::Zh, true) => format!("部分合计（{level}中的 {known} 个）"),
            (Lang::En, false) => format!("sum of {level}"),
            (Lang::En, true) => format!("partial sum ({known} of {level})"),
        });
    }
    if reading.value.bound() == Some(crate::model::Bound::Rounded) {
        parts.push(words(lang).rounded.to_string());
    }
    if reading.is_provisional() {
        parts.push(words(lang).provisional.to_string());
    }
    if reading.status == crate::model::Status::Estimated {
        parts.push(words(lang).estimated.to_string());
    }
    parts.join(" · ")
}

/// A count or measure as the data gives it.
pub fn count_text(number: f64) -> String {
    number_text(number, decimals_of(number))
}

/// As many decimals as a count or measure needs, at most two.
fn decimals_of(number: f64) -> u8 {
    let needs = |decimals: i32| (number * 10f64.powi(decimals)).fract().abs() > 1e-9;
    match (needs(0), needs(1)) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    }
}

/// The change line of a card: 环比 +0.3 · 同比 +2.1 个百分点. Empty where there is none to state.
pub fn changes_text(lang: Lang, on_previous: Option<String>, on_year: Option<String>) -> String {
    let mut parts = Vec::new();
    if let Some(change) = on_previous {
        parts.push(match lang {
            Lang::Zh => format!("环比 {change}"),
            Lang::En => format!("{change} on previous period"),
        });
    }
    if let Some(change) = on_year {
        parts.push(match lang {
            Lang::Zh => format!("同比 {change}"),
            Lang::En => format!("{change} on a year ago"),
        });
    }
    parts.join(" · ")
}

/// The title of the overview: 示范区基层治理总览; of a package of several places, its own title.
pub fn overview_title(lang: Lang, place: &str, several: bool) -> String {
    match (lang, several) {
        (Lang::Zh, false) => format!("{place}基层治理总览"),
        (Lang::Zh, true) => format!("{place}总览"),
        (Lang::En, _) => format!("{place}: overview"),
    }
}

/// The line under a title: data period, its age, date of publication.
pub fn data_date_text(
    lang: Lang,
    newest: Option<Period>,
    age_months: Option<i32>,
    published: &str,
) -> String {
    let mut parts = Vec::new();
    if let Some(period) = newest {
        let period = period_text(lang, period);
        parts.push(match lang {
            Lang::Zh => format!("最新数据期 {period}"),
            Lang::En => format!("Latest data: {period}"),
        });
    }
    if let Some(months) = age_months.filter(|months| *months > 0) {
        let (years, rest) = (months / 12, months % 12);
        parts.push(match (lang, years) {
            (Lang::Zh, 0) => format!("距今 {months} 个月"),
            (Lang::Zh, _) if rest == 0 => format!("距今 {years} 年"),
            (Lang::Zh, _) => format!("距今 {years} 年 {rest} 个月"),
            (Lang::En, 0) if months == 1 => "1 month old".to_string(),
            (Lang::En, 0) => format!("{months} months old"),
            (Lang::En, _) => {
                let unit = if years == 1 { "year" } else { "years" };
                format!("over {years} {unit} old")
            }
        });
    }
    if !published.is_empty() {
        parts.push(format!("{} {published}", words(lang).published));
    }
    parts.join(" · ")
}

/// The counts in the header: 163 个社区 · 48 项指标.
pub fn package_counts_text(lang: Lang, package: &Package) -> String {
    let mut parts = Vec::new();
    let community = package.descriptor.level("community");
    let levels = community.into_iter().chain([LevelId(0)]);
    let counted = levels
        .map(|level| (level, package.areas.of_level(level, None, None).len()))
        .find(|(level, count)| *count > 2 || (level.0 == 0 && *count > 0));
    if let Some((level, count)) = counted {
        parts.push(level_count_text(lang, package, level, count));
    }
    let indicators = package.indicators.count();
    if indicators > 0 {
        parts.push(match lang {
            Lang::Zh => format!("{indicators} 项指标"),
            Lang::En => format!("{indicators} indicators"),
        });
    }
    parts.join(" · ")
}

/// The count of faults in the header.
pub fn fault_count_text(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 处数据问题"),
        (Lang::En, 1) => "1 data fault".to_string(),
        (Lang::En, _) => format!("{count} data faults"),
    }
}

/// The title of a comparison: 各社区按期办结率.
pub fn compare_title(lang: Lang, package: &Package, compare: &Compare) -> String {
    let label = package
        .indicators
        .get(compare.question.indicator)
        .label
        .get(lang);
    let level = level_text(lang, package, compare.question.level);
    let place = compare
        .question
        .within
        .map(|area| package.areas.get(area).name.get(lang));
    match (lang, place) {
        (Lang::Zh, None) => format!("各{level}{label}"),
        (Lang::Zh, Some(place)) => format!("{place}各{level}{label}"),
        (Lang::En, None) => format!("{label}, by {}", singular(&level)),
        (Lang::En, Some(place)) => format!("{label}, by {}, {place}", singular(&level)),
    }
}

fn singular(level: &str) -> String {
    match level.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => level.trim_end_matches('s').to_string(),
    }
}

/// The period of a comparison.
pub fn compare_period_text(lang: Lang, compare: &Compare) -> String {
    match compare.question.period {
        PeriodChoice::At(period) => period_text(lang, period),
        PeriodChoice::EachLatest => words(lang).each_latest.to_string(),
    }
}

/// The sentence above a comparison: how many, from where to where, and the benchmark.
pub fn compare_sentence(lang: Lang, package: &Package, compare: &Compare) -> String {
    let question = &compare.question;
    let indicator = package.indicators.get(question.indicator);
    let known = compare.known();
    let all = level_count_text(lang, package, question.level, compare.rows.len());
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        return match lang {
            Lang::Zh => format!("{all}在所选期间没有“{}”的数值。", indicator.label.get(lang)),
            Lang::En => format!("None of {all} has a value for this indicator and period."),
        };
    };
    let of_all = match (lang, compare.known_count == compare.rows.len()) {
        (_, true) => all,
        (Lang::Zh, false) => format!("{all}中 {} 个有数值", compare.known_count),
        (Lang::En, false) => format!("{} of {all} have a value", compare.known_count),
    };
    if !compare.is_ordered() {
        return match lang {
            Lang::Zh => format!("{of_all}，并列展示，不分高低。"),
            Lang::En => format!("{of_all}, shown side by side and in no order of value."),
        };
    }
    let name = |area: AreaId| package.areas.get(area).name.get(lang);
    let value = |reading: &Reading| value_with_unit(lang, indicator, reading);
    let (low, high) = (value(&first.reading), value(&last.reading));
    let benchmark = compare.benchmark.as_ref().ok().map(|benchmark| {
        let place = name(benchmark.area);
        let value = value(&benchmark.total.reading);
        match lang {
            Lang::Zh => format!("{place}整体 {value}。"),
            Lang::En => format!("{place} as a whole: {value}."),
        }
    });
    let benchmark = benchmark.unwrap_or_default();
    match (lang, compare.known_count) {
        (Lang::Zh, 1) => format!("{of_all}：{} {low}。{benchmark}", name(first.area)),
        (Lang::Zh, _) if low == high => format!("{of_all}，数值均为 {low}。{benchmark}"),
        (Lang::Zh, _) => format!(
            "{of_all}，最低 {low}（{}），最高 {high}（{}）。{benchmark}高低之差未作显著性检验，不排名次。",
            name(first.area),
            name(last.area)
        ),
        (Lang::En, 1) => format!("{of_all}: {} {low}. {benchmark}", name(first.area)),
        (Lang::En, _) if low == high => format!("{of_all}, every value {low}. {benchmark}"),
        (Lang::En, _) => format!(
            "{of_all}: lowest {low} ({}), highest {high} ({}). {benchmark} Differences have not been tested against chance, so no ranks are given.",
            name(first.area),
            name(last.area)
        ),
    }
}

/// How many areas have no value.
pub fn missing_note(lang: Lang, count: usize) -> String {
    match (count, lang) {
        (0, _) => String::new(),
        (count, Lang::Zh) => format!("另有 {count} 个没有数值，原因见表格"),
        (count, Lang::En) => format!("{count} more without a value; the table says why"),
    }
}

/// Why the areas are not in order of value.
pub fn no_order_text(lang: Lang, reason: NoOrder) -> String {
    match (lang, reason) {
        (Lang::Zh, NoOrder::PackageForbids) => "发布方声明本数据包不排名".to_string(),
        (Lang::En, NoOrder::PackageForbids) => {
            "the package declares that nothing of it is to be ranked".to_string()
        }
        (Lang::Zh, NoOrder::PeriodsDiffer) => "各地区数据期间不同".to_string(),
        (Lang::En, NoOrder::PeriodsDiffer) => "the areas’ periods differ".to_string(),
        (Lang::Zh, NoOrder::PeriodKindsDiffer) => {
            "期间类型不同（如年度与月度），不可比".to_string()
        }
        (Lang::En, NoOrder::PeriodKindsDiffer) => {
            "the periods are of different kinds, such as a year and a month".to_string()
        }
        (Lang::Zh, NoOrder::Bounded(count)) => {
            format!("{count} 个数值为约数或界限（如“≥”“近”），不是确数")
        }
        (Lang::En, NoOrder::Bounded(1)) => "one value is bounded or rounded, not exact".to_string(),
        (Lang::En, NoOrder::Bounded(count)) => {
            format!("{count} values are bounded or rounded, not exact")
        }
        (Lang::Zh, NoOrder::Cumulative) => "累计数的起始时间可能不同".to_string(),
        (Lang::En, NoOrder::Cumulative) => {
            "running totals may have begun at different times".to_string()
        }
    }
}

/// Every reason in one line.
pub fn no_order_line(lang: Lang, reasons: &[NoOrder]) -> String {
    let texts: Vec<String> = reasons.iter().map(|it| no_order_text(lang, *it)).collect();
    match lang {
        Lang::Zh => format!("{}：{}。", words(lang).no_order, texts.join("；")),
        Lang::En => format!("{}: {}.", words(lang).no_order, texts.join("; ")),
    }
}

/// Why there is no benchmark.
pub fn no_benchmark_text(lang: Lang, reason: NoBenchmark) -> &'static str {
    let (zh, en) = match reason {
        NoBenchmark::Count => (
            "不设基准：整体的总数不能作为各部分的基准。",
            "No benchmark: a total is no measure for its parts.",
        ),
        NoBenchmark::NoCommonArea => (
            "不设基准：各地区没有共同的上级。",
            "No benchmark: the areas lie in no common area.",
        ),
        NoBenchmark::PeriodsDiffer => (
            "不设基准：各地区数据期间不同。",
            "No benchmark: the areas’ periods differ.",
        ),
        NoBenchmark::NoValue => (
            "不设基准：上级在该期间没有完整的确数。",
            "No benchmark: the whole has no complete and exact value for the period.",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What stands under the chart: how many, and in which order.
pub fn compare_caption(lang: Lang, package: &Package, compare: &Compare) -> String {
    let all = level_count_text(lang, package, compare.question.level, compare.known_count);
    match (lang, compare.is_ordered()) {
        (Lang::Zh, true) => format!("{all}，由低到高"),
        (Lang::Zh, false) => format!("{all}，按数据包中的次序"),
        (Lang::En, true) => format!("{all}, low to high"),
        (Lang::En, false) => format!("{all}, in the order of the package"),
    }
}

/// The accessible description of a sparkline.
pub fn series_text(lang: Lang, label: &str, first: Period, last: Period, count: usize) -> String {
    let (first, last) = (period_text(lang, first), period_text(lang, last));
    match lang {
        Lang::Zh => format!("{label}，{first}至 {last}，{count} 期"),
        Lang::En => format!("{label}, {first} to {last}, {count} periods"),
    }
}

/// Progress of loading, in per cent where the length is known, else in bytes.
pub fn progress_text(
    lang: Lang,
    files_left: usize,
    read_bytes: u64,
    percent: Option<u32>,
) -> String {
    let amount = match percent {
        Some(percent) => format!("{percent}%"),
        None if read_bytes < 1_000_000 => format!("{} kB", read_bytes / 1000),
        None => format!("{:.1} MB", read_bytes as f64 / 1e6),
    };
    match (lang, files_left) {
        (Lang::Zh, 0) => format!("正在读取数据 {amount}"),
        (Lang::Zh, _) => format!("正在读取数据 {amount}，还有 {files_left} 个文件"),
        (Lang::En, 0) => format!("Reading data {amount}"),
        (Lang::En, 1) => format!("Reading data {amount}, 1 file to go"),
        (Lang::En, _) => format!("Reading data {amount}, {files_left} files to go"),
    }
}

/// The parts of the address that were not used.
pub fn ignored_line(lang: Lang, ignored: &[(String, String)]) -> String {
    let parts: Vec<String> = ignored
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    match lang {
        Lang::Zh => format!("地址中有无法识别的部分，已略去：{}。", parts.join("、")),
        Lang::En => format!(
            "Parts of the address were not understood and left aside: {}.",
            parts.join(", ")
        ),
    }
}

/// A standard's requirement: ≤ 3,500 户.
pub fn requirement_text(lang: Lang, standard: &Standard) -> String {
    let operator = match standard.operator {
        Operator::AtLeast => "≥",
        Operator::AtMost => "≤",
    };
    let number = number_text(standard.value, decimals_of(standard.value));
    with_unit(&format!("{operator} {number}"), standard.unit.get(lang))
}

/// How binding a standard is.
pub fn strength_text(lang: Lang, strength: Strength) -> &'static str {
    let words = words(lang);
    match strength {
        Strength::Required => words.strength_required,
        Strength::InPrinciple => words.strength_in_principle,
        Strength::Planned => words.strength_planned,
    }
}

/// The name of the downloaded file, without its ending.
pub fn file_stem(parts: &[&str]) -> String {
    parts.join("-").replace(['/', '\\', ' ', ':'], "_")
}

/// The stamp that stands inside every picture of a fictional package.
pub fn stamp_text(lang: Lang, package: &Package) -> Option<String> {
    package
        .descriptor
        .fictional
        .then(|| words(lang).fictional.to_string())
}

/// The source line of a chart.
pub fn source_line(lang: Lang, package: &Package) -> String {
    let title = package.descriptor.title.get(lang);
    let (version, created) = (&package.descriptor.version, &package.descriptor.created);
    match lang {
        Lang::Zh => format!("来源：{title}，{version} 版，{created}"),
        Lang::En => format!("Source: {title}, version {version}, {created}"),
    }
}

/// What a live region reads for a mark.
pub fn mark_text(place: &str, value: &str, period: &str) -> String {
    if period.is_empty() {
        format!("{place} {value}")
    } else {
        format!("{place} {value} {period}")
    }
}

/// Where a number was read: file and line.
pub fn file_line_text(lang: Lang, file: &str, line: u32) -> String {
    match (lang, line) {
        (Lang::Zh, 0) => file.to_string(),
        (Lang::Zh, _) => format!("{file} 第 {line} 行"),
        (Lang::En, 0) => file.to_string(),
        (Lang::En, _) => format!("{file}, line {line}"),
    }
}

/// What the descriptor says a file holds: its table, layout, themes, levels and periods.
pub fn holding_text(lang: Lang, package: &Package, resource: &Resource) -> String {
    let (zh, en) = match resource.table {
        TableKind::Areas => ("地区", "areas"),
        TableKind::Indicators => ("指标", "indicators"),
        TableKind::Sources => ("来源", "sources"),
        TableKind::Standards => ("规范", "standards"),
        TableKind::Observations => ("观测值", "observations"),
        TableKind::Lineage => ("拆分与合并", "splits and mergers"),
        TableKind::Revisions => ("修订记录", "revisions"),
        TableKind::Other => ("其他", "other"),
    };
    let mut parts = vec![match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }];
    if resource.layout == Layout::Wide {
        parts.push(words(lang).layout_wide.to_string());
    }
    if resource.headline {
        parts.push(words(lang).headlines.to_string());
    }
    let separator = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    let themes = resource
        .themes
        .iter()
        .map(|it| theme_text(lang, *it).to_string());
    let levels = resource
        .levels
        .iter()
        .map(|it| level_text(lang, package, *it));
    for list in [themes.collect::<Vec<_>>(), levels.collect()] {
        if !list.is_empty() {
            parts.push(list.join(separator));
        }
    }
    if let Some((from, to)) = resource.periods {
        let (from, to) = (period_text(lang, from), period_text(lang, to));
        parts.push(match lang {
            _ if from == to => from,
            Lang::Zh => format!("{from}至 {to}"),
            Lang::En => format!("{from} to {to}"),
        });
    }
    parts.join(" · ")
}

/// On what ground a source speaks.
pub fn basis_word(lang: Lang, basis: &str) -> String {
    let (zh, en) = match basis {
        "" => return words(lang).not_stated.to_string(),
        "self-reported" => ("发布方自报", "self-reported"),
        "speech" => ("讲话稿", "speech"),
        "opinion" => ("评论文章", "opinion"),
        "register" => ("登记台账", "register"),
        "survey" => ("抽样调查", "survey"),
        "system" => ("业务系统", "case system"),
        other => (other, other),
    };
    match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }
}
