//! SDMX-CSV of every version and of the large publishers: what is recognised, and what comes out as
//! observations. The headers and rows are written after those of their services.

use crate::support::{CHUNK_SIZES, fault_lines};
use std::sync::Arc;
use zhishe::cli::NativeDecoders;
use zhishe::intake::{
    ColumnRole, Intake, Recipe, Recognised, Remark, SdmxRemark, as_read, preview, recognise, sample,
};
use zhishe::model::{FaultKind, number_in_full};
use zhishe::package::{Package, Resolving};
use zhishe::parse::FileFault;

fn recognised(text: &str) -> Result<Recognised, FileFault> {
    let (sample, encoding, delimiter) =
        sample(text.as_bytes(), true, None, None, &NativeDecoders).unwrap();
    recognise(&sample, encoding, delimiter, "own.csv")
}

/// The columns that a recipe uses: `REF_AREA code`, `SEX dimension`, …
fn roles(recipe: &Recipe) -> Vec<String> {
    let used = recipe.columns.iter().filter_map(|column| {
        let role = match &column.role {
            ColumnRole::Ignored => return None,
            ColumnRole::AreaCode => "code",
            ColumnRole::AreaName => "name",
            ColumnRole::Period => "period",
            ColumnRole::Indicator => "indicator",
            ColumnRole::Unit => "unit",
            ColumnRole::Status => "status",
            ColumnRole::Note => return None,
            ColumnRole::Figure(figure) if figure.indicator.is_empty() => "figure",
            ColumnRole::Figure(figure) => return Some(format!("figure of {}", figure.indicator)),
            ColumnRole::Dimension { total } => {
                return Some(format!("{} dimension {total}", column.name));
            }
            ColumnRole::PartOfIndicator => "part",
            other => return Some(format!("{} {other:?}", column.name)),
        };
        Some(format!("{} {role}", column.name))
    });
    used.collect()
}

fn taken(text: &str, recipe: &Recipe, chunk_bytes: usize) -> Result<Package, FileFault> {
    let mut intake = Intake::new(recipe, "own.csv", &NativeDecoders)?;
    for piece in text.as_bytes().chunks(chunk_bytes) {
        intake.push(piece)?;
    }
    let taken = intake.finish()?;
    let mut resolving = Resolving::new(Arc::new(taken.package.clone()), taken.file).unwrap();
    while resolving.step(1000) {}
    Ok(taken.package.with_observations(resolving.finish()))
}

/// Every observation: `indicator | area | period | dimensions | value status note`.
fn observations(package: &Package) -> Vec<String> {
    let mut lines = Vec::new();
    for file in package.observation_files() {
        let table = &file.table;
        for row in 0..table.row_count() {
            let area = table.area.text(row);
            let area = package.areas.id(area).map_or(area.to_string(), |id| {
                let name = &package.areas.get(id).name;
                format!("{area} {}{}", name.zh, name.en)
            });
            let dimensions: Vec<&str> = table.dimensions.iter().map(|it| it.text(row)).collect();
            let value = table.value.get(row).map_or(String::new(), number_in_full);
            let line = format!(
                "{} | {area} | {} | {} | {value} {} {}",
                table.indicator.text(row),
                table.period.text(row),
                dimensions.join(","),
                table.status(row).letter(),
                table.note.text(row),
            );
            lines.push(line.trim_end().to_string());
        }
    }
    lines
}

/// What comes of a file, the same in whatever pieces it comes; the faults after it.
#[track_caller]
fn check(text: &str, expected_roles: &[&str], expected: &[&str]) -> Vec<Remark> {
    let found = recognised(text).unwrap();
    assert_eq!(roles(&found.recipe), expected_roles);
    let stored = Recipe::from_text(&found.recipe.to_text());
    assert_eq!(stored.as_ref(), Some(&found.recipe));
    for chunk_bytes in CHUNK_SIZES {
        let package = taken(text, &found.recipe, chunk_bytes).unwrap();
        let lines = [observations(&package), fault_lines(&package)].concat();
        assert_eq!(lines, expected, "in pieces of {chunk_bytes}");
    }
    found.remarks
}

fn sdmx(structure: &str) -> Remark {
    Remark::Sdmx(SdmxRemark::Structure {
        name: structure.to_string(),
    })
}

