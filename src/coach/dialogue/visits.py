"""Which visit the first words are about: none at all, one, or several in one breath, of which the first is taken."""

import re

from coach.domain.debrief import Debrief

_LONGEST = 160
"""Characters up to which words only tell why nobody was seen."""
_NONE = re.compile(
    r"(?:客户|客戶|他|她|对方)(?:临时)?(?:取消|放(?:了)?我?鸽子|爽约)|(?:没|沒)(?:有)?(?:去)?(?:见|見|拜访|拜訪|跑|约|約)(?:着|到|成)?(?:什么|任何)?(?:客户|客戶|人)|(?:没|沒)(?:见|見|碰)(?:着|到)(?:人|老板|老总|他|她)?|不(?:算|是)(?:什么|个|個)?客[户戶]|(?:没|沒)出门|在公司(?:开|呆|待|坐)|保安.{0,8}(?:拦|攔|不让|不讓)|扑了?个?空|(?:老板|老总|老闆|他人|她人|人)(?:没|沒|不)在(?!场)|"
    r"\b(?:did ?n['’]?t|did not|haven['’]?t) (?:see|seen|visit(?:ed)?|meet|met) (?:any(?:body|one)|a customer|any customers?|a client|any clients?)\b|\bno (?:visits?|customers?|calls?|meetings?)(?: today|\b(?=\W|$))|\b(?:met|saw|seen) (?:nobody|no one)\b|\b(?:client|customer|he|she|they) (?:has )?(?:cancel+ed|stood me up|no-?showed)\b|\b(?:visit|meeting|appointment) (?:was |got )?cancel+ed\b|\b(?:in|at) the office all day\b|\bday off\b|(?:\bnot|n['’]t) (?:really |actually )?a (?:customer|client)\b|\b(?:nobody|no one) (?:was )?(?:there|in)\b|\b(?:he|she|they|boss|owner|director|manager|customer|client|buyer|bloke|guy|man|woman|lady|chap|fella) (?:was|were) ?(?:n['’]?t|not) (?:even |actually )?(?:there|in|around|about)\b(?! favou?r)|\b(?:never|did ?n['’]?t|have ?n['’]?t|did not) (?:even |actually )?(?:met|meet|saw|see|seen|got to see) (?:him|her|them|anyone|anybody|the (?:boss|owner|man|woman))\b|\b(?:could ?n['’]?t|did ?n['’]?t) (?:even )?get (?:past|in)\b",
    re.I,
)
_HEARD = re.compile(
    r"但|不过|不過|只见|只見|接待|聊|谈|談|(?<!我)[说說]了|告诉|告訴|\b(?:but|instead|though|says|(?<!\bi )(?:said|told)|spoke|talked|chatted|asked|showed|shown|likes|liked|loved?|wants?|needs?|signed|quoted|gave me)\b",
    re.I,
)
"""Words of a talk with somebody after all."""
_AT_THE_DOOR = re.compile(
    r"\b(?:receptionist|reception|front desk|desk|security|secretary|guard|girl|kid|lad)\b[^.,;]{0,20}\b(?:said|says|told)\b|(?:前台|保安|门卫|秘书)[^，。；]{0,6}(?:说了|告诉|接待)",
    re.I,
)
"""Who sends one away at the door is nobody met."""
_SAW = re.compile(
    r"(?:见了|見了|见的|見的|聊了|谈了|談了|拜访了|(?<![出进回])去了(?!个?空))|\b(?:saw|met|visited|talked to|spoke (?:to|with))\b",
    re.I,
)
_SEVERAL = re.compile(
    r"(?:两|兩|俩|二|三|四|几|幾|[2-9])(?:家|个客户|個客戶|拨|撥)|上午.{4,}(?:下午|晚上)|\b(?:did|had|made|saw|went to) (?:two|three|four|2|3)\b(?! (?:weeks|days|hours|months|years|minutes|times|people|men|women|guys))|\b(?:two|three|four|several) (?:visits|customers|clients|calls|companies)\b|\b(?:two|three|couple|a couple) (?:of (?:visits|customers|clients|calls|them) )?today\b|\bfirst (?:one|was|up)\b(?! to).{4,}\bsecond (?:one|was|up)\b(?! to)|第一[家个].{4,}第二[家个]|\bin the morning\b.{4,}\bin the afternoon\b",
    re.I | re.S,
)
_ONE_BY_ONE = re.compile(
    r"(.*?(?:(?<![一-鿿])|[，,。；;、\s家])一[个個家](?:是|叫|去的)?.{4,}?)[，,。；;、\s]*(?:还有|還有|另)?一[个個家](?:是|叫|去的).+|(.*?\bone (?:was|is)\b.{4,}?)[,.;\s]*(?:and )?\b(?:the )?other (?:one )?(?:was|is)\b.+",
    re.I | re.S,
)
"""Visits told one after the other: 一个是…，一个是…."""
_FIRST = re.compile(r"\bfirst (?:one|was|up)\b(?! to)|第一[家个]", re.I)
_NEXT_ONE = re.compile(
    r"(?:(?<=[，,。；;！!\s])|(?<=[，,。；;！!\s]今天))(?:(?:下午|晚上)(?=[^，。,他她]{0,6}(?:去|见|見|跑了|拜|到了))|第二[家个]|另(?:外)?一?[家个]|还有一[家个]|還有一[家個]|后来又?去|然后又?去|接着又?去|又去了)|"
    r"\b(?:(?:and )?(?:in the afternoon|after lunch)(?=,? (?:i|we)\b)|(?:the )?(?:second|other) (?:one|was|visit|customer)|then i (?:saw|went|met|visited))\b",
    re.I,
)


def none_made(text: str) -> bool:
    """Whether the words only tell that nobody was seen, so that there is nothing to debrief."""
    if len(text) > _LONGEST or not _NONE.search(text):
        return False
    return not _SAW.search(_NONE.sub("", text)) and not _HEARD.search(_AT_THE_DOOR.sub("", text))


def first(d: Debrief, text: str) -> str:
    """The words about the first visit, where the opening tells of several; else the text as it is."""
    if d.step != "opening" or not _SEVERAL.search(text):
        return text
    if one := _ONE_BY_ONE.match(text):
        return (one[1] or one[2]).strip(" ，,。；;")
    begin = _SAW.search(text) or _FIRST.search(text)
    after = _NEXT_ONE.search(text, begin.end()) if begin else None
    return text[: after.start()].strip(" ，,。；;") if after else text
