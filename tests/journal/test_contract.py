"""What every journal does, whatever it keeps its events in."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.domain import debrief_events as e
from coach.domain.history import fold
from coach.domain.practice_events import LineTried
from coach.domain.review_events import Commented
from coach.domain.summarise import summarise
from coach.domain.summary import Query, Summary
from coach.journal import codec
from coach.ports import ERASED, ConflictError, Journal, JournalError, SealedEvent

from .conftest import NOW, asked, opened, said

Window = Callable[[], Journal]


def write_debrief(journal: Journal, stream: str, owner: str = "li", at: datetime = NOW, **changes: object) -> Summary:
    events = [opened(owner), said(), asked()]
    row = summarise(fold(stream, [e.Recorded(stream, n, at, event) for n, event in enumerate(events, 1)]))
    row = row._replace(**changes)  # type: ignore[arg-type]
    journal.append(owner, stream, 0, events, at, row)
    return row


def test_what_was_appended_reads_back_in_order(journal: Journal) -> None:
    first = journal.append("li", "d1", 0, [opened(), said()], NOW)
    second = journal.append("li", "d1", 2, [asked()], NOW + timedelta(seconds=1))
    assert journal.read("d1") == first + second
    assert [one.version for one in journal.read("d1")] == [1, 2, 3]
    assert journal.read("d1", 2) == second


def test_the_products_given_are_known_each_once(journal: Journal) -> None:
    for n, product in enumerate(["Pump", "", "Chiller", "Pump"]):
        write_debrief(journal, f"d{n}", product=product)
    assert journal.products() == ["Chiller", "Pump"]
    assert [row.id for row in journal.summaries(Query(product="Pump"))] == ["d3", "d0"]


def test_an_unknown_stream_is_empty(journal: Journal) -> None:
    assert journal.read("nobody") == []
    assert journal.owner_of("nobody") is None
    assert journal.sealed("li", "nobody") == []


def test_times_come_back_to_the_microsecond_in_utc(journal: Journal) -> None:
    there = NOW.astimezone(timezone(timedelta(hours=8)))
    recorded = journal.append("li", "d1", 0, [said()], there)
    assert recorded[0].at == NOW
    assert recorded[0].at.tzinfo == UTC
    assert journal.read("d1") == recorded


def test_a_time_without_a_zone_is_refused(journal: Journal) -> None:
    with pytest.raises(ValueError, match="zone"):
        journal.append("li", "d1", 0, [said()], NOW.replace(tzinfo=None))
    assert journal.read("d1") == []


@pytest.mark.parametrize("after", [0, 1, 3])
def test_an_append_at_another_version_conflicts_and_writes_nothing(journal: Journal, after: int) -> None:
    journal.append("li", "d1", 0, [opened(), said()], NOW)
    with pytest.raises(ConflictError) as conflict:
        journal.append("li", "d1", after, [asked()], NOW)
    assert conflict.value.details == {"stream": "d1", "expected": after, "found": 2}
    assert len(journal.read("d1")) == 2


def test_an_unknown_stream_conflicts_with_any_version_but_none(journal: Journal) -> None:
    with pytest.raises(ConflictError):
        journal.append("li", "d1", 4, [said()], NOW)
    assert list(journal.streams()) == []


def test_the_second_of_two_windows_that_write_is_told(window: Window) -> None:
    one, other = window(), window()
    one.append("li", "d1", 0, [opened()], NOW)
    with pytest.raises(ConflictError):
        other.append("li", "d1", 0, [opened()], NOW)
    other.append("li", "d1", 1, [said()], NOW)
    assert [r.event.kind for r in one.read("d1")] == ["debrief_opened", "rep_said"]


def test_streams_come_oldest_first_and_by_prefix(journal: Journal) -> None:
    for name in ("b", "practice:1", "a", "review:1", "practice:2"):
        journal.append("li", name, 0, [said()], NOW)
    assert list(journal.streams()) == ["b", "practice:1", "a", "review:1", "practice:2"]
    assert list(journal.streams("practice:")) == ["practice:1", "practice:2"]


def test_streams_are_told_apart_by_what_happened_in_them(journal: Journal) -> None:
    for name in ("review:a", "b", "review:b"):
        journal.append("li", name, 0, [said(), asked()] if "b" in name else [said()], NOW)
    kind = asked().kind
    assert list(journal.streams("review:", kind)) == ["review:b"]
    assert list(journal.streams(kind=kind)) == ["b", "review:b"]
    assert list(journal.streams(kind="nothing_known")) == []


def test_find_knows_debriefs_only_by_beginning_or_end(journal: Journal) -> None:
    for name in ("abc123", "abd9%3", "practice:abc"):
        journal.append("li", name, 0, [said()], NOW)
    assert journal.find("ab") == ["abc123", "abd9%3"]
    assert journal.find("23") == ["abc123"]
    assert journal.find("%") == []
    assert journal.find("practice") == []


def test_two_owners_of_one_name_keep_their_own_events(journal: Journal) -> None:
    journal.append("li", "d1", 0, [said("mine")], NOW)
    journal.append("wu", "d1", 0, [said("his")], NOW)
    assert journal.owner_of("d1") == "li"
    assert journal.read("d1")[0].event == said("mine")
    assert journal.read("d1", owner="wu")[0].event == said("his")
    assert list(journal.streams()) == ["d1"]


def test_the_projection_row_comes_with_its_events(journal: Journal) -> None:
    row = write_debrief(journal, "d1")
    assert journal.summaries() == [row]
    changed = row._replace(customer="宏达", deadline="2026-12-03", verdict_class="A")
    journal.append("li", "d1", 3, [said()], NOW, changed)
    assert journal.summaries() == [changed]


def test_a_conflict_leaves_the_projection_alone(journal: Journal) -> None:
    row = write_debrief(journal, "d1")
    with pytest.raises(ConflictError):
        journal.append("li", "d1", 0, [said()], NOW, row._replace(customer="X"))
    assert journal.summaries() == [row]


def test_rows_are_chosen_ordered_and_paged(journal: Journal) -> None:
    for n in range(5):
        cls = "A" if n % 2 else "B"
        write_debrief(journal, f"d{n}", at=NOW + timedelta(days=n), verdict_class=cls, deadline=f"2026-12-0{n + 1}")
    assert [row.id for row in journal.summaries()] == ["d4", "d3", "d2", "d1", "d0"]
    assert [row.id for row in journal.summaries(limit=2, offset=1)] == ["d3", "d2"]
    assert (journal.count(), journal.count(Query(customer_class="A"))) == (5, 2)


TERM = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(id="d1"), ["d1"]),
        (Query(exclude_id="d1", state="recorded"), ["d2"]),
        (Query(owners=("li", "wu"), customer="宏达"), ["d2", "d0"]),
        (Query(owners=()), []),
        (Query(customer_part="acme"), ["d1"]),
        (Query(customer_class="B"), ["d2"]),
        (Query(classified=True), ["d2", "d1"]),
        (Query(undecided=True), ["d1"]),
        (Query(undecided=True, not_superseded=True), []),
        (Query(again=("d1", "d7")), ["d3", "d2"]),
        (Query(state="open", not_continued_elsewhere=True), ["d0"]),
        (Query(visited_between=(TERM, None)), ["d2"]),
        (Query(visited_between=(None, TERM)), ["d3", "d1", "d0"]),
        (Query(deadline_before=TERM, order="overdue"), ["d1"]),
        (Query(deadline_between=(TERM, TERM), order="deadline"), ["d2"]),
        (Query(in_term_on=TERM), ["d3", "d2", "d0"]),
        (Query(next_step_between=(None, TERM), order="next_step"), ["d2", "d1"]),
        (Query(next_step_between=(None, TERM), order="late_step"), ["d1", "d2"]),
        (Query(next_step_between=(TERM, None)), ["d1"]),
    ],
)
def test_a_query_finds_the_rows_it_describes(journal: Journal, query: Query, found: list[str]) -> None:
    day: dict[str, Any] = {"visit_date": "2026-12-01"}
    write_debrief(journal, "d0", customer="宏达", **day)
    write_debrief(
        journal, "d1", at=NOW + timedelta(1), state="recorded", customer="Acme Ltd", verdict_class="A",
        deadline="2026-12-02", next_date="2026-12-03", **day,
    )  # fmt: skip
    again = write_debrief(
        journal, "d2", at=NOW + timedelta(2), state="recorded", customer="宏达", verdict_class="B", signed=1, again="d1",
        visit_date="2026-12-05", deadline="2026-12-03", next_date="2026-12-01",
    )  # fmt: skip
    write_debrief(journal, "d3", at=NOW + timedelta(3), customer="X", again="d1", **{**day, "opened": again.opened})
    assert [row.id for row in journal.summaries(query)] == found
    assert journal.count(query) == len(found)


def test_a_draft_is_kept_until_it_was_said(journal: Journal) -> None:
    journal.save_draft("d1", "他说要跟老板")
    journal.save_draft("d2", "else")
    assert journal.draft("d1") == "他说要跟老板"
    journal.append("li", "d1", 0, [opened()], NOW)
    assert journal.draft("d1") == "他说要跟老板"
    journal.append("li", "d1", 1, [said()], NOW)
    assert journal.draft("d1") == ""
    assert journal.draft("d2") == "else"


def test_a_draft_of_a_rehearsal_goes_with_the_line_it_became(journal: Journal) -> None:
    journal.save_draft("practice:1", "what matters most")
    journal.append("li", "practice:1", 0, [LineTried(text="what matters most to you?")], NOW)
    assert journal.draft("practice:1") == ""


def test_an_emptied_draft_is_forgotten(journal: Journal) -> None:
    journal.save_draft("d1", "one")
    journal.save_draft("d1", "two")
    assert journal.draft("d1") == "two"
    journal.save_draft("d1", "")
    assert journal.draft("d1") == ""


def test_notes_are_kept_changed_and_forgotten(journal: Journal) -> None:
    assert journal.get_note("filter:mine") is None
    journal.set_note("filter:mine", "[]")
    journal.set_note("filter:mine", '["逾期"]')
    assert journal.get_note("filter:mine") == '["逾期"]'
    journal.set_note("filter:mine", None)
    assert journal.get_note("filter:mine") is None


def test_a_held_stream_is_held_by_one_window(window: Window) -> None:
    one, other = window(), window()
    assert one.hold("d1")
    assert one.hold("d1")
    assert not other.hold("d1")
    assert other.hold("practice:1")
    one.release("d1")
    assert other.hold("d1")
    other.close()
    assert one.hold("d1")
    one.release("never held")


def test_closing_twice_is_safe(journal: Journal) -> None:
    journal.close()
    journal.close()


def test_rebuilding_gives_the_rows_the_events_have(journal: Journal) -> None:
    row = write_debrief(journal, "d1")
    journal.append("li", "d1", 3, [e.CustomerNamed(customer="宏达")], NOW)
    journal.append("li", "practice:1", 0, [said()], NOW)
    assert journal.rebuild() == 1
    assert journal.summaries() == [row._replace(customer="宏达")]


def test_an_erased_body_is_gone_and_the_chain_still_holds(journal: Journal) -> None:
    journal.append("li", "d1", 0, [opened(), e.NextLineKept(text="SECRET"), said("SECRET too")], NOW)
    journal.rebuild()
    assert journal.summaries()[0].next_line == "SECRET"
    assert journal.erase("li", "d1", [2, 3], NOW, "asked for") == 2
    assert [r.event.kind for r in journal.read("d1")] == ["debrief_opened", ERASED, ERASED]
    assert codec.first_broken("li", "d1", journal.sealed("li", "d1")) is None
    assert journal.summaries()[0].next_line == ""
    assert journal.erase("li", "d1", [2], NOW) == 0
    journal.append("li", "d1", 3, [said()], NOW)
    assert fold("d1", journal.read("d1")).version == 4


def test_a_debrief_that_was_erased_whole_is_in_no_list(journal: Journal) -> None:
    write_debrief(journal, "d1", customer="SECRET")
    write_debrief(journal, "d2")
    journal.append("boss", "review:d1", 0, [Commented(by="boss", text="SECRET")], NOW)
    assert journal.erase("li", "d1", [1, 2, 3], NOW, "asked for") == 3
    assert [row.id for row in journal.summaries()] == ["d2"]
    assert journal.rebuild() == 1
    assert [row.id for row in journal.summaries()] == ["d2"]
    assert codec.first_broken("li", "d1", journal.sealed("li", "d1")) is None


def another_store(*events: e.Event) -> list[SealedEvent]:
    return list(codec.seal("wu", "d9", 0, codec.GENESIS, ((event, codec.to_micros(NOW)) for event in events)))


def test_a_stream_of_another_store_is_taken_over_once(journal: Journal) -> None:
    rows = another_store(opened("wu"), said(), e.CustomerNamed(customer="宏达"))
    assert journal.import_events("wu", "d9", rows[:2]) == 2
    assert journal.import_events("wu", "d9", rows) == 1
    assert journal.import_events("wu", "d9", rows) == 0
    assert journal.import_events("wu", "d9", rows[:1]) == 0
    assert journal.sealed("wu", "d9") == rows
    assert [row.customer for row in journal.summaries()] == ["宏达"]
    journal.append("wu", "d9", 3, [said()], NOW)
    assert codec.first_broken("wu", "d9", journal.sealed("wu", "d9")) is None


def test_other_content_under_a_known_version_is_called_forged(journal: Journal) -> None:
    journal.import_events("wu", "d9", another_store(opened("wu"), said("A")))
    with pytest.raises(JournalError) as refused:
        journal.import_events("wu", "d9", another_store(opened("wu"), said("B"), said("C")))
    assert refused.value.code == "forged"
    assert refused.value.details["version"] == 2
    assert len(journal.read("d9")) == 2


def test_what_is_said_about_a_debrief_is_found_whoever_said_it_in_whatever_hand(journal: Journal) -> None:
    about = [("boss", "review:d1"), ("boss", f"review:d1:{journal.hand}"), ("li", "review:d1:other"), ("li", "d1")]
    for owner, name in (*about, ("boss", "review:d10:other"), ("boss", "review:d1-x"), ("boss", "review:d")):
        journal.append(owner, name, 0, [opened(owner)], NOW)
    found = [(author, words[0].stream) for author, words in journal.said_about("d1")]
    assert sorted(found) == sorted(about[:3])


def test_windows_on_one_store_write_in_one_hand(window: Callable[[], Journal]) -> None:
    assert window().hand == window().hand


def altered(rows: list[SealedEvent], n: int, **changes: object) -> list[SealedEvent]:
    return [row._replace(**changes) if row.version == n else row for row in rows]  # type: ignore[arg-type]


def test_a_stream_that_does_not_verify_is_not_taken(journal: Journal) -> None:
    rows = another_store(opened("wu"), said(), asked())
    for wrong in (
        rows[1:],
        [rows[0], rows[2]],
        altered(rows, 2, body='{"text":"签了"}'),
        altered(rows, 2, at=rows[0].at + 1),
        altered(rows, 2, kind="coach_said"),
        altered(rows, 2, body=None, body_hash=bytes(16)),
        altered(rows, 3, chain=bytes(16)),
    ):
        with pytest.raises(JournalError, match="broken_chain"):
            journal.import_events("wu", "d9", wrong)
    with pytest.raises(JournalError, match="broken_chain"):
        journal.import_events("li", "d9", rows)
    assert list(journal.streams()) == []


def test_an_event_of_a_newer_program_is_not_taken(journal: Journal) -> None:
    rows = another_store(e.Event(kind="from_the_future"))
    with pytest.raises(JournalError, match="unknown_event"):
        journal.import_events("wu", "d9", rows)
    assert list(journal.streams()) == []


def test_an_erased_event_is_handed_over_as_erased(journal: Journal) -> None:
    rows = altered(another_store(opened("wu"), said()), 2, body=None)
    assert journal.import_events("wu", "d9", rows) == 2
    assert journal.read("d9")[1].event.kind == ERASED
    assert journal.sealed("wu", "d9") == rows


EXAMPLES = count()
TEXT_SUFFIX = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
APPENDS = st.lists(
    st.tuples(
        st.sampled_from(["d1", "d2", "practice:1"]),
        st.lists(
            st.builds(e.RepSaid, text=TEXT_SUFFIX)
            | st.builds(e.NextStepPlanned, what=TEXT_SUFFIX, date=st.none() | st.dates())
            | st.builds(e.ClaimMade, confidence=st.none() | st.integers(0, 100)),
            max_size=4,
        ),
        st.datetimes(datetime(1970, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(appends=APPENDS)
def test_any_sequence_of_appends_reads_back_the_same(window: Window, appends: list) -> None:  # type: ignore[type-arg]
    journal, owner = window(), f"rep{next(EXAMPLES)}"
    kept: dict[str, list[e.Recorded]] = {}
    for stream, events, at in appends:
        here = kept.setdefault(stream, [])
        here.extend(journal.append(owner, stream, len(here), events, at))
    fresh = window()
    for stream, recorded in kept.items():
        assert fresh.read(stream, 0, owner) == recorded
        assert codec.first_broken(owner, stream, fresh.sealed(owner, stream)) is None
    fresh.close()
