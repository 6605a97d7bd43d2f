//! Every table that the demonstration district can be downloaded as.

use crate::support::{area_id, demo, indicator_id};
use zhishe::answer::{
    Across, BenchmarkChoice, ByCategoryQuestion, CompareQuestion, CoverageQuestion,
    DistributionQuestion, FindingsQuestion, HeatQuestion, MultiplesQuestion, OrganisationQuestion,
    PeriodChoice, PipelineQuestion, ProfileQuestion, RelateQuestion, ScatterQuestion, ShadeBy,
    TablePeriods, TableQuestion, TogetherQuestion, TrendQuestion, by_category, compare, coverage,
    distribution, findings, gaps, heat, heat_indicators, multiples, org_tree, organisation,
    overview, pipeline, portrait, profile, relate, scattered, table, together, trend,
};
use zhishe::export;
use zhishe::model::{Lang, LevelId, Period};
use zhishe::package::Package;

/// The address that the tables name as theirs.
pub const AT: &str = "https://example.org/zhishe/?page=compare";

/// A table as it is downloaded.
pub struct Exported {
    /// What it is of.
    pub what: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// So many of its rows have a figure of the package, or more.
    pub least: usize,
}

/// The newest month that has come in whole.
pub fn march() -> Period {
    Period::parse("2026-03").unwrap()
}

/// The level of communities.
pub fn community(package: &Package) -> LevelId {
    package.descriptor.level("community").unwrap()
}

/// Communities in March; counts of once a year stand at their newest.
pub fn comparison(package: &Package, indicator: &str) -> CompareQuestion {
    CompareQuestion {
        indicator: indicator_id(package, indicator),
        level: community(package),
        within: None,
        period: match indicator {
            "households" => PeriodChoice::EachLatest,
            _ => PeriodChoice::At(march()),
        },
        benchmark: BenchmarkChoice::Top,
    }
}

/// Four indicators of all communities in four months.
pub fn tabled(package: &Package, across: Across) -> TableQuestion {
    let indicators = [
        "on-time-rate",
        "satisfaction-rate",
        "households",
        "case-rate",
    ];
    TableQuestion {
        indicators: indicators.map(|code| indicator_id(package, code)).to_vec(),
        level: community(package),
        within: None,
        group: Vec::new(),
        is_only_group: false,
        periods: TablePeriods::Span(Period::parse("2025-12").unwrap(), march()),
        across,
    }
}

/// Tables of one period or of each area's newest.
pub fn exports_at_once() -> Vec<Exported> {
    let package = demo();
    let mut found = Vec::new();
    let mut add = |what, bytes, least| found.push(Exported { what, bytes, least });
    for (indicator, least) in [("on-time-rate", 150), ("households", 100)] {
        let answer = compare(package, comparison(package, indicator));
        for lang in [Lang::Zh, Lang::En] {
            let bytes = export::compare_csv(lang, package, &answer, AT);
            add("compare", bytes, least);
            let bytes = export::funnel_csv(lang, package, &answer, true, AT);
            add("funnel", bytes, least);
        }
    }
    let answer = heat(
        package,
        HeatQuestion {
            level: community(package),
            within: None,
            until: Some(march()),
            indicators: heat_indicators(package),
        },
    );
    add("heat", export::heat_csv(Lang::Zh, package, &answer), 1000);
    let answer = profile(
        package,
        ProfileQuestion {
            area: area_id(package, "990001002001"),
            period: Some(march()),
            benchmark: BenchmarkChoice::Top,
        },
    );
    let rows = answer.rows.iter().map(|row| (row.indicator, row.row));
    let rows: Vec<_> = rows.collect();
    add("profile", export::rows_csv(Lang::Zh, package, &rows), 20);
    let bytes = export::profile_csv(Lang::Zh, package, &answer);
    add("profile of the command line", bytes, 20);
    found
}

