//! The demonstration district that ships is the one that `zhishe demo` makes, byte for byte, and
//! what is planted in it stands in its files. Whether the statistics find it is tested elsewhere.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use zhishe::cli::demo::{self, File, Options};

const RIPE: &str = "2026-03";
const DISTRICT: &str = "990001";
const SLIPPED: &str = "990001002001";
const IMPROVED: &str = "990001008008";
const ALWAYS_LOW: &str = "990001001005";
const NOISY: &str = "990001010013";

/// One figure as written.
#[derive(Clone, Debug, Default)]
struct Figure {
    value: Option<u64>,
    numerator: u64,
    denominator: u64,
    status: String,
}

impl Figure {
    fn rate(&self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

/// What the parts of an area add up to.
#[derive(Default)]
struct Sum {
    /// Value, numerator and denominator.
    figures: [u64; 3],
    incomplete: bool,
}

/// The package, read in the simplest way that can be right: no cell of its observations is quoted.
struct District {
    figures: HashMap<(String, String, String), Figure>,
    parents: BTreeMap<String, String>,
}

/// The district that ships, made once for all tests, as files and as figures.
static SHIPPED: LazyLock<(Vec<File>, District)> = LazyLock::new(|| {
    let files = demo::generate(&Options::default());
    let district = District::read(&files);
    (files, district)
});

impl District {
    fn shipped() -> &'static District {
        &SHIPPED.1
    }

    fn read(files: &[File]) -> District {
        let mut district = District {
            figures: HashMap::new(),
            parents: BTreeMap::new(),
        };
        for file in files {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            assert!(!text.contains('\r'), "{}", file.path);
            if file.path.starts_with("areas") {
                for line in text.lines().skip(1) {
                    let cells: Vec<&str> = line.split(',').collect();
                    let known = district.parents.insert(cells[0].into(), cells[4].into());
                    assert_eq!(known, None, "{} twice", cells[0]);
                }
            }
            let long = "indicator,area_code,period,value,numerator,denominator,status";
            if text.starts_with(long) {
                for line in text.lines().skip(1) {
                    district.add(line);
                }
            }
        }
        district
    }

    fn add(&mut self, line: &str) {
        let cells: Vec<&str> = line.split(',').collect();
        let key = (cells[0].into(), cells[1].into(), cells[2].into());
        let figure = Figure {
            value: cells[3].parse().ok(),
            numerator: cells[4].parse().unwrap_or(0),
            denominator: cells[5].parse().unwrap_or(0),
            status: cells[6].into(),
        };
        assert!(self.figures.insert(key, figure).is_none(), "{line} twice");
    }

    fn find(&self, indicator: &str, area: &str, period: &str) -> Option<&Figure> {
        self.figures
            .get(&(indicator.into(), area.into(), period.into()))
    }

    fn get(&self, indicator: &str, area: &str, period: &str) -> &Figure {
        self.find(indicator, area, period)
            .unwrap_or_else(|| panic!("{indicator} {area} {period}"))
    }

    /// The on-time rate of some months together.
    fn on_time(&self, area: &str, months: &[&str]) -> f64 {
        let figures = months
            .iter()
            .map(|month| self.get("on-time-rate", area, month));
        let (part, whole) = figures.fold((0, 0), |(part, whole), figure| {
            (part + figure.numerator, whole + figure.denominator)
        });
        part as f64 / whole as f64
    }

    fn communities(&self, indicator: &str, period: &str) -> Vec<(&str, &Figure)> {
        let mut list: Vec<_> = (self.figures.iter())
            .filter(|((i, area, p), _)| i == indicator && p == period && area.len() == 12)
            .map(|((_, area, _), figure)| (area.as_str(), figure))
            .collect();
        list.sort_by_key(|(area, _)| *area);
        list
    }
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo")
}

/// Every file below a folder, by its path inside it.
fn read_folder(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(folder).unwrap();
                let name = inside.to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn what_ships_is_what_the_command_makes() {
    let folder = std::env::temp_dir().join(format!("zhishe-demo-{}", std::process::id()));
    demo::write(&folder, &SHIPPED.0).unwrap();
    let made = read_folder(&folder);
    fs::remove_dir_all(&folder).unwrap();
    let ships = read_folder(&shipped());
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&made), names(&ships), "run: zhishe demo data/demo");
    for (name, bytes) in &made {
        assert!(
            *bytes == ships[name],
            "{name} differs; run: zhishe demo data/demo"
        );
    }
    let total: usize = made.values().map(Vec::len).sum();
    assert!(total <= 7_000_000, "{total} bytes");
}

