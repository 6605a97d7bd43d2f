//! A table that was downloaded and is brought back judges as the page did that it came from: the same
//! verdict words, ranks, digits and units, whatever the kind of its figures and whichever way is good.

use crate::support::{self, demo, published};
use std::sync::Arc;
use zhishe::answer::{
    BenchmarkChoice, Compare, CompareQuestion, PeriodChoice, compare, level_options,
};
use zhishe::cli::NativeDecoders;
use zhishe::export::{self, Sheet};
use zhishe::intake::{Intake, Recipe, Remark, recognise, sample};
use zhishe::model::{IndicatorId, Lang, Polarity};
use zhishe::package::{Package, Resolving};

const AT: &str = "https://example.org/zhishe/?page=compare";

/// The package that a file makes when nothing is known but the file, and what is told of it.
fn taken(bytes: &[u8]) -> (Package, Vec<Remark>) {
    let decoders = NativeDecoders;
    let head = &bytes[..bytes.len().min(256 * 1024)];
    let is_whole = head.len() == bytes.len();
    let (sample, encoding, delimiter) = sample(head, is_whole, None, None, &decoders).unwrap();
    let found = recognise(&sample, encoding, delimiter, "back.csv").unwrap();
    // As it is kept in the browser.
    let recipe = Recipe::from_text(&found.recipe.to_text()).unwrap();
    assert_eq!(recipe, found.recipe);
    let mut intake = Intake::new(&recipe, "back.csv", &decoders).unwrap();
    intake.push(bytes).unwrap();
    let taken = intake.finish().unwrap();
    let package = Arc::new(taken.package);
    let resolving = Resolving::new(package.clone(), taken.file).unwrap();
    let package = package.with_observations(resolving.finish());
    (package, found.remarks)
}

/// With everything that the menu writes above the header, or without.
fn saved(lang: Lang, package: &Package, found: &Compare, with_notes: bool) -> Vec<u8> {
    let bytes = export::compare_csv(lang, package, found, AT);
    let sheet = Sheet::read(&bytes);
    export::with_notes(lang, package, sheet, (AT, AT), "2026-11-29").csv(with_notes)
}

/// One comparison per level of an indicator, against all areas listed: what stands in no row of the file
/// cannot come back.
fn comparisons(package: &Package, id: IndicatorId) -> Vec<Compare> {
    let levels = level_options(package, Some(id));
    let asked = levels.into_iter().map(|level| CompareQuestion {
        indicator: id,
        level,
        within: None,
        period: PeriodChoice::EachLatest,
        benchmark: BenchmarkChoice::Listed,
    });
    let at_once = |question: CompareQuestion| {
        let each = compare(package, question);
        let periods = each.rows.iter().filter_map(|row| row.period);
        // Of the newest period of all, so that there are ranks.
        match periods.max() {
            Some(newest) => {
                let period = PeriodChoice::At(newest);
                compare(package, CompareQuestion { period, ..question })
            }
            None => each,
        }
    };
    asked.map(at_once).collect()
}

/// What a comparison says of each area that has a figure: value as shown, rank, both verdicts.
fn said(lang: Lang, package: &Package, found: &Compare) -> Vec<String> {
    let indicator = package.indicators.get(found.question.indicator);
    let polarity = indicator.polarity;
    let with_figure = found.rows.iter();
    let with_figure = with_figure.filter(|row| row.reading.value.number().is_some());
    let mut lines: Vec<String> = with_figure
        .map(|row| {
            let code = &package.areas.get(row.area).code;
            let shown = zhishe::words::value_with_unit(lang, indicator, &row.reading);
            let rank = row.rank.map(|rank| (rank.rank, rank.range));
            let verdicts = [true, false].map(|adjusted| row.verdict(polarity, adjusted));
            format!("{code} {shown} {rank:?} {verdicts:?}")
        })
        .collect();
    lines.sort();
    lines
}

/// Gives how many lines had a verdict or a rank.
fn check(lang: Lang, package: &Package, found: &Compare) -> usize {
    let code = &package.indicators.get(found.question.indicator).code;
    let before = said(lang, package, found);
    if before.len() < 2 {
        return 0;
    }
    let (own, remarks) = taken(&saved(lang, package, found, true));
    assert!(!remarks.contains(&Remark::SavedWithoutNotes), "{code}");
    let id = own.indicators.id(code).unwrap();
    let (is, was) = (
        own.indicators.get(id),
        package.indicators.get(found.question.indicator),
    );
    assert_eq!(
        (is.kind, is.nature, is.polarity, is.decimals, is.multiplier),
        (
            was.kind,
            was.nature,
            was.polarity,
            was.decimals,
            was.multiplier
        ),
        "{code}"
    );
    assert_eq!(is.unit.get(lang), was.unit.get(lang), "{code}");
    assert_eq!(own.descriptor.judged, package.descriptor.judged);
    let again = compare(
        &own,
        CompareQuestion {
            indicator: id,
            level: level_options(&own, Some(id))[0],
            ..found.question
        },
    );
    assert_eq!(said(lang, &own, &again), before, "{code}");
    let is_judged = |line: &&String| line.contains("Some(Rank") || line.contains("Some((");
    before.iter().filter(is_judged).count()
}

