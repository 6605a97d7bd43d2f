//! The state of the page.

use super::{Explored, Meeting, Page, PeriodKey, Shown, ThemeChoice, parse_query, write_query};
use crate::model::{Day, Lang, Period, read_number, sort_by_key};

/// What a comparison's table can be sorted by.
pub const SORT_COLUMNS: [&str; 9] = [
    "area",
    "parent",
    "value",
    "verdict",
    "rank",
    "difference",
    "numerator",
    "denominator",
    "period",
];

/// Keys of the researcher's page: the indicator across and its period, what sizes and what colours the
/// dots, the dimension of a breakdown, the columns of the table, its periods, and what stands across it.
pub const EXPLORE_KEYS: [&str; 8] = [
    "across",
    "across-period",
    "size",
    "shade",
    "dimension",
    "indicators",
    "periods",
    "pivot",
];

/// What is shown. Blank texts are not asked for. Sort of tables and the like are in it too, so
/// that an address says everything.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct View {
    /// The page.
    pub page: Page,
    /// Name of the package in the catalog.
    pub package: String,
    /// Code of the indicator.
    pub indicator: String,
    /// The period.
    pub period: PeriodKey,
    /// Code of the area that is picked out.
    pub area: String,
    /// Code of the area within which is compared.
    pub within: String,
    /// What is compared with: the code of an area, a number, or `standard:` and a code; the top area
    /// where blank.
    pub benchmark: String,
    /// What the comparison shows.
    pub shown: Shown,
    /// True where each area is judged by its own counts alone, without allowing for the spread among
    /// all.
    pub is_plain: bool,
    /// The level, as the descriptor writes it.
    pub level: String,
    /// The language; the reader's own where none.
    pub lang: Option<Lang>,
    /// The theme; as remembered where none.
    pub theme: Option<ThemeChoice>,
    /// The column that the table is sorted by, one of [`SORT_COLUMNS`], or of the researcher's table any
    /// of its columns, with a leading `-` for falling order.
    pub sort: String,
    /// What the list of definitions is narrowed to.
    pub filter: String,
    /// Codes of the areas that stand beside the page's own.
    pub beside: Vec<String>,
    /// First and last period of a control chart's baseline; the standard one where none.
    pub baseline: Option<(Period, Period)>,
    /// What a series should reach: a number, or `standard:` and a code.
    pub target: String,
    /// The reader's own limit in place of a standard's, a number.
    pub limit: String,
    /// The reader's own weights of a score: `response:1,resolution:2`.
    pub weights: String,
    /// What a map is coloured by, where not by verdict: `quantile`.
    pub colour: String,
    /// Code of the standard that is picked out.
    pub standard: String,
    /// Codes of the branches of a tree that are open, a comma between them; `tiles` where a map stands as
    /// tiles.
    pub open: String,
    /// The round of pages of a meeting.
    pub meeting: Option<Meeting>,
    /// What the researcher's page shows.
    pub explored: Explored,
    /// Codes of areas that the reader has put into a group of his own.
    pub group: Vec<String>,
    /// Further choices of the researcher's page by their keys, in the order of [`EXPLORE_KEYS`]; only
    /// that page reads them, and checks them when it does.
    pub explore: Vec<(&'static str, String)>,
    /// The date up to which revisions count, as `2026-03-31`.
    pub as_of: String,
    /// The chart that stands alone, for another site's page: its place on the page, from 1.
    pub embed: Option<u8>,
    /// Digest of the data that the address was made from.
    pub digest: String,
    /// Which own file the address was made of, and how that was read (`intake::OwnMark`).
    pub own: String,
}

/// Reads the first and the last period of a baseline: `2023-04..2025-03`.
pub fn read_baseline(text: &str) -> Option<(Period, Period)> {
    let (from, to) = text.split_once("..")?;
    Period::parse(from).zip(Period::parse(to))
}