#[test]
fn another_seed_makes_another_district() {
    let small = |seed| {
        demo::generate(&Options {
            communities: 20,
            months: 12,
            seed,
        })
    };
    assert_eq!(small(1), small(1));
    let (one, two) = (small(1), small(2));
    for (a, b) in one.iter().zip(&two) {
        assert_eq!(a.path, b.path);
        let drawn = a.path.starts_with("observations-cases") || a.path.contains("headline");
        assert!(!drawn || a.bytes != b.bytes, "{}", a.path);
    }
}

#[test]
fn a_long_district_has_the_rows_that_are_asked_for() {
    let files = demo::generate(&Options {
        communities: 60,
        months: 120,
        seed: 3,
    });
    let district = District::read(&files);
    let in_communities = |(_, area, _): &&(String, String, String)| area.len() == 12;
    let rows = district.figures.keys().filter(in_communities).count();
    assert!(rows >= 60 * 120 * 12, "{rows}");
    assert!(district.find("on-time-rate", DISTRICT, "2016-05").is_some());
    assert!(district.find("on-time-rate", DISTRICT, "2016-04").is_none());
}

#[test]
fn the_district_has_its_size() {
    let district = District::shipped();
    let check = |indicator: &str, period: &str, expected: u64| {
        let figure = district.get(indicator, DISTRICT, period);
        assert_eq!(figure.value, Some(expected), "{indicator}");
    };
    check("compound-branches", RIPE, 674);
    check("grids", "2026-Q1", 583);
    check("compounds", "2026-Q1", 742);
    check("buildings", "2026-Q1", 4108);
    check("grid-staff", "2026-Q1", 907);
    check("centres-subdistrict", "2025", 10);
    assert_eq!(district.communities("on-time-rate", RIPE).len(), 163);
    let due: Vec<u64> = (district.communities("on-time-rate", RIPE).iter())
        .map(|(_, figure)| figure.denominator)
        .collect();
    assert!(
        due.iter().min() < Some(&40) && due.iter().max() > Some(&850),
        "{due:?}"
    );
}

#[test]
fn stages_are_in_order_and_parents_are_sums() {
    let district = District::shipped();
    let mut cohorts = 0;
    for ((indicator, area, period), ordered) in &district.figures {
        if let ("cases-ordered", Some(ordered)) = (indicator.as_str(), ordered.value) {
            let count = |name: &str| district.get(name, area, period).value.unwrap();
            let on_time = district.get("on-time-rate", area, period);
            let satisfied = district.get("satisfaction-rate", area, period);
            let stages = [
                ordered,
                count("cases-dispatched"),
                count("cases-responded"),
                count("cases-taken"),
                count("cases-resolved"),
                on_time.numerator,
            ];
            assert!(
                stages.is_sorted_by(|a, b| a >= b),
                "{area} {period} {stages:?}"
            );
            assert!(on_time.numerator <= on_time.denominator && on_time.denominator <= stages[1]);
            assert!(count("cases-rated") <= stages[4]);
            assert!(satisfied.numerator <= satisfied.denominator);
            assert!(satisfied.status == "M" || satisfied.denominator == count("cases-rated"));
            assert_eq!(count("cases-open"), stages[1] - stages[4]);
            assert!(count("cases-settled") <= stages[4]);
            cohorts += 1;
        }
    }
    assert!(cohorts > 6000);
    let mut sums: HashMap<[&str; 3], Sum> = HashMap::new();
    for ((indicator, area, period), figure) in &district.figures {
        let parent = district.parents[area].as_str();
        if area.len() > 12 || parent.is_empty() {
            continue;
        }
        let sum = sums.entry([indicator, parent, period]).or_default();
        sum.figures[0] += figure.value.unwrap_or(0);
        sum.figures[1] += figure.numerator;
        sum.figures[2] += figure.denominator;
        sum.incomplete |= !["", "P"].contains(&figure.status.as_str());
    }
    for ([indicator, parent, period], sum) in sums {
        if !sum.incomplete && indicator != "days-to-resolve" {
            let own = district.get(indicator, parent, period);
            let own = [own.value.unwrap_or(0), own.numerator, own.denominator];
            assert_eq!(own, sum.figures, "{indicator} {parent} {period}");
        }
    }
}

