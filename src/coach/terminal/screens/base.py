"""Base class of all screens: own language, key hints, title, calls to the desk with progress."""

from asyncio import get_running_loop
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from textual.app import ComposeResult
from textual.errors import NoWidget
from textual.events import ScreenResume
from textual.screen import Screen

from coach.phrases import Phrasebook
from coach.ports import RefusedError
from coach.terminal import words
from coach.terminal.spans import Span
from coach.terminal.widgets.strips import Hint, Hints, OneLine

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.geometry import Region
    from textual.widget import Widget
    from textual.worker import WorkType

    from coach.conduct.desk import Desk
    from coach.terminal.shell import Shell

T = TypeVar("T")
P = ParamSpec("P")
NOTICEABLE = 0.2
"""Seconds after which progress is shown."""
Way = Callable[[], "CoachScreen"]
"""Factory of the screen to return to, as it was left."""
NARROW = 100
"""Terminal width below which the board becomes one line."""

ALWAYS = (("Ctrl+P", "palette", "app.command_palette"), ("Ctrl+Q", "quit", "app.quit"))
"""The keys that work on every screen, told last."""


class CoachScreen(Screen[None]):
    """A screen of the app. `KEYS`: every key of its own with its phrase and action; the first few are shown at the bottom."""

    KEYS: tuple[tuple[str, str, str], ...] = ()
    SHOWN = 5

    def __init__(self) -> None:
        super().__init__()
        self.left = False
        self._under_way = 0

    @property
    def coach(self) -> "Shell":
        """The app."""
        return cast("Shell", self.app)

    @property
    def language(self) -> str:
        """The language of this screen."""
        return self.coach.language

    @property
    def book(self) -> Phrasebook:
        """The catalogue of that language."""
        return words.book(self.language)

    def compose(self) -> ComposeResult:
        """The title, the parts of the screen, its keys."""
        yield OneLine(self.title_spans, id="top")
        yield from self.parts()
        yield Hints(self.hints, id="hints")

    def parts(self) -> ComposeResult:
        """What stands between the title and the keys."""
        yield from ()

    def hints(self) -> Sequence[Hint]:
        """The keys shown at the bottom."""
        return self.all_keys()[: self.SHOWN]

    def all_keys(self) -> list[Hint]:
        """Every key with an effect here."""
        return [Hint(key, self.book.say(f"screen.key.{label}"), action) for key, label, action in (*self.KEYS, *ALWAYS)]

    def title_spans(self, width: int) -> Sequence[Span]:
        """The title line."""
        return (Span(f" {self.book.say('screen.title')}", "key"),)

    def retell(self) -> None:
        """Redraws everything in the current language."""
        for line in self.query(OneLine):
            line.renew()

    def on_mount(self) -> None:
        """Textual counts frames from the first change after a screen was shown, and holds that change back for one:
        counted from here, the first key typed is not held back.
        """
        self._update_timer.resume()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Called when the screen is shown. The first time every widget has just been styled by composing; Textual would
        restyle all of them.
        """
        if not self.stack_updates:
            event.refresh_styles = False

    def on_resize(self) -> None:
        """Narrow screens have a layout of their own."""
        self.set_class(self.size.width < NARROW, "-narrow")
        self.set_class(self.size.width >= 140, "-wider")

    def get_widget_at(self, x: int, y: int) -> "tuple[Widget, Region]":
        """What is at this place; a widget that is just going counts as gone, for Textual fails on a click on it."""
        widget, region = super().get_widget_at(x, y)
        if widget is not self and widget.parent is None:
            raise NoWidget(f"the widget at {x}, {y} is just going")
        return widget, region

    def on_hints_pressed(self, message: Hints.Pressed) -> None:
        """A hint was clicked."""
        self.run_here(message.action)

    def on_composer_ended(self) -> None:
        """Scrolls to the last message."""
        for talk in self.query("#talk"):
            talk.scroll_end(animate=False)

    def in_background(self, work: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Runs work in the background; its errors are shown, never fatal. Work that is still to begin when the app
        exits never does.
        """
        guarded: WorkType[None] = partial(self._guarded, partial(work, *args, **kwargs))
        self.run_worker(guarded, exit_on_error=False)

    async def ask(self, call: Callable[["Desk"], T]) -> T:
        """Calls the desk; noticeable delays are shown."""
        return await self.shown(self.coach.worker.ask(call))

    async def shown(self, waiting: Awaitable[T]) -> T:
        """Awaits it, with progress shown once noticeable."""
        self._under_way += 1
        timer = get_running_loop().call_later(NOTICEABLE, lambda: self.progress(self.book.say("screen.working")))
        try:
            return await waiting
        finally:
            timer.cancel()
            self._under_way -= 1
            if not self._under_way:
                self.progress("")

    def progress(self, text: str) -> None:
        """Shows an operation in progress; empty: none."""
        if text == self.coach.working:
            return
        self.coach.working = text
        for screen in (self, self.app.screen):
            for top in screen.query("#top").results(OneLine):
                top.renew()

    def switch_language(self) -> None:
        """Switches to the other language permanently."""
        self.coach.speak("en" if self.language == "zh" else "zh")
        self.retell()

    def put_away(self) -> None:
        """Saves work in progress before another screen replaces this one."""

    def way_back(self) -> Way | None:
        """How to return here from a screen opened here; None: by way of home."""
        return None

    async def index_new_events(self) -> int:
        """Indexes new events in batches with progress; returns their number."""
        whole = 0
        try:
            while True:
                taken, left = await self.coach.worker.ask(lambda desk: desk.reading().index_new_events())
                whole += taken
                if not left:
                    return whole
                self.progress(self.book.say("screen.taking_in", percent=100 * whole // (whole + left)))
        finally:
            self.progress("")

    def bad_day(self, given: str) -> str:
        """The error in a date as typed, or nothing."""
        try:
            date.fromisoformat(given)
        except ValueError:
            return self.book.say("screen.case.bad_day", given=given)
        return ""

    def save_now(self) -> "Future[None] | None":
        """Queues the draft to be saved when the app is about to exit; a future, or None if there is none."""
        return None

    def run_here(self, action: str) -> None:
        """Runs an action of this screen."""
        self.in_background(self._acted, action)

    async def _acted(self, action: str) -> None:
        await self.run_action(action)

    def tell(self, text: str) -> None:
        """A notification that disappears by itself."""
        self.notify(text)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except RefusedError as refused:
            self.notify(words.trouble(self.book, refused), severity="warning")
        except Exception as error:  # noqa: BLE001 - told to the user; the session goes on
            self.coach.note_fault(error)
            self.notify(words.trouble(self.book, error), severity="error")
