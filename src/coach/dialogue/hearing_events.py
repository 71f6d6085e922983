"""Converts the listener's findings into events, if they are new."""

import re
from datetime import date

from coach.dialogue import losses, missed_visit, slips, spelling, visit_day
from coach.dialogue.absence import returning
from coach.dialogue.admitting import admitted_of, elsewhere, is_about, not_known, nothing_unknown, only_admits
from coach.dialogue.later_money import later_money
from coach.dialogue.limits import limited
from coach.dialogue.line_answer import addresses, is_for_him, read_line, tells_his_words
from coach.dialogue.own_part import denies, not_put_off, with_own_part
from coach.dialogue.patterns import Pattern
from coach.dialogue.planned_step import step_words
from coach.dialogue.rank_heard import one_of_the_owners, said_of_another
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.step_answer import acts, announced, happens_anyway, step_in
from coach.dialogue.turn_builder import TurnBuilder
from coach.dialogue.wording import said_so, same_words, supposes
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.facts import FACTS, FactName, approvals_of
from coach.domain.hearing import REASONS, Heard, Hearing, reason_of

_DEAF = frozenset({"next_line", "contradiction"})
"""Questions whose answers are no reports on the visit: no facts are taken from them."""


_ABOUT_REASONS = (("blockers",), ("push_reason",))
"""Questions of the push about the reasons: only reasons are taken from their answers."""

_ABOUT_A_NO = (("need",), ("power",), ("value",))
"""How the rep found out that it is a no: that no is the reason, and nothing else is. In the plan a hindrance is one of the next step's."""

_LATE = ("reverse", "push", "verdict", "plan")
"""Steps at which a signature in words to the customer is a request for one."""
_WHEREABOUTS = Pattern("hearing_events", "{whereabouts}")
"""Where somebody is just now."""
_DENIES: dict[str, FactName] = {"no_need": "need", "no_budget": "power"}
"""The fact that a reason for not signing denies."""
_FIRM = 0.8
"""Confidence below which a reason denies no fact that was told."""


_ABOUT_A_RIVAL = Pattern("hearing_events", "{about_a_rival}")
_FAINT = 0.65
"""Confidence below which a rival needs words about one."""
_ANSWERS_LATER = Pattern("hearing_events", "{answers_later}")
"""That the customer will answer later puts the rep off, and names no rival."""
_ONLY_UNSIGNED = Pattern("hearing_events", r"\W*{only_unsigned}\W*")
_HUMS = re.compile(r"\W*(?:[a-z]{1,2}|h+m+|u+m+|e+r+m*|w+ell|[嗯呃哦噢额])\W*", re.I)
"""A sound that admits nothing."""


def record_hearing(turn: TurnBuilder, said: RepAnswer) -> tuple[RepAnswer, list[e.Event]]:
    """Records the hearing of an answer, completed by what the rep states explicitly; returns the completed answer and
    its new events.
    """
    text, cue, hearing, _ = said
    d = turn.debrief
    asks = d.question.asks if d.question else ()
    ended = d.signed or d.lost
    if d.step in _LATE and is_for_him(text, d.contact):
        return said._replace(hearing=Hearing(days=hearing.days)), []
    hearing = losses.note_loss(turn, text, hearing)
    if not cue.chosen:
        hearing = with_own_part(turn.debrief, text, hearing)
    back = not cue.chosen and slips.withdrawn(turn, text, hearing)
    reports = back or ("next_line" in asks and not ended and read_line(text, hearing).kind == "report")
    return said._replace(hearing=hearing), _record(turn, text, hearing, () if reports else asks)


