import json
import random
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from coach.domain import debrief_events as e
from coach.domain.history import fold
from coach.domain.inbox import InboxFilter
from coach.domain.summarise import summarise
from coach.journal.inbox import Inbox
from coach.journal.index import Index
from coach.journal.index_said import SPOKEN
from coach.journal.search import Search
from coach.journal.search_tokens import match_spans, normalize, query_terms
from coach.journal.sqlite import SqliteJournal
from coach.ports import JournalError
from tests.made_up import NOW, TODAY, store

LETTERS = r"[^\W_一-鿿㐀-䶿]"


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    opened = Index(store(tmp_path))
    opened.catch_up()
    yield opened
    opened.close()


def talk(
    journal: SqliteJournal,
    stream: str,
    *texts: str,
    rep: str = "li",
    customer: str = "宏达机械",
    contact: str = "",
    done: bool = True,
) -> None:
    """A debrief in which this was said."""
    events: list[e.Event] = [
        e.DebriefOpened(rep=rep, language="zh", today=TODAY),
        e.CustomerNamed(customer=customer, contact=contact),
    ]
    events += [e.RepSaid(text=text) for text in texts] + ([e.DebriefRecorded()] if done else [])
    told = [e.Recorded(stream, n, NOW, event) for n, event in enumerate(events, 1)]
    journal.append(rep, stream, 0, events, NOW, summarise(fold(stream, told)))


def searched(tmp_path: Path, *texts: str) -> Search:
    """A search over one debrief per text."""
    journal = SqliteJournal(tmp_path / "coach.db")
    for n, text in enumerate(texts):
        talk(journal, f"d{n:011d}", text)
    journal.close()
    index = Index(tmp_path / "coach.db")
    index.catch_up()
    return Search(index)


def said_by_stream(index: Index) -> dict[str, str]:
    """All texts by stream, read from the events alone."""
    kinds = dict(index.source.execute("select no, name from kinds"))
    found: dict[str, list[str]] = {}
    for name, kind, body in index.source.execute(
        "select s.owner || ' ' || s.name, e.kind, e.body from events e join streams s on s.no = e.key >> 16"
    ):
        if kinds[kind] in SPOKEN:
            found.setdefault(name, []).append(
                json.loads(body).get("reason" if kinds[kind] == "overruled" else "text", "")
            )
    return {name: "\0".join(texts) for name, texts in found.items()}


