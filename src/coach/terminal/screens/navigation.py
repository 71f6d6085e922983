"""Navigation between screens, available to all of them."""

from typing import TYPE_CHECKING, Any

from textual.app import App

from coach.terminal.screens.base import CoachScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from coach.conduct.reading_room import Place
    from coach.terminal.beginning import Begin
    from coach.terminal.screens.base import Way


class Navigation(App[None]):
    """An app that shows one of our screens at a time. Screens are imported on first use."""

    seed: int
    home_at = ""
    """The debrief selected on the home screen when it was left."""

    def go(self, screen: "Screen[None]") -> None:
        """Replaces the current screen."""
        if isinstance(self.screen, CoachScreen):
            self.screen.left = True
        if len(self.screen_stack) == 1:
            self.push_screen(screen)  # Textual cannot replace the first screen of all
        else:
            self.switch_screen(screen)

    def go_home(self) -> None:
        """Shows the home screen anew, at the row where it was left."""
        self.go(self.named_screen("home"))

    def open_debrief(self, name: str | None = None, again: str | None = None) -> None:
        """Opens a new debrief, a resumed one, or one judged anew."""
        from coach.terminal.screens.debrief import DebriefScreen

        self.go(DebriefScreen(resume=name, again=again))

    def open_case(self, name: str, line: int = 0, place: "Place | None" = None) -> None:
        """Opens a casefile: from its start or at line `line` of the talk (1 = the first), or for reading from a place
        in the inbox.
        """
        if isinstance(self.screen, CoachScreen):
            self.screen.in_background(self._case_opened, self.screen, name, line, place)

    async def _case_opened(self, shown: CoachScreen, name: str, line: int, place: "Place | None") -> None:
        """Fetches it before switching screens, so that its first paint is complete."""
        from coach.terminal.screens.casefile import CasefileScreen

        case = await shown.ask(lambda desk: desk.case(name))
        if shown is self.screen:
            self.go(CasefileScreen(name, line=line, place=place, back=shown.way_back(), case=case))

    def go_back(self, back: "Callable[[], Screen[None]] | None") -> None:
        """Returns to the previous screen, otherwise home."""
        if back is None:
            self.go_home()
        else:
            self.go(back())

    def open_inbox(self, place: "Place | None" = None) -> None:
        """Opens the inbox at a place."""
        from coach.terminal.screens.inbox import InboxScreen

        self.go(InboxScreen(place))

    def rehearse(self, begin: "Begin") -> None:
        """Opens a rehearsal."""
        from coach.terminal.screens.rehearsal import RehearsalScreen

        self.go(RehearsalScreen(begin))

    def action_new_debrief(self) -> None:
        """Starts a debrief, from anywhere but a debrief."""
        from coach.terminal.screens.debrief import DebriefScreen

        if not isinstance(self.screen, DebriefScreen) and self._left_behind():
            self.seed += 1
            self.open_debrief()

    def action_history(self) -> None:
        """All debriefs."""
        from coach.terminal.screens.history import HistoryScreen

        if self._left_behind():
            self.go(HistoryScreen())

    def action_search(self) -> None:
        """Search in everything said."""
        from coach.terminal.screens.search import SearchScreen

        back = self._way_back()
        if not isinstance(self.screen, SearchScreen) and self._left_behind():
            self.go(SearchScreen(back=back))

    def action_inbox(self) -> None:
        """Debriefs worth reading."""
        from coach.terminal.screens.inbox import InboxScreen

        if not isinstance(self.screen, InboxScreen) and self._left_behind():
            self.open_inbox()

    def action_ledger(self) -> None:
        """What became of what was judged."""
        from coach.terminal.screens.ledger import LedgerScreen

        back = self._way_back()
        if not isinstance(self.screen, LedgerScreen) and self._left_behind():
            self.go(LedgerScreen(back=back))

    def action_rehearse(self) -> None:
        """The shelf of customers to rehearse with."""
        from coach.terminal.screens.scenarios import ScenariosScreen

        if self._left_behind():
            self.go(ScenariosScreen())

    def named_screen(self, which: str | tuple[str, str], product: str = "") -> CoachScreen:
        """`home`, `debrief` (a new one is about `product`), `rehearse` (the shelf of customers), or a pair of `debrief`,
        `rehearse` or `casefile` and an id.
        """
        name, about = (which, None) if isinstance(which, str) else which
        if name == "debrief":
            from coach.terminal.screens.debrief import DebriefScreen

            return DebriefScreen(resume=about, product=product)
        if name == "casefile" and about:
            from coach.terminal.screens.casefile import CasefileScreen

            return CasefileScreen(about)
        if name == "rehearse":
            from coach.terminal.beginning import Begin
            from coach.terminal.screens.rehearsal import RehearsalScreen
            from coach.terminal.screens.scenarios import ScenariosScreen

            return RehearsalScreen(Begin(resume=about)) if about else ScenariosScreen()
        from coach.terminal.screens.home import HomeScreen

        return HomeScreen(self.home_at)

    def _way_back(self) -> "Way | None":
        return self.screen.way_back() if isinstance(self.screen, CoachScreen) else None

    def _left_behind(self) -> bool:
        """Saves work in progress; False if the current screen must not be left because a dialog is open."""
        shown: Screen[Any] = self.screen
        if isinstance(shown, CoachScreen):
            shown.put_away()
        return isinstance(shown, CoachScreen)
