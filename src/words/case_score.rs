//! Texts of many areas' cases: who stands apart, and a score whose weights the reader sets. Nothing here
//! computes; it says what an answer holds.

use super::case_texts::{beside_name, case_rate_text, no_conversion_text, per_cent_text};
use super::{count_text, level_count_text, level_text, number_text};
use crate::answer::{
    CaseOutlier, CaseOutliers, CaseRateName, NoCaseRank, NoScore, Score, ScoreLack, ScoreRow,
};
use crate::model::Lang;
use crate::package::Package;

/// How many areas stand apart, and how many would by chance; then those to be looked into follow.
pub fn case_outliers_text(lang: Lang, package: &Package, found: &CaseOutliers) -> String {
    let all = level_count_text(lang, package, found.level, found.judged_count);
    let level = level_text(lang, package, found.level);
    let (name, whole) = (
        case_rate_text(lang, found.name),
        beside_name(lang, package, found.within),
    );
    let (below, above) = (found.worse.len(), found.better_count);
    let chance = number_text(found.expected_by_chance.max(0.1), 1);
    let is_little = found.expected_by_chance < 0.1;
    let more = below > 0;
    match lang {
        Lang::Zh => {
            let chance = [if is_little { "不足 " } else { "约 " }, &chance].concat();
            let more = if more { "需核实：" } else { "" };
            zh!(
                "{all}的{name}（99.8% 置信水平，界限已按各{level}之间超出偶然的差异放宽）：低于{whole} {below} 个，高于 {above} 个；若仅为随机波动，预计{chance} 个。{more}"
            )
        }
        Lang::En => {
            let chance = [if is_little { "under " } else { "about " }, &chance].concat();
            let more = if more { " To be looked into: " } else { "" };
            format!(
                "{name} of {all} (99.8% level, limits widened for the spread among them beyond chance): {below} below {whole}, {above} above; {chance} by chance alone.{more}"
            )
        }
    }
}

/// What is said of one that stands apart, after its name: 80.1%，少办结约 25 件.
pub fn case_outlier_text(lang: Lang, outlier: &CaseOutlier) -> String {
    let share = per_cent_text(outlier.sample.estimate());
    let cases = number_text(outlier.excess.abs(), 0);
    match (lang, outlier.excess < 0.0) {
        (Lang::Zh, true) => format!(" {share}，少办结约 {cases} 件"),
        (Lang::Zh, false) => format!(" {share}，多办结约 {cases} 件"),
        (Lang::En, true) => format!(" {share}, about {cases} fewer resolved"),
        (Lang::En, false) => format!(" {share}, about {cases} more resolved"),
    }
}

/// How the score is made: 得分 =（响应率 × 30 + 办结率 × 40 + 满意率 × 30）÷ 100.
pub fn score_formula(lang: Lang, score: &Score) -> String {
    let weight = |name: CaseRateName| score.question.weights.of(name);
    let terms = score.counted.iter().map(|(name, _)| {
        let weight = count_text(weight(*name));
        [case_rate_text(lang, *name), " × ", &weight].concat()
    });
    let terms: Vec<String> = terms.collect();
    let sum: f64 = score.counted.iter().map(|(name, _)| weight(*name)).sum();
    let (terms, sum) = (terms.join(" + "), count_text(sum));
    match lang {
        _ if score.counted.is_empty() => String::new(),
        Lang::Zh => format!("得分 =（{terms}）÷ {sum}，满分 100。"),
        Lang::En => format!("Score = ({terms}) ÷ {sum}, out of 100."),
    }
}

