//! The words by which a column of whole numbers is known for something measured and no count of things:
//! rates, means, money, sizes, ranks, years. Lists only; decides nothing.

use crate::intake::vocabulary::headed_units::is_divisor;
use crate::intake::vocabulary::scripts::simplified;
use crate::intake::vocabulary::time::{is_of_prices, time_name};
use crate::intake::vocabulary::{folded, has, is_category_name, is_no_figure};

/// True of an indicator whose name says that it is a rate, a mean, a size, a sum of money, a rank or a
/// year: its figures are no counts, though each is whole.
pub(in crate::intake) fn is_measured(name: &str) -> bool {
    let simple = simplified(name);
    states_measure(name) || simple != name && states_measure(&simple)
}

fn states_measure(name: &str) -> bool {
    const WORDS: &str = "rate|rates|rt|pct|percent|percentage|percentages|share|shares|ratio|ratios|\
        proportion|prop|per|index|indices|idx|score|scores|rating|ratings|grade|grades|level|levels|\
        tier|stars|rank|ranks|ranking|position|percentile|quantile|probability|\
        average|avg|mean|median|mode|min|max|minimum|maximum|lower|upper|ci|sd|se|std|variance|\
        price|prices|cost|costs|income|incomes|wage|wages|salary|salaries|pay|rent|rents|gdp|gnp|gva|gni|\
        revenue|expenditure|spending|budget|turnover|sales|funding|tax|debt|money|usd|eur|gbp|cny|rmb|\
        earnings|expenditures|wealth|profit|profits|amount|fee|fees|fare|fares|premium|payment|payments|capita|\
        investment|assets|exports|imports|rental|mortgage|dollars|euros|yuan|pounds|pci|pcpi|hhi|cpi|ppi|hpi|elevation|\
        altitude|expectancy|efficiency|multiplier|quotient|\
        growth|change|difference|balance|density|intensity|concentration|temperature|rainfall|\
        precipitation|humidity|aqi|pm25|pm10|emissions|consumption|output|production|yield|\
        area|length|distance|height|width|depth|weight|size|volume|capacity|speed|duration|time|times|\
        days|hours|minutes|seconds|months|years|year|yr|age|ages|life|km|km2|km²|m2|m²|m3|m³|qm|sqm|sqkm|ha|acre|acres|hectares|tonnes|kwh|\
        id|code|codes|satisfaction|hdi|gini|imd|quintile|decile|prevalence|incidence|mortality|attainment|confidence|\
        approval|target|targets|tx|hhsize|yrs|noise|db|dba|no2|so2|o3|nox|pm1|bmi|distances|heights|100k|10k|per100k|x100k|100mil|1000hab|mid|mid1|mid3|q1|q3";
    const PARTS: &str = "率|占比|比例|比重|比率|同比|环比|之比|百分|千分|指数|得分|评分|打分|分数|总分|积分|系数|\
        满意度|密度|强度|浓度|程度|水平|温度|气温|湿度|降水|降雨|速度|长度|宽度|高度|深度|\
        均|中位|分位|标准差|变异|每|价格|单价|房价|物价|售价|租金|费用|成本|收入|工资|薪|生产总值|产值|增加值|总值|金额|\
        销售额|营业额|交易额|成交额|总额|余额|投资|资金|经费|支出|预算|税|补贴|\
        增长|增速|增幅|涨幅|差额|面积|里程|重量|产量|排放|用量|用电|用水|能耗|容量|时长|天数|小时|分钟|年限|年龄|寿命|岁数|\
        进度|时间|距离|高程|海拔|楼层|年份|年代|等级|级别|星级|名次|位次|排名|排序|编号|代码|编码|邮编";
    let name = without_ages(without_lines(folded(&words_apart(name))));
    if names_count(&name) {
        return false;
    }
    let words = || name.split(|it: char| !it.is_alphanumeric());
    words().any(|word| !word.is_empty() && has(WORDS, word))
        || PARTS.split('|').any(|part| name.contains(part))
        || is_ratio(&name)
        || name.rsplit_once('/').is_some_and(|(_, by)| is_divisor(by))
        || is_measured_elsewhere(&name)
        || is_quantile(&name)
        || is_of_so_many(&name)
        || name.contains(['%', '‰'])
        || is_category_name(&name)
        || is_no_figure(&name)
        || is_of_prices(&name)
        || time_name(&name).is_some()
}

/// A folded name without the words that speak of who is counted, though one of them may be of a measure.
fn without_lines(name: String) -> String {
    const LINES: &str = "poverty level|poverty line|low income|rent free|free of rent|sea level|a level|entry level|age group|working age|year end|end of year|end of the year|mid year";
    LINES
        .split('|')
        .fold(name, |name, line| match name.contains(line) {
            true => name.replace(line, ""),
            false => name,
        })
}

