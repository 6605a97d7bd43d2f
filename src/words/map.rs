//! Texts of the page 「地图」: whether there is a pattern in place.

/// Its fixed texts.
#[derive(Debug)]
pub struct MapWords {
    /// Page: Map
    pub title: &'static str,
}

pub(super) const ZH: MapWords = MapWords { title: "地图" };

pub(super) const EN: MapWords = MapWords { title: "Map" };
