//! The icicle of the demo district, drawn exactly as it was last looked at.
//! `UPDATE_GOLDEN=1 cargo test --features cli golden_org_tree::` writes the pictures anew: look
//! at them.

use crate::support::golden::{Both, Lang, check_one};
use crate::support::{area_id, demo, published};
use zhishe::answer::{OrganisationQuestion, org_tree};
use zhishe::draw::Theme;
use zhishe::figure::{Figure, OrgState, OrgTree, org_tree_figure};
use zhishe::model::{self, Period};

/// A kind of organisation: groups in grids, branches in compounds, member households in buildings.
fn icicle(lang: Lang, area: &str, kind: usize) -> Figure {
    let lang = match lang {
        Lang::Zh => model::Lang::Zh,
        Lang::En => model::Lang::En,
    };
    let package = demo();
    let question = OrganisationQuestion {
        area: area_id(package, area),
        period: Period::parse("2026-03").unwrap(),
    };
    let tree = org_tree(package, question);
    org_tree_figure(lang, package, &tree, kind).expect("a tree")
}

fn tree_of(figure: Figure) -> OrgTree {
    match figure {
        Figure::OrgTree(tree) => tree,
        _ => panic!("an icicle"),
    }
}

const DISTRICT: Both = (
    "示范区：网格党小组逐级覆盖情况",
    "Grid party groups at every level, Demonstration District",
);
const SUBDISTRICT: Both = (
    "丁街道：网格党小组逐级覆盖情况",
    "Grid party groups at every level, Ding Sub-district",
);

#[test]
fn of_the_district() {
    let sample = |lang| icicle(lang, "990001", 0);
    check_one(
        "org-tree",
        760,
        Some(DISTRICT),
        Lang::Zh,
        Theme::Light,
        sample,
    );
    check_one(
        "org-tree",
        760,
        Some(DISTRICT),
        Lang::En,
        Theme::Dark,
        sample,
    );
    check_one("org-tree-phone", 358, None, Lang::Zh, Theme::Light, sample);
    check_one("org-tree-phone", 358, None, Lang::En, Theme::Dark, sample);
}

#[test]
fn of_a_subdistrict() {
    let sample = |lang| icicle(lang, "990001004", 0);
    check_one(
        "org-tree-part",
        760,
        Some(SUBDISTRICT),
        Lang::Zh,
        Theme::Light,
        sample,
    );
    check_one(
        "org-tree-part",
        760,
        Some(SUBDISTRICT),
        Lang::En,
        Theme::Dark,
        sample,
    );
}

#[test]
fn of_a_community_with_nothing_judged_and_some_unknown() {
    let sample = |lang| {
        let mut tree = tree_of(icicle(lang, "990001004003", 2));
        tree.is_judged = false;
        tree.caption = String::new();
        let last = tree.columns.len() - 1;
        let units = tree.cells.iter_mut().filter(|cell| cell.column == last);
        for cell in units.step_by(4) {
            cell.state = OrgState::Unknown;
            cell.value_text = String::new();
        }
        Figure::OrgTree(tree)
    };
    check_one(
        "org-tree-unjudged",
        760,
        None,
        Lang::Zh,
        Theme::Light,
        sample,
    );
    check_one(
        "org-tree-unjudged",
        358,
        None,
        Lang::En,
        Theme::Dark,
        sample,
    );
}

/// The district names no unit: there is nothing to draw, and the page says why.
#[test]
fn without_units_there_is_no_icicle() {
    let package = published();
    let question = OrganisationQuestion {
        area: area_id(package, "150602"),
        period: Period::parse("2018-04").unwrap(),
    };
    let tree = org_tree(package, question);
    assert!(tree.kinds.is_empty());
    assert_eq!(org_tree_figure(model::Lang::Zh, package, &tree, 0), None);
}
