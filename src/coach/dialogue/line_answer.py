"""Classifies an answer to the request for the sentence for next time: the sentence, a question to the coach, a report,
or only a reason (R21).
"""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from coach.dialogue import asides
from coach.dialogue.clauses import sentences
from coach.dialogue.evidentiality import owns_guess, said_so
from coach.domain.facts import FACTS
from coach.domain.hearing import OWN_BLOCKERS, Act, Hearing
from coach.patterns import Pattern

_TO_HIM = Pattern("line_answer", "{to_him}")
_OF_HIM = Pattern("line_answer", "{of_him}")
_ASKS_HIM = Pattern("line_answer", r"{asks_him}\W*$")
_CALLED = Pattern("line_answer", r"\W*(?:{hail}\W+)?{called}")
_INTENDS = Pattern("line_answer", "{intention}")
_ASKS_COACH = Pattern("line_answer", "{coach_asked}")
_SHORT = 60
_LEAST = 4
_COLON = r"\s*[，,]?\s*[:：“「\"]"
_ANNOUNCED = Pattern("line_answer", "^{announcing}" + _COLON)
"""The rep announces what he will say, at whatever question."""
_LEAD_IN = Pattern(
    "line_answer",
    r"^(?:(?:{announcing}|{run_up}?{leading_in})" + _COLON + "|"
    r"{run_up}?{i_would}\s+{adverb}?{say}{like_this}?\s*(?:[:,]?\s*[\"“']|:|,|(?=[A-Z]\w+,)))\s*",
)
"""What stands before the sentence that was asked for."""
_REASON = Pattern("line_answer", "{reason}")

_CALLED_BY_NAME = Pattern("line_answer", r"\W*(?:{hail}\W+)?([\w.'’ -]{2,40}?)\s*(?:[,，:：]|{turns_to_him})")
"""A form of address followed by words to that person."""
_RESPECT = Pattern("line_answer", r"\s{respect}$")
_TALE = Pattern("line_answer", r"\W*{tale}")
"""How a report on the customer begins, as opposed to words to him."""
_PERHAPS = Pattern("line_answer", r"\W*{perhaps}")
"""How the rep begins to wonder what may happen, which nobody says to a customer without addressing him."""
_AMONG_US = Pattern("line_answer", "{among_us}")
"""Words for a customer that are used among sales people only."""
_OF_HIMSELF = Pattern("line_answer", r"\W*{of_himself}")
"""How the rep begins to tell of himself: what he did, thought or felt, or that he needs no sentence."""
_THANKED = Pattern("line_answer", "{thanks}")
_I_TOLD = Pattern("line_answer", "{i_told}")
"""What he says he told the customer when it ended."""
_HIS_WORDS = Pattern("line_answer", "{his_words}")
"""What the customer says or may say, in which "you" is the rep."""

_TOLD_HIM = Pattern(
    "line_answer",
    r"(?:^|[，,。；;！!\s]){told_him}\s*[，,：:]?\s*[“「\"]?|{i_said}\s*[:,]?\s*[\"“']?",
)
_VERBATIM = re.compile(r"\w[^“「\"]*[“「\"]([^”」\"]{4,})[”」\"]?")
"""What he quotes himself with, behind what he only tells of it: I asked which room, then said "let's start today"."""
_CLOSING_QUOTE = re.compile('["”」]')
_HE_ANSWERS = Pattern(
    "line_answer",
    r"[”」\"]?\s*[，,。；;！!？?]?\s*{thereupon}?{customer}{having_heard}?[，,]?{promptly}?[，,]?{answering}|"
    r"[\"”']?\s*[,.;]?\s+(?:{link}\s+)+{he}\b",
)
_SIGNATURE_ASKED = Pattern("line_answer", r"{at_once}.{0,6}{signing}|{signature_asked}")
_SIGNATURE_WAIVED = Pattern("line_answer", "{signature_waived}")


TO_THE_CUSTOMER = frozenset({"discover", "value", "proof", "answer", "ask", "next"})
"""Speech acts of a line addressed to the customer."""


class LineAnswer(NamedTuple):
    """The sentence, empty if there is none; `kind` of the answer; `led` if words about the sentence preceded it."""

    kind: Literal["line", "question", "report", "reason"]
    line: str = ""
    led: bool = False


def read_line(text: str, hearing: Hearing, contact: str = "") -> LineAnswer:
    """Parses the answer to the question for the sentence for next time, which begins where `contact` is addressed by
    name. Never raises.
    """
    if asides.read(text) in ("asks_back", "mine") or (
        len(text) <= _SHORT and "您" not in text and _ASKS_COACH.search(text)
    ):
        return LineAnswer("question")
    line = _LEAD_IN.sub("", text, count=1).strip() or text
    pieces = sentences(line)
    while pieces and _gives_a_reason(pieces[0], hearing):
        pieces.pop(0)
    if not pieces and sentences(line):
        return LineAnswer("reason")
    pieces = pieces[_where_called(pieces, contact) :]
    line = _bare("".join(pieces) or line)
    if line == _bare(text) and not names_him(text, contact) and _reports(text, hearing):
        return LineAnswer("report")
    return LineAnswer("line", line, led=line != _bare(text))


def _where_called(pieces: list[str], contact: str) -> int:
    """The sentence in which he is addressed by name, if none before it is addressed to him."""
    called = next((n for n, piece in enumerate(pieces) if names_him(piece.strip(), contact)), 0)
    return 0 if any(map(_TO_HIM.search, pieces[:called])) else called


