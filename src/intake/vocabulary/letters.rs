//! The letters that most words of a language are written with, by which a text read by the wrong
//! encoding is told: it is made of others. Lists only; decides nothing.

/// Characters of Chinese that every table has some of, in both ways of writing; Japanese has most of them.
pub(in crate::intake) const HAN: &str = "的一是不在人有我他这中大来上国地到以说时要就出会可也你对生能而子那得于下自之年发后作里用道行所\
    然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者\
    意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美\
    相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比\
    员解水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报才结反受目太量再感建务做接必\
    场件计管期市直德资命山金指克许统区保至队形社便空决治展科司五基书非则界光放强即像难权思完设式色路\
    记南品住告类求据程北边张该交规万取拉格望共确传观清今切院识带导争运百千六七八九〇零\
    县镇乡村街率户籍增减环占岁男均亿元米省州城居委室厅办丁庄屯湾里道坊站江河湖岛港桥林园花台幼育\
    區鄉鎮縣鄰戶數率總計臺灣東號萬歲個億統計類別歷時間項業經濟產農勞動務務學齡婚遷無單位備註資料說明\
    府県町丁目総数帯世帯齢別歳児値円統計調査番号表題実施対象該当増減単位項章労働転従就務産経済畑\
    龙凤福永泰和兴隆阳州津京沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川黔滇陕甘青宁";

/// Syllables of Korean.
pub(in crate::intake) const HANGUL: &str = "이다에는의가을고하지로사도인를대시기자구동부정수서일여원아전장제보어상해주과나라국조성공스군면읍리선안\
    경교총계합남세분별연년월비율명천산울강북충광영청평중업용무개신진유문소입출발생행등금단치관학방회거\
    은으들만것한게그오모우내내물적점역종특차증감순위당직체외노령층현재황목록표번호코드명칭집간설실화통";

/// Letters of Russian and its neighbours, which stand within words.
pub(in crate::intake) const CYRILLIC: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў";

/// Letters beyond ASCII of western Europe.
pub(in crate::intake) const WESTERN: &str = "äöüßéèêëàâçîïôûùúñáíóãõåøæœìòÄÖÜÉÈÀÂÇÎÔÑÁÍÓÚÃÕÅØÆªº";

/// Letters beyond ASCII of central Europe.
pub(in crate::intake) const CENTRAL: &str =
    "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäôĺľŕöőüűÖŐÜŰăâîşţĂÂÎŞŢđĐß";

/// Letters beyond ASCII of Turkish.
pub(in crate::intake) const TURKISH: &str = "çğıöşüâîÇĞİÖŞÜ";
