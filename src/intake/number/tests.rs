//! Numbers in the many ways in which tables write them, and what is none.

use super::*;

fn check(text: &str, mark: DecimalMark, sign: &str, expected: Option<f64>) {
    let found = match Numbers::default().read(text, mark, sign) {
        Read::Number(number) => Some(number.value),
        _ => None,
    };
    assert_eq!(found, expected, "{text}");
}

#[test]
fn thousands_are_parted_by_threes_or_there_is_no_number() {
    use DecimalMark::{Comma, Point};
    for (text, expected) in [
        ("1,234", Some(1234.0)),
        ("1,234,567.5", Some(1_234_567.5)),
        ("12,34", None),
        ("1,23", None),
        ("1,2345", None),
        // Lakhs and crores.
        ("1,23,456", Some(123_456.0)),
        ("12,34,56,789", Some(123_456_789.0)),
        ("1,23,45", None),
        ("123,45,678", None),
        ("1,234,56,789", None),
        ("12,3456", None),
        ("0,123", None),
        (",123", None),
        ("1234,567", None),
        ("1,234.5.6", None),
        ("1 234 567", Some(1_234_567.0)),
        ("1\u{a0}234", Some(1234.0)),
        ("1'234", Some(1234.0)),
        ("1 234,5", None),
        ("1,234 567", None),
        ("１２３，４５６", Some(123_456.0)),
        ("１２．５", Some(12.5)),
        ("−5", Some(-5.0)),
        ("(1,234)", Some(-1234.0)),
        ("-(5)", None),
        ("(-5)", None),
        ("1,234*", Some(1234.0)),
        ("12.3(a)", Some(12.3)),
        ("45 [1]", Some(45.0)),
        ("45 [note 3]", Some(45.0)),
        ("12 (3.4)", None),
        ("12 (34)", None),
        ("6²", Some(6.0)),
        ("7 p", Some(7.0)),
        ("7p", Some(7.0)),
        ("12.3a", Some(12.3)),
        ("12.3ʳ", Some(12.3)),
        ("7q", None),
        ("1.2b", None),
        ("7pp", None),
        ("1.2万", None),
        ("约312", Some(312.0)),
        ("250,000+", Some(250_000.0)),
        ("-666666666", None),
        ("-66666666", Some(-66_666_666.0)),
        ("12%", None),
        ("1e3", Some(1000.0)),
        ("inf", None),
        ("0x10", None),
        ("5-", None),
        ("1 2", None),
    ] {
        check(text, Point, "", expected);
    }
    for (text, expected) in [
        ("1,23", Some(1.23)),
        ("1.234", Some(1234.0)),
        ("1.234,5", Some(1234.5)),
        ("1234", Some(1234.0)),
        ("1.23", None),
        ("-0,5", Some(-0.5)),
        ("1,234,567", None),
    ] {
        check(text, Comma, "", expected);
    }
    check("12%", Point, "%", Some(12.0));
    check("12 ％", Point, "%", Some(12.0));
    check("12", Point, "%", None);
    check("-$1,234.50", Point, "$", Some(-1234.5));
    check("($5)", Point, "$", Some(-5.0));
    check("1.200,50 €", Comma, "€", Some(1200.5));
    check("123人", Point, "人", Some(123.0));
}

#[test]
fn signs_for_no_figure_keep_their_reason() {
    let mut numbers = Numbers::default();
    let mut status = |text: &str| match numbers.read(text, DecimalMark::Point, "") {
        Read::Sign(status) => status,
        other => panic!("{text}: {other:?}"),
    };
    for text in ["..", "-", "—", "…", "N/A", "NULL", ":", "暂无", "－", "NaN"] {
        assert_eq!(status(text), Status::Missing, "{text}");
    }
    for text in ["c", "x", "*", "[c]", "<5", "＊"] {
        assert_eq!(status(text), Status::Suppressed, "{text}");
    }
    assert_eq!(status("[z]"), Status::Impossible);
}

#[test]
fn a_number_says_how_its_decimals_are_parted() {
    let mut numbers = Numbers::default();
    for (text, expected) in [
        ("12", Evidence::Nothing),
        ("1.5", Evidence::Certain(DecimalMark::Point)),
        ("1,5", Evidence::Certain(DecimalMark::Comma)),
        ("1,234", Evidence::OpenComma),
        ("1.234", Evidence::OpenPoint),
        ("0.123", Evidence::Certain(DecimalMark::Point)),
        ("0,123", Evidence::Certain(DecimalMark::Comma)),
        ("1,234,567", Evidence::Certain(DecimalMark::Point)),
        ("1234.567", Evidence::Certain(DecimalMark::Point)),
        ("1.5%", Evidence::Certain(DecimalMark::Point)),
        ("a", Evidence::NoNumber),
        ("1.2.3", Evidence::NoNumber),
    ] {
        assert_eq!(evidence(&mut numbers, text), expected, "{text}");
    }
}
