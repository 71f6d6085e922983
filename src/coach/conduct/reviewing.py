"""Reviewing debriefs: a manager's prioritized inbox and remarks, in streams of their own, and the rep's answers."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from coach.conduct.identity import Identity
from coach.conduct.lookup import debrief_stream
from coach.domain import review_events as r
from coach.domain.cleaning import clean_input
from coach.domain.debrief import Debrief
from coach.domain.event import Event
from coach.domain.facts import CLASSES
from coach.domain.history import fold
from coach.domain.ids import review_stream
from coach.domain.inbox import InboxFilter, InboxRow, lasting_reasons
from coach.domain.review import Comment, Overruling, Request, Review, review_of
from coach.domain.rulebook import expiry_of
from coach.domain.summary import Query, Summary
from coach.ports import Clock, Journal, RefusedError
from coach.ports.queries import InboxQueries, SearchIndex

_FILTERS = "inbox.filters"


class InboxRequest(NamedTuple):
    """A manager's request to the rep, with the debrief it concerns."""

    debrief: InboxRow
    request: Request


class News(NamedTuple):
    """A remark on a debrief that its rep has not seen yet."""

    debrief: InboxRow
    remark: Comment | Overruling

    @property
    def line(self) -> int:
        """The line of the talk that it concerns, 0 for none."""
        return self.remark.line or 0 if isinstance(self.remark, Comment) else 0


