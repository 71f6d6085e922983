#!/usr/bin/env python3
"""Search, inbox, ledger and export over a made-up store, each beside a reference in the same run; ratios are what to compare.

    scripts/bench_store.py [--data DIR] [--debriefs 10000] [--rounds 15]

References: a LIKE scan over the same texts, the same hand-written SQL on the projection. `--data` uses a store that
scripts/make_store made before.
"""

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from coach.conduct.archive import Archive
from coach.conduct.ledger import ledger
from coach.conduct.reviewing import Reviewing
from coach.domain.summary import Summary
from coach.journal import tallies as counts
from coach.journal.inbox import Filter
from coach.journal.index import Index
from coach.journal.search import Search
from coach.journal.sqlite import SqliteJournal
from coach.journal.tallies import Tallies

TODAY = date(2026, 11, 23)
BUSINESS = ["价格", "预算", "竞品", "折扣", "法务", "采购", "交期", "合同", "决策", "审批"]


class Day:
    """A clock that stands still."""

    def now(self):  # type: ignore[no-untyped-def]
        raise AssertionError

    def today(self) -> date:
        return TODAY


def timed(call: Callable[[], object], rounds: int) -> list[float]:
    """Milliseconds, sorted, the first round dropped."""
    took = []
    for _ in range(rounds + 1):
        start = perf_counter()
        call()
        took.append((perf_counter() - start) * 1e3)
    return sorted(took[1:])


def quantile(values: list[float], q: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * q))]


def beside(name: str, ours: Callable[[], object], reference: Callable[[], object], goal: float, rounds: int) -> None:
    """One of ours against one of the reference, in turn."""
    mine, other = [], []
    for n in range(rounds + 1):
        for call, times in ((ours, mine), (reference, other)):
            start = perf_counter()
            call()
            if n:
                times.append((perf_counter() - start) * 1e3)
    a, b = quantile(mine, 0.5), quantile(other, 0.5)
    print(f"{name:34} {a:9.2f} ms  reference {b:9.2f} ms  ratio {a / b:5.2f}  goal {goal}")


def terms_of(index: Index) -> dict[str, list[str]]:
    """Terms drawn from the talk, half by occurrence and half by kind, with some that are nowhere."""
    dice = random.Random(5)
    picked = index.source.execute(
        "select body from events where key % 97 = 5 and body like '%\"text\"%' limit 40000"
    ).fetchall()
    texts = [json.loads(body)["text"] for (body,) in picked]
    runs = [run for text in texts for run in re.findall("[\u4e00-\u9fff]{4,}", text)]
    words = [run for text in texts for run in re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]{3,}){2}", text)]
    found: dict[str, list[str]] = {}
    for k, absent in ((1, ["犇"]), (2, ["犇牛"]), (3, ["犇牛价"]), (4, ["价鑫犇牛"])):
        drawn = {(run := dice.choice(runs))[(at := dice.randrange(len(run) - k + 1)) : at + k] for _ in range(60)}
        kinds = sorted({run[at : at + k] for run in runs[:20000] for at in range(len(run) - k + 1)})
        found[f"zh{k}"] = sorted(drawn)[:20] + dice.sample(kinds, min(20, len(kinds))) + absent
    found["zh2 business"] = BUSINESS
    found["word"] = sorted({dice.choice(words).split()[0] for _ in range(60)})[:30]
    found["phrase"] = [*sorted({" ".join(dice.choice(words).split()[:dice.choice((2, 3))]) for _ in range(60)})[:40], "no such phrase"]
    return found


def searching(index: Index) -> None:
    """P14-P16: latest 50 in every class, counts, and a LIKE scan on an absent term."""
    search, took = Search(index), []
    like = "select key from events where body like '%犇牛鑫%' order by key desc limit 50"
    scan = quantile(timed(lambda: index.source.execute(like).fetchall(), 3), 0.5)
    owner = index.db.execute("select owner from cases order by no desc limit 1").fetchone()[0]
    print(f"LIKE scan, absent term: {scan:.0f} ms")
    for name, terms in terms_of(index).items():
        search.find(terms[0])
        for asked, call in (
            ("latest 50", search.find),
            ("of a rep", lambda term: search.find(term, owner=owner)),
            ("count", search.count),
        ):
            times = []
            for term in terms:
                start = perf_counter()
                call(term)
                times.append((perf_counter() - start) * 1e3)
            took.append(
                f"{asked} p50 {quantile(times, 0.5):6.2f} p95 {quantile(times, 0.95):6.2f} (LIKE / {scan / quantile(times, 0.95):4.0f})"
            )
        print(f"{name:14} " + "  |  ".join(took))
        took.clear()
    for typed in ("hongda", "hd", "chongqing", "nor"):
        times = timed(lambda typed=typed: search.customers(typed), 15)
        print(f"customers by {typed:10} p50 {quantile(times, 0.5):6.2f} ms")


