//! The words for all together and for parts of it, in columns of areas and of categories. Lists only;
//! decides nothing.

use crate::intake::vocabulary::has;

/// True of a word for all together, in a column of areas or of categories.
pub(in crate::intake) fn is_total(text: &str) -> bool {
    const WORDS: &str = "合计|总计|共计|总和|合 计|总 计|全部|小计|总数|总体|全体|不分|all|total|totals|grand total|\
        overall|_t|both sexes|all ages|all persons|both|persons|sum|whole|subtotal|sub-total|sub total|\
        insgesamt|gesamt|zusammen|全市|全省|全区|全县|全国|全镇|全街道|全市合计|全区合计|全省合计|全县合计|全国合计|全市总计|\
        全国总计|全区总计|城市合计|区合计|all areas|all districts|district total|county total|\
        總計|合計|總數|總和|小計|全國|總人數|総数|総計|総合計|全国計|합계|총계|소계|전국|총수|계|\
        total général|ensemble|total general|total nacional|total provincial|total estatal|geral|totale|\
        totaal|totalt|i alt|hele landet|hela riket|riket|yhteensä|koko maa|ogółem|razem|celkem|úhrnem|spolu|\
        összesen|итого|всего|всё|разом|усього|toplam|σύνολο|total geral";
    let folded = text.trim().to_lowercase();
    let folded = folded.trim_end_matches([':', '：']).trim();
    let closed: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    has(WORDS, folded) || (!closed.is_ascii() && has(WORDS, &closed))
}

/// True of a line above areas that says that these are counted with others above it.
pub(in crate::intake) fn says_counted_again(text: &str) -> bool {
    const ALONE: &str = "其中|of which|dont|darunter|davon|di cui";
    const AT_END: &str = "再掲|再揭";
    let folded = text.trim().to_lowercase();
    let bare = folded.trim_matches(['(', ')', '（', '）', ':', '：', ' ']);
    has(ALONE, bare) || AT_END.split('|').any(|word| bare.ends_with(word))
}

/// True of a name for all areas of a table together that in a column of categories would be one of them.
pub(in crate::intake) fn is_whole_area(name: &str) -> bool {
    const WORDS: &str = "nationwide|statewide|countywide|citywide|\
        city-wide|county-wide|state-wide|borough-wide|district-wide|entire county|entire city|whole county|\
        whole kingdom|whole country|borough total|city total|state total|world|世界|全球|county average total|本市|本区|本县|本省";
    let folded = name.trim().to_lowercase();
    is_total(name) || has(WORDS, &folded) || may_be_whole(name) || is_all_of_kind(&folded)
}

/// True of a word for a kind of place that stands for all areas together where the figures do not contradict
/// it: a hospital may be called City as well.
pub(in crate::intake) fn may_be_whole(name: &str) -> bool {
    const WORDS: &str = "borough|district|county|city|nation|national";
    has(WORDS, name.trim().to_lowercase().as_str())
}

/// True of all places of a kind, in lower case: `all wards`, `all acute hospitals`; but All Saints is a ward.
fn is_all_of_kind(name: &str) -> bool {
    const NAMES: &str = "saints|souls|hallows|angels|stars|cannings|stretton";
    let Some(kind) = name.strip_prefix("all ") else {
        return false;
    };
    let words = || kind.split(' ');
    let is_plural = kind.ends_with('s') && !kind.ends_with("ss");
    is_plural && words().count() <= MOST_WORDS && !words().any(|word| has(NAMES, word))
}

/// A name of more words is a sentence.
const MOST_WORDS: usize = 4;

/// True of the offices of a city or a province itself, which stand among its parts under its code: `省本级`.
pub(in crate::intake) fn is_seat(name: &str) -> bool {
    ["本级", "直属", "省直", "市直", "本級"]
        .iter()
        .any(|end| name.trim().ends_with(end))
}

/// What a row of a sum is of: `甲街道小计`, `North Total`. None where it is of nothing, or of all.
pub(in crate::intake) fn total_of(text: &str) -> Option<&str> {
    const ENDS: &str =
        "小计|合计|总计|共计|小計|合計|總計| total| subtotal| sub-total|：小计|:小计";
    let lower = text.to_lowercase();
    let end = ENDS.split('|').find(|end| lower.ends_with(end))?;
    let stem = text.get(..text.len().checked_sub(end.len())?)?;
    let stem = stem.trim_end_matches([' ', '：', ':', '-']);
    (!stem.is_empty() && !is_total(text)).then_some(stem)
}

/// True of the name of an area that is a sum, of others or of all: `Victoria Total`, `TOTAL VICTORIA`.
pub(in crate::intake) fn names_total(text: &str) -> bool {
    const HEADS: &str = "total |total: |totaal |total de |totale |合计：|总计：";
    let lower = text.trim().to_lowercase();
    let mut heads = HEADS.split('|');
    total_of(text.trim()).is_some() || !is_total(text) && heads.any(|head| lower.starts_with(head))
}

/// True of a word for the whole of all, and not of a part.
pub(in crate::intake) fn is_grand_total(text: &str) -> bool {
    const PARTS: &str = "小计|小計|소계|subtotal|sub-total|sub total";
    is_total(text) && !has(PARTS, text.trim().to_lowercase().as_str())
}

/// True of a row's name for what is of no place or of none that is known: 其他, 不详, unknown, elsewhere.
pub(in crate::intake) fn is_nowhere(name: &str) -> bool {
    const WORDS: &str = "other|others|other areas|other places|elsewhere|unknown|not known|not stated|not specified|\
        unspecified|unallocated|unassigned|no fixed address|sonstige|übrige|unbekannt|ohne angabe|autres|autre|inconnu|\
        non renseigné|otros|otras|desconocido|no especificado|no consta|outros|ignorado|altro|altri|non specificato|\
        okänd|ukjent|ukendt|uoppgitt|其他|其它|其他地区|其它地区|不详|未知|不明|未分类|地区不详|地址不详|その他|不詳|기타|미상";
    let name = name.trim();
    WORDS.split('|').any(|word| word.eq_ignore_ascii_case(name))
}

/// True of a row's name that says that it is a part of the row above: `其中：城区`, `of which: urban`, `#女性`.
pub(in crate::intake) fn is_of_which(name: &str) -> bool {
    const STARTS: &str =
        "其中|of which|thereof|davon|darunter|dont |de los cuales|うち|（うち|내|#";
    let name = name.trim_start_matches([' ', '\u{3000}', '（', '(', '-', '—']);
    // A number sign alone numbers things.
    let is_numbered = name
        .strip_prefix('#')
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(|it: char| it.is_ascii_digit()));
    let starts = |start: &str| {
        name.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    !is_numbered && STARTS.split('|').any(starts)
}

/// True of a row's name that is that of one sex, in one language or in two: `男`, `Females`, `女_Female`.
pub(in crate::intake) fn is_sex(name: &str) -> bool {
    const SEXES: &str = "男|女|男性|女性|男子|女子|male|female|males|females|men|women|boys|girls|hommes|femmes|\
        hombres|mujeres|varones|masculino|femenino|feminino|homens|mulheres|maschi|femmine|männer|frauen|männlich|\
        weiblich|mannen|vrouwen|남|여|남자|여자|남성|여성|nam|nữ";
    let name = name.to_lowercase();
    let words = name.split(|it: char| !it.is_alphanumeric());
    let mut words = words.filter(|it| !it.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| has(SEXES, word))
}
