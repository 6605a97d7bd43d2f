//! Units, scales, bounds and further figures of tables that offices of many countries give out. Each stands for
//! a form met in public files; the figures are made up.

use crate::support::own::{check, faults, recipe_of, refused, remarks, take, told, values};
use zhishe::intake::{ColumnRole, FigureRemark, Recipe, Remark};
use zhishe::model::{Bound, Severity};

fn role(text: &str, column: &str) -> String {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let found = recipe.columns.iter().find(|it| it.name == column);
    found.map_or(String::new(), |it| it.role.word().to_string())
}

/// What is said of how figures are written.
fn said(text: &str) -> Vec<FigureRemark> {
    let of = |remark: Remark| match remark {
        Remark::Figures(remark) => Some(remark),
        _ => None,
    };
    remarks("t.csv", text).into_iter().filter_map(of).collect()
}

fn units(text: &str) -> Vec<String> {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let plans = recipe.indicators.iter();
    plans.map(|it| format!("{}|{}", it.name, it.unit)).collect()
}

// ---- scales -------------------------------------------------------------------------------------

#[test]
fn figures_are_multiplied_by_what_a_column_says() {
    let text = "REG_ID,Regions,Indicator,TIME,Unit,PowerCode Code,PowerCode,Value\n\
        AU1,New South Wales,Population,2018,Persons,3,Thousands,7980.2\n\
        AU2,Victoria,Population,2018,Persons,0,Units,6460700\n";
    check(
        "t.csv",
        text,
        &[
            "AU1 New South Wales|Population|2018|7980200",
            "AU2 Victoria|Population|2018|6460700",
        ],
    );
    assert_eq!(role(text, "PowerCode"), "scale");
    assert_eq!(role(text, "PowerCode Code"), "ignored");
    assert_eq!(
        said(text),
        [FigureRemark::ScaleColumn {
            column: "PowerCode".to_string(),
            example: "Thousands".to_string(),
        }]
    );
    // A code without its label, and periods as columns.
    check(
        "t.csv",
        "Area,UNIT_MULT,2019,2020\nA,6,1.25,-0.1\nB,0,7,8\n",
        &[
            "A|t|2019|1250000",
            "A|t|2020|-100000",
            "B|t|2019|7",
            "B|t|2020|8",
        ],
    );
    check(
        "t.csv",
        "REF_DATE,GEO,Statistics,UOM,SCALAR_FACTOR,SCALAR_ID,VALUE\n\
         2022,Halifax,Employment,Persons,thousands,3,245.3\n\
         2022,Halifax,Unemployment rate,Percentage,units,0,5.6\n\
         2022,Moncton,Employment,Persons,thousands,3,85.1\n\
         2022,Moncton,Unemployment rate,Percentage,units,0,6.6\n",
        &[
            "Halifax|Employment|2022|245300",
            "Halifax|Unemployment rate|2022|5.6",
            "Moncton|Employment|2022|85100",
            "Moncton|Unemployment rate|2022|6.6",
        ],
    );
}

#[test]
fn a_scale_that_is_not_known_is_told_and_its_figure_not_read() {
    check(
        "t.csv",
        "Area,Year,Multiplier,Value\nA,2020,1000,2.5\nB,2020,1,7\nC,2020,1000,\n",
        &["A|t|2020|2500", "B|t|2020|7"],
    );
    let text = "Area,Year,Scale,Value\nA,2020,Thousands,2.5\nB,2020,dozens,7\n";
    let mut recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_ne!(role(text, "Scale"), "scale");
    recipe.columns[2].role = ColumnRole::Scale;
    let package = take("t.csv", text.as_bytes(), &recipe, 16).unwrap();
    assert_eq!(values(&package), ["A|t|2020|2500"]);
    let faults = package.faults();
    let found = faults
        .iter()
        .find(|it| it.kind.severity() == Severity::Fault);
    let found = found.map(|it| (it.line, it.found.as_str(), it.kind.name()));
    assert_eq!(found, Some((3, "dozens", "unknown-word")));
}

#[test]
fn one_scale_in_a_column_of_units_is_the_unit() {
    let text = "Area,Year,Units,Value\nA,2020,Thousands,2.5\nB,2020,Thousands,7.1\n";
    assert_eq!(role(text, "Units"), "unit");
    let text = "Area,Year,Units,Value\nA,2020,Thousands,2.5\nB,2020,Millions,7.1\n";
    check("t.csv", text, &["A|t|2020|2500", "B|t|2020|7100000"]);
}

