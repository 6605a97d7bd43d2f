//! The step that asks how a reader's own table is to be read: what it shows and says must be of the
//! very columns and rows that are read, and of the recipe as the reader has changed it.

use std::sync::Arc;
use zhishe::cli::NativeDecoders;
use zhishe::intake::{
    ColumnRole, Figure, IndicatorPlan, Intake, Part, Preview, Problem, Recipe, Recognised, Remark,
    Sample, as_kind, change_recipe, examples, per_so_many, preview, problems, recognise,
    remarks_now, sample,
};
use zhishe::model::{FaultKind, Kind, Period, Severity, Status, Theme};
use zhishe::package::{Package, Resolving};

struct Asked {
    sample: Sample,
    found: Recognised,
    recipe: Recipe,
}

impl Asked {
    fn of(text: &str) -> Asked {
        let (sample, encoding, delimiter) =
            sample(text.as_bytes(), true, None, None, &NativeDecoders).unwrap();
        let found = recognise(&sample, encoding, delimiter, "own.csv").unwrap();
        Asked {
            recipe: found.recipe.clone(),
            sample,
            found,
        }
    }

    fn preview(&self) -> Preview {
        preview(&self.sample, &self.recipe, "own.csv")
    }

    fn remarks(&self) -> Vec<Remark> {
        remarks_now(&self.found, &self.sample, &self.recipe, &self.preview())
    }

    fn place(&self, column: &str) -> usize {
        let mut columns = self.recipe.columns.iter();
        columns.position(|it| it.name == column).expect(column)
    }

    fn set(&mut self, column: &str, role: ColumnRole) {
        let at = self.place(column);
        change_recipe(&mut self.recipe, |recipe| recipe.columns[at].role = role);
    }

    /// As the page does: a column becomes a part of an indicator of its own name.
    fn set_part(&mut self, column: &str, part: Part) {
        let figure = Figure {
            indicator: column.to_string(),
            part,
            ..Figure::default()
        };
        self.set(column, ColumnRole::Figure(figure));
    }

    fn take(&self, text: &str) -> Package {
        let decoders = NativeDecoders;
        let mut intake = Intake::new(&self.recipe, "own.csv", &decoders).unwrap();
        intake.push(text.as_bytes()).unwrap();
        let taken = intake.finish().unwrap();
        let package = Arc::new(taken.package);
        let resolving = Resolving::new(package.clone(), taken.file).unwrap();
        package.with_observations(resolving.finish())
    }
}

// ---- what is shown is what is read --------------------------------------------------------------

const EUROSTAT: &str = "DATAFLOW,LAST UPDATE,freq,unit,mot_nrg,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n\
    ESTAT:ROAD(1.0),16/01/24 23:00:00,A,NR,ALT,AT,2015,10125,\n\
    ESTAT:ROAD(1.0),16/01/24 23:00:00,A,NR,ALT,BG,2020,352488,s\n\
    ESTAT:ROAD(1.0),16/01/24 23:00:00,A,NR,ALT,BG,2021,:,c\n";

#[test]
fn examples_of_sdmx_columns_are_of_these_columns() {
    let asked = Asked::of(EUROSTAT);
    let of = |column: &str| examples(&asked.sample, &asked.recipe, asked.place(column), 3);
    assert_eq!(of("mot_nrg"), ["ALT"]);
    assert_eq!(of("geo"), ["AT", "BG"]);
    assert_eq!(of("TIME_PERIOD"), ["2015", "2020", "2021"]);
    assert_eq!(of("OBS_VALUE"), ["10125", "352488"]);
    // As it is read: Eurostat's s is an estimate, its c is confidential.
    assert_eq!(of("OBS_FLAG"), ["E", "Q"]);
}

#[test]
fn examples_begin_below_the_header() {
    let asked = Asked::of("\"a\ntitle\",,\n\narea,year,\"x\nin two lines\"\nA,2020,1\nB,2021,1\n");
    let of = |at: usize| examples(&asked.sample, &asked.recipe, at, 3);
    assert_eq!(of(0), ["A", "B"]);
    assert_eq!(of(2), ["1"]);
}

#[test]
fn a_value_stands_with_its_status_beside_it() {
    let rows = Asked::of(EUROSTAT).preview().rows;
    let shown: Vec<_> = rows.iter().map(|row| (row.value, row.status)).collect();
    assert_eq!(
        shown,
        [
            (Some(10125.0), Status::Normal),
            (Some(352488.0), Status::Estimated),
            (None, Status::Suppressed),
        ]
    );
}

