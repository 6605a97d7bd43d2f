//! Which encoding bytes are in that are not UTF-8: the one in which they make letters that words are
//! written with. Knows nothing of tables.

use super::Encoding;
use super::vocabulary::letters::{CENTRAL, CYRILLIC, HAN, HANGUL, TURKISH, WESTERN};
use crate::model::FaultKind;
use crate::parse::{Decoders, FileFault};

/// So many bytes are looked at.
const LOOKED_AT_BYTES: usize = 32 * 1024;
/// Of a language's letters at least so many in a hundred are usual ones.
const USUAL_PERCENT: usize = 45;
/// Of so many letters of Chinese some are usual, or it is none.
const ENOUGH_LETTERS: usize = 12;

/// What bytes that are not all UTF-8 are: none where that is left to the reading, which tells a
/// broken file of UTF-8 from one of GB18030.
///
/// # Errors
/// Bytes of another encoding: read as GB18030 they would be other words.
pub(super) fn narrow_encoding(
    bytes: &[u8],
    decoders: &dyn Decoders,
) -> Result<Option<Encoding>, FileFault> {
    if is_mostly_utf8(bytes) {
        return Ok(None);
    }
    let bytes = whole_lines(bytes);
    let of = |encoding: Encoding, usual: &dyn Fn(char) -> bool| {
        decoded(bytes, encoding, decoders).map_or(Share::default(), |text| Share::of(&text, usual))
    };
    let is_han = |it: char| HAN.contains(it);
    let is_japanese = |it: char| is_han(it) || ('\u{3041}'..='\u{30fc}').contains(&it);
    let chinese = of(Encoding::Gb18030, &is_han);
    let others = [
        (Encoding::ShiftJis, of(Encoding::ShiftJis, &is_japanese)),
        (
            Encoding::EucKr,
            of(Encoding::EucKr, &|it| HANGUL.contains(it)),
        ),
        (Encoding::Big5, of(Encoding::Big5, &is_han)),
        (Encoding::Cyrillic, cyrillic(bytes, decoders)),
    ];
    let best = others.into_iter().max_by_key(|(_, share)| share.percent());
    if let Some((encoding, share)) = best
        && share.percent() >= USUAL_PERCENT
        && share.percent() >= chinese.percent() * 2
    {
        return Ok(Some(encoding));
    }
    let shape = Shape::of(bytes);
    let is_none = chinese.letters >= ENOUGH_LETTERS && chinese.percent() < USUAL_PERCENT / 5;
    let is_chinese = shape.usual * 10 >= shape.pairs * 7 && !is_none;
    if is_chinese || chinese.percent() >= USUAL_PERCENT {
        return Ok(None);
    }
    let western = decoded(bytes, Encoding::Western, decoders).unwrap_or_default();
    if is_hungarian(&western) {
        return Ok(Some(Encoding::Central));
    }
    if is_latin(&western) || shape.lone * 10 >= shape.pairs * 9 {
        let western = of(Encoding::Western, &|it| WESTERN.contains(it)).percent();
        let others = [
            (
                Encoding::Central,
                of(Encoding::Central, &|it| CENTRAL.contains(it)),
            ),
            (
                Encoding::Turkish,
                of(Encoding::Turkish, &|it| TURKISH.contains(it)),
            ),
        ];
        let best = others.into_iter().max_by_key(|(_, share)| share.percent());
        let other = best.filter(|(_, share)| share.percent() > western + 9);
        return Ok(Some(
            other.map_or(Encoding::Western, |(encoding, _)| encoding),
        ));
    }
    Err(FileFault::whole(FaultKind::NoEncoding))
}

/// Up to the end of the last line among the first bytes: no character is cut there.
fn whole_lines(bytes: &[u8]) -> &[u8] {
    let head = bytes.get(..LOOKED_AT_BYTES).unwrap_or(bytes);
    let end = head.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
    match end {
        Some(end) if head.len() < bytes.len() => &head[..=end],
        _ => head,
    }
}

