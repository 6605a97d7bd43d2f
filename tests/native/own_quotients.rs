//! A column of a reader's own table that is the quotient of two others: a rate beside its cases and its
//! persons. It gets these as numerator and denominator, and that is told.

use crate::support::own;
use zhishe::intake::{
    ColumnRole, Part, Recipe, Recognised, Remark, as_kind, change_recipe, name_indicator, preview,
};
use zhishe::model::{Kind, Lang, Polarity};
use zhishe::package::Package;
use zhishe::words::intake::remark_text;

fn recognised(text: &str) -> Recognised {
    own::recipe_of("own.csv", text.as_bytes())
}

fn take(recipe: &Recipe, text: &str) -> Package {
    own::take("own.csv", text.as_bytes(), recipe, usize::MAX).unwrap()
}

/// `value numerator/denominator` of each observation of an indicator.
fn figures(package: &Package, indicator: &str) -> Vec<String> {
    let table = &package.observations(2).unwrap().table;
    let rows = (0..table.row_count()).filter(|row| table.indicator.text(*row) == indicator);
    let told = rows.map(|row| {
        let part = |number: Option<f64>| number.map_or("-".to_string(), |it| it.to_string());
        format!(
            "{} {}/{}",
            part(table.value.get(row)),
            part(table.numerator.get(row)),
            part(table.denominator.get(row))
        )
    });
    told.collect()
}

fn told(found: &Recognised) -> Vec<String> {
    let mut remarks = found.remarks.iter();
    let quotients = remarks
        .by_ref()
        .filter(|it| matches!(it, Remark::QuotientOfColumns { .. }));
    quotients.map(|it| remark_text(Lang::En, it)).collect()
}

const RATES: &str = "Area,Year,Cases,Deaths,Persons,Case rate,Death rate\n\
    A,2023,120,12,45210,265.4,26.5\nB,2023,98,7,30110,325.5,23.2\nC,2023,143,15,51900,275.5,28.9\n\
    D,2023,61,5,22040,276.8,22.7\nE,2023,88,9,39870,220.7,22.6\nF,2023,35,..,15000,233.3,..\n";

#[test]
fn two_rates_of_one_denominator() {
    let found = recognised(RATES);
    let told = told(&found);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains("“Case rate” is “Cases” ÷ “Persons” × 100,000 in every row"),
        "{told:?}"
    );
    let package = take(&found.recipe, RATES);
    assert_eq!(package.fault_count(), 0);
    let rate = package.indicators.id("Case rate").unwrap();
    let indicator = package.indicators.get(rate);
    assert_eq!(
        (indicator.kind, indicator.multiplier),
        (Kind::Rate, 100_000.0)
    );
    assert_eq!(
        figures(&package, "Case rate")[..2],
        ["265.4 120/45210", "325.5 98/30110"]
    );
    // The figures that it is made of stay what they are.
    assert_eq!(figures(&package, "Cases")[..2], ["120 -/-", "98 -/-"]);
    // A value that is not known has no parts.
    assert_eq!(figures(&package, "Death rate")[5], "- -/-");
}

#[test]
fn a_row_that_is_no_quotient_keeps_its_value_alone() {
    // Beyond the sample: the row is not what the others are.
    let found = recognised(RATES);
    let text = format!("{RATES}G,2023,50,4,20000,999.9,20.0\n");
    let package = take(&found.recipe, &text);
    assert_eq!(package.fault_count(), 0);
    assert_eq!(figures(&package, "Case rate")[6], "999.9 -/-");
    assert_eq!(figures(&package, "Death rate")[6], "20 4/20000");
    // In the sample: it is no quotient.
    let found = recognised(&text);
    let told = told(&found);
    assert!(
        told.len() == 1 && told[0].contains("“Death rate”"),
        "{told:?}"
    );
}