#[test]
fn figures_counted_are_those_that_can_be_used() {
    let text =
        "area,year,x\nA,2020,1\nA,2020,1\nB,2020,2\nB,2020,3\nC,2020,n/a\nD,2020,O.4\nE,2020,5\n";
    let preview = Asked::of(text).preview();
    // A once, B not at all, C and D are no figures.
    assert_eq!(preview.figure_count, 2);
    assert_eq!(preview.row_count, 7);
}

// ---- what is said is true now -------------------------------------------------------------------

#[test]
fn a_table_without_a_period_has_one_problem_and_no_blank_cells() {
    let mut asked = Asked::of("area_code,x\nE1,1.5\nE2,2.5\n");
    assert_eq!(problems(&asked.recipe), [Problem::NoPeriod]);
    assert_eq!(asked.preview().faults, []);
    asked.recipe.period = Period::parse("2024");
    assert_eq!(problems(&asked.recipe), []);
    assert_eq!(asked.preview().figure_count, 2);
}

#[test]
fn nothing_is_said_anew_while_nothing_is_changed() {
    for text in [
        EUROSTAT,
        "area,year,x\nA,2020,1\nA,2020,1\nB,2020,2\nB,2020,3\n",
        "年份,地区,分子,分母,备用\n2020,甲,1,10,x\n2020,乙,2,10,y\n2020,合计,3,20,z\n注：口径有变,,,,\n",
        "表1\n单位：万人\n地区,2019年,2020年\n东区,\"1,005\",11*\n西区,(20),–\n",
    ] {
        let asked = Asked::of(text);
        let mut first = asked.found.remarks.clone();
        // Rows that say the same were counted as repeated where nothing else tells them apart.
        first.retain(|it| asked.remarks().contains(it));
        assert_eq!(asked.remarks(), first, "{text}");
        assert!(!first.is_empty(), "{text}");
    }
}

#[test]
fn remarks_follow_the_recipe() {
    let text = "AreaKey,when,cases,y\n13001,2020,1,a\n13003,2020,2,b\n13005,2020,3,c\n";
    let mut asked = Asked::of(text);
    for column in ["AreaKey", "when", "cases", "y"] {
        asked.set(column, ColumnRole::Ignored);
    }
    asked.recipe.area = "own".to_string();
    let aside = |column: &str| Remark::ColumnAside {
        column: column.to_string(),
    };
    for column in ["AreaKey", "when", "cases", "y"] {
        assert!(asked.remarks().contains(&aside(column)), "{column}");
    }
    asked.found = Recognised {
        recipe: asked.recipe.clone(),
        remarks: asked.remarks(),
    };
    asked.found.remarks.push(Remark::AreaFromFileName {
        area: "own".to_string(),
    });
    asked.set("when", ColumnRole::Period);
    asked.set("AreaKey", ColumnRole::AreaCode);
    asked.set_part("cases", Part::Value);
    assert_eq!(asked.remarks(), [aside("y")]);
}

#[test]
fn rows_that_say_the_same_count_once_and_others_not_at_all() {
    let text = "area,year,x\nA,2020,1\nA,2020,1\nB,2020,2\nB,2020,3\nC,2020,4\n";
    let asked = Asked::of(text);
    let repeated = Remark::KeysRepeat {
        line: 5,
        earlier: 4,
    };
    assert!(asked.remarks().contains(&repeated));
    let told = |faults: Vec<&zhishe::model::Fault>| -> Vec<(u32, Severity, String)> {
        let told = faults.into_iter();
        told.map(|it| (it.line, it.kind.severity(), format!("{:?}", it.kind)))
            .collect()
    };
    let package = asked.take(text);
    let expected = [
        (3, Severity::Note, FaultKind::RowRepeated { line: 2 }),
        (
            5,
            Severity::Fault,
            FaultKind::DuplicateKey {
                other_file: "own.csv".into(),
                other_lines: vec![4],
            },
        ),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(line, severity, kind)| (*line, *severity, format!("{kind:?}")))
        .collect();
    assert_eq!(told(package.faults()), expected);
    assert_eq!(told(asked.preview().faults.iter().collect()), expected);
    let file = package.observation_files().next().unwrap();
    let usable: Vec<f64> = file
        .index
        .slices()
        .flat_map(|(_, slice)| slice.iter())
        .filter(|(_, row)| file.table.invalid(*row).is_none())
        .filter_map(|(_, row)| file.table.value.get(row))
        .collect();
    assert_eq!(usable, [1.0, 4.0]);
}

