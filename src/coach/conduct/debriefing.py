"""Holding a debrief: the rep's words are written down first, then heard, then answered; every step is durable before it is shown."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from coach import phrases
from coach.conduct.carrying_over import begun_here, names_of
from coach.conduct.identity import Identity
from coach.dialogue import commands, corrections, cues, fact_edits, turn, visits, wording
from coach.dialogue.steps import STAGE
from coach.domain import events as e
from coach.domain.cleaning import CEILING, take_in
from coach.domain.debrief import Debrief
from coach.domain.facts import FactName
from coach.domain.hearing import Act, Hearing, Stage
from coach.domain.history import fold
from coach.domain.ids import new_id
from coach.domain.summarise import summarise
from coach.ports import Clock, Journal, JournalError, Listener


@dataclass(frozen=True)
class Reply:
    """What one answer brought: lines of the coach, notices that are not kept, the question now open; `done` and `left` end the talk."""

    said: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    question: e.QuestionAsked | None = None
    done: bool = False
    left: bool = False


class Talk:
    """One debrief being held. Every method returns what to show; nothing is shown that was not kept."""

    def __init__(self, desk: "Debriefing", history: list[e.Recorded], follow_language: bool) -> None:
        self._desk = desk
        self._history = history
        self._follow = follow_language
        self.id = history[0].stream
        self.debrief: Debrief = fold(self.id, history)
        self._failed: tuple[str, int] | None = None

    @property
    def history(self) -> Sequence[e.Recorded]:
        """All events so far."""
        return self._history

    @property
    def book(self) -> phrases.Phrasebook:
        """The catalogue of the language spoken now."""
        return wording.book_for(self.debrief)

    def say(self, words: str) -> Reply:
        """The rep says something: an answer, a number, a command, a question back.

        Raises JournalError where it could not be kept; the same words can be sent again then, and are kept once.
        """
        text, cut = take_in(words)
        kept = self._caught_up(text)
        if kept is not None:
            return kept
        if not text:
            return self._reply(0, notices=(self.book.say("notice.empty"),))
        if self.debrief.recorded:
            return self._reply(0, notices=(self.book.say("notice.finished", id=self.id),))
        question = self.debrief.question
        cue = cues.read(text, question.asks if question else (), question.choices if question else ())
        with self._noting_failure(text) as began:
            if cue.command:
                return self._command(*cue.command)
            self._append([e.RepSaid(text=text, meant=cue.chosen, cut=cut)])
            told = (self.book.say("notice.cut", kept=CEILING),) if cut else ()
            return self._think(text, cue, began, told)

    def think_again(self) -> Reply | None:
        """Answers words that were kept but not answered because the program died between the two; None where there are none."""
        last = self._history[-1].event
        if not isinstance(last, e.RepSaid):
            return None
        question = self.debrief.question
        cue = cues.read(last.text, question.asks if question else (), question.choices if question else ())
        return self._think(last.text, cue, len(self._history), ())

    def correct(self, fact: FactName, value: str | None) -> Reply:
        """Puts a fact right by hand. Raises ValueError for a value that does not fit the fact."""
        event = fact_edits.corrected(fact, value)
        if event is None:
            raise ValueError(f"{value!r} is no value of {fact}")
        self._caught_up()
        with self._noting_failure() as began:
            self._append([event])
        shown = {"fact": phrases.Line(f"fact.{fact}"), "value": phrases.Line(f"fact_value.{value or 'none'}")}
        return self._reply(began, (self.book.say("notice.corrected", **shown),))

    def save_draft(self, text: str) -> None:
        """Keeps what is half-typed."""
        self._desk.journal.save_draft(self.id, text)

    def draft(self) -> str:
        """What was half-typed when the talk was left."""
        return self._desk.journal.draft(self.id)

    def leave(self) -> None:
        """Gives the debrief back, so that another window may go on with it."""
        self._desk.journal.release(self.id)

    @contextmanager
    def _noting_failure(self, text: str = "") -> Iterator[int]:
        """Notes what could not be kept, and what was there before it: so many events, which it gives."""
        began = len(self._history)
        try:
            yield began
        except JournalError:
            self._failed = self._failed or (text, began)
            raise

    def _caught_up(self, text: str = "") -> Reply | None:
        """After a failed write: takes up what the file holds; the reply where `text` turns out to be kept and need not be said again.

        A write that failed may have come as far as the rep's words but not to the answer, or be whole but for its last sync.
        """
        if self._failed is None:
            return None
        said, began = self._failed
        self._history = self._desk.journal.read(self.id)
        self.debrief = fold(self.id, self._history)
        self.think_again()
        self._failed = None
        since = [r.event for r in self._history[began:]]
        kept = text == said and any(isinstance(event, e.RepSaid) and event.text == text for event in since)
        return self._reply(began) if kept else None

    def _think(self, text: str, cue: cues.Cue, began: int, told: tuple[str, ...]) -> Reply:
        beside = commands.beside_the_point(self.debrief, self.book, text)
        if beside:
            self._append(beside)
            return self._reply(began, notices=told)
        if self._follow:
            self._follow_language(text)
        hearing, acts = self._hear(text, cue)
        self._append(turn.take(self.debrief, self.book, text, cue, hearing, acts))
        return self._reply(began, notices=told)

    def _hear(self, text: str, cue: cues.Cue) -> tuple[Hearing, tuple[Act, ...]]:
        d = self.debrief
        if cue.chosen:
            return Hearing(), ()
        hearing = self._listen(visits.first(d, text), STAGE[d.step], corrections.told(text))
        asks = d.question.asks if d.question else ()
        put_off = d.worry or (d.blocker_quotes[-1] if d.blocker_quotes else "")
        acts = self._desk.listener.acts(put_off, text, d.language) if "next_line" in asks else ()
        return hearing, acts

    def _listen(self, text: str, stage: Stage, right: corrections.Correction | None) -> Hearing:
        return self._desk.listener.hear(text, stage, corrections.base(self.debrief, right), self.debrief.language)

    def _follow_language(self, text: str) -> None:
        """The first words set the language where nobody chose one."""
        self._follow = False
        spoken = "zh" if sum("\u4e00" <= char <= "\u9fff" for char in text) * 3 > len(text) else "en"
        if spoken != self.debrief.language:
            self._append([e.LanguageChosen(language="zh" if spoken == "zh" else "en")])

    def _command(self, name: str, argument: str) -> Reply:
        known, argument = commands.meant(name, argument)
        if known is None:
            return self._notice("notice.unknown_command", name=name[:40])
        return _COMMANDS[known](self, argument)

    def _back(self, _: str) -> Reply:
        last = commands.last_answer(self._history)
        if last is None:
            return self._notice("notice.nothing_to_take_back")
        began = len(self._history)
        self._append([e.WentBack(to=last)])
        self._append(commands.asked_again(self.debrief, self.book))
        return self._reply(began, notices=(self.book.say("notice.taken_back"),))

    def _edit(self, argument: str) -> Reply:
        fact = fact_edits.edited(argument)
        if fact:
            return self.correct(fact.fact, fact.value)
        right = corrections.asked(argument)
        began = len(self._history)
        if right:
            heard = self._listen(right.value, "opening", right)
            self._append(commands.righted(self.debrief, self.book, right, heard))
        if right is None or len(self._history) == began:
            return self._notice("notice.edit_usage")
        return self._reply(began, (self.book.say("notice.edited", **corrections.shown(right.field, self.debrief)),))

    def _skip(self, _: str) -> Reply:
        began = len(self._history)
        self._append(turn.skip(self.debrief, self.book))
        return self._reply(began)

    def _language(self, argument: str) -> Reply:
        wanted = argument.casefold()
        if wanted not in phrases.LANGUAGES:
            wanted = "en" if self.debrief.language == "zh" else "zh"
        self._follow = False
        began = len(self._history)
        self._append([e.LanguageChosen(language="zh" if wanted == "zh" else "en")])
        self._append(commands.asked_again(self.debrief, self.book))
        return self._reply(began, notices=(self.book.say("notice.switched"),))

    def _quit(self, _: str) -> Reply:
        self.leave()
        return Reply((), (self.book.say("notice.leaving", id=self.id),), self.debrief.question, left=True)

    def _notice(self, key: str, **slots: object) -> Reply:
        return self._reply(len(self._history), notices=(self.book.say(key, **slots),))

    def _reply(self, began: int, notices: tuple[str, ...] = ()) -> Reply:
        said = tuple(r.event.text for r in self._history[began:] if isinstance(r.event, e.CoachSaid))
        return Reply(said, notices, self.debrief.question, self.debrief.recorded)

    def _append(self, events: Sequence[e.Event]) -> None:
        if not events:
            return
        desk, d = self._desk, self.debrief
        now = desk.clock.now()
        ahead = [e.Recorded(self.id, d.version + n, now, event) for n, event in enumerate(events, 1)]
        if any(isinstance(event, e.WentBack) for event in events):
            after = fold(self.id, [*self._history, *ahead])
        else:
            after = fold(self.id, ahead, d)  # a turn costs the same however long the talk has become
        kept = desk.journal.append(d.rep, self.id, d.version, events, now, summarise(after))
        self._history.extend(kept)
        self.debrief = after


_COMMANDS: dict[str, Callable[[Talk, str], Reply]] = {
    "back": Talk._back,
    "edit": Talk._edit,
    "skip": Talk._skip,
    "lang": Talk._language,
    "quit": Talk._quit,
    "why": lambda talk, _: talk._reply(len(talk.history), notices=(commands.why(talk.debrief, talk.book),)),
    "facts": lambda talk, _: talk._reply(len(talk.history), notices=(commands.facts_table(talk.debrief, talk.book),)),
    "help": lambda talk, _: talk._notice("help.text"),
}


class Debriefing:
    """Opens and resumes debriefs."""

    def __init__(self, journal: Journal, listener: Listener, clock: Clock, draw: Callable[[int], int]) -> None:
        self.journal = journal
        self.listener = listener
        self.clock = clock
        self._draw = draw

    def open(
        self,
        rep: str,
        language: str,
        *,
        today: date | None = None,
        follow_language: bool = False,
        again: str | None = None,
    ) -> Talk:
        """A new debrief, held by this window, with its first question asked. `again` names the expired debrief judged anew (R8)."""
        now = self.clock.now()
        stream = new_id(now, self._draw)
        opened = e.DebriefOpened(
            rep=rep,
            language="zh" if language == "zh" else "en",
            today=today or self.clock.today(),
            zone=str(now.tzinfo or "UTC"),
            seed=self._draw(1000),
            again=again,
            hand=self.journal.hand,
        )
        self.journal.hold(stream)
        first: list[e.Event] = [opened, *names_of(self.journal, again)]
        ahead = [e.Recorded(stream, n, now, event) for n, event in enumerate(first, 1)]
        state = fold(stream, ahead)
        first += turn.begin(state, phrases.load(opened.language))
        full = fold(stream, [e.Recorded(stream, n, now, event) for n, event in enumerate(first, 1)])
        return Talk(self, self.journal.append(rep, stream, 0, first, now, summarise(full)), follow_language)

    def resume(self, name: str, who: str | None = None) -> Talk:
        """Goes on with a debrief at the question it was left at; where `who` is named, only with one of his own. One that began at another
        store goes on as a copy (`begun_here`).

        Raises JournalError with the code `unknown_debrief`, `ambiguous`, `not_own` or `held` (open in another window).
        """
        found = [name] if self.journal.read(name) else self.journal.find(name)
        if len(found) != 1:
            raise JournalError("ambiguous" if found else "unknown_debrief", id=name)
        if who is not None:
            Identity(self.journal, who).allow(found[0])
        stream = begun_here(self.journal, found[0], self.clock.now(), self._draw)
        if not self.journal.hold(stream):
            raise JournalError("held", id=stream)
        return Talk(self, self.journal.read(stream), follow_language=False)
