//! `style/theme.css` and `draw::theme` name the same colours, sizes and fonts.

use zhishe::draw::{AXIS_PX, FONT_FAMILY, LABEL_PX, Role, TITLE_PX, Theme};

const CSS: &str = include_str!("../../style/theme.css");

/// The declarations of the block that a selector opens.
fn block(selector: &str) -> Vec<(String, String)> {
    let start = CSS.find(&format!("{selector} {{")).expect(selector);
    let body = &CSS[start..];
    let body = &body[body.find('{').expect("open") + 1..body.find('}').expect("close")];
    let declaration = |line: &str| {
        let (name, value) = line.trim().strip_suffix(';')?.split_once(':')?;
        Some((name.trim().to_string(), value.trim().to_string()))
    };
    body.lines().filter_map(declaration).collect()
}

fn check(selector: &str, theme: Theme) {
    let block = block(selector);
    let value = |name: &str| {
        let found: Vec<&String> = block
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value)
            .collect();
        assert_eq!(found.len(), 1, "{name} in {selector}");
        found[0].clone()
    };
    for role in Role::ALL {
        assert_eq!(
            value(role.token()),
            role.css(theme, 100),
            "{selector} {}",
            role.token()
        );
    }
    let colours = block
        .iter()
        .filter(|(_, value)| value.starts_with('#'))
        .count();
    assert_eq!(
        colours,
        Role::ALL.len(),
        "a colour in {selector} that no role has"
    );
}

#[test]
fn light_is_the_same() {
    check(":root", Theme::Light);
}

#[test]
fn dark_is_the_same_by_system_and_by_choice() {
    check(":root:not([data-theme=\"light\"])", Theme::Dark);
    check(":root[data-theme=\"dark\"]", Theme::Dark);
}

#[test]
fn type_is_the_same() {
    let block = block(":root");
    for (token, expected) in [
        ("--font", FONT_FAMILY.to_string()),
        ("--size-axis", format!("{AXIS_PX}px")),
        ("--size-caption", format!("{LABEL_PX}px")),
        ("--size-body", format!("{TITLE_PX}px")),
    ] {
        let found = block.iter().find(|(name, _)| name == token).expect(token);
        assert_eq!(found.1, expected, "{token}");
    }
}

/// Relative luminance as WCAG 2 defines it.
fn luminance(rgb: u32) -> f64 {
    let channel = |shift: u32| {
        let share = f64::from((rgb >> shift) & 255) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

#[test]
fn contrast_is_enough() {
    for theme in [Theme::Light, Theme::Dark] {
        for ground in [Role::Paper, Role::Surface] {
            let check = |role: Role, least: f64| {
                let (a, b) = (luminance(role.rgb(theme)), luminance(ground.rgb(theme)));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(
                    contrast >= least,
                    "{role:?} on {ground:?} in {theme:?}: {contrast:.2}"
                );
            };
            for role in [Role::Ink, Role::InkSecond, Role::InkThird] {
                check(role, 4.5);
            }
            for role in [Role::Better, Role::MuchBetter, Role::Worse, Role::MuchWorse] {
                check(role, 3.0);
            }
            check(Role::Similar, 3.0);
        }
    }
}

/// All sheets become one: a brace left open in one of them would swallow those that follow.
#[test]
fn every_sheet_closes_what_it_opens() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let mut depth = 0_i32;
        for (line, text) in text.lines().enumerate() {
            depth += text.matches('{').count() as i32 - text.matches('}').count() as i32;
            let is_rule_of_page = !text.starts_with([' ', '}', '/']) && text.ends_with('{');
            let at = format!("{}:{}", path.display(), line + 1);
            assert!(depth >= 0, "{at}");
            // Rules within another stand to the right of it.
            assert!(!is_rule_of_page || depth == 1, "{at}: an open brace above");
        }
        assert_eq!(depth, 0, "{}", path.display());
        count += 1;
    }
    assert!(count > 10);
}
