"""Not having asked is an event, not its reason (R13): `no_courage` needs more evidence than that."""

import re
from dataclasses import replace

from coach.domain.hearing import Hearing

_SILENCE = re.compile(
    r"(?:我|就|也|都|压根|根本|当时|當時|倒是|倒|真|还|還|一直|自己|\W)*(?:(?:没|沒)有?|冇|未)(?:主动|直接|当场|再)?(?:开口|開口|提|要|问|問|讲|講|说|說)(?:他|她|人家|签字?|簽字?|合同|这事|这个|的事|这句|出来|要|过|過)*[呢啊呀了吧\W]*|"
    r"(?:(?:i|we|just|simply|really|actually|honestly|no|so|and|but|because|cause|cos|well)\b|\W)*(?:didn['’]?t|did not|never|haven['’]?t)(?:\s(?:even|actually|really))?\sask(?:ed)?(?:\s(?:it|him|her|them|for (?:it|the (?:order|signature|business|sale))|to sign))*\W*",
    re.I,
)


def without_silence(hearing: Hearing) -> Hearing:
    """The hearing without a `no_courage` that only rests on not having asked."""
    told = tuple(
        one for one in hearing.blockers if one.value != "no_courage" or not _SILENCE.fullmatch(one.quote.strip())
    )
    return hearing if len(told) == len(hearing.blockers) else replace(hearing, blockers=told)
