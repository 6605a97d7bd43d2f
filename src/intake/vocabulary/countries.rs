//! Names of countries that no region, county or town is well known by. Lists only; decides nothing.

use crate::intake::vocabulary::has;

/// True of the name of a country. Names that are as well those of parts of another country are left out:
/// Georgia, Jersey, Jordan, Luxembourg, Mexico, Niger.
pub(in crate::intake) fn is_country(name: &str) -> bool {
    const NAMES: &str = "afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|\
        bangladesh|belarus|belgium|benin|bhutan|bolivia|botswana|brazil|bulgaria|burkina faso|burundi|cambodia|\
        cameroon|canada|chile|china|colombia|costa rica|côte d'ivoire|croatia|cyprus|czechia|czech republic|denmark|\
        dominican republic|ecuador|egypt|el salvador|england|eritrea|estonia|ethiopia|fiji|finland|france|germany|\
        ghana|great britain|greece|haiti|honduras|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|\
        japan|kazakhstan|kenya|kosovo|kyrgyzstan|laos|latvia|liberia|libya|lithuania|madagascar|malawi|malaysia|mali|\
        malta|mauritania|moldova|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nepal|netherlands|\
        new zealand|nicaragua|nigeria|north macedonia|northern ireland|norway|pakistan|papua new guinea|paraguay|\
        philippines|poland|portugal|romania|russia|russian federation|rwanda|saudi arabia|scotland|senegal|serbia|\
        sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|republic of korea|korea|south sudan|\
        spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|the netherlands|tunisia|\
        turkey|türkiye|turkmenistan|uganda|ukraine|united arab emirates|united kingdom|uk|united states|\
        united states of america|usa|us|u.s.|uruguay|uzbekistan|venezuela|vietnam|viet nam|wales|england and wales|\
        yemen|zambia|zimbabwe|deutschland|österreich|schweiz|españa|italia|brasil|nederland|belgië|belgique|danmark|\
        norge|sverige|suomi|polska|česko|česká republika|magyarország|россия|российская федерация|україна|中国|中國|\
        日本|대한민국|英国|美国|加拿大|澳大利亚|德国|法国|印度|巴西|俄罗斯|韩国";
    has(NAMES, name.trim().to_lowercase().as_str())
}

/// True of names under which offices tell the figures of several countries together.
pub(in crate::intake) fn is_of_countries(name: &str) -> bool {
    const NAMES: &str = "africa|asia|europe|americas|oceania|sub-saharan africa|north africa|northern africa|southern africa|\
        eastern africa|western africa|middle africa|africa eastern and southern|africa western and central|arab world|\
        caribbean small states|central europe and the baltics|east asia & pacific|east asia and pacific|euro area|\
        europe & central asia|europe and central asia|european union|eu|eu27|eu28|eu-27|eu-28|oecd|oecd members|oecd total|\
        oecd average|g7|g20|fragile and conflict affected situations|heavily indebted poor countries (hipc)|high income|\
        low income|low & middle income|low and middle income|lower middle income|middle income|upper middle income|\
        latin america & caribbean|latin america and the caribbean|latin america|least developed countries: un classification|\
        least developed countries|middle east & north africa|middle east and north africa|middle east|north america|\
        northern america|central america|south america|other small states|pacific island small states|post-demographic dividend|\
        pre-demographic dividend|early-demographic dividend|late-demographic dividend|small states|south asia|southern asia|\
        south-east asia|southeast asia|eastern asia|central asia|western asia|western europe|eastern europe|northern europe|\
        southern europe|ida total|ida only|ida blend|ibrd only|ida & ibrd total|非洲|亚洲|欧洲|美洲|大洋洲|欧盟|欧元区|\
        撒哈拉以南非洲|东亚和太平洋|南亚|北美|拉丁美洲和加勒比|中东和北非|高收入国家|中等收入国家|低收入国家";
    let lower = name.trim().to_lowercase();
    let bare = lower.find(" (excluding").and_then(|at| lower.get(..at));
    has(NAMES, bare.unwrap_or(&lower))
}

/// True of names of countries that towns have as well.
pub(in crate::intake) fn may_be_town(name: &str) -> bool {
    const NAMES: &str = "poland|norway|sweden|denmark|china|belgium|chile|egypt|france|germany|greece|\
        ireland|italy|japan|russia|spain|switzerland|brazil|nepal|malta";
    has(NAMES, name.trim().to_lowercase().as_str())
}

/// True of the countries that lie in another one, and of the names for all or several of these.
pub(in crate::intake) fn is_of_union(name: &str) -> bool {
    has(
        "england|scotland|wales|northern ireland",
        name.trim().to_lowercase().as_str(),
    )
}

/// See [`is_of_union`].
pub(in crate::intake) fn is_union(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    has("united kingdom|uk|great britain|england and wales", &name)
}

/// True of a name that parts the whole world, or that says no more than that it is elsewhere: beside it a country
/// is no whole.
pub(in crate::intake) fn is_elsewhere(name: &str) -> bool {
    const WORDS: &str = "africa|asia|europe|america|oceania|caribbean|middle|other|others|rest|elsewhere|abroad|\
        overseas|foreign|world|unknown|eu|非洲|亚洲|欧洲|美洲|大洋洲|其他|其它|境外|国外|海外|不详";
    let name = name.trim().to_lowercase();
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    words.any(|word| has(WORDS, word))
}
