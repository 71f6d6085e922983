"""The talk as a view that draws its own lines, so that its cost does not depend on its length."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.message import Message as Posted

from coach.domain.cleaning import clean
from coach.terminal.spans import Span
from coach.terminal.widgets.lines import Lines
from coach.terminal.wrapping import fit, wrap

WIDEST = 92
"""Maximum comfortable width of a line in cells."""


class Message(NamedTuple):
    """A message. `who`: coach, question (the coach's, to be answered), rep, notice (of the program, not stored), or
    remark (of a reader).
    """

    who: str
    text: str


class NumberedAnswer(NamedTuple):
    """A numbered answer under the open question."""

    key: str
    label: str


class _Line(NamedTuple):
    message: int
    text: str
    who: str
    first: bool = False


_RULER = {"coach": "│", "question": "│", "rep": "▌", "notice": " ", "remark": "+", "choice": " "}
_INK = {"coach": "coach", "question": "strong", "rep": "rep", "notice": "dim", "remark": "good", "choice": "key"}


class Transcript(Lines, can_focus=False):
    """The messages, then the numbered answers to the open question. New messages are scrolled into view; on a new width
    or language the end stays in view if it was.
    """

    class Chosen(Posted):
        """A numbered answer was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, coach: str, rep: str, *, id: str = "talk") -> None:
        super().__init__(id=id)
        self._names = {"coach": coach, "rep": rep}
        self._messages: list[Message] = []
        self._lines: list[_Line] = []
        self._tail: list[_Line] = []
        self._options: tuple[NumberedAnswer, ...] = ()
        self._wrapped_at = self._height = 0
        self._picked: int | None = None
        self._from_start = False
        self._follows = False

    @property
    def messages(self) -> Sequence[Message]:
        """All messages shown."""
        return self._messages

    @property
    def picked(self) -> Message | None:
        """The selected message."""
        return None if self._picked is None else self._messages[self._picked]

    def rename(self, coach: str, rep: str) -> None:
        """Sets the speakers' names in another language."""
        self._names = {"coach": coach, "rep": rep}
        self._rewrap()

    def show(
        self, messages: Iterable[Message], options: Sequence[NumberedAnswer] = (), *, from_start: bool = False
    ) -> None:
        """Replaces all messages; scrolls to the end, or to the start."""
        self._messages = list(messages)
        self._options = tuple(options)
        self._picked = None
        self._from_start = from_start
        self._rewrap()
        self.call_after_refresh(self._to_end)

    def add(self, messages: Iterable[Message], options: Sequence[NumberedAnswer] = ()) -> None:
        """Appends messages and scrolls them into view; the numbered answers are those of the question now open."""
        kept = len(self._lines)
        self._options = tuple(options)
        for message in messages:
            self._messages.append(message)
            self._lines.extend(self._wrap(len(self._messages) - 1))
        self._renew_tail()
        if not self.size.width:  # the board stands in its place: there is no width to wrap to; drawing sees to it then
            self._wrapped_at = -1
        self.redraw(self._count, kept)
        self.scroll_end(animate=False, immediate=True, force=True)

    def pick(self, step: int) -> None:
        """Selects the message before (-1) or after (+1) the selected one, past the end none; with none selected the last
        (-1) or the first (+1) in sight.
        """
        top = int(self.scroll_offset.y)
        seen = [line.message for line in self._lines[top : top + self.size.height] if line.who] or [0]
        new = self._picked + step if self._picked is not None else seen[0 if step == 1 else -1]
        self.point(new if 0 <= new < len(self._messages) else 0 if new < 0 and self._messages else None)

    @property
    def picked_at(self) -> int | None:
        """The index of the selected message, 0 = the first."""
        return self._picked

    def point(self, at: int | None) -> None:
        """Selects message `at` and scrolls to it, or none."""
        self._picked = at
        if not self.size.width:  # before the first layout there is nowhere to scroll
            self.call_after_refresh(self.point, at)
            return
        if at is not None:
            self.prepare()
            y = next((n for n, line in enumerate(self._lines) if line.message == self._picked and line.who != ""), 0)
            if not self.scroll_offset.y <= y < self.scroll_offset.y + self.size.height:
                self.scroll_to(y=max(y - 2, 0), animate=False)
        self.redraw(self._count)

    def as_text(self) -> str:
        """The whole talk, one message per paragraph, unwrapped."""
        said = [
            (self._names.get("rep" if m.who == "rep" else "coach", ""), m.text)
            for m in self._messages
            if m.who not in ("notice", "remark")
        ]
        return "\n".join(f"{name}: {clean(text)}" for name, text in said)

    def prepare(self) -> None:
        """Rewraps at a new width."""
        if self._text_width != self._wrapped_at:
            self._follows = self._follows or self._stood_at_end
            self._wrap_all()
            self.taken(self._count)

    def on_resize(self) -> None:
        """Keeps the end in view."""
        self._follows = self._follows or self._stood_at_end or self._at_end
        self.prepare()
        follow, self._follows, self._height = self._follows, False, self.size.height
        if max(self._count, self.virtual_size.height) > self.size.height:
            self.redraw(self._count)
            if follow:
                self.call_after_refresh(self._to_end)

    def spans(self, y: int) -> Sequence[Span]:
        """A line with its margin: the speaker's name on the first line, and the speaker's own rule on all."""
        line = self._lines[y] if y < len(self._lines) else self._tail[y - len(self._lines)]
        if not line.who:
            return (Span(""),)
        name = self._names["rep" if line.who == "rep" else "coach"] if line.first else ""
        side = "rep" if line.who == "rep" else "coach"
        margin = Span(f" {fit(name, self._name_width)} ", "strong" if side == "rep" else "coach")
        return (
            margin,
            Span(f"{_RULER[line.who]} ", "rule" if side == "coach" else "rep"),
            Span(line.text, _INK[line.who]),
        )

    def marked(self, y: int) -> bool:
        """Whether line `y` belongs to the selected message."""
        return (
            self._picked is not None
            and y < len(self._lines)
            and self._lines[y].message == self._picked
            and bool(self._lines[y].who)
        )

    def on_click(self, event: events.Click) -> None:
        """Selects the message under the mouse, or chooses the numbered answer there."""
        y = event.y + int(self.scroll_offset.y)
        if y < len(self._lines):
            hit = self._lines[y].message
            self._picked = None if hit == self._picked else hit
            self.redraw(self._count)
        elif y < self._count and self._tail[y - len(self._lines)].who == "choice":
            self.post_message(self.Chosen(self._options[self._tail[y - len(self._lines)].message].key))

    @property
    def _count(self) -> int:
        return len(self._lines) + len(self._tail)

    @property
    def _stood_at_end(self) -> bool:
        """Whether the end was in sight at the size and width of before."""
        return self.scroll_offset.y + self._height >= self._count - 1

    @property
    def _at_end(self) -> bool:
        return self.scroll_offset.y >= self.max_scroll_y - 1

    @property
    def _name_width(self) -> int:
        return max(cell_len(name) for name in self._names.values())

    @property
    def _text_width(self) -> int:
        return min(self.line_width - self._name_width - 4, WIDEST)

    def _rewrap(self) -> None:
        self._wrapped_at = -1
        if self.size.width:  # before the first layout there is no width to wrap to; drawing sees to it then
            follow = self._at_end
            self._wrap_all()
            self.redraw(self._count)
            if follow:
                self.call_after_refresh(self._to_end)

    def _wrap_all(self) -> None:
        self._wrapped_at = self._text_width
        self._lines = []
        for index in range(len(self._messages)):
            self._lines.extend(self._wrap(index))
        self._renew_tail()

    def _wrap(self, index: int) -> list[_Line]:
        message = self._messages[index]
        side = _side(message)
        fresh = index == 0 or _side(self._messages[index - 1]) != side
        gap = [_Line(index, "", "")] if fresh and index and side != "remark" else []
        parts = wrap(clean(message.text), self._text_width)
        return gap + [
            _Line(index, text, message.who, fresh and n == 0 and side not in ("notice", "remark"))
            for n, text in enumerate(parts)
        ]

    def _renew_tail(self) -> None:
        self._tail = []
        for number, option in enumerate(self._options):
            for n, text in enumerate(wrap(clean(option.label), self._text_width - 4)):
                self._tail.append(_Line(number, (f" {option.key}  " if n == 0 else "    ") + text, "choice"))

    def _to_end(self) -> None:
        if not self._from_start:
            self.scroll_end(animate=False, force=True)


def _side(message: Message) -> str:
    return "coach" if message.who == "question" else message.who
