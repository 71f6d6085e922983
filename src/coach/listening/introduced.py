"""Chinese customers without a usual ending, recognized by the words that introduce them: 店名叫小确幸, 西门子的王工."""

import re
from functools import cache
from typing import NamedTuple

from coach.listening.name_words import any_of, family_name, table
from coach.listening.vocabulary import is_word

_STOP = r"(?=\s*(?:$|[，,。；;、！!？?：:（(\n]))"
_SUBJECT = r"(?:公司|[单單]位|商号|牌子|招牌|[店厂廠园園校院馆館]名?|店铺|门店|[厂廠]子|餐厅|饭店|酒店|学校|诊所|[那这]家|(?:他|她|人)们?家|一家|[的店厂廠家司院馆館所铺鋪城][，,])"
_NEVER = re.compile(
    r"[的了着過过吗嗎呢吧啊哦嘛是我你您他她它佢伊俺额咱这這那哪谁誰什么麼啥怎没沒不别別很挺真太最更还還都也就才又再先只把被给給让讓跟对對想说說问問看听聽話话嗰咗嘅唔喺讲講做卖賣买買搞养養一两兩几幾个個间間某叫收进開开要会能改]|拜[访訪会會]"
    r"|^[有在从從去来來到见見找等请請用接送拿带帶上下前后後里裡外老女男国國民私同朋熟亲親]|^(?:负责|負責|分管|主管|管理|专管|经营|从事|专业|专门|主营|代理|承包|承接|经手|合作|约好)|分管|负责|老板|经理|老師|老师|员|師傅|师傅"
)
"""Pronouns, particles, verbs and counters, which an unknown name does not contain or begin with."""
_AREA = re.compile(
    r"[区區园園路街村镇鎮县縣市省楼樓座层層城厂廠司院店]$|[时時]候|路上|工地|现场|現場|总部|總部|大厦|这边|那边"
)
"""Words for a location or a kind rather than a customer."""


_PLACE = re.compile(
    r"(?:市场|市場|广场|廣場|商圈|大楼|大樓|大厦|小区|客[户戶]|同行|门口|門口|附近|旁边|老家|家里|外地|外面|城里|乡下|[出回初][来來]|[东西南北]边|开发区|展会|展會|会场)$|客[户戶]|隔壁|他们|咱们"
)
"""Words for where a rep went rather than to whom."""


_WENT_TO = r"(?:去[了过過咗到见見]{1,2}|去的是?|去(?=[\u4e00-\u9fff]{2,4}[区區镇鎮路村街县縣市])|(?:今天|今儿|今日|昨天|上午|下午|早上|第[一二三四两]次)(?:是)?(?:又)?去(?:的)?|跑[了咗的完](?:一?趟)?|拜[访訪会會](?:了|的是?)?|[见見][了的]是?|到[了的]|[来來]到?了|喺|[约約][了的好]+|visit(?:ed)?了?|meet了?(?:一下)?|刚从|就是|客[户戶][是为為]|[哦噢]是)\s*"
"""What is said before the house that one went to."""
_DESCRIBES = re.compile(
    "[一二三四五两兩几這这那][家个個间間层層]|[就總总来來]|^(?:海鲜|水产|人家|高端|网红|连锁|民营|公立|私立|私人|大型|小型|规模|实验|职业|专科|骨科|小[儿兒区區]|第三方|[镇鎮乡鄉村县縣]上|自[己家助]|本地|当地|乡镇|鄉鎮|老[字牌]|新能源|五星级|国企|国营)"
    "|(?:合作社|养殖|租赁|回收|物业|托管|种植|检测|设计|外卖)$"
)
"""Words of descriptions: 高端齿科; behind a thing the trade is one in it: 托盘租赁."""
_QUARTER = r"[\u4e00-\u9fff]{1,5}?(?:[镇鎮区區路村街县縣市口边邊郊城道埗塘]|街口|里[头頭])的?"
"""The quarter before it: 桥头镇, 老街口的."""
_HEAD = r"(?:中心|基地|社区|社區|山庄|山莊|公司|集团|集團|[馆館院园園所局校厂廠场場行社站城厅廳堂坊铺鋪店寺庙廟台室])"
"""What a house is at bottom: the end of its name, whatever its trade."""
_ONE_OF_ITS_LEVEL = re.compile(r"[省市区區县縣镇鎮乡鄉](?![里裡])[\u4e00-\u9fff]{1,6}[馆館院局所校站]$")
_HOUSE_END = r"(?:有限公司|公司|集团|集團|[厂廠店场場园園馆館城部行站铺鋪社院])"
_OFFICE_OF = (
    r"(?:[采採财財生设設行技销銷运运总總后工信][\u4e00-\u9fff]{0,3}[处處部科]的?|(?:的)?分管[\u4e00-\u9fff]{2,4}的)"
)
"""The office of the person met, between the house and his name: 分管售后的, 采购处的."""


