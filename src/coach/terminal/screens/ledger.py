"""The ledger screen: outcomes of one's judgements and the cost of wrong ones, shown to the rep first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from coach.reports.ledger import BASES
from coach.terminal import ledger_lines
from coach.terminal.screens.base import CoachScreen, Way
from coach.terminal.spans import Span
from coach.terminal.widgets.card import Card

if TYPE_CHECKING:
    from coach.reports.ledger import Ledger

GROUPS = ("", "rep", "product", "month")
"""The grouping of the last table; first: none."""
WIDEST = 110
"""Maximum comfortable line width in cells."""


class LedgerScreen(CoachScreen):
    """One panel, scrolled."""

    KEYS = (
        ("F1", "help", "app.keys"),
        ("F3", "basis", "basis"),
        ("F4", "group", "group"),
        ("F5", "whose", "whose"),
        ("Esc", "back", "leave"),
        ("PgUp PgDn", "page", "page(1)"),
        ("↑ ↓", "move", "none"),
        ("Ctrl+F", "search", "app.search"),
        ("Ctrl+L", "language", "app.switch_language"),
        ("Ctrl+T", "theme", "app.next_theme"),
    )
    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("escape", "leave", ""),
        ("f3", "basis", ""),
        ("f4", "group", ""),
        ("f5", "whose", ""),
        ("up", "scroll(-1)", ""),
        ("down", "scroll(1)", ""),
        ("pageup", "page(-1)", ""),
        ("pagedown", "page(1)", ""),
        ("home", "edge(-1)", ""),
        ("end", "edge(1)", ""),
    ]
    AUTO_FOCUS = ""

    def __init__(self, back: Way | None = None) -> None:
        super().__init__()
        self._back = back
        self._panel = Card(id="ledger")
        self._ledger: Ledger | None = None
        self._basis, self._by = BASES[0], ""
        self._owner: str | None = None

    def parts(self) -> ComposeResult:
        """The panel."""
        yield self._panel

    def on_mount(self) -> None:
        """Shows the rep's own first, or everybody's if he has none."""
        self.in_background(self._begin)

    def title_spans(self, width: int) -> Sequence[Span]:
        """Whose ledger it is, and by whose class."""
        b = self.book
        whose = "" if self._ledger is None else self._owner or b.say("screen.ledger.everybody")
        return (
            Span(f" {b.say('ledger.title')}  ", "key"),
            Span(f"{whose}  ", "strong"),
            Span(b.say(f"screen.ledger.basis.{self._basis}"), "dim"),
            Span(f"  {self.coach.working}", "warn"),
        )

    def retell(self) -> None:
        """Redraws in another language or width, keeping the scroll position."""
        super().retell()
        self._show()

    def on_resize(self) -> None:
        """Adapts the bars to the width."""
        super().on_resize()
        self.call_after_refresh(self._show)

    def action_basis(self) -> None:
        """Switches the basis: the first claimed class, the one after the reverse question, or the rules'."""
        self._basis = BASES[(BASES.index(self._basis) + 1) % len(BASES)]
        self.retell()

    def action_group(self) -> None:
        """Switches the grouping of the last table: rep, product or month."""
        self._by = GROUPS[(GROUPS.index(self._by) + 1) % len(GROUPS)]
        self.in_background(self._regroup)

    def action_whose(self) -> None:
        """Switches to another rep's ledger, or everybody's."""
        self.in_background(self._choose)

    def action_scroll(self, step: int) -> None:
        """A line on."""
        self._panel.scroll_relative(y=step, animate=False)

    def action_page(self, direction: int) -> None:
        """A page on."""
        self._panel.scroll_relative(y=direction * max(self._panel.size.height - 2, 1), animate=False)

    def action_edge(self, direction: int) -> None:
        """To the first or the last line."""
        if direction < 0:
            self._panel.scroll_home(animate=False)
        else:
            self._panel.scroll_end(animate=False)

    def action_leave(self) -> None:
        """Returns to where it was opened."""
        self.coach.go_back(self._back)

    async def _begin(self) -> None:
        own = await self.ask(lambda desk: desk.reading().who)
        self._owner, self._ledger = own, await self.ask(lambda desk: desk.reading().ledger(own))
        if not self._ledger.debriefs and (whole := await self.ask(lambda desk: desk.reading().ledger())).debriefs:
            self._owner, self._ledger = None, whole
        self.retell()

    async def _choose(self) -> None:
        from coach.terminal.screens.choosing import Candidate, Choosing

        b = self.book
        found = self._ledger if self._owner is None else await self.ask(lambda desk: desk.reading().ledger())
        reps = [group.key for group in found.by_rep] if found else []
        choices = [
            Candidate("", b.say("screen.ledger.everybody")),
            *(Candidate(name, name) for name in reps),
        ]
        box = Choosing(b.say("screen.ledger.whose"), choices, b, b.say("screen.inbox.none.owner"))
        self.app.push_screen(box, lambda key: None if key is None else self.in_background(self._turn_to, key or None))

    async def _regroup(self) -> None:
        """Reps are compared in everybody's ledger: that of one has a single row."""
        if self._by == "rep" and self._owner is not None:
            await self._turn_to(None)
        self.retell()
        if self._by:
            self._panel.scroll_end(animate=False)

    async def _turn_to(self, owner: str | None) -> None:
        self._ledger = await self.ask(lambda desk: desk.reading().ledger(owner))
        self._owner = owner
        self.retell()
        self._panel.scroll_home(animate=False)

    def _show(self) -> None:
        if self._ledger is None:
            return
        if not self._ledger.debriefs:
            shown: list[ledger_lines.Line] = [(Span(self.book.say("ledger.none")),)]
        else:
            width = min(self._panel.line_width, WIDEST)
            shown = ledger_lines.lines(self._ledger, self._basis, self._by, self.book, width)
        at = self._panel.scroll_offset.y
        self._panel.show(shown)
        self._panel.scroll_to(y=at, animate=False)
