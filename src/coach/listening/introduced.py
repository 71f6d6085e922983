"""Chinese customers without a usual ending, recognized by the words that introduce them: 店名叫小确幸, 西门子的王工."""

from coach.listening.name_words import NamePattern, table
from coach.listening.vocabulary import is_word

_CALLED = NamePattern("zh", "{called}")
_CALLED_BEFORE = NamePattern("zh", "{called_before}")
_HOUSE_CALLED = NamePattern("zh", "{house_called}")
_ASKED_HIMSELF = NamePattern("zh", "{asked_himself}")
_QUOTED = NamePattern("zh", "{quoted}")
_THAT_ONE = NamePattern("zh", "{that_one}")
_FOREIGN = NamePattern("zh", "{foreign}")
_OF = NamePattern("zh", "{of}")
_AT = NamePattern("zh", "{at}")
_VISITED = NamePattern("zh", "{visited}")
_TERSE = NamePattern("zh", "{terse}")
_MET_AT = NamePattern("zh", "{met_at}")
_HOUSE = NamePattern("zh", "{house}")
_OWN_NAME = NamePattern("zh", "{own_name}")
_OWN_WORD = NamePattern("zh", "{own_word}")
_FULL_NAME = NamePattern("zh", "{full_name}")
_SURNAME_BEHIND = NamePattern("zh", "{surname_behind}")
_SURNAME_FIRST = NamePattern("zh", "{surname_first}")
_SURNAME_ALONE = NamePattern("zh", "{surname_alone}")
_WHOLE_NAME = NamePattern("zh", "的({FAMILY_NAME}[一-鿿]{2})(?:{stop}|[聊谈談])")
_MET = NamePattern("zh", "[见見跟和找][^，,。；;]{0,10}$")
_BEHIND_OFFICE = NamePattern("zh", "{behind_office}")

_NEVER = NamePattern("zh", "{never}")
"""Pronouns, particles, verbs and counters, which an unknown name does not contain or begin with."""
_AREA = NamePattern("zh", "{area}")
"""Words for a location or a kind rather than a customer."""
_PLACE = NamePattern("zh", "{place}")
"""Words for where a rep went rather than to whom."""
_DESCRIBES = NamePattern("zh", "{describes}")
"""Words of descriptions: 高端齿科."""
_ONE_OF_ITS_LEVEL = NamePattern("zh", "{one_of_its_level}")
_OFFICE = NamePattern("zh", "{DEPARTMENTS}$")
_TRADE = NamePattern("zh", "(?:{ENDINGS}|{TRADES}|{WEAK_SUFFIXES})+$")
_ENDING = NamePattern("zh", "{ENDINGS}$")
_ENDINGS = NamePattern("zh", "{ENDINGS}+$")
_HOUSE_END = NamePattern("zh", "{house_end}$")
_SUFFIX = NamePattern("zh", "{SUFFIXES}$")


def called(text: str) -> str:
    """The customer whose name is told as such (店名叫小确幸); empty if there is none."""
    if hit := _QUOTED.search(text):
        return hit[hit.lastindex or 0]
    if (hit := _ASKED_HIMSELF.search(text)) and _is_a_name(hit[1]):
        return hit[1]
    for hit in (*_CALLED_BEFORE.finditer(text), *_HOUSE_CALLED.finditer(text)):
        if _is_a_name(hit[1]):
            return hit[1]
    names = (hit[1] for hit in _CALLED.finditer(text))
    return next((name for name in names if _is_a_name(name) and not _FULL_NAME.fullmatch(name)), "")


def customer(text: str) -> str:
    """The customer introduced by its context; empty if there is none or it is ambiguous."""
    if (hit := _THAT_ONE.match(text)) and hit[1].lower() not in table("en")["first_names"].split():
        return hit[1]
    for hit in _FOREIGN.finditer(text):
        if hit[1].upper() != hit[1] and hit[1].lower() not in table("en")["places"].split():
            return hit[1]
    for pattern in (_OF, _AT):
        for hit in pattern.finditer(text):
            name = _without_office(hit[hit.lastindex or 0])
            if _is_a_name(name) and not _is_area(name):
                return name
    for hit in _HOUSE.finditer(text):
        if _is_a_house(hit[1]):
            return hit[1]
    for hit in _OWN_NAME.finditer(text):
        if _is_coined(name := hit[hit.lastindex or 0]):
            return name
    if (hit := _TERSE.search(text) or _MET_AT.search(text)) and (_is_coined(hit[1]) or _is_an_office(hit[1])):
        return hit[1]
    for hit in _VISITED.finditer(text):
        if _is_a_name(hit[1]) and not _is_area(hit[1]) and not _PLACE.search(hit[1]):
            return hit[1]
    return ""