// ---- a numerator and a denominator --------------------------------------------------------------

#[test]
fn one_numerator_and_one_denominator_are_a_pair_by_themselves() {
    let text = "area,year,elderly_alone,elderly\nA,2026,120,2100\nB,2026,98,2300\n";
    let mut asked = Asked::of(text);
    asked.set_part("elderly_alone", Part::Numerator);
    assert_eq!(problems(&asked.recipe), [Problem::PartAlone]);
    asked.set_part("elderly", Part::Denominator);
    assert_eq!(problems(&asked.recipe), []);
    let preview = asked.preview();
    assert_eq!(preview.indicators, ["elderly_alone"]);
    assert_eq!(preview.figure_count, 2);
    let plans = &asked.recipe.indicators;
    let share = plans.iter().find(|it| it.name == "elderly_alone").unwrap();
    assert_eq!((share.kind, share.unit.as_str()), (Kind::Proportion, "%"));
    // Readers see what is divided by what.
    assert_eq!(share.label, "elderly_alone / elderly");
    let package = asked.take(text);
    let about = package.indicators.iter().next().unwrap().1;
    assert_eq!(
        (about.code.as_str(), about.label.en.as_str()),
        ("elderly_alone", "elderly_alone / elderly")
    );
    // What the reader has said is not told as assumed.
    let is_pair = |it: &Remark| matches!(it, Remark::Pair { .. });
    assert!(!asked.remarks().iter().any(is_pair));
    // Taken apart again, it is what its figures say.
    asked.set_part("elderly", Part::Value);
    asked.set_part("elderly_alone", Part::Value);
    let preview = asked.preview();
    let at = preview
        .indicators
        .iter()
        .position(|it| it == "elderly_alone");
    assert_eq!(preview.plans[at.unwrap()].kind, Kind::Count);
    let mut plans = asked.recipe.indicators.iter();
    assert!(!plans.any(|it| it.name == "elderly_alone"));
}

#[test]
fn a_share_is_called_by_its_parts_until_the_reader_names_it() {
    let text = "area,year,overdue,all,closed\nA,2026,12,21,20\nB,2026,9,23,22\n";
    let mut asked = Asked::of(text);
    asked.set_part("overdue", Part::Numerator);
    asked.set_part("all", Part::Denominator);
    let label = |asked: &Asked, name: &str| {
        let mut plans = asked.recipe.indicators.iter();
        plans.find(|it| it.name == name).map(|it| it.label.clone())
    };
    assert_eq!(label(&asked, "overdue").as_deref(), Some("overdue / all"));
    // Divided by something else, it is called by that.
    asked.set_part("all", Part::Value);
    asked.set_part("closed", Part::Denominator);
    assert_eq!(
        label(&asked, "overdue").as_deref(),
        Some("overdue / closed")
    );
    // A name that the reader gives, before or after, is the name.
    let rename = |asked: &mut Asked| {
        change_recipe(&mut asked.recipe, |recipe| {
            for column in &mut recipe.columns {
                if let ColumnRole::Figure(figure) = &mut column.role
                    && figure.part != Part::Value
                {
                    figure.indicator = "Late".to_string();
                }
            }
        });
    };
    rename(&mut asked);
    assert_eq!(label(&asked, "Late").as_deref(), Some(""));
    let mut asked = Asked::of(text);
    asked.set_part("overdue", Part::Numerator);
    rename(&mut asked);
    asked.set_part("all", Part::Denominator);
    assert_eq!(label(&asked, "Late").as_deref(), Some(""));
}

#[test]
fn of_several_numerators_each_is_divided_by_the_only_denominator() {
    let text = "area,year,a,b,all\nA,2026,1,2,10\nB,2026,3,4,10\n";
    let mut asked = Asked::of(text);
    asked.set_part("a", Part::Numerator);
    asked.set_part("b", Part::Numerator);
    asked.set_part("all", Part::Denominator);
    assert_eq!(problems(&asked.recipe), []);
    // Of two denominators nobody knows which is meant.
    let text = "area,year,a,b,all,open\nA,2026,1,2,10,9\nB,2026,3,4,10,8\n";
    let mut asked = Asked::of(text);
    for (name, part) in [
        ("a", Part::Numerator),
        ("b", Part::Numerator),
        ("all", Part::Denominator),
        ("open", Part::Denominator),
    ] {
        asked.set_part(name, part);
    }
    assert_eq!(problems(&asked.recipe), [Problem::PartAlone]);
}

