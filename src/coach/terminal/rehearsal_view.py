"""View model of a rehearsal: its messages and keys; and leaving it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.phrases import Phrasebook
from coach.terminal.widgets.strips import Hint
from coach.terminal.widgets.transcript import Message

if TYPE_CHECKING:
    from coach.conduct.practising import Rehearsing


def speakers(talk: "Rehearsing", book: Phrasebook) -> tuple[str, str]:
    """Who answers and who writes: the customer and the rep, or the other way round where the coach plays the rep."""
    names = ("screen.coach", "rehearsal.customer") if talk.opened.swapped else ("rehearsal.customer", "screen.rep")
    return book.say(names[0]), book.say(names[1])


def said(talk: "Rehearsing", book: Phrasebook, rules: Sequence[str] = (), *, numbered: bool = False) -> list[Message]:
    """The talk so far: the briefing, the checks `rules` before the first line, the turns, numbered if requested."""
    messages = [Message("notice", talk.scenario.text_in(talk.opened.language).briefing)]
    if rules and not (talk.opened.swapped or talk.state.exchanges):
        names = book.say("rehearsal.between").join(book.say(f"check.{name}") for name in rules)
        messages.append(Message("notice", book.say("rehearsal.counts_all", names=names)))
    messages.append(Message("coach", talk.state.greeting))
    for turn in talk.state.exchanges:
        number = f"{turn.number}. " if numbered else ""
        messages += [Message("rep", number + (turn.rep or "…")), Message("coach", turn.reply)]
    return messages


def put_away(talk: "Rehearsing | None", text: str | None) -> None:
    """Leaves it with the clock stopped and the draft saved (None: as it was), so that another window may continue it."""
    if talk is None:
        return
    if not talk.state.ended:
        if text is not None:
            talk.save_draft(text)
        talk.pause()
    talk.release()


_OVER = ("F3", "F4", "F5")
"""Actions that require a rehearsal in progress: hint, pause, leave-taking."""


def afterwards(book: Phrasebook, gap: bool, before: Sequence[Hint]) -> list[Hint]:
    """The keys after the end, new ones first; with a gap, one retries that turn."""
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
    """The turn to retry: the number typed, otherwise the one at the gap; None if there is no such turn."""
    turn = int(number) if number.isdecimal() else 0 if number else gap or 1
    return turn if 1 <= turn <= last else None
