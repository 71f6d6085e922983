"""The home screen: expired terms, today's visits with their sentences, unfinished debriefs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import ScreenResume

from coach.terminal import words
from coach.terminal.home_lines import HomeLines, Look
from coach.terminal.screens.outcomes import Decided, OutcomeKeys
from coach.terminal.spans import Span
from coach.terminal.widgets.rows import Rows
from coach.terminal.widgets.strips import Hint, fitting

if TYPE_CHECKING:
    from coach.conduct.desk import Agenda, Casefile
    from coach.conduct.reviewing import InboxRequest, News


class HomeScreen(OutcomeKeys):
    """The first screen, with one of three views: all of the user's own, his due ones, everybody's. `at`: the debrief
    selected when it was left.
    """

    KEYS = (
        ("F1", "help", "app.keys"),
        ("Ctrl+N", "new", "app.new_debrief"),
        ("Ctrl+R", "rehearsals", "app.rehearse"),
        ("Ctrl+E", "inbox", "app.inbox"),
        ("Ctrl+F", "search", "app.search"),
        ("Enter", "open", "open"),
        ("F3", "signed", "signed"),
        ("F4", "lost", "lost"),
        ("F5", "still_open", "still_open"),
        ("F6", "again", "again"),
        ("Ctrl+G", "ledger", "app.ledger"),
        ("Ctrl+O", "history", "app.history"),
        ("Ctrl+L", "language", "app.switch_language"),
        ("↑ ↓", "move", "none"),
        ("Ctrl+T", "theme", "app.next_theme"),
    )
    BINDINGS = [("f2", "look", ""), ("f6", "again", ""), ("ctrl+a", "answer", "")]  # noqa: RUF012 - Textual's shape
    AUTO_FOCUS = "Rows"

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self._agenda: Agenda | None = None
        self._asked: list[InboxRequest] = []
        self._news: list[News] = []
        self._look: Look = "mine"
        self._whole = False
        self._back_at = at
        self._rows = Rows(id="rows")

    def parts(self) -> ComposeResult:
        """The rows."""
        yield self._rows

    def on_mount(self) -> None:
        """Fetches the agenda."""
        self.in_background(self._fetch)

    def on_screen_suspend(self) -> None:
        """When left, remembers the selected row."""
        self.coach.home_at = self._rows.pointed.name if self._rows.pointed else ""

    def on_screen_resume(self, event: ScreenResume) -> None:
        """When shown again, refreshes, since the day may have changed."""
        if self._agenda is not None:
            self.in_background(self._fetch)

    def title_spans(self, width: int) -> Sequence[Span]:
        """The day, and the program's name."""
        today = words.day(self.book, self._agenda.day) if self._agenda else ""
        return (
            Span(f" {self.book.say('screen.title')} ", "key"),
            Span(f"  {today}  ", "strong"),
            Span("" if self._look == "mine" else f"{self.book.say(f'screen.home.look_{self._look}')}  ", "key"),
            Span(self.coach.working, "warn"),
        )

    @property
    def lines(self) -> HomeLines:
        """The rows at this width."""
        return HomeLines(self.book, self._look, self._asked, self._news, self._rows.line_width)

    def retell(self) -> None:
        """Redraws in another language."""
        super().retell()
        if self._agenda is not None:
            rows = list(self.lines.rows(self._agenda))
            back = next((row.key for row in rows if self._back_at and row.key and row.key.name == self._back_at), None)
            self._rows.fill(rows, back, stay=True)
            if back:
                self._back_at = ""
                self.call_after_refresh(lambda: self._rows.point(self._rows.at))

    def on_resize(self) -> None:
        """Adapts the columns to the width."""
        super().on_resize()
        self.call_after_refresh(self.retell)

    def all_keys(self) -> list[Hint]:
        """The keys; answering comes first if there is a request, and further views if the store holds others' debriefs."""
        first, *keys = super().all_keys()
        keys.insert(0 if self._is_shared else 4, Hint("F2", self.book.say(f"screen.key.{self._next_look}"), "look"))
        if self._asked:
            keys.insert(0, Hint("Ctrl+A", self.book.say("screen.key.answer"), "answer"))
        return [first, *keys]

    def hints(self) -> Sequence[Hint]:
        """The keys shown; one more if it fits."""
        return fitting(self.all_keys()[: self.SHOWN + 1], self.size.width)

    def action_open(self) -> None:
        """Opens the selected row."""
        self._rows.action_open()

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """Starts, continues or shows a debrief."""
        kind, name, at = message.key
        if kind == "new":
            self.coach.action_new_debrief()
        elif kind == "practise":
            self.coach.action_rehearse()
        elif kind == "resume":
            self.coach.open_debrief(name)
        elif kind == "more":
            self._whole = True
            self.in_background(self._fetch)
        elif kind == "news":
            self.coach.open_case(name, line=self._news[at].line)
        else:
            self.coach.open_case(name)

    def decided(self) -> Decided | None:
        """The selected debrief, if recorded."""
        pointed = self._rows.pointed
        if self._agenda is None or pointed is None or pointed.kind not in ("case", "overdue"):
            return None
        return Decided(pointed.name, self._agenda.day)

    def outcome_kept(self, case: "Casefile") -> None:
        """Removes it from lists it no longer belongs to."""
        self.in_background(self._fetch)

    def action_look(self) -> None:
        """Switches the view: due ones, everybody's if the store holds others' debriefs, all of the user's own."""
        self._look, self._whole = self._next_look, False
        self.in_background(self._fetch)

    @property
    def _is_shared(self) -> bool:
        return self._agenda is not None and self._agenda.shared

    @property
    def _next_look(self) -> "Look":
        looks: list[Look] = ["mine", "due", "everybody"] if self._is_shared else ["mine", "due"]
        return looks[(looks.index(self._look) + 1) % len(looks)]

    def action_again(self) -> None:
        """Judges the selected expired one anew (R8)."""
        pointed = self._rows.pointed
        if pointed and pointed.kind == "overdue":
            self.coach.open_debrief(again=pointed.name)

    def action_answer(self) -> None:
        """Answers the selected request, otherwise the first."""
        from coach.terminal.screens.writing import Writing

        if not self._asked:
            return
        pointed = self._rows.pointed
        one = self._asked[pointed.at if pointed and pointed.kind == "asked" else 0]
        b = self.book
        about = b.say("inbox.asked", by=one.request.by, text=one.request.text)
        box = Writing(
            b.say("screen.remarking.answer"), b.say("screen.case.enter"), about, b.say("screen.remarking.placeholder")
        )
        self.app.push_screen(box, lambda text: self.in_background(self._answered, one, text) if text else None)

    async def _answered(self, one: "InboxRequest", text: str) -> None:
        await self.ask(lambda desk: desk.reading().reviewing.answer(one.debrief.id, text, one.request))
        self.tell(self.book.say("review.done_answer"))
        await self._fetch()

    async def _fetch(self) -> None:
        everybody, whole = self._look == "everybody", self._whole
        first = self._agenda is None
        self._agenda = await self.ask(lambda desk: desk.agenda(everybody, whole))
        if first and self._agenda.empty and self._agenda.shared:  # a reader who makes no visits of his own
            self._look = "everybody"
            self._agenda = await self.ask(lambda desk: desk.agenda(everybody=True))
        self.retell()
        asked, news = await self.coach.worker.ask(lambda desk: (list(desk.asked()), list(desk.news())))
        if (asked, news) != (self._asked, self._news):
            self._asked, self._news = asked, news
            self.retell()
