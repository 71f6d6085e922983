"""The customer's name in an answer that was asked for it, often together with a class and a percentage, or with a grumble."""

import re
from dataclasses import replace

from coach.dialogue.patterns import Pattern
from coach.domain.hearing import Heard, Hearing

LONGEST = 60
"""Characters of a customer's name that go on file."""

_CLAUSES = Pattern(
    "naming",
    r"[,，、。;；!！\n]|\.(?=\s|$)|\s[-–—]+\s|(?<=[一-鿿])\s+(?=[a-eA-E](?![A-Za-z])|{share_ahead}|{just_said})",
    flags=0,
)
_QUESTION = re.compile(r"[?？]")
_MOST = 2
"""Clauses besides the judgement that such an answer has: more of them tell a story, not a name."""

_GRUMBLES = Pattern("naming", "{told_before}|{already}{told}{times}{final_particle}*|{grumble}")
"""What a rep says because he is asked for what he has told already."""

_LEADING = Pattern("naming", r"^(?:{lead}(?:\s*[:：]\s*|\s+|(?<=[一-鿿])))+")
_CLASS = r"(?<![a-z0-9'’&.-]){class_ahead}?[a-e](?![a-z0-9'’&])(?:\s*{shade})?\s*{class_behind}?"
_SHARE = r"{share}|\d{1,3}\s*(?:[%％]|{percent}|/\d+)"
_BARE_NUMBER = r"(?<![a-z0-9-])\d{1,3}(?!\w|-\w)|\d{1,3}(?={about})"
_JUDGED = Pattern("naming", f"{_CLASS}|{_SHARE}|{_BARE_NUMBER}")
_PLAINLY_JUDGED = Pattern("naming", f"{_CLASS}|{_SHARE}")
_FILLING = Pattern("naming", r"(?:{filling}|[\s'’./%+~-])*")
_NOBODY = Pattern("naming", "{nobody}")
"""What tells that there is no name, or that nobody was met; and a customer told by no more than that he is the one of last time."""
_PLEASANTRY = Pattern("naming", "{hail}*{pleasantry}{softener}?|{never_mind}|{greeting}{greeted}*")
"""What is said to be polite, or to go on; nobody is called so."""
_BESIDE = Pattern("naming", "{spelled}|{person}")
"""How the name is written, or who was met there: 兴隆的隆, 见的是副总."""
_HIMSELF = Pattern("naming", "{himself}")
_STORY = Pattern("naming", "{story}")
"""How a clause begins that tells something rather than names somebody."""
_SPEAKS = Pattern("naming", r"^(?!{company}).*{speech}")
"""What speaks of or to somebody and so names nobody, wherever it stands: 谢谢他呗."""
_PROPER = re.compile(r"[A-ZÀ-ÖØ-Þ\u4e00-\u9fff]|\d[A-Za-z]")
_SMALL = ("&", "and", "of", "the", "de", "+")
_CAPITAL = re.compile("[A-ZÀ-ÖØ-Þ]")
_TRAILING = Pattern("naming", r"(?<=[一-鿿]{2})\s*{trailing_particle}+$|{trailing}$")
_WORDS_BESIDE = 2
_HAN_BESIDE = 3
"""Chinese characters a name needs to be told from an adverb, where it runs straight into the judgement (顶多C)."""


def name_told(text: str) -> str:
    """The name, at most `LONGEST` characters and one more where it is longer; empty where the answer tells none. Never raises.

    It stands before the judgement or is led to (客户是…); what follows a judgement bare is a comment on it.
    """
    names, _ = _parts(text)
    if names and _SPEAKS.search(names[0]):
        return ""
    return names[0][: LONGEST + 1] if 0 < len(names) <= _MOST and not _STORY.match(names[0]) else ""


def buys_himself(text: str) -> bool:
    """Whether the customer is no company but the person met: 个人客户, "a private customer"."""
    return _HIMSELF.search(text) is not None


def without_the_person(name: str, contact: str) -> str:
    """The customer's name without the person met behind it: 康泰体检中心 王主任."""
    rest = name.removesuffix(contact).rstrip(" 的,，") if contact and contact != name else name
    return rest if len(rest) >= _WORDS_BESIDE else name


def apart_from_names(hearing: Hearing, text: str, asked_again: bool) -> Hearing:
    """What was heard in an answer about the customer's name, without what was heard in the name itself: Signature Homes is no signature.

    `asked_again` tells that it was asked for the name and not for the whole story.
    """
    if asked_again and _names_alone(text):
        return Hearing(names=hearing.names)
    if not hearing.facts:
        return hearing
    name = hearing.names.get("customer", "")
    told = {key: heard for key, heard in hearing.facts.items() if heard.quote not in name}
    return hearing if len(told) == len(hearing.facts) else replace(hearing, facts=told)


def _names_alone(text: str) -> bool:
    """Whether the answer is a name and nothing else, as its capitals, a judgement or a grumble beside it, or the words before it show."""
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
    """Whether a name is the one known already, whole or its first words, however written: marlow and finch, Marlow & Finch."""
    one, other = (re.findall(r"\w+", re.sub(r"\band\b", " ", name.casefold())) for name in (told, known))
    return bool(one) and one == other[: len(one)]


def only_grumbles(heard: Heard) -> bool:
    """Whether words taken for a fact only remind of what was said ("hobbs like I said"): of a guess no more than one word is left without that."""
    left = _GRUMBLES.sub(" ", heard.quote).split()
    return left != heard.quote.split() and (not left or (heard.value == "unsure" and len(left) == 1))


def only_judges(text: str) -> bool:
    """Whether the answer is a class and a percentage and nothing else: what hedges it is said of the judgement, not of a fact."""
    return bool(_JUDGED.search(text)) and all(_judges(clause) for clause in _CLAUSES.split(text))


def _judges(clause: str) -> bool:
    return _FILLING.fullmatch(" ".join(_JUDGED.sub(" ", clause).split())) is not None


def _bare(clause: str, judgement: Pattern) -> str:
    """A clause without judgement and without the words around a name; empty where nothing else is in it."""
    if _judges(clause):
        return ""
    name = _LEADING.sub("", " ".join(judgement.sub(" ", clause).split())).strip(" :：'’\"“”")
    if judgement.search(clause) and (_is_a_hedge(name) or _runs_into(clause, name)):
        return ""
    return _TRAILING.sub("", name)


def _is_a_hedge(left: str) -> bool:
    """Whether what stands beside a class in small letters says how surely it is meant: a solid B, though not lakeshore laundry B."""
    words = left.split()
    return not _PROPER.search(left) and (len(words) < _WORDS_BESIDE or any(map(_FILLING.fullmatch, words)))


def _runs_into(clause: str, name: str) -> bool:
    """Whether what is left is so short a word, and so close to the judgement, that it belongs to it."""
    return len(name) < _HAN_BESIDE and f"{name} " not in clause
