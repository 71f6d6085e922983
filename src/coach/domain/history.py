"""The fold: a stream of events in, the debrief as it stands out. A log replays alike whatever the step table says today."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, get_args

from coach.domain import debrief_events as e
from coach.domain.debrief import Close, Contradiction, Debrief, Judgement, Plan, Utterance
from coach.domain.facts import Fact, FactName, Quote, approvals_of

SURE_RETRACTION = 0.85
"""Confidence from which "I don't really know" about something told before counts as a contradiction (R15)."""
_ORDER: tuple[e.Step, ...] = get_args(e.Step)


def fold(stream: str, history: Iterable[e.Recorded], start: Debrief | None = None) -> Debrief:
    """The debrief after `history`. With `start` the events are applied on top of it (it is left as it was).

    Raises ValueError where an answer is taken back on top of `start`: what stood before it is only in the whole history.
    """
    debrief = start.apart() if start else Debrief(stream)
    past: list[e.Recorded] = []
    for recorded in history:
        past.append(recorded)
        if isinstance(recorded.event, e.WentBack):
            if start:
                raise ValueError(
                    f"{stream}: an answer is taken back in version {recorded.version}, and its history is not there"
                )
            debrief = _taken_back(debrief, past, recorded, recorded.event.to)
        else:
            apply(debrief, recorded)
    return debrief


_HE = re.compile("(?<!其)他(?!们)")


def apply(debrief: Debrief, recorded: e.Recorded) -> None:
    """Lets one event happen to `debrief`, in place. `WentBack` needs the history and is known to `fold` only."""
    event = recorded.event
    debrief.version = recorded.version
    if isinstance(event, e.RepSaid):
        debrief.turns += 1
        debrief.feminine_pronouns += event.text.count("她") - len(_HE.findall(event.text))
        debrief.transcript.append(Utterance("rep", event.text, recorded.at))
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


def _taken_back(debrief: Debrief, past: list[e.Recorded], recorded: e.Recorded, to: int) -> Debrief:
    """The state before the answer that was taken back; what was said and shown stays said and shown."""
    earlier = fold(debrief.id, [one for one in past[:-1] if one.version < to])
    earlier.version = recorded.version
    earlier.transcript, earlier.lines_used, earlier.turns = debrief.transcript, debrief.lines_used, debrief.turns
    earlier.feminine_pronouns = debrief.feminine_pronouns
    return earlier


def _opened(d: Debrief, ev: e.DebriefOpened) -> None:
    d.rep, d.language, d.today, d.seed, d.again, d.product, d.hand, d.copy_of, d.expired = (
        ev.rep,
        ev.language,
        ev.today,
        ev.seed,
        ev.again,
        ev.product,
        ev.hand,
        ev.copy_of,
        ev.expired,
    )


def _asked(d: Debrief, ev: e.QuestionAsked) -> None:
    d.question = ev
    d.asked = (*d.asked, ev)


def _step(d: Debrief, ev: e.StepReached) -> None:
    if _ORDER.index(ev.step) < _ORDER.index(d.step):
        _walked_back(d, ev.step)
    d.step = ev.step
    d.reached = (*d.reached, ev.step)


def _walked_back(d: Debrief, to: e.Step) -> None:
    """From an earlier step the way is walked anew: what was asked, kept and decided further on no longer counts."""
    before = _ORDER[: _ORDER.index(to) + 1]
    d.asked = tuple(q for q in d.asked if q.step in before)
    d.skipped = frozenset(one for one in d.skipped if one.split(":")[0] in before)
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
        d.facts = {**d.facts, ev.fact: old.model_copy(update={"quotes": (*old.quotes, *said)})}
        return
    if carried_over(old) and d.turns:
        old = Fact()
    if _clash(ev.fact, old, ev):
        found = Contradiction(ev.fact, old.words, old.value or "", ev.quote, ev.value)
        d.contradictions = (*(c for c in d.contradictions if c.fact != ev.fact), found)
    if old.known and ev.value == "unsure":
        d.facts = {**d.facts, ev.fact: old.model_copy(update={"quotes": (*said, *old.quotes)})}
        return
    approvals = ev.approvals if ev.approvals is not None else approvals_of(ev.value) if ev.fact == "authority" else None
    if ev.fact == "authority" and ev.value == "not_first" and (old.approvals or 0) > 0:
        d.facts = {**d.facts, ev.fact: old.model_copy(update={"quotes": (*said, *old.quotes)})}
        return
    d.facts = {
        **d.facts,
        ev.fact: Fact(value=ev.value, approvals=approvals, quotes=(*old.quotes, *said), chosen=not said),
    }


def carried_over(fact: Fact) -> bool:
    """Whether a fact was told of an earlier visit: it stands until something is told of this one (R8)."""
    return bool(fact.quotes) and all(quote.turn == 0 for quote in fact.quotes)


def _clash(name: FactName, old: Fact, new: e.FactHeard) -> bool:
    if not old.known or old.value == new.value:
        return False
    if new.value == "unsure":
        return new.confidence >= SURE_RETRACTION
    return name != "authority" or "first" in (old.value, new.value) or "not_first" not in (old.value, new.value)


def _corrected(d: Debrief, ev: e.FactCorrected) -> None:
    approvals = ev.approvals if ev.approvals is not None else approvals_of(ev.value) if ev.fact == "authority" else None
    kept = d.facts[ev.fact].quotes
    d.facts = {
        **d.facts,
        ev.fact: Fact(value=ev.value, approvals=approvals, quotes=kept, corrected=ev.value is not None),
    }
    d.contradictions = tuple(c for c in d.contradictions if c.fact != ev.fact)


def _settled(d: Debrief, ev: e.ContradictionSettled) -> None:
    value = ev.stands or "unsure"
    approvals = approvals_of(value) if ev.fact == "authority" else None
    quotes = d.facts[ev.fact].quotes
    standing = [c.first if value == c.first_value else c.second for c in d.contradictions if c.fact == ev.fact and value in (c.first_value, c.second_value)]  # fmt: skip
    quotes = tuple(sorted(quotes, key=lambda quote: quote.text in standing))
    told = {"value": value, "approvals": approvals, "quotes": quotes, "chosen": not any(standing)}
    d.facts = {**d.facts, ev.fact: d.facts[ev.fact].model_copy(update=told)}
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
