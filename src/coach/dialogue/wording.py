"""How the rep's words are told back to him: cut to a length, without what only leads up to them, joined, in his
customer's form of address.
"""

import re

from coach.cells import cells
from coach.dialogue.quotation import left_off, nested
from coach.domain.debrief import Debrief, Judgement
from coach.domain.full_stops import FULL_STOP
from coach.patterns import Pattern
from coach.phrases import Line, Phrasebook, load

_WARM_UP = Pattern("wording", r"^(?:{warm_up}[，,:：\s]*)+")
_JOINT = Pattern("wording", r"^(?:{joint}[，,\s]*)+(?=\S)|[\s，,]+{joint}$")
"""Connectives at the start of a quote, dropped when it is read back."""
_WHO_SAYS = Pattern("wording", r"^\W*{who_says}\W*(?=\S[^，。]{2})")
_RETRACTED = Pattern("wording", r"^[^，,。]{1,30}[，,。.?？!！\s]+{retracts}[，,。.!！\s]+(?=\S)")
"""A first guess that the rep takes back: "downtime? 不对，…"."""
_SENTENCE_END = re.compile(rf"[。！？!?\n]|{FULL_STOP}")
_BREAK = re.compile(rf"[，。；！？\n;!?]|,(?=\s|$)|{FULL_STOP}")
_HAN = re.compile(r"[\u4e00-\u9fff]+$")
_ADDRESSED = Pattern("wording", r"(?<=..)(?:{called_so})$")
"""What a person is called behind his office: 老韩 in 车间主任老韩."""
_SHE_BY_TITLE = Pattern("wording", "{she}")
WIDTH = 44
"""Maximum width of a quote that is read back, in terminal cells."""

_A_CLAUSE = 80
"""Maximum characters of the clause before a quote; what is longer was dictated in one breath and is no clause."""

_TELLING = 12
"""Minimum width of the clauses to which a quote is cut."""


def clip(quote: str) -> str:
    """A quote truncated for reading back: its first clauses, with an ellipsis if more followed."""
    quote = nested(_JOINT.sub("", " ".join(quote.split()).strip(" ，。；,.;!?！？、")))
    if cells(quote) <= WIDTH:
        return quote
    if not _BREAK.search(quote) and _HAN.match(quote):
        return "…" + _shortened(quote[::-1])[::-1]  # dictated in one breath, it comes to the point at the end
    kept = ""
    for piece in _BREAK.finditer(quote):
        if cells(quote[: piece.start()]) > WIDTH:
            break
        kept = quote[: piece.start()]
    if cells(kept) < _TELLING:
        kept = ""  # "Cash? …" says nothing
    while not kept or cells(kept) > WIDTH:
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


def whom(d: Debrief) -> str | Line:
    """The person met inside a sentence, else the customer; an office without a name takes an article."""
    called = address(d.contact)
    if called.isascii() and called.islower():
        return Line("plan.the_office", {"office": called})
    return called or d.customer or Line("plan.the_customer")


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


def with_what_it_hangs_on(text: str, quote: str) -> str:
    """The quote with the clause before it, if a connective ties it to that: "they have to approve, and then the chairman"."""
    at = text.find(quote)
    if at <= 0 or not _JOINT.match(quote):
        return quote
    before = text[:at].rstrip(" ,，;；")
    first = max((hit.end() for hit in _BREAK.finditer(before)), default=0)
    return text[first : at + len(quote)] if at - first <= _A_CLAUSE else quote


def _shortened(text: str) -> str:
    budget, out = WIDTH, ""
    for word in re.findall(r"[\x21-\x7e]+\s*|.", text):
        budget -= cells(word)
        if budget < 0:
            break
        out += word
    return out.strip() or text[: WIDTH // 2]
