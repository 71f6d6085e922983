import json
from datetime import UTC, date, datetime

import pytest

from coach.domain import debrief_events as e
from coach.domain.event import decode
from coach.domain.history import fold

NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)


def at(version: int, event: e.Event) -> e.Recorded:
    return e.Recorded("d1", version, NOW, event)


OPENED = at(1, e.DebriefOpened.model_validate({"rep": "li", "language": "en", "today": "2026-11-23", "zone": "CST"}))
NAMED = at(2, e.CustomerNamed(customer="Acme"))
BACK = at(3, e.WentBack(to=2))


def test_an_event_of_an_earlier_program_is_read_with_what_it_told_and_nothing_reads() -> None:
    assert fold("d1", [OPENED]).day == date(2026, 11, 23)


@pytest.mark.parametrize("kind", ["fact_heard", "fact_corrected"])
def test_an_event_that_counts_fewer_approvals_than_none_is_no_event(kind: str) -> None:
    told = {"fact": "authority", "value": "second", "quote": "his boss signs"}
    assert decode(kind, json.dumps({**told, "approvals": 0}))
    with pytest.raises(ValueError, match="approvals"):
        decode(kind, json.dumps({**told, "approvals": -1}))


def test_a_history_may_be_folded_in_two_pieces() -> None:
    begun = fold("d1", [OPENED])
    assert fold("d1", [NAMED], begun) == fold("d1", [OPENED, NAMED])
    assert begun.customer == ""


def test_taking_back_needs_the_whole_history_and_says_so() -> None:
    assert fold("d1", [OPENED, NAMED, BACK]).customer == ""
    with pytest.raises(ValueError, match="d1: an answer is taken back in version 3"):
        fold("d1", [BACK], fold("d1", [OPENED, NAMED]))


def test_an_answer_taken_back_again_and_again_costs_no_more_each_time() -> None:
    events: list[e.Event] = [OPENED.event]
    for turn in range(40):
        events += [e.RepSaid(text=f"{turn}"), e.CustomerNamed(customer=f"customer {turn}"), e.WentBack(to=2 + 3 * turn)]
    debrief = fold("d1", [at(version, event) for version, event in enumerate(events, 1)])
    assert (debrief.customer, debrief.turns, len(debrief.transcript)) == ("", 40, 40)


def test_taking_back_may_reach_behind_an_answer_that_was_taken_back_already() -> None:
    events = [
        OPENED.event,
        e.RepSaid(text="Acme"),
        e.CustomerNamed(customer="Acme"),
        e.RepSaid(text="Ann"),
        e.CustomerNamed(contact="Ann"),
        e.WentBack(to=4),
        e.CustomerNamed(contact="Bob"),
        e.WentBack(to=2),
        e.CustomerNamed(contact="Cid"),
    ]
    debrief = fold("d1", [at(version, event) for version, event in enumerate(events, 1)])
    assert (debrief.customer, debrief.contact, debrief.version, debrief.turns) == ("", "Cid", 9, 2)
