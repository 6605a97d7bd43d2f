//! The rules of the house, read from the source. Each rule is a function from one file to what
//! breaks it; each is a test over the whole tree, and each is shown to fire on a made-up file.

use crate::support::source::{Source, sources};

// ---- the rules ----------------------------------------------------------------------------------

/// A room imports only rooms above it in the table of `src/lib.rs`.
fn imports_go_up(source: &Source, rooms: &[String]) -> Vec<String> {
    let Some(own) = rooms.iter().position(|room| room == source.room()) else {
        return Vec::new();
    };
    let below = rooms_named(source).into_iter().filter(|(_, named)| {
        let place = rooms.iter().position(|room| room == named);
        place.is_none_or(|place| place > own)
    });
    below
        .map(|(line, named)| at(source, line, &named))
        .collect()
}

/// `stats` takes numbers and gives numbers: it imports nothing of the crate.
fn stats_stands_alone(source: &Source) -> Vec<String> {
    let foreign = rooms_named(source)
        .into_iter()
        .filter(|(_, named)| source.room() == "stats" && named != "stats");
    foreign
        .map(|(line, named)| at(source, line, &named))
        .collect()
}

/// What a page shows it takes from an answer or a figure.
fn ui_asks_answers(source: &Source) -> Vec<String> {
    let named = rooms_named(source)
        .into_iter()
        .filter(|(_, named)| source.room() == "ui" && matches!(named.as_str(), "stats" | "query"));
    named
        .map(|(line, named)| at(source, line, &named))
        .collect()
}

/// Each foreign crate is named in few places.
fn crates_keep_their_rooms(source: &Source) -> Vec<String> {
    const DOM: &[&str] = &["src/browser/", "src/ui/", "src/draw/canvas.rs"];
    // The bench is called from a page, and asks for nothing of it but the time.
    const GLUE: &[&str] = &[
        "src/browser/",
        "src/ui/",
        "src/draw/canvas.rs",
        "src/bin/bench.rs",
    ];
    const PLACES: [(&str, &[&str]); 16] = [
        ("csv", &["src/parse/", "src/export/"]),
        ("csv_core", &["src/parse/"]),
        ("rawzip", &["src/parse/"]),
        ("miniz_oxide", &["src/parse/"]),
        ("sha2", &["src/package/"]),
        ("plotters", &["src/draw/"]),
        ("plotters_backend", &["src/draw/"]),
        ("leptos", &["src/ui/", "src/main.rs"]),
        ("web_sys", DOM),
        ("js_sys", DOM),
        ("gloo_net", DOM),
        ("wasm_bindgen", GLUE),
        ("wasm_bindgen_futures", DOM),
        ("clap", &["src/cli/", "src/bin/"]),
        ("encoding_rs", &["src/cli/"]),
        ("serde_json", &["src/package/", "src/export/", "src/cli/"]),
    ];
    let mut found = Vec::new();
    for (offset, name) in words(&source.code) {
        let Some((_, places)) = PLACES.iter().find(|(known, _)| *known == name) else {
            continue;
        };
        let before = source.code[..offset].trim_end();
        let after = source.code[offset + name.len()..].trim_start();
        let is_inner = before.ends_with("::") && !before.ends_with("{::");
        let is_path = after.starts_with("::");
        let is_import = ["use", "extern crate"]
            .iter()
            .any(|word| before.ends_with(word));
        let named = !is_inner && (is_path || is_import);
        if named && !places.iter().any(|place| source.path.starts_with(place)) {
            found.push(at(source, source.line(offset), name));
        }
    }
    found
}

/// Rooms above `draw` know data units only.
fn no_pixels_above_draw(source: &Source, rooms: &[String]) -> Vec<String> {
    let place = |room: &str| rooms.iter().position(|known| known == room);
    if place(source.room()).is_none() || place(source.room()) >= place("draw") {
        return Vec::new();
    }
    let is_pixel = |word: &str| {
        let word = word.to_ascii_lowercase();
        word == "px" || word.ends_with("_px") || word.contains("pixel")
    };
    let found = words(&source.code)
        .into_iter()
        .filter(|(_, word)| is_pixel(word));
    found
        .map(|(offset, word)| at(source, source.line(offset), word))
        .collect()
}

