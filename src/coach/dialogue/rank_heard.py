"""What a statement is worth as evidence of the rank: a title is only a hint, approvals are what counts (R6, R7)."""

import re

from coach.dialogue.admitting import only_admits
from coach.dialogue.limits import below_limit, limited, of_means
from coach.dialogue.other_decider import above_the_other, other_decider, other_introduced, other_office
from coach.dialogue.put_offs import consults
from coach.dialogue.wording import with_what_it_hangs_on
from coach.domain.debrief import Debrief
from coach.domain.hearing import Heard
from coach.patterns import Pattern

_ABOUT_APPROVAL = Pattern("rank_heard", "{about_approval}")
"""Words about approval; a quote without any is based on a title."""
_A_NAME = Pattern("rank_heard", r"\W*{met_by_name}\W*")
"""Words that only name the contact."""
_CO_OWNED = Pattern("rank_heard", "{co_owned}")
_BOTH = Pattern("rank_heard", "{both_agree}")
_BOTH_MET = Pattern("rank_heard", "{both_met}")
_ALONE = Pattern("rank_heard", "{alone}")
_KIN = Pattern("rank_heard", "{kin}")
_NO_SAY = Pattern("rank_heard", "{no_say}")
_OWNS = Pattern("rank_heard", "{owns}")
_ALL_BUT = Pattern("rank_heard", "{nobody_but}")
_PROMISES = Pattern("rank_heard", "{promise}")
_NEXT_CLAUSE = 24
_FIRM = 0.8
"""Confidence below which a rank needs words about approval as evidence."""


def rank_told(d: Debrief, text: str, heard: Heard | None) -> Heard | None:
    """What is stated about the rank of the person met; None if nothing is."""
    heard = _said_of_another(d, text, heard) or _owner(d, text)
    if heard is None:
        return None
    if only_admits(heard.quote):
        return heard._replace(value="unsure")
    if heard.value == "first" and of_means(heard.quote):
        return None
    if heard.value == "first" and _ALL_BUT.search(_with_the_next_clause(text, heard.quote)):
        return heard._replace(value="second")
    below = below_limit(heard.quote, text)
    if below and heard.value != "unsure":
        return heard._replace(value="first")
    if heard.value == "first" and limited(
        heard.quote
    ):  # signing alone below a sum goes with an approval above it (R15)
        return None if d.facts["authority"].known else heard._replace(value="unsure" if below is None else "not_first")
    return None if _one_of_the_owners(heard, text) or _all_of_them_met(d, heard) else heard


def about_approval(words: str) -> bool:
    """Whether the words are about who has to agree."""
    return _ABOUT_APPROVAL.search(words) is not None


def has_no_say(d: Debrief, words: str) -> bool:
    """Whether the words are about a relative of whom the rep told that he has no say: 他媳妇只看条款."""
    told = (said.text for said in d.transcript if said.who == "rep")
    return _KIN.search(words) is not None and any(_KIN.search(one) and _NO_SAY.search(one) for one in told)


def _said_of_another(d: Debrief, text: str, heard: Heard | None) -> Heard | None:
    """What is heard about the rank, unless the one who signs alone is another than the person met, who is one above, or a relative
    above has no say (R7).
    """
    if heard is not None and _only_a_hint(heard, text):
        heard = None
    if heard is not None and heard.value != "first" and _KIN.search(heard.quote) and _NO_SAY.search(text):
        return None
    if heard is not None and heard.value not in ("first", "not_first"):
        return heard
    quote = heard.quote if heard else text
    told = other_decider(text, d.contact) or other_introduced(text, quote, d.contact) or other_office(quote, d.contact)
    if not told:
        return heard
    if _his_own_office(d, told):
        return heard if heard and heard.value == "first" else None
    return Heard("third" if above_the_other(text) else "second", told, _FIRM)


def _owner(d: Debrief, text: str) -> Heard | None:
    """That the person met owns the customer, called by its name (R7)."""
    hit = _OWNS.search(text) if d.customer else None
    owned = hit is not None and text[hit.end() :].casefold().startswith(d.customer.casefold())
    return Heard("first", text[hit.start() : hit.end() + len(d.customer)], _FIRM) if hit and owned else None


def _his_own_office(d: Debrief, told: str) -> bool:
    """Whether the words begin with the office that the rep named the person met by: "Raj, CTO. CTO signs alone", "she's the CEO"."""
    office = re.match(r"(?:the |their )?(\w+)", told, re.I)
    if not office or not d.contact:
        return False
    his = rf"(?:the\s|their\s)?{re.escape(office[1])}\b"
    name = rf"(?:{re.escape(d.contact)}|{re.escape(d.contact.split()[0])})"
    named = rf"\b{name}(?:[^.!?]{{0,60}},|,)?\s\(?(?:is\s)?{his}(?=[,.;)]|$)|\b{his},?\s{name}|\b(?:he|she|{name})(?:['’]?s|\sis)\s{his}"
    return any(re.search(named, said.text, re.I) for said in d.transcript if said.who == "rep")


def _only_a_hint(heard: Heard, text: str) -> bool:
    """Whether the words, with the clause of `text` on which they hang, do not state who approves: a manager's title is no evidence
    of the rank (R6), nor is somebody above mentioned vaguely ("thats it", "her brother's the ops director"), nor a mere name
    (见的李姐), nor that he promised to sign. The number of approvals is then asked for.
    """
    if heard.value == "not_first" and _A_NAME.fullmatch(heard.quote.strip()):
        return True
    if heard.value == "first" and heard.confidence < _FIRM and _PROMISES.search(heard.quote):
        beside = _PROMISES.sub("", heard.quote)
        return not (_ABOUT_APPROVAL.search(beside) or _ALONE.search(beside))
    hinted = heard.value == "third" or (heard.value == "second" and heard.confidence < _FIRM)
    told = with_what_it_hangs_on(text, heard.quote)
    return hinted and not (_ABOUT_APPROVAL.search(told) or consults(told))


def _with_the_next_clause(text: str, quote: str) -> str:
    """The quote and what follows it: "nobody above him, bar the wife"."""
    at = text.find(quote)
    return text[at : at + len(quote) + _NEXT_CLAUSE] if at >= 0 else quote


def _all_of_them_met(d: Debrief, heard: Heard) -> bool:
    """Whether those who have to agree together were met together, so that nobody may be above: that is then asked for (R7)."""
    return (
        heard.value == "second"
        and _BOTH.search(heard.quote) is not None
        and any(_BOTH_MET.search(said.text) for said in d.transcript if said.who == "rep")
    )


def _one_of_the_owners(heard: Heard, text: str) -> bool:
    """Whether the rank rests on owning what belongs to others as well: whether these have to agree is then asked for (R6, R7)."""
    return heard.value == "first" and _CO_OWNED.search(text) is not None and not _ALONE.search(heard.quote)