#[test]
fn a_kind_that_the_reader_chose_stays() {
    let text = "area,year,a,all\nA,2026,1,10\nB,2026,3,10\n";
    let mut asked = Asked::of(text);
    asked.set_part("a", Part::Numerator);
    asked.set_part("all", Part::Denominator);
    let plan = asked.recipe.indicators.iter().position(|it| it.name == "a");
    change_recipe(&mut asked.recipe, |recipe| {
        recipe.indicators[plan.unwrap()].kind = Kind::Ratio;
    });
    change_recipe(&mut asked.recipe, |recipe| recipe.period = None);
    assert_eq!(asked.recipe.indicators[plan.unwrap()].kind, Kind::Ratio);
}

// ---- a table of this program brought back -------------------------------------------------------

const LONG: &str = "\u{feff}#,Satisfaction rate and 1 more\n\
    #,Fictional data\n\
    #,\"Indicator: Satisfaction rate (satisfaction-rate); Definition: Share, of cases; Unit: %; Caveat: none\"\n\
    #,指标：平均办结天数（days）；单位：天\n\
    #,Exported: 2026-11-30\n\
    indicator,area_code,area_name,period,value,unit,bound,status,numerator,denominator,missing,fictional\n\
    satisfaction-rate,group,My group,2026-01,95,%,,A,190,200,,Fictional data\n\
    satisfaction-rate,990001,Jia 01,2026-01,90,%,,A,90,100,,Fictional data\n\
    satisfaction-rate,990002,Jia 02,2026-01,100,%,,A,100,100,,Fictional data\n\
    days,990001,Jia 01,2026-01,3.4,,,A,,,,Fictional data\n";

const WIDE: &str = "#,Indicator: Satisfaction rate (satisfaction-rate); Unit: %\n\
    area_code,area_name,satisfaction-rate:2026-01,satisfaction-rate:2026-01:remark,fictional\n\
    group,My group,95,,Fictional data\n\
    990001,Jia 01,90,,Fictional data\n\
    990002,Jia 02,100,,Fictional data\n";

#[test]
fn a_fictional_table_stays_fictional_and_its_sums_are_no_areas() {
    for (text, areas) in [(LONG, 2), (WIDE, 2)] {
        let asked = Asked::of(text);
        let remarks = asked.remarks();
        assert!(remarks.contains(&Remark::Fictional), "{remarks:?}");
        assert!(
            remarks.contains(&Remark::SumsAside { count: 1 }),
            "{remarks:?}"
        );
        let column = "fictional".to_string();
        assert!(!remarks.contains(&Remark::ColumnAside { column }));
        let package = asked.take(text);
        assert!(package.descriptor.fictional);
        assert_eq!(package.areas.count(), areas);
        assert_eq!(package.areas.id("group"), None);
        let faults: Vec<_> = package.faults().into_iter().cloned().collect();
        assert_eq!(faults, []);
    }
    let plain = "area,year,x,fictional\nA,2020,1,no\nB,2020,2,no\n";
    assert!(!Asked::of(plain).take(plain).descriptor.fictional);
    // A place may be called so where the table is none of this program's.
    let group = "area_code,year,x\ngroup,2020,1\nB,2020,2\n";
    assert_eq!(Asked::of(group).take(group).areas.count(), 2);
}

#[test]
fn indicators_have_the_titles_that_the_notes_tell() {
    for text in [LONG, WIDE] {
        let asked = Asked::of(text);
        let package = asked.take(text);
        let label = |code: &str| {
            let id = package.indicators.id(code).unwrap();
            let about = package.indicators.get(id);
            let label = about.label.get(zhishe::model::Lang::En).to_string();
            (label, about.unit.get(zhishe::model::Lang::En).to_string())
        };
        let satisfaction = ("Satisfaction rate".to_string(), "%".to_string());
        assert_eq!(label("satisfaction-rate"), satisfaction);
        let kept = Recipe::from_text(&asked.recipe.to_text());
        assert_eq!(kept.as_ref(), Some(&asked.recipe));
    }
    let package = Asked::of(LONG).take(LONG);
    let days = package.indicators.id("days").unwrap();
    assert_eq!(package.indicators.get(days).label.zh, "平均办结天数");
    assert_eq!(package.indicators.get(days).unit.zh, "天");
}

