"""The day of the visit in words that tell of it as past: "saw Dev on tuesday", "其实是周二去的". It is nobody's next step."""

import re
from datetime import date, timedelta

from coach.dialogue.step_answer import clause_of
from coach.domain.hearing import Heard, Hearing

_BEHIND = re.compile(
    r"(?:见|見|去|拜访|拜訪|跑|聊|谈|談|碰)(?:的|过的|過的)|(?:见|見|拜访|拜訪|碰)(?:了|着|到)|^\W*(?:今天|昨天|前天)?(?:去了|跑了)|"
    r"\bi(?:['’]ve)? (?:just |only |actually )?(?:saw|met|visited|went|popped|dropped|drove|stopped|swung|was|been)\b|"
    r"^\W*(?:so |well |hi |hey |ok |coach |today )*(?:saw|met|visited|went to|popped (?:in|by|over)|dropped (?:in|by)|been to|stopped by)\b|\b(?:this|that|it|(?:the|my) (?:visit|meeting|call)) was\b",
    re.I,
)
_WEEKDAY = re.compile(
    r"(?:on )?(?:last )?(?:mon|tue|wed|thu|fri|sat|sun)\w*\W*|(?:上?个?)?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]\W*",
    re.I,
)
_CORRECTS = re.compile(
    r"actually|\bwrong\b|\bnot today\b|\bsorry\b|correction|其实|其實|不对|不對|不是今天|[记記说說]错|弄错|搞错", re.I
)


def tells_of_it(clause: str) -> bool:
    """Whether a clause tells of the visit as past."""
    return _BEHIND.search(clause) is not None


def visit_day_in(text: str, hearing: Hearing, today: date) -> Heard | None:
    """The day of the visit; a bare weekday is the last one, as the visit is past."""
    if "visit_date" in hearing.facts:
        return hearing.facts["visit_date"]
    some = hearing.facts.get("some_date")
    for one in (*hearing.days, *([some] if some else [])):
        if _WEEKDAY.fullmatch(one.quote) and tells_of_it(clause_of(text, one.quote)):
            when = date.fromisoformat(one.value)
            back = max(0, -(-(when - today).days // 7)) * 7
            return one._replace(value=(when - timedelta(days=back)).isoformat(), quote=one.quote.strip(" ,.，。"))
    return None


def corrects(text: str) -> bool:
    """Whether the words put a day right that was told or taken before."""
    return _CORRECTS.search(text) is not None
