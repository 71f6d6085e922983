"""The Textual app: the current screen, language and theme, and orderly shutdown."""

import gc
import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen

from coach.domain.cleaning import clean
from coach.files import SystemReason
from coach.phrases import Phrasebook
from coach.ports import CoachError
from coach.terminal import endings, themes, words
from coach.terminal.desk_worker import DeskWorker
from coach.terminal.screens.base import CoachScreen
from coach.terminal.screens.navigation import Navigation

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.worker import WorkType

    from coach.conduct.desk import Desk

SETTLING = 0.1
"""Seconds that the first frame gets to reach the terminal before the worker competes for the processor."""
SAVING = 1.5
"""Seconds that shutdown waits for drafts to be saved."""


class Options(TypedDict, total=False):
    """What `show` takes."""

    open_desk: Callable[[], "Desk"]
    """Called once, on the worker, after the first paint."""
    language: str
    follow_language: bool
    """Nobody chose the language."""
    seed: int
    """Selects the coach's wordings."""
    first: str | tuple[str, str]
    """"home", "debrief", "rehearse", or a pair of "debrief", "rehearse" or "casefile" and an id."""
    product: str
    """What a debrief that comes first is about."""
    theme: str
    crashes: Path
    """Folder for reports."""
    now: Callable[[], datetime]
    keep: Callable[[str, str], None]
    """Remembers a setting."""


