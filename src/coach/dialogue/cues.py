"""Parses what an answer means by itself: a number key, a command, a class and a percentage, yes, no, "the same", "I
don't know".

Facts about the customer are the listener's task; this module reads only what concerns the dialogue.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from coach.dialogue import key_choice
from coach.dialogue.judgements import another_possible, class_told, confidence_told
from coach.dialogue.naming import only_judges
from coach.domain.debrief_events import Choice
from coach.domain.facts import CLASSES, CustomerClass
from coach.domain.full_stops import FULL_STOP
from coach.patterns import Pattern

_WIDE = {
    ord(w): n for w, n in zip("０１２３４５６７８９？／：％ＡＢＣＤａｂｃｄ", "0123456789?/:%ABCDabcd", strict=True)
}
_COMMAND = re.compile(r"^/(\w+)\s*(.*)$", re.S)
_BARE_COMMAND = Pattern("cues", "{bare_command}")
"""Commands recognized without their slash; not as answers."""
_DONT_KNOW = Pattern("cues", r"^\W*{dont_know}\W*{dont_know_end}?\W*$")
_YES = Pattern("cues", r"^\W*(?:{yes}[\s\W]*){1,3}{yes_end}?\W*$")
_NO = Pattern("cues", r"^\W*{no}(?:\W+{no})*\W*$")
_CLAUSE_ENDS = Pattern("cues", r"[，,。.!！;；:：\n—–]|(?<=[一-鿿])\s+(?=[一-鿿])|\s{conjunction}\b")
_DID = Pattern(
    "cues",
    r"{me}?{of_course}?{done}{done_end}?|"
    r"{aye}?\s*(?:{i_or_we}\s+)?{emphasis}?{did_ask}(?:\s+{it_or_him})?(?:\s+{indeed})?|{aye}(?:\s+{how_often})?",
)
_DID_NOT = Pattern(
    "cues",
    r"{me}?{really}?{not_done}{asking}?{ever}?{him}?{signing}?{not_done_end}*|"
    r"{nay}|{nay_first}?(?:{i_or_we}\s+)?{did_not}(?:\s+{ask_or_try})?(?:\s+{to_him})*",
)
_LET_GO = Pattern("cues", "{let_go}")
_HELD = Pattern("cues", "{held}")
_ASIDE = Pattern("cues", r"(?<![\s,，.。;；])[\s,，.。;；]+{said_before}[\s.!。！]*$")
"""A reminder that it was said before, without content of its own."""
_SAME = Pattern("cues", "{same}")
_INSIST = Pattern("cues", r"{certain}\s*[aA]{class_word}?|{certainly}\s+(?:{article}\s+)?A\b|{insisting}")
_DISPUTE = Pattern("cues", "{dispute}")
_NEITHER = Pattern("cues", "{neither}")
_AFTERTHOUGHT = Pattern(
    "cues",
    r",(?!\d{3})|(?<=[一-鿿])\s+(?=[A-Da-d](?:{class_word}|[^A-Za-z\w]|$))|[，。?？!！;；:：\n—–]|"
    + FULL_STOP
    + r"|\s-\s|"
    r"\b{second_thought_words}\b|{second_thought}",
)
"""What separates the thoughts of an answer: of several judgements the last one counts."""
_THEN = Pattern("cues", r"^\s*{then}\s*")
_AROUND = r"(?:{around}|{around_words}(?![a-z])|\s)*"
_UNMOVED = Pattern("cues", _AROUND + "{unmoved}" + _AROUND)
"""A clause that leaves the judgement unchanged."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What was read in an answer."""

    command: tuple[str, str] | None = None
    """A command's name and argument; nothing else is read then."""
    chosen: str | None = None
    """The value of the choice meant."""
    worded: bool = False
    """Something was said beside the key of the choice."""
    customer_class: CustomerClass | None = None
    confidence: int | None = None
    """In per cent."""
    bad_class: str = ""
    """A letter given as a class that is none."""
    bad_percent: str = ""
    """A number given as a percentage that lies outside 0-100."""
    yes: bool = False
    """The whole answer is a yes."""
    no: bool = False
    """The whole answer is a no."""
    denies: bool = False
    """The first words are a no, whatever follows."""
    same: bool = False
    """The judgement stays the same."""
    did: bool | None = None
    """What the first words answer to "did you?"; None if they answer nothing of the kind."""
    brief: bool = False
    """Nothing follows the first words."""
    held: bool | None = None
    """Whether he tried again after a put-off; None if it is not told."""
    only_judges: bool = False
    """A class and a percentage is all there is."""
    judged: bool = False
    """Some clause is a class or a percentage."""
    unmoved: bool = False
    """Some clause lets them stand as they were."""
    dont_know: bool = False
    insists: bool = False
    """He insists on an A."""
    disputes: bool = False
    """He holds the verdict for wrong."""
    empty: bool = False


