"""One turn of the debrief: the rep's answer in, events out. Pure: the state, the words and what was heard decide everything."""

from coach.dialogue import agenda, closing, planning, verdict, wording
from coach.dialogue.answers import answer
from coach.dialogue.asked import still_wanted, times
from coach.dialogue.cues import Cue
from coach.dialogue.hearsay import take_down
from coach.dialogue.line_told import read_line
from coach.dialogue.machine import next_step
from coach.dialogue.moves import Ask, Option, Unfolding
from coach.dialogue.readback import read_back
from coach.domain import events as e
from coach.domain.debrief import Debrief, Judgement
from coach.domain.hearing import REASONS, Act, Hearing
from coach.domain.rulebook import deadline
from coach.phrases import Line, Phrasebook

_R18 = {"courage": "once.r18a", "fear": "once.r18b"}
"""The coach's answer to each of R18's two reasons for giving in."""

JUDGEMENT = frozenset({"claimed_class", "confidence"})

CONFIRM_LIMIT = 2
"""How often the coach asks whether all is right before it keeps the debrief as it stands."""


def begin(debrief: Debrief, book: Phrasebook) -> list[e.Event]:
    """The first question."""
    turn = Unfolding(debrief, book)
    _go_on(turn)
    return turn.events


def take(
    debrief: Debrief, book: Phrasebook, text: str, cue: Cue, hearing: Hearing, acts: tuple[Act, ...] = ()
) -> list[e.Event]:
    """What an answer to the open question brings: everything up to the next question or the end."""
    turn = Unfolding(debrief, book)
    asks = debrief.question.asks if debrief.question else ()
    if _refused(turn, cue, asks):
        return turn.events
    if cue.judges and ({*JUDGEMENT, "not_a"} & set(asks) or _at_a_menu(debrief)):
        hearing = Hearing()
    if "close_attempted" in asks and cue.did is not None and cue.brief:
        hearing = _of_himself(hearing, cue.did)
    reports = "next_line" in asks and not debrief.signed and read_line(text, hearing).kind == "report"
    news = take_down(turn, hearing, () if reports else asks)
    before = len(turn.events)
    _volunteered_judgement(turn, cue, asks)
    if cue.judges and not cue.insists and not {*JUDGEMENT, "confirm"} & set(asks) and _at_a_menu(debrief):
        restate(turn)
        return turn.events
    answer(turn, text, cue, hearing, acts)
    planned = planning.take_up(turn, text, cue, hearing)
    brought = len(turn.events) > before
    if brought and isinstance(turn.events[-1], e.QuestionAsked):
        return turn.events
    read_back(turn, debrief, _fresh_news(turn, news))
    if "confirm" in asks:
        return _confirmed(turn, text, cue, bool(news) or planned)
    if not news and not brought:
        _nothing_new(turn, cue, asks)
    _reactions(turn, debrief, cue)
    _go_on(turn)
    return turn.events


def _at_a_menu(d: Debrief) -> bool:
    """Whether one of several numbered answers is asked for, and was not asked for a second time already."""
    return d.question is not None and bool(d.question.choices) and "restated" not in d.question.about


def _of_himself(hearing: Hearing, did: bool) -> Hearing:
    """What a bare "yes" or "didn't dare to" can tell: nothing of the customer, and of the rep no more than why he did not ask."""
    told = () if did else tuple(one for one in hearing.blockers if one.value in REASONS)
    return Hearing(blockers=told)


def skip(debrief: Debrief, book: Phrasebook) -> list[e.Event]:
    """The open question is left unanswered: unknown stays unknown (R9)."""
    turn = Unfolding(debrief, book)
    asks = debrief.question.asks if debrief.question else ()
    if "confirm" in asks:
        restate(turn)
        return turn.events
    turn.happen(e.QuestionSkipped(asks=asks))
    turn.say("skip.noted")
    _go_on(turn)
    return turn.events


