"""Removal of false signatures: a question put to the customer, a budget signed off, a competitor's order."""

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


_ANOTHER = re.compile(
    r"\b(?:one|rubber)[- ]?stamps?\b|"
    r"\bsign(?:ed|s|ing)?[ -]?off\b|\b(?:counter|co)-?signs?\b|\b(?:almost|nearly|not|never|about to) sign(?:ed)?\b|\bsigned (?:up )?with\b|\bsigned (?:me |us |myself )?in\b|"
    r"\bask(?:ed|ing)?\b[^.,;]{0,20}\bto sign\b|\bask(?:ed|ing)? for (?:the|a|his|her) signature\b|(?:让|叫|请|催|喊|问)[他她您佢]?(?:今天|当场|现在|就)?[签簽]|"
    r"\bsigned (?:(?:for )?(?:the|an?|my|our|his|her) )?(?:visitor|delivery|parcel|guest|register|attendance|nda|non-?disclosure|demo|trial|loan|sample|survey|credit|quot|loi|mou|letter of intent|memorandum|heads of terms)|"
    r"[签簽](?:到|收|退|批)|[签簽](?:了|过|過|的是)?(?:一?[份个個])?[^，。,签簽]{0,4}(?:意向|备忘|備忘|保密|谅解|諒解)|(?:差点|险些|差一点|快要?|就差)(?:就)?[签簽]|(?:[跟和与同]|找)(?:别家|别人|人家|对手|另外一家|隔壁)[^，。,]{0,4}[签簽]|(?:批|预算|预算单|申请)[^，。,]{0,3}[签簽]",
    re.I,
)
_THE_ONE = re.compile(
    r"\b(?:he|she|they|and|just|has|have|it'?s|got it|contract|order|deal)(?: (?:was|is|just|then|has|have))? signed\b(?! (?:off|with|up with|in\b|for))|\band (?:he|she|they) did\b|[签簽](?:了|字了|下了|完)",
    re.I,
)
_NOT_THE_ORDER = re.compile(
    r"\bsigned\b[^.!?]{0,60}\bnot (?:for )?(?:the |an? )?(?:actual |real )?(?:order|contract|deal|agreement)\b|[签簽][^。！？!?]{0,14}不是(?:合同|订单|訂單|单子)",
    re.I,
)


_HALF = re.compile(
    r"\bsigned\W{1,4}(?:well,? )?(?:sort of|kind of|kinda|sorta|almost|in principle)\b|\b(?:sort of|kind of|kinda|sorta|as good as|practically|verbally) signed\b|\bsigned\b[^.!?]{0,12}\b(?:only|just)\b[^.!?]{0,8}\b(?:letter of intent|loi|mou|memorandum|heads of terms|term sheet|nda)\b|算是[签簽]|[签簽]的?是?(?:个|個|份)?意向|[签簽]了?[^。！？!?]{0,6}(?:只是|不过是|就是|而已)(?:一?[个個份张張])?(?:意向|框架|备忘|備忘|保密)|口头[签答簽]|基本上?[签簽]了|差不多[签簽]了",
    re.I,
)
"""A signature that the rep himself takes back by half."""
_WORTHLESS = re.compile(
    r"[签簽](?:了|字|完|过|過)*(?:他|她)?(?:也|都|又|是)?(?:不(?:算|作数|作數|管用|顶用|頂用|好使|生效)|[没沒]用|无效|無效|白[签簽搭])|[签簽](?:了|字|完)+也(?:还|還)?[得要]|"
    r"\b(?:his|her|their) signature(?: alone| by itself)? (?:does ?n['’]?t|would ?n['’]?t|is ?n['’]?t|means? no)|"
    r"\b(?:even )?(?:if|though) (?:he|she|they) signed\b|\bsigned\b[^.!?]{0,16}\b(?:would ?n['’]?t|does ?n['’]?t) (?:count|matter|mean|bind)|\bsigned\b[^.!?]{0,10}\bis ?n['’]?t worth",
    re.I,
)
"""A signature of which it is said what it would be worth: 他签了也不算, "even if he signed it wouldn't count"."""


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
