//! Codes of units in SDMX files, and what they say in both languages. The codes are those of Eurostat's
//! list of units (`CL_UNIT` of the dissemination chain) and of the cross-domain list of SDMX; a code that
//! is not here stays as it is.

/// The code, in Chinese, in English.
const UNITS: [(&str, &str, &str); 36] = [
    ("NR", "个", "number"),
    ("PC", "%", "%"),
    ("PT", "%", "%"),
    ("RT", "率", "rate"),
    ("THS", "千", "thousand"),
    ("MIO", "百万", "million"),
    ("PER", "人", "persons"),
    ("PS", "人", "persons"),
    ("THS_PER", "千人", "thousand persons"),
    ("HH", "户", "households"),
    ("THS_HH", "千户", "thousand households"),
    ("EUR", "欧元", "euro"),
    ("THS_EUR", "千欧元", "thousand euro"),
    ("MIO_EUR", "百万欧元", "million euro"),
    ("CP_MEUR", "百万欧元，现价", "million euro, current prices"),
    ("EUR_HAB", "欧元/人", "euro per inhabitant"),
    (
        "PPS_HAB",
        "购买力标准/人",
        "purchasing power standard per inhabitant",
    ),
    (
        "MIO_NAC",
        "百万本国货币",
        "million units of national currency",
    ),
    ("PC_POP", "占人口%", "% of population"),
    ("PC_ACT", "占劳动力%", "% of the labour force"),
    ("PC_EMP", "占就业人口%", "% of employment"),
    ("PC_GDP", "占国内生产总值%", "% of GDP"),
    ("PC_TOT", "占总数%", "% of total"),
    ("P_THAB", "每 1,000 名居民", "per 1,000 inhabitants"),
    ("P_HTHAB", "每 100,000 名居民", "per 100,000 inhabitants"),
    ("HAB_KM2", "人/平方公里", "inhabitants per km²"),
    ("YR", "年", "years"),
    ("HR", "小时", "hours"),
    ("KM", "公里", "km"),
    ("KM2", "平方公里", "km²"),
    ("HA", "公顷", "ha"),
    ("T", "吨", "tonnes"),
    ("THS_T", "千吨", "thousand tonnes"),
    ("KG_HAB", "公斤/人", "kg per inhabitant"),
    ("GWH", "吉瓦时", "GWh"),
    ("I15", "指数，2015 年 = 100", "index, 2015 = 100"),
];

/// What a code of a unit says, in Chinese and in English; none of one that is not known.
pub(in crate::intake) fn sdmx_unit(code: &str) -> Option<[&'static str; 2]> {
    let found = UNITS.iter().find(|(known, ..)| *known == code);
    found.map(|(_, zh, en)| [*zh, *en])
}
