"""The fold of a debrief: events in, state out.

Replaying an old log gives the same state even if the step table has changed since.
"""

import re
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import replace
from typing import Any

from coach.domain import debrief_events as e
from coach.domain.debrief import Close, Contradiction, Debrief, Judgement, Plan, Utterance
from coach.domain.facts import Fact, FactName, Quote, approvals_of
from coach.domain.vocabulary import STEPS

SURE_RETRACTION = 0.85
"""Minimum confidence for "I don't really know" about a known fact to count as a contradiction (R15)."""
_MASCULINE = re.compile("(?<!其)他(?!们)")


def fold(stream: str, history: Iterable[e.Recorded], start: Debrief | None = None) -> Debrief:
    """The debrief after `history`; with `start`, the events are applied to a copy of it.

    Raises ValueError for a `WentBack` on top of `start`, because undoing an answer needs the whole history.
    """
    debrief = start.apart() if start else Debrief(stream)
    events = [*history]
    revisited = {recorded.event.to for recorded in events if isinstance(recorded.event, e.WentBack)}
    states: dict[int, Debrief] = {}
    for recorded in events:
        if recorded.version in revisited:
            states[recorded.version] = copy(debrief)
        if isinstance(recorded.event, e.WentBack):
            if start:
                raise ValueError(
                    f"{stream}: an answer is taken back in version {recorded.version}, and its history is not there"
                )
            earlier = states.get(recorded.event.to) or (debrief if recorded.event.to > 0 else Debrief(stream))
            debrief = _taken_back(debrief, earlier, recorded)
        else:
            apply(debrief, recorded)
    return debrief


def apply(debrief: Debrief, recorded: e.Recorded) -> None:
    """Applies one event to `debrief` in place. `WentBack` needs the history, so only `fold` handles it."""
    event = recorded.event
    debrief.version = recorded.version
    if isinstance(event, e.RepSaid):
        debrief.turns += 1
        debrief.feminine_pronouns += event.text.count("她") - len(_MASCULINE.findall(event.text))
        debrief.transcript.append(Utterance("rep", event.text, recorded.at, _chosen(debrief, event)))
    elif isinstance(event, e.CoachSaid | e.QuestionAsked):
        used = debrief.lines_used
        debrief.lines_used = {**used, event.line: (*used.get(event.line, ()), event.variant)}
        debrief.transcript.append(Utterance("coach", event.text, recorded.at))
    if isinstance(event, e.DebriefOpened):
        debrief.opened_at = recorded.at
    elif isinstance(event, e.OutcomeRecorded):
        debrief.outcome_at = recorded.at
    change = _APPLY.get(event.kind)
    if change is not None:
        change(debrief, event)


def _chosen(debrief: Debrief, said: e.RepSaid) -> str:
    """The words of the choice that a bare number stood for; empty where more was said, or nothing chosen."""
    choices = debrief.choices if said.meant is not None else ()
    return next((one.label for one in choices if one.value == said.meant and one.key == said.text.strip()), "")


def _taken_back(debrief: Debrief, earlier: Debrief, recorded: e.Recorded) -> Debrief:
    """The state `earlier`, before the undone answer, but with the whole transcript: what was said stays said."""
    restored = copy(earlier)
    restored.version = recorded.version
    restored.transcript, restored.lines_used, restored.turns = debrief.transcript, debrief.lines_used, debrief.turns
    restored.feminine_pronouns = debrief.feminine_pronouns
    return restored


def _opened(d: Debrief, ev: e.DebriefOpened) -> None:
    for name in ("rep", "language", "today", "seed", "again", "product", "hand", "copy_of", "expired"):
        setattr(d, name, getattr(ev, name))


def _asked(d: Debrief, ev: e.QuestionAsked) -> None:
    d.question = ev
    d.asked = (*d.asked, ev)


def _step(d: Debrief, ev: e.StepReached) -> None:
    if STEPS.index(ev.step) < STEPS.index(d.step):
        _walked_back(d, ev.step)
    d.step = ev.step
    d.reached = (*d.reached, ev.step)


def _walked_back(d: Debrief, to: e.Step) -> None:
    """Back at an earlier step, the questions, the verdict and the plan of the later steps no longer count."""
    before = STEPS[: STEPS.index(to) + 1]
    d.asked = tuple(q for q in d.asked if q.step in before)
    d.skipped = frozenset(field for field in d.skipped if field.split(":")[0] in before)
    d.next_line, d.verdict = "", None
    d.plan = d.plan if d.plan.own else Plan()


def _skipped(d: Debrief, ev: e.QuestionSkipped) -> None:
    d.skipped = d.skipped | {f"{d.step}:{ask}" for ask in ev.asks}


def _named(d: Debrief, ev: e.CustomerNamed) -> None:
    d.customer = ev.customer or d.customer
    d.contact = ev.contact or d.contact


def _fact(d: Debrief, ev: e.FactHeard) -> None:
    old = d.facts[ev.fact]
    said = (Quote(text=ev.quote, turn=d.turns),) if ev.quote else ()
    if old.corrected:
        _put(d, ev.fact, old.model_copy(update={"quotes": (*old.quotes, *said)}))
        return
    if carried_over(old) and d.turns:
        old = Fact()
    if _clash(ev.fact, old, ev):
        found = Contradiction(ev.fact, old.words, old.value or "", ev.quote, ev.value)
        d.contradictions = (*(c for c in d.contradictions if c.fact != ev.fact), found)
    doubted = old.known and ev.value == "unsure"
    less_exact = ev.fact == "authority" and ev.value == "not_first" and (old.approvals or 0) > 0
    if doubted or less_exact:
        _put(d, ev.fact, old.model_copy(update={"quotes": (*said, *old.quotes)}))
        return
    quotes = (*old.quotes, *said)
    _put(d, ev.fact, Fact(value=ev.value, approvals=_approvals(ev), quotes=quotes, chosen=not said))


