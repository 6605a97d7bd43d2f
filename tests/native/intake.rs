//! Tables that nobody wrote for this program: what is recognised, read value by value, and refused.

use crate::support::own::{self, check, faults, recipe_of, refused, remarks, take, values};
use zhishe::intake::{ColumnRole, DecimalMark, Encoding, Problem, Recipe, Remark, problems};
use zhishe::model::Period;

// ---- how the text is cut ------------------------------------------------------------------------

#[test]
fn delimiters_and_line_ends_are_found() {
    let expected = ["A|x|2020|1.5", "B|x|2020|2"];
    for text in [
        "area,year,x\nA,2020,1.5\nB,2020,2\n",
        "area;year;x\nA;2020;1,5\nB;2020;2\n",
        "area\tyear\tx\r\nA\t2020\t1.5\r\nB\t2020\t2\r\n",
        "area|year|x\nA|2020|1.5\nB|2020|2",
        "area,year,x\rA,2020,1.5\rB,2020,2\r",
        "\u{feff}area,year,x\n\nA,2020,1.5\n\n\nB,2020,2\n\n",
        "\"area\",\"year\",\"x\"\n\"A\",\"2020\",\"1.5\"\n\"B\",\"2020\",\"2\"\n",
    ] {
        check("t.csv", text, &expected);
    }
}

#[test]
fn encodings_are_found() {
    let text = "地区,年份,人口\n东区,2020,12\n西区,2020,13\n";
    let (gb18030, _, _) = encoding_rs::GB18030.encode(text);
    let recipe = recipe_of("t.csv", &gb18030).recipe;
    assert_eq!(recipe.encoding, Encoding::Gb18030);
    assert_eq!(
        values(&take("t.csv", &gb18030, &recipe, 7).unwrap()),
        ["东区|人口|2020|12", "西区|人口|2020|13"]
    );
}

#[test]
fn quoted_cells_keep_their_marks_and_lines() {
    check(
        "t.csv",
        "area,year,x\n\"Washington, DC\",2020,1\n\"Two\nlines\",2020,2\n\"Say \"\"x\"\"\",2020,3\n",
        &[
            "Say \"x\"|x|2020|3",
            "Two\nlines|x|2020|2",
            "Washington, DC|x|2020|1",
        ],
    );
}

// ---- the header ---------------------------------------------------------------------------------

#[test]
fn titles_and_footnotes_are_left_aside() {
    let text = "表1 各区人口,,\n单位：万人,,\n地区,2019年,2020年\n东区,10.5,11\n西区,20,21\n注：不含外来人口,,\n资料来源：统计局\n";
    check(
        "表1.csv",
        text,
        &[
            "东区|人口|2019|10.5",
            "东区|人口|2020|11",
            "西区|人口|2019|20",
            "西区|人口|2020|21",
        ],
    );
    let found = remarks("表1.csv", text);
    assert!(found.contains(&Remark::TitleLines { from: 1, to: 2 }));
    assert!(found.contains(&Remark::RowsAside { count: 2, line: 6 }));
    let recipe = recipe_of("表1.csv", text.as_bytes()).recipe;
    assert_eq!(recipe.header_line, 3);
    assert_eq!(recipe.indicators[0].unit, "万人");
}

#[test]
fn a_header_of_two_rows_and_a_row_of_units_is_joined() {
    let text = ",人口,,GDP,\n地区,男,女,总量,人均\n,万人,万人,亿元,元\n东区,10,11,100.5,20000\n";
    check(
        "2023年.csv",
        text,
        &[
            "东区|GDP 人均|2023|20000",
            "东区|GDP 总量|2023|100.5",
            "东区|人口 女|2023|11",
            "东区|人口 男|2023|10",
        ],
    );
    let recipe = recipe_of("2023年.csv", text.as_bytes()).recipe;
    assert_eq!((recipe.header_line, recipe.header_rows), (1, 3));
    let unit = |name: &str| {
        let plan = recipe.indicators.iter().find(|plan| plan.name == name);
        plan.map(|plan| plan.unit.clone())
    };
    assert_eq!(unit("GDP 人均").as_deref(), Some("元"));
    assert_eq!(unit("人口 男").as_deref(), Some("万人"));
}

#[test]
fn years_may_span_the_columns_of_indicators() {
    check(
        "t.csv",
        "area,2019,,2020,\n,births,deaths,births,deaths\nA,1,2,3,4\nB,5,6,7,8\n",
        &[
            "A|births|2019|1",
            "A|births|2020|3",
            "A|deaths|2019|2",
            "A|deaths|2020|4",
            "B|births|2019|5",
            "B|births|2020|7",
            "B|deaths|2019|6",
            "B|deaths|2020|8",
        ],
    );
}

#[test]
fn a_table_without_a_header_is_told() {
    let text = "A,2020,10\nB,2020,20\nC,2020,30\n";
    check(
        "t.csv",
        text,
        &["A|#3|2020|10", "B|#3|2020|20", "C|#3|2020|30"],
    );
    assert!(remarks("t.csv", text).contains(&Remark::NoHeader));
}

