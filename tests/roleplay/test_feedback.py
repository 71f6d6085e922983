"""What a rep gets out of a rehearsal: what to do next time, and what recurs evening after evening (R21)."""

import pytest

from coach.conduct.habits import habits
from coach.conduct.practising import Practising, attempts
from coach.domain.practice import Check, Mind
from coach.phrases import load
from coach.roleplay import aftermath
from coach.roleplay.checks import RULES
from coach.roleplay.scenario_files import shipped
from tests.roleplay.test_hearing import heard

ASK = {"zh": "咱们今天签下来，行吗？", "en": "Shall we sign today?"}
BEHIND = {"zh": "您想再考虑的，具体是什么？", "en": "What is it that you want to think over?"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_missed_is_told_with_what_to_do_next_time(language: str) -> None:
    book = load(language, "practice")
    told = [
        aftermath.why(Check(name, passed=False, share=0.0, quote=quote), book) for name in RULES for quote in ("", "x")
    ]
    assert all(any(book.say(f"next.{name}") in one for one in told) for name in RULES)
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("language", "lies"),
    [
        ("zh", ("这价过了今天就没了。", "保证一次都不会停。")),
        ("en", ("This price is only today.", "I guarantee it will never break again.")),
    ],
)
def test_a_second_lie_is_the_gap_whatever_else_was_missing(desk: Practising, language: str, lies: tuple[str, ...]) -> None:  # fmt: skip
    """R20: no lies, no invented deadlines."""
    for told, gap in ((lies, True), (lies[:1], False)):
        talk = desk.open("rep", language, shipped()["cold-store"], level="easy", seed=6)
        for line in told:
            talk.say(line, 20)
        talk.say(ASK[language], 20)
        talk.leave()
        assert (talk.scorecard().gap == "no_pressure") is gap


@pytest.mark.parametrize("language", ["zh", "en"])
def test_to_a_rep_who_only_pushed_the_better_line_asks(desk: Practising, language: str) -> None:
    talk = desk.open("rep", language, shipped()["joinery-cnc"], seed=3)
    while not talk.state.ended:
        talk.say(ASK[language], 20)
    assert talk.scorecard().gap == "no_pressure"
    assert talk.better_line(talk.scorecard()) in talk.book.entries["ask.behind"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_to_one_who_cannot_sign_no_better_line_asks_for_the_signature(desk: Practising, language: str) -> None:
    talk = desk.open("rep", language, shipped()["office-printers"], seed=3)
    talk.say({"zh": "现在最头疼的是什么？", "en": "What bothers you most today?"}[language], 20)
    while not talk.state.ended:
        talk.say(ASK[language], 20)
    card = talk.scorecard()
    assert card.gap == "no_pressure"
    line = talk.better_line(card)
    assert talk.book.say("ask.dated", decider=talk.scenario.text_in(language).decider[0]) in line


def _evening(desk: Practising, language: str, asks_behind: bool, name: str = "bakery") -> str:
    talk = desk.open("rep", language, shipped()[name], level="easy", seed=1)
    talk.say(ASK[language], 20)
    talk.say(
        BEHIND[language] if asks_behind else {"zh": "我们的柜子最好。", "en": "Ours is the best there is."}[language],
        20,
    )
    talk.leave()
    return talk.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_recurs_with_any_customer_is_told_and_what_was_learnt(desk: Practising, language: str) -> None:
    for name in ("bakery", "cold-store"):
        _evening(desk, language, asks_behind=False, name=name)
    assert not habits(attempts(desk.journal, "rep"))
    _evening(desk, language, asks_behind=False, name="joinery-cnc")
    missed = [one for one in habits(attempts(desk.journal, "rep")) if one.missed]
    assert [(one.talks, one.missed) for one in missed] == [(3, 3)]
    for _ in range(3):
        _evening(desk, language, asks_behind=True)
    gained = [one for one in habits(attempts(desk.journal, "rep")) if not one.missed]
    assert [one.check for one in gained] == ["diagnosed"]
    book = load(language, "practice")
    assert book.say("check.diagnosed") in gained[0].words(book)


def test_a_turn_tried_again_is_no_habit(desk: Practising) -> None:
    first = _evening(desk, "en", asks_behind=False)
    for _ in range(3):
        again = desk.branch("rep", first, 2)
        again.leave()
    assert not habits(attempts(desk.journal, "rep"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_customer_understands_the_lines_the_coach_suggests(language: str) -> None:
    book, mind = load(language, "practice"), Mind(patience=6, turn=3)
    topics = {"behind": "behind", "decide": "authority", "need": "need", "money": "power", "out": "behind"}
    for name, topic in topics.items():
        for line in book.entries[f"ask.{name}"]:
            assert topic in heard(line, language, mind=mind).asked, line
    assert all("ask" in heard(line, language, mind=mind).acts for line in book.entries["ask.now"])
    for scenario in shipped().values():
        for decider in scenario.text_in(language).decider[:1]:
            step = heard(book.say("ask.dated", decider=decider), language, scenario, "next", mind=mind)
            assert step.dated
            assert step.decider
            assert "ask" not in step.acts
    assert heard(book.say("ask.leave"), language, mind=Mind(patience=6, turn=3, told=("no",))).acts == {"leave"}
