"""Not having asked is an event, not its reason (R13): `no_courage` needs more evidence than that."""

from dataclasses import replace

from coach.domain.hearing import Hearing
from coach.patterns import expression

_SILENCE = expression("silence", r"(?:{lead}|\W)*{not_asked}(?:{end}|\W)*")


def without_silence(hearing: Hearing) -> Hearing:
    """The hearing without a `no_courage` that only rests on not having asked."""
    told = tuple(
        one for one in hearing.blockers if one.value != "no_courage" or not _SILENCE.fullmatch(one.quote.strip())
    )
    return hearing if len(told) == len(hearing.blockers) else replace(hearing, blockers=told)
