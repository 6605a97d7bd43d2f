//! The words of tables for times: what columns of them are called, months, quarters. Lists only;
//! decides nothing.

use crate::intake::vocabulary::has;

/// What a column of times holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum TimeName {
    Year,
    Month,
    Quarter,
    Half,
    Period,
}

/// True where the year in a column's name is the one that its prices or its index are of.
pub(in crate::intake) fn is_of_prices(name: &str) -> bool {
    const WORDS: &str = "price|inflation|adjusted dollars|chained dollars|constant|base|=100|= 100|不变价|可比价|基期|edition|version|classification";
    let lower = name.to_lowercase();
    WORDS.split('|').any(|word| lower.contains(word))
}

/// What times a column's name speaks of.
pub(in crate::intake) fn time_name(name: &str) -> Option<TimeName> {
    const YEARS: &str = "year|yr|years|年|年份|年度|calendar year|fiscal year|financial year|jahr|\
        año|ano|année|anno|年次|연도|년도|统计年份|统计年度|fy|vuosi|rok|år|ár|god|год|yıl|vuosi|統計年|統計年度|年別|民國年|พ.ศ.|พ.ศ|พศ|ปี|ปี พ.ศ.|基準年|調査年|year code|school year|academic year|reporting year";
    const MONTHS: &str =
        "month|months|月|月份|mon|month number|统计月份|monat|mes|mês|mese|mois|måned|månad|maand";
    const QUARTERS: &str = "quarter|qtr|quarters|季|季度|q|trimestre|quartal|kvartal|kwartaal|čtvrtletí|kwartał|negyedév|분기";
    const HALVES: &str = "half|half year|半年|半年度|上下半年|semestre|halbjahr|halvår|pololetí|półrocze|félév|полугодие|반기";
    const PERIODS: &str = "date|time|period|time period|reporting period|day|datum|periodo|período|fecha|時点|시점|日期|时间|时期|期间|\
        统计期|统计时间|统计日期|数据时间|年月|期别|期別|時間|時期|日期別|統計期|統計年月|時間軸|時間軸(年)|時間軸(年次)|時間軸(月次)|기준년월|기준연월|기간|seleziona periodo|报告期|数据日期|year month|yearmonth|refper|\
        ref date|time code|as of|reference period|zeit|perioden|month year|tid|periode|période|zeitraum|období|tiempo|temps|aika";
    for (names, kind) in [
        (YEARS, TimeName::Year),
        (MONTHS, TimeName::Month),
        (QUARTERS, TimeName::Quarter),
        (HALVES, TimeName::Half),
        (PERIODS, TimeName::Period),
    ] {
        if has(names, name) {
            return Some(kind);
        }
    }
    None
}

/// True of a column's name that says that its figures are of the last month of what its table is of.
pub(in crate::intake) fn names_last_month(name: &str) -> bool {
    const WORDS: &str = "本月|当月|當月|this month|current month|month only";
    let lower = name.to_lowercase();
    let is_total = names_year_to_date(name, false);
    !is_total && WORDS.split('|').any(|word| lower.contains(word))
}

/// True of a column's name that says that its figures are of the months of a year up to the last; beside one of the
/// last month a running total is such.
pub(in crate::intake) fn names_year_to_date(name: &str, beside_month: bool) -> bool {
    const WORDS: &str = "本年累计|本年累計|当年累计|今年累计|年初累计|年初至今|1-本月|1—本月|1至本月|本月止累计|本月末累计|year to date|year-to-date";
    let lower = name.to_lowercase();
    WORDS.split('|').any(|word| lower.contains(word))
        || lower
            .split(|it: char| !it.is_alphanumeric())
            .any(|word| word == "ytd")
        || beside_month && (lower.starts_with("累计") || lower.ends_with("累计"))
}

/// True of a word that says what the figures of a year are, beside it in a name.
pub(in crate::intake) fn says_of_year(word: &str) -> bool {
    const WORDS: &str = "actual|actuals|budget|target|baseline|plan|planned|forecast|projection|projected|outturn|census|survey|\
        estimate|estimates|value|values|data|figures|election|base|final|year|level|season|change|edition";
    has(WORDS, word)
}

/// True of a column's name that says that it holds weeks, by their numbers or by the day on which they begin or
/// end.
pub(in crate::intake) fn names_weeks(name: &str) -> bool {
    const NAMES: &str = "week|wk|week number|week no|weeknumber|week num|iso week|isoweek|epi week|epiweek|mmwr week|\
        reporting week|year week|yearweek|week of year|week code|week label|周|周次|第几周|週|週次|統計週|统计周|주|주차|kw|kalenderwoche|\
        woche|semaine|semana|settimana|uke|vecka|uge|viikko|tydzień|týden|неделя|hafta";
    has(NAMES, name) || begins_week(name)
}

/// True of a text that says that a week begins or ends, folded: `week ending 6 jan 2023`.
pub(in crate::intake) fn begins_week(text: &str) -> bool {
    const HEADS: &str = "week ending|week ended|week end|week commencing|week beginning|week starting|week start|\
        week of|week to|weekending|weekcommencing|w/e|w/c|wk ending|wk commencing|周末日期|截至周";
    HEADS.split('|').any(|head| {
        let rest = text.strip_prefix(head);
        rest.is_some_and(|it| !it.starts_with(|after: char| after.is_ascii_alphabetic()))
    })
}

