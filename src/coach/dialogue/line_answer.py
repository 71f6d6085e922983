"""What an answer is that was to be the sentence for next time: the sentence, a question to the coach, a report, or only a reason (R21)."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from coach.dialogue import asides, wording
from coach.domain.facts import FACTS
from coach.domain.hearing import REASONS, Act, Hearing

_TO_HIM = re.compile(r"[您你]|咱|我们|我們|\b(?:you|your|we|us|our|let['’]?s)\b", re.I)
_OF_HIM = re.compile(r"[他她佢]|\b(?:he|she|they|him|her|his|their)\b", re.I)
_INTENDS = re.compile(
    r"我(?:会|會|就|要|再|先|打算)|下[次回]|[让讓请請问問][他她]|告诉[他她]|告訴[他她]|[跟对對向][他她](?:说|說|讲|講)|先(?:问|問)|\bi(?:['’](?:d|ll)| will| would)\b|^\W*(?:tell|ask|say|show|offer)\b",
    re.I,
)
_ASKS_COACH = re.compile(
    r"你(?:说|說)呢|(?:要是|换|換)?(?:你|教练|教練)(?:会|會|来|來|觉得|覺得)?(?:怎么|怎麼|咋)(?:说|說|讲|講|接|开口|開口|办|辦)|我?(?:该|該|应该|應該|要|得)?(?:怎么|怎麼|咋)(?:说|說|讲|講|接|开口|開口)(?:才好|好|呢|啊|呀)*\W*$|"
    r"(?:不知道|不晓得|不曉得|唔知|想不出来?|想不到|[没沒]想(?:好|过|過))(?:该|該|要)?(?:怎么|怎麼|咋|点)?(?:说|說|讲|講|接|开口|開口|写|寫)?(?:啥|什么|什麼|好)?\W*$|\b(?:don['’]?t know|dunno|not sure|no idea|no clue) (?:what|how) (?:to|i['’]?d|i should|i would) (?:say|put|ask|start|phrase|word)|"
    r"教教?我|帮我(?:想|写)|幫我(?:想|寫)|给(?:我)?个?(?:例子|示范|提示|建议)|舉個例子|举个例子|有(?:什么|啥)(?:建议|好话)|"
    r"\bwhat (?:would|should|do|could|can) (?:you|i|one) (?:even )?say\b|\bhow (?:would|should|do|could) (?:you|i) (?:say|put|ask|phrase|word|start)\b|\bany (?:ideas?|suggestions?|tips?|advice)\b|\bhelp me\b|\bgive me an? (?:line|example|hint|idea|clue)\b|\byou tell me\b",
    re.I,
)
_SHORT = 60
_LEAST = 4
_LEAD_IN = re.compile(
    r"^(?:[^您]*?[。.;；，,！!]\s*)?(?:那?(?:我|下[次回]|再来一次|到时候)[^，。！？：:您他她]{0,8}(?:说|說|讲|講|问|問|接|回)[他她]?\s*[，,]?\s*[:：“「\"]|"
    r"(?:next time\s+)?i(?:['’]?d|['’]?ll| would| will| could|['’]m going to)\s+(?:just |simply |probably )?(?:say|go|tell (?:him|her|them)|ask(?: (?:him|her|them))?)(?: (?:something like|like|this))?\s*(?:[:,]?\s*[\"“']|:|,|(?=[A-Z]\w+,)))\s*",
    re.I,
)
_SENTENCE = re.compile(r"[^。！？!?\n.]+(?:\.(?!\s|$)[^。！？!?\n.]*)*[。！？!?\n.]*\s*")
_REASON = re.compile(r"(?:我|我是|就是|主要是)?(?:怕|[没沒]敢|不敢|担心|擔心)|(?:i was |i |just )?(?:afraid|scared|didn['’]?t dare|did not dare|worried)\b", re.I)  # fmt: skip

_TALE = re.compile(
    r"\W*(?:well,? |honestly,? |i think )?(?:he|she|they)(?:(?:['’](?:s|re|d)| \w+(?:ed|n['’]?t)| was| were| is| are| just| only| kept| said| had| felt| thought| wants?)\b|\b(?!.*\bi\b))|\W*(?:其实|好像|可能|应该|老实说)*[，,]?(?:他|她|佢|人家)(?:(?!.{0,12}[：:“「])|(?!.*我))",
    re.I,
)
"""How a report begins: of the customer, not to him, and in no words of the rep's own."""