#[test]
fn the_stories_of_the_on_time_rate_are_there() {
    let district = District::shipped();
    let winter = ["2026-01", "2026-02", "2026-03"];
    let winter_before = ["2025-01", "2025-02", "2025-03"];
    let check = |area: &str, before: (f64, f64), now: (f64, f64)| {
        let rates = (
            district.on_time(area, &winter_before),
            district.on_time(area, &winter),
        );
        assert!(before.0 < rates.0 && rates.0 < before.1, "{area} {rates:?}");
        assert!(now.0 < rates.1 && rates.1 < now.1, "{area} {rates:?}");
    };
    check(SLIPPED, (0.84, 0.90), (0.66, 0.74));
    check(IMPROVED, (0.85, 0.90), (0.96, 0.99));
    check(ALWAYS_LOW, (0.69, 0.76), (0.69, 0.76));
    check(NOISY, (0.70, 1.0), (0.70, 1.0));
    let slipped = district.get("on-time-rate", SLIPPED, RIPE);
    assert!((0.66..0.72).contains(&slipped.rate()) && slipped.denominator > 170);
    let rest = [IMPROVED, ALWAYS_LOW];
    assert!(
        rest.iter()
            .all(|area| district.get("on-time-rate", area, RIPE).denominator > 330)
    );
}

#[test]
fn the_noisy_one_is_small_and_the_season_comes_back() {
    let district = District::shipped();
    let months = (0..35).map(|n| format!("{}-{:02}", 2023 + (n + 4) / 12, (n + 4) % 12 + 1));
    let noisy: Vec<(f64, u64)> = months
        .map(|month| {
            let figure = district.get("on-time-rate", NOISY, &month);
            (figure.rate(), figure.denominator)
        })
        .collect();
    assert!(
        noisy.iter().all(|(_, due)| (5..36).contains(due)),
        "{noisy:?}"
    );
    let rates: Vec<f64> = noisy.iter().map(|(rate, _)| *rate).collect();
    let spread =
        rates.iter().cloned().fold(0.0, f64::max) - rates.iter().cloned().fold(1.0, f64::min);
    assert!(spread > 0.2, "{rates:?}");
    for year in [2024, 2025, 2026] {
        let cases = |month: &str| district.get("cases-taken", DISTRICT, month).value;
        let (january, october) = (format!("{year}-01"), format!("{}-10", year - 1));
        assert!(cases(&january) > cases(&october), "{year}");
        let rate = |month: &str| district.get("on-time-rate", DISTRICT, month).rate();
        assert!(rate(&january) < rate(&october), "{year}");
    }
    let unripe = district.get("on-time-rate", DISTRICT, "2026-04");
    assert!(unripe.status == "P" && unripe.rate() < 0.65);
}

#[test]
fn the_split_the_oversize_and_the_gaps_are_there() {
    let files = demo::generate(&Options::default());
    let district = District::read(&files);
    let lineage = files
        .iter()
        .find(|file| file.path == "lineage.csv")
        .unwrap();
    let text = String::from_utf8(lineage.bytes.clone()).unwrap();
    assert!(text.contains("990001004006,990001004016,2025-07\n990001004006,990001004017,2025-07"));
    assert!(
        district
            .find("on-time-rate", "990001004006", "2025-06")
            .is_some()
    );
    assert!(
        district
            .find("on-time-rate", "990001004006", "2025-07")
            .is_none()
    );
    assert!(
        district
            .find("on-time-rate", "990001004016", "2025-06")
            .is_none()
    );
    let households = district.communities("households", "2026-Q1");
    let over: Vec<u64> = (households.iter())
        .filter_map(|(_, figure)| figure.value.filter(|value| *value > 3500))
        .collect();
    assert_eq!(over.len(), 6);
    assert_eq!(over.iter().max(), Some(&5212));
    let check = |indicator: &str, area: &str, expected: (u64, u64)| {
        let figure = district.get(indicator, area, RIPE);
        assert_eq!(
            (figure.numerator, figure.denominator),
            expected,
            "{indicator}"
        );
    };
    check("grids-with-group", DISTRICT, (522, 583));
    check("offices-meeting-standard", DISTRICT, (121, 163));
    let few = district.get("grids-with-group", "990001004", RIPE);
    assert_eq!(few.denominator - few.numerator, 23);
}

#[test]
fn what_is_missing_says_why() {
    let district = District::shipped();
    let check = |indicator: &str, area: &str, period: &str, expected: &str| {
        let figure = district.get(indicator, area, period);
        assert_eq!(figure.status, expected, "{indicator} {area} {period}");
        assert!(figure.value.is_none() && figure.denominator == 0);
    };
    check("service-coverage", "990001006009", "2025-08", "O");
    check("cases-ordered", "990001005012", "2024-07", "O");
    check("hotline-answered", "990001009001", "2023-12", "L");
    check(
        "compounds-with-organisation",
        "990001007016",
        "2026-Q1",
        "M",
    );
    let mut withheld = 0;
    for ((indicator, area, _), figure) in &district.figures {
        if indicator == "registered-volunteers" && area.len() > 12 {
            assert!(
                figure
                    .value
                    .is_none_or(|persons| persons == 0 || persons > 4)
            );
            withheld += u32::from(figure.status == "Q");
        }
    }
    assert!(withheld > 10, "{withheld}");
}
