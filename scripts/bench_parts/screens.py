"""P5, P10, P11: keys and answers on a real terminal, with 200 and with 10,000 messages behind them."""

import random
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from scripts.bench_parts.starting import MARK, QUESTION, painted
from scripts.bench_parts.table import APPS, PYTHON, Row, compared
from scripts.bench_parts.turns import Day, Deaf
from scripts.torture.terminal import COACH, Terminal

KEYS = b"abcdefghi"
"""Typed before the number of the answer."""


def furnish(folder: Path, messages: int) -> str:
    """A store with one unfinished debrief of so many messages; its id."""
    from coach.conduct.debriefing import Debriefing
    from coach.domain import debrief_events as e
    from coach.domain.history import fold
    from coach.domain.summarise import summarise
    from coach.journal.memory import MemoryJournal
    from coach.journal.sqlite import SqliteJournal

    desk = Debriefing(MemoryJournal(), Deaf(), Day(), random.Random(1).randrange)  # type: ignore[arg-type]
    talk = desk.open("rep", "en")
    first, *rest = [one.event for one in talk.history]
    filler: list[e.Event] = []
    for n in range(messages // 2):
        filler += [
            e.RepSaid(text=f"{n} she said the budget comes next quarter, offer by Wednesday"),
            e.CoachSaid(line="x", variant=n, text=f"{n}: who decides, and by when?"),
        ]
    now = datetime.now(UTC)
    told = [(event, now + timedelta(milliseconds=n)) for n, event in enumerate([first, *filler, *rest])]
    history = [e.Recorded(talk.id, n, at, event) for n, (event, at) in enumerate(told, 1)]
    journal = SqliteJournal(folder / "coach.db")
    journal.bulk_load([("rep", talk.id, told, summarise(fold(talk.id, history)))])
    journal.close()
    return talk.id


def replied(number: int) -> re.Pattern[bytes]:
    """The reference's reply: the reply alone, for what was typed stands on its screen before, and older words come back
    with a scroll.
    """
    return re.compile(b"coach: reply %d" % number)


def answered(number: int) -> re.Pattern[bytes]:
    """The words taken over into the talk, and below them the coach's answer to them."""
    return re.compile("▌ ".encode() + KEYS + b"%d.*Coach \xe2\x94\x82 " % number, re.DOTALL)


class Chat(NamedTuple):
    """A program to type into: how it is called, what it shows when ready, and what an answer of it looks like."""

    command: Sequence[str]
    ready: bytes
    answer: Callable[[int], re.Pattern[bytes]]


def session(program: Chat, answers: int, keys: list[float], sent: list[float]) -> None:
    """Types words and sends them; milliseconds from key to echo and from Enter until the answer is painted. The first
    answer warms up.
    """
    with Terminal(program.command) as terminal:
        terminal.wait(program.ready, 60)
        terminal.settle(0.4)
        for n in range(1, answers + 1):
            for key in KEYS + b"%d" % n:
                since = len(terminal.raw)
                terminal.send(bytes([key]))
                took = terminal.wait(bytes([key]), 5, since)
                if took is not None and n > 1:
                    keys.append(took * 1e3)
                terminal.settle(0.03)
            since = len(terminal.raw)
            terminal.send(b"\r")
            took = terminal.wait(program.answer(n), 20, since)
            if took is None:
                raise RuntimeError(f"{' '.join(program.command)} never answered {n}")
            if n > 1:
                sent.append(took * 1e3)
            terminal.settle(0.15)


def chat(case: str, folder: Path, names: dict[int, str], n: int) -> Chat:
    """The program of a case, a fresh store to each session."""
    if not case.startswith("coach"):
        return Chat((PYTHON, str(APPS / "chat.py"), case.removeprefix("static")), MARK, replied)
    messages = int(case.removeprefix("coach"))
    store = Path(shutil.copytree(folder / f"kept{messages}", folder / f"{case}-{n}"))
    return Chat((*COACH, "debrief", "--data", str(store), "--resume", names[messages]), QUESTION, answered)


def typing(folder: Path, rounds: int) -> Iterator[Row]:
    """P10 and P11."""
    names = {messages: furnish(folder / f"kept{messages}", messages) for messages in (200, 10_000)}
    cases = ["static0", "static200", "coach200", "coach10000"]
    keys: dict[str, list[float]] = {case: [] for case in cases}
    sent: dict[str, list[float]] = {case: [] for case in cases}
    for n in range(rounds):
        for case in cases:
            session(chat(case, folder, names, n), 6, keys[case], sent[case])
    yield from told(keys, sent)


def told(keys: dict[str, list[float]], sent: dict[str, list[float]]) -> Iterator[Row]:
    """The measurements with their references."""
    for case in ("coach200", "coach10000"):
        count = f"{int(case.removeprefix('coach')):,} messages"
        for name, part, allowed in (("p50", 0.5, 2.0), ("p95", 0.95, None), ("p99", 0.99, 3.0)):
            what = f"key to echo, {count}, {name}"
            yield compared("P10", what, part, keys[case], keys["static0"], "an empty chat", allowed)
        for name, part, allowed in (("p50", 0.5, 2.3), ("p95", 0.95, 3)):
            what = f"Enter to answer painted, {count}, {name}"
            yield compared("P11", what, part, sent[case], sent["static0"], "an empty chat", allowed)
    for goal, what, took in (("P10", "key to echo", keys), ("P11", "Enter to answer painted", sent)):
        what = f"{what}, 10,000 against 200 messages, p50"
        yield compared(goal, what, 0.5, took["coach10000"], took["coach200"], "200 messages", 1.2)
    what = "Enter to answer painted, 200 messages, p50"
    yield compared("P11", what, 0.5, sent["coach200"], sent["static200"], "200 messages as widgets", 0.3)


def memory_after_200_turns(folder: Path) -> Iterator[Row]:
    """The second half of P5."""
    _, _, bare, _ = painted((PYTHON, str(APPS / "bare.py")), MARK)
    with Terminal((*COACH, "debrief", "--data", str(folder / "long"))) as terminal:
        terminal.wait(QUESTION)
        terminal.settle(0.4)
        for n in range(200):
            since = len(terminal.raw)
            terminal.send(f"what's a first KP? {n}!".encode() + b"\r")
            terminal.wait(f"{n}!".encode(), 5, since)
            terminal.settle(0.02)
        time.sleep(0.2)
        yield Row("P5", "memory after 200 turns above the bare app's", terminal.peak - bare, "MiB", allowed=24)
