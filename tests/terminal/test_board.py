"""What the board shows of a talk being held."""

from itertools import product

import pytest

from coach.domain.rulebook import CustomerFacts, classify, no_longer_a
from coach.domain.vocabulary import ANSWERS
from coach.phrases import load
from coach.terminal import board
from coach.terminal.sheet import of_debrief
from tests.conduct.test_debriefing import Bench


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_class_is_shown_before_the_rep_has_judged_r16(language: str) -> None:
    bench, book = Bench(language), load(language)
    bench.say(
        "saw Ms Lee at Acme, the owner, all four told", names={"customer": "Acme", "contact": "Ms Lee"}, authority="first", need="yes", power="yes", value="yes"
    )  # fmt: skip
    assert bench.talk.debrief.step == "claim"
    sheet = of_debrief(bench.talk.debrief)
    shown = [*board.lines(sheet, book, 40, keys=()), board.BoardLine(board.glance(sheet, book, 80))]
    text = "\n".join("".join(span.text for span in line.spans) for line in shown)
    assert text.count(book.say("screen.board.yours_first")) == 2
    assert book.say("screen.board.class", customer_class="A") not in text
    assert book.say("screen.board.deadline") not in text
    bench.say("A, 80")
    sheet = of_debrief(bench.talk.debrief)
    assert board.class_line(sheet, book) == book.say("screen.board.class", customer_class="A")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_that_decides_has_words_on_the_card(language: str) -> None:
    answers = product((0, 1, 2, None), ANSWERS, ANSWERS, ANSWERS)
    rulings = [classify(CustomerFacts(*facts)) for facts in answers]
    rules = {rule for ruling in (*rulings, *map(no_longer_a, rulings)) for rule in ruling.rules}
    assert {"R1", "R8", "R9"} <= rules
    assert all(f"screen.rule.{rule}" in load(language) for rule in rules)
