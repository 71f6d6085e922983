"""A rep at a real terminal: types notes with a mark each, sends them, and remembers when he typed what and which of it
the screen has shown as said.
"""

import random
import time

from scripts.torture.terminal import Terminal

DEBRIEF, REHEARSAL = "debrief", "rehearsal"
NOTES = {DEBRIEF: "she liked it and asked for a price", REHEARSAL: "what matters most to you here?"}
MOST = {DEBRIEF: 8, REHEARSAL: 5}
"""Notes sent at most: a customer has only so much patience."""


class TypingRep:
    """One sitting. `shown` are the notes that stood on the screen as said, `sent` the one that was sent and not shown yet."""

    def __init__(self, terminal: Terminal, dice: random.Random | None, kind: str) -> None:
        self.terminal, self.dice, self.kind = terminal, dice or random.Random(0), kind
        self.shown: list[str] = []
        self.sent = ""
        self.shown_at = 0.0
        self._typed: list[tuple[float, str]] = []

    def enter(self) -> bool:
        """Waits for the place to write; a rehearsal is gone to by its key, with the first customer on the shelf."""
        if self.kind == DEBRIEF:
            return self.terminal.wait(b"Write here") is not None
        if self.terminal.wait(b"Ctrl+N") is None:
            return False
        self.terminal.send(b"\x12")
        if self.terminal.wait(b"F4", 20.0) is None:
            return False
        for _ in range(5):  # the shelf is filled in its own time
            self.terminal.settle(0.2)
            self.terminal.send(b"\r")
            if self.terminal.wait(b"F5", 4.0) is not None:
                return True
        return False

    def until(self, end: float) -> None:
        """Goes on until the moment, whatever he is doing then."""
        for number in range(1, MOST[self.kind] + 1):
            note = f"note{number}x {NOTES[self.kind]}"
            for part in note if self.dice.random() < 0.5 else [note]:
                if time.perf_counter() >= end:
                    return
                self.terminal.send(part.encode())
                self._typed.append((time.perf_counter(), part))
                self.terminal.read(0.002)
            if self.dice.random() < 0.3:
                self._idle(min(end, time.perf_counter() + self.dice.uniform(0.2, 2.0)))
            if time.perf_counter() >= end or not self._send(note, number, end):
                return
        self._idle(end)

    def typed_by(self, moment: float) -> str:
        """The part of the note being written that had been typed by then."""
        return "".join(part for at, part in self._typed if at <= moment)

    def _send(self, note: str, number: int, end: float) -> bool:
        since = len(self.terminal.raw)
        self.sent = note
        self.terminal.send(b"\r")
        if self.terminal.wait(f"▌ note{number}x".encode(), max(0.0, end - time.perf_counter()), since) is None:
            return False
        self.shown.append(note)
        self.shown_at = time.perf_counter()
        self.sent, self._typed = "", []
        return True

    def _idle(self, end: float) -> None:
        while time.perf_counter() < end:
            self.terminal.read(0.02)
