"""Why it was not signed, where the rep tells it in one breath with that: "didn't sign because …", 没签，主要是…. These words answer
the question that they forestall, and are heard as its answer (R13).
"""

from collections.abc import Callable
from dataclasses import replace

from coach.domain.hearing import Heard, Hearing
from coach.patterns import Pattern

_BECAUSE = Pattern("told_reasons", r"{unsigned_because}(?P<reason>[^。！？；.!?;\n]{2,})")
_ONCE = Pattern("told_reasons", "{once}")
"""Why it was not signed at another time."""
_SURE = 0.65
"""Confidence below which somebody else's look at it is no rival's: it is a reason, but not the one that was heard."""
_FAIR = 0.6
"""Confidence of a reason that is none of those known by name."""


def with_reason_told(hearing: Hearing, text: str, hear: Callable[[str], Hearing]) -> Hearing:
    """The hearing with the reasons that `hear` hears in the words behind "not signed because", or with these as a reason of their
    own; as it is if it was signed, or a reason was heard there.
    """
    told = _BECAUSE.search(text)
    if told is None or _is_signed(hearing) or _ONCE.search(text[max(0, told.start() - 30) : told.start()]):
        return hearing
    words = told["reason"].strip()
    if any(one.quote in words or words in one.quote for one in hearing.blockers):
        return hearing
    said = hear(words)
    own_part = {key: said.facts[key] for key in ("close_attempted", "gave_in") if key in said.facts}
    reasons = tuple(one for one in said.blockers if one.value != "competitor" or one.confidence >= _SURE) or (
        () if own_part else (Heard("other", words, _FAIR),)
    )
    new = tuple(one for one in reasons if one.value not in {known.value for known in hearing.blockers})
    return replace(hearing, facts=own_part | hearing.facts, blockers=(*hearing.blockers, *new))


def _is_signed(hearing: Hearing) -> bool:
    signed = hearing.facts.get("signed")
    return signed is not None and signed.value == "yes"