class _Frames(NamedTuple):
    called: re.Pattern[str]
    asked_himself: re.Pattern[str]
    quoted: re.Pattern[str]
    that_one: re.Pattern[str]
    foreign: re.Pattern[str]
    of: re.Pattern[str]
    at: re.Pattern[str]
    visited: re.Pattern[str]
    house: re.Pattern[str]
    own_name: re.Pattern[str]
    own_word: re.Pattern[str]
    full_name: re.Pattern[str]
    surname_behind: re.Pattern[str]
    behind_office: re.Pattern[str]


@cache
def _frames() -> _Frames:
    zh = table("zh")
    known, city, trade = any_of(zh["brands"]), any_of(zh["cities"]), any_of(zh["endings"])
    surname = f"(?:{any_of(zh['double_surnames'])}|[{''.join(dict.fromkeys(zh['surnames']))}])"
    office = f"(?:{any_of(zh['departments'])})?(?:{any_of(zh['roles'])}|区域经理|大区经理|经理|总监|主管)?"
    who = rf"{office}(?:{surname}(?:{any_of(zh['titles'])}|工)|[老小]{surname}|阿[\u4e00-\u9fff]|[A-Z][a-z]+)"
    word = r"[A-Za-z0-9\u4e00-\u9fff·&]"
    traded = rf"(?:{known})(?:{word}{{1,4}}?(?:{trade}))?|{word}{{2,6}}?(?:{trade})"
    went = r"(?:去[了过咗到]趟?|去的是?|跑了一?趟|跑[到去]|跑的是?|刚从|拜[访訪](?:了|的是)?|[见見][了的]是?|[来來]?到了|谈了?一下)\s*"
    apart = rf"(?:(?![的了在]){word})"
    coinable = r"(?:(?![了的在与但可比至])[\u4e00-\u9fff])"
    kinds = any_of(f"{zh['suffixes']} {zh['weak_suffixes']} {zh['endings']}")
    opens = r"^(?:[啊哦嗯呃唉欸哎][，,、\s]*)?(?:老客户|新客户|还是)?[，,：:]?\s*"
    return _Frames(
        called=re.compile(rf"{_SUBJECT}+\s*(?:就|名|也|是|都)?叫[做作什么啥个]{{0,2}}(?=[“\"「]?({word}{{2,8}}?)[”\"」]?(?:{_STOP}|\s|的[\u4e00-\u9fff]))"),
        asked_himself=re.compile(rf"(?:叫|那个)(?:什么|啥)(?:名[字儿]?)?(?:来着)?[…\.·，,、\s]*(?:[哦噢对啊]|好像|是)*[，,\s]*({word}{{3,8}}){_STOP}"),
        quoted=re.compile(rf"{_SUBJECT}+\s*(?:就|名|也|是|都)?叫[做作]?\s*[“\"「『]([^”\"」』]{{2,12}})[”\"」』]|一[家个個間间][^，,。；;]{{1,16}}[，,]?\s?叫[做作]?\s?([A-Z][A-Za-z&.-]+(?:\s[A-Z][A-Za-z&.-]+)*)"),
        that_one=re.compile(r"^(?:今天)?([A-Z][A-Za-z&.-]{2,}(?:\s[A-Z][A-Za-z&.-]+)*)\s?那[个個位边](?:的)?\s?(?:[a-z]+\s)*(?:manager|director|buyer|engineer|[\u4e00-\u9fff])"),
        foreign=re.compile(rf"(?:客[户戶](?:是|为|為|[:：])|(?:^|[，,。；;\s我]|今天|昨天|上午|下午|早上|刚)(?:去了趟?|去的是|跑了趟?|拜[访訪]了?)|刚从|visit(?:ed)?\s?了?|meet\s?了?(?:一下)?|(?:^|[，,。；;\s我])[跟和])\s*(?=([A-Z][A-Za-z&.-]{{2,}}(?:\s[A-Z][A-Za-z&.-]+)*(?:\s?(?:{city}))?)(?:{_STOP}|出来|回来|\s?的\s?(?:(?:Dr|Mr|Mrs|Ms)\b|{who}|{any_of(zh['roles'])})))"),
        of=re.compile(rf"(?:^|[，,。；;\s])(?=({traded})[，,]\s*{who}(?:自[己家]|一个人)?的?[店厂公])|(?:^|[，,。；;\s])(?=({traded})的(?:老板娘?|店长|场长|园长|经理|两口子|夫妻俩|{surname}[队局处院校](?![\u4e00-\u9fff])))|(?:{went}|^|[，,。；;\s])(?=({word}{{4,8}})的{who})|(?:{went}|[跟和在]|约了|^|[，,。；;\s])(?=({traded}|(?:{city}){word}{{2,5}}?)的{who})|{opens}(?=({traded})(?:[，,]\s*(?:{who}|[见見](?:的|了|到|着|過|过))|的{who}))|(?:^|[，,。；;\s])(?=({traded})那[个個位]{who})|{who}[，,]\s*(?=({traded})的{_STOP})"),
        at=re.compile(rf"(?:{went}|{opens}叫[做作]?|客[户戶][是为為]\s*|下午在|上午在|今天在)(?=({traded}|(?<=的是)(?:{city}){word}{{2,5}}?)(?:出来|出來|回来|回來|{_STOP}|\s|[见見]了|搵|那[个個]单|的(?:{office})(?:{_STOP}|\s)))"),
        visited=re.compile(rf"(?:去[了咗](?:趟|(?!趟))|去的是?|跑[了咗]一?趟|到了|刚从|(?:今天|今儿|昨天|前天|上午|下午|早上|晚上|刚才?)去(?![了咗的到过趟拜见見])|跑[到去])\s*(?=([\u4e00-\u9fff·]{{4,10}}?)\s*(?:[，,]?\s*(?:出来|出來|回来|回來)?\s*[，,]?\s*(?:今天|今儿)?(?:[见見](?:的|了|到)|搵|找的|找了)|[，,]\s*{who}))"),
        house=re.compile(rf"(?:{_WENT_TO}(?:{_QUARTER})?|(?<=[那这這][家个個间間])|(?<=嗰[間间家個])|(?:^|[，,。；;！!\s])(?:第?[一二三四]访)?(?={apart}{{2,8}}?(?:{kinds}){_HOUSE_END}?(?:[签簽]了|\s[\u4e00-\u9fff]{{0,2}}(?:{any_of(zh['roles'])})|{_OFFICE_OF}{surname})))(?=({apart}{{2,8}}?(?:{kinds}){_HOUSE_END}?)(?:{_STOP}|\s|[见見找搵跟和与的里里頭老他她佢我人说說谈談聊签簽出回又就也还在拜约約]|厂里|{any_of(zh['roles'])}|{office}{surname}|{_OFFICE_OF}{surname}))"),
        own_name=re.compile(rf"(?:{_WENT_TO}是?(?:一?趟)?(?:[\u4e00-\u9fff]{{2,4}}(?:[区區县縣镇鎮路街村]的?|(?=[那这這嗰])))?(?:[那这這嗰][家个個间間])?(?=({coinable}{{2,10}}?(?:{kinds}|{_HEAD}))(?:[啊呀呢嘛吧哦]|{_STOP}|\s|[见見找搵跟和与的里裡头他她佢我人说說谈談聊签簽出回又就也还在约約]|{office}{surname}))|(?:^|[，,。；;！!：:\s])(?=({coinable}{{2,10}}?(?:{kinds}|{_HEAD}))[，,\s]*(?:的|[见見][的了到]是?)?(?:{office}副?(?:{any_of(zh['titles'])})?[老小]?{surname}|{any_of(zh['roles'])}))|(?:^|[，,。；;！!：:\s])(?=({coinable}{{4,8}}?)的(?:{any_of(zh['roles'])}|{office}{surname})))"),
        own_word=re.compile(rf"(?!{kinds}|{any_of(zh['trades'])})(?!(?:{city})(?:[大小])?(?:{kinds}))([\u4e00-\u9fff]{{2,3}}?(?<![厂廠店司])|[A-Z][A-Za-z]+)[大小]?(?:{any_of(zh['weak_suffixes'])}|{trade}|药房|药店|超市|诊所|门诊部?|宾馆|酒店|饭店|幼儿园|驾校)+{_HOUSE_END}?"),
        full_name=re.compile(rf"{surname}[\u4e00-\u9fff]{{1,2}}"),
        surname_behind=re.compile(rf"(?P<of>(?:{any_of(zh['departments'])})?(?<=[部科處处室心]))?(?P<title>(?<!老)(?:{any_of(zh['titles'])}))了?[，,\s]*(?:人家|他|她)?(?:就|也)?是?[个個]?姓(?P<surname>{surname})(?![\u4e00-\u9fff]?[名字])"),
        behind_office=re.compile(rf"(?:{any_of(zh['roles'])}|{any_of(zh['titles'])})(?:({family_name()}[\u4e00-\u9fff]{{1,2}})|(?<![\u4e00-\u9fff]{{3}})([\u4e00-\u9fff][哥姐叔嫂]))(?=\s*(?:$|[，,。；;、]|自[己家]|本人))"),
    )  # fmt: skip


