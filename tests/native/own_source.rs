//! What a reader's own folder or archive is taken for: a package of this program's tables, tables of
//! another maker with what is declared of them, or tables alone.

use crate::support::Files;
use serde_json::{Value as Json, json};
use zhishe::intake::{
    ColumnPlan, ColumnRole, DayOrder, DecimalMark, Encoding, Figure, Recipe, Recognised, Remark,
    with_hints,
};
use zhishe::model::{FaultKind, Lang};
use zhishe::package::{
    FieldKind, OwnFiles, OwnSource, PackageSaid, TablePlace, descriptor_path, own_files,
};
use zhishe::parse::FileFault;
use zhishe::words::{own_banner, said_text};

fn opened(paths: &[&str], descriptor: &Json) -> Result<OwnFiles, FileFault> {
    let bytes = serde_json::to_vec(descriptor).unwrap();
    let path = descriptor_path(paths).unwrap();
    own_files(paths, Some((path, &bytes)))
}

fn tables(found: &OwnFiles) -> &[TablePlace] {
    match &found.source {
        OwnSource::Tables(tables) => tables,
        OwnSource::Package { folder, .. } => panic!("a package in {folder:?}"),
    }
}

fn paths(found: &OwnFiles) -> Vec<&str> {
    tables(found)
        .iter()
        .map(|table| table.path.as_str())
        .collect()
}

fn left(found: &OwnFiles) -> Vec<(&str, &'static str)> {
    let left = found.left.iter();
    left.map(|(path, fault)| (path.as_str(), fault.kind.name()))
        .collect()
}

#[test]
fn the_descriptor_nearest_to_the_outermost_folder() {
    #[track_caller]
    fn check(paths: &[&str], expected: Option<&str>) {
        assert_eq!(descriptor_path(paths), expected);
    }
    check(&["a.csv", "datapackage.json"], Some("datapackage.json"));
    check(
        &[
            "mydistrict/old/datapackage.json",
            "mydistrict/datapackage.json",
        ],
        Some("mydistrict/datapackage.json"),
    );
    check(
        &["b/datapackage.json", "a/datapackage.json"],
        Some("a/datapackage.json"),
    );
    check(
        &[".cache/datapackage.json", "a/my-datapackage.json", "a.csv"],
        None,
    );
}

#[test]
fn a_package_of_this_program() {
    let descriptor = Files::little().descriptor;
    let paths = ["mydistrict/datapackage.json", "mydistrict/areas.csv"];
    let found = opened(&paths, &descriptor).unwrap();
    match found.source {
        OwnSource::Package { folder, descriptor } => {
            assert_eq!(folder, "mydistrict/");
            assert_eq!(descriptor.resources.len(), 6);
        }
        OwnSource::Tables(tables) => panic!("{tables:?}"),
    }
    // Named as ours are and with other columns, it is another maker's.
    let fields = |names: &[&str]| -> Json {
        let fields: Vec<Json> = names.iter().map(|name| json!({"name": name})).collect();
        json!({"resources": [{"name": "observations", "path": "o.csv", "schema": {"fields": fields}}]})
    };
    let paths = ["datapackage.json", "o.csv"];
    let own = opened(&paths, &fields(&["indicator", "area_code", "period"])).unwrap();
    assert!(matches!(own.source, OwnSource::Package { .. }));
    let other = opened(&paths, &fields(&["station", "date", "mm"])).unwrap();
    assert_eq!(tables(&other)[0].path, "o.csv");
    // What is ours and broken is told as such.
    let broken = json!({"zhishe": {}, "resources": [{"name": "areas"}]});
    let kind = opened(&paths, &broken)
        .map(|_| ())
        .map_err(|fault| fault.kind.name());
    assert_eq!(kind, Err("broken-descriptor"));
}