def terms_of(texts: dict[str, str], dice: random.Random) -> dict[str, list[str]]:
    """Terms drawn from the texts, with some that are nowhere."""
    runs = [run for text in texts.values() for run in re.findall(r"[一-鿿]{4,}", text)]
    words = [run for text in texts.values() for run in re.findall(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){2}", text)]
    drawn: dict[str, list[str]] = {name: [] for name in ("zh1", "zh2", "zh3", "zh4", "word", "phrase")}
    for _ in range(25):
        run = dice.choice(runs)
        for k in (1, 2, 3, 4):
            at = dice.randrange(len(run) - k + 1)
            drawn[f"zh{k}"].append(run[at : at + k])
        drawn["word"].append(dice.choice(words).split()[0])
        drawn["phrase"].append(dice.choice(words))
    return {name: [*found, "犇鑫犇", "nowhere at all"] for name, found in drawn.items()}


def test_chinese_of_any_length_is_found_exactly_where_like_finds_it(index: Index) -> None:
    texts, search = said_by_stream(index), Search(index)
    drawn = terms_of(texts, random.Random(3))
    for term in {term for k in (1, 2, 3, 4) for term in drawn[f"zh{k}"]} - {"nowhere at all"}:
        expected = {name.split()[-1].removeprefix("review:") for name, text in texts.items() if term in text}
        found = search.find(term, limit=10_000)
        assert {hit.id for hit in found} == expected, term
        assert all(term in line.text for hit in found for line in hit.lines)
        assert search.count(term) == sum(term in text for text in texts.values())


def test_words_and_phrases_are_found_exactly_where_whole_words_stand(index: Index) -> None:
    texts, search = said_by_stream(index), Search(index)
    drawn = terms_of(texts, random.Random(4))
    for term in {*drawn["word"], *drawn["phrase"]} - {"犇鑫犇"}:
        end = "" if len(term.split()[-1]) >= 4 else f"(?!{LETTERS})"
        oracle = re.compile(rf"(?<!{LETTERS}){re.escape(term)}{end}", re.IGNORECASE)
        expected = {name.split()[-1].removeprefix("review:") for name, text in texts.items() if oracle.search(text)}
        found = search.find(term, limit=10_000)
        assert {hit.id for hit in found} == expected, term
        assert all(hit.lines for hit in found)


def test_a_phrase_never_runs_across_punctuation_or_from_one_line_into_the_next(tmp_path: Path) -> None:
    search = searched(tmp_path, "他说价格。预算没有", "他说价格预算都好", "价格\n预算", "价格 预算")
    assert [hit.id for hit in search.find("价格预算")] == ["d00000000001"]


def test_parts_of_a_query_beside_white_space_must_all_be_there(tmp_path: Path) -> None:
    search = searched(tmp_path, "价格太高", "预算没批，价格也高", "预算批了")
    assert [hit.id for hit in search.find("价格 预算")] == ["d00000000001"]


def asked_about(journal: SqliteJournal, stream: str, *lines: tuple[str, str]) -> None:
    """A debrief of these lines, each with who said it."""
    events: list[e.Event] = [e.DebriefOpened(rep="li", language="zh", today=TODAY)]
    events += [
        e.CoachSaid(text=text, line="x", variant=0) if who == "coach" else e.RepSaid(text=text) for who, text in lines
    ]
    told = [e.Recorded(stream, n, NOW, event) for n, event in enumerate(events, 1)]
    journal.append("li", stream, 0, events, NOW, summarise(fold(stream, told)))


def test_what_the_rep_said_comes_before_what_only_the_coach_asked(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "coach.db")
    for n in range(9):
        told = [("coach", "预算是他说的，还是你估计的？"), ("rep", "预算三十万" if n == 2 else "没问")]
        asked_about(journal, f"d{n:011d}", *told)
    journal.close()
    index = Index(tmp_path / "coach.db")
    index.catch_up()
    found = Search(index).find("预算", limit=7)
    assert [hit.by_person for hit in found] == [True, *[False] * 6]
    assert found[0].id == "d00000000002"
    assert [line.who for line in found[0].lines] == ["rep", "coach"]
    assert [hit.id for hit in found[1:]] == [f"d{n:011d}" for n in (8, 7, 6, 5, 4, 3)]
    index.close()


def test_width_and_case_do_not_matter(tmp_path: Path) -> None:
    search = searched(tmp_path, "他算Ａ类，ＰＲＩＣＥ没谈", "Price is too HIGH")
    assert len(search.find("a类")) == len(search.find("A类")) == 1
    assert len(search.find("price")) == 2
    assert search.find("A类")[0].lines


def test_the_last_word_may_be_the_beginning_of_a_longer_one_and_no_other(tmp_path: Path) -> None:
    search = searched(tmp_path, "they signed it", "a signature", "resign", "sig")
    assert {hit.id for hit in search.find("sign")} == {"d00000000000", "d00000000001"}
    assert [hit.id for hit in search.find("sig")] == ["d00000000003"]
    assert not search.find("sign it")


@pytest.mark.parametrize("query", ["", "  ", "。，！", '""', "🙂", "\u200b", "*", "-"])
def test_a_query_without_letters_finds_nothing_and_breaks_nothing(tmp_path: Path, query: str) -> None:
    assert searched(tmp_path, "价格*-").find(query) == []


@pytest.mark.parametrize(
    "query",
    [
        '" OR 1',
        "a AND",
        "NEAR(价 格)",
        "words:价",
        "价格*",
        "^价",
        "¶1",
        "'; drop table said; --",
        "%s {0}",
        "[/]",
        "价" * 5000,
    ],
)
def test_hostile_queries_are_only_words(tmp_path: Path, query: str) -> None:
    search = searched(tmp_path, "价格")
    search.find(query)
    search.customers(query)
    assert len(search.find("价格")) == 1


def test_marks_stand_on_what_was_said() -> None:
    text = "预算没批，Budget 没有，budgets 也没有"
    assert [text[a:b] for a, b in match_spans("预算 budget", text)] == ["预算", "Budget", "budget"]


def test_a_talk_that_goes_on_is_found_by_old_words_and_new_together(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "coach.db")
    talk(journal, "d00000000001", "价格太高", done=False)
    index = Index(tmp_path / "coach.db")
    search = Search(index)
    assert index.catch_up() == 3
    journal.append("li", "d00000000001", 3, [e.RepSaid(text="预算没批")], NOW + timedelta(minutes=1))
    assert index.behind() == 1
    assert index.catch_up() == 1
    assert len(search.find("价格 预算")) == len(search.find("价格")) == 1
    assert search.count("价格") == 1


def test_customers_are_found_in_writing_by_pinyin_by_initials_and_by_every_reading(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "coach.db")
    for n, name in enumerate(("宏达机械", "重庆长安", "单氏食品", "Norford Cold Store", "绿源", "行远物流")):
        talk(journal, f"d{n:011d}", "好", customer=name)
    index = Index(tmp_path / "coach.db")
    index.catch_up()
    find = Search(index).customers
    for typed in ("宏达", "hongda", "hong da", "hdjx", "HongDaJi", "jixie"):
        assert find(typed) == ["宏达机械"], typed
    assert find("chongqing") == find("zhongqing") == find("cqca") == find("changan") == ["重庆长安"]
    assert find("shanshi") == find("danshi") == ["单氏食品"]
    assert find("lvyuan") == find("luyuan") == ["绿源"]
    assert find("hangyuan") == find("xingyuan") == ["行远物流"]
    assert find("norf") == find("cold") == ["Norford Cold Store"]
    assert find("达宏") == []


def test_a_person_met_is_found_in_writing_and_by_pinyin_with_the_debriefs_he_was_met_in(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "coach.db")
    talk(journal, "d00000000001", "好", customer="宏达机械", contact="采购部李经理")
    talk(journal, "d00000000002", "ok", customer="Norford", contact="Dana Whitfield")
    index = Index(tmp_path / "coach.db")
    index.catch_up()
    for typed, name, debrief in (
        ("李经理", "采购部李经理", "d00000000001"),
        ("lijingli", "采购部李经理", "d00000000001"),
        ("whit", "Dana Whitfield", "d00000000002"),
    ):
        found = Search(index).customers(typed)
        assert found == [name]
        assert [row.id for row in Inbox(index, "2026-11-23").page(InboxFilter(customers=tuple(found)))] == [debrief]


def test_an_index_computed_anew_is_the_one_that_grew(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "coach.db")
    index = Index(tmp_path / "coach.db")
    for n in range(5):
        talk(journal, f"d{n:011d}", f"价格{n}", done=n % 2 == 0)
        index.catch_up()
    tables = (
        "select * from cases order by no",
        "select no, last from pieces order by no",
        "select name from names order by 1",
    )
    grown = [index.db.execute(table).fetchall() for table in tables]
    index.rebuild()
    assert [index.db.execute(table).fetchall() for table in tables] == grown


def test_words_that_were_erased_are_gone_from_the_index_too(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "coach.db")
    talk(journal, "d00000000001", "秘密的价格", "预算")
    index = Index(tmp_path / "coach.db")
    index.catch_up()
    journal.erase("li", "d00000000001", [3], NOW)
    index.catch_up()
    assert not Search(index).find("秘密")
    assert Search(index).find("预算")
    index.close()
    assert "秘".encode() not in (tmp_path / "coach-index.db").read_bytes()


@pytest.mark.parametrize("harm", [b"", b"no database", None])
def test_a_damaged_index_is_made_anew(tmp_path: Path, harm: bytes | None) -> None:
    path = store(tmp_path)
    index = Index(path)
    index.catch_up()
    index.close()
    raw = index.path.read_bytes()
    index.path.write_bytes(raw[: len(raw) // 2] if harm is None else harm)
    again = Index(path)
    with suppress(JournalError):
        Search(again).find("预算", limit=10_000)
    again.catch_up()
    assert Search(again).count("预算") > 0


def test_an_index_of_another_store_is_made_anew(tmp_path: Path) -> None:
    searched(tmp_path / "one", "甲方")
    two = searched(tmp_path / "two", "乙方", "丙方")
    two._index.close()
    (tmp_path / "one" / "coach-index.db").write_bytes((tmp_path / "two" / "coach-index.db").read_bytes())
    index = Index(tmp_path / "one" / "coach.db")
    index.catch_up()
    assert not Search(index).find("乙方")
    assert Search(index).find("甲方")


def test_a_query_is_read_the_way_a_text_is() -> None:
    assert query_terms("“价格太高” A类") == (("价", "格", "太", "高"), ("a", "类"))
    assert normalize("Ａ\u3000B\n c") == "a b c"


def test_a_sound_index_has_no_faults_and_a_lagging_one_says_so(tmp_path: Path) -> None:
    path = store(tmp_path, 60)
    index = Index(path)
    index.catch_up()
    assert index.faults() == []
    journal = SqliteJournal(path)
    talk(journal, "d00000000001", "价格")
    assert index.faults() == ["behind", "cases_differ"]
    index.catch_up()
    assert index.faults() == []
    index.db.execute("update cases set verdict_class = 'A', outcome = 'lost'")
    assert index.faults() == ["cases_differ"]
    index.rebuild()
    assert index.faults() == []