/// Why the areas stand in no order.
pub fn no_case_rank_text(lang: Lang, reason: NoCaseRank) -> &'static str {
    let (zh, en) = match reason {
        NoCaseRank::PackageForbids => (
            "发布方声明本数据包不作判断，得分不排位次。",
            "The publisher states that nothing of this package is to be judged: no ranks.",
        ),
        NoCaseRank::NoWeight => (
            "各项权重均为零，请至少设定一项权重。",
            "Every weight is zero; set at least one.",
        ),
        NoCaseRank::NoRates => (
            "没有地区具备可以计分的指标。",
            "No area has rates that a score could be made of.",
        ),
        NoCaseRank::TooFew => (
            "可计分的地区少于 4 个，不排位次。",
            "Fewer than 4 areas have a score: no ranks.",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Why an area has no score: 缺满意率.
pub fn score_lack_text(lang: Lang, lack: &ScoreLack) -> String {
    let list = |names: &[CaseRateName]| match lang {
        Lang::Zh => {
            let names = names.iter().map(|it| case_rate_text(lang, *it));
            names.collect::<Vec<_>>().join("、")
        }
        Lang::En => {
            let names = names.iter();
            let names = names.map(|it| case_rate_text(lang, *it).to_ascii_lowercase());
            names.collect::<Vec<_>>().join(", ")
        }
    };
    match (&lack.reason, lang) {
        (NoScore::NoConversion(reason), _) => no_conversion_text(lang, *reason).to_string(),
        (NoScore::Lacks(names), Lang::Zh) => zh!("缺{}", list(names)),
        (NoScore::Lacks(names), Lang::En) => format!("lacks {}", list(names)),
        (NoScore::Few(names), Lang::Zh) => zh!("{}的分母不足 10 件", list(names)),
        (NoScore::Few(names), Lang::En) => format!("fewer than 10 cases behind {}", list(names)),
    }
}

/// The places that a score may have: 3–120, or 1 where no other is as near.
pub fn score_rank_text(row: &ScoreRow) -> String {
    match (row.range, row.rank) {
        (Some((from, to)), _) if from == to => from.to_string(),
        (Some((from, to)), _) => format!("{from}–{to}"),
        (None, rank) => rank.map_or(String::new(), |rank| rank.to_string()),
    }
}

/// The interval of a score: 94.1–95.6. Blank where it has none.
pub fn score_interval_text(row: &ScoreRow) -> String {
    row.interval_95.map_or(String::new(), |it| {
        let (lower, upper) = (number_text(it.lower, 1), number_text(it.upper, 1));
        format!("{lower}–{upper}")
    })
}

/// Who has the highest and the lowest score, and of how many.
pub fn score_sentence(lang: Lang, package: &Package, score: &Score) -> String {
    let (Some(first_row), Some(last_row)) = (score.rows.first(), score.rows.last()) else {
        return String::new();
    };
    if score.refusal.is_some() {
        return String::new();
    }
    let said = |row: &ScoreRow| {
        let name = package.areas.get(row.area).name.get(lang);
        let interval = score_interval_text(row);
        let interval = match (lang, interval.is_empty()) {
            (_, true) => String::new(),
            (Lang::Zh, false) => format!("（{interval}）"),
            (Lang::En, false) => format!(" ({interval})"),
        };
        [name, " ", &number_text(row.score, 1), &interval].concat()
    };
    // Of the first none is better: its last place counts those that it is not told apart from.
    let as_good = first_row.range.map_or(0, |(_, to)| to.saturating_sub(1));
    let as_good = match (lang, as_good) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => format!("与最高者分不出先后的另有 {count} 个。"),
        (Lang::En, 1) => " One other cannot be told apart from the highest.".to_string(),
        (Lang::En, count) => format!(" {count} others cannot be told apart from the highest."),
    };
    let all = level_count_text(lang, package, score.question.level, score.rows.len());
    let (first, last) = (said(first_row), said(last_row));
    match lang {
        Lang::Zh => format!("{all}：最高{first}，最低{last}。{as_good}"),
        Lang::En => format!("{all}: highest {first}, lowest {last}.{as_good}"),
    }
}

/// The title of the score's table: 各街道自定权重得分.
pub fn score_title(lang: Lang, package: &Package, score: &Score) -> String {
    let level = level_text(lang, package, score.question.level);
    match lang {
        Lang::Zh => zh!("各{level}自定权重得分"),
        Lang::En => format!("Score with your own weights, {level}"),
    }
}

/// Why no area has a score: the reason that all share, else that there are no rates.
pub fn no_scores_text(lang: Lang, score: &Score) -> &'static str {
    match score.lacking.first().map(|lack| &lack.reason) {
        Some(NoScore::NoConversion(reason)) => no_conversion_text(lang, *reason),
        _ => no_case_rank_text(lang, NoCaseRank::NoRates),
    }
}

/// What stands after an entry of a list in a sentence: the end, or what parts it from the next.
pub fn list_stop(lang: Lang, is_last: bool, has_more: bool) -> &'static str {
    match (lang, is_last, has_more) {
        (Lang::Zh, false, _) => "；",
        (Lang::En, false, _) => "; ",
        (Lang::Zh, true, false) => "。",
        (Lang::En, true, false) => ".",
        (Lang::Zh, true, true) => "；等。",
        (Lang::En, true, true) => "; and others.",
    }
}
