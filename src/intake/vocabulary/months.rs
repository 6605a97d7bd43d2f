//! The names of months in many languages, in full and cut short. Lists only; decides nothing.

use crate::intake::vocabulary::has;

/// Those that stand in full.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

// Of German, the languages of the north, French, Spanish, Portuguese, Italian and Catalan.
const OTHERS: [&str; 12] = [
    "januar|jänner|januari|janvier|enero|janeiro|gennaio|gener",
    "februar|februari|février|fevrier|febrero|fevereiro|febbraio|febrer",
    "märz|mars|marts|maart|marzo|março|març",
    "avril|abril|aprile",
    "mai|maj|mei|mayo|maio|maggio|maig",
    "juni|juin|junio|junho|giugno|juny",
    "juli|juillet|julio|julho|luglio|juliol",
    "août|aout|augustus|augusti|agosto|agost",
    "septembre|septiembre|setiembre|setembro|settembre|setembre",
    "oktober|octobre|octubre|outubro|ottobre",
    "novembre|noviembre|novembro",
    "dezember|desember|décembre|decembre|diciembre|dezembro|dicembre|desembre",
];

// Of Romanian, Polish, Czech, Croatian, Russian, Turkish, Finnish and Hungarian; that which is another
// month in two of them is none.
const FURTHER: [&str; 12] = [
    "ianuarie|styczeń|stycznia|leden|ledna|siječanj|январь|января|ocak|tammikuu|január",
    "februarie|luty|lutego|únor|února|veljača|февраль|февраля|şubat|helmikuu|február",
    "martie|marzec|marca|březen|března|ožujak|март|марта|mart|maaliskuu|március",
    "aprilie|kwiecień|kwietnia|duben|dubna|travanj|апрель|апреля|nisan|huhtikuu|április",
    "maja|květen|května|svibanj|май|мая|mayıs|toukokuu|május",
    "iunie|czerwiec|czerwca|červen|června|lipanj|июнь|июня|haziran|kesäkuu|június",
    "iulie|lipiec|lipca|červenec|července|srpanj|июль|июля|temmuz|heinäkuu|július",
    "sierpień|sierpnia|srpen|srpna|kolovoz|август|августа|ağustos|elokuu|augusztus",
    "septembrie|wrzesień|września|září|rujan|сентябрь|сентября|eylül|syyskuu|szeptember",
    "octombrie|październik|października|říjen|října|октябрь|октября|ekim|lokakuu|október",
    "noiembrie|ноябрь|ноября|kasım|marraskuu",
    "decembrie|grudzień|grudnia|prosinec|prosince|prosinac|декабрь|декабря|aralık|joulukuu",
];

// Cut short in Spanish, Portuguese, Catalan, Italian, French and German, where that is not so in English.
const SHORT: [&str; 12] = [
    "ene|gen|janv|jän",
    "fev|fév|févr|fevr|febr",
    "març|mär|mrz",
    "abr|avr",
    "mai|mag",
    "giu|juin",
    "lug|juil",
    "ago|août|aout",
    "set|sett",
    "out|ott|okt",
    "",
    "dic|dez|des|déc",
];

const CHINESE: [&str; 12] = [
    "一月",
    "二月",
    "三月",
    "四月",
    "五月",
    "六月",
    "七月",
    "八月",
    "九月",
    "十月",
    "十一月",
    "十二月",
];

/// The number from 1 to 12 of a month's name, folded.
pub(in crate::intake) fn month_number(text: &str) -> Option<u16> {
    let text = text.trim_end_matches('.');
    if text.is_empty() {
        return None;
    }
    let is_it = |name: &&str| {
        **name == *text || (text.len() >= 3 && text.len() <= 4 && name.starts_with(text))
    };
    let place = ENGLISH.iter().position(is_it);
    let of = |lists: &[&str; 12]| lists.iter().position(|names| has(names, text));
    let place = place.or_else(|| of(&OTHERS)).or_else(|| of(&FURTHER));
    let place = place.or_else(|| of(&SHORT));
    let place = place.or_else(|| CHINESE.iter().position(|name| *name == text));
    place.map(|place| place as u16 + 1)
}

/// True of a month cut short that is a word of its own as well: `data set 2022`, `phased out 2022`.
pub(in crate::intake) fn is_word_as_well(text: &str) -> bool {
    has("set|out|gen|des|mag|ago|ott", text.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_two_months() {
        let lists = [&OTHERS, &FURTHER, &SHORT];
        let all = || lists.iter().flat_map(|list| list.iter().enumerate());
        for (month, names) in all() {
            for name in names.split('|').filter(|it| !it.is_empty()) {
                assert_eq!(month_number(name), Some(month as u16 + 1), "{name}");
            }
        }
        assert_eq!(month_number(""), None);
        assert_eq!(month_number("."), None);
    }
}
