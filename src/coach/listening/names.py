"""Who was visited and who was met, as told in the text: verbatim parts, and rather nothing than a wrong name."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from coach.locations import assets

LONGEST = 60
"""A name has at most this many characters."""

READ = 600
"""Names stand at the beginning of what a rep tells; no more than this many characters are searched."""

_HAN = re.compile("[\u4e00-\u9fff]")
_CAPITAL = r"(?!I\b)(?:(?:St|Mt|Ft)\.\s)?[A-ZÀ-ÖØ-Þ](?:\.(?=\s[A-Z])|[\w&-]*(?:['’](?!s\b)\w+)?)"


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


class _English(NamedTuple):
    person: re.Pattern[str]
    called: re.Pattern[str]
    apposed: re.Pattern[str]
    plain_person: re.Pattern[str]
    role: re.Pattern[str]
    at: re.Pattern[str]
    plain_at: re.Pattern[str]
    visited: re.Pattern[str]
    labelled: re.Pattern[str]
    titled: re.Pattern[str]
    suffixes: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]


def _any(words: str) -> str:
    """An alternation of the words, longest first."""
    return "|".join(sorted((re.escape(word) for word in set(words.split())), key=len, reverse=True))


@cache
def _table() -> dict[str, dict[str, str]]:
    with (assets() / "listening" / "names.toml").open("rb") as file:
        loaded: dict[str, dict[str, str]] = tomllib.load(file)
    return loaded


@cache
def _chinese() -> _Chinese:
    zh = _table()["zh"]
    never = set(zh["not_surname"])
    not_after = dict(pair.split(":") for pair in zh["not_after"].split())
    plain = "".join(char for char in dict.fromkeys(zh["surnames"]) if char not in not_after and char not in never)
    guarded = "|".join(f"(?<![{before}]){name}" for name, before in not_after.items() if name not in never)
    surname = f"(?:{_any(zh['double_surnames'])}|[{plain}]|{guarded})"
    title, soft, department = _any(zh["titles"]), _any(zh["soft_titles"]), _any(zh["departments"])
    both = f"{_any(zh['suffixes'])}|(?:{_any(zh['weak_suffixes'])})"
    after = r"(?=$|[^\w]|[见見的老里裡采采採找谈談聊那跟和与與，,、（(]|他|她|佢|今|这|這|董|总|總|经|院长|厂长|设备|财|一趟|签|簽|去|出来|出來|回来|回來)"
    met = r"(?:(?<![面没沒要想约約再能才去])[见見](?:面)?[了到着過过咗]?的?是?|去[见見][了的到]是?|拜[访訪会會]了?|接待(?:我|的|人)?(?:的)?是?|对接(?:人|的)?是?|联系人(?:是|[：:])?)\s?"
    return _Chinese(
        organisation=re.compile(
            f"[A-Za-z0-9\u4e00-\u9fff·&（）()]{{1,16}}?(?:{both})(?:有限公司|公司|集团|集團|厂|廠|店)?{after}"
        ),
        bare=re.compile(
            f"(?:是|客户是|客户：|公司是)?([A-Za-z0-9\u4e00-\u9fff·&]{{2,16}}?(?:{both})(?:有限公司|公司|集团|厂|店)?)[。.!！]?"
        ),
        within=re.compile(_any(zh["never_within"])),
        trades=re.compile(f"(?:{_any(zh['trades'])}|{_any(zh['weak_suffixes'])}|{_any(zh['suffixes'])})$"),
        rivals=re.compile(f"(?:{_any(zh['rivals'])})[\u4e00-\u9fff]{{0,3}}$"),
        person=re.compile(
            rf"(?:(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,3}}[科部处處室]|(?:{department}))?(?:{_any(zh['roles'])}|经理|主管|总监|主任)?"
            rf"(?:{surname}(?:(?:{title})(?![总總监監经經助理们們部科室長长])|工(?![人头頭地厂廠艺藝业業作具程序期])|(?:{soft})(?=$|[^\u4e00-\u9fff]|[话話说說自系係]))"
            rf"|[老小阿]{surname}(?=$|[^\u4e00-\u9fff]|[说說讲他她自一是在跟接也没不带那这今]))"
        ),
        given=re.compile(
            f"(?:{met}|[名老板娘姓]叫|叫|姓名[是：:]?)((?:{surname})[\u4e00-\u9fff]{{1,2}})(?=$|[^\\w]|他|她|说|說|聊|谈)"
        ),
        role=re.compile(
            f"{met}(?:了|他们|她们|人家|对方|客户|客戶|對方|的)?(?:的)?((?:{department})?(?:{_any(zh['roles'])}))(?!的?[^\\w，]{{0,1}}(?:的儿子|助理|的司机))"
        ),
        labelled=re.compile(
            r"(?:客户|客戶|公司|单位|單位)(?:名称|名)?\s?[：:]\s?([A-Za-z0-9\u4e00-\u9fff·&（）() ]{2,24})(?=$|[，,。；;\n、])"
        ),
    )


@cache
def _english() -> _English:
    en = _table()["en"]
    verbs = "|".join(re.escape(verb) for verb in en["verbs"].split("|"))
    title = rf"(?:{_any(en['honorifics'])})\.?"
    calls = "|".join(re.escape(verb) for verb in en["calls"].split("|"))
    capitals = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}"
    word = rf"{_CAPITAL}(?:['’]s(?=\s[A-Z]))?"
    company = rf"{word}(?:\s(?:&|and|of|de|the|\+)\s{word}|\s{word}){{0,4}}"
    lower = r"[a-z0-9][\w'’&-]*(?:\s(?!(?:and|with|today|yesterday|but|so|who|about|he|she|they|was|is|in|on|at)\b)[a-z&][\w'’&-]*){1,3}"
    roles = f"(?:{en['roles']})"
    person = rf"(?:{title}\s{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}|{capitals})"
    return _English(
        person=re.compile(rf"\b(?i:{verbs})\s+(?:my\s+(?:contact|friend)\s+|(?:the\s+)?(?i:{roles}),?\s+)?({person})\b(?!['’]s|\s(?:&|and\sSons))"),
        called=re.compile(rf"\b(?i:{calls})\s*:?\s+({title}\s{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}\b)(?!['’])"),
        apposed=re.compile(rf"(?<!in )(?<!at )(?<!from )\b({capitals})(?:,\s|\s\(|,\sthe\s){roles}\b|\b(?:{roles}|supervisor|engineer|lead|officer),?\s+({person})(?!['’]s)"),
        plain_person=re.compile(rf"\b(?i:{verbs})\s+((?:(?:{title})\s)?[a-z][a-z'’-]+(?:\s[a-z][a-z'’-]+)?)(?=\s(?:at|from|of|over at|@)\s)"),
        role=re.compile(rf"\b(?i:{verbs})\s+(?:(?i:the|their|its|an?)\s+)?((?i:{roles}))\b(?!['’]s)"),
        at=re.compile(rf"\b(?:at|from|of|with|@)\s+(?:the\s+)?({company})"),
        plain_at=re.compile(rf"\b(?:at|from|visited|visit to|went to)\s+({lower})"),
        visited=re.compile(rf"\b(?i:met with|met|saw|visited|visit to|visit|called (?:in )?(?:on|at)|went to|drove to|dropped (?:in|by) (?:at|on|to)?|was at|been to)\s+(?:the\s+)?({company})"),
        labelled=re.compile(rf"(?i:\b(?:customer|client|company|account|visited?)\s*[:=]\s*)({company})"),
        titled=re.compile(rf"(?<![\w])({title}\s{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})"),
        suffixes=frozenset(en["suffixes"].split()),
        not_names=frozenset(en["not_names"].split()),
        places=frozenset(en["places"].split()),
    )  # fmt: skip


def _tail(name: str) -> str:
    return name.rstrip(".").rsplit(None, 1)[-1].lower().removesuffix("'s").removesuffix("’s") if name.strip() else ""


def find_names(text: str) -> dict[str, str]:
    """`customer` (company, shop, institution) and `contact` (person met, with the title if told), where the text tells them.

    Every value is a verbatim part of the text of at most `LONGEST` characters; what is only described ("a bakery", 一家工厂) is no name.
    Never raises.
    """
    start = text[:READ]
    found: dict[str, str] = {}
    if _HAN.search(start):
        customer, contact = _chinese_customer(start), _chinese_contact(start)
    else:
        customer, contact = "", ""
    if re.search("[A-Za-z]{2}", start):
        contact = contact or _english_contact(start)
        customer = customer or _english_customer(start, contact)
    for key, name in (("customer", customer), ("contact", contact)):
        name = name.strip(" ,.，。、:：()（）")
        if 0 < len(name) <= LONGEST and name in text:
            found[key] = name
    return found


class NamesIn(Mapping[str, str]):
    """`find_names` of a text, looked for when somebody first asks: most answers name nobody whom the debrief does not know yet."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _found(self) -> dict[str, str]:
        return find_names(self._text)

    def __getitem__(self, key: str) -> str:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _chinese_customer(text: str) -> str:
    zh = _chinese()
    if (whole := zh.bare.fullmatch(text.strip())) and _proper(name := _cut_lead(whole[1])):
        return name
    if labelled := zh.labelled.search(text):
        return labelled[1] if not zh.within.search(labelled[1]) and len(labelled[1]) > 2 else ""
    for hit in zh.organisation.finditer(text):
        name = _cut_lead(hit.group())
        before = text[: hit.end() - len(name)]
        if name and _proper(name) and not zh.rivals.search(before) and not _described(before):
            return name
    return ""


