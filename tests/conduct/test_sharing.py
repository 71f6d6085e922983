import json
from pathlib import Path

import pytest
from scripts.torture.peers import CRAFTED, crafted_file

from coach.conduct.sharing import share, take
from coach.domain import debrief_events as e
from coach.domain import review_events as r
from coach.domain.ids import review_stream
from coach.domain.summary import Query
from coach.journal.sqlite import SqliteJournal
from coach.ports import JournalError
from tests.made_up import NOW, TODAY, Day, store


@pytest.fixture
def reps(tmp_path: Path) -> SqliteJournal:
    return SqliteJournal(store(tmp_path / "reps", 60))


@pytest.fixture
def boss(tmp_path: Path) -> SqliteJournal:
    return SqliteJournal(tmp_path / "boss" / "coach.db")


def contents(journal: SqliteJournal) -> dict[tuple[str, str], list[bytes]]:
    return {
        (owner, name): [row.chain for row in journal.sealed(owner, name)]
        for name in journal.streams()
        for owner in journal.owners(name)
    }


def owners(journal: SqliteJournal) -> list[str]:
    return sorted({row.owner for row in journal.summaries(limit=-1)})


def test_files_of_all_reps_in_any_order_and_twice_give_the_same_store(
    reps: SqliteJournal, boss: SqliteJournal, tmp_path: Path
) -> None:
    files = [tmp_path / f"{n}.jsonl" for n, _ in enumerate(owners(reps))]
    for owner, file in zip(owners(reps), files, strict=True):
        share(reps, Day(), owner, file)
    other = SqliteJournal(tmp_path / "other" / "coach.db")
    for file in [*files, *files]:
        take(boss, file, "Ms Boss")
    for file in reversed(files):
        take(other, file, "Ms Boss")
    assert contents(boss) == contents(other)
    assert {place for place in contents(reps) if ":" not in place[1]} <= set(contents(boss))
    assert [row._asdict() for row in boss.summaries(limit=-1)] == [row._asdict() for row in reps.summaries(limit=-1)]
    assert sum(take(boss, file, "Ms Boss").events for file in files) == 0


def test_practice_never_goes_along(reps: SqliteJournal, tmp_path: Path) -> None:
    owner = owners(reps)[0]
    reps.append(owner, "practice:abc", 0, [e.RepSaid(text="nobody shall read this")], NOW)
    share(reps, Day(), owner, tmp_path / "a.jsonl", everything=True)
    written = (tmp_path / "a.jsonl").read_text()
    assert "practice" not in written
    assert "nobody shall" not in written
    assert all(json.loads(line)["owner"] for line in written.splitlines() if '"type":"stream"' in line)


def test_only_what_is_new_goes_the_second_time_and_everything_when_asked(
    reps: SqliteJournal, boss: SqliteJournal, tmp_path: Path
) -> None:
    owner = owners(reps)[0]
    first = share(reps, Day(), owner, tmp_path / "1.jsonl")
    assert share(reps, Day(), owner, tmp_path / "2.jsonl").streams == 0
    assert not (tmp_path / "2.jsonl").exists()
    reps.append(owner, "new000000001", 0, [e.DebriefOpened(rep=owner, language="zh", today=TODAY)], NOW)
    assert share(reps, Day(), owner, tmp_path / "2.jsonl")[:2] == (1, 1)
    assert share(reps, Day(), owner, tmp_path / "3.jsonl", everything=True).streams == first.streams + 1


def test_a_managers_remarks_come_back_to_the_rep(reps: SqliteJournal, boss: SqliteJournal, tmp_path: Path) -> None:
    owner = owners(reps)[0]
    share(reps, Day(), owner, tmp_path / "up.jsonl")
    take(boss, tmp_path / "up.jsonl", "Ms Boss")
    debrief = boss.summaries(Query(owners=(owner,)))[0].id
    boss.append("Ms Boss", review_stream(debrief), 0, [r.Asked(text="who signs?", by="Ms Boss")], NOW)
    share(boss, Day(), "Ms Boss", tmp_path / "down.jsonl")
    grew: list[str] = []
    taken = take(reps, tmp_path / "down.jsonl", owner, grew.append)
    assert (taken.events, grew) == (1, [review_stream(debrief)])
    assert "Ms Boss" in reps.owners(review_stream(debrief))


