//! The words by which figures are known that say how exact another one is: confidence limits, margins of
//! error, standard errors. Lists only; decides nothing.

use crate::intake::vocabulary::has;

/// True of a folded name that says it by itself.
pub(in crate::intake) fn names_interval(name: &str) -> bool {
    const PHRASES: &str = "margin of error|margins of error|standard error|std error|std. error|std err|\
        confidence limit|confidence interval|confidence bound|credible interval|uncertainty interval|lower ci|upper ci|\
        ci lower|ci upper|ci low|ci high|low ci|high ci|lower 95|upper 95|95% ci|95%ci|ci 95|ci95|ci limit|cilow|cihigh|\
        置信|标准误|標準誤|抽样误差|误差范围|边际误差|信頼区間|信頼限界|신뢰구간|표준오차|intervalle de confiance|\
        intervalo de confianza|intervalo de confiança|intervallo di confidenza|konfidenzintervall|vertrauensbereich|\
        standardfehler|erreur type|erreur standard|error estándar|error típico|erro padrão|errore standard|\
        betrouwbaarheidsinterval|standaardfout|konfidensintervall|standardfel";
    const WORDS: &str =
        "lcl|ucl|lci|uci|moe|moes|rse|stderr|lowerci|upperci|cilower|ciupper|loci|hici|confint";
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    PHRASES.split('|').any(|phrase| name.contains(phrase))
        || words.any(|word| has(WORDS, word))
        || name == "conf"
        || name == "ci"
        || name.ends_with(" ci")
}

/// What stands before two limits in brackets, folded.
pub(in crate::intake) const LIMIT_HEADS: [&str; 8] = [
    "95%",
    "90%",
    "99%",
    "confidence interval",
    "ci",
    "ui",
    "cri",
    "置信区间",
];

/// What the lower of two limits is called, and the upper one.
pub(in crate::intake) const LIMITS: [(&str, &str); 7] = [
    ("lower", "upper"),
    ("low", "high"),
    ("下限", "上限"),
    ("lo", "hi"),
    ("ll", "ul"),
    // A heading of two columns, the second of which kept the second half of it.
    ("ic", "95%"),
    ("ci", "95%"),
];

/// Those that are called so of whatever figure lies between them.
pub(in crate::intake) const SURE_LIMITS: &str = "lower|upper|下限|上限|ic|ci|95%";

/// True of names of what has lows and highs of its own, day by day.
pub(in crate::intake) fn has_extremes(name: &str) -> bool {
    const PARTS: &str = "temp|price|humidity|tide|pressure|气温|温度|价|水位";
    PARTS.split('|').any(|part| name.contains(part))
}

/// Names of columns of signs that make bounds of the figures beside them.
pub(in crate::intake) fn names_qualifier(name: &str) -> bool {
    const NAMES: &str = "qualifier|value qualifier|data value qualifier|prefix|value prefix|numeric prefix|\
        factvaluenumericprefix|operator|value operator|value sign|censored|限定符|前缀|符号";
    has(NAMES, name)
}