/// Tables over time.
pub fn exports_over_time() -> Vec<Exported> {
    let package = demo();
    let indicator = indicator_id(package, "on-time-rate");
    let area = area_id(package, "990001002001");
    let answer = trend(
        package,
        TrendQuestion {
            indicator,
            area,
            until: Some(march()),
            baseline: None,
            target: None,
        },
    );
    let mut found = Vec::new();
    let mut add = |what, bytes, least| found.push(Exported { what, bytes, least });
    for lang in [Lang::Zh, Lang::En] {
        add("series", export::series_csv(lang, package, &answer, AT), 30);
    }
    add("trend", export::trend_csv(Lang::Zh, package, &answer), 30);
    let shown = overview(package, None, (2026, 11));
    let bytes = export::cards_csv(Lang::Zh, package, &shown, ("总览", AT)).unwrap();
    add("cards", bytes, 100);
    let areas = ["990001002001", "990001002", "990001"];
    let answer = together(
        package,
        TogetherQuestion {
            indicator,
            areas: areas.map(|code| area_id(package, code)).to_vec(),
            until: Some(march()),
        },
    );
    let bytes = export::together_csv(Lang::Zh, package, &answer, AT);
    add("together", bytes, 90);
    let question = MultiplesQuestion {
        indicator,
        level: community(package),
        within: None,
        until: Some(march()),
    };
    let answer = multiples(package, question).unwrap();
    for lang in [Lang::Zh, Lang::En] {
        let bytes = export::multiples_csv(lang, package, &answer, AT);
        add("multiples", bytes, 5000);
    }
    found
}

/// Tables of cases and of the organisation, overview, and of what is missing.
pub fn exports_of_cases_and_organisation() -> Vec<Exported> {
    let package = demo();
    let area = area_id(package, "990001002");
    let mut found = Vec::new();
    let mut add = |what, bytes, least| found.push(Exported { what, bytes, least });
    let answer = pipeline(
        package,
        PipelineQuestion {
            area,
            beside: Some(area_id(package, "990001")),
            period: march(),
        },
    );
    let bytes = export::case_flow_csv(Lang::Zh, package, &answer, AT);
    add("flow", bytes, 12);
    add(
        "pipeline",
        export::pipeline_csv(Lang::Zh, package, &answer),
        12,
    );
    let open = answer.flow.open.as_ref().unwrap();
    let bytes = export::open_cases_csv(Lang::Zh, package, (area, open), AT);
    add("open", bytes, 30);
    let breakdown = &answer.flow.breakdowns[0];
    let bytes = export::category_csv(Lang::Zh, package, (area, march()), breakdown, AT);
    add("categories", bytes, 8);
    let period = march();
    let answer = org_tree(package, OrganisationQuestion { area, period });
    add(
        "tree",
        export::org_trees_csv(Lang::Zh, package, &answer),
        20,
    );
    let answer = organisation(package, OrganisationQuestion { area, period });
    let bytes = export::organisation_csv(Lang::Zh, package, &answer);
    add("organisation", bytes, 5);
    let answer = coverage(
        package,
        CoverageQuestion {
            indicator: indicator_id(package, "grids-with-group"),
            area,
            level: community(package),
            period,
            units: None,
        },
    );
    add(
        "coverage",
        export::coverage_csv(Lang::Zh, package, &answer),
        10,
    );
    let bytes = export::gaps_csv(Lang::Zh, package, &gaps(package), ("gaps", AT)).unwrap();
    add("gaps", bytes, 0);
    found
}

