//! What stands in a cell where there is no figure. Lists only; decides nothing.

use crate::intake::vocabulary::has;
use crate::model::Status;

/// What a sign that stands in a figure's place says, the text folded to narrow characters and lower
/// case.
pub(in crate::intake) fn missing_sign(text: &str) -> Option<Status> {
    const MISSING: &str = "-|--|---|----|–|—|——|―|.|..|...|....|…|……|......|n/a|na|n.a.|n.a|#n/a|\
        null|none|nan|nil|n.d.|nd|\\n|?|/|:|missing|unknown|not available|[x]|\
        (na)|[n/a]|no data|暂无|无|无数据|暂无数据|缺|缺失|不详|未知|未填|没有|—-|#value!|#ref!|\
        #div/0!|n.v.|(x)|[u]|†|‡";
    const SUPPRESSED: &str = "c|x|*|**|[c]|(c)|s|(s)|d|(d)|suppressed|confidential|保密|#|***|[s]";
    const IMPOSSIBLE: &str = "[z]|z|(z)|not applicable|不适用|n.app.";
    // Most cells are numbers, and no sign begins as they do or is long.
    if text.len() > 24 || text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    if has(MISSING, text) {
        Some(Status::Missing)
    } else if has(SUPPRESSED, text) {
        Some(Status::Suppressed)
    } else if has(IMPOSSIBLE, text) {
        Some(Status::Impossible)
    } else if let Some(flag) = text.strip_prefix(':') {
        // Eurostat says with a letter why there is none.
        let is_flag = flag.starts_with(' ') && flag.trim().len() <= 3;
        match flag.trim() {
            flag if !is_flag || !flag.bytes().all(|byte| byte.is_ascii_lowercase()) => None,
            "c" => Some(Status::Suppressed),
            "z" => Some(Status::Impossible),
            _ => Some(Status::Missing),
        }
    } else {
        let under = text.strip_prefix('<')?.trim_start();
        let is_number = !under.is_empty() && under.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(Status::Suppressed)
    }
}

/// The same of letters that may be a name as well, such as that of a state: signs only in a column of numbers.
/// French `nc`, non communiqué, and `s.o.`, sans objet; Spanish `n.c.`, no consta.
pub(in crate::intake) fn sign_beside_numbers(text: &str) -> Option<Status> {
    if has("nc|n.c.|n.c|n/c|n/d|n.s.p.|n.r.", text) {
        Some(Status::Missing)
    } else {
        has("s.o.|s.o|s/o", text).then_some(Status::Impossible)
    }
}

/// The mark that a word in brackets stands for: `11.9 (Unreliable)`, `1,234 (provisional)`.
pub(in crate::intake) fn status_word(word: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &str)] = &[
        (
            "(p)",
            "provisional|prelim|preliminary|prov.|初步|暂定|初步数",
        ),
        ("(e)", "estimate|estimated|est|est.|估计|估算"),
        (
            "*",
            "unreliable|revised|rev|rev.|break|low reliability|use with caution|修订",
        ),
    ];
    let word = word.trim().to_lowercase();
    let found = WORDS.iter().find(|(_, words)| has(words, &word));
    found.map(|(mark, _)| *mark)
}
