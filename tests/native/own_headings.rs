//! Where a number of a reader's own table stands: under the headings of the file, alone or beside
//! published figures.

use crate::support::own;
use std::sync::Arc;
use zhishe::answer::provenance;
use zhishe::intake::{ColumnRole, Figure, Part, Recipe, change_recipe};
use zhishe::model::Period;
use zhishe::package::{Package, Resolving, join};
use zhishe::query::select;

fn recognised(text: &str) -> Recipe {
    own::recipe_of("own.csv", text.as_bytes()).recipe
}

fn take(recipe: &Recipe, text: &str) -> Package {
    own::take("own.csv", text.as_bytes(), recipe, usize::MAX).unwrap()
}

#[track_caller]
fn check(package: &Package, of: (&str, &str, &str), expected: &[(&str, &str)]) {
    let (indicator, area, period) = of;
    let indicator = package.indicators.id(indicator).unwrap();
    let area = package.areas.id(area).unwrap();
    let reading = select(package, indicator, area, Period::parse(period).unwrap());
    let origin = provenance(package, reading.place.unwrap()).unwrap();
    let cells: Vec<(&str, &str)> = origin
        .cells
        .iter()
        .map(|it| (it.column.as_str(), it.text.as_str()))
        .collect();
    assert_eq!(cells, expected);
}

#[test]
fn cells_stand_under_the_headings_of_the_file() {
    let text =
        "街道,年份,超期件数,全部件数,满意度（%）,说明\n甲,2024,3,40,91.5,试点\n乙,2024,5,50,88,\n";
    let mut recipe = recognised(text);
    change_recipe(&mut recipe, |recipe| {
        for (name, part) in [
            ("超期件数", Part::Numerator),
            ("全部件数", Part::Denominator),
        ] {
            let mut columns = recipe.columns.iter_mut();
            let column = columns.find(|it| it.name == name).unwrap();
            column.role = ColumnRole::Figure(Figure {
                indicator: name.to_string(),
                part,
                ..Figure::default()
            });
        }
    });
    let package = take(&recipe, text);
    let share = package.indicators.iter().next().unwrap().1.code.clone();
    let of_share = [
        ("街道", "甲"),
        ("年份", "2024"),
        ("超期件数", "3"),
        ("全部件数", "40"),
        ("说明", "试点"),
    ];
    check(&package, (&share, "甲", "2024"), &of_share);
    let of_value = [("街道", "乙"), ("年份", "2024"), ("满意度（%）", "88")];
    check(&package, ("满意度", "乙", "2024"), &of_value);
}

#[test]
fn columns_for_codes_indicators_months_and_periods() {
    let text = "LAD code,LAD name,year,month,indicator,value,status\n\
        E1,Bath,2024,3,wait,4.5,P\nE2,York,2024,3,wait,5.5,\nE1,Bath,2024,4,wait,6.5,\n";
    let cells = [
        ("indicator", "wait"),
        ("LAD code", "E1"),
        ("LAD name", "Bath"),
        ("year · month", "2024-03"),
        ("value", "4.5"),
        ("status", "P"),
    ];
    check(
        &take(&recognised(text), text),
        ("wait", "E1", "2024-03"),
        &cells,
    );
    // What no column says is not told as one: here the period is in the heading of the figure.
    let wide = "area,2019,2020\nBath,1.5,2.5\nYork,3.5,4.5*\n";
    let package = take(&recognised(wide), wide);
    let cells = [("area", "York"), ("2020", "4.5"), ("2020", "4.5*")];
    check(&package, ("own", "York", "2020"), &cells);
}

#[test]
fn beside_published_areas_the_file_writes_them_as_it_does() {
    let theirs = "code,area,year,score\n990001,Bath,2024,1.5\n990002,York,2024,2.5\n";
    let published = take(&recognised(theirs), theirs);
    let text = "place,year,wait\nBATH,2024,4.5\nYork,2024,5.5\n";
    let own = take(&recognised(text), text);
    let joining = join(&own.areas, &published.areas);
    let mut beside = published.with_beside(&own, &joining.pairs());
    let file = beside.files.remove(0);
    let package = Arc::new(beside.package);
    let resolving = Resolving::new(package.clone(), file).unwrap();
    let package = package.with_observations(resolving.finish());
    let cells = [("place", "BATH"), ("year", "2024"), ("wait", "4.5")];
    check(&package, ("wait", "990001", "2024"), &cells);
}
