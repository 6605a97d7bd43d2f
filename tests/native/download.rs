//! What leaves the page as a table: lines that say what it is, then rows that a reader of CSV and a
//! spreadsheet both take. It must not know how the page shows it.

use crate::support::{Files, area_id, indicator_id};
use std::path::Path;
use zhishe::answer::{BenchmarkChoice, CompareQuestion, PeriodChoice, compare};
use zhishe::export::compare_csv;
use zhishe::model::{Lang, Period};
use zhishe::package::Package;

const ADDRESS: &str = "https://example.org/site/?page=compare&package=demo";

fn package(name: &str) -> Package {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    Files::from_folder(&data.join(name)).open(1 << 18)
}

/// The file in its two parts: remarks, then rows by column.
struct Download {
    remarks: Vec<String>,
    rows: Vec<Vec<(String, String)>>,
}

impl Download {
    fn of(package: &Package, question: CompareQuestion, lang: Lang) -> Download {
        let bytes = compare_csv(lang, package, &compare(package, question), ADDRESS);
        let text = String::from_utf8(bytes).unwrap();
        let text = text.strip_prefix('\u{feff}').expect("a byte-order mark");
        let marked = text.lines().take_while(|line| line.starts_with("#,"));
        let marked: String = marked.map(|line| format!("{line}\n")).collect();
        // A spreadsheet has the mark in one cell and the words in the next.
        let mut cells = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(marked.as_bytes());
        let remarks = cells.records().map(|record| {
            let record = record.unwrap();
            assert_eq!(record.len(), 2);
            record[1].to_string()
        });
        let remarks = remarks.collect();
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let named = |row: csv::StringRecord| {
            let cells = header.iter().zip(row.iter());
            cells
                .map(|(name, cell)| (name.to_string(), cell.to_string()))
                .collect()
        };
        let rows = reader.records().map(|row| named(row.unwrap())).collect();
        Download { remarks, rows }
    }

    fn cell(&self, row: usize, column: &str) -> &str {
        let mut cells = self.rows[row].iter();
        cells
            .find(|(name, _)| name == column)
            .map_or("", |(_, cell)| cell)
    }

    #[track_caller]
    fn says(&self, remark: &str) {
        assert!(
            self.remarks.iter().any(|line| line == remark),
            "{remark} in {:#?}",
            self.remarks
        );
    }
}

fn on_time_of_yi(package: &Package) -> CompareQuestion {
    CompareQuestion {
        indicator: indicator_id(package, "on-time-rate"),
        level: package.descriptor.level("community").unwrap(),
        within: Some(area_id(package, "990001002")),
        period: PeriodChoice::At(Period::parse("2026-03").unwrap()),
        benchmark: BenchmarkChoice::Top,
    }
}

#[test]
fn a_comparison_says_what_it_is() {
    let package = package("demo");
    let zh = Download::of(&package, on_time_of_yi(&package), Lang::Zh);
    zh.says("乙街道各社区按期办结率");
    zh.says("虚构演示数据");
    zh.says("数据包：示范区（package），1.0.0，2026-05-08");
    zh.says("指标：按期办结率（on-time-rate）");
    zh.says("定义：当月提出、已派单且未获准延期的诉求中，在规定时限内办结的比例。");
    zh.says("单位：%");
    zh.says("期间：2026 年 3 月");
    zh.says("基准：示范区（990001） 87.6%");
    zh.says("范围：乙街道（990001002） 87.1%");
    zh.says("来源：群众诉求办理平台月报 · 示范区群众诉求办理中心");
    zh.says(&format!("链接：{ADDRESS}"));
    zh.says("代码列请按文本导入（Excel：数据→自文本/CSV）；双击打开会损坏 12 位以上的代码。");
    let en = Download::of(&package, on_time_of_yi(&package), Lang::En);
    en.says("On-time resolution rate, by community, Yi Sub-district");
    en.says("Benchmark: Demonstration District (990001) 87.6%");
}

#[test]
fn values_stand_in_full_and_are_held_against_the_benchmark() {
    let package = package("demo");
    let zh = Download::of(&package, on_time_of_yi(&package), Lang::Zh);
    assert!(zh.rows.len() > 10);
    let number = |row: usize, column: &str| zh.cell(row, column).parse::<f64>().unwrap();
    for row in 0..zh.rows.len() {
        assert_eq!(zh.cell(row, "unit"), "%");
        assert_eq!(zh.cell(row, "benchmark"), "990001");
        assert_eq!(zh.cell(row, "fictional"), "虚构演示数据");
        let value = number(row, "numerator") / number(row, "denominator") * 100.0;
        assert_eq!(number(row, "value"), value, "to the last digit");
        let (_, decimals) = zh.cell(row, "difference").split_once('.').unwrap();
        assert_eq!(decimals.len(), 3, "two more than the indicator's own");
        let difference = number(row, "value") - number(row, "benchmark_value");
        assert!((number(row, "difference") - difference).abs() <= 0.0015);
    }
}

#[test]
fn what_has_no_benchmark_says_why_and_bounds_stay_words() {
    let package = package("published");
    let question = CompareQuestion {
        indicator: indicator_id(&package, "problems-resolved"),
        level: package.descriptor.level("district").unwrap(),
        within: None,
        period: PeriodChoice::EachLatest,
        benchmark: BenchmarkChoice::Top,
    };
    let zh = Download::of(&package, question, Lang::Zh);
    zh.says("不设基准：总量指标，上级合计数不能作为下级的比较基准。");
    assert!(zh.remarks.iter().any(|line| line.starts_with("不排名次：")));
    let row = (0..zh.rows.len()).find(|row| zh.cell(*row, "area_code") == "610113");
    let row = row.expect("a row of Yanta");
    assert_eq!(zh.cell(row, "value"), "3120");
    assert_eq!(zh.cell(row, "bound"), "lower");
    let columns = zh.rows[row].iter().map(|(name, _)| name.as_str());
    assert!(!columns.into_iter().any(|name| name == "difference"));
}
