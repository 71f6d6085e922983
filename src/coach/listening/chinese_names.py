"""Recognition of Chinese customers and contacts, with precision before recall."""

import re
from collections.abc import Iterator

from coach.listening import introduced
from coach.listening.absentees import is_absent
from coach.listening.name_words import NamePattern, table

_ORGANISATION = NamePattern("zh", "{organisation}")
_BARE = NamePattern("zh", "{bare}")
_WITHIN = NamePattern("zh", "{NEVER_WITHIN}")
_TRADE = NamePattern("zh", "{trade_at_end}")
_RIVAL = NamePattern("zh", "{rival}")
_LABELLED = NamePattern("zh", "{labelled}")
_SIGNBOARD = NamePattern("zh", "{signboard}")
_NUMBERED = NamePattern("zh", "{numbered}")
_PERSON = NamePattern("zh", "{person}")
_GIVEN = NamePattern("zh", "{given}")
_ROLE = NamePattern("zh", "{role}")
_FAMILIAR = NamePattern("zh", "{familiar}")
_ONLY_OFFICE = NamePattern("zh", "{only_office}")


def customer(text: str) -> str:
    """The company, shop or institution; empty if none is named."""
    if (whole := _BARE.fullmatch(text.strip())) and _proper(name := _cut_lead(whole[1])):
        return name
    if labelled := _LABELLED.search(text):
        short = len(labelled[1]) <= 2 and "叫" not in labelled[0]
        return "" if short or _WITHIN.search(labelled[1]) else labelled[1]
    if called := introduced.called(text):
        return called
    goods = ""
    for hit in _ORGANISATION.finditer(text):
        for name in _without_lead(hit.group()):
            before = text[: hit.end() - len(name)]
            place, of, rest = name.rpartition("的")
            if of and _is_place(place) and (len(rest) > _DESCRIPTION or not _KIND.search(rest)):
                name = rest
            whose = before.endswith("的是") and text[hit.end() :][:1] == "的" and _PERSON.match(text, hit.end() + 1)
            if name and _proper(name) and not _RIVAL.search(before) and (whose or not _described(before, name)):
                if not _may_be_goods(before, name, text[hit.end() :]):
                    return name
                goods = goods or name
    if (known := _NUMBERED.search(text)) and not _RIVAL.search(text[: known.start()]):
        return _cut_lead(known.group())
    if (board := _SIGNBOARD.search(text)) and not _WITHIN.search(board[1]):
        return board[1]
    return _cut_lead(introduced.customer(text)) or goods


def _is_place(words: str) -> bool:
    """Whether the words before 的 say where the customer is: 城北, 开发区."""
    return len(words) <= _PLACE and (_DISTRICT.search(words) is not None or not _WITHIN.search(words))


def _may_be_goods(before: str, name: str, after: str) -> bool:
    """Whether it may be a product (地贴广告): a trade at its end, alone in its clause, after a contact."""
    alone = re.search(r"[\s，,。；;]$", before) and re.match(r"$|[\s，,。；;]", after)
    weak = name.endswith(tuple(table("zh")["weak_suffixes"].split()))
    return bool(alone and weak and _PERSON.search(before))


_LABEL = NamePattern("zh", "{label}")
_LEAD = NamePattern("zh", ".*{introduction}")


_JOINING = "和与"
"""Introducing words that are as often part of a name."""
_PLACE = 4
"""Maximum length of a place before a name: 江宁的联创包装."""
_DISTRICT = NamePattern("zh", "{district}")
_DESCRIPTION = 4
"""Maximum length of a description by kind: 城东的铁厂, but 城北的永昌纸箱厂."""
_COUNTED = NamePattern("zh", "{counted}")
"""Counting rather than naming: 一家工厂 and 丰台一小学, but not 三一重工."""
_KIND = NamePattern("zh", "{kind_of_house}")
"""Endings of descriptions by place: 城东的铁厂."""


def _cut_lead(name: str) -> str:
    """The name without the words that introduce it."""
    if label := _LABEL.match(name):
        name = name[label.end() :]
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


_WHOM_HE_SAW = NamePattern("zh", "{whom_he_saw}")
_THAT_HOUSE = NamePattern("zh", "{that_house}")
_DESCRIBED = NamePattern("zh", "{described}")


