//! The digest of the data behind a view: the same for the same figures wherever they stand, another
//! as soon as one of them is another.

use crate::support::{self, Files, demo};
use std::sync::Arc;
use zhishe::package::{Digesting, Package};
use zhishe::route::{View, digest_scope, pinned, resolve};

fn digest(package: &Package, query: &str) -> String {
    let (view, ignored) = View::parse(query);
    assert_eq!(ignored, []);
    let (resolved, _) = resolve(&view, package);
    let view = pinned(&view, package, &resolved);
    let package = Arc::new(package.clone());
    let scope = digest_scope(&view, &package);
    let mut stepwise = Digesting::new(package.clone(), scope.clone());
    while stepwise.step(1) {}
    let digest = stepwise.finish().digest;
    assert_eq!(
        digest,
        Digesting::new(package, scope).finish().digest,
        "in steps or at once"
    );
    assert_eq!(digest.len(), 64);
    digest
}

const OBSERVATIONS: &str = "observations.csv";
/// All of the little package, up to the end of 2024.
const ALL: &str = "?page=profile&area=9901001&period=2024";

fn of(files: &Files) -> String {
    digest(&files.open(4096), ALL)
}

fn lines(files: &Files) -> Vec<String> {
    let text = files.text(OBSERVATIONS);
    text.lines().map(str::to_string).collect()
}

#[test]
fn the_order_of_rows_and_of_places_has_no_part_in_it() {
    let little = Files::little();
    let mut turned = lines(&little);
    turned[1..].reverse();
    let turned = Files::little().with(OBSERVATIONS, turned.join("\n"));
    assert_eq!(of(&turned), of(&little));
    let areas = little.text("areas.csv");
    let mut areas: Vec<&str> = areas.lines().collect();
    areas.swap(4, 6);
    areas.swap(2, 3);
    let moved = Files::little().with("areas.csv", areas.join("\n"));
    assert_eq!(of(&moved), of(&little));
}

#[test]
fn the_file_of_a_row_and_its_layout_have_no_part_in_it() {
    let little = Files::little();
    let all = lines(&little);
    let head = &all[0];
    let (first, second) = all[1..].split_at(3);
    let split = Files::little()
        .with(
            OBSERVATIONS,
            [std::slice::from_ref(head), first].concat().join("\n"),
        )
        // In place of the sources, of which no figure hangs.
        .with(
            "more.csv",
            [std::slice::from_ref(head), second].concat().join("\n"),
        );
    let split = split
        .declare("/resources/2", "name", "observations-more".into())
        .declare("/resources/2", "path", "more.csv".into());
    assert_eq!(of(&split), of(&little));
    // A wide row of meetings as a long one.
    let long = Files::little()
        .more(OBSERVATIONS, "meetings,9901001,2024-03,,4,,,,A,,,\n")
        .line(
            "observations-wide.csv",
            2,
            "9901001,甲一社区,2024-03,,18,20",
        );
    assert_eq!(of(&long), of(&little));
}

#[test]
fn what_comes_later_changes_nothing() {
    let later = "on-time,9901001,2024-04,甲一社区,,170,200,,A,register,,\n\
                 households,9901001,2025,甲一社区,3130,,,,A,register,,\n";
    let little = Files::little().open(4096);
    let grown = Files::little().more(OBSERVATIONS, later).open(4096);
    let march = "?page=profile&area=9901001&period=2024-03";
    assert_eq!(digest(&grown, march), digest(&little, march));
    assert_ne!(digest(&grown, ALL), digest(&little, ALL));
}