#[test]
fn names_that_repeat_or_are_blank_become_indicators_of_their_own() {
    check(
        "t.csv",
        "area,year,a,a,\nX,2020,1,2,3\nY,2020,4,5,6\n",
        &[
            "X|#5|2020|3",
            "X|a #4|2020|2",
            "X|a|2020|1",
            "Y|#5|2020|6",
            "Y|a #4|2020|5",
            "Y|a|2020|4",
        ],
    );
}

// ---- numbers ------------------------------------------------------------------------------------

#[test]
fn numbers_are_read_as_written_or_refused() {
    check(
        "t.csv",
        "area,year,x\nA,2020,\"1,234\"\nB,2020,\"12,345.5\"\nC,2020,１２３，４５６\nD,2020,7*\nE,2020,(5)\nF,2020,45 [1]\n",
        &[
            "A|x|2020|1234",
            "B|x|2020|12345.5",
            "C|x|2020|123456",
            "D|x|2020|7",
            "E|x|2020|-5",
            "F|x|2020|45",
        ],
    );
    check(
        "t.csv",
        "area;year;x\nA;2020;1.234,5\nB;2020;1,23\nC;2020;12\n",
        &["A|x|2020|1234.5", "B|x|2020|1.23", "C|x|2020|12"],
    );
    // What breaks the rule of the column has no value and is told with its place.
    let text = "area,year,x\nA,2020,\"1,234.5\"\nB,2020,\"12,34\"\nC,2020,5%\nD,2020,约7\nE,2020,8\nF,2020,9\nG,2020,9\n";
    check(
        "t.csv",
        text,
        &[
            "A|x|2020|1234.5",
            "D|x|2020|7",
            "E|x|2020|8",
            "F|x|2020|9",
            "G|x|2020|9",
        ],
    );
    assert_eq!(
        faults("t.csv", text),
        ["3 x “12,34” not-a-number", "4 x “5%” not-a-number"]
    );
}

#[test]
fn a_mark_that_nothing_decides_is_told() {
    let open = |text: &str| {
        remarks("t.csv", text)
            .into_iter()
            .find_map(|remark| match remark {
                Remark::MarkNotCertain { read_as, .. } => Some(read_as),
                _ => None,
            })
    };
    let tabs = "area\tyear\tx\nA\t2020\t1.234\nB\t2020\t5.678\n";
    assert_eq!(open(tabs), Some(DecimalMark::Point));
    check("t.csv", tabs, &["A|x|2020|1.234", "B|x|2020|5.678"]);
    let semicolons = "area;year;x\nA;2020;1.234\nB;2020;5.678\n";
    assert_eq!(open(semicolons), Some(DecimalMark::Comma));
    check("t.csv", semicolons, &["A|x|2020|1234", "B|x|2020|5678"]);
    // Another number of the file decides.
    let decided = "area;year;x;y\nA;2020;1.234;0,5\nB;2020;5.678;0,7\n";
    assert_eq!(open(decided), None);
    let point = "area,year,x\nA,2020,1.234\nB,2020,15.6\n";
    assert_eq!(open(point), None);
}

#[test]
fn signs_for_no_figure_are_statuses_and_counted() {
    let text = "area,2019,2020,2021\nA,1,..,c\nB,-,n/a,<5\nC,暂无,[z],2\n";
    check(
        "t.csv",
        text,
        &[
            "A|t|2019|1",
            "A|t|2020|O",
            "A|t|2021|Q",
            "B|t|2019|O",
            "B|t|2020|O",
            "B|t|2021|Q",
            "C|t|2019|O",
            "C|t|2020|M",
            "C|t|2021|2",
        ],
    );
    let counted = remarks("t.csv", text)
        .into_iter()
        .find_map(|remark| match remark {
            Remark::MissingSigns { count, .. } => Some(count),
            _ => None,
        });
    assert_eq!(counted, Some(7));
    assert_eq!(faults("t.csv", text), [""; 0]);
}

#[test]
fn a_column_of_percentages_has_its_unit() {
    let text = "区域,年份,办结率\n东区,2024,95.5%\n西区,2024,90%\n";
    check(
        "t.csv",
        text,
        &["东区|办结率|2024|95.5", "西区|办结率|2024|90"],
    );
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_eq!(recipe.indicators[0].unit, "%");
    let mixed = "区域,年份,办结率\n东区,2024,95.5%\n西区,2024,90\n南区,2024,91%\n";
    check(
        "t.csv",
        mixed,
        &["东区|办结率|2024|95.5", "南区|办结率|2024|91"],
    );
    assert_eq!(faults("t.csv", mixed), ["3 办结率 “90” not-a-number"]);
}

// ---- periods ------------------------------------------------------------------------------------