def _described(before: str, name: str) -> bool:
    """Whether the words before show that the name continues to the left or is only a description: 一家, 那个, 某."""
    if _WHOM_HE_SAW.search(before):
        return bool(_KIND.search(name))
    if before.endswith("的是"):
        return not _KIND.sub("", name.replace("有限", "")).endswith(tuple(table("zh")["weak_suffixes"].split()))
    if _THAT_HOUSE.search(before) and introduced.is_built(name):
        return False
    return bool(re.search(r"[一那这這某几两三家個个间間的做搞开開们們]$", before))


def _holds_what_no_name_does(name: str) -> bool:
    """Whether it contains a word that no name has, except as its ending: 业委会."""
    own = _TRADE.sub("", name)
    return any(hit.start() < len(own) for hit in _WITHIN.finditer(name))


def _proper(name: str) -> bool:
    """Whether it is a proper name (宏达机械) rather than a trade (机械厂)."""
    if not 3 <= len(name) <= 24 or _holds_what_no_name_does(name.replace("有限公司", "")):
        return False
    if _COUNTED.search(name):
        return False
    core = name
    while shorter := _TRADE.search(core):
        core = core[: shorter.start()]
    return len(core) >= 2


def contact(text: str) -> str:
    """The contact, with title; empty if none is named. Whom he met another time comes after whom he met now, and who
    was not there after whom he met instead.
    """
    hits = [hit for hit in _PERSON.finditer(text) if _is_met(text, hit)]
    given = _GIVEN.search(text)
    if given and not (given[1] and given[1][1] in table("zh")["not_given"]):
        hits.append(given)
    people = [(hit.start(hit.lastindex or 0), hit[hit.lastindex or 0], hit) for hit in hits]
    missing = {name for _, name, hit in people if is_absent(text, *hit.span())}
    named = sorted((name in missing or _earlier(text, hit), start, name) for start, name, hit in people)
    if named and not named[0][0]:
        return _TWICE.sub(r"\2", named[0][2])
    if behind := introduced.contact(text):
        return behind
    role = _ROLE.search(text) or (_INSTEAD.search(text) if missing else None)
    if role and (missing or not named):
        return role[1]
    return named[0][2] if named else ""


_TWICE = re.compile(r"^\w*?(\w{2,4})(\w{1,2}\1)$")
"""An office told twice: 老板卓老板."""
_EARLIER = NamePattern("zh", "{earlier}")
_SIGHTED = NamePattern("zh", "{sighted}")


_INSTEAD = NamePattern("zh", "{instead}")


def _earlier(text: str, hit: re.Match[str]) -> bool:
    """Whether a person was met at an earlier visit: 那回见的是楼面经理阿强."""
    return _EARLIER.search(text, 0, hit.start(hit.lastindex or 0)) is not None


def _is_met(text: str, hit: re.Match[str]) -> bool:
    """Whether a person named was met: not 不是张总; before 了 only as in 见着老郭了, not 省老钱了."""
    if text[: hit.start()].endswith("不是"):
        return False
    familiar = re.search("[老小阿].$", hit.group()) and text[hit.end() : hit.end() + 1] == "了"
    return not familiar or bool(_SIGHTED.search(text[: hit.start()]))


CHINESE = re.compile("[\u4e00-\u9fff]")


def everybody(text: str) -> Iterator[str]:
    """All persons with surname and title or full name, and all companies, including those only mentioned."""
    for hit in (*_PERSON.finditer(text), *_FAMILIAR.finditer(text)):
        yield hit.group()
    for hit in _GIVEN.finditer(text):
        name = hit[hit.lastindex or 0]
        if name[1] not in table("zh")["not_given"]:
            yield name
    for hit in _ORGANISATION.finditer(text):
        name = _BEFORE.sub("", _cut_lead(hit.group()))
        if _proper(name):
            yield name


_BEFORE = NamePattern("zh", "{before_customer}")
"""Words before a company's name within a sentence: 找了宏达机械."""


def short(name: str) -> str:
    """The colloquial short form of a company's name (宏达 for 宏达机械); empty if there is none."""
    core = name
    while shorter := _TRADE.search(core):
        core = core[: shorter.start()]
    return core if core != name and len(CHINESE.findall(core)) > 1 else ""


def is_role(name: str) -> bool:
    """Whether it is only a department and job title: 采购经理."""
    return bool(_ONLY_OFFICE.fullmatch(name))
