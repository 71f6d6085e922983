"""One person at two machines under one name, handing over between them and to others: whatever either did is kept
everywhere.
"""

import secrets
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from coach.conduct.archive import Archive
from coach.conduct.debriefing import Debriefing
from coach.conduct.reviewing import Reviewing
from coach.conduct.sharing import share, take
from coach.domain import debrief_events as e
from coach.domain.history import fold
from coach.domain.summarise import summarise
from coach.domain.summary import Query
from coach.journal.doctor import doctor
from coach.journal.index import Index
from coach.journal.sqlite import SqliteJournal
from tests.conduct.test_outcome_of_another import Hours
from tests.made_up import TODAY


class Deaf:
    """A listener for talks in which nothing is said."""

    hear = acts = None


class Machine:
    """A store and its user."""

    def __init__(self, path: Path, who: str, clock: Hours) -> None:
        self.path, self.who, self.clock = path / "coach.db", who, clock
        self.journal = SqliteJournal(self.path)
        self.archive = Archive(self.journal, clock, who)
        self.reviewing = Reviewing(self.journal, Index(self.path), clock, who)

    def talking(self) -> Debriefing:
        """Where debriefs are held."""
        return Debriefing(self.journal, Deaf(), self.clock, secrets.randbelow)  # type: ignore[arg-type]

    def hold(self) -> str:
        """A debrief of this machine, recorded at once; its id."""
        talk = self.talking().open(self.who, "en", today=TODAY)
        talk.release()
        self.record(talk.id)
        return talk.id

    def record(self, debrief: str) -> None:
        """Ends a debrief as it stands."""
        history = self.journal.read(debrief)
        now, done = self.clock.now(), e.DebriefRecorded()
        whole = fold(debrief, [*history, e.Recorded(debrief, len(history) + 1, now, done)])
        self.journal.append(self.who, debrief, len(history), [done], now, summarise(whole))

    def share(self, file: Path) -> Path:
        """Everything of this machine in a file."""
        share(self.journal, self.clock, self.who, file, everything=True)
        return file

    def take(self, *files: Path) -> int:
        """Takes files in, none of which may be refused; how many events were new."""
        taken = [take(self.journal, file, self.who) for file in files]
        assert [one.refused for one in taken] == [()] * len(files)
        return sum(one.events for one in taken)

    def contents(self) -> dict[tuple[str, str], list[bytes]]:
        """Every stream with its chain."""
        return {
            (owner, name): [row.chain for row in self.journal.sealed(owner, name)]
            for name in self.journal.streams()
            for owner in self.journal.owners(name)
        }


@pytest.fixture
def at(tmp_path: Path) -> Callable[[str, str], Machine]:
    clock = Hours()
    return lambda name, who: Machine(tmp_path / name, who, clock)


def same_everywhere(files: list[Path], debrief: str, at: Callable[[str, str], Machine]) -> Machine:
    """Imports the files in every order, each twice, into new stores, and checks that all are equal and sound; returns one."""
    stores = [at(f"order{n}", "Ms Chief") for n, _ in enumerate(permutations(files))]
    for machine, order in zip(stores, permutations(files), strict=True):
        machine.take(*order)
        assert machine.take(*order) == 0
        assert "projection_differs" not in [finding.code for finding in doctor(machine.path)]
        machine.reviewing.catch_up()
    assert all(machine.contents() == stores[0].contents() for machine in stores)
    assert len({machine.journal.summaries(Query(id=debrief))[0] for machine in stores}) == 1
    assert all(machine.reviewing.review(debrief) == stores[0].reviewing.review(debrief) for machine in stores)
    return stores[0]


def test_what_became_of_a_visit_may_be_told_at_either_machine(
    at: Callable[[str, str], Machine], tmp_path: Path
) -> None:
    laptop, desk = at("laptop", "Ann"), at("desk", "Ann")
    debrief = laptop.hold()
    desk.take(laptop.share(tmp_path / "1"))
    laptop.archive.record_outcome(debrief, "open", TODAY)
    desk.archive.record_outcome(debrief, "signed", TODAY)
    files = [laptop.share(tmp_path / "2"), desk.share(tmp_path / "3")]
    laptop.take(files[1])
    desk.take(files[0])
    assert laptop.contents() == desk.contents()
    chief = same_everywhere(files, debrief, at)
    for machine in (laptop, desk, chief):
        known = machine.archive.debrief(debrief)
        assert known.outcome is not None
        assert (known.outcome.outcome, known.outcome_by) == ("signed", "")
        assert machine.journal.summaries(Query(id=debrief))[0].outcome == "signed"
    laptop.archive.record_outcome(debrief, "lost", TODAY)
    assert laptop.journal.summaries(Query(id=debrief))[0].outcome == "lost"
    assert chief.take(laptop.share(tmp_path / "4")) == 1
    chief.archive.record_outcome(debrief, "signed", TODAY)
    assert chief.journal.summaries(Query(id=debrief))[0].outcome == "lost"


