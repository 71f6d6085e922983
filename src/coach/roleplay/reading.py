"""What a rep's line touches in this scenario: which facts it asks about, which worry or interest it takes up. Generous on purpose; it judges nothing."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coach.domain.practice import Mind
from coach.roleplay.scenario import Scenario, Tongue
from coach.roleplay.topics import Topics, topics

ASKABLE = ("authority", "need", "power", "behind")
_SENTENCE = re.compile(r"[^。！？?!；;\n]*[。！？?!；;\n]|[^。！？?!；;\n]+")
_CLAUSES = re.compile(r"[^.。！？?!；;\n]*[.。！？?!；;\n]+|[^.。！？?!；;\n]+")
_STOP = frozenset(
    [
        "that",
        "this",
        "with",
        "have",
        "what",
        "when",
        "your",
        "from",
        "they",
        "them",
        "then",
        "than",
        "will",
        "would",
        "could",
        "there",
        "their",
        "about",
        "just",
        "some",
        "like",
        "into",
        "been",
        "were",
        "which",
        "where",
        "want",
        "need",
        "know",
        "think",
        "said",
        "told",
        "more",
        "most",
        "much",
        "very",
        "here",
        "over",
        "only",
        "also",
        "does",
        "dont",
        "don't",
        "it's",
        "i'll",
        "we'll",
        "you're",
        "that's",
        "can't",
        "i'm",
        "we're",
        "shall",
        "sign",
        "today",
        "right",
        "well",
        "good",
        "sure",
        "thing",
        "things",
        "really",
        "make",
    ]
)
_ZH_STOP = frozenset("的了吗呢吧啊我您你他她它们是在有不就都也还要会能可以这那一个说想把给和跟到去来上下好行么什怎")


@dataclass(frozen=True)
class Reading:
    """A rep's line as the customer takes it.

    `asked` of authority, need, power, behind; `probes` worries named in a question, `strangers` true where it names only
    worries that are none of his; `worries` and `interests` taken up in statements; `argued` the worries that a whole
    sentence of his, no question, is about; `points_back`: "you told me".
    """

    acts: frozenset[str]
    empty: bool = False
    question: bool = False
    asked: tuple[str, ...] = ()
    probes: tuple[str, ...] = ()
    strangers: bool = False
    worries: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    points_back: bool = False
    offers: bool = False
    benefits: bool = False
    dated: bool = False
    decider: bool = False
    thanks: bool = False
    threatens: bool = False
    releases: bool = False
    short: bool = False
    plain_ask: bool = False
    states: bool = False
    listing: bool = False
    mirrors: bool = False
    long: bool = False
    argued: tuple[str, ...] = ()

    @property
    def works(self) -> bool:
        """Whether the line argues: value, proof or an answer."""
        return bool(self.acts & {"value", "proof", "answer"})


def read(scenario: Scenario, language: str, text: str, acts: Iterable[str]) -> Reading:
    """Reads one line of the rep; `acts` come from the listener."""
    words, tongue = topics(language), scenario.tongue(language)
    plain = text.casefold().replace("\u2019", "'")
    if not re.search(r"\w", plain):
        return Reading(frozenset(), empty=True)
    questions, statements = _split(plain, language, words)
    asked = tuple(name for name in ASKABLE if words.ask[name].search(questions))
    kinds = {kind for kind, pattern in words.worry.items() if pattern.search(questions)}
    probes = tuple(_named_worries(scenario, tongue, words, questions, language)) if questions else ()
    plainly = bool(words.sense["ask"].search(plain)) and not words.ask["authority"].search(questions)
    own = {worry.kind for worry in scenario.worries.values()}
    return Reading(
        _with_ask(acts, asked) if plainly else frozenset(acts),
        question=bool(questions),
        asked=asked,
        probes=probes,
        strangers=bool(kinds) and not kinds & own and not probes,
        worries=tuple(_touched_worries(scenario, tongue, words, plain, language)),
        interests=tuple(_touched_interests(scenario, tongue, words, plain, language)),
        points_back=bool(words.sense["back"].search(plain)),
        offers=bool(words.sense["offer"].search(statements)),
        benefits=bool(words.sense["benefit"].search(plain)),
        dated=bool(words.sense["date"].search(plain)),
        decider=bool(words.sense["decider"].search(plain) or _has(tongue.decider, plain, language)),
        thanks=bool(words.sense["thanks"].search(plain)),
        short=len(plain) <= 12 if language == "zh" else len(plain.split()) <= 4,
        releases=bool(words.sense["release"].search(plain)),
        plain_ask=plainly,
        states=bool(statements.strip()),
        mirrors=bool(words.sense["mirror"].search(plain)),
        listing=_is_listing(plain, language),
        threatens=bool(words.sense["threat"].search(plain)),
        long=_is_long(plain, language),
        argued=tuple(_touched_worries(scenario, tongue, words, statements, language))
        if _is_said(statements, language)
        else (),
    )


def in_good_faith(reading: Reading, mind: Mind) -> Reading:
    """The reading with the benefit of the doubt where the ear may have erred: a question is no ask and no threat, work is no pressure, a greeting is nothing."""
    acts = set(reading.acts)
    if "pressure" in acts and not reading.threatens:
        acts |= _work(reading, mind)
        acts -= {"pressure"} if acts & {"answer", "value", "discover"} else set()
    if "give_in" in acts and not (reading.releases and _was_put_off(mind)):
        acts.discard("give_in")
    if "ask" in acts and not reading.plain_ask and mind.turn <= 2 and reading.question and not reading.states:
        acts = (acts - {"ask"}) | {"discover"}
    if mind.turn == 0 and reading.short and not (reading.asked or reading.plain_ask or reading.threatens):
        acts = {"other"}
    return replace(reading, acts=frozenset(acts or {"other"}))


def _work(reading: Reading, mind: Mind) -> set[str]:
    """What a line is that was heard as pressure and threatens nobody: an argument on his own worry or wish, or a question."""
    if set(reading.argued) & set(mind.found) and reading.offers:
        return {"answer"}
    if set(reading.interests) & set(mind.voiced) and reading.benefits:
        return {"value"}
    return {"discover"} if reading.asked and not reading.states else set()


def _was_put_off(mind: Mind) -> bool:
    return any(one.startswith("customer.put_off.") or ".cannot_sign:" in one for one in mind.used)


def touches(words: Sequence[str], said: Sequence[str], text: str, language: str) -> bool:
    """Whether a text uses one of the words, or echoes what was said."""
    return _has(words, text, language) or _echoes(said, text, language)


def _with_ask(acts: Iterable[str], asked: Sequence[str]) -> frozenset[str]:
    """A plain "sign?" is an ask, and no question of its own."""
    return frozenset(acts) - ({"other"} if asked else {"other", "discover"}) | {"ask"}


def _split(plain: str, language: str, words: Topics) -> tuple[str, str]:
    pieces = (_SENTENCE if language == "zh" else _CLAUSES).findall(plain)
    asking, saying = [], []
    for piece in map(str.strip, pieces):
        body = words.sense["tag"].sub("", piece)
        if words.sense["proposal"].search(piece) or (body != piece and not words.sense["question"].search(body)):
            saying.append(body)
        elif words.sense["question"].search(piece):
            asking.append(piece)
        else:
            saying.append(piece)
    return " ".join(asking), " ".join(saying)


def _touched_worries(scenario: Scenario, tongue: Tongue, words: Topics, text: str, language: str) -> Iterable[str]:
    for name, worry in scenario.worries.items():
        own, pattern = tongue.worries[name], words.worry.get(worry.kind)
        if (pattern and pattern.search(text)) or touches(own.words, (*own.says, *own.more), text, language):
            yield name


def _named_worries(scenario: Scenario, tongue: Tongue, words: Topics, text: str, language: str) -> Iterable[str]:
    for name, worry in scenario.worries.items():
        pattern = words.worry.get(worry.kind)
        if (pattern and pattern.search(text)) or _has(tongue.worries[name].words, text, language):
            yield name


def _touched_interests(scenario: Scenario, tongue: Tongue, words: Topics, text: str, language: str) -> Iterable[str]:
    for name, interest in scenario.interests.items():
        own, pattern = tongue.interests[name], words.interest.get(interest.kind)
        if (pattern and pattern.search(text)) or touches(own.words, own.says, text, language):
            yield name


def _has(words: Sequence[str], text: str, language: str) -> bool:
    for word in words:
        low = word.casefold()
        if language == "zh" or not low.isascii():
            if low in text:
                return True
        elif re.search(rf"\b{re.escape(low)}", text):
            return True
    return False


def _echoes(said: Sequence[str], text: str, language: str) -> bool:
    mine = _grams(text, language)
    return any(len(mine & _grams(line.casefold(), language)) >= (3 if language == "zh" else 2) for line in said)


def _grams(text: str, language: str) -> set[str]:
    if language == "zh":
        chars = [c for c in text if "\u4e00" <= c <= "\u9fff" or c.isdigit()]
        return {a + b for a, b in itertools.pairwise(chars) if not {a, b} & _ZH_STOP}
    found = re.findall(r"[a-z']+|\d+", text)
    return {word[:5] for word in found if (len(word) > 3 or word.isdigit()) and word not in _STOP}


def _is_said(statements: str, language: str) -> bool:
    return len(statements) > 9 if language == "zh" else len(statements.split()) > 6


def _is_listing(plain: str, language: str) -> bool:
    """Whether it is a leaflet read aloud: one item after the other."""
    if language == "zh":
        return sum(plain.count(mark) for mark in "，、,") >= 7
    return plain.count(" and ") + plain.count(",") >= 4


def _is_long(plain: str, language: str) -> bool:
    return len(plain) > 90 if language == "zh" else len(plain.split()) > 50