/// A folded name without the words by which it says of which ages the persons are: `age: 0 4`, `15 64 years`, `65+`.
fn without_ages(name: String) -> String {
    const WORDS: &str = "age|ages|aged|years|year|yrs|years old|old";
    let is_age = |word: &str| word.len() <= 3 && word.bytes().all(|it| it.is_ascii_digit());
    let parts = || name.split(|it: char| !it.is_alphanumeric() && it != '+');
    let words: Vec<&str> = parts().filter(|it| !it.is_empty()).collect();
    let is_open = |word: &str| {
        word.strip_suffix('+')
            .is_some_and(|it| !it.is_empty() && is_age(it))
    };
    let has_band = words.iter().any(|it| is_open(it))
        || words
            .windows(2)
            .any(|pair| pair.iter().all(|it| is_age(it)));
    let is_bare = !name.contains(['%', '‰', '/']);
    match is_bare && has_band && words.iter().any(|it| has(WORDS, it)) {
        true => {
            let kept = words.into_iter().filter(|it| !has(WORDS, it));
            kept.collect::<Vec<&str>>().join(" ")
        }
        false => name,
    }
}

/// True of a name of a change or a difference, which may be below zero.
pub(in crate::intake) fn names_change(name: &str) -> bool {
    const PARTS: &str = "growth|change|differ|balance|effect|gap|deviation|swing|increase|decrease|inflation|return|margin|net |yoy|增|减|涨|跌|\
        同比|环比|变化|变动|差|偏离|盈余|赤字|veränder|abweich|variation|évolution|variaci|variaç|variazion|croissance|saldo|bilanz|solde";
    let name = folded(&words_apart(&simplified(name)));
    PARTS.split('|').any(|part| name.contains(part))
}

/// True of a folded name that ends in the word for a ratio, or says what it is of: `性别比`, `性别比(女=100)`.
pub(in crate::intake) fn is_ratio(name: &str) -> bool {
    let bare = name.split(['(', '[', ' ']).next().unwrap_or(name);
    bare.ends_with('比') || name.contains("=100") || name.contains("= 100")
}

/// True of the short name of a quantile or a median, alone or with the year: `Q50`, `p90`, `MED21`.
fn is_quantile(name: &str) -> bool {
    const HEADS: &str = "q|p|d|med|med ";
    let digits =
        |rest: &str| (1..=2).contains(&rest.len()) && rest.bytes().all(|it| it.is_ascii_digit());
    HEADS
        .split('|')
        .any(|head| name.strip_prefix(head).is_some_and(digits))
}

/// True of a name that begins with what its figures are told of, or ends in the sign of a mark: `千人床位`, `考核分`.
fn is_of_so_many(name: &str) -> bool {
    const HEADS: &str = "百人|千人|万人|十万人|百户|千户|万户";
    HEADS
        .split('|')
        .any(|head| name.strip_prefix(head).is_some_and(|rest| !rest.is_empty()))
        || name.ends_with('分') && !name.ends_with("部分")
}

/// The words of a name that is written as one: `MedianIncome`, `perCapita`.
pub(in crate::intake) fn words_apart(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for character in name.chars() {
        if character.is_ascii_uppercase() && text.ends_with(|it: char| it.is_ascii_lowercase()) {
            text.push(' ');
        }
        text.push(character);
    }
    text
}

/// True of a folded name that says that it is a number of things, whatever these are: of households of
/// a low income.
pub(in crate::intake) fn names_count(name: &str) -> bool {
    const ENDS: &str = "人数|户数|人口|人口数|件数|个数|宗数|起数|次数|家数|数量|人數|戶數|件數|人口數|世帯数|명수|가구수|건수";
    const STARTS: &str =
        "number of |no. of |count of |nombre de |número de |numero di |anzahl der |anzahl ";
    const OTHERS: &str =
        "per|average|avg|mean|median|rate|days|hours|years|months|minutes|share|percent|ratio";
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    let by_start = STARTS.split('|').any(|start| name.starts_with(start));
    let by_end = ENDS.split('|').any(|end| name.ends_with(end));
    // Persons of all ages, as tables of ages call their total.
    has("all ages|all age|全部年龄|所有年龄", name)
        || by_end && !name.contains(['均', '每', '率', '比', '占']) && !name.contains("中位")
        || by_start && !words.any(|word| has(OTHERS, word))
}