#[test]
fn periods_are_found_in_columns_and_in_names() {
    check(
        "t.csv",
        "area,period,x\nA,2024Q1,1\nA,2024Q2,2\n",
        &["A|x|2024-Q1|1", "A|x|2024-Q2|2"],
    );
    check(
        "t.csv",
        "区域,年份,月份,x\n东,2024,1,1\n东,2024,2,2\n",
        &["东|x|2024-01|1", "东|x|2024-02|2"],
    );
    check(
        "t.csv",
        "area,year,quarter,x\nA,2024,Q1,1\nA,2024,Q2,2\n",
        &["A|x|2024-Q1|1", "A|x|2024-Q2|2"],
    );
    check(
        "t.csv",
        "area,x2019,x2020\nA,1,2\n",
        &["A|t|2019|1", "A|t|2020|2"],
    );
    check(
        "t.csv",
        "area,GDP 2019,GDP 2020,pop_2020\nA,1,2,3\n",
        &["A|GDP|2019|1", "A|GDP|2020|2", "A|pop|2020|3"],
    );
    check(
        "t.csv",
        "地区,2019年1月,2019年2月\n东,1,2\n",
        &["东|t|2019-01|1", "东|t|2019-02|2"],
    );
    check(
        "t.csv",
        "area,1990 [YR1990],1991 [YR1991]\nA,1,2\n",
        &["A|t|1990|1", "A|t|1991|2"],
    );
    check("population_2021.csv", "area,x\nA,1\n", &["A|x|2021|1"]);
}

#[test]
fn years_of_two_digits_are_told() {
    let text = "rownames,county,year,crmrte\n1,1,81,0.04\n2,1,82,0.05\n3,3,81,0.06\n4,3,82,0.07\n";
    check(
        "Crime.csv",
        text,
        &[
            "1|crmrte|1981|0.04",
            "1|crmrte|1982|0.05",
            "3|crmrte|1981|0.06",
            "3|crmrte|1982|0.07",
        ],
    );
    let found = remarks("Crime.csv", text);
    let year = |year| Period::year(year).unwrap();
    assert!(found.contains(&Remark::TwoDigitYears {
        from: year(1981),
        to: year(1982)
    }));
    assert!(found.contains(&Remark::RowNumbers {
        column: "rownames".into()
    }));
    // A wave of one digit is no year.
    let waves = "county,year,x\n1,1,0.5\n1,2,0.6\n3,1,0.7\n3,2,0.8\n";
    assert!(problems(&recipe_of("t.csv", waves.as_bytes()).recipe).contains(&Problem::NoPeriod));
}

#[test]
fn dates_and_split_years_are_read_by_their_column() {
    check(
        "t.csv",
        "date,area,x\n13/02/2024,A,1\n01/03/2024,A,2\n",
        &["A|x|2024-02|1", "A|x|2024-03|2"],
    );
    check(
        "t.csv",
        "date,area,x\n02/13/2024,A,1\n03/01/2024,A,2\n",
        &["A|x|2024-02|1", "A|x|2024-03|2"],
    );
    check(
        "t.csv",
        "year,area,x\n2010-11,A,1\n2011-12,A,2\n2012-13,A,3\n",
        &["A|x|2010|1", "A|x|2011|2", "A|x|2012|3"],
    );
    check(
        "t.csv",
        "month,area,x\n2010-11,A,1\n2010-12,A,2\n",
        &["A|x|2010-11|1", "A|x|2010-12|2"],
    );
    let open = remarks("t.csv", "date,area,x\n03/04/2024,A,1\n");
    assert!(
        open.iter()
            .any(|it| matches!(it, Remark::DayOrderNotCertain { .. }))
    );
    let days = "date,area,x\n2024-03-01,A,1\n2024-03-02,A,2\n";
    assert_eq!(refused("t.csv", days.as_bytes()), "day-of-month");
}

// ---- areas --------------------------------------------------------------------------------------

#[test]
fn codes_keep_their_zeros_and_go_with_their_names() {
    let text = "地区代码,地区,年份,x\n0101,东区,2020,1\n0102,西区,2020,2\n";
    check("t.csv", text, &["0101 东区|x|2020|1", "0102 西区|x|2020|2"]);
    let mixed = "Entity,Code,Year,x\nFrance,FRA,2000,1\nAfrica,,2000,2\nChad,TCD,2000,3\n";
    check(
        "t.csv",
        mixed,
        &[
            "Africa|x|2000|2",
            "FRA France|x|2000|1",
            "TCD Chad|x|2000|3",
        ],
    );
    let exponent = "地区代码,年份,x\n6.10113E+11,2020,1\n610113000001,2020,2\n";
    check("t.csv", exponent, &["610113000001|x|2020|2"]);
    assert_eq!(
        faults("t.csv", exponent),
        ["2 地区代码 “6.10113E+11” excel-exponent"]
    );
}

#[test]
fn areas_of_one_name_in_two_parents_are_two() {
    let text = "state,county,year,x\nAlabama,Lee,2020,1\nFlorida,Lee,2020,2\nFlorida,Bay,2020,3\n";
    check(
        "t.csv",
        text,
        &[
            "Alabama/Lee Lee|x|2020|1",
            "Florida/Bay Bay|x|2020|3",
            "Florida/Lee Lee|x|2020|2",
        ],
    );
    let codes = "state,county,year,x\n1,1,2020,1\n2,1,2020,2\n2,3,2020,3\n";
    check(
        "t.csv",
        codes,
        &["1/1|x|2020|1", "2/1|x|2020|2", "2/3|x|2020|3"],
    );
}

