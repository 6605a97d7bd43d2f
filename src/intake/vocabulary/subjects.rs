//! The words of columns that say what is measured, and of those that say something about a figure beside
//! that. Lists only; decides nothing.

use crate::intake::vocabulary::has;

/// True of a column's name that says what the figures are of: a subject, an element, a topic.
pub(in crate::intake) fn is_subject(name: &str) -> bool {
    const WORDS: &str = "measure|indicator|subject|topic|item|element|variable|series|statistic|\
        description|estimates|characteristic|component|concept|question|title|指标|项目|主题|内容|\
        要素|名称|merkmal|concepto|variable|tipo dato|sujet";
    WORDS.split('|').any(|word| name.contains(word))
}

/// True of a column's name that says how a figure was come by, marked, scaled or compared: it tells no two
/// figures of one place apart unless nothing else does.
pub(in crate::intake) fn is_side(name: &str) -> bool {
    const WORDS: &str = "flag|symbol|footnote|note|remark|comment|quality|reliability|status|trend|\
        compared|comparison|confidence|significance|sortable|source|scale|scalar|multiplier|uom|\
        powercode|decimals|method|coverage|rank|band|quartile|updated|备注|说明|来源|标志|等级|倍数";
    WORDS.split('|').any(|word| name.contains(word))
}

/// True of a column's name that says how many classes it parts people or things into: `Sex (2 categories)`.
pub(in crate::intake) fn names_categories(name: &str) -> bool {
    name.ends_with(" categories)")
}

/// True of a word for a wider subject under which several indicators stand.
pub(in crate::intake) fn is_topic(name: &str) -> bool {
    const WORDS: &str = "topic|theme|section|heading|主题|大类|领域|板块|维度";
    has(WORDS, name)
}

/// True of a column's name for things that are no places: diseases, offences, goods, trades, series of figures. Of
/// several words the last says it, or the one before `of`.
pub(in crate::intake) fn names_things(name: &str) -> bool {
    const WORDS: &str = "disease|diseases|diagnosis|diagnoses|cause|causes|illness|infection|offence|offences|\
        offense|offenses|crime|crimes|species|product|products|commodity|commodities|goods|industry|industries|\
        occupation|occupations|profession|party|vehicle|language|religion|nationality|qualification|series|label";
    const ENDS: &str = " type| name| group| category| code| id| description| title| class| label";
    const PARTS: &str = "病名|疾病|病种|传染病|死因|罪名|案由|案件|违法|产品|商品|品种|行业|职业|岗位|职务|工种|专业|语言|\
        宗教|国籍|车型|险种|税种|科目|序列";
    let stem = ENDS.split('|').find_map(|end| name.strip_suffix(end));
    let stem = stem.unwrap_or(name);
    let stem = stem.split_once(" of ").map_or(stem, |(before, _)| before);
    let last = stem.rsplit(' ').next().unwrap_or(stem);
    has(WORDS, last) || PARTS.split('|').any(|part| name.contains(part))
}

/// True of a column's name for the names of persons, which are never read.
pub(in crate::intake) fn names_persons(name: &str) -> bool {
    const WORDS: &str = "户主|申请人|患者|员工|surname|forename|first name|last name|full name|given name|\
        family name|employee|employee name|staff name|patient|patient name|student name|client name";
    name.contains("姓名") || has(WORDS, name)
}

/// True of the answers yes and no, and of a heading that asks for them: `是否老旧小区`.
pub(in crate::intake) fn asks_yes_or_no(name: &str) -> bool {
    ["是否", "有无", "是不是", "能否"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// True of a word for yes or for no.
pub(in crate::intake) fn is_answer(text: &str) -> bool {
    const WORDS: &str = "yes|no|y|n|true|false|是|否|有|无|√|×|✓|✗|ja|nein|oui|non|sí|si|sim|não";
    has(WORDS, text.trim().to_lowercase().as_str())
}

/// True of a column's name that says which number means yes: `Clustered (Yes=1/No=0)`.
pub(in crate::intake) fn is_yes_or_no(name: &str) -> bool {
    let name = name.to_lowercase();
    let says = |one: &str, other: &str| name.contains(one) && name.contains(other);
    let is_list = name.contains(['=', '＝']);
    is_list && (says("yes", "no") || says("true", "false") || says("是", "否") || says("1=", "0="))
}
