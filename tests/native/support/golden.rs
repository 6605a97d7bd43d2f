//! Pictures held against those that were last looked at, in both languages and both themes. It
//! must not know what is drawn.

use std::fs;
use std::path::PathBuf;

use zhishe::draw::{self, Frame, SizePx, SvgMeta, Theme};
use zhishe::figure::{Benchmark, Figure};

/// A text in both languages.
pub type Both = (&'static str, &'static str);

/// A language.
#[derive(Clone, Copy, PartialEq)]
pub enum Lang {
    Zh,
    En,
}

impl Lang {
    pub fn pick(self, (zh, en): Both) -> String {
        if self == Lang::Zh { zh } else { en }.to_string()
    }
}

/// Every picture of a figure: both languages in both themes.
pub fn check(name: &str, width_px: u32, title: Option<Both>, sample: impl Fn(Lang) -> Figure) {
    for lang in [Lang::Zh, Lang::En] {
        for theme in [Theme::Light, Theme::Dark] {
            check_one(name, width_px, title, lang, theme, &sample);
        }
    }
}

/// Two pictures that between them show both languages and both themes.
pub fn check_pair(name: &str, width_px: u32, title: Option<Both>, sample: impl Fn(Lang) -> Figure) {
    check_one(name, width_px, title, Lang::Zh, Theme::Light, &sample);
    check_one(name, width_px, title, Lang::En, Theme::Dark, &sample);
}

/// One picture: framed where it has a title.
pub fn check_one(
    name: &str,
    width_px: u32,
    title: Option<Both>,
    lang: Lang,
    theme: Theme,
    sample: impl Fn(Lang) -> Figure,
) {
    let (suffix, tag) = match lang {
        Lang::Zh => ("zh", "zh-CN"),
        Lang::En => ("en", "en"),
    };
    let shade = match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let figure = sample(lang);
    let frame = title.map(|title| frame(lang, title));
    let height_px = match &frame {
        Some(frame) => draw::framed_height_px(&figure, frame, width_px),
        None => draw::natural_height_px(&figure, width_px),
    };
    let size = SizePx {
        width_px,
        height_px,
    };
    let scene = match &frame {
        Some(frame) => draw::framed_scene(&figure, frame, size, theme),
        None => draw::scene(&figure, size, theme),
    };
    let meta = SvgMeta {
        title: title.map(|title| lang.pick(title)).unwrap_or_default(),
        description: String::new(),
        lang: tag.to_string(),
    };
    let file = format!("{name}-{suffix}-{shade}.svg");
    compare(&file, &draw::svg(&scene, &meta));
}

fn compare(file: &str, drawn: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(file);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, drawn).expect("golden written");
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        golden == drawn,
        "{file} is drawn differently; UPDATE_GOLDEN=1, then look at it"
    );
}

fn frame(lang: Lang, title: Both) -> Frame {
    Frame {
        title: lang.pick(title),
        subtitle: lang.pick(("2026 年 3 月", "March 2026")),
        source: lang.pick((
            "来源：示范区发布数据 2026-04-08",
            "Source: demo district, 8 April 2026",
        )),
        link: String::new(),
        stamp: Some(lang.pick(("虚构演示数据", "Fictional data"))),
    }
}

pub const STEMS: [Both; 10] = [
    ("甲街道", "Jia Sub-district"),
    ("乙街道", "Yi Sub-district"),
    ("丙街道", "Bing Sub-district"),
    ("丁街道", "Ding Sub-district"),
    ("戊街道", "Wu Sub-district"),
    ("己街道", "Ji Sub-district"),
    ("庚街道", "Geng Sub-district"),
    ("辛街道", "Xin Sub-district"),
    ("壬街道", "Ren Sub-district"),
    ("癸街道", "Gui Sub-district"),
];

pub fn district(lang: Lang, value: f64, value_text: &str) -> Option<Benchmark> {
    let label = lang.pick(("全区", "District"));
    Some(Benchmark {
        label,
        value,
        value_text: value_text.to_string(),
    })
}

/// Numbers that look random and are the same in every run.
pub struct Random(pub u32);

impl Random {
    /// From 0 to below 1.
    pub fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(self.0 >> 8) / f64::from(1 << 24)
    }

    /// About normal, with mean 0 and deviation 1.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}