def asks_outright(line: str) -> bool:
    """Whether the words plainly ask for the signature."""
    return bool(_SIGNATURE_ASKED.search(line)) and not _SIGNATURE_WAIVED.search(line)


def addresses(text: str) -> bool:
    """Whether the words address the customer and do not report on him: "今天先把字签了" requests a signature, it does not
    report one.
    """
    return _TO_HIM.search(text) is not None and _OF_HIM.search(text) is None


def intends(words: str) -> bool:
    """Whether the words tell what the rep is going to do."""
    return _INTENDS.search(words) is not None


def is_written(asks: Iterable[str], text: str, contact: str) -> bool:
    """Whether an answer may be the sentence for next time."""
    return bool({"next_line", "push_reason"} & set(asks)) or is_for_him(text, contact)


def is_for_him(text: str, contact: str) -> bool:
    """Whether the words are the sentence for the customer though it was not asked for: they call him by his name, or the
    rep announces what he will say.
    """
    return calls_him(text, contact) or _ANNOUNCED.match(text) is not None


def calls_him(text: str, contact: str) -> bool:
    """Whether the words begin by addressing the contact by name or title and continue to address him: they are the
    sentence for him.
    """
    called = begins_with_him(text, contact)
    to_him = _TO_HIM.search(text) or _ASKS_HIM.search(text)
    return called and to_him is not None and not _ASKS_COACH.search(text)


def begins_with_him(text: str, contact: str) -> bool:
    """Whether the words begin with the name of the person met, or with a title as one is addressed by."""
    return names_him(text, contact) or _CALLED.match(text) is not None


def names_him(text: str, contact: str) -> bool:
    """Whether the words begin by addressing the contact by name."""
    called = _CALLED_BY_NAME.match(text)
    return called is not None and _known_by(called[1], contact)


def _known_by(called: str, contact: str) -> bool:
    """Whether the form of address may be that person's: his whole name or a part of it."""
    called = _RESPECT.sub("", called).strip()
    names = {*re.split(r"[\s.]+", contact.casefold()), contact.casefold()} - {""}
    return called.casefold() in names or set(re.split(r"[\s.]+", called.casefold())) - {""} <= names


def speaks_to_him(text: str, acts: Iterable[Act]) -> bool:
    """Whether an answer that should be a reason is already the sentence: it addresses the customer and requests
    something.
    """
    named = _TO_HIM.search(text) and not (_OF_HIM.search(text) or _REASON.search(text) or _ASKS_COACH.search(text))
    return bool(named) and {"ask", "next"} & set(acts) != set()


def tells_his_words(text: str) -> bool:
    """Whether the words introduce what the rep said to the customer."""
    return _TOLD_HIM.search(text) is not None


def quoted_winner(text: str) -> str:
    """The sentence that the rep quotes himself with as asking for the signature; empty if there is none."""
    for told in _TOLD_HIM.finditer(text):
        line = _CLOSING_QUOTE.split(text[told.end() :], maxsplit=1)[0].strip() if told[0][-1:] in '"“「' else ""
        if len(line) >= _LEAST and asks_outright(line):
            return line
    return ""


def winning_line(text: str) -> str:
    """What the rep said when it was signed, from "I said" to the customer's answer: where he tells of several, the last
    with which he asked; the whole text if it has no such form.
    """
    said = [_up_to_his_answer(text[told.end() :]) for told in _TOLD_HIM.finditer(text)]
    said = [line for line in said if len(line) >= _LEAST]
    asked = [line for line in said if asks_outright(line)]
    return (asked or said or [_bare(text)])[-1]


def _up_to_his_answer(rest: str) -> str:
    """The words to the customer at the beginning of a text, without what he answered; of those quoted verbatim the last."""
    answered = _HE_ANSWERS.search(rest)
    told_him = rest[: answered.start()] if answered else rest
    verbatim = _VERBATIM.findall(told_him)
    return (verbatim[-1] if verbatim else _bare(told_him)).strip(' ，,。；;“”「」"')


def _gives_a_reason(sentence: str, hearing: Hearing) -> bool:
    """Whether a sentence says why the rep did not ask (R18), as opposed to what he will say."""
    if _TO_HIM.search(sentence):
        return False
    told = any(one.value in OWN_BLOCKERS and one.quote.strip() in sentence for one in hearing.blockers)
    return _REASON.match(sentence.strip()) is not None or (told and not _INTENDS.search(sentence))


def _reports(text: str, hearing: Hearing) -> bool:
    """Whether the words report on the customer or on the rep instead of addressing the customer."""
    if (
        asks_outright(text)
        or _TO_HIM.search(_THANKED.sub("", _HIS_WORDS.sub("", text)))
        or _INTENDS.search(_I_TOLD.sub("", text))
        or _ASKS_HIM.search(text)
    ):
        return False
    wonders = _PERHAPS.match(text) is not None or owns_guess(text)
    if wonders or _OF_HIMSELF.match(text) or _TALE.match(text) or _AMONG_US.search(text) or _I_TOLD.search(text):
        return True
    return _OF_HIM.search(text) is not None and (bool(set(FACTS) & set(hearing.facts)) or said_so(text))


def _bare(text: str) -> str:
    """The sentence without enclosing quotation marks."""
    text = text.strip()
    for opens, closes in ("“”", '""', "「」", "‘’", "''"):
        if text.startswith(opens) and text.endswith(closes) and len(text) > 2:
            return text[1:-1].strip()
    return text.rstrip("”」") if text[-1:] in "”」" and not set("“「") & set(text) else text
