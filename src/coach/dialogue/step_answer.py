"""Parser of a next step: the whole answer is the step, without what only corrects; its day is that of the rep's own
action.
"""

from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from coach.domain.full_stops import FULL_STOP
from coach.domain.hearing import Heard
from coach.patterns import Pattern

_STOP = r"(?:\s*[,，.。;；:：!！—–-]+\s*|\s+(?={step_start}\b))"
_LEAD = Pattern(
    "step_answer",
    r"(?:{aye}{aye_tail}?|{nay})" + _STOP + r"|{remark}|{lead}|{change_link}*{change}|{turn}(?=\S)|{lead_words}\s+",
)
_NAMED_STEP = Pattern("step_answer", "{named_step}")
"""Where the rep labels the step as one: what precedes it answers something else."""
_AYE = Pattern("step_answer", "{aye}" + _STOP)
_MORE = Pattern("step_answer", "{more}")
_CLAUSE = Pattern(
    "step_answer",
    r"[^，,。；;！!\n]+?(?=[，,。；;！!\n]|" + FULL_STOP + r"|\s{clause_link}\s|\s[—–-]\s|$)",
    flags=0,
)
_DENIED = Pattern("step_answer", r"{denied}\s*$")
_BARRED = Pattern("step_answer", "{barred}")
_SOUGHT = Pattern("step_answer", r"\b{sought}\s+(?:\w+\s+){0,2}$")
"""Words before a day that he asks the customer for, which is not the day of his action."""
_MOMENT = Pattern("step_answer", r"\W*{moment}")
"""How the condition of an if-then step begins."""
_CONDITION = Pattern("step_answer", r"{moment}[^，,]{1,60}[，,]\s*{then}?")
"""The whole condition of one, up to its action."""
_OWN = Pattern("step_answer", "{own}")
_OTHERS = Pattern("step_answer", r"\s*{others}")
_GOES_ON = Pattern("step_answer", r"\s*{others_go_on}")
_ONLY_SAYS = Pattern("step_answer", r"\s*{others}{only_says}\W*")
_RETHOUGHT = Pattern("step_answer", r"(?:[,，.。;；\s—–-]|^){rethought}(?:[,，.。\s]+|(?={day_start}))")
"""Words between two days of which the later one is meant."""
_TIME = Pattern("step_answer", "{time}")
_EMPTY = Pattern("step_answer", r"(?:{filler}|[^\w]|_)*")
_WAITS = Pattern("step_answer", "{waiting}")
_ACTS = Pattern("step_answer", "{act}")
_HAPPENS = Pattern("step_answer", r"\W*{others_event}")
"""What takes place without the rep: governors have a meeting on the 3rd."""
_SAID = Pattern("step_answer", r"^.*?{reported}")
_OWN_OR_ME = Pattern("step_answer", "{own}|{me}")
_APPOINTED = Pattern("step_answer", "{appointed}")
"""Words by which somebody else's day is one for the rep: she's free on Thursday."""
_NOTE = Pattern(
    "step_answer",
    r"\W*(?:{note_filler}*{note_day}?{note_daytime}?{note_filler}*{note_deed}|{note_weekday}?{note_subject}?{note_verb})",
)
"""How a note-like action of the rep begins."""
_ANNOUNCED = Pattern("step_answer", r"{announcer}{announced_time}.{0,3}{announced_deed}|\b{promise} {promised_act}\b")
_SAID_TO_HIM = Pattern("step_answer", "{to_him}|[?？]")
_DROPS = Pattern("step_answer", r"\W*(?:(?:{dropped_case}*{dropped}\W*)+|{plain_no}?{nothing_more})\W*")


_MOST_DAYS = 40
"""Days looked at in an answer: nobody names more for one step, but a pasted table may."""