def _record(turn: TurnBuilder, text: str, hearing: Hearing, asks: tuple[str, ...]) -> list[e.Event]:
    """Records everything new in the hearing; returns these events."""
    before = len(turn.events)
    if _DEAF & set(asks):
        if turn.debrief.signed and not tells_his_words(text):
            _signing(turn, text, hearing)
        return turn.events[before:]
    if asks in _ABOUT_REASONS and turn.debrief.step == "push":
        _blockers(turn, hearing)
        _denial(turn, text)
        return turn.events[before:]
    _names(turn, text, hearing, asks)
    _visit(turn, text, hearing)
    _facts(turn, text, hearing)
    _signing(turn, text, hearing)
    _close(turn, text, hearing)
    if turn.debrief.step != "plan" and asks not in _ABOUT_A_NO:
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
        heard = _shaken(turn.debrief, name, text) or hearing.facts.get(name) or _faintly(turn, hearing, name)
        if name == "authority":
            heard = said_of_another(turn.debrief, text, heard)
        if name == "power" and heard and heard.value == "no" and (later := later_money(text)):
            heard = heard._replace(value="unsure", quote=later)
        if heard is None:
            continue
        old = turn.debrief.facts[name]
        if name == "authority" and only_admits(heard.quote):
            heard = heard._replace(value="unsure")
        elif name == "authority" and heard.value == "first" and limited(heard.quote):
            if old.known:
                continue  # signing alone below a sum goes with an approval above it (R15)
            heard = heard._replace(value="unsure")
        elif name == "authority" and one_of_the_owners(heard, text):
            continue
        if old.value == heard.value and (
            turn.debrief.step == "reverse" or any(q.text == heard.quote for q in old.quotes)
        ):
            continue  # what he does not know of it is no better evidence than what he told (R14)
        if old.known and same_words(old.words, heard.quote):
            continue  # one sentence told twice contradicts nothing, whatever was heard in it (R15)
        if heard.value == "unsure" and not _admitted(turn.debrief, name, heard.quote):
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


def _shaken(d: Debrief, name: FactName, text: str) -> Heard | None:
    """The doubt expressed under the reverse question about a known fact, to be presented as a contradiction (R14, R15)."""
    told = admitted_of(name, text) if d.step == "reverse" and d.facts[name].value in ("first", "yes") else ""
    return Heard("unsure", told, 1.0) if told else None


def _admitted(d: Debrief, name: FactName, quote: str) -> bool:
    """Whether an admission of ignorance counts: a known fact is only retracted under the reverse question, and only
    that fact (R14).
    """
    if nothing_unknown(quote) or elsewhere(name, quote) or _HUMS.fullmatch(quote):
        return False
    return not d.facts[name].known or (d.step == "reverse" and is_about(name, quote))


def _faintly(turn: TurnBuilder, hearing: Hearing, name: FactName) -> Heard | None:
    """A yes of too low confidence to be claimed, as a guess to be challenged (R9)."""
    heard = hearing.faint.get(name)
    if name == "authority" or heard is None or heard.value != "yes" or turn.debrief.facts[name].value is not None:
        return None
    asked = turn.debrief.question is not None and name in turn.debrief.question.asks
    told = asked and said_so(heard.quote) and not supposes(heard.quote)
    return heard if told else heard._replace(value="unsure")


