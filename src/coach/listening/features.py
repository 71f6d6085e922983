"""What is counted in a text before it is weighed: concepts, their order inside a clause, single characters and words, and pairs of them."""

from operator import add
from typing import NamedTuple

from coach.listening.clauses import clauses
from coach.listening.lexicon import CHINESE, Found, Lexicon, Word
from coach.listening.normal import Spelling

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


class Clause(NamedTuple):
    """A stretch start:end of the plain text: its Latin words, what the lexicon finds in it, and its features."""

    start: int
    end: int
    words: list[Word]
    found: list[Found]
    counted: set[str]


def features(plain: str, stage: str, spelling: Spelling, lexicon: Lexicon) -> list[Clause]:
    """The clauses with their features; the first and the last one carry those of the whole text."""
    told: list[Clause] = []
    threads: dict[str, str] = dict.fromkeys(_THREADS, "")
    parts = clauses(plain)
    for start, end in parts:
        words = spelling.words(plain, start, end)
        found = lexicon.find(plain, start, end, words)
        counted: set[str] = set()
        _concepts(found, stage, counted)
        _threads(found, threads, counted)
        _runs(plain[start:end], words, counted)
        told.append(Clause(start, end, words, found, counted))
    if told:
        told[0].counted.update((f"S:{stage}", f"n:{min(len(parts), 4)}"))
        told[-1].counted.update([f"l:{thread}{last}" for thread, last in threads.items()])
    return told


def _concepts(found: list[Found], stage: str, counted: set[str]) -> None:
    initial = stage[0]
    for place, hit in enumerate(found):
        counted.add("w:" + hit.phrase)
        later = [other for near in found[place + 1 : place + _REACH] for other in near.concepts]
        for one in hit.concepts:
            counted.add("c:" + one)
            counted.add(f"s:{initial}{one}")
            counted.update([f"p:{one}>{other}" for other in later])


def _threads(found: list[Found], threads: dict[str, str], counted: set[str]) -> None:
    """What follows what on one subject, over the borders of clauses: the last concept of each thread is carried on."""
    for hit in found:
        for concept in hit.concepts:
            for thread in _IN_THREADS.get(concept, ()):
                last = threads[thread]
                if last != concept:
                    counted.add(f"t:{thread}{last}>{concept}")
                    threads[thread] = concept


def _runs(clause: str, words: list[tuple[str, int, int]], counted: set[str]) -> None:
    if CHINESE.search(clause):
        counted.update(clause, map(add, clause, clause[1:]))
    stems = ["e:" + stem for stem, _, _ in words]
    counted.update(stems, [f"{stem} {word[0]}" for stem, word in zip(stems, words[1:], strict=False)])