def test_a_reader_may_remark_at_either_machine_and_each_question_gets_its_own_answer(
    at: Callable[[str, str], Machine], tmp_path: Path
) -> None:
    rep, laptop, desk = at("rep", "Ann"), at("laptop", "Ms Boss"), at("desk", "Ms Boss")
    debrief = rep.hold()
    for machine in (laptop, desk):
        machine.take(rep.share(tmp_path / "up"))
        machine.reviewing.mark_read(debrief)
    laptop.reviewing.ask(debrief, "who signs?")
    desk.reviewing.ask(debrief, "who pays?")
    files = [laptop.share(tmp_path / "1"), desk.share(tmp_path / "2")]
    rep.take(*files)
    rep.reviewing.answer(debrief, "the bursar", rep.reviewing.review(debrief).open_requests[1])
    files.append(rep.share(tmp_path / "3"))
    laptop.take(files[1], files[2])
    desk.take(files[0], files[2])
    assert laptop.contents() == desk.contents()
    review = same_everywhere(files, debrief, at).reviewing.review(debrief)
    assert [(one.text, one.answer) for one in review.requests] == [("who signs?", ""), ("who pays?", "the bursar")]
    assert {one.reviewing.review(debrief) == review for one in (rep, laptop, desk)} == {True}
    (asked,) = rep.reviewing.asked_of(None)
    assert asked.request.text == "who signs?"


def test_a_rep_may_answer_at_either_machine(at: Callable[[str, str], Machine], tmp_path: Path) -> None:
    laptop, desk, boss = at("laptop", "Ann"), at("desk", "Ann"), at("boss", "Ms Boss")
    debrief = laptop.hold()
    up = laptop.share(tmp_path / "1")
    desk.take(up)
    boss.take(up)
    boss.reviewing.ask(debrief, "who signs?")
    boss.reviewing.ask(debrief, "who pays?")
    down = boss.share(tmp_path / "2")
    laptop.take(down)
    desk.take(down)
    first, second = laptop.reviewing.review(debrief).open_requests
    laptop.reviewing.answer(debrief, "she does", first)
    desk.reviewing.answer(debrief, "the bank", second)
    review = same_everywhere([laptop.share(tmp_path / "3"), desk.share(tmp_path / "4"), down], debrief, at)
    assert [one.answer for one in review.reviewing.review(debrief).requests] == ["she does", "the bank"]


def test_a_talk_left_unfinished_may_be_gone_on_with_at_either_machine(
    at: Callable[[str, str], Machine], tmp_path: Path
) -> None:
    laptop, desk = at("laptop", "Ann"), at("desk", "Ann")
    begun = laptop.talking().open("Ann", "en", today=TODAY)
    begun.say("/lang zh")
    begun.release()
    desk.take(laptop.share(tmp_path / "1"))
    there = desk.talking().resume(begun.id, "Ann")
    assert [(one.text, one.at) for one in there.debrief.transcript] == [
        (one.text, one.at) for one in begun.debrief.transcript
    ]
    assert there.debrief.question == begun.debrief.question
    there.say("/lang en")
    there.release()
    assert desk.talking().resume(begun.id, "Ann").id == there.id
    here = laptop.talking().resume(begun.id, "Ann")
    here.say("/lang en")
    here.say("/lang zh")
    files = [laptop.share(tmp_path / "2"), desk.share(tmp_path / "3")]
    laptop.take(files[1])
    desk.take(files[0])
    assert laptop.contents() == desk.contents()
    same_everywhere(files, begun.id, at)
    assert here.id == begun.id
    assert {row.id for row in laptop.archive.due().unfinished} == {here.id, there.id}
    desk.record(there.id)
    laptop.take(desk.share(tmp_path / "4"))
    assert not any(machine.archive.due().unfinished for machine in (laptop, desk))


