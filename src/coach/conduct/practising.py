"""Conducting a rehearsal: the rep's line is stored first, then understood, then answered. Private: streams
`practice:<id>`, no projection row.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coach import phrases
from coach.conduct.lookup import rehearsal_stream
from coach.conduct.open_stream import OpenStream
from coach.domain import practice_events as p
from coach.domain.cleaning import clean_input
from coach.domain.event import Event, Recorded
from coach.domain.ids import PRACTICE, new_id
from coach.domain.practice import MINUTES_20, Mind, Rehearsal, Scorecard, fold
from coach.ports import Clock, Journal, JournalError, Listener, RefusedError
from coach.roleplay import aftermath, customer, seller
from coach.roleplay.good_faith import in_good_faith
from coach.roleplay.reader import read
from coach.roleplay.scenario import Scenario
from coach.roleplay.scoring import score

LONGEST = 4000
"""Characters of a line that are interpreted; the whole line is stored."""


@dataclass(frozen=True)
class Answer:
    """What the customer said, its kind, and the seconds left; `outcome` if the rehearsal ended."""

    text: str
    kind: str
    clock: int
    outcome: str | None = None


class Rehearsing(OpenStream[Rehearsal]):
    """One rehearsal in progress."""

    def __init__(self, service: "Practising", history: list[Recorded]) -> None:
        super().__init__(service.journal, service.clock, history, fold)
        self._service = service
        self._failed = False
        opened = self.state.opened
        if opened is None:
            raise RefusedError("unknown_practice", id=self.id)
        self.opened: p.RehearsalOpened = opened
        self.scenario = Scenario.model_validate(opened.scenario)

    @property
    def owner(self) -> str:
        """The rep who rehearses."""
        return self.opened.rep

    @property
    def book(self) -> phrases.Phrasebook:
        """The practice catalogue in the language of the rehearsal."""
        return phrases.load(self.opened.language, "practice")

    def greeting(self) -> Answer:
        """The customer's last line, with which a new or resumed rehearsal begins."""
        return Answer(self.state.last_line, self.state.last_kind, self.state.clock, self.state.outcome)

    def say(self, words: str, took: int | None = None) -> Answer:
        """Handles the rep's line, `took` seconds after the last one (None: measured by the clock); an empty text is a
        silence.

        Raises RefusedError `practice_over`; JournalError if the words could not be stored: they may then be sent again
        and are stored once.
        """
        text, _ = clean_input(words)
        known = len(self.state.exchanges)
        self._catch_up()
        if [turn.rep for turn in self.state.exchanges[known:]] == [text]:
            return self.greeting()
        if self.state.ended:
            raise RefusedError("practice_over", id=self.id)
        self._append([p.LineTried(text=text, took=self.elapsed() if took is None else max(0, took))])
        return self._answer()

    def think_again(self) -> Answer | None:
        """Answers a line that was stored but not answered because the program died in between; None if there is none."""
        return self._answer() if self.state.waiting and not self.state.ended else None

    def leave(self) -> Answer:
        """The rep takes leave: the rehearsal ends with the outcome `left`."""
        self._catch_up()
        if not self.state.ended:
            self._append([self._ended("left")])
        return self.greeting()

    def hint(self) -> str:
        """A hint for the moment; it costs a mark. Raises RefusedError `practice_over`."""
        known = len(self.state.hints)
        self._catch_up()
        if len(self.state.hints) > known:
            return self.state.hints[-1]
        if self.state.ended:
            raise RefusedError("practice_over", id=self.id)
        text = aftermath.hint(self.scenario, Mind.model_validate(self.state.mind), self.state.last_kind, self.book)
        self._append([p.HintTaken(text=text)])
        return text

    def pause(self) -> None:
        """Stops the clock; pauses are counted."""
        self._catch_up()
        if not self.state.stopped_at and not self.state.ended:
            self._append([p.ClockStopped()])

    def go_on(self) -> None:
        """Resumes the clock."""
        self._catch_up()
        if not self.state.ended:
            self._append([p.ClockStarted()])

    def elapsed(self, now: datetime | None = None) -> int:
        """Seconds since the customer last spoke, without pauses; a clock set back yields none."""
        last, end = self.state.last_at, self.state.stopped_at or now or self._clock.now()
        return min(MINUTES_20, max(0, int((end - last).total_seconds()))) if last else 0

    def seconds_left(self, now: datetime | None = None) -> int:
        """The seconds left on the clock."""
        return max(0, self.state.clock - (0 if self.state.ended else self.elapsed(now)))

    def branch(self, turn: int) -> "Rehearsing":
        """A new attempt from the rep's turn `turn` (1 = his first), with everything before it unchanged."""
        return self._service.branch(self.owner, self.id, turn)

    def scorecard(self) -> Scorecard:
        """The score of the transcript so far; an unfinished rehearsal counts as left."""
        return self._score(self.state, self.state.outcome)

    def better_line(self, card: Scorecard) -> str:
        """A better line for the card's largest gap; empty if there is none."""
        minds = self.state.minds
        mind = minds[min((card.turn or 1) - 1, len(minds) - 1)] if minds else self.state.mind
        opened = self.opened
        return aftermath.better_line(
            card, self.scenario, opened.language, Mind.model_validate(mind), self.book, opened.seed
        )

    def reveal(self) -> tuple[str, ...]:
        """The customer's hidden class and motives. Raises RefusedError `practice_open` before the end."""
        if not self.state.ended:
            raise RefusedError("practice_open", id=self.id)
        return aftermath.reveal(self.scenario, self.opened.language, self.book)

    def _catch_up(self) -> None:
        """After a failed write: reloads the stream and answers a line that waits there."""
        if self._failed:
            self._reload()
            self.think_again()
            self._failed = False

    def _answer(self) -> Answer:
        line = self.state.waiting
        if line is None:
            raise RefusedError("practice_over", id=self.id)
        event = self._seller(line) if self.opened.swapped else self._customer(line)
        self._append([event, self._ended(event.outcome, event)] if event.outcome else [event])
        return Answer(event.text, event.reply, int(event.mind.get("clock", 0)), event.outcome)

    def _customer(self, line: p.LineTried) -> p.CustomerReplied:
        opened, heard = self.opened, line.text[:LONGEST]
        acts = self._service.listener.acts(self.state.last_line, heard, opened.language) if heard else ()
        mind = Mind.model_validate(self.state.mind)
        reading = in_good_faith(read(self.scenario, opened.language, heard, acts, self.state.last_line), mind)
        reply = customer.reply(self.scenario, opened.language, opened.level, opened.seed, mind, reading, line.took)
        named = {"gift": reading.free, "insult": reading.insults, "lie": reading.overpromises or reading.presumes}
        marks = {name for name, marked in named.items() if marked}
        kept = tuple(sorted(reading.acts | marks))
        return reply.as_event(kept, () if "pressure" in kept else reading.asked)

    def _seller(self, line: p.LineTried) -> p.CustomerReplied:
        opened = self.opened
        said = [self.state.greeting, *(turn.rep for turn in self.state.exchanges)]
        return seller.reply(
            self.scenario, opened.language, opened.seed, self.state.mind, line.text[:LONGEST], line.took, said
        )

    def _ended(self, outcome: p.RehearsalOutcome, last: p.CustomerReplied | None = None) -> p.RehearsalEnded:
        if self.opened.swapped:
            return p.RehearsalEnded(outcome=outcome)
        state = self._after(self._ahead([last])) if last else self.state
        return p.RehearsalEnded(outcome=outcome, score=self._score(state, outcome).score)

    def _score(self, state: Rehearsal, outcome: p.RehearsalOutcome | None) -> Scorecard:
        his = self.scenario
        return score(state.exchanges, outcome, his.hidden_class, len(state.hints), his.known)

    def _append(self, events: Sequence[Event]) -> None:
        try:
            super()._append(events)
        except JournalError:
            self._failed = True
            raise