/// Small letters of Cyrillic; none where they stand among those of ASCII or before a capital one, as
/// letters of other encodings do.
fn cyrillic(bytes: &[u8], decoders: &dyn Decoders) -> Share {
    let text = decoded(bytes, Encoding::Cyrillic, decoders).unwrap_or_default();
    let is_small = |it: char| CYRILLIC.contains(it);
    let share = Share::of(&text, &is_small);
    let mut pairs = text
        .chars()
        .zip(text.chars().skip(1))
        .filter(|(first, second)| is_small(*first) && second.is_uppercase() && !second.is_ascii());
    match is_latin(&text) || pairs.nth(share.letters / 20).is_some() {
        true => Share::default(),
        false => share,
    }
}

/// True where most letters beyond ASCII stand beside others of their word that are ASCII.
fn is_latin(text: &str) -> bool {
    let (mut letters, mut beside) = (0, 0);
    for word in text.split(|it: char| it.is_ascii() && !it.is_ascii_alphabetic()) {
        let beyond = word.chars().filter(|it| !it.is_ascii()).count();
        letters += beyond;
        if word.len() > 1 && word.chars().any(|it| it.is_ascii_alphabetic()) {
            beside += beyond;
        }
    }
    letters > 0 && beside * 5 >= letters * 4
}

/// True of what was read as if it were of western Europe and is Hungarian: õ and û, which that has in the place
/// of ő and ű, beside á, í, ó or ú, and none of the letters that Portuguese, French and Spanish have with them.
fn is_hungarian(text: &str) -> bool {
    let has = |letters: &str| text.chars().any(|it| letters.contains(it));
    has("õûÕÛ") && has("áíóúÁÍÓÚ") && !has("ãçêàèâôñëïåøæýÃÇÊÀÈÂÔÑËÏÅØÆÝ")
}

/// The text that the bytes are; none where they break the rules of the encoding.
fn decoded(bytes: &[u8], encoding: Encoding, decoders: &dyn Decoders) -> Option<String> {
    let mut decoder = decoders.decoder(encoding.name())?;
    let mut text = String::new();
    decoder.decode(bytes, true, &mut text).then_some(text)
}

/// How many letters beyond ASCII a text has, and how many are usual.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    letters: usize,
    usual: usize,
}

impl Share {
    /// Signs between letters count as well: where no word has them, they are letters of another encoding.
    fn of(text: &str, usual: &dyn Fn(char) -> bool) -> Share {
        let mut share = Share::default();
        let mut before = ' ';
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            let is_within =
                before.is_alphabetic() && characters.peek().is_some_and(|it| it.is_alphabetic());
            if !character.is_ascii() && (character.is_alphabetic() || is_within) {
                share.letters += 1;
                share.usual += usize::from(usual(character));
            }
            before = character;
        }
        share
    }

    fn percent(self) -> usize {
        self.usual * 100 / self.letters.max(1)
    }
}

/// What the bytes beyond ASCII look like, whatever they mean.
#[derive(Default)]
struct Shape {
    pairs: usize,
    /// Pairs that GB2312 has.
    usual: usize,
    /// Letters of their own between others; in GB18030 the second byte of few characters.
    lone: usize,
}

impl Shape {
    fn of(bytes: &[u8]) -> Shape {
        let mut shape = Shape::default();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let next = bytes.get(at + 1).copied().unwrap_or(0);
            let before = at.checked_sub(1).and_then(|at| bytes.get(at));
            let before = before.copied().unwrap_or(0);
            at += match (byte, next) {
                (..0x80, _) => 1,
                (_, 0x30..=0x39) => 4,
                (_, 0x80..) => {
                    shape.pairs += 1;
                    shape.usual += usize::from((0xa1..=0xf7).contains(byte) && next >= 0xa1);
                    2
                }
                _ => {
                    shape.pairs += 1;
                    shape.lone += usize::from(before < 0x80);
                    1
                }
            };
        }
        shape
    }
}

/// True where more characters beyond ASCII are sound UTF-8 than not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken
}
