//! The names nearest to one that is not there. Knows no package.

use strsim::levenshtein;

/// So many are offered.
const MOST_OFFERED: usize = 10;

/// Up to ten of the names, the nearest first, and how many more there are. A name is a code and what
/// it is called; equals keep their order.
pub fn nearest(asked: &str, names: &[(String, String)]) -> (Vec<String>, usize) {
    let mut order: Vec<(usize, &(String, String))> = names
        .iter()
        .map(|name| (distance_to(asked, name), name))
        .collect();
    order.sort_by_key(|(distance, _)| *distance);
    let more = order.len().saturating_sub(MOST_OFFERED);
    let offered = order.into_iter().take(MOST_OFFERED);
    let text = |(_, (code, label)): (usize, &(String, String))| match label.as_str() {
        "" => code.clone(),
        label => format!("{code} {label}"),
    };
    (offered.map(text).collect(), more)
}

/// How far a name is from what was asked: by its code or by what it is called, whichever is nearer.
/// One that holds what was asked, or is held by it, is nearer than any that must be rewritten.
fn distance_to(asked: &str, (code, label): &(String, String)) -> usize {
    let asked = asked.to_lowercase();
    let distance = |name: &str| {
        let name = name.to_lowercase();
        let is_part = name.contains(&asked) || asked.contains(&name);
        match is_part && !asked.is_empty() && !name.is_empty() {
            true => 0,
            false => 1 + share(levenshtein(&asked, &name), &asked, &name),
        }
    };
    distance(code).min(distance(label))
}

/// Edits per thousand letters of the longer name, so that short names are not near to everything.
fn share(edits: usize, one: &str, other: &str) -> usize {
    let letters = one.chars().count().max(other.chars().count());
    edits * 1000 / letters.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first_and_ten_at_most() {
        let name = |code: &str| (code.to_string(), String::new());
        let names = ["visits", "on-time-rate", "volunteers"].map(name);
        let (offered, more) = nearest("on-tme-rate", &names);
        assert_eq!((offered[0].as_str(), more), ("on-time-rate", 0));
        let many: Vec<(String, String)> = (0..25).map(|at| name(&format!("i{at}"))).collect();
        let (offered, more) = nearest("i7", &many);
        assert_eq!((offered.len(), more), (10, 15));
        assert_eq!(offered[0], "i7");
        let labelled = [
            ("a1".into(), "办结率".into()),
            ("a2".into(), "满意率".into()),
        ];
        assert_eq!(nearest("满意", &labelled).0[0], "a2 满意率");
        assert_eq!(nearest("x", &[]), (Vec::new(), 0));
    }
}
