"""The lines that match a query, read from the store: one statement for many streams, as one each would take most of the
time.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coach.journal.index_said import SPOKEN, TALK, words_of
from coach.journal.search_tokens import match_spans, prefilters
from coach.journal.table import VERSIONS_PER_STREAM

_BODIES = (
    "select events.key, kind, body from json_each(?) as stream cross join events"
    " on events.key > json_extract(stream.value, '$[0]') and events.key <= json_extract(stream.value, '$[1]')"
    " where kind in ({spoken}) {narrowed} order by stream.key, kind in ({coach}), events.key"
)
_NUMBERS = (
    f"select line.value, (select count(*) from events where key > line.value - line.value % {VERSIONS_PER_STREAM}"  # noqa: S608 - a number of our own
    " and key <= line.value and kind in ({talk})) from json_each(?) as line"
)


class SaidLine(NamedTuple):
    """A matching line: the key and kind of its event, its text, and the places of the match."""

    key: int
    kind: str
    text: str
    spans: tuple[tuple[int, int], ...]


class SaidLines:
    """Reads matching lines within one read transaction on the store."""

    def __init__(self, source: sqlite3.Connection) -> None:
        """Raises sqlite3.Error."""
        self._source = source
        kinds = source.execute("select no, name from kinds").fetchall()
        self._kinds = {no: name for no, name in kinds if name in SPOKEN}
        self._spoken = _listed(self._kinds)
        self._talk = _listed(no for no, name in kinds if name in TALK)
        self._coach = _listed(no for no, name in kinds if TALK.get(name) == "coach")

    def matching(self, query: str, streams: Sequence[tuple[int, int]], most: int) -> dict[int, list[SaidLine]]:
        """Up to `most` matching lines of each stream, given as (number, last version), people's before the coach's;
        no entry for a stream without any.
        """
        found: dict[int, list[SaidLine]] = {}
        for parts in dict.fromkeys((prefilters(query), ())):
            left = [stream for stream in streams if stream[0] not in found]
            for key, kind, body in self._bodies(left, parts) if left else ():
                lines = found.get(key // VERSIONS_PER_STREAM, [])
                if len(lines) < most:
                    text = words_of(self._kinds[kind], body)
                    if spans := match_spans(query, text):
                        found[key // VERSIONS_PER_STREAM] = [*lines, SaidLine(key, self._kinds[kind], text, spans)]
        return found

    def numbers(self, keys: Iterable[int]) -> dict[int, int]:
        """The number of each line in its transcript, from 1, by its key."""
        return dict(self._source.execute(_NUMBERS.format(talk=self._talk), (json.dumps(list(keys)),)).fetchall())

    def _bodies(self, streams: Sequence[tuple[int, int]], parts: Sequence[str]) -> list[tuple[int, int, str | None]]:
        asked = [f"instr({'body' if part == part.upper() else 'lower(body)'}, ?)" for part in parts]
        narrowed = f"and ({' or '.join(asked)})" if asked else ""
        question = _BODIES.format(spoken=self._spoken, coach=self._coach, narrowed=narrowed)
        ranges = [(no * VERSIONS_PER_STREAM, no * VERSIONS_PER_STREAM + last) for no, last in streams]
        return self._source.execute(question, (json.dumps(ranges), *parts)).fetchall()


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))