#[test]
fn a_row_of_the_whole_stands_above_the_others() {
    let text = "社区,2023\n合计,30\n甲,10\n乙,20\n";
    let package = take(
        "t.csv",
        text.as_bytes(),
        &recipe_of("t.csv", text.as_bytes()).recipe,
        64,
    )
    .unwrap();
    let whole = package.areas.id("合计").unwrap();
    assert_eq!(package.areas.roots(), [whole]);
    assert_eq!(package.areas.children(whole).len(), 2);
    assert!(remarks("t.csv", text).contains(&Remark::TotalRow {
        area: "合计".into()
    }));
    // A sum in each parent is the parent's own figure.
    let nested = "街道,社区,2023\n东街,小计,3\n东街,甲,1\n东街,乙,2\n西街,小计,4\n西街,丙,4\n";
    check(
        "t.csv",
        nested,
        &[
            "东街/乙 乙|t|2023|2",
            "东街/甲 甲|t|2023|1",
            "东街|t|2023|3",
            "西街/丙 丙|t|2023|4",
            "西街|t|2023|4",
        ],
    );
}

#[test]
fn a_table_without_areas_is_of_its_file() {
    let text = "指标,2022年,2021年\n年末总人口(万人),141175,141260\n男性人口(万人),72206,72311\n";
    check(
        "全国.csv",
        text,
        &[
            "全国|年末总人口|2021|141260",
            "全国|年末总人口|2022|141175",
            "全国|男性人口|2021|72311",
            "全国|男性人口|2022|72206",
        ],
    );
    assert!(
        remarks("全国.csv", text).contains(&Remark::AreaFromFileName {
            area: "全国".into()
        })
    );
}

// ---- keys, indicators ---------------------------------------------------------------------------

#[test]
fn what_tells_rows_apart_is_a_dimension_or_a_part_of_the_name() {
    let text = "area,sex,year,value\nA,Total,2020,10\nA,Male,2020,4\nA,Female,2020,6\n";
    check(
        "births.csv",
        text,
        &[
            "A|births|2020|Female|6",
            "A|births|2020|Male|4",
            "A|births|2020||10",
        ],
    );
    let role = recipe_of("births.csv", text.as_bytes()).recipe.columns[1]
        .role
        .clone();
    assert_eq!(
        role,
        ColumnRole::Dimension {
            total: "Total".into()
        }
    );
    check(
        "t.csv",
        "area,kind,year,x\nA,new,2020,4\nA,old,2020,6\n",
        &["A|x · new|2020|4", "A|x · old|2020|6"],
    );
}

#[test]
fn rows_that_repeat_are_faults_and_neither_is_used() {
    let text = "area,year,x\nA,2020,1\nB,2020,2\nA,2020,3\n";
    check("t.csv", text, &["B|x|2020|2"]);
    assert_eq!(faults("t.csv", text), ["4  “x A 2020” duplicate-key"]);
    assert!(remarks("t.csv", text).contains(&Remark::KeysRepeat {
        line: 4,
        earlier: 2
    }));
}

#[test]
fn numerators_and_denominators_make_a_quotient() {
    let text = "area,year,done_num,done_den\nA,2020,5,10\nB,2020,6,8\n";
    check("t.csv", text, &["A|done|2020|5/10", "B|done|2020|6/8"]);
    let plan = recipe_of("t.csv", text.as_bytes()).recipe.indicators[0].clone();
    assert_eq!(
        (plan.kind.word(), plan.multiplier, plan.unit.as_str()),
        ("proportion", 100.0, "%")
    );
    let rate = "地区,年份,事件：分子,事件：分母\nA,2020,50,10\nB,2020,6,8\n";
    check("t.csv", rate, &["A|事件|2020|50/10", "B|事件|2020|6/8"]);
    let plan = recipe_of("t.csv", rate.as_bytes()).recipe.indicators[0].clone();
    assert_eq!(plan.kind.word(), "rate");
}

#[test]
fn rows_may_name_their_indicator_and_its_unit() {
    check(
        "t.csv",
        "地区,指标,单位,2019,2020\n东区,人口,万人,1,2\n东区,产值,亿元,3,4\n西区,产值,万元,5,6\n",
        &[
            "东区|产值|2019|3",
            "东区|产值|2020|4",
            "东区|人口|2019|1",
            "东区|人口|2020|2",
            "西区|产值 (万元)|2019|5",
            "西区|产值 (万元)|2020|6",
        ],
    );
}

// ---- refusals -----------------------------------------------------------------------------------