#[test]
fn what_is_no_rate_of_events_stays_as_it_is() {
    // Persons of a household; men to a hundred women; money to a head.
    let text = "Area,Year,Persons,Households,Size,Men,Women,Ratio,Income,Income per head\n\
        A,2023,45210,15070,3.00,22100,23110,95.6,904200,20\nB,2023,30110,11580,2.60,15010,15100,99.4,903300,30\n\
        C,2023,51900,19220,2.70,25000,26900,92.9,1297500,25\nD,2023,22040,9183,2.40,11000,11040,99.6,661200,30\n\
        E,2023,39870,15950,2.50,20010,19860,100.8,1594800,40\n";
    assert_eq!(told(&recognised(text)), Vec::<String>::new());
}

#[test]
fn a_share_and_what_the_reader_makes_of_it() {
    let text = "街道,年份,办结数,受理数,办结率\n甲,2023,95,110,86.4%\n乙,2023,88,96,91.7%\n丙,2023,70,84,83.3%\n\
        丁,2023,61,66,92.4%\n戊,2023,99,120,82.5%\n";
    let found = recognised(text);
    let zh = remark_text(
        Lang::Zh,
        found
            .remarks
            .iter()
            .find(|it| matches!(it, Remark::QuotientOfColumns { .. }))
            .unwrap(),
    );
    assert_eq!(
        zh,
        "“办结率”列各行都等于“办结数” ÷ “受理数” × 100，以这两列作分子、分母，可计算区间"
    );
    let package = take(&found.recipe, text);
    assert_eq!(figures(&package, "办结率")[0], "86.4 95/110");
    let kept = Recipe::from_text(&found.recipe.to_text()).unwrap();
    assert_eq!(kept, found.recipe);
    // The reader leaves the column aside.
    let mut recipe = found.recipe.clone();
    change_recipe(&mut recipe, |it| {
        it.columns[4].role = zhishe::intake::ColumnRole::Ignored
    });
    let package = take(&recipe, text);
    assert_eq!(package.indicators.id("办结率"), None);
    assert_eq!(package.fault_count(), 0);
}

#[test]
fn counts_beside_all_persons_are_told_that_they_may_be_shares() {
    let told = |header: &str, rows: &str| {
        let found = recognised(&format!("{header}\n{rows}"));
        let mut remarks = found.remarks.into_iter();
        remarks.find_map(|it| match it {
            Remark::MayBeShare {
                numerator,
                denominator,
            } => Some((numerator, denominator)),
            _ => None,
        })
    };
    let rows = "A,2023,16,2152\nB,2023,130,26986\nC,2023,19,5454\nD,2023,44,7100\n";
    let both = |one: &str, other: &str| Some((one.to_string(), other.to_string()));
    assert_eq!(
        told("area,year,deaths,population", rows),
        both("deaths", "population")
    );
    assert_eq!(
        told("社区,年份,低保人数,常住人口", rows),
        both("低保人数", "常住人口")
    );
    // Not a part of it: more visits than persons.
    let more = "A,2023,9016,2152\nB,2023,130,26986\nC,2023,19,5454\n";
    assert_eq!(told("area,year,visits,population", more), None);
    // Two that may be the whole.
    let two = "A,2023,16,700,2152\nB,2023,130,9000,26986\nC,2023,19,1800,5454\n";
    assert_eq!(told("area,year,deaths,households,population", two), None);
    // Nothing that is all of anything.
    assert_eq!(told("area,year,deaths,births", rows), None);
    // A rate that was made of them says it by itself.
    let rate = "A,2023,16,2152,743.5\nB,2023,130,26986,481.7\nC,2023,19,5454,348.4\nD,2023,44,7100,619.7\nE,2023,30,9000,333.3\n";
    assert_eq!(told("area,year,deaths,population,rate", rate), None);
}

#[test]
fn a_rate_computed_in_single_precision_is_its_quotient() {
    // 324 / 352 is 0.920454545…, and in single precision 0.92045456.
    let text = "地区,年份,治愈,确诊,治愈率\n上海,2020,324,352,0.9204546\n北京,2020,405,450,0.9\n\
        天津,2020,120,136,0.8823529\n重庆,2020,540,576,0.9375\n甘肃,2020,89,129,0.6899225\n";
    let found = recognised(text);
    let package = take(&found.recipe, text);
    assert_eq!(package.fault_count(), 0);
    let rates = figures(&package, "治愈率");
    assert_eq!(rates[0], "0.9204546 324/352");
    // Its differences are no percentage points.
    let rate = package.indicators.id("治愈率").unwrap();
    let about = package.indicators.get(rate);
    assert_eq!(about.multiplier, 1.0);
    for lang in [Lang::Zh, Lang::En] {
        assert_eq!(
            zhishe::words::difference_text(lang, about, -0.1089),
            "−0.1089"
        );
    }
}