/// Colours stand in `draw/theme.rs` and `style/theme.css` only.
fn colours_keep_to_the_theme(source: &Source) -> Vec<String> {
    const ALLOWED: [(&str, &str); 3] = [
        ("src/draw/theme.rs", "the theme of the drawings"),
        (
            "web/icon.svg",
            "the icon stands alone: no style sheet reaches it",
        ),
        (
            "style/theme.css",
            "the same for the pages; another test holds the two equal",
        ),
    ];
    if ALLOWED.iter().any(|(path, _)| *path == source.path) {
        return Vec::new();
    }
    let mut found = Vec::new();
    if source.path.ends_with(".rs") {
        for (line, text) in &source.strings {
            found.extend(
                colours(text, true)
                    .into_iter()
                    .map(|(_, it)| at(source, *line, &it)),
            );
        }
        for name in ["RGBColor", "RGBAColor", "HSLColor"] {
            for (offset, _) in source.code.match_indices(&format!("{name}(")) {
                let argument = source.code[offset + name.len() + 1..].trim_start();
                if argument.starts_with(|first: char| first.is_ascii_digit()) {
                    found.push(at(source, source.line(offset), name));
                }
            }
        }
    } else {
        let seen = colours(&source.code, false).into_iter();
        found.extend(seen.map(|(offset, it)| at(source, source.line(offset), &it)));
    }
    found
}

/// Texts for people stand in `words`, where no language can be forgotten.
fn texts_keep_to_words(source: &Source) -> Vec<String> {
    const ALLOWED: [(&str, &str); 10] = [
        ("src/words/", "this is where they belong"),
        (
            "src/cli/demo/",
            "makes the content of a package: names, definitions, its README",
        ),
        ("src/draw/theme.rs", "names the families of type"),
        (
            "src/ui/parts/header.rs",
            "the mark: the name in two characters, in both languages",
        ),
        (
            "src/cli/mod.rs",
            "the command line speaks to those who build and publish",
        ),
        ("src/bin/", "as the command line"),
        ("src/parse/cell.rs", "reads periods as people write them"),
        (
            "src/intake/vocabulary",
            "reads what others call their columns",
        ),
        (
            "src/package/registers.rs",
            "reads the words of the table of standards",
        ),
        (
            "src/model/indicator.rs",
            "reads the unit that says that persons are counted",
        ),
    ];
    if source.room().is_empty() && source.path != "src/main.rs"
        || ALLOWED
            .iter()
            .any(|(path, _)| source.path.starts_with(path))
    {
        return Vec::new();
    }
    let spoken = source
        .strings
        .iter()
        .filter(|(_, text)| text.chars().any(is_chinese) || longest_run_of_words(text) >= 4);
    let quiet = spoken.filter(|(line, _)| !speaks_to_builders(source, *line));
    quiet.map(|(line, text)| at(source, *line, text)).collect()
}

/// The message of an `assert!`, `expect` and the like is for whoever mends the program.
fn speaks_to_builders(source: &Source, line: usize) -> bool {
    let lines: Vec<&str> = source.code.lines().take(line).collect();
    let code = lines.join("\n");
    let from = code.trim_end_matches(';').rfind(';').unwrap_or(0);
    [
        "assert!(",
        "assert_eq!(",
        "unreachable!(",
        ".expect(",
        "panic!(",
    ]
    .iter()
    .any(|call| code[from..].contains(call))
}

/// Every file says at its top what it holds.
fn files_say_what_they_hold(source: &Source) -> Vec<String> {
    let opens = source.text.starts_with("//! ");
    if opens {
        Vec::new()
    } else {
        vec![at(source, 1, "no //! at the top")]
    }
}

/// One idea a file.
fn files_are_short(source: &Source) -> Vec<String> {
    const LONGEST: usize = 450;
    let lines = source.text.lines().count();
    if source.path.starts_with("src/") && lines > LONGEST {
        return vec![at(source, LONGEST, &format!("{lines} lines"))];
    }
    Vec::new()
}