#[test]
fn tables_of_another_maker_with_what_is_declared() {
    let descriptor = json!({
        "name": "prices",
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": "cities", "title": "House prices", "path": "data/cities.csv",
                "format": "csv", "encoding": "GBK",
                "dialect": {"delimiter": ";"},
                "schema": {
                    "fields": [
                        {"name": "fips", "type": "string"},
                        {"name": "year", "type": "year"},
                        {"name": "when", "type": "date"},
                        {"name": "price", "type": "number", "title": "Median price"},
                        {"name": "rest"},
                    ],
                    "primaryKey": ["fips", "year"],
                },
            },
            {"name": "parts", "path": ["./data/one.tsv", "data/two.tsv"], "dialect": {"csv": {"delimiter": "\t"}}, "schema": "schema.json"},
            {"name": "odd", "path": "data/odd", "mediatype": "text/csv"},
            {"name": "book", "path": "data/book.xlsx", "format": "xlsx"},
            {"name": "map", "path": "data/map.geojson"},
            {"name": "far", "path": "http://elsewhere/far.csv"},
            {"name": "above", "path": "../above.csv"},
            {"name": "gone", "path": "data/gone.csv"},
            {"name": "within", "data": [{"a": 1}]},
        ],
    });
    let files = [
        "p/datapackage.json",
        "p/data/cities.csv",
        "p/data/one.tsv",
        "p/data/two.tsv",
        "p/data/odd",
        "p/data/book.xlsx",
        "p/data/map.geojson",
        "above.csv",
        "p/unlisted.csv",
    ];
    let found = opened(&files, &descriptor).unwrap();
    let expected = [
        "p/data/cities.csv",
        "p/data/one.tsv",
        "p/data/two.tsv",
        "p/data/odd",
    ];
    assert_eq!(paths(&found), expected);
    assert_eq!(
        left(&found),
        [
            ("p/data/book.xlsx", "unlisted-workbook"),
            ("http://elsewhere/far.csv", "not-in-folder"),
            ("../above.csv", "not-in-folder"),
            ("data/gone.csv", "not-in-folder"),
        ]
    );
    let cities = &tables(&found)[0];
    assert_eq!(cities.title, "House prices");
    assert_eq!(cities.shown_name(), "House prices");
    assert_eq!(cities.declared_encoding(), Some(Encoding::Gb18030));
    assert_eq!(cities.options.delimiter, Some(b';'));
    let fields: Vec<(&str, FieldKind, bool)> = cities
        .fields
        .iter()
        .map(|field| (field.name.as_str(), field.kind, field.is_key))
        .collect();
    assert_eq!(
        fields,
        [
            ("fips", FieldKind::Text, true),
            ("year", FieldKind::Year, true),
            ("when", FieldKind::Date, false),
            ("price", FieldKind::Number, false),
            ("rest", FieldKind::Any, false),
        ]
    );
    assert_eq!(cities.fields[3].title, "Median price");
    let parts = &tables(&found)[1];
    assert_eq!(
        (parts.title.as_str(), parts.options.delimiter),
        ("parts", Some(b'\t'))
    );
    assert!(parts.fields.is_empty());
}

#[test]
fn tables_without_a_descriptor() {
    let files = [
        "d/b.CSV",
        "d/a.csv",
        "d/readme.txt",
        "d/notes.txt",
        ".hidden/c.csv",
        "d/~$a.csv",
        "d/book.xls",
        "d/c.tsv",
    ];
    let found = own_files(&files, None).unwrap();
    assert_eq!(paths(&found), ["d/a.csv", "d/b.CSV", "d/c.tsv"]);
    assert_eq!(left(&found), [("d/book.xls", "unlisted-workbook")]);
    // Text files are tables where nothing else is.
    assert_eq!(
        paths(&own_files(&["readme.txt", "t.txt"], None).unwrap()),
        ["t.txt"]
    );
}

#[test]
fn nothing_that_can_be_opened() {
    let refused = |files: &[&str]| own_files(files, None).map(|_| ()).unwrap_err();
    assert_eq!(refused(&["a.json", "README.md"]).kind, FaultKind::NoTable);
    assert_eq!(refused(&[]).kind, FaultKind::NoTable);
    let workbook = refused(&["d/a.xlsx", "d/b.docx"]);
    assert_eq!(
        (workbook.kind, workbook.found.as_str()),
        (FaultKind::WorkbookInstead, "d/a.xlsx")
    );
    for broken in ["{", "[]", "{\"name\": \"x\"}", "{\"resources\": {}}"] {
        let found = own_files(
            &["datapackage.json"],
            Some(("datapackage.json", broken.as_bytes())),
        );
        let kind = found.map(|_| ()).map_err(|fault| fault.kind.name());
        assert_eq!(kind, Err("broken-descriptor"), "{broken}");
    }
}

