"""The score comes from the transcript alone."""

from coach.conduct.practising import Practising, Rehearsing
from coach.domain.practice import Check
from coach.roleplay import aftermath
from coach.roleplay.scoring import HINT_COST, RULES, WEIGHTS, score
from coach.roleplay.shelf import shipped


def check(talk: Rehearsing, name: str) -> Check:
    return next(one for one in talk.scorecard().checks if one.id == name)


def test_every_check_has_a_weight_and_words_in_both_languages(desk: Practising) -> None:
    for language in ("zh", "en"):
        book = desk.open("rep", language, shipped()["bakery"]).book
        for name in RULES:
            assert WEIGHTS[name] > 0
            assert f"check.{name}" in book
            assert f"gap.{name}" in book


def test_nothing_said_is_not_enough_evidence(cold_store: Rehearsing) -> None:
    cold_store.say("", 60)
    card = cold_store.scorecard()
    assert card.score == 0
    assert {one.passed for one in card.checks} == {None}


def test_a_passed_check_quotes_the_line(cold_store: Rehearsing) -> None:
    cold_store.say("Who decides this?", 60)
    found = check(cold_store, "decider")
    assert found.passed
    assert found.quote == "Who decides this?"
    assert aftermath.why(found, cold_store.book).count("Who decides this?") == 1


def test_half_a_thing_done_shows_as_half(cold_store: Rehearsing) -> None:
    cold_store.say("Shall we sign today?", 60)
    cold_store.say("Sign it now, shall we sign?", 60)
    again = check(cold_store, "asked_again")
    assert again.half
    assert dict(again.parts) == {"again": True, "after_work": False}


def test_giving_in_and_catching_oneself_is_half(cold_store: Rehearsing) -> None:
    cold_store.say("Shall we sign today?", 60)
    cold_store.say("All right then, call me.", 60)
    assert check(cold_store, "held_on").share == 0
    cold_store.say("One more thing: what is it that holds you back?", 60)
    assert check(cold_store, "held_on").share == 0.5


def test_pressure_and_gifts_are_named_with_their_line(cold_store: Rehearsing) -> None:
    cold_store.say("I'll give you ten per cent off.", 60)
    cold_store.say("It's your last chance, you'll regret it.", 60)
    assert check(cold_store, "no_gift").turn == 1
    assert check(cold_store, "no_pressure").quote == "It's your last chance, you'll regret it."


def test_the_same_transcript_gives_the_same_score(cold_store: Rehearsing) -> None:
    for line in ("Who decides this?", "Shall we sign today?", "What is it that you want to think over?"):
        cold_store.say(line, 60)
    turns = cold_store.state.exchanges
    assert score(turns, "left", "A") == score(list(turns), "left", "A") == cold_store.scorecard()


def test_a_hint_costs_a_mark(cold_store: Rehearsing) -> None:
    cold_store.say("Who decides this?", 60)
    before = cold_store.scorecard().score
    assert cold_store.hint()
    assert cold_store.scorecard().score == before - HINT_COST


def test_the_line_to_say_instead_is_of_this_customers_own_worry(cold_store: Rehearsing) -> None:
    for line in (
        "What bothers you most today?",
        "Shall we sign today?",
        "What is it that you want to think over?",
        "Shall we sign today?",
    ):
        cold_store.say(line, 60)
    card = cold_store.scorecard()
    assert card.gap in ("worry", "value")
    tongue = shipped()["cold-store"].tongue("en")
    own = [*(one.line for one in tongue.worries.values()), *(one.line for one in tongue.interests.values())]
    assert any(line[1:20] in cold_store.better_line(card) for line in own)
