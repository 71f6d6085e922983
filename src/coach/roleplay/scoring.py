"""The scorecard of a rehearsal: its checks, the score they add up to, and the gap that is most worth closing."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from coach.domain.practice import Check, Scorecard
from coach.roleplay.checks import FACTS, RULES, UNFAIR, Outcome, Turns, asks, first, spoken

HINT_COST = 5
"""Points that a hint costs."""

DECISIVE = 40
"""The weight of a check that alone lost the customer."""

_TO_SIGN = ("worry", "value", "asked", "asked_again")
"""What an A signs for, in this order."""
_TO_AGREE = ("value", "worry")
"""What who cannot sign agrees to a day for."""
_RESTS_ON = {"value": "need", "worry": "diagnosed"}
"""A check that cannot pass without another."""


def score(turns: Turns, outcome: Outcome, hidden_class: str, hints: int = 0, known: Collection[str] = ()) -> Scorecard:
    """The scorecard. Only what was said and its effect count; the class decides which checks apply, and facts that were
    `known` beforehand need not be found out again. Without an outcome the talk is still in progress, and nobody is lost
    yet.
    """
    checks = tuple(_check(name, turns, outcome, hidden_class, known) for name in RULES)
    decisive, lost = _lost_by(turns, outcome, hidden_class)
    weights = {name: DECISIVE if name == decisive else rule.weight for name, rule in RULES.items()}
    applicable = [(one, weights[one.id]) for one in checks if one.passed is not None]
    total = sum(weight for _, weight in applicable)
    reached = sum(weight * one.share for one, weight in applicable)
    points = round(100 * reached / total) if total and spoken(turns) else 0
    short = [(weight * (1 - one.share), one) for one, weight in applicable if not one.passed]
    gap = _root(max(short, key=lambda pair: pair[0])[1], checks, turns) if short else None
    untold = gap is not None and gap.id == "worry" and not first(turns, lambda turn: turn.found)
    return Scorecard(
        outcome=outcome or "left",
        checks=checks,
        score=max(0, points - HINT_COST * hints),
        gap=gap.id if gap else None,
        turn=gap.turn if gap else None,
        elicited=tuple(dict.fromkeys(_elicited(turns))),
        hidden_class=hidden_class,
        signed=outcome == "signed",
        lost="untold" if untold else lost if gap and gap.id == decisive else "",
    )


def _root(gap: Check, checks: Sequence[Check], turns: Turns) -> Check:
    """The gap, or what it rests on where that was not done at all: nobody ties value to a wish he never heard. A day that
    was proposed with the one who decides and put off lacks a reason to agree to it.
    """
    proposed = first(turns, lambda turn: gap.id == "dated_step" and "decider" in turn.fixed)
    reasons = [one for name in _TO_AGREE for one in checks if one.id == name and one.passed is False]
    if proposed and reasons:
        return replace(reasons[0], turn=proposed.number)
    rests_on = next((one for one in checks if one.id == _RESTS_ON.get(gap.id)), None)
    return rests_on if rests_on and rests_on.passed is False and not rests_on.share else gap


def _lost_by(turns: Turns, outcome: Outcome, hidden_class: str) -> tuple[str, str]:
    """The check that lost the customer, and how: an insult, pressure that drove him out, pressure or lies more than
    once (R20), leaving an A, or what kept an A from signing (R17, R19).
    """
    if first(turns, lambda turn: "insult" in turn.acts):
        return "no_pressure", "insulted"
    if outcome == "walked_out" and set(turns[-1].acts) & {"pressure", "ask"}:
        return "no_pressure", ""
    if outcome not in ("signed", "next_fixed") and sum(bool(set(turn.acts) & UNFAIR) for turn in turns) > 1:
        return "no_pressure", ""
    if outcome == "left" and hidden_class == "A":
        return ("held_on", "") if first(turns, asks) else ("asked", "let_go")
    if outcome in ("time_up", "walked_out") and hidden_class == "A":
        checks = (_check(name, turns, outcome, hidden_class) for name in _TO_SIGN)
        return next((one.id for one in checks if one.passed is False), ""), ""
    return "", ""


def _check(name: str, turns: Turns, outcome: Outcome, hidden_class: str, known: Collection[str] = ()) -> Check:
    found = RULES[name].judge(turns, outcome, hidden_class) if spoken(turns) else None
    if found is None or (not found.share and FACTS.get(name) in known):
        return Check(name, passed=None, share=0.0)
    return found


def _elicited(turns: Turns) -> list[str]:
    found: list[str] = []
    for turn in turns:
        found += [name for name in turn.told if name != "no"]
        found += [f"worry:{name}" for name in turn.found]
        found += ["reason"] if "no" in turn.told else []
    return found
