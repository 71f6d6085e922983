from datetime import date, timedelta
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts.bench_parts.by_hand import counts, counts_from_events

from coach.domain import debrief_events as e
from coach.domain.facts import CLASSES, CustomerClass
from coach.domain.history import fold
from coach.domain.summarise import summarise
from coach.domain.summary import Query, Summary
from coach.domain.tally import LONGEST, ClassCount, CloseCount, ConfidenceCount, Ending, Tally
from coach.journal.opening import connect
from coach.journal.sqlite import SqliteJournal
from coach.journal.tallies import Tallies
from coach.phrases import load
from coach.reports.bars import Bar
from coach.reports.ledger import Ledger, calibration, ledger_of
from coach.reports.ledger_words import percent, plotted
from coach.reports.rates import Rate, rate, wilson
from tests.made_up import NOW, TODAY, store

TERM = {"A": 10, "B": 20, "C": 30}


def test_no_rate_is_shown_below_ten_outcomes() -> None:
    assert rate(9, 9).share is None
    assert rate(9, 10).share == 0.9
    assert calibration([ConfidenceCount("A", 80, Ending.SIGNED_10, 1, 9)]).brier is None
    assert calibration([ConfidenceCount("A", 80, Ending.SIGNED_10, 1, 9)]).bins[8].signed.share is None


def test_wilsons_interval_is_the_published_one() -> None:
    low, high = wilson(15, 50)
    assert isclose(low, 0.1910, abs_tol=5e-5)
    assert isclose(high, 0.4375, abs_tol=5e-5)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_share_and_stays_between_nothing_and_all(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] <= high <= 1


def test_stating_what_happens_scores_nothing_and_a_coin_a_quarter() -> None:
    sure = [ConfidenceCount("A", 100, Ending.SIGNED_10, 1, 10), ConfidenceCount("A", 0, Ending.LOST, 1, 10)]
    assert calibration(sure).brier == 0
    coin = [ConfidenceCount("B", 50, Ending.SIGNED_20, 2, 7), ConfidenceCount("B", 50, Ending.SIGNED_30, 3, 7)]
    assert calibration(coin).brier == 0.25
    assert (calibration(coin).stated, calibration(coin).kept.share) == (50, 0.5)
    assert calibration(coin).brier_of_mean == 0.25


def test_a_d_and_a_term_still_running_do_not_count_as_stated() -> None:
    rows = [
        ConfidenceCount("D", 5, Ending.LOST, 3, 50),
        ConfidenceCount("A", 90, Ending.OPEN, 0, 50),
        ConfidenceCount("B", 90, Ending.OPEN, 1, 50),
    ]
    assert calibration(rows).outcomes == 0
    assert calibration([ConfidenceCount("A", 90, Ending.OPEN, 1, 50)]).outcomes == 50


def judged(*rows: ClassCount) -> Ledger:
    return ledger_of(Tally(rows, (), (), ()))


def test_an_a_that_is_open_past_its_term_is_a_miss_and_one_within_is_none_yet() -> None:
    line = judged(
        ClassCount("A", "A", "A", Ending.OPEN, 1, 5),
        ClassCount("A", "A", "A", Ending.OPEN, 0, 4),
        ClassCount("A", "A", "A", Ending.SIGNED_10, 1, 5),
    ).classes["claimed"][0]
    assert (line.debriefs, line.within, line.open, line.hit.hits, line.hit.of) == (14, 5, 9, 5, 10)


@pytest.mark.parametrize(("name", "ending", "over"), [("A", Ending.SIGNED_10, 0), ("B", Ending.SIGNED_20, 1), ("C", Ending.LOST, 2), ("D", Ending.LOST, 2)])  # fmt: skip
def test_what_is_settled_early_counts_no_sooner_than_what_is_still_open_or_every_rate_would_be_too_high(
    name: CustomerClass, ending: Ending, over: int
) -> None:
    early, late = ClassCount(name, name, name, ending, over, 10), ClassCount(name, name, name, Ending.OPEN, over, 90)
    line = judged(early, late).classes["claimed"][CLASSES.index(name)]
    assert (line.debriefs, line.hit.of) == (100, 0)
    line = judged(early._replace(over=over + 1), late._replace(over=over + 1)).classes["claimed"][CLASSES.index(name)]
    assert line.hit.of == 100


