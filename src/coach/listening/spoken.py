"""What is said to the customer reports nothing: a question put to him, with a signature in it, is no signature."""

import re
from dataclasses import replace

from coach.domain.hearing import Hearing

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]?")
_QUESTION = re.compile(
    r"[?？]|[吗嗎]\s*$|行不行|好不好|可不可以|成不成|怎么样|怎麼樣|如何|吧[\s。！!]*$|\b(?:shall we|can we|will you|would you|could we|why don't we)\b",
    re.I,
)
_ADDRESS = re.compile(
    r"[您你]|咱[们們]?|^\s*[^，,。\s]{1,4}(?:总|總|老板|老闆|经理|經理|厂长|廠長|主任|院长|姐|哥|女士|先生)[，,]|\b(?:you|your|we|us|let's)\b",
    re.I,
)
_ASKED_OUTRIGHT = re.compile(r"[您][^，,。！!]{0,4}[签簽]")
_OF_HIM = re.compile(r"[他她佢]|\b(?:he|she|they|him|her)\b", re.I)


def without_lines(hearing: Hearing, text: str) -> Hearing:
    """The hearing without a signature that stands only in a question put to the customer."""
    signed = hearing.facts.get("signed")
    if signed is None or signed.value != "yes" or not _put_to_him(signed.quote, text):
        return hearing
    return replace(hearing, facts={key: heard for key, heard in hearing.facts.items() if key != "signed"})


def _put_to_him(quote: str, text: str) -> bool:
    sentence = next((one for one in _SENTENCE.findall(text) if quote.strip() in one), text)
    put = _ASKED_OUTRIGHT.search(sentence) or (_QUESTION.search(sentence) and _ADDRESS.search(sentence))
    return bool(put) and not _OF_HIM.search(sentence)
