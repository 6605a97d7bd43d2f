//! The words by which a row says what kind of figure it carries: a count, a percentage, a rate of so
//! many. Lists only; decides nothing.

use crate::intake::figure_kind::FigureKind;
use crate::intake::vocabulary::has;

/// What each kind is called, folded; of several languages, since the words tell them apart.
pub(in crate::intake) const FIGURE_KINDS: [(FigureKind, &str); 7] = [
    (
        FigureKind::Count,
        "count|counts|number|numbers|no.|nr|nr.|frequency|absolute number|raw count|headcount|head count|\
        number of persons|number of people|number of cases|计数|数量|数目|个数|件数|人数|户数|次数|绝对数|频数|\
        anzahl|absolut|nombre|effectif|effectifs|número|numero|cantidad|quantidade|frecuencia|numero assoluto|\
        aantal|antal|antall|liczba|počet|lukumäärä|число|количество|実数|人数|件数|個数|世帯数|명수|건수|수",
    ),
    (
        FigureKind::Percent,
        "percent|per cent|percents|percentage|percentages|pct|pc|%|percentage (%)|proportion (%)|share (%)|\
        percentage of total|percent of total|proportion percent|百分比|百分率|百分数|占比|占比(%)|比重|比重(%)|\
        prozent|anteil (%)|anteil in %|pourcentage|pour cent|part (%)|porcentaje|por ciento|porcentagem|\
        percentagem|por cento|percentuale|per cento|procent|prosent|prosentti|procento|процент|процентов|\
        構成比|割合(%)|百分率(%)|パーセント|퍼센트|백분율|비율(%)|구성비",
    ),
    (
        FigureKind::Rate(0),
        "rate|rates|crude rate|standardised rate|standardized rate|directly standardised rate|\
        directly standardized rate|indirectly standardised rate|age standardised rate|age standardized rate|\
        age adjusted rate|adjusted rate|dsr|asr|incidence rate|率|粗率|标化率|发生率|quote|ziffer|taux|tasa|\
        taxa|tasso|率(粗)|율",
    ),
    (
        FigureKind::Rate(1000),
        "‰|per mille|permille|promille|pour mille|por mil|per mille abitanti|千分率|千分比",
    ),
    (
        FigureKind::Ratio,
        "ratio|ratios|割合|비율|比率|standardised ratio|standardized ratio|smr|quotient|multiple|比值|比例|比|倍数|verhältnis|\
        rapport|razón|razão|rapporto|proportion|proportions|share|anteil|part|proporción|proporção|quota|\
        weighted proportion|prevalence",
    ),
    (
        FigureKind::Mean,
        "mean|means|average|averages|avg|median|medians|mode|weighted mean|arithmetic mean|平均|平均数|平均值|均值|\
        中位数|中位|人均|户均|mittelwert|durchschnitt|moyenne|médiane|mediane|media|mediana|média|gemiddelde|\
        gennemsnit|genomsnitt|gjennomsnitt|keskiarvo|średnia|průměr|среднее|медиана|平均値|中央値|평균|중위수",
    ),
    (
        FigureKind::Index,
        "index|indices|index number|score|scores|rank|rating|指数|得分|评分|分数|排名|indice|índice|indeks|\
        индекс|指標値|지수",
    ),
];

/// What a unit says of so many, before the number or around it: `per 1,000`, `每千人`, `pro 1000`.
pub(in crate::intake) const PER_HEADS: &str = "per|pro|je|pour|par|por|ogni|/|每|na|на";

/// Words for what most rates are of.
pub(in crate::intake) const PERSONS: &str = "population|people|persons|person|inhabitants|residents|capita|head|heads|人|人口|einwohner|\
    habitants|habitantes|abitanti|inwoners|innbyggere|invånare|indbyggere|asukasta|mieszkańców|obyvatel|населения|名";

/// True of a column's name that says that it counts all persons, or all households, of a place.
pub(in crate::intake) fn names_whole(name: &str) -> bool {
    const WORDS: &str = "population|pop|total population|total pop|resident population|mid year population|persons|all persons|\
        residents|inhabitants|total persons|households|total households|all households|人口|总人口|人口数|人口总数|常住人口|\
        户籍人口|常住人口数|年末常住人口|年末人口|户数|总户数|家庭户数|住户数|人口數|總人口|einwohner|bevölkerung|population totale|\
        población|población total|população|populacao|popolazione|folkmängd|folkemængde|人口総数|총인구|인구";
    has(WORDS, name)
}

/// Numbers written as words in what a rate is of.
pub(in crate::intake) const PER_NUMBERS: [(&str, u32); 14] = [
    ("hundred thousand", 100_000),
    ("ten thousand", 10_000),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("hundred", 100),
    ("十万", 100_000),
    ("百万", 1_000_000),
    ("千", 1_000),
    ("万", 10_000),
    ("百", 100),
    ("tausend", 1_000),
    ("mille", 1_000),
    ("mila", 1_000),
    ("mil", 1_000),
];

/// Names of columns that say what kind of figure a row carries.
pub(in crate::intake) fn names_figure_kinds(name: &str) -> bool {
    const NAMES: &str = "measure|measure type|measure name|measures|measurement|measurement type|unit|units|\
        unit type|unit name|unit of measure|unit measure|measure unit|uom|value type|valuetype|data type|\
        data value type|figure type|kind|kind of figure|type of figure|type of value|type of measure|metric|\
        metric type|statistic|statistics|statistic type|stat|stat type|type|value unit|value note|estimate type|\
        指标类型|数值类型|数据类型|统计类型|统计方式|统计量|口径|数据口径|类型|类别|度量|度量类型|单位|计量单位|值类型|\
        maßeinheit|masseinheit|einheit|wertart|art|mesure|unité|type de mesure|medida|unidad|unidade|tipo|\
        tipo de medida|misura|unità|unità di misura|tipo dato|単位|區分|区分|단위|구분";
    crate::intake::vocabulary::has(NAMES, name)
}
