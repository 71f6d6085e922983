"""Selection of the questions for the four facts (R12): those not told, and those the rep only supposes (R9)."""

from coach.dialogue.evidentiality import admits, his_own, owns_guess
from coach.dialogue.later_money import not_there_yet
from coach.dialogue.limits import limited
from coach.dialogue.question_counts import UNHURRIED, limit, still_wanted, times
from coach.dialogue.turn_builder import Ask, Option
from coach.dialogue.wording import clip
from coach.domain.debrief import Debrief
from coach.domain.facts import FACTS, FactName
from coach.phrases import Line, Names, Sentences

_D_SIGNS: tuple[FactName, ...] = ("need", "power", "value")
"""Facts each of which, if missing, makes a D, whoever was met (R4, R5)."""


def forward(d: Debrief) -> Ask | None:
    """The question at the step; None once the facts are told, or asked for often enough."""
    asked = times(d, "forward")
    missing = tuple(name for name in FACTS if d.facts[name].value is None)
    doubts = _hedged(d)
    if asked == 0:
        return _first(d, missing, doubts)
    if _d_unfounded(d) and "forward.d_why" not in d.lines_used:
        return Ask("forward", _D_SIGNS, Line("forward.d_why"))
    if asked >= limit(d) or d.ruling.customer_class == "D":
        return None
    if doubts:
        return _challenge(d, doubts, _rank_open(d))
    if _rank_open(d) and not _d_unfounded(d) and "forward:authority" not in d.skipped:
        return _rank(d)
    return None if _d_unfounded(d) else _still_missing(d, missing)


def _first(d: Debrief, missing: tuple[FactName, ...], doubts: tuple[FactName, ...]) -> Ask | None:
    if d.ruling.customer_class == "D" and d.standing.customer_class in (None, "D"):
        return None
    if _d_unfounded(d):
        return Ask("forward", _D_SIGNS, Line("forward.d_why"), about=doubts)
    if not missing:
        return _challenge(d, doubts, _rank_open(d)) if doubts else _rank(d) if _rank_open(d) else None
    wanted = tuple(
        name for name in FACTS if name in missing or name in doubts or (name == "authority" and _rank_open(d))
    )
    claimed = d.standing.customer_class
    why = Line("forward.why", {"claimed": claimed}) if claimed else Line("forward.why_him")
    parts = [_doubt(d, name, "ask.doubt_") if name in doubts else _asked_of(d, name) for name in wanted]
    return Ask("forward", wanted, Line("forward.main", {"why": why, "parts": Sentences(parts)}), about=doubts)


def _still_missing(d: Debrief, missing: tuple[FactName, ...]) -> Ask | None:
    """What the first question left unanswered: all of it again where need and money are open, else while there is room
    (R9, R12).
    """
    if not still_wanted(d, "forward", *missing):
        return None
    if not d.facts["need"].known and not d.facts["power"].known:
        return Ask("forward", missing, Line("forward.retry", {"facts": _fact_names(missing)}))
    if d.turns > UNHURRIED:
        return None
    parts = Sentences(_asked_of(d, name) for name in missing)
    return Ask("forward", missing, Line("forward.still", {"parts": parts}))


def _challenged(d: Debrief, fact: FactName) -> bool:
    """Whether the rep was already asked for the evidence of a hedged fact."""
    return any(q.step == "forward" and fact in q.about for q in d.asked)


def _hedged(d: Debrief) -> tuple[FactName, ...]:
    """Facts the rep only supposes without admitting ignorance: to be challenged once (R9)."""
    return tuple(
        name
        for name in FACTS
        if d.facts[name].value == "unsure"
        and not d.facts[name].corrected
        and not _challenged(d, name)
        and d.facts[name].words
        and not admits(d.facts[name].words)
        and not (name == "authority" and limited(d.facts[name].words))
    )


def _rank_open(d: Debrief) -> bool:
    """Whether the number of approvals above the person met is unknown."""
    fact = d.facts["authority"]
    return fact.approvals is None and not fact.corrected


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


def _ranks(how: str) -> tuple[Option, ...]:
    ranks = ("second", "third", "unsure") if how == "above" else ("first", "second", "third", "unsure")
    return tuple(Option(value, Line(f"choice.rank.{value}")) for value in ranks)


def _asked_of(d: Debrief, name: FactName) -> Line:
    """The short question for a fact; for the rank, what is not told of it yet."""
    how = _how_rank_is_open(d) if name == "authority" else ""
    return Line(f"forward.ask.{how or name}", _quoted(d, name))


def _challenge(d: Debrief, doubts: tuple[FactName, ...], with_rank: bool) -> Ask:
    told = [d.facts[name].words for name in doubts]
    guessed = [words for words in told if owns_guess(words) or not_there_yet(words) or his_own(words)]
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
    if his_own(words):
        return Line("forward.his_words", _quoted(d, name)) if name == "value" else _asked_of(d, name)
    return Line(f"forward.{'guess.' if owns_guess(words) else kind}{name}", _quoted(d, name))


def _fact_names(names: tuple[FactName, ...]) -> Names:
    return Names(Line(f"fact.{name}") for name in names)


def _quoted(d: Debrief, name: FactName) -> dict[str, str]:
    return {"quote": clip(d.facts[name].words)}
