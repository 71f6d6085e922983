"""Selection of the next question at a step, or None when the step is done. Pure.

Nothing known is asked again, and nothing is asked more than twice: what stays unanswered is unknown (R9).
"""

from collections.abc import Callable

from coach.dialogue import closing, contradictions
from coach.dialogue.evidentiality import admits, owns_guess, said_so, supposes
from coach.dialogue.later_money import not_there_yet
from coach.dialogue.limits import limited
from coach.dialogue.question_counts import limit, still_wanted, times
from coach.dialogue.sides import other_side
from coach.dialogue.turn_builder import Ask, Option
from coach.dialogue.wording import clip, in_words
from coach.domain.debrief import Debrief
from coach.domain.debrief_events import Step
from coach.domain.facts import CLASSES, FACTS, FactName
from coach.phrases import Line, Names, Sentences

_D_SIGNS: tuple[FactName, ...] = ("need", "power", "value")
"""Facts each of which, if missing, makes a D, whoever was met (R4, R5)."""
ROOM = 3
"""Turns up to which doubt and new judgement are asked for separately; beyond, together (at most 8 turns)."""


def question(debrief: Debrief) -> Ask | None:
    """The next question at the debrief's current step."""
    if (debrief.lost or debrief.signed) and debrief.step not in ("push", "plan"):
        return None
    return _AGENDA[debrief.step](debrief)


def challenged(debrief: Debrief, fact: FactName) -> bool:
    """Whether the rep was already asked for the evidence of a hedged fact."""
    return any(q.step == "forward" and fact in q.about for q in debrief.asked)


def hedged(debrief: Debrief) -> tuple[FactName, ...]:
    """Facts the rep only supposes without admitting ignorance: to be challenged once (R9)."""
    return tuple(
        name
        for name in FACTS
        if debrief.facts[name].value == "unsure"
        and not debrief.facts[name].corrected
        and not challenged(debrief, name)
        and debrief.facts[name].words
        and not admits(debrief.facts[name].words)
        and not (name == "authority" and limited(debrief.facts[name].words))
    )


def rank_open(debrief: Debrief) -> bool:
    """Whether the number of approvals above the person met is unknown."""
    fact = debrief.facts["authority"]
    return fact.approvals is None and not fact.corrected


def told_of_nobody(debrief: Debrief) -> bool:
    """Whether no contact and no certain fact is known so far."""
    return not (debrief.contact or any(fact.known for fact in debrief.facts.values())) and debrief.signed is None


def told_nothing(debrief: Debrief) -> bool:
    """Whether the rep has not reported on a visit yet."""
    hinted = debrief.customer or debrief.blockers or any(fact.value for fact in debrief.facts.values())
    return told_of_nobody(debrief) and not hinted


def _opening(d: Debrief) -> Ask | None:
    if not d.asked:
        before = [Line(f"verdict.{name}.{d.facts[name].value}", {"words": in_words(d.facts[name].words)}) for name in FACTS if d.facts[name].known]  # fmt: skip
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


def _forward(d: Debrief) -> Ask | None:
    asked = times(d, "forward")
    missing = tuple(name for name in FACTS if d.facts[name].value is None)
    doubts = hedged(d)
    if asked == 0:
        return _forward_first(d, missing, doubts)
    if _d_unfounded(d) and "forward.d_why" not in d.lines_used:
        return Ask("forward", _D_SIGNS, Line("forward.d_why"))
    if asked >= limit(d) or d.ruling.customer_class == "D":
        return None
    if doubts:
        return _challenge(d, doubts, rank_open(d))
    if rank_open(d) and not _d_unfounded(d) and "forward:authority" not in d.skipped:
        return _rank(d)
    return None if _d_unfounded(d) else _still_missing(d, missing)


def _still_missing(d: Debrief, missing: tuple[FactName, ...]) -> Ask | None:
    """What the first question left unanswered: all of it again where need and money are open, else while there is room
    (R9, R12).
    """
    if not still_wanted(d, "forward", *missing):
        return None
    if not d.facts["need"].known and not d.facts["power"].known:
        return Ask("forward", missing, Line("forward.retry", {"facts": _fact_names(missing)}))
    if d.turns > ROOM:
        return None
    parts = Sentences(_asked_of(d, name) for name in missing)
    return Ask("forward", missing, Line("forward.still", {"parts": parts}))


