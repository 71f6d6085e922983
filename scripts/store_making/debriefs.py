"""Made-up debriefs as streams of events: a truth about the customer, a rep who judges it well or badly, and what became
of it.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, NamedTuple

from scripts.store_making.words import (
    ENDS,
    FACTS,
    GIVEN,
    KINDS,
    MANAGERS,
    PEOPLE,
    PLACES,
    PRODUCTS,
    SAYS,
    STEMS,
    SURNAMES,
    TITLES,
    TRADES,
    WHEN,
    Filler,
)

from coach import phrases
from coach.domain import debrief_events as e
from coach.domain import review_events as r
from coach.domain.history import fold
from coach.domain.ids import new_id, review_stream
from coach.domain.rulebook import CustomerFacts, classify, deadline
from coach.domain.summarise import summarise
from coach.domain.summary import Summary
from coach.domain.vocabulary import CLASSES, Language

History = tuple[str, str, list[tuple[e.Event, datetime]], Summary | None]

_APPROVALS = {"first": 0, "second": 1, "third": 2}
_SIGNS = {"A": (0.62, 10), "B": (0.45, 20), "C": (0.32, 30), "D": (0.03, 60), None: (0.2, 40)}
_ASKS = (
    "opening.first",
    "claim.both",
    "forward.rank",
    "unsigned.both",
    "unsigned.close_attempted",
    "claim.percent",
    "claim.class",
)


class Person(NamedTuple):
    """A rep: his name, how much he believes what he wishes (0..1), whether he asks for the signature (0..1)."""

    name: str
    hope: float
    courage: float
    manager: str


class Maker:
    """Makes `count` debriefs that end on the day before `today`, spread evenly over up to three years."""

    def __init__(self, count: int, seed: int, today: datetime) -> None:
        self._count, self._dice, self._today = count, Random(seed), today
        self._filler = {language: Filler(self._dice, language) for language in ("zh", "en")}
        self._books = {language: phrases.load(language) for language in ("zh", "en")}
        self.reps = [self._person(n) for n in range(max(3, min(720, count // 140)))]

    def histories(self) -> Iterator[History]:
        """The debriefs and, for some, their reviews, oldest first."""
        span = min(timedelta(days=3 * 365), timedelta(hours=3) * self._count)
        began = self._today - span
        for n in range(self._count):
            at = began + span * n / self._count + timedelta(seconds=self._dice.randrange(60))
            yield from _Made(self, self._dice, at).streams()

    def _person(self, n: int) -> Person:
        pick = self._dice.choice
        name = (
            pick(SURNAMES) + pick(GIVEN) + pick(GIVEN) if n % 10 < 7 else pick(PEOPLE).split()[-1] + f" {pick(STEMS)}"
        )
        return Person(
            f"{name}{n if n >= 60 else ''}",
            self._dice.random() * 0.5,
            self._dice.random(),
            MANAGERS[n // 12 % len(MANAGERS)],
        )

    def say(self, language: str, key: str, **slots: Any) -> str:
        """Something a rep or a manager says, with filler after it now and then."""
        dice = self._dice
        slots |= {
            "k": dice.randrange(2, 20),
            "when": dice.choice(WHEN[language]),
            "rival": dice.choice(STEMS) + dice.choice(ENDS),
        }
        wording: str = dice.choice(SAYS[language][key])
        return wording.format_map(slots) + self.chat(language)

    def chat(self, language: str) -> str:
        """Small talk without facts."""
        comma = "，" if language == "zh" else ", "
        return "".join(
            comma + self._filler[language].some(self._dice.randrange(3, 9)) for _ in range(self._dice.randrange(3))
        )

    def question(self, language: str, step: str, asks: tuple[str, ...]) -> e.QuestionAsked:
        """A question of the coach's own catalogue."""
        key = self._dice.choice(_ASKS)
        wordings = self._books[language].entries[key]
        variant = self._dice.randrange(len(wordings))
        return e.QuestionAsked(step=step, asks=asks, line=key, variant=variant, text=wordings[variant])  # type: ignore[arg-type]


