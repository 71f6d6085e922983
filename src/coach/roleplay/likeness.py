"""Which example question a question is most like: what it asks for in words that no pattern has."""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from coach import locations
from coach.roleplay.plain import polite

NOTHING, SIGN = "none", "sign"
"""The groups of questions that ask for no fact, and of those that ask for the signature."""

_SMOOTHING = 0.1
_RESERVE = 10.0
"""What speaks for `NOTHING` beforehand: a wrong fact is worse than an evasive answer. It must lead by as much to take
away what a pattern named.
"""
LEAD, CLEAR = 2.0, 8.0
"""How much more must speak for the topic than for the runner-up, and for one that no pattern named. All are log odds."""
_KIN = {"need": ("need", "behind"), "behind": ("need", "behind")}
"""What bothers him may be a need or a worry: that depends on the moment, not on the question."""
_STEM = 5
_ENOUGH = 10
"""Known features that a question must have to be like anything."""
_A_TURN = 32
"""Questions whose odds are kept: a turn asks for those of the same few several times."""


class Likeness:
    """A naive Bayes classifier of questions, learnt from groups of examples."""

    def __init__(self, examples: Mapping[str, Sequence[str]], language: str) -> None:
        self._language = language
        self._sizes = {group: len(lines) for group, lines in examples.items()}
        self._counts = {group: Counter(self._features_of(lines)) for group, lines in examples.items()}
        self._all = sum(self._counts.values(), Counter[str]())
        self._total = sum(self._sizes.values())
        self.odds = lru_cache(_A_TURN)(self._odds)

    def asked(
        self,
        questions: Sequence[str],
        pieces: Sequence[str],
        named: Sequence[str],
        lead: float = LEAD,
        squarely: Collection[str] = (),
    ) -> tuple[str, ...]:
        """The topics asked for: those that patterns `named`, but none that nothing in the `pieces` of the questions
        speaks for where they are clearly about another and that was not asked `squarely`; without any, those that stand
        out by `lead`.
        """
        if all(self.is_idle(one) for one in questions):
            return ()
        plain = set(named) & {*squarely}
        told_apart = plain or set(named) - set(_KIN)
        found = {topic for one in questions if (topic := self.topic(one, CLEAR if told_apart else lead))}
        if plain:
            found &= {*named, SIGN}
        if named and found:
            odds = [self.odds(one) for one in (*questions, *pieces)]
            found.update(one for one in named if any(each[kin] > 0 for each in odds for kin in _KIN.get(one, (one,))))
        return tuple(found - {SIGN} or named)

    def is_idle(self, question: str) -> bool:
        """Whether it clearly asks for none of the topics."""
        odds = self.odds(question)
        return odds[NOTHING] >= max(odds[group] for group in odds if group != NOTHING) + _RESERVE

    def is_aside(self, question: str) -> bool:
        """Whether it is less like a question for what is on his mind than like one for nothing, unless too short to be
        like anything.
        """
        odds, known = self.odds(question), sum(bool(self._all[one]) for one in _features(question, self._language))
        return known >= _ENOUGH and max(odds[topic] for topic in _KIN) < odds[NOTHING] + LEAD

    def clear(self, questions: Sequence[str]) -> tuple[str, ...]:
        """The topics that the questions are clearly about."""
        return tuple(topic for one in questions if (topic := self.topic(one, CLEAR)))

    def signs(self, question: str) -> bool:
        """Whether it clearly asks for the signature."""
        return self.topic(question, CLEAR) == SIGN

    def topic(self, question: str, lead: float = LEAD) -> str | None:
        """The topic that the question asks for, or None if none stands out by `lead`."""
        odds = self.odds(question)
        odds = {**odds, NOTHING: odds[NOTHING] + _RESERVE}
        first, second = sorted(odds, key=odds.__getitem__, reverse=True)[:2]
        return first if first != NOTHING and odds[first] - odds[second] >= lead else None

    def _odds(self, question: str) -> Mapping[str, float]:
        """The log odds of each group against all others; 0 where nothing in it is known."""
        features = [one for one in _features(question, self._language) if self._all[one]]
        return {group: sum(self._weight(group, one) for one in features) for group in self._counts}

    def without(self, group: str, line: str) -> "Likeness":
        """The classifier that has not seen this example of the group."""
        other = Likeness({}, self._language)
        other._sizes = {**self._sizes, group: self._sizes[group] - 1}
        gone = Counter(_features(line, self._language))
        other._counts = {**self._counts, group: self._counts[group] - gone}
        other._all = self._all - gone
        other._total = self._total - 1
        return other

    def _features_of(self, lines: Iterable[str]) -> Iterable[str]:
        return (one for line in lines for one in _features(line, self._language))

    def _weight(self, group: str, feature: str) -> float:
        inside, size = self._counts[group][feature], self._sizes[group]
        outside, others = self._all[feature] - inside, self._total - size
        return log((inside + _SMOOTHING) / (size + 2 * _SMOOTHING)) - log(
            (outside + _SMOOTHING) / (others + 2 * _SMOOTHING)
        )


@cache
def examples(language: str) -> dict[str, tuple[str, ...]]:
    """The example questions of `zh` or `en` by topic. Raises ValueError for a file that is not valid TOML."""
    file = locations.assets() / "scenarios" / "questions" / f"{language}.toml"
    try:
        return {group: tuple(lines) for group, lines in tomllib.loads(file.read_text("utf-8")).items()}
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error


@cache
def likeness(language: str) -> Likeness:
    """The classifier of the language. Raises ValueError as `examples` does."""
    return Likeness(examples(language), language)


def _features(question: str, language: str) -> set[str]:
    """Characters or stems, pairs of them, and pairs with one between, with the ends of the question."""
    low = question.casefold().replace("\u2019", "'")
    if language == "zh":
        units = re.findall("[\u4e00-\u9fff]", polite(low))
    else:
        units = [word[:_STEM].removesuffix("s") if len(word) > 3 else word for word in re.findall("[a-z']+", low)]
    held = ["^", *units, "$"]
    apart = zip(held, held[2:], strict=False)
    return {*units, *(f"{one} {other}" for one, other in pairwise(held)), *(f"{one}_{other}" for one, other in apart)}