fn constant(columns: &[(&str, &str)]) -> Remark {
    let text = |(name, value): &(&str, &str)| (name.to_string(), value.to_string());
    Remark::Sdmx(SdmxRemark::Constants {
        columns: columns.iter().map(text).collect(),
    })
}

fn dimension(column: &str) -> Remark {
    Remark::DimensionFound {
        column: column.to_string(),
        total: "_T".to_string(),
    }
}

fn part(column: &str) -> Remark {
    Remark::IndicatorPartFound {
        column: column.to_string(),
    }
}

#[test]
fn version_1_with_codes_alone() {
    let remarks = check(
        "DATAFLOW,REF_AREA,FREQ,MEASURE,UNIT_MEASURE,EXPENDITURE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,BASE_PER,DECIMALS\n\
         OECD.SDD:DSD_G20@DF_G20(1.0),CHN,A,CPI,PA,_T,_T,2020-A1,2.5,A,0,,1\n\
         OECD.SDD:DSD_G20@DF_G20(1.0),CHN,A,CPI,PA,_T,F,2020-A1,2.25,P,0,,1\n\
         OECD.SDD:DSD_G20@DF_G20(1.0),CHN,Q,CPI,PA,_T,_T,2020-Q1,,M,0,,1\n\
         OECD.SDD:DSD_G20@DF_G20(1.0),FRA,M,CPI,PA,_T,_T,2020-M03,-0.5,B,0,,1\n",
        &[
            "REF_AREA code",
            "MEASURE indicator",
            "UNIT_MEASURE unit",
            "SEX dimension _T",
            "TIME_PERIOD period",
            "OBS_VALUE figure",
            "OBS_STATUS status",
        ],
        &[
            "CPI | CHN CHN | 2020 |  | 2.5 A",
            "CPI | CHN CHN | 2020 | F | 2.25 P",
            "CPI | CHN CHN | 2020-Q1 |  |  M",
            "CPI | FRA FRA | 2020-03 |  | -0.5 A OBS_STATUS B",
        ],
    );
    let expected = [
        sdmx("DF_G20"),
        dimension("SEX"),
        constant(&[("EXPENDITURE", "_T")]),
    ];
    assert_eq!(remarks, expected);
}

#[test]
fn labels_in_the_same_cell_with_and_without_a_space() {
    // As the BIS writes it: a row of the series first, days beside months, a title of each series.
    let remarks = check(
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ:Frequency,REF_AREA:Reference area,TIME_PERIOD:Time period or range,OBS_VALUE:Observation Value,UNIT_MEASURE:Unit of measure,UNIT_MULT:Unit Multiplier,TITLE:Title,OBS_STATUS:Observation Status\n\
         dataflow,BIS:WS_CBPOL(1.0): Central bank policy rates,I,M: Monthly,US: United States,,,368: Per cent per year,0: Units,\"Rates: all\",\n\
         dataflow,BIS:WS_CBPOL(1.0): Central bank policy rates,I,D: Daily,US: United States,2025-01-02,4.375,368: Per cent per year,0: Units,Policy,A: Normal value\n\
         dataflow,BIS:WS_CBPOL(1.0): Central bank policy rates,I,M: Monthly,US: United States,2025-01,4.375,368: Per cent per year,0: Units,Policy,A: Normal value\n\
         dataflow,BIS:WS_CBPOL(1.0): Central bank policy rates,I,M: Monthly,XM: Euro area,2025-01,3.15,368: Per cent per year,0: Units,Policy,U: Low reliability\n\
         dataflow,BIS:WS_CBPOL(1.0): Central bank policy rates,I,M: Monthly,XM: Euro area,2025-02,,368: Per cent per year,0: Units,Policy,H: Missing value; holiday or weekend\n",
        &[
            "REF_AREA code",
            "Reference area name",
            "TIME_PERIOD period",
            "figure of Central bank policy rates",
            "Unit of measure unit",
            "OBS_STATUS status",
        ],
        &[
            "Central bank policy rates | US United States | 2025-01 |  | 4.375 A",
            "Central bank policy rates | XM Euro area | 2025-01 |  | 3.15 A OBS_STATUS U: Low reliability",
            "Central bank policy rates | XM Euro area | 2025-02 |  |  O OBS_STATUS H: Missing value; holiday or weekend",
        ],
    );
    assert_eq!(
        remarks,
        [
            sdmx("Central bank policy rates"),
            Remark::RowsAside { count: 1, line: 2 },
            Remark::Sdmx(SdmxRemark::TooFine {
                count: 1,
                line: 3,
                example: "2025-01-02".to_string()
            }),
        ]
    );
}

