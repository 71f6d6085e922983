"""Small things about words: how a quote is cut for reading back, how a day is shown, what a sentence admits."""

import re
from difflib import SequenceMatcher
from unicodedata import east_asian_width

from coach.dialogue.patterns import Pattern
from coach.domain.debrief import Debrief, Judgement
from coach.phrases import Line, Phrasebook, load

_ADMITS = Pattern("wording", "{ignorance}")
_SUPPOSES = Pattern("wording", "{guess}")
_OWN_GUESS = Pattern("wording", "{own_guess}")
_SAID_SO = Pattern("wording", "{customer_said}")
_ONLY_SO = Pattern("wording", r"\W*(?:{yes}\W*)?{said_so}\W*")
_ABOVE = Pattern("wording", "{above}")
_NEITHER = Pattern("wording", "{neither}")
_WARM_UP = Pattern("wording", r"^(?:{warm_up}[，,:：\s]*)+")
_JOINT = Pattern("wording", r"^(?:{joint}[，,\s]*)+(?=\S)|[\s，,]+{joint}$")
"""How a quote hangs on what stood before it; what is read back does without."""
_SENTENCE_END = re.compile(r"[。！？!?\n]|\.(?=\s|$)")
_BREAK = re.compile(r"[，。；！？\n;!?]|[,.](?=\s|$)")
_SHE_BY_TITLE = Pattern("wording", "{she}")
_DENIAL = Pattern("wording", "{denial}")
_WORD = r"[a-z0-9'’]+|[\u4e00-\u9fff]"
_RUN, _RUN_HAN = 4, 5
"""Words, or Chinese characters, in a row that make a sentence the same one told again."""
WIDTH = 44
"""Cells a quote may take when it is read back."""


def clip(quote: str) -> str:
    """A quote short enough to read back: its first clauses, an ellipsis where more followed."""
    quote = _JOINT.sub("", " ".join(quote.split()).strip(' ，。；,.;!?！？、“”"'))
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


def owns_guess(text: str) -> bool:
    """Whether the rep calls it his own guess, so that he need not be asked whether it is one (R9)."""
    return bool(_OWN_GUESS.search(text)) and not said_so(text)


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
