//! A link to a view of a reader's own data: it says which file and which reading it was made of, and where
//! what it is about is not in the data nothing else stands in its place.

use crate::support::{demo, published};
use std::collections::BTreeMap;
use zhishe::cli::NativeDecoders;
use zhishe::intake::{
    ColumnRole, Encoding, Figure, MarkMatch, OwnMark, Part, Recipe, recognise, sample,
};
use zhishe::model::{Kind, Lang};
use zhishe::package::{FileDigest, JoinChoices, Package};
use zhishe::route::{
    View, by_category_question, is_absent, resolve, scatter_question, table_question,
    trend_question,
};
use zhishe::words::absent_line;

const TABLE: &str =
    "area,year,all,alone\nJia 01,2024,120,15\nJia 02,2024,80,9\nJia 03,2024,95,20\n";

fn recognised(text: &str) -> Recipe {
    let (sample, encoding, delimiter) =
        sample(text.as_bytes(), true, None, None, &NativeDecoders).unwrap();
    recognise(&sample, encoding, delimiter, "join")
        .unwrap()
        .recipe
}

fn digest(text: &str) -> FileDigest {
    let mut digest = FileDigest::default();
    // However it is cut.
    text.as_bytes().chunks(7).for_each(|it| digest.push(it));
    digest
}

/// Numerator and denominator marked by the reader, as a share with a name.
fn marked(recognised: &Recipe) -> Recipe {
    let mut recipe = recognised.clone();
    for column in &mut recipe.columns {
        let part = match column.name.as_str() {
            "alone" => Part::Numerator,
            "all" => Part::Denominator,
            _ => continue,
        };
        column.role = ColumnRole::Figure(Figure {
            indicator: "Living, alone\t独居".to_string(),
            part,
            period: None,
            area: String::new(),
            sign: String::new(),
        });
    }
    recipe
}

#[test]
fn a_link_reads_the_same_file_in_the_same_way() {
    let found = recognised(TABLE);
    let recipe = marked(&found);
    assert_ne!(recipe, found);
    let mark = OwnMark::of_table(digest(TABLE), 0, Some(&found), &recipe);
    let view = View {
        package: "demo~own".to_string(),
        own: mark.text(),
        ..View::default()
    };
    let query = view.query();
    assert!(query.len() < 300, "{query}");
    let (again, ignored) = View::parse(&query);
    assert_eq!((&again, &ignored[..]), (&view, &[][..]));
    let read = OwnMark::parse(&again.own).unwrap();
    assert_eq!(read.recipe(&found), Some(recipe.clone()));
    let in_use = OwnMark::of_table(digest(TABLE), 0, Some(&found), &recipe);
    assert_eq!(read.compared_with(&in_use), MarkMatch::Same);
    // The digest is that of every other program: `sha256sum`.
    assert_eq!(digest("abc").digits(16), "ba7816bf8f01cfea");
}

#[test]
fn what_is_read_as_recognised_makes_a_short_link() {
    let found = recognised(TABLE);
    let mark = OwnMark::of_table(digest(TABLE), 2, Some(&found), &found);
    assert_eq!(mark.text().len(), 16 + 1 + 1 + 1 + 8);
    assert_eq!(
        OwnMark::parse(&mark.text()).unwrap().recipe(&found),
        Some(found)
    );
    let package = OwnMark::of_package(digest(TABLE));
    assert_eq!(OwnMark::parse(&package.text()), Some(package));
    for text in [
        "",
        "0123",
        "0123456789abcdef",
        "0123456789abcdeg.0.0",
        "0123456789abcdef.x.0",
    ] {
        assert_eq!(OwnMark::parse(text), None, "{text}");
    }
}

#[test]
fn a_link_names_the_file_that_it_needs() {
    let found = recognised(TABLE);
    let plain = OwnMark::of_table(digest(TABLE), 0, Some(&found), &found);
    let by_hand = [("a".to_string(), "b".to_string())].into();
    let choices = JoinChoices {
        takes_code_alone: true,
        by_hand,
    };
    let marked = OwnMark::of_table(digest(TABLE), 0, Some(&found), &marked(&found));
    for mark in [plain.clone(), marked.with_choices(choices)] {
        let named = mark.clone().named("folder/超期 cases.csv");
        assert_eq!(named.name, "超期 cases.csv");
        let query = View {
            package: "~own".to_string(),
            own: named.text(),
            ..View::default()
        }
        .query();
        let again = OwnMark::parse(&View::parse(&query).0.own).unwrap();
        assert_eq!(again, named);
        assert_eq!(again.recipe(&found), mark.recipe(&found));
        // It decides nothing: the same file may be called otherwise.
        let other = mark.named("other.csv");
        assert_eq!(named.compared_with(&other), MarkMatch::Same);
    }
    // A name that could be mistaken for something else, or that is a person's number, is not passed on.
    let long = "x".repeat(81);
    for name in [
        "a\nb.csv",
        "a\u{202e}vsc.csv",
        "11010519491231002X.csv",
        &long,
        "",
    ] {
        assert_eq!(plain.clone().named(name), plain, "{name}");
    }
    let forged = [&plain.text(), "\n@a\u{202e}b"].concat();
    assert_eq!(OwnMark::parse(&forged).unwrap().name, "");
}

