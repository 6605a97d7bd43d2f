//! The researcher's table: what stands in its rows and columns, their order, what it is narrowed to, and
//! what a group of areas comes to, held against sums made by hand.

use crate::support::{Files, area_id, demo, indicator_id, period};
use zhishe::answer::{
    Across, GroupSum, Place, Table, TableFilter, TableOrder, TablePeriods, TableQuestion,
    TableSort, table,
};
use zhishe::export::table_csv;
use zhishe::model::{Lang, LevelId};
use zhishe::package::Package;
use zhishe::words;

/// The little package with a second month and a second year.
fn package() -> Package {
    let more = "\
on-time,9901001,2024-02,甲一社区,,90,100,,A,register,,
on-time,9901002,2024-02,甲二社区,,30,60,,A,register,,
on-time,9902001,2024-02,乙一社区,,45,50,,P,register,,
households,9901001,2023,甲一社区,3000,,,,A,register,,
households,9901002,2023,甲二社区,,,,,O,register,,
";
    Files::little()
        .more("observations.csv", more)
        .open(usize::MAX)
}

fn question(package: &Package, codes: &[&str], periods: TablePeriods) -> TableQuestion {
    TableQuestion {
        indicators: codes
            .iter()
            .map(|code| indicator_id(package, code))
            .collect(),
        level: LevelId(2),
        within: None,
        group: Vec::new(),
        is_only_group: false,
        periods,
        across: Across::Indicators,
    }
}

/// Row by row: area, period, and the cells as they are shown.
fn lines(package: &Package, table: &Table, rows: &[u32]) -> Vec<String> {
    let line = |row: &u32| {
        let row = *row as usize;
        let about = table.rows[row];
        let place = match about.place {
            Some(Place::Area(area)) => package.areas.get(area).name.zh.clone(),
            Some(Place::Group) => "group".to_string(),
            None => String::new(),
        };
        let period = about.period.map(|it| it.to_string()).unwrap_or_default();
        let cells = table.columns.iter().enumerate().map(|(at, column)| {
            let cell = table.cell(package, row, at).unwrap();
            words::cell_text(Lang::Zh, package, column, &cell)
        });
        let mut parts = vec![place, period];
        parts.extend(cells);
        parts.join("|")
    };
    rows.iter().map(line).collect()
}

fn all(table: &Table) -> Vec<u32> {
    (0..table.rows.len() as u32).collect()
}

/// What the browser gathers for an order.
fn numbers(package: &Package, table: &Table, column: usize) -> Vec<f64> {
    let mut numbers = vec![f64::INFINITY; table.rows.len()];
    let mut seen = 0;
    for part in 0..table.part_count() {
        for (row, reading) in table.part(package, column, part) {
            numbers[row] = reading.value.number().unwrap_or(f64::NAN);
            seen += 1;
        }
    }
    assert_eq!(seen, table.rows.len(), "each row once");
    assert!(numbers.iter().all(|number| !number.is_infinite()));
    numbers
}

#[test]
fn a_row_is_an_area_and_period_and_a_column_an_indicator() {
    let package = package();
    let asked = question(&package, &["on-time", "meetings"], TablePeriods::All);
    let table = table(&package, asked);
    assert_eq!(
        lines(&package, &table, &all(&table)),
        [
            "甲一社区|2024-02|90.0|无记录",
            "甲一社区|2024-03|94.0|4",
            "甲二社区|2024-02|50.0|无记录",
            "甲二社区|2024-03|92.4|5",
            "乙一社区|2024-02|90.0|无记录",
            "乙一社区|2024-03|不公布|6",
        ]
    );
}

#[test]
fn periods_and_areas_can_stand_across() {
    let package = package();
    let mut asked = question(&package, &["on-time"], TablePeriods::All);
    asked.across = Across::Periods;
    let periods = table(&package, asked.clone());
    let keys = |table: &Table| -> Vec<String> {
        let columns = table.columns.iter();
        columns.map(|it| table.column_key(&package, it)).collect()
    };
    assert_eq!(keys(&periods), ["on-time:2024-02", "on-time:2024-03"]);
    assert_eq!(
        lines(&package, &periods, &all(&periods)),
        [
            "甲一社区||90.0|94.0",
            "甲二社区||50.0|92.4",
            "乙一社区||90.0|不公布"
        ]
    );
    asked.across = Across::Areas;
    let areas = table(&package, asked);
    assert_eq!(
        keys(&areas),
        ["on-time:9901001", "on-time:9901002", "on-time:9902001"]
    );
    assert_eq!(
        lines(&package, &areas, &all(&areas)),
        ["|2024-02|90.0|50.0|90.0", "|2024-03|94.0|92.4|不公布"]
    );
}

