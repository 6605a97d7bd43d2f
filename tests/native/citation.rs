//! How a view is cited, letter by letter, in both languages; and that no text of a package is a command
//! of LaTeX.

use crate::support::{Files, area_id, demo, indicator_id, published};
use zhishe::export::{Citation, CitedView, citation, frame};
use zhishe::model::{Day, Lang, Period};
use zhishe::package::{DataDigest, Package};
use zhishe::words::{ViewSubject, cited_title};

const ADDRESS: &str = "https://example.org/zhishe/?page=compare&data=0123456789abcdef";

fn cited(lang: Lang, package: &Package, subject: ViewSubject<'_>, sources: &[&str]) -> Citation {
    let digest = DataDigest {
        digest: "0123456789abcdef".repeat(4),
        sources: sources.iter().map(|code| code.to_string()).collect(),
    };
    let view = CitedView {
        subject,
        address: ADDRESS,
        digest: &digest,
        date: "2026-11-29",
    };
    citation(lang, package, &view)
}

fn comparison<'a>(page: &'a str) -> ViewSubject<'a> {
    ViewSubject {
        page,
        indicator: Some(indicator_id(demo(), "on-time-rate")),
        level: demo().descriptor.level("community"),
        area: None,
        period: Period::parse("2026-03"),
    }
}

#[test]
fn a_fictional_view_says_that_it_is() {
    let zh = cited(Lang::Zh, demo(), comparison("对比"), &["hotline-log"]);
    assert_eq!(
        zh.text,
        "示范区：对比，按期办结率，社区，2026 年 3 月[DS/OL]. 1.0.0 版. 虚构演示数据. \
         数字出处：便民热线通话记录. 数据摘要（SHA-256）：\
         0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef. \
         (2026-05-08)[2026-11-29]. https://example.org/zhishe/?page=compare&data=0123456789abcdef"
    );
    let en = cited(Lang::En, demo(), comparison("Compare"), &[]);
    assert_eq!(
        en.text,
        "Demonstration District: Compare, On-time resolution rate, communities, March 2026 \
         (Version 1.0.0) [Data set]. (2026). Fictional data. Digest of the data (SHA-256): \
         0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef. \
         Retrieved 2026-11-29, from https://example.org/zhishe/?page=compare&data=0123456789abcdef"
    );
    assert_eq!(
        en.bibtex,
        "@misc{package-01234567,\n  \
         title = {Demonstration District: Compare, On-time resolution rate, communities, March 2026},\n  \
         year = {2026},\n  version = {1.0.0},\n  \
         url = {https://example.org/zhishe/?page=compare&data=0123456789abcdef},\n  \
         urldate = {2026-11-29},\n  \
         note = {Fictional data. Digest of the data (SHA-256): \
         0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef},\n}\n"
    );
}

#[test]
fn published_figures_name_who_published_them() {
    let subject = ViewSubject {
        page: "画像",
        area: Some(area_id(published(), "610113")),
        period: Period::parse("2024"),
        ..ViewSubject::default()
    };
    let zh = cited(
        Lang::Zh,
        published(),
        subject,
        &["yanta-2024", "dongsheng-2018"],
    );
    let head = "好笔杆子网(文档分享站点转载)，东胜区委组织部. ";
    assert!(zh.text.starts_with(head), "{}", zh.text);
    let sources = "数字出处：2024组织部长谈党建引领基层治理；东胜区城市基层党建情况调研报告. ";
    assert!(zh.text.contains(sources), "{}", zh.text);
    assert!(!zh.text.contains("虚构"), "{}", zh.text);
    let en = cited(Lang::En, published(), subject, &["dongsheng-2018"]);
    // What cannot be read by who reads the reference says in which language it is.
    let source = "Figures from: 东胜区城市基层党建情况调研报告 [in Chinese]. ";
    assert!(en.text.contains(source), "{}", en.text);
    assert!(en.bibtex.contains("[in Chinese]"), "{}", en.bibtex);
    assert!(!zh.text.contains("[in"), "{}", zh.text);
    let year = &published().descriptor.created[..4];
    let head = format!("东胜区委组织部. ({year}). ");
    assert!(en.text.starts_with(&head), "{}", en.text);
    assert!(
        en.bibtex.contains("  author = {{东胜区委组织部}},\n"),
        "{}",
        en.bibtex
    );
}

