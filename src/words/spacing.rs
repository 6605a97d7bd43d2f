//! The space between Chinese and a name in Latin letters. What the sentence says it must not know.

/// A Chinese sentence with names in it: as `format!` writes it, each Latin name apart from the Chinese.
macro_rules! zh {
    ($($part:tt)*) => { $crate::words::spacing::spaced(&format!($($part)*)) };
}

/// A Chinese text in which one space stands between a Chinese character and a Latin word of two or more
/// letters directly beside it: 各 ward 的 overdue cases. A short end belongs to the name before it (Ward 1
/// 的); a code or a sign of one letter (A座, p值) and a number stay where they are, and so does what stands
/// beside a mark.
pub(super) fn spaced(text: &str) -> String {
    let mut said = String::with_capacity(text.len() + 8);
    // Where the newest word begins; whether it is a name, and whether that before it is.
    let (mut start, mut is_name, mut is_named) = (0, false, false);
    let mut before = ' ';
    for next in text.chars().chain(['\n']) {
        match (is_latin(before), is_latin(next)) {
            (false, true) => (start, is_name) = (said.len(), false),
            (true, true) => is_name |= !before.is_ascii_digit() && !next.is_ascii_digit(),
            (true, false) => {
                if is_name && said[..start].ends_with(is_chinese) {
                    said.insert(start, ' ');
                }
                is_named |= is_name;
                if is_named && is_chinese(next) {
                    said.push(' ');
                }
            }
            (false, false) => {}
        }
        is_named &= is_latin(next) || matches!(next, ' ' | '-' | '.' | '\'' | '’');
        said.push(next);
        before = next;
    }
    said.pop();
    said
}

/// One name after another, apart where both are in Latin letters: 乙01社区按期办结率, Ward 6 overdue cases.
pub(super) fn beside(one: &str, other: &str) -> String {
    let space = match one.ends_with(is_latin) && other.starts_with(is_latin) {
        true => " ",
        false => "",
    };
    [one, space, other].concat()
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '\u{c0}'..='\u{24f}')
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::{beside, spaced};

    #[test]
    fn a_latin_name_stands_apart_from_chinese() {
        let check = |text: &str, expected: &str| {
            assert_eq!(spaced(text), expected);
            assert_eq!(spaced(expected), expected, "twice");
        };
        check("2023 年overdue cases的变化", "2023 年 overdue cases 的变化");
        check("各ward按期办结率", "各 ward 按期办结率");
        check("高于Ward 1的 20.1%", "高于 Ward 1 的 20.1%");
        check("与St. Mary’s相比", "与 St. Mary’s 相比");
        check("在Île-de-France内", "在 Île-de-France 内");
        check("各地区overdue_2的分布", "各地区 overdue_2 的分布");
        check("overdue", "overdue");
        check("", "");
        check(
            "低于cases，按overdue（GDP）：",
            "低于 cases，按 overdue（GDP）：",
        );
        check("“overdue cases”的", "“overdue cases”的");
    }

    #[test]
    fn two_names_stand_apart_where_both_are_latin() {
        let check = |(one, other), expected: &str| assert_eq!(beside(one, other), expected);
        check(("乙01社区", "按期办结率"), "乙01社区按期办结率");
        check(("Ward 6", "overdue cases"), "Ward 6 overdue cases");
        check(("乙01", "overdue"), "乙01 overdue");
        check(("甲街道", "overdue"), "甲街道overdue");
        check(("", "overdue"), "overdue");
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for text in [
            "乙01社区 2026 年 3 月按期办结率 70.1%（138/197，95% 区间 63.3%–76.0%）",
            "甲A座的p值为 0.05，B2栋无A01",
            "乙01社区低于全区的 87.6%，按后者推算少约 34 件",
            "甲01 overdue 12 件，近 100 万人",
            "Freedman–Diaconis 规则（1981）算得 2.4，取整",
            "○ 清点数；▲ 优于、▼ 差于全区 · 95% CI。",
        ] {
            assert_eq!(spaced(text), text);
        }
    }
}
