import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from coach import phrases
from coach.conduct.exporting import Exporting
from coach.conduct.ledger import ledger
from coach.journal.sqlite import SqliteJournal
from coach.journal.tallies import Tallies
from coach.reports.bars import Bar, bars
from coach.reports.cells import cells, columns, cut, fill
from coach.reports.markdown import escaped
from coach.reports.spreadsheet import MARK, safe
from tests.made_up import TODAY, store
from tests.reports.hostile import HOSTILE, hostile_store

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SqliteJournal]:
    """A store in which everything that can be told was told by somebody who means harm."""
    opened = hostile_store(tmp_path / "coach.db", HOSTILE)
    yield opened
    opened.close()


class Page(HTMLParser):
    """Tags and attributes as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.places: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.places += [value or "" for name, value in attrs if name in ("src", "href", "action", "style")]


def test_a_page_runs_nothing_and_fetches_nothing_whatever_was_said(journal: SqliteJournal) -> None:
    exporting = Exporting(journal, phrases.load("zh"))
    whole = "".join(exporting.page(exporting.rows(), ledger(Tallies(journal.path), TODAY), TODAY))
    page = Page()
    page.feed(whole)
    assert not page.tags & {"script", "img", "iframe", "object", "embed", "link", "form", "a", "base"}
    assert not {name for name in page.attributes if name.startswith("on")}
    assert page.places == []
    assert "default-src 'none'; style-src 'sha256-" in whole
    assert not CONTROL.search(whole)
    assert "{{ 7*7 }}" in whole


def test_a_table_evaluates_nothing_and_reads_back_as_it_was(journal: SqliteJournal) -> None:
    exporting = Exporting(journal, phrases.load("en"))
    whole = "".join(exporting.table(exporting.rows()))
    assert whole.startswith(MARK)
    rows = list(csv.reader(io.StringIO(whole.removeprefix(MARK), newline="")))
    assert len(rows) == len(HOSTILE) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    for row in rows[1:]:
        for cell in row:
            bare = cell.strip(' \t\r\n\u00a0\u3000"')
            assert not bare.startswith(tuple("=+-@|%＝＋－＠−")) or re.fullmatch(r"-?\d+", cell), cell
            assert not CONTROL.search(cell)


@pytest.mark.parametrize(
    "text", ["=1", "\t=1", " =1", "\u3000＝1", "＠a", '"=1', "\ufeff@x", "\u200b=1", "-x", "\n+1", "'=1"]
)
def test_a_cell_that_might_be_a_formula_starts_with_an_apostrophe(text: str) -> None:
    assert safe(text).startswith("'")


def test_a_plain_cell_stays_as_it_is() -> None:
    assert [safe(text) for text in ("宏达机械", "a=b", "2026-11-23", "")] == ["宏达机械", "a=b", "2026-11-23", ""]


def test_json_records_are_whole_and_clean(journal: SqliteJournal) -> None:
    exporting = Exporting(journal, phrases.load("en"))
    records = json.loads("".join(exporting.records(exporting.rows())))
    assert len(records) == len(HOSTILE)
    assert not CONTROL.search(json.dumps(records, ensure_ascii=False))
    assert records[0]["review"]["requests"][0]["text"]
    assert json.loads("".join(exporting.records([]))) == []


def test_markdown_holds_no_markup_of_anybody_but_ours(journal: SqliteJournal) -> None:
    exporting = Exporting(journal, phrases.load("en"))
    whole = "".join(exporting.markdown(exporting.rows()))
    assert not re.search(r"(?<!\\)<[a-z/]", whole)
    assert not re.search(r"(?<!\\)\]\(", whole)
    assert not re.search(r"(?<!\\)://|www\.", whole)
    assert not CONTROL.search(whole)
    assert escaped("# a") == "\\# a"
    assert escaped("1. a") == "1\\. a"


def test_masked_documents_have_no_name_left_and_the_same_name_gets_the_same_number(tmp_path: Path) -> None:
    kept = SqliteJournal(store(tmp_path, 60))
    for language in ("zh", "en"):
        exporting = Exporting(kept, phrases.load(language), masked=True)
        rows = exporting.rows()
        whole = "".join(
            (
                *exporting.table(rows),
                *exporting.records(rows),
                *exporting.markdown(rows),
                *exporting.page(rows, None, TODAY),
            )
        )
        for row in rows:
            for name in (row.customer, row.contact, row.owner):
                assert name not in whole, name
        again = [cells[5] for cells in csv.reader(io.StringIO("".join(exporting.table(rows)).removeprefix(MARK)))][1:]
        assert len(set(again)) == len({row.customer for row in rows})


def test_exports_of_a_filter_have_those_debriefs_only(tmp_path: Path) -> None:
    exporting = Exporting(SqliteJournal(store(tmp_path, 60)), phrases.load("zh"))
    rows = exporting.rows(customer_class="A")
    assert rows
    assert {row.verdict_class for row in rows} == {"A"}
    assert len(exporting.rows(limit=5)) == 5


def test_bars_keep_their_width_in_cells_whatever_the_script() -> None:
    rows = [
        Bar("甲乙丙丁戊己庚辛壬癸子丑", 0.5, 0.3, 0.7, 0.6, "50 % 次"),
        Bar("B", None, note="不满十次"),
        Bar("C é́", 1.0, 1.0, 1.0, 1.0),
        Bar("", 0.0, 0.0, 0.2),
    ]
    for width in (40, 78, 120):
        lines = bars(rows, width)
        assert all(cells(line) <= width for line in lines)
        starts = {cells(line[: min(line.index(mark) for mark in "█▒·│" if mark in line)]) for line in lines}
        assert len(starts) == 1


def test_a_table_lines_up_in_cells() -> None:
    lines = columns([("类别", "次数"), ("A", "12"), ("abc", "3")])
    assert len({cells(line) for line in lines}) == 1
    assert cells(fill("宏达", 7)) == cells(fill("宏达机械厂", 7)) == 7
    assert cut("宏达机械", 5) == "宏达…"
