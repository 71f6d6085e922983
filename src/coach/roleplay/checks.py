"""The checks of a rehearsal: each with yes, no or not enough evidence by the transcript, and a quote. Deterministic."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from coach.domain.practice import Check, Exchange
from coach.domain.practice_events import RehearsalOutcome

EARLY = 120
"""Seconds that must be left when the signature is first asked for, so that a second attempt fits in."""

Turns = Sequence[Exchange]
Outcome = RehearsalOutcome | None
"""None while the talk is in progress."""
Judge = Callable[[Turns, Outcome, str], Check | None]
"""Judges a talk with a customer of that class; None where it has not enough evidence."""


class Rule(NamedTuple):
    """A check: how it is judged, and its weight in the score."""

    judge: Judge
    weight: int


_PUT_OFF = ("put_off", "objection")
_WORK = {"discover", "answer", "value", "proof", "ask", "next"}
"""Acts that count as holding on."""
_ARGUES = {"value", "proof", "answer"}
_TRIES = {"ask", "concede", "pressure", "next"}
UNFAIR = {"pressure", "lie"}
"""Acts with which no rep may win (R20)."""
_LAPSES = {"pressure", "concede", "give_in"}


def spoken(turns: Turns) -> list[Exchange]:
    """The turns in which the rep said something."""
    return [turn for turn in turns if turn.rep.strip()]


def first(turns: Turns, wanted: Callable[[Exchange], object]) -> Exchange | None:
    """The first turn of that kind."""
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


def _unless(name: str, lapse: Exchange | None) -> Check:
    """Passed where there was no such lapse."""
    if lapse is None:
        return Check(name, passed=True, share=1.0)
    return Check(name, passed=False, share=0.0, quote=lapse.rep, turn=lapse.number)


def asks(turn: Exchange) -> bool:
    """Whether the rep asks for the signature, decently."""
    return "ask" in turn.acts and "pressure" not in turn.acts


def _fact(name: str, fact: str) -> Judge:
    """Found out by a question: half if asked and not answered. Not required once a real no is known (R5)."""

    def rule(turns: Turns, _outcome: Outcome, hidden_class: str) -> Check | None:
        learned = first(turns, lambda turn: _learns(turn, fact))
        asked = learned or first(turns, lambda turn: fact in turn.asked)
        if asked is None and hidden_class == "D" and first(turns, lambda turn: "no" in turn.told):
            return None
        return _graded(name, {"asked": asked is not None, "learned": learned is not None}, asked, 1)

    return rule


def _learns(turn: Exchange, fact: str) -> bool:
    """Whether he told it, be it as what he would gain, or agreed to a day with the one who decides."""
    wished = fact == "need" and any(one.startswith("interest:") for one in turn.told)
    met = fact == "authority" and "decider" in turn.fixed and turn.reply_kind == "agree"
    return fact in turn.told or wished or met


def _after_put_off(turns: Turns) -> list[Exchange]:
    """From the first put-off on; what he says to pressure, or to a gift alone, is none."""
    other = {turn.number + 1 for turn in turns if set(turn.acts) & {"pressure", "concede"} and not asks(turn)}
    start = first(turns, lambda turn: turn.before_kind in _PUT_OFF and turn.number not in other)
    return [turn for turn in turns if start and turn.number >= start.number]


def _asked_about(turn: Exchange) -> bool:
    """A question, or the silence held after the ask."""
    return "behind" in turn.asked or "discover" in turn.acts or not turn.rep.strip()


def _diagnosed(turns: Turns, _outcome: Outcome, _class: str) -> Check | None:
    """R17: asked for the reason behind the put-off before answering it or asking again."""
    after = _after_put_off(turns)
    if not after:
        asked = first(turns, lambda turn: turn.found and _asked_about(turn))
        return Check("diagnosed", passed=True, share=1.0, quote=asked.rep, turn=asked.number) if asked else None
    told = first(turns, lambda turn: (turn.found and _asked_about(turn)) or "no" in turn.told)
    dug = told or first(after, lambda turn: "behind" in turn.asked)
    answered = first(after, lambda turn: set(turn.acts) & {"answer", "value", "proof", "ask", "concede"})
    in_time = dug is not None and (answered is None or dug.number <= answered.number)
    return _graded("diagnosed", {"behind_asked": dug is not None, "before_answering": in_time}, dug, after[0].number)


def _value(turns: Turns, outcome: Outcome, hidden_class: str) -> Check | None:
    """R20: value tied to an interest he stated."""
    if hidden_class == "D":
        return None
    tied = first(turns, lambda turn: turn.met)
    said = tied or first(turns, lambda turn: "value" in turn.acts)
    return _graded("value", {"value_said": said is not None, "tied": tied is not None}, said, _end(turns, outcome))


def _worry(turns: Turns, outcome: Outcome, hidden_class: str) -> Check | None:
    """Diagnose first, then answer: every disclosed worry was addressed and settled."""
    if hidden_class == "D" or not (_after_put_off(turns) or first(turns, lambda turn: turn.found)):
        return None
    found = {name for turn in turns for name in turn.found}
    eased = {name for turn in turns for name in turn.eased}
    good = first(turns, lambda turn: turn.eased)
    told = first(turns, lambda turn: set(turn.found) - eased)
    parts = {"taken_up": bool(eased), "eased": bool(found) and found <= eased}
    card = _graded("worry", parts, good, (_after_put_off(turns) or list(turns))[0].number)
    return replace(card, turn=_end(turns, outcome, told)) if told else card


def _asked(turns: Turns, outcome: Outcome, hidden_class: str) -> Check | None:
    """R17: asked for the signature, with time for a second attempt. No merit with a customer who cannot sign."""
    ask = first(turns, asks)
    if hidden_class != "A":
        return None
    signed = ask is not None and first(turns, lambda turn: turn.reply_kind == "sign") is not None
    early = ask is not None and (signed or ask.clock >= EARLY)
    return _graded("asked", {"asked": ask is not None, "early": early}, ask, _end(turns, outcome))


def _asked_again(turns: Turns, outcome: Outcome, hidden_class: str) -> Check | None:
    """R17, R19: asked once more after the put-off, with an argument in between; not after a real no."""
    ask = first(turns, lambda turn: asks(turn) and turn.reply_kind in _PUT_OFF)
    if ask is None or hidden_class != "A":
        return None
    later = first(turns, lambda turn: turn.number > ask.number and asks(turn))
    end = later.number if later else 0
    work = any(turn.found or turn.eased or turn.met for turn in turns if ask.number <= turn.number <= end)
    parts = {"again": later is not None, "after_work": work}
    return _graded("asked_again", parts, later, _end(turns, outcome, ask))


def _held_on(turns: Turns, outcome: Outcome, hidden_class: str) -> Check | None:
    """R18: did not accept the put-off, nor leave because of it; half if he corrected himself. A real no is no put-off."""
    gave = first(turns, lambda turn: "give_in" in turn.acts)
    known = first(turns, _says_no)
    if gave and not (known and known.number < gave.number):
        back = first(turns, lambda turn: turn.number > gave.number and set(turn.acts) & {"ask", "discover", "next"})
        return Check("held_on", passed=False, share=0.5 if back else 0.0, quote=gave.rep, turn=gave.number)
    last = turns[-1]
    put_off = bool(_after_put_off(turns)) or last.reply_kind in _PUT_OFF
    if known or hidden_class == "D" or not put_off:
        return None
    if outcome == "left":
        return Check(
            "held_on",
            passed=False,
            share=0.0,
            quote=last.rep if "leave" in last.acts else "",
            turn=_end(turns, outcome),
        )
    kept = first(_after_put_off(turns), lambda turn: set(turn.acts) & _WORK and not set(turn.acts) & _LAPSES)
    return Check("held_on", passed=True, share=1.0, quote=kept.rep, turn=kept.number) if kept else None


def _no_pressure(turns: Turns, outcome: Outcome, _class: str) -> Check | None:
    """R20: no insults, no lies, no threats, no pestering: after a no, or until he goes."""
    bad = first(turns, lambda turn: "insult" in turn.acts)
    bad = bad or first(turns, lambda turn: set(turn.acts) & UNFAIR)
    bad = bad or first(turns, lambda turn: turn.before_kind == "refuse" and set(turn.acts) & {"ask", "concede"})
    bad = bad or (turns[-1] if outcome == "walked_out" and "ask" in turns[-1].acts else None)
    return _unless("no_pressure", bad)


def _no_gift(turns: Turns, _outcome: Outcome, _class: str) -> Check:
    """Nothing given away unasked; a concession that settles a worry is no gift unless it costs nothing."""
    gift = first(turns, lambda turn: "gift" in turn.acts or ("concede" in turn.acts and not turn.eased))
    return _unless("no_gift", gift)


def _real_no(turns: Turns, outcome: Outcome, hidden_class: str) -> Check | None:
    """R20: a real no was found out, and leave was taken in words, which are quoted, without another attempt in between."""
    if hidden_class != "D":
        return None
    known = first(turns, _says_no)
    parting = next((turn for turn in turns[-1:] if "leave" in turn.acts and outcome == "left"), None)
    tried = first(turns, lambda turn: known and turn.number > known.number and _tries_on(turn))
    parts = {"found": known is not None, "at_once": known is not None and tried is None, "left": parting is not None}
    found = _graded("real_no", parts, parting or known, _end(turns, outcome))
    return replace(found, turn=_end(turns, outcome, known)) if known and not parting else found


def _says_no(turn: Exchange) -> bool:
    """Whether the customer gives his reason to refuse, or says no outright."""
    return "no" in turn.told or turn.reply_kind == "refuse"


def _tries_on(turn: Exchange) -> bool:
    """Whether it asks, gives or presses, or argues so that the customer says no again."""
    return bool(set(turn.acts) & (_TRIES | _ARGUES if turn.reply_kind == "refuse" else _TRIES))


def _dated_step(turns: Turns, outcome: Outcome, hidden_class: str) -> Check | None:
    """R14, R9: a next step with a date and with the decider present."""
    if hidden_class not in ("B", "C"):
        return None
    best = max(reversed(turns), key=lambda turn: len(turn.fixed), default=None)
    fixed = set(best.fixed) if best else set()
    parts = {"date": "date" in fixed, "decider": "decider" in fixed and outcome == "next_fixed"}
    return _graded("dated_step", parts, best if fixed else None, _end(turns, outcome))


FACTS = {"decider": "authority", "need": "need", "money": "power"}
"""The fact that a check asks for."""

RULES = {
    "decider": Rule(_fact("decider", FACTS["decider"]), 8),
    "need": Rule(_fact("need", FACTS["need"]), 10),
    "money": Rule(_fact("money", FACTS["money"]), 8),
    "diagnosed": Rule(_diagnosed, 14),
    "worry": Rule(_worry, 14),
    "value": Rule(_value, 14),
    "asked": Rule(_asked, 12),
    "asked_again": Rule(_asked_again, 8),
    "held_on": Rule(_held_on, 8),
    "no_pressure": Rule(_no_pressure, 10),
    "no_gift": Rule(_no_gift, 12),
    "real_no": Rule(_real_no, 40),
    "dated_step": Rule(_dated_step, 30),
}
"""Every check by name, in display order."""