#[test]
fn another_file_and_another_reading_are_told_apart() {
    let found = recognised(TABLE);
    let mark = OwnMark::of_table(digest(TABLE), 0, Some(&found), &marked(&found));
    let plain = OwnMark::of_table(digest(TABLE), 0, Some(&found), &found);
    assert_eq!(mark.compared_with(&plain), MarkMatch::OtherReading);
    // What the reader decided of areas goes along, with a difference of the reading and without.
    let by_hand = [("甲l1".to_string(), "local:11=1".to_string())].into();
    for takes_code_alone in [false, true] {
        let choices = JoinChoices {
            takes_code_alone,
            by_hand: BTreeMap::clone(&by_hand),
        };
        for mark in [&mark, &plain] {
            let joined = mark.clone().with_choices(choices.clone());
            assert_eq!(OwnMark::parse(&joined.text()), Some(joined.clone()));
            assert_eq!(mark.compared_with(&joined), MarkMatch::OtherReading);
        }
    }
    // One figure is another: the reading fits, the file is not the one.
    let later = TABLE.replace("120", "121");
    let other = OwnMark::of_table(digest(&later), 0, Some(&found), &marked(&found));
    assert_eq!(mark.recipe(&recognised(&later)), Some(marked(&found)));
    assert_eq!(mark.compared_with(&other), MarkMatch::OtherFile);
    // Other columns: a reading that was not meant is not made up.
    let columns = recognised("place,month,count\nA,2024-01,3\nB,2024-01,4\n");
    assert_eq!(mark.recipe(&columns), None);
    assert_eq!(plain.recipe(&columns), None);
}

#[test]
fn where_nothing_is_recognised_by_itself_the_whole_reading_goes_along() {
    let mut recipe = recognised(TABLE);
    recipe.encoding = Encoding::Western;
    recipe
        .indicators
        .iter_mut()
        .for_each(|it| it.kind = Kind::Count);
    let mark = OwnMark::of_table(digest(TABLE), 0, None, &recipe);
    let read = OwnMark::parse(&mark.text()).unwrap();
    assert_eq!(read.recipe(&recognised(TABLE)), Some(recipe));
}

fn view(query: &str) -> View {
    let (view, ignored) = View::parse(query);
    assert_eq!(ignored, []);
    view
}

/// Whether the view shows anything, for an address with something that is not there.
fn shows(query: &str, package: &Package) -> bool {
    let view = view(query);
    let (resolved, ignored) = resolve(&view, package);
    let told = ignored
        .iter()
        .any(|(key, code)| is_absent(&view, package, key, code));
    let shows = match view.page.word() {
        "explore" => match view.explored.word() {
            "table" => table_question(&view, package, &resolved).is_some(),
            "breakdown" => by_category_question(&view, package, &resolved).is_some(),
            _ => scatter_question(&view, package, &resolved).is_some(),
        },
        "trends" => trend_question(&view, package, &resolved).is_some(),
        "compare" | "map" => resolved.question().is_some(),
        _ => resolved.area.is_some(),
    };
    assert_ne!(
        shows, told,
        "{query}: either it shows or it says that it cannot"
    );
    shows
}

#[test]
fn nothing_stands_in_the_place_of_what_is_not_there() {
    for (query, expected) in [
        ("?page=compare&indicator=on-time-rate", true),
        ("?page=compare", true),
        ("?page=compare&indicator=Living%20alone", false),
        ("?page=map&indicator=Living%20alone", false),
        ("?page=trends&indicator=Living%20alone", false),
        ("?page=trends&area=nowhere", false),
        (
            "?page=explore&indicator=Living%20alone&across=households",
            false,
        ),
        (
            "?page=explore&indicator=on-time-rate&across=Living%20alone",
            false,
        ),
        (
            "?page=explore&indicator=on-time-rate&across=on-time-rate",
            true,
        ),
        (
            "?page=explore&explore=table&indicator=Living%20alone",
            false,
        ),
        (
            "?page=explore&explore=breakdown&indicator=cases-taken&area=nowhere",
            false,
        ),
        ("?page=profile&area=nowhere", false),
        ("?page=cases&area=nowhere", false),
        ("?page=organisation&area=nowhere", false),
        // What a page is not about has no part in what it shows.
        ("?page=profile&indicator=Living%20alone", true),
    ] {
        assert_eq!(shows(query, demo()), expected, "{query}");
    }
    assert!(!shows("?page=compare&indicator=on-time-rate", published()));
    let asked = view("?page=explore&explore=table&indicators=nothing,nobody");
    let (resolved, _) = resolve(&asked, demo());
    assert_eq!(table_question(&asked, demo(), &resolved), None);
}

#[test]
fn it_is_said_by_name() {
    for lang in [Lang::Zh, Lang::En] {
        for key in ["indicator", "area"] {
            let line = absent_line(lang, key, "Living alone");
            assert!(line.contains("“Living alone”"), "{line}");
        }
    }
}