def contact(text: str) -> str:
    """The person whose surname is told behind the title, called as he is addressed (丁老板 for 老板姓丁), or whose
    whole name is (老板娘周桂香); empty where there is none.
    """
    if told := _SURNAME_BEHIND.search(text):
        return f"{told['of'] or ''}{told['surname']}{told['title']}"
    if told := _SURNAME_FIRST.search(text):
        return f"{told['surname']}{told['title']}"
    if told := _SURNAME_ALONE.search(text):
        return f"{told['surname']}{'女士' if told['woman'] else '先生'}"
    named = (hit[hit.lastindex or 0] for hit in _BEHIND_OFFICE.finditer(text))
    return next((name for name in named if not (_NEVER.search(name) or is_word(name[:2]))), "")


def of_house(text: str, customer: str) -> str:
    """The person met who is called by his whole name behind his house: 见的是建明门窗的于建明; empty if there is none."""
    at = text.find(customer) if customer else -1
    if at < 0 or not _MET.search(text[:at]):
        return ""
    told = _WHOLE_NAME.match(text[at + len(customer) :])
    return told[1] if told and not (is_word(told[1][:2]) or is_word(told[1][1:])) else ""


def _without_office(name: str) -> str:
    """The house without the office of the person met behind it: 福寿园后勤."""
    return _OFFICE.sub("", name)


def _is_a_name(name: str) -> bool:
    """Whether it is a name rather than a description, a trade or a city."""
    zh = table("zh")
    core = _TRADE.sub("", name)
    brand = name in zh["brands"].split()
    city = core in zh["cities"].split() and len(name) - len(core) < _TWO_TRADES
    own = _ENDINGS.sub("", name)
    return brand or (not _NEVER.search(own) and len(core) >= _CORE and not city)


def _is_a_house(name: str) -> bool:
    """Whether a house that one went to is called by a word of its own before its trade: 宏图饲料场, but not 海鲜酒楼,
    香蕉合作社 or 塑料袋厂.
    """
    own = _OWN_WORD.fullmatch(name)
    told = own and not _NEVER.search(own[1]) and not _DESCRIBES.search(name)
    return bool(told)


def _is_coined(name: str) -> bool:
    """Whether a name begins with a word of its own, or with the level of an institution there is one of (县图书馆)."""
    if _NEVER.search(name) or _DESCRIBES.search(name):
        return False
    return _ONE_OF_ITS_LEVEL.match(name) is not None or (
        len(name) >= _COINED and not (is_word(name[:2]) or is_word(name[1:3]))
    )


def _is_an_office(name: str) -> bool:
    """Whether a long name says of whose office it is: 金陵石化二期项目部."""
    return len(name) >= _WHOSE and bool(_HOUSE_END.search(name)) and _is_a_name(name) and not _PLACE.search(name)


def _is_area(name: str) -> bool:
    """Whether it is a location, and not a kind of place that customers are: 聚丰园酒楼."""
    return bool(_AREA.search(name)) and not _ENDING.search(name)


def is_built(name: str) -> bool:
    """Whether a name is built of a word of its own, a trade, and what kind of place it is, as a description hardly is:
    福寿花圈店.
    """
    place = _SUFFIX.sub("", name)
    return place != name and _is_a_name(place) and bool(_ENDING.search(place))


_WHOSE = 6
"""Minimum length of the name of an office that says whose it is."""
_COINED = 4
"""Minimum length of a name that is told by its first word alone: 弈道棋院, but not 采石场."""
_CORE = 2
"""Minimum length of a name without its trade."""
_TWO_TRADES = 4
"""Characters of trades behind a city from which on it is no longer a trade in that city: 永康宠物殡葬."""