#[test]
fn what_cannot_be_a_table_of_figures_is_refused_with_its_reason() {
    assert_eq!(refused("t.csv", b""), "empty");
    assert_eq!(refused("t.csv", b"\n\n,,\n"), "empty");
    assert_eq!(refused("t.csv", b"a,b\n"), "no-numbers");
    assert_eq!(refused("t.csv", b"x,y,z\na,b,c\nd,e,f\n"), "no-numbers");
    assert_eq!(
        refused("t.csv", b"area,year,x\nA,2020,\"1\nB,2020,2\n"),
        "unterminated-quote"
    );
    assert_eq!(refused("t.csv", b"<html><body>"), "html-instead");
    assert_eq!(refused("t.csv", b"PK\x03\x04rest"), "archive-instead");
    let workbook = b"PK\x03\x04[Content_Types].xml xl/workbook.xml";
    assert_eq!(refused("t.csv", workbook), "workbook-instead");
    assert_eq!(refused("t.csv", b"\x89PNG\r\n\x1a\n\0"), "other-format");
    assert_eq!(refused("t.csv", b"area,year,x\nA,2020,1\0\n"), "nul-bytes");
}

#[test]
fn broken_rows_are_told_and_never_read() {
    let text = "area,year,x\nA,2020,1\nB,2020\nC,2020,3\nD,2020,4,5\nE,2020,6\n";
    check("t.csv", text, &["A|x|2020|1", "C|x|2020|3", "E|x|2020|6"]);
    assert_eq!(
        faults("t.csv", text),
        ["3  “B,2020” row-shape", "5  “D,2020,4,5” row-shape"]
    );
    // A file that breaks off is not the whole file.
    let cut = "area,year,x,y\nA,2020,1,1\nB,2020,1,1\nC,20";
    assert_eq!(refused("t.csv", cut.as_bytes()), "truncated");
}

#[test]
fn numbers_of_persons_are_not_read() {
    let text = "name,手机,year,x\n甲,13800000000,2020,5\n乙,13900000000,2020,6\n";
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_eq!(recipe.columns[1].role, ColumnRole::Ignored);
    let area = "联系方式,year,x\n13800000000,2020,5\n13900000000,2020,6\n";
    let mut recipe = recipe_of("t.csv", area.as_bytes()).recipe;
    recipe.columns[0].role = ColumnRole::AreaCode;
    let fault = take("t.csv", area.as_bytes(), &recipe, 64).unwrap_err();
    assert_eq!(fault.kind.name(), "personal-number");
    // Census tracts have codes of eleven digits.
    let tracts = "GEOID,year,x\n13001950100,2020,5\n13001950200,2020,6\n";
    check(
        "t.csv",
        tracts,
        &["13001950100|x|2020|5", "13001950200|x|2020|6"],
    );
}

#[test]
fn a_recipe_that_lacks_something_says_what() {
    let no_period = recipe_of("t.csv", b"area,x\nA,1\nB,2\n").recipe;
    assert_eq!(problems(&no_period), [Problem::NoPeriod]);
    let mut with = no_period.clone();
    with.period = Period::year(2020);
    assert_eq!(problems(&with), []);
    with.columns[0].role = ColumnRole::Ignored;
    assert_eq!(problems(&with), [Problem::NoArea]);
    with.columns[1].role = ColumnRole::Month;
    assert_eq!(
        problems(&with),
        [Problem::NoArea, Problem::NoFigure, Problem::NoYear]
    );
}

#[test]
fn a_recipe_is_kept_as_text() {
    for text in [
        "area,sex,year,value\nA,Total,2020,10\nA,Male,2020,4\n",
        "\"a\nb\",1990 [YR1990],1991\nA,1,2\n",
        "地区代码,地区,年份,完成：分子,完成：分母,备注\n01,东,81,1,2,x\n02,西,82,1,2,y\n",
        "指标,2022年\n人口(万人),\"1.234,5\"\n",
    ] {
        let mut recipe = recipe_of("t.csv", text.as_bytes()).recipe;
        assert_eq!(Recipe::from_text(&recipe.to_text()).as_ref(), Some(&recipe));
        recipe.columns[0].name = "tab\there \\ and\r\nline".into();
        assert_eq!(Recipe::from_text(&recipe.to_text()).as_ref(), Some(&recipe));
    }
    assert_eq!(Recipe::from_text(""), None);
    assert_eq!(Recipe::from_text("zhishe-recipe-1\nnonsense"), None);
}

// ---- whatever comes -----------------------------------------------------------------------------

/// Bytes of a table's own kind in any order.
fn scrambled(seed: u64, length: usize) -> Vec<u8> {
    const PIECES: [&[u8]; 30] = [
        b",",
        b",",
        b",",
        b"\n",
        b"\n",
        b";",
        b"\t",
        b"\"",
        b"\r\n",
        b"1",
        b"2020",
        b"81",
        b"1,234",
        b"..",
        b"-",
        b"area",
        b"year",
        b"x",
        b"A",
        b"(5)",
        b"12%",
        b"2019/20",
        b"03/04/2024",
        b"[1]",
        b" ",
        b"0",
        b"\xb5\xd8\xc7\xf8",
        b"\xff",
        b"\xe5\x9c\xb0\xe5\x8c\xba",
        b"e9",
    ];
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    let mut bytes = Vec::new();
    while bytes.len() < length {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        bytes.extend_from_slice(PIECES[(state >> 33) as usize % PIECES.len()]);
    }
    bytes
}