def test_follow_ups_count_once_the_longest_term_is_over_signed_or_not_r18a() -> None:
    rows = [
        CloseCount(True, False, None, False, ending, over, 10)
        for ending in (Ending.SIGNED_10, Ending.LOST, Ending.OPEN)
        for over in range(LONGEST + 1)
    ]
    found = ledger_of(Tally((), (), (), tuple(rows)))
    assert (found.later.hits, found.later.of) == (10, 30)
    assert (found.pushes[0].visits, found.pushes[0].signed.hits, found.pushes[0].signed.of) == (120, 10, 30)


def test_a_d_proves_right_when_it_is_lost_or_stays_unsigned_through_the_longest_term() -> None:
    rows = (
        ClassCount("D", "D", "D", Ending.LOST, 3, 6),
        ClassCount("D", "D", "D", Ending.OPEN, 3, 3),
        ClassCount("D", "D", "D", Ending.SIGNED_LATER, 3, 1),
        ClassCount("D", "D", "D", Ending.OPEN, 2, 9),
    )
    line = judged(*rows).classes["verdict"][3]
    assert (line.hit.hits, line.hit.of, line.later) == (9, 10, 1)


def test_a_d_taken_for_an_a_costs_three_hours_each() -> None:
    found = judged(
        ClassCount("A", "A", "D", Ending.OPEN, 0, 2),
        ClassCount("A", "B", "B", Ending.LOST, 0, 1),
        ClassCount("B", "B", "D", Ending.LOST, 3, 9),
        ClassCount("A", "A", "A", Ending.SIGNED_10, 3, 9),
    )
    assert (found.taken_for_a, found.hours_lost) == (3, 9)


def test_who_was_right_is_who_lay_nearer_to_what_happened() -> None:
    change = judged(
        ClassCount("A", "B", "B", Ending.SIGNED_20, 3, 7),
        ClassCount("A", "D", "C", Ending.SIGNED_10, 3, 4),
        ClassCount("A", "C", "C", Ending.SIGNED_20, 3, 2),
        ClassCount("A", "C", "D", Ending.OPEN, 2, 5),
    ).by_reverse
    assert (change.debriefs, change.changed, change.decided) == (18, 18, 13)
    assert (change.second_right, change.first_right, change.neither) == (7, 4, 2)


def test_asked_and_not_asked_are_told_apart_and_a_signature_on_the_spot_from_one_later() -> None:
    rows = (
        CloseCount(True, False, None, True, Ending.SIGNED_10, 3, 3),
        CloseCount(True, False, None, False, Ending.SIGNED_20, 3, 4),
        CloseCount(False, True, "fear", False, Ending.LOST, 3, 9),
        CloseCount(False, True, "fear", False, Ending.SIGNED_LATER, 3, 1),
    )
    found = ledger_of(Tally((), (), (), rows))
    assert found.pushes[0][1:6] == (7, 3, 4, 0, 0)
    assert found.pushes[1][1:6] == (10, 0, 1, 9, 0)
    assert (found.reasons[1].name, found.reasons[1].visits) == ("fear", 10)
    assert (found.later.hits, found.later.of) == (5, 14)


def test_nothing_at_all_makes_an_empty_ledger() -> None:
    assert ledger_of(Tally((), (), (), ())).debriefs == 0


def signed_after(row: Summary) -> int | None:
    if row.signed:
        return 0
    if row.outcome == "signed" and row.outcome_on:
        return (date.fromisoformat(row.outcome_on) - date.fromisoformat(row.visit_date)).days
    return None


def decided(row: Summary, customer_class: str) -> bool:
    """Whether the class's term is over."""
    return (TODAY - date.fromisoformat(row.visit_date)).days > TERM[customer_class]