/// Tables beside a profile, of a sub-district and of a community.
pub fn exports_of_portraits() -> Vec<Exported> {
    let package = demo();
    let mut found = Vec::new();
    let mut add = |what, bytes, least| found.push(Exported { what, bytes, least });
    for (code, standards) in [("990001002", 0), ("990001002001", 8)] {
        let question = ProfileQuestion {
            area: area_id(package, code),
            period: Some(march()),
            benchmark: BenchmarkChoice::Top,
        };
        let answer = portrait(package, question);
        for lang in [Lang::Zh, Lang::En] {
            let bytes = export::portrait_cases_csv(lang, package, &answer, AT).unwrap();
            add("portrait cases", bytes, 6);
            let bytes = export::portrait_organisation_csv(lang, package, &answer, AT).unwrap();
            add("portrait organisation", bytes, 4);
            let bytes = export::portrait_similar_csv(lang, package, &answer, AT).unwrap();
            add("portrait similar", bytes, 8);
        }
        if standards > 0 {
            let bytes = export::portrait_standards_csv(Lang::Zh, package, &answer, AT).unwrap();
            add("portrait standards", bytes, standards);
        }
    }
    found
}

/// What should be looked into, of a level and of two together.
pub fn exports_of_findings() -> Vec<Exported> {
    let package = demo();
    let of = |level: &str| {
        let question = FindingsQuestion {
            level: package.descriptor.level(level).unwrap(),
            until: Some(march()),
        };
        findings(package, question)
    };
    let all = [of("subdistrict"), of("community")];
    let mut found = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        for (findings, least) in [(&all[1..], 4), (&all[..], 4)] {
            found.push(Exported {
                what: "findings",
                bytes: export::findings_list_csv(lang, package, findings, AT),
                least,
            });
            found.push(Exported {
                what: "shortfalls",
                bytes: export::shortfalls_csv(lang, package, findings, AT),
                least: 140,
            });
        }
    }
    found
}

/// Tables of the researcher's pages.
pub fn exports_of_exploring() -> Vec<Exported> {
    let package = demo();
    let mut found = Vec::new();
    let mut add = |what, bytes, least| found.push(Exported { what, bytes, least });
    let (x, y) = ("satisfaction-rate", "on-time-rate");
    for period in [PeriodChoice::At(march()), PeriodChoice::EachLatest] {
        let relation = RelateQuestion {
            x: (indicator_id(package, x), period),
            y: (indicator_id(package, y), period),
            level: community(package),
            within: None,
        };
        let answer = relate(package, relation);
        add(
            "relate",
            export::relate_csv(Lang::Zh, package, &answer),
            300,
        );
        let answer = scattered(
            package,
            ScatterQuestion {
                relate: relation,
                size: Some(indicator_id(package, "households")),
                shade: ShadeBy::Indicator(indicator_id(package, y)),
                benchmark: BenchmarkChoice::Top,
            },
        );
        for lang in [Lang::Zh, Lang::En] {
            let bytes = export::scatter_csv(lang, package, &answer, AT);
            add("scatter", bytes, 450);
        }
    }
    for (indicator, least) in [("on-time-rate", 160), ("households", 100)] {
        let asked = comparison(package, indicator);
        let answer = distribution(
            package,
            DistributionQuestion {
                indicator: asked.indicator,
                level: asked.level,
                within: None,
                period: asked.period,
                benchmark: BenchmarkChoice::Top,
            },
        );
        let bytes = export::distribution_csv(Lang::Zh, package, &answer, AT);
        add("distribution", bytes, least);
    }
    let question = ByCategoryQuestion {
        indicator: indicator_id(package, "cases-taken"),
        dimension: 0,
        area: area_id(package, "990001"),
        period: Some(march()),
        level: Some(package.descriptor.level("subdistrict").unwrap()),
        is_declared_order: false,
    };
    let answer = by_category(package, question).unwrap();
    let bytes = export::by_category_csv(Lang::Zh, package, &answer, AT);
    add("by category", bytes, 80);
    for across in [Across::Indicators, Across::Periods, Across::Areas] {
        let answer = table(package, tabled(package, across));
        let bytes = export::table_csv(Lang::Zh, package, &answer, true, AT);
        add("table", bytes, 1200);
    }
    found
}