def restate(turn: Unfolding) -> None:
    """Asks the open question once more, in other words, without counting it as asked again."""
    open_ = turn.debrief.question
    if open_ is None:
        return
    fresh = agenda.question(turn.debrief)
    line = fresh.line if fresh and fresh.line.key == open_.line else Line("restate.question", {"question": open_.text})
    options = tuple(Option(choice.value, Line("restate.label", {"label": choice.label})) for choice in open_.choices)
    turn.ask(Ask(open_.step, open_.asks, line, options, (*(a for a in open_.about if a != "restated"), "restated")))


def _refused(turn: Unfolding, cue: Cue, asks: tuple[str, ...]) -> bool:
    """A class or a percentage that does not exist is named at once and asked for again."""
    if not JUDGEMENT & set(asks):
        return False
    if cue.bad_class:
        turn.say("claim.bad_class", given=cue.bad_class)
    elif cue.bad_percent:
        turn.say("claim.bad_percent", given=cue.bad_percent)
    else:
        return False
    answer(turn, "", cue, Hearing(), ())
    _go_on(turn)
    return True


def _volunteered_judgement(turn: Unfolding, cue: Cue, asks: tuple[str, ...]) -> None:
    """A class told before it was asked for counts as told."""
    d = turn.debrief
    if d.step == "opening" and "claimed_class" not in asks and cue.customer_class:
        turn.happen(e.ClaimMade(customer_class=cue.customer_class, confidence=cue.confidence))
        return
    told, had = (cue.customer_class, cue.confidence), d.after_reverse
    if d.step == "reverse" and {"not_a", *JUDGEMENT} & set(asks) and cue.unmoved and told == (None, None):
        told = d.claimed
    elif d.step == "reverse" and "not_a" in asks:
        told = told if cue.judged or cue.confidence is not None else (None, None)
    elif d.step != "push" or not cue.judges or had == Judgement() or cue.confidence in (None, had.confidence):
        return
    if told[0] or d.step == "push":
        turn.happen(e.JudgedAgain(customer_class=told[0], confidence=told[1]))


def _fresh_news(turn: Unfolding, news: list[e.Event]) -> list[e.Event]:
    extra = [
        ev for ev in turn.events if isinstance(ev, e.CustomerNamed | e.FactHeard | e.CloseHeard) and ev not in news
    ]
    return [*news, *extra]


def _nothing_new(turn: Unfolding, cue: Cue, asks: tuple[str, ...]) -> None:
    if cue.insists and turn.debrief.step in ("forward", "unsigned", "reverse", "push"):
        turn.say("reply.insist")
    elif cue.dont_know:
        turn.happen(e.QuestionSkipped(asks=asks))
        why = "blockers" in asks and turn.debrief.step == "unsigned"
        turn.say("unsigned.not_knowing" if why else "reply.no_line" if "next_line" in asks else "reply.dont_know")
    else:
        turn.say("reply.evasive")


def _reactions(turn: Unfolding, before: Debrief, cue: Cue) -> None:
    """What a superior cannot leave unsaid at this moment."""
    d = turn.debrief
    if d.signed and not before.signed:
        turn.say("signed.joy")
    elif (
        d.step == "unsigned"
        and d.claimed.customer_class == "A"
        and d.ruling.customer_class != "D"
        and d.close.attempted is False
    ):
        turn.say("once.r19")
    elif cue.insists and d.step == "reverse" and d.facts["authority"].approvals:
        turn.say("reply.insist")


def _go_on(turn: Unfolding) -> None:
    """Walks on over steps with nothing left to ask, up to the next question or the end."""
    while True:
        d = turn.debrief
        question = agenda.question(d)
        if question:
            _lead(turn, question)
            turn.ask(question)
            return
        _leave(turn)
        step = next_step(d.step, signed=bool(d.signed))
        turn.happen(e.StepReached(step=step))
        _arrive(turn, step)
        if step == "recorded":
            return


