"""P14 to P17: search in everything said, beside reading every text."""

import json
import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.bench_parts.table import Row, quantile, timed

if TYPE_CHECKING:
    from coach.journal.index import Index

BUSINESS = ["价格", "预算", "竞品", "折扣", "法务", "采购", "交期", "合同", "决策", "审批"]
SAID = {"rep_said", "coach_said", "question_asked", "commented", "review_asked", "review_answered", "overruled"}
MANY = 3000
"""Hits above which a term is not held against every text."""


def terms_of(index: "Index") -> dict[str, list[str]]:
    """Terms drawn from the talk, half by occurrence and half by kind, with some that are nowhere."""
    dice = random.Random(5)
    picked = index.source.execute(
        "select body from events where key % 97 = 5 and body like '%\"text\"%' limit 40000"
    ).fetchall()
    texts = [json.loads(body)["text"] for (body,) in picked]
    runs = [run for text in texts for run in re.findall("[\u4e00-\u9fff]{4,}", text)]
    words = [run for text in texts for run in re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]{3,}){2}", text)]
    found: dict[str, list[str]] = {}
    for k, absent in ((1, "犇"), (2, "犇牛"), (3, "犇牛价"), (4, "价鑫犇牛")):
        drawn = {(run := dice.choice(runs))[(at := dice.randrange(len(run) - k + 1)) : at + k] for _ in range(60)}
        kinds = sorted({run[at : at + k] for run in runs[:20000] for at in range(len(run) - k + 1)})
        found[f"{k} Chinese"] = sorted(drawn)[:20] + dice.sample(kinds, min(20, len(kinds))) + [absent]
    found["business words"] = BUSINESS
    found["English words"] = sorted({dice.choice(words).split()[0] for _ in range(60)})[:30]
    phrases = {" ".join(dice.choice(words).split()[: dice.choice((2, 3))]) for _ in range(60)}
    found["phrases"] = [*sorted(phrases)[:40], "no such phrase"]
    return found


def searching(path: Path, large: bool) -> Iterator[Row]:
    """P14 to P17; goals for large stores are only reported on a small one."""
    from coach.journal.index import Index

    index = Index(path)
    yield from _speed(index, large)
    yield from _exactness(index)
    yield from _sizes(index, large)
    index.close()


def _speed(index: "Index", large: bool) -> Iterator[Row]:
    from coach.journal.search import Search

    search = Search(index)
    owner = index.db.execute("select owner from cases order by no desc limit 1").fetchone()[0]
    like = "select key from events where body like '%犇牛鑫%' order by key desc limit 50"
    beside: dict[str, tuple[Callable[[], object], float]] = {
        "LIKE scan of an absent term": (lambda: index.source.execute(like).fetchall(), 1 / 20)
    }
    if (contains := _duck(index)) is None:
        yield Row("P14", "DuckDB is not installed here: not compared")
    else:
        beside["DuckDB contains"] = (contains, 1 / 5)
    scans, slowest = {name: list[float]() for name in beside}, {"latest": 0.0, "rep": 0.0, "count": 0.0}
    for name, terms in terms_of(index).items():
        search.find(terms[0])
        for other, (scan, _) in beside.items():
            scans[other] += timed([scan])
        calls: dict[str, Callable[[str], object]] = {
            "latest": search.find,
            "rep": lambda term: search.find(term, owner=owner),
            "count": search.count,
        }
        took = {kind: timed([partial(call, term) for term in terms]) for kind, call in calls.items()}
        slowest = {kind: max(slowest[kind], quantile(times, 0.95)) for kind, times in took.items()}
        yield Row("P14", f"search, latest 50, {name}, p50", quantile(took["latest"], 0.5), "ms", allowed=3)
        yield Row("P14", f"search, latest 50, {name}, p95", quantile(took["latest"], 0.95), "ms", allowed=25)
    worst = slowest["latest"]
    for other, (_, allowed) in beside.items():
        scanned = quantile(scans[other], 0.5)
        what = "search, p95 of the slowest class"
        yield Row("P14", what, worst, "ms", scanned, other, worst / scanned, allowed if large else None)
    yield Row("P16", "search within one rep, p95 of the slowest class", slowest["rep"], "ms", allowed=10)
    yield Row("P16", "counting all hits, p95 of the slowest class", slowest["count"], "ms", allowed=60)


def _duck(index: "Index") -> Callable[[], object] | None:
    """DuckDB's scan of the same bodies for a term that is in none of them; None where it is not installed."""
    try:
        import duckdb
    except ImportError:
        return None
    db = duckdb.connect()
    db.execute("create table said (key bigint, body varchar)")
    rows = index.source.execute("select key, body from events where body is not null")
    while part := rows.fetchmany(50_000):
        db.execute("insert into said select unnest(?), unnest(?)", list(map(list, zip(*part, strict=True))))
    question = "select key from said where contains(body, '犇牛鑫') order by key desc limit 50"
    return lambda: db.execute(question).fetchall()


def _exactness(index: "Index") -> Iterator[Row]:
    from coach.journal.search import Search

    search, whole = Search(index), _texts(index)
    missed = extra = hits = 0
    for name, terms in terms_of(index).items():
        for term in terms[::6] if "Chinese" in name else ():
            expected = {debrief for debrief, text in whole.items() if term in text}
            if len(expected) < MANY:
                found = {hit.id for hit in search.find(term, limit=10_000_000, lines=1)}
                missed, extra, hits = (
                    missed + len(expected - found),
                    extra + len(found - expected),
                    hits + len(expected),
                )
    yield Row("P15", f"hits missed or wrong, of {hits} found by reading every text", missed + extra, "", allowed=0)


def _texts(index: "Index") -> dict[str, str]:
    """Everything said about or in each debrief."""
    from coach.domain.ids import debrief_of

    kinds = dict(index.source.execute("select no, name from kinds"))
    texts: dict[str, list[str]] = {}
    rows = index.source.execute("select s.name, e.kind, e.body from events e join streams s on s.no = e.key >> 16")
    for name, kind, body in rows:
        if kinds[kind] in SAID:
            said = json.loads(body)
            text = said.get("reason" if kinds[kind] == "overruled" else "text", "")
            texts.setdefault(debrief_of(name), []).append(text)
    return {name: "\0".join(parts) for name, parts in texts.items()}


def _sizes(index: "Index", large: bool) -> Iterator[Row]:
    import sqlite3

    names = "name like 'said%' or name like 'sounds%' or name like '%pieces%' or name like '%names%'"
    try:
        ours = index.db.execute(f"select total(pgsize) from dbstat where {names}").fetchone()[0] / 2**20
        events = index.source.execute("select total(pgsize) from dbstat where name = 'events'").fetchone()[0] / 2**20
    except sqlite3.OperationalError:
        yield Row("P17", "this SQLite does not tell the size of a table")
        return
    raw = index.source.execute("select total(length(cast(body as blob))) from events").fetchone()[0] / 2**20
    yield Row("P17", "search's part of the index", ours, "MiB", events, "table of events", ours / events, 0.5)
    yield Row("P17", "table of events", events, "MiB", raw, "its texts and JSON", events / raw, 1.4 if large else None)