def called(text: str) -> str:
    """The customer whose name is told as such (店名叫小确幸); empty if there is none."""
    zh = _frames()
    if hit := zh.quoted.search(text):
        return hit[hit.lastindex or 0]
    if (hit := zh.asked_himself.search(text)) and _is_a_name(hit[1]):
        return hit[1]
    names = (hit[1] for hit in zh.called.finditer(text))
    return next((name for name in names if _is_a_name(name) and not zh.full_name.fullmatch(name)), "")


def customer(text: str) -> str:
    """The customer introduced by its context; empty if there is none or it is ambiguous."""
    zh = _frames()
    if (hit := zh.that_one.match(text)) and hit[1].lower() not in table("en")["first_names"].split():
        return hit[1]
    for hit in zh.foreign.finditer(text):
        if hit[1].upper() != hit[1] and hit[1].lower() not in table("en")["places"].split():
            return hit[1]
    for pattern in (zh.of, zh.at):
        for hit in pattern.finditer(text):
            name = _without_office(hit[hit.lastindex or 0])
            if _is_a_name(name) and not _is_area(name):
                return name
    for hit in zh.house.finditer(text):
        if _is_a_house(hit[1]):
            return hit[1]
    for hit in zh.own_name.finditer(text):
        if _is_coined(name := hit[hit.lastindex or 0]):
            return name
    for hit in zh.visited.finditer(text):
        if _is_a_name(hit[1]) and not _is_area(hit[1]) and not _PLACE.search(hit[1]):
            return hit[1]
    return ""