_LEAD = re.compile(
    r".*(?:去了趟|去了一趟|去了|去的|去到|去咗|跑了一?趟|跑了|跑咗|拜[访訪会會]了?|走[访訪]了?|走了趟|到了|来到|来了|[见見]了|[见見]的|[见見]咗|(?:客户|客戶)(?:是|为)|今天|今儿|今日|上午|下午|昨天|刚从|约了|约的|去|跑|在|从|到|跟|和|与|叫做?)"
)


def _cut_lead(name: str) -> str:
    """The name without the words that lead to it."""
    if lead := _LEAD.match(name):
        return name[lead.end() :]
    return name


def _described(before: str) -> bool:
    """Whether what stands before shows that the name goes on to the left or is only a description: 一家, 那个, 某."""
    return bool(re.search(r"[一那这這某几两三家个個间間的做搞开開们們]$", before))


def _proper(name: str) -> bool:
    """Whether a company's name is more than the name of a trade: 宏达机械 is one, 机械厂 is not."""
    zh = _chinese()
    if not 3 <= len(name) <= 24 or zh.within.search(name.replace("有限公司", "")):
        return False
    if re.search("(?<!第)(?<!^)一", name):
        return False
    core = name
    while shorter := zh.trades.search(core):
        core = core[: shorter.start()]
    return len(core) >= 2


