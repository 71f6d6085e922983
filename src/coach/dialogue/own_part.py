"""What the rep tells outright of his own part in the last 20 minutes: that he asked, let go, was never put off; why he held back (R17, R18).

Read beside the listener, which hears the customer: what the rep did he says in few and plain words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from coach.domain.debrief import Debrief
from coach.domain.hearing import REASONS, Heard, Hearing

_SURE = 0.9
_CLAUSES = re.compile(r"[，,。.!！?？;；:：\n—–]+|(?<=[一-鿿])\s+(?=[一-鿿])")
_ASKED = re.compile(
    r"(?:我)?(?:当场|當場|当面|今天|也|都|已经|已經|就|是|倒是?)*(?:开了?口|開了?口)(?:了|(?:要|请|請|让|讓)[他她]?签?[字单單]?了?)(?:的|啊|呀)?|"
    r"(?:我)?(?:当场|當場|当面|今天|也|都|已经|已經|就|是|倒是?)*提[了过過](?:要|请|請)?[他她]?[签簽](?:字|单|單|合同)?(?:的事)?|"
    r"(?:yes|yeah)?\s*(?:but |and |so )?i (?:did )?(?:just |even )?ask(?:ed)? (?:(?:him|her|them) (?:to sign|for (?:the |a )?(?:signature|order))|for (?:the |a |his |her )?(?:signature|order))(?: (?:today|once|twice|on the spot))?",
    re.I,
)
_NOT_ASKED = re.compile(
    r"(?:no+|nah|nope|honestly|well|nothing)?[\s,]*(?:i )?(?:did ?n['’]?t|did not|never) (?:even |really |actually )?ask(?: (?:him|her|them))?(?: to sign)?\b(?! (?:about|for|who|where|how|when|if|whether|which|the|his|her|their|that)\b)(?! what(?!['’]?s the (?:point|use)))(?! why\b(?! would| should| bother))",
    re.I,
)
"""That he did not ask, with why not behind it; what else he did not ask about is no such thing."""
_LET_GO = re.compile(
    r"我(?:就|只好|便|也)?(?:说|說|回|答)(?:了?句|他|她)?[“\"「]?那?(?:好|行(?!不行)|成(?!本)|ok|没事|没关系|不急|不着急|不打扰|您先忙)|"
    r"\bi (?:just |only )?(?:said|told (?:him|her|them)),? ?[\"“']?(?:sure|ok(?:ay)?\b|fine|all right|alright|no (?:rush|problem|worries)|of course|take your time)",
    re.I,
)
_NO_PUT_OFF = re.compile(
    r"(?:他|她|人家|客户|客戶|对方)?(?:[又也都]?[没沒]有?|不是|不算)(?:在)?推(?:托|脱|脫|辞|辭|我)?(?:啊|呀|的|了|过|過)*(?=$|他|她|我|是|，|在)|"
    r"\b(?:(?:he|she|they|nobody|customer) (?:didn['’]?t|did not|never) (?:really )?(?:put|fob) me off|(?:it |that )?(?:wasn['’]?t|isn['’]?t|was not) a put[- ]?off|there was no put[- ]?off|nobody put me off)\b",
    re.I,
)
_OF_OTHERS = re.compile(
    r"^\W*(?:他|她|佢|客户|客戶|老板|老闆|人家|对方|對方|[一-鿿]{1,2}[总總姐哥])|\b(?:he|she|they|customer|client|boss|owner)\b.{0,16}\b(?:afraid|scared|worried|fear|nervous)",
    re.I,
)
_FEAR = re.compile(
    r"怕.{0,8}(?:[烦煩嫌急逼吓嚇]|反感|得罪|印象|扫兴|掃興|不高兴|不高興|不舒服|生气|生氣|丢单|黄了|跑了)|扫兴|掃興|(?:再|硬|这么|這麼).{0,3}逼.{0,6}(?:不好|难看|難看|不合适|不合適|过分)|不好看|显得.{0,4}(?:急|逼|贪)|顯得.{0,4}(?:急|逼)|"
    r"(?:afraid|scared|worried|fear(?:ed)?|did ?n['’]?t want to|not want to)\b.{0,40}?\b(?:push(?:y|ed|ing|)\b|annoy|put (?:him|her|them) off|impression|los(?:e|ing)\b|rude|pressur|desperate|upset|spoil|offend|scare)|\b(?:look(?:ed|ing)?|seem(?:ed)?|sound(?:ed)?|come across(?: as)?) (?:too )?(?:pushy|desperate|greedy)|\b(?:spoil|kill|ruin)(?:ed|s|ing)? the mood\b",
    re.I,
)
_COURAGE = re.compile(
    r"(?<!不是)(?:[没沒不]敢|[没沒]胆|[没沒]膽|发怵|發怵|张不开[嘴口]|張不開[嘴口]|开不了口|開不了口|怂了)|"
    r"\b(?:did ?n['’]?t dare|dared not|(?:lost|had no|have no|without) (?:the |my )?nerve|chickened out|bottled it|too nervous|could ?n['’]?t bring myself)\b",
    re.I,
)

_OWNED = re.compile(
    r"敢|胆|膽|怕|怵|怂|好意思|脸皮|臉皮|[张張开開]不[开開了]|印象|得罪|反感|嫌|急|逼|紧张|緊張|心虚|底气|犹豫|没自信|经验|新手|"
    r"dar(?:e|ed|ing)\b|nerv|bottle|\bguts?\b|courage|scared|afraid|fear|push|rude|impression|greedy|desperate|chicken|shy|awkward|embarrass|\bneck\b|\bballs\b|fr[oe]ez|froze|cold feet|mood|annoy|bother|pester|hesitat|confiden|experience|\bnew (?:to|at)\b|intimidat|los(?:e|ing) (?:him|her|them|it)|worried",
    re.I,
)
"""Words for nerve or fear. Without any of them nobody has owned up to either (R18), whatever it sounded like."""
_DENIES = re.compile(
    r"(?:不是|不算|没|沒|又不)(?:因为)?(?:不敢|没敢|害怕|怕|胆小|没胆)(?!.{0,3}(?:是怕|就是))|(?<!不是)(?<!是)不怕|"
    r"(?:\bi )?(?:was|am|['’]m|is|it['’]s)(?:n['’]?t| not)(?: that i was(?:n['’]?t)?| (?:really|at all|even))* (?:scared|afraid|nervous|shy|frightened|chicken|nerves|fear|a matter of nerve)\b",
    re.I,
)


def denies(text: str) -> bool:
    """Whether the rep says that it was neither want of nerve nor fear, and names no other of the two beside it."""
    return any(map(_DENIES.search, clauses(text))) and reason(_DENIES.sub("", text)) is None


def with_own_part(d: Debrief, text: str, hearing: Hearing) -> Hearing:
    """The hearing with what was told outright of the rep's own part, where the listener heard nothing of it or otherwise."""
    if d.signed or d.lost:
        return hearing
    facts = dict(hearing.facts)
    for clause in clauses(text):
        if _ASKED.fullmatch(clause):
            facts.setdefault("close_attempted", Heard("yes", clause, _SURE))
        if d.step == "unsigned" and _NOT_ASKED.match(clause):
            facts.setdefault("close_attempted", Heard("no", clause, _SURE))
        if d.step in ("unsigned", "push") and _LET_GO.search(clause):
            facts.setdefault("gave_in", Heard("yes", clause, _SURE))
    if not_put_off(text):
        facts.pop("gave_in", None)
    return replace(hearing, facts=facts, blockers=_with_reason(text, hearing.blockers))