#[test]
fn parts_of_several_indicators_in_long_form_are_quotients() {
    let text = "area_code,period,measure,numerator,denominator\n\
        48001,2023,Pupils absent,30,400\n48003,2023,Pupils absent,12,250\n\
        48001,2023,Visits per home,900,400\n48003,2023,Visits per home,200,250\n\
        48001,2023,Acres per home,90.5,400\n48003,2023,Acres per home,812.5,250\n";
    let package = take(&recognised(text).recipe, text);
    let said = |name: &str| {
        let about = package.indicators.get(package.indicators.id(name).unwrap());
        (about.kind, about.multiplier, about.unit.en.clone())
    };
    let of = |kind, multiplier, unit: &str| (kind, multiplier, unit.to_string());
    assert_eq!(said("Pupils absent"), of(Kind::Proportion, 100.0, "%"));
    assert_eq!(said("Visits per home"), of(Kind::Rate, 1.0, ""));
    assert_eq!(said("Acres per home"), of(Kind::Ratio, 1.0, ""));
}

#[test]
fn another_name_is_that_of_all_its_columns_and_changes_nothing_else() {
    let text = "area,year,deaths,population\nA,2023,16,2152\nB,2023,130,26986\nC,2023,19,5454\n";
    let mut recipe = recognised(text).recipe;
    change_recipe(&mut recipe, |recipe| {
        for (at, part) in [(2, Part::Numerator), (3, Part::Denominator)] {
            if let ColumnRole::Figure(figure) = &mut recipe.columns[at].role {
                figure.part = part;
            }
        }
    });
    let plan = |recipe: &Recipe| {
        recipe
            .indicators
            .iter()
            .find(|it| it.name == recipe.columns[2].figure().unwrap().indicator)
            .cloned()
            .unwrap()
    };
    change_recipe(&mut recipe, |recipe| {
        let name = recipe.columns[2].figure().unwrap().indicator.clone();
        let plan = recipe
            .indicators
            .iter_mut()
            .find(|it| it.name == name)
            .unwrap();
        *plan = as_kind(plan.clone(), Kind::Rate);
        plan.multiplier = 100_000.0;
        plan.polarity = Polarity::Lower;
    });
    let before = plan(&recipe);
    change_recipe(&mut recipe, |recipe| {
        name_indicator(recipe, 2, "Deaths of all causes")
    });
    let names = [2, 3].map(|at| recipe.columns[at].figure().unwrap().indicator.as_str());
    assert_eq!(names, ["Deaths of all causes"; 2]);
    let after = plan(&recipe);
    assert_eq!(
        (after.kind, after.multiplier, after.polarity),
        (before.kind, before.multiplier, before.polarity)
    );
}

fn make(recipe: &mut Recipe, at: usize, part: Part) {
    change_recipe(recipe, |it| {
        if let ColumnRole::Figure(figure) = &mut it.columns[at].role {
            figure.part = part;
        }
    });
}

#[test]
fn one_denominator_serves_several_numerators() {
    let text = "社区,年份,走访户数,有困难户,已解决户\n甲社区,2025,207,31,20\n乙社区,2025,188,12,9\n丙社区,2025,90,7,7\n";
    // Whichever is said first.
    for order in [[3, 4, 2], [2, 3, 4], [3, 2, 4]] {
        let mut recipe = recognised(text).recipe;
        for at in order {
            let part = match at {
                2 => Part::Denominator,
                _ => Part::Numerator,
            };
            make(&mut recipe, at, part);
        }
        assert_eq!(zhishe::intake::problems(&recipe), [], "{order:?}");
        let package = take(&recipe, text);
        assert_eq!(package.fault_count(), 0, "{order:?}");
        assert_eq!(package.indicators.iter().count(), 2, "{order:?}");
        for (name, expected) in [("有困难户", "- 31/207"), ("已解决户", "- 20/207")] {
            assert_eq!(figures(&package, name)[0], expected, "{order:?}");
            let about = package.indicators.get(package.indicators.id(name).unwrap());
            assert_eq!(about.kind, Kind::Proportion, "{order:?} {name}");
            let label = about.label.get(Lang::Zh);
            assert_eq!(label, format!("{name} / 走访户数"), "{order:?}");
        }
    }
}