#[test]
fn labels_in_columns_beside() {
    // As the OECD writes it. Two measures have two units; a total has a label of its own.
    let remarks = check(
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency of observation,MEASURE,Measure,UNIT_MEASURE,Unit of measure,AGE,Age,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier\n\
         DATAFLOW,OECD:DSD_X@DF_X(1.0),\"Trust, and more\",I,ISL,Iceland,A,Annual,POP,Population,PS,Persons,_T,Total,2021,,372.5,,A,Normal value,3,Thousands\n\
         DATAFLOW,OECD:DSD_X@DF_X(1.0),\"Trust, and more\",I,ISL,Iceland,A,Annual,POP,Population,PS,Persons,Y_LT15,Under 15,2021,,68.75,,E,Estimated value,3,Thousands\n\
         DATAFLOW,OECD:DSD_X@DF_X(1.0),\"Trust, and more\",I,ISL,Iceland,A,Annual,TRUST,Trust,PT_RESP,Percentage of respondents,_Z,Not applicable,2021,,50.4,,F,Forecast value,0,Units\n\
         DATAFLOW,OECD:DSD_X@DF_X(1.0),\"Trust, and more\",D,ISL,Iceland,A,Annual,POP,Population,PS,Persons,_T,Total,2020,,-,,,,3,Thousands\n",
        &[
            "REF_AREA code",
            "Reference area name",
            "Measure indicator",
            "Unit of measure unit",
            "Age dimension _T",
            "TIME_PERIOD period",
            "OBS_VALUE figure",
            "OBS_STATUS status",
        ],
        &[
            "Population | ISL Iceland | 2021 |  | 372500 A",
            "Population | ISL Iceland | 2021 | Under 15 | 68750 E",
            "Trust | ISL Iceland | 2021 |  | 50.4 E OBS_STATUS F: Forecast value",
        ],
    );
    assert_eq!(
        remarks,
        [
            sdmx("Trust, and more"),
            Remark::Sdmx(SdmxRemark::Deleted { count: 1, line: 5 }),
            Remark::Sdmx(SdmxRemark::Scaled {
                written: "372.5".to_string(),
                power: "3".to_string(),
                read_as: "372500".to_string(),
            }),
            dimension("Age"),
        ]
    );
}

#[test]
fn labels_beside_some_columns_only() {
    // As UNICEF's files come: no column of the structure, attributes among the rest.
    check(
        "REF_AREA,Geographic area,INDICATOR,Indicator,SEX,Sex,DATA_SOURCE,COUNTRY_NOTES,UNIT_MEASURE,Unit of measure,TIME_PERIOD,OBS_VALUE,REF_PERIOD,LOWER_BOUND,UPPER_BOUND,OBS_STATUS,Observation Status\n\
         USA,United States,CME_MRY0,Infant mortality rate,F,Female,UN_IGME,,D_PER_1000_B,\"Deaths per 1,000 live births\",2020,5.01,,4.9,5.1,A,Normal value\n\
         USA,United States,CME_MRY0,Infant mortality rate,_T,Total,UN_IGME,,D_PER_1000_B,\"Deaths per 1,000 live births\",2020,5.49,,5.4,5.5,A,Normal value\n\
         USA,United States,CME_TMM0,Neonatal deaths,_T,Total,UN_IGME,,D,Number of deaths,2020,13263,,12909,13611,A,Normal value\n",
        &[
            "REF_AREA code",
            "Geographic area name",
            "Indicator indicator",
            "Sex dimension _T",
            "Unit of measure unit",
            "TIME_PERIOD period",
            "OBS_VALUE figure",
            "OBS_STATUS status",
        ],
        &[
            "Infant mortality rate | USA United States | 2020 | Female | 5.01 A",
            "Infant mortality rate | USA United States | 2020 |  | 5.49 A",
            "Neonatal deaths | USA United States | 2020 |  | 13263 A",
        ],
    );
}

