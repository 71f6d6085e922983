import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from coach import phrases
from coach.cells import cells, columns, cut, fill
from coach.conduct.exporting import Exporting
from coach.conduct.ledger import ledger
from coach.journal.sqlite import SqliteJournal
from coach.journal.tallies import Tallies
from coach.listening.person_names import is_common_word, names_in, short_name
from coach.reports.bars import Bar, bars
from coach.reports.markdown import escaped
from coach.reports.masking import Mask
from coach.reports.spreadsheet import MARK, safe
from tests.made_up import TODAY, store
from tests.reports.hostile import HOSTILE, hostile_store

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteJournal]:
    """A store with hostile text in every field that people fill, to be read only."""
    opened = hostile_store(tmp_path_factory.mktemp("hostile") / "coach.db", HOSTILE)
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
    exporting = Exporting(journal, phrases.load("zh"), TODAY)
    whole = "".join(exporting.page(exporting.rows(), ledger(Tallies(journal.path), TODAY)))
    page = Page()
    page.feed(whole)
    assert not page.tags & {"script", "img", "iframe", "object", "embed", "link", "form", "a", "base"}
    assert not {name for name in page.attributes if name.startswith("on")}
    assert page.places == []
    assert "default-src 'none'; style-src 'sha256-" in whole
    assert not CONTROL.search(whole)
    assert "{{ 7*7 }}" in whole


def test_a_table_evaluates_nothing_and_reads_back_as_it_was(journal: SqliteJournal) -> None:
    exporting = Exporting(journal, phrases.load("en"), TODAY)
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
    exporting = Exporting(journal, phrases.load("en"), TODAY)
    records = json.loads("".join(exporting.records(exporting.rows())))
    assert len(records) == len(HOSTILE)
    assert not CONTROL.search(json.dumps(records, ensure_ascii=False))
    assert records[0]["review"]["requests"][0]["text"]
    assert json.loads("".join(exporting.records([]))) == []


def test_markdown_holds_no_markup_of_anybody_but_ours(journal: SqliteJournal) -> None:
    exporting = Exporting(journal, phrases.load("en"), TODAY)
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
        exporting = Exporting(kept, phrases.load(language), TODAY, masked=True)
        rows = exporting.rows()
        whole = "".join(
            (
                *exporting.table(rows),
                *exporting.records(rows),
                *exporting.markdown(rows),
                *exporting.page(rows, None),
            )
        )
        for row in rows:
            for name in (row.customer, row.contact, row.owner):
                assert name not in whole, name
        again = [cells[5] for cells in csv.reader(io.StringIO("".join(exporting.table(rows)).removeprefix(MARK)))][1:]
        assert len(set(again)) == len({row.customer for row in rows})


def masked(language: str, said: str, **told: Any) -> dict[str, Any]:
    record = {
        "id": "x", "rep": "rep", "customer": "", "contact": "", "language": language, "close": {"reason": "fear"},
        "facts": {"need": {"value": "yes", "quotes": [said]}}, "next_step": {"what": "", "who": "rep", "date": None},
        "transcript": [{"who": "rep", "text": said, "at": ""}, {"who": "coach", "text": f"Noted: {said}", "at": ""}],
    }  # fmt: skip
    mask = Mask(phrases.load(language), names_in, is_common_word, short_name)
    return mask.record({**record, **told})


@pytest.mark.parametrize(
    ("language", "said", "names"),
    [
        ("en", "signed!! Lakeshore Laundry, Maria Ochoa, she owns it", ["Lakeshore", "Laundry", "Maria", "Ochoa"]),
        ("en", "Ochoa signs. Maria's brother was there, Mr. Baker too", ["Ochoa", "Maria", "Baker"]),
        ("en", "I met the owner, then Tom from accounts came in with IBM's man", ["Tom", "IBM"]),
        (
            "zh",
            "采购经理李经理没来，老王在，小李陪着，去找了宏达机械的张总",
            ["李经理", "老王", "小李", "宏达", "张总"],
        ),
        ("zh", "见了王建国，David那边没问题", ["王建国", "David"]),
    ],
)
def test_whoever_is_spoken_of_is_masked_though_nobody_heard_a_name(language: str, said: str, names: list[str]) -> None:
    written = json.dumps(masked(language, said), ensure_ascii=False)
    assert not [name for name in names if name in written], written
    assert phrases.load(language).say("mask.other", number=1) in written


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The owner signs alone. Budget is there, class A by Monday, the CRM is old. Didn't ask."),
        ("zh", "老板说老顾客多，采购经理说要等总经理批，第一KP不在，小范围试用"),
    ],
)
def test_what_names_nobody_stays_as_it_was_said(language: str, said: str) -> None:
    assert masked(language, said)["transcript"][0]["text"] == said


def test_a_name_is_masked_wherever_in_a_record_it_stands(tmp_path: Path) -> None:
    said = "Maria Keller of Keller Dairy told Jo Brandt so"
    exporting = Exporting(hostile_store(tmp_path / "coach.db", [said]), phrases.load("en"), TODAY, masked=True)
    record, review = exporting.data(exporting.rows()[0])
    told = json.dumps({**record, "review": review})
    assert not [name for name in ("Maria", "Keller", "Dairy", "Brandt") if name in told], told


@pytest.mark.parametrize("fact", ["authority", "need", "power", "value"])
def test_a_name_is_masked_in_the_words_about_every_fact(fact: str) -> None:
    told = {fact: {"value": "yes", "quotes": ["Maria Keller said so"]}}
    assert masked("en", "", facts=told)["facts"] == {fact: {"value": "yes", "quotes": ["Name 1 said so"]}}


def test_whoever_does_the_next_step_is_masked_though_he_is_not_the_rep() -> None:
    assert masked("en", "", next_step={"what": "", "who": "kurt", "date": None})["next_step"]["who"] == "Rep 2"


def test_a_name_is_masked_in_what_was_written_and_never_in_what_a_field_counts_by() -> None:
    record = masked("en", "she signs, Rep 1 knows", customer="Fear & Yes", contact="yes", outcome={"outcome": "signed"})
    assert [line["who"] for line in record["transcript"]] == ["rep", "coach"]
    assert (record["rep"], record["next_step"]["who"]) == ("Rep 1", "Rep 1")
    assert (record["close"], record["facts"]["need"]["value"]) == ({"reason": "fear"}, "yes")
    assert record["outcome"] == {"outcome": "signed"}


def test_one_person_has_one_number_however_he_is_called_and_is_said_once() -> None:
    said = masked("en", "Saw Maria Ochoa. maria signs, Ochoa wants it", contact="Maria Ochoa")["transcript"][0]["text"]
    assert said == "Saw Contact 1. Contact 1 signs, Contact 1 wants it"
    said = masked("zh", "李经理说采购经理都归李总经理管", contact="采购经理李经理")["transcript"][0]["text"]
    assert said == "联系人1说采购经理都归名字1管"
    said = masked("zh", "在悦来大堂等她，悦来的前台认得我", customer="悦来酒店")["transcript"][0]["text"]
    assert said == "在客户1大堂等她，客户1的前台认得我"


def test_exports_of_a_filter_have_those_debriefs_only(tmp_path: Path) -> None:
    exporting = Exporting(SqliteJournal(store(tmp_path, 60)), phrases.load("zh"), TODAY)
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
