"""What a hostile colleague or customer might hand over: debriefs with hostile text in every field, in a share file;
scenario files; a config file.
"""

import json
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any

from coach.domain import debrief_events as e
from coach.domain import review_events as r
from coach.domain.ids import new_id, review_stream
from coach.journal import codec, handover
from coach.journal.handover import SharedStream
from coach.journal.memory import MemoryJournal
from coach.locations import assets

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
Words = Callable[[], str]
FIELDS = 28
"""Hostile texts in one debrief with its review."""


def share_file(target: Path, debriefs: int, words: Words, draw: Callable[[int], int]) -> list[str]:
    """A share file as somebody would write it who does not clean what he writes; the names of the debriefs in it."""
    names = []

    def streams() -> Iterator[SharedStream]:
        for n in range(debriefs):
            at = NOW - timedelta(days=debriefs - n)
            names.append(new_id(at, draw))
            journal = MemoryJournal()
            owner = words()[:60] or "peer"
            journal.append(owner, names[-1], 0, list(_debrief(owner, at.date(), words)), at)
            yield SharedStream(owner, names[-1], journal.sealed(owner, names[-1]))
            remarks = review_stream(names[-1])
            journal.append("boss", remarks, 0, list(_review(words)), at)
            yield SharedStream("boss", remarks, journal.sealed("boss", remarks))

    handover.write(target, words(), NOW.isoformat(), streams())
    return names


CRAFTED = {
    "a body that is no JSON": ("peer", "debrief_opened", "{"),
    "a body that is no object": ("peer", "debrief_opened", "[1]"),
    "a body nested without end": ("peer", "debrief_opened", '{"rep":' * 50_000),
    "half a character in the owner": ("\ud800", "debrief_opened", '{"rep":"\\ud800","language":"en","today":"2026-11-23"}'),
    "half a character in the kind": ("peer", "debrief_opened\ud800", '{"rep":"peer","language":"en","today":"2026-11-23"}'),
    "an owner without end": ("p" * 201, "debrief_opened", f'{{"rep":"{"p" * 201}","language":"en","today":"2026-11-23"}}'),
}  # fmt: skip
"""Owner, kind and body of an event that no coach writes."""


def crafted_file(target: Path, owner: str, kind: str, body: str) -> None:
    """A share file with one such event, digest and chain right as far as they can be."""
    name, body_hash = new_id(NOW, lambda n: n // 2), codec.hash_of(body)
    whole = [text.encode("utf-8", "replace").decode() for text in (owner, kind)]
    chain = codec.chain_hash(codec.GENESIS, codec.stream_key(whole[0], name), 1, whole[1], 0, body_hash).hex()
    rows: list[dict[str, Any]] = [
        {"coach": "handover", "v": handover.VERSION, "by": "peer", "at": NOW.isoformat()},
        {"type": "stream", "owner": owner, "stream": name, "events": 1},
        {"version": 1, "kind": kind, "at": 0, "body": body, "chain": chain},
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    end = {"type": "end", "streams": 1, "events": 1, "digest": blake2b(lines, digest_size=codec.HASH_BYTES).hexdigest()}
    target.write_bytes(lines + json.dumps(end).encode() + b"\n")


def _debrief(owner: str, day: date, words: Words) -> Iterator[e.Event]:
    yield e.DebriefOpened(rep=owner, language="en", today=day, product=words())
    yield e.QuestionAsked(
        step="opening", asks=("customer",), line="opening.first", variant=0, text=words(),
        choices=(e.Choice(key="1", value="x", label=words()),),
    )  # fmt: skip
    yield e.RepSaid(text=words())
    yield e.CustomerNamed(customer=words(), contact=words())
    yield e.VisitDated(date=day, phrase=words())
    for fact, value in (("authority", "first"), ("need", "yes"), ("power", "yes"), ("value", "yes")):
        yield e.FactHeard(fact=fact, value=value, approvals=0 if fact == "authority" else None, quote=words())  # type: ignore[arg-type]
    yield e.CoachSaid(line=words(), variant=0, text=words())
    yield e.SigningHeard(signed=False, quote=words())
    yield e.CloseHeard(attempted=True, times=1, quote=words())
    yield e.BlockersHeard(blockers=("price",), quotes=(words(),))
    yield e.WorryNamed(text=words())
    yield e.UnknownsNamed(text=words())
    yield e.ClaimMade(customer_class="A", confidence=80)
    yield e.NextLineKept(text=words())
    yield e.NextStepPlanned(what=words(), who=words(), date=day, phrase=words())
    yield e.VerdictGiven(customer_class="A", rules=("R1", words()), unknown=(), deadline=day + timedelta(days=10))
    yield e.VerdictDisputed(text=words())
    yield e.DebriefRecorded()


def _review(words: Words) -> Iterator[e.Event]:
    yield r.Commented(text=words(), by="boss", line=1)
    yield r.Overruled(customer_class="D", reason=words(), by="boss", before="A")
    yield r.Asked(text=words(), by=words())


def scenario_file(target: Path, words: Words) -> None:
    """A scenario whose every text is hostile, written as TOML can hold it."""
    table = tomllib.loads((assets() / "scenarios" / "bakery.toml").read_text("utf-8"))
    table["id"] = target.stem
    for tongue in ("zh", "en"):
        table[tongue] = _reworded(table[tongue], words)
    target.write_text("\n".join(_toml(table, ())), "utf-8")


def _reworded(value: Any, words: Words) -> Any:
    if isinstance(value, dict):
        return {key: _reworded(one, words) for key, one in value.items()}
    if isinstance(value, list):
        return [_reworded(one, words) for one in value]
    return f"{words()} x" if isinstance(value, str) else value


def _toml(table: dict[str, Any], place: tuple[str, ...]) -> Iterator[str]:
    if place:
        yield f"[{'.'.join(place)}]"
    for key, value in table.items():
        if not isinstance(value, dict):
            yield f"{key} = {_value(value)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _toml(value, (*place, key))


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, str):
        return '"' + "".join(c if c >= " " and c not in '"\\\x7f' else f"\\u{ord(c):04x}" for c in value) + '"'
    return str(value)
