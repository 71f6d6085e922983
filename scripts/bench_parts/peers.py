"""P3, P13: comparable programs, if installed; a missing one is reported."""

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.bench_parts.starting import QUESTION, painted
from scripts.bench_parts.table import Row, paired, quantile
from scripts.torture.terminal import COACH

PEERS = {"elia": ((), b"Elia", 0.4), "posting": ((), b"Posting", 0.3), "harlequin": ((), b"Query Editor", 0.25)}
"""Programs with their arguments, what stands in their first frame, and what our time may be of theirs."""
STATEMENTS = 2000


def first_frames(rounds: int) -> Iterator[Row]:
    """P3."""
    for name, (arguments, mark, allowed) in PEERS.items():
        program = shutil.which(name)
        if program is None:
            yield Row("P3", f"{name} is not installed here: not compared")
            continue
        ours, theirs = list[float](), list[float]()
        for n in range(rounds + 1):
            for times, command, shown in ((ours, (*COACH, "debrief"), QUESTION), (theirs, (program, *arguments), mark)):
                wall = painted(command, shown)[0]
                if n:
                    times.append(wall)
        yield Row("P3", "first question", quantile(ours, 0.5), "ms", quantile(theirs, 0.5), name, paired(ours, theirs), allowed)  # fmt: skip


def replies(count: int) -> Iterator[Row]:
    """P13."""
    from scripts.bench_parts.turns import WholeTurn

    try:
        from chatterbot import ChatBot, tagging
        from chatterbot.trainers import ListTrainer
    except ImportError:
        yield Row("P13", "ChatterBot is not installed here: not compared")
        return
    from coach.listening.listener import EmbeddedListener

    with tempfile.TemporaryDirectory() as folder:
        bot = ChatBot("x", database_uri=f"sqlite:///{folder}/bot.db", read_only=True, tagger=tagging.LowercaseTagger)
        told = [f"客户说价格{n}太高了" if n % 2 else f"the customer asked about item {n}" for n in range(STATEMENTS)]
        ListTrainer(bot, show_training_progress=False).train(told)
        turn, dice = WholeTurn(Path(folder), EmbeddedListener()), random.Random(1)
        took: tuple[list[float], list[float]] = ([], [])
        calls: tuple[Callable[[], object], ...] = (turn, lambda: bot.get_response(dice.choice(told) + "?"))
        for n in range(count + 5):
            for times, call in zip(took, calls, strict=True):
                began = time.perf_counter()
                call()
                if n >= 5:
                    times.append((time.perf_counter() - began) * 1e3)
    ours, theirs = (quantile(times, 0.5) for times in took)
    yield Row("P13", "answering a message", ours, "ms", theirs, f"ChatterBot on {STATEMENTS} statements", ours / theirs, 0.1)  # fmt: skip
