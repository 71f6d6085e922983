"""Neither hope nor fear is evidence (R9): a supposition counts as a guess, unless it quotes the customer."""

import re
from collections.abc import Mapping
from dataclasses import replace

from coach.domain.hearing import Heard, Hearing
from coach.listening.claims import WEIGHED

_SUPPOSES = re.compile(
    r"应该|應該|估计|估計|估摸|可能|大概|也许|也許|好像|似乎|说不定|没准|感觉(?:是|他|她|还)|感覺|我猜|猜(?:是|他|她|的|测)|看样子|看着像|看上去|看得出|看出来|我看(?:他|她|对方|人家|得出)|多半|恐怕|不一定|未必|不像|(?:[能会]|不至于)(?:没|差|缺)(?:这点|这些)?(?:钱|预算|经费)|想来|总该|总会|掛$|囉$|吧$|"
    r"\b(?:should (?:be|have)|probably|maybe|perhaps|possibly|i guess|i'?d guess|i reckon|i suppose|i imagine|i'?d imagine|i assume|presumably|seems? (?:to|like|ok|fine|keen|interested)|seemed|might|must have|(?:can['’]?t|cannot) be (?:broke|short|skint|poor|hard up)|i think|i'?d say|hopefully|i hope|sounds like|looks like|likely|could be|kind of|sort of)\b",
    re.I,
)
_TOLD = re.compile(
    r"(?:他|她|老板|客户|对方|人家|佢|总|经理|女士|先生|亲口|原话)[^，。,.]{0,4}(?:(?:说|說)(?!了算)|讲|講|話|话|告诉|提|表示|问|夸|(?<!了)算)|“|「|\"|"
    r"\b(?:he|she|they|owner|boss|customer|client|director|manager)\b[^.,;]{0,14}\b(?:said|says|told|tells|showed|asked|confirmed|mentioned|reckons|admitted|promised)\b",
    re.I,
)


_CONCLUDES = re.compile(
    r"(?:大|新|气派|漂亮|阔|豪)[^。]{0,8}所以(?:有|没问题|肯定|行|够)[^，。]{0,4}$|\b(?:nice|big|new|fancy|smart|huge|posh)\b[^.]*\bso,? (?:yes|yeah|yep|no problem|it['’]?s fine)\W*$|"
    r"\bso,? (?:(?:he|she|they)(?:['’](?:ve|s)| has| have)? got (?:it|the money)|(?:he|she|they) can (?:pay|afford it))\W*$",
    re.I,
)
"""The rep's own conclusion from what he saw: "nice building, new vans, so yes"."""
_CONCLUDED = re.compile(
    r"[，,、\s]*(?:我|那)?(?:恐怕|估计|估計|估摸|应该|應該|想来|想必|多半|大概)|[,\s]+(?:so )?(?:probably|presumably|i (?:guess|reckon|suppose))\b",
    re.I,
)
"""How the next clause begins where he concludes from the one before: 甲方拖欠工程款，恐怕是捉襟见肘."""
_OWN_IMPRESSION = re.compile(
    r"(?:聊|谈|讲|见面|演示|沟通)得?(?:得)?(?:都|还|也)?(?:很|挺|蛮|特别|非常|比较)?(?:好|不错|开心|愉快|投机|顺利?|融洽)(?:的|了)?$|"
    r"\b(?:demo|meeting|visit|call|chat|presentation|pitch|talk|it|that|all|everything)(?: (?:really|just|all))? (?:went|was going|was)(?: down| an?)?(?: (?:really|very|pretty|so|quite|super))? (?:well|great|good|fine|smoothly|brilliantly|lovely|a treat|a bomb|like a dream)\b|"
    r"^\W*(?:a )?(?:really |very )?(?:great|good|lovely|brilliant) (?:demo|meeting|visit|call|chat|talk)\W*$",
    re.I,
)
"""How the visit seemed to the rep, which tells nothing of what the customer sees in it."""
_OWN_MOOD = re.compile(
    r"^\W*(?:and |but |so )?i(?:['’]?m| am| feel| felt)\b(?! not)[^,.;]{0,12}\b(?:good|great|confident|hopeful|optimistic|positive)\b|^\W*我(?:很|挺|蛮)?(?:有信心|乐观|看好)|"
    r"^\W*(?:他|她|佢|老板娘?|老闆娘?)?人(?:也|都|超|很|挺|蛮|特别|特別|还|還|真|几|幾)*(?:好|热情|熱情|客气|客氣|不错|不錯|nice|随和|隨和|爽快)(?:的|啊|喎)?$|好说好说|场面话|場面話|打哈哈|"
    r"^\W*(?:he|she|they)(?:['’]?(?:s|re)| (?:is|are|was|were)) (?:such )?(?:an? )?(?:really |very |so )?(?:nice|lovely|friendly|kind|polite|sweet)(?: (?:man|woman|guy|lady|bloke|fella|person|people))?\W*$",
    re.I,
)
"""The rep's mood and the customer's manners, which tell nothing of what he wants."""
_OPEN_QUESTION = re.compile(r"^\W*(?:or|nor) (?:if|whether|when|who|how|what|where|which)\b", re.I)
"""What goes on with an admission of ignorance: "don't know the CEO, or when the budget is released"."""
_WHETHER = re.compile(r"([一-鿿])[不没沒]\1(?![^，。；]{0,6}(?:都|无所谓|無所謂))")
"""A verb asked about, which leaves open what it says: 就看账上钱够不够; 要不要都行 leaves nothing open."""
_ONLY_MET = re.compile(
    r"\W*(?:so |and |today |i |we )*(?:saw(?! (?:an?|the(?! (?:\w+ ){0,2}(?:owners?|managers?|boss|buyer|director|head|partners?|lady|guy|man|woman)\b)|that|how|what|he|she|they|it|we)\b)|met(?: with)?|visited|sat (?:down )?with|spoke (?:to|with)|called on|dropped in on|(?:back|went|been|over) to(?: see)?)"
    r"(?:\s(?!(?:who|that|about|for|because|wants?|needs?|says?|said)\b)[\w'’&.-]+){1,9}\W*|\W*(?:the )?same as (?:last|before|\w+ (?:days|weeks|months))\b[^,.;]*",
    re.I,
)
"""Whom the rep met, or that all is as it was last time, which tells nothing of what the customer needs, has or sees."""