def exact(index: Index, sample: int = 6) -> None:
    """P15: what is found held against reading every text."""
    search, missed, extra, all_hits = Search(index), 0, 0, 0
    kinds = dict(index.source.execute("select no, name from kinds"))
    texts: dict[str, list[str]] = {}
    for name, kind, body in index.source.execute(
        "select s.name, e.kind, e.body from events e join streams s on s.no = e.key >> 16"
    ):
        if kinds[kind] in (
            "rep_said",
            "coach_said",
            "question_asked",
            "commented",
            "review_asked",
            "review_answered",
            "overruled",
        ):
            said = json.loads(body)
            texts.setdefault(name.removeprefix("review:"), []).append(
                said.get("reason" if kinds[kind] == "overruled" else "text", "")
            )
    whole = {name: "\0".join(parts) for name, parts in texts.items()}
    for name, terms in terms_of(index).items():
        if not name.startswith("zh"):
            continue
        for term in terms[::sample]:
            expected = {debrief for debrief, text in whole.items() if term in text}
            found = (
                {hit.id for hit in search.find(term, limit=10_000_000, lines=1)} if len(expected) < 3000 else expected
            )
            missed, extra, all_hits = (
                missed + len(expected - found),
                extra + len(found - expected),
                all_hits + len(expected),
            )
    print(
        f"recall {1 - missed / all_hits:.3f}, precision {1 - extra / max(1, all_hits + extra):.3f} over {all_hits} hits"
    )


def inbox(journal: SqliteJournal, index: Index, rounds: int) -> None:
    """First page, deepest page, filters, a casefile."""
    reviewing = Reviewing(journal, index, Day(), "bench")
    pages = reviewing.inbox
    pages.page(Filter())
    count = pages.count(Filter())
    row = pages.page(Filter(), limit=1)[0]
    cases: dict[str, Callable[[], object]] = {
        "first page": lambda: pages.page(Filter()),
        "deepest page": lambda: pages.page(Filter(), offset=count - 60),
        "count": lambda: pages.count(Filter()),
        "unread": lambda: pages.page(Filter(unread=True)),
        "one rep": lambda: pages.page(Filter(owner=row.owner)),
        "class, dates, outcome": lambda: pages.page(Filter(classes=("A",), since="2026-08-01", outcome="lost")),
        "customer by sound": lambda: pages.page(reviewing.by_name(Filter(customer="hongda"))),
        "a reason": lambda: pages.page(Filter(reasons=("disputed",))),
        "by customer, in the middle": lambda: pages.page(Filter(), "customer", 50, count // 2),
        "next unread": lambda: reviewing.next_unread(Filter(), "reasons", 0),
        "casefile": lambda: reviewing.casefile(row.id),
    }
    for name, call in cases.items():
        times = timed(call, rounds)
        print(f"inbox: {name:28} p50 {quantile(times, 0.5):7.2f} ms  p95 {quantile(times, 0.95):7.2f} ms")


def through_the_program(journal: SqliteJournal, path: Path, rounds: int) -> None:
    """P18, P19: the program beside the same SQL written by hand."""
    db, archive, columns = journal._db, Archive(journal, Day(), "rep"), ", ".join(Summary._fields)
    latest = f"select {columns} from debriefs order by opened desc, id desc limit 50"
    beside("latest 50", archive.latest, lambda: db.execute(latest).fetchall(), 2.5, rounds)
    index = Index(path)
    day = TODAY.isoformat()
    plain = (
        "select * from cases where state = 'recorded' and verdict_class = 'A' and due < ? order by due desc limit 50"
    )
    inbox = Reviewing(journal, index, Day(), "x").inbox
    beside(
        "overdue A, inbox",
        lambda: inbox.page(Filter(reasons=("overdue",))),
        lambda: index.db.execute(plain, (day,)).fetchall(),
        2.5,
        rounds,
    )
    index.close()
    tallies = Tallies(path)
    days = {"ten": "2026-11-13", "twenty": "2026-11-03", "thirty": "2026-10-24"}

    def by_hand() -> None:
        tallies._db.execute("drop table if exists temp.ended")
        tallies._db.execute(counts._ENDED.format(narrowed=""), days)
        for question in (
            counts._JUDGED,
            counts._STATED.format(name="claimed"),
            counts._STATED.format(name="after"),
            counts._PUSHED,
        ):
            tallies._db.execute(question).fetchall()
        for key in ("owner", "product", "month"):
            tallies._db.execute(counts._GROUPED.format(key=key, order="1")).fetchall()

    beside("ledger, everything", lambda: ledger(tallies, TODAY), by_hand, 1.3, max(3, rounds // 3))
    tallies.close()


def main() -> None:
    """Makes the store where there is none, indexes it, measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--debriefs", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=15)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = args.data or Path(folder)
        path = data / "coach.db"
        if not path.exists():
            maker = Path(__file__).resolve().parent / "make_store"
            subprocess.run(
                [sys.executable, str(maker), "--data", str(data), "--debriefs", str(args.debriefs)], check=True
            )
        journal, index = SqliteJournal(path), Index(path)
        start = perf_counter()
        taken = index.rebuild()
        took = perf_counter() - start
        print(
            f"index: {taken} events in {took:.1f} s ({taken / took:.0f}/s), {index.path.stat().st_size / 2**20:.1f} MiB; store {path.stat().st_size / 2**20:.1f} MiB"
        )
        sizes(index)
        searching(index)
        inbox(journal, index, args.rounds)
        through_the_program(journal, path, args.rounds)
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
        exact(index)


def sizes(index: Index) -> None:
    """P17: the search's part of the index beside the event table, where SQLite can tell."""
    try:
        ours = index.db.execute(
            "select total(pgsize) from dbstat where name like 'said%' or name like 'sounds%' or name like '%pieces%' or name like '%names%'"
        ).fetchone()[0]
        events = index.source.execute("select total(pgsize) from dbstat where name = 'events'").fetchone()[0]
    except Exception as absent:  # noqa: BLE001 - an SQLite built without the table
        print(f"sizes of tables are not told here: {absent}")
        return
    print(f"search {ours / 2**20:.1f} MiB = {ours / events:.2f} x events table {events / 2**20:.1f} MiB  goal 0.5")


if __name__ == "__main__":
    main()
