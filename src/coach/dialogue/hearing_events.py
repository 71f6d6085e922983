"""Converts the listener's findings into events, if they are new."""

from collections.abc import Collection
from datetime import date

from coach.dialogue import losses, missed_visit, slips, spelling, visit_day
from coach.dialogue.absence import returning
from coach.dialogue.agreement import agreement_needed, objection_feared
from coach.dialogue.blockers_heard import blockers_told, denies_alone
from coach.dialogue.evidence import weighed
from coach.dialogue.line_answer import addresses, intends, is_for_him, read_line, tells_his_words
from coach.dialogue.own_part import denies, not_put_off, with_own_part
from coach.dialogue.planned_step import step_told
from coach.dialogue.rank_heard import has_no_say
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.steps import REPORTING
from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.facts import FACTS, approvals_of
from coach.domain.hearing import BLOCKERS, OWN_BLOCKERS, Heard, Hearing, reason_of

_DEAF = frozenset({"next_line", "contradiction"})
"""Questions whose answers are no reports on the visit: no facts are taken from them, from the second the rep's own
reason for giving in (R18).
"""

_ABOUT_REASONS = (("blockers",), ("push_reason",))
"""Questions of the push about the reasons: only reasons are taken from their answers."""

_ABOUT_A_NO = (("need",), ("power",), ("value",))
"""How the rep found out that it is a no: that no is the reason, and nothing else is. In the plan a hindrance is one of
the next step's.
"""


def record_hearing(turn: TurnBuilder, said: RepAnswer) -> tuple[RepAnswer, list[e.Event]]:
    """Records the hearing of an answer, completed by what the rep states explicitly; returns the completed answer and
    its new events.
    """
    text, cue, hearing, _ = said
    d = turn.debrief
    asks = d.asks
    ended = d.signed or d.lost
    if d.step not in REPORTING and is_for_him(text, d.contact):
        return said._replace(hearing=Hearing(days=hearing.days)), []
    hearing = losses.note_loss(turn, text, hearing)
    if not cue.chosen:
        hearing = with_own_part(turn.debrief, text, hearing, held=cue.held)
    back = not cue.chosen and slips.withdrawn(turn, text, hearing)
    reports = back or ("next_line" in asks and not ended and read_line(text, hearing, d.contact).kind == "report")
    return said._replace(hearing=hearing), _record(turn, text, hearing, () if reports else asks)


def _record(turn: TurnBuilder, text: str, hearing: Hearing, asks: tuple[str, ...]) -> list[e.Event]:
    """Records everything new in the hearing; returns these events."""
    before = len(turn.events)
    if _DEAF & set(asks):
        if turn.debrief.signed and not tells_his_words(text):
            _signing(turn, text, hearing)
        if "contradiction" in asks:
            _blockers(turn, hearing, tuple(OWN_BLOCKERS))
        return turn.events[before:]
    if asks in _ABOUT_REASONS and turn.debrief.step == "push":
        _blockers(turn, hearing)
        _denial(turn, text)
        _objection(turn, text)
        return turn.events[before:]
    _names(turn, text, hearing, asks)
    _visit(turn, text, hearing)
    _facts(turn, text, hearing)
    _others_agree(turn, text, hearing)
    _signing(turn, text, hearing)
    _close(turn, text, hearing)
    if turn.debrief.step != "plan" and not (turn.debrief.step == "unsigned" and asks in _ABOUT_A_NO):
        _blockers(turn, hearing)
    _denial(turn, text)
    _absence(turn, text, hearing)
    _next_step(turn, text, hearing)
    return turn.events[before:]


def _names(turn: TurnBuilder, text: str, hearing: Hearing, asks: tuple[str, ...]) -> None:
    d = turn.debrief
    if d.step not in ("opening", "claim") and "customer" not in asks:
        return
    missed_visit.another_instead(turn, text, hearing)
    found = {
        name: spelling.name(hearing.names[name])
        for name in ("customer", "contact")
        if hearing.names.get(name) and not getattr(d, name)
    }
    if found:
        turn.emit(e.CustomerNamed(customer=found.get("customer"), contact=found.get("contact")))