#[test]
fn eurostat_with_its_own_flags_and_names() {
    let remarks = check(
        "DATAFLOW,LAST UPDATE,freq,unit,sex,age,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n\
         ESTAT:LFSA_ARGAN(1.0),11/06/26 23:00:00,A,PC,T,Y15-64,FR,2021,66.5,bd,\n\
         ESTAT:LFSA_ARGAN(1.0),11/06/26 23:00:00,A,THS,T,Y15-64,FR,2021,31000,ep,\n\
         ESTAT:LFSA_ARGAN(1.0),11/06/26 23:00:00,A,PC,F,Y15-64,FR,2021,:,c,\n\
         ESTAT:LFSA_ARGAN(1.0),11/06/26 23:00:00,A,PC,M,Y15-64,FR,2021,,,C\n",
        &[
            "unit part",
            "sex dimension _T",
            "geo code",
            "TIME_PERIOD period",
            "figure of LFSA_ARGAN",
            "OBS_FLAG status",
        ],
        &[
            "LFSA_ARGAN · PC | FR FR | 2021 |  | 66.5 A OBS_FLAG b; d",
            "LFSA_ARGAN · THS | FR FR | 2021 |  | 31000 P",
            "LFSA_ARGAN · PC | FR FR | 2021 | F |  Q",
            "LFSA_ARGAN · PC | FR FR | 2021 | M |  Q",
        ],
    );
    let expected = [
        sdmx("LFSA_ARGAN"),
        dimension("sex"),
        part("unit"),
        constant(&[("age", "Y15-64")]),
    ];
    assert_eq!(remarks, expected);
}

#[test]
fn semicolons_decimal_commas_and_several_values() {
    check(
        "STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;OBS_KEY;GEO: Territoire;INDIC_X: Indicateur;TIME_PERIOD: Période;OBS_VALUE: Valeur;OBS_STATUS[]: Statut;OBS_COMMENT[en|fr]\n\
         dataflow;ESTAT:NA(1.6.0): Comptes nationaux;I;A.B;A.B.2014-01;FR: France;A: Valeur: A;2014-01-01T00:00:00/P1Y: 2014;12,4;E: Estimé;en:so|fr:ainsi\n\
         dataflow;ESTAT:NA(1.6.0): Comptes nationaux;R;A.B;A.B.2014-02;FR: France;B: Valeur: B;2014: 2014;10,8;;\n",
        &[
            "GEO code",
            "Territoire name",
            "Indicateur indicator",
            "TIME_PERIOD period",
            "OBS_VALUE figure",
            "OBS_STATUS status",
        ],
        &[
            "Valeur: A | FR France | 2014 |  | 12.4 E en:so|fr:ainsi",
            "Valeur: B | FR France | 2014 |  | 10.8 A",
        ],
    );
}

#[test]
fn parts_of_the_key_by_what_varies() {
    // Two columns are places: the one that is a counterpart tells rows apart. The level is the
    // place's own. Of a unit behind the figure the same holds as of one before it.
    let remarks = check(
        "DATAFLOW,BORROWERS_CTY,COUNTERPART_AREA,TERRITORIAL_LEVEL,SERIES,TIME_PERIOD,OBS_VALUE,METHOD,TITLE\n\
         X:DF(1.0),FR,US,TL1,A,2020,1,m1,one\n\
         X:DF(1.0),FR,DE,TL1,A,2020,2,m1,two\n\
         X:DF(1.0),FR1,US,TL2,A,2020,3,m2,three\n\
         X:DF(1.0),FR2,US,TL2,A,2020,4,m1,four\n\
         X:DF(1.0),FR2,US,TL2,A,2020,5,m2,five\n",
        &[
            "BORROWERS_CTY code",
            "COUNTERPART_AREA part",
            "SERIES indicator",
            "TIME_PERIOD period",
            "OBS_VALUE figure",
            "METHOD part",
        ],
        &[
            "A · US · m1 | FR FR | 2020 |  | 1 A",
            "A · DE · m1 | FR FR | 2020 |  | 2 A",
            "A · US · m2 | FR1 FR1 | 2020 |  | 3 A",
            "A · US · m1 | FR2 FR2 | 2020 |  | 4 A",
            "A · US · m2 | FR2 FR2 | 2020 |  | 5 A",
        ],
    );
    let aside = Remark::ColumnAside {
        column: "TERRITORIAL_LEVEL".to_string(),
    };
    let expected = [sdmx("DF"), part("COUNTERPART_AREA"), aside, part("METHOD")];
    assert_eq!(remarks, expected);
}

