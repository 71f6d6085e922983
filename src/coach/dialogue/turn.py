"""One turn of the debrief: from the rep's answer to events. Pure: a function of the state, the words and the hearing."""

from coach.dialogue import agenda, contradictions, own_judgement, plan_questions, planning, remarks, verdict, visits
from coach.dialogue.answers import answer
from coach.dialogue.aside_words import Aside
from coach.dialogue.asides import lets_it_stand
from coach.dialogue.clauses import first_sentence
from coach.dialogue.correcting import take_correction
from coach.dialogue.cues import Cue
from coach.dialogue.hearing_events import record_hearing
from coach.dialogue.machine import next_step
from coach.dialogue.narrowing import narrow_to_question
from coach.dialogue.question_counts import JUDGEMENT, still_wanted, times, wants_a_key
from coach.dialogue.readback import read_back
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.restating import restate
from coach.dialogue.sides import agrees
from coach.dialogue.signing import unsigned_after_all
from coach.dialogue.turn_builder import Ask, TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.hearing import Hearing
from coach.phrases import Line, Phrasebook

CONFIRM_LIMIT = 2
"""Maximum number of confirmations before the debrief is recorded as it stands."""


def begin(debrief: Debrief, book: Phrasebook) -> list[e.Event]:
    """The first question."""
    turn = TurnBuilder(debrief, book)
    _go_on(turn)
    return turn.events


def take(debrief: Debrief, book: Phrasebook, said: RepAnswer, aside: Aside | None = None) -> list[e.Event]:
    """The events of an answer to the open question and of its aside: everything up to the next question or the end."""
    turn = TurnBuilder(debrief, book)
    explained = remarks.meet(turn, said.text, aside)
    replied = len(turn.events)
    text, cue = visits.first(debrief, said.text), said.cue
    of_several = text != said.text
    asks = debrief.asks
    if _refused(turn, cue, asks):
        return turn.events
    if take_correction(turn, text, said.hearing):
        ask_anew(turn)
        return turn.events
    text = _name_put_right(turn, text)
    heard, news = record_hearing(turn, narrow_to_question(debrief, said._replace(text=text)))
    if unsigned_after_all(turn, debrief):
        read_back(turn, debrief, [one for one in news if not isinstance(one, e.SigningHeard)])
        _go_on(turn)
        return turn.events
    own_judgement.volunteered(turn, text, cue)
    if cue.only_judges and not cue.insists and wants_a_key(debrief):
        _go_on(turn) if cue.customer_class == "D" == turn.debrief.claimed.customer_class else restate(turn)
        return turn.events
    answer(turn, heard)
    planned = planning.take_up(turn, heard)
    if turn.events and isinstance(turn.events[-1], e.QuestionAsked):
        return turn.events
    nothing_told = len(turn.events) == replied and not explained
    if of_several:
        turn.say("once.one_by_one")
    read_back(turn, debrief, _fresh_news(turn, news))
    if "confirm" in asks:
        return _confirmed(turn, text, cue, bool(news) or planned)
    if "dispute" in asks and verdict.changed(turn.debrief):
        _judge_again(turn)
    if nothing_told and (cue.dont_know or not aside) and _asked_anew(turn, cue, asks):
        return turn.events
    remarks.react(turn, debrief, cue)
    _go_on(turn)
    return turn.events


def _name_put_right(turn: TurnBuilder, text: str) -> str:
    """Puts right a name that the first sentence sets against the one noted; what follows it is the answer."""
    first, rest = first_sentence(text)
    return rest if rest and take_correction(turn, first, Hearing()) else text


def signed_by_hand(turn: TurnBuilder, before: Debrief) -> None:
    """Continues after the rep corrected whether it is signed."""
    if not unsigned_after_all(turn, before):
        remarks.react(turn, before, Cue())
    if turn.debrief.step == "plan" and verdict.changed(turn.debrief):
        _judge_again(turn)
    _go_on(turn)


def ask_anew(turn: TurnBuilder) -> None:
    """After a correction: repeats the open question; repeats the confirmation with the corrected data, judged again if
    these changed.
    """
    if turn.debrief.step != "plan":
        restate(turn)
        return
    if verdict.changed(turn.debrief):
        _judge_again(turn)
    question = agenda.question(turn.debrief)
    if question:
        restated = (e.RESTATED,) if "confirm" in question.asks else ()
        turn.ask(question._replace(about=(*question.about, *restated)))


def skip(debrief: Debrief, book: Phrasebook) -> list[e.Event]:
    """Skips the open question: unknown stays unknown (R9)."""
    turn = TurnBuilder(debrief, book)
    if "confirm" in debrief.asks:
        restate(turn)
        return turn.events
    turn.emit(e.QuestionSkipped(asks=debrief.asks))
    contradictions.leave_open(turn)
    turn.say("skip.noted")
    _go_on(turn)
    return turn.events


def _refused(turn: TurnBuilder, cue: Cue, asks: tuple[str, ...]) -> bool:
    """Rejects an invalid class or percentage and asks again."""
    if not JUDGEMENT & set(asks):
        return False
    if cue.bad_class:
        turn.say("claim.bad_class", given=cue.bad_class)
    elif cue.bad_percent:
        turn.say("claim.bad_percent", given=cue.bad_percent)
    else:
        return False
    answer(turn, RepAnswer("", cue, Hearing()))
    _go_on(turn)
    return True