class _Made:
    def __init__(self, maker: Maker, dice: Random, at: datetime) -> None:
        self._maker, self._dice, self._at, self._opened = maker, dice, at, at
        self._events: list[tuple[e.Event, datetime]] = []
        self._rep = dice.choice(maker.reps)
        self._language: Language = "zh" if dice.random() < 0.7 else "en"
        self._id = new_id(at, dice.randrange)
        self._customer, self._contact = self._names()
        self._truth = {
            "authority": dice.choices(("first", "second", "third"), (5, 4, 3))[0],
            "need": dice.choices(("yes", "no"), (9, 1))[0],
            "power": dice.choices(("yes", "unsure", "no"), (7, 2, 1))[0],
            "value": dice.choices(("yes", "unsure", "no"), (8, 1, 1))[0],
        }
        need, power, value = (self._truth[name] for name in ("need", "power", "value"))
        self._ruling = classify(CustomerFacts(_APPROVALS[self._truth["authority"]], need, power, value))  # type: ignore[arg-type]

    def streams(self) -> Iterator[History]:
        self._talk()
        if self._dice.random() < 0.985:
            claim = next(event for event, _ in self._events if isinstance(event, e.ClaimMade))
            self._ask()
            self._judge_again(claim)
            self._find_the_line()
            self._hear_the_verdict(claim)
            self._plan()
            self._outcome()
        recorded = [e.Recorded(self._id, k, when, event) for k, (event, when) in enumerate(self._events, 1)]
        yield self._rep.name, self._id, self._events, summarise(fold(self._id, recorded))
        yield from self._review()

    def _names(self) -> tuple[str, str]:
        pick = self._dice.choice
        if self._language == "zh":
            return pick(PLACES) + pick(PLACES) + pick(TRADES), pick(SURNAMES) + pick(TITLES)
        return pick(STEMS) + pick(ENDS) + pick(KINDS), pick(PEOPLE)

    def _note(self, *events: e.Event) -> None:
        for event in events:
            self._at += timedelta(seconds=self._dice.randrange(2, 40))
            self._events.append((event, self._at))

    def _turn(self, step: str, asks: tuple[str, ...], text: str) -> None:
        self._note(self._maker.question(self._language, step, asks), e.RepSaid(text=text))

    def _say(self, key: str, **slots: Any) -> str:
        return self._maker.say(self._language, key, customer=self._customer, contact=self._contact, **slots)

    def _fact(self, name: str) -> tuple[str, e.FactHeard]:
        value = self._truth[name]
        quote = self._dice.choice(FACTS[self._language][name, value])
        return quote, e.FactHeard(fact=name, value=value, quote=quote, confidence=0.93)  # type: ignore[arg-type]

    def _talk(self) -> None:
        dice, comma = self._dice, "，" if self._language == "zh" else ", "
        product = dice.choice(PRODUCTS[self._language])
        day = self._at.date()
        self._note(
            e.DebriefOpened(
                rep=self._rep.name,
                language=self._language,
                today=day,
                seed=dice.randrange(99),
                product=product,
            )
        )
        (need, need_heard), (value, value_heard) = self._fact("need"), self._fact("value")
        self._turn("opening", ("customer", "contact"), self._say("met") + comma + need + comma + value)
        visit = day - timedelta(days=dice.choices((0, 1, 2), (8, 1, 1))[0])
        self._note(
            e.CustomerNamed(customer=self._customer, contact=self._contact),
            e.VisitDated(date=visit),
            need_heard,
            value_heard,
            e.StepReached(step="claim"),
        )
        self._visit = visit
        claimed, pct = self._claim()
        self._turn("claim", ("claimed_class", "confidence"), self._say("claim", **{"class": claimed, "pct": pct}))
        self._note(e.ClaimMade(customer_class=claimed, confidence=pct), e.StepReached(step="forward"))  # type: ignore[arg-type]
        (who, who_heard), (money, money_heard) = self._fact("authority"), self._fact("power")
        self._turn("forward", ("authority", "power"), who + comma + money + comma + self._say("price"))
        self._note(who_heard, money_heard, e.StepReached(step="unsigned"))

    def _claim(self) -> tuple[str, int]:
        dice, true = self._dice, self._ruling.customer_class or self._ruling.pending or "C"
        rank = "ABCD".index(true)
        while rank and dice.random() < self._rep.hope:
            rank -= 1
        claimed = "ABCD"[rank]
        chance = _SIGNS[claimed][0] + 0.35 * self._rep.hope
        return claimed, max(0, min(100, round((chance + dice.gauss(0, 0.15)) * 20) * 5))

    def _ask(self) -> None:
        dice = self._dice
        self._asked = dice.random() < 0.3 + 0.6 * self._rep.courage
        self._signed = self._asked and self._ruling.customer_class == "A" and dice.random() < 0.12
        self._turn("unsigned", ("close_attempted", "blockers"), self._say("asked" if self._asked else "not_asked"))
        gave_in = not self._signed and dice.random() < 0.45
        self._note(
            e.SigningHeard(signed=self._signed),
            e.CloseHeard(attempted=self._asked, times=dice.randrange(1, 4) if self._asked else None, gave_in=gave_in),
        )
        blocker = dice.choice(
            ("no_courage", "fear_impression", "customer_thinking", "price", "absent_decider", "competitor")
        )
        self._note(e.BlockersHeard(blockers=(blocker,)), e.StepReached(step="reverse"))

    def _judge_again(self, claim: e.ClaimMade) -> None:
        dice, unknowns = self._dice, self._say("unknowns")
        self._turn("reverse", ("unknowns", "not_a"), unknowns)
        moved = self._ruling.customer_class if dice.random() < 0.4 else claim.customer_class
        self._note(
            e.UnknownsNamed(text=unknowns),
            e.JudgedAgain(
                customer_class=moved or claim.customer_class,
                confidence=max(0, (claim.confidence or 0) - dice.choice((0, 0, 5, 10, 20))),
            ),
        )

    def _find_the_line(self) -> None:
        line = self._say("line")
        self._turn("push", ("push_reason", "next_line"), line)
        if not self._asked:
            self._note(e.ReasonHeard(reason=self._dice.choice(("courage", "fear", "neither"))))
        self._note(e.NextLineKept(text=line), e.StepReached(step="verdict"))

    def _hear_the_verdict(self, claim: e.ClaimMade) -> None:
        ruled = self._ruling
        self._note(
            e.VerdictGiven(
                customer_class=ruled.customer_class,
                rules=ruled.rules,
                unknown=ruled.unknown,
                deadline=deadline(self._visit, ruled),
                pending=ruled.pending,
            )
        )
        if ruled.customer_class != claim.customer_class and self._dice.random() < 0.15:
            self._note(e.VerdictDisputed(text=self._say("dispute")))

    def _plan(self) -> None:
        step = self._say("step")
        day = self._visit + timedelta(days=self._dice.randrange(1, 8))
        self._note(e.RepSaid(text=step), e.NextStepPlanned(what=step, who=self._rep.name, date=day))
        chat = self._maker.chat(self._language).strip("，, ") or "OK"
        self._note(e.CoachSaid(line="list.separator", variant=0, text=chat), e.DebriefRecorded())

    def _outcome(self) -> None:
        dice, now = self._dice, self._maker._today.date()
        if self._signed or dice.random() < 0.08:
            return
        chance, term = _SIGNS[self._ruling.customer_class]
        chance = chance if self._asked else chance * 0.35
        if dice.random() < chance:
            days, what, reason = min(1 + int(dice.expovariate(2.2 / term)), 3 * term), "signed", ""
        elif dice.random() < 0.8:
            days, what, reason = 3 + dice.randrange(2 * term), "lost", self._say("lost")
        else:
            return
        on = self._visit + timedelta(days=days)
        if on < now:
            at = datetime(on.year, on.month, on.day, 18, tzinfo=UTC)
            self._events.append((e.OutcomeRecorded(outcome=what, on=on, reason=reason), max(at, self._at)))  # type: ignore[arg-type]

    def _review(self) -> Iterator[History]:
        dice, by, stream = self._dice, self._rep.manager, review_stream(self._id)
        if dice.random() > 0.6:
            return
        at = self._opened + timedelta(hours=dice.randrange(3, 40))
        made: list[e.Event] = [r.MarkedRead(by=by)]
        if dice.random() < 0.2:
            made.append(r.Commented(text=self._say("comment"), by=by, line=dice.randrange(1, 8)))
        if dice.random() < 0.04:
            before, after = self._ruling.customer_class, dice.choice(CLASSES)
            made.append(r.Overruled(customer_class=after, before=before, reason=self._say("overrule"), by=by))
        asked = dice.random() < 0.05
        if asked:
            made.append(r.Asked(text=self._say("ask"), by=by))
        timed = [(event, at + timedelta(seconds=30 * k)) for k, event in enumerate(made)]
        yield by, stream, timed, None
        if asked and dice.random() < 0.7:
            answer = r.Answered(text=self._say("answer"), by=self._rep.name, to=by, request=len(made))
            yield self._rep.name, stream, [(answer, at + timedelta(hours=5))], None
