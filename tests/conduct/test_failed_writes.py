"""A write that failed: the same words can be sent again, and are kept once, wherever it failed."""

import random
from collections.abc import Sequence
from datetime import datetime

import pytest

from coach.conduct.debriefing import Debriefing
from coach.conduct.practising import Practising
from coach.domain import events as e
from coach.domain.practice_events import LineTried
from coach.domain.summary import Summary
from coach.journal.memory import MemoryJournal
from coach.ports import JournalError
from coach.roleplay.shelf import shipped
from tests.conduct.reps import Day, Told
from tests.roleplay.standin import StandIn


class Failing(MemoryJournal):
    """Fails at its nth append: before it keeps anything, or after it kept all, as a commit does whose last sync failed."""

    def __init__(self, at: int, kept: bool) -> None:
        super().__init__()
        self.left, self.kept = at, kept

    def append(
        self,
        owner: str,
        stream: str,
        after: int,
        events: Sequence[e.Event],
        at: datetime,
        summary: Summary | None = None,
    ) -> list[e.Recorded]:
        """Fails once."""
        self.left -= 1
        found = [] if self.left == 0 and not self.kept else super().append(owner, stream, after, events, at, summary)
        if self.left == 0:
            raise JournalError("disk_error", path="", why="")
        return found


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("at", [2, 3])
def test_an_answer_sent_again_is_kept_once_and_answered(at: int, kept: bool) -> None:
    journal = Failing(at, kept)
    talk = Debriefing(journal, Told(), Day(), random.Random(1).randrange).open("rep", "en")
    with pytest.raises(JournalError):
        talk.say("saw Dana")
    reply = talk.say("saw Dana")
    talk.say("A, 70")
    assert reply.said or reply.question
    said = [one.event.text for one in journal.read(talk.id) if isinstance(one.event, e.RepSaid)]
    assert said == ["saw Dana", "A, 70"]
    assert list(talk.history) == journal.read(talk.id)


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("at", [2, 3])
def test_other_words_after_it_come_behind_what_was_kept(at: int, kept: bool) -> None:
    journal = Failing(at, kept)
    talk = Debriefing(journal, Told(), Day(), random.Random(1).randrange).open("rep", "en")
    with pytest.raises(JournalError):
        talk.say("saw Dana")
    talk.say("saw Dana and her boss")
    said = [one.event.text for one in journal.read(talk.id) if isinstance(one.event, e.RepSaid)]
    assert said == (["saw Dana"] if kept or at == 3 else []) + ["saw Dana and her boss"]


@pytest.mark.parametrize("kept", [False, True])
def test_a_correction_can_be_made_again(kept: bool) -> None:
    journal = Failing(2, kept)
    talk = Debriefing(journal, Told(), Day(), random.Random(1).randrange).open("rep", "en")
    with pytest.raises(JournalError):
        talk.correct("need", "yes")
    talk.correct("need", "yes")
    assert talk.debrief.facts["need"].value == "yes"


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("at", [2, 3])
def test_a_line_of_a_rehearsal_sent_again_is_kept_once_and_answered(at: int, kept: bool) -> None:
    journal = Failing(at, kept)
    desk = Practising(journal, StandIn(), Day(), random.Random(1).randrange)
    talk = desk.open("rep", "en", shipped()["bakery"], seed=1)
    with pytest.raises(JournalError):
        talk.say("Who decides?")
    answer = talk.say("Who decides?")
    assert answer.text
    talk.say("What matters most?")
    tried = [one.event.text for one in journal.read(talk.id) if isinstance(one.event, LineTried)]
    assert tried == ["Who decides?", "What matters most?"]
    assert [turn.rep for turn in talk.state.exchanges] == tried
