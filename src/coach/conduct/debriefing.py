"""Conducting a debrief: every input and every step is durable before it is shown."""

from collections.abc import Callable, Sequence
from datetime import date

from coach import phrases
from coach.conduct.carrying_over import carried_over_events, expired_class, local_stream, superseded_debrief
from coach.conduct.identity import Identity
from coach.conduct.lookup import debrief_stream
from coach.conduct.open_stream import OpenStream
from coach.conduct.pending_write import PendingWrite, Reply
from coach.conduct.products import known_spelling
from coach.dialogue import (
    asides,
    commands,
    correcting,
    corrections,
    cues,
    fact_edits,
    line_answer,
    turn,
    visits,
    wording,
)
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.steps import STAGE
from coach.domain import debrief_events as e
from coach.domain.cleaning import MAX_TEXT, clean_input, clean_line, without_long_runs
from coach.domain.debrief import Debrief
from coach.domain.facts import FactName
from coach.domain.hearing import Hearing, Stage
from coach.domain.history import fold
from coach.domain.ids import new_id
from coach.domain.summarise import summarise
from coach.domain.summary import Summary
from coach.ports import Clock, Journal, JournalError, Listener, RefusedError


class Talk(OpenStream[Debrief]):
    """One debrief in progress. Every method returns what to show."""

    def __init__(self, service: "Debriefing", history: list[e.Recorded], follow_language: bool) -> None:
        super().__init__(service.journal, service.clock, history, fold)
        self._listener = service.listener
        self._follow = follow_language
        self._uncertain: PendingWrite | None = None

    @property
    def debrief(self) -> Debrief:
        """The debrief so far."""
        return self.state

    @property
    def owner(self) -> str:
        """The rep whose debrief it is."""
        return self.debrief.rep

    @property
    def book(self) -> phrases.Phrasebook:
        """The catalogue of the language spoken now."""
        return wording.book_for(self.debrief)

    def say(self, words: str) -> Reply:
        """Handles the rep's input: an answer, a number, a command, a question back.

        Raises JournalError if it could not be stored; the same words may then be sent again and are stored once.
        """
        text, cut = clean_input(words)
        kept = self._caught_up(text)
        if kept is not None:
            return kept
        if not text:
            return self._notice("notice.empty")
        if self.debrief.recorded:
            return self._notice("notice.finished", id=self.id)
        cue = self._cue(without_long_runs(text))
        if cue.command:
            return self._command(text, *cue.command)
        told = (self.book.say("notice.cut", kept=MAX_TEXT),) if cut else ()

        def reply(began: int) -> Reply:
            self._think()
            return self._reply(began, told)

        return self._write(text, [e.RepSaid(text=text, meant=cue.chosen, cut=cut)], reply)

    def think_again(self) -> Reply | None:
        """Answers input that was stored but not answered because the program died in between; None if there is none."""
        began = len(self._history)
        self._think()
        return self._reply(began) if len(self._history) > began else None

    def correct(self, fact: FactName, value: str | None) -> Reply:
        """Corrects a fact by hand. Raises ValueError for a value that does not fit the fact."""
        event = fact_edits.corrected(fact, value)
        if event is None:
            raise ValueError(f"{value!r} is no value of {fact}")
        return self._caught_up(event) or self._put_right(event, event)

    def _write(self, request: str | e.FactCorrected, events: Sequence[e.Event], reply: Callable[[int], Reply]) -> Reply:
        """Stores the events of a request in one commit, then replies."""
        write = PendingWrite(request, len(self._history), events, reply)
        try:
            self._append(events)
            return reply(write.after)
        except JournalError:
            self._uncertain = write
            raise

    def _caught_up(self, request: str | e.FactCorrected) -> Reply | None:
        """After a failed write: reloads the stream; the reply, if it was the same request and was stored after all."""
        write = self._uncertain
        if write is None:
            return None
        self._reload()
        self._think()
        self._uncertain = None
        return write.reply(write.after) if request == write.request and write.kept_in(self._history) else None

    def _cue(self, text: str) -> cues.Cue:
        return cues.read(text, self.debrief.asks, self.debrief.choices)

    def _think(self) -> None:
        """Answers the rep's words if they are the last event stored."""
        last = self._history[-1].event
        if not isinstance(last, e.RepSaid):
            return
        text, d = without_long_runs(last.text), self.debrief
        if (told := commands.retracted_as_joke(self._history)) is not None:
            self._append(self._asked_again(e.WentBack(to=told), "aside.struck_out"))
            return
        beside = commands.beside_the_point(d, self.book, text, lambda: self._listen(d, text, STAGE[d.step], None))
        if beside:
            self._append(beside)
            return
        chosen = commands.follow_language(d, text) if self._follow else []
        if chosen:
            d = self._after(self._ahead(chosen))
        answered = asides.apart(text, ("next_line",) if line_answer.is_for_him(text, d.contact) else d.asks)
        said = self._hear(d, answered.told)
        self._append([*chosen, *turn.take(d, wording.book_for(d), said, answered.aside)])
        self._follow = False

    def _hear(self, d: Debrief, text: str) -> RepAnswer:
        first = visits.first(d, text)
        cue = self._cue(first)
        if cue.chosen and not cue.worded:
            return RepAnswer(text, cue, Hearing())
        right = corrections.correction_in(text)
        hearing = self._listen(d, corrections.to_hear(first, right), STAGE[d.step], right)
        put_off = d.worry or (d.blocker_quotes[-1] if d.blocker_quotes else "")
        writes = d.question is not None and line_answer.is_written(d.asks, text, d.contact)
        return RepAnswer(text, cue, hearing, self._listener.acts(put_off, text, d.language) if writes else ())

    def _listen(self, d: Debrief, text: str, stage: Stage, right: corrections.Correction | None) -> Hearing:
        return self._listener.hear(text, stage, correcting.reference_day(d, right), d.language)

    def _command(self, text: str, name: str, argument: str) -> Reply:
        known, argument = commands.resolve(name, argument)
        if known is None:
            return self._notice("notice.unknown_command", name=name[:40])
        return _COMMANDS[known](self, text, argument)

    def _back(self, text: str, _: str) -> Reply:
        last = commands.last_answer(self._history)
        if last is None:
            return self._notice("notice.nothing_to_take_back")
        return self._write(text, self._asked_again(e.WentBack(to=last)), self._telling("notice.taken_back"))

    def _edit(self, text: str, argument: str) -> Reply:
        fact = fact_edits.edited(argument)
        if fact:
            return self._put_right(text, fact)
        right = corrections.edit_requested(argument)
        if right and right.field == "product":
            right = right._replace(value=known_spelling(self._journal, right.value))
        heard = self._listen(self.debrief, right.value, "opening", right) if right else Hearing()
        events = commands.apply_correction(self.debrief, self.book, right, heard) if right else []
        if right is None or not events:
            return self._notice("notice.edit_usage")
        after = self._after(self._ahead(events))
        return self._write(text, events, self._telling("notice.edited", **correcting.slots(right.field, after)))

    def _put_right(self, request: str | e.FactCorrected, event: e.FactCorrected) -> Reply:
        shown = {
            "fact": phrases.Line(f"fact.{event.fact}"),
            "value": phrases.Line(f"fact_value.{event.value or 'none'}"),
        }
        return self._write(request, [event], self._telling("notice.corrected", **shown))

    def _skip(self, text: str, _: str) -> Reply:
        return self._write(text, turn.skip(self.debrief, self.book), self._reply)

    def _language(self, text: str, argument: str) -> Reply:
        wanted = commands.language(self.debrief, argument)
        if wanted is None:
            return self._notice("notice.lang_usage")
        self._follow = False
        return self._write(text, self._asked_again(wanted), self._telling("notice.switched"))

    def _asked_again(self, event: e.WentBack | e.LanguageChosen, said: str = "") -> list[e.Event]:
        """The event, followed by the open question asked again in the state after it."""
        after = self._after(self._ahead([event]))
        return [event, *commands.asked_again(after, wording.book_for(after), said)]

    def _quit(self, *_: str) -> Reply:
        self.release()
        return Reply((), (self.book.say("notice.leaving", id=self.id),), self.debrief.question, left=True)

    def _notice(self, key: str, **slots: object) -> Reply:
        return self._telling(key, **slots)(len(self._history))

    def _telling(self, key: str, **slots: object) -> Callable[[int], Reply]:
        return lambda began: self._reply(began, (self.book.say(key, **slots),))

    def _reply(self, began: int, notices: tuple[str, ...] = ()) -> Reply:
        said = tuple(r.event.text for r in self._history[began:] if isinstance(r.event, e.CoachSaid))
        return Reply(said, notices, self.debrief.question, self.debrief.recorded)

    def _after(self, ahead: Sequence[e.Recorded]) -> Debrief:
        if any(isinstance(one.event, e.WentBack) for one in ahead):
            return super()._after(ahead)
        return fold(self.id, ahead, self.debrief)  # a turn costs the same however long the talk has become

    def _summary(self, after: Debrief) -> Summary:
        return summarise(after)


