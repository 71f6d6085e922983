"""Damage to the store and a disk that fails: flipped bits, wrong files, write and sync calls that are refused. Nothing
is lost that can be saved, nothing is read otherwise than it was written, nothing empty takes its place.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.torture import failing, flips, wrong_files
from scripts.torture.options import numbers, results
from scripts.torture.typing_rep import DEBRIEF, REHEARSAL

from coach.journal import codec


@contextmanager
def unchained() -> Iterator[None]:
    """The control: trusts the stored hashes, like a store without a hash chain."""
    kept = codec.first_broken, codec.add_heads
    codec.first_broken = lambda *a, **k: None
    try:
        yield
    finally:
        codec.first_broken, codec.add_heads = kept


def flipped(times: int, debriefs: int = 4) -> flips.Flips:
    """So many flips on a store made for it."""
    with tempfile.TemporaryDirectory() as made:
        return flips.flip(flips.Sound(Path(made) / "coach.db", debriefs), times)


def main() -> None:
    """`scripts/torture/run damage --times FLIPS --calls CALLS [--at-once M]`; exit status 1 if a fault was found or the
    control was not caught.
    """
    given = numbers("damage", __doc__, times=3000, calls=400, at_once=1)
    times, calls = given.times, given.calls
    told = flipped(times, 12)
    print(*told.faults, sep="\n")
    print(f"{times} flips: {told.reported} reported, {told.harmless} harmless, {len(told.faults)} faults.", flush=True)
    with unchained():
        control = flipped(max(100, times // 10))
    print(f"Control (no chain of hashes): {len(control.faults)} faults.", flush=True)
    wrong = [fault for name in wrong_files.WRONG for fault in wrong_files.wrong(name)] + list(wrong_files.read_only())
    print(*wrong, sep="\n")
    print(
        f"{len(wrong_files.WRONG) + 1} wrong files, {len(wrong_files.COMMANDS)} commands: {len(wrong)} faults.",
        flush=True,
    )
    failed_calls = [(call, DEBRIEF) for call in range(1, calls + 1)]
    failed_calls += [(call, REHEARSAL) for call in range(40, 40 + calls // 4)]
    refused = list(results(failing.fail, given.at_once, *zip(*failed_calls, strict=True)))
    for one in refused:
        if one.faults:
            print(one.call, *one.faults)
    bad, met = sum(bool(one.faults) for one in refused), sum(bool(one.met) for one in refused)
    print(f"{len(refused)} failing calls, {met} met by a turn: {bad} with faults.")
    sys.exit(bool(told.faults or wrong or bad or not control.faults))


if __name__ == "__main__":
    main()
