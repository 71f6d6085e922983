"""Small things about words: how a quote is cut for reading back, how a day is shown, what a sentence admits."""

import re
from difflib import SequenceMatcher
from unicodedata import east_asian_width

from coach.domain.debrief import Debrief, Judgement
from coach.phrases import Line, Phrasebook, load

_ADMITS = re.compile(
    r"没问(?!题)|沒問(?!題)|没有问(?!题)|没敢问|忘了问|不知道|不清楚|不晓得|不曉得|唔知|冇问|冇問|摸不准|拿不准|没提|没聊|没谈到|没说到|看不出|"
    r"didn'?t (?:ask|find out|get|bring)|did not ask|never (?:asked|came up)|don'?t know|dunno|do not know|no idea|no clue|not sure|forgot to|can'?t (?:say|tell)|haven'?t asked|unclear|hard to tell",
    re.I,
)
_SUPPOSES = re.compile(r"估计|估計|猜|觉得|覺得|感觉|感覺|以为|应该|應該|看着|推测|没问(?!题)|supposed?|suppos|guess|assum|reckon|my (?:own )?(?:guess|feeling)|figure|think so|didn'?t ask", re.I)  # fmt: skip
_SAID_SO = re.compile(r"(?:他|她|客户|老板|对方|人家|佢|总|经理)[^，。,.]{0,6}(?:亲口|自己)?(?:说|講|讲|話|告诉|提)|亲口|原话|\b(?:he|she|they|customer|client|boss|owner)\b[^.,]{0,12}\b(?:said|told|mentioned|confirmed|showed)\b|\b(?:said|told me) so\b|in (?:his|her|their) own words", re.I)  # fmt: skip
_ONLY_SO = re.compile(
    r"\W*(?:(?:是|对|對|嗯|yes|yeah)\W*)?(?:(?:是)?(?:他|她|佢|客户|客戶|老板|对方|人家)?(?:自己|亲口|親口)?(?:跟我|对我)?(?:说|說|讲|講|提|话)(?:过|過|了)?(?:的|嘛|呀|啊)?|原话|"
    r"(?:(?:it was |that was )?(?:he|she|they|the customer|the client|the boss|the owner) )?(?:did|said|told me|showed me)(?: so| that| it)?(?: (?:himself|herself|themselves))?|(?:his|her|their) (?:own )?words?)\W*",
    re.I,
)
_ABOVE = re.compile(r"几[道层個个級级]|幾[道層個級]|多少[道层]|上[面头]|谁(?:拍板|签|说了算|批)|\b(?:how many|who (?:signs|decides|else)|above|further up|who has the last word)\b", re.I)  # fmt: skip
_NEITHER = re.compile(
    r"(?:honestly[, ]*)?(?:neither|none of (?:the two|those|them|that)|not either)\b|(?:其实|說真的|说真的)?[，,]?(?:两样|兩樣|两个|兩個)?都不是(?:因为|因為)?",
    re.I,
)
_WARM_UP = re.compile(r"^(?:honestly|well|probably|maybe|i think|i guess|i suppose|um+|so|其实|我觉得|我估计|我想|应该是|可能是|大概是|说白了|就是)[，,:：\s]*", re.I)  # fmt: skip
_SENTENCE_END = re.compile(r"[。！？!?\n]|\.(?=\s|$)")
_BREAK = re.compile(r"[，。；！？\n;!?]|[,.](?=\s|$)")
_SHE_BY_TITLE = re.compile("[姐嫂姨]$|女士|小姐|太太|夫人|老板娘|大妈|阿姨")
_DENIAL = re.compile(r"[不没沒别]|\b(?:no|not|never|cannot)\b|n['’]t\b", re.I)
_WORD = r"[a-z0-9'’]+|[\u4e00-\u9fff]"
_RUN, _RUN_HAN = 4, 5
"""Words, or Chinese characters, in a row that make a sentence the same one told again."""
WIDTH = 44
"""Cells a quote may take when it is read back."""


def clip(quote: str) -> str:
    """A quote short enough to read back: its first clauses, an ellipsis where more followed."""
    quote = " ".join(quote.split()).strip(' ，。；,.;!?！？、“”"')
    if _cells(quote) <= WIDTH:
        return quote
    kept = ""
    for piece in _BREAK.finditer(quote):
        if _cells(quote[: piece.start()]) > WIDTH:
            break
        kept = quote[: piece.start()]
    while not kept or _cells(kept) > WIDTH:
        kept = _shortened(kept or quote)
    return kept + "…"


def book_for(d: Debrief) -> Phrasebook:
    """The catalogue of the language spoken, in the words for a woman where the rep speaks of one."""
    book = load(d.language)
    return book.feminine if _SHE_BY_TITLE.search(d.contact) or d.feminine_pronouns > 0 else book


def in_words(quote: str) -> Line:
    """What stands behind a fact where it is read back: the rep's own words, or that he picked it with a key."""
    return Line("words.said", {"quote": clip(quote)}) if quote else Line("words.chosen")


def judged(judgement: Judgement) -> Line:
    """A class with the percentage given, if one was."""
    key = "judged.class" if judgement.confidence is None else "judged.sure"
    return Line(key, {"customer_class": judgement.customer_class, "sure": judgement.confidence})


def joined(first: str, second: str) -> str:
    """Two pieces as one, with the comma of the language they are in."""
    if not first or not second or second in first:
        return first or second
    comma = ", " if (first + second).isascii() else "，"
    return f"{first.rstrip('。.;； ')}{comma}{second}"


def core(text: str) -> str:
    """What a rep named, without the words he warmed up with."""
    return clip(_WARM_UP.sub("", _SENTENCE_END.split(text.strip(), maxsplit=1)[0]))


def admits(text: str) -> bool:
    """Whether the words admit not knowing, rather than guess."""
    return bool(_ADMITS.search(text))


def admits_rank(text: str) -> bool:
    """Whether the words admit not knowing how many approvals stand above (R7): nobody is asked again for what he says he does not know."""
    return any(admits(clause) and _ABOVE.search(clause) for clause in _BREAK.split(text))


def supposes(text: str) -> bool:
    """Whether the words own up to a guess."""
    return bool(_SUPPOSES.search(text)) or admits(text)


def neither(text: str) -> bool:
    """Whether an answer to "this or that?" begins by turning both down."""
    return _NEITHER.match(text.strip()) is not None


def same_words(one: str, other: str) -> bool:
    """Whether two quotes repeat one sentence: a run of words in common, and neither denies what the other says."""
    words: list[str] = re.findall(_WORD, one.lower())
    if bool(_DENIAL.search(one)) != bool(_DENIAL.search(other)):
        return False
    run = SequenceMatcher(None, words, re.findall(_WORD, other.lower()), autojunk=False).find_longest_match()
    return run.size >= (_RUN_HAN if words[run.a][:1] >= "\u4e00" else _RUN) if run.size else False


def said_so(text: str) -> bool:
    """Whether the words point at something the customer said or did."""
    return bool(_SAID_SO.search(text))


def tells_more(text: str) -> bool:
    """Whether the words tell anything beside "he said so", which are nobody's words about the customer."""
    return _ONLY_SO.fullmatch(text.strip()) is None


def _shortened(text: str) -> str:
    budget, out = WIDTH, ""
    for word in re.findall(r"[\x21-\x7e]+\s*|.", text):
        budget -= _cells(word)
        if budget < 0:
            break
        out += word
    return out.strip() or text[: WIDTH // 2]


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