_COMMANDS: dict[str, Callable[[Talk, str, str], Reply]] = {
    "back": Talk._back,
    "edit": Talk._edit,
    "skip": Talk._skip,
    "lang": Talk._language,
    "quit": Talk._quit,
    "why": lambda talk, *_: talk._reply(len(talk.history), (commands.why(talk.debrief, talk.book),)),
    "facts": lambda talk, *_: talk._reply(len(talk.history), (commands.facts_table(talk.debrief, talk.book),)),
    "help": lambda talk, *_: talk._notice("help.text"),
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
        seed: int | None = None,
        product: str = "",
    ) -> Talk:
        """Starts a debrief locked by this window. `again`: the expired debrief judged anew (R8), whose product stays unless
        another is given; `seed`: the wordings."""
        now = self.clock.now()
        stream, day = new_id(now, self._draw), today or self.clock.today()
        old = superseded_debrief(self.journal, again)
        opened = e.DebriefOpened(
            rep=rep,
            language="zh" if language == "zh" else "en",
            today=day,
            seed=self._draw(1000) if seed is None else seed,
            again=again,
            product=known_spelling(self.journal, clean_line(product)) or (old.product if old else ""),
            expired=expired_class(old, day),
            hand=self.journal.hand,
        )
        self.journal.hold(stream)
        first: list[e.Event] = [opened, *carried_over_events(old)]
        state = fold(stream, [e.Recorded(stream, n, now, event) for n, event in enumerate(first, 1)])
        first += turn.begin(state, phrases.load(opened.language))
        full = fold(stream, [e.Recorded(stream, n, now, event) for n, event in enumerate(first, 1)])
        return Talk(self, self.journal.append(rep, stream, 0, first, now, summarise(full)), follow_language)

    def resume(self, name: str, who: str | None = None) -> Talk:
        """Continues a debrief at the question at which it was left; with `who`, only one of his own. One that began at
        another store continues as a copy (`local_stream`).

        Raises RefusedError with the code `unknown_debrief`, `ambiguous`, `not_own` or `held` (open in another window).
        """
        found = debrief_stream(self.journal, name)
        if who is not None:
            Identity(self.journal, who).require_own(found)
        stream = local_stream(self.journal, found, self.clock.now(), self._draw)
        if not self.journal.hold(stream):
            raise RefusedError("held", id=stream)
        return Talk(self, self.journal.read(stream), follow_language=False)
