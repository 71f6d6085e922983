"""Pseudonymization for exports: customers, contacts, reps and other people become numbers, also inside texts."""

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
"""Paths of fields that people do not write: dates, numbers, codes.

Full paths, because a field name may have several meanings.
"""

_REPS = frozenset(
    {"rep", "next_step.who", "outcome.by", "review.comments.by", "review.overrulings.by", "review.requests.by", "review.outcomes.by"}
)  # fmt: skip
_NAMED = _REPS | {"customer", "contact"}
"""Paths of fields that contain a name and nothing else."""

_LOOKS_LIKE_A_NAME = frozenset({"product"})
"""Paths in which no further names are sought, only those known are replaced: what is sold would be taken for one."""


class Mask:
    """Replaces names consistently throughout one export.

    `find_names` finds names in free text; `is_common_word`: a part of a name for which it is true stays in texts when
    it stands alone; `short_name`: the colloquial short form of a company's name.
    """

    def __init__(
        self,
        book: Phrasebook,
        find_names: Callable[[str], Iterable[str]],
        is_common_word: Callable[[str], bool],
        short_name: Callable[[str], str],
    ) -> None:
        self._book = book
        self._find_names = find_names
        self._is_common_word = is_common_word
        self._short_name = short_name
        self._given: dict[tuple[str, str], str] = {}
        self._count: Counter[str] = Counter()
        self._titles = sorted(book.entries["mask.titles"], key=len, reverse=True)
        self._title = re.compile("|".join(self._titles))

    def name(self, kind: str, name: str) -> str:
        """The pseudonym for a name of that kind: `customer`, `contact`, `rep` or `other`."""
        if not name:
            return ""
        if (kind, name) not in self._given:
            self._count[kind] += 1
            self._given[kind, name] = self._book.say(f"mask.{kind}", number=self._count[kind])
        return self._given[kind, name]

    def record(self, data: Mapping[str, Any], readers: Iterable[str] = ()) -> dict[str, Any]:
        """A record with its `review` as JSON-like data, without names; `readers` are further people to be masked."""
        names = _Names()
        for kind, name in (("customer", data["customer"]), ("contact", data["contact"])):
            names.add(self._forms(name), self.name(kind, name))
        texts = list(_texts(data))
        for rep in (*(text for path, text in texts if path in _REPS), *readers):
            names.add(self._forms(rep), self.name("rep", rep))
        for text in dict.fromkeys(text for path, text in texts if path not in _NAMED | _LOOKS_LIKE_A_NAME):
            for found in self._find_names(text):
                known = next(filter(None, map(names.get, self._forms(found))), None)
                names.add(self._forms(found), known or self.name("other", found))
        masked: dict[str, Any] = _replaced(data, names.mask())
        return masked

    def _forms(self, name: str) -> Iterator[str]:
        """The forms of a name in speech: whole, short, its parts, surname with title."""
        yield from (name, self._short_name(name))
        yield from (part for part in _LATIN.findall(name) if not self._is_common_word(part))
        for hit in [*self._title.finditer(name)][-1:]:
            for title in self._titles:
                if hit.start() and name.startswith(title, hit.start()):
                    yield name[hit.start() - 1 : hit.start() + len(title)]


class _Names:
    """Names with their pseudonyms, case-insensitive."""

    def __init__(self) -> None:
        self._masks: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self._masks.get(name.lower())

    def add(self, forms: Iterable[str], mask: str) -> None:
        for form in filter(None, forms):
            self._masks.setdefault(form.lower(), mask)

    def mask(self) -> Callable[[str], str]:
        """The function that replaces the names in a text; a name in several parts gets one number."""
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


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text from people with its path; the coach's lines are skipped, since they repeat what people said."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            if _below(path, name) not in _CODED and value.get("who") != "coach":
                yield from _texts(part, _below(path, name))
    elif isinstance(value, Sequence):
        for part in value:
            yield from _texts(part, path)


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