#[test]
fn another_figure_is_another_digest() {
    let little = of(&Files::little());
    let changes = [
        (
            "another value",
            2,
            "households,9901001,2024,甲一社区,3121,,,,A,register,,",
        ),
        (
            "another bound",
            4,
            "households,9902001,2024,乙一社区,3500,,,lower,A,register,,",
        ),
        (
            "another numerator",
            5,
            "on-time,9901001,2024-03,甲一社区,,187,200,,A,register,,",
        ),
        (
            "another denominator",
            5,
            "on-time,9901001,2024-03,甲一社区,,188,201,,A,register,,",
        ),
        (
            "another status",
            7,
            "on-time,9902001,2024-03,乙一社区,,,,,L,register,,",
        ),
        (
            "not final",
            5,
            "on-time,9901001,2024-03,甲一社区,,188,200,,P,register,,",
        ),
        (
            "another period",
            5,
            "on-time,9901001,2024-02,甲一社区,,188,200,,A,register,,",
        ),
        (
            "no figure",
            5,
            "on-time,9901001,2024-03,甲一社区,?,188,200,,A,register,,",
        ),
    ];
    let mut seen = vec![little.clone()];
    for (what, line, text) in changes {
        let changed = of(&Files::little().line(OBSERVATIONS, line, text));
        assert!(!seen.contains(&changed), "{what}");
        seen.push(changed);
    }
    // What says nothing of a figure changes nothing.
    let noted = "on-time,9901001,2024-03,甲一社区,,188,200,,A,,noted,";
    assert_eq!(of(&Files::little().line(OBSERVATIONS, 5, noted)), little);
}

#[test]
fn another_meaning_is_another_digest() {
    let little = of(&Files::little());
    let changes = [
        (
            "indicators.csv",
            3,
            "on-time,cases,按期办结率,Resolved in time,%,%,proportion,events,100,1,none,yes",
        ),
        (
            "indicators.csv",
            3,
            "on-time,cases,按期办结率,Resolved in time,‰,‰,proportion,events,1000,1,higher,yes",
        ),
        (
            "areas.csv",
            5,
            "9901001,甲一社区,First Community,community,9902,,",
        ),
        (
            "standards.csv",
            2,
            "max-households,2024,households,<=,3000,planned,register",
        ),
    ];
    let mut seen = vec![little.clone()];
    for (path, line, text) in changes {
        let changed = of(&Files::little().line(path, line, text));
        assert!(!seen.contains(&changed), "{text}");
        seen.push(changed);
    }
    let renamed = "on-time,cases,及时办结率,In time,%,%,proportion,events,100,2,higher,yes";
    assert_eq!(
        of(&Files::little().line("indicators.csv", 3, renamed)),
        little
    );
    let later = "max-households,2025,households,<=,3000,planned,register\n";
    assert_eq!(of(&Files::little().more("standards.csv", later)), little);
}

/// Each page, said as it is cited.
const PAGES: [&str; 13] = [
    "?page=overview&period=2026-03",
    "?page=compare&indicator=on-time-rate&level=community&period=2026-03",
    "?page=compare&indicator=on-time-rate&level=community&period=2026-03&within=990001002",
    "?page=compare&indicator=on-time-rate&level=community&period=2026-03&show=all",
    "?page=compare&indicator=on-time-rate&level=community&period=2026-03&show=findings",
    "?page=map&indicator=on-time-rate&level=community&period=2026-03",
    "?page=profile&area=990001002001&period=2026-03",
    "?page=trends&indicator=on-time-rate&level=community&area=990001002001&period=2026-03",
    "?page=trends&indicator=on-time-rate&level=community&period=2026-03&show=all",
    "?page=organisation&area=990001002&period=2026-03",
    "?page=cases&area=990001002&period=2026-03",
    "?page=standards&area=990001002&period=2026-03",
    "?page=data",
];

#[test]
fn what_else_was_read_has_no_part_in_it() {
    let files = support::shipped("demo");
    let mut digests = Vec::new();
    for query in PAGES {
        let (view, _) = View::parse(query);
        // As a page that is opened: its own files, then those of its digest.
        let mut package = files.open_descriptor();
        loop {
            let needs = [
                zhishe::route::needs(&view, &package),
                zhishe::route::digest_needs(&view, &package),
            ];
            let mut read = 0;
            for need in needs.concat() {
                read += files.read(&mut package, &need, usize::MAX).len();
            }
            if read == 0 {
                break;
            }
        }
        let found = digest(&package, query);
        assert_eq!(found, digest(demo(), query), "{query}");
        digests.push(found);
    }
    let distinct: std::collections::BTreeSet<&String> = digests.iter().collect();
    // The same comparison within a sub-district is made from the same rows and more.
    assert!(distinct.len() >= PAGES.len() - 2, "{digests:#?}");
}

#[test]
fn the_overview_is_cited_at_a_period() {
    let (view, _) = View::parse("?page=overview");
    let (resolved, _) = resolve(&view, demo());
    let cited = pinned(&view, demo(), &resolved).query();
    assert_eq!(cited, "?page=overview&package=package&period=2026-03");
}
