//! How an indicator's figures are to be taken, as one line of words for machines: what no cell of a
//! table says and what verdicts, ranks and digits hang on. It must not know tables.

use super::{Indicator, Kind, Nature, Polarity, number_in_full, parse_word, read_number};

/// What the line of an indicator begins with.
const INDICATOR: &str = "zhishe:indicator";
/// The line of a package whose figures are not judged.
const UNJUDGED: &str = "zhishe:package judged=no";
/// What the line of a benchmark begins with that no row of its table makes up.
const BENCHMARK: &str = "zhishe:benchmark";

/// What a line says of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldKind {
    /// The code of the indicator.
    pub code: String,
    /// How the value is made.
    pub kind: Kind,
    /// Whether chance has a part in it.
    pub nature: Nature,
    /// What a numerator over a denominator is multiplied by.
    pub multiplier: f64,
    /// Digits after the point on screen.
    pub decimals: u8,
    /// Which way is good.
    pub polarity: Polarity,
}

impl ToldKind {
    /// The line of an indicator. Its code stands last, since it may hold anything.
    pub fn line(indicator: &Indicator) -> String {
        format!(
            "{INDICATOR} kind={} nature={} multiplier={} decimals={} polarity={} code={}",
            indicator.kind.word(),
            indicator.nature.word(),
            number_in_full(indicator.multiplier),
            indicator.decimals,
            indicator.polarity.word(),
            indicator.code
        )
    }

    /// Reads what [`ToldKind::line`] wrote; none where it is no such line.
    pub fn read(line: &str) -> Option<ToldKind> {
        let rest = line.strip_prefix(INDICATOR)?;
        let (told, code) = rest.split_once(" code=")?;
        let word = |name: &str| {
            let mut words = told.split(' ');
            words.find_map(|it| it.strip_prefix(name)?.strip_prefix('='))
        };
        Some(ToldKind {
            code: code.to_string(),
            kind: parse_word(word("kind")?)?,
            nature: parse_word(word("nature")?)?,
            multiplier: read_number(word("multiplier")?).filter(|it| *it > 0.0)?,
            decimals: word("decimals")?.parse().ok()?,
            polarity: parse_word(word("polarity")?)?,
        })
    }
}

/// The line of a package whose figures are not judged.
pub fn unjudged_line() -> &'static str {
    UNJUDGED
}

/// The line of a benchmark that the rows of its table do not make up: its value, and the code of its area,
/// blank of a number or a standard.
pub fn benchmark_line(value: f64, code: &str) -> String {
    format!("{BENCHMARK} value={} code={code}", number_in_full(value))
}

/// Reads what [`benchmark_line`] wrote; none where it is no such line.
pub fn read_benchmark_line(line: &str) -> Option<(f64, &str)> {
    let (value, code) = line.strip_prefix(BENCHMARK)?.split_once(" code=")?;
    Some((
        read_number(value.trim_start().strip_prefix("value=")?)?,
        code,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_all_or_nothing() {
        let line = "zhishe:indicator kind=rate nature=survey multiplier=1000 decimals=2 \
                    polarity=lower code=cases, by code=1";
        let told = ToldKind::read(line).unwrap();
        assert_eq!(told.code, "cases, by code=1");
        assert_eq!((told.kind, told.nature), (Kind::Rate, Nature::Survey));
        assert_eq!((told.multiplier, told.decimals), (1000.0, 2));
        assert_eq!(told.polarity, Polarity::Lower);
        for broken in [
            "",
            "Indicator: x",
            "zhishe:indicator code=x",
            &line.replace("rate", "rates"),
            &line.replace("1000", "-1"),
            &line.replace("decimals=2", "decimals=x"),
        ] {
            assert_eq!(ToldKind::read(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_benchmark_comes_back() {
        let check = |value, code| {
            let line = benchmark_line(value, code);
            assert_eq!(read_benchmark_line(&line), Some((value, code)));
        };
        check(87.55231, "990001");
        check(-3.0, "");
        assert_eq!(read_benchmark_line("zhishe:benchmark value=x code="), None);
        assert_eq!(read_benchmark_line("Benchmark: 3"), None);
    }
}
