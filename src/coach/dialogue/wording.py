"""Text utilities: truncation of quotes, display of days, and what a sentence admits."""

import re
from difflib import SequenceMatcher
from unicodedata import east_asian_width

from coach.dialogue.patterns import Pattern
from coach.dialogue.quotation import left_off, nested
from coach.domain.debrief import Debrief, Judgement
from coach.phrases import Line, Phrasebook, load

_ADMITS = Pattern("wording", "{ignorance}")
_SUPPOSES = Pattern("wording", "{guess}")
_OWN_GUESS = Pattern("wording", "{own_guess}")
_SAID_SO = Pattern("wording", "{customer_said}")
_ONLY_SO = Pattern("wording", r"\W*(?:{yes}\W*)?{said_so}\W*")
_PUTS_OFF = Pattern("wording", "{puts_off}")
_ABOVE = Pattern("wording", "{above}")
_NEITHER = Pattern("wording", "{neither}")
_WARM_UP = Pattern("wording", r"^(?:{warm_up}[，,:：\s]*)+")
_JOINT = Pattern("wording", r"^(?:{joint}[，,\s]*)+(?=\S)|[\s，,]+{joint}$")
"""Connectives at the start of a quote, dropped when it is read back."""
_WHO_SAYS = Pattern("wording", r"^\W*{who_says}\W*(?=\S[^，。]{2})")
_RETRACTED = Pattern("wording", r"^[^，,。]{1,30}[，,。.?？!！\s]+{retracts}[，,。.!！\s]+(?=\S)")
"""A first guess that the rep takes back: "downtime? 不对，…"."""
_SENTENCE_END = re.compile(r"[。！？!?\n]|\.(?=\s|$)")
_BREAK = re.compile(r"[，。；！？\n;!?]|[,.](?=\s|$)")
_HAN = re.compile(r"[\u4e00-\u9fff]+$")
_ADDRESSED = Pattern("wording", r"(?<=..)(?:{called_so})$")
"""What a person is called behind his office: 老韩 in 车间主任老韩."""
_SHE_BY_TITLE = Pattern("wording", "{she}")
_DENIAL = Pattern("wording", "{denial}")
_WORD = r"[a-z0-9'’]+|[\u4e00-\u9fff]"
_RUN, _RUN_HAN = 4, 5
"""Consecutive words, or Chinese characters, in common that make two sentences the same."""
WIDTH = 44
"""Maximum width of a quote that is read back, in terminal cells."""

_TELLING = 12
"""Minimum width of the clauses to which a quote is cut."""


def clip(quote: str) -> str:
    """A quote truncated for reading back: its first clauses, with an ellipsis if more followed."""
    quote = nested(_JOINT.sub("", " ".join(quote.split()).strip(" ，。；,.;!?！？、")))
    if _cells(quote) <= WIDTH:
        return quote
    if not _BREAK.search(quote) and _HAN.match(quote):
        return "…" + _shortened(quote[::-1])[::-1]  # dictated in one breath, it comes to the point at the end
    kept = ""
    for piece in _BREAK.finditer(quote):
        if _cells(quote[: piece.start()]) > WIDTH:
            break
        kept = quote[: piece.start()]
    if _cells(kept) < _TELLING:
        kept = ""  # "Cash? …" says nothing
    while not kept or _cells(kept) > WIDTH:
        kept = _shortened(kept or quote)
    return left_off(kept)


def spoken(quote: str) -> str:
    """What somebody said, without the words that he said it."""
    return clip(_WHO_SAYS.sub("", _JOINT.sub("", quote.strip())))


def book_for(d: Debrief) -> Phrasebook:
    """The catalogue of the current language, in its feminine forms if the rep speaks of a woman."""
    book = load(d.language)
    return book.feminine if _SHE_BY_TITLE.search(d.contact) or d.feminine_pronouns > 0 else book


def in_words(quote: str) -> Line:
    """The evidence of a fact when read back: the rep's own words, or that he selected it by key."""
    return Line("words.said", {"quote": clip(quote)}) if quote else Line("words.chosen")


def judged(judgement: Judgement) -> Line:
    """A class with its percentage, if given."""
    key = "judged.class" if judgement.confidence is None else "judged.sure"
    return Line(key, {"customer_class": judgement.customer_class, "sure": judgement.confidence})


def address(contact: str) -> str:
    """What the person met is called to his face: without the office before the name."""
    called = _ADDRESSED.search(contact)
    return called[0] if called else contact


def joined(first: str, second: str) -> str:
    """Two pieces joined by the comma of their language."""
    if not first or not second or second in first:
        return first or second
    comma = ", " if (first + second).isascii() else "，"
    return f"{first.rstrip('。.;； ')}{comma}{second}"


def core(text: str) -> str:
    """What a rep named, without introductory words and what he takes back."""
    told = _RETRACTED.sub("", text.strip(), count=1)
    return clip(_WARM_UP.sub("", _SENTENCE_END.split(told, maxsplit=1)[0]))


def admits(text: str) -> bool:
    """Whether the words admit ignorance rather than a guess."""
    return bool(_ADMITS.search(text))


def admitted_rank(text: str) -> str:
    """The clause that admits ignorance of the number of approvals above (R7), which is then not asked for again; empty if
    there is none.
    """
    return next((one.strip() for one in _BREAK.split(text) if admits(one) and _ABOVE.search(one)), "")


def supposes(text: str) -> bool:
    """Whether the words admit a guess."""
    return bool(_SUPPOSES.search(text)) or admits(text)


def owns_guess(text: str) -> bool:
    """Whether the rep calls it his own guess, so that it need not be challenged (R9)."""
    return bool(_OWN_GUESS.search(text)) and not said_so(text)


def neither(text: str) -> bool:
    """Whether an answer to "this or that?" begins by rejecting both."""
    return _NEITHER.match(text.strip()) is not None


def same_words(one: str, other: str) -> bool:
    """Whether two quotes repeat one sentence: consecutive words in common, and neither negates the other."""
    return bool(_DENIAL.search(one)) == bool(_DENIAL.search(other)) and shares_words(one, other)


def shares_words(one: str, other: str) -> bool:
    """Whether two texts have several consecutive words in common."""
    words: list[str] = re.findall(_WORD, one.lower())
    run = SequenceMatcher(None, words, re.findall(_WORD, other.lower()), autojunk=False).find_longest_match()
    return run.size >= (_RUN_HAN if words[run.a][:1] >= "\u4e00" else _RUN) if run.size else False


def with_what_it_hangs_on(text: str, quote: str) -> str:
    """The quote with the clause before it, if a connective ties it to that: "they have to approve, and then the chairman"."""
    at = text.find(quote)
    if at <= 0 or not _JOINT.match(quote):
        return quote
    before = text[:at].rstrip(" ,，;；")
    return text[max((hit.end() for hit in _BREAK.finditer(before)), default=0) : at + len(quote)]


def said_so(text: str) -> bool:
    """Whether the words refer to something the customer said or did."""
    return bool(_SAID_SO.search(text))


def puts_off(text: str) -> bool:
    """Whether the words put something off, so that they speak for nothing: "he said he'd check with finance first"."""
    return bool(_PUTS_OFF.search(text))


def tells_more(text: str) -> bool:
    """Whether the words have content beside "he said so", which alone is no evidence about the customer."""
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
