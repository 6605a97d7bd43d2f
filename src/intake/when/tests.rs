//! Periods in the many ways in which tables write them.

use super::*;

const DATES: Dates = Dates {
    century: Some(50),
    ..Dates::PLAIN
};

#[test]
fn periods_are_read_from_many_forms() {
    for (text, expected) in [
        ("2024", "2024"),
        ("2024年", "2024"),
        ("2024年末", "2024"),
        ("2019.0", "2019"),
        ("87", "1987"),
        ("07", "2007"),
        ("2024Q1", "2024-Q1"),
        ("2024-q3", "2024-Q3"),
        ("Q1 2024", "2024-Q1"),
        ("1Q2024", "2024-Q1"),
        ("2024年第三季度", "2024-Q3"),
        ("2024H2", "2024-S2"),
        ("2024年上半年", "2024-S1"),
        ("2019/20", "2019"),
        ("2019-20", "2019"),
        ("2019/2020", "2019"),
        ("2010-11", "2010-11"),
        ("2024-03", "2024-03"),
        ("2024/3/1", "2024-03"),
        ("2024-03-31T00:00:00", "2024-03"),
        ("2024-03-31 00:00:00", "2024-03"),
        ("20240331", "2024-03"),
        ("202403", "2024-03"),
        ("2024M03", "2024-03"),
        ("31/12/2024", "2024-12"),
        ("3/4/2024", "2024-04"),
        ("03/2024", "2024-03"),
        ("Mar 2024", "2024-03"),
        ("March 31, 2024", "2024-03"),
        ("31-Mar-2024", "2024-03"),
        ("2024 May", "2024-05"),
        ("Mar-24", "2024-03"),
        ("２０２４年３月", "2024-03"),
        ("2024年3月31日", "2024-03"),
        ("2024年1-9月", "2024-01/2024-09"),
        ("2024年1月至9月", "2024-01/2024-09"),
        ("2024年1—9月累计", "2024-01/2024-09"),
        ("2010-2019", "2010-01/2019-12"),
        ("2015 – 17", "2015-01/2017-12"),
        ("2017/18 to 2019/20", "2017-01/2019-12"),
    ] {
        let found = period(text, DATES).map(|when| when.period.to_string());
        assert_eq!(found.as_deref(), Ok(expected), "{text}");
    }
    for text in [
        "",
        "12",
        "2024-13",
        "2024-31-12",
        "13/13/2024",
        "20241",
        "45352",
        "2024 x",
        "199",
        "2019-2010",
        "1st",
    ] {
        let none = Dates {
            century: None,
            ..DATES
        };
        assert!(period(text, none).is_err(), "{text}");
    }
    let split = Dates {
        split_years: true,
        ..DATES
    };
    assert_eq!(period("2010-11", split).unwrap().period.to_string(), "2010");
    assert!(period("2010-03", split).is_err());
    let american = Dates {
        day_order: DayOrder::MonthFirst,
        ..DATES
    };
    assert_eq!(
        period("3/4/2024", american).unwrap().period.to_string(),
        "2024-03"
    );
}

#[test]
fn names_of_columns_state_periods() {
    for (name, expected) in [
        ("2019", Some(("2019", ""))),
        ("2020年", Some(("2020", ""))),
        ("X2019", Some(("2019", ""))),
        ("Y2019", Some(("2019", ""))),
        ("1990 [YR1990]", Some(("1990", ""))),
        ("2019Q1", Some(("2019-Q1", ""))),
        ("2019年1月", Some(("2019-01", ""))),
        ("2011/12", Some(("2011", ""))),
        ("GDP 2019", Some(("2019", "GDP"))),
        ("2019 GDP", Some(("2019", "GDP"))),
        ("gdp_2019", Some(("2019", "gdp"))),
        ("pop2019", Some(("2019", "pop"))),
        ("2019年人口", Some(("2019", "人口"))),
        ("人口2019年", Some(("2019", "人口"))),
        ("人口（2019年）", Some(("2019", "人口"))),
        ("2024Q1 人口", Some(("2024-Q1", "人口"))),
        ("Change 2010-2019", None),
        ("GDP", None),
        ("under 5", None),
        ("1234", None),
        ("id 20190", None),
    ] {
        let found = in_name(name).map(|(period, rest)| (period.to_string(), rest));
        let expected = expected.map(|(period, rest)| (period.to_string(), rest.to_string()));
        assert_eq!(found, expected, "{name}");
    }
}
