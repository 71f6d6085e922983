"""View model of the home screen: pure, from an agenda, a catalogue and a width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len

from coach.domain.summary import Summary
from coach.phrases import Phrasebook
from coach.terminal import words
from coach.terminal.spans import Span
from coach.terminal.widgets.rows import Key, Row
from coach.terminal.wrapping import cut, fit

if TYPE_CHECKING:
    from coach.conduct.desk import Agenda
    from coach.conduct.reviewing import InboxRequest, News
    from coach.domain.inbox import InboxRow

Look = Literal["mine", "due", "everybody"]
"""The views: all of the user's own, his due ones, everybody's."""


@dataclass(frozen=True)
class HomeLines:
    """The rows of an agenda in a view (`look`), in `width` cells; `asked`: requests to the rep; `news`: unseen remarks
    on his debriefs.
    """

    book: Phrasebook
    look: Look
    asked: Sequence["InboxRequest"]
    news: Sequence["News"]
    width: int

    def rows(self, agenda: "Agenda") -> Iterator[Row]:
        """Every row, from top to bottom."""
        due, lists = self.look == "due", self._lists(agenda)
        if agenda.empty and not self.asked and not due and not agenda.shared:
            yield from self._welcome(agenda.rep)
            return
        yield Row(())
        yield self._way("new", "new")
        if self.look != "everybody" and not any(
            rows for name, rows in lists.items() if name not in ("terms", "recent")
        ):
            yield self._way("practise", "practise")
        yield from self._requests()
        yield from self._remarks()
        if not any(lists.values()):
            none = "none_due" if due else "none_mine"
            yield Row(())
            yield Row((Span(f"  {self.book.say(f'screen.home.{none}')}", "dim"),))
        for key, rows in lists.items():
            if rows or (key in agenda.left_out and (due or key != "terms")):
                yield Row(())
                of_all = "_all" if key == "meeting" and self.look == "everybody" else ""
                ink = "warn" if key == "overdue" else "key"
                yield Row((Span(f"  {self.book.say(f'screen.home.{key}{of_all}')}", ink),))
                told = [self._when_and_what(key, row, agenda.day) for row in rows]
                wide = max((cell_len(when) for when, _ in told), default=0)
                for row, (when, what) in zip(rows, told, strict=True):
                    yield from self._row(key, row, agenda, fit(when, wide), what)
                if key in agenda.left_out:
                    more = self.book.say("screen.home.more", count=agenda.left_out[key])
                    yield Row((Span("  …  ", "strong"), Span(more, "dim")), Key("more", key))

    def _lists(self, agenda: "Agenda") -> dict[str, Sequence[Summary]]:
        """The lists in their order: whom a rep meets today, and his sentence for it, he reads before what is past."""
        due = self.look == "due"
        first = {"meeting": agenda.meeting, "overdue": agenda.overdue}
        if self.look == "everybody":
            first = {"overdue": agenda.overdue, "meeting": agenda.meeting}
        return {
            **first,
            "due": agenda.due,
            "late": agenda.late,
            "terms": agenda.terms if due else (),
            "unfinished": agenda.unfinished,
            "recent": () if due else agenda.recent,
        }

    def _requests(self) -> Iterator[Row]:
        if not self.asked:
            return
        yield Row(())
        yield Row((Span(f"  {self.book.say('screen.home.asked')}", "warn"),))
        for n, (debrief, request) in enumerate(self.asked):
            text = self.book.say("inbox.asked", by=request.by, text=" ".join(request.text.split()))
            yield Row(self._said("?", debrief, text), Key("asked", debrief.id, n))

    def _remarks(self) -> Iterator[Row]:
        if not self.news:
            return
        yield Row(())
        yield Row((Span(f"  {self.book.say('screen.home.news')}", "key"),))
        for n, (debrief, remark) in enumerate(self.news):
            text = " ".join(words.remark(self.book, remark).split())
            yield Row(self._said("+", debrief, text), Key("news", debrief.id, n))

    def _said(self, sign: str, debrief: "InboxRow", text: str) -> tuple[Span, ...]:
        """What somebody said of a debrief, behind its customer."""
        name = fit(words.named(self.book, debrief.customer, debrief.contact), self._who_width)
        room = self.width - self._who_width - 8
        return (Span(f"  {sign}  ", "strong"), Span(f"{name}  ", "coach"), Span(cut(text, room)))

    def _welcome(self, rep: str) -> Iterator[Row]:
        yield Row(())
        for line in self.book.say("screen.home.welcome", rep=rep).splitlines():
            yield Row((Span("  "), Span(line)), wraps=True)
        yield Row(())
        yield self._way("new", "begin")
        yield self._way("practise", "no_visit")

    def _way(self, kind: str, phrase: str) -> Row:
        return Row((Span("  + ", "key"), Span(self.book.say(f"screen.home.{phrase}"), "strong")), Key(kind))

    def _row(self, kind: str, row: Summary, agenda: "Agenda", when: str, what: str) -> Iterator[Row]:
        name = fit(words.named(self.book, row.customer, row.contact), self._who_width)
        shown = row.verdict_class or "–"
        if row.id in agenda.overruled:
            what = self.book.say("screen.home.overruled", after=agenda.overruled[row.id], text=what)
        if self.look == "everybody":
            what = self.book.say("screen.remark", by=row.owner, text=what) if what else row.owner
        opening = (
            "case" if self.look == "everybody" else {"unfinished": "resume", "overdue": "overdue"}.get(kind, "case")
        )
        spans = [Span(f"  {shown}  ", "strong"), Span(name + "  ", "coach")]
        if when:
            spans.append(Span(when + "  ", "warn" if kind in ("overdue", "late") else "dim"))
        room = self.width - sum(cell_len(span.text) for span in spans) - 1
        yield Row((*spans, Span(cut(what, room))), Key(opening, row.id))
        if kind == "meeting":
            quote = self.book.say("screen.quote", quote=row.next_line)
            yield Row((Span("      "), Span(quote, "good")), wraps=True)

    def _when_and_what(self, kind: str, row: Summary, today: date) -> tuple[str, str]:
        from coach.dialogue.step_answer import action_of

        b = self.book
        if kind == "overdue":
            over = words.away(b, row.deadline or today, today)
            options = "A" if row.verdict_class == "A" else "other"
            return b.say("screen.home.ran_out", away=over), b.say(f"screen.home.judge_{options}")
        if kind == "meeting":
            return "", action_of(row.next_what)
        if kind == "terms":
            return words.away(b, row.deadline or today, today), b.say("screen.home.term_ends")
        if kind in ("due", "late"):
            away = words.away(b, row.next_date or today, today)
            return (b.say("screen.home.was_due", away=away) if kind == "late" else away), action_of(row.next_what)
        if kind == "unfinished":
            return words.day(b, row.visit_date), b.say("screen.home.left_at", step=b.say(f"list_.step.{row.step}"))
        return words.day(b, row.visit_date), self._state(row)

    def _state(self, row: Summary) -> str:
        return self.book.say(f"screen.state.{row.outcome}") if row.outcome else ""

    @property
    def _who_width(self) -> int:
        """Width of the name column in cells."""
        return min(max(self.width // 3, 18), 36)
