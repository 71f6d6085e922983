"""Removal of false signatures: a question put to the customer, a budget signed off, a competitor's order."""

import re
from dataclasses import replace

from coach.domain.hearing import Hearing
from coach.patterns import expression

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]?")
_QUESTION = expression("signatures", "[?？]|{question}")
_ADDRESS = expression("signatures", "{address}")
_ASKED_OUTRIGHT = expression("signatures", "{asked_outright}")
_OF_HIM = expression("signatures", "{of_him}")


_ANOTHER = expression("signatures", "{another}")
_THE_ONE = expression("signatures", "{the_one}")
_NOT_THE_ORDER = expression("signatures", "{not_the_order}")


_HALF = expression("signatures", "{half}")
"""A signature that the rep himself takes back by half."""
_WORTHLESS = expression("signatures", "{worthless}")
"""A signature of which it is said what it would be worth: 他签了也不算, "even if he signed it wouldn't count"."""

_WHO_SIGNS = expression("signatures", "{who_signs}")
"""Who would sign, which does not say that he has."""


_WORDS = expression("signatures", "{word_of_signing}")
"""A word of signing, ordering, paying or having won, without one of which nothing was signed."""


def without_false_signature(hearing: Hearing, text: str) -> Hearing:
    """The hearing without a signature that is only a question to the customer or somebody else's."""
    signed = hearing.facts.get("signed")
    if (
        signed is None
        or signed.value != "yes"
        or not (
            _put_to_him(signed.quote, text)
            or _of_another(signed.quote)
            or _NOT_THE_ORDER.search(text)
            or _HALF.search(text)
            or _WORTHLESS.search(signed.quote)
            or _WHO_SIGNS.search(signed.quote)
            or not _WORDS.search(text)
        )
    ):
        return hearing
    return replace(hearing, facts={key: heard for key, heard in hearing.facts.items() if key != "signed"})


def _of_another(quote: str) -> bool:
    return bool(_ANOTHER.search(quote)) and not _THE_ONE.search(_ANOTHER.sub(" ", quote))


def _put_to_him(quote: str, text: str) -> bool:
    sentence = next((one for one in _SENTENCE.findall(text) if quote.strip() in one), text)
    put = _ASKED_OUTRIGHT.search(sentence) or (_QUESTION.search(sentence) and _ADDRESS.search(sentence))
    return bool(put) and not _OF_HIM.search(sentence)