@lru_cache(maxsize=16)
def read(text: str, asks: tuple[str, ...] = (), choices: tuple[Choice, ...] = ()) -> Cue:
    """Parses an answer to a question that asks for `asks` and offers `choices`. Never raises."""
    plain = text.translate(_WIDE).strip()
    if not plain:
        return Cue(empty=True)
    if command := _command(plain):
        return Cue(command=command)
    plain = _ASIDE.sub("", plain) or plain
    bare = key_choice.chosen(plain, choices)
    chosen = bare or key_choice.chosen_first(plain, choices)
    thoughts = [part.strip() for part in _AFTERTHOUGHT.split(plain) if part.strip()]
    judging = [one for one in thoughts if _judges(one)]
    judged = _Judged() if chosen else _judged(plain, asks, thoughts, judging, bool(choices))
    clauses = [part.strip() for part in _CLAUSE_ENDS.split(plain) if part.strip()] or [""]
    return Cue(
        chosen=chosen,
        worded=bool(chosen and not bare),
        **judged._asdict(),
        held=False if _LET_GO.search(plain) else True if _HELD.search(plain) else None,
        only_judges=not chosen and (only_judges(plain) or _only_judged(thoughts, judging)),
        judged=not chosen and bool(judging),
        unmoved=any(map(_UNMOVED.fullmatch, thoughts)),
        yes=bool(_YES.match(plain)),
        no=bool(_NO.match(plain)),
        denies=bool(_NO.match(clauses[0])),
        did=_did(clauses[0]),
        brief=len(clauses) == 1,
        same=any(_SAME.search(one) for one in thoughts if one in judging or _UNMOVED.fullmatch(one)),
        dont_know=bool(_DONT_KNOW.match(plain)),
        insists=bool(_INSIST.search(plain)),
        disputes=bool(_DISPUTE.search(plain)) or key_choice.chosen_with_words(plain, choices) == "dispute",
    )


def rejects_both(text: str) -> bool:
    """Whether an answer to "this or that?" begins by rejecting both."""
    return _NEITHER.match(text.strip()) is not None


def _command(plain: str) -> tuple[str, str] | None:
    """The command and its argument."""
    command = _COMMAND.match(plain)
    if command and "\n" not in plain[:40]:
        return command[1].lower(), command[2].strip()
    return (plain.lower(), "") if _BARE_COMMAND.fullmatch(plain) else None


def _did(clause: str) -> bool | None:
    return True if _DID.fullmatch(clause) else False if _DID_NOT.fullmatch(clause) else None


class _Judged(NamedTuple):
    """The fields of a `Cue` with the class and the percentage."""

    customer_class: CustomerClass | None = None
    confidence: int | None = None
    bad_class: str = ""
    bad_percent: str = ""


def _judged(plain: str, asks: tuple[str, ...], thoughts: list[str], judging: list[str], at_menu: bool) -> _Judged:
    """Class and percentage, and what is neither. The last of several `judging` thoughts counts; a single number is a key,
    but where only the percentage is asked for.
    """
    asked = "claimed_class" in asks or "confidence" in asks
    customer_class, bad_class = class_told(plain, asked=asked)
    if asked and not customer_class:
        customer_class = next(filter(None, (_class_in(one) for one in thoughts if one[:1] in CLASSES)), None)
    of_ten = customer_class != "D"
    confidence, bad_percent = confidence_told(plain, asked=asked, of_ten=of_ten)
    sure_alone = "confidence" in asks and "claimed_class" not in asks
    if (at_menu or not sure_alone) and re.fullmatch(r"\d", plain):
        return _Judged(customer_class, None, bad_class)
    counts = asked or "not_a" in asks or only_judges(plain) or any(map(_class_in, judging))
    for clause in judging if counts and not (bad_class or bad_percent) else ():
        if not (customer_class and another_possible(clause)):
            customer_class = _class_in(clause) or customer_class
        last = confidence_told(clause, asked=True, of_ten=of_ten)[0]
        confidence = confidence if last is None else last
    return _Judged(customer_class, confidence, bad_class, bad_percent)


def _class_in(clause: str) -> CustomerClass | None:
    return class_told(clause, asked=True)[0]


def _judges(clause: str) -> bool:
    return only_judges(_THEN.sub("", clause))


def _only_judged(thoughts: list[str], judging: list[str]) -> bool:
    """Whether every clause judges, leaves the judgement unchanged or adds nothing."""
    told = [one in judging or bool(_UNMOVED.fullmatch(one)) for one in thoughts]
    return any(told) and all(judges or _DONT_KNOW.match(one) for judges, one in zip(told, thoughts, strict=True))