def _forward_first(d: Debrief, missing: tuple[FactName, ...], doubts: tuple[FactName, ...]) -> Ask | None:
    if d.ruling.customer_class == "D" and d.standing.customer_class in (None, "D"):
        return None
    if _d_unfounded(d):
        return Ask("forward", _D_SIGNS, Line("forward.d_why"), about=doubts)
    if not missing:
        return _challenge(d, doubts, rank_open(d)) if doubts else _rank(d) if rank_open(d) else None
    wanted = tuple(
        name for name in FACTS if name in missing or name in doubts or (name == "authority" and rank_open(d))
    )
    claimed = d.standing.customer_class
    why = Line("forward.why", {"claimed": claimed}) if claimed else Line("forward.why_him")
    parts = [_doubt(d, name, "ask.doubt_") if name in doubts else _asked_of(d, name) for name in wanted]
    return Ask("forward", wanted, Line("forward.main", {"why": why, "parts": Sentences(parts)}), about=doubts)


def _d_unfounded(d: Debrief) -> bool:
    """Whether the rep calls it a D without saying which of the three it lacks: one is enough, whoever was met (R4, R5)."""
    told = [d.facts[name].value for name in _D_SIGNS]
    return d.standing.customer_class == "D" and "no" not in told and told != ["yes"] * len(told)


def _rank(d: Debrief) -> Ask:
    how = _how_rank_is_open(d)
    return Ask("forward", ("authority",), Line(f"forward.{how or 'rank'}", _quoted(d, "authority")), _ranks(how))


def _how_rank_is_open(d: Debrief) -> str:
    """What is known while the rank is open: that somebody signs up to a sum, or that others are above; empty if nothing
    is.
    """
    fact = d.facts["authority"]
    return "limit" if limited(fact.words) else "above" if fact.value == "not_first" else ""


def _asked_of(d: Debrief, name: FactName) -> Line:
    """The short question for a fact; for the rank, what is not told of it yet."""
    how = _how_rank_is_open(d) if name == "authority" else ""
    return Line(f"forward.ask.{how or name}", _quoted(d, name))


def _challenge(d: Debrief, doubts: tuple[FactName, ...], with_rank: bool) -> Ask:
    told = [d.facts[name].words for name in doubts]
    guessed = [words for words in told if owns_guess(words) or not_there_yet(words) or _his_own(words)]
    if len(doubts) > 1 and not guessed and (not with_rank or "authority" in doubts):
        names = Names(Line("words.doubted", {"fact": Line(f"fact.{name}"), **_quoted(d, name)}) for name in doubts)
        return Ask("forward", doubts, Line("forward.check_several", {"doubts": names}), about=doubts)
    parts = [_doubt(d, name, "challenge.") for name in doubts]
    if with_rank and "authority" not in doubts:
        parts.insert(0, _asked_of(d, "authority"))
        return Ask("forward", ("authority", *doubts), Line("forward.check", {"parts": Sentences(parts)}), about=doubts)
    options = (
        (Option("said", Line("choice.said")), Option("supposed", Line("choice.supposed")))
        if len(doubts) == 1 and not guessed
        else ()
    )
    return Ask("forward", doubts, Line("forward.check", {"parts": Sentences(parts)}), options, about=doubts)


def _doubt(d: Debrief, name: FactName, kind: str) -> Line:
    """The challenge of a supposed fact; a declared guess is not doubted, the rep is asked how he will find out (R9),
    and of money that is to come later when it comes.
    """
    words = d.facts[name].words
    if name == "power" and not_there_yet(words):
        return Line("forward.later.power", _quoted(d, name))
    if _his_own(words):
        return _asked_of(d, name)
    return Line(f"forward.{'guess.' if owns_guess(words) else kind}{name}", _quoted(d, name))


def _his_own(words: str) -> bool:
    """Whether the words are told as the customer's own, so that only what they leave open is asked."""
    return said_so(words) and not supposes(words)


def _ranks(how: str) -> tuple[Option, ...]:
    ranks = ("second", "third", "unsure") if how == "above" else ("first", "second", "third", "unsure")
    return tuple(Option(value, Line(f"choice.rank.{value}")) for value in ranks)


def _fact_names(names: tuple[FactName, ...]) -> Names:
    return Names(Line(f"fact.{name}") for name in names)


def _quoted(d: Debrief, name: FactName) -> dict[str, str]:
    return {"quote": clip(d.facts[name].words)}


def _unsigned(d: Debrief) -> Ask | None:
    asked = times(d, "unsigned")
    refused: FactName | None = next((n for n in FACTS[1:] if d.facts[n].value == "no"), None)
    if refused:
        known = asked or d.close.attempted is not None
        return None if known else Ask("unsigned", (refused,), Line(f"unsigned.refused_{refused}"), about=(refused,))
    wanted = [name for name, open_ in (("signed", d.signed is None), ("close_attempted", d.close.attempted is None), ("blockers", not d.blockers)) if open_]  # fmt: skip
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
        if d.turns <= ROOM:
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
    "forward": _forward,
    "unsigned": _unsigned,
    "reverse": _reverse,
    "push": closing.push,
    "verdict": lambda _: None,
    "plan": closing.plan,
    "recorded": lambda _: None,
}
