//! Codes of the kinds of areas of the United Kingdom's statistical geography (Office for National
//! Statistics, Code History Database), and of unions of countries. Lists only; decides nothing.

/// The characters of such a code that say what kind of area it is: the country, and two digits.
fn entity(code: &str) -> Option<(u8, &str)> {
    let (entity, rest) = code.split_at_checked(3)?;
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let country = *entity.as_bytes().first()?;
    let is_sound = b"EKNSW".contains(&country) && is_number(&entity[1..]) && is_number(rest);
    (is_sound && rest.len() == 6).then(|| (country, &entity[1..]))
}

/// What an area of such a code lies in, the nearest first: its country, England and Wales, Great Britain,
/// the United Kingdom.
pub(in crate::intake) fn entity_above(code: &str) -> Option<Vec<String>> {
    const UNIONS: [&str; 3] = ["K04000001", "K03000001", "K02000001"];
    let (country, kind) = entity(code)?;
    let (own, first) = match country {
        b'E' => ("E92000001", 0),
        b'W' => ("W92000004", 0),
        b'S' => ("S92000003", 1),
        b'N' => ("N92000002", 2),
        _ => {
            let at = UNIONS.iter().position(|it| it[..3] == code[..3])?;
            return Some(UNIONS[at + 1..].iter().map(|it| it.to_string()).collect());
        }
    };
    let own = (kind != "92").then_some(own);
    let above = own.into_iter().chain(UNIONS[first..].iter().copied());
    Some(above.map(str::to_string).collect())
}

/// The place of the code's kind from the largest areas to the smallest; areas of one country are of ranks
/// that can be compared.
pub(in crate::intake) fn entity_rank(code: &str) -> u8 {
    if is_union(code) {
        return 0;
    }
    match entity(code) {
        Some((b'K', _)) => 0,
        Some((_, "92")) => 1,
        Some((b'E', "12")) => 2,
        Some((b'E', "10" | "11" | "47")) => 3,
        Some((_, "05")) => 5,
        Some((_, "02")) => 6,
        Some((_, "01")) => 7,
        Some((_, "00")) => 8,
        _ => 4,
    }
}

/// True of a union of countries in the code list of Eurostat: the European Union, the euro area, the
/// European Economic Area, by their numbers of members.
pub(in crate::intake) fn is_union(code: &str) -> bool {
    let rest = ["EU", "EA", "EEA"]
        .iter()
        .find_map(|it| code.strip_prefix(it));
    let stem = rest.map(|it| it.split('_').next().unwrap_or(it));
    stem.is_some_and(|it| it.len() == 2 && it.bytes().all(|it| it.is_ascii_digit()))
        || code == "EFTA"
}
