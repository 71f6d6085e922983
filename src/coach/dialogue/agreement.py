"""Finds the words that others have to agree as well, beside somebody who is said to sign alone (R7)."""

from itertools import islice

from coach.dialogue.clauses import clauses
from coach.patterns import Pattern

_AGREE_TOO = Pattern("agreement", "{agree_too}|{bodies}|{on_condition}")
_OBJECTS = Pattern(
    "agreement",
    "(?<![不没])(?<!not ){feared}[^，。；,.;我]{0,6}?(?P<who>{others})[^，。；,.;]{0,6}?{object}|{whether}(?P<whoever>{others}){lets_him}",
)
_NOT_SO = Pattern("agreement", "{nobody_has_to}|{not_so}")


def agreement_needed(text: str, alone: str) -> str:
    """The clause that says whose agreement is needed too, where it stands behind the words `alone` that he decides, if
    those are part of `text`; empty if there is none: "要会上过，不过最后是他定" gives him the last word.
    """
    behind = text.partition(alone)[2] if alone else text
    for clause in (*clauses(behind), *islice(clauses(alone), 1, None)):
        if _AGREE_TOO.search(clause) and not _NOT_SO.search(clause):
            return clause
    return ""


def objection_feared(text: str, contact: str) -> str:
    """The clause in which the customer's worry is that somebody else than the `contact` will not let him; empty if there
    is none.
    """
    for clause in clauses(text):
        told = _OBJECTS.search(clause)
        who = (told["who"] or told["whoever"]).split()[-1] if told else ""
        if who and who.casefold() not in contact.casefold():
            return clause
    return ""
