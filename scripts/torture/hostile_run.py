"""Hostile text through every way in, over every way out: share files, scenario files, names, answers, pastes; commands
and screens.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple

from scripts.torture import hostile, peers, surfaces
from scripts.torture.options import numbers
from scripts.torture.terminal import COACH

UNCLEAN = (sys.executable, str(Path(__file__).with_name("unclean.py")))
"""coach without its filter: the control that shows the harness can fail."""
DEBRIEFS, ANSWERS, PASTES = 24, 40, 60
_IN_SCENARIO = 40


class Run(NamedTuple):
    """The number of texts sent, and the faults."""

    texts: int
    faults: list[str]


class _Words:
    """Hostile texts one after the other, as a stream of UTF-8 can hold them; counted."""

    def __init__(self, seed: int) -> None:
        self._texts = hostile.texts(seed, 10**9)
        self.given = 0

    def __call__(self) -> str:
        return self.raw().encode("utf-8", "replace").decode()

    def raw(self) -> str:
        """One that may have half a character in it."""
        self.given += 1
        return next(self._texts)[1]


def through(seed: int, program: tuple[str, ...] = COACH, *, on_screen: bool, small: bool = False) -> Run:
    """One store's worth of hostile text."""
    words, dice = _Words(seed), Random(seed)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "kept"
        faults = [*_filled(folder, words, dice, 4 if small else DEBRIEFS)]
        if on_screen:
            pasted = [words.raw() for _ in range(12 if small else PASTES)]
            faults += surfaces.screens(
                folder, pasted, {"USER": words().replace("\0", "")}, program, 0.06 if small else 0.15
            )
        return Run(words.given, [f"{seed}: {fault}" for fault in faults])


def _filled(folder: Path, words: _Words, dice: Random, debriefs: int) -> Iterator[str]:
    handed = folder.parent / "handed.coach"
    names = peers.share_file(handed, debriefs, words, dice.randrange)
    environ = {"COACH_REP": "peer" + words().replace("\0", "")[:60], "COACH_CONFIG": str(folder.parent / "none")}
    where = ("--data", folder, "--lang", "en")
    taken = surfaces.shown("take", handed, *where, environ=environ)
    yield from surfaces.in_output(taken, "take")
    if taken.status:
        yield f"not taken: {taken.said or taken.out}"
    for what, event in peers.CRAFTED.items():
        peers.crafted_file(handed, *event)
        refused = surfaces.shown("take", handed, *where, environ=environ)
        yield from surfaces.in_output(refused, f"take {what}")
        if refused.status != 1:
            yield f"taken: {what}"
    (folder / "scenarios").mkdir(exist_ok=True)
    peers.scenario_file(folder / "scenarios" / "hostile.toml", words)
    checked = surfaces.shown("practise", "--check", folder / "scenarios" / "hostile.toml", *where)
    yield from surfaces.in_output(checked, "practise --check")
    played = surfaces.shown(
        "practise", "--scenario", "hostile", "--plain", *where, given=b"what matters?\nshall we sign?\n"
    )
    yield from surfaces.in_output(played, "practise --scenario")
    yield from surfaces.talk(folder, [words.raw() for _ in range(ANSWERS if debriefs > 4 else 8)], environ)
    for name in names[:4]:
        remark = ["--comment", words().replace("\0", ""), "--line", "1"]
        yield from surfaces.in_output(
            surfaces.shown("review", name, *remark, *where, environ=environ), "review --comment"
        )
    yield from surfaces.read_all(folder, names, environ)
    yield from _settings(folder, words)
    yield from _arguments(folder, words)


def _settings(folder: Path, words: _Words) -> Iterator[str]:
    """A config file with hostile keys and values, which may only be refused."""
    config = folder.parent / "config.toml"
    quoted: Callable[[str], str] = peers._value
    for line in (f"{quoted(words() or 'x')} = 1", f"theme = {quoted(words())}", f"rep = {quoted(words())}", words()):
        config.write_text(line, "utf-8")
        done = surfaces.shown("list", "--data", folder, environ={"COACH_CONFIG": str(config)})
        yield from surfaces.in_output(done, "config.toml")


def _arguments(folder: Path, words: _Words) -> Iterator[str]:
    """Hostile names of commands, options, files and debriefs, all of which may only be refused."""
    for text in (words().replace("\0", "") for _ in range(3)):
        for command in (
            ["x"],
            ["debrief"],
            ["list", "--state"],
            ["show"],
            ["take"],
            ["outcome", "x"],
            ["practise", "--pack"],
        ):
            done = surfaces.shown(*command, text, "--data", folder)
            yield from surfaces.in_output(done, f"{command[0]} with a hostile argument")


def main() -> None:
    """`scripts/torture/run hostile --texts N`; exit status 1 if anything came through or the control was not caught."""
    wanted, texts = numbers("hostile", __doc__, texts=100_000).texts, 0
    faults: list[str] = []
    for seed in count(1):
        told = through(seed, on_screen=seed % 3 == 1)
        texts, faults = texts + told.texts, faults + told.faults
        print(*told.faults, sep="\n", end="\n" if told.faults else "", flush=True)
        if seed % 10 == 0:
            print(f"{texts} texts, {len(faults)} faults", file=sys.stderr, flush=True)
        if texts >= wanted:
            break
    control = through(1, UNCLEAN, on_screen=True, small=True)
    print(f"{texts} texts: {len(faults)} faults. Control (no filter): {len(control.faults)} faults.")
    sys.exit(bool(faults) or not control.faults)


if __name__ == "__main__":
    main()