@pytest.fixture
def shared(reps: SqliteJournal, tmp_path: Path) -> Path:
    share(reps, Day(), owners(reps)[0], tmp_path / "s.jsonl")
    return tmp_path / "s.jsonl"


def refused(boss: SqliteJournal, file: Path) -> str:
    with pytest.raises(JournalError) as wrong:
        take(boss, file, "Ms Boss")
    assert contents(boss) == {}
    return wrong.value.code


def test_every_cut_is_refused_and_nothing_taken(shared: Path, boss: SqliteJournal) -> None:
    whole = shared.read_bytes()
    for size in (0, 1, 10, len(whole) // 3, len(whole) // 2, len(whole) - 2, len(whole) - 1):
        shared.write_bytes(whole[:size])
        assert refused(boss, shared) in ("foreign_file", "cut_file", "damaged_file"), size


def test_every_flipped_byte_is_refused_and_nothing_taken(shared: Path, boss: SqliteJournal) -> None:
    whole = shared.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        shared.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert refused(boss, shared) in (
            "foreign_file",
            "newer_file",
            "cut_file",
            "damaged_file",
            "broken_chain",
            "foreign_stream",
        ), at


@pytest.mark.parametrize(
    "content", [b"hello\n", b"{}\n", b"[1]\n", b"\xff\xfe\n", b"[" * 100_000, b'{"coach":"handover","v":1}\n']
)
def test_a_foreign_file_is_refused(content: bytes, boss: SqliteJournal, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(content)
    assert refused(boss, tmp_path / "x") == "foreign_file"
    assert refused(boss, tmp_path / "none") == "no_file"


@pytest.mark.parametrize("event", CRAFTED.values(), ids=CRAFTED)
def test_an_event_that_no_coach_writes_is_refused(event: tuple[str, str, str], boss: SqliteJournal, tmp_path: Path) -> None:  # fmt: skip
    crafted_file(tmp_path / "x", *event)
    assert refused(boss, tmp_path / "x") in ("unreadable_event", "foreign_stream", "damaged_file")


def rewritten(shared: Path, old: str, new: str) -> None:
    """The file with a text changed and the digest made right again, as a forger would."""
    from hashlib import blake2b

    lines = shared.read_text().replace(old, new).splitlines(keepends=True)
    end = json.loads(lines[-1]) | {"digest": blake2b("".join(lines[:-1]).encode(), digest_size=16).hexdigest()}
    shared.write_text("".join(lines[:-1]) + json.dumps(end) + "\n")


def test_a_forged_event_is_noticed_by_the_chain_though_the_digest_was_made_right(
    shared: Path, boss: SqliteJournal
) -> None:
    body = next(json.loads(line)["body"] for line in shared.read_text().splitlines() if '"kind":"claim_made"' in line)
    rewritten(shared, json.dumps(body)[1:-1], json.dumps(body.replace("confidence", "Confidence"))[1:-1])
    assert refused(boss, shared) == "broken_chain"


def test_a_debrief_in_anothers_name_or_a_stream_of_another_kind_is_refused(shared: Path, boss: SqliteJournal) -> None:
    stream = next(json.loads(line)["stream"] for line in shared.read_text().splitlines() if '"type":"stream"' in line)
    whole = shared.read_text()
    for name in ("practice:x", "../x", "x y", ""):
        shared.write_text(whole)
        rewritten(shared, f'"stream":"{stream}"', f'"stream":"{name}"')
        assert refused(boss, shared) == "foreign_stream"


def test_a_stream_that_tells_another_story_is_refused_and_the_others_are_taken(
    reps: SqliteJournal, shared: Path, boss: SqliteJournal
) -> None:
    owner = owners(reps)[0]
    stream = reps.summaries(Query(owners=(owner,)))[0].id
    boss.append(owner, stream, 0, [e.DebriefOpened(rep=owner, language="zh", today=TODAY, seed=777)], NOW)
    taken = take(boss, shared, "Ms Boss")
    assert [(wrong.code, wrong.details["stream"]) for wrong in taken.refused] == [("forged", stream)]
    assert taken.events > 0
    assert len(boss.read(stream, 0, owner)) == 1