_TOLD_HIM = re.compile(
    r"(?:^|[，,。；;！!\s])(?:就那句|就(?:是)?一句(?:话)?|(?:后来|最后|然后|所以|就)?我[^，。！？,!?：:“\"]{0,10}?(?:说|說|讲|講|问|問|回)(?:了?一?句|了|他|她|人家)?)\s*[，,：:]?\s*[“「\"]?|"
    r"\bi (?:[\w’']+ ){0,7}?(?:said|asked|told)(?: (?:him|her|them))?\s*[:,]?\s*[\"“']?",
    re.I,
)
_HE_ANSWERS = re.compile(
    r"[”」\"]?\s*[，,。；;！!？?]?\s*(?:然后|结果|于是)?(?:他|她|人家|老板|客户|[一-鿿]{1,2}[总總姐哥])(?:一听|听了|听完|想了想)?[，,]?(?:就|也|立马|马上|当场|直接|二话不说|二话没说)?[，,]?(?:说|說|答应|点头|點頭|签|簽|拿|笑|回|同意|盖|蓋)|"
    r"[\"”']?\s*[,.;]?\s+(?:(?:and|so|then)\s+)+(?:he|she|they|the (?:boss|owner|customer))\b",
    re.I,
)


TO_THE_CUSTOMER = frozenset({"discover", "value", "proof", "answer", "ask", "next"})
"""Acts by which a line speaks to the customer."""


class LineAnswer(NamedTuple):
    """The sentence, empty where there is none; `kind` tells what the answer is; `led` where words about it stood before it."""

    kind: Literal["line", "question", "report", "reason"]
    line: str = ""
    led: bool = False


def read_line(text: str, hearing: Hearing) -> LineAnswer:
    """Reads the answer to the question for the sentence for next time. Never raises."""
    if asides.read(text) in ("asks_back", "mine") or (
        len(text) <= _SHORT and "您" not in text and _ASKS_COACH.search(text)
    ):
        return LineAnswer("question")
    line = _LEAD_IN.sub("", text, count=1) or text
    pieces = _SENTENCE.findall(line)
    while pieces and _gives_a_reason(pieces[0], hearing):
        pieces.pop(0)
    if not pieces and _SENTENCE.findall(line):
        return LineAnswer("reason")
    line = _bare("".join(pieces) or line)
    if line == _bare(text) and _reports(text, hearing):
        return LineAnswer("report")
    return LineAnswer("line", line, led=line != _bare(text))


def addresses(text: str) -> bool:
    """Whether the words are said to the customer and tell nothing of him: "今天先把字签了" asks for it, nothing is signed."""
    return _TO_HIM.search(text) is not None and _OF_HIM.search(text) is None


def speaks_to_him(text: str, acts: Iterable[Act]) -> bool:
    """Whether an answer that was to be a reason is the sentence to the customer already: it addresses him and wants something of him."""
    named = _TO_HIM.search(text) and not (_OF_HIM.search(text) or _REASON.search(text) or _ASKS_COACH.search(text))
    return bool(named) and {"ask", "next"} & set(acts) != set()


def tells_his_words(text: str) -> bool:
    """Whether the words lead to what the rep said to the customer."""
    return _TOLD_HIM.search(text) is not None


def winning_line(text: str) -> str:
    """What the rep said when it was signed: from "I said" to the customer's answer; the whole text where he does not tell it so."""
    told = _TOLD_HIM.search(text)
    if told is None:
        return _bare(text)
    rest = text[told.end() :]
    answered = _HE_ANSWERS.search(rest)
    line = _bare(rest[: answered.start()] if answered else rest).strip(' ，,。；;“”「」"')
    return line if len(line) >= _LEAST else _bare(text)


def _gives_a_reason(sentence: str, hearing: Hearing) -> bool:
    """Whether a sentence says why the rep did not ask (R18), not what he will say."""
    if _TO_HIM.search(sentence):
        return False
    told = any(one.value in REASONS and one.quote.strip() in sentence for one in hearing.blockers)
    return _REASON.match(sentence.strip()) is not None or (told and not _INTENDS.search(sentence))


def _reports(text: str, hearing: Hearing) -> bool:
    """Whether the words tell of the customer instead of speaking to him."""
    if _TO_HIM.search(text) or _INTENDS.search(text) or not _OF_HIM.search(text):
        return False
    return bool(set(FACTS) & set(hearing.facts)) or wording.said_so(text) or _TALE.match(text) is not None


def _bare(text: str) -> str:
    """The sentence without the quotation marks around it."""
    text = text.strip()
    for opens, closes in ("“”", '""', "「」", "‘’", "''"):
        if text.startswith(opens) and text.endswith(closes) and len(text) > 2:
            return text[1:-1].strip()
    return text.rstrip("”」") if text[-1:] in "”」" and not set("“「") & set(text) else text