/// Nothing is left to do, and nothing that data or the world can bring about panics.
fn nothing_panics(source: &Source) -> Vec<String> {
    /// Where, what, and why it cannot fail.
    const ALLOWED: [(&str, &str, &str); 4] = [
        (
            "src/export/csv.rs",
            "memory takes every byte",
            "writing to a Vec does not fail",
        ),
        (
            "src/cli/demo/calendar.rs",
            "real years",
            "our own years, all from 1900 to 2199",
        ),
        (
            "src/cli/demo/descriptor.rs",
            "always JSON",
            "our own words and lists",
        ),
        (
            "src/cli/demo/measures.rs",
            "one kind of amount",
            "our own table of measures",
        ),
    ];
    let mut found = Vec::new();
    for call in [
        "todo!",
        "unimplemented!",
        "dbg!",
        ".unwrap()",
        ".expect(",
        "panic!(",
    ] {
        for (offset, _) in source.code.match_indices(call) {
            let line = source.line(offset);
            let text = source.text.lines().nth(line - 1).unwrap_or_default();
            let allowed = ALLOWED
                .iter()
                .any(|(path, what, _)| *path == source.path && text.contains(what));
            if !allowed {
                found.push(at(source, line, text.trim()));
            }
        }
    }
    found
}

/// The table at the top of `src/lib.rs` is the list of its modules.
fn the_table_lists_the_modules(source: &Source) -> Vec<String> {
    let (mut table, mut modules) = (rooms_of_table(source), rooms_of_modules(source));
    table.sort();
    modules.sort();
    if table == modules && !table.is_empty() {
        return Vec::new();
    }
    vec![at(source, 1, &format!("{table:?} but {modules:?}"))]
}

// ---- the whole tree -----------------------------------------------------------------------------