#[test]
fn bounds_and_what_is_missing_stay_apart() {
    let package = package();
    let asked = question(&package, &["households"], TablePeriods::All);
    let table = table(&package, asked);
    assert_eq!(
        lines(&package, &table, &all(&table)),
        [
            "甲一社区|2023|3,000",
            "甲一社区|2024|3,120",
            "甲二社区|2023|缺报",
            "甲二社区|2024|2,875",
            "乙一社区|2023|无记录",
            "乙一社区|2024|≈ 3,500",
        ]
    );
}

#[test]
fn a_span_leaves_out_what_lies_outside_and_the_newest_is_each_areas_own() {
    let package = package();
    let span = TablePeriods::Span(period("2024-03"), period("2024-12"));
    let asked = question(&package, &["on-time"], span);
    assert_eq!(table(&package, asked).periods, [period("2024-03")]);
    let latest = question(
        &package,
        &["on-time", "households"],
        TablePeriods::EachLatest,
    );
    let latest = table(&package, latest);
    assert_eq!(
        lines(&package, &latest, &all(&latest))[..2],
        ["甲一社区||94.0|3,120", "甲二社区||92.4|2,875"]
    );
    let cell = latest.cell(&package, 0, 1).unwrap();
    assert_eq!(cell.period, Some(period("2024")));
}

#[test]
fn missing_stays_last_whichever_way_and_equals_keep_their_order() {
    let package = package();
    let asked = question(&package, &["on-time"], TablePeriods::All);
    let table = table(&package, asked);
    let order = TableOrder::Numbers(numbers(&package, &table, 0));
    let check = |is_falling, expected: [u32; 6]| {
        let mut rows = all(&table);
        order.sort(&table, &mut rows, is_falling);
        assert_eq!(rows, expected);
    };
    // 90, 94, 50, 92.4, 90, suppressed.
    check(false, [2, 0, 4, 3, 1, 5]);
    check(true, [1, 3, 0, 4, 2, 5]);
}

#[test]
fn numbers_of_either_sign_stand_in_their_order() {
    let package = package();
    let asked = question(&package, &["on-time"], TablePeriods::All);
    let table = table(&package, asked);
    let order = TableOrder::Numbers(vec![-1.5, 0.0, f64::NAN, 1e9, -2e6, 1e-9]);
    let mut rows = all(&table);
    order.sort(&table, &mut rows, false);
    assert_eq!(rows, [4, 0, 1, 5, 3, 2]);
    order.sort(&table, &mut rows, true);
    assert_eq!(rows, [3, 5, 1, 0, 4, 2]);
}

/// Rows enough for many steps, with many equals: as one stable sort has them.
#[test]
fn many_rows_are_sorted_step_by_step_as_at_once() {
    let package = package();
    let asked = question(&package, &["on-time"], TablePeriods::All);
    let mut table = table(&package, asked);
    let row = table.rows[0];
    table.rows = vec![row; 50_000];
    let mut state: u32 = 7;
    let numbers: Vec<f64> = (0..50_000)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            match state >> 24 {
                0 => f64::NAN,
                number => f64::from(number) / 8.0 - 16.0,
            }
        })
        .collect();
    let order = TableOrder::Numbers(numbers.clone());
    for is_falling in [false, true] {
        let mut rows = all(&table);
        order.sort(&table, &mut rows, is_falling);
        let mut expected = all(&table);
        expected.sort_by(|one, other| {
            let (one, other) = (numbers[*one as usize], numbers[*other as usize]);
            one.is_nan().cmp(&other.is_nan()).then_with(|| {
                let order = one.partial_cmp(&other).unwrap_or(std::cmp::Ordering::Equal);
                if is_falling { order.reverse() } else { order }
            })
        });
        assert_eq!(rows, expected);
    }
}

#[test]
fn rows_go_by_the_order_of_names_that_is_handed_in() {
    let package = package();
    let asked = question(&package, &["on-time"], TablePeriods::At(period("2024-03")));
    let table = table(&package, asked);
    let mut ranks = vec![u32::MAX; package.areas.count()];
    // 甲二, 甲一, 乙一 by pinyin: jia er, jia yi, yi yi.
    for (place, code) in ["9901002", "9901001", "9902001"].iter().enumerate() {
        ranks[area_id(&package, code).0 as usize] = place as u32;
    }
    let mut rows = all(&table);
    TableOrder::Ranks(ranks).sort(&table, &mut rows, false);
    assert_eq!(
        lines(&package, &table, &rows),
        [
            "甲二社区|2024-03|92.4",
            "甲一社区|2024-03|94.0",
            "乙一社区|2024-03|不公布"
        ]
    );
}