def test_a_copy_keeps_out_what_was_erased(at: Callable[[str, str], Machine], tmp_path: Path) -> None:
    laptop, desk = at("laptop", "Ann"), at("desk", "Ann")
    begun = laptop.talking().open("Ann", "en", today=TODAY)
    begun.say("/lang zh")
    begun.release()
    assert laptop.journal.erase("Ann", begun.id, [2], laptop.clock.now()) == 1
    desk.take(laptop.share(tmp_path / "1"))
    there = desk.talking().resume(begun.id, "Ann")
    assert there.id != begun.id
    assert [recorded.event.kind for recorded in there.history[:2]] == ["debrief_opened", "erased"]
    there.say("/lang en")
    same_everywhere([desk.share(tmp_path / "2")], there.id, at)


def test_what_judges_an_old_debrief_anew_is_gone_on_with_in_one_copy_that_ends_both(
    at: Callable[[str, str], Machine], tmp_path: Path
) -> None:
    laptop, desk = at("laptop", "Ann"), at("desk", "Ann")
    old = laptop.hold()
    begun = laptop.talking().open("Ann", "en", today=TODAY, again=old)
    begun.release()
    desk.take(laptop.share(tmp_path / "1"))
    copies = set()
    for name in (begun.id, begun.id, begun.id):
        talk = desk.talking().resume(name, "Ann")
        copies.add(talk.id)
        assert talk.debrief.again == old
        talk.release()
    (copy,) = copies
    assert desk.talking().resume(copy, "Ann").id == copy
    desk.record(copy)
    laptop.take(desk.share(tmp_path / "2"))
    for machine in (laptop, desk):
        assert not machine.archive.due().unfinished
        assert not machine.archive.due().overdue


def test_a_copy_asks_as_the_debrief_did_that_it_goes_on_with(at: Callable[[str, str], Machine], tmp_path: Path) -> None:
    laptop, desk = at("laptop", "Ann"), at("desk", "Ann")
    begun = laptop.talking().open("Ann", "en", today=TODAY)
    begun.release()
    desk.take(laptop.share(tmp_path / "1"))
    there = desk.talking().resume(begun.id, "Ann")
    there.say("/lang zh")
    assert there.debrief.question is not None
    assert there.debrief.question.line == begun.debrief.question.line  # type: ignore[union-attr]


def test_a_store_that_was_copied_to_the_second_machine_goes_on_in_a_hand_of_its_own(
    at: Callable[[str, str], Machine], tmp_path: Path
) -> None:
    laptop = at("laptop", "Ann")
    debrief = laptop.hold()
    laptop.reviewing.comment(debrief, "on the road")
    (tmp_path / "desk").mkdir()
    for file in ("coach.db", "coach.db.head"):
        (tmp_path / "desk" / file).write_bytes((tmp_path / "laptop" / file).read_bytes())
    desk = at("desk", "Ann")
    for machine, outcome in ((laptop, "open"), (desk, "lost")):
        machine.reviewing.comment(debrief, "at home")
        machine.archive.record_outcome(debrief, outcome, TODAY)
    chief = same_everywhere([laptop.share(tmp_path / "1"), desk.share(tmp_path / "2")], debrief, at)
    assert [one.text for one in chief.reviewing.review(debrief).comments] == ["on the road", "at home", "at home"]
    assert chief.journal.summaries(Query(id=debrief))[0].outcome == "lost"


def test_a_word_of_one_machine_that_was_changed_on_the_way_is_still_refused(
    at: Callable[[str, str], Machine], tmp_path: Path
) -> None:
    laptop, boss = at("laptop", "Ann"), at("boss", "Ms Boss")
    debrief = laptop.hold()
    laptop.reviewing.comment(debrief, "ask the bank")
    first = laptop.share(tmp_path / "1")
    boss.take(first)
    forger = at("forger", "Ann")
    (name,) = [one for one in laptop.journal.streams("review:") if laptop.journal.owners(one) == ["Ann"]]
    word = laptop.journal.read(name)[0].event.model_copy(update={"text": "ask nobody"})
    forger.journal.append("Ann", name, 0, [word], forger.clock.now())
    share(forger.journal, forger.clock, "Ann", tmp_path / "2")
    taken = take(boss.journal, tmp_path / "2", "Ms Boss")
    assert [wrong.code for wrong in taken.refused] == ["forged"]
    assert [one.text for one in boss.reviewing.review(debrief).comments] == ["ask the bank"]
