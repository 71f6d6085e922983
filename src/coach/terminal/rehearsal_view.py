"""A rehearsal on the screen: how it is shown as messages, and put away."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.phrases import Phrasebook
from coach.terminal.widgets.strips import Hint
from coach.terminal.widgets.transcript import Message

if TYPE_CHECKING:
    from coach.conduct.practising import Rehearsing


def said(talk: "Rehearsing", book: Phrasebook, rules: Sequence[str] = (), *, numbered: bool = False) -> list[Message]:
    """The talk so far: what is known beforehand, the checks `rules` before the first word, the turns with their numbers where wanted."""
    told = [Message("notice", talk.scenario.text_in(talk.opened.language).briefing)]
    if rules and not (talk.opened.swapped or talk.state.exchanges):
        names = book.say("rehearsal.between").join(book.say(f"check.{name}") for name in rules)
        told.append(Message("notice", book.say("rehearsal.counts_all", names=names)))
    told.append(Message("coach", talk.state.greeting))
    for turn in talk.state.exchanges:
        number = f"{turn.number}. " if numbered else ""
        told += [Message("rep", number + (turn.rep or "…")), Message("coach", turn.reply)]
    return told


def put_away(talk: "Rehearsing", text: str) -> None:
    """Leaves it as it stands, the clock stopped and what is half-typed kept, so that another window may go on."""
    if not talk.state.ended:
        talk.save_draft(text)
        talk.pause()
    talk.release()


_OVER = ("F3", "F4", "F5")
"""A hint, a pause and leave-taking are for a talk that is going on."""


def afterwards(book: Phrasebook, gap: bool, before: Sequence[Hint]) -> list[Hint]:
    """The keys after the end, first those that are new; with a gap, that turn again is one of them."""
    keys = [("Enter", "try_again", "try_again")] if gap else []
    keys += [
        ("F6", "reveal", "reveal"),
        ("F7", "compare", "compare"),
        ("F2", "card", "board"),
        ("Esc", "stop", "leave"),
    ]
    new = [Hint(key, book.say(f"screen.key.{name}"), action) for key, name, action in keys]
    return new + [one for one in before if one.key not in (*_OVER, "Enter", *(hint.key for hint in new))]


def turn_of(number: str, gap: int | None, last: int) -> int | None:
    """The turn to try again: the one whose number was typed, else the one at the gap; None where there is none such."""
    turn = int(number) if number.isdecimal() else 0 if number else gap or 1
    return turn if 1 <= turn <= max(1, last) else None