def contact(text: str) -> str:
    """The person whose surname is told behind the title, called as he is addressed (丁老板 for 老板姓丁), or whose
    whole name is (老板娘周桂香); empty where there is none.
    """
    told = _frames().surname_behind.search(text)
    if told:
        return f"{told['of'] or ''}{told['surname']}{told['title']}"
    named = (hit[hit.lastindex or 0] for hit in _frames().behind_office.finditer(text))
    return next((name for name in named if not (_NEVER.search(name) or is_word(name[:2]))), "")


def _without_office(name: str) -> str:
    """The house without the office of the person met behind it: 福寿园后勤."""
    return re.sub(f"(?:{any_of(table('zh')['departments'])})$", "", name)


def _is_a_name(name: str) -> bool:
    """Whether it is a name rather than a description, a trade or a city."""
    zh = table("zh")
    core = re.sub(f"(?:{any_of(zh['endings'])}|{any_of(zh['trades'])}|{any_of(zh['weak_suffixes'])})+$", "", name)
    brand = name in zh["brands"].split()
    city = core in zh["cities"].split() and len(name) - len(core) < _TWO_TRADES
    own = re.sub(f"(?:{any_of(zh['endings'])})+$", "", name)
    return brand or (not _NEVER.search(own) and len(core) >= _CORE and not city)


def _is_a_house(name: str) -> bool:
    """Whether a house that one went to is called by a word of its own before its trade: 宏图饲料场, but not 海鲜酒楼,
    香蕉合作社 or 塑料袋厂.
    """
    own = _frames().own_word.fullmatch(name)
    told = own and not _NEVER.search(own[1]) and not _DESCRIBES.search(name)
    return bool(told)


def _is_coined(name: str) -> bool:
    """Whether a name begins with a word of its own, or with the level of an institution there is one of (县图书馆)."""
    if _NEVER.search(name) or _DESCRIBES.search(name):
        return False
    return _ONE_OF_ITS_LEVEL.match(name) is not None or (
        len(name) >= _COINED and not (is_word(name[:2]) or is_word(name[1:3]))
    )


def _is_area(name: str) -> bool:
    """Whether it is a location, and not a kind of place that customers are: 聚丰园酒楼."""
    return bool(_AREA.search(name)) and not re.search(f"(?:{any_of(table('zh')['endings'])})$", name)


def is_built(name: str) -> bool:
    """Whether a name is built of a word of its own, a trade, and what kind of place it is, as a description hardly is:
    福寿花圈店.
    """
    zh = table("zh")
    place = re.sub(f"(?:{any_of(zh['suffixes'])})$", "", name)
    return place != name and _is_a_name(place) and bool(re.search(f"(?:{any_of(zh['endings'])})$", place))


_COINED = 4
"""Minimum length of a name that is told by its first word alone: 弈道棋院, but not 采石场."""
_CORE = 2
"""Minimum length of a name without its trade."""
_TWO_TRADES = 4
"""Characters of trades behind a city from which on it is no longer a trade in that city: 永康宠物殡葬."""