def _leave(turn: Unfolding) -> None:
    d = turn.debrief
    if d.step == "unsigned" and d.signed is None:
        turn.happen(e.SigningHeard(signed=False))
    if d.step == "forward" and times(d, "forward") == 0:
        turn.say("forward.d_sign" if d.ruling.customer_class == "D" else "forward.all_told")
    if d.step == "unsigned" and times(d, "unsigned") == 0:
        turn.say("unsigned.all_told")
    if d.step == "push" and not d.signed and d.ruling.customer_class != "D" and d.close.reason in _R18:
        turn.say(_R18[d.close.reason])


def _arrive(turn: Unfolding, step: e.Step) -> None:
    d = turn.debrief
    if step == "verdict":
        verdict.give(turn)
    elif step == "plan" and not d.plan.what:
        what, when = closing.proposal(d)
        turn.happen(e.NextStepPlanned(what=turn.book.render(what), who=d.rep, date=when, own=False))
    elif step == "recorded":
        _record(turn)


def _lead(turn: Unfolding, question: Ask) -> None:
    """What is said before the sentence for next time is asked for: R17, then the answer to R18's reason, or R20; before a step that comes
    too late for its class, R8."""
    d = turn.debrief
    last_day = deadline(d.day, d.ruling)
    if "confirm" in question.asks and d.plan.date and last_day and d.plan.date > last_day:
        reach = d.ruling.customer_class or d.ruling.pending
        turn.say("once.r8", date=wording.day(d.plan.date), deadline=wording.day(last_day), customer_class=reach)
    if "next_line" not in question.asks or d.signed:
        return
    answered_late = d.close.reason in ("courage", "fear") and times(d, "push", "push_reason")
    if times(d, "push", "next_line") and not answered_late:
        return
    if d.ruling.customer_class == "D":
        turn.say("once.r20")
    elif "push_reason" in question.asks:
        return
    elif d.close.reason in _R18:
        turn.say(_R18[d.close.reason])
    else:
        turn.say("once.r17")


def _confirmed(turn: Unfolding, text: str, cue: Cue, news: bool) -> list[e.Event]:
    d = turn.debrief
    if verdict.changed(d):
        turn.say("verdict.changed")
        verdict.give(turn)
        if not d.plan.own:
            what, when = closing.proposal(turn.debrief)
            turn.happen(e.NextStepPlanned(what=turn.book.render(what), who=d.rep, date=when, own=False))
    elif (cue.chosen == "dispute" or (cue.disputes and not cue.yes)) and not d.dispute:
        return _disputed(turn, text, cue)
    elif cue.chosen == "change" or (cue.no and not news):
        turn.ask(Ask("plan", ("next_step", "next_date"), Line("plan.change")))
        return turn.events
    elif cue.chosen == "yes" or cue.yes or (not news and times(d, "plan", "confirm") >= CONFIRM_LIMIT):
        turn.happen(e.StepReached(step="recorded"))
        _record(turn)
        return turn.events
    elif not news:
        turn.say("reply.insist" if cue.insists else "plan.unclear")
    _go_on(turn)
    return turn.events


def _disputed(turn: Unfolding, text: str, cue: Cue) -> list[e.Event]:
    if cue.chosen == "dispute" and not turn.debrief.dispute and still_wanted(turn.debrief, "plan", "dispute"):
        turn.ask(Ask("plan", ("dispute",), Line("plan.dispute")))
        return turn.events
    turn.happen(e.VerdictDisputed(text=text))
    turn.say("verdict.dispute_kept")
    _go_on(turn)
    return turn.events


def _record(turn: Unfolding) -> None:
    d = turn.debrief
    if d.signed and d.outcome is None:
        turn.happen(e.OutcomeRecorded(outcome="signed", on=d.day))
    turn.say("recorded.with_line" if d.next_line and not d.signed else "recorded.plain")
    turn.happen(e.DebriefRecorded())