class Practising:
    """Opens, resumes and branches rehearsals."""

    def __init__(self, journal: Journal, listener: Listener, clock: Clock, draw: Callable[[int], int]) -> None:
        self.journal = journal
        self.listener = listener
        self.clock = clock
        self._draw = draw

    def open(
        self,
        rep: str,
        language: str,
        scenario: Scenario,
        *,
        level: p.Level = "normal",
        seed: int | None = None,
        today: date | None = None,
        swapped: bool = False,
    ) -> Rehearsing:
        """Starts a rehearsal, locked by this window, with the greeting said. A scenario not available in `language`
        uses its other one.
        """
        spoken = language if language in scenario.languages else scenario.languages[0]
        opened = p.RehearsalOpened(
            rep=rep,
            language="zh" if spoken == "zh" else "en",
            scenario_id=scenario.id,
            scenario=scenario.model_dump(mode="json", exclude_defaults=True),
            level=level,
            seed=self._draw(100_000) if seed is None else seed,
            today=today or self.clock.today(),
            swapped=swapped,
        )
        first = (
            seller.greet(opened.language, opened.seed)
            if swapped
            else customer.greet(scenario, opened.language, level, opened.seed).as_event()
        )
        return self._start(opened, [first])

    def branch(self, rep: str, name: str, turn: int) -> Rehearsing:
        """A new attempt at a rehearsal of the rep's own that keeps everything before his turn `turn`.

        Raises RefusedError: `unknown_practice`, `ambiguous`, or `no_turn` if the rehearsal has no such turn.
        """
        stream = rehearsal_stream(self.journal, name, rep)
        history = self.journal.read(stream, owner=rep)
        old = fold(stream, history)
        if old.opened is None or not 1 <= turn <= old.last_turn:
            raise RefusedError("no_turn", id=name, turn=turn, count=old.last_turn)
        opened = old.opened.model_copy(update={"origin": stream, "turn": turn})
        kept: list[Event] = []
        tried = 0
        for recorded in history:
            tried += isinstance(recorded.event, p.LineTried)
            if tried >= turn:
                break
            if isinstance(recorded.event, p.LineTried | p.CustomerReplied):
                kept.append(recorded.event)
        return self._start(opened, kept)

    def resume(self, rep: str, name: str) -> Rehearsing:
        """Continues a rehearsal of the rep's own; the time away counts as a pause. Raises RefusedError
        `unknown_practice`, `ambiguous` or `held`.
        """
        stream = rehearsal_stream(self.journal, name, rep)
        if not self.journal.hold(stream):
            raise RefusedError("held", id=stream)
        talk = Rehearsing(self, self.journal.read(stream, owner=rep))
        talk.go_on()
        return talk

    def _start(self, opened: p.RehearsalOpened, events: Sequence[Event]) -> Rehearsing:
        now = self.clock.now()
        stream = PRACTICE + new_id(now, self._draw)
        self.journal.hold(stream)
        return Rehearsing(self, self.journal.append(opened.rep, stream, 0, [opened, *events], now))


def attempts(journal: Journal, rep: str, scenario_id: str | None = None) -> Iterator[Rehearsal]:
    """The rep's own rehearsals, oldest first."""
    for stream in journal.streams(PRACTICE):
        state = fold(stream, journal.read(stream, owner=rep))
        if state.opened and scenario_id in (None, state.opened.scenario_id):
            yield state
