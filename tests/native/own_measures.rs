//! Long tables whose rows say what kind of figure they carry, and the units beside that; and columns of
//! periods written in several forms.

use crate::support::own::{check, faults, recipe_of, refused, remarks, take};
use zhishe::intake::{ColumnRole, Remark};
use zhishe::model::{Kind, Nature, Period};

/// Each indicator of a table: its name, its kind, its units in Chinese and English, its multiplier.
fn indicators(text: &str) -> Vec<String> {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = take("t.csv", text.as_bytes(), &recipe, 7).unwrap();
    let all = package.indicators.iter().map(|(_, it)| {
        let events = if it.nature == Nature::Events { "!" } else { "" };
        let kind = it.kind.word();
        let label = if it.label.en.is_empty() {
            &it.label.zh
        } else {
            &it.label.en
        };
        let unit = [it.unit.zh.as_str(), it.unit.en.as_str()].join("/");
        format!("{label}: {kind}{events} {unit} {}", it.multiplier)
    });
    all.collect()
}

fn role(text: &str, column: &str) -> ColumnRole {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let found = recipe.columns.into_iter().find(|it| it.name == column);
    found.expect("the column").role
}

#[test]
fn a_column_of_kinds_decides_kind_and_unit() {
    let text = "area,indicator,period,measure,unit,value\n\
        A,Dependency,2020,Ratio,Persons,24.8\nB,Dependency,2020,Ratio,Persons,32\n\
        A,Turnout,2020,Percentage,Votes,27.0\nB,Turnout,2020,Percentage,Votes,36\n\
        A,Admissions,2020,\"Rate per 1,000\",Persons,3.5\nB,Admissions,2020,\"Rate per 1,000\",Persons,4\n\
        A,Children,2020,Count,Persons,12\nB,Children,2020,Count,Persons,0\n\
        A,Wait,2020,Mean,days,12\nB,Wait,2020,Mean,days,14\n";
    assert_eq!(
        indicators(text),
        [
            "Dependency: ratio / 1",
            "Turnout: proportion /% 100",
            "Admissions: rate 每 1,000/per 1,000 1000",
            "Children: count! /Persons 1",
            "Wait: mean /days 1",
        ]
    );
    assert_eq!(role(text, "measure"), ColumnRole::Kind);
    let told = remarks("t.csv", text);
    let not_taken: Vec<&Remark> = told
        .iter()
        .filter(|it| matches!(it, Remark::UnitNotTaken { .. }))
        .collect();
    let [Remark::UnitNotTaken { unit, kind, line }] = &not_taken[..] else {
        panic!("{told:?}");
    };
    assert_eq!(
        (unit.as_str(), kind.as_str(), *line),
        ("Persons", "Ratio", 2)
    );
    let column = "measure".to_string();
    let is_in_name = false;
    assert!(told.contains(&Remark::KindColumn { column, is_in_name }));
}

#[test]
fn the_words_for_kinds_are_known_in_other_languages_and_with_slips() {
    for (word, expected) in [
        ("Percentaage", "x: proportion /% 100"),
        ("per cent", "x: proportion /% 100"),
        ("百分比", "x: proportion /% 100"),
        ("Prozent", "x: proportion /% 100"),
        ("Pourcentage", "x: proportion /% 100"),
        ("porcentaje", "x: proportion /% 100"),
        ("百万分", "x · 百万分: mean / 1"),
        ("每十万人", "x: rate 每 100,000/per 100,000 100000"),
        ("je 1.000 Einwohner", "x: rate 每 1,000/per 1,000 1000"),
        ("中位数", "x: mean / 1"),
    ] {
        let text = format!(
            "area,year,indicator,data type,value\nA,2020,x,{word},1.5\nB,2020,x,{word},2.5\n"
        );
        let found = indicators(&text);
        match word {
            // No kind of figure: the column is left aside, and told.
            "百万分" => assert_eq!(found, ["x: mean / 1"], "{word}"),
            _ => assert_eq!(found, [expected], "{word}"),
        }
    }
}