def _chinese_contact(text: str) -> str:
    zh = _chinese()
    person, given = zh.person.search(text), zh.given.search(text)
    if given and given[1][1] in _table()["zh"]["not_given"]:
        given = None
    named = [(hit.start(), hit[hit.lastindex or 0]) for hit in (person, given) if hit]
    if named:
        return min(named)[1]
    role = zh.role.search(text)
    return role[1] if role else ""


def _is_name(name: str) -> bool:
    en = _english()
    words = [word.strip(".,'’").lower() for word in name.split()]
    return bool(words) and words[0] not in en.not_names and not all(word in en.places for word in words)


def _english_contact(text: str) -> str:
    en = _english()
    for hit in en.person.finditer(text):
        name = _trim(hit[1])
        if name and (_is_name(name) or en.titled.match(name)) and _tail(name) not in en.suffixes:
            return name
    for hit in en.plain_person.finditer(text):
        if not set(hit[1].split()) & en.not_names and _tail(hit[1]) not in en.suffixes:
            return hit[1]
    if titled := en.called.search(text) or en.titled.search(text[:90]):
        return titled[1]
    for hit in en.apposed.finditer(text[:200]):
        name = hit[1] or hit[2]
        if _is_name(name) and _tail(name) not in en.suffixes:
            return name
    role = en.role.search(text)
    return role[1] if role else ""


def _trim(name: str) -> str:
    """The name without a sentence that begins right behind it ("Dana. She")."""
    cut = re.search(r"(?<!\b[A-Za-z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bSt)(?<!\bMt)\.\s", name)
    return name[: cut.start()] if cut else name


_KINDS = frozenset(
    (
        "co",
        "company",
        "factory",
        "plant",
        "shop",
        "store",
        "restaurant",
        "hospital",
        "hotel",
        "school",
        "clinic",
        "farm",
        "warehouse",
    )
)


def _english_customer(text: str, contact: str) -> str:
    en = _english()
    for pattern in (en.labelled, en.at, en.visited):
        for hit in pattern.finditer(text):
            name = _trim(hit[1]).removesuffix("'s").rstrip(",.")
            known = _tail(name) in en.suffixes and " " in name
            person = bool(en.titled.match(name)) or (contact and (name in contact or contact in name))
            beside = bool(contact) and text[: hit.start()].rstrip(" ,").endswith(contact) and hit.group()[:4] != "with"
            loose = beside or pattern is en.labelled
            if not person and _is_name(name) and (known or (loose and len(name) > 2)):
                return name
    for hit in en.plain_at.finditer(text):
        words = hit[1].split()
        for size in range(len(words), 1, -1):
            if words[size - 1] in en.suffixes - _KINDS and not set(words[: size - 1]) & en.not_names:
                return " ".join(words[:size])
    return ""
