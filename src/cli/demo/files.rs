//! The package as files: which rows go into which, and what the descriptor says of each.

use std::collections::BTreeMap;

use super::areas::{self, Area, Level};
use super::below::{self, Below};
use super::calendar::{LAST, Month};
use super::cases::Cases;
use super::descriptor::{self, Holds, Resource};
use super::measures::World;
use super::observations::{self, Observation};
use super::plan::{Options, Plan};
use super::series::{self, Series};
use super::tables;
use super::{readme, revisions};

/// More years than this are not split into a file each.
const YEARS_TO_SPLIT: i32 = 6;

/// Themes whose files are split by year where the years are few; the others are small.
const THEMES_BY_YEAR: [&str; 5] = [
    "cases",
    "service",
    "organisation",
    "staffing",
    "participation",
];

/// Texts that no option changes, by path.
const TEXTS: [(&str, &str); 9] = [
    ("indicators.csv", include_str!("texts/indicators.csv")),
    ("sources.csv", include_str!("texts/sources.csv")),
    ("standards.csv", include_str!("texts/standards.csv")),
    (
        "schemas/areas.json",
        include_str!("texts/schemas/areas.json"),
    ),
    (
        "schemas/indicators.json",
        include_str!("texts/schemas/indicators.json"),
    ),
    (
        "schemas/sources.json",
        include_str!("texts/schemas/sources.json"),
    ),
    (
        "schemas/standards.json",
        include_str!("texts/schemas/standards.json"),
    ),
    (
        "schemas/lineage.json",
        include_str!("texts/schemas/lineage.json"),
    ),
    (
        "schemas/revisions.json",
        include_str!("texts/schemas/revisions.json"),
    ),
];

/// Schemas of the observations, by path.
const OBSERVATION_SCHEMAS: [(&str, &str); 4] = [
    (
        "schemas/observations.json",
        include_str!("texts/schemas/observations.json"),
    ),
    (
        "schemas/observations-category.json",
        include_str!("texts/schemas/observations-category.json"),
    ),
    (
        "schemas/observations-below.json",
        include_str!("texts/schemas/observations-below.json"),
    ),
    (
        "schemas/observations-participation.json",
        include_str!("texts/schemas/observations-participation.json"),
    ),
];

/// A file of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path inside the package.
    pub path: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// Makes the whole package. The same options make the same bytes.
pub fn generate(options: &Options) -> Vec<File> {
    let plan = Plan::new(options);
    let cases = Cases::follow(&plan);
    let world = World { plan, cases };
    let areas = areas::published(&world.plan);
    let below = below::lay_out(&world);
    let all = series::all();
    let mut package = Package::default();
    for (path, text) in TEXTS.iter().chain(&OBSERVATION_SCHEMAS) {
        package.add(path, text.as_bytes().to_vec());
    }
    package.list("areas", areas::table(&areas), "areas", None);
    let below_levels = vec![Level::Grid, Level::Compound, Level::Building];
    let holds = Holds::default().at(below_levels);
    package.list(
        "areas-below",
        areas::table(&below.areas),
        "areas",
        Some(holds),
    );
    for name in ["indicators", "sources", "standards"] {
        package.resources.push(Resource::new(name, name, None));
    }
    if let Some(split) = &world.plan.stories.split {
        package.list(
            "lineage",
            revisions::lineage(&world.plan, split),
            "lineage",
            None,
        );
    }
    let by_file = sort_into_files(&world, &areas, &all);
    let revised = revisions::table(&world, &areas, &all);
    package.list("revisions", revised, "revisions", None);
    for (file, rows) in &by_file {
        package.observations(file, rows, &areas, &all);
    }
    package.next_year(&areas);
    package.below(&below);
    package.add(
        "README.md",
        readme::write(options, &world, &areas).into_bytes(),
    );
    let descriptor = descriptor::write(&package.resources).into_bytes();
    package.add("datapackage.json", descriptor);
    package.files
}

/// Which file a row goes into. The order is that of the descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Of the district: what the overview shows first.
    Headline,
    HeadlineBelow,
    Theme(&'static str),
    Category,
}

/// Kind and years, as in the name of the file.
type Key = (Kind, String);

fn sort_into_files(
    world: &World,
    areas: &[Area],
    all: &[Series],
) -> BTreeMap<Key, Vec<Observation>> {
    let years = Years::of(world.plan.first);
    let mut files: BTreeMap<Key, Vec<Observation>> = BTreeMap::new();
    for series in all {
        for row in observations::draw(world, areas, series) {
            let (kind, by_year) = match areas[row.area].level {
                Level::District if series.headline => (Kind::Headline, true),
                Level::Subdistrict if series.headline => (Kind::HeadlineBelow, true),
                _ => {
                    let by_year = THEMES_BY_YEAR.contains(&series.theme);
                    (Kind::Theme(series.theme), by_year)
                }
            };
            let years = if by_year {
                years.name(&row)
            } else {
                String::new()
            };
            files.entry((kind, years)).or_default().push(row);
        }
    }
    for row in observations::draw_categories(world, areas) {
        let key = (Kind::Category, years.name(&row));
        files.entry(key).or_default().push(row);
    }
    files
}

