//! Colours by role, in light and dark, and the sizes of type. The only place in Rust that knows
//! a colour; `style/theme.css` says the same for the page, and a test holds the two equal.

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    #[default]
    Light,
    /// Paper on ink.
    Dark,
}

/// What a colour is for. Shapes carry roles; readers look the colour up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// The page.
    Paper,
    /// A card on the page: the ground of every chart.
    Surface,
    /// Text, the benchmark.
    Ink,
    /// Quieter text, series.
    InkSecond,
    /// Captions, axis labels.
    InkThird,
    /// Grid lines and rules.
    Hairline,
    /// Areas behind marks.
    Band,
    /// Better than the benchmark, 95 %.
    Better,
    /// Better than the benchmark, 99.8 %.
    MuchBetter,
    /// Worse than the benchmark, 95 %.
    Worse,
    /// Worse than the benchmark, 99.8 %.
    MuchWorse,
    /// No difference from the benchmark, or no verdict.
    Similar,
    /// The mark 知社, nothing else.
    Seal,
}

impl Role {
    /// Every role, in the order of its number.
    pub const ALL: [Role; 13] = [
        Role::Paper,
        Role::Surface,
        Role::Ink,
        Role::InkSecond,
        Role::InkThird,
        Role::Hairline,
        Role::Band,
        Role::Better,
        Role::MuchBetter,
        Role::Worse,
        Role::MuchWorse,
        Role::Similar,
        Role::Seal,
    ];

    /// The name of the CSS custom property that holds the same colour.
    pub fn token(self) -> &'static str {
        match self {
            Role::Paper => "--paper",
            Role::Surface => "--surface",
            Role::Ink => "--ink",
            Role::InkSecond => "--ink-second",
            Role::InkThird => "--ink-third",
            Role::Hairline => "--hairline",
            Role::Band => "--band",
            Role::Better => "--better",
            Role::MuchBetter => "--much-better",
            Role::Worse => "--worse",
            Role::MuchWorse => "--much-worse",
            Role::Similar => "--similar",
            Role::Seal => "--seal",
        }
    }

    /// The colour as 0xRRGGBB.
    pub fn rgb(self, theme: Theme) -> u32 {
        let (light, dark) = match self {
            Role::Paper => (0xf8f6f1, 0x15171a),
            Role::Surface => (0xfffefb, 0x1b1e22),
            Role::Ink => (0x1c1d1f, 0xe9e6df),
            Role::InkSecond => (0x55585c, 0xaeb1b5),
            Role::InkThird => (0x6b6f74, 0x8f949a),
            Role::Hairline => (0xe2ded4, 0x31353a),
            Role::Band => (0xeeebe2, 0x24282d),
            Role::Better => (0x1f5fa8, 0x6fb0f2),
            Role::MuchBetter => (0x123f76, 0xa9d1fb),
            Role::Worse => (0xb24a12, 0xf09a5e),
            Role::MuchWorse => (0x8f3a0c, 0xffc79f),
            Role::Similar => (0x7b8085, 0x8a8f95),
            Role::Seal => (0x9e2b20, 0xb23a2c),
        };
        match theme {
            Theme::Light => light,
            Theme::Dark => dark,
        }
    }

    /// The colour as CSS writes it: `#rrggbb`, or `#rrggbbaa` where it is not opaque.
    pub fn css(self, theme: Theme, opacity_percent: u8) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let rgb = self.rgb(theme);
        let mut text = String::with_capacity(9);
        text.push('#');
        for shift in [20, 16, 12, 8, 4, 0] {
            text.push(DIGITS[(rgb >> shift) as usize & 15] as char);
        }
        if opacity_percent < 100 {
            let alpha = u32::from(opacity_percent) * 255 / 100;
            for shift in [4, 0] {
                text.push(DIGITS[(alpha >> shift) as usize & 15] as char);
            }
        }
        text
    }
}

/// The fonts, CJK first; the same list as `--font` in theme.css.
pub const FONT_FAMILY: &str =
    "system-ui, \"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", sans-serif";

/// Type on axes, in px (`--size-axis`).
pub const AXIS_PX: f64 = 11.0;
/// Type of labels, captions and tables, in px (`--size-caption`).
pub const LABEL_PX: f64 = 12.0;
/// Type of a picture's own title, in px (`--size-body`).
pub const TITLE_PX: f64 = 14.0;
/// Charts with names and axes are not drawn narrower than this, in px.
pub(super) const LEAST_WIDTH_PX: f64 = 160.0;
