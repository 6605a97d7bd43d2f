//! The words by which a name earns it that its whole numbers are added up: they say of what things these are
//! the number. Lists only; decides nothing.

use crate::intake::vocabulary::kinds::{is_of_things, names_count, names_things, words_apart};
use crate::intake::vocabulary::scripts::simplified;
use crate::intake::vocabulary::{folded, has};

/// True of a name that says that its figures are numbers of things, so that even small ones are no shares
/// and no scores: `deaths`, `低保户`. Of pupils reaching a standard the share is told as often.
pub(in crate::intake) fn names_counted(name: &str) -> bool {
    const PARTS: &str = "theft|arson|fraud|assault|violen|offence|offense|marriage|divorce|geburt|gestorben|\
        lebendgebor|gebor|todesf|straftat|fälle|naissance|décès|mariage|nacimi|nascid|óbito|obito|muert|defunc|decess|\
        рожд|родивш|умер|смерт|出生|死亡|人员|老人|儿童|学生|教师|职工|党员|居民|志愿者|车辆|企业|单位|学校|医院|\
        机构|商户|床位|住房|房屋|低保|特困|孤儿|结婚|离婚|登记|迁入|迁出|新增|就业|失业|走访|巡查|隐患|火灾|事故|\
        shoplift|anti social|antisocial|警情|盗窃|诈骗|纠纷|信访|来信|来访|公厕|垃圾桶|\
        电梯|充电桩|消防栓|路灯|井盖|图书馆|公园|小区|党组织|支部|网格|楼栋|摊位|违建|违停|popest|poptot|bevolking|folketal|befolkning|labor force|labour force|workforce|electorat|logement|osoba|osób|\
        aantal|antal|anzahl|设施|投诉|办件|受理|门诊|接诊|来电|场次|班次|工程|项目";
    const ENDS: &str = "数|人|者|员|户|件|起|例|宗|辆|村|社区|男|女|男性|女性|岁|岁以上|岁及以上";
    // n_obs, tot_f: a program's short names of numbers.
    const HEADS: &str = "n|nb|num|nr|no|tot|qt|qtd|cnt|count|freq|employed|unemployed|enrolled|eligible|registered|\
        electorate|stock|vacancy";
    // A phrase about some of them is told as a share as well.
    const PHRASES: &str = "in|with|who|that|achieving|meeting|reaching|reporting|feeling|satisfied|having|very|using|\
        aged|at|among";
    const OPINIONS: &str = "who|achieving|meeting|reaching|reporting|feeling|satisfied|very";
    let name = folded(&words_apart(&simplified(name)));
    let words = || {
        name.split(|it: char| !it.is_alphanumeric())
            .filter(|it| !it.is_empty())
    };
    let is_opinion = words().any(|word| has(OPINIONS, word));
    let is_phrase = words().any(|word| has(PHRASES, word));
    names_count(&name)
        || names_things(&name) && !is_opinion
        || PARTS.split('|').any(|part| name.contains(part))
        || ENDS
            .split('|')
            .any(|end| words().any(|word| word.ends_with(end)))
        || words().any(|word| has(HEADS, word)) && !is_phrase
        || !is_phrase && words().any(|word| is_of_things(word) || is_plural(word))
}

/// True of a word that ends as nouns of several things do.
fn is_plural(word: &str) -> bool {
    const OTHERS: &str = "points|marks|results|stats|means|values|targets|odds|maths|series|species|always|across|plus|\
        news|outcomes|skills|standards|conditions|needs|gets|works|towards|sales|levels|gross|hrs|mins|secs|yrs|mths|\
        kms|degrees|celsius|metres|meters|miles|units|gcses|services|access|wellness|others|results|his|hers|this|does|\
        weeks|quarters|terms|decibels|percents|pounds|shillings|dias|anos|años|mois|jours|meses";
    let is_latin = word.chars().all(char::is_alphabetic);
    is_latin
        && word.chars().count() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "ics"]
            .iter()
            .any(|end| word.ends_with(end))
        && !has(OTHERS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_things_are_told_from_names_of_measures() {
        for name in [
            "deaths",
            "Births",
            "murders",
            "homes built",
            "households",
            "P20_POP",
            "Óbitos",
            "低保人数",
            "志愿者",
            "投诉量",
            "Geburten",
            "刑事警情",
            "n_obs",
        ] {
            assert!(names_counted(name), "{name}");
        }
        for name in [
            "Coverage",
            "Turnout",
            "confidence",
            "Attainment 8",
            "Q50",
            "hhsize",
            "yrs_school",
            "progress",
            "status",
            "maths",
            "pupils meeting the standard",
            "children in poverty",
            "Residents satisfied",
            "考核分",
            "完成进度",
            "Anteil",
            // Of shares as well.
            "Total",
        ] {
            assert!(!names_counted(name), "{name}");
        }
    }
}