/// The words of other languages, where nouns are joined into one.
fn is_measured_elsewhere(name: &str) -> bool {
    const WORDS: &str = "part|taux|prix|coût|cout|pib|renta|edad|gasto|gastos|idade|età|eta|spesa|media|medio|\
        moyen|moyenne|médian|médiane|mediana|mediano|média|medie|prezzo|precio|preço|tasa|taxa|tasso|loyer|affitto|\
        aluguel|alquiler|huur|cena|mzda|ár|átlag|tulot|hinta|palkka|osuus|lön|løn|lønn|lohn|pris|andel|ålder|miete|\
        mieten|alter|bip|bnp|bbp|доля|цена|рента|arány";
    const PARTS: &str = "income|salary|salaries|average|percapita|earnings|median|einkommen|durchschnitt|mittelwert|\
        preis|gehälter|monatslohn|stundenlohn|kosten|anteil|quote|quotient|index|dichte|durchschnittsalter|umsatz|ausgaben|\
        einnahmen|schulden|kaufkraft|vermögen|temperatur|revenu|salaire|indice|índice|densit|dépense|superfici|ingreso|salario|\
        salário|sueldo|promedio|porcentaje|percentage|percentual|densidad|rendimento|reddit|stipendi|\
        inkomen|gemiddeld|aandeel|leeftijd|inntekt|inkomst|indkomst|gjennomsnitt|genomsnitt|gennemsnit|medelv|dochód|\
        dochod|średni|przeciętn|wynagrodz|udział|wskaźnik|příjem|průměr|podíl|keskiarvo|jövedelem|доход|средн|медиан|\
        зарплат|индекс|стоимост|процент|плотност|возраст|gelir|ortalama|ücret|fiyat|dichtheid|täthet|tæthed|tetthet|\
        tiheys|gęstość|hustota|yoğunlu|produto interno|producto interno|produit intérieur|prodotto interno|\
        所得|年収|価格|家賃|賃金|給与|割合|年齢|年齡|価|價|薪|佔比|費用|指數|得分|房租|租金|月租|中位數|面積|工資|總額|\
        평균|소득|임금|가격|비율|지수|밀도|연령|면적|임대료|중위|금액|매출";
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    words.any(|word| has(WORDS, word)) || PARTS.split('|').any(|part| name.contains(part))
}

/// True of a name that says of what things it is the number. The name of a file says it or nothing.
pub(in crate::intake) fn names_things(name: &str) -> bool {
    const PARTS: &str = "人口|户|件|人数|投诉|案|诉求|事件|工单|数量|病例|例数|起数|次数|世帯|戸|인구|세대|건수|bevölkerung|\
        einwohner|poblaci|popula|habitant|abitant|befolkning|väkiluku|население|nüfus|household|dwelling|murder|homicide|\
        burglar|robber|mortalit|birth|death|crime|incident|complaint|number|person|people|resident|voter|vote";
    // A county is no count.
    const WORDS: &str = "count|counts|case|cases|pop";
    let name = folded(&words_apart(&simplified(name)));
    let mut words = name.split(|it: char| !it.is_alphabetic());
    words.any(|word| has(WORDS, word))
        || names_count(&name)
        || PARTS.split('|').any(|part| name.contains(part))
}

/// True of the units in which things are counted, and where there is none.
pub(in crate::intake) fn is_of_counts(unit: &str) -> bool {
    const UNITS: &str = "|人|名|位|万|亿|千|百万|千万|万人|千人|百万人|户|万户|个|万个|件|万件|起|宗|例|次|万次|人次|万人次|辆|万辆|张|所|家|\
        床|间|座|栋|幢|套|万套|对|处|条|项|台|部|场|枚|支|册|株|头|只|份|number|no.|no|nr|count|counts|\
        persons|person|people|ps|residents|inhabitants|households|dwellings|cases|events|incidents|\
        thousand|thousands|million|millions|000s|'000|000";
    has(UNITS, &folded(&simplified(unit))) || is_of_things(unit)
}

/// True of the units that name the things counted: persons, votes, 户.
pub(in crate::intake) fn is_of_things(unit: &str) -> bool {
    const THINGS: &str = "人|名|位|户|个|件|起|宗|例|次|人次|辆|张|所|家|床|间|座|栋|幢|套|对|处|条|项|台|部|场|枚|支|册|\
        株|头|只|份|票|万人|千人|百万人|万户|万个|万件|万次|万人次|万辆|万套|persons|person|people|residents|inhabitants|population|\
        households|dwellings|homes|houses|families|cases|events|incidents|offences|crimes|votes|vote|voters|ballots|\
        electors|children|pupils|students|adults|women|men|females|males|patients|deaths|births|jobs|employees|\
        workers|visits|vehicles|businesses|firms|schools|beds|claimants|personen|haushalte|stimmen|einwohner|fälle|\
        personnes|ménages|habitants|voix|logements|personas|hogares|habitantes|votos|viviendas|pessoas|domicílios|\
        persone|famiglie|abitanti|voti|personer|hushold|personen|huishoudens|osoby|osób|obyvatel|чел.|человек|人口|\
        世帯|戸|명|세대|가구|호|개|건|盆|盏|棵|组|口|匹|羽|艘|架|班|笔";
    has(THINGS, &folded(&simplified(unit)))
}

/// True of units that are of thousands and more: the number of them is none of events, each of which
/// chance might have spared.
pub(in crate::intake) fn is_scaled(unit: &str) -> bool {
    const WORDS: &str = "thousand|thousands|million|millions|000s|'000|000";
    let unit = folded(&simplified(unit));
    unit.contains(['万', '千', '亿']) || has(WORDS, &unit)
}

/// What stands before the number of which a rate is told, in Chinese and in English.
pub(in crate::intake) const PER: [&str; 2] = ["每 ", "per "];
