//! Which pages the menu offers for a package, and what a meeting goes round.

use crate::support::{Files, demo, own, published};
use serde_json::json;
use zhishe::package::{Need, Package};
use zhishe::route::{Meeting, Page, is_offered, offered_round};

const SOME: [Page; 3] = [Page::Organisation, Page::Cases, Page::Standards];

fn offered(package: &Package) -> Vec<Page> {
    let pages = Page::ALL.into_iter();
    pages.filter(|page| is_offered(*page, package)).collect()
}

/// A table of counties, as a statistical office has it.
fn of_counties() -> Package {
    let table = b"FIPS,County,Deaths,Population\n\
        01001,Autauga,610,58805\n01003,Baldwin,2450,231767\n01005,Barbour,330,25223\n\
        01007,Bibb,290,22293\n01009,Blount,700,59134\n";
    let (_, found) = own::recognised("counties_2020.csv", table).unwrap();
    own::take("counties_2020.csv", table, &found.recipe, usize::MAX).unwrap()
}

#[test]
fn a_table_of_ones_own_has_no_cases_and_no_standards() {
    let mut others = Page::ALL.to_vec();
    others.retain(|page| !SOME.contains(page));
    assert_eq!(offered(&of_counties()), others);
}

#[test]
fn packages_with_everything_offer_everything() {
    assert_eq!(offered(demo()), Page::ALL);
    assert_eq!(offered(published()), Page::ALL);
}

/// A published package with one indicator of this theme and role, with standards or without.
fn with_indicator((theme, role): (&str, &str), has_standards: bool) -> Package {
    let mut names = vec!["areas", "indicators", "observations"];
    names.extend(has_standards.then_some("standards"));
    let resources = names.iter();
    let resources = resources.map(|name| json!({"name": name, "path": format!("{name}.csv")}));
    let files = Files::little()
        .declare("", "resources", resources.collect())
        .with(
            "indicators.csv",
            format!(
                "indicator,theme,label_zh,kind,nature,role\na,{theme},甲,count,inventory,{role}\n"
            ),
        )
        .with("observations.csv", "indicator,area_code,period,value\n");
    let mut package = files.open_descriptor();
    let all = |package: &Package| SOME.map(|page| is_offered(page, package));
    // Before the indicators are read nothing is said to be missing but what is not declared.
    assert_eq!(all(&package), [true, true, has_standards]);
    files.read(&mut package, &Need::Everything, 4096);
    package
}

#[test]
fn a_published_package_offers_what_it_declares() {
    let check = |indicator: (&str, &str), has_standards: bool, expected: [bool; 3]| {
        let package = with_indicator(indicator, has_standards);
        let found = SOME.map(|page| is_offered(page, &package));
        assert_eq!(found, expected, "{indicator:?}");
    };
    check(("service", ""), false, [false, false, false]);
    check(("service", ""), true, [false, false, true]);
    check(("cases", ""), false, [false, true, false]);
    check(("service", "case.taken"), false, [false, true, false]);
    check(("organisation", ""), false, [true, false, false]);
    check(("service", "unit.grids"), false, [true, false, false]);
    check(
        ("premises", "premises.office_area"),
        false,
        [false, false, false],
    );
}

#[test]
fn a_meeting_goes_round_what_there_is() {
    let own = of_counties();
    let usual = offered_round(Meeting::usual(), Some(&own));
    assert_eq!(usual.round(), [Page::Overview, Page::Compare, Page::Map]);
    assert_eq!(usual.after(Page::Map), Page::Overview);
    // What an address asks for stays.
    let asked = Meeting::parse("20:overview,cases").unwrap();
    assert_eq!(offered_round(asked.clone(), Some(&own)), asked);
    assert_eq!(offered_round(Meeting::usual(), None), Meeting::usual());
    let all = offered_round(Meeting::usual(), Some(demo()));
    assert_eq!(all.round(), Meeting::USUAL_PAGES);
}
