//! GeoJSON (RFC 7946) on its way in: bytes to the outlines of areas, and the faults found on the way.
//!
//! The file is untrusted: its length, its coordinates and the sort of every value are checked, and
//! the reader of JSON refuses what is nested deeper than 128. What is no area is left out and said.
//! Whether a code is one of the package's is not asked here.

use super::json::{Object, parse_object};
use crate::model::{FaultKind, Faults, JsonReason, Outline, Piece, Ring};
use crate::parse::FileFault;
use serde_json::Value;
use std::sync::Arc;

/// More bytes than this are not read: outlines for a screen need far fewer.
const LIMIT_BYTES: u64 = 8_000_000;
/// What is nested within this is a position of a ring; RFC 7946 wants four, the last like the first.
const FEWEST_CORNERS: usize = 3;

/// What the descriptor says about a file of outlines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GeometryOptions {
    /// The property of a feature that holds the code of its area.
    pub property: String,
    /// The number under which the map was approved; blank where none is declared.
    pub approval: String,
}

/// The reading of one file of outlines.
pub(super) struct GeometryReading {
    file: Arc<str>,
    property: String,
    bytes: Vec<u8>,
}

impl GeometryReading {
    pub(super) fn new(file: Arc<str>, options: &GeometryOptions) -> GeometryReading {
        GeometryReading {
            file,
            property: options.property.clone(),
            bytes: Vec::new(),
        }
    }

    /// Takes some more bytes. They are kept until the end: JSON has a meaning only as a whole.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        if (self.bytes.len() + bytes.len()) as u64 > LIMIT_BYTES {
            let limit_bytes = LIMIT_BYTES;
            return Err(FileFault::whole(FaultKind::TooLarge { limit_bytes }));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    /// The outlines of the file, and what is wrong with some of its features.
    pub(super) fn finish(self) -> Result<(Vec<Outline>, Faults), FileFault> {
        if self.bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(FileFault::whole(FaultKind::Empty));
        }
        // A page in place of the file, as some servers send for one that is not there.
        if self.bytes.trim_ascii_start().starts_with(b"<") {
            return Err(FileFault::whole(FaultKind::HtmlInstead));
        }
        let read = parse_object(&self.bytes, |written| self.read(&written));
        read.map_err(|reason| FileFault::at(reason.line(), FaultKind::BrokenGeometry { reason }))
    }

    fn read(&self, written: &Object<'_>) -> Result<(Vec<Outline>, Faults), Box<JsonReason>> {
        let features = written.entries("features")?;
        let features = features.ok_or_else(|| match written.text("type") {
            // TopoJSON is named as what it is.
            Ok(sort) if !["", "FeatureCollection"].contains(&&*sort) => {
                written.error("type", &sort)
            }
            _ => written.missing("features"),
        })?;
        let count = features.len();
        let mut failed: Vec<(usize, FaultKind, String)> = Vec::new();
        let mut outlines: Vec<Outline> = Vec::new();
        for (at, feature) in features.into_iter().enumerate() {
            let read = match feature {
                Ok(feature) => self.feature(&feature),
                Err(_) => Err((FaultKind::BrokenOutline, String::new())),
            };
            let (code, pieces) = match read {
                Ok(read) => read,
                Err((kind, found)) => {
                    failed.push((at, kind, found));
                    continue;
                }
            };
            // Some tools write an area of several pieces as several features.
            match outlines.iter_mut().find(|outline| outline.code == code) {
                Some(outline) => outline.pieces.extend(pieces),
                None => outlines.push(Outline { code, pieces }),
            }
        }
        Ok((outlines, self.faults(failed, count)))
    }

    /// What is wrong with features, one by one; where it is the same with all of them, once.
    fn faults(&self, failed: Vec<(usize, FaultKind, String)>, count: usize) -> Faults {
        let mut faults = Faults::default();
        let is_all = count > 1 && failed.len() == count;
        let is_same = failed.windows(2).all(|pair| pair[0].1.is_like(&pair[1].1));
        let told = if is_all && is_same { 1 } else { count };
        for (at, kind, found) in failed.into_iter().take(told) {
            let column = match told == count {
                true => format!("features[{at}]"),
                false => format!("features[0–{}]", count - 1),
            };
            faults.push(&self.file, 0, &column, &found, kind);
        }
        faults
    }

    /// The code and the pieces of a feature, or what is wrong with it and what was found.
    fn feature(&self, feature: &Object<'_>) -> Result<(String, Vec<Piece>), (FaultKind, String)> {
        let properties = feature.object("properties").ok().flatten();
        let code = properties.as_ref().and_then(|it| it.value(&self.property));
        let code = match code {
            Some(Value::String(code)) => code.trim().to_string(),
            // A code that a tool took for a number; no code has a sign or a fraction.
            Some(Value::Number(number)) => {
                number.as_u64().map_or(String::new(), |it| it.to_string())
            }
            _ => String::new(),
        };
        if code.is_empty() {
            let needed = self.property.clone();
            // Where there is no such property, those that there are show which was meant.
            let own = properties
                .as_ref()
                .filter(|it| it.value(&self.property).is_none());
            let names = own.map_or(String::new(), |it| it.keys().join(", "));
            return Err((FaultKind::OutlineWithoutCode { needed }, names));
        }
        let geometry = feature.object("geometry").ok().flatten();
        let sort = geometry.as_ref().and_then(|it| it.text("type").ok());
        let sort = sort.unwrap_or_default();
        let coordinates = geometry.as_ref().and_then(|it| it.value("coordinates"));
        let pieces = match (sort.as_str(), coordinates) {
            ("Polygon", Some(rings)) => piece(rings).map(|piece| vec![piece]),
            ("MultiPolygon", Some(Value::Array(list))) => list.iter().map(piece).collect(),
            ("Polygon" | "MultiPolygon", _) => None,
            _ => return Err((FaultKind::OutlineLeftOut, [&code, " ", &sort].concat())),
        };
        match pieces.filter(|pieces: &Vec<Piece>| !pieces.is_empty()) {
            Some(pieces) => Ok((code, pieces)),
            None => Err((FaultKind::BrokenOutline, code)),
        }
    }
}

/// A piece from its rings, the outer one first; none where a ring cannot be drawn.
fn piece(rings: &Value) -> Option<Piece> {
    let mut rings = rings.as_array()?.iter().map(ring);
    Some(Piece {
        outer: rings.next()??,
        holes: rings.collect::<Option<Vec<Ring>>>()?,
    })
}

/// A ring of positions, each once.
fn ring(positions: &Value) -> Option<Ring> {
    let positions = positions.as_array()?.iter().map(position);
    let mut ring = positions.collect::<Option<Ring>>()?;
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    (ring.len() >= FEWEST_CORNERS).then_some(ring)
}

/// A longitude and a latitude in degrees; a height may follow. Metres of a projection are none.
fn position(position: &Value) -> Option<(f64, f64)> {
    let [longitude, latitude, ..] = position.as_array()?.as_slice() else {
        return None;
    };
    let (longitude, latitude) = (longitude.as_f64()?, latitude.as_f64()?);
    let is_on_earth = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
    is_on_earth.then_some((longitude, latitude))
}