def _put(d: Debrief, name: FactName, fact: Fact) -> None:
    d.facts = {**d.facts, name: fact}


def _approvals(ev: e.FactHeard | e.FactCorrected) -> int | None:
    """The approvals above the person met: as the event has them, else as its value implies them."""
    if ev.approvals is not None or ev.fact != "authority":
        return ev.approvals
    return approvals_of(ev.value)


def carried_over(fact: Fact) -> bool:
    """Whether a fact comes from an earlier visit and nothing was said about it on this one (R8)."""
    return bool(fact.quotes) and all(quote.turn == 0 for quote in fact.quotes)


def _clash(name: FactName, old: Fact, new: e.FactHeard) -> bool:
    if not old.known or old.value == new.value:
        return False
    if new.value == "unsure":
        return new.confidence >= SURE_RETRACTION
    return name != "authority" or "first" in (old.value, new.value) or "not_first" not in (old.value, new.value)


def _corrected(d: Debrief, ev: e.FactCorrected) -> None:
    quotes = d.facts[ev.fact].quotes
    _put(d, ev.fact, Fact(value=ev.value, approvals=_approvals(ev), quotes=quotes, corrected=ev.value is not None))
    d.contradictions = tuple(c for c in d.contradictions if c.fact != ev.fact)


def _settled(d: Debrief, ev: e.ContradictionSettled) -> None:
    """The value that stands, its quote last among the quotes; `unsure` if neither side stands (R15)."""
    old, value = d.facts[ev.fact], ev.stands or "unsure"
    found = [c.quote_for(value) for c in d.contradictions if c.fact == ev.fact]
    standing = [quote for quote in found if quote is not None]
    quotes = tuple(sorted(old.quotes, key=lambda quote: quote.text in standing))
    approvals = approvals_of(value) if ev.fact == "authority" else None
    settled = {"value": value, "approvals": approvals, "quotes": quotes, "chosen": not any(standing)}
    _put(d, ev.fact, old.model_copy(update=settled))
    d.contradictions = tuple(c for c in d.contradictions if c.fact != ev.fact)


def _merged(old: Judgement, ev: e.ClaimMade | e.JudgedAgain) -> Judgement:
    return Judgement(
        ev.customer_class or old.customer_class, old.confidence if ev.confidence is None else ev.confidence
    )


def _claimed(d: Debrief, ev: e.ClaimMade) -> None:
    d.claimed = _merged(d.claimed, ev)


def _judged(d: Debrief, ev: e.JudgedAgain) -> None:
    d.after_reverse = _merged(d.after_reverse, ev)


def _signing(d: Debrief, ev: e.SigningHeard) -> None:
    d.signed, d.signed_quote = ev.signed, ev.quote or d.signed_quote


def _closing(d: Debrief, ev: e.CloseHeard) -> None:
    old = d.close
    d.close = Close(
        old.attempted if ev.attempted is None else ev.attempted,
        old.times if ev.times is None else ev.times,
        old.gave_in if ev.gave_in is None else ev.gave_in,
        old.reason,
        (*old.quotes, ev.quote) if ev.quote and ev.quote not in old.quotes else old.quotes,
        old.put_off if ev.put_off is None else ev.put_off,
    )


def _reason(d: Debrief, ev: e.ReasonHeard) -> None:
    d.close = replace(d.close, reason=ev.reason)


def _blocked(d: Debrief, ev: e.BlockersHeard) -> None:
    new = [b for b in ev.blockers if b not in d.blockers]
    d.blockers = (*d.blockers, *new)
    d.blocker_quotes = (*d.blocker_quotes, *(q for q in ev.quotes if q and q not in d.blocker_quotes))
    if "customer_thinking" in ev.blockers and ev.quotes:
        d.put_off_quote = d.put_off_quote or ev.quotes[-1]


def _away(d: Debrief, ev: e.AbsenceHeard) -> None:
    d.away_until, d.away_quote = ev.until, ev.quote


def _planned(d: Debrief, ev: e.NextStepPlanned) -> None:
    d.plan = Plan(ev.what, ev.who, ev.date, ev.phrase, ev.own)


def _set(name: str, source: str) -> Callable[[Debrief, Any], None]:
    def change(d: Debrief, ev: Any) -> None:
        setattr(d, name, getattr(ev, source))

    return change


def _recorded(d: Debrief, _: e.DebriefRecorded) -> None:
    d.recorded, d.question = True, None


_APPLY: dict[str, Callable[[Debrief, Any], None]] = {
    "debrief_opened": _opened,
    "language_chosen": _set("language", "language"),
    "question_asked": _asked,
    "step_reached": _step,
    "question_skipped": _skipped,
    "customer_named": _named,
    "product_named": _set("product", "product"),
    "visit_dated": _set("visit_date", "date"),
    "fact_heard": _fact,
    "fact_corrected": _corrected,
    "contradiction_settled": _settled,
    "claim_made": _claimed,
    "judged_again": _judged,
    "signing_heard": _signing,
    "close_heard": _closing,
    "reason_heard": _reason,
    "blockers_heard": _blocked,
    "worry_named": _set("worry", "text"),
    "unknowns_named": _set("unknowns", "text"),
    "absence_heard": _away,
    "next_line_kept": _set("next_line", "text"),
    "next_step_planned": _planned,
    "verdict_given": lambda d, ev: setattr(d, "verdict", ev),
    "verdict_disputed": _set("dispute", "text"),
    "debrief_recorded": _recorded,
    "outcome_recorded": lambda d, ev: setattr(d, "outcome", ev),
}