def _visit(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    d = turn.debrief
    heard = visit_day.visit_day_in(text, hearing, d.today or d.day)
    when = date.fromisoformat(heard.value) if heard else None
    if heard and when != d.visit_date and (d.visit_date is None or visit_day.corrects(text)):
        turn.emit(e.VisitDated(date=when or d.day, phrase=heard.quote))


def _facts(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    for name in FACTS:
        heard = weighed(turn.debrief, name, text, hearing)
        if heard is None:
            continue
        approvals = approvals_of(heard.value) if name == "authority" else None
        turn.emit(
            e.FactHeard(
                fact=name,
                value=heard.value,
                approvals=approvals,
                quote=heard.quote,
                confidence=round(heard.confidence, 3),
            )
        )


def _others_agree(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    """Of one who signs alone: that others have to agree too speaks against it, so that the rep says which stands (R7,
    R15).
    """
    d, heard = turn.debrief, hearing.facts.get("authority")
    if d.facts["authority"].value != "first" or d.step not in REPORTING:
        return
    told = agreement_needed(text, heard.quote if heard else "")
    if told and not has_no_say(d, told):
        _one_above(turn, told)


def _objection(turn: TurnBuilder, text: str) -> None:
    """A worry that somebody will not let him speaks against signing alone as well (R7, R15)."""
    if turn.debrief.facts["authority"].value == "first" and (told := objection_feared(text, turn.debrief.contact)):
        _one_above(turn, told)


def _one_above(turn: TurnBuilder, quote: str, confidence: float = 1.0) -> None:
    """Records words that speak against signing alone: one approval above (R7)."""
    turn.emit(e.FactHeard(fact="authority", value="second", approvals=1, quote=quote, confidence=confidence))


def _signing(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    heard = hearing.facts.get("signed")
    if heard and heard.value == "yes" and turn.debrief.step not in REPORTING and addresses(text):
        return  # a request for one
    if heard and turn.debrief.signed != (heard.value == "yes"):
        turn.emit(e.SigningHeard(signed=heard.value == "yes", quote=heard.quote))


def _close(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    asked, gave_in = hearing.facts.get("close_attempted"), hearing.facts.get("gave_in")
    close = turn.debrief.close
    if asked and turn.debrief.step not in REPORTING and intends(asked.quote):
        asked = None  # what he is going to ask
    if asked is None and close.attempted is None and "close_attempted" in turn.debrief.asks:
        counted = Heard("yes", text, 1.0) if hearing.times else None  # who tells how often he asked has asked
        asked = counted or hearing.faint.get("close_attempted")  # half heard it answers what was asked
    new_asked = asked.value == "yes" if asked and close.attempted != (asked.value == "yes") else None
    new_gave_in = gave_in.value == "yes" if gave_in and close.gave_in != (gave_in.value == "yes") else None
    no_put_off = close.put_off is None and not turn.debrief.signed and not_put_off(text)
    if new_asked is None and new_gave_in is None and hearing.times is None and not no_put_off:
        return
    source = asked if new_asked is not None else gave_in
    turn.emit(
        e.CloseHeard(
            attempted=new_asked,
            times=hearing.times,
            gave_in=new_gave_in,
            put_off=False if no_put_off else None,
            quote=source.quote if source else "",
        )
    )


def _blockers(turn: TurnBuilder, hearing: Hearing, only: Collection[str] = BLOCKERS) -> None:
    if turn.debrief.signed:
        return  # what stood in the way once does not any more
    for heard in blockers_told(turn.debrief, hearing):
        if heard.value not in only:
            continue
        if heard.value not in turn.debrief.blockers:
            turn.emit(e.BlockersHeard(blockers=(heard.value,), quotes=(heard.quote,)))
        if denies_alone(turn.debrief, heard):
            _one_above(turn, heard.quote, heard.confidence)
    found = reason_of(turn.debrief.blockers)
    if found and turn.debrief.close.reason is None:
        turn.emit(e.ReasonHeard(reason=found))


def _denial(turn: TurnBuilder, text: str) -> None:
    """Records an explicit denial of fear, which overrides the listener's finding (R18)."""
    if turn.debrief.close.reason in OWN_BLOCKERS.values() and denies(text):
        turn.emit(e.ReasonHeard(reason="neither"))


def _absence(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    back = returning(text, hearing)
    if back and back.quote != turn.debrief.away_quote:
        turn.emit(e.AbsenceHeard(until=date.fromisoformat(back.value), quote=back.quote))


def _next_step(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    d = turn.debrief
    what, when = step_told(d, text, hearing)
    day = date.fromisoformat(when.value) if when else None
    if day is not None and day < d.day:
        day = None
    if not what or (what == d.plan.what and day == d.plan.date) or (d.plan.own and d.plan.date and day is None):
        return
    turn.emit(e.NextStepPlanned(what=what, who=d.rep, date=day, phrase=when.quote if when else ""))
