"""Contradictory statements on one fact: both are presented, and the rep decides (R15)."""

from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.sides import agrees
from coach.dialogue.turn_builder import Ask, Option, TurnBuilder
from coach.dialogue.wording import clip
from coach.domain import debrief_events as e
from coach.domain.debrief import Contradiction, Debrief
from coach.domain.facts import FactName
from coach.patterns import Pattern
from coach.phrases import Line

_VALUES: dict[FactName, tuple[str, ...]] = {"authority": ("first", "second", "third", "unsure")}
_YES_OR_NO = ("yes", "no", "unsure")
_END = r"(?=\W*$|\s*[,，.。;；!！:：]|\s+{goes_on}\b|(?<=[一-鿿]){goes_on})"
_SIDES = {
    side: Pattern("contradictions", rf"\W*(?:{{lead}}\W*)*{{{side}}}" + _END) for side in ("first", "second", "neither")
}
_SHAKEN = {
    "first": Pattern("contradictions", r"\W*(?:{lead}\W*|{aye}\b\W*|(?<=[一-鿿]))*{holds}" + _END),
    "neither": Pattern("contradictions", r"\W*(?:{lead}\W*|{aye}\b\W*)*{open}" + _END),
}
"""How the words begin that name the side that stands, and beside a doubt also that the first one holds."""
_NOW = "now"
"""Focus of a question that asks for the current state, after an answer that named neither side."""


def unasked(d: Debrief) -> list[Contradiction]:
    """The contradictions that the rep was not asked about yet."""
    return [c for c in d.contradictions if not any("contradiction" in q.asks and c.fact in q.about for q in d.asked)]


def which_stands(found: Contradiction) -> Ask:
    """Asks which of the two sides, quoted in the rep's words, stands."""
    fact = found.fact
    first = clip(found.first) if found.first else Line(f"fact_value.{found.first_value}")
    second = clip(found.second) if found.second else Line(f"fact_value.{found.second_value}")
    slots = {"fact": Line(f"fact.{fact}"), "first": first, "second": second}
    shaken = found.second_value == "unsure"
    values = (
        (("first", "stands_shaken"), ("neither", "open_again"))
        if shaken
        else (("first", "stands_first"), ("second", "stands_second"), ("neither", "stands_neither"))
    )
    options = tuple(Option(value, Line(f"choice.{key}")) for value, key in values)
    line = Line("reverse.shaken" if shaken else "reverse.contradiction", slots)
    return Ask("reverse", ("contradiction",), line, options, about=(fact,))


def settle(turn: TurnBuilder, said: RepAnswer) -> None:
    """Records the answer: a side, or a fact stated anew. Any other answer is asked about once more, plainly."""
    d = turn.debrief
    found = next((c for c in d.contradictions if c.fact in d.about), None)
    if found is None:
        return
    heard = said.hearing.facts.get(found.fact)
    if said.cue.chosen and _NOW in d.about:
        _stands(turn, found.fact, said.cue.chosen)
    elif side := said.cue.chosen or _side_named(found, said):
        _stands(turn, found.fact, {"first": found.first_value, "second": found.second_value}.get(side))
    elif heard:
        _stands(turn, found.fact, heard.value)
        turn.emit(e.FactHeard(fact=found.fact, value=heard.value, quote=heard.quote, confidence=heard.confidence))
    elif found.second_value == "unsure" and _keeps_class(d, said):
        _stands(turn, found.fact, found.first_value)
    elif said.cue.dont_know or _NOW in d.about:
        _stands(turn, found.fact, None)
    else:
        turn.ask(_how_now(found.fact))


def settle_beside(turn: TurnBuilder, said: RepAnswer) -> None:
    """What he tells in line with his own class, when that was laid beside his report, is the side that stands: he is
    not asked once more which one does (R15).
    """
    d = turn.debrief
    for found in unasked(d) if d.standing.customer_class and agrees(d) else ():
        if found.second_value != "unsure" and found.second and found.second in said.text:
            _stands(turn, found.fact, found.second_value)


def _side_named(found: Contradiction, said: RepAnswer) -> str:
    """The side that the rep names in words, whatever he says after it; empty if he names none."""
    shaken = found.second_value == "unsure"
    if shaken and (said.cue.yes or said.cue.no):
        return "first" if said.cue.yes else "neither"
    sides = [*_SIDES.items(), *(_SHAKEN.items() if shaken else ())]
    return next((side for side, words in sides if words.match(said.text)), "")


def _keeps_class(d: Debrief, said: RepAnswer) -> bool:
    """Whether he judges as before, and so is as sure as before."""
    told = said.cue.customer_class
    return said.cue.same if told is None else told == d.claimed.customer_class


def leave_open(turn: TurnBuilder) -> None:
    """Drops both sides if the rep would not decide: what is not known is unknown (R9)."""
    d = turn.debrief
    if "contradiction" in d.asks:
        for found in [c for c in d.contradictions if c.fact in d.about]:
            _stands(turn, found.fact, None)


def _stands(turn: TurnBuilder, fact: FactName, value: str | None) -> None:
    turn.emit(e.ContradictionSettled(fact=fact, stands=None if value == "unsure" else value))


def _how_now(fact: FactName) -> Ask:
    kind = "choice.rank" if fact == "authority" else f"choice.now_{fact}"
    options = tuple(Option(value, Line(f"{kind}.{value}")) for value in _VALUES.get(fact, _YES_OR_NO))
    return Ask("reverse", ("contradiction",), Line(f"reverse.now_{fact}"), options, about=(fact, _NOW))
