"""Words without end or stops are read in one pass: a dictation that ran on, a paste. What takes the square of the
length would not end here.
"""

import random

import pytest

from coach.conduct.debriefing import Debriefing
from coach.journal.memory import MemoryJournal
from coach.wiring import listener
from tests.conduct.reps import Day

LENGTH = 40_000
MET = {
    "zh": "见了恒力泵业的王总，老板，要，钱有，认可",
    "en": "Saw Ms Lee at Acme, she owns it, needs it, has the money, likes it",
}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "王总 "), ("zh", "，。"), ("zh", "王经理说李总说"), ("zh", "老板二十号左右才回，"), ("zh", "今天见了王总。"),
        ("en", "Mr "), ("en", "x"), ("en", "2026-11-23 "), ("en", "he said Monday he would come back. "),
    ],
)  # fmt: skip
@pytest.mark.parametrize("begun", [False, True])
def test_words_without_end_are_read_in_one_pass(language: str, words: str, begun: bool) -> None:
    talk = Debriefing(MemoryJournal(), listener(), Day(), random.Random(1).randrange).open("rep", language)
    if begun:
        talk.say(MET[language])
    before = len(talk.debrief.transcript)
    talk.say((words * LENGTH)[:LENGTH])
    assert len(talk.debrief.transcript) > before + 1


EVENING = {
    "zh": ["A类，八成", "他亲口说的", "没开口要他签，他说再想想", "不知道老板姓什么", "B吧，五成", "怕显得太急", "王总，今天定下来，我十号给您装，签吗？"],
    "en": ["A. 70", "she told me herself", "didn't ask, she wants to sleep on it", "don't know who else quotes", "B, 50", "afraid to look pushy",
           "Ms Lee, we swap on Sunday, you lose nothing. Shall we sign?"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "，" * LENGTH), ("zh", "明天" * 2000), ("en", " . " * LENGTH), ("en", "\n\t" * LENGTH)],
    ids=["commas", "days", "stops", "lines"],
)
def test_so_they_are_at_every_step(language: str, words: str) -> None:
    talk = Debriefing(MemoryJournal(), listener(), Day(), random.Random(1).randrange).open("rep", language)
    for line in (MET[language], *EVENING[language]):
        talk.say(line)
        before = len(talk.debrief.transcript)
        talk.say(f"a{words}b")
        assert len(talk.debrief.transcript) > before + 1 or talk.debrief.recorded
