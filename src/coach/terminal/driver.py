"""Terminal input that survives invalid bytes and a closed terminal, and knows Alt with an arrow as a key."""

import os
import selectors
import threading
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS, SYNC_START
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.keys import Keys

from coach.domain.cleaning import from_bytes

PATIENCE = 2.5
"""Seconds that the app gets to shut down after its terminal is gone."""


class ForgivingDecoder:
    """Decodes UTF-8, with fallback to GBK and to replacement characters. Never raises."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")()
        self.foreign = False

    def decode(self, raw: bytes) -> str:
        """Decodes the bytes so far; an incomplete character waits for its rest."""
        waiting = self._decoder.getstate()[0]
        try:
            return self._decoder.decode(raw)
        except UnicodeDecodeError:
            self._decoder.reset()
            self.foreign = True
            return from_bytes(waiting + raw)


class KeyParser(XTermParser):
    """Textual's parser, but Alt with an arrow is one key, as with a letter: taken for Escape and then the arrow, it would
    leave the screen.
    """

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        keys = ANSI_SEQUENCES_KEYS.get(sequence)
        if isinstance(keys, tuple) and len(keys) == 2 and keys[0] is Keys.Escape:
            yield Key(f"alt+{keys[1].value}", None)
        else:
            yield from super()._sequence_to_key_events(sequence, alt)


class SteadyDriver(LinuxDriver):
    """Textual's driver with a forgiving decoder; end of file or an error shuts the app down instead of spinning."""

    _opening = ""

    def write(self, data: str) -> None:
        """Writes; the start mark of a frame is held back until the frame, so that the writing thread does not wake
        while it is drawn.
        """
        if data == SYNC_START:
            self._opening = data
        else:
            super().write(self._opening + data)
            self._opening = ""

    def run_input_thread(self) -> None:
        """Reads keys until stopped or the terminal is gone."""
        parser, decoder = KeyParser(self._debug), ForgivingDecoder()
        reported = False
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    raw = self._read()
                    if not raw:
                        self._line_gone()
                        return
                    for event in parser.feed(decoder.decode(raw)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
                if decoder.foreign and not reported:
                    reported = True
                    self._call("input_is_foreign")
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):  # the parser's way of saying that it was stopped in the middle of a sequence
            return

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _line_gone(self) -> None:
        if self.input_tty:
            watch = threading.Timer(PATIENCE, os._exit, (129,))
            watch.daemon = True
            watch.start()
        self._call("line_gone")

    def _call(self, name: str) -> None:
        self._app.call_later(getattr(self._app, name))