#[test]
fn numbers_of_several_scales_are_read_in_full() {
    let text =
        "区县,年份,GDP,距离\n东区,2022,1.2亿,5 km\n西区,2022,3456万,12 km\n南区,2022,9800万,8 km\n";
    check(
        "t.csv",
        text,
        &[
            "东区|GDP|2022|120000000",
            "东区|距离|2022|5",
            "南区|GDP|2022|98000000",
            "南区|距离|2022|8",
            "西区|GDP|2022|34560000",
            "西区|距离|2022|12",
        ],
    );
    assert_eq!(units(text), ["GDP|", "距离|km"]);
    assert_eq!(
        said(text),
        [FigureRemark::Scaled {
            example: "1.2亿".to_string(),
            read_as: 120_000_000.0,
        }]
    );
    let text = "Area,Year,Budget\nA,2022,$1.2M\nB,2022,$850K\nC,2022,$900\n";
    check(
        "t.csv",
        text,
        &[
            "A|Budget|2022|1200000",
            "B|Budget|2022|850000",
            "C|Budget|2022|900",
        ],
    );
    assert_eq!(units(text), ["Budget|$"]);
    // Words in a column of numbers of which none is read so.
    check(
        "t.csv",
        "Area;Year;n\nA;2020;1,2k\nB;2020;850k\nC;2020;900\n",
        &["A|n|2020|1200", "B|n|2020|850000", "C|n|2020|900"],
    );
    check(
        "t.csv",
        "Area,Year,Budget\nA,2022,1.2M\nB,2022,850M\n",
        &["A|Budget|2022|1200000", "B|Budget|2022|850000000"],
    );
    // Metres as well as millions.
    for text in [
        "Area,Year,Budget\nA,2022,12M\nB,2022,850M\n",
        "Area,Year,Budget\nA,2022,1.2m\nB,2022,850m\n",
    ] {
        assert_eq!(refused("t.csv", text.as_bytes()), "no-numbers", "{text}");
    }
    // What the name says of numbers without a word is another scale: they are told, and not guessed.
    let text = "区,年份,人口（万人）\n东区,2022,3.2万\n西区,2022,9800万\n南区,2022,1.5亿\n";
    assert_eq!(
        faults("t.csv", text),
        ["4 人口（万人） “1.5亿” not-a-number"]
    );
}

#[test]
fn of_two_units_in_a_column_one_is_read() {
    let text = "Area,Year,Road length\nA,2022,5 km\nB,2022,12.5 km\nC,2022,800 m\n";
    check(
        "t.csv",
        text,
        &["A|Road length|2022|5", "B|Road length|2022|12.5"],
    );
    assert_eq!(
        faults("t.csv", text),
        ["4 Road length “800 m” not-a-number"]
    );
    assert_eq!(units(text), ["Road length|km"]);
}

// ---- marks and bounds ---------------------------------------------------------------------------

#[test]
fn letters_at_numbers_are_marks() {
    let text = "Area,2020,2021\nA,12.3e,12.5\nB,11.1,13.4p\nC,9.8r,10.1\nD,8.8ʳ,9.0\n";
    check(
        "t.csv",
        text,
        &[
            "A|t|2020|12.3",
            "A|t|2021|12.5",
            "B|t|2020|11.1",
            "B|t|2021|13.4",
            "C|t|2020|9.8",
            "C|t|2021|10.1",
            "D|t|2020|8.8",
            "D|t|2021|9",
        ],
    );
    assert_eq!(told("t.csv", text, Severity::Note).len(), 4);
    // Names of classes are none.
    let text = "School,Class,Year,Pupils\nX,1a,2020,20\nX,1b,2020,21\nX,2a,2020,22\n";
    assert_ne!(role(text, "Class"), "figure");
    let text = "Area,Age,Year,n\nA,0-14,2020,5\nA,15-64,2020,6\nA,65+,2020,7\n";
    assert_ne!(role(text, "Age"), "figure");
}

#[test]
fn signs_make_bounds_of_numbers_or_stand_for_none() {
    let text = "Area,Year,Cases,Rate\nA,2020,<5,c.100\nB,2020,3 or fewer,~95\nC,2020,12,110\nD,2020,10-14,≈120\nE,2020,\"250,000+\",low\n";
    check(
        "t.csv",
        text,
        &[
            "A|Cases|2020|Q",
            "A|Rate|2020|100",
            "B|Cases|2020|Q",
            "B|Rate|2020|95",
            "C|Cases|2020|12",
            "C|Rate|2020|110",
            "D|Rate|2020|120",
            "E|Cases|2020|250000",
            "E|Rate|2020|Q",
        ],
    );
    assert_eq!(faults("t.csv", text), ["5 Cases “10-14” not-a-number"]);
}

