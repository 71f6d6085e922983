"""What an "I don't know" is about (R9, R14): the listener hears that something is not known, here it is held against the fact it was heard of."""

import re

from coach.dialogue.own_part import clauses
from coach.dialogue.wording import admits
from coach.domain.facts import FactName

_NOTHING = re.compile(
    r"(?:没|沒|没有|沒有|无|無)(?:啥|什么|什麼|哪样|什么是)?(?:我)?(?:还)?(?:不知道|不清楚|没问到?|没弄清)的|(?:我)?(?:都|全)(?:问|知道|清楚|弄清)(?:了|楚|过)+|"
    r"\b(?:nothing|not(?:hing)? much) (?:that )?i don['’]?t know\b|\bi know (?:it all|everything)\b|\bno unknowns\b",
    re.I,
)
_POINTS_BACK = re.compile(r"^(?:这个|这|那个|那|它|这条|这一条|这事|that|this|it)", re.I)
_SHORT = 14
_SUBJECTS: dict[FactName, re.Pattern[str]] = {
    "authority": re.compile(
        r"拍板|[批签簽]|做主|说了算|老板|上面|谁|approv|sign|decid|boss|above|owner|board|who\b", re.I
    ),
    "need": re.compile(r"要|需|急|用|换|缺|need|want|urgent|use|replace|problem", re.I),
    "power": re.compile(r"钱|錢|预算|預算|款|付|资金|贵|價|价|money|budget|pay|fund|afford|cash|price", re.I),
    "value": re.compile(
        r"值|认|認|喜欢|看上|看中|满意|有用|好处|客气|敷衍|应付|polite|value|worth|like|see|point|convinc|useful|benefit",
        re.I,
    ),
}


def nothing_unknown(quote: str) -> bool:
    """Whether the words say that there is nothing the rep does not know."""
    return _NOTHING.search(quote) is not None


def is_about(name: FactName, quote: str) -> bool:
    """Whether what the words admit not to know is this fact, by name, rather than something else told beside it."""
    pieces = list(clauses(quote))
    admitted = [
        f"{pieces[n - 1] if n and _points_back(piece) else ''} {piece}"
        for n, piece in enumerate(pieces)
        if admits(piece)
    ]
    subject = _SUBJECTS[name]
    return any(map(subject.search, admitted or [quote]))


def _points_back(clause: str) -> bool:
    """Whether a clause says of what stood before it that it is not known: "that I didn't ask"."""
    return len(clause) <= _SHORT or _POINTS_BACK.match(clause) is not None
