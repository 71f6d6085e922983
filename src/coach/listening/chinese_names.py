"""Recognition of Chinese customers and contacts, with precision before recall."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from coach.listening import introduced
from coach.listening.name_words import any_of, family_name, table


class _Chinese(NamedTuple):
    organisation: re.Pattern[str]
    bare: re.Pattern[str]
    within: re.Pattern[str]
    trades: re.Pattern[str]
    rivals: re.Pattern[str]
    person: re.Pattern[str]
    given: re.Pattern[str]
    role: re.Pattern[str]
    labelled: re.Pattern[str]
    signboard: re.Pattern[str]


_NUMBERED = re.compile(
    r"(?:(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}[市县縣区區]|(?<![家个個所间間那某这這])[省市县縣区區]|附)(?:第?[一二三四五六七八九十]{1,2}(?:院|中|小|幼)|(?:第[一二三四五六七八九十])?(?:人民|中心|妇幼保健|婦幼保健|中)[医醫]?院)(?=$|[^\w]|的|[见見找跑谈聊采设設医醫信护護门門急后後总總]|校长|校長|院长|院長)"
)
"""Hospitals and schools with a number for a name: 市二院, 县一中."""
_MET = r"(?:(?<![面没沒要想约約再能才去])[见見](?:面)?[了到着過过咗]?的?是?|去[见見][了的到]是?|拜[访訪会會]了?|接待(?:我|的|人)?(?:的)?是?|对接(?:人|的)?是?|联系人(?:是|[：:])?)\s?"
"""Words that introduce the contact."""
_AH = r"阿(?:[A-Z][a-z]+(?![a-z])|(?![姨拉里嬷公婆富斯尔根联迪伯叔])[\u4e00-\u9fff][姐哥叔伯婶嫂姨]?)"
"""A person called by one character: 阿强."""
_OFFICES = "Engineering|Sales|Ops|Operations|Product|Marketing|Finance|Asia|China|Global|Group|Manager|Director|Mr|Mrs|Ms|Miss|Dr|Uncle|Auntie"
"""Words that follow an English job title and are no name: VP Sales."""
_LED = "去了|去的|到了|[见見]了|拜[访訪]了?|(?:客[户戶]|公司)(?:是|叫)|跑了一?趟|刚从|找了|是|在"
_SIGNBOARD = r"(?:(?![了的去到在见見是和跟这這那哪])[\u4e00-\u9fff]){2,4}(?<![学學食课課祠佛书書登笔筆惦邻鄰定政县縣市省州一家法作客故新旧住])(?:[轩軒阁閣斋齋居坊记記堂府苑舫荟薈庭]|(?<![公诊診学學住院号號大办辦门門酒茶几层層座栋上下一二三四五六七八九十])[楼樓])"
"""Shops and restaurants with a traditional signboard name: 美味轩."""


def _latin() -> str:
    """Capitalized English first names as an alternation."""
    return "|".join(name.capitalize() for name in table("en")["first_names"].split())


@cache
def _chinese() -> _Chinese:
    zh = table("zh")
    surname = family_name()
    title, soft, department = (any_of(zh[name]) for name in ("titles", "soft_titles", "departments"))
    both = f"{any_of(zh['suffixes'])}|(?:{any_of(zh['weak_suffixes'])})"
    after = r"(?=$|[^\w]|[又见見的当當老里裡采采採找谈談聊那跟和与與，,、（(]|他|她|佢|今|这|這|董|总|總|经|院长|厂长|设备|财|一趟|签|簽|去|转|轉|搵|找|食堂|那边|那儿|车间|出来|出來|回来|回來"
    after += rf"|小{surname}|(?:{department})?(?:{any_of(zh['roles'])})?{surname}(?:{title}))"
    return _Chinese(
        organisation=re.compile(
            f"[A-Za-z0-9\u4e00-\u9fff·&（）()]{{1,16}}?(?:{both})(?:有限公司|公司|集团|集團|厂|廠|店)?{after}"
        ),
        bare=re.compile(
            f"(?:是|客户是|客户：|公司是)?([A-Za-z0-9\u4e00-\u9fff·&]{{2,16}}?(?:{both})(?:有限公司|公司|集团|厂|店)?)[。.!！]?"
        ),
        within=re.compile(any_of(zh["never_within"])),
        trades=re.compile(f"(?:{any_of(zh['trades'])}|{any_of(zh['weak_suffixes'])}|{any_of(zh['suffixes'])})$"),
        rivals=re.compile(f"(?:{any_of(zh['rivals'])})[\u4e00-\u9fff]{{0,3}}$"),
        person=re.compile(
            rf"(?:(?<![\u4e00-\u9fff])(?![跟和与與找见見陪约約问問去到在])[\u4e00-\u9fff]{{2,3}}[科部处處室]|(?:{department}))?(?:{any_of(zh['roles'])}|经理|主管|总监|主任)?"
            rf"(?:{surname}(?:(?:{title})(?![总總监監经經助理们們部科室長长])|工(?![人头頭地厂廠艺藝业業作具程序期])|(?:{soft})(?=$|[^\u4e00-\u9fff]|[话話说說自系係]))"
            rf"|(?<=[长長理任总總管监監板娘])[老小]{surname}|[老小阿]{surname}头?(?=$|[^\u4e00-\u9fff]|[说說讲他她自一是在和与還还了跟接也没不带那这今陪聊谈]))|(?:{any_of(zh['roles'])}|经理)(?:{_AH}(?=$|[^\u4e00-\u9fff]|[说說讲话話他她佢自接也不陪做就挺管])|\s?(?:(?:Mr|Mrs|Ms|Miss|Dr|Uncle|Auntie)\.?\s)?(?!{_OFFICES})[A-Z][a-z]{{2,11}}(?![A-Za-z]))"
        ),
        given=re.compile(
            f"(?:{_MET}(?:(?:{department})?(?:{any_of(zh['roles'])}))?|[名老板娘姓]叫|叫|姓名[是：:]?)((?:{surname})[\u4e00-\u9fff]{{1,2}}|(?<=叫){_AH})(?=$|[^\\w]|他|她|说|說|聊|谈)|{_MET}({_AH})(?=$|[^\\w])|(?:{_MET}|[跟和找]了?)\\s?({_latin()})(?![A-Za-z的])|(?:VP|GM|C[A-Z]O|MD|{_OFFICES})[A-Za-z ]{{0,16}}[，,]\\s?((?:{_latin()})(?:\\s[A-Z][a-z]+)?)(?![A-Za-z])"
        ),
        role=re.compile(
            f"{_MET}(?:[\u4e00-\u9fffA-Za-z]{{2,10}}的(?={any_of(zh['roles'])}))?(?:了|他们|她们|人家|对方|客户|客戶|對方|的)?(?:的)?((?:{department})?(?:{any_of(zh['roles'])}))(?!的?[^\\w，]{{0,1}}(?:的儿子|助理|的司机))"
        ),
        labelled=re.compile(
            r"(?:[A-Ea-e]?(?:类|類)?(?:客户|客戶)|公司|单位|單位)[嘛呢啊吧]?[，,]?(?:(?:名称|名)?\s?[：:]\s?|叫做?)([A-Za-z0-9\u4e00-\u9fff·&（）() ]{2,24}?)(?=\s*(?:$|[，,。；;\n、]|\d{1,2}[.、．)）]))"
        ),
        signboard=re.compile(
            rf"(?:^|[，,。：:\s]|{_MET}|{_LED})({_SIGNBOARD})(?=$|[，,。、；;\s]|的?(?:{department})?[老小]?{surname}(?:{title}))"
        ),
    )


def customer(text: str) -> str:
    """The company, shop or institution; empty if none is named."""
    zh = _chinese()
    if (whole := zh.bare.fullmatch(text.strip())) and _proper(name := _cut_lead(whole[1])):
        return name
    if labelled := zh.labelled.search(text):
        return labelled[1] if not zh.within.search(labelled[1]) and len(labelled[1]) > 2 else ""
    if called := introduced.called(text):
        return called
    goods = ""
    for hit in zh.organisation.finditer(text):
        for name in _without_lead(hit.group()):
            before = text[: hit.end() - len(name)]
            place, of, rest = name.rpartition("的")
            if of and _is_place(place) and (len(rest) > _DESCRIPTION or not _KIND.search(rest)):
                name = rest
            whose = before.endswith("的是") and text[hit.end() :][:1] == "的" and zh.person.match(text, hit.end() + 1)
            if name and _proper(name) and not zh.rivals.search(before) and (whose or not _described(before, name)):
                if not _may_be_goods(before, name, text[hit.end() :]):
                    return name
                goods = goods or name
    if (known := _NUMBERED.search(text)) and not zh.rivals.search(text[: known.start()]):
        return _cut_lead(known.group())
    if (board := zh.signboard.search(text)) and not zh.within.search(board[1]):
        return board[1]
    return _cut_lead(introduced.customer(text)) or goods


def _is_place(words: str) -> bool:
    """Whether the words before 的 say where the customer is: 城北, 开发区."""
    return len(words) <= _PLACE and (_DISTRICT.search(words) is not None or not _chinese().within.search(words))


def _may_be_goods(before: str, name: str, after: str) -> bool:
    """Whether it may be a product (地贴广告): a trade at its end, alone in its clause, after a contact."""
    alone = re.search(r"[\s，,。；;]$", before) and re.match(r"$|[\s，,。；;]", after)
    weak = name.endswith(tuple(table("zh")["weak_suffixes"].split()))
    return bool(alone and weak and _chinese().person.search(before))


_LEAD = re.compile(
    r".*(?:[第二三四回]访|(?:去|跑|[见見]|拜[访訪])的是|去了趟|去了一趟|去了|去的|去到|去咗|跑了一?趟|跑了|跑咗|拜[访訪会會]了?|走[访訪]了?|走了趟|到了|来到|来了|[见見][了完]|[见見]的|[见見]咗|(?:客户|客戶)(?:是|为)|[A-Ea-e][类類]?客[户戶]|[老新](?:客户|客戶)|今天|今儿|今日|上午|下午|昨天|刚从|约了|约(?:好)?的|(?:第?一|头一|頭一)[个個家]是|来着[哦啊噢嗯]?(?:对了?)?|[哦噢]对了?|旁边|旁邊|对面|對面|附近|楼下|那家|这家|這家|去|跑|在|从|到|跟|和|与|叫做?)"
)


_JOINING = "和与"
"""Introducing words that are as often part of a name."""
_PLACE = 4
"""Maximum length of a place before a name: 江宁的联创包装."""
_DISTRICT = re.compile("[区區县縣镇鎮村路街园園]$")
_DESCRIPTION = 4
"""Maximum length of a description by kind: 城东的铁厂, but 城北的永昌纸箱厂."""
_COUNTED = re.compile(
    "^.{2,}(?<!第)一|一[家个個间間所名条條款件直些点點样樣起块塊下位台套趟次批份发發天]|^[做搞开開有谈談聊用跑去到]一"
)
"""Counting rather than naming: 一家工厂 and 丰台一小学, but not 三一重工."""
_KIND = re.compile("(?:公司|[厂廠店社室場场])$")
"""Endings of descriptions by place: 城东的铁厂."""


def _cut_lead(name: str) -> str:
    """The name without the words that introduce it."""
    if lead := _LEAD.match(name):
        return name[lead.end() :]
    return name


def _without_lead(name: str) -> Iterator[str]:
    """Candidates: the name without the words that introduce it, then with the last of these, which may belong to it
    (万和电气).
    """
    yield (cut := _cut_lead(name))
    if len(cut) < len(name) and name[-len(cut) - 1] in _JOINING:
        held = name[: -len(cut) - 1]
        lead = _LEAD.match(held)
        if lead and len(held) > lead.end():
            yield name[lead.end() :]


def _described(before: str, name: str) -> bool:
    """Whether the words before show that the name continues to the left or is only a description: 一家, 那个, 某."""
    if re.search("(?:[去见見访訪跑]|[约約]好?)的$", before):
        return bool(_KIND.search(name))
    if before.endswith("的是"):
        return not _KIND.sub("", name.replace("有限", "")).endswith(tuple(table("zh")["weak_suffixes"].split()))
    if re.search("[那这這]家$", before) and introduced.is_built(name):
        return False
    return bool(re.search(r"[一那这這某几两三家個个间間的做搞开開们們]$", before))


def _holds_what_no_name_does(name: str) -> bool:
    """Whether it contains a word that no name has, except as its ending: 业委会."""
    zh = _chinese()
    own = zh.trades.sub("", name)
    return any(hit.start() < len(own) for hit in zh.within.finditer(name))


def _proper(name: str) -> bool:
    """Whether it is a proper name (宏达机械) rather than a trade (机械厂)."""
    zh = _chinese()
    if not 3 <= len(name) <= 24 or _holds_what_no_name_does(name.replace("有限公司", "")):
        return False
    if _COUNTED.search(name):
        return False
    core = name
    while shorter := zh.trades.search(core):
        core = core[: shorter.start()]
    return len(core) >= 2


def contact(text: str) -> str:
    """The contact, with title; empty if none is named. Whom he met another time comes after whom he met now."""
    zh = _chinese()
    hits = [hit for hit in zh.person.finditer(text) if _is_met(text, hit)]
    given = zh.given.search(text)
    if given and not (given[1] and given[1][1] in table("zh")["not_given"]):
        hits.append(given)
    named = sorted((_earlier(text, hit), hit.start(hit.lastindex or 0), hit[hit.lastindex or 0]) for hit in hits)
    if named and not named[0][0]:
        return _TWICE.sub(r"\2", named[0][2])
    if behind := introduced.contact(text):
        return behind
    role = zh.role.search(text)
    return named[0][2] if named else role[1] if role else ""


_TWICE = re.compile(r"^(\w{2,4})(\w{1,2}\1)$")
"""An office told twice: 老板卓老板."""
_EARLIER = re.compile(
    r"(?:上[次回趟]|[那头前][次回趟]|头一[次回趟]|第一[次回趟]|之前|以前|原先|去年)[^，,。；;！!？?\s]*[见見]的?[^，,。；;！!？?\s]*$"
)


def _earlier(text: str, hit: re.Match[str]) -> bool:
    """Whether a person was met at an earlier visit: 那回见的是楼面经理阿强."""
    return _EARLIER.search(text, 0, hit.start(hit.lastindex or 0)) is not None


def _is_met(text: str, hit: re.Match[str]) -> bool:
    """Whether a person named was met: not 不是张总; before 了 only as in 见着老郭了, not 省老钱了."""
    if text[: hit.start()].endswith("不是"):
        return False
    familiar = re.search("[老小阿].$", hit.group()) and text[hit.end() : hit.end() + 1] == "了"
    return not familiar or bool(re.search("[见見碰][着到过過]$", text[: hit.start()]))


CHINESE = re.compile("[\u4e00-\u9fff]")


def everybody(text: str) -> Iterator[str]:
    """All persons with surname and title or full name, and all companies, including those only mentioned."""
    zh = _chinese()
    for hit in (*zh.person.finditer(text), *_familiar().finditer(text)):
        yield hit.group()
    for hit in zh.given.finditer(text):
        name = hit[hit.lastindex or 0]
        if name[1] not in table("zh")["not_given"]:
            yield name
    for hit in zh.organisation.finditer(text):
        name = _BEFORE.sub("", _cut_lead(hit.group()))
        if _proper(name):
            yield name


_BEFORE = re.compile(".*[了的在是跟和与與去找到给給对對把被让讓叫有从從这這那家]")
"""Words before a company's name within a sentence: 找了宏达机械."""


@cache
def _familiar() -> re.Pattern[str]:
    """老王 and 小李 in any context, but not 老顾客 or 小范围."""
    zh = table("zh")
    doubtful = {*zh["not_surname"], *(pair[0] for pair in zh["not_after"].split())}
    surname = "".join(char for char in dict.fromkeys(zh["surnames"]) if char not in doubtful)
    return re.compile(f"[老小阿][{surname}](?![客围圍病])")


def short(name: str) -> str:
    """The colloquial short form of a company's name (宏达 for 宏达机械); empty if there is none."""
    core = name
    while shorter := _chinese().trades.search(core):
        core = core[: shorter.start()]
    return core if core != name and len(CHINESE.findall(core)) > 1 else ""


def is_role(name: str) -> bool:
    """Whether it is only a department and job title: 采购经理."""
    return bool(_office().fullmatch(name))


@cache
def _office() -> re.Pattern[str]:
    zh = table("zh")
    return re.compile(f"(?:{any_of(zh['departments'])})?(?:{any_of(zh['roles'])}|{any_of(zh['titles'])})")
