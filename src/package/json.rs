//! JSON objects read key by key, each error naming the key where it is.
//!
//! Written by hand over serde_json's values: a derived reader of the same objects weighs three times
//! as much in the page and names a byte where this names a key.

use crate::model::JsonReason;
use serde_json::{Map, Value};

/// An object, and where it stands in the file.
pub(super) struct Object<'v> {
    place: String,
    members: &'v Map<String, Value>,
}

/// An object, or why it is none.
pub(super) type Entry<'v> = Result<Object<'v>, Box<JsonReason>>;

/// Parses a file whose outermost value is an object, and hands that on.
pub(super) fn parse_object<T>(
    bytes: &[u8],
    read: impl FnOnce(Object<'_>) -> Result<T, Box<JsonReason>>,
) -> Result<T, Box<JsonReason>> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let sound = &bytes[..error.valid_up_to()];
        let line = 1 + sound.iter().filter(|byte| **byte == b'\n').count();
        Box::new(JsonReason::Encoding { line })
    })?;
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(syntax)?;
    read(Object::of(String::new(), &value)?)
}

fn syntax(error: serde_json::Error) -> Box<JsonReason> {
    Box::new(JsonReason::Syntax {
        line: error.line(),
        column: error.column(),
    })
}

impl<'v> Object<'v> {
    fn of(place: String, value: &'v Value) -> Result<Object<'v>, Box<JsonReason>> {
        match value {
            Value::Object(members) => Ok(Object { place, members }),
            other => Err(wrong(&place, "{…}", other)),
        }
    }

    /// An object without a key.
    pub(super) fn empty(nothing: &'v Map<String, Value>) -> Object<'v> {
        Object {
            place: String::new(),
            members: nothing,
        }
    }

    fn place_of(&self, key: &str) -> String {
        match self.place.as_str() {
            "" => key.to_string(),
            place => format!("{place}.{key}"),
        }
    }

    fn member(&self, key: &str) -> Option<&'v Value> {
        self.members.get(key).filter(|value| !value.is_null())
    }

    /// An error about one of the keys.
    pub(super) fn error(&self, key: &str, found: &str) -> Box<JsonReason> {
        Box::new(JsonReason::WrongValue {
            key: self.place_of(key),
            found: found.to_string(),
        })
    }

    /// The error of a key that must be there.
    pub(super) fn missing(&self, key: &str) -> Box<JsonReason> {
        let key = self.place_of(key);
        Box::new(JsonReason::Missing { key })
    }

    /// Whatever stands under a key; none where nothing does.
    pub(super) fn value(&self, key: &str) -> Option<&'v Value> {
        self.member(key)
    }

    /// The names of what stands in it, in their order.
    pub(super) fn keys(&self) -> Vec<&'v str> {
        self.members.keys().map(String::as_str).collect()
    }

    /// A text; blank where the key is not there.
    pub(super) fn text(&self, key: &str) -> Result<String, Box<JsonReason>> {
        match self.member(key) {
            None => Ok(String::new()),
            Some(value) => text_of(&self.place_of(key), value),
        }
    }

    /// A text that must be there.
    pub(super) fn needed_text(&self, key: &str) -> Result<String, Box<JsonReason>> {
        match self.text(key)? {
            text if text.is_empty() => Err(self.missing(key)),
            text => Ok(text),
        }
    }

    /// A list of texts, or one text alone; empty where the key is not there.
    pub(super) fn texts(&self, key: &str) -> Result<Vec<String>, Box<JsonReason>> {
        match self.member(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(list)) => {
                let place = |at| format!("{}[{at}]", self.place_of(key));
                let texts = list.iter().enumerate();
                texts
                    .map(|(at, value)| text_of(&place(at), value))
                    .collect()
            }
            Some(value) => text_of(&self.place_of(key), value).map(|text| vec![text]),
        }
    }

    /// True or false; none where the key is not there.
    pub(super) fn flag(&self, key: &str) -> Result<Option<bool>, Box<JsonReason>> {
        match self.member(key) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(other) => Err(wrong(&self.place_of(key), "true, false", other)),
        }
    }

    /// A number of bytes or the like; none where the key is not there or is no such number.
    pub(super) fn count(&self, key: &str) -> Option<u64> {
        self.member(key)?.as_u64()
    }

    /// An object; none where the key is not there or refers to something elsewhere.
    pub(super) fn object(&self, key: &str) -> Result<Option<Object<'v>>, Box<JsonReason>> {
        match self.member(key) {
            None | Some(Value::String(_)) => Ok(None),
            Some(value) => Object::of(self.place_of(key), value).map(Some),
        }
    }

    /// A list of objects; none where the key is not there.
    pub(super) fn objects(&self, key: &str) -> Result<Option<Vec<Object<'v>>>, Box<JsonReason>> {
        let place = self.place_of(key);
        let Some(list) = self.list(key)? else {
            return Ok(None);
        };
        let objects = list.iter().enumerate();
        let objects = objects.map(|(at, value)| Object::of(format!("{place}[{at}]"), value));
        objects.collect::<Result<Vec<_>, _>>().map(Some)
    }

    /// A list of objects that are read each by itself, so that their errors name no place in the
    /// list; none where the key is not there.
    pub(super) fn entries(&self, key: &str) -> Result<Option<Vec<Entry<'v>>>, Box<JsonReason>> {
        let entry = |value| Object::of(String::new(), value);
        let list = self.list(key)?;
        Ok(list.map(|list| list.iter().map(entry).collect()))
    }

    fn list(&self, key: &str) -> Result<Option<&'v [Value]>, Box<JsonReason>> {
        match self.member(key) {
            None => Ok(None),
            Some(Value::Array(list)) => Ok(Some(list)),
            Some(other) => Err(wrong(&self.place_of(key), "[…]", other)),
        }
    }
}

fn text_of(place: &str, value: &Value) -> Result<String, Box<JsonReason>> {
    match value {
        Value::String(text) => Ok(text.clone()),
        other => Err(wrong(place, "\"…\"", other)),
    }
}

/// What was expected and what sort of value stands there instead.
fn wrong(place: &str, expected: &'static str, found: &Value) -> Box<JsonReason> {
    let found = match found {
        Value::Null => "null",
        Value::Bool(true) => "true",
        Value::Bool(false) => "false",
        Value::Number(_) => "123",
        Value::String(_) => "\"…\"",
        Value::Array(_) => "[…]",
        Value::Object(_) => "{…}",
    };
    Box::new(JsonReason::WrongSort {
        key: place.to_string(),
        found,
        expected,
    })
}