#[test]
fn own_indicators_are_of_no_theme_that_nobody_named() {
    let text = "area,year,crimes\nA,2020,1\nB,2020,2\n";
    let package = Asked::of(text).take(text);
    let themes: Vec<Theme> = package.indicators.iter().map(|(_, it)| it.theme).collect();
    assert_eq!(themes, [Theme::Other]);
}

#[test]
fn a_rate_is_told_of_as_many_as_the_reader_says() {
    let text = "area,year,crimes,persons\nA,2020,12,40000\nB,2020,3,20000\n";
    let mut asked = Asked::of(text);
    asked.set_part("crimes", Part::Numerator);
    asked.set_part("persons", Part::Denominator);
    let rate = as_kind(asked.recipe.indicators[0].clone(), Kind::Rate);
    assert_eq!((rate.multiplier, rate.unit.as_str()), (1000.0, "‰"));
    asked.recipe.indicators[0] = per_so_many(rate.clone(), 100_000.0);
    let package = asked.take(text);
    let id = package.indicators.id("crimes").unwrap();
    let about = package.indicators.get(id);
    assert_eq!(
        (
            about.multiplier,
            about.unit.zh.as_str(),
            about.unit.en.as_str()
        ),
        (100_000.0, "每 100,000", "per 100,000")
    );
    assert_eq!(about.decimals, 1);
    let area = package.areas.id("A").unwrap();
    let period = Period::parse("2020").unwrap();
    let value = zhishe::query::select(&package, id, area, period).value;
    assert!((value.number().unwrap() - 30.0).abs() < 1e-9);
    // A unit of the reader's own stays, and one that says the number follows it.
    let own = IndicatorPlan {
        unit: "起/10万人".into(),
        ..rate.clone()
    };
    assert_eq!(per_so_many(own, 100_000.0).unit, "起/10万人");
    let back = per_so_many(per_so_many(rate, 10_000.0), 100.0);
    assert_eq!((back.multiplier, back.unit.as_str()), (100.0, "%"));
}

#[test]
fn a_new_name_takes_along_what_is_known_and_names_all_areas_side_by_side() {
    let text = "表3 各区网点\n单位：个\n年份,东城区,西城区,石景山区\n2019,1,2,3\n2020,4,5,6\n";
    let mut asked = Asked::of(text);
    assert!(asked.recipe.states_areas());
    change_recipe(&mut asked.recipe, |recipe| {
        let columns = &mut recipe.columns;
        let figure = columns.iter_mut().find_map(|it| match &mut it.role {
            ColumnRole::Figure(figure) => Some(figure),
            _ => None,
        });
        figure.unwrap().indicator = "服务网点".to_string();
    });
    let package = asked.take(text);
    let all: Vec<(String, String)> = package
        .indicators
        .iter()
        .map(|(_, it)| {
            (
                it.code.clone(),
                it.unit.get(zhishe::model::Lang::Zh).to_string(),
            )
        })
        .collect();
    assert_eq!(all, [("服务网点".to_string(), "个".to_string())]);
    assert_eq!(package.areas.count(), 3);
    // Of two indicators the other stays as it is.
    let text = "area,year,a（元）,b（人）\nA,2020,1,2\nB,2020,3,4\n";
    let mut asked = Asked::of(text);
    change_recipe(&mut asked.recipe, |recipe| {
        if let ColumnRole::Figure(figure) = &mut recipe.columns[2].role {
            figure.indicator = "c".to_string();
        }
    });
    let package = asked.take(text);
    let unit = |code: &str| {
        let about = package.indicators.get(package.indicators.id(code).unwrap());
        about.unit.get(zhishe::model::Lang::Zh).to_string()
    };
    assert_eq!((unit("c"), unit("b")), ("元".to_string(), "人".to_string()));
}

/// Codes of the post are the areas where nothing else says where, and are left aside beside a name.
#[test]
fn codes_of_the_post_are_areas_where_no_other_column_is() {
    let role = |text: &str| {
        let asked = Asked::of(text);
        let at = asked.place("zip");
        asked.recipe.columns[at].role.clone()
    };
    let alone = "zip,year,product,cases\n\
        02101,2020,a,12\n02102,2020,a,14\n02101,2020,b,15\n02102,2020,b,18\n";
    assert_eq!(role(alone), ColumnRole::AreaCode);
    let beside = "city,zip,year,cases\nBath,02101,2020,12\nYork,02102,2020,14\n";
    assert_eq!(role(beside), ColumnRole::Ignored);
}