/// The tree must have nothing that breaks a rule.
#[track_caller]
fn check_tree(sources: &[Source], rule: impl Fn(&Source) -> Vec<String>) {
    assert!(!sources.is_empty());
    let found: Vec<String> = sources.iter().flat_map(rule).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

fn rust() -> Vec<Source> {
    sources("src", &["rs"])
}

fn rooms() -> Vec<String> {
    rooms_of_table(&library())
}

fn library() -> Source {
    let mut all = rust();
    all.retain(|source| source.path == "src/lib.rs");
    all.remove(0)
}

#[test]
fn a_room_imports_only_rooms_above_it() {
    let rooms = rooms();
    check_tree(&rust(), |source| imports_go_up(source, &rooms));
}

#[test]
fn stats_imports_nothing_of_the_crate() {
    check_tree(&rust(), stats_stands_alone);
}

#[test]
fn ui_names_neither_stats_nor_query() {
    check_tree(&rust(), ui_asks_answers);
}

#[test]
fn foreign_crates_are_named_only_in_their_rooms() {
    check_tree(&rust(), crates_keep_their_rooms);
}

#[test]
fn there_are_no_pixels_above_draw() {
    let rooms = rooms();
    check_tree(&rust(), |source| no_pixels_above_draw(source, &rooms));
}

#[test]
fn there_is_no_colour_outside_the_theme() {
    let mut all = rust();
    for folder in ["style", "web", "index.html"] {
        all.extend(sources(folder, &["css", "html", "js", "svg"]));
    }
    check_tree(&all, colours_keep_to_the_theme);
}

#[test]
fn there_is_no_text_for_people_outside_words() {
    check_tree(&rust(), texts_keep_to_words);
}

#[test]
fn every_file_opens_by_saying_what_it_holds() {
    let mut all = rust();
    all.extend(sources("tests", &["rs"]));
    check_tree(&all, files_say_what_they_hold);
}

#[test]
fn no_file_is_long() {
    check_tree(&rust(), files_are_short);
}

#[test]
fn nothing_is_left_to_do_and_nothing_unwraps() {
    check_tree(&rust(), nothing_panics);
}

#[test]
fn the_table_of_rooms_is_complete() {
    check_tree(&[library()], the_table_lists_the_modules);
    let mut folders: Vec<String> = rust()
        .iter()
        .map(|source| source.room().to_string())
        .collect();
    folders.retain(|room| !room.is_empty());
    folders.sort();
    folders.dedup();
    let mut rooms = rooms();
    rooms.sort();
    assert_eq!(folders, rooms);
}

// ---- each rule can fail -------------------------------------------------------------------------

/// A made-up file must break a rule so many times.
#[track_caller]
fn check(rule: impl Fn(&Source) -> Vec<String>, path: &str, text: &str, expected: usize) {
    let found = rule(&Source::new(path, text));
    assert_eq!(found.len(), expected, "{path}: {text}\n{found:?}");
}

#[test]
fn each_import_rule_fires() {
    let rooms = ["model", "stats", "query", "draw", "ui"].map(str::to_string);
    let go_up = |source: &Source| imports_go_up(source, &rooms);
    check(go_up, "src/query/a.rs", "use crate::model::Area;", 0);
    check(go_up, "src/query/a.rs", "use crate::draw::Scene;", 1);
    check(
        go_up,
        "src/query/a.rs",
        "use crate::{model::{Area, draw}, draw::{Scene, ui}};",
        1,
    );
    check(
        go_up,
        "src/query/a.rs",
        "fn f() { crate::ui::run(); ::zhishe::draw::f() }",
        2,
    );
    check(
        go_up,
        "src/query/a.rs",
        "use super::super::draw::Scene; use super::model;",
        1,
    );
    check(go_up, "src/query/mod.rs", "use super::draw::Scene;", 1);
    check(go_up, "src/query/a.rs", "use crate::nowhere::Scene;", 1);
    check(
        go_up,
        "src/query/a.rs",
        "// crate::draw\nconst A: &str = \"crate::draw\";",
        0,
    );
    check(
        go_up,
        "src/query/a.rs",
        "#[cfg(test)]\nmod tests { use crate::draw::Scene; }",
        0,
    );
    check(go_up, "src/query/a.rs", "pub(crate) fn f() {}", 0);

    check(
        stats_stands_alone,
        "src/stats/a.rs",
        "use crate::model::Area;",
        1,
    );
    check(
        stats_stands_alone,
        "src/stats/a.rs",
        "use crate::stats::wilson;",
        0,
    );
    check(
        stats_stands_alone,
        "src/answer/a.rs",
        "use crate::model::Area;",
        0,
    );

    check(
        ui_asks_answers,
        "src/ui/a.rs",
        "use crate::{query::select, stats};",
        2,
    );
    check(
        ui_asks_answers,
        "src/ui/a.rs",
        "use crate::answer::query_of;",
        0,
    );
}

#[test]
fn the_rule_of_foreign_crates_fires() {
    let rule = crates_keep_their_rooms;
    check(
        rule,
        "src/query/a.rs",
        "use csv::Reader; fn f() { csv_core::Reader::new(); }",
        2,
    );
    check(rule, "src/query/a.rs", "use csv;", 1);
    check(
        rule,
        "src/parse/a.rs",
        "use csv::Reader; use csv_core::Reader as Core;",
        0,
    );
    check(
        rule,
        "src/ui/a.rs",
        "use crate::export::csv::table; // csv::Reader\nlet a = \"csv::\";",
        0,
    );
    check(rule, "src/figure/a.rs", "use plotters::prelude::*;", 1);
    check(rule, "src/browser/a.rs", "use leptos::prelude::*;", 1);
    check(
        rule,
        "src/ui/a.rs",
        "use leptos::prelude::*; use web_sys::Window;",
        0,
    );
    check(rule, "src/draw/canvas.rs", "use web_sys::Window;", 0);
    check(rule, "src/draw/svg.rs", "use web_sys::Window;", 1);
    check(
        rule,
        "src/route/a.rs",
        "fn f() { let w = js_sys::Date::now(); }",
        1,
    );
}

#[test]
fn the_rules_of_looks_fire() {
    let rooms = ["model", "figure", "draw", "ui"].map(str::to_string);
    let pixels = |source: &Source| no_pixels_above_draw(source, &rooms);
    check(
        pixels,
        "src/figure/a.rs",
        "struct A { width_px: f64, px: f64 }",
        2,
    );
    check(pixels, "src/draw/a.rs", "struct A { width_px: f64 }", 0);
    check(
        pixels,
        "src/figure/a.rs",
        "// width_px\nstruct A { expx: f64 }",
        0,
    );

    let rule = colours_keep_to_the_theme;
    check(
        rule,
        "src/ui/a.rs",
        "const A: &str = \"#1f2328\"; let b = \"fill:rgb(1,2,3)\";",
        2,
    );
    check(
        rule,
        "src/draw/a.rs",
        "let c = RGBColor(1, 2, 3); let d = RGBColor(red, 2, 3);",
        1,
    );
    check(rule, "src/draw/theme.rs", "const A: &str = \"#1f2328\";", 0);
    check(
        rule,
        "src/ui/a.rs",
        "let link = \"#main\"; let n = \"&#123;\"; // #1f2328",
        0,
    );
    check(
        rule,
        "style/a.css",
        "#add { color: var(--ink); } a { color: #add; }",
        1,
    );
    check(
        rule,
        "style/a.css",
        "a { background: oklch(1 0 0); border: 1px solid white; }",
        2,
    );
    check(
        rule,
        "style/a.css",
        "a { color: currentColor; /* #fff */ background: transparent }",
        0,
    );
    check(
        rule,
        "style/a.css",
        ".white:hover { white-space: nowrap; }",
        0,
    );
    check(
        rule,
        "index.html",
        "<meta name=\"theme-color\" content=\"#ffffff\">",
        1,
    );
}

#[test]
fn the_rule_of_texts_fires() {
    let rule = texts_keep_to_words;
    check(
        rule,
        "src/ui/a.rs",
        "let a = \"总览\"; let b = \"Nothing has been found here\";",
        2,
    );
    check(
        rule,
        "src/ui/a.rs",
        "let b = r#\"There is \"no\" such file\"#;",
        1,
    );
    check(
        rule,
        "src/ui/a.rs",
        "/// 总览\nlet a = \"M 1 2 L\"; let b = \"data-state\";",
        0,
    );
    check(
        rule,
        "src/ui/a.rs",
        "assert!(x, \"a chart has at least one mark\");",
        0,
    );
    check(rule, "src/words/zh.rs", "let a = \"总览\";", 0);
}

#[test]
fn the_rules_of_files_fire() {
    check(files_say_what_they_hold, "src/a.rs", "use std::fmt;\n", 1);
    check(
        files_say_what_they_hold,
        "src/a.rs",
        "//! What it holds.\n",
        0,
    );
    check(files_are_short, "src/a.rs", &"\n".repeat(451), 1);
    check(files_are_short, "src/a.rs", &"\n".repeat(450), 0);
    let text = "fn f() { todo!(); a.unwrap(); a.expect(\"\"); unimplemented!(); a.unwrap_or(1); }";
    check(nothing_panics, "src/a.rs", text, 4);
    check(
        nothing_panics,
        "src/a.rs",
        "// todo!\nlet a = \".unwrap()\";",
        0,
    );
    check(
        nothing_panics,
        "src/a.rs",
        "#[cfg(test)]\nmod tests { fn f() { a.unwrap(); } }",
        0,
    );
    let table = "//! | room | for |\n//! | --- | --- |\n//! | `a` | x |\n//! | `b` | y |\n";
    let library = |modules: &str| format!("{table}{modules}");
    let rule = the_table_lists_the_modules;
    check(
        rule,
        "src/lib.rs",
        &library("pub mod a;\n#[cfg(feature = \"ui\")]\npub mod b;"),
        0,
    );
    check(rule, "src/lib.rs", &library("pub mod a;"), 1);
    check(
        rule,
        "src/lib.rs",
        &library("pub mod b;\npub mod a;\npub mod c;"),
        1,
    );
}

#[test]
fn literals_and_comments_are_told_from_code() {
    let text =
        "let a = '\"'; let b: &'static str = \"x\\\"//y\"; /* \" /* */ */ let c = b\"z\"; // \"q\"";
    let source = Source::new("src/a.rs", text);
    let strings: Vec<&str> = source.strings.iter().map(|(_, text)| &**text).collect();
    assert_eq!(strings, ["x\\\"//y", "z"]);
    assert_eq!(source.code.len(), text.len());
    assert!(source.code.contains("let c = b\""));
    assert!(!source.code.contains('q') && !source.code.contains('y'));
}

// ---- reading the source -------------------------------------------------------------------------

fn at(source: &Source, line: usize, what: &str) -> String {
    format!("{}:{line}: {what}", source.path)
}

/// The identifiers of a text with their offsets.
fn words(code: &str) -> Vec<(usize, &str)> {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut found = Vec::new();
    let mut start = None;
    for (offset, character) in code.char_indices().chain([(code.len(), ' ')]) {
        match (start, is_word(character)) {
            (None, true) => start = Some(offset),
            (Some(from), false) => {
                found.push((from, &code[from..offset]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The rooms that a file names: `crate::room`, `zhishe::room`, both with nested groups, and
/// `super::` as far up as the crate.
fn rooms_named(source: &Source) -> Vec<(usize, String)> {
    let depth = source.path.matches('/').count() - usize::from(source.path.ends_with("/mod.rs"));
    let mut found = Vec::new();
    for (offset, word) in words(&source.code) {
        let mut end = offset + word.len();
        let before = source.code[..offset].trim_end();
        let is_inner = before.ends_with("::")
            && !before.ends_with([' ', '(', '{', ';', ','])
            && before[..before.len() - 2]
                .ends_with(|last: char| last.is_alphanumeric() || last == '_');
        match word {
            "crate" | "zhishe" if !is_inner => {}
            "super" if !is_inner => {
                let mut count = 1;
                while let Some(next) = source.code[end..].trim_start().strip_prefix("::")
                    && next.trim_start().starts_with("super")
                {
                    end += source.code[end..].find("super").unwrap_or(0) + "super".len();
                    count += 1;
                }
                if count < depth {
                    continue;
                }
            }
            _ => continue,
        }
        let Some(rest) = source.code[end..].trim_start().strip_prefix("::") else {
            continue;
        };
        for name in heads(rest) {
            found.push((source.line(offset), name));
        }
    }
    found
}

/// The first names of a path, or of each path in a group.
fn heads(rest: &str) -> Vec<String> {
    let rest = rest.trim_start();
    let first = |text: &str| words(text).first().map(|(_, word)| word.to_string());
    let Some(group) = rest.strip_prefix('{') else {
        return first(rest).into_iter().collect();
    };
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (offset, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.extend(first(&group[start..offset]));
                start = offset + 1;
                if character == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn rooms_of_table(library: &Source) -> Vec<String> {
    let rows = library
        .text
        .lines()
        .filter_map(|line| line.strip_prefix("//! | `"));
    rows.filter_map(|row| row.split_once('`').map(|(room, _)| room.to_string()))
        .collect()
}

fn rooms_of_modules(library: &Source) -> Vec<String> {
    let lines = library
        .code
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub mod "));
    lines
        .map(|line| line.trim_end_matches(';').to_string())
        .collect()
}

/// A character of Chinese; its punctuation alone says nothing.
fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The most words in a row that are letters only, but for the marks at their ends.
fn longest_run_of_words(text: &str) -> usize {
    let (mut run, mut longest) = (0, 0);
    for token in text.split_whitespace() {
        let word = token.trim_matches(|mark: char| ",.;:!?()'\"“”‘’\\".contains(mark));
        let is_word = !word.is_empty()
            && word
                .chars()
                .all(|letter| letter.is_alphabetic() || letter == '’');
        run = if is_word { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// Colour literals with their offsets. Of a style sheet only values are looked at, and there
/// colours by name count too.
fn colours(text: &str, everywhere: bool) -> Vec<(usize, String)> {
    const FUNCTIONS: [&str; 9] = [
        "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch",
    ];
    const NAMES: [&str; 18] = [
        "white", "black", "red", "green", "blue", "gray", "grey", "orange", "yellow", "purple",
        "silver", "navy", "teal", "maroon", "olive", "pink", "brown", "cyan",
    ];
    let mut found = Vec::new();
    let is_value = |offset: usize| everywhere || is_css_value(text, offset);
    for (offset, _) in text.match_indices('#') {
        let digits: String = text[offset + 1..]
            .chars()
            .take_while(|character| character.is_alphanumeric() || matches!(character, '-' | '_'))
            .collect();
        let is_hex = digits.chars().all(|digit| digit.is_ascii_hexdigit());
        let is_entity = text[..offset].ends_with('&');
        if is_hex && matches!(digits.len(), 3 | 4 | 6 | 8) && !is_entity && is_value(offset) {
            found.push((offset, format!("#{digits}")));
        }
    }
    for (offset, word) in words(text) {
        let after = &text[offset + word.len()..];
        let joined = text[..offset].ends_with(['-', '.', '#']) || after.starts_with('-');
        let is_function = FUNCTIONS.contains(&word) && after.starts_with('(');
        let is_name = !everywhere && NAMES.contains(&word) && !joined;
        if (is_function || is_name) && is_value(offset) {
            found.push((offset, word.to_string()));
        }
    }
    found
}

/// True where an offset lies in the value of a declaration, or in an attribute of a page.
fn is_css_value(text: &str, offset: usize) -> bool {
    let before = text[..offset].rfind([':', '{', '}', ';', '<', '"']);
    let opens_value = before.is_some_and(|at| matches!(text.as_bytes()[at], b':' | b'"'));
    let after = text[offset..].find(['{', '}', ';', '"']);
    let opens_rule = after.is_some_and(|at| text.as_bytes()[offset + at] == b'{');
    opens_value && !opens_rule
}
