from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.conduct.reviewing import Reviewing
from coach.conduct.searching import Searching
from coach.domain import debrief_events as e
from coach.domain import review_events as r
from coach.domain.ids import review_stream
from coach.domain.inbox import REASONS_TO_READ, SORTS, InboxFilter, InboxRow
from coach.domain.review import Request
from coach.domain.summary import Query
from coach.journal.inbox import SCAN_AHEAD
from coach.journal.index import Index
from coach.journal.sqlite import SqliteJournal
from coach.ports import RefusedError
from tests.made_up import NOW, TODAY, Day, store


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SqliteJournal]:
    opened = SqliteJournal(store(tmp_path))
    yield opened
    opened.close()


@pytest.fixture
def manager(journal: SqliteJournal) -> Iterator[Reviewing]:
    index = Index(journal.path)
    reviewing = Reviewing(journal, index, Day(), "周经理")
    reviewing.catch_up()
    yield reviewing
    index.close()


def test_what_most_needs_reading_comes_first(manager: Reviewing, journal: SqliteJournal) -> None:
    rows = manager.inbox.page(InboxFilter(), limit=1000)
    settled = [row.signed == 1 or row.outcome in ("signed", "lost") for row in rows]
    assert settled == sorted(settled), "what is signed or lost can wait"
    for wanted in (True, False):
        part = [row for row, one in zip(rows, settled, strict=True) if one is wanted]
        weights = [[name in row.reasons for name in REASONS_TO_READ] for row in part]
        assert weights == sorted(weights, reverse=True)
        assert len(part) > len(REASONS_TO_READ)
    assert len(rows) == manager.inbox.count(InboxFilter()) == journal.count(Query(state="recorded"))
    overdue = {row.id for row in rows if "overdue" in row.reasons}
    ran_out = Query(customer_class="A", undecided=True, deadline_before=TODAY)
    assert overdue == {row.id for row in journal.summaries(ran_out, limit=-1)}


def test_pages_follow_each_other_without_gap_or_double_in_every_order(manager: Reviewing) -> None:
    for sort in SORTS:
        whole = [row.id for row in manager.inbox.page(InboxFilter(), sort, 1000)]
        paged = [row.id for at in range(0, len(whole), 37) for row in manager.inbox.page(InboxFilter(), sort, 37, at)]
        assert paged == whole


def test_every_filter_gives_what_the_rows_themselves_say(manager: Reviewing) -> None:
    everything = manager.inbox.page(InboxFilter(), limit=1000)
    owner, customer = everything[5].owner, everything[7].customer
    checks: dict[InboxFilter, Callable[[InboxRow], object]] = {
        InboxFilter(owner=owner): lambda row: row.owner == owner,
        InboxFilter(classes=("A", "-")): lambda row: row.verdict_class in ("A", None),
        InboxFilter(since="2026-10-01", until="2026-10-31"): lambda row: row.visit_date[:7] == "2026-10",
        InboxFilter(unread=True): lambda row: row.unread,
        InboxFilter(customer=customer[1:]): lambda row: customer[1:].lower() in row.customer.lower(),
        InboxFilter(outcome="lost"): lambda row: row.outcome == "lost",
        InboxFilter(outcome="open"): lambda row: not row.signed and row.outcome in (None, "open"),
        InboxFilter(reasons=("differs", "gave_in")): lambda row: bool({"differs", "gave_in"} & set(row.reasons)),
        InboxFilter(classes=("A", "B"), reasons=("overdue", "disputed")): lambda row: (
            row.verdict_class in ("A", "B") and bool({"overdue", "disputed"} & set(row.reasons))
        ),
    }
    for wanted, fits in checks.items():
        expected = [row.id for row in everything if fits(row)]
        assert [row.id for row in manager.inbox.page(wanted, limit=1000)] == expected, wanted
        assert manager.inbox.count(wanted) == len(expected) > 0


def test_a_customer_is_filtered_by_how_it_sounds(manager: Reviewing) -> None:
    named = next(
        row
        for row in manager.inbox.page(InboxFilter(), limit=1000)
        if row.customer.startswith("恒达") or row.customer.startswith("华")
    )
    from coach.journal.index_sounds import sounds

    typed = min(
        (word for word in sounds(named.customer).split() if word.isascii()), key=lambda word: (-len(word), word)
    )
    assert named.id in {row.id for row in manager.inbox.page(manager.by_name(InboxFilter(customer=typed)), limit=1000)}


