"""What the use cases of one rep work with."""

from collections.abc import Callable
from typing import NamedTuple

from coach.ports import Clock, Journal, Listener


class Workplace(NamedTuple):
    """One rep's store, with what talks in it need: `listener` is a factory, called when the first one starts; `draw(n)`
    gives a random number below n; `rep` is the name of the rep.
    """

    journal: Journal
    listener: Callable[[], Listener]
    clock: Clock
    draw: Callable[[int], int]
    rep: str
