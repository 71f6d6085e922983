"""Extracts the customer's name from an answer to the question for it, often combined with a class and a percentage, or
a complaint.
"""

import re
from dataclasses import replace

from coach.domain.full_stops import FULL_STOP
from coach.domain.hearing import Heard, Hearing
from coach.patterns import Pattern

LONGEST = 60
"""Maximum characters of a customer's name."""

_CLAUSES = Pattern(
    "naming",
    r"[,，、。;；!！\n]|"
    + FULL_STOP
    + r"|\s[-–—]+\s|(?<=[一-鿿])\s+(?=[a-eA-E](?![A-Za-z])|{share_ahead}|{just_said})",
    flags=0,
)
_QUESTION = re.compile(r"[?？]")
_MOST = 2
"""Maximum clauses besides the judgement in such an answer: more are a report, not a name."""

_GRUMBLES = Pattern("naming", "{told_before}|{already}{told}{times}{final_particle}*|{grumble}")
"""Complaints about being asked for something already reported."""

_LEADING = Pattern("naming", r"^(?:{lead}(?:\s*[:：]\s*|\s+|(?<=[一-鿿])))+")
_CLASS = r"(?<![a-z0-9'’&.-]){class_ahead}?[a-e](?![a-z0-9'’&])(?:\s*{shade})?\s*{class_behind}?"
_SHARE = r"{share}|\d{1,3}\s*(?:[%％]|{percent}|/\d+)"
_BARE_NUMBER = r"(?<![a-z0-9-])\d{1,3}(?!\w|-\w)|\d{1,3}(?={about})"
_JUDGED = Pattern("naming", f"{_CLASS}|{_SHARE}|{_BARE_NUMBER}")
_PLAINLY_JUDGED = Pattern("naming", f"{_CLASS}|{_SHARE}")
_FILLING = Pattern("naming", r"(?:{filling}|[\s'’./%+~-])*")
_NOBODY = Pattern("naming", "{nobody}")
"""Words for no name, nobody met, or the customer of last time."""
_PLEASANTRY = Pattern("naming", "{hail}*{pleasantry}{softener}?|{never_mind}|{greeting}{greeted}*")
"""Courtesies and fillers, which are no names."""
_BESIDE = Pattern("naming", "{spelled}|{person}")
"""How the name is written, or who was met there: 兴隆的隆, 见的是副总."""
_HIMSELF = Pattern("naming", "{himself}")
_STORY = Pattern("naming", "{story}")
"""How a clause begins that reports something rather than names somebody."""
_SPEAKS = Pattern("naming", "{speech}")
"""Forms of reference and address that are no names in any position: 谢谢他呗."""
_PROPER = re.compile(r"[A-ZÀ-ÖØ-Þ\u4e00-\u9fff]|\d[A-Za-z]")
_SMALL = ("&", "and", "of", "the", "de", "+")
_CAPITAL = re.compile("[A-ZÀ-ÖØ-Þ]")
_TRAILING = Pattern("naming", r"(?<=[一-鿿]{2})\s*{trailing_particle}+$|{trailing}$")
_WORDS_BESIDE = 2
_HAN_BESIDE = 3
"""Minimum Chinese characters of a name directly followed by the judgement, to tell it from an adverb (顶多C)."""


def name_told(text: str) -> str:
    """The name, at most `LONGEST` characters and one more if it is longer; empty if the answer has none. Never raises.

    It precedes the judgement or is introduced (客户是…); what follows a judgement without introduction is a comment on it.
    """
    names, _ = _parts(text)
    if names and _SPEAKS.search(names[0]):
        return ""
    return names[0][: LONGEST + 1] if 0 < len(names) <= _MOST and not _STORY.match(names[0]) else ""


def buys_himself(text: str) -> bool:
    """Whether the customer is no company but the contact himself: 个人客户, "a private customer"."""
    return _HIMSELF.search(text) is not None


def without_the_person(name: str, contact: str) -> str:
    """The customer's name without the contact after it: 康泰体检中心 王主任."""
    rest = name.removesuffix(contact).rstrip(" 的,，") if contact and contact != name else name
    return rest if len(rest) >= _WORDS_BESIDE else name