/// How files are named for their years.
struct Years {
    first: i32,
    split: bool,
}

impl Years {
    fn of(first: Month) -> Years {
        Years {
            first: first.year(),
            split: LAST.year() - first.year() < YEARS_TO_SPLIT,
        }
    }

    fn name(&self, row: &Observation) -> String {
        if self.split {
            format!("-{}", tables::year_of(&row.span))
        } else {
            format!("-{}-{}", self.first, LAST.year())
        }
    }
}

#[derive(Default)]
struct Package {
    files: Vec<File>,
    resources: Vec<Resource>,
}

impl Package {
    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.push(File {
            path: path.to_string(),
            bytes,
        });
    }

    fn list(&mut self, name: &str, bytes: Vec<u8>, schema: &str, holds: Option<Holds>) {
        self.add(&format!("{name}.csv"), bytes);
        self.resources.push(Resource::new(name, schema, holds));
    }

    fn observations(
        &mut self,
        (kind, years): &Key,
        rows: &[Observation],
        areas: &[Area],
        all: &[Series],
    ) {
        let Some(months) = tables::covered(rows) else {
            return;
        };
        let mut holds = Holds {
            themes: themes(rows, all),
            ..Holds::default()
        }
        .at(rows.iter().map(|row| areas[row.area].level).collect())
        .over(open_until_year_end(months, years));
        let wide = *kind == Kind::Theme("participation");
        let (name, schema) = match kind {
            Kind::Headline => {
                holds.headline = true;
                ("headline", "observations")
            }
            Kind::HeadlineBelow => {
                holds.headline = true;
                ("headline-subdistricts", "observations")
            }
            Kind::Category => {
                holds.dimensions = vec!["category"];
                ("cases-category", "observations-category")
            }
            Kind::Theme(theme) if wide => {
                holds.layout = Some("wide");
                (*theme, "observations-participation")
            }
            Kind::Theme(theme) => (*theme, "observations"),
        };
        let bytes = if wide {
            tables::wide(rows, areas)
        } else {
            tables::long(rows, areas)
        };
        let name = format!("observations-{name}{years}");
        self.list(&name, bytes, schema, Some(holds));
    }

    /// Next year's wide file, with its header only: a clerk adds rows and edits nothing else.
    fn next_year(&mut self, areas: &[Area]) {
        let year = LAST.year() + 1;
        let holds = Holds {
            layout: Some("wide"),
            themes: vec!["participation"],
            ..Holds::default()
        }
        .at(vec![Level::Community])
        .over((Month::new(year, 1), Month::new(year, 12)));
        let name = format!("observations-participation-{year}");
        let bytes = tables::wide(&[], areas);
        self.list(&name, bytes, "observations-participation", Some(holds));
    }

    fn below(&mut self, below: &Below) {
        let year = LAST.year();
        self.list_below("organisation", year, &below.organisation, below);
        self.list_below("participation", year, &below.participation, below);
    }

    fn list_below(&mut self, theme: &'static str, year: i32, rows: &[Observation], below: &Below) {
        let Some(months) = tables::covered(rows) else {
            return;
        };
        let holds = Holds {
            themes: vec![theme],
            ..Holds::default()
        }
        .at(rows.iter().map(|row| below.areas[row.area].level).collect())
        .over(open_until_year_end(months, ""));
        let name = format!("observations-below-{theme}-{year}");
        let bytes = tables::long(rows, &below.areas);
        self.list(&name, bytes, "observations-below", Some(holds));
    }
}

/// The months that a file is for: to the end of its last year, so that rows may be added to it
/// and its entry stays true. A file that is not named for years is for all of them.
fn open_until_year_end((first, last): (Month, Month), years: &str) -> (Month, Month) {
    let last = if years.is_empty() { LAST } else { last };
    (first, Month::new(last.year(), 12))
}

/// The themes of the rows' indicators, each once, in the order of the series.
fn themes(rows: &[Observation], all: &[Series]) -> Vec<&'static str> {
    let mut themes = Vec::new();
    let mut last = "";
    for row in rows {
        if row.indicator != last {
            last = row.indicator;
            let theme = (all.iter())
                .find(|series| series.indicator == row.indicator)
                .map(|series| series.theme);
            themes.extend(theme.filter(|theme| !themes.contains(theme)));
        }
    }
    themes
}
