"""How the customer behaves. The lines of the rep are heard by a simple ear, so that only the customer is tested."""

from itertools import pairwise

import pytest

from coach.conduct.practising import Practising, Rehearsing
from coach.domain.vocabulary import LEVELS, Level
from coach.phrases import load
from coach.roleplay.scenario_files import shipped

BEHIND = "What is it that you want to think over?"
NEED = "What bothers you most about how it runs today?"
SWAP = "We swap on Sunday night with a rental unit running, in the contract, so you lose no hours."
STOCK = "And you keep your stock, the salmon stays frozen."
SERVICE = "Our engineer lives twenty minutes away, four hours or we pay, in writing."
ASK = "Shall we sign today?"


def kinds(talk: Rehearsing, *lines: str) -> list[str]:
    return [talk.say(line, 60).kind for line in lines]


def test_good_work_and_an_ask_bring_the_signature(cold_store: Rehearsing) -> None:
    assert (
        kinds(cold_store, NEED, ASK, BEHIND, f"{SWAP} {STOCK}", ASK, "What's really behind that?", f"{SERVICE} {ASK}")[
            -1
        ]
        == "sign"
    )
    assert cold_store.state.outcome == "signed"


def test_nobody_signs_who_was_not_asked(cold_store: Rehearsing) -> None:
    kinds(cold_store, NEED, ASK, BEHIND, f"{SWAP} {STOCK}", ASK, "What's really behind that?", SERVICE)
    assert cold_store.say("You get all of it, in writing.", 60).kind != "sign"
    assert not cold_store.state.ended


def test_nobody_signs_while_a_worry_is_unanswered(cold_store: Rehearsing) -> None:
    assert kinds(cold_store, NEED, ASK, BEHIND, f"{STOCK} {ASK}")[-1] == "objection"


def test_nobody_signs_who_sees_nothing_in_it_for_himself(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["cold-store"], level="easy", seed=1)
    assert kinds(talk, ASK, BEHIND, SWAP, ASK)[-1] == "objection"


def test_an_answer_before_the_question_settles_nothing(cold_store: Rehearsing) -> None:
    kinds(cold_store, ASK, SWAP, ASK)
    assert not cold_store.state.mind["eased"]


def test_he_tells_a_fact_when_asked_and_remembers_having_told_it(cold_store: Rehearsing) -> None:
    first = cold_store.say("Who decides this?", 60).text
    assert first in shipped()["cold-store"].text_in("en").authority
    assert cold_store.say("Who decides this?", 60).text not in shipped()["cold-store"].text_in("en").authority


@pytest.mark.parametrize(
    "line", ["Lovely weather.", "", "It has a big display and three colours.", "嗯嗯", "\U0001f600", "ask ask ask"]
)
def test_he_gives_away_nothing_that_nobody_asked(desk: Practising, line: str) -> None:
    talk = desk.open("rep", "en", shipped()["cold-store"], seed=5)
    while not talk.state.ended:
        talk.say(line, 60)
    assert talk.scorecard().elicited == ()


def test_a_fact_is_never_in_the_greeting() -> None:
    for scenario in shipped().values():
        for language in scenario.languages:
            tongue = scenario.text_in(language)
            told = {*tongue.authority, *tongue.need, *tongue.power, *tongue.no}
            assert not told & set(tongue.greeting)


def test_pressure_costs_patience_until_he_leaves(cold_store: Rehearsing) -> None:
    while not cold_store.state.ended:
        cold_store.say("This is your last chance, sign now or you'll regret it.", 60)
    assert cold_store.state.outcome == "walked_out"
    assert cold_store.state.last_kind == "leave"
    assert len(cold_store.state.exchanges) <= 4


def test_silence_is_waited_for_and_then_ended(cold_store: Rehearsing) -> None:
    assert kinds(cold_store, "", "", "") == ["put_off", "put_off", "leave"]


def test_the_clock_ends_the_talk(cold_store: Rehearsing) -> None:
    assert cold_store.say(NEED, 1199).clock == 1
    assert cold_store.say(ASK, 30).outcome == "time_up"