#[test]
fn every_indicator_is_judged_as_before() {
    let package = demo();
    let mut judged = 0;
    for (id, _) in package.indicators.iter() {
        for found in comparisons(package, id) {
            for lang in [Lang::Zh, Lang::En] {
                judged += check(lang, package, &found);
            }
        }
    }
    assert!(judged > 1000, "{judged}");
}

#[test]
fn what_nobody_may_judge_stays_so() {
    let package = published();
    for (id, _) in package.indicators.iter() {
        for found in comparisons(package, id) {
            check(Lang::Zh, package, &found);
        }
    }
}

/// A reader's own indicators: any digits, either way good, and a name with marks in it.
#[test]
fn own_indicators_keep_their_digits_and_polarity() {
    for polarity in [Polarity::Lower, Polarity::Higher, Polarity::None] {
        for decimals in [0, 3] {
            let bytes = b"area,year,late (a; b),all\n\
                A,2024,30,400\nB,2024,21,390\nC,2024,90,410\nD,2024,28,395\nE,2024,31,402\n";
            let decoders = NativeDecoders;
            let (sample, encoding, delimiter) = sample(bytes, true, None, None, &decoders).unwrap();
            let mut recipe = recognise(&sample, encoding, delimiter, "own.csv")
                .unwrap()
                .recipe;
            for plan in &mut recipe.indicators {
                plan.polarity = polarity;
                plan.decimals = decimals;
            }
            let mut intake = Intake::new(&recipe, "own.csv", &decoders).unwrap();
            intake.push(bytes).unwrap();
            let taken = intake.finish().unwrap();
            let package = Arc::new(taken.package);
            let resolving = Resolving::new(package.clone(), taken.file).unwrap();
            let package = package.with_observations(resolving.finish());
            for (id, _) in package.indicators.iter() {
                for found in comparisons(&package, id) {
                    for lang in [Lang::Zh, Lang::En] {
                        check(lang, &package, &found);
                    }
                }
            }
        }
    }
}

/// Without what stands above the header that cannot be, and the reading step says so.
#[test]
fn a_table_without_notes_says_what_it_lacks() {
    let package = demo();
    let id = support::indicator_id(package, "on-time-rate");
    let found = &comparisons(package, id)[0];
    let (own, remarks) = taken(&saved(Lang::En, package, found, false));
    assert!(remarks.contains(&Remark::SavedWithoutNotes), "{remarks:?}");
    let id = own.indicators.id("on-time-rate").unwrap();
    assert_eq!(own.indicators.get(id).polarity, Polarity::None);
    // Of a foreign table nothing of the kind is told.
    let foreign = b"area_code,area_name,period,value\n1,A,2024,3\n2,B,2024,4\n";
    assert!(!taken(foreign).1.contains(&Remark::SavedWithoutNotes));
}

/// Of a comparison with what stands in no row, the reading step says with what; of one with the district that
/// the rows make up, nothing need be said, and the verdicts are the same.
#[test]
fn the_benchmark_is_told_where_the_rows_do_not_make_it_up() {
    let package = demo();
    let id = support::indicator_id(package, "on-time-rate");
    let all = comparisons(package, id).pop().unwrap();
    let asked = |benchmark, within| {
        let question = CompareQuestion {
            benchmark,
            within,
            period: PeriodChoice::At(zhishe::model::Period::parse("2026-03").unwrap()),
            ..all.question
        };
        compare(package, question)
    };
    let told = |found: &Compare| {
        let (own, remarks) = taken(&saved(Lang::Zh, package, found, true));
        let told = remarks.into_iter().find_map(|it| match it {
            Remark::BenchmarkAside { value, code } => Some((value, code)),
            _ => None,
        });
        (own, told)
    };
    let whole = asked(BenchmarkChoice::Top, None);
    let (own, none) = told(&whole);
    assert_eq!(none, None);
    let again = |own: &Package, found: &Compare, benchmark| {
        let indicator = own.indicators.id("on-time-rate").unwrap();
        let level = level_options(own, Some(indicator))[0];
        let question = CompareQuestion {
            indicator,
            level,
            within: None,
            benchmark,
            ..found.question
        };
        said(Lang::Zh, own, &compare(own, question))
    };
    let is_same = again(&own, &whole, BenchmarkChoice::Top) == said(Lang::Zh, package, &whole);
    assert!(is_same);
    let number = asked(BenchmarkChoice::Number(85.5), None);
    let (own, found) = told(&number);
    assert_eq!(found, Some((85.5, String::new())));
    let is_same =
        again(&own, &number, BenchmarkChoice::Number(85.5)) == said(Lang::Zh, package, &number);
    assert!(is_same);
    let part = asked(
        BenchmarkChoice::Top,
        Some(support::area_id(package, "990001002")),
    );
    let (value, code) = told(&part).1.unwrap();
    assert_eq!(code, "990001");
    assert!((value - 87.552).abs() < 0.001, "{value}");
}

/// A reader's own package has no version and no day: nothing stands where they would.
#[test]
fn what_a_package_does_not_say_is_left_out_above_the_table() {
    let own = taken(b"area,period,late,all\nA,2024,3,40\nB,2024,4,50\n").0;
    let (id, _) = own.indicators.iter().next().unwrap();
    let bytes = saved(Lang::En, &own, &comparisons(&own, id)[0], true);
    let sheet = Sheet::read(&bytes);
    let said = sheet.remarks.iter().filter(|it| it.starts_with("Package"));
    assert_eq!(said.collect::<Vec<_>>(), ["Package: back"]);
}
