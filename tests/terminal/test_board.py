"""What the board shows of a talk being held."""

import pytest

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