#[test]
fn a_title_says_its_language_where_the_reference_has_another() {
    let check = |title: &str, is_marked: bool| {
        let marked = [title, " [in Chinese]"].concat();
        let expected = if is_marked { &marked } else { title };
        assert_eq!(cited_title(Lang::En, title), expected);
        assert_eq!(cited_title(Lang::Zh, title), title);
    };
    check("上海统计年鉴 2024", true);
    check("2024年统计年鉴.csv", true);
    check("Statistical Yearbook of 上海", false);
    check("人口・世帯の動き", false);
    check("서울特別市 통계", false);
    check("acs_2012.csv", false);
    check("", false);
}

#[test]
fn no_text_of_a_package_is_a_command() {
    let named = "\\input{x} 100% of A&B_#$ ~^ {";
    let files =
        Files::little()
            .declare("", "title", named.into())
            .declare("", "version", "1}0".into());
    let package = files.open(4096);
    let subject = ViewSubject {
        page: "Data",
        ..ViewSubject::default()
    };
    let bibtex = cited(Lang::En, &package, subject, &[]).bibtex;
    let title = "  title = {\\textbackslash{}input\\{x\\} 100\\% of A\\&B\\_\\#\\$ \
                 \\textasciitilde{}\\textasciicircum{} \\{: Data},\n";
    assert!(bibtex.contains(title), "{bibtex}");
    assert!(bibtex.contains("  version = {1\\}0},\n"), "{bibtex}");
    // Every brace that is no letter has its other half.
    let bare = bibtex.replace("\\{", "").replace("\\}", "");
    assert_eq!(
        bare.matches('{').count(),
        bare.matches('}').count(),
        "{bibtex}"
    );
}

#[test]
fn a_readers_own_data_are_not_cited_as_public() {
    for (name, zh_note, zh_source, en_source) in [
        (
            "~own",
            "引用者的自有数据",
            "读者自有数据，未公开发布",
            "a reader’s own data, not published",
        ),
        (
            "demo~own",
            "含引用者的自有数据",
            "含读者自有数据，未公开发布",
            "with a reader’s own data, not published",
        ),
    ] {
        let mut package = demo().clone();
        package.name = name.to_string();
        let zh = cited(Lang::Zh, &package, comparison("对比"), &[]);
        assert!(zh.text.contains(&format!(". {zh_note}，")), "{}", zh.text);
        let en = cited(Lang::En, &package, comparison("Compare"), &[]);
        assert!(
            en.text
                .contains("own data, not published here: this address shows it to whoever puts in the same file"),
            "{}",
            en.text
        );
        assert!(en.bibtex.contains("not published here"), "{}", en.bibtex);
        for (lang, mark, source) in [
            (Lang::Zh, "虚构演示数据 · 自有数据", zh_source),
            (Lang::En, "Fictional data · Own data", en_source),
        ] {
            let frame = frame(lang, &package, String::new(), String::new());
            assert_eq!(frame.stamp.as_deref(), Some(mark));
            assert!(
                frame.source.ends_with(&format!(" · {source}")),
                "{}",
                frame.source
            );
        }
    }
    let public = cited(Lang::Zh, demo(), comparison("对比"), &[]);
    assert!(!public.text.contains("自有"), "{}", public.text);
}

#[test]
fn an_earlier_state_is_cited_as_that_of_its_day() {
    let day = Day::parse("2026-01-01").unwrap();
    let package = zhishe::words::package_as_of(demo(), day);
    let zh = cited(Lang::Zh, &package, comparison("对比"), &[]);
    assert!(
        zh.text.contains(". 按 2026-01-01 时的数据. "),
        "{}",
        zh.text
    );
    let en = cited(Lang::En, &package, comparison("Compare"), &[]);
    assert!(
        en.bibtex.contains("As the data stood on 2026-01-01"),
        "{}",
        en.bibtex
    );
}
