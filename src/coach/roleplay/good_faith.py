"""Corrects speech acts that the classifier is likely to have misheard, in favour of the rep."""

from dataclasses import replace

from coach.domain.practice import Mind
from coach.roleplay.reading import Reading

_MISHEARD = {"ask", "concede", "answer", "discover", "proof", "value", "pressure"}
"""Acts that terms on a worry of his may be heard as."""
_NO_ASK = ("count", "duration", "who", "where", "others", "why", "private", "wellbeing", "favour", "advice", "identity")
"""Question forms that do not ask for a signature, unless explicitly."""


def in_good_faith(reading: Reading, mind: Mind) -> Reading:
    """The reading with its acts corrected in the rep's favour.

    A question is neither ask nor threat; work is not pressure; a greeting or a "pardon?" has no act; a gift requires
    that something is given: a guarantee is none, anything free of charge always is one. Ultimatums and claims of an
    agreement he never gave are pressure, however kindly put; praise alone has no act.
    """
    if reading.insults:
        return replace(reading, acts=frozenset({"pressure"}))
    acts = _parting(reading, mind, _as_meant(reading, mind))
    nothing_else = {"discover"} if reading.question and not reading.plain_ask else {"other"}
    return replace(reading, acts=frozenset(acts or nothing_else))


def _as_meant(reading: Reading, mind: Mind) -> set[str]:
    acts = _as_honest(reading, _given(reading))
    if reading.final or (reading.asked and not reading.states):
        acts -= {"value", "proof"}
    if "pressure" in acts and not (reading.threatens or reading.presumes or reading.ultimatum):
        acts |= _work(reading, mind)
        meant = acts & {"answer", "value", "discover"} or set(reading.argued) & set(mind.found) or reading.points_back
        acts -= {"pressure"} if meant or reading.considers or not (mind.turn and reading.addresses) else set()
    if (
        acts <= {"other"}
        and reading.short
        and reading.releases
        and reading.form in ("", "whether")
        and _was_put_off(mind)
    ):
        acts = {"give_in"}
    digs = reading.asked or reading.form in ("open", "why", "where", "opinion")
    asks = reading.plain_ask or (reading.question and (digs or not reading.yields))
    if "give_in" in acts and (asks or not (reading.releases and _was_put_off(mind))):
        acts.discard("give_in")
    acts = _as_step(reading, _as_ask(reading, mind, acts))
    if "next" in acts and reading.form in ("when", "duration", "count") and not (reading.meets or reading.offers):
        acts = (acts - {"next"}) | {"discover"}
    if "no" in mind.told and reading.parts and not (reading.question or reading.plain_ask or reading.threatens):
        acts = (acts - {"ask", "next", "pressure", "give_in", "other"}) | {"leave"}
    acts = _as_gain(reading, acts)
    if (
        mind.turn == 0
        and reading.short
        and not (reading.asked or reading.plain_ask or reading.threatens or reading.discounts or reading.presumes)
    ):
        acts = {"other"}
    if reading.hails or (
        reading.form in ("pardon", "odd") and not (reading.asked or reading.plain_ask or reading.threatens)
    ):
        acts = {"other"}
    return acts


def _as_ask(reading: Reading, mind: Mind, acts: set[str]) -> set[str]:
    """The acts where an ask was heard that is none: a question for a fact, an offer made to the worry on the table, a
    statement unlike any ask.
    """
    if "ask" not in acts or reading.plain_ask:
        return acts
    if reading.question:
        return (acts - {"ask"}) | {"discover"} if _is_a_question(reading, mind) else acts
    if acts == {"ask"} and reading.offers and mind.open in mind.found:
        return {"answer"}
    return acts if reading.begs or reading.guessed else acts - {"ask"}


def _as_honest(reading: Reading, acts: set[str]) -> set[str]:
    """The acts of an untrue or empty line (R20): an ultimatum or a claimed agreement is pressure, a boast is no
    argument, praise has no act.
    """
    if reading.ultimatum or reading.presumes:
        return (acts - {"discover"}) | {"pressure"}
    if reading.overpromises:
        return acts - {"answer", "value", "proof", *(() if reading.threatens else ("pressure",))}
    if reading.apologises and not reading.threatens:
        return acts - {"pressure"}
    return {"other"} if reading.praises else acts


def _as_gain(reading: Reading, acts: set[str]) -> set[str]:
    """The acts, where it says what he would gain: that is value, and no ask or next step unless in so many words."""
    asks = reading.plain_ask or reading.question
    steps = asks or reading.meets or reading.decider
    told = reading.guessed and not steps and acts and acts <= {"ask", "next"}
    if reading.overpromises or not (reading.promises or told):
        return acts
    return acts - (set() if asks else {"ask"}) - ({"next"} if told else set()) | {"value"}


def _as_step(reading: Reading, acts: set[str]) -> set[str]:
    """The acts when a day is proposed: with the decider it is a next step and no ask, and so is a bare "Thursday?"."""
    if reading.plain_ask or not reading.dated:
        return acts
    bare = reading.short and acts <= {"other", "discover", "ask"} and not reading.asked
    with_decider = reading.decider and acts & {"ask", "next"}
    met = reading.meets and "next" in acts
    return acts - {"ask", "other", "discover"} | {"next"} if bare or with_decider or met else acts


def _given(reading: Reading) -> set[str]:
    """The acts, with a gift only if something is given: a lower price and anything free of charge always are, a
    guarantee never is.
    """
    acts: set[str] = set(reading.acts)
    terms = (
        reading.beyond_price
        and (reading.offers or reading.touched)
        and not (reading.free or reading.discounts or reading.threatens)
    )
    if terms and acts <= _MISHEARD and (reading.plain_ask or not reading.question):
        acts = acts & ({"proof", "value", "ask"} if reading.plain_ask else {"proof", "value"}) | {"answer"}
    if "concede" in acts and reading.vouches and reading.states:
        acts = (acts - {"concede"}) | {"answer"}
    only_asks = reading.final or reading.form == "bid"
    if only_asks or not reading.gives:
        acts.discard("concede")
    if reading.discounts and not (only_asks or reading.vouches or reading.asked or reading.points_back):
        acts = (acts - {"discover", "other", *(() if reading.plain_ask else ("ask",))}) | {"concede"}
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


def _is_a_question(reading: Reading, mind: Mind) -> bool:
    """Whether what was recognized as an ask is a question for a fact, or an opening question."""
    for_a_fact = reading.asked or reading.form in _NO_ASK
    return bool(for_a_fact) or (mind.turn <= 2 and not reading.states)


def _work(reading: Reading, mind: Mind) -> set[str]:
    """The act of a line that was recognized as pressure but threatens nobody: an argument about a worry or interest, or
    a question.
    """
    if set(reading.argued) & set(mind.found) and reading.offers:
        return {"answer"}
    if set(reading.interests) & set(mind.voiced) and reading.benefits:
        return {"value"}
    return {"discover"} if reading.question and (reading.asked or not reading.plain_ask) else set()


def _was_put_off(mind: Mind) -> bool:
    return any(one.startswith("customer.put_off.") or ".cannot_sign:" in one for one in mind.used)