#[test]
fn what_is_declared_of_columns_corrects_what_was_guessed() {
    let figure = |indicator: &str| {
        ColumnRole::Figure(Figure {
            indicator: indicator.to_string(),
            ..Figure::default()
        })
    };
    let guessed = [
        ("fips", figure("fips")),
        ("zone", figure("zone")),
        ("year", figure("year")),
        ("price", figure("price")),
        ("share", ColumnRole::Note),
        ("rest", figure("rest")),
        ("area", ColumnRole::AreaName),
    ];
    let columns = guessed.map(|(name, role)| ColumnPlan {
        name: name.to_string(),
        role,
    });
    let mut recipe = Recipe::blank(Encoding::Utf8, b',');
    recipe.columns = columns.to_vec();
    let descriptor = json!({"resources": [{"name": "t", "path": "t.csv", "schema": {
        "fields": [
            {"name": "fips", "type": "string"},
            {"name": "zone", "type": "string"},
            {"name": "year", "type": "year"},
            {"name": "price", "type": "number", "title": "Median price"},
            {"name": "share", "type": "number"},
            {"name": "rest", "type": "any"},
            {"name": "area", "type": "string"},
        ],
        "primaryKey": "zone",
    }}]});
    let found = opened(&["datapackage.json", "t.csv"], &descriptor).unwrap();
    let remarks = Vec::new();
    let hinted = with_hints(Recognised { recipe, remarks }, &tables(&found)[0]);
    let roles: Vec<ColumnRole> = hinted
        .recipe
        .columns
        .into_iter()
        .map(|it| it.role)
        .collect();
    assert_eq!(
        roles,
        [
            ColumnRole::Ignored,
            ColumnRole::PartOfIndicator,
            ColumnRole::Year,
            figure("Median price"),
            figure("share"),
            figure("rest"),
            ColumnRole::AreaName,
        ]
    );
}

#[test]
fn what_is_declared_of_cells_is_how_they_are_read() {
    let field = json!({"name": "x", "type": "number", "decimalChar": ".", "missingValues": ["-1"]});
    let descriptor = json!({"resources": [{"name": "t", "path": "t.csv", "schema": {
        "missingValues": ["", "-999"],
        "fields": [{"name": "date", "type": "date", "format": "%m/%d/%Y"}, field],
    }}]});
    let found = opened(&["datapackage.json", "t.csv"], &descriptor).unwrap();
    let mut recipe = Recipe::blank(Encoding::Utf8, b';');
    recipe.decimal_mark = DecimalMark::Comma;
    recipe.missing = vec!["-999".to_string()];
    let example = "1.234".to_string();
    let read_as = DecimalMark::Comma;
    let remarks = vec![Remark::MarkNotCertain { example, read_as }];
    let hinted = with_hints(Recognised { recipe, remarks }, &tables(&found)[0]);
    assert_eq!(hinted.recipe.missing, ["-999", "-1"]);
    assert_eq!(hinted.recipe.decimal_mark, DecimalMark::Point);
    assert_eq!(hinted.recipe.day_order, DayOrder::MonthFirst);
    assert!(hinted.remarks.is_empty());
}

#[test]
fn what_a_package_says_of_itself_is_kept() {
    let descriptor = br#"{"name": "nc", "title": "Crime in North Carolina",
        "sources": [{"title": "Cornwell and Trumbull (1994)"}, {"path": "https://example.org/a"}],
        "licenses": [{"name": "odc-pddl"}],
        "resources": [{"name": "crime", "path": "crime.csv"}]}"#;
    let paths = ["datapackage.json", "crime.csv"];
    let found = own_files(&paths, Some(("datapackage.json", descriptor))).unwrap();
    let OwnSource::Tables(tables) = found.source else {
        panic!("a package of another maker");
    };
    let about = &tables[0].about;
    assert_eq!(about.title, "Crime in North Carolina");
    assert_eq!(about.licences, "odc-pddl");
    let said = said_text(Lang::En, about);
    assert_eq!(
        said,
        "Package: Crime in North Carolina; Source: Cornwell and Trumbull (1994), https://example.org/a; Licence: odc-pddl."
    );
    assert!(own_banner(false, about).en.ends_with(&said));
    assert!(!own_banner(false, about).en.contains("fictional"));
    assert!(own_banner(true, about).zh.contains("虚构"));
    assert_eq!(said_text(Lang::Zh, &PackageSaid::default()), "");
}

#[test]
fn a_package_is_told_of_a_row_twice_as_it_will_be_when_published() {
    let little = Files::little();
    let text = little.text("observations.csv").to_string();
    let row = text.lines().nth(1).unwrap().to_string();
    let package = little
        .with("observations.csv", format!("{text}{row}\n"))
        .open(usize::MAX);
    let faults = package.faults().into_iter();
    let repeated: Vec<u32> = faults
        .filter(|it| matches!(it.kind, FaultKind::DuplicateKey { .. }))
        .map(|it| it.line)
        .collect();
    assert_eq!(repeated, [text.lines().count() as u32 + 1]);
}