#[test]
fn an_order_is_read_and_what_is_no_column_is_not() {
    let package = package();
    let asked = question(&package, &["on-time", "meetings"], TablePeriods::All);
    let table = table(&package, asked);
    let read = |text: &str| table.read_sort(&package, text);
    assert_eq!(read("-meetings"), Some((TableSort::Column(1), true)));
    assert_eq!(read("area"), Some((TableSort::Area, false)));
    assert_eq!(read("-period"), Some((TableSort::Period, true)));
    assert_eq!(read("households"), None);
    assert_eq!(read("rank"), None);
}

#[test]
fn words_and_conditions_narrow() {
    let package = package();
    let asked = question(&package, &["on-time", "meetings"], TablePeriods::All);
    let table = table(&package, asked);
    let filter = TableFilter::read(&package, &table, "甲 >90 meetings<=4");
    assert_eq!(filter.words, ["甲"]);
    let [first, second] = &filter.conditions[..] else {
        panic!("two conditions");
    };
    assert_eq!((first.column, second.column), (None, Some(1)));
    assert!(!first.holds(90.0) && first.holds(90.1) && !first.holds(f64::NAN));
    assert!(second.holds(4.0) && !second.holds(4.1));
    let has = |typed: &str, code: &str, initials: &str| {
        let filter = TableFilter::read(&package, &table, typed);
        filter.has_words(&package, area_id(&package, code), initials)
    };
    assert!(has("甲", "9901001", ""));
    assert!(!has("甲", "9902001", ""));
    assert!(has("jy", "9901001", "jysq"));
    assert!(has("9902", "9902001", ""));
    assert!(has("third", "9902001", ""));
    // Both ends are asked of one and the same figure, the narrower of each.
    let between = TableFilter::read(&package, &table, "甲 >93 <97 >=90 <=97");
    let [both] = &between.conditions[..] else {
        panic!("{between:?}");
    };
    assert_eq!(both.column, None);
    let met = [92.0, 93.0, 93.1, 96.9, 97.0].map(|number| both.holds(number));
    assert_eq!(met, [false, false, true, true, false]);
    let note = words::filter_note(Lang::En, &package, &table, "甲 >93 <97 on-time<=98");
    assert_eq!(
        note,
        "Filter on figures: above 93 and below 97 in any column; at most 98 in Resolved in time (%). For one column alone, write its code before: on-time>93."
    );
    assert_eq!(words::filter_note(Lang::Zh, &package, &table, "甲"), "");
    // What is no column is a word.
    assert_eq!(TableFilter::read(&package, &table, "x>3").words, ["x>3"]);
}

#[test]
fn a_group_is_summed_from_counts_or_not_at_all() {
    let package = package();
    let mut asked = question(
        &package,
        &["on-time", "meetings", "visits"],
        TablePeriods::All,
    );
    asked.group = ["9901001", "9901002", "9902"]
        .map(|code| area_id(&package, code))
        .into();
    let table = table(&package, asked);
    assert_eq!(
        table.members.len(),
        2,
        "the sub-district is of another level"
    );
    // The running total stands at a period of its own.
    assert_eq!(table.group_rows, 3);
    let at = |month: &str| {
        let is_meant = |row: &zhishe::answer::TableRow| row.period == Some(period(month));
        table.rows.iter().position(is_meant).unwrap()
    };
    let cell = |month: &str, column| table.cell(&package, at(month), column).unwrap();
    // (188 + 231) of (200 + 250); Wilson's interval of 419 of 450 by hand: 90.4 to 95.1.
    let march = cell("2024-03", 0);
    assert_eq!(march.reading.value.number(), Some(419.0 / 450.0 * 100.0));
    assert_eq!(march.group, Some(GroupSum::Whole(2)));
    let (lower, upper) = march.interval.unwrap();
    assert_eq!(
        (format!("{lower:.1}"), format!("{upper:.1}")),
        wilson(419.0, 450.0)
    );
    // (90 + 30) of (100 + 60), never the mean of 90 and 50.
    assert_eq!(cell("2024-02", 0).reading.value.number(), Some(75.0));
    assert_eq!(cell("2024-03", 1).reading.value.number(), Some(9.0));
    assert_eq!(cell("2024-02", 1).group, Some(GroupSum::Nothing));
    assert_eq!(cell("2024-03", 2).group, Some(GroupSum::Never));
    assert_eq!(
        lines(&package, &table, &[at("2024-03") as u32]),
        ["group|2024-03|93.1|9|不合计"]
    );
}

/// The interval of Wilson (1927) in per cent to one decimal.
fn wilson(events: f64, all: f64) -> (String, String) {
    let z = 1.959_964_f64;
    let (share, square) = (events / all, z * z);
    let centre = share + square / (2.0 * all);
    let half = z * (share * (1.0 - share) / all + square / (4.0 * all * all)).sqrt();
    let scale = 100.0 / (1.0 + square / all);
    let text = |end: f64| format!("{:.1}", end * scale);
    (text(centre - half), text(centre + half))
}