#[test]
fn nothing_panics_and_pieces_do_not_matter() {
    let mut read = 0;
    for seed in 0..4000 {
        let bytes = scrambled(seed, 20 + (seed as usize % 200));
        let Ok((sample, recognised)) = own::recognised("t.csv", &bytes) else {
            continue;
        };
        let mut recipe = recognised.recipe;
        recipe.period = Period::year(2020);
        let shown = zhishe::intake::preview(&sample, &recipe, "t.csv");
        // Whatever header a reader chooses.
        let (line, rows) = ((seed % 6) as u32, (seed / 6 % 5) as u8);
        let other = zhishe::intake::refit(&sample, &recipe, line, rows, "t.csv").recipe;
        let rows_shown = zhishe::intake::preview(&sample, &other, "t.csv").row_count;
        if let Ok(package) = take("t.csv", &bytes, &other, 11) {
            let file = package.observation_files().next().unwrap();
            assert_eq!(file.table.row_count(), rows_shown, "seed {seed}");
        }
        assert_eq!(Recipe::from_text(&recipe.to_text()).as_ref(), Some(&recipe));
        let whole = take("t.csv", &bytes, &recipe, usize::MAX >> 1);
        let pieces = take("t.csv", &bytes, &recipe, 1 + seed as usize % 7);
        match (&whole, &pieces) {
            (Ok(whole), Ok(pieces)) => {
                assert_eq!(values(whole), values(pieces), "seed {seed}");
                let table = &whole.observation_files().next().unwrap().table;
                assert_eq!(shown.row_count, table.row_count(), "seed {seed}");
                read += 1;
            }
            (Err(whole), Err(pieces)) => assert_eq!(whole, pieces, "seed {seed}"),
            _ => panic!("seed {seed}"),
        }
    }
    assert!(read > 50, "{read}");
}

