"""Scoring of a transcript: named checks with yes, no or not enough evidence, each with a quote. Deterministic."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from coach.domain.practice import Check, Exchange, Scorecard
from coach.domain.practice_events import RehearsalOutcome

HINT_COST = 5
"""Points that a hint costs."""

EARLY = 120
"""Seconds that must be left when the signature is first asked for, so that a second attempt fits in."""

Turns = Sequence[Exchange]
Outcome = RehearsalOutcome | None
"""None while the talk is in progress."""

_PUT_OFF = ("put_off", "objection")
_WORK = {"discover", "answer", "value", "proof", "ask", "next"}
"""Acts that count as holding on."""
_TO_SIGN = ("worry", "value", "asked", "asked_again")
"""What an A signs for, in this order."""
_RESTS_ON = {"value": "need", "worry": "diagnosed"}
"""A check that cannot pass without another."""
_ARGUES = {"value", "proof", "answer"}
_TRIES = {"ask", "concede", "pressure", "next"}
_UNFAIR = {"pressure", "lie"}
_LAPSES = {"pressure", "concede", "give_in"}


def score(turns: Turns, outcome: Outcome, hidden_class: str, hints: int = 0, known: Collection[str] = ()) -> Scorecard:
    """The scorecard. Only what was said and its effect count; the class decides which checks apply, and facts that were
    `known` beforehand need not be found out again. Without an outcome the talk is still in progress, and nobody is lost
    yet.
    """
    checks = tuple(_check(name, turns, outcome, hidden_class, known) for name in RULES)
    decisive, lost = _lost_by(turns, outcome, hidden_class)
    weights = {**WEIGHTS, decisive: DECISIVE} if decisive else WEIGHTS
    applicable = [(one, weights[one.id]) for one in checks if one.passed is not None]
    total = sum(weight for _, weight in applicable)
    reached = sum(weight * one.share for one, weight in applicable)
    points = round(100 * reached / total) if total and _spoken(turns) else 0
    short = [(weight * (1 - one.share), one) for one, weight in applicable if not one.passed]
    gap = _root(max(short, key=lambda pair: pair[0])[1], checks) if short else None
    untold = gap is not None and gap.id == "worry" and not _first(turns, lambda turn: turn.found)
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


def _root(gap: Check, checks: Sequence[Check]) -> Check:
    """The gap, or what it rests on where that was not done at all: nobody ties value to a wish he never heard."""
    rests_on = next((one for one in checks if one.id == _RESTS_ON.get(gap.id)), None)
    return rests_on if rests_on and rests_on.passed is False and not rests_on.share else gap


def _lost_by(turns: Turns, outcome: Outcome, hidden_class: str) -> tuple[str, str]:
    """The check that lost the customer, and how: an insult, pressure that drove him out, pressure or lies more than
    once (R20), leaving an A, or what kept an A from signing (R17, R19).
    """
    if _first(turns, lambda turn: "insult" in turn.acts):
        return "no_pressure", "insulted"
    if outcome == "walked_out" and set(turns[-1].acts) & {"pressure", "ask"}:
        return "no_pressure", ""
    if outcome not in ("signed", "next_fixed") and sum(bool(set(turn.acts) & _UNFAIR) for turn in turns) > 1:
        return "no_pressure", ""
    if outcome == "left" and hidden_class == "A":
        return ("held_on", "") if _first(turns, _asks) else ("asked", "let_go")
    if outcome in ("time_up", "walked_out") and hidden_class == "A":
        return next((name for name in _TO_SIGN if RULES[name](turns, outcome, hidden_class).passed is False), ""), ""
    return "", ""


def _check(name: str, turns: Turns, outcome: Outcome, hidden_class: str, known: Collection[str]) -> Check:
    if not _spoken(turns):
        return Check(name, None, 0.0)
    found = RULES[name](turns, outcome, hidden_class)
    return Check(name, None, 0.0) if not found.share and _FACTS.get(name) in known else found


def _elicited(turns: Turns) -> list[str]:
    found: list[str] = []
    for turn in turns:
        found += [name for name in turn.told if name != "no"]
        found += [f"worry:{name}" for name in turn.found]
        found += ["reason"] if "no" in turn.told else []
    return found


def _spoken(turns: Turns) -> list[Exchange]:
    return [turn for turn in turns if turn.rep.strip()]


def _first(turns: Turns, wanted: Callable[[Exchange], object]) -> Exchange | None:
    return next((turn for turn in turns if wanted(turn)), None)


def _end(turns: Turns, outcome: Outcome, after: Exchange | None = None) -> int:
    """The last turn, or the one after it where the rep left without a word; but the one `after` another if that is earlier."""
    last = len(turns) + (outcome == "left" and not set(turns[-1].acts) & {"leave", "give_in"})
    return min(after.number + 1, last) if after else last


def _graded(name: str, parts: dict[str, bool], turn: Exchange | None, again: int | None = None) -> Check:
    share = sum(parts.values()) / len(parts)
    number = turn.number if turn else again
    quote = (turn.rep.strip() or turn.reply) if turn else ""
    return Check(name, share == 1, share, quote, number, tuple(parts.items()))


def _asks(turn: Exchange) -> bool:
    return "ask" in turn.acts and "pressure" not in turn.acts


def _fact(name: str, fact: str) -> Callable[[Turns, Outcome, str], Check]:
    """Found out by a question: half if asked and not answered. Not required once a real no is known (R5)."""

    def rule(turns: Turns, _outcome: Outcome, hidden_class: str) -> Check:
        learned = _first(turns, lambda turn: fact in turn.told or (fact == "need" and _wished(turn)))
        asked = learned or _first(turns, lambda turn: fact in turn.asked)
        if asked is None and hidden_class == "D" and _first(turns, lambda turn: "no" in turn.told):
            return Check(name, None, 0.0)
        return _graded(name, {"asked": asked is not None, "learned": learned is not None}, asked, 1)

    return rule


def _wished(turn: Exchange) -> bool:
    """Whether he stated what he would gain."""
    return any(one.startswith("interest:") for one in turn.told)


def _after_put_off(turns: Turns) -> list[Exchange]:
    """From the first put-off on; what he says to pressure, or to a gift alone, is none."""
    other = {turn.number + 1 for turn in turns if set(turn.acts) & {"pressure", "concede"} and not _asks(turn)}
    start = _first(turns, lambda turn: turn.before_kind in _PUT_OFF and turn.number not in other)
    return [turn for turn in turns if start and turn.number >= start.number]


def _asked_about(turn: Exchange) -> bool:
    """A question, or the silence held after the ask."""
    return "behind" in turn.asked or "discover" in turn.acts or not turn.rep.strip()


def _diagnosed(turns: Turns, _outcome: Outcome, _class: str) -> Check:
    """R17: asked for the reason behind the put-off before answering it or asking again."""
    after = _after_put_off(turns)
    if not after:
        asked = _first(turns, lambda turn: turn.found and _asked_about(turn))
        return Check("diagnosed", True, 1.0, asked.rep, asked.number) if asked else Check("diagnosed", None, 0.0)
    told = _first(turns, lambda turn: (turn.found and _asked_about(turn)) or "no" in turn.told)
    dug = told or _first(after, lambda turn: "behind" in turn.asked)
    answered = _first(after, lambda turn: set(turn.acts) & {"answer", "value", "proof", "ask", "concede"})
    first = dug is not None and (answered is None or dug.number <= answered.number)
    return _graded("diagnosed", {"behind_asked": dug is not None, "before_answering": first}, dug, after[0].number)


def _value(turns: Turns, outcome: Outcome, hidden_class: str) -> Check:
    """R20: value tied to an interest he stated."""
    if hidden_class == "D":
        return Check("value", None, 0.0)
    tied = _first(turns, lambda turn: turn.met)
    said = tied or _first(turns, lambda turn: "value" in turn.acts)
    return _graded("value", {"value_said": said is not None, "tied": tied is not None}, said, _end(turns, outcome))


def _worry(turns: Turns, outcome: Outcome, hidden_class: str) -> Check:
    """Diagnose first, then answer: every disclosed worry was addressed and settled."""
    if hidden_class == "D" or not (_after_put_off(turns) or _first(turns, lambda turn: turn.found)):
        return Check("worry", None, 0.0)
    found = {name for turn in turns for name in turn.found}
    eased = {name for turn in turns for name in turn.eased}
    good = _first(turns, lambda turn: turn.eased)
    told = _first(turns, lambda turn: set(turn.found) - eased)
    parts = {"taken_up": bool(eased), "eased": bool(found) and found <= eased}
    card = _graded("worry", parts, good, (_after_put_off(turns) or list(turns))[0].number)
    return replace(card, turn=_end(turns, outcome, told)) if told else card


def _asked(turns: Turns, outcome: Outcome, hidden_class: str) -> Check:
    """R17: asked for the signature, with time for a second attempt. No merit with a customer who cannot sign."""
    ask = _first(turns, _asks)
    if hidden_class != "A":
        return Check("asked", None, 0.0)
    signed = ask is not None and _first(turns, lambda turn: turn.reply_kind == "sign") is not None
    early = ask is not None and (signed or ask.clock >= EARLY)
    return _graded("asked", {"asked": ask is not None, "early": early}, ask, _end(turns, outcome))


def _asked_again(turns: Turns, outcome: Outcome, hidden_class: str) -> Check:
    """R17, R19: asked once more after the put-off, with an argument in between; not after a real no."""
    ask = _first(turns, lambda turn: _asks(turn) and turn.reply_kind in _PUT_OFF)
    if ask is None or hidden_class != "A":
        return Check("asked_again", None, 0.0)
    later = _first(turns, lambda turn: turn.number > ask.number and _asks(turn))
    end = later.number if later else 0
    work = any(turn.found or turn.eased or turn.met for turn in turns if ask.number <= turn.number <= end)
    parts = {"again": later is not None, "after_work": work}
    return _graded("asked_again", parts, later, _end(turns, outcome, ask))


def _held_on(turns: Turns, outcome: Outcome, hidden_class: str) -> Check:
    """R18: did not accept the put-off, nor leave because of it; half if he corrected himself. A real no is no put-off."""
    gave = _first(turns, lambda turn: "give_in" in turn.acts)
    known = _first(turns, _says_no)
    if gave and not (known and known.number < gave.number):
        back = _first(turns, lambda turn: turn.number > gave.number and set(turn.acts) & {"ask", "discover", "next"})
        return Check("held_on", False, 0.5 if back else 0.0, gave.rep, gave.number)
    last = turns[-1]
    put_off = bool(_after_put_off(turns)) or last.reply_kind in _PUT_OFF
    if known or hidden_class == "D" or not put_off:
        return Check("held_on", None, 0.0)
    if outcome == "left":
        return Check("held_on", False, 0.0, last.rep if "leave" in last.acts else "", _end(turns, outcome))
    kept = _first(_after_put_off(turns), lambda turn: set(turn.acts) & _WORK and not set(turn.acts) & _LAPSES)
    return Check("held_on", True, 1.0, kept.rep, kept.number) if kept else Check("held_on", None, 0.0)


def _no_pressure(turns: Turns, outcome: Outcome, _class: str) -> Check:
    """R20: no insults, no lies, no threats, no pestering: after a no, or until he goes."""
    bad = _first(turns, lambda turn: "insult" in turn.acts)
    bad = bad or _first(turns, lambda turn: set(turn.acts) & _UNFAIR)
    bad = bad or _first(turns, lambda turn: turn.before_kind == "refuse" and set(turn.acts) & {"ask", "concede"})
    bad = bad or (turns[-1] if outcome == "walked_out" and "ask" in turns[-1].acts else None)
    return Check("no_pressure", bad is None, 0.0 if bad else 1.0, bad.rep if bad else "", bad.number if bad else None)


def _no_gift(turns: Turns, _outcome: Outcome, _class: str) -> Check:
    """Nothing given away unasked; a concession that settles a worry is no gift unless it costs nothing."""
    gift = _first(turns, lambda turn: "gift" in turn.acts or ("concede" in turn.acts and not turn.eased))
    return Check("no_gift", gift is None, 0.0 if gift else 1.0, gift.rep if gift else "", gift.number if gift else None)


def _real_no(turns: Turns, outcome: Outcome, hidden_class: str) -> Check:
    """R20: a real no was found out, and leave was taken in words, which are quoted, without another attempt in between."""
    if hidden_class != "D":
        return Check("real_no", None, 0.0)
    known = _first(turns, _says_no)
    parting = next((turn for turn in turns[-1:] if "leave" in turn.acts and outcome == "left"), None)
    tried = _first(turns, lambda turn: known and turn.number > known.number and _tries_on(turn))
    parts = {"found": known is not None, "at_once": known is not None and tried is None, "left": parting is not None}
    found = _graded("real_no", parts, parting or known, _end(turns, outcome))
    return replace(found, turn=_end(turns, outcome, known)) if known and not parting else found


def _says_no(turn: Exchange) -> bool:
    """Whether the customer gives his reason to refuse, or says no outright."""
    return "no" in turn.told or turn.reply_kind == "refuse"


def _tries_on(turn: Exchange) -> bool:
    """Whether it asks, gives or presses, or argues so that the customer says no again."""
    return bool(set(turn.acts) & (_TRIES | _ARGUES if turn.reply_kind == "refuse" else _TRIES))


def _dated_step(turns: Turns, outcome: Outcome, hidden_class: str) -> Check:
    """R14, R9: a next step with a date and with the decider present."""
    if hidden_class not in ("B", "C"):
        return Check("dated_step", None, 0.0)
    best = max(reversed(turns), key=lambda turn: len(turn.fixed), default=None)
    fixed = set(best.fixed) if best else set()
    parts = {"date": "date" in fixed, "decider": "decider" in fixed and outcome == "next_fixed"}
    return _graded("dated_step", parts, best if fixed else None, _end(turns, outcome))


_FACTS = {"decider": "authority", "need": "need", "money": "power"}

RULES: dict[str, Callable[[Turns, Outcome, str], Check]] = {
    **{name: _fact(name, fact) for name, fact in _FACTS.items()},
    "diagnosed": _diagnosed,
    "worry": _worry,
    "value": _value,
    "asked": _asked,
    "asked_again": _asked_again,
    "held_on": _held_on,
    "no_pressure": _no_pressure,
    "no_gift": _no_gift,
    "real_no": _real_no,
    "dated_step": _dated_step,
}
"""Every check by name, in display order."""

WEIGHTS = {
    "decider": 8, "need": 10, "money": 8, "diagnosed": 14, "worry": 14, "value": 14, "asked": 12,
    "asked_again": 8, "held_on": 8, "no_pressure": 10, "no_gift": 12, "real_no": 40, "dated_step": 30,
}  # fmt: skip
"""The weight of a check."""

DECISIVE = 40
"""Its weight if it alone lost the customer."""