#[test]
fn a_group_with_a_gap_is_no_sum() {
    let package = package();
    let mut asked = question(&package, &["on-time", "households"], TablePeriods::All);
    asked.group = ["9901001", "9902001"]
        .map(|code| area_id(&package, code))
        .into();
    asked.is_only_group = true;
    let table = table(&package, asked);
    assert_eq!(table.areas.len(), 2);
    let group: Vec<u32> = (0..table.group_rows as u32).collect();
    assert_eq!(
        lines(&package, &table, &group),
        [
            // Of 2023 one member has no row; that of 2024 is given as about so many.
            "group|2023|按月发布|不全（1/2）",
            "group|2024-02|90.0|按年发布",
            "group|2024-03|不全（1/2）|按年发布",
            "group|2024|按月发布|不全（1/2）",
        ]
    );
    // A sum of what is not final is not final.
    assert!(table.cell(&package, 1, 0).unwrap().reading.is_provisional());
    // The group stays first whichever way.
    let order = TableOrder::Numbers(numbers(&package, &table, 0));
    for is_falling in [false, true] {
        let mut rows = all(&table);
        order.sort(&table, &mut rows, is_falling);
        assert!(rows[..4].iter().all(|row| *row < 4), "{rows:?}");
    }
}

#[test]
fn files_hold_the_whole_table_in_both_forms() {
    let package = package();
    let mut asked = question(&package, &["on-time"], TablePeriods::All);
    asked.across = Across::Periods;
    let table = table(&package, asked);
    let body = |is_long| {
        let bytes = table_csv(Lang::Zh, &package, &table, is_long, "");
        let text = String::from_utf8(bytes).unwrap();
        let lines = text
            .lines()
            .filter(|line| !line.trim_start_matches('\u{feff}').starts_with('#'));
        lines.map(str::to_string).collect::<Vec<String>>()
    };
    assert_eq!(
        body(false),
        [
            "area_code,area_name,on-time:2024-02,on-time:2024-02:remark,on-time:2024-03,on-time:2024-03:remark",
            "9901001,甲一社区,90,,94,",
            "9901002,甲二社区,50,,92.4,",
            "9902001,乙一社区,90,P,,suppressed",
        ]
    );
    let long = body(true);
    assert_eq!(long.len(), 7);
    assert!(long[0].starts_with("indicator,area_code,area_name,period,value,unit,bound,status"));
    assert!(
        long[6].starts_with("on-time,9902001,乙一社区,2024-03,,%,,Q,,,,,"),
        "{}",
        long[6]
    );
}

// ---- what an indicator never has ------------------------------------------------------------------

#[test]
fn a_yearly_figure_is_not_missing_from_a_month() {
    let package = package();
    let march = TablePeriods::At(period("2024-03"));
    let found = table(
        &package,
        question(&package, &["on-time", "households"], march),
    );
    let text = |lang, column: usize| {
        let cell = found.cell(&package, 0, column).unwrap();
        let said = words::cell_said(lang, &package, &found.columns[column], &cell);
        (
            words::cell_text(lang, &package, &found.columns[column], &cell),
            said,
        )
    };
    let both = |text: &str| (text.to_string(), text.to_string());
    assert_eq!(text(Lang::Zh, 1), both("按年发布"));
    assert_eq!(text(Lang::En, 1), both("yearly"));
    assert_ne!(text(Lang::Zh, 0).0, "按年发布");
    let remark = words::other_rhythm_text(Lang::Zh, &package, &found);
    assert!(remark.contains("按年发布，所选期间没有数值"), "{remark}");
    // A month that has no row of a monthly indicator is not recorded, and that is said.
    let january = TablePeriods::At(period("2024-01"));
    let found = table(&package, question(&package, &["on-time"], january));
    let cell = found.cell(&package, 0, 0).unwrap();
    assert_eq!(
        words::cell_text(Lang::Zh, &package, &found.columns[0], &cell),
        "无记录"
    );
    assert_eq!(words::other_rhythm_text(Lang::Zh, &package, &found), "");
}

#[test]
fn no_column_stands_that_nothing_can_be_in() {
    let package = demo();
    let from = period("2025-07");
    let to = period("2025-12");
    let mut asked = question(
        package,
        &["on-time-rate", "households"],
        TablePeriods::Span(from, to),
    );
    asked.across = Across::Periods;
    let found = table(package, asked);
    let keys: Vec<String> = found
        .columns
        .iter()
        .map(|it| found.column_key(package, it))
        .collect();
    assert_eq!(
        keys,
        [
            "on-time-rate:2025-07",
            "on-time-rate:2025-08",
            "on-time-rate:2025-09",
            "on-time-rate:2025-10",
            "on-time-rate:2025-11",
            "on-time-rate:2025-12",
            "households:2025-Q3",
            "households:2025-Q4",
        ]
    );
}
