"""What a terminal sends for a key arrives as that key."""

import pytest
from textual.events import Key

from coach.terminal.driver import KeyParser


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b[1;3A", ["alt+up"]),
        ("\x1b[1;3B", ["alt+down"]),
        ("\x1b[1;9A", ["alt+up"]),
        ("\x1b[1;3D", ["alt+left"]),
        ("\x1b[5;3~", ["alt+pageup"]),
        ("\x1b[1;5A", ["ctrl+up"]),
        ("\x1b[A", ["up"]),
        ("\x1b[1;5H", ["ctrl+home"]),
    ],
)
def test_alt_with_an_arrow_is_one_key_and_never_leaves_the_screen(sent: str, keys: list[str]) -> None:
    assert [event.key for event in KeyParser().feed(sent) if isinstance(event, Key)] == keys
