"""A rehearsal on the screen: how it is begun, shown as messages, and put away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.phrases import Phrasebook
from coach.terminal.widgets.transcript import Message

if TYPE_CHECKING:
    from coach.conduct.practising import Rehearsing
    from coach.domain.practice_events import Level


@dataclass(frozen=True)
class Begin:
    """Which rehearsal: a scenario at a level and side, a debrief's customer, one left open, or a turn of one tried again."""

    scenario: str = ""
    level: "Level" = "normal"
    swapped: bool = False
    debrief: str = ""
    resume: str = ""
    again: "tuple[Rehearsing, int] | None" = None


def said(talk: "Rehearsing", book: Phrasebook, rules: Sequence[str] = (), *, numbered: bool = False) -> list[Message]:
    """The talk so far: what is known beforehand, the checks `rules` before the first word, the turns with their numbers where wanted."""
    told = [Message("notice", talk.scenario.tongue(talk.opened.language).briefing)]
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