def _signing(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    heard = hearing.facts.get("signed")
    if heard and heard.value == "yes" and turn.debrief.step in _LATE and addresses(text):
        return
    if heard and turn.debrief.signed != (heard.value == "yes"):
        turn.emit(e.SigningHeard(signed=heard.value == "yes", quote=heard.quote))


def _close(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    asked, gave_in = hearing.facts.get("close_attempted"), hearing.facts.get("gave_in")
    close = turn.debrief.close
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


def _blockers(turn: TurnBuilder, hearing: Hearing) -> None:
    for heard in hearing.blockers:
        if heard.value == "competitor" and _ANSWERS_LATER.search(heard.quote):
            heard = heard._replace(value="customer_thinking")
        if heard.value == "competitor" and _names_no_rival(heard):
            continue
        if _ONLY_UNSIGNED.fullmatch(heard.quote):
            continue  # that it isn't signed is no reason why
        if heard.value == "other" and _speaks_for_it(hearing, heard.quote):
            continue
        denied = _DENIES.get(heard.value)
        if denied and turn.debrief.facts[denied].value == "yes" and heard.confidence < _FIRM:
            continue  # a reason half heard does not speak against what was told plainly (R15)
        if heard.value not in turn.debrief.blockers:
            turn.emit(e.BlockersHeard(blockers=(heard.value,), quotes=(heard.quote,)))
    found = reason_of(turn.debrief.blockers)
    if found and turn.debrief.close.reason is None:
        turn.emit(e.ReasonHeard(reason=found))


def _names_no_rival(heard: Heard) -> bool:
    """Whether the words tell who else may quote as unknown (R14), or where somebody is, or faintly and of no rival at all."""
    faint = heard.confidence < _FAINT and not _ABOUT_A_RIVAL.search(heard.quote)
    return faint or not_known(heard.quote) or _WHEREABOUTS.search(heard.quote) is not None


def _speaks_for_it(hearing: Hearing, quote: str) -> bool:
    """Whether the words are evidence for a fact, which stands in nobody's way."""
    return any(
        told.quote and told.quote in quote
        for name in FACTS
        if (told := hearing.facts.get(name)) and told.value in ("yes", "first")
    )


def _denial(turn: TurnBuilder, text: str) -> None:
    """Records an explicit denial of fear, which overrides the listener's finding (R18)."""
    if turn.debrief.close.reason in REASONS.values() and denies(text):
        turn.emit(e.ReasonHeard(reason="neither"))


def _absence(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    back = returning(text, hearing)
    if back and back.quote != turn.debrief.away_quote:
        turn.emit(e.AbsenceHeard(until=date.fromisoformat(back.value), quote=back.quote))


def _only_tells(step: Heard, hearing: Hearing) -> bool:
    """Whether the words of a step state a fact about the customer and no action of the rep."""
    return not acts(step.quote) and any(
        hearing.facts[name].quote == step.quote for name in FACTS if name in hearing.facts
    )


def _on_a_day(step: Heard, hearing: Hearing) -> bool:
    """Whether the words of a step tell what happens on a day without the rep ("said the vote's on the 10th")."""
    dated = any(one.quote in step.quote for one in hearing.days)
    return dated and "next_date" not in hearing.facts and not acts(step.quote)


def _finding_out(text: str, hearing: Hearing, d: Debrief) -> tuple[str, Heard | None]:
    """The dated act by which the rep will find out what he only supposed, where that was asked for (R9)."""
    ahead = tuple(one for one in hearing.days if one.value > d.day.isoformat())
    words = step_words(text, ahead)
    when = next((one for one in ahead if one.quote.strip() in words), None)
    return (step_in(words), when) if when and acts(words) else ("", None)


def _next_step(turn: TurnBuilder, text: str, hearing: Hearing) -> None:
    d = turn.debrief
    step, when = hearing.facts.get("next_step"), hearing.facts.get("next_date")
    if d.step == "plan":
        when = when or hearing.facts.get("some_date")  # tonight is a day for it as well
    if d.step == "plan" and not (d.question and "customer" in d.question.asks):
        return
    if step and step.value == "yes":
        days = tuple(one for one in (*hearing.days, *([when] if when else ())) if one.value > d.day.isoformat())
        not_his = step.quote == d.away_quote or _only_tells(step, hearing) or _on_a_day(step, hearing)
        what = "" if not_his else step_in(step_words(step.quote, days))
    elif d.step == "forward" and d.question and d.question.about:
        what, when = _finding_out(text, hearing, d)
    else:
        what = announced(text) if d.step in ("unsigned", "push") else ""
    if not what or happens_anyway(what):
        return
    day = date.fromisoformat(when.value) if when else None
    if day is not None and day < d.day:
        day = None
    if (what == d.plan.what and day == d.plan.date) or (d.plan.own and d.plan.date and day is None):
        return
    turn.emit(e.NextStepPlanned(what=what, who=d.rep, date=day, phrase=when.quote if when else ""))
