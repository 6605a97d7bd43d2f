//! Areas are found by what a reader types.

use crate::support;
use zhishe::answer::find_areas;
use zhishe::model::AreaId;

/// Initials as a browser gives them for the names of the demonstration.
fn initials(name: &str) -> String {
    let letters = name.chars();
    letters
        .map(|letter| match letter {
            '甲' => 'j',
            '乙' => 'y',
            '丙' => 'b',
            '社' | '示' => 's',
            '区' => 'q',
            '街' => 'j',
            '道' => 'd',
            '范' => 'f',
            other => other,
        })
        .collect()
}

/// The names found, the best first.
fn check(typed: &str, most: usize, expected: &[&str]) {
    let package = support::demo();
    // What pages offer: down to the community.
    let lowest = package.descriptor.level("community").unwrap();
    let offered = package.areas.iter().filter(|(_, it)| it.level <= lowest);
    let areas: Vec<AreaId> = offered.map(|(id, _)| id).collect();
    let names = areas.iter().map(|id| &package.areas.get(*id).name.zh);
    let initials: Vec<String> = names.map(|name| initials(name)).collect();
    let found = find_areas(package, &areas, &initials, typed, most);
    let names = found.iter().map(|area| &*package.areas.get(*area).name.zh);
    assert_eq!(names.collect::<Vec<_>>(), expected, "{typed}");
}

#[test]
fn by_name_initials_and_code() {
    check("乙01社", 5, &["乙01社区"]);
    check("y01s", 5, &["乙01社区"]);
    check("Y01 S", 5, &["乙01社区"]);
    check("yi 01 community", 5, &["乙01社区"]);
    check("bjd", 5, &["丙街道"]);
    check("示范", 5, &["示范区"]);
}

#[test]
fn a_code_itself_comes_before_those_that_begin_so() {
    // The file of areas lists sub-districts before communities.
    check("990001", 3, &["示范区", "甲街道", "乙街道"]);
    check("990001002", 2, &["乙街道", "乙01社区"]);
    check("990001002001", 1, &["乙01社区"]);
}

#[test]
fn what_is_nowhere_finds_nothing() {
    check("亥99", 5, &[]);
    check("乙01社区区", 5, &[]);
}