class Reviewing:
    """The inbox of one store; `who` is the author of remarks."""

    def __init__(self, journal: Journal, index: SearchIndex, clock: Clock, who: str) -> None:
        self._journal = journal
        self._index = index
        self._clock = clock
        self.who = who

    def catch_up(self) -> int:
        """Indexes new events; to be called before the first page and after long pauses. Raises JournalError."""
        return self._index.catch_up()

    @property
    def inbox(self) -> InboxQueries:
        """The queries of the inbox as of today."""
        return self._index.inbox(self._clock.today(), Identity(self._journal, self.who).own_names())

    def by_name(self, wanted: InboxFilter) -> InboxFilter:
        """The filter, extended to customers whose names sound like its text, so that `hongda` finds 宏达."""
        if not wanted.customer:
            return wanted
        return wanted._replace(customers=tuple(self._index.search().customers(wanted.customer, limit=200)))

    def debrief(self, name: str) -> Debrief:
        """The debrief whose id is, begins or ends with the given one, read from its events. Raises RefusedError
        (`unknown_debrief`, `ambiguous`).
        """
        stream = debrief_stream(self._journal, name)
        return fold(stream, self._journal.read(stream))

    def review(self, debrief: str) -> Review:
        """The review of that debrief. Raises JournalError."""
        return review_in(self._journal, debrief)

    def comment(self, name: str, text: str, line: int | None = None) -> Review:
        """Comments on the debrief, or on line `line` of its talk (1 = the first).

        Raises RefusedError `text` (empty) or `line` (no such line); JournalError.
        """
        debrief = self.debrief(name)
        if line is not None and not 1 <= line <= len(debrief.transcript):
            raise RefusedError("line", line=line, id=debrief.id)
        return self._write(debrief.id, r.Commented(text=_words(text, "text"), by=self.who, line=line))

    def overrule(self, name: str, customer_class: str, reason: str) -> Review:
        """Overrules the verdict, which stays visible. Raises RefusedError `class`, `reason`, `unrecorded`, or `run_out` for
        an A whose term is over (R8); JournalError.
        """
        debrief = self.debrief(name)
        if customer_class not in CLASSES:
            raise RefusedError("class", given=customer_class)
        if debrief.verdict is None:
            raise RefusedError("unrecorded")
        row = self._journal.summaries(Query(id=debrief.id), 1)[0]
        if customer_class == "A" and expiry_of(row, self._clock.today()).overdue:
            raise RefusedError("run_out")
        before = self.review(debrief.id).overruled or debrief.verdict.customer_class
        why = _words(reason, "reason")
        return self._write(
            debrief.id, r.Overruled(customer_class=customer_class, reason=why, by=self.who, before=before)
        )

    def ask(self, name: str, text: str) -> Review:
        """Sends the rep a request, shown on his home screen until he answers. Raises RefusedError `text`; JournalError."""
        return self._write(debrief_stream(self._journal, name), r.Asked(text=_words(text, "text"), by=self.who))

    def answer(self, name: str, text: str, request: Request) -> Review:
        """Answers a request as the rep.

        Raises RefusedError `text`, `answered` if it is not open any more, `not_rep` if somebody else answers, or the
        one who asked; JournalError.
        """
        stream = debrief_stream(self._journal, name)
        if request.place not in [open_request.place for open_request in self.review(stream).open_requests]:
            raise RefusedError("answered")
        rep = self._journal.owner_of(stream) or ""
        if self.who != rep and (request.by == self.who or not Identity(self._journal, self.who).owns(rep)):
            raise RefusedError("not_rep")
        return self._write(
            stream,
            r.Answered(
                text=_words(text, "text"), by=self.who, to=request.by, request=request.version, hand=request.hand
            ),
        )

    def mark_read(self, name: str) -> Review:
        """Marks the debrief as read by `who`; repeated only after something new was added. Raises JournalError."""
        debrief = self.debrief(name)
        kept = self.review(debrief.id)
        names = Identity(self._journal, self.who).own_names()
        news = debrief.rep in names and kept.news(names)
        if self.who in kept.read_by and not news and not kept.unread(debrief.rep, self._journal.hand):
            return kept
        return self._write(debrief.id, r.MarkedRead(by=self.who))

    def asked_of(self, reps: Sequence[str] | None) -> list[InboxRequest]:
        """Unanswered requests to the rep under these names, for his home screen; None: to everybody."""
        wanted = [InboxFilter(asked=True)] if reps is None else [InboxFilter(owner=rep, asked=True) for rep in reps]
        rows = [row for inbox_filter in wanted for row in self.inbox.page(inbox_filter, "latest", 50)]
        return [
            InboxRequest(row, request)
            for row in rows
            for request in self.review(row.id).open_requests
            if request.by != self.who
        ]

    def news_of(self, names: Sequence[str], most: int) -> list[News]:
        """Remarks by others on the debriefs under these names since their rep last viewed them, latest first."""
        rows = [row for rep in names for row in self.inbox.page(InboxFilter(owner=rep, remarked=True), "latest", 50)]
        found = [News(row, remark) for row in rows for remark in self.review(row.id).news(names)]
        return sorted(found, key=lambda news: news.remark.at, reverse=True)[:most]

    def saved_filters(self) -> dict[str, InboxFilter]:
        """The saved filters by name."""
        kept: Mapping[str, Any] = json.loads(self._journal.get_note(_FILTERS) or "{}")
        return {name: _filter(values) for name, values in kept.items()}

    def save_filter(self, name: str, wanted: InboxFilter | None) -> None:
        """Saves a filter under a name; None deletes it. Raises RefusedError `text` for an empty name."""
        kept = {known: _kept(saved) for known, saved in self.saved_filters().items()}
        if wanted is None:
            kept.pop(name, None)
        else:
            kept[_words(name, "text")] = _kept(wanted)
        self._journal.set_note(_FILTERS, json.dumps(kept, ensure_ascii=False) if kept else None)

    def _write(self, debrief: str, event: Event) -> Review:
        stream = review_stream(debrief, self._journal.hand)
        history = self._journal.read(stream, 0, self.who)
        self._journal.append(self.who, stream, len(history), [event], self._clock.now())
        self._index.catch_up([stream])
        return self.review(debrief)


def review_in(journal: Journal, debrief: str) -> Review:
    """The review of that debrief, read from the events. Raises JournalError."""
    return review_of(debrief, journal.said_about(debrief))


def reasons_of(row: Summary, *, overdue: bool) -> tuple[str, ...]:
    """The reasons to read a debrief, most important first; whether it is overdue depends on the day."""
    return ("overdue", *lasting_reasons(row)) if overdue else lasting_reasons(row)


def _words(text: str, wrong: str) -> str:
    kept = clean_input(text)[0]
    if not kept:
        raise RefusedError(wrong)
    return kept


def _kept(wanted: InboxFilter) -> dict[str, Any]:
    given = {name: value for name, value in wanted._asdict().items() if value != InboxFilter._field_defaults[name]}
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in given.items() if name != "customers"
    }


def _filter(values: Mapping[str, Any]) -> InboxFilter:
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in values.items()
        if name in InboxFilter._fields
    }
    return InboxFilter(**known)