impl View {
    /// Reads a query string: the view, and the pairs that were not understood.
    pub fn parse(query: &str) -> (View, Vec<(String, String)>) {
        let mut view = View::default();
        let mut ignored = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        let mut pairs = parse_query(query);
        // What tables can be sorted by hangs on the page.
        sort_by_key(&mut pairs, |(key, _)| key != "page");
        for (key, value) in pairs {
            let repeated = seen.contains(&key);
            if repeated || !view.set(&key, &value) {
                ignored.push((key, value));
            } else {
                seen.push(key);
            }
        }
        (view, ignored)
    }

    fn set(&mut self, key: &str, value: &str) -> bool {
        match key {
            "page" => match Page::from_word(value) {
                Some(page) => self.page = page,
                None => return false,
            },
            "package" => self.package = value.to_string(),
            "indicator" => self.indicator = value.to_string(),
            "period" => match (value, Period::parse(value)) {
                ("latest", _) => self.period = PeriodKey::EachLatest,
                (_, Some(period)) => self.period = PeriodKey::At(period),
                ("", None) => {}
                _ => return false,
            },
            "area" => self.area = value.to_string(),
            "within" => self.within = value.to_string(),
            "benchmark" => self.benchmark = value.to_string(),
            "show" => match Shown::from_word(value) {
                Some(shown) => self.shown = shown,
                None => return false,
            },
            "verdict" => match value {
                "plain" => self.is_plain = true,
                "adjusted" => self.is_plain = false,
                _ => return false,
            },
            "level" => self.level = value.to_string(),
            "lang" => match Lang::from_code(value) {
                Some(lang) => self.lang = Some(lang),
                None => return false,
            },
            "theme" => match ThemeChoice::from_word(value) {
                Some(theme) => self.theme = Some(theme),
                None => return false,
            },
            "sort" => {
                let column = value.strip_prefix('-').unwrap_or(value);
                // The researcher's page has columns of its own, and tells which it lacks.
                if !SORT_COLUMNS.contains(&column) && self.page != Page::Explore {
                    return false;
                }
                self.sort = value.to_string();
            }
            "filter" => self.filter = value.to_string(),
            "beside" => {
                let codes = value.split(',').filter(|code| !code.is_empty());
                self.beside = codes.map(str::to_string).collect();
            }
            "baseline" => match read_baseline(value) {
                Some(span) => self.baseline = Some(span),
                None => return false,
            },
            "target" => self.target = value.to_string(),
            // No count and no share has a limit at or under zero.
            "limit" => match read_number(value) {
                Some(limit) if limit > 0.0 => self.limit = value.to_string(),
                _ => return false,
            },
            "weights" => self.weights = value.to_string(),
            "colour" => match value {
                "verdict" => self.colour = String::new(),
                "quantile" => self.colour = value.to_string(),
                _ => return false,
            },
            "standard" => self.standard = value.to_string(),
            "open" => self.open = value.to_string(),
            "meeting" => match Meeting::parse(value) {
                Some(meeting) => self.meeting = Some(meeting),
                None => return false,
            },
            "explore" => match Explored::from_word(value) {
                Some(explored) => self.explored = explored,
                None => return false,
            },
            "group" => {
                let codes = value.split(',').filter(|code| !code.is_empty());
                self.group = codes.map(str::to_string).collect();
            }
            "as-of" => {
                if Day::parse(value).is_none() {
                    return false;
                }
                self.as_of = value.to_string();
            }
            "embed" => match value.parse() {
                Ok(chart) if chart > 0 => self.embed = Some(chart),
                _ => return false,
            },
            "data" => self.digest = value.to_string(),
            "own" => self.own = value.to_string(),
            _ => return self.set_explored(key, value),
        }
        true
    }

    /// A choice of the researcher's page; blank where it was not made.
    pub fn explore_choice(&self, key: &str) -> &str {
        let mut choices = self.explore.iter();
        let found = choices.find(|(known, _)| *known == key);
        found.map_or("", |(_, value)| value)
    }