#[test]
fn parts_of_indicators_that_rows_name_are_shares_in_each() {
    let mut text = "disease,state,year,count,population\n".to_string();
    for (at, disease) in ["Hepatitis A", "Measles", "Mumps", "Polio"]
        .iter()
        .enumerate()
    {
        for state in ["Iowa", "Ohio", "Utah"] {
            text += &format!(
                "{disease},{state},1966,{},{}\n",
                300 - 90 * at,
                3_345_000 + at
            );
        }
    }
    let mut recipe = recognised(&text).recipe;
    make(&mut recipe, 3, Part::Numerator);
    make(&mut recipe, 4, Part::Denominator);
    let package = take(&recipe, &text);
    let kinds: Vec<Kind> = package.indicators.iter().map(|(_, it)| it.kind).collect();
    assert_eq!(kinds, [Kind::Proportion; 4]);
}

#[test]
fn a_rate_of_each_age_has_the_parts_that_the_step_promises() {
    let ages = ["0-39", "40-64", "65+"];
    let mut text = "縣市,年齡,年,人口數,病例數,比率\n".to_string();
    for (at, city) in ["甲市", "乙市", "丙縣"].iter().enumerate() {
        for (age_at, age) in ages.iter().enumerate() {
            let (persons, cases) = (
                20_011 + 3571 * at + 911 * age_at,
                31 + 17 * at + 58 * age_at,
            );
            let rate = cases as f64 / persons as f64;
            text += &format!("{city},{age},2015,{persons},{cases},{rate}\n");
        }
    }
    let found = recognised(&text);
    assert_eq!(told(&found).len(), 1, "{:?}", found.remarks);
    let package = take(&found.recipe, &text);
    for age in ages {
        let id = package.indicators.id(&format!("比率 · {age}")).unwrap();
        let about = package.indicators.get(id);
        assert_eq!((about.kind, about.multiplier), (Kind::Proportion, 1.0));
    }
    let shown = figures(&package, "比率 · 0-39");
    assert!(shown[0].ends_with(" 31/20011"), "{shown:?}");
}

#[test]
fn a_share_of_one_stays_what_it_is_when_it_is_called_a_share() {
    let text = "area,year,ratio,rate (%),score\nA,2020,0.31,0.5,31\nB,2020,0.42,0.7,42\nC,2020,0.17,0.9,17\n";
    let (sample, recipe) = own::recognised("own.csv", text.as_bytes()).unwrap();
    let recipe = recipe.recipe;
    let shown = preview(&sample, &recipe, "own.csv");
    let as_share = |name: &str| {
        let plan = recipe.indicators.iter().find(|it| it.name == name).unwrap();
        let plan = shown.as_kind(plan.clone(), Kind::Proportion);
        (plan.kind, plan.multiplier, plan.unit, plan.decimals)
    };
    let share = |multiplier: f64, unit: &str, decimals: u8| {
        (Kind::Proportion, multiplier, unit.to_string(), decimals)
    };
    assert_eq!(as_share("ratio"), share(1.0, "", 2));
    assert_eq!(as_share("score"), share(100.0, "%", 1));
    assert_eq!(as_share("rate").2, "%");
    // Of a quotient the numerator and the denominator would not be its own with another multiplier.
    let (sample, found) = own::recognised("own.csv", RATES.as_bytes()).unwrap();
    let shown = preview(&sample, &found.recipe, "own.csv");
    let mut plans = found.recipe.indicators.iter();
    let rate = plans.find(|it| it.name == "Case rate").unwrap();
    let rate = shown.as_kind(rate.clone(), Kind::Ratio);
    assert_eq!((rate.kind, rate.multiplier), (Kind::Ratio, 100_000.0));
}
