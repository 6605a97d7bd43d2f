//! Initials of Chinese names, by the order in which the browser sorts them: no table is shipped.

use js_sys::{Array, Function, Intl::Collator, Object};
use std::cell::OnceCell;
use wasm_bindgen::JsValue;

/// The initials that pinyin has, and of each the first character in the order of pinyin.
const FIRSTS: [(char, &str); 23] = [
    ('a', "\u{963f}"),
    ('b', "\u{516b}"),
    ('c', "\u{5693}"),
    ('d', "\u{54d2}"),
    ('e', "\u{59b8}"),
    ('f', "\u{53d1}"),
    ('g', "\u{65ee}"),
    ('h', "\u{54c8}"),
    ('j', "\u{8ba5}"),
    ('k', "\u{5494}"),
    ('l', "\u{5783}"),
    ('m', "\u{75f3}"),
    ('n', "\u{62cf}"),
    ('o', "\u{5662}"),
    ('p', "\u{5991}"),
    ('q', "\u{4e03}"),
    ('r', "\u{5465}"),
    ('s', "\u{6268}"),
    ('t', "\u{5b83}"),
    ('w', "\u{7a75}"),
    ('x', "\u{5915}"),
    ('y', "\u{4e2b}"),
    ('z', "\u{5e00}"),
];

thread_local! {
    static ORDER: OnceCell<Option<Function>> = const { OnceCell::new() };
}

/// The initials of a name: 乙01社区 is `y01sq`. Letters and digits stay, in small letters; anything else
/// is left out. Of a character with several readings the commonest counts. Where the browser does not
/// know the order of pinyin, Chinese characters are left out.
pub fn pinyin_initials(name: &str) -> String {
    ORDER.with(|order| {
        let order = order.get_or_init(pinyin_order).as_ref();
        let letters = name.chars();
        letters
            .filter_map(|letter| match letter {
                letter if letter.is_ascii_alphanumeric() => Some(letter.to_ascii_lowercase()),
                '\u{3400}'..='\u{9fff}' => initial(order?, letter),
                _ => None,
            })
            .collect()
    })
}

fn pinyin_order() -> Option<Function> {
    let locale = Array::of1(&JsValue::from_str("zh-u-co-pinyin"));
    let order = Collator::new(&locale, &Object::new()).compare();
    let mut steps = FIRSTS.windows(2);
    // A browser without the order of pinyin has these in another.
    let is_known = steps.all(|pair| is_before(&order, pair[0].1, pair[1].1));
    is_known.then_some(order)
}

fn is_before(order: &Function, one: &str, other: &str) -> bool {
    let (one, other) = (JsValue::from_str(one), JsValue::from_str(other));
    let compared = order.call2(&JsValue::NULL, &one, &other);
    compared
        .ok()
        .and_then(|it| it.as_f64())
        .is_some_and(|it| it < 0.0)
}

fn initial(order: &Function, letter: char) -> Option<char> {
    let letter = letter.to_string();
    let after = FIRSTS.partition_point(|(_, first)| !is_before(order, &letter, first));
    FIRSTS
        .get(after.checked_sub(1)?)
        .map(|(initial, _)| *initial)
}
