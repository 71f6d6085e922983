"""A write that failed: the same words can be sent again, and are kept once, wherever it failed."""

import random
from collections.abc import Callable

import pytest

from coach.conduct.debriefing import Debriefing, Talk
from coach.conduct.practising import Practising, Rehearsing
from coach.domain import debrief_events as e
from coach.domain.practice_events import LineTried
from coach.ports import JournalError
from coach.roleplay.scenario_files import shipped
from tests.conduct.reps import Day, Told
from tests.failing import Failing
from tests.roleplay.standin import StandIn


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


def saying(text: str) -> Callable[[Talk], object]:
    return lambda talk: talk.say(text)


REQUESTS: dict[str, Callable[[Talk], object]] = {
    **{text: saying(text) for text in ("/back", "/skip", "/lang", "/edit need yes", "/edit customer Acme Foods", "what is a first KP?", "A, 70")},
    "a key": lambda talk: talk.correct("need", "yes"),
}  # fmt: skip


def told_twice(request: Callable[[Talk], object], at: int, kept: bool) -> list[e.Event]:
    """What a talk of three answers holds after a request whose nth write failed (0: none did) was made again."""
    journal = Failing()
    talk = Debriefing(journal, Told(), Day(), random.Random(1).randrange).open("rep", "en")
    for text in ("saw Dana", "B, 70", "she decides alone"):
        talk.say(text)
    journal.left, journal.kept = at, kept
    try:
        request(talk)
    except JournalError:
        request(talk)
    journal.left = 0
    talk.say("then on")
    assert list(talk.history) == journal.read(talk.id)
    return [one.event for one in talk.history][1:]


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize("request_", REQUESTS)
def test_whatever_is_asked_for_again_is_done_once(request_: str, at: int, kept: bool) -> None:
    assert told_twice(REQUESTS[request_], at, kept) == told_twice(REQUESTS[request_], 0, False)


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("at", [2, 3])
def test_the_first_words_set_the_language_though_they_had_to_be_sent_again(at: int, kept: bool) -> None:
    talk = Debriefing(Failing(at, kept), Told(), Day(), random.Random(1).randrange).open("rep", "en", follow_language=True)  # fmt: skip
    with pytest.raises(JournalError):
        talk.say("今天见了李经理")
    talk.say("今天见了李经理")
    assert talk.debrief.language == "zh"
    assert [one.text for one in talk.debrief.transcript if one.who == "rep"] == ["今天见了李经理"]


def test_what_another_window_wrote_meanwhile_is_not_taken_for_ones_own() -> None:
    journal = Failing()
    desk = Debriefing(journal, Told(), Day(), random.Random(1).randrange)
    talk = desk.open("rep", "en")
    journal.append("rep", talk.id, len(talk.history), [e.FactCorrected(fact="need", value="no")], Day().now())
    with pytest.raises(JournalError, match="conflict"):
        talk.correct("need", "yes")
    talk.correct("need", "yes")
    assert talk.debrief.facts["need"].value == "yes"
    assert list(talk.history) == journal.read(talk.id)


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


DEEDS: dict[str, Callable[[Rehearsing], object]] = {
    "a hint": Rehearsing.hint,
    "a pause": Rehearsing.pause,
    "leave": Rehearsing.leave,
}


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_done_again_in_a_rehearsal_is_done_once(deed: str, kept: bool) -> None:
    journal = Failing()
    talk = Practising(journal, StandIn(), Day(), random.Random(1).randrange).open("rep", "en", shipped()["bakery"], seed=1)  # fmt: skip
    journal.left, journal.kept = 1, kept
    with pytest.raises(JournalError):
        DEEDS[deed](talk)
    DEEDS[deed](talk)
    assert len(talk.state.hints) + talk.state.pauses + talk.state.ended == 1
    assert talk.state.version == len(journal.read(talk.id))
