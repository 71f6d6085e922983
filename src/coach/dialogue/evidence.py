"""What is heard about the four facts is worth as evidence: a claim, a guess to be challenged, or nothing new (R9)."""

import re

from coach.dialogue.admitting import admitted_of, elsewhere, is_about, nothing_unknown, of_another_fact
from coach.dialogue.clauses import sentences
from coach.dialogue.evidentiality import admits, his_own, said_so, supposes, tells_more, to_find_out
from coach.dialogue.later_money import later_money, not_there_yet, spoken_for
from coach.dialogue.rank_heard import rank_told
from coach.dialogue.shared_words import same_words
from coach.domain.debrief import Debrief
from coach.domain.facts import FactName
from coach.domain.hearing import Heard, Hearing

_HUMS = re.compile(r"\W*(?:[a-z]{1,2}|h+m+|u+m+|e+r+m*|w+ell|[嗯呃哦噢额])\W*", re.I)
"""A sound that admits nothing."""


def weighed(d: Debrief, name: FactName, text: str, hearing: Hearing) -> Heard | None:
    """What an answer states about a fact, as far as it is worth recording; None if it is not."""
    heard = _shaken(d, name, text) or hearing.facts.get(name) or _faintly(d, name, text, hearing)
    if heard and heard.value == "unsure" and d.step == "claim" and not (admits(heard.quote) or supposes(heard.quote)):
        heard = None  # beside names and the class only what is plainly in doubt is
    if name == "authority":
        heard = rank_told(d, text, heard)
    elif name == "power" and (heard or d.facts[name].known):
        later = later_money(text) or (heard and heard.value == "yes" and spoken_for(text))
        heard = Heard("unsure", later, 1.0) if later else heard
    if heard and to_find_out(text, heard.quote):
        heard = heard._replace(value="unsure")
    return heard if heard and _is_new(d, name, heard) else None


def _is_new(d: Debrief, name: FactName, heard: Heard) -> bool:
    old = d.facts[name]
    if not tells_more(heard.quote):
        return False  # that he said so tells nothing of what
    if old.value == heard.value and (d.step == "reverse" or any(q.text == heard.quote for q in old.quotes)):
        return False  # what he does not know of it is no better evidence than what he told (R14)
    if old.known and same_words(old.words, heard.quote):
        return False  # one sentence told twice contradicts nothing, whatever was heard in it (R15)
    return heard.value != "unsure" or _admitted(d, name, heard.quote)


def _shaken(d: Debrief, name: FactName, text: str) -> Heard | None:
    """The doubt expressed under the reverse question about a known fact, to be presented as a contradiction (R14, R15)."""
    told = (
        admitted_of(name, text, asked="unknowns" in d.asks)
        if d.step == "reverse" and d.facts[name].value in ("first", "yes")
        else ""
    )
    return Heard("unsure", told, 1.0) if told else None


def _admitted(d: Debrief, name: FactName, quote: str) -> bool:
    """Whether an admission of ignorance counts: a known fact is only retracted under the reverse question, and only
    that fact (R14), or by what the money still hangs on (R9).
    """
    if nothing_unknown(quote) or elsewhere(name, quote) or _HUMS.fullmatch(quote):
        return False
    hangs = name == "power" and not_there_yet(quote)
    return hangs or not d.facts[name].known or (d.step == "reverse" and is_about(name, quote))


def _faintly(d: Debrief, name: FactName, text: str, hearing: Hearing) -> Heard | None:
    """A yes of too low confidence to be claimed, as a guess to be challenged (R9); praise none in the sentence of what he suffers from."""
    heard = hearing.faint.get(name)
    if name == "authority" or heard is None or heard.value != "yes" or d.facts[name].value is not None:
        return None
    need = hearing.facts.get("need")
    beside = name == "value" and need and any(heard.quote in one and need.quote in one for one in sentences(text))
    if beside or of_another_fact(name, heard.quote):
        return None
    told = name in d.asks and his_own(heard.quote)
    return heard if told else heard._replace(value="unsure")


def heard_from_him(d: Debrief, words: str) -> bool:
    """Whether the rep told in the sentence of these words, or right before it, that the customer said so himself."""
    for said in d.transcript:
        pieces = sentences(said.text) if said.who == "rep" and words in said.text else []
        at = next((n for n, piece in enumerate(pieces) if words and words in piece), None)
        if at is not None and said_so("".join(pieces[max(0, at - 1) : at + 1])):
            return True
    return False
