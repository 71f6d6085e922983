"""The coach's remarks: on answers without news, on a signature or a loss, and before the sentence for next time."""

from coach.dialogue import glossary, wording
from coach.dialogue.aside_words import Aside
from coach.dialogue.cues import Cue
from coach.dialogue.question_counts import times
from coach.dialogue.turn_builder import Ask, TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.rulebook import deadline
from coach.patterns import Pattern
from coach.phrases import day

_R18 = {"courage": "once.r18a", "fear": "once.r18b"}
"""The coach's answer to each of R18's two reasons for giving in."""

_ASKED = {"once.r18a": "once.r18a_asked"}
"""The variant for a rep who did ask, to whom the consequences of not asking do not apply."""
_MUMBLE = Pattern("remarks", r"\W*{mumble}\W*")
"""An interjection, which is not recorded as an answer."""
_CHANGED = Pattern("remarks", r"^\W*{denied}|{changed}")
"""Words that things have changed since last time; if it is unclear which, none of the old facts counts (R9)."""


def nothing_new(turn: TurnBuilder, cue: Cue, asks: tuple[str, ...]) -> None:
    """The reply to an answer without news; ignorance leaves the question open (R9)."""
    if cue.insists and turn.debrief.step in ("forward", "unsigned", "reverse", "push"):
        turn.say("reply.insist")
    elif turn.debrief.question and turn.debrief.question.line == "opening.again_told":
        _last_time(turn, holds=not (cue.no or cue.did is False or _CHANGED.search(turn.debrief.last_said)))
    elif cue.dont_know:
        turn.emit(e.QuestionSkipped(asks=asks))
        why = "blockers" in asks and turn.debrief.step == "unsigned"
        turn.say("unsigned.not_knowing" if why else "reply.no_line" if "next_line" in asks else "reply.dont_know")
    elif turn.debrief.step != "opening":
        bare = cue.yes or _MUMBLE.fullmatch(turn.debrief.last_said)
        turn.say("reply.mumble" if bare else "reply.evasive")


def asks_back(d: Debrief, cue: Cue) -> bool:
    """Whether an answer without news only asks back, and the question was not repeated already."""
    anew = d.question is not None and (d.question.restated or {"next_line", "confirm"} & set(d.asks))
    return not anew and not (cue.insists or cue.dont_know) and d.last_said.rstrip().endswith(("?", "？"))


def answer_to(aside: Aside, step: e.Step, *, beside: bool = False) -> str:
    """The reply to words addressed to the coach, before the open question is repeated, or `beside` an answer."""
    if aside == "mine" and beside and step in ("opening", "claim"):
        return "aside.beside_asks_back"  # what he would do ends there in asking for what was told just now
    if aside in ("why", "mine"):
        return f"{aside}.{step}"
    return f"aside.beside_{aside}" if beside and aside not in ("worth", "stop") else f"aside.{aside}"


def meet(turn: TurnBuilder, text: str, aside: Aside | None) -> bool:
    """Replies to words addressed to the coach within an answer; whether it explained one of his terms as well."""
    if aside:
        turn.say(answer_to(aside, turn.debrief.step, beside=True))
    explanation = glossary.asked_for(text) if glossary.tells_besides(text) else None
    if explanation:
        turn.say(explanation)
    return explanation is not None


def _last_time(turn: TurnBuilder, *, holds: bool) -> None:
    """Confirms or drops the facts of an earlier visit (R8)."""
    if not holds:
        for name in [name for name, fact in turn.debrief.facts.items() if fact.known]:
            turn.emit(e.FactCorrected(fact=name, value=None))
    turn.say("again.holds" if holds else "again.gone")


def react(turn: TurnBuilder, before: Debrief, cue: Cue) -> None:
    """Makes the remark due at this moment."""
    d = turn.debrief
    if d.signed and not before.signed:
        turn.say("signed.joy")
    elif d.lost and not before.lost:
        turn.say("lost.noted")
    elif (
        d.step == "unsigned"
        and d.standing.customer_class == "A"
        and d.ruling.customer_class != "D"
        and d.close.attempted is False
        and d.close.reason not in _R18
    ):
        turn.say("once.r19")
    elif cue.insists and d.step == "reverse" and d.facts["authority"].approvals:
        turn.say("reply.insist")


def lead(turn: TurnBuilder, question: Ask) -> None:
    """Makes the remarks due before the sentence for next time is asked for: R17 (of whoever cannot sign, to be taken to
    the one who can), then the answer to R18's reason, or R20; before a step that is too late for its class, or for an
    absent decider, R8.
    """
    d = turn.debrief
    if "confirm" in question.asks and not d.signed:
        _in_time(turn)
    if "next_line" not in question.asks or d.signed or d.lost:
        return
    answered_late = d.close.reason in _R18 and times(d, "push", "push_reason")
    if times(d, "push", "next_line") and not answered_late:
        return
    if d.ruling.customer_class == "D":
        turn.say("once.r20")
    elif "push_reason" in question.asks:
        return
    elif d.close.reason in _R18 and d.close.gave_in is not False:
        answer_reason(turn)
    elif not d.close.attempted:
        turn.say("once.r17_to_decider" if question.line.key == "push.line_to_decider" else "once.r17")
    elif d.close.put_off is not False:
        turn.say("once.r17_asked")


def _in_time(turn: TurnBuilder) -> None:
    """Remarks on a next step, or a decider's return, after the last day of the class (R8)."""
    d = turn.debrief
    last_day = deadline(d.day, d.ruling)
    if last_day is None:
        return
    told = {"deadline": day(last_day), "customer_class": d.ruling.customer_class or d.ruling.pending}
    if d.away_until and d.away_until > last_day:
        turn.say("once.away", quote=wording.clip(d.away_quote), **told)
    if d.plan.date and d.plan.date > last_day:
        turn.say("once.r8", date=day(d.plan.date), **told)


def answer_reason(turn: TurnBuilder) -> None:
    """The answer to R18's reason for giving in, if one was stated."""
    reason = turn.debrief.close.reason
    held_on = turn.debrief.close.gave_in is False
    if reason not in _R18 or held_on:
        return
    key = _R18[reason]
    turn.say(_ASKED.get(key, key) if turn.debrief.close.attempted else key)
