//! Characters of Chinese that are written in two ways, as far as words of tables are made of them: what is known by
//! the simplified word is known by the traditional one. Lists only; decides nothing.

use std::borrow::Cow;

/// In step with the simplified ones.
const TRADITIONAL: &str = "並佈佔併來個備傳價億兒內兩冊幾剋創劃動務勞區參號後員問啟單噸國園圍圖報場塊壽學寧審寬將專對導屆層屬島\
    師帶幣廁廳張強從慶應戰戶據攤數於時晉暫會東條棟業極構樁樓標樣橋機權歐歲決況減測準溫濕滬滿漲濃無燈營狀\
    現環瓊產畝異當發盜確碼稅種稱積竊築節範簽約級組結給統經維網編縣總織羅義聯聲職臺與蓋處補製規觀計記設許\
    訴診詐評話該詳認說調請論證識財貨責貴費資購車較輛轄辦農進運過違適遷還郵鄉醫釋銷錄鎮鐘鑑長門開間閩隊陽\
    際險隱離難電預領頭頻題額顧養餘館騙齡點黨萬遊藥劑鐵樹檢戲";
const SIMPLIFIED: &str = "并布占并来个备传价亿儿内两册几克创划动务劳区参号后员问启单吨国园围图报场块寿学宁审宽将专对导届层属岛\
    师带币厕厅张强从庆应战户据摊数于时晋暂会东条栋业极构桩楼标样桥机权欧岁决况减测准温湿沪满涨浓无灯营状\
    现环琼产亩异当发盗确码税种称积窃筑节范签约级组结给统经维网编县总织罗义联声职台与盖处补制规观计记设许\
    诉诊诈评话该详认说调请论证识财货责贵费资购车较辆辖办农进运过违适迁还邮乡医释销录镇钟鉴长门开间闽队阳\
    际险隐离难电预领头频题额顾养余馆骗龄点党万游药剂铁树检戏";

/// A text with the simplified character in place of each traditional one of the list.
pub(in crate::intake) fn simplified(text: &str) -> Cow<'_, str> {
    // Asked of names in rows: most of them have none.
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let of = |it: char| {
        // All of both lists are of one length, so that each stands where its other one does.
        let rest = SIMPLIFIED.get(TRADITIONAL.find(it)?..)?;
        rest.chars().next()
    };
    match text.chars().any(|it| of(it).is_some()) {
        true => text.chars().map(|it| of(it).unwrap_or(it)).collect(),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_has_its_other() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        let is_of_three = |it: char| it.len_utf8() == 3;
        assert!(
            [TRADITIONAL, SIMPLIFIED]
                .iter()
                .all(|it| it.chars().all(is_of_three))
        );
        let mut pairs = TRADITIONAL.chars().zip(SIMPLIFIED.chars());
        assert!(pairs.all(|(one, other)| one != other && !TRADITIONAL.contains(other)));
        assert_eq!(simplified("戶數・總計"), "户数・总计");
        assert!(matches!(simplified("人口 Total"), Cow::Borrowed(_)));
    }
}
