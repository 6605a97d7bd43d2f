//! The order of texts as readers of a language expect it: Chinese by pinyin, numbers in names by their
//! size. The browser knows it; no table is shipped.

use crate::model::Lang;
use js_sys::{Array, Function, Intl::Collator, Object, Reflect};
use rustc_hash::FxBuildHasher;
use std::collections::HashMap;
use wasm_bindgen::{JsCast, JsValue};

/// The place of each text in the order of a language, from 0; equal texts have one place. Where the
/// browser does not sort, the order of codes.
pub fn text_ranks(lang: Lang, texts: &[String]) -> Vec<u32> {
    let list: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    // Sorted in one go on the browser's side: a call for each comparison would take many times as long.
    sort(&list, &order_of(lang));
    let mut places: HashMap<String, u32, FxBuildHasher> = HashMap::default();
    for (place, text) in list.iter().enumerate() {
        if let Some(text) = text.as_string() {
            places.entry(text).or_insert(place as u32);
        }
    }
    let place = |text: &String| places.get(text).copied().unwrap_or(u32::MAX);
    texts.iter().map(place).collect()
}

fn order_of(lang: Lang) -> Function {
    let locale = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let options = Object::new();
    // A plain object takes every property.
    let _ = Reflect::set(&options, &"numeric".into(), &JsValue::TRUE);
    Collator::new(&Array::of1(&locale.into()), &options).compare()
}

fn sort(list: &Array, order: &Function) {
    let sort = Reflect::get(list, &"sort".into());
    if let Ok(sort) = sort.and_then(|sort| sort.dyn_into::<Function>()) {
        // Texts that a collator compares: nothing of it can fail.
        let _ = sort.call1(list, order);
    }
}