#[test]
fn numbers_that_stand_for_none_are_none() {
    let text = "GEOID,NAME,year,income\n01001,Autauga,2021,68315\n48301,Loving,2021,-666666666\n48261,Kenedy,2021,-888888888\n";
    check(
        "t.csv",
        text,
        &[
            "01001 Autauga|income|2021|68315",
            "48261 Kenedy|income|2021|O",
            "48301 Loving|income|2021|O",
        ],
    );
}

// ---- how exact figures are ----------------------------------------------------------------------

fn intervals(columns: &[&str]) -> Vec<FigureRemark> {
    let columns = columns.iter().map(|it| it.to_string()).collect();
    vec![FigureRemark::IntervalsAside { columns }]
}

#[test]
fn limits_and_errors_are_no_indicators() {
    let text = "Ward,Rate 2021,LCI 2021,UCI 2021,Rate 2022,LCI 2022,UCI 2022\nA,10.1,9.1,11.1,10.2,9.2,11.2\nB,12.1,11.1,13.1,12.2,11.2,13.2\n";
    check(
        "t.csv",
        text,
        &[
            "A|Rate|2021|10.1",
            "A|Rate|2022|10.2",
            "B|Rate|2021|12.1",
            "B|Rate|2022|12.2",
        ],
    );
    assert_eq!(
        said(text),
        intervals(&["LCI 2021", "UCI 2021", "LCI 2022", "UCI 2022"])
    );
    // The remark says it, and no other says it again.
    let again = |it: &Remark| matches!(it, Remark::ColumnAside { .. });
    assert!(!remarks("t.csv", text).iter().any(again));
    for (header, aside) in [
        ("x,x_moe,x_se", &["x_moe", "x_se"][..]),
        ("rate,lower,upper", &["lower", "upper"]),
        ("比率,比率下限,比率上限", &["比率下限", "比率上限"]),
        ("率,置信区间下限,标准误", &["置信区间下限", "标准误"]),
        ("B01001_001E,B01001_001M,n", &["B01001_001M"]),
        (
            "ValueNumeric,ValueNumericLow,ValueNumericHigh",
            &["ValueNumericLow", "ValueNumericHigh"],
        ),
    ] {
        let text = format!("Area,Year,{header}\nA,2020,10.5,9.5,11.5\nB,2020,12.5,11.5,13.5\n");
        assert_eq!(said(&text), intervals(aside), "{header}");
    }
    // Other things are called so as well.
    for header in [
        "tax,lower,upper",
        "mean,low,high",
        "x,seats,lower house",
        "rate,x_lower,y",
    ] {
        let text = format!("Area,Year,{header}\nA,2020,10.5,29.5,11.5\nB,2020,12.5,31.5,13.5\n");
        assert_eq!(said(&text), [], "{header}");
    }
    let text =
        "Area,Year,price,price_low,price_high\nA,2020,10.5,9.5,11.5\nB,2020,12.5,11.5,13.5\n";
    assert_eq!(said(text), []);
    // Where nothing else is there, it is what the table is of.
    let text = "Area,Year,Standard error\nA,2020,1.5\nB,2020,1.7\n";
    check(
        "t.csv",
        text,
        &["A|Standard error|2020|1.5", "B|Standard error|2020|1.7"],
    );
}

#[test]
fn rows_of_limits_and_errors_are_left_aside_and_told() {
    let text = "REF_DATE,GEO,Statistics,VALUE\n2022,Halifax,Employment rate,61.5\n2022,Halifax,\"Employment rate, low 95% confidence interval\",60.1\n2022,Moncton,Employment rate,58.2\n2022,Moncton,\"Employment rate, low 95% confidence interval\",57\n";
    check(
        "t.csv",
        text,
        &[
            "Halifax|Employment rate|2022|61.5",
            "Moncton|Employment rate|2022|58.2",
        ],
    );
    assert_eq!(
        said(text),
        [FigureRemark::IntervalRowsAside {
            word: "Employment rate, low 95% confidence interval".to_string(),
            count: 2,
            line: 3,
        }]
    );
}

