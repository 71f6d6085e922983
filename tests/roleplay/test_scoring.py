"""The score comes from the transcript alone."""

from dataclasses import replace

import pytest

from coach.conduct.practising import Practising, Rehearsing
from coach.domain.practice import Check, Scorecard
from coach.roleplay import aftermath
from coach.roleplay.checks import RULES
from coach.roleplay.scenario_files import shipped
from coach.roleplay.scoring import HINT_COST, score


def check(talk: Rehearsing, name: str) -> Check:
    return next(one for one in talk.scorecard().checks if one.id == name)


def test_every_check_has_words_in_both_languages(desk: Practising) -> None:
    for language in ("zh", "en"):
        book = desk.open("rep", language, shipped()["bakery"]).book
        for name in RULES:
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
    cold_store.leave()
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
    tongue = shipped()["cold-store"].text_in("en")
    own = [*(one.line for one in tongue.worries.values()), *(one.line for one in tongue.interests.values())]
    assert any(line[1:20] in cold_store.better_line(card) for line in own)


RUDE = {
    "zh": ("你是不是没钱啊，没钱早说", "你这人脑子有毛病吧"),
    "en": ("You're broke, aren't you?", "You must be out of your mind."),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["gym-machines", "bakery", "office-printers"])
def test_an_insult_loses_any_customer_and_is_the_one_gap(desk: Practising, name: str, language: str) -> None:
    """R20: it is respectful, or it is nothing."""
    talk = desk.open("rep", language, shipped()[name], level="easy", seed=3)
    assert [talk.say(line, 60).outcome for line in RUDE[language]] == [None, "walked_out"]
    card = talk.scorecard()
    assert card.gap == "no_pressure"
    assert card.score < 30
    assert aftermath.gap(card, talk.book) in talk.book.entries["gap.insulted"]
    assert talk.better_line(card) in talk.book.entries["ask.money"]


def test_plain_abuse_ends_the_talk_at_once(cold_store: Rehearsing) -> None:
    assert cold_store.say("You're an idiot.", 60).outcome == "walked_out"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_a_who_is_let_go_unasked_is_the_one_gap_however_much_was_found_out(desk: Practising, language: str) -> None:
    """R17, R19: an A who was never asked was not lost to anybody else."""
    lines = {
        "zh": ("现在最头疼的是什么？", "这事您自己能定吗？", "钱方面有安排吗？", "行，那我不打扰您了，再见"),
        "en": ("What bothers you most?", "Do you decide alone?", "Is the money set aside?", "Fine, goodbye then."),
    }[language]
    talk = desk.open("rep", language, shipped()["language-school"], seed=3)
    said = [talk.say(line, 60) for line in lines]
    card = talk.scorecard()
    assert said[-1].outcome == "left"
    assert said[-1].text in talk.book.entries["customer.dismissed"]
    assert aftermath.gap(card, talk.book) in talk.book.entries["gap.let_go"]
    assert card.score < 50