def without_supposed(hearing: Hearing, text: str = "") -> Hearing:
    """The hearing with every yes or no to need, money and value that the `text` only supposes replaced by `unsure`, and
    without what tells of the rep, or of the customer's manners, alone.
    """
    facts, faint = _of_the_customer(hearing.facts), _of_the_customer(hearing.faint)
    guesses = {
        name: told._replace(value="unsure") for name in WEIGHED if (told := facts.get(name)) and _guessed(told, text)
    }
    blockers = tuple(_left_open(one) for one in hearing.blockers)
    return replace(hearing, facts=facts | guesses, faint=faint, blockers=blockers)


def _left_open(blocker: Heard) -> Heard:
    """A reason not to sign, which is not that there is no money or need if it only asks whether there is."""
    asked = blocker.value in ("no_budget", "no_need") and _WHETHER.search(blocker.quote)
    return blocker._replace(value="other") if asked else blocker


def _of_the_customer(told: Mapping[str, Heard]) -> dict[str, Heard]:
    return {key: one for key, one in told.items() if not _of_the_rep(key, one)}


_KNOWS_NOT = re.compile(
    r"(?:不知道|不清楚|不晓得|不曉得|没问(?!题)|沒問(?!題)|没打听|说不准|搞不清|拿不准|唔知)[^，。]{0,2}$|^(?:这个|那个|至于)?我?(?:也|还)?(?:不知道|不清楚|不晓得|不曉得|没问(?!题)|沒問(?!題)|唔知)|"
    r"^(?:and |but |so |well |cos )?(?:i )?(?:really )?(?:do ?n['’]?t know|did ?n['’]?t (?:ask|find out)|dunno|no idea|not sure|unsure|never asked) (?:if|who|whether|what|how)\b",
    re.I,
)


_ONLY_INTRODUCES = re.compile(
    r"(?:(?:and|but|so|then|the|a|my|his|her|their)\s+)*(?:[a-z.]+\s+){0,2}(?:said|says|goes|asked|told me)\W*|[^，。！？；,.!?;]{0,8}?(?:说|說|讲|講|话|話)(?:了|道|过|過)?\W*",
    re.I,
)
"""Words that introduce speech, and nothing else."""
_LAST_STOP = re.compile(r"\W+$")


def without_guessed_rank(hearing: Hearing, text: str) -> Hearing:
    """The hearing without an authority that the rep only supposes or says he does not know, or that rests on "the boss
    said" with nothing said after it; a supposed one becomes faint (R9).
    """
    told = hearing.facts.get("authority")
    if told is None:
        return hearing
    quote = told.quote.strip()
    unknown = _LAST_STOP.sub("", text).endswith(_LAST_STOP.sub("", quote)) and bool(_ONLY_INTRODUCES.fullmatch(quote))
    if _TOLD.search(quote) and not unknown:
        return hearing
    guessed, unknown = supposed(quote), unknown or bool(_KNOWS_NOT.search(quote))
    if not (guessed or unknown):
        return hearing
    facts = {key: heard for key, heard in hearing.facts.items() if key != "authority"}
    return replace(hearing, facts=facts, faint=hearing.faint if unknown else hearing.faint | {"authority": told})


def supposed(clause: str) -> bool:
    """Whether a clause only supposes something."""
    return bool(_SUPPOSES.search(clause))


def _of_the_rep(key: str, told: Heard) -> bool:
    """Whether the words tell his mood or whom he met, and so neither need nor money nor value; whom he met may tell the
    rank (R6).
    """
    mood = key == "value" and _OWN_MOOD.search(told.quote)
    return bool(mood or (key in WEIGHED and _ONLY_MET.fullmatch(told.quote)))


def _guessed(heard: Heard, text: str) -> bool:
    quote, at = heard.quote, text.find(heard.quote)
    concluded = at >= 0 and _CONCLUDED.match(text, at + len(quote)) is not None
    guess = concluded or any(
        one.search(quote) for one in (_SUPPOSES, _CONCLUDES, _OWN_IMPRESSION, _OPEN_QUESTION, _KNOWS_NOT)
    )
    if heard.value == "no" and _WHETHER.search(quote):
        return True
    return heard.value in ("yes", "no") and guess and not _TOLD.search(quote)