class CoachApp(Navigation):
    """The app of the `coach` command."""

    CSS_PATH = "coach.tcss"
    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False  # shows nothing on lines we draw ourselves, and Textual fails on a click on what is just going
    BINDINGS = [  # noqa: RUF012 - Textual's shape
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("f1", "keys", show=False),
        Binding("ctrl+l", "switch_language", show=False, priority=True),
        Binding("ctrl+n", "new_debrief", show=False, priority=True),
        Binding("ctrl+o", "history", show=False, priority=True),
        Binding("ctrl+r", "rehearse", show=False, priority=True),
        Binding("ctrl+f", "search", show=False, priority=True),
        Binding("ctrl+g", "ledger", show=False, priority=True),
        Binding("ctrl+e", "inbox", show=False),
        Binding("ctrl+t", "next_theme", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(self, **options: Unpack[Options]) -> None:
        colourless = bool(os.environ.get("NO_COLOR"))
        if not colourless:
            os.environ.pop("NO_COLOR", None)
        super().__init__(ansi_color=True if colourless else None)
        self.language = options.get("language", "en")
        self.follow_language = options.get("follow_language", False)
        self.seed = options.get("seed", 0)
        self.worker = DeskWorker(options["open_desk"])
        self.working = ""
        self.faults: list[Exception] = []
        self._first, self._product = options.get("first", "home"), options.get("product", "")
        self._keep = options.get("keep")
        self._crashes = options.get("crashes", Path.home() / ".coach")
        self._now = options.get("now", datetime.now)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.set_reactive(CoachApp.theme, "coach-plain" if colourless else options.get("theme", "coach-dark"))
        self.stylesheet.set_variables(self.get_css_variables())
        self._just_dressed = self.theme

    @property
    def book(self) -> Phrasebook:
        """The catalogue of the screen's language."""
        return words.book(self.spoken)

    @property
    def spoken(self) -> str:
        """The language of the current screen."""
        talking = next((s for s in reversed(self.screen_stack) if isinstance(s, CoachScreen)), None)
        return talking.language if talking else self.language

    def refresh_css(self, animate: bool = True) -> None:
        """Skips the restyling that Textual requests at start for the theme just parsed: a tenth of the time to the
        first question.
        """
        fresh, self._just_dressed = self._just_dressed == self.theme, ""
        if not fresh:
            super().refresh_css(animate=animate)

    def get_driver_class(self) -> type[Driver]:
        """The own driver on Unix terminals."""
        if sys.platform == "win32" or os.environ.get("TEXTUAL_DRIVER"):
            return super().get_driver_class()
        from coach.terminal.driver import SteadyDriver

        return SteadyDriver

    def get_default_screen(self) -> Screen[None]:
        """The requested screen is the first and only one painted."""
        return self.named_screen(self._first, self._product)

    def on_mount(self) -> None:
        """Signals shut the app down; after the first paint the desk is opened."""
        if self.is_headless is False:
            endings.watch(self.end)
        self.call_after_refresh(self.set_timer, SETTLING, self._painted)

    # Keys that work everywhere

    def action_keys(self) -> None:
        """Lists the keys of the current screen."""
        from coach.terminal.screens.help import KeysScreen

        if isinstance(self.screen, CoachScreen):
            self.push_screen(KeysScreen(self.screen.all_keys(), self.book))

    def action_command_palette(self) -> None:
        """The commands, in the language of the screen."""
        from coach.terminal.screens.palette import palette

        if isinstance(self.screen, CoachScreen):
            offered = list(self.get_system_commands(self.screen))

            def run(at: str | None) -> None:
                if at is not None:
                    offered[int(at)].callback()

            self.push_screen(palette(offered, self.book), run)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The commands of the palette."""
        from coach.terminal.screens.palette import commands

        yield from commands(screen)

    def action_switch_language(self) -> None:
        """Switches to the other language."""
        if isinstance(self.screen, CoachScreen):
            self.screen.switch_language()

    def speak(self, language: str) -> None:
        """Sets the language as chosen by the user."""
        self.language, self.follow_language = language, False
        self._remember("language", language)

    def set_theme(self, theme: str) -> None:
        """Sets the theme."""
        self.theme = theme
        self._remember("theme", theme)

    def action_next_theme(self) -> None:
        """Switches to the next theme."""
        names = [theme.name for theme in themes.THEMES]
        self.set_theme(names[(names.index(self.theme) + 1) % len(names)])
        self.notify(self.book.say(f"screen.theme.{self.theme.removeprefix('coach-')}"))

    def action_help_quit(self) -> None:
        """Explains how to quit, since Ctrl+C copies."""
        self.notify(self.book.say("screen.how_to_quit"))

    def notify(self, message: str, **how: Any) -> None:
        """A notification that disappears by itself; cleaned, and without markup."""
        super().notify(clean(message), **{**how, "markup": False})

    def copy(self, text: str) -> None:
        """Copies to the clipboard and notifies."""
        self.copy_to_clipboard(clean(text))
        self.notify(self.book.say("screen.copied", count=len(text)))

    def _remember(self, key: str, value: str) -> None:
        keep = self._keep
        if keep:
            kept = self.worker.file(lambda: keep(key, value))
            remembered: WorkType[None] = partial(self._remembered, kept)
            self.run_worker(remembered, exit_on_error=False)

    async def _remembered(self, kept: "Future[None]") -> None:
        from asyncio import wrap_future

        try:
            await wrap_future(kept)
        except OSError as error:
            message = self.book.say("screen.not_remembered", path=error.filename or "-", why=SystemReason(error))
            self.notify(message, severity="error")

    # Beginning and ending

    def _painted(self) -> None:
        """Opens and warms up the desk after the first paint, then enables the garbage collector with long-lived objects
        frozen.
        """
        opened = self.worker.send(lambda desk: desk.get_ready())
        opened.add_done_callback(lambda _: _wake_collector())

    async def action_quit(self) -> None:
        """Quits after saving the draft."""
        self.end(0)

    def end(self, status: int) -> None:
        """Saves the draft, then exits with a status."""
        waiting = self._half_typed()
        if waiting:
            from concurrent.futures import wait

            wait(waiting, timeout=SAVING)
        self.exit(return_code=status)

    def line_gone(self) -> None:
        """The terminal was closed."""
        self.end(129)

    def note_fault(self, error: Exception) -> None:
        """Reports a failure that was shown; unexpected ones also go to a private crash report."""
        self.faults.append(error)
        if not isinstance(error, CoachError):
            endings.write_report(self._crashes, error, self._now())

    def input_is_foreign(self) -> None:
        """Notifies once about input that is not UTF-8."""
        self.notify(self.book.say("screen.not_utf8"), severity="warning")

    def _half_typed(self) -> "list[Future[None]]":
        found = [s.save_now() for s in self.screen_stack if isinstance(s, CoachScreen) and not s.left]
        return [future for future in found if future]

    def on_unmount(self) -> None:
        """Closes the desk after its queued calls."""
        self.worker.close()

    def _fatal_error(self) -> None:
        """Handles an uncaught exception: a private crash report, and one sentence for the user."""
        if self._exit_renderables:
            return
        wrong = sys.exc_info()[1]
        path = endings.write_report(self._crashes, wrong, self._now()) if wrong else None
        self._tell_at_exit(self._book_or_default().say("screen.crashed", path=path or "-"))

    def panic(self, *renderables: Any) -> None:
        """Exits after an exception in one of Textual's threads."""
        self._return_code = 1
        self._fatal_error()

    def _tell_at_exit(self, text: str) -> None:
        self._exit_renderables.append(Text(text))
        self._close_messages_no_wait()

    def _book_or_default(self) -> Phrasebook:
        return words.book(self.language)


def _wake_collector() -> None:
    gc.collect()
    gc.freeze()
    gc.enable()