def test_the_counts_are_those_of_going_through_every_debrief_by_hand(tmp_path: Path) -> None:
    path = store(tmp_path, 300)
    journal = SqliteJournal(path)
    rows = journal.summaries(Query(state="recorded"), limit=-1)
    found = ledger_of(Tallies(path).tally(TODAY.isoformat()))
    for basis, name in (("claimed", "claimed_class"), ("after", "after_class"), ("verdict", "verdict_class")):
        for line in found.classes[basis][:3]:
            mine = [row for row in rows if getattr(row, name) == line.customer_class]
            within = [
                row for row in mine if (days := signed_after(row)) is not None and days <= TERM[line.customer_class]
            ]
            later = [
                row for row in mine if (days := signed_after(row)) is not None and days > TERM[line.customer_class]
            ]
            lost = [row for row in mine if row.outcome == "lost"]
            assert line[1:6] == (
                len(mine),
                len(within),
                len(later),
                len(lost),
                len(mine) - len(within) - len(later) - len(lost),
            )
            over = [row for row in mine if decided(row, line.customer_class)]
            assert (line.hit.hits, line.hit.of) == (sum(row in over for row in within), len(over))
    errors = []
    for row in rows:
        known = row.claimed_class in TERM and row.claimed_confidence is not None and decided(row, row.claimed_class)
        if known and row.claimed_confidence is not None and row.claimed_class is not None:
            days = signed_after(row)
            errors.append((row.claimed_confidence / 100 - (days is not None and days <= TERM[row.claimed_class])) ** 2)
    assert found.claim.outcomes == len(errors)
    assert found.claim.brier is not None
    assert isclose(found.claim.brier, sum(errors) / len(errors))
    assert sum(group.debriefs for group in found.by_rep) == sum(group.debriefs for group in found.by_month) == len(rows)
    assert sum(group.hours_lost for group in found.by_product) == found.hours_lost
    assert sum(group.a_hit.of for group in found.by_rep) == found.classes["claimed"][0].hit.of
    assert sum(group.later.of for group in found.by_month) == found.later.of
    assert sum(group.outcomes for group in found.by_rep) == found.claim.outcomes
    claimed = [row for row in rows if row.claimed_class and not row.signed]
    above = [row for row in claimed if (row.claimed_class or "") < (row.verdict_class or "D")]
    assert sum(group.too_high.hits for group in found.by_rep) == len(above) > 0
    assert sum(group.too_high.of for group in found.by_month) == len(claimed)
    told = [row for row in rows if not row.signed and row.close_attempted is not None]
    assert sum(group.not_asked.of for group in found.by_rep) == len(told)
    assert sum(group.not_asked.hits for group in found.by_month) == sum(not row.close_attempted for row in told) > 0


def test_the_counts_are_those_of_plain_sql_and_of_the_events_alone(tmp_path: Path) -> None:
    path = store(tmp_path, 300)
    told = Tallies(path).tally(TODAY.isoformat())
    by_hand = counts(connect(path, "ro"), TODAY, groups=True)
    from_events = counts_from_events(connect(path, "ro"), TODAY)
    assert len(told.judged) > 20
    for name in ("judged", "claims", "second", "pushed"):
        assert set(getattr(told, name)) == set(by_hand[name]) == set(from_events[name])
    for name in ("by_rep", "by_product", "by_month"):
        assert sorted(getattr(told, name)) == [pytest.approx(row) for row in by_hand[name]]


def test_a_rep_sees_his_own_and_a_span_of_days_only_its_visits(tmp_path: Path) -> None:
    path = store(tmp_path, 300)
    tallies = Tallies(path)
    whole = ledger_of(tallies.tally(TODAY.isoformat()))
    one = whole.by_rep[0]
    assert ledger_of(tallies.tally(TODAY.isoformat(), owners=[one.key])).debriefs == one.debriefs
    month = whole.by_month[1]
    narrowed = ledger_of(tallies.tally(TODAY.isoformat(), since=f"{month.key}-01", until=f"{month.key}-31"))
    assert narrowed.debriefs == month.debriefs
    with pytest.raises(ValueError, match="isoformat"):
        tallies.tally("yesterday")


def test_a_debrief_judged_anew_ends_as_its_successor_does(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "coach.db")

    def keep(stream: str, visit: date, *events: e.Event, again: str | None = None) -> None:
        told = [e.DebriefOpened(rep="li", language="zh", today=visit, again=again), *events, e.DebriefRecorded()]
        if not again:
            told.insert(1, e.ClaimMade(customer_class="A", confidence=80))
        history = [e.Recorded(stream, n, NOW, event) for n, event in enumerate(told, 1)]
        journal.append("li", stream, 0, told, NOW, summarise(fold(stream, history)))

    first = TODAY - timedelta(days=60)
    keep("a00000000001", first)
    keep("a00000000002", first + timedelta(days=12), again="a00000000001")
    keep(
        "a00000000003",
        first + timedelta(days=14),
        e.OutcomeRecorded(outcome="signed", on=first + timedelta(days=15)),
        again="a00000000002",
    )
    line = ledger_of(Tallies(tmp_path / "coach.db").tally(TODAY.isoformat())).classes["claimed"][0]
    assert (line.within, line.later, line.open) == (0, 1, 0)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_where_there_are_too_few_outcomes_that_is_said_once_and_no_empty_bar_is_drawn(language: str) -> None:
    book = load(language)
    empty = Rate(0, 0, None, None, None)
    assert percent(empty, book, short=True) == "-"
    assert not plotted([Bar("A", None), Bar("B", None)])
    assert plotted([Bar("A", None), Bar("B", 0.5)])
