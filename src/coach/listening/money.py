"""What speaks of money without any being there (R9): our own price, and what somebody has still to grant."""

import re
from collections.abc import Mapping
from dataclasses import replace

from coach.domain.hearing import Heard, Hearing

_OUR_PRICE = re.compile(
    r"^\W*(?:and |so |but |the |our |total |list )*(?:amount|price|cost|quote|quotation|offer|rate|ours|total)\b(?!.*\b(?:fine|ok|okay|agreed|approved|budget|there|set)\b)[^.,;]*\d[\d.,]*[^.,;]*$|"
    r"^\W*(?:and |so |then )?i (?:gave|quoted|offered|told|said)(?: (?:him|her|them))?\b[^.,;]{0,24}\d|"
    r"^\W*(?:我们?)?(?:给(?:他|她))?(?:报价?|开价|价格|总价)(?:了|是|给(?:他|她))?[^，。]{0,6}[\d一二三四五六七八九十百千万]+[万千块元]*$",
    re.I,
)
"""What we ask, which is not what the customer has."""
_NOT_YET_GRANTED = re.compile(
    r"\b(?:board|council|committee|trustees|governors|bank) (?:still )?(?:votes?|decides|has to (?:ok|okay|approve|agree|say yes))\b|"
    r"\b(?:still|yet) to be (?:voted|approved|signed off)\b|\bif (?:the|his|her|their|a) (?:loan|grant|bank|finance|funding|lease)\b|"
    r"\b(?:loan|grant|finance|funding|bank) (?:has ?n['’]?t|has not|is ?n['’]?t|is not|not yet)\b|"
    r"^\W*(?:\w+,? )?it['’]?s the bank\W*$|"
    r"(?:还没|还要|等着?)(?:批|上会)|(?:要|得|等|看)银行(?:批|放|同意)|贷款(?:还没|没)(?:批|下|放)",
    re.I,
)
_OWED = re.compile(
    r"要(?:交|还|還|付|发|發)(?:的)?(?:房租|租金|贷款|貸款|房贷|房貸|工资|工資|税|稅|货款|貨款|利息)|压着货|壓著貨|\b(?:rent|wages|payroll) (?:is |are )?(?:due|to pay)\b",
    re.I,
)
"""Money that goes elsewhere."""
_LONGEST = 100
_BOASTED = re.compile(
    r"[^说說讲講话話]{0,8}(?:肯定|绝对|絕對|准保|不可能没)[^，。]{0,6}|.*\b(?:surely|bound to have)\b.*", re.I
)
"""Money of which only the rep is certain: 钱肯定有."""
_SENTENCE_END = re.compile(r"[.。！!?？;；]")


def without_false_money(hearing: Hearing, text: str) -> Hearing:
    """The hearing without money that is only our price, and as `unsure` with what its sentence says has still to be
    granted, or of which only the rep is certain.
    """
    hearing = replace(hearing, facts=_without_our_price(hearing.facts), faint=_without_our_price(hearing.faint))
    if (faint := hearing.faint.get("power")) and _OWED.search(faint.quote):
        hearing = replace(hearing, faint={key: one for key, one in hearing.faint.items() if key != "power"})
    told = hearing.facts.get("power")
    if told is None or told.value != "yes":
        return hearing
    if _BOASTED.fullmatch(told.quote) or _OWED.search(told.quote):
        return replace(hearing, facts=hearing.facts | {"power": told._replace(value="unsure")})
    at = max(text.find(told.quote), 0)
    end = _SENTENCE_END.search(text, at + len(told.quote))
    sentence = text[at : end.start() if end else len(text)]
    if not _NOT_YET_GRANTED.search(sentence):
        return hearing
    return replace(hearing, facts=hearing.facts | {"power": told._replace(value="unsure", quote=sentence[:_LONGEST])})


def _without_our_price(told: Mapping[str, Heard]) -> dict[str, Heard]:
    return {
        key: one
        for key, one in told.items()
        if key != "power" or one.value != "yes" or not _OUR_PRICE.search(one.quote)
    }
