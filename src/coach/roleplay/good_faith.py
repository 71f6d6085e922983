"""Corrects the speech acts heard, by what the words and the moment show for certain."""

from dataclasses import replace

from coach.domain.practice import Mind
from coach.roleplay.reading import Reading

_OF_A_FACT = ("duration", "who", "where")
"""Forms of a question that no signature is asked for with."""


def in_good_faith(reading: Reading, mind: Mind) -> Reading:
    """The reading with its acts corrected: insults, ultimatums and claims of an agreement he never gave are pressure,
    however kindly put; praise alone, a greeting or a "pardon?" has no act; anything free of charge is a gift.
    """
    if reading.insults:
        return replace(reading, acts=frozenset({"pressure"}))
    acts = _parting(reading, mind, _as_meant(reading, mind))
    nothing_else = {"discover"} if reading.question and not reading.plain_ask else {"other"}
    return replace(reading, acts=frozenset(acts or nothing_else))


def _as_meant(reading: Reading, mind: Mind) -> set[str]:
    acts = _as_honest(reading, _given(reading, mind))
    if reading.question and _is_opening(mind):
        acts -= {"give_in", *(() if reading.ultimatum or reading.presumes or reading.threatens else ("pressure",))}
    acts = _as_step(reading, _as_ask(reading, mind, acts))
    if reading.final or (reading.asked and not reading.states):
        acts -= {"value", "proof", "answer"}
    digs = "behind" in reading.asked or reading.form in ("where", "why")
    if "ask" in acts or digs or _is_aside(reading):
        acts -= {"give_in"}
    acts = _as_gain(reading, acts)
    if "no" in mind.told and reading.parts and not (reading.question or reading.plain_ask or reading.threatens):
        acts = (acts - {"ask", "next", "pressure", "give_in", "other"}) | {"leave"}
    if reading.hails or (
        reading.form in ("pardon", "odd") and not (reading.asked or reading.plain_ask or reading.threatens)
    ):
        acts = {"other"}
    return acts


def _is_opening(mind: Mind) -> bool:
    """Whether there is nothing yet to press for or to give in to: he was not asked to sign, put nobody off and refused
    nothing.
    """
    return not (mind.asks or mind.refused or mind.put_offs)


def _as_gain(reading: Reading, acts: set[str]) -> set[str]:
    """The acts, where it says in his own words what he would gain: that is value, whatever else it is, and no threat, gift
    or next step by itself.
    """
    told = reading.guessed and reading.states and not (reading.listing or reading.mirrors or reading.threatens)
    alone = acts and acts <= {"next", "pressure"} and not (reading.meets or reading.decider)
    if not told or not (alone or reading.benefits):
        return acts
    given = {"concede"} if reading.discounts or reading.free else set()
    return {"value"} if alone else acts - {"other", "pressure", "concede"} | given | {"value"}


def _is_aside(reading: Reading) -> bool:
    """Whether it only asks about nothing of his."""
    return reading.idle and reading.form in ("whether", "private") and not reading.states


def _as_ask(reading: Reading, mind: Mind, acts: set[str]) -> set[str]:
    """The acts where an ask was heard that is none: a few first words, a question that leaves no choice, an offer made to the
    worry on the table.
    """
    if "ask" not in acts or reading.plain_ask:
        return acts
    if mind.turn == 0 and reading.short:
        return acts - {"ask"}
    if reading.form in _OF_A_FACT:
        return (acts - {"ask"}) | {"discover"}
    if reading.question:
        bare = not (reading.states or reading.dated) and (reading.asked or reading.form != "either")
        return (acts - {"ask"}) | {"discover"} if bare else acts
    return {"answer"} if acts == {"ask"} and reading.offers and mind.open in mind.found else acts


def _as_honest(reading: Reading, acts: set[str]) -> set[str]:
    """The acts of an untrue or empty line (R20): an ultimatum or a claimed agreement is pressure, a boast is no
    argument, praise has no act.
    """
    if reading.ultimatum or reading.presumes:
        return (acts - {"discover"}) | {"pressure"}
    if reading.overpromises:
        return acts - {"answer", "value", "proof", *(() if reading.threatens else ("pressure",))}
    if reading.praises:
        return {"other"}
    kind = reading.apologises or reading.considers or _is_aside(reading)
    digs = reading.asked and (reading.short or ("behind" in reading.squarely and "discover" in acts))
    return acts - {"pressure"} if (kind and not reading.threatens) or (digs and not reading.states) else acts


def _as_step(reading: Reading, acts: set[str]) -> set[str]:
    """The acts when a day is proposed: with the decider it is a next step and no ask, and so is a bare "Thursday?"."""
    if reading.plain_ask or not reading.dated:
        return acts
    bare = reading.short and acts <= {"other", "discover", "ask"} and not reading.asked
    with_decider = reading.decider and acts & {"ask", "next"}
    met = reading.meets and "next" in acts
    return acts - {"ask", "other", "discover"} | {"next"} if bare or with_decider or met else acts


def _given(reading: Reading, mind: Mind) -> set[str]:
    """The acts, with a gift only if something is given: a lower price and anything free of charge always are, a supposed
    gift, a guarantee and terms that take up a worry of his never.
    """
    acts: set[str] = set(reading.acts)
    supposed = reading.final or reading.form == "bid"
    met = {*mind.found, *reading.touched}
    terms = set(reading.beyond_price) & met and not (reading.free or reading.discounts)
    if "concede" in acts and (supposed or terms or (reading.vouches and reading.states)):
        acts = acts - {"concede"} | (set() if supposed else {"answer"})
    if reading.discounts and not (supposed or reading.vouches or reading.asked or reading.points_back):
        acts = acts - {"give_in", "other"} | {"concede"}
    return acts | {"concede"} if reading.free else acts


def _parting(reading: Reading, mind: Mind, acts: set[str]) -> set[str]:
    """The acts when the line lets the customer go: "you think it over" gives in, "goodbye" takes leave, whatever else
    was recognized.
    """
    if reading.question or reading.plain_ask or reading.dated or reading.threatens or "next" in acts:
        return acts
    if reading.yields and mind.turn:
        acts = (acts - {"other"}) | {"give_in"}
    if reading.goodbye:
        acts = (acts & {"give_in", "concede"}) | {"leave"}
    return acts
