//! The words by which a column of whole numbers is known for something measured and no count of things:
//! rates, means, money, sizes, ranks, years. Lists only; decides nothing.

use super::vocabulary::{folded, has, is_category_name, is_no_figure};
use super::vocabulary_time::{is_of_prices, time_name};

/// True of an indicator whose name says that it is a rate, a mean, a size, a sum of money, a rank or a
/// year: its figures are no counts, though each is whole.
pub(super) fn is_measured(name: &str) -> bool {
    const WORDS: &str = "rate|rates|rt|pct|percent|percentage|percentages|share|shares|ratio|ratios|\
        proportion|prop|per|index|indices|idx|score|scores|rating|ratings|grade|grades|level|levels|\
        tier|stars|rank|ranks|ranking|position|percentile|quantile|probability|\
        average|avg|mean|median|mode|min|max|minimum|maximum|lower|upper|ci|sd|se|std|variance|\
        price|prices|cost|costs|income|incomes|wage|wages|salary|salaries|pay|rent|rents|gdp|gnp|gva|gni|\
        revenue|expenditure|spending|budget|turnover|sales|funding|tax|debt|money|usd|eur|gbp|cny|rmb|\
        growth|change|difference|balance|density|intensity|concentration|temperature|rainfall|\
        precipitation|humidity|aqi|pm25|pm10|emissions|consumption|output|production|yield|\
        area|length|distance|height|width|depth|weight|size|volume|capacity|speed|duration|time|times|\
        days|hours|minutes|seconds|months|years|year|yr|age|ages|life|km|ha|acres|hectares|tonnes|kwh|\
        id|code|codes|satisfaction|hdi|gini|imd|quintile|decile";
    const PARTS: &str = "率|占比|比例|比重|比率|同比|环比|之比|百分|千分|指数|得分|评分|打分|分数|总分|积分|系数|\
        满意度|密度|强度|浓度|程度|水平|温度|气温|湿度|降水|降雨|速度|长度|宽度|高度|深度|\
        均|中位|每|价格|单价|房价|物价|售价|租金|费用|成本|收入|工资|薪|生产总值|产值|增加值|总值|金额|\
        销售额|营业额|交易额|成交额|总额|余额|投资|资金|经费|支出|预算|税|补贴|\
        增长|增速|增幅|涨幅|差额|面积|里程|重量|产量|排放|用量|用电|用水|能耗|容量|时长|天数|小时|分钟|年限|年龄|寿命|岁数|\
        年份|年代|等级|级别|星级|名次|位次|排名|排序|编号|代码|编码|邮编";
    let name = folded(name);
    let words = || name.split(|it: char| !it.is_alphanumeric());
    words().any(|word| !word.is_empty() && has(WORDS, word))
        || PARTS.split('|').any(|part| name.contains(part))
        || name.contains(['%', '‰'])
        || is_category_name(&name)
        || is_no_figure(&name)
        || is_of_prices(&name)
        || time_name(&name).is_some()
}

/// True of the units in which things are counted, and where there is none.
pub(super) fn is_of_counts(unit: &str) -> bool {
    const UNITS: &str = "|人|名|位|万人|千人|百万人|户|万户|个|万个|件|万件|起|宗|例|次|万次|人次|万人次|辆|万辆|张|所|家|\
        床|间|座|栋|幢|套|万套|对|处|条|项|台|部|场|枚|支|册|株|头|只|份|number|no.|no|nr|count|counts|\
        persons|person|people|ps|residents|inhabitants|households|dwellings|cases|events|incidents|\
        thousand|thousands|million|millions|000s|'000|000";
    has(UNITS, &folded(unit)) || is_of_things(unit)
}

/// True of the units that name the things counted: persons, votes, 户.
pub(super) fn is_of_things(unit: &str) -> bool {
    const THINGS: &str = "人|名|位|户|个|件|起|宗|例|次|人次|辆|张|所|家|床|间|座|栋|幢|套|对|处|条|项|台|部|场|枚|支|册|\
        株|头|只|份|票|万人|千人|百万人|万户|万个|万件|万次|万人次|万辆|万套|persons|person|people|residents|inhabitants|population|\
        households|dwellings|homes|houses|families|cases|events|incidents|offences|crimes|votes|vote|voters|ballots|\
        electors|children|pupils|students|adults|women|men|females|males|patients|deaths|births|jobs|employees|\
        workers|visits|vehicles|businesses|firms|schools|beds|claimants|personen|haushalte|stimmen|einwohner|fälle|\
        personnes|ménages|habitants|voix|logements|personas|hogares|habitantes|votos|viviendas|pessoas|domicílios|\
        persone|famiglie|abitanti|voti|personer|hushold|personen|huishoudens|osoby|osób|obyvatel|чел.|человек|人口|\
        世帯|戸|명|세대|가구|호|개|건";
    has(THINGS, &folded(unit))
}

/// What stands before the number of which a rate is told, in Chinese and in English.
pub(super) const PER: [&str; 2] = ["每 ", "per "];
