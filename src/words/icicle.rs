//! Texts of the icicle of an organisation: its title, how it is read, and the line that goes with it.

use super::reach::organisation_text;
use super::{level_text, period_text, reach_sentence};
use crate::answer::{OrgTree, UnitKind};
use crate::model::{AreaId, Lang, LevelId};
use crate::package::Package;

/// The title of the icicle.
pub fn org_tree_title(lang: Lang, package: &Package, tree: &OrgTree, kind: usize) -> String {
    let name = package.areas.get(tree.question.area).name.get(lang);
    let Some(kind) = tree.kinds.get(kind) else {
        return name.to_string();
    };
    let label = package.indicators.get(kind.indicator).label.get(lang);
    match lang {
        Lang::Zh => zh!("{name}：{label}逐级覆盖情况"),
        Lang::En => format!("{label} at every level, {name}"),
    }
}

/// Its period and what its height counts.
pub fn org_tree_subtitle(lang: Lang, package: &Package, kind: UnitKind) -> String {
    let period = period_text(lang, kind.period);
    let level = level_text(lang, package, kind.level);
    match lang {
        Lang::Zh => zh!("{period} · 高度为{level}数"),
        Lang::En => format!("{period} · height: number of {level}"),
    }
}

/// How the icicle is read.
pub fn org_tree_caption(lang: Lang, package: &Package, kind: UnitKind) -> String {
    let organisation = organisation_text(lang, kind.role);
    let level = level_text(lang, package, kind.level);
    match (lang, package.descriptor.judged) {
        (Lang::Zh, true) => zh!(
            "每列一级，右边的单位属于左边的单位。底色越重，有{organisation}的{level}比例越高；◇ 或横线为没有{organisation}的{level}；斜线为未公布；空框为没有{level}"
        ),
        (Lang::En, true) => format!(
            "A column a level; what stands to the right lies in what stands to the left. The stronger the tint, the more {level} have {organisation}; ◇ or a bar: {level} without one; hatched: not published; empty: no {level}"
        ),
        (Lang::Zh, false) => zh!(
            "每列一级，右边的单位属于左边的单位。底色越重，有{organisation}的{level}比例越高；空框为没有{organisation}或没有{level}；斜线为未公布"
        ),
        (Lang::En, false) => format!(
            "A column a level; what stands to the right lies in what stands to the left. The stronger the tint, the more {level} have {organisation}; empty: none, or no {level}; hatched: not published"
        ),
    }
}

/// What is too small to be drawn; blank where all is drawn.
pub fn org_tree_note(lang: Lang, package: &Package, kind: UnitKind, deepest: LevelId) -> String {
    let level = level_text(lang, package, kind.level);
    let drawn = level_text(lang, package, deepest);
    match (lang, deepest == kind.level) {
        (_, true) => String::new(),
        (Lang::Zh, _) => zh!("{level}太多，这里画到{drawn}为止；点开一个单位可看到{level}"),
        (Lang::En, _) => format!(
            "There are too many {level} to draw: shown down to {drawn}; open an area to see its {level}"
        ),
    }
}

/// The name of an area without that of the one it lies in, where it begins with it: 第1网格 in
/// 甲01社区.
pub fn short_unit_name(lang: Lang, package: &Package, area: AreaId) -> String {
    let areas = &package.areas;
    let name = areas.get(area).name.get(lang);
    let mut holder = areas.get(area).parent;
    while let Some(outer) = holder {
        let rest = name.strip_prefix(areas.get(outer).name.get(lang));
        let rest = rest.map_or("", |rest| rest.trim_start());
        // 甲街道 in 甲街道办 is no part that can be left out.
        if rest.chars().count() > 1 {
            return rest.to_string();
        }
        holder = areas.get(outer).parent;
    }
    name.to_string()
}

/// The line for a briefing: which area, which period, and how far a kind of organisation reaches.
pub fn briefing_of_reach(lang: Lang, package: &Package, tree: &OrgTree, kind: usize) -> String {
    let name = package.areas.get(tree.question.area).name.get(lang);
    let Some(about) = tree.kinds.get(kind) else {
        return String::new();
    };
    let (period, said) = (
        period_text(lang, about.period),
        reach_sentence(lang, package, tree, kind),
    );
    match lang {
        Lang::Zh => format!("{name}（{period}）：{said}"),
        Lang::En => format!("{name}, {period}: {said}"),
    }
}
