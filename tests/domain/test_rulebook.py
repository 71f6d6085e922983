"""The rules R1-R9, over every combination of facts and as laws."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.facts import Answer
from coach.domain.rulebook import TERM_DAYS, CustomerFacts, Ruling, classify, deadline, expiry, no_longer_a

APPROVALS = (None, 0, 1, 2)
ANSWERS: tuple[Answer | None, ...] = (None, "yes", "no", "unsure")
EVERY = [CustomerFacts(*combination) for combination in product(APPROVALS, ANSWERS, ANSWERS, ANSWERS)]
SOONEST = {"A": 0, "B": 1, "C": 2, None: 3, "D": 4}

standings = st.builds(
    CustomerFacts,
    st.none() | st.integers(0, 9),
    st.sampled_from(ANSWERS),
    st.sampled_from(ANSWERS),
    st.sampled_from(ANSWERS),
)


def by_hand(s: CustomerFacts) -> tuple[str | None, set[str]]:
    """The table of the doctrine, written out once more, independently."""
    if "no" in (s.need, s.power, s.value):
        return "D", set()
    missing = {name for name, value in zip(("need", "power", "value"), s[1:], strict=True) if value != "yes"}
    if s.approvals is None:
        return None, {"authority"} | missing
    if s.approvals == 0:
        missing -= {"value"}
        return ("A", set()) if not missing else (None, missing)
    if s.approvals == 1:
        return ("B", set()) if not missing else (None, missing)
    missing &= {"value"}
    return ("C", set()) if not missing else (None, missing)


@pytest.mark.parametrize("standing", EVERY, ids=str)
def test_every_combination_gives_what_the_table_says(standing: CustomerFacts) -> None:
    ruling = classify(standing)
    assert (ruling.customer_class, set(ruling.unknown)) == by_hand(standing)
    assert ruling.term_days == (TERM_DAYS[ruling.customer_class] if ruling.customer_class else None)


@given(standings)
def test_one_d_sign_is_enough_whoever_was_met_r5(standing: CustomerFacts) -> None:
    for fact in ("need", "power", "value"):
        assert classify(standing._replace(**{fact: "no"})).customer_class == "D"  # type: ignore[arg-type]


@given(standings)
def test_an_unknown_deciding_fact_never_gives_a_class_r9(standing: CustomerFacts) -> None:
    ruling = classify(standing)
    assert (ruling.customer_class is None) == bool(ruling.unknown)
    assert ("R9" in ruling.rules) == (ruling.customer_class is None)


@given(standings, st.sampled_from(["need", "power", "value"]))
def test_another_yes_never_makes_a_signature_later(standing: CustomerFacts, fact: str) -> None:
    better = standing._replace(**{fact: "yes"})  # type: ignore[arg-type]
    assert SOONEST[classify(better).customer_class] <= SOONEST[classify(standing).customer_class]


@given(standings)
def test_a_guess_counts_as_unknown_r9(standing: CustomerFacts) -> None:
    silent = CustomerFacts(standing.approvals, *(None if value == "unsure" else value for value in standing[1:]))
    assert classify(standing) == classify(silent)


@given(standings.filter(lambda s: s.approvals is not None and "no" not in s[1:]))
def test_approvals_alone_decide_between_b_and_c_r7(standing: CustomerFacts) -> None:
    full = CustomerFacts(standing.approvals, "yes", "yes", "yes")
    expected = {0: "A", 1: "B"}.get(standing.approvals or 0, "C")
    assert classify(full).customer_class == expected
    assert classify(standing).pending == expected


def test_an_a_needs_value_only_not_refused_and_a_c_need_and_power_only_not_refused() -> None:
    assert classify(CustomerFacts(0, "yes", "yes", None)).customer_class == "A"
    assert classify(CustomerFacts(2, None, "unsure", "yes")).customer_class == "C"


@pytest.mark.parametrize(("customer_class", "days"), [("A", 10), ("B", 20), ("C", 30)])
def test_the_term_runs_from_the_visit_r1_r2_r3(customer_class: str, days: int) -> None:
    visit = date(2026, 11, 23)
    ruling = Ruling(customer_class, (), (), days, customer_class)  # type: ignore[arg-type]
    assert deadline(visit, ruling) == visit + timedelta(days=days)


def test_a_d_has_no_deadline_and_an_open_case_that_of_the_class_it_would_become() -> None:
    visit = date(2026, 11, 23)
    assert deadline(visit, classify(CustomerFacts(0, "no", "yes", "yes"))) is None
    assert deadline(visit, classify(CustomerFacts(1, "yes", "unsure", "yes"))) == date(2026, 12, 13)
    assert deadline(visit, classify(CustomerFacts(None, "yes", "yes", "yes"))) is None


def test_an_overdue_a_is_a_b_or_a_d_and_never_an_a_r8() -> None:
    over = expiry("A", date(2026, 12, 3), date(2026, 12, 4))
    assert (over.overdue, over.days_over, over.options) == (True, 1, ("B", "D"))


@pytest.mark.parametrize("customer_class", ["B", "C"])
def test_b_and_c_that_run_out_are_judged_again_r8(customer_class: str) -> None:
    assert expiry(customer_class, date(2026, 12, 3), date(2027, 1, 1)).options  # type: ignore[arg-type]


def test_nothing_expires_on_its_last_day() -> None:
    assert not expiry("A", date(2026, 12, 3), date(2026, 12, 3)).overdue


@pytest.mark.parametrize(
    ("standing", "word"),
    [((-1,), "approvals"), ((0, "maybe"), "need"), ((0, "yes", "YES"), "power")],
)
def test_what_is_no_fact_is_refused_by_name(standing: tuple[Any, ...], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        classify(CustomerFacts(*standing))


@pytest.mark.parametrize("standing", EVERY)
def test_an_a_that_ran_out_is_a_b_and_nothing_else_changes_r8(standing: CustomerFacts) -> None:
    before, after = classify(standing), no_longer_a(classify(standing))
    assert "A" not in (after.customer_class, after.pending)
    if before.pending == "A":
        assert after.unknown == before.unknown
        assert after.customer_class == ("B" if before.customer_class else None)
    else:
        assert after == before