#[test]
fn codes_where_labels_would_mix_them() {
    // Two codes of one label: the label would make one of two.
    check(
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Area,INDICATOR: Indicator,SEX: Sex,TIME_PERIOD: Time,OBS_VALUE: Value\n\
         dataflow,X:DF(1.0): Flow,I,CN: China,A1: Rate,F: Other,2020: 2020,1\n\
         dataflow,X:DF(1.0): Flow,I,CN: China,A2: Rate,M: Other,2020: 2020,2\n",
        &[
            "REF_AREA code",
            "Area name",
            "INDICATOR indicator",
            "SEX part",
            "TIME_PERIOD period",
            "OBS_VALUE figure",
        ],
        &[
            "A1 · F | CN China | 2020 |  | 1 A",
            "A2 · M | CN China | 2020 |  | 2 A",
        ],
    );
}

#[test]
fn rows_that_cannot_be_read_are_told_where_they_stand() {
    let remarks = check(
        "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n\
         X:DF(1.0),CN,2020,1,A\n\
         X:DF(1.0),CN,2021\n\
         X:DF(1.0),CN,2020-Q9,3,A\n\
         X:DF(1.0),CN,2022,high,A\n\
         X:DF(1.0),CN,2020,4,A\n\
         X:DF(1.0),CN,2023,5,A,,\n",
        &[
            "REF_AREA code",
            "TIME_PERIOD period",
            "figure of DF",
            "OBS_STATUS status",
        ],
        &[
            "DF | CN CN | 2020 |  | 1 A",
            "DF | CN CN | 2022 |  |  A",
            "DF | CN CN | 2020 |  | 4 A",
            "DF | CN CN | 2023 |  | 5 A",
            "own.csv:3: row-shape \"X:DF(1.0),CN,2021\" 3 of 5",
            "own.csv:4:TIME_PERIOD period-form \"2020-Q9\"",
            "own.csv:5:OBS_VALUE not-a-number \"high\"",
            "own.csv:6: duplicate-key \"DF CN 2020\" as own.csv:2",
        ],
    );
    let repeats = Remark::KeysRepeat {
        line: 6,
        earlier: 2,
    };
    assert_eq!(remarks, [sdmx("DF"), repeats]);
}

#[test]
fn what_is_too_fine_or_holds_nothing_is_refused() {
    let refused = |rows: &str| {
        let text = format!("DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\n{rows}");
        recognised(&text).map_err(|fault| fault.kind).map(|_| ())
    };
    let days = "X:DF(1.0),D,CN,2020-01-02,1\nX:DF(1.0),D,CN,2020-01-03,1\n";
    assert_eq!(refused(days), Err(FaultKind::TooFine));
    assert_eq!(
        refused("X:DF(1.0),W,CN,2020-W05,1\n"),
        Err(FaultKind::TooFine)
    );
    assert_eq!(refused(""), Err(FaultKind::NoFigures));
    assert_eq!(refused("X:DF(1.0),M,CN,,\n"), Err(FaultKind::NoFigures));
    // A day that stands for its month is no day.
    assert_eq!(refused("X:DF(1.0),M,CN,2020-01-31,1\n"), Ok(()));
}

#[test]
fn other_formats_are_named() {
    for (text, name) in [
        (
            "<?xml version=\"1.0\"?><m:StructureSpecificData xmlns:m=\"urn:sdmx:org\">",
            "SDMX-ML",
        ),
        (
            "{\"meta\":{\"schema\":\"sdmx-json-data-schema.json\"}}",
            "SDMX-JSON",
        ),
    ] {
        let found = sample(text.as_bytes(), true, None, None, &NativeDecoders);
        let kind = found.map(|_| ()).map_err(|fault| fault.kind);
        assert_eq!(kind, Err(FaultKind::OtherFormat { name }));
    }
}

#[test]
fn a_sample_is_shown_as_it_is_read() {
    let text = "DATAFLOW,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value,UNIT_MULT: Power\n\
        X:DF(1.0): Flow,CN: China,2020-M01: January,1.5,3: Thousands\n";
    let (sample, encoding, delimiter) =
        sample(text.as_bytes(), true, None, None, &NativeDecoders).unwrap();
    let recipe = recognise(&sample, encoding, delimiter, "own.csv")
        .unwrap()
        .recipe;
    let shown = as_read(&sample, &recipe);
    assert_eq!(
        shown.rows[0].cells,
        recipe
            .columns
            .iter()
            .map(|it| it.name.clone())
            .collect::<Vec<_>>()
    );
    assert_eq!(
        shown.rows[1].cells,
        ["CN", "China", "2020-01", "1500", "3", ""]
    );
    assert_eq!((shown.rows[1].line, shown.rows.len()), (2, 2));
}