def test_who_leaves_an_a_after_its_put_off_did_not_hold_on(cold_store: Rehearsing) -> None:
    """R18: going is going along with it."""
    cold_store.say("Shall we sign today?", 60)
    cold_store.leave()
    card = cold_store.scorecard()
    assert not check(cold_store, "held_on").passed
    assert card.gap == "held_on"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ("给您打八折行吗", "那好吧，您再考虑考虑")),
        ("en", ("I can do twenty percent off.", "Alright then, you think it over.")),
    ],
)
def test_giving_in_fails_whoever_it_was_while_no_real_no_is_known(desk: Practising, language: str, lines: tuple[str, str]) -> None:  # fmt: skip
    talk = desk.open("rep", language, shipped()["restaurant-till"], seed=3)
    for line in lines:
        talk.say(line, 60)
    assert check(talk, "held_on").passed is False
    assert check(talk, "held_on").quote == lines[-1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_line_at_a_real_no_always_takes_leave(desk: Practising, language: str) -> None:
    """R20: and the gap points at the turn after the no."""
    ask, dig, again = {"zh": ("今天签了吧？", "您心里顾虑的是什么？", "那打个九折呢，签吗？"), "en": ("Shall we sign today?", "What is it that holds you back?", "And with ten percent off, shall we sign?")}[language]  # fmt: skip
    blind = desk.open("rep", language, shipped()["gym-machines"], seed=1, level="easy")
    blind.say(ask, 30)
    blind.leave()
    assert blind.better_line(blind.scorecard()) in blind.book.entries["ask.out"]
    told = desk.open("rep", language, shipped()["gym-machines"], seed=1, level="easy")
    for line in (ask, dig, again):
        told.say(line, 30)
    card = told.scorecard()
    assert (card.gap, card.turn) == ("real_no", 3)
    assert told.better_line(card) in told.book.entries["ask.leave"]
    retried = told.branch(3)
    retried.say(told.better_line(card), 30)
    assert check(retried, "real_no").passed


ELSEWHERE = {
    "zh": ("今天签了吧？", "您担心的是什么？", "夜里两点您打电话我师傅一小时到，不到赔您当天的营业额，写进合同。"),
    "en": ("Shall we sign today?", "What is it that holds you back?", "Ring our help line and an engineer is on site at once, or we pay you what you lose, in the contract."),
}  # fmt: skip
GUESSED = {
    "zh": ("今天签了吧？", "您是怕小刘觉得机器来了不要他了？这柜子得手艺人管，我当面跟他俩讲，写进合同。"),
    "en": ("Shall we sign today?", "Is it that you're afraid Kev walks? It takes a baker to run it, and I'll tell him so myself, in the contract."),
}  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_promise_about_another_matter_settles_no_worry(desk: Practising, language: str) -> None:
    talk = desk.open("rep", language, shipped()["bakery"], seed=3)
    for line in ELSEWHERE[language]:
        talk.say(line, 60)
    assert talk.state.mind["found"]
    assert not talk.state.mind["eased"]
    assert talk.state.last_line in talk.book.entries["customer.still_there"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_worry_guessed_by_name_and_answered_in_one_breath_is_found_and_settled(desk: Practising, language: str) -> None:  # fmt: skip
    talk = desk.open("rep", language, shipped()["bakery"], seed=3)
    for line in GUESSED[language]:
        talk.say(line, 60)
    turn = talk.state.exchanges[-1]
    assert (turn.found, turn.eased) == (("crew",), ("crew",))
    assert check(talk, "worry").passed
    assert check(talk, "diagnosed").passed


@pytest.mark.parametrize(
    ("language", "line"), [("zh", "那您考虑吧，回见"), ("en", "I won't take more of your time, goodbye.")]
)
def test_a_d_thanks_only_whoever_heard_his_no(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, shipped()["farm-drone"], seed=2)
    talk.say("今年怎么样？" if language == "zh" else "How's the season?", 60)
    assert talk.say(line, 60).text in talk.book.entries["customer.goodbye"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_trying_on_after_a_real_no_costs_the_leave_taken_in_the_end(desk: Practising, language: str) -> None:
    """R20: no pressure on somebody who has said a real no."""
    money = {"zh": "这笔钱有着落吗？", "en": "Is there money for it?"}[language]
    gift = {"zh": "那我给您打八折，白送一台", "en": "Then I'll take twenty per cent off."}[language]
    bye = {"zh": "谢谢您跟我讲实话，不多耽误您了。", "en": "Thank you, I won't take any more of your time."}[language]
    scores = []
    for lines in ((money, bye), (money, gift, bye)):
        talk = desk.open("rep", language, shipped()["gym-machines"], seed=2)
        for line in lines:
            talk.say(line, 20)
        scores.append(talk.scorecard())
    assert check_of(scores[0], "real_no").passed
    assert dict(check_of(scores[1], "real_no").parts)["at_once"] is False
    assert scores[1].score < 70 < scores[0].score
    assert talk.better_line(scores[1]) in talk.book.entries["ask.leave"]


def test_asking_one_who_cannot_sign_is_no_merit(desk: Practising) -> None:
    for name in ("office-printers", "gym-machines"):
        talk = desk.open("rep", "en", shipped()[name], seed=2)
        talk.say("Shall we sign today?", 20)
        assert check_of(talk.scorecard(), "asked").passed is None


def test_a_long_quote_is_shown_as_long_as_one_can_take_in_and_kept_whole(cold_store: Rehearsing) -> None:
    line = "Who decides this, and " + "by the way " * 20 + "who else?"
    cold_store.say(line, 20)
    found = check_of(cold_store.scorecard(), "decider")
    assert found.quote == line
    assert len(aftermath.why(found, cold_store.book)) < 130


def check_of(card: Scorecard, name: str) -> Check:
    return next(one for one in card.checks if one.id == name)


def test_the_turn_to_try_again_and_its_line_are_about_the_worry_left_open(desk: Practising) -> None:
    dentist = shipped()["dental-scanner"]
    talk = desk.open("rep", "en", dentist, seed=7)
    lines = (
        "Shall we sign today?",
        "What is it that you want to think over?",
        "Is it the records, the cloud?",
        "They stay on your machine, you hold the key, we put that in writing, clause six.",
        "Shall we sign today?",
    )
    for line in lines:
        talk.say(line, 20)
    assert list(talk.state.mind["found"]) == ["learning", "records"]
    worry = check(talk, "worry")
    assert (worry.half, worry.turn) == (True, 3)
    assert talk.better_line(replace(talk.scorecard(), gap="worry", turn=worry.turn)).startswith(
        dentist.text_in("en").worries["learning"].line
    )


def test_what_he_says_to_pressure_is_no_put_off(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["bakery"], seed=2)
    for line in (
        "What bothers you most?",
        "Last chance, only today.",
        "Shall we sign today?",
        "What are you worried about?",
    ):
        talk.say(line, 20)
    diagnosed = check(talk, "diagnosed")
    assert dict(diagnosed.parts) == {"behind_asked": True, "before_answering": True}


@pytest.mark.parametrize(
    ("first", "gap"), [("Here it is again.", "need"), ("What bothers you most about how it runs today?", "value")]
)
def test_no_value_is_tied_to_a_wish_that_was_never_asked_for_so_that_is_the_gap(
    desk: Practising, first: str, gap: str
) -> None:
    talk = desk.open("rep", "en", shipped()["office-printers"], seed=3)
    for line in (
        first,
        "Who decides this?",
        "Is the money there?",
        "Shall we sign today?",
        "What is it that you want to think over?",
        "You try it for a month, and if you're not sure we take the machines back, in writing.",
        "Thursday at ten, you, I and Martin sit down together.",
    ):
        talk.say(line, 60)
    assert talk.state.outcome == "next_fixed"
    assert talk.scorecard().gap == gap


def test_a_worry_that_never_came_out_did_not_lie_on_the_table(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["cold-store"], level="hard", seed=3)
    for line in ("What bothers you most today?", "Who decides?", "Is the money there?", "Shall we sign today?", "What is it that you want to think over?"):  # fmt: skip
        talk.say(line, 20)
    card = talk.scorecard()
    assert (card.gap, card.lost) == ("worry", "untold")
    assert talk.better_line(card) in talk.book.entries["ask.behind"]
