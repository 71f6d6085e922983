"""Ways from one screen to another: what the app offers to all of them."""

from typing import TYPE_CHECKING, Any

from textual.app import App

from coach.terminal.screens.base import CoachScreen

if TYPE_CHECKING:
    from textual.screen import Screen


class Navigation(App[None]):
    """An app that shows one of our screens at a time. Screens are imported when they are first gone to."""

    seed: int

    def go(self, screen: CoachScreen) -> None:
        """Shows another screen in place of the one shown."""
        if isinstance(self.screen, CoachScreen):
            self.screen.left = True
        if len(self.screen_stack) == 1:
            self.push_screen(screen)  # Textual cannot replace the first screen of all
        else:
            self.switch_screen(screen)

    def go_home(self) -> None:
        """Today's screen, fresh."""
        self.go(self.named_screen("home"))

    def open_debrief(self, name: str | None = None, again: str | None = None) -> None:
        """A new debrief, or one gone on with, or one judged again."""
        from coach.terminal.screens.debrief import DebriefScreen

        self.go(DebriefScreen(resume=name, again=again))

    def open_case(self, name: str) -> None:
        """One debrief, to be looked at."""
        self.go(self.named_screen(("casefile", name)))

    def rehearse_customer(self, debrief: str) -> None:
        """A rehearsal against the customer of a debrief."""
        from coach.terminal.rehearsed import Begin
        from coach.terminal.screens.rehearsal import RehearsalScreen

        self.go(RehearsalScreen(Begin(debrief=debrief)))

    def action_new_debrief(self) -> None:
        """A new debrief, from anywhere but a debrief."""
        from coach.terminal.screens.debrief import DebriefScreen

        if isinstance(self.screen, CoachScreen) and not isinstance(self.screen, DebriefScreen):
            self.seed += 1
            self.open_debrief()

    def action_history(self) -> None:
        """All debriefs."""
        from coach.terminal.screens.history import HistoryScreen

        if self._left_behind():
            self.go(HistoryScreen())

    def action_rehearse(self) -> None:
        """The shelf of customers to rehearse with."""
        from coach.terminal.screens.scenarios import ScenariosScreen

        if self._left_behind():
            self.go(ScenariosScreen())

    def named_screen(self, which: str | tuple[str, str]) -> CoachScreen:
        """`home`, `debrief`, or a pair of `debrief` or `casefile` and an id."""
        name, about = (which, None) if isinstance(which, str) else which
        if name == "debrief":
            from coach.terminal.screens.debrief import DebriefScreen

            return DebriefScreen(resume=about)
        if name == "casefile" and about:
            from coach.terminal.screens.casefile import CasefileScreen

            return CasefileScreen(about)
        from coach.terminal.screens.home import HomeScreen

        return HomeScreen()

    def _left_behind(self) -> bool:
        """Puts a talk under way aside; False where the screen shown is not to be left (a box is open over it)."""
        from coach.terminal.screens.debrief import DebriefScreen

        shown: Screen[Any] = self.screen
        if isinstance(shown, DebriefScreen):
            shown.action_leave()
        return isinstance(shown, CoachScreen)