def _asked_anew(turn: TurnBuilder, cue: Cue, asks: tuple[str, ...]) -> bool:
    """Replies to an answer without news; whether it only asked back, so that the question was repeated."""
    if not remarks.asks_back(turn.debrief, cue):
        remarks.nothing_new(turn, cue, asks)
        return False
    turn.say("aside.asks_back")
    restate(turn)
    return True


def _fresh_news(turn: TurnBuilder, news: list[e.Event]) -> list[e.Event]:
    extra = [
        ev for ev in turn.events if isinstance(ev, e.CustomerNamed | e.FactHeard | e.CloseHeard) and ev not in news
    ]
    return [*news, *extra]


def _go_on(turn: TurnBuilder) -> None:
    """Advances past steps with nothing left to ask, to the next question or the end."""
    while True:
        d = turn.debrief
        question = agenda.question(d)
        if question:
            remarks.lead(turn, question)
            turn.ask(question)
            return
        _leave(turn)
        step = next_step(d.step, signed=bool(d.signed) or d.lost)
        turn.emit(e.StepReached(step=step))
        _arrive(turn, step)
        if step == "recorded":
            return


def _leave(turn: TurnBuilder) -> None:
    d = turn.debrief
    if d.lost:
        return
    if d.step == "unsigned" and d.signed is None:
        turn.emit(e.SigningHeard(signed=False))
    if d.step == "forward" and times(d, "forward") == 0:
        _forward_unasked(turn)
    if d.step == "unsigned" and times(d, "unsigned") == 0:
        turn.say("unsigned.put_off" if set(d.blockers) == {"customer_thinking"} else "unsigned.all_told")
    if d.step == "unsigned" and d.ruling.customer_class != "D":
        remarks.answer_reason(turn)
    if d.step == "push" and not d.signed and d.ruling.customer_class != "D":
        remarks.answer_reason(turn)


def _forward_unasked(turn: TurnBuilder) -> None:
    """The forward question is complete: praised only if the four facts support the rep's own class (R12)."""
    d = turn.debrief
    if d.ruling.customer_class == "D":
        turn.say("forward.d_sign")
    elif agrees(d):
        turn.say("forward.all_told")
    else:
        turn.say("forward.all_heard", claimed=d.standing.customer_class)


def _arrive(turn: TurnBuilder, step: e.Step) -> None:
    d = turn.debrief
    if step == "verdict":
        verdict.give(turn)
    elif step == "plan" and not d.plan.what and not d.lost:
        propose(turn)
    elif step == "recorded":
        _record(turn)


def propose(turn: TurnBuilder) -> None:
    """Records the next step that the coach proposes."""
    what, when = plan_questions.proposal(turn.debrief)
    words = turn.book.render(what)
    if words != turn.debrief.plan.what:
        turn.emit(e.NextStepPlanned(what=words, who=turn.debrief.rep, date=when, own=False))


def _confirmed(turn: TurnBuilder, text: str, cue: Cue, news: bool) -> list[e.Event]:
    d = turn.debrief
    if verdict.changed(d):
        _judge_again(turn)
    elif (cue.chosen == "dispute" or (cue.disputes and not cue.yes)) and not d.dispute:
        return _disputed(turn, text, cue)
    elif cue.chosen == "change" or (cue.denies and not news):
        turn.ask(Ask("plan", ("next_step", "next_date"), Line("plan.change")))
        return turn.events
    elif (
        cue.chosen == "yes"
        or cue.yes
        or lets_it_stand(text)
        or (not news and times(d, "plan", "confirm") >= CONFIRM_LIMIT)
    ):
        turn.emit(e.StepReached(step="recorded"))
        _record(turn)
        return turn.events
    elif not news:
        turn.say("reply.insist" if cue.insists else "plan.unclear_signed" if d.signed else "plan.unclear")
    _go_on(turn)
    return turn.events


def _judge_again(turn: TurnBuilder) -> None:
    turn.say("verdict.changed")
    verdict.give(turn)
    if not turn.debrief.plan.own:
        propose(turn)


def _disputed(turn: TurnBuilder, text: str, cue: Cue) -> list[e.Event]:
    if cue.chosen == "dispute" and not turn.debrief.dispute and still_wanted(turn.debrief, "plan", "dispute"):
        turn.ask(Ask("plan", ("dispute",), Line("plan.dispute")))
        return turn.events
    turn.emit(e.VerdictDisputed(text=text))
    turn.say("verdict.dispute_kept")
    _go_on(turn)
    return turn.events


def _record(turn: TurnBuilder) -> None:
    d = turn.debrief
    if d.signed and d.outcome is None:
        turn.emit(e.OutcomeRecorded(outcome="signed", on=d.day))
    again = d.next_line and not (d.signed or d.lost or d.ruling.customer_class == "D")
    turn.say("recorded.with_line" if again else "recorded.plain")
    turn.emit(e.DebriefRecorded())