#[test]
fn a_sign_in_a_column_of_its_own_makes_a_bound() {
    let text = "Location,Period,FactValueNumericPrefix,FactValueNumeric\nA,2019,<,2.5\nB,2019,,47.1\nC,2019,>,95\n";
    assert_eq!(role(text, "FactValueNumericPrefix"), "bound");
    check(
        "t.csv",
        text,
        &[
            "A|FactValueNumeric|2019|2.5",
            "B|FactValueNumeric|2019|47.1",
            "C|FactValueNumeric|2019|95",
        ],
    );
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let package = take("t.csv", text.as_bytes(), &recipe, 16).unwrap();
    let table = &package.observation_files().next().unwrap().table;
    let bounds: Vec<Option<Bound>> = (0..3).map(|row| table.bound(row)).collect();
    assert_eq!(bounds, [Some(Bound::Upper), None, Some(Bound::Lower)]);
    // Of which of two figures it is nothing says.
    let text = "Location,Period,Prefix,x,y\nA,2019,<,2.5,3\nB,2019,,47.1,4\n";
    assert_eq!(role(text, "Prefix"), "ignored");
}

// ---- units --------------------------------------------------------------------------------------

#[test]
fn the_unit_of_a_title_is_none_of_ratios() {
    let text = "2022年各区人口,,,\n单位：人,,,\n区,总人口,性别比(女=100),增长率\n东区,10050,105.2,1.2\n西区,20713,103.4,-0.8\n";
    assert_eq!(units(text), ["总人口|人", "性别比(女=100)|", "增长率|"]);
    let text = "单位：万人 (10 000 persons),,\n区 District,人口 Population 2022,出生率(‰) Birth rate 2022\n东区 East,10.5,7.1\n西区 West,20.7,6.9\n";
    let found = units(text);
    assert!(
        found[0].ends_with("|万人") && found[1].ends_with("|‰"),
        "{found:?}"
    );
}

#[test]
fn english_titles_state_units_at_their_end() {
    let text = "Table 3. Employment by municipality 2022 (thousands),,\nMunicipality,Employed,Unemployment rate (%)\nA,30.1,6.5\nB,40.1,7.2\n";
    assert_eq!(units(text), ["Employed|thousands", "Unemployment rate|%"]);
    let unit = Remark::UnitFromTitle {
        unit: "thousands".to_string(),
        line: 1,
    };
    assert!(remarks("t.csv", text).contains(&unit));
    let text = "\"Table 5: Gross value added by area, £ million\",,\nArea,2021,2022\nA,1500,1607\nB,2300,2411\n";
    assert_eq!(units(text), ["t|£ million"]);
    // The zeros of a number are no unit.
    let text = "Area,Year,\"Cases per 100,000\",n\nA,2021,1.5,7\nB,2021,2.3,8\n";
    assert_eq!(units(text), ["Cases per 100,000|", "n|"]);
    // No unit, or one of something else.
    let text = "Table 5: Employment by area (rate),,\nArea,2021,2022\nA,15,16\nB,23,24\n";
    assert_eq!(units(text), ["t|"]);
}

#[test]
fn characters_that_nobody_sees_make_no_other_name() {
    check(
        "t.csv",
        "area,year,x\nEast\u{200b},2020,1\nEast,2021,2\nWest\u{ad},2020,3\nW\u{ad}est,2021,4\n",
        &[
            "East|x|2020|1",
            "East|x|2021|2",
            "West|x|2020|3",
            "West|x|2021|4",
        ],
    );
}

// ---- quotation marks ----------------------------------------------------------------------------

#[test]
fn marks_within_quoted_cells_are_part_of_them() {
    let text = "area,year,x\n\"A \\\"north\\\"\",2020,1\n\"B, \\\"s\\\", t\",2020,2\nC,2020,3\n";
    check(
        "t.csv",
        text,
        &["A \"north\"|x|2020|1", "B, \"s\", t|x|2020|2", "C|x|2020|3"],
    );
    assert!(remarks("t.csv", text).contains(&Remark::InnerQuotes { line: 2 }));
    let text = "area,year,x\n\"A \"north\" part\",2020,1\n\"B\",2020,2\nC,2020,3\n";
    check(
        "t.csv",
        text,
        &["A \"north\" part|x|2020|1", "B|x|2020|2", "C|x|2020|3"],
    );
    assert!(remarks("t.csv", text).contains(&Remark::InnerQuotes { line: 2 }));
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe));
}
