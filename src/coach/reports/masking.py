"""Names replaced before something is handed on: customers, people met, reps and whoever else is spoken of become numbers, also inside what was said."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from coach.phrases import Phrasebook

_LATIN = re.compile(r"[A-Za-zÀ-ɏ][\w'’-]{2,}")

_CODED = frozenset(
    {"id", "language", "visit_date", "complete", "claimed", "after_reverse", "signed", "close", "blockers", "verdict",
     "facts.authority.value", "facts.need.value", "facts.power.value", "facts.value.value", "next_step.date",
     "outcome.outcome", "outcome.on", "transcript.who", "transcript.at", "review.comments.at", "review.overrulings.before",
     "review.overrulings.after", "review.overrulings.at", "review.requests.hand", "review.requests.at",
     "review.requests.answered_at", "review.outcomes.outcome", "review.outcomes.on", "review.outcomes.at", "review.read_by"}
)  # fmt: skip
"""Where nobody wrote anything: dates, numbers and words of a list, by their whole path, since a name may mean more than one thing."""

_REPS = frozenset(
    {"rep", "next_step.who", "outcome.by", "review.comments.by", "review.overrulings.by", "review.requests.by", "review.outcomes.by"}
)  # fmt: skip
_NAMED = _REPS | {"customer", "contact"}
"""What is a name as a whole, and known as such."""


class Mask:
    """The same name gets the same number throughout one export.

    `everybody` finds the names in a text that were never told as such; of a name that `ordinary` knows as a word, a part alone stays;
    `short` is what a company is called by those who know it.
    """

    def __init__(
        self,
        book: Phrasebook,
        everybody: Callable[[str], Iterable[str]],
        ordinary: Callable[[str], bool],
        short: Callable[[str], str],
    ) -> None:
        self._book = book
        self._everybody = everybody
        self._ordinary = ordinary
        self._short = short
        self._given: dict[tuple[str, str], str] = {}
        self._count: Counter[str] = Counter()
        self._titles = sorted(book.entries["mask.titles"], key=len, reverse=True)
        self._title = re.compile("|".join(self._titles))

    def name(self, kind: str, name: str) -> str:
        """What stands for a name of that kind: `customer`, `contact`, `rep` or `other`."""
        if not name:
            return ""
        if (kind, name) not in self._given:
            self._count[kind] += 1
            self._given[kind, name] = self._book.say(f"mask.{kind}", number=self._count[kind])
        return self._given[kind, name]

    def record(self, data: Mapping[str, Any], readers: Iterable[str] = ()) -> dict[str, Any]:
        """A record's plain data, its `review` with it, without names; `readers` are further people whose names may be said in it."""
        names = _Names()
        for kind, name in (("customer", data["customer"]), ("contact", data["contact"])):
            names.add(self._forms(name), self.name(kind, name))
        told = list(_told(data))
        for rep in (*(text for path, text in told if path in _REPS), *readers):
            names.add(self._forms(rep), self.name("rep", rep))
        for text in dict.fromkeys(text for path, text in told if path not in _NAMED):
            for found in self._everybody(text):
                known = next(filter(None, map(names.get, self._forms(found))), None)
                names.add(self._forms(found), known or self.name("other", found))
        masked: dict[str, Any] = _replaced(data, names.mask())
        return masked

    def _forms(self, name: str) -> Iterator[str]:
        """A name as it is said: whole, for short, its parts, surname and title."""
        yield from (name, self._short(name))
        yield from (part for part in _LATIN.findall(name) if not self._ordinary(part))
        for hit in [*self._title.finditer(name)][-1:]:
            for title in self._titles:
                if hit.start() and name.startswith(title, hit.start()):
                    yield name[hit.start() - 1 : hit.start() + len(title)]


class _Names:
    """Names with what stands for them, found whatever their capitals."""

    def __init__(self) -> None:
        self._masks: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self._masks.get(name.lower())

    def add(self, forms: Iterable[str], mask: str) -> None:
        for form in filter(None, forms):
            self._masks.setdefault(form.lower(), mask)

    def mask(self) -> Callable[[str], str]:
        """What replaces the names in a text; of a name said in several parts one number is left."""
        known = sorted(self._masks, key=len, reverse=True)
        if not known:
            return str
        # A Latin name is only replaced as a whole word; \b is no help beside Chinese, whose characters count as letters.
        any_name = "|".join(
            rf"(?<![A-Za-z]){re.escape(one)}(?![A-Za-z])" if one.isascii() else re.escape(one) for one in known
        )
        one, run = (
            re.compile(any_name, re.IGNORECASE),
            re.compile(rf"(?:{any_name})(?: +(?:{any_name}))*", re.IGNORECASE),
        )

        def masks(hit: re.Match[str]) -> str:
            return " ".join(dict.fromkeys(self._masks.get(part.lower(), part) for part in one.findall(hit.group())))

        return lambda text: run.sub(masks, text)


def _told(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text that a person wrote, with its path; the coach's lines say nobody's name first."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            if _below(path, name) not in _CODED and value.get("who") != "coach":
                yield from _told(part, _below(path, name))
    elif isinstance(value, Sequence):
        for part in value:
            yield from _told(part, path)


def _replaced(value: Any, mask: Callable[[str], str], path: str = "") -> Any:
    if path in _CODED:
        return value
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, Mapping):
        return {name: _replaced(part, mask, _below(path, name)) for name, part in value.items()}
    if isinstance(value, Sequence):
        return [_replaced(part, mask, path) for part in value]
    return value


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