def not_put_off(text: str) -> bool:
    """Whether the rep says that the customer did not put him off at all."""
    return any(_NO_PUT_OFF.search(clause) for clause in clauses(text))


def reason(text: str) -> tuple[Literal["no_courage", "fear_impression"], str] | None:
    """Which of R18's two reasons the rep tells of himself, and the clause; fear outweighs, as who fears dares not either."""
    own = [clause for clause in clauses(text) if not _OF_OTHERS.search(clause)]
    fear = next((clause for clause in own if _FEAR.search(clause)), None)
    if fear:
        return "fear_impression", fear
    nerve = next((clause for clause in own if _COURAGE.search(clause)), None)
    return ("no_courage", nerve) if nerve else None


def clauses(text: str) -> Iterator[str]:
    """The text piece by piece; a space between Chinese characters parts them as a comma does."""
    return (part.strip() for part in _CLAUSES.split(text) if part and part.strip())


def _with_reason(text: str, heard: tuple[Heard, ...]) -> tuple[Heard, ...]:
    others = tuple(one for one in heard if one.value not in REASONS)
    told = reason(text)
    if told is None:
        owned = () if denies(text) or not _OWNED.search(text) else tuple(one for one in heard if one.value in REASONS)
        return (*others, *owned)
    return (*others, Heard(*told, _SURE))