/// True of a word for a week that stands beside its number; `is_letter`: it is one letter and may be of a ward.
pub(in crate::intake) fn week_word(word: &str) -> Option<bool> {
    const WORDS: &str = "week|wk|kw|woche|semaine|semana|settimana|uke|vecka|uge|周|週|주|주차";
    match word {
        "w" => Some(true),
        word => has(WORDS, word).then_some(false),
    }
}

/// True of a word that joins the number of a week to its year.
pub(in crate::intake) fn joins_week(word: &str) -> bool {
    has("年|第|年第|년|of|no", word)
}

/// The number of a half of a year that says so itself, folded: `h1`, `1h`, `s2`, `上半年`.
pub(in crate::intake) fn half_number(text: &str) -> Option<u16> {
    const FIRST: &str = "h1|1h|hy1|s1|1s|上半年|first half|1st half|first|i|1|1er semestre|primer semestre|1. halbjahr|상반기|jan-jun";
    const SECOND: &str = "h2|2h|hy2|s2|2s|下半年|second half|2nd half|second|ii|2|2e semestre|segundo semestre|2. halbjahr|하반기|jul-dec";
    match (has(FIRST, text), has(SECOND, text)) {
        (true, _) => Some(1),
        (_, true) => Some(2),
        _ => None,
    }
}

/// The number from 1 to 4 of a quarter's name, folded.
pub(in crate::intake) fn quarter_number(text: &str) -> Option<u16> {
    let core = text
        .trim_start_matches('第')
        .trim_end_matches("季度")
        .trim_end_matches('季');
    let core = core.strip_prefix('q').unwrap_or(core);
    match core.trim() {
        "1" | "一" | "i" => Some(1),
        "2" | "二" | "ii" => Some(2),
        "3" | "三" | "iii" => Some(3),
        "4" | "四" | "iv" => Some(4),
        _ => None,
    }
}

/// True where a column's name speaks of the time of an event in the life of what a row is about, such as
/// the year in which a building was built: its figures are of another time.
pub(in crate::intake) fn is_of_event(name: &str) -> bool {
    const WORDS: &str = "建成|竣工|建造|建设|建筑|开工|成立|建立|创建|设立|组建|换届|任职|任期|出生|入住|入党|投用|启用|\
        开业|开通|注册|登记|签订|到期|有效|年代|年龄|房龄|改造|built|founded|establish|opened|opening|birth|\
        born|construct|expir|registered|inception|joined|founding|completion|renovat";
    WORDS.split('|').any(|word| name.contains(word))
}

/// True of times at which rows were written: another one for each area is no time of its figures.
pub(in crate::intake) fn is_of_writing(name: &str) -> bool {
    const WORDS: &str = "更新|修改|填报|填表|上报|录入|导出|打印|制表|update|modified|edited|created|entered|extract|\
        download|retrieved|upload";
    WORDS.split('|').any(|word| name.contains(word))
}

/// True of a column's name that speaks of quarters of a year that is none of the calendar.
pub(in crate::intake) fn names_other_quarters(name: &str) -> bool {
    const NAMES: &str = "financial quarter|fiscal quarter|fy quarter|financial qtr|fiscal qtr|fy qtr|financialquarter|\
        fiscalquarter|financial year quarter|fiscal year quarter|quarter of financial year|quarter of fiscal year|\
        academic quarter|school quarter|财季|财政季度|財季|会计季度";
    has(NAMES, name)
}

/// True where a column's name says that it holds the days of months.
pub(in crate::intake) fn names_days(name: &str) -> bool {
    has(
        "day|dd|day of month|日|día|dia|jour|tag|dag|giorno|den|dzień|일",
        name,
    )
}

/// True where a column's name says that it holds dates.
pub(in crate::intake) fn names_date(name: &str) -> bool {
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    words.any(|word| has("date|datum|fecha|dato", word)) || name.contains("日期")
}

/// True where a column's name speaks of time, whatever else it says.
pub(in crate::intake) fn speaks_of_time(name: &str) -> bool {
    const WORDS: &str = "year|date|period|年|日期|时间|期";
    WORDS.split('|').any(|word| name.contains(word))
}

/// A text without what says that two years are one of school or of money: `2019-20学年`.
pub(in crate::intake) fn without_split_tail(text: &str) -> &str {
    let tails = YEAR_TAILS.iter().filter(|tail| {
        tail.ends_with("学年")
            || tail.len() > 6
            || **tail == "年度"
            || **tail == "财年"
            || **tail == "財年"
    });
    let mut tails = tails.filter_map(|tail| text.strip_suffix(tail));
    tails.next().map_or(text, str::trim_end)
}

/// What may follow a year and says no more than that it is one.
pub(in crate::intake) const YEAR_TAILS: &[&str] = &[
    "财政年度",
    "学年度",
    "學年度",
    "学年初",
    "學年初",
    "学年末",
    "學年末",
    "年度",
    "学年",
    "學年",
    "财年",
    "財年",
    "年末",
    "年底",
    "年初",
    "年",
];