def apart_from_names(hearing: Hearing, text: str, asked_again: bool) -> Hearing:
    """The hearing of an answer about the customer's name, without findings in the name itself: Signature Homes is no
    signature.

    `asked_again`: the question was for the name and not for the whole report.
    """
    if asked_again and _names_alone(text):
        return Hearing(names=hearing.names)
    if not hearing.facts:
        return hearing
    name = hearing.names.get("customer", "")
    told = {key: heard for key, heard in hearing.facts.items() if heard.quote not in name}
    return hearing if len(told) == len(hearing.facts) else replace(hearing, facts=told)


def _names_alone(text: str) -> bool:
    """Whether the answer is only a name, by its capitals, a judgement or complaint beside it, or its introduction."""
    names, judged = _parts(text)
    if len(names) != 1 or not name_told(text):
        return False
    titled = all(_CAPITAL.match(word) or word in _SMALL for word in names[0].split())
    return judged or titled or bool(_GRUMBLES.search(text)) or bool(_LEADING.match(text.strip()))


def _parts(text: str) -> tuple[list[str], bool]:
    """The clauses that may be a name, and whether there is a judgement beside them."""
    if _QUESTION.search(text):
        return [], False
    clauses = [part for part in _CLAUSES.split(_GRUMBLES.sub(",", text)) if part.strip()]
    anywhere = any(map(_PLAINLY_JUDGED.search, clauses))
    names: list[str] = []
    judged = False
    for clause in clauses:
        judgement = _JUDGED if not anywhere or _PLAINLY_JUDGED.search(clause) else _PLAINLY_JUDGED
        name = _bare(clause, judgement)
        if (
            name
            and not _NOBODY.search(name)
            and not _PLEASANTRY.fullmatch(name)
            and not _BESIDE.fullmatch(clause.strip())
            and not (judged and name == clause.strip() and not _CAPITAL.match(name))
        ):
            names.append(name)
        judged = judged or bool(judgement.search(clause))
    return names, judged


def same_name(told: str, known: str) -> bool:
    """Whether a name equals the known one, whole or in its first words, whatever its spelling: marlow and finch, Marlow
    & Finch.
    """
    one, other = (re.findall(r"\w+", re.sub(r"\band\b", " ", name.casefold())) for name in (told, known))
    return bool(one) and one == other[: len(one)]


def only_grumbles(heard: Heard) -> bool:
    """Whether words taken for a fact only refer to what was said ("hobbs like I said"), leaving at most one word."""
    left = _GRUMBLES.sub(" ", heard.quote).split()
    return left != heard.quote.split() and (not left or (heard.value == "unsure" and len(left) == 1))


def only_judges(text: str) -> bool:
    """Whether the answer is only a class and a percentage: hedges then apply to the judgement, not to a fact."""
    return bool(_JUDGED.search(text)) and all(_judges(clause) for clause in _CLAUSES.split(text))


def _judges(clause: str) -> bool:
    return _FILLING.fullmatch(" ".join(_JUDGED.sub(" ", clause).split())) is not None


def _bare(clause: str, judgement: Pattern) -> str:
    """A clause without judgement and without the words around a name; empty if nothing else is in it."""
    if _judges(clause):
        return ""
    name = _LEADING.sub("", " ".join(judgement.sub(" ", clause).split())).strip(" :：'’\"“”")
    if judgement.search(clause) and (_is_a_hedge(name) or _runs_into(clause, name)):
        return ""
    return _TRAILING.sub("", name)


def _is_a_hedge(left: str) -> bool:
    """Whether the word beside a lower-case class qualifies it: a solid B, but not lakeshore laundry B."""
    words = left.split()
    return not _PROPER.search(left) and (len(words) < _WORDS_BESIDE or any(map(_FILLING.fullmatch, words)))


def _runs_into(clause: str, name: str) -> bool:
    """Whether the rest is so short, and so close to the judgement, that it belongs to it."""
    return len(name) < _HAN_BESIDE and f"{name} " not in clause