#[test]
fn what_is_written_out_is_a_package_without_fault_and_the_same_numbers() {
    use zhishe::cli::open;
    use zhishe::export::own_package_files;
    use zhishe::package::Need;
    for (at, (name, text)) in [
        (
            "t.csv",
            "area,sex,year,value\nA,Total,2020,10\nA,Male,2020,4\n\"-B, C\",Total,2021,7\n",
        ),
        (
            "各区 2023.csv",
            "街道,社区,户数（户）\n东街,甲,\"1,200\"\n东街,小计,\"1,200\"\n西街,乙,..\n合计,,c\n",
        ),
        (
            "p.csv",
            "code,year,done_num,done_den,备注\n01,2024Q1,1,3,\"x\ny\"\n02,2024Q1,2,3,=1+1\n",
        ),
        ("r.csv", "region;year;x\n=A;2020;-1,5\nB;2020;1.234,25*\n"),
    ]
    .into_iter()
    .enumerate()
    {
        let recipe = recipe_of(name, text.as_bytes()).recipe;
        let package = take(name, text.as_bytes(), &recipe, 64).unwrap();
        let folder =
            std::env::temp_dir().join(format!("zhishe-intake-{}-{at}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (file, bytes) in own_package_files(&package, 2) {
            std::fs::write(folder.join(file), bytes).unwrap();
        }
        let opened = open(&folder, &Need::Everything).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(opened.fault_count(), 0, "{name}: {:?}", opened.faults());
        assert_eq!(values(&opened), values(&package), "{name}");
        assert!(!values(&opened).is_empty(), "{name}");
    }
}

// ---- tables as offices publish them -------------------------------------------------------------

#[test]
fn merged_cells_take_what_stands_above_them() {
    let text = "区,街道,2021\n东区,甲街,10\n,乙街,20\n,小计,30\n西区,丙街,5\n,小计,5\n合计,,35\n";
    check(
        "t.csv",
        text,
        &[
            "东区/乙街 乙街|t|2021|20",
            "东区/甲街 甲街|t|2021|10",
            "东区|t|2021|30",
            "合计|t|2021|35",
            "西区/丙街 丙街|t|2021|5",
            "西区|t|2021|5",
        ],
    );
    assert!(remarks("t.csv", text).contains(&Remark::FilledDown {
        column: "区".into()
    }));
}

#[test]
fn names_of_columns_may_have_footnotes_and_codes_a_guard() {
    check(
        "t.csv",
        "Code,Area,2019 [note 1],2020,2021 (p)\nE01,\"North, East\",1,2,3\nE02,South,4,5,[c]\n\"[note 1] revised\",,,,\n",
        &[
            "E01 North, East|t|2019|1",
            "E01 North, East|t|2020|2",
            "E01 North, East|t|2021|3",
            "E02 South|t|2019|4",
            "E02 South|t|2020|5",
            "E02 South|t|2021|Q",
        ],
    );
    check(
        "t.csv",
        "代码,名称,2020\n\"=\"\"0101\"\"\",东区,5\n'0102,西区,6\n",
        &["0101 东区|t|2020|5", "0102 西区|t|2020|6"],
    );
}

#[test]
fn two_rows_of_names_are_known_by_either() {
    check(
        "ACS2018.csv",
        "GEO_ID,NAME,B01\nGeography,Geographic Area Name,Total\n0500000US01001,\"Autauga County, Alabama\",55200\n0500000US01003,\"Baldwin County, Alabama\",208107\n",
        &[
            "0500000US01001 Autauga County, Alabama|B01 Total|2018|55200",
            "0500000US01003 Baldwin County, Alabama|B01 Total|2018|208107",
        ],
    );
}

#[test]
fn the_period_of_a_table_is_what_its_titles_agree_on() {
    let nomis = "\"Population\"\n\"[from Nomis on 3 May 2023]\"\n\n\"date\",\"2021\"\n\"geography\",\"geography code\",\"All\"\n\"Hartlepool\",\"E06000001\",\"92,300\"\n\"Redcar\",\"E06000003\",\"136,500\"\n";
    check(
        "nomis.csv",
        nomis,
        &[
            "E06000001 Hartlepool|All|2021|92300",
            "E06000003 Redcar|All|2021|136500",
        ],
    );
    let two = recipe_of(
        "pop_2020.csv",
        "各区人口 2019\n区,x\n东区,1\n西区,2\n".as_bytes(),
    )
    .recipe;
    assert_eq!(two.period, None);
}

#[test]
fn commas_that_part_thousands_without_quotation_marks_are_refused() {
    // Every row has a cell too many: no column can be told.
    assert_eq!(
        refused(
            "2020.csv",
            b"area,year,cost\nA,2020,1,200\nB,2020,1,300\nC,2020,1,400\n"
        ),
        "header-shape"
    );
    // Rows that R has numbered have one as well.
    check(
        "t.csv",
        "\"area\",\"year\",\"x\"\n\"1\",\"X\",2020,3\n\"2\",\"Y\",2020,4\n",
        &["X|x|2020|3", "Y|x|2020|4"],
    );
}

#[test]
fn what_numbers_telephones_and_places_on_a_map_is_no_figure() {
    let text = "phone,area,lat,2020\n02095257564,A,52.1,1\n02095257565,B,52.2,2\n";
    check("t.csv", text, &["A|t|2020|1", "B|t|2020|2"]);
}

#[test]
fn codes_are_no_figures_whatever_they_are_of() {
    check(
        "t.csv",
        "year,ent_county,ent_code,rural_income\n2021,曹县,371721,100\n2021,宝塔区,610602,200\n2022,曹县,371721,110\n",
        &[
            "371721 曹县|rural_income|2021|100",
            "371721 曹县|rural_income|2022|110",
            "610602 宝塔区|rural_income|2021|200",
        ],
    );
}

#[test]
fn letters_of_a_byte_each_are_not_taken_for_chinese() {
    let text = "Land;Jahr;Wert\nThüringen;2019;1,5\nBaden-Württemberg;2019;2,5\nRhône;2019;3\n";
    let (western, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let recipe = recipe_of("t.csv", &western).recipe;
    assert_eq!(recipe.encoding, Encoding::Western);
    assert_eq!(
        values(&take("t.csv", &western, &recipe, 5).unwrap()),
        [
            "Baden-Württemberg|t|2019|2.5",
            "Rhône|t|2019|3",
            "Thüringen|t|2019|1.5"
        ]
    );
    assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe));
}

#[test]
fn a_column_of_times_that_cannot_be_read_is_not_passed_over() {
    let recipe = recipe_of("pop_2020.csv", b"area,year,x\nA,first,1\nB,second,2\n").recipe;
    assert_eq!(problems(&recipe), [Problem::NoPeriod]);
}

#[test]
fn a_year_that_cannot_be_read_beside_a_month_is_a_fault() {
    let text = "area,year,month,x\nA,2019,1,1\nA,2020,2,2\nA,2020,3,3\nA,2021,4,4\nA,2022,4,4\nA,2019/20,5,5\nA,2020,13,6\nA,,5,7\n";
    check(
        "t.csv",
        text,
        &[
            "A|x|2019-01|1",
            "A|x|2020-02|2",
            "A|x|2020-03|3",
            "A|x|2021-04|4",
            "A|x|2022-04|4",
        ],
    );
    assert_eq!(
        faults("t.csv", text),
        [
            "7 year “2019/20” period-form",
            "8 month “13” period-form",
            "9 year “” blank"
        ]
    );
}

#[test]
fn more_areas_than_any_table_of_areas_has_are_refused() {
    let mut text = String::from("area,year,x\n");
    for at in 0..=200_000 {
        text.push_str(&format!("A{at},2020,1\n"));
    }
    let head = &text.as_bytes()[..4096];
    let recipe = recipe_of(
        "t.csv",
        &head[..head.iter().rposition(|it| *it == b'\n').unwrap()],
    )
    .recipe;
    let fault = take("t.csv", text.as_bytes(), &recipe, 65536).unwrap_err();
    assert_eq!(
        (fault.kind.name(), fault.column.as_str(), fault.line),
        ("too-many-areas", "area", 200_002)
    );
}

