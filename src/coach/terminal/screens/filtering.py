"""Dialog for the inbox's filter, field by field, with live results; filters can be saved by name."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from coach.domain.inbox import REASONS_TO_READ, InboxFilter
from coach.domain.vocabulary import CLASSES, OUTCOMES
from coach.terminal import inbox_lines
from coach.terminal.screens.overlay import Overlay
from coach.terminal.spans import Span
from coach.terminal.widgets.rows import Key, Row, Rows
from coach.terminal.wrapping import fit

if TYPE_CHECKING:
    from coach.conduct.reading_room import ReadingRoom
    from coach.terminal.screens.base import CoachScreen

_ANY = ""
_LABEL = 16


class Filtering(Overlay[None]):
    """The fields with their values, then the saved filters. Enter changes or applies one, Delete deletes a saved one,
    Esc closes.
    """

    AUTO_FOCUS = "Rows"
    BINDINGS = [("delete", "forget", "")]  # noqa: RUF012 - Textual's shape

    def __init__(self, below: "CoachScreen", wanted: InboxFilter, narrow: Callable[[InboxFilter], None]) -> None:
        """`narrow` applies a filter at once, to what is shown `below`."""
        book = below.book
        super().__init__(book.say("screen.inbox.filter_title"), book.say("screen.inbox.filter_foot"))
        self._below, self._book, self._filter, self._narrow = below, book, wanted, narrow
        self._kept: dict[str, InboxFilter] = {}
        self._rows = Rows(id="commands")

    def content(self) -> Iterable[Widget]:
        """The fields and the saved filters."""
        yield self._rows

    def on_mount(self) -> None:
        """Fetches the saved filters."""
        self._show()
        self._below.in_background(self._fetch)

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """Changes a field, applies a saved filter, or saves this one."""
        kind, name, _ = message.key
        if kind == "use":
            self._take(self._kept[name])
        elif kind == "keep":
            self._ask("keep", "", self._keep)
        elif kind == "clear":
            self._take(InboxFilter())
        else:
            self._change(name)

    def action_forget(self) -> None:
        """Deletes the selected saved filter."""
        pointed = self._rows.pointed
        if pointed and pointed.kind == "use":
            self._below.in_background(self._save, pointed.name, None)

    def _change(self, field: str) -> None:
        b, now = self._book, self._filter
        if field in ("unread", "asked"):
            self._set(field, not getattr(now, field))
        elif field == "owner":
            self._below.in_background(self._choose, field, lambda room: room.reps())
        elif field == "product":
            self._below.in_background(self._choose, field, lambda room: room.products())
        elif field == "classes":
            values = [*((name, name) for name in CLASSES), ("-", b.say("screen.inbox.no_class"))]
            self._mark(field, values, now.classes)
        elif field == "reasons":
            values = [(name, b.say(f"inbox.reason.{name}")) for name in REASONS_TO_READ]
            self._mark(field, values, now.reasons)
        elif field == "outcome":
            values = [(name, b.say(f"screen.state.{name}")) for name in OUTCOMES]
            self._pick(field, values, now.outcome)
        else:
            self._ask(field, getattr(now, field) or "", lambda text: self._set(field, text or None))

    def _mark(self, field: str, values: list[tuple[str, str]], marked: tuple[str, ...]) -> None:
        """Selects any number of values until closed."""
        from coach.terminal.screens.picking import Marking

        b = self._book
        offered = [*values, (_ANY, b.say("screen.inbox.any"))]
        title, foot = b.say(f"screen.inbox.field.{field}"), b.say("screen.picking.foot_many")
        self.app.push_screen(Marking(title, foot, offered, marked, _ANY, lambda now: self._set(field, now)))

    def _pick(self, field: str, values: list[tuple[str, str]], stands: str | None) -> None:
        from coach.terminal.screens.picking import Picking

        b = self._book
        offered = [*values, (_ANY, b.say("screen.inbox.any"))]
        box = Picking(b.say(f"screen.inbox.field.{field}"), b.say("screen.picking.foot"), offered, stands or _ANY)
        self.app.push_screen(box, lambda picked: None if picked is None else self._set(field, picked or None))

    def _ask(self, key: str, given: str, then: Callable[[str], None]) -> None:
        from coach.terminal.screens.asking import Asking

        b = self._book
        day = key in ("since", "until")
        box = Asking(
            b.say(f"screen.inbox.ask.{key}"),
            b.say("screen.case.enter"),
            given,
            lambda text: self._below.bad_day(text) if day and text else "",
        )
        self.app.push_screen(box, lambda text: None if text is None else then(text))

    async def _choose(self, field: str, names: "Callable[[ReadingRoom], list[str]]") -> None:
        from coach.terminal.screens.choosing import offer_names

        known = await self._below.ask(lambda desk: names(desk.reading()))
        offer_names(self.app, field, known, self._book, lambda name: self._set(field, name))

    def _set(self, field: str, value: Any) -> None:
        self._take(self._filter._replace(**{field: value}))

    def _take(self, wanted: InboxFilter) -> None:
        self._filter = wanted
        self._narrow(wanted)
        self._show()

    def _keep(self, name: str) -> None:
        if name:
            self._below.in_background(self._save, name, self._filter)

    async def _save(self, name: str, wanted: InboxFilter | None) -> None:
        await self._below.ask(lambda desk: desk.reading().reviewing.save_filter(name, wanted))
        key = "inbox.filter_saved" if wanted is not None else "inbox.filter_dropped"
        self._below.tell(self._book.say(key, name=name))
        await self._fetch()

    async def _fetch(self) -> None:
        self._kept = await self._below.ask(lambda desk: desk.reading().reviewing.saved_filters())
        self._show()

    def _show(self) -> None:
        b = self._book
        rows = [self._field(field) for field in inbox_lines.FIELDS]
        if self._filter != InboxFilter():
            rows.append(Row(()))
            rows.append(Row((Span("  "), Span(b.say("screen.inbox.keep"), "key")), Key("keep")))
            rows.append(Row((Span("  "), Span(b.say("screen.inbox.clear"), "key")), Key("clear")))
        if self._kept:
            rows.append(Row(()))
        for name, wanted in self._kept.items():
            spans = (Span("  "), Span(f"{name}  ", "strong"), Span(inbox_lines.description(wanted, b), "dim"))
            rows.append(Row(spans, Key("use", name)))
        self._rows.styles.height = min(len(rows), max(self.app.size.height - 8, 3))
        self._rows.fill(rows)

    def _field(self, field: str) -> Row:
        shown = inbox_lines.value(field, self._filter, self._book)
        label = fit(self._book.say(f"screen.inbox.field.{field}"), _LABEL)
        ink = "strong" if shown else "dim"
        value = Span(shown or self._book.say("screen.inbox.any"), ink)
        return Row((Span("  "), Span(label, "coach"), value), Key("field", field))
