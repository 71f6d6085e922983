"""Demonstration data: thirty made-up visits of a rep and two colleagues, conducted as real debriefs on past days, so that a
newcomer sees a full store at once, as rep and as reader.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from coach.conduct.archive import Archive
from coach.conduct.debriefing import Debriefing, Talk
from coach.conduct.identity import note_imported
from coach.domain.debrief_events import Event, QuestionAsked
from coach.domain.hearing import Act, Heard, Hearing, Stage
from coach.domain.ids import review_stream
from coach.domain.review_events import Asked, Commented
from coach.ports import Clock, Journal

_DIRECT = ("confirm", "contradiction", "next_line", "push_reason", "gave_in", "unknowns", "claimed_class", "confidence")


@dataclass
class _Then:
    """A clock that stands at the evening of a past day."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


class _Script:
    """The script of a visit: the rep's lines by question, and a listener that understands exactly what the script says
    was said.
    """

    def __init__(self, visit: Mapping[str, Any]) -> None:
        self._visit = visit
        self._told_why = False

    def hear(self, text: str, stage: Stage, today: date, language: str | None = None) -> Hearing:
        visit = self._visit
        facts = {name: Heard(value, quote, 1.0) for name, (value, quote) in visit["facts"].items() if quote in text}
        names = {}
        if text == visit["opening"]:
            names = {"customer": visit["customer"], "contact": visit["contact"]}
            signed = visit.get("signed", "")
            facts["signed"] = Heard("yes" if signed else "no", signed, 1.0)
            if visit.get("step"):
                day = today + timedelta(days=visit["step_days"])
                facts["next_step"] = Heard("yes", visit["step"], 1.0)
                facts["next_date"] = Heard(day.isoformat(), visit["step"], 1.0)
        blockers: tuple[Heard, ...] = ()
        if text == visit.get("unsigned"):
            facts["close_attempted"] = Heard(visit.get("asked", "no"), text, 1.0)
            if visit.get("gave_in"):
                facts["gave_in"] = Heard(visit["gave_in"], text, 1.0)
            blockers = tuple(Heard(blocker, text, 1.0) for blocker in visit.get("blockers", ()))
        return Hearing(facts=facts, blockers=blockers, names=names)

    def acts(self, customer: str, rep: str, language: str | None = None) -> tuple[Act, ...]:
        return ("value", "answer", "ask")

    def answer(self, question: QuestionAsked) -> str:
        """The rep's line in answer to a question."""
        visit, asks = self._visit, set(question.asks)
        if question.step == "opening":
            return str(visit["opening"])
        wanted = next((field for field in _DIRECT if field in asks), question.step)
        lines = {
            "confirm": "1",
            "contradiction": "1",
            "next_line": visit.get("line", "/skip"),
            "push_reason": visit.get("reason", "2"),
            "gave_in": "2" if visit.get("gave_in") == "yes" else "1",
            "unknowns": visit.get("doubts", "/skip"),
            "push": visit.get("worry", "/skip"),
            "unsigned": visit.get("unsigned", "/skip"),
        }
        if wanted in ("claimed_class", "confidence"):
            return str(visit["judge" if question.step == "reverse" else "claim"])
        if wanted == "forward":
            again, self._told_why = self._told_why, True
            guessed = again or (question.about and "guess" in visit)
            return str(visit.get("guess" if guessed else "why", "/skip"))
        return str(lines[wanted]) if wanted in lines else "/skip"


def furnish(journal: Journal, clock: Clock, rep: str, folder: Path, language: str) -> int:
    """Conducts the visits of the catalogues in `folder` in an empty journal; returns their number. Deterministic for a
    day and language.

    Urgent visits are in the given language: a visit in another language is dated as its `beside` says, and belongs to the
    colleague (1, 2) that its `colleague` names. The reader's remarks are on visits in the given language.
    """
    visits = [
        (file.stem, visit)
        for file in sorted(folder.glob("*.toml"))
        for visit in _visits(
            tomllib.loads(file.read_text("utf-8")), clock.today(), other_language=file.stem != language
        )
    ]
    visits.sort(key=lambda one: -one[1]["days"])
    note_imported(journal, {visit["rep"] for _, visit in visits if visit["rep"]})
    dice = Random(23)
    for number, (spoken, visit) in enumerate(visits):
        day = clock.today() - timedelta(days=visit["days"])
        moment = min(datetime.combine(day, time(17, number % 60), clock.now().tzinfo), clock.now())
        talk = _hold(journal, _Then(moment), visit["rep"] or rep, spoken, visit, dice)
        if spoken == language:
            _read(journal, talk.id, visit, min(moment + timedelta(hours=16), clock.now()))
    return len(visits)


def _visits(catalogue: Mapping[str, Any], today: date, other_language: bool) -> Iterator[Mapping[str, Any]]:
    """The visits of a catalogue, worded for the weekday of the next step."""
    for told in catalogue["visit"]:
        visit = {**told, **(told.get("beside", {}) if other_language else {})}
        visit["rep"] = (
            catalogue["colleagues"][visit["colleague"] - 1] if other_language and "colleague" in visit else ""
        )
        visit["reader"] = catalogue["reader"]
        due = today + timedelta(days=visit.get("step_days", 0) - visit["days"])
        day = catalogue["weekdays"][due.weekday()]
        yield {key: value.replace("{day}", day) if isinstance(value, str) else value for key, value in visit.items()}


def _hold(journal: Journal, then: _Then, rep: str, language: str, visit: Mapping[str, Any], dice: Random) -> Talk:
    script = _Script(visit)
    talk: Talk = Debriefing(journal, script, then, dice.randrange).open(rep, language, product=visit["product"])
    while (question := talk.debrief.question) and question.step != visit.get("left"):
        talk.say(script.answer(question))
    talk.release()
    if visit.get("outcome"):
        later = _Then(then.moment + timedelta(days=visit["days"] - visit["outcome_days"]))
        reason = visit.get("outcome_reason", "")
        Archive(journal, later, rep).record_outcome(talk.id, visit["outcome"], later.today(), reason)
    return talk


def _read(journal: Journal, debrief: str, visit: Mapping[str, Any], at: datetime) -> None:
    """What the reader said of the visit, and asked."""
    who = visit["reader"]
    said: list[Event] = [Commented(text=visit["comment"], by=who)] if "comment" in visit else []
    said += [Asked(text=visit["question"], by=who)] if "question" in visit else []
    if said:
        journal.append(who, review_stream(debrief, journal.hand), 0, said, at)