def test_the_day_decides_what_is_overdue(manager: Reviewing) -> None:
    def overdue(day: date) -> set[str]:
        return {row.id for row in manager._index.inbox(day).page(InboxFilter(reasons=("overdue",)), limit=1000)}

    assert overdue(date(2020, 1, 1)) == set() < overdue(TODAY) < overdue(date(2030, 1, 1))
    assert overdue(date(2020, 1, 1)) == set()


def test_next_and_previous_unread_leap_over_what_was_read(manager: Reviewing) -> None:
    rows = manager.inbox.page(InboxFilter(), limit=1000)
    unread = [n for n, row in enumerate(rows) if row.unread]
    assert manager.inbox.unread_from(InboxFilter(), "reasons", unread[3]) == unread[4]
    assert manager.inbox.unread_from(InboxFilter(), "reasons", unread[4], -1) == unread[3]
    assert manager.inbox.unread_from(InboxFilter(), "reasons", unread[-1]) is None
    assert manager.inbox.unread_from(InboxFilter(), "reasons", unread[0], -1) is None


def test_the_next_unread_is_found_however_far_away_it_is(manager: Reviewing) -> None:
    rows = manager.inbox.page(InboxFilter(), limit=1000)
    unread = [n for n, row in enumerate(rows) if row.unread]
    for n in unread[1:-1]:
        manager.mark_read(rows[n].id)
    left = [n for n, row in enumerate(manager.inbox.page(InboxFilter(), limit=1000)) if row.unread]
    far, near = max(zip(left[1:], left, strict=False), key=lambda pair: pair[0] - pair[1])
    assert far - near > SCAN_AHEAD
    assert manager.inbox.unread_from(InboxFilter(), "reasons", near) == far
    assert manager.inbox.unread_from(InboxFilter(), "reasons", far, -1) == near
    assert manager.inbox.unread_from(InboxFilter(unread=True), "latest", 0) == 1


def test_reading_a_debrief_takes_it_off_the_unread_and_an_answer_puts_it_back(
    manager: Reviewing, journal: SqliteJournal
) -> None:
    row = manager.inbox.page(InboxFilter(unread=True), limit=1)[0]
    manager.ask(row.id, "预算谁批？")
    manager.mark_read(row.id)
    before = journal.said_about(row.id)
    assert [len(words) for author, words in before if author == "周经理"][-1] == 2
    manager.mark_read(row.id)
    assert journal.said_about(row.id) == before
    asked = manager.inbox.get(row.id)
    assert asked is not None
    assert (asked.unread, asked.requests) == (False, 1)
    rep = Reviewing(journal, manager._index, _Later(), row.owner)
    assert [(one.debrief.id, one.request.text) for one in rep.asked_of([row.owner]) if one.debrief.id == row.id] == [
        (row.id, "预算谁批？")
    ]
    (request,) = rep.review(row.id).open_requests
    rep.answer(row.id, "采购批", request)
    answered = manager.inbox.get(row.id)
    assert answered is not None
    assert (answered.unread, answered.requests, answered.answers) == (True, 0, 1)


def test_an_answer_goes_to_the_request_it_was_written_for_and_to_no_other(
    manager: Reviewing, journal: SqliteJournal
) -> None:
    row = manager.inbox.page(InboxFilter(), limit=1)[0]
    rep = Reviewing(journal, manager._index, _Later(), row.owner)
    rep.ask(row.id, "a note of my own")
    manager.ask(row.id, "who signs?")
    manager.ask(row.id, "who pays?")
    first = next(one.request for one in rep.asked_of([row.owner]) if one.request.text == "who signs?")
    rep.answer(row.id, "she does", first)
    assert [(one.text, one.answer) for one in rep.review(row.id).requests][-3:] == [
        ("who signs?", "she does"),
        ("who pays?", ""),
        ("a note of my own", ""),
    ]
    with pytest.raises(RefusedError, match="answered"):
        rep.answer(row.id, "she does, as I said", first)


class _Later(Day):
    def now(self):  # type: ignore[no-untyped-def]
        return NOW.replace(hour=20)


