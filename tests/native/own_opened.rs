//! What a reader's own table opens with: the indicator of which there is most to say.

use crate::support::own;
use zhishe::intake::{ColumnRole, Figure, IndicatorPlan, Part, Recipe};
use zhishe::model::{Kind, Nature};
use zhishe::package::Package;
use zhishe::route::default_indicator;

const TABLE: &str = "area,year,arrests,offset,share,killed,people\n\
    A,2024,7,50.62,12.5,3,1000\nB,2024,9,51.75,13.5,4,2000\nC,2024,8,49.13,14.5,5,3000\n";

fn opened(mend: fn(&mut Recipe)) -> String {
    let (_, found) = own::recognised("own.csv", TABLE.as_bytes()).unwrap();
    let mut recipe = found.recipe;
    mend(&mut recipe);
    let taken: Package = own::take("own.csv", TABLE.as_bytes(), &recipe, usize::MAX).unwrap();
    let id = default_indicator(&taken).unwrap();
    taken.indicators.get(id).code.clone()
}

fn plan<'r>(recipe: &'r mut Recipe, name: &str) -> &'r mut IndicatorPlan {
    let mut plans = recipe.indicators.iter_mut();
    plans.find(|plan| plan.name == name).unwrap()
}

#[test]
fn a_value_comes_before_a_count_and_a_share_before_a_value() {
    assert_eq!(opened(|_| {}), "offset");
    assert_eq!(
        opened(|recipe| plan(recipe, "share").unit = "%".into()),
        "share"
    );
    assert_eq!(
        opened(|recipe| plan(recipe, "share").unit = "/100000".into()),
        "share"
    );
}

#[test]
fn what_is_made_of_a_pair_comes_first() {
    let paired = |recipe: &mut Recipe| {
        plan(recipe, "share").unit = "%".into();
        for (name, part) in [("killed", Part::Numerator), ("people", Part::Denominator)] {
            let mut columns = recipe.columns.iter_mut();
            columns.find(|it| it.name == name).unwrap().role = ColumnRole::Figure(Figure {
                indicator: "rate".into(),
                part,
                ..Figure::default()
            });
        }
        recipe
            .indicators
            .retain(|it| !["killed", "people"].contains(&&*it.name));
        recipe.indicators.push(IndicatorPlan {
            kind: Kind::Rate,
            nature: Nature::Events,
            multiplier: 1000.0,
            ..IndicatorPlan::plain("rate")
        });
    };
    assert_eq!(opened(paired), "rate");
}
