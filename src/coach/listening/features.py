"""What is counted in a text before it is weighed: concepts, their order inside a clause, single characters and words, and pairs of them."""

import re
from collections.abc import Callable, Iterable
from operator import add
from typing import Generic, NamedTuple, Protocol, TypeVar

from coach.listening.lexicon import CHINESE, Found, Lexicon, Word
from coach.listening.normal import Spelling

_BREAK = re.compile(r"[。！？；，,!?;\n…]+|\.(?=\s|$)|——|--+| - |:(?=\s)")
_REACH = 5
_MODIFIERS = ("NEG", "HEDGE", "DUNNO", "IF", "BUT", "CORRECT", "COLLEAGUE", "OTHERCUST", "PAST")
_THREADS = {
    "a": ("OWNER", "GM", "MIDDLE", "CLERK", "HIGHER", "FAMILY", "DECIDE", "ALONE", "CANTDECIDE", "APPROVE", "REPORTUP", "ABOVEHIM",
          "ONELAYER", "TWO", "THREE", "CORRECT", "BUT", "NEG"),
    "n": ("NEEDW", "PAIN", "NEEDNO", *_MODIFIERS),
    "p": ("MONEY", "MONEYYES", "MONEYNO", "PRICEW", *_MODIFIERS),
    "v": ("VALUEYES", "VALUENO", "FEEL", *_MODIFIERS),
    "c": ("ASKSIGN", "NOASK", "SIGNED", "NOTSIGNED", "COURAGE", "FEAR", "NEG", "IF", "DATE", "CORRECT"),
    "g": ("THINKING", "GIVEIN", "HOLD", "ASKSIGN", "SIGNED", "NOTSIGNED", "NEXTYES", "NEXTNO", "REPSAY", "CUSTSAY"),
    "x": ("NEXTYES", "NEXTNO", "DATE", "NEG", "IF", "PAST"),
    "b": ("THINKING", "ABSENT", "RIVAL", "PRICEW", "MONEYNO", "NEEDNO", "OTHERB", "WEAK", "COURAGE", "FEAR", "NOTSIGNED"),
}  # fmt: skip
_IN_THREADS: dict[str, list[str]] = {}
for _thread, _members in _THREADS.items():
    for _member in _members:
        _IN_THREADS.setdefault(_member, []).append(_thread)

CHARACTERS = ""
KINDS = (CHARACTERS, *"ewcsptlSn")
"""Characters and pairs of them; words and pairs; phrases; concepts, concepts by stage, pairs of concepts, what follows on a subject, what stands
last there; the stage and the number of clauses. All but the first are told by a letter and a colon before the feature."""

Key = TypeVar("Key", int, str)
KeyOut = TypeVar("KeyOut", int, str, covariant=True)


def clauses(plain: str) -> list[tuple[int, int]]:
    """The stretches between stops and commas, as (start, end)."""
    found = []
    start = 0
    for stop in _BREAK.finditer(plain):
        if stop.start() > start:
            found.append((start, stop.start()))
        start = stop.end()
    if start < len(plain):
        found.append((start, len(plain)))
    return found


class Index(Protocol[KeyOut]):
    """Features by their kind: of each what it is counted as, None where it does not count."""

    def of(self, kind: str) -> Callable[[str], KeyOut | None]: ...


class Names:
    """Every feature counts, as its name: what training reads."""

    def of(self, kind: str) -> Callable[[str], str]:
        """A feature's name, from what stands behind the colon."""
        return f"{kind}:".__add__ if kind else str


class Places:
    """Features that were learned, by place. A dictionary a kind, so that nobody has to put the kind before every word he looks up."""

    def __init__(self, names: Iterable[str]) -> None:
        self._places: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        self._count = 0
        for place, name in enumerate(names):
            kind, told = (name[0], name[2:]) if name[1:2] == ":" and len(name) > 2 else (CHARACTERS, name)
            self._places[kind][told] = place
            self._count = place + 1

    def __len__(self) -> int:
        return self._count

    def of(self, kind: str) -> Callable[[str], int | None]:
        """A feature's place, from what stands behind the colon."""
        return self._places[kind].get


class Clause(NamedTuple, Generic[Key]):
    """A stretch start:end of the plain text: its Latin words, what the lexicon finds in it, and its features, each once."""

    start: int
    end: int
    words: list[Word]
    found: list[Found]
    counted: list[Key]


class Features(Generic[Key]):
    """Counts the features of texts, as what the index has for them."""

    def __init__(self, index: Index[Key], spelling: Spelling, lexicon: Lexicon) -> None:
        self._spelling = spelling
        self._lexicon = lexicon
        of = index.of
        self._character, self._word, self._phrase, self._concept, self._asked = map(of, (CHARACTERS, *"ewcs"))
        self._pair, self._follows, self._last, self._stage, self._size = map(of, "ptlSn")

    def clauses(self, plain: str, stage: str) -> list[Clause[Key]]:
        """The clauses with their features; the first and the last one carry those of the whole text."""
        told: list[Clause[Key]] = []
        threads = {thread: thread for thread in _THREADS}
        parts = clauses(plain)
        for start, end in parts:
            words = self._spelling.words(plain, start, end)
            found = self._lexicon.find(plain, start, end, words)
            counted = [*self._concepts(found, stage[0]), *self._threads(found, threads), *self._runs(plain[start:end], words)]
            told.append(Clause(start, end, words, found, _known(counted)))
        if told:
            told[0].counted.extend(_known([self._stage(stage), self._size(str(min(len(parts), 4)))]))
            told[-1].counted.extend(_known(map(self._last, threads.values())))
        return told

    def _concepts(self, found: list[Found], initial: str) -> Iterable[Key | None]:
        if not found:
            return ()
        pairs = {
            f"{one}>{other}"
            for place, hit in enumerate(found)
            for later in found[place + 1 : place + _REACH]
            for one in hit.concepts
            for other in later.concepts
        }
        concepts = {one for hit in found for one in hit.concepts}
        phrases = {hit.phrase for hit in found}
        return (
            *map(self._phrase, phrases),
            *map(self._concept, concepts),
            *[self._asked(initial + one) for one in concepts],
            *map(self._pair, pairs),
        )

    def _threads(self, found: list[Found], threads: dict[str, str]) -> Iterable[Key | None]:
        """What follows what on one subject, over the borders of clauses: the last concept of each thread is carried on."""
        told = set()
        for hit in found:
            for concept in hit.concepts:
                for thread in _IN_THREADS.get(concept, ()):
                    now = thread + concept
                    last = threads[thread]
                    if last != now:
                        told.add(f"{last}>{concept}")
                        threads[thread] = now
        return map(self._follows, told)

    def _runs(self, clause: str, words: list[Word]) -> Iterable[Key | None]:
        if CHINESE.search(clause):
            yield from map(self._character, {*clause, *map(add, clause, clause[1:])})
        if words:
            stems = [word[0] for word in words]
            yield from map(self._word, {*stems, *[f"{one} {other}" for one, other in zip(stems, stems[1:], strict=False)]})


def _known(counted: Iterable[Key | None]) -> list[Key]:
    return [one for one in counted if one is not None]
