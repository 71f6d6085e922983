"""What a line on the screen is made of, as the view models tell it to the widgets."""

from typing import NamedTuple


class Span(NamedTuple):
    """A piece of a line in an ink of the theme (empty: the default)."""

    text: str
    ink: str = ""