class StepAnswer(NamedTuple):
    """A parsed step: its text (empty if only a day or a time of day was given), its day with the words for it, and how
    it was given.

    `own`: the day is that of an action of the rep; `corrects`: the answer began by rejecting what was read back;
    `adds`: it only adds to that; `times`: times of day beside a bare day; `onward`: the answer from the clause of the
    day on, if nothing before it is an action of the rep.
    """

    what: str
    day: date | None = None
    phrase: str = ""
    own: bool = False
    corrects: bool = False
    adds: bool = False
    times: str = ""
    onward: str = ""


class _Fit(IntEnum):
    """How well a day fits the step, by the clause it is in."""

    EXCLUDED = 0
    """It is denied, or nothing can be done on it."""
    OTHERS = 1
    """Somebody else does something."""
    NOBODYS = 2
    NAMES_HIM = 3
    HIS_ACT = 4


def plans(text: str) -> bool:
    """Whether the words state a plan of the rep and address nobody."""
    return not _SAID_TO_HIM.search(text) and orders(text)


def read_step(text: str, days: tuple[Heard, ...], vague: Heard | None = None) -> StepAnswer:
    """Parses an answer to the question for the next step; `days` are the future days in it, in order, `vague` are words
    that are no day. Never raises.
    """
    whole = " ".join(text.split())
    named = _NAMED_STEP.search(whole)
    rest, adds = _without_lead(whole[named.start() :] if named else whole)
    clauses, days = list(clauses_of(rest)), days[:_MOST_DAYS]
    best: tuple[_Fit, Heard] | None = None
    onward = ""
    left = rest
    for clause, heard, between in _placed(rest, clauses, days):
        fit = _Fit.HIS_ACT if _acts_at_an_hour_of_it(rest, clause, heard.quote, days) else _fit(clause, heard.quote)
        if fit is _Fit.EXCLUDED:
            left = left.replace(clause, " ", 1)
        elif best is None or fit > best[0] or _RETHOUGHT.search(between):
            before, onward = rest[: rest.find(clause)], rest[rest.find(clause) :].strip()
            best, onward = (fit, heard), "" if _OWN.search(before) else onward
    for clause, _ in clauses:
        told = _without(days, clause)
        if days and _OTHERS.match(told) and not acts(clause) and not (best and best[1].quote in clause):
            left = left.replace(clause, " ", 1)  # why that day, and no step
    for heard in (*days, vague) if vague else days:
        left = left.replace(heard.quote, " ")
    bare = _EMPTY.fullmatch(_TIME.sub(" ", left)) is not None
    return StepAnswer(
        what="" if bare else rest,
        day=date.fromisoformat(best[1].value) if best else None,
        phrase=best[1].quote if best else "",
        own=best is not None and best[0] >= _Fit.NAMES_HIM,
        corrects=rest != whole and not _AYE.match(whole),
        adds=adds and best is None,
        times=" ".join(hit[0].strip() for hit in _TIME.finditer(left)) if bare else "",
        onward=onward,
    )


def _without(days: tuple[Heard, ...], clause: str) -> str:
    """The clause without the day it begins with: "monday she's in board prep"."""
    first = next((one.quote for one in days if clause.startswith(one.quote)), "")
    return clause[len(first) :].lstrip()


def step_in(words: str) -> str:
    """The step without its announcement."""
    return _without_lead(" ".join(words.split()))[0]


def announced(text: str) -> str:
    """The step that the rep announced to the customer or to the coach; empty if there is none."""
    whole = " ".join(text.split())
    hit = _ANNOUNCED.search(whole)
    return step_in(whole[hit.start() :]) if hit else ""


def clause_of(text: str, phrase: str) -> str:
    """The clause that contains the phrase."""
    whole = " ".join(text.split())
    at = whole.find(phrase)
    return next((hit[0].strip() for hit in _CLAUSE.finditer(whole) if hit.start() <= at < hit.end()), whole)


def clauses_of(whole: str) -> Iterator[tuple[str, int]]:
    """The clauses of a text with their offsets."""
    found = ((hit[0].lstrip(". "), hit.end()) for hit in _CLAUSE.finditer(whole))
    return ((clause, end - len(clause)) for clause, end in found)


