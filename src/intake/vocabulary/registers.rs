//! Codes that say by themselves of which level an area is: divisions of China (GB/T 2260), and the geographic
//! identifiers of Statistics Canada. Lists only; decides nothing.

/// True of a code of a division of China: of a province, of a city in it, of a county or a district in that.
pub(in crate::intake) fn is_division(code: &str) -> bool {
    const PROVINCES: &str = "11|12|13|14|15|21|22|23|31|32|33|34|35|36|37|41|42|43|44|45|46|50|51|52|53|54|\
        61|62|63|64|65|71|81|82";
    let (Some(province), Some(city), Some(county)) = (code.get(..2), code.get(2..4), code.get(4..))
    else {
        return false;
    };
    let is_number = code.len() == 6 && code.bytes().all(|it| it.is_ascii_digit());
    is_number && PROVINCES.split('|').any(|it| it == province) && (city != "00" || county == "00")
}

/// What an area lies in by its geographic identifier, the nearest first; none where it is no such. It is made of
/// the year of the boundaries, A for a division or S for an area of statistics, four digits for the kind of area,
/// and its number, which begins with those of what it lies in.
pub(in crate::intake) fn identifier_above(code: &str) -> Option<Vec<String>> {
    const COUNTRY: &str = "A000011124";
    let year = code.get(..4)?;
    let (kind, number) = (code.get(4..9)?, code.get(9..)?);
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let is_kind = kind.starts_with(['A', 'S']) && is_number(&kind[1..]);
    if !is_kind || !is_number(year) || !is_number(number) {
        return None;
    }
    // Provinces, census divisions, and the kinds of areas that are numbered within these.
    let province = || number.get(..2).map(|it| format!("{year}A0002{it}"));
    let division = || number.get(..4).map(|it| format!("{year}A0003{it}"));
    let inner = match kind {
        "A0003" => vec![province()],
        "A0005" | "A0006" | "S0512" => vec![division(), province()],
        _ => Vec::new(),
    };
    let country = Some(format!("{year}{COUNTRY}")).filter(|it| it != code);
    Some(inner.into_iter().chain([country]).flatten().collect())
}
