//! Tables in the encodings of other places and times: read by their own, or refused, and never as
//! letters that they are not.

use crate::support::own::{recipe_of, refused, take, values};
use encoding_rs::Encoding as Bytes;
use zhishe::intake::{Encoding, Recipe};

#[track_caller]
fn check(text: &str, written: &'static Bytes, expected: Encoding) {
    let (bytes, _, is_lossy) = written.encode(text);
    assert!(!is_lossy, "{text}");
    let recipe = recipe_of("2020.csv", &bytes).recipe;
    assert_eq!(recipe.encoding, expected, "{text}");
    assert_eq!(Recipe::from_text(&recipe.to_text()), Some(recipe.clone()));
    // As if it were UTF-8, whatever the pieces.
    let plain = recipe_of("2020.csv", text.as_bytes()).recipe;
    let wanted = take("2020.csv", text.as_bytes(), &plain, 64).unwrap();
    for piece_bytes in [1, 3, 4096] {
        let package = take("2020.csv", &bytes, &recipe, piece_bytes).unwrap();
        assert_eq!(values(&package), values(&wanted), "{text}");
    }
    assert!(!values(&wanted).is_empty());
}

#[test]
fn tables_of_japan_korea_and_taiwan() {
    check(
        "市区町村,世帯数（世帯）,人口総数（人）\n千代田区,\"38,000\",\"68,000\"\n中央区,\"99,000\",\"174,000\"\n",
        encoding_rs::SHIFT_JIS,
        Encoding::ShiftJis,
    );
    check(
        "ニシマチ,セタイスウ\nアサヒ,12\nカスミ,13\n",
        encoding_rs::SHIFT_JIS,
        Encoding::ShiftJis,
    );
    check(
        "행정구역,시점,총인구수 (명)\n서울특별시 종로구 (1111000000),2020,\"139,417\"\n서울특별시 중구 (1114000000),2020,\"121,312\"\n",
        encoding_rs::EUC_KR,
        Encoding::EucKr,
    );
    check(
        "구분,인구수,세대수\n강남구,550000,230000\n서초구,420000,170000\n",
        encoding_rs::EUC_KR,
        Encoding::EucKr,
    );
    check(
        "地區,年份,人口數量\n臺北市中正區,2020,12\n高雄市三民區,2020,13\n",
        encoding_rs::BIG5,
        Encoding::Big5,
    );
}

#[test]
fn letters_of_a_byte_each_are_of_one_part_of_europe() {
    check(
        "Gmina;Rok;Ludność\nŁódź;2020;672 185\nGdańsk;2020;470 805\nKraków;2020;779 115\n",
        encoding_rs::WINDOWS_1250,
        Encoding::Central,
    );
    check(
        "Obec;Rok;Počet obyvatel\nPříbram;2020;32 503\nŽďár nad Sázavou;2020;20 900\n",
        encoding_rs::WINDOWS_1250,
        Encoding::Central,
    );
    check(
        "Район;Год;Население\nАдмиралтейский район;2020;157897\nВыборгский район;2020;522746\n",
        encoding_rs::WINDOWS_1251,
        Encoding::Cyrillic,
    );
    check(
        "İlçe;Yıl;Nüfus\nBeşiktaş;2020;176513\nŞişli;2020;266793\nKadıköy;2020;481983\n",
        encoding_rs::WINDOWS_1254,
        Encoding::Turkish,
    );
    for text in [
        "Område;År;Værdi\nÅrhus;2020;1.234,5\nKøbenhavn;2020;2.345,6\n",
        "Comune;Anno;Abitanti\nForlì;2020;117000\nCefalù;2020;14000\nViganò;2020;2000\n",
        "Commune;Année;Population\nAmbérieu-en-Bugey;2020;14134\nÉchallon;2020;800\n",
        "Município;Ano;População\nSão João;2020;12\nBragança;2020;13\n",
        "Kreis;Jahr;Einwohner (m²)\nMünchen;2020;12\nKöln;2020;13\nGroß Öd;2020;14\n",
    ] {
        check(text, encoding_rs::WINDOWS_1252, Encoding::Western);
    }
}

#[test]
fn chinese_stays_chinese() {
    for text in [
        "街道,社区,户数,常住人口\n龙凤街道,翠屏社区,1200,3400\n龙凤街道,鹭岛社区,900,2500\n",
        "名称,数值\n邹庄,12\n郜屯,13\n",
        "区,值\n东,1\n西,2\n",
        "區域,戶數\n臺東,1\n屏東,2\n",
    ] {
        check(text, encoding_rs::GB18030, Encoding::Gb18030);
    }
}

#[test]
fn what_no_known_encoding_makes_words_of_is_refused() {
    for (text, written) in [
        (
            "市区町村,年,人口総数\n千代田区,2020,66680\n中央区,2020,169179\n",
            encoding_rs::EUC_JP,
        ),
        (
            "Περιοχή;Έτος;Πληθυσμός\nΑθήνα;2020;664046\nΠάτρα;2020;167446\n",
            encoding_rs::WINDOWS_1253,
        ),
        (
            "จังหวัด,ปี,ประชากร\nกรุงเทพมหานคร,2020,5588222\nเชียงใหม่,2020,1784370\n",
            encoding_rs::WINDOWS_874,
        ),
    ] {
        let (bytes, _, _) = written.encode(text);
        assert_eq!(refused("t.csv", &bytes), "no-encoding", "{text}");
    }
}