#[test]
fn a_unit_may_say_the_kind_alone() {
    let text = "area,year,indicator,unit,value\nA,2020,x,Percentage,1.5\nB,2020,x,Percentage,2.5\n\
        A,2020,y,Number,15\nB,2020,y,Number,25\nA,2020,z,\"per 100,000\",15\nB,2020,z,\"per 100,000\",25\n";
    assert_eq!(
        indicators(text),
        [
            "x: proportion /% 100",
            "y: count! / 1",
            "z: rate 每 100,000/per 100,000 100000",
        ]
    );
}

#[test]
fn one_indicator_of_two_kinds_is_two() {
    let text = "area,year,indicator,measure,unit,value\n\
        A,2020,obese,Count,Persons,5\nA,2020,obese,Percentage,Persons,6.5\n\
        B,2020,obese,Count,Persons,7\nB,2020,obese,Percentage,Persons,6.7\n";
    check(
        "t.csv",
        text,
        &[
            "A|obese · Count|2020|5",
            "A|obese · Percentage|2020|6.5",
            "B|obese · Count|2020|7",
            "B|obese · Percentage|2020|6.7",
        ],
    );
    assert_eq!(
        indicators(text),
        [
            "obese · Count: count! /Persons 1",
            "obese · Percentage: proportion /% 100",
        ]
    );
    let column = "measure".to_string();
    let is_in_name = true;
    assert!(remarks("t.csv", text).contains(&Remark::KindColumn { column, is_in_name }));
    // Never in the same area and period, and without the name of an indicator.
    check(
        "obesity.csv",
        "area,year,statistic,value\nA,2019,人数,5\nA,2020,百分比,6.5\nB,2019,人数,7\nB,2020,百分比,6.7\n",
        &[
            "A|obesity · 人数|2019|5",
            "A|obesity · 百分比|2020|6.5",
            "B|obesity · 人数|2019|7",
            "B|obesity · 百分比|2020|6.7",
        ],
    );
}

#[test]
fn a_kind_that_comes_further_down_makes_another_indicator() {
    let mut text = String::from("area,year,indicator,measure,value\n");
    for year in 1960..2020 {
        for area in 0..60 {
            text += &format!("{area}x,{year},obese,Count,{area}\n");
        }
    }
    text += "0x,2020,obese,Percentage,6.5\n";
    let bytes = text.as_bytes();
    // What is recognised from the first rows alone.
    let head: String = text
        .lines()
        .take(100)
        .map(|line| format!("{line}\n"))
        .collect();
    let recipe = recipe_of("t.csv", head.as_bytes()).recipe;
    let package = take("t.csv", bytes, &recipe, 4096).unwrap();
    let labels: Vec<(&str, Kind)> = package
        .indicators
        .iter()
        .map(|(_, it)| (it.label.en.as_str(), it.kind))
        .collect();
    assert_eq!(
        labels,
        [
            ("obese", Kind::Count),
            ("obese (Percentage)", Kind::Proportion)
        ]
    );
}

#[test]
fn names_of_indicators_are_no_kinds() {
    // Words of which some are no kinds are the names of indicators, with their own figures.
    let text = "area,year,measure,value\nA,2020,Births,5\nA,2020,Rate,6.5\nB,2020,Births,7\nB,2020,Rate,6.7\n";
    assert_eq!(role(text, "measure"), ColumnRole::Indicator);
    let text =
        "area,year,指标,值\nA,2020,人数,5\nA,2020,平均,6.5\nB,2020,人数,7\nB,2020,平均,6.7\n";
    assert_eq!(role(text, "指标"), ColumnRole::Indicator);
    // Short words are kinds under a heading for them alone.
    let text = "area,year,platform,value\nA,2020,PC,5\nB,2020,PC,7\n";
    assert_eq!(role(text, "platform"), ColumnRole::Ignored);
    // What parts people is none.
    let text = "area,year,type,value\nA,2020,Men,5\nA,2020,Women,6\nB,2020,Men,7\nB,2020,Women,6\n";
    assert_eq!(role(text, "type"), ColumnRole::PartOfIndicator);
}

