"""Resolves what an "I don't know" refers to (R9, R14): the listener detects that something is unknown, this module
compares it with the fact it was detected for.
"""

from coach.dialogue.clauses import clauses
from coach.dialogue.evidentiality import admits
from coach.domain.facts import FactName
from coach.patterns import Pattern

_NOTHING = Pattern("admitting", "{nothing_unknown}")
_POINTS_BACK = Pattern("admitting", "^{points_back}")
_SHORT = 14
_SUBJECTS: dict[FactName, Pattern] = {
    "authority": Pattern("admitting", "{about_authority}"),
    "need": Pattern("admitting", "{about_need}"),
    "power": Pattern("admitting", "{about_power}"),
    "value": Pattern("admitting", "{about_value}"),
}
_OUTRIGHT: dict[FactName, Pattern] = {
    "authority": Pattern("admitting", "{authority_outright}"),
    "power": Pattern("admitting", "{power_outright}"),
}
"""Words that name a fact so explicitly that not knowing about them puts earlier statements on it in doubt (R14)."""
_PROCEDURE = Pattern("admitting", "{procedure_needed}")
"""What the purchase needs, which is no need of the customer's: whether a tender is needed."""
_BARE_QUESTION = Pattern("admitting", "{bare_question}")
_NAMES_IT = Pattern("admitting", "{names_it}")
"""An admission that names its subject."""


def nothing_unknown(quote: str) -> bool:
    """Whether the words say that nothing is unknown."""
    return _NOTHING.search(quote) is not None


def is_about(name: FactName, quote: str) -> bool:
    """Whether the admitted ignorance is about this fact by name, rather than something else in the answer."""
    told = _PROCEDURE.sub("", quote) if name == "need" else quote
    return any(map(_SUBJECTS[name].search, _admitted(told) or [told]))


def admitted_of(name: FactName, text: str, asked: bool = False) -> str:
    """The clause that explicitly says that this fact is unknown; empty if there is none.

    `asked`: what he does not know was asked, so that the bare question says it: "whether the bishop has a say".
    """
    unknown = (one.strip() for one in clauses(text) if admits(one) or (asked and _BARE_QUESTION.search(one)))
    return next((one for one in unknown if name in _OUTRIGHT and _OUTRIGHT[name].search(one)), "")


def of_another_fact(name: FactName, quote: str) -> bool:
    """Whether the words name another fact outright: the budget, where the need was heard."""
    return any(other != name and words.search(quote) for other, words in _OUTRIGHT.items())


def elsewhere(name: FactName, quote: str) -> bool:
    """Whether the admitted ignorance is about something other than this fact; a bare "don't know" is about what was
    asked.
    """
    told = _admitted(quote)
    return bool(told) and not is_about(name, quote) and any(map(_NAMES_IT.search, told))


def not_known(quote: str) -> bool:
    """Whether the words begin with an admission that names its subject ("don't know if anyone else is quoting")."""
    return any(admits(one) and _NAMES_IT.search(one) for one in clauses(quote))


def only_admits(quote: str) -> bool:
    """Whether the words contain nothing but what is unknown."""
    return all(map(admits, clauses(quote)))


def _admitted(quote: str) -> list[str]:
    pieces = list(clauses(quote))
    return [
        f"{pieces[n - 1] if n and _points_back(piece) else ''} {piece}"
        for n, piece in enumerate(pieces)
        if admits(piece)
    ]


def _points_back(clause: str) -> bool:
    """Whether a clause says that what precedes it is unknown: "that I didn't ask"."""
    return len(clause) <= _SHORT or _POINTS_BACK.match(clause) is not None
