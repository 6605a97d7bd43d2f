//! Rows whose first column holds several, parted by commas, before others parted by tabs, as Eurostat
//! writes them: `A,NR,AT<tab>8858775<tab>8901064`. Nothing but a table that is known to be so may be
//! read by this; it has no quotation marks.

/// True of the name of such a column: `freq,unit,geo\TIME_PERIOD`.
pub fn names_joined_keys(name: &str) -> bool {
    let parts = name.split_once('\\');
    parts.is_some_and(|(keys, across)| {
        keys.contains(',') && across.to_lowercase().starts_with("time")
    })
}

/// Sets the keys of a text that comes in pieces apart by tabs.
#[derive(Debug)]
pub(super) struct ApartKeys {
    is_key: bool,
}

impl ApartKeys {
    pub(super) fn new() -> ApartKeys {
        ApartKeys { is_key: true }
    }

    pub(super) fn pass(&mut self, piece: &str) -> String {
        let set = |character: char| {
            match character {
                '\n' | '\r' => self.is_key = true,
                '\t' => self.is_key = false,
                _ => {}
            }
            match character {
                ',' if self.is_key => '\t',
                other => other,
            }
        };
        piece.chars().map(set).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_set_apart_and_figures_stay() {
        let text = "a,b\\time\t2019 \nA,x\t1,5 \r\nB,y\t2 ,\n";
        for piece_bytes in 1..text.len() {
            let mut apart = ApartKeys::new();
            let pieces = text.as_bytes().chunks(piece_bytes);
            let found: String = pieces
                .map(|it| apart.pass(std::str::from_utf8(it).unwrap_or_default()))
                .collect();
            assert_eq!(found, "a\tb\\time\t2019 \nA\tx\t1,5 \r\nB\ty\t2 ,\n");
        }
        assert!(names_joined_keys("freq,unit,geo\\TIME_PERIOD"));
        assert!(!names_joined_keys("geo\\TIME_PERIOD"));
        assert!(!names_joined_keys("a,b"));
    }
}
