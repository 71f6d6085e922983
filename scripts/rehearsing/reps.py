"""Scripted reps: each sees only what the customer says and of which kind it is, and answers by his habit."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from coach.conduct.practising import Answer
from coach.roleplay.scenario import Scenario

LINES: dict[str, dict[str, list[str]]] = tomllib.loads((Path(__file__).parent / "reps.toml").read_text("utf-8"))
_SENTENCES = re.compile(r"[^。！？.!?]+[。！？.!?]*")


@dataclass
class Seat:
    """A rep's place at the table: what he knows of the talk."""

    scenario: Scenario
    language: str
    step: int = 0
    last: str = ""
    wish: str = ""
    above: bool = False
    answered: int = 0
    asks: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def line(self, name: str, **slots: str) -> str:
        """The next wording of a move."""
        wordings = LINES[self.language][name]
        number = self.counts.get(name, 0)
        self.counts[name] = number + 1
        self.last = name
        return wordings[number % len(wordings)].format(**slots)


def _tail(text: str) -> str:
    sentences: list[str] = _SENTENCES.findall(text) or [text]
    return sentences[-1].strip()


def strong(seat: Seat, heard: Answer, knowing: bool = True) -> str | None:
    """Finds out, asks what is behind, answers the worry named, ties it to the interest voiced, asks; takes a no."""
    opening = ("need", "decide", "money")
    if seat.last == "need" and not seat.wish:
        seat.wish = _tail(heard.text)
    if seat.last == "decide":
        seat.above = seat.scenario.approvals > 0
    if heard.kind == "refuse":
        return seat.line("leave")
    if seat.step < len(opening):
        seat.step += 1
        return seat.line(opening[seat.step - 1])
    if seat.last == "behind" and heard.kind in ("answer", "put_off"):
        return _worked(seat, heard, knowing)
    if heard.kind in ("put_off", "objection"):
        if seat.above and seat.answered:
            return seat.line("next", boss=_boss(seat))
        return seat.line("behind")
    if seat.above and seat.answered:
        return seat.line("next", boss=_boss(seat))
    return seat.line("ask")


def _worked(seat: Seat, heard: Answer, knowing: bool) -> str:
    seat.answered += 1
    space = "" if seat.language == "zh" else " "
    worry = _tail(heard.text)
    if not knowing:
        return f"{seat.line('answer_echo', worry=worry)}{space}{seat.line('value_echo', wish=seat.wish)}{space}{seat.line('ask')}"
    tongue = seat.scenario.text_in(seat.language)
    meant = next(
        (
            name
            for name, own in tongue.worries.items()
            if any(_tail(line) in heard.text for line in (*own.says, *own.more))
        ),
        None,
    )
    calm = tongue.worries[meant].line if meant else ""
    gain = next(
        (own.line for own in tongue.interests.values() if any(_tail(line) == seat.wish for line in own.says)), ""
    )
    said = [
        seat.line("answer", calm=calm) if calm else "",
        seat.line("value", gain=gain) if gain else "",
        seat.line("ask"),
    ]
    return space.join(part for part in said if part)


def _boss(seat: Seat) -> str:
    return (seat.scenario.text_in(seat.language).decider or ("",))[0]


def echoing(seat: Seat, heard: Answer) -> str | None:
    """Strong without knowing the trade: only the customer's own words come back."""
    return strong(seat, heard, knowing=False)


def gives_in(seat: Seat, heard: Answer) -> str | None:
    """Asks once, then accepts whatever he hears."""
    return seat.line("ask") if not seat.last else seat.line("give_in")


def pushy(seat: Seat, heard: Answer) -> str | None:
    """Threatens and insults, and asks every time."""
    return seat.line("pushy")


def nagging(seat: Seat, heard: Answer) -> str | None:
    """Only ever asks."""
    return seat.line("push_ask")


def dump(seat: Seat, heard: Answer) -> str | None:
    """Reads the leaflet aloud, now and then asks."""
    seat.step += 1
    return seat.line("ask") if seat.step % 4 == 0 else seat.line("dump")


def discounter(seat: Seat, heard: Answer) -> str | None:
    """Gives away and asks."""
    return seat.line("discount")


def liar(seat: Seat, heard: Answer) -> str | None:
    """Polite, and every deadline invented."""
    return seat.line("deadline")


def chatty(seat: Seat, heard: Answer) -> str | None:
    """Talks about anything but the visit."""
    return seat.line("chatter")


def silent(seat: Seat, heard: Answer) -> str | None:
    """Says nothing."""
    return ""


REPS: dict[str, Callable[[Seat, Answer], str | None]] = {
    "strong": strong,
    "echoing": echoing,
    "gives_in": gives_in,
    "pushy": pushy,
    "nagging": nagging,
    "dump": dump,
    "discounter": discounter,
    "liar": liar,
    "chatty": chatty,
    "silent": silent,
}
"""Every habit by its name."""

GOOD = ("strong", "echoing")
"""Habits that deserve a signature."""
UNBEARABLE = ("pushy", "nagging", "liar", "silent")
"""Habits with which no customer sits it out."""
HEARS_NOTHING = ("chatty", "silent", "pushy", "liar", "dump", "discounter", "gives_in")
"""Habits that ask for no fact, so that none may be told."""