// ---- periods ------------------------------------------------------------------------------------

#[test]
fn periods_of_several_forms_are_read_and_the_others_told() {
    let text = "area,year,rate\nA,2017/18,5.5\nA,2019,6.5\nB,2017/18 to 2019/20,5.7\n\
        B,2015 - 17,6.7\nB,Mar-20,6.9\nC,soon,3.5\nC,2018,3.4\n";
    check(
        "t.csv",
        text,
        &[
            "A|rate|2017|5.5",
            "A|rate|2019|6.5",
            "B|rate|2015-01/2017-12|6.7",
            "B|rate|2017-01/2019-12|5.7",
            "B|rate|2020-03|6.9",
            "C|rate|2018|3.4",
        ],
    );
    assert_eq!(faults("t.csv", text), ["7 year “soon” period-form"]);
    let told = remarks("t.csv", text);
    let example = "2017/18 to 2019/20".to_string();
    let read_as = Period::parse("2017-01/2019-12").unwrap();
    assert!(
        told.contains(&Remark::SpansOfYears { example, read_as }),
        "{told:?}"
    );
    // Most rows, though not most ways of writing.
    let text = "area,period,x\nA,2019,1\nB,2019,2\nC,2019,3\nD,soon,4\nE,later,5\n";
    assert_eq!(
        faults("t.csv", text),
        [
            "5 period “soon” period-form",
            "6 period “later” period-form"
        ]
    );
    // What is mostly no period is no column of periods.
    let text = "area,period,x\nA,2019,1\nB,soon,2\nC,later,3\n";
    assert_eq!(refused("t.csv", text.as_bytes()), "missing-column");
}

#[test]
fn spans_of_years_are_no_months() {
    check(
        "t.csv",
        "area,period,rate\nA,2009-11,1.5\nA,2010-12,2.5\nA,2011-13,3.5\n",
        &[
            "A|rate|2009-01/2011-12|1.5",
            "A|rate|2010-01/2012-12|2.5",
            "A|rate|2011-01/2013-12|3.5",
        ],
    );
    // Each as long as the others.
    check(
        "t.csv",
        "area,period,rate\nA,2007-09,1.5\nA,2008-10,2.5\nA,2009-11,3.5\n",
        &[
            "A|rate|2007-01/2009-12|1.5",
            "A|rate|2008-01/2010-12|2.5",
            "A|rate|2009-01/2011-12|3.5",
        ],
    );
    check(
        "t.csv",
        "area,period,rate\nA,2009-10,1.5\nA,2009-11,2.5\nA,2009-12,3.5\n",
        &[
            "A|rate|2009-10|1.5",
            "A|rate|2009-11|2.5",
            "A|rate|2009-12|3.5",
        ],
    );
    check(
        "t.csv",
        "area,2015-17,2016-18\nA,1.5,2.5\nB,1.7,2.7\n",
        &[
            "A|t|2015-01/2017-12|1.5",
            "A|t|2016-01/2018-12|2.5",
            "B|t|2015-01/2017-12|1.7",
            "B|t|2016-01/2018-12|2.7",
        ],
    );
}

#[test]
fn a_line_drawn_below_a_header_is_no_row() {
    let text = "area|year|x\n-----|------|---\nA|2020|1\nB|2020|2\n";
    check("t.csv", text, &["A|x|2020|1", "B|x|2020|2"]);
    assert_eq!(faults("t.csv", text), [""; 0]);
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = take("t.csv", text.as_bytes(), &recipe, 7).unwrap();
    assert_eq!(package.areas.iter().count(), 2);
    let text = "| area | year | x |\n|------|------|---|\n| A | 2020 | 1 |\n| B | 2020 | 2 |\n";
    check("t.csv", text, &["A|x|2020|1", "B|x|2020|2"]);
    assert_eq!(faults("t.csv", text), [""; 0]);
}