#[test]
fn the_preview_reads_what_the_whole_file_gives() {
    let text = "DATAFLOW,REF_AREA: Area,SEX: Sex,TIME_PERIOD: Time,OBS_VALUE: Value,UNIT_MULT: Power\n\
        X:DF(1.0): Flow,CN: China,_T: Total,2020-M01: January,1.5,3: Thousands\n\
        X:DF(1.0): Flow,CN: China,F: Female,2020-M01: January,0.5,3: Thousands\n";
    let (sample, encoding, delimiter) =
        sample(text.as_bytes(), true, None, None, &NativeDecoders).unwrap();
    let recipe = recognise(&sample, encoding, delimiter, "own.csv")
        .unwrap()
        .recipe;
    let shown = preview(&sample, &recipe, "own.csv");
    assert_eq!(shown.faults, []);
    let rows: Vec<(String, f64, Vec<String>)> = shown
        .rows
        .into_iter()
        .map(|row| (row.period, row.value.unwrap(), row.dimensions))
        .collect();
    let row = |value: f64, sex: &str| ("2020-01".to_string(), value, vec![sex.to_string()]);
    assert_eq!(rows, [row(1500.0, ""), row(500.0, "Female")]);
}

#[test]
fn an_identifier_with_a_small_letter_is_no_label() {
    check(
        "DATAFLOW,DER_INSTR,DER_RISKs,DER_REP_CTY,TIME_PERIOD,OBS_VALUE\n\
         BIS:BIS_DER(1.0),A,B,5J,2004,1\n\
         BIS:BIS_DER(1.0),A,C,5J,2004,2\n",
        &[
            "DER_RISKs part",
            "DER_REP_CTY code",
            "TIME_PERIOD period",
            "figure of BIS_DER",
        ],
        &[
            "BIS_DER · B | 5J 5J | 2004 |  | 1 A",
            "BIS_DER · C | 5J 5J | 2004 |  | 2 A",
        ],
    );
}

#[test]
fn a_scale_that_only_shows_is_not_applied() {
    // The IMF writes figures in full; its SCALE is for screens.
    check(
        "STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE\n\
         dataflow,IMF.RES:WEO(9.0.0),R,CHN,LP,A,2024,1408280000,6\n\
         dataflow,IMF.RES:WEO(9.0.0),R,CHN,NGDPD,A,2024,18945112489000,9\n",
        &[
            "COUNTRY code",
            "INDICATOR indicator",
            "TIME_PERIOD period",
            "OBS_VALUE figure",
        ],
        &[
            "LP | CHN CHN | 2024 |  | 1408280000 A",
            "NGDPD | CHN CHN | 2024 |  | 18945112489000 A",
        ],
    );
}

/// Codes of units say in words what they are; one that is not known, and one of another table, stays.
#[test]
fn codes_of_units_are_said_in_words() {
    let check = |unit: &str, expected: [&str; 2]| {
        let text = format!(
            "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n\
             ESTAT:X(1.0),16/01/24 23:00:00,A,{unit},AT,2015,101,\n\
             ESTAT:X(1.0),16/01/24 23:00:00,A,{unit},BE,2015,144,\n"
        );
        let package = taken(&text, &recognised(&text).unwrap().recipe, usize::MAX).unwrap();
        let (_, indicator) = package.indicators.iter().next().unwrap();
        let (zh, en) = (&indicator.unit.zh, &indicator.unit.en);
        assert_eq!([zh.as_str(), en], expected, "{unit}");
    };
    // A word for a kind of figure is none.
    check("NR", ["", ""]);
    check("PC", ["", "%"]);
    check("THS_PER", ["千人", "thousand persons"]);
    check("P_HTHAB", ["每 100,000 名居民", "per 100,000 inhabitants"]);
    check("XYZ", ["", "XYZ"]);
    let text = "area,period,unit,value\nA,2020,THS,3\nB,2020,THS,4\n";
    let package = taken(text, &recognised(text).unwrap().recipe, usize::MAX).unwrap();
    let (_, indicator) = package.indicators.iter().next().unwrap();
    // In another table it is a word like any other.
    assert_eq!(indicator.unit.en, "THS");
}