    /// Makes a choice of the researcher's page, or takes it back with a blank. False for a key that is
    /// none of its.
    pub fn set_explored(&mut self, key: &str, value: &str) -> bool {
        let Some(key) = EXPLORE_KEYS.into_iter().find(|known| *known == key) else {
            return false;
        };
        self.explore.retain(|(known, _)| *known != key);
        if !value.is_empty() {
            self.explore.push((key, value.to_string()));
            let place = |key: &str| EXPLORE_KEYS.iter().position(|known| *known == key);
            sort_by_key(&mut self.explore, |(key, _)| place(key));
        }
        true
    }

    /// The query string that says this view.
    pub fn query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = vec![("page", self.page.word().to_string())];
        let mut add = |key, value: &str| {
            if !value.is_empty() {
                pairs.push((key, value.to_string()));
            }
        };
        add("package", &self.package);
        add("indicator", &self.indicator);
        match self.period {
            PeriodKey::Newest => {}
            PeriodKey::EachLatest => add("period", "latest"),
            PeriodKey::At(period) => add("period", &period.to_string()),
        }
        add("level", &self.level);
        add("within", &self.within);
        add("benchmark", &self.benchmark);
        if self.shown != Shown::One {
            add("show", self.shown.word());
        }
        add("verdict", if self.is_plain { "plain" } else { "" });
        add("area", &self.area);
        add("beside", &self.beside.join(","));
        if let Some((from, to)) = self.baseline {
            add("baseline", &format!("{from}..{to}"));
        }
        add("target", &self.target);
        add("limit", &self.limit);
        add("weights", &self.weights);
        add("colour", &self.colour);
        add("standard", &self.standard);
        add("open", &self.open);
        if self.explored != Explored::default() {
            add("explore", self.explored.word());
        }
        for (key, value) in &self.explore {
            add(key, value);
        }
        add("group", &self.group.join(","));
        add("as-of", &self.as_of);
        add("sort", &self.sort);
        add("filter", &self.filter);
        add("lang", self.lang.map_or("", Lang::code));
        add("theme", self.theme.map_or("", ThemeChoice::word));
        if let Some(chart) = self.embed {
            add("embed", &chart.to_string());
        }
        add("data", &self.digest);
        add("own", &self.own);
        if let Some(meeting) = &self.meeting {
            add("meeting", &meeting.text());
        }
        write_query(&pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_survives_its_address() {
        let view = View {
            page: Page::Compare,
            package: "demo".into(),
            indicator: "on-time".into(),
            period: PeriodKey::At(Period::parse("2024-01/2024-09").unwrap()),
            area: "local:曙光 & 1".into(),
            within: "990001002".into(),
            benchmark: "standard:max-households".into(),
            shown: Shown::Findings,
            is_plain: true,
            level: "community".into(),
            lang: Some(Lang::En),
            theme: Some(ThemeChoice::Dark),
            sort: "-value".into(),
            filter: "党".into(),
            beside: vec!["990001".into(), "990002".into()],
            baseline: Period::parse("2023-04").zip(Period::parse("2025-03")),
            target: "standard:on-time-target".into(),
            limit: "3000".into(),
            weights: "response:1,resolution:2".into(),
            colour: "quantile".into(),
            standard: "max-households".into(),
            open: "990001004".into(),
            meeting: Meeting::parse("30:cases,overview"),
            explored: Explored::Table,
            group: vec!["990001001".into(), "local:1".into()],
            explore: vec![("across", "coverage".into()), ("pivot", "period".into())],
            as_of: "2026-03-31".into(),
            embed: Some(2),
            digest: "0123456789abcdef".into(),
            own: "0123456789abcdef.0.01234567\n+column\tA & b".into(),
        };
        assert_eq!(View::parse(&view.query()), (view, vec![]));
        assert_eq!(View::parse("").0, View::default());
    }

    #[test]
    fn what_is_not_understood_is_told() {
        let (view, ignored) = View::parse(
            "?page=nowhere&period=Mar-24&lang=fr&x=1&sort=loud&level=grid&level=community",
        );
        assert_eq!(view.page, Page::Overview);
        assert_eq!(view.level, "grid");
        let keys: Vec<&str> = ignored.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["page", "period", "lang", "x", "sort", "level"]);
    }
}