def test_giving_in_is_welcome_and_twice_in_a_row_is_the_end(cold_store: Rehearsing) -> None:
    kinds(cold_store, ASK)
    assert cold_store.say("All right then, call me.", 60).outcome is None
    assert cold_store.say("Take your time.", 60).outcome == "left"


@pytest.mark.parametrize("name", ["restaurant-till", "gym-machines", "farm-drone"])
@pytest.mark.parametrize("level", LEVELS)
def test_a_d_never_signs_whatever_is_said(desk: Practising, name: str, level: Level) -> None:
    talk = desk.open("rep", "en", shipped()[name], level=level, seed=2)
    for line in [NEED, BEHIND, "You save two hours a day, in writing.", ASK] * 6:
        if talk.state.ended:
            break
        talk.say(line, 60)
    assert talk.state.outcome in ("walked_out", "refused", "time_up")


def test_leave_taken_after_a_real_no_is_the_best_result_with_a_d(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["gym-machines"], seed=2)
    kinds(talk, ASK, "What's really behind that?", "Thank you for telling me. I won't take any more of your time.")
    card = talk.scorecard()
    assert card.outcome == "left"
    assert next(one for one in card.checks if one.id == "real_no").passed


def test_a_b_cannot_sign_but_fixes_a_day_with_the_one_who_decides(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["office-printers"], seed=2)
    work = "Put two on trial for a month, we take them back if they jam, in writing, and nobody hammers on your door in bid week."
    assert "sign" not in kinds(talk, NEED, "Who decides?", ASK, BEHIND, work, ASK)
    assert talk.say("Thursday at ten I come by and we see Martin together.", 60).outcome == "next_fixed"


def test_a_day_without_the_one_who_decides_fixes_nothing(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["office-printers"], seed=2)
    kinds(talk, NEED, "Who decides?", ASK, BEHIND)
    assert talk.say("I'll call again on Thursday.", 60).outcome is None


def test_the_same_talk_is_answered_the_same_and_another_seed_differently(desk: Practising) -> None:
    def told(seed: int) -> list[str]:
        talk = desk.open("rep", "zh", shipped()["bakery"], seed=seed)
        return [
            talk.greeting().text,
            *(talk.say(line, 60).text for line in ("今天就定吧，签吗？", "您具体是担心什么？", "您看签吗？")),
        ]

    assert told(4) == told(4)
    assert len({tuple(told(seed)) for seed in range(5)}) == 5


def test_more_worries_and_less_patience_on_harder_levels(desk: Practising) -> None:
    patience = [desk.open("rep", "en", shipped()["bakery"], level=level).state.mind["patience"] for level in LEVELS]
    assert all(a > b for a, b in pairwise(patience))
    hard = desk.open("rep", "en", shipped()["cold-store"], level="hard", seed=2)
    kinds(hard, ASK, BEHIND)
    assert not hard.state.mind["found"]
    kinds(hard, "But what's really holding you back?")
    assert hard.state.mind["found"]


@pytest.mark.parametrize(
    ("language", "name", "line", "again"),
    [
        ("en", "cold-store", "Are you afraid of the two days of the swap?", "So it is the swap that worries you?"),
        ("zh", "cold-store", "您是不是怕换机器那几天货没地方搁？", "就是换的时候停机，您不放心？"),
        ("en", "bakery", "What worries you about it?", "Honestly, what could stand in the way?"),
    ],
)
def test_a_hard_customer_asked_for_a_worry_before_he_put_anything_off_dodges_once(
    desk: Practising, language: str, name: str, line: str, again: str
) -> None:
    talk = desk.open("rep", language, shipped()[name], level="hard", seed=2)
    talk.say(line, 20)
    assert not talk.state.mind["found"]
    talk.say(again, 20)
    assert talk.state.mind["found"]


def test_a_hard_customer_lets_on_that_an_argument_struck_home(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["cold-store"], level="hard", seed=2)
    line = "While we swap the unit a rented one holds the temperature, so you don't move a single pallet."
    pools = load("en", "practice").entries
    talk.say(ASK, 20)
    assert talk.say(line, 20).text in pools["customer.guarded"]
