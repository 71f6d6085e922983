"""Selection of the next question at a step, or None when the step is done. Pure.

Nothing known is asked again, and nothing is asked more than twice: what stays unanswered is unknown (R9).
"""

from collections.abc import Callable

from coach.dialogue import contradictions
from coach.dialogue.evidence import heard_from_him
from coach.dialogue.forward_questions import forward
from coach.dialogue.plan_questions import plan
from coach.dialogue.push_questions import push
from coach.dialogue.question_counts import UNHURRIED, still_wanted, times
from coach.dialogue.sides import other_side
from coach.dialogue.turn_builder import Ask, Option
from coach.dialogue.wording import in_words
from coach.domain.debrief import Debrief
from coach.domain.debrief_events import Step
from coach.domain.facts import CLASSES, FACTS, FactName
from coach.phrases import Line


def question(debrief: Debrief) -> Ask | None:
    """The next question at the debrief's current step."""
    if (debrief.lost or debrief.signed) and debrief.step not in ("push", "plan"):
        return None
    return _AGENDA[debrief.step](debrief)


def told_of_nobody(debrief: Debrief) -> bool:
    """Whether no contact and no certain fact is known so far."""
    return not (debrief.contact or any(fact.known for fact in debrief.facts.values())) and debrief.signed is None


def told_nothing(debrief: Debrief) -> bool:
    """Whether the rep has not reported on a visit yet."""
    hinted = debrief.customer or debrief.blockers or any(fact.value for fact in debrief.facts.values())
    return told_of_nobody(debrief) and not hinted


def _opening(d: Debrief) -> Ask | None:
    if not d.asked:
        before = [
            Line(f"verdict.{name}.{fact.value}", {"words": in_words(fact.words)})
            for name, fact in d.facts.items()
            if fact.known
        ]
        key = "opening.first" if not d.again else "opening.again_told" if before else "opening.again"
        slots = {"customer": d.customer, "facts": before}
        return Ask("opening", ("customer", "contact", "visit_date"), Line(key, slots))
    if told_nothing(d) and still_wanted(d, "opening", "customer"):
        return Ask("opening", ("customer", "contact"), Line("opening.retry"))
    return None


def _claim(d: Debrief) -> Ask | None:
    named = bool(d.customer)
    fields = ["customer"] if not named and not times(d, "claim") else []
    if d.claimed.customer_class is None:
        fields += still_wanted(d, "claim", "claimed_class")
    if d.claimed.confidence is None and d.claimed.customer_class != "D":
        fields += still_wanted(d, "claim", "confidence")
    if fields[:1] != ["customer"] and named and not d.contact and not _asked_for_contact(d):
        fields = ["contact", *fields]
    if not fields:
        return None
    asks = tuple(["customer", "contact", *fields[1:]] if fields[0] == "customer" else fields)
    options = _classes() if asks == ("claimed_class",) else ()
    return Ask("claim", asks, Line("claim." + _claim_key(asks)), options)


def _asked_for_contact(d: Debrief) -> bool:
    return any("contact" in q.asks for q in d.asked if q.step != "opening") or "claim:contact" in d.skipped


def _claim_key(asks: tuple[str, ...]) -> str:
    wants_class, wants_percent = "claimed_class" in asks, "confidence" in asks
    judgement = "both" if wants_class and wants_percent else "class" if wants_class else "percent"
    if "customer" not in asks:
        return judgement if "contact" not in asks else f"who_and_{judgement}" if wants_class or wants_percent else "who"
    return f"name_and_{judgement}" if wants_class or wants_percent else "name"


def _classes() -> tuple[Option, ...]:
    return tuple(Option(name, Line(f"class.{name}")) for name in CLASSES)


def _unsigned(d: Debrief) -> Ask | None:
    asked = times(d, "unsigned")
    refused: FactName | None = next((n for n in FACTS[1:] if d.facts[n].value == "no"), None)
    if refused:
        known = asked or d.close.attempted is not None or heard_from_him(d, d.facts[refused].words)
        return None if known else Ask("unsigned", (refused,), Line(f"unsigned.refused_{refused}"), about=(refused,))
    told = {"signed": d.signed is not None, "close_attempted": d.close.attempted is not None, "blockers": d.blockers}
    wanted = [name for name, known in told.items() if not known]
    if asked == 0 and wanted and wanted != ["signed"]:
        key = "both" if {"close_attempted", "blockers"} <= set(wanted) else wanted[-1]
        if key == "close_attempted" and set(d.blockers) == {"customer_thinking"}:
            key = "close_before_put_off"  # wanting to think is no reason (R13)
        return Ask("unsigned", tuple(wanted), Line(f"unsigned.{key}"))
    if asked == 1 and {"close_attempted", "blockers"} <= set(wanted) and still_wanted(d, "unsigned", "close_attempted"):
        options = (Option("yes", Line("choice.asked")), Option("no", Line("choice.not_asked")))
        return Ask("unsigned", ("close_attempted",), Line("unsigned.retry"), options)
    return None


def _reverse(d: Debrief) -> Ask | None:
    if times(d, "reverse", "not_a") == 0:
        line = _turned_round(d)
        if d.turns <= UNHURRIED:
            return Ask("reverse", ("unknowns", "not_a"), line)
        asks = ("unknowns", "not_a", "claimed_class", "confidence")
        if d.standing.customer_class == "D":
            return Ask("reverse", asks[:-1], Line("reverse.class_at_once", {"question": line}))
        return Ask("reverse", asks, Line("reverse.at_once", {"question": line}))
    open_ = contradictions.unasked(d)
    if open_:
        return contradictions.which_stands(open_[0])
    judged = d.after_reverse
    fields = ["claimed_class"] if judged.customer_class is None else []
    if judged.confidence is None and d.standing.customer_class != "D":
        fields.append("confidence")
    fields = list(still_wanted(d, "reverse", *fields))
    if not fields:
        return None
    key = "both" if len(fields) == 2 else "class" if fields[0] == "claimed_class" else "percent"
    return Ask("reverse", tuple(fields), Line(f"reverse.judge_{key}"), _classes() if key == "class" else ())


def _turned_round(d: Debrief) -> Line:
    """The reverse question (R14), adapted to the rep's own class: evidence against it (R15), what speaks against an A,
    or what could raise a lower class.
    """
    claimed, other = d.standing.customer_class, other_side(d)
    if other:
        return Line("reverse.beside", {"claimed": claimed, "told": other})
    if claimed == "D":
        return Line("reverse.d")
    if claimed in ("B", "C"):
        return Line("reverse.lower", {"claimed": claimed})
    thin = next((name for name in ("authority", "power", "need", "value") if not d.facts[name].known), None)
    return Line("reverse.thin", {"fact": Line(f"fact.{thin}")}) if thin else Line("reverse.main")


_AGENDA: dict[Step, Callable[[Debrief], Ask | None]] = {
    "opening": _opening,
    "claim": _claim,
    "forward": forward,
    "unsigned": _unsigned,
    "reverse": _reverse,
    "push": push,
    "verdict": lambda _: None,
    "plan": plan,
    "recorded": lambda _: None,
}