def test_an_overruling_keeps_the_old_value_to_be_seen(manager: Reviewing) -> None:
    row = next(row for row in manager.inbox.page(InboxFilter(classes=("B",))) if not row.overruled)
    manager.overrule(row.id, "D", "没钱")
    review = manager.overrule(row.id, "C", "又批了")
    assert [(one.before, one.after) for one in review.overrulings] == [("B", "D"), ("D", "C")]
    debrief, listed = manager.debrief(row.id), manager.inbox.get(row.id)
    assert debrief.verdict is not None
    assert debrief.verdict.customer_class == "B"
    assert listed is not None
    assert (listed.verdict_class, listed.overruled) == ("B", "C")


def test_what_ran_out_is_overruled_to_no_a_again_r8(manager: Reviewing) -> None:
    row = manager.inbox.page(InboxFilter(reasons=("overdue",)), limit=1)[0]
    with pytest.raises(RefusedError, match="run_out"):
        manager.overrule(row.id, "A", "he will sign")
    assert manager.overrule(row.id, "B", "his boss has to agree").overruled == "B"


def test_what_cannot_be_is_refused_by_name(manager: Reviewing) -> None:
    name = manager.inbox.page(InboxFilter(), limit=1)[0].id
    deeds: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: manager.comment(name, " \u200b"), "text"),
        (lambda: manager.comment(name, "x", 999), "line"),
        (lambda: manager.comment(name, "x", 0), "line"),
        (lambda: manager.overrule(name, "E", "x"), "class"),
        (lambda: manager.overrule(name, "D", ""), "reason"),
        (lambda: manager.answer(name, "x", Request("周经理", "", 99, "?", NOW)), "answered"),
    )
    for deed, code in deeds:
        with pytest.raises(RefusedError, match=f"^{code}"):
            deed()
    with pytest.raises(RefusedError, match="unknown_debrief"):
        manager.comment("nobody", "x")


def test_a_remark_in_another_authors_name_does_not_count(manager: Reviewing, journal: SqliteJournal) -> None:
    name = manager.inbox.page(InboxFilter(), limit=1)[0].id
    journal.append("thief", review_stream(name), 0, [r.Overruled(customer_class="A", reason="x", by="周经理")], NOW)
    assert "x" not in [one.reason for one in manager.review(name).overrulings]


def test_filters_are_kept_under_their_names(manager: Reviewing) -> None:
    wanted = InboxFilter(owner="li", classes=("A", "B"), unread=True, since="2026-01-01")
    manager.save_filter("我的A", wanted)
    manager.save_filter("other", InboxFilter())
    assert manager.saved_filters() == {"我的A": wanted, "other": InboxFilter()}
    manager.save_filter("other", None)
    assert list(manager.saved_filters()) == ["我的A"]


def test_a_debrief_judged_anew_leaves_the_old_one_no_longer_overdue(manager: Reviewing, journal: SqliteJournal) -> None:
    from coach.domain.history import fold
    from coach.domain.summarise import summarise

    old = manager.inbox.page(InboxFilter(reasons=("overdue",)), limit=1)[0]
    events = [e.DebriefOpened(rep=old.owner, language="zh", today=TODAY, again=old.id), e.DebriefRecorded()]
    history = [e.Recorded("new000000001", n, NOW, event) for n, event in enumerate(events, 1)]
    journal.append(old.owner, "new000000001", 0, events, NOW, summarise(fold("new000000001", history)))
    manager.catch_up()
    now = manager.inbox.get(old.id)
    assert now is not None
    assert "overdue" not in now.reasons


class Aging(Day):
    """A clock whose day is set by hand."""

    day = TODAY

    def today(self) -> date:
        return self.day


def test_a_debrief_found_is_overdue_when_the_inbox_says_so_however_long_the_window_stands_open(
    manager: Reviewing,
) -> None:
    clock = Aging()
    reviewing, searching = (
        Reviewing(manager._journal, manager._index, clock, "周经理"),
        Searching(manager._index, clock),
    )
    row = next(row for row in reviewing.inbox.page(InboxFilter(classes=("A",)), limit=1000) if not row.reasons and row.customer and row.outcome is None and not row.signed)  # fmt: skip
    searching.find(row.customer)
    clock.day = TODAY + timedelta(days=60)
    found = next(one for one in searching.find(row.customer).debriefs if one.id == row.id)
    assert found.reasons == ("overdue",)
    assert reviewing.inbox.get(row.id) == found