#[test]
fn the_year_of_prices_is_no_period() {
    let text = "area,GDP (2010 prices)\nA,1\nB,2\n";
    assert_eq!(
        problems(&recipe_of("t.csv", text.as_bytes()).recipe),
        [Problem::NoPeriod]
    );
    assert!(
        remarks("t.csv", "area,pop 2011\nA,1\nB,2\n")
            .contains(&Remark::PeriodsAsColumns { count: 1 })
    );
}

#[test]
fn running_totals_and_units_in_cells_are_kept() {
    check(
        "t.csv",
        "地区,2019年1-9月,2020年1-9月\n东,1,2\n",
        &["东|t|2019-01/2019-09|1", "东|t|2020-01/2020-09|2"],
    );
    let text = "地区,2020\n东,\"1,234万\"\n西,\"2,345万\"\n";
    check("t.csv", text, &["东|t|2020|1234", "西|t|2020|2345"]);
    assert_eq!(
        recipe_of("t.csv", text.as_bytes()).recipe.indicators[0].unit,
        "万"
    );
}

#[test]
fn counties_by_number_in_regions_by_name_are_the_areas() {
    let mut rows = String::from("\"\",\"county\",\"year\",\"crmrte\",\"region\",\"smsa\"\n");
    for (at, county) in [1, 3, 5, 7, 9, 11].into_iter().enumerate() {
        for year in 81..=87 {
            let region = ["west", "central", "other"][at % 3];
            let rate = 0.01 * (at + 1) as f64 + 0.0001 * f64::from(year);
            let row = 1 + at * 7 + (year as usize - 81);
            rows += &format!("\"{row}\",{county},{year},{rate:.7},\"{region}\",\"no\"\n");
        }
    }
    let recipe = recipe_of("panel.csv", rows.as_bytes()).recipe;
    let role = |name: &str| {
        let column = recipe.columns.iter().find(|it| it.name == name);
        column.map(|it| it.role.clone())
    };
    assert_eq!(role("county"), Some(ColumnRole::AreaCode));
    assert_eq!(role("region"), Some(ColumnRole::ParentName));
    assert_eq!(role("year"), Some(ColumnRole::Year));
}

// ---- areas as columns ---------------------------------------------------------------------------

#[test]
fn areas_as_columns_are_turned() {
    // A row a period, and a row an indicator with the period in the title.
    for (name, text, expected) in [
        (
            "人口.csv",
            "年份,江苏,浙江省,上海\n2019,80,59,24\n2020,85,65,\n",
            &[
                "上海|人口|2019|24",
                "江苏|人口|2019|80",
                "江苏|人口|2020|85",
                "浙江省|人口|2019|59",
                "浙江省|人口|2020|65",
            ][..],
        ),
        (
            "t.csv",
            "2021年各区情况,,,\n指标,东城区,西城区,石景山区\n户数,1100,1200,1300\n面积,41.9,50.5,84.3\n",
            &[
                "东城区|户数|2021|1100",
                "东城区|面积|2021|41.9",
                "石景山区|户数|2021|1300",
                "石景山区|面积|2021|84.3",
                "西城区|户数|2021|1200",
                "西城区|面积|2021|50.5",
            ][..],
        ),
        (
            "rates.csv",
            "year,Adams County,Baker County,Clark County\n1990,0.1,0.2,0.3\n",
            &[
                "Adams County|rates|1990|0.1",
                "Baker County|rates|1990|0.2",
                "Clark County|rates|1990|0.3",
            ][..],
        ),
    ] {
        check(name, text, expected);
        let found = recipe_of(name, text.as_bytes());
        assert!(found.recipe.states_areas(), "{name}");
        let remark = Remark::AreasAsColumns { count: 3 };
        assert!(found.remarks.contains(&remark), "{:?}", found.remarks);
        // The reader may say that they are indicators after all, and back again.
        let turned = found.recipe.clone().with_areas_across(false, name);
        assert!(!turned.states_areas());
        assert_eq!(problems(&turned), []);
        assert!(turned.with_areas_across(true, name).states_areas());
        let kept = Recipe::from_text(&found.recipe.to_text()).unwrap();
        assert_eq!(kept, found.recipe);
    }
}

#[test]
fn columns_named_for_kinds_of_places_are_indicators() {
    for text in [
        "年份,街道数,社区数,行政村数\n2019,8,93,12\n2020,8,95,10\n",
        "year,in the city,in the district,elsewhere\n2019,8,93,12\n2020,8,95,10\n",
        "地区,年份,城区,郊区,建成区\n甲,2019,8,93,12\n",
    ] {
        assert!(
            !recipe_of("t.csv", text.as_bytes()).recipe.states_areas(),
            "{text}"
        );
    }
}
