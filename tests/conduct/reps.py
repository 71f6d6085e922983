"""Made-up reps for whole debriefs: each has a truth, a temper, and a way to answer what he is asked.

The listener here is a stand-in for the port: a rep's lines carry what they tell, so that the talk is tested, not the ear.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache

from coach.conduct.debriefing import Debriefing, Talk
from coach.conduct.pending_write import Reply
from coach.domain.debrief_events import QuestionAsked
from coach.domain.hearing import Act, Heard, Hearing, Stage
from coach.journal.memory import MemoryJournal

MONDAY = date(2026, 11, 23)
TEMPERS = ("talkative", "terse", "boastful", "downcast", "evasive", "contradictory", "off_topic", "pressing_keys")


class Day:
    """A clock that stands still on a Monday evening."""

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 18, 30, tzinfo=UTC)

    def today(self) -> date:
        return MONDAY


class Told:
    """A listener that knows what each line was meant to tell."""

    def __init__(self) -> None:
        self.meant: dict[str, Hearing] = {}

    def hear(self, text: str, stage: Stage, today: date, language: str | None = None) -> Hearing:
        return self.meant.get(text, Hearing())

    def acts(self, customer: str, rep: str, language: str | None = None) -> tuple[Act, ...]:
        if "sign" in rep or "签" in rep:
            return ("ask", "value")
        return ("next",) if "Thursday" in rep else ("other",)


def heard(value: str, quote: str) -> Heard:
    return Heard(value, quote, 0.95)


@dataclass
class Rep:
    """A rep with a temper and a truth; `answer` gives his next line."""

    temper: str
    seed: int
    language: str
    ear: Told
    truth: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dice = random.Random(f"{self.temper}{self.seed}")
        self.said = 0
        pick = self.dice.choice
        self.truth = {
            "authority": pick(["first", "first", "second", "third", "not_first"]),
            "need": pick(["yes", "yes", "yes", "no"]) if self.temper != "downcast" else pick(["yes", "no"]),
            "power": pick(["yes", "yes", "unsure", "no"]),
            "value": pick(["yes", "yes", "unsure", "no"]),
            "close_attempted": pick(["yes", "no"]),
            "gave_in": pick(["yes", "no"]),
            "signed": pick(["no"] * 9 + ["yes"]),
        }
        self.blocker = pick(["no_courage", "fear_impression", "customer_thinking", "price", "absent_decider"])

    def line(self, words: str, hearing: Hearing | None = None) -> str:
        self.said += 1
        text = f"{words} ({self.said})"
        if hearing:
            self.ear.meant[text] = hearing
        return text

    def tell(self, *keys: str, names: bool = False) -> Hearing:
        facts = {key: heard(self.truth[key], f"he said so about {key}") for key in keys if key in self.truth}
        blockers = (heard(self.blocker, f"because of {self.blocker}"),) if "blockers" in keys else ()
        return Hearing(
            facts=facts, blockers=blockers, names={"customer": "Acme Pumps", "contact": "Ms Lee"} if names else {}
        )

    def answer(self, question: QuestionAsked) -> str:
        if self.temper == "evasive" and self.dice.random() < 0.7:
            return self.line(self.dice.choice(["you know how it is", "hm, traffic was bad", "did you see the match"]))
        if self.temper == "off_topic" and self.dice.random() < 0.35:
            return self.dice.choice(["what's a first KP?", "什么是推托？", "/why", "/facts", "   ", "/nonsense"])
        return self.reply(question, set(question.asks))

    def reply(self, question: QuestionAsked, asks: set[str]) -> str:
        if self.temper == "pressing_keys" and question.choices:
            return self.dice.choice(question.choices).key if "confirm" not in asks else "1"
        if question.step == "opening":
            return self.opening()
        if "confirm" in asks:
            return (
                {"boastful": "就是A，相信我", "contradictory": "3"}.get(self.temper, "1")
                if self.dice.random() < 0.5
                else "yes"
            )
        if "contradiction" in asks:
            return self.dice.choice(["1", "2", "3"])
        if "next_line" in asks:
            return self.line("Ms Lee, you lose two shifts a month. Shall we sign today?")
        if asks & {"next_step", "next_date"}:
            step = {"next_step": heard("yes", "I call her"), "next_date": heard("2026-11-26", "Thursday")}
            return self.line("I call her on Thursday", Hearing(facts=step, days=(step["next_date"],)))
        if "dispute" in asks:
            return self.line("I know her for years")
        if "unknowns" in asks:
            flip = self.temper == "contradictory"
            told = (
                {"authority": heard("second" if self.truth["authority"] == "first" else "first", "her boss signs")}
                if flip
                else {}
            )
            judged = ". So a B, 50 %" if "claimed_class" in asks else ""
            return self.line(f"I don't know about rivals{judged}", Hearing(facts=told))
        if asks & {"claimed_class", "confidence"}:
            return self.judgement(asks)
        return self.facts(asks)

    def opening(self) -> str:
        if self.temper == "talkative":
            keys = ("authority", "need", "power", "value", "signed", "close_attempted", "gave_in", "blockers")
            return self.line("long story", self.tell(*keys, names=True))
        if self.temper == "boastful":
            return self.line("she loves us, class A for sure", self.tell("value", names=True))
        return self.line("saw Ms Lee", self.tell("signed", names=self.dice.random() < 0.8))

    def judgement(self, asks: set[str]) -> str:
        if self.temper == "evasive":
            return self.line("hard to say")
        text = self.dice.choice(["A", "A", "B", "C"]) + (", 70 %" if "confidence" in asks else "")
        return f"Acme Pumps. {text}" if "customer" in asks else text

    def facts(self, asks: set[str]) -> str:
        keys = sorted(asks | ({"gave_in"} if "close_attempted" in asks else set()))
        if self.temper == "terse":
            keys = keys[:2]
        return self.line("well", self.tell(*keys))


@cache
def hold(temper: str, seed: int, language: str, limit: int = 40) -> tuple[Talk, list[Reply]]:
    """A whole debrief with a rep of that temper; what it came to. Held once for all who read it."""
    ear = Told()
    desk = Debriefing(MemoryJournal(), ear, Day(), random.Random(seed).randrange)
    talk = desk.open("Rep", language)
    rep = Rep(temper, seed, language, ear)
    replies: list[Reply] = []
    while not talk.debrief.recorded and len(replies) < limit:
        assert talk.debrief.question is not None
        replies.append(talk.say(rep.answer(talk.debrief.question)))
    return talk, replies