def acts(clause: str) -> bool:
    """Whether the rep says that he himself will do something."""
    return bool(_ACTS.search(clause) or _ANNOUNCED.search(clause))


def happens_anyway(words: str) -> bool:
    """Whether the words tell what others do on a day, and no act of the rep nor an appointment with him."""
    told = _SAID.sub("", words)
    others = (_OTHERS.match(words) or told != words) and not (_OWN_OR_ME.search(words) or _APPOINTED.search(words))
    return bool(_HAPPENS.match(told) or others) and not acts(words)


def orders(words: str) -> bool:
    """Whether the words are an action of the rep, in full or as a note: "ring him monday", 周一打电话."""
    return acts(words) or _NOTE.match(words) is not None


def goes_on_about(before: str, clause: str) -> bool:
    """Whether a clause without a subject continues about somebody else: "she said he's in Dubai, will come 9th"."""
    return _OTHERS.match(before) is not None and _GOES_ON.match(clause) is not None and not acts(clause)


def waits(text: str) -> bool:
    """Whether the words only leave it to the customer: waiting is no step."""
    return bool(_WAITS.search(text)) and not _ACTS.search(text)


def drops(text: str) -> bool:
    """Whether the words give the customer up: there is no next step."""
    return _DROPS.fullmatch(text.strip()) is not None


def _without_lead(whole: str) -> tuple[str, bool]:
    """The answer without words that only agree or correct; whether it agrees and adds something."""
    rest, agreed = whole, _AYE.match(whole) is not None
    while (lead := _LEAD.match(rest)) and lead.end() < len(rest):
        rest = rest[lead.end() :].lstrip(" ,，.。;；:：")
    more = _MORE.match(rest)
    adds = agreed and more is not None
    return (rest[more.end() :] if more and adds and more[0].isascii() else rest), adds


def _placed(rest: str, clauses: list[tuple[str, int]], days: tuple[Heard, ...]) -> Iterator[tuple[str, Heard, str]]:
    """Each day with its clause, and the text between it and the previous day."""
    at = 0
    for heard in days:
        place = rest.find(heard.quote, at)
        if place < 0:
            continue
        between, at = rest[at:place] if at else "", place + len(heard.quote)
        yield next((clause for clause, start in reversed(clauses) if start <= place), rest), heard, between


def _acts_at_an_hour_of_it(rest: str, clause: str, phrase: str, days: tuple[Heard, ...]) -> bool:
    """Whether the rep acts at an hour of the day that the clause tells of somebody else: 明天老板回来，上午十点我去."""
    follows = next((one for one, _ in clauses_of(rest[rest.find(clause) + len(clause) :])), "")
    if _DENIED.search(clause[: clause.find(phrase)]) or any(one.quote in follows for one in days):
        return False
    return acts(follows) and _TIME.search(follows) is not None


def is_no_day_for_it(clause: str, phrase: str) -> bool:
    """Whether nothing can be done on the day in the clause, or the customer only names a day: 下周四才回来, 她还是说明天."""
    before, _, after = clause.partition(phrase)
    return _fit(clause, phrase) is _Fit.EXCLUDED or (
        _ONLY_SAYS.fullmatch(before) is not None and not after.strip(" ，,。.")
    )


def _fit(clause: str, phrase: str) -> _Fit:
    before, of_others = clause[: clause.find(phrase)], _OTHERS.match(clause)
    if _DENIED.search(before) or _BARRED.search(clause):
        return _Fit.EXCLUDED
    if _SOUGHT.search(before):
        return _Fit.OTHERS
    if _ACTS.search(clause) and not of_others:
        return _Fit.HIS_ACT
    if _OWN.search(clause) or _MOMENT.match(clause):
        return _Fit.NAMES_HIM
    return _Fit.OTHERS if of_others else _Fit.NOBODYS


def action_of(step: str) -> str:
    """What is done in an if-then step, without its condition."""
    condition = _CONDITION.match(step)
    return step[condition.end() :] if condition and condition.end() < len(step) else step
