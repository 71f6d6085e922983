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
        r"拍板|[批签簽]|做主|说了算|老板|上面|谁(?!的)|股[东份東]|合伙|老[婆公伴]|爱人|管不管|approv|sign|decid|boss|above|owners?\b|co-?own|board|\bsay\b|agree|husband|wife|partner|\bwho else\b",
        re.I,
    ),
    "need": re.compile(r"要|需|急|用|换|缺|need|want|urgent|\buses?\b|replace|problem", re.I),
    "power": re.compile(r"钱|錢|预算|預算|款|付|资金|贵|價|价|money|budget|pay|fund|afford|cash|price", re.I),
    "value": re.compile(
        r"值|认|認|喜欢|看上|看中|满意|有用|好处|客气|敷衍|应付|polite|value|worth|likes?\b|sees?\b|\bpoint\b|convinc|useful|benefit",
        re.I,
    ),
}
_OUTRIGHT: dict[FactName, re.Pattern[str]] = {
    "authority": re.compile(
        r"(?:老[婆公伴板闆]|爱人|股[东東]|合伙人?|董事会?|上面|总部|谁|[他她])[^，。]{0,6}(?:[批管签簽]|拍板|点头|说了算|同意|有份|股份)|"
        r"\b(?:husband|wife|partner|brother|sister|father|boss|board|owner|someone|anyone|anybody|somebody|who)\b[^,.]{0,24}\b(?:say|sign|decid|agree|approv|own)|\bco-?own",
        re.I,
    ),
    "power": re.compile(r"预算|預算|[没有]钱|钱够|资金|budget|\bmoney\b|\bfunds?\b|\bafford", re.I),
}
"""Words that name a fact so plainly that not knowing about them puts in doubt what was told of it before (R14)."""
_NAMES_IT = re.compile(
    r"(?:know|knew|sure|idea|clue|ask(?:ed)?|tell|say|find out)\s+(?:if|whether|what|who|how|when|why|where|about|of|which)\s+\S+\s+\S+|[\u4e00-\u9fff]{8,}",
    re.I,
)
"""An admission that says what it is about."""


def nothing_unknown(quote: str) -> bool:
    """Whether the words say that there is nothing the rep does not know."""
    return _NOTHING.search(quote) is not None


def is_about(name: FactName, quote: str) -> bool:
    """Whether what the words admit not to know is this fact, by name, rather than something else told beside it."""
    return any(map(_SUBJECTS[name].search, _admitted(quote) or [quote]))


def admitted_of(name: FactName, text: str) -> str:
    """The clause that says outright that this very fact is not known; empty where none does."""
    return next(
        (one.strip() for one in clauses(text) if admits(one) and name in _OUTRIGHT and _OUTRIGHT[name].search(one)), ""
    )


def elsewhere(name: FactName, quote: str) -> bool:
    """Whether the words admit not to know something, and that something is not this fact; a bare "don't know" is about what was asked."""
    told = _admitted(quote)
    return bool(told) and not is_about(name, quote) and any(map(_NAMES_IT.search, told))


def only_admits(quote: str) -> bool:
    """Whether there is nothing in the words but what is not known."""
    return all(map(admits, clauses(quote)))


def _admitted(quote: str) -> list[str]:
    pieces = list(clauses(quote))
    return [
        f"{pieces[n - 1] if n and _points_back(piece) else ''} {piece}"
        for n, piece in enumerate(pieces)
        if admits(piece)
    ]


def _points_back(clause: str) -> bool:
    """Whether a clause says of what stood before it that it is not known: "that I didn't ask"."""
    return len(clause) <= _SHORT or _POINTS_BACK.match(clause) is not None
