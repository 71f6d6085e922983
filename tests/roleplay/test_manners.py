"""How he takes what a rep does beside the work: lies, praise, apologies, boasts, silence; and what that is worth on the
scorecard (R20).
"""

import pytest

from coach.conduct.practising import Practising, Rehearsing
from coach.domain.practice import Check
from coach.phrases import load
from coach.roleplay.scenario_files import shipped
from tests.roleplay.test_hearing import BAKERY, heard, pool

ASK = {"zh": "咱们今天签下来，行吗？", "en": "Shall we sign today?"}
NEED = {"zh": "现在最头疼的是什么？", "en": "What bothers you most today?"}


def moods(talk: Rehearsing, name: str) -> tuple[str, ...]:
    book = load(talk.opened.language, "practice")
    return tuple(line for key in book.entries if key.startswith(f"customer.{name}") for line in book.entries[key])


def check(talk: Rehearsing, name: str) -> Check:
    return next(one for one in talk.scorecard().checks if one.id == name)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "您刚才已经同意了，那我们签吧。"),
        ("zh", "上个月您不是说好了今天签吗？"),
        ("zh", "你都答应了，签吧"),
        ("en", "You said yes on the phone last week, so sign here."),
        ("en", "You've already agreed, so shall we sign?"),
        ("en", "You gave me your word. Sign today?"),
    ],
)
def test_a_yes_he_never_gave_he_denies_and_it_is_no_ask(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say(NEED[language], 20)
    assert talk.say(line, 20).text in moods(talk, "never_said")
    assert check(talk, "no_pressure").quote == line
    assert check(talk, "asked").passed is False


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "您跟您爱人说好了吗？"),
        ("zh", "您刚才说三点就得起来"),
        ("en", "Has your brother agreed?"),
        ("en", "You said the mornings are the worst."),
    ],
)
def test_what_he_did_say_may_be_said_again(language: str, line: str) -> None:
    assert "pressure" not in heard(line, language, BAKERY, "value").acts


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "您真有眼光，一看就是做大事的人"),
        ("zh", "老板，我最佩服您这样的人"),
        ("en", "You've got a lovely shop here, Tom, the best I've seen."),
        ("en", "You seem a very smart man."),
    ],
)
def test_praise_alone_is_no_pressure_and_no_work(desk: Practising, language: str, line: str) -> None:
    assert heard(line, language, BAKERY, "pressure").acts == {"other"}
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say(ASK[language], 20)
    assert talk.say(line, 20).text in pool(talk, "flattered")
    assert check(talk, "held_on").passed is None


@pytest.mark.parametrize(
    ("language", "push", "sorry"),
    [
        ("zh", "不签你会后悔的，过了今天没有", "对不起，我刚才说重了"),
        ("en", "Last chance, only today.", "I'm sorry, that was out of line."),
    ],
)
def test_whoever_says_sorry_is_forgiven(desk: Practising, language: str, push: str, sorry: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say(NEED[language], 20)
    talk.say(push, 20)
    before = talk.state.mind["patience"]
    assert talk.say(sorry, 20).text in pool(talk, "forgiven")
    assert talk.state.mind["patience"] == before + 1


BOAST = {
    "zh": "我保证您的徒弟一辈子都不会走，什么问题都没有",
    "en": "I guarantee that Kev and the lads will never ever leave you again.",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_promise_nobody_can_keep_answers_nothing(desk: Practising, language: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say(ASK[language], 20)
    talk.say({"zh": "您具体想考虑什么？", "en": "What is it that you want to think over?"}[language], 20)
    before = talk.state.mind["patience"]
    assert talk.say(BOAST[language], 20).text in pool(talk, "too_good")
    assert talk.state.mind["patience"] == before - 1
    assert not talk.state.mind["eased"]
    assert check(talk, "no_pressure").quote == BOAST[language]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_answer_a_scenario_offers_is_a_boast(language: str) -> None:
    for scenario in shipped().values():
        tongue = scenario.text_in(language)
        answers = [part.line for part in tongue.worries.values()] + [part.line for part in tongue.interests.values()]
        assert not [line for line in answers if heard(line, language, scenario).overpromises]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_silence_after_the_ask_brings_out_what_is_behind_the_put_off(desk: Practising, language: str) -> None:
    """R17: he asks for the signature and holds on."""
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say(ASK[language], 20)
    said = talk.say("", 20).text
    assert list(talk.state.mind["found"]) == ["crew"]
    assert any(said.startswith(line) for line in pool(talk, "fills"))
    assert check(talk, "diagnosed").passed
    assert check(talk, "diagnosed").quote == said


@pytest.mark.parametrize("asked", [True, False])
def test_silence_alone_brings_nothing_and_a_hard_customer_sits_it_out(desk: Practising, asked: bool) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2, level="hard" if asked else "normal")
    talk.say(ASK["en"] if asked else "Nice oven.", 20)
    assert talk.say("", 20).text in pool(talk, "silence")
    assert not talk.state.mind["found"]


def test_who_drives_the_customer_out_has_that_as_his_gap(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2)
    while talk.state.outcome is None:
        talk.say("Last chance, only today.", 20)
    assert (talk.state.outcome, talk.scorecard().gap) == ("walked_out", "no_pressure")


def test_who_asks_until_he_is_shown_the_door_has_that_as_his_gap(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2, level="hard")
    while talk.state.outcome is None:
        talk.say("Sign here.", 20)
    card = talk.scorecard()
    assert (talk.state.outcome, card.gap) == ("walked_out", "no_pressure")
    assert card.score < 40


@pytest.mark.parametrize(
    ("language", "line"), [("zh", "您能教教我怎么卖给您吗？"), ("en", "What would you do in my place?")]
)
def test_he_gives_no_lessons(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say(ASK[language], 20)
    assert talk.say(line, 20).text in pool(talk, "aside.advice")


@pytest.mark.parametrize(
    ("language", "bad", "line"),
    [
        ("zh", "今天不签我就给别家了，您别后悔。", "是我说重了，对不住。这事您自己定吗？"),
        ("en", "If you don't sign today you'll regret it.", "That came out wrong, I'm sorry. Is it you who decides?"),
    ],
)
def test_what_is_asked_after_an_apology_is_answered_as_well(
    desk: Practising, language: str, bad: str, line: str
) -> None:
    talk = desk.open("rep", language, shipped()["farm-drone"], seed=3)
    talk.say(bad, 20)
    said = talk.say(line, 20).text
    assert any(said.startswith(one) for one in load(language, "practice").entries["customer.forgiven"])
    assert "authority" in talk.state.mind["told"]
